//! Annotations that came later and that other programs show, or print, where a picture made here does not: what lies below them is
//! told. Each file is made here.
#![allow(clippy::unwrap_used, missing_docs)]

mod sections;

use std::sync::Arc;

use render::{Budget, Explained, Pages, Seen, Versions, Warning};
use sections::{section, stream};

const BOX: [f32; 4] = [45.0, 490.0, 250.0, 525.0];
const COVER: &str = "1 g 0 0 205 35 re f 0 g BT /F 20 Tf 5 10 Td (Pay 1 EUR) Tj ET";

/// A page with a sum, and with what further its catalog and itself say.
fn document(catalog: &str, page: &str, words: &str) -> Vec<u8> {
    let objects = [
        (1, format!("<</Type/Catalog/Pages 2 0 R{catalog}>>")),
        (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned()),
        (3, format!("<<{PAGE}{page}>>")),
        (4, stream("", words)),
        (5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned()),
    ];
    section(b"%PDF-1.7\n".to_vec(), &objects, "")
}

const PAGE: &str = "/Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R\
                    /Resources<</Font<</F 5 0 R>>/XObject<</X 22 0 R>>>>";
const WORDS: &str = "BT /F 20 Tf 50 500 Td (Pay 9999 EUR) Tj ET";

fn look(more: &str, drawing: &str) -> String {
    let head =
        "/Type/XObject/Subtype/Form/BBox[0 0 205 35]/Resources<</Font<</F 5 0 R>>/Properties<</P 30 0 R>>>>";
    stream(&format!("{head}{more}"), drawing)
}

/// What is seen of an annotation that came later, with its look and another object.
fn added(before: &[u8], page: &str, annotation: &str, look: &str) -> Seen {
    let start = String::from_utf8_lossy(before);
    let start = start.rsplit("startxref\n").next().unwrap().lines().next().unwrap().to_owned();
    let objects = [
        (3, format!("<<{PAGE}{page}/Annots[20 0 R]>>")),
        (20, format!("<</Type/Annot{annotation}>>")),
        (21, look.to_owned()),
        (30, "<</Type/OCG/Name(Layer)>>".to_owned()),
    ];
    let after: Arc<[u8]> = section(before.to_vec(), &objects, &format!("/Prev {start}")).into();
    let open = |length| Pages::open_first(Arc::clone(&after), length, "").unwrap();
    let versions = Versions::new(open(before.len()), open(after.len()));
    versions.seen(0, &[Explained { rect: BOX, is_new: true }], Budget::default()).unwrap()
}

/// Whether it is told that something lies below, and that the page is not compared in full.
fn told(seen: &Seen) -> (bool, bool) {
    (seen.explained.iter().any(|one| one.covered.is_some()), !seen.warnings.is_empty())
}

fn stamp(more: &str, shown: &str) -> (bool, bool) {
    let annotation = format!("/Subtype/Stamp/Rect[45 490 250 525]/AP<</N 21 0 R>>{more}");
    told(&added(&document("", "", WORDS), "", &annotation, shown))
}

#[test]
fn what_hides_it_here_does_not_hide_it_everywhere() {
    let plain = || look("", COVER);
    for flags in ["/F 36", "/F 164", "/F 32", "/F 2.0", "/F 34.", "/F(2)", "/F 258", "/F -2", "/F 4294967298"]
    {
        assert_eq!(stamp(flags, &plain()), (true, true), "{flags}");
    }
    assert_eq!(stamp("/F 2", &plain()), (false, false), "hidden is hidden");
    assert_eq!(stamp("/F 4", &plain()), (true, false), "what is seen is compared");
    for blank in ["", "q Q", "% DSBlank\n", "/Tx BMC EMC"] {
        assert_eq!(stamp("/F 36", &look("", blank)), (false, false), "{blank:?} shows nothing to anybody");
    }
}

#[test]
fn a_look_in_a_layer_may_be_shown() {
    for layer in ["/OC 30 0 R", "/OC<</Type/OCMD/OCGs 30 0 R/P/AllOff>>", "/OC<</Type/OCMD/VE[/Not 30 0 R]>>"]
    {
        assert_eq!(stamp("/F 4", &look(layer, COVER)), (true, true), "{layer} of the look");
        assert_eq!(
            stamp(&format!("/F 4{layer}"), &look("", COVER)),
            (true, true),
            "{layer} of the annotation"
        );
    }
    for tag in ["/OC/P", "/Span/P", "/Span<</OC 30 0 R>>"] {
        assert_eq!(stamp("/F 4", &look("", &format!("{tag} BDC {COVER} EMC"))), (true, true), "{tag}");
    }
    assert_eq!(stamp("/F 4", &look("", &format!("/Span<</MCID 0>> BDC {COVER} EMC"))), (true, false));
}

