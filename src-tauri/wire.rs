//! What crosses to the page in the window, and back. `ui/src/bindings` is made from these types.
//!
//! `PITSER_WRITE_BINDINGS=1 cargo test -p pitser-desktop` writes the files anew; without the variable the same test
//! fails when they differ.

mod document;
mod failure;
mod order;
mod place;
mod progress;
mod report;
mod secret;
mod sight;
mod startup;
mod traffic;
mod verdict;

#[cfg(test)]
mod bindings;

pub use document::{DocumentInfo, PageInfo, TextRun};
pub use failure::Failure;
pub use order::{Ended, Order, PersonCheck, Signed, Signer, person, phone};
pub use place::Spot;
pub use progress::{Offer, Progress, Stage};
pub use report::ReportForm;
pub use secret::{SecretAt, SecretUse};
pub use startup::{KnownInfo, Pending, ProfileInfo, Startup};
pub use traffic::Exchange;
pub use verdict::{Check, Indication, SignatureVerdict, Verdict};
