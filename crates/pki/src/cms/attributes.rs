use const_oid::ObjectIdentifier;

use super::read::set;
use crate::algorithm::{SignatureAlgorithm, digest_algorithm};
use crate::asn1::read::{Reader, Tlv};
use crate::asn1::{tag, write};
use crate::certificate::{Certificate, names_match};
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::evidence::Evidence;
use crate::oids;
use crate::time::Time;

/// The attributes under a signature, RFC 5652 §5.3 and §11.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedAttributes {
    /// The DER SET OF (tag 0x31), sorted: what the signature value must be over.
    pub der: Vec<u8>,
    /// The attributes as they are stored, under the same tag. Some broken signers sign this instead.
    pub raw: Vec<u8>,
    /// Whether they are stored as DER orders them; `der` and `raw` are then equal.
    pub in_der_order: bool,
    /// content-type.
    pub content_type: Option<ObjectIdentifier>,
    /// message-digest.
    pub message_digest: Option<Vec<u8>>,
    /// The certificates named by signing-certificate-v2 (RFC 5035) or, in its absence, signing-certificate (RFC 2634); the
    /// first is the signer's.
    pub signing_certificate: Vec<EssCertId>,
    /// Those named by signing-certificate when both are there: time-stamp units do so, CAdES baseline forbids it.
    pub signing_certificate_v1: Vec<EssCertId>,
    /// signing-time, a claim of the signer.
    pub signing_time: Option<Time>,
    /// signature-policy-identifier (EN 319 122-1 §5.2.9.1).
    pub signature_policy: Option<SignaturePolicy>,
    /// CMSAlgorithmProtection (RFC 6211).
    pub algorithm_protection: Option<AlgorithmProtection>,
    /// Values of content-time-stamp (EN 319 122-1 §5.2.8): TimeStampTokens in DER, over the content.
    pub content_timestamps: Vec<Vec<u8>>,
    /// What adbe-revocationInfoArchival carries (ISO 32000-1 §12.8.3.3.2): no certificates. What cannot be read of it is as if
    /// it were not there.
    pub revocation: Evidence,
    /// Attributes other than these, in order.
    pub others: Vec<ObjectIdentifier>,
    /// Attributes that occur twice or hold more or fewer than one value. Of those, the first value is the one given here.
    pub duplicates: Vec<ObjectIdentifier>,
}

/// The rules that a signer says to have signed by, EN 319 122-1 §5.2.9.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignaturePolicy {
    /// Those that go without saying.
    Implied,
    /// Those of a document, by its identifier, dotted.
    Named(String),
    /// It cannot be read which.
    Unreadable,
}

impl SignaturePolicy {
    fn read(value: &Tlv<'_>) -> Self {
        match value.tag {
            tag::NULL => Self::Implied,
            tag::SEQUENCE => {
                let id = value.inside("SignaturePolicyId").any().and_then(|id| id.oid("sigPolicyId"));
                id.map_or(Self::Unreadable, |id| Self::Named(id.to_string()))
            }
            _ => Self::Unreadable,
        }
    }
}

/// The algorithms of the signer once more, where the signature is over them (RFC 6211 §2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlgorithmProtection {
    /// digestAlgorithm; an error for one we do not know.
    pub digest: Result<DigestAlgorithm, Error>,
    /// signatureAlgorithm; an error for one we do not know, and where a MAC is protected in its place.
    pub signature: Result<SignatureAlgorithm, Error>,
}

impl AlgorithmProtection {
    fn read(value: &Tlv<'_>) -> Result<Self, Error> {
        const WHAT: &str = "CMSAlgorithmProtection";
        if value.tag != tag::SEQUENCE {
            return Err(Error::malformed(WHAT));
        }
        let mut fields = value.inside(WHAT);
        let digest = digest_algorithm(fields.expect(tag::SEQUENCE)?.raw);
        let signature = fields.optional(tag::constructed(1))?;
        let mac = fields.optional(tag::constructed(2))?;
        fields.finish()?;
        let signature = match (signature, mac) {
            (Some(signature), None) => {
                let identifier = write::tlv(tag::SEQUENCE, signature.value);
                SignatureAlgorithm::from_der(&identifier, digest.clone().ok())
            }
            (None, Some(_)) => Err(Error::Missing { what: "signatureAlgorithm" }),
            _ => return Err(Error::malformed(WHAT)),
        };
        Ok(Self { digest, signature })
    }

