//! What a service says instead: HTTP status, `error` and `error_description`, §10 and the tables of each method.

use serde::Deserialize;

use crate::error::Error;
use crate::exchange::{bounded, one_line, says_json};
use crate::session::Response;

/// A list of credentials with their chains, or a hundred CAdES signatures with validation data; the rest of the answers
/// are small.
const MAXIMUM: usize = 4 << 20;

/// Cases that have no name of their own but `invalid_request`: they are told by the description that the tables fix.
const DESCRIBED: [(&str, Error); 13] = [
    ("credential locked", Error::CscLocked),
    ("is disabled", Error::CscDisabled),
    ("signatures is too high", Error::CscTooMany),
    ("sad expired", Error::CscSadExpired),
    ("not authorized by the sad", Error::CscNotAuthorised),
    ("parameter sad", Error::CscSadInvalid),
    ("parameter credentialid", Error::CscCredentialUnknown),
    ("client authorization required", Error::CscClientRefused),
    ("parameter client_", Error::CscClientRefused),
    // The sample of §10.1.
    ("access token is not valid", Error::CscTokenInvalid),
    ("invalid refresh_token", Error::CscGrant),
    // What is asked for again, and the service has no more.
    ("parameter handle", Error::SessionLost),
    ("parameter requestid", Error::SessionLost),
];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Problem {
    error: String,
    error_description: String,
}

/// The status and body of an answer that is none of the refusals.
pub(crate) fn body(response: Response) -> Result<(u16, Vec<u8>), Error> {
    let status = response.status().as_u16();
    let kind = says_json(&response);
    let body = bounded(response, MAXIMUM)?;
    if status < 300 {
        // Where nothing is due, nothing needs a name.
        return if body.is_empty() { Ok((status, body)) } else { kind.map(|()| (status, body)) };
    }
    let Problem { error, error_description } = serde_json::from_slice(&body).unwrap_or_default();
    // A service in the field answers so while a signature is being made, with the status of a refusal.
    if status == 400 && error == "accepted_request" {
        return Ok((202, body));
    }
    Err(refusal(Some(status), &error, &error_description))
}

/// The case that a service names; it has no status where the browser came back with it.
pub(crate) fn refusal(status: Option<u16>, error: &str, description: &str) -> Error {
    let detail = || one_line([error.to_owned(), description.to_owned()]);
    match error {
        "access_denied" => Error::CscDenied,
        "unauthorized_client" => Error::CscClientNotAllowed,
        "invalid_client" => Error::CscClientRefused,
        "invalid_scope" => Error::CscScope,
        "unsupported_response_type" => Error::CscResponseType,
        "invalid_grant" => Error::CscGrant,
        "expired_token" => Error::CscSessionOver,
        "invalid_token" => Error::CscTokenInvalid,
        "invalid_authentication_data" | "authentication_error" => Error::CscWrongData,
        "invalid_otp" => Error::CscWrongOtp,
        "invalid_hash" => Error::CscNotAuthorised,
        "unsupported_token_type" => Error::CscNotOffered,
        "server_error" => Error::CscFault,
        "temporarily_unavailable" => Error::Unavailable { status },
        "invalid_request" if matches!(status, None | Some(400 | 401)) => {
            described(status, description, detail())
        }
        "" => match status {
            None => Error::Malformed { what: "error is empty".to_owned() },
            Some(status) => by_status(status, String::new()),
        },
        _ => match status {
            None | Some(400) => Error::CscUnknownError { error: error.chars().take(64).collect() },
            Some(status) => by_status(status, detail()),
        },
    }
}

fn described(status: Option<u16>, description: &str, detail: String) -> Error {
    let said = description.to_ascii_lowercase();
    if said.contains("signing certificate") && said.contains("expired") {
        return Error::CscCertificateExpired;
    }
    let known = DESCRIBED.iter().find(|(words, _)| said.contains(words));
    match known {
        Some((_, error)) => error.clone(),
        // By its status it is about the token; only of names and passwords, which are not sent, it says otherwise.
        None if status == Some(401) && !said.contains("authentication parameter") => Error::CscSessionOver,
        None => Error::BadRequest { detail },
    }
}

