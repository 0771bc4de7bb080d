//! Where the published corpora are.

use std::path::PathBuf;

/// A published corpus, or nothing where there is none, which is said. One that `PITSER_CORPORA` promises has to be there.
pub fn corpus(name: &str) -> Option<PathBuf> {
    let set = std::env::var_os("PITSER_CORPORA").map(PathBuf::from);
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    let folder = set.clone().unwrap_or_else(beside).join("corpora").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(set.is_none(), "PITSER_CORPORA has no {}", folder.display());
    eprintln!(
        "SKIPPED: there is no {}; PITSER_CORPORA tells where the published corpora are",
        folder.display()
    );
    None
}
