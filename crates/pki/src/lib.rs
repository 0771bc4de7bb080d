//! Certificates, CMS, OCSP, CRL, time-stamp tokens, paths, evidence and time.
//!
//! Everything here is a function over bytes. Nothing fetches, reads a clock or draws randomness.
//! What is read keeps its original encoding, since hashes and signatures are over that and not over
//! what we would have written.
//!
//! ```
//! use pki::{DigestAlgorithm, Time};
//!
//! let at: Time = "2026-11-22T14:03:00Z".parse()?;
//! assert_eq!(at.unix_seconds(), 1_795_356_180);
//! assert_eq!(DigestAlgorithm::Sha256.digest(b"").len(), 32);
//! # Ok::<(), pki::Error>(())
//! ```

mod algorithm;
mod asn1;
mod certificate;
pub mod cms;
pub mod crl;
mod digest;
mod error;
mod evidence;
pub mod ocsp;
mod oids;
pub mod path;
mod refusal;
mod remembered;
mod revocation;
mod time;
pub mod tsp;
mod unsupported;
mod verify;

pub use algorithm::{PssParameters, SignatureAlgorithm};
pub use certificate::{BasicConstraints, Certificate, KeyUsage, Name, QcStatements, name_key, names_match};
pub use const_oid::ObjectIdentifier;
pub use digest::{DigestAlgorithm, Hasher};
pub use error::Error;
pub use evidence::Evidence;
pub use revocation::{Reason, Status};
pub use time::{Calendar, NotATime, Time};
pub use unsupported::{unsupported_called, unsupported_name};
pub use verify::{Curve, PublicKey};
