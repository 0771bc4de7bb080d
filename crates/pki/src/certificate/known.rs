//! Certificates that were read before. A document holds those of its authorities several times over, and the documents of
//! a batch hold the same ones.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};
use std::sync::{LazyLock, Mutex, PoisonError};

use super::read::Certificate;
use crate::remembered::Remembered;

/// How many are remembered.
const KEPT: usize = 512;

/// The longest that is remembered, so that all of them together take some megabytes.
const LONGEST: usize = 4 << 10;

static KNOWN: LazyLock<Mutex<Remembered<ByDer>>> = LazyLock::new(|| Mutex::new(Remembered::new(KEPT)));

/// A certificate, found by its encoding.
#[derive(Clone, PartialEq, Eq)]
struct ByDer(Certificate);

impl Borrow<[u8]> for ByDer {
    fn borrow(&self) -> &[u8] {
        self.0.der()
    }
}

impl Hash for ByDer {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.der().hash(state);
    }
}

/// Reads a certificate, unless exactly this was read before. What cannot be read is tried each time.
pub(super) fn once<E>(der: &[u8], read: impl FnOnce() -> Result<Certificate, E>) -> Result<Certificate, E> {
    if der.len() > LONGEST {
        return read();
    }
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(der);
    if let Some(ByDer(known)) = known {
        return Ok(known);
    }
    let one = read()?;
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(ByDer(one.clone()));
    Ok(one)
}
