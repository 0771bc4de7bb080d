//! Was a certificate revoked at a moment? EN 319 102-1 §5.2.5 and §5.2.6.

use pki::crl::Lists;
use pki::ocsp::{Response, Verified};
use pki::path::Path;
use pki::{Certificate, Reason, Status, Time};

use crate::assessment::Assessment;
use crate::want::Want;

/// What the evidence says of a certificate at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Not revoked then.
    Good { source: &'static str, issued: Time },
    /// Revoked, at that moment or before.
    Revoked { at: Time },
    /// No statement that is fresh enough.
    Unknown,
    /// The issuer exempts it (`id-pkix-ocsp-nocheck`).
    Exempt,
}

/// One authenticated statement about a certificate.
struct Statement {
    status: Status,
    this_update: Time,
    next_update: Option<Time>,
    /// Certificates that expired since then are still spoken of.
    expired_since: Option<Time>,
    source: &'static str,
}

/// A certificate of a path: itself, its issuer, and the anchor of the path.
#[derive(Clone, Copy)]
pub(crate) struct Link<'a> {
    pub certificate: &'a Certificate,
    pub issuer: &'a Certificate,
    pub anchor: &'a Certificate,
}

/// Every certificate of a path but the anchor.
pub(crate) fn links(path: &Path) -> impl Iterator<Item = Link<'_>> {
    let anchor = path.anchor();
    path.pairs()
        .filter_map(move |(certificate, issuer)| anchor.map(|anchor| Link { certificate, issuer, anchor }))
}

/// The fate of a certificate at the moment `when`.
///
/// A statement speaks for `when` if it was made afterwards, or at most the policy's freshness before it, or if its own
/// `nextUpdate` reaches beyond `when`. Statements from the future are not believed, and none that were made when the
/// certificate had expired, unless they say that they still cover it (RFC 6960 §4.4.4, X.509 §9.5.2.8).
pub(crate) fn fate(assessment: &Assessment<'_>, link: Link<'_>, pool: &[Certificate], when: Time) -> Fate {
    let Link { certificate, issuer, .. } = link;
    let statements = statements(assessment, link, pool);
    if let Some(at) = statements.iter().find_map(|statement| statement.revoked_by(when)) {
        return Fate::Revoked { at };
    }
    let speaking = statements
        .iter()
        .filter(|statement| !matches!(statement.status, Status::Unknown))
        .filter(|statement| statement.knows_of(certificate) && statement.speaks_for(when, assessment))
        .max_by_key(|statement| statement.this_update);
    match speaking {
        Some(statement) => Fate::Good { source: statement.source, issued: statement.this_update },
        None if certificate.ocsp_nocheck() => Fate::Exempt,
        None => {
            assessment.want(Want::Revocation {
                certificate: certificate.clone(),
                issuer: issuer.clone(),
                ocsp: certificate.ocsp_urls(),
                crls: certificate.crl_urls(),
            });
            Fate::Unknown
        }
    }
}

/// When a certificate was revoked for a reason that puts all it ever signed in doubt, if that was before `when`: its key
/// may have been in other hands, or no reason is given (RFC 3161 §4, point 1).
pub(crate) fn discredited(
    assessment: &Assessment<'_>,
    link: Link<'_>,
    pool: &[Certificate],
    when: Time,
) -> Option<Time> {
    let statements = statements(assessment, link, pool);
    statements.iter().find_map(|statement| statement.discredits(when))
}

impl Statement {
    /// Revoked at `when` already; a later revocation leaves `when` untouched.
    fn revoked_by(&self, when: Time) -> Option<Time> {
        match self.status {
            Status::Revoked { at, .. } if at <= when => Some(at),
            _ => None,
        }
    }

    /// Revoked at `when` already, and not in an orderly way.
    fn discredits(&self, when: Time) -> Option<Time> {
        match self.status {
            Status::Revoked { at, reason } if at <= when && !Reason::is_orderly(reason) => Some(at),
            _ => None,
        }
    }

    /// Whether it can say that a certificate is good: made before that expired, or reaching back to it.
    fn knows_of(&self, certificate: &Certificate) -> bool {
        let until = certificate.not_after();
        self.this_update <= until || self.expired_since.is_some_and(|since| since <= until)
    }

    fn speaks_for(&self, when: Time, assessment: &Assessment<'_>) -> bool {
        let believable = self.this_update <= assessment.at.plus(assessment.policy.tolerance());
        let fresh = self.this_update.plus(assessment.policy.freshness()) >= when;
        let current = self.next_update.is_some_and(|next| next >= when) && self.this_update <= when;
        believable && (fresh || current)
    }
}

/// All statements whose origin is authenticated. Those that are not are as if they were not there.
fn statements(assessment: &Assessment<'_>, link: Link<'_>, pool: &[Certificate]) -> Vec<Statement> {
    let Link { certificate, issuer, anchor } = link;
    let lists = Lists::new(assessment.lists(), pool, assessment.trust.anchors());
    // Whether a responder is looked up itself is left to us where its issuer does not say (RFC 6960 §4.2.2.2.1): what is
    // known against it counts, and nothing needs to be known for it.
    let lost = |responder: &Certificate, when: Time| {
        let said = lists.about(responder, issuer, anchor);
        said.iter().any(|said| match said.status {
            Status::Revoked { at, reason } => at <= when || !Reason::is_orderly(reason),
            _ => false,
        })
    };
    let ocsp = assessment.evidence.ocsp.iter().filter_map(|der| {
        let verified = Response::parse(der).ok()?.verify_for(certificate, issuer, None, pool).ok()?;
        let Verified { responder, produced_at, .. } = &verified;
        if responder != issuer && !responder.ocsp_nocheck() && lost(responder, *produced_at) {
            return None;
        }
        Some(Statement {
            status: verified.status,
            this_update: verified.this_update,
            next_update: verified.next_update,
            expired_since: verified.archive_cutoff,
            source: "OCSP",
        })
    });
    let crls = lists.about(certificate, issuer, anchor).into_iter().map(|verified| Statement {
        status: verified.status,
        this_update: verified.this_update,
        next_update: verified.next_update,
        expired_since: verified.expired_since,
        source: "CRL",
    });
    ocsp.chain(crls).collect()
}

#[cfg(test)]
mod tests {
    use pki::{Reason, Status, Time};

    use super::Statement;

    fn revoked(reason: Option<Reason>) -> Statement {
        let at = Time::from_unix_millis(1_000);
        Statement {
            status: Status::Revoked { at, reason },
            this_update: at,
            next_update: None,
            expired_since: None,
            source: "CRL",
        }
    }

    #[test]
    fn only_a_key_that_was_given_up_in_order_keeps_what_it_signed_before() {
        let (before, then) = (Time::from_unix_millis(999), Time::from_unix_millis(1_000));
        for lost in [None, Some(Reason::KeyCompromise), Some(Reason::CaCompromise), Some(Reason::Other(42))] {
            assert_eq!(revoked(lost).discredits(then), Some(then), "{lost:?}");
            assert_eq!(revoked(lost).discredits(before), None, "{lost:?}: proven to be older");
        }
        for given_up in [Reason::Unspecified, Reason::Superseded, Reason::CessationOfOperation] {
            assert_eq!(revoked(Some(given_up)).discredits(then), None, "{given_up:?}");
            assert_eq!(revoked(Some(given_up)).revoked_by(then), Some(then), "{given_up:?}");
        }
    }
}
