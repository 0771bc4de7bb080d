use super::error::PathError;
use super::names::Constraints;
use super::policies::Policies;
use super::{Path, Requirements};
use crate::certificate::{Certificate, names_match};
use crate::oids;
use crate::time::Time;

/// Signatures verified in one search. The number is Go's crypto/x509 maxChainSignatureChecks, which rustls-webpki took over;
/// a real path needs three.
const SIGNATURES: usize = 100;

/// Certificates between target and anchor. rustls-webpki allows six; the longest path seen in trusted lists has four.
const INTERMEDIATES: usize = 8;

pub(super) fn build(
    target: &Certificate,
    pool: &[Certificate],
    anchors: &[Certificate],
    at: Time,
    requirements: &Requirements,
) -> Result<Path, PathError> {
    if anchors.contains(target) {
        let policies = match requirements.policies.is_empty() {
            true => vec![oids::ANY_POLICY],
            false => requirements.policies.clone(),
        };
        return Ok(Path { certificates: vec![target.clone()], policies });
    }
    usable(target, at)?;
    let mut search =
        Search { pool, anchors, at, requirements, signatures: 0, comparisons: 0, found: None, fault: None };
    search.extend(&mut vec![target]);
    search.found.ok_or_else(|| {
        let fault = search.fault.map(|(_, fault)| fault);
        fault.unwrap_or_else(|| PathError::NoIssuer { certificate: target.clone() })
    })
}

struct Search<'a> {
    pool: &'a [Certificate],
    anchors: &'a [Certificate],
    at: Time,
    requirements: &'a Requirements,
    signatures: usize,
    /// Names compared with name constraints.
    comparisons: usize,
    found: Option<Path>,
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
            if let Err(fault) = may_anchor(anchor) {
                self.note(path.len(), fault);
            } else if self.signed(path, last, anchor) && self.descend(path, anchor) {
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
        // A key without parameters verifies when it has got them, in `descend`.
        if issuer.public_key().inherits() {
            return true;
        }
        match certificate.is_issued_by(issuer) {
            Ok(()) => true,
            Err(error) => {
                self.note(path.len(), PathError::Signature { certificate: certificate.clone(), error });
                false
            }
        }
    }

    /// RFC 5280 §6.1.2 to §6.1.5 on a path that has reached an anchor: what can only be checked from the anchor down.
    fn descend(&mut self, path: &[&'a Certificate], anchor: &'a Certificate) -> bool {
        match self.checked(path, anchor) {
            Ok(found) => {
                self.found = Some(found);
                true
            }
            Err(fault) => {
                self.note(path.len() + 1, fault);
                false
            }
        }
    }

    fn checked(&mut self, path: &[&'a Certificate], anchor: &'a Certificate) -> Result<Path, PathError> {
        let mut certificates = vec![anchor.clone()];
        let mut constraints = Constraints::new(&mut self.comparisons);
        let mut policies = Policies::new(self.requirements, path.len());
        for (index, &certificate) in path.iter().enumerate().rev() {
            let issuer = certificates.last().unwrap_or(anchor);
            let original = path.get(index + 1).copied().unwrap_or(anchor);
            if original.public_key().inherits() {
                certificate
                    .is_issued_by(issuer)
                    .map_err(|error| PathError::Signature { certificate: certificate.clone(), error })?;
            }
            certificates.push(certificate.inheriting(issuer));
            let last = index == 0;
            if last || !certificate.is_self_issued() {
                constraints.check(certificate)?;
            }
            policies.process(certificate, last)?;
            if !last {
                constraints.add(certificate)?;
                policies.prepare(certificate)?;
            }
        }
        let policies = policies.finish()?;
        certificates.reverse();
        Ok(Path { certificates, policies })
    }

    /// Keeps the most telling fault: one about a certificate found before one about none, then the longer path.
    fn note(&mut self, depth: usize, fault: PathError) {
        let kind = match fault {
            PathError::NoIssuer { .. } => 0,
            PathError::Signature { .. } => 1,
            PathError::Budget { .. } | PathError::NameBudget { .. } => 3,
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

/// Whether others may stand below an anchor. RFC 5280 §6.1 lets an anchor be anything; one that says of itself that it
/// certifies nobody was not meant to: whoever trusts a person or a time-stamping unit does not trust whom they trust.
fn may_anchor(anchor: &Certificate) -> Result<(), PathError> {
    if anchor.basic_constraints().is_some_and(|constraints| !constraints.ca) {
        return Err(PathError::NotAuthority { certificate: anchor.clone() });
    }
    if anchor.key_usage().is_some_and(|usage| !usage.key_cert_sign) {
        return Err(PathError::KeyUsage { certificate: anchor.clone() });
    }
    Ok(())
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
