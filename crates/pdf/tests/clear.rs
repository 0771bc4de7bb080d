//! What came after signing has to be read in one way by every program: one that does not find its way looks for objects in the
//! whole file, and what was signed can be written so that this shows something else.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::{Additions, Objection};

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R/DSS 9 0 R>>";
const STORE: &str = "<</Type/DSS/Certs[10 0 R]>>";
const DATA: &str = "<</Length 3>>stream\n0 0\nendstream";

/// Signed, then archived.
fn archived(catalog: &str, more: &[(u32, &str)]) -> Builder {
    let mut file = Builder::new("1.7").with_page("", "");
    file.object(6, "<</Producer(one)>>");
    file.table("/Info 6 0 R");
    let objects = [(1, catalog), (9, STORE), (10, DATA)];
    objects.iter().chain(more).for_each(|(number, body)| file.object(*number, body));
    file
}

/// With a table or a stream at its end.
fn bytes(stream: bool) -> Vec<u8> {
    let mut file = archived(CATALOG, &[]);
    if stream {
        file.stream(12, "/Info 6 0 R");
    } else {
        file.table("/Info 6 0 R");
    }
    file.bytes
}

/// The last place of a text made another one. What stands behind it moves.
fn with(bytes: &[u8], text: &str, other: &str) -> Vec<u8> {
    let at = bytes.windows(text.len()).rposition(|found| found == text.as_bytes()).expect(text);
    [&bytes[..at], other.as_bytes(), &bytes[at + text.len()..]].concat()
}

fn unclear(bytes: &[u8], name: &str) -> Option<Objection> {
    let document = open(bytes);
    let unclear = document.unclear_since(0).unwrap();
    let additions = document.additions_since(0).unwrap();
    match &unclear {
        None => assert_eq!(additions, Additions::Archival, "{name}"),
        Some(why) => assert_eq!(additions, Additions::Other { why: why.clone() }, "{name}"),
    }
    unclear
}

#[test]
fn what_producers_write_is_clear() {
    for stream in [false, true] {
        let plain = bytes(stream);
        for (name, bytes) in [
            ("as it is", plain.clone()),
            (
                "lines that end otherwise",
                with(&with(&plain, "startxref\n", "startxref\r\n"), "\n%%EOF", "\r\n%%EOF"),
            ),
            ("a blank behind the number", with(&plain, "\n%%EOF", " \n%%EOF")),
            ("no line behind the end", plain[..plain.len() - 1].to_vec()),
            ("blanks behind the end", [plain.as_slice(), b"\0\0\r\n  "].concat()),
        ] {
            assert_eq!(unclear(&bytes, name), None, "{name}, {stream}");
        }
    }
    let table = bytes(false);
    for (name, text, other) in [
        ("a head with a blank", "\n9 2\n", "\n9 2 \n"),
        ("lines that end otherwise", "\nxref\n", "\nxref\r\n"),
        ("an empty line before the trailer", "\ntrailer", "\n\ntrailer"),
        ("a trailer on its line", "trailer\n<<", "trailer <<"),
    ] {
        let at = table.windows(6).rposition(|found| found == b"\nxref\n").unwrap() + 1;
        let changed = with(&table, text, other);
        assert_eq!(open(&changed).revisions()[1].startxref, at as u64);
        assert_eq!(unclear(&changed, name), None, "{name}");
    }
}

#[test]
fn an_end_that_not_every_program_finds() {
    let zeros = "0".repeat(1_200);
    let many = " ".repeat(1_100);
    for stream in [false, true] {
        let plain = bytes(stream);
        for (name, bytes) in [
            ("a byte 0 before the number", with(&plain, "startxref\n", "startxref\n\0")),
            ("zeros before it", with(&plain, "startxref\n", &format!("startxref\n{zeros}"))),
            ("no line before it", with(&plain, "startxref\n", "startxref ")),
            ("a form feed behind it", with(&plain, "\n%%EOF", "\n\x0c%%EOF")),
            ("no line behind it", with(&plain, "\n%%EOF", "%%EOF")),
            ("lines behind it", with(&plain, "\n%%EOF", &format!("{}%%EOF", "\n".repeat(50)))),
            ("blanks behind all", [plain.as_slice(), many.as_bytes()].concat()),
        ] {
            assert_eq!(unclear(&bytes, name), Some(Objection::OddEnd), "{name}, {stream}");
        }
        assert!(matches!(
            unclear(&[plain.as_slice(), b"\n%"].concat(), "a comment"),
            Some(Objection::BehindEnd { .. })
        ));
    }
}

