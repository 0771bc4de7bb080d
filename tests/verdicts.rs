//! The verdicts of EN 319 102-1 about real files, beside those that other implementations of the standard assert about them
//! in their own tests: the corpora `pyhanko` and `dss` in $PITSER_CORPORA.
#![allow(clippy::unwrap_used)]

#[path = "verdicts/algorithms.rs"]
mod algorithms;
#[path = "verdicts/bare.rs"]
mod bare;
#[path = "verdicts/chains.rs"]
mod chains;
#[path = "verdicts/dss.rs"]
mod dss;
#[path = "verdicts/ground.rs"]
mod ground;
#[path = "verdicts/pyhanko.rs"]
mod pyhanko;
#[path = "verdicts/table.rs"]
mod table;
