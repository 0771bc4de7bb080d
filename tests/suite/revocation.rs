//! What responders make of a nonce, and how long a list is used that was fetched before.

use std::time::Duration;

use emulator::{Faults, NonceManners, Outage};
use pitser_tests::{Simulated, run};
use workflow::host::{Host, UnreachableCause};
use workflow::order::Level;
use workflow::profile::Profile;
use workflow::verdict::{Answer, Indication, Question};
use workflow::verify::{Examined, Options, examine};

use crate::{APPROVES, order, person, sign, signed, world};

const HOUR: u64 = 60 * 60;

/// How many requests went to addresses with that part in them so far.
fn asked(host: &Simulated, part: &str) -> usize {
    host.exchanges().iter().filter(|one| one.request.uri().path().contains(part)).count()
}

/// Signs where the list of the people's certificates cannot be had, so that the responder alone counts.
fn by_responder(seed: u64, faults: Faults) -> (Result<Option<Indication>, String>, usize) {
    let (host, profile) = world(seed);
    host.world.set_faults(faults);
    host.disconnect(vec!["/crl/eid-q.crl"]);
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLt));
    let done = done.map(|signed| signed.report.overall());
    (done.map_err(|error| format!("{} {:?}", error.code(), error.values())), asked(&host, "/ocsp"))
}

fn nonces(ocsp_nonce: NonceManners) -> Faults {
    Faults { ocsp_nonce, ..Faults::default() }
}

#[test]
fn a_responder_that_takes_no_nonce_is_believed_by_its_times() {
    let (echoed, questions) = by_responder(400, nonces(NonceManners::Echo));
    assert_eq!(echoed, Ok(Some(Indication::TotalPassed)));
    let (ignored, of_one_that_ignores) = by_responder(400, nonces(NonceManners::Ignore));
    assert_eq!(ignored, Ok(Some(Indication::TotalPassed)));
    assert_eq!(of_one_that_ignores, questions, "asked no more often for that");
    for manners in [NonceManners::Malformed, NonceManners::Unauthorized, NonceManners::BadRequest] {
        let (done, twice) = by_responder(400, nonces(manners));
        assert_eq!(done, Ok(Some(Indication::TotalPassed)), "{manners:?}");
        assert_eq!(twice, 2 * questions, "{manners:?}: each time without one");
    }
}

#[test]
fn an_answer_to_another_question_is_not_believed() {
    let (done, _) = by_responder(401, nonces(NonceManners::Replace));
    let said = done.expect_err("not signed");
    assert!(said.starts_with("certificate-status-unknown") && said.contains("nonce"), "{said}");
}

#[test]
fn without_a_nonce_an_old_answer_is_not_believed() {
    let old = |next: Option<u64>, manners| Faults {
        ocsp_age_ms: 60 * 60 * 1000,
        ocsp_next_ms: next.map(|minutes| u32::try_from(minutes * 60 * 1000).expect("milliseconds")),
        ..nonces(manners)
    };
    for manners in [NonceManners::Ignore, NonceManners::Malformed] {
        let (done, _) = by_responder(402, old(None, manners));
        let said = done.expect_err("a newer one is there at any time, so it is a repetition");
        assert!(said.starts_with("certificate-status-unknown"), "{said}");
        let (done, _) = by_responder(402, old(Some(30), manners));
        assert!(done.expect_err("its time is over").starts_with("certificate-status-unknown"));
        let (done, _) = by_responder(402, old(Some(120), manners));
        assert_eq!(done, Ok(Some(Indication::TotalPassed)), "made beforehand, for two hours");
    }
}

/// More than a day, which no policy takes for the present, though the nonce is the one that was sent.
const STALE: u32 = 25 * 60 * 60 * 1000;

#[test]
fn an_answer_that_is_too_old_leads_on_to_the_list() {
    for manners in [NonceManners::Echo, NonceManners::Ignore] {
        let (host, profile) = world(408);
        host.world.set_faults(Faults { ocsp_age_ms: STALE, ..nonces(manners) });
        let done = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("the list is fresh");
        assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "{manners:?}");
        assert_ne!(asked(&host, "/crl/eid-q.crl"), 0, "{manners:?}");
    }
}

