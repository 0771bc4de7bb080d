//! The computer that a served world runs on: its clock and its randomness. Worlds in tests have neither.

use std::time::{SystemTime, UNIX_EPOCH};

/// Milliseconds since the Unix epoch.
#[expect(clippy::disallowed_methods, reason = "a served world lives in real time")]
pub fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Randomness that nobody can guess.
#[expect(
    clippy::disallowed_methods,
    reason = "keys and session secrets of a served world are nobody's business"
)]
pub fn randomness() -> rand::rngs::ThreadRng {
    rand::rng()
}
