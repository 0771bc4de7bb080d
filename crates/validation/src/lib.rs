//! Validation of AdES signatures by EN 319 102-1, as a pure function from facts, evidence, policy and time.
//!
//! [`validate`](process::validate) concludes; [`wanted`](want::wanted) names the evidence that could change an
//! undetermined conclusion. Neither fetches, and neither can fail: a flaw in a document is a row of the [`report`].

pub mod report;
