//! Mobile-ID in virtual time; signatures and certificates are judged by openssl.
#![allow(clippy::unwrap_used)]

mod common;

use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{START, Story, bytes, told, with};
use emulator::{AnswerFault, Faults, MobileResult, PIN};
use http::Request;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const OK: (&str, &str) = ("+37200000766", "60001019906");
const KADRI: (&str, &str) = ("+37200007071", "40707079912");
const MESSAGE: &[u8] = b"signed attributes";

fn asking((phone, code): (&str, &str)) -> Value {
    json!({"relyingPartyUUID": emulator::MOBILE_ID_UUID, "relyingPartyName": "demo", "phoneNumber": phone,
        "nationalIdentityNumber": code})
}

fn order(who: (&str, &str)) -> Value {
    let hash = STANDARD.encode(Sha256::digest(MESSAGE));
    let more = json!({"hash": hash, "hashType": "SHA256", "language": "ENG", "displayText": "Sign loan.pdf"});
    with(asking(who), more)
}

fn post(story: &mut Story, path: &str, body: &Value) -> (u16, Value) {
    let url = format!("{}/{path}", story.world.urls().mobile_id());
    told(&story.post_to(&url, "application/json", body.to_string().into_bytes()))
}

fn poll(story: &mut Story, kind: &str, id: &Value, query: &str) -> (u16, Value) {
    let url = format!("{}/{kind}/session/{}{query}", story.world.urls().mobile_id(), id.as_str().unwrap());
    told(&story.get_from(&url))
}

fn end(story: &mut Story, kind: &str, opened: &Value) -> Value {
    for _ in 0..10 {
        let (status, answer) = poll(story, kind, &opened["sessionID"], "?timeoutMs=60000");
        assert_eq!(status, 200, "{answer}");
        if answer["state"] == "COMPLETE" {
            return answer;
        }
    }
    panic!("the session does not end")
}

/// What openssl says of a value: r and s are put into DER by a hand of this test's own.
fn openssl_verifies(certificate: &[u8], value: &[u8]) -> bool {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    std::fs::write(path("certificate.der"), certificate).unwrap();
    std::fs::write(path("message"), MESSAGE).unwrap();
    let number = |bytes: &[u8]| {
        let digits: Vec<u8> = bytes.iter().copied().skip_while(|byte| *byte == 0).collect();
        let padded = if digits[0] > 0x7f { [vec![0], digits].concat() } else { digits };
        [vec![2, padded.len() as u8], padded].concat()
    };
    let value = if value.len() == 64 {
        let both = [number(&value[..32]), number(&value[32..])].concat();
        [vec![0x30, both.len() as u8], both].concat()
    } else {
        value.to_vec()
    };
    std::fs::write(path("value"), value).unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new("openssl").args(arguments).current_dir(dir.path()).output().unwrap();
        (output.status.success(), output.stdout)
    };
    let (read, key) = run(&["x509", "-inform", "DER", "-in", "certificate.der", "-noout", "-pubkey"]);
    assert!(read);
    std::fs::write(path("key.pem"), key).unwrap();
    run(&["dgst", "-sha256", "-verify", "key.pem", "-signature", "value", "message"]).0
}

#[test]
fn a_card_signs_and_openssl_agrees() {
    for (who, length, algorithm) in [
        (OK, 64, "SHA256WithECEncryption"),
        (("+37200002048", "50001029996"), 256, "SHA256WithRSAEncryption"),
    ] {
        let mut story = Story::begin();
        let (status, answer) = post(&mut story, "certificate", &asking(who));
        assert_eq!((status, &answer["result"]), (200, &json!("OK")));
        let certificate = bytes(&answer["cert"]);
        assert_eq!(story.world.card_certificate(who.0).unwrap(), certificate);
        let (_, opened) = post(&mut story, "signature", &order(who));
        let answer = end(&mut story, "signature", &opened);
        assert_eq!(story.now - START, 2_000);
        assert_eq!((&answer["result"], &answer["signature"]["algorithm"]), (&json!("OK"), &json!(algorithm)));
        assert!(answer.get("cert").is_none(), "a signing session names no certificate");
        assert_eq!(answer["time"], "2026-11-24T00:00:02");
        assert_eq!(answer["traceId"].as_str().unwrap().len(), 16);
        let mut value = bytes(&answer["signature"]["value"]);
        assert_eq!(value.len(), length);
        assert!(openssl_verifies(&certificate, &value));
        value[10] ^= 1;
        assert!(!openssl_verifies(&certificate, &value));
    }
}

