//! Universal signature forgery, byte ranges, wrapping, and the entries of a signature told otherwise.

use std::sync::Arc;

use lopdf::{Dictionary, Object};

use super::saving::{WORDS, another_content, signature_id};
use super::stage::{Base, Case};
use super::update::{End, Update, start, stream, written};

/// The signature whose range is first, and its range.
pub fn range(bytes: &[u8]) -> [usize; 4] {
    let document = pdf::Document::open(Arc::new(bytes.to_vec())).expect("opens");
    let signatures = document.signatures().expect("read");
    signatures[0].byte_range.as_ref().expect("a range").map(|one| one as usize)
}

fn place(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).position(|window| window == what).expect("there")
}

/// Puts a value in the place of a key's, in the file itself, filled up with blanks.
fn overwritten(bytes: &[u8], key: &str, value: &str) -> Vec<u8> {
    let [_, hole, behind, _] = range(bytes);
    let mut changed = bytes.to_vec();
    let (from, to) = match key {
        "Contents" => (hole, behind),
        _ => {
            let from = place(bytes, b"/ByteRange") + 10;
            (from, from + place(&bytes[from..], b"]") + 1)
        }
    };
    assert!(value.len() <= to - from, "{value}");
    changed[from..to].copy_from_slice(format!("{value:width$}", width = to - from).as_bytes());
    changed
}

/// `/Contents` and `/ByteRange` that cannot be verified.
pub fn unverifiable(base: &Base) -> Vec<Case> {
    let values = [
        ("Contents", "null"),
        ("Contents", "<>"),
        ("Contents", "<00>"),
        ("Contents", "<0000000000000000>"),
        ("Contents", "<30>"),
        ("Contents", "()"),
        ("Contents", "0"),
        ("Contents", "[]"),
        ("Contents", "/Contents"),
        ("Contents", "<3080>"),
        ("ByteRange", "null"),
        ("ByteRange", "[]"),
        ("ByteRange", "[0 0 0 0]"),
        ("ByteRange", "[0 -1 0 -1]"),
        ("ByteRange", "0"),
        ("ByteRange", "(a)"),
        ("ByteRange", "[null]"),
        ("ByteRange", "[0 9 9 0]"),
    ];
    let mut cases = Vec::new();
    for (key, value) in values {
        let bytes = overwritten(&base.bytes, key, value);
        cases.push(Case { name: format!("/{key} {value} in place"), bytes });
        let raw = value.to_owned();
        let bytes = respelled(base, |text| *text = replaced(text, key, &raw));
        cases.push(Case { name: format!("/{key} {value} in an update"), bytes });
    }
    for key in ["Contents", "ByteRange"] {
        let bytes = respelled_entries(base, |signature| drop(signature.remove(key.as_bytes())));
        cases.push(Case { name: format!("no /{key}"), bytes });
    }
    cases.push(Case {
        name: "an empty signature".into(),
        bytes: respelled(base, |text| *text = "<<>>".into()),
    });
    cases.push(Case { name: "no dictionary".into(), bytes: respelled(base, |text| *text = "null".into()) });
    cases
}

/// Fields that lead in circles or away from the signature, and rows that lead nowhere near what is read on the way to it.
pub fn astray(base: &Base) -> Vec<Case> {
    let document = pdf::Document::open(Arc::new(base.bytes.clone())).expect("opens");
    let signatures = document.signatures().expect("read");
    let (field, value) = (signatures[0].field, signature_id(&Update::of(&base.bytes)));
    let mut cases = Vec::new();
    let mut add = |name: &str, change: &dyn Fn(&mut Update)| {
        let mut update = Update::of(&base.bytes);
        change(&mut update);
        cases.push(Case { name: name.into(), bytes: update.end(End::Table) });
    };
    let refer = |number: u32| Object::Reference((number, 0));
    let with_kids =
        |update: &mut Update, kids: Vec<Object>| update.change(field, |one| one.set("Kids", kids));
    add("a field that holds itself", &|update| with_kids(update, vec![Object::Reference(field)]));
    add("a field that holds what is not there", &|update| with_kids(update, vec![refer(77_777)]));
    add("two fields that hold each other", &|update| {
        let other = update.add(format!("<</T(other)/FT/Sig/Kids[{} 0 R]>>", field.0));
        with_kids(update, vec![refer(other)]);
    });
    add("a field whose kid has a value of its own", &|update| {
        let other = update.add("<</T(other)/FT/Sig/V<</Type/Sig>>>>");
        with_kids(update, vec![refer(other)]);
    });
    add("a row astray for the field", &|update| update.point(field.0, 5));
    add("a row astray for the signature", &|update| update.point(value.0, 5));
    add("a row astray for an annotation", &|update| {
        let number = update.add("<</Type/Annot/Subtype/Text/Rect[0 0 9 9]>>");
        let page = update.page(1);
        let mut all = match update.dictionary(page).get(b"Annots") {
            Ok(Object::Array(all)) => all.clone(),
            _ => vec![],
        };
        all.push(refer(number));
        update.change(page, |page| page.set("Annots", all));
        update.point(number, 5);
    });
    add("a row astray for another field", &|update| {
        let number = update.add("<</T(more)/FT/Tx/V(more)>>");
        let form = update.dictionary(update.root()).get(b"AcroForm").expect("a form").clone();
        let more = |form: &mut Dictionary| {
            if let Ok(Object::Array(all)) = form.get_mut(b"Fields") {
                all.push(refer(number));
            }
        };
        match form {
            Object::Reference(id) => update.change(id, more),
            Object::Dictionary(mut form) => {
                more(&mut form);
                let root = update.root();
                update.change(root, |root| root.set("AcroForm", form));
            }
            _ => {}
        }
        update.point(number, 5);
    });
    cases
}

