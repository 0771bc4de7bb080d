//! Our files before other people's tools: poppler, OpenSSL, qpdf, pyHanko.
//!
//! Signed in virtual time by the emulated Smart-ID, and left in `target/interop` with the certificates, where
//! `scripts/interop-dss` finds them for EU DSS.
#![allow(clippy::unwrap_used)]

#[path = "interop/cloud.rs"]
mod cloud;
#[path = "interop/encrypted.rs"]
mod encrypted;
#[path = "interop/extract.rs"]
mod extract;
#[path = "interop/tools.rs"]
mod tools;

use std::path::{Path, PathBuf};

use pitser_tests::{Simulated, present, profile_of, run};
use pki::DigestAlgorithm;
use tools::{Circumstances, Proof, everybody};
use workflow::extend::Extension;
use workflow::order::{Existing, Level, Order, Signer};
use workflow::profile::Scheme;

/// The account that answers by itself and approves.
const APPROVES: &str = "PNOEE-40504040001";
/// What may pass between signing and judging, in seconds.
const SOON: i64 = 60;

#[test]
fn every_level_and_every_algorithm_holds_before_everybody() {
    let scene = Scene::new("levels");
    for level in [Level::BB, Level::BT, Level::BLt] {
        for digest in [DigestAlgorithm::Sha256, DigestAlgorithm::Sha384, DigestAlgorithm::Sha512] {
            for scheme in [Scheme::RsassaPss, Scheme::RsassaPkcs1] {
                let name = format!("{}-{digest:?}-{scheme:?}", short(level)).to_lowercase();
                let file = scene.sign(&sample(), &name, level, digest, scheme);
                scene.expect_acceptance(&file, level);
            }
        }
    }
}

#[test]
fn an_archived_signature_and_an_extended_one_hold_before_everybody() {
    let scene = Scene::new("archive");
    let (digest, scheme) = (DigestAlgorithm::Sha256, Scheme::RsassaPss);
    let file = scene.sign(&sample(), "b-lta", Level::BLta, digest, scheme);
    scene.expect_acceptance(&file, Level::BLta);
    // pyHanko's process takes the time from a signature time-stamp alone: without one it never says PASSED.
    for level in [Level::BT, Level::BLt] {
        let name = format!("{}-extended", short(level));
        let file = scene.sign(&sample(), &name, level, digest, scheme);
        scene.extend(&file);
        scene.expect_acceptance(&file, Level::BLta);
    }
}

#[test]
fn documents_of_other_producers_hold_before_everybody() {
    let scene = Scene::new("producers");
    let folder = fixtures().join("producers");
    let mut documents: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    documents.retain(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    documents.sort();
    assert!(documents.len() >= 5);
    for document in documents {
        let name = document.file_stem().unwrap().to_string_lossy().into_owned();
        let file = scene.sign(&document, &name, Level::BLt, DigestAlgorithm::Sha512, Scheme::RsassaPss);
        scene.expect_acceptance(&file, Level::BLt);
    }
}

/// The questions themselves: whoever says yes to everything is no witness.
#[test]
fn a_changed_file_holds_before_nobody_who_checks_the_signature() {
    let scene = Scene::new("changed");
    let file = scene.sign(&sample(), "changed", Level::BLt, DigestAlgorithm::Sha512, Scheme::RsassaPss);
    let mut bytes = std::fs::read(&file).unwrap();
    let text = bytes.windows(4).position(|window| window == b"2026").unwrap();
    bytes[text] = b'3';
    std::fs::write(&file, bytes).unwrap();
    let world = Simulated::present(7).world;
    let others = [world.issuing_certificate(), world.tsa_authority_certificate()];
    scene.expect_refusal(&file, world.root_certificate(), &others);
}

/// And whoever trusts everybody is none either.
#[test]
fn under_another_root_a_file_holds_before_nobody_who_checks_the_certificate() {
    let scene = Scene::new("stranger");
    let file = scene.sign(&sample(), "stranger", Level::BLt, DigestAlgorithm::Sha512, Scheme::RsassaPss);
    let world = Simulated::present(7).world;
    // The CA of the time-stamps is right for those, and nobody to the signer.
    let stranger = (world.tsa_authority_certificate(), world.issuing_certificate());
    scene.expect_refusal(&file, stranger.0, &[stranger.1]);
}

/// A world, and a folder for what comes out of it.
struct Scene {
    folder: PathBuf,
}

impl Scene {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/interop").join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder: folder.canonicalize().unwrap() }
    }

    fn sign(
        &self,
        document: &Path,
        name: &str,
        level: Level,
        digest: DigestAlgorithm,
        scheme: Scheme,
    ) -> PathBuf {
        let host = Simulated::present(7);
        host.put("/contract.pdf", std::fs::read(document).unwrap());
        let mut profile = profile_of(&host);
        profile.smart_id.as_mut().expect("phones").digest = digest;
        profile.smart_id.as_mut().expect("phones").scheme = Some(scheme);
        let signer = Signer::Person(APPROVES.parse().unwrap());
        let order =
            Order { output: Some("/signed.pdf".into()), ..Order::new("/contract.pdf", signer, level) };
        let signed = run(workflow::sign::sign(&host, &profile, order));
        signed.unwrap_or_else(|error| panic!("{}: {error:?}", document.display()));
        let file = self.folder.join(name).with_extension("pdf");
        std::fs::write(&file, host.file("/signed.pdf").unwrap()).unwrap();
        file
    }

    /// Extends a file in its place to B-LTA.
    fn extend(&self, file: &Path) {
        let host = Simulated::present(7);
        host.put("/signed.pdf", std::fs::read(file).unwrap());
        let order = Extension {
            document: "/signed.pdf".into(),
            password: None,
            output: Some("/extended.pdf".into()),
            existing: Existing::Keep,
            level: Level::BLta,
        };
        let extended = run(workflow::extend::extend(&host, &profile_of(&host), order));
        extended.unwrap_or_else(|error| panic!("{}: {error:?}", file.display()));
        std::fs::write(file, host.file("/extended.pdf").unwrap()).unwrap();
    }

    fn expect_acceptance(&self, file: &Path, level: Level) {
        let world = Simulated::present(7).world;
        let others = [world.issuing_certificate(), world.tsa_authority_certificate()];
        for answer in self.ask(file, level, world.root_certificate(), &others) {
            assert!(answer.accepted, "{} refuses {}:\n{}", answer.tool, file.display(), answer.said);
        }
    }

    fn expect_refusal(&self, file: &Path, root: &[u8], others: &[&[u8]]) {
        let fooled = self.ask(file, Level::BLt, root, others).into_iter().filter(|answer| answer.accepted);
        // It looks at the structure alone.
        let fooled: Vec<_> = fooled.filter(|answer| answer.tool != "qpdf --check").collect();
        assert!(fooled.is_empty(), "{fooled:#?}");
    }

    fn ask(&self, file: &Path, level: Level, root: &[u8], others: &[&[u8]]) -> Vec<tools::Answer> {
        let around = Circumstances::new(&self.folder, root, others, present() + SOON);
        let proof = if level >= Level::BLt { Proof::InTheFile } else { Proof::NoRevocation };
        everybody(file, &around, short(level), proof)
    }
}

/// As pyHanko and the names of files have it.
fn short(level: Level) -> &'static str {
    match level {
        Level::BT => "b-t",
        Level::BLt => "b-lt",
        Level::BLta => "b-lta",
        _ => "b-b",
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn sample() -> PathBuf {
    fixtures().join("sample/loan-agreement.pdf")
}
