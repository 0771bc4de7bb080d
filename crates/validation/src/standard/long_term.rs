//! The process for signatures with time and with long-term validation data, EN 319 102-1 §5.5.

use std::time::Duration;

use pki::Time;

use super::chain::Moments;
use super::decision::Decision;
use super::facts::{Certificate, Object, Signature, Stamp, StampKind};
use super::finding::{Finding, Wait};
use crate::cause::Cause;
use crate::policy::{Level, Role};
use crate::report::SubIndication;

/// What the process concluded, and the earliest moment at which time-stamps prove the signature to have existed.
pub(super) struct LongTerm {
    pub found: Finding,
    pub best: Time,
}

impl Decision<'_> {
    /// The process, on top of what the one for basic signatures concluded.
    pub(super) fn long_term(&self, index: usize, basic: &Finding) -> LongTerm {
        let Some(signature) = self.case.signatures.get(index) else {
            return LongTerm { found: basic.clone(), best: self.now };
        };
        if !basic.is_passed() && !basic.open().is_some_and(may_go_on) {
            return LongTerm { found: basic.clone(), best: self.now };
        }
        let best = self.stamped(signature);
        let found = self.at_best_time(index, signature, basic, best);
        LongTerm { found, best }
    }

    /// The best signature time: the earliest of the time-stamps over the signature value that pass (§5.5.4, step 3).
    fn stamped(&self, signature: &Signature) -> Time {
        let stamps = signature.stamps.iter().filter(|index| {
            self.case.stamps.get(**index).is_some_and(|stamp| stamp.kind == StampKind::Signature)
        });
        let passed = stamps.filter(|index| self.stamp(**index, self.now).is_passed());
        let times = passed.filter_map(|index| self.case.stamps.get(*index)).map(|stamp| stamp.time);
        times.min().unwrap_or(self.now).min(self.now)
    }

    /// What the best signature time makes of the conclusion for now (§5.5.4, steps 4 to 9).
    fn at_best_time(&self, index: usize, signature: &Signature, basic: &Finding, best: Time) -> Finding {
        let Some(signer) = self.signer(&signature.signing) else { return basic.clone() };
        let open = match basic.open() {
            None => in_term(signer, best, true),
            Some(why) => self.reconsidered(index, signer, basic, why, best),
        };
        if !open.is_passed() {
            return open;
        }
        // One certificate's fate had kept those of the others from being told.
        let moments = Moments { believed: self.now, ..Moments::at(best) };
        let then = self.standing(&signature.signing, Role::Signature, moments);
        if !basic.is_passed() && !then.is_passed() {
            // What a revoked authority says is believed as far as it is proven to be older, and only that is.
            return match (basic.open(), then.open()) {
                (
                    Some(SubIndication::RevokedCaNoPoe),
                    Some(SubIndication::CertificateChainGeneralFailure),
                ) => basic.clone(),
                _ => then,
            };
        }
        let order = self.order(signature);
        if !order.is_passed() {
            return order;
        }
        let delay = self.delay(signature, best);
        if !delay.is_passed() {
            return delay;
        }
        // The blocks that one which did not pass had kept from being asked.
        let acceptance = self.acceptance_of(signature);
        if !acceptance.is_passed() {
            return acceptance;
        }
        let object = Object::Signature(index);
        let own = self.reliable(object, Role::Signature, &signature.signing, &signature.references, best);
        match own.is_passed() {
            true => self.chain_reliable(&signature.signing, self.now),
            false => own,
        }
    }

    /// Whether what was open now is decided as of the best signature time (§5.5.4, steps 4, 6 and 7).
    fn reconsidered(
        &self,
        index: usize,
        signer: &Certificate,
        basic: &Finding,
        why: SubIndication,
        best: Time,
    ) -> Finding {
        let revoked_later = basic.since.is_some_and(|since| since > best);
        match why {
            SubIndication::RevokedNoPoe | SubIndication::RevokedCaNoPoe if revoked_later => {
                in_term(signer, best, true)
            }
            SubIndication::OutOfBoundsNotRevoked if best < self.now => in_term(signer, best, true),
            SubIndication::OutOfBoundsNoPoe if best < signer.not_before => {
                Finding::failed(SubIndication::NotYetValid)
            }
            SubIndication::CryptoConstraintsFailureNoPoe => self.strong_at(index, basic, best),
            SubIndication::TryLater => match basic.wait {
                Some(Wait::OnHold) if revoked_later => in_term(signer, best, true),
                Some(Wait::Stale) => {
                    let Some(signature) = self.case.signatures.get(index) else { return basic.clone() };
                    let moments = Moments { fresh: best, ..Moments::at(self.now) };
                    let again = self.x509_at(&signature.signing, Role::Signature, moments);
                    match again.open() {
                        // What being stale had kept from being told; it is not stale again.
                        Some(why) if again.wait != Some(Wait::Stale) => {
                            self.reconsidered(index, signer, &again, why, best)
                        }
                        _ => again,
                    }
                }
                _ => basic.clone(),
            },
            _ => basic.clone(),
        }
    }

    /// Whether it is the signature alone whose algorithms have had their day, and they had not at the best signature time.
    fn strong_at(&self, index: usize, basic: &Finding, best: Time) -> Finding {
        let own = Object::Signature(index);
        let reliable = basic.weak.iter().all(|(object, weakness)| {
            let level = self.policy.algorithms.level(Role::Signature, &weakness.algorithm, best);
            *object == own && level != Some(Level::Fail)
        });
        match reliable {
            true => Finding::passed(),
            false => basic.clone(),
        }
    }

    /// Whether the time-stamps can have been made in the order in which they stand: over the content, over the value, over
    /// both with the evidence (§5.5.4, step 4 e). Two of them are out of order only where RFC 3161 §2.4.2 lets them be ordered
    /// at all; what it means that they are is the policy's to say.
    pub(super) fn order(&self, signature: &Signature) -> Finding {
        let of = |kind: StampKind| {
            let stamps = signature.stamps.iter().filter_map(|index| self.case.stamps.get(*index));
            stamps.filter(move |stamp| stamp.kind == kind)
        };
        let before = |first: StampKind, then: StampKind| {
            of(first).all(|first| !of(then).any(|then| first.is_certainly_after(then, Duration::ZERO)))
        };
        // One over the value has to have been there before each over the evidence; more may have come later.
        let value_came_first = of(StampKind::Signature).next().is_none()
            || of(StampKind::Archive).all(|archived| {
                of(StampKind::Signature).any(|stamped| !stamped.is_certainly_after(archived, Duration::ZERO))
            });
        let in_order = before(StampKind::Content, StampKind::Signature)
            && before(StampKind::Content, StampKind::Archive)
            && value_came_first;
        if !in_order && self.fails("order", self.policy.timestamp.order, "time-stamps of one signature") {
            return Finding::indeterminate(SubIndication::TimestampOrderFailure);
        }
        Finding::passed()
    }

    /// Whether it was stamped soon enough after the time that its signer claims (§5.5.4, step 5).
    pub(super) fn delay(&self, signature: &Signature, best: Time) -> Finding {
        let constraints = &self.policy.timestamp;
        let longest = Duration::from_secs(constraints.longest_delay);
        let soon = signature.claimed_time.is_some_and(|claimed| claimed.plus(longest) >= best);
        if !soon && self.fails("delay", constraints.delay, best.to_string()) {
            return Finding::indeterminate(SubIndication::SigConstraintsFailure)
                .because(Cause::constraint("delay"));
        }
        Finding::passed()
    }
}

