//! Results on standard output.

use serde::Serialize;
use workflow::report::json;

use crate::console::Console;
use crate::failure::Failure;

/// Writes text as it stands.
///
/// # Errors
/// `output-failed` when standard output cannot take it (a full disk, say).
pub fn data(console: &Console, text: &str) -> Result<(), Failure> {
    console.data(text).map_err(|error| Failure::new("output-failed", &[("detail", &error.to_string())]))
}

/// Writes a value as JSON on a line.
///
/// # Errors
/// As [`data`].
pub fn json(console: &Console, value: &impl Serialize) -> Result<(), Failure> {
    line(console, &json::line(value))
}

/// Writes a line.
///
/// # Errors
/// As [`data`].
pub fn line(console: &Console, text: &str) -> Result<(), Failure> {
    data(console, &format!("{text}\n"))
}
