//! From bytes to a case: paths built, values verified, statements authenticated, each certificate once.

use std::collections::HashMap;

use pki::path::{Path, PathError};
use pki::{Certificate, Reason, SignatureAlgorithm, Status, Time};

use crate::assessment::{Assessment, are_twins};
use crate::cause::Cause;
use crate::certificate::{beside, path, want_issuers};
use crate::standard::{self, Algorithm, Anchor, Case, Listing, Named, Object, Signing, Stamp, Statement};
use crate::statements::{Link, Said, Signer, Statements, Token, links, statements};
use crate::used::{ObjectKind, Used};
use crate::want::Want;

/// Signers of lists, other than the issuers, that are looked into for one case: a list of each authority on the chains of a
/// signer, a few units and their renewals.
const LISTERS: usize = 16;

/// Certificates for the name and key of an authority that are looked into beside the one that stands in a path.
const TWINS: usize = 8;

/// Fills a [`Case`].
pub(crate) struct Builder<'a, 'b> {
    assessment: &'b Assessment<'a>,
    pub case: Case,
    /// The certificates of the case, in its order, each with its issuer where that is known.
    certificates: Vec<(Certificate, Option<Certificate>)>,
    known: HashMap<([u8; 32], Use), usize>,
    /// Where each piece of revocation data stands in the evidence; all its places where it is several lists.
    places: Vec<(standard::Source, Vec<Option<usize>>)>,
    /// How many more signers of lists are looked into.
    listers: usize,
    /// The time-stamps of the case, in its order, as rows name them.
    tokens: Vec<Used>,
}

/// A responder's certificate is looked at otherwise than a signer's: nothing needs to be stated for it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Use {
    Path,
    Responder,
}

impl<'a, 'b> Builder<'a, 'b> {
    pub fn new(assessment: &'b Assessment<'a>) -> Self {
        Self {
            assessment,
            case: Case::default(),
            certificates: Vec::new(),
            known: HashMap::new(),
            places: Vec::new(),
            listers: LISTERS,
            tokens: Vec::new(),
        }
    }

    /// A signature of `certificate`, with its path as of the moment nearest to `when`.
    pub fn signing(
        &mut self,
        certificate: &Certificate,
        pool: &[Certificate],
        when: Time,
        algorithm: Option<&SignatureAlgorithm>,
        intact: bool,
    ) -> Signing {
        let (chain, chain_fault) = self.chain(certificate, pool, when);
        Signing {
            algorithm: algorithm.map(|algorithm| Algorithm::of(algorithm, certificate)),
            intact,
            unverified: None,
            chain,
            chain_fault,
            named: Named::Yes,
        }
    }

    fn chain(
        &mut self,
        certificate: &Certificate,
        pool: &[Certificate],
        when: Time,
    ) -> (Vec<usize>, Option<Cause>) {
        match path(self.assessment, certificate, pool, when) {
            Ok(path) => (self.along(&path, pool), None),
            Err(error) => {
                want_issuers(self.assessment, certificate, pool);
                let fault = match *error {
                    PathError::NoIssuer { .. } => None,
                    error => Some(Cause::from(&error)),
                };
                (vec![self.certificate(certificate, None, Use::Path)], fault)
            }
        }
    }

    /// The certificates of a path, each with all that is said about it.
    fn along(&mut self, path: &Path, pool: &[Certificate]) -> Vec<usize> {
        let anchor = path.anchor().map(|anchor| self.certificate(anchor, None, Use::Path));
        let mut chain: Vec<usize> = anchor.into_iter().collect();
        for link in links(path).rev() {
            let index = self.linked(link, pool, &chain);
            chain.insert(0, index);
        }
        chain
    }

    /// A certificate under its issuer, whose chain is `above`, with all that is said about it.
    fn linked(&mut self, link: Link<'_>, pool: &[Certificate], above: &[usize]) -> usize {
        let before = self.case.certificates.len();
        let index = self.certificate(link.certificate, Some(link.issuer), Use::Path);
        if index < before || self.is_anchor(link.certificate) {
            return index;
        }
        let Statements { said, gave_up } = statements(self.assessment, link);
        let said: Vec<Statement> = said
            .into_iter()
            .filter_map(|said| {
                let status = said.status;
                Some(Statement { revocation: self.revocation(said, link.issuer, pool, above)?, status })
            })
            .collect();
        let gave_up = gave_up || said.iter().any(|one| self.is_unheard(one));
        if let Some(certificate) = self.case.certificates.get_mut(index) {
            certificate.statements = said;
            certificate.gave_up = gave_up;
        }
        index
    }

