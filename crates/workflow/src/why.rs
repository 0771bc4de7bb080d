//! Why a service of time-stamps or status did not give what was asked: errors and refusals as [`Cause`]s.

use pki::Error as PkiError;

use crate::error::Error;
use crate::failures::{Cause, Step};

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
            _ => (error.code(), step_of(error.code(), error.hint())),
        };
        Self { why, step, figures, said }
    }
}

fn step_of(code: &str, hint: &str) -> Step {
    match (code, hint) {
        (
            "connection-broken" | "content-type" | "host-unknown" | "proxy-unreachable" | "redirected"
            | "unreachable",
            _,
        ) => Step::Connection,
        (_, "settings" | "ask-issuer" | "ask-service" | "stop" | "check-person") => Step::Settings,
        (_, "update-program") => Step::Update,
        (_, "retry" | "send-again" | "start-over") => Step::Again,
        _ => Step::Later,
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
pub(crate) fn timestamp(error: &PkiError) -> Cause {
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
        PkiError::ImprintMismatch => ("imprint-mismatch", Step::Again),
        PkiError::NonceMismatch => ("nonce-mismatch", Step::Again),
        _ => ("answer-invalid", Step::Again),
    };
    Cause::not_accepted(why, error).with(step)
}

/// Why an answer about a certificate is none.
pub(crate) fn status(error: &PkiError) -> Cause {
    let (why, step) = match error {
        PkiError::OcspStatus { status: 1 } => ("ocsp-malformed-request", Step::Update),
        PkiError::OcspStatus { status: 2 } => ("ocsp-internal-error", Step::Later),
        PkiError::OcspStatus { status: 3 } => ("ocsp-try-later", Step::Later),
        PkiError::OcspStatus { status: 5 } => ("ocsp-sig-required", Step::Settings),
        PkiError::OcspStatus { status: 6 } => ("ocsp-unauthorized", Step::Settings),
        PkiError::OcspStatus { .. } => ("ocsp-status-unknown", Step::Update),
        PkiError::NonceMismatch => ("nonce-mismatch", Step::Again),
        PkiError::NotCovered => ("not-covered", Step::Settings),
        PkiError::CrlScope { .. } => ("crl-scope", Step::Settings),
        _ => ("answer-invalid", Step::Again),
    };
    Cause::not_accepted(why, error).with(step)
}
