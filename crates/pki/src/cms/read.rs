use const_oid::ObjectIdentifier;

use super::signer::SignerInfo;
use crate::algorithm::digest_algorithm;
use crate::asn1::read::{Reader, Tlv, whole};
use crate::asn1::{ber, tag};
use crate::certificate::Certificate;
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::oids;

/// Largest SignedData read, in bytes. Signatures with long CRLs inside were seen at 10 MB; an enveloping container's content
/// may be larger, but none of ours is.
const SIZE: usize = 64 * 1024 * 1024;

/// Most elements read from any one set (certificates, CRLs, signers). The most seen is 37 certificates.
const COUNT: usize = 1024;

const WHAT: &str = "SignedData";

/// SignedData, RFC 5652 §5.1, read from the ContentInfo around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedData {
    /// CMSVersion; what it has to be says [`SignedData::due_version`].
    pub version: u64,
    /// digestAlgorithms; those we do not know as [`Error::UnknownAlgorithm`].
    pub digest_algorithms: Vec<Result<DigestAlgorithm, Error>>,
    /// eContentType.
    pub econtent_type: ObjectIdentifier,
    /// The encapsulated content; `None` for a detached signature.
    pub econtent: Option<Vec<u8>>,
    /// Whether that content is an OCTET STRING, as CMS wants it; PKCS #7 allowed anything.
    pub econtent_is_octets: bool,
    /// The certificates that could be read, in the order of the encoding.
    pub certificates: Vec<Certificate>,
    /// How many elements of `certificates` are damaged. Those of another kind (attribute certificates and the like, RFC 5652
    /// §10.2.2) are passed over.
    pub unreadable_certificates: usize,
    /// The version that the kinds of certificates inside call for (RFC 5652 §5.1): 1, or 3 to 5 where there are others than
    /// X.509's.
    pub version_for_certificates: u64,
    /// The version that the kinds of revocation data inside call for: 1, or 5 where there are others than CRLs.
    pub version_for_revocations: u64,
    /// CertificateList structures in DER.
    pub crls: Vec<Vec<u8>>,
    /// OCSPResponse structures in DER, from OtherRevocationInfoFormat (RFC 5940).
    pub ocsp: Vec<Vec<u8>>,
    /// All signers; a CAdES signature in a PDF has exactly one.
    pub signer_infos: Vec<SignerInfo>,
    /// How many bytes of the input the ContentInfo took.
    pub encoded_len: usize,
    /// Whether what follows the ContentInfo, if anything, is only zeros: the padding of a PDF's /Contents.
    pub padding_is_zero: bool,
}

impl SignedData {
    /// The CMSVersion that goes with what is inside, RFC 5652 §5.1: 1 for a detached signature of a signer who is named by
    /// issuer and serial number, 3 for one named by a key identifier or for a time-stamp token, 5 where an OCSP response is
    /// inside.
    pub fn due_version(&self) -> u64 {
        self.due_version_without_revocations().max(self.version_for_revocations)
    }

    /// The same without regard to revocation data, as who adds that to a complete SignedData may leave it.
    pub fn due_version_without_revocations(&self) -> u64 {
        let of_content = if self.econtent_type == oids::ID_DATA { 1 } else { 3 };
        let of_signers = if self.signer_infos.iter().any(|signer| signer.version == 3) { 3 } else { 1 };
        self.version_for_certificates.max(of_content).max(of_signers)
    }

