//! Levels up to B-LTA, extending what is signed already, and renewing it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use ades::{Document, Facts};
use pitser_tests::{Simulated, run};
use pki::crl::Crl;
use pki::{Evidence, ocsp};
use validation::policy::Policy;
use validation::trust::Trust;
use workflow::error::Error;
use workflow::extend::{Extension, extend};
use workflow::host::{Existing, Host};
use workflow::order::{Level, Signed};
use workflow::profile::{Profile, TimestampService};
use workflow::verdict::{Conclusion, Indication, Report};
use workflow::verify::{Options, verify};

use crate::{APPROVES, contract, order, person, sign, signed, world};

fn extended(
    host: &Simulated,
    profile: &Profile,
    from: &str,
    to: &str,
    level: Level,
) -> Result<Signed, Error> {
    let (document, output) = (PathBuf::from(from), Some(PathBuf::from(to)));
    run(extend(
        host,
        profile,
        Extension { document, password: None, output, existing: Existing::Keep, level },
    ))
}

/// What somebody concludes who has the root and no network.
fn offline(host: &Simulated, profile: &Profile, path: &str) -> Report {
    let mut profile = profile.clone();
    profile.trust.issuers.clear();
    run(verify(host, &profile, path.as_ref(), Options::offline())).expect("read")
}

fn later(host: &Simulated, days: u64) {
    run(host.sleep_until(host.now().plus(Duration::from_secs(days * 24 * 60 * 60))));
}

#[test]
fn a_person_signs_at_b_lta_and_the_root_alone_is_enough() {
    let (host, profile) = world(200);
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert_eq!(done.report.signatures.len(), 2, "the signature and the document time-stamp");
    let report = offline(&host, &profile, "/signed.pdf");
    assert_eq!(report.overall(), Some(Indication::TotalPassed));
    assert_eq!(report.signatures[0].level, Some(Level::BLta));
    let [stamped, archived] =
        [&report.signatures[0], &report.signatures[1]].map(|one| one.best_signature_time);
    assert!(stamped.is_some() && stamped <= archived, "the earlier proof counts");
}

#[test]
fn every_level_is_extended_to_the_next_and_beyond() {
    for (from, to) in [
        (Level::BB, Level::BT),
        (Level::BB, Level::BLt),
        (Level::BB, Level::BLta),
        (Level::BT, Level::BLt),
        (Level::BT, Level::BLta),
        (Level::BLt, Level::BLta),
    ] {
        let (host, profile) = world(201);
        sign(&host, &profile, order(person(APPROVES), from)).expect("signed");
        let before = host.file(signed()).expect("saved");
        let done = extended(&host, &profile, "/signed.pdf", "/more.pdf", to);
        let done = done.unwrap_or_else(|error| panic!("{from} {to}: {error:?}"));
        assert!(host.file("/more.pdf").expect("saved").starts_with(&before), "{from} {to}");
        assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "{from} {to}");
        assert_eq!(done.report.signatures[0].level, Some(to), "{from}");
        if to >= Level::BLt {
            let report = offline(&host, &profile, "/more.pdf");
            assert_eq!(report.signatures[0].conclusion, Conclusion::PASSED, "{from} {to}");
            assert_eq!(report.signatures[0].level, Some(to), "{from}");
        }
    }
}

#[test]
fn a_signature_is_renewed_years_later_and_its_time_stays() {
    let (host, profile) = world(202);
    let first = sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    let proven = first.report.signatures[0].best_signature_time;
    let mut name = "/signed.pdf".to_owned();
    for year in 1..=2 {
        later(&host, 300);
        let next = format!("/renewed-{year}.pdf");
        let done = extended(&host, &profile, &name, &next, Level::BLta).expect("renewed");
        assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
        assert_eq!(done.report.signatures.len(), 2 + year, "one more document time-stamp");
        assert_eq!(done.report.signatures[0].best_signature_time, proven);
        name = next;
    }
    let report = offline(&host, &profile, &name);
    assert_eq!(report.overall(), Some(Indication::TotalPassed));
    assert_eq!(report.signatures[0].level, Some(Level::BLta));
}

