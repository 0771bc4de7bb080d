//! What a signing service says of itself, and of a key: whatever cannot work is told before anybody is asked for anything
//! that it would take, and whatever is not said is not held against the service.

use emulator::{CSC_OTP, CSC_PIN, Faults};
use pitser_tests::{Browsing, Simulated};
use serde_json::{Value, json};
use workflow::order::{Level, Signer};
use workflow::profile::{Csc, Login, Signs};

use crate::{order, sign, world};

/// What is different, and who signs how.
struct Case {
    info: Value,
    credential: Value,
    user: &'static str,
    key: Option<&'static str>,
    answers: Vec<(&'static str, &'static str)>,
    level: Level,
    profile: fn(&mut Csc),
}

fn usual() -> Case {
    Case {
        info: Value::Null,
        credential: Value::Null,
        user: "liis",
        key: None,
        answers: Vec::new(),
        level: Level::BB,
        profile: |_| {},
    }
}

/// Whoever signs with a PIN and a one-time password.
fn by_janis(answers: &[(&'static str, &'static str)]) -> Case {
    Case { user: "janis", key: Some("HX0224685"), answers: answers.to_vec(), ..usual() }
}

/// What comes of it: a code, or that it is signed.
fn comes_of(case: Case) -> (&'static str, Simulated) {
    let (mut host, mut profile) = world(83);
    host.browsing = Browsing::Approves(case.user);
    host.answers = case.answers;
    host.world.set_faults(Faults {
        csc_info: case.info,
        csc_credential: case.credential,
        ..Faults::default()
    });
    (case.profile)(profile.csc.as_mut().expect("a signing service"));
    let signer = Signer::Cloud { credential: case.key.map(str::to_owned) };
    let ended = sign(&host, &profile, order(signer, case.level));
    assert_eq!(host.files().len(), if ended.is_ok() { 2 } else { 1 });
    (ended.map_or_else(|error| error.code(), |_| "signed"), host)
}

/// The methods and addresses that were asked, by the ends of their paths.
fn asked(host: &Simulated) -> Vec<String> {
    let paths = host.exchanges().into_iter().map(|one| one.request.uri().path().to_owned());
    let ends = |path: String| path.split_once("/csc/v2/").map(|(_, method)| method.to_owned());
    paths.filter_map(ends).collect()
}

fn without(methods: &[&str]) -> Value {
    let all = [
        "credentials/list",
        "credentials/info",
        "credentials/authorize",
        "credentials/authorizeCheck",
        "credentials/getChallenge",
        "signatures/signHash",
        "signatures/signDoc",
        "signatures/signPolling",
    ];
    json!({"methods": all.iter().filter(|one| !methods.contains(one)).collect::<Vec<_>>()})
}

#[test]
fn what_the_service_cannot_do_is_told_before_anybody_is_let_in() {
    let documents: fn(&mut Csc) = |service| service.signs = Signs::Documents;
    let usual_profile: fn(&mut Csc) = |_| {};
    let sha512: fn(&mut Csc) = |service| service.digest = pki::DigestAlgorithm::Sha512;
    for (info, profile, level, code) in [
        (json!({"specs": "1.0.4.0"}), usual_profile, Level::BB, "csc-version"),
        (json!({"authType": ["external", "TLS", "basic"]}), usual_profile, Level::BB, "csc-entrance"),
        (json!({"authType": ["oauth2client"]}), usual_profile, Level::BB, "csc-entrance"),
        (json!({"oauth2": null}), usual_profile, Level::BB, "malformed-answer"),
        (without(&["credentials/list"]), usual_profile, Level::BB, "csc-method-missing"),
        (without(&["credentials/info"]), usual_profile, Level::BB, "csc-method-missing"),
        (without(&["signatures/signHash"]), usual_profile, Level::BB, "csc-method-missing"),
        (without(&["signatures/signDoc"]), documents, Level::BB, "csc-method-missing"),
        (json!({"signature_formats": {"formats": ["X", "J"]}}), documents, Level::BB, "csc-format"),
        (
            json!({"signature_formats": {"formats": ["C"], "envelope_properties": [["Attached"]]}}),
            documents,
            Level::BB,
            "csc-format",
        ),
        (json!({"conformance_levels": ["Ades-B-B"]}), documents, Level::BT, "csc-level"),
        (json!({"conformance_levels": ["Ades-B-T"]}), documents, Level::BB, "csc-level"),
        (json!({"signAlgorithms": {"algos": ["1.2.840.10045.4.3.2"]}}), sha512, Level::BB, "algorithm"),
    ] {
        let shown = info.to_string();
        let (found, host) = comes_of(Case { info, profile, level, ..usual() });
        assert_eq!((found, host.pages().len()), (code, 0), "{shown}");
        assert_eq!(asked(&host), ["info"], "{shown}");
    }
}

