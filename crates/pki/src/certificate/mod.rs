//! X.509 certificates, RFC 5280, as they were signed: the original DER and slices of it.

mod distribution_point;
mod extensions;
mod general_name;
mod known;
mod name;
mod read;

pub(crate) use distribution_point::{DistributionPoint, PointName, Reasons};
pub use extensions::{BasicConstraints, KeyUsage, QcStatements};
pub(crate) use extensions::{entries, extension};
pub(crate) use general_name::GeneralName;
pub(crate) use name::canonical;
pub use name::{Name, name_key, names_match};
pub use read::Certificate;
pub(crate) use read::Hashed;
