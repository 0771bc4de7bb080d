//! The room for a signature is found out before the phone rings: a sample of a time-stamp, the chain, and a margin.

use std::sync::Arc;

use emulator::Faults;
use native::{KeyFile, Scheme};
use pitser_tests::Simulated;
use workflow::event::Stage;
use workflow::order::{Level, Order, Signer};

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

#[test]
fn a_time_stamp_service_whose_clock_is_wrong_is_noticed_before_the_phone_rings_for_the_pin() {
    let (host, profile) = world(301);
    host.world.set_faults(Faults { tsa_clock_ms: 3_600_000, ..Faults::default() });
    let error = sign(&host, &profile, order(person(APPROVES), Level::BT)).expect_err("refused");
    assert_eq!(error.code(), "clock-wrong");
    assert_eq!(host.signature_sessions(), 0);
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
