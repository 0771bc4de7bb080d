//! Time-Stamp Protocol, RFC 3161, and the tokens it yields.

mod request;
mod response;
mod token;

pub use request::{request, request_under};
pub use response::parse_response;
pub use token::{Imprint, Token, carried_certificates};
