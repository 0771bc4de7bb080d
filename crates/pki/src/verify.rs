//! Public keys and the verification of signature values.
//!
//! aws-lc where it has the algorithm, since it is four times faster; RustCrypto for the rest: RSA with SHA-3, unusual salts,
//! small keys, curve and hash pairs aws-lc does not offer. Whether an algorithm is good enough is not decided here.

use aws_lc_rs::digest as lc_digest;
use aws_lc_rs::signature::{self as lc, VerificationAlgorithm};
use const_oid::ObjectIdentifier;
use rsa::pkcs1::DecodeRsaPublicKey as _;
use signature::hazmat::PrehashVerifier as _;

use crate::algorithm::{PssParameters, SignatureAlgorithm};
use crate::asn1::read::{Reader, unsigned, whole};
use crate::asn1::tag;
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::oids;

/// A named elliptic curve (RFC 5480 §2.1.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Curve {
    /// secp256r1.
    P256,
    /// secp384r1.
    P384,
    /// secp521r1.
    P521,
}

/// A subject public key, ready to verify with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// RSAPublicKey in DER, bits of the modulus, and the limits an id-RSASSA-PSS key puts on its use (RFC 4055 §1.2).
    Rsa {
        der: Box<[u8]>,
        bits: usize,
        only: Option<PssLimit>,
    },
    /// The point, uncompressed or compressed, SEC 1 §2.3.
    Elliptic {
        curve: Curve,
        point: Box<[u8]>,
    },
    Ed25519 {
        point: Box<[u8]>,
    },
    Other {
        oid: ObjectIdentifier,
    },
}

/// An id-RSASSA-PSS key: PSS only, and when it states parameters, only those.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PssLimit(Option<PssParameters>);

/// Largest RSA modulus we compute with, in bits: that of aws-lc and of the rsa crate. Smart-ID uses 6144.
const RSA_BITS: usize = 8192;

impl PublicKey {
    /// Reads a SubjectPublicKeyInfo in DER. A kind we cannot verify with is read all the same and refused in use.
    pub fn from_spki_der(der: &[u8]) -> Result<Self, Error> {
        const WHAT: &str = "SubjectPublicKeyInfo";
        let mut fields = whole(der, tag::SEQUENCE, WHAT)?;
        let mut algorithm = fields.inside(tag::SEQUENCE, WHAT)?;
        let oid = algorithm.any()?.oid(WHAT)?;
        let parameters = if algorithm.is_empty() { None } else { Some(algorithm.any()?) };
        let key = fields.expect(tag::BIT_STRING)?.octets(WHAT)?;
        fields.finish()?;
        let kind = match oid {
            oids::RSA_ENCRYPTION => rsa(key, None)?,
            oids::RSASSA_PSS => {
                let stated = parameters.filter(|p| p.tag != tag::NULL);
                let stated = stated.map(|p| PssParameters::read(p.raw)).transpose()?;
                rsa(key, Some(PssLimit(stated)))?
            }
            oids::EC_PUBLIC_KEY => match parameters.filter(|p| p.tag == tag::OID) {
                Some(curve) => elliptic(curve.oid(WHAT)?, key),
                None => Kind::Other { oid },
            },
            oids::ED25519 => Kind::Ed25519 { point: key.into() },
            oid => Kind::Other { oid },
        };
        Ok(PublicKey(kind))
    }

    /// Size that matters for strength: bits of the RSA modulus or of the curve's field. `None` for kinds we do not know.
    pub fn bits(&self) -> Option<usize> {
        match &self.0 {
            Kind::Rsa { bits, .. } => Some(*bits),
            Kind::Elliptic { curve, .. } => Some(curve.bits()),
            Kind::Ed25519 { .. } => Some(256),
            Kind::Other { .. } => None,
        }
    }

    /// The curve of an elliptic curve key.
    pub fn curve(&self) -> Option<Curve> {
        match &self.0 {
            Kind::Elliptic { curve, .. } => Some(*curve),
            _ => None,
        }
    }

    /// Whether this is an RSA key.
    pub fn is_rsa(&self) -> bool {
        matches!(self.0, Kind::Rsa { .. })
    }

