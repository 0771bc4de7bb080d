//! Signature values that came back and must not be lost: one small file each, durable before anything else happens.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use workflow::host::FileError;

use crate::file::fault;
use crate::output::{sync_folder, unnamed};

/// An entry holds a signature value, a certificate and the layout of the signature: some tens of kilobytes.
const MAXIMUM: u64 = 4 << 20;
const SUFFIX: &str = "json";

#[derive(Clone, Debug)]
pub(crate) struct Journal {
    folder: PathBuf,
}

impl Journal {
    pub(crate) fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(crate) fn put(&self, key: &str, entry: &[u8]) -> Result<(), FileError> {
        let path = self.path(key)?;
        let file = unnamed(&self.folder, entry).map_err(|error| fault(&error))?;
        file.persist(&path).map_err(|error| fault(&error.error))?;
        sync_folder(&self.folder);
        Ok(())
    }

    /// In the order of the keys. What is none of ours, or is too large to be, is left alone.
    pub(crate) fn all(&self) -> Result<Vec<(String, Vec<u8>)>, FileError> {
        let mut entries = Vec::new();
        for file in std::fs::read_dir(&self.folder).map_err(|error| fault(&error))? {
            let path = file.map_err(|error| fault(&error))?.path();
            let Some(key) = key(&path) else { continue };
            let readable = std::fs::metadata(&path).is_ok_and(|data| data.is_file() && data.len() <= MAXIMUM);
            if readable {
                entries.push((key, std::fs::read(&path).map_err(|error| fault(&error))?));
            }
        }
        entries.sort();
        Ok(entries)
    }

    pub(crate) fn remove(&self, key: &str) -> Result<(), FileError> {
        match std::fs::remove_file(self.path(key)?) {
            Ok(()) => sync_folder(&self.folder),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(fault(&error)),
        }
        Ok(())
    }

    fn path(&self, key: &str) -> Result<PathBuf, FileError> {
        if !is_key(key) {
            return Err(FileError::Other { detail: "not a journal key".to_owned() });
        }
        Ok(self.folder.join(key).with_extension(SUFFIX))
    }
}

fn key(path: &Path) -> Option<String> {
    let ours = path.extension().is_some_and(|extension| extension == SUFFIX);
    path.file_stem().and_then(|stem| stem.to_str()).filter(|key| ours && is_key(key)).map(ToOwned::to_owned)
}

fn is_key(key: &str) -> bool {
    (1..=100).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
