//! The room for a signature is found out before the phone rings: a sample of a time-stamp, the chain, and a margin.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use emulator::{Faults, Reply};
use native::{KeyFile, Scheme};
use pitser_tests::{Simulated, run};
use workflow::event::Stage;
use workflow::extend::{Extension, extend};
use workflow::host::Existing;
use workflow::order::{Level, Order, Signer};
use workflow::verdict::Indication;

use crate::{APPROVES, order, person, sign, signed, world};

/// Requests to the time-stamp service that were answered.
fn stamps(host: &Simulated) -> usize {
    host.exchanges().iter().filter(|one| one.request.uri().path() == "/tsa").count()
}

/// Bytes of `/Contents`.
fn room(host: &Simulated) -> u64 {
    let file = host.file(signed()).expect("saved");
    let document = pdf::Document::open(Arc::new(file)).expect("opens");
    let [_, hole, behind, _] = *document.signatures().expect("read")[0].byte_range.as_ref().expect("a range");
    (behind - hole - 2) / 2
}

fn longer_after(spared: u32, bytes: u32) -> Faults {
    Faults { tsa_longer: bytes, tsa_spared: spared, ..Faults::default() }
}

#[test]
fn a_service_that_does_not_stamp_is_noticed_before_the_phone_rings_for_the_pin() {
    let (host, profile) = world(300);
    host.disconnect(vec!["/tsa"]);
    let error = sign(&host, &profile, order(person(APPROVES), Level::BT)).expect_err("refused");
    assert_eq!((error.code(), error.hint()), ("no-timestamp", "retry-later"));
    assert_eq!((host.signature_sessions(), host.journal_len()), (0, 0));
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("B-B needs none");
}

/// Everybody else agrees with this computer: it is not told to set its clock.
#[test]
fn a_time_stamp_service_whose_clock_is_wrong_is_noticed_before_the_phone_rings_for_the_pin() {
    for off in [3_600_000, -3_600_000] {
        let (host, profile) = world(301);
        host.world.set_faults(Faults { tsa_clock_ms: off, ..Faults::default() });
        let error = sign(&host, &profile, order(person(APPROVES), Level::BT)).expect_err("refused");
        assert_eq!((error.code(), error.hint()), ("no-timestamp", "retry"));
        let values = error.values();
        assert_eq!(values["why"], "tsa-clock-wrong", "{values:?}");
        assert!(["59", "60"].contains(&values["minutes"].as_str()), "{values:?}");
        assert_eq!(host.signature_sessions(), 0);
    }
}

#[test]
fn of_a_time_stamp_service_whose_clock_is_wrong_the_next_one_has_its_turn() {
    let (mut host, mut profile) = world(309);
    let second = profile.timestamp[0].clone();
    profile.timestamp.push(second);
    // Each first one of two is from a world of years later.
    let (late, asked) = (Simulated::new(309), AtomicUsize::new(0));
    late.pass(400 * 86_400_000);
    host.altered = Some(Box::new(move |request, response| {
        if request.uri().path() != "/tsa" || asked.fetch_add(1, Ordering::Relaxed) % 2 == 1 {
            return Ok(response);
        }
        let now = late.world_time();
        match late.world.handle(request.clone(), now, now) {
            Reply::Ready(response) => Ok(response),
            other => panic!("{other:?}"),
        }
    }));
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert_eq!(stamps(&host), 6, "the sample, the signature's and the document's, each from the second");
}

/// Whoever signs with a key of their own asks nobody else for the time.
#[test]
fn whose_clock_is_wrong_is_told_as_far_as_it_is_known() {
    let told = |clock_error: i64, tsa_clock_ms: i64, says_date: bool| {
        let (mut host, profile) = world(310);
        sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
        host.clock_error = clock_error;
        host.world.set_faults(Faults { tsa_clock_ms, ..Faults::default() });
        host.altered = Some(Box::new(move |_, mut response| {
            if !says_date {
                response.headers_mut().remove("date");
            }
            Ok(response)
        }));
        let extension = Extension {
            document: signed(),
            password: None,
            output: None,
            existing: Existing::Keep,
            level: Level::BT,
        };
        let error = run(extend(&host, &profile, extension)).expect_err("refused");
        (error.code(), error.hint(), error.values().get("why").cloned().unwrap_or_default())
    };
    let day = 86_400_000;
    assert_eq!(told(day, 0, true), ("clock-wrong", "set-clock", String::new()), "ours");
    assert_eq!(told(0, day, true), ("no-timestamp", "retry", "tsa-clock-wrong".into()), "theirs");
    assert_eq!(told(0, day, false), ("no-timestamp", "set-clock", "clocks-differ".into()), "nobody says");
}

