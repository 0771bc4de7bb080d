//! The ground on which everything is judged: evidence, trust, policy, time; and the wants met on the way.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use pki::crl::Crl;
use pki::ocsp::Response;
use pki::path::Path;
use pki::{Certificate, DigestAlgorithm, Evidence, Time};

use crate::policy::Policy;
use crate::standard::Source;
use crate::trust::Trust;
use crate::used::{ObjectKind, Used};
use crate::want::Want;

/// Everything a building block may look at.
pub(crate) struct Assessment<'a> {
    /// Certificates, OCSP responses and revocation lists that may be used.
    pub evidence: &'a Evidence,
    pub trust: &'a Trust,
    pub policy: &'a Policy,
    /// The validation time.
    pub at: Time,
    lists: OnceCell<(Vec<Crl>, Vec<usize>)>,
    responses: OnceCell<Vec<(Response, usize)>>,
    wants: RefCell<Vec<Want>>,
    used: RefCell<Vec<Certificate>>,
    /// Certificates that no path may lead through.
    avoided: &'a [Certificate],
    /// Certificates that the signatures of the document carry, and the time-stamps in them.
    carried: &'a [Certificate],
    /// Those, and all others that may have signed an answer or a list.
    speakers: OnceCell<Vec<Certificate>>,
    /// Digests of responses and lists that a row names: there are few, and they can be long.
    digests: RefCell<HashMap<(ObjectKind, usize), Used>>,
    /// Certificates in paths for whose name and key there are others.
    twins: RefCell<Vec<Certificate>>,
    /// Of which certificates validation data was found: one signer is asked about for each signature.
    spoken_of: RefCell<HashMap<SpokenOf, bool>>,
}

/// How much of the evidence is counted, and the certificate with those that its signature carries.
pub(crate) type SpokenOf = ([usize; 3], Vec<[u8; 32]>);

impl<'a> Assessment<'a> {
    pub fn new(evidence: &'a Evidence, trust: &'a Trust, policy: &'a Policy, at: Time) -> Self {
        let (lists, responses, wants, used, digests, twins, spoken_of) = Default::default();
        let (avoided, carried, speakers): (&[_], &[_], _) = (&[], &[], OnceCell::new());
        Self {
            evidence,
            trust,
            policy,
            at,
            lists,
            responses,
            wants,
            used,
            avoided,
            carried,
            speakers,
            digests,
            twins,
            spoken_of,
        }
    }

    /// The same, where no path may lead through these certificates.
    #[must_use]
    pub fn avoiding(self, avoided: &'a [Certificate]) -> Self {
        Self { avoided, ..self }
    }

    /// The same, where the signatures of the document carry these certificates.
    #[must_use]
    pub fn carrying(self, carried: &'a [Certificate]) -> Self {
        Self { carried, ..self }
    }

    /// Certificates that may have signed an answer or a list: what one signature carries serves them all (EN 319 102-1 §5.1.4.1),
    /// so that the same is said of a certificate wherever it is met.
    pub fn speakers(&self) -> &[Certificate] {
        self.speakers.get_or_init(|| {
            let mut met = HashSet::new();
            let all = self.pool(self.carried);
            all.into_iter().filter(|one| met.insert(one.fingerprint())).collect()
        })
    }

    /// Those of a pool through which a path may lead.
    pub fn passable<'p>(&self, pool: &'p [Certificate]) -> Cow<'p, [Certificate]> {
        match self.avoided {
            [] => Cow::Borrowed(pool),
            avoided => Cow::Owned(pool.iter().filter(|one| !avoided.contains(one)).cloned().collect()),
        }
    }

    /// Notes what stands in a path though another certificate of the same name and key could stand there as well.
    pub fn note_twins(&self, path: &Path, pool: &[Certificate]) {
        let between = path.certificates.len().saturating_sub(1);
        for one in path.certificates.iter().take(between).skip(1) {
            let mut twins = self.twins.borrow_mut();
            if pool.iter().any(|other| are_twins(one, other)) && !twins.contains(one) {
                twins.push(one.clone());
            }
        }
    }

    /// Whether there is validation data of a certificate, found once.
    pub fn is_spoken_of(&self, which: SpokenOf, found: impl FnOnce() -> bool) -> bool {
        let known = self.spoken_of.borrow().get(&which).copied();
        known.unwrap_or_else(|| {
            let found = found();
            self.spoken_of.borrow_mut().insert(which, found);
            found
        })
    }

    /// Those that were noted.
    pub fn twins(&self) -> Vec<Certificate> {
        self.twins.borrow().clone()
    }

    /// The revocation lists of the evidence that can be read.
    pub fn lists(&self) -> &[Crl] {
        &self.readable().0
    }

    /// Where one of them stands in the evidence.
    pub fn list_place(&self, index: usize) -> Option<usize> {
        self.readable().1.get(index).copied()
    }

    fn readable(&self) -> &(Vec<Crl>, Vec<usize>) {
        let parsed =
            || self.evidence.crls.iter().enumerate().map(|(place, der)| (Crl::parse(der).ok(), place));
        self.lists.get_or_init(|| parsed().filter_map(|(list, place)| Some((list?, place))).unzip())
    }

    /// The OCSP responses of the evidence that can be read, each with its place there.
    pub fn responses(&self) -> &[(Response, usize)] {
        let parsed =
            || self.evidence.ocsp.iter().enumerate().map(|(place, der)| (Response::parse(der), place));
        self.responses.get_or_init(|| parsed().filter_map(|(one, place)| Some((one.ok()?, place))).collect())
    }

    /// The response or list at a place of the evidence, as rows name it.
    pub fn used(&self, source: Source, place: usize) -> Option<Used> {
        let (kind, all) = match source {
            Source::Ocsp => (ObjectKind::Ocsp, &self.evidence.ocsp),
            Source::Crl => (ObjectKind::Crl, &self.evidence.crls),
        };
        let der = all.get(place)?;
        let mut digests = self.digests.borrow_mut();
        let used = digests.entry((kind, place));
        Some(used.or_insert_with(|| Used::new(kind, DigestAlgorithm::Sha256.digest(der))).clone())
    }

    /// Certificates that may stand between `extra`'s subjects and an anchor.
    pub fn pool(&self, extra: &[Certificate]) -> Vec<Certificate> {
        extra.iter().chain(&self.evidence.certificates).chain(self.trust.issuers()).cloned().collect()
    }

    pub fn want(&self, want: Want) {
        let mut wants = self.wants.borrow_mut();
        if !wants.contains(&want) {
            wants.push(want);
        }
    }

    /// Notes the certificates between the end and the anchor of a path that was relied on.
    pub fn relied_on(&self, path: &Path) {
        let between = path.certificates.len().saturating_sub(1);
        let mut used = self.used.borrow_mut();
        for certificate in path.certificates.iter().take(between) {
            if !used.contains(certificate) {
                used.push(certificate.clone());
            }
        }
    }

    /// What would have helped, and the certificates that were relied on.
    pub fn into_parts(self) -> (Vec<Want>, Vec<Certificate>) {
        (self.wants.into_inner(), self.used.into_inner())
    }
}

/// Whether two certificates are for the same name and key.
pub(crate) fn are_twins(one: &Certificate, other: &Certificate) -> bool {
    other != one && other.spki_der() == one.spki_der() && other.subject_der() == one.subject_der()
}
