//! Results on standard output.

use crate::console::Console;
use crate::failure::Failure;

/// Writes text as it stands.
///
/// # Errors
/// `output-failed` when standard output cannot take it (a full disk, say).
pub fn data(console: &Console, text: &str) -> Result<(), Failure> {
    console.data(text).map_err(|error| Failure::new("output-failed", &[("detail", &error.to_string())]))
}

/// Writes a line.
///
/// # Errors
/// As [`data`].
pub fn line(console: &Console, text: &str) -> Result<(), Failure> {
    data(console, &format!("{text}\n"))
}
