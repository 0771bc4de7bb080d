//! Readers get from one object to another in more ways than by what is listed anew: each is followed, and what differs at its
//! end is told, as grave as it is there.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::{ModificationKind as Kind, ModificationLevel as Level, Modifications, Permission};

/// Objects by their numbers.
type Objects<'a> = &'a [(u32, &'a str)];

const LINK: &str = "<</Subtype/Link/Rect[1 2 3 4]/A<</S/URI/URI(http://bank.test)>>>>";
const OTHER: &str = "<</Subtype/Link/Rect[1 2 3 4]/A<</S/URI/URI(http://evil.test)>>>>";
const LOOK: &str = "<</Type/XObject/Subtype/Form/BBox[0 0 80 20]/Length 1>>stream\nq\nendstream";
const PAINT: &str = "<</Type/XObject/Subtype/Form/BBox[0 0 80 20]/Length 1>>stream\nQ\nendstream";

/// Two pages, 3 and 30, with these entries, a catalog with these, and other objects.
fn file(catalog: &str, pages: [&str; 2], objects: Objects<'_>) -> Builder {
    let mut file = Builder::new("1.7");
    file.object(1, &format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"));
    file.object(2, "<</Type/Pages/Kids[3 0 R 30 0 R]/Count 2>>");
    for (number, entries) in [3, 30].into_iter().zip(pages) {
        let parent = if entries.contains("/Parent") { "" } else { "/Parent 2 0 R" };
        file.object(number, &format!("<</Type/Page/MediaBox[0 0 300 144]{parent}{entries}>>"));
    }
    objects.iter().for_each(|(number, body)| file.object(*number, body));
    file
}

fn page(entries: &str) -> String {
    format!("<</Type/Page/MediaBox[0 0 300 144]/Parent 2 0 R{entries}>>")
}

fn since(mut signed: Builder, changes: Objects<'_>, trailer: &str) -> Modifications {
    signed.table("");
    changes.iter().for_each(|(number, body)| signed.object(*number, body));
    open(&signed.table(trailer).bytes).modifications_since(0).unwrap()
}

#[test]
fn with_an_object_stream_goes_what_stands_in_it() {
    let signed = |stream: Option<&str>| {
        let mut file = file("", ["/Annots[10 0 R]", ""], &[]);
        match stream {
            Some(link) => file.object_stream(20, &[(10, link), (11, "(same)")]),
            None => {
                // The stream is missing, and so is the note.
                file.object_stream(20, &[(10, LINK), (11, "(same)")]);
                file.unlisted(20);
            }
        }
        file.stream(21, "");
        file
    };
    let written_anew = |mut file: Builder, link: &str| {
        file.object_stream(20, &[(10, link), (11, "(same)")]);
        file.unlisted(10);
        file.unlisted(11);
        file.stream(22, "");
        open(&file.bytes).modifications_since(0).map(|found| found.level)
    };
    assert_eq!(written_anew(signed(Some(LINK)), LINK).unwrap(), Level::None);
    assert_eq!(written_anew(signed(Some(LINK)), OTHER).unwrap(), Level::Annotation);
    // What was not there could not be read when it was signed: nobody can say.
    assert!(written_anew(signed(None), LINK).is_err());
}

#[test]
fn what_a_page_or_a_field_inherits_from_is_looked_at_wherever_it_stands() {
    let info = "/Info 40 0 R";
    let above = "<</CropBox[0 0 9 9]/Rotate 90/V(9)>>";
    let field = "<</Subtype/Widget/FT/Tx/T(a)/Rect[1 2 3 4]/Parent 40 0 R>>";
    let cases = [
        ("a page, of what was missing", "", "/Parent 40 0 R", [(10, LINK), (11, LINK)], ""),
        ("a page, of what is the information", "", "/Parent 40 0 R", [(10, LINK), (11, LINK)], info),
        ("a widget of no form", "", "/Annots[10 0 R]", [(10, field), (11, LINK)], info),
        ("a field", "/AcroForm<</Fields[10 0 R]>>", "/Annots[10 0 R]", [(10, field), (11, LINK)], info),
        (
            "a note's page that is none",
            "",
            "/Annots[10 0 R]",
            [(10, "<</Subtype/Text/Rect[1 2 3 4]/P 40 0 R>>"), (11, LINK)],
            info,
        ),
    ];
    for (name, catalog, first, objects, trailer) in cases {
        let found = since(file(catalog, [first, ""], &objects), &[(40, above)], trailer);
        assert_eq!(found.level, Level::Other, "{name}: {found:?}");
        let found = since(file(catalog, [first, ""], &objects), &[(41, above)], "");
        assert_eq!(found.level, Level::None, "{name}, of nothing: {found:?}");
    }
}

#[test]
fn what_is_drawn_is_drawn_whatever_else_it_is() {
    // The note (10) is also where a page looks for what it draws by name; so is the field (10), and the catalog.
    let note = "<</Subtype/Text/Rect[1 2 3 4]/P 12 0 R/Parent 12 0 R/X 12 0 R>>";
    let field = "<</Subtype/Widget/FT/Tx/T(a)/Rect[1 2 3 4]/P 12 0 R/V 12 0 R/AP<</N 12 0 R>>>>";
    let drawn = "/Resources<</XObject 10 0 R>>/Annots[10 0 R]";
    let form = "/AcroForm<</Fields[10 0 R]>>";
    let cases: [(&str, &str, &str, Objects<'_>); 5] = [
        ("of a note", "", drawn, &[(10, note), (12, LOOK)]),
        ("of a field", form, drawn, &[(10, field), (12, LOOK)]),
        (
            "of a field that is a font",
            form,
            "/Resources<</Font<</P 10 0 R>>>>/Annots[10 0 R]",
            &[(10, field), (12, LOOK)],
        ),
        ("of the catalog", "/DSS 12 0 R", "/Resources<</XObject 1 0 R>>", &[(12, LOOK)]),
        ("of the other page", "", "/Resources<</XObject 30 0 R>>", &[(12, LOOK)]),
    ];
    for (name, catalog, first, objects) in cases {
        let signed = || file(catalog, [first, "/Annots 12 0 R"], objects);
        let found = since(signed(), &[(12, PAINT)], "");
        assert_eq!(found.level, Level::Other, "{name}: {found:?}");
        let found = since(signed(), &[(12, LOOK)], "");
        assert_eq!(found.level, Level::None, "{name}, the same: {found:?}");
    }
}

#[test]
fn every_page_keeps_its_own_notes_in_their_order() {
    let field = "<</Subtype/Widget/FT/Tx/T(a)/Rect[1 2 3 4]/V(1)>>";
    let signed = || {
        let objects = [(10, LINK), (11, OTHER), (12, field)];
        let first = "/Annots[10 0 R 11 0 R 12 0 R<</Subtype/Text/Rect[0 0 9 9]>>]";
        file("/AcroForm<</Fields[12 0 R]>>", [first, "/Annots[]"], &objects)
    };
    let cases = [
        ("the same", "[10 0 R 11 0 R 12 0 R<</Rect[0 0 9 9]/Subtype/Text>>]", "[]", Level::None),
        ("one moved", "[11 0 R 12 0 R<</Subtype/Text/Rect[0 0 9 9]>>]", "[10 0 R]", Level::Other),
        ("one on both", "[10 0 R 11 0 R 12 0 R<</Subtype/Text/Rect[0 0 9 9]>>]", "[10 0 R]", Level::Other),
        ("a field moved", "[10 0 R 11 0 R<</Subtype/Text/Rect[0 0 9 9]>>]", "[12 0 R]", Level::Other),
        ("another order", "[11 0 R 10 0 R 12 0 R<</Subtype/Text/Rect[0 0 9 9]>>]", "[]", Level::Other),
        ("twice", "[10 0 R 11 0 R 12 0 R<</Subtype/Text/Rect[0 0 9 9]>>10 0 R]", "[]", Level::Other),
        (
            "of a generation that is not",
            "[10 5 R 11 0 R 12 0 R<</Subtype/Text/Rect[0 0 9 9]>>]",
            "[]",
            Level::Other,
        ),
        ("one gone", "[10 0 R 12 0 R<</Subtype/Text/Rect[0 0 9 9]>>]", "[]", Level::Annotation),
        ("one without a number gone", "[10 0 R 11 0 R 12 0 R]", "[]", Level::Annotation),
        ("one more", "[10 0 R 11 0 R 12 0 R<</Subtype/Text/Rect[0 0 9 9]>>40 0 R]", "[]", Level::Annotation),
    ];
    for (name, first, second, level) in cases {
        let (first, second) = (page(&format!("/Annots{first}")), page(&format!("/Annots{second}")));
        let changes = [(3, first.as_str()), (30, &second), (40, "<</Subtype/Text/Rect[5 5 6 6]>>")];
        let found = since(signed(), &changes, "");
        assert_eq!(found.level, level, "{name}: {found:?}");
    }
}

#[test]
fn a_note_behind_another_reference_is_looked_at() {
    let signed = || file("", ["/Annots[10 0 R]", ""], &[(10, "11 0 R"), (11, LINK)]);
    assert_eq!(since(signed(), &[(11, OTHER)], "").level, Level::Annotation);
    assert_eq!(since(signed(), &[(11, LINK)], "").level, Level::None);
}

#[test]
fn a_field_of_another_generation_is_no_field_that_could_be_filled_in() {
    let note = |value: &str| format!("<</Subtype/Widget/FT/Tx/T(a)/Rect[1 2 3 4]/V({value})>>");
    let signed = file("/AcroForm<</Fields[10 7 R]>>", ["/Annots[10 0 R]", ""], &[(10, &note("1"))]);
    assert_eq!(since(signed, &[(10, &note("9"))], "").level, Level::Other);
}

/// By the standard it leads nowhere (ISO 32000-2 §7.3.10), and yet some programs show what stands under its number.
#[test]
fn what_a_reference_of_another_generation_leads_to_is_what_was_signed() {
    let contents = ["/Contents 4 1 R/Annots[10 0 R]", ""];
    let notes = ["/Annots 5 1 R", ""];
    let none = ["/Annots[10 0 R]", ""];
    let (field, closed) = (
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[9 9 90 30]/V(1)>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[9 9 90 30]/Ff 1/V 21 1 R>>",
    );
    let filled = field.replace("/V(1)", "/V(2)");
    /// What stands on the pages; the field; what stands behind a reference, then and now; whether anybody may see it.
    type Case<'a> = ([&'a str; 2], &'a str, [(u32, &'a str); 2], (u32, &'a str), bool);
    let cases: [Case<'_>; 4] = [
        (none, field, [(4, "[51 0 R]"), (51, "null")], (51, LOOK), false),
        (contents, field, [(4, "[51 0 R]"), (51, LOOK)], (51, PAINT), true),
        (notes, field, [(5, "[11 0 R]"), (11, LINK)], (11, OTHER), true),
        (none, closed, [(21, "22 0 R"), (22, "(100)")], (22, "(900)"), true),
    ];
    for (pages, field, [first, second], later, is_seen) in cases {
        let objects = [(10, field), (50, "<</Fields[10 0 R]>>"), first, second];
        let written = if field.contains("/V(1)") { vec![(10, filled.as_str()), later] } else { vec![later] };
        let found = since(file("/AcroForm 50 0 R", pages, &objects), &written, "");
        assert_eq!(found.level == Level::Other, is_seen, "{pages:?} {later:?}: {found:?}");
    }
}

/// What takes over from somewhere shows what is said there, whoever lists it as whose.
#[test]
fn what_others_take_over_from_is_filled_in_by_nobody() {
    let open = |more: &str| format!("<</FT/Tx/T(note)/V(1){more}>>");
    let amount = |more: &str| format!("<</Type/Annot/Subtype/Widget/Rect[9 9 90 30]/Parent 11 0 R{more}>>");
    for (name, field, kids, level) in [
        ("a widget of its own", amount(""), "/Kids[10 0 R]", Level::FormFilling),
        ("a widget that it does not list", amount(""), "", Level::Other),
        ("a field that it lists", amount("/T(amount)/Ff 1"), "/Kids[10 0 R]", Level::Other),
        ("a field that it does not list", amount("/T(amount)/Ff 1"), "", Level::Other),
    ] {
        let form = if kids.is_empty() { "<</Fields[10 0 R 11 0 R]>>" } else { "<</Fields[11 0 R]>>" };
        let signed =
            file("/AcroForm 50 0 R", ["/Annots[10 0 R]", ""], &[(10, &field), (11, &open(kids)), (50, form)]);
        let found = since(signed, &[(11, &open(kids).replace("/V(1)", "/V(9)"))], "");
        assert_eq!(found.level, level, "{name}: {found:?}");
    }
}

/// Further up, by way of what is a widget of the one above, of a reference to a reference, of what stands in the field itself.
#[test]
fn what_others_take_over_from_by_several_steps_is_filled_in_by_nobody() {
    let open = "<</FT/Tx/T(note)/V(1)/Kids[12 0 R]>>";
    let widget = "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/Parent 11 0 R>>";
    for (parent, between, level) in [
        ("12 0 R", "null", Level::Other),
        ("13 0 R", "12 0 R", Level::Other),
        ("13 1 R", "11 0 R", Level::Other),
        ("13 0 R", "<</Parent 11 0 R>>", Level::Other),
        ("<</Parent 11 0 R>>", "null", Level::Other),
        ("14 0 R", "11 0 R", Level::FormFilling),
    ] {
        let amount =
            format!("<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/Ff 1/Rect[9 9 90 30]/Parent {parent}>>");
        let objects = [
            (10, amount.as_str()),
            (11, open),
            (12, widget),
            (13, between),
            (14, "null"),
            (50, "<</Fields[10 0 R 11 0 R]>>"),
        ];
        let signed = file("/AcroForm 50 0 R", ["/Annots[10 0 R 12 0 R]", ""], &objects);
        let found = since(signed, &[(11, &open.replace("/V(1)", "/V(9)"))], "");
        assert_eq!(found.level, level, "{parent} {between}: {found:?}");
    }
}

/// What leads nowhere keeps some programs from showing the page, and others find a field by its number.
#[test]
fn nothing_that_leads_nowhere_comes_into_the_list_of_fields() {
    let field = "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[9 9 90 30]/V(1)>>";
    let objects = |list: &str| {
        [
            (10, field.to_owned()),
            (50, format!("<</Fields[10 0 R{list}]>>")),
            (11, field.replace("(f)", "(g)")),
        ]
    };
    for (before, now, level) in [
        ("", "", Level::FormFilling),
        ("", " 10 1 R", Level::Other),
        ("", " 99 0 R", Level::Other),
        ("", " null", Level::Other),
        (" 99 0 R", "", Level::Other),
        (" 99 0 R", " 99 0 R", Level::FormFilling),
        (" null 99 0 R 11 0 R", " null 99 0 R 11 0 R", Level::FormFilling),
        (" 99 0 R 11 0 R", " 11 0 R 99 0 R", Level::FormFilling),
        (" 99 0 R", " 99 0 R 99 0 R", Level::Other),
    ] {
        let all = objects(before);
        let all: Vec<(u32, &str)> = all.iter().map(|(number, text)| (*number, text.as_str())).collect();
        let signed = file("/AcroForm 50 0 R", ["/Annots[10 0 R]", ""], &all);
        let found = since(signed, &[(10, &field.replace("/V(1)", "/V(2)")), (50, &objects(now)[1].1)], "");
        assert_eq!(found.level, level, "{before} {now}: {found:?}");
    }
}

/// What a note opens in names it as its parent (table 186); a widget takes over from its parent, whatever that is.
#[test]
fn a_note_is_changed_though_something_opens_above_it() {
    let note = "<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/Contents(1)/Popup 11 0 R>>";
    for (name, other, level) in [
        ("a popup", "<</Type/Annot/Subtype/Popup/Rect[9 40 90 90]/Parent 10 0 R>>", Level::Annotation),
        ("a widget", "<</Type/Annot/Subtype/Widget/Rect[9 40 90 90]/Parent 10 0 R>>", Level::Other),
    ] {
        let objects = [(10, note), (11, other), (50, "<</Fields[]>>")];
        let signed = file("/AcroForm 50 0 R", ["/Annots[10 0 R 11 0 R]", ""], &objects);
        let found = since(signed, &[(10, &note.replace("(1)", "(2)"))], "");
        assert_eq!(found.level, level, "{name}: {found:?}");
    }
}

/// To some programs it is nothing, others find it by its number, and others show no field at all.
#[test]
fn nothing_that_leads_nowhere_fills_in_a_field() {
    let field = |more: &str| format!("<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[9 9 90 30]/V(1){more}>>");
    for (before, now, level) in [
        ("", "/M(D:2026)", Level::FormFilling),
        ("", "/M 21 1 R", Level::Other),
        ("", "/F 21 1 R", Level::Other),
        ("/F 21 1 R", "/F 21 1 R/M(D:2026)", Level::FormFilling),
    ] {
        let (signed, later) = (field(before), field(now));
        let objects = [(10, signed.as_str()), (21, "2"), (50, "<</Fields[10 0 R]>>")];
        let found = since(file("/AcroForm 50 0 R", ["/Annots[10 0 R]", ""], &objects), &[(10, &later)], "");
        assert_eq!(found.level, level, "{before} {now}: {found:?}");
    }
}

/// A kid without a name is the place of a field, unless it has a value of its own, or is another kind of field or a closed one.
#[test]
fn letters_of_a_field_are_those_of_a_kid_with_another_value() {
    let open = "<</FT/Tx/T(note)/V(1)/DA(/F 9 Tf 0 g)/Kids[10 0 R 12 0 R]>>";
    let kid = |more: &str| format!("<</Type/Annot/Subtype/Widget/Rect[9 9 90 30]/Parent 11 0 R{more}>>");
    for (more, level) in [
        ("", Level::FormFilling),
        ("/FT/Tx/Ff 0", Level::FormFilling),
        ("/V(100 EUR)", Level::Other),
        ("/Ff 1", Level::Other),
        ("/FT/Btn/Ff 65536/MK<</CA(100 EUR)>>", Level::Other),
    ] {
        let (one, other) = (kid(""), kid(more));
        let objects = [(10, one.as_str()), (11, open), (12, other.as_str()), (50, "<</Fields[11 0 R]>>")];
        let signed = file("/AcroForm 50 0 R", ["/Annots[10 0 R 12 0 R]", ""], &objects);
        let filled = open.replace("/V(1)", "/V(2)").replace("0 g", "1 g");
        let found = since(signed, &[(11, &filled)], "");
        assert_eq!(found.level, level, "{more}: {found:?}");
    }
}

/// Flags of signatures are set and never taken back (table 225).
#[test]
fn the_flags_of_a_form_are_flags() {
    let field = "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[9 9 90 30]/V(1)>>";
    for (before, now, level) in [
        ("", "/SigFlags 3", Level::FormFilling),
        ("/SigFlags 1", "/SigFlags 3", Level::FormFilling),
        ("/SigFlags 3", "/SigFlags 1", Level::Other),
        ("/SigFlags 3", "", Level::Other),
        ("/SigFlags 3", "/SigFlags(x)", Level::Other),
        ("/SigFlags 3", "/SigFlags 99 1 R", Level::Other),
        ("/SigFlags 99 1 R", "/SigFlags 3", Level::Other),
        ("", "/NeedAppearances 99 1 R", Level::Other),
        ("/NeedAppearances 99 1 R", "/NeedAppearances 99 1 R", Level::FormFilling),
    ] {
        let form = |flags: &str| format!("<</Fields[10 0 R]{flags}>>");
        let objects = [(10, field), (50, &form(before)), (99, "3")];
        let signed = file("/AcroForm 50 0 R", ["/Annots[10 0 R]", ""], &objects);
        let found = since(signed, &[(10, &field.replace("/V(1)", "/V(2)")), (50, &form(now))], "");
        assert_eq!(found.level, level, "{before} {now}: {found:?}");
    }
}

/// A list of annotations leads some programs to an object of another generation, and what those show is what was signed.
#[test]
fn what_takes_over_from_a_field_does_so_however_it_is_listed() {
    let open = "<</FT/Tx/T(note)/V(1)/DA(/F 9 Tf 0 g)>>";
    let amount = "<</Type/Annot/Subtype/Widget/T(amount)/Ff 1/Rect[9 9 90 30]/Parent 11 0 R>>";
    let bare = "<</Type/Annot/Subtype/Widget/FT/Tx/Ff 1/V(100)/Rect[9 9 90 30]>>";
    let form = |more: &str| format!("<</Fields[11 0 R]{more}>>");
    for listed in ["10 0 R", "10 1 R"] {
        for (name, widget, field, letters, level) in [
            ("a value", amount, open.replace("/V(1)", "/V(9)"), "", Level::Other),
            ("letters of the form", bare, open.to_owned(), "/DA(/F 9 Tf 1 g)", Level::Other),
        ] {
            let objects = [(10, widget), (11, open), (50, &form(""))];
            let signed = file("/AcroForm 50 0 R", [&format!("/Annots[{listed}]"), ""], &objects);
            let found = since(signed, &[(11, &field), (50, &form(letters))], "");
            assert_eq!(found.level, level, "{name} {listed}: {found:?}");
        }
    }
}

/// A field for a signature has a dictionary for its value, and a text field below it none.
#[test]
fn a_signature_fills_in_no_text_below_its_field() {
    let (waiting, text) = (
        "<</FT/Sig/T(Sig2)/Kids[10 0 R]>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/Ff 1/Rect[9 9 90 30]/Parent 11 0 R/AP<</N 30 0 R>>>>",
    );
    let objects = [(10, text), (11, waiting), (30, LOOK), (50, "<</Fields[11 0 R]>>")];
    let signed = file("/AcroForm 50 0 R", ["/Annots[10 0 R]", ""], &objects);
    let value = "<</Type/Sig/Filter/F/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>";
    let filled = waiting.replace("/T(", "/V 40 0 R/T(");
    let drawn = text.replace("30 0 R", "31 0 R");
    let found = since(signed, &[(10, &drawn), (11, &filled), (31, PAINT), (40, value)], "");
    assert_eq!(found.level, Level::Other, "{found:?}");
}

#[test]
fn a_note_that_is_a_field_or_becomes_one_is_no_note() {
    let widget = "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[9 9 90 30]/V(9)>>";
    let note = "<</Type/Annot/Subtype/Text/Rect[9 9 90 30]/V(1)>>";
    let of_note = "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[9 9 90 30]/Ff 1/Parent 10 0 R>>";
    for (name, before, now, field, level) in [
        ("a note", note, note.replace("(1)", "(2)"), "null", Level::Annotation),
        ("one that becomes a field", note, widget.into(), "null", Level::Other),
        ("a field that no form lists", widget, widget.replace("(9)", "(1)"), "null", Level::Other),
        ("what a field takes over from", note, note.replace("(1)", "(2)"), of_note, Level::Other),
    ] {
        let signed = file(
            "/AcroForm 50 0 R",
            ["/Annots[10 0 R 11 0 R]", ""],
            &[(10, before), (11, field), (50, "<</Fields[11 0 R]>>")],
        );
        let found = since(signed, &[(10, &now)], "");
        assert_eq!(found.level, level, "{name}: {found:?}");
    }
}

#[test]
fn a_field_that_holds_others_is_told_by_its_whole_name() {
    let signed = file(
        "/AcroForm<</Fields[10 0 R]>>",
        ["/Annots[12 0 R]", ""],
        &[
            (10, "<</T(A)/Kids[11 0 R]>>"),
            (11, "<</T(B)/Parent 10 0 R/Kids[12 0 R]/V(1)/FT/Tx>>"),
            (12, "<</T(C)/Parent 11 0 R/Subtype/Widget/Rect[1 2 3 4]>>"),
        ],
    );
    let found = since(signed, &[(11, "<</T(B)/Parent 10 0 R/Kids[12 0 R]/V(9)/FT/Tx>>")], "");
    let names: Vec<_> = found.told.iter().map(|change| (change.kind, change.name.as_deref())).collect();
    assert_eq!(names, [(Kind::Field, Some("A.B"))], "what others take over is nothing that one fills in");
}

/// What a signature forbids is read as it was signed, wherever that stands; and who locks a field locks what it takes over.
#[test]
fn what_a_signature_forbids_is_what_it_forbade_when_it_was_made() {
    const DIGITS: &str = "0000000000 0000000000 0000000000";
    let value = format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 {DIGITS}]/Contents<00>\
         /Reference[<</TransformMethod/DocMDP/TransformParams 13 0 R>><</TransformMethod/FieldMDP\
         /TransformParams<</Action/Include/Fields[(A.B)]>>>>]>>"
    );
    let objects = [
        (10, "<</Subtype/Widget/FT/Sig/T(Bank)/V 12 0 R/Lock 14 0 R/Rect[0 0 0 0]>>"),
        (12, &value),
        (13, "<</P 1/V/1.2>>"),
        (14, "<</Action/Include/Fields[(C)]>>"),
    ];
    let mut signed = file("/AcroForm<</Fields[10 0 R]>>", ["/Annots[10 0 R]", ""], &objects);
    let mut bytes = signed.table("").bytes.clone();
    let find = |what: &[u8]| bytes.windows(what.len()).position(|part| part == what).unwrap();
    let hole = find(b"<00>");
    let range = format!("{hole:010} {:010} {:010}", hole + 4, bytes.len() - hole - 4);
    let at = find(DIGITS.as_bytes());
    bytes[at..at + range.len()].copy_from_slice(range.as_bytes());
    let restrictions = |bytes: &[u8]| open(bytes).signatures().unwrap()[0].restrictions.clone();
    let before = restrictions(&bytes);
    assert_eq!(before.permission(), Some(Permission::NoChanges));
    let mut later = Builder::behind(&bytes);
    later.object(13, "<</P 3/V/1.2>>");
    later.object(14, "<</Action/Include/Fields[]>>");
    assert_eq!(restrictions(&later.table("").bytes), before);
    for (name, lock, below) in [
        ("A", false, true),
        ("A.B", true, false),
        ("A.B.D", true, false),
        ("A.", false, false),
        ("C", true, false),
    ] {
        assert_eq!((before.lock(name), before.locks_below(name)), (lock, below), "{name}");
    }
}

