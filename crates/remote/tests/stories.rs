//! Conversations with Smart-ID, played through with hand-written answers.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::sync::LazyLock;

use common::{Person, Profile, answer, at, body, done, failed, ok, sent, shown};
use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm};
use remote::smart_id::{
    AnonymousCertificateChoice, Asked, CertificateByDocument, CertificateChoice, CertificateLevel,
    DeviceLink, DeviceLinkSignature, DocumentNumber, FlowType, Interactions, LinkType, LinkedSignature,
    Nonce, PersonIdentifier, RelyingParty, SessionType, Signature, SignatureOrder, SignatureResult, ToCheck,
    check_certificate_profile, check_signature,
};
use remote::{Error, OnPhone, Prompt, Session, Step};
use serde_json::{Value, json};

const NUMBER: &str = "PNOEE-40504040001-DEM0-Q";
const ID: &str = "3d32860c-b62d-4716-9992-f6983e678761";
const MESSAGE: &[u8] = b"signed attributes";
const SHA512: SignatureAlgorithm =
    SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha512));
const PKCS1: SignatureAlgorithm = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256);

static PERSON: LazyLock<Person> = LazyLock::new(|| Person::new("PNOEE-40504040001", &Profile::default()));

fn party() -> RelyingParty {
    RelyingParty::demo("https://localhost:1234/smart-id-rp")
}

fn number() -> DocumentNumber {
    DocumentNumber::parse(NUMBER).unwrap()
}

fn order(algorithm: SignatureAlgorithm) -> SignatureOrder {
    SignatureOrder {
        digest: algorithm.digest().digest(MESSAGE),
        algorithm,
        level: CertificateLevel::Qualified,
        interactions: Interactions::for_notification("Sign loan.pdf", "Sign loan.pdf?").unwrap(),
        nonce: Some(Nonce::from_random(&[7; 18])),
    }
}

fn linked_order() -> SignatureOrder {
    let interactions = Interactions::for_device_link("Sign loan.pdf", "Sign loan.pdf?").unwrap();
    SignatureOrder { interactions, ..order(SHA512) }
}

fn signed(flow: &str) -> Value {
    json!({
        "state": "COMPLETE",
        "result": {"endResult": "OK", "documentNumber": NUMBER},
        "signatureProtocol": "RAW_DIGEST_SIGNATURE",
        "signature": {
            "value": PERSON.sign_pss_sha512(MESSAGE),
            "flowType": flow,
            "signatureAlgorithm": "rsassa-pss",
            "signatureAlgorithmParameters": {
                "hashAlgorithm": "SHA-512",
                "maskGenAlgorithm": {"algorithm": "id-mgf1", "parameters": {"hashAlgorithm": "SHA-512"}},
                "saltLength": 64,
                "trailerField": "0xbc"
            }
        },
        "cert": PERSON.cert("QUALIFIED"),
        "interactionTypeUsed": "confirmationMessage"
    })
}

fn chosen(flow: &str) -> Value {
    json!({
        "state": "COMPLETE",
        "result": {"endResult": "OK", "documentNumber": NUMBER},
        "signature": {"flowType": flow},
        "cert": PERSON.cert("QUALIFIED")
    })
}

fn opened_link() -> Value {
    json!({
        "sessionID": ID,
        "sessionToken": "wGIrqveE6AuGDATZKmR1mtAZ",
        "sessionSecret": "B98ODiVCebRedSwdTk51zFSaGYyHtY1H2A0ocAi3/Ps=",
        "deviceLinkBase": "https://smart-id.com/device-link"
    })
}

fn notification() -> Signature {
    let mut session = Signature::new(&party(), &number(), &order(SHA512)).unwrap();
    sent(&mut session, at(0.0));
    session.handle(ok(json!({"sessionID": ID, "vc": {"type": "numeric4", "value": "0042"}})), at(0.2));
    let prompt = shown(&mut session, at(0.2));
    assert_eq!(prompt, Prompt::VerificationCode { code: "0042".into(), until: at(120.2) });
    session
}

