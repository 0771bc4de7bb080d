//! A key that is at hand, lent by the host: a seal of an organisation, say.

use std::fmt::Debug;

pub use ades::ToBeSigned;
pub use pki::{Certificate, DigestAlgorithm, PssParameters, SignatureAlgorithm};

/// A private key that signs when it is asked to. Its `Debug` form shows nothing secret.
pub trait Key: Debug + Send + Sync {
    /// The certificate of the key.
    fn certificate(&self) -> &Certificate;
    /// Certificates that were kept beside it, usually its issuers.
    fn others(&self) -> &[Certificate];
    /// How it signs.
    fn algorithm(&self) -> SignatureAlgorithm;
    /// The signature value over the signed attributes, in the form CMS wants: ECDSA as a DER `SEQUENCE`.
    ///
    /// # Errors
    /// [`Refused`] when the key cannot sign.
    fn sign(&self, to_be_signed: &ToBeSigned) -> Result<Vec<u8>, Refused>;
}

/// A key did not sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why, technically.
    pub detail: String,
}
