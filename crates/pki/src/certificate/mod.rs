//! X.509 certificates, RFC 5280, as they were signed: the original DER and slices of it.

mod extensions;
mod name;
mod read;

pub(crate) use extensions::extension;
pub use extensions::{BasicConstraints, KeyUsage, QcStatements};
pub use name::{Name, names_match};
pub use read::Certificate;
