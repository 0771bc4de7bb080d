//! The ways of Smart-ID that no command takes yet, against the emulated world.

use pitser_tests::{Simulated, run};
use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm};
use remote::smart_id::{
    Asked, CertificateByDocument, CertificateLevel, DeviceLinkSignature, DocumentNumber, FlowType,
    Interactions, PersonIdentifier, RelyingParty, Signature, SignatureOrder, ToCheck, check_signature,
};
use remote::{Error, Session, Step};
use workflow::event::Event;
use workflow::host::Host;

use crate::world;

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