#[test]
fn a_widget_has_the_name_of_its_field_however_one_gets_there() {
    let widget =
        |look: u32, more: &str| format!("<</Subtype/Widget/Rect[0 0 80 20]/AP<</N {look} 0 R>>{more}>>");
    let price = "<</FT/Tx/T(price)/V()/Kids[11 0 R 12 0 R]>>";
    let (one, up, astray) = (widget(13, ""), widget(14, "/Parent 10 0 R"), widget(14, "/Parent 15 0 R"));
    let alone = widget(14, "");
    for (name, fields, field, other, told) in [
        ("down and up", "10 0 R", price, &up, Some("price")),
        ("only down", "10 0 R", price, &alone, Some("price")),
        ("only down, from a field that is no object", price, "null", &alone, Some("price")),
        ("up to another", "10 0 R", price, &astray, None),
    ] {
        let catalog = format!("/AcroForm<</Fields[{fields}]>>");
        let objects =
            [(10, field), (11, &one), (12, other), (13, LOOK), (14, LOOK), (15, "<</FT/Tx/T(free)>>")];
        let signed = file(&catalog, ["/Annots[11 0 R 12 0 R]", ""], &objects);
        let found = since(signed, &[(14, PAINT)], "");
        let change = found.told.iter().find(|change| change.kind == Kind::FieldValue).expect(name);
        assert_eq!((change.name.as_deref(), found.level), (told, Level::FormFilling), "{name}");
    }
}

