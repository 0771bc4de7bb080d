//! What the service's own client sends for a certificate or a signature, and what ours sends, field for field. What the one
//! has and the other has not is named here, with the reason.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use remote::smart_id::{
    AnonymousCertificateChoice, Asked, CertificateByDocument, CertificateChoice, CertificateLevel,
    DeviceLinkSignature, Interaction, Interactions, LinkedSignature, Nonce, PersonIdentifier, RelyingParty,
    Signature, SignatureOrder,
};
use remote::{Error, Session};
use serde_json::{Value, json};

use super::{PSS, Vectors, at, linked, linked_order, number, ok, party, request, sent};

/// A field that one of the two has alone, and why that is meant.
type Alone = (&'static str, &'static str);

/// Ours always says it, since what is left out is left to the service.
const LEVEL: Alone =
    ("certificateLevel", "contracts are signed with qualified certificates: said, not presumed");
/// Theirs alone.
const CALLBACK: Alone = (
    "initialCallbackUrl",
    "same-device links are left out: the app is on another device than this computer, and no page of ours waits for it",
);

/// Fails for whatever differs and is not named, and for what is named and does not differ.
#[track_caller]
fn same(ours: Value, published: Value, theirs_alone: &[Alone], ours_alone: &[Alone]) {
    let without = |mut message: Value, other: &Value, alone: &[Alone]| {
        for (name, why) in alone {
            assert!(!why.is_empty() && other.get(*name).is_none(), "{name} is in both");
            assert!(message.as_object_mut().unwrap().remove(*name).is_some(), "{name} is in neither");
        }
        message
    };
    let theirs = without(published.clone(), &ours, theirs_alone);
    assert_eq!(without(ours, &published, ours_alone), theirs);
}

/// One who agreed with the provider that phones tell their address.
fn sharing() -> RelyingParty {
    RelyingParty { share_md_client_ip_address: true, ..party() }
}

fn shape(vectors: &Vectors, name: &str) -> Value {
    vectors.json(&format!("request-shapes/sign/{name}.json"))
}

fn person() -> PersonIdentifier {
    PersonIdentifier::parse("PNOEE-40504040001").unwrap()
}

#[test]
fn certificates_are_asked_for_as_published() {
    use CertificateLevel::{Advanced, Qualified};
    let Some(vectors) = Vectors::find() else { return };
    let shape = |name| shape(&vectors, name);
    let by_document = |level| sent(CertificateByDocument::new(&party(), &number(), level));
    same(by_document(Advanced), shape("certificate-by-document-number-request-all-fields"), &[], &[]);
    let required = shape("certificate-by-document-number-request-only-required-fields");
    same(by_document(Qualified), required, &[], &[LEVEL]);

    let nonce = Nonce::parse("cmFuZG9tTm9uY2U=").unwrap();
    let choice =
        |party: &RelyingParty, nonce| sent(CertificateChoice::new(party, &person(), Qualified, nonce));
    let all = shape("notification/cert-choice/certificate-choice-session-request-all-fields");
    same(choice(&sharing(), Some(&nonce)), all, &[], &[]);
    let required = shape("notification/cert-choice/certificate-choice-session-request-only-required-fields");
    same(choice(&party(), None), required, &[], &[LEVEL]);

    let long = Nonce::parse("d8XkbEnA0WsE0PvBZZoxGnPI4ml9qk").unwrap();
    let scanned =
        |party: &RelyingParty, level, nonce| sent(AnonymousCertificateChoice::new(party, level, nonce));
    let qr = shape("linked/cert-choice/certificate-choice-session-request-for-qr-code");
    same(scanned(&party(), Advanced, None), qr, &[], &[]);
    let all = shape("linked/cert-choice/certificate-choice-session-request-all-fields");
    same(scanned(&sharing(), Qualified, Some(&long)), all, &[CALLBACK], &[]);
    let link = shape("linked/cert-choice/certificate-choice-session-request-device-link");
    same(scanned(&party(), Qualified, None), link, &[CALLBACK], &[]);
}

#[test]
fn signatures_are_asked_for_by_push_as_published() {
    let Some(vectors) = Vectors::find() else { return };
    let shape = |name| shape(&vectors, name);
    let order = |level, nonce| SignatureOrder {
        digest: vec![b'a'; 64],
        algorithm: PSS,
        level,
        interactions: Interactions::new(vec![Interaction::ConfirmationMessage("Sign it!".to_owned())])
            .unwrap(),
        nonce,
    };
    let (all, required) = (
        shape("notification/signature/notification-signature-session-request-all-fields"),
        shape("notification/signature/notification-signature-session-request-only-required-fields"),
    );
    let long = Nonce::parse("d8XkbEnA0WsE0PvBZZoxGnPI4ml9qk").unwrap();
    let qscd = order(CertificateLevel::Qscd, Some(long));
    let plain = order(CertificateLevel::Qualified, None);
    // An account and a person are told apart by the address alone.
    for asked in [Asked::Account(&number()), Asked::Person(&person())] {
        same(sent(Signature::of(&sharing(), asked, &qscd).unwrap()), all.clone(), &[], &[]);
        same(sent(Signature::of(&party(), asked, &plain).unwrap()), required.clone(), &[], &[LEVEL]);
    }

    let all = shape("linked/signature/linked-notification-signature-session-request-all-fields");
    let digest = STANDARD.decode(all["signatureProtocolParameters"]["digest"].as_str().unwrap()).unwrap();
    let session = linked(all["linkedSessionID"].clone());
    let order = |nonce| SignatureOrder { digest: digest.clone(), nonce, ..linked_order("Sign?") };
    let signature =
        |party: &RelyingParty, order| sent(LinkedSignature::new(party, &number(), &session, &order).unwrap());
    let nonce = Nonce::parse("cmFuZG9tTm9uY2U=").unwrap();
    same(signature(&sharing(), order(Some(nonce))), all, &[], &[]);
    let required =
        shape("linked/signature/linked-notification-signature-session-request-only-required-fields");
    same(signature(&party(), order(None)), required, &[], &[LEVEL]);
}

