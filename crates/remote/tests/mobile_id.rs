//! Conversations with Mobile-ID, played through with hand-written answers.
#![allow(clippy::unwrap_used, missing_docs)]

#[expect(dead_code, reason = "shared with the stories of Smart-ID")]
mod common;

use std::sync::LazyLock;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::{Person, Profile, answer, at, body, done, failed, ok, sent, shown};
use pki::{Certificate, DigestAlgorithm, SignatureAlgorithm};
use remote::mobile_id::{
    CertificateRequest, DisplayText, Language, RelyingParty, Signature, SignatureAnswer, SignatureOrder,
    Subscriber, algorithm_for, check_certificate_profile,
};
use remote::{Error, Prompt, Session, Step};
use serde_json::{Value, json};

const ID: &str = "2c52caf4-13b0-41c4-bdc6-aa268403cc00";
const MESSAGE: &[u8] = b"signed attributes";
const EC: SignatureAlgorithm = SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256);
const RSA: SignatureAlgorithm = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256);

static HOLDER: LazyLock<Person> = LazyLock::new(|| Person::new("60001019906", &Profile::default()));

/// A card with a key on P-256, and its certificate.
struct Card {
    certificate: Certificate,
    key: EcdsaKeyPair,
}

static CARD: LazyLock<Card> = LazyLock::new(|| {
    let key = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).unwrap();
    let certificate = rcgen::CertificateParams::default().self_signed(&key).unwrap();
    Card {
        certificate: Certificate::from_der(certificate.der()).unwrap(),
        key: EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &key.serialize_der()).unwrap(),
    }
});

fn party() -> RelyingParty {
    RelyingParty { language: Language::Estonian, ..RelyingParty::demo("https://localhost:1234/mid-api/") }
}

fn subscriber() -> Subscriber {
    Subscriber::parse("+37200000766", "60001019906").unwrap()
}

fn digest() -> Vec<u8> {
    DigestAlgorithm::Sha256.digest(MESSAGE)
}

fn order() -> SignatureOrder {
    let text = DisplayText::new("Sign loan.pdf").unwrap();
    SignatureOrder { digest: digest(), hash: DigestAlgorithm::Sha256, text }
}

fn by_card(value: &[u8]) -> Value {
    let signature = json!({"value": STANDARD.encode(value), "algorithm": "SHA256WithECEncryption"});
    json!({"state": "COMPLETE", "result": "OK", "signature": signature, "time": "2019-07-23T10:52:20",
        "traceId": "ecff4ae4a9f0a8a9"})
}

fn plain_value() -> Vec<u8> {
    CARD.key.sign(&SystemRandom::new(), MESSAGE).unwrap().as_ref().to_vec()
}

/// The answer at the end of a session that was opened and asked about once.
fn answered(state: Value) -> Result<SignatureAnswer, Error> {
    let mut session = Signature::new(&party(), &subscriber(), &order()).unwrap();
    shown(&mut session, at(0.0));
    sent(&mut session, at(0.0));
    session.handle(ok(json!({"sessionID": ID})), at(0.1));
    sent(&mut session, at(0.1));
    session.handle(ok(state), at(5.0));
    match session.poll(at(5.0)) {
        Ok(Step::Done(answer)) => Ok(answer),
        Ok(step) => panic!("{step:?}"),
        Err(error) => Err(error),
    }
}

#[test]
fn the_certificate_is_asked_for_by_number_and_code() {
    let mut session = CertificateRequest::new(&party(), &subscriber());
    let request = sent(&mut session, at(0.0));
    assert_eq!(request.uri().to_string(), "https://localhost:1234/mid-api/certificate");
    let expected = json!({"relyingPartyName": "DEMO", "relyingPartyUUID": "00000000-0000-0000-0000-000000000000",
        "phoneNumber": "+37200000766", "nationalIdentityNumber": "60001019906"});
    assert_eq!(body(&request), expected);
    assert!(session.may_repeat(), "nobody is disturbed by it");
    session.handle(ok(json!({"result": "OK", "cert": STANDARD.encode(HOLDER.certificate.der())})), at(0.1));
    let certificate = done(&mut session, at(0.1));
    assert_eq!(certificate, HOLDER.certificate);
    check_certificate_profile(&certificate, &subscriber()).unwrap();
    assert_eq!(algorithm_for(&certificate, DigestAlgorithm::Sha256), Ok(RSA));
}

