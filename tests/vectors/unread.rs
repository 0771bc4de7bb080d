//! That no published file lies there for nothing.

use std::path::Path;

use super::Vectors;

/// The tests that read them.
const TOLD: [&str; 6] = [
    include_str!("../vectors.rs"),
    include_str!("requests.rs"),
    include_str!("mobile_id.rs"),
    include_str!("../openapi/exact.rs"),
    include_str!("../openapi/flows.rs"),
    include_str!("../openapi/requests.rs"),
];

/// What no test reads, and why not.
const SPARED: [(&str, &str); 0] = [];

/// The files below a folder, by their path in it without the last ending.
fn files(folder: &Path, inside: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path(), &format!("{inside}{name}/")));
        } else {
            let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
            found.push(format!("{inside}{stem}"));
        }
    }
    found
}

/// The shortest end of a path, in whole names, that no other path has.
fn mark<'a>(path: &'a str, all: &[String]) -> &'a str {
    let starts = path.rmatch_indices('/').map(|(at, _)| at + 1).chain([0]);
    let mut ends = starts.map(|start| &path[start..]);
    let is_own = |end: &&str| {
        let same = |other: &&String| {
            other.as_str() == *end || other.strip_suffix(*end).is_some_and(|rest| rest.ends_with('/'))
        };
        all.iter().filter(same).count() == 1
    };
    ends.find(is_own).unwrap_or(path)
}

fn unread(all: &[String], told: &[&str]) -> Vec<String> {
    let is_told = |path: &&String| {
        let mark = mark(path, all);
        let named = |before: &str, after: &str| {
            let literal = format!("{before}{mark}{after}");
            told.iter().any(|text| text.contains(&literal))
        };
        ["\"", "/"].iter().any(|before| ["\"", "."].iter().any(|after| named(before, after)))
    };
    all.iter().filter(|path| !is_told(path)).cloned().collect()
}

#[test]
fn every_published_file_is_read() {
    let Some(vectors) = Vectors::find() else { return };
    let all = files(&vectors.0, "");
    assert!(all.len() > 70, "{all:?}");
    let spared: Vec<_> = SPARED.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert!(SPARED.iter().all(|(_, why)| !why.is_empty()));
    assert_eq!(unread(&all, &TOLD), spared);
}

#[test]
fn a_file_that_nobody_reads_is_noticed() {
    let all = ["a/b/one", "a/c/one", "a/c/two"].map(str::to_owned);
    let left = |told: &str| unread(&all, &[told]);
    assert_eq!(left(r#"read("a/b/one.json"); read("c/one"); read("two")"#), [""; 0]);
    assert_eq!(left(r#"read("one"); read("not-two")"#), all);
    assert_eq!(left(r#"read("b/one"), read("two-and-more")"#), ["a/c/one", "a/c/two"]);
}
