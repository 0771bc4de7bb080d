//! Why work could not be done: a stable code, its figures, and the next step. The words are chosen where they are read.

use std::collections::BTreeMap;

use pki::Time;
use validation::record::RecordError;
use validation::report::Report;

use crate::failures::Failures;
use crate::host::{FileError, NoKeychain, Unreachable, UnreachableCause};
use crate::profile;

/// Why a document was not signed, finished or verified.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The service said no, or its answer cannot be accepted.
    #[error(transparent)]
    Remote(#[from] remote::Error),
    /// A service could not be reached.
    #[error("{0:?}")]
    Unreachable(Unreachable),
    /// The document cannot be read, or not be signed.
    #[error(transparent)]
    Document(#[from] ades::Error),
    /// A file could not be read or written.
    #[error("{path}: {}", cause.told())]
    File {
        /// Which file.
        path: String,
        /// Why.
        cause: FileError,
    },
    /// A file with facts and evidence cannot be judged.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The profile cannot be used.
    #[error(transparent)]
    Profile(#[from] profile::Error),
    /// The signing certificate was revoked: found before the phone rang, as the four that follow, or, as the next, when the
    /// document was finished, after it had been approved.
    #[error("certificate revoked")]
    CertificateRevoked {
        /// When, where it is known.
        since: Option<Time>,
    },
    /// The signing certificate is suspended.
    #[error("certificate suspended")]
    CertificateSuspended {
        /// Since when, where it is known.
        since: Option<Time>,
    },
    /// The term of the signing certificate is over.
    #[error("certificate expired on {until}")]
    CertificateExpired {
        /// When it ended.
        until: Time,
    },
    /// The term of the signing certificate has not begun.
    #[error("certificate valid from {from}")]
    CertificateNotYetValid {
        /// When it begins.
        from: Time,
    },
    /// The path of the signing certificate, or something in it, does not hold.
    #[error("certificate not usable: {reason}")]
    CertificateNotUsable {
        /// The sub-indication of the standard.
        reason: String,
    },
    /// Whether the signing certificate was revoked could not be found out, before the phone rang for PIN2.
    #[error("certificate status unknown: {failures}")]
    CertificateStatusUnknown {
        /// What is missing.
        failures: Failures,
    },
    /// The key at hand did not sign.
    #[error("the key did not sign: {detail}")]
    KeyRefused {
        /// What it said.
        detail: String,
    },
    /// The document has no signature that could be extended.
    #[error("no signature")]
    NoSignature,
    /// The signatures have the level already.
    #[error("nothing to add")]
    NothingToAdd,
    /// Evidence for the level can only be collected along a path to a trust anchor, and none is named.
    #[error("no trust anchor")]
    TrustNeeded,
    /// This computer's clock and the service's differ too much to sign.
    #[error("clock differs by {seconds} s")]
    ClockWrong {
        /// Ours minus theirs, in seconds.
        seconds: i64,
    },
    /// No time-stamp service answered as it should.
    #[error("no time-stamp: {failures}")]
    NoTimestamp {
        /// What each of them said.
        failures: Failures,
    },
    /// Proof that the certificates are not revoked could not be had.
    #[error("no revocation proof: {failures}")]
    NoRevocationProof {
        /// What is missing.
        failures: Failures,
    },
    /// No time-stamp service answered. The signature value is kept.
    #[error("no time-stamp: {failures}")]
    TimestampUnavailable {
        /// What each of them said.
        failures: Failures,
    },
    /// Proof that the certificates are not revoked could not be had. The signature value is kept.
    #[error("no revocation proof: {failures}")]
    RevocationUnavailable {
        /// What is missing.
        failures: Failures,
    },
    /// The document could not be finished, and the disk did not take the signature value either: it is gone.
    #[error("the signature value could not be kept: {}", cause.told())]
    ValueLost {
        /// Why it could not be written down.
        cause: FileError,
    },
    /// No place was found for the seal: the text is not there, or no free place is large enough.
    #[error("no place for the seal")]
    SealNoPlace,
    /// The finished document does not pass our own validation; it was not saved.
    #[error("own validation did not pass")]
    NotValid(Box<Report>),
    /// The signature was begun under another profile, whose services and trust it needs.
    #[error("begun under profile {made_under}, present is {present}")]
    OtherProfile {
        /// The profile it was begun under.
        made_under: String,
        /// The profile in use now.
        present: String,
    },
    /// The person has several keys at the remote signing service, and which one was not said.
    #[error("several credentials: {ids}")]
    SeveralCredentials {
        /// Their identifiers.
        ids: String,
    },
    /// The remote signing service asks the person something, and nobody answered.
    #[error("nobody answered: {asked}")]
    NotAnswered {
        /// What it is called, in the service's words.
        asked: String,
    },
    /// The browser could not come back: no address of this computer could be listened at.
    #[error("the browser cannot come back: {detail}")]
    NoReturn {
        /// What the system said.
        detail: String,
    },
    /// The keychain, where a secret is or shall be kept, cannot be used.
    #[error("no keychain: {detail}")]
    Keychain {
        /// What the system said.
        detail: String,
    },
    /// The remote signing service knows this program by a secret, and that is not in the keychain.
    #[error("no client secret for {profile}")]
    SecretMissing {
        /// The profile of the service.
        profile: String,
    },
    /// Something may still be open on the phone of whoever is asked, so nothing else was asked.
    #[error("a request may be open on the phone until {until}")]
    SessionOpen {
        /// When it has run out at the latest.
        until: Time,
        /// Minutes until then, begun ones included.
        minutes: u64,
    },
    /// Only what one key of a remote signing service signs can be signed together.
    #[error("not to be signed together")]
    NotTogether,
    /// There is no such entry in the journal, or it cannot be read.
    #[error("no journal entry {key}")]
    NoSuchEntry {
        /// Its key.
        key: String,
    },
}

impl Error {
    /// The same, where a signature value has come back and is kept.
    pub(crate) fn kept(self) -> Self {
        match self {
            Self::NoTimestamp { failures } => Self::TimestampUnavailable { failures },
            Self::NoRevocationProof { failures } => Self::RevocationUnavailable { failures },
            other => other,
        }
    }

    /// Whether a signature value can come to this whenever it is tried: another one may not.
    pub(crate) const fn is_for_good(&self) -> bool {
        matches!(
            self,
            Self::NotValid(_) | Self::Document(ades::Error::Pdf(pdf::Error::ContentsTooSmall { .. }))
        )
    }

    /// A stable name of the case, the same on every wire and in every language.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Remote(error) => error.code(),
            Self::Unreachable(unreachable) => match unreachable.cause {
                UnreachableCause::PinMismatch { vouched: true, .. } => "tls-pin-outdated",
                UnreachableCause::PinMismatch { .. } => "tls-intercepted",
                UnreachableCause::NotTrusted { .. } => "tls-untrusted",
                UnreachableCause::TooLarge => "answer-too-large",
                UnreachableCause::Redirect { .. } => "redirected",
                UnreachableCause::Address { .. } => "address-refused",
                UnreachableCause::TimedOut => "service-timed-out",
                UnreachableCause::Broken { .. } => "connection-broken",
                UnreachableCause::Name => "host-unknown",
                UnreachableCause::Connect => "unreachable",
                UnreachableCause::NoProxy { .. } => "proxy-unreachable",
                UnreachableCause::ProxyLogin { told: false, .. } => "proxy-login",
                UnreachableCause::ProxyLogin { told: true, .. } => "proxy-login-refused",
                UnreachableCause::ProxyLoginForm { .. } => "proxy-login-variable",
                UnreachableCause::ProxyNotTrusted { .. } => "proxy-untrusted",
                UnreachableCause::ProxyRefused { .. } => "proxy-refused",
            },
            Self::Document(error) => error.code(),
            Self::File { cause, .. } => cause.code(),
            Self::Record(RecordError::Version { .. }) => "evidence-version",
            Self::Record(_) => "evidence-unreadable",
            Self::Profile(error) => error.code(),
            Self::Keychain { .. } => "keychain-unavailable",
            Self::SecretMissing { .. } => "csc-secret-missing",
            Self::CertificateRevoked { .. } => "certificate-revoked",
            Self::CertificateSuspended { .. } => "certificate-suspended",
            Self::CertificateExpired { .. } => "certificate-expired",
            Self::CertificateNotYetValid { .. } => "certificate-not-yet-valid",
            Self::CertificateNotUsable { .. } => "certificate-not-usable",
            Self::CertificateStatusUnknown { .. } => "certificate-status-unknown",
            Self::KeyRefused { .. } => "key-refused",
            Self::NoSignature => "no-signature",
            Self::NothingToAdd => "nothing-to-add",
            Self::TrustNeeded => "trust-needed",
            Self::ClockWrong { .. } => "clock-wrong",
            Self::NoTimestamp { .. } => "no-timestamp",
            Self::NoRevocationProof { .. } => "no-revocation-proof",
            Self::TimestampUnavailable { .. } => "timestamp-unavailable",
            Self::RevocationUnavailable { .. } => "revocation-unavailable",
            Self::ValueLost { .. } => "value-lost",
            Self::SealNoPlace => "seal-no-place",
            Self::NotValid(_) => "not-valid",
            Self::OtherProfile { .. } => "other-profile",
            Self::SeveralCredentials { .. } => "csc-several-credentials",
            Self::NotAnswered { .. } => "csc-not-answered",
            Self::NoReturn { .. } => "browser-no-return",
            Self::SessionOpen { .. } => "session-open",
            Self::NotTogether => "not-together",
            Self::NoSuchEntry { .. } => "no-such-entry",
        }
    }

    /// The next step that helps, as a stable name.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Remote(error) => remote_hint(error),
            Self::Unreachable(unreachable) => match unreachable.cause {
                UnreachableCause::PinMismatch { vouched: true, .. } => "update-program",
                UnreachableCause::PinMismatch { .. } | UnreachableCause::NotTrusted { .. } => "stop",
                UnreachableCause::Address { .. }
                | UnreachableCause::Redirect { .. }
                | UnreachableCause::ProxyLogin { .. }
                | UnreachableCause::ProxyLoginForm { .. }
                | UnreachableCause::ProxyNotTrusted { .. }
                | UnreachableCause::ProxyRefused { .. } => "settings",
                _ => "retry-later",
            },
            Self::Document(ades::Error::Demand { .. }) => "change-order",
            // With a new sample of a time-stamp there is more room.
            Self::Document(ades::Error::Pdf(pdf::Error::ContentsTooSmall { .. })) => "retry",
            // What a service made of it.
            Self::Document(ades::Error::Unfit(_)) => "retry",
            Self::Document(_) => "choose-another-file",
            Self::File { cause, .. } => match cause {
                FileError::Missing | FileError::NotAFile | FileError::NoPermission => "choose-another-file",
                FileError::Changed => "open-again",
                FileError::Exists
                | FileError::FolderMissing
                | FileError::Itself
                | FileError::ReadOnlyFolder => "choose-another-output",
                FileError::DiskFull => "free-space",
                FileError::Other { .. } => "retry",
            },
            Self::Record(RecordError::Version { .. }) => "update-program",
            Self::Record(_) => "choose-another-file",
            Self::Profile(_) | Self::Keychain { .. } | Self::SecretMissing { .. } => "settings",
            Self::CertificateRevoked { .. }
            | Self::CertificateSuspended { .. }
            | Self::CertificateExpired { .. }
            | Self::CertificateNotUsable { .. } => "ask-issuer",
            Self::CertificateNotYetValid { .. } => "set-clock",
            Self::CertificateStatusUnknown { failures }
            | Self::NoTimestamp { failures }
            | Self::NoRevocationProof { failures } => failures.hint(),
            Self::KeyRefused { .. } | Self::TrustNeeded => "settings",
            Self::NoSignature | Self::NothingToAdd => "choose-another-file",
            Self::ClockWrong { .. } => "set-clock",
            Self::TimestampUnavailable { .. } | Self::RevocationUnavailable { .. } => "finish-later",
            Self::ValueLost { .. } => "free-space",
            Self::SealNoPlace => "place-seal",
            Self::NotValid(_) => "report",
            Self::OtherProfile { .. } => "settings",
            Self::SessionOpen { .. } => "send-again",
            Self::NotTogether => "settings",
            Self::SeveralCredentials { .. } | Self::NotAnswered { .. } | Self::NoReturn { .. } => "retry",
            Self::NoSuchEntry { .. } => "start-over",
        }
    }

    /// The figures of the case, by name.
    pub fn values(&self) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        let mut put = |name: &str, value: String| {
            values.insert(name.to_owned(), value);
        };
        match self {
            Self::Remote(error) => put("detail", error.to_string()),
            Self::Document(ades::Error::Demand { field, wanted, ordered, .. }) => {
                put("field", field.clone());
                put("wanted", wanted.clone());
                put("ordered", ordered.clone());
            }
            Self::Document(error) => put("detail", error.to_string()),
            Self::Record(RecordError::Version { version }) => put("version", version.to_string()),
            Self::Record(error) => put("detail", error.to_string()),
            Self::Profile(error) => values.extend(error.values()),
            Self::Unreachable(unreachable) => {
                put("host", unreachable.host.clone());
                match &unreachable.cause {
                    UnreachableCause::PinMismatch { expected, found, .. } => {
                        put("expected", expected.join(", "));
                        put("found", found.clone());
                    }
                    UnreachableCause::NotTrusted { detail } | UnreachableCause::Broken { detail } => {
                        put("detail", detail.clone());
                    }
                    UnreachableCause::Redirect { to } => put("to", to.clone()),
                    UnreachableCause::NoProxy { proxy }
                    | UnreachableCause::ProxyLogin { proxy, .. }
                    | UnreachableCause::ProxyLoginForm { proxy }
                    | UnreachableCause::ProxyRefused { proxy } => put("proxy", proxy.clone()),
                    UnreachableCause::ProxyNotTrusted { proxy, detail } => {
                        put("proxy", proxy.clone());
                        put("detail", detail.clone());
                    }
                    UnreachableCause::Address { url } => put("url", url.clone()),
                    _ => {}
                }
            }
            Self::File { path, cause } => {
                put("path", path.clone());
                if let FileError::Other { detail } = cause {
                    put("detail", detail.clone());
                }
            }
            Self::KeyRefused { detail } => put("detail", detail.clone()),
            Self::NoSignature | Self::NothingToAdd | Self::TrustNeeded | Self::NotTogether => {}
            Self::SeveralCredentials { ids } => put("ids", ids.clone()),
            Self::NotAnswered { asked } => put("asked", asked.clone()),
            Self::SecretMissing { profile } => put("profile", profile.clone()),
            Self::Keychain { detail } | Self::NoReturn { detail } => put("detail", detail.clone()),
            Self::CertificateRevoked { since } | Self::CertificateSuspended { since } => {
                if let Some(since) = since {
                    put("since", since.to_string());
                }
            }
            Self::CertificateExpired { until } => put("until", until.to_string()),
            Self::CertificateNotYetValid { from } => put("from", from.to_string()),
            Self::SessionOpen { until, minutes } => {
                put("until", until.to_string());
                put("minutes", minutes.to_string());
            }
            Self::CertificateNotUsable { reason } => put("reason", reason.clone()),
            Self::ClockWrong { seconds } => put("minutes", (seconds.unsigned_abs() / 60).to_string()),
            Self::CertificateStatusUnknown { failures }
            | Self::NoTimestamp { failures }
            | Self::NoRevocationProof { failures }
            | Self::TimestampUnavailable { failures }
            | Self::RevocationUnavailable { failures } => values.extend(failures.values()),
            Self::ValueLost { cause } => put("detail", cause.told().to_owned()),
            Self::SealNoPlace => {}
            Self::NotValid(report) => {
                let reasons = report.signatures.iter().filter_map(|s| s.conclusion.sub_indication);
                put("reason", reasons.map(|reason| reason.to_string()).collect::<Vec<_>>().join(", "));
            }
            Self::OtherProfile { made_under, present } => {
                put("profile", made_under.clone());
                put("present", present.clone());
            }
            Self::NoSuchEntry { key } => put("key", key.clone()),
        }
        values
    }
}

