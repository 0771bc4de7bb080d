//! What may follow a signature, and what passes for it: each change by its level.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::{ModificationKind as Kind, ModificationLevel as Level, Modifications};

const CATALOG: &str = "/AcroForm 5 0 R/Names 20 0 R/Metadata 21 0 R";
const PAGE: &str =
    "/Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Resources<</Font<</F 11 0 R>>>>/Contents[4 0 R 60 0 R]";
const ANNOTATIONS: &str = "/Annots[8 0 R 10 0 R 7 0 R 6 0 R]";
const TEXT: &str = "/Type/Annot/Subtype/Widget/FT/Tx/T(Amount)/P 3 0 R/Rect[10 10 90 30]";
const WAITING: &str = "/Type/Annot/Subtype/Widget/FT/Sig/T(Buyer)/P 3 0 R/Rect[10 40 90 60]";
const FORM: &str =
    "<</Type/XObject/Subtype/Form/BBox[0 0 80 20]/Resources<<>>/Length 1>>stream\nq\nendstream";

/// Objects by their numbers.
type Objects<'a> = &'a [(u32, &'a str)];

/// A form with a text field (8), a field that waits (7), one that is signed (6) and a note (10). Its page wants object 60,
/// which is not there.
const STAMP: &str = "<</Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/Contents<00>>>";

fn base() -> Builder {
    let mut file = Builder::new("1.7");
    file.object(1, &format!("<</Type/Catalog/Pages 2 0 R{CATALOG}>>"));
    file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    file.object(3, &format!("<<{PAGE}{ANNOTATIONS}>>"));
    file.object(4, "<</Length 6>>stream\n0 0 m \nendstream");
    file.object(5, "<</Fields[8 0 R 7 0 R 6 0 R]/SigFlags 3/DR<</Font<</F 11 0 R>>>>>>");
    file.object(6, "<</Type/Annot/Subtype/Widget/FT/Sig/T(Bank)/V 12 0 R/P 3 0 R/Rect[0 0 0 0]>>");
    file.object(7, &format!("<<{WAITING}>>"));
    file.object(8, &format!("<<{TEXT}/V(1)/AP<</N 9 0 R>>>>"));
    file.object(9, FORM);
    file.object(10, "<</Type/Annot/Subtype/Text/Rect[200 100 220 120]/Contents(Note)/P 3 0 R>>");
    file.object(11, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    file.object(12, "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents<00>>>");
    file.object(20, "<</Dests<</Names[]>>>>");
    file.object(21, "<</Type/Metadata/Subtype/XML/Length 4>>stream\n<a/>\nendstream");
    file.table("");
    file
}

fn since(changes: Objects<'_>) -> Modifications {
    let mut file = base();
    for (number, body) in changes {
        file.object(*number, body);
    }
    open(&file.table("").bytes).modifications_since(0).unwrap()
}

fn page(rest: &str) -> String {
    format!("<<{PAGE}{rest}>>")
}

#[test]
fn what_is_permitted_has_its_level() {
    let added = page("/Annots[8 0 R 10 0 R 7 0 R 6 0 R 40 0 R]");
    let fields = "<</Fields[8 0 R 7 0 R 6 0 R 40 0 R]/SigFlags 3/DR<</Font<</F 11 0 R>>>>>>";
    let value = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents<00>>>";
    let field =
        |rect: &str| format!("<</Type/Annot/Subtype/Widget/FT/Sig/T(New)/V 41 0 R/P 3 0 R/Rect[{rect}]>>");
    let (unseen, seen) = (field("0 0 0 0"), field("100 0 180 20"));
    let waits = "<</Type/Annot/Subtype/Widget/FT/Sig/T(New)/P 3 0 R/Rect[100 0 180 20]/AP<</N 42 0 R>>>>";
    let cases: &[(&str, Objects<'_>, Level, Option<Kind>)] = &[
        ("nothing", &[], Level::None, None),
        ("the same again", &[(4, "<</Length 6>>stream\n0 0 m \nendstream")], Level::None, None),
        (
            "a page of the same size in other numbers",
            &[(3, &page(ANNOTATIONS).replace("300 144", "300.0 144."))],
            Level::None,
            None,
        ),
        ("what nobody reaches", &[(50, "(alone)")], Level::None, None),
        (
            "metadata",
            &[(21, "<</Type/Metadata/Subtype/XML/Length 4>>stream\n<b/>\nendstream")],
            Level::Archival,
            Some(Kind::Metadata),
        ),
        (
            "a store",
            &[
                (1, &format!("<</Type/Catalog/Pages 2 0 R{CATALOG}/DSS<</Certs[50 0 R]>>>>")),
                (50, "<</Length 1>>stream\nc\nendstream"),
            ],
            Level::Archival,
            Some(Kind::ValidationData),
        ),
        (
            "a time-stamp",
            &[(3, &added), (5, fields), (40, &unseen), (41, STAMP)],
            Level::Archival,
            Some(Kind::Timestamp),
        ),
        (
            "a time-stamp in a field with resources of which there are none",
            &[(3, &added), (5, fields), (40, &unseen.replace("/T(New)", "/T(New)/DR<<>>")), (41, STAMP)],
            Level::Archival,
            Some(Kind::Timestamp),
        ),
        (
            "a time-stamp in a field with the resources of a look",
            &[
                (3, &added),
                (5, fields),
                (40, &unseen.replace("/T(New)", "/T(New)/DR<</XObject<</FRM 42 0 R>>>>")),
                (41, STAMP),
                (42, "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream"),
            ],
            Level::Archival,
            Some(Kind::Timestamp),
        ),
        (
            "a time-stamp that is seen",
            &[(3, &added), (5, fields), (40, &seen), (41, STAMP)],
            Level::FormFilling,
            Some(Kind::Timestamp),
        ),
        (
            "a signature in a new field",
            &[(3, &added), (5, fields), (40, &seen), (41, value)],
            Level::FormFilling,
            Some(Kind::Signature),
        ),
        (
            "a signature in the field that waits",
            &[(7, &format!("<<{WAITING}/V 41 0 R/AP<</N 42 0 R>>>>")), (41, value), (42, FORM)],
            Level::FormFilling,
            Some(Kind::Signature),
        ),
        (
            "a value",
            &[(8, &format!("<<{TEXT}/V(2)/AP<</N 42 0 R>>>>")), (42, FORM)],
            Level::FormFilling,
            Some(Kind::FieldValue),
        ),
        (
            "a value and its look in the place of the old one",
            &[(8, &format!("<<{TEXT}/V(2)/AP<</N 9 0 R>>>>")), (9, &FORM.replace("q\n", "Q\n"))],
            Level::FormFilling,
            Some(Kind::FieldValue),
        ),
        (
            "a place for a signature, with an empty look",
            &[
                (3, &added),
                (5, fields),
                (40, waits),
                (42, "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>stream\n \nendstream"),
            ],
            Level::FormFilling,
            Some(Kind::SignatureField),
        ),
        (
            "a place for a signature that paints already",
            &[(3, &added), (5, fields), (40, waits), (42, FORM)],
            Level::Annotation,
            Some(Kind::SignatureField),
        ),
        (
            "a field that is closed",
            &[(8, &format!("<<{TEXT}/V(1)/AP<</N 9 0 R>>/Ff 1>>"))],
            Level::FormFilling,
            Some(Kind::FieldValue),
        ),
        (
            "another note",
            &[
                (3, &page("/Annots[8 0 R 10 0 R 7 0 R 6 0 R 50 0 R]")),
                (50, "<</Type/Annot/Subtype/Stamp/Rect[0 0 300 144]>>"),
            ],
            Level::Annotation,
            Some(Kind::AnnotationAdded),
        ),
        (
            "a note that says something else",
            &[(10, "<</Type/Annot/Subtype/Text/Rect[200 100 220 120]/Contents(No)/P 3 0 R>>")],
            Level::Annotation,
            Some(Kind::AnnotationChanged),
        ),
        (
            "a note less",
            &[(3, &page("/Annots[8 0 R 7 0 R 6 0 R]"))],
            Level::Annotation,
            Some(Kind::AnnotationRemoved),
        ),
    ];
    for (name, changes, level, kind) in cases {
        let found = since(changes);
        assert_eq!(
            (found.level, found.told.first().map(|one| one.kind)),
            (*level, *kind),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn what_passes_for_something_harmless_is_found() {
    let content = "<</Length 6>>stream\n9 9 m \nendstream";
    let value = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents<00>>>";
    let with_store = format!("<</Type/Catalog/Pages 2 0 R{CATALOG}/DSS<</Certs[60 0 R]>>>>");
    let five = page("/Annots[8 0 R 10 0 R 7 0 R 6 0 R 40 0 R]");
    let fields =
        |rest: &str| format!("<</Fields[8 0 R 7 0 R 6 0 R {rest}]/SigFlags 3/DR<</Font<</F 11 0 R>>>>>>");
    let new = |rest: &str| format!("<</Type/Annot/Subtype/Widget/P 3 0 R/Rect[0 0 90 90]{rest}>>");
    let font = "<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]>>";
    let (stamped, one_more) = ("/FT/Sig/T(New)/V 41 0 R/P 3 0 R/Rect[9 9 9 9]/F 4>>", fields("40 0 R"));
    let note = format!("<</Type/Annot/Subtype/Text/Contents(Pay 900){stamped}");
    let told_elsewhere = format!("<</Type/Annot/Subtype 42 0 R/Contents(Pay 900){stamped}");
    let cases: &[(&str, Objects<'_>)] = &[
        ("a note that is the field of a time-stamp", &[(3, &five), (5, &one_more), (40, &note), (41, STAMP)]),
        (
            "one that says so elsewhere",
            &[(3, &five), (5, &one_more), (40, &told_elsewhere), (41, STAMP), (42, "/Text")],
        ),
        ("the content of a page", &[(4, content)]),
        ("the content that was missing", &[(60, content)]),
        ("validation data that the page was waiting for", &[(1, &with_store), (60, content)]),
        (
            "a note that the page was waiting for",
            &[(3, &page("/Annots[8 0 R 10 0 R 7 0 R 6 0 R 60 0 R]")), (60, content)],
        ),
        ("another page tree", &[(2, "<</Type/Pages/Kids[50 0 R]/Count 1>>"), (50, &page(ANNOTATIONS))]),
        (
            "a page more",
            &[
                (2, "<</Type/Pages/Kids[3 0 R 50 0 R]/Count 2>>"),
                (50, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
            ],
        ),
        ("a page box", &[(3, &format!("<<{}{ANNOTATIONS}>>", PAGE.replace("300 144", "300 100")))]),
        ("resources from above", &[(2, "<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 180>>")]),
        ("a font", &[(11, font)]),
        (
            "a script",
            &[
                (20, "<</Dests<</Names[]>>/JavaScript<</Names[(a)50 0 R]>>>>"),
                (50, "<</S/JavaScript/JS(x)>>"),
            ],
        ),
        (
            "an action on opening",
            &[(1, &format!("<</Type/Catalog/Pages 2 0 R{CATALOG}/OpenAction<</S/JavaScript/JS(x)>>>>"))],
        ),
        ("layers", &[(1, &format!("<</Type/Catalog/Pages 2 0 R{CATALOG}/OCProperties<</OCGs[]/D<<>>>>>>"))]),
        ("another catalog", &[(50, &format!("<</Type/Catalog/Pages 2 0 R{CATALOG}>>"))]),
        ("metadata that are none", &[(21, content)]),
        (
            "a form of another kind",
            &[(5, "<</Fields[8 0 R 7 0 R 6 0 R]/SigFlags 3/DR<</Font<</F 11 0 R>>>>/XFA(x)>>")],
        ),
        ("looks that are none", &[(8, &format!("<<{TEXT}/V(2)/AP null>>"))]),
        ("looks that are none where none were", &[(7, &format!("<<{WAITING}/AP null>>"))]),
        ("a field less", &[(5, "<</Fields[7 0 R 6 0 R]/SigFlags 3/DR<</Font<</F 11 0 R>>>>>>")]),
        ("a text field more", &[(3, &five), (5, &fields("40 0 R")), (40, &new("/FT/Tx/T(New)/V(9)"))]),
        ("a widget without a field", &[(3, &five), (40, &new("/FT/Tx/T(New)/V(9)"))]),
        (
            "a new field of an old name",
            &[(3, &five), (5, &fields("40 0 R")), (40, &new("/FT/Sig/T(Bank)/V 41 0 R")), (41, value)],
        ),
        (
            "a new field with an old signature",
            &[(3, &five), (5, &fields("40 0 R")), (40, &new("/FT/Sig/T(New)/V 12 0 R"))],
        ),
        (
            "the signed field with another value",
            &[
                (6, "<</Type/Annot/Subtype/Widget/FT/Sig/T(Bank)/V 41 0 R/P 3 0 R/Rect[0 0 0 0]>>"),
                (41, value),
            ],
        ),
        (
            "the signed field with a look",
            &[(
                6,
                "<</Type/Annot/Subtype/Widget/FT/Sig/T(Bank)/V 12 0 R/P 3 0 R/Rect[0 0 300 144]/AP<</N 9 0 R>>>>",
            )],
        ),
        (
            "the signature itself",
            &[(12, "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents<01>>>")],
        ),
        (
            "the place of a field",
            &[(
                8,
                "<</Type/Annot/Subtype/Widget/FT/Tx/T(Amount)/P 3 0 R/Rect[0 0 300 144]/V(1)/AP<</N 9 0 R>>>>",
            )],
        ),
        (
            "the name of a field",
            &[(8, &format!("<<{}/V(1)/AP<</N 9 0 R>>>>", TEXT.replace("Amount", "Sum")))],
        ),
        ("a key that stands twice", &[(7, &format!("<<{WAITING}/F 4/F 132>>"))]),
        ("an action of a field", &[(8, &format!("<<{TEXT}/V(1)/AP<</N 9 0 R>>/A<</S/JavaScript/JS(x)>>>>"))]),
        ("a look that its value does not explain", &[(9, &FORM.replace("q\n", "Q\n"))]),
        (
            "another look that its value does not explain",
            &[(8, &format!("<<{TEXT}/V(1)/AP<</N 42 0 R>>>>")), (42, FORM)],
        ),
        ("a value without its look", &[(8, &format!("<<{TEXT}/V(1)>>"))]),
        ("the widget of a field taken off its page", &[(3, &page("/Annots[10 0 R 7 0 R 6 0 R]"))]),
    ];
    for (name, changes) in cases {
        let mut file = base();
        for (number, body) in *changes {
            file.object(*number, body);
        }
        let bytes = file.table("").bytes.clone();
        let bytes = match *name {
            "another catalog" => replaced_last(&bytes, "/Root 1 0 R", "/Root 50 0 R"),
            _ => bytes,
        };
        let found = open(&bytes).modifications_since(0).unwrap();
        assert_eq!(found.level, Level::Other, "{name}: {found:?}");
    }
}

#[test]
fn content_that_is_also_a_field_or_a_note_is_content() {
    // The page takes its resources from what is a note too, and a content stream is in the list of the annotations.
    for (shared, change) in [
        (
            "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Font<</F 11 0 R>>>>",
            "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Font<</F 9 0 R>>>>",
        ),
        (
            "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Length 6>>stream\n0 0 m \nendstream",
            "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Length 6>>stream\n9 9 m \nendstream",
        ),
    ] {
        let mut file = base();
        let page = page("/Annots[8 0 R 7 0 R 6 0 R 70 0 R]")
            .replace("/Resources<</Font<</F 11 0 R>>>>", "/Resources 70 0 R");
        file.object(3, &page.replace("60 0 R", "70 0 R"));
        file.object(70, shared);
        file.table("");
        file.object(70, change);
        let found = open(&file.table("").bytes).modifications_since(1).unwrap();
        assert_eq!(found.level, Level::Other, "{found:?}");
    }
}

/// The catalog and a page are that where the format has one. Elsewhere their keys mean something else, which archiving may not
/// change: a destination of that name, say.
#[test]
fn the_catalog_and_a_page_are_no_dictionaries_of_names() {
    let field = "<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/V 9 0 R/P 3 0 R/Rect[0 0 0 0]>>";
    for (names, level) in [
        ("", Level::Archival),
        ("/Dests<</DSS<</D[3 0 R/Fit]>>>>/OpenAction[3 0 R/Fit]", Level::Archival),
        ("/Dests 1 0 R", Level::Other),
        ("/Names<</Dests 1 0 R>>", Level::Other),
        ("/Outlines 20 0 R", Level::Archival),
        ("/Dests 3 0 R", Level::Other),
        ("/Dests<</DSS 3 0 R>>", Level::Other),
    ] {
        let catalog = |fields: &str, first: u32| {
            let store = format!("/DSS<</D[{first} 0 R/Fit]>>");
            format!("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{fields}]/SigFlags 3>>{names}{store}>>")
        };
        let page = |annotations: &str| {
            format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Annots[{annotations}]>>")
        };
        let mut file = Builder::new("1.7");
        for (number, body) in [
            (1, catalog("", 3)),
            (2, "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>".into()),
            (3, page("")),
            (4, page("")),
            (20, "<</Type/Outlines/First 21 0 R/Last 21 0 R/Count 1>>".into()),
            (21, "<</Title(To it)/Parent 20 0 R/Dest[3 0 R/Fit]/A<</S/GoTo/D[3 0 R/Fit]>>>>".into()),
        ] {
            file.object(number, &body);
        }
        file.table("");
        for (number, body) in
            [(1, catalog("8 0 R", 4)), (3, page("8 0 R")), (8, field.into()), (9, STAMP.into())]
        {
            file.object(number, &body);
        }
        let found = open(&file.table("").bytes).modifications_since(0).unwrap();
        assert_eq!(found.level, level, "{names}: {:?}", found.told);
    }
}

/// Of fields of one name some programs take the first, others the last.
#[test]
fn fields_keep_their_order_and_new_ones_stand_behind_them() {
    let value = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents<00>>>";
    for (fields, level) in [
        ("6 0 R 7 0 R", Level::None),
        ("6 0 R 7 0 R 8 0 R", Level::FormFilling),
        ("8 0 R 6 0 R 7 0 R", Level::Other),
        ("7 0 R 6 0 R", Level::Other),
        ("7 0 R 6 0 R 8 0 R", Level::Other),
    ] {
        let catalog =
            |fields: &str| format!("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{fields}]/SigFlags 3>>>>");
        let mut file = Builder::new("1.7");
        for (number, body) in [
            (1, catalog("6 0 R 7 0 R")),
            (2, "<</Type/Pages/Kids[]/Count 0>>".into()),
            (6, "<</FT/Tx/T(sum)/V(100)>>".into()),
            (7, "<</FT/Tx/T(sum)/V(900)>>".into()),
        ] {
            file.object(number, &body);
        }
        file.table("");
        file.object(1, &catalog(fields));
        if fields.contains("8 0 R") {
            file.object(8, "<</FT/Sig/T(S)/V 9 0 R>>");
            file.object(9, value);
        }
        let found = open(&file.table("").bytes).modifications_since(0).unwrap();
        assert_eq!(found.level, level, "{fields}: {:?}", found.told);
    }
}

/// Nothing of a form is what it was where one of these passes for a signature or a value.
#[test]
fn what_a_signature_or_a_value_brings_along_changes_nothing_else() {
    const LOOK: &str = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 10>>stream\n0 0 9 9 re\nendstream";
    const BLANK: &str = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream";
    let stamped = |more: &str| {
        format!("<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/V 9 0 R/P 3 0 R/Rect[0 0 0 0]{more}>>")
    };
    let plain = stamped("");
    let text = |more: &str| format!("<</Type/Annot/Subtype/Widget/FT/Tx/T(sum)/Rect[9 9 90 30]{more}>>");
    /// What was signed, what the form and the page came to have, and what else.
    struct Case<'c> {
        name: &'c str,
        signed: Vec<(u32, String)>,
        form: &'c str,
        fields: &'c str,
        later: Vec<(u32, String)>,
        level: Level,
    }
    let case = |name, signed: &[(u32, &str)], form, fields, later: &[(u32, &str)], level| {
        let owned = |objects: &[(u32, &str)]| {
            objects.iter().map(|(number, body)| (*number, (*body).to_owned())).collect::<Vec<_>>()
        };
        Case { name, signed: owned(signed), form, fields, later: owned(later), level }
    };
    let with_stamp = [(8, plain.as_str()), (9, STAMP)];
    let group = "<</Type/Annot/Subtype/Widget/FT/Sig/T(g)/Kids[6 0 R]/P 3 0 R/Rect[0 0 0 0]>>";
    let group_signed = group.replace("/FT/Sig", "/FT/Sig/V 9 0 R/DA(/F 30 Tf 1 0 0 rg)");
    let of_group = text("/V(900)/Parent 7 0 R");
    let texts = "<</FT/Tx/T(g)/Kids[6 0 R]>>";
    let note = |kind: &str, flags: u32, more: &str| {
        format!(
            "<</Type/Annot/Subtype/Text/Contents(Pay)/FT/{kind}/T(n)/P 3 0 R/Rect[9 9 9 9]/F {flags}{more}>>"
        )
    };
    let button = |looks: &str, state: &str| {
        format!(
            "<</Type/Annot/Subtype/Widget/FT/Btn/T(b)/Rect[9 9 30 30]/V/{state}/AS/{state}/AP<</N<<{looks}>>>>>>"
        )
    };
    let cases = [
        case("a time-stamp", &[(6, &text("/V(100)"))], "", "6 0 R", &with_stamp, Level::Archival),
        case(
            "the kid that a field was waiting for",
            &[(6, &text("/V(100)/Kids[8 0 R]"))],
            "",
            "6 0 R",
            &with_stamp,
            Level::Other,
        ),
        case(
            "how a field with looks that are none is written",
            &[(6, &text("/V(900)/AP<</N<<>>>>"))],
            "/DA(/F 30 Tf 1 0 0 rg)",
            "6 0 R",
            &with_stamp,
            Level::Other,
        ),
        case(
            "how a field with a look is written",
            &[(6, &text("/V(900)/AP<</N 10 0 R>>")), (10, LOOK)],
            "/DA(/F 30 Tf 1 0 0 rg)",
            "6 0 R",
            &with_stamp,
            Level::Other,
        ),
        case(
            "that it is written in black",
            &[(6, &text("/V(900)/AP<</N 10 0 R>>")), (10, LOOK)],
            "/DA(/F 0 Tf 0 g)",
            "6 0 R",
            &with_stamp,
            Level::Archival,
        ),
        case(
            "how a field that mentions a font is written",
            &[(6, &text("/V(900)/DA(0 g %/F 1 Tf)"))],
            "/DA(/F 30 Tf 1 0 0 rg)",
            "6 0 R",
            &with_stamp,
            Level::Other,
        ),
        case(
            "what ticks a box",
            &[(6, "<</Type/Annot/Subtype/Widget/FT/Btn/T(b)/Rect[9 9 30 30]/V/Yes/MK<</CA(4)>>>>")],
            "/DR<</Font<</ZaDb 11 0 R>>>>",
            "6 0 R",
            &[(8, &plain), (9, STAMP), (11, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")],
            Level::Other,
        ),
        case(
            "how one with a look for no state of its own is written",
            &[(6, &text("/V(900)/AP<</N<</x 10 0 R>>>>")), (10, LOOK)],
            "/DA(/F 30 Tf 1 0 0 rg)",
            "6 0 R",
            &with_stamp,
            Level::Other,
        ),
        case(
            "what a field takes over from one that is signed",
            &[(7, group), (6, &of_group)],
            "",
            "7 0 R",
            &[(7, &group_signed), (9, STAMP)],
            Level::Other,
        ),
        case(
            "what a field takes over from one that is filled in",
            &[(7, texts), (6, &of_group)],
            "",
            "7 0 R",
            &[(7, &texts.replace("/T(g)", "/T(g)/V(x)/DA(/F 30 Tf)"))],
            Level::Other,
        ),
        case(
            "a hidden note that is signed",
            &[(6, &note("Sig", 2, ""))],
            "",
            "6 0 R",
            &[(6, &note("Sig", 4, "/V 9 0 R")), (9, STAMP)],
            Level::Other,
        ),
        case(
            "a hidden note that is filled in",
            &[(6, &note("Tx", 2, ""))],
            "",
            "6 0 R",
            &[(6, &note("Tx", 4, "/V(x)"))],
            Level::Other,
        ),
        case(
            "a look for a field that nobody may fill in",
            &[(6, &text("/V(100)/Ff 1"))],
            "",
            "6 0 R",
            &[(6, &text("/V(100)/Ff 1/AP<</N 10 0 R>>")), (10, LOOK)],
            Level::Other,
        ),
        case(
            "a button that is switched",
            &[(6, &button("/Yes 10 0 R", "Yes")), (10, LOOK)],
            "",
            "6 0 R",
            &[(6, &button("/Yes 10 0 R", "Off"))],
            Level::FormFilling,
        ),
        case(
            "a look for the state of a button that had none",
            &[(6, &button("/Yes 10 0 R", "Yes")), (10, LOOK)],
            "",
            "6 0 R",
            &[(6, &button("/Yes 10 0 R/Off 11 0 R", "Off")), (11, LOOK)],
            Level::Other,
        ),
        case(
            "a look for the state of a button that showed nothing",
            &[(6, &button("/Yes 10 0 R/Off 11 0 R", "Yes")), (10, LOOK), (11, BLANK)],
            "",
            "6 0 R",
            &[(6, &button("/Yes 10 0 R/Off 12 0 R", "Off")), (12, LOOK)],
            Level::Other,
        ),
        case(
            "the same where it shows nothing still",
            &[(6, &button("/Yes 10 0 R/Off 11 0 R", "Yes")), (10, LOOK), (11, BLANK)],
            "",
            "6 0 R",
            &[(6, &button("/Yes 10 0 R/Off 12 0 R", "Off")), (12, BLANK)],
            Level::FormFilling,
        ),
        case(
            "a look for each state of a button that had one for all",
            &[
                (6, &button("/Yes 10 0 R", "Off").replace("<</N<</Yes 10 0 R>>>>", "<</N 10 0 R>>")),
                (10, LOOK),
            ],
            "",
            "6 0 R",
            &[(6, &button("/Yes 11 0 R", "Yes")), (11, LOOK)],
            Level::Other,
        ),
        case(
            "one that is kept for all",
            &[
                (6, &button("/Yes 10 0 R", "Off").replace("<</N<</Yes 10 0 R>>>>", "<</N 10 0 R>>")),
                (10, LOOK),
            ],
            "",
            "6 0 R",
            &[(6, &button("/Yes 10 0 R", "Yes").replace("<</N<</Yes 10 0 R>>>>", "<</N 10 0 R>>"))],
            Level::FormFilling,
        ),
        case(
            "a look for a button under the pointer",
            &[(6, &button("/Yes 10 0 R", "Yes")), (10, LOOK)],
            "",
            "6 0 R",
            &[(6, &button("/Yes 10 0 R", "Off").replace("<</N<<", "<</R<</Off 11 0 R>>/N<<")), (11, LOOK)],
            Level::Other,
        ),
        case(
            "the page of a field that is none",
            &[(6, &text("/V(100)"))],
            "",
            "6 0 R",
            &[(8, &plain.replace("/P 3 0 R", "/P(900)")), (9, STAMP)],
            Level::Other,
        ),
    ];
    for Case { name, signed, form, fields, later, level } in cases {
        let catalog = |fields: &str, form: &str| {
            format!("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{fields}]/SigFlags 3{form}>>>>")
        };
        let page =
            |fields: &str| format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Annots[{fields}]>>");
        let mut file = Builder::new("1.7");
        let annotations = if fields == "7 0 R" { "7 0 R 6 0 R" } else { fields };
        file.object(1, &catalog(fields, ""));
        file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        file.object(3, &page(annotations));
        signed.iter().for_each(|(number, body)| file.object(*number, body));
        file.table("");
        if later.iter().any(|(number, _)| *number == 8) {
            file.object(1, &catalog(&format!("{fields} 8 0 R"), form));
            file.object(3, &page(&format!("{annotations} 8 0 R")));
        }
        later.iter().for_each(|(number, body)| file.object(*number, body));
        let found = open(&file.table("").bytes).modifications_since(0).unwrap();
        assert_eq!(found.level, level, "{name}: {:?}", found.told);
    }
}

/// A list that two lead to is what each of them takes it for.
#[test]
fn a_list_is_gone_through_by_each_that_shares_it() {
    let field = "<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/V 9 0 R/P 3 0 R/Rect[0 0 0 0]>>";
    for labels in ["/Nums 6 0 R", "/Nums[0 8 0 R]"] {
        let catalog = |fields: &str| {
            let inert = "/Dests<</X<</D[3 0 R/Fit]/S/ResetForm/Fields 6 0 R>>>>";
            let form = format!("/AcroForm<</Fields[{fields}]/SigFlags 3>>");
            format!("<</Type/Catalog/Pages 2 0 R{inert}/PageLabels<<{labels}>>{form}>>")
        };
        let page =
            |fields: &str| format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Annots[{fields}]>>");
        let mut file = Builder::new("1.7");
        file.object(1, &catalog(""));
        file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        file.object(3, &page(""));
        file.object(6, "[0 8 0 R]");
        file.table("");
        for (number, body) in [(1, &*catalog("8 0 R")), (3, &page("8 0 R")), (8, field), (9, STAMP)] {
            file.object(number, body);
        }
        let found = open(&file.table("").bytes).modifications_since(0).unwrap();
        assert_eq!(found.level, Level::Other, "{labels}: {:?}", found.told);
    }
}

#[test]
fn a_deleted_object_is_a_change_where_it_was_used() {
    let mut file = base();
    file.free(4);
    let found = open(&file.table("").bytes).modifications_since(0).unwrap();
    assert_eq!(found.level, Level::Other, "{found:?}");
    let first = &found.told[0];
    assert_eq!((first.kind, first.page, first.name.as_deref()), (Kind::Page, Some(1), Some("Contents")));
}

#[test]
fn thousands_of_changes_are_told_in_part_and_counted() {
    let mut file = base();
    let notes: String = (100..6_100).map(|number| format!("{number} 0 R ")).collect();
    file.object(3, &page(&format!("/Annots[8 0 R 10 0 R 7 0 R 6 0 R {notes}]")));
    for number in 100..6_100 {
        file.object(number, &format!("<</Type/Annot/Subtype/Text/Rect[0 0 {number} 9]>>"));
    }
    let found = open(&file.table("").bytes).modifications_since(0).unwrap();
    assert_eq!((found.level, found.told.len(), found.untold), (Level::Annotation, 5_000, 1_000));
}

fn replaced_last(bytes: &[u8], what: &str, with: &str) -> Vec<u8> {
    let at = bytes.windows(what.len()).rposition(|window| window == what.as_bytes()).unwrap();
    // `/Root` stands behind what offsets tell of, but before `startxref`, which tells of what is before it.
    [&bytes[..at], with.as_bytes(), &bytes[at + what.len()..]].concat()
}

#[test]
fn comparing_takes_no_more_patience_than_there_is() {
    let bytes = base().table("").bytes.clone();
    let document = open(&bytes);
    let mut history = document.history(pdf::Patience::new(1_000));
    let compared = (0..).take_while(|_| history.modifications_since(0).is_ok()).count();
    assert!((2..100).contains(&compared), "each comparison takes its share: {compared}");
    let ended = history.modifications_since(0);
    assert_eq!(ended, Err(pdf::Error::TooLarge { what: "the comparison of revisions", limit: 1_000 }));
}

#[test]
fn several_comparisons_find_what_each_finds_alone() {
    let mut file = base();
    // Other content; another page in its place; the first one again, with a note; its content as it was; a font.
    let steps: [Objects<'_>; 5] = [
        &[(4, "<</Length 6>>stream\n9 9 m \nendstream")],
        &[(2, "<</Type/Pages/Kids[50 0 R 3 0 R]/Count 2>>"), (50, &page("/Annots[10 0 R]"))],
        &[(3, &page("/Annots[8 0 R 51 0 R]")), (51, "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]>>")],
        &[(4, "<</Length 6>>stream\n0 0 m \nendstream"), (60, "<</Length 0>>stream\n\nendstream")],
        &[(11, "<</Type/Font/Subtype/Type1/BaseFont/Courier>>")],
    ];
    for step in steps {
        step.iter().for_each(|(number, body)| file.object(*number, body));
        file.table("");
    }
    let document = open(&file.bytes);
    let alone: Vec<_> = (0..=5).map(|since| open(&file.bytes).modifications_since(since).unwrap()).collect();
    let changes = alone.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!(changes >= 3, "{alone:#?}");
    for order in [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 3, 0, 5, 0, 1]] {
        let mut history = document.history(pdf::Patience::default());
        for since in order {
            assert_eq!(history.modifications_since(since).unwrap(), alone[since], "{since} of {order:?}");
        }
    }
}

#[test]
fn proof_that_was_stored_does_not_go_away() {
    let catalog = |store: &str| format!("<</Type/Catalog/Pages 2 0 R{CATALOG}{store}>>");
    let judged = |was: &str, is: &str| {
        let mut file = base();
        file.object(1, &catalog(was));
        file.object(30, "<</Certs[31 0 R]>>");
        file.object(31, "<</Length 3>>stream\nabc\nendstream");
        file.table("");
        file.object(1, &catalog(is));
        let found = open(&file.table("").bytes).modifications_since(1).unwrap();
        (found.level, found.told.first().map(|one| (one.kind, one.name.clone())))
    };
    for (was, is) in [("/DSS 30 0 R", ""), ("/DSS 30 0 R", "/DSS null"), ("/DSS<</VRI<<>>>>", "/DSS 99 0 R")]
    {
        let told = Some((Kind::Document, Some("DSS".to_owned())));
        assert_eq!(judged(was, is), (Level::Other, told), "{was} {is}");
    }
    for (was, is) in [("", "/DSS 30 0 R"), ("/DSS<</VRI<<>>>>", "/DSS 30 0 R"), ("/DSS null", "")] {
        assert!(judged(was, is).0 <= Level::Archival, "{was} {is}");
    }
}

#[test]
fn a_stream_that_was_read_once_is_read_again_where_its_length_is_another() {
    let mut file = base();
    file.object(1, &format!("<</Type/Catalog/Pages 2 0 R{CATALOG}/DSS 30 0 R>>"));
    file.object(30, "<</Certs[31 0 R 33 0 R]>>");
    file.object(31, "<</Length 32 0 R>>stream\nabc\nendstream");
    file.object(32, "3");
    file.object(33, "<</Length 3>>stream\nabc\nendstream");
    file.table("");
    file.object(32, "300");
    let bytes = file.table("").bytes.clone();
    let told = |document: &pdf::Document, since| match document.additions_since(since).unwrap() {
        pdf::Additions::Other { why } => why.to_string(),
        other => panic!("{other:?}"),
    };
    let document = open(&bytes);
    assert_eq!(told(&document, 0), "object 32 is not needed for archiving");
    let wrong = told(&document, 1);
    assert!(wrong.contains("expected endstream"), "{wrong}");
    assert_eq!(wrong, told(&open(&bytes), 1));
}

#[test]
fn a_stream_is_the_same_however_its_dictionary_is_written_and_not_with_other_data() {
    let since = |again: &str| {
        let mut file = Builder::new("1.7").with_page("", "");
        file.object(4, "<</Length 6/X(ab)>>stream\n0 0 m \nendstream");
        file.table("");
        file.object(4, again);
        open(&file.table("").bytes).modifications_since(0).unwrap().level
    };
    assert_eq!(since("<</X<6162>/Length 6>>stream\r\n0 0 m \nendstream"), Level::None);
    for other in [
        "<</Length 6/X(ab)>>stream\n0 0 l \nendstream",
        "<</Length 5/X(ab)>>stream\n0 0 m \nendstream",
        "<</Length 6/X(ac)>>stream\n0 0 m \nendstream",
        "<</Length 6/X(ab)>>",
    ] {
        assert_eq!(since(other), Level::Other, "{other}");
    }
}

#[test]
fn a_change_is_found_behind_however_many_objects_that_are_written_again() {
    let mut file = Builder::new("1.7");
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>");
    file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    file.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Contents 30000 0 R>>");
    let many = 100..22_100;
    many.clone().for_each(|number| file.object(number, "(x)"));
    file.object(30_000, "<</Length 6>>stream\n0 0 m \nendstream");
    file.table("");
    many.for_each(|number| file.object(number, "(x)"));
    file.object(30_000, "<</Length 6>>stream\n0 0 l \nendstream");
    let found = open(&file.table("").bytes).modifications_since(0).unwrap();
    assert_eq!(found.level, Level::Other);
    assert_eq!(found.told.iter().map(|one| one.kind).collect::<Vec<_>>(), [Kind::Page]);
}

/// The looks of a field are an object of its own (13), which something else may use too.
#[test]
fn looks_that_a_field_shared_with_something_else_cannot_be_given_up() {
    let level = |catalog: &str, other: &str| {
        let mut file = base();
        file.object(1, &format!("<</Type/Catalog/Pages 2 0 R{CATALOG}{catalog}>>"));
        file.object(8, &format!("<<{TEXT}/V(1)/AP 13 0 R>>"));
        file.object(10, &format!("<</Type/Annot/Subtype/Text/Rect[200 100 220 120]/P 3 0 R{other}>>"));
        file.object(13, "<</N 9 0 R>>");
        file.table("");
        let since = open(&file.bytes).revisions().len() - 1;
        file.object(8, &format!("<<{TEXT}/V(2)/AP<</N 14 0 R>>>>"));
        file.object(14, FORM);
        open(&file.table("").bytes).modifications_since(since).unwrap().level
    };
    assert_eq!(level("", ""), Level::FormFilling);
    assert_eq!(level("/Mine 13 0 R", ""), Level::Other);
    assert_eq!(level("/Mine[<</Deep 13 0 R>>]", ""), Level::Other);
    assert_eq!(level("", "/AP 13 0 R"), Level::Other);
}

#[test]
fn what_is_written_again_as_it_was_serves_archiving_and_nothing_else_does() {
    let additions = |number, body: &str| {
        let mut file = base();
        file.object(number, body);
        open(&file.table("").bytes).additions_since(0).unwrap()
    };
    let needless = |object| pdf::Additions::Other { why: pdf::Objection::Needless { object } };
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    assert_eq!(additions(11, font), pdf::Additions::Archival);
    assert_eq!(additions(11, "<</BaseFont/Helvetica/Subtype/Type1/Type/Font>>"), pdf::Additions::Archival);
    assert_eq!(additions(11, &font.replace("Helvetica", "Courier")), needless(11));
    assert_eq!(additions(11, &font.replace("/Type/Font", "/Type/Font/Type/Font")), needless(11));
    assert_eq!(additions(4, "<</Length 6>>stream\n0 0 m \nendstream"), pdf::Additions::Archival);
    assert_eq!(additions(4, "<</Length 6>>stream\n9 9 m \nendstream"), needless(4));
    assert_eq!(additions(50, font), needless(50));
}

#[test]
fn nobody_fills_in_where_a_field_lies_nor_flags_that_programs_read_differently() {
    let filled = |flags: &str| {
        let field = format!("<<{TEXT}/V(2)/F {flags}/AP<</N 42 0 R>>>>");
        since(&[(8, &field), (42, FORM), (43, "4")]).level
    };
    for flags in ["0", "4", "36", "43 0 R"] {
        assert_eq!(filled(flags), Level::FormFilling, "{flags}");
    }
    // NoZoom and NoRotate; no whole number, or none that there is.
    for flags in ["8", "16", "20", "28", "2.0", "34.", "(2)", "-2", "4294967298"] {
        assert_eq!(filled(flags), Level::Other, "{flags}");
    }
    let note = |flags: &str| {
        let note = format!("<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/P 3 0 R/F {flags}>>");
        let listed = page("/Annots[8 0 R 10 0 R 7 0 R 6 0 R 40 0 R]");
        let direct = page(&format!("/Annots[8 0 R 10 0 R 7 0 R 6 0 R{note}]"));
        let changed = note.replace("[0 0 9 9]", "[200 100 220 120]");
        [
            since(&[(3, &listed), (40, &note)]).level,
            since(&[(3, &direct)]).level,
            since(&[(10, &changed)]).level,
        ]
    };
    for flags in ["0", "4", "28"] {
        assert_eq!(note(flags), [Level::Annotation; 3], "{flags}");
    }
    for flags in ["2.0", "34.", "(2)", "[2]", "-2", "4294967298"] {
        assert_eq!(note(flags), [Level::Other; 3], "{flags}");
    }
}
