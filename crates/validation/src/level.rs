//! The baseline level that a signature has the form of (EN 319 142-1 §6): by what stands in the document, whatever its worth and
//! the time. What somebody else signed than who may speak of a certificate is no data about it.

use ades::{EvidenceCount, Facts, SignatureFacts};
use pki::crl::Lists;
use pki::{Certificate, names_match};

use crate::archive::Archive;
use crate::assessment::Assessment;
use crate::draft::Parts;
use crate::report::Level;
use crate::standard::StampJudgement;

/// Certificates above one another that are looked at; no chain in use has more than a handful.
const LONGEST: usize = 16;

/// The level, for a signature that has the form of B.
pub(crate) fn of(
    assessment: &Assessment<'_>,
    archive: &Archive<'_>,
    facts: &Facts,
    signature: &SignatureFacts,
    parts: &Parts,
    stamps: &[StampJudgement],
) -> Option<Level> {
    if !parts.formed.baseline {
        return None;
    }
    let stored = |counts| Stored::new(assessment, counts).is_complete(parts);
    let embedded = EvidenceCount {
        certificates: facts.embedded.certificates.len(),
        ocsp: facts.embedded.ocsp.len(),
        crls: facts.embedded.crls.len(),
    };
    Some(match archive.archived(signature, stamps) {
        _ if parts.formed.signer.signature_timestamps.is_empty() && !archive.has_any_over(signature) => {
            Level::BB
        }
        _ if !stored(embedded) => Level::BT,
        Some(archived) if stored(archived) => Level::BLta,
        _ => Level::BLt,
    })
}

/// So much of the validation data in the document: the evidence begins with it.
struct Stored<'a> {
    assessment: &'a Assessment<'a>,
    counts: EvidenceCount,
    certificates: &'a [Certificate],
    lists: Lists<'a>,
}

impl<'a> Stored<'a> {
    fn new(assessment: &'a Assessment<'a>, counts: EvidenceCount) -> Self {
        let all = &assessment.evidence.certificates;
        let certificates = all.get(..counts.certificates).unwrap_or(all);
        let lists = Lists::new(assessment.lists(), certificates, assessment.trust.anchors());
        Self { assessment, counts, certificates, lists }
    }

    /// Whether there is revocation data for the signer, for the unit of the first time-stamp, and for everybody above them (LT when
    /// it is in the document, LTA when a document time-stamp covers it there).
    fn is_complete(&self, parts: &Parts) -> bool {
        let Some(signer) = &parts.certificate else { return false };
        let units = match parts.tokens.first() {
            None => &[],
            Some(Ok(read)) => read.certificates.as_slice(),
            Some(Err(_)) => return false,
        };
        let unit = parts.tokens.first().map(|read| read.as_ref().ok().and_then(|read| read.unit.as_ref()));
        let carried: Vec<&Certificate> = parts.formed.cms.certificates.iter().chain(units).collect();
        self.counts != EvidenceCount::default()
            && self.known(signer, &carried)
            && unit.is_none_or(|unit| unit.is_some_and(|unit| self.known(unit, &carried)))
    }

    /// The same as `is_spoken_of`, which is asked once.
    fn known(&self, certificate: &Certificate, carried: &[&Certificate]) -> bool {
        let EvidenceCount { certificates, ocsp, crls } = self.counts;
        let about = std::iter::once(certificate).chain(carried.iter().copied());
        let which = ([certificates, ocsp, crls], about.map(Certificate::fingerprint).collect());
        self.assessment.is_spoken_of(which, || self.is_spoken_of(certificate, carried))
    }

    /// Whether there is data about a certificate and those above it, up to one that is trusted, as far as they are at hand. Nobody
    /// speaks about the last, where it signed itself; and where its issuer is not there, it may be what others trust.
    fn is_spoken_of(&self, certificate: &Certificate, carried: &[&Certificate]) -> bool {
        let mut current = certificate;
        for position in 0..LONGEST {
            let is_trusted = position > 0 && self.assessment.trust.anchors().contains(current);
            if is_trusted || current.is_self_signed() {
                return true;
            }
            let issuer = self.issuer(current, carried);
            let exempt = current.is_short_term();
            if !exempt && !self.has_data(current, issuer, carried) && (position == 0 || issuer.is_some()) {
                return false;
            }
            match issuer {
                Some(issuer) => current = issuer,
                None => return true,
            }
        }
        false
    }

    fn issuer<'c>(
        &'c self,
        certificate: &Certificate,
        carried: &'c [&'c Certificate],
    ) -> Option<&'c Certificate> {
        let mut candidates = self.candidates(carried);
        candidates.find(|one| {
            *one != certificate
                && names_match(certificate.issuer_der(), one.subject_der())
                && certificate.is_issued_by(one).is_ok()
        })
    }

    /// Those in the document, and those that need not be there because they are trusted.
    fn candidates<'c>(&'c self, carried: &'c [&'c Certificate]) -> impl Iterator<Item = &'c Certificate> {
        carried.iter().copied().chain(self.certificates).chain(self.assessment.trust.anchors())
    }

    /// Whether a response or a list is about it, by whoever may speak for its issuer. Of an issuer that is nowhere, any may be.
    fn has_data(
        &self,
        certificate: &Certificate,
        issuer: Option<&Certificate>,
        carried: &[&Certificate],
    ) -> bool {
        let mut responses = self.assessment.responses().iter().filter(|(_, place)| *place < self.counts.ocsp);
        let answered = responses.any(|(response, _)| match issuer {
            Some(issuer) => response.verify_for(certificate, issuer, None, self.certificates).is_ok(),
            None => response.responses.iter().any(|single| single.cert_id.serial == certificate.serial()),
        });
        answered
            || match issuer {
                Some(issuer) => {
                    let said = self.lists.about(certificate, issuer, self.highest(issuer, carried));
                    said.iter().any(|listed| listed.sources.iter().all(|source| self.is_stored(source.list)))
                }
                None => {
                    let mut lists = self.assessment.lists().iter().enumerate();
                    lists.any(|(index, list)| self.is_stored(index) && list.covers(certificate).is_ok())
                }
            }
    }

    /// The end of the chain above a certificate, as far as it is at hand.
    fn highest<'c>(
        &'c self,
        certificate: &'c Certificate,
        carried: &'c [&'c Certificate],
    ) -> &'c Certificate {
        let next = |current: &&'c Certificate| match current.is_self_signed() {
            true => None,
            false => self.issuer(current, carried),
        };
        std::iter::successors(Some(certificate), next).take(LONGEST).last().unwrap_or(certificate)
    }

    /// Whether a list is among those counted.
    fn is_stored(&self, index: usize) -> bool {
        self.assessment.list_place(index).is_some_and(|place| place < self.counts.crls)
    }
}
