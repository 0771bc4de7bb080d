//! What the service says by HTTP status, with RFC 9457 problem details where it gives them.

use serde::Deserialize;

use crate::error::Error;
use crate::exchange::{bounded, by_status, one_line, says_json};
use crate::session::Response;

/// A status with a 6144-bit signature and a certificate has five kilobytes of JSON; the rest is room for new fields.
const MAXIMUM: usize = 64 << 10;

/// What a 404 says: no such account, or no such session.
#[derive(Clone, Copy)]
pub(crate) enum Asked {
    Account,
    Session,
}

/// The body of a 200 answer.
pub(crate) fn body(response: Response, asked: Asked) -> Result<Vec<u8>, Error> {
    let status = response.status().as_u16();
    if status == 200 {
        says_json(&response)?;
    }
    let body = bounded(response, MAXIMUM)?;
    match (status, asked) {
        (200, _) => Ok(body),
        (400, _) => Err(Error::BadRequest { detail: detail(&body) }),
        (404, Asked::Session) => Err(Error::SessionLost),
        // 471 is the older word for an account of another level; the two must not be told apart (RP API "Details").
        (404 | 471, _) => Err(Error::NotFound),
        (472, _) => Err(Error::SeeApp),
        (480, _) => Err(Error::ClientTooOld),
        (580, _) => Err(Error::Maintenance),
        _ => Err(by_status(status, || detail(&body))),
    }
}

#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    detail: String,
    #[serde(default)]
    errors: Vec<Detail>,
}

#[derive(Deserialize)]
struct Detail {
    #[serde(default)]
    code: String,
    #[serde(default)]
    detail: String,
    #[serde(default)]
    pointer: String,
}

/// One line for a log; empty when the body is no problem details.
fn detail(body: &[u8]) -> String {
    let Ok(problem) = serde_json::from_slice::<Problem>(body) else { return String::new() };
    let errors = problem.errors.into_iter().take(10).map(|one| {
        let parts = [one.pointer, one.code, one.detail];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    });
    one_line(std::iter::once(problem.detail).chain(errors))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn answer(status: u16, text: &str) -> Response {
        http::Response::builder().status(status).body(text.as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn every_status_is_its_own_case() {
        let code = |status, asked| body(answer(status, ""), asked).unwrap_err().code();
        assert_eq!(code(400, Asked::Account), "bad-request");
        assert_eq!(code(401, Asked::Account), "service-refused");
        assert_eq!(code(403, Asked::Account), "service-forbids");
        assert_eq!(code(404, Asked::Account), "not-found");
        assert_eq!(code(404, Asked::Session), "session-lost");
        assert_eq!(code(471, Asked::Account), "not-found");
        assert_eq!(code(472, Asked::Account), "see-app");
        assert_eq!(code(480, Asked::Account), "client-too-old");
        assert_eq!(code(580, Asked::Account), "maintenance");
        assert_eq!(code(429, Asked::Account), "too-many-requests");
        assert_eq!(code(500, Asked::Account), "unavailable");
        assert_eq!(code(503, Asked::Session), "unavailable");
        assert_eq!(code(302, Asked::Account), "unexpected-status");
    }

    #[test]
    fn problem_details_are_kept_for_the_log() {
        let text = r#"{"type":"about:blank","status":400,"title":"Bad Request","detail":"Invalid request parameters found",
            "errors":[{"detail":"The callback URL\nis invalid","paramName":"initialCallbackUrl","pointer":"/initialCallbackUrl"}]}"#;
        let found = body(answer(400, text), Asked::Account);
        let detail =
            "Invalid request parameters found; /initialCallbackUrl The callback URL is invalid".to_owned();
        assert_eq!(found, Err(Error::BadRequest { detail }));
    }

    #[test]
    fn an_answer_without_end_is_not_read() {
        let found = body(answer(200, &"x".repeat(MAXIMUM + 1)), Asked::Account);
        assert_eq!(found, Err(Error::TooLarge { length: MAXIMUM + 1, maximum: MAXIMUM }));
    }
}
