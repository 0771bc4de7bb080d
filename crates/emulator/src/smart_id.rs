//! The Smart-ID RP API, v3 and v2.

pub mod acsp;
pub mod api;
pub mod callback;
pub mod device_link;
pub mod fields;
pub mod interactions;
pub mod mock;
pub mod opening;
pub mod problem;
pub mod registration;
pub mod request;
pub mod session;
pub mod signing;
pub mod status;
pub mod v2;

/// First field of every `authCode` on the demo, and here where nothing else is registered.
pub const SCHEME: &str = "smart-id-demo";
/// The published relying party of the demo.
pub const RELYING_PARTY_UUID: &str = "00000000-0000-4000-8000-000000000000";
/// Its name; compared without regard to case.
pub const RELYING_PARTY_NAME: &str = "DEMO";
