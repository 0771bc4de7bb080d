//! Why this machine cannot be a host.

use std::path::PathBuf;

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
    /// The demo world cannot be started.
    #[error("demo world: {detail}")]
    Demo {
        /// What it said.
        detail: String,
    },
}

impl Error {
    /// A stable name of the case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoHome => "no-home",
            Self::Folder { .. } => "own-folder",
            Self::Network { .. } => "network-setup",
            Self::TlsAnchors { .. } => "profile",
            Self::Demo { .. } => "demo-failed",
        }
    }
}
