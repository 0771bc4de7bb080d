//! What a service can answer instead: every HTTP error, every end result, every fault of the emulator.

use emulator::{AnswerFault, EndResult, Faults, Outage, Pace, UnknownRelyingParty};
use pitser_tests::{Exchange, Simulated};
use serde_json::{Value, json};
use workflow::order::{Level, Scans, Signer};

use crate::accounts::{SCANNING, holder};
use crate::judge::Judge;
use crate::ledger::Ledger;
use crate::stage::{
    answered, ask, asking, choosing, document, interactions, post, scan, scanned, session, sign, signing,
    world,
};

const EE: &str = "PNOEE-40504040001-DEM0-Q";

/// The errors of the schema, and those that are not in it but that clients may meet.
const STATUSES: [u16; 10] = [400, 401, 403, 404, 471, 472, 480, 500, 503, 580];

fn end_results() -> Vec<EndResult> {
    vec![
        EndResult::Ok,
        EndResult::UserRefused,
        EndResult::Timeout,
        EndResult::DocumentUnusable,
        EndResult::WrongVc,
        EndResult::RequiredInteractionNotSupportedByApp,
        EndResult::UserRefusedCertChoice,
        EndResult::UserRefusedInteraction("confirmationMessage".into()),
        EndResult::ProtocolFailure,
        EndResult::ExpectedLinkedSession,
        EndResult::ServerError,
        EndResult::AccountUnusable,
    ]
}

/// The three ways in which our client begins.
fn signers() -> [Signer; 3] {
    [Signer::Person(holder(EE).parse().unwrap()), document(EE), Signer::DeviceLink(Scans::Anybody)]
}

#[test]
fn every_http_error_at_every_request() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "HTTP errors");
    let (mut host, profile) = world(210);
    host.scanned_by = Some(SCANNING[0].into());
    // Our client meets each of them first of all
    for (status, signer) in STATUSES.into_iter().flat_map(|status| signers().map(|signer| (status, signer))) {
        host.world.set_faults(Faults { next_status: Some(status), ..Faults::default() });
        sign(&host, &profile, signer, Level::BB).expect_err("not signed");
        // What may be open on the phone is over then.
        host.pass(300_000);
    }
    // And each request of ours meets each of them
    let before = host.exchanges().len();
    for signer in signers() {
        sign(&host, &profile, signer, Level::BB).expect("signed");
    }
    let asked: Vec<_> = host.exchanges().split_off(before);
    ledger.client(&host.exchanges());
    for request in asked.into_iter().map(|one| one.request).filter(|one| one.uri().path().contains("/v3/")) {
        for status in STATUSES {
            host.world.set_faults(Faults { next_status: Some(status), ..Faults::default() });
            let exchange = ask(&host, request.clone()).expect("an answer");
            assert_eq!(exchange.response.status(), status);
            ledger.service(&exchange);
        }
    }
    for status in STATUSES {
        assert!(ledger.with_status(status) > 8, "{status}");
    }
    ledger.close();
}

#[test]
fn every_end_result_of_every_session() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "end results");
    let (mut host, profile) = world(211);
    host.scanned_by = Some(SCANNING[0].into());
    for (end, signer) in
        end_results().into_iter().flat_map(|end| signers().map(|signer| (end.clone(), signer)))
    {
        let is_ok = end == EndResult::Ok;
        host.world.set_faults(Faults { next_end_result: Some(end.clone()), ..Faults::default() });
        let done = sign(&host, &profile, signer, Level::BB);
        assert_eq!(done.is_ok(), is_ok, "{end:?}: {done:?}");
        host.world.set_faults(Faults::default());
        // A phone that waits for a linked signature stops waiting
        host.pass(61_000);
    }
    ledger.client(&host.exchanges());
    for end in end_results() {
        ledger.client(&linked(&host, end));
        host.pass(61_000);
    }
    // The certificate of a known account cannot be used at the moment
    host.world.set_faults(Faults { next_end_result: Some(EndResult::DocumentUnusable), ..Faults::default() });
    let unusable = ask(&host, post(&format!("signature/certificate/{EE}"), &asking())).expect("an answer");
    assert_eq!(answered(&unusable)["state"], "DOCUMENT_UNUSABLE");
    ledger.client(&[unusable]);
    let seen: Vec<_> = ledger.end_results().iter().cloned().collect();
    assert_eq!(seen.len(), 12, "{seen:?}");
    ledger.close();
}

