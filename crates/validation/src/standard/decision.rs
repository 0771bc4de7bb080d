//! What every clause looks at, and what it notes on the way.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;

use pki::Time;

use super::archival::StampJudgement;
use super::facts::{Case, Certificate, Object, Signing, Stamp, Statement};
use super::finding::Finding;
use super::proofs::Proofs;
use crate::policy::{Level, Policy, Role};

/// Revocation data that is looked into for one decision, each at each moment of interest once. A signature of ten years
/// with a time-stamp for each and three chains under it needs some hundred.
const ACCEPTANCES: usize = 20_000;

/// Decides about a case.
pub struct Decision<'a> {
    pub(super) case: &'a Case,
    pub(super) policy: &'a Policy,
    pub(super) now: Time,
    /// Whether a piece of revocation data is acceptable for a certificate at a moment, as far as that was asked.
    pub(super) accepted: RefCell<BTreeMap<(usize, usize, Time), Finding>>,
    /// Revocation data whose own signer is being looked into: nothing vouches for itself by way of others.
    pub(super) pending: RefCell<Vec<usize>>,
    pub(super) acceptances: Cell<usize>,
    /// Whether there were more.
    pub(super) gave_up: Cell<bool>,
    /// Proofs of existence, and what was concluded about each time-stamp.
    pub(super) proven: OnceCell<(Proofs, Vec<StampJudgement>)>,
    notes: RefCell<Vec<Note>>,
}

/// A constraint that is not met, and of which the policy wants no more than to hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Name of the constraint, as policies write it.
    pub constraint: &'static str,
    /// Warn or inform.
    pub level: Level,
    /// What was found, technically.
    pub what: String,
}

impl<'a> Decision<'a> {
    /// About `case`, as of `now`.
    pub fn new(case: &'a Case, policy: &'a Policy, now: Time) -> Self {
        Self {
            case,
            policy,
            now,
            accepted: RefCell::default(),
            pending: RefCell::default(),
            acceptances: Cell::new(ACCEPTANCES),
            gave_up: Cell::new(false),
            proven: OnceCell::new(),
            notes: RefCell::default(),
        }
    }

    /// What was noted since this was last asked.
    pub fn take_notes(&self) -> Vec<Note> {
        self.notes.take()
    }

    /// The moment of the decision.
    pub fn now(&self) -> Time {
        self.now
    }

    /// The certificate that something was signed with.
    pub(super) fn signer(&self, signing: &Signing) -> Option<&'a Certificate> {
        signing.chain.first().and_then(|first| self.case.certificate(*first))
    }

    /// X.509 certificate validation of a certificate by itself, as of now (§5.2.6).
    pub fn certificate(&self, chain: &Signing) -> Finding {
        self.x509(chain, Role::Signature, self.now)
    }

    /// Whether the algorithms of a piece of revocation data are reliable now.
    pub fn revocation(&self, index: usize) -> Finding {
        match self.case.revocations.get(index) {
            Some(one) => self.data_reliable(index, one, self.now),
            None => Finding::passed(),
        }
    }

    /// Asks again what was decided, to tell it: what is noted on the way was noted before, or belongs to nobody's conclusion.
    pub fn quietly<T>(&self, tell: impl FnOnce() -> T) -> T {
        let noted = self.notes.take();
        let told = tell();
        self.notes.replace(noted);
        told
    }

    /// Revocation freshness (§5.2.5) of a statement for `at`: what the policy says of its not being fresh, if it is not.
    pub fn staleness(&self, said: &Statement, role: Role, at: Time) -> Option<Level> {
        self.quietly(|| match self.is_fresh(said, role, at) {
            true => {
                let noted = self.notes.borrow();
                noted.iter().find(|note| note.constraint == "freshness").map(|note| note.level)
            }
            false => Some(Level::Fail),
        })
    }

    /// Whether the algorithms of a time-stamp and of what stands behind it are reliable now (§5.2.8).
    pub fn stamp_strength(&self, index: usize, stamp: &Stamp) -> Finding {
        match self.stamp_reliable(index, stamp, self.now) {
            own if own.is_passed() => self.chain_reliable(&stamp.signing, self.now),
            own => own,
        }
    }

    /// The earliest moment at which an object is proven to have existed (§5.6.2.3).
    pub fn proof(&self, object: Object) -> Time {
        self.proofs().0.of(object)
    }

    /// Notes that a constraint is not met.
    pub(super) fn note(&self, constraint: &'static str, level: Level, what: impl Into<String>) {
        let note = Note { constraint, level, what: what.into() };
        let mut notes = self.notes.borrow_mut();
        if level >= Level::Inform && !notes.contains(&note) {
            notes.push(note);
        }
    }

    /// Whether a constraint that is not met stands in the way.
    pub(super) fn fails(&self, constraint: &'static str, level: Level, what: impl Into<String>) -> bool {
        match level {
            Level::Fail => true,
            level => {
                self.note(constraint, level, what);
                false
            }
        }
    }

    /// The signature of an object.
    pub(super) fn signing(&self, object: Object) -> Option<&'a Signing> {
        match object {
            Object::Signature(index) => self.case.signatures.get(index).map(|one| &one.signing),
            Object::Stamp(index) => self.case.stamps.get(index).map(|one| &one.signing),
            Object::Revocation(index) => self.case.revocations.get(index).map(|one| &one.signing),
            Object::Certificate(_) | Object::Record(_) => None,
        }
    }
}
