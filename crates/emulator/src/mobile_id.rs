//! The Mobile-ID REST API 5.2: a key on a SIM card.

pub mod api;
pub mod cards;
pub mod request;
pub mod session;
pub mod subscribers;

/// The published relying party of the demo. Small letters: the service tells them from capitals.
pub const RELYING_PARTY_UUID: &str = "00000000-0000-0000-0000-000000000000";
/// Its name; compared without regard to case.
pub const RELYING_PARTY_NAME: &str = "DEMO";
