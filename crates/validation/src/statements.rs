//! What the evidence says about the certificates of a path, as far as it is authenticated. What it is worth at a moment is
//! the standard's affair ([`crate::standard`]).

use std::cell::{Cell, RefCell};

use pki::crl::{self, Listed, Lists};
use pki::ocsp::{POSSIBLE_RESPONDERS, Response, Verified};
use pki::path::Path;
use pki::{Certificate, Error, Reason, SignatureAlgorithm, Status, Time};

use crate::assessment::Assessment;
use crate::standard::Source;

/// Answers verified for one certificate, those about its responders among them. A document that was archived anew each year
/// for a century has a hundred.
const ANSWERS: usize = 400;

/// What is said about a certificate.
pub(crate) struct Statements {
    pub said: Vec<Said>,
    /// Whether there was more than is verified.
    pub gave_up: bool,
}

/// One authenticated statement about a certificate.
pub(crate) struct Said {
    pub source: Source,
    pub status: Status,
    pub this_update: Time,
    pub next_update: Option<Time>,
    /// Certificates that expired since then are still spoken of.
    pub expired_since: Option<Time>,
    /// It is as its standard has it.
    pub conforms: bool,
    /// What it stands in: one response, one list, or several lists that need one another.
    pub tokens: Vec<Token>,
}

/// A response or a list that a statement rests on.
pub(crate) struct Token {
    pub signer: Signer,
    /// How it was signed, as far as that can be told.
    pub algorithm: Option<SignatureAlgorithm>,
    /// When it was signed.
    pub produced_at: Time,
    /// Where it stands in the evidence.
    pub place: Option<usize>,
}

/// Who signed a response or a list.
pub(crate) enum Signer {
    /// The issuer of the certificate.
    Issuer,
    /// Whom the issuer appointed to answer.
    Responder(Certificate),
    /// Another key of the issuer's name, or whom a distribution point appoints, on a path of its own.
    Lister(Path),
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
pub(crate) fn statements(assessment: &Assessment<'_>, link: Link<'_>) -> Statements {
    let Link { certificate, issuer, anchor } = link;
    let lists = Lists::new(assessment.lists(), assessment.speakers(), assessment.trust.anchors());
    let responders = Responders::new(assessment, &lists, link);
    // What was fetched stands behind what a document brought along, which must not use up what may be verified.
    let ocsp = assessment.responses().iter().rev().filter_map(|(response, place)| {
        let verified = responders.verified(response, certificate)?;
        if !responders.may_answer(&verified) {
            return None;
        }
        Some(Said {
            source: Source::Ocsp,
            status: verified.status,
            this_update: verified.this_update,
            next_update: verified.next_update,
            expired_since: verified.archive_cutoff,
            conforms: true,
            tokens: vec![Token {
                signer: match verified.responder == *issuer {
                    true => Signer::Issuer,
                    false => Signer::Responder(verified.responder),
                },
                algorithm: response.signature_algorithm.clone().ok(),
                produced_at: verified.produced_at,
                place: Some(*place),
            }],
        })
    });
    let mut said: Vec<Said> = ocsp.collect();
    said.reverse();
    said.extend(lists.about(certificate, issuer, anchor).into_iter().map(|Listed { said, sources }| Said {
        source: Source::Crl,
        status: said.status,
        this_update: said.this_update,
        next_update: said.next_update,
        expired_since: said.expired_since,
        conforms: said.conforms,
        tokens: sources.into_iter().filter_map(|source| listing(assessment, source)).collect(),
    }));
    Statements { said, gave_up: lists.gave_up() || responders.gave_up.get() }
}

/// The list that a statement rests on.
fn listing(assessment: &Assessment<'_>, source: crl::Source) -> Option<Token> {
    let list = assessment.lists().get(source.list)?;
    Some(Token {
        signer: source.signer.map_or(Signer::Issuer, Signer::Lister),
        algorithm: list.signature_algorithm().ok(),
        produced_at: list.this_update(),
        place: assessment.list_place(source.list),
    })
}

/// What is known against the responders of a certificate's issuer. Whether one is looked up itself is left to us where its
/// issuer does not say (RFC 6960 §4.2.2.2.1): what is known against it counts, and nothing needs to be known for it.
struct Responders<'a> {
    assessment: &'a Assessment<'a>,
    lists: &'a Lists<'a>,
    link: Link<'a>,
    /// Those of each that was looked up: one that answers is asked about for every answer.
    revocations: RefCell<Vec<(Certificate, Vec<Revocation>)>>,
    /// How many more answers are verified.
    answers: Cell<usize>,
    gave_up: Cell<bool>,
}

