use std::fmt;

use const_oid::ObjectIdentifier;
use serde::{Deserialize, Serialize};
use spki::AlgorithmIdentifierOwned;
use spki::der::Encode as _;

use crate::asn1::read::{Reader, Tlv, whole};
use crate::asn1::{tag, write};
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::oids;

/// RSASSA-PSS-params (RFC 8017 §A.2.3) with MGF1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PssParameters {
    /// Hash of the message.
    pub hash: DigestAlgorithm,
    /// Hash inside the mask generation function MGF1.
    pub mgf_hash: DigestAlgorithm,
    /// Length of the salt, in bytes.
    pub salt_length: u32,
    /// Trailer field; 1 stands for 0xbc and is the only one there is.
    pub trailer_field: u8,
}

/// How a signature value is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5, RFC 8017 §8.2.
    RsaPkcs1(DigestAlgorithm),
    /// RSASSA-PSS, RFC 8017 §8.1.
    RsaPss(PssParameters),
    /// ECDSA; the value is a DER SEQUENCE of r and s.
    Ecdsa(DigestAlgorithm),
    /// ECDSA; the value is r and s one after the other, each as long as the order (BSI TR-03111 §5.2.1).
    PlainEcdsa(DigestAlgorithm),
    /// Ed25519, RFC 8032; signs messages, not digests.
    Ed25519,
    /// DSA, FIPS 186-4; the value is a DER SEQUENCE of r and s. Read and never made.
    Dsa(DigestAlgorithm),
}

impl PssParameters {
    /// The parameters everybody means: MGF1 over the same hash, a salt as long as the digest, trailer 1.
    pub const fn standard(digest: DigestAlgorithm) -> Self {
        PssParameters { hash: digest, mgf_hash: digest, salt_length: digest.len() as u32, trailer_field: 1 }
    }

    /// Reads RSASSA-PSS-params; what is left out has the defaults of the standard (SHA-1, 20 bytes).
    pub(crate) fn read(der: &[u8]) -> Result<Self, Error> {
        const WHAT: &str = "RSASSA-PSS-params";
        let mut fields = whole(der, tag::SEQUENCE, WHAT)?;
        let mut found = PssParameters::standard(DigestAlgorithm::Sha1);
        if let Some(hash) = fields.optional(tag::constructed(0))? {
            found.hash = digest_algorithm(hash.value)?;
        }
        if let Some(mask) = fields.optional(tag::constructed(1))? {
            let mut mask = whole(mask.value, tag::SEQUENCE, WHAT)?;
            let oid = mask.any()?.oid(WHAT)?;
            if oid != oids::MGF1 {
                return Err(Error::UnknownAlgorithm { oid });
            }
            found.mgf_hash = digest_algorithm(mask.any()?.raw)?;
            mask.finish()?;
        }
        if let Some(salt) = fields.optional(tag::constructed(2))? {
            let salt = Reader::new(salt.value, WHAT).expect(tag::INTEGER)?.number(WHAT)?;
            found.salt_length =
                u32::try_from(salt).map_err(|_| Error::PssParameters { what: "saltLength" })?;
        }
        if let Some(trailer) = fields.optional(tag::constructed(3))? {
            let trailer = Reader::new(trailer.value, WHAT).expect(tag::INTEGER)?.number(WHAT)?;
            found.trailer_field =
                u8::try_from(trailer).map_err(|_| Error::PssParameters { what: "trailerField" })?;
        }
        fields.finish()?;
        Ok(found)
    }