/// Most programs count from the header, wherever it stands: there they find something else, or nothing.
#[test]
fn offsets_count_from_the_header() {
    for (from_header, is_clear) in [(true, true), (false, false)] {
        let mut file = Builder::behind_garbage("1.7");
        if !from_header {
            file.base = 0;
        }
        let mut file = file.with_page("", "");
        file.table("");
        file.object(9, "null");
        let document = open(&file.table("").bytes);
        assert_eq!(document.revisions().len(), 2);
        let found = document.unclear_since(0).unwrap();
        assert_eq!(found.is_none(), is_clear, "{found:?}");
        assert_eq!(document.unclear_since(1).unwrap(), None, "nothing came later");
    }
}

#[test]
fn a_table_that_is_not_written_as_the_standard_has_it() {
    let plain = bytes(false);
    let cases = [
        ("a comment", "\nxref\n", "\nxref\n%\n", Objection::OddTable),
        ("no line of its own", "\nxref\n", "\nxref ", Objection::OddTable),
        ("a head on two lines", "\n9 2\n", "\n9\n2\n", Objection::OddTable),
        ("a head with two blanks", "\n9 2\n", "\n9  2\n", Objection::OddTable),
        ("a line that ends in a byte 0", "00000 n \ntrailer", "00000 n\0\ntrailer", Objection::OddTable),
        ("a line of 19 bytes", "00000 n \ntrailer", "00000 n\ntrailer", Objection::OddTable),
        ("a comment behind the table", "trailer\n", "trailer %\n", Objection::OddTable),
        ("a size that nobody can hold", "/Size 11", "/Size 99999999", Objection::SizeUnfit),
        ("a size that leaves objects out", "/Size 11", "/Size 9", Objection::SizeUnfit),
        ("no size", "/Size 11", "/Sice 11", Objection::SizeUnfit),
        (
            "a key twice",
            "/Root 1 0 R/ID",
            "/Root 9 0 R/Root 1 0 R/ID",
            Objection::RepeatedKey { name: "Root".into() },
        ),
        (
            "a key twice inside",
            "/Info 6 0 R>>",
            "/Info 6 0 R/X<</A 1/A 2>>>>",
            Objection::RepeatedKey { name: "A".into() },
        ),
    ];
    for (name, text, other, why) in cases {
        assert_eq!(unclear(&with(&plain, text, other), name), Some(why), "{name}");
    }
}

#[test]
fn a_number_under_which_some_programs_find_nothing() {
    for (number, why) in [(4_194_303, None), (4_194_304, Some(Objection::SizeUnfit))] {
        let mut file = archived(CATALOG, &[(number, "<<>>")]);
        let bytes = file.table("/Info 6 0 R").bytes.clone();
        assert_eq!(open(&bytes).unclear_since(0).unwrap(), why, "{number}");
    }
}

#[test]
fn a_stream_of_unusual_form() {
    let plain = bytes(true);
    let text = String::from_utf8_lossy(&plain);
    let widths = text.rfind("/W[").map(|at| &text[at..at + text[at..].find(']').unwrap() + 1]).unwrap();
    assert_eq!(widths, "/W[1 4 2]", "what the cases change");
    for (name, text, other, why) in [
        (
            "a key twice",
            "/Root 1 0 R",
            "/Root 9 0 R/Root 1 0 R",
            Some(Objection::RepeatedKey { name: "Root".into() }),
        ),
        ("a size that nobody can hold", "/Size 13", "/Size 99999999", Some(Objection::SizeUnfit)),
        ("a size", "/Size 13", "/Size 14", None),
    ] {
        assert_eq!(unclear(&with(&plain, text, other), name), why, "{name}");
    }
}

