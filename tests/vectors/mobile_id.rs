//! The shapes that Mobile-ID's own Java client published (SK-EID/mid-rest-java-client, MIT), and the documented requests.
//! The signature values in the shapes are placeholders: they are read, and must not verify.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pki::{DigestAlgorithm, SignatureAlgorithm};
use remote::mobile_id::{
    CertificateRequest, DisplayText, RelyingParty, Signature, SignatureAnswer, SignatureOrder, Subscriber,
    algorithm_for, check_certificate_profile,
};
use remote::{Error, Session, Step};
use serde_json::{Value, json};

use super::{Vectors, at, ok, request};

fn shape(vectors: &Vectors, name: &str) -> Value {
    vectors.json(&format!("../mobile-id/response-shapes/{name}.json"))
}

fn party() -> RelyingParty {
    RelyingParty::demo("https://tsp.demo.sk.ee/mid-api")
}

fn subscriber() -> Subscriber {
    Subscriber::parse("+3726234566", "38412319871").unwrap()
}

fn order() -> SignatureOrder {
    let text = DisplayText::new("This is display text.").unwrap();
    let digest = STANDARD.decode("0nbgC2fVdLVQFZJdBbmG7oPoElpCYsQMtrY0c0wKYRg=").unwrap();
    SignatureOrder { digest, hash: DigestAlgorithm::Sha256, text }
}

/// What a session comes to that is opened and asked about.
fn session(opened: &Value, states: &[Value]) -> Result<SignatureAnswer, Error> {
    let mut session = Signature::new(&party(), &subscriber(), &order()).unwrap();
    request(&mut session, 0);
    session.handle(ok(opened), at(0));
    for (seconds, state) in (1..).zip(states) {
        request(&mut session, seconds * 2);
        session.handle(ok(state), at(seconds * 2));
    }
    match session.poll(at(2 * i64::try_from(states.len()).unwrap() + 2))? {
        Step::Done(answer) => Ok(answer),
        step => panic!("{step:?}"),
    }
}

fn certificate(answer: &Value) -> Result<pki::Certificate, Error> {
    let mut session = CertificateRequest::new(&party(), &subscriber());
    request(&mut session, 0);
    session.handle(ok(answer), at(0));
    match session.poll(at(0))? {
        Step::Done(certificate) => Ok(certificate),
        step => panic!("{step:?}"),
    }
}

#[test]
fn every_end_of_a_session_is_told_apart() {
    let Some(vectors) = Vectors::find() else { return };
    let opened = shape(&vectors, "signatureResponse");
    for (name, code) in [
        ("DeliveryError", "mobile-delivery-failed"),
        ("Error", "mobile-fault"),
        ("ExpiredTransaction", "mobile-timed-out"),
        ("MIDNotReady", "mobile-not-ready"),
        ("NotMIDClient", "mobile-not-client"),
        ("PhoneAbsent", "mobile-phone-absent"),
        ("SignatureHashMismatch", "mobile-hash-mismatch"),
        ("SimError", "mobile-sim-fault"),
        ("Timeout", "mobile-timed-out"),
        ("UserCancelled", "mobile-cancelled"),
        // Two shapes of the other service that came among these: here a result is a text.
        ("DocumentUnusable", "malformed-answer"),
        ("UserHasRefused", "malformed-answer"),
    ] {
        let state = shape(&vectors, &format!("sessionStatusWhen{name}"));
        let ended = session(&opened, &[state]);
        assert_eq!(ended.unwrap_err().code(), code, "{name}");
    }
}

#[test]
fn every_published_shape_is_one_of_these_stories() {
    let Some(vectors) = Vectors::find() else { return };
    let told = include_str!("mobile_id.rs");
    for entry in std::fs::read_dir(vectors.0.join("../mobile-id/response-shapes")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.trim_end_matches(".json");
        let short = name.trim_start_matches("sessionStatusWhen");
        assert!(told.contains(&format!("\"{short}\"")), "{name} is read by nobody");
    }
}

