//! The verdicts of EN 319 102-1 about real files, beside those that another implementation of the standard asserts about
//! them in its own tests: the PDF files of the corpus `pyhanko` in $PITSER_CORPORA.
//!
//! What they carry is all the evidence there is; the roots of the corpus are trusted, and the moment is the row's.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ades::Document;
use pitser_tests::corpus;
use pki::{Certificate, Evidence, Time};
use validation::policy::Policy;
use validation::report::{Conclusion, Indication};
use validation::trust::Trust;

#[test]
fn real_files_are_judged_as_another_implementation_judges_them() {
    let Some(folder) = corpus("pyhanko") else { return };
    let named = named();
    let (mut same, mut met, mut faults) = (0, Vec::new(), Vec::new());
    for row in rows(&folder) {
        let ours = verdict(&folder, &row);
        if agrees(&row.said, &ours) {
            same += 1;
            continue;
        }
        let key = (row.test.clone(), row.at.clone());
        match named.get(&key) {
            Some((known, _)) if *known == ours => met.push(key),
            _ => faults.push(format!("{}\t{}\t{}\t{ours}", row.test, row.at, row.said)),
        }
    }
    let unmet: Vec<_> = named.keys().filter(|key| !met.contains(key)).collect();
    println!("{same} verdicts are the same, {} differ by name", met.len());
    assert!(faults.is_empty(), "differences without a name:\n{}", faults.join("\n"));
    assert!(unmet.is_empty(), "names without a difference: {unmet:?}");
    assert_eq!(same + met.len(), 85, "the rows of the table");
}

/// A row about a PDF file, judged by the standard's processes.
struct Row {
    file: String,
    said: String,
    field: String,
    test: String,
    at: String,
}

fn verdict(folder: &Path, row: &Row) -> String {
    let bytes: std::sync::Arc<[u8]> = fs::read(folder.join(&row.file)).unwrap().into();
    let document = match Document::open(std::sync::Arc::new(bytes)) {
        Ok(document) => document,
        Err(error) => return format!("refused: {}", error.code()),
    };
    let at: Time = row.at.parse().unwrap();
    let facts = document.facts().unwrap();
    let report = validation::validate(&facts, &Evidence::default(), &trust(folder), &Policy::everyday(), at);
    let signature = report.signatures.iter().find(|one| one.field == row.field);
    let shown = signature.map_or_else(|| "no such field".into(), |one| shown(one.conclusion));
    if std::env::var_os("PITSER_TELL").is_some() {
        let rows = signature.into_iter().flat_map(|one| one.obstacles());
        let rows: Vec<String> =
            rows.map(|check| format!("{:?} {:?}", check.question, check.detail)).collect();
        println!("{} {}: {shown} {rows:?}", row.test, row.at);
    }
    shown
}

fn shown(conclusion: Conclusion) -> String {
    let indication = match conclusion.indication {
        Indication::TotalPassed => "PASSED",
        Indication::Indeterminate => "INDETERMINATE",
        Indication::TotalFailed => "FAILED",
    };
    conclusion.sub_indication.map_or_else(|| indication.to_owned(), |why| format!("{indication}/{why}"))
}

/// NO_POE stands there for every lack of proof; which one it is, is told here.
fn agrees(said: &str, ours: &str) -> bool {
    let lacks_proof = ours.ends_with("_NO_POE") || ours.ends_with("OUT_OF_BOUNDS_NOT_REVOKED");
    said == ours || said == "INDETERMINATE/NO_POE" && lacks_proof
}

fn trust(folder: &Path) -> Trust {
    let mut roots: Vec<PathBuf> =
        fs::read_dir(folder.join("roots")).unwrap().map(|entry| entry.unwrap().path()).collect();
    roots.sort();
    let roots = roots.iter().map(|path| Certificate::from_der(&fs::read(path).unwrap()).unwrap());
    Trust::new("the corpus", true, roots.collect(), Vec::new())
}

fn rows(folder: &Path) -> Vec<Row> {
    let table = fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let head: Vec<&str> = table.lines().next().unwrap().split('\t').collect();
    let column = |name: &str| head.iter().position(|one| *one == name).unwrap();
    let [path, said, api, field, test, at] =
        ["path", "expected_indication", "api", "field", "test_class", "validation_moment"].map(column);
    let rows = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.filter(|row| row[api].starts_with("ades") && row[path].ends_with(".pdf"))
        // What it could not do says nothing about the file.
        .filter(|row| !row[said].starts_with("EXCEPTION"))
        .map(|row| Row {
            file: row[path].into(),
            said: row[said].into(),
            field: row[field].into(),
            test: row[test].rsplit("::").next().unwrap().into(),
            at: row[at].replace("+00:00", "Z"),
        })
        .collect()
}

/// The differences that have a name: our verdict, and why it is right.
fn named() -> BTreeMap<(String, String), (String, String)> {
    let lines = include_str!("verdicts/differences.tsv").lines().skip(1);
    let cells = lines.map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    cells.map(|cells| ((cells[0].clone(), cells[1].clone()), (cells[3].clone(), cells[4].clone()))).collect()
}