/// Ranges that leave something out.
pub fn ranges(base: &Base) -> Vec<Case> {
    let [_, a, b, c] = range(&base.bytes);
    let mut cases = Vec::new();
    for value in [
        format!("[1 {a} {b} {c}]"),
        format!("[0 {a} {b} {}]", c - 1),
        format!("[0 {a} {b} {}]", c - 100),
        format!("[0 {} {b} {c}]", a - 1),
        format!("[0 {} {} {c}]", a - 10, b),
        format!("[0 {a} {b} {}]", c + 999_999),
        format!("[0 {a} {b}]"),
        format!("[0 {a} {b} {c} 0 0]"),
        format!("[0 {a} {a} {c}]"),
        format!("[0 {b} {a} {c}]"),
        format!("[{b} {c} 0 {a}]"),
        format!("[0 {a} {b} {c}.]"),
        format!("[0 {a} {b} -{c}]"),
        format!("[0 {a} {b} 4294967295{c}]"),
        format!("[0 {a} {b}.0 {c}]"),
        format!("[0 {a} {} {}]", b + 1, c - 1),
    ] {
        let bytes = respelled(base, |text| *text = replaced(text, "ByteRange", &value));
        cases.push(Case { name: format!("/ByteRange {value}"), bytes });
    }
    cases
}

/// What a signature says of itself, told otherwise by a later revision.
pub fn spoofed(base: &Base) -> Vec<Case> {
    let text = |words: &str| Object::string_literal(words);
    let entries: [(&str, Object); 12] = [
        ("Reason", text("I owe nothing")),
        ("M", text("D:20200101000000Z")),
        ("Name", text("Somebody Else")),
        ("Location", text("Elsewhere")),
        ("ContactInfo", text("a@b.example")),
        ("SubFilter", "adbe.pkcs7.detached".into()),
        ("SubFilter", "adbe.x509.rsa_sha1".into()),
        ("SubFilter", "ETSI.RFC3161".into()),
        ("Filter", "Other.Filter".into()),
        ("Type", "DocTimeStamp".into()),
        ("Cert", text("a certificate")),
        ("Reference", Object::Array(vec![])),
    ];
    let mut cases = Vec::new();
    for (key, value) in entries {
        let bytes = respelled_entries(base, |signature| signature.set(key, value.clone()));
        cases.push(Case { name: format!("another /{key}"), bytes });
    }
    // The field leads to a copy with another reason.
    let mut update = Update::of(&base.bytes);
    let signature = signature_id(&update);
    let mut copy = update.dictionary(signature);
    copy.set("Reason", text("a copy"));
    let copy = update.add(written(&Object::Dictionary(copy)));
    let leads = |object: &Object| {
        object.as_dict().is_ok_and(|one| one.get(b"V").and_then(Object::as_reference).ok() == Some(signature))
    };
    let field = *update.read.objects.iter().find(|(_, object)| leads(object)).expect("a field").0;
    update.change(field, |field| field.set("V", Object::Reference((copy, 0))));
    cases.push(Case { name: "the field leads to a copy".into(), bytes: update.end(End::Table) });
    for (what, key, value) in [
        ("renamed", "T", text("Renamed")),
        ("moved", "Rect", [0, 0, 500, 500].map(Object::from).to_vec().into()),
        ("another kind", "FT", "Tx".into()),
        ("emptied", "V", Object::Null),
        ("with a look", "AP", Object::Dictionary(Dictionary::new())),
        ("with a lock", "Lock", Object::Dictionary(Dictionary::from_iter([("Action", Object::from("All"))]))),
    ] {
        let mut update = Update::of(&base.bytes);
        update.change(field, |field| field.set(key, value));
        cases.push(Case { name: format!("the field {what}"), bytes: update.end(End::Table) });
    }
    cases
}

