//! Why something did not come out well, in parts that any language can put together.

use ades::{ByteRangeFault, ContentsFault};
use pki::path::PathError;
use serde::{Deserialize, Serialize};

/// A cause. As text it is told technically.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Cause {
    /// Nobody at hand issued it.
    #[error("issuer of {certificate} not found")]
    NoIssuer {
        /// Its subject.
        certificate: String,
    },
    /// It is not valid yet.
    #[error("{certificate} not valid yet")]
    NotYetValid {
        /// Its subject.
        certificate: String,
    },
    /// It has expired.
    #[error("{certificate} has expired")]
    Expired {
        /// Its subject.
        certificate: String,
    },
    /// It issued another, and is no certification authority that may.
    #[error("{certificate} is no certification authority")]
    NotAuthority {
        /// Its subject.
        certificate: String,
    },
    /// It permits fewer certificates below it than there are.
    #[error("{certificate} permits fewer certificates below it")]
    PathLength {
        /// Its subject.
        certificate: String,
    },
    /// It has a critical extension that is not known.
    #[error("{certificate} has the unknown critical extension {oid}")]
    CriticalExtension {
        /// Its subject.
        certificate: String,
        /// Its object identifier.
        oid: String,
    },
    /// Its signature is not its issuer's.
    #[error("the signature on {certificate} is not its issuer's")]
    NotItsIssuers {
        /// Its subject.
        certificate: String,
    },
    /// Its signature is made with an algorithm or a key that we do not verify with.
    #[error("the signature on {certificate} is one that is not verified with here")]
    NotVerified {
        /// Its subject.
        certificate: String,
    },
    /// It has an extension that cannot be read.
    #[error("{certificate} has an unreadable extension")]
    Extension {
        /// Its subject.
        certificate: String,
    },
    /// It has a name that an authority above does not permit.
    #[error("a name in {certificate} is not allowed to it")]
    NameConstraints {
        /// Its subject.
        certificate: String,
    },
    /// No certificate policy is left that is acceptable.
    #[error("no acceptable certificate policy from {certificate}")]
    Policies {
        /// Its subject.
        certificate: String,
    },
    /// The search for a path took too long.
    #[error("search given up")]
    GaveUp,
    /// There is no path to an anchor.
    #[error("no path to an anchor")]
    NoPath,
    /// It was revoked.
    #[error("{certificate} was revoked")]
    Revoked {
        /// Its subject.
        certificate: String,
    },
    /// A structure cannot be read.
    #[error("malformed {part}")]
    Malformed {
        /// Which, in the words of its standard.
        part: String,
    },
    /// A structure is larger than is read.
    #[error("{part} is too large")]
    TooLarge {
        /// Which, in the words of its standard.
        part: String,
    },
    /// A part is missing.
    #[error("{part} missing")]
    Missing {
        /// Which, in the words of its standard.
        part: String,
    },
    /// A part stands more than once.
    #[error("{part} occurs more than once")]
    Duplicate {
        /// Which, in the words of its standard.
        part: String,
    },
    /// An algorithm is not one that we verify with.
    #[error("unknown algorithm {oid}")]
    UnknownAlgorithm {
        /// Its object identifier, behind its name where we know one.
        oid: String,
    },
    /// The parameters of an algorithm are refused.
    #[error("parameters refused: {part}")]
    Parameters {
        /// Which, in the words of its standard.
        part: String,
    },
    /// A public key is of a kind that is not verified with.
    #[error("{what}")]
    UnsupportedKey {
        /// What, technically.
        what: String,
    },
    /// The algorithm does not go with the key.
    #[error("signature algorithm does not fit the key")]
    KeyMismatch,
    /// The value is not that of the key.
    #[error("signature is not valid")]
    ValueInvalid,
    /// Two places name different digest algorithms.
    #[error("digest algorithms differ")]
    OtherAlgorithm,
    /// The digest is that of something else.
    #[error("message digest differs")]
    OtherDigest,
    /// The certificate of the signer is not there.
    #[error("certificate of the signer not found")]
    SignerUnknown,
    /// The signer's certificate is not for this.
    #[error("signer not authorised: {part}")]
    SignerUnauthorised {
        /// Which, in the words of its standard.
        part: String,
    },
    /// The purposes that a certificate has are others.
    #[error("its extended key usage has other purposes alone: {purposes}")]
    OtherPurposes {
        /// Their names in the words of the standards, or their identifiers.
        purposes: String,
    },
    /// It signed something other than certificates and lists, and is a certification authority.
    #[error("{certificate} is a certification authority")]
    Authority {
        /// Its subject.
        certificate: String,
    },
    /// Beside its digest, a certificate is named by issuer and serial number of another.
    #[error("issuer and serial number in the signing-certificate attribute are those of another certificate")]
    OtherIssuerSerial,
    /// The signature does not say by a digest which certificate it is for.
    #[error("no signing-certificate attribute")]
    NoReference,
    /// A certificate was used outside its term.
    #[error("certificate used outside its term")]
    OutsideValidity,
    /// Another certificate was signed for.
    #[error("signing-certificate attribute names another certificate")]
    OtherCertificate,
    /// Something else, told technically.
    #[error("{what}")]
    Technical {
        /// What, technically.
        what: String,
    },
    /// Bytes other than zero stand behind it.
    #[error("bytes other than zero behind it")]
    Padding,
    /// There is not exactly one signer.
    #[error("not exactly one signer")]
    Signers,
    /// The signed content is inside.
    #[error("signed content inside")]
    ContentInside,
    /// A certificate inside cannot be read.
    #[error("a certificate inside cannot be read")]
    CertificateUnreadable,
    /// Revocation data is inside.
    #[error("revocation data inside")]
    RevocationInside,
    /// The content type is not id-data.
    #[error("content type is not id-data")]
    ContentType,
    /// The version is not what the contents call for.
    #[error("version is not what the contents call for")]
    Version,
    /// The digest algorithm that is announced is not the signer's.
    #[error("the digest algorithm announced is not the signer's")]
    AnnouncedAlgorithm,
    /// The signed attributes are not in the order of DER.
    #[error("signed attributes are not in DER order")]
    AttributeOrder,
    /// A signed attribute stands twice.
    #[error("a signed attribute stands twice")]
    AttributeTwice,
    /// The attribute content-type is not id-data.
    #[error("content-type attribute is not id-data")]
    AttributeContentType,
    /// There are no signed attributes.
    #[error("no signed attributes")]
    NoAttributes,
    /// A time-stamp is over other bytes.
    #[error("imprint of other bytes")]
    OtherImprint,
    /// A time-stamp names another signer.
    #[error("names another signer")]
    OtherSigner,
    /// A time-stamp was made outside the term of its unit.
    #[error("outside the unit's validity")]
    OutsideUnit,
    /// A time-stamp lies in the future.
    #[error("lies in the future")]
    InFuture,
    /// Revocation data about the certificate that signed it.
    #[error("the certificate vouches for itself")]
    VouchesForItself,
    /// The signature of revocation data does not verify.
    #[error("its signature does not verify")]
    DataNotVerified,
    /// Revocation data does not know the certificate.
    #[error("it does not know the certificate")]
    DataUnknowing,
    /// Revocation data says nothing of certificates that had expired.
    #[error("it says nothing about certificates that had expired")]
    DataForgets,
    /// Revocation data is older than the certificate.
    #[error("it is older than the certificate")]
    DataOlder,
    /// The certificate that signed revocation data was out of its term.
    #[error("its signer's certificate was out of its term")]
    DataOutsideTerm,
    /// Revocation data is from the future.
    #[error("it is from the future")]
    DataInFuture,
    /// Revocation data is not as its standard has it.
    #[error("it is not as its standard has it")]
    DataNotConforming,
    /// Some of it was not verified: there is more than is verified, or it cannot be read.
    #[error("not all of it could be verified")]
    DataIncomplete,
    /// A constraint of the policy is not met.
    #[error("{name}")]
    Constraint {
        /// Its name, as policies write it.
        name: String,
    },
    /// The value of the signature is empty.
    #[error("the value is empty")]
    ContentsEmpty,
    /// The signed bytes end behind the end of the file.
    #[error("the signed bytes end at {end}, behind the end of the file")]
    RangeBeyondFile {
        /// The offset in the file.
        end: u64,
    },
    /// One of the two ranges of signed bytes is empty.
    #[error("a range of signed bytes is empty")]
    RangeEmpty,
    /// The signed bytes are not stated by four whole numbers.
    #[error("the signed bytes are not stated by four whole numbers")]
    RangeMalformed,
    /// The two ranges of signed bytes overlap.
    #[error("the ranges of signed bytes overlap")]
    RangeOverlap,
    /// The signed bytes do not begin with the file.
    #[error("the signed bytes begin at byte {start}")]
    RangeStart {
        /// The offset in the file.
        start: u64,
    },
    /// Algorithms are none that the policy says anything of.
    #[error("not named by the policy: {algorithms}")]
    Unlisted {
        /// Their names.
        algorithms: String,
    },
    /// Algorithms are too weak.
    #[error("{algorithms}")]
    Weak {
        /// Their names.
        algorithms: String,
    },
}

