//! The one window on the world.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use pdf::{Error as SourceError, Source};
pub use pki::Time;
pub use remote::Unvouched;
pub use remote::csc::ToOauthServer;
use serde::{Deserialize, Serialize};

use crate::browser::{NoReturn, Offer, Question, Returned, Secret, Visit};
use crate::event::Event;

/// A request to a service, built by `remote`.
pub type Request = remote::Request;
/// The answer of a service.
pub type Response = remote::Response;

/// The outside world, as the workflows see it.
pub trait Host: Sync {
    /// Sends a request and waits for the whole answer.
    ///
    /// Follows no redirect, holds at most [`MAXIMUM_ANSWER`] bytes, and gives up after the time the service may take.
    fn send(&self, request: Request) -> impl Future<Output = Result<Response, Unreachable>> + Send;
    /// Waits until the given moment.
    fn sleep_until(&self, at: Time) -> impl Future<Output = ()> + Send;
    /// The present moment.
    fn now(&self) -> Time;
    /// Fills the buffer with unpredictable bytes.
    fn random(&self, into: &mut [u8]);
    /// Tells the shell what happens; never blocks.
    fn notify(&self, event: Event);

    /// Leads the person's browser to a page, and waits until it comes back to an address of this computer: to that path, at
    /// 127.0.0.1 and a free port, once.
    fn browse(&self, visit: Visit<'_>) -> impl Future<Output = Result<Returned, NoReturn>> + Send;
    /// Asks the person; `None` when nobody can be asked, or nobody answers.
    fn ask(&self, question: Question) -> impl Future<Output = Option<Secret>> + Send;
    /// Lets the person choose one of several keys, and gives its identifier; `None` when nobody can be asked, or nobody
    /// chooses.
    fn choose(&self, offers: Vec<Offer>) -> impl Future<Output = Option<String>> + Send;

    /// What the system's keychain has for this user under a name (up to 100 printable ASCII characters); `None` where there
    /// is nothing of that name. It may take as long as a person needs to unlock it.
    fn recall(&self, name: &str) -> impl Future<Output = Result<Option<Secret>, NoKeychain>> + Send;
    /// Lets the keychain keep a secret under a name, instead of an earlier one.
    fn keep(&self, name: &str, secret: &Secret) -> impl Future<Output = Result<(), NoKeychain>> + Send;
    /// Lets the keychain forget what it has under a name; what is not there is no error.
    fn forget(&self, name: &str) -> impl Future<Output = Result<(), NoKeychain>> + Send;

    /// Takes the place of somebody's phone, which one signing has at a time among all programs of this user, until what is
    /// given here is dropped. `owner` says whose phone it is; it has a personal code in it, so nothing that can be read back
    /// from is written down of it.
    fn phone(&self, owner: &str) -> Result<Box<dyn Phone>, Engaged>;

    /// The revocation list that was kept last under an address, as it came. A host need not keep any.
    fn list_kept(&self, _url: &str) -> Option<KeptList> {
        None
    }
    /// Keeps a revocation list under the address that it came from, where there is room; an older one is replaced.
    fn keep_list(&self, _url: &str, _der: &[u8]) {}

    /// Opens a file for positional reads. The file is not held in memory.
    fn open(&self, path: &Path) -> Result<Arc<dyn File>, FileError>;
    /// The same path as it is written wherever somebody works: from the root on.
    fn absolute(&self, path: &Path) -> PathBuf;
    /// Says, before anything is asked of anybody, whether `output` could be written: its folder exists, can be
    /// written, and `output` itself does not exist or is a file that may be replaced.
    fn check_output(&self, output: &Path, existing: Existing) -> Result<(), FileError>;
    /// Begins a file that will be called `output`: an empty one in the same folder. An existing file stays as it is
    /// until the new one is given its name, and for good under [`Existing::Keep`].
    fn begin(&self, output: &Path, existing: Existing) -> Result<Box<dyn Unnamed>, FileError>;

    /// Stores a journal entry durably under a key (letters, digits, `-`), replacing an older one.
    fn journal_put(&self, key: &str, entry: &[u8]) -> Result<(), FileError>;
    /// All journal entries, by key.
    fn journal_all(&self) -> Result<Vec<(String, Vec<u8>)>, FileError>;
    /// Removes a journal entry; one that is not there is no error.
    fn journal_remove(&self, key: &str) -> Result<(), FileError>;
}

/// The place of somebody's phone, and the note on what may be open there. The note outlives whoever wrote it.
pub trait Phone: Send + Sync {
    /// The note, if there is one.
    fn note(&self) -> Option<Vec<u8>>;
    /// Writes the note down, durably, instead of an earlier one.
    fn write(&mut self, note: &[u8]) -> Result<(), FileError>;
    /// Takes the note away; where there is none is no error.
    fn clear(&mut self) -> Result<(), FileError>;
}

/// Why the place of a phone cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engaged {
    /// Another signing has it.
    Elsewhere {
        /// Its note, if it wrote one.
        note: Option<Vec<u8>>,
    },
    /// The disk does not let it be taken.
    File(FileError),
}

/// A revocation list that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptList {
    /// The DER `CertificateList`, byte for byte as it came. Nothing is said of whether it holds.
    pub der: Vec<u8>,
    /// When it came.
    pub fetched: Time,
}

