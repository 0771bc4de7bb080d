//! Conversations that others recorded, and shapes that others published, through our client code.
//!
//! The files are in `vectors/smart-id` under `$PITSER_CORPORA`, else under `shared` beside the workspace: demo sessions
//! recorded in March 2026 (vatsake/smart-id-v3, MIT), and certificates, a signature and request and answer shapes of the
//! service's own Java client (SK-EID/smart-id-java-client, MIT); beside it in `vectors/mobile-id` the same for Mobile-ID.
//! Without them these tests say so and pass; with
//! `PITSER_CORPORA` set and the files missing they fail.
#![allow(clippy::unwrap_used)]

#[path = "vectors/mobile_id.rs"]
mod mobile_id;
#[path = "vectors/requests.rs"]
mod requests;
#[path = "vectors/unread.rs"]
mod unread;

use std::path::PathBuf;

use pitser_tests::published;
use pki::crl::Crl;
use pki::{Certificate, DigestAlgorithm, PssParameters, SignatureAlgorithm, Status, Time, ocsp};
use remote::smart_id::{
    AnonymousCertificateChoice, CertificateByDocument, CertificateChoice, CertificateLevel,
    ChosenCertificate, DocumentNumber, FlowType, Interaction, Interactions, LinkedSession, LinkedSignature,
    PersonIdentifier, RelyingParty, Signature, SignatureOrder, SignatureResult, ToCheck,
    check_certificate_profile, check_signature,
};
use remote::{Error, Session, Step};
use serde_json::{Value, json};

const PSS: SignatureAlgorithm = SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha512));
const PKCS1: SignatureAlgorithm = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha512);
/// What was signed in the recorded sessions.
const SIGNED: &[u8] = b"test 1234";
const NUMBER: &str = "PNOEE-40504040001-DEM0-Q";

/// The recorded sessions.
struct Vectors(PathBuf);