#[test]
fn a_known_account_gives_its_certificate_and_signs() {
    let mut session = CertificateByDocument::new(&party(), &number(), CertificateLevel::Qualified);
    let request = sent(&mut session, at(0.0));
    assert_eq!(request.method(), "POST");
    assert_eq!(
        request.uri().to_string(),
        "https://localhost:1234/smart-id-rp/v3/signature/certificate/PNOEE-40504040001-DEM0-Q"
    );
    assert_eq!(
        body(&request),
        json!({"relyingPartyUUID": "00000000-0000-4000-8000-000000000000", "relyingPartyName": "DEMO",
               "certificateLevel": "QUALIFIED"})
    );
    session.handle(ok(json!({"state": "OK", "cert": PERSON.cert("QUALIFIED")})), at(0.1));
    let certificate = done(&mut session, at(0.1)).certificate;

    let mut session = Signature::new(&party(), &number(), &order(SHA512)).unwrap();
    let request = sent(&mut session, at(0.0));
    assert_eq!(
        request.uri().to_string(),
        "https://localhost:1234/smart-id-rp/v3/signature/notification/document/PNOEE-40504040001-DEM0-Q"
    );
    let sent_body = body(&request);
    assert_eq!(sent_body["signatureProtocol"], "RAW_DIGEST_SIGNATURE");
    assert_eq!(sent_body["signatureProtocolParameters"]["signatureAlgorithm"], "rsassa-pss");
    let parameters = &sent_body["signatureProtocolParameters"]["signatureAlgorithmParameters"];
    assert_eq!(parameters, &json!({"hashAlgorithm": "SHA-512"}));
    assert_eq!(sent_body["signatureProtocolParameters"]["digest"].as_str().unwrap().len(), 88);
    assert_eq!(sent_body["interactions"], order(SHA512).interactions.encoded());
    assert!(sent_body["nonce"].as_str().unwrap().len() <= 30);

    let mut session = notification();
    let request = sent(&mut session, at(0.3));
    assert_eq!(request.method(), "GET");
    assert_eq!(
        request.uri().path_and_query().unwrap(),
        &format!("/smart-id-rp/v3/session/{ID}?timeoutMs=30000")[..]
    );
    session.handle(ok(json!({"state": "RUNNING"})), at(30.3));
    sent(&mut session, at(30.3));
    session.handle(ok(signed("Notification")), at(41.0));
    let result = done(&mut session, at(41.0));
    check(&result, &certificate).unwrap();

    let kept = serde_json::to_string(&result).unwrap();
    assert_eq!(serde_json::from_str::<SignatureResult>(&kept).unwrap(), result);
}

fn check(result: &SignatureResult, certificate: &pki::Certificate) -> Result<(), Error> {
    let order = order(SHA512);
    let expected = ToCheck {
        certificate,
        document_number: &number(),
        digest: &order.digest,
        algorithm: &SHA512,
        level: order.level,
        interactions: &order.interactions,
        flows: &[FlowType::Notification],
    };
    check_signature(result, &expected)
}

fn result_of(body: Value) -> Result<SignatureResult, Error> {
    let mut session = notification();
    sent(&mut session, at(1.0));
    session.handle(ok(body), at(2.0));
    match session.poll(at(2.0))? {
        Step::Done(result) => Ok(result),
        _ => panic!("not done"),
    }
}

#[test]
fn the_legacy_algorithm_signs_too() {
    let order = order(PKCS1);
    let mut session = Signature::new(&party(), &number(), &order).unwrap();
    let parameters = body(&sent(&mut session, at(0.0)))["signatureProtocolParameters"].clone();
    assert_eq!(parameters["signatureAlgorithm"], "sha256WithRSAEncryption");
    assert!(parameters.get("signatureAlgorithmParameters").is_none());

    let mut answer = signed("Notification");
    answer["signature"] = json!({"value": PERSON.sign_pkcs1_sha256(MESSAGE), "flowType": "Notification",
        "signatureAlgorithm": "sha256WithRSAEncryption"});
    let result = result_of(answer).unwrap();
    let expected = ToCheck {
        certificate: &PERSON.certificate,
        document_number: &number(),
        digest: &order.digest,
        algorithm: &PKCS1,
        level: order.level,
        interactions: &order.interactions,
        flows: &[FlowType::Notification],
    };
    check_signature(&result, &expected).unwrap();
    assert_eq!(check(&result, &PERSON.certificate).unwrap_err().code(), "weak-parameters");
}