/// What belongs to filling in a field goes with a value that was filled in.
#[test]
fn what_nobody_filled_in_looks_as_it_did() {
    let field = |entries: &str| format!("<</Subtype/Widget/Rect[0 0 80 20]/P 3 0 R{entries}>>");
    let button = "/FT/Btn/Ff 65536/T(b)/F 4/AP<</N 13 0 R>>";
    let closed = "/FT/Tx/Ff 1/T(t)/V(100)/F 4/AP<</N 13 0 R>>";
    let sum = "/FT/Tx/Ff 1/T(t)/V(100)/AA<</C<</S/JavaScript/JS(sum)>>>>/AP<</N 13 0 R>>";
    let text = "/FT/Tx/T(t)/V(100)/F 4/DA(/F1 9 Tf)/AP<</N 13 0 R>>";
    let blank = "/FT/Tx/T(t)/F 4/AP<</N 13 0 R>>";
    let ticked = "/FT/Btn/T(c)/F 4/V/Off/AS/Off/AP<</N<</Yes 13 0 R/Off 14 0 R>>>>";
    let waiting = "/FT/Sig/T(s)/F 4/AP<</N 13 0 R>>";
    let with = |entries: &str, from: &str, to: &str| {
        assert!(entries.contains(from), "{entries} {from}");
        Some(entries.replacen(from, to, 1))
    };
    /// Name, the field, what it becomes, whether one of its looks paints something else; how grave that is.
    type Case<'a> = (&'a str, &'a str, Option<String>, bool, Level);
    let cases: [Case<'_>; 19] = [
        ("the look of a button", button, None, true, Level::Other),
        ("the look of a closed field", closed, None, true, Level::Other),
        ("the value of a closed field", closed, with(closed, "100", "999"), true, Level::Other),
        ("a sum", sum, with(sum, "100", "999"), true, Level::FormFilling),
        ("a value", text, with(text, "100", "999"), true, Level::FormFilling),
        ("a field is closed", text, with(text, "/T(t)", "/Ff 1/T(t)"), false, Level::FormFilling),
        ("the look of a value", text, None, true, Level::Other),
        ("a value is hidden", text, with(text, "/F 4", "/F 2"), false, Level::Other),
        ("a value is not printed", text, with(text, "/F 4", "/F 0"), false, Level::Other),
        ("a field stays upright when the page turns", text, with(text, "/F 4", "/F 20"), false, Level::Other),
        ("the letters of a value", text, with(text, "9 Tf", "0.1 Tf"), false, Level::Other),
        ("a value in another place", text, with(text, "/V", "/Q 2/V"), false, Level::Other),
        ("the look of a blank field", blank, None, true, Level::FormFilling),
        ("the look of a closed blank field", "/FT/Tx/Ff 1/T(t)/AP<</N 13 0 R>>", None, true, Level::Other),
        (
            "a box is ticked",
            ticked,
            with(ticked, "/V/Off/AS/Off", "/V/Yes/AS/Yes"),
            false,
            Level::FormFilling,
        ),
        ("a box shows a tick", ticked, with(ticked, "/AS/Off", "/AS/Yes"), false, Level::Other),
        ("the look of a box", ticked, None, true, Level::Other),
        ("the look of what waits for a signature", waiting, None, true, Level::Other),
        (
            "what waits gets a look",
            "/FT/Sig/T(s)/F 4",
            with("/FT/Sig/T(s)/F 4", "/F 4", "/F 4/AP<</N 13 0 R>>"),
            false,
            Level::Other,
        ),
    ];
    for (name, before, after, paints, level) in cases {
        let signed = file(
            "/AcroForm<</Fields[10 0 R]>>",
            ["/Annots[10 0 R]", ""],
            &[(10, &field(before)), (13, LOOK), (14, LOOK)],
        );
        let after = after.map(|after| field(&after));
        let mut changes: Vec<(u32, &str)> = after.iter().map(|after| (10, after.as_str())).collect();
        changes.extend(paints.then_some((13, PAINT)));
        assert_eq!(since(signed, &changes, "").level, level, "{name}");
    }
}

