//! The password of an encrypted document. It lives in the order and in the open document: never in the journal, so that
//! finishing asks for it again.

use std::path::Path;

use ades::Document;
use pdf::Access;
pub use pdf::Password;

use crate::error::{Error, at};
use crate::host::Host;

/// Whether the document opens with another password only.
///
/// # Errors
/// [`Error::File`]. What else is wrong with the document is not asked here.
pub fn is_wanting(host: &impl Host, path: &Path, password: Option<&Password>) -> Result<bool, Error> {
    let file = host.open(path).map_err(at(path))?;
    let opened = Document::open_with(file.source(), &Access::reading(password.cloned()));
    Ok(matches!(opened, Err(ades::Error::Pdf(pdf::Error::PasswordNeeded | pdf::Error::WrongPassword))))
}

/// For reading, and for appending with what chance this host has.
pub(crate) fn access(host: &impl Host, password: Option<&Password>) -> Access {
    let mut seed = [0; 32];
    host.random(&mut seed);
    Access::new(password.cloned(), seed)
}
