//! What is asked for, and what comes out.

use std::path::PathBuf;
use std::sync::Arc;

use pdf::Password;
pub use pdf::Permission;
use pki::Time;
pub use remote::masked;
pub use remote::mobile_id::{PhoneNumber, Subscriber};
pub use remote::smart_id::{DocumentNumber, PersonIdentifier};
pub use report::words::Language;
pub use validation::report::Level;
use validation::report::{Question, Report};

pub use crate::host::Existing;
use crate::key::Key;

use crate::seal::SealOrder;

/// One document to be signed.
#[derive(Clone, Debug)]
pub struct Order {
    /// The document.
    pub document: PathBuf,
    /// The document's password, of its user or its owner, where it needs one.
    pub password: Option<Password>,
    /// SHA-256 (lower-case hex) of the bytes that the person was shown; a document with another one is not signed.
    /// `None` where nothing was shown.
    pub shown: Option<String>,
    /// Where the signed document goes; `None` for [`suggest_output`].
    pub output: Option<PathBuf>,
    /// What becomes of a file that is already there.
    pub existing: Existing,
    /// Who signs.
    pub signer: Signer,
    /// The level to reach.
    pub level: Level,
    /// `/Reason` of the signature.
    pub reason: Option<String>,
    /// `/Location` of the signature.
    pub location: Option<String>,
    /// The empty signature field to sign, by its fully qualified name ([`crate::fields`]); `None` makes a new one.
    pub field: Option<String>,
    /// Certifies the document as its first signature, and permits this afterwards.
    pub certify: Option<Permission>,
    /// The seal that is seen on a page; `None` makes an invisible signature.
    pub seal: Option<SealOrder>,
    /// What the phone shows is in this language, and what stands in the document, unless the style of the seal has its own.
    pub language: Language,
}

impl Order {
    /// An order that says no more than it has to.
    pub fn new(document: impl Into<PathBuf>, signer: Signer, level: Level) -> Self {
        Self {
            document: document.into(),
            password: None,
            shown: None,
            output: None,
            existing: Existing::Keep,
            signer,
            level,
            reason: None,
            location: None,
            field: None,
            certify: None,
            seal: None,
            language: Language::default(),
        }
    }

    /// The language of what stands in the document.
    pub(crate) fn written_in(&self) -> Language {
        self.seal.as_ref().and_then(|seal| seal.style.language).unwrap_or(self.language)
    }
}

/// Who signs, and how the phone is found.
#[derive(Clone, Debug)]
pub enum Signer {
    /// A key at hand; no phone is asked.
    Key(Arc<dyn Key>),
    /// A person, by country and personal code: the phone asks which account, then for PIN2.
    Person(PersonIdentifier),
    /// A known account, by its document number.
    Document(DocumentNumber),
    /// Somebody who scans the QR code on the screen; nobody's phone rings.
    DeviceLink(Scans),
    /// A person with Mobile-ID: the SIM card of the phone asks for PIN2.
    MobileId(Subscriber),
    /// Whoever is let in by the remote signing service of the profile.
    Cloud {
        /// `credentialID` of the key; none: that of the profile, or the only one.
        credential: Option<String>,
    },
}

/// Who may scan the QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scans {
    /// Whoever does.
    Anybody,
    /// One person; anybody else is refused before PIN2 is asked for.
    Person(PersonIdentifier),
    /// A known account, which is asked for nothing but the signature.
    Account(DocumentNumber),
}

impl Signer {
    /// Whether both are the same key of a remote signing service.
    pub(crate) fn is_same_cloud(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Cloud { credential: own }, Self::Cloud { credential: theirs }) => own == theirs,
            _ => false,
        }
    }
}

/// A document that was signed, saved, read back and validated.
#[derive(Clone, Debug)]
pub struct Signed {
    /// The signed document.
    pub output: PathBuf,
    /// What our own eyes say of it.
    pub report: Report,
    /// Questions that were left open on purpose, since nobody was asked or nothing is trusted.
    pub left_open: &'static [Question],
    /// The account of Smart-ID that signed, where one did: by it the person is found again.
    pub account: Option<DocumentNumber>,
}

/// A signature whose value came back from the phone, but whose document is not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Its key in the journal.
    pub key: String,
    /// The document.
    pub document: PathBuf,
    /// Where the signed document is to go.
    pub output: PathBuf,
    /// The name of who signed.
    pub signer: String,
    /// When the value came back.
    pub received_at: Time,
}

/// `contract.pdf` becomes `contract-signed.pdf`, then `contract-signed-2.pdf`, in the same folder.
///
/// `taken` says whether a name is in use.
pub fn suggest_output(document: &std::path::Path, taken: impl FnMut(&std::path::Path) -> bool) -> PathBuf {
    suggest_name(document, "signed", taken)
}

/// The same with another word than `signed`.
pub(crate) fn suggest_name(
    document: &std::path::Path,
    word: &str,
    mut taken: impl FnMut(&std::path::Path) -> bool,
) -> PathBuf {
    let stem = document.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let extension = document.extension().map_or_else(|| "pdf".into(), |e| e.to_string_lossy().into_owned());
    let named = |number: u32| {
        let suffix = if number == 1 { String::new() } else { format!("-{number}") };
        document.with_file_name(format!("{stem}-{word}{suffix}.{extension}"))
    };
    (1..1000).map(named).find(|path| !taken(path)).unwrap_or_else(|| named(1000))
}
