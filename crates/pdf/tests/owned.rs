//! Every byte of what came after signing belongs to what its section lists, and all of it is written as every program reads it: a
//! program that does not get on searches the whole file for objects, and takes what it finds there.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::{ModificationLevel as Level, Objection};

/// The object that a search is to find in place of the page's content.
const CARRIED: &str = "<</Length 6>>stream\nq 9 w Q\nendstream\nendobj\n";
const INFO: &str = "<</Producer(one)>>";

/// Signed, with object 7 that nothing needs.
fn signed(seventh: &str) -> Builder {
    let mut file = Builder::new("1.7").with_page("", "/Annots[8 0 R]");
    file.object(6, INFO);
    file.object(7, seventh);
    file.object(8, "<</Type/Annot/Subtype/Link/Rect[1 2 3 4]>>");
    file.table("/Info 6 0 R");
    file
}

/// What is wrong with an update that writes the information dictionary anew, and whatever else.
fn wrong(mut file: Builder, write: impl FnOnce(&mut Builder)) -> Option<Objection> {
    let since = open(&file.bytes).revisions().len() - 1;
    write(&mut file);
    open(&file.table("/Info 6 0 R").bytes).unclear_since(since).unwrap()
}

#[test]
fn what_stands_between_objects_belongs_to_them() {
    for between in ["", "\r\n", " \0\t", "%Somebody's program 1.0\n", "\n% one\r% two\r\n"] {
        let found = wrong(signed("null"), |file| {
            file.object(6, INFO);
            file.bytes.extend_from_slice(between.as_bytes());
            file.object(9, "null");
        });
        assert_eq!(found, None, "{between:?}");
    }
    for head in [
        "4 0 obj\n",
        "4 0\0%x\nobj\n",
        "4 0%x\nobj\n",
        "4%x\n0%y\robj\n",
        "4 +0 obj\n",
        "4+0 obj\n",
        "4\u{b}0\u{b}obj\n",
        "%\0",
        "%%EOF\n",
        "x",
    ] {
        let found = wrong(signed("null"), |file| {
            file.object(6, INFO);
            file.bytes.extend_from_slice(format!("{head}{CARRIED}").as_bytes());
            file.object(9, "null");
        });
        assert!(matches!(found, Some(Objection::Unowned { .. })), "{head:?}: {found:?}");
        // Nor is it hidden in what an object carries.
        if head.contains("obj") {
            let found = wrong(signed("null"), |file| file.object(9, &format!("<</Note({head})>>")));
            assert!(matches!(found, Some(Objection::Stray { .. })), "{head:?}: {found:?}");
        }
    }
}

#[test]
fn an_object_is_written_as_every_program_reads_it() {
    type Fits = fn(&Objection) -> bool;
    let missing: Fits = |why| matches!(why, Objection::NoObject { .. });
    let malformed: Fits = |why| matches!(why, Objection::Malformed { .. });
    let cut: Fits = |why| matches!(why, Objection::Damaged { .. });
    let nowhere: Fits = |why| matches!(why, Objection::LeadsNowhere { .. });
    for (name, from, to, fits) in [
        ("a keyword glued to what follows", "6 0 obj\n", "6 0 obj12", missing),
        ("a sign", "6 0 obj\n", "6 +0 obj ", missing),
        ("a comment", "6 0 obj\n", "6%\n0 obj", missing),
        ("a number beyond 32 bits", "(one)", "(one)/X 4294967298", malformed),
        ("one beyond 64 bits", "(one)", "(one)/X 18446744073709551618", malformed),
        ("the end of a line in a string", "(one)", "(one\r\n)", malformed),
        ("an escaped one", "(one)", "(one\\\r\n)", malformed),
        ("next to nothing", "(one)", "(one)/X 0.0000001", malformed),
        ("a zero in a comment", "(one)", "(one)%\0\n", malformed),
        ("a zero for a blank", "(one)", "(one)\0", malformed),
        ("a name with a zero", "(one)", "(one)/X#00 1", malformed),
        ("an escape that is none", "(one)", "(one)/X#5( 1 )", malformed),
        ("a long number", "(one)", &format!("(one)/X {}1", "0".repeat(65_534)), cut),
        ("a long name", "(one)", &format!("(one)/{} 1", "X".repeat(128)), malformed),
        ("an object that there is not", "(one)", "(one)/X 99 0 R", nowhere),
        ("another generation", "(one)", "(one)/X 4 1 R", nowhere),
    ] {
        // The number of the section follows, and so may stand elsewhere.
        let found = wrong(signed("null"), |file| {
            let at = file.bytes.len();
            file.object(6, INFO);
            let text = String::from_utf8_lossy(&file.bytes[at..]).replacen(from, to, 1);
            file.bytes.truncate(at);
            file.bytes.extend_from_slice(text.as_bytes());
        });
        assert!(found.as_ref().is_some_and(fits), "{name}: {found:?}");
    }
    let found = wrong(signed("null"), |file| {
        file.object(6, INFO);
        file.object(9, INFO);
        file.unlisted(9);
    });
    assert!(matches!(found, Some(Objection::Unowned { .. })), "listed by nobody: {found:?}");
}

