//! Files that are encrypted with a password: the standard security handler (ISO 32000-2 §7.6, ISO 32000-1 §7.6).
//!
//! Objects are in clear to everybody else: [`Reading`] decrypts what it finds, and an update encrypts what it writes.

mod access;
mod cipher;
mod dictionary;
mod legacy;
mod modern;
mod objects;
mod password;
mod permission;
mod strings;

use lopdf::{Object, ObjectId};

use self::dictionary::{Filters, Handler};
pub use self::{
    access::{Access, Password},
    permission::Change,
};
use crate::{error::Error, reading::Reading};

/// An encryption that was opened.
#[derive(Clone)]
pub(crate) struct Encryption {
    key: Vec<u8>,
    /// The encryption dictionary, whose own strings are not encrypted.
    own: Option<ObjectId>,
    filters: Filters,
    encrypt_metadata: bool,
    revision: i64,
    permissions: u32,
    is_owner: bool,
    user_password: Option<Vec<u8>>,
    seed: [u8; 32],
    has_code: bool,
}

impl Encryption {
    /// Opens the encryption of the revision that is read, nothing where it has none. The reading shows what stands in the
    /// file.
    pub(crate) fn open(reading: &Reading<'_>, access: &Access) -> Result<Option<Self>, Error> {
        let Ok(entry) = reading.trailer()?.get(b"Encrypt") else { return Ok(None) };
        let own = entry.as_reference().ok();
        let id = own.unwrap_or_default();
        let dictionary = match reading.resolve(entry)?.into_owned() {
            Object::Dictionary(dictionary) => dictionary,
            Object::Null if own.is_none() => return Ok(None),
            _ => return Err(Error::Malformed { id, what: "expected the encryption dictionary".into() }),
        };
        let handler = Handler::read(reading, &dictionary, id)?;
        let opened = handler.open(access.password.as_ref())?;
        Ok(Some(Self {
            key: opened.key,
            own,
            encrypt_metadata: handler.encrypt_metadata,
            revision: handler.revision(),
            permissions: opened.permissions,
            is_owner: opened.is_owner,
            user_password: opened.user_password,
            seed: access.seed,
            has_code: handler.has_code,
            filters: handler.filters,
        }))
    }

    /// The user's password that the owner's leads to, where it is plain ASCII.
    pub(crate) fn user_password(&self) -> Option<Password> {
        let text = self.user_password.as_deref().filter(|text| text.is_ascii())?;
        std::str::from_utf8(text).ok().map(Password::new)
    }

    /// Whether something can be appended and the file still opens everywhere.
    ///
    /// # Errors
    /// [`Error::Unsupported`] for a file with a code over all of it, which every update has to make anew.
    pub(crate) fn takes_updates(&self) -> Result<(), Error> {
        if self.has_code {
            let what = "changing a file with an integrity code of its encryption (ISO/TS 32004)".into();
            return Err(Error::Unsupported { what });
        }
        Ok(())
    }
}