#[test]
fn where_every_answer_is_too_old_it_is_said_that_they_are() {
    let (host, profile) = world(409);
    host.world.set_faults(Faults { ocsp_age_ms: STALE, ..nonces(NonceManners::Echo) });
    host.disconnect(vec!["/crl/eid-q.crl"]);
    let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("nobody knows");
    let values = error.values();
    assert_eq!((error.code(), error.hint()), ("certificate-status-unknown", "retry"));
    let told = ["why", "asked", "step"].map(|name| values.get(name).map(String::as_str));
    assert_eq!(told, [Some("not-of-now"), Some("ocsp"), Some("again")]);
    assert!(values["detail"].contains("/crl/eid-q.crl"), "the list was asked for: {}", values["detail"]);
    assert_eq!(host.world.tally().pins, 0);
    let questions = asked(&host, "/ocsp");
    assert!((2..=4).contains(&questions), "with a nonce and without one, and not again: {questions}");
}

/// What the certificate of nobody trusted says of its issuer is anybody's, and so are the ten addresses in it.
#[test]
fn nobody_waits_long_for_an_issuer_that_does_not_come() {
    for (answers_after, expected) in [(0, 10), (9_000, 3), (60_000, 1)] {
        let (mut host, profile) = world(413);
        host.answers_after = answers_after;
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/chains/issuer-elsewhere.pdf");
        host.put("/elsewhere.pdf", std::fs::read(path).expect("a fixture"));
        let examined = run(examine(&host, &profile, "/elsewhere.pdf".as_ref(), Options::online()));
        assert_eq!(examined.expect("judged").report.overall(), Some(Indication::Indeterminate));
        let places = host.exchanges().into_iter().map(|one| one.request.uri().to_string());
        let asked = places.filter(|place| place.starts_with("http://authority.example/")).count();
        assert_eq!(asked, expected, "one every {answers_after} ms");
    }
}

/// A world in which lists are kept, and needed; a document is signed there.
fn keeping(seed: u64) -> (Simulated, Profile) {
    let (mut host, profile) = world(seed);
    host.keeps_lists = true;
    host.world.set_faults(Faults { ocsp: Outage::Unavailable, ..Faults::default() });
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    (host, profile)
}

fn examined(host: &Simulated, profile: &Profile) -> Examined {
    run(examine(host, profile, &signed(), Options::online())).expect("read")
}

fn later(host: &Simulated, hours: u64) {
    run(host.sleep_until(host.now().plus(Duration::from_secs(hours * HOUR + 1))));
}

#[test]
fn a_list_is_fetched_once_for_many_documents() {
    let (host, profile) = keeping(403);
    assert_eq!(asked(&host, "/crl/eid-q.crl"), 1, "when the certificate was looked at");
    for _ in 0..3 {
        let seen = examined(&host, &profile);
        assert_eq!(seen.report.overall(), Some(Indication::TotalPassed));
        let came = host.exchanges().into_iter().find(|one| one.request.uri().path() == "/crl/eid-q.crl");
        let came = came.expect("a list").response.into_body();
        assert!(seen.objects().all.iter().any(|object| object.der == came), "byte for byte");
    }
    assert_eq!(asked(&host, "/crl/eid-q.crl"), 1);
    later(&host, 1);
    examined(&host, &profile);
    assert_eq!(asked(&host, "/crl/eid-q.crl"), 2, "after an hour there may be a newer one");
}

#[test]
fn a_revocation_is_seen_when_the_kept_list_is_an_hour_old() {
    let (host, profile) = keeping(404);
    host.world.revoke("PNOEE-40504040001-DEM0-Q", host.world_time(), 1);
    assert_eq!(examined(&host, &profile).report.overall(), Some(Indication::TotalPassed));
    later(&host, 1);
    let overall = examined(&host, &profile).report.overall();
    assert_ne!(overall, Some(Indication::TotalPassed), "{overall:?}");
}

