//! What was made of a document, on the disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ades::Document;

use crate::error::{Error, at};
use crate::host::{Existing, File, FileError, Host, Source, Unnamed};
use crate::order::suggest_name;
use crate::twin::Twin;

/// A free name beside the document: its own, and `word`.
pub(crate) fn free(host: &impl Host, document: &Path, word: &str) -> PathBuf {
    let taken = |path: &Path| matches!(host.check_output(path, Existing::Keep), Err(FileError::Exists));
    suggest_name(document, word, taken)
}

/// Where the output goes: as it was ordered, else under a free name. Never over the document itself.
pub(crate) fn place(
    host: &impl Host,
    file: &dyn File,
    document: &Path,
    ordered: Option<&PathBuf>,
    word: &str,
) -> Result<PathBuf, Error> {
    let output = ordered.cloned().unwrap_or_else(|| free(host, document, word));
    match file.is_at(&output) {
        true => Err(at(&output)(FileError::Itself)),
        false => Ok(output),
    }
}

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
