use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use const_oid::ObjectIdentifier;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::Digest as _;

use super::extensions::Extensions;
use super::known;
use super::name::{Name, names_match};
use crate::algorithm::SignatureAlgorithm;
use crate::asn1::read::{Reader, Signed, place, unsigned};
use crate::asn1::tag;
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::time::Time;
use crate::verify::{self, PublicKey};

/// Largest certificate read, in bytes. The largest of 3 162 in the European trusted lists is below 8 KiB; post-quantum
/// keys and signatures will add some ten.
const SIZE: usize = 256 * 1024;

const WHAT: &str = "Certificate";

/// An X.509 certificate. Cheap to clone; equal when the DER is equal; serialised as base64 of the DER.
///
/// Reading it says nothing about its worth: signature, validity and issuer are the matter of [`crate::path`].
#[derive(Clone)]
pub struct Certificate(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    der: Box<[u8]>,
    version: u64,
    fingerprint: [u8; 32],
    parts: Parts,
    not_before: Time,
    not_after: Time,
    signature_algorithm: Result<SignatureAlgorithm, Error>,
    public_key: PublicKey,
    extensions: Extensions,
    hashes: Hashes,
}

/// What a certificate status service names certificates by, once it was worked out: each of many answers may name this one.
type Hashes = Arc<Mutex<Vec<(Hashed, DigestAlgorithm, Vec<u8>)>>>;

/// A part of a certificate that is named by its hash (RFC 6960 §4.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hashed {
    /// The name of its issuer.
    Issuer,
    /// Its key, without algorithm.
    Key,
    /// Its own name.
    Subject,
    /// All of it.
    Whole,
}

/// Where in the DER the pieces stand.
#[derive(Clone)]
struct Parts {
    tbs: Range<usize>,
    serial: Range<usize>,
    issuer: Range<usize>,
    subject: Range<usize>,
    spki: Range<usize>,
    key: Range<usize>,
    signature: Range<usize>,
}

