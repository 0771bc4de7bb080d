//! Streams of validation data that were read: a security store that grows with each signature lists them in every revision.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use lopdf::ObjectId;

/// Streams that are remembered, some 2 MB.
const MAX_PROVEN: usize = 20_000;

/// By number and place, the work that reading the stream was.
#[derive(Default)]
pub(crate) struct Proven(Mutex<BTreeMap<(ObjectId, u64), u64>>);

impl Proven {
    /// Nothing for one that was not read.
    pub(crate) fn work(&self, id: ObjectId, offset: u64) -> Option<u64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&(id, offset)).copied()
    }

    pub(crate) fn put(&self, id: ObjectId, offset: u64, work: u64) {
        let mut proven = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if proven.len() < MAX_PROVEN {
            proven.insert((id, offset), work);
        }
    }
}
