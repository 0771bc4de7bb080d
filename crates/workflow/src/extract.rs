//! The document as it was when somebody signed it, byte for byte.

use std::path::PathBuf;
use std::sync::Arc;

use ades::Document;
use pdf::{Access, Password, Prefix};

use crate::error::{Error, at};
use crate::host::{Existing, Host};
use crate::output;

/// Which signed version is wanted, and where.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The document.
    pub document: PathBuf,
    /// The document's password, of its user or its owner, where it needs one.
    pub password: Option<Password>,
    /// The signature, by the name of its field; `None` for the oldest.
    pub field: Option<String>,
    /// Where the signed version goes; `None` for a free name beside the document.
    pub output: Option<PathBuf>,
    /// What becomes of a file that is already there.
    pub existing: Existing,
}

/// Saves what a signature covers: everything from the first byte to the end of its byte range, its value included. Gives
/// the place.
///
/// # Errors
/// [`Error::NoSignature`] when there is none, or none in that field; [`Error::Document`] for what cannot be read; those of
/// the files.
pub fn extract(host: &impl Host, order: &Extraction) -> Result<PathBuf, Error> {
    let file = host.open(&order.document).map_err(at(&order.document))?;
    let access = Access::reading(order.password.clone());
    let document = Document::open_with(Arc::clone(&file).source(), &access)?;
    let signatures = document.pdf().signatures().map_err(ades::Error::from)?;
    // One whose byte range is none covers nothing that could be saved.
    let mut covering =
        signatures.iter().filter_map(|signature| Some((signature, signature.byte_range.clone().ok()?)));
    let found =
        covering.find(|(signature, _)| order.field.as_ref().is_none_or(|name| signature.field_name == *name));
    let end =
        found.map(|(_, [_, _, behind, length])| behind.saturating_add(length)).ok_or(Error::NoSignature)?;
    let output = output::place(host, file.as_ref(), &order.document, order.output.as_ref(), "as-signed")?;
    let mut unnamed = host.begin(&output, order.existing).map_err(at(&output))?;
    let signed = Prefix::new(Arc::clone(document.base()), end);
    output::copy_into(unnamed.as_mut(), &signed, &mut |_| {}).map_err(at(&output))?;
    file.unchanged().map_err(at(&order.document))?;
    unnamed.name().map_err(at(&output))?;
    Ok(output)
}
