//! What somebody was asked on the phone and nobody waited for: what becomes of it, by service and flow.

use emulator::{Pace, Tally};
use pitser_tests::{Simulated, run};
use workflow::error::Error;
use workflow::event::{Event, KeptFor, LeftOpen};
use workflow::open::look_after;
use workflow::order::{Level, Order, Scans, Signed, Signer, Subscriber};
use workflow::profile::{Api, Profile};
use workflow::sign::{finish, pending, sign as begin};

use crate::{APPROVES, contract, order, person, sign, signed, world};

fn account(number: &str) -> Signer {
    Signer::Document(number.parse().expect("an account"))
}

/// Another document that says the same.
fn other(host: &Simulated, signer: Signer) -> Order {
    host.put("/other.pdf", [contract(), b"%another\n".to_vec()].concat());
    Order { output: Some("/other-signed.pdf".into()), ..Order::new("/other.pdf", signer, Level::BB) }
}

/// A world whose people take most of a minute to answer, and the version of the API that Smart-ID speaks.
fn slow(seed: u64, api: Api) -> (Simulated, Profile) {
    let (host, mut profile) = world(seed);
    profile.smart_id.as_mut().expect("a service").api = api;
    host.world.set_pace(Pace { answer_ms: 50_000, ..Pace::default() });
    (host, profile)
}

/// Signs until somebody was asked, and goes away.
fn broken_off(host: &Simulated, profile: &Profile, order: Order) {
    let before = host.world.tally().asked;
    let ended = run(async {
        let work = std::pin::pin!(begin(host, profile, order));
        let asked = std::pin::pin!(async {
            while host.world.tally().asked == before {
                tokio::task::yield_now().await;
            }
        });
        first(work, asked).await
    });
    assert!(ended.is_none(), "{ended:?}");
}

/// The same, where it was told what is left open.
fn given_up(host: &Simulated, profile: &Profile, order: Order) -> LeftOpen {
    broken_off(host, profile, order);
    let left = host.events().into_iter().rev().find_map(|event| match event {
        Event::LeftOpen(left) => Some(left),
        _ => None,
    });
    left.expect("something is left open")
}

/// What the first comes to, unless the second does before.
async fn first<T>(
    mut work: std::pin::Pin<&mut impl Future<Output = T>>,
    mut until: std::pin::Pin<&mut impl Future<Output = ()>>,
) -> Option<T> {
    std::future::poll_fn(|context| {
        if let std::task::Poll::Ready(done) = work.as_mut().poll(context) {
            return std::task::Poll::Ready(Some(done));
        }
        until.as_mut().poll(context).map(|()| None)
    })
    .await
}

fn open(ended: Result<Signed, Error>) {
    let error = ended.expect_err("something is open");
    assert_eq!((error.code(), error.hint()), ("session-open", "send-again"));
    let minutes: u64 = error.values()["minutes"].parse().expect("a number");
    assert!((1..=4).contains(&minutes), "{minutes}");
}

fn at_most_one(host: &Simulated) -> Tally {
    let tally = host.world.tally();
    assert!(tally.at_once <= 1, "{tally:?}");
    tally
}

/// Each way to a phone that a person has, and the version of the API.
fn ways() -> [(Signer, Api); 5] {
    let card = Subscriber::parse("+37200000766", "60001019906").expect("a subscriber");
    let scans = Scans::Account("PNOEE-40404040009-MOCK-Q".parse().expect("an account"));
    [
        (person(APPROVES), Api::V3),
        (account("PNOEE-40504040001-DEM0-Q"), Api::V3),
        (person(APPROVES), Api::V2),
        (Signer::DeviceLink(scans), Api::V3),
        (Signer::MobileId(card), Api::V3),
    ]
}

/// Those that ring a phone.
fn ways_that_ring() -> impl Iterator<Item = (Signer, Api)> {
    ways().into_iter().filter(|(signer, _)| !matches!(signer, Signer::DeviceLink(_)))
}

#[test]
fn on_every_way_something_else_waits_until_the_first_is_over() {
    for (signer, api) in ways() {
        let (mut host, profile) = slow(90, api);
        host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".to_owned());
        given_up(&host, &profile, order(signer.clone(), Level::BB));
        open(sign(&host, &profile, other(&host, signer.clone())));
        assert_eq!(at_most_one(&host).asked, 1, "{signer:?}");
        host.leave_phone();
        // A code that nobody has scanned is on nobody's phone; its session runs out by itself.
        host.pass(if matches!(signer, Signer::DeviceLink(_)) { 181_000 } else { 0 });
        sign(&host, &profile, other(&host, signer.clone())).expect("signed");
        assert_eq!(at_most_one(&host).asked, 2, "{signer:?}");
        assert_eq!(host.phones_noted(), 0, "{signer:?}");
    }
}

