//! What honest programs add beside a field or a value: fields that hold fields, elements of the structure, and what they keep for
//! themselves; and what passes for that.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::ModificationLevel as Level;

/// Objects by their numbers.
type Objects<'a> = &'a [(u32, &'a str)];

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R/MarkInfo<</Marked true>>/StructTreeRoot 60 0 R/Outlines 70 0 R>>";
const PAGE: &str = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Resources<</Font<</F 11 0 R>>>>/Contents[4 0 R 89 0 R]/StructParents 0/Annots[8 0 R]>>";
const FORM: &str = "<</Fields[8 0 R]/SigFlags 3>>";
const ROOT: &str =
    "<</Type/StructTreeRoot/K 61 0 R/ParentTree 62 0 R/ParentTreeNextKey 2/RoleMap<</Lead/P>>>>";
const ELEMENT: &str = "<</Type/StructElem/S/Document/P 60 0 R/K[63 0 R 64 0 R]>>";
const TREE: &str = "<</Kids[65 0 R 66 0 R]>>";
const NUMBERS: &str = "<</Limits[1 1]/Nums[1 64 0 R]>>";
const LEAD: &str = "<</Type/StructElem/S/Lead/P 61 0 R/Pg 3 0 R/K 0/Alt(words)>>";
const FIELD: &str = "<</Type/StructElem/S/Form/P 61 0 R/K<</Type/OBJR/Obj 8 0 R/Pg 3 0 R>>>>";

fn base() -> Builder {
    let mut file = Builder::new("1.7");
    for (number, body) in [
        (1, CATALOG),
        (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        (3, PAGE),
        (4, "<</Length 6>>stream\n0 0 m \nendstream"),
        (5, FORM),
        (8, "<</Type/Annot/Subtype/Widget/FT/Tx/T(Amount)/V(1)/P 3 0 R/Rect[10 10 90 30]/StructParent 1>>"),
        (11, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
        (60, ROOT),
        (61, ELEMENT),
        (62, TREE),
        (63, LEAD),
        (64, FIELD),
        (65, "<</Limits[0 0]/Nums[0[63 0 R]]>>"),
        (66, NUMBERS),
        (70, "<</Type/Outlines/First 71 0 R/Last 71 0 R/Count 1>>"),
        (71, "<</Title(Lead)/Parent 70 0 R/SE 63 0 R>>"),
    ] {
        file.object(number, body);
    }
    file.table("");
    file
}

fn since(changes: Objects<'_>) -> Level {
    let mut file = base();
    for (number, body) in changes {
        file.object(*number, body);
    }
    open(&file.table("").bytes).modifications_since(0).unwrap().level
}

/// These changes, and others in their place where they have the same number.
fn with<'a>(changes: Objects<'a>, others: Objects<'a>) -> Vec<(u32, &'a str)> {
    let kept = changes.iter().filter(|(number, _)| others.iter().all(|(other, _)| other != number));
    kept.chain(others).copied().collect()
}

const VALUE: &str = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents<00>>>";

const STAMP: &str = "<</Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/Contents<00>>>";

/// A signature whose widget has its place in the structure.
fn tagged() -> Vec<(u32, &'static str)> {
    vec![
        (
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Resources<</Font<</F 11 0 R>>>>/Contents[4 0 R 89 0 R]/StructParents 0/Annots[8 0 R 80 0 R]>>",
        ),
        (5, "<</Fields[8 0 R 80 0 R]/SigFlags 3>>"),
        (
            80,
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(New)/TU(New)/V 81 0 R/P 3 0 R/Rect[100 0 180 20]/F 4/StructParent 2>>",
        ),
        (81, VALUE),
        (60, "<</Type/StructTreeRoot/K 61 0 R/ParentTree 62 0 R/ParentTreeNextKey 3/RoleMap<</Lead/P>>>>"),
        (61, "<</Type/StructElem/S/Document/P 60 0 R/K[63 0 R 64 0 R 82 0 R]>>"),
        (66, "<</Limits[1 2]/Nums[1 64 0 R 2 82 0 R]>>"),
        (82, "<</Type/StructElem/S/Form/P 61 0 R/Pg 3 0 R/K<</Type/OBJR/Obj 80 0 R/Pg 3 0 R>>>>"),
    ]
}

#[test]
fn a_new_signature_may_have_its_place_in_the_structure() {
    let tagged = tagged();
    let unseen = tagged[2].1.replace("100 0 180 20", "0 0 0 0");
    let waits = tagged[2].1.replace("/V 81 0 R", "");
    let cases: &[(&str, Objects<'_>, Level)] = &[
        ("a signature", &[], Level::FormFilling),
        ("a field that waits", &[(80, &waits)], Level::FormFilling),
        ("a time-stamp that is not seen", &[(80, &unseen), (81, STAMP)], Level::Archival),
        (
            "between others",
            &[(61, &tagged[5].1.replace("64 0 R 82 0 R", "82 0 R 64 0 R"))],
            Level::FormFilling,
        ),
        (
            "a parent tree that says what it is",
            &[(66, "<</Type/ParentTree/Limits[1 2]/Nums[1 64 0 R 2 82 0 R]>>")],
            Level::FormFilling,
        ),
        (
            "its kid in an array",
            &[(82, "<</S/Form/P 61 0 R/K[<</Type/OBJR/Obj 80 0 R>>]>>")],
            Level::FormFilling,
        ),
        ("no next key told", &[(60, ROOT)], Level::FormFilling),
        (
            "under the root",
            &[
                (60, &tagged[4].1.replace("/K 61 0 R", "/K[61 0 R 82 0 R]")),
                (61, ELEMENT),
                (82, &tagged[7].1.replace("/P 61", "/P 60")),
            ],
            Level::FormFilling,
        ),
        (
            "a new leaf of the parent tree",
            &[
                (62, "<</Kids[65 0 R 66 0 R 83 0 R]>>"),
                (66, NUMBERS),
                (83, "<</Limits[2 2]/Nums[2 82 0 R]>>"),
            ],
            Level::FormFilling,
        ),
        (
            "a new parent tree, with the elements of a page in an array of its own",
            &[
                (60, &tagged[4].1.replace("62 0 R", "87 0 R")),
                (66, NUMBERS),
                (87, "<</Nums[0 88 0 R 1 64 0 R 2 82 0 R]>>"),
                (88, "[63 0 R]"),
            ],
            Level::FormFilling,
        ),
    ];
    for (name, others, level) in cases {
        let others = with(&tagged, others);
        // What writes the root anew counts on.
        assert_eq!(since(&others), *level, "{name}");
    }
}

/// Some programs write that no name stands for another, where that was so.
#[test]
fn no_roles_may_be_written_where_there_were_none() {
    for (roles, level) in [("/RoleMap<<>>", Level::FormFilling), ("/RoleMap<</Lead/P>>", Level::Other)] {
        let mut file = base();
        file.object(60, &ROOT.replace("/RoleMap<</Lead/P>>", ""));
        file.table("");
        let tagged = tagged();
        let root = tagged[4].1.replace("/RoleMap<</Lead/P>>", roles);
        for (number, body) in with(&tagged, &[(60, &root)]) {
            file.object(number, body);
        }
        assert_eq!(open(&file.table("").bytes).modifications_since(1).unwrap().level, level, "{roles}");
    }
}

/// A field that waits on no page may take its place when it is signed, unless it is something else there.
#[test]
fn a_note_that_waits_for_a_signature_is_seen_when_it_takes_its_place() {
    for (kind, level) in [("Widget", Level::Archival), ("Text", Level::Other), ("FreeText", Level::Other)] {
        let waits = format!("<</Subtype/{kind}/Contents(Pay)/FT/Sig/T(New)/P 3 0 R/Rect[9 9 9 9]/F 4>>");
        let mut file = base();
        file.object(5, "<</Fields[8 0 R 80 0 R]/SigFlags 3>>");
        file.object(80, &waits);
        file.table("");
        file.object(3, &PAGE.replace("[8 0 R]", "[8 0 R 80 0 R]"));
        file.object(80, &waits.replace("/T(New)", "/T(New)/V 81 0 R"));
        file.object(81, STAMP);
        let document = open(&file.table("").bytes);
        assert_eq!(document.modifications_since(1).unwrap().level, level, "{kind}");
    }
}

#[test]
fn programs_find_what_they_found_in_the_structure() {
    let tagged = tagged();
    let unseen = tagged[2].1.replace("100 0 180 20", "0 0 0 0");
    let speaking = unseen.replace("/TU(New)", "/TU(The figure says 900)");
    let cases: [(&str, Objects<'_>, Level); 6] = [
        ("as it was", &[], Level::Archival),
        ("a field that is read to somebody", &[(80, &speaking)], Level::FormFilling),
        ("limits that are none", &[(66, "<</Nums[1 64 0 R 2 82 0 R]>>")], Level::Other),
        ("limits of others", &[(66, "<</Limits[5 6]/Nums[1 64 0 R 2 82 0 R]>>")], Level::Other),
        ("not in order", &[(66, "<</Limits[1 2]/Nums[2 82 0 R 1 64 0 R]>>")], Level::Other),
        ("leaves that are not in order", &[(62, "<</Kids[66 0 R 65 0 R]>>")], Level::Other),
    ];
    for (name, others, level) in cases {
        let unseen: Objects<'_> = &[(80, &unseen), (81, STAMP)];
        let unseen = with(&tagged, unseen);
        assert_eq!(since(&with(&unseen, others)), level, "{name}");
    }
}

#[test]
fn nothing_else_becomes_of_the_structure() {
    let tagged = tagged();
    let element = |more: &str| tagged[7].1.replace("/Pg 3 0 R/K", &format!("/Pg 3 0 R{more}/K"));
    let document = |kids: &str| format!("<</Type/StructElem/S/Document/P 60 0 R/K[{kids}]>>");
    let widget = |more: &str| tagged[2].1.replace("/StructParent 2", more);
    let cases: &[(&str, Objects<'_>)] = &[
        ("other words of the new element", &[(82, &element("/ActualText(Pay 9)"))]),
        ("an alternative", &[(82, &element("/Alt(Pay 9)"))]),
        ("an expansion", &[(82, &element("/E(Pay 9)"))]),
        ("a title", &[(82, &element("/T(Pay 9)"))]),
        ("another type", &[(82, &tagged[7].1.replace("/S/Form", "/S/Lead"))]),
        (
            "content beside the widget",
            &[(82, &tagged[7].1.replace("/K<<", "/K[0<<").replace(">>>>", ">>]>>"))],
        ),
        ("content of a page", &[(82, &tagged[7].1.replace("/K<</Type/OBJR/Obj 80 0 R/Pg 3 0 R>>", "/K 0"))]),
        ("another widget", &[(82, &tagged[7].1.replace("/Obj 80", "/Obj 8"))]),
        ("no page", &[(82, &tagged[7].1.replace("/Pg 3 0 R/K", "/Pg 84 0 R/K")), (84, "<</X 85 0 R>>")]),
        ("other words of another", &[(63, &LEAD.replace("/Alt(words)", "/Alt(others)"))]),
        ("words of the parent", &[(61, &tagged[5].1.replace("/K[", "/ActualText(x)/K["))]),
        ("another order", &[(61, &document("64 0 R 63 0 R 82 0 R"))]),
        ("one that is gone", &[(61, &document("64 0 R 82 0 R"))]),
        ("twice", &[(61, &document("63 0 R 64 0 R 82 0 R 82 0 R"))]),
        ("one more", &[(61, &document("63 0 R 64 0 R 82 0 R 83 0 R")), (83, FIELD)]),
        ("one that is not listed", &[(61, ELEMENT)]),
        ("content more", &[(61, &document("63 0 R 64 0 R 82 0 R 5"))]),
        ("another role", &[(60, &tagged[4].1.replace("/Lead/P", "/Lead/Artifact"))]),
        ("a leaf with more in it", &[(66, "<</Limits[1 2]/Nums[1 64 0 R 2 82 0 R]/Kids[65 0 R]>>")]),
        ("a leaf of another type", &[(66, "<</Type/Page/Limits[1 2]/Nums[1 64 0 R 2 82 0 R]>>")]),
        ("a smaller next key", &[(60, &tagged[4].1.replace("Key 3", "Key 1"))]),
        ("no next key", &[(60, &tagged[4].1.replace("/ParentTreeNextKey 3", ""))]),
        ("another place of another", &[(66, "<</Limits[1 2]/Nums[1 82 0 R 2 82 0 R]>>")]),
        ("a place of another that is gone", &[(66, "<</Limits[2 2]/Nums[2 82 0 R]>>")]),
        ("a place that no widget has", &[(80, &widget("/StructParent 3"))]),
        ("no place", &[(80, &widget(""))]),
        (
            "a leaf that is an element",
            &[(62, "<</Kids[65 0 R 66 0 R 63 0 R]>>"), (63, "<</Nums[2 82 0 R]>>"), (66, NUMBERS)],
        ),
        ("content of the page", &[(89, "<</Length 1>>stream\nS\nendstream")]),
        (
            "an element that was wanted elsewhere",
            &[
                (61, &document("63 0 R 64 0 R 89 0 R")),
                (66, "<</Limits[1 2]/Nums[1 64 0 R 2 89 0 R]>>"),
                (89, tagged[7].1),
                (82, "null"),
            ],
        ),
        ("another title of the outline", &[(71, "<</Title(Other)/Parent 70 0 R/SE 63 0 R>>")]),
        ("a field that is no signature", &[(80, &tagged[2].1.replace("/FT/Sig", "/FT/Tx"))]),
        (
            "a new parent tree with other elements of a page",
            &[
                (60, &tagged[4].1.replace("62 0 R", "87 0 R")),
                (66, NUMBERS),
                (87, "<</Nums[0 88 0 R 1 64 0 R 2 82 0 R]>>"),
                (88, "[64 0 R]"),
            ],
        ),
        (
            "a new parent tree that was something else",
            &[
                (60, &tagged[4].1.replace("62 0 R", "71 0 R")),
                (66, NUMBERS),
                (71, "<</Nums[0[63 0 R]1 64 0 R 2 82 0 R]>>"),
            ],
        ),
        ("roles where there were none", &[(60, &tagged[4].1.replace("/RoleMap<</Lead/P>>", "/RoleMap<<>>"))]),
        ("no structure", &[(1, &CATALOG.replace("/StructTreeRoot 60 0 R", ""))]),
        ("another structure", &[(1, &CATALOG.replace("Root 60", "Root 86")), (86, ROOT)]),
    ];
    for (name, others) in cases {
        assert_eq!(since(&with(&tagged, others)), Level::Other, "{name}");
    }
    assert_eq!(
        since(&[(61, &document("63 0 R 64 0 R 82 0 R")), (82, FIELD)]),
        Level::Other,
        "without a field"
    );
}

/// A signature in a field `Group.New`.
fn grouped() -> Vec<(u32, String)> {
    let mut all: Vec<(u32, String)> =
        tagged().into_iter().take(4).map(|(number, body)| (number, body.to_owned())).collect();
    all[1].1 = "<</Fields[8 0 R 90 0 R]/SigFlags 3>>".into();
    all[2].1 = all[2].1.replace("/StructParent 2", "/Parent 90 0 R");
    all.push((90, "<</T(Group)/Kids[80 0 R]>>".into()));
    all
}

/// One signature would take the room of many, and count as many.
#[test]
fn a_signature_is_the_value_of_one_field() {
    let field = |name: &str, value: &str| {
        format!("<</Type/Annot/Subtype/Widget/FT/Sig/T({name}){value}/P 3 0 R/Rect[100 0 180 20]/F 4>>")
    };
    let page = PAGE.replace("[8 0 R]", "[8 0 R 80 0 R 82 0 R]");
    let both = "<</Fields[8 0 R 80 0 R 82 0 R]/SigFlags 3>>";
    let judged = |first: &str, second: &str| {
        since(&[(3, &page), (5, both), (80, &field("A", first)), (81, VALUE), (82, &field("B", second))])
    };
    assert_eq!(judged("/V 81 0 R", ""), Level::FormFilling);
    assert_eq!(judged("/V 81 0 R", "/V 81 0 R"), Level::Other);
    let mut file = base();
    for (number, body) in [(3, &*page), (5, both), (80, &field("A", "")), (82, &field("B", ""))] {
        file.object(number, body);
    }
    file.table("");
    let waiting = file.bytes;
    for (second, level) in [("", Level::FormFilling), ("/V 81 0 R", Level::Other)] {
        let mut file = Builder::behind(&waiting);
        for (number, body) in [(80, &*field("A", "/V 81 0 R")), (81, VALUE), (82, &field("B", second))] {
            file.object(number, body);
        }
        assert_eq!(open(&file.table("").bytes).modifications_since(1).unwrap().level, level, "{second}");
    }
}

#[test]
fn a_new_signature_may_stand_in_new_fields_above_it() {
    let grouped = grouped();
    let grouped: Vec<(u32, &str)> = grouped.iter().map(|(number, body)| (*number, body.as_str())).collect();
    let child = grouped[2].1;
    let typed = "<</FT/Sig/T(Group)/Kids[80 0 R]>>";
    let without = child.replace("/FT/Sig", "");
    let honest: &[(&str, Objects<'_>)] = &[
        ("one above", &[]),
        ("its type above", &[(90, typed), (80, &without)]),
        (
            "two above",
            &[
                (90, "<</T(Group)/Kids[91 0 R]>>"),
                (91, "<</T(Sub)/Parent 90 0 R/Kids[80 0 R]>>"),
                (80, &child.replace("/Parent 90", "/Parent 91")),
            ],
        ),
    ];
    for (name, others) in honest {
        assert_eq!(since(&with(&grouped, others)), Level::FormFilling, "{name}");
    }
    let above = grouped[4].1;
    let more = |more: &str| above.replace("/T(", &format!("{more}/T("));
    let odd: &[(&str, Objects<'_>)] = &[
        ("a value above", &[(90, &more("/V 81 0 R"))]),
        ("flags above", &[(90, &more("/Ff 1"))]),
        ("a look above", &[(90, &more("/AP<<>>"))]),
        ("an action above", &[(90, &more("/AA<<>>"))]),
        ("a widget above", &[(90, &more("/Subtype/Widget/Rect[0 0 9 9]"))]),
        ("another type above", &[(90, &more("/FT/Tx"))]),
        ("the name of a field that was there", &[(90, &above.replace("Group", "Amount"))]),
        ("a name of two", &[(90, &above.replace("Group", "A.B"))]),
        ("no name", &[(90, "<</Kids[80 0 R]>>")]),
        ("nothing in it", &[(90, "<</T(Group)/Kids[]>>")]),
        ("a field that was there in it", &[(90, &above.replace("[80", "[8 0 R 80"))]),
        ("one twice in it", &[(90, &above.replace("[80", "[80 0 R 80"))]),
        (
            "a text in it",
            &[(90, &above.replace("[80", "[92 0 R 80")), (92, "<</FT/Tx/T(Text)/Parent 90 0 R/V(x)>>")],
        ),
        ("one of another field", &[(80, &child.replace("/Parent 90", "/Parent 8"))]),
        (
            "what was there",
            &[
                (5, "<</Fields[8 0 R 63 0 R]/SigFlags 3>>"),
                (63, "<</T(Group)/Kids[80 0 R]>>"),
                (80, &child.replace("/Parent 90", "/Parent 63")),
                (90, "null"),
            ],
        ),
        (
            "what the page wanted",
            &[
                (5, "<</Fields[8 0 R 89 0 R]/SigFlags 3>>"),
                (89, "<</T(Group)/Kids[80 0 R]>>"),
                (80, &child.replace("/Parent 90", "/Parent 89")),
                (90, "null"),
            ],
        ),
    ];
    for (name, others) in odd {
        assert_eq!(since(&with(&grouped, others)), Level::Other, "{name}");
    }
}

#[test]
fn what_programs_keep_for_themselves_shows_nothing() {
    let page = |more: &str| PAGE.replace("/Annots", &format!("{more}/Annots"));
    let catalog = |more: &str| CATALOG.replace("/Pages", &format!("{more}/Pages"));
    let own = "/PieceInfo<</Own<</LastModified(D:2026)/Private 93 0 R>>>>";
    let cases: &[(&str, Objects<'_>, Level)] = &[
        ("of the catalog", &[(1, &catalog(own)), (93, "<</Way 94 0 R>>"), (94, "(own)")], Level::Archival),
        ("of a page", &[(3, &page(own)), (93, "(own)")], Level::Archival),
        ("as an object", &[(3, &page("/PieceInfo 93 0 R")), (93, "<</Own<</Private 1>>>>")], Level::Archival),
        ("when it did so", &[(3, &page("/LastModified(D:20261128)"))], Level::Archival),
        ("the way of the keyboard", &[(3, &page("/Tabs/S"))], Level::Archival),
        ("what the page wanted", &[(3, &page(&own.replace("93", "89"))), (89, "(own)")], Level::Other),
        (
            "what the page shows",
            &[(3, &page(&own.replace("93", "4"))), (4, "<</Length 6>>stream\n9 9 m \nendstream")],
            Level::Other,
        ),
        (
            "a font",
            &[(1, &catalog(&own.replace("93", "11"))), (11, "<</Type/Font/Subtype/Type1/BaseFont/Courier>>")],
            Level::Other,
        ),
        (
            "an element",
            &[(1, &catalog(&own.replace("93", "63"))), (63, &LEAD.replace("words", "x"))],
            Level::Other,
        ),
        ("a field", &[(1, &catalog(&own.replace("93", "8"))), (8, "(own)")], Level::Other),
        ("a time that is none", &[(3, &page("/LastModified 93 0 R")), (93, "(D:2026)")], Level::Other),
        ("a way that is none", &[(3, &page("/Tabs 93 0 R")), (93, "/S")], Level::Other),
        ("a way of another name", &[(3, &page("/Tabs/X"))], Level::Other),
        ("an array", &[(1, &catalog("/PieceInfo[93 0 R]")), (93, "<<>>")], Level::Other),
        ("beside something else", &[(3, &page("/Tabs/S/Rotate 90"))], Level::Other),
        ("twice", &[(3, &page("/Tabs/S/Tabs/R"))], Level::Other),
    ];
    for (name, changes, level) in cases {
        assert_eq!(since(changes), *level, "{name}");
    }
    // What was there may be another, or gone.
    let mut file = base();
    file.object(3, &page("/PieceInfo 93 0 R/Tabs/R/LastModified(D:2025)"));
    file.object(93, "<</Own<</Private 1>>>>");
    file.table("");
    for (name, body, own) in [
        ("gone", PAGE.to_owned(), "<</Own<</Private 1>>>>"),
        ("another", page("/PieceInfo 93 0 R/Tabs/S/LastModified(D:2026)"), "<</Own<</Private 2>>>>"),
        ("another behind", page("/PieceInfo 93 0 R/Tabs/R/LastModified(D:2025)"), "<</Own<</Private 2>>>>"),
    ] {
        let mut file = file.clone();
        file.object(3, &body);
        file.object(93, own);
        let found = open(&file.table("").bytes).modifications_since(1).unwrap();
        assert_eq!(found.level, Level::Archival, "{name}");
    }
    let mut own = file.clone();
    own.object(93, "<</Own<</Private 2>>>>");
    let found = open(&own.table("").bytes).modifications_since(1).unwrap();
    assert_eq!(found.level, Level::Archival, "the page itself is the very same");
}
