//! Why a document cannot be read or signed.

use pki::SignatureAlgorithm;

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
    /// A whole signature that came back is not the one that was prepared.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The time-stamp is over something else.
    #[error("the time-stamp is over something else")]
    OtherImprint,
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
                pdf::Error::UnsupportedEncryption { .. } => "encryption-unsupported",
                _ => "damaged",
            },
            Self::Demand { what, .. } => what.code(),
            Self::Render(render::Error::NoSuchPage { .. }) => "no-such-page",
            Self::Render(_) => "page-not-drawn",
            Self::Pki(_) => "certificate-unreadable",
            Self::Unfit(unfit) => match unfit {
                Unfit::NotSignedData(_) | Unfit::NotDer { .. } | Unfit::Trailing { .. } => "cades-unreadable",
                Unfit::NotDetached | Unfit::Signers { .. } | Unfit::Attributes { .. } => "cades-form",
                Unfit::SigningTime => "cades-signing-time",
                Unfit::OtherDocument { .. } => "cades-other-document",
                Unfit::NoCertificate | Unfit::OtherSigner { .. } => "cades-other-signer",
                Unfit::Algorithm { .. } => "weak-parameters",
                Unfit::Value(_) => "signature-invalid",
            },
            Self::OtherImprint => "timestamp-mismatch",
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

/// Why a signature made elsewhere is not the one that was prepared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// It cannot be read as CMS SignedData (RFC 5652 §5.1).
    #[error("not CMS SignedData: {0}")]
    NotSignedData(pki::Error),
    /// It is not DER, or a second reader finds something else in it.
    #[error("not DER: {what}")]
    NotDer {
        /// What was met.
        what: String,
    },
    /// Something stands behind it.
    #[error("{found} bytes where the signature has {expected}")]
    Trailing {
        /// Length of the SignedData.
        expected: usize,
        /// Length of what came.
        found: usize,
    },
    /// It holds content of its own, or content of another type than id-data.
    #[error("not a detached signature over data")]
    NotDetached,
    /// It has no signer, or several; PAdES has one (EN 319 142-1 §6.3).
    #[error("{found} signers")]
    Signers {
        /// How many it has.
        found: usize,
    },
    /// Signed attributes are missing, stand twice or out of order, or content-type is not id-data.
    #[error("signed attributes: {what}")]
    Attributes {
        /// What is wrong.
        what: &'static str,
    },
    /// signing-time is among the signed attributes, which PAdES forbids (EN 319 142-1 §6.3).
    #[error("signing-time is signed")]
    SigningTime,
    /// It is over another document.
    #[error("message digest {found} where the document has {expected}")]
    OtherDocument {
        /// Digest of what was prepared, lower-case hex.
        expected: String,
        /// Digest in the signature, lower-case hex.
        found: String,
    },
    /// No certificate in it is the one that signing-certificate names, or there is no such attribute.
    #[error("no certificate that the signature names")]
    NoCertificate,
    /// The certificate is not the one that was to sign.
    #[error("signed by {found}")]
    OtherSigner {
        /// Whose certificate signed, with the personal code masked.
        found: String,
    },
    /// It was made with another algorithm, or other parameters of it, than the one asked for.
    #[error("signature algorithm {found}; expected {expected}")]
    Algorithm {
        /// What was asked for.
        expected: SignatureAlgorithm,
        /// What it names.
        found: SignatureAlgorithm,
    },
    /// The value does not verify with the certificate.
    #[error("the value does not verify: {0}")]
    Value(pki::Error),
}
