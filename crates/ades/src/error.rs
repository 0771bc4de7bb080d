//! Why a document cannot be read or signed.

/// Why a document cannot be read or signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file itself.
    #[error(transparent)]
    Pdf(#[from] pdf::Error),
    /// A certificate, a CMS structure or a signature value.
    #[error(transparent)]
    Pki(#[from] pki::Error),
    /// The value that came back does not verify with the signer's certificate.
    #[error("the signature value does not verify: {0}")]
    ValueDoesNotVerify(pki::Error),
    /// The document is not the one the signature was prepared for.
    #[error("prepared for a document of {prepared} bytes, this one has {found}")]
    OtherDocument {
        /// Length of the document when the signature was prepared.
        prepared: u64,
        /// Length now.
        found: u64,
    },
    /// A reader that is not ours does not read the signature as we wrote it.
    #[error("another reader: {what}")]
    SecondReader {
        /// What it stumbled over.
        what: String,
    },
    /// The signer's public key is not of a kind that the service signs with.
    #[error("the signer's key size is unknown")]
    KeySizeUnknown,
}

impl Error {
    /// A stable name of the case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Pdf(error) => match error {
                pdf::Error::Empty => "empty-file",
                pdf::Error::NotPdf { .. } => "not-a-pdf",
                pdf::Error::Truncated { .. } => "truncated",
                pdf::Error::Encrypted => "encrypted",
                pdf::Error::Locked { .. } => "locked",
                pdf::Error::FieldDirect { .. } => "field-direct",
                pdf::Error::FieldExists { .. } => "field-exists",
                pdf::Error::FieldLocked { .. } => "field-locked",
                pdf::Error::FieldMissing { .. } => "field-missing",
                pdf::Error::FieldOther { .. } => "field-other",
                pdf::Error::FieldSigned { .. } => "field-signed",
                pdf::Error::LockMissing { .. } => "lock-missing",
                pdf::Error::NotFirst { .. } => "not-first",
                pdf::Error::ContentsTooSmall { .. } => "contents-too-small",
                pdf::Error::Read { .. } => "unreadable",
                pdf::Error::TooLarge { .. } => "too-large",
                pdf::Error::Unsupported { .. } => "unsupported",
                _ => "damaged",
            },
            Self::Pki(_) => "certificate-unreadable",
            Self::ValueDoesNotVerify(_) => "signature-invalid",
            Self::OtherDocument { .. } => "file-changed",
            Self::SecondReader { .. } | Self::KeySizeUnknown => "certificate-unreadable",
        }
    }
}
