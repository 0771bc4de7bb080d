//! A document that can be read for its signatures, signed, and given validation data.

use std::sync::Arc;

use pdf::{Additions, Extended, SecurityStore, Source};
use pki::cms::SignedData;
use pki::tsp::{Token, carried_certificates};
use pki::{Certificate, DigestAlgorithm, Evidence, Hasher, Time};

use crate::error::Error;
use crate::facts::{DocumentFacts, Facts, Later, SignatureFacts, SignatureKind};

/// An open document: the bytes that are on disk, and those that were appended since.
#[derive(Clone)]
pub struct Document {
    base: Arc<dyn Source>,
    tail: Vec<u8>,
    pdf: pdf::Document,
}

impl Document {
    /// Opens a document.
    ///
    /// # Errors
    /// [`Error::Pdf`] with the place and the kind of the damage.
    pub fn open(source: Arc<dyn Source>) -> Result<Self, Error> {
        let pdf = pdf::Document::open(Arc::clone(&source))?;
        Ok(Self { base: source, tail: Vec::new(), pdf })
    }

    /// A document that is `base` followed by `tail`.
    pub(crate) fn extended(base: Arc<dyn Source>, tail: Vec<u8>) -> Result<Self, Error> {
        let source = Arc::new(Extended::new(Arc::clone(&base), tail.clone()));
        Ok(Self { base, tail, pdf: pdf::Document::open(source)? })
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
        let mut tail = self.tail.clone();
        tail.extend(self.pdf.append_security_store(&store)?);
        Self::extended(Arc::clone(&self.base), tail)
    }

    /// Reads the fact sheet.
    ///
    /// # Errors
    /// [`Error::Pdf`] when the file cannot be read to its end.
    pub fn facts(&self) -> Result<Facts, Error> {
        let signatures =
            self.pdf.signatures()?.into_iter().map(|s| self.signature(s)).collect::<Result<_, _>>()?;
        let (embedded, unreadable_certificates) = evidence(self.pdf.security_store()?);
        Ok(Facts {
            document: DocumentFacts {
                sha256: hex(&self.digest([0, self.pdf.len(), self.pdf.len(), 0], &[DigestAlgorithm::Sha256])?),
                size: self.pdf.len(),
                revisions: self.pdf.revisions().len(),
                unaccounted_bytes: self.pdf.unaccounted(),
            },
            signatures,
            embedded,
            unreadable_certificates,
        })
    }

    fn signature(&self, found: pdf::Signature) -> Result<SignatureFacts, Error> {
        let is_timestamp = found.sub_filter.as_deref() == Some("ETSI.RFC3161");
        let algorithms =
            found.contents.as_deref().map(|cms| digests_named(cms, is_timestamp)).unwrap_or_default();
        let digests = match found.byte_range {
            Ok(range) => self.digest(range, &algorithms)?,
            Err(_) => Vec::new(),
        };
        Ok(SignatureFacts {
            kind: if is_timestamp { SignatureKind::DocumentTimestamp } else { SignatureKind::Signature },
            later: self.later(&found),
            claimed_time: found
                .signing_time_raw
                .as_deref()
                .and_then(pdf::parse_pdf_date)
                .map(Time::from_unix_millis),
            field: found.field_name,
            filter: found.filter,
            sub_filter: found.sub_filter,
            type_name: found.type_name,
            byte_range: found.byte_range.map_err(|fault| fault.to_string()),
            hole_matches: found.hole_matches,
            hole_is_own: found.hole_is_own,
            altered_later: found.altered_later,
            contents: found.contents.map_err(|fault| fault.to_string()),
            claimed_time_raw: found.signing_time_raw,
            reason: found.reason,
            location: found.location,
            name: found.name,
            has_cert_entry: found.has_cert_entry,
            digests,
            covers_whole_file: found.covers_whole_file,
        })
    }

    /// What came after the signed revision. What cannot be told is said to be something else, never nothing.
    fn later(&self, signature: &pdf::Signature) -> Later {
        if signature.covers_whole_file {
            return Later::Nothing;
        }
        let Some(revision) = signature.revision else {
            return Later::Other { what: "the signed bytes do not end with a revision".into() };
        };
        match self.pdf.additions_since(revision) {
            Ok(Additions::Nothing) => Later::Nothing,
            Ok(Additions::SecurityStore) => Later::ValidationData,
            Ok(Additions::Other { what }) => Later::Other { what },
            Err(error) => Later::Other { what: error.to_string() },
        }
    }

    /// Digests of the two ranges, in one pass over the bytes.
    pub(crate) fn digest(
        &self,
        range: [u64; 4],
        algorithms: &[DigestAlgorithm],
    ) -> Result<Vec<(DigestAlgorithm, Vec<u8>)>, Error> {
        if algorithms.is_empty() {
            return Ok(Vec::new());
        }
        let mut hashers: Vec<(DigestAlgorithm, Hasher)> =
            algorithms.iter().map(|a| (*a, a.hasher())).collect();
        self.pdf.digest_ranges(range, &mut |bytes| {
            hashers.iter_mut().for_each(|(_, hasher)| hasher.update(bytes))
        })?;
        Ok(hashers.into_iter().map(|(algorithm, hasher)| (algorithm, hasher.finish())).collect())
    }

    /// The certificates inside the signatures and their time-stamps.
    fn carried_certificates(&self) -> Result<Vec<Certificate>, Error> {
        let contents = self.pdf.signatures()?.into_iter().filter_map(|signature| signature.contents.ok());
        let signatures = contents.filter_map(|contents| SignedData::parse(&contents).ok());
        Ok(signatures.flat_map(|signature| carried_certificates(&signature)).collect())
    }
}

/// The digest algorithms a signature's CMS names: those of its signers, and the imprint's of a time-stamp.
fn digests_named(cms: &[u8], is_timestamp: bool) -> Vec<DigestAlgorithm> {
    let mut named: Vec<DigestAlgorithm> = if is_timestamp {
        Token::parse(cms).map(|token| token.imprint.algorithm.into_iter().collect()).unwrap_or_default()
    } else {
        let signers = SignedData::parse(cms).map(|cms| cms.signer_infos).unwrap_or_default();
        signers.into_iter().filter_map(|signer| signer.digest_algorithm.ok()).collect()
    };
    named.sort_unstable();
    named.dedup();
    named
}

fn evidence(store: SecurityStore) -> (Evidence, usize) {
    let read: Vec<_> = store.certificates.iter().map(|der| Certificate::from_der(der)).collect();
    let unreadable = read.iter().filter(|certificate| certificate.is_err()).count();
    let certificates = read.into_iter().flatten().collect();
    (Evidence { certificates, ocsp: store.ocsps, crls: store.crls }, unreadable)
}

fn hex(digests: &[(DigestAlgorithm, Vec<u8>)]) -> String {
    digests.iter().flat_map(|(_, digest)| digest).map(|byte| format!("{byte:02x}")).collect()
}
