//! Certificates that were read before. A document holds those of its authorities several times over, and the documents of
//! a batch hold the same ones.

use std::borrow::Borrow;
use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};
use std::sync::{LazyLock, Mutex, PoisonError};

use super::read::Certificate;
use crate::remembered::Remembered;

/// How many are remembered.
const KEPT: usize = 512;

/// The longest that is remembered, so that all of them together take some megabytes.
const LONGEST: usize = 4 << 10;

static KNOWN: LazyLock<Mutex<Remembered<ByDer, ByEnd>>> = LazyLock::new(|| Mutex::new(Remembered::new(KEPT)));

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

/// Hashes the length and the end of an encoding alone: there the signature stands, and no two are the same. Those that are made
/// to end alike are told apart by all of their bytes as any others are, and there are few of them at most.
#[derive(Default)]
struct ByEnd(RandomState);

/// How much of it.
const END: usize = 32;

impl BuildHasher for ByEnd {
    type Hasher = EndHasher;

    fn build_hasher(&self) -> EndHasher {
        EndHasher(self.0.build_hasher())
    }
}

struct EndHasher(DefaultHasher);

impl Hasher for EndHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes.last_chunk::<END>().map_or(bytes, |end| end));
    }

    fn finish(&self) -> u64 {
        self.0.finish()
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::asn1::{tag, write};

    fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
        write::tlv(tag::SEQUENCE, &parts.concat())
    }

    #[test]
    fn certificates_that_end_alike_are_told_apart() {
        let small = |serial: u8| {
            let algorithm = sequence(&[write::oid(&crate::oids::ED25519)]);
            let name = sequence(&[]);
            let time = write::tlv(tag::UTC_TIME, b"260101000000Z");
            let tbs = sequence(&[
                write::tlv(tag::INTEGER, &[serial]),
                algorithm.clone(),
                name.clone(),
                sequence(&[time.clone(), time]),
                name,
                sequence(&[algorithm.clone(), write::tlv(tag::BIT_STRING, &[0; 33])]),
            ]);
            sequence(&[tbs, algorithm, write::tlv(tag::BIT_STRING, &[0; 65])])
        };
        for serial in (1..=100).chain(1..=100) {
            let der = small(serial);
            let found = Certificate::from_der(&der).unwrap();
            assert_eq!((found.der(), found.serial()), (&der[..], &[serial][..]));
        }
    }
}
