//! What a verdict rested on, as bytes: the validation objects that a report names, EN 319 102-1 §5.1.4.

use std::collections::{BTreeMap, BTreeSet};

use ades::{Facts, SignatureFacts};
use pki::cms::{SignaturePolicy, SignerInfo};
use pki::path;
use pki::tsp::Token;
use pki::{Certificate, Evidence};
pub use pki::{DigestAlgorithm, SignatureAlgorithm, Time};

use crate::carried;
use crate::contents::{Contents, Held};
use crate::cryptographic::named;
use crate::policy::Policy;
use crate::report::{Conclusion, Report, SignatureKind, SignatureReport, SubIndication, TimestampReport};
use crate::trust::Trust;
pub use crate::used::ObjectKind;

/// Days about which it is judged whether an algorithm has become too weak: tables name no more that are still to come.
const ENDS: usize = 16;

fn is_too_weak(conclusion: Conclusion) -> bool {
    matches!(
        conclusion.sub_indication,
        Some(SubIndication::CryptoConstraintsFailure | SubIndication::CryptoConstraintsFailureNoPoe)
    )
}

/// The objects behind a [`Report`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Objects {
    /// Each once: first what the document carries, then what was gathered, then what trust adds.
    pub all: Vec<Object>,
    /// Places of what the security store (`/DSS`) of the document holds.
    pub stored: Vec<usize>,
    /// What stands behind each signature, in the order of the report's.
    pub signatures: Vec<SignatureObjects>,
    /// Places in `all`, by digest.
    places: BTreeMap<String, usize>,
}

/// A certificate, revocation data or a time-stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// What it is.
    pub kind: ObjectKind,
    /// Where it came from.
    pub origin: Origin,
    /// Its DER (BER where it was written so).
    pub der: Vec<u8>,
    /// SHA-256 of `der`, lower-case hex.
    pub sha256: String,
    /// When it ends: `notAfter` of a certificate, and of the certificate of the unit that made a time-stamp.
    pub expires: Option<Time>,
}

/// Where an [`Object`] came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The document carries it.
    Document,
    /// It was fetched, or lay beside the document.
    Gathered,
    /// It belongs to the trust anchors and the issuers that come with them.
    Trust,
}

/// What stands behind one signature or document time-stamp. Numbers are places in [`Objects::all`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignatureObjects {
    /// From the signing certificate (for a document time-stamp: the unit's) up, as far as a path is known.
    pub chain: Vec<usize>,
    /// Whether the last of the chain is a trust anchor.
    pub anchored: bool,
    /// The time-stamps in the signature; for a document time-stamp, itself.
    pub timestamps: Vec<Stamp>,
    /// Digest of the signed bytes, under the signature's own algorithm.
    pub signed_digest: Option<Digest>,
    /// The `message-digest` attribute.
    pub message_digest: Option<Vec<u8>>,
    /// SHA-256 of what the value is over: the signed attributes as DER.
    pub to_be_signed: Option<Digest>,
    /// The signature value.
    pub value: Option<Vec<u8>>,
    /// How the value was made.
    pub algorithm: Option<SignatureAlgorithm>,
    /// `/ByteRange`.
    pub byte_range: Option<[u64; 4]>,
    /// `/Filter`.
    pub filter: Option<String>,
    /// `/SubFilter`.
    pub sub_filter: Option<String>,
    /// `/Reason`.
    pub reason: Option<String>,
    /// The signature policy that its signer names, as a dotted identifier.
    pub policy: Option<String>,
    /// `/Location`.
    pub location: Option<String>,
    /// `/Name`.
    pub name: Option<String>,
    /// From when on an algorithm that it rests on is too weak by the policy, and nothing proves yet that it is older: of one that
    /// passed, and as far as the policy names a day that it holds against it.
    pub weak_from: Option<Time>,
}

/// A time-stamp, by its place in [`Objects::all`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Where it is.
    pub place: usize,
    /// The moment it states; none for one that cannot be read.
    pub time: Option<Time>,
}

/// A digest and how it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The algorithm.
    pub algorithm: DigestAlgorithm,
    /// The digest.
    pub value: Vec<u8>,
}

impl Objects {
    /// One digest for all of it, lower-case hex: SHA-256 over the digests, each in hex with a line feed behind it, in
    /// ascending order.
    pub fn sha256(&self) -> String {
        let mut hasher = DigestAlgorithm::Sha256.hasher();
        let digests: std::collections::BTreeSet<&str> =
            self.all.iter().map(|object| object.sha256.as_str()).collect();
        for digest in digests {
            hasher.update(digest.as_bytes());
            hasher.update(b"\n");
        }
        hex::encode(hasher.finish())
    }
}