    /// Whether these are the algorithms of the signer (RFC 6211 §3). They are compared by what they mean: some programs write a
    /// default in one of the two places alone.
    pub(super) fn matches(
        &self,
        digest: &Result<DigestAlgorithm, Error>,
        signature: &Result<SignatureAlgorithm, Error>,
    ) -> Result<(), Error> {
        match (self.digest == *digest, self.signature == *signature) {
            (false, _) => Err(Error::DigestAlgorithmMismatch),
            (true, false) => Err(Error::SignatureAlgorithmMismatch),
            (true, true) => Ok(()),
        }
    }
}

/// ESSCertID or ESSCertIDv2: a certificate by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EssCertId {
    /// Hash function; SHA-1 for version 1. An error for one we do not know.
    pub algorithm: Result<DigestAlgorithm, Error>,
    /// Hash of the certificate's DER.
    pub hash: Vec<u8>,
    /// Its issuer and serial number, if given.
    pub issuer_serial: Option<IssuerSerial>,
}

/// IssuerSerial, RFC 5035 §3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuerSerial {
    /// Issuer Name in DER; `None` when the GeneralNames hold no directoryName.
    pub issuer: Option<Vec<u8>>,
    /// Contents of the INTEGER.
    pub serial: Vec<u8>,
}

impl EssCertId {
    /// Whether the hash is that of `certificate`. Issuer and serial are left to [`IssuerSerial::matches`].
    pub fn matches(&self, certificate: &Certificate) -> bool {
        match &self.algorithm {
            Ok(DigestAlgorithm::Sha256) => self.hash == certificate.fingerprint(),
            Ok(algorithm) => self.hash == algorithm.digest(certificate.der()),
            Err(_) => false,
        }
    }
}

impl IssuerSerial {
    /// Whether issuer and serial number are those of `certificate`.
    pub fn matches(&self, certificate: &Certificate) -> bool {
        let issuer = self.issuer.as_deref();
        self.serial == certificate.serial()
            && issuer.is_some_and(|name| names_match(name, certificate.issuer_der()))
    }
}

/// One Attribute: identifier, as written and, if possible, read, and values.
pub(super) struct Attribute<'a> {
    kind: &'a [u8],
    pub oid: Option<ObjectIdentifier>,
    pub values: Vec<Tlv<'a>>,
}

pub(super) fn attribute<'a>(element: &Tlv<'a>) -> Result<Attribute<'a>, Error> {
    const WHAT: &str = "Attribute";
    if element.tag != tag::SEQUENCE {
        return Err(Error::malformed(WHAT));
    }
    let mut fields = element.inside(WHAT);
    let kind = fields.expect(tag::OID)?;
    let values = set(fields.inside(tag::SET, WHAT)?)?;
    fields.finish()?;
    Ok(Attribute { kind: kind.raw, oid: kind.oid(WHAT).ok(), values })
}

impl SignedAttributes {
    pub(super) fn read(stored: &Tlv<'_>) -> Result<Self, Error> {
        let attributes =
            set(stored.inside("signedAttrs"))?.iter().map(attribute).collect::<Result<Vec<_>, _>>()?;
        let der = write::set_of(tag::SET, attributes.iter().map(written).collect());
        let raw = write::tlv(tag::SET, stored.value);
        let mut found = SignedAttributes {
            in_der_order: der == raw,
            der,
            raw,
            content_type: None,
            message_digest: None,
            signing_certificate: Vec::new(),
            signing_certificate_v1: Vec::new(),
            signing_time: None,
            signature_policy: None,
            algorithm_protection: None,
            content_timestamps: Vec::new(),
            revocation: Evidence::default(),
            others: Vec::new(),
            duplicates: Vec::new(),
        };
        let mut seen = Vec::new();
        for Attribute { oid, values, .. } in &attributes {
            // An identifier we cannot even name (2.999) concerns nobody here.
            let Some(oid) = *oid else { continue };
            let again = seen.contains(&oid);
            seen.push(oid);
            if again || values.len() != 1 {
                found.duplicates.push(oid);
            }
            match values.first() {
                _ if oid == oids::CONTENT_TIME_STAMP => {
                    found.content_timestamps.extend(values.iter().map(|value| value.raw.to_vec()));
                }
                Some(value) if !again => found.take(oid, value)?,
                _ => {}
            }
        }
        if found.signing_certificate.is_empty() {
            std::mem::swap(&mut found.signing_certificate, &mut found.signing_certificate_v1);
        }
        Ok(found)
    }

