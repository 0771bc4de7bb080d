use const_oid::ObjectIdentifier;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;

use crate::error::Error;
use crate::oids;

/// A hash function. SHA-1 is here to be recognised and to name OCSP responders, not to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DigestAlgorithm {
    /// SHA-1, FIPS 180-4; 20 bytes.
    #[serde(rename = "sha1")]
    Sha1,
    /// SHA-224, FIPS 180-4; 28 bytes.
    #[serde(rename = "sha224")]
    Sha224,
    /// SHA-256, FIPS 180-4; 32 bytes.
    #[serde(rename = "sha256")]
    Sha256,
    /// SHA-384, FIPS 180-4; 48 bytes.
    #[serde(rename = "sha384")]
    Sha384,
    /// SHA-512, FIPS 180-4; 64 bytes.
    #[serde(rename = "sha512")]
    Sha512,
    /// SHA-512/224, FIPS 180-4; 28 bytes.
    #[serde(rename = "sha512-224")]
    Sha512_224,
    /// SHA-512/256, FIPS 180-4; 32 bytes.
    #[serde(rename = "sha512-256")]
    Sha512_256,
    /// SHA3-224, FIPS 202; 28 bytes.
    #[serde(rename = "sha3-224")]
    Sha3_224,
    /// SHA3-256, FIPS 202; 32 bytes.
    #[serde(rename = "sha3-256")]
    Sha3_256,
    /// SHA3-384, FIPS 202; 48 bytes.
    #[serde(rename = "sha3-384")]
    Sha3_384,
    /// SHA3-512, FIPS 202; 64 bytes.
    #[serde(rename = "sha3-512")]
    Sha3_512,
}

/// A digest being made, piece by piece.
#[derive(Clone)]
pub struct Hasher(State);

#[derive(Clone)]
enum State {
    Sha1(sha1::Sha1),
    Sha224(sha2::Sha224),
    Sha256(sha2::Sha256),
    Sha384(sha2::Sha384),
    Sha512(sha2::Sha512),
    Sha512_224(sha2::Sha512_224),
    Sha512_256(sha2::Sha512_256),
    Sha3_224(sha3::Sha3_224),
    Sha3_256(sha3::Sha3_256),
    Sha3_384(sha3::Sha3_384),
    Sha3_512(sha3::Sha3_512),
}

macro_rules! each {
    ($state:expr, $hash:ident => $body:expr) => {
        match $state {
            State::Sha1($hash) => $body,
            State::Sha224($hash) => $body,
            State::Sha256($hash) => $body,
            State::Sha384($hash) => $body,
            State::Sha512($hash) => $body,
            State::Sha512_224($hash) => $body,
            State::Sha512_256($hash) => $body,
            State::Sha3_224($hash) => $body,
            State::Sha3_256($hash) => $body,
            State::Sha3_384($hash) => $body,
            State::Sha3_512($hash) => $body,
        }
    };
}

impl Hasher {
    /// Takes in more of the content.
    pub fn update(&mut self, bytes: &[u8]) {
        each!(&mut self.0, hash => hash.update(bytes));
    }

    /// The digest of everything taken in.
    pub fn finish(self) -> Vec<u8> {
        each!(self.0, hash => hash.finalize().to_vec())
    }
}

impl DigestAlgorithm {
    /// All of them, weakest first within a family.
    pub const ALL: [DigestAlgorithm; 11] = [
        DigestAlgorithm::Sha1,
        DigestAlgorithm::Sha224,
        DigestAlgorithm::Sha256,
        DigestAlgorithm::Sha384,
        DigestAlgorithm::Sha512,
        DigestAlgorithm::Sha512_224,
        DigestAlgorithm::Sha512_256,
        DigestAlgorithm::Sha3_224,
        DigestAlgorithm::Sha3_256,
        DigestAlgorithm::Sha3_384,
        DigestAlgorithm::Sha3_512,
    ];

    /// The digest of `content`.
    pub fn digest(self, content: &[u8]) -> Vec<u8> {
        let mut hasher = self.hasher();
        hasher.update(content);
        hasher.finish()
    }

