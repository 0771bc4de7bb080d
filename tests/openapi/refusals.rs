//! Wrong requests: what the schema forbids the emulator turns down, and what it turns down beyond the schema is in the
//! published text.

use pitser_tests::{Exchange, Simulated};
use serde_json::{Value, json};

use crate::accounts::SCANNING;
use crate::judge::{Judge, Measure};
use crate::ledger::Ledger;
use crate::stage::{
    answered, ask, asking, authenticating, choosing, interactions, post, scan, scanned, session, signing,
    world, written,
};

const EE: &str = "PNOEE-40504040001-DEM0-Q";

/// Every endpoint that opens a session or gives a certificate, with a right body that has every field.
fn endpoints() -> Vec<(String, Value)> {
    let signing = || signing(&[7; 64], "rsassa-pss", Some("SHA-512"));
    let linking = |mut body: Value| {
        body["initialCallbackUrl"] = json!("https://rp.example.com/callback?value=RrKjjT4aggzu27YBddX1bQ");
        body
    };
    let pushing = |mut body: Value| {
        body["vcType"] = json!("numeric4");
        body
    };
    let mut linked = signing();
    linked["linkedSessionID"] = json!("00000000-0000-4000-8000-000000000001");
    vec![
        (format!("signature/certificate/{EE}"), asking()),
        ("signature/certificate-choice/device-link/anonymous".into(), linking(choosing())),
        ("signature/certificate-choice/notification/etsi/PNOEE-40504040001".into(), choosing()),
        (format!("signature/device-link/document/{EE}"), linking(signing())),
        ("signature/device-link/etsi/PNOEE-40504040001".into(), linking(signing())),
        (format!("signature/notification/document/{EE}"), signing()),
        ("signature/notification/etsi/PNOEE-40504040001".into(), signing()),
        (format!("signature/notification/linked/{EE}"), linked),
        ("authentication/device-link/anonymous".into(), linking(authenticating())),
        (format!("authentication/device-link/document/{EE}"), linking(authenticating())),
        ("authentication/device-link/etsi/PNOEE-40504040001".into(), linking(authenticating())),
        (format!("authentication/notification/document/{EE}"), pushing(authenticating())),
        ("authentication/notification/etsi/PNOEE-40504040001".into(), pushing(authenticating())),
    ]
}

/// Refused by the published text, not by the schema.
const IN_WORDS: &[(&str, &str)] = &[
    ("/interactions", "interactions.html: what is in the base64"),
    ("/signatureProtocolParameters/digest", "as long as the digest of the algorithm"),
    ("/signatureProtocolParameters/rpChallenge", "32 to 64 octets"),
    ("/signatureProtocolParameters/signatureAlgorithmParameters", "must be present with rsassa-pss"),
    ("/relyingPartyName", "one of those registered: not empty"),
    ("/linkedSessionID", "a certificate choice that ended well"),
];

/// Forbidden by the schema, not by the published text: device_link_flows.html has the callback for links on the same device
/// alone, and the service's own client leaves it out beside a QR code.
fn is_allowed_in_words(path: &str, pointer: &str, changed: &Value) -> bool {
    path.starts_with("authentication/")
        && pointer == "/initialCallbackUrl"
        && changed.get("initialCallbackUrl").is_none()
}

#[test]
fn every_field_that_the_schema_forbids_is_refused() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "wrong fields");
    let (host, _) = world(220);
    let (mut refused, mut accepted) = (0, 0);
    for (path, body) in endpoints() {
        let right = ask(&host, post(&path, &body)).expect("an answer");
        assert_eq!(judge.request(&right.request, Measure::Exact), [], "{path}");
        for (pointer, changed) in changes(&body) {
            let exchange = ask(&host, post(&path, &changed)).expect("an answer");
            ledger.service(&exchange);
            let forbidden = !judge.request(&exchange.request, Measure::Published).is_empty();
            let status = exchange.response.status().as_u16();
            let pointers = pointers(&exchange);
            let related = |known: &String| pointer.starts_with(known.as_str()) || known.starts_with(&pointer);
            match (forbidden, status) {
                (true, 400) if pointers.iter().any(related) => refused += 1,
                (false, 400) if pointers.iter().all(|one| IN_WORDS.iter().any(|(known, _)| one == known)) => {
                    refused += 1
                }
                (false, 200 | 403) => accepted += 1,
                (true, 200) if is_allowed_in_words(&path, &pointer, &changed) => accepted += 1,
                _ => {
                    let value = changed.pointer(&pointer).map_or("removed".into(), Value::to_string);
                    let said = if forbidden { "forbids" } else { "allows" };
                    let short: String = value.chars().take(60).collect();
                    ledger.note(format!(
                        "{path}: the schema {said} {pointer} {short}, answer {status} {pointers:?}"
                    ));
                }
            }
        }
    }
    pitser_tests::aloud(&format!("openapi, wrong fields: {refused} refused, {accepted} harmless"));
    assert!(refused > 500 && accepted > 50, "{refused} {accepted}");
    ledger.close();
}