impl Certificate {
    /// Reads one certificate in DER. Indifferent to the profile (serial numbers, dates before 1970); extensions that decide what a
    /// certificate may do (key usage, extended key usage, basic constraints) must be well formed and occur once.
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        if der.len() > SIZE {
            return Err(Error::TooLarge { what: WHAT, limit: SIZE });
        }
        known::once(der, || Self::read(der))
    }

    fn read(der: &[u8]) -> Result<Self, Error> {
        let within = |part: &[u8]| place(der, part);
        let Signed { tbs, algorithm: outer_algorithm, signature } = Signed::read(der, WHAT)?;

        let mut fields = tbs.inside("TBSCertificate");
        let version = match fields.optional(tag::constructed(0))? {
            Some(explicit) => explicit.inside("version").expect(tag::INTEGER)?.number("version")?,
            None => 0,
        };
        let serial = fields.expect(tag::INTEGER)?.value;
        let inner_algorithm = fields.expect(tag::SEQUENCE)?;
        let issuer = fields.expect(tag::SEQUENCE)?.raw;
        let mut validity = fields.inside(tag::SEQUENCE, "Validity")?;
        let not_before = validity.any()?.time("notBefore")?;
        let not_after = validity.any()?.time("notAfter")?;
        let subject = fields.expect(tag::SEQUENCE)?.raw;
        let spki = fields.expect(tag::SEQUENCE)?;
        fields.optional(tag::context(1))?;
        fields.optional(tag::context(2))?;
        let extensions = match fields.optional(tag::constructed(3))? {
            Some(list) => Extensions::read(list.value, within)?,
            None => Extensions::default(),
        };
        fields.finish()?;

        // RFC 5280 §4.1.1.2: the two must be the same, or the outer one could be exchanged unsigned.
        let signature_algorithm = if outer_algorithm.raw == inner_algorithm.raw {
            SignatureAlgorithm::from_der(outer_algorithm.raw, None)
        } else {
            Err(Error::malformed("signatureAlgorithm"))
        };
        Ok(Certificate(Arc::new(Inner {
            version,
            fingerprint: sha2::Sha256::digest(der).into(),
            parts: Parts {
                tbs: within(tbs.raw),
                serial: within(serial),
                issuer: within(issuer),
                subject: within(subject),
                spki: within(spki.raw),
                key: within(key_octets(spki.inside("SubjectPublicKeyInfo"))?),
                signature: within(signature),
            },
            not_before,
            not_after,
            signature_algorithm,
            public_key: PublicKey::from_spki_der(spki.raw)?,
            extensions,
            hashes: Hashes::default(),
            der: der.into(),
        })))
    }

    /// Reads every `CERTIFICATE` block of a PEM text, in order. Text around the blocks is skipped.
    pub fn from_pem(text: &str) -> Result<Vec<Self>, Error> {
        const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
        const END: &str = "-----END CERTIFICATE-----";
        let error = || Error::malformed("PEM");
        text.split(BEGIN)
            .skip(1)
            .map(|block| {
                let (body, _) = block.split_once(END).ok_or_else(error)?;
                let body: String = body.split_ascii_whitespace().collect();
                Self::from_der(&STANDARD.decode(body).map_err(|_| error())?)
            })
            .collect()
    }

    fn slice(&self, range: &Range<usize>) -> &[u8] {
        self.0.der.get(range.clone()).unwrap_or(&[])
    }

    pub(super) fn extensions(&self) -> &Extensions {
        &self.0.extensions
    }

    pub(crate) fn extension(&self, oid: &ObjectIdentifier) -> Option<&[u8]> {
        self.0.extensions.find(oid).map(|e| self.slice(&e.value))
    }

    /// The certificate as PEM text (RFC 7468 §5).
    pub fn to_pem(&self) -> String {
        let body = STANDARD.encode(self.der());
        let lines: Vec<&str> =
            (0..body.len()).step_by(64).filter_map(|at| body.get(at..body.len().min(at + 64))).collect();
        format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
    }

    /// The whole certificate as it was given.
    pub fn der(&self) -> &[u8] {
        &self.0.der
    }

    /// SHA-256 of the DER.
    pub fn fingerprint(&self) -> [u8; 32] {
        self.0.fingerprint
    }

    /// Version as people count, 1 to 3; only version 3 has extensions.
    pub fn version(&self) -> u64 {
        self.0.version.saturating_add(1)
    }

    /// The signed part, TBSCertificate, in DER.
    pub fn tbs_der(&self) -> &[u8] {
        self.slice(&self.0.parts.tbs)
    }

    /// Subject Name in DER.
    pub fn subject_der(&self) -> &[u8] {
        self.slice(&self.0.parts.subject)
    }

    /// Issuer Name in DER.
    pub fn issuer_der(&self) -> &[u8] {
        self.slice(&self.0.parts.issuer)
    }

    /// The hash of a part.
    pub(crate) fn hash_of(&self, part: Hashed, algorithm: DigestAlgorithm) -> Vec<u8> {
        let mut known = self.0.hashes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((.., hash)) = known.iter().find(|(of, by, _)| (*of, *by) == (part, algorithm)) {
            return hash.clone();
        }
        let hash = algorithm.digest(match part {
            Hashed::Issuer => self.issuer_der(),
            Hashed::Key => self.key_octets(),
            Hashed::Subject => self.subject_der(),
            Hashed::Whole => self.der(),
        });
        known.push((part, algorithm, hash.clone()));
        hash
    }

    /// Serial number: the contents of the INTEGER as encoded, with the leading zero a high first bit brings.
    pub fn serial(&self) -> &[u8] {
        self.slice(&self.0.parts.serial)
    }

    /// Serial number in lower-case hex without leading zero bytes.
    pub fn serial_hex(&self) -> String {
        hex::encode(unsigned(self.serial()))
    }

    /// Start of validity.
    pub fn not_before(&self) -> Time {
        self.0.not_before
    }

    /// End of validity, inclusive.
    pub fn not_after(&self) -> Time {
        self.0.not_after
    }

    /// Whether `at` is within the validity period, both ends included.
    pub fn is_valid_at(&self, at: Time) -> bool {
        // Both ends are whole seconds; the last one lasts until it is over.
        self.0.not_before <= at && at.unix_seconds() <= self.0.not_after.unix_seconds()
    }

    /// SubjectPublicKeyInfo in DER.
    pub fn spki_der(&self) -> &[u8] {
        self.slice(&self.0.parts.spki)
    }

    /// The contents of subjectPublicKey without tag, length and unused bits: what OCSP key hashes are over.
    pub fn key_octets(&self) -> &[u8] {
        self.slice(&self.0.parts.key)
    }

    /// The subject's public key.
    pub fn public_key(&self) -> &PublicKey {
        &self.0.public_key
    }

    /// The same certificate, with the parameters of a DSA key that has none of its own taken from its issuer's
    /// (RFC 5280 §6.1.4 (f), RFC 3279 §2.3.2).
    pub(crate) fn inheriting(&self, issuer: &Certificate) -> Certificate {
        match self.0.public_key.inheriting(&issuer.0.public_key) {
            Some(public_key) => Certificate(Arc::new(Inner { public_key, ..Inner::clone(&self.0) })),
            None => self.clone(),
        }
    }

    /// Bits of the RSA modulus or of the curve; `None` for keys of unknown kind.
    pub fn public_key_bits(&self) -> Option<usize> {
        self.0.public_key.bits()
    }

    /// How the issuer signed this certificate. An error when the algorithm is unknown or stated in two ways.
    pub fn signature_algorithm(&self) -> Result<SignatureAlgorithm, Error> {
        self.0.signature_algorithm.clone()
    }

    /// The subject's name, read.
    pub fn subject(&self) -> Name {
        Name::from_der(self.subject_der())
    }

    /// The issuer's name, read.
    pub fn issuer(&self) -> Name {
        Name::from_der(self.issuer_der())
    }

    /// Verifies a signature by this certificate's key; see [`PublicKey::verify_digest`].
    pub fn verify_digest(
        &self,
        algorithm: &SignatureAlgorithm,
        digest: &[u8],
        value: &[u8],
    ) -> Result<(), Error> {
        self.0.public_key.verify_digest(algorithm, digest, value)
    }

    /// The same over a message that is asked about again.
    pub(crate) fn verify_hashed(
        &self,
        algorithm: &SignatureAlgorithm,
        hashed: (&[u8], &verify::Digest),
        value: &[u8],
    ) -> Result<(), Error> {
        self.0.public_key.verify_hashed(algorithm, hashed, value)
    }

    /// Verifies a signature by this certificate's key over `message`.
    pub fn verify_message(
        &self,
        algorithm: &SignatureAlgorithm,
        message: &[u8],
        value: &[u8],
    ) -> Result<(), Error> {
        self.0.public_key.verify_message(algorithm, message, value)
    }

    /// Whether `issuer` issued this: its subject name is our issuer name and its key verifies our signature.
    /// Whether it was allowed to is the matter of [`crate::path`].
    pub fn is_issued_by(&self, issuer: &Certificate) -> Result<(), Error> {
        if !names_match(self.issuer_der(), issuer.subject_der()) {
            return Err(Error::NameMismatch);
        }
        let algorithm = self.signature_algorithm()?;
        let verify =
            || issuer.verify_message(&algorithm, self.tbs_der(), self.slice(&self.0.parts.signature));
        // One that inherited its key's parameters has them from elsewhere than its encoding.
        if issuer.public_key().may_inherit() {
            return verify();
        }
        verify::once(&[b"issued", &self.0.fingerprint, &issuer.0.fingerprint], verify)
    }

    /// Whether subject and issuer are the same name.
    pub fn is_self_issued(&self) -> bool {
        names_match(self.subject_der(), self.issuer_der())
    }

    /// Whether the certificate is signed with its own key.
    pub fn is_self_signed(&self) -> bool {
        self.is_issued_by(self).is_ok()
    }
}

fn key_octets(mut spki: Reader<'_>) -> Result<&[u8], Error> {
    spki.any()?;
    spki.expect(tag::BIT_STRING)?.octets("subjectPublicKey")
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || (self.0.fingerprint == other.0.fingerprint && self.0.der == other.0.der)
    }
}

impl Eq for Certificate {}

impl Hash for Certificate {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.fingerprint.hash(state);
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A person is not named by their code in what is printed for a mistake.
        let subject = self.subject();
        let name = if subject.serial_number.is_some() { "a person".to_owned() } else { subject.to_string() };
        write!(f, "Certificate({name}, serial {}, issued by {})", self.serial_hex(), self.issuer())
    }
}

impl Serialize for Certificate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(self.der()))
    }
}

impl<'de> Deserialize<'de> for Certificate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let der = STANDARD.decode(text).map_err(serde::de::Error::custom)?;
        Self::from_der(&der).map_err(serde::de::Error::custom)
    }
}