#[test]
fn a_phone_is_known_by_its_service_whatever_the_profile_is_called() {
    for (signer, api) in ways_that_ring() {
        let (host, profile) = slow(97, api);
        given_up(&host, &profile, order(signer.clone(), Level::BB));
        let mut same = profile.clone();
        for name in ["demo", "bank", "other"] {
            same.name = name.to_owned();
            open(sign(&host, &same, other(&host, signer.clone())));
        }
        // Nor is the other way to the same person, or another version at the same place, another phone.
        let is_card = |signer: &Signer| matches!(signer, Signer::MobileId(_));
        for (way, api) in ways_that_ring().filter(|(way, _)| is_card(way) == is_card(&signer)) {
            same.smart_id.as_mut().expect("a service").api = api;
            open(sign(&host, &same, other(&host, way)));
        }
        assert_eq!(at_most_one(&host).asked, 1, "{signer:?}");
    }
}

/// The port of TLS is that of an address without one.
#[test]
fn a_service_is_the_same_with_its_usual_port_and_without() {
    let (host, profile) = slow(97, Api::V3);
    let signer = account("PNOEE-40504040001-DEM0-Q");
    let at = |address: &str| {
        let mut same = profile.clone();
        same.smart_id.as_mut().expect("a service").relying_party.base_url = address.to_owned();
        same
    };
    given_up(&host, &at("https://emulator.test/smart-id-rp"), order(signer.clone(), Level::BB));
    let same = at("https://EMULATOR.test:443/smart-id-rp");
    open(sign(&host, &same, other(&host, signer)));
    assert_eq!(at_most_one(&host).asked, 1);
}

#[test]
fn the_same_person_is_asked_by_one_service_of_a_test_at_a_time() {
    let (host, mut both) = world(98);
    let at = "https://elsewhere.test/mid-api";
    both.mobile_id.as_mut().expect("a service").relying_party.base_url = at.to_owned();
    let apps = Profile { mobile_id: None, ..both.clone() };
    let cards = Profile { smart_id: None, ..both.clone() };
    host.world.set_pace(Pace { answer_ms: 50_000, ..Pace::default() });
    let card = Subscriber::parse("+37200000766", "40504040001").expect("a subscriber");
    let account = account("PNOEE-40504040001-DEM0-Q");
    // Whoever has both services leaves the note with the one that was asked.
    given_up(&host, &both, order(account.clone(), Level::BB));
    open(sign(&host, &apps, other(&host, account)));
    open(sign(&host, &both, other(&host, Signer::MobileId(card.clone()))));
    let elsewhere = sign(&host, &cards, other(&host, Signer::MobileId(card))).expect_err("no such service");
    assert_ne!(elsewhere.code(), "session-open", "a world of its own");
    assert_eq!(at_most_one(&host).asked, 1);
}

#[test]
fn on_every_way_but_by_a_code_the_same_is_waited_for_again() {
    for (signer, api) in ways_that_ring() {
        let (host, profile) = slow(91, api);
        given_up(&host, &profile, order(signer.clone(), Level::BB));
        sign(&host, &profile, order(signer.clone(), Level::BB)).expect("signed");
        let tally = at_most_one(&host);
        assert_eq!((tally.asked, tally.pins, host.phones_noted()), (1, 1, 0), "{signer:?}");
    }
}

#[test]
fn what_is_approved_though_nobody_waits_is_kept_for_its_own_document() {
    let (host, profile) = slow(92, Api::V3);
    let signer = account("PNOEE-40504040001-DEM0-Q");
    given_up(&host, &profile, order(signer.clone(), Level::BB));
    host.pass(60_000);
    sign(&host, &profile, other(&host, signer)).expect("signed");
    let kept = pending(&host).expect("journal");
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].document.to_str(), Some("/contract.pdf"));
    run(finish(&host, &profile, &kept[0].key, None)).expect("finished");
    assert!(host.file(signed()).is_some());
    assert_eq!((at_most_one(&host).asked, at_most_one(&host).pins), (2, 2));
}

