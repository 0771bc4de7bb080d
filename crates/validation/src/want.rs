//! The evidence that could change an undetermined conclusion.

use pki::Certificate;
use serde::{Deserialize, Serialize};

use crate::report::{Indication, SignatureReport};

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

/// A [`Want`] as a report names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// What it is.
    pub piece: Piece,
    /// The subject of the certificate that it is about: its common name, or else the whole name.
    pub subject: String,
    /// SHA-256 of that certificate, lower-case hex.
    pub certificate: String,
    /// Where the certificate of its issuer may be had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issuers: Vec<String>,
    /// OCSP responders that may tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ocsp: Vec<String>,
    /// Where revocation lists may be had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub crls: Vec<String>,
}

/// A piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// The certificate of the issuer.
    Issuer,
    /// Whether the certificate was revoked.
    Revocation,
}

impl From<&Want> for Missing {
    fn from(want: &Want) -> Self {
        let (piece, certificate) = match want {
            Want::Issuer { certificate, .. } => (Piece::Issuer, certificate),
            Want::Revocation { certificate, .. } => (Piece::Revocation, certificate),
        };
        let (issuers, ocsp, crls) = match want.clone() {
            Want::Issuer { urls, .. } => (urls, Vec::new(), Vec::new()),
            Want::Revocation { ocsp, crls, .. } => (Vec::new(), ocsp, crls),
        };
        let name = certificate.subject();
        Self {
            piece,
            subject: name.common_name.clone().unwrap_or_else(|| name.to_string()),
            certificate: hex::encode(certificate.fingerprint()),
            issuers,
            ocsp,
            crls,
        }
    }
}

/// What is wanted, where something is undetermined: what is decided, no evidence changes, nor what is asked about a time before the
/// signature's own.
pub(crate) fn missing(signatures: &[SignatureReport], wants: &[Want]) -> Vec<Missing> {
    let is_open = |one: &SignatureReport| one.conclusion.indication == Indication::Indeterminate;
    let open = signatures.iter().any(|one| is_open(one) && !one.is_judged_before());
    wants.iter().filter(|_| open).map(Missing::from).collect()
}
