//! What some programs write beside what they were asked for, which says nothing to anybody; and what only looks like that.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::{Additions, Document, ModificationLevel as Level};

const STORE: &str = "/DSS<</Certs[50 0 R]>>";
const DATA: &str = "<</Length 1>>stream\nc\nendstream";

/// A file with this in its catalog and page, and more; then an update.
fn updated(
    (catalog, page): (&str, &str),
    more: impl FnOnce(&mut Builder),
    update: impl FnOnce(&mut Builder),
) -> Document {
    let mut file = Builder::new("1.7").with_page(catalog, page);
    more(&mut file);
    file.table("");
    update(&mut file);
    open(&file.table("").bytes)
}

fn catalog(more: &str) -> String {
    format!("<</Type/Catalog/Pages 2 0 R{more}>>")
}

fn is_archival(document: &Document) -> bool {
    let archival = document.additions_since(0).unwrap() == Additions::Archival;
    assert!(!archival || document.modifications_since(0).unwrap().level <= Level::Archival);
    archival
}

#[test]
fn what_serves_archiving_may_come_with_what_says_nothing() {
    let level = |level: u8| format!("/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel {level}>>>>");
    let with = |before: &str, more: &str, objects: &[(u32, &str)]| {
        let after = if more.is_empty() { before } else { more };
        updated(
            (before, ""),
            |_| {},
            |file| {
                file.object(1, &catalog(&format!("{after}{STORE}")));
                file.object(50, DATA);
                objects.iter().for_each(|(number, body)| file.object(*number, body));
            },
        )
    };
    let cases = [
        ("nothing", with("", "", &[]), true),
        ("a text", with("", "", &[(60, "(Hello there)")]), false),
        ("a text that a search takes for an object", with("", "", &[(60, "(4 0 obj <<>> endobj)")]), false),
        ("another catalog", with("", "", &[(60, "<</Type/Catalog/Pages 2 0 R>>")]), false),
        ("a stream", with("", "", &[(60, DATA)]), false),
        ("a record", with("", "", &[(60, "<</Type/VRI/Cert[50 0 R]/TS(token)>>")]), true),
        (
            "a record of another kind",
            with("", "", &[(60, "<</Type/VRI/Cert[50 0 R]/Contents 4 0 R>>")]),
            false,
        ),
        ("a version", with("", "/Version/2.0", &[]), true),
        ("a version that is none", with("", "/Version 4 0 R", &[]), false),
        ("a higher level", with(&level(2), &level(5), &[]), true),
        (
            "an extension with more to it",
            with(&level(2), "/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 5/A 4 0 R>>>>", &[]),
            false,
        ),
    ];
    for (name, document, expected) in cases {
        assert_eq!(is_archival(&document), expected, "{name}: {:?}", document.additions_since(0));
    }
}

#[test]
fn a_line_of_comment_may_stand_before_the_end() {
    let with = |note: &str| {
        let mut file = Builder::new("1.7").with_page("", "");
        file.table("");
        file.object(1, &catalog(STORE));
        file.object(50, DATA);
        let mut bytes = file.table("").bytes.clone();
        let at = bytes.windows(9).rposition(|window| window == b"startxref").unwrap();
        bytes.splice(at..at, note.bytes());
        is_archival(&open(&bytes))
    };
    assert!(with("") && with("%A library 9.4\n") && with("%%one\r\n%two\n"));
    for note in ["% xref\n", "%%EOF\n", "% 4 0 obj\n", "% trailer <</Root 4 0 R>>\n", "true\n"] {
        assert!(!with(note), "{note}");
    }
    assert!(!with(&format!("%{}\n", "long".repeat(80))));
}

#[test]
fn a_section_may_be_told_once_more_if_it_says_the_same() {
    let with = |root: &str, beside: usize, previous: usize| {
        let mut file = Builder::new("1.7").with_page("", "");
        let first = file.table("").bytes.len();
        let before = open(&file.bytes).revisions()[0].startxref;
        file.object(1, &catalog(STORE));
        let data = file.bytes.len();
        file.object(50, DATA);
        let rows: Vec<u8> = [(first, 0), (data, beside)]
            .iter()
            .flat_map(|(at, beside)| [&[1][..], &((at + beside) as u32).to_be_bytes(), &[0]].concat())
            .collect();
        let previous = before as usize + previous;
        let head = format!(
            "<</Type/XRef/Size 61/Index[1 1 50 1]/W[1 4 1]/Root {root}/ID[<0123><4567>]/Prev {previous}/Length {}>>stream\n",
            rows.len()
        );
        file.raw_object(60, &[head.as_bytes(), &rows, b"\nendstream"].concat());
        is_archival(&open(&file.table("").bytes))
    };
    assert!(with("1 0 R", 0, 0));
    assert!(!with("4 0 R", 0, 0), "another catalog");
    assert!(!with("1 0 R", 1, 0), "another place");
    assert!(!with("1 0 R", 0, 1), "another section before");
}

