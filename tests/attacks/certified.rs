//! Evil annotations and sneaky signatures (EAA, SSA): what a certification or a lock has nothing to do with.

use lopdf::{Dictionary, Object};
use workflow::order::{Order, Permission};
use workflow::seal::{Place, SealOrder, SealStyle, Spot};

use super::stage::{Base, Case, SCENE};
use super::update::{End, Update, stream};

/// Annotations that cover or pretend, and fields that do. Under P3 notes are permitted: [`covering`].
pub fn annotations(base: &Base) -> Vec<Case> {
    if base.certified == Some(Permission::Annotations) {
        return Vec::new();
    }
    let mut cases = Vec::new();
    let kinds =
        ["FreeText", "Stamp", "Redact", "Square", "Ink", "Link", "FileAttachment", "Widget", "Screen", "3D"];
    for kind in kinds {
        let mut update = Update::of(&base.bytes);
        noted(&mut update, kind, "");
        cases.push(Case { name: format!("{kind} over the page"), bytes: update.end(End::Table) });
    }
    if base.form {
        for (what, change) in KNOWN {
            let mut update = Update::of(&base.bytes);
            change(&mut update);
            cases.push(Case { name: what.into(), bytes: update.end(End::Table) });
        }
    }
    cases
}

/// Notes that hide what was certified, where notes are permitted.
pub fn covering(base: &Base) -> Vec<Case> {
    if base.certified != Some(Permission::Annotations) {
        return Vec::new();
    }
    let mut cases = Vec::new();
    for kind in
        ["FreeText", "Stamp", "Square", "Ink", "Highlight", "FileAttachment", "Line", "Polygon", "Caret"]
    {
        for (rect, size, paint) in [
            ("0 0 595 842", "595 842", "1 1 1 rg 0 0 595 842 re f"),
            ("60 550 300 630", "240 80", "0.9 g 0 0 240 80 re f"),
        ] {
            let add = |update: &mut Update, look: &str| {
                let note =
                    update.add(format!("<</Type/Annot/Subtype/{kind}/Rect[{rect}]/Contents(x)/F 4{look}>>"));
                on_page(update, note);
            };
            let mut update = Update::of(&base.bytes);
            let look = update.add(stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 {size}]"), paint));
            add(&mut update, &format!("/AP<</N {look} 0 R>>"));
            cases.push(Case { name: format!("{kind} at {rect}"), bytes: update.end(End::Table) });
            // Each program draws this one in its own way.
            let mut update = Update::of(&base.bytes);
            add(&mut update, "/IC[1 1 1]/C[1 1 1]");
            cases.push(Case {
                name: format!("{kind} at {rect}, without a look"),
                bytes: update.end(End::Table),
            });
        }
    }
    cases
}

/// Whatever the permission, these are more than notes.
pub fn beyond_notes(base: &Base) -> Vec<Case> {
    let mut cases = Vec::new();
    for (what, change) in [
        ("a widget without a field", (|update| noted(update, "Widget", "")) as fn(&mut Update)),
        ("a note that takes an object of the page", |update| {
            let page = update.page(1);
            let contents = update.dictionary(page).get(b"Contents").cloned();
            let id = match contents {
                Ok(Object::Reference(id)) => id,
                Ok(Object::Array(items)) => items[0].as_reference().expect("a reference"),
                _ => panic!("no content"),
            };
            let note = "<</Type/Annot/Subtype/Square/Rect[0 0 500 500]/AP<<>>/Length 9>>stream\n0 0 9 9 re\nendstream";
            update.set(id, note);
            update.change(page, |page| page.set("Annots", vec![Object::Reference(id)]));
        }),
        ("a text field", |update| added_field(update, "/FT/Tx/V(new)")),
        ("a button", |update| {
            added_field(update, "/FT/Btn/Ff 65536/A<</S/JavaScript/JS(app.alert\\(1\\))>>")
        }),
        ("a choice", |update| added_field(update, "/FT/Ch/Opt[(a)(b)]/V(a)")),
        ("a signature field with an action", |update| {
            added_field(update, "/FT/Sig/A<</S/URI/URI(http://localhost/)>>");
        }),
        ("a signature field with triggers", |update| {
            added_field(update, "/FT/Sig/AA<</E<</S/JavaScript/JS(1)>>>>");
        }),
    ] {
        let mut update = Update::of(&base.bytes);
        change(&mut update);
        cases.push(Case { name: what.into(), bytes: update.end(End::Table) });
    }
    cases
}

