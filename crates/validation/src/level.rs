//! The baseline level that a signature has the form of (EN 319 142-1 §6).

use ades::{Facts, SignatureFacts};
use pki::{Evidence, Time};

use crate::archive::Archive;
use crate::assessment::Assessment;
use crate::case::Builder;
use crate::draft::Parts;
use crate::policy::Role;
use crate::report::Level;
use crate::standard::{Decision, Moments, StampJudgement, StampKind};
use crate::timestamp;

/// The level, for a signature that has the form of B.
pub(crate) fn of(
    assessment: &Assessment<'_>,
    archive: &Archive<'_>,
    facts: &Facts,
    signature: &SignatureFacts,
    parts: &Parts,
    (proven, stamps): (Option<Time>, &[StampJudgement]),
) -> Option<Level> {
    if !parts.formed.baseline {
        return None;
    }
    let (Some(_), Some(proven)) = (&parts.certificate, proven) else {
        let stamped = !parts.formed.signer.signature_timestamps.is_empty() || archive.has_any_over(signature);
        return Some(if stamped { Level::BT } else { Level::BB });
    };
    let until = archive.proven(signature, stamps).unwrap_or(assessment.at);
    let complete = |evidence: &Evidence| is_complete(assessment, evidence, parts, (proven, until));
    Some(match complete(&facts.embedded) {
        false => Level::BT,
        true if archive.archived(signature, stamps, &facts.embedded).as_ref().is_some_and(complete) => {
            Level::BLta
        }
        true => Level::BLt,
    })
}

/// Whether this evidence, and what the signature carries, is all that others need who know the anchors alone (LT when it
/// is in the document, LTA when a document time-stamp covers it there).
fn is_complete(
    assessment: &Assessment<'_>,
    evidence: &Evidence,
    parts: &Parts,
    (proven, until): (Time, Time),
) -> bool {
    let Some(certificate) = &parts.certificate else { return false };
    let bare = assessment.trust.bare();
    let inside = Assessment::new(evidence, &bare, assessment.policy, assessment.at);
    let mut builder = Builder::new(&inside);
    let signer = &parts.formed.signer;
    let pool = inside.pool(&parts.formed.cms.certificates);
    let signing = builder.signing(certificate, &pool, proven, None, true);
    let token = signer.signature_timestamps.first().map(|token| {
        timestamp::read(&inside, &mut builder, StampKind::Signature, token, |algorithm| {
            Some(algorithm.digest(&signer.signature))
        })
    });
    let decision = Decision::new(&builder.case, assessment.policy, assessment.at);
    let moments = |at| Moments { believed: assessment.at, ..Moments::at(at) };
    let known =
        |signing, role, at| {
            decision.path(signing, at).is_none()
                && decision.below_anchor(signing, at).into_iter().enumerate().all(|(position, index)| {
                    decision.status((index, position), role, moments(at)).is_passed()
                })
        };
    let stamped = match token {
        None => true,
        Some(Err(_)) => false,
        Some(Ok(read)) => builder.case.stamps.get(read.stamp).is_some_and(|stamp| {
            let unit = stamp.signing.chain.first().and_then(|first| builder.case.certificate(*first));
            unit.is_some_and(|unit| until <= unit.not_after)
                && known(&stamp.signing, Role::Timestamp, stamp.time)
        }),
    };
    stamped && known(&signing, Role::Signature, proven)
}