/// A browser writes a field that somebody filled in with two decimals, and without what holds anyway.
#[test]
fn what_is_filled_in_may_be_rounded() {
    const MARK: &str = "/Rect[0.004 0 80.1237 20]/MK<</R 0/BG[.843 1 1]/CA(x)>>";
    let field = |mark: &str, value: &str| format!("<</Subtype/Widget/FT/Tx/T(t)/F 4{mark}/V({value})>>");
    let judged = |becomes: &str, value: &str| {
        let signed =
            file("/AcroForm<</Fields[10 0 R]>>", ["/Annots[10 0 R]", ""], &[(10, &field(MARK, "1"))]);
        since(signed, &[(10, &field(becomes, value))], "").level
    };
    for (becomes, level) in [
        (MARK, Level::FormFilling),
        ("/Rect[0 0 80.12 20]/MK<</BG[.84 1 1]/CA(x)>>", Level::FormFilling),
        ("/Rect[0 0 80.2 20]/MK<</R 0/BG[.843 1 1]/CA(x)>>", Level::Other),
        ("/Rect[0.004 0 80.1237]/MK<</R 0/BG[.843 1 1]/CA(x)>>", Level::Other),
        ("/Rect[0.004 0 80.1237 20]/MK<</R 90/BG[.843 1 1]/CA(x)>>", Level::Other),
        ("/Rect[0.004 0 80.1237 20]/MK<</R 0/BG[.8 1 1]/CA(x)>>", Level::Other),
        ("/Rect[0.004 0 80.1237 20]/MK<</R 0/BG[.843 1 1]/CA(y)>>", Level::Other),
        ("/Rect[0.004 0 80.1237 20]/MK<</R 0/CA(x)>>", Level::Other),
    ] {
        assert_eq!(judged(becomes, "2"), level, "{becomes}");
        let untouched = if becomes == MARK { Level::None } else { Level::Other };
        assert_eq!(judged(becomes, "1"), untouched, "nobody filled it in: {becomes}");
    }
}

