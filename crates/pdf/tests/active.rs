//! What can change what a document shows is found wherever it stands, and nowhere else.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, open};
use pdf::{Active, ActiveContent, ActiveKind};

/// A page with an annotation, 5, and a field, 6 with its widget 7; more of the catalog, the page, and other objects.
fn content(catalog: &str, page: &str, objects: &[(u32, &str)]) -> ActiveContent {
    let mut builder = Builder::new("1.7").with_page(catalog, page);
    for (number, object) in objects {
        builder.object(*number, object);
    }
    open(&builder.table("").bytes).active_content().unwrap()
}

fn one(kind: ActiveKind, name: Option<&str>, page: Option<u32>, rect: Option<[f32; 4]>) -> Active {
    Active { kind, name: name.map(str::to_owned), page, rect, count: 1 }
}

const BOX: Option<[f32; 4]> = Some([10.0, 20.0, 110.0, 40.0]);

/// A link with this action.
fn link(action: &str) -> ActiveContent {
    let annotation = format!("<</Subtype/Link/Rect[110 20 10 40]/A{action}>>");
    content("", "/Annots[5 0 R]", &[(5, &annotation)])
}

#[test]
fn each_kind_is_found_in_each_of_its_places() {
    use ActiveKind::{Action, External, FormRemade, Layers, Multimedia, Script, Xfa};
    let script = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
    let form = "/AcroForm<</Fields[6 0 R]>>";
    let widget = (7, "<</Subtype/Widget/Parent 6 0 R/Rect[10 20 110 40]>>");
    let field = format!("<</T(a)/FT/Tx/Kids[7 0 R]/AA<</C{script}>>>>");
    let above = format!("<</T(a)/Kids[8 0 R]/AA<</C{script}>>>>");
    let below = "<</T(b)/FT/Tx/Parent 6 0 R/Subtype/Widget/Rect[10 20 110 40]>>";
    let movie = "<</Subtype/RichMedia/Rect[10 20 110 40]>>";
    let merged = format!("<</T(a)/FT/Tx/Subtype/Widget/Rect[10 20 110 40]/AA<</F{script}>>>>");
    let direct = format!("/Annots[<</Subtype/Widget/Rect[10 20 110 40]/AA<</E{script}>>>>]");
    let (whole, page) = (None, Some(1));
    let cases: Vec<(ActiveContent, Active)> = vec![
        (content(&format!("/OpenAction{script}"), "", &[]), one(Script, None, whole, None)),
        (content("/OpenAction 5 0 R", "", &[(5, script)]), one(Script, None, whole, None)),
        (content(&format!("/AA<</WC{script}>>"), "", &[]), one(Script, None, whole, None)),
        (
            content("/Names<</JavaScript<</Names[(a)5 0 R]>>>>", "", &[(5, script)]),
            one(Script, None, whole, None),
        ),
        (
            content(
                "/Names 5 0 R",
                "",
                &[
                    (5, "<</JavaScript 6 0 R>>"),
                    (6, "<</Kids[7 0 R 6 0 R]>>"),
                    (7, "<</Limits[(a)(a)]/Names[(a)8 0 R]>>"),
                    (8, script),
                ],
            ),
            one(Script, None, whole, None),
        ),
        (content("", &format!("/AA<</O{script}>>"), &[]), one(Script, None, page, None)),
        (content("", "/AA 5 0 R", &[(5, "<</O 6 0 R>>"), (6, script)]), one(Script, None, page, None)),
        (link(script), one(Script, None, page, BOX)),
        (content("", &direct, &[]), one(Script, None, page, BOX)),
        (content(form, "/Annots[7 0 R]", &[(6, &field), widget]), one(Script, None, page, BOX)),
        (content(form, "/Annots[8 0 R]", &[(6, &above), (8, below)]), one(Script, None, page, BOX)),
        (content(form, "/Annots[6 0 R]", &[(6, &merged)]), one(Script, None, page, BOX)),
        (content(form, "", &[(6, &merged)]), one(Script, None, whole, None)),
        (
            content(
                "/Outlines 5 0 R",
                "",
                &[
                    (5, "<</First 6 0 R/Last 6 0 R/Count 1>>"),
                    (6, &format!("<</Title(a)/Parent 5 0 R/A{script}>>")),
                ],
            ),
            one(Script, None, whole, None),
        ),
        (
            link("<</S/GoTo/D[3 0 R/Fit]/Next[<</S/Launch/F(a.exe)>>]>>"),
            one(Action, Some("Launch"), page, BOX),
        ),
        (link("<</S/SubmitForm/F(http://a.test)>>"), one(Action, Some("SubmitForm"), page, BOX)),
        (link("<</S/ImportData/F(a.fdf)>>"), one(Action, Some("ImportData"), page, BOX)),
        (link("<</S/GoToR/F(b.pdf)/D[0/Fit]>>"), one(Action, Some("GoToR"), page, BOX)),
        (link("<</S/GoToE/T<<>>/D[0/Fit]>>"), one(Action, Some("GoToE"), page, BOX)),
        (link("<</S/Hide/T(a)>>"), one(Action, Some("Hide"), page, BOX)),
        (content("/OpenAction<</S/URI/URI(http://a.test)>>", "", &[]), one(Action, Some("URI"), whole, None)),
        (link("<</S/Sound/Sound 9 0 R>>"), one(Multimedia, Some("Sound"), page, BOX)),
        (content("", "/Annots[5 0 R]", &[(5, movie)]), one(Multimedia, Some("RichMedia"), page, BOX)),
        (
            content("/OCProperties<</OCGs[5 0 R]/D<<>>>>", "", &[(5, "<</Type/OCG/Name(a)>>")]),
            one(Layers, None, whole, None),
        ),
        (link("<</S/SetOCGState/State[/ON 5 0 R]>>"), one(Layers, Some("SetOCGState"), page, BOX)),
        (
            content("", "/Contents[4 0 R 5 0 R]", &[(5, "<</Length 0/F(a.txt)>>stream\n\nendstream")]),
            one(External, None, page, None),
        ),
        (
            content(
                "",
                "/Resources 5 0 R",
                &[
                    (5, "<</XObject<</A 6 0 R>>>>"),
                    (6, "<</Length 0/Resources<</XObject 7 0 R>>>>stream\n\nendstream"),
                    (7, "<</B 8 0 R>>"),
                    (8, "<</Subtype/Image/Length 0/#46<</F(a.png)>>>>stream\n\nendstream"),
                ],
            ),
            one(External, None, page, None),
        ),
        (
            content(
                "",
                "/Annots[5 0 R]",
                &[
                    (5, "<</Subtype/Stamp/Rect[10 20 110 40]/AP<</N 6 0 R>>>>"),
                    (6, "<</Subtype/Form/Ref<</F(b.pdf)/Page 0>>/Length 0>>stream\n\nendstream"),
                ],
            ),
            one(External, Some("Ref"), page, None),
        ),
        (
            content(
                "",
                "/Resources<</Font<</A 5 0 R>>>>",
                &[
                    (5, "<</Type/Font/FontDescriptor<</FontFile 6 0 R>>>>"),
                    (6, "<</Length 0/F(a.pfb)>>stream\n\nendstream"),
                ],
            ),
            one(External, None, whole, None),
        ),
        (
            // One of them can be read, whatever is the matter with another object.
            content("", "/Contents 5 0 R", &[(5, "<</Length 0/F(a)>>stream\n\nendstream"), (6, "[(")]),
            one(External, None, page, None),
        ),
        (content("/AcroForm<</Fields[]/XFA 5 0 R>>", "", &[(5, "(xdp)")]), one(Xfa, None, whole, None)),
        (content("/AcroForm<</Fields[]/NeedAppearances true>>", "", &[]), one(FormRemade, None, whole, None)),
    ];
    for (number, (found, expected)) in cases.into_iter().enumerate() {
        let wanted = ActiveContent { found: vec![expected], unread: None };
        assert_eq!(found, wanted, "case {number}");
    }
}

