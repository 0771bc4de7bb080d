use std::path::PathBuf;

/// What can go wrong while the world is set up. Inside the world, what goes wrong is an HTTP answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A key file is not a PKCS#8 PEM key of the expected kind.
    #[error("{path} does not hold a usable private key: {reason}")]
    Key {
        /// The file.
        path: PathBuf,
        /// What the decoder said.
        reason: String,
    },
    /// A key could not be made.
    #[error("a key of {bits} bits could not be generated: {reason}")]
    Generation {
        /// Size of the modulus, in bits.
        bits: usize,
        /// What the generator said.
        reason: String,
    },
    /// A file or folder of the installation could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The saved state of the installation is not readable.
    #[error("{path} is damaged: {reason}")]
    State {
        /// The state file.
        path: PathBuf,
        /// What the decoder said.
        reason: String,
    },
    /// No loopback port could be had.
    #[error("no port of this computer can be listened on: {0}")]
    Listen(#[source] std::io::Error),
    /// Who can reach the world can do anything in it: it listens to this computer alone.
    #[error("{0} is not an address of this computer alone")]
    NotLoopback(std::net::SocketAddr),
    /// The TLS certificate of the loopback server could not be made or loaded.
    #[error("the TLS certificate could not be prepared: {0}")]
    Tls(String),
}

impl Error {
    pub(crate) fn file(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |source| Self::File { path: path.to_owned(), source }
    }
}