#[test]
fn a_person_chooses_an_account_on_the_phone() {
    let person = PersonIdentifier::from_country_code("EE", "40504040001").unwrap();
    let nonce = Nonce::parse("cmFuZG9tTm9uY2U=").unwrap();
    let mut session = CertificateChoice::new(&party(), &person, CertificateLevel::Qscd, Some(&nonce));
    let request = sent(&mut session, at(0.0));
    assert!(
        request
            .uri()
            .path()
            .ends_with("/v3/signature/certificate-choice/notification/etsi/PNOEE-40504040001")
    );
    assert_eq!(
        body(&request),
        json!({"relyingPartyUUID": "00000000-0000-4000-8000-000000000000", "relyingPartyName": "DEMO",
               "certificateLevel": "QSCD", "nonce": "cmFuZG9tTm9uY2U="})
    );
    session.handle(ok(json!({"sessionID": ID, "unknown": {}})), at(0.5));
    assert_eq!(shown(&mut session, at(0.5)), Prompt::ConfirmOnPhone);
    sent(&mut session, at(0.5));
    session.handle(ok(chosen("Notification")), at(4.0));
    let chosen = done(&mut session, at(4.0));
    assert_eq!((chosen.document_number, chosen.level), (number(), CertificateLevel::Qualified));
    assert!(chosen.session.is_none());
    check_certificate_profile(&chosen.certificate, CertificateLevel::Qscd, Some(&person)).unwrap();
}

#[test]
fn a_scanned_code_is_new_each_second_and_the_signature_follows_without_a_code() {
    let mut session = AnonymousCertificateChoice::new(&party(), CertificateLevel::Qualified, None);
    let request = sent(&mut session, at(0.0));
    assert!(request.uri().path().ends_with("/v3/signature/certificate-choice/device-link/anonymous"));
    session.handle(ok(opened_link()), at(0.0));
    let mut links = Vec::new();
    for second in 0..5_u32 {
        let now = at(f64::from(second) + 0.01);
        let Prompt::DeviceLink { link, svg, elapsed } = shown(&mut session, now) else { panic!("no link") };
        assert_eq!(elapsed, u64::from(second));
        assert!(link.contains(&format!("deviceLinkType=QR&elapsedSeconds={second}&sessionToken=")));
        assert!(svg.starts_with("<svg "));
        links.push(link);
        let request = sent(&mut session, now);
        assert!(request.uri().to_string().ends_with("?timeoutMs=1000"));
        session.handle(ok(json!({"state": "RUNNING"})), at(f64::from(second) + 1.01));
    }
    links.dedup_by_key(|link| link.rsplit_once('=').unwrap().1.to_owned());
    assert_eq!(links.len(), 5);

    shown(&mut session, at(5.1));
    sent(&mut session, at(5.1));
    session.handle(ok(chosen("QR")), at(5.4));
    assert_eq!(shown(&mut session, at(5.4)), Prompt::DeviceLinkWithdrawn);
    let chosen = done(&mut session, at(5.4));
    let linked = chosen.session.unwrap();
    assert_eq!(format!("{linked:?}"), "LinkedSession([secret])");

    let refused =
        LinkedSignature::new(&party(), &chosen.document_number, &linked, &order(SHA512)).unwrap_err();
    assert_eq!(refused.code(), "interaction");

    let mut session =
        LinkedSignature::new(&party(), &chosen.document_number, &linked, &linked_order()).unwrap();
    let request = sent(&mut session, at(5.5));
    assert!(request.uri().path().ends_with("/v3/signature/notification/linked/PNOEE-40504040001-DEM0-Q"));
    assert_eq!(body(&request)["linkedSessionID"], ID);
    session.handle(ok(json!({"sessionID": "56e1c1d0-dc07-4c71-890b-6200856b8c75"})), at(5.6));
    assert_eq!(shown(&mut session, at(5.6)), Prompt::ApproveOnPhone);
    sent(&mut session, at(5.6));
    session.handle(ok(signed("QR")), at(9.0));
    let result = done(&mut session, at(9.0));
    assert_eq!(check(&result, &PERSON.certificate), Err(Error::UnexpectedFlow { found: "QR".into() }));
}