    fn take(&mut self, oid: ObjectIdentifier, value: &Tlv<'_>) -> Result<(), Error> {
        match oid {
            oids::CONTENT_TYPE => self.content_type = Some(value.oid("content-type")?),
            oids::MESSAGE_DIGEST if value.tag == tag::OCTET_STRING => {
                self.message_digest = Some(value.value.to_vec())
            }
            oids::MESSAGE_DIGEST => return Err(Error::malformed("message-digest")),
            oids::SIGNING_TIME => self.signing_time = value.time("signing-time").ok(),
            oids::SIGNING_CERTIFICATE => {
                self.signing_certificate_v1 = signing_certificate(value, Version::One)?
            }
            oids::SIGNING_CERTIFICATE_V2 => {
                self.signing_certificate = signing_certificate(value, Version::Two)?
            }
            oids::SIGNATURE_POLICY => self.signature_policy = Some(SignaturePolicy::read(value)),
            oids::CMS_ALGORITHM_PROTECTION => {
                self.algorithm_protection = Some(AlgorithmProtection::read(value)?);
            }
            oids::ADBE_REVOCATION => {
                self.revocation = revocation(value).unwrap_or_default();
            }
            other => self.others.push(other),
        }
        Ok(())
    }
}

/// RevocationInfoArchival: CRLs, OCSP responses, and others, which nobody has defined.
fn revocation(value: &Tlv<'_>) -> Result<Evidence, Error> {
    const WHAT: &str = "RevocationInfoArchival";
    if value.tag != tag::SEQUENCE {
        return Err(Error::malformed(WHAT));
    }
    let mut fields = value.inside(WHAT);
    let mut list = |number| -> Result<Vec<Vec<u8>>, Error> {
        let Some(list) = fields.optional(tag::constructed(number))? else { return Ok(Vec::new()) };
        let all = set(list.inside(WHAT).inside(tag::SEQUENCE, WHAT)?)?;
        Ok(all.iter().map(|one| one.raw.to_vec()).collect())
    };
    let (crls, ocsp) = (list(0)?, list(1)?);
    Ok(Evidence { certificates: Vec::new(), ocsp, crls })
}

/// The attribute in DER: its values sorted.
fn written(attribute: &Attribute<'_>) -> Vec<u8> {
    let values = write::set_of(tag::SET, attribute.values.iter().map(|value| value.raw.to_vec()).collect());
    write::sequence(&[attribute.kind, &values])
}

#[derive(Clone, Copy, PartialEq)]
enum Version {
    One,
    Two,
}

/// SigningCertificate and SigningCertificateV2: the certs, not the policies.
fn signing_certificate(value: &Tlv<'_>, version: Version) -> Result<Vec<EssCertId>, Error> {
    const WHAT: &str = "signing-certificate";
    if value.tag != tag::SEQUENCE {
        return Err(Error::malformed(WHAT));
    }
    let certs = value.inside(WHAT).inside(tag::SEQUENCE, WHAT)?;
    set(certs)?.iter().map(|cert| ess_cert_id(cert.inside(WHAT), version)).collect()
}

