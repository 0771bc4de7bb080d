//! Cryptographic constraints, EN 319 102-1 §5.2.8.4.4 with the tables of ETSI TS 119 312.

use pki::{Certificate, DigestAlgorithm, SignatureAlgorithm, Time};

use super::decision::Decision;
use super::facts::{Algorithm, Object, Reference, Revocation, Signing, Stamp};
use super::finding::{Finding, Weakness};
use crate::cause::Cause;
use crate::policy::{Level, Role};
use crate::report::SubIndication;

impl Decision<'_> {
    /// Whether the algorithms of a token and of what it refers to are reliable at `at`.
    pub(super) fn reliable(
        &self,
        object: Object,
        role: Role,
        signing: &Signing,
        references: &[Reference],
        at: Time,
    ) -> Finding {
        let used = signing.algorithm.iter().cloned();
        let all: Vec<Algorithm> = used.chain(digests(references)).collect();
        if signing.algorithm.is_none() {
            return self.weak(vec![(object, Weakness { algorithm: Algorithm::bare(), named: false })]);
        }
        self.weak(self.weaknesses(object, role, &all, at))
    }

    /// The same of a time-stamp. Its imprint has to have been reliable when the token was made (§5.6.3.4, step 5): whatever
    /// shares it would have had to be made by then.
    pub(super) fn stamp_reliable(&self, index: usize, stamp: &Stamp, at: Time) -> Finding {
        let object = Object::Stamp(index);
        let own = self.reliable(object, Role::Timestamp, &stamp.signing, &[], at);
        if !own.is_passed() {
            return own;
        }
        let imprint: Vec<Algorithm> = digests(&stamp.references).collect();
        self.weak(self.weaknesses(object, Role::Timestamp, &imprint, stamp.time.min(at)))
    }

    /// The same of revocation data: of every list that it is together with.
    pub(super) fn data_reliable(&self, index: usize, data: &Revocation, at: Time) -> Finding {
        let object = Object::Revocation(index);
        let each =
            data.signatures().map(|(_, signing)| self.reliable(object, Role::Revocation, signing, &[], at));
        each.into_iter().find(|found| !found.is_passed()).unwrap_or_else(Finding::passed)
    }

    /// The same of a certificate: how it was signed.
    pub(super) fn certificate_reliable(&self, index: usize, role: Role, at: Time) -> Finding {
        let Some(certificate) = self.case.certificate(index) else { return Finding::passed() };
        let object = Object::Certificate(index);
        match &certificate.algorithm {
            Some(algorithm) => self.weak(self.weaknesses(object, role, std::slice::from_ref(algorithm), at)),
            None => self.weak(vec![(object, Weakness { algorithm: Algorithm::bare(), named: false })]),
        }
    }

    fn weaknesses(
        &self,
        object: Object,
        role: Role,
        algorithms: &[Algorithm],
        at: Time,
    ) -> Vec<(Object, Weakness)> {
        let mut weak = Vec::new();
        for algorithm in algorithms {
            match self.policy.algorithms.level(role, algorithm, at) {
                None | Some(Level::Ignore) => {}
                Some(Level::Fail) => {
                    let named = self.policy.algorithms.names(role, algorithm);
                    weak.push((object, Weakness { algorithm: algorithm.clone(), named }));
                }
                Some(level) => self.note("algorithms", level, algorithm.to_string()),
            }
        }
        weak
    }

    fn weak(&self, weak: Vec<(Object, Weakness)>) -> Finding {
        if weak.is_empty() {
            return Finding::passed();
        }
        let told = |named: bool| {
            let told = weak.iter().filter(|(_, weakness)| weakness.named == named);
            told.map(|(_, weakness)| weakness.algorithm.to_string()).collect::<Vec<_>>().join(", ")
        };
        // What had its day says more than what the policy says nothing of.
        let cause = match weak.iter().any(|(_, weakness)| weakness.named) {
            true => Cause::Weak { algorithms: told(true) },
            false => Cause::Unlisted { algorithms: told(false) },
        };
        let certificate = match weak.first() {
            Some((Object::Certificate(index), _)) => Some(*index),
            _ => None,
        };
        Finding {
            weak,
            certificate,
            ..Finding::indeterminate(SubIndication::CryptoConstraintsFailureNoPoe).because(cause)
        }
    }
}

fn digests(references: &[Reference]) -> impl Iterator<Item = Algorithm> {
    let named = references.iter().filter_map(|reference| reference.digest.clone());
    named.map(|digest| Algorithm { digest: Some(digest), ..Algorithm::bare() })
}

impl Algorithm {
    /// A signature algorithm with the key of the certificate that made the value.
    pub fn of(algorithm: &SignatureAlgorithm, signer: &Certificate) -> Self {
        let (scheme, digest) = match algorithm {
            SignatureAlgorithm::RsaPkcs1(digest) => ("RSA", Some(*digest)),
            SignatureAlgorithm::RsaPss(parameters) => ("RSASSA-PSS", Some(parameters.hash)),
            SignatureAlgorithm::Ecdsa(digest) | SignatureAlgorithm::PlainEcdsa(digest) => {
                ("ECDSA", Some(*digest))
            }
            SignatureAlgorithm::Ed25519 => ("EdDSA", None),
            SignatureAlgorithm::Dsa(digest) => ("DSA", Some(*digest)),
        };
        let bits = signer.public_key_bits().and_then(|bits| u32::try_from(bits).ok()).unwrap_or(0);
        let bits = if scheme == "EdDSA" { bits.max(255) } else { bits };
        Self { scheme: scheme.to_owned(), bits, digest: digest.map(|digest| digest.name().to_owned()) }
    }

    /// A digest by itself.
    pub fn digest(digest: DigestAlgorithm) -> Self {
        Self { digest: Some(digest.name().to_owned()), ..Self::bare() }
    }

    /// Nothing of it is known.
    pub(super) fn bare() -> Self {
        Self { scheme: String::new(), bits: 0, digest: None }
    }
}

impl std::fmt::Display for Algorithm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digest = self.digest.as_deref().unwrap_or_default();
        match self.scheme.as_str() {
            "" if digest.is_empty() => f.write_str("unknown"),
            "" => f.write_str(digest),
            scheme if digest.is_empty() => write!(f, "{scheme} {}", self.bits),
            scheme => write!(f, "{scheme} {}, {digest}", self.bits),
        }
    }
}