#[test]
fn an_authentication_has_another_key_and_its_certificate() {
    let mut story = Story::begin();
    let (_, opened) = post(&mut story, "authentication", &order(OK));
    let (status, _) = poll(&mut story, "signature", &opened["sessionID"], "");
    assert_eq!(status, 404, "it is no signing session");
    let answer = end(&mut story, "authentication", &opened);
    let certificate = bytes(&answer["cert"]);
    assert!(openssl_verifies(&certificate, &bytes(&answer["signature"]["value"])));
    let signing = story.world.card_certificate(OK.0).unwrap().to_vec();
    assert!(!openssl_verifies(&signing, &bytes(&answer["signature"]["value"])));
}

#[test]
fn what_is_wrong_with_a_request_is_said() {
    let mut story = Story::begin();
    for (field, value, status, error) in [
        ("relyingPartyUUID", json!(null), 400, "relyingPartyUUID must not be null"),
        ("relyingPartyUUID", json!("00000000-0000-4000-8000-000000000000"), 401, "Failed to authorize user"),
        ("relyingPartyName", json!("somebody"), 401, "Failed to authorize user"),
        ("phoneNumber", json!("37200000766"), 400, "phoneNumber must contain of + and numbers(8-30)"),
        ("nationalIdentityNumber", json!("PNOEE-6"), 400, "nationalIdentityNumber must contain of 11 digits"),
        ("hash", json!("%"), 400, "Hash must be Base64 encoded"),
        ("hash", json!("AAAA"), 400, "The length of the hash must match the type of hash"),
        ("hashType", json!("SHA512"), 400, "The length of the hash must match the type of hash"),
        ("hashType", json!("SHA-256"), 400, "hashType must be one of SHA256, SHA384, SHA512"),
        ("language", json!("EN"), 400, "language must be one of EST, ENG, RUS, LIT"),
        ("displayText", json!("a".repeat(101)), 400, "displayText is too long"),
        ("displayText", json!("[]{}[]"), 400, "displayText is too long"),
        ("displayTextFormat", json!("ASCII"), 400, "displayTextFormat must be one of GSM-7, UCS-2"),
    ] {
        let (found, answer) = post(&mut story, "signature", &with(order(OK), json!({ field: value })));
        assert_eq!((found, &answer["error"]), (status, &json!(error)), "{field}");
        assert!(answer["traceId"].is_string() && answer["time"].is_string());
    }
    let long = with(order(OK), json!({"displayText": "õ".repeat(51), "displayTextFormat": "UCS-2"}));
    assert_eq!(post(&mut story, "signature", &long).0, 400);
    let url = format!("{}/signature", story.world.urls().mobile_id());
    assert_eq!(story.get_from(&url).status(), 405);
    let plain = story.post_to(&url, "text/plain", order(OK).to_string().into_bytes());
    assert_eq!(plain.status(), 400);
    let options = Request::options(&url).body(Vec::new()).unwrap();
    assert_eq!(story.send(options).status(), 200);
    let version = format!("{}/version", story.world.urls().mobile_id());
    assert!(story.get_from(&version).body().starts_with(b"Version: 5.2"));
}

#[test]
fn long_polls_are_held_and_the_older_of_two_is_let_go() {
    let mut story = Story::begin();
    let (_, opened) = post(&mut story, "signature", &order(("+37066000266", "50001018908")));
    let id = &opened["sessionID"];
    let (_, answer) = poll(&mut story, "signature", id, "?timeoutMs=1");
    assert_eq!((&answer["state"], story.now - START), (&json!("RUNNING"), 1_000), "the least, silently");
    poll(&mut story, "signature", id, "");
    assert_eq!(story.now - START, 11_000, "ten seconds by default");
    let url = format!("{}/signature/session/{}", story.world.urls().mobile_id(), id.as_str().unwrap());
    let request = || Request::get(&url).body(Vec::new()).unwrap();
    let (first, second) = (story.now, story.now + 500);
    assert!(matches!(story.world.handle(request(), first, first), emulator::Reply::Pending { .. }));
    assert!(matches!(story.world.handle(request(), second, second), emulator::Reply::Pending { .. }));
    let emulator::Reply::Ready(answer) = story.world.handle(request(), first, second) else {
        panic!("the older question is answered")
    };
    assert_eq!(told(&answer).1["state"], "RUNNING");
    story.now = second;
    assert_eq!(end(&mut story, "signature", &opened)["result"], "TIMEOUT");
    story.pass(300);
    assert_eq!(poll(&mut story, "signature", id, "").0, 404, "after five minutes nobody knows it");
}

