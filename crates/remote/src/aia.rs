//! Issuer certificates over HTTP, RFC 5280 §4.2.2.1: DER certificate, or a certs-only CMS message.

use pki::Certificate;

use crate::error::Error;
use crate::exchange::{Kind, get};
use crate::session::{Request, Response, Unvouched};

/// A certificate has one or two kilobytes, a bundle a few of them.
const KIND: Kind = Kind {
    types: &[
        "application/pkix-cert",
        "application/x-x509-ca-cert",
        "application/x-x509-user-cert",
        "application/pkcs7-mime",
        "application/x-pkcs7-certificates",
        "application/octet-stream",
        "binary/octet-stream",
    ],
    strict: false,
    maximum: 256 << 10,
};

/// Asks for the issuer's certificate.
///
/// # Errors
/// [`Error::Address`].
pub fn request(url: &str) -> Result<Request, Error> {
    let mut request = get(url, "application/pkix-cert, */*;q=0.5")?;
    request.extensions_mut().insert(Unvouched);
    Ok(request)
}

/// The certificates of an answer. They are not trusted by coming from here.
///
/// # Errors
/// [`Error::Refused`], [`Error::NotFound`], [`Error::Unavailable`], [`Error::UnexpectedStatus`],
/// [`Error::ContentType`], [`Error::TooLarge`], [`Error::CertificateUnreadable`].
pub fn read(response: Response) -> Result<Vec<Certificate>, Error> {
    let body = KIND.read(response)?;
    match Certificate::from_der(&body) {
        Ok(certificate) => Ok(vec![certificate]),
        Err(error) => pki::cms::SignedData::parse(&body)
            .map(|message| message.certificates)
            .map_err(|_| Error::CertificateUnreadable { detail: error.to_string() }),
    }
}
