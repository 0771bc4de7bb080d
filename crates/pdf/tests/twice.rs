//! What was signed may hold an object twice: the one that is listed, and another that only a program finds which searches the file.
//! That is told as soon as something follows what was signed, since that can make a program search.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::Arc;

use common::{Builder, deflate, open};
use pdf::{Additions, Heads, Objection};

/// What a search is to find in place of the page's content.
const CARRIED: &str = "<</Length 6>>stream\nq 9 w Q\nendstream\nendobj\n";
const INFO: &str = "<</Producer(one)>>";

/// A file that is not signed yet: page content 4, information 6.
fn begun(page: &str) -> Builder {
    let mut file = Builder::new("1.7").with_page("", page);
    file.object(6, INFO);
    file
}

/// What is wrong with what was signed once an update follows that writes the information anew.
fn told(mut file: Builder) -> Option<Objection> {
    let signed = open(&file.bytes).revisions().len() - 1;
    assert_eq!(open(&file.bytes).unclear_since(signed).unwrap(), None, "nothing follows yet");
    file.object(6, INFO);
    let document = open(&file.table("/Info 6 0 R").bytes);
    let found = document.unclear_since(signed).unwrap();
    assert_eq!(searched(&file.bytes).unclear_since(signed).unwrap(), found);
    match document.additions_since(signed).unwrap() {
        Additions::Archival => assert_eq!(found, None),
        Additions::Other { why } => assert!(found.is_none() || found == Some(why)),
        Additions::Nothing => unreachable!(),
    }
    found
}

/// Of which somebody else saw the bytes, in parts of any size.
fn searched(bytes: &[u8]) -> pdf::Document {
    let mut heads = Heads::default();
    for (begin, size) in [(0, 1), (1, 6_000), (6_001, 37), (6_038, 300_000), (306_038, usize::MAX - 306_038)]
    {
        let again = begin.min(Heads::AGAIN);
        if begin < bytes.len() {
            heads.look(&bytes[begin - again..bytes.len().min(begin + size)], again);
        }
    }
    let (document, heads) = (open(bytes), Arc::new(heads));
    document.is_searched_by(move || Some(Arc::clone(&heads)));
    document
}

/// As told of a file that ends with a table.
fn in_table(mut file: Builder) -> Option<Objection> {
    file.table("/Info 6 0 R");
    told(file)
}

fn place(file: &Builder, text: &str) -> u64 {
    let bytes = text.as_bytes();
    file.bytes.windows(bytes.len()).rposition(|found| found == bytes).unwrap() as u64
}

#[test]
fn an_object_behind_the_listed_one_is_what_a_search_finds() {
    for head in [
        "4 0 obj\n",
        "4 0 obj",
        "4\r0\robj ",
        "4 +0 obj\n",
        "+4 0 obj\n",
        "004 0 obj\n",
        "4 0\0%x\nobj\n",
        "4%x\n0%y\robj\n",
        "4 0 obj12",
    ] {
        let mut file = begun("");
        file.bytes.extend_from_slice(format!("{head}{CARRIED}").as_bytes());
        file.object(7, "null");
        let at = place(&file, head);
        assert_eq!(in_table(file), Some(Objection::Twice { object: 4, at }), "between objects: {head:?}");
        let mut file = begun("");
        file.object(7, &format!("<</Note({head}<<>>)>>"));
        let at = place(&file, head);
        assert_eq!(in_table(file), Some(Objection::Twice { object: 4, at }), "in a string: {head:?}");
        let mut file = begun("");
        let data = format!("\n{head}<<>>\nendobj\n");
        file.object(7, &format!("<</Length {}>>stream\n{data}\nendstream", data.len()));
        let at = place(&file, head);
        assert_eq!(in_table(file), Some(Objection::Twice { object: 4, at }), "in a stream: {head:?}");
        let mut file = begun("");
        file.bytes.extend_from_slice(format!("%{head}\n").as_bytes());
        let at = place(&file, head);
        assert_eq!(in_table(file), Some(Objection::Twice { object: 4, at }), "in a comment: {head:?}");
    }
}

#[test]
fn an_object_under_the_number_of_another_is_listed_for_nobody() {
    let mut file = begun("");
    file.object(77, "null");
    let at = place(&file, "77 0 obj");
    file.bytes.truncate(at as usize);
    file.bytes.extend_from_slice(format!("4 0 obj\n{CARRIED}").as_bytes());
    assert_eq!(in_table(file), Some(Objection::Twice { object: 4, at }));
}

