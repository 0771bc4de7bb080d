//! Where a seal goes when nobody says.

use lopdf::{Dictionary, Document, Object};
use pitser_tests::Simulated;
use workflow::order::{Level, Order};
use workflow::seal::{Place, SealOrder, SealStyle, Spot};

use crate::{APPROVES, contract, order, person, sign, signed, world};

/// The contract as a form with signature fields of these names and boxes.
fn form(fields: &[(&str, [i64; 4], Dictionary)]) -> Vec<u8> {
    let mut document = Document::load_mem(&contract()).expect("the contract");
    let page = *document.get_pages().values().next().expect("a page");
    let ids: Vec<Object> = fields
        .iter()
        .map(|(name, rect, more)| {
            let mut field = more.clone();
            field.set("FT", "Sig");
            field.set("T", Object::string_literal(*name));
            field.set("Type", "Annot");
            field.set("Subtype", "Widget");
            field.set("Rect", rect.map(Object::from).to_vec());
            field.set("P", page);
            document.add_object(field).into()
        })
        .collect();
    let form = Dictionary::from_iter([("Fields", Object::Array(ids.clone()))]);
    document.catalog_mut().expect("a catalog").set("AcroForm", form);
    document.get_object_mut(page).expect("the page").as_dict_mut().expect("one").set("Annots", ids);
    let mut bytes = vec![];
    document.save_to(&mut bytes).expect("saved");
    bytes
}

fn sealed(document: Vec<u8>, spot: Option<Spot>) -> String {
    let (host, profile) = world(310);
    host.put("/contract.pdf", document);
    let seal = Some(SealOrder { spot, ..SealOrder::of(&SealStyle::default()) });
    sign(&host, &profile, Order { seal, ..order(person(APPROVES), Level::BB) }).expect("signed");
    name(&host)
}

/// The field that was signed.
fn name(host: &Simulated) -> String {
    let file = host.file(signed()).expect("saved");
    let document = pdf::Document::open(std::sync::Arc::new(file)).expect("opens");
    let signatures = document.signatures().expect("read");
    assert!(signatures[0].rect.is_some_and(|[left, _, right, _]| right > left), "it is seen");
    signatures[0].field_name.clone()
}

const SEEN: [i64; 4] = [60, 60, 260, 132];

#[test]
fn the_one_empty_field_that_is_seen_takes_the_seal() {
    let empty = Dictionary::new;
    assert_eq!(sealed(form(&[("Buyer", SEEN, empty())]), None), "Buyer");
    let two = [("Buyer", SEEN, empty()), ("Seller", [300, 60, 500, 132], empty())];
    assert_eq!(sealed(form(&two), None), "Signature1", "whose is whose is not guessed");
    assert_eq!(sealed(form(&[("Hidden", [0, 0, 0, 0], empty())]), None), "Signature1");
    let place = Place { x: 50.0, y: 700.0, width: 200.0, height: 72.0 };
    let spot = Some(Spot::Box { page: 1, place });
    assert_eq!(sealed(form(&[("Buyer", SEEN, empty())]), spot), "Signature1", "a place was named");
}

#[test]
fn a_field_that_demands_something_else_is_left_alone() {
    let seeds = Dictionary::from_iter([
        ("Ff", Object::Integer(2)),
        ("SubFilter", vec![Object::from("adbe.pkcs7.detached")].into()),
    ]);
    let demanding = Dictionary::from_iter([("SV", Object::Dictionary(seeds))]);
    assert_eq!(sealed(form(&[("Buyer", SEEN, demanding)]), None), "Signature1");
}

#[test]
fn without_a_seal_no_field_is_chosen() {
    let (host, profile) = world(311);
    host.put("/contract.pdf", form(&[("Buyer", SEEN, Dictionary::new())]));
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let file = host.file(signed()).expect("saved");
    let document = pdf::Document::open(std::sync::Arc::new(file)).expect("opens");
    assert_eq!(document.signatures().expect("read")[0].field_name, "Signature1");
}
