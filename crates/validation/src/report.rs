//! What a validation concludes: indications, and every check as question and answer.

use std::borrow::Cow;
use std::fmt;

pub use ades::{Objection, SignatureKind};
use pki::Time;
use serde::{Deserialize, Serialize};

pub use crate::cause::Cause;
pub use crate::figures::Figures;
pub use crate::sight::{Place, Sight, What};
pub use crate::used::Used;
pub use crate::want::{Missing, Piece};

/// The conclusions about one document, repeatable from the same facts, evidence, policy and time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The program that concluded.
    pub program: Program,
    /// Where trust came from.
    pub trust: TrustSource,
    /// The policy that was applied.
    pub policy: PolicyIdentity,
    /// The moment the conclusion is about.
    pub validation_time: Time,
    /// What was read.
    pub document: DocumentSummary,
    /// One entry for each signature field that holds something, in the order in which they were made.
    pub signatures: Vec<SignatureReport>,
    /// Who was asked for what the document lacks.
    #[serde(default)]
    pub asked: Asked,
    /// What could still change an undetermined conclusion; empty where nothing is undetermined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Missing>,
    /// Of facts that were saved, and not read from a document now: when and under what they were judged then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Earlier>,
}

impl Report {
    /// How many are somebody's signatures, and not the document's own time-stamps.
    pub fn signers(&self) -> usize {
        self.signatures.iter().filter(|one| one.kind == SignatureKind::Signature).count()
    }

    /// By what was judged.
    pub fn standing(&self) -> Standing {
        Standing {
            program: self.program.clone(),
            trust: self.trust.clone(),
            policy: self.policy.clone(),
            validation_time: self.validation_time,
        }
    }

    /// The worst indication among the signatures and the document time-stamps over them; `None` for a document that
    /// nobody signed.
    pub fn overall(&self) -> Option<Indication> {
        let worst = self.signatures.iter().map(|signature| signature.conclusion.indication).max();
        worst.filter(|_| self.signers() > 0)
    }
}

/// By what a document is judged: what a report names even where there is nothing to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The program.
    pub program: Program,
    /// Where trust comes from.
    pub trust: TrustSource,
    /// The policy.
    pub policy: PolicyIdentity,
    /// The moment that conclusions are about.
    pub validation_time: Time,
}

/// Who was asked for evidence that a document lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// The authorities that its certificates name.
    Authorities,
    /// Nobody: what there is has to do.
    #[default]
    Nobody,
}

/// Under what saved facts were judged when they were saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The moment that verdict was about.
    pub validation_time: Time,
    /// The trust of then.
    pub trust: TrustSource,
    /// The policy of then; none where it was not noted.
    pub policy: Option<PolicyIdentity>,
    /// Whether the anchors were the same as now.
    pub same_trust: bool,
    /// Whether the policy was the same as now, as far as that is known.
    pub same_policy: Option<bool>,
}

/// Name and version of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// This program.
pub fn program() -> Program {
    Program { name: "Pitser".into(), version: env!("CARGO_PKG_VERSION").into() }
}

/// The trust anchors a report rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustSource {
    /// The name of the source, as its profile gives it.
    pub name: String,
    /// Whether the anchors are test anchors: nothing under them has legal effect.
    pub test: bool,
    /// SHA-256 of each anchor's certificate, lower-case hex.
    pub anchors: Vec<String>,
}

/// Which policy, and exactly which content of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyIdentity {
    /// Its name.
    pub name: String,
    /// SHA-256 of its canonical form, lower-case hex.
    pub hash: String,
}

/// The document as bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentSummary {
    /// SHA-256 of the whole file, lower-case hex.
    pub sha256: String,
    /// Length in bytes.
    pub size: u64,
    /// Number of revisions.
    pub revisions: usize,
    /// Bytes behind the last revision, which belong to none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub unaccounted_bytes: u64,
    /// Whether there is more than blanks among them, such as the beginning of a revision whose end is missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unaccounted_content: bool,
    /// Why the file cannot be read as it is written, where it had to be rebuilt to be read at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repaired: Option<String>,
    /// The same in parts, where it is known so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub damage: Option<Objection>,
    /// Whether that is because its end is missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut_off: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_none(bytes: &u64) -> bool {
    *bytes == 0
}