/// Of a field that is smaller than a point, or on a page that is smaller than an inch, two decimals less are seen.
#[test]
fn what_is_small_is_not_rounded() {
    for (page, was, becomes, level) in [
        ("", "1.001 1.001 2.004 2.004", "1 1 2 2", Level::FormFilling),
        ("", "1.001 1.001 1.9 3", "1 1 1.9 3", Level::Other),
        ("", "1.001 1.001 3 1.9", "1 1 3 1.9", Level::Other),
        ("", "0.01 0.01 0.03 0.02", "0.015 0.01 0.035 0.02", Level::Other),
        ("/CropBox[0 0 72 72]", "-9.001 -9.001 9 9", "-9 -9 9 9", Level::FormFilling),
        ("/CropBox[0 0 .08 72]", "-9.001 -9.001 9 9", "-9 -9 9 9", Level::Other),
        ("/CropBox[0 0 72 .06]/UserUnit 7500", "-9.001 -9.001 9 9", "-9 -9 9 9", Level::Other),
    ] {
        let field =
            |place: &str, value: &str| format!("<</Subtype/Widget/FT/Tx/T(t)/F 4/Rect[{place}]/V({value})>>");
        let page = format!("/Annots[10 0 R]{page}");
        let signed = file("/AcroForm<</Fields[10 0 R]>>", [&page, ""], &[(10, &field(was, "1"))]);
        assert_eq!(since(signed, &[(10, &field(becomes, "2"))], "").level, level, "{page} {was}");
    }
}

/// A field that waits for a signature and shows nothing may be signed without being seen.
#[test]
fn what_waits_for_a_signature_may_take_no_room_any_more() {
    let waits = |entries: &str| format!("<</Subtype/Widget/FT/Sig/T(w)/F 4{entries}>>");
    let signature = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached>>";
    for (was, is, level) in [
        ("/Rect[9 9 90 30]", "/Rect[0 0 0 0]/V 41 0 R", Level::FormFilling),
        ("/Rect[9 9 90 30]", "/Rect[0 0 0 0]/AP<</N 14 0 R>>/V 41 0 R", Level::FormFilling),
        ("/Rect[9 9 90 30]", "/Rect[0 0 0 0]", Level::Other),
        ("/Rect[9 9 90 30]", "/Rect[9 9 9 9]/V 41 0 R", Level::Other),
        ("/Rect[9 9 90 30]", "/Rect[0 0 300 144]/V 41 0 R", Level::Other),
        ("/Rect[9 9 90 30]/AP<</N 13 0 R>>", "/Rect[0 0 0 0]/V 41 0 R", Level::Other),
    ] {
        let signed =
            file("/AcroForm<</Fields[10 0 R]>>", ["/Annots[10 0 R]", ""], &[(10, &waits(was)), (13, LOOK)]);
        let empty = "<</Type/XObject/Subtype/Form/BBox[0 0 0 0]/Length 0>>stream\n\nendstream";
        let found = since(signed, &[(10, &waits(is)), (14, empty), (41, signature)], "");
        assert_eq!(found.level, level, "{was} {is}: {found:?}");
    }
}

/// What one program keeps in the trailer for itself, another leaves out and a third takes over from before.
#[test]
fn what_a_trailer_said_before_it_may_say_again() {
    let level = |third: &str| {
        let mut file = file("", ["", ""], &[(40, "(x)")]);
        file.table("/DocChecksum/ABC/Own 40 0 R");
        file.table("");
        open(&file.table(third).bytes).modifications_since(1).unwrap().level
    };
    for (third, expected) in [
        ("", Level::None),
        ("/DocChecksum/ABC", Level::None),
        ("/DocChecksum/ABD", Level::Other),
        ("/Other/ABC", Level::Other),
        ("/Own 40 0 R", Level::Other),
    ] {
        assert_eq!(level(third), expected, "{third}");
    }
}

/// A key means one thing in a field or a note, and another in what else the same object is taken for.
#[test]
fn what_is_taken_for_something_else_is_no_field_and_no_note_there() {
    let sign = "<</Subtype/Widget/FT/Sig/T(s)/Rect[0 0 0 0]/P 3 0 R/V 41 0 R/AS[<</Event/View>>]>>";
    let signature = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161>>";
    let text = |value: &str| format!("<</Subtype/Widget/FT/Tx/T(a)/Rect[1 2 3 4]{value}>>");
    let (blank, filled) = (text(""), text("/V(9)/AS[<</Event/View>>]"));
    let note = |key: &str| format!("<</Subtype/Text/Rect[1 2 3 4]/{key} 12 0 R>>");
    let (names, kids, script) = (note("Names"), note("Kids"), note("JS"));
    let layers = "/OCProperties<</OCGs[]/D 40 0 R>>/AcroForm 50 0 R";
    let cases: [(&str, &str, Objects<'_>, Objects<'_>); 6] = [
        (
            "a new field, for the layers",
            layers,
            &[(50, "<</Fields[]>>")],
            &[(40, sign), (41, signature), (50, "<</Fields[40 0 R]>>")],
        ),
        (
            "a field, for the layers",
            "/OCProperties<</OCGs[]/D 10 0 R>>/AcroForm<</Fields[10 0 R]>>",
            &[(10, &blank)],
            &[(10, &filled)],
        ),
        (
            "a note, for a node of names",
            "/Names<</EmbeddedFiles<</Kids[10 0 R]>>>>",
            &[(10, &names), (12, "[(a)(one)]")],
            &[(12, "[(a)(two)]")],
        ),
        (
            "a note above others, for a node of names",
            "/Names<</EmbeddedFiles 10 0 R>>",
            &[(10, &kids), (12, "[11 0 R]"), (11, "<</Subtype/Text/Names[(a)(one)]>>")],
            &[(11, "<</Subtype/Text/Names[(a)(two)]>>")],
        ),
        (
            "a note, for all names",
            "/Names 10 0 R",
            &[(10, &names), (12, "<</Names[(a)(one)]>>")],
            &[(12, "<</Names[(a)(two)]>>")],
        ),
        (
            "a note, for what is done at opening",
            "/OpenAction 10 0 R",
            &[(10, &script), (12, "(one)")],
            &[(12, "(two)")],
        ),
    ];
    for (name, catalog, objects, changes) in cases {
        let found = since(file(catalog, ["/Annots[10 0 R 11 0 R]", ""], objects), changes, "");
        assert_eq!(found.level, Level::Other, "{name}: {found:?}");
    }
    // Nor is what led nowhere above it.
    let above = text("/Parent 40 0 R/V(9)");
    let form = "/AcroForm 50 0 R";
    let found = since(
        file(form, ["/Annots[10 0 R]", ""], &[(10, &above), (50, "<</Fields[10 0 R]>>")]),
        &[(40, sign), (41, signature), (50, "<</Fields[10 0 R 40 0 R]>>")],
        "",
    );
    assert_eq!(found.level, Level::Other, "{found:?}");
    // Sent by an action, it is the field that it is.
    let action =
        "/OpenAction<</S/SubmitForm/F(http://bank.test)/Fields[10 0 R]>>/AcroForm<</Fields[10 0 R]>>";
    let found = since(file(action, ["/Annots[10 0 R]", ""], &[(10, &blank)]), &[(10, &text("/V(9)"))], "");
    assert_eq!(found.level, Level::FormFilling, "{found:?}");
}