/// Names the objects that `report` rested on. The other arguments are those of [`validate`](crate::validate).
pub fn objects(
    report: &Report,
    facts: &Facts,
    evidence: &Evidence,
    trust: &Trust,
    policy: &Policy,
) -> Objects {
    let mut found = Objects::default();
    found.stored = found.evidence(&facts.embedded, Origin::Document);
    let contents = Contents::read(facts);
    let carried: Vec<_> = contents.each().map(|(facts, held)| Carried::read(facts, held)).collect();
    found.evidence(&carried::revocation(&contents), Origin::Document);
    let inside: Vec<Vec<Stamp>> = carried.iter().map(|one| found.carried(one)).collect();
    found.evidence(evidence, Origin::Gathered);
    let pool: Vec<Certificate> = carried
        .iter()
        .flat_map(|one| one.certificates.iter())
        .chain(&facts.embedded.certificates)
        .chain(&evidence.certificates)
        .chain(trust.issuers())
        .cloned()
        .collect();
    for (index, (facts, (carried, timestamps))) in
        facts.signatures.iter().zip(carried.iter().zip(inside)).enumerate()
    {
        let proven = report.signatures.get(index).and_then(|one| one.best_signature_time);
        let at = proven.unwrap_or(report.validation_time);
        let mut one = SignatureObjects { timestamps, ..of(facts, carried) };
        (one.chain, one.anchored) = found.chain(carried.signer.as_ref(), &pool, trust, at);
        found.signatures.push(one);
    }
    found.weaken(report, (facts, evidence), trust, policy);
    found.anchors(report, trust);
    found
}

/// What a signature carries.
#[derive(Default)]
struct Carried {
    certificates: Vec<Certificate>,
    tokens: Vec<Vec<u8>>,
    /// Time-stamps over what was signed.
    content: Vec<Vec<u8>>,
    signer: Option<Certificate>,
    info: Option<SignerInfo>,
}

impl Carried {
    fn read(facts: &SignatureFacts, held: &Held) -> Self {
        let Ok(contents) = &facts.contents else { return Self::default() };
        if facts.kind == ades::SignatureKind::DocumentTimestamp {
            return Token::parse(contents).map(|token| Self::of_token(&token)).unwrap_or_default();
        }
        let Ok(cms) = held else { return Self::default() };
        let info = cms.signer_infos.first().cloned();
        Self {
            certificates: pki::tsp::carried_certificates(cms),
            tokens: info.iter().flat_map(|info| info.signature_timestamps.clone()).collect(),
            content: info
                .iter()
                .flat_map(|info| &info.signed_attributes)
                .flat_map(|attributes| attributes.content_timestamps.clone())
                .collect(),
            signer: info.as_ref().and_then(|info| named(info, cms)),
            info,
        }
    }

    fn of_token(token: &Token) -> Self {
        Self {
            certificates: token.certificates.clone(),
            tokens: vec![token.raw.clone()],
            content: Vec::new(),
            signer: unit(token).cloned(),
            info: Some(token.signer_info.clone()),
        }
    }
}

/// The certificate of the unit that made a token, where it came along.
fn unit(token: &Token) -> Option<&Certificate> {
    token.certificates.iter().find(|one| token.signer_info.matches(one))
}

/// What is said of a signature beside the objects.
fn of(facts: &SignatureFacts, carried: &Carried) -> SignatureObjects {
    let info = carried.info.as_ref();
    let algorithm = info.and_then(|info| info.digest_algorithm.clone().ok());
    let attributes = info.and_then(|info| info.signed_attributes.as_ref());
    let signed = algorithm.and_then(|algorithm| Some((algorithm, facts.digest(algorithm)?)));
    let first =
        || facts.digests.iter().flatten().next().map(|(algorithm, value)| (*algorithm, value.as_slice()));
    SignatureObjects {
        signed_digest: signed.or_else(first).map(|(algorithm, value)| digest(algorithm, value.to_vec())),
        message_digest: attributes.and_then(|attributes| attributes.message_digest.clone()),
        to_be_signed: attributes.map(|attributes| {
            digest(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.digest(&attributes.der))
        }),
        value: info.map(|info| info.signature.clone()),
        algorithm: info.and_then(|info| info.signature_algorithm.clone().ok()),
        byte_range: facts.byte_range.as_ref().ok().copied(),
        filter: facts.filter.clone(),
        sub_filter: facts.sub_filter.clone(),
        reason: facts.reason.clone(),
        location: facts.location.clone(),
        name: facts.name.clone(),
        policy: attributes.and_then(|attributes| match attributes.signature_policy.as_ref()? {
            SignaturePolicy::Named(id) => Some(id.clone()),
            SignaturePolicy::Implied | SignaturePolicy::Unreadable => None,
        }),
        ..SignatureObjects::default()
    }
}

fn digest(algorithm: DigestAlgorithm, value: Vec<u8>) -> Digest {
    Digest { algorithm, value }
}

impl Objects {
    /// The place of the object with that digest, lower-case hex.
    pub fn place(&self, sha256: &str) -> Option<usize> {
        self.places.get(sha256).copied()
    }

