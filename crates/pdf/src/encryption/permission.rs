//! What the encryption permits (ISO 32000-2 table 22).

use super::Encryption;
use crate::{
    document::Document,
    error::{Error, Right},
};

/// A change for which there are permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A new signature field, with its signature.
    NewSignatureField,
    /// A signature in a field that is there.
    SignedField,
}

impl Document {
    /// Whether the encryption permits the change. The owner's password lifts what the user's leaves.
    ///
    /// Time-stamps and validation data need no permission: they are no changes of the document, as in ISO 32000-2
    /// §12.8.2.2 for certified ones.
    ///
    /// # Errors
    /// [`Error::NotPermitted`] with what is missing.
    pub fn permits(&self, change: Change) -> Result<(), Error> {
        match self.file().encryption.as_ref().and_then(|encryption| encryption.missing(change)) {
            Some(right) => Err(Error::NotPermitted { right }),
            None => Ok(()),
        }
    }
}

impl Encryption {
    fn missing(&self, change: Change) -> Option<Right> {
        let has = |right: Right| self.is_owner || self.permissions >> (right.bit() - 1) & 1 == 1;
        match change {
            Change::NewSignatureField => {
                [Right::Modify, Right::Annotate].into_iter().find(|&right| !has(right))
            }
            // Before revision 3 there are no bits above 6.
            Change::SignedField if has(Right::Annotate) => None,
            Change::SignedField if self.revision < 3 => Some(Right::Annotate),
            Change::SignedField => Some(Right::FillForms).filter(|&right| !has(right)),
        }
    }
}
