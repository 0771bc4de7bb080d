//! Revocation data that signatures carry in themselves: in their CMS and those of their time-stamps (RFC 5652 §10.2.1,
//! RFC 5940), and in the signed attribute of those made before there was a security store (ISO 32000-1 §12.8.3.3.2).

use pki::Evidence;

use crate::contents::Contents;

/// All of it, for a document. Each signature has a bounded number of pieces, and what of them is looked at for a certificate is
/// bounded where that is asked ([`crate::statements`]): to leave some out here would hide what they say.
pub(crate) fn revocation(contents: &Contents<'_>) -> Evidence {
    let mut all = Evidence::default();
    for cms in contents.readable() {
        all.ocsp.extend(cms.ocsp.iter().cloned());
        all.crls.extend(cms.crls.iter().cloned());
        for attributes in cms.signer_infos.iter().filter_map(|signer| signer.signed_attributes.as_ref()) {
            all.ocsp.extend(attributes.revocation.ocsp.iter().cloned());
            all.crls.extend(attributes.revocation.crls.iter().cloned());
        }
    }
    for token in contents.tokens() {
        all.ocsp.extend(token.ocsp.iter().cloned());
        all.crls.extend(token.crls.iter().cloned());
    }
    let mut found = Evidence::default();
    found.merge(all);
    found
}