    /// Until when a signature that passed can be checked as it is: until the unit of its last good time-stamp expires, or
    /// without one the signing certificate; or until the day on which the policy ends an algorithm that it rests on. One may become
    /// too weak earlier than was foreseen, and a certificate may be revoked.
    pub fn protected_until(&self, report: &Report, number: usize) -> Option<Time> {
        let (judged, one) = report.signatures.get(number).zip(self.signatures.get(number))?;
        if judged.conclusion != Conclusion::PASSED || judged.kind != SignatureKind::Signature {
            return None;
        }
        let holds = |found: &&Stamp, judged: &SignatureReport| {
            let same = |stamp: &&TimestampReport| Some(stamp.time) == found.time;
            judged.timestamps.iter().find(same).is_some_and(|stamp| stamp.conclusion == Conclusion::PASSED)
        };
        let over = report.signatures.iter().zip(&self.signatures).skip(number + 1);
        let over = over.filter(|(judged, _)| judged.kind == SignatureKind::DocumentTimestamp);
        let stamps = over.chain(std::iter::once((judged, one))).flat_map(|(judged, objects)| {
            objects.timestamps.iter().filter(move |stamp| holds(stamp, judged))
        });
        let last = stamps.max_by_key(|stamp| stamp.time);
        let place = last.map(|stamp| stamp.place).or_else(|| one.chain.first().copied())?;
        let expires = self.all.get(place)?.expires?;
        Some(one.weak_from.map_or(expires, |weak| weak.min(expires)))
    }

    /// Judges about each day on which the policy ends an algorithm, as long as anything here lasts.
    fn weaken(
        &mut self,
        report: &Report,
        (facts, evidence): (&Facts, &Evidence),
        trust: &Trust,
        policy: &Policy,
    ) {
        let last = self.all.iter().filter_map(|object| object.expires).max();
        let days = policy.algorithms.ends_after(report.validation_time).into_iter();
        for day in days.take_while(|day| last.is_some_and(|last| *day <= last)).take(ENDS) {
            let then = crate::validate(facts, evidence, trust, policy, day);
            let both = report.signatures.iter().zip(&then.signatures).zip(&mut self.signatures);
            for ((now, then), objects) in both {
                if now.conclusion == Conclusion::PASSED && is_too_weak(then.conclusion) {
                    objects.weak_from = objects.weak_from.or(Some(day));
                }
            }
        }
    }

    /// Adds an object if it is not there yet; gives its place.
    fn add(&mut self, kind: ObjectKind, origin: Origin, der: &[u8], expires: Option<Time>) -> usize {
        let sha256 = hex::encode(DigestAlgorithm::Sha256.digest(der));
        match self.places.get(&sha256) {
            Some(place) => *place,
            None => {
                let place = self.all.len();
                self.places.insert(sha256.clone(), place);
                self.all.push(Object { kind, origin, der: der.to_vec(), sha256, expires });
                place
            }
        }
    }

    fn certificate(&mut self, certificate: &Certificate, origin: Origin) -> usize {
        self.add(ObjectKind::Certificate, origin, certificate.der(), Some(certificate.not_after()))
    }

    /// What trust adds beyond the chains of the signers: those above time-stamps and responders that a row names.
    fn anchors(&mut self, report: &Report, trust: &Trust) {
        let used = report.signatures.iter().flat_map(|one| &one.checks).flat_map(|check| &check.evidence);
        let used: BTreeSet<&str> = used.map(|used| used.sha256.as_str()).collect();
        for one in trust.anchors().iter().chain(trust.issuers()) {
            if used.contains(hex::encode(one.fingerprint()).as_str()) {
                self.certificate(one, Origin::Trust);
            }
        }
    }

    fn evidence(&mut self, evidence: &Evidence, origin: Origin) -> Vec<usize> {
        let mut places: Vec<usize> =
            evidence.certificates.iter().map(|one| self.certificate(one, origin)).collect();
        places.extend(evidence.crls.iter().map(|der| self.add(ObjectKind::Crl, origin, der, None)));
        places.extend(evidence.ocsp.iter().map(|der| self.add(ObjectKind::Ocsp, origin, der, None)));
        places
    }

    /// Gives the places of the time-stamps.
    fn carried(&mut self, carried: &Carried) -> Vec<Stamp> {
        for certificate in &carried.certificates {
            self.certificate(certificate, Origin::Document);
        }
        for der in &carried.content {
            self.add(ObjectKind::Timestamp, Origin::Document, der, None);
        }
        let tokens = carried.tokens.iter().map(|der| {
            let token = Token::parse(der).ok();
            let unit = token.as_ref().and_then(unit).map(|unit| unit.not_after());
            let place = self.add(ObjectKind::Timestamp, Origin::Document, der, unit);
            Stamp { place, time: token.map(|token| token.gen_time) }
        });
        tokens.collect()
    }

    fn chain(
        &mut self,
        signer: Option<&Certificate>,
        pool: &[Certificate],
        trust: &Trust,
        at: Time,
    ) -> (Vec<usize>, bool) {
        let Some(signer) = signer else { return (Vec::new(), false) };
        let within = at.max(signer.not_before()).min(signer.not_after());
        let path = path::build(signer, pool, trust.anchors(), within).ok();
        let anchored = path.is_some();
        let certificates = path.map_or_else(|| vec![signer.clone()], |path| path.certificates);
        let places = certificates.iter().map(|one| self.certificate(one, Origin::Trust));
        (places.collect(), anchored)
    }
}
