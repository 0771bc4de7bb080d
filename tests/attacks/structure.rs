//! Objects and sections that stand twice, generations, and bytes that belong to nobody.

use lopdf::Object;

use super::saving::{WORDS, another_content, catalog_entry};
use super::stage::{Base, Case};
use super::update::{End, Update, start, stream, written};

/// Objects that two readers find in two places.
pub fn ambiguous(base: &Base) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| cases.push(Case { name: name.into(), bytes });
    let update = || Update::of(&base.bytes);
    let content = |update: &Update| match update.dictionary(update.page(1)).get(b"Contents").cloned() {
        Ok(Object::Reference(id)) => id,
        Ok(Object::Array(items)) => items[0].as_reference().expect("a reference"),
        _ => panic!("no content"),
    };
    for end in [End::Table, End::Stream, End::Hybrid, End::Twice] {
        let mut twice = update();
        let id = content(&twice);
        let old = written(twice.read.get_object(id).expect("content"));
        twice.set(id, stream("", WORDS));
        twice.set(id, old.clone());
        add(&format!("the content twice, {end:?}"), twice.end(end));
        let mut twice = update();
        twice.set(id, old);
        twice.set(id, stream("", WORDS));
        add(&format!("the content twice the other way, {end:?}"), twice.end(end));
        let mut generation = update();
        generation.set((id.0, id.1 + 1), stream("", WORDS));
        add(&format!("a younger generation, {end:?}"), generation.end(end));
    }
    for end in [End::Nothing, End::OldStart] {
        let mut loose = update();
        let id = content(&loose);
        loose.set(id, stream("", WORDS));
        add(&format!("the content without a section, {end:?}"), loose.end(end));
    }
    let mut keys = update();
    let page = keys.page(1);
    let new = keys.add(stream("", WORDS));
    let mut text = written(&Object::Dictionary(keys.dictionary(page)));
    text.splice(2..2, format!("/Contents {new} 0 R").into_bytes());
    keys.set(page, text);
    add("a key twice", keys.end(End::Table));
    let mut roots = update();
    let bytes = {
        let catalog = roots.add("<</Type/Catalog/Pages 2 0 R>>");
        let end = roots.end(End::Table);
        let at = end.windows(8).rposition(|window| window == b"trailer\n").expect("a trailer") + 10;
        [&end[..at], format!("/Root {catalog} 0 R").as_bytes(), &end[at..]].concat()
    };
    add("a root twice", bytes);
    // An object stream that has another content of a known number's dictionary.
    let mut inside = update();
    let page = inside.page(1);
    let new = inside.add(stream("", WORDS));
    let mut dictionary = inside.dictionary(page);
    dictionary.set("Contents", Object::Reference((new, 0)));
    let body = String::from_utf8_lossy(&written(&Object::Dictionary(dictionary))).into_owned();
    let head = format!("{} 0 ", page.0);
    let data = format!("{head}{body}");
    let more = format!("/Type/ObjStm/N 1/First {}", head.len());
    inside.add(stream(&more, &data));
    add("an object stream that nothing lists", inside.end(End::Stream));
    let mut offsets = update();
    let id = content(&offsets);
    let elsewhere = base.bytes.windows(7).position(|window| window == b"endobj\n").expect("an object");
    offsets.point(id.0, elsewhere);
    add("an offset to no object", offsets.end(End::Table));
    cases
}

/// Bytes that no revision accounts for.
pub fn unaccounted(base: &Base) -> Vec<Case> {
    let bytes = &base.bytes;
    let another = super::stage::form();
    let at = start(bytes);
    let mut shifted = Update::of(bytes);
    another_content(&mut shifted);
    let mut silent = Update::of(bytes);
    another_content(&mut silent);
    let update = shifted.end(End::Table);
    let mut cases = vec![
        ("another file behind", [bytes.as_slice(), &another].concat()),
        ("another file before", [another.as_slice(), bytes].concat()),
        ("a comment before", [b"%!PS\n", bytes.as_slice()].concat()),
        ("markup behind", [bytes.as_slice(), b"<html><script>1</script></html>\n"].concat()),
        ("an archive behind", [bytes.as_slice(), b"PK\x03\x04 and so on\n"].concat()),
        (
            "objects behind",
            [bytes.as_slice(), b"4 0 obj\n<</Length 0>>stream\n\nendstream\nendobj\n"].concat(),
        ),
        ("a start without a section", format_of(bytes, &format!("startxref\n{}\n%%EOF\n", at + 1))),
        ("a start at zero", format_of(bytes, "startxref\n0\n%%EOF\n")),
        ("a start behind the end", format_of(bytes, "startxref\n99999999\n%%EOF\n")),
        ("a trailer of its own", format_of(bytes, "trailer\n<</Root 9 0 R/Size 10>>\nstartxref\n0\n%%EOF\n")),
        ("an update without its end", update[..update.len() - 7].to_vec()),
        ("an update cut within its table", update[..update.len() - 120].to_vec()),
        ("an end in a comment", silent.end(End::Nothing)),
        ("four thousand blanks and an object", {
            let blanks = vec![b' '; 5000];
            [bytes.as_slice(), &blanks, b"4 0 obj\nnull\nendobj\n"].concat()
        }),
    ];
    // Without the last revision: a time-stamp or the validation data is gone, and what is left ends oddly.
    cases.push(("cut off", bytes[..bytes.len() - 9].to_vec()));
    cases.into_iter().map(|(name, bytes)| Case { name: name.into(), bytes }).collect()
}