/// However the person is called, the path is written, or whatever language they speak: nobody types PIN2 a second time.
#[test]
fn a_value_that_is_kept_is_used_however_the_same_is_asked_for() {
    let scans = "PNOEE-40404040009-MOCK-Q";
    let number = || scans.parse().expect("an account");
    let anybody = || Signer::DeviceLink(Scans::Anybody);
    let who = "PNOEE-40404040009".parse().expect("a person");
    for signer in [
        account(scans),
        person("PNOEE-40404040009"),
        Signer::DeviceLink(Scans::Account(number())),
        Signer::DeviceLink(Scans::Person(who)),
        anybody(),
    ] {
        for first in [account(scans), anybody()] {
            let (mut host, mut profile) = world(99);
            host.scanned_by = Some(scans.to_owned());
            host.put("/elsewhere/contract.pdf", contract());
            host.disconnect_after(workflow::event::Stage::Received, vec!["/tsa"]);
            let error = sign(&host, &profile, order(first.clone(), Level::BT)).expect_err("no time-stamp");
            assert_eq!((error.code(), host.journal_len()), ("timestamp-unavailable", 1), "{first:?}");
            host.reconnect();
            profile.name = "another name".to_owned();
            let language = workflow::order::Language::Estonian;
            let document = "/elsewhere/contract.pdf".into();
            let again = Order { document, language, ..order(signer.clone(), Level::BT) };
            sign(&host, &profile, again).expect("signed");
            assert_eq!((host.signature_sessions(), host.journal_len()), (1, 0), "{first:?}, then {signer:?}");
            assert!(host.file(signed()).is_some());
        }
    }
}

/// What was told of values in the journal that came before.
fn told(host: &Simulated) -> Vec<KeptFor> {
    let kept = host.events().into_iter().filter_map(|event| match event {
        Event::Kept(value) => Some(value.standing),
        _ => None,
    });
    kept.filter(|standing| *standing != KeptFor::This).collect()
}

/// A copy is the same document: its bytes are what was signed. Whose name the phone showed is told.
#[test]
fn a_copy_under_another_name_is_signed_with_the_value_that_came_for_the_first() {
    for (signer, api) in ways() {
        let (mut host, mut profile) = world(101);
        host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".to_owned());
        profile.smart_id.as_mut().expect("a service").api = api;
        host.disconnect_after(workflow::event::Stage::Received, vec!["/tsa"]);
        sign(&host, &profile, order(signer.clone(), Level::BT)).expect_err("no time-stamp");
        host.reconnect();
        host.put("/copy.pdf", contract());
        let output = Some("/copy-signed.pdf".into());
        let copy = Order { output, ..Order::new("/copy.pdf", signer.clone(), Level::BT) };
        sign(&host, &profile, copy).expect("signed");
        assert_eq!((at_most_one(&host).pins, host.journal_len()), (1, 0), "{signer:?}");
        assert!(host.file("/copy-signed.pdf").is_some());
        let told = told(&host);
        let [KeptFor::Before { asked_for, .. }] = told.as_slice() else { panic!("{signer:?}: {told:?}") };
        assert_eq!(asked_for.to_str(), Some("/contract.pdf"), "{signer:?}");
    }
}

/// What the phone shows has another name than what is on the screen: nobody could compare.
#[test]
fn a_copy_under_another_name_is_not_waited_for_but_takes_what_was_approved_meanwhile() {
    for (signer, api) in ways_that_ring() {
        let (host, profile) = slow(102, api);
        given_up(&host, &profile, order(signer.clone(), Level::BB));
        host.put("/copy.pdf", contract());
        let copy = || {
            let output = Some("/copy-signed.pdf".into());
            Order { output, ..Order::new("/copy.pdf", signer.clone(), Level::BB) }
        };
        open(sign(&host, &profile, copy()));
        host.pass(60_000);
        sign(&host, &profile, copy()).expect("signed");
        let tally = at_most_one(&host);
        assert_eq!((tally.asked, tally.pins, host.phones_noted()), (1, 1, 0), "{signer:?}");
        assert!(matches!(told(&host)[..], [KeptFor::Before { .. }]), "{signer:?}: {:?}", told(&host));
    }
}

