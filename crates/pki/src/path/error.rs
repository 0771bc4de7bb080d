use const_oid::ObjectIdentifier;

use crate::certificate::Certificate;
use crate::error::Error;
use crate::time::Time;

/// Why there is no path. When several attempts failed, that of the attempt which came furthest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PathError {
    /// Nobody in the pool or among the anchors has the name of this certificate's issuer.
    #[error("issuer of {} not found", .certificate.subject())]
    NoIssuer {
        /// Where the search ended.
        certificate: Certificate,
    },
    /// A certificate is not yet valid at the time of interest.
    #[error("{} not valid at {at}, before {not_before}", .certificate.subject())]
    NotYetValid {
        /// Which one.
        certificate: Certificate,
        /// The time of interest.
        at: Time,
        /// Its start of validity.
        not_before: Time,
    },
    /// A certificate has expired before the time of interest.
    #[error("{} not valid at {at}, after {not_after}", .certificate.subject())]
    Expired {
        /// Which one.
        certificate: Certificate,
        /// The time of interest.
        at: Time,
        /// Its end of validity.
        not_after: Time,
    },
    /// An issuer is not a certification authority: basicConstraints absent or cA false.
    #[error("{} is no certification authority", .certificate.subject())]
    NotAuthority {
        /// Which one.
        certificate: Certificate,
    },
    /// An issuer's key usage lacks keyCertSign.
    #[error("{} must not sign certificates", .certificate.subject())]
    KeyUsage {
        /// Which one.
        certificate: Certificate,
    },
    /// More intermediate certificates follow than pathLenConstraint allows.
    #[error("{} allows {allowed} intermediate certificates, {found} follow", .certificate.subject())]
    PathLength {
        /// Whose constraint.
        certificate: Certificate,
        /// pathLenConstraint.
        allowed: u64,
        /// Intermediates after it that are not self-issued.
        found: u64,
    },
    /// A certificate has a critical extension we do not process.
    #[error("{} has the unknown critical extension {oid}", .certificate.subject())]
    UnknownCriticalExtension {
        /// Which one.
        certificate: Certificate,
        /// The extension.
        oid: ObjectIdentifier,
    },
    /// The signature on a certificate is not its issuer's.
    #[error("signature on {} does not verify: {error}", .certificate.subject())]
    Signature {
        /// The certificate signed.
        certificate: Certificate,
        /// What went wrong.
        error: Error,
    },
    /// An extension that decides about the path cannot be read.
    #[error("{} has an unreadable extension: {error}", .certificate.subject())]
    Extension {
        /// Whose.
        certificate: Certificate,
        /// What went wrong.
        error: Error,
    },
    /// A name is outside the permitted or inside the excluded subtrees of an authority above, or of a form that cannot be
    /// compared although it is constrained (RFC 5280 §4.2.1.10).
    #[error("a name in {} is not allowed to it: {form}", .certificate.subject())]
    NameConstraints {
        /// Who has the name.
        certificate: Certificate,
        /// The form of the name, in the words of GeneralName.
        form: &'static str,
    },
    /// More names and name constraints than we compare.
    #[error("name constraints on {} given up after {comparisons} comparisons", .certificate.subject())]
    NameBudget {
        /// Where the budget ended.
        certificate: Certificate,
        /// Comparisons made until then.
        comparisons: usize,
    },
    /// A policy is mapped to or from anyPolicy (RFC 5280 §6.1.4 (a)).
    #[error("{} maps anyPolicy", .certificate.subject())]
    PolicyMapping {
        /// Who maps it.
        certificate: Certificate,
    },
    /// An acceptable certificate policy is required, and none is valid for the path (RFC 5280 §6.1.3 (f), §6.1.5).
    #[error("no acceptable certificate policy from {}", .certificate.subject())]
    Policy {
        /// The certificate after which none was left.
        certificate: Certificate,
    },
    /// The search was given up: too many certificates of the same name, or too long a path.
    #[error("search given up after {signatures} signatures")]
    Budget {
        /// Signatures verified until then.
        signatures: usize,
    },
}

impl PathError {
    /// Whether there was more to look at than is looked at, so that nothing is known.
    pub(crate) const fn is_for_lack_of_budget(&self) -> bool {
        matches!(self, Self::Budget { .. } | Self::NameBudget { .. })
    }
}
