//! Secrets stay where they belong: every way to sign, ended in every way, and every byte that is printed, noted, kept or sent
//! to the page in the window searched for what must not be in it.
#![allow(clippy::unwrap_used)]

#[path = "secrets/confided.rs"]
mod confided;
#[path = "secrets/ways.rs"]
mod ways;

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use emulator::{CSC_ORGANISATION, CSC_OTP, CSC_PIN, CSC_SECRET};
use native::known::Known;
use pitser_desktop::wire;
use pitser_tests::{Simulated, profile_of, run};
use serde::Serialize;
use workflow::error::Error;
use workflow::event::{Event, Prompt};
use workflow::host::Host as _;
use workflow::order::{Level, Order, Signed};
use workflow::password::Password;
use workflow::profile::Profile;
use workflow::traffic;

use confided::{Confided, stands_in};
use ways::{TROUBLES, Way};

const OWN_PASSWORD: &str = "correct horse battery staple";
/// Longer than a token lives, and shorter than what gives another one.
const TWO_HOURS: i64 = 2 * 3_600_000;

/// The one place in which a whole personal code may stand: whose signature it is, as the certificate in the document says to
/// everybody who has it.
const VERDICT: &str = "the verdict";

/// A place where somebody else could come to see it, and the bytes there.
type Place = (&'static str, Vec<u8>);

/// A world with a contract on its disk.
fn world(way: &Way) -> (Simulated, Profile) {
    let mut host = Simulated::new(95);
    let contract = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sample/loan-agreement.pdf");
    host.put("/contract.pdf", std::fs::read(contract).expect("the sample"));
    host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".to_owned());
    let mut profile = profile_of(&host);
    (way.ready)(&mut host, &mut profile);
    (host, profile)
}

fn order(way: &Way, output: &str) -> Order {
    Order {
        output: Some(output.into()),
        password: Some(Password::new(OWN_PASSWORD)),
        ..Order::new("/contract.pdf", way.signer.clone(), Level::BT)
    }
}

fn json(told: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(told).expect("JSON")
}

/// What is printed for a mistake, of this program and in its logs.
fn printed(host: &Simulated, profile: &Profile, order: &Order, result: &Result<Signed, Error>) -> Vec<Place> {
    let mut printed = vec![
        ("order", format!("{order:?}").into_bytes()),
        ("profile", format!("{profile:?}").into_bytes()),
        ("events", format!("{:?}", host.events()).into_bytes()),
    ];
    match result {
        Ok(signed) => printed.push(("result", format!("{:?}", signed.output).into_bytes())),
        Err(error) => {
            printed.push(("error", format!("{error}\n{error:?}").into_bytes()));
            printed.push(("figures", format!("{:?}", error.values()).into_bytes()));
        }
    }
    printed
}

/// What crosses to the page in the window, as it crosses: events, and answers of commands.
fn crossing(host: &Simulated, order: &Order, result: Result<Signed, Error>) -> Vec<Place> {
    let now = host.now();
    let events = host.events().into_iter().filter_map(|event| wire::Progress::new(event, now));
    let mut crossing: Vec<Place> = events.map(|event| ("an event", json(&event))).collect();
    let asked = host.questions().into_iter().map(wire::Progress::question);
    crossing.extend(asked.map(|event| ("a question", json(&event))));
    crossing.push(("the offers", json(&wire::Progress::offers(host.offered()))));
    let pending = workflow::sign::pending(host).expect("a journal");
    crossing.extend(pending.into_iter().map(|one| ("what waits", json(&wire::Pending::from(one)))));
    match result {
        Ok(signed) => {
            if let Some(known) = Known::of(&order.signer, &signed) {
                crossing.push(("who is known", json(&wire::KnownInfo::from(&known))));
            }
            crossing.push((VERDICT, json(&wire::Signed::from(signed))));
        }
        Err(error) => crossing.push(("the failure", json(&wire::Failure::from(error)))),
    }
    crossing
}

/// The lines of the network log.
fn logged(host: &Simulated) -> Vec<Place> {
    let line = |exchange: pitser_tests::Exchange| {
        let mut noted = traffic::Exchange::begun(&exchange.request, host.now());
        let begun = json(&noted);
        noted.ended(&Ok(exchange.response), host.now());
        [("the network log, begun", begun), ("the network log", json(&noted))]
    };
    host.exchanges().into_iter().flat_map(line).collect()
}

/// The journal has to name the account that is asked again about, and the certificate: but nothing that opens a session.
fn kept(host: &Simulated) -> Vec<u8> {
    host.journal_all().expect("a journal").into_iter().flat_map(|(_, entry)| entry).collect()
}

/// What the person or the provider gave, which is never said to anybody else either.
fn ours() -> [String; 3] {
    let shown = STANDARD.encode(format!("{CSC_ORGANISATION}:{CSC_SECRET}"));
    [OWN_PASSWORD.to_owned(), CSC_SECRET.to_owned(), shown]
}

#[test]
fn no_secret_and_no_whole_personal_code_gets_out_however_a_signing_ends() {
    let (mut ends, mut kinds) = (BTreeSet::new(), BTreeSet::new());
    let mut searched = 0;
    for way in ways::all() {
        for (trouble, spoil) in TROUBLES {
            let (mut host, profile) = world(&way);
            spoil(&mut host);
            let order = order(&way, "/signed.pdf");
            let result = run(workflow::sign::sign(&host, &profile, order.clone()));
            ends.insert(result.as_ref().map_or_else(Error::code, |_| "signed"));
            if trouble == "none" {
                result.as_ref().unwrap_or_else(|error| panic!("{}: {error}", way.name));
            }
            let confided = Confided::of(&host.exchanges());
            assert!(
                trouble != "none" || confided.texts().count() > 0,
                "{}: there is something to be found",
                way.name
            );
            kinds.extend(confided.kinds().into_iter().map(str::to_owned));
            let mut places = printed(&host, &profile, &order, &result);
            places.extend(crossing(&host, &order, result));
            places.extend(logged(&host));
            for (place, bytes) in &places {
                searched += bytes.len();
                let text = || String::from_utf8_lossy(bytes).into_owned();
                let found = confided.standing_in(bytes);
                assert_eq!(found, None, "{}, {trouble}, {place}: {}", way.name, text());
                let (ours, code) = (ours(), Some(way.code).filter(|_| *place != VERDICT));
                for secret in ours.iter().map(String::as_str).chain(code) {
                    assert!(
                        !stands_in(secret, bytes),
                        "{}, {trouble}, {place}: {secret} in {}",
                        way.name,
                        text()
                    );
                }
            }
            let kept = kept(&host);
            assert_eq!(confided.standing_in(&kept), None, "{}, {trouble}: the journal", way.name);
            assert!(
                !ours().iter().any(|secret| stands_in(secret, &kept)),
                "{}, {trouble}: the journal",
                way.name
            );
            if let Some(pending) = workflow::sign::pending(&host).expect("a journal").first() {
                host.reconnect();
                run(workflow::sign::finish(&host, &profile, &pending.key, None)).expect("finished");
            }
        }
    }
    assert!(searched > 1_000_000, "{searched} bytes");
    for end in [
        "signed",
        "bad-request",
        "malformed-answer",
        "redirected",
        "signature-invalid",
        "timestamp-unavailable",
        "wrong-person",
    ] {
        assert!(ends.contains(end), "{end} is not among {ends:?}");
    }
    for kind in [
        "sessionID",
        "sessionSecret",
        "sessionToken",
        "linkedSessionID",
        "session in an address",
        "deviceIpAddress",
        "access_token",
        "refresh_token",
        "Bearer",
        "Basic",
        "client secret",
        "code",
        "code_verifier",
        "state",
        "request_uri",
        "SAD",
        "handle",
        "responseID",
        "requestID",
    ] {
        assert!(kinds.contains(kind), "{kind} was never said: {kinds:?}");
    }
}

/// The next day a refresh token gives the next access token, and is taken back in the end.
#[test]
fn no_token_that_is_renewed_or_taken_back_gets_out() {
    let way = ways::all().into_iter().find(|way| way.name == "a signing service").unwrap();
    let (host, profile) = world(&way);
    for output in ["/first.pdf", "/second.pdf"] {
        let order = order(&way, output);
        let result = run(workflow::sign::sign(&host, &profile, order.clone()));
        result.as_ref().expect("signed");
        let confided = Confided::of(&host.exchanges());
        for (place, bytes) in crossing(&host, &order, result).into_iter().chain(logged(&host)) {
            assert_eq!(confided.standing_in(&bytes), None, "{place}");
        }
        host.pass(TWO_HOURS);
    }
    let forgotten = run(workflow::keychain::forget(&host, &profile, workflow::keychain::What::Everything));
    let confided = Confided::of(&host.exchanges());
    assert!(confided.kinds().contains("token"), "{:?}", confided.kinds());
    assert_eq!(confided.standing_in(format!("{forgotten:?}").as_bytes()), None);
    for (place, bytes) in logged(&host) {
        assert_eq!(confided.standing_in(&bytes), None, "{place}");
    }
}

/// What a person types for a key reaches the service, and nobody else.
#[test]
fn what_is_typed_for_a_key_gets_out_nowhere() {
    let way = ways::all().into_iter().find(|way| way.name == "a signing service with a PIN").unwrap();
    let (host, profile) = world(&way);
    let order = order(&way, "/signed.pdf");
    let result = run(workflow::sign::sign(&host, &profile, order.clone()));
    assert_eq!(host.questions().len(), 2);
    let sent = host.exchanges().into_iter().any(|one| stands_in(CSC_PIN, one.request.body()));
    assert!(sent, "it was told to the service");
    let mut places = printed(&host, &profile, &order, &result);
    places.extend(crossing(&host, &order, result));
    places.extend(logged(&host));
    for (place, bytes) in places {
        for typed in [CSC_PIN, CSC_OTP] {
            // Digits stand in a document's verdict by chance; as a value of their own they do not.
            for written in [format!("\"{typed}\""), format!(" {typed} "), format!("={typed}")] {
                assert!(!stands_in(&written, &bytes), "{place}: {}", String::from_utf8_lossy(&bytes));
            }
        }
    }
}

/// The search itself: what is put into each place, in each way in which it may be written, is found there.
#[test]
fn a_secret_that_gets_out_is_noticed_wherever_it_stands() {
    for way in ways::all() {
        let (host, profile) = world(&way);
        run(workflow::sign::sign(&host, &profile, order(&way, "/signed.pdf"))).expect("signed");
        let confided = Confided::of(&host.exchanges());
        for (kind, secret) in confided.texts() {
            let event = |event| json(&wire::Progress::new(event, host.now()));
            let mut failure = wire::Failure::new("bad-request", "retry");
            failure.values.insert("detail".to_owned(), format!("told {secret}!"));
            let request = http::Request::get(format!("https://sid.example/{}", "x".repeat(20)));
            let mut noted = traffic::Exchange::begun(&request.body(Vec::new()).unwrap(), host.now());
            noted.address.push_str(secret);
            let places = [
                event(Event::About(format!("/home/{secret}/contract.pdf").into())),
                event(Event::Prompt(Prompt::ConfirmElsewhere { challenge: Some(secret.to_owned()) })),
                event(Event::Prompt(Prompt::DeviceLink {
                    link: String::new(),
                    svg: format!("<svg><title>{secret}</title></svg>"),
                    elapsed: 1,
                })),
                json(&failure),
                json(&noted),
                format!("{:?}", Error::from(remote::Error::BadRequest { detail: secret.to_owned() }))
                    .into_bytes(),
                STANDARD.encode(format!("a{secret}b")).into_bytes(),
                STANDARD.encode(format!("ab{secret}c")).into_bytes(),
                secret.bytes().map(|byte| format!("{byte:02X}")).collect::<String>().into_bytes(),
                form_urlencoded::byte_serialize(secret.as_bytes()).collect::<String>().into_bytes(),
            ];
            for place in places {
                let text = String::from_utf8_lossy(&place);
                assert!(
                    confided.standing_in(&place).is_some(),
                    "{}: {kind} {secret} is not noticed in {text}",
                    way.name
                );
            }
        }
        // And what does not get out is not.
        assert_eq!(confided.standing_in(b"Nothing of it stands here, and 12345678 is no secret."), None);
    }
}
