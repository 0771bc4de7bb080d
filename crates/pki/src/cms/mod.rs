//! Cryptographic Message Syntax, RFC 5652, as far as CAdES signatures and time-stamp tokens need it.
//!
//! Read tolerantly (BER, foreign attributes, padding behind), written strictly (DER).

mod attributes;
mod build;
mod read;
mod signer;

pub use attributes::{AlgorithmProtection, EssCertId, IssuerSerial, SignaturePolicy, SignedAttributes};
pub use build::{Builder, signed_attributes};
pub use read::SignedData;
pub use signer::{SignerId, SignerInfo};