#[test]
fn a_higher_generation_wins_wherever_it_stands() {
    for (generation, wins) in [("0", false), ("1", true), ("65535", true), ("0%\n", true)] {
        let mut file = Builder::new("1.7");
        let at = file.bytes.len() as u64;
        file.bytes.extend_from_slice(format!("4 {generation} obj\n{CARRIED}").as_bytes());
        let mut file = file.with_page("", "");
        file.object(6, INFO);
        let expected = wins.then_some(Objection::Twice { object: 4, at });
        assert_eq!(in_table(file), expected, "{generation:?}");
    }
}

#[test]
fn an_object_that_is_packed_is_also_found_in_the_open() {
    for first in [false, true] {
        let mut file = Builder::new("1.7").with_page("", "");
        let shadow = |file: &mut Builder| {
            let at = file.bytes.len() as u64;
            file.bytes.extend_from_slice(b"6 0 obj\n<</Producer(two)>>\nendobj\n");
            at
        };
        let mut at = if first { shadow(&mut file) } else { 0 };
        file.object_stream(7, &[(6, INFO)]);
        if !first {
            at = shadow(&mut file);
        }
        file.stream(8, "/Info 6 0 R");
        assert_eq!(told(file), Some(Objection::Twice { object: 6, at }));
    }
    // Nor may a stream of objects stand where none is listed, which some programs unpack.
    let mut file = begun("");
    let data = deflate(b"4 0 <<>>");
    let at = file.bytes.len() as u64;
    let head =
        format!("40 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {}>>stream\n", data.len());
    file.bytes.extend_from_slice(&[head.as_bytes(), &data, b"\nendstream\nendobj\n"].concat());
    assert_eq!(in_table(file), Some(Objection::Twice { object: 40, at }));
}

#[test]
fn a_number_that_is_free_matters_where_something_refers_to_it() {
    for (page, packed, refers) in [
        ("/X 40 0 R", false, true),
        ("/X[<</Y 40 0 R>>]", true, true),
        ("/X 41 0 R", false, false),
        ("", true, false),
    ] {
        let mut file = if packed {
            let mut file = Builder::new("1.7").with_page("", "");
            file.object_stream(7, &[(6, INFO), (9, &format!("<<{page}>>"))]);
            file
        } else {
            begun(page)
        };
        let at = file.bytes.len() as u64;
        file.bytes.extend_from_slice(format!("40 0 obj\n{CARRIED}").as_bytes());
        let found = if packed {
            file.stream(8, "/Info 6 0 R");
            told(file)
        } else {
            in_table(file)
        };
        assert_eq!(found, refers.then_some(Objection::Twice { object: 40, at }), "{page:?}");
    }
}

/// Two revisions, of which the newer lists an object that stands before that of the older.
#[test]
fn an_older_object_does_not_stand_behind_a_newer_one() {
    let mut file = Builder::new("1.7");
    let early = file.bytes.len();
    file.object(4, "<</Length 6>>stream\n1 1 m \nendstream");
    let mut file = file.with_page("", "");
    file.object(6, INFO);
    file.table("/Info 6 0 R");
    let late = place(&file, "4 0 obj");
    let end = file.bytes.len();
    file.object(4, "null");
    file.bytes.truncate(end);
    file.table("/Info 6 0 R");
    let listed = format!("{end:010}");
    let line = place(&file, &listed) as usize;
    let line = if file.bytes[line + 10..].starts_with(b" 00000 n") { line } else { panic!("{listed}") };
    file.bytes.splice(line..line + 10, format!("{early:010}").into_bytes());
    assert_eq!(told(file), Some(Objection::Twice { object: 4, at: late }));
}

/// Something ends a part of the file that is looked through at once, wherever in the head of an object.
#[test]
fn it_is_met_wherever_it_stands_in_a_large_file() {
    const PART: usize = 256 << 10;
    for shift in 0..14 {
        let mut file = begun("");
        let filled = PART - shift - file.bytes.len() - "7 0 obj\n(".len() - ")\nendobj\n".len();
        file.object(7, &format!("({})", "x".repeat(filled)));
        assert_eq!(file.bytes.len(), PART - shift);
        file.object(18, "(eighteen)");
        let honest = file.clone();
        assert_eq!(in_table(honest), None, "{shift}");
        let end = file.bytes.len() - "18 0 obj\n(eighteen)\nendobj\n".len();
        file.bytes.splice(end..end, format!("4 0 obj\n{CARRIED}").into_bytes());
        file.unlisted(18);
        let found = in_table(file);
        assert_eq!(found, Some(Objection::Twice { object: 4, at: (PART - shift) as u64 }), "{shift}");
    }
    // The same in an update, where each object is listed.
    for shift in 0..14 {
        let mut file = begun("");
        file.table("/Info 6 0 R");
        let signed = file.bytes.len();
        let filled = PART - 4096 - shift - "7 0 obj\n(".len() - ")\nendobj\n".len();
        file.object(7, &format!("({})", "x".repeat(filled)));
        assert_eq!(file.bytes.len(), signed + PART - 4096 - shift);
        file.object(18, &format!("({})", "x".repeat(8192)));
        let document = open(&file.table("/Info 6 0 R").bytes);
        assert_eq!(document.unclear_since(0).unwrap(), None, "{shift}");
    }
}

