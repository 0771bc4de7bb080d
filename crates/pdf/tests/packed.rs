//! What an update may pack into an object stream and still serve archiving (ISO 32000-2 §7.5.7), and blanks behind the end.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, classic, compressed, compressed_with, deflate, open, signed};
use pdf::{Additions, Error, ModificationLevel as Level};

const STORE: &str = "<</Type/DSS/Certs[20 0 R]/CRLs 25 0 R>>";
const LISTS: &str = "[26 0 R]";

/// An update with validation data, whose other objects are still to be written.
fn updated() -> Builder {
    let mut file = Builder::behind(&signed(&compressed()).0);
    for number in [20, 26] {
        file.object(number, "<</Length 5>>stream\nproof\nendstream");
    }
    file
}

fn catalog() -> String {
    let mut catalog = open(&signed(&compressed()).0).catalog().unwrap();
    catalog.set("DSS", lopdf::Object::Reference((24, 0)));
    format!("{:?}", lopdf::Object::Dictionary(catalog))
}

fn judged(bytes: &[u8]) -> (Additions, Level) {
    let document = open(bytes);
    let since = document.signatures().unwrap()[0].revision.unwrap();
    (document.additions_since(since).unwrap(), document.modifications_since(since).unwrap().level)
}

#[test]
fn validation_data_may_stand_in_object_streams() {
    let catalog = catalog();
    let apart = || {
        let mut file = updated();
        file.object(1, &catalog);
        file.object_stream(27, &[(24, STORE), (25, LISTS)]);
        file.stream(28, "").bytes.clone()
    };
    let with_catalog = || {
        let mut file = updated();
        file.object_stream(27, &[(1, &catalog), (24, STORE), (25, LISTS)]);
        file.stream(28, "").bytes.clone()
    };
    let in_two = || {
        let mut file = updated();
        file.object_stream(27, &[(25, LISTS)]);
        file.object_stream(29, &[(24, STORE), (1, &catalog)]);
        file.stream(28, "").bytes.clone()
    };
    let again = || {
        let mut file = updated();
        file.object_stream(
            27,
            &[(2, "<</Count 1/Kids[3 0 R]/Type/Pages>>"), (1, &catalog), (24, STORE), (25, LISTS)],
        );
        file.stream(28, "").bytes.clone()
    };
    for (name, bytes) in
        [("apart", apart()), ("with the catalog", with_catalog()), ("in two", in_two()), ("again", again())]
    {
        assert_eq!(judged(&bytes), (Additions::Archival, Level::Archival), "{name}");
    }
    // Then again, behind the first.
    let mut twice = Builder::behind(&apart());
    twice.object(30, "<</Length 6>>stream\nproofs\nendstream");
    twice.object_stream(31, &[(24, "<</Type/DSS/Certs[20 0 R 30 0 R]/CRLs 25 0 R>>")]);
    let twice = twice.stream(32, "").bytes.clone();
    assert_eq!(judged(&twice), (Additions::Archival, Level::Archival));
}

#[test]
fn an_object_stream_says_what_it_is_and_is_packed_as_every_program_unpacks_it() {
    const USUAL: [&str; 2] = ["/Type/ObjStm", "/Filter/FlateDecode"];
    let judge = |kind: &str, packed: &str| {
        let mut file = updated();
        file.object(1, &catalog());
        let at = file.bytes.len();
        file.object_stream(27, &[(24, STORE), (25, LISTS)]);
        for (from, to) in USUAL.into_iter().zip([kind, packed]) {
            let found = file.bytes[at..].windows(from.len()).position(|one| one == from.as_bytes()).unwrap();
            file.bytes.splice(at + found..at + found + from.len(), to.bytes());
        }
        open(&file.stream(28, "").bytes).additions_since(1).unwrap()
    };
    for packed in [USUAL[1], "/Filter[/FlateDecode]/DecodeParms[null]"] {
        assert_eq!(judge(USUAL[0], packed), Additions::Archival, "{packed}");
    }
    for (kind, packed) in [
        ("", USUAL[1]),
        ("/Type/Stm", USUAL[1]),
        (USUAL[0], "/Filter[/FlateDecode]/DecodeParms<<>>"),
        (USUAL[0], "/Filter/FlateDecode/DecodeParms[<<>>]"),
        (USUAL[0], "/Filter/FlateDecode/DecodeParms<</Predictor 1>>"),
        (USUAL[0], "/Filter[/FlateDecode]/DP<<>>"),
    ] {
        assert!(matches!(judge(kind, packed), Additions::Other { .. }), "{kind} {packed}");
    }
}

