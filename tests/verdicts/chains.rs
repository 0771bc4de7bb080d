//! Certificates that are not as they have to be, of signers, time-stamping units and responders: the files of
//! `fixtures/chains`, which hold all that they are judged by.

use std::path::PathBuf;
use std::sync::Arc;

use ades::Document;
use pki::{Certificate, Evidence};
use validation::policy::{Level, Policy};
use validation::report::{Answer, Check, Question, Report, SignatureReport};
use validation::trust::Trust;

/// Who signed is in order, and so is what the signature is over.
const SOUND: [Question; 5] = [
    Question::MessageDigest,
    Question::SignatureValue,
    Question::CertificatePath,
    Question::CertificateValidity,
    Question::SignerRevocation,
];

fn fixture(name: &str) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "fixtures", "chains", name].iter().collect();
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn judged(name: &str, policy: &Policy) -> SignatureReport {
    let root = Certificate::from_pem(&String::from_utf8(fixture("root.pem")).unwrap()).unwrap();
    let facts = Document::open(Arc::new(fixture(&format!("{name}.pdf")))).unwrap().facts().unwrap();
    let trust = Trust::new("test", true, root, Vec::new());
    let at = "2026-06-03T12:00:00Z".parse().unwrap();
    let mut report: Report = validation::validate(&facts, &Evidence::default(), &trust, policy, at);
    report.signatures.remove(0)
}

fn everyday(name: &str) -> SignatureReport {
    judged(name, &Policy::everyday())
}

fn verdict(found: &SignatureReport) -> String {
    let why = found.conclusion.sub_indication.map(|why| format!(" / {why}")).unwrap_or_default();
    format!("{}{why}", found.conclusion.indication)
}

fn rows(found: &SignatureReport, question: Question) -> Vec<&Check> {
    found.checks.iter().filter(|check| check.question == question).collect()
}

fn answers(found: &SignatureReport, question: Question) -> Vec<Answer> {
    rows(found, question).into_iter().map(|check| check.answer).collect()
}

#[test]
fn a_time_stamp_that_its_authority_may_not_make_proves_nothing_and_says_nothing_against_the_signature() {
    let good = everyday("good");
    assert_eq!(verdict(&good), "TOTAL-PASSED");
    assert!(good.best_signature_time.is_some());
    for (name, cause) in [
        ("unit-not-critical", "signer not authorised: extKeyUsage critical"),
        ("unit-for-servers-too", "signer not authorised: id-kp-timeStamping alone"),
        ("unit-for-keys", "signer not authorised: digitalSignature or nonRepudiation"),
        ("unit-without-purpose", "signer not authorised: id-kp-timeStamping alone"),
        ("unit-expired", "outside the unit's validity"),
    ] {
        let found = everyday(name);
        assert_eq!(verdict(&found), "INDETERMINATE / CHAIN_CONSTRAINTS_FAILURE", "{name}");
        for question in SOUND {
            assert_eq!(answers(&found, question), [Answer::Passed], "{name}: {question:?}");
        }
        assert_eq!(answers(&found, Question::TimestampToken), [Answer::Passed], "{name}: it verifies");
        let path = rows(&found, Question::TimestampPath);
        assert_eq!(path.iter().map(|row| row.answer).collect::<Vec<_>>(), [Answer::Indeterminate], "{name}");
        assert_eq!(path[0].detail.get("cause").map(String::as_str), Some(cause), "{name}");
        assert_eq!(found.best_signature_time, None, "{name}");
        assert!(found.is_for_its_timestamps(), "{name}");
        // Where the policy does not want every time-stamp to hold, the signature passes without it.
        let mut policy = Policy::everyday();
        policy.signature.timestamps = Level::Warn;
        let found = judged(name, &policy);
        assert_eq!((verdict(&found).as_str(), found.best_signature_time), ("TOTAL-PASSED", None), "{name}");
        assert_eq!(answers(&found, Question::TimestampPath), [Answer::Warning], "{name}");
    }
}

#[test]
fn a_revoked_time_stamping_unit_is_not_held_against_the_signer() {
    let found = everyday("unit-revoked");
    assert_eq!(verdict(&found), "INDETERMINATE / REVOKED_NO_POE");
    assert_eq!(answers(&found, Question::SignerRevocation), [Answer::Passed]);
    assert_eq!(answers(&found, Question::TimestampPath), [Answer::Indeterminate]);
    assert!(found.is_for_its_timestamps());
}
