//! What was signed leads to nothing that archiving wrote later, or it is compared.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::{ActiveKind, Additions, Apart, ModificationLevel, Objection};

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

fn is_apart(document: &pdf::Document) -> bool {
    document.apart_from_archival(0).unwrap().is_some()
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
        assert!(is_apart(&document), "{page}");
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
        assert!(!is_apart(&document), "{name}");
    }
}

/// A walk over the pages remembers little of what they refer to.
#[test]
fn a_page_that_was_looked_through_before_leads_there_all_the_same() {
    for (page, is_kept) in [("/X 70 0 R", true), ("/X 6 0 R", false), ("/X 70 0 R/Y[6 0 R]", false)] {
        let mut file = Builder::new("1.7").with_page("", page);
        file.object(6, INFO.1);
        file.object(70, "[]");
        file.table("/Info 6 0 R");
        file.object(1, "<</Type/Catalog/Pages 2 0 R/DSS 90 0 R>>");
        file.object(6, "<</Producer(Two)>>");
        file.object(90, "<</Type/DSS/Certs[91 0 R]>>");
        file.object(91, DATA);
        file.table("/Info 6 0 R");
        let document = open(&file.bytes);
        document.signatures_and_pages().unwrap();
        assert_eq!(is_apart(&document), is_kept, "{page}");
    }
}

#[test]
fn what_is_more_than_new_objects_is_compared() {
    let twice = (10, "<</Length 6/Type/A/Type/B>>stream\n0 0 l \nendstream");
    let version = "<</Type/Catalog/Pages 2 0 R/DSS 9 0 R/Version(1.7)>>";
    let cases: [(&str, Objects<'_>, Objects<'_>); 7] = [
        ("a title", &[INFO], &[(6, "<</Producer(One)/Title(Paid)>>")]),
        ("a version that is none", &[INFO], &[(1, version)]),
        ("an object says something else", &[INFO, (5, "<<>>")], &[(5, "[]")]),
        ("metadata", &[INFO], &[(1, "<</Type/Catalog/Pages 2 0 R/DSS 9 0 R/Metadata 10 0 R>>")]),
        ("a form", &[INFO], &[(1, "<</Type/Catalog/Pages 2 0 R/DSS 9 0 R/AcroForm<<>>>>")]),
        ("a key that stands there twice", &[INFO], &[twice]),
        ("nothing but a catalog", &[INFO, (9, STORE), (10, DATA)], &[]),
    ];
    for (name, more, later) in cases {
        let document = archived("", more, later);
        assert!(!is_apart(&document), "{name}");
    }
    let document = archived("", &[INFO], &[]);
    assert_eq!(document.apart_from_archival(7).unwrap(), None, "no such revision");
}

/// The pages of a document that is archived: how many of them are the same without being looked at.
fn same_pages(document: &pdf::Document, name: &str) -> Option<u32> {
    assert_eq!(document.additions_since(0).unwrap(), Additions::Archival, "{name}");
    let Apart { same_pages } = document.apart_from_archival(0).unwrap().expect(name);
    same_pages
}

