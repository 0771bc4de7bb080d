//! What the fuzz target `validate` begins with: the facts of a document signed here, what is known, and whom to believe; and
//! signed documents, which it reads itself. `PITSER_WRITE_SEEDS=1` writes them anew.

use std::path::Path;
use std::sync::Arc;

use ades::Facts;
use pki::{Certificate, Evidence, Time};
use validation::policy::Policy;
use validation::report::Indication;
use validation::trust::Trust;
use workflow::host::Host as _;
use workflow::order::Level;

use crate::{APPROVES, order, person, sign, world};

type Seed = (Facts, Evidence, Vec<Certificate>, Time);

#[test]
fn a_seed_of_facts_is_judged_as_the_document_was() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus/validate/b-lta.json");
    if std::env::var_os("PITSER_WRITE_SEEDS").is_some() {
        let (host, profile) = world(900);
        sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
        let signed = host.file("/signed.pdf").expect("written").to_vec();
        let facts = ades::Document::open(Arc::new(signed)).expect("opened").facts().expect("facts");
        let seed: Seed = (facts, Evidence::default(), profile.anchors().expect("anchors"), host.now());
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, serde_json::to_vec(&seed).expect("JSON")).expect("written");
    }
    let seed = std::fs::read(&path).expect("PITSER_WRITE_SEEDS=1 makes it");
    let (facts, evidence, anchors, at): Seed = serde_json::from_slice(&seed).expect("as we write it");
    let trust = Trust::new("seed", true, anchors, Vec::new());
    let report = validation::validate(&facts, &evidence, &trust, &Policy::everyday(), at);
    assert_eq!(report.overall(), Some(Indication::TotalPassed));
}

/// Fixtures: with validation data, certified, and with a signature that another program went on with.
const DOCUMENTS: [(&str, &str); 3] = [
    ("stored.pdf", "honest/bases/ours-long.pdf"),
    ("certified.pdf", "honest/bases/pyhanko-form-filling.pdf"),
    ("chain.pdf", "chains/responder.pdf"),
];

#[test]
fn seeds_that_are_documents_have_signatures_to_judge() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, fixture) in DOCUMENTS {
        let path = root.join("../fuzz/corpus/validate").join(name);
        let bytes = std::fs::read(root.join("fixtures").join(fixture)).expect("a fixture");
        if std::env::var_os("PITSER_WRITE_SEEDS").is_some() {
            std::fs::write(&path, &bytes).expect("written");
        }
        assert!(
            std::fs::read(&path).is_ok_and(|seed| seed == bytes),
            "{name}: PITSER_WRITE_SEEDS=1 makes it"
        );
        let facts = ades::Document::open(Arc::new(bytes)).expect("opened").facts().expect("facts");
        assert!(!facts.signatures.is_empty(), "{name}");
    }
}
