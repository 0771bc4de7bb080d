//! What happens between a relying party and a person, in virtual time.
#![allow(clippy::unwrap_used)]

mod common;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use common::{START, Story, bytes, followed, interactions, signing, told, who, with};
use emulator::{
    AnswerFault, AuthCodeInput, EndResult, Faults, Outage, Registration, UnknownRelyingParty, Visit,
    auth_code,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const OK: &str = "PNOEE-40504040001-DEM0-Q";
const KADRI: &str = "PNOEE-40707079912-HAND-Q";
const DIGEST: [u8; 32] = [0x11; 32];
const CODE_CHOICE: &str = "confirmationMessageAndVerificationCodeChoice";

fn notify(number: &str) -> String {
    format!("signature/notification/document/{number}")
}

fn order() -> Value {
    signing(&DIGEST, "SHA-256")
}

/// How the documented account ends a signature session, and when.
fn ending(number: &str) -> (Value, i64) {
    let mut story = Story::begin();
    let opened = story.open(&notify(number), &order());
    let end = story.end(&opened);
    (end["result"].clone(), (story.now - START) / 1000)
}

#[test]
fn the_documented_accounts_end_as_documented() {
    let refused =
        |screen: &str| json!({"endResult": "USER_REFUSED_INTERACTION", "details": {"interaction": screen}});
    let cases = [
        ("PNOEE-30403039917-MOCK-Q", json!({"endResult": "USER_REFUSED"}), 2),
        ("PNOLT-30403039928-MOCK-Q", refused("displayTextAndPIN"), 2),
        ("PNOLV-030403-10032-MOCK-Q", refused("verificationCodeChoice"), 2),
        ("PNOBE-00010232708-MOCK-Q", refused("confirmationMessage"), 2),
        ("PNOEE-30403039950-MOCK-Q", refused(CODE_CHOICE), 2),
        ("PNOLT-30403039972-MOCK-Q", json!({"endResult": "WRONG_VC"}), 2),
        ("PNOLV-030403-10083-MOCK-Q", json!({"endResult": "TIMEOUT"}), 30),
        (OK, json!({"endResult": "OK", "documentNumber": OK}), 2),
        (KADRI, json!({"endResult": "TIMEOUT"}), 120),
    ];
    for (number, result, seconds) in cases {
        assert_eq!(ending(number), (result, seconds), "{number}");
    }
}

#[test]
fn the_same_seed_tells_the_same_story() {
    let tell = || {
        let mut story = Story::begin();
        let opened = story.open(&notify(OK), &order());
        (story.end(&opened), opened)
    };
    assert_eq!(tell(), tell());
}

#[test]
fn a_person_is_asked_twice_when_only_the_personal_code_is_known() {
    let mut story = Story::begin();
    let choice = story.open("signature/certificate-choice/notification/etsi/PNOEE-40504040001", &who());
    assert!(choice.get("vc").is_none());
    let chosen = story.end(&choice);
    assert_eq!(chosen["result"]["documentNumber"], OK);
    assert_eq!(chosen["signature"], json!({"flowType": "Notification"}));
    assert!(chosen.get("signatureProtocol").is_none());
    let opened = story.open(&notify(OK), &order());
    let code = opened["vc"]["value"].as_str().unwrap();
    assert!(code.len() == 4 && code.bytes().all(|digit| digit.is_ascii_digit()));
    let signed = story.end(&opened);
    assert_eq!(signed["cert"], chosen["cert"]);
    assert_eq!(signed["interactionTypeUsed"], "confirmationMessage");
    assert_eq!(bytes(&signed["signature"]["value"]).len(), 768);
    assert_eq!(signed["signature"]["signatureAlgorithmParameters"]["saltLength"], 32);
}

#[test]
fn a_long_poll_waits_for_its_time_or_for_the_answer() {
    let mut story = Story::begin();
    let opened = story.open(&notify(OK), &order());
    let id = opened["sessionID"].as_str().unwrap().to_owned();
    let (_, running) = story.session(&id, 1500);
    assert_eq!((running["state"].as_str(), story.now - START), (Some("RUNNING"), 1500));
    let (_, complete) = story.session(&id, 60_000);
    assert_eq!((complete["state"].as_str(), story.now - START), (Some("COMPLETE"), 2000));
    assert_eq!(story.session(&id, 999).0, 400);
    assert_eq!(story.session(&id, 120_001).0, 400);
    story.pass(299);
    assert_eq!(
        story.session(&id, 1000).1["signature"],
        complete["signature"],
        "one signature, however often read"
    );
    story.pass(1);
    assert_eq!(story.session(&id, 1000).0, 404, "five minutes after its end it is gone");
}

#[test]
fn a_repeated_request_gets_the_same_session_for_fifteen_seconds() {
    let mut story = Story::begin();
    let first = story.open(&notify(OK), &order());
    story.pass(14);
    assert_eq!(story.open(&notify(OK), &order())["sessionID"], first["sessionID"]);
    let nonce = with(order(), json!({"nonce": "another"}));
    assert_ne!(story.open(&notify(OK), &nonce)["sessionID"], first["sessionID"]);
    story.pass(1);
    assert_ne!(story.open(&notify(OK), &order())["sessionID"], first["sessionID"]);
}

#[test]
fn faulty_fields_are_named() {
    let mut story = Story::begin();
    let list = |list: Value| json!({"interactions": interactions(&list)});
    let text = |length: usize| json!([{"type": "displayTextAndPIN", "displayText60": "x".repeat(length)}]);
    let faulty = [
        (json!({"relyingPartyUUID": "DEMO"}), "/relyingPartyUUID"),
        (json!({"relyingPartyName": 5}), "/relyingPartyName"),
        (json!({"certificateLevel": "HIGH"}), "/certificateLevel"),
        (json!({"nonce": ""}), "/nonce"),
        (json!({"nonce": "x".repeat(31)}), "/nonce"),
        (json!({"signatureProtocol": "ACSP_V2"}), "/signatureProtocol"),
        (json!({"signatureProtocolParameters": null}), "/signatureProtocolParameters"),
        (json!({"interactions": "%%%"}), "/interactions"),
        (list(json!([])), "/interactions"),
        (list(json!([{"type": "verificationCodeChoice", "displayText60": "x"}])), "/interactions"),
        (list(json!([{"type": "displayTextAndPIN"}])), "/interactions"),
        (
            list(json!([{"type": "displayTextAndPIN", "displayText60": "x", "displayText200": "x"}])),
            "/interactions",
        ),
        (list(json!([text(1)[0], text(2)[0]])), "/interactions"),
        (list(text(61)), "/interactions"),
        (json!({"capabilities": [1]}), "/capabilities"),
        (
            json!({"requestProperties": {"shareMdClientIpAddress": "yes"}}),
            "/requestProperties/shareMdClientIpAddress",
        ),
    ];
    for (change, pointer) in faulty {
        let (status, told) = story.post(&notify(OK), &with(order(), change.clone()));
        assert_eq!((status, told["status"].as_u64()), (400, Some(400)), "{change}");
        assert_eq!(told["type"], "about:blank");
        assert_eq!(told["errors"][0]["pointer"], pointer, "{change}");
    }
    for (change, pointer) in [
        (json!({"digest": STANDARD.encode([0; 48])}), "digest"),
        (json!({"digest": "AAAA"}), "digest"),
        (json!({"signatureAlgorithm": "ecdsa"}), "signatureAlgorithm"),
        (json!({"signatureAlgorithmParameters": {}}), "signatureAlgorithmParameters/hashAlgorithm"),
        (
            json!({"signatureAlgorithmParameters": {"hashAlgorithm": "MD5"}}),
            "signatureAlgorithmParameters/hashAlgorithm",
        ),
    ] {
        let mut order = order();
        order["signatureProtocolParameters"] =
            with(order["signatureProtocolParameters"].clone(), change.clone());
        let (status, told) = story.post(&notify(OK), &order);
        assert_eq!(status, 400, "{change}");
        assert_eq!(
            told["errors"][0]["pointer"],
            format!("/signatureProtocolParameters/{pointer}"),
            "{change}"
        );
    }
    assert!(story.post(&notify(OK), &with(order(), list(text(60)))).0 == 200, "sixty are not too many");
}

#[test]
fn code_choice_and_bad_callbacks_are_not_for_device_links() {
    let mut story = Story::begin();
    let choice = interactions(&json!([{"type": CODE_CHOICE, "displayText200": "Sign?"}]));
    let order = with(order(), json!({"interactions": choice}));
    let path = format!("signature/device-link/document/{OK}");
    assert_eq!(story.post(&path, &order).1["errors"][0]["pointer"], "/interactions");
    assert_eq!(story.post(&notify(OK), &order).0, 200);
    for url in ["http://rp.example", "https://", "https://rp.example/#part", "https://rp.example/a|b"] {
        let asked = with(who(), json!({"initialCallbackUrl": url}));
        let (status, told) = story.post("signature/certificate-choice/device-link/anonymous", &asked);
        assert_eq!((status, &told["errors"][0]["paramName"]), (400, &json!("initialCallbackUrl")), "{url}");
    }
}

#[test]
fn those_without_right_or_account_are_turned_away() {
    let mut story = Story::begin();
    let refused = [
        (json!({"certificateLevel": "ADVANCED"}), "/certificateLevel"),
        (json!({"relyingPartyUUID": "00000000-0000-4000-8000-000000000001"}), "/relyingPartyUUID"),
        (json!({"relyingPartyName": "Somebody"}), "/relyingPartyName"),
        (json!({"capabilities": ["X"]}), "/capabilities"),
        (
            json!({"requestProperties": {"shareMdClientIpAddress": true}}),
            "/requestProperties/shareMdClientIpAddress",
        ),
    ];
    for (change, pointer) in refused {
        let (status, told) = story.post(&notify(OK), &with(order(), change.clone()));
        assert_eq!((status, &told["errors"][0]["pointer"]), (403, &json!(pointer)), "{change}");
    }
    let faults = Faults { unknown_relying_party: UnknownRelyingParty::Unauthorized, ..Faults::default() };
    story.world.set_faults(faults);
    let stranger = with(order(), json!({"relyingPartyUUID": "00000000-0000-4000-8000-000000000001"}));
    assert_eq!(story.post(&notify(OK), &stranger), (401, Value::Null));
    let choose = "signature/certificate-choice/notification/etsi";
    assert_eq!(story.post(&notify("PNOEE-40504040001-NONE-Q"), &order()), (404, Value::Null));
    assert_eq!(story.post(&format!("{choose}/PNOEE-47101010033"), &who()).0, 404);
    let (status, told) = story.post(&format!("{choose}/PNOLT-40504049999"), &who());
    assert_eq!((status, told["errors"][0]["code"].as_str()), (404, Some("NO_SUITABLE_ACCOUNT_FOUND")));
    assert_eq!(story.post(&format!("{choose}/40504040001"), &who()).0, 400);
    assert_eq!(
        story.post(&notify(OK), &with(order(), json!({"relyingPartyName": "demo"}))).0,
        200,
        "case does not matter"
    );
}

#[test]
fn every_status_and_every_end_comes_on_order() {
    let mut story = Story::begin();
    for status in [400, 401, 403, 404, 471, 472, 480, 500, 503, 580] {
        story.world.set_faults(Faults { next_status: Some(status), ..Faults::default() });
        assert_eq!(story.post(&notify(OK), &order()).0, status);
        assert_eq!(story.post(&notify(OK), &order()).0, 200, "only once");
    }
    let ends = [
        (EndResult::DocumentUnusable, "DOCUMENT_UNUSABLE"),
        (EndResult::RequiredInteractionNotSupportedByApp, "REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP"),
        (EndResult::UserRefusedCertChoice, "USER_REFUSED_CERT_CHOICE"),
        (EndResult::ProtocolFailure, "PROTOCOL_FAILURE"),
        (EndResult::ExpectedLinkedSession, "EXPECTED_LINKED_SESSION"),
        (EndResult::ServerError, "SERVER_ERROR"),
        (EndResult::AccountUnusable, "ACCOUNT_UNUSABLE"),
    ];
    for (end, name) in ends {
        story.pass(60).world.set_faults(Faults { next_end_result: Some(end), ..Faults::default() });
        let opened = story.open(&notify(OK), &order());
        assert_eq!(story.end(&opened)["result"]["endResult"], name);
    }
    story
        .world
        .set_faults(Faults { next_end_result: Some(EndResult::DocumentUnusable), ..Faults::default() });
    assert_eq!(story.open(&format!("signature/certificate/{OK}"), &who())["state"], "DOCUMENT_UNUSABLE");
    assert_eq!(story.open(&format!("signature/certificate/{OK}"), &who())["state"], "OK");
}

#[test]
fn answers_can_be_wrong_in_every_way_that_matters() {
    let tell = |answer| {
        let mut story = Story::begin();
        story.world.set_faults(Faults { answer, ..Faults::default() });
        let opened = story.open(&notify(OK), &order());
        story.end(&opened)
    };
    let right = tell(AnswerFault::None);
    let value = |told: &Value| bytes(&told["signature"]["value"]);
    let corrupted = tell(AnswerFault::CorruptedSignature);
    let differing = value(&right).iter().zip(value(&corrupted)).filter(|(a, b)| **a != *b).count();
    assert_eq!(differing, 1);
    let other_key = tell(AnswerFault::OtherKey);
    assert!(other_key["cert"] == right["cert"] && value(&other_key) != value(&right));
    let other_certificate = tell(AnswerFault::OtherCertificate);
    assert!(other_certificate["cert"] != right["cert"] && value(&other_certificate) == value(&right));
    assert_eq!(other_certificate["result"], right["result"]);
    let other_account = tell(AnswerFault::OtherAccount);
    assert!(other_account["cert"] != right["cert"] && other_account["result"] != right["result"]);
    assert_eq!(tell(AnswerFault::WeakPss)["signature"]["signatureAlgorithmParameters"]["saltLength"], 20);
}

#[test]
fn services_fail_on_order() {
    let mut story = Story::begin();
    let ask = |story: &mut Story, url: &str| story.get_from(&format!("http://x{url}")).status().as_u16();
    assert_eq!(ask(&mut story, "/crl/root.crl"), 200);
    let down =
        Faults { crl: Outage::Unavailable, tsa: Outage::Unavailable, api: Outage::Cut, ..Faults::default() };
    story.world.set_faults(down);
    assert_eq!(ask(&mut story, "/crl/root.crl"), 503);
    assert_eq!(story.post_to("http://x/tsa", "application/timestamp-query", vec![]).status(), 503);
    let cut = story.get_from("https://x/smart-id-rp/v3/session/x");
    assert!(cut.extensions().get::<emulator::ConnectionCut>().is_some());
    let posted = story.post_to("http://x/admin/faults", "application/json", br#"{"slowMs":700}"#.to_vec());
    assert_eq!(posted.status(), 200);
    let before = story.now;
    assert_eq!(ask(&mut story, "/crl/root.crl"), 200);
    assert_eq!(story.now - before, 700);
    let misspelt = story.post_to("http://x/admin/faults", "application/json", br#"{"slow":700}"#.to_vec());
    assert_eq!(misspelt.status(), 400);
}

#[test]
fn some_answers_have_a_field_nobody_knows() {
    let mut story = Story::begin();
    let answers: Vec<_> =
        (0..6).map(|_| story.open(&format!("signature/certificate/{OK}"), &who())).collect();
    let strange = answers.iter().filter(|answer| answer.get("x-emulator").is_some()).count();
    assert_eq!(strange, 2);
}

// Phones driven by hand

fn press(story: &mut Story, button: &str, body: &Value) -> (u16, Value) {
    let url = format!("http://x/phone/{button}");
    told(&story.post_to(&url, "application/json", body.to_string().into_bytes()))
}

fn phone(story: &mut Story) -> Value {
    told(&story.get_from("http://x/phone/state")).1
}

#[test]
fn kadri_compares_the_code_and_enters_her_pin() {
    let mut story = Story::begin();
    let opened = story.open(&notify(KADRI), &order());
    let state = phone(&mut story);
    let request = &state["requests"][0];
    assert_eq!(request["session"], opened["sessionID"]);
    assert_eq!(request["code"], opened["vc"]["value"]);
    assert_eq!((&request["relyingParty"], &request["text"]), (&json!("DEMO"), &json!("Sign loan.pdf?")));
    assert_eq!((&request["name"], &request["byItself"]), (&json!("Kadri Õunapuu"), &json!(false)));
    let session = &opened["sessionID"];
    let (status, wrong) = press(&mut story, "approve", &json!({"session": session, "pin": "00000"}));
    assert_eq!((status, &wrong["reason"], &wrong["attemptsLeft"]), (409, &json!("wrong-pin"), &json!(2)));
    assert_eq!(press(&mut story, "approve", &json!({"session": session, "pin": "12345"})).0, 200);
    assert_eq!(story.end(&opened)["result"]["endResult"], "OK");
    assert_eq!(
        press(&mut story, "approve", &json!({"session": session, "pin": "12345"})).1["reason"],
        "no-such-request"
    );
    assert_eq!(phone(&mut story)["ended"][0]["endResult"], "OK");
}

#[test]
fn kadri_chooses_one_of_three_codes() {
    let choice = interactions(&json!([{"type": CODE_CHOICE, "displayText200": "Sign?"}]));
    let order = with(order(), json!({"interactions": choice}));
    for right in [true, false] {
        let mut story = Story::begin();
        let opened = story.open(&notify(KADRI), &order);
        let state = phone(&mut story);
        let request = &state["requests"][0];
        let choices = request["choices"].as_array().unwrap().clone();
        assert_eq!((choices.len(), &request["code"]), (3, &Value::Null));
        let code = &opened["vc"]["value"];
        assert!(choices.contains(code));
        let chosen = choices.iter().find(|choice| (*choice == code) == right).unwrap();
        let session = &opened["sessionID"];
        let pin = json!({"session": session, "pin": "12345"});
        assert_eq!(press(&mut story, "approve", &pin).1["reason"], "code-missing");
        assert_eq!(press(&mut story, "choose", &json!({"session": session, "code": chosen})).0, 200);
        assert_eq!(press(&mut story, "approve", &pin).0, if right { 200 } else { 409 });
        let end = if right { "OK" } else { "WRONG_VC" };
        assert_eq!(story.end(&opened)["result"]["endResult"], end);
    }
}

#[test]
fn kadri_cancels_on_each_screen() {
    let cancels = [
        (
            json!({}),
            json!({"endResult": "USER_REFUSED_INTERACTION", "details": {"interaction": "confirmationMessage"}}),
        ),
        (json!({"screen": "pin"}), json!({"endResult": "USER_REFUSED"})),
    ];
    for (how, result) in cancels {
        let mut story = Story::begin();
        let opened = story.open(&notify(KADRI), &order());
        press(&mut story, "cancel", &with(json!({"session": opened["sessionID"]}), how));
        assert_eq!(story.end(&opened)["result"], result);
    }
    let mut story = Story::begin();
    let opened = story.open("signature/certificate-choice/notification/etsi/PNOEE-40707079912", &who());
    press(&mut story, "cancel", &json!({"session": opened["sessionID"], "screen": "certificate-choice"}));
    assert_eq!(story.end(&opened)["result"]["endResult"], "USER_REFUSED_CERT_CHOICE");
}

#[test]
fn three_wrong_pins_make_the_document_unusable() {
    let mut story = Story::begin();
    let opened = story.open(&notify(KADRI), &order());
    for _ in 0..3 {
        press(&mut story, "approve", &json!({"session": opened["sessionID"], "pin": "54321"}));
    }
    assert_eq!(story.end(&opened)["result"]["endResult"], "DOCUMENT_UNUSABLE");
}

#[test]
fn an_app_that_knows_none_of_the_screens_says_so_at_once() {
    let mut story = Story::begin();
    let only_pin = Some(vec!["displayTextAndPIN".to_owned()]);
    story.world.set_faults(Faults { app_interactions: only_pin, ..Faults::default() });
    let opened = story.open(&notify(KADRI), &order());
    assert_eq!(story.end(&opened)["result"]["endResult"], "REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP");
    let both = interactions(&json!([
        {"type": "confirmationMessage", "displayText200": "Sign?"},
        {"type": "displayTextAndPIN", "displayText60": "Sign?"},
    ]));
    let opened = story.open(&notify(OK), &with(order(), json!({"interactions": both})));
    assert_eq!(story.end(&opened)["interactionTypeUsed"], "displayTextAndPIN");
}

// Device links

fn link(opened: &Value, elapsed: i64, session_type: &str, signing: Option<&Value>) -> String {
    link_of(&Registration::default(), opened, elapsed, session_type, signing)
}

fn link_of(
    party: &Registration,
    opened: &Value,
    elapsed: i64,
    session_type: &str,
    signing: Option<&Value>,
) -> String {
    let unprotected = format!(
        "{}?deviceLinkType=QR&elapsedSeconds={elapsed}&sessionToken={}&sessionType={session_type}&version=1.0&lang=eng",
        opened["deviceLinkBase"].as_str().unwrap(),
        opened["sessionToken"].as_str().unwrap(),
    );
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let digest =
        signing.map(|order| text(&order["signatureProtocolParameters"]["digest"])).unwrap_or_default();
    let shown = signing.map(|order| text(&order["interactions"])).unwrap_or_default();
    let input = AuthCodeInput {
        scheme: &party.scheme_name,
        protocol: if signing.is_some() { "RAW_DIGEST_SIGNATURE" } else { "" },
        challenge: &digest,
        relying_party_name: "DEMO",
        brokered_name: &party.brokered_rp_name,
        interactions: &shown,
        callback: "",
    };
    format!("{unprotected}&authCode={}", auth_code(&bytes(&opened["sessionSecret"]), &input, &unprotected))
}

fn mock(story: &mut Story, number: &str, link: &str) -> u16 {
    let body = json!({"documentNumber": number, "deviceLink": link, "flowType": "QR"});
    let url = format!("{}/mock/device-link", story.world.urls().api);
    story.post_to(&url, "application/json", body.to_string().into_bytes()).status().as_u16()
}

fn linked(choice: &Value) -> Value {
    with(order(), json!({"linkedSessionID": choice["sessionID"]}))
}

const QR: &str = "PNOEE-40404040009-MOCK-Q";
const ANONYMOUS: &str = "signature/certificate-choice/device-link/anonymous";

/// A certificate choice by QR code, finished.
fn chosen(story: &mut Story, number: &str) -> Value {
    let choice = story.open(ANONYMOUS, &who());
    story.pass(3);
    let code = link(&choice, 3, "cert", None);
    assert_eq!(mock(story, number, &code), 200);
    let end = story.end(&choice);
    assert_eq!(
        (&end["result"]["documentNumber"], &end["signature"]["flowType"]),
        (&json!(number), &json!("QR"))
    );
    choice
}

#[test]
fn a_scanned_code_and_one_pin_make_a_linked_signature() {
    let mut story = Story::begin();
    let choice = chosen(&mut story, QR);
    let opened = story.open(&format!("signature/notification/linked/{QR}"), &linked(&choice));
    assert!(opened.get("vc").is_none());
    let signed = story.end(&opened);
    assert_eq!(signed["result"]["endResult"], "OK");
    story.pass(60);
    let (status, told) = story.post(&format!("signature/notification/linked/{QR}"), &linked(&choice));
    assert_eq!((status, &told["errors"][0]["pointer"]), (400, &json!("/linkedSessionID")), "used once");
}

/// No request names the broker's customer or the environment: who is registered with them has to make its links over both.
#[test]
fn a_link_holds_for_the_broker_and_the_environment_that_are_registered() {
    let mut story = Story::begin();
    let register = |story: &mut Story, party: &Value| {
        let body = party.to_string().into_bytes();
        story.post_to("http://x/admin/relying-party", "application/json", body).status()
    };
    let broker = json!({"brokeredRpName": "Näide OÜ", "schemeName": "smart-id"});
    assert_eq!(register(&mut story, &broker), 200);
    let told = story.get_from("http://x/admin/relying-party");
    assert_eq!(serde_json::from_slice::<Value>(told.body()).unwrap(), broker);
    assert_eq!(register(&mut story, &json!({"brokered": "x"})), 400);

    let own: Registration = serde_json::from_value(broker).unwrap();
    let direct = Registration { brokered_rp_name: String::new(), ..own.clone() };
    let elsewhere = Registration { scheme_name: emulator::SCHEME.to_owned(), ..own.clone() };
    for (path, session_type, asked) in [
        (format!("signature/device-link/document/{QR}"), "sign", order()),
        (ANONYMOUS.to_owned(), "cert", who()),
    ] {
        let opened = story.open(&path, &asked);
        let signing = (session_type == "sign").then_some(&asked);
        for other in [&direct, &elsewhere] {
            assert_eq!(mock(&mut story, QR, &link_of(other, &opened, 0, session_type, signing)), 400);
        }
        assert_eq!(mock(&mut story, QR, &link_of(&own, &opened, 0, session_type, signing)), 200);
        assert_eq!(story.end(&opened)["result"]["endResult"], "OK");
    }
    assert_eq!(register(&mut story, &json!({})), 200);
    story.pass(61);
    chosen(&mut story, QR);
}

/// Whoever follows a link on the phone itself is led back once, when the signature is made, and by the secret of the choice:
/// the linked signature has none of its own.
#[test]
fn the_page_that_asked_is_gone_back_to_after_the_linked_signature() {
    const PAGE: &str = "https://rp.example.com/signed?value=RrKjjT4aggzu27YBddX1bQ";
    for (kind, forced) in [("Web2App", None), ("App2App", None), ("Web2App", Some(EndResult::UserRefused))] {
        let mut story = Story::begin();
        let choice = story.open(ANONYMOUS, &with(who(), json!({"initialCallbackUrl": PAGE})));
        let secret = bytes(&choice["sessionSecret"]);
        let scanned = followed(&choice, kind, QR, PAGE);
        let url = format!("{}/mock/device-link", story.world.urls().api);
        let answer = story.post_to(&url, "application/json", scanned.to_string().into_bytes());
        assert_eq!(answer.status(), 200);
        let chosen = story.end(&choice);
        assert_eq!(
            (&chosen["result"]["endResult"], &chosen["signature"]["flowType"]),
            (&json!("OK"), &json!(kind))
        );
        let ended = phone(&mut story)["ended"].clone();
        assert_eq!(ended[0]["callback"], Value::Null, "the signature is still to come");
        assert_eq!(story.world.visits(story.now), []);
        story.world.set_faults(Faults { next_end_result: forced, ..Faults::default() });
        let opened = story.open(&format!("signature/notification/linked/{QR}"), &linked(&choice));
        story.end(&opened);
        let back = format!("{PAGE}&sessionSecretDigest={}", URL_SAFE_NO_PAD.encode(Sha256::digest(secret)));
        let ended = phone(&mut story)["ended"].clone();
        let of = |session: &Value| {
            let mut all = ended.as_array().unwrap().iter();
            all.find(|one| one["session"] == session["sessionID"]).unwrap()["callback"].clone()
        };
        assert_eq!((of(&opened), of(&choice)), (json!(back), Value::Null));
        assert_eq!(story.world.visits(story.now), [Visit { url: back, cookie: "a=b".to_owned() }]);
        assert_eq!(story.world.visits(story.now), [], "once");
    }
}

#[test]
fn only_the_right_code_fresh_from_the_screen_is_taken() {
    let mut story = Story::begin();
    let choice = story.open(ANONYMOUS, &who());
    let code = link(&choice, 0, "cert", None);
    let other_lang = code.replace("lang=eng", "lang=est");
    assert_eq!(mock(&mut story, QR, &other_lang), 400, "not what the authCode was made for");
    let wrong_type = link(&choice, 0, "sign", None);
    assert_eq!(mock(&mut story, QR, &wrong_type), 400);
    assert_eq!(mock(&mut story, "PNOEE-00000000000-NONE-Q", &code), 400);
    story.pass(6);
    assert_eq!(mock(&mut story, QR, &code), 400, "six seconds old");
    let early = link(&choice, 9, "cert", None);
    assert_eq!(mock(&mut story, QR, &early), 400, "not drawn yet");
    let fresh = link(&choice, 4, "cert", None);
    assert_eq!(mock(&mut story, QR, &fresh), 200);
    assert_eq!(mock(&mut story, QR, &fresh), 400, "used");
}

#[test]
fn a_code_that_nobody_scans_times_out() {
    let mut story = Story::begin();
    let choice = story.open(ANONYMOUS, &who());
    assert_eq!(story.end(&choice)["result"]["endResult"], "TIMEOUT");
    assert_eq!(story.now - START, 120_000);
}

#[test]
fn another_request_between_choice_and_linked_signature_spoils_both() {
    let mut story = Story::begin();
    let choice = chosen(&mut story, QR);
    let between = story.open(&notify(QR), &with(order(), json!({"nonce": "between"})));
    assert_eq!(story.end(&between)["result"]["endResult"], "EXPECTED_LINKED_SESSION");
    let opened = story.open(&format!("signature/notification/linked/{QR}"), &linked(&choice));
    assert_eq!(story.end(&opened)["result"]["endResult"], "EXPECTED_LINKED_SESSION");
    let after = story.open(&notify(QR), &with(order(), json!({"nonce": "after"})));
    assert_eq!(story.end(&after)["result"]["endResult"], "OK");
}

#[test]
fn a_linked_signature_needs_a_choice_by_the_same_document() {
    let mut story = Story::begin();
    let choice = chosen(&mut story, QR);
    let elsewhere = format!("signature/notification/linked/{OK}");
    assert_eq!(story.post(&elsewhere, &linked(&choice)).0, 400);
    let nowhere = with(order(), json!({"linkedSessionID": "00000000-0000-4000-8000-00000000000f"}));
    assert_eq!(story.post(&format!("signature/notification/linked/{QR}"), &nowhere).0, 400);
    assert_eq!(story.post(&format!("signature/notification/linked/{QR}"), &order()).0, 400);
}

#[test]
fn a_known_person_signs_by_code() {
    let mut story = Story::begin();
    for path in [
        format!("signature/device-link/document/{QR}"),
        "signature/device-link/etsi/PNOEE-40404040009".into(),
    ] {
        let opened = story.open(&path, &order());
        let code = link(&opened, 0, "sign", Some(&order()));
        assert_eq!(mock(&mut story, OK, &code), 400, "somebody else's phone");
        assert_eq!(mock(&mut story, QR, &code), 200);
        assert_eq!(story.end(&opened)["signature"]["flowType"], "QR");
    }
}

#[test]
fn the_phone_scans_what_its_camera_sees() {
    let mut story = Story::begin();
    let choice = story.open(ANONYMOUS, &who());
    let scan = json!({"documentNumber": KADRI});
    assert_eq!(press(&mut story, "scan", &scan).1["reason"], "nothing-in-sight");
    press(&mut story, "camera", &json!({"link": link(&choice, 0, "cert", None)}));
    assert_eq!(phone(&mut story)["camera"]["seesCode"], true);
    story.pass(4);
    assert_eq!(press(&mut story, "scan", &scan).1["reason"], "nothing-in-sight", "the screen went dark");
    press(&mut story, "camera", &json!({"link": link(&choice, 4, "cert", None)}));
    assert_eq!(press(&mut story, "scan", &scan), (200, json!({"ok": true, "session": choice["sessionID"]})));
    assert_eq!(phone(&mut story)["requests"][0]["kind"], "certificate-choice");
    press(&mut story, "approve", &json!({"session": choice["sessionID"]}));
    assert_eq!(story.end(&choice)["result"]["documentNumber"], KADRI);
    let opened = story.open(&format!("signature/notification/linked/{KADRI}"), &linked(&choice));
    assert_eq!(phone(&mut story)["requests"][0]["code"], Value::Null, "no code in the linked flow");
    press(&mut story, "approve", &json!({"session": opened["sessionID"], "pin": "12345"}));
    assert_eq!(story.end(&opened)["result"]["endResult"], "OK");
}
