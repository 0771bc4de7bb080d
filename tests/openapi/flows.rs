//! What goes as it should: every flow, level, algorithm, account.

use pki::DigestAlgorithm::{Sha256, Sha384, Sha512};
use serde_json::{Value, json};
use workflow::order::{Level, Scans, Signer};
use workflow::profile::Scheme;

use crate::accounts::{BASIC, NOTIFIED, SCANNING, holder};
use crate::judge::{Judge, corpus};
use crate::ledger::Ledger;
use crate::stage::{
    answered, ask, authenticating, choosing, document, post, scan, scanned, session, sign, signing, world,
    written,
};

const EE: &str = "PNOEE-40504040001-DEM0-Q";

#[test]
fn every_flow_at_every_level_with_every_algorithm() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "our client, flows");
    for (scheme, digest) in [Scheme::RsassaPss, Scheme::RsassaPkcs1]
        .into_iter()
        .flat_map(|s| [Sha256, Sha384, Sha512].map(|d| (s, d)))
    {
        for level in [Level::BB, Level::BT, Level::BLt] {
            let (mut host, mut profile) = world(200);
            profile.smart_id.as_mut().expect("phones").digest = digest;
            profile.smart_id.as_mut().expect("phones").scheme = Some(scheme);
            host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".into());
            let scans = [Scans::Anybody, Scans::Account("PNOEE-40404040009-MOCK-Q".parse().unwrap())];
            let notified = [Signer::Person(holder(EE).parse().unwrap()), document(EE)];
            for signer in notified.into_iter().chain(scans.map(Signer::DeviceLink)) {
                sign(&host, &profile, signer, level).expect("signed");
            }
            ledger.client(&host.exchanges());
        }
    }
    ledger.close();
}

#[test]
fn every_documented_account() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "our client, documented accounts");
    let (mut host, profile) = world(201);
    let mut told = 0;
    for (end, number) in
        NOTIFIED.iter().flat_map(|(end, numbers)| numbers.iter().map(move |one| (*end, *one)))
    {
        let by_person = holder(number).parse().ok().map(Signer::Person);
        for signer in by_person.into_iter().chain([document(number)]) {
            let done = sign(&host, &profile, signer, Level::BB);
            assert_eq!(done.is_ok(), end == "OK", "{number}: {done:?}");
            assert_eq!(last_end(&host.exchanges()), end, "{number}");
        }
        told += 1;
    }
    for number in BASIC {
        for signer in [Signer::Person(holder(number).parse().unwrap()), document(number)] {
            assert_eq!(sign(&host, &profile, signer, Level::BB).unwrap_err().code(), "not-found", "{number}");
        }
        told += 1;
    }
    for number in SCANNING {
        host.scanned_by = Some((*number).to_owned());
        let done = sign(&host, &profile, Signer::DeviceLink(Scans::Anybody), Level::BB);
        assert_eq!(last_end(&host.exchanges()), "OK", "{number}");
        let qualified = number.ends_with("-Q");
        assert_eq!(done.is_ok(), qualified, "{number}: only a qualified certificate will do");
        told += 1;
    }
    assert_eq!(told, 63, "all of them");
    ledger.client(&host.exchanges());
    ledger.close();
}