    /// Whether it may revoke, and whoever said it was not looked into, as there were too many.
    fn is_unheard(&self, said: &Statement) -> bool {
        let revocation = self.case.revocations.get(said.revocation);
        revocation.filter(|_| said.status != Status::Good).is_some_and(|revocation| {
            let others = revocation.others.iter().map(|listing| &listing.signing);
            std::iter::once(&revocation.signing).chain(others).any(|by| by.chain_fault == Some(Cause::GaveUp))
        })
    }

    fn revocation(
        &mut self,
        said: Said,
        issuer: &Certificate,
        pool: &[Certificate],
        above: &[usize],
    ) -> Option<usize> {
        let places = said.tokens.iter().map(|token| token.place).collect();
        let signed: Vec<Listing> = said
            .tokens
            .iter()
            .map(|token| Listing {
                produced_at: token.produced_at,
                signing: self.token(token, issuer, pool, above),
            })
            .collect();
        let mut signed = signed.into_iter();
        let Listing { produced_at, signing } = signed.next()?;
        self.case.revocations.push(standard::Revocation {
            source: said.source,
            this_update: said.this_update,
            next_update: said.next_update,
            produced_at,
            expired_since: said.expired_since,
            positive: false,
            conforms: said.conforms,
            signing,
            others: signed.collect(),
        });
        self.places.push((said.source, places));
        Some(self.case.revocations.len() - 1)
    }

    /// The signature of a response or a list, with the chain of whoever made it: the issuer's, or a responder under it, or one
    /// of its own.
    fn token(
        &mut self,
        token: &Token,
        issuer: &Certificate,
        pool: &[Certificate],
        above: &[usize],
    ) -> Signing {
        let (signer, chain, chain_fault) = match &token.signer {
            Signer::Issuer => (issuer, above.to_vec(), None),
            Signer::Responder(responder) => {
                let first = self.certificate(responder, Some(issuer), Use::Responder);
                (responder, [&[first], above].concat(), None)
            }
            Signer::Lister(path) => {
                let (chain, fault) = self.listing(path, pool);
                (path.certificates.first().unwrap_or(issuer), chain, fault)
            }
        };
        Signing {
            algorithm: token.algorithm.as_ref().map(|algorithm| Algorithm::of(algorithm, signer)),
            intact: true,
            unverified: None,
            chain,
            chain_fault,
            named: Named::Yes,
        }
    }

    /// The chain of somebody who lists for others: what is said about it is looked for as about anybody, and may have been
    /// listed by others in turn.
    fn listing(&mut self, path: &Path, pool: &[Certificate]) -> (Vec<usize>, Option<Cause>) {
        let signer = path.certificates.first().map(Certificate::fingerprint);
        let is_known = signer.is_some_and(|signer| self.known.contains_key(&(signer, Use::Path)));
        match self.listers.checked_sub(usize::from(!is_known)) {
            Some(left) => self.listers = left,
            None => {
                let signer =
                    path.certificates.first().map(|signer| self.certificate(signer, None, Use::Path));
                return (signer.into_iter().collect(), Some(Cause::GaveUp));
            }
        }
        self.assessment.relied_on(path);
        (self.along(path, pool), None)
    }

    fn certificate(&mut self, certificate: &Certificate, issuer: Option<&Certificate>, used: Use) -> usize {
        let key = (certificate.fingerprint(), used);
        // One without a path may have one yet, as of another moment.
        let is_placed = issuer.is_some() || self.is_anchor(certificate);
        if let Some(known) = self.known.get(&key).filter(|_| is_placed) {
            return *known;
        }
        let index = self.case.certificates.len();
        // The key that signed it has the issuer's size.
        let signed = certificate.signature_algorithm().ok();
        let algorithm = signed.zip(issuer).map(|(algorithm, issuer)| Algorithm::of(&algorithm, issuer));
        self.case.certificates.push(standard::Certificate {
            name: certificate.subject().to_string(),
            not_before: certificate.not_before(),
            not_after: certificate.not_after(),
            anchor: self.is_anchor(certificate).then(Anchor::default),
            intact: true,
            algorithm,
            commits: certificate.key_usage().is_none_or(|usage| usage.non_repudiation),
            signs: certificate.signs_data(),
            claims_qualified: certificate.qc_statements().claim_qualified(),
            authority: certificate.basic_constraints().is_some_and(|constraints| constraints.ca),
            purposes: certificate.extended_key_usages().iter().map(ToString::to_string).collect(),
            purposes_critical: certificate.extended_key_usage_is_critical(),
            exempt: used == Use::Responder || certificate.is_short_term(),
            statements: Vec::new(),
            gave_up: false,
            expired_since: None,
        });
        self.certificates.push((certificate.clone(), issuer.cloned()));
        if is_placed {
            self.known.insert(key, index);
        }
        index
    }

