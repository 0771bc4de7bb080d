//! The process for signatures with archival data, EN 319 102-1 §5.6.3.

use pki::Time;

use super::chain::gave_up;
use super::decision::Decision;
use super::facts::{Object, Signature, Signing, Stamp, StampKind};
use super::finding::Finding;
use super::long_term::{LongTerm, is_premature};
use super::proofs::Proofs;
use crate::policy::{Level, Role};
use crate::report::SubIndication;

/// What each process concluded about a signature; the last one counts.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// §5.3.
    pub basic: Finding,
    /// §5.5.
    pub long_term: Finding,
    /// §5.6.
    pub archival: Finding,
    /// The earliest moment at which the signature is proven to have existed.
    pub best_signature_time: Time,
    /// Past certificate validation, where it was asked.
    pub slid: Option<Slid>,
}

/// What past certificate validation came to (§5.6.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slid {
    /// Up to when the chain is known to have been good; `None` where that cannot be told.
    pub control: Option<Time>,
}

/// What was concluded about a time-stamp.
#[derive(Clone, Debug)]
pub struct StampJudgement {
    /// As of now (§5.4).
    pub basic: Finding,
    /// With proof that it is older (§5.6.2.4).
    pub past: Finding,
    /// Past certificate validation, where it was asked.
    pub slid: Option<Slid>,
    /// Since when what it covers is proven to have existed, if it holds.
    pub since: Time,
}

