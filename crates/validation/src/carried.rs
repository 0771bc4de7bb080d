//! Revocation data that signatures carry in themselves: in their CMS (RFC 5652 §10.2.1, RFC 5940), and in the signed attribute
//! of those made before there was a security store (ISO 32000-1 §12.8.3.3.2).

use pki::Evidence;

use crate::contents::Contents;

/// Pieces of each kind that are kept of one document. Twenty signatures under four authorities have eighty.
const PIECES: usize = 256;

/// All of it, for a document.
pub(crate) fn revocation(contents: &Contents<'_>) -> Evidence {
    let mut found = Evidence::default();
    for cms in contents.readable() {
        let (ocsp, crls) = (cms.ocsp.clone(), cms.crls.clone());
        found.merge(Evidence { certificates: Vec::new(), ocsp, crls });
        for attributes in cms.signer_infos.iter().filter_map(|signer| signer.signed_attributes.as_ref()) {
            found.merge(attributes.revocation.clone());
        }
        found.ocsp.truncate(PIECES);
        found.crls.truncate(PIECES);
    }
    found
}
