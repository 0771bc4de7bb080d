//! A document time-stamp on its way: laid out, sent to a time-stamp service, embedded (EN 319 142-1 §5.4.3).

use pdf::Placeholder;
use pki::DigestAlgorithm;
use pki::tsp::Token;

use crate::document::Document;
use crate::error::Error;

/// A document with room for a time-stamp token over all that is in it.
#[derive(Clone)]
pub struct TimestampSlot {
    document: Document,
    placeholder: Placeholder,
    algorithm: DigestAlgorithm,
    imprint: Vec<u8>,
}

impl Document {
    /// Lays a document time-stamp out in a new invisible field, with `room` bytes for the token.
    ///
    /// # Errors
    /// [`Error::Pdf`] when nothing can be appended to the document.
    pub fn with_document_timestamp(
        &self,
        algorithm: DigestAlgorithm,
        room: usize,
    ) -> Result<TimestampSlot, Error> {
        let spec = pdf::SignatureSpec::new(pdf::SignatureKind::DocumentTimestamp, room);
        let placeholder = self.pdf().append_signature(&spec)?;
        let laid_out = self.followed_by(&placeholder.tail)?;
        let imprint = laid_out.digest(placeholder.byte_range, algorithm)?;
        Ok(TimestampSlot { document: self.clone(), placeholder, algorithm, imprint })
    }
}

impl TimestampSlot {
    /// The digest algorithm of the imprint.
    pub fn algorithm(&self) -> DigestAlgorithm {
        self.algorithm
    }

    /// What is to be time-stamped: the digest of everything but the room for the token.
    pub fn imprint(&self) -> &[u8] {
        &self.imprint
    }

    /// The document with the token in it.
    ///
    /// # Errors
    /// [`Error::OtherImprint`] when the token stamps something else; [`Error::Pdf`] with the figures when it is larger
    /// than its room.
    pub fn embed(mut self, token: &Token) -> Result<Document, Error> {
        if token.imprint.algorithm != Ok(self.algorithm) || token.imprint.hash != self.imprint {
            return Err(Error::OtherImprint);
        }
        self.placeholder.fill(&token.raw)?;
        self.document.followed_by(&self.placeholder.tail)
    }
}