fn format_of(bytes: &[u8], more: &str) -> Vec<u8> {
    [bytes, more.as_bytes()].concat()
}

/// Files that want to be worked on for ever.
pub fn endless(base: &Base) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| cases.push(Case { name: name.into(), bytes });
    let update = || Update::of(&base.bytes);
    let mut deep = update();
    catalog_entry(&mut deep, "X", Object::Null);
    deep.add(format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    let nested = deep.add(format!("{}null{}", "<</A".repeat(50_000), ">>".repeat(50_000)));
    catalog_entry(&mut deep, "Y", Object::Reference((nested, 0)));
    add("nested without end", deep.end(End::Table));
    let mut circle = update();
    let pages = circle.pages();
    circle.change(pages, |all| all.set("Kids", vec![Object::Reference(pages)]));
    add("pages in a circle", circle.end(End::Table));
    let at = base.bytes.len();
    let root = update().root();
    let section = |before: usize, here: usize| {
        let trailer = format!("<</Size 9999/Root {} {} R/Prev {before}>>", root.0, root.1);
        let table = "xref\n0 1\n0000000000 65535 f \n";
        format!("{table}trailer\n{trailer}\nstartxref\n{here}\n%%EOF\n")
    };
    add("sections in a circle", format_of(&base.bytes, &section(at, at)));
    let mut another = update();
    another_content(&mut another);
    let mut many = another.end(End::Table);
    for _ in 0..400 {
        let text = section(start(&many), many.len());
        many.extend(text.into_bytes());
    }
    add("four hundred revisions", many);
    let mut bomb = update();
    let zeros = flate(&vec![0_u8; 200 << 20]);
    let head = format!("<</Length {}/Filter/FlateDecode>>stream\n", zeros.len());
    let body = [head.as_bytes(), &zeros, b"\nendstream"].concat();
    let content = bomb.add(body);
    let page = bomb.page(1);
    bomb.change(page, |page| page.set("Contents", Object::Reference((content, 0))));
    add("a bomb for a page", bomb.end(End::Table));
    let mut fields = update();
    let field = fields.add("null");
    fields.set((field, 0), format!("<</T(x)/Kids[{field} 0 R {field} 0 R]/Parent {field} 0 R>>"));
    catalog_entry(
        &mut fields,
        "AcroForm",
        lopdf::Dictionary::from_iter([("Fields", Object::Array(vec![Object::Reference((field, 0))]))]).into(),
    );
    add("fields in a circle", fields.end(End::Table));
    let mut signatures = update();
    let all: Vec<Object> = (0..1000)
        .map(|number| {
            let value = signatures.add(format!("<</Type/Sig/ByteRange[0 10 20 {number}]/Contents<30>>>"));
            Object::Reference((signatures.add(format!("<</FT/Sig/T(s{number})/V {value} 0 R>>")), 0))
        })
        .collect();
    catalog_entry(
        &mut signatures,
        "AcroForm",
        lopdf::Dictionary::from_iter([("Fields", Object::Array(all))]).into(),
    );
    add("a thousand signatures", signatures.end(End::Table));
    let huge =
        format!("xref\n0 999999999\n0000000000 65535 f \ntrailer\n<</Size 9>>\nstartxref\n{at}\n%%EOF\n");
    add("a table of a billion rows", format_of(&base.bytes, &huge));
    let mut length = update();
    let target = length.add("<</Length 1 0 R>>stream\nx\nendstream");
    length.set((target, 0), format!("<</Length {target} 0 R>>stream\nx\nendstream"));
    let page = length.page(1);
    length.change(page, |page| page.set("Contents", Object::Reference((target, 0))));
    add("a length that asks itself", length.end(End::Table));
    let mut chain = update();
    let next = chain.add("null");
    chain.set((next, 0), format!("{next} 0 R"));
    catalog_entry(&mut chain, "Names", Object::Reference((next, 0)));
    add("a reference to itself", chain.end(End::Table));
    cases
}

fn flate(data: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(data).expect("memory");
    encoder.finish().expect("memory")
}