#[test]
fn a_code_that_nobody_scans_disappears_after_a_minute() {
    let mut session = AnonymousCertificateChoice::new(&party(), CertificateLevel::Qualified, None);
    sent(&mut session, at(0.0));
    session.handle(ok(opened_link()), at(0.0));
    let mut now = 0.0;
    let (mut shown, mut withdrawn, mut last) = (0, None, None);
    let end = loop {
        match session.poll(at(now)) {
            Ok(Step::Show(Prompt::DeviceLink { elapsed, .. })) => {
                assert_eq!(withdrawn, None);
                assert!(last.is_none_or(|last| elapsed == last + 1), "a second was left out");
                last = Some(elapsed);
                shown += 1;
            }
            Ok(Step::Show(Prompt::DeviceLinkWithdrawn)) => withdrawn = Some(now),
            Ok(Step::Send(request)) => {
                let held = if request.uri().to_string().ends_with("timeoutMs=1000") { 1.0 } else { 30.0 };
                now += held;
                session.handle(ok(json!({"state": "RUNNING"})), at(now));
            }
            Ok(Step::Wait { until }) => now = (until.unix_millis() - at(0.0).unix_millis()) as f64 / 1000.0,
            Ok(other) => panic!("{other:?}"),
            Err(error) => break error,
        }
    };
    assert_eq!((shown, withdrawn, end), (61, Some(61.0), Error::TimedOut));
    assert!((120.0..=122.0).contains(&now));
}

#[test]
fn a_refusal_takes_the_code_away_first() {
    let mut session = AnonymousCertificateChoice::new(&party(), CertificateLevel::Qualified, None);
    sent(&mut session, at(0.0));
    session.handle(ok(opened_link()), at(0.0));
    shown(&mut session, at(0.0));
    sent(&mut session, at(0.0));
    session.handle(
        ok(json!({"state": "COMPLETE", "result": {"endResult": "USER_REFUSED_CERT_CHOICE"}})),
        at(0.5),
    );
    assert_eq!(shown(&mut session, at(0.5)), Prompt::DeviceLinkWithdrawn);
    assert_eq!(failed(&mut session, at(0.5)), Error::UserRefusedCertificateChoice);
    assert_eq!(failed(&mut session, at(0.6)), Error::UserRefusedCertificateChoice);
}

#[test]
fn a_broken_connection_repeats_the_same_request() {
    let mut session = Signature::new(&party(), &number(), &order(SHA512)).unwrap();
    let first = sent(&mut session, at(0.0));
    let second = sent(&mut session, at(3.0));
    assert_eq!((first.uri(), first.body()), (second.uri(), second.body()));
    let mut session = notification();
    assert_eq!(sent(&mut session, at(1.0)).uri(), sent(&mut session, at(5.0)).uri());
}

#[test]
fn a_service_that_answers_at_once_is_not_asked_without_pause() {
    let mut session = notification();
    sent(&mut session, at(1.0));
    session.handle(ok(json!({"state": "RUNNING"})), at(1.1));
    assert!(matches!(session.poll(at(1.1)), Ok(Step::Wait { until }) if until == at(2.0)));
    sent(&mut session, at(2.0));
}

#[test]
fn a_short_illness_of_the_service_does_not_lose_the_pin() {
    let mut session = notification();
    let mut now = 1.0;
    for _ in 0..3 {
        sent(&mut session, at(now));
        session.handle(answer(503, &json!({})), at(now));
        let Ok(Step::Wait { until }) = session.poll(at(now)) else { panic!("no pause") };
        now = (until.unix_millis() - at(0.0).unix_millis()) as f64 / 1000.0;
    }
    assert_eq!(now, 8.0);
    sent(&mut session, at(now));
    session.handle(ok(signed("Notification")), at(9.0));
    assert!(check(&done(&mut session, at(9.0)), &PERSON.certificate).is_ok());

    let mut session = notification();
    for second in 0..4 {
        let now = at(f64::from(second * 10));
        sent(&mut session, now);
        session.handle(answer(502, &json!({})), now);
    }
    assert_eq!(failed(&mut session, at(40.0)), Error::Unavailable { status: Some(502) });
}

#[test]
fn nobody_waits_for_ever() {
    let mut session = notification();
    sent(&mut session, at(1.0));
    session.handle(ok(json!({"state": "RUNNING"})), at(31.0));
    assert!(sent(&mut session, at(170.2)).uri().to_string().ends_with("timeoutMs=10000"));
    session.handle(ok(json!({"state": "RUNNING"})), at(180.2));
    assert_eq!(failed(&mut session, at(180.3)), Error::TimedOut);
}

