//! X.509 certificate validation, EN 319 102-1 §5.2.6: path, validity, revocation.

use pki::path::{self, Path, PathError};
use pki::{Certificate, Time};

use crate::assessment::Assessment;
use crate::checks::Checks;
use crate::report::{Question, SubIndication};
use crate::revocation::{Fate, fate, links};
use crate::want::Want;

const XCV: &str = "EN 319 102-1 §5.2.6";
const FRESHNESS: &str = "EN 319 102-1 §5.2.5";

/// Builds a path for `certificate` as of `when`. The certificate's own validity is a question of its own, so the path
/// is built for the nearest moment at which it was valid.
pub(crate) fn path(
    assessment: &Assessment<'_>,
    certificate: &Certificate,
    pool: &[Certificate],
    when: Time,
) -> Result<Path, Box<PathError>> {
    let within = when.max(certificate.not_before()).min(certificate.not_after());
    let path = path::build(certificate, pool, assessment.trust.anchors(), within).map_err(Box::new)?;
    assessment.relied_on(&path);
    Ok(path)
}

/// The rows on path, validity and revocation of a signing certificate at `when`.
pub(crate) fn check(
    assessment: &Assessment<'_>,
    checks: &mut Checks,
    certificate: &Certificate,
    pool: &[Certificate],
    when: Time,
) {
    validity(checks, certificate, when);
    match path(assessment, certificate, pool, when) {
        Ok(path) => {
            let subject = |c: &Certificate| c.subject().to_string();
            let chain = path.certificates.iter().map(subject).collect::<Vec<_>>().join(" ← ");
            checks.passed(Question::CertificatePath, XCV, &[("path", chain)]);
            revocation(assessment, checks, &path, pool, when);
        }
        Err(error) => {
            want_issuers(assessment, certificate, pool);
            let why = match *error {
                PathError::NoIssuer { .. } => SubIndication::NoCertificateChainFound,
                _ => SubIndication::CertificateChainGeneralFailure,
            };
            checks.indeterminate(Question::CertificatePath, XCV, why, &[("cause", error.to_string())]);
        }
    }
}

/// Whether no certificate of a path was revoked at `when`; the first that was, or of which nothing is known, decides.
pub(crate) fn path_fate(
    assessment: &Assessment<'_>,
    path: &Path,
    pool: &[Certificate],
    when: Time,
) -> Result<(), (usize, Fate)> {
    // Every certificate is asked for, so that all that is missing is wanted at once.
    let fates: Vec<_> = links(path).map(|link| fate(assessment, link, pool, when)).enumerate().collect();
    fates
        .into_iter()
        .find(|(_, fate)| matches!(fate, Fate::Revoked { .. } | Fate::Unknown))
        .map_or(Ok(()), Err)
}

fn validity(checks: &mut Checks, certificate: &Certificate, when: Time) {
    let (from, until) = (certificate.not_before(), certificate.not_after());
    let detail = [("from", from.to_string()), ("until", until.to_string()), ("at", when.to_string())];
    if when < from {
        checks.failed(Question::CertificateValidity, XCV, SubIndication::NotYetValid, &detail);
    } else if when > until {
        checks.indeterminate(Question::CertificateValidity, XCV, SubIndication::OutOfBoundsNoPoe, &detail);
    } else {
        checks.passed(Question::CertificateValidity, XCV, &detail);
    }
}

fn revocation(
    assessment: &Assessment<'_>,
    checks: &mut Checks,
    path: &Path,
    pool: &[Certificate],
    when: Time,
) {
    for (index, link) in links(path).enumerate() {
        let question = if index == 0 { Question::SignerRevocation } else { Question::PathRevocation };
        let name = ("certificate", link.certificate.subject().to_string());
        match fate(assessment, link, pool, when) {
            Fate::Good { source, issued } => {
                checks.passed(
                    question,
                    XCV,
                    &[name, ("source", source.into()), ("issued", issued.to_string())],
                );
            }
            Fate::Exempt => checks.passed(question, XCV, &[name, ("source", "nocheck".into())]),
            Fate::Revoked { at } => {
                let why =
                    if index == 0 { SubIndication::RevokedNoPoe } else { SubIndication::RevokedCaNoPoe };
                checks.indeterminate(question, XCV, why, &[name, ("revoked", at.to_string())]);
            }
            Fate::Unknown => checks.indeterminate(question, FRESHNESS, SubIndication::TryLater, &[name]),
        }
    }
}

/// Wants the issuer of the last certificate that can be reached from `certificate`.
pub(crate) fn want_issuers(assessment: &Assessment<'_>, certificate: &Certificate, pool: &[Certificate]) {
    let mut last = certificate;
    // No chain in use is longer than a handful; the bound only keeps a loop of names from going on.
    for _ in 0..8 {
        match pool.iter().find(|candidate| *candidate != last && last.is_issued_by(candidate).is_ok()) {
            Some(issuer) if !issuer.is_self_signed() => last = issuer,
            Some(_) => return,
            None => break,
        }
    }
    let urls = last.ca_issuer_urls();
    if !urls.is_empty() {
        assessment.want(Want::Issuer { certificate: last.clone(), urls });
    }
}
