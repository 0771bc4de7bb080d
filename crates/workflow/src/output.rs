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

/// Bytes are copied in pieces of this many.
const PIECE: u64 = 64 << 10;

/// Copies all of a source into an empty file. Each piece is read back from the disk, compared, and given to `seen`.
pub(crate) fn copy_into(
    unnamed: &mut dyn Unnamed,
    from: &dyn Source,
    seen: &mut dyn FnMut(&[u8]),
) -> Result<(), FileError> {
    let len = usize::try_from(from.len().min(PIECE)).unwrap_or(0);
    let (mut piece, mut back) = (vec![0; len], vec![0; len]);
    let mut offset = 0_u64;
    while offset < from.len() {
        let left = usize::try_from(from.len().saturating_sub(offset)).unwrap_or(usize::MAX).min(len);
        let (piece, back) =
            (piece.get_mut(..left).unwrap_or_default(), back.get_mut(..left).unwrap_or_default());
        from.read_at(offset, piece).map_err(|error| FileError::Other { detail: error.to_string() })?;
        unnamed.append(piece)?;
        unnamed.read_back(offset, back)?;
        if piece != back {
            let detail = format!("what was written at {offset} is not what was read back");
            return Err(FileError::Other { detail });
        }
        seen(back);
        offset = offset.saturating_add(left as u64);
    }
    Ok(())
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
    let meant = |saved: Arc<dyn File>| -> Arc<dyn Source> {
        Arc::new(Twin::new(saved.source(), Arc::clone(document.pdf().source())))
    };
    if let Some(mut unnamed) = copy {
        unnamed.append(document.tail()).map_err(&fault)?;
        // What stands before the tail was read from this very file when it was hashed.
        let saved = document.written(meant(unnamed.open().map_err(&fault)?))?;
        return Ok((unnamed, saved));
    }
    let mut unnamed = host.begin(output, existing).map_err(&fault)?;
    copy_into(unnamed.as_mut(), document.base().as_ref(), &mut |_| {}).map_err(&fault)?;
    unnamed.append(document.tail()).map_err(&fault)?;
    let saved = meant(unnamed.open().map_err(&fault)?);
    Ok((unnamed, Document::open_for_facts(saved, document.pdf().access())?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::host::SourceError;

    /// A disk that keeps what is written, all but one byte of it.
    #[derive(Default)]
    struct Disk {
        bytes: Vec<u8>,
        flaw: Option<usize>,
    }

    impl Unnamed for Disk {
        fn append(&mut self, bytes: &[u8]) -> Result<(), FileError> {
            self.bytes.extend_from_slice(bytes);
            if let Some(byte) = self.flaw.and_then(|at| self.bytes.get_mut(at)) {
                *byte = b'!';
            }
            Ok(())
        }

        fn read_back(&self, offset: u64, into: &mut [u8]) -> Result<(), FileError> {
            self.bytes.read_at(offset, into).map_err(|_| FileError::Missing)
        }

        fn open(&self) -> Result<Arc<dyn File>, FileError> {
            Err(FileError::Missing)
        }

        fn name(self: Box<Self>) -> Result<(), FileError> {
            Ok(())
        }
    }

    /// Ends earlier than it says.
    struct Breaks;

    impl Source for Breaks {
        fn len(&self) -> u64 {
            2 * PIECE
        }

        fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), SourceError> {
            match offset {
                0 => Ok(()),
                _ => Err(SourceError::Read { offset, len: into.len() as u64, reason: "gone".into() }),
            }
        }
    }

    #[test]
    fn what_is_read_back_is_what_was_copied_or_an_error() {
        let original: Vec<u8> = (0..3 * PIECE as usize + 7).map(|place| (place % 251) as u8).collect();
        let copy = |flaw| {
            let (mut disk, mut seen) = (Disk { bytes: Vec::new(), flaw }, Vec::new());
            let done = copy_into(&mut disk, &original, &mut |bytes| seen.extend_from_slice(bytes));
            (done, seen)
        };
        assert_eq!(copy(None), (Ok(()), original.clone()));
        for flaw in [0, PIECE as usize, original.len() - 1] {
            assert!(matches!(copy(Some(flaw)).0, Err(FileError::Other { .. })), "{flaw}");
        }
        assert_eq!(copy_into(&mut Disk::default(), &Vec::new(), &mut |_| {}), Ok(()));
    }

    #[test]
    fn a_source_that_breaks_ends_the_copy() {
        let done = copy_into(&mut Disk::default(), &Breaks, &mut |_| {});
        assert!(matches!(done, Err(FileError::Other { .. })));
    }
}
