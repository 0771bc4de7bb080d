use super::response::CertId;
use crate::asn1::{tag, write};
use crate::certificate::Certificate;
use crate::digest::DigestAlgorithm;
use crate::oids;

/// OCSPRequest, RFC 6960 §4.1.1.
pub struct Request;

impl Request {
    /// An unsigned request about `certificate`, in DER. `nonce` is 1 to 32 bytes of randomness (RFC 8954).
    ///
    /// The CertID is made with SHA-1: it only names, and some responders refuse anything else.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(certificate: &Certificate, issuer: &Certificate, nonce: Option<&[u8]>) -> Vec<u8> {
        let id = CertId::of(certificate, issuer, DigestAlgorithm::Sha1);
        let cert_id = write::sequence(&[
            &write::algorithm_null(&oids::SHA1),
            &write::octets(&id.issuer_name_hash),
            &write::octets(&id.issuer_key_hash),
            &write::tlv(tag::INTEGER, &id.serial),
        ]);
        let list = write::sequence(&[&write::sequence(&[&cert_id])]);
        let extensions = nonce.map(|nonce| {
            let value = write::octets(&write::octets(nonce));
            let extension = write::sequence(&[&write::oid(&oids::OCSP_NONCE), &value]);
            write::tlv(tag::constructed(2), &write::sequence(&[&extension]))
        });
        write::sequence(&[&write::sequence(&[&list, &extensions.unwrap_or_default()])])
    }
}