/// The conclusion about one signature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignatureReport {
    /// Whether it is somebody's signature or the document's own time-stamp.
    pub kind: SignatureKind,
    /// Fully qualified name of the signature field.
    pub field: String,
    /// Who signed, as far as a signing certificate was found. Nobody signs a document time-stamp: its authority stands
    /// in [`SignatureReport::timestamps`].
    pub signer: Option<Signer>,
    /// The conclusion.
    pub conclusion: Conclusion,
    /// The baseline level that the signature has the form of; says nothing about validity.
    pub level: Option<Level>,
    /// The earliest moment at which the signature is proven to have existed.
    pub best_signature_time: Option<Time>,
    /// The moment the signer claims (`/M`).
    pub claimed_time: Option<Time>,
    /// Whether the signed bytes are the whole file.
    pub covers_whole_file: bool,
    /// Every check that was made, in the order of the standard ([`Question`]).
    pub checks: Vec<Check>,
    /// The signature's time-stamps.
    pub timestamps: Vec<TimestampReport>,
}

impl SignatureReport {
    /// The checks that kept the signature from passing. What only says why another came out as it did is none.
    pub fn obstacles(&self) -> impl Iterator<Item = &Check> {
        let open =
            self.checks.iter().filter(|one| matches!(one.answer, Answer::Failed | Answer::Indeterminate));
        open.filter(|check| !check.question.explains())
    }

    /// The same, gravest first: what is wrong says more than what is not known because of it; then comes what was done to the
    /// document. About a time before the signature's own, what is not known says nothing more.
    pub fn gravest_obstacles(&self) -> Vec<&Check> {
        let mut obstacles: Vec<_> = self.obstacles().collect();
        if self.is_judged_before() {
            obstacles.retain(|check| {
                check.answer == Answer::Failed || check.is_in_future() || check.question.is_about_document()
            });
        }
        obstacles.sort_by_key(|check| (check.answer != Answer::Failed, !check.question.is_about_document()));
        obstacles
    }

    /// Why it did not pass, in the words that say most; `None` where it did.
    pub fn reason(&self) -> Option<Reason<'_>> {
        let sub_indication = self.conclusion.sub_indication?;
        // Of the document there is more to say than the standard has names for.
        let of_document = self.gravest_obstacles().into_iter().next().filter(|check| {
            sub_indication == SubIndication::SigConstraintsFailure && check.question.is_about_document()
        });
        Some(match of_document {
            Some(check) => Reason::Document(check),
            None if self.is_judged_before() => Reason::JudgedBefore,
            None if self.is_for_its_timestamps() => Reason::Timestamps(sub_indication),
            None => match self.algorithm_fault() {
                // Nothing is known to be weak.
                Some(fault @ (AlgorithmFault::Unknown | AlgorithmFault::Unlisted)) => {
                    Reason::Algorithm(fault)
                }
                _ => Reason::Standard(sub_indication),
            },
        })
    }

    /// What is the matter with an algorithm, where the conclusion is about that.
    fn algorithm_fault(&self) -> Option<AlgorithmFault> {
        use SubIndication::{CryptoConstraintsFailure, CryptoConstraintsFailureNoPoe};
        let about = matches!(
            self.conclusion.sub_indication,
            Some(CryptoConstraintsFailure | CryptoConstraintsFailureNoPoe)
        );
        self.obstacles().filter(|_| about).find_map(Check::algorithm_fault)
    }

    /// Whether it was asked about a time that lies before the time-stamp that it has.
    pub(crate) fn is_judged_before(&self) -> bool {
        self.conclusion.sub_indication == Some(SubIndication::TimestampOrderFailure)
            && self.obstacles().any(Check::is_in_future)
    }

    /// Whether nothing but its time-stamps kept the signature from passing, so that the conclusion is about theirs and not
    /// about its signer's certificate.
    fn is_for_its_timestamps(&self) -> bool {
        let mut questions = self.obstacles().map(|check| check.question).peekable();
        self.kind == SignatureKind::Signature
            && questions.peek().is_some()
            && questions.all(Question::is_about_timestamp)
    }
}

/// Why a signature did not pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason<'a> {
    /// What was done to the document, as the check has it.
    Document(&'a Check),
    /// It was asked about a time before its time-stamp's.
    JudgedBefore,
    /// The sub-indication, which is that of its time-stamps and says nothing of its signer.
    Timestamps(SubIndication),
    /// An algorithm that nobody knows to be weak is not known, or not listed.
    Algorithm(AlgorithmFault),
    /// The sub-indication says it.
    Standard(SubIndication),
}

