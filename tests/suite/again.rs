//! A verdict computed again from what was saved: the same, under another policy, about another moment.

use std::path::Path;
use std::time::Duration;

use pitser_tests::{Simulated, run};
use workflow::evidence::{self, Record};
use workflow::host::{Host, Time};
use workflow::order::Level;
use workflow::policy::{self, Day, Digest, Policy};
use workflow::profile::Profile;
use workflow::report::text::{self, Extent};
use workflow::report::words::{Language, Words};
use workflow::verdict::{Answer, Conclusion, Indication, Question, Report, SubIndication};
use workflow::verify::{Judge, Options, examine, examine_under};

use crate::{APPROVES, order, person, sign, signed, world};

fn judge(host: &Simulated, profile: &Profile, path: &Path) -> (Report, Record) {
    let options = Options::online();
    let examined = run(examine(host, profile, path, options)).expect("judged");
    let record = examined.record();
    (examined.report, record)
}

fn again(record: &Record, profile: &Profile, policy: Policy, at: Option<Time>) -> Report {
    evidence::judge(record.clone(), profile, policy, at).expect("judged").report
}

#[test]
fn what_was_saved_gives_the_same_report_without_the_document() {
    for level in [Level::BB, Level::BT, Level::BLt, Level::BLta] {
        let (host, profile) = world(700);
        sign(&host, &profile, order(person(APPROVES), level)).expect("signed");
        let mut broken = host.file(signed()).expect("saved").to_vec();
        broken.extend_from_slice(b"behind the end");
        host.put("/broken.pdf", broken);
        for name in ["/signed.pdf", "/broken.pdf", "/contract.pdf"] {
            let (report, record) = judge(&host, &profile, name.as_ref());
            let saved = format!("{name}.json");
            evidence::save(&host, &record, saved.as_ref()).expect("written");
            let read = evidence::open(&host, saved.as_ref()).expect("read");
            let judged = again(&read, &profile, Policy::everyday(), None);
            let earlier = judged.earlier.clone().expect("it says that no document was read");
            assert!(earlier.same_trust && earlier.same_policy == Some(true), "{earlier:?}");
            assert_eq!(earlier.validation_time, report.validation_time);
            assert_eq!(Report { earlier: None, ..judged }, report, "{level} {name}");
            assert!(evidence::save(&host, &record, saved.as_ref()).is_err(), "a file that is there stays");
        }
    }
}

/// What was wrong with a signature, and what came after it, was saved as a text once.
#[test]
fn a_record_of_an_earlier_program_is_judged_with_its_texts() {
    let (host, profile) = world(706);
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let (_, record) = judge(&host, &profile, &signed());
    let told = |key: &str, value: serde_json::Value, question| {
        let mut old: serde_json::Value = serde_json::from_slice(&record.to_json()).expect("JSON");
        old["facts"]["signatures"][0][key] = value;
        let read = Record::from_json(old.to_string().as_bytes()).expect("read");
        let report = again(&read, &profile, Policy::everyday(), None);
        assert_ne!(report.overall(), Some(Indication::TotalPassed), "{key}");
        let row = report.signatures[0].checks.iter().find(|check| check.question == question).cloned();
        row.expect("a row").detail.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>()
    };
    let later = serde_json::json!({ "other": { "what": "objects overlap" } });
    assert_eq!(told("later", later, Question::Coverage), ["later: other", "objection: objects overlap"]);
    let fault = |text: &str| serde_json::json!({ "Err": text });
    let range = told("byte_range", fault("is not an array"), Question::ByteRange);
    assert_eq!(range, ["fault: malformed /ByteRange"]);
    let contents = told("contents", fault("is empty"), Question::CmsFormat);
    assert_eq!(contents, ["contents: malformed /Contents"]);
}

#[test]
fn the_same_facts_are_judged_about_another_moment_and_under_another_policy() {
    let (host, profile) = world(701);
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let (report, record) = judge(&host, &profile, &signed());
    assert_eq!(report.overall(), Some(Indication::TotalPassed));
    let years = |count: u64| host.now().plus(Duration::from_secs(count * 365 * 24 * 60 * 60));
    let about = |at, policy| again(&record, &profile, policy, Some(at));
    let later = about(years(20), Policy::everyday());
    assert_eq!(later.overall(), Some(Indication::Indeterminate), "the certificate has expired by then");
    let strict = about(host.now(), Policy::auditor());
    assert_ne!(strict.policy.hash, report.policy.hash);
    assert_eq!(
        strict.overall(),
        Some(Indication::TotalPassed),
        "{:?}",
        strict.signatures[0].obstacles().next()
    );
}