#[test]
fn a_private_entry_of_the_trailer_may_lead_nowhere_in_another_way() {
    let with = |hidden: bool, listed: bool| {
        let mut file = Builder::new("1.7").with_page("", "");
        if hidden {
            file.object(60, DATA);
            file.unlisted(60);
        }
        file.table("/Extra[/Office 55 0 R]");
        file.object(1, &catalog(STORE));
        file.object(50, DATA);
        if listed {
            file.object(60, DATA);
        }
        let document = open(&file.table("/Extra[/Office 60 0 R]").bytes);
        (is_archival(&document), document.modifications_since(0).unwrap().level)
    };
    assert_eq!(with(false, false), (true, Level::Archival));
    assert_eq!(with(true, false), (false, Level::Other), "a search finds it");
    assert_eq!(with(false, true), (false, Level::Other));
}

#[test]
fn a_page_may_have_its_resources_written_anew() {
    let level = |resources: &str| {
        let page = |number: u32| {
            let resources = format!("/Resources {number} 0 R/Contents 4 0 R");
            format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]{resources}>>")
        };
        let document = updated(
            ("", ""),
            |file| {
                file.object(3, &page(10));
                file.object(10, "<</Font<</F 11 0 R>>>>");
                file.object(11, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
                file.object(12, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>");
            },
            |file| {
                file.object(3, &page(20));
                file.object(20, resources);
            },
        );
        document.modifications_since(0).unwrap().level
    };
    assert_eq!(level("<</Font<</F 11 0 R>>>>"), Level::None);
    for resources in [
        "<</Font<</F 12 0 R>>>>",
        "<</Font<</F 12 0 R>>/Font<</F 11 0 R>>>>",
        "10 0 R",
        "<</Font<</F 11 0 R>>/X 1>>",
    ] {
        assert_eq!(level(resources), Level::Other, "{resources}");
    }
}

#[test]
fn a_library_may_leave_its_version_in_the_page_tree() {
    let level = |node: &str| {
        let document = updated(("", ""), |_| {}, |file| file.object(2, &format!("<<{node}>>")));
        document.modifications_since(0).unwrap().level
    };
    assert_eq!(level("/Type/Pages/Kids[3 0 R]/Count 1/ITXT(5.0.0)"), Level::None);
    for node in ["/ITXT 4 0 R", "/Rotate 90", "/ITXT(5.0.0)/MediaBox[0 0 9 9]"] {
        assert_eq!(level(&format!("/Type/Pages/Kids[3 0 R]/Count 1{node}")), Level::Other, "{node}");
    }
}

#[test]
fn what_is_filled_in_may_say_what_holds_anyhow() {
    let level = |before: &str, after: &str| {
        let field = |more: &str| {
            format!("<</Type/Annot/Subtype/Widget/FT/Tx/T(Name)/P 3 0 R/Rect[10 10 90 30]{more}>>")
        };
        let document = updated(
            ("/AcroForm<</Fields[8 0 R]>>", "/Annots[8 0 R]"),
            |file| file.object(8, &field(before)),
            |file| file.object(8, &field(&format!("{before}{after}/V(Bob)"))),
        );
        document.modifications_since(0).unwrap().level
    };
    assert_eq!(level("", "/BS<</S/S/W 1>>/Ff 0"), Level::FormFilling);
    for (before, after) in [
        ("", "/BS<</S/S/W 5>>"),
        ("", "/BS<</S/D/W 1>>"),
        ("/Border[0 0 0]", "/BS<</S/S/W 1>>"),
        ("", "/Ff 4096"),
        ("/Parent 4 0 R", "/Ff 0"),
    ] {
        assert_eq!(level(before, after), Level::Other, "{before} {after}");
    }
}

#[test]
fn the_drawing_of_the_newest_seal_may_be_that_of_the_form() {
    let look = |more: &str| {
        format!("<</Type/XObject/Subtype/Form/BBox[0 0 80 20]{more}/Length 7>>stream\n/FRM Do\nendstream")
    };
    let level = |of_the_field: &str, named: u32| {
        let form = |number: u32| format!("<</Fields[8 0 R]/DR<</XObject<</FRM {number} 0 R>>>>>>");
        let field =
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(Name)/P 3 0 R/Rect[10 10 90 30]/V(1)/AP<</N 9 0 R>>>>";
        let document = updated(
            ("/AcroForm 5 0 R", "/Annots[8 0 R]"),
            |file| {
                file.object(5, &form(40));
                file.object(8, field);
                file.object(9, &look(of_the_field));
                file.object(40, &look("/Resources<<>>"));
                file.object(41, &look("/Resources<<>>"));
            },
            |file| {
                file.object(5, &form(named));
                file.object(42, &look("/Resources<<>>"));
            },
        );
        document.modifications_since(0).unwrap().level
    };
    assert_eq!(level("/Resources<<>>", 42), Level::FormFilling);
    assert_eq!(level("", 42), Level::Other, "a look may be drawn with it");
    assert_eq!(level("/Resources<<>>", 41), Level::Other, "it was there, and may be something else");
}
