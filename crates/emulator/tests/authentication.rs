//! Smart-ID RP API v3, authentication, in virtual time. What is signed is put together here once more, and openssl judges.
#![allow(clippy::unwrap_used)]

mod common;

use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use common::{START, Story, bytes, interactions, who, with};
use emulator::{AnswerFault, AuthCodeInput, Faults, auth_code};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const OK: &str = "PNOEE-40504040001-DEM0-Q";
const QR: &str = "PNOEE-40404040009-MOCK-Q";
const KADRI: &str = "PNOEE-40707079912-HAND-Q";
const CALLBACK: &str = "https://rp.example.com/callback?value=RrKjjT4aggzu27YBddX1bQ";

/// A right request by device link, with PSS or by the deprecated algorithm of PKCS#1.
fn order(hash: &str, pss: bool) -> Value {
    let mut parameters = json!({"rpChallenge": STANDARD.encode([0x5a; 64])});
    if pss {
        parameters["signatureAlgorithm"] = json!("rsassa-pss");
        parameters["signatureAlgorithmParameters"] = json!({"hashAlgorithm": hash});
    } else {
        parameters["signatureAlgorithm"] =
            json!(format!("{}WithRSAEncryption", hash.replace('-', "").to_lowercase()));
    }
    with(
        who(),
        json!({
            "signatureProtocol": "ACSP_V2",
            "signatureProtocolParameters": parameters,
            "interactions": interactions(&json!([{"type": "displayTextAndPIN", "displayText60": "Log in?"}])),
        }),
    )
}

fn by_push(hash: &str, pss: bool) -> Value {
    with(order(hash, pss), json!({"vcType": "numeric4"}))
}

/// What must have been signed, put together from request and answer alone.
fn payload(asked: &Value, answer: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let signature = &answer["signature"];
    let flow = text(&signature["flowType"]);
    let callback = if flow.ends_with("App") { text(&asked["initialCallbackUrl"]) } else { String::new() };
    format!(
        "smart-id-demo|ACSP_V2|{}|{}|{}|{}||{}|{}|{callback}|{flow}",
        text(&signature["serverRandom"]),
        text(&asked["signatureProtocolParameters"]["rpChallenge"]),
        text(&signature["userChallenge"]),
        STANDARD.encode(text(&asked["relyingPartyName"])),
        STANDARD.encode(Sha256::digest(text(&asked["interactions"]))),
        text(&answer["interactionTypeUsed"]),
    )
}

fn openssl_verifies(message: &str, hash: &str, pss: bool, answer: &Value) -> bool {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &[u8]| std::fs::write(dir.path().join(name), content).unwrap();
    write("certificate", &bytes(&answer["cert"]["value"]));
    write("value", &bytes(&answer["signature"]["value"]));
    write("message", message.as_bytes());
    let run = |arguments: &str| {
        Command::new("openssl").args(arguments.split(' ')).current_dir(dir.path()).output().unwrap()
    };
    write("key", &run("x509 -inform DER -in certificate -noout -pubkey").stdout);
    let digest = hash.to_lowercase().replace("sha-", "sha");
    let padding =
        format!("-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -sigopt rsa_mgf1_md:{digest} ");
    let padding = if pss { padding.as_str() } else { "" };
    run(&format!("dgst -{digest} {padding}-verify key -signature value message")).status.success()
}

/// The link of a session, and what the mock is sent for it.
fn scanned(kind: &str, number: &str, asked: &Value, opened: &Value) -> Value {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let elapsed = if kind == "QR" { "&elapsedSeconds=0" } else { "" };
    let link = format!(
        "{}?deviceLinkType={kind}{elapsed}&sessionToken={}&sessionType=auth&version=1.0&lang=eng",
        text(&opened["deviceLinkBase"]),
        text(&opened["sessionToken"])
    );
    let input = AuthCodeInput {
        scheme: "smart-id-demo",
        protocol: "ACSP_V2",
        challenge: &text(&asked["signatureProtocolParameters"]["rpChallenge"]),
        relying_party_name: &text(&asked["relyingPartyName"]),
        brokered_name: "",
        interactions: &text(&asked["interactions"]),
        callback: if kind == "QR" { "" } else { CALLBACK },
    };
    let code = auth_code(&bytes(&opened["sessionSecret"]), &input, &link);
    let mut body =
        json!({"documentNumber": number, "deviceLink": format!("{link}&authCode={code}"), "flowType": kind});
    if kind != "QR" {
        body["browserCookie"] = json!("a=b;c=d");
        body["initialCallbackUrl"] = json!(CALLBACK);
    }
    body
}

fn scan(story: &mut Story, body: &Value) -> u16 {
    let url = format!("{}/mock/device-link", story.world.urls().api);
    story.post_to(&url, "application/json", body.to_string().into_bytes()).status().as_u16()
}

fn phone(story: &mut Story) -> Value {
    let url = story.world.urls().phone() + "/state";
    serde_json::from_slice(story.get_from(&url).body()).unwrap()
}