/// Signatures that paint. A field that was not there is no part of what was certified.
pub fn sneaky(base: &Base) -> Vec<Case> {
    let mut cases = Vec::new();
    for (value, what) in [("", "waiting"), ("/V ", "signed")] {
        for rect in ["0 0 595 842", "60 680 500 760"] {
            for seen in ["/F 4", "/F 132"] {
                let mut update = Update::of(&base.bytes);
                let look =
                    update.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", super::saving::WORDS));
                let value = if value.is_empty() {
                    String::new()
                } else {
                    format!("/V {} 0 R", signature(&mut update))
                };
                let rest = format!("/FT/Sig/AP<</N {look} 0 R>>{seen}{value}");
                field_at(&mut update, rect, &rest);
                if base.certified.is_none() && rect != "0 0 595 842" {
                    continue;
                }
                let name = format!("a {what} field at {rect} {seen}");
                cases.push(Case { name, bytes: update.end(End::Table) });
            }
        }
    }
    if base.form && base.certified == Some(Permission::NoChanges) {
        for field in [10, 11] {
            let mut update = Update::of(&base.bytes);
            update.change((field, 0), |field| field.set("V", Object::string_literal("filled in")));
            cases.push(Case { name: format!("field {field} filled in"), bytes: update.end(End::Table) });
        }
    }
    if base.certified.is_some() {
        let mut update = Update::of(&base.bytes);
        let root = update.root();
        update.change(root, |catalog| drop(catalog.remove(b"Perms")));
        cases.push(Case { name: "the permission taken away".into(), bytes: update.end(End::Table) });
        let mut update = Update::of(&base.bytes);
        update.change(root, |catalog| catalog.set("Perms", Dictionary::new()));
        noted(&mut update, "Widget", "");
        cases.push(Case { name: "the permission emptied".into(), bytes: update.end(End::Table) });
    }
    cases
}

/// Signatures that really are ones and paint over what was signed before: by a seal in a field of their own, and by one in a
/// field that waits where somebody added it, which is what can be done where seals of one's own are not permitted.
pub fn genuine(base: &Base) -> Vec<Case> {
    let mut cases = Vec::new();
    let (sheet, words) = words(base);
    for (Place { x, y, width, height }, (wide, high)) in words {
        for paint in ["white", "black"] {
            let picture = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='{wide}' height='{high}'><rect width='100%' height='100%' fill='{paint}'/></svg>"
            );
            let style = SealStyle { show: Vec::new(), ..SealStyle::default() };
            let order = SealOrder {
                picture: Some(picture.into_bytes()),
                text: vec!["Pay 1111 EUR".into()],
                ..SealOrder::of(&style)
            };
            let place = Place { x, y, width, height };
            let own = SealOrder { spot: Some(Spot::Box { page: 1, place }), ..order.clone() };
            let signed = SCENE.stage.attempted(&base.bytes, |given| Order { seal: Some(own), ..given });
            let mut update = Update::of(&base.bytes);
            field_at(
                &mut update,
                &format!("{x} {} {} {}", sheet - y - height, x + width, sheet - y),
                "/FT/Sig/F 4",
            );
            let waits = update.end(End::Table);
            let field = Some("Sneaky".to_owned());
            let in_field = SCENE.stage.attempted(&waits, |given| Order { seal: Some(order), field, ..given });
            for (what, signed) in [("a seal", signed), ("a seal in an added field", in_field)] {
                match signed {
                    Ok(bytes) => {
                        cases.push(Case { name: format!("{what}, {paint}, {width} × {height}"), bytes })
                    }
                    // Whoever cheats has another program; what ours refuses is no case.
                    Err(error) => {
                        eprintln!("{}: {what}, {width} × {height}: refused: {}", base.name, error.code())
                    }
                }
            }
        }
    }
    cases
}

/// The box of a seal, and the sides of its picture.
type SealOver = (Place, (f32, f32));

