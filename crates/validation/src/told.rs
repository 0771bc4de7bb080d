//! What the policy only mentions, and a conclusion for which no row stands yet.

use crate::cause::Cause;
use crate::checks::Checks;
use crate::report::{Question, SubIndication};
use crate::sight::NAMED;
use crate::standard::{Finding, Note};

const POLICY: &str = "EN 319 102-1 §5.1.4";

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

/// A row for each constraint that is not met and stands in nobody's way.
pub(crate) fn notes(checks: &mut Checks, notes: &[Note]) {
    for note in notes {
        let question = match note.constraint {
            "algorithms" => Question::Algorithms,
            "bound-content" | "signature-policy" => Question::CmsFormat,
            "claimed-time" => Question::SignatureDictionary,
            "freshness" => Question::SignerRevocation,
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
    let (clause, questions) = rows(why);
    if !checks.is_obstructed(questions) {
        let cause = found.cause.as_ref().map(|cause| ("cause", cause.to_string()));
        let question = questions.first().copied().unwrap_or(Question::CmsFormat);
        checks.told(question, clause, found.conclusion.indication, cause.as_slice());
        checks.because(found.cause.as_slice());
    }
    checks.settle(found.conclusion);
}

/// The questions whose rows can tell a sub-indication.
fn rows(why: SubIndication) -> (&'static str, &'static [Question]) {
    use Question as Q;
    use SubIndication as S;
    match why {
        S::HashFailure | S::SignedDataNotFound => {
            ("EN 319 102-1 §5.2.7", &[Q::MessageDigest, Q::TimestampToken])
        }
        S::SigCryptoFailure => ("EN 319 102-1 §5.2.7", &[Q::SignatureValue, Q::TimestampToken]),
        S::NoSigningCertificateFound => ("EN 319 102-1 §5.2.3", &[Q::SigningCertificate]),
        S::CryptoConstraintsFailure | S::CryptoConstraintsFailureNoPoe => {
            ("EN 319 102-1 §5.2.8", &[Q::Algorithms, Q::TimestampPath])
        }
        S::Expired | S::NotYetValid | S::OutOfBoundsNoPoe | S::OutOfBoundsNotRevoked => {
            ("EN 319 102-1 §5.5.4", &[Q::CertificateValidity, Q::TimestampPath])
        }
        S::ChainConstraintsFailure => {
            ("EN 319 102-1 §5.2.6", &[Q::KeyUsage, Q::QualifiedCertificate, Q::TimestampPath])
        }
        S::NoCertificateChainFound | S::NoCertificateChainFoundNoPoe => {
            ("EN 319 102-1 §5.2.6", &[Q::CertificatePath, Q::TimestampPath])
        }
        S::CertificateChainGeneralFailure => (
            "EN 319 102-1 §5.2.6",
            &[Q::CertificatePath, Q::SignerRevocation, Q::PathRevocation, Q::TimestampPath],
        ),
        S::Revoked
        | S::RevokedNoPoe
        | S::RevokedCaNoPoe
        | S::TryLater
        | S::RevocationOutOfBoundsNoPoe
        | S::NoPoe => ("EN 319 102-1 §5.2.6", &[Q::SignerRevocation, Q::PathRevocation, Q::TimestampPath]),
        S::TimestampOrderFailure => ("EN 319 102-1 §5.5.4", &[Q::TimeOrder, Q::TimestampPath]),
        S::SigConstraintsFailure => (
            "EN 319 102-1 §5.2.8",
            &[Q::CmsFormat, Q::SignatureDictionary, Q::TimestampToken, Q::TimestampPath, Q::TimeOrder],
        ),
        S::FormatFailure | S::PolicyProcessingError | S::SignaturePolicyNotAvailable => {
            ("EN 319 102-1 §5.2.4", &[Q::CmsFormat, Q::TimestampToken])
        }
    }
}
