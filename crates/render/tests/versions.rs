//! Two versions of a page made here: what differs is found where it was drawn, and nothing else is.
#![allow(clippy::unwrap_used, missing_docs)]

mod sections;

use std::sync::Arc;

use render::{Budget, Covered, Explained, Pages, Seen, Unexplained, Versions, Warning};
use sections::{section, stream};

const WORDS: &str = "BT /F 20 Tf 50 500 Td (Pay 9999 EUR) Tj ET BT /F 20 Tf 50 100 Td (Signed by) Tj ET";

/// A document of two pages; then what further objects say.
fn document() -> Vec<u8> {
    let page = |contents: u32, more: &str| {
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 5 0 R>>>>/Contents {contents} 0 R{more}>>"
        )
    };
    let objects = [
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
        (2, "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>".to_owned()),
        (3, page(4, "/Annots[8 0 R]")),
        (4, stream("", WORDS)),
        (5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned()),
        (6, page(7, "")),
        (7, stream("", WORDS)),
        (8, field("Alice", "")),
        (9, look("Alice")),
    ];
    section(b"%PDF-1.7\n".to_vec(), &objects, "")
}

fn field(value: &str, more: &str) -> String {
    format!(
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(payee)/V({value})/F 4/P 3 0 R/Rect[200 300 350 320]/AP<</N 9 0 R>>{more}>>"
    )
}

fn look(words: &str) -> String {
    let head = "/Type/XObject/Subtype/Form/BBox[0 0 150 20]/Resources<</Font<</F 5 0 R>>>>";
    stream(head, &format!("/Tx BMC BT /F 12 Tf 2 5 Td ({words}) Tj ET EMC"))
}

/// A note of that place and look, as objects 20 and 21 on the first page.
fn note(rect: &str, drawing: &str) -> Vec<(u32, String)> {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R/Annots[8 0 R 20 0 R]>>";
    vec![
        (3, page.to_owned()),
        (20, format!("<</Type/Annot/Subtype/Stamp/F 4/Rect[{rect}]/AP<</N 21 0 R>>>>")),
        (21, stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]", drawing)),
    ]
}

/// Where the newest section begins.
fn start(file: &[u8]) -> usize {
    let text = String::from_utf8_lossy(file);
    let start = text.rfind("startxref\n").unwrap() + 10;
    text[start..].lines().next().unwrap().parse().unwrap()
}

/// The document before and after an update.
fn updated(objects: &[(u32, String)]) -> Versions {
    let before = document();
    let (start, length) = (start(&before), before.len());
    let after: Arc<[u8]> = section(before, objects, &format!("/Prev {start}")).into();
    let open = |length| Pages::open_first(Arc::clone(&after), length, "").unwrap();
    Versions::new(open(length), open(after.len()))
}

fn seen(versions: &Versions, explained: &[Explained]) -> Seen {
    versions.seen(0, explained, Budget::default()).unwrap()
}

fn near(found: [f32; 4], expected: [f32; 4]) -> bool {
    found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 3.0)
}

#[test]
fn pages_of_the_same_objects_need_not_be_drawn() {
    let versions = updated(&[(30, "<</Type/DSS>>".to_owned())]);
    assert_eq!(versions.counts(), (2, 2));
    assert!(versions.unlike(false).unwrap().is_empty());
    assert_eq!(versions.unlike(true).unwrap(), [0, 1], "of an encrypted document every one");
    assert_eq!(seen(&versions, &[]), Seen::default());
}

