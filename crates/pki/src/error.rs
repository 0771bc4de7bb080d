use const_oid::ObjectIdentifier;

use crate::refusal;

/// Why something could not be read, verified or believed. Variants are facts; words for people are chosen elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not the structure named.
    #[error("malformed {what}")]
    Malformed {
        /// The ASN.1 type or field, in the words of its standard.
        what: &'static str,
    },
    /// The input is longer, deeper or more numerous than we are ready to read.
    #[error("{what} exceeds {limit}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The limit, in the unit natural to `what` (bytes, levels, elements).
        limit: usize,
    },
    /// An algorithm we do not know.
    #[error("unknown algorithm {}", crate::unsupported_called(oid))]
    UnknownAlgorithm {
        /// Its object identifier.
        oid: ObjectIdentifier,
    },
    /// RSASSA-PSS parameters we refuse: MGF1 over another hash where no library computes it, a trailer field other than 1, weaker
    /// than the key allows.
    #[error("RSASSA-PSS parameters refused: {what}")]
    PssParameters {
        /// Which parameter.
        what: &'static str,
    },
    /// A public key of a kind or curve we cannot use.
    #[error("unsupported public key {}", crate::unsupported_called(oid))]
    UnsupportedKey {
        /// The key algorithm, or the curve for an elliptic curve key.
        oid: ObjectIdentifier,
    },
    /// The signature algorithm does not go with this kind of key.
    #[error("signature algorithm does not fit the key")]
    KeyMismatch,
    /// The algorithm signs messages, not digests (Ed25519).
    #[error("the algorithm needs the whole message")]
    NeedsMessage,
    /// The digest is not as long as its algorithm says.
    #[error("digest of {found} bytes where {expected} belong")]
    DigestLength {
        /// Bytes the algorithm produces.
        expected: usize,
        /// Bytes given.
        found: usize,
    },
    /// The value is not a signature over this content by this key.
    #[error("signature is not valid")]
    SignatureInvalid,
    /// The names do not chain: issuer and subject, or CRL issuer and CA, differ.
    #[error("issuer name differs")]
    NameMismatch,
    /// A critical extension we do not process.
    #[error("unknown critical extension {oid}")]
    UnknownCriticalExtension {
        /// The extension.
        oid: ObjectIdentifier,
    },
    /// The signer's certificate is not among the candidates.
    #[error("certificate of the signer not found")]
    SignerUnknown,
    /// The signer's certificate must not sign this: wrong key usage, extended key usage or issuer.
    #[error("signer not authorised: {what}")]
    SignerUnauthorised {
        /// What is missing or wrong, in the words of the standard.
        what: &'static str,
    },
    /// A certificate is used outside its validity period.
    #[error("certificate valid {not_before} to {not_after}, used at {at}")]
    OutsideValidity {
        /// When it was used.
        at: crate::time::Time,
        /// Start of validity.
        not_before: crate::time::Time,
        /// End of validity.
        not_after: crate::time::Time,
    },
    /// The message digest is not that of the content.
    #[error("message digest differs")]
    DigestMismatch,
    /// Two digest algorithms that must be equal are not (CMS digestAlgorithm and signatureAlgorithm).
    #[error("digest algorithms differ")]
    DigestAlgorithmMismatch,
    /// The signed attributes protect another signature algorithm than the one beside them (CMSAlgorithmProtection, RFC 6211 §3).
    #[error("signature algorithm is not the one that is protected")]
    SignatureAlgorithmMismatch,
    /// An attribute or field that must be there is not.
    #[error("{what} missing")]
    Missing {
        /// Its name in the standard.
        what: &'static str,
    },
    /// An attribute or field is there more often than allowed.
    #[error("{what} occurs more than once")]
    Duplicate {
        /// Its name in the standard.
        what: &'static str,
    },
    /// The content type is another one.
    #[error("content type is {found}")]
    ContentType {
        /// What the structure says it holds.
        found: ObjectIdentifier,
    },
    /// The ESS signing-certificate attribute names another certificate (RFC 5035).
    #[error("signing-certificate attribute names another certificate")]
    SigningCertificateMismatch,
    /// The answer carries another nonce than the request, or none.
    #[error("nonce differs")]
    NonceMismatch,
    /// OCSPResponse.responseStatus is not successful (RFC 6960 §4.2.1).
    #[error("OCSP responder answered with status {status}")]
    OcspStatus {
        /// The status as sent: 1 malformedRequest, 2 internalError, 3 tryLater, 5 sigRequired, 6 unauthorized.
        status: u8,
    },
    /// An answer made before the certificate was valid, or, saying that it is good, after it had expired: responders need not
    /// keep expired certificates, and this one does not say that it does (archiveCutoff, RFC 6960 §4.4.4).
    #[error("produced {at}, of a certificate valid {not_before} to {not_after}")]
    ProducedOutsideValidity {
        /// producedAt.
        at: crate::time::Time,
        /// Start of validity.
        not_before: crate::time::Time,
        /// End of validity.
        not_after: crate::time::Time,
    },
    /// No answer about this certificate is inside.
    #[error("nothing said about this certificate")]
    NotCovered,
    /// The CRL covers another scope: its issuing distribution point, a delta, an indirect CRL, or only some reasons.
    #[error("CRL of another scope: {what}")]
    CrlScope {
        /// Which limit of scope.
        what: &'static str,
    },
    /// PKIStatus is neither granted nor grantedWithMods (RFC 3161 §2.4.2).
    #[error("time-stamp refused with status {status}{}", refusal::behind_status(*status, text, *failure))]
    TimestampRefused {
        /// PKIStatus.
        status: u8,
        /// statusString, joined with spaces, as sent by the server: foreign text.
        text: String,
        /// PKIFailureInfo, bit 0 is the lowest.
        failure: Option<u32>,
    },
    /// The time-stamp is over another hash.
    #[error("message imprint differs")]
    ImprintMismatch,
    /// A text that is not a time of RFC 3339.
    #[error(transparent)]
    NotATime(#[from] crate::time::NotATime),
}

impl Error {
    /// Whether nothing was found wrong: the algorithm or the key is one that we do not verify with.
    pub fn is_unsupported(&self) -> bool {
        matches!(
            self,
            Error::UnknownAlgorithm { .. }
                | Error::UnsupportedKey { .. }
                | Error::PssParameters { what: "hash of MGF1" }
                | Error::TooLarge { what: "RSA modulus", .. }
        )
    }

    pub(crate) const fn malformed(what: &'static str) -> Self {
        Error::Malformed { what }
    }
}
