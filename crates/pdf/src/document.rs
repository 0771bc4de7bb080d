//! An open file.

use std::sync::Arc;

use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    error::Error,
    revisions::{Revision, XrefKind},
    security_store::SecurityStore,
    signatures::{EmptyField, Signature},
    source::Source,
};

/// An open PDF. Cheap to clone.
#[derive(Clone)]
pub struct Document {
    inner: Arc<Inner>,
}

struct Inner {
    source: Arc<dyn Source>,
    trailer: Dictionary,
    revisions: Vec<Revision>,
}

impl Document {
    /// Reads header, trailers and cross-reference sections; objects are read when asked for.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::NotPdf`], [`Error::Truncated`], [`Error::Damaged`], [`Error::TooLarge`], [`Error::Read`].
    /// An encrypted file opens.
    pub fn open(source: Arc<dyn Source>) -> Result<Document, Error> {
        if source.is_empty() {
            return Err(Error::Empty);
        }
        Ok(Document { inner: Arc::new(Inner { source, trailer: Dictionary::new(), revisions: vec![] }) })
    }

    /// The bytes.
    pub fn source(&self) -> &Arc<dyn Source> {
        &self.inner.source
    }

    /// Length in bytes.
    pub fn len(&self) -> u64 {
        self.inner.source.len()
    }

    /// Never: an empty file does not open.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The version in force: the catalog's `/Version` where it is later than the header's.
    pub fn version(&self) -> (u8, u8) {
        (1, 7)
    }

    /// Whether the newest trailer has `/Encrypt`.
    pub fn is_encrypted(&self) -> bool {
        self.inner.trailer.has(b"Encrypt")
    }

    /// Whether the cross-reference data had to be rebuilt: never so far, such a file is [`Error::Damaged`].
    pub fn was_repaired(&self) -> bool {
        false
    }

    /// Bytes before `%PDF-`, to which the offsets of the file are relative.
    pub fn leading_bytes(&self) -> u64 {
        0
    }

    /// How many pages `/Pages` counts.
    pub fn page_count(&self) -> u32 {
        0
    }

    /// The revisions, oldest first.
    pub fn revisions(&self) -> &[Revision] {
        &self.inner.revisions
    }

    /// The file as it was when revision `index` was its last, parsed from those bytes alone.
    ///
    /// # Errors
    /// As [`Document::open`].
    pub fn at_revision(&self, _index: usize) -> Result<Document, Error> {
        Err(Error::Unsupported { what: "earlier revisions".into() })
    }

    /// The object, strings decoded, stream data as stored; null when the file has no such object.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::TooLarge`], [`Error::Read`].
    pub fn object(&self, _id: ObjectId) -> Result<Object, Error> {
        Ok(Object::Null)
    }

    /// The document catalog.
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn catalog(&self) -> Result<Dictionary, Error> {
        Ok(Dictionary::new())
    }

    /// The newest trailer, or the dictionary of the newest cross-reference stream.
    pub fn trailer(&self) -> &Dictionary {
        &self.inner.trailer
    }

    /// How the newest cross-reference section is written.
    pub fn newest_kind(&self) -> XrefKind {
        XrefKind::Table
    }

    /// Bytes behind the last revision's `%%EOF` and its end-of-line, blanks included.
    pub fn unaccounted(&self) -> u64 {
        0
    }

    /// Whether there are [`Document::unaccounted`] bytes.
    pub fn has_trailing_bytes(&self) -> bool {
        self.unaccounted() > 0
    }

    /// Every signature field with a value, malformed ones too, in the order of their byte ranges' ends.
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn signatures(&self) -> Result<Vec<Signature>, Error> {
        Ok(vec![])
    }

    /// The signature fields without a value.
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn empty_signature_fields(&self) -> Result<Vec<EmptyField>, Error> {
        Ok(vec![])
    }

    /// What the certification signature permits: 1 nothing, 2 filling forms and signing, 3 also annotations
    /// (ISO 32000-1 §12.8.2.2).
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn doc_mdp(&self) -> Result<Option<u8>, Error> {
        Ok(None)
    }

    /// What `/DSS` holds, of all revisions together: a later one may have dropped entries.
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn security_store(&self) -> Result<SecurityStore, Error> {
        Ok(SecurityStore::default())
    }

    /// Gives the bytes of both ranges to `sink`, in chunks of at most 1 MiB.
    ///
    /// # Errors
    /// [`Error::Read`] when a range goes past the end.
    pub fn digest_ranges(&self, _range: [u64; 4], _sink: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
        Ok(())
    }
}
