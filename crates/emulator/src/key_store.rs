//! Keys on disk: one PKCS#8 PEM file each, readable by their owner alone.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey, LineEnding};

use crate::error::Error;
use crate::keys::Keys;
use crate::machine;

const ACCOUNT_FILES: [&str; 3] = ["account-0.pem", "account-1.pem", "account-2.pem"];

impl Keys {
    /// Writes every key to `dir` as PKCS#8 PEM, mode 0600, in a folder of mode 0700.
    ///
    /// # Errors
    /// [`Error::File`] if the folder cannot be written.
    pub fn save(&self, dir: &Path) -> Result<(), Error> {
        fs::create_dir_all(dir).map_err(Error::file(dir))?;
        #[cfg(unix)]
        fs::set_permissions(dir, std::os::unix::fs::PermissionsExt::from_mode(0o700))
            .map_err(Error::file(dir))?;
        write(dir, "root.pem", &self.root)?;
        write(dir, "issuing.pem", &self.issuing)?;
        write(dir, "tsa-authority.pem", &self.tsa_authority)?;
        write(dir, "tsa-unit.pem", &self.tsa_unit)?;
        write(dir, "ocsp.pem", &self.ocsp)?;
        ACCOUNT_FILES.iter().zip(&self.accounts).try_for_each(|(name, key)| write(dir, name, key))
    }

    /// Reads what [`Keys::save`] wrote.
    ///
    /// # Errors
    /// [`Error::File`] if a file is missing, [`Error::Key`] if it holds no key of the right kind.
    pub fn load(dir: &Path) -> Result<Self, Error> {
        let [first, second, odd] = ACCOUNT_FILES;
        Ok(Self {
            root: read(dir, "root.pem")?,
            issuing: read(dir, "issuing.pem")?,
            tsa_authority: read(dir, "tsa-authority.pem")?,
            tsa_unit: read(dir, "tsa-unit.pem")?,
            ocsp: read(dir, "ocsp.pem")?,
            accounts: [read(dir, first)?, read(dir, second)?, read(dir, odd)?],
        })
    }

    /// The keys in `dir`, made there if there are none. Safe against another process doing the same at the same
    /// time: one makes them, the others wait.
    ///
    /// # Errors
    /// As [`Keys::load`], [`Keys::save`] and [`Keys::generate`].
    pub fn load_or_generate(dir: &Path) -> Result<Self, Error> {
        if let Ok(keys) = Self::load(dir) {
            return Ok(keys);
        }
        let parent = dir.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(Error::file(parent))?;
        let lock = dir.with_extension("lock");
        let guard = fs::File::create(&lock).map_err(Error::file(&lock))?;
        guard.lock().map_err(Error::file(&lock))?;
        if let Ok(keys) = Self::load(dir) {
            return Ok(keys);
        }
        let keys = Self::generate(&mut machine::randomness())?;
        let fresh = dir.with_extension("new");
        keys.save(&fresh)?;
        let _ = fs::remove_dir_all(dir);
        fs::rename(&fresh, dir).map_err(Error::file(dir))?;
        Ok(keys)
    }

    /// Keys for tests: those in `$PITSER_TEST_KEYS`, else in `target/test-keys`, made once.
    ///
    /// # Errors
    /// As [`Keys::load_or_generate`].
    pub fn cached() -> Result<Self, Error> {
        let dir = std::env::var_os("PITSER_TEST_KEYS").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/test-keys"),
            PathBuf::from,
        );
        Self::load_or_generate(&dir)
    }
}

fn write(dir: &Path, name: &str, key: &impl EncodePrivateKey) -> Result<(), Error> {
    let path = dir.join(name);
    let pem = key.to_pkcs8_pem(LineEnding::LF).map_err(|error| unusable(&path, &error))?;
    write_private(&path, pem.as_bytes())
}

/// Writes a file that only its owner may read.
pub(crate) fn write_private(path: &Path, content: &[u8]) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(Error::file(path))?;
    file.write_all(content).map_err(Error::file(path))
}

fn read<K: DecodePrivateKey>(dir: &Path, name: &str) -> Result<K, Error> {
    let path = dir.join(name);
    let pem = fs::read_to_string(&path).map_err(Error::file(&path))?;
    K::from_pkcs8_pem(&pem).map_err(|error| unusable(&path, &error))
}

fn unusable(path: &Path, error: &impl ToString) -> Error {
    Error::Key { path: path.to_owned(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use rsa::traits::PublicKeyParts;

    #[test]
    fn account_keys_have_their_odd_sizes() {
        let keys = Keys::cached().unwrap();
        let sizes = keys.accounts.each_ref().map(|key| key.n().bit_width());
        assert_eq!(sizes, [6144, 6144, 6143]);
    }
}
