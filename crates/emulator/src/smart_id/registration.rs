//! What the relying party agreed on with the service, beside its UUID and its name.

use serde::{Deserialize, Serialize};

use super::SCHEME;

/// What no request says, and yet every `authCode` and the payload of every authentication are made over. As JSON:
/// camelCase, missing fields default.
/// <https://sk-eid.github.io/smart-id-documentation/rp-api/authcode.html>
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Registration {
    /// `smart-id-demo`, or what the environment is called that a client is made for: `smart-id`.
    pub scheme_name: String,
    /// In whose name a broker asks; empty without one.
    pub brokered_rp_name: String,
}

impl Default for Registration {
    fn default() -> Self {
        Self { scheme_name: SCHEME.to_owned(), brokered_rp_name: String::new() }
    }
}
