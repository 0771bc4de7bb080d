//! Past signature validation, EN 319 102-1 §5.6.2.4, of signatures and of time-stamps.

use pki::Time;

use super::chain::Moments;
use super::decision::Decision;
use super::facts::{Object, Signing};
use super::finding::{Finding, Wait};
use super::long_term::in_term;
use super::proofs::Proofs;
use crate::policy::{Level, Role};
use crate::report::SubIndication;

/// How many findings may hide behind one another: an algorithm, freshness, and a term.
const HIDDEN: u8 = 4;

impl Decision<'_> {
    /// What proofs of existence make of a conclusion for now. Where they do not help, it stays.
    pub(super) fn past_signature(
        &self,
        object: Object,
        role: Role,
        current: &Finding,
        proofs: &Proofs,
    ) -> Finding {
        self.past(object, role, current, proofs, HIDDEN)
    }

    fn past(&self, object: Object, role: Role, current: &Finding, proofs: &Proofs, hidden: u8) -> Finding {
        let Some(hidden) = hidden.checked_sub(1) else { return current.clone() };
        let Some((signing, why)) = self.signing(object).zip(current.open()) else { return current.clone() };
        let control = match self.past_certificate(signing, role, proofs) {
            Ok(control) => control,
            Err(_) => return current.clone(),
        };
        let best = proofs.of(object);
        if best <= control {
            let decided = match why {
                SubIndication::RevokedCaNoPoe if !self.known_before(signing, current, proofs) => None,
                SubIndication::NoCertificateChainFoundNoPoe
                | SubIndication::RevokedNoPoe
                | SubIndication::RevokedCaNoPoe
                | SubIndication::RevocationOutOfBoundsNoPoe
                | SubIndication::OutOfBoundsNoPoe
                | SubIndication::OutOfBoundsNotRevoked => Some(self.within(signing, best)),
                SubIndication::TryLater if current.wait == Some(Wait::OnHold) => {
                    Some(self.within(signing, best))
                }
                _ => None,
            };
            if let Some(decided) = decided {
                return decided;
            }
        }
        match (why, current.wait) {
            (SubIndication::CryptoConstraintsFailureNoPoe, _) => {
                if !self.were_strong(role, current, proofs) {
                    return current.clone();
                }
                // What the weak algorithm had kept from being told.
                let fresh = self.now.min(best);
                let standing = self.standing(signing, role, Moments { fresh, ..Moments::at(self.now) });
                match standing.is_passed() {
                    true => standing,
                    false => self.past(object, role, &standing, proofs, hidden),
                }
            }
            (SubIndication::TryLater, Some(Wait::Stale)) => {
                let moments = Moments { believed: self.now, ..Moments::at(best) };
                let again = self.x509_at(signing, role, moments);
                match again.open() {
                    // What being stale had kept from being told; it is not stale again.
                    Some(_) if again.wait != Some(Wait::Stale) => {
                        self.past(object, role, &again, proofs, hidden)
                    }
                    _ => again,
                }
            }
            _ => current.clone(),
        }
    }

    fn within(&self, signing: &Signing, best: Time) -> Finding {
        match self.signer(signing) {
            Some(signer) => in_term(signer, best, true),
            None => Finding::indeterminate(SubIndication::NoSigningCertificateFound),
        }
    }

    /// Whether what is said about the signer is proven to be older than the revocation of its authority: afterwards, that
    /// authority's key may say anything.
    fn known_before(&self, signing: &Signing, current: &Finding, proofs: &Proofs) -> bool {
        let signer = self.signer(signing);
        let statements = signer.map(|signer| signer.statements.as_slice()).unwrap_or_default();
        current.since.is_some_and(|since| {
            statements.iter().any(|said| proofs.exists(Object::Revocation(said.revocation), since))
        })
    }

    /// Whether everything that is too weak now is proven to have existed while it was not.
    fn were_strong(&self, role: Role, current: &Finding, proofs: &Proofs) -> bool {
        current.weak.iter().all(|(object, weakness)| {
            let role = match object {
                Object::Certificate(_) => Role::Certificate,
                Object::Revocation(_) => Role::Revocation,
                Object::Stamp(_) | Object::Record(_) => Role::Timestamp,
                Object::Signature(_) => role,
            };
            let level = self.policy.algorithms.level(role, &weakness.algorithm, proofs.of(*object));
            level != Some(Level::Fail)
        })
    }
}
