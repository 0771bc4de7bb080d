//! The rows on a signing certificate, EN 319 102-1 §5.2.6: its path, its validity, its revocation. What they come to was
//! decided by [`crate::standard`]; here it is told.

use pki::path::{self, Path, PathError};
use pki::{Certificate, Status, Time};

use crate::assessment::Assessment;
use crate::case::Builder;
use crate::cause::Cause;
use crate::checks::Checks;
use crate::policy::Role;
use crate::report::{Indication, Question, SubIndication};
use crate::standard::{Decision, Finding, Moments, Signing};
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
    let passable = assessment.passable(pool);
    let path = path::build(certificate, &passable, assessment.trust.anchors(), within).map_err(Box::new)?;
    assessment.note_twins(&path, pool);
    assessment.relied_on(&path);
    Ok(path)
}

/// The rows on path, validity and revocation of a signing certificate at `when`. Where proof of existence decided
/// otherwise than the moment by itself, `decided` is the answer.
pub(crate) fn check(
    decision: &Decision<'_>,
    builder: &Builder<'_, '_>,
    checks: &mut Checks,
    signing: &Signing,
    when: Time,
    decided: bool,
) {
    validity(builder, checks, signing, when, decided);
    let fault = decision.path(signing, when);
    if let Some(fault) = fault {
        let cause = fault.cause.clone().unwrap_or(Cause::NoPath);
        let detail = [("cause", cause.to_string())];
        checks.told(Question::CertificatePath, XCV, Indication::Indeterminate, &detail);
        checks.because(&[cause]);
        return;
    }
    let name = |index: &usize| builder.case.certificate(*index).map(|one| one.name.clone());
    let chain: Vec<String> = signing.chain.iter().filter_map(name).collect();
    checks.passed(Question::CertificatePath, XCV, &[("path", chain.join(" ← "))]);
    for (position, index) in decision.below_anchor(signing, when).into_iter().enumerate() {
        revocation(decision, builder, checks, (index, position), when, decided);
    }
}

fn validity(builder: &Builder<'_, '_>, checks: &mut Checks, signing: &Signing, when: Time, decided: bool) {
    let Some(certificate) = signing.chain.first().and_then(|first| builder.case.certificate(*first)) else {
        return;
    };
    let (from, until) = (certificate.not_before, certificate.not_after);
    let detail = [("from", from.to_string()), ("until", until.to_string()), ("at", when.to_string())];
    let indication = match (when < from, when > until) {
        (false, false) => Indication::TotalPassed,
        _ if decided => Indication::TotalPassed,
        (true, _) => Indication::TotalFailed,
        _ => Indication::Indeterminate,
    };
    checks.told(Question::CertificateValidity, XCV, indication, &detail);
}

fn revocation(
    decision: &Decision<'_>,
    builder: &Builder<'_, '_>,
    checks: &mut Checks,
    (index, position): (usize, usize),
    when: Time,
    decided: bool,
) {
    let Some(certificate) = builder.case.certificate(index) else { return };
    let question = if position == 0 { Question::SignerRevocation } else { Question::PathRevocation };
    let name = ("certificate", certificate.name.clone());
    let found = decision.status((index, position), Role::Signature, moments(decision, when));
    let newest = decision.newest(index, decision.now());
    if let Some(since) = found.since.filter(|_| !found.is_passed() && !decided) {
        let detail = [name, ("revoked", since.to_string())];
        return checks.told(question, XCV, Indication::Indeterminate, &detail);
    }
    if !found.is_passed() && is_wanting(&found) {
        builder.want(index);
    }
    if !found.is_passed() && !decided {
        return checks.told(question, FRESHNESS, Indication::Indeterminate, &[name]);
    }
    match newest.filter(|said| !matches!(said.status, Status::Unknown)) {
        Some(said) => {
            let data = builder.case.revocations.get(said.revocation);
            let source = data.map(|data| format!("{:?}", data.source).to_uppercase()).unwrap_or_default();
            let issued = data.map(|data| data.this_update.to_string()).unwrap_or_default();
            checks.passed(question, XCV, &[name, ("source", source), ("issued", issued)]);
        }
        None if certificate.exempt => checks.passed(question, XCV, &[name, ("source", "short-term".into())]),
        None => checks.passed(question, XCV, &[name]),
    }
}

/// Wants what could still be known about the certificates of a chain at `when`.
pub(crate) fn want_statements(
    decision: &Decision<'_>,
    builder: &Builder<'_, '_>,
    signing: &Signing,
    role: Role,
    when: Time,
) {
    if decision.path(signing, when).is_some() {
        return;
    }
    for (position, index) in decision.below_anchor(signing, when).into_iter().enumerate() {
        let found = decision.status((index, position), role, moments(decision, when));
        if is_wanting(&found) {
            builder.want(index);
        }
    }
}

fn moments(decision: &Decision<'_>, when: Time) -> Moments {
    Moments { believed: decision.now(), ..Moments::at(when) }
}

/// Whether news could decide.
fn is_wanting(found: &Finding) -> bool {
    matches!(
        found.open(),
        Some(
            SubIndication::TryLater
                | SubIndication::CertificateChainGeneralFailure
                | SubIndication::RevocationOutOfBoundsNoPoe
        )
    ) && found.since.is_none()
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