impl Cause {
    /// A constraint that is not met.
    pub(crate) fn constraint(name: &str) -> Self {
        Self::Constraint { name: name.to_owned() }
    }

    /// What somebody else told technically.
    pub(crate) fn technical(what: impl Into<String>) -> Self {
        Self::Technical { what: what.into() }
    }
}

impl From<&pki::Error> for Cause {
    fn from(error: &pki::Error) -> Self {
        use pki::Error as E;
        let part = |what: &str| what.to_owned();
        match error {
            E::Malformed { what } => Self::Malformed { part: part(what) },
            E::TooLarge { what, .. } => Self::TooLarge { part: part(what) },
            E::Missing { what } => Self::Missing { part: part(what) },
            E::Duplicate { what } => Self::Duplicate { part: part(what) },
            E::UnknownAlgorithm { oid } => Self::UnknownAlgorithm { oid: pki::unsupported_called(oid) },
            E::PssParameters { what } => Self::Parameters { part: part(what) },
            E::UnsupportedKey { .. } => Self::UnsupportedKey { what: error.to_string() },
            E::KeyMismatch => Self::KeyMismatch,
            E::SignatureInvalid => Self::ValueInvalid,
            E::DigestAlgorithmMismatch => Self::OtherAlgorithm,
            E::DigestMismatch | E::DigestLength { .. } => Self::OtherDigest,
            E::SignerUnknown => Self::SignerUnknown,
            E::SignerUnauthorised { what } => Self::SignerUnauthorised { part: part(what) },
            E::OutsideValidity { .. } => Self::OutsideValidity,
            E::SigningCertificateMismatch => Self::OtherCertificate,
            error => Self::technical(error.to_string()),
        }
    }
}

