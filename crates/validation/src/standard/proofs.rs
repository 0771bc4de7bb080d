//! Proofs of existence, EN 319 102-1 §5.6.2.3: for every object the earliest moment at which it is proven to have existed.

use std::collections::BTreeMap;

use pki::Time;

use super::facts::Object;

/// The earliest proof for each object. Whatever is before us exists now.
#[derive(Clone, Debug)]
pub struct Proofs {
    now: Time,
    earliest: BTreeMap<Object, Time>,
}

impl Proofs {
    /// Nothing is proven but that everything exists now.
    pub fn at(now: Time) -> Self {
        Self { now, earliest: BTreeMap::new() }
    }

    /// The earliest moment at which an object is proven to have existed.
    pub fn of(&self, object: Object) -> Time {
        self.earliest.get(&object).copied().unwrap_or(self.now).min(self.now)
    }

    /// Whether it is proven to have existed at that moment.
    pub fn exists(&self, object: Object, at: Time) -> bool {
        self.of(object) <= at
    }

    /// Adds a proof.
    pub fn add(&mut self, object: Object, at: Time) {
        let known = self.earliest.entry(object).or_insert(at);
        *known = (*known).min(at);
    }
}