/// What refers to the former one leads nowhere to some programs, to the new one to others (§7.3.10), and others stop there.
#[test]
fn no_number_that_was_named_is_taken_by_another_generation() {
    let written = |named: &str, generation: &str| {
        let mut file = signed(&format!("<</X {named}>>"));
        let since = open(&file.bytes).revisions().len() - 1;
        file.object(30, "null");
        let mut bytes = file.table("").bytes.clone();
        let mut patch = |from: &str, to: String| {
            let at = bytes.windows(from.len()).rposition(|window| window == from.as_bytes()).unwrap();
            bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        };
        patch("\n30 0 obj", format!("\n30 {generation} obj"));
        patch("00000 n", format!("0000{generation} n"));
        open(&bytes).renumbered_since(since).unwrap()
    };
    for (named, generation) in [("31 0 R", "1"), ("30 0 R", "0"), ("30 1 R", "1"), ("(30 0 R)", "1")] {
        assert_eq!(written(named, generation), None, "{named} {generation}");
    }
    for (named, generation) in [("30 0 R", "1"), ("30 1 R", "0"), ("[30 7 R]", "0")] {
        let found = written(named, generation);
        assert!(matches!(found, Some(Objection::Reused { object: 30 })), "{named} {generation}: {found:?}");
    }
}

/// A section that does not list itself is an object to some, which what was signed must not name.
#[test]
fn no_section_takes_a_number_that_was_named() {
    for (named, is_wrong) in [("31 0 R", false), ("30 0 R", true), ("30 1 R", true), ("(30 0 R)", false)] {
        let mut file = Builder::new("1.7").with_page("", &format!("/X {named}"));
        file.stream(9, "");
        file.object(10, "null");
        let found = open(&file.unlisted_stream(30, "").bytes).renumbered_since(0).unwrap();
        assert_eq!(matches!(found, Some(Objection::Reused { object: 30 })), is_wrong, "{named}: {found:?}");
    }
}

/// What says how a stream of objects is read makes something else of all of them.
#[test]
fn what_streams_of_objects_are_read_by_stays() {
    let later = |more: &str, changes: &[(u32, &str)]| {
        let mut file = Builder::new("1.7").with_page("", "");
        let body = "(some) (other)";
        file.object(20, "10");
        file.object(21, "22 0 R");
        file.object(22, "2");
        let text =
            format!("<</Type/ObjStm/Length {}{more}>>stream\n30 0 31 7  {body}\nendstream", 11 + body.len());
        file.object(23, &text);
        file.listed_in(23, &[30, 31]);
        file.stream(24, "");
        changes.iter().for_each(|(number, body)| file.object(*number, body));
        open(&file.stream(25, "").bytes).unclear_since(0).unwrap()
    };
    let direct = "/N 2/First 11/X 22 0 R";
    for (more, changes) in [
        (direct, &[(30, "(more)")][..]),
        (direct, &[(20, "11"), (21, "1")]),
        ("/N 2/First 11/Extends 22 0 R", &[(22, "3")]),
        ("/N 21 0 R/First 11", &[(20, "3")]),
    ] {
        assert_eq!(later(more, changes), None, "{more}");
    }
    for (more, number, text) in [
        ("/N 2/First 20 0 R", 20, "9"),
        ("/N 21 0 R/First 11", 21, "1"),
        ("/N 21 0 R/First 11", 22, "1"),
        ("/N 2/First 11/Filter[]/DecodeParms 20 0 R", 20, "9"),
    ] {
        let found = later(more, &[(number, text)]);
        let is_so = matches!(found, Some(Objection::Malformed { object, .. }) if object == number);
        assert!(is_so, "{more}: {found:?}");
    }
}

