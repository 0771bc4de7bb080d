//! Revocation lists over HTTP, RFC 5280 §4.2.1.13, RFC 2585.

use crate::error::Error;
use crate::exchange::{Kind, get};
use crate::session::{Request, Response};

/// Lists of large authorities have a few megabytes. Servers name them in many ways, or not at all.
const KIND: Kind = Kind {
    types: &[
        "application/pkix-crl",
        "application/x-pkcs7-crl",
        "application/octet-stream",
        "binary/octet-stream",
    ],
    strict: false,
    maximum: 32 << 20,
};

/// Asks for the list.
///
/// # Errors
/// [`Error::Address`].
pub fn request(url: &str) -> Result<Request, Error> {
    get(url, "application/pkix-crl, */*;q=0.5")
}

/// The DER `CertificateList` of an answer.
///
/// # Errors
/// [`Error::Refused`], [`Error::NotFound`], [`Error::Unavailable`], [`Error::UnexpectedStatus`],
/// [`Error::ContentType`], [`Error::TooLarge`].
pub fn read(response: Response) -> Result<Vec<u8>, Error> {
    KIND.read(response)
}
