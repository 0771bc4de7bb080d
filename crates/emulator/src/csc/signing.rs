//! How keys sign: what `signAlgo` and its parameters may be, and the value.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use p256::ecdsa::signature::hazmat::PrehashSigner as _;

use super::refusal::Refusal;
use super::request::Parameters;
use super::vault::KeyKind;
use crate::asn1::{context, integer, null, oid, sequence};
use crate::faults::AnswerFault;
use crate::pki::oids::*;
use crate::random::Random;
use crate::realm::Realm;
use crate::smart_id::signing::{Algorithm, Hash, WEAK_SALT, sign as rsa};

/// A hash and how it is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Ecdsa(Hash),
    Rsa(Algorithm),
    /// RSASSA-PSS with a salt that is shorter than it should be.
    WeakPss(Hash),
}

const RSA_ENCRYPTION: &str = "1.2.840.113549.1.1.1";
const PSS: &str = "1.2.840.113549.1.1.10";
/// Hash, its OID, RSA with it, ECDSA with it.
const TABLE: [(Hash, &str, &str, &str); 3] = [
    (Hash::Sha256, "2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"),
    (Hash::Sha384, "2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"),
    (Hash::Sha512, "2.16.840.1.101.3.4.2.3", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4"),
];

/// `key.algo` of a key.
pub fn names(kind: KeyKind) -> Vec<&'static str> {
    match kind {
        KeyKind::P256 => TABLE.iter().map(|row| row.3).collect(),
        KeyKind::Rsa(_) => TABLE.iter().map(|row| row.2).chain([RSA_ENCRYPTION, PSS]).collect(),
    }
}

/// The hash of that OID.
pub fn hash(name: &str) -> Option<Hash> {
    TABLE.iter().find(|row| row.1 == name).map(|row| row.0)
}

impl How {
    /// What `signAlgo`, `signAlgoParams` and `hashAlgorithmOID` say together.
    pub fn read(parameters: &Parameters, kind: KeyKind) -> Result<Self, Refusal> {
        let name = parameters.string("signAlgo")?;
        let stated = parameters.optional("hashAlgorithmOID")?;
        let unknown = || Refusal::parameter("hashAlgorithmOID");
        let stated = stated.map(|name| hash(name).ok_or_else(unknown)).transpose()?;
        let how = match (kind, name) {
            (KeyKind::Rsa(_), RSA_ENCRYPTION) => {
                let hash = stated.ok_or_else(|| Refusal::missing("string", "hashAlgorithmOID"))?;
                Self::Rsa(Algorithm::Pkcs1(hash))
            }
            (KeyKind::Rsa(_), PSS) => {
                let given = parameters.string("signAlgoParams")?;
                let given = STANDARD.decode(given).map_err(|_| Refusal::parameter("signAlgoParams"))?;
                let hash = stated.ok_or_else(|| Refusal::missing("string", "hashAlgorithmOID"))?;
                if pss_parameters(hash, hash.length()) != given {
                    return Err(Refusal::parameter("signAlgoParams"));
                }
                Self::Rsa(Algorithm::Pss(hash))
            }
            (KeyKind::Rsa(_), name) => {
                let row = TABLE.iter().find(|row| row.2 == name);
                Self::Rsa(Algorithm::Pkcs1(row.ok_or_else(|| Refusal::parameter("signAlgo"))?.0))
            }
            (KeyKind::P256, name) => {
                let row = TABLE.iter().find(|row| row.3 == name);
                Self::Ecdsa(row.ok_or_else(|| Refusal::parameter("signAlgo"))?.0)
            }
        };
        match stated {
            Some(stated) if stated != how.hash() => Err(Refusal::parameter("hashAlgorithmOID")),
            _ => Ok(how),
        }
    }

    /// What it is under a fault.
    pub fn under(self, fault: AnswerFault) -> Self {
        match (self, fault) {
            (Self::Rsa(Algorithm::Pss(hash)), AnswerFault::WeakPss) => Self::WeakPss(hash),
            _ => self,
        }
    }

    /// What is hashed with.
    pub fn hash(self) -> Hash {
        match self {
            Self::Ecdsa(hash) | Self::WeakPss(hash) => hash,
            Self::Rsa(algorithm) => algorithm.hash(),
        }
    }

    /// DER `AlgorithmIdentifier`.
    pub fn identifier(self) -> Vec<u8> {
        match self {
            Self::Ecdsa(Hash::Sha384) => sequence(&[oid(ECDSA_SHA384)]),
            Self::Ecdsa(Hash::Sha512) => sequence(&[oid(ECDSA_SHA512)]),
            Self::Ecdsa(_) => sequence(&[oid(ECDSA_SHA256)]),
            Self::Rsa(Algorithm::Pss(hash)) => {
                sequence(&[oid(RSASSA_PSS), pss_parameters(hash, hash.length())])
            }
            Self::WeakPss(hash) => sequence(&[oid(RSASSA_PSS), pss_parameters(hash, WEAK_SALT)]),
            Self::Rsa(Algorithm::Pkcs1(Hash::Sha384)) => sequence(&[oid(SHA384_WITH_RSA), null()]),
            Self::Rsa(Algorithm::Pkcs1(Hash::Sha512)) => sequence(&[oid(SHA512_WITH_RSA), null()]),
            Self::Rsa(Algorithm::Pkcs1(_)) => sequence(&[oid(SHA256_WITH_RSA), null()]),
        }
    }

    /// The signature value of a key over a digest; by an elliptic curve in DER.
    pub fn sign(self, realm: &Realm, credential: usize, digest: &[u8], random: &mut Random) -> Vec<u8> {
        match (self, realm.vault.credentials[credential].kind) {
            (Self::Ecdsa(_), _) => {
                let made: Result<p256::ecdsa::DerSignature, _> =
                    realm.vault.elliptic(credential).sign_prehash(digest);
                made.map(|value| value.as_bytes().to_vec()).unwrap_or_default()
            }
            (Self::Rsa(algorithm), KeyKind::Rsa(number)) => {
                rsa(&realm.keys.accounts[number], algorithm, digest, algorithm.hash().length(), random)
            }
            (Self::WeakPss(hash), KeyKind::Rsa(number)) => {
                rsa(&realm.keys.accounts[number], Algorithm::Pss(hash), digest, WEAK_SALT, random)
            }
            (Self::Rsa(_) | Self::WeakPss(_), KeyKind::P256) => Vec::new(),
        }
    }
}

/// The object identifier of a hash.
pub fn hash_oid(hash: Hash) -> Vec<u8> {
    oid(match hash {
        Hash::Sha384 => SHA384,
        Hash::Sha512 => SHA512,
        _ => SHA256,
    })
}

/// RSASSA-PSS-params (RFC 4055 §3.1) with MGF1 over the same hash and a salt of so many octets.
fn pss_parameters(hash: Hash, salt: usize) -> Vec<u8> {
    let algorithm = sequence(&[hash_oid(hash), null()]);
    let mask = sequence(&[oid(MGF1), algorithm.clone()]);
    let salt = integer(&[u8::try_from(salt).unwrap_or(u8::MAX)]);
    sequence(&[context(0, &algorithm), context(1, &mask), context(2, &salt)])
}
