use serde::{Deserialize, Serialize};

use crate::time::Time;

/// What an OCSP responder or a CRL says of a certificate (RFC 6960 §2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Not revoked.
    Good,
    /// Revoked or suspended.
    Revoked {
        /// Since when.
        at: Time,
        /// Why, when said.
        reason: Option<Reason>,
    },
    /// The responder does not know the certificate; a CRL never says so.
    Unknown,
}

/// CRLReason, RFC 5280 §5.3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Reason {
    Unspecified,
    KeyCompromise,
    CaCompromise,
    AffiliationChanged,
    Superseded,
    CessationOfOperation,
    CertificateHold,
    RemoveFromCrl,
    PrivilegeWithdrawn,
    AaCompromise,
    /// A number the standard does not assign.
    Other(u8),
}

impl Reason {
    /// Whether a key revoked for this reason was given up and not lost: what it signed before stays its owner's
    /// (RFC 3161 §4, point 1). Without a reason nothing of the kind is known.
    pub fn is_orderly(reason: Option<Reason>) -> bool {
        matches!(
            reason,
            Some(
                Reason::Unspecified
                    | Reason::AffiliationChanged
                    | Reason::Superseded
                    | Reason::CessationOfOperation
            )
        )
    }

    pub(crate) fn from_number(number: u8) -> Self {
        match number {
            0 => Reason::Unspecified,
            1 => Reason::KeyCompromise,
            2 => Reason::CaCompromise,
            3 => Reason::AffiliationChanged,
            4 => Reason::Superseded,
            5 => Reason::CessationOfOperation,
            6 => Reason::CertificateHold,
            8 => Reason::RemoveFromCrl,
            9 => Reason::PrivilegeWithdrawn,
            10 => Reason::AaCompromise,
            other => Reason::Other(other),
        }
    }
}
