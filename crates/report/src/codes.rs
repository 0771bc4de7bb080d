//! The stable names of a report's values, as they stand in JSON and in the names of sentences.

use serde::Serialize;

/// The name that serde gives a unit variant, such as `message-digest`; empty for anything else.
pub(crate) fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The same in the form of sentence names: `HASH_FAILURE` becomes `hash-failure`.
pub(crate) fn kebab(value: &impl Serialize) -> String {
    code(value).to_ascii_lowercase().replace('_', "-")
}
