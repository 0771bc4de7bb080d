//! What the answer to a check rests on, by its digest.

use serde::{Deserialize, Serialize};

/// What an object that a verdict rests on is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectKind {
    /// An X.509 certificate.
    Certificate,
    /// A certificate revocation list.
    Crl,
    /// A whole OCSPResponse.
    Ocsp,
    /// A TimeStampToken.
    Timestamp,
}

/// A certificate, revocation data or a time-stamp that an answer rests on, as the list of
/// [`Objects`](crate::objects::Objects) names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    /// What it is.
    pub kind: ObjectKind,
    /// SHA-256 of it as DER (BER where it was written so), lower-case hex.
    pub sha256: String,
}

impl Used {
    /// Of an object whose digest is known.
    pub(crate) fn new(kind: ObjectKind, sha256: impl AsRef<[u8]>) -> Self {
        Self { kind, sha256: hex::encode(sha256) }
    }
}