#[test]
fn a_field_that_stands_in_the_list_itself_is_not_filled_in() {
    let form = |value: &str| format!("<</Fields[10 0 R<</FT/Tx/T(b)/V({value})/AA 41 0 R>>]>>");
    let (signed, same, filled) = (form("1"), form("1"), form("9"));
    let objects = [(10, "<</FT/Tx/T(a)/V(1)>>"), (41, "<</C 42 0 R>>"), (42, "(one)"), (50, signed.as_str())];
    let since = |changes: Objects<'_>| since(file("/AcroForm 50 0 R", ["", ""], &objects), changes, "").level;
    assert_eq!(since(&[(50, &same)]), Level::None);
    assert_eq!(since(&[(10, "<</FT/Tx/T(a)/V(9)>>")]), Level::FormFilling);
    assert_eq!(since(&[(50, &filled)]), Level::Other);
    assert_eq!(since(&[(42, "(two)")]), Level::Other);
}

/// A field that waits for a signature and is seen nowhere takes its place by being signed, as a new one does.
#[test]
fn a_waiting_field_is_told_where_it_is_put_on_a_page() {
    let field = |entries: &str| format!("<</Subtype/Widget/FT/Sig/T(w)/Rect[9 9 90 30]/F 4{entries}>>");
    let (plain, seal) = (field(""), field("/AP<</N 13 0 R>>"));
    let signed = field("/V 41 0 R");
    let signature = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached>>";
    let placed = page("/Annots[10 0 R]");
    let judged = |was: &str, changes: Objects<'_>| {
        let catalog = "/AcroForm<</Fields[10 0 R]>>";
        since(file(catalog, ["/Annots[]", ""], &[(10, was), (13, LOOK)]), changes, "")
    };
    for (was, level) in [(&plain, Level::FormFilling), (&seal, Level::Annotation)] {
        let found = judged(was, &[(3, &placed)]);
        let [told] = found.told.as_slice() else { panic!("{found:?}") };
        assert_eq!((told.level, told.kind, told.new_field), (level, Kind::SignatureField, true));
        assert_eq!(
            (told.name.as_deref(), told.page, told.rect),
            (Some("w"), Some(1), Some([9.0, 9.0, 90.0, 30.0]))
        );
    }
    let found = judged(&plain, &[(3, &placed), (10, &signed), (41, signature)]);
    let kinds: Vec<Kind> = found.told.iter().map(|change| change.kind).collect();
    assert_eq!((found.level, kinds), (Level::FormFilling, vec![Kind::Signature]), "{found:?}");
}

/// Text without a look is written by what the form says for all of its fields, whether it belongs to the form or not.
#[test]
fn what_has_no_look_is_written_as_it_was() {
    let text = |entries: &str| format!("<</Subtype/Widget/FT/Tx/T(t)/V(900)/Rect[9 9 90 30]{entries}>>");
    let (none, own) = (text(""), text("/DA(/Foo 9 Tf)/Q 1"));
    let (blank, look) = (text("/DA()"), text("/AP<</N 13 0 R>>"));
    let note = "<</Subtype/FreeText/Contents(900)/Rect[9 9 90 30]/DA(/Foo 9 Tf)>>";
    let drawn = "<</Subtype/FreeText/Contents(900)/Rect[9 9 90 30]/DA(/Foo 9 Tf)/AP<</N 13 0 R>>>>";
    let waiting = "<</Subtype/Widget/FT/Sig/T(s)/Rect[9 9 90 30]>>";
    let (letters, place) = ("/DA(/Helv 20 Tf)", "/Q 2");
    let fonts = "/DR<</Font<</Foo 40 0 R>>>>";
    let others = "/DR<</Font<</Bar 40 0 R>>>>";
    /// Name, what stands on the page, what the form says then; how grave that is.
    type Case<'a> = (&'a str, &'a str, &'a str, Level);
    let cases: [Case<'_>; 17] = [
        ("letters of a widget without", &none, letters, Level::Other),
        ("letters of a widget with none", &blank, letters, Level::Other),
        ("the place of its text", &none, place, Level::Other),
        ("letters of a widget with its own", &own, letters, Level::None),
        ("the place of a text that has its own", &own, place, Level::None),
        ("letters of a widget with a look", &look, letters, Level::Other),
        ("those that it has without", &look, "/DA(/Helv 0 Tf 0 g)", Level::None),
        ("white ones", &look, "/DA(/Helv 0 Tf 1 g)", Level::Other),
        ("of one that is drawn anew", &look, "/NeedAppearances true/DA(/Helv 20 Tf)", Level::Other),
        ("the place of text in a look", &look, place, Level::None),
        ("letters of a seal", waiting, letters, Level::None),
        ("the place of text in a note", note, place, Level::Other),
        ("a font that a widget waits for", &own, fonts, Level::Other),
        ("a font that a note waits for", note, fonts, Level::Other),
        ("a font of a note with a look", drawn, fonts, Level::FormFilling),
        ("another font", &own, others, Level::FormFilling),
        ("another font beside a note", note, others, Level::FormFilling),
    ];
    for (name, on_page, form, level) in cases {
        for fields in ["", "10 0 R"] {
            let listed = on_page.contains("/Widget") && !fields.is_empty();
            let fields = if listed { fields } else { "" };
            let signed = file(
                "/AcroForm 50 0 R",
                ["/Annots[10 0 R]", ""],
                &[
                    (10, on_page),
                    (13, "<</Subtype/Form/BBox[0 0 80 20]/Resources<<>>/Length 1>>stream\nq\nendstream"),
                    (50, &format!("<</Fields[{fields}]>>")),
                ],
            );
            let form = format!("<</Fields[{fields}]{form}>>");
            let found = since(signed, &[(40, "<</Type/Font>>"), (50, &form)], "");
            assert_eq!(found.level, level, "{name}, listed {listed}: {found:?}");
        }
    }
}