/// The natural person behind a signing certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// Given name and surname, or else the common name, or the pseudonym; empty where the certificate names nobody.
    pub name: String,
    /// Whether the certificate says that this is a pseudonym, which has to be told (Regulation (EU) 910/2014, article 32 (1) (e)).
    #[serde(default)]
    pub pseudonym: bool,
    /// `serialNumber` of the subject, such as `PNOEE-40504040001`.
    pub serial_number: Option<String>,
    /// ISO 3166-1 alpha-2 country of the subject.
    pub country: Option<String>,
    /// Common name of the issuer.
    pub issuer: String,
    /// SHA-256 of the signing certificate, lower-case hex.
    pub certificate: String,
}

/// Main indication and sub-indication, EN 319 102-1 §5.1.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    /// Passed, undetermined or failed.
    pub indication: Indication,
    /// Why not passed.
    pub sub_indication: Option<SubIndication>,
}

impl Conclusion {
    /// TOTAL-PASSED.
    pub const PASSED: Self = Self { indication: Indication::TotalPassed, sub_indication: None };

    /// TOTAL-FAILED with its reason.
    pub const fn failed(sub_indication: SubIndication) -> Self {
        Self { indication: Indication::TotalFailed, sub_indication: Some(sub_indication) }
    }

    /// INDETERMINATE with its reason.
    pub const fn indeterminate(sub_indication: SubIndication) -> Self {
        Self { indication: Indication::Indeterminate, sub_indication: Some(sub_indication) }
    }
}

/// Main indication, EN 319 102-1 §5.1.3; ordered from good to bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Indication {
    /// The signature is valid.
    TotalPassed,
    /// The available information does not decide.
    Indeterminate,
    /// The signature is not valid.
    TotalFailed,
}

impl fmt::Display for Indication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TotalPassed => "TOTAL-PASSED",
            Self::Indeterminate => "INDETERMINATE",
            Self::TotalFailed => "TOTAL-FAILED",
        })
    }
}

/// Sub-indications, EN 319 102-1 §5.1.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "the names are the standard's own")]
#[non_exhaustive]
pub enum SubIndication {
    FormatFailure,
    HashFailure,
    SigCryptoFailure,
    Revoked,
    Expired,
    NotYetValid,
    SigConstraintsFailure,
    ChainConstraintsFailure,
    CertificateChainGeneralFailure,
    CryptoConstraintsFailure,
    CryptoConstraintsFailureNoPoe,
    PolicyProcessingError,
    SignaturePolicyNotAvailable,
    TimestampOrderFailure,
    NoSigningCertificateFound,
    NoCertificateChainFound,
    NoCertificateChainFoundNoPoe,
    RevokedNoPoe,
    RevokedCaNoPoe,
    OutOfBoundsNoPoe,
    OutOfBoundsNotRevoked,
    RevocationOutOfBoundsNoPoe,
    NoPoe,
    TryLater,
    SignedDataNotFound,
}

impl fmt::Display for SubIndication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FormatFailure => "FORMAT_FAILURE",
            Self::HashFailure => "HASH_FAILURE",
            Self::SigCryptoFailure => "SIG_CRYPTO_FAILURE",
            Self::Revoked => "REVOKED",
            Self::Expired => "EXPIRED",
            Self::NotYetValid => "NOT_YET_VALID",
            Self::SigConstraintsFailure => "SIG_CONSTRAINTS_FAILURE",
            Self::ChainConstraintsFailure => "CHAIN_CONSTRAINTS_FAILURE",
            Self::CertificateChainGeneralFailure => "CERTIFICATE_CHAIN_GENERAL_FAILURE",
            Self::CryptoConstraintsFailure => "CRYPTO_CONSTRAINTS_FAILURE",
            Self::CryptoConstraintsFailureNoPoe => "CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
            Self::PolicyProcessingError => "POLICY_PROCESSING_ERROR",
            Self::SignaturePolicyNotAvailable => "SIGNATURE_POLICY_NOT_AVAILABLE",
            Self::TimestampOrderFailure => "TIMESTAMP_ORDER_FAILURE",
            Self::NoSigningCertificateFound => "NO_SIGNING_CERTIFICATE_FOUND",
            Self::NoCertificateChainFound => "NO_CERTIFICATE_CHAIN_FOUND",
            Self::NoCertificateChainFoundNoPoe => "NO_CERTIFICATE_CHAIN_FOUND_NO_POE",
            Self::RevokedNoPoe => "REVOKED_NO_POE",
            Self::RevokedCaNoPoe => "REVOKED_CA_NO_POE",
            Self::OutOfBoundsNoPoe => "OUT_OF_BOUNDS_NO_POE",
            Self::OutOfBoundsNotRevoked => "OUT_OF_BOUNDS_NOT_REVOKED",
            Self::RevocationOutOfBoundsNoPoe => "REVOCATION_OUT_OF_BOUNDS_NO_POE",
            Self::NoPoe => "NO_POE",
            Self::TryLater => "TRY_LATER",
            Self::SignedDataNotFound => "SIGNED_DATA_NOT_FOUND",
        })
    }
}

