//! Time-stamps over HTTP, RFC 3161 §3.4.

use crate::error::Error;
use crate::exchange::{Kind, post};
use crate::session::{Request, Response};

/// A token with its certificates has a few kilobytes; long chains and large keys stay below this.
const KIND: Kind = Kind { types: &["application/timestamp-reply"], strict: true, maximum: 256 << 10 };

/// A request that carries a DER `TimeStampReq`.
///
/// # Errors
/// [`Error::Address`].
pub fn request(url: &str, query: Vec<u8>) -> Result<Request, Error> {
    post(url, "application/timestamp-query", "application/timestamp-reply", query)
}

/// The DER `TimeStampResp` of an answer.
///
/// # Errors
/// [`Error::Refused`] (401, 403: no contract), [`Error::Unavailable`], [`Error::UnexpectedStatus`],
/// [`Error::ContentType`], [`Error::TooLarge`].
pub fn read(response: Response) -> Result<Vec<u8>, Error> {
    KIND.read(response)
}