/// What was signed as leading nowhere stays that, and what was signed as a field stays one.
#[test]
fn nothing_appears_where_nothing_was_and_no_field_vanishes() {
    const SIGNED: &str = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents<00>>>";
    const STAMP: &str = "<</Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/Contents<00>>>";
    let text = "<</Type/Annot/Subtype/Widget/FT/Tx/T(sum)/V(900)/Rect[9 9 90 30]>>";
    let seal = |more: &str| {
        format!("<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/V 13 0 R/P 3 0 R/Rect[0 0 0 0]{more}>>")
    };
    let (seal, group) = (seal(""), seal("/Contents(900)"));
    let note = "<</Type/Annot/Subtype/Text/RT/Group/IRT 12 0 R/Rect[5 5 9 9]/Contents(100)>>";
    let root = "<</Type/StructTreeRoot/K<</S/Form/P 14 0 R/K<</Type/OBJR/Obj 12 0 R>>>>>>";
    let text_of_group = text.replace("/V(900)", "/V(900)/Kids[12 0 R]");
    /// Name; catalog, fields, annotations and objects that were signed; fields and annotations then, and what was written; how grave.
    type Case<'a> = (&'a str, &'a str, [&'a str; 2], Objects<'a>, [&'a str; 2], Objects<'a>, Level);
    let cases: [Case<'_>; 9] = [
        (
            "signed beside",
            "",
            ["10 0 R", "10 0 R"],
            &[(10, text)],
            ["10 0 R 12 0 R"; 2],
            &[(12, &seal), (13, SIGNED)],
            Level::FormFilling,
        ),
        (
            "a link appears",
            "",
            ["11 0 R", "11 0 R"],
            &[],
            ["11 0 R 12 0 R"; 2],
            &[(11, LINK), (12, &seal), (13, SIGNED)],
            Level::Other,
        ),
        (
            "a field appears",
            "",
            ["11 0 R", ""],
            &[],
            ["11 0 R 12 0 R", "12 0 R"],
            &[(11, text), (12, &seal), (13, SIGNED)],
            Level::Other,
        ),
        (
            "a signature appears",
            "",
            ["12 0 R 10 0 R", "10 0 R"],
            &[(10, text)],
            ["12 0 R 10 0 R", "10 0 R 12 0 R"],
            &[(12, &seal), (13, SIGNED)],
            Level::Other,
        ),
        (
            "a field is nothing",
            "",
            ["10 0 R", ""],
            &[(10, text)],
            ["10 0 R 12 0 R", "12 0 R"],
            &[(10, "null"), (12, &seal), (13, SIGNED)],
            Level::Other,
        ),
        (
            "a field is a list",
            "",
            ["10 0 R", ""],
            &[(10, text)],
            ["10 0 R 12 0 R", "12 0 R"],
            &[(10, "[0]"), (12, &seal), (13, SIGNED)],
            Level::Other,
        ),
        (
            "a text gets a kid",
            "",
            ["10 0 R", "10 0 R 12 0 R"],
            &[(10, &text_of_group)],
            ["10 0 R 12 0 R", "10 0 R 12 0 R"],
            &[(12, &seal), (13, STAMP)],
            Level::Other,
        ),
        (
            "a note is one of a group",
            "",
            ["", "11 0 R"],
            &[(11, note)],
            ["12 0 R", "11 0 R 12 0 R"],
            &[(12, &group), (13, STAMP)],
            Level::Other,
        ),
        (
            "a piece of the structure is held",
            "/StructTreeRoot 14 0 R",
            ["", ""],
            &[(14, root)],
            ["12 0 R"; 2],
            &[(12, &group), (13, STAMP)],
            Level::Other,
        ),
    ];
    for (name, catalog, [fields, notes], objects, [more_fields, more_notes], later, level) in cases {
        let form = |fields: &str| format!("<</Fields[{fields}]/SigFlags 3>>");
        let annotations = |notes: &str| format!("/Annots[{notes}]");
        let mut signed = file(&format!("/AcroForm 50 0 R{catalog}"), [&annotations(notes), ""], objects);
        signed.object(50, &form(fields));
        let (form, page) = (form(more_fields), page(&annotations(more_notes)));
        let changes: Vec<_> =
            [(50, form.as_str()), (3, &page)].into_iter().chain(later.iter().copied()).collect();
        let found = since(signed, &changes, "");
        assert_eq!(found.level, level, "{name}: {found:?}");
    }
}

/// What a field says by way of a reference is what it says itself.
#[test]
fn a_field_says_the_same_by_way_of_a_reference() {
    let field = |kind: &str, more: &str| {
        format!("<</Type/Annot/Subtype/Widget/T(f)/FT/{kind}/Rect[9 9 90 30]{more}>>")
    };
    let button = "/V/Yes/AS 21 0 R/AP<</N<</Yes 13 0 R/Off 40 0 R>>>>";
    let switched = field("Btn", "/V/Off/AS/Off/AP<</N<</Yes 13 0 R/Off 40 0 R>>>>");
    let waiting = field("Sig", "/F 21 0 R/MK<</BG[1 1 1]>>");
    /// Name; the field, what it refers to, and how that and the field were written again; how grave that is.
    type Case<'a> = (&'a str, String, &'a str, &'a str, Option<String>, Level);
    let cases: [Case<'_>; 8] = [
        ("a value", field("Tx", "/V 21 0 R"), "(100)", "(900)", None, Level::FormFilling),
        ("one that is settled", field("Tx", "/V 21 0 R/Ff 1"), "(100)", "(900)", None, Level::Other),
        ("letters", field("Tx", "/V(100)/DA 21 0 R"), "(/F 9 Tf 0 g)", "(/F 9 Tf 1 g)", None, Level::Other),
        ("a state", field("Btn", button), "/Yes", "/Off", None, Level::Other),
        ("no flags", field("Tx", "/Ff 21 0 R"), "8192", "8192", Some(field("Tx", "/Ff 1")), Level::Other),
        (
            "closed",
            field("Tx", "/Ff 21 0 R"),
            "8192",
            "8192",
            Some(field("Tx", "/Ff 8193")),
            Level::FormFilling,
        ),
        ("hidden no more", waiting, "2", "4", None, Level::Other),
        (
            "off and drawn",
            field("Btn", &button.replace("21 0 R", "/Yes")),
            "0",
            "0",
            Some(switched),
            Level::Other,
        ),
    ];
    for (name, signed, before, now, written, level) in cases {
        let mut objects = vec![
            (10, signed.as_str()),
            (13, LOOK),
            (21, before),
            (40, "41 0 R"),
            (50, "<</Fields[10 0 R]>>"),
        ];
        let mut later = vec![(21, now)];
        if name == "off and drawn" {
            objects.push((41, "null"));
            later.push((41, PAINT));
        }
        later.extend(written.as_deref().map(|field| (10, field)));
        let found = since(file("/AcroForm 50 0 R", ["/Annots[10 0 R]", ""], &objects), &later, "");
        assert_eq!(found.level, level, "{name}: {found:?}");
    }
}

/// Some programs take the first state of a button for its value.
#[test]
fn the_states_of_a_button_stay_in_their_order() {
    let button = |looks: &str| format!("<</Subtype/Widget/FT/Btn/Ff 32768/T(r)/Rect[9 9 90 30]/F 4{looks}>>");
    let of = |states: &str| button(&format!("/AP<</N<<{states}>>>>"));
    let (a, b, off) = ("/A 13 0 R", "/B 14 0 R", "/Off 15 0 R");
    let both = of(&format!("{a}{b}{off}"));
    let turned = of(&format!("{b}{a}{off}"));
    let same = of(&format!("{off}{a}{b}"));
    let (far, further) = (button("/AP 16 0 R"), button("/AP<</N 17 0 R>>"));
    let looks = format!("<</N<<{a}{b}{off}>>>>");
    let turned_looks = format!("<</N<<{b}{a}>>>>").replace(">>>>", &format!("{off}>>>>"));
    let (states, turned_states) = (format!("<<{a}{b}>>"), format!("<<{b}{a}>>"));
    let cases: [(&str, &str, u32, &str, Level); 5] = [
        ("the first one comes later", &both, 10, &turned, Level::Other),
        ("it is off that comes first", &both, 10, &same, Level::None),
        ("in looks", &far, 16, &turned_looks, Level::Other),
        ("in states", &further, 17, &turned_states, Level::Other),
        ("the same states again", &further, 17, &states, Level::None),
    ];
    for (name, was, number, becomes, level) in cases {
        for fields in ["", "10 0 R"] {
            let catalog = format!("/AcroForm<</Fields[{fields}]>>");
            let objects =
                [(10, was), (13, LOOK), (14, LOOK), (15, LOOK), (16, &looks), (17, states.as_str())];
            let found = since(file(&catalog, ["/Annots[10 0 R]", ""], &objects), &[(number, becomes)], "");
            assert_eq!(found.level, level, "{name}: {found:?}");
        }
    }
}