#[test]
fn an_organisation_is_let_in_where_the_service_lets_programs_in() {
    let profile: fn(&mut Csc) = |service| {
        service.client.client_id = emulator::CSC_ORGANISATION.to_owned();
        service.client.client_secret = Some(remote::Secret::new(emulator::CSC_SECRET));
        (service.login, service.user) = (Login::Client, Some("liis".to_owned()));
    };
    let case = |ways: &[&str]| Case { info: json!({"authType": ways}), profile, ..usual() };
    let (found, host) = comes_of(case(&["oauth2code"]));
    assert_eq!((found, asked(&host)), ("csc-entrance", vec!["info".to_owned()]));
    assert_eq!(comes_of(case(&["OAuth2Client"])).0, "signed", "in whatever letters it is written");
}

#[test]
fn what_a_key_cannot_do_is_told_before_leave_is_asked_for() {
    for (credential, code) in [
        (json!({"key": {"status": "disabled"}}), "csc-disabled"),
        (json!({"cert": {"status": "expired"}}), "csc-certificate-expired"),
        (json!({"cert": {"status": "revoked"}}), "csc-certificate-revoked"),
        (json!({"cert": {"status": "suspended"}}), "csc-certificate-suspended"),
        (json!({"key": {"algo": ["0.4.0.127.0.7.1.1.4.1.3"]}}), "algorithm"),
        (json!({"auth": {"mode": "implicit"}}), "csc-mode"),
        (json!({"multisign": 0}), "malformed-answer"),
    ] {
        let shown = credential.to_string();
        let (found, host) = comes_of(Case { credential, ..usual() });
        assert_eq!((found, host.pages().len()), (code, 1), "{shown}: let in, and no more");
        assert_eq!(asked(&host), ["info", "credentials/list", "credentials/info"], "{shown}");
    }
    // What the service signs with is what both say.
    let (found, _) =
        comes_of(Case { info: json!({"signAlgorithms": {"algos": ["1.2.840.113549.1.1.10"]}}), ..usual() });
    assert_eq!(found, "algorithm", "of a key on a curve");
}

/// A key with a PIN, a one-time password that a challenge sends, and a kind of proof that nobody here knows.
fn with(expression: &str) -> Value {
    json!({"auth": {"expression": expression, "objects": [
        {"type": "Password", "id": "PIN", "format": "N", "label": "PIN"},
        {"type": "ChallengeResponse", "id": "OTP", "format": "N", "label": "SMS code"},
        {"type": "Face", "id": "FACE", "label": "A face"},
        {"type": "PasswordOOB", "id": "APP", "label": "App"},
    ]}})
}

#[test]
fn of_several_ways_to_allow_it_one_is_taken_that_can_be() {
    let (pin, otp) = (("PIN", CSC_PIN), ("SMS code", CSC_OTP));
    for (expression, answers, challenges) in [
        ("PIN OR OTP", vec![pin], 0),
        ("FACE OR PIN", vec![pin], 0),
        ("PIN XOR OTP", vec![pin], 0),
        ("(FACE AND PIN) OR (PIN AND OTP)", vec![pin, otp], 1),
        ("PIN AND (FACE OR OTP)", vec![pin, otp], 1),
        ("(PIN OR OTP) XOR PIN", vec![otp], 1),
    ] {
        let (found, host) = comes_of(Case { credential: with(expression), ..by_janis(&answers) });
        let found_challenges = asked(&host).iter().filter(|one| *one == "credentials/getChallenge").count();
        assert_eq!((found, found_challenges), ("signed", challenges), "{expression}");
    }
    for (expression, code) in [
        ("FACE", "csc-factors"),
        ("PIN AND FACE", "csc-factors"),
        ("PIN AND (FACE OR VOICE)", "csc-factors"),
        ("PIN AND", "malformed-answer"),
        ("", "csc-factors"),
    ] {
        let (found, host) = comes_of(Case { credential: with(expression), ..by_janis(&[pin, otp]) });
        assert_eq!(found, code, "{expression:?}");
        assert_eq!(asked(&host), ["info", "credentials/info"], "{expression:?}: nobody is asked");
    }
}

