use aws_lc_rs::signature as lc;
use const_oid::ObjectIdentifier;
use signature::hazmat::PrehashVerifier as _;

use super::brainpool;
use super::fast::{self, Held};
use crate::asn1::write;
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::oids;

/// A named elliptic curve (RFC 5480 §2.1.1.1, RFC 5639 §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Curve {
    /// secp256r1.
    P256,
    /// secp384r1.
    P384,
    /// secp521r1.
    P521,
    /// brainpoolP224r1.
    BrainpoolP224r1,
    /// brainpoolP256r1.
    BrainpoolP256r1,
    /// brainpoolP256t1, its twist.
    BrainpoolP256t1,
    /// brainpoolP320r1.
    BrainpoolP320r1,
    /// brainpoolP384r1.
    BrainpoolP384r1,
    /// brainpoolP384t1, its twist.
    BrainpoolP384t1,
    /// brainpoolP512r1.
    BrainpoolP512r1,
}

impl Curve {
    /// Bits of the field.
    pub const fn bits(self) -> usize {
        match self {
            Curve::BrainpoolP224r1 => 224,
            Curve::P256 | Curve::BrainpoolP256r1 | Curve::BrainpoolP256t1 => 256,
            Curve::BrainpoolP320r1 => 320,
            Curve::P384 | Curve::BrainpoolP384r1 | Curve::BrainpoolP384t1 => 384,
            Curve::BrainpoolP512r1 => 512,
            Curve::P521 => 521,
        }
    }

    /// The DER SEQUENCE of r and s from the two, each as long as the order, one after the other (BSI TR-03111 §5.2.1).
    ///
    /// # Errors
    /// [`Error::SignatureInvalid`] when the value has another length.
    pub fn der_of_plain(self, value: &[u8]) -> Result<Vec<u8>, Error> {
        // The orders of all our curves are as long as their fields, in bytes.
        let length = self.bits().div_ceil(8);
        match value.split_at_checked(length) {
            Some((r, s)) if s.len() == length => {
                Ok(write::sequence(&[&write::unsigned(r), &write::unsigned(s)]))
            }
            _ => Err(Error::SignatureInvalid),
        }
    }

    pub(super) fn from_oid(oid: &ObjectIdentifier) -> Option<Self> {
        Some(match *oid {
            oids::P256 => Curve::P256,
            oids::P384 => Curve::P384,
            oids::P521 => Curve::P521,
            oids::BRAINPOOL_P224R1 => Curve::BrainpoolP224r1,
            oids::BRAINPOOL_P256R1 => Curve::BrainpoolP256r1,
            oids::BRAINPOOL_P256T1 => Curve::BrainpoolP256t1,
            oids::BRAINPOOL_P320R1 => Curve::BrainpoolP320r1,
            oids::BRAINPOOL_P384R1 => Curve::BrainpoolP384r1,
            oids::BRAINPOOL_P384T1 => Curve::BrainpoolP384t1,
            oids::BRAINPOOL_P512R1 => Curve::BrainpoolP512r1,
            _ => return None,
        })
    }
}

/// Verifies a DER SEQUENCE of r and s by the key with this point.
pub(super) fn verify(
    curve: Curve,
    point: &[u8],
    held: &Held,
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
        return fast::verify(known, point, held, hash, digest, value);
    }
    // RustCrypto refuses digests shorter than half the field; leading zeros do not change the number they stand for.
    let missing = (curve.bits() / 16 + 1).saturating_sub(digest.len());
    let padded = [&vec![0; missing], digest].concat();
    macro_rules! with {
        ($curve:ty) => {{
            let key = ecdsa::VerifyingKey::<$curve>::from_sec1_bytes(point);
            let value = ecdsa::Signature::<$curve>::from_der(value).map_err(|_| Error::SignatureInvalid)?;
            let key = key.map_err(|_| Error::malformed("ECPoint"))?;
            key.verify_prehash(&padded, &value).map_err(|_| Error::SignatureInvalid)
        }};
    }
    match curve {
        Curve::P256 => with!(p256::NistP256),
        Curve::P384 => with!(p384::NistP384),
        Curve::P521 => with!(p521::NistP521),
        Curve::BrainpoolP224r1 => with!(brainpool::BrainpoolP224r1),
        Curve::BrainpoolP256r1 => with!(bp256::BrainpoolP256r1),
        Curve::BrainpoolP256t1 => with!(bp256::BrainpoolP256t1),
        Curve::BrainpoolP320r1 => with!(brainpool::BrainpoolP320r1),
        Curve::BrainpoolP384r1 => with!(bp384::BrainpoolP384r1),
        Curve::BrainpoolP384t1 => with!(bp384::BrainpoolP384t1),
        Curve::BrainpoolP512r1 => with!(brainpool::BrainpoolP512r1),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_published_value_of_a_sim_card_verifies() {
        // Key, hash and value of a Mobile-ID test card: SK-EID/mid-rest-java-client, TestData (MIT). Its r begins with two
        // zero bytes, and the hash is longer than the curve.
        let point = "047625799837f4292040653ccfc6fc7a172d0449da1a576e7228fa79311378e8f62e91302de74c4b5a427cd1190098c3c0\
                     06760c9301801d39407aebbf37abb142";
        let digest = "0a1bdbcdfb81090371c7b7f41f4226921c16fb50437a0f5e8b5e7005e3b54b1938412eae8599f5e1d992d71a964c3c5618\
                      aef003224dec19f5da953004d584dc";
        let value = "000014aff3aa3e71174fdef0dfab76247f583b507d4ed7b884edd960d130f8780085f9ef9d9f6d889cd32455b2eb4ded99\
                     5b6035a9511f6131d10382613632f2";
        let [point, digest, value] = [point, digest, value].map(|text| hex::decode(text).unwrap());
        let der = Curve::P256.der_of_plain(&value).unwrap();
        assert_eq!(der[..6], [0x30, 0x42, 0x02, 0x1e, 0x14, 0xaf], "leading zeros are left out");
        verify(Curve::P256, &point, &Held::default(), DigestAlgorithm::Sha512, &digest, &der).unwrap();
        for length in [0, 63, 65, 96] {
            assert!(Curve::P256.der_of_plain(&vec![1; length]).is_err(), "{length}");
        }
        let mut other = value.clone();
        other[63] ^= 1;
        let der = Curve::P256.der_of_plain(&other).unwrap();
        assert!(
            verify(Curve::P256, &point, &Held::default(), DigestAlgorithm::Sha512, &digest, &der).is_err()
        );
    }
}