/// Baseline level of a PAdES signature, EN 319 142-1 §6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Basic.
    #[serde(rename = "b-b")]
    BB,
    /// With a time-stamp.
    #[serde(rename = "b-t")]
    BT,
    /// With validation material.
    #[serde(rename = "b-lt")]
    BLt,
    /// With a document time-stamp over the validation material.
    #[serde(rename = "b-lta")]
    BLta,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BB => "PAdES-BASELINE-B",
            Self::BT => "PAdES-BASELINE-T",
            Self::BLt => "PAdES-BASELINE-LT",
            Self::BLta => "PAdES-BASELINE-LTA",
        })
    }
}

/// One check: what was asked, what came out, by which clause, on what evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// What was asked.
    pub question: Question,
    /// What came out.
    pub answer: Answer,
    /// Where it is required, such as `EN 319 102-1 §5.2.7`.
    pub clause: Cow<'static, str>,
    /// Figures: times, names, digests, in an order that does not change.
    pub detail: Figures,
    /// What the answer rests on beside the document itself: certificates, revocation data and time-stamps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Used>,
    /// What a person can go and look at: changes, and places on pages. The figures tell the same in a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sights: Vec<Sight>,
}

impl Check {
    /// What is the matter with an algorithm, where that is what the check found.
    pub fn algorithm_fault(&self) -> Option<AlgorithmFault> {
        let causes = self.sights.iter().filter_map(|sight| match &sight.what {
            What::Cause { why } => Some(why),
            _ => None,
        });
        let fault = |cause: &Cause| match cause {
            Cause::Weak { .. } => Some(AlgorithmFault::Weak),
            Cause::Unlisted { .. } => Some(AlgorithmFault::Unlisted),
            Cause::UnknownAlgorithm { .. }
            | Cause::UnsupportedKey { .. }
            | Cause::Parameters { .. }
            | Cause::TooLarge { .. } => Some(AlgorithmFault::Unknown),
            _ => None,
        };
        causes.filter(|_| self.question == Question::Algorithms).find_map(fault)
    }

    /// Whether it is about a time-stamp that is later than the moment of the validation.
    pub fn is_in_future(&self) -> bool {
        self.has_cause(&Cause::InFuture)
    }

    /// Whether it is about a certificate of which not all that is said of its revocation could be verified.
    pub fn is_incomplete(&self) -> bool {
        self.has_cause(&Cause::DataIncomplete)
    }

    fn has_cause(&self, cause: &Cause) -> bool {
        self.sights.iter().any(|sight| matches!(&sight.what, What::Cause { why } if why == cause))
    }
}

/// What keeps an algorithm from being relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlgorithmFault {
    /// It is none that this program verifies with.
    Unknown,
    /// The policy says nothing of it.
    Unlisted,
    /// It has had its day by the policy.
    Weak,
}

/// The answer to a [`Check`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// As required.
    Passed,
    /// Not as required.
    Failed,
    /// The evidence does not decide.
    Indeterminate,
    /// Not as required, or undecided; the policy has a warning for that, and it changes no conclusion.
    Warning,
    /// The same, where the policy only wants it told.
    Information,
    /// The question does not arise for this signature.
    NotApplicable,
    /// The engine does not judge this yet.
    NotJudged,
}

