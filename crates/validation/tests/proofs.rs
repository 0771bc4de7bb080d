//! What proof of existence decides, over cases made by hand: one signer under one anchor, and what is said when.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use pki::{DigestAlgorithm, Reason, Status, Time};
use validation::policy::{Day, Digest, Level, Policy, Role};
use validation::report::{Cause, Conclusion};
use validation::standard::{
    Algorithm, Anchor, Case, Certificate, Decision, Listing, Named, Object, Reference, Revocation, Signature,
    SignaturePolicy, Signing, Source, Stamp, StampKind, Statement,
};

const SIGNER: usize = 0;
const UNIT: usize = 2;

fn day(text: &str) -> Time {
    format!("{text}T00:00:00Z").parse().unwrap()
}

fn rsa(digest: &str) -> Option<Algorithm> {
    Some(Algorithm { scheme: "RSA".into(), bits: 2048, digest: Some(digest.into()) })
}

fn certificate(name: &str, anchor: bool) -> Certificate {
    Certificate {
        name: name.into(),
        not_before: day("2018-01-01"),
        not_after: day("2022-01-01"),
        anchor: anchor.then(Anchor::default),
        intact: true,
        algorithm: rsa("SHA-256"),
        commits: true,
        signs: true,
        claims_qualified: true,
        authority: anchor,
        purposes: if name == "unit" { vec!["1.3.6.1.5.5.7.3.8".into()] } else { Vec::new() },
        purposes_critical: true,
        exempt: name == "unit",
        statements: Vec::new(),
        gave_up: false,
        expired_since: None,
    }
}

fn signing(signer: usize) -> Signing {
    let chain = vec![signer, 1];
    Signing {
        algorithm: rsa("SHA-256"),
        intact: true,
        unverified: None,
        chain,
        chain_fault: None,
        named: Named::Yes,
    }
}

fn intact() -> Vec<Reference> {
    vec![Reference {
        digest: Some("SHA-256".into()),
        found: true,
        intact: true,
        spare: false,
        unverified: None,
    }]
}

/// Signed by somebody of whom it was said on that day that the certificate is good.
fn case(said: &str) -> Case {
    let mut case = Case {
        certificates: vec![
            certificate("signer", false),
            certificate("anchor", true),
            certificate("unit", false),
        ],
        signatures: vec![Signature {
            malformed: None,
            claimed_time: Some(day("2020-01-01")),
            references: intact(),
            bound: true,
            policy: SignaturePolicy::None,
            signing: signing(SIGNER),
            stamps: Vec::new(),
            records: Vec::new(),
        }],
        ..Case::default()
    };
    say(&mut case, said, Status::Good);
    case
}

fn say(case: &mut Case, on: &str, status: Status) {
    case.revocations.push(Revocation {
        source: Source::Crl,
        this_update: day(on),
        next_update: None,
        produced_at: day(on),
        expired_since: None,
        positive: false,
        conforms: true,
        signing: Signing { chain: vec![1], ..signing(1) },
        others: Vec::new(),
    });
    let revocation = case.revocations.len() - 1;
    case.certificates[SIGNER].statements.push(Statement { revocation, status });
}

fn revoked(case: &mut Case, since: &str, reason: Reason) {
    say(case, "2021-06-01", Status::Revoked { at: day(since), reason: Some(reason) });
}

fn stamp(case: &mut Case, kind: StampKind, on: &str) {
    let covers = vec![Object::Signature(0), Object::Certificate(SIGNER), Object::Revocation(0)];
    let unit = signing(UNIT);
    case.stamps.push(Stamp {
        kind,
        time: day(on),
        accuracy: None,
        ordering: false,
        newest: None,
        references: intact(),
        signing: unit,
        covers,
    });
    case.signatures[0].stamps.push(case.stamps.len() - 1);
}

fn verdict(case: &Case, at: &str) -> String {
    verdict_by(&Policy::everyday(), case, at)
}

fn verdict_by(policy: &Policy, case: &Case, at: &str) -> String {
    let decision = Decision::new(case, policy, day(at));
    let found = decision.signature(0).archival.conclusion;
    let why = found.sub_indication.map(|why| format!(" {why}")).unwrap_or_default();
    format!("{}{why}", found.indication)
}

#[test]
fn a_signature_of_today_holds_and_one_of_an_unknown_time_ends_with_its_certificate() {
    let case = case("2020-01-01");
    assert_eq!(verdict(&case, "2020-01-01"), "TOTAL-PASSED");
    assert_eq!(verdict(&case, "2020-06-01"), "INDETERMINATE TRY_LATER", "nothing new was said");
    assert_eq!(verdict(&case, "2023-01-01"), "INDETERMINATE OUT_OF_BOUNDS_NOT_REVOKED");
}