    /// Verifies `value` over a digest made with [`SignatureAlgorithm::digest`].
    ///
    /// PSS parameters are honoured to the letter: MGF1 over the same hash, exactly the salt length stated, trailer 1;
    /// anything else is [`Error::PssParameters`]. Ed25519 is [`Error::NeedsMessage`].
    pub fn verify_digest(
        &self,
        algorithm: &SignatureAlgorithm,
        digest: &[u8],
        value: &[u8],
    ) -> Result<(), Error> {
        let expected = algorithm.digest().len();
        if *algorithm != SignatureAlgorithm::Ed25519 && digest.len() != expected {
            return Err(Error::DigestLength { expected, found: digest.len() });
        }
        match (&self.0, algorithm) {
            (Kind::Other { oid }, _) => Err(Error::UnsupportedKey { oid: *oid }),
            (Kind::Rsa { only: Some(_), .. }, SignatureAlgorithm::RsaPkcs1(_)) => Err(Error::KeyMismatch),
            (Kind::Rsa { der, bits, .. }, SignatureAlgorithm::RsaPkcs1(hash)) => {
                verify_pkcs1(der, *bits, *hash, digest, value)
            }
            (Kind::Rsa { der, bits, only }, SignatureAlgorithm::RsaPss(parameters)) => {
                check_pss(parameters, *only)?;
                verify_pss(der, *bits, parameters, digest, value)
            }
            (Kind::Elliptic { curve, point }, SignatureAlgorithm::Ecdsa(hash)) => {
                verify_ecdsa(*curve, point, *hash, digest, value)
            }
            (Kind::Ed25519 { .. }, SignatureAlgorithm::Ed25519) => Err(Error::NeedsMessage),
            _ => Err(Error::KeyMismatch),
        }
    }

    /// Verifies `value` over `message`, hashing it as the algorithm says.
    pub fn verify_message(
        &self,
        algorithm: &SignatureAlgorithm,
        message: &[u8],
        value: &[u8],
    ) -> Result<(), Error> {
        match (&self.0, algorithm) {
            (Kind::Ed25519 { point }, SignatureAlgorithm::Ed25519) => {
                lc::UnparsedPublicKey::new(&lc::ED25519, point)
                    .verify(message, value)
                    .map_err(|_| Error::SignatureInvalid)
            }
            _ => self.verify_digest(algorithm, &algorithm.digest().digest(message), value),
        }
    }
}

impl Curve {
    /// Bits of the field.
    pub const fn bits(self) -> usize {
        match self {
            Curve::P256 => 256,
            Curve::P384 => 384,
            Curve::P521 => 521,
        }
    }
}

fn rsa(key: &[u8], only: Option<PssLimit>) -> Result<Kind, Error> {
    const WHAT: &str = "RSAPublicKey";
    let modulus = unsigned(whole(key, tag::SEQUENCE, WHAT).and_then(|mut f| modulus(&mut f, WHAT))?);
    let first = modulus.first().ok_or(Error::malformed(WHAT))?;
    let bits = modulus.len() * 8 - first.leading_zeros() as usize;
    Ok(Kind::Rsa { der: key.into(), bits, only })
}

fn modulus<'a>(fields: &mut Reader<'a>, what: &'static str) -> Result<&'a [u8], Error> {
    let modulus = fields.expect(tag::INTEGER)?.value;
    fields.expect(tag::INTEGER)?;
    fields.finish()?;
    if modulus.first().is_none_or(|first| first & 0x80 != 0) {
        Err(Error::malformed(what))
    } else {
        Ok(modulus)
    }
}

fn elliptic(oid: ObjectIdentifier, key: &[u8]) -> Kind {
    let curve = match oid {
        oids::P256 => Curve::P256,
        oids::P384 => Curve::P384,
        oids::P521 => Curve::P521,
        oid => return Kind::Other { oid },
    };
    Kind::Elliptic { curve, point: key.into() }
}

