//! Signatures that were verified before. The files of a batch share their authorities: the same issuer signed the same
//! certificate and the same list in each of them.

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use sha2::{Digest, Sha256};

/// How many are remembered at least, and twice as many at most; each takes some 50 bytes.
const KEPT: usize = 8_192;

/// Digests of a key, an algorithm, a digest and a value that belong together.
#[derive(Default)]
struct Known {
    newer: HashSet<[u8; 32]>,
    older: HashSet<[u8; 32]>,
}

static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

impl Known {
    fn has(&mut self, one: &[u8; 32]) -> bool {
        if self.newer.contains(one) {
            return true;
        }
        let found = self.older.contains(one);
        if found {
            self.insert(*one);
        }
        found
    }

    /// When as many are new as are kept, the older ones are forgotten.
    fn insert(&mut self, one: [u8; 32]) {
        if self.newer.len() >= KEPT {
            self.older = std::mem::take(&mut self.newer);
        }
        self.newer.insert(one);
    }
}

/// Verifies, unless exactly this was found to hold before. What does not hold is tried each time.
pub(super) fn once<E>(parts: &[&[u8]], verify: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let one = hash.finalize().into();
    if KNOWN.lock().unwrap_or_else(PoisonError::into_inner).has(&one) {
        return Ok(());
    }
    verify()?;
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(one);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_held_is_not_tried_again_and_what_did_not_is() {
        let parts: [&[u8]; 2] = [b"what_held", b"is"];
        assert_eq!(once(&parts, || Err("no")), Err("no"));
        assert_eq!(once(&parts, || Ok::<_, &str>(())), Ok(()));
        assert_eq!(once(&parts, || Err("not asked")), Ok(()));
        // The same bytes, otherwise divided.
        assert_eq!(once(&[b"what_hel", b"dis"], || Err("another")), Err("another"));
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut known = Known::default();
        let one = |number: usize| {
            let mut one = [0; 32];
            one[..8].copy_from_slice(&number.to_be_bytes());
            one
        };
        for number in 0..3 * KEPT {
            known.insert(one(number));
            // Looked at again and again, so kept.
            assert!(number < 7 || known.has(&one(7)));
        }
        assert!(known.newer.len() + known.older.len() <= 2 * KEPT);
        assert!(known.has(&one(3 * KEPT - 1)) && !known.has(&one(0)));
    }
}