#[test]
fn what_honest_programs_leave_in_a_file_is_no_second_object() {
    let embedded = {
        let mut file = begun("");
        file.table("").bytes.clone()
    };
    let attached = |entries: &str| {
        let mut file = begun("");
        let dictionary = format!("<<{entries}/Length {}>>stream\n", embedded.len());
        file.raw_object(7, &[dictionary.as_bytes(), &embedded, b"\nendstream"].concat());
        file
    };
    let behind = |text: &str| {
        let mut file = begun("");
        file.bytes.extend_from_slice(text.as_bytes());
        file.object(7, "null");
        file
    };
    let twice = |first: &str| {
        let mut file = Builder::new("1.7");
        file.object(4, first);
        let mut file = file.with_page("", "");
        file.object(6, INFO);
        file
    };
    for (name, file) in [
        ("nothing", begun("")),
        ("a file that is attached as it is", attached("/Type/EmbeddedFile")),
        ("one that does not say so", attached("")),
        ("a length that stands elsewhere", {
            let mut file = begun("");
            let start: &[u8] = b"<</Length 8 0 R>>stream\n";
            file.raw_object(7, &[start, &embedded, b"\nendstream"].concat());
            file.object(8, &embedded.len().to_string());
            file
        }),
        ("blanks", behind("\r\n \0\t\n")),
        ("comments", behind("%one\n% 2 0 R endobj\n")),
        ("the same once more", behind("4 0 obj\n<</Length 6>>stream\n0 0 m \nendstream\nendobj\n")),
        ("one that was given up before it was listed", twice("(given up)")),
        ("one that nobody refers to", behind("40 0 obj\n(left)\nendobj\n")),
        ("the word alone", behind("%obj, 4 objects\n")),
    ] {
        assert_eq!(in_table(file), None, "{name}");
    }
}

/// Some programs search a file for what they miss as long as all its sections are tables, and not after.
#[test]
fn a_stream_behind_nothing_but_tables_follows_what_misses_nothing() {
    let with = |page: &str, stream: bool| {
        let mut file = begun(page);
        file.object(7, "null");
        file.table("/Info 6 0 R");
        file.free(7);
        file.table("/Info 6 0 R");
        file.object(6, INFO);
        if stream {
            file.stream(8, "/Info 6 0 R")
        } else {
            file.table("/Info 6 0 R")
        };
        open(&file.bytes).unclear_since(1).unwrap()
    };
    for (page, expected) in [
        ("/X 6 0 R", None),
        ("/X 7 0 R", Some(Objection::OddTable)),
        ("/X[60 0 R]", Some(Objection::OddTable)),
        ("/X 6 1 R", Some(Objection::OddTable)),
    ] {
        assert_eq!(with(page, true), expected, "{page}");
        assert_eq!(with(page, false), None, "{page}");
    }
}

#[test]
fn what_earlier_revisions_said_is_no_second_object() {
    // Written anew, deleted and yet referred to, packed and then in the open, and the other way.
    let mut file = begun("/X 7 0 R/Y 8 0 R");
    file.object(7, "(seven)");
    file.object_stream(10, &[(8, "(eight)"), (9, "(nine)")]);
    file.stream(11, "/Info 6 0 R");
    file.object(4, "<</Length 6>>stream\n0 0 l \nendstream");
    file.object(8, "(in the open)");
    file.free(7);
    file.stream(12, "/Info 6 0 R");
    file.object_stream(13, &[(6, INFO), (8, "(packed again)")]);
    file.stream(14, "/Info 6 0 R");
    let document = open(&file.bytes);
    for since in 0..3 {
        assert_eq!(document.unclear_since(since).unwrap(), None, "{since}");
    }
    assert_eq!(told(file), None);
    let mut file = begun("");
    file.object_stream(7, &[(8, "(hidden)")]);
    file.hybrid(9);
    assert_eq!(told(file), None, "a hybrid");
    // Behind something that stands before the header.
    let mut file = Builder::behind_garbage("1.7").with_page("", "");
    file.object(6, INFO);
    assert_eq!(in_table(file.clone()), None);
    file.bytes.extend_from_slice(format!("4 0 obj\n{CARRIED}").as_bytes());
    let at = place(&file, "4 0 obj");
    assert_eq!(in_table(file), Some(Objection::Twice { object: 4, at }));
}