/// A certificate choice by device link, and a linked signature that ends so.
fn linked(host: &Simulated, end: EndResult) -> Vec<Exchange> {
    let mut said = Vec::new();
    let mut say = |request| -> Value {
        let exchange = ask(host, request).expect("an answer");
        let body = answered(&exchange);
        assert_eq!(exchange.response.status(), 200, "{body}");
        said.push(exchange);
        body
    };
    let mut choice = choosing();
    choice["nonce"] = json!(host.world_time().to_string());
    let opened = say(post("signature/certificate-choice/device-link/anonymous", &choice));
    say(scan(&scanned(host, SCANNING[0], "QR", &choice, &opened)));
    say(session(&opened["sessionID"], ""));
    host.world.set_faults(Faults { next_end_result: Some(end.clone()), ..Faults::default() });
    let mut body = signing(&[5; 64], "rsassa-pss", Some("SHA-512"));
    body["linkedSessionID"] = opened["sessionID"].clone();
    let linked = say(post(&format!("signature/notification/linked/{}", SCANNING[0]), &body));
    let ended = say(session(&linked["sessionID"], ""));
    assert_eq!(json!(ended["result"]["endResult"]), json!(end_name(&end)));
    said
}

fn end_name(end: &EndResult) -> Value {
    match end {
        EndResult::UserRefusedInteraction(_) => json!("USER_REFUSED_INTERACTION"),
        plain => serde_json::to_value(plain).unwrap(),
    }
}

#[test]
fn every_other_fault() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "other faults");
    let (mut host, mut profile) = world(212);
    host.scanned_by = Some(SCANNING[0].into());
    let only = |name: &str| Some(vec![name.to_owned()]);
    let faults = [
        Faults { api: Outage::Unavailable, ..Faults::default() },
        Faults { api: Outage::Cut, ..Faults::default() },
        Faults { ocsp: Outage::Unavailable, crl: Outage::Cut, ..Faults::default() },
        Faults { answer: AnswerFault::CorruptedSignature, ..Faults::default() },
        Faults { answer: AnswerFault::OtherAccount, ..Faults::default() },
        Faults { answer: AnswerFault::OtherCertificate, ..Faults::default() },
        Faults { answer: AnswerFault::OtherKey, ..Faults::default() },
        Faults { answer: AnswerFault::WeakPss, ..Faults::default() },
        Faults { slow_ms: 3_000, ..Faults::default() },
        Faults { ip_sharing_allowed: true, ..Faults::default() },
        Faults { app_interactions: only("displayTextAndPIN"), ..Faults::default() },
        Faults { app_interactions: only("confirmationMessage"), ..Faults::default() },
        Faults { app_interactions: Some(Vec::new()), ..Faults::default() },
        // The app shows nothing, and yet the session is made to end well
        Faults {
            app_interactions: Some(Vec::new()),
            next_end_result: Some(EndResult::Ok),
            ..Faults::default()
        },
    ];
    for (faults, signer) in
        faults.into_iter().flat_map(|faults| signers().map(|signer| (faults.clone(), signer)))
    {
        host.world.set_faults(faults);
        let _ = sign(&host, &profile, signer, Level::BB);
        host.pass(61_000);
    }
    // Nobody scans, nobody answers, and the answer comes after several questions
    host.world.set_faults(Faults::default());
    host.scanned_by = None;
    sign(&host, &profile, Signer::DeviceLink(Scans::Anybody), Level::BB).expect_err("nobody scanned");
    for number in emulator::by_hand() {
        sign(&host, &profile, document(number), Level::BB).expect_err("nobody answered");
    }
    host.world.set_pace(Pace { answer_ms: 70_000, ..Pace::default() });
    sign(&host, &profile, document(EE), Level::BB).expect("signed in the end");
    // A relying party that nobody knows
    profile.smart_id.as_mut().expect("phones").relying_party.uuid =
        "11111111-1111-4111-8111-111111111111".into();
    for unknown_relying_party in [UnknownRelyingParty::Forbidden, UnknownRelyingParty::Unauthorized] {
        host.world.set_faults(Faults { unknown_relying_party, ..Faults::default() });
        sign(&host, &profile, document(EE), Level::BB).expect_err("refused");
    }
    ledger.client(&host.exchanges());
    ledger.close();
}

