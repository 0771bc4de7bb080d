use aws_lc_rs::signature::{self as lc, VerificationAlgorithm as _};
use rsa::pkcs1::DecodeRsaPublicKey as _;

use super::fast::{self, Held};
use crate::algorithm::{PssParameters, SignatureAlgorithm};
use crate::asn1::read::{Reader, unsigned, whole};
use crate::asn1::{tag, write};
use crate::digest::DigestAlgorithm;
use crate::error::Error;

/// An id-RSASSA-PSS key: PSS only, and when it states parameters, only those.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PssLimit(pub Option<PssParameters>);

/// Largest RSA modulus we compute with, in bits: that of aws-lc and of the rsa crate. Smart-ID uses 6144.
const RSA_BITS: usize = 8192;

/// Bits of the modulus of an RSAPublicKey in DER.
pub(super) fn bits(key: &[u8]) -> Result<usize, Error> {
    const WHAT: &str = "RSAPublicKey";
    let modulus = unsigned(whole(key, tag::SEQUENCE, WHAT).and_then(|mut f| modulus(&mut f, WHAT))?);
    let first = modulus.first().ok_or(Error::malformed(WHAT))?;
    Ok(modulus.len() * 8 - first.leading_zeros() as usize)
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

/// Parameters of the signature: sound in themselves, and not weaker than those of the key (RFC 4055 §3.3).
pub(super) fn check_pss(parameters: &PssParameters, only: Option<PssLimit>) -> Result<(), Error> {
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

pub(super) fn verify_pkcs1(
    der: &[u8],
    held: &Held,
    bits: usize,
    hash: DigestAlgorithm,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    check_size(bits)?;
    let known: Option<&'static lc::RsaParameters> = match hash {
        _ if bits < 2048 => None,
        DigestAlgorithm::Sha1 => Some(&lc::RSA_PKCS1_2048_8192_SHA1_FOR_LEGACY_USE_ONLY),
        DigestAlgorithm::Sha256 => Some(&lc::RSA_PKCS1_2048_8192_SHA256),
        DigestAlgorithm::Sha384 => Some(&lc::RSA_PKCS1_2048_8192_SHA384),
        DigestAlgorithm::Sha512 => Some(&lc::RSA_PKCS1_2048_8192_SHA512),
        _ => None,
    };
    if let Some(known) = known {
        return fast::verify(known, der, held, hash, digest, value);
    }
    let key = rsa_key(der)?;
    let scheme = match hash {
        DigestAlgorithm::Sha1 => rsa::Pkcs1v15Sign::new::<sha1::Sha1>(),
        DigestAlgorithm::Sha224 => rsa::Pkcs1v15Sign::new::<sha2::Sha224>(),
        DigestAlgorithm::Sha256 => rsa::Pkcs1v15Sign::new::<sha2::Sha256>(),
        DigestAlgorithm::Sha384 => rsa::Pkcs1v15Sign::new::<sha2::Sha384>(),
        DigestAlgorithm::Sha512 => rsa::Pkcs1v15Sign::new::<sha2::Sha512>(),
        DigestAlgorithm::Sha512_224 => rsa::Pkcs1v15Sign::new::<sha2::Sha512_224>(),
        DigestAlgorithm::Sha512_256 => rsa::Pkcs1v15Sign::new::<sha2::Sha512_256>(),
        DigestAlgorithm::Sha3_224 => rsa::Pkcs1v15Sign::new::<sha3::Sha3_224>(),
        DigestAlgorithm::Sha3_256 => rsa::Pkcs1v15Sign::new::<sha3::Sha3_256>(),
        DigestAlgorithm::Sha3_384 => rsa::Pkcs1v15Sign::new::<sha3::Sha3_384>(),
        DigestAlgorithm::Sha3_512 => rsa::Pkcs1v15Sign::new::<sha3::Sha3_512>(),
    };
    key.verify(scheme, digest, value).map_err(|_| Error::SignatureInvalid)
}

pub(super) fn verify_pss(
    der: &[u8],
    held: &Held,
    bits: usize,
    parameters: &PssParameters,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    let (hash, salt) = (parameters.hash, parameters.salt_length as usize);
    check_size(bits)?;
    if parameters.mgf_hash != hash {
        return verify_with_other_mask(der, bits, parameters, digest, value);
    }
    let known: Option<&'static lc::RsaParameters> = match hash {
        // aws-lc's ready parameters have a salt as long as the digest.
        _ if bits < 2048 || salt != hash.len() => None,
        DigestAlgorithm::Sha256 => Some(&lc::RSA_PSS_2048_8192_SHA256),
        DigestAlgorithm::Sha384 => Some(&lc::RSA_PSS_2048_8192_SHA384),
        DigestAlgorithm::Sha512 => Some(&lc::RSA_PSS_2048_8192_SHA512),
        _ => None,
    };
    if let Some(known) = known {
        return fast::verify(known, der, held, hash, digest, value);
    }
    let key = rsa_key(der)?;
    macro_rules! with {
        ($hash:ty) => {
            key.verify(rsa::Pss::<$hash>::new_with_salt(salt), digest, value)
        };
    }
    let verified = match hash {
        DigestAlgorithm::Sha1 => with!(sha1::Sha1),
        DigestAlgorithm::Sha224 => with!(sha2::Sha224),
        DigestAlgorithm::Sha256 => with!(sha2::Sha256),
        DigestAlgorithm::Sha384 => with!(sha2::Sha384),
        DigestAlgorithm::Sha512 => with!(sha2::Sha512),
        DigestAlgorithm::Sha512_224 => with!(sha2::Sha512_224),
        DigestAlgorithm::Sha512_256 => with!(sha2::Sha512_256),
        DigestAlgorithm::Sha3_224 => with!(sha3::Sha3_224),
        DigestAlgorithm::Sha3_256 => with!(sha3::Sha3_256),
        DigestAlgorithm::Sha3_384 => with!(sha3::Sha3_384),
        DigestAlgorithm::Sha3_512 => with!(sha3::Sha3_512),
    };
    verified.map_err(|_| Error::SignatureInvalid)
}

