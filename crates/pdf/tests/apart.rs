//! What was signed leads to nothing that archiving wrote later, or it is compared.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::{Additions, ModificationLevel};

/// Objects by their numbers.
type Objects<'a> = &'a [(u32, &'a str)];

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R/DSS 9 0 R>>";
const STORE: &str = "<</Type/DSS/Certs[10 0 R]>>";
const DATA: &str = "<</Length 6>>stream\n0 0 l \nendstream";

/// Signed with these entries of the page and these objects, and archived as it is done everywhere.
fn archived(page: &str, more: Objects<'_>, later: Objects<'_>) -> pdf::Document {
    let mut file = Builder::new("1.7").with_page("", page);
    more.iter().for_each(|(number, body)| file.object(*number, body));
    file.table("/Info 6 0 R");
    let usual = [(1, CATALOG), (9, STORE), (10, DATA)];
    let kept = usual.iter().filter(|(number, _)| later.iter().all(|(other, _)| other != number));
    kept.chain(later).for_each(|(number, body)| file.object(*number, body));
    file.table("/Info 6 0 R");
    open(&file.bytes)
}

const INFO: (u32, &str) = (6, "<</Producer(One)>>");

#[test]
fn what_archiving_wrote_is_apart_where_nothing_signed_leads_there() {
    let again: Objects<'_> = &[(6, "<</Producer(Two)>>")];
    for (page, more, later) in [
        ("", &[INFO][..], &[][..]),
        ("/A[(9 0 R)/B 8 0 R]", &[INFO, (7, "[1 0 R 9 10]")], &[]),
        ("", &[INFO], again),
    ] {
        let document = archived(page, more, later);
        assert_eq!(document.additions_since(0).unwrap(), Additions::Archival);
        assert!(document.is_apart_from_archival(0).unwrap(), "{page}");
        assert_eq!(document.modifications_since(0).unwrap().level, ModificationLevel::Archival);
    }
}

#[test]
fn a_reference_that_leads_there_is_found_wherever_it_stands() {
    let again: Objects<'_> = &[(6, "<</Producer(Two)>>")];
    let cases: [(&str, &str, Objects<'_>, Objects<'_>); 10] = [
        ("a content that was not there", "/Contents[4 0 R 10 0 R]", &[INFO], &[]),
        ("under a key that stands there twice", "/X 10 0 R/X 4 0 R", &[INFO], &[]),
        ("behind a comment", "/X 10%\n0 %)\nR", &[INFO], &[]),
        ("of another generation", "/X 10 7 R", &[INFO], &[]),
        ("beyond", "/X 11 0 R", &[INFO], &[]),
        ("deep down", "/X<</Y[[<</Z 9 0 R>>]]>>", &[INFO], &[]),
        ("in an object that nothing leads to", "", &[INFO, (7, "[10 0 R]")], &[]),
        ("in the dictionary of a stream", "", &[INFO, (7, "<</Length 10 0 R>>stream\nendstream")], &[]),
        ("in an object that cannot be read", "", &[INFO, (7, "[1 2")], &[]),
        ("to the information that was written anew", "/X 6 0 R", &[INFO], again),
    ];
    for (name, page, more, later) in cases {
        let document = archived(page, more, later);
        assert!(!document.is_apart_from_archival(0).unwrap(), "{name}");
    }
}

#[test]
fn what_is_more_than_new_objects_is_compared() {
    let twice = (10, "<</Length 6/Type/A/Type/B>>stream\n0 0 l \nendstream");
    let cases: [(&str, Objects<'_>, Objects<'_>); 5] = [
        ("an object says something else", &[INFO, (5, "<<>>")], &[(5, "[]")]),
        ("metadata", &[INFO], &[(1, "<</Type/Catalog/Pages 2 0 R/DSS 9 0 R/Metadata 10 0 R>>")]),
        ("a form", &[INFO], &[(1, "<</Type/Catalog/Pages 2 0 R/DSS 9 0 R/AcroForm<<>>>>")]),
        ("a key that stands there twice", &[INFO], &[twice]),
        ("nothing but a catalog", &[INFO, (9, STORE), (10, DATA)], &[]),
    ];
    for (name, more, later) in cases {
        let document = archived("", more, later);
        assert!(!document.is_apart_from_archival(0).unwrap(), "{name}");
    }
    let document = archived("", &[INFO], &[]);
    assert!(!document.is_apart_from_archival(7).unwrap(), "no such revision");
}
