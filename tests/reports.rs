//! Reports as files: ETSI XML against its schema, PDF before other people's readers, tables. The larger part needs
//! `$PITSER_CORPORA`; tools that are missing are said to be, and fail where `PITSER_REQUIRE_TOOLS` is `1`.
#![allow(clippy::unwrap_used)]

#[path = "reports/etsi.rs"]
mod etsi;
#[path = "reports/json.rs"]
mod json;
#[path = "reports/paper.rs"]
mod paper;
#[path = "reports/rows.rs"]
mod rows;
#[path = "reports/stage.rs"]
mod stage;
