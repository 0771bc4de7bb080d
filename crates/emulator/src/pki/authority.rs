//! Those who sign certificates, and the one form in which they do it.

use p256::ecdsa::signature::Signer as _;
use p384::ecdsa::SigningKey as P384Key;
use p521::ecdsa::SigningKey as P521Key;
use sha1::{Digest, Sha1};
use spki::EncodePublicKey;
use spki::der::Decode;

use super::oids::*;
use crate::asn1::{bits, context, integer, oid, printable, sequence, set_of, time, utf8};

/// A certification authority: its name, its key and its own certificate.
pub struct Authority {
    /// DER `Name`.
    pub name: Vec<u8>,
    /// SHA-1 over the public key, RFC 5280 §4.2.1.2 (1).
    pub key_identifier: [u8; 20],
    /// Content of the `subjectPublicKey` BIT STRING.
    pub key_bits: Vec<u8>,
    /// DER certificate.
    pub certificate: Vec<u8>,
    pub not_before: i64,
    key: AuthorityKey,
}

/// The curves that Smart-ID's authorities use.
#[derive(Clone)]
pub enum AuthorityKey {
    P384(P384Key),
    P521(P521Key),
}

/// What goes into a certificate beside its issuer and serial number.
pub struct Subject {
    /// DER `Name`.
    pub name: Vec<u8>,
    /// DER `SubjectPublicKeyInfo`.
    pub public_key: Vec<u8>,
    pub serial: [u8; 16],
    pub not_before: i64,
    pub not_after: i64,
    /// DER `Extension`s, in order.
    pub extensions: Vec<Vec<u8>>,
}

impl Authority {
    /// A root: it signs its own certificate.
    pub fn self_signed(key: AuthorityKey, subject: Subject) -> Self {
        let certificate = certificate(&subject, &subject.name, &key);
        Self::new(key, subject, certificate)
    }

    /// An authority under this one.
    pub fn subordinate(&self, key: AuthorityKey, subject: Subject) -> Self {
        let certificate = self.issue(&subject);
        Self::new(key, subject, certificate)
    }

    /// A DER certificate for `subject`.
    pub fn issue(&self, subject: &Subject) -> Vec<u8> {
        certificate(subject, &self.name, &self.key)
    }

    /// `SEQUENCE { to be signed, signatureAlgorithm, signatureValue }`, for certificates and CRLs.
    pub fn sign(&self, to_be_signed: Vec<u8>) -> Vec<u8> {
        self.key.sign(to_be_signed)
    }

    /// DER `AlgorithmIdentifier` of what [`Authority::sign`] makes.
    pub fn algorithm(&self) -> Vec<u8> {
        self.key.algorithm()
    }

    fn new(key: AuthorityKey, subject: Subject, certificate: Vec<u8>) -> Self {
        let key_bits = key_bits(&subject.public_key);
        let key_identifier = key_identifier(&subject.public_key);
        Self {
            name: subject.name,
            key_identifier,
            key_bits,
            certificate,
            not_before: subject.not_before,
            key,
        }
    }
}

impl AuthorityKey {
    /// DER `SubjectPublicKeyInfo`.
    pub fn public_key(&self) -> Vec<u8> {
        match self {
            Self::P384(key) => public_key(key.verifying_key()),
            Self::P521(key) => public_key(key.verifying_key()),
        }
    }

    fn algorithm(&self) -> Vec<u8> {
        match self {
            Self::P384(_) => sequence(&[oid(ECDSA_SHA384)]),
            Self::P521(_) => sequence(&[oid(ECDSA_SHA512)]),
        }
    }

    fn sign(&self, to_be_signed: Vec<u8>) -> Vec<u8> {
        let signature = match self {
            Self::P384(key) => {
                let signature: p384::ecdsa::DerSignature = key.sign(&to_be_signed);
                signature.as_bytes().to_vec()
            }
            Self::P521(key) => {
                let signature: p521::ecdsa::DerSignature = key.sign(&to_be_signed);
                signature.as_bytes().to_vec()
            }
        };
        sequence(&[to_be_signed, self.algorithm(), bits(&signature)])
    }
}

fn certificate(subject: &Subject, issuer: &[u8], key: &AuthorityKey) -> Vec<u8> {
    let to_be_signed = sequence(&[
        context(0, &integer(&[2])),
        integer(&subject.serial),
        key.algorithm(),
        issuer.to_vec(),
        sequence(&[time(subject.not_before), time(subject.not_after)]),
        subject.name.clone(),
        subject.public_key.clone(),
        context(3, &sequence(&subject.extensions)),
    ]);
    key.sign(to_be_signed)
}

/// DER `SubjectPublicKeyInfo` of any key of ours; such keys always encode.
pub fn public_key(key: &impl EncodePublicKey) -> Vec<u8> {
    key.to_public_key_der().map(|document| document.into_vec()).unwrap_or_default()
}

/// SHA-1 over the content of the `subjectPublicKey` BIT STRING.
pub fn key_identifier(public_key: &[u8]) -> [u8; 20] {
    Sha1::digest(key_bits(public_key)).into()
}

fn key_bits(public_key: &[u8]) -> Vec<u8> {
    spki::SubjectPublicKeyInfoRef::from_der(public_key)
        .map(|info| info.subject_public_key.raw_bytes().to_vec())
        .unwrap_or_default()
}

/// One relative distinguished name of a DER `Name`.
pub enum Part<'a> {
    Country(&'a str),
    CommonName(&'a str),
    GivenName(&'a str),
    Organization(&'a str),
    OrganizationIdentifier(&'a str),
    OrganizationalUnit(&'a str),
    SerialNumber(&'a str),
    Surname(&'a str),
}

/// DER `Name` in the given order.
pub fn name(parts: &[Part<'_>]) -> Vec<u8> {
    let relative = |part: &Part<'_>| {
        let (id, value) = match part {
            Part::Country(text) => (COUNTRY, printable(text)),
            Part::CommonName(text) => (COMMON_NAME, utf8(text)),
            Part::GivenName(text) => (GIVEN_NAME, utf8(text)),
            Part::Organization(text) => (ORGANIZATION, utf8(text)),
            Part::OrganizationIdentifier(text) => (ORGANIZATION_IDENTIFIER, utf8(text)),
            Part::OrganizationalUnit(text) => (ORGANIZATIONAL_UNIT, utf8(text)),
            Part::SerialNumber(text) => (SERIAL_NUMBER, printable(text)),
            Part::Surname(text) => (SURNAME, utf8(text)),
        };
        set_of(&[sequence(&[oid(id), value])])
    };
    sequence(&parts.iter().map(relative).collect::<Vec<_>>())
}
