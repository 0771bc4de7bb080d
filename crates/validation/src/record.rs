//! What a verdict was computed from, saved, so that it can be computed again: in ten years, under another policy, about
//! another moment, without the document.

use ades::Facts;
use pki::{Evidence, Time};
use serde::{Deserialize, Serialize};

use crate::report::{Program, TrustSource};
use crate::trust::Trust;

/// The name that such a file has inside.
const FORMAT: &str = "pitser-evidence";

/// The version that is written, and the only one that is read.
const VERSION: u32 = 1;

/// The largest that is read, in bytes: the facts of a thousand signatures with their evidence have some fifty megabytes.
pub const LARGEST: usize = 256 << 20;

/// Facts, evidence, and what was trusted when. Trust itself is not in it: whoever judges again brings his own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// Always `pitser-evidence`.
    pub format: String,
    /// 1.
    pub version: u32,
    /// The program that saved it.
    pub program: Program,
    /// The moment that the verdict was about.
    pub validation_time: Time,
    /// The names of what was trusted.
    pub trust: TrustSource,
    /// What was read from the document.
    pub facts: Facts,
    /// What was gathered from outside.
    pub evidence: Evidence,
}

/// Why bytes are no record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// They are larger than any record.
    #[error("{bytes} bytes are more than {LARGEST}")]
    TooLarge {
        /// How many there are.
        bytes: u64,
    },
    /// They are no record at all, or one that was damaged.
    #[error("{what}")]
    Unreadable {
        /// What is wrong, technically.
        what: String,
    },
    /// They are a record of a version that this program does not know.
    #[error("version {version} of {FORMAT}; this program reads version {VERSION}")]
    Version {
        /// Which.
        version: u64,
    },
}

/// What tells a record from anything else.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

impl Record {
    /// Of facts that were judged with that evidence and trust at that moment.
    pub fn new(facts: Facts, evidence: Evidence, trust: &Trust, at: Time) -> Self {
        Self {
            format: FORMAT.into(),
            version: VERSION,
            program: Program { name: "Pitser".into(), version: env!("CARGO_PKG_VERSION").into() },
            validation_time: at,
            trust: trust.source(),
            facts,
            evidence,
        }
    }

    /// As JSON.
    pub fn to_json(&self) -> Vec<u8> {
        // Its keys are texts, and nothing in it refuses to be written.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// From JSON.
    pub fn from_json(bytes: &[u8]) -> Result<Self, RecordError> {
        if bytes.len() > LARGEST {
            return Err(RecordError::TooLarge { bytes: bytes.len() as u64 });
        }
        let unreadable = |error: serde_json::Error| RecordError::Unreadable { what: error.to_string() };
        let head: Head = serde_json::from_slice(bytes).map_err(unreadable)?;
        match (head.format.as_str(), head.version) {
            (FORMAT, version) if version == u64::from(VERSION) => {
                serde_json::from_slice(bytes).map_err(unreadable)
            }
            (FORMAT, version) => Err(RecordError::Version { version }),
            _ => Err(RecordError::Unreadable { what: format!("not {FORMAT}") }),
        }
    }
}
