//! Which revocation data may be believed about a certificate (EN 319 102-1 §5.2.6.4), and whether it is fresh (§5.2.5).

use std::time::Duration;

use pki::{Reason, Status, Time};

use super::chain::Moments;
use super::decision::Decision;
use super::facts::{Certificate, Revocation, Signing, Source, Statement};
use super::finding::Finding;
use crate::cause::Cause;
use crate::policy::{Level, Role};
use crate::report::SubIndication;

/// How deep revocation data may depend on other revocation data, for its signers.
const DEPTH: usize = 6;

impl<'a> Decision<'a> {
    /// What can be believed about a certificate at `at`, newest first.
    pub(super) fn believed(&self, index: usize, at: Time) -> Vec<Statement> {
        let statements = self.case.certificate(index).map(|one| one.statements.as_slice());
        let believed = statements.unwrap_or_default().iter();
        let mut believed: Vec<Statement> =
            believed.filter(|said| self.acceptance(index, said, at).is_passed()).copied().collect();
        // Of two of the same moment the worse counts.
        let is_good = |said: &Statement| !matches!(said.status, Status::Revoked { .. });
        believed.sort_by_key(|said| (std::cmp::Reverse(self.issued(said)), is_good(said)));
        believed
    }

    /// What says that a certificate was revoked or suspended, signed by somebody whom an anchor stands for, whatever became of them
    /// since. To be believed good it takes more.
    pub(super) fn against<'s>(
        &'s self,
        certificate: &'s Certificate,
    ) -> impl Iterator<Item = Statement> + 's {
        let revokes =
            |said: &&Statement| matches!(said.status, Status::Revoked { .. }) && self.is_known(said);
        certificate.statements.iter().filter(revokes).copied()
    }

    /// Whether an anchor stands for everybody who signed a statement.
    fn is_known(&self, said: &Statement) -> bool {
        let is_known = |signing: &Signing| signing.intact && self.trusted_until(signing, self.now).is_some();
        let revocation = self.case.revocations.get(said.revocation);
        revocation.is_some_and(|one| one.signatures().all(|(_, signing)| is_known(signing)))
    }

    /// The same, and that nothing speaks against the statement at any time.
    pub(super) fn is_truly_said(&self, index: usize, certificate: &Certificate, said: &Statement) -> bool {
        let revocation = self.case.revocations.get(said.revocation);
        self.is_known(said)
            && revocation.is_some_and(|one| self.objection(index, certificate, one, said).is_none())
    }

    /// Whether a statement about a certificate may be believed at `at`, and if not, why.
    pub(super) fn acceptance(&self, index: usize, said: &Statement, at: Time) -> Finding {
        let key = (index, said.revocation, at);
        if let Some(known) = self.accepted.borrow().get(&key) {
            return known.clone();
        }
        let unaccepted = || Finding::indeterminate(SubIndication::CertificateChainGeneralFailure);
        let left = self.acceptances.get();
        self.gave_up.set(self.gave_up.get() || left == 0);
        if left == 0
            || self.pending.borrow().len() >= DEPTH
            || self.pending.borrow().contains(&said.revocation)
        {
            return unaccepted();
        }
        self.acceptances.set(left - 1);
        let Some((certificate, revocation)) =
            self.case.certificate(index).zip(self.case.revocations.get(said.revocation))
        else {
            return unaccepted();
        };
        let found = match self.objection(index, certificate, revocation, said) {
            Some(cause) => unaccepted().because(cause),
            None => {
                self.pending.borrow_mut().push(said.revocation);
                let found = self.signers_of(said.revocation, revocation, at);
                self.pending.borrow_mut().pop();
                found
            }
        };
        // What was found while something else was pending may be for its sake, and is not the answer in general.
        if self.pending.borrow().is_empty() {
            self.accepted.borrow_mut().insert(key, found.clone());
        }
        found
    }

    /// What speaks against a statement at any time.
    fn objection(
        &self,
        index: usize,
        certificate: &Certificate,
        revocation: &Revocation,
        said: &Statement,
    ) -> Option<Cause> {
        let until = certificate.not_after;
        // What a list says of itself counts before what others say of its issuer's lists.
        let reach = revocation.expired_since.or(certificate.expired_since);
        let knows = revocation.this_update <= until
            || revocation.positive
            || reach.is_some_and(|since| since <= until);
        let in_term = revocation.signatures().all(|(at, signing)| {
            let signer = self.signer(signing);
            signer.is_some_and(|signer| {
                signer.anchor.is_some() || (signer.not_before..=signer.not_after).contains(&at)
            })
        });
        let mut signings = revocation.signatures().map(|(_, signing)| signing);
        let by_itself = signings.clone().any(|signing| signing.chain.first() == Some(&index));
        let future = revocation.this_update > self.now.plus(self.policy.tolerance());
        // Nobody can have said in an answer what was so only after it. Lists that need one another are of several moments.
        let foretold = revocation.source == Source::Ocsp
            && revocation.this_update > revocation.produced_at.plus(self.policy.tolerance());
        match () {
            _ if by_itself && certificate.anchor.is_none() => Some(Cause::VouchesForItself),
            _ if !signings.all(|signing| signing.intact) => Some(Cause::DataNotVerified),
            _ if matches!(said.status, Status::Unknown) => Some(Cause::DataUnknowing),
            _ if !knows => Some(Cause::DataForgets),
            _ if revocation.this_update < certificate.not_before && !revocation.positive => {
                Some(Cause::DataOlder)
            }
            _ if !in_term => Some(Cause::DataOutsideTerm),
            _ if foretold => Some(Cause::DataInFuture),
            _ if future
                && self.fails(
                    "issued-in-the-past",
                    self.policy.revocation.issued_in_the_past,
                    revocation.this_update.to_string(),
                ) =>
            {
                Some(Cause::DataInFuture)
            }
            _ if !revocation.conforms
                && self.fails(
                    "conforming",
                    self.policy.revocation.conforming,
                    format!("{:?} of {}", revocation.source, revocation.this_update),
                ) =>
            {
                Some(Cause::DataNotConforming)
            }
            _ => None,
        }
    }

    /// The chains of those who signed it, and what in them is too weak. The first that has no standing decides, before one that
    /// has run out.
    fn signers_of(&self, index: usize, revocation: &Revocation, at: Time) -> Finding {
        let found = revocation.signatures().map(|(_, signing)| self.signer_of(signing, at));
        let worse = |found: &Finding| match found.open() {
            None => 0,
            Some(SubIndication::RevocationOutOfBoundsNoPoe) => 1,
            Some(_) => 2,
        };
        let found = found.reduce(|first, then| if worse(&then) > worse(&first) { then } else { first });
        let found = found.unwrap_or_else(Finding::passed);
        if worse(&found) == 2 {
            return found;
        }
        // Too weak is a question of its own.
        let own = self.data_reliable(index, revocation, at);
        let chains = revocation.signatures().map(|(_, signing)| self.chain_reliable(signing, at));
        let weak = std::iter::once(own).chain(chains).find(|found| !found.is_passed());
        let Some(weak) = weak else { return found };
        Finding { weak: weak.weak, cause: weak.cause, ..found }
    }

    /// The chain of one who signed it. That it has run out by `at` is said apart: proof that the statement is older heals it
    /// (§5.2.6.4, `REVOCATION_OUT_OF_BOUNDS_NO_POE`).
    fn signer_of(&self, signing: &Signing, at: Time) -> Finding {
        let standing = self.standing(signing, Role::Revocation, Moments::at(at));
        match standing.open() {
            _ if standing.is_passed() => Finding::passed(),
            Some(SubIndication::OutOfBoundsNoPoe | SubIndication::OutOfBoundsNotRevoked) => {
                match self.fails("signer-in-term", self.policy.revocation.signer_in_term, "") {
                    true => Finding::indeterminate(SubIndication::RevocationOutOfBoundsNoPoe),
                    false => Finding::passed(),
                }
            }
            _ => {
                let broken = Finding::indeterminate(SubIndication::CertificateChainGeneralFailure);
                Finding { cause: standing.cause, ..broken }
            }
        }
    }

    /// When the data of a statement was known to be true.
    pub(super) fn issued(&self, said: &Statement) -> Time {
        let revocation = self.case.revocations.get(said.revocation);
        revocation.map_or(Time::from_unix_millis(i64::MIN), |one| one.this_update)
    }

    /// Revocation freshness (§5.2.5): whether a statement speaks for `at`.
    pub(super) fn is_fresh(&self, said: &Statement, role: Role, at: Time) -> bool {
        let constraints = &self.policy.revocation;
        let level = match role {
            Role::Signature => constraints.freshness,
            Role::Timestamp => constraints.timestamp_freshness,
            Role::Revocation | Role::Certificate => Level::Ignore,
        };
        level == Level::Ignore
            || self.fresh_until(said).is_some_and(|until| at <= until)
            || !self.fails("freshness", level, self.issued(said).to_string())
    }

    /// The last moment for which a statement speaks; `None` where it speaks for none.
    pub(super) fn fresh_until(&self, said: &Statement) -> Option<Time> {
        let revocation = self.case.revocations.get(said.revocation)?;
        let constraints = &self.policy.revocation;
        let after = |seconds: u64| revocation.this_update.plus(Duration::from_secs(seconds));
        let until = revocation.next_update.max(constraints.longest_age.map(after))?;
        let until = until.max(revocation.this_update);
        // As old as the maximum is too old already.
        let before = |end: Time| Time::from_unix_millis(end.unix_millis().saturating_sub(1));
        Some(constraints.maximum_age.map_or(until, |most| until.min(before(after(most)))))
    }
}

/// Whether a certificate is suspended, and not revoked for good.
pub(super) fn is_hold(reason: Option<Reason>) -> bool {
    reason == Some(Reason::CertificateHold)
}
