//! The original exploit files of pdf-insecurity.org; they need `$PITSER_CORPORA`.

use std::sync::Arc;

use ades::{Document, Objection};
use pitser_tests::corpus;
use pki::Evidence;
use validation::policy::Policy;
use validation::report::{Answer, Indication, Question, Sight, What};
use validation::trust::Trust;

#[test]
fn the_original_exploits_are_noticed_by_their_own_traces() {
    let Some(folder) = corpus("attacks") else { return };
    let (mut files, mut unnoticed) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "pdf") {
            continue;
        }
        files += 1;
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = Document::open(Arc::new(std::fs::read(&path).unwrap())).and_then(|file| file.facts());
        let facts = match read {
            Ok(facts) => facts,
            Err(error) => {
                unnoticed.push(format!("{name}: not readable: {error}"));
                continue;
            }
        };
        // Nothing is trusted here: what is asked is whether the bytes alone give the attack away.
        let trust = Trust::new("none", true, Vec::new(), Vec::new());
        let at = "2026-11-23T12:00:00Z".parse().unwrap();
        let report = validation::validate(&facts, &Evidence::default(), &trust, &Policy::everyday(), at);
        if report.signatures.is_empty() {
            unnoticed.push(format!("{name}: no signature is found"));
        }
        for row in &report.signatures {
            let own = [Question::CertificatePath];
            let bytes = row.obstacles().map(|check| (check.question, check.answer));
            let traces: Vec<_> = bytes.filter(|(question, _)| !own.contains(question)).collect();
            let by_bytes = |question: &Question| {
                matches!(
                    question,
                    Question::SignatureDictionary
                        | Question::ByteRange
                        | Question::ContentsHole
                        | Question::CmsFormat
                        | Question::MessageDigest
                        | Question::Coverage
                        | Question::ChangesAfterSigning
                )
            };
            eprintln!("{name}: {}: {:?} {traces:?}", row.field, row.conclusion);
            // Incremental saving is told as what it is: something came behind the signed version.
            let behind = row.checks.iter().any(|check| {
                let told = |sight: &Sight| {
                    matches!(
                        sight.what,
                        What::Forbidden { .. } | What::Later { why: Objection::Appended { .. } }
                    )
                };
                matches!(check.question, Question::Coverage | Question::ChangesAfterSigning)
                    && check.sights.iter().any(told)
            });
            if name.starts_with("isa_") && !behind {
                unnoticed.push(format!("{name}: {} is not told as appended: {:?}", row.field, row.checks));
            }
            let noticed =
                traces.iter().any(|(question, answer)| by_bytes(question) && *answer != Answer::Passed);
            if !noticed || row.conclusion.indication == Indication::TotalPassed {
                unnoticed.push(format!("{name}: {}", row.field));
            }
        }
    }
    assert_eq!(files, 9);
    assert!(unnoticed.is_empty(), "{unnoticed:?}");
}
