//! Signatures that were verified before. The files of a batch share their authorities: the same issuer signed the same
//! certificate and the same list in each of them.

use std::sync::{LazyLock, Mutex, PoisonError};

use sha2::{Digest, Sha256};

use crate::remembered::Remembered;

/// How many are remembered; each takes some 50 bytes.
const KEPT: usize = 8_192;

/// Digests of a key, an algorithm, a digest and a value that belong together, and of two certificates of which one issued
/// the other.
static KNOWN: LazyLock<Mutex<Remembered<[u8; 32]>>> = LazyLock::new(|| Mutex::new(Remembered::new(KEPT)));

/// Verifies, unless exactly this was found to hold before. What does not hold is tried each time.
pub(crate) fn once<E>(parts: &[&[u8]], verify: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let one: [u8; 32] = hash.finalize().into();
    if KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&one).is_some() {
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
}
