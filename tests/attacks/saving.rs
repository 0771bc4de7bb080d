//! Incremental saving (ISA): other pages are appended, in updates well formed and broken.

use lopdf::{Dictionary, Object, ObjectId};

use super::stage::{Base, Case};
use super::update::{End, Update, stream};

/// How a file can end so that some reader takes the new objects.
const ENDS: [End; 11] = [
    End::Table,
    End::Stream,
    End::EmptyTable,
    End::TrailerAlone,
    End::Nothing,
    End::OldStart,
    End::Beside(1),
    End::Beside(-3),
    End::NoStart,
    End::Twice,
    End::Hybrid,
];

pub const WORDS: &str = "BT /F1 24 Tf 72 700 Td (Manipulated) Tj ET 1 0 0 rg 0 0 900 900 re f";

type Change = fn(&mut Update);

/// What can be done to pages and to all that shows them.
pub const CHANGES: [(&str, Change); 26] = [
    ("the content's own object", |update| {
        if let Some(content) = first_content(update) {
            update.set(content, stream("", WORDS));
        } else {
            another_content(update);
        }
    }),
    ("another content", another_content),
    ("content before the content", |update| {
        let (new, page) = (update.add(stream("", WORDS)), update.page(1));
        update.change(page, |page| {
            let old = page.get(b"Contents").cloned().unwrap_or(Object::Null);
            let old = if let Object::Array(items) = old { items } else { vec![old] };
            page.set("Contents", [vec![Object::Reference((new, 0))], old].concat());
        });
    }),
    ("other resources", |update| page_entry(update, "Resources", Dictionary::new().into())),
    ("a smaller page", |update| page_entry(update, "CropBox", box_of(0, 0, 200, 200))),
    ("another media box", |update| page_entry(update, "MediaBox", box_of(100, 100, 400, 400))),
    ("a turned page", |update| page_entry(update, "Rotate", 180.into())),
    ("larger units", |update| page_entry(update, "UserUnit", 4.into())),
    ("an action of the page", |update| page_entry(update, "AA", script("O"))),
    ("another page", |update| {
        let page = new_page(update);
        let pages = update.pages();
        update.change(pages, |pages| pages.set("Kids", vec![Object::Reference((page, 0))]));
    }),
    ("one page more", |update| {
        let page = new_page(update);
        let pages = update.pages();
        update.change(pages, |pages| {
            let mut kids = pages.get(b"Kids").and_then(Object::as_array).cloned().unwrap_or_default();
            kids.insert(0, Object::Reference((page, 0)));
            pages.set("Count", kids.len() as i64);
            pages.set("Kids", kids);
        });
    }),
    ("no page", |update| {
        let pages = update.pages();
        update.change(pages, |pages| {
            pages.set("Kids", Object::Array(vec![]));
            pages.set("Count", 0);
        });
    }),
    ("the page as a new object of its number", |update| {
        let (page, parent) = (update.page(1), update.pages());
        let content = update.add(stream("", WORDS));
        update.set(
            page,
            format!(
                "<</Type/Page/Parent {} {} R/MediaBox[0 0 300 300]/Contents {content} 0 R>>",
                parent.0, parent.1
            ),
        );
    }),
    ("other pages in the catalog", |update| {
        let page = new_page(update);
        let pages = update.add(format!("<</Type/Pages/Kids[{page} 0 R]/Count 1>>"));
        catalog_entry(update, "Pages", Object::Reference((pages, 0)));
    }),
    ("another catalog", |update| {
        let page = new_page(update);
        let pages = update.add(format!("<</Type/Pages/Kids[{page} 0 R]/Count 1>>"));
        let old = update.dictionary(update.root());
        let form = old.get(b"AcroForm").cloned().unwrap_or(Object::Null);
        let form = String::from_utf8(super::update::written(&form)).unwrap_or_default();
        let catalog = update.add(format!("<</Type/Catalog/Pages {pages} 0 R/AcroForm {form}>>"));
        update.trailer.set("Root", Object::Reference((catalog, 0)));
    }),
    ("the page deleted", |update| {
        let page = update.page(1);
        update.free(page.0);
    }),
    ("the content deleted", |update| match first_content(update) {
        Some(content) => update.free(content.0),
        None => another_content(update),
    }),
    ("a script on opening", |update| {
        let action = script("O").as_dict().and_then(|all| all.get(b"O")).cloned().unwrap_or(Object::Null);
        catalog_entry(update, "OpenAction", action);
    }),
    ("scripts by name", |update| {
        let names =
            Dictionary::from_iter([("Names", Object::Array(vec![Object::string_literal("a"), script("O")]))]);
        let names = Dictionary::from_iter([("JavaScript", Object::Dictionary(names))]);
        catalog_entry(update, "Names", names.into());
    }),
    ("actions of the document", |update| catalog_entry(update, "AA", script("WC"))),
    ("layers that are off", |update| {
        let layer = update.add("<</Type/OCG/Name(x)>>");
        let off = Dictionary::from_iter([("OFF", Object::Array(vec![Object::Reference((layer, 0))]))]);
        let all = Dictionary::from_iter([
            ("OCGs", vec![Object::Reference((layer, 0))].into()),
            ("D", Object::Dictionary(off)),
        ]);
        catalog_entry(update, "OCProperties", all.into());
    }),
    ("a portfolio", |update| {
        let view = Dictionary::from_iter([("View", Object::from("D"))]);
        catalog_entry(update, "Collection", view.into());
    }),
    ("an outline", |update| {
        let outline = update.add("<</Type/Outlines/Count 0>>");
        catalog_entry(update, "Outlines", Object::Reference((outline, 0)));
    }),
    ("a form of XFA", |update| {
        let data = update.add(stream("", "<template/>"));
        let root = update.root();
        let catalog = update.dictionary(root);
        let form = match catalog.get(b"AcroForm") {
            Ok(Object::Reference(id)) => update.dictionary(*id),
            Ok(Object::Dictionary(form)) => form.clone(),
            _ => Dictionary::new(),
        };
        let mut form = form;
        form.set("XFA", Object::Reference((data, 0)));
        catalog_entry(update, "AcroForm", form.into());
    }),
    ("content from outside", |update| {
        let content = update.add("<</F(http://localhost/x)/Length 0>>stream\n\nendstream");
        page_entry(update, "Contents", Object::Reference((content, 0)));
    }),
    ("inherited by all pages", |update| {
        let pages = update.pages();
        update.change(pages, |pages| {
            pages.set("Rotate", 90);
            pages.set("CropBox", box_of(0, 0, 100, 100));
        });
        page_entry(update, "Rotate", Object::Null);
    }),
];

