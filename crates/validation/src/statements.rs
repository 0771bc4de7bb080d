//! What the evidence says about the certificates of a path, as far as it is authenticated. What it is worth at a moment is
//! the standard's affair ([`crate::standard`]).

use pki::crl::Lists;
use pki::ocsp::Verified;
use pki::path::Path;
use pki::{Certificate, Reason, SignatureAlgorithm, Status, Time};

use crate::assessment::Assessment;
use crate::standard::Source;

/// One authenticated statement about a certificate.
pub(crate) struct Said {
    pub source: Source,
    pub status: Status,
    pub this_update: Time,
    pub next_update: Option<Time>,
    pub produced_at: Time,
    /// Certificates that expired since then are still spoken of.
    pub expired_since: Option<Time>,
    /// It is as its standard has it.
    pub conforms: bool,
    /// Who signed it, where that is not the issuer of the certificate.
    pub responder: Option<Certificate>,
    /// How it was signed, as far as that can be told.
    pub algorithm: Option<SignatureAlgorithm>,
    /// Which response or list of the evidence it stands in.
    pub place: Option<usize>,
}

/// A certificate of a path: itself, its issuer, and the anchor of the path.
#[derive(Clone, Copy)]
pub(crate) struct Link<'a> {
    pub certificate: &'a Certificate,
    pub issuer: &'a Certificate,
    pub anchor: &'a Certificate,
}

/// Every certificate of a path but the anchor.
pub(crate) fn links(path: &Path) -> impl DoubleEndedIterator<Item = Link<'_>> {
    let anchor = path.anchor();
    let pairs: Vec<_> = path.pairs().collect();
    pairs
        .into_iter()
        .filter_map(move |(certificate, issuer)| anchor.map(|anchor| Link { certificate, issuer, anchor }))
}

/// All statements whose origin is authenticated. Those that are not are as if they were not there.
pub(crate) fn statements(assessment: &Assessment<'_>, link: Link<'_>, pool: &[Certificate]) -> Vec<Said> {
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
    let ocsp = assessment.responses().iter().filter_map(|(response, place)| {
        let verified = response.verify_for(certificate, issuer, None, pool).ok()?;
        let Verified { responder, produced_at, .. } = &verified;
        if responder != issuer && !responder.ocsp_nocheck() && lost(responder, *produced_at) {
            return None;
        }
        Some(Said {
            source: Source::Ocsp,
            status: verified.status,
            this_update: verified.this_update,
            next_update: verified.next_update,
            produced_at: verified.produced_at,
            expired_since: verified.archive_cutoff,
            conforms: true,
            algorithm: response.signature_algorithm.clone().ok(),
            responder: Some(verified.responder).filter(|responder| responder != issuer),
            place: Some(*place),
        })
    });
    let crls = lists.about(certificate, issuer, anchor).into_iter().map(|verified| {
        let is_it = |list: &pki::crl::Crl| {
            list.this_update() == verified.this_update && list.covers(certificate).is_ok()
        };
        let index = assessment.lists().iter().position(is_it);
        let list = index.and_then(|index| assessment.lists().get(index));
        Said {
            source: Source::Crl,
            status: verified.status,
            this_update: verified.this_update,
            next_update: verified.next_update,
            produced_at: verified.this_update,
            expired_since: verified.expired_since,
            conforms: verified.conforms,
            responder: None,
            algorithm: list.and_then(|list| list.signature_algorithm().ok()),
            place: index.and_then(|index| assessment.list_place(index)),
        }
    });
    ocsp.chain(crls).collect()
}
