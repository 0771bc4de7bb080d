//! Whether the comparison itself can be relied on: it accepts what the publisher writes and what the real service was
//! heard to say, and notices each single change.

use http::{Request, Response};
use pitser_tests::{Exchange, aloud};
use serde_json::{Value, json};
use workflow::order::{Level, Scans, Signer};

use crate::accounts::SCANNING;
use crate::document::Document;
use crate::judge::{Fault, Judge, Measure, corpus};
use crate::ledger::Ledger;
use crate::stage::{answered, document, sign, world, written};

const EE: &str = "PNOEE-40504040001-DEM0-Q";

/// Every example beside a schema, in requests and answers.
#[test]
fn the_examples_of_the_publisher_are_right() {
    let Some(judge) = Judge::get() else { return };
    let mut count = 0;
    for document in judge.documents() {
        for section in ["requestBodies", "responses"] {
            let Some(parts) = document.published["components"][section].as_object() else { continue };
            for (name, part) in parts {
                let content = &part["content"]["application/json"];
                for example in content["examples"].as_object().into_iter().flat_map(|all| all.values()) {
                    let value = &document.resolved(example)["value"];
                    for measure in [Measure::Published, Measure::Exact] {
                        let place = format!("{section} {name}");
                        let faults = judge.fields(document, &place, &content["schema"], value, measure);
                        assert_eq!(faults, [], "{name}");
                    }
                    count += 1;
                }
            }
        }
    }
    aloud(&format!("openapi: {count} examples of the publisher accepted"));
    assert!(count >= 25, "{count}");
}

/// Recorded at the demo of SK in March 2026.
#[test]
fn what_the_real_service_said_is_right() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "recorded at the real service");
    let asked = "/smart-id-rp/v3/session/00000000-0000-4000-8000-000000000001";
    let known = format!("/smart-id-rp/v3/signature/certificate/{EE}");
    for (name, method, path) in [
        ("signing/certificate-response.json", "POST", known.as_str()),
        ("signing/notification/cert-choice-session-response.json", "GET", asked),
        ("signing/notification/session-response.json", "GET", asked),
        ("signing/notification/session-response-pkcs1.json", "GET", asked),
        ("auth/device-link/session-response.json", "GET", asked),
        ("auth/notification/session-response.json", "GET", asked),
        ("auth/notification/session-response-pkcs1.json", "GET", asked),
    ] {
        let Some(body) = corpus(&format!("vectors/smart-id/recorded/{name}")) else { continue };
        let response =
            Response::builder().header("content-type", "application/json").body(body.into_bytes()).unwrap();
        ledger.service(&Exchange { request: written(method, path, Vec::new()), response });
    }
    ledger.close();
}

/// One change to a message.
type Change = fn(&mut Value);

