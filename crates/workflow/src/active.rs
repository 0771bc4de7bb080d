//! What can change what a document shows, told to whoever is about to sign it.

use std::path::Path;

use pdf::{Access, Password};

use crate::error::{Error, at};
use crate::host::Host;
pub use crate::verdict::Sight;

/// What in a document can change what it shows, or does something by itself.
///
/// # Errors
/// [`Error::File`]; [`Error::Document`] when it cannot be read.
pub fn active(host: &impl Host, path: &Path, password: Option<Password>) -> Result<Vec<Sight>, Error> {
    let source = host.open(path).map_err(at(path))?.source();
    let document = ades::Document::open_with(source, &Access::reading(password))?;
    let found = document.pdf().active_content().map_err(ades::Error::from)?;
    Ok(validation::active::sights(&found))
}
