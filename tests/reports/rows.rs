//! Every check is one row: in the order of EN 319 102-1, with the clause, and with the evidence that the answer rests on.

use std::time::Duration;

use validation::objects::ObjectKind;
use validation::report::{Answer, Check, Question, SignatureKind, Used};
use workflow::evidence;
use workflow::policy::Policy;
use workflow::verify::Examined;

use crate::stage::{results, world};

/// `EN 319 102-1 §5.2.6` as its numbers; nothing for the clauses of others, and for what a policy says beyond them (§5.1.4).
fn clause(row: &Check) -> Option<Vec<u32>> {
    let numbers = row.clause.strip_prefix("EN 319 102-1 §")?.split('.');
    let numbers: Vec<u32> = numbers.map(|number| number.parse().unwrap()).collect();
    (numbers[..2] != [5, 1]).then_some(numbers)
}

fn rows(examined: &Examined, wanted: impl Fn(Question) -> bool) -> Vec<&Check> {
    let rows = examined.report.signatures.iter().flat_map(|one| &one.checks);
    rows.filter(|row| wanted(row.question)).collect()
}

fn kinds(row: &Check) -> Vec<ObjectKind> {
    row.evidence.iter().map(|used| used.kind).collect()
}

#[test]
fn rows_come_in_the_order_of_the_standard() {
    for (name, examined) in results() {
        for signature in &examined.report.signatures {
            let clauses: Vec<_> = signature.checks.iter().filter_map(clause).collect();
            assert!(clauses.is_sorted(), "{name}: {clauses:?}");
            assert!(clauses.contains(&vec![5, 2, 4]), "{name}: by which policy, and as of when");
            let last = signature.checks.iter().rposition(|row| clause(row).is_some()).unwrap();
            let changes = signature.checks.iter().position(|row| row.question == Question::Coverage).unwrap();
            assert!(last < changes, "{name}: what the standard has no place for comes last");
        }
    }
}

#[test]
fn what_an_answer_rests_on_is_in_the_list_of_evidence() {
    for (name, examined) in results() {
        let objects = examined.objects();
        for Used { kind, sha256 } in rows(&examined, |_| true).into_iter().flat_map(|row| &row.evidence) {
            let place = objects.place(sha256).unwrap_or_else(|| panic!("{name}: {kind:?} {sha256}"));
            assert_eq!(objects.all[place].kind, *kind, "{name}");
        }
    }
}

#[test]
fn each_row_names_the_evidence_of_its_kind() {
    let (_, examined) = results().into_iter().find(|(name, _)| *name == "b-lta.pdf").unwrap();
    for row in
        rows(&examined, |one| matches!(one, Question::SignerRevocation | Question::RevocationFreshness))
    {
        assert_eq!(row.answer, Answer::Passed);
        let expected =
            if row.detail.get("source").unwrap() == "OCSP" { ObjectKind::Ocsp } else { ObjectKind::Crl };
        assert_eq!(kinds(row), [ObjectKind::Certificate, expected], "{row:?}");
    }
    for question in [Question::SigningCertificate, Question::CertificateValidity, Question::SignatureValue] {
        let signer = examined.report.signatures[0].signer.as_ref().unwrap();
        let certificate = Used { kind: ObjectKind::Certificate, sha256: signer.certificate.clone() };
        assert_eq!(rows(&examined, |one| one == question)[0].evidence, [certificate], "{question:?}");
    }
    let path = rows(&examined, |one| one == Question::CertificatePath)[0];
    assert_eq!(path.evidence.len(), path.detail.get("path").unwrap().split(" ← ").count());
    for row in rows(&examined, |one| one.is_about_timestamp() || one == Question::ProofOfExistence) {
        assert_eq!(kinds(row)[0], ObjectKind::Timestamp, "{row:?}");
    }
}

#[test]
fn a_time_stamp_has_rows_of_its_own() {
    let asked = [
        Question::TimestampImprint,
        Question::TimestampToken,
        Question::TimestampFreshness,
        Question::TimestampPath,
        Question::TimestampValidity,
        Question::TimestampPurpose,
        Question::TimestampRevocation,
        Question::TimestampAlgorithms,
    ];
    let (_, examined) = results().into_iter().find(|(name, _)| *name == "b-lta.pdf").unwrap();
    for signature in &examined.report.signatures {
        let of = |kind| usize::from(signature.kind == kind);
        assert_eq!(of(SignatureKind::Signature) + of(SignatureKind::DocumentTimestamp), 1);
        for question in asked {
            let rows: Vec<_> = signature.checks.iter().filter(|row| row.question == question).collect();
            assert!(!rows.is_empty(), "{question:?} of {}", signature.field);
            assert!(rows.iter().all(|row| row.answer == Answer::Passed), "{rows:?}");
        }
    }
}

#[test]
fn past_validation_is_told_where_it_ran() {
    let (_, profile) = world();
    let (_, examined) = results().into_iter().find(|(name, _)| *name == "b-lta.pdf").unwrap();
    let past = |one| matches!(one, Question::PastCertificate | Question::PastTimestamp);
    assert_eq!(rows(&examined, past), Vec::<&Check>::new(), "nothing had to be decided by it");
    // When the signer's certificate has run out, and those of the time-stamps have not or are not looked at any more.
    let years = |count: u64| examined.report.validation_time.plus(Duration::from_secs(count * 31_557_600));
    let told = (1..=40).map(|count| {
        let about = Some(years(count));
        let again = evidence::judge(examined.record(), &profile, Policy::everyday(), about).unwrap();
        let slid = rows(&again, past);
        assert!(slid.iter().all(|row| row.clause == "EN 319 102-1 §5.6.2.1"));
        assert!(slid.iter().all(|row| row.detail.get("proven").is_some() && !row.evidence.is_empty()));
        slid.len()
    });
    assert!(told.max().unwrap() > 0);
}
