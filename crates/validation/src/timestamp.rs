//! Time-stamp validation, EN 319 102-1 §5.4: the imprint, the token's own signature, its path and revocation.

use pki::tsp::Token;
use pki::{Certificate, DigestAlgorithm, Time};

use crate::assessment::Assessment;
use crate::certificate::{path, path_fate, want_issuers};
use crate::policy::{Level, Role};
use crate::report::{Conclusion, SubIndication, TimestampReport};
use crate::revocation::{Fate, discredited, links};
use crate::standard::Algorithm;

/// A time-stamp that was judged.
pub(crate) struct Judged {
    pub report: TimestampReport,
    /// What kept it from passing, in words for technicians.
    pub cause: Option<String>,
    /// The token itself is sound: it belongs to what it stamps, and its signature verifies.
    pub sound: bool,
}

impl Judged {
    pub fn passed(&self) -> bool {
        self.report.conclusion == Conclusion::PASSED
    }
}

/// Judges a token that is proven to have existed at `when`: today, or the time of a later document time-stamp over it.
/// `digest` gives the digest of what it must stamp, under the algorithm that the token names.
pub(crate) fn judge(
    assessment: &Assessment<'_>,
    der: &[u8],
    when: Time,
    digest: impl Fn(DigestAlgorithm) -> Option<Vec<u8>>,
) -> Result<Judged, String> {
    let token = Token::parse(der).map_err(|error| error.to_string())?;
    let algorithm = token.imprint.algorithm.clone().map_err(|error| error.to_string())?;
    let over_ours = digest(algorithm).as_ref() == Some(&token.imprint.hash);
    let pool = assessment.pool(&token.certificates);
    let verified = token.verify(&pool);
    let authority = verified.as_ref().ok().map(|unit| {
        let subject = unit.subject();
        subject.common_name.clone().unwrap_or_else(|| subject.to_string())
    });
    let (conclusion, cause, sound) = match verified {
        _ if !over_ours => {
            (Conclusion::failed(SubIndication::HashFailure), Some("imprint of other bytes".to_owned()), false)
        }
        Err(error) => (Conclusion::failed(SubIndication::SigCryptoFailure), Some(error.to_string()), false),
        Ok(unit) if !token.signer_info.names_exactly(&unit) => {
            (Conclusion::failed(SubIndication::FormatFailure), Some("names another signer".to_owned()), false)
        }
        Ok(unit) => {
            let (conclusion, cause) = trusted(assessment, algorithm, (token.gen_time, when), &unit, &pool);
            (conclusion, cause, true)
        }
    };
    let report = TimestampReport { time: token.gen_time, authority, conclusion };
    Ok(Judged { report, cause, sound })
}

/// Path and revocation of the time-stamping unit, as of the last moment at which the token is proven to have existed.
fn trusted(
    assessment: &Assessment<'_>,
    algorithm: DigestAlgorithm,
    (gen_time, when): (Time, Time),
    unit: &Certificate,
    pool: &[Certificate],
) -> (Conclusion, Option<String>) {
    let indeterminate = |why, cause: String| (Conclusion::indeterminate(why), Some(cause));
    let imprint = Algorithm::digest(algorithm);
    if assessment.policy.algorithms.level(Role::Timestamp, &imprint, when) == Some(Level::Fail) {
        return indeterminate(SubIndication::CryptoConstraintsFailureNoPoe, algorithm.name().to_owned());
    }
    if gen_time > assessment.at.plus(assessment.policy.tolerance()) {
        return indeterminate(SubIndication::TimestampOrderFailure, "lies in the future".into());
    }
    if gen_time < unit.not_before() || gen_time > unit.not_after() {
        return indeterminate(SubIndication::ChainConstraintsFailure, "outside the unit's validity".into());
    }
    if when > unit.not_after() {
        return indeterminate(
            SubIndication::OutOfBoundsNoPoe,
            format!("the unit's certificate had expired by {when}"),
        );
    }
    let path = match path(assessment, unit, pool, when) {
        Ok(path) => path,
        Err(error) => {
            want_issuers(assessment, unit, pool);
            return indeterminate(SubIndication::NoCertificateChainFound, error.to_string());
        }
    };
    if let Some(at) = links(&path).find_map(|link| discredited(assessment, link, pool, when)) {
        return indeterminate(SubIndication::RevokedNoPoe, format!("revoked {at}"));
    }
    match path_fate(assessment, &path, pool, gen_time) {
        Ok(()) => (Conclusion::PASSED, None),
        Err((_, Fate::Revoked { at })) => indeterminate(SubIndication::RevokedNoPoe, format!("revoked {at}")),
        Err((index, _)) => {
            let subject = path.certificates.get(index).map(|c| c.subject().to_string()).unwrap_or_default();
            indeterminate(SubIndication::TryLater, format!("revocation of {subject} unknown"))
        }
    }
}

/// Whether the evidence in the document alone carries path and revocation of a token.
pub(crate) fn carried(inside: &Assessment<'_>, der: &[u8], when: Time, value: &[u8]) -> bool {
    judge(inside, der, when, |algorithm| Some(algorithm.digest(value))).is_ok_and(|judged| judged.passed())
}

/// The earliest moment that sound and trusted tokens prove.
pub(crate) fn earliest(judged: &[Judged]) -> Option<Time> {
    judged.iter().filter(|judged| judged.passed()).map(|judged| judged.report.time).min()
}