#[test]
fn a_person_logs_in_by_push_with_every_algorithm() {
    for (hash, pss) in [
        ("SHA-256", true),
        ("SHA-384", true),
        ("SHA-512", true),
        ("SHA3-256", true),
        ("SHA3-512", true),
        ("SHA-256", false),
        ("SHA-512", false),
    ] {
        let mut story = Story::begin();
        let asked = by_push(hash, pss);
        let opened = story.open("authentication/notification/etsi/PNOEE-40504040001", &asked);
        assert_eq!(opened.as_object().unwrap().keys().filter(|name| *name != "x-emulator").count(), 1);
        let answer = story.end(&opened);
        assert_eq!(answer["result"], json!({"endResult": "OK", "documentNumber": OK}));
        assert_eq!(
            (&answer["signatureProtocol"], &answer["signature"]["flowType"]),
            (&json!("ACSP_V2"), &json!("Notification"))
        );
        let said = payload(&asked, &answer);
        assert!(openssl_verifies(&said, hash, pss, &answer), "{hash} {pss}");
        let capitals = said.replace("|ACSP_V2|", "|ACSP_V1|");
        assert!(!openssl_verifies(&capitals, hash, pss, &answer), "only over that");
    }
}

#[test]
fn a_certificate_for_logging_in_is_not_the_one_for_signing() {
    let mut story = Story::begin();
    let opened = story.open(&format!("authentication/notification/document/{OK}"), &by_push("SHA-512", true));
    let answer = story.end(&opened);
    let certificate = bytes(&answer["cert"]["value"]);
    assert_ne!(certificate, story.world.signing_certificate(OK).unwrap());
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("c"), certificate).unwrap();
    let shown = Command::new("openssl")
        .args(["x509", "-inform", "DER", "-in", "c", "-noout", "-text"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let text = String::from_utf8(shown.stdout).unwrap();
    for part in ["1.3.6.1.4.1.62306.5.7.0", "1.3.6.1.4.1.10015.17.2", "0.4.0.2042.1.2", "Digital Signature"] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("Non Repudiation"));
}

#[test]
fn whoever_scans_logs_in_and_the_app_goes_back_to_the_page_that_asked() {
    for (path, kind) in [
        ("anonymous".to_owned(), "QR"),
        (format!("document/{QR}"), "QR"),
        ("etsi/PNOEE-40404040009".to_owned(), "QR"),
        ("anonymous".to_owned(), "Web2App"),
        (format!("document/{QR}"), "App2App"),
    ] {
        let mut story = Story::begin();
        let mut asked = order("SHA-512", true);
        if kind != "QR" {
            asked["initialCallbackUrl"] = json!(CALLBACK);
        }
        let opened = story.open(&format!("authentication/device-link/{path}"), &asked);
        assert_eq!(scan(&mut story, &scanned(kind, QR, &asked, &opened)), 200);
        let answer = story.end(&opened);
        assert_eq!(answer["result"]["documentNumber"], QR);
        assert_eq!(answer["signature"]["flowType"], kind);
        assert!(openssl_verifies(&payload(&asked, &answer), "SHA-512", true, &answer), "{path} {kind}");
        let callback = phone(&mut story)["ended"][0]["callback"].clone();
        if kind == "QR" {
            assert_eq!(callback, Value::Null);
            continue;
        }
        let url = callback.as_str().unwrap();
        let parameter =
            |name: &str| url.split(&format!("&{name}=")).nth(1).unwrap().split('&').next().unwrap();
        assert!(url.starts_with(CALLBACK));
        let secret = bytes(&opened["sessionSecret"]);
        assert_eq!(parameter("sessionSecretDigest"), URL_SAFE_NO_PAD.encode(Sha256::digest(secret)));
        let verifier = parameter("userChallengeVerifier");
        assert_eq!(answer["signature"]["userChallenge"], URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)));
    }
}

#[test]
fn a_link_of_another_purpose_or_over_another_challenge_is_not_followed() {
    let mut story = Story::begin();
    let asked = order("SHA-512", true);
    let opened = story.open("authentication/device-link/anonymous", &asked);
    let mut other = asked.clone();
    other["signatureProtocolParameters"]["rpChallenge"] = json!(STANDARD.encode([0x5b; 64]));
    assert_eq!(scan(&mut story, &scanned("QR", QR, &other, &opened)), 400);
    let mut signing = scanned("QR", QR, &asked, &opened);
    let link = signing["deviceLink"].as_str().unwrap().replace("sessionType=auth", "sessionType=sign");
    signing["deviceLink"] = json!(link);
    assert_eq!(scan(&mut story, &signing), 400);
    assert_eq!(scan(&mut story, &scanned("QR", QR, &asked, &opened)), 200);
}

#[test]
fn the_phone_shows_the_code_that_the_relying_party_computes() {
    let mut story = Story::begin();
    let asked = by_push("SHA-512", true);
    story.open(&format!("authentication/notification/document/{KADRI}"), &asked);
    let digest = Sha256::digest([0x5a; 64]);
    let code = u32::from(digest[30]) * 256 + u32::from(digest[31]);
    let request = phone(&mut story)["requests"][0].clone();
    assert_eq!(request["kind"], "authentication");
    assert_eq!(request["code"], format!("{:04}", code % 10_000));
}