/// Each revision is asked, in whatever order: what was found out about an older one holds for what it consists of alone.
#[test]
fn each_revision_is_asked_what_it_names() {
    let mut file = signed("null");
    let oldest = open(&file.bytes).revisions().len() - 1;
    for (number, text) in [(30, "null"), (31, "<</X 33 0 R>>"), (32, "<</X 33 7 R>>"), (33, "null")] {
        file.object(number, text);
        file.table("");
    }
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]] {
        let document = open(&file.bytes);
        for later in order {
            let found = document.renumbered_since(oldest + later).unwrap();
            let names = matches!(found, Some(Objection::Reused { object: 33 }));
            assert_eq!(names, later == 3, "{order:?} {later}: {found:?}");
        }
    }
}

#[test]
fn what_is_new_leads_to_nothing_that_makes_a_program_search() {
    let leading = |seventh: &str| wrong(signed(seventh), |file| file.object(6, "<</Producer(one)/X 7 0 R>>"));
    assert_eq!(leading("<</A 4 0 R>>"), None);
    assert!(matches!(leading("<</A 99 0 R>>"), Some(Objection::LeadsNowhere { object: 99 })));
    // Where it led there when it was signed, a program has searched then; where it leads there besides, it has not.
    let mut file = signed("null");
    file.object(6, "<</Producer(one)/X[99 0 R]>>");
    file.table("/Info 6 0 R");
    let written = |text: &str| wrong(file.clone(), |file| file.object(6, text));
    assert_eq!(written("<</Producer(one)/X[99 0 R]/Y 4 0 R>>"), None);
    for other in ["/X[99 0 R]/Y 99 0 R", "/X[99 0 R 99 0 R]", "/Y 99 0 R", "/X<</Y 99 0 R>>"] {
        let found = written(&format!("<</Producer(one){other}>>"));
        assert!(matches!(found, Some(Objection::LeadsNowhere { object: 99 })), "{other}: {found:?}");
    }
    let before = "<</Producer(one)/X 7 0 R>>";
    let mut file = signed("<</A 99 0 R>>");
    file.object(6, before);
    file.table("/Info 6 0 R");
    assert_eq!(wrong(file, |file| file.object(6, before)), None);
    // What was signed is badly written where nobody went.
    let mut file = signed("null");
    let at = file.bytes.windows(8).position(|found| found == b"7 0 obj\n").unwrap();
    file.bytes[at + 7] = b'1';
    let found = wrong(file, |file| file.object(6, "<</Producer(one)/X 7 0 R>>"));
    assert!(matches!(found, Some(Objection::NoObject { at: place }) if place == at as u64), "{found:?}");
}