#[test]
fn what_is_not_there_and_what_is_not_allowed() {
    let Some(judge) = Judge::get() else { return };
    let mut ledger = Ledger::open(judge, "not there, not allowed");
    let (host, _) = world(213);
    let mut say = |request, status: u16| -> Value {
        let exchange = ask(&host, request).expect("an answer");
        assert_eq!(exchange.response.status(), status, "{}", exchange.request.uri());
        ledger.client(std::slice::from_ref(&exchange));
        answered(&exchange)
    };
    let body = signing(&[7; 64], "rsassa-pss", Some("SHA-512"));
    // Persons without an account, and one with none of the kind asked for
    for choice in ["certificate-choice/notification/etsi", "notification/etsi", "device-link/etsi"] {
        let body = if choice.starts_with("cert") { choosing() } else { body.clone() };
        for stranger in ["PNOEE-38001085718", "PASKZ-987654321012", "IDCCZ-1234567890"] {
            say(post(&format!("signature/{choice}/{stranger}"), &body), 404);
        }
        let other = say(post(&format!("signature/{choice}/PNOLT-40504049999"), &body), 404);
        assert_eq!(other["errors"][0]["code"], "NO_SUITABLE_ACCOUNT_FOUND");
        say(post(&format!("signature/{choice}/anybody"), &body), 400);
    }
    // Accounts that are not there, or not for this relying party
    for number in ["PNOEE-38001085718-NONE-Q", "PNOLT-40504049999-MOCK-NQ"] {
        say(post(&format!("signature/certificate/{number}"), &asking()), 404);
        say(post(&format!("signature/notification/document/{number}"), &body), 404);
        say(post(&format!("signature/device-link/document/{number}"), &body), 404);
        let mut linked = body.clone();
        linked["linkedSessionID"] = json!("00000000-0000-4000-8000-000000000001");
        say(post(&format!("signature/notification/linked/{number}"), &linked), 404);
    }
    // What the demo relying party may not do
    let path = format!("signature/notification/document/{EE}");
    for (field, value) in [
        ("certificateLevel", json!("ADVANCED")),
        ("relyingPartyName", json!("Somebody")),
        ("relyingPartyUUID", json!("11111111-1111-4111-8111-111111111111")),
        ("capabilities", json!(["FLY"])),
        ("requestProperties", json!({ "shareMdClientIpAddress": true })),
    ] {
        let mut wished = body.clone();
        wished[field] = value;
        let refused = say(post(&path, &wished), 403);
        assert!(refused["errors"][0]["pointer"].as_str().unwrap().starts_with(&format!("/{field}")));
    }
    // Sessions that never were, and one of long ago
    say(session(&json!("00000000-0000-4000-8000-000000000001"), "?timeoutMs=1000"), 404);
    let opened = say(post(&path, &body), 200);
    say(session(&opened["sessionID"], ""), 200);
    host.pass(301_000);
    say(session(&opened["sessionID"], ""), 404);
    // A certificate level that says more
    let mut best = asking();
    best["certificateLevel"] = json!("QSCD");
    say(post(&format!("signature/certificate/{EE}"), &best), 200);
    let mut choices = body;
    choices["interactions"] = interactions(&json!([
        { "type": "confirmationMessageAndVerificationCodeChoice", "displayText200": "x".repeat(200) },
        { "type": "confirmationMessage", "displayText200": "õ".repeat(200) },
        { "type": "displayTextAndPIN", "displayText60": "ž".repeat(60) },
    ]));
    let opened = say(post(&path, &choices), 200);
    say(session(&opened["sessionID"], "?timeoutMs=60500"), 200);
    ledger.close();
}