impl Vectors {
    fn find() -> Option<Self> {
        published("vectors/smart-id").map(Self)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        let path = self.0.join(name);
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&self.bytes(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn certificate(&self, name: &str) -> Certificate {
        let text = String::from_utf8(self.bytes(name)).unwrap();
        Certificate::from_pem(&text).unwrap_or_else(|error| panic!("{name}: {error}")).remove(0)
    }

    fn issuer(&self) -> Certificate {
        self.certificate("trusted-certificates/TEST_of_SK_ID_Solutions_EID-Q_2024E.pem.crt")
    }

    fn root(&self) -> Certificate {
        self.certificate("trusted-certificates/TEST_SK_ROOT_G1_2021E.pem.crt")
    }
}

fn at(seconds: i64) -> Time {
    // Within the recorded certificate's validity.
    Time::from_unix_seconds(1_774_400_000 + seconds)
}

fn party() -> RelyingParty {
    RelyingParty::demo("https://sid.demo.sk.ee/smart-id-rp")
}

fn number() -> DocumentNumber {
    DocumentNumber::parse(NUMBER).unwrap()
}

fn interactions() -> Interactions {
    Interactions::for_notification("Sign", "Sign").unwrap()
}

fn order(algorithm: SignatureAlgorithm) -> SignatureOrder {
    SignatureOrder {
        digest: algorithm.digest().digest(SIGNED),
        algorithm,
        level: CertificateLevel::Qualified,
        interactions: interactions(),
        nonce: None,
    }
}

fn ok(body: &Value) -> remote::Response {
    http::Response::builder().body(body.to_string().into_bytes()).unwrap()
}

/// The next request, past whatever is shown.
fn request<S: Session>(session: &mut S, seconds: i64) -> remote::Request {
    loop {
        match session.poll(at(seconds)).map_err(|error| error.to_string()).unwrap() {
            Step::Send(request) => return request,
            Step::Show(_) => {}
            Step::Wait { .. } | Step::Done(_) => panic!("expected a request"),
        }
    }
}

/// What comes out after these answers; every one of them is asked for first.
fn after<S: Session>(mut session: S, answers: &[Value]) -> Result<S::Output, Error> {
    for (seconds, answer) in (0..).zip(answers) {
        request(&mut session, seconds * 2);
        session.handle(ok(answer), at(seconds * 2));
    }
    let end = at(2 * i64::try_from(answers.len()).unwrap());
    loop {
        match session.poll(end)? {
            Step::Done(output) => return Ok(output),
            Step::Show(_) => {}
            Step::Send(_) | Step::Wait { .. } => panic!("not over"),
        }
    }
}

fn opened(vectors: &Vectors) -> Value {
    vectors.json("response-shapes/sign/notification/signature/notification-signature-session-response.json")
}

fn sign(vectors: &Vectors, answer: &Value) -> Result<SignatureResult, Error> {
    after(Signature::new(&party(), &number(), &order(PSS)).unwrap(), &[opened(vectors), answer.clone()])
}

fn certificate_of(vectors: &Vectors) -> ChosenCertificate {
    let session = CertificateByDocument::new(&party(), &number(), CertificateLevel::Qscd);
    after(session, &[vectors.json("recorded/signing/certificate-response.json")]).unwrap()
}

#[test]
fn recorded_signatures_verify() {
    let Some(vectors) = Vectors::find() else { return };
    let certificate = certificate_of(&vectors).certificate;
    for (file, algorithm) in [
        ("recorded/signing/notification/session-response.json", PSS),
        ("recorded/signing/notification/session-response-pkcs1.json", PKCS1),
    ] {
        let result = sign(&vectors, &vectors.json(file)).unwrap();
        let digest = algorithm.digest().digest(SIGNED);
        let expected = ToCheck {
            certificate: &certificate,
            document_number: &number(),
            digest: &digest,
            algorithm: &algorithm,
            level: CertificateLevel::Qualified,
            interactions: &interactions(),
            flows: &[FlowType::Notification],
        };
        assert_eq!(check_signature(&result, &expected), Ok(()), "{file}");
        assert_eq!(result.value.len(), 768, "6144 bits");

        let altered = ToCheck { digest: &algorithm.digest().digest(b"test 1235"), ..expected };
        assert_eq!(check_signature(&result, &altered), Err(Error::SignatureInvalid));
        let other = if algorithm == PSS { PKCS1 } else { PSS };
        let weaker = check_signature(&result, &ToCheck { algorithm: &other, ..expected });
        assert_eq!(weaker.unwrap_err().code(), "weak-parameters");
    }
}

#[test]
fn the_recorded_certificate_is_a_qualified_signing_certificate() {
    let Some(vectors) = Vectors::find() else { return };
    let chosen = certificate_of(&vectors);
    let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
    check_certificate_profile(&chosen.certificate, CertificateLevel::Qscd, Some(&person)).unwrap();
    assert_eq!(chosen.certificate.document_number().as_deref(), Some(NUMBER));
    chosen.certificate.is_issued_by(&vectors.issuer()).unwrap();
    vectors.issuer().is_issued_by(&vectors.root()).unwrap();
    assert_eq!(vectors.certificate("certificates/TEST_SK_ROOT_G1_2021E.pem.crt"), vectors.root());

    let session = CertificateChoice::new(&party(), &person, CertificateLevel::Qualified, None);
    let opened = vectors.json(
        "response-shapes/sign/notification/cert-choice/notification-certificate-choice-session-response.json",
    );
    let recorded = vectors.json("recorded/signing/notification/cert-choice-session-response.json");
    let by_person = after(session, &[opened, recorded]).unwrap();
    assert_eq!(by_person.certificate, chosen.certificate);
    assert_eq!((by_person.document_number, by_person.level), (number(), CertificateLevel::Qualified));
}

#[test]
fn published_certificates_fit_their_profiles_or_do_not() {
    let Some(vectors) = Vectors::find() else { return };
    for (file, level, missing) in [
        ("sign-cert-40504040001.pem.crt", CertificateLevel::Qualified, None),
        ("cert-choice-cert-40504040001.pem.cert", CertificateLevel::Qscd, None),
        ("nq-signing-cert.pem", CertificateLevel::Advanced, None),
        ("nq-signing-cert.pem", CertificateLevel::Qualified, Some("policy 1.3.6.1.4.1.10015.17.2")),
        ("auth-cert-40504040001.pem.crt", CertificateLevel::Advanced, Some("keyUsage nonRepudiation")),
        ("auth-cert-40504040001-demo-q.crt", CertificateLevel::Qualified, Some("keyUsage nonRepudiation")),
        ("auth-pnolv-020100-29990-mock-q.crt", CertificateLevel::Qualified, Some("keyUsage nonRepudiation")),
        ("nq-auth-cert-40504049999.crt", CertificateLevel::Advanced, Some("keyUsage nonRepudiation")),
        ("expired-cert.pem.crt", CertificateLevel::Qualified, Some("keyUsage nonRepudiation")),
        ("ca-cert.pem.crt", CertificateLevel::Advanced, Some("keyUsage nonRepudiation")),
        ("other-auth-cert.pem.crt", CertificateLevel::Advanced, Some("keyUsage nonRepudiation")),
        (
            "TEST_of_SK_OCSP_RESPONDER_2020.pem.cer",
            CertificateLevel::Advanced,
            Some("keyUsage nonRepudiation"),
        ),
    ] {
        let certificate = vectors.certificate(&format!("certificates/{file}"));
        let expected = match missing {
            None => Ok(()),
            Some("keyUsage nonRepudiation") => Err(Error::NotForSigning),
            Some(missing) => Err(Error::ProfileMismatch { missing }),
        };
        assert_eq!(check_certificate_profile(&certificate, level, None), expected, "{file}");
    }
}

#[test]
fn the_published_signature_by_a_6144_bit_key_verifies() {
    let Some(vectors) = Vectors::find() else { return };
    let certificate = Certificate::from_der(&vectors.bytes("rsa6144-pss-sha512/certificate.der")).unwrap();
    let value = vectors.bytes("rsa6144-pss-sha512/signature.bin");
    let digest = DigestAlgorithm::Sha512.digest(&vectors.bytes("rsa6144-pss-sha512/signed-data.bin"));
    let document_number = DocumentNumber::parse(&certificate.document_number().unwrap()).unwrap();
    let interactions = interactions();
    let result = SignatureResult {
        value,
        algorithm: PSS,
        certificate: certificate.clone(),
        document_number: document_number.clone(),
        interaction_type: Some("displayTextAndPIN".to_owned()),
        flow_type: FlowType::Notification,
        level: CertificateLevel::Qualified,
        device_address: None,
    };
    let expected = ToCheck {
        certificate: &certificate,
        document_number: &document_number,
        digest: &digest,
        algorithm: &PSS,
        level: CertificateLevel::Qualified,
        interactions: &interactions,
        flows: &[FlowType::Notification],
    };
    assert_eq!(check_signature(&result, &expected), Ok(()));
    assert_eq!(certificate.public_key_bits(), Some(6144));
}

#[test]
fn sessions_that_did_not_end_well_say_how() {
    let Some(vectors) = Vectors::find() else { return };
    let refused = |screen: &str| Error::UserRefusedInteraction { screen: screen.to_owned() };
    for (file, expected) in [
        ("session-status-user-refused", Error::UserRefused),
        ("session-status-user-refused-cert-choice", Error::UserRefusedCertificateChoice),
        ("session-status-user-refused-display-text-and-pin", refused("displayTextAndPIN")),
        ("session-status-user-refused-confirmation", refused("confirmationMessage")),
        (
            "session-status-user-refused-confirmation-vc-choice",
            refused("confirmationMessageAndVerificationCodeChoice"),
        ),
        ("session-status-user-refused-vc-choice", refused("verificationCodeChoice")),
        ("session-status-timeout", Error::TimedOut),
        ("session-status-wrong-vc", Error::WrongCode),
        ("session-status-document-unusable", Error::DocumentUnusable),
        ("session-status-account-unusable", Error::AccountUnusable),
        ("session-status-protocol-failure", Error::ProtocolFailure),
        ("session-status-expected-linked-session", Error::Interrupted),
        ("session-status-server-error", Error::ServerFault),
    ] {
        let answer = vectors.json(&format!("response-shapes/{file}.json"));
        assert_eq!(sign(&vectors, &answer), Err(expected), "{file}");
    }
}

#[test]
fn running_sessions_are_waited_for() {
    let Some(vectors) = Vectors::find() else { return };
    let session = Signature::new(&party(), &number(), &order(PSS)).unwrap();
    let answers = [
        opened(&vectors),
        vectors.json("response-shapes/session-status-running.json"),
        vectors.json("response-shapes/session-status-running-with-ignored-properties.json"),
        vectors.json("recorded/signing/notification/session-response.json"),
    ];
    assert_eq!(after(session, &answers).unwrap().document_number, number());
}

#[test]
fn sessions_that_ended_well_are_read_and_then_judged() {
    let Some(vectors) = Vectors::find() else { return };
    let shape = |name: &str| vectors.json(&format!("response-shapes/{name}.json"));
    let mock = DocumentNumber::parse("PNOEE-40504040001-MOCK-Q").unwrap();

    let result = sign(&vectors, &shape("session-status-successful-signature")).unwrap();
    assert_eq!((&result.document_number, &result.flow_type), (&mock, &FlowType::Qr));
    assert_eq!(result.algorithm, PSS);
    // Its screen is one of the older API, and its value is not what it says: good for reading only.
    assert_eq!(result.interaction_type.as_deref(), Some("verificationCodeChoice"));

    let answer = shape("session-status-successful-authentication");
    assert_eq!(sign(&vectors, &answer), Err(Error::Malformed { what: "signatureProtocol".to_owned() }));
    for recorded in [
        "auth/notification/session-response",
        "auth/notification/session-response-pkcs1",
        "auth/device-link/session-response",
    ] {
        let answer = vectors.json(&format!("recorded/{recorded}.json"));
        assert_eq!(sign(&vectors, &answer), Err(Error::Malformed { what: "signatureProtocol".to_owned() }));
    }

    let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
    let session = CertificateChoice::new(&party(), &person, CertificateLevel::Qualified, None);
    let opened = shape("sign/notification/cert-choice/notification-certificate-choice-session-response");
    let chosen = after(session, &[opened, shape("session-status-successful-certificate-choice")]).unwrap();
    assert_eq!(chosen.document_number, mock);

    let by_document = || CertificateByDocument::new(&party(), &mock, CertificateLevel::Qualified);
    let found = after(by_document(), &[shape("certificate-by-document-number-response")]).unwrap();
    assert_eq!(found.certificate, chosen.certificate);
    let unknown = after(by_document(), &[shape("certificate-by-document-number-response-unknown-state")]);
    assert_eq!(unknown.unwrap_err(), Error::UnknownEndResult { value: "UNKNOWN".to_owned() });
}

#[test]
fn where_the_phone_answered_from_is_read_and_printed_nowhere() {
    let Some(vectors) = Vectors::find() else { return };
    let mut answer = vectors.json("recorded/signing/notification/session-response.json");
    assert_eq!(sign(&vectors, &answer).unwrap().device_address, None);
    for told in ["203.0.113.34", "2001:db8::34"] {
        answer["deviceIpAddress"] = json!(told);
        let result = sign(&vectors, &answer).unwrap();
        assert_eq!(result.device_address.unwrap().reveal().to_string(), told);
        let written = serde_json::to_string(&result).unwrap();
        assert!(!format!("{result:?}").contains(told) && !written.contains(told), "{written}");
        let kept: SignatureResult = serde_json::from_str(&written).unwrap();
        assert_eq!(kept, SignatureResult { device_address: None, ..result });
    }
    // It is there for information: a signature is no worse for it.
    for told in [json!("nowhere"), json!(7), json!({"v4": []}), json!(null)] {
        answer["deviceIpAddress"] = told;
        assert_eq!(sign(&vectors, &answer).unwrap().device_address, None);
    }
    let mut chosen = vectors.json("recorded/signing/notification/cert-choice-session-response.json");
    chosen["deviceIpAddress"] = json!("203.0.113.34");
    let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
    let session = CertificateChoice::new(&party(), &person, CertificateLevel::Qualified, None);
    let chosen = after(session, &[json!({"sessionID": "x"}), chosen]).unwrap();
    assert!(chosen.device_address.is_some() && !format!("{chosen:?}").contains("203"));
}

#[test]
fn openings_are_read() {
    let Some(vectors) = Vectors::find() else { return };
    let shape = |name: &str| vectors.json(&format!("response-shapes/{name}.json"));
    let link = || AnonymousCertificateChoice::new(&party(), CertificateLevel::Qualified, None);
    for name in [
        "sign/device-link/signature/device-link-signature-session-response",
        "auth/device-link/device-link-authentication-session-response",
    ] {
        let mut session = link();
        request(&mut session, 0);
        session.handle(ok(&shape(name)), at(0));
        let Ok(Step::Show(remote::Prompt::DeviceLink { link, .. })) = session.poll(at(0)) else {
            panic!("{name}")
        };
        assert!(link.starts_with(
            "https://smart-id.com/device-link/?deviceLinkType=QR&elapsedSeconds=0&sessionToken="
        ));
    }
    // Here the secret is no base64, so that no link can be made of it.
    let answer = shape("sign/linked/certificate-choice/device-link-certificate-choice-session-response");
    assert_eq!(after(link(), &[answer]).unwrap_err(), Error::Malformed { what: "sessionSecret".to_owned() });

    let mut session =
        LinkedSignature::new(&party(), &number(), &linked(json!("x")), &linked_order("Sign?")).unwrap();
    request(&mut session, 0);
    session.handle(ok(&shape("sign/linked/signature/linked-notification-signature-session-response")), at(0));
    assert!(matches!(session.poll(at(0)), Ok(Step::Show(remote::Prompt::ApproveOnPhone))));

    // The one for a login by push has the same shape as the one for a certificate choice by push.
    let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
    let mut session = CertificateChoice::new(&party(), &person, CertificateLevel::Qualified, None);
    request(&mut session, 0);
    session.handle(ok(&shape("auth/notification/notification-session-response")), at(0));
    assert!(matches!(session.poll(at(0)), Ok(Step::Show(remote::Prompt::ConfirmOnPhone))));
    // And no code comes with it, without which a signature by push is none.
    let mut session = Signature::new(&party(), &number(), &order(PSS)).unwrap();
    request(&mut session, 0);
    session.handle(ok(&shape("auth/notification/notification-session-response")), at(0));
    assert_eq!(session.poll(at(0)).unwrap_err(), Error::Malformed { what: "vc is missing".to_owned() });
}

/// A chosen certificate's session with the given identifier.
fn linked(id: Value) -> LinkedSession {
    let vectors = Vectors::find().unwrap();
    let opened = json!({"sessionID": id, "sessionToken": "sessionToken", "sessionSecret": "c2Vzc2lvblNlY3JldA==",
        "deviceLinkBase": "https://smart-id.com/device-link/"});
    let mut chosen = vectors.json("recorded/signing/notification/cert-choice-session-response.json");
    chosen["signature"]["flowType"] = json!("QR");
    let session = AnonymousCertificateChoice::new(&party(), CertificateLevel::Qualified, None);
    after(session, &[opened, chosen]).unwrap().session.unwrap()
}

fn linked_order(text: &str) -> SignatureOrder {
    let interactions = Interactions::new(vec![Interaction::DisplayTextAndPin(text.to_owned())]).unwrap();
    SignatureOrder { interactions, ..order(PSS) }
}

fn sent<S: Session>(mut session: S) -> Value {
    serde_json::from_slice(request(&mut session, 0).body()).unwrap()
}

#[test]
fn the_recorded_ocsp_response_verifies() {
    let Some(vectors) = Vectors::find() else { return };
    let certificate = certificate_of(&vectors).certificate;
    let der = vectors.bytes("recorded/ocsp/40504040001-response.bin");
    let response = ocsp::Response::parse(&der).unwrap();
    let verified = response.verify_for(&certificate, &vectors.issuer(), None, &[]).unwrap();
    assert_eq!(verified.status, Status::Good);
    assert_eq!(verified.produced_at, "2026-03-24T09:32:24Z".parse().unwrap());
    assert_eq!((verified.this_update, verified.next_update), (verified.produced_at, None));
    assert_ne!(verified.responder, vectors.issuer());
    verified.responder.is_issued_by(&vectors.issuer()).unwrap();

    let other = vectors.certificate("certificates/sign-cert-40504040001.pem.crt");
    assert!(response.verify_for(&other, &vectors.issuer(), None, &[]).is_err());
    assert!(response.verify_for(&certificate, &vectors.issuer(), Some(b"nonce"), &[]).is_err());
    // Whatever octet of what is signed is changed: it cannot be read, or does not verify.
    for place in (60..der.len() / 4).step_by(7) {
        let mut changed = der.clone();
        changed[place] ^= 1;
        let believed = ocsp::Response::parse(&changed)
            .and_then(|response| response.verify_for(&certificate, &vectors.issuer(), None, &[]));
        assert!(believed.is_err(), "octet {place}");
    }
}

#[test]
fn the_recorded_revocation_list_verifies() {
    let Some(vectors) = Vectors::find() else { return };
    let der = vectors.bytes("recorded/crl/crl-response.bin");
    let certificate = certificate_of(&vectors).certificate;
    let crl = Crl::parse(&der).unwrap();
    assert_eq!(crl.verify_for(&certificate, &vectors.issuer()).unwrap().status, Status::Good);
    assert_eq!(entries(&der), 10_062);
    let mut changed = der;
    changed[200_000] ^= 1;
    let believed = Crl::parse(&changed).and_then(|crl| crl.verify_for(&certificate, &vectors.issuer()));
    assert!(believed.is_err());
}

/// The number of revokedCertificates, counted by a reading of our own: the sixth field of TBSCertList (RFC 5280 §5.1).
fn entries(der: &[u8]) -> usize {
    let tbs = inside(inside(der).0).0;
    let fields =
        std::iter::successors(Some(tbs), |rest| Some(inside(rest).1).filter(|rest| !rest.is_empty()));
    let revoked = fields.into_iter().nth(5).unwrap();
    let list = inside(revoked).0;
    std::iter::successors(Some(list), |rest| Some(inside(rest).1).filter(|rest| !rest.is_empty())).count()
}

/// The content of the first element, and what follows it.
fn inside(der: &[u8]) -> (&[u8], &[u8]) {
    let (header, length) = match der[1] {
        short @ 0..=0x7f => (2, usize::from(short)),
        long => {
            let octets = usize::from(long & 0x7f);
            (2 + octets, der[2..2 + octets].iter().fold(0, |length, octet| length << 8 | usize::from(*octet)))
        }
    };
    der[header..].split_at(length)
}