/// The content is exchanged, and the update ends in each way there is.
pub fn ends(base: &Base) -> Vec<Case> {
    let mut cases = Vec::new();
    for (what, change) in &CHANGES[..2] {
        for end in ENDS {
            let mut update = Update::of(&base.bytes);
            change(&mut update);
            cases.push(Case { name: format!("{what}, {end:?}"), bytes: update.end(end) });
        }
    }
    // A copy of the signature in the update makes some readers take the update for signed.
    let mut update = Update::of(&base.bytes);
    another_content(&mut update);
    let signature = signature_id(&update);
    update.change(signature, |_| {});
    cases.push(Case { name: "with a copy of the signature".into(), bytes: update.end(End::Table) });
    // A harmless update hides one before it.
    let mut update = Update::of(&base.bytes);
    another_content(&mut update);
    let mut second = Update::of(&update.end(End::Table));
    second.add("null");
    cases.push(Case { name: "beneath a harmless one".into(), bytes: second.end(End::Table) });
    cases
}

/// Each change, in well-formed updates of both kinds.
pub fn changes(base: &Base) -> Vec<Case> {
    let mut cases = Vec::new();
    for (what, change) in CHANGES {
        for end in [End::Table, End::Stream] {
            let mut update = Update::of(&base.bytes);
            change(&mut update);
            cases.push(Case { name: format!("{what}, {end:?}"), bytes: update.end(end) });
        }
    }
    cases
}

/// The object of the first signature dictionary.
pub fn signature_id(update: &Update) -> ObjectId {
    let is_signature =
        |object: &Object| object.as_dict().is_ok_and(|one| one.has(b"ByteRange") && one.has(b"Contents"));
    let found = update.read.objects.iter().find(|(_, object)| is_signature(object));
    *found.expect("a signature").0
}

pub fn another_content(update: &mut Update) {
    let content = update.add(stream("", WORDS));
    page_entry(update, "Contents", Object::Reference((content, 0)));
}

fn first_content(update: &Update) -> Option<ObjectId> {
    match update.dictionary(update.page(1)).get(b"Contents").ok()? {
        Object::Reference(id) => Some(*id),
        Object::Array(items) => items.first()?.as_reference().ok(),
        _ => None,
    }
}

fn page_entry(update: &mut Update, key: &str, value: Object) {
    let page = update.page(1);
    update.change(page, |page| page.set(key, value));
}

pub fn catalog_entry(update: &mut Update, key: &str, value: Object) {
    let root = update.root();
    update.change(root, |catalog| catalog.set(key, value));
}

fn new_page(update: &mut Update) -> u32 {
    let content = update.add(stream("", WORDS));
    let parent = update.pages();
    update.add(format!(
        "<</Type/Page/Parent {} {} R/MediaBox[0 0 595 842]/Contents {content} 0 R>>",
        parent.0, parent.1
    ))
}

fn box_of(left: i64, low: i64, right: i64, high: i64) -> Object {
    [left, low, right, high].map(Object::from).to_vec().into()
}

fn script(trigger: &str) -> Object {
    let action = Dictionary::from_iter([
        ("S", Object::from("JavaScript")),
        ("JS", Object::string_literal("app.alert(1)")),
    ]);
    Dictionary::from_iter([(trigger, Object::Dictionary(action))]).into()
}
