//! A document that can be read for its signatures, signed, and given validation data.

use std::collections::btree_map::{BTreeMap, Entry};
use std::sync::Arc;

use pdf::{Access, Blocks, Extended, Pages, Patience, SecurityStore, Source};
use pki::cms::SignedData;
use pki::tsp::carried_certificates;
use pki::{Certificate, DigestAlgorithm, Evidence, Time};

use crate::beside::Beside;
use crate::digests::{Digests, Passed};
use crate::error::Error;
use crate::facts::{DocumentFacts, EvidenceCount, Facts, SignatureFacts, SignatureKind};
use crate::later::{AfterRevisions, Known};
use crate::signed_digests::SignedDigests;

/// An open document: the bytes that are on disk, and those that were appended since.
#[derive(Clone)]
pub struct Document {
    base: Arc<dyn Source>,
    tail: Vec<u8>,
    pdf: pdf::Document,
    /// Over the bytes on disk, which all that is appended leaves as they are.
    digests: Arc<Digests>,
    /// Hashes them, and searches them in the same reading.
    beside: Option<Arc<Beside>>,
}

impl Document {
    /// Opens a document; one that can be read only by repairing it as well ([`DocumentFacts::repaired`]), which then
    /// cannot be added to.
    ///
    /// # Errors
    /// As [`Document::open_with`].
    pub fn open(source: Arc<dyn Source>) -> Result<Self, Error> {
        Self::open_with(source, &Access::default())
    }

    /// The same, with the password of an encrypted document.
    ///
    /// # Errors
    /// [`Error::Pdf`] with the place and the kind of the damage, or with what is the matter with the password.
    pub fn open_with(source: Arc<dyn Source>, access: &Access) -> Result<Self, Error> {
        Self::opened(source, access, |_| None)
    }

    /// The same for somebody who wants its facts, and nothing before: it is hashed meanwhile, and searched in the same reading.
    ///
    /// # Errors
    /// As [`Document::open_with`].
    pub fn open_for_facts(source: Arc<dyn Source>, access: &Access) -> Result<Self, Error> {
        Self::opened(source, access, Beside::begin)
    }

    fn opened(
        source: Arc<dyn Source>,
        access: &Access,
        begin: impl FnOnce(&Arc<Digests>) -> Option<Arc<Beside>>,
    ) -> Result<Self, Error> {
        let base: Arc<dyn Source> = Arc::new(Blocks::new(source));
        let digests = Arc::new(Digests::new(Arc::clone(&base)));
        let beside = begin(&digests);
        let pdf = pdf::Document::open_repairing(Arc::clone(&base), access)?;
        if let Some(beside) = beside.clone() {
            pdf.is_searched_by(move || beside.heads());
        }
        Ok(Self { base, tail: Vec::new(), pdf, digests, beside })
    }

    /// This document followed by `bytes`.
    pub(crate) fn followed_by(&self, bytes: &[u8]) -> Result<Self, Error> {
        let tail = [self.tail.as_slice(), bytes].concat();
        let source = Arc::new(Extended::new(Arc::clone(&self.base), tail.clone()));
        let pdf = pdf::Document::open_with(source, self.pdf.access())?;
        Ok(Self { base: Arc::clone(&self.base), tail, pdf, digests: Arc::clone(&self.digests), beside: None })
    }

    /// This document, from now on read from a copy of the bytes it was opened with; nothing may have been appended yet. The
    /// copy is best compared with the original as it is read. What `passed` of it, all or nothing, is not hashed again.
    ///
    /// # Errors
    /// [`Error::OtherDocument`] when the copy has another length.
    pub fn read_from(&self, copy: Arc<dyn Source>, passed: Passed) -> Result<Self, Error> {
        let copy = self.of_same_length(copy)?;
        let pdf = self.pdf.read_from(Arc::clone(&copy))?;
        let digests = Arc::new(Digests::knowing(Arc::clone(&copy), passed));
        Ok(Self { base: copy, tail: Vec::new(), pdf, digests, beside: None })
    }

    /// This document when its tail has been written behind the bytes it was opened with, read anew. What was hashed of those
    /// is not hashed again: `source` has to be the very file they were read from, longer by the tail.
    ///
    /// # Errors
    /// [`Error::OtherDocument`] when `source` has another length; [`Error::Pdf`].
    pub fn written(&self, source: Arc<dyn Source>) -> Result<Self, Error> {
        let source = self.of_same_length(source)?;
        let pdf = pdf::Document::open_with(Arc::clone(&source), self.pdf.access())?;
        let digests = Arc::new(self.digests.over(Arc::clone(&source)));
        Ok(Self { base: source, tail: Vec::new(), pdf, digests, beside: None })
    }