/// When, and why.
type Revocation = (Time, Option<Reason>);

impl<'a> Responders<'a> {
    fn new(assessment: &'a Assessment<'a>, lists: &'a Lists<'a>, link: Link<'a>) -> Self {
        let (answers, gave_up) = (Cell::new(ANSWERS), Cell::new(false));
        Self { assessment, lists, link, revocations: RefCell::default(), answers, gave_up }
    }

    /// What an answer says about a certificate of the issuer, if it was truly said.
    fn verified(&self, response: &Response, about: &Certificate) -> Option<Verified> {
        let issuer = self.link.issuer;
        if !response.mentions(about, issuer) {
            return None;
        }
        let left = self.answers.get();
        self.answers.set(left.saturating_sub(1));
        if left == 0 {
            self.gave_up.set(true);
            return None;
        }
        let verified = response.verify_for(about, issuer, None, self.assessment.speakers());
        if let Err(Error::TooLarge { what: POSSIBLE_RESPONDERS, .. }) = verified {
            self.gave_up.set(true);
        }
        verified.ok()
    }

    /// Whether it may have answered: the issuer itself, or whom it appointed and had not given up by then. What somebody said who was,
    /// counts where it revokes: none is good by that.
    fn may_answer(&self, answer: &Verified) -> bool {
        let Verified { responder, produced_at, .. } = answer;
        let may_say = || {
            let is_harmless = responder.ocsp_nocheck() || revoked(answer.status).is_some();
            is_harmless || !self.lost(responder, *produced_at)
        };
        responder == self.link.issuer || may_say()
    }

    fn lost(&self, responder: &Certificate, when: Time) -> bool {
        let mut known = self.revocations.borrow_mut();
        let index = known.iter().position(|(one, _)| one == responder).unwrap_or_else(|| {
            let revocations = [self.listed(responder), self.answered(responder)].concat();
            known.push((responder.clone(), revocations));
            known.len() - 1
        });
        known.get(index).is_some_and(|(_, revocations)| lost(revocations, when))
    }

    fn listed(&self, responder: &Certificate) -> Vec<Revocation> {
        let said = self.lists.about(responder, self.link.issuer, self.link.anchor);
        self.gave_up.set(self.gave_up.get() || self.lists.gave_up());
        said.iter().filter_map(|listed| revoked(listed.said.status)).collect()
    }

    /// By answers of the issuer, and of others that it appointed and that no list names.
    fn answered(&self, responder: &Certificate) -> Vec<Revocation> {
        let answers = self.assessment.responses().iter().rev().filter_map(|(response, _)| {
            let answer = self.verified(response, responder)?;
            let by = &answer.responder;
            let believed =
                by == self.link.issuer || by.ocsp_nocheck() || !lost(&self.listed(by), answer.produced_at);
            revoked(answer.status).filter(|_| believed)
        });
        answers.collect()
    }
}

fn revoked(status: Status) -> Option<Revocation> {
    match status {
        Status::Revoked { at, reason } => Some((at, reason)),
        _ => None,
    }
}

/// Whether what was signed then does not count any more.
fn lost(revocations: &[Revocation], when: Time) -> bool {
    revocations.iter().any(|(at, reason)| *at <= when || !Reason::is_orderly(*reason))
}
