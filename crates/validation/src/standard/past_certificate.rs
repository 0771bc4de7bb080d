//! Past certificate validation with validation time sliding, EN 319 102-1 §5.6.2.1 and §5.6.2.2, in the shell model.

use pki::{Status, Time};

use super::chain::gave_up;
use super::decision::Decision;
use super::facts::{Algorithm, Certificate, Object, Revocation, Signing, Statement};
use super::finding::Finding;
use super::proofs::Proofs;
use super::revocation::is_hold;
use crate::policy::{Level, Role};
use crate::report::SubIndication;

impl Decision<'_> {
    /// The moment up to which a chain is known to have been good: what is proven to be older was made under a good chain.
    pub(super) fn past_certificate(
        &self,
        signing: &Signing,
        role: Role,
        proofs: &Proofs,
    ) -> Result<Time, Finding> {
        if let Some(fault) = self.chain_fault(signing) {
            return Err(fault);
        }
        let Some(until) = self.trusted_until(signing, self.now) else {
            return Err(Finding::indeterminate(SubIndication::NoCertificateChainFound));
        };
        let mut control = until.unwrap_or(self.now).min(self.now);
        let below = self.below_anchor(signing, self.now);
        for (position, index) in below.iter().enumerate().rev() {
            control = self.slide(*index, position, role, proofs, control)?;
        }
        Ok(control)
    }

    /// One certificate of the chain: the control time slides to before what is known against it.
    ///
    /// Where what is said is not fresh at the control time, §5.6.2.2 goes back to when it was said. But nobody can prove that an
    /// answer existed before it was stamped, and evidence is gathered first and stamped then: by the letter none that was ever
    /// renewed would outlive its unit's certificate. So the control time goes back to the last moment for which it was fresh, as
    /// it would have been believed then (§5.2.5).
    fn slide(
        &self,
        index: usize,
        position: usize,
        role: Role,
        proofs: &Proofs,
        mut control: Time,
    ) -> Result<Time, Finding> {
        let no_proof = || Finding::indeterminate(SubIndication::NoPoe).about(index);
        let Some(certificate) = self.case.certificate(index) else { return Err(no_proof()) };
        if certificate.gave_up {
            return Err(gave_up().about(index));
        }
        let exempt = certificate.exempt || position > 0 && self.issuer_level(role) != Level::Fail;
        let newest = self.past_statement(index, proofs, control);
        match newest {
            None if !exempt => return Err(no_proof()),
            None => {}
            Some(said) => {
                control = match said.status {
                    Status::Revoked { at, .. } => control.min(at),
                    _ if self.is_fresh(&said, role, control) => control,
                    _ => control.min(self.fresh_until(&said).unwrap_or_else(|| self.issued(&said))),
                };
                control = self.reliable_until(Object::Revocation(said.revocation), Role::Revocation, control);
            }
        }
        // What revokes it counts whether or not it is proven to be old, and for what it says: who knows it later knows it.
        for said in self.against(certificate) {
            if let Status::Revoked { at, reason } = said.status
                && !(is_hold(reason) && self.is_lifted(index, certificate, &said, proofs))
            {
                control = control.min(at);
            }
        }
        Ok(self.reliable_until(Object::Certificate(index), Role::Certificate, control))
    }

    /// Whether somebody has truly said after a hold that the certificate is good, who was in standing then.
    fn is_lifted(&self, index: usize, certificate: &Certificate, hold: &Statement, proofs: &Proofs) -> bool {
        certificate.statements.iter().any(|said| {
            let proven = proofs.of(Object::Revocation(said.revocation));
            said.status == Status::Good
                && self.issued(said) > self.issued(hold)
                && self.is_truly_said(index, certificate, said)
                && matches!(
                    self.acceptance(index, said, proven).open(),
                    None | Some(SubIndication::RevocationOutOfBoundsNoPoe)
                )
        })
    }

    /// The newest statement about a certificate that was made, and is proven to have existed, before the control time; the
    /// certificate has to have existed then, too. A revocation for good stands before anything else.
    fn past_statement(&self, index: usize, proofs: &Proofs, control: Time) -> Option<Statement> {
        let certificate = self.case.certificate(index)?;
        if !proofs.exists(Object::Certificate(index), control) {
            return None;
        }
        let usable = certificate.statements.iter().filter(|said| {
            let object = Object::Revocation(said.revocation);
            self.issued(said) <= control
                && proofs.exists(object, control)
                && self.acceptance(index, said, proofs.of(object)).is_passed()
        });
        let lasting =
            |said: &Statement| matches!(said.status, Status::Revoked { reason, .. } if !is_hold(reason));
        // Of two of the same moment the worse counts.
        usable.max_by_key(|said| (lasting(said), self.issued(said), said.status != Status::Good)).copied()
    }

    fn issuer_level(&self, role: Role) -> Level {
        match role {
            Role::Signature => self.policy.signature.issuer_revocation,
            Role::Timestamp => self.policy.timestamp.issuer_revocation,
            Role::Revocation | Role::Certificate => self.policy.revocation.issuer_revocation,
        }
    }

    /// The control time, or the end of what made an object where that is earlier.
    fn reliable_until(&self, object: Object, role: Role, control: Time) -> Time {
        let algorithms: Vec<&Algorithm> = match object {
            Object::Certificate(index) => {
                self.case.certificate(index).and_then(|one| one.algorithm.as_ref()).into_iter().collect()
            }
            Object::Revocation(index) => {
                let data = self.case.revocations.get(index).into_iter();
                data.flat_map(Revocation::signatures).filter_map(|(_, one)| one.algorithm.as_ref()).collect()
            }
            object => {
                self.signing(object).and_then(|signing| signing.algorithm.as_ref()).into_iter().collect()
            }
        };
        let ends = algorithms.into_iter().filter_map(|one| self.policy.algorithms.reliable_until(role, one));
        let end = ends.min();
        // Its last reliable moment is before its end.
        end.map_or(control, |end| control.min(Time::from_unix_millis(end.unix_millis().saturating_sub(1))))
    }
}
