//! A document is hashed, and searched for where objects begin, while its objects are looked at.

use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};

use pdf::Heads;

use crate::digests::Digests;

/// Lengths of files for which that is done: with fewer bytes a thread is not worth it, and with more there is nothing to look at that
/// takes as long.
const LENGTHS: RangeInclusive<u64> = 4 << 20..=64 << 20;

/// How far apart the states of the hasher are that are kept.
const MARKS: u64 = 1 << 20;

/// Somebody who does that. Stops when nobody waits for it any more.
pub(crate) struct Beside {
    thread: Mutex<Option<JoinHandle<Option<Heads>>>>,
    heads: OnceLock<Option<Arc<Heads>>>,
    is_wanted: Arc<AtomicBool>,
}

impl Beside {
    /// Begins, if that is worth it and a thread is to be had.
    pub(crate) fn begin(digests: &Arc<Digests>) -> Option<Arc<Self>> {
        if !LENGTHS.contains(&digests.len()) {
            return None;
        }
        let is_wanted = Arc::new(AtomicBool::new(true));
        let (digests, go_on) = (Arc::clone(digests), Arc::clone(&is_wanted));
        let work = move || {
            let mut heads = Heads::default();
            let done = digests.mark(MARKS, &mut |bytes, again| {
                heads.look(bytes, again);
                go_on.load(Ordering::Relaxed)
            });
            // What could not be hashed is hashed again where it is needed, and the error told there.
            done.is_ok().then_some(heads)
        };
        let thread = thread::Builder::new().spawn(work).ok()?;
        Some(Arc::new(Self { thread: Mutex::new(Some(thread)), heads: OnceLock::new(), is_wanted }))
    }

    /// Waits until all is hashed, and says what was met; nothing if it could not be read.
    pub(crate) fn heads(&self) -> Option<Arc<Heads>> {
        let ended = || {
            let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take()?;
            thread.join().ok().flatten().map(Arc::new)
        };
        self.heads.get_or_init(ended).clone()
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.is_wanted.store(false, Ordering::Relaxed);
    }
}
