//! Shadow attacks: the signed bytes hold two documents, and an update turns from one to the other.

use lopdf::{Dictionary, Object};

use super::saving::{WORDS, catalog_entry};
use super::stage::{Base, Case};
use super::update::{End, Update, stream};

type Change = fn(&mut Update);

/// What was laid over the content is taken away.
const HIDDEN: [(&str, Change); 8] = [
    ("the image deleted", |update| update.free(7)),
    ("the image of another colour", |update| {
        let head = "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray";
        update.set((7, 0), stream(head, "\u{1}"));
    }),
    ("the image is nothing", |update| update.set((7, 0), "null")),
    ("the image is an empty form", |update| {
        update.set((7, 0), stream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]", ""));
    }),
    ("the image masked", |update| {
        let mask = "/Type/XObject/Subtype/Image/ImageMask true/Width 1/Height 1/BitsPerComponent 1";
        update.set((7, 0), stream(mask, "\u{7f}"));
    }),
    ("the form paints", |update| {
        let head = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 8 0 R>>>>";
        update.set((14, 0), stream(head, WORDS));
    }),
    ("the layer off", |update| {
        let off = "<</OCGs[21 0 R]/D<</OFF[21 0 R]>>>>";
        let new = update.add(off);
        catalog_entry(update, "OCProperties", Object::Reference((new, 0)));
    }),
    ("the form deleted", |update| update.free(14)),
];

/// What is shown is exchanged: fonts, looks and values.
const REPLACED: [(&str, Change); 10] = [
    ("another encoding", |update| {
        update.set((13, 0), "<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[57/one]>>");
    }),
    ("another font", |update| update.set((8, 0), "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>")),
    ("a font that was no font", |update| {
        update.set((8, 0), "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/CharProcs<<>>/Encoding 13 0 R>>");
    }),
    ("a font with a program", |update| {
        let program = update.add(stream("", "no font"));
        let descriptor = update.add(format!("<</Type/FontDescriptor/FontName/X/FontFile {program} 0 R>>"));
        update.change((8, 0), |font| font.set("FontDescriptor", Object::Reference((descriptor, 0))));
    }),
    ("the fonts of the form", |update| {
        update.change((6, 0), |form| {
            let fonts = Dictionary::from_iter([("F1", Object::Reference((13, 0)))]);
            let fonts = Dictionary::from_iter([("Font", Object::Dictionary(fonts))]);
            form.set("DR", fonts);
        });
    }),
    ("a look without a value", |update| {
        let head = "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 8 0 R>>>>";
        update.set((16, 0), stream(head, "BT /F1 12 Tf 2 5 Td (99999) Tj ET"));
    }),
    ("another look without a value", |update| {
        let head = "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 8 0 R>>>>";
        let look = update.add(stream(head, "BT /F1 12 Tf 2 5 Td (99999) Tj ET"));
        update.change((10, 0), |field| {
            field.set("AP", Dictionary::from_iter([("N", Object::Reference((look, 0)))]));
        });
    }),
    ("no look", |update| update.change((10, 0), |field| drop(field.remove(b"AP")))),
    ("a moved field", |update| {
        update.change((11, 0), |field| field.set("Rect", [72, 690, 400, 740].map(Object::from).to_vec()));
    }),
    ("a field of another name", |update| {
        update.change((11, 0), |field| field.set("T", Object::string_literal("amount2")));
    }),
];

/// Pages that nothing led to are led to.
const TURNED: [(&str, Change); 8] = [
    ("the hidden catalog", |update| update.trailer.set("Root", Object::Reference((18, 0)))),
    ("the hidden catalog with the form", |update| {
        let hidden = "<</Type/Catalog/Pages 19 0 R/AcroForm 6 0 R>>";
        update.set((18, 0), hidden);
        update.trailer.set("Root", Object::Reference((18, 0)));
    }),
    ("the hidden pages", |update| catalog_entry(update, "Pages", Object::Reference((19, 0)))),
    ("the hidden page", |update| {
        update.change((2, 0), |pages| pages.set("Kids", vec![Object::Reference((20, 0))]));
    }),
    ("the hidden content", |update| {
        update.change((3, 0), |page| page.set("Contents", Object::Reference((5, 0))));
    }),
    ("nothing but an offset", |update| {
        let hidden = place(update, b"\n5 0 obj") + 1;
        update.point(4, hidden);
    }),
    ("the hidden content under a known number", |update| {
        let hidden = update.read.get_object((5, 0)).and_then(Object::as_stream).cloned();
        let data = hidden.map(|one| one.content).unwrap_or_default();
        update.set((4, 0), stream("", &String::from_utf8_lossy(&data)));
    }),
    ("the pages in another order", |update| {
        update.change((2, 0), |pages| {
            pages.set("Kids", vec![Object::Reference((9, 0)), Object::Reference((3, 0))]);
        });
    }),
];

fn place(update: &Update, what: &[u8]) -> usize {
    update.bytes().windows(what.len()).position(|window| window == what).expect("there")
}

/// All of them.
pub fn cases(base: &Base, which: Which) -> Vec<Case> {
    if !base.form {
        return Vec::new();
    }
    let changes: &[(&str, Change)] = match which {
        Which::Hide => &HIDDEN,
        Which::Replace => &REPLACED,
        Which::HideAndReplace => &TURNED,
    };
    let mut cases = Vec::new();
    for (what, change) in changes {
        for end in [End::Table, End::Stream] {
            let mut update = Update::of(&base.bytes);
            change(&mut update);
            cases.push(Case { name: format!("{what}, {end:?}"), bytes: update.end(end) });
        }
    }
    cases
}

/// The variants of the paper.
#[derive(Clone, Copy)]
pub enum Which {
    Hide,
    Replace,
    HideAndReplace,
}