#[test]
fn an_annotation_that_shows_nothing_leaves_the_page_what_it_is() {
    assert!(updated(&note("0 0 0 0", "")).unlike(false).unwrap().is_empty());
    assert_eq!(updated(&note("0 0 0 0", "0 0 100 100 re f")).unlike(false).unwrap(), [0]);
    // What says nothing of how it looks is drawn by other programs, unless it is no larger than nothing.
    for (rect, unlike) in [("0 0 300 300", vec![0]), ("0 0 0 0", vec![])] {
        let mut objects = note("0 0 0 0", "");
        objects[1].1 = format!("<</Type/Annot/Subtype/Square/IC[1 1 1]/Rect[{rect}]>>");
        let versions = updated(&objects);
        assert_eq!(versions.unlike(false).unwrap(), unlike, "{rect}");
        let is_told = seen(&versions, &[]).warnings.contains(&Warning::AnnotationWithoutAppearance);
        assert_eq!(is_told, !unlike.is_empty(), "{rect}");
    }
}

#[test]
fn what_lies_under_a_note_that_each_program_draws_in_its_own_way_is_told() {
    for (rect, covers) in
        [([0.0, 0.0, 300.0, 300.0], true), ([300.0, 300.0, 0.0, 0.0], true), ([0.0, 0.0, 4.0, 4.0], false)]
    {
        let mut objects = note("0 0 0 0", "");
        let written = rect.map(|side: f32| side.to_string()).join(" ");
        objects[1].1 = format!("<</Type/Annot/Subtype/Square/IC[1 1 1]/Rect[{written}]>>");
        let found = seen(&updated(&objects), &[Explained { rect, is_new: true }]);
        let covered: Vec<_> = found.explained.iter().map(|one| (one.of, one.covered.is_some())).collect();
        assert_eq!(covered, if covers { vec![(0, true)] } else { vec![] }, "{rect:?}");
        assert!(
            found.warnings.contains(&Warning::AnnotationWithoutAppearance),
            "its page is not compared in full"
        );
    }
}

#[test]
fn whatever_a_page_leads_to_makes_it_another() {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>".to_owned();
    assert_eq!(updated(&[(5, font)]).unlike(false).unwrap(), [0, 1]);
    assert_eq!(updated(&[(9, look("Bob"))]).unlike(false).unwrap(), [0]);
    assert_eq!(updated(&[(7, stream("", ""))]).unlike(false).unwrap(), [1]);
    let layers = "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[]/D<<>>>>>>".to_owned();
    assert_eq!(updated(&[(1, layers)]).unlike(false).unwrap(), [0, 1], "layers are seen to everywhere");
    let turned = "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2/Rotate 90>>".to_owned();
    assert_eq!(updated(&[(2, turned)]).unlike(false).unwrap(), [0, 1], "what is inherited counts");
}

#[test]
fn another_sum_is_found_where_it_stands() {
    let versions = updated(&[(4, stream("", &WORDS.replace("9999", "1111")))]);
    let found = seen(&versions, &[]);
    let [one] = &found.unexplained[..] else { panic!("{found:?}") };
    let (rect, words) = (one.rect, [one.was.as_deref(), one.is.as_deref()]);
    assert_eq!(words, [Some("Pay 9999 EUR"), Some("Pay 1111 EUR")]);
    // Four digits of Helvetica at 20 points, behind "Pay ".
    assert!(near(rect, [92.0, 500.0, 136.0, 514.5]), "{rect:?}");
    let elsewhere = Explained { rect: [200.0, 300.0, 350.0, 320.0], is_new: false };
    assert_eq!(seen(&versions, &[elsewhere]).unexplained.len(), 1, "a box elsewhere explains nothing");
}

#[test]
fn a_field_that_was_filled_in_is_explained_and_covers_nothing() {
    let versions = updated(&[(8, field("Bob", "")), (9, look("Bob"))]);
    let found = seen(&versions, &[Explained { rect: [200.0, 300.0, 350.0, 320.0], is_new: false }]);
    assert!(found.unexplained.is_empty(), "{found:?}");
    let [within] = &found.explained[..] else { panic!("{found:?}") };
    assert!(within.covered.is_none(), "its own former value is not what it covers");
    assert!(versions.present().misleading_fields(0).unwrap().is_empty());
}