#[test]
fn a_section_speaks_of_its_own_revision() {
    // Between the table and the end.
    let mut file = signed("null");
    file.object(6, INFO);
    file.table("/Info 6 0 R");
    let end = file.bytes.windows(9).rposition(|found| found == b"startxref").unwrap();
    let mut behind = file.bytes.clone();
    behind.splice(end..end, format!("9 0 obj\n{CARRIED}").into_bytes());
    assert_eq!(open(&behind).unclear_since(0).unwrap(), Some(Objection::BeforeEnd));
    // A revision that /Prev passes by, with its signature: its objects belong to nobody, or are listed by numbers of others.
    let mut file = signed("null");
    let first = file.newest;
    file.object(6, "<</Producer(two)>>");
    file.table("/Info 6 0 R");
    file.newest = first;
    let found = open(&file.clone().table("/Info 6 0 R").bytes).unclear_since(0).unwrap();
    assert!(matches!(found, Some(Objection::Unowned { .. })), "{found:?}");
    file.object(6, INFO);
    let found = open(&file.table("/Info 6 0 R").bytes).unclear_since(0).unwrap();
    assert!(matches!(found, Some(Objection::Unowned { .. })), "{found:?}");
    // A stream that leads to another one besides.
    let mut file = signed("null");
    file.object(6, INFO);
    file.stream(9, "/Info 6 0 R/XRefStm 15");
    assert_eq!(open(&file.bytes).unclear_since(0).unwrap(), Some(Objection::Hybrid));
    // The first object of the file, listed where the file begins.
    let mut file = signed("null");
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>");
    let offset = file.bytes.len();
    file.table("/Info 6 0 R");
    let listed = file.bytes[offset..].windows(2).position(|found| found == b"1\n").unwrap();
    let line = file.bytes[offset + listed..].windows(8).position(|found| found == b" 00000 n").unwrap();
    let at = offset + listed + line;
    file.bytes[at - 10..at].copy_from_slice(b"0000000000");
    let found = open(&file.bytes).unclear_since(0).unwrap();
    assert!(found.is_some(), "the header is no object, whatever follows it");
}

#[test]
fn a_file_that_grew_is_not_linearised_any_more() {
    let of = |length: usize| {
        let mut file = Builder::new("1.7");
        file.object(9, &format!("<</Linearized 1/L {length:06}>>"));
        let mut file = file.with_page("", "");
        file.object(6, INFO);
        file.table("/Info 6 0 R");
        file.object(6, INFO);
        file.table("/Info 6 0 R").bytes.clone()
    };
    let length = of(0).len();
    // What was signed may not have grown either.
    for (told, wrong) in
        [(length, true), (length - 1, true), (100, false), (open(&of(0)).revisions()[0].end as usize, true)]
    {
        let found = open(&of(told)).unclear_since(0).unwrap();
        assert_eq!(found, wrong.then_some(Objection::OddEnd), "{told}");
    }
}

#[test]
fn each_revision_that_came_later_is_looked_at() {
    let mut file = signed("null");
    file.object(6, INFO);
    file.bytes.extend_from_slice(b"40 0 obj\n");
    file.table("/Info 6 0 R");
    for _ in 0..3 {
        file.object(6, INFO);
        file.table("/Info 6 0 R");
    }
    let document = open(&file.bytes);
    let found: Vec<_> = (0..5).rev().map(|index| document.unclear_since(index).unwrap()).collect();
    assert_eq!(found.iter().filter(|found| found.is_none()).count(), 4, "{found:?}");
    assert!(matches!(found[4], Some(Objection::Unowned { .. })), "{found:?}");
    assert!(matches!(open(&file.bytes).unclear_since(0).unwrap(), Some(Objection::Unowned { .. })));
}

/// A document with this form and this field 10 on its page, and what an update of both is worth.
fn form(signed: [&str; 2], update: [&str; 2]) -> Level {
    let mut file = Builder::new("1.7").with_page("/AcroForm 5 0 R", "/Annots[10 0 R]");
    let write = |file: &mut Builder, [form, field]: [&str; 2]| {
        file.object(5, &format!("<</Fields[10 0 R]{form}>>"));
        file.object(10, &format!("<</Type/Annot/Subtype/Widget/FT/Tx/T(Name)/P 3 0 R{field}>>"));
    };
    let look = |text: &str| {
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 80 20]/Length {}>>stream\n{text}\nendstream",
            text.len()
        )
    };
    file.object(11, &look("BT/Own 9 Tf(100)Tj ET"));
    file.object(12, &look("BT/Helv 9 Tf(200)Tj ET"));
    file.object(13, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    write(&mut file, signed);
    file.table("");
    write(&mut file, update);
    open(&file.table("").bytes).modifications_since(0).unwrap().level
}