/// Operation, status, which side, what is changed, where it must be noticed.
#[rustfmt::skip]
const NOTICED: &[(&str, Side, Change, &str)] = &[
    ("certificate/", Side::Request, |b| remove(b, "", "relyingPartyUUID"), ""),
    ("certificate/", Side::Request, |b| remove(b, "", "relyingPartyName"), ""),
    ("certificate/", Side::Request, |b| b["relyingPartyUUID"] = json!("00000000-0000-4000-8000-00000000000"), "/relyingPartyUUID"),
    ("certificate/", Side::Request, |b| b["certificateLevel"] = json!("qualified"), "/certificateLevel"),
    ("certificate/", Side::Request, |b| b["certficateLevel"] = json!("QUALIFIED"), ""),
    ("certificate/", Side::Response, |b| remove(b, "", "state"), ""),
    ("certificate/", Side::Response, |b| b["state"] = json!("MAYBE"), "/state"),
    ("certificate/", Side::Response, |b| remove(b, "/cert", "certificateLevel"), "/cert"),
    ("certificate/", Side::Response, |b| b["cert"]["value"] = json!("not base64"), "/cert/value"),
    ("certificate/", Side::Response, |b| b["cert"]["value"] = json!("AAAAA"), "/cert/value"),
    ("certificate/", Side::Response, |b| b["certificate"] = json!({}), ""),
    ("device-link/anonymous", Side::Request, |b| b["nonce"] = json!(""), "/nonce"),
    ("device-link/anonymous", Side::Request, |b| b["nonce"] = json!("x".repeat(31)), "/nonce"),
    ("device-link/anonymous", Side::Response, |b| remove(b, "", "sessionSecret"), ""),
    ("device-link/anonymous", Side::Response, |b| b["sessionToken"] = json!("tooshort"), "/sessionToken"),
    ("device-link/anonymous", Side::Response, |b| b["sessionToken"] = json!("with spaces and more than 24"), "/sessionToken"),
    ("device-link/anonymous", Side::Response, |b| b["deviceLinkBase"] = json!("no url"), "/deviceLinkBase"),
    ("device-link/anonymous", Side::Response, |b| b["sessionID"] = json!("1234"), "/sessionID"),
    ("notification/document/", Side::Request, |b| remove(b, "", "interactions"), ""),
    ("notification/document/", Side::Request, |b| b["interactions"] = json!("{}"), "/interactions"),
    ("notification/document/", Side::Request, |b| remove(b, "", "signatureProtocol"), ""),
    ("notification/document/", Side::Request, |b| b["signatureProtocol"] = json!("ACSP_V2"), "/signatureProtocol"),
    ("notification/document/", Side::Request, |b| remove(b, "/signatureProtocolParameters", "digest"), "/signatureProtocolParameters"),
    ("notification/document/", Side::Request, |b| b["signatureProtocolParameters"]["digest"] = json!("AAAA"), "/signatureProtocolParameters/digest"),
    ("notification/document/", Side::Request, |b| b["signatureProtocolParameters"]["signatureAlgorithm"] = json!("rsa"), "/signatureProtocolParameters/signatureAlgorithm"),
    ("notification/document/", Side::Request, |b| remove(b, "/signatureProtocolParameters/signatureAlgorithmParameters", "hashAlgorithm"), "/signatureProtocolParameters/signatureAlgorithmParameters"),
    ("notification/document/", Side::Response, |b| remove(b, "", "vc"), ""),
    ("notification/document/", Side::Response, |b| b["vc"]["value"] = json!("12345"), "/vc/value"),
    ("notification/document/", Side::Response, |b| b["vc"]["value"] = json!(1234), "/vc/value"),
    ("notification/linked/", Side::Request, |b| remove(b, "", "linkedSessionID"), ""),
    ("notification/linked/", Side::Request, |b| b["linkedSessionID"] = json!("x"), "/linkedSessionID"),
    ("notification/linked/", Side::Response, |b| remove(b, "", "sessionID"), ""),
    ("session/", Side::Response, |b| b["state"] = json!("DONE"), "/state"),
    ("session/", Side::Response, |b| remove(b, "/result", "endResult"), "/result"),
    ("session/", Side::Response, |b| b["result"]["endResult"] = json!("FINE"), "/result/endResult"),
    ("session/", Side::Response, |b| remove(b, "/cert", "value"), "/cert"),
    ("session/", Side::Response, |b| remove(b, "/signature", "flowType"), "/signature"),
    ("session/", Side::Response, |b| b["signature"]["flowType"] = json!("Pigeon"), "/signature"),
    ("session/", Side::Response, |b| b["signature"]["colour"] = json!("red"), "/signature"),
    ("session/", Side::Response, |b| b["interactionTypeUsed"] = json!(null), "/interactionTypeUsed"),
    ("session/", Side::Response, |b| b["ignoredPropertys"] = json!([]), ""),
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    Request,
    Response,
}

#[test]
fn each_single_change_is_noticed() {
    let Some(judge) = Judge::get() else { return };
    let said = conversations();
    for (number, (operation, side, change, pointer)) in NOTICED.iter().enumerate() {
        let complete = |one: &&Exchange| {
            one.request.uri().path().contains(operation) && answered(one)["state"] != "RUNNING"
        };
        let mut exchange = said.iter().rev().find(complete).expect("such an exchange").clone();
        assert_eq!(faults(judge, &exchange, *side), [], "change {number}: right at first");
        let body = match side {
            Side::Request => exchange.request.body_mut(),
            Side::Response => exchange.response.body_mut(),
        };
        let mut value: Value = serde_json::from_slice(body).unwrap();
        change(&mut value);
        *body = value.to_string().into_bytes();
        let found = faults(judge, &exchange, *side);
        let there = |fault: &Fault| matches!(fault, Fault::Field { pointer: found, .. } if found == pointer);
        assert!(found.iter().any(there), "change {number} to the {side:?} of {operation}: {found:?}");
    }
    aloud(&format!("openapi: {} changes of fields noticed", NOTICED.len()));
}

