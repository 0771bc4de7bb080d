//! What a service beside the one that signs did not give, and why: of whom a time-stamp, the fate of a certificate or its
//! issuer was asked. One may fail and another give it; what is said to people is what kept the first from it.

use std::collections::BTreeMap;
use std::fmt;

use pki::Error as PkiError;

use crate::error::Error;

/// Of whom something was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A time-stamp service.
    Timestamp,
    /// A responder for the status of certificates (OCSP).
    Responder,
    /// A server of revocation lists.
    List,
    /// A server of issuers' certificates.
    Issuer,
}

impl Asked {
    /// A stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timestamp => "timestamp",
            Self::Responder => "ocsp",
            Self::List => "crl",
            Self::Issuer => "issuer",
        }
    }
}

/// What helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same again, later.
    Later,
    /// Another connection, or another contract.
    Settings,
    /// A newer version of this program: the question was not understood.
    Update,
}

impl Step {
    const fn name(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::Settings => "settings",
            Self::Update => "update",
        }
    }
}

/// Why something was not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// A stable name of the case: its words are a variant of `service-why`.
    pub why: &'static str,
    /// What helps.
    pub step: Step,
    /// The figures of the case, by name.
    figures: BTreeMap<String, String>,
    /// For those who look into it.
    said: String,
}

impl Cause {
    fn new(why: &'static str, step: Step, said: String) -> Self {
        Self { why, step, figures: BTreeMap::new(), said }
    }

    /// An answer that came whole and does not say what it has to.
    pub fn not_accepted(why: &'static str, said: impl fmt::Display) -> Self {
        Self::new(why, Step::Later, format!("not-accepted ({said})"))
    }

    /// No request was made.
    pub fn not_asked(why: &'static str, step: Step, said: impl Into<String>) -> Self {
        Self::new(why, step, said.into())
    }

    /// The same with another next step.
    pub fn with(self, step: Step) -> Self {
        Self { step, ..self }
    }
}

/// Its code and its figures.
impl<E: Into<Error>> From<E> for Cause {
    fn from(error: E) -> Self {
        let error = error.into();
        let figures = error.values();
        let shown: Vec<&str> =
            figures.values().map(String::as_str).filter(|value| !value.is_empty()).collect();
        let said = match shown.is_empty() {
            true => error.code().to_owned(),
            false => format!("{} ({})", error.code(), shown.join(", ")),
        };
        let (why, step) = match &error {
            // What the services of trust call so has nothing to do with accounts.
            Error::Remote(remote::Error::NotFound) => ("nothing-there", Step::Settings),
            Error::Remote(remote::Error::UnexpectedStatus { status: 400 }) => ("bad-request", Step::Update),
            _ => (error.code(), step_of(error.hint())),
        };
        Self { figures, ..Self::new(why, step, said) }
    }
}

fn step_of(hint: &str) -> Step {
    match hint {
        "settings" | "ask-issuer" | "ask-service" | "stop" | "check-person" => Step::Settings,
        "update-program" => Step::Update,
        _ => Step::Later,
    }
}

/// What one of those who were asked did not give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Of whom.
    pub asked: Asked,
    /// Its address; empty where there is none.
    pub address: String,
    /// Why.
    pub cause: Cause,
}

/// All who did not give it, in the order in which they were asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failures(pub Vec<Failure>);

impl Failures {
    /// Adds one who was asked.
    pub fn add(&mut self, asked: Asked, address: &str, cause: Cause) {
        self.0.push(Failure { asked, address: address.to_owned(), cause });
    }

    /// The same, where nobody failed and nobody could say it either.
    pub fn or_nobody(mut self) -> Self {
        if self.is_empty() {
            self.add(Asked::Responder, "", Cause::not_asked("nothing-said", Step::Later, ""));
        }
        self
    }