    fn of_same_length(&self, source: Arc<dyn Source>) -> Result<Arc<dyn Source>, Error> {
        let (prepared, found) = (self.pdf.len(), source.len());
        if prepared == found {
            Ok(Arc::new(Blocks::new(source)))
        } else {
            Err(Error::OtherDocument { prepared, found })
        }
    }

    /// The bytes it was opened with.
    pub fn base(&self) -> &Arc<dyn Source> {
        &self.base
    }

    /// The bytes that were appended since.
    pub fn tail(&self) -> &[u8] {
        &self.tail
    }

    /// The PDF, as revisions and objects.
    pub fn pdf(&self) -> &pdf::Document {
        &self.pdf
    }

    /// Appends validation data to the security store (B-LT, EN 319 142-1 §6.3). Certificates that a signature or a
    /// time-stamp carries already are left out.
    ///
    /// # Errors
    /// [`Error::Pdf`].
    pub fn with_validation_data(&self, evidence: &Evidence) -> Result<Self, Error> {
        let carried = self.carried_certificates()?;
        let store = SecurityStore {
            certificates: (evidence.certificates.iter())
                .filter(|certificate| !carried.contains(certificate))
                .map(|certificate| certificate.der().to_vec())
                .collect(),
            ocsps: evidence.ocsp.clone(),
            crls: evidence.crls.clone(),
        };
        self.followed_by(&self.pdf.append_security_store(&store)?)
    }

    /// SHA-256 of the whole document, lower-case hex ([`DocumentFacts::sha256`]), and nothing else of it.
    ///
    /// # Errors
    /// [`Error::Pdf`] when it cannot be read to its end.
    pub fn sha256(&self) -> Result<String, Error> {
        Ok(hex(&self.digest([0, self.pdf.len(), self.pdf.len(), 0], DigestAlgorithm::Sha256)?))
    }

    /// Reads the fact sheet. A signature is not lost where anything that leads to it cannot be read as it is written: then the
    /// document is repaired first ([`DocumentFacts::repaired`]).
    ///
    /// # Errors
    /// [`Error::Pdf`] when the file cannot be read to its end, or is damaged and no signature is found by repairing it.
    pub fn facts(&self) -> Result<Facts, Error> {
        let fault = match self.facts_as_written() {
            Err(Error::Pdf(fault)) if fault.is_damage() && !self.pdf.was_repaired() => fault,
            facts => return facts,
        };
        let rebuilt = self.pdf.rebuilt(fault.clone()).map(|pdf| Self { pdf, ..self.clone() });
        let facts = rebuilt.map_err(Error::from).and_then(|rebuilt| rebuilt.facts_as_written());
        facts.ok().filter(|facts| !facts.signatures.is_empty()).ok_or(Error::Pdf(fault))
    }

    fn facts_as_written(&self) -> Result<Facts, Error> {
        let (found, pages) = self.pdf.signatures_and_pages()?;
        self.facts_about(found, Some(&pages))
    }

    /// The same about the signatures of the interactive form alone, where every signature belongs. Finding one that only
    /// the annotations of a page lead to takes a walk over all pages, which whoever adds to a document need not wait for;
    /// nor is there looked for what can change what they show.
    ///
    /// # Errors
    /// As [`Document::facts`].
    pub fn facts_in_form(&self) -> Result<Facts, Error> {
        self.facts_about(self.pdf.signatures_in_form()?, None)
    }