#[test]
fn a_field_whose_box_is_none_is_seen_where_a_program_likes() {
    let filled = |rect: &str| {
        form(["", &format!("/Rect[{rect}]")], ["", &format!("/Rect[{rect}]/V(a)/AP<</N 12 0 R>>")])
    };
    assert_eq!(filled("0 0 80 20"), Level::FormFilling);
    for rect in
        ["null null 80 20", "() () 80 20", "0 /A 80 20", "false false 80 20", "99 0 R 99 0 R 80 20", "0 0 80"]
    {
        assert_eq!(filled(rect), Level::Other, "{rect}");
    }
    assert_eq!(form(["", ""], ["", "/V(a)/AP<</N 12 0 R>>"]), Level::Other, "none at all");
}

#[test]
fn the_form_gets_no_resources_that_fields_were_waiting_for() {
    const BOX: &str = "/Rect[0 0 80 20]/V(100)/Ff 1";
    let grown = |field: &str| form(["/DR<</Font<<>>>>", field], ["/DR<</Font<</Own 13 0 R>>>>", field]);
    assert_eq!(grown(BOX), Level::FormFilling);
    assert_eq!(grown(&format!("{BOX}/DA(/Helv 9 Tf)")), Level::FormFilling);
    for more in ["/DA(/Own 9 Tf)", "/DA(/O#77n 9 Tf)", "/AP<</N 11 0 R>>", "/AP<</N<</On 11 0 R>>>>"] {
        assert_eq!(grown(&format!("{BOX}{more}")), Level::Other, "{more}");
    }
}

#[test]
fn a_point_makes_another_number_where_whole_ones_are_meant() {
    for (before, after, level) in [
        ("/CropBox[0 0 300 144]", "/CropBox[0 0 300.0 144.]", Level::None),
        ("/Rotate 180", "/Rotate 180.0", Level::Other),
        ("/Resources<</X<</PaintType 1>>>>", "/Resources<</X<</PaintType 1.0>>>>", Level::Other),
    ] {
        let page = |entries: &str| {
            format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Contents 4 0 R{entries}>>")
        };
        let mut file = Builder::new("1.7").with_page("", "");
        file.object(3, &page(before));
        file.table("");
        file.object(3, &page(after));
        let found = open(&file.table("").bytes).modifications_since(0).unwrap();
        assert_eq!(found.level, level, "{after}");
    }
}

#[test]
fn metadata_take_no_more_time_than_anybody_needs() {
    let nested: String = (0..5_000).map(|number| format!("<b xmlns:b{number}=\"x\">")).collect();
    let many: String = (0..100_000).map(|number| format!(" a{number}=\"\"")).collect();
    for (name, text, level) in [
        ("as usual", "<a xmlns:b=\"x\"><b:c d=\"e\"/></a>".to_owned(), Level::Archival),
        ("nested", format!("<a>{nested}{}</a>", "</b>".repeat(5_000)), Level::Other),
        ("with attributes", format!("<a{many}/>"), Level::Other),
        ("of many", format!("<a>{}</a>", "<b/>".repeat(100_000)), Level::Other),
    ] {
        let mut file = Builder::new("1.7").with_page("/Metadata 7 0 R", "");
        let metadata = |text: &str| {
            format!("<</Type/Metadata/Subtype/XML/Length {}>>stream\n{text}\nendstream", text.len())
        };
        file.object(7, &metadata("<a/>"));
        file.table("");
        file.object(7, &metadata(&text));
        let found = open(&file.table("").bytes).modifications_since(0).unwrap();
        assert_eq!(found.level, level, "{name}");
    }
}

#[test]
fn what_a_change_brings_to_light_makes_nobody_search_either() {
    let look = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 13 0 R>>>>/Length 1>>stream\nq\nendstream";
    let ticked = |font: &str| {
        let mut file = Builder::new("1.7").with_page("/AcroForm<</Fields[10 0 R]>>", "/Annots[10 0 R]");
        let field = |state: &str| {
            format!(
                "<</Type/Annot/Subtype/Widget/FT/Btn/T(Agreed)/P 3 0 R/Rect[0 0 9 9]/AP<</N<</Off 11 0 R/Yes 12 0 R>>>>/V/{state}/AS/{state}>>"
            )
        };
        file.object(10, &field("Off"));
        file.object(11, &look.replace("/Resources<</Font<</F 13 0 R>>>>", ""));
        file.object(12, look);
        file.object(13, font);
        file.table("");
        file.object(10, &field("Yes"));
        open(&file.table("").bytes).unclear_since(0).unwrap()
    };
    assert_eq!(ticked("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"), None);
    for font in ["<</Type/Font/X 99 0 R>>", "<</Type/Font/X 4 3 R>>"] {
        assert!(matches!(ticked(font), Some(Objection::LeadsNowhere { .. })), "{font}");
    }
}

