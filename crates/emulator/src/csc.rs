//! A remote signing service by the API v2.0 of the Cloud Signature Consortium, with the page on which people let it sign.

pub mod api;
pub mod authorization;
pub mod cades;
pub mod grants;
pub mod login;
pub mod page;
pub mod refusal;
pub mod request;
pub mod signing;
pub mod variation;
pub mod vault;

/// `client_id` of a program on a person's computer: without a secret, coming back to that computer.
pub const CLIENT: &str = "pitser-demo";
/// `client_id` of an organisation, which logs in by itself.
pub const ORGANISATION: &str = "organisation";
/// Its `client_secret`.
pub const SECRET: &str = "demo secret";
/// The PIN of every key that asks for one.
pub const CSC_PIN: &str = "123456";
/// The one-time password that is on its way to everybody.
pub const CSC_OTP: &str = "738496";