#[test]
fn refusals_before_the_phone_rings() {
    for (status, code) in [
        (400, "bad-request"),
        (401, "service-refused"),
        (403, "service-forbids"),
        (404, "not-found"),
        (472, "see-app"),
        (480, "client-too-old"),
        (500, "unavailable"),
        (580, "maintenance"),
    ] {
        let mut session = Signature::new(&party(), &number(), &order(SHA512)).unwrap();
        sent(&mut session, at(0.0));
        session.handle(answer(status, &json!({"errors": [{"code": "NO_SUITABLE_ACCOUNT_FOUND"}]})), at(0.1));
        assert_eq!(failed(&mut session, at(0.1)).code(), code);
    }
    let mut session = notification();
    sent(&mut session, at(1.0));
    session.handle(answer(404, &json!({})), at(1.1));
    // One of several machines may not know of it yet: it is asked for once more.
    assert!(matches!(session.poll(at(1.2)), Ok(Step::Wait { until }) if until == at(2.1)));
    assert!(matches!(session.on_phone(), OnPhone::Open(_)));
    sent(&mut session, at(2.1));
    session.handle(answer(404, &json!({})), at(2.2));
    assert_eq!(failed(&mut session, at(2.2)), Error::SessionLost);
    assert_eq!(session.on_phone(), OnPhone::Over);

    let mut session = CertificateByDocument::new(&party(), &number(), CertificateLevel::Qualified);
    sent(&mut session, at(0.0));
    session.handle(ok(json!({"state": "DOCUMENT_UNUSABLE"})), at(0.1));
    assert_eq!(failed(&mut session, at(0.1)), Error::DocumentUnusable);

    let mut session = CertificateByDocument::new(&party(), &number(), CertificateLevel::Qualified);
    sent(&mut session, at(0.0));
    session.handle(ok(json!({"state": "OK", "cert": PERSON.cert("ADVANCED")})), at(0.1));
    assert_eq!(failed(&mut session, at(0.1)).code(), "level-too-low");
}

#[test]
fn openings_that_lie_are_refused() {
    for opening in [
        json!({"sessionID": ID}),
        json!({"sessionID": ID, "vc": {"type": "numeric4", "value": "12a4"}}),
        json!({"sessionID": ID, "vc": {"type": "alpha", "value": "1234"}}),
        json!({"sessionID": "../../admin?x=", "vc": {"type": "numeric4", "value": "1234"}}),
        json!({"vc": {"type": "numeric4", "value": "1234"}}),
    ] {
        let mut session = Signature::new(&party(), &number(), &order(SHA512)).unwrap();
        sent(&mut session, at(0.0));
        session.handle(ok(opening), at(0.1));
        assert_eq!(failed(&mut session, at(0.1)).code(), "malformed-answer");
    }
    for (field, value) in [
        ("sessionSecret", "not base64!"),
        ("sessionSecret", ""),
        ("sessionToken", "a&authCode=b"),
        ("deviceLinkBase", "javascript:alert(1)"),
        ("deviceLinkBase", "https://smart-id.com/?x=1"),
    ] {
        let mut opening = opened_link();
        opening[field] = json!(value);
        let mut session = AnonymousCertificateChoice::new(&party(), CertificateLevel::Qualified, None);
        sent(&mut session, at(0.0));
        session.handle(ok(opening), at(0.1));
        assert_eq!(failed(&mut session, at(0.1)), Error::Malformed { what: field.into() });
    }
}

#[test]
fn another_signature_than_the_one_asked_for_is_refused() {
    let certificate = &PERSON.certificate;
    let right = result_of(signed("Notification")).unwrap();
    check(&right, certificate).unwrap();
    let code = |change: &dyn Fn(&mut SignatureResult)| {
        let mut result = right.clone();
        change(&mut result);
        check(&result, certificate).unwrap_err().code()
    };
    let other = Person::new("PNOEE-40504040001", &Profile::default()).certificate;
    assert_eq!(code(&|result| result.certificate = other.clone()), "certificate-mismatch");
    let number = DocumentNumber::parse("PNOEE-40504040001-MOCK-Q").unwrap();
    assert_eq!(code(&|result| result.document_number = number.clone()), "wrong-document");
    assert_eq!(code(&|result| result.level = CertificateLevel::Advanced), "level-too-low");
    assert_eq!(code(&|result| result.flow_type = FlowType::Web2App), "unexpected-flow");
    assert_eq!(
        code(&|result| result.interaction_type = Some("verificationCodeChoice".into())),
        "unexpected-interaction"
    );
    assert_eq!(code(&|result| result.interaction_type = None), "unexpected-interaction");
    assert_eq!(code(&|result| result.value[100] ^= 1), "signature-invalid");
    assert_eq!(code(&|result| result.value.clear()), "signature-invalid");
    assert_eq!(code(&|result| result.algorithm = PKCS1), "weak-parameters");

    let different_message = SignatureOrder { digest: vec![9; 64], ..order(SHA512) };
    let expected = ToCheck {
        certificate,
        document_number: &right.document_number,
        digest: &different_message.digest,
        algorithm: &SHA512,
        level: CertificateLevel::Qualified,
        interactions: &different_message.interactions,
        flows: &[FlowType::Notification],
    };
    assert_eq!(check_signature(&right, &expected), Err(Error::SignatureInvalid));
}