/// What stands for a state of a button stood for it when it was signed.
#[test]
fn a_state_looks_as_it_did_where_a_button_is_filled_in() {
    let button = |value: &str, states: &str| {
        format!(
            "<</Subtype/Widget/FT/Btn/T(c)/Rect[9 9 90 30]/F 4/V/{value}/AS/{value}/AP<</N<<{states}>>>>>>"
        )
    };
    let states = "/Yes 13 0 R/Off 14 0 R";
    let (was, filled) = (button("Off", states), button("Yes", states));
    let anew = button("Yes", "/Yes 23 0 R/Off 24 0 R");
    let (fewer, without) = (button("Yes", "/Off 14 0 R"), button("Off", "/Off 14 0 R"));
    let further = button("No", "/Yes 13 0 R/Off 14 0 R/No 23 0 R");
    let empty = "<</Type/XObject/Subtype/Form/BBox[0 0 80 20]/Length 1>>stream\n \nendstream";
    let boxed = LOOK.replace("80 20", "80 200");
    /// Name, the button, its look when it is off; what was written.
    type Case<'a> = (&'a str, &'a str, &'a str, Objects<'a>, Level);
    let cases: [Case<'_>; 9] = [
        ("ticked", &was, LOOK, &[(10, &filled)], Level::FormFilling),
        ("the other look", &was, LOOK, &[(10, &filled), (14, PAINT)], Level::Other),
        ("a look that was empty", &was, empty, &[(10, &filled), (14, PAINT)], Level::Other),
        ("a look that was not there", &without, LOOK, &[(10, &filled)], Level::FormFilling),
        ("looks again", &was, LOOK, &[(10, &anew), (23, LOOK), (24, LOOK)], Level::FormFilling),
        ("other looks", &was, LOOK, &[(10, &anew), (23, PAINT), (24, LOOK)], Level::Other),
        ("in another box", &was, LOOK, &[(10, &anew), (23, &boxed), (24, LOOK)], Level::Other),
        ("a look is gone", &was, LOOK, &[(10, &fewer)], Level::Other),
        ("a further state", &was, LOOK, &[(10, &further), (23, PAINT)], Level::Other),
    ];
    for (name, was, off, changes, level) in cases {
        let objects = [(10, was), (13, LOOK), (14, off)];
        let catalog = "/AcroForm<</Fields[10 0 R]>>";
        let found = since(file(catalog, ["/Annots[10 0 R]", ""], &objects), changes, "");
        assert_eq!(found.level, level, "{name}: {found:?}");
    }
    // A blank look is one as well.
    for off in [LOOK, empty] {
        for (changes, level) in [
            (&[(10, &*filled)][..], Level::FormFilling),
            (&[(10, &filled), (13, PAINT)], Level::Other),
            (&[(10, &anew), (23, PAINT), (24, off)], Level::Other),
            (&[(10, &anew), (23, empty), (24, off)], Level::FormFilling),
        ] {
            let objects = [(10, &*was), (13, empty), (14, off)];
            let signed = file("/AcroForm<</Fields[10 0 R]>>", ["/Annots[10 0 R]", ""], &objects);
            let found = since(signed, changes, "");
            assert_eq!(found.level, level, "{changes:?}: {found:?}");
        }
    }
    // The value stands above the button.
    let group = |value: &str| format!("<</FT/Btn/Ff 32768/T(g)/Kids[11 0 R]/V/{value}>>");
    let kid = "<</Subtype/Widget/Parent 10 0 R/Rect[9 9 90 30]/F 4/AS/Off/AP<</N<</A 13 0 R/Off 14 0 R>>>>>>";
    for (paints, level) in [(LOOK, Level::FormFilling), (PAINT, Level::Other)] {
        let objects = [(10, group("Off")), (11, kid.into()), (13, LOOK.into()), (14, LOOK.into())];
        let objects = objects.each_ref().map(|(number, body): &(u32, String)| (*number, body.as_str()));
        let signed = file("/AcroForm<</Fields[10 0 R]>>", ["/Annots[11 0 R]", ""], &objects);
        assert_eq!(since(signed, &[(10, &group("B")), (14, paints)], "").level, level);
    }
}

/// A field that is drawn anew shows its value and not what it was given to show.
#[test]
fn fields_that_are_drawn_anew_are_noted() {
    let text = |name: &str, more: &str| format!("<</Subtype/Widget/FT/Tx/T({name})/Rect[9 9 90 30]{more}>>");
    let (shown, blank) = (text("a", "/V(9)/AP<</N 13 0 R>>"), text("b", "/AP<</N 13 0 R>>"));
    let bare = text("c", "/V(9)");
    let form = |more: &str| format!("<</Fields[10 0 R 11 0 R 12 0 R]{more}>>");
    let judged = |was: &str, is: &str, changes: Objects<'_>| {
        let (was, is) = (form(was), form(is));
        let objects = [(10, &*shown), (11, &*blank), (12, &*bare), (13, LOOK), (20, "false"), (50, &was)];
        let signed = file("/AcroForm 50 0 R", ["/Annots[10 0 R 11 0 R 12 0 R]", ""], &objects);
        since(signed, &[changes, &[(50, &is)]].concat(), "")
    };
    let (on, far) = ("/NeedAppearances true", "/NeedAppearances 20 0 R");
    for (was, is, changes) in [("", on, &[][..]), (far, far, &[(20, "true")]), (on, "", &[])] {
        let found = judged(was, is, changes);
        let [told] = found.redrawn.as_slice() else { panic!("{found:?}") };
        assert_eq!((told.name.as_deref(), told.page, told.kind), (Some("a"), Some(1), Kind::Field));
        assert_eq!(found.level, Level::FormFilling);
    }
    for (was, is) in [(on, on), ("", "/NeedAppearances false")] {
        assert_eq!(judged(was, is, &[]).redrawn, []);
    }
}

/// Programs that draw the form anew do so with what is filled in, and show of all else the look that there is.
#[test]
fn only_what_is_filled_in_is_drawn_anew() {
    let form = "/AcroForm<</Fields[10 0 R 11 0 R]/NeedAppearances true>>";
    let other = "<</Subtype/Widget/FT/Tx/T(b)/Rect[9 50 90 70]/V(1)>>";
    for (field, level) in [
        ("/FT/Tx/V(9)", Level::FormFilling),
        ("/FT/Ch/V(9)", Level::FormFilling),
        ("/FT/Tx/Ff 1/V(9)", Level::Other),
        ("/FT/Tx/Ff 1", Level::Other),
        ("/FT/Btn/Ff 65536", Level::Other),
        ("/FT/Zz/V(9)", Level::Other),
    ] {
        let widget =
            |look: u32| format!("<</Subtype/Widget/T(a)/Rect[9 9 90 30]{field}/AP<</N {look} 0 R>>>>");
        let objects = [(10, &*widget(13)), (11, other), (13, LOOK), (14, PAINT)];
        let signed = file(form, ["/Annots[10 0 R 11 0 R]", ""], &objects);
        let filled = other.replace("/V(1)", "/V(2)");
        let found = since(signed, &[(10, &widget(14)), (11, &filled)], "");
        assert_eq!(found.level, level, "{field}: {found:?}");
    }
}

/// What is said of the document is told, but for when and by which program it was written.
#[test]
fn what_is_said_of_the_document_is_told() {
    let kinds = |signed: Builder, changes: Objects<'_>, trailer: &str| {
        let found = since(signed, changes, trailer);
        assert!(found.level <= Level::Archival, "{found:?}");
        found.told.into_iter().map(|change| (change.kind, change.name)).collect::<Vec<_>>()
    };
    let told = |kind: Kind, name: &str| vec![(kind, Some(name.to_owned()))];
    let version = |version: &str| format!("<</Type/Catalog/Pages 2 0 R/Version/{version}>>");
    for (becomes, expected) in [
        ("<</Title(One)/ModDate(D:2026)/Producer(Two)>>", vec![]),
        ("<</Title(Paid)/ModDate(D:2026)>>", told(Kind::Metadata, "Info")),
        ("<</Title(One)/ModDate[(D:2026)]>>", told(Kind::Metadata, "Info")),
        ("<</ModDate(D:2026)>>", told(Kind::Metadata, "Info")),
    ] {
        let mut signed = file("", ["", ""], &[(40, "<</Title(One)/ModDate(D:2025)>>")]);
        signed.table("/Info 40 0 R");
        assert_eq!(kinds(signed, &[(40, becomes)], "/Info 40 0 R"), expected, "{becomes}");
    }
    for (becomes, kind) in [("1.7", Kind::ValidationData), ("1.3", Kind::Metadata)] {
        let signed = file("/Version/1.6", ["", ""], &[]);
        assert_eq!(kinds(signed, &[(1, &version(becomes))], ""), told(kind, "Version"));
    }
    let signed = file("", ["", ""], &[]);
    assert_eq!(kinds(signed, &[(3, &page("/Tabs/R"))], ""), told(Kind::Metadata, "Tabs"));
}