#[test]
fn what_our_client_never_asks_for() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "by hand");
    let (host, _) = world(202);
    let say = |ledger: &mut Ledger, request, status: u16| -> Value {
        let exchange = ask(&host, request).expect("an answer");
        let said = String::from_utf8_lossy(exchange.response.body()).into_owned();
        assert_eq!(exchange.response.status(), status, "{} {said}", exchange.request.uri());
        ledger.client(std::slice::from_ref(&exchange));
        answered(&exchange)
    };
    // Every hash of the schema: a PDF with SHA-3 is one that few programs could check
    for hash in ["SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512"] {
        let length = hash[hash.len() - 3..].parse::<usize>().unwrap() / 8;
        let body = signing(&vec![7; length], "rsassa-pss", Some(hash));
        let opened =
            say(&mut ledger, post(&format!("signature/notification/etsi/{}", holder(EE)), &body), 200);
        // Too early, then long enough
        assert_eq!(
            say(&mut ledger, session(&opened["sessionID"], "?timeoutMs=1000"), 200)["state"],
            "RUNNING"
        );
        assert_eq!(say(&mut ledger, session(&opened["sessionID"], ""), 200)["result"]["endResult"], "OK");
    }
    // Every kind of link, for a certificate, a signature, a login
    for kind in ["QR", "Web2App", "App2App"] {
        let number = SCANNING[0];
        for (path, mut body) in [
            ("signature/certificate-choice/device-link/anonymous".to_owned(), choosing()),
            (
                format!("signature/device-link/etsi/{}", holder(number)),
                signing(&[7; 64], "rsassa-pss", Some("SHA-512")),
            ),
            (
                format!("signature/device-link/document/{number}"),
                signing(&[7; 32], "sha256WithRSAEncryption", None),
            ),
            ("authentication/device-link/anonymous".to_owned(), authenticating()),
            (format!("authentication/device-link/etsi/{}", holder(number)), authenticating()),
            (format!("authentication/device-link/document/{number}"), authenticating()),
        ] {
            if body.get("nonce").is_some() {
                body["nonce"] = json!(kind);
            }
            body["initialCallbackUrl"] =
                json!("https://rp.example.com/callback?value=RrKjjT4aggzu27YBddX1bQ");
            let opened = say(&mut ledger, post(&path, &body), 200);
            say(&mut ledger, scan(&scanned(&host, number, kind, &body, &opened)), 200);
            let ended = say(&mut ledger, session(&opened["sessionID"], "?timeoutMs=120000"), 200);
            assert_eq!(
                (&ended["result"]["endResult"], &ended["signature"]["flowType"]),
                (&json!("OK"), &json!(kind))
            );
            // After a certificate choice the app waits for the linked signature
            host.pass(61_000);
        }
    }
    // A login by push
    for path in [format!("etsi/{}", holder(EE)), format!("document/{EE}")] {
        let mut body = authenticating();
        body["vcType"] = json!("numeric4");
        let opened = say(&mut ledger, post(&format!("authentication/notification/{path}"), &body), 200);
        let ended = say(&mut ledger, session(&opened["sessionID"], ""), 200);
        assert_eq!(ended["signatureProtocol"], "ACSP_V2");
    }
    // What a relying party may be allowed: the phone's address; and what nobody knows
    host.world.set_faults(emulator::Faults { ip_sharing_allowed: true, ..Default::default() });
    let mut body = signing(&[9; 64], "rsassa-pss", Some("SHA-512"));
    body["requestProperties"] = json!({ "shareMdClientIpAddress": true });
    let path = format!("signature/notification/document/{EE}");
    let opened = say(&mut ledger, post(&path, &body), 200);
    assert!(say(&mut ledger, session(&opened["sessionID"], ""), 200)["deviceIpAddress"].is_string());
    body["requestProperties"] = json!({ "blessing": true });
    let exchange = ask(&host, post(&path, &body)).expect("an answer");
    ledger.service(&exchange);
    let status = say(&mut ledger, session(&answered(&exchange)["sessionID"], ""), 200);
    assert_eq!(status["ignoredProperties"], json!(["blessing"]));
    ledger.close();
}

/// Its fixtures: what SK-EID/smart-id-java-client (MIT) sends for a login. Beside a QR code it sends no callback, which the
/// schema demands and the text does not.
#[test]
fn the_logins_of_the_services_own_client_are_taken() {
    let (host, _) = world(203);
    host.world.set_faults(emulator::Faults { ip_sharing_allowed: true, ..Default::default() });
    for (name, path, status) in [
        (
            "notification/notification-authentication-session-request-only-required-fields",
            "notification",
            200,
        ),
        ("notification/notification-authentication-session-request-all-fields", "notification", 200),
        ("notification/notification-authentication-session-request-invalid", "notification", 400),
        ("device-link/device-link-authentication-session-request-qr-code", "device-link", 200),
        ("device-link/device-link-authentication-session-request-same-device-all-fields", "device-link", 200),
        (
            "device-link/device-link-authentication-session-request-same-device-only-required-fields",
            "device-link",
            200,
        ),
        ("device-link/device-link-authentication-session-request-invalid-request", "device-link", 400),
    ] {
        let Some(body) = corpus(&format!("vectors/smart-id/request-shapes/auth/{name}.json")) else { return };
        let path = format!("/smart-id-rp/v3/authentication/{path}/document/{EE}");
        let exchange = ask(&host, written("POST", &path, body.into_bytes())).expect("an answer");
        assert_eq!(exchange.response.status(), status, "{name}");
    }
}

/// How the last session ended.
fn last_end(exchanges: &[pitser_tests::Exchange]) -> String {
    let ends = exchanges
        .iter()
        .rev()
        .filter_map(|one| Some(answered(one).pointer("/result/endResult")?.as_str()?.to_owned()));
    ends.into_iter().next().unwrap_or_default()
}