    /// Adds a time-stamp, whose bytes have that digest, and gives its place.
    pub fn stamp(&mut self, stamp: Stamp, sha256: &[u8]) -> usize {
        self.case.stamps.push(stamp);
        self.tokens.push(Used::new(ObjectKind::Timestamp, sha256));
        self.case.stamps.len() - 1
    }

    /// The objects of the case as rows name them; what stands in no evidence has no name.
    pub fn used(&self, objects: impl IntoIterator<Item = Object>) -> Vec<Used> {
        let each = |object| -> Vec<Used> {
            match object {
                Object::Certificate(index) => {
                    self.certificates.get(index).map(|(one, _)| used(one)).into_iter().collect()
                }
                Object::Revocation(index) => {
                    let Some((source, places)) = self.places.get(index) else { return Vec::new() };
                    let places = places.iter().flatten();
                    places.filter_map(|place| self.assessment.used(*source, *place)).collect()
                }
                Object::Stamp(index) => self.tokens.get(index).cloned().into_iter().collect(),
                Object::Signature(_) | Object::Record(_) => Vec::new(),
            }
        };
        objects.into_iter().flat_map(each).collect()
    }

    /// What revokes an authority because its key was lost (RFC 5280 §5.3.1) is said of each other certificate at hand for that name
    /// and key as well, whichever of them a path leads through.
    pub fn share_losses(&mut self, pool: &[Certificate]) {
        for one in self.assessment.twins() {
            let others = pool.iter().filter(|other| are_twins(&one, other)).take(TWINS);
            let twins: Vec<usize> = std::iter::once(&one)
                .chain(others)
                .filter_map(|twin| beside(self.assessment, twin, pool, self.assessment.at).ok())
                .filter_map(|path| self.along(&path, pool).first().copied())
                .collect();
            let known = twins.iter().filter_map(|index| self.case.certificates.get(*index));
            let losses: Vec<Statement> =
                known.flat_map(|known| &known.statements).filter(|said| is_loss(said)).copied().collect();
            for index in twins {
                if let Some(known) = self.case.certificates.get_mut(index) {
                    let more = losses.iter().filter(|loss| !known.statements.contains(loss)).copied();
                    let more: Vec<Statement> = more.collect();
                    known.statements.extend(more);
                }
            }
        }
    }

    /// Whether somebody says of a certificate that its key was lost, so that it is under any other as well.
    pub fn is_key_lost(&self, certificate: &Certificate) -> bool {
        let index = self.known.get(&(certificate.fingerprint(), Use::Path));
        let known = index.and_then(|index| self.case.certificates.get(*index));
        known.is_some_and(|known| known.statements.iter().any(is_loss))
    }

    fn is_anchor(&self, certificate: &Certificate) -> bool {
        self.assessment.trust.anchors().contains(certificate)
    }

    /// Everything that stands among the first certificates, responses and lists of the evidence.
    pub fn archived(&self, counts: ades::EvidenceCount) -> Vec<Object> {
        let first = self.assessment.evidence.certificates.iter().take(counts.certificates);
        let certificates: Vec<[u8; 32]> = first.map(Certificate::fingerprint).collect();
        let among = self.certificates.iter().enumerate();
        let among = among.filter(|(_, (one, _))| certificates.contains(&one.fingerprint()));
        let revocations = self.places.iter().enumerate().filter(|(_, (source, places))| {
            let count = match source {
                standard::Source::Ocsp => counts.ocsp,
                standard::Source::Crl => counts.crls,
            };
            places.iter().all(|place| place.is_some_and(|place| place < count))
        });
        among
            .map(|(index, _)| Object::Certificate(index))
            .chain(revocations.map(|(index, _)| Object::Revocation(index)))
            .collect()
    }

    /// Wants news about a certificate of the case.
    pub fn want(&self, index: usize) {
        if let Some((certificate, Some(issuer))) = self.certificates.get(index) {
            self.assessment.want(Want::Revocation {
                certificate: certificate.clone(),
                issuer: issuer.clone(),
                ocsp: certificate.ocsp_urls(),
                crls: certificate.crl_urls(),
            });
        }
    }
}

/// A certificate as rows name it.
pub(crate) fn used(certificate: &Certificate) -> Used {
    Used::new(ObjectKind::Certificate, certificate.fingerprint())
}

/// Whether it says that a key was lost.
const fn is_loss(said: &Statement) -> bool {
    matches!(said.status, Status::Revoked { reason: Some(Reason::KeyCompromise | Reason::CaCompromise), .. })
}
