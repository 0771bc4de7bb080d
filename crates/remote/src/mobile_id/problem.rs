//! What the service says by HTTP status, Mobile-ID API 3.2.6 and 3.3.9.

use serde::Deserialize;

use crate::error::Error;
use crate::exchange::{bounded, by_status, one_line, says_json};
use crate::session::Response;

/// A status with a certificate and an RSA signature has four kilobytes of JSON; the rest is room for new fields.
const MAXIMUM: usize = 64 << 10;

/// What was asked.
#[derive(Clone, Copy)]
pub(crate) enum Asked {
    /// A certificate, or to open a session.
    Subscriber,
    /// The state of a session: a 404 says that there is none.
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
        _ => Err(by_status(status, || detail(&body))),
    }
}

#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    error: String,
    #[serde(default, rename = "traceId")]
    trace: String,
}

/// For a log; empty when the body is not the service's.
fn detail(body: &[u8]) -> String {
    let Ok(problem) = serde_json::from_slice::<Problem>(body) else { return String::new() };
    one_line([problem.error, problem.trace])
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
        assert_eq!(code(400, Asked::Subscriber), "bad-request");
        assert_eq!(code(401, Asked::Subscriber), "service-refused");
        assert_eq!(code(404, Asked::Session), "session-lost");
        assert_eq!(code(404, Asked::Subscriber), "unexpected-status");
        assert_eq!(code(500, Asked::Session), "unavailable");
        assert_eq!(code(302, Asked::Subscriber), "unexpected-status");
    }

    #[test]
    fn what_the_service_says_is_kept_for_the_log() {
        let text = r#"{"error":"relyingPartyUUID must not be null","time":"2019-07-23T11:27:49","traceId":"4a295f2786d6dc89"}"#;
        let detail = "relyingPartyUUID must not be null; 4a295f2786d6dc89".to_owned();
        assert_eq!(body(answer(400, text), Asked::Subscriber), Err(Error::BadRequest { detail }));
    }
}
