//! The decisions of EN 319 102-1 against the verdicts that a reference service gives of the same facts: the tables of
//! `dss-diagnostic-data` in $PITSER_CORPORA.
#![allow(clippy::unwrap_used)]

#[path = "decisions/asked.rs"]
mod asked;
#[path = "../../../tests/corpus.rs"]
mod published;
#[path = "decisions/reader.rs"]
mod reader;
#[path = "decisions/table.rs"]
mod table;
