use std::ptr;
use std::sync::OnceLock;

use aws_lc_rs::digest as lc_digest;
use aws_lc_rs::signature::{ParsedPublicKey, VerificationAlgorithm};

use crate::digest::DigestAlgorithm;
use crate::error::Error;

/// A key as aws-lc holds it, for the algorithm that it was first used with: what is computed of the key alone is computed once.
/// It says nothing that the encoded key beside it does not say, so any two are equal.
#[derive(Clone, Debug, Default)]
pub(super) struct Held(OnceLock<ParsedPublicKey>);

impl PartialEq for Held {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Held {}

/// Verifies with aws-lc.
pub(super) fn verify(
    algorithm: &'static dyn VerificationAlgorithm,
    key: &[u8],
    held: &Held,
    hash: DigestAlgorithm,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    let digest = import(hash, digest)?;
    if held.0.get().is_none()
        && let Ok(parsed) = ParsedPublicKey::new(algorithm, key)
    {
        held.0.get_or_init(|| parsed);
    }
    let verified = match held.0.get().filter(|held| ptr::addr_eq(held.algorithm(), algorithm)) {
        Some(held) => held.verify_digest_sig(&digest, value),
        None => algorithm.verify_digest_sig(key, &digest, value),
    };
    verified.map_err(|_| Error::SignatureInvalid)
}

/// A digest as aws-lc takes it.
///
/// # Errors
/// [`Error::UnknownAlgorithm`] for a hash that it does not have, [`Error::DigestLength`].
pub(super) fn import(hash: DigestAlgorithm, digest: &[u8]) -> Result<lc_digest::Digest, Error> {
    let kind = match hash {
        DigestAlgorithm::Sha1 => &lc_digest::SHA1_FOR_LEGACY_USE_ONLY,
        DigestAlgorithm::Sha224 => &lc_digest::SHA224,
        DigestAlgorithm::Sha256 => &lc_digest::SHA256,
        DigestAlgorithm::Sha384 => &lc_digest::SHA384,
        DigestAlgorithm::Sha512 => &lc_digest::SHA512,
        DigestAlgorithm::Sha512_256 => &lc_digest::SHA512_256,
        DigestAlgorithm::Sha3_256 => &lc_digest::SHA3_256,
        DigestAlgorithm::Sha3_384 => &lc_digest::SHA3_384,
        DigestAlgorithm::Sha3_512 => &lc_digest::SHA3_512,
        DigestAlgorithm::Sha512_224 | DigestAlgorithm::Sha3_224 => {
            return Err(Error::UnknownAlgorithm { oid: hash.oid() });
        }
    };
    lc_digest::Digest::import_less_safe(digest, kind)
        .map_err(|_| Error::DigestLength { expected: hash.len(), found: digest.len() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use aws_lc_rs::rand::SystemRandom;
    use aws_lc_rs::rsa::{KeyPair, KeySize};
    use aws_lc_rs::signature::{self as lc, KeyPair as _, RsaEncoding, RsaParameters};

    use super::*;

    #[test]
    fn a_key_that_is_held_answers_for_each_algorithm_as_if_it_were_read_anew() {
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let key = pair.public_key().as_ref();
        let message = b"Laenuleping";
        let signed = |padding: &'static dyn RsaEncoding| {
            let mut value = vec![0; pair.public_modulus_len()];
            pair.sign(padding, &SystemRandom::new(), message, &mut value).unwrap();
            value
        };
        let ways: [(&'static RsaParameters, DigestAlgorithm, Vec<u8>); 3] = [
            (&lc::RSA_PKCS1_2048_8192_SHA256, DigestAlgorithm::Sha256, signed(&lc::RSA_PKCS1_SHA256)),
            (&lc::RSA_PKCS1_2048_8192_SHA512, DigestAlgorithm::Sha512, signed(&lc::RSA_PKCS1_SHA512)),
            (&lc::RSA_PSS_2048_8192_SHA256, DigestAlgorithm::Sha256, signed(&lc::RSA_PSS_SHA256)),
        ];
        for first in 0..ways.len() {
            let held = Held::default();
            for at in (0..ways.len()).map(|step| (first + step) % ways.len()) {
                let (algorithm, hash, value) = &ways[at];
                let verify =
                    |digest: &[u8], value: &[u8]| verify(*algorithm, key, &held, *hash, digest, value);
                let digest = hash.digest(message);
                assert_eq!(verify(&digest, value), Ok(()));
                assert_eq!(verify(&hash.digest(b"Laenulepinq"), value), Err(Error::SignatureInvalid));
                for (_, _, other) in ways.iter().filter(|(_, _, other)| other != value) {
                    assert_eq!(verify(&digest, other), Err(Error::SignatureInvalid));
                }
            }
        }
        let none = Held::default();
        let hash = DigestAlgorithm::Sha256;
        let unread = verify(&lc::RSA_PKCS1_2048_8192_SHA256, b"no key", &none, hash, &hash.digest(b""), b"");
        assert_eq!(unread, Err(Error::SignatureInvalid));
    }
}