impl From<NoKeychain> for Error {
    fn from(NoKeychain { detail }: NoKeychain) -> Self {
        Self::Keychain { detail }
    }
}

impl From<Unreachable> for Error {
    fn from(mut unreachable: Unreachable) -> Self {
        if let UnreachableCause::Redirect { to: shown } | UnreachableCause::Address { url: shown } =
            &mut unreachable.cause
        {
            *shown = address(shown);
        }
        Self::Unreachable(unreachable)
    }
}

/// An address without what may be nobody else's business: a query, personal codes.
fn address(url: &str) -> String {
    remote::masked(url.split(['?', '#']).next().unwrap_or_default())
}

/// A file's fate, with its path.
pub(crate) fn at(path: &std::path::Path) -> impl Fn(FileError) -> Error + '_ {
    move |cause| Error::File { path: path.display().to_string(), cause }
}

/// How far this computer's clock may be from a service's, in seconds; OCSP clients commonly allow 15 minutes.
pub(crate) const CLOCK_TOLERANCE: i64 = 15 * 60;

/// Compares two clocks; the error is by how much they differ, ours minus theirs, in seconds.
pub(crate) fn same_time(ours: Time, theirs: Time) -> Result<(), i64> {
    let seconds = ours.unix_seconds().saturating_sub(theirs.unix_seconds());
    if seconds.abs() > CLOCK_TOLERANCE { Err(seconds) } else { Ok(()) }
}