/// Of several that signed, each is told of what stood there when it did.
#[test]
fn each_revision_is_judged_by_what_it_was() {
    let mut file = begun("");
    file.table("/Info 6 0 R");
    file.object(6, INFO);
    file.table("/Info 6 0 R");
    let clean = file.bytes.len();
    file.object(6, INFO);
    file.bytes.extend_from_slice(format!("%\n4 0 obj\n{CARRIED}").as_bytes());
    file.table("/Info 6 0 R");
    file.object(6, INFO);
    file.table("/Info 6 0 R");
    let document = open(&file.bytes);
    let found: Vec<_> = (0..4).map(|index| document.unclear_since(index).unwrap()).collect();
    assert!(found[..2].iter().all(|found| matches!(found, Some(Objection::Unowned { .. }))), "{found:?}");
    assert!(matches!(found[2], Some(Objection::Twice { object: 4, at }) if at > clean as u64), "{found:?}");
    assert_eq!(found[3], None);
}

/// Of whatever may stand there, one does not know.
#[test]
fn what_may_be_read_in_many_ways_is_told() {
    for head in [
        format!("4 0{}\nobj", " %".repeat(1_500)),
        format!("4 0{}\nobj", "%\n".repeat(1_500)),
        format!("4 0%{}\nobj", "x".repeat(5_000)),
        "4294967300 0 obj".to_owned(),
        "18446744073709551620 0 obj".to_owned(),
    ] {
        let mut file = begun("");
        file.bytes.extend_from_slice(format!("{head}\n{CARRIED}").as_bytes());
        let shown = &head[..head.len().min(20)];
        let found = in_table(file);
        assert!(
            matches!(found, Some(Objection::Stray { .. } | Objection::Twice { object: 4, .. })),
            "{shown} {found:?}"
        );
    }
    for head in ["-4 0 obj", "--4 0 obj", "++4 0 obj"] {
        let mut file = begun("");
        file.bytes.extend_from_slice(format!("{head}\n{CARRIED}").as_bytes());
        assert!(matches!(in_table(file), Some(Objection::Twice { object: 4, .. })), "{head}");
    }
}

