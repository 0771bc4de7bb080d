//! X.509 certificate validation, EN 319 102-1 §5.2.6: the chain as of a moment, certificate by certificate.

use pki::{Reason, Status, Time};

use super::decision::Decision;
use super::facts::{Certificate, Signing, Statement};
use super::finding::{Finding, Wait};
use super::purpose::{signs_documents, unit_lacks};
use super::revocation::is_hold;
use crate::cause::Cause;
use crate::policy::{Level, Role};
use crate::report::SubIndication;

/// The longest chain that is looked at.
const LONGEST: usize = 32;

/// The moments that a chain is judged as of.
#[derive(Clone, Copy, Debug)]
pub struct Moments {
    /// When each certificate has to be in its term, and not revoked.
    pub at: Time,
    /// When what is said about it has to be fresh.
    pub fresh: Time,
    /// When those who say it have to be in good standing.
    pub believed: Time,
}

impl Moments {
    /// All the same.
    pub fn at(at: Time) -> Self {
        Self { at, fresh: at, believed: at }
    }
}

impl Decision<'_> {
    /// The chain behind a token, as of `at`. The first certificate that is not as it should be decides.
    pub(super) fn x509(&self, signing: &Signing, role: Role, at: Time) -> Finding {
        self.x509_at(signing, role, Moments::at(at))
    }

    /// The same, with moments of their own. Algorithms come before the term of a
    /// certificate: what was signed with a weak one is not saved by having been signed in time.
    pub(super) fn x509_at(&self, signing: &Signing, role: Role, moments: Moments) -> Finding {
        let standing = self.standing(signing, role, moments);
        let heals = matches!(
            standing.open(),
            None | Some(
                SubIndication::OutOfBoundsNoPoe
                    | SubIndication::OutOfBoundsNotRevoked
                    | SubIndication::RevocationOutOfBoundsNoPoe
            )
        );
        match self.chain_reliable(signing, moments.believed) {
            weak if heals && !weak.is_passed() => weak,
            _ => standing,
        }
    }

    /// Why a chain leads to nobody who is trusted at `at`, if so.
    pub fn path(&self, signing: &Signing, at: Time) -> Option<Finding> {
        if let Some(fault) = self.chain_fault(signing) {
            return Some(fault);
        }
        match self.trusted_until(signing, at) {
            None => Some(Finding::indeterminate(SubIndication::NoCertificateChainFound)),
            Some(Some(until)) if at > until => {
                Some(Finding::indeterminate(SubIndication::NoCertificateChainFoundNoPoe))
            }
            Some(_) => None,
        }
    }

    /// The chain but for its algorithms.
    pub fn standing(&self, signing: &Signing, role: Role, moments: Moments) -> Finding {
        let at = moments.at;
        if let Some(fault) = self.path(signing, at) {
            return fault;
        }
        let below = self.below_anchor(signing, at);
        if let Some(revoked) = self.revoked_authority(&below, role, moments) {
            return revoked;
        }
        // Who is trusted to certify others is not trusted to stamp by that.
        if let (Role::Timestamp, [], Some(index)) = (role, &below[..], signing.chain.first())
            && let Some(unfit) = self.case.certificate(*index).and_then(|unit| self.purpose(unit, role))
        {
            return unfit.about(*index);
        }
        for (position, index) in below.iter().enumerate() {
            let Some(certificate) = self.case.certificate(*index) else { continue };
            let found = self.link(certificate, (*index, position), role, moments);
            if !found.is_passed() {
                return if found.certificate.is_none() { found.about(*index) } else { found };
            }
        }
        Finding::passed()
    }

    /// The first authority from the anchor down that was revoked for good. What it says of those below is not believed any more:
    /// by that alone nobody could tell what it is for want of, and proof that it was said before heals it (§5.6.2.4).
    fn revoked_authority(&self, below: &[usize], role: Role, moments: Moments) -> Option<Finding> {
        let authorities = below.iter().enumerate().skip(1).rev();
        let mut revoked = authorities.filter_map(|(position, index)| {
            let certificate = self.case.certificate(*index)?;
            let believed = self.believed(*index, moments.believed);
            let found = self.revoked(certificate, &believed, position, role, (moments.at, moments.fresh))?;
            Some(found.about(*index)).filter(|found| found.open() == Some(SubIndication::RevokedCaNoPoe))
        });
        revoked.next()
    }

    /// The sunset date of the anchor that a chain ends in at `at`: the first that is one then, or else the first that ever
    /// was. `None` where there is none.
    pub(super) fn trusted_until(&self, signing: &Signing, at: Time) -> Option<Option<Time>> {
        let anchors = signing.chain.iter().filter_map(|index| self.case.certificate(*index)?.anchor);
        let standing = anchors.clone().find(|anchor| anchor.until.is_none_or(|until| at <= until));
        standing.or_else(|| anchors.clone().next()).map(|anchor| anchor.until)
    }

    /// The certificates of a chain before its anchor at `at`.
    pub fn below_anchor(&self, signing: &Signing, at: Time) -> Vec<usize> {
        let until = self.trusted_until(signing, at);
        let is_anchor = |index: &usize| {
            let anchor = self.case.certificate(*index).and_then(|one| one.anchor);
            anchor.is_some_and(|anchor| Some(anchor.until) == until)
        };
        signing.chain.iter().copied().take_while(|index| !is_anchor(index)).take(LONGEST).collect()
    }

    /// What is wrong with a chain at any time.
    pub(super) fn chain_fault(&self, signing: &Signing) -> Option<Finding> {
        let broken = || Finding::indeterminate(SubIndication::CertificateChainGeneralFailure);
        if let Some(fault) = &signing.chain_fault {
            return Some(broken().because(fault.clone()));
        }
        if signing.chain.len() > LONGEST {
            return Some(broken().because(Cause::GaveUp));
        }
        for (position, index) in signing.chain.iter().enumerate() {
            let certificate = self.case.certificate(*index)?;
            if certificate.anchor.is_some() {
                return None;
            }
            if !certificate.intact && position + 1 < signing.chain.len() {
                let cause = Cause::NotItsIssuers { certificate: certificate.name.clone() };
                return Some(broken().because(cause).about(*index));
            }
            if position > 0 && !certificate.authority {
                let cause = Cause::NotAuthority { certificate: certificate.name.clone() };
                return Some(broken().because(cause).about(*index));
            }
        }
        None
    }

    fn link(
        &self,
        certificate: &Certificate,
        (index, position): (usize, usize),
        role: Role,
        Moments { at, fresh, believed }: Moments,
    ) -> Finding {
        let accepted = believed;
        let believed = self.believed(index, accepted);
        let newest = believed.first();
        if let Some(revoked) = self.revoked(certificate, &believed, position, role, (at, fresh)) {
            return revoked;
        }
        let unstated = || self.unstated(certificate, (index, position), role, accepted);
        if !(certificate.not_before..=certificate.not_after).contains(&at) {
            // What nothing can heal says more.
            if newest.is_none() && !certificate.exempt {
                let why = unstated();
                if why.open() == Some(SubIndication::CertificateChainGeneralFailure) {
                    return why;
                }
            }
            let known = newest.is_some_and(|said| matches!(said.status, Status::Good));
            return Finding::indeterminate(match known {
                true => SubIndication::OutOfBoundsNotRevoked,
                false => SubIndication::OutOfBoundsNoPoe,
            });
        }
        if position == 0
            && let Some(unfit) = self.purpose(certificate, role)
        {
            return unfit;
        }
        self.stated(certificate, (index, position), newest, role, Moments { at, fresh, believed: accepted })
    }

    /// Whether a certificate of a chain is stated not to be revoked, whatever else there is to it.
    pub fn status(&self, (index, position): (usize, usize), role: Role, moments: Moments) -> Finding {
        let Some(certificate) = self.case.certificate(index) else { return Finding::passed() };
        let believed = self.believed(index, moments.believed);
        let revoked = self.revoked(certificate, &believed, position, role, (moments.at, moments.fresh));
        revoked
            .unwrap_or_else(|| self.stated(certificate, (index, position), believed.first(), role, moments))
    }

    /// The newest statement about a certificate that can be believed at `at`.
    pub fn newest(&self, index: usize, at: Time) -> Option<Statement> {
        self.believed(index, at).first().copied()
    }

    fn stated(
        &self,
        certificate: &Certificate,
        (index, position): (usize, usize),
        newest: Option<&Statement>,
        role: Role,
        moments: Moments,
    ) -> Finding {
        match newest {
            // Nothing has to be known for it; but what is known against it counts.
            _ if certificate.gave_up => gave_up(),
            _ if certificate.exempt => Finding::passed(),
            Some(newest) if self.is_fresh(newest, role, moments.fresh) => Finding::passed(),
            Some(_) => Finding::indeterminate(SubIndication::TryLater).waiting(Wait::Stale),
            None => self.unstated(certificate, (index, position), role, moments.believed),
        }
    }

    /// Whether how a certificate was signed, and what is said about it, is reliable at `at`.
    fn link_reliable(&self, index: usize, at: Time) -> Finding {
        let own = self.certificate_reliable(index, Role::Certificate, at);
        let statements =
            self.case.certificate(index).map(|one| one.statements.as_slice()).unwrap_or_default();
        // What proof of existence can heal counts as said.
        let heals = |found: &Finding| {
            found.is_passed() || found.open() == Some(SubIndication::RevocationOutOfBoundsNoPoe)
        };
        let said = statements.iter().map(|said| (said, self.acceptance(index, said, at)));
        let newest = said
            .filter(|(_, found)| heals(found))
            .max_by_key(|(said, found)| (found.is_passed(), self.issued(said)));
        match newest {
            Some((_, said)) if own.is_passed() && !said.weak.is_empty() => Finding {
                weak: said.weak,
                cause: said.cause,
                ..Finding::indeterminate(SubIndication::CryptoConstraintsFailureNoPoe)
            },
            _ => own,
        }
    }

    /// The algorithms of a chain and of what is said about it, at `at` (§5.5.4, step 10).
    pub(super) fn chain_reliable(&self, signing: &Signing, at: Time) -> Finding {
        let below = self.below_anchor(signing, at);
        let found = below.iter().map(|index| self.link_reliable(*index, at));
        found.into_iter().find(|found| !found.is_passed()).unwrap_or_else(Finding::passed)
    }

    /// Whether it was revoked or suspended at `at`. A revocation for good stays one, whatever is said later
    /// (RFC 5280 §5.3.1); a suspension is what the newest statement says. A unit that was given up in order keeps the
    /// time-stamps that it had made before.
    fn revoked(
        &self,
        certificate: &Certificate,
        believed: &[Statement],
        position: usize,
        role: Role,
        (at, stated): (Time, Time),
    ) -> Option<Finding> {
        let of = |said: &Statement| match said.status {
            Status::Revoked { at: since, reason } if since <= at => Some((since, reason)),
            _ => None,
        };
        let lax = role == Role::Timestamp && self.policy.timestamp.orderly_revocation != Level::Fail;
        let kept = |since: Time, reason| lax && Reason::is_orderly(reason) && since > stated;
        let counts = |(since, reason): &(Time, Option<Reason>)| !is_hold(*reason) && !kept(*since, *reason);
        let told: Vec<Statement> = self.against(certificate).collect();
        if let Some((since, _)) = told.iter().filter_map(of).filter(counts).min_by_key(|(since, _)| *since) {
            let why = match position {
                0 => SubIndication::RevokedNoPoe,
                _ => SubIndication::RevokedCaNoPoe,
            };
            let cause = Cause::Revoked { certificate: certificate.name.clone() };
            return Some(Finding::indeterminate(why).since(since).because(cause));
        }
        // On hold until somebody who may be believed has said since that it is good, whatever else was said.
        let good = believed.iter().filter(|said| said.status == Status::Good);
        let lifted = good.map(|said| self.issued(said)).max();
        let stands = |said: &&Statement| lifted.is_none_or(|lifted| self.issued(said) >= lifted);
        let holds = told.iter().filter(stands).filter_map(of).filter(|(_, reason)| is_hold(*reason));
        let (since, _) = holds.min_by_key(|(since, _)| *since)?;
        Some(Finding::indeterminate(SubIndication::TryLater).waiting(Wait::OnHold).since(since))
    }

    /// Whether the certificate may make what it made.
    fn purpose(&self, certificate: &Certificate, role: Role) -> Option<Finding> {
        let signature = &self.policy.signature;
        match role {
            Role::Signature => {
                let (purpose, level) = match certificate.purposes_critical {
                    true => ("document-purpose", signature.purpose),
                    false => ("advised-purpose", signature.advised_purpose),
                };
                let asked = [
                    ("key-usage", signature.key_usage, certificate.commits),
                    (purpose, level, signs_documents(certificate.purposes.iter().map(String::as_str))),
                    ("end-entity", signature.end_entity, !certificate.authority),
                    ("qualified-certificate", signature.qualified_certificate, certificate.claims_qualified),
                ];
                let mut unfit = asked
                    .into_iter()
                    .filter_map(|(name, level, holds)| self.unfit(certificate, name, level, holds));
                unfit.next()
            }
            Role::Timestamp => {
                let lacking = unit_lacks(certificate)?;
                let unfit = self.unfit(certificate, "purpose", self.policy.timestamp.purpose, false);
                unfit.map(|unfit| unfit.because(Cause::SignerUnauthorised { part: lacking.into() }))
            }
            Role::Revocation | Role::Certificate => None,
        }
    }

    fn unfit(
        &self,
        certificate: &Certificate,
        constraint: &'static str,
        level: Level,
        holds: bool,
    ) -> Option<Finding> {
        let unfit = !holds && self.fails(constraint, level, certificate.name.clone());
        let found = || Finding::indeterminate(SubIndication::ChainConstraintsFailure);
        unfit.then(|| found().because(Cause::constraint(constraint)))
    }

    /// Nothing can be believed about it: why, and whether that matters.
    fn unstated(
        &self,
        certificate: &Certificate,
        (index, position): (usize, usize),
        role: Role,
        at: Time,
    ) -> Finding {
        let level = match (role, position) {
            (Role::Revocation | Role::Certificate, _) => self.policy.revocation.issuer_revocation,
            (_, 0) => Level::Fail,
            (Role::Signature, _) => self.policy.signature.issuer_revocation,
            (Role::Timestamp, _) => self.policy.timestamp.issuer_revocation,
        };
        if !self.fails("issuer-revocation", level, certificate.name.clone()) {
            return Finding::passed();
        }
        let known = certificate.statements.iter().filter(|said| !matches!(said.status, Status::Unknown));
        let refused = known.map(|said| self.acceptance(index, said, at));
        // What proof of existence can heal says more than what nothing can.
        refused
            .max_by_key(|refused| match refused.open() {
                Some(SubIndication::RevocationOutOfBoundsNoPoe) => 1,
                _ => 0,
            })
            .unwrap_or_else(|| Finding::indeterminate(SubIndication::TryLater).waiting(Wait::Missing))
    }
}

/// More is said than was verified: among the rest it may be revoked.
pub(super) fn gave_up() -> Finding {
    Finding::indeterminate(SubIndication::TryLater).waiting(Wait::Missing).because(Cause::DataIncomplete)
}