#[test]
fn certificates_that_are_not_there_say_why() {
    for (result, code) in [
        ("NOT_FOUND", "mobile-not-found"),
        ("NOT_ACTIVE", "mobile-not-active"),
        ("NEW", "unknown-end-result"),
    ] {
        let mut session = CertificateRequest::new(&party(), &subscriber());
        sent(&mut session, at(0.0));
        session.handle(ok(json!({"result": result, "cert": ""})), at(0.1));
        assert_eq!(failed(&mut session, at(0.1)).code(), code);
    }
    let mut session = CertificateRequest::new(&party(), &subscriber());
    session.handle(ok(json!({"result": "OK", "cert": ""})), at(0.1));
    assert_eq!(failed(&mut session, at(0.1)).code(), "malformed-answer");
}

#[test]
fn certificates_of_others_and_for_other_purposes_are_refused() {
    let other = Subscriber::parse("+37200000766", "60001017869").unwrap();
    let wrong = check_certificate_profile(&HOLDER.certificate, &other);
    assert_eq!(wrong.unwrap_err().code(), "wrong-person");
    let newer = Person::new("PNOEE-60001019906", &Profile::default());
    check_certificate_profile(&newer.certificate, &subscriber()).unwrap();
    let usage = rcgen::KeyUsagePurpose::DigitalSignature;
    for (profile, error) in [
        (Profile { usage, ..Profile::default() }, Error::NotForSigning),
        (
            Profile { statements: vec!["sscd"], ..Profile::default() },
            Error::ProfileMismatch { missing: "QcCompliance" },
        ),
    ] {
        let found =
            check_certificate_profile(&Person::new("60001019906", &profile).certificate, &subscriber());
        assert_eq!(found, Err(error));
    }
}

#[test]
fn the_code_is_shown_before_the_phone_rings() {
    let mut session = Signature::new(&party(), &subscriber(), &order()).unwrap();
    let hash = digest();
    let code = format!("{:04}", (u32::from(hash[0]) & 0xfc) << 5 | u32::from(hash[31]) & 0x7f);
    assert_eq!(shown(&mut session, at(0.0)), Prompt::VerificationCode { code, until: at(120.0) });
    let request = sent(&mut session, at(0.1));
    assert_eq!(request.uri().path(), "/mid-api/signature");
    let expected = json!({"relyingPartyName": "DEMO", "relyingPartyUUID": "00000000-0000-0000-0000-000000000000",
        "phoneNumber": "+37200000766", "nationalIdentityNumber": "60001019906", "hash": STANDARD.encode(hash),
        "hashType": "SHA256", "language": "EST", "displayText": "Sign loan.pdf", "displayTextFormat": "GSM-7"});
    assert_eq!(body(&request), expected);
    assert!(!session.may_repeat(), "a repetition would be a second session");
    session.handle(ok(json!({"sessionID": ID})), at(0.2));
    assert!(session.may_repeat(), "a question for the state harms nobody");
    let request = sent(&mut session, at(0.2));
    assert_eq!(
        request.uri().path_and_query().unwrap(),
        &*format!("/mid-api/signature/session/{ID}?timeoutMs=30000")
    );
    session.handle(ok(json!({"state": "RUNNING"})), at(0.3));
    assert!(matches!(session.poll(at(0.3)), Ok(Step::Wait { until }) if until == at(1.2)));
    sent(&mut session, at(1.2));
    session.handle(ok(by_card(&plain_value())), at(9.0));
    let value = done(&mut session, at(9.0)).checked(&CARD.certificate, &EC, &digest()).unwrap();
    CARD.certificate.verify_digest(&EC, &digest(), &value).unwrap();
}

#[test]
fn r_and_s_become_der_whatever_they_begin_with() {
    // Leading zeros and high bits, which DER has its own rules for, come by themselves soon enough.
    let mut lengths = std::collections::BTreeSet::new();
    for _ in 0..300 {
        let answer = answered(by_card(&plain_value())).unwrap();
        let value = answer.checked(&CARD.certificate, &EC, &digest()).unwrap();
        lengths.insert(value.len());
    }
    assert!(lengths.len() >= 3, "{lengths:?}");
}

