//! The baseline level that a signature has the form of (EN 319 142-1 §6).

use ades::{Facts, SignatureFacts};
use pki::{Evidence, Time};

use crate::archive::Archive;
use crate::assessment::Assessment;
use crate::case::Builder;
use crate::draft::Parts;
use crate::policy::Role;
use crate::report::Level;
use crate::standard::{Case, Decision, Moments, Signing, StampJudgement, StampKind};
use crate::timestamp;

/// The level, for a signature that has the form of B.
pub(crate) fn of(
    (assessment, case): (&Assessment<'_>, &Case),
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
    let moments = (proven, archive.proven(signature, stamps).unwrap_or(assessment.at));
    let complete = |evidence: &Evidence| is_complete(assessment, evidence, parts, moments);
    // Where nothing else was at hand, all of it has been looked at.
    let embedded = match assessment.rests_on(&facts.embedded) && parts.said == proven {
        true => is_known(assessment, case, &Found::among(case, parts), moments),
        false => complete(&facts.embedded),
    };
    Some(match embedded {
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
    moments: (Time, Time),
) -> bool {
    let Some(certificate) = &parts.certificate else { return false };
    let bare = assessment.trust.bare();
    let inside = Assessment::new(evidence, &bare, assessment.policy, assessment.at);
    let mut builder = Builder::new(&inside);
    let signer = &parts.formed.signer;
    let pool = inside.pool(&parts.formed.cms.certificates);
    let signing = builder.signing(certificate, &pool, moments.0, None, true);
    let token = signer.signature_timestamps.first().map(|token| {
        timestamp::read(&inside, &mut builder, StampKind::Signature, token, |algorithm| {
            Some(algorithm.digest(&signer.signature))
        })
    });
    let stamp = token.map(|token| token.ok().map(|read| read.stamp));
    is_known(&inside, &builder.case, &Found { signing: Some(&signing), stamp }, moments)
}

/// What a level rests on.
struct Found<'c> {
    signing: Option<&'c Signing>,
    /// The first time-stamp, where there is one, and its place in the case where it can be read.
    stamp: Option<Option<usize>>,
}

impl<'c> Found<'c> {
    fn among(case: &'c Case, parts: &Parts) -> Self {
        let signing = case.signatures.get(parts.index).map(|signature| &signature.signing);
        let stamp = parts.tokens.first().map(|token| token.as_ref().ok().map(|read| read.stamp));
        Self { signing, stamp }
    }
}

/// Whether paths and standing of signer and time-stamp are known, as of the moment that is proven; and the unit's certificate
/// is in its term for so long as nothing else vouches for its time-stamp.
fn is_known(
    assessment: &Assessment<'_>,
    case: &Case,
    found: &Found<'_>,
    (proven, until): (Time, Time),
) -> bool {
    let decision = Decision::new(case, assessment.policy, assessment.at);
    let moments = |at| Moments { believed: assessment.at, ..Moments::at(at) };
    let known =
        |signing, role, at| {
            decision.path(signing, at).is_none()
                && decision.below_anchor(signing, at).into_iter().enumerate().all(|(position, index)| {
                    decision.status((index, position), role, moments(at)).is_passed()
                })
        };
    let stamped = match found.stamp {
        None => true,
        Some(stamp) => stamp.and_then(|stamp| case.stamps.get(stamp)).is_some_and(|stamp| {
            let unit = stamp.signing.chain.first().and_then(|first| case.certificate(*first));
            unit.is_some_and(|unit| until <= unit.not_after)
                && known(&stamp.signing, Role::Timestamp, stamp.time)
        }),
    };
    stamped && found.signing.is_some_and(|signing| known(signing, Role::Signature, proven))
}
