//! What is required beyond the standard's own rules, as data: each constraint fails, warns, informs or is ignored.

mod algorithms;
mod read;

use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use pki::DigestAlgorithm;
use serde::{Deserialize, Serialize};

pub use crate::policy::algorithms::{Algorithms, Day, Digest, Key, Role, Tables};
pub use crate::policy::read::PolicyError;
use crate::report::PolicyIdentity;

/// Constraints under which signatures are judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Policy {
    /// A short name, shown in reports.
    pub name: String,
    /// By how much two clocks may differ, in seconds.
    pub clock_tolerance: u64,
    /// What is required of signatures.
    pub signature: SignatureConstraints,
    /// What is required of time-stamps.
    pub timestamp: TimestampConstraints,
    /// What is required of revocation data.
    pub revocation: RevocationConstraints,
    /// What is required of a document after it was signed.
    pub changes: ChangeConstraints,
    /// Which algorithms are reliable, and until when.
    pub algorithms: Algorithms,
}

/// What happens where a constraint is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing; the question is not asked.
    Ignore,
    /// The report mentions it.
    Inform,
    /// The report warns of it.
    Warn,
    /// The signature does not pass.
    Fail,
}

/// Constraints on signatures (EN 319 102-1 §5.2.8.4.2, §5.2.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SignatureConstraints {
    /// The signer claims a time.
    pub claimed_time: Level,
    /// A signed attribute names the signing certificate.
    pub signing_certificate: Level,
    /// What is signed is bound by a signed attribute (message-digest, SignedProperties).
    pub bound_content: Level,
    /// The signature policy that the signature names is at hand and the one that was signed for. Signatures are judged by this
    /// policy here and not by theirs (EN 319 102-1 §5.1.4), so that theirs need not be known.
    pub signature_policy: Level,
    /// The key may make signatures that commit a person (`nonRepudiation`).
    pub key_usage: Level,
    /// The extended key usage of the signer's certificate, where it is critical, has a purpose that signing a document can fall
    /// under (RFC 5280 §4.2.1.12).
    pub purpose: Level,
    /// The same where it is not critical.
    pub advised_purpose: Level,
    /// The certificate is that of somebody who signs, and not of a certification authority (`cA`, RFC 5280 §4.2.1.9).
    pub end_entity: Level,
    /// The certificate says that it is a qualified one, for signatures or seals, under the law of the Union (EN 319 412-5 §4.2).
    /// Whether it was issued by somebody who may say so is for trusted lists to tell.
    pub qualified_certificate: Level,
    /// Something states that the certificates above the signer's are not revoked.
    pub issuer_revocation: Level,
    /// Every time-stamp of a signature holds, where none that does stands beside it.
    pub timestamps: Level,
    /// So does one beside another that holds. Anybody can put it there, and it proves nothing (EN 319 102-1 §5.5.4, step 3).
    pub spare_timestamps: Level,
}

/// Constraints on time-stamps (EN 319 102-1 §5.4, §5.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TimestampConstraints {
    /// A signed attribute names the unit's certificate.
    pub signing_certificate: Level,
    /// The unit's certificate is for time-stamping (`id-kp-timeStamping`).
    pub purpose: Level,
    /// The unit's certificate was valid at the time that it states (RFC 3161 §2.3).
    pub stated_in_validity: Level,
    /// Something states that the certificates above the unit's are not revoked.
    pub issuer_revocation: Level,
    /// A unit that was given up in order says nothing against its older time-stamps (RFC 3161 §4, point 1): `ignore`; or it
    /// does, like any revocation: `fail`.
    pub orderly_revocation: Level,
    /// The time-stamps of a signature contradict neither each other nor the clock.
    pub order: Level,
    /// The signature was stamped at most `longest-delay` after the time that its signer claims.
    pub delay: Level,
    /// In seconds.
    pub longest_delay: u64,
}

/// Constraints on revocation data (EN 319 102-1 §5.2.5, §5.2.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RevocationConstraints {
    /// It is fresh at the moment of interest, for what was signed.
    pub freshness: Level,
    /// The same for time-stamps, at the time that they state.
    pub timestamp_freshness: Level,
    /// How old it may be at that moment, in seconds, where it does not itself reach beyond it (`nextUpdate`): lists may be late, and
    /// many responders state no `nextUpdate`. Absent, `nextUpdate` decides, and what states none is never fresh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_age: Option<u64>,
    /// The maximum freshness of EN 319 102-1 §5.2.5, in seconds: what is as old as that is not fresh, whatever it says itself.
    /// Absent, it is as fresh as it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<u64>,
    /// Something states that the certificates of those who signed it are not revoked.
    pub issuer_revocation: Level,
    /// The certificates of those who signed it have not run out since, unless it is proven to be older than that.
    pub signer_in_term: Level,
    /// It is not from the future.
    pub issued_in_the_past: Level,
    /// It is as its standard has it. What can be read in one way only is read all the same, and a list that should leave out
    /// that it lists nobody says no less for it ([`pki::crl::Crl::flaw`]).
    pub conforming: Level,
}

/// Constraints on a document after it was signed (ISO 32000-2 §12.8.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ChangeConstraints {
    /// Nothing was changed that the signature does not permit.
    pub not_permitted: Level,
    /// No forms were filled in and nothing was signed in sight, though it is permitted.
    pub form_filling: Level,
    /// No annotations were made, though it is permitted.
    pub annotations: Level,
    /// Pages look as they did, other than in the boxes of annotations and fields that were changed as it is permitted.
    pub looks: Level,
    /// All pages were compared as pictures, and each could be drawn as it should be; where nobody set out to compare them, the
    /// question is left open.
    pub compared: Level,
    /// Nothing that was signed lies hidden under what was added or changed, though it is permitted.
    pub covered: Level,
    /// Fields show their values.
    pub field_looks: Level,
    /// Nothing in the document can change what it shows, or does something by itself; and all of it could be looked at for that.
    pub active_content: Level,
    /// Every piece of validation data that nobody signed for verifies under somebody known.
    pub loose_validation_data: Level,
}

impl Policy {
    /// The policy for everyday use.
    pub fn everyday() -> Self {
        static READ: LazyLock<Policy> =
            LazyLock::new(|| read::shipped(include_bytes!(concat!(env!("OUT_DIR"), "/everyday.json"))));
        READ.clone()
    }

    /// The policy for auditors: qualified certificates, strict about changes, and about what was reliable when.
    pub fn auditor() -> Self {
        static READ: LazyLock<Policy> =
            LazyLock::new(|| read::shipped(include_bytes!(concat!(env!("OUT_DIR"), "/auditor.json"))));
        READ.clone()
    }

    /// A policy as its text, TOML. Every constraint is there; the errors name lines.
    pub fn from_toml(text: &str) -> Result<Self, PolicyError> {
        read::read(text)
    }

    /// Name and hash, for the report.
    pub fn identity(&self) -> PolicyIdentity {
        // The files of a batch are judged by the same one.
        static LAST: Mutex<Option<(Policy, PolicyIdentity)>> = Mutex::new(None);
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, identity)) = last.as_ref().filter(|(policy, _)| policy == self) {
            return identity.clone();
        }
        let hash = hex::encode(DigestAlgorithm::Sha256.digest(self.canonical().as_bytes()));
        let identity = PolicyIdentity { name: self.name.clone(), hash };
        *last = Some((self.clone(), identity.clone()));
        identity
    }

    /// The text that the hash is over: every constraint, as JSON.
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(crate) fn tolerance(&self) -> Duration {
        Duration::from_secs(self.clock_tolerance)
    }
}
