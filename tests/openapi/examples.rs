//! The examples that the publisher prints, through our client: each request beside ours, field for field, and each answer
//! read to its outcome. What is for logins is named, and left out.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm, Time};
use remote::smart_id::{
    AnonymousCertificateChoice, Asked, CertificateByDocument, CertificateChoice, CertificateLevel,
    ChosenCertificate, DeviceLinkSignature, DocumentNumber, Interaction, Interactions, LinkedSignature,
    Nonce, PersonIdentifier, RelyingParty, Signature, SignatureOrder, SignatureResult,
};
use remote::{Error, Prompt, Session, Step};
use serde_json::{Value, json};

use crate::judge::Judge;

const LEVEL: CertificateLevel = CertificateLevel::Qualified;
const PSS: SignatureAlgorithm = SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha512));
const PKCS1: SignatureAlgorithm = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha512);

/// Logins: this program asks for none.
const LOGINS: [&str; 3] = [
    "DeviceLinkAuthenticationRequestBodyExample",
    "NotificationAuthenticationRequestBodyExample",
    "NotificationAuthenticationResponseExample",
];

/// The examples, and which of them were told of.
struct Examples {
    all: Value,
    told: BTreeSet<String>,
}

impl Examples {
    fn get() -> Option<Self> {
        let all = Judge::get()?.documents().first()?.published["components"]["examples"].clone();
        Some(Self { all, told: LOGINS.map(str::to_owned).into() })
    }

    fn take(&mut self, name: &str) -> Value {
        self.told.insert(name.to_owned());
        let value = self.all[name]["value"].clone();
        assert!(value.is_object(), "{name}");
        value
    }
}

fn now() -> Time {
    Time::from_unix_seconds(1_774_400_000)
}

fn party() -> RelyingParty {
    RelyingParty {
        share_md_client_ip_address: true,
        ..RelyingParty::demo("https://sid.demo.sk.ee/smart-id-rp")
    }
}

fn number() -> DocumentNumber {
    DocumentNumber::parse("PNOEE-30001010004-BVFM-Q").unwrap()
}

fn person() -> PersonIdentifier {
    PersonIdentifier::parse("PNOEE-30001010004").unwrap()
}

/// The order that an example is about.
fn order(example: &Value, algorithm: SignatureAlgorithm) -> SignatureOrder {
    let digest = example["signatureProtocolParameters"]["digest"].as_str().unwrap();
    let offered = STANDARD.decode(example["interactions"].as_str().unwrap()).unwrap();
    let offered: Vec<Value> = serde_json::from_slice(&offered).unwrap();
    let screen = |one: &Value| {
        let text = |name: &str| one[name].as_str().unwrap().to_owned();
        match one["type"].as_str().unwrap() {
            "confirmationMessage" => Interaction::ConfirmationMessage(text("displayText200")),
            "displayTextAndPIN" => Interaction::DisplayTextAndPin(text("displayText60")),
            other => panic!("{other}"),
        }
    };
    SignatureOrder {
        digest: STANDARD.decode(digest).unwrap(),
        algorithm,
        level: LEVEL,
        interactions: Interactions::new(offered.iter().map(screen).collect()).unwrap(),
        nonce: Some(Nonce::parse(example["nonce"].as_str().unwrap()).unwrap()),
    }
}

fn answer(status: u16, body: &Value) -> remote::Response {
    http::Response::builder().status(status).body(body.to_string().into_bytes()).unwrap()
}

fn sent<S: Session>(session: &mut S) -> Value {
    let Ok(Step::Send(request)) = session.poll(now()) else { panic!("a request") };
    serde_json::from_slice(request.body()).unwrap_or_default()
}

/// What comes out after these answers.
fn after<S: Session>(mut session: S, answers: &[Value]) -> Result<S::Output, Error> {
    for body in answers {
        loop {
            match session.poll(now())? {
                Step::Send(_) => break,
                Step::Show(_) => {}
                Step::Wait { .. } | Step::Done(_) => panic!("a request"),
            }
        }
        session.handle(answer(200, body), now());
    }
    loop {
        match session.poll(now())? {
            Step::Done(output) => return Ok(output),
            Step::Show(_) => {}
            Step::Send(_) | Step::Wait { .. } => panic!("not over"),
        }
    }
}