fn remote_hint(error: &remote::Error) -> &'static str {
    match error.code() {
        "timed-out" | "mobile-timed-out" | "mobile-phone-absent" | "mobile-delivery-failed" => "send-again",
        "csc-denied" | "csc-wrong-data" | "csc-wrong-otp" | "csc-sad-expired" | "csc-sad-invalid"
        | "csc-not-authorised" | "csc-timed-out" => "send-again",
        "wrong-code" | "interrupted" => "start-over",
        "csc-grant" | "csc-session-over" | "csc-token-invalid" | "csc-state" => "start-over",
        "not-found" | "mobile-not-client" | "mobile-not-found" | "phone-number-form" => "check-person",
        "mobile-hash-mismatch" | "mobile-not-active" => "ask-operator",
        "csc-locked"
        | "csc-disabled"
        | "csc-certificate-expired"
        | "csc-certificate-revoked"
        | "csc-certificate-suspended"
        | "csc-factors"
        | "csc-mode"
        | "csc-no-credential" => "ask-service",
        "certificate-not-for-signing" | "profile-mismatch" => "ask-issuer",
        "document-unusable" | "account-unusable" | "see-app" => "open-app",
        "app-too-old" => "update-app",
        // The same request would be refused again; at a signing service it would cost a person another permission.
        "client-too-old" | "bad-request" => "update-program",
        "maintenance" | "too-many-requests" | "unavailable" | "server-fault" | "mobile-fault"
        | "mobile-not-ready" | "csc-fault" => "retry-later",
        "service-refused"
        | "service-forbids"
        | "csc-client-not-allowed"
        | "csc-client-refused"
        | "csc-scope"
        | "csc-response-type"
        | "csc-not-offered"
        | "csc-entrance"
        | "csc-format"
        | "csc-level"
        | "csc-method-missing"
        | "csc-version"
        | "csc-insecure"
        | "csc-elsewhere"
        | "algorithm"
        | "csc-credential-unknown" => "settings",
        "csc-too-many" => "sign-fewer",
        _ => "retry",
    }
}
