//! What was said to services, for the window.

use serde::Serialize;
use ts_rs::TS;
use workflow::traffic;

/// One request and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Exchange {
    /// When it was sent, RFC 3339.
    pub at: String,
    /// `GET` or `POST`.
    pub method: String,
    /// Where to, without what is secret.
    pub address: String,
    /// The media type of the request's body.
    pub content: Option<String>,
    /// What the request told.
    pub fields: Vec<Field>,
    /// Bytes of the request's body.
    pub sent: usize,
    /// Bytes of the answer's body.
    pub received: usize,
    /// Milliseconds until the answer was there, or none was to be expected.
    #[ts(type = "number")]
    pub took: u64,
    /// The status of the answer, or the code of what kept it from coming.
    pub answer: String,
}

/// A field of a request, with as much of its value as may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

impl From<traffic::Exchange> for Exchange {
    fn from(one: traffic::Exchange) -> Self {
        let status = one.status.map(|status| status.to_string());
        Self {
            at: one.at.to_string(),
            method: one.method,
            address: one.address,
            content: one.content,
            fields: one
                .fields
                .into_iter()
                .map(|traffic::Field { name, value }| Field { name, value })
                .collect(),
            sent: one.sent,
            received: one.received.unwrap_or_default(),
            took: one.took,
            answer: one.failure.or(status).unwrap_or_default(),
        }
    }
}
