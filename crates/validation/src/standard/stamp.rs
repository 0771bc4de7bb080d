//! Time-stamp validation, EN 319 102-1 §5.4: the process for basic signatures, applied to a token.

use pki::Time;

use super::chain::Moments;
use super::decision::Decision;
use super::facts::{Named, Stamp};
use super::finding::Finding;
use crate::cause::Cause;
use crate::policy::Role;
use crate::report::SubIndication;

impl Decision<'_> {
    /// A time-stamp as of `at`.
    pub(super) fn stamp(&self, index: usize, at: Time) -> Finding {
        let Some(stamp) = self.case.stamps.get(index) else {
            return Finding::failed(SubIndication::FormatFailure);
        };
        let token = self.token(stamp);
        if !token.is_passed() {
            return token;
        }
        // Its unit's revocation has to be known as of the moment that it states.
        let moments = Moments { fresh: at.min(stamp.time), ..Moments::at(at) };
        let chain = self.x509_at(&stamp.signing, Role::Timestamp, moments);
        if !chain.is_passed() {
            return chain;
        }
        self.stamp_reliable(index, stamp, at)
    }

    /// What holds of a token at any time: imprint, value, unit, and that its time is one.
    pub(super) fn token(&self, stamp: &Stamp) -> Finding {
        let constraints = &self.policy.timestamp;
        let sound = self.cryptographic(&stamp.references, &stamp.signing);
        if !sound.is_passed() {
            return sound;
        }
        if stamp.signing.chain.is_empty() || stamp.signing.named == Named::Other {
            return Finding::indeterminate(SubIndication::NoSigningCertificateFound);
        }
        let unit = self.signer(&stamp.signing);
        let in_term = unit.is_some_and(|unit| (unit.not_before..=unit.not_after).contains(&stamp.time));
        let absent = stamp.signing.named == Named::Absent;
        if absent && self.fails("signing-certificate", constraints.signing_certificate, "time-stamp") {
            return Finding::indeterminate(SubIndication::SigConstraintsFailure)
                .because(Cause::constraint("signing-certificate"));
        }
        if !in_term
            && self.fails("stated-in-validity", constraints.stated_in_validity, stamp.time.to_string())
        {
            return Finding::indeterminate(SubIndication::ChainConstraintsFailure)
                .because(Cause::OutsideUnit);
        }
        if stamp.time > self.now.plus(self.policy.tolerance())
            && self.fails("order", constraints.order, stamp.time.to_string())
        {
            return Finding::indeterminate(SubIndication::TimestampOrderFailure).because(Cause::InFuture);
        }
        Finding::passed()
    }
}