/// An object that stands first counts where a search passes the listed one by.
#[test]
fn a_listed_object_that_a_search_does_not_meet_is_none() {
    let content = "<</Length 6>>stream\n0 0 m \nendstream";
    let around = |before: &str, stream: bool| {
        let mut file = Builder::new("1.7");
        file.object(4, "(first)");
        file.bytes.extend_from_slice(before.as_bytes());
        if stream {
            // The listed one is a part of its data.
            let length = format!("4 0 obj\n{content}\nendobj\n").len();
            file.object(8, &format!("<</Length {length}>>stream\n"));
            let cut = file.bytes.windows(7).rposition(|found| found == b"endobj\n").unwrap();
            file.bytes.truncate(cut - 1);
        }
        file.object(4, content);
        let end: &[u8] = if stream { b"endstream\nendobj\n" } else { b"" };
        file.bytes.extend_from_slice(end);
        for (number, body) in [
            (1, "<</Type/Catalog/Pages 2 0 R>>"),
            (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"),
            (6, INFO),
        ] {
            file.object(number, body);
        }
        in_table(file)
    };
    for before in ["", "\n", "\r", "\n \t", "% a comment\n"] {
        assert_eq!(around(before, false), None, "{before:?}");
    }
    for before in ["%", "x ", "% a comment ", "(a\n) "] {
        assert!(matches!(around(before, false), Some(Objection::Twice { object: 4, .. })), "{before:?}");
    }
    assert!(matches!(around("", true), Some(Objection::Twice { object: 4, .. })));
}

/// A search takes the last trailer, too.
#[test]
fn a_trailer_that_belongs_to_no_section_leads_nowhere_else() {
    let behind = |text: &str| {
        let mut file = begun("");
        file.bytes.extend_from_slice(text.as_bytes());
        file.object(7, "null");
        in_table(file)
    };
    for text in ["trailer <</Root 1 0 R>>\n", "%trailer\n", "trailer\n<</Size 9>>\n", "(trailers) "] {
        assert_eq!(behind(text), None, "{text}");
    }
    for text in [
        "trailer <</Root 7 0 R>>\n",
        "% trailer<</Root 7 0 R>>\n",
        "trailer\n<</Root 1 1 R>>\n",
        "trailer<</Encrypt 7 0 R>>\n",
        "trailer<</Root 7 0 R\n",
    ] {
        assert!(matches!(behind(text), Some(Objection::Stray { .. })), "{text}");
    }
    // A cross-reference stream is one, as well.
    let stream = behind("50 0 obj\n<</Type/XRef/Root 7 0 R/Length 0>>stream\n\nendstream\nendobj\n");
    assert!(matches!(stream, Some(Objection::Twice { object: 50, .. })));
}

/// Who has to search for what was signed need not any more when something follows.
#[test]
fn what_was_signed_ends_as_every_program_finds_it() {
    let with_end = |odd: &str| {
        let mut file = begun("");
        file.table("/Info 6 0 R");
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replace("startxref\n", odd).into_bytes();
        file.object(6, INFO);
        open(&file.table("/Info 6 0 R").bytes).unclear_since(0).unwrap()
    };
    assert_eq!(with_end("startxref\n"), None);
    assert_eq!(with_end("startxref\r\n"), None);
    for odd in ["startxref\0\n", &format!("startxref\n{}", "0".repeat(1_100)), "startxref "] {
        assert_eq!(with_end(odd), Some(Objection::OddEnd), "{odd:?}");
    }
    let gap = format!("startxref{}", "\n".repeat(1_100));
    assert_eq!(with_end(&gap), Some(Objection::OddEnd));
}

/// Programs that believe a file to be linearised begin at its first section, as long as its length is right.
#[test]
fn what_was_signed_may_be_linearised_if_it_begins_where_it_ends() {
    let with_length = |wrong: i64| {
        let mut length = 0;
        loop {
            let mut file = Builder::new("1.7");
            file.object(80, &format!("<</Linearized 1/L {length:010}>>"));
            let mut file = file.with_page("", "");
            file.object(6, INFO);
            file.table("/Info 6 0 R");
            if file.bytes.len() as i64 + wrong == length {
                file.object(6, INFO);
                return open(&file.table("/Info 6 0 R").bytes).unclear_since(0).unwrap();
            }
            length = file.bytes.len() as i64 + wrong;
        }
    };
    assert_eq!(with_length(0), Some(Objection::OddEnd));
    assert_eq!(with_length(3), Some(Objection::OddEnd), "of something longer");
    assert_eq!(with_length(-300), None, "of the beginning");
}

/// A linearised file (annex F) of those objects. Its parameter dictionary, number 5, goes on like that; object 8 stands where it says
/// `HINTS`.
fn linearised(objects: &[(usize, &str)], root: usize, said: &str) -> Vec<u8> {
    let most = objects.iter().map(|(number, _)| *number).max().unwrap().max(5);
    let layout = |main: usize, length: usize, offsets: &[usize]| {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = vec![bytes.len(); most];
        let said = said.replace("HINTS", &format!("{:06}", offsets.get(7).unwrap_or(&0)));
        let said = if said.contains("/T") { said } else { format!("{said}/T {:06}", main + 8) };
        bytes.extend(format!("5 0 obj\n<</Linearized 1/L {length:06}{said}>>\nendobj\n").bytes());
        let first = bytes.len();
        let rows = |offsets: &[usize]| -> String {
            offsets.iter().map(|offset| format!("{offset:010} 00000 n \n")).collect()
        };
        bytes.extend(format!("xref\n3 {}\n{}", most - 2, rows(&offsets[2..])).bytes());
        let entries = format!("/Size {}/Root {root} 0 R/Prev {main:06}", most + 1);
        bytes.extend(format!("trailer\n<<{entries}>>\nstartxref\n0\n%%EOF\n").bytes());
        for (number, body) in objects {
            places[number - 1] = bytes.len();
            bytes.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
        }
        let main = bytes.len();
        bytes.extend(format!("xref\n0 3\n0000000000 65535 f \n{}", rows(&offsets[..2])).bytes());
        bytes.extend(format!("trailer\n<</Size 3>>\nstartxref\n{first}\n%%EOF\n").bytes());
        (bytes, main, places)
    };
    let (blank, main, places) = layout(0, 0, &vec![0; most]);
    layout(main, blank.len(), &places).0
}

/// What readers may take differently in such a file once information is added to it.
fn once_followed(bytes: &[u8], root: usize) -> Option<Objection> {
    let mut file = Builder::behind(bytes);
    file.object(10, INFO);
    file.table("/Info 10 0 R");
    let text = String::from_utf8(file.bytes).unwrap();
    open(text.replace("/Root 1 0 R", &format!("/Root {root} 0 R")).as_bytes()).unclear_since(0).unwrap()
}

/// What some programs may read otherwise than others is believed by some when it fits the file that grew.
#[test]
fn what_says_that_a_file_is_linearised_says_so_plainly() {
    let of = |object: &str| {
        let mut file = Builder::new("1.7");
        file.bytes.extend(object.bytes());
        let mut file = file.with_page("", "");
        file.object(6, INFO);
        file.table("/Info 6 0 R");
        file.object(6, INFO);
        open(&file.table("/Info 6 0 R").bytes).unclear_since(0).unwrap()
    };
    for plain in [
        "",
        "9 0 obj\n<</Linearized 1/L 100>>\nendobj\n",
        "9 0 obj\n<</Linearized 1.0/L 100/H[1 2 3 4]/T 00090>>endobj\n",
        &format!("9 0 obj\n<</Kids[{}]>>\nendobj\n", "3 0 R ".repeat(20_000)),
        "9 0 obj\n<</Title(some)>>\nendobj\n8 0 obj\n(Linearized)\nendobj\n",
    ] {
        assert_eq!(of(plain), None, "{plain}");
    }
    let comment = |length: usize| {
        format!("%{}\n%endobj\n9 0 obj\n<</Linearized 1/L 9999999>>\nendobj\n", "x".repeat(length))
    };
    for length in [10, 2_000, 2_040, 3_000, 60_000, 70_000] {
        assert_eq!(of(&comment(length)), Some(Objection::OddEnd), "{length}");
        let no_object = format!("x {}", comment(length));
        assert_eq!(of(&no_object), Some(Objection::OddEnd), "no object first, {length}");
    }
    for odd in [
        "9 0 obj\n<</Linearized 1/L 1-00>>\nendobj\n",
        "9 0 obj\n<</Linearized 1/L +100>>\nendobj\n",
        "9 0 obj\n<</Linearized 1/L 100.0>>\nendobj\n",
        "9 0 obj\n<</Linearized 1/L 4294967396>>\nendobj\n",
        "9 0 obj\n<</Linearized 1/L 100/T(9)>>\nendobj\n",
        "9 0 obj\n<</Linearized 1/L 8 0 R>>\nendobj\n",
        "9 0 obj\n<</Linearized 1>>\nendobj\n",
        "9 0 obj\n<</#4cinearized 1/L 100/L 100>>\nendobj\n",
        "9 0 obj\n<</Linearized 1/L 100>>\n8 0 obj\n<<>>\nendobj\n",
        "9 0 obj\n<</A<</Linearized 1/L 100>>>>\nendobj\n",
        "%9 0 obj<</Linearized 1/L 100>>endobj\n",
        "9 0 obj\n<</Linearized 1/L 100>\nendobj\n",
    ] {
        assert_eq!(of(odd), Some(Objection::OddEnd), "{odd}");
    }
}

/// A file that begins with `before` and the header line, in which what follows stands behind those bytes of the header.
fn headed(before: &str, line: &str) -> Option<Objection> {
    let mut file = Builder::new("1.7");
    let header = format!("{line}\n").into_bytes();
    file.bytes = [before.as_bytes(), &header].concat();
    file.base = before.len();
    let mut file = file.with_page("", "");
    file.object(6, INFO);
    file.table("/Info 6 0 R");
    file.object(6, INFO);
    open(&file.table("/Info 6 0 R").bytes).unclear_since(0).unwrap()
}

/// Some programs begin to read right behind the version.
#[test]
fn an_object_may_begin_on_the_line_of_the_header() {
    for line in [
        "%PDF-1.7 1 0 obj<</X(\n9 0 obj\n<</Y 1>>\nendobj\n)/Linearized 1/L 9999999>>endobj",
        "%PDF-1.7%1 0 obj<</Linearized 1/L 9999999>>endobj",
        "%PDF-1.7 +1\n0 obj<</Linearized 1/L 9999999>>endobj",
    ] {
        assert_eq!(headed("", line), Some(Objection::OddEnd), "{line}");
    }
    for line in ["%PDF-1.7", "%PDF-1.7 %of 9", "%PDF-1.7 1 0 obj<</L 9999999>>endobj"] {
        assert_eq!(headed("", line), None, "{line}");
    }
}

/// Some programs take another header for the first, and some count the length from there.
#[test]
fn what_stands_before_the_header_is_no_other_beginning() {
    let linear = |length: usize| format!("%PDF-1.7\n9 0 obj<</Linearized 1/L {length}>>endobj");
    for before in ["%PDF 1.7\n", "\n%FDF-1.2\n", "%!PS-Adobe-3.0 PDF-1.7\n"] {
        assert_eq!(headed(before, "%PDF-1.7"), Some(Objection::OddEnd), "{before}");
    }
    for before in ["\n", "HTTP/1.1 200 OK\r\n\r\n", "%!\n"] {
        assert_eq!(headed(before, "%PDF-1.7"), None, "{before}");
        assert_eq!(headed(before, &linear(100)), None, "{before}");
    }
    let before = "x".repeat(900);
    assert_eq!(headed(&before, &linear(100)), None);
    for length in [700, 1_000, 9_999_999] {
        assert_eq!(headed(&before, &linear(length)), Some(Objection::OddEnd), "{length}");
    }
}

/// Some programs take the number of the pages and the first of them from there, as long as its length is right.
#[test]
fn a_linearised_file_has_the_pages_that_it_says() {
    for (said, expected) in [
        ("/N 1/O 3", None),
        ("/O 3/E 400/N 1/P 0", None),
        ("/H[20 30]/O 3/N 1", Some(Objection::OddEnd)),
        ("/N 1/O 3/T 500", Some(Objection::OddEnd)),
        ("/N 1/O 3/T[1]", Some(Objection::OddEnd)),
        // Some begin behind the first `endobj`, wherever that stands, and search where there is none soon.
        ("/N 1/O 3%no end\n", None),
        ("/N 1/O 3%endobj\n", Some(Objection::OddEnd)),
        (&format!("/N 1/O 3%{}\n", "x".repeat(900)), None),
        (&format!("/N 1/O 3%{}\n", "x".repeat(1_000)), Some(Objection::OddEnd)),
        ("/N 2/O 3", Some(Objection::OddEnd)),
        ("/N 1/O 4", Some(Objection::OddEnd)),
        ("/N 1", Some(Objection::OddEnd)),
        ("/N 1/O 3/P 1", Some(Objection::OddEnd)),
        ("/N 1/O 3/P -1", Some(Objection::OddEnd)),
        ("/N 1/O 3/N 1", Some(Objection::OddEnd)),
        ("/N 1/O 3 0 R", Some(Objection::OddEnd)),
    ] {
        let objects = [
            (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 4 0 R>>"),
            (4, "<</Length 2>>stream\nn \nendstream"),
            (1, "<</Type/Catalog/Pages 2 0 R>>"),
            (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        ];
        assert_eq!(once_followed(&linearised(&objects, 1, said), 1), expected, "{said}");
    }
}

/// Some programs take the pages behind the first from the hint tables, as long as its length is right.
#[test]
fn a_linearised_file_has_the_pages_that_it_hints_at() {
    const PAGE: &str = "<</Type/Page/Parent 7 0 R/MediaBox[0 0 9 9]/Resources<<>>>>";
    let odd = Some(Objection::OddEnd);
    for (kids, last, hinted, said, expected) in [
        ("3 0 R 1 0 R 2 0 R", PAGE, "000000", "/O 3", None),
        ("3 0 R 1 0 R 9 0 R", PAGE, "000700", "/O 3", None),
        ("1 0 R 3 0 R 2 0 R", PAGE, "000000", "/O 3/P 1", None),
        ("3 0 R 1 0 R 2 0 R", PAGE, "000700", "/O 3", odd.clone()),
        ("3 0 R 2 0 R 1 0 R", PAGE, "000000", "/O 3", odd.clone()),
        ("3 0 R 9 0 R 2 0 R", PAGE, "000000", "/O 3", odd.clone()),
        ("3 0 R 1 0 R 2 0 R", PAGE, "0000", "/O 3", odd.clone()),
        // Some count in 32 bits, and some read further parts with the first.
        ("3 0 R 1 0 R 2 0 R", PAGE, "000000+ffffffff", "/O 3", odd.clone()),
        ("3 0 R 1 0 R 2 0 R", PAGE, "000000", "/O 3+ 1 1", odd),
        // What leads to no page is believed nowhere.
        ("3 0 R 1 0 R 2 0 R", "<</Type/Pages/Kids[]/Count 0>>", "000700", "/O 3", None),
    ] {
        let tree = format!("<</Type/Pages/Kids[{kids}]/Count 3>>");
        let (hinted, least) = hinted.split_once('+').unwrap_or((hinted, "00000001"));
        let hints = format!("{least}{:08x}{:04x}{}{hinted}>", 0, 8, "00".repeat(26));
        let hints =
            format!("<</Filter/ASCIIHexDecode/Length {}/S 36>>stream\n{hints}\nendstream", hints.len());
        let objects = [
            (1, PAGE),
            (2, PAGE),
            (3, PAGE),
            (4, "null"),
            (6, "<</Type/Catalog/Pages 7 0 R>>"),
            (7, &tree),
            (8, &hints),
            (9, last),
        ];
        let (said, more) = said.split_once('+').unwrap_or((said, ""));
        let bytes = linearised(&objects, 6, &format!("/N 3/H[HINTS {}{more}]{said}", hints.len() + 20));
        assert_eq!(once_followed(&bytes, 6), expected, "{kids} {hinted} {said}");
    }
}

/// A stream that is listed as any other object is a section to whoever searches.
#[test]
fn a_listed_object_is_no_section_that_leads_elsewhere() {
    for (root, expected) in [("1 0 R", None), ("7 0 R", Some(Objection::SectionReused { object: 8 }))] {
        let mut file = begun("");
        file.object(7, "<</Type/Catalog/Pages 2 0 R>>");
        file.object(8, &format!("<</Type/XRef/Root {root}/Length 0>>stream\n\nendstream"));
        assert_eq!(in_table(file), expected, "{root}");
    }
}

/// Of two sections that end together, none lists what stands behind.
#[test]
fn a_section_without_an_end_of_its_own_ends_with_the_next() {
    let mut file = begun("/Annots[7 0 R]");
    file.object(7, "null");
    file.table("/Info 6 0 R");
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let at = format!("{:010}", text.find("7 0 obj").unwrap());
    file.bytes = text.replace(&at, "0000100000").into_bytes();
    let end = file.bytes.windows(9).rposition(|found| found == b"startxref").unwrap();
    file.bytes.truncate(end);
    file.object(8, "null");
    assert_eq!(in_table(file), Some(Objection::NoObject { at: 100_000 }));
}

/// What begins behind an end that is no line of its own is in a comment to some; honest programs write so.
#[test]
fn what_follows_an_end_that_is_not_ended_is_met() {
    let mut file = begun("");
    file.table("/Info 6 0 R");
    let end = file.bytes.iter().rposition(|byte| *byte == b'F').unwrap();
    file.bytes.truncate(end + 1);
    file.object(4, "<</Length 6>>stream\n0 0 l \nendstream");
    file.table("/Info 6 0 R");
    assert_eq!(told(file), None);
}

/// No more work and memory than the file is long, times a little.
#[test]
fn thousands_of_them_come_to_an_end() {
    let mut file = begun("/X 7 0 R");
    for number in 100..40_000 {
        file.bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    }
    for number in 7..90 {
        file.object(number, &format!("[{}]", "1 0 R ".repeat(200)));
    }
    assert_eq!(in_table(file), None);
    let mut file = begun("");
    file.bytes.extend_from_slice(&b"4 0 obj ".repeat(200_000));
    file.table("/Info 6 0 R");
    file.object(6, INFO);
    let document = open(&file.table("/Info 6 0 R").bytes);
    assert!(document.unclear_since(0).is_err_and(|error| error.to_string().contains("100000")));
    // More than are kept of what somebody else saw.
    let fault = searched(&file.bytes).unclear_since(0);
    assert!(fault.is_err_and(|error| error.to_string().contains("100000")));
    let mut file = begun("");
    for line in ["%0\nobj", "\0 \0 \nobj", "0%\n", "0%% %\nobj"] {
        let lines = line.repeat(2_000_000 / line.len());
        file.bytes.extend_from_slice(lines.as_bytes());
    }
    file.table("/Info 6 0 R");
    file.object(6, INFO);
    let _ = open(&file.table("/Info 6 0 R").bytes).unclear_since(0);
}

/// What nobody finds there when it is signed may stand there later.
#[test]
fn no_section_lists_an_object_behind_its_own_end() {
    let mut file = begun("");
    file.object(7, "null");
    file.table("/Info 6 0 R");
    assert_eq!(told(file.clone()), None);
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let at = format!("{:010}", text.find("7 0 obj").unwrap());
    file.bytes = text.replace(&at, "0000100000").into_bytes();
    assert_eq!(told(file), Some(Objection::NoObject { at: 100_000 }));
}