    fn to_der(self) -> Vec<u8> {
        let hash = write::algorithm_null(&self.hash.oid());
        let mgf_hash = write::algorithm_null(&self.mgf_hash.oid());
        let mask = write::sequence(&[&write::oid(&oids::MGF1), &mgf_hash]);
        // DER leaves out what equals the default.
        let is_sha1 = |hash| hash == DigestAlgorithm::Sha1;
        let mut parts = Vec::new();
        if !is_sha1(self.hash) {
            parts.push(write::tlv(tag::constructed(0), &hash));
        }
        if !is_sha1(self.mgf_hash) {
            parts.push(write::tlv(tag::constructed(1), &mask));
        }
        if self.salt_length != 20 {
            parts.push(write::tlv(tag::constructed(2), &write::number(self.salt_length.into())));
        }
        if self.trailer_field != 1 {
            parts.push(write::tlv(tag::constructed(3), &write::number(self.trailer_field.into())));
        }
        write::tlv(tag::SEQUENCE, &parts.concat())
    }
}

/// AlgorithmIdentifier of a digest, parameters absent or NULL: both occur (RFC 5754 §2).
pub(crate) fn digest_algorithm(der: &[u8]) -> Result<DigestAlgorithm, Error> {
    const WHAT: &str = "digest AlgorithmIdentifier";
    let mut fields = whole(der, tag::SEQUENCE, WHAT)?;
    let algorithm = DigestAlgorithm::from_oid(&fields.any()?.oid(WHAT)?)?;
    fields.optional(tag::NULL)?;
    fields.finish()?;
    Ok(algorithm)
}

const PKCS1: [(ObjectIdentifier, DigestAlgorithm); 11] = [
    (oids::RSA_SHA1, DigestAlgorithm::Sha1),
    (oids::RSA_SHA224, DigestAlgorithm::Sha224),
    (oids::RSA_SHA256, DigestAlgorithm::Sha256),
    (oids::RSA_SHA384, DigestAlgorithm::Sha384),
    (oids::RSA_SHA512, DigestAlgorithm::Sha512),
    (oids::RSA_SHA512_224, DigestAlgorithm::Sha512_224),
    (oids::RSA_SHA512_256, DigestAlgorithm::Sha512_256),
    (oids::RSA_SHA3_224, DigestAlgorithm::Sha3_224),
    (oids::RSA_SHA3_256, DigestAlgorithm::Sha3_256),
    (oids::RSA_SHA3_384, DigestAlgorithm::Sha3_384),
    (oids::RSA_SHA3_512, DigestAlgorithm::Sha3_512),
];

const ECDSA: [(ObjectIdentifier, DigestAlgorithm); 9] = [
    (oids::ECDSA_SHA1, DigestAlgorithm::Sha1),
    (oids::ECDSA_SHA224, DigestAlgorithm::Sha224),
    (oids::ECDSA_SHA256, DigestAlgorithm::Sha256),
    (oids::ECDSA_SHA384, DigestAlgorithm::Sha384),
    (oids::ECDSA_SHA512, DigestAlgorithm::Sha512),
    (oids::ECDSA_SHA3_224, DigestAlgorithm::Sha3_224),
    (oids::ECDSA_SHA3_256, DigestAlgorithm::Sha3_256),
    (oids::ECDSA_SHA3_384, DigestAlgorithm::Sha3_384),
    (oids::ECDSA_SHA3_512, DigestAlgorithm::Sha3_512),
];

const PLAIN: [(ObjectIdentifier, DigestAlgorithm); 9] = [
    (oids::PLAIN_SHA1, DigestAlgorithm::Sha1),
    (oids::PLAIN_SHA224, DigestAlgorithm::Sha224),
    (oids::PLAIN_SHA256, DigestAlgorithm::Sha256),
    (oids::PLAIN_SHA384, DigestAlgorithm::Sha384),
    (oids::PLAIN_SHA512, DigestAlgorithm::Sha512),
    (oids::PLAIN_SHA3_224, DigestAlgorithm::Sha3_224),
    (oids::PLAIN_SHA3_256, DigestAlgorithm::Sha3_256),
    (oids::PLAIN_SHA3_384, DigestAlgorithm::Sha3_384),
    (oids::PLAIN_SHA3_512, DigestAlgorithm::Sha3_512),
];

