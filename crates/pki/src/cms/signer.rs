use const_oid::ObjectIdentifier;

use super::attributes::{SignedAttributes, attribute};
use super::read::set;
use crate::algorithm::{SignatureAlgorithm, digest_algorithm};
use crate::asn1::read::Tlv;
use crate::asn1::tag;
use crate::certificate::{Certificate, names_match};
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::oids;

/// SignerIdentifier, RFC 5652 §5.3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignerId {
    /// By issuer and serial number.
    IssuerAndSerial {
        /// Issuer Name in DER.
        issuer: Vec<u8>,
        /// Serial number, contents of the INTEGER.
        serial: Vec<u8>,
    },
    /// By subject key identifier.
    SubjectKeyIdentifier(Vec<u8>),
}

/// One signer's signature, RFC 5652 §5.3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignerInfo {
    /// CMSVersion: 1 with issuer and serial, 3 with key identifier.
    pub version: u64,
    /// Whose signature this claims to be.
    pub sid: SignerId,
    /// Digest of content and attributes; an error for one we do not know.
    pub digest_algorithm: Result<DigestAlgorithm, Error>,
    /// How the value was made; an error for an algorithm or parameters we do not know.
    pub signature_algorithm: Result<SignatureAlgorithm, Error>,
    /// The attributes under the signature. Without them the value is over the content itself.
    pub signed_attributes: Option<SignedAttributes>,
    /// The signature value: what a signature time-stamp is over.
    pub signature: Vec<u8>,
    /// The attributes beside the signature: identifier, and each value in DER.
    pub unsigned: Vec<(ObjectIdentifier, Vec<Vec<u8>>)>,
    /// Values of signature-time-stamp (RFC 5035, EN 319 122-1 §5.3): TimeStampTokens in DER.
    pub signature_timestamps: Vec<Vec<u8>>,
}

impl SignerInfo {
    pub(super) fn read(element: &Tlv<'_>) -> Result<Self, Error> {
        const WHAT: &str = "SignerInfo";
        if element.tag != tag::SEQUENCE {
            return Err(Error::malformed(WHAT));
        }
        let mut fields = element.inside(WHAT);
        let version = fields.expect(tag::INTEGER)?.number(WHAT)?;
        let sid = signer_id(&fields.any()?)?;
        let digest_algorithm = digest_algorithm(fields.expect(tag::SEQUENCE)?.raw);
        let signed = fields.optional(tag::constructed(0))?;
        let signature_algorithm = fields.expect(tag::SEQUENCE)?.raw;
        let signature = fields.expect(tag::OCTET_STRING)?.value.to_vec();
        let mut unsigned = Vec::new();
        if let Some(attributes) = fields.optional(tag::constructed(1))? {
            for one in set(attributes.inside(WHAT))?.iter().map(attribute).collect::<Result<Vec<_>, _>>()? {
                let values = one.values.iter().map(|value| value.raw.to_vec()).collect::<Vec<_>>();
                unsigned.extend(one.oid.map(|oid| (oid, values)));
            }
        }
        fields.finish()?;
        let stamps = unsigned.iter().filter(|(oid, _)| *oid == oids::SIGNATURE_TIME_STAMP);
        Ok(SignerInfo {
            version,
            sid,
            signature_algorithm: SignatureAlgorithm::from_der(
                signature_algorithm,
                digest_algorithm.clone().ok(),
            ),
            digest_algorithm,
            signed_attributes: signed.map(|set| SignedAttributes::read(&set)).transpose()?,
            signature,
            signature_timestamps: stamps.flat_map(|(_, values)| values.clone()).collect(),
            unsigned,
        })
    }

    /// Whether the signer identifier names this certificate. Says nothing about whose the signature is.
    pub fn matches(&self, certificate: &Certificate) -> bool {
        match &self.sid {
            SignerId::IssuerAndSerial { issuer, serial } => {
                serial == certificate.serial() && names_match(issuer, certificate.issuer_der())
            }
            SignerId::SubjectKeyIdentifier(id) => certificate.subject_key_identifier() == Some(id),
        }
    }

    /// Whether the signer identifier is this certificate's to the byte, and has the version that goes with its kind
    /// (RFC 5652 §5.3). Nothing signs it, so nothing is forgiven.
    pub fn names_exactly(&self, certificate: &Certificate) -> bool {
        match &self.sid {
            SignerId::IssuerAndSerial { issuer, serial } => {
                self.version == 1 && serial == certificate.serial() && issuer == certificate.issuer_der()
            }
            SignerId::SubjectKeyIdentifier(id) => {
                self.version == 3 && certificate.subject_key_identifier() == Some(id)
            }
        }
    }

    /// Whether the algorithms are those that the signed attributes protect, if they protect any (RFC 6211 §3).
    pub fn protected(&self) -> Result<(), Error> {
        let protection = self.signed_attributes.as_ref().and_then(|all| all.algorithm_protection.as_ref());
        protection.map_or(Ok(()), |all| all.matches(&self.digest_algorithm, &self.signature_algorithm))
    }

    /// Verifies the signature with this certificate's key, over content whose digest, made with
    /// [`SignerInfo::digest_algorithm`], is `content_digest` (RFC 5652 §5.6).
    ///
    /// With signed attributes, message-digest must equal `content_digest` and the value must be over their DER, sorted,
    /// however they are stored; algorithms that they protect must be those of the signature. The signing-certificate attribute
    /// is not looked at.
    pub fn verify(&self, certificate: &Certificate, content_digest: &[u8]) -> Result<(), Error> {
        let (digest, algorithm) = (self.digest_algorithm.clone()?, self.signature_algorithm.clone()?);
        if algorithm.digest() != digest && algorithm != SignatureAlgorithm::Ed25519 {
            return Err(Error::DigestAlgorithmMismatch);
        }
        let Some(attributes) = &self.signed_attributes else {
            return certificate.verify_digest(&algorithm, content_digest, &self.signature);
        };
        let stated = attributes.message_digest.as_deref().ok_or(Error::Missing { what: "message-digest" })?;
        if stated != content_digest {
            return Err(Error::DigestMismatch);
        }
        self.protected()?;
        certificate.verify_message(&algorithm, &attributes.der, &self.signature)
    }
}

fn signer_id(sid: &Tlv<'_>) -> Result<SignerId, Error> {
    const WHAT: &str = "SignerIdentifier";
    match sid.tag {
        tag::SEQUENCE => {
            let mut fields = sid.inside(WHAT);
            let issuer = fields.expect(tag::SEQUENCE)?.raw.to_vec();
            let serial = fields.expect(tag::INTEGER)?.value.to_vec();
            fields.finish()?;
            Ok(SignerId::IssuerAndSerial { issuer, serial })
        }
        other if other == tag::context(0) => Ok(SignerId::SubjectKeyIdentifier(sid.value.to_vec())),
        _ => Err(Error::malformed(WHAT)),
    }
}