#[test]
fn a_look_that_is_not_read_to_its_end_covers_what_lies_below() {
    for odd in [">> ", "] ", "} ", "<zz> pop ", "9 0 0 0 100 re ", "--1 w ", "(a "] {
        assert_eq!(stamp("/F 4", &look("", &format!("{odd}{COVER}"))), (true, true), "{odd}");
    }
}

#[test]
fn a_page_that_is_not_read_to_its_end_is_told_to_whoever_sees_it() {
    let warnings = |words: &str| {
        let pages = Pages::open(document("", "", words)).unwrap();
        pages.picture(0, 1.0, Budget::default()).unwrap().warnings
    };
    assert!(warnings(WORDS).is_empty());
    for odd in [">>", "]", "}", "<zz> pop", "1 0 0 re", "{"] {
        assert!(warnings(&format!("{WORDS} {odd} 1 g 0 0 9 9 re f")).contains(&Warning::NotDrawn), "{odd}");
    }
}

#[test]
fn what_stays_upright_on_a_turned_page_lies_elsewhere() {
    // About the upper left corner of its box, which lies to the left of the words.
    let at = |turn: u32, words: &str, rect: [f32; 4], flags: u32| {
        let page = format!("/Rotate {turn}");
        let before = document("", &page, &format!("BT /F 20 Tf {words} Tm (Pay 9999 EUR) Tj ET"));
        let written = rect.map(|side| side.to_string()).join(" ");
        let annotation = format!("/Subtype/Stamp/Rect[{written}]/AP<</N 21 0 R>>/F {flags}");
        let start = String::from_utf8_lossy(&before);
        let start = start.rsplit("startxref\n").next().unwrap().lines().next().unwrap().to_owned();
        let objects = [
            (3, format!("<<{PAGE}{page}/Annots[20 0 R]>>")),
            (20, format!("<</Type/Annot{annotation}>>")),
            (21, look("", COVER)),
        ];
        let after: Arc<[u8]> = section(before.clone(), &objects, &format!("/Prev {start}")).into();
        let open = |length| Pages::open_first(Arc::clone(&after), length, "").unwrap();
        let versions = Versions::new(open(before.len()), open(after.len()));
        told(&versions.seen(0, &[Explained { rect, is_new: true }], Budget::default()).unwrap())
    };
    for (turn, words, rect) in [
        (90, "0 1 -1 0 150 100", [120.0, 55.0, 280.0, 95.0]),
        (180, "-1 0 0 -1 300 300", [310.0, 240.0, 390.0, 280.0]),
        (270, "0 -1 1 0 150 300", [170.0, 310.0, 250.0, 350.0]),
    ] {
        assert_eq!(at(turn, words, rect, 20), (true, true), "{turn}");
        assert_eq!(at(turn, words, rect, 4), (false, false), "{turn}: where it says it is");
    }
    assert_eq!(
        at(0, "1 0 0 1 50 500", [50.0, 520.0, 150.0, 560.0], 12),
        (true, true),
        "as large on a small screen"
    );
    assert_eq!(
        at(0, "1 0 0 1 50 500", [50.0, 520.0, 150.0, 560.0], 20),
        (false, false),
        "a page that is not turned"
    );
}

#[test]
fn a_look_that_is_none_is_made_by_each_program() {
    let note = |looks: &str| {
        let annotation =
            format!("/Subtype/FreeText/F 4/C[1 1 1]/Contents(1 EUR)/Rect[45 490 250 525]{looks}");
        told(&added(&document("", "", WORDS), "", &annotation, &look("", COVER)))
    };
    for looks in [
        "",
        "/AP null",
        "/AP[]",
        "/AP()",
        "/AP 1",
        "/AP 39 0 R",
        "/AP<<>>",
        "/AP<</N null>>",
        "/AP<</N<<>>>>",
    ] {
        assert_eq!(note(looks), (true, true), "{looks}");
    }
    assert_eq!(note("/AP<</D 21 0 R>>"), (true, true));
    assert_eq!(note("/AP<</N<</On 21 0 R>>>>/AS/Off"), (true, true));
}

#[test]
fn a_wide_border_of_a_link_hides_what_it_runs_over() {
    let link = |more: &str| {
        let annotation = format!("/Subtype/Link/F 4/C[1 1 1]/Rect[45 490 250 525]{more}");
        told(&added(&document("", "", WORDS), "", &annotation, &look("", "")))
    };
    for wide in
        ["/Border[0 0 1200]", "/BS<</W 60>>", "/Border[0 0 0]/BS<</W 60>>", "/Border[0 0 (9)]", "/Border 1"]
    {
        assert_eq!(link(wide), (true, true), "{wide}");
    }
    for thin in ["", "/Border[0 0 0]", "/Border[0 0 1]", "/BS<</W 1/S/U>>", "/BS<<>>"] {
        assert_eq!(link(thin), (false, false), "{thin}: as honest programs add them");
    }
}

