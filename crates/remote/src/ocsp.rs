//! Revocation status over HTTP, RFC 6960 Appendix A.

use crate::error::Error;
use crate::exchange::{Kind, post};
use crate::session::{Request, Response};

/// One response with a responder certificate has about two kilobytes.
const KIND: Kind = Kind { types: &["application/ocsp-response"], strict: true, maximum: 256 << 10 };

/// A request that carries a DER `OCSPRequest`. By POST: a cache on the way must not answer for the responder.
///
/// # Errors
/// [`Error::Address`].
pub fn request(url: &str, query: Vec<u8>) -> Result<Request, Error> {
    post(url, "application/ocsp-request", "application/ocsp-response", query)
}

/// The DER `OCSPResponse` of an answer.
///
/// # Errors
/// [`Error::Refused`], [`Error::NotFound`], [`Error::Unavailable`], [`Error::UnexpectedStatus`],
/// [`Error::ContentType`], [`Error::TooLarge`].
pub fn read(response: Response) -> Result<Vec<u8>, Error> {
    KIND.read(response)
}