fn ess_cert_id(mut fields: Reader<'_>, version: Version) -> Result<EssCertId, Error> {
    const WHAT: &str = "ESSCertID";
    let stated = if version == Version::Two { fields.optional(tag::SEQUENCE)? } else { None };
    let algorithm = match (version, stated) {
        (Version::One, _) => Ok(DigestAlgorithm::Sha1),
        (Version::Two, None) => Ok(DigestAlgorithm::Sha256),
        (Version::Two, Some(stated)) => digest_algorithm(stated.raw),
    };
    let hash = fields.expect(tag::OCTET_STRING)?.value.to_vec();
    let issuer_serial = match fields.optional(tag::SEQUENCE)? {
        Some(both) => {
            let mut both = both.inside(WHAT);
            let names = set(both.inside(tag::SEQUENCE, WHAT)?)?;
            let directory = names.iter().find(|name| name.tag == tag::constructed(4));
            Some(IssuerSerial {
                issuer: directory.map(|name| name.value.to_vec()),
                serial: both.expect(tag::INTEGER)?.value.to_vec(),
            })
        }
        None => None,
    };
    Ok(EssCertId { algorithm, hash, issuer_serial })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn attributes(oid: &ObjectIdentifier, value: &[u8]) -> SignedAttributes {
        let attribute = write::sequence(&[&write::oid(oid), &write::of(tag::SET, &[value])]);
        let set = write::of(tag::constructed(0), &[&attribute]);
        SignedAttributes::read(&Reader::new(&set, "signedAttrs").any().unwrap()).unwrap()
    }

    fn read(value: &[u8]) -> Evidence {
        attributes(&oids::ADBE_REVOCATION, value).revocation
    }

    #[test]
    fn a_signature_policy_is_implied_named_or_not_to_be_read() {
        let policy = |value: &[u8]| attributes(&oids::SIGNATURE_POLICY, value).signature_policy.unwrap();
        assert_eq!(policy(&write::tlv(tag::NULL, &[])), SignaturePolicy::Implied);
        let named = write::sequence(&[&write::oid(&oids::ANY_POLICY)]);
        assert_eq!(policy(&named), SignaturePolicy::Named("2.5.29.32.0".into()));
        assert_eq!(policy(&write::sequence(&[&write::number(1)])), SignaturePolicy::Unreadable);
        assert_eq!(policy(&write::number(1)), SignaturePolicy::Unreadable);
    }

    #[test]
    fn protected_algorithms_are_those_of_a_signature_or_of_a_mac() {
        let digest = write::algorithm(&DigestAlgorithm::Sha256.oid());
        let algorithm = SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256);
        let identifier = algorithm.to_der();
        let under = |number| write::tlv(tag::constructed(number), &identifier[2..]);
        let read = |parts: &[&[u8]]| {
            let value = write::sequence(parts);
            AlgorithmProtection::read(&Reader::new(&value, "value").any().unwrap())
        };
        let signature = read(&[&digest, &under(1)]).unwrap();
        assert_eq!((signature.digest, signature.signature), (Ok(DigestAlgorithm::Sha256), Ok(algorithm)));
        let mac = read(&[&digest, &under(2)]).unwrap();
        assert_eq!(mac.signature, Err(Error::Missing { what: "signatureAlgorithm" }));
        let malformed = Err(Error::malformed("CMSAlgorithmProtection"));
        assert_eq!(read(&[&digest]), malformed);
        assert_eq!(read(&[&digest, &under(1), &under(2)]), malformed);
        assert_eq!(read(&[&digest, &under(1), &digest]), malformed);
    }

    #[test]
    fn revocation_data_in_a_signature_is_found_and_what_is_none_is_passed_over() {
        let (list, answer) = (write::sequence(&[&write::number(1)]), write::sequence(&[&write::number(2)]));
        let all = |number, one: &[u8]| write::tlv(tag::constructed(number), &write::sequence(&[one]));
        let evidence = |crls, ocsp| Evidence { certificates: Vec::new(), ocsp, crls };
        let both = write::sequence(&[&all(0, &list), &all(1, &answer)]);
        assert_eq!(read(&both), evidence(vec![list.clone()], vec![answer.clone()]));
        assert_eq!(read(&write::sequence(&[&all(1, &answer)])), evidence(Vec::new(), vec![answer]));
        assert_eq!(read(&write::sequence(&[])), Evidence::default());
        assert_eq!(read(&write::number(1)), Evidence::default());
        assert_eq!(
            read(&write::sequence(&[&write::tlv(tag::constructed(0), &list[..1])])),
            Evidence::default()
        );
    }
}
