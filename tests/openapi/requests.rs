//! Every request that our client can make, as it leaves the client: by account and by person, by push and by code, with and
//! without what takes an agreement; and those that the service's own client published.

use emulator::Faults;
use pitser_tests::{Exchange, Simulated};
use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm};
use remote::smart_id::{
    AnonymousCertificateChoice, Asked, CertificateByDocument, CertificateChoice, CertificateLevel,
    DeviceLinkSignature, DocumentNumber, Interactions, LinkedSignature, Nonce, PersonIdentifier,
    RelyingParty, Signature, SignatureOrder,
};
use remote::{Prompt, Session, Step};
use serde_json::json;
use workflow::host::Host as _;

use crate::accounts::SCANNING;
use crate::judge::{Judge, corpus};
use crate::ledger::Ledger;
use crate::stage::{ask, scan, world, written};

const LEVEL: CertificateLevel = CertificateLevel::Qualified;
const EE: &str = "PNOEE-40504040001-DEM0-Q";

/// Drives a conversation to its end; whoever scans is `SCANNING[0]`.
fn driven<S: Session>(host: &Simulated, mut session: S, said: &mut Vec<Exchange>) -> S::Output {
    let mut is_scanned = false;
    loop {
        match session.poll(host.now()).map_err(|error| error.to_string()).expect("no error") {
            Step::Send(request) => {
                let exchange = ask(host, request).expect("an answer");
                session.handle(exchange.response.clone(), host.now());
                said.push(exchange);
            }
            Step::Show(Prompt::DeviceLink { link, .. }) if !is_scanned => {
                is_scanned = true;
                let scanned = json!({"documentNumber": SCANNING[0], "deviceLink": link, "flowType": "QR"});
                said.push(ask(host, scan(&scanned)).expect("an answer"));
            }
            Step::Show(_) => {}
            Step::Wait { until } => {
                host.pass(i64::try_from(until.since(host.now()).as_millis()).expect("soon").max(1));
            }
            Step::Done(output) => return output,
        }
    }
}

fn order(interactions: Interactions, digest: DigestAlgorithm, is_pss: bool, nonce: &str) -> SignatureOrder {
    let algorithm = if is_pss {
        SignatureAlgorithm::RsaPss(PssParameters::standard(digest))
    } else {
        SignatureAlgorithm::RsaPkcs1(digest)
    };
    let nonce = Some(Nonce::parse(nonce).expect("a nonce"));
    SignatureOrder { digest: digest.digest(b"signed"), algorithm, level: LEVEL, interactions, nonce }
}

#[test]
fn every_request_that_our_client_can_make() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "our client, every request");
    let (host, profile) = world(204);
    host.world.set_faults(Faults {
        ip_sharing_allowed: true,
        capabilities_allowed: true,
        ..Faults::default()
    });
    let plain = profile.phones().expect("phones").relying_party.clone();
    let agreed = RelyingParty {
        capabilities: vec!["QUALIFIED".to_owned()],
        share_md_client_ip_address: true,
        ..plain.clone()
    };
    let (pushed, pushed_person) = (DocumentNumber::parse(EE).unwrap(), person(EE));
    let (scanning, scanning_person) = (DocumentNumber::parse(SCANNING[0]).unwrap(), person(SCANNING[0]));
    let mut said = Vec::new();
    let mut signed = 0;
    for (party, address) in [(&plain, None), (&agreed, Some("203.0.113.34"))] {
        let told = |found: Option<remote::smart_id::DeviceAddress>| {
            assert_eq!(found.map(|found| found.reveal().to_string()).as_deref(), address);
        };
        driven(&host, CertificateByDocument::new(party, &pushed, LEVEL), &mut said);
        let nonce = Nonce::parse(&format!("choice {address:?}").replace([' ', '"'], "-")).unwrap();
        let choice = CertificateChoice::new(party, &pushed_person, LEVEL, Some(&nonce));
        told(driven(&host, choice, &mut said).device_address);
        for (digest, is_pss) in [DigestAlgorithm::Sha256, DigestAlgorithm::Sha384, DigestAlgorithm::Sha512]
            .into_iter()
            .flat_map(|digest| [(digest, true), (digest, false)])
        {
            let both = [Asked::Account(&pushed), Asked::Person(&pushed_person)];
            for asked in both {
                signed += 1;
                let screens = Interactions::for_notification("Sign a.pdf", "Sign a.pdf").unwrap();
                let order = order(screens, digest, is_pss, &signed.to_string());
                told(driven(&host, Signature::of(party, asked, &order).unwrap(), &mut said).device_address);
            }
            let screens = || Interactions::for_device_link("Sign a.pdf", "Sign a.pdf").unwrap();
            for asked in [Asked::Account(&scanning), Asked::Person(&scanning_person)] {
                signed += 1;
                let order = order(screens(), digest, is_pss, &signed.to_string());
                let session = DeviceLinkSignature::new(party, asked, &order).unwrap();
                told(driven(&host, session, &mut said).device_address);
            }
            signed += 1;
            let order = order(screens(), digest, is_pss, &signed.to_string());
            let anonymous = AnonymousCertificateChoice::new(party, LEVEL, order.nonce.as_ref());
            let chosen = driven(&host, anonymous, &mut said);
            let linked = LinkedSignature::new(party, &scanning, &chosen.session.unwrap(), &order).unwrap();
            told(driven(&host, linked, &mut said).device_address);
        }
    }
    assert_eq!(signed, 60);
    ledger.client(&said);
    ledger.close();
}