#[test]
fn the_phone_shows_text_and_code_and_takes_pin2() {
    let mut story = Story::begin();
    let text = json!({"displayText": "Sign õ[1].pdf"});
    let (_, opened) = post(&mut story, "signature", &with(order(KADRI), text));
    let state_url = format!("{}/state", story.world.urls().phone());
    let (_, state) = told(&story.get_from(&state_url));
    let request = &state["requests"][0];
    let hash = Sha256::digest(MESSAGE);
    let code = format!("{:04}", u32::from(hash[0]) / 4 * 128 + u32::from(hash[31]) % 128);
    assert_eq!(request["code"], json!(code));
    assert_eq!(request["text"], "Sign  [1].pdf", "not of the alphabet: a space");
    assert_eq!((&request["kind"], &request["byItself"]), (&json!("signature"), &json!(false)));
    let person = &state["people"][0];
    assert_eq!((&person["phone"], &person["documentNumber"]), (&json!(KADRI.0), &request["documentNumber"]));
    let press = |story: &mut Story, button: &str, body: Value| {
        let url = format!("{}/{button}", story.world.urls().phone());
        told(&story.post_to(&url, "application/json", body.to_string().into_bytes()))
    };
    let id = &opened["sessionID"];
    let (status, answer) = press(&mut story, "approve", json!({"session": id, "pin": "11111"}));
    assert_eq!((status, &answer["attemptsLeft"]), (409, &json!(2)));
    let (status, _) = press(&mut story, "approve", json!({"session": id, "pin": PIN}));
    assert_eq!(status, 200);
    assert_eq!(end(&mut story, "signature", &opened)["result"], "OK");

    let (_, opened) = post(&mut story, "signature", &order(KADRI));
    press(&mut story, "cancel", json!({"session": opened["sessionID"], "screen": "pin"}));
    assert_eq!(end(&mut story, "signature", &opened)["result"], "USER_CANCELLED");

    let (_, opened) = post(&mut story, "signature", &order(KADRI));
    for _ in 0..3 {
        press(&mut story, "approve", json!({"session": opened["sessionID"], "pin": "11111"}));
    }
    assert_eq!(end(&mut story, "signature", &opened)["result"], "SIM_ERROR");
}

#[test]
fn failures_come_when_they_are_ordered() {
    let mut story = Story::begin();
    let faults = |faults: Faults, story: &Story| story.world.set_faults(faults);
    faults(Faults { next_mobile_result: Some(MobileResult::PhoneAbsent), ..Faults::default() }, &story);
    assert_eq!(post(&mut story, "certificate", &asking(OK)).1["result"], "OK", "it waits for a session");
    let (_, opened) = post(&mut story, "signature", &order(OK));
    assert_eq!(end(&mut story, "signature", &opened)["result"], "PHONE_ABSENT");
    faults(Faults { next_mobile_result: Some(MobileResult::NotActive), ..Faults::default() }, &story);
    assert_eq!(post(&mut story, "certificate", &asking(OK)).1["result"], "NOT_ACTIVE");
    faults(Faults { next_status: Some(500), ..Faults::default() }, &story);
    assert_eq!(post(&mut story, "certificate", &asking(OK)).0, 500);
    faults(Faults { answer: AnswerFault::OtherKey, ..Faults::default() }, &story);
    let (_, opened) = post(&mut story, "signature", &order(OK));
    let answer = end(&mut story, "signature", &opened);
    let certificate = story.world.card_certificate(OK.0).unwrap().to_vec();
    assert!(!openssl_verifies(&certificate, &bytes(&answer["signature"]["value"])));
    let (_, unknown) = post(&mut story, "signature", &order(("+37200000366", "60001019928")));
    assert_eq!(end(&mut story, "signature", &unknown)["result"], "NOT_MID_CLIENT");
}