/// The height of the first page, and seals whose pictures lie over the first words that are seen on it, one, three and ten of
/// them: the box of each, and the sides of the picture.
fn words(base: &Base) -> (f32, [SealOver; 3]) {
    /// What a picture has of a seal with words in it, and what is around both.
    const SHARE: f32 = 0.38;
    const AROUND: f32 = 14.0;
    let pages = render::Pages::open(base.bytes.clone()).expect("a file of ours");
    let sheet = pages.sizes()[0];
    let mut runs = pages.text(0).expect("read").runs;
    // An image lies over the first sentence of the form.
    runs.retain(|run| run.text.trim().len() > 1 && !(base.form && run.text.contains("Pay")));
    let seals = [1, 3, 10].map(|count| {
        let few = || runs.iter().take(count);
        let least = |of: fn(&render::TextRun) -> f32| few().map(of).fold(f32::MAX, f32::min);
        let most = |of: fn(&render::TextRun) -> f32| few().map(of).fold(0.0, f32::max);
        let (x, y) = (least(|run| run.x) - AROUND / 2.0, least(|run| run.y) - AROUND / 2.0);
        let width = most(|run| run.x + run.width) + AROUND / 2.0 - x;
        let height = most(|run| run.y + run.height) + AROUND / 2.0 - y;
        // Beside the words of the seal, or above them.
        let beside = (width / SHARE).max(height * 1.5);
        let place = match x + beside < sheet.width {
            true => Place { x, y, width: beside, height },
            false => Place { x, y, width, height: (height / SHARE).max(width) },
        };
        let inner = (place.width - 10.0, place.height - 10.0);
        let sides = match place.width > place.height {
            true => (inner.0 * SHARE, inner.1),
            false => (inner.0, inner.1 * SHARE),
        };
        (place, sides)
    });
    (sheet.height, seals)
}

type Change = fn(&mut Update);

const KNOWN: [(&str, Change); 6] = [
    ("a note becomes another", |update| {
        update.change((12, 0), |note| note.set("Subtype", "Stamp"));
    }),
    ("a note moves", |update| {
        update.change((12, 0), |note| note.set("Rect", [0, 650, 595, 842].map(Object::from).to_vec()));
    }),
    ("a note gets a look", |update| {
        let look = update.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", super::saving::WORDS));
        update.change((12, 0), |note| {
            note.set("AP", Dictionary::from_iter([("N", Object::Reference((look, 0)))]));
        });
    }),
    ("a note is gone", |update| {
        update.change((3, 0), |page| {
            page.set("Annots", vec![Object::Reference((10, 0)), Object::Reference((11, 0))]);
        });
    }),
    ("no annotations at all", |update| update.change((3, 0), |page| drop(page.remove(b"Annots")))),
    ("a note deleted", |update| update.free(12)),
];

/// An annotation more on the first page.
fn noted(update: &mut Update, kind: &str, more: &str) {
    let look = update.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", super::saving::WORDS));
    let note = update.add(format!(
        "<</Type/Annot/Subtype/{kind}/Rect[0 0 595 842]/Contents(x)/F 4/AP<</N {look} 0 R>>{more}>>"
    ));
    on_page(update, note);
}

fn on_page(update: &mut Update, number: u32) {
    let page = update.page(1);
    let old = update.dictionary(page).get(b"Annots").cloned();
    let old = match old {
        Ok(Object::Reference(id)) => update.read.get_object(id).and_then(Object::as_array).cloned(),
        Ok(Object::Array(items)) => Ok(items),
        _ => Ok(vec![]),
    };
    let all = [old.unwrap_or_default(), vec![Object::Reference((number, 0))]].concat();
    update.change(page, |page| page.set("Annots", all));
}

fn added_field(update: &mut Update, more: &str) {
    field_at(update, "60 680 500 760", more);
}

/// A field more, in the form and on the first page.
fn field_at(update: &mut Update, rect: &str, more: &str) {
    let (page, root) = (update.page(1), update.root());
    let field = update.add(format!(
        "<</Type/Annot/Subtype/Widget/T(Sneaky)/Rect[{rect}]/P {} {} R{more}>>",
        page.0, page.1
    ));
    on_page(update, field);
    let catalog = update.dictionary(root);
    let listed = |form: &mut Dictionary| {
        let mut fields = form.get(b"Fields").and_then(Object::as_array).cloned().unwrap_or_default();
        fields.push(Object::Reference((field, 0)));
        form.set("Fields", fields);
    };
    match catalog.get(b"AcroForm") {
        Ok(Object::Reference(id)) => update.change(*id, listed),
        _ => update.change(root, |catalog| {
            if let Ok(form) = catalog.get_mut(b"AcroForm").and_then(Object::as_dict_mut) {
                listed(form);
            }
        }),
    }
}

/// A signature that nobody made.
fn signature(update: &mut Update) -> u32 {
    update.add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 10 20 30]/Contents<3000>>>")
}