fn person(number: &str) -> PersonIdentifier {
    crate::accounts::holder(number).parse().expect("a person")
}

/// Without leave of the provider the service says no, and to what.
#[test]
fn what_was_not_agreed_on_is_refused() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "no agreement");
    let (host, profile) = world(205);
    let plain = profile.phones().expect("phones").relying_party.clone();
    let capable = RelyingParty { capabilities: vec!["QUALIFIED".to_owned()], ..plain.clone() };
    let sharing = RelyingParty { share_md_client_ip_address: true, ..plain };
    for party in [capable, sharing] {
        let mut session = CertificateChoice::new(&party, &person(EE), LEVEL, None);
        let Ok(Step::Send(request)) = session.poll(host.now()) else { panic!("a request") };
        let exchange = ask(&host, request).expect("an answer");
        session.handle(exchange.response.clone(), host.now());
        assert_eq!(session.poll(host.now()).unwrap_err().code(), "service-forbids");
        ledger.client(&[exchange]);
    }
    ledger.close();
}

/// Fixtures of SK-EID/smart-id-java-client (MIT). Those for a device link have a digest of 32 bytes that SHA-512 is said to
/// have made, and one an identity that is nobody's.
#[test]
fn the_requests_of_the_services_own_client_are_taken_or_refused() {
    let (host, _) = world(206);
    host.world.set_faults(Faults { ip_sharing_allowed: true, ..Faults::default() });
    for (name, path, status) in [
        ("certificate-by-document-number-request-only-required-fields", "certificate/document", 200),
        ("certificate-by-document-number-request-all-fields", "certificate/document", 403),
        ("notification/cert-choice/certificate-choice-session-request-all-fields", "choice", 200),
        ("notification/cert-choice/certificate-choice-session-request-only-required-fields", "choice", 200),
        ("notification/cert-choice/certificate-choice-session-request-invalid", "choice", 400),
        ("notification/cert-choice/certificate-choice-session-request-invalid-credentials", "choice", 403),
        ("linked/cert-choice/certificate-choice-session-request-for-qr-code", "anonymous", 403),
        ("linked/cert-choice/certificate-choice-session-request-device-link", "anonymous", 200),
        ("linked/cert-choice/certificate-choice-session-request-all-fields", "anonymous", 200),
        ("notification/signature/notification-signature-session-request-all-fields", "push", 200),
        ("notification/signature/notification-signature-session-request-only-required-fields", "push", 200),
        ("notification/signature/notification-signature-session-request-invalid", "push", 400),
        ("notification/signature/notification-signature-session-request-invalid-credentials", "push", 403),
        ("device-link/signature/device-link-signature-request-qr-code", "link", 400),
        ("device-link/signature/device-link-signature-request-same-device", "link", 400),
        ("device-link/signature/device-link-signature-request-all-fields", "link", 400),
    ] {
        let Some(body) = corpus(&format!("vectors/smart-id/request-shapes/sign/{name}.json")) else { return };
        let path = match path {
            "choice" => "certificate-choice/notification/etsi/PNOEE-40504040001".to_owned(),
            "anonymous" => "certificate-choice/device-link/anonymous".to_owned(),
            "push" => format!("notification/document/{EE}"),
            "link" => format!("device-link/document/{}", SCANNING[0]),
            _ => format!("certificate/{EE}"),
        };
        let path = format!("/smart-id-rp/v3/signature/{path}");
        let exchange = ask(&host, written("POST", &path, body.into_bytes())).expect("an answer");
        let said = String::from_utf8_lossy(exchange.response.body()).into_owned();
        assert_eq!(exchange.response.status(), status, "{name}: {said}");
    }
}
