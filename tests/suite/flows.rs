//! The ways of Smart-ID that no command takes yet, against the emulated world.

use emulator::{AnswerFault, Faults};
use pitser_tests::{Simulated, run};
use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm};
use remote::smart_id::{
    Asked, CertificateByDocument, CertificateLevel, DeviceLinkSignature, DocumentNumber, FlowType,
    Interactions, PersonIdentifier, RelyingParty, Signature, SignatureOrder, ToCheck, check_signature,
};
use remote::{Error, Session, Step};
use workflow::event::Event;
use workflow::host::Host;
use workflow::order::{Level, Signer};
use workflow::profile::Api;
use workflow::verdict::Indication;

use crate::{APPROVES, order, person, sign, world};

const PSS: SignatureAlgorithm = SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha384));

fn lead<S: Session>(host: &Simulated, mut session: S) -> Result<S::Output, Error> {
    loop {
        match session.poll(host.now())? {
            Step::Send(request) => session.handle(run(host.send(request)).expect("an answer"), host.now()),
            Step::Wait { until } => run(host.sleep_until(until)),
            Step::Show(prompt) => host.notify(Event::Prompt(prompt)),
            Step::Done(output) => return Ok(output),
        }
    }
}

#[test]
fn accounts_and_persons_sign_by_a_code_to_scan_or_to_compare() {
    let number = DocumentNumber::parse("PNOEE-40404040009-MOCK-Q").expect("a number");
    let person = PersonIdentifier::parse("PNOEE-40404040009").expect("a person");
    for asked in [Asked::Account(&number), Asked::Person(&person)] {
        for scanned in [true, false] {
            let (mut host, _) = world(60);
            host.scanned_by = Some(number.to_string());
            let party = RelyingParty::demo(&host.world.urls().smart_id());
            let known = CertificateByDocument::new(&party, &number, CertificateLevel::Qualified);
            let certificate = lead(&host, known).expect("a certificate").certificate;
            let interactions = match scanned {
                true => Interactions::for_device_link("Sign", "Sign?"),
                false => Interactions::for_notification("Sign", "Sign?"),
            };
            let order = SignatureOrder {
                digest: PSS.digest().digest(b"to be signed"),
                algorithm: PSS,
                level: CertificateLevel::Qualified,
                interactions: interactions.expect("screens"),
                nonce: None,
            };
            let result = match scanned {
                true => lead(&host, DeviceLinkSignature::new(&party, asked, &order).expect("an order")),
                false => lead(&host, Signature::of(&party, asked, &order).expect("an order")),
            };
            let flow = if scanned { FlowType::Qr } else { FlowType::Notification };
            let expected = ToCheck {
                certificate: &certificate,
                document_number: &number,
                digest: &order.digest,
                algorithm: &PSS,
                level: order.level,
                interactions: &order.interactions,
                flows: &[flow],
            };
            assert_eq!(check_signature(&result.expect("signed"), &expected), Ok(()));
            assert_eq!(host.codes().is_empty(), scanned, "a code is shown where none is scanned");
        }
    }
}

#[test]
fn a_gateway_that_speaks_version_two_is_enough() {
    let (host, mut profile) = world(61);
    profile.smart_id.as_mut().expect("phones").api = Api::V2;
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    let exchanges = host.exchanges();
    let to_service = |path: &str| path.contains("/smart-id-rp/");
    let paths: Vec<&str> =
        exchanges.iter().map(|one| one.request.uri().path()).filter(|path| to_service(path)).collect();
    assert!(paths.iter().all(|path| path.starts_with("/smart-id-rp/v2/")), "{paths:?}");
    let opened =
        exchanges.iter().find(|one| one.request.uri().path().contains("/v2/signature/")).expect("opened");
    let body: serde_json::Value = serde_json::from_slice(opened.request.body()).expect("JSON");
    assert_eq!(body["hashType"], "SHA512");
    assert_eq!(body["allowedInteractionsOrder"][0]["type"], "confirmationMessageAndVerificationCodeChoice");
    assert_eq!(host.codes().len(), 1);

    for (identifier, code) in [
        ("PNOEE-30403039917", "user-refused"),
        ("PNOEE-30403039928", "user-refused"),
        ("PNOEE-30403039972", "wrong-code"),
        ("PNOEE-30403039983", "timed-out"),
        ("PNOLT-40504049999", "not-found"),
        ("PNOEE-38001085718", "not-found"),
    ] {
        let (host, mut profile) = world(62);
        profile.smart_id.as_mut().expect("phones").api = Api::V2;
        let error = sign(&host, &profile, order(person(identifier), Level::BB)).expect_err("not signed");
        assert_eq!(error.code(), code, "{identifier}");
        assert_eq!((host.files().len(), host.journal_len()), (1, 0));
    }
    for (answer, code) in [
        (AnswerFault::CorruptedSignature, "signature-invalid"),
        (AnswerFault::OtherKey, "signature-invalid"),
        (AnswerFault::OtherAccount, "wrong-person"),
    ] {
        let (host, mut profile) = world(63);
        profile.smart_id.as_mut().expect("phones").api = Api::V2;
        host.world.set_faults(Faults { answer, ..Faults::default() });
        let error = sign(&host, &profile, order(person(APPROVES), Level::BB)).expect_err("not signed");
        assert_eq!(error.code(), code, "{answer:?}");
    }
    let (host, _) = world(64);
    let error = sign(&host, &profile, order(Signer::DeviceLink, Level::BB)).expect_err("no codes to scan");
    assert_eq!(error.code(), "profile");
}
