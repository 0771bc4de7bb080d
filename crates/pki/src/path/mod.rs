//! Certification paths, RFC 5280 §6: built and validated in one search.
//!
//! Signatures, names, validity, basic constraints, key usage, critical extensions, name constraints, certificate policies.
//! Revocation is not looked at: that is the matter of [`crate::ocsp`] and [`crate::crl`].

mod error;
mod names;
mod policies;
mod search;

use const_oid::ObjectIdentifier;

use crate::certificate::Certificate;
use crate::time::Time;
pub use error::PathError;

/// A validated path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// From the target to the anchor, both included; one element when the target is itself an anchor.
    pub certificates: Vec<Certificate>,
    /// The user-constrained-policy-set, RFC 5280 §6.1.6 and RFC 9618 §5: policies of the anchor's domain for which the path
    /// is valid, in no order that means anything. anyPolicy among them stands for all. Empty when there is none, which is no
    /// fault unless a policy was required.
    pub policies: Vec<ObjectIdentifier>,
}

impl Path {
    /// The trust anchor the path ends in.
    pub fn anchor(&self) -> Option<&Certificate> {
        self.certificates.last()
    }

    /// The target and whoever issued it, then each issuer in turn: pairs of certificate and issuer, for revocation checks.
    pub fn pairs(&self) -> impl Iterator<Item = (&Certificate, &Certificate)> {
        self.certificates.iter().zip(self.certificates.iter().skip(1))
    }
}

/// What is required of the policies of a path: the inputs (c) to (f) of RFC 5280 §6.1.1. By default nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirements {
    /// user-initial-policy-set; empty for any-policy.
    pub policies: Vec<ObjectIdentifier>,
    /// initial-policy-mapping-inhibit: policies must not be mapped.
    pub inhibit_policy_mapping: bool,
    /// initial-explicit-policy: the path must be valid for at least one of the policies.
    pub explicit_policy: bool,
    /// initial-any-policy-inhibit: anyPolicy in a certificate stands for nothing.
    pub inhibit_any_policy: bool,
}

/// Finds a valid path from `target` through `pool` to one of `anchors`, at the time `at`.
///
/// An anchor is believed as it is: its validity, its signature and its constraints are not looked at, for it may be the
/// service certificate of a trusted list. A target that is itself an anchor is a path of one. But an anchor that says that it
/// is no authority (`cA` FALSE, or a key usage without `keyCertSign`) anchors itself alone: that is our policy, RFC 5280 §6.1
/// leaves it open.
pub fn build(
    target: &Certificate,
    pool: &[Certificate],
    anchors: &[Certificate],
    at: Time,
) -> Result<Path, PathError> {
    build_under(target, pool, anchors, at, &Requirements::default())
}

/// The same, for a path whose policies fulfil `requirements`.
pub fn build_under(
    target: &Certificate,
    pool: &[Certificate],
    anchors: &[Certificate],
    at: Time,
    requirements: &Requirements,
) -> Result<Path, PathError> {
    search::build(target, pool, anchors, at, requirements)
}
