//! How far a signature reaches, and what came after it.

use ades::{Later, SignatureFacts};

use crate::checks::Checks;
use crate::looks;
use crate::modifications;
use crate::policy::ChangeConstraints;
use crate::report::{Question, SubIndication};

const COVERAGE: &str = "EN 319 142-1 §5.2";

/// The rows on what is signed and what is not.
pub(crate) fn coverage(checks: &mut Checks, signature: &SignatureFacts, policy: &ChangeConstraints) {
    match &signature.later {
        Later::Nothing => {
            checks.passed(Question::Coverage, COVERAGE, &[]);
            checks.not_applicable(Question::ChangesAfterSigning, COVERAGE);
        }
        Later::Archival => {
            checks.passed(Question::Coverage, COVERAGE, &[("later", "archival".into())]);
            checks.passed(Question::ChangesAfterSigning, COVERAGE, &[("later", "archival".into())]);
        }
        Later::Modified(found) => modifications::check(checks, signature, found, policy),
        Later::Other { what } => {
            // What was changed cannot be told; that the signed bytes are not all there is, can.
            let detail = [("later", what.clone())];
            let why = SubIndication::SigConstraintsFailure;
            checks.indeterminate(Question::Coverage, COVERAGE, why, &detail);
            checks.not_judged(Question::ChangesAfterSigning, COVERAGE);
        }
    }
    looks::check(checks, signature, policy);
}