#[test]
fn running_and_finished_sessions_are_read() {
    let Some(vectors) = Vectors::find() else { return };
    let running = shape(&vectors, "sessionStatusRunning");
    let legacy = shape(&vectors, "signatureResponseLegacySessionId");
    for opened in ["signatureResponse", "authenticationResponse", "authenticationResponseSession2222"]
        .map(|n| shape(&vectors, n))
    {
        let done = shape(&vectors, "sessionStatusForSuccessfulSigningRequest");
        session(&opened, &[running.clone(), done.clone()]).unwrap();
    }
    let signed = shape(&vectors, "sessionStatusForSuccessfulAuthenticationRequest");
    let answer = session(&legacy, &[running.clone(), running, signed.clone()]).unwrap();
    let holder = STANDARD.decode(signed["cert"].as_str().unwrap()).unwrap();
    let holder = pki::Certificate::from_der(&holder).unwrap();
    let algorithm = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256);
    assert_eq!(algorithm_for(&holder, DigestAlgorithm::Sha256), Ok(algorithm));
    assert_eq!(answer.checked(&holder, &algorithm, &order().digest), Err(Error::SignatureInvalid));
}

#[test]
fn certificates_are_read() {
    let Some(vectors) = Vectors::find() else { return };
    let missing = certificate(&shape(&vectors, "certificateChoiceResponseWhenCertificateNotFound"));
    assert_eq!(missing, Err(Error::MobileNotFound));
    let found = certificate(&shape(&vectors, "certificateChoiceResponse")).unwrap();
    assert_eq!(found.subject().serial_number.as_deref(), Some("PNOEE-31111111111"));
    let issuer = vectors.certificate("../mobile-id/trusted-certificates/TEST_of_EID-SK_2016.pem.crt");
    found.is_issued_by(&issuer).unwrap();
    // A qualified one for signing, of somebody else than was asked for.
    let wrong = check_certificate_profile(&found, &subscriber());
    assert_eq!(wrong.unwrap_err().code(), "wrong-person");
}

/// Mobile-ID documentation, 3.1.4 and 3.2.4.
#[test]
fn our_requests_are_the_documented_ones_field_for_field() {
    let sent = |request: remote::Request| {
        let body: Value = serde_json::from_slice(request.body()).unwrap();
        (request.method().to_string(), request.uri().to_string(), body)
    };
    let mut asked = json!({
        "relyingPartyUUID": "00000000-0000-0000-0000-000000000000",
        "relyingPartyName": "DEMO",
        "phoneNumber": "+3726234566",
        "nationalIdentityNumber": "38412319871",
    });
    let mut session = CertificateRequest::new(&party(), &subscriber());
    let url = "https://tsp.demo.sk.ee/mid-api/certificate".to_owned();
    assert_eq!(sent(request(&mut session, 0)), ("POST".to_owned(), url, asked.clone()));

    for (name, value) in [
        ("hash", "0nbgC2fVdLVQFZJdBbmG7oPoElpCYsQMtrY0c0wKYRg="),
        ("hashType", "SHA256"),
        ("language", "ENG"),
        ("displayText", "This is display text."),
        ("displayTextFormat", "GSM-7"),
    ] {
        asked[name] = json!(value);
    }
    let mut session = Signature::new(&party(), &subscriber(), &order()).unwrap();
    let url = "https://tsp.demo.sk.ee/mid-api/signature".to_owned();
    assert_eq!(sent(request(&mut session, 0)), ("POST".to_owned(), url, asked));
    session.handle(ok(&json!({"sessionID": "de305d54-75b4-431b-adb2-eb6b9e546015"})), at(0));
    let asked = request(&mut session, 0);
    let url = "https://tsp.demo.sk.ee/mid-api/signature/session/de305d54-75b4-431b-adb2-eb6b9e546015?timeoutMs=30000";
    assert_eq!((asked.method().as_str(), asked.uri().to_string().as_str()), ("GET", url));
    assert!(asked.body().is_empty());
}
