//! Why this machine cannot be a host.

use std::path::PathBuf;

use crate::small_file;

/// What is missing on this machine.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No place for this program's own files is known: neither `PITSER_DATA_DIR` nor a home folder is set.
    #[error("no home folder")]
    NoHome,
    /// This program's own folder cannot be made or used.
    #[error("{path}: {cause}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The network part cannot be set up.
    #[error("network: {detail}")]
    Network {
        /// What it said.
        detail: String,
    },
    /// The profile's TLS anchors cannot be read.
    #[error("smart-id.tls-anchors: {detail}")]
    TlsAnchors {
        /// What the reader said.
        detail: String,
    },
    /// The key file cannot be read.
    #[error("{path}: {cause}")]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The password does not open the key file.
    #[error("the password does not open the key file")]
    KeyPassword,
    /// It is no PKCS#12 file, or one of a kind that cannot be read.
    #[error("key file: {detail}")]
    KeyFileDamaged {
        /// What the reader said.
        detail: String,
    },
    /// The key file holds no private key with its certificate.
    #[error("no private key with its certificate")]
    NoKey,
    /// The key is of a kind or size that is not signed with.
    #[error("key not supported: {detail}")]
    KeyUnsupported {
        /// Its kind.
        detail: String,
    },
    /// The demo world cannot be started.
    #[error("demo world: {detail}")]
    Demo {
        /// What it said.
        detail: String,
    },
}

impl Error {
    /// A stable name of the case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoHome => "no-home",
            Self::Folder { .. } => "own-folder",
            Self::Network { .. } => "network-setup",
            Self::TlsAnchors { .. } => "profile",
            Self::KeyFile { cause, .. } => small_file::code(cause).unwrap_or("key-file"),
            Self::KeyPassword => "key-password",
            Self::KeyFileDamaged { .. } => "key-file-damaged",
            Self::NoKey => "no-key",
            Self::KeyUnsupported { .. } => "key-unsupported",
            Self::Demo { .. } => "demo-failed",
        }
    }
}