#[test]
fn an_object_stream_with_more_than_archiving_needs_is_something_else() {
    let (catalog, count) = (catalog(), |many: u32| format!("/N {many}"));
    let (both, at) = (format!("{STORE} {LISTS}"), STORE.len() + 1);
    let head = format!("24 0 25 {at} ");
    let listed = [(24, 0), (25, 1)];
    let file = |more: &str, head: &str, body: &str, listed: &[(u32, u32)]| {
        let mut file = updated();
        file.object(1, &catalog);
        file.object_stream_of(27, more, (head, body), listed);
        open(&file.stream(28, "").bytes).additions_since(1).unwrap()
    };
    assert_eq!(file(&count(2), &head, &both, &listed), Additions::Archival, "as it has to be");
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144.5]/Resources<<>>>>";
    let third = both.len() + 1;
    let three = (format!("{head}33 {third} "), format!("{both} {page}"));
    let cases = [
        ("an object that nothing lists", file(&count(3), &three.0, &three.1, &listed)),
        ("an object that nothing needs", file(&count(3), &three.0, &three.1, &[(24, 0), (25, 1), (33, 2)])),
        ("a page", file(&count(3), &three.0.replace("33", "3"), &three.1, &[(24, 0), (25, 1), (3, 2)])),
        ("text behind the objects", file(&count(2), &head, &format!("{both} {page}"), &listed)),
        (
            "text between the objects",
            file(&count(2), &format!("24 0 25 {} ", at + 9), &format!("{STORE} (hidden) {LISTS}"), &listed),
        ),
        (
            "a comment between the objects",
            file(&count(2), &format!("24 0 25 {} ", at + 9), &format!("{STORE} %hidden\n {LISTS}"), &listed),
        ),
        ("text before the objects", file(&count(2), &format!("{head}33 1 "), &both, &listed)),
        ("another order", file(&count(2), &format!("25 {at} 24 0 "), &both, &[(25, 0), (24, 1)])),
        ("the same object twice", {
            let twice = format!("{head}24 {} ", both.len() + 1);
            file(&count(3), &twice, &format!("{both} <</Type/DSS>>"), &listed)
        }),
        ("objects of other streams", file("/N 2/Extends 5 0 R", &head, &both, &listed)),
        ("a count that stands elsewhere", file("/N 26 0 R", &head, &both, &listed)),
        ("a key twice", file("/N 2/N 1", &head, &both, &listed)),
    ];
    for (name, found) in cases {
        assert!(matches!(found, Additions::Other { .. }), "{name}: {found:?}");
    }
}

