//! The private keys of the world: of the authorities and of the people.
//!
//! Real Smart-ID accounts hold RSA keys of 6144 bits, and moduli of 6143 bits occur; a signature is
//! ceil(bits / 8) bytes, never assume a multiple of eight. Making such keys takes a while, so the accounts share a
//! pool of three. People of different countries never share a key.

use std::thread;

use p256::ecdsa::SigningKey as P256Key;
use p256::elliptic_curve::Generate;
use p384::ecdsa::SigningKey as P384Key;
use p521::ecdsa::SigningKey as P521Key;
use rand::RngCore;
use rsa::RsaPrivateKey;

use crate::error::Error;
use crate::random::Random;

/// Sizes of the pool that the accounts share, in bits.
pub const ACCOUNT_KEY_BITS: [usize; 3] = [6144, 6144, 6143];
const OCSP_KEY_BITS: usize = 3072;

/// Every private key of one installation.
#[derive(Clone)]
pub struct Keys {
    pub(crate) root: P521Key,
    pub(crate) issuing: P384Key,
    pub(crate) tsa_authority: P384Key,
    pub(crate) tsa_unit: P256Key,
    pub(crate) ocsp: RsaPrivateKey,
    pub(crate) accounts: [RsaPrivateKey; 3],
}

impl Keys {
    /// Makes all keys; the large ones in parallel. Takes from seconds to a minute.
    ///
    /// # Errors
    /// [`Error::Generation`] if a prime search fails.
    pub fn generate(random: &mut impl RngCore) -> Result<Self, Error> {
        let mut seed = [0; 32];
        random.fill_bytes(&mut seed);
        let rsa = |bits: usize, purpose: &'static str| {
            let mut random = Random::derive(&seed, purpose);
            move || {
                RsaPrivateKey::new(&mut random, bits)
                    .map_err(|error| Error::Generation { bits, reason: error.to_string() })
            }
        };
        let [first, second, odd] = ACCOUNT_KEY_BITS;
        thread::scope(|scope| {
            let first = scope.spawn(rsa(first, "account 0"));
            let second = scope.spawn(rsa(second, "account 1"));
            let odd = scope.spawn(rsa(odd, "account 2"));
            let ocsp = scope.spawn(rsa(OCSP_KEY_BITS, "ocsp"));
            Ok(Self {
                root: P521Key::generate_from_rng(&mut Random::derive(&seed, "root")),
                issuing: P384Key::generate_from_rng(&mut Random::derive(&seed, "issuing")),
                tsa_authority: P384Key::generate_from_rng(&mut Random::derive(&seed, "tsa authority")),
                tsa_unit: P256Key::generate_from_rng(&mut Random::derive(&seed, "tsa unit")),
                ocsp: joined(ocsp, OCSP_KEY_BITS)?,
                accounts: [
                    joined(first, ACCOUNT_KEY_BITS[0])?,
                    joined(second, ACCOUNT_KEY_BITS[1])?,
                    joined(odd, ACCOUNT_KEY_BITS[2])?,
                ],
            })
        })
    }
}

type Handle<'scope> = thread::ScopedJoinHandle<'scope, Result<RsaPrivateKey, Error>>;

fn joined(handle: Handle<'_>, bits: usize) -> Result<RsaPrivateKey, Error> {
    handle.join().unwrap_or_else(|_| Err(Error::Generation { bits, reason: "the generator panicked".into() }))
}
