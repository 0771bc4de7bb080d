//! What a verdict was computed from, saved, so that it can be computed again: in ten years, under another policy, about
//! another moment, without the document.

use std::collections::BTreeSet;

use ades::Facts;
use pki::{Certificate, Evidence, Time};
use serde::{Deserialize, Serialize};

use crate::policy::Policy;
use crate::report::{Asked, Earlier, PolicyIdentity, Program, Report, TrustSource, program};
use crate::trust::Trust;

/// The name that such a file has inside.
const FORMAT: &str = "pitser-evidence";

/// The version that is written, and the only one that is read.
const VERSION: u32 = 1;

/// The largest that is read, in bytes: the facts of a thousand signatures with their evidence have some fifty megabytes.
pub const LARGEST: usize = 256 << 20;

/// Facts, evidence, and by what they were judged. What was trusted stands in it to be looked up and compared with; it is
/// never trusted because it stands there: whoever judges again brings his own trust.
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
    /// The certificates of the anchors; none in a record of an earlier program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Certificate>,
    /// The policy that was applied; none in a record of an earlier program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyIdentity>,
    /// Every constraint of that policy, as the text that its hash is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy_text: Option<String>,
    /// Who was asked for the evidence.
    #[serde(default)]
    pub asked: Asked,
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
    /// Of facts that were judged with that evidence, by that trust and policy, at that moment.
    pub fn new(
        facts: Facts,
        evidence: Evidence,
        trust: &Trust,
        policy: &Policy,
        (at, asked): (Time, Asked),
    ) -> Self {
        Self {
            format: FORMAT.into(),
            version: VERSION,
            program: program(),
            validation_time: at,
            trust: trust.source(),
            anchors: trust.anchors().to_vec(),
            policy: Some(policy.identity()),
            policy_text: Some(policy.canonical()),
            asked,
            facts,
            evidence,
        }
    }

    /// When and by what it was judged when it was saved, beside the `report` that was made of it now.
    pub fn earlier(&self, report: &Report) -> Earlier {
        let anchors = |trust: &TrustSource| trust.anchors.iter().cloned().collect::<BTreeSet<String>>();
        let same_trust =
            self.trust.test == report.trust.test && anchors(&self.trust) == anchors(&report.trust);
        let same_policy = self.policy.as_ref().map(|policy| policy.hash == report.policy.hash);
        let (trust, policy) = (self.trust.clone(), self.policy.clone());
        Earlier { validation_time: self.validation_time, trust, policy, same_trust, same_policy }
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
                let record: Self = serde_json::from_slice(bytes).map_err(unreadable)?;
                let digest = &record.facts.document.sha256;
                match digest.len() == 64 && digest.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                    true => Ok(record),
                    false => Err(RecordError::Unreadable { what: "the document's digest is none".into() }),
                }
            }
            (FORMAT, version) => Err(RecordError::Version { version }),
            _ => Err(RecordError::Unreadable { what: format!("not {FORMAT}") }),
        }
    }
}
