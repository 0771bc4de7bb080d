//! What is said instead, §10 and the table of each method.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::reply::{self, Answer};

/// A status and a body with `error` and `error_description`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// `error`; empty: a body without words.
    pub error: String,
    /// `error_description`.
    pub description: String,
}

impl Refusal {
    /// Any of them.
    pub fn new(status: u16, error: &str, description: &str) -> Self {
        Self { status, error: error.to_owned(), description: description.to_owned() }
    }

    /// `invalid_request`, which most are.
    pub fn invalid(description: &str) -> Self {
        Self::new(400, "invalid_request", description)
    }

    /// A parameter that is missing or of another type.
    pub fn missing(kind: &str, name: &str) -> Self {
        Self::invalid(&format!("Missing (or invalid type) {kind} parameter {name}"))
    }

    /// A parameter with a value that cannot be.
    pub fn parameter(name: &str) -> Self {
        Self::invalid(&format!("Invalid parameter {name}"))
    }

    /// As it is sent.
    pub fn answer(&self) -> Answer {
        if self.error.is_empty() {
            return reply::empty(self.status);
        }
        reply::json(self.status, &json!({"error": self.error, "error_description": self.description}))
    }
}
