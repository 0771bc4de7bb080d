//! A published table beside what we say, row by row: what differs stands in a file of its own, with our answer and the
//! reason that makes it right. A difference that is not named there is a fault, and so is a name that no row meets.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A table with a first line of names.
pub struct Table {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// `expected.tsv` of a corpus.
    pub fn read(folder: &Path) -> Self {
        let text = std::fs::read_to_string(folder.join("expected.tsv")).unwrap();
        let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned).collect());
        Self { names: lines.next().unwrap(), rows: lines.collect() }
    }

    /// The cells of these columns, for every row.
    pub fn columns<const N: usize>(&self, names: [&str; N]) -> impl Iterator<Item = [String; N]> {
        let places = names.map(|name| self.names.iter().position(|one| one == name).unwrap());
        self.rows.iter().map(move |row| places.map(|place| row[place].clone()))
    }
}

/// One thing that a table asserts, and what we say of it.
pub struct Line {
    /// Which row, and what of it.
    pub key: String,
    pub theirs: String,
    pub ours: String,
}

/// Compares, and fails with every line that would have to be written or taken away.
///
/// In `known`, lines that begin with `# name: ` tell a reason; the others have key, their answer, our answer and the name of
/// the reason.
pub fn compare(known: &str, lines: &[Line]) {
    let reasons: BTreeSet<&str> = known
        .lines()
        .filter_map(|line| line.strip_prefix("# ")?.split_once(": ").map(|(name, _)| name))
        .collect();
    let named: BTreeMap<&str, &str> = known
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.rsplit_once('\t').unwrap())
        .collect();
    let (mut same, mut met, mut faults) = (0, BTreeSet::new(), BTreeSet::new());
    for Line { key, theirs, ours } in lines {
        let line = format!("{key}\t{theirs}\t{ours}");
        match named.get_key_value(line.as_str()) {
            _ if theirs == ours => same += 1,
            Some((line, _)) => drop(met.insert(*line)),
            None => drop(faults.insert(line)),
        }
    }
    let unmet: Vec<_> = named.keys().filter(|line| !met.contains(**line)).collect();
    let told: BTreeSet<&str> = named.values().copied().collect();
    println!("{same} of {} are the same, {} differ by name", lines.len(), met.len());
    assert!(faults.is_empty(), "{} without a name:\n{}", faults.len(), Vec::from_iter(faults).join("\n"));
    assert!(unmet.is_empty(), "names without a difference: {unmet:#?}");
    assert_eq!(told, reasons, "the reasons that are given and those that are told");
}