#[test]
fn a_value_of_somebody_else_or_for_something_else_is_not_used() {
    let mine = account("PNOEE-40504040001-DEM0-Q");
    let reason = Order { reason: Some("Agreed".into()), ..order(mine.clone(), Level::BT) };
    let others = [
        (order(account("PNOEE-40404040009-MOCK-Q"), Level::BT), false),
        (order(mine.clone(), Level::BB), true),
        (reason, true),
    ];
    for (other, same_person) in others {
        let (mut host, profile) = world(100);
        host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".to_owned());
        host.disconnect_after(workflow::event::Stage::Received, vec!["/tsa"]);
        sign(&host, &profile, order(mine.clone(), Level::BT)).expect_err("no time-stamp");
        host.reconnect();
        host.pass(300_000);
        sign(&host, &profile, other).expect("signed");
        assert_eq!((host.signature_sessions(), host.journal_len()), (2, 1));
        // It is said, before the phone rings, that something waits which may be what is meant.
        let told = host.events().iter().rposition(|event| match event {
            Event::Kept(value) => {
                matches!(&value.standing, KeptFor::Another { signer, .. } if !signer.is_empty())
            }
            _ => false,
        });
        let rings = host.events().iter().rposition(|event| matches!(event, Event::Prompt(_)));
        assert_eq!(told.is_some(), same_person);
        assert!(told < rings, "{told:?} {rings:?}");
    }
}

/// The last that was said to be left open, if anything was.
fn left_open(host: &Simulated) -> Option<LeftOpen> {
    host.events().into_iter().rev().find_map(|event| match event {
        Event::LeftOpen(left) => Some(left),
        _ => None,
    })
}

#[test]
fn that_it_is_waited_for_again_is_promised_only_where_its_session_is_known() {
    for (signer, api) in ways() {
        let (mut host, profile) = slow(102, api);
        host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".to_owned());
        let left = given_up(&host, &profile, order(signer.clone(), Level::BB));
        assert_eq!(left.can_be_awaited, !matches!(signer, Signer::DeviceLink(_)), "{signer:?}");
    }
    let card = Subscriber::parse("+37200000766", "60001019906").expect("a subscriber");
    let (host, profile) = world(103);
    host.lose_answer("/mid-api/signature");
    sign(&host, &profile, order(Signer::MobileId(card.clone()), Level::BB)).expect_err("the answer is lost");
    assert!(!left_open(&host).expect("it may have arrived").can_be_awaited);
    open(sign(&host, &profile, order(Signer::MobileId(card), Level::BB)));
}

#[test]
fn what_is_said_to_be_complete_is_over_whatever_else_is_wrong_with_the_answer() {
    let card = Subscriber::parse("+37200000766", "60001019906").expect("a subscriber");
    for signer in [account("PNOEE-40504040001-DEM0-Q"), Signer::MobileId(card)] {
        let (mut host, profile) = world(104);
        host.altered = Some(Box::new(|request, mut response| {
            let said: Result<serde_json::Value, _> = serde_json::from_slice(response.body());
            if let Ok(mut said) = said
                && request.uri().path().contains("/session/")
                && said["state"] == "COMPLETE"
            {
                said["signature"] = serde_json::json!({ "value": "no base64" });
                *response.body_mut() = said.to_string().into_bytes();
            }
            Ok(response)
        }));
        sign(&host, &profile, order(signer.clone(), Level::BB)).expect_err("of wrong form");
        assert_eq!((left_open(&host), host.phones_noted()), (None, 0), "{signer:?}");
        host.altered = None;
        host.pass(300_000);
        sign(&host, &profile, order(signer, Level::BB)).expect("nothing is open");
    }
}

/// 404 is the answer about a session that is not there; 401 and 403 are about whoever asks, and say nothing of it.
#[test]
fn a_session_that_the_service_does_not_have_is_over_and_one_that_it_does_not_tell_of_is_not() {
    for (signer, api) in ways() {
        for (status, is_over) in [(404, true), (401, false), (403, false)] {
            let (mut host, mut profile) = world(105);
            host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".to_owned());
            profile.smart_id.as_mut().expect("a service").api = api;
            // The certificate is had; what follows is asked about in vain.
            host.altered = Some(Box::new(move |request, mut response| {
                let said: Result<serde_json::Value, _> = serde_json::from_slice(response.body());
                let is_choice =
                    said.is_ok_and(|said| said["signature"]["value"].is_null() && said["cert"].is_object());
                if request.uri().path().contains("/session/") && !is_choice {
                    *response.status_mut() = http::StatusCode::from_u16(status).expect("a status");
                    response.body_mut().clear();
                }
                Ok(response)
            }));
            let case = format!("{signer:?} {status}");
            let error = sign(&host, &profile, order(signer.clone(), Level::BB)).expect_err(&case);
            assert_eq!(left_open(&host).is_none(), is_over, "{case}: {}", error.code());
            assert_eq!(host.phones_noted(), usize::from(!is_over), "{case}");
            host.altered = None;
            let again = sign(&host, &profile, order(signer.clone(), Level::BB));
            if !is_over && !matches!(signer, Signer::DeviceLink(_)) {
                again.expect(&case);
                assert!(at_most_one(&host).pins <= 1, "{case}: it is waited for again");
            }
        }
    }
}

