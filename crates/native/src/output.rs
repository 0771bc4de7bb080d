//! A new file, whole or not at all.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::{Builder, NamedTempFile};
use workflow::host::{Existing, FileError, Unnamed};

use crate::file::{OpenFile, fault, read_exact_at};
use crate::leftovers;

/// Whether `output` could be written: tried, since permissions and read-only media show in many ways.
pub(crate) fn check(output: &Path, existing: Existing) -> Result<(), FileError> {
    available(output, existing)?;
    temporary(&folder(output)).map(drop)
}

fn available(output: &Path, existing: Existing) -> Result<(), FileError> {
    if output.file_name().is_none() {
        return Err(FileError::NotAFile);
    }
    // A dangling link is something of that name, too.
    match (output.symlink_metadata(), existing) {
        (Err(_), _) => Ok(()),
        (Ok(_), Existing::Keep) => Err(FileError::Exists),
        (Ok(found), Existing::Replace) if found.is_file() || found.is_symlink() => Ok(()),
        (Ok(_), Existing::Replace) => Err(FileError::NotAFile),
    }
}

/// A file that is written under a name of no meaning, in the folder of the one that it will have.
pub(crate) struct Begun {
    file: NamedTempFile,
    /// The same file opened once more, to be read.
    back: File,
    output: PathBuf,
    existing: Existing,
}

impl Begun {
    pub(crate) fn new(output: &Path, existing: Existing) -> Result<Self, FileError> {
        available(output, existing)?;
        let file = temporary(&folder(output))?;
        leftovers::hold(file.as_file());
        let back = file.reopen().map_err(|error| writing(&error))?;
        Ok(Self { file, back, output: output.to_owned(), existing })
    }
}

impl Unnamed for Begun {
    fn append(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        self.file.write_all(bytes).map_err(|error| writing(&error))
    }

    fn read_back(&self, offset: u64, into: &mut [u8]) -> Result<(), FileError> {
        read_exact_at(&self.back, offset, into).map_err(|error| fault(&error))
    }

    fn open(&self) -> Result<Arc<dyn workflow::host::File>, FileError> {
        Ok(Arc::new(OpenFile::open(self.file.path())?))
    }

    fn name(self: Box<Self>) -> Result<(), FileError> {
        let Self { file, output, existing, .. } = *self;
        file.as_file().sync_all().map_err(|error| writing(&error))?;
        let named = match existing {
            Existing::Keep => file.persist_noclobber(&output),
            Existing::Replace => file.persist(&output),
        };
        named.map_err(|error| writing(&error.error))?;
        sync_folder(&folder(&output));
        Ok(())
    }
}

/// The folder a file is or will be in.
pub(crate) fn folder(path: &Path) -> PathBuf {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).to_owned()
}

/// A temporary file in the same folder: only there is giving it its name one step.
fn temporary(folder: &Path) -> Result<NamedTempFile, FileError> {
    match std::fs::metadata(folder) {
        Ok(found) if found.is_dir() => {}
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(fault(&error)),
        _ => return Err(FileError::FolderMissing),
    }
    let mut builder = Builder::new();
    let (before, behind) = leftovers::NAME;
    builder.prefix(before).rand_bytes(leftovers::LETTERS).suffix(behind);
    // As readable as any new file of this user, not as private as temporary files are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder).map_err(|error| writing(&error))
}

/// These bytes on the disk, in a file that nobody else reads and that has no name of its own yet.
pub(crate) fn unnamed(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = Builder::new().prefix(".").suffix(".part").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Makes the new name last. What cannot be synced (some network folders) is written all the same.
pub(crate) fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// What writing came to: there a missing permission is the folder's.
fn writing(error: &io::Error) -> FileError {
    match fault(error) {
        FileError::NoPermission => FileError::ReadOnlyFolder,
        other => other,
    }
}