    /// Whether nobody failed.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next step, as a stable name.
    pub fn hint(&self) -> &'static str {
        match self.0.first().map(|first| first.cause.step) {
            None | Some(Step::Later) => "retry-later",
            Some(Step::Settings) => "settings",
            Some(Step::Update) => "update-program",
        }
    }

    /// The figures: of the first who was asked `why`, whom (`asked`), what helps (`step`) and its own; what all of them said
    /// (`detail`).
    pub fn values(&self) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        if let Some(Failure { asked, cause, .. }) = self.0.first() {
            values.clone_from(&cause.figures);
            let said = [("why", cause.why), ("asked", asked.name()), ("step", cause.step.name())];
            values.extend(said.map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        values.insert("detail".to_owned(), self.to_string());
        values
    }
}

impl fmt::Display for Failures {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, Failure { address, cause, .. }) in self.0.iter().enumerate() {
            let before = if number == 0 { "" } else { "; " };
            let colon = if address.is_empty() { "" } else { ": " };
            write!(into, "{before}{address}{colon}{}", cause.said)?;
        }
        Ok(())
    }
}

/// Bits of PKIFailureInfo (RFC 3161 §2.4.2) that say why a time-stamp was refused, by the number of the bit.
const REFUSALS: [(u32, &str, Step); 8] = [
    (0, "tsp-bad-alg", Step::Settings),
    (2, "tsp-bad-request", Step::Settings),
    (5, "tsp-bad-data-format", Step::Update),
    (14, "tsp-time-not-available", Step::Later),
    (15, "tsp-unaccepted-policy", Step::Settings),
    (16, "tsp-unaccepted-extension", Step::Update),
    (17, "tsp-add-info-not-available", Step::Later),
    (25, "tsp-system-failure", Step::Later),
];

/// Why an answer of a time-stamp service is none.
pub fn timestamp(error: &PkiError) -> Cause {
    let (why, step) = match error {
        PkiError::TimestampRefused { status: 2, failure: Some(bits), .. } => {
            let known = REFUSALS.iter().find(|(bit, ..)| bits & (1 << bit) != 0);
            known.map_or(("tsp-rejection", Step::Later), |(_, why, step)| (*why, *step))
        }
        PkiError::TimestampRefused { status: 2, .. } => ("tsp-rejection", Step::Later),
        PkiError::TimestampRefused { status: 3, .. } => ("tsp-waiting", Step::Later),
        PkiError::TimestampRefused { status: 4, .. } => ("tsp-revocation-warning", Step::Settings),
        PkiError::TimestampRefused { status: 5, .. } => ("tsp-revocation-notification", Step::Settings),
        PkiError::TimestampRefused { .. } => ("tsp-status-unknown", Step::Update),
        PkiError::ImprintMismatch => ("imprint-mismatch", Step::Later),
        PkiError::NonceMismatch => ("nonce-mismatch", Step::Later),
        _ => ("answer-invalid", Step::Later),
    };
    Cause::not_accepted(why, error).with(step)
}

/// Why an answer about a certificate is none.
pub fn status(error: &PkiError) -> Cause {
    let (why, step) = match error {
        PkiError::OcspStatus { status: 1 } => ("ocsp-malformed-request", Step::Update),
        PkiError::OcspStatus { status: 2 } => ("ocsp-internal-error", Step::Later),
        PkiError::OcspStatus { status: 3 } => ("ocsp-try-later", Step::Later),
        PkiError::OcspStatus { status: 5 } => ("ocsp-sig-required", Step::Settings),
        PkiError::OcspStatus { status: 6 } => ("ocsp-unauthorized", Step::Settings),
        PkiError::OcspStatus { .. } => ("ocsp-status-unknown", Step::Update),
        PkiError::NonceMismatch => ("nonce-mismatch", Step::Later),
        PkiError::NotCovered => ("not-covered", Step::Settings),
        PkiError::CrlScope { .. } => ("crl-scope", Step::Settings),
        _ => ("answer-invalid", Step::Later),
    };
    Cause::not_accepted(why, error).with(step)
}
