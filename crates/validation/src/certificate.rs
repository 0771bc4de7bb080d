//! The rows on a signing certificate, EN 319 102-1 §5.2.6: its path, its validity, its revocation. What they come to was
//! decided by [`crate::standard`]; here it is told.

use pki::path::{self, Path, PathError};
use pki::{Certificate, Status, Time};

use crate::assessment::Assessment;
use crate::case::Builder;
use crate::cause::Cause;
use crate::checks::{Checks, Detail};
use crate::policy::{Level, Role};
use crate::report::{Indication, Question, SubIndication};
use crate::standard::{self, Case, Decision, Finding, Moments, Object, Signing, Statement};
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
    let path = beside(assessment, certificate, pool, when)?;
    assessment.note_twins(&path, pool);
    assessment.relied_on(&path);
    Ok(path)
}

/// The same, for one that nothing relies on.
pub(crate) fn beside(
    assessment: &Assessment<'_>,
    certificate: &Certificate,
    pool: &[Certificate],
    when: Time,
) -> Result<Path, Box<PathError>> {
    let within = |moment: Time| moment.max(certificate.not_before()).min(certificate.not_after());
    let passable = assessment.passable(pool);
    let as_of = |moment| path::build(certificate, &passable, assessment.trust.anchors(), moment);
    // An authority may have been certified anew since; whether it was one then is not asked (§5.5.4, step 4 b).
    let (then, now) = (within(when), within(assessment.at));
    let again = |error| if now == then { Err(error) } else { as_of(now).map_err(|_| error) };
    as_of(then).or_else(again).map_err(Box::new)
}

/// The rows on path, validity and revocation of a signing certificate at `when`. Where proof of existence decided
/// otherwise than the moment by itself, the answer is in `found`.
pub(crate) fn check(
    decision: &Decision<'_>,
    builder: &Builder<'_, '_>,
    checks: &mut Checks,
    signing: &Signing,
    when: Time,
    found: &Finding,
) {
    validity(builder, checks, signing, when, found);
    let fault = decision.path(signing, when);
    let chain = signing.chain.iter();
    if let Some(fault) = fault {
        let cause = fault.cause.clone().unwrap_or(Cause::NoPath);
        let detail = [("cause", cause.to_string())];
        checks.told(Question::CertificatePath, XCV, Indication::Indeterminate, &detail);
        checks.rests_on(builder.used(chain.map(|index| Object::Certificate(*index))));
        checks.because(&[cause]);
        return;
    }
    let name = |index: &usize| builder.case.certificate(*index).map(|one| one.name.clone());
    let names: Vec<String> = chain.clone().filter_map(name).collect();
    checks.passed(Question::CertificatePath, XCV, &[("path", names.join(" ← "))]);
    checks.rests_on(builder.used(chain.map(|index| Object::Certificate(*index))));
    for (position, index) in decision.below_anchor(signing, when).into_iter().enumerate() {
        revocation(decision, builder, checks, (index, position), when, found.is_passed());
    }
}

/// Whether the certificate was in its term. It is wrong only where that is what was concluded: what is known of a moment before
/// anything is proven does not decide.
fn validity(builder: &Builder<'_, '_>, checks: &mut Checks, signing: &Signing, when: Time, found: &Finding) {
    let Some((first, certificate)) =
        signing.chain.first().and_then(|first| Some((*first, builder.case.certificate(*first)?)))
    else {
        return;
    };
    let (from, until) = (certificate.not_before, certificate.not_after);
    let detail = [("from", from.to_string()), ("until", until.to_string()), ("at", when.to_string())];
    let wrong =
        matches!(found.conclusion.sub_indication, Some(SubIndication::NotYetValid | SubIndication::Expired));
    let indication = match (from..=until).contains(&when) || found.is_passed() {
        true => Indication::TotalPassed,
        false if wrong => found.conclusion.indication,
        false => Indication::Indeterminate,
    };
    checks.told(Question::CertificateValidity, XCV, indication, &detail);
    checks.rests_on(builder.used([Object::Certificate(first)]));
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
    let found = decision.status((index, position), Role::Signature, moments(decision, when));
    let newest = decision.newest(index, decision.now());
    let newest = newest.filter(|said| !matches!(said.status, Status::Unknown));
    let data = newest.map(|said| Object::Revocation(said.revocation));
    let used = builder.used([Object::Certificate(index)].into_iter().chain(data));
    if let Some(said) = newest.filter(|_| !certificate.exempt) {
        let detail = held(&builder.case, certificate, &said, when);
        let stale = decision.staleness(&said, Role::Signature, when);
        freshness(checks, (Question::RevocationFreshness, FRESHNESS), (stale, decided), &detail);
        checks.rests_on(used.clone());
    }
    if !found.is_passed() && is_wanting(&found) {
        builder.want(index);
    }
    let mut detail = figures(&builder.case, certificate, newest.as_ref());
    let revoked = newest.and_then(|said| match said.status {
        Status::Revoked { at, .. } => Some(at),
        _ => None,
    });
    match found.is_passed() || decided {
        true => {
            detail.extend(revoked.map(|since| ("revoked", since.to_string())));
            // What is to come does not decide, and whoever reads the report should know.
            match revoked.is_some_and(|since| since > decision.now()) {
                true => checks.unmet(question, XCV, Level::Inform, &detail),
                false => checks.passed(question, XCV, &detail),
            }
        }
        false => {
            detail.extend(found.since.map(|since| ("revoked", since.to_string())));
            detail.extend(found.cause.iter().map(|cause| ("cause", cause.to_string())));
            checks.told(question, XCV, Indication::Indeterminate, &detail);
            checks.because(found.cause.as_slice());
        }
    }
    checks.rests_on(used);
}

/// Whether data is recent enough, or as what it is told that it is not; nothing follows from that where something else decided.
pub(crate) fn freshness(
    checks: &mut Checks,
    (question, clause): (Question, &'static str),
    (stale, decided): (Option<Level>, bool),
    detail: Detail<'_>,
) {
    match stale {
        None => checks.passed(question, clause, detail),
        // Time slid to when it was fresh.
        Some(_) if decided => checks.unmet(question, clause, Level::Inform, detail),
        Some(level) => checks.unmet(question, clause, level, detail),
    }
}

/// Of which certificate, and by which data, it is known whether it was revoked.
pub(crate) fn figures(
    case: &Case,
    certificate: &standard::Certificate,
    newest: Option<&Statement>,
) -> Vec<(&'static str, String)> {
    let mut figures = vec![("certificate", certificate.name.clone())];
    match newest.and_then(|said| case.revocations.get(said.revocation)) {
        Some(data) => {
            figures.push(("source", format!("{:?}", data.source).to_uppercase()));
            figures.push(("issued", data.this_update.to_string()));
        }
        None if certificate.exempt => figures.push(("source", "short-term".into())),
        None => {}
    }
    figures
}

/// From when to when the data of a statement speaks, and for which moment it has to.
pub(crate) fn held(
    case: &Case,
    certificate: &standard::Certificate,
    said: &Statement,
    at: Time,
) -> Vec<(&'static str, String)> {
    let mut figures = figures(case, certificate, Some(said));
    let next = case.revocations.get(said.revocation).and_then(|data| data.next_update);
    figures.extend(next.map(|next| ("next", next.to_string())));
    figures.push(("at", at.to_string()));
    figures
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