#[test]
fn faulty_fields_are_named() {
    let mut story = Story::begin();
    let inner = |name: &str, value: Value| {
        let mut parameters = order("SHA-512", true)["signatureProtocolParameters"].clone();
        parameters[name] = value;
        json!({ "signatureProtocolParameters": parameters })
    };
    let choice = interactions(
        &json!([{"type": "confirmationMessageAndVerificationCodeChoice", "displayText200": "Log in?"}]),
    );
    let both = [
        (json!({"signatureProtocol": "RAW_DIGEST_SIGNATURE"}), "/signatureProtocol"),
        (json!({"certificateLevel": "QSCD"}), "/certificateLevel"),
        (inner("rpChallenge", json!(STANDARD.encode([1; 31]))), "/signatureProtocolParameters/rpChallenge"),
        (inner("rpChallenge", json!(STANDARD.encode([1; 65]))), "/signatureProtocolParameters/rpChallenge"),
        (inner("rpChallenge", json!("*".repeat(44))), "/signatureProtocolParameters/rpChallenge"),
        (inner("signatureAlgorithm", json!("sha1")), "/signatureProtocolParameters/signatureAlgorithm"),
        (json!({"interactions": "e30"}), "/interactions"),
    ];
    let push = format!("authentication/notification/document/{OK}");
    let link = "authentication/device-link/anonymous".to_owned();
    let mut cases: Vec<(String, Value, Value, &str)> = Vec::new();
    for (change, pointer) in both {
        cases.push((push.clone(), by_push("SHA-512", true), change.clone(), pointer));
        cases.push((link.clone(), order("SHA-512", true), change, pointer));
    }
    cases.push((push.clone(), order("SHA-512", true), json!({}), "/vcType"));
    cases.push((push.clone(), order("SHA-512", true), json!({"vcType": "alpha4"}), "/vcType"));
    cases.push((link.clone(), order("SHA-512", true), json!({"interactions": choice}), "/interactions"));
    let http = json!({"initialCallbackUrl": "http://rp.example.com/"});
    cases.push((link, order("SHA-512", true), http, "/initialCallbackUrl"));
    for (path, body, change, pointer) in cases {
        let (status, told) = story.post(&path, &with(body, change.clone()));
        assert_eq!((status, told["type"].as_str()), (400, Some("about:blank")), "{path} {change}");
        assert_eq!(told["errors"][0]["pointer"], pointer, "{path} {change}");
    }
}

#[test]
fn the_documented_accounts_end_as_documented_and_a_repetition_is_a_new_session() {
    for (number, end) in [
        ("PNOEE-30403039917-MOCK-Q", json!({"endResult": "USER_REFUSED"})),
        (
            "PNOEE-30403039928-MOCK-Q",
            json!({"endResult": "USER_REFUSED_INTERACTION", "details": {"interaction": "displayTextAndPIN"}}),
        ),
        ("PNOEE-30403039972-MOCK-Q", json!({"endResult": "WRONG_VC"})),
        ("PNOEE-30403039983-MOCK-Q", json!({"endResult": "TIMEOUT"})),
    ] {
        let mut story = Story::begin();
        let path = format!("authentication/notification/document/{number}");
        let opened = story.open(&path, &by_push("SHA-512", true));
        let again = story.open(&path, &by_push("SHA-512", true));
        assert_ne!(opened["sessionID"], again["sessionID"], "the challenge makes it unique");
        assert_eq!(story.end(&opened)["result"], end, "{number}");
    }
}

#[test]
fn strangers_and_wrong_paths_are_turned_away() {
    let mut story = Story::begin();
    let push = by_push("SHA-512", true);
    for (path, body, status) in [
        ("authentication/notification/etsi/PNOEE-38001085718", push.clone(), 404),
        ("authentication/notification/etsi/PNOLT-40504049999", push.clone(), 404),
        ("authentication/notification/document/PNOEE-38001085718-NONE-Q", push.clone(), 404),
        ("authentication/notification/anonymous", push.clone(), 404),
        ("authentication/device-link", push.clone(), 404),
        (
            "authentication/device-link/anonymous",
            with(order("SHA-512", true), json!({"certificateLevel": "ADVANCED"})),
            403,
        ),
    ] {
        assert_eq!(story.post(path, &body).0, status, "{path}");
    }
    assert_eq!(story.now, START);
}

#[test]
fn what_is_wrong_with_answers_is_wrong_with_these() {
    for fault in [AnswerFault::CorruptedSignature, AnswerFault::OtherCertificate, AnswerFault::OtherKey] {
        let mut story = Story::begin();
        story.world.set_faults(Faults { answer: fault, ..Faults::default() });
        let asked = by_push("SHA-512", true);
        let opened = story.open(&format!("authentication/notification/document/{OK}"), &asked);
        let answer = story.end(&opened);
        assert!(!openssl_verifies(&payload(&asked, &answer), "SHA-512", true, &answer), "{fault:?}");
    }
}
