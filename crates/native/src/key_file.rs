//! A PKCS#12 file (RFC 7292): a private key, its certificate, and those above it.

use std::fmt;
use std::path::Path;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{self as lc, EcdsaKeyPair, KeyPair, RsaKeyPair};
use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error as Reading;
use workflow::key::{
    Certificate, DigestAlgorithm, Key, PssParameters, Refused, SignatureAlgorithm, ToBeSigned,
};

use crate::error::Error;
use crate::small_file;

/// A key with a chain of certificates has some kilobytes.
const MAXIMUM: u64 = 1 << 20;

/// How an RSA key signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// RSASSA-PKCS1-v1_5 with SHA-256, which every reader knows.
    #[default]
    Pkcs1,
    /// RSASSA-PSS with SHA-256.
    Pss,
}

/// A key from a file, ready to sign.
pub struct KeyFile {
    pair: Pair,
    algorithm: SignatureAlgorithm,
    certificate: Certificate,
    others: Vec<Certificate>,
}

enum Pair {
    Rsa(Box<RsaKeyPair>, Scheme),
    Elliptic(EcdsaKeyPair),
}

impl KeyFile {
    /// Opens the file: the first private key in it that belongs to a certificate in it.
    ///
    /// # Errors
    /// [`Error::KeyFile`], [`Error::KeyPassword`], [`Error::KeyFileDamaged`], [`Error::KeyUnsupported`],
    /// [`Error::NoKey`].
    pub fn open(path: &Path, password: &str, scheme: Scheme) -> Result<Self, Error> {
        let bytes = small_file::regular(path, MAXIMUM);
        let bytes = bytes.map_err(|cause| Error::KeyFile { path: path.to_owned(), cause })?;
        Self::read(&bytes, password, scheme)
    }

    fn read(der: &[u8], password: &str, scheme: Scheme) -> Result<Self, Error> {
        let archive = Pkcs12Archive::from_pkcs12(der, password).map_err(fault)?;
        let read = archive.certs.iter().map(|bag| Certificate::from_der(bag.cert.as_der()));
        let mut certificates = read.collect::<Result<Vec<_>, _>>().map_err(|error| damaged(&error))?;
        let mut unsupported = None;
        for bag in &archive.keys {
            let found = Pair::read(bag.key.as_der(), scheme);
            let Some((pair, algorithm)) = found else {
                unsupported = Some(bag.key.oid().to_string());
                continue;
            };
            // By the key itself, whatever names and numbers the file gives them.
            if let Some(index) = certificates.iter().position(|one| one.key_octets() == pair.public()) {
                let certificate = certificates.remove(index);
                return Ok(Self { pair, algorithm, certificate, others: certificates });
            }
        }
        Err(unsupported.map_or(Error::NoKey, |detail| Error::KeyUnsupported { detail }))
    }
}

impl Pair {
    /// From PKCS#8 (RFC 5958); none for a kind, curve or size that is not signed with.
    fn read(der: &[u8], scheme: Scheme) -> Option<(Self, SignatureAlgorithm)> {
        use DigestAlgorithm::{Sha256, Sha384, Sha512};
        if let Ok(pair) = RsaKeyPair::from_pkcs8(der) {
            let algorithm = match scheme {
                Scheme::Pkcs1 => SignatureAlgorithm::RsaPkcs1(Sha256),
                Scheme::Pss => SignatureAlgorithm::RsaPss(PssParameters::standard(Sha256)),
            };
            return Some((Self::Rsa(Box::new(pair), scheme), algorithm));
        }
        let curves = [
            (&lc::ECDSA_P256_SHA256_ASN1_SIGNING, Sha256),
            (&lc::ECDSA_P384_SHA384_ASN1_SIGNING, Sha384),
            (&lc::ECDSA_P521_SHA512_ASN1_SIGNING, Sha512),
        ];
        curves.into_iter().find_map(|(curve, digest)| {
            let pair = EcdsaKeyPair::from_pkcs8(curve, der).ok()?;
            Some((Self::Elliptic(pair), SignatureAlgorithm::Ecdsa(digest)))
        })
    }

    /// The octets of the public key, as a SubjectPublicKeyInfo has them.
    fn public(&self) -> &[u8] {
        match self {
            Self::Rsa(pair, _) => pair.public_key().as_ref(),
            Self::Elliptic(pair) => pair.public_key().as_ref(),
        }
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Refused> {
        let refused = |error: aws_lc_rs::error::Unspecified| Refused { detail: error.to_string() };
        let random = SystemRandom::new();
        match self {
            Self::Rsa(pair, scheme) => {
                let encoding: &dyn lc::RsaEncoding = match scheme {
                    Scheme::Pkcs1 => &lc::RSA_PKCS1_SHA256,
                    Scheme::Pss => &lc::RSA_PSS_SHA256,
                };
                let mut value = vec![0; pair.public_modulus_len()];
                pair.sign(encoding, &random, message, &mut value).map_err(refused)?;
                Ok(value)
            }
            Self::Elliptic(pair) => Ok(pair.sign(&random, message).map_err(refused)?.as_ref().to_vec()),
        }
    }
}

impl Key for KeyFile {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn others(&self) -> &[Certificate] {
        &self.others
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        self.algorithm
    }

    fn sign(&self, to_be_signed: &ToBeSigned) -> Result<Vec<u8>, Refused> {
        self.pair.sign(&to_be_signed.signed_attributes)
    }
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let subject = self.certificate.subject().to_string();
        f.debug_struct("KeyFile").field("certificate", &subject).finish_non_exhaustive()
    }
}

/// A wrong password shows as a MAC that differs, or, where there is none, as padding or structure gone wrong.
fn fault(error: Reading) -> Error {
    match error {
        Reading::MacError(_) | Reading::Pkcs5Error(_) | Reading::UnpadError => Error::KeyPassword,
        other => damaged(&other),
    }
}

fn damaged(error: &dyn fmt::Display) -> Error {
    Error::KeyFileDamaged { detail: error.to_string() }
}