/// Parameters of the signature: sound in themselves, and not weaker than those of the key (RFC 4055 §3.3).
fn check_pss(parameters: &PssParameters, only: Option<PssLimit>) -> Result<(), Error> {
    if parameters.mgf_hash != parameters.hash {
        return Err(Error::PssParameters { what: "hash of MGF1" });
    }
    if parameters.trailer_field != 1 {
        return Err(Error::PssParameters { what: "trailerField" });
    }
    if parameters.salt_length as usize > RSA_BITS / 8 {
        return Err(Error::PssParameters { what: "saltLength" });
    }
    let Some(PssLimit(Some(key))) = only else { return Ok(()) };
    if key.hash != parameters.hash
        || key.mgf_hash != parameters.mgf_hash
        || key.trailer_field != parameters.trailer_field
    {
        return Err(Error::PssParameters { what: "hash of the key" });
    }
    if parameters.salt_length < key.salt_length {
        return Err(Error::PssParameters { what: "saltLength of the key" });
    }
    Ok(())
}

fn verify_pkcs1(
    der: &[u8],
    bits: usize,
    hash: DigestAlgorithm,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    let known: Option<&'static lc::RsaParameters> = match hash {
        _ if bits < 2048 => None,
        DigestAlgorithm::Sha1 => Some(&lc::RSA_PKCS1_2048_8192_SHA1_FOR_LEGACY_USE_ONLY),
        DigestAlgorithm::Sha256 => Some(&lc::RSA_PKCS1_2048_8192_SHA256),
        DigestAlgorithm::Sha384 => Some(&lc::RSA_PKCS1_2048_8192_SHA384),
        DigestAlgorithm::Sha512 => Some(&lc::RSA_PKCS1_2048_8192_SHA512),
        _ => None,
    };
    if let Some(known) = known {
        return verify_lc(known, der, hash, digest, value);
    }
    let key = rsa_key(der, bits)?;
    let scheme = match hash {
        DigestAlgorithm::Sha1 => rsa::Pkcs1v15Sign::new::<sha1::Sha1>(),
        DigestAlgorithm::Sha256 => rsa::Pkcs1v15Sign::new::<sha2::Sha256>(),
        DigestAlgorithm::Sha384 => rsa::Pkcs1v15Sign::new::<sha2::Sha384>(),
        DigestAlgorithm::Sha512 => rsa::Pkcs1v15Sign::new::<sha2::Sha512>(),
        DigestAlgorithm::Sha3_256 => rsa::Pkcs1v15Sign::new::<sha3::Sha3_256>(),
        DigestAlgorithm::Sha3_384 => rsa::Pkcs1v15Sign::new::<sha3::Sha3_384>(),
        DigestAlgorithm::Sha3_512 => rsa::Pkcs1v15Sign::new::<sha3::Sha3_512>(),
    };
    key.verify(scheme, digest, value).map_err(|_| Error::SignatureInvalid)
}

fn verify_pss(
    der: &[u8],
    bits: usize,
    parameters: &PssParameters,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    let (hash, salt) = (parameters.hash, parameters.salt_length as usize);
    let known: Option<&'static lc::RsaParameters> = match hash {
        // aws-lc's ready parameters have a salt as long as the digest.
        _ if bits < 2048 || salt != hash.len() => None,
        DigestAlgorithm::Sha256 => Some(&lc::RSA_PSS_2048_8192_SHA256),
        DigestAlgorithm::Sha384 => Some(&lc::RSA_PSS_2048_8192_SHA384),
        DigestAlgorithm::Sha512 => Some(&lc::RSA_PSS_2048_8192_SHA512),
        _ => None,
    };
    if let Some(known) = known {
        return verify_lc(known, der, hash, digest, value);
    }
    let key = rsa_key(der, bits)?;
    let verified = match hash {
        DigestAlgorithm::Sha1 => key.verify(rsa::Pss::<sha1::Sha1>::new_with_salt(salt), digest, value),
        DigestAlgorithm::Sha256 => key.verify(rsa::Pss::<sha2::Sha256>::new_with_salt(salt), digest, value),
        DigestAlgorithm::Sha384 => key.verify(rsa::Pss::<sha2::Sha384>::new_with_salt(salt), digest, value),
        DigestAlgorithm::Sha512 => key.verify(rsa::Pss::<sha2::Sha512>::new_with_salt(salt), digest, value),
        DigestAlgorithm::Sha3_256 => {
            key.verify(rsa::Pss::<sha3::Sha3_256>::new_with_salt(salt), digest, value)
        }
        DigestAlgorithm::Sha3_384 => {
            key.verify(rsa::Pss::<sha3::Sha3_384>::new_with_salt(salt), digest, value)
        }
        DigestAlgorithm::Sha3_512 => {
            key.verify(rsa::Pss::<sha3::Sha3_512>::new_with_salt(salt), digest, value)
        }
    };
    verified.map_err(|_| Error::SignatureInvalid)
}

