//! One request and its answer: addresses, sizes, content types.

use http::header::{ACCEPT, CONTENT_TYPE};
use serde::Deserialize;

use crate::error::Error;
use crate::masked::masked;
use crate::session::{Request, Response};

/// A POST of a whole body.
pub(crate) fn post(
    url: &str,
    content: &'static str,
    accept: &'static str,
    body: Vec<u8>,
) -> Result<Request, Error> {
    let builder = http::Request::post(address(url)?).header(CONTENT_TYPE, content).header(ACCEPT, accept);
    builder.body(body).map_err(|_| refused(url))
}

/// A GET.
pub(crate) fn get(url: &str, accept: &'static str) -> Result<Request, Error> {
    http::Request::get(address(url)?).header(ACCEPT, accept).body(Vec::new()).map_err(|_| refused(url))
}

/// Only `http` and `https`: addresses come from certificates too, where anything may stand.
fn address(url: &str) -> Result<http::Uri, Error> {
    let uri: http::Uri = url.parse().map_err(|_| refused(url))?;
    let known = matches!(uri.scheme_str(), Some("http" | "https"));
    let plain = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    if known && plain { Ok(uri) } else { Err(refused(url)) }
}

fn refused(url: &str) -> Error {
    Error::Address { url: url.chars().take(200).collect() }
}

/// What a status says that means the same everywhere; `detail` is asked for where somebody was refused.
pub(crate) fn by_status(status: u16, detail: impl FnOnce() -> String) -> Error {
    match status {
        401 | 403 => Error::Refused { status, detail: detail() },
        429 => Error::TooManyRequests,
        500..=599 => Error::Unavailable { status: Some(status) },
        _ => Error::UnexpectedStatus { status },
    }
}

/// Reads JSON of a 200 answer.
pub(crate) fn json<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Error> {
    serde_json::from_slice(body).map_err(|error| match error.is_eof() {
        true => Error::Torn { length: body.len() },
        false => Error::Malformed { what: fault(&error) },
    })
}

/// What is wrong with JSON, without what stands in it: a secret may.
fn fault(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let position = format!("line {} column {}", error.line(), error.column());
    if said.starts_with("missing field") { said } else { format!("{:?}, {position}", error.classify()) }
}

/// What a service says of an error, as one line for a log, cut to a length that a log can bear. Whatever it repeats of what
/// it was told is hidden: personal codes, identifiers of sessions.
pub(crate) fn one_line(parts: impl IntoIterator<Item = String>) -> String {
    const LONGEST: usize = 400;
    let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let said: String = said.join("; ").chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let hidden: Vec<_> =
        said.split_inclusive([' ', '/', '"', '\'', ',', '=', '?', '&', ';']).map(opaque).collect();
    masked(&hidden.concat()).chars().take(LONGEST).collect()
}

/// A word, or a sign for one that is too long for one and has digits in it, or is the address of somebody's device.
fn opaque(word: &str) -> &str {
    let is_identifier = word.len() > 24 && word.bytes().any(|byte| byte.is_ascii_digit());
    let bare = word.trim_matches(|sign: char| !sign.is_ascii_hexdigit() && sign != ':');
    let is_address = bare.parse::<core::net::IpAddr>().is_ok();
    if is_identifier || is_address { "… " } else { word }
}

/// What a kind of answer may be.
pub(crate) struct Kind {
    /// Content types accepted; the first is the one that is due. An absent header is let through where `strict` is not
    /// set: the bytes are parsed as DER anyhow.
    pub types: &'static [&'static str],
    /// Whether exactly a listed type must be named.
    pub strict: bool,
    /// The most bytes.
    pub maximum: usize,
}

impl Kind {
    /// The body of a 200 answer of this kind.
    pub(crate) fn read(&self, response: Response) -> Result<Vec<u8>, Error> {
        match response.status().as_u16() {
            200 => {}
            404 => return Err(Error::NotFound),
            status => return Err(by_status(status, String::new)),
        }
        self.content_type(&response)?;
        bounded(response, self.maximum)
    }

    fn content_type(&self, response: &Response) -> Result<(), Error> {
        let expected = self.types.first().copied().unwrap_or_default();
        let Some(header) = response.headers().get(CONTENT_TYPE) else {
            return if self.strict {
                Err(Error::ContentType { expected, found: String::new() })
            } else {
                Ok(())
            };
        };
        let found = essence(header);
        if self.types.contains(&found.as_str()) {
            return Ok(());
        }
        Err(Error::ContentType { expected, found: found.chars().take(80).collect() })
    }
}

/// Whether an answer says that it is JSON, or does not say what it is. The page of a network that wants a login is not.
pub(crate) fn says_json(response: &Response) -> Result<(), Error> {
    let Some(header) = response.headers().get(CONTENT_TYPE) else { return Ok(()) };
    let found = essence(header);
    if found == "application/json" || found.ends_with("+json") {
        return Ok(());
    }
    Err(Error::ContentType { expected: "application/json", found: found.chars().take(80).collect() })
}

/// A media type without its parameters.
fn essence(header: &http::HeaderValue) -> String {
    let named = header.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
    named.trim().to_ascii_lowercase()
}

/// The body, when it is not larger than it may be.
pub(crate) fn bounded(response: Response, maximum: usize) -> Result<Vec<u8>, Error> {
    let body = response.into_body();
    if body.len() > maximum { Err(Error::TooLarge { length: body.len(), maximum }) } else { Ok(body) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_a_service_repeats_of_persons_is_hidden() {
        for (said, line) in [
            ("phone at 203.0.113.34, PNOEE-40504040001", "phone at …  PNOEE-•••••••0001"),
            ("from 2001:db8::7.", "from … "),
            ("version 3.2.3 of 10.11", "version 3.2.3 of 10.11"),
            ("session de305d54-75b4-431b-adb2-eb6b9e546014", "session … "),
        ] {
            assert_eq!(one_line([said.to_owned()]), line);
        }
    }

    #[test]
    fn only_the_web_is_asked() {
        for url in
            ["ldap://ldap.sk.ee/cn=x", "file:///etc/passwd", "http://", "", "a b", "http://user:pw@host/"]
        {
            assert!(matches!(get(url, "*/*"), Err(Error::Address { .. })), "{url}");
        }
        assert!(get("http://aia.demo.sk.ee/eidq2024e", "*/*").is_ok());
    }
}