/// What a [`Check`] asks. The order is that in which EN 319 102-1 asks, and in which reports tell: its building blocks, then its
/// processes, then what it has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Question {
    // Format checking, §5.2.2.
    /// Can the file be read as it is written, without repair?
    FileStructure,
    /// Is the signature dictionary well formed (`/Filter`, `/SubFilter`, `/M`, no `/Cert`)?
    SignatureDictionary,
    /// Is `/ByteRange` four numbers from the start of the file, without overlap, within it?
    ByteRange,
    /// Is the gap exactly one hexadecimal string, the signature's own `/Contents`?
    ContentsHole,
    /// Is `/Contents` a CMS signature of the form PAdES requires?
    CmsFormat,
    // Identification of the signing certificate, §5.2.3.
    /// Is the signing certificate the one that the signed attributes name?
    SigningCertificate,
    // Validation context initialisation, §5.2.4.
    /// Is it settled by which policy and as of when to judge, and is the signature policy at hand, if one is named?
    Context,
    // Revocation freshness, §5.2.5.
    /// Is what is known about the revocation of a certificate recent enough?
    RevocationFreshness,
    // X.509 certificate validation, §5.2.6.
    /// Is there a path to a trust anchor?
    CertificatePath,
    /// Was the signing certificate within its validity at the time of signing?
    CertificateValidity,
    /// May the signing certificate's key sign documents?
    KeyUsage,
    /// Does the signing certificate say that it is a qualified one?
    QualifiedCertificate,
    /// Was the signing certificate not revoked?
    SignerRevocation,
    /// Were the other certificates of the path not revoked?
    PathRevocation,
    // Cryptographic verification, §5.2.7.
    /// Do the signed bytes have the digest that was signed?
    MessageDigest,
    /// Does the signature value verify with the signing certificate's key?
    SignatureValue,
    // Signature acceptance validation, §5.2.8.
    /// Are the algorithms acceptable at the time of signing?
    Algorithms,
    // Time-stamp validation, §5.4.
    /// Is the time-stamp over this signature, or over this document?
    TimestampImprint,
    /// Does the time-stamp verify with the key of the certificate that it names?
    TimestampToken,
    /// Is what is known about the revocation of a certificate behind the time-stamp recent enough?
    TimestampFreshness,
    /// Is there a path from the time-stamp to a trust anchor?
    TimestampPath,
    /// Was the certificate of the time-stamp's unit within its validity?
    TimestampValidity,
    /// May the key of the time-stamp's unit make time-stamps?
    TimestampPurpose,
    /// Were the certificates behind the time-stamp not revoked?
    TimestampRevocation,
    /// Are the algorithms of the time-stamp acceptable?
    TimestampAlgorithms,
    // Signatures with time and with long-term validation data, §5.5.
    /// Are times in an order that can be?
    TimeOrder,
    // Signatures with archival data, §5.6.
    /// Up to when was the certificate's path good, so that proof of an earlier time decides what is open now?
    PastCertificate,
    /// Up to when was the path of the time-stamp good?
    PastTimestamp,
    /// Since when is the signature proven to have existed?
    ProofOfExistence,
    // What the standard leaves to the format, and what it does not ask.
    /// Do the signed bytes cover the whole file, or is what follows validation data only?
    Coverage,
    /// Did anything change after signing?
    ChangesAfterSigning,
    /// Do the pages look as they did when they were signed, other than where changes are permitted?
    Pages,
    /// Is all that was signed still to be seen?
    CoveredContent,
    /// Do the fields show their values?
    FieldLooks,
    /// Is nothing in the document that can change what it shows, or that does something by itself?
    ActiveContent,
    /// Is every piece of validation data in the file sound?
    ValidationData,
    /// Is it a qualified electronic signature?
    Qualification,
}

/// A process of EN 319 102-1. What several time-stamps are asked within one, each is asked in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Process {
    /// §5.2 and §5.3.
    Basic,
    /// §5.4.
    Timestamp,
    /// §5.5.
    LongTerm,
    /// §5.6.
    Archival,
    /// None of them.
    Other,
}

impl Question {
    /// In which process it is asked.
    pub(crate) fn process(self) -> Process {
        match self {
            _ if self <= Self::Algorithms => Process::Basic,
            _ if self <= Self::TimestampAlgorithms => Process::Timestamp,
            Self::TimeOrder => Process::LongTerm,
            Self::PastCertificate | Self::PastTimestamp | Self::ProofOfExistence => Process::Archival,
            _ => Process::Other,
        }
    }

    /// Whether it is about the bytes of the document and what came after signing, which no certificate and no time answers.
    pub fn is_about_document(self) -> bool {
        matches!(
            self,
            Self::FileStructure
                | Self::Coverage
                | Self::ChangesAfterSigning
                | Self::Pages
                | Self::CoveredContent
                | Self::FieldLooks
        )
    }

    /// Whether it is about a time-stamp and what stands behind it.
    pub fn is_about_timestamp(self) -> bool {
        self.process() == Process::Timestamp || self == Self::PastTimestamp
    }

    /// Whether its answer only says why that of another question is what it is.
    pub fn explains(self) -> bool {
        matches!(
            self,
            Self::RevocationFreshness
                | Self::TimestampFreshness
                | Self::PastCertificate
                | Self::PastTimestamp
                | Self::ProofOfExistence
        )
    }
}

/// The conclusion about one time-stamp token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimestampReport {
    /// The moment it states (`genTime`).
    pub time: Time,
    /// Common name of the time-stamping unit.
    pub authority: Option<String>,
    /// The conclusion about it.
    pub conclusion: Conclusion,
}