#[test]
fn signatures_are_asked_for_by_code_as_published() {
    let Some(vectors) = Vectors::find() else { return };
    for (name, theirs_alone) in [
        ("device-link/signature/device-link-signature-request-qr-code", &[][..]),
        ("device-link/signature/device-link-signature-request-same-device", &[CALLBACK]),
        ("device-link/signature/device-link-signature-request-all-fields", &[CALLBACK]),
    ] {
        let mut published = shape(&vectors, name);
        let uuid = published["relyingPartyUUID"].as_str().unwrap().to_owned();
        let party = RelyingParty { uuid, ..party() };
        let short = STANDARD.decode(published["signatureProtocolParameters"]["digest"].as_str().unwrap());
        let order = |digest| SignatureOrder { digest, ..linked_order("Sign document?") };
        let asked = Asked::Account(&number());
        // Theirs has a digest of 32 bytes, and says that SHA-512 made it: ours does not send that.
        let refused = DeviceLinkSignature::new(&party, asked, &order(short.unwrap()));
        assert!(matches!(refused, Err(Error::Algorithm { .. })), "{name}");
        published["signatureProtocolParameters"]["digest"] = json!(STANDARD.encode([b'a'; 64]));
        for asked in [asked, Asked::Person(&person())] {
            let ours = sent(DeviceLinkSignature::new(&party, asked, &order(vec![b'a'; 64])).unwrap());
            same(ours, published.clone(), theirs_alone, &[LEVEL]);
        }
    }
}

/// What the service refuses of its own client: by another name, ours says the same; a request without a name it cannot make.
#[test]
fn requests_that_are_refused_are_as_published_or_cannot_be_made() {
    let Some(vectors) = Vectors::find() else { return };
    let shape = |name| shape(&vectors, name);
    let stranger = RelyingParty { name: "NOT DEMO".to_owned(), ..party() };
    let choice = || CertificateChoice::new(&stranger, &person(), CertificateLevel::Qualified, None);
    let published = shape("notification/cert-choice/certificate-choice-session-request-invalid-credentials");
    same(sent(choice()), published, &[], &[LEVEL]);
    let order = SignatureOrder {
        digest: vec![b'a'; 64],
        algorithm: PSS,
        level: CertificateLevel::Qualified,
        interactions: Interactions::new(vec![Interaction::ConfirmationMessage("Sign it!".to_owned())])
            .unwrap(),
        nonce: None,
    };
    let signature = || Signature::new(&stranger, &number(), &order).unwrap();
    let published =
        shape("notification/signature/notification-signature-session-request-invalid-credentials");
    same(sent(signature()), published, &[], &[LEVEL]);
    for (status, code) in [(401, "service-refused"), (403, "service-forbids")] {
        let mut session = signature();
        request(&mut session, 0);
        let answer = http::Response::builder().status(status).body(Vec::new()).unwrap();
        session.handle(answer, at(0));
        assert_eq!(session.poll(at(0)).unwrap_err().code(), code);
    }

    for name in [
        "notification/cert-choice/certificate-choice-session-request-invalid",
        "notification/signature/notification-signature-session-request-invalid",
    ] {
        let published = shape(name);
        let theirs: Vec<_> = published.as_object().unwrap().keys().collect();
        assert_eq!(theirs, ["relyingPartyUUID"], "{name}");
        for ours in [sent(choice()), sent(signature())] {
            assert!(ours["relyingPartyName"].is_string());
        }
    }
    let mut session = choice();
    request(&mut session, 0);
    let mut answer = ok(&json!({"detail": "relyingPartyName is missing"}));
    *answer.status_mut() = http::StatusCode::BAD_REQUEST;
    session.handle(answer, at(0));
    let error = Error::BadRequest { detail: "relyingPartyName is missing".to_owned() };
    assert_eq!(session.poll(at(0)).unwrap_err(), error);
}

/// Off, unless the profile says that it was agreed on; and never where no session is opened.
#[test]
fn what_takes_an_agreement_is_asked_for_where_there_is_one() {
    let agreed = RelyingParty { capabilities: vec!["QUALIFIED".to_owned()], ..sharing() };
    let order = linked_order("Sign?");
    let of = |party: &RelyingParty| {
        let account = Asked::Account(&number());
        [
            sent(CertificateChoice::new(party, &person(), CertificateLevel::Qualified, None)),
            sent(AnonymousCertificateChoice::new(party, CertificateLevel::Qualified, None)),
            sent(Signature::of(party, account, &order).unwrap()),
            sent(DeviceLinkSignature::new(party, account, &order).unwrap()),
        ]
    };
    for (without, with) in of(&party()).into_iter().zip(of(&agreed)) {
        let mut expected = without;
        expected["capabilities"] = json!(["QUALIFIED"]);
        expected["requestProperties"] = json!({"shareMdClientIpAddress": true});
        same(with, expected, &[], &[]);
    }
    let known = |party| sent(CertificateByDocument::new(party, &number(), CertificateLevel::Qualified));
    same(known(&agreed), known(&party()), &[], &[]);
}
