//! Validation of AdES signatures by EN 319 102-1, as a pure function from facts, evidence, policy and time.
//!
//! [`validate`] concludes; [`wanted`] names the evidence that could change an undetermined conclusion. Neither fetches,
//! and neither can fail: a flaw in a document is a row of the [`report`]. What the engine does not judge yet
//! (qualification) is said to be not judged.

pub mod active;
pub mod objects;
pub mod policy;
pub mod record;
pub mod report;
pub mod standard;
pub mod trust;
pub mod used;
pub mod want;

mod archive;
mod assessment;
mod carried;
mod case;
mod cause;
mod certificate;
mod checks;
mod contents;
mod coverage;
mod cryptographic;
mod draft;
mod figures;
mod format;
mod level;
mod looks;
mod modifications;
mod process;
mod sight;
mod stamped;
mod statements;
mod timestamp;
mod told;
mod validation_data;
mod verdict;

pub use process::{case, certificate, judgements, material, validate, wanted, wanted_to_renew};