const DSA: [(ObjectIdentifier, DigestAlgorithm); 9] = [
    (oids::DSA_SHA1, DigestAlgorithm::Sha1),
    (oids::DSA_SHA224, DigestAlgorithm::Sha224),
    (oids::DSA_SHA256, DigestAlgorithm::Sha256),
    (oids::DSA_SHA384, DigestAlgorithm::Sha384),
    (oids::DSA_SHA512, DigestAlgorithm::Sha512),
    (oids::DSA_SHA3_224, DigestAlgorithm::Sha3_224),
    (oids::DSA_SHA3_256, DigestAlgorithm::Sha3_256),
    (oids::DSA_SHA3_384, DigestAlgorithm::Sha3_384),
    (oids::DSA_SHA3_512, DigestAlgorithm::Sha3_512),
];

fn find(table: &[(ObjectIdentifier, DigestAlgorithm)], oid: &ObjectIdentifier) -> Option<DigestAlgorithm> {
    table.iter().find(|(known, _)| known == oid).map(|(_, digest)| *digest)
}

impl SignatureAlgorithm {
    /// The hash it signs; for Ed25519 the SHA-512 inside, which is also what CMS digests the content with (RFC 8419 §2.3).
    pub const fn digest(&self) -> DigestAlgorithm {
        match self {
            SignatureAlgorithm::RsaPkcs1(digest)
            | SignatureAlgorithm::Ecdsa(digest)
            | SignatureAlgorithm::PlainEcdsa(digest)
            | SignatureAlgorithm::Dsa(digest) => *digest,
            SignatureAlgorithm::RsaPss(parameters) => parameters.hash,
            SignatureAlgorithm::Ed25519 => DigestAlgorithm::Sha512,
        }
    }

    /// AlgorithmIdentifier in DER: PKCS#1 with NULL, PSS with explicit parameters, ECDSA and Ed25519 without (RFC 4055, RFC 5758, RFC 8410).
    pub fn to_der(&self) -> Vec<u8> {
        // SHA-512/224 and SHA-512/256 have no identifier together with a curve or DSA: the bare one of the key stands, and the
        // digest beside it.
        let of = |table: &[(ObjectIdentifier, DigestAlgorithm)], digest, bare| {
            table.iter().find(|(_, d)| *d == digest).map_or(bare, |(oid, _)| *oid)
        };
        match self {
            SignatureAlgorithm::RsaPkcs1(digest) => {
                write::algorithm_null(&of(&PKCS1, *digest, oids::RSA_ENCRYPTION))
            }
            SignatureAlgorithm::RsaPss(parameters) => {
                write::sequence(&[&write::oid(&oids::RSASSA_PSS), &parameters.to_der()])
            }
            SignatureAlgorithm::Ecdsa(digest) => write::algorithm(&of(&ECDSA, *digest, oids::EC_PUBLIC_KEY)),
            SignatureAlgorithm::PlainEcdsa(digest) => {
                write::algorithm(&of(&PLAIN, *digest, oids::EC_PUBLIC_KEY))
            }
            SignatureAlgorithm::Dsa(digest) => write::algorithm(&of(&DSA, *digest, oids::DSA)),
            SignatureAlgorithm::Ed25519 => write::algorithm(&oids::ED25519),
        }
    }

    /// Reads an AlgorithmIdentifier. `hint` is the digest algorithm stated beside it, needed where the identifier is a
    /// bare `rsaEncryption`, `id-ecPublicKey` or `id-dsa`, as CMS allows.
    pub fn from_algorithm_identifier(
        identifier: &AlgorithmIdentifierOwned,
        hint: Option<DigestAlgorithm>,
    ) -> Result<Self, Error> {
        let der = identifier.to_der().map_err(|_| Error::malformed("signature AlgorithmIdentifier"))?;
        Self::from_der(&der, hint)
    }