impl Stamp {
    /// Whether it was made after `other` for all that RFC 3161 §2.4.2 lets anybody say: of one unit that orders its tokens, by
    /// `genTime` alone; otherwise where the times are further apart than both accuracies together, and the clocks of two units may
    /// differ. A token that states no accuracy is taken for its whole second.
    pub(super) fn is_certainly_after(&self, other: &Self, clocks: Duration) -> bool {
        let unit = |stamp: &Self| stamp.signing.chain.first().copied();
        if self.ordering && other.ordering && unit(self).is_some() && unit(self) == unit(other) {
            return self.time > other.time;
        }
        let tolerance = [self, other].into_iter().filter_map(|stamp| stamp.accuracy);
        let tolerance = tolerance.fold(clocks, Duration::saturating_add);
        self.bounds().0 > other.bounds().1.plus(tolerance)
    }

    /// The first and the last moment that `genTime` may stand for, by itself.
    fn bounds(&self) -> (Time, Time) {
        if self.accuracy.is_some() {
            return (self.time, self.time);
        }
        let second = Time::from_unix_seconds(self.time.unix_seconds());
        (second, second.plus(Duration::from_millis(999)))
    }
}

/// Whether a signature is proven to be older than its signer's certificate (§5.5.4, step 4 b).
pub(super) fn is_premature(signer: &Certificate, best: Time) -> bool {
    best < signer.not_before && signer.anchor.is_none()
}

/// Whether a proven time is within the signer's certificate.
pub(super) fn in_term(signer: &Certificate, best: Time, not_revoked: bool) -> Finding {
    if is_premature(signer, best) {
        return Finding::failed(SubIndication::NotYetValid);
    }
    match (best > signer.not_after && signer.anchor.is_none(), not_revoked) {
        (false, _) => Finding::passed(),
        (true, true) => Finding::indeterminate(SubIndication::OutOfBoundsNotRevoked),
        (true, false) => Finding::indeterminate(SubIndication::OutOfBoundsNoPoe),
    }
}

/// With which conclusions for now the process goes on (§5.5.4, step 2).
fn may_go_on(why: SubIndication) -> bool {
    matches!(
        why,
        SubIndication::CryptoConstraintsFailureNoPoe
            | SubIndication::OutOfBoundsNoPoe
            | SubIndication::OutOfBoundsNotRevoked
            | SubIndication::RevokedCaNoPoe
            | SubIndication::RevokedNoPoe
            | SubIndication::TryLater
    )
}