#[test]
fn a_note_over_a_sum_is_told_with_the_words_beneath() {
    let versions = updated(&note("45 490 250 525", "1 g 0 0 100 100 re f"));
    let rect = [45.0, 490.0, 250.0, 525.0];
    let found = seen(&versions, &[Explained { rect, is_new: true }]);
    assert!(found.unexplained.is_empty());
    let words: Vec<_> = found.explained.iter().map(|one| one.covered.clone()).collect();
    assert_eq!(words, [Some(Covered::Text("Pay 9999 EUR".to_owned()))]);
    let field = updated(&note("190 290 360 330", "1 g 0 0 100 100 re f"));
    let rect = [190.0, 290.0, 360.0, 330.0];
    let found = seen(&field, &[Explained { rect, is_new: true }]);
    let words: Vec<_> = found.explained.iter().map(|one| one.covered.clone()).collect();
    assert_eq!(words, [Some(Covered::Text("Alice".to_owned()))], "what a field showed counts, too");
}

#[test]
fn a_stamp_beside_the_words_covers_nothing() {
    let versions = updated(&note("200 90 350 140", "0 0 1 RG 4 w 2 2 96 96 re S"));
    let rect = [200.0, 90.0, 350.0, 140.0];
    let found = seen(&versions, &[Explained { rect, is_new: true }]);
    assert_eq!((found.unexplained.len(), found.explained.len()), (0, 1), "{found:?}");
    assert!(found.explained[0].covered.is_none(), "{found:?}");
}

#[test]
fn a_page_that_lies_otherwise_differs_as_a_whole() {
    let turned = "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2/Rotate 90>>".to_owned();
    let whole = Unexplained { rect: [0.0, 0.0, 400.0, 600.0], ..Unexplained::default() };
    assert_eq!(seen(&updated(&[(2, turned)]), &[]).unexplained, [whole]);
}

#[test]
fn a_note_that_is_gone_is_told_by_its_former_place() {
    let page =
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>";
    let versions = updated(&[(3, page.to_owned())]);
    assert_eq!(versions.former_annotations(0).unwrap(), [[200.0, 300.0, 350.0, 320.0]]);
    let found = seen(&versions, &[]);
    assert_eq!(found.unexplained.len(), 1);
}

#[test]
fn a_field_that_shows_something_other_than_its_value_is_found() {
    let misleading =
        |value: &str, more: &str| updated(&[(8, field(value, more))]).present().misleading_fields(0).unwrap();
    let found = misleading("Mallory", "");
    let [one] = &found[..] else { panic!("{found:?}") };
    let told = (one.name.as_str(), one.value.as_str(), one.shown.as_str());
    assert_eq!(told, ("payee", "Mallory", "Alice"));
    assert_eq!(misleading("\\376\\377\\000A\\000l\\000i\\000c\\000e", ""), [], "in UTF-16 it is the same");
    assert_eq!(misleading("Al ice", ""), [], "where lines break is nobody's lie");
    assert_eq!(misleading("1234.5", "/AA<</F<</S/JavaScript/JS(x)>>>>"), [], "a script may format");
    assert_eq!(misleading("secret", "/Ff 8192"), [], "a password is not shown");
    assert_eq!(misleading("Mallory", "/F 2").len(), 0, "nor a field that is hidden");
}

/// Some programs take a name, a number or an array for a text.
#[test]
fn a_value_that_is_no_text_is_compared_as_the_text_that_it_is_taken_for() {
    let told = |value: &str, shown: &str| {
        let other = field("Alice", "").replace("/V(Alice)", &format!("/V {value}"));
        let found = updated(&[(8, other), (9, look(shown))]).present().misleading_fields(0).unwrap();
        found.into_iter().map(|one| one.value).collect::<Vec<_>>()
    };
    for (value, text) in [
        ("/Mallory", "Mallory"),
        ("900", "900"),
        ("9.5", "9.5"),
        ("true", "true"),
        ("[(Mal)(lory)]", "Mallory"),
    ] {
        assert_eq!(told(value, "Alice"), [text], "{value}");
        assert_eq!(told(value, text).len(), 0, "{value}");
    }
    assert_eq!(told("null", "Alice"), [""], "no value");
    for value in ["<<>>", "[[(Mallory)]]"] {
        assert_eq!(told(value, "Alice").len(), 0, "{value} is nobody's text");
    }
}

