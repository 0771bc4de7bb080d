use std::sync::{Arc, OnceLock};

use aws_lc_rs::signature as lc;
use const_oid::ObjectIdentifier;

use super::dsa::{self, Parameters};
use super::elliptic::{self, Curve};
use super::fast::Held;
use super::known;
use super::rsa::{self, PssLimit};
use crate::algorithm::{PssParameters, SignatureAlgorithm};
use crate::asn1::read::whole;
use crate::asn1::tag;
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::oids;

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
        held: Held,
    },
    /// The point, uncompressed or compressed, SEC 1 §2.3.
    Elliptic {
        curve: Curve,
        point: Box<[u8]>,
        held: Held,
    },
    Ed25519 {
        point: Box<[u8]>,
    },
    /// Parameters, unless they are those of the issuer (RFC 3279 §2.3.2), and the public number, big-endian.
    Dsa {
        parameters: Option<Parameters>,
        public: Box<[u8]>,
    },
    Other {
        oid: ObjectIdentifier,
    },
}

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
            oids::RSA_ENCRYPTION => rsa_key(key, None)?,
            oids::RSASSA_PSS => {
                let stated = parameters.filter(|p| p.tag != tag::NULL);
                let stated = stated.map(|p| PssParameters::read(p.raw)).transpose()?;
                rsa_key(key, Some(PssLimit(stated)))?
            }
            oids::EC_PUBLIC_KEY => match parameters.filter(|p| p.tag == tag::OID) {
                Some(name) => {
                    let oid = name.oid(WHAT)?;
                    let known = Curve::from_oid(&oid);
                    known.map_or(Kind::Other { oid }, |curve| Kind::Elliptic {
                        curve,
                        point: key.into(),
                        held: Held::default(),
                    })
                }
                None => Kind::Other { oid },
            },
            oids::DSA => {
                let stated = parameters.filter(|p| p.tag != tag::NULL);
                Kind::Dsa {
                    parameters: stated.map(|p| Parameters::read(p.raw)).transpose()?,
                    public: dsa::public(key)?.into(),
                }
            }
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
            Kind::Dsa { parameters, .. } => parameters.as_ref().map(Parameters::bits),
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

    /// Whether this is a DSA key that lacks its parameters, which are then those of the issuer's key.
    pub(crate) fn inherits(&self) -> bool {
        matches!(self.0, Kind::Dsa { parameters: None, .. })
    }

    /// Whether this is a key of the kind whose parameters can be those of the issuer's key.
    pub(crate) fn may_inherit(&self) -> bool {
        matches!(self.0, Kind::Dsa { .. })
    }

    /// The same key with parameters taken from the issuer's, if it lacks them and the issuer's has some.
    pub(crate) fn inheriting(&self, issuer: &PublicKey) -> Option<PublicKey> {
        match (&self.0, &issuer.0) {
            (Kind::Dsa { parameters: None, public }, Kind::Dsa { parameters: Some(parameters), .. }) => {
                let (parameters, public) = (Some(parameters.clone()), public.clone());
                Some(PublicKey(Kind::Dsa { parameters, public }))
            }
            _ => None,
        }
    }

    /// Verifies `value` over a digest made with [`SignatureAlgorithm::digest`].
    ///
    /// PSS parameters are honoured to the letter: MGF1 over the hash stated, exactly the salt length stated, trailer 1. MGF1 over
    /// another hash than the message's is computed with SHA-256, SHA-384 or SHA-512 for the message, SHA-1 or SHA-2 of whole
    /// length in MGF1, and keys of 2048 bits or more; anything else is [`Error::PssParameters`]. A key of a kind or curve that
    /// we do not have is [`Error::UnsupportedKey`], Ed25519 is [`Error::NeedsMessage`].
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
            (Kind::Rsa { der, bits, held, .. }, SignatureAlgorithm::RsaPkcs1(hash)) => {
                known::once(&[b"RSA PKCS#1", &[*hash as u8], der, digest, value], || {
                    rsa::verify_pkcs1(der, held, *bits, *hash, digest, value)
                })
            }
            (Kind::Rsa { der, bits, only, held }, SignatureAlgorithm::RsaPss(parameters)) => {
                rsa::check_pss(parameters, *only)?;
                let how = [parameters.hash as u8, parameters.mgf_hash as u8, parameters.trailer_field];
                let salt = parameters.salt_length.to_be_bytes();
                known::once(&[b"RSASSA-PSS", &how, &salt, der, digest, value], || {
                    rsa::verify_pss(der, held, *bits, parameters, digest, value)
                })
            }
            (Kind::Elliptic { curve, point, held }, SignatureAlgorithm::Ecdsa(hash)) => {
                known::once(&[b"ECDSA", &[*curve as u8, *hash as u8], point, digest, value], || {
                    elliptic::verify(*curve, point, held, *hash, digest, value)
                })
            }
            (Kind::Elliptic { curve, point, held }, SignatureAlgorithm::PlainEcdsa(hash)) => {
                elliptic::verify(*curve, point, held, *hash, digest, &curve.der_of_plain(value)?)
            }
            (Kind::Dsa { parameters: None, .. }, SignatureAlgorithm::Dsa(_)) => {
                Err(Error::Missing { what: "Dss-Parms" })
            }
            (Kind::Dsa { parameters: Some(parameters), public }, SignatureAlgorithm::Dsa(_)) => {
                dsa::verify(parameters, public, digest, value)
            }
            (Kind::Ed25519 { .. }, SignatureAlgorithm::Ed25519) => Err(Error::NeedsMessage),
            _ => Err(Error::KeyMismatch),
        }
    }

    /// The same over a message that is asked about again: it is hashed once.
    pub(crate) fn verify_hashed(
        &self,
        algorithm: &SignatureAlgorithm,
        (message, digest): (&[u8], &Digest),
        value: &[u8],
    ) -> Result<(), Error> {
        let wanted = algorithm.digest();
        let (by, digest) = digest.0.get_or_init(|| (wanted, wanted.digest(message)));
        match algorithm {
            SignatureAlgorithm::Ed25519 => self.verify_message(algorithm, message, value),
            _ if *by == wanted => self.verify_digest(algorithm, digest, value),
            _ => self.verify_message(algorithm, message, value),
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

/// The digest of what something is signed over, once it was asked for. It says nothing that this does not say, so any two are equal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Digest(Arc<OnceLock<(DigestAlgorithm, Vec<u8>)>>);

impl PartialEq for Digest {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Digest {}

fn rsa_key(key: &[u8], only: Option<PssLimit>) -> Result<Kind, Error> {
    Ok(Kind::Rsa { der: key.into(), bits: rsa::bits(key)?, only, held: Held::default() })
}
