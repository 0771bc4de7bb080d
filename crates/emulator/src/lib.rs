//! The world outside: the phone, the Smart-ID RP API, the CA, OCSP, CRL and TSA.

mod asn1;
mod error;
mod key_store;
mod keys;
mod random;

pub use error::Error;
pub use keys::Keys;