fn scanned(opened: &Value, mut chosen: Value) -> Result<ChosenCertificate, Error> {
    // No links for an app on the same computer are shown.
    chosen["signature"]["flowType"] = json!("QR");
    after(AnonymousCertificateChoice::new(&party(), LEVEL, None), &[opened.clone(), chosen])
}

#[test]
fn every_request_of_the_documentation_is_ours_field_for_field() {
    let Some(mut examples) = Examples::get() else { return };
    // What stands in no request of ours: same-device links are left out.
    let without_callback = |mut example: Value| {
        let callback = example.as_object_mut().unwrap().remove("initialCallbackUrl");
        assert!(callback.is_some());
        example
    };
    // Of the legacy algorithm they do not share the address, and say so; ours says nothing then, which is the default.
    let quiet = |mut example: Value| {
        let shares = example.as_object_mut().unwrap().remove("requestProperties");
        assert_eq!(shares, Some(json!({"shareMdClientIpAddress": false})));
        example
    };
    let silent = RelyingParty { share_md_client_ip_address: false, ..party() };
    for (ending, algorithm, party) in [("RSAPSS", PSS, &party()), ("PKCS1v15", PKCS1, &silent)] {
        let mut take = |name: &str| {
            let example = examples.take(&format!("{name}RequestBodyExample{ending}"));
            if algorithm == PSS { example } else { quiet(example) }
        };
        let example = without_callback(take("DeviceLinkSigning"));
        let order = order(&example, algorithm);
        for asked in [Asked::Account(&number()), Asked::Person(&person())] {
            assert_eq!(sent(&mut DeviceLinkSignature::new(party, asked, &order).unwrap()), example);
        }
        let example = take("NotificationSigning");
        for asked in [Asked::Account(&number()), Asked::Person(&person())] {
            assert_eq!(sent(&mut Signature::of(party, asked, &order).unwrap()), example);
        }
        let example = take("NotificationSigningLinked");
        let mut opened = examples.take("DeviceLinkResponseExample");
        opened["sessionID"] = example["linkedSessionID"].clone();
        let chosen = scanned(&opened, examples.take("CertificateChoiceSignatureResponseExample")).unwrap();
        let session = chosen.session.unwrap();
        let mut linked = LinkedSignature::new(party, &number(), &session, &order).unwrap();
        assert_eq!(sent(&mut linked), example);
    }
    let example = without_callback(examples.take("DeviceLinkCertificateChoiceRequestBodyExample"));
    let nonce = Nonce::parse(example["nonce"].as_str().unwrap()).unwrap();
    assert_eq!(sent(&mut AnonymousCertificateChoice::new(&party(), LEVEL, Some(&nonce))), example);
    let example = examples.take("NotificationCertificateChoiceRequestBodyExample");
    assert_eq!(sent(&mut CertificateChoice::new(&party(), &person(), LEVEL, Some(&nonce))), example);
    let mut example = examples.take("SigningCertificateRequestBodyExample");
    // Ours does not leave the level to the service.
    example["certificateLevel"] = json!("QUALIFIED");
    assert_eq!(sent(&mut CertificateByDocument::new(&party(), &number(), LEVEL)), example);
    let all = examples.all.as_object().unwrap().keys().filter(|name| name.contains("Request"));
    // An error is no request, for all its name.
    let left: Vec<_> =
        all.filter(|name| !examples.told.contains(*name) && !name.contains("ErrorResponse")).collect();
    assert_eq!(left, [""; 0], "compared with nothing");
}