#[test]
fn a_renewal_stamps_what_is_said_that_day_of_the_units_before() {
    let (host, profile) = world(208);
    sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    later(&host, 299);
    let day = host.now();
    later(&host, 1);
    extended(&host, &profile, "/signed.pdf", "/renewed.pdf", Level::BLta).expect("renewed");
    let bytes = host.file("/renewed.pdf").expect("saved");
    let facts = Document::open(Arc::new(bytes)).expect("opens").facts().expect("facts");
    let embedded = &facts.embedded;
    let answers = embedded.ocsp.iter().map(|der| ocsp::Response::parse(der).expect("an answer").produced_at);
    let lists = embedded.crls.iter().map(|der| Crl::parse(der).expect("a list").this_update());
    let of_that_day: Vec<_> = answers.chain(lists).filter(|said| *said >= day).collect();
    // The unit's, and that of the authority above it.
    assert_eq!(of_that_day.len(), 2, "{of_that_day:?}");
    let later_again = extended(&host, &profile, "/renewed.pdf", "/again.pdf", Level::BLta).expect("renewed");
    assert_eq!(later_again.report.overall(), Some(Indication::TotalPassed));
    let again = Document::open(Arc::new(host.file("/again.pdf").expect("saved"))).expect("opens");
    let again = again.facts().expect("facts").embedded;
    assert_eq!(
        (again.ocsp.len(), again.crls.len()),
        (embedded.ocsp.len(), embedded.crls.len()),
        "still fresh"
    );
}

#[test]
fn what_a_stranger_signed_is_no_validation_data() {
    let (host, profile) = world(209);
    sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    let document = Document::open(Arc::new(host.file(signed()).expect("saved"))).expect("opens");
    let facts = document.facts().expect("facts");
    let nobody = Trust::new("nobody", true, Vec::new(), Vec::new());
    let level = |facts: &Facts| {
        let policy = Policy::everyday();
        validation::validate(facts, &Evidence::default(), &nobody, &policy, host.now()).signatures[0].level
    };
    assert_eq!(level(&facts), Some(Level::BLta), "whoever is trusted");
    // The last byte is of a signature value: a list's, and that in the certificate of whoever answers.
    let spoilt = |data: &[Vec<u8>]| {
        data.iter().map(|der| [&der[..der.len() - 1], &[der[der.len() - 1] ^ 1]].concat()).collect()
    };
    let mut strange = facts.clone();
    strange.embedded.ocsp = spoilt(&facts.embedded.ocsp);
    strange.embedded.crls = spoilt(&facts.embedded.crls);
    assert_eq!(level(&strange), Some(Level::BT));
}

#[test]
fn what_has_the_level_already_and_what_is_not_signed_is_left_alone() {
    let (host, profile) = world(203);
    sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    let code = |from, level| extended(&host, &profile, from, "/more.pdf", level).expect_err("nothing").code();
    assert_eq!(code("/signed.pdf", Level::BT), "nothing-to-add");
    assert_eq!(code("/signed.pdf", Level::BLt), "nothing-to-add");
    assert_eq!(code("/contract.pdf", Level::BLta), "no-signature");
    assert_eq!(host.files().len(), 2, "nothing is written");
}

#[test]
fn a_broken_signature_is_not_extended() {
    let (host, profile) = world(204);
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let mut bytes = host.file(signed()).expect("saved").to_vec();
    let place = contract().windows(4).position(|window| window == b"/XYZ").unwrap_or(2000);
    bytes[place] ^= 1;
    host.put("/broken.pdf", bytes);
    let error = extended(&host, &profile, "/broken.pdf", "/more.pdf", Level::BT).expect_err("refused");
    assert!(matches!(error, Error::NotValid(_) | Error::Document(_)), "{error:?}");
    assert_eq!(host.file("/more.pdf"), None);
}

#[test]
fn the_next_time_stamp_service_is_asked_when_one_fails() {
    let (host, mut profile) = world(205);
    let good = profile.timestamp[0].clone();
    let dead = |name: &str| TimestampService::at(format!("http://{name}.invalid/tsa"));
    host.disconnect(vec!["first.invalid", "second.invalid"]);
    profile.timestamp = vec![dead("first"), dead("second"), good];
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));

    let (host, mut profile) = world(206);
    host.disconnect(vec!["first.invalid", "second.invalid"]);
    profile.timestamp = vec![dead("first"), dead("second")];
    let error = sign(&host, &profile, order(person(APPROVES), Level::BT)).expect_err("no time-stamp");
    assert_eq!(error.code(), "no-timestamp");
    let said = &error.values()["detail"];
    assert!(said.contains("first.invalid") && said.contains("second.invalid"), "{said}");
    assert_eq!(host.signature_sessions(), 0, "found out before the phone rang for the PIN");
}

#[test]
fn a_second_person_signs_over_an_archived_signature() {
    let (host, profile) = world(207);
    sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    let mut second = order(person("PNOEE-50001029996"), Level::BLta);
    second.document = signed();
    second.output = Some("/both.pdf".into());
    let done = sign(&host, &profile, second).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "a further signature is no change");
    assert_eq!(done.report.signatures[2].conclusion, Conclusion::PASSED);
    assert_eq!(done.report.signatures[2].level, Some(Level::BLta));
}