#[test]
fn a_string_that_went_over_the_end_of_a_line_is_not_written_anew() {
    let told = |was: &str, is: &str| {
        wrong(signed(&format!("<</X({was})>>")), |file| file.object(7, &format!("<</X{is}>>")))
    };
    assert_eq!(told("a\\r\\n", "(a\\r\\n)"), None);
    assert_eq!(told("a\n", "<610a>"), None);
    assert!(matches!(told("a\r\n", "<610a>"), Some(Objection::Malformed { .. })));
    assert!(matches!(told("a\\\r\nb", "(ab)"), Some(Objection::Malformed { .. })));
}

/// What an update writes anew, and says the same, has to have said that to every program.
#[test]
fn what_is_written_anew_was_written_as_every_program_reads_it() {
    let told =
        |was: &str, is: &str| wrong(signed(was), |file| file.object(7, is)).map(|why| format!("{why:?}"));
    let data = |behind: &str| format!("<</Length 3>>stream\nq Q{behind}");
    assert_eq!(told(&data("\nendstream"), &data("\nendstream")), None);
    let glued = told(&data("\nendstreamX\nendstream"), &data("\nendstream")).unwrap();
    assert!(glued.contains("Unfinished"), "{glued}");
    let hidden = told("<</X 1\0>>", "<</X 1>>").unwrap();
    assert!(hidden.contains("Malformed"), "{hidden}");
}

/// 0.49999999 and 0.50000001 are one number to programs that hold it in 32 bits, and not on one side of a bound to others.
#[test]
fn a_number_stays_what_it_was_to_programs_that_hold_it_to_more_places() {
    let told = |was: &str, is: &str| {
        let [was, is] = [was, is].map(|text| format!("<</X{text}>>"));
        wrong(signed(&was), |file| file.object(7, &is))
    };
    for (was, is) in [
        ("[0.5]", "[.50]"),
        ("[1 0.25]", "[1.0 0.25]"),
        (" 1/MediaBox[0 0 595.275590551 9]", " 1/MediaBox[0 0 595.2756 9]"),
    ] {
        assert_eq!(told(was, is), None, "{was} {is}");
    }
    for (was, is) in [
        ("[0.49999999]", "[0.50000001]"),
        ("[0.49999999 0.50000001]", "[0.50000001 0.49999999]"),
        ("[1]", "[0.99999999]"),
    ] {
        assert!(matches!(told(was, is), Some(Objection::Malformed { .. })), "{was} {is}");
    }
}

#[test]
fn what_is_taken_out_of_a_stream_of_objects_stood_there_as_every_program_reads_it() {
    let told = |head: &str, body: &str| {
        let mut file = Builder::new("1.7").with_page("", "");
        file.object_stream_of(5, "/N 2", (head, body), &[(6, 0), (7, 1)]);
        file.stream(9, "/Info 6 0 R");
        file.object(6, INFO);
        open(&file.stream(10, "/Info 6 0 R").bytes).unclear_since(0).unwrap()
    };
    let seventh = INFO.len() + 1;
    assert_eq!(told(&format!("6 0 7 {seventh} "), &format!("{INFO} null ")), None);
    for (name, places) in
        [("one in the other", "6 0 7 2 ".to_owned()), ("in another order", format!("6 {seventh} 7 0 "))]
    {
        let body = if places.starts_with("6 0") {
            format!("{INFO} null ")
        } else {
            format!("<</Producer(two)>> {INFO} ")
        };
        let found = told(&places, &body);
        assert!(matches!(found, Some(Objection::Malformed { .. })), "{name}: {found:?}");
    }
}

