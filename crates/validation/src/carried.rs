//! Revocation data that signatures carry in themselves: in their CMS and those of their time-stamps (RFC 5652 §10.2.1,
//! RFC 5940), and in the signed attribute of those made before there was a security store (ISO 32000-1 §12.8.3.3.2).

use pki::Evidence;

use crate::contents::Contents;

/// All of it, for a document. Each signature has a bounded number of pieces, and what of them is looked at for a certificate is
/// bounded where that is asked ([`crate::statements`]): to leave some out here would hide what they say.
pub(crate) fn revocation(contents: &Contents<'_>) -> Evidence {
    let mut all = Evidence::default();
    let mut hear = |ocsp: &[Vec<u8>], crls: &[Vec<u8>]| {
        all.ocsp.extend_from_slice(ocsp);
        all.crls.extend_from_slice(crls);
    };
    for cms in contents.readable() {
        hear(&cms.ocsp, &cms.crls);
        for attributes in cms.signer_infos.iter().filter_map(|signer| signer.signed_attributes.as_ref()) {
            hear(&attributes.revocation.ocsp, &attributes.revocation.crls);
        }
    }
    for token in contents.tokens() {
        hear(&token.ocsp, &token.crls);
    }
    let mut found = Evidence::default();
    found.merge(all);
    found
}