#[test]
fn a_policy_can_say_how_old_a_list_may_be_whatever_the_list_says() {
    let mut promised = case("2020-01-01");
    promised.revocations[0].next_update = Some(day("2030-01-01"));
    let undated = case("2020-01-01");
    let under = |longest: Option<u64>, maximum: Option<u64>| {
        let mut policy = Policy::everyday();
        (policy.revocation.longest_age, policy.revocation.maximum_age) = (longest, maximum);
        policy
    };
    const DAY: u64 = 24 * 60 * 60;
    let (fresh, stale) = ("TOTAL-PASSED", "INDETERMINATE TRY_LATER");
    for (longest, maximum, case, at, wanted) in [
        (None, None, &promised, "2021-06-01", fresh),
        (None, Some(366 * DAY), &promised, "2020-12-31", fresh),
        (None, Some(366 * DAY), &promised, "2021-01-01", stale),
        (Some(600 * DAY), Some(366 * DAY), &promised, "2021-06-01", stale),
        // What states no end, and for which the policy has none, speaks for no moment.
        (None, None, &undated, "2020-01-01", stale),
        (None, Some(366 * DAY), &undated, "2020-01-01", stale),
        (Some(DAY), None, &undated, "2020-01-02", fresh),
        (Some(DAY), None, &undated, "2020-01-03", stale),
        (Some(DAY), Some(DAY), &undated, "2020-01-02", stale),
    ] {
        let told = format!("{longest:?} {maximum:?} {at}");
        assert_eq!(verdict_by(&under(longest, maximum), case, at), wanted, "{told}");
    }
    // No list is issued for years: an auditor does not believe one that says so.
    let mut lax = Policy::auditor();
    lax.revocation.maximum_age = None;
    let auditor = |policy: &Policy| verdict_by(policy, &promised, "2021-06-01");
    assert_eq!((auditor(&Policy::auditor()).as_str(), auditor(&lax).as_str()), (stale, fresh));
    assert_eq!(verdict(&promised, "2021-06-01"), fresh);
}

#[test]
fn an_archive_time_stamp_outlives_its_unit_by_another_that_was_made_while_what_is_said_was_fresh() {
    // Two units: the first runs out in 2022, the second made its time-stamp over all of the first.
    let renewed = |said: &str, renewed: &str| {
        let mut case = case("2020-01-01");
        case.revocations[0].next_update = Some(day("2020-02-01"));
        case.certificates[UNIT].exempt = false;
        say(&mut case, said, Status::Good);
        case.revocations[1].next_update = Some(day("2021-07-01"));
        let about = case.certificates[SIGNER].statements.pop().unwrap();
        case.certificates[UNIT].statements.push(about);
        case.certificates.push(Certificate { not_after: day("2030-01-01"), ..certificate("unit", false) });
        stamp(&mut case, StampKind::Archive, "2020-01-01");
        stamp(&mut case, StampKind::Archive, renewed);
        case.stamps[1].signing = signing(3);
        case.stamps[1].covers.extend([Object::Stamp(0), Object::Certificate(UNIT), Object::Revocation(1)]);
        // What was said of the unit when its time-stamp was made is not here any more.
        case.stamps[0].covers.retain(|object| *object != Object::Revocation(1));
        case
    };
    let past = |case: &Case, at: &str| {
        let stamps = Decision::new(case, &Policy::everyday(), day(at)).stamps();
        stamps.iter().map(|stamp| stamp.past.conclusion == Conclusion::PASSED).collect::<Vec<_>>()
    };
    for (said, on, holds) in [
        ("2021-06-01", "2021-06-01", true),
        ("2021-05-31", "2021-06-01", true),
        ("2021-06-02", "2021-06-01", true),
        ("2021-05-31", "2021-07-01", true),
        // Nothing says that it was good when it was renewed.
        ("2021-05-31", "2021-07-03", false),
    ] {
        let case = renewed(said, on);
        assert_eq!(past(&case, "2021-07-03"), [true, true], "{said} {on}: in term");
        assert_eq!(past(&case, "2023-01-01"), [holds, true], "{said} {on}: after its term");
    }
}

#[test]
fn a_revocation_counts_from_its_day_on() {
    for (stamped, wanted) in [("2020-05-01", "TOTAL-PASSED"), ("2021-05-02", "INDETERMINATE REVOKED_NO_POE")]
    {
        let mut case = case("2020-05-01");
        revoked(&mut case, "2021-05-01", Reason::KeyCompromise);
        stamp(&mut case, StampKind::Signature, stamped);
        assert_eq!(verdict(&case, "2021-07-01"), wanted, "{stamped}");
    }
}

#[test]
fn a_unit_given_up_in_order_keeps_its_older_time_stamps_and_no_newer() {
    for (stamped, reason, wanted) in [
        ("2020-05-01", Reason::Superseded, "TOTAL-PASSED"),
        ("2020-05-03", Reason::Superseded, "INDETERMINATE REVOKED_NO_POE"),
        ("2020-05-01", Reason::KeyCompromise, "INDETERMINATE REVOKED_NO_POE"),
    ] {
        let mut case = case("2020-05-03");
        say(&mut case, "2020-05-03", Status::Revoked { at: day("2020-05-02"), reason: Some(reason) });
        let about = case.certificates[SIGNER].statements.pop().unwrap();
        case.certificates[UNIT].statements.push(about);
        stamp(&mut case, StampKind::Signature, stamped);
        assert_eq!(verdict(&case, "2020-05-03"), wanted, "{stamped} {reason:?}");
    }
}

#[test]
fn a_time_stamp_over_the_content_shows_that_it_was_signed_too_late() {
    let mut late = case("2021-06-01");
    revoked(&mut late, "2021-05-01", Reason::Superseded);
    stamp(&mut late, StampKind::Content, "2021-05-02");
    assert_eq!(verdict(&late, "2021-06-01"), "TOTAL-FAILED REVOKED");

    let mut expired = case("2020-01-01");
    expired.certificates[SIGNER].not_after = day("2020-02-01");
    stamp(&mut expired, StampKind::Content, "2020-03-01");
    assert_eq!(verdict(&expired, "2020-04-01"), "TOTAL-FAILED EXPIRED");

    let mut weak = case("2020-01-01");
    weak.signatures[0].signing.algorithm = rsa("SHA-1");
    stamp(&mut weak, StampKind::Content, "2020-01-01");
    assert_eq!(verdict(&weak, "2020-01-01"), "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE");
}