/// Signature wrapping: the second signed range stands elsewhere, and other objects where the hole was.
pub fn wrapped(base: &Base) -> Vec<Case> {
    let [_, a, b, c] = range(&base.bytes);
    let (head, hole, tail) = (&base.bytes[..a], &base.bytes[a..b], &base.bytes[b..b + c]);
    let section = start(&base.bytes[..b + c]);
    let mut cases = Vec::new();
    let update = Update::of(&base.bytes);
    let page = update.page(1);
    let mut dictionary = update.dictionary(page);
    let number = update.read.max_id + 40;
    dictionary.set("Contents", Object::Reference((number, 0)));
    let page_text = written(&Object::Dictionary(dictionary));
    let root = update.root();
    for (name, closing, twice, own) in [
        ("a second range behind the string", ">>\nendobj\n", true, true),
        ("the range of before", ">>\nendobj\n", false, true),
        ("within the dictionary", "/X [", true, true),
        ("within a comment", "\n%", true, true),
        ("without a section", ">>\nendobj\n", true, false),
        ("within a string", "/X (", true, true),
    ] {
        let mut middle = hole.to_vec();
        let at = middle.len();
        if twice {
            middle.extend(format!("/ByteRange[0 {a} @@@@@@@@@@ {c}]").into_bytes());
        }
        middle.extend(closing.as_bytes());
        let mut rows = String::new();
        for (id, body) in [(page, page_text.clone()), ((number, 0), stream("", WORDS).into_bytes())] {
            rows += &format!("{} 1\n{:010} {:05} n \n", id.0, a + middle.len(), id.1);
            middle.extend(format!("{} {} obj\n", id.0, id.1).into_bytes());
            middle.extend(body);
            middle.extend(b"\nendobj\n");
        }
        if own && section >= a + middle.len() {
            middle.resize(section - a, b' ');
        }
        let here = a + middle.len();
        if own {
            let size = number + 1;
            let text = format!(
                "xref\n0 1\n0000000000 65535 f \n{rows}trailer\n<</Size {size}/Root {} {} R/Prev {}>>\nstartxref\n{here}\n%%EOF\n",
                root.0,
                root.1,
                start(&base.bytes[..a])
            );
            middle.extend(text.into_bytes());
        }
        let second = format!("{:<10}", a + middle.len());
        let middle: Vec<u8> = match middle[at..].windows(10).position(|window| window == b"@@@@@@@@@@") {
            Some(found) => [&middle[..at + found], second.as_bytes(), &middle[at + found + 10..]].concat(),
            None => middle,
        };
        cases.push(Case { name: name.into(), bytes: [head, &middle, tail].concat() });
        // The same, and the new section is the last word.
        let end = format!("startxref\n{here}\n%%EOF\n");
        let bytes = [head, &middle, tail, end.as_bytes()].concat();
        cases.push(Case { name: format!("{name}, with a start of its own"), bytes });
    }
    for (name, put) in [
        ("a blank before the string", 0),
        ("a blank within the string", 1),
        ("a comment behind the string", hole.len()),
        ("a zero at the end of the string", hole.len() - 1),
    ] {
        let what: &[u8] = match put {
            1 => b" ",
            0 => b"\n",
            put if put == hole.len() => b"%x\n",
            _ => b"0",
        };
        let bytes = [head, &hole[..put], what, &hole[put..], &base.bytes[b..]].concat();
        cases.push(Case { name: name.into(), bytes });
    }
    // The hole keeps its length: the string ends early, and there is room for entries.
    let digits = hole.iter().rposition(|byte| *byte != b'0' && *byte != b'>').expect("a value") + 2;
    let digits = digits + digits % 2;
    for more in ["/Reason(x)", "/ByteRange[0 1 2 3]", "/Contents<00>", "%", "/X 1"] {
        let mut bytes = base.bytes.clone();
        if digits + more.len() + 1 < hole.len() {
            bytes[a + digits] = b'>';
            bytes[a + digits + 1..b].fill(b' ');
            bytes[a + digits + 1..a + digits + 1 + more.len()].copy_from_slice(more.as_bytes());
            cases.push(Case { name: format!("{more} in the hole"), bytes });
        }
    }
    let mut update = Update::of(&base.bytes);
    another_content(&mut update);
    let bytes = update.end(End::Table);
    let bytes = [&bytes[..b], b"\n", &bytes[b..]].concat();
    cases.push(Case { name: "moved by one, with an update".into(), bytes });
    cases
}

/// The signature's dictionary as text, changed, in an update.
fn respelled(base: &Base, change: impl FnOnce(&mut String)) -> Vec<u8> {
    let mut update = Update::of(&base.bytes);
    let id = signature_id(&update);
    let mut text = String::from_utf8(written(&Object::Dictionary(update.dictionary(id)))).expect("ASCII");
    change(&mut text);
    update.set(id, text);
    update.end(End::Table)
}

fn respelled_entries(base: &Base, change: impl FnOnce(&mut Dictionary)) -> Vec<u8> {
    let mut update = Update::of(&base.bytes);
    let id = signature_id(&update);
    update.change(id, change);
    update.end(End::Table)
}

/// The text of a dictionary with another value of a key.
fn replaced(text: &str, key: &str, value: &str) -> String {
    let key = format!("/{key} ");
    let from = text.find(&key).expect("the key") + key.len();
    let close = if text[from..].starts_with('[') { ']' } else { '>' };
    let to = from + text[from..].find(close).expect("an end") + 1;
    format!("{}{value}{}", &text[..from], &text[to..])
}