#[test]
fn an_ordinary_document_has_none() {
    let links = "<</Subtype/Link/Rect[1 2 3 4]/A<</S/URI/URI(http://a.test)/Next<</S/GoTo/D[3 0 R/Fit]>>>>>>";
    let found = content(
        "/OpenAction[3 0 R/Fit]/AcroForm<</Fields[6 0 R]/NeedAppearances false/XFA null>>/Names<</Dests<<>>\
         /JavaScript<</Names[]>>>>/OCProperties<</OCGs[]>>/Outlines 8 0 R",
        "/AA<<>>/Annots[5 0 R 6 0 R]",
        &[
            (5, links),
            (6, "<</T(JavaScript)/FT/Tx/V(/S/JavaScript)/Subtype/Widget/F 4/Rect[1 2 3 4]/AP<</N 7 0 R>>>>"),
            (7, "<</Subtype/Form/Length 0>>stream\n\nendstream"),
            (8, "<</First 9 0 R/Last 9 0 R>>"),
            (9, "<</Title(a)/A<</S/GoTo/D[3 0 R/Fit]>>>>"),
            // Nobody can reach it.
            (10, "<</S/JavaScript/JS(a)>>"),
        ],
    );
    assert_eq!(found, ActiveContent::default());
    let read = |bytes: &[u8]| open(bytes).active_content().unwrap();
    for file in ["chromium.pdf", "latex.pdf", "libreoffice.pdf", "mupdf.pdf"] {
        let path = format!("{}/../../tests/fixtures/producers/{file}", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(read(&std::fs::read(path).unwrap()), ActiveContent::default(), "{file}");
    }
}

/// What is found is found by what is written there: one letter less, and it is something else.
#[test]
fn what_is_misspelt_does_nothing() {
    let found = link("<</S/JavaScript/JS(a)>>");
    assert_eq!(found.kinds(), [ActiveKind::Script]);
    for action in
        ["<</S/JavaScrip/JS(a)>>", "<</S(JavaScript)/JS(a)>>", "<</T/JavaScript/JS(a)>>", "[/JavaScript]"]
    {
        assert_eq!(link(action), ActiveContent::default(), "{action}");
    }
    // A stream's own entries count, and not those of a dictionary inside it.
    let inner = "<</Length 0/DecodeParms<</F 1>>/Metadata<</F(a)>>>>stream\n\nendstream";
    assert_eq!(content("", "/Contents 5 0 R", &[(5, inner)]), ActiveContent::default());
    // Nor do they mean that in anything but a stream, nor if there is nothing behind them.
    let objects = [(5, "<</Length 0/F null/Ref null>>stream\n\nendstream"), (6, "<</Length 0/F(a)/Ref(b)>>")];
    assert_eq!(content("", "/Contents 5 0 R/X 6 0 R", &objects), ActiveContent::default());
}

#[test]
fn a_later_revision_is_looked_at_as_it_is_now() {
    let mut builder = Builder::new("1.7").with_page("/OpenAction<</S/JavaScript/JS(a)>>", "");
    let before = builder.table("").bytes.clone();
    let mut later = Builder::behind(&before);
    later.object(1, "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R 6 0 R]>>>>");
    let after = later.table("").bytes.clone();
    assert_eq!(open(&before).active_content().unwrap().kinds(), [ActiveKind::Script]);
    let found = open(&after).active_content().unwrap();
    assert_eq!(found.found, [Active { count: 2, ..one(ActiveKind::Layers, None, None, None) }]);
    let document = open(&after);
    let (signatures, pages) = document.signatures_and_pages().unwrap();
    assert!(signatures.is_empty() && document.active_content_of(&pages) == found);
}

#[test]
fn many_are_told_as_a_few_and_the_rest() {
    let annotations: Vec<(u32, String)> = (5..505)
        .map(|n| (n, format!("<</Subtype/Link/Rect[{n} 0 600 9]/A<</S/JavaScript/JS(a)>>>>")))
        .collect();
    let objects: Vec<_> = annotations.iter().map(|(n, text)| (*n, text.as_str())).collect();
    let list: String = (5..505).map(|n| format!("{n} 0 R ")).collect();
    let catalog = "/AcroForm<</Fields[]/NeedAppearances true>>";
    let found = content(catalog, &format!("/Annots[{list}]"), &objects).found;
    assert_eq!(found.len(), 52);
    assert_eq!(found[50], Active { count: 450, ..one(ActiveKind::Script, None, None, None) });
    assert_eq!(found[51].kind, ActiveKind::FormRemade, "others are not pushed out");
}

#[test]
fn what_cannot_be_read_hides_nothing_and_is_told() {
    let mut builder = Builder::new("1.7").with_page("", "/Annots[5 0 R 6 0 R]");
    builder.object(5, "<</Subtype/Link/A<<");
    builder.object(6, "<</Subtype/Link/Rect[10 20 110 40]/A<</S/Launch/F(a)>>>>");
    let found = open(&builder.table("").bytes).active_content().unwrap();
    assert_eq!(found.found, [one(ActiveKind::Action, Some("Launch"), Some(1), BOX)]);
    assert!(found.unread.is_some());
}

#[test]
fn rings_and_ladders_come_to_an_end() {
    // Each action leads to the two of the next step, and the last to the first.
    let steps: Vec<(u32, String)> = (0..40)
        .map(|step| {
            let next = 10 + (step + 1) % 40;
            (10 + step, format!("<</S/JavaScript/JS(a)/Next[{next} 0 R {next} 0 R {} 0 R]>>", 10 + step))
        })
        .collect();
    let mut objects: Vec<_> = steps.iter().map(|(n, text)| (*n, text.as_str())).collect();
    objects.extend([
        (5, "<</Subtype/Widget/T(a)/Parent 6 0 R/Kids[6 0 R 5 0 R]/Rect[10 20 110 40]/A 10 0 R/AP<</N 7 0 R>>>>"),
        (6, "<</T(b)/Kids[5 0 R 6 0 R]/AA 6 0 R>>"),
        (7, "<</Length 0/Resources 8 0 R>>stream\n\nendstream"),
        (8, "<</XObject<</A 7 0 R/B 8 0 R/C 9 0 R>>/Resources 8 0 R>>"),
        (9, "[9 0 R 8 0 R 7 0 R]"),
        (60, "<</First 60 0 R/Next 60 0 R/A 60 0 R/Next 61 0 R>>"),
        (61, "<</First 60 0 R/Next 61 0 R/Kids[61 0 R]>>"),
    ]);
    let catalog =
        "/AcroForm<</Fields[6 0 R 6 0 R]>>/Outlines 60 0 R/Names<</JavaScript 61 0 R>>/OpenAction 62 0 R";
    let found = content(catalog, "/Annots[5 0 R 5 0 R]/Contents 9 0 R", &objects);
    assert_eq!(found.found, [Active { count: 40, ..one(ActiveKind::Script, None, Some(1), BOX) }]);
    // A chain without an end that is no ring.
    let long: Vec<(u32, String)> =
        (10..2_000).map(|n| (n, format!("<</S/GoTo/Next {} 0 R>>", n + 1))).collect();
    let objects: Vec<_> = long.iter().map(|(n, text)| (*n, text.as_str())).collect();
    let mut builder = Builder::new("1.7").with_page("/OpenAction 10 0 R", "");
    objects.iter().for_each(|(number, text)| builder.object(*number, text));
    let found = open(&builder.table("").bytes).active_content().unwrap();
    assert!(found.is_empty() && found.unread.unwrap().contains("actions in a row"));
}