/// The body with one field removed, of another type, too short, too long, of another form.
fn changes(body: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for pointer in every_pointer(body) {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let mut without = body.clone();
        without.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object").remove(name);
        found.push((pointer.clone(), without));
        let others = [
            json!(null),
            json!(true),
            json!(7),
            json!(""),
            json!("x"),
            json!("!!!!"),
            json!("x".repeat(31)),
            json!("x".repeat(2000)),
            json!("http://rp.example.com/a"),
            json!("https://rp.example.com/a|b"),
            json!("https://rp.example.com/a#b"),
            json!("https://rp.example.com/a b"),
            json!("https://"),
            json!("A".repeat(43)),
            json!(format!("{}=", "A".repeat(43))),
            json!("A".repeat(89)),
            json!("00000000000040008000000000000000"),
            json!("00000000-0000-4000-8000-00000000000g"),
            json!("{00000000-0000-4000-8000-000000000000}"),
            json!([]),
            json!([7]),
            json!({}),
            json!({ "hashAlgorithm": "MD5" }),
            json!({ "shareMdClientIpAddress": "yes" }),
        ];
        for other in others {
            let mut changed = body.clone();
            *changed.pointer_mut(&pointer).expect("the field") = other;
            if changed != *body {
                found.push((pointer.clone(), changed));
            }
        }
    }
    found
}

fn every_pointer(value: &Value) -> Vec<String> {
    let fields = value.as_object().into_iter().flatten();
    fields
        .flat_map(|(name, inner)| {
            let deeper = every_pointer(inner).into_iter().map(move |rest| format!("/{name}{rest}"));
            std::iter::once(format!("/{name}")).chain(deeper)
        })
        .collect()
}

fn pointers(exchange: &Exchange) -> Vec<String> {
    let body = answered(exchange);
    let errors = body["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().filter_map(|error| Some(error["pointer"].as_str()?.to_owned())).collect()
}

#[test]
fn interactions_that_the_text_forbids_are_refused() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "wrong interactions");
    let (host, _) = world(221);
    let pin = |text: &str| json!({ "type": "displayTextAndPIN", "displayText60": text });
    let everywhere = [
        json!("not base64!"),
        json!("bm90IEpTT04="),
        interactions(&json!([])),
        interactions(&json!({})),
        interactions(&json!([{ "displayText60": "no type" }])),
        interactions(&json!([{ "type": "verificationCodeChoice", "displayText60": "of version 2" }])),
        interactions(&json!([{ "type": "displayTextAndPIN" }])),
        interactions(&json!([{ "type": "displayTextAndPIN", "displayText200": "the other one's text" }])),
        interactions(&json!([{ "type": "displayTextAndPIN", "displayText60": "a", "displayText200": "b" }])),
        interactions(&json!([{ "type": "confirmationMessage", "displayText60": "the other one's text" }])),
        interactions(&json!([{ "type": "confirmationMessage", "displayText200": "x".repeat(201) }])),
        interactions(&json!([pin("")])),
        interactions(&json!([pin(&"x".repeat(61))])),
        interactions(&json!([pin("once"), pin("twice")])),
    ];
    let code = json!([{ "type": "confirmationMessageAndVerificationCodeChoice", "displayText200": "a" }]);
    for (path, body) in endpoints().into_iter().filter(|(_, body)| body.get("interactions").is_some()) {
        let shows_a_code = path.contains("/notification/") && !path.contains("/linked/");
        let wrong = everywhere.iter().cloned().chain((!shows_a_code).then(|| interactions(&code)));
        for wrong in wrong {
            let mut body = body.clone();
            body["interactions"] = wrong;
            let exchange = ask(&host, post(&path, &body)).expect("an answer");
            assert_eq!(exchange.response.status(), 400, "{path} {}", body["interactions"]);
            assert_eq!(pointers(&exchange), ["/interactions"], "{path}");
            ledger.service(&exchange);
        }
    }
    ledger.close();
}

#[test]
fn digests_and_algorithms_that_do_not_fit_are_refused() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "wrong digests");
    let (host, _) = world(222);
    let path = format!("signature/notification/document/{EE}");
    let digest = "/signatureProtocolParameters/digest";
    let parameters = "/signatureProtocolParameters/signatureAlgorithmParameters";
    for (body, pointer) in [
        (signing(&[7; 32], "rsassa-pss", Some("SHA-512")), digest),
        (signing(&[7; 64], "rsassa-pss", Some("SHA-256")), digest),
        (signing(&[7; 48], "rsassa-pss", Some("SHA3-512")), digest),
        (signing(&[7; 64], "sha256WithRSAEncryption", None), digest),
        (signing(&[7; 31], "sha256WithRSAEncryption", None), digest),
        (signing(&[7; 65], "rsassa-pss", Some("SHA-512")), digest),
        (signing(&[7; 64], "rsassa-pss", None), parameters),
        (signing(&[7; 64], "rsassa-pss", Some("SHA-1")), parameters),
        (signing(&[7; 64], "sha1WithRSAEncryption", None), "/signatureProtocolParameters/signatureAlgorithm"),
    ] {
        let exchange = ask(&host, post(&path, &body)).expect("an answer");
        assert_eq!(exchange.response.status(), 400, "{body}");
        assert!(
            pointers(&exchange).iter().all(|known| known.starts_with(pointer)),
            "{:?}",
            pointers(&exchange)
        );
        ledger.service(&exchange);
    }
    ledger.close();
}

