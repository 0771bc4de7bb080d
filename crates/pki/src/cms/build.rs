use crate::algorithm::SignatureAlgorithm;
use crate::asn1::{tag, write};
use crate::certificate::Certificate;
use crate::digest::DigestAlgorithm;
use crate::oids;

/// The signed attributes of a CAdES baseline signature in a PDF (EN 319 142-1 §6.3): content-type id-data, message-digest,
/// signing-certificate-v2 with issuer and serial number, and no signing-time. DER SET OF, tag 0x31: what is to be signed.
///
/// `message_digest` is over the content, made with `digest`; the certificate is hashed with `digest` too.
pub fn signed_attributes(
    message_digest: &[u8],
    certificate: &Certificate,
    digest: DigestAlgorithm,
) -> Vec<u8> {
    let issuer = write::tlv(tag::constructed(4), certificate.issuer_der());
    let issuer_serial =
        write::sequence(&[&write::sequence(&[&issuer]), &write::tlv(tag::INTEGER, certificate.serial())]);
    let hash = match digest {
        DigestAlgorithm::Sha256 => write::octets(&certificate.fingerprint()),
        digest => write::octets(&digest.digest(certificate.der())),
    };
    // DER leaves out the default, SHA-256.
    let algorithm = match digest {
        DigestAlgorithm::Sha256 => Vec::new(),
        digest => write::algorithm(&digest.oid()),
    };
    let ess = write::sequence(&[&algorithm, &hash, &issuer_serial]);
    let signing_certificate = write::sequence(&[&write::sequence(&[&ess])]);
    write::set_of(
        tag::SET,
        vec![
            attribute(&oids::CONTENT_TYPE, &write::oid(&oids::ID_DATA)),
            attribute(&oids::MESSAGE_DIGEST, &write::octets(message_digest)),
            attribute(&oids::SIGNING_CERTIFICATE_V2, &signing_certificate),
        ],
    )
}

fn attribute(oid: &const_oid::ObjectIdentifier, value: &[u8]) -> Vec<u8> {
    write::sequence(&[&write::oid(oid), &write::of(tag::SET, &[value])])
}

/// A detached CAdES signature made elsewhere, to be written as CMS: SignedData version 1, one SignerInfo version 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Builder {
    /// Digest of the content and the attributes.
    pub digest: DigestAlgorithm,
    /// How the value was made.
    pub algorithm: SignatureAlgorithm,
    /// What was signed: the output of [`signed_attributes`], a DER SET OF with tag 0x31.
    pub signed_attributes: Vec<u8>,
    /// The signer's certificate.
    pub certificate: Certificate,
    /// Further certificates to carry, usually the chain.
    pub other_certificates: Vec<Certificate>,
    /// The signature value.
    pub signature: Vec<u8>,
    /// TimeStampTokens over the value, each to become an unsigned signature-time-stamp attribute.
    pub timestamps: Vec<Vec<u8>>,
}

impl Builder {
    /// The ContentInfo in DER.
    pub fn to_der(&self) -> Vec<u8> {
        let digest = write::algorithm(&self.digest.oid());
        let mut certificates = vec![self.certificate.der().to_vec()];
        for other in &self.other_certificates {
            if !certificates.iter().any(|der| der == other.der()) {
                certificates.push(other.der().to_vec());
            }
        }
        let signed_data = write::sequence(&[
            &write::number(1),
            &write::of(tag::SET, &[&digest]),
            &write::sequence(&[&write::oid(&oids::ID_DATA)]),
            &write::set_of(tag::constructed(0), certificates),
            &write::of(tag::SET, &[&self.signer_info(&digest)]),
        ]);
        write::sequence(&[&write::oid(&oids::ID_SIGNED_DATA), &write::tlv(tag::constructed(0), &signed_data)])
    }

    fn signer_info(&self, digest: &[u8]) -> Vec<u8> {
        let serial = write::tlv(tag::INTEGER, self.certificate.serial());
        let mut signed = self.signed_attributes.clone();
        if let Some(first) = signed.first_mut() {
            // Stored as [0] IMPLICIT, signed as SET OF.
            *first = tag::constructed(0);
        }
        let stamps = self.timestamps.iter().map(|token| attribute(&oids::SIGNATURE_TIME_STAMP, token));
        let unsigned = match self.timestamps.is_empty() {
            true => Vec::new(),
            false => write::set_of(tag::constructed(1), stamps.collect()),
        };
        write::sequence(&[
            &write::number(1),
            &write::sequence(&[self.certificate.issuer_der(), &serial]),
            digest,
            &signed,
            &self.algorithm.to_der(),
            &write::octets(&self.signature),
            &unsigned,
        ])
    }
}