#[test]
fn values_that_do_not_belong_to_what_was_sent_are_refused() {
    let checked = |state: Value, algorithm: &SignatureAlgorithm, certificate: &Certificate| {
        answered(state).unwrap().checked(certificate, algorithm, &digest()).unwrap_err()
    };
    let right = plain_value();
    let mut flipped = right.clone();
    flipped[40] ^= 1;
    let long = [right.as_slice(), &[0]].concat();
    for value in [flipped.as_slice(), &right[..63], &long, &[], &[0; 64]] {
        assert_eq!(checked(by_card(value), &EC, &CARD.certificate), Error::SignatureInvalid);
    }
    let other = Person::new("60001019906", &Profile::default()).certificate;
    let mut rsa = by_card(&STANDARD.decode(HOLDER.sign_pkcs1_sha256(MESSAGE)).unwrap());
    rsa["signature"]["algorithm"] = json!("sha256WithRSAEncryption");
    assert_eq!(checked(rsa.clone(), &RSA, &other), Error::SignatureInvalid);
    let checked_rsa = answered(rsa.clone()).unwrap().checked(&HOLDER.certificate, &RSA, &digest());
    assert!(checked_rsa.is_ok(), "a card with an RSA key");
    assert_eq!(checked(rsa, &EC, &CARD.certificate).code(), "weak-parameters");
    let mut sha512 = by_card(&right);
    sha512["signature"]["algorithm"] = json!("SHA512WithECEncryption");
    let other = checked(sha512, &EC, &CARD.certificate);
    assert_eq!(other.code(), "weak-parameters");
    let said = other.to_string();
    assert!(said.ends_with("is ECDSA, SHA-512; expected ECDSA, SHA-256"), "{said}");
}

#[test]
fn a_service_that_never_ends_a_session_is_given_up() {
    let mut session = Signature::new(&party(), &subscriber(), &order()).unwrap();
    shown(&mut session, at(0.0));
    sent(&mut session, at(0.0));
    session.handle(ok(json!({"sessionId": ID})), at(0.0));
    let mut now = 0.0;
    let error = loop {
        match session.poll(at(now)) {
            Ok(Step::Send(_)) => session.handle(ok(json!({"state": "RUNNING", "result": ""})), at(now)),
            Ok(_) => {}
            Err(error) => break error,
        }
        now += 1.0;
        assert!(now < 200.0);
    };
    assert_eq!(error, Error::MobileTimedOut);
    assert_eq!(failed(&mut session, at(now)), Error::MobileTimedOut, "it stays so");
}

#[test]
fn a_service_that_stumbles_while_pin2_is_typed_is_asked_again() {
    let mut session = Signature::new(&party(), &subscriber(), &order()).unwrap();
    shown(&mut session, at(0.0));
    sent(&mut session, at(0.0));
    session.handle(ok(json!({"sessionID": ID})), at(0.0));
    for (second, until) in [(1.0, 2.0), (2.0, 4.0), (4.0, 8.0)] {
        sent(&mut session, at(second));
        session.handle(answer(500, &json!({"error": "Internal error"})), at(second));
        assert!(matches!(session.poll(at(second)), Ok(Step::Wait { until: found }) if found == at(until)));
    }
    sent(&mut session, at(8.0));
    session.handle(answer(500, &Value::Null), at(8.0));
    assert_eq!(failed(&mut session, at(8.0)), Error::Unavailable { status: Some(500) });
}

#[test]
fn answers_to_the_opening_that_are_none() {
    for (status, told, code) in [
        (200, json!({"sessionID": "../../x"}), "malformed-answer"),
        (200, json!({}), "malformed-answer"),
        (400, json!({"error": "x"}), "bad-request"),
        (401, json!({}), "service-refused"),
        (405, json!({}), "unexpected-status"),
        (500, json!({}), "unavailable"),
    ] {
        let mut session = Signature::new(&party(), &subscriber(), &order()).unwrap();
        shown(&mut session, at(0.0));
        sent(&mut session, at(0.0));
        session.handle(answer(status, &told), at(0.0));
        assert_eq!(failed(&mut session, at(0.0)).code(), code);
    }
}

#[test]
fn no_log_names_session_person_or_number() {
    let mut session = Signature::new(&party(), &subscriber(), &order()).unwrap();
    shown(&mut session, at(0.0));
    let request = CertificateRequest::new(&party(), &subscriber());
    sent(&mut session, at(0.0));
    session.handle(ok(json!({"sessionID": ID})), at(0.0));
    let said = format!("{session:?} {request:?}");
    for secret in [ID, "00000766", "60001019906"] {
        assert!(!said.contains(secret), "{said}");
    }
}

#[test]
fn a_digest_that_the_service_does_not_know_is_not_sent() {
    let text = DisplayText::new("Sign").unwrap();
    for (digest, hash) in [
        (vec![0; 32], DigestAlgorithm::Sha512),
        (vec![0; 20], DigestAlgorithm::Sha1),
        (vec![0; 32], DigestAlgorithm::Sha3_256),
    ] {
        let order = SignatureOrder { digest, hash, text: text.clone() };
        let refused = Signature::new(&party(), &subscriber(), &order).map(drop);
        assert_eq!(refused.unwrap_err().code(), "algorithm");
    }
}