impl From<&ByteRangeFault> for Cause {
    fn from(fault: &ByteRangeFault) -> Self {
        use ByteRangeFault as F;
        let part = || "/ByteRange".to_owned();
        match fault {
            F::BeyondFile { end, .. } => Self::RangeBeyondFile { end: *end },
            F::Duplicate => Self::Duplicate { part: part() },
            F::EmptyRange { .. } => Self::RangeEmpty,
            F::Missing => Self::Missing { part: part() },
            F::Overlap { .. } => Self::RangeOverlap,
            F::StartNotZero { start } => Self::RangeStart { start: *start },
            F::Unreadable => Self::Malformed { part: part() },
            _ => Self::RangeMalformed,
        }
    }
}

impl From<&ContentsFault> for Cause {
    fn from(fault: &ContentsFault) -> Self {
        let part = "/Contents".to_owned();
        match fault {
            ContentsFault::Duplicate => Self::Duplicate { part },
            ContentsFault::Empty => Self::ContentsEmpty,
            ContentsFault::Missing => Self::Missing { part },
            _ => Self::Malformed { part },
        }
    }
}

impl From<&PathError> for Cause {
    fn from(error: &PathError) -> Self {
        use PathError as E;
        let name = |certificate: &pki::Certificate| certificate.subject().to_string();
        match error {
            E::NoIssuer { certificate } => Self::NoIssuer { certificate: name(certificate) },
            E::NotYetValid { certificate, .. } => Self::NotYetValid { certificate: name(certificate) },
            E::Expired { certificate, .. } => Self::Expired { certificate: name(certificate) },
            E::NotAuthority { certificate } | E::KeyUsage { certificate } => {
                Self::NotAuthority { certificate: name(certificate) }
            }
            E::PathLength { certificate, .. } => Self::PathLength { certificate: name(certificate) },
            E::UnknownCriticalExtension { certificate, oid } => {
                Self::CriticalExtension { certificate: name(certificate), oid: oid.to_string() }
            }
            E::Signature { certificate, error } if error.is_unsupported() => {
                Self::NotVerified { certificate: name(certificate) }
            }
            E::Signature { certificate, .. } => Self::NotItsIssuers { certificate: name(certificate) },
            E::Extension { certificate, .. } => Self::Extension { certificate: name(certificate) },
            E::NameConstraints { certificate, .. } => {
                Self::NameConstraints { certificate: name(certificate) }
            }
            E::Policy { certificate } | E::PolicyMapping { certificate } => {
                Self::Policies { certificate: name(certificate) }
            }
            E::Budget { .. } | E::NameBudget { .. } => Self::GaveUp,
            error => Self::technical(error.to_string()),
        }
    }
}
