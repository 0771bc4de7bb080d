//! The public-key infrastructure: root, issuing CA, people, OCSP responder, time-stamping authority.

pub mod authority;
pub mod crl;
pub mod extension;
pub mod hierarchy;
pub mod ocsp;
pub mod oids;
pub mod person;
pub mod tsa;
