//! What can change what a document shows, told to whoever is about to sign it.

use std::path::Path;

use pdf::{Access, Password};

use validation::policy::Policy;

use crate::error::{Error, at};
use crate::host::Host;
use crate::order::Signed;
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

/// Answers in the report on what was just signed what signing itself leaves open, since it looks at no page: for whoever shows that
/// report. Where the file cannot be read any more it stays open.
pub fn answer(host: &impl Host, signed: &mut Signed, password: Option<Password>) {
    let file = host.open(&signed.output).ok();
    let document =
        file.and_then(|file| ades::Document::open_with(file.source(), &Access::reading(password)).ok());
    if let Some(found) = document.and_then(|document| document.pdf().active_content().ok()) {
        validation::active::answer(&mut signed.report, &found, &Policy::everyday());
    }
}