/// PSS with MGF1 over another hash than that of the message. aws-lc takes such a hash from the key alone, so the key is given to
/// it as one that is for these parameters only (RFC 4055 §1.2). RFC 4055 §3.1 advises against the combination; SHA-1 in MGF1
/// under a message hashed otherwise does occur.
fn verify_with_other_mask(
    der: &[u8],
    bits: usize,
    parameters: &PssParameters,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    use DigestAlgorithm::{Sha1, Sha224, Sha256, Sha384, Sha512};
    let refused = Error::PssParameters { what: "hash of MGF1" };
    let salt =
        u16::try_from(parameters.salt_length).map_err(|_| Error::PssParameters { what: "saltLength" })?;
    let salt = lc::RsaPssSaltLength::Custom(salt);
    let with = match parameters.hash {
        Sha256 => lc::RSA_PSS_2048_8192_SHA256.with_pss_salt_length(salt),
        Sha384 => lc::RSA_PSS_2048_8192_SHA384.with_pss_salt_length(salt),
        Sha512 => lc::RSA_PSS_2048_8192_SHA512.with_pss_salt_length(salt),
        _ => return Err(refused),
    };
    if bits < 2048 || !matches!(parameters.mgf_hash, Sha1 | Sha224 | Sha256 | Sha384 | Sha512) {
        return Err(refused);
    }
    let algorithm = SignatureAlgorithm::RsaPss(*parameters).to_der();
    let key = write::sequence(&[&algorithm, &write::of(tag::BIT_STRING, &[&[0], der])]);
    let digest = fast::import(parameters.hash, digest)?;
    with.verify_digest_sig(&key, &digest, value).map_err(|_| Error::SignatureInvalid)
}

fn check_size(bits: usize) -> Result<(), Error> {
    match bits > RSA_BITS {
        true => Err(Error::TooLarge { what: "RSA modulus", limit: RSA_BITS }),
        false => Ok(()),
    }
}

fn rsa_key(der: &[u8]) -> Result<rsa::RsaPublicKey, Error> {
    rsa::RsaPublicKey::from_pkcs1_der(der).map_err(|_| Error::malformed("RSAPublicKey"))
}
