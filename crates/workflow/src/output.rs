//! What was made of a document, on the disk.

use std::path::Path;
use std::sync::Arc;

use ades::Document;

use crate::error::{Error, at};
use crate::host::{Existing, File, Host, Source, Unnamed};
use crate::twin::Twin;

/// Writes a document, and opens what is on the disk now: wherever that is read, it has to be what was meant. Only the name
/// is left to be given.
///
/// `copy` is a file that holds what the document was opened with, and from which it was read.
pub(crate) fn write(
    host: &impl Host,
    document: &Document,
    output: &Path,
    existing: Existing,
    copy: Option<Box<dyn Unnamed>>,
) -> Result<(Box<dyn Unnamed>, Document), Error> {
    let fault = at(output);
    let tail = document.tail().to_vec();
    let meant = |saved: Arc<dyn File>| -> Arc<dyn Source> {
        Arc::new(Twin::new(saved.source(), Arc::clone(document.pdf().source())))
    };
    if let Some(mut unnamed) = copy {
        unnamed.append(&tail).map_err(&fault)?;
        // What stands before the tail was read from this very file when it was hashed.
        let saved = document.written(meant(unnamed.open().map_err(&fault)?))?;
        return Ok((unnamed, saved));
    }
    let mut unnamed = host.begin(output, existing).map_err(&fault)?;
    unnamed.append(document.base().as_ref()).and_then(|()| unnamed.append(&tail)).map_err(&fault)?;
    let saved = meant(unnamed.open().map_err(&fault)?);
    Ok((unnamed, Document::open_with(saved, document.pdf().access())?))
}