#[test]
fn every_answer_of_the_documentation_is_read_to_its_outcome() {
    let Some(mut examples) = Examples::get() else { return };
    let signed = |algorithm, opened: &Value, state: &Value| -> Result<SignatureResult, Error> {
        let order = SignatureOrder {
            digest: vec![7; 64],
            algorithm,
            level: LEVEL,
            interactions: Interactions::for_notification("Sign", "Sign").unwrap(),
            nonce: None,
        };
        after(Signature::new(&party(), &number(), &order).unwrap(), &[opened.clone(), state.clone()])
    };
    let opened = examples.take("NotificationSigningResponseExample");
    for (name, algorithm) in [
        // Of a signature that was asked for with SHA-3.
        (
            "RawDigestSignatureResponseExampleRSAPSS",
            SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha3_512)),
        ),
        ("RawDigestSignatureResponseExamplePKCS1v15", PKCS1),
    ] {
        let result = signed(PSS, &opened, &examples.take(name)).unwrap();
        assert_eq!((&result.document_number, &result.algorithm), (&number(), &algorithm), "{name}");
        assert_eq!(result.device_address.unwrap().reveal().to_string(), "203.0.113.34", "{name}");
    }
    let login = examples.take("AcspV2ResponseExample");
    assert_eq!(signed(PSS, &opened, &login), Err(Error::Malformed { what: "signatureProtocol".to_owned() }));
    let refused = examples.take("UserRefusedInteractionResponseExample");
    let screen = "displayTextAndPIN".to_owned();
    assert_eq!(signed(PSS, &opened, &refused), Err(Error::UserRefusedInteraction { screen }));

    // The code is shown as it came; while the session runs, it is waited for.
    let order = || Interactions::for_notification("Sign", "Sign").unwrap();
    let order = SignatureOrder {
        digest: vec![7; 64],
        algorithm: PSS,
        level: LEVEL,
        interactions: order(),
        nonce: None,
    };
    let mut session = Signature::new(&party(), &number(), &order).unwrap();
    drop(sent(&mut session));
    session.handle(answer(200, &opened), now());
    let Ok(Step::Show(Prompt::VerificationCode { code, .. })) = session.poll(now()) else { panic!("a code") };
    assert_eq!(code, "4927");
    drop(sent(&mut session));
    session.handle(answer(200, &examples.take("RunningSessionResponseExample")), now());
    assert!(matches!(session.poll(now()), Ok(Step::Wait { .. })));

    let link = examples.take("DeviceLinkResponseExample");
    let choice = examples.take("CertificateChoiceSignatureResponseExample");
    let chosen = scanned(&link, choice.clone()).unwrap();
    assert_eq!((&chosen.document_number, chosen.level), (&number(), LEVEL));
    let on_this_computer =
        after(AnonymousCertificateChoice::new(&party(), LEVEL, None), &[link, choice.clone()]);
    assert_eq!(on_this_computer.unwrap_err(), Error::UnexpectedFlow { found: "Web2App".to_owned() });
    let mut notified = choice;
    notified["signature"]["flowType"] = json!("Notification");
    let opened = examples.take("NotificationCertificateChoiceResponseExample");
    let by_push =
        after(CertificateChoice::new(&party(), &person(), LEVEL, None), &[opened, notified]).unwrap();
    assert_eq!(by_push.certificate, chosen.certificate);

    let mut linked = LinkedSignature::new(
        &party(),
        &number(),
        &chosen.session.unwrap(),
        &SignatureOrder { interactions: Interactions::for_device_link("Sign", "Sign").unwrap(), ..order },
    )
    .unwrap();
    drop(sent(&mut linked));
    linked.handle(answer(200, &examples.take("NotificationSigningLinkedResponseExample")), now());
    assert!(matches!(linked.poll(now()), Ok(Step::Show(Prompt::ApproveOnPhone))));

    let known = || CertificateByDocument::new(&party(), &number(), LEVEL);
    let found = after(known(), &[examples.take("CertificateOKResponseExample")]).unwrap();
    assert_eq!(found.certificate, chosen.certificate);
    let locked = after(known(), &[examples.take("CertificateTimelockedResponseExample")]);
    assert_eq!(locked.unwrap_err(), Error::DocumentUnusable);

    for (name, status, code, detail) in [
        ("InvalidRequestErrorResponseJsonExample", 400, "bad-request", "/initialCallbackUrl Invalid"),
        (
            "ForbiddenErrorResponseWithErrorsFieldJsonExample",
            403,
            "service-forbids",
            "/requestProperties/shareMdClientIpAddress Relying Party does not have permissions",
        ),
        ("NotFoundErrorResponseWithErrorsFieldJsonExample", 404, "not-found", ""),
        ("NotFoundErrorResponseJsonExample", 404, "not-found", ""),
    ] {
        let body = examples.take(name);
        assert_eq!(body["status"], status, "{name}");
        let mut session = known();
        drop(sent(&mut session));
        session.handle(answer(status, &body), now());
        let error = session.poll(now()).unwrap_err();
        assert!(error.code() == code && format!("{error:?}").contains(detail), "{name}: {error:?}");
    }
    let all = examples.all.as_object().unwrap().keys();
    let left: Vec<_> =
        all.filter(|name| !examples.told.contains(*name) && !name.contains("RequestBody")).collect();
    assert_eq!(left, [""; 0], "read by nobody");
}
