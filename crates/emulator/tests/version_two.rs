//! Smart-ID RP API v2 in virtual time; signatures are judged by openssl.
#![allow(clippy::unwrap_used)]

mod common;

use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{Story, bytes, told, who, with};
use serde_json::{Value, json};
use sha2::{Digest, Sha512};

const MESSAGE: &[u8] = b"signed attributes";
const PERSON: &str = "etsi/PNOEE-40504040001";

fn post(story: &mut Story, path: &str, body: &Value) -> (u16, Value) {
    let url = format!("{}/v2/{path}", story.world.urls().smart_id());
    told(&story.post_to(&url, "application/json", body.to_string().into_bytes()))
}

fn end(story: &mut Story, opened: &Value) -> Value {
    let id = opened["sessionID"].as_str().unwrap();
    let url = format!("{}/v2/session/{id}?timeoutMs=120000", story.world.urls().smart_id());
    for _ in 0..10 {
        let (status, answer) = told(&story.get_from(&url));
        assert_eq!(status, 200, "{answer}");
        if answer["state"] == "COMPLETE" {
            return answer;
        }
    }
    panic!("the session does not end")
}

fn order(interaction: &str) -> Value {
    let field = if interaction.starts_with("confirmation") { "displayText200" } else { "displayText60" };
    let offered = json!([{"type": interaction, field: "Sign loan.pdf?"}]);
    let hash = STANDARD.encode(Sha512::digest(MESSAGE));
    with(who(), json!({"hash": hash, "hashType": "SHA512", "allowedInteractionsOrder": offered}))
}

fn openssl_verifies(certificate: &Value, value: &Value) -> bool {
    let dir = tempfile::tempdir().unwrap();
    for (name, content) in
        [("certificate", bytes(certificate)), ("value", bytes(value)), ("message", MESSAGE.to_vec())]
    {
        std::fs::write(dir.path().join(name), content).unwrap();
    }
    let run = |arguments: &[&str]| {
        Command::new("openssl").args(arguments).current_dir(dir.path()).output().unwrap()
    };
    let key = run(&["x509", "-inform", "DER", "-in", "certificate", "-noout", "-pubkey"]).stdout;
    std::fs::write(dir.path().join("key"), key).unwrap();
    run(&["dgst", "-sha512", "-verify", "key", "-signature", "value", "message"]).status.success()
}

#[test]
fn a_certificate_is_chosen_and_its_account_signs() {
    let mut story = Story::begin();
    let (_, opened) = post(&mut story, &format!("certificatechoice/{PERSON}"), &who());
    let chosen = end(&mut story, &opened);
    let number = chosen["result"]["documentNumber"].as_str().unwrap();
    assert!(chosen.get("signature").is_none());
    let (status, opened) =
        post(&mut story, &format!("signature/document/{number}"), &order("verificationCodeChoice"));
    assert_eq!((status, opened.get("vc")), (200, None), "the relying party computes the code");
    let signed = end(&mut story, &opened);
    assert_eq!(signed["cert"], chosen["cert"]);
    assert_eq!(signed["signature"]["algorithm"], "sha512WithRSAEncryption");
    assert_eq!(signed["interactionFlowUsed"], "verificationCodeChoice");
    assert!(openssl_verifies(&signed["cert"]["value"], &signed["signature"]["value"]));

    let (_, opened) = post(&mut story, &format!("authentication/{PERSON}"), &order("displayTextAndPIN"));
    let known = end(&mut story, &opened);
    assert!(openssl_verifies(&known["cert"]["value"], &known["signature"]["value"]));
    assert!(!openssl_verifies(&signed["cert"]["value"], &known["signature"]["value"]), "another key");
}

#[test]
fn refusals_name_the_screen_and_statuses_are_the_older_ones() {
    let mut story = Story::begin();
    for (code, end_result) in [
        ("30403039917", "USER_REFUSED"),
        ("30403039928", "USER_REFUSED_DISPLAYTEXTANDPIN"),
        ("30403039939", "USER_REFUSED_VC_CHOICE"),
        ("30403039946", "USER_REFUSED_CONFIRMATIONMESSAGE"),
        ("30403039950", "USER_REFUSED_CONFIRMATIONMESSAGE_WITH_VC_CHOICE"),
        ("30403039972", "WRONG_VC"),
        ("30403039983", "TIMEOUT"),
    ] {
        let path = format!("signature/etsi/PNOEE-{code}");
        let (_, opened) = post(&mut story, &path, &order("confirmationMessage"));
        assert_eq!(end(&mut story, &opened)["result"]["endResult"], end_result);
    }
    let basic = post(&mut story, "signature/etsi/PNOLT-40504049999", &order("confirmationMessage"));
    assert_eq!(basic.0, 471, "only accounts of another kind");
    assert_eq!(post(&mut story, "signature/etsi/PNOEE-38001085718", &order("confirmationMessage")).0, 404);
    let mut short = order("confirmationMessage");
    short["hash"] = json!("AAAA");
    assert_eq!(post(&mut story, &format!("signature/{PERSON}"), &short).0, 400);
    let mut offered = order("confirmationMessage");
    offered["allowedInteractionsOrder"] = json!([]);
    assert_eq!(post(&mut story, &format!("signature/{PERSON}"), &offered).0, 400);
}

#[test]
fn a_session_of_one_version_is_none_of_the_other() {
    let mut story = Story::begin();
    let (_, opened) = post(&mut story, &format!("certificatechoice/{PERSON}"), &who());
    let id = opened["sessionID"].as_str().unwrap();
    assert_eq!(story.session(id, 1_000).0, 404);
}