#[test]
fn data_that_programs_unpack_in_several_ways_come_in_no_later_stream() {
    let told = |object: &str| {
        let mut before = signed("null");
        let elsewhere = [(10, "<</Predictor 12>>"), (11, "[10 0 R]"), (12, "[/FlateDecode]"), (13, "/Crypt")];
        for (number, text) in elsewhere {
            before.object(number, text);
        }
        before.table("");
        wrong(before, |file| file.object(9, object))
    };
    for keys in [
        "/F/ASCIIHexDecode",
        "/F(x)",
        "/DP<<>>",
        "/FFilter/FlateDecode",
        "/FDecodeParms null",
        "/Filter[/FlateDecode]/DecodeParms<</Predictor 12>>",
        "/Filter/FlateDecode/DecodeParms[<</Predictor 12>>]",
        "/Filter/FlateDecode/DecodeParms 11 0 R",
        "/Filter 12 0 R/DecodeParms<</Predictor 12>>",
        "/Filter/FlateDecode/DecodeParms<</Predictor 12.0>>",
        "/Filter[/FlateDecode]/DecodeParms[<</Columns(9)>>]",
        "/Filter/Crypt",
        "/Type/Metadata/Subtype/Form/Filter/Crypt",
        "/Filter 13 0 R",
        "/Filter[13 0 R]",
        "/Filter[/FlateDecode/Crypt]",
    ] {
        let found = told(&format!("<</Length 3{keys}>>stream\nq Q\nendstream"));
        assert!(matches!(found, Some(Objection::Malformed { object: 9, .. })), "{keys}: {found:?}");
        assert_eq!(told(&format!("<<{keys}>>")), None, "{keys} of what is no stream");
    }
    for keys in [
        "/Filter/ASCIIHexDecode",
        "/Filter[/FlateDecode]/DecodeParms[<</Predictor 12>>]",
        "/Filter/FlateDecode/DecodeParms<</Predictor 12>>",
        "/Filter[/FlateDecode]/DecodeParms null",
        "/Filter/FlateDecode/DecodeParms[null]",
        "/Filter/FlateDecode/DecodeParms 10 0 R",
        "/Filter 12 0 R/DecodeParms 11 0 R",
        "/Type/Metadata/Subtype/XML/Filter/Crypt",
    ] {
        assert_eq!(told(&format!("<</Length 3{keys}>>stream\nq Q\nendstream")), None, "{keys}");
    }
}

/// What stands in it is for nobody else to unpack otherwise.
#[test]
fn a_stream_of_objects_is_packed_as_every_program_unpacks_it() {
    let told = |more: &str, kind: &str| {
        let mut file = Builder::new("1.7").with_page("", "");
        file.object(6, "<</Producer(two)>>");
        file.stream(8, "/Info 6 0 R");
        let at = file.bytes.len();
        file.object_stream_of(5, &format!("/N 1{more}"), ("6 0 ", &format!("{INFO} ")), &[(6, 0)]);
        let text = String::from_utf8_lossy(&file.bytes[at..]).replacen("/ObjStm", kind, 1);
        file.bytes.truncate(at);
        file.bytes.extend_from_slice(text.as_bytes());
        open(&file.stream(9, "/Info 6 0 R").bytes).unclear_since(0).unwrap()
    };
    assert_eq!(told("", "/ObjStm"), None);
    assert!(
        matches!(told("", "/ObjStk"), Some(Objection::Malformed { .. })),
        "it does not say that it is one"
    );
    for kind in ["/ObjStm", "/ObjStk"] {
        for more in [
            "/F/RunLengthDecode",
            "/F(elsewhere.bin)",
            "/FFilter/RunLengthDecode",
            "/DP<</Predictor 12>>",
            "/FDecodeParms<</Predictor 12>>",
            "/DecodeParms<</Predictor 12>>",
        ] {
            let found = told(more, kind);
            assert!(matches!(found, Some(Objection::Malformed { .. })), "{kind} {more}: {found:?}");
        }
    }
}