fn by_status(status: u16, detail: String) -> Error {
    match status {
        400 => Error::BadRequest { detail },
        // "Bad or expired authorization token", §10.
        401 => Error::CscSessionOver,
        403 => Error::Refused { status, detail },
        500 => Error::CscFault,
        501 => Error::CscNotOffered,
        429 => Error::TooManyRequests,
        502..=599 => Error::Unavailable { status: Some(status) },
        _ => Error::UnexpectedStatus { status },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn code(status: u16, error: &str, description: &str) -> &'static str {
        let text = serde_json::json!({"error": error, "error_description": description}).to_string();
        let response = http::Response::builder().status(status).body(text.into_bytes()).unwrap();
        body(response).unwrap_err().code()
    }

    #[test]
    fn what_has_no_name_is_told_by_its_description() {
        for (description, expected) in [
            ("Credential locked", "csc-locked"),
            ("The credential identified by credentialID is disabled", "csc-disabled"),
            ("Numbers of signatures is too high", "csc-too-many"),
            ("SAD expired", "csc-sad-expired"),
            ("Hash is not authorized by the SAD.", "csc-not-authorised"),
            ("documentDigests or documents are not authorized by the SAD.", "csc-not-authorised"),
            ("The access token is not valid", "csc-token-invalid"),
            ("Missing (or invalid type) string parameter requestID", "session-lost"),
            ("Invalid parameter SAD", "csc-sad-invalid"),
            ("Missing (or invalid type) string parameter SAD", "csc-sad-invalid"),
            ("Invalid parameter credentialID", "csc-credential-unknown"),
            (
                "Signing certificate 'O=[organization],CN=[common_name]' is expired.",
                "csc-certificate-expired",
            ),
            ("Invalid parameter client_secret", "csc-client-refused"),
            ("Invalid digest value length", "bad-request"),
            ("Empty hash array", "bad-request"),
        ] {
            assert_eq!(code(400, "invalid_request", description), expected, "{description}");
        }
    }

    #[test]
    fn a_page_is_no_answer() {
        let answer = |status: u16, kind: &str, text: &str| {
            let response = http::Response::builder().status(status).header("content-type", kind);
            body(response.body(text.as_bytes().to_vec()).unwrap()).map(|(status, _)| status)
        };
        let login = "<!DOCTYPE html><title>Please log in</title>";
        for status in [200, 201, 202] {
            assert_eq!(answer(status, "text/html; charset=utf-8", login).unwrap_err().code(), "content-type");
        }
        assert_eq!(answer(200, "application/json;charset=utf-8", "{}"), Ok(200));
        assert_eq!(answer(204, "text/html", ""), Ok(204));
        assert_eq!(answer(503, "text/html", login).unwrap_err().code(), "unavailable");
    }

    #[test]
    fn a_status_says_something_beside_the_name() {
        assert_eq!(code(403, "invalid_hash", "does not match authorized hash"), "csc-not-authorised");
        assert_eq!(code(401, "invalid_request", "The access token is not valid"), "csc-token-invalid");
        assert_eq!(code(401, "invalid_request", ""), "csc-session-over");
        assert_eq!(code(401, "invalid_request", "Client authorization required"), "csc-client-refused");
        assert_eq!(code(401, "invalid_request", "Malformed authentication parameter."), "bad-request");
        assert_eq!(code(403, "insufficient_scope", ""), "service-forbids");
    }

    #[test]
    fn a_status_without_words_is_a_case_too() {
        let statuses = [400, 401, 403, 404, 429, 500, 501, 503];
        let codes = statuses.map(|status| code(status, "", ""));
        assert_eq!(
            codes,
            [
                "bad-request",
                "csc-session-over",
                "service-forbids",
                "unexpected-status",
                "too-many-requests",
                "csc-fault",
                "csc-not-offered",
                "unavailable"
            ]
        );
        assert_eq!(code(400, "something_new", ""), "csc-unknown-error");
    }
}
