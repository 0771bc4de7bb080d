//! What is put after a file: a signature, a document time-stamp, a security store.

use serde::{Deserialize, Serialize};

use crate::{document::Document, error::Error, security_store::SecurityStore};

/// What the appended field will hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureKind {
    /// `/Type /DocTimeStamp`, `/SubFilter /ETSI.RFC3161` (EN 319 142-1 §5.4.3).
    DocumentTimestamp,
    /// `/Type /Sig`, `/SubFilter /ETSI.CAdES.detached` (EN 319 142-1 §6).
    Signature,
}

/// The signature to make room for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureSpec {
    /// The field's name; none takes the first free of `Signature1`, `Signature2`…
    pub field_name: Option<String>,
    /// Signature or document time-stamp.
    pub kind: SignatureKind,
    /// `/M`, a PDF date ([`crate::pdf_date`]).
    pub signing_time: Option<String>,
    /// `/Reason`.
    pub reason: Option<String>,
    /// `/Location`.
    pub location: Option<String>,
    /// `/Name`.
    pub signer_name: Option<String>,
    /// Bytes to reserve in `/Contents` for the DER value; the file grows by twice that.
    pub contents_len: usize,
}

/// A revision with a hole in it, to be hashed and then filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placeholder {
    /// The bytes to put after the file.
    #[serde(with = "hex::serde")]
    pub tail: Vec<u8>,
    /// `/ByteRange`: what is to be hashed, over file and tail ([`crate::Extended`]).
    pub byte_range: [u64; 4],
    /// Length of the file the tail belongs to.
    pub base_len: u64,
    /// The fully qualified name of the field.
    pub field_name: String,
}

impl Placeholder {
    /// Bytes reserved for the signature value.
    pub fn reserved(&self) -> usize {
        let [_, hole, after, _] = self.byte_range;
        usize::try_from(after.saturating_sub(hole).saturating_sub(2) / 2).unwrap_or(0)
    }

    /// Writes the signature (DER) into the hole, the rest stays zero.
    ///
    /// # Errors
    /// [`Error::ContentsTooSmall`]; the tail is unchanged then.
    pub fn fill(&mut self, cms: &[u8]) -> Result<(), Error> {
        let too_small = Error::ContentsTooSmall { needed: cms.len(), reserved: self.reserved() };
        let start = self.byte_range[1].checked_sub(self.base_len).and_then(|at| usize::try_from(at).ok());
        let hole = start
            .and_then(|at| self.tail.get_mut(at.checked_add(1)?..))
            .filter(|_| cms.len() <= (self.byte_range[2].saturating_sub(self.byte_range[1]).saturating_sub(2) / 2) as usize)
            .and_then(|rest| rest.get_mut(..cms.len().checked_mul(2)?))
            .ok_or(too_small)?;
        // The slice is exactly twice as long as the value.
        hex::encode_to_slice(cms, hole).map_err(|_| Error::ContentsTooSmall { needed: cms.len(), reserved: 0 })
    }
}

impl Document {
    /// Room for a signature: a new invisible field on page 1 with an unfilled value. The file stays as it is.
    ///
    /// # Errors
    /// [`Error::Encrypted`], [`Error::Locked`], [`Error::FieldExists`], and what reading the file can say.
    pub fn append_signature(&self, _spec: &SignatureSpec) -> Result<Placeholder, Error> {
        Err(Error::Unsupported { what: "appending".into() })
    }

    /// The bytes to append so that `/DSS` holds all it held and all of `store`. No `/VRI` is written (EN 319 142-1 §6.3
    /// leaves it out of the baseline).
    ///
    /// # Errors
    /// [`Error::Encrypted`], and what reading the file can say.
    pub fn append_security_store(&self, _store: &SecurityStore) -> Result<Vec<u8>, Error> {
        Err(Error::Unsupported { what: "appending".into() })
    }
}
