//! Signature fields of a form: listed, signed, refused; and certification.

use lopdf::{Dictionary, Document, Object, StringFormat};

use crate::bench::{APPROVES, CONTRACT, Desk};

/// The contract as a form with one signature field for each of the texts of `/Lock` and `/SV`.
fn form(fields: &[(&str, Dictionary)]) -> Vec<u8> {
    let mut document = Document::load_mem(CONTRACT).unwrap();
    let page = *document.get_pages().values().next().unwrap();
    let ids: Vec<Object> = fields
        .iter()
        .map(|(name, more)| {
            let mut field = more.clone();
            field.set("FT", "Sig");
            field.set("T", text(name));
            field.set("Type", "Annot");
            field.set("Subtype", "Widget");
            field.set("Rect", vec![20.into(), 20.into(), 120.into(), 60.into()]);
            field.set("P", page);
            document.add_object(field).into()
        })
        .collect();
    let form = Dictionary::from_iter([("Fields", Object::Array(ids.clone()))]);
    document.catalog_mut().unwrap().set("AcroForm", form);
    document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Annots", ids);
    let mut bytes = vec![];
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.into(), StringFormat::Literal);
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xfe, 0xff].into_iter().chain(units).collect(), StringFormat::Hexadecimal)
}

/// A screen would show such a name as another.
#[test]
fn what_is_not_seen_in_the_name_of_a_field_is_an_escape_for_programs() {
    let desk = Desk::new();
    let name = "Buy\u{202e}er\u{200b}";
    desk.put("form.pdf", &form(&[(name, Dictionary::new())]));
    let ran = desk.run(&["fields", "--json", "form.pdf"]);
    assert!(ran.data().contains(r"Buy\u202eer\u200b"), "{}", ran.data());
    let read: serde_json::Value = serde_json::from_str(ran.data().trim()).unwrap();
    assert_eq!(read["name"], name, "it says the same");
}

fn with(key: &str, value: Dictionary) -> Dictionary {
    Dictionary::from_iter([(key, Object::Dictionary(value))])
}

/// A buyer who has to give a reason and whose signature locks everything, and a seller.
fn deed() -> Vec<u8> {
    let reasons = vec![text("I buy"), text("I rent")];
    let seeds = Dictionary::from_iter([("Ff", Object::Integer(8)), ("Reasons", reasons.into())]);
    let lock = Dictionary::from_iter([("Action", Object::Name(b"All".to_vec()))]);
    let mut buyer = with("SV", seeds);
    buyer.set("Lock", lock);
    buyer.set("TU", text("Signature of the buyer"));
    form(&[("Buyer", buyer), ("Seller", Dictionary::new())])
}

#[test]
fn the_fields_of_a_form_are_listed_with_what_they_demand() {
    let desk = Desk::new();
    desk.put("deed.pdf", &deed());
    let listed = desk.run(&["fields", "deed.pdf"]);
    assert_eq!(listed.exit(), 0, "{}", listed.talk());
    let said = listed.data();
    for words in [
        "Buyer\n",
        "Signature of the buyer",
        "locks all fields",
        "must be: reason I buy | I rent",
        "Seller\n",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let objects = desk.run(&["fields", "--json", "deed.pdf"]).objects();
    assert_eq!(objects[0]["demands"][0]["accepted"][1], "I rent");
    assert_eq!((&objects[0]["locks"]["action"], &objects[1]["name"]), (&"all".into(), &"Seller".into()));
}

#[test]
fn a_field_is_signed_as_it_demands_and_then_locks_the_others() {
    let desk = Desk::new();
    desk.put("deed.pdf", &deed());
    let sign = |file: &str, more: &[&str]| {
        desk.run(&[&["sign", file, "--smart-id", APPROVES, "--level", "b-b"], more].concat())
    };
    sign("deed.pdf", &["--field", "Buyer"]).failed_with("demand-reason");
    sign("deed.pdf", &["--field", "Tenant"]).failed_with("field-missing");
    let seller = sign("deed.pdf", &["--field", "Seller"]);
    assert_eq!((seller.exit(), seller.data().as_str()), (0, "deed-signed.pdf\n"), "{}", seller.talk());
    sign("deed-signed.pdf", &["--field", "Seller"]).failed_with("field-signed");
    let buyer = sign("deed-signed.pdf", &["--field", "Buyer", "--reason", "I buy", "--output", "both.pdf"]);
    assert_eq!(buyer.exit(), 0, "{}", buyer.talk());
    let report = &desk.run(&["verify", "--json", "both.pdf"]).objects()[0];
    assert_eq!(report["signatures"].as_array().unwrap().len(), 2);
    sign("both.pdf", &[]).failed_with("field-locked");
}

#[test]
fn a_certified_document_permits_what_was_said_and_no_second_certification() {
    let desk = Desk::new();
    let sign = |file: &str, more: &[&str]| {
        desk.run(&[&["sign", file, "--smart-id", APPROVES, "--level", "b-b"], more].concat())
    };
    let certified = sign("contract.pdf", &["--certify", "form-filling", "--output", "two.pdf"]);
    assert_eq!(certified.exit(), 0, "{}", certified.talk());
    sign("two.pdf", &["--certify", "2"]).failed_with("not-first");
    assert_eq!(sign("two.pdf", &["--output", "more.pdf"]).exit(), 0);
    assert_eq!(sign("contract.pdf", &["--certify", "1", "--output", "one.pdf"]).exit(), 0);
    sign("one.pdf", &[]).failed_with("locked");
}
