//! A key at hand signs: no phone, and nobody is asked more than the level needs.

use std::sync::Arc;

use native::{KeyFile, Scheme};
use pitser_tests::{Simulated, run};
use pki::SignatureAlgorithm;
use workflow::host::Existing;
use workflow::key::Key;
use workflow::order::{Level, Order, Signer};
use workflow::profile::Profile;
use workflow::verdict::{Indication, Question};

use crate::{contract, signed};

fn fixture(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/keys").join(name)
}

fn key(name: &str, scheme: Scheme) -> KeyFile {
    KeyFile::open(&fixture(name), "test", scheme).expect("a key")
}

fn order(key: KeyFile, level: Level) -> Order {
    Order { output: Some(signed()), ..Order::new("/contract.pdf", Signer::Key(Arc::new(key)), level) }
}

fn root() -> String {
    std::fs::read_to_string(fixture("root.pem")).expect("a root")
}

fn desk() -> Simulated {
    let host = Simulated::new(77);
    host.put("/contract.pdf", contract());
    // A seal at B-B asks nobody.
    host.disconnect(vec![""]);
    host
}

#[test]
fn every_kind_of_key_signs_without_asking_anybody() {
    let files = ["rsa.p12", "rsa-legacy.p12", "p256.p12", "p384.p12", "p521.p12"];
    for (file, scheme) in
        files.map(|file| (file, Scheme::Pkcs1)).into_iter().chain([("rsa.p12", Scheme::Pss)])
    {
        let host = desk();
        let profile = Profile::of_trust("root", root(), Vec::new()).expect("a profile");
        let done = run(workflow::sign::sign(&host, &profile, order(key(file, scheme), Level::BB)));
        let done = done.unwrap_or_else(|error| panic!("{file}: {error:?}"));
        let signature = &done.report.signatures[0];
        assert_eq!(signature.level, Some(Level::BB), "{file}");
        let open: Vec<_> = signature.obstacles().map(|check| check.question).collect();
        assert!(open.iter().all(|question| done.left_open.contains(question)), "{file}: {open:?}");
        assert!(!done.left_open.contains(&Question::CertificatePath), "the path is judged: {file}");
        assert!(host.exchanges().is_empty() && host.journal_len() == 0, "{file}");
        assert!(host.file(signed()).expect("saved").starts_with(&contract()), "{file}");
    }
}

#[test]
fn without_a_named_root_only_the_path_stays_open() {
    let host = desk();
    let profile = Profile::of_trust("–", String::new(), Vec::new()).expect("a profile");
    let done = run(workflow::sign::sign(&host, &profile, order(key("p256.p12", Scheme::Pkcs1), Level::BB)));
    let done = done.expect("signed");
    let open: Vec<_> = done.report.signatures[0].obstacles().map(|check| check.question).collect();
    assert_eq!(open, [Question::CertificatePath]);
    assert_eq!(done.report.overall(), Some(Indication::Indeterminate));
    let error = run(workflow::sign::sign(&host, &profile, order(key("p256.p12", Scheme::Pkcs1), Level::BLt)));
    assert_eq!(error.expect_err("nobody to trust").code(), "trust-needed");
}

#[test]
fn what_the_key_gave_is_checked_like_any_other_value() {
    #[derive(Debug)]
    struct Careless(KeyFile);
    impl Key for Careless {
        fn certificate(&self) -> &pki::Certificate {
            self.0.certificate()
        }
        fn others(&self) -> &[pki::Certificate] {
            self.0.others()
        }
        fn algorithm(&self) -> SignatureAlgorithm {
            self.0.algorithm()
        }
        fn sign(&self, asked: &workflow::key::ToBeSigned) -> Result<Vec<u8>, workflow::key::Refused> {
            let mut value = self.0.sign(asked)?;
            value[20] ^= 1;
            Ok(value)
        }
    }
    let host = desk();
    let profile = Profile::of_trust("root", root(), Vec::new()).expect("a profile");
    let careless = Signer::Key(Arc::new(Careless(key("rsa.p12", Scheme::Pkcs1))));
    let order = Order { output: Some(signed()), ..Order::new("/contract.pdf", careless, Level::BB) };
    let error = run(workflow::sign::sign(&host, &profile, order)).expect_err("not signed");
    assert_eq!(error.code(), "signature-invalid");
    assert_eq!(host.files().len(), 1, "nothing is written");
}

#[test]
fn an_output_is_replaced_only_when_asked_and_never_the_document() {
    let host = desk();
    host.put(signed(), b"something else".to_vec());
    let profile = Profile::of_trust("root", root(), Vec::new()).expect("a profile");
    let sign = |order: Order| run(workflow::sign::sign(&host, &profile, order));
    let plain = || order(key("p256.p12", Scheme::Pkcs1), Level::BB);
    assert_eq!(sign(plain()).expect_err("taken").code(), "output-exists");
    sign(Order { existing: Existing::Replace, ..plain() }).expect("replaced");
    assert!(host.file(signed()).expect("saved").starts_with(&contract()));
    let itself = Order { existing: Existing::Replace, output: Some("/contract.pdf".into()), ..plain() };
    assert_eq!(sign(itself).expect_err("the original").code(), "output-is-document");
    assert_eq!(host.file("/contract.pdf").as_deref(), Some(contract().as_slice()));
}

#[test]
fn a_key_file_says_what_is_wrong_with_it_and_shows_nothing_secret() {
    let open = |name: &str, password: &str| KeyFile::open(&fixture(name), password, Scheme::Pkcs1);
    let code = |name: &str, password: &str| open(name, password).expect_err("no key").code();
    assert_eq!(code("none.p12", "test"), "key-file");
    assert_eq!(code("rsa.p12", "tset"), "key-password");
    assert_eq!(code("rsa-legacy.p12", ""), "key-password");
    assert_eq!(code("root.pem", "test"), "key-file-damaged");
    assert_eq!(code("certificates.p12", "test"), "no-key");
    assert_eq!(code("secp256k1.p12", "test"), "key-unsupported");
    let shown = format!("{:?}", open("rsa.p12", "test").expect("a key"));
    assert!(shown.contains("Seal rsa") && shown.len() < 200, "{shown}");
}