#[test]
fn what_is_no_request_at_all_is_refused() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "no requests");
    let (host, _) = world(223);
    let certificate = format!("/smart-id-rp/v3/signature/certificate/{EE}");
    let right = asking().to_string().into_bytes();
    let mut mistaken = written("POST", &certificate, right.clone());
    mistaken.headers_mut().insert("content-type", "text/plain".parse().unwrap());
    let mut silent = written("POST", &certificate, right.clone());
    silent.headers_mut().remove("content-type");
    let id = json!("00000000-0000-4000-8000-000000000001");
    for (request, status) in [
        (mistaken, 400),
        (silent, 400),
        (written("POST", &certificate, b"{\"relyingPartyUUID\":".to_vec()), 400),
        (written("POST", &certificate, b"[]".to_vec()), 400),
        (written("POST", &certificate, Vec::new()), 400),
        (written("POST", &certificate, vec![0xff; 40]), 400),
        (session(&id, "?timeoutMs=999"), 400),
        (session(&id, "?timeoutMs=120001"), 400),
        (session(&id, "?timeoutMs=soon"), 400),
        (session(&id, "?timeoutMs="), 400),
        (session(&id, "?timeoutMs=120000"), 404),
        (session(&json!("no-uuid"), ""), 404),
    ] {
        let exchange = ask(&host, request).expect("an answer");
        assert_eq!(exchange.response.status(), status, "{}", exchange.request.uri());
        if status == 400 {
            assert_ne!(
                judge.request(&exchange.request, Measure::Published),
                [],
                "{}",
                exchange.request.uri()
            );
        }
        ledger.service(&exchange);
    }
    // Neither is in the documents
    for (method, path, status) in [
        ("GET", certificate.as_str(), 405),
        ("DELETE", "/smart-id-rp/v3/session/00000000-0000-4000-8000-000000000001", 405),
        ("POST", "/smart-id-rp/v3/signature/device-link/anonymous", 404),
        ("POST", "/smart-id-rp/v3/signature", 404),
        ("POST", "/smart-id-rp/v1/signature/document/PNOEE-40504040001-DEM0-Q", 404),
        ("GET", "/smart-id-rp/", 404),
    ] {
        let exchange = ask(&host, written(method, path, right.clone())).expect("an answer");
        assert!(judge.operation(&exchange.request).is_none(), "{method} {path}");
        assert_eq!(
            (exchange.response.status().as_u16(), exchange.response.body().len()),
            (status, 0),
            "{method} {path}"
        );
    }
    ledger.close();
}

#[test]
fn links_that_no_phone_would_follow_are_refused() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "wrong device links");
    let (host, _) = world(224);
    let right = fresh_link(&host);
    let with = |field: &str, value: Value| {
        let mut changed = right.clone();
        changed[field] = value;
        changed
    };
    let link = right["deviceLink"].as_str().unwrap();
    let mut wrong = vec![
        with("documentNumber", json!("PNOEE-38001085718-NONE-Q")),
        with("documentNumber", json!(null)),
        with("deviceLink", json!(7)),
        with("deviceLink", json!("https://elsewhere.example/")),
        with("deviceLink", json!(&link[..link.len() - 1])),
        with("deviceLink", json!(link.replace("elapsedSeconds=0", "elapsedSeconds=90"))),
        with("flowType", json!("Web2App")),
        with("flowType", json!("Notification")),
        json!([]),
    ];
    for field in ["documentNumber", "deviceLink", "flowType"] {
        let mut without = right.clone();
        without.as_object_mut().unwrap().remove(field);
        wrong.push(without);
    }
    for body in wrong {
        let exchange = ask(&host, scan(&body)).expect("an answer");
        assert_eq!(exchange.response.status(), 400, "{body}");
        ledger.service(&exchange);
    }
    let exchange = ask(&host, scan(&right)).expect("an answer");
    assert_eq!(exchange.response.status(), 200);
    ledger.client(&[exchange]);
    ledger.close();
}

fn fresh_link(host: &Simulated) -> Value {
    let request = choosing();
    let opened =
        ask(host, post("signature/certificate-choice/device-link/anonymous", &request)).expect("an answer");
    scanned(host, SCANNING[0], "QR", &request, &answered(&opened))
}
