//! Answers over HTTP, and what they go by in the request.

use http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST};
use http::{Request, Response, StatusCode};
use serde_json::Value;

/// An answer with its whole body.
pub type Answer = Response<Vec<u8>>;

/// What the world says to a request.
#[derive(Debug)]
pub enum Reply {
    /// The answer. One with [`ConnectionCut`] among its extensions is never sent: the connection breaks instead.
    Ready(Answer),
    /// Nothing yet (long poll). Ask again with the same arrival time when something happened, at the latest then.
    Pending {
        /// Milliseconds since the Unix epoch.
        until_ms: i64,
    },
}

/// Marks an answer that stands for a connection broken before it came. Its status is 503, for callers that only see
/// answers.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionCut;

/// `status` with a body of the given media type.
pub fn answer(status: u16, media_type: &'static str, body: Vec<u8>) -> Answer {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, http::HeaderValue::from_static(media_type));
    response.headers_mut().insert(CACHE_CONTROL, http::HeaderValue::from_static("no-store"));
    response
}

/// `status` without a body.
pub fn empty(status: u16) -> Answer {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
}

/// A JSON answer.
pub fn json(status: u16, body: &Value) -> Answer {
    answer(status, "application/json", body.to_string().into_bytes())
}

/// An answer in plain words.
pub fn text(status: u16, words: &str) -> Answer {
    answer(status, "text/plain; charset=utf-8", words.as_bytes().to_vec())
}

/// Whether the body is of this media type, parameters aside.
pub fn has_type(request: &Request<Vec<u8>>, media_type: &str) -> bool {
    let given = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    given.is_some_and(|given| {
        given.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(media_type)
    })
}

/// The authority of the address that was asked, as the client says: host, and the port where it is another than usual.
pub fn authority<B>(request: &Request<B>) -> Option<&str> {
    let header = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    header.or(request.uri().authority().map(|authority| authority.as_str()))
}

/// A broken connection.
pub fn cut() -> Answer {
    let mut response = empty(503);
    response.extensions_mut().insert(ConnectionCut);
    response
}
