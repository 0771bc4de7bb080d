//! Why a document cannot be read or signed.

/// Why a document cannot be read or signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file itself.
    #[error(transparent)]
    Pdf(#[from] pdf::Error),
    /// The field demands something that was not ordered, or that cannot be had.
    #[error("the field {field} demands {}: {wanted:?}, ordered is {ordered:?}", what.code())]
    Demand {
        /// The field.
        field: String,
        /// What kind of demand it is.
        what: Demanded,
        /// What it demands; nothing where the kind says it all.
        wanted: String,
        /// What was ordered, or what the certificate is; nothing where it is missing.
        ordered: String,
    },
    /// A page could not be drawn or read, which finding a place for a seal needs.
    #[error(transparent)]
    Render(#[from] render::Error),
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
                pdf::Error::PasswordNeeded => "password-needed",
                pdf::Error::WrongPassword => "wrong-password",
                pdf::Error::NotPermitted { .. } => "not-permitted",
                pdf::Error::Locked { .. } => "locked",
                pdf::Error::FieldDirect { .. } => "field-direct",
                pdf::Error::FieldExists { .. } => "field-exists",
                pdf::Error::FieldLocked { .. } => "field-locked",
                pdf::Error::FieldMissing { .. } => "field-missing",
                pdf::Error::FieldOther { .. } => "field-other",
                pdf::Error::FieldSigned { .. } => "field-signed",
                pdf::Error::LockMissing { .. } => "lock-missing",
                pdf::Error::NeedsRepair { .. } => "needs-repair",
                pdf::Error::NotFirst { .. } => "not-first",
                pdf::Error::NoSuchPage { .. } => "no-such-page",
                pdf::Error::SealCharacter { .. } => "seal-character",
                pdf::Error::SealForbidden => "seal-forbidden",
                pdf::Error::SealOutside { .. } => "seal-outside",
                pdf::Error::SealPicture { .. } => "seal-picture",
                pdf::Error::SealTooSmall { .. } => "seal-too-small",
                pdf::Error::ContentsTooSmall { .. } => "contents-too-small",
                pdf::Error::Read { .. } => "unreadable",
                pdf::Error::TooLarge { .. } => "too-large",
                pdf::Error::Unsupported { .. } => "unsupported",
                _ => "damaged",
            },
            Self::Demand { what, .. } => what.code(),
            Self::Render(render::Error::NoSuchPage { .. }) => "no-such-page",
            Self::Render(_) => "page-not-drawn",
            Self::Pki(_) => "certificate-unreadable",
            Self::ValueDoesNotVerify(_) => "signature-invalid",
            Self::OtherDocument { .. } => "file-changed",
            Self::SecondReader { .. } | Self::KeySizeUnknown => "certificate-unreadable",
        }
    }
}

/// What a field can demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Demanded {
    /// `/AddRevInfo`: revocation data inside the signature, where PAdES may not have them.
    RevocationInside,
    /// `/AppearanceFilter`: a look that another program keeps under this name.
    Appearance,
    /// `/DigestMethod`.
    Digest,
    /// `/Filter`: another signature handler.
    Filter,
    /// `/Cert /Issuer`.
    Issuer,
    /// `/Cert /KeyUsage`.
    KeyUsage,
    /// `/MDP`: a certification or none, and what it permits.
    Kind,
    /// `/LegalAttestation`.
    LegalAttestation,
    /// `/LockDocument`.
    LockDocument,
    /// `/Cert /OID`: a certificate policy.
    Policy,
    /// `/Reasons`.
    Reason,
    /// `/Cert /SignaturePolicyOID`.
    SignaturePolicy,
    /// `/SubFilter`: another encoding than ETSI.CAdES.detached.
    SubFilter,
    /// `/Cert /Subject`.
    Subject,
    /// `/Cert /SubjectDN`.
    SubjectName,
    /// `/TimeStamp`.
    Timestamp,
    /// `/V`: a parser of a later version.
    Version,
}

impl Demanded {
    /// A stable name of the case.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RevocationInside => "demand-revocation-inside",
            Self::Appearance => "demand-appearance",
            Self::Digest => "demand-digest",
            Self::Filter => "demand-filter",
            Self::Issuer => "demand-issuer",
            Self::KeyUsage => "demand-key-usage",
            Self::Kind => "demand-kind",
            Self::LegalAttestation => "demand-legal-attestation",
            Self::LockDocument => "demand-lock-document",
            Self::Policy => "demand-policy",
            Self::Reason => "demand-reason",
            Self::SignaturePolicy => "demand-signature-policy",
            Self::SubFilter => "demand-sub-filter",
            Self::Subject => "demand-subject",
            Self::SubjectName => "demand-subject-name",
            Self::Timestamp => "demand-timestamp",
            Self::Version => "demand-version",
        }
    }
}