#[test]
fn the_room_follows_what_goes_in() {
    let size = |level, longer| {
        let (host, profile) = world(302);
        host.world.set_faults(longer_after(0, longer));
        sign(&host, &profile, order(person(APPROVES), level)).expect("signed");
        assert_eq!(
            stamps(&host),
            if level == Level::BB { 0 } else { 2 },
            "the sample and the one that counts"
        );
        room(&host)
    };
    let (bare, stamped, long) = (size(Level::BB, 0), size(Level::BT, 0), size(Level::BT, 20_000));
    assert!(bare < 6_000, "a signature of RSA-6144 with two certificates: {bare}");
    assert!((1_000..4_000).contains(&(stamped - bare)), "a token of P-256: {stamped}");
    assert!((20_000..26_000).contains(&(long - stamped)), "larger than any constant: {long}");
}

#[test]
fn a_token_may_be_somewhat_larger_than_its_sample() {
    let (host, profile) = world(303);
    host.world.set_faults(longer_after(1, 400));
    sign(&host, &profile, order(person(APPROVES), Level::BT)).expect("signed");
}

#[test]
fn a_token_much_larger_than_its_sample_is_refused_with_the_figures_and_the_value_is_kept() {
    let (host, profile) = world(304);
    host.world.set_faults(longer_after(1, 5_000));
    let error = sign(&host, &profile, order(person(APPROVES), Level::BT)).expect_err("too large");
    assert_eq!((error.code(), error.hint()), ("contents-too-small", "retry"));
    assert!(error.values()["detail"].contains("were reserved"), "{:?}", error.values());
    assert_eq!(host.file(signed()), None, "nothing was saved");
    assert!(!host.stages_done().contains(&Stage::Timestamped));
    // Should the service's next token be of the size it showed, no phone is needed.
    assert_eq!(host.journal_len(), 1);
    host.world.set_faults(Faults::default());
    let pending = workflow::sign::pending(&host).expect("journal");
    pitser_tests::run(workflow::sign::finish(&host, &profile, &pending[0].key, None)).expect("finished");
    assert_eq!(host.signature_sessions(), 1);
}

#[test]
fn a_value_that_does_not_fit_is_tried_once_more_and_keeps_nobody_from_signing() {
    let (host, profile) = world(307);
    let again = || sign(&host, &profile, order(person(APPROVES), Level::BT));
    // Each sample is small, and what comes after it large.
    host.world.set_faults(longer_after(1, 5_000));
    assert_eq!(again().expect_err("too large").code(), "contents-too-small");
    host.pass(300_000);
    host.world.set_faults(longer_after(0, 5_000));
    again().expect("another value, with more room");
    assert_eq!((host.signature_sessions(), host.journal_len()), (2, 0), "nothing is left of the first");
    let (fresh, profile) = world(310);
    fresh.world.set_faults(longer_after(0, 5_000));
    sign(&fresh, &profile, order(person(APPROVES), Level::BT)).expect("signed");
    assert!(room(&host) > room(&fresh) + 3_000, "what was lacking is added, whatever a sample shows");

    let (host, profile) = world(308);
    let again = || sign(&host, &profile, order(person(APPROVES), Level::BT));
    host.world.set_faults(longer_after(1, 5_000));
    assert_eq!(again().expect_err("too large").code(), "contents-too-small");
    host.world.set_faults(Faults::default());
    again().expect("it fits now");
    assert_eq!((host.signature_sessions(), host.journal_len()), (1, 0), "one PIN2");
}

#[test]
fn a_key_at_hand_asks_for_a_sample_as_well() {
    let (host, mut profile) = world(305);
    profile.trust.anchors.clear();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/keys/p256.p12");
    let order = || {
        let key = KeyFile::open(path.as_ref(), "test", Scheme::Pkcs1).expect("a key");
        Order { output: Some(signed()), ..Order::new("/contract.pdf", Signer::Key(Arc::new(key)), Level::BT) }
    };
    host.world.set_faults(longer_after(1, 9_000));
    let error = sign(&host, &profile, order()).expect_err("too large");
    assert_eq!(error.code(), "contents-too-small");
    sign(&host, &profile, order()).expect("a new sample, a larger room");
    assert!(room(&host) > 9_000);
}

#[test]
fn where_a_second_service_may_answer_there_is_room_for_one_that_was_not_tried() {
    let (host, mut profile) = world(306);
    let again = profile.timestamp[0].clone();
    profile.timestamp.push(again);
    sign(&host, &profile, order(person(APPROVES), Level::BT)).expect("signed");
    assert!(room(&host) > ades::TOKEN_ROOM as u64);
}
