//! The fact sheet of a document: everything a verdict needs, read once, kept as data.

use pdf::{ActiveContent, ByteRangeFault, ContentsFault, Modifications, Objection, Restrictions};
use pki::{DigestAlgorithm, Evidence, Time};
use serde::{Deserialize, Deserializer, Serialize};

use crate::looks::PageComparison;

/// Everything read from a document that a verdict may rest on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Facts {
    /// The document as bytes.
    pub document: DocumentFacts,
    /// Its signatures and document time-stamps, in the order of their byte ranges' ends; malformed ones too.
    pub signatures: Vec<SignatureFacts>,
    /// The validation data in its security store (`/DSS`), of all revisions.
    pub embedded: Evidence,
    /// Certificates in the security store that cannot be read.
    pub unreadable_certificates: usize,
    /// What can change what the present version shows; nothing where nobody looked for it.
    #[serde(default)]
    pub active: Option<ActiveContent>,
}

/// The document as bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFacts {
    /// SHA-256 of the whole file, lower-case hex.
    pub sha256: String,
    /// Length in bytes.
    pub size: u64,
    /// Number of revisions.
    pub revisions: usize,
    /// Bytes behind the last revision.
    pub unaccounted_bytes: u64,
    /// Whether there is more than blanks among them.
    #[serde(default)]
    pub unaccounted_content: bool,
    /// Whether it is encrypted.
    #[serde(default)]
    pub encrypted: bool,
    /// Why the file cannot be read as it is written, where its cross-reference data had to be rebuilt.
    #[serde(default)]
    pub repaired: Option<String>,
    /// The same in parts; nothing in what an earlier program saved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub damage: Option<Objection>,
    /// Whether that is because its end is missing.
    #[serde(default)]
    pub cut_off: bool,
}

/// What a signature field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureKind {
    /// A signature.
    Signature,
    /// A document time-stamp (`/SubFilter /ETSI.RFC3161`).
    DocumentTimestamp,
}

/// One signature as its bytes tell it; nothing here was verified.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignatureFacts {
    /// Fully qualified name of the field.
    pub field: String,
    /// What it holds.
    pub kind: SignatureKind,
    /// `/Filter`.
    pub filter: Option<String>,
    /// `/SubFilter`.
    pub sub_filter: Option<String>,
    /// `/Type`.
    pub type_name: Option<String>,
    /// `/ByteRange`, or what is wrong with it.
    #[serde(deserialize_with = "byte_range")]
    pub byte_range: Result<[u64; 4], ByteRangeFault>,
    /// The gap is exactly one hexadecimal string and decodes to `/Contents`.
    pub hole_matches: bool,
    /// The gap is where this very dictionary's `/Contents` stands.
    pub hole_is_own: bool,
    /// The dictionary was rewritten after its own revision.
    pub altered_later: bool,
    /// `/Contents` with its padding, or what is wrong with it.
    #[serde(deserialize_with = "contents")]
    pub contents: Result<Vec<u8>, ContentsFault>,
    /// `/M` as written.
    pub claimed_time_raw: Option<String>,
    /// `/M` as a moment, where it is a PDF date.
    pub claimed_time: Option<Time>,
    /// `/Reason`.
    pub reason: Option<String>,
    /// `/Location`.
    pub location: Option<String>,
    /// `/Name`.
    pub name: Option<String>,
    /// `/Cert` is there, which PAdES baseline forbids.
    pub has_cert_entry: bool,
    /// Digests of the signed bytes, for every algorithm the signature names; or why they were not made.
    pub digests: Result<Vec<(DigestAlgorithm, Vec<u8>)>, String>,
    /// How much of the document's validation data stands in the bytes that a document time-stamp covers: the first of
    /// each kind. Nothing for a signature.
    pub archived: EvidenceCount,
    /// The signed bytes end with the file.
    pub covers_whole_file: bool,
    /// What the signature restricts from its revision on.
    pub restrictions: Restrictions,
    /// What came after the signed revision.
    pub later: Later,
    /// How the pages of the signed version look beside the present ones; nothing where nobody compared them.
    #[serde(default)]
    pub looks: Option<PageComparison>,
}

/// How many pieces of validation data, of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceCount {
    /// Certificates.
    pub certificates: usize,
    /// OCSP responses.
    pub ocsp: usize,
    /// Revocation lists.
    pub crls: usize,
}

impl SignatureFacts {
    /// Where the signed bytes end; none where they cannot be told.
    pub fn end(&self) -> Option<u64> {
        self.byte_range.as_ref().ok().map(|[_, _, after, length]| after.saturating_add(*length))
    }

    /// The digest of the signed bytes under `algorithm`, if it was computed.
    pub fn digest(&self, algorithm: DigestAlgorithm) -> Option<&[u8]> {
        self.digests
            .iter()
            .flatten()
            .find(|(found, _)| *found == algorithm)
            .map(|(_, digest)| digest.as_slice())
    }
}

/// What came after the revision a signature covers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Later {
    /// Nothing: the signed bytes are the whole file.
    Nothing,
    /// Only validation data and document time-stamps: the catalog gained or grew `/DSS`, invisible fields gained
    /// time-stamps, and nothing else changed.
    Archival,
    /// Something else that was compared object by object, such as what is said of the document.
    Modified(Modifications),
    /// Something that cannot be told apart from anything else.
    Other {
        /// What was found. An earlier program saved a text.
        #[serde(alias = "what", deserialize_with = "objection")]
        why: Objection,
    },
}

/// What is in parts now, or the text that an earlier program saved in its place.
#[derive(Deserialize)]
#[serde(untagged)]
enum Saved<T> {
    Parts(T),
    Text(String),
}

fn objection<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Objection, D::Error> {
    Ok(match Saved::deserialize(deserializer)? {
        Saved::Parts(why) => why,
        Saved::Text(what) => Objection::Unread { what },
    })
}

fn byte_range<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Result<[u64; 4], ByteRangeFault>, D::Error> {
    let read = Result::<[u64; 4], Saved<ByteRangeFault>>::deserialize(deserializer)?;
    Ok(read.map_err(|fault| match fault {
        Saved::Parts(fault) => fault,
        Saved::Text(_) => ByteRangeFault::Unreadable,
    }))
}

fn contents<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Result<Vec<u8>, ContentsFault>, D::Error> {
    let read = Result::<Vec<u8>, Saved<ContentsFault>>::deserialize(deserializer)?;
    Ok(read.map_err(|fault| match fault {
        Saved::Parts(fault) => fault,
        Saved::Text(_) => ContentsFault::Unreadable,
    }))
}
