//! A document is hashed and searched for where objects begin in one reading, of a file of some size while its objects are looked at.

use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};

use pdf::Heads;

use crate::digests::Digests;

/// Lengths of files that are worth a thread of their own: with more bytes there is nothing to look at that takes as long.
const LENGTHS: RangeInclusive<u64> = 4 << 20..=64 << 20;

/// How far apart the states of the hasher are that are kept, at least; and how many there are, at most.
const APART: u64 = 1 << 20;
const MARKS: u64 = 1_000;

/// Somebody who does that: at once, or, of a larger file, when the search is asked for. Stops when nobody waits for it any more.
pub(crate) struct Beside {
    digests: Arc<Digests>,
    thread: Mutex<Option<JoinHandle<Option<Heads>>>>,
    heads: OnceLock<Option<Arc<Heads>>>,
    is_wanted: Arc<AtomicBool>,
}

impl Beside {
    /// Begins, if that is worth it.
    pub(crate) fn begin(digests: &Arc<Digests>) -> Option<Arc<Self>> {
        let (digests, is_wanted) = (Arc::clone(digests), Arc::new(AtomicBool::new(true)));
        if digests.len() < *LENGTHS.start() {
            return None;
        }
        let thread = LENGTHS.contains(&digests.len()).then(|| {
            let (digests, is_wanted) = (Arc::clone(&digests), Arc::clone(&is_wanted));
            // Where there is no thread to be had, it is done when it is asked for.
            thread::Builder::new().spawn(move || heads(&digests, &is_wanted)).ok()
        });
        let thread = Mutex::new(thread.flatten());
        Some(Arc::new(Self { digests, thread, heads: OnceLock::new(), is_wanted }))
    }

    /// What the search met, once all is hashed; nothing if it could not be read.
    pub(crate) fn heads(&self) -> Option<Arc<Heads>> {
        let found = || match self.thread() {
            Some(thread) => thread.join().ok().flatten(),
            None => heads(&self.digests, &self.is_wanted),
        };
        self.heads.get_or_init(|| found().map(Arc::new)).clone()
    }

    /// Waits until all is hashed, if that was begun.
    pub(crate) fn wait(&self) {
        if self.thread.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            self.heads();
        }
    }

    fn thread(&self) -> Option<JoinHandle<Option<Heads>>> {
        self.thread.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.is_wanted.store(false, Ordering::Relaxed);
    }
}

/// What could not be hashed is hashed again where it is needed, and the error told there.
fn heads(digests: &Digests, is_wanted: &AtomicBool) -> Option<Heads> {
    let mut heads = Heads::default();
    let done = digests.mark(APART.max(digests.len() / MARKS), &mut |bytes, again| {
        heads.look(bytes, again);
        is_wanted.load(Ordering::Relaxed)
    });
    done.is_ok().then_some(heads)
}