#[test]
fn rich_text_that_says_something_else_than_the_value_is_found() {
    let rich = |text: &str, flags: u32| {
        let more = format!("/Ff {flags}/RV({text})");
        let found = updated(&[(8, field("Alice", &more))]).present().misleading_fields(0).unwrap();
        found.into_iter().map(|one| (one.value, one.shown)).collect::<Vec<_>>()
    };
    let (is_rich, alice) = (1 << 25, "<body><p>Al<b>ice</b></p></body>");
    assert_eq!(rich(alice, is_rich), []);
    assert_eq!(rich("<body>&#x41;lice&#32;</body>", is_rich), [], "by the numbers of its letters");
    let other = |text: &str| [("Alice".to_owned(), text.to_owned())];
    assert_eq!(rich("<body><p>Mal<b>lory</b> &amp; Co</p></body>", is_rich), other("Mallory & Co"));
    assert_eq!(rich("<p>Alice</p><p><![CDATA[not]]></p>", is_rich), other("Alicenot"));
    assert_eq!(rich("<p>Ali<br>ce</i></p></body>", is_rich), [], "however loosely it is closed");
    assert_eq!(rich("<p>Alice</p><Mallory", is_rich), other("Alice\u{fffd}"), "not read to its end");
    assert_eq!(rich("<body></body>", is_rich), other(""), "no words are other words");
    assert_eq!(rich("<p>Mallory</p>", 0), [], "without the flag nobody shows it");
}

/// The first page with these annotations.
fn annotated(annotations: &str) -> (u32, String) {
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R/Annots[{annotations}]>>"
    );
    (3, page)
}

#[test]
fn a_note_without_a_look_that_is_another_is_told_as_not_compared() {
    let bare = |number: u32, rect: &str| {
        (number, format!("<</Type/Annot/Subtype/FreeText/F 4/Contents(Void)/Rect[{rect}]>>"))
    };
    let elsewhere = (21, bare(21, "10 50 90 80").1.replace("(Void)", " 23 0 R"));
    let words = |number| (number, "(Void)".to_owned());
    let first = [annotated("20 0 R 21 0 R"), bare(20, "10 10 90 40"), elsewhere, words(23), words(24)];
    let before = section(document(), &first, &format!("/Prev {}", start(&document())));
    let told = |objects: &[(u32, String)]| {
        let after = section(before.clone(), objects, &format!("/Prev {}", start(&before)));
        let after: Arc<[u8]> = after.into();
        let open = |length| Pages::open_first(Arc::clone(&after), length, "").unwrap();
        let versions = Versions::new(open(before.len()), open(after.len()));
        let unlike = versions.unlike(false).unwrap();
        (unlike, seen(&versions, &[]).warnings.contains(&Warning::AnnotationWithoutAppearance))
    };
    assert_eq!(told(&[bare(20, "300 10 390 40")]), (vec![0], true), "moved");
    assert_eq!(told(&[annotated("21 0 R 20 0 R")]), (vec![0], true), "above the other");
    assert_eq!(told(&[annotated("21 0 R")]), (vec![0], true), "gone");
    let more = [annotated("20 0 R 22 0 R 21 0 R"), bare(22, "10 90 90 99")];
    assert_eq!(told(&more), (vec![0], true), "one more");
    let other = (20, bare(20, "10 10 90 40").1.replace("Void", "Valid"));
    assert_eq!(told(&[other]), (vec![0], true), "other words");
    assert_eq!(told(&[(30, "<</Type/DSS>>".to_owned())]), (vec![], false));
    assert_eq!(told(&[(23, "(Valid)".to_owned())]), (vec![0], true), "other words that stand elsewhere");
    assert_eq!(told(&[(24, "(Valid)".to_owned())]), (vec![], false), "which it does not say");
}