    /// Reads an AlgorithmIdentifier in DER; see [`SignatureAlgorithm::from_algorithm_identifier`].
    pub fn from_der(der: &[u8], hint: Option<DigestAlgorithm>) -> Result<Self, Error> {
        const WHAT: &str = "signature AlgorithmIdentifier";
        let mut fields = whole(der, tag::SEQUENCE, WHAT)?;
        let oid = fields.any()?.oid(WHAT)?;
        let parameters = if fields.is_empty() { None } else { Some(fields.any()?) };
        fields.finish()?;
        if oid == oids::RSASSA_PSS {
            let parameters = parameters.ok_or(Error::PssParameters { what: "parameters absent" })?;
            return PssParameters::read(parameters.raw).map(SignatureAlgorithm::RsaPss);
        }
        let found = match (oid, hint) {
            (oids::ED25519, _) => SignatureAlgorithm::Ed25519,
            (oids::RSA_ENCRYPTION, Some(digest)) => SignatureAlgorithm::RsaPkcs1(digest),
            (oids::EC_PUBLIC_KEY, Some(digest)) => SignatureAlgorithm::Ecdsa(digest),
            (oids::DSA, Some(digest)) => SignatureAlgorithm::Dsa(digest),
            _ => {
                let rsa = find(&PKCS1, &oid).map(SignatureAlgorithm::RsaPkcs1);
                let ecdsa = || find(&ECDSA, &oid).map(SignatureAlgorithm::Ecdsa);
                let plain = || find(&PLAIN, &oid).map(SignatureAlgorithm::PlainEcdsa);
                let dsa = || find(&DSA, &oid).map(SignatureAlgorithm::Dsa);
                rsa.or_else(ecdsa).or_else(plain).or_else(dsa).ok_or(Error::UnknownAlgorithm { oid })?
            }
        };
        // None of these has parameters; NULL is written by some and tolerated for all. Signers with plain values name the curve
        // of the key, which is the key's to say.
        let is_curve = |parameters: &Tlv<'_>| {
            matches!(found, SignatureAlgorithm::PlainEcdsa(_)) && parameters.tag == tag::OID
        };
        match parameters {
            Some(parameters) if parameters.tag != tag::NULL && !is_curve(&parameters) => {
                Err(Error::malformed(WHAT))
            }
            _ => Ok(found),
        }
    }
}

