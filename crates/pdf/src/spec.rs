//! What a signature is asked to be.

use serde::{Deserialize, Serialize};

use crate::{appearance::Appearance, lock::Permission};

/// What the appended field will hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureKind {
    /// `/Type /DocTimeStamp`, `/SubFilter /ETSI.RFC3161` (EN 319 142-1 §5.4.3).
    DocumentTimestamp,
    /// `/Type /Sig`, `/SubFilter /ETSI.CAdES.detached` (EN 319 142-1 §6).
    Signature,
}

/// The field a signature goes into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldPlace {
    /// A field that waits in the form, by its fully qualified name.
    Existing(String),
    /// A new field of this name; without a name, the first of `Signature1`, `Signature2`… that is free and not locked.
    New(Option<String>),
}

/// Words for people, in their language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlternateName {
    /// The words.
    pub text: String,
    /// The language they are in, a tag of BCP 47 such as `en`.
    pub language: String,
}

/// The signature to make room for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignatureSpec {
    /// Where it goes.
    pub place: FieldPlace,
    /// Signature or document time-stamp.
    pub kind: SignatureKind,
    /// `/M`, a PDF date ([`crate::pdf_date`]).
    pub signing_time: Option<String>,
    /// `/Reason`.
    pub reason: Option<String>,
    /// `/Location`.
    pub location: Option<String>,
    /// `/Name`.
    pub signer_name: Option<String>,
    /// `/TU`: what the field is called where people read it, such as a screen reader. A field that waits keeps its own.
    pub alternate_name: Option<AlternateName>,
    /// Certifies the document, and permits this afterwards (DocMDP). The lock of the field may permit less.
    pub certify: Option<Permission>,
    /// What the document permits after this signature, said in the lock of its field (ISO 32000-2 table 233).
    pub permit: Option<Permission>,
    /// The seal that is seen; without one a new field is invisible.
    pub appearance: Option<Appearance>,
    /// Bytes to reserve in `/Contents` for the DER value; the file grows by twice that.
    pub contents_len: usize,
}

impl SignatureSpec {
    /// A signature or document time-stamp of so many bytes, in a new invisible field and without any particulars.
    pub const fn new(kind: SignatureKind, contents_len: usize) -> Self {
        Self {
            place: FieldPlace::New(None),
            kind,
            signing_time: None,
            reason: None,
            location: None,
            signer_name: None,
            alternate_name: None,
            certify: None,
            permit: None,
            appearance: None,
            contents_len,
        }
    }
}

impl SignatureKind {
    /// Annex of EN 319 142-1: level 1 is the security store and the document time-stamp, 2 the CAdES signature.
    pub(crate) fn extension_level(self) -> u8 {
        match self {
            Self::DocumentTimestamp => 1,
            Self::Signature => 2,
        }
    }
}