#[test]
fn changes_around_the_body_are_noticed() {
    let Some(judge) = Judge::get() else { return };
    let said = conversations();
    let find = |part: &str| said.iter().find(|one| one.request.uri().path().contains(part)).unwrap().clone();
    let known = find("certificate/");
    let asked = find("session/");
    let moved = |exchange: &Exchange, method: &str, from: &str, to: &str| {
        let uri = exchange.request.uri().to_string();
        assert!(uri.contains(from), "{uri}");
        let mut request = exchange.request.clone();
        *request.uri_mut() = uri.replace(from, to).parse().unwrap();
        *request.method_mut() = method.parse().unwrap();
        judge.request(&request, Measure::Published)
    };
    assert_eq!(moved(&known, "POST", "certificate/", "certificates/"), [Fault::Operation]);
    assert_eq!(moved(&known, "POST", "/v3/", "/v4/"), [Fault::Operation]);
    assert_eq!(moved(&known, "POST", "-DEM0-Q", "-DEM0-Q/"), [Fault::Operation]);
    assert_eq!(moved(&known, "PUT", "/v3/", "/v3/"), [Fault::Operation]);
    let parameter = |faults: Vec<Fault>, wanted: &str| {
        assert!(matches!(&faults[..], [Fault::Parameter { name, .. }] if name == wanted), "{faults:?}");
    };
    parameter(moved(&asked, "GET", "timeoutMs=", "timeoutMs=99999"), "timeoutMs");
    parameter(moved(&asked, "GET", "timeoutMs=", "timeoutMs=x"), "timeoutMs");
    parameter(moved(&asked, "GET", "timeoutMs", "timeout"), "timeout");
    parameter(moved(&asked, "GET", "/session/", "/session/0"), "sessionID");

    let answer = |change: fn(&mut Response<Vec<u8>>)| {
        let mut response = known.response.clone();
        change(&mut response);
        judge.response(&known.request, &response, Measure::Published)
    };
    assert_eq!(answer(|_| {}), []);
    assert_eq!(answer(|one| *one.status_mut() = 418.try_into().unwrap()), [Fault::Status(418)]);
    assert_eq!(answer(|one| *one.status_mut() = 480.try_into().unwrap()), [Fault::UnexpectedBody]);
    assert_eq!(answer(|one| one.body_mut().clear()), [Fault::MissingBody]);
    assert_eq!(answer(|one| one.body_mut().push(b'}')), [Fault::NotJson]);
    let plain = |one: &mut Response<Vec<u8>>| {
        one.headers_mut().insert("content-type", "text/plain".parse().unwrap());
    };
    assert_eq!(answer(plain), [Fault::MediaType("text/plain".into())]);
    let mut request: Request<Vec<u8>> = asked.request.clone();
    *request.body_mut() = b"{}".to_vec();
    assert_eq!(judge.request(&request, Measure::Published), [Fault::UnexpectedBody]);
}

/// Fixed segments win, and every operation of the documents is found again by its own path.
#[test]
fn every_operation_is_found_by_its_path() {
    let Some(judge) = Judge::get() else { return };
    let mut count = 0;
    for document in judge.documents() {
        for (template, item) in document.published["paths"].as_object().unwrap() {
            let path = format!("{}{}", document.base, template.replace(['{', '}'], ""));
            for (method, definition) in item.as_object().unwrap() {
                let method = method.to_ascii_uppercase().parse().unwrap();
                let found = Document::operation(document, &method, &path).expect("an operation");
                assert_eq!(found.name, definition["operationId"], "{path}");
                count += 1;
            }
        }
    }
    assert_eq!(count, 15);
}

/// One signing by each flow: a known account, a scanned code.
fn conversations() -> Vec<Exchange> {
    let (mut host, profile) = world(230);
    host.scanned_by = Some(SCANNING[0].into());
    for signer in [Signer::DeviceLink(Scans::Anybody), document(EE)] {
        sign(&host, &profile, signer, Level::BB).expect("signed");
    }
    host.exchanges()
}

fn faults(judge: &Judge, exchange: &Exchange, side: Side) -> Vec<Fault> {
    match side {
        Side::Request => judge.request(&exchange.request, Measure::Exact),
        Side::Response => judge.response(&exchange.request, &exchange.response, Measure::Exact),
    }
}

fn remove(body: &mut Value, parent: &str, name: &str) {
    let fields = body.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    assert!(fields.remove(name).is_some(), "{name} was there");
}