#[test]
fn a_suspension_that_was_lifted_is_over_and_a_revocation_never_is() {
    for (reason, wanted) in
        [(Reason::CertificateHold, "TOTAL-PASSED"), (Reason::KeyCompromise, "INDETERMINATE REVOKED_NO_POE")]
    {
        let mut case = case("2021-07-01");
        revoked(&mut case, "2021-05-01", reason);
        assert_eq!(verdict(&case, "2021-07-01"), wanted, "{reason:?}");
    }
}

/// Strength at the time that is proven does not make up for a certificate that had run out by then.
#[test]
fn a_proof_that_an_algorithm_was_strong_is_not_one_that_the_certificate_was_in_term() {
    for (until, wanted) in
        [("2022-01-01", "TOTAL-PASSED"), ("2019-01-01", "INDETERMINATE OUT_OF_BOUNDS_NOT_REVOKED")]
    {
        let mut case = case("2018-12-01");
        case.certificates[SIGNER].not_after = day(until);
        case.certificates[SIGNER].algorithm = rsa("WHIRLPOOL");
        stamp(&mut case, StampKind::Archive, "2020-01-01");
        if until == "2022-01-01" {
            case.revocations[0].this_update = day("2020-01-01");
            case.revocations[0].produced_at = day("2020-01-01");
        }
        assert_eq!(verdict(&case, "2021-01-01"), wanted, "{until}");
    }
}

