//! Certification paths, RFC 5280 §6: built and validated in one search.
//!
//! The core of the algorithm: signatures, names, validity, basic constraints, key usage, critical extensions. Certificate
//! policies are not required, so the policy tree is not built; name constraints and policy constraints, when critical, are
//! unknown extensions and end the path. Revocation is not looked at.

use crate::certificate::{Certificate, names_match};
use crate::error::Error;
use crate::time::Time;
use const_oid::ObjectIdentifier;

/// Signatures verified in one search. The number is Go's crypto/x509 maxChainSignatureChecks, which rustls-webpki took over;
/// a real path needs three.
const SIGNATURES: usize = 100;

/// Certificates between target and anchor. rustls-webpki allows six; the longest path seen in trusted lists has four.
const INTERMEDIATES: usize = 8;

/// A validated path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// From the target to the anchor, both included; one element when the target is itself an anchor.
    pub certificates: Vec<Certificate>,
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
    /// The search was given up: too many certificates of the same name, or too long a path.
    #[error("search given up after {signatures} signatures")]
    Budget {
        /// Signatures verified until then.
        signatures: usize,
    },
}

/// Finds a valid path from `target` through `pool` to one of `anchors`, at the time `at`.
///
/// An anchor is believed as it is: its validity, its signature and its constraints are not looked at, for it may be the
/// service certificate of a trusted list. A target that is itself an anchor is a path of one.
pub fn build(
    target: &Certificate,
    pool: &[Certificate],
    anchors: &[Certificate],
    at: Time,
) -> Result<Path, PathError> {
    if anchors.contains(target) {
        return Ok(Path { certificates: vec![target.clone()] });
    }
    usable(target, at)?;
    let mut search = Search { pool, anchors, at, signatures: 0, fault: None };
    let mut path = vec![target];
    match search.extend(&mut path) {
        true => Ok(Path { certificates: path.into_iter().cloned().collect() }),
        false => {
            let fault = search.fault.map(|(_, fault)| fault);
            Err(fault.unwrap_or_else(|| PathError::NoIssuer { certificate: target.clone() }))
        }
    }
}

struct Search<'a> {
    pool: &'a [Certificate],
    anchors: &'a [Certificate],
    at: Time,
    signatures: usize,
    /// The fault of the attempt that came furthest, with its rank.
    fault: Option<((usize, usize), PathError)>,
}

impl<'a> Search<'a> {
    /// Depth first: anchors before the pool, those whose key identifier fits before others.
    fn extend(&mut self, path: &mut Vec<&'a Certificate>) -> bool {
        let Some(&last) = path.last() else { return false };
        for anchor in by_likelihood(last, self.anchors) {
            if self.exhausted() {
                return self.give_up(path.len());
            }
            if self.signed(path, last, anchor) {
                path.push(anchor);
                return true;
            }
        }
        let mut none = true;
        for issuer in by_likelihood(last, self.pool) {
            if path.iter().any(|certificate| same_entity(certificate, issuer)) {
                continue;
            }
            none = false;
            if path.len() > INTERMEDIATES || self.exhausted() {
                return self.give_up(path.len());
            }
            if let Err(fault) = may_issue(issuer, path, self.at) {
                self.note(path.len(), fault);
            } else if self.signed(path, last, issuer) {
                path.push(issuer);
                if self.extend(path) {
                    return true;
                }
                path.pop();
            }
        }
        if none {
            self.note(path.len(), PathError::NoIssuer { certificate: last.clone() });
        }
        false
    }

    fn give_up(&mut self, depth: usize) -> bool {
        let signatures = self.signatures;
        self.note(depth, PathError::Budget { signatures });
        false
    }

    fn exhausted(&self) -> bool {
        self.signatures >= SIGNATURES
    }

    fn signed(&mut self, path: &[&Certificate], certificate: &Certificate, issuer: &Certificate) -> bool {
        self.signatures += 1;
        match certificate.is_issued_by(issuer) {
            Ok(()) => true,
            Err(error) => {
                self.note(path.len(), PathError::Signature { certificate: certificate.clone(), error });
                false
            }
        }
    }

    /// Keeps the most telling fault: one about a certificate found before one about none, then the longer path.
    fn note(&mut self, depth: usize, fault: PathError) {
        let kind = match fault {
            PathError::NoIssuer { .. } => 0,
            PathError::Signature { .. } => 1,
            PathError::Budget { .. } => 3,
            _ => 2,
        };
        if self.fault.as_ref().is_none_or(|(rank, _)| (kind, depth) > *rank) {
            self.fault = Some(((kind, depth), fault));
        }
    }
}

/// Those with the issuer's name; first those with the key identifier the certificate asks for.
fn by_likelihood<'a>(certificate: &Certificate, from: &'a [Certificate]) -> Vec<&'a Certificate> {
    let named = from.iter().filter(|issuer| names_match(certificate.issuer_der(), issuer.subject_der()));
    let wanted = certificate.authority_key_identifier();
    let (mut first, later): (Vec<_>, Vec<_>) =
        named.partition(|issuer| wanted.is_some() && issuer.subject_key_identifier() == wanted);
    first.extend(later);
    first
}

/// The same name with the same key is the same entity, whatever certificate says so; passing it twice would be a loop.
fn same_entity(a: &Certificate, b: &Certificate) -> bool {
    a.spki_der() == b.spki_der() && names_match(a.subject_der(), b.subject_der())
}

/// RFC 5280 §6.1.3 (a)(2) and §6.1.4 (o), for every certificate but the anchor.
fn usable(certificate: &Certificate, at: Time) -> Result<(), PathError> {
    let (not_before, not_after) = (certificate.not_before(), certificate.not_after());
    let which = || certificate.clone();
    if at < not_before {
        return Err(PathError::NotYetValid { certificate: which(), at, not_before });
    }
    if !certificate.is_valid_at(at) {
        return Err(PathError::Expired { certificate: which(), at, not_after });
    }
    match certificate.unknown_critical_extensions().first() {
        Some(oid) => Err(PathError::UnknownCriticalExtension { certificate: which(), oid: *oid }),
        None => Ok(()),
    }
}

/// RFC 5280 §6.1.4 (k) to (o): an intermediate above `path`.
fn may_issue(issuer: &Certificate, path: &[&Certificate], at: Time) -> Result<(), PathError> {
    usable(issuer, at)?;
    let certificate = || issuer.clone();
    let Some(constraints) = issuer.basic_constraints().filter(|constraints| constraints.ca) else {
        return Err(PathError::NotAuthority { certificate: certificate() });
    };
    if issuer.key_usage().is_some_and(|usage| !usage.key_cert_sign) {
        return Err(PathError::KeyUsage { certificate: certificate() });
    }
    // Self-issued intermediates do not count; the target never does.
    let found = path.iter().skip(1).filter(|below| !below.is_self_issued()).count() as u64;
    match constraints.path_length {
        Some(allowed) if found > allowed => {
            Err(PathError::PathLength { certificate: certificate(), allowed, found })
        }
        _ => Ok(()),
    }
}
