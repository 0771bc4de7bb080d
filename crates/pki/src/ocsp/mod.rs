//! Online Certificate Status Protocol, RFC 6960.

mod request;
mod response;
mod verify;

pub use request::Request;
pub use response::{CertId, ResponderId, Response, Single};
pub use verify::{POSSIBLE_RESPONDERS, Verified};
