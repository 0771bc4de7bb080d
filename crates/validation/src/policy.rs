//! What is required beyond the standard's own rules.

use std::time::Duration;

use pki::{Certificate, DigestAlgorithm, SignatureAlgorithm};
use serde::{Deserialize, Serialize};

use crate::report::PolicyIdentity;

/// Constraints under which signatures are judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Policy {
    /// A short name, shown in reports.
    pub name: String,
    /// How old revocation data without `nextUpdate` may be at the moment it speaks for, in seconds.
    pub revocation_freshness: u64,
    /// By how much two clocks may differ, in seconds.
    pub clock_tolerance: u64,
    /// Smallest RSA modulus, in bits (ETSI TS 119 312 §8.4).
    pub minimum_rsa_bits: usize,
    /// Digest algorithms that are accepted (ETSI TS 119 312 §6).
    pub digests: Vec<DigestAlgorithm>,
}

impl Policy {
    /// The policy for everyday use.
    pub fn everyday() -> Self {
        use DigestAlgorithm::{Sha3_256, Sha3_384, Sha3_512, Sha256, Sha384, Sha512};
        Self {
            name: "everyday".into(),
            revocation_freshness: 24 * 60 * 60,
            clock_tolerance: 15 * 60,
            minimum_rsa_bits: 1900,
            digests: vec![Sha256, Sha384, Sha512, Sha3_256, Sha3_384, Sha3_512],
        }
    }

    /// Name and hash, for the report.
    pub fn identity(&self) -> PolicyIdentity {
        let canonical = serde_json::to_vec(self).unwrap_or_default();
        PolicyIdentity {
            name: self.name.clone(),
            hash: hex::encode(DigestAlgorithm::Sha256.digest(&canonical)),
        }
    }

    pub(crate) fn freshness(&self) -> Duration {
        Duration::from_secs(self.revocation_freshness)
    }

    pub(crate) fn tolerance(&self) -> Duration {
        Duration::from_secs(self.clock_tolerance)
    }

    /// Whether a signature of this algorithm by this certificate's key is strong enough.
    pub(crate) fn accepts(&self, algorithm: &SignatureAlgorithm, certificate: &Certificate) -> bool {
        let key = match algorithm {
            SignatureAlgorithm::RsaPkcs1(_) | SignatureAlgorithm::RsaPss(_) => {
                certificate.public_key_bits().is_some_and(|bits| bits >= self.minimum_rsa_bits)
            }
            // Not among the schemes of TS 119 312 §7 any more.
            SignatureAlgorithm::Dsa(_) => false,
            _ => true,
        };
        key && self.digests.contains(&algorithm.digest())
    }
}