/// The service recognises a repetition by what is in it: the language in which it was made is part of that.
#[test]
fn what_is_repeated_is_repeated_in_its_own_language() {
    let (host, profile) = slow(101, Api::V3);
    let signer = account("PNOEE-40504040001-DEM0-Q");
    host.lose_answer("/signature/notification/");
    broken_off(&host, &profile, order(signer.clone(), Level::BB));
    let language = workflow::order::Language::Latvian;
    sign(&host, &profile, Order { language, ..order(signer, Level::BB) }).expect("signed");
    assert_eq!(at_most_one(&host).asked, 1, "it was the same");
}

#[test]
fn whoever_looks_after_it_says_what_came_of_it() {
    for (refused, came) in [(false, true), (true, false)] {
        let (host, profile) = slow(93, Api::V3);
        let left = given_up(&host, &profile, order(account("PNOEE-40504040001-DEM0-Q"), Level::BB));
        assert!(!format!("{left:?}").contains("40504040001"), "{left:?}");
        if refused {
            host.leave_phone();
        }
        assert_eq!(run(look_after(&host, &profile, &left)).expect("looked after"), came);
        assert_eq!((pending(&host).expect("journal").len(), host.phones_noted()), (usize::from(came), 0));
        assert!(!run(look_after(&host, &profile, &left)).expect("nothing is there"));
    }
}

#[test]
fn a_request_whose_answer_was_lost_is_repeated_as_it_was_or_waited_out() {
    // The service recognises a repeated request (RP API "Details"); the first program died before it could.
    let (host, profile) = slow(94, Api::V3);
    let signer = account("PNOEE-40504040001-DEM0-Q");
    let lost = |host: &Simulated, order: Order| {
        host.lose_answer("/signature/notification/");
        broken_off(host, &profile, order);
    };
    lost(&host, order(signer.clone(), Level::BB));
    sign(&host, &profile, order(signer.clone(), Level::BB)).expect("signed");
    assert_eq!(at_most_one(&host).asked, 1, "it was the same");

    lost(&host, other(&host, signer.clone()));
    host.disconnect(vec!["/signature/notification/"]);
    let error = sign(&host, &profile, other(&host, signer.clone())).expect_err("cut off");
    assert_eq!(error.code(), "unreachable", "and the first may have arrived all the same");
    host.reconnect();
    host.pass(20_000);
    open(sign(&host, &profile, other(&host, signer.clone())));
    host.pass(240_000);
    sign(&host, &profile, other(&host, signer)).expect("signed");
    assert_eq!(at_most_one(&host).asked, 3);
    assert_eq!(host.phones_noted(), 0);
}

#[test]
fn who_scanned_a_code_is_not_asked_beside_what_they_have_open() {
    let (mut host, profile) = slow(95, Api::V3);
    let scans = "PNOEE-40404040009-MOCK-Q";
    host.scanned_by = Some(scans.to_owned());
    given_up(&host, &profile, order(Signer::DeviceLink(Scans::Anybody), Level::BB));
    // PIN2 is asked for in the app that they scanned with.
    open(sign(&host, &profile, other(&host, account(scans))));
    assert_eq!(at_most_one(&host).asked, 1);
}

#[test]
fn a_refusal_by_the_service_leaves_nothing_behind() {
    let (host, profile) = world(96);
    for person in ["PNOEE-60001019906", "PNOEE-30403039917"] {
        let ended = sign(&host, &profile, order(crate::person(person), Level::BB));
        assert!(ended.is_err(), "{person}");
        assert_eq!(host.phones_noted(), 0, "{person}");
    }
}