#[test]
fn pages_are_the_same_where_every_program_is_shown_the_same_bytes() {
    let length = "<</Length 7 0 R>>stream\n0 0 m \nendstream";
    let cases: [(&str, &str, Objects<'_>); 6] = [
        ("as usual", "", &[INFO]),
        ("a length that stands elsewhere", "", &[INFO, (7, "6"), (8, length)]),
        ("the field of a signature", "/Annots[7 0 R]", &[INFO, (7, "<</Subtype/Widget/FT/Sig/T(a)>>")]),
        ("a page that is no part of the document", "", &[INFO, (7, "<</Type/Page>>")]),
        ("a page that does not say so", "", &[INFO, (3, "<</Parent 2 0 R/Contents 4 0 R>>")]),
        ("no stream, whatever it says of a length", "", &[INFO, (7, "<</Length 9999>>")]),
    ];
    for (name, page, more) in cases {
        assert_eq!(same_pages(&archived(page, more, &[]), name), Some(1), "{name}");
    }
    let mut file = Builder::new("1.7");
    file.object(4, "<</Length 6>>stream\n0 0 m \nendstream");
    let catalog = "<</Type/Catalog/Pages 2 0 R>>";
    let objects = [
        (1, catalog),
        (2, "<</Type/Pages/Kids[3 0 R 3 0 R 8 0 R]/Count 2>>"),
        (3, "<</Type/Page/Contents 4 0 R>>"),
        (8, "<</Type/Page/Contents 4 0 R>>"),
    ];
    file.object_stream(5, &objects);
    file.stream(7, "");
    [(1, CATALOG), (9, STORE), (10, DATA)].iter().for_each(|(number, body)| file.object(*number, body));
    file.stream(11, "");
    assert_eq!(same_pages(&open(&file.bytes), "in object streams"), Some(2));
}

#[test]
fn pages_are_looked_at_where_a_program_could_be_shown_something_else() {
    let cases: [(&str, &str, &str); 3] = [
        ("a text to be filled in", "/Annots[7 0 R]", "<</Subtype/Widget/FT/Tx/T(a)/V(b)>>"),
        ("one that stands in the page", "/Annots[<</Subtype/Widget/FT/Tx/T(a)/V(b)>>]", "6"),
        ("a kind of field that stands elsewhere", "/Annots[<</FT 8 0 R/T(a)/V(b)>>]", "6"),
    ];
    for (name, page, object) in cases {
        let document = archived(page, &[INFO, (7, object)], &[]);
        assert_eq!(same_pages(&document, name), None, "{name}");
    }
}

/// A program that looks for the end may find it in what came later.
#[test]
fn an_object_that_is_not_seen_to_end_goes_on_in_what_came_later() {
    let told = Additions::Other { why: Objection::Overlap };
    for (name, object) in [
        ("a length twice", "<</Length 6/Length 3>>stream\n0 0 m \nendstream"),
        ("no length", "<<>>stream\n0 0 m \nendstream"),
        ("a length that is none", "<</Length 6.0>>stream\n0 0 m \nendstream"),
        ("a length that is nowhere", "<</Length 8 0 R>>stream\n0 0 m \nendstream"),
        ("a wrong length", "<</Length 4>>stream\n0 0 m \nendstream"),
        ("a word that goes on", "<</Length 6>>stream\n0 0 m \nendstreams"),
        ("a comment", "<</Length 6>>stream\n0 0 m \n%endstream"),
        ("a length behind the end", "<</Length 26>>stream\n0 0 m \nendstream"),
        ("an object that does not end", "<<>>\nend"),
        ("a text that does not end", "<</A("),
    ] {
        let document = archived("", &[INFO, (7, object)], &[]);
        assert_eq!(document.additions_since(0).unwrap(), told, "{name}");
        assert_eq!(document.additions_apart_since(0).unwrap().0, told, "{name}");
    }
}

/// A reader that has the signed version alone finds another end of such a stream than one that has the whole file.
#[test]
fn a_stream_that_goes_on_behind_what_was_signed_is_told() {
    let with_length = |length: usize| {
        let object = format!("<</Length {length:05}>>stream\n0 0 m \nendstream");
        archived("", &[INFO, (7, &object)], &[])
    };
    let bytes = common::all(&with_length(6));
    let find = |text: &[u8]| bytes.windows(text.len()).position(|window| window == text).unwrap();
    let (start, end) = (find(b"<</Length 00006>>stream\n") + 24, find(b"0 0 l \nendstream") + 7);
    assert_eq!(same_pages(&with_length(6), "its own end"), Some(1));
    let longer = with_length(end - start);
    let Apart { same_pages } = longer.apart_from_archival(0).unwrap().unwrap();
    assert_eq!(same_pages, None);
    let told = Additions::Other { why: Objection::Overlap };
    assert_eq!(longer.additions_since(0).unwrap(), told);
    assert_eq!(longer.additions_apart_since(0).unwrap().0, told);
    assert_eq!(longer.unclear_since(0).unwrap(), Some(Objection::Overlap));
}

#[test]
fn a_file_that_programs_read_in_different_ways_is_looked_at() {
    let mut file = Builder::behind_garbage("1.7").with_page("", "");
    file.table("");
    [(1, CATALOG), (9, STORE), (10, DATA)].iter().for_each(|(number, body)| file.object(*number, body));
    file.table("");
    assert_eq!(same_pages(&open(&file.bytes), "behind garbage"), None);

    let whole = common::all(&archived("", &[INFO], &[]));
    let text = String::from_utf8_lossy(&whole).replacen("/Size 7", "/Size 6", 1);
    assert_ne!(text.as_bytes(), String::from_utf8_lossy(&whole).as_bytes());
    let less = [&whole[..15], &text.as_bytes()[text.find("1 0 obj").unwrap()..]].concat();
    assert_eq!(less.len(), whole.len());
    assert_eq!(same_pages(&open(&less), "an object that is not announced"), None);

    let twice = "/OCProperties<</D<</OFF[]/OFF[4 0 R]>>>>";
    let once = "/OCProperties<</D<</OFF[4 0 R]>>>>";
    for (name, before, after, is_clear) in
        [("once", once, once, true), ("twice", twice, twice, false), ("differently", twice, once, false)]
    {
        let mut file = Builder::new("1.7").with_page(before, "");
        file.table("");
        file.object(1, &format!("<</Type/Catalog/Pages 2 0 R{after}/DSS 9 0 R>>"));
        [(9, STORE), (10, DATA)].iter().for_each(|(number, body)| file.object(*number, body));
        file.table("");
        let document = open(&file.bytes);
        assert_eq!(is_apart(&document), is_clear, "{name}");
        let level = document.modifications_since(0).unwrap().level;
        assert_eq!(level == pdf::ModificationLevel::Archival, is_clear, "{name}: {level:?}");
    }
}

/// So many objects that two processors look through them.
#[test]
fn one_of_many_objects_counts_wherever_it_stands() {
    let among_many = |at: usize, object: &str| {
        let mut file = Builder::new("1.7").with_page("", "");
        file.object(6, INFO.1);
        for number in 0..9_000 {
            file.object(100 + number as u32, if number == at { object } else { "(one of many)" });
        }
        file.table("/Info 6 0 R");
        [(1, CATALOG), (9, STORE), (10, DATA)].iter().for_each(|(number, body)| file.object(*number, body));
        file.table("/Info 6 0 R");
        open(&file.bytes)
    };
    assert_eq!(same_pages(&among_many(0, "6"), "of none"), Some(1));
    for at in [0, 993, 994, 4_500, 8_999] {
        assert!(!is_apart(&among_many(at, "[10 0 R]")), "{at}");
        assert_eq!(same_pages(&among_many(at, "<</FT/Tx>>"), "a field"), None, "{at}");
    }
}

/// Looking through what was signed tells of its streams, and what came later is looked at besides.
#[test]
fn streams_from_elsewhere_are_found_whether_the_objects_were_looked_through_before_or_not() {
    /// Name, what the page refers to, what was signed, what came later; and whether one is found, on which page.
    type Case<'a> = (&'a str, &'a str, Objects<'a>, Objects<'a>, Option<Option<u32>>);
    let signed = (7, "<</Length 0/F(a.txt)>>stream\n\nendstream");
    let archived_later = (10, "<</Length 6/F(a.txt)>>stream\n0 0 l \nendstream");
    let cases: [Case<'_>; 4] = [
        ("none", "", &[INFO], &[], None),
        ("one that is drawn", "/Contents[4 0 R 7 0 R]", &[INFO, signed], &[], Some(Some(1))),
        ("one that is not", "", &[INFO, signed], &[], Some(None)),
        ("one that came later", "", &[INFO], &[archived_later], Some(None)),
    ];
    for (name, page, more, later, expected) in cases {
        let before = archived(page, more, later).active_content().unwrap();
        let document = archived(page, more, later);
        assert!(is_apart(&document), "{name}");
        let after = document.active_content().unwrap();
        assert_eq!(before, after, "{name}");
        let found: Vec<_> = after.found.iter().map(|one| (one.kind, one.page)).collect();
        let expected: Vec<_> = expected.map(|page| (ActiveKind::External, page)).into_iter().collect();
        assert_eq!(found, expected, "{name}");
    }
}