#[test]
fn a_signature_is_protected_no_longer_than_its_algorithms_are_by_the_policy() {
    let (host, profile) = world(706);
    sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    let day = |text: &str| -> Time { format!("{text}T00:00:00Z").parse().expect("a day") };
    let ends = |policy: Policy| {
        let judge = Judge::under(&profile, policy).expect("a judge");
        let examined =
            run(examine_under(&host, &judge, signed().as_ref(), Options::offline())).expect("read");
        let objects = examined.objects();
        assert_eq!(examined.report.overall(), Some(Indication::TotalPassed));
        (objects.protected_until(&examined.report, 0).expect("a time"), examined.record())
    };
    let (expires, _) = ends(Policy::everyday());
    let ending = |last: &str, forecast| {
        let mut policy = Policy::everyday();
        policy.algorithms.forecast = forecast;
        policy.algorithms.keys.iter_mut().for_each(|key| key.until = None);
        policy.algorithms.digests.retain(|digest| digest.name != "SHA-256");
        policy.algorithms.digests.push(Digest { name: "SHA-256".into(), until: Some(Day(day(last))) });
        policy
    };
    assert!(day("2027-06-01") < expires && expires < day("2060-01-01"));
    assert_eq!(ends(ending("2027-06-01", policy::Level::Warn)).0, expires, "a forecast that does not count");
    assert_eq!(ends(ending("2060-01-01", policy::Level::Fail)).0, expires, "later than anything lasts");
    let (until, record) = ends(ending("2027-06-01", policy::Level::Fail));
    assert_eq!(until, day("2027-06-01"));
    let about = |at| again(&record, &profile, ending("2027-06-01", policy::Level::Fail), Some(at)).overall();
    assert_eq!(about(until), Some(Indication::Indeterminate));
    assert_eq!(about(day("2027-05-31")), Some(Indication::TotalPassed));
}

#[test]
fn the_level_is_what_stands_in_the_file_whoever_is_trusted_and_whatever_the_time() {
    for level in [Level::BB, Level::BT, Level::BLt, Level::BLta] {
        let (host, profile) = world(708);
        sign(&host, &profile, order(person(APPROVES), level)).expect("signed");
        let (_, record) = judge(&host, &profile, &signed());
        let mut stranger = profile.clone();
        stranger.trust.anchors = include_str!("../fixtures/keys/root.pem").into();
        stranger.trust.issuers.clear();
        let years = |count: i64| Time::from_unix_seconds(host.now().unix_seconds() + count * 31_557_600);
        for profile in [&profile, &stranger] {
            for at in [-6, 0, 14, 30].map(years) {
                let report = again(&record, profile, Policy::everyday(), Some(at));
                assert_eq!(report.signatures[0].level, Some(level), "{at}");
            }
        }
    }
}

#[test]
fn about_a_time_before_the_signature_nothing_is_wrong_and_nothing_is_known() {
    for level in [Level::BT, Level::BLta] {
        let (host, profile) = world(707);
        sign(&host, &profile, order(person(APPROVES), level)).expect("signed");
        let (_, record) = judge(&host, &profile, &signed());
        let before = Time::from_unix_seconds(host.now().unix_seconds() - 6 * 365 * 24 * 60 * 60);
        let report = again(&record, &profile, Policy::everyday(), Some(before));
        assert!(report.missing.is_empty(), "no proof can be had about that time");
        for signature in &report.signatures {
            let conclusion = signature.conclusion;
            assert_eq!(conclusion, Conclusion::indeterminate(SubIndication::TimestampOrderFailure));
            assert!(signature.checks.iter().all(|check| check.answer != Answer::Failed), "{signature:?}");
        }
        for language in Language::ALL {
            let words = Words::new(language);
            let text = text::write(&report, "signed.pdf", Extent::Short, &words);
            assert!(text.contains(&words.text("reason-judged-before", &[])), "{text}");
            let contradict = words.text("sub-indication-timestamp-order-failure", &[]);
            assert!(!text.contains(&contradict), "{text}");
        }
    }
}

