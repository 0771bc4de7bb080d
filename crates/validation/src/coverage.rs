//! How far a signature reaches, and what came after it.

use ades::{Later, SignatureFacts};

use crate::checks::Checks;
use crate::looks;
use crate::modifications;
use crate::policy::ChangeConstraints;
use crate::report::{Question, SubIndication};
use crate::sight::Sight;

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
        Later::Other { why } => {
            // What was changed cannot be told; that the signed bytes are not all there is, can.
            let detail = [("later", "other".into()), ("objection", why.to_string())];
            let sub_indication = SubIndication::SigConstraintsFailure;
            checks.indeterminate(Question::Coverage, COVERAGE, sub_indication, &detail);
            checks.shows(Question::Coverage, &[Sight::later(why)]);
            checks.not_judged(Question::ChangesAfterSigning, COVERAGE);
        }
    }
    looks::check(checks, signature, policy);
}