#[test]
fn a_way_for_which_the_service_has_no_method_is_none() {
    let (pin, otp) = (("PIN", CSC_PIN), ("SMS code", CSC_OTP));
    let found = |info, expression: &str| {
        comes_of(Case { info, credential: with(expression), ..by_janis(&[pin, otp]) })
    };
    for (missing, expression, code) in [
        ("credentials/authorize", "PIN", "csc-method-missing"),
        ("credentials/getChallenge", "PIN AND OTP", "csc-method-missing"),
        ("credentials/authorizeCheck", "PIN AND APP", "csc-method-missing"),
        ("credentials/getChallenge", "OTP OR PIN", "signed"),
        ("credentials/authorizeCheck", "APP OR PIN", "signed"),
    ] {
        let (found, host) = found(without(&[missing]), expression);
        assert_eq!(found, code, "{expression} without {missing}");
        assert!(!asked(&host).iter().any(|one| one == missing), "{missing} is not called");
        assert_eq!(host.world.tally().permitted, usize::from(code == "signed"));
    }
    // Confirmed on another device.
    let elsewhere = |info| comes_of(Case { info, key: Some("HX0224686"), ..by_janis(&[]) }).0;
    assert_eq!(elsewhere(Value::Null), "signed");
    assert_eq!(elsewhere(without(&["credentials/authorizeCheck"])), "csc-method-missing");
}

#[test]
fn a_service_that_cannot_take_its_time_is_not_told_that_it_may() {
    let slow: fn(&mut Csc) = |service| service.asynchronous = true;
    for (info, polled) in [
        (Value::Null, true),
        (json!({"asynchronousOperationMode": false}), false),
        (json!({"asynchronousOperationMode": null}), false),
        (without(&["signatures/signPolling"]), false),
    ] {
        let shown = info.to_string();
        let (found, host) = comes_of(Case { info, profile: slow, ..usual() });
        assert_eq!(found, "signed", "{shown}");
        assert_eq!(asked(&host).iter().any(|one| one == "signatures/signPolling"), polled, "{shown}");
    }
}

#[test]
fn whole_signatures_are_asked_for_in_a_form_that_the_service_makes() {
    let documents: fn(&mut Csc) = |service| service.signs = Signs::Documents;
    let stated = |host: &Simulated| {
        let exchanges = host.exchanges();
        let meant =
            exchanges.iter().find(|one| one.request.uri().path().ends_with("signDoc")).expect("asked");
        let body: Value = serde_json::from_slice(meant.request.body()).expect("JSON");
        let digests = &body["documentDigests"][0];
        ["signature_format", "signed_envelope_property"].map(|name| digests[name].as_str().map(str::to_owned))
    };
    for (info, expected) in [
        (Value::Null, ["P", "Revision"]),
        (json!({"signature_formats": {"envelope_properties": [[], []]}}), ["P", ""]),
        (json!({"signature_formats": null, "conformance_levels": null}), ["P", "Revision"]),
        (json!({"conformance_levels": ["AdES-B-T"]}), ["P", "Revision"]),
    ] {
        let shown = info.to_string();
        let (found, host) = comes_of(Case { info, profile: documents, level: Level::BT, ..usual() });
        assert_eq!(found, "signed", "{shown}");
        assert_eq!(stated(&host).map(Option::unwrap_or_default), expected, "{shown}");
    }
}

#[test]
fn what_is_not_said_is_not_held_against_a_service() {
    for info in [
        json!({"methods": null}),
        json!({"specs": null, "authType": null, "signAlgorithms": null}),
        json!({"signAlgorithms": {"algos": []}, "authType": []}),
        json!({"logo": null, "region": null, "lang": null, "description": null, "validationInfo": true}),
        json!({"specs": "2.2.0.0"}),
    ] {
        let shown = info.to_string();
        assert_eq!(comes_of(Case { info, ..usual() }).0, "signed", "{shown}");
    }
    for credential in [
        json!({"cert": {"status": null}, "SCAL": null, "lang": null}),
        json!({"SCAL": "1"}),
        json!({"multisign": 1}),
    ] {
        let shown = credential.to_string();
        assert_eq!(comes_of(Case { credential, ..usual() }).0, "signed", "{shown}");
    }
}