#[test]
fn one_among_very_many_is_told_as_well() {
    let before = document("", "", WORDS);
    let small = "<</Type/Annot/Subtype/Stamp/Rect[1 1 2 2]/AP<</N 21 0 R>>>>".repeat(1_000);
    let page =
        format!("/Annots[{small}<</Type/Annot/Subtype/Stamp/Rect[45 490 250 525]/F 36/AP<</N 21 0 R>>>>]");
    let start = String::from_utf8_lossy(&before);
    let start = start.rsplit("startxref\n").next().unwrap().lines().next().unwrap().to_owned();
    let objects = [(3, format!("<<{PAGE}{page}>>")), (21, look("", "0 0 1 1 re f"))];
    let after: Arc<[u8]> = section(before.clone(), &objects, &format!("/Prev {start}")).into();
    let open = |length| Pages::open_first(Arc::clone(&after), length, "").unwrap();
    let versions = Versions::new(open(before.len()), open(after.len()));
    let seen = versions.seen(0, &[Explained { rect: BOX, is_new: true }], Budget::default()).unwrap();
    assert_eq!(told(&seen), (true, true));
}

/// Some programs paint such a look anywhere on the page, whatever box it has.
#[test]
fn a_look_that_may_be_painted_beyond_its_box_is_a_difference_of_the_page() {
    let astray = |rect: &str, look: &str| {
        let annotation = format!("/Subtype/Stamp/F 4/Rect[{rect}]/AP<</N 21 0 R>>");
        let seen = added(&document("", "", WORDS), "", &annotation, look);
        let whole = seen.unexplained.iter().map(|one| one.rect).eq([[0.0, 0.0, 400.0, 600.0]]);
        assert_eq!(whole, seen.warnings.contains(&Warning::LookAstray));
        whole
    };
    let free = "100 100 305 135";
    let form =
        |entries: &str, drawing: &str| stream(&format!("/Type/XObject/Subtype/Form{entries}"), drawing);
    let placed = "/BBox[0 0 205 35]/Resources<</Font<</F 5 0 R>>>>";
    let letters = |drawing: &str| form(placed, &format!("BT /F 20 Tf {drawing} (a) Tj ET"));
    assert!(!astray(free, &form(placed, COVER)));
    assert!(!astray("100 100 305 100", &form(placed, "q Q")), "nothing is painted");
    assert!(!astray(free, &letters("60 Tz")));
    assert!(!astray(free, &form("/BBox[0 0 205 35]", "BT /G 20 Tf (a) Tj ET")), "nobody finds that font");
    for (name, rect, look) in [
        ("a box of no height", "100 100 305 100", form(placed, COVER)),
        ("no box", "0 0 0 0", form(placed, COVER)),
        ("a look without a box", free, form("/Resources<</Font<</F 5 0 R>>>>", COVER)),
        ("a look whose box is none", free, form("/BBox/Box/Resources<</Font<</F 5 0 R>>>>", COVER)),
        (
            "a look whose box has no area",
            free,
            form("/BBox[0 0 205 0]/Resources<</Font<</F 5 0 R>>>>", COVER),
        ),
        ("a state too many given back", free, form(placed, &format!("Q {COVER}"))),
        ("a state that is kept", free, form(placed, &format!("q {COVER}"))),
        ("a part that does not end", free, form(placed, &format!("/OC/P BDC {COVER}"))),
        ("flat letters", free, letters("1 0 0 .03 0 5 Tm")),
        ("letters without a side", free, letters("1 0 0 0 0 5 Tm")),
        ("letters by their scaling", free, letters(".1 Tz")),
        ("tiny letters", free, letters(".01 0 0 .01 0 5 Tm")),
        ("letters in a tiny box", "100 100 100.02 100.0035", form(placed, COVER)),
        ("nothing but a part that does not end", "0 0 0 0", form(placed, "/OC/P BDC")),
        ("letters by the box", free, form(&placed.replace("205 35", "205 350"), "BT /F 20 Tf (a) Tj ET")),
        ("an object of the page", free, form("/BBox[0 0 205 35]/Resources<<>>", "/X Do")),
        (
            "glyphs that are drawings",
            free,
            form(
                "/BBox[0 0 205 35]/Resources<</Font<</F<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/CharProcs<<>>>>>>>>",
                "BT /F 20 Tf (a) Tj ET",
            ),
        ),
    ] {
        assert!(astray(rect, &look), "{name}");
    }
}