    /// Where no pages are given, nothing is said of what is active in them.
    fn facts_about(&self, found: Vec<pdf::Signature>, pages: Option<&Pages>) -> Result<Facts, Error> {
        let mut after = AfterRevisions::new(self.pdf.history(Patience::default()), &found);
        let laters: Vec<Known> = found.iter().map(|signature| after.of(signature)).collect();
        let active = pages.map(|pages| self.pdf.active_content_of(pages));
        let (embedded, unreadable_certificates) = evidence(self.pdf.security_store()?);
        if let Some(beside) = &self.beside {
            beside.wait();
        }
        let digests = self.signed_digests(&found)?;
        let mut archived = BTreeMap::new();
        let signatures = found.into_iter().zip(digests).zip(laters);
        let signatures = signatures
            .map(|((signature, digests), later)| self.signature(signature, digests, later, &mut archived))
            .collect::<Result<_, _>>()?;
        Ok(Facts {
            document: DocumentFacts {
                sha256: self.sha256()?,
                size: self.pdf.len(),
                revisions: self.pdf.revisions().len(),
                unaccounted_bytes: self.pdf.unaccounted(),
                unaccounted_content: self.pdf.has_trailing_content()?,
                encrypted: self.pdf.is_encrypted(),
                repaired: self.pdf.repair().map(ToString::to_string),
                damage: self.pdf.repair().cloned().map(pdf::Objection::from),
                cut_off: matches!(self.pdf.repair(), Some(pdf::Error::Truncated { .. })),
            },
            signatures,
            embedded,
            unreadable_certificates,
            active,
        })
    }

    fn signature(
        &self,
        found: pdf::Signature,
        digests: SignedDigests,
        (later, looks): Known,
        archived: &mut BTreeMap<usize, EvidenceCount>,
    ) -> Result<SignatureFacts, Error> {
        let archived = match found.revision.filter(|_| is_timestamp(&found)) {
            Some(revision) => match archived.entry(revision) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(place) => {
                    *place.insert(count(&evidence(self.pdf.security_store_until(revision)?).0))
                }
            },
            None => EvidenceCount::default(),
        };
        Ok(SignatureFacts {
            archived,
            kind: if is_timestamp(&found) {
                SignatureKind::DocumentTimestamp
            } else {
                SignatureKind::Signature
            },
            later,
            claimed_time: found
                .signing_time_raw
                .as_deref()
                .and_then(pdf::parse_pdf_date)
                .map(Time::from_unix_millis),
            field: found.field_name,
            filter: found.filter,
            sub_filter: found.sub_filter,
            type_name: found.type_name,
            byte_range: found.byte_range,
            hole_matches: found.hole_matches,
            hole_is_own: found.hole_is_own,
            altered_later: found.altered_later,
            contents: found.contents,
            claimed_time_raw: found.signing_time_raw,
            reason: found.reason,
            location: found.location,
            name: found.name,
            has_cert_entry: found.has_cert_entry,
            restrictions: found.restrictions,
            digests,
            covers_whole_file: found.covers_whole_file,
            looks,
        })
    }

    /// The digest of the two ranges.
    pub(crate) fn digest(&self, range: [u64; 4], algorithm: DigestAlgorithm) -> Result<Vec<u8>, Error> {
        let [_, hole, behind, len] = range;
        let on_disk = hole.min(self.base.len());
        let mut hasher = self.digests.first(algorithm, on_disk)?;
        let rest = [on_disk, hole.saturating_sub(on_disk), behind, len];
        self.pdf.digest_ranges(rest, &mut |bytes| hasher.update(bytes))?;
        Ok(hasher.finish())
    }

    /// Makes the digests' beginnings in one pass over the bytes on disk.
    pub(crate) fn prepare_digests(&self, wanted: &[(DigestAlgorithm, u64)]) -> Result<(), Error> {
        Ok(self.digests.prepare(wanted)?)
    }

    /// The certificates inside the signatures and their time-stamps.
    fn carried_certificates(&self) -> Result<Vec<Certificate>, Error> {
        let contents =
            self.pdf.signatures_in_form()?.into_iter().filter_map(|signature| signature.contents.ok());
        let signatures = contents.filter_map(|contents| SignedData::parse(&contents).ok());
        Ok(signatures.flat_map(|signature| carried_certificates(&signature)).collect())
    }
}

pub(crate) fn is_timestamp(signature: &pdf::Signature) -> bool {
    signature.sub_filter.as_deref() == Some("ETSI.RFC3161")
}

fn evidence(store: SecurityStore) -> (Evidence, usize) {
    let read: Vec<_> = store.certificates.iter().map(|der| Certificate::from_der(der)).collect();
    let unreadable = read.iter().filter(|certificate| certificate.is_err()).count();
    let certificates = read.into_iter().flatten().collect();
    (Evidence { certificates, ocsp: store.ocsps, crls: store.crls }, unreadable)
}

fn count(evidence: &Evidence) -> EvidenceCount {
    EvidenceCount {
        certificates: evidence.certificates.len(),
        ocsp: evidence.ocsp.len(),
        crls: evidence.crls.len(),
    }
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
