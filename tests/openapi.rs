//! Every conversation with Smart-ID against the OpenAPI documents that the service publishes: each request that our
//! client makes, each answer that the emulator gives, and that the emulator turns down what the documents forbid.
//!
//! The documents are `schemas/smart-id/*.yml` under `$PITSER_CORPORA`, else under `shared` beside the workspace.
#![allow(clippy::unwrap_used)]

#[path = "openapi/accounts.rs"]
mod accounts;
#[path = "openapi/document.rs"]
mod document;
#[path = "openapi/exact.rs"]
mod exact;
#[path = "openapi/examples.rs"]
mod examples;
#[path = "openapi/failures.rs"]
mod failures;
#[path = "openapi/flows.rs"]
mod flows;
#[path = "openapi/judge.rs"]
mod judge;
#[path = "openapi/ledger.rs"]
mod ledger;
#[path = "openapi/refusals.rs"]
mod refusals;
#[path = "openapi/requests.rs"]
mod requests;
#[path = "openapi/stage.rs"]
mod stage;