/// Programs look for an object by its number or by its place, and read numbers on as far as they go.
#[test]
fn a_stream_of_objects_holds_the_same_ones_for_every_program() {
    let told = |more: &str, head: &str, body: &str, listed: &[(u32, u32)]| {
        let mut file = Builder::new("1.7").with_page("", "");
        file.object(6, "<</Producer(two)>>");
        file.object(7, "5");
        file.object(8, "1");
        file.stream(9, "/Info 6 0 R");
        file.object_stream_of(5, more, (head, body), listed);
        open(&file.stream(10, "/Info 6 0 R").bytes).unclear_since(0).unwrap()
    };
    let (one, second) = (format!("{INFO} "), INFO.len() + 1);
    let two = format!("{INFO} 5 ");
    for (name, more, head, body, listed) in [
        ("one", "/N 1", "6 0 ", &*one, &[(6, 0)][..]),
        ("two", "/N 2", &*format!("6 0 7 {second} "), &two, &[(6, 0), (7, 1)]),
        ("no blank where none is needed", "/N 1", "6 0", &one, &[(6, 0)]),
    ] {
        assert_eq!(told(more, head, body, listed), None, "{name}");
    }
    for (name, more, head, body, listed) in [
        ("a number twice", "/N 2", &*format!("6 0 6 {second} "), &*two, &[(6, 0)][..]),
        ("twice, the second one listed", "/N 2", &format!("6 0 6 {second} "), &two, &[(6, 1)]),
        ("one that is not listed", "/N 2", &format!("6 0 7 {second} "), &two, &[(6, 0)]),
        ("the number of nothing", "/N 2", &format!("6 0 0 {second} "), &two, &[(6, 0)]),
        ("a head that goes on", "/N 2", "7 0 6 2", &format!("5 {INFO} "), &[(7, 0), (6, 1)]),
        ("a byte 0", "/N 1", "6\0 0 ", &one, &[(6, 0)]),
        ("a form feed", "/N 1", "6 0\x0c", &one, &[(6, 0)]),
        ("a long number", "/N 1", "00000000006 0 ", &one, &[(6, 0)]),
        ("a count that stands elsewhere", "/N 8 0 R", "6 0 ", &one, &[(6, 0)]),
    ] {
        let found = told(more, head, body, listed);
        assert!(matches!(found, Some(Objection::Malformed { .. })), "{name}: {found:?}");
    }
    let of_generation = |generation: u8| {
        let mut file = Builder::new("1.7").with_page("", "");
        file.object(6, "<</Producer(two)>>");
        file.stream(9, "/Info 6 0 R");
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        let previous = text.rsplit("startxref\n").next().and_then(|end| end.lines().next()).unwrap();
        let at = file.bytes.len();
        file.object_stream_of(5, "/N 1", ("6 0 ", &one), &[(6, 0)]);
        let mut bytes = file.bytes.clone();
        bytes[at + 2] = b'0' + generation;
        let section = bytes.len();
        let head = format!(
            "10 0 obj\n<</Type/XRef/W[1 4 2]/Index[5 2 10 1]/Size 11/Root 1 0 R/ID[<0123><4567>]/Prev {previous}/Info 6 0 R/Length 21>>stream\n"
        );
        bytes.extend_from_slice(head.as_bytes());
        for (kind, second, third) in [(1_u8, at, generation), (2, 5, 0), (1, section, 0)] {
            bytes.push(kind);
            bytes.extend_from_slice(&u32::try_from(second).unwrap().to_be_bytes());
            bytes.extend_from_slice(&[0, third]);
        }
        bytes.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{section}\n%%EOF\n").as_bytes());
        open(&bytes).unclear_since(0).unwrap()
    };
    assert_eq!(of_generation(0), None);
    assert!(matches!(of_generation(1), Some(Objection::Malformed { object: 5, .. })));
}

#[test]
fn how_the_identifier_is_written_does_not_matter() {
    let mut file = signed("null");
    file.object(6, INFO);
    let at = file.bytes.len();
    let mut update = file.clone();
    let bytes = update.table("/Info 6 0 R").bytes.clone();
    let text = String::from_utf8_lossy(&bytes[at..]).replace("<0123>", "(\\001#)");
    let bytes = [&bytes[..at], text.as_bytes()].concat();
    let found = open(&bytes).modifications_since(0).unwrap();
    assert_eq!(found.level, Level::None, "{found:?}");
}
