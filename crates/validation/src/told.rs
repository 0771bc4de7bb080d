//! What the policy only mentions, and a conclusion for which no row stands yet.

use pki::Time;

use crate::cause::Cause;
use crate::checks::Checks;
use crate::policy::Level;
use crate::report::{Question, SubIndication};
use crate::sight::NAMED;
use crate::standard::{Finding, Note, Slid};

const POLICY: &str = "EN 319 102-1 §5.1.4";
const PAST: &str = "EN 319 102-1 §5.6.2.1";

/// The names of some things, and how many more there are.
pub(crate) fn list(names: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = names.collect();
    let more = all.len().saturating_sub(NAMED);
    all.truncate(NAMED);
    all.extend((more > 0).then(|| format!("{more} more")));
    all.join("; ")
}

/// The name that a value has in JSON.
pub(crate) fn code(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

/// The row on past certificate validation, of what is proven to have existed by then (§5.6.2.1).
pub(crate) fn past(checks: &mut Checks, question: Question, slid: Slid, proven: Time, passed: bool) {
    let control = slid.control.map(|control| ("good-until", control.to_string()));
    let detail: Vec<_> = control.into_iter().chain([("proven", proven.to_string())]).collect();
    match passed {
        true => checks.passed(question, PAST, &detail),
        false => checks.unmet(question, PAST, Level::Fail, &detail),
    }
}

/// A row for each constraint that is not met and stands in nobody's way.
pub(crate) fn notes(checks: &mut Checks, notes: &[Note]) {
    for note in notes {
        let question = match note.constraint {
            "algorithms" => Question::Algorithms,
            "bound-content" => Question::CmsFormat,
            "claimed-time" => Question::SignatureDictionary,
            "conforming" | "issued-in-the-past" | "issuer-revocation" | "signer-in-term" => {
                Question::PathRevocation
            }
            "delay" | "order" => Question::TimeOrder,
            "signing-certificate" => Question::SigningCertificate,
            // Each has a row of its own.
            "key-usage"
            | "document-purpose"
            | "advised-purpose"
            | "end-entity"
            | "qualified-certificate"
            | "freshness"
            | "signature-policy"
            | "purpose"
            | "stated-in-validity"
            | "timestamps" => continue,
            _ => Question::TimestampPath,
        };
        let detail = [("constraint", note.constraint.to_owned()), ("found", note.what.clone())];
        checks.constrained(question, POLICY, note.level, SubIndication::SigConstraintsFailure, &detail);
        checks.because(&[Cause::constraint(note.constraint)]);
    }
}

/// The conclusion. Where no row tells it yet, one does.
pub(crate) fn settled(checks: &mut Checks, found: &Finding) {
    let Some(why) = found.conclusion.sub_indication else { return };
    let questions = questions(why);
    if !checks.is_obstructed(questions) {
        let cause = found.cause.as_ref().map(|cause| ("cause", cause.to_string()));
        let question = questions.first().copied().unwrap_or(Question::CmsFormat);
        checks.told(question, clause(question), found.conclusion.indication, cause.as_slice());
        checks.because(found.cause.as_slice());
    }
    checks.settle(found.conclusion);
}

/// The questions whose rows can tell a sub-indication.
fn questions(why: SubIndication) -> &'static [Question] {
    use Question as Q;
    use SubIndication as S;
    match why {
        S::HashFailure | S::SignedDataNotFound => &[Q::MessageDigest, Q::TimestampImprint],
        S::SigCryptoFailure => &[Q::SignatureValue, Q::TimestampToken],
        S::NoSigningCertificateFound => &[Q::SigningCertificate, Q::TimestampToken],
        S::CryptoConstraintsFailure | S::CryptoConstraintsFailureNoPoe => {
            &[Q::Algorithms, Q::TimestampAlgorithms]
        }
        S::Expired | S::NotYetValid | S::OutOfBoundsNoPoe | S::OutOfBoundsNotRevoked => {
            &[Q::CertificateValidity, Q::TimestampValidity]
        }
        S::ChainConstraintsFailure => {
            &[Q::KeyUsage, Q::QualifiedCertificate, Q::TimestampPurpose, Q::TimestampValidity]
        }
        S::NoCertificateChainFound | S::NoCertificateChainFoundNoPoe => {
            &[Q::CertificatePath, Q::TimestampPath]
        }
        S::CertificateChainGeneralFailure => &[
            Q::CertificatePath,
            Q::SignerRevocation,
            Q::PathRevocation,
            Q::TimestampPath,
            Q::TimestampRevocation,
        ],
        S::Revoked
        | S::RevokedNoPoe
        | S::RevokedCaNoPoe
        | S::TryLater
        | S::RevocationOutOfBoundsNoPoe
        | S::NoPoe => &[Q::SignerRevocation, Q::PathRevocation, Q::TimestampRevocation],
        S::TimestampOrderFailure => &[Q::TimeOrder],
        S::SigConstraintsFailure => &[
            Q::CmsFormat,
            Q::SigningCertificate,
            Q::SignatureDictionary,
            Q::TimestampImprint,
            Q::TimestampToken,
            Q::TimestampPath,
            Q::TimestampValidity,
            Q::TimestampPurpose,
            Q::TimestampRevocation,
            Q::TimestampAlgorithms,
            Q::TimeOrder,
        ],
        S::FormatFailure => &[Q::CmsFormat, Q::TimestampToken],
        S::PolicyProcessingError | S::SignaturePolicyNotAvailable => &[Q::Context],
    }
}

/// The question whose row tells of a time-stamp what is not as it should be.
pub(crate) fn of_timestamp(found: &Finding) -> Option<Question> {
    let questions = questions(found.conclusion.sub_indication?).iter().copied();
    let mut of_stamps = questions.filter(|one| one.is_about_timestamp() || *one == Question::TimeOrder);
    match found.cause {
        Some(Cause::OutsideUnit) => Some(Question::TimestampValidity),
        _ => of_stamps.next(),
    }
}

/// The clause that asks a question which some conclusion is about.
fn clause(question: Question) -> &'static str {
    match question {
        Question::SigningCertificate => "EN 319 102-1 §5.2.3",
        Question::Context => "EN 319 102-1 §5.2.4",
        Question::MessageDigest | Question::SignatureValue => "EN 319 102-1 §5.2.7",
        Question::Algorithms => "EN 319 102-1 §5.2.8",
        Question::TimeOrder => "EN 319 102-1 §5.5.4",
        one if one.is_about_timestamp() => "EN 319 102-1 §5.4",
        one if one < Question::SigningCertificate => "EN 319 102-1 §5.2.2",
        _ => "EN 319 102-1 §5.2.6",
    }
}