    /// Reads a ContentInfo with SignedData, in DER or BER, from the front of `bytes`.
    ///
    /// A signer that uses unknown algorithms is still listed; only what has no structure at all is an error.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > SIZE {
            return Err(Error::TooLarge { what: WHAT, limit: SIZE });
        }
        let (definite, encoded_len) = ber::definite(bytes, WHAT)?;
        let padding = bytes.get(encoded_len..).unwrap_or(&[]);
        let mut content_info = whole(&definite, tag::SEQUENCE, "ContentInfo")?;
        let content_type = content_info.any()?.oid("contentType")?;
        if content_type != oids::ID_SIGNED_DATA {
            return Err(Error::ContentType { found: content_type });
        }
        let content = content_info.expect(tag::constructed(0))?;
        let mut fields = whole(content.value, tag::SEQUENCE, WHAT)?;

        let version = fields.expect(tag::INTEGER)?.number("version")?;
        let digest_algorithms = set(fields.inside(tag::SET, "digestAlgorithms")?)?;
        let mut encapsulated = fields.inside(tag::SEQUENCE, "encapContentInfo")?;
        let econtent_type = encapsulated.any()?.oid("eContentType")?;
        let econtent = match encapsulated.optional(tag::constructed(0))? {
            // OCTET STRING; PKCS #7 had anything here, whose contents were digested without tag and length.
            Some(explicit) => Some(explicit.inside("eContent").any()?),
            None => None,
        };
        encapsulated.finish()?;
        let certificates = fields.optional(tag::constructed(0))?;
        let revocations = fields.optional(tag::constructed(1))?;
        let signers = fields.inside(tag::SET, "signerInfos")?;
        fields.finish()?;
        content_info.finish()?;

        let mut found = SignedData {
            version,
            digest_algorithms: digest_algorithms.iter().map(|a| digest_algorithm(a.raw)).collect(),
            econtent_type,
            econtent_is_octets: econtent.as_ref().is_some_and(|content| content.tag == tag::OCTET_STRING),
            econtent: econtent.map(|content| content.value.to_vec()),
            certificates: Vec::new(),
            unreadable_certificates: 0,
            version_for_certificates: 1,
            version_for_revocations: 1,
            crls: Vec::new(),
            ocsp: Vec::new(),
            signer_infos: set(signers)?.iter().map(SignerInfo::read).collect::<Result<_, _>>()?,
            encoded_len,
            padding_is_zero: padding.iter().fold(0, |all, byte| all | byte) == 0,
        };
        for choice in certificates.map_or(Ok(Vec::new()), |all| set(all.inside("certificates")))? {
            // Extended certificates, attribute certificates of versions 1 and 2, others.
            let versions = [(0, 3), (1, 3), (2, 4), (3, 5)];
            let other = versions.into_iter().find(|(kind, _)| choice.tag == tag::constructed(*kind));
            match (Certificate::from_der(choice.raw), other) {
                (Ok(certificate), _) => found.certificates.push(certificate),
                (Err(_), Some((_, version))) => {
                    found.version_for_certificates = found.version_for_certificates.max(version);
                }
                (Err(_), None) => found.unreadable_certificates += 1,
            }
        }
        for choice in revocations.map_or(Ok(Vec::new()), |all| set(all.inside("crls")))? {
            found.revocation(&choice);
        }
        Ok(found)
    }

    /// RevocationInfoChoice; formats other than CRL and OCSP are passed over.
    fn revocation(&mut self, choice: &Tlv<'_>) {
        match choice.tag {
            tag::SEQUENCE => self.crls.push(choice.raw.to_vec()),
            other if other == tag::constructed(1) => {
                self.version_for_revocations = 5;
                let mut fields = choice.inside("OtherRevocationInfoFormat");
                let format = fields.any().and_then(|oid| oid.oid("otherRevInfoFormat"));
                if let (Ok(oids::RI_OCSP_RESPONSE), Ok(response)) = (format, fields.any()) {
                    self.ocsp.push(response.raw.to_vec());
                }
            }
            _ => {}
        }
    }
}

/// The elements of a SET OF.
pub(super) fn set<'a>(mut elements: Reader<'a>) -> Result<Vec<Tlv<'a>>, Error> {
    let mut found = Vec::new();
    while !elements.is_empty() {
        if found.len() == COUNT {
            return Err(Error::TooLarge { what: "set in SignedData", limit: COUNT });
        }
        found.push(elements.any()?);
    }
    Ok(found)
}
