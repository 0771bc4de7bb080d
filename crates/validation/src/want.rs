//! The evidence that could change an undetermined conclusion.

use pki::Certificate;

/// One piece of evidence worth fetching. The addresses come from certificates on a path that is being judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// The certificate that issued this one.
    Issuer {
        /// Whose issuer is missing.
        certificate: Certificate,
        /// Where it may be had (`caIssuers`).
        urls: Vec<String>,
    },
    /// Whether a certificate was revoked.
    Revocation {
        /// Which certificate.
        certificate: Certificate,
        /// Its issuer.
        issuer: Certificate,
        /// OCSP responders, to be asked first.
        ocsp: Vec<String>,
        /// Revocation lists.
        crls: Vec<String>,
    },
}