#[test]
fn another_algorithm_is_told_in_the_words_of_the_standard() {
    let mut result = result_of(signed("Notification")).unwrap();
    result.algorithm = PKCS1;
    let Err(Error::WeakParameters { expected, found, .. }) = check(&result, &PERSON.certificate) else {
        panic!("let through")
    };
    assert_eq!(expected, "RSASSA-PSS, SHA-512, salt 64");
    assert!(found.starts_with("RSASSA-PKCS1-v1_5, SHA-"), "{found}");
}

#[test]
fn weaker_pss_parameters_are_named() {
    let changed = |pointer: &str, value: Value| {
        let mut answer = signed("Notification");
        *answer.pointer_mut(&format!("/signature/signatureAlgorithmParameters/{pointer}")).unwrap() = value;
        match result_of(answer).and_then(|result| check(&result, &PERSON.certificate)) {
            Err(Error::WeakParameters { parameter, .. }) => parameter,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(changed("hashAlgorithm", json!("SHA-256")), "hashAlgorithm");
    assert_eq!(changed("maskGenAlgorithm/parameters/hashAlgorithm", json!("SHA-256")), "maskGenAlgorithm");
    assert_eq!(changed("maskGenAlgorithm/algorithm", json!("id-mgf9")), "maskGenAlgorithm");
    assert_eq!(changed("saltLength", json!(20)), "saltLength");
    assert_eq!(changed("trailerField", json!("0xcc")), "trailerField");
}

#[test]
fn a_certificate_for_something_else_is_refused() {
    let missing = |profile: Profile, level| {
        let person = Person::new("PNOEE-40504040001", &profile);
        match check_certificate_profile(&person.certificate, level, None) {
            Err(Error::ProfileMismatch { missing }) => missing,
            Err(Error::NotForSigning) => "keyUsage nonRepudiation",
            other => panic!("{other:?}"),
        }
    };
    let qualified = CertificateLevel::Qualified;
    let usage = rcgen::KeyUsagePurpose::DigitalSignature;
    assert_eq!(missing(Profile { usage, ..Profile::default() }, qualified), "keyUsage nonRepudiation");
    let policies = vec!["2b06010401ce1f1102"];
    assert_eq!(missing(Profile { policies, ..Profile::default() }, qualified), "policy 0.4.0.194112.1.2");
    let advanced = || vec!["2b06010401ce1f1101", "04008f7a0101"];
    let profile = || Profile { policies: advanced(), statements: vec![], ..Profile::default() };
    assert_eq!(missing(profile(), qualified), "policy 1.3.6.1.4.1.10015.17.2");
    let person = Person::new("PNOLT-50404049999", &profile());
    assert_eq!(check_certificate_profile(&person.certificate, CertificateLevel::Advanced, None), Ok(()));
    for (statements, name) in [
        (vec!["sscd", "esign"], "QcCompliance"),
        (vec!["compliance", "esign"], "QcSSCD"),
        (vec!["compliance", "sscd"], "QcType esign"),
    ] {
        assert_eq!(missing(Profile { statements, ..Profile::default() }, qualified), name);
    }
}

#[test]
fn a_certificate_of_somebody_else_is_refused() {
    let expected = PersonIdentifier::parse("PNOEE-30403039917").unwrap();
    assert_eq!(
        check_certificate_profile(&PERSON.certificate, CertificateLevel::Qualified, Some(&expected)),
        Err(Error::WrongPerson {
            expected: "PNOEE-•••••••9917".into(), found: "PNOEE-•••••••0001".into()
        })
    );
}

#[test]
fn secrets_are_never_printed() {
    let mut session = AnonymousCertificateChoice::new(&party(), CertificateLevel::Qualified, None);
    sent(&mut session, at(0.0));
    session.handle(ok(opened_link()), at(0.0));
    shown(&mut session, at(0.0));
    let step = format!("{:?}", session.poll(at(0.0)));
    assert_eq!(step, "Ok(Send(GET Some(\"localhost\")))");
    let printed = format!("{session:?} {step}");
    for secret in [ID, "B98ODiVCebRedSwdTk51zFSaGYyHtY1H2A0ocAi3", "wGIrqveE6AuGDATZKmR1mtAZ"] {
        assert!(!printed.contains(secret), "{printed}");
    }
    let printed = format!("{:?}", notification());
    assert!(!printed.contains(ID), "{printed}");
}

#[test]
fn a_digest_of_another_length_never_leaves() {
    let order = SignatureOrder { digest: vec![0; 32], ..order(SHA512) };
    assert_eq!(Signature::new(&party(), &number(), &order).unwrap_err().code(), "algorithm");
    let mut short = PssParameters::standard(DigestAlgorithm::Sha512);
    short.salt_length = 20;
    let order = SignatureOrder { algorithm: SignatureAlgorithm::RsaPss(short), ..linked_order() };
    assert_eq!(Signature::new(&party(), &number(), &order).unwrap_err().code(), "algorithm");
    let order = SignatureOrder { algorithm: SignatureAlgorithm::Ed25519, ..linked_order() };
    assert_eq!(Signature::new(&party(), &number(), &order).unwrap_err().code(), "algorithm");
}

#[test]
fn a_known_account_or_person_signs_by_a_scanned_code() {
    let number = number();
    let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
    for (asked, end) in [
        (Asked::Account(&number), "/v3/signature/device-link/document/PNOEE-40504040001-DEM0-Q"),
        (Asked::Person(&person), "/v3/signature/device-link/etsi/PNOEE-40504040001"),
    ] {
        let order = linked_order();
        let mut session = DeviceLinkSignature::new(&party(), asked, &order).unwrap();
        let request = sent(&mut session, at(0.0));
        assert!(request.uri().path().ends_with(end), "{}", request.uri());
        let asked_for = body(&request);
        session.handle(ok(opened_link()), at(0.0));
        for second in 0..2_u32 {
            let Prompt::DeviceLink { link, .. } = shown(&mut session, at(f64::from(second))) else {
                panic!("no link")
            };
            // The code over the link is made with what was sent, to the letter.
            let bare = link.rsplit_once("&authCode=").unwrap().0;
            assert!(bare.contains("&sessionType=sign&"), "{bare}");
            let digest = asked_for["signatureProtocolParameters"]["digest"].as_str().unwrap();
            let signed =
                SessionType::Signature { digest, interactions: asked_for["interactions"].as_str().unwrap() };
            let opened = opened_link();
            let key = base64::Engine::decode(
                &base64::engine::general_purpose::STANDARD,
                opened["sessionSecret"].as_str().unwrap(),
            );
            let link_of = DeviceLink {
                base: opened["deviceLinkBase"].as_str().unwrap(),
                token: opened["sessionToken"].as_str().unwrap(),
                link: LinkType::Qr { elapsed: u64::from(second) },
                session: signed,
                callback: "",
            };
            assert_eq!(link, link_of.protected(&party(), &key.unwrap()).reveal());
            sent(&mut session, at(f64::from(second)));
            session.handle(ok(json!({"state": "RUNNING"})), at(f64::from(second) + 0.99));
        }
        shown(&mut session, at(2.0));
        sent(&mut session, at(2.0));
        session.handle(ok(signed("QR")), at(2.4));
        assert_eq!(shown(&mut session, at(2.4)), Prompt::DeviceLinkWithdrawn);
        let result = done(&mut session, at(2.4));
        assert_eq!((&result.flow_type, &result.document_number), (&FlowType::Qr, &number));
    }
    let refused = DeviceLinkSignature::new(&party(), Asked::Account(&number), &order(SHA512));
    assert_eq!(refused.unwrap_err().code(), "interaction", "no code is shown, so none is chosen");
}

#[test]
fn a_person_is_asked_for_a_signature_without_an_account() {
    let person = PersonIdentifier::parse("PNOLV-050405-10009").unwrap();
    let mut session = Signature::of(&party(), Asked::Person(&person), &order(SHA512)).unwrap();
    let request = sent(&mut session, at(0.0));
    assert!(request.uri().path().ends_with("/v3/signature/notification/etsi/PNOLV-050405-10009"));
}
