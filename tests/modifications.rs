//! What later revisions change, against the modification levels that pyHanko's own tests assert.
//!
//! None is judged milder here. `modifications/differences.tsv` lists each signature that is judged more strictly, with the
//! reason that makes it right.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ades::{Document, Later, Modification, ModificationKind, ModificationLevel, SignatureFacts};
use pitser_tests::corpus;

/// pyHanko's levels, the mildest first. What is not read has no verdict that it passes with, and is the strictest.
const LEVELS: [&str; 6] = ["NONE", "LTA_UPDATES", "FORM_FILLING", "ANNOTATIONS", "OTHER", "NOT READ"];

/// How grave a level is.
fn rank(level: &str) -> usize {
    LEVELS.iter().position(|one| *one == level).unwrap_or_else(|| panic!("{level}: no level"))
}

/// How pyHanko calls our levels.
fn level(signature: &SignatureFacts) -> &'static str {
    match &signature.later {
        // pyHanko takes a locked field for the gravest change; here its lock is judged later.
        Later::Modified(found) if found.told.iter().any(|one| is_locked(signature, one)) => "OTHER",
        Later::Nothing => "NONE",
        Later::Archival => "LTA_UPDATES",
        Later::Modified(found) => match found.level {
            ModificationLevel::None => "NONE",
            ModificationLevel::Archival => "LTA_UPDATES",
            ModificationLevel::FormFilling => "FORM_FILLING",
            ModificationLevel::Annotation => "ANNOTATIONS",
            ModificationLevel::Other => "OTHER",
        },
        Later::Other { .. } => "OTHER",
    }
}

/// The test with a row whose policy, which is not the default, knows of no change that may be.
const ACCEPTS_NONE: &str = "test_no_changes_policy";

fn is_locked(signature: &SignatureFacts, change: &Modification) -> bool {
    let field = matches!(change.kind, ModificationKind::FieldValue | ModificationKind::Signature);
    field && change.name.as_ref().is_some_and(|name| signature.restrictions.lock(name))
}

#[test]
fn every_modification_is_as_grave_as_pyhanko_finds_it() {
    let Some(folder) = corpus("pyhanko") else { return };
    let table = std::fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let known = include_str!("modifications/differences.tsv");
    let known: BTreeMap<&str, &str> = known
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.rsplit_once('\t'))
        .collect();
    assert!(known.values().all(|why| why.starts_with("stricter: ")), "each line has its reason");
    let (mut judged, mut milder) = (0, Vec::new());
    let (mut met, mut differing) = (BTreeSet::new(), BTreeSet::new());
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let (path, properties, field) = (columns[0], columns[3], columns[6]);
        let expected =
            properties.split(' ').find_map(|one| one.strip_prefix("modification_level=")).unwrap_or_default();
        if !path.ends_with(".pdf") || !LEVELS.contains(&expected) {
            continue;
        }
        let bytes = std::fs::read(folder.join(path)).unwrap();
        let words = ["ownersecret", "usersecret"];
        let password = words.into_iter().find(|word| columns[4].contains(word)).unwrap_or("secret");
        let access = pdf::Access::reading(Some(pdf::Password::new(password)));
        let found = match Document::open_with(Arc::new(bytes), &access).and_then(|document| document.facts())
        {
            Ok(facts) => {
                let one = facts.signatures.into_iter().find(|one| one.field == field);
                one.map_or_else(
                    || panic!("{path}: no field {field}"),
                    |one| format!("{}\t{}", level(&one), told(&one.later)),
                )
            }
            // That is the whole verdict then, in every report: the document could not be judged.
            Err(ades::Error::Pdf(
                pdf::Error::Unsupported { what } | pdf::Error::UnsupportedEncryption { what },
            )) => format!("NOT READ\t{what}"),
            Err(error) => panic!("{path}: {error}"),
        };
        judged += 1;
        let ours = match found.split('\t').next().unwrap_or_default() {
            ours if ours != "NONE" && columns[8] != "default" && columns[4].ends_with(ACCEPTS_NONE) => {
                "OTHER"
            }
            ours => ours,
        };
        if ours == expected {
            continue;
        }
        if rank(ours) < rank(expected) {
            milder.push(format!("{path} {field}: {expected} there, and here {found}"));
            continue;
        }
        let key = format!("{path}\t{field}\t{expected}\t{ours}");
        match known.get(key.as_str()) {
            Some(_) => drop(met.insert(key)),
            None => drop(differing.insert(format!("{key}\t{found}\t{}\t{}", columns[7], columns[4]))),
        }
    }
    println!("{judged} signatures judged, {} otherwise for a known reason", met.len());
    assert!(milder.is_empty(), "{}", milder.join("\n"));
    assert!(differing.is_empty(), "{}", differing.into_iter().collect::<Vec<_>>().join("\n"));
    assert!(judged > 400 && met.len() == known.len(), "every line of the table is met");
}

fn told(later: &Later) -> String {
    match later {
        Later::Modified(found) => {
            found.told.iter().map(|one| format!("{one:?}")).take(3).collect::<Vec<_>>().join("; ")
        }
        Later::Other { why } => why.to_string(),
        _ => String::new(),
    }
}
