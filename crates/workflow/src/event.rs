//! What a running workflow tells its shell.

use std::path::PathBuf;

use pki::Time;
pub use remote::Prompt;
use remote::Secret;

/// Something happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// What follows is about this document, where several are signed together.
    About(PathBuf),
    /// A stage began.
    Begun(Stage),
    /// A stage is done.
    Done(Stage),
    /// The person has to see or do something.
    Prompt(Prompt),
    /// Nobody waits any more for what somebody was asked on the phone, and it may still be open there.
    LeftOpen(LeftOpen),
    /// A signature value stands in the journal, and concerns what is signed now.
    Kept(KeptValue),
}

/// A signature value in the journal: [`crate::sign::finish`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptValue {
    /// Its key there.
    pub key: String,
    /// The document that is signed now, as it was ordered.
    pub document: PathBuf,
    /// What it has to do with that.
    pub standing: KeptFor,
}

/// What a value in the journal has to do with what is signed now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptFor {
    /// It came for it just now.
    This,
    /// It came before, for the same bytes, the same person and the same particulars, and is used: nobody is asked again.
    Before {
        /// The document for which somebody was asked; another file of the same bytes, perhaps.
        asked_for: PathBuf,
        /// When it came.
        received_at: Time,
    },
    /// It came for the same bytes, but with other particulars (level, field, reason, place, seal), or by a key of which it is
    /// not known yet whether it is the one that shall sign. It waits; what is ordered now may be another signature.
    Another {
        /// The document for which somebody was asked.
        asked_for: PathBuf,
        /// When it came.
        received_at: Time,
        /// The name of who signed.
        signer: String,
    },
}

/// What may be open on somebody's phone though nobody waits for it: [`crate::open::look_after`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOpen {
    /// Whose phone it is; a personal code is in it.
    pub(crate) owner: Secret,
    /// When it has run out at the latest.
    pub until: Time,
    /// Whether it can be waited for again, when the same is signed again: its session is known, and nothing of it had to be
    /// scanned.
    pub can_be_awaited: bool,
}

/// The stages of signing, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The document is read and judged fit for signing.
    Opening,
    /// The signing certificate is obtained.
    Certificate,
    /// The signature is laid out and hashed.
    Preparing,
    /// The person approves on the phone.
    Approval,
    /// The signature value came back and is written to the journal.
    Received,
    /// The value was checked against the certificate.
    Checked,
    /// The signature is in the document.
    Embedded,
    /// The signature is time-stamped.
    Timestamped,
    /// Revocation proof is added.
    Revocation,
    /// The finished document was read back and validated.
    Validated,
    /// The file is on disk, and was read back from there.
    Saved,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Self; 11] = [
        Self::Opening,
        Self::Certificate,
        Self::Preparing,
        Self::Approval,
        Self::Received,
        Self::Checked,
        Self::Embedded,
        Self::Timestamped,
        Self::Revocation,
        Self::Validated,
        Self::Saved,
    ];

    /// A stable name for wires and words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Certificate => "certificate",
            Self::Preparing => "preparing",
            Self::Approval => "approval",
            Self::Received => "received",
            Self::Checked => "checked",
            Self::Embedded => "embedded",
            Self::Timestamped => "timestamped",
            Self::Revocation => "revocation",
            Self::Validated => "validated",
            Self::Saved => "saved",
        }
    }
}
