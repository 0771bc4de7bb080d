//! A document on disk, read in place.

use std::fs::{File as Disk, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use workflow::host::{File, FileError, Source, SourceError};

/// A file that was opened, and what it was then.
pub(crate) struct OpenFile {
    disk: Disk,
    path: PathBuf,
    identity: Identity,
}

/// What changes when a file changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Identity {
    len: u64,
    modified: Option<SystemTime>,
    /// Device and inode, where there is such a thing.
    place: Option<(u64, u64)>,
}

impl Identity {
    fn of(metadata: &Metadata) -> Self {
        Self { len: metadata.len(), modified: metadata.modified().ok(), place: place(metadata) }
    }
}

#[cfg(unix)]
fn place(metadata: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn place(_: &Metadata) -> Option<(u64, u64)> {
    None
}

impl OpenFile {
    pub(crate) fn open(path: &Path) -> Result<Self, FileError> {
        // Looked at before it is opened: opening a pipe would wait for whoever writes to it.
        if !std::fs::metadata(path).map_err(|error| fault(&error))?.is_file() {
            return Err(FileError::NotAFile);
        }
        let disk = Disk::open(path).map_err(|error| fault(&error))?;
        let metadata = disk.metadata().map_err(|error| fault(&error))?;
        let path = std::path::absolute(path).map_err(|error| fault(&error))?;
        Ok(Self { disk, path, identity: Identity::of(&metadata) })
    }
}

impl Source for OpenFile {
    fn len(&self) -> u64 {
        self.identity.len
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), SourceError> {
        let len = into.len() as u64;
        read_exact_at(&self.disk, offset, into).map_err(|error| SourceError::Read {
            offset,
            len,
            reason: error.to_string(),
        })
    }
}

#[cfg(unix)]
pub(crate) fn read_exact_at(disk: &Disk, offset: u64, into: &mut [u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(disk, into, offset)
}

#[cfg(windows)]
pub(crate) fn read_exact_at(disk: &Disk, mut offset: u64, mut into: &mut [u8]) -> io::Result<()> {
    while !into.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(disk, into, offset) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                into = into.get_mut(read..).unwrap_or_default();
                offset += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

impl File for OpenFile {
    fn unchanged(&self) -> Result<(), FileError> {
        // By its path: an editor that saves puts a new file in the place of the old one.
        let now = std::fs::metadata(&self.path).map_err(|_| FileError::Changed)?;
        if Identity::of(&now) == self.identity { Ok(()) } else { Err(FileError::Changed) }
    }

    fn is_at(&self, path: &Path) -> bool {
        let Ok(found) = std::fs::metadata(path) else { return false };
        match (place(&found), self.identity.place) {
            (Some(found), Some(own)) => found == own,
            _ => std::fs::canonicalize(path).ok() == std::fs::canonicalize(&self.path).ok(),
        }
    }

    fn source(self: Arc<Self>) -> Arc<dyn Source> {
        self
    }
}

/// What reading a file came to.
pub(crate) fn fault(error: &io::Error) -> FileError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileError::Missing,
        io::ErrorKind::PermissionDenied => FileError::NoPermission,
        io::ErrorKind::IsADirectory => FileError::NotAFile,
        io::ErrorKind::AlreadyExists => FileError::Exists,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FileError::DiskFull,
        io::ErrorKind::ReadOnlyFilesystem => FileError::ReadOnlyFolder,
        _ => FileError::Other { detail: error.to_string() },
    }
}