/// By the names of the standards, with what it takes to tell it from others: `RSASSA-PSS, SHA-512, salt 64`. MGF1 is over the same
/// hash where none is named.
impl fmt::Display for SignatureAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RsaPkcs1(digest) => write!(f, "RSASSA-PKCS1-v1_5, {}", digest.name()),
            Self::RsaPss(PssParameters { hash, mgf_hash, salt_length, .. }) => {
                write!(f, "RSASSA-PSS, {}", hash.name())?;
                if mgf_hash != hash {
                    write!(f, ", MGF1 {}", mgf_hash.name())?;
                }
                write!(f, ", salt {salt_length}")
            }
            Self::Ecdsa(digest) => write!(f, "ECDSA, {}", digest.name()),
            Self::PlainEcdsa(digest) => write!(f, "ECDSA (BSI TR-03111), {}", digest.name()),
            Self::Ed25519 => f.write_str("Ed25519"),
            Self::Dsa(digest) => write!(f, "DSA, {}", digest.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn pss_identifiers_are_written_with_explicit_parameters() {
        let written =
            |digest| hex::encode(SignatureAlgorithm::RsaPss(PssParameters::standard(digest)).to_der());
        // Made with asn1crypto, an independent encoder.
        assert_eq!(
            written(DigestAlgorithm::Sha256),
            "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500a203020120"
        );
        assert_eq!(
            written(DigestAlgorithm::Sha384),
            "304106092a864886f70d01010a3034a00f300d06096086480165030402020500a11c301a06092a864886f70d010108300d06096086480165030402020500a203020130"
        );
        assert_eq!(
            written(DigestAlgorithm::Sha512),
            "304106092a864886f70d01010a3034a00f300d06096086480165030402030500a11c301a06092a864886f70d010108300d06096086480165030402030500a203020140"
        );
    }

    #[test]
    fn no_two_algorithms_have_one_name() {
        let pss = |mgf_hash, salt_length| PssParameters {
            mgf_hash,
            salt_length,
            ..PssParameters::standard(DigestAlgorithm::Sha256)
        };
        let named = [
            (SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha384), "RSASSA-PKCS1-v1_5, SHA-384"),
            (SignatureAlgorithm::RsaPss(pss(DigestAlgorithm::Sha256, 32)), "RSASSA-PSS, SHA-256, salt 32"),
            (
                SignatureAlgorithm::RsaPss(pss(DigestAlgorithm::Sha1, 20)),
                "RSASSA-PSS, SHA-256, MGF1 SHA-1, salt 20",
            ),
            (SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256), "ECDSA, SHA-256"),
            (SignatureAlgorithm::PlainEcdsa(DigestAlgorithm::Sha256), "ECDSA (BSI TR-03111), SHA-256"),
            (SignatureAlgorithm::Dsa(DigestAlgorithm::Sha256), "DSA, SHA-256"),
            (SignatureAlgorithm::Ed25519, "Ed25519"),
        ];
        for (algorithm, name) in named {
            assert_eq!(algorithm.to_string(), name);
        }
    }

    #[test]
    fn every_algorithm_is_read_as_written() {
        let digests = DigestAlgorithm::ALL;
        let all = digests.iter().flat_map(|d| {
            [
                SignatureAlgorithm::RsaPkcs1(*d),
                SignatureAlgorithm::Ecdsa(*d),
                SignatureAlgorithm::Dsa(*d),
                SignatureAlgorithm::RsaPss(PssParameters::standard(*d)),
            ]
        });
        for algorithm in all
            .chain(PLAIN.map(|(_, d)| SignatureAlgorithm::PlainEcdsa(d)))
            .chain([SignatureAlgorithm::Ed25519])
        {
            let hint = Some(algorithm.digest());
            assert_eq!(SignatureAlgorithm::from_der(&algorithm.to_der(), hint), Ok(algorithm));
        }
    }

    #[test]
    fn what_has_no_identifier_of_its_own_is_nothing_without_the_digest_beside_it() {
        let truncated = [DigestAlgorithm::Sha512_224, DigestAlgorithm::Sha512_256];
        for digest in DigestAlgorithm::ALL {
            for algorithm in [SignatureAlgorithm::Ecdsa(digest), SignatureAlgorithm::Dsa(digest)] {
                let alone = SignatureAlgorithm::from_der(&algorithm.to_der(), None);
                assert_eq!(alone.is_err(), truncated.contains(&digest), "{algorithm:?}");
            }
        }
    }

    #[test]
    fn the_curve_may_stand_beside_plain_values_and_nothing_else_may() {
        let with = |oid, parameters: &[u8]| {
            let der = write::sequence(&[&write::oid(&oid), parameters]);
            SignatureAlgorithm::from_der(&der, None).ok()
        };
        let curve = write::oid(&oids::BRAINPOOL_P256R1);
        let plain = SignatureAlgorithm::PlainEcdsa(DigestAlgorithm::Sha256);
        assert_eq!(with(oids::PLAIN_SHA256, &curve), Some(plain));
        assert_eq!(with(oids::PLAIN_SHA256, &write::number(1)), None);
        assert_eq!(with(oids::ECDSA_SHA256, &curve), None);
    }

    #[test]
    fn bare_rsa_encryption_needs_the_digest_beside_it() {
        let der = write::algorithm_null(&oids::RSA_ENCRYPTION);
        let unknown = Err(Error::UnknownAlgorithm { oid: oids::RSA_ENCRYPTION });
        assert_eq!(SignatureAlgorithm::from_der(&der, None), unknown);
        let read = SignatureAlgorithm::from_der(&der, Some(DigestAlgorithm::Sha384));
        assert_eq!(read, Ok(SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha384)));
    }
}
