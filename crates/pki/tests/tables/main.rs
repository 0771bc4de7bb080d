//! Other people's tables, row by row. PKITS and the revocation cases are read from the corpora; without them those tests say
//! that they skip.
#![allow(clippy::unwrap_used)]

mod pkits;
#[path = "../../../../tests/corpus.rs"]
mod published;
mod revocation;
mod wycheproof;

use std::path::PathBuf;

/// A corpus and the rows of its `expected.tsv`, without the first; nothing when it is not there.
fn corpus(name: &str) -> Option<(PathBuf, Vec<Vec<String>>)> {
    let folder = published::corpus(name)?;
    let table = std::fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    Some((folder, table.lines().skip(1).map(cells).collect()))
}
