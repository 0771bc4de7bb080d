//! Revocation data that signatures carry in themselves: in their CMS (RFC 5652 §10.2.1, RFC 5940), and in the signed attribute
//! of those made before there was a security store (ISO 32000-1 §12.8.3.3.2).

use ades::Facts;
use pki::Evidence;
use pki::cms::SignedData;

/// Pieces of each kind that are kept of one document. Twenty signatures under four authorities have eighty.
const PIECES: usize = 256;

/// All of it, for a document.
pub(crate) fn revocation(facts: &Facts) -> Evidence {
    let mut found = Evidence::default();
    let contents = facts.signatures.iter().filter_map(|signature| signature.contents.as_deref().ok());
    for cms in contents.filter_map(|contents| SignedData::parse(contents).ok()) {
        found.merge(Evidence { certificates: Vec::new(), ocsp: cms.ocsp, crls: cms.crls });
        for attributes in cms.signer_infos.into_iter().filter_map(|signer| signer.signed_attributes) {
            found.merge(attributes.revocation);
        }
        found.ocsp.truncate(PIECES);
        found.crls.truncate(PIECES);
    }
    found
}