#[test]
fn text_that_nobody_sees_is_not_what_a_field_shows() {
    let head = "/Type/XObject/Subtype/Form/BBox[0 0 150 20]/Resources<</Font<</F 5 0 R>>>>";
    let misleads = |drawing: &str, more: &str| {
        let versions = updated(&[(8, field("Alice", more)), (9, stream(head, drawing))]);
        versions.present().misleading_fields(0).unwrap().iter().any(|one| one.shown.is_empty())
    };
    let words = "/F 12 Tf 2 5 Td (Alice) Tj ET";
    assert!(!misleads(&format!("BT {words}"), ""));
    assert!(misleads(&format!("BT 3 Tr {words} 0 0 m 9 9 l S"), ""), "not drawn");
    assert!(misleads(&format!("BT 7 Tr {words}"), ""), "only clips");
    assert!(misleads(&format!("1 g 0 0 150 20 re f BT {words}"), ""), "in the colour of its ground");
    assert!(misleads(&format!("0 0 1 rg BT {words}"), "/MK<</BG[0 0 1]>>"), "in the colour of its box");
    assert!(misleads(&format!("BT 1 0 0 1 0 90 Tm {words}"), ""), "beyond the edge");
    assert!(misleads(&format!("q 0 0 1 1 re W n BT {words} Q"), ""), "cut off");
    assert!(!misleads(
        &format!("0.9 g 0 0 150 20 re f 0 g q 1 1 148 18 re W n BT {words} Q"),
        "/MK<</BG[0.9]>>"
    ));
}

#[test]
fn what_a_page_draws_counts_whatever_else_it_is() {
    // A look that is drawn, in a dictionary that is an annotation, too.
    let holder = |value: &str| format!("<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/V {value} 0 R/T(v)>>");
    let page =
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</XObject 20 0 R>>/Contents 23 0 R>>";
    let form = |drawing: &str| stream("/Type/XObject/Subtype/Form/BBox[0 0 400 600]", drawing);
    let first =
        [(3, page.to_owned()), (20, holder("21")), (21, form("0 0 50 50 re f")), (23, stream("", "/V Do"))];
    let before = section(document(), &first, &format!("/Prev {}", start(&document())));
    let after = [(21, form("0 0 90 90 re f"))];
    let after: Arc<[u8]> = section(before.clone(), &after, &format!("/Prev {}", start(&before))).into();
    let open = |length| Pages::open_first(Arc::clone(&after), length, "").unwrap();
    let versions = Versions::new(open(before.len()), open(after.len()));
    assert_eq!(versions.unlike(false).unwrap(), [0]);
    assert_eq!(seen(&versions, &[]).unexplained.len(), 1);
}

#[test]
fn what_a_page_says_it_inherits_is_told_as_not_compared_where_it_changed() {
    let page =
        "<</Type/Page/Parent 20 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>";
    let node = |more: &str| (20, format!("<</Type/Pages/Kids[]/Count 0/Parent 2 0 R{more}>>"));
    let before =
        section(document(), &[(3, page.to_owned()), node("")], &format!("/Prev {}", start(&document())));
    let after: Arc<[u8]> =
        section(before.clone(), &[node("/Rotate 90")], &format!("/Prev {}", start(&before))).into();
    let open = |length| Pages::open_first(Arc::clone(&after), length, "").unwrap();
    let versions = Versions::new(open(before.len()), open(after.len()));
    assert_eq!(versions.unlike(false).unwrap(), [0]);
    assert!(seen(&versions, &[]).warnings.contains(&Warning::NotDrawn));
}