#[test]
fn algorithms_are_asked_of_every_certificate_of_a_chain() {
    let mut case = case("2020-01-01");
    case.certificates[SIGNER].algorithm = rsa("SHA-1");
    assert_eq!(verdict(&case, "2020-01-01"), "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    case.certificates[SIGNER].algorithm = None;
    assert_eq!(verdict(&case, "2020-01-01"), "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE", "unknown");
}

#[test]
fn what_one_certificate_hides_of_another_is_asked_at_the_time_that_is_proven() {
    let mut case = case("2020-05-01");
    let mut authority = certificate("authority", false);
    authority.authority = true;
    case.certificates.push(authority);
    case.signatures[0].signing.chain = vec![SIGNER, 3, 1];
    say(&mut case, "2020-04-01", Status::Revoked { at: day("2020-04-01"), reason: None });
    let about = case.certificates[SIGNER].statements.pop().unwrap();
    case.certificates[3].statements.push(about);
    case.certificates[SIGNER].not_after = day("2020-12-01");
    stamp(&mut case, StampKind::Signature, "2020-05-01");
    assert_eq!(verdict(&case, "2021-01-01"), "INDETERMINATE REVOKED_CA_NO_POE");
}

/// The authority of the signer, revoked on 2020-06-01, that lists the signer on `listed`; both are archived on 2020-05-15.
fn under_a_revoked_authority(listed: &str, archived: bool) -> Case {
    let mut case = case(listed);
    let mut authority = certificate("authority", false);
    authority.authority = true;
    case.certificates.push(authority);
    case.signatures[0].signing.chain = vec![SIGNER, 3, 1];
    case.revocations[0].signing.chain = vec![3, 1];
    case.revocations[0].next_update = Some(day("2020-07-01"));
    let of_authority = |case: &mut Case, on: &str, status| {
        say(case, on, status);
        let about = case.certificates[SIGNER].statements.pop().unwrap();
        case.certificates[3].statements.push(about);
    };
    of_authority(&mut case, "2020-05-01", Status::Good);
    of_authority(&mut case, "2020-06-02", Status::Revoked { at: day("2020-06-01"), reason: None });
    stamp(&mut case, StampKind::Signature, "2020-05-10");
    case.stamps[0].covers = vec![Object::Signature(0)];
    if archived {
        stamp(&mut case, StampKind::Archive, "2020-05-15");
        case.stamps[1].covers.extend([Object::Certificate(3), Object::Revocation(1)]);
    }
    case
}

#[test]
fn what_a_revoked_authority_said_counts_where_it_is_proven_to_be_older() {
    let told = |listed, archived| verdict(&under_a_revoked_authority(listed, archived), "2020-06-20");
    assert_eq!(told("2020-05-12", true), "TOTAL-PASSED");
    assert_eq!(told("2020-05-12", false), "INDETERMINATE REVOKED_CA_NO_POE");
    assert_eq!(told("2020-06-10", false), "INDETERMINATE REVOKED_CA_NO_POE");
}

#[test]
fn revocation_data_that_vouches_for_itself_in_a_circle_is_not_believed() {
    let mut case = case("2020-01-01");
    // Its signer is the very certificate that it speaks of.
    case.revocations[0].signing.chain = vec![SIGNER, 1];
    assert_eq!(verdict(&case, "2020-01-01"), "INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE");
}

/// Signed by a lister under the anchor, whose certificate is the last of the case.
fn listed_by_another(case: &mut Case) -> usize {
    let lister = case.certificates.len();
    case.certificates.push(certificate("lister", false));
    case.revocations[0].signing.chain = vec![lister, 1];
    lister
}

#[test]
fn who_signs_lists_for_an_authority_is_judged_as_who_answers_for_it() {
    let told = |change: &dyn Fn(&mut Case, usize)| {
        let mut case = case("2020-01-01");
        let lister = listed_by_another(&mut case);
        change(&mut case, lister);
        verdict_by(&Policy::auditor(), &case, "2020-01-01")
    };
    assert_eq!(told(&|_, _| {}), "TOTAL-PASSED");
    let weak = "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE";
    assert_eq!(told(&|case, lister| case.certificates[lister].algorithm = rsa("SHA-1")), weak);
    let short = Some(Algorithm { bits: 512, ..rsa("SHA-256").unwrap() });
    assert_eq!(told(&|case, _| case.revocations[0].signing.algorithm = short.clone()), weak);
    let unbelieved = "INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE";
    assert_eq!(told(&|case, lister| case.certificates[lister].not_after = day("2019-12-31")), unbelieved);
    let revoked = |case: &mut Case, lister: usize| {
        say(case, "2019-12-01", Status::Revoked { at: day("2019-12-01"), reason: None });
        let about = case.certificates[SIGNER].statements.pop().unwrap();
        case.certificates[lister].statements.push(about);
    };
    assert_eq!(told(&revoked), unbelieved);
    let fault = |case: &mut Case, _: usize| case.revocations[0].signing.chain_fault = Some(Cause::GaveUp);
    assert_eq!(told(&fault), unbelieved);
}

#[test]
fn a_statement_of_several_lists_is_as_strong_as_the_weakest_of_them() {
    let told = |listing: Signing| {
        let mut case = case("2020-01-01");
        case.certificates.push(Certificate { not_after: day("2019-12-01"), ..certificate("lister", false) });
        case.revocations[0].others = vec![Listing { produced_at: day("2020-01-01"), signing: listing }];
        verdict(&case, "2020-01-01")
    };
    let sound = Signing { chain: vec![1], ..signing(1) };
    assert_eq!(told(sound.clone()), "TOTAL-PASSED");
    let weak = Signing { algorithm: rsa("SHA-1"), ..sound.clone() };
    assert_eq!(told(weak), "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    let unbelieved = "INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE";
    assert_eq!(told(Signing { intact: false, ..sound.clone() }), unbelieved);
    assert_eq!(told(Signing { chain: vec![SIGNER, 1], ..sound.clone() }), unbelieved, "about itself");
    assert_eq!(told(Signing { chain: vec![3, 1], ..sound }), unbelieved, "out of its term");
}

#[test]
fn places_that_are_not_there_are_no_tokens() {
    let mut case = case("2020-01-01");
    case.signatures[0].stamps = vec![7];
    case.certificates[SIGNER].statements.push(Statement { revocation: 99, status: Status::Good });
    assert_eq!(verdict(&case, "2020-01-01"), "TOTAL-PASSED");
    case.signatures[0].signing.chain = vec![55];
    assert_eq!(verdict(&case, "2020-01-01"), "INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND");
    assert_eq!(verdict(&Case::default(), "2020-01-01"), "TOTAL-FAILED FORMAT_FAILURE");
}

#[test]
fn an_imprint_has_to_have_been_reliable_when_it_was_made() {
    let mut case = case("2020-05-01");
    stamp(&mut case, StampKind::Signature, "2020-05-01");
    case.stamps[0].references[0].digest = Some("SHA-512".into());
    let until = |end: &str| {
        let mut policy = Policy::everyday();
        policy.algorithms.updated = Day(day("2024-01-01"));
        policy.algorithms.digests.retain(|digest| digest.name != "SHA-512");
        policy.algorithms.digests.push(Digest { name: "SHA-512".into(), until: Some(Day(day(end))) });
        policy
    };
    assert_eq!(verdict_by(&until("2021-01-01"), &case, "2021-07-01"), "TOTAL-PASSED");
    let late = verdict_by(&until("2020-05-01"), &case, "2021-07-01");
    assert_eq!(late, "INDETERMINATE TRY_LATER", "it proves nothing");
}

#[test]
fn a_slip_of_form_in_a_list_is_told_and_decides_only_where_the_policy_wants_it_to() {
    let mut case = case("2020-01-01");
    case.revocations[0].conforms = false;
    for (policy, level) in [(Policy::everyday(), Level::Inform), (Policy::auditor(), Level::Warn)] {
        let decision = Decision::new(&case, &policy, day("2020-01-01"));
        assert!(decision.signature(0).archival.is_passed());
        let notes = decision.take_notes();
        assert!(notes.iter().any(|note| (note.constraint, note.level) == ("conforming", level)), "{notes:?}");
    }
    let mut strict = Policy::everyday();
    strict.revocation.conforming = Level::Fail;
    assert_eq!(verdict_by(&strict, &case, "2020-01-01"), "INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE");
}

#[test]
fn whoever_signed_by_rules_of_their_own_is_judged_by_ours_which_is_told() {
    let mut case = case("2020-01-01");
    case.signatures[0].policy = SignaturePolicy::Missing;
    assert_eq!(verdict(&case, "2020-01-01"), "TOTAL-PASSED");
    let policy = Policy::auditor();
    let decision = Decision::new(&case, &policy, day("2020-01-01"));
    assert!(decision.signature(0).basic.is_passed());
    let notes = decision.take_notes();
    assert!(
        notes.iter().any(|note| (note.constraint, note.level) == ("signature-policy", Level::Warn)),
        "{notes:?}"
    );
}

#[test]
fn a_certificate_that_does_not_say_it_is_qualified_is_told_and_decides_only_where_the_policy_wants_it_to() {
    let mut case = case("2020-01-01");
    case.certificates[SIGNER].claims_qualified = false;
    let mut warning = Policy::auditor();
    warning.signature.qualified_certificate = Level::Warn;
    for (policy, level) in [(Policy::everyday(), Level::Inform), (warning, Level::Warn)] {
        let decision = Decision::new(&case, &policy, day("2020-01-01"));
        assert!(decision.signature(0).archival.is_passed());
        let notes = decision.take_notes();
        let told = notes.iter().any(|note| (note.constraint, note.level) == ("qualified-certificate", level));
        assert!(told, "{notes:?}");
    }
    let auditor = Policy::auditor();
    assert_eq!(verdict_by(&auditor, &case, "2020-01-01"), "INDETERMINATE CHAIN_CONSTRAINTS_FAILURE");
    case.certificates[SIGNER].claims_qualified = true;
    assert_eq!(verdict_by(&auditor, &case, "2020-01-01"), "TOTAL-PASSED");
}

/// A verdict where the time-stamp over the content is later than that over the value by so many milliseconds.
fn in_order(late: i64, accuracies: [Option<u64>; 2], ordering: bool, same_unit: bool) -> bool {
    let mut case = case("2020-01-01");
    stamp(&mut case, StampKind::Content, "2020-01-01");
    stamp(&mut case, StampKind::Signature, "2020-01-01");
    // In the midst of a second, so that a little does not change it.
    let middle = day("2020-01-01").unix_millis() + 10_500;
    for (stamp, (at, accuracy)) in
        case.stamps.iter_mut().zip([middle + late, middle].into_iter().zip(accuracies))
    {
        stamp.time = Time::from_unix_millis(at);
        stamp.accuracy = accuracy.map(Duration::from_millis);
        stamp.ordering = ordering;
    }
    if !same_unit {
        case.certificates.push(certificate("unit", false));
        case.stamps[1].signing.chain[0] = case.certificates.len() - 1;
    }
    match verdict(&case, "2020-01-01").as_str() {
        "TOTAL-PASSED" => true,
        "INDETERMINATE TIMESTAMP_ORDER_FAILURE" => false,
        other => panic!("{other}"),
    }
}

#[test]
fn time_stamps_are_out_of_order_only_where_their_accuracies_let_them_be_ordered() {
    for (late, accuracies, wanted) in [
        // Nothing is said: within a second, whichever.
        (0, [None, None], true),
        (400, [None, None], true),
        (600, [None, None], false),
        // The sum of both, to the millisecond.
        (1_500, [Some(1_000), Some(500)], true),
        (1_501, [Some(1_000), Some(500)], false),
        (1, [Some(0), Some(0)], false),
        // One of them says something.
        (1_400, [Some(1_000), None], true),
        (2_600, [Some(1_000), None], false),
        // More than can be counted.
        (60_000, [Some(u64::MAX), Some(u64::MAX)], true),
        (-60_000, [Some(0), Some(0)], true),
    ] {
        for same_unit in [true, false] {
            assert_eq!(in_order(late, accuracies, false, same_unit), wanted, "{late} {accuracies:?}");
        }
    }
}

#[test]
fn a_unit_that_orders_its_time_stamps_is_held_to_it_whatever_their_accuracy() {
    let vague = [Some(60_000), Some(60_000)];
    assert!(in_order(1, vague, false, true));
    assert!(!in_order(1, vague, true, true));
    assert!(in_order(0, vague, true, true));
    assert!(in_order(1, vague, true, false), "two units order nothing among each other");
}

#[test]
fn one_time_stamp_over_the_value_is_enough_before_each_over_the_evidence() {
    let made = |stamped: &[&str], archived: &str| {
        let mut case = case("2020-05-01");
        stamped.iter().for_each(|on| stamp(&mut case, StampKind::Signature, on));
        stamp(&mut case, StampKind::Archive, archived);
        verdict(&case, "2020-05-01")
    };
    assert_eq!(made(&["2020-02-01", "2020-04-01"], "2020-03-01"), "TOTAL-PASSED");
    assert_eq!(made(&["2020-04-01"], "2020-03-01"), "INDETERMINATE TIMESTAMP_ORDER_FAILURE");
}

/// Anybody can put a time-stamp of something else beside a good one: it proves nothing, and takes nothing away.
#[test]
fn a_time_stamp_that_does_not_hold_is_dropped_where_another_holds() {
    let made = |policy: &Policy, intact: &[bool]| {
        let mut case = case("2020-05-01");
        for (index, intact) in intact.iter().enumerate() {
            stamp(&mut case, StampKind::Signature, "2020-02-01");
            case.stamps[index].references[0].intact = *intact;
        }
        verdict_by(policy, &case, "2020-05-01")
    };
    for both in [[true, false], [false, true]] {
        assert_eq!(made(&Policy::everyday(), &both), "TOTAL-PASSED", "{both:?}");
        assert_eq!(made(&Policy::auditor(), &both), "TOTAL-FAILED HASH_FAILURE", "{both:?}");
    }
    for none in [&[false][..], &[false, false]] {
        assert_eq!(made(&Policy::everyday(), none), "TOTAL-FAILED HASH_FAILURE", "{none:?}");
    }
}

/// Revoked since, so that the time-stamp alone shows that it was signed before.
#[test]
fn an_anchor_stamps_only_where_it_is_for_stamping() {
    let made = |purposes: &[&str]| {
        let mut case = case("2020-05-01");
        revoked(&mut case, "2021-01-01", Reason::KeyCompromise);
        stamp(&mut case, StampKind::Signature, "2020-06-01");
        case.stamps[0].signing.chain = vec![1];
        case.certificates[1].purposes = purposes.iter().map(|oid| (*oid).to_owned()).collect();
        verdict(&case, "2021-07-01")
    };
    assert_eq!(made(&["1.3.6.1.5.5.7.3.8"]), "TOTAL-PASSED");
    assert_ne!(made(&[]), "TOTAL-PASSED");
    assert_ne!(made(&["1.3.6.1.5.5.7.3.4"]), "TOTAL-PASSED");
}

#[test]
fn a_hash_that_the_policy_does_not_name_is_not_reliable() {
    for policy in [Policy::everyday(), Policy::auditor()] {
        for digest in DigestAlgorithm::ALL {
            let name = digest.name();
            let level = |at| policy.algorithms.level(Role::Signature, &Algorithm::digest(digest), day(at));
            let listed = policy.algorithms.digests.iter().find(|one| one.name == name);
            match name {
                "SHA-224" => {
                    assert_eq!(
                        (level("2028-12-31"), level("2029-01-01")),
                        (None, Some(policy.algorithms.forecast))
                    );
                }
                "SHA-512/224" | "SHA-512/256" | "SHA3-224" => {
                    assert_eq!((listed, level("2020-01-01")), (None, Some(Level::Fail)), "{name}");
                }
                _ => assert!(listed.is_some(), "{name}"),
            }
        }
    }
}

#[test]
fn a_value_that_cannot_be_verified_is_not_wrong_and_never_passes() {
    let mut policy = Policy::everyday();
    policy.algorithms.level = Level::Ignore;
    policy.algorithms.forecast = Level::Ignore;
    for (stamped, policy) in
        [(false, &Policy::everyday()), (true, &Policy::everyday()), (false, &policy), (true, &policy)]
    {
        let mut case = case("2020-01-01");
        case.signatures[0].signing.intact = false;
        if stamped {
            stamp(&mut case, StampKind::Signature, "2020-01-01");
            stamp(&mut case, StampKind::Archive, "2020-01-01");
        }
        assert_eq!(verdict_by(policy, &case, "2020-01-01"), "TOTAL-FAILED SIG_CRYPTO_FAILURE");
        case.signatures[0].signing.unverified =
            Some(Cause::UnsupportedKey { what: "unsupported public key".into() });
        assert_eq!(verdict_by(policy, &case, "2020-01-01"), "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE");
        case.signatures[0].references[0].intact = false;
        assert_eq!(verdict_by(policy, &case, "2020-01-01"), "TOTAL-FAILED HASH_FAILURE");
    }
}

/// Whoever says that a certificate was revoked may lose their own standing later: nobody is good by that.
#[test]
fn what_revokes_counts_whatever_became_of_who_said_it() {
    let said = |how: &str| {
        let mut case = case("2020-04-01");
        case.revocations[0].next_update = Some(day("2020-08-01"));
        case.signatures[0].stamps.clear();
        let status = Status::Revoked { at: day("2020-03-01"), reason: Some(Reason::KeyCompromise) };
        say(&mut case, "2020-04-15", status);
        let mut lister = certificate("lister", false);
        lister.signs = true;
        case.certificates.push(lister);
        case.revocations[1].signing.chain = vec![3, 1];
        match how {
            "given up" => {
                say(&mut case, "2020-04-20", Status::Revoked { at: day("2020-04-18"), reason: None });
                let about = case.certificates[SIGNER].statements.pop().unwrap();
                case.certificates[3].statements.push(about);
            }
            "run out" => case.certificates[3].not_after = day("2020-04-18"),
            "out of its term" => case.certificates[3].not_after = day("2020-04-10"),
            "ahead" => case.revocations[1].this_update = day("2020-05-02"),
            "unproven" => {}
            "a stranger" => case.revocations[1].signing.chain = vec![3],
            _ => case.revocations[1].signing.intact = false,
        }
        case
    };
    for how in ["given up", "run out", "out of its term", "ahead", "unproven"] {
        for policy in [Policy::everyday(), Policy::auditor()] {
            let found = verdict_by(&policy, &said(how), "2020-05-01");
            assert_eq!(found, "INDETERMINATE REVOKED_NO_POE", "{how}");
        }
    }
    for how in ["a stranger", "changed"] {
        assert_eq!(verdict(&said(how), "2020-05-01"), "TOTAL-PASSED", "{how}");
    }
}

/// A signature that was made after the key was lost, by whoever has it, and archived before anybody knew.
#[test]
fn going_back_to_when_something_else_was_fresh_forgets_no_revocation() {
    for revoked in [None, Some(Some(Reason::KeyCompromise)), Some(Some(Reason::CertificateHold))] {
        let mut case = case("2020-05-01");
        case.revocations[0].next_update = Some(day("2020-12-01"));
        let mut authority = certificate("authority", false);
        authority.authority = true;
        case.certificates.push(authority);
        case.signatures[0].signing.chain = vec![SIGNER, 3, 1];
        // What is said of the authority has run out since.
        say(&mut case, "2020-05-01", Status::Good);
        case.revocations[1].next_update = Some(day("2020-06-20"));
        let about = case.certificates[SIGNER].statements.pop().unwrap();
        case.certificates[3].statements.push(about);
        stamp(&mut case, StampKind::Signature, "2020-06-01");
        stamp(&mut case, StampKind::Archive, "2020-06-02");
        case.stamps[1].covers.extend([Object::Certificate(3), Object::Revocation(1)]);
        if let Some(reason) = revoked {
            say(&mut case, "2020-06-30", Status::Revoked { at: day("2020-05-15"), reason });
        }
        let passed = verdict(&case, "2020-07-01") == "TOTAL-PASSED";
        assert_eq!(passed, revoked.is_none(), "{revoked:?}: {}", verdict(&case, "2020-07-01"));
    }
}

/// What was said on a day after a hold, and by whom.
fn after_hold(case: &mut Case, how: &str, on: &str) {
    match how {
        "nothing" => return,
        "unknown" => say(case, on, Status::Unknown),
        "revoked later" => say(case, on, Status::Revoked { at: day(on), reason: None }),
        _ => say(case, on, Status::Good),
    }
    let Some(last) = case.revocations.last_mut() else { return };
    last.next_update = Some(day("2020-12-01"));
    match how {
        "foretold" => {
            last.source = Source::Ocsp;
            last.produced_at = day("2019-01-01");
        }
        "by a stranger" => last.signing.chain = vec![SIGNER],
        "by one who was revoked" => {
            last.signing.chain = vec![case.certificates.len(), 1];
            let mut authority = certificate("authority", false);
            authority.authority = true;
            case.certificates.push(authority);
            let lost = Status::Revoked { at: day("2020-06-15"), reason: Some(Reason::KeyCompromise) };
            say(case, "2020-06-25", lost);
            let about = case.certificates[SIGNER].statements.pop();
            case.certificates.last_mut().unwrap().statements.extend(about);
        }
        "forged" => last.signing.intact = false,
        _ => {}
    }
}

/// A hold ends where somebody who may be believed says so, and by nothing else that is said.
#[test]
fn a_hold_stands_until_it_is_truly_lifted() {
    for (how, on, lifts) in [
        ("nothing", "2020-06-20", false),
        ("good", "2020-06-20", true),
        ("good", "2020-06-10", false),
        ("unknown", "2020-06-20", false),
        ("foretold", "2020-06-20", false),
        ("by a stranger", "2020-06-20", false),
        ("forged", "2020-06-20", false),
        ("by one who was revoked", "2020-06-20", false),
        ("revoked later", "2020-06-20", false),
    ] {
        let held = Status::Revoked { at: day("2020-01-01"), reason: Some(Reason::CertificateHold) };
        let mut now = case("2020-05-01");
        say(&mut now, "2020-06-10", held);
        after_hold(&mut now, how, on);
        let found = verdict(&now, "2020-07-01");
        assert_eq!(found == "TOTAL-PASSED", lifts, "{how} on {on}: {found}");

        // Gone back from what has run out since, to when the signature had a time-stamp.
        let mut past = case("2020-05-01");
        past.certificates[SIGNER].not_after = day("2020-06-25");
        stamp(&mut past, StampKind::Signature, "2020-06-01");
        stamp(&mut past, StampKind::Archive, "2020-06-02");
        say(&mut past, "2020-06-10", held);
        after_hold(&mut past, how, on);
        let found = verdict(&past, "2020-07-01");
        assert_eq!(found == "TOTAL-PASSED", lifts, "{how} on {on}, in the past: {found}");
    }
}

/// Who took the key of an authority says of everybody what he likes.
#[test]
fn an_authority_that_was_revoked_lifts_no_hold() {
    for (lifted, revoked, passes) in [
        (None, false, false),
        (Some("2020-06-12"), false, true),
        (Some("2020-06-12"), true, false),
        (Some("2020-06-20"), true, false),
    ] {
        let mut case = case("2020-05-01");
        case.revocations[0].next_update = Some(day("2020-12-01"));
        let mut authority = certificate("authority", false);
        authority.authority = true;
        case.certificates.push(authority);
        let of_authority = |case: &mut Case, on: &str, status: Status| {
            say(case, on, status);
            let said = case.certificates[SIGNER].statements.pop().unwrap();
            case.certificates[3].statements.push(said);
        };
        of_authority(&mut case, "2020-05-01", Status::Good);
        case.revocations[1].next_update = Some(day("2020-12-01"));
        stamp(&mut case, StampKind::Signature, "2020-06-01");
        stamp(&mut case, StampKind::Archive, "2020-06-02");
        case.stamps[1].covers.extend([Object::Certificate(3), Object::Revocation(1)]);
        let held = Status::Revoked { at: day("2020-01-01"), reason: Some(Reason::CertificateHold) };
        say(&mut case, "2020-06-10", held);
        if let Some(on) = lifted {
            say(&mut case, on, Status::Good);
        }
        for said in case.certificates[SIGNER].statements.clone() {
            case.revocations[said.revocation].signing.chain = vec![3, 1];
        }
        case.signatures[0].signing.chain = vec![SIGNER, 3, 1];
        if revoked {
            let lost = Status::Revoked { at: day("2020-06-15"), reason: Some(Reason::KeyCompromise) };
            of_authority(&mut case, "2020-06-25", lost);
        }
        let found = verdict(&case, "2020-07-01");
        assert_eq!(found == "TOTAL-PASSED", passes, "{lifted:?} {revoked}: {found}");
    }
}

#[test]
fn no_answer_speaks_of_a_time_after_it() {
    for (said, wanted) in
        [("2020-01-01", "TOTAL-PASSED"), ("2019-10-01", "INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE")]
    {
        let mut case = case("2020-01-01");
        case.revocations[0].source = Source::Ocsp;
        case.revocations[0].produced_at = day(said);
        assert_eq!(verdict(&case, "2020-01-01"), wanted, "{said}");
    }
}

#[test]
fn no_signature_is_older_than_its_certificate_whichever_time_stamp_says_so() {
    for (on, wanted) in [("2018-06-01", "TOTAL-PASSED"), ("2017-06-01", "TOTAL-FAILED NOT_YET_VALID")] {
        let mut case = case("2020-01-01");
        case.certificates[UNIT].not_before = day("2016-01-01");
        case.certificates[1].not_before = day("2016-01-01");
        stamp(&mut case, StampKind::Archive, on);
        case.stamps[0].covers = vec![Object::Signature(0)];
        case.signatures[0].stamps.clear();
        assert_eq!(verdict(&case, "2020-01-01"), wanted, "{on}");
    }
}

/// Among what is not looked at there may be a revocation.
#[test]
fn more_than_is_looked_at_makes_nothing_good() {
    let mut case = case("2020-01-01");
    assert_eq!(verdict(&case, "2020-01-01"), "TOTAL-PASSED");
    case.certificates[SIGNER].gave_up = true;
    for exempt in [false, true] {
        case.certificates[SIGNER].exempt = exempt;
        assert_eq!(verdict(&case, "2020-01-01"), "INDETERMINATE TRY_LATER", "{exempt}");
    }
    case.certificates[SIGNER].exempt = false;
    revoked(&mut case, "2019-12-01", Reason::KeyCompromise);
    assert_eq!(verdict(&case, "2020-01-01"), "INDETERMINATE REVOKED_NO_POE");
}

/// A time-stamp over the document, as it stands beside a signature, that covers all before it.
fn document_stamp(case: &mut Case, on: &str) {
    let before = (0..case.stamps.len()).map(Object::Stamp).collect::<Vec<_>>();
    stamp(case, StampKind::Archive, on);
    let index = case.signatures[0].stamps.pop().unwrap();
    case.stamps[index].covers.extend(before);
}

#[test]
fn a_document_time_stamp_from_before_a_time_stamp_that_it_covers_is_no_proof() {
    let stamped = |on: &[&str]| {
        let mut case = case("2020-01-01");
        case.revocations[0].next_update = Some(day("2020-02-01"));
        stamp(&mut case, StampKind::Signature, "2020-01-05");
        on.iter().for_each(|on| document_stamp(&mut case, on));
        case
    };
    let out_of_order = "INDETERMINATE TIMESTAMP_ORDER_FAILURE";
    for (on, wanted) in [
        (&["2020-01-08"][..], "TOTAL-PASSED"),
        (&["2020-01-01"], out_of_order),
        (&["2020-01-09", "2020-01-07"], out_of_order),
        (&["2020-01-07", "2020-01-09"], "TOTAL-PASSED"),
    ] {
        assert_eq!(verdict(&stamped(on), "2020-01-10"), wanted, "{on:?}");
    }
    // A key that was lost before the signature was made, for all that is proven.
    let mut lost = stamped(&["2020-01-01"]);
    revoked(&mut lost, "2020-01-03", Reason::KeyCompromise);
    assert_eq!(verdict(&lost, "2020-01-10"), "INDETERMINATE REVOKED_NO_POE");
    // A policy may only want to hear of it.
    let mut policy = Policy::everyday();
    policy.timestamp.order = Level::Warn;
    assert_eq!(verdict_by(&policy, &stamped(&["2020-01-01"]), "2020-01-10"), "TOTAL-PASSED");
}

#[test]
fn clocks_and_tokens_that_do_not_hold_put_no_document_time_stamp_out_of_order() {
    let late = |seconds: u64, unit: usize| {
        let mut case = case("2020-01-01");
        stamp(&mut case, StampKind::Signature, "2020-01-05");
        case.stamps[0].time = day("2020-01-05").plus(Duration::from_secs(seconds));
        case.stamps[0].signing.intact = unit == UNIT;
        document_stamp(&mut case, "2020-01-05");
        let decision = Decision::new(&case, Box::leak(Box::new(Policy::everyday())), day("2020-01-10"));
        decision.stamps()[1].past.conclusion
    };
    assert_eq!(late(800, UNIT), Conclusion::PASSED);
    assert_eq!(late(7200, SIGNER), Conclusion::PASSED);
    assert_ne!(late(7200, UNIT), Conclusion::PASSED);
}

#[test]
fn a_document_time_stamp_proves_nothing_before_the_revocation_data_that_it_covers_was_signed() {
    let stamped = |said: &str| {
        let mut case = case(said);
        document_stamp(&mut case, "2020-01-05");
        case.stamps[0].newest = Some(day(said));
        revoked(&mut case, "2020-01-07", Reason::KeyCompromise);
        case
    };
    assert_eq!(verdict(&stamped("2020-01-04"), "2020-01-10"), "TOTAL-PASSED");
    assert_eq!(verdict(&stamped("2020-01-08"), "2020-01-10"), "INDETERMINATE REVOKED_NO_POE");
    // Who was certified later than it says is no better off for that.
    let mut early = case("2020-01-08");
    early.certificates[SIGNER].not_before = day("2020-01-06");
    early.revocations[0].next_update = Some(day("2020-02-01"));
    document_stamp(&mut early, "2020-01-05");
    early.stamps[0].newest = Some(day("2020-01-08"));
    assert_eq!(verdict(&early, "2020-01-10"), "TOTAL-FAILED NOT_YET_VALID");
}
