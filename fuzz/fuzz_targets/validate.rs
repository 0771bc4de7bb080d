//! Any facts and evidence are judged: JSON of facts, evidence, anchors and time; a PDF is read into facts first.
#![no_main]

use std::sync::Arc;

use ades::{Document, Facts};
use libfuzzer_sys::fuzz_target;
use pki::{Certificate, Evidence, Time};
use validation::policy::Policy;
use validation::trust::Trust;
use validation::{validate, wanted};

fuzz_target!(|bytes: &[u8]| {
    if let Ok((facts, evidence, anchors, at)) = serde_json::from_slice(bytes) {
        judge(&facts, &evidence, anchors, at);
    } else if let Ok(document) = Document::open(Arc::new(bytes.to_vec())) {
        let Ok(facts) = document.facts() else { return };
        let anchors = facts.embedded.certificates.clone();
        judge(&facts, &Evidence::default(), anchors, Time::from_unix_seconds(1_795_356_180));
    }
});

fn judge(facts: &Facts, evidence: &Evidence, anchors: Vec<Certificate>, at: Time) {
    let (trust, policy) = (Trust::new("fuzz", true, anchors, Vec::new()), Policy::everyday());
    let report = validate(facts, evidence, &trust, &policy, at);
    assert_eq!(report.signatures.len(), facts.signatures.len(), "a broken signature is one that failed");
    let _ = wanted(facts, evidence, &trust, &policy, at);
    assert_eq!(validate(facts, evidence, &trust, &policy, at), report, "the same facts, the same verdict");
}
