//! Other people's tables, row by row. PKITS and the revocation cases are read from the corpora (`PITSER_CORPORA`, else
//! `../shared` beside the project); without them those tests say that they skip.
#![allow(clippy::unwrap_used)]

mod pkits;
mod revocation;
mod wycheproof;

use std::path::PathBuf;

/// A corpus and the rows of its `expected.tsv`, without the first; nothing when it is not there.
fn corpus(name: &str) -> Option<(PathBuf, Vec<Vec<String>>)> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("PITSER_CORPORA").map_or_else(beside, PathBuf::from);
    let folder = root.join("corpora").join(name);
    let Ok(table) = std::fs::read_to_string(folder.join("expected.tsv")) else {
        println!("skipped: no corpus {name}");
        return None;
    };
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    Some((folder, table.lines().skip(1).map(cells).collect()))
}
