//! Where the published corpora are, for every test that wants them: other crates read this file too.
//!
//! `PITSER_CORPORA` names the folder, else it is `shared` beside the project. What it promises has to be there, and so has
//! everything where `PITSER_REQUIRE_TOOLS` is `1`; `PITSER_CORPORA=none` goes without them. A test that does says so.

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Says something to whoever runs the tests, though they pass: what is only printed is kept from them then.
pub fn aloud(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A file or folder of what is published, such as `corpora/dss`; nothing where there is none, which is said.
pub fn published(name: &str) -> Option<PathBuf> {
    let set = std::env::var_os("PITSER_CORPORA").map(PathBuf::from);
    let is_required = std::env::var_os("PITSER_REQUIRE_TOOLS").is_some_and(|wish| wish == "1");
    let is_promised = set.as_ref().map_or(is_required, |set| set != Path::new("none"));
    let beside = || {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let places = here.ancestors().map(|above| above.join("shared"));
        places.into_iter().find(|place| place.join(name).exists()).unwrap_or_else(|| "shared".into())
    };
    let place = set.unwrap_or_else(beside).join(name);
    if place.exists() {
        return Some(place);
    }
    assert!(!is_promised, "there is no {}: PITSER_CORPORA tells where it is, or `none`", place.display());
    aloud(&format!("SKIPPED: no {name}; PITSER_CORPORA tells where the published corpora are"));
    None
}

/// A published corpus.
#[allow(dead_code, reason = "not everybody reads all of them")]
pub fn corpus(name: &str) -> Option<PathBuf> {
    published(&format!("corpora/{name}"))
}

/// The PDF files of a corpus, none where it is not there.
#[allow(dead_code, reason = "not everybody reads all of them")]
pub fn pdfs(name: &str) -> Vec<PathBuf> {
    let Some(folder) = corpus(name) else { return Vec::new() };
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = files.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    files.sort();
    files
}