    /// A hasher that has taken in nothing yet.
    pub fn hasher(self) -> Hasher {
        Hasher(match self {
            DigestAlgorithm::Sha1 => State::Sha1(sha1::Sha1::new()),
            DigestAlgorithm::Sha224 => State::Sha224(sha2::Sha224::new()),
            DigestAlgorithm::Sha256 => State::Sha256(sha2::Sha256::new()),
            DigestAlgorithm::Sha384 => State::Sha384(sha2::Sha384::new()),
            DigestAlgorithm::Sha512 => State::Sha512(sha2::Sha512::new()),
            DigestAlgorithm::Sha512_224 => State::Sha512_224(sha2::Sha512_224::new()),
            DigestAlgorithm::Sha512_256 => State::Sha512_256(sha2::Sha512_256::new()),
            DigestAlgorithm::Sha3_224 => State::Sha3_224(sha3::Sha3_224::new()),
            DigestAlgorithm::Sha3_256 => State::Sha3_256(sha3::Sha3_256::new()),
            DigestAlgorithm::Sha3_384 => State::Sha3_384(sha3::Sha3_384::new()),
            DigestAlgorithm::Sha3_512 => State::Sha3_512(sha3::Sha3_512::new()),
        })
    }

    /// Length of the digest, in bytes.
    #[allow(clippy::len_without_is_empty)]
    pub const fn len(self) -> usize {
        match self {
            DigestAlgorithm::Sha1 => 20,
            DigestAlgorithm::Sha224 | DigestAlgorithm::Sha512_224 | DigestAlgorithm::Sha3_224 => 28,
            DigestAlgorithm::Sha256 | DigestAlgorithm::Sha512_256 | DigestAlgorithm::Sha3_256 => 32,
            DigestAlgorithm::Sha384 | DigestAlgorithm::Sha3_384 => 48,
            DigestAlgorithm::Sha512 | DigestAlgorithm::Sha3_512 => 64,
        }
    }

    /// Its object identifier (RFC 5754, RFC 8702, NIST CSOR).
    pub const fn oid(self) -> ObjectIdentifier {
        match self {
            DigestAlgorithm::Sha1 => oids::SHA1,
            DigestAlgorithm::Sha224 => oids::SHA224,
            DigestAlgorithm::Sha256 => oids::SHA256,
            DigestAlgorithm::Sha384 => oids::SHA384,
            DigestAlgorithm::Sha512 => oids::SHA512,
            DigestAlgorithm::Sha512_224 => oids::SHA512_224,
            DigestAlgorithm::Sha512_256 => oids::SHA512_256,
            DigestAlgorithm::Sha3_224 => oids::SHA3_224,
            DigestAlgorithm::Sha3_256 => oids::SHA3_256,
            DigestAlgorithm::Sha3_384 => oids::SHA3_384,
            DigestAlgorithm::Sha3_512 => oids::SHA3_512,
        }
    }

    /// The algorithm with this object identifier; [`Error::UnknownAlgorithm`] otherwise.
    pub fn from_oid(oid: &ObjectIdentifier) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|a| a.oid() == *oid).ok_or(Error::UnknownAlgorithm { oid: *oid })
    }

    /// The name people write: `SHA-256`, `SHA3-256`.
    pub const fn name(self) -> &'static str {
        match self {
            DigestAlgorithm::Sha1 => "SHA-1",
            DigestAlgorithm::Sha224 => "SHA-224",
            DigestAlgorithm::Sha256 => "SHA-256",
            DigestAlgorithm::Sha384 => "SHA-384",
            DigestAlgorithm::Sha512 => "SHA-512",
            DigestAlgorithm::Sha512_224 => "SHA-512/224",
            DigestAlgorithm::Sha512_256 => "SHA-512/256",
            DigestAlgorithm::Sha3_224 => "SHA3-224",
            DigestAlgorithm::Sha3_256 => "SHA3-256",
            DigestAlgorithm::Sha3_384 => "SHA3-384",
            DigestAlgorithm::Sha3_512 => "SHA3-512",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lengths_names_and_identifiers_agree() {
        for algorithm in DigestAlgorithm::ALL {
            assert_eq!(algorithm.digest(b"abc").len(), algorithm.len());
            assert_eq!(DigestAlgorithm::from_oid(&algorithm.oid()), Ok(algorithm));
        }
    }

    #[test]
    fn sha_256_of_abc_is_that_of_fips_180() {
        let digest = hex::encode(DigestAlgorithm::Sha256.digest(b"abc"));
        assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn the_short_ones_are_those_of_openssl() {
        // printf abc | openssl dgst -…
        for (algorithm, digest) in [
            (DigestAlgorithm::Sha224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
            (DigestAlgorithm::Sha512_224, "4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa"),
            (DigestAlgorithm::Sha512_256, "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23"),
            (DigestAlgorithm::Sha3_224, "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf"),
        ] {
            assert_eq!(hex::encode(algorithm.digest(b"abc")), digest, "{}", algorithm.name());
        }
    }
}
