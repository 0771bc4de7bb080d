//! Any facts and evidence are judged: JSON of facts, evidence, anchors and time; a PDF is read into facts first.
#![no_main]

#[path = "../budget.rs"]
mod budget;

use std::sync::Arc;

use ades::{Document, Facts};
use libfuzzer_sys::fuzz_target;
use pki::{Certificate, Evidence, Time};
use validation::policy::Policy;
use validation::trust::Trust;
use validation::{validate, wanted};

fuzz_target!(|bytes: &[u8]| whole(bytes));

fn whole(bytes: &[u8]) {
    if let Ok((facts, evidence, anchors, at)) = serde_json::from_slice(bytes) {
        judge(&facts, &evidence, anchors, at);
    } else if let Some(facts) = budget::within(|| read(bytes)) {
        let anchors = facts.embedded.certificates.clone();
        judge(&facts, &Evidence::default(), anchors, Time::from_unix_seconds(NOW));
    }
}

fn read(bytes: &[u8]) -> Option<Facts> {
    Document::open(Arc::new(bytes.to_vec())).ok()?.facts().ok()
}

/// 23 November 2026, on which the seeds were signed.
const NOW: i64 = 1_795_356_180;

/// Ten years, in which certificates expire and algorithms end.
const LATER: i64 = 10 * 365 * 24 * 60 * 60;

/// Judges by both policies, as of that moment, long before it and long after.
fn judge(facts: &Facts, evidence: &Evidence, anchors: Vec<Certificate>, at: Time) {
    let trust = Trust::new("fuzz", true, anchors, Vec::new());
    let now = at.unix_seconds();
    let moments = [
        at,
        Time::from_unix_seconds(now.saturating_sub(LATER)),
        Time::from_unix_seconds(now.saturating_add(LATER)),
    ];
    for policy in [Policy::everyday(), Policy::auditor()] {
        for at in moments {
            budget::within(|| judge_once(facts, evidence, &trust, &policy, at));
        }
    }
}

fn judge_once(facts: &Facts, evidence: &Evidence, trust: &Trust, policy: &Policy, at: Time) {
    let report = validate(facts, evidence, trust, policy, at);
    assert_eq!(report.signatures.len(), facts.signatures.len(), "a broken signature is one that failed");
    let _ = wanted(facts, evidence, trust, policy, at);
    assert_eq!(validate(facts, evidence, trust, policy, at), report, "the same facts, the same verdict");
}
