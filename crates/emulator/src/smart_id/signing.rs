//! RSA directly over a digest: in RAW_DIGEST_SIGNATURE that which the relying party sent, nothing hashed again.

use rsa::{Pkcs1v15Sign, Pss, RsaPrivateKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384, Sha512};
use sha3::{Sha3_256, Sha3_384, Sha3_512};

use crate::random::Random;

/// `HashAlgorithm` of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    Sha256,
    Sha384,
    Sha512,
    Sha3_256,
    Sha3_384,
    Sha3_512,
}

/// `SignatureAlgorithm` of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    Pss(Hash),
    Pkcs1(Hash),
}

/// Salt in octets, where it is not the length of the hash as it should be.
pub const WEAK_SALT: usize = 20;

impl Hash {
    const ALL: [Self; 6] =
        [Self::Sha256, Self::Sha384, Self::Sha512, Self::Sha3_256, Self::Sha3_384, Self::Sha3_512];

    /// As the API writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
            Self::Sha3_256 => "SHA3-256",
            Self::Sha3_384 => "SHA3-384",
            Self::Sha3_512 => "SHA3-512",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hash| hash.name() == name)
    }

    /// The digest of `data`.
    pub fn digest(self, data: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(data).to_vec(),
            Self::Sha384 => Sha384::digest(data).to_vec(),
            Self::Sha512 => Sha512::digest(data).to_vec(),
            Self::Sha3_256 => Sha3_256::digest(data).to_vec(),
            Self::Sha3_384 => Sha3_384::digest(data).to_vec(),
            Self::Sha3_512 => Sha3_512::digest(data).to_vec(),
        }
    }

    /// In octets.
    pub fn length(self) -> usize {
        match self {
            Self::Sha256 | Self::Sha3_256 => 32,
            Self::Sha384 | Self::Sha3_384 => 48,
            Self::Sha512 | Self::Sha3_512 => 64,
        }
    }
}

impl Algorithm {
    /// The deprecated algorithm of that name.
    pub fn legacy(name: &str) -> Option<Self> {
        match name {
            "sha256WithRSAEncryption" => Some(Self::Pkcs1(Hash::Sha256)),
            "sha384WithRSAEncryption" => Some(Self::Pkcs1(Hash::Sha384)),
            "sha512WithRSAEncryption" => Some(Self::Pkcs1(Hash::Sha512)),
            _ => None,
        }
    }

    /// The hash that made the digest.
    pub fn hash(self) -> Hash {
        match self {
            Self::Pss(hash) | Self::Pkcs1(hash) => hash,
        }
    }

    /// As the API writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pss(_) => "rsassa-pss",
            Self::Pkcs1(Hash::Sha256) => "sha256WithRSAEncryption",
            Self::Pkcs1(Hash::Sha384) => "sha384WithRSAEncryption",
            Self::Pkcs1(_) => "sha512WithRSAEncryption",
        }
    }

    /// `signatureAlgorithmParameters` of the answer; the legacy algorithms have none.
    pub fn parameters(self, salt: usize) -> Option<Value> {
        let Self::Pss(hash) = self else { return None };
        Some(json!({
            "hashAlgorithm": hash.name(),
            "maskGenAlgorithm": {"algorithm": "id-mgf1", "parameters": {"hashAlgorithm": hash.name()}},
            "saltLength": salt,
            "trailerField": "0xbc",
        }))
    }
}

/// Signs `digest`. The value has as many octets as the modulus. A digest of a wrong length gives nothing.
pub fn sign(
    key: &RsaPrivateKey,
    algorithm: Algorithm,
    digest: &[u8],
    salt: usize,
    random: &mut Random,
) -> Vec<u8> {
    let result = match algorithm {
        Algorithm::Pss(Hash::Sha256) => key.sign_with_rng(random, Pss::<Sha256>::new_with_salt(salt), digest),
        Algorithm::Pss(Hash::Sha384) => key.sign_with_rng(random, Pss::<Sha384>::new_with_salt(salt), digest),
        Algorithm::Pss(Hash::Sha512) => key.sign_with_rng(random, Pss::<Sha512>::new_with_salt(salt), digest),
        Algorithm::Pss(Hash::Sha3_256) => {
            key.sign_with_rng(random, Pss::<Sha3_256>::new_with_salt(salt), digest)
        }
        Algorithm::Pss(Hash::Sha3_384) => {
            key.sign_with_rng(random, Pss::<Sha3_384>::new_with_salt(salt), digest)
        }
        Algorithm::Pss(Hash::Sha3_512) => {
            key.sign_with_rng(random, Pss::<Sha3_512>::new_with_salt(salt), digest)
        }
        Algorithm::Pkcs1(Hash::Sha256) => key.sign_with_rng(random, Pkcs1v15Sign::new::<Sha256>(), digest),
        Algorithm::Pkcs1(Hash::Sha384) => key.sign_with_rng(random, Pkcs1v15Sign::new::<Sha384>(), digest),
        Algorithm::Pkcs1(_) => key.sign_with_rng(random, Pkcs1v15Sign::new::<Sha512>(), digest),
    };
    result.unwrap_or_default()
}