/// Objects of the older revision that stand in a stream would be others if that stream were another.
#[test]
fn an_object_stream_that_was_there_is_not_written_anew() {
    let catalog = catalog();
    let other = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 4 0 R>>";
    let old = [("2", "<</Type/Pages/Kids[3 0 R]/Count 1>>"), ("3", other)];
    let text = format!("1 0 2 {} 3 {} ", catalog.len() + 1, catalog.len() + old[0].1.len() + 2);
    let body = format!("{catalog} {} {}", old[0].1, old[1].1);
    let mut listed = updated();
    listed.object_stream_of(5, "/N 3", (&text, &body), &[(1, 0), (2, 1), (3, 2)]);
    listed.object_stream(27, &[(24, STORE), (25, LISTS)]);
    let mut unlisted = updated();
    unlisted.object(1, &catalog);
    unlisted.object_stream_of(5, "/N 3", (&text, &body), &[]);
    unlisted.object_stream(27, &[(24, STORE), (25, LISTS)]);
    let mut partly = updated();
    partly.object(1, &catalog);
    partly.object_stream_of(5, "/N 2", ("24 0 3 40 ", &format!("{STORE:40}{other}")), &[(24, 0)]);
    partly.object_stream(27, &[(25, LISTS)]);
    for (name, mut file) in [("listed", listed), ("unlisted", unlisted), ("partly", partly)] {
        let found = open(&file.stream(28, "").bytes).additions_since(1).unwrap();
        assert!(matches!(found, Additions::Other { .. }), "{name}: {found:?}");
    }
    // As what describes the document, and may be anything.
    let base = signed(&compressed_with("/Info 5 0 R")).0;
    let mut info = Builder::behind(&base);
    info.object(
        5,
        &format!(
            "<</Type/ObjStm/N 3/First 12/Length {}>>stream\n1 0 2 0 3 0 {other}\nendstream",
            other.len() + 12
        ),
    );
    let found = open(&info.stream(28, "/Info 5 0 R").bytes).additions_since(1).unwrap();
    assert!(matches!(found, Additions::Other { .. }), "{found:?}");
}

#[test]
fn blanks_behind_the_end_are_no_change() {
    let bytes = signed(&classic()).0;
    for blanks in ["\n", "\r\n", "\n\n\n", "    ", "\0\0\0", "\t\x0c \r\n\0"] {
        let found = judged(&[bytes.as_slice(), blanks.as_bytes()].concat());
        assert_eq!(found, (Additions::Nothing, Level::None), "{blanks:?}");
        let document = open(&[bytes.as_slice(), blanks.as_bytes()].concat());
        assert_eq!(document.unaccounted(), blanks.len() as u64, "it is told all the same");
    }
    for more in ["\nx", "\n%", "x\n", "\u{b}", "\u{a0}", " 7 0 obj null endobj", "\n%%EOF", "\n%%EOF\n"] {
        let (found, _) = judged(&[bytes.as_slice(), more.as_bytes()].concat());
        assert!(matches!(found, Additions::Other { .. }), "{more:?}: {found:?}");
    }
    // More of them than the end is looked for in are no end at all.
    assert!(pdf::Document::open(std::sync::Arc::new([bytes, vec![b' '; 5000]].concat())).is_err());
}

/// Whoever has no bounds of its own is not shown what exceeds ours; what is damaged is nothing to anybody.
#[test]
fn what_takes_more_than_it_may_to_unpack_is_told_before_anybody_unpacks_it() {
    let unpacked = |parameters: &str, damage: &str| {
        let mut file = Builder::new("1.7").with_page("", "");
        file.object_stream(5, &[(6, "null")]);
        let data = [damage.as_bytes(), &deflate(b"6 0 null ")].concat();
        let dictionary = format!(
            "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/DecodeParms<<{parameters}>>/Length {}>>stream\n",
            data.len()
        );
        file.raw_object(5, &[dictionary.as_bytes(), &data, b"\nendstream"].concat());
        open(&file.stream(9, "").bytes).unpack_all()
    };
    assert_eq!(unpacked("", ""), Ok(()));
    assert!(unpacked("", "damage").is_err_and(|error| error.is_damage()));
    for parameters in [
        "/Predictor 2/Columns 900000000000",
        "/Predictor 15/Columns 900000000000000000",
        "/Predictor 15/Colors 4/Columns 9000000",
    ] {
        let found = unpacked(parameters, "");
        assert!(matches!(found, Err(Error::TooLarge { .. })), "{parameters}: {found:?}");
    }
}