fn rsa_key(der: &[u8], bits: usize) -> Result<rsa::RsaPublicKey, Error> {
    if bits > RSA_BITS {
        return Err(Error::TooLarge { what: "RSA modulus", limit: RSA_BITS });
    }
    rsa::RsaPublicKey::from_pkcs1_der(der).map_err(|_| Error::malformed("RSAPublicKey"))
}

fn verify_ecdsa(
    curve: Curve,
    point: &[u8],
    hash: DigestAlgorithm,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    use DigestAlgorithm::{Sha3_384, Sha3_512, Sha256, Sha384, Sha512};
    let known: Option<&'static lc::EcdsaVerificationAlgorithm> = match (curve, hash) {
        (Curve::P256, Sha256) => Some(&lc::ECDSA_P256_SHA256_ASN1),
        (Curve::P256, Sha384) => Some(&lc::ECDSA_P256_SHA384_ASN1),
        (Curve::P256, Sha512) => Some(&lc::ECDSA_P256_SHA512_ASN1),
        (Curve::P384, Sha256) => Some(&lc::ECDSA_P384_SHA256_ASN1),
        (Curve::P384, Sha384) => Some(&lc::ECDSA_P384_SHA384_ASN1),
        (Curve::P384, Sha512) => Some(&lc::ECDSA_P384_SHA512_ASN1),
        (Curve::P384, Sha3_384) => Some(&lc::ECDSA_P384_SHA3_384_ASN1),
        (Curve::P521, Sha256) => Some(&lc::ECDSA_P521_SHA256_ASN1),
        (Curve::P521, Sha384) => Some(&lc::ECDSA_P521_SHA384_ASN1),
        (Curve::P521, Sha512) => Some(&lc::ECDSA_P521_SHA512_ASN1),
        (Curve::P521, Sha3_512) => Some(&lc::ECDSA_P521_SHA3_512_ASN1),
        _ => None,
    };
    if let Some(known) = known {
        return verify_lc(known, point, hash, digest, value);
    }
    macro_rules! with {
        ($curve:ident) => {{
            let key = $curve::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| Error::malformed("ECPoint"))?;
            let value = $curve::ecdsa::Signature::from_der(value).map_err(|_| Error::SignatureInvalid)?;
            // RustCrypto refuses digests shorter than half the field; leading zeros do not change the number they stand for.
            let padded = [&vec![0; (curve.bits() / 16 + 1).saturating_sub(digest.len())], digest].concat();
            key.verify_prehash(&padded, &value).map_err(|_| Error::SignatureInvalid)
        }};
    }
    match curve {
        Curve::P256 => with!(p256),
        Curve::P384 => with!(p384),
        Curve::P521 => with!(p521),
    }
}

fn verify_lc(
    algorithm: &dyn VerificationAlgorithm,
    key: &[u8],
    hash: DigestAlgorithm,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    let kind = match hash {
        DigestAlgorithm::Sha1 => &lc_digest::SHA1_FOR_LEGACY_USE_ONLY,
        DigestAlgorithm::Sha256 => &lc_digest::SHA256,
        DigestAlgorithm::Sha384 => &lc_digest::SHA384,
        DigestAlgorithm::Sha512 => &lc_digest::SHA512,
        DigestAlgorithm::Sha3_256 => &lc_digest::SHA3_256,
        DigestAlgorithm::Sha3_384 => &lc_digest::SHA3_384,
        DigestAlgorithm::Sha3_512 => &lc_digest::SHA3_512,
    };
    let digest = lc_digest::Digest::import_less_safe(digest, kind)
        .map_err(|_| Error::DigestLength { expected: hash.len(), found: digest.len() })?;
    algorithm.verify_digest_sig(key, &digest, value).map_err(|_| Error::SignatureInvalid)
}