#[test]
fn a_revocation_that_is_to_come_decides_nothing_and_is_told() {
    let (host, profile) = keeping(410);
    let told = || {
        let report = examined(&host, &profile).report;
        assert_eq!(report.overall(), Some(Indication::TotalPassed));
        let mut rows = report.signatures[0].checks.iter();
        let row = rows.find(|row| row.question == Question::SignerRevocation).expect("a row");
        (row.answer, row.detail.get("revoked").is_some())
    };
    assert_eq!(told(), (Answer::Passed, false));
    host.world.revoke("PNOEE-40504040001-DEM0-Q", host.world_time() + 24 * 3_600_000, 1);
    later(&host, 2);
    assert_eq!(told(), (Answer::Information, true));
}

#[test]
fn where_no_list_can_be_had_the_kept_one_counts_until_the_next_is_due() {
    let (host, profile) = keeping(405);
    host.disconnect(vec!["/ocsp", "/crl"]);
    later(&host, 6 * 24);
    assert_eq!(examined(&host, &profile).report.overall(), Some(Indication::TotalPassed));
    later(&host, 2 * 24);
    assert_eq!(examined(&host, &profile).report.overall(), Some(Indication::Indeterminate));
}

/// From now on nothing but what stands on this computer: a proxy leads nobody out who does not say who he is.
fn behind_a_proxy(host: &mut Simulated) -> UnreachableCause {
    let cause = UnreachableCause::ProxyLogin { proxy: "proxy.example:3128".into(), told: false };
    let given = cause.clone();
    host.altered = Some(Box::new(move |_, _| Err(given.clone())));
    cause
}

#[test]
fn a_verdict_stands_without_what_a_proxy_keeps_back_and_says_so() {
    let (mut host, profile) = world(407);
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let before = examined(&host, &profile);
    assert_eq!((before.report.overall(), before.turned_away), (Some(Indication::TotalPassed), None));
    let cause = behind_a_proxy(&mut host);
    let seen = examined(&host, &profile);
    assert_eq!(seen.report.overall(), Some(Indication::Indeterminate));
    assert_eq!(seen.turned_away.as_ref().map(|turned| &turned.cause), Some(&cause));
    let offline = run(examine(&host, &profile, &signed(), Options::offline())).expect("read");
    assert_eq!(offline.turned_away, None, "nobody was asked");
    host.altered = Some(Box::new(|_, _| Err(UnreachableCause::Connect)));
    assert_eq!(examined(&host, &profile).turned_away, None, "nobody is there who could be told a name");
}

#[test]
fn a_verdict_that_needs_nothing_from_outside_asks_no_proxy() {
    let (mut host, profile) = world(408);
    sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    behind_a_proxy(&mut host);
    let seen = examined(&host, &profile);
    assert_eq!((seen.report.overall(), seen.turned_away), (Some(Indication::TotalPassed), None));
}

#[test]
fn a_kept_list_holds_behind_a_proxy_that_is_told_of_all_the_same() {
    let (mut host, profile) = keeping(409);
    let cause = behind_a_proxy(&mut host);
    let seen = examined(&host, &profile);
    assert_eq!(seen.report.overall(), Some(Indication::TotalPassed));
    assert_eq!(seen.turned_away.map(|turned| turned.cause), Some(cause));
}

#[test]
fn what_was_kept_is_not_believed_for_somebody_else() {
    let (host, profile) = keeping(406);
    let url = host.world.urls().issuing_crl();
    let other = host.exchanges().into_iter().find(|one| one.request.uri().path() == "/crl/root.crl");
    let other = other.map_or_else(|| b"no list".to_vec(), |one| one.response.into_body());
    host.keep_list(&url, &other);
    assert_eq!(examined(&host, &profile).report.overall(), Some(Indication::TotalPassed));
    assert_eq!(asked(&host, "/crl/eid-q.crl"), 2, "a new one was fetched");
}