/// A file that was opened, and can say whether it is still the same.
pub trait File: Source {
    /// `Err` when the file on disk is no longer the one that was opened (other identity, length or modification time).
    fn unchanged(&self) -> Result<(), FileError>;
    /// Whether this path leads to this very file, by whatever name.
    fn is_at(&self, path: &Path) -> bool;
    /// The bytes, as a source that can be shared.
    fn source(self: Arc<Self>) -> Arc<dyn Source>;
}

/// A file that does not have its name yet. Dropped without it, it leaves no trace.
pub trait Unnamed: Send + Sync {
    /// Writes bytes behind those that are there.
    fn append(&mut self, bytes: &[u8]) -> Result<(), FileError>;
    /// Reads what was written so far, from the disk.
    fn read_back(&self, offset: u64, into: &mut [u8]) -> Result<(), FileError>;
    /// Opens what was written so far, to be read from the disk. It stays readable when more is appended, and when the file
    /// is given its name.
    fn open(&self) -> Result<Arc<dyn File>, FileError>;
    /// Makes what was written last, and gives it its name in one step.
    fn name(self: Box<Self>) -> Result<(), FileError>;
}

/// What becomes of a file that already has the name of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Existing {
    /// It stays, and nothing is written.
    #[default]
    Keep,
    /// It is replaced, in one step.
    Replace,
}

/// The largest answer that is read from any service: a revocation list of a large authority has a few megabytes.
pub const MAXIMUM_ANSWER: usize = 32 << 20;

/// Why a service could not be reached. No answer came, so nothing is known about what the service did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreachable {
    /// Host name (and port) of the service.
    pub host: String,
    /// What went wrong.
    pub cause: UnreachableCause,
}

/// What kept an answer from coming.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnreachableCause {
    /// The name could not be resolved.
    Name,
    /// Nobody listens, or the network is down.
    Connect,
    /// No answer in time.
    TimedOut,
    /// The proxy on the way is not there.
    NoProxy {
        /// Its host and port.
        proxy: String,
    },
    /// The proxy on the way wants to know who asks (407).
    ProxyLogin {
        /// Its host and port.
        proxy: String,
        /// Whether it was told a name and a password, which it then does not know.
        told: bool,
    },
    /// What the environment gives for the proxy on the way is no name and password: nothing was sent.
    ProxyLoginForm {
        /// Its host and port.
        proxy: String,
    },
    /// The certificate of the proxy on the way does not verify, so that nothing was told to it.
    ProxyNotTrusted {
        /// Its host and port.
        proxy: String,
        /// What the verification said.
        detail: String,
    },
    /// The proxy on the way does not lead to the service: it may not, did not find it, or is out of order. Which of these
    /// it was is not known.
    ProxyRefused {
        /// Its host and port.
        proxy: String,
    },
    /// The service's certificate does not verify.
    NotTrusted {
        /// What the verification said.
        detail: String,
    },
    /// The service's key is not one of the profile's pins.
    PinMismatch {
        /// The pins of the profile, `sha256//BASE64`.
        expected: Vec<String>,
        /// The pin of the key that was presented.
        found: String,
        /// Whether the certificate holds all the same by the authorities that vouch for the service: then its key may
        /// have been renewed. Else somebody is in between.
        vouched: bool,
    },
    /// The answer is larger than [`MAXIMUM_ANSWER`].
    TooLarge,
    /// The service wanted to send us elsewhere.
    Redirect {
        /// Where to.
        to: String,
    },
    /// The connection broke, or the answer was not HTTP.
    Broken {
        /// What the network layer said.
        detail: String,
    },
    /// The address is not one that may be asked (not `http`/`https`, or `http` where `https` is due).
    Address {
        /// The address.
        url: String,
    },
}

/// The system has no keychain, or it does not open, or it does not take what it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoKeychain {
    /// What the system said; nothing of what is kept.
    pub detail: String,
}

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileError {
    /// The folder for the output is not there.
    FolderMissing,
    /// There is no such file.
    Missing,
    /// It is a folder, or not a regular file.
    NotAFile,
    /// It may not be read.
    NoPermission,
    /// The folder may not be written.
    ReadOnlyFolder,
    /// There is no room left.
    DiskFull,
    /// There is already a file of this name.
    Exists,
    /// The output is the document itself, which is never replaced.
    Itself,
    /// The file changed since it was opened.
    Changed,
    /// Anything else the system said.
    Other {
        /// Its words.
        detail: String,
    },
}

impl FileError {
    /// A stable name of the case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::FolderMissing => "output-folder-missing",
            Self::Missing => "file-missing",
            Self::NotAFile => "not-a-file",
            Self::NoPermission => "no-permission",
            Self::ReadOnlyFolder => "read-only-folder",
            Self::DiskFull => "disk-full",
            Self::Exists => "output-exists",
            Self::Itself => "output-is-document",
            Self::Changed => "file-changed",
            Self::Other { .. } => "file-other",
        }
    }

    /// What the system said; where that has a name here, the name.
    pub fn told(&self) -> &str {
        match self {
            Self::Other { detail } => detail,
            named => named.code(),
        }
    }
}
