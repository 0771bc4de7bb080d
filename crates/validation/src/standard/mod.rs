//! EN 319 102-1 v1.4.1 over facts without bytes: [`Decision`] concludes about a [`Case`] under a policy at a time.
//!
//! It reads no document, verifies no value and builds no path. What did so says what it found, and every container and
//! every test is judged by the same clauses:
//!
//! | clause | where |
//! |---|---|
//! | §5.2.2 to §5.2.4 format, signing certificate, context | `basic` |
//! | §5.2.5 revocation freshness, acceptance of revocation data | `revocation` |
//! | §5.2.6 X.509 | `chain` |
//! | §5.2.7 cryptographic verification, §5.2.8 acceptance | `basic`, `algorithms` |
//! | §5.3 basic signatures, §5.4 time-stamps | `basic`, `stamp` |
//! | §5.5 signatures with time and long-term data | `long_term` |
//! | §5.6.2.1, §5.6.2.2 past certificate, time sliding | `past_certificate` |
//! | §5.6.2.4 past signature | `past_signature` |
//! | §5.6.2.3, §5.6.3 proofs of existence, archival data | `proofs`, `archival` |

mod algorithms;
mod archival;
mod basic;
mod chain;
mod decision;
mod facts;
mod finding;
mod long_term;
mod past_certificate;
mod past_signature;
mod proofs;
mod purpose;
mod revocation;
mod stamp;

pub use archival::{Judgement, Slid, StampJudgement};
pub use chain::Moments;
pub use decision::{Decision, Note};
pub use facts::{
    Algorithm, Anchor, Case, Certificate, Listing, Named, Object, Record, Reference, Revocation, Signature,
    SignaturePolicy, Signing, Source, Stamp, StampKind, Statement,
};
pub use finding::{Finding, Wait, Weakness};
pub use proofs::Proofs;
pub(crate) use purpose::{signs_documents, unit_lacks};