#[test]
fn what_a_search_for_objects_would_find_is_no_proof() {
    let carried = "4 0 obj<</Length 3>>stream\nq Q\nendstream endobj";
    let carriers = [
        ("in a text", format!("<</Producer(one)/Note({carried})>>")),
        ("on a line of its own", "<</Producer(one)/Note(\n4\n0\nobj\n)>>".to_owned()),
        ("with other blanks", "<</Producer(one)/Note(4\t0\0 obj)>>".to_owned()),
        ("a trailer", "<</Producer(one)/Note(trailer<</Root 9 0 R>>)>>".to_owned()),
    ];
    for (name, carrier) in &carriers {
        let mut file = archived(CATALOG, &[(6, carrier)]);
        file.table("/Info 6 0 R");
        assert!(matches!(unclear(&file.bytes, name), Some(Objection::Stray { .. })), "{name}");
    }
    let data = format!("<</Length {}>>stream\n{carried}\nendstream", carried.len());
    let mut file = archived(CATALOG, &[(11, &data)]);
    file.table("/Info 6 0 R");
    assert!(matches!(unclear(&file.bytes, "in a stream"), Some(Objection::Stray { .. })));
    // What nothing lists, after what was signed and before the table.
    let mut file = archived(CATALOG, &[(5, "<<>>")]);
    file.unlisted(5);
    file.table("/Info 6 0 R");
    assert!(matches!(unclear(&file.bytes, "an object that nothing lists"), Some(Objection::Unowned { .. })));
    // The very end of what is looked through at once.
    for length in [262_000, 262_100, 262_140, 262_144, 300_000, 600_000] {
        let data = format!("<</Length {}>>stream\n{}4 0 obj\nendstream", length + 7, "x".repeat(length));
        let mut file = archived(CATALOG, &[(11, &data)]);
        file.table("/Info 6 0 R");
        assert!(matches!(unclear(&file.bytes, "far behind"), Some(Objection::Stray { .. })), "{length}");
    }
    let mut file =
        archived(CATALOG, &[(6, "<</Producer(one)/Note(an obj, the object 4 of 10 objections)>>")]);
    file.table("/Info 6 0 R");
    assert_eq!(unclear(&file.bytes, "words"), None);
}

#[test]
fn each_later_revision_is_looked_at() {
    let mut file = Builder::new("1.7").with_page("", "");
    file.table("");
    for (number, body) in [(1, CATALOG), (9, STORE), (10, DATA)] {
        file.object(number, body);
    }
    file.table("");
    file.object(11, DATA);
    file.object(9, "<</Type/DSS/Certs[10 0 R 11 0 R]>>");
    file.table("");
    let document = open(&file.bytes);
    assert_eq!(
        (0..3).map(|index| document.unclear_since(index).unwrap()).collect::<Vec<_>>(),
        [None, None, None]
    );
    let first_update = file.bytes.windows(6).enumerate().find(|(_, found)| found == b"\n9 2\n0").unwrap().0;
    let mut odd = file.bytes.clone();
    odd[first_update + 2] = b'\n';
    let document = open(&odd);
    let found: Vec<_> = (0..4).map(|index| document.unclear_since(index).unwrap()).collect();
    assert_eq!(found, [Some(Objection::OddTable), None, None, None]);
}

#[test]
fn a_key_that_stands_twice_anywhere_in_what_was_written_is_told() {
    for (name, before, after) in [
        ("written", "", "/X<</A 1/A 2>>"),
        ("written, though nothing seems to differ", "/X<</A 2>>", "/X<</A 1/A 2>>"),
        ("signed, and written without it", "/X<</A 1/A 2>>", "/X<</A 2>>"),
        ("deep inside", "/X[<</B[<</A 2>>]>>]", "/X[<</B[<</A 1/A 2>>]>>]"),
    ] {
        let mut file = Builder::new("1.7").with_page("", before);
        file.table("");
        file.object(
            3,
            &format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300.12345 144]/Resources<<>>/Contents 4 0 R{after}>>"
            ),
        );
        file.table("");
        let document = open(&file.bytes);
        assert_eq!(document.modifications_since(0).unwrap().level, pdf::ModificationLevel::Other, "{name}");
    }
}