#[test]
fn what_a_certificate_says_of_itself_is_not_what_it_is() {
    let (host, profile) = world(705);
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let (report, record) = judge(&host, &profile, &signed());
    let answer = |report: &Report, question| {
        let mut rows = report.signatures[0].checks.iter().filter(|check| check.question == question);
        rows.next().map(|check| check.answer)
    };
    for report in [&report, &again(&record, &profile, Policy::auditor(), None)] {
        assert_eq!(answer(report, Question::QualifiedCertificate), Some(Answer::Passed));
        assert_eq!(answer(report, Question::Qualification), Some(Answer::NotJudged));
    }
}

#[test]
fn a_policy_decides_whether_the_claimed_time_has_to_be_there() {
    let (host, profile) = world(702);
    sign(&host, &profile, order(person(APPROVES), Level::BT)).expect("signed");
    let (_, mut record) = judge(&host, &profile, &signed());
    record.facts.signatures[0].claimed_time = None;
    let under = |policy| {
        let report = again(&record, &profile, policy, None);
        report.signatures[0].conclusion.sub_indication.map(|why| why.to_string())
    };
    assert_eq!(under(Policy::everyday()), None);
    assert_eq!(under(Policy::auditor()).as_deref(), Some("SIG_CONSTRAINTS_FAILURE"));
}

#[test]
fn an_algorithm_that_only_warns_is_a_row_of_its_own() {
    let (host, profile) = world(703);
    sign(&host, &profile, order(person(APPROVES), Level::BT)).expect("signed");
    let (report, record) = judge(&host, &profile, &signed());
    let digest = report.signatures[0].checks.iter().find_map(|check| check.detail.get("algorithm").cloned());
    let digest = digest.expect("an algorithm").split(", ").nth(1).expect("a digest").to_owned();
    let warned = |level: &str| {
        let text = include_str!("../../crates/validation/policies/everyday.toml");
        let text = text.replace("name = \"everyday\"", "name = \"own\"");
        let text = text.replace("level = \"fail\"", &format!("level = \"{level}\"")).replace(
            &format!("{{ name = \"{digest}\" }}"),
            &format!("{{ name = \"{digest}\", until = \"2020-01-01\" }}"),
        );
        let policy = Policy::from_toml(&text).expect("a policy");
        again(&record, &profile, policy, None)
    };
    let answers = |report: &Report| {
        let rows = report.signatures[0].checks.iter().map(|check| serde_json::json!(check.answer));
        rows.map(|answer| answer.as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    let (warn, fail) = (warned("warn"), warned("fail"));
    assert_eq!(warn.overall(), Some(Indication::TotalPassed));
    assert!(answers(&warn).contains(&"warning".to_owned()), "{:?}", answers(&warn));
    assert_eq!(fail.overall(), Some(Indication::Indeterminate));
    let why = fail.signatures[0].conclusion.sub_indication.map(|why| why.to_string());
    assert_eq!(why.as_deref(), Some("CRYPTO_CONSTRAINTS_FAILURE_NO_POE"));
}

#[test]
fn what_is_no_record_or_of_an_unknown_version_is_refused_by_its_name() {
    let (host, profile) = world(704);
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let (_, record) = judge(&host, &profile, &signed());
    let text = String::from_utf8(record.to_json()).expect("text");
    let newer = text.replace("\"version\":1", "\"version\":2");
    let cut = &text[..text.len() / 2];
    let other = text.replace("pitser-evidence", "something-else");
    for (name, bytes, code) in [
        ("/newer.json", newer.as_str(), "evidence-version"),
        ("/cut.json", cut, "evidence-unreadable"),
        ("/other.json", other.as_str(), "evidence-unreadable"),
        ("/empty.json", "", "evidence-unreadable"),
    ] {
        host.put(name, bytes.as_bytes().to_vec());
        assert_eq!(evidence::open(&host, name.as_ref()).expect_err(name).code(), code, "{name}");
    }
}