impl Decision<'_> {
    /// Judges a signature by all processes.
    pub fn signature(&self, index: usize) -> Judgement {
        let basic = self.basic(index, self.now);
        let LongTerm { found, best } = self.long_term(index, &basic);
        let (proofs, stamps) = self.proofs();
        let object = Object::Signature(index);
        let best = best.min(proofs.of(object));
        let (archival, slid) = match self.case.signatures.get(index) {
            Some(signature) if !found.is_passed() && found.open().is_some_and(may_go_on) => {
                let slid = self.slid(&signature.signing, Role::Signature, proofs);
                (self.archival(object, signature, &found, proofs), Some(slid))
            }
            _ => (found.clone(), None),
        };
        let archival = match self.case.signatures.get(index) {
            Some(_) if archival.is_passed() && self.gave_up.get() => gave_up(),
            // By whichever time-stamp: what covers the document may prove more than what stands in the signature.
            Some(signature)
                if archival.is_passed()
                    && self.signer(&signature.signing).is_some_and(|signer| {
                        is_premature(signer, best.min(self.stated_in_vain(object, stamps)))
                    }) =>
            {
                Finding::failed(SubIndication::NotYetValid)
            }
            Some(signature) if archival.is_passed() && self.is_contradicted(object, signature, stamps) => {
                Finding::indeterminate(SubIndication::TimestampOrderFailure)
            }
            Some(signature) if archival.is_passed() => self.every_stamp(signature, stamps),
            _ => archival,
        };
        Judgement { basic, long_term: found, archival, best_signature_time: best, slid }
    }

    fn slid(&self, signing: &Signing, role: Role, proofs: &Proofs) -> Slid {
        Slid { control: self.past_certificate(signing, role, proofs).ok() }
    }

    /// Judges an evidence record: its digests, and each of its time-stamps.
    pub fn record(&self, index: usize) -> Finding {
        let Some(record) = self.case.records.get(index) else {
            return Finding::failed(SubIndication::FormatFailure);
        };
        let sound = self.referenced(&record.references);
        if !sound.is_passed() {
            return sound;
        }
        let stamps = &self.proofs().1;
        let of_record = record.stamps.iter().filter_map(|index| stamps.get(*index));
        let broken = of_record.map(|judged| &judged.past).find(|past| !past.is_passed());
        broken.cloned().unwrap_or_else(Finding::passed)
    }

    /// Judges every time-stamp.
    pub fn stamps(&self) -> Vec<StampJudgement> {
        self.proofs().1.clone()
    }

    fn archival(&self, object: Object, signature: &Signature, current: &Finding, proofs: &Proofs) -> Finding {
        let past = self.past_signature(object, Role::Signature, current, proofs);
        if !past.is_passed() {
            return past;
        }
        let best = proofs.of(object);
        let delay = self.delay(signature, best);
        if !delay.is_passed() {
            return delay;
        }
        let acceptance = self.acceptance_of(signature);
        if !acceptance.is_passed() {
            return acceptance;
        }
        self.reliable(object, Role::Signature, &signature.signing, &signature.references, best)
    }

    /// A time-stamp that does not hold proves nothing (§5.5.4, step 3), and may be a trace of tampering: one whose value or
    /// imprint was changed is. What is wrong with its authority's certificate is not wrong with the signature, which lacks no
    /// more than a constraint.
    fn every_stamp(&self, signature: &Signature, stamps: &[StampJudgement]) -> Finding {
        let level = self.has_to_hold(signature, stamps);
        let lacking = || Finding::indeterminate(SubIndication::SigConstraintsFailure);
        if level == Level::Ignore {
            return Finding::passed();
        }
        let broken = signature.stamps.iter().filter_map(|index| stamps.get(*index));
        let broken = broken.map(|judged| &judged.past).find(|past| !past.is_passed());
        match broken {
            Some(past)
                if self.fails(
                    "timestamps",
                    level,
                    past.cause.as_ref().map(ToString::to_string).unwrap_or_default(),
                ) =>
            {
                match past.conclusion.sub_indication {
                    Some(SubIndication::Revoked | SubIndication::Expired | SubIndication::NotYetValid) => {
                        Finding { cause: past.cause.clone(), ..lacking() }
                    }
                    _ => past.clone(),
                }
            }
            _ => Finding::passed(),
        }
    }

    /// How much depends on a time-stamp of that signature that does not hold.
    fn has_to_hold(&self, signature: &Signature, stamps: &[StampJudgement]) -> Level {
        let mut judged = signature.stamps.iter().filter_map(|index| stamps.get(*index));
        match judged.any(|judged| judged.past.is_passed()) {
            true => self.policy.signature.spare_timestamps,
            false => self.policy.signature.timestamps,
        }
    }

    /// How much depends on that time-stamp.
    pub fn depends_on(&self, stamp: usize) -> Level {
        let its = self.case.signatures.iter().find(|signature| signature.stamps.contains(&stamp));
        its.map_or(self.policy.signature.timestamps, |its| self.has_to_hold(its, &self.proofs().1))
    }

    /// Proofs of existence from evidence records and time-stamps, newest first, and what was concluded about each
    /// time-stamp (§5.6.3.4, steps 1 to 5).
    pub(super) fn proofs(&self) -> &(Proofs, Vec<StampJudgement>) {
        self.proven.get_or_init(|| self.prove())
    }

    fn prove(&self) -> (Proofs, Vec<StampJudgement>) {
        let mut proofs = Proofs::at(self.now);
        let mut judged: Vec<Option<StampJudgement>> = self.case.stamps.iter().map(|_| None).collect();
        let mut newest: Vec<usize> = (0..self.case.stamps.len()).collect();
        // Of one second, those that cover another come first: what is covered is older.
        newest.sort_by_key(|index| {
            let stamp = self.case.stamps.get(*index);
            let covered = stamp.map_or(0, |stamp| stamp.covers.len());
            std::cmp::Reverse((stamp.map(|stamp| stamp.time.unix_seconds()), covered))
        });
        for index in newest {
            let Some(stamp) = self.case.stamps.get(index) else { continue };
            let object = Object::Stamp(index);
            let basic = self.stamp(index, self.now);
            let (past, slid) = match basic.open().is_some_and(may_go_on) {
                true => {
                    let slid = self.slid(&stamp.signing, Role::Timestamp, &proofs);
                    (self.past_stamp(index, &basic, &proofs), Some(slid))
                }
                false => (basic.clone(), None),
            };
            let holds = |index: usize| {
                judged.get(index).and_then(Option::as_ref).is_some_and(|judged| judged.past.is_passed())
            };
            let contradicted = past.is_passed() && self.before_what_it_covers(stamp).any(holds);
            let past = match contradicted
                && self.fails("order", self.policy.timestamp.order, stamp.time.to_string())
            {
                true => Finding::indeterminate(SubIndication::TimestampOrderFailure),
                false => past,
            };
            let since = self.proves_since(stamp);
            if past.is_passed() {
                proofs.add(object, since);
                for covered in &stamp.covers {
                    proofs.add(*covered, since);
                }
                self.record_proofs(index, &mut proofs);
            }
            if let Some(slot) = judged.get_mut(index) {
                *slot = Some(StampJudgement { basic, past, slid, since });
            }
        }
        let none = || StampJudgement {
            basic: Finding::failed(SubIndication::FormatFailure),
            past: Finding::failed(SubIndication::FormatFailure),
            slid: None,
            since: self.now,
        };
        (proofs, judged.into_iter().map(|judged| judged.unwrap_or_else(none)).collect())
    }

    /// The time-stamps that one over the document covers and that are certainly later than it, by more than clocks may differ:
    /// one of the two is wrong, and what it covers is not proven by it (§5.5.4, step 4 e).
    fn before_what_it_covers(&self, stamp: &Stamp) -> impl Iterator<Item = usize> {
        let covered = stamp.covers.iter().filter(|_| stamp.kind == StampKind::Archive);
        covered.filter_map(|object| match object {
            Object::Stamp(index) => {
                let covered = self.case.stamps.get(*index)?;
                covered.is_certainly_after(stamp, self.policy.tolerance()).then_some(*index)
            }
            _ => None,
        })
    }

    /// Since when a time-stamp proves that what it covers existed: since its own time, and where it covers revocation data that
    /// was signed later, by more than clocks may differ, since then.
    fn proves_since(&self, stamp: &Stamp) -> Time {
        let latest = stamp.time.plus(stamp.accuracy.unwrap_or_default()).plus(self.policy.tolerance());
        stamp.newest.filter(|newest| *newest > latest).unwrap_or(stamp.time)
    }

    /// The earliest time that a time-stamp over a signature states and does not prove.
    fn stated_in_vain(&self, object: Object, stamps: &[StampJudgement]) -> Time {
        let stated = self.case.stamps.iter().zip(stamps).filter(|(stamp, judged)| {
            judged.past.is_passed() && stamp.time < judged.since && stamp.covers.contains(&object)
        });
        stated.map(|(stamp, _)| stamp.time).min().unwrap_or(self.now)
    }

    /// Whether a time-stamp over the document is earlier than another one of the signature, which it covers (§5.5.4, step 4 e).
    fn is_contradicted(&self, object: Object, signature: &Signature, stamps: &[StampJudgement]) -> bool {
        let covers = |stamp: &Stamp| stamp.covers.contains(&object);
        let is_its_own = |index: usize| {
            signature.stamps.contains(&index) || self.case.stamps.get(index).is_some_and(covers)
        };
        let holds = |index: usize| stamps.get(index).is_some_and(|judged| judged.past.is_passed());
        self.case.stamps.iter().zip(stamps).any(|(stamp, judged)| {
            // One that lies in the future is out of order too, and says so.
            judged.past.open() == Some(SubIndication::TimestampOrderFailure)
                && judged.past.cause.is_none()
                && covers(stamp)
                && self.before_what_it_covers(stamp).any(|index| holds(index) && is_its_own(index))
        })
    }

    fn past_stamp(&self, index: usize, basic: &Finding, proofs: &Proofs) -> Finding {
        let object = Object::Stamp(index);
        let past = self.past_signature(object, Role::Timestamp, basic, proofs);
        match (past.is_passed(), self.case.stamps.get(index)) {
            (true, Some(stamp)) => self.stamp_reliable(index, stamp, proofs.of(object)),
            _ => past,
        }
    }

    /// What an evidence record covers existed when its first time-stamp was made.
    fn record_proofs(&self, stamp: usize, proofs: &mut Proofs) {
        for record in self.case.records.iter().filter(|record| record.stamps.first() == Some(&stamp)) {
            let Some(time) = self.case.stamps.get(stamp).map(|stamp| stamp.time) else { continue };
            if self.referenced(&record.references).is_passed() {
                for covered in &record.covers {
                    proofs.add(*covered, time);
                }
            }
        }
    }
}

/// With which conclusions the process goes on (§5.6.3.4, step 3).
fn may_go_on(why: SubIndication) -> bool {
    matches!(
        why,
        SubIndication::CryptoConstraintsFailureNoPoe
            | SubIndication::NoCertificateChainFoundNoPoe
            | SubIndication::OutOfBoundsNoPoe
            | SubIndication::OutOfBoundsNotRevoked
            | SubIndication::RevocationOutOfBoundsNoPoe
            | SubIndication::RevokedCaNoPoe
            | SubIndication::RevokedNoPoe
            | SubIndication::SigConstraintsFailure
            | SubIndication::TryLater
    )
}
