//! Where this program keeps its own things.

use std::ffi::OsString;
use std::fs::DirBuilder;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::{sync_folder, unnamed};

/// This program's own folders, readable by nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
}

impl Folders {
    /// `$PITSER_DATA_DIR`, else the place the system has for the data of programs: `$XDG_DATA_HOME/pitser` or
    /// `~/.local/share/pitser`; `~/Library/Application Support/Pitser`; `%LOCALAPPDATA%\Pitser`.
    ///
    /// # Errors
    /// [`Error::NoHome`], [`Error::Folder`].
    pub fn of_this_user() -> Result<Self, Error> {
        Self::at(&data_folder(|name| std::env::var_os(name).filter(|value| !value.is_empty()))?)
    }

    /// A given place; it is made when it is not there.
    ///
    /// # Errors
    /// [`Error::Folder`].
    pub fn at(data: &Path) -> Result<Self, Error> {
        let folders = Self { data: data.to_owned() };
        private(&folders.data)?;
        private(&folders.journal())?;
        private(&folders.phones())?;
        Ok(folders)
    }

    /// Everything of this program.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Signatures whose value came back but whose document is not finished.
    pub fn journal(&self) -> PathBuf {
        self.data.join("journal")
    }

    /// What may be open on people's phones.
    pub fn phones(&self) -> PathBuf {
        self.data.join("phones")
    }

    /// What was said to services.
    pub fn network_log(&self) -> PathBuf {
        self.data.join("network")
    }

    /// Revocation lists that were fetched; they can be fetched again.
    pub fn lists(&self) -> PathBuf {
        self.data.join("lists")
    }

    /// The connection profiles that the user imported.
    pub fn profiles(&self) -> PathBuf {
        self.data.join("profiles")
    }

    /// Writes a note of that name among the data, whole or not at all; nobody else reads it.
    ///
    /// # Errors
    /// [`Error::Folder`].
    pub(crate) fn note(&self, name: &str, text: &[u8]) -> Result<(), Error> {
        let path = self.data.join(name);
        let write = || {
            unnamed(&self.data, text)?.persist(&path)?;
            sync_folder(&self.data);
            Ok(())
        };
        write().map_err(|cause| Error::Folder { path: path.clone(), cause })
    }

    /// Keys of the demo world.
    pub fn demo(&self) -> PathBuf {
        self.data.join("demo")
    }

    /// Keys of the emulator that others test their programs with.
    pub fn emulator(&self) -> PathBuf {
        self.data.join("emulator")
    }
}

fn data_folder(variable: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf, Error> {
    let folder = |name: &str| variable(name).map(PathBuf::from);
    if let Some(data) = folder("PITSER_DATA_DIR") {
        return Ok(data);
    }
    if cfg!(windows) {
        return folder("LOCALAPPDATA").map(|data| data.join("Pitser")).ok_or(Error::NoHome);
    }
    if cfg!(target_os = "macos") {
        return folder("HOME")
            .map(|home| home.join("Library/Application Support/Pitser"))
            .ok_or(Error::NoHome);
    }
    // The XDG Base Directory Specification: a relative path in the variable is to be ignored.
    let xdg = folder("XDG_DATA_HOME").filter(|data| data.is_absolute());
    let data = xdg.or_else(|| folder("HOME").map(|home| home.join(".local/share")));
    data.map(|data| data.join("pitser")).ok_or(Error::NoHome)
}

/// Makes a folder for this user alone. One that is there keeps what it has.
fn private(path: &Path) -> Result<(), Error> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|cause| Error::Folder { path: path.to_owned(), cause })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn the_place_follows_the_variables() {
        let with = |set: &[(&str, &str)]| {
            data_folder(|name| set.iter().find(|(one, _)| *one == name).map(|(_, value)| value.into()))
                .unwrap()
        };
        assert_eq!(with(&[("PITSER_DATA_DIR", "/x"), ("HOME", "/home/a")]), Path::new("/x"));
        assert_eq!(with(&[("XDG_DATA_HOME", "/data"), ("HOME", "/home/a")]), Path::new("/data/pitser"));
        assert_eq!(
            with(&[("XDG_DATA_HOME", "data"), ("HOME", "/home/a")]),
            Path::new("/home/a/.local/share/pitser")
        );
        assert!(matches!(data_folder(|_| None), Err(Error::NoHome)));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_looks_in() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let folders = Folders::at(&place.path().join("a/b")).unwrap();
        for path in [folders.data(), &folders.journal(), &folders.phones()] {
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        }
    }
}
