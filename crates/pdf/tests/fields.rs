//! Fields that wait, locks, certifications: what a signature finds in a form, and what it leaves there.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Builder, CMS, accepted_by_others, classic, open, signed, spec};
use pdf::{
    AlternateName, Dictionary, Document, Error, FieldLock, FieldPlace, LockAction, LockDocument, Object,
    ObjectId, Permission, Seed, SeedKind, SignatureKind, SignatureSpec,
};

/// Signs and reopens; others have to read it too.
fn signed_with(bytes: &[u8], spec: &SignatureSpec) -> Document {
    let mut placeholder = open(bytes).append_signature(spec).unwrap();
    placeholder.fill(CMS).unwrap();
    let bytes = [bytes, &placeholder.tail].concat();
    accepted_by_others(&bytes);
    open(&bytes)
}

fn into(name: &str) -> SignatureSpec {
    SignatureSpec { place: FieldPlace::Existing(name.into()), ..spec() }
}

fn dictionary(document: &Document, id: u32) -> Dictionary {
    document.object((id, 0)).unwrap().as_dict().unwrap().clone()
}

/// The value of a key along a path through dictionaries, arrays (by index) and references.
fn at(document: &Document, path: &[&str]) -> Object {
    let follow = |object: Object| match object {
        Object::Reference(id) => document.object(id).unwrap(),
        other => other,
    };
    path.iter().fold(Object::Dictionary(document.catalog().unwrap()), |object, step| {
        follow(match follow(object) {
            Object::Dictionary(dictionary) => {
                dictionary.get(step.as_bytes()).cloned().unwrap_or(Object::Null)
            }
            Object::Stream(stream) => stream.dict.get(step.as_bytes()).cloned().unwrap_or(Object::Null),
            Object::Array(items) => step.parse().ok().and_then(|at: usize| items.get(at).cloned()).unwrap(),
            other => panic!("{step} of {other:?}"),
        })
    })
}

/// A form with a merged field, a field with its widget apart, a nested one, a text field and one that is signed.
fn form(more: &str) -> Builder {
    let mut file = Builder::new("1.7").with_page(
        "/AcroForm<</Fields[5 0 R 6 0 R 8 0 R 10 0 R 11 0 R]/NeedAppearances true>>",
        "/Annots[5 0 R 7 0 R 9 0 R]",
    );
    file.object(
        5,
        &format!("<</FT/Sig/T(Buyer)/Type/Annot/Subtype/Widget/Rect[10 10 110.5 60]/Ff 2{more}>>"),
    );
    file.object(6, "<</FT/Sig/T(Seller)/Kids[7 0 R]>>");
    file.object(7, "<</Parent 6 0 R/Type/Annot/Subtype/Widget/Rect[10 70 110 120]/P 3 0 R>>");
    file.object(8, "<</T(deed)/Kids[9 0 R]>>");
    file.object(9, "<</Parent 8 0 R/FT/Sig/T(Witness)/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>");
    file.object(10, "<</FT/Tx/T(Price)>>");
    file
}

/// The same with a signature in the field 11.
fn form_signed(more: &str, value: &str) -> Vec<u8> {
    let mut file = form(more);
    file.object(11, "<</FT/Sig/T(First)/V 12 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>");
    file.object(12, &format!("<</Type/Sig{value}>>"));
    file.table("").bytes.clone()
}

fn form_empty(more: &str) -> Vec<u8> {
    let mut file = form(more);
    file.object(11, "<</FT/Sig/T(First)>>");
    file.table("").bytes.clone()
}

#[test]
fn a_field_that_waits_keeps_its_number_name_and_place() {
    let document = signed_with(&form_empty(""), &into("Buyer"));
    let field = dictionary(&document, 5);
    assert_eq!(field.get(b"T").unwrap().as_str().unwrap(), b"Buyer");
    assert_eq!(format!("{:?}", field.get(b"Rect").unwrap()), "[10 10 110.5 60]");
    assert!(field.get(b"V").unwrap().as_reference().is_ok());
    assert!(field.has(b"AP"), "a field that can be seen has an appearance, if an empty one");
    assert_eq!(document.signatures().unwrap()[0].field_name, "Buyer");
    assert_eq!(at(&document, &["AcroForm", "Fields"]).as_array().unwrap().len(), 5, "no new field");
    assert_eq!(at(&document, &["AcroForm", "SigFlags"]).as_i64().unwrap(), 3);
    assert!(!at(&document, &["AcroForm", "NeedAppearances"]).as_bool().unwrap());
}

#[test]
fn a_widget_apart_and_a_nested_name_are_found() {
    let bytes = form_empty("");
    let document = signed_with(&bytes, &into("Seller"));
    assert!(dictionary(&document, 6).has(b"V") && !dictionary(&document, 7).has(b"V"));
    assert_eq!(document.signatures().unwrap()[0].rect, Some([10.0, 70.0, 110.0, 120.0]));
    let document = signed_with(&bytes, &into("deed.Witness"));
    assert!(dictionary(&document, 9).has(b"V"));
}

#[test]
fn a_field_in_an_object_stream_is_defined_anew() {
    let mut file = Builder::new("1.7").with_page("/AcroForm 7 0 R", "/Annots 8 0 R");
    let field = "<</FT/Sig/T(Deep)/Type/Annot/Subtype/Widget/Rect[1 2 3 4]>>";
    file.object_stream(5, &[(6, field), (7, "<</Fields[6 0 R]>>"), (8, "[6 0 R]")]);
    let document = signed_with(&file.stream(9, "").bytes, &into("Deep"));
    let signature = &document.signatures().unwrap()[0];
    assert_eq!((signature.field, signature.page), ((6, 0), Some(1)));
}

#[test]
fn what_cannot_be_signed_says_why() {
    let bytes = form_signed("", "");
    let refused = |name: &str| open(&bytes).append_signature(&into(name)).unwrap_err();
    assert_eq!(refused(""), Error::FieldMissing { name: String::new() });
    assert_eq!(refused("Nobody"), Error::FieldMissing { name: "Nobody".into() });
    assert_eq!(refused("Price"), Error::FieldOther { name: "Price".into(), found: "Tx".into() });
    assert_eq!(refused("First"), Error::FieldSigned { name: "First".into() });
    let mut direct = Builder::new("1.7").with_page("/AcroForm<</Fields[<</FT/Sig/T(D)>>]>>", "");
    let direct = open(&direct.table("").bytes);
    assert_eq!(direct.append_signature(&into("D")), Err(Error::FieldDirect { name: "D".into() }));
}

#[test]
fn the_lock_of_a_field_comes_into_force_with_its_signature() {
    let lock = "/Lock<</Type/SigFieldLock/Action/Include/Fields[(Price)(deed)]/P 2>>";
    let bytes = form_empty(lock);
    let waiting = open(&bytes).waiting_field("Buyer").unwrap();
    let told = FieldLock {
        action: LockAction::Include,
        fields: vec!["Price".into(), "deed".into()],
        permission: Some(Permission::FormFilling),
    };
    assert_eq!((waiting.lock.as_ref(), waiting.required), (Some(&told), true));
    let document = signed_with(&bytes, &into("Buyer"));
    let reference = |key: &str| at(&document, &["AcroForm", "Fields", "0", "V", "Reference", "0", key]);
    assert_eq!(reference("TransformMethod").as_name().unwrap(), b"FieldMDP");
    assert_eq!(
        at(&document, &["AcroForm", "Fields", "0", "V", "Reference", "0", "TransformParams", "V"])
            .as_name()
            .unwrap(),
        b"1.2"
    );
    let rules = document.signing_rules().unwrap();
    assert_eq!(rules.locks.iter().map(|lock| &lock.lock).collect::<Vec<_>>(), [&told]);
    let refused = document.append_signature(&into("deed.Witness"));
    assert_eq!(refused, Err(Error::FieldLocked { name: "deed.Witness".into(), by: "Buyer".into() }));
    assert!(document.append_signature(&into("Seller")).is_ok() && document.append_signature(&spec()).is_ok());
    assert!(!rules.permits_new_visible_field());
}

#[test]
fn after_a_lock_of_all_only_a_document_timestamp_is_added() {
    let value = "/Reference[<</TransformMethod/FieldMDP/TransformParams<</Action/All/V/1.2>>>>]";
    let document = open(&form_signed("", value));
    let locked = |name: &str| Err(Error::FieldLocked { name: name.into(), by: "First".into() });
    assert_eq!(document.append_signature(&spec()), locked("Signature1"));
    assert_eq!(document.append_signature(&into("Buyer")), locked("Buyer"));
    let stamp = SignatureSpec::new(SignatureKind::DocumentTimestamp, 64);
    assert!(document.append_signature(&stamp).is_ok());
    let stamp = SignatureSpec { place: FieldPlace::Existing("Buyer".into()), ..stamp };
    assert_eq!(document.append_signature(&stamp), locked("Buyer"));
    assert_eq!(document.waiting_field("Buyer").unwrap().locked_by.as_deref(), Some("First"));
}

#[test]
fn a_new_field_takes_a_name_that_is_not_locked() {
    let locks = |fields: &str| {
        form_signed(
            "",
            &format!("/Reference[<</TransformMethod/FieldMDP/TransformParams<<{fields}/V/1.2>>>>]"),
        )
    };
    let name = |bytes: &[u8]| open(bytes).append_signature(&spec()).map(|placeholder| placeholder.field_name);
    assert_eq!(name(&locks("/Action/Include/Fields[(Signature1)]")).unwrap(), "Signature2");
    assert_eq!(name(&locks("/Action/Exclude/Fields[(Signature3)]")).unwrap(), "Signature3");
    assert!(name(&locks("/Action/Exclude/Fields[(Price)]")).is_err());
    // An action nobody knows spares nothing.
    assert!(name(&locks("/Action/Some/Fields[(Price)]")).is_err());
}

#[test]
fn a_certification_is_the_first_signature_and_stands_in_the_catalog() {
    let certify = SignatureSpec { certify: Some(Permission::FormFilling), ..spec() };
    let catalogs = ["", "/Perms<</UR3 4 0 R>>", "/Perms 13 0 R"];
    for catalog in catalogs {
        let mut file = Builder::new("1.7").with_page(catalog, "");
        file.object(13, "<</UR3 4 0 R>>");
        let document = signed_with(&file.table("").bytes, &certify);
        let signature = document.signatures().unwrap()[0].object.unwrap();
        let perms = at(&document, &["Perms"]).as_dict().unwrap().clone();
        assert_eq!(perms.get(b"DocMDP").unwrap().as_reference().unwrap(), signature, "{catalog}");
        assert_eq!(perms.has(b"UR3"), !catalog.is_empty(), "{catalog}");
        let rules = document.signing_rules().unwrap();
        assert_eq!(rules.certification, Some(Permission::FormFilling));
        assert_eq!((rules.signatures, rules.usage_rights), (1, !catalog.is_empty()));
        assert_eq!(document.append_signature(&certify), Err(Error::NotFirst { signatures: 1 }));
        assert!(document.append_signature(&spec()).is_ok());
    }
    let signed = open(&form_signed("", ""));
    assert_eq!(signed.append_signature(&certify), Err(Error::NotFirst { signatures: 1 }));
}

#[test]
fn permissions_are_taken_away_and_never_given() {
    let lock = |p: u8| form_empty(&format!("/Lock<</Action/Include/Fields[]/P {p}>>"));
    let certify = |p| SignatureSpec { certify: Some(p), ..into("Buyer") };
    let document = signed_with(&lock(1), &certify(Permission::Annotations));
    assert_eq!(document.signing_rules().unwrap().certification, Some(Permission::NoChanges));
    assert_eq!(document.append_signature(&spec()), Err(Error::Locked { by: "Buyer".into() }));
    // A lock that says more than a certification before it.
    let value = "/Reference[<</TransformMethod/DocMDP/TransformParams<</P 2/V/1.2>>>>]";
    let document = signed_with(&form_signed("/Lock<</Action/Include/Fields[]/P 3>>", value), &into("Buyer"));
    let told = at(&document, &["AcroForm", "Fields", "0", "V", "Reference", "0", "TransformParams", "P"]);
    assert_eq!(told.as_i64().unwrap(), 2);
}

#[test]
fn a_lock_that_is_demanded_is_written_before_other_signatures_only() {
    let locking = SignatureSpec { permit: Some(Permission::NoChanges), ..into("Buyer") };
    for lock in ["", "/Lock<</Action/Include/Fields[(Price)]>>"] {
        let document = signed_with(&form_empty(lock), &locking);
        assert_eq!(at(&document, &["AcroForm", "Fields", "0", "Lock", "P"]).as_i64().unwrap(), 1);
        assert_eq!(document.append_signature(&spec()), Err(Error::Locked { by: "Buyer".into() }));
    }
    let refused = open(&form_signed("", "")).append_signature(&locking);
    assert_eq!(refused, Err(Error::LockMissing { name: "Buyer".into(), permission: 1 }));
}

#[test]
fn behind_a_signature_the_form_stays_as_it_was_covered() {
    let document = signed_with(&form_signed("", ""), &into("Buyer"));
    assert!(at(&document, &["AcroForm", "NeedAppearances"]).as_bool().unwrap());
    assert!(at(&document, &["AcroForm", "SigFlags"]).is_null());
}

#[test]
fn looks_that_readers_make_are_left_to_them_unless_the_form_has_them_all() {
    let looks = "/Subtype/Widget/Rect[9 9 99 99]/AP<</N 4 0 R>>";
    let box_of = |states: &str| format!("/FT/Btn/Subtype/Widget/AS/Off/AP<</N<<{states}>>>>");
    for (entries, kept) in [
        (format!("/FT/Tx{looks}"), false),
        ("/FT/Tx/V(1000)/Subtype/Widget/Rect[9 9 99 99]".to_owned(), true),
        ("/FT/Tx/V(1000)/Subtype/Widget/F 2".to_owned(), false),
        (box_of("/On 4 0 R/Off 4 0 R"), false),
        (box_of("/On 4 0 R"), true),
        ("/FT/Tx/Kids[11 0 R 12 0 R]".to_owned(), true),
        ("/FT/Tx/Kids[11 0 R 11 0 R]".to_owned(), false),
    ] {
        let mut file = form("");
        file.object(10, &format!("<</T(Price){entries}>>"));
        file.object(11, &format!("<<{looks}>>"));
        file.object(12, "<</Subtype/Widget/Rect[9 9 99 99]>>");
        let document = signed_with(&file.table("").bytes.clone(), &into("Buyer"));
        let left = at(&document, &["AcroForm", "NeedAppearances"]).as_bool().unwrap();
        assert_eq!(left, kept, "{entries}");
    }
}

#[test]
fn seed_values_are_read_in_full() {
    let seeds = "/SV<</Type/SV/Ff 511/Filter/Adobe.PPKLite/SubFilter[/ETSI.CAdES.detached/other]/V 2.0\
        /Reasons[(I approve)(\u{fe}\u{ff})]/MDP<</P 0>>/TimeStamp<</URL(http://tsa.test)/Ff 1>>\
        /LegalAttestation[(none)]/AddRevInfo true/DigestMethod[(SHA256)(SHA512)]/LockDocument/true\
        /AppearanceFilter(Stamp)/Cert<</Ff 47/Subject[<3000>]/SubjectDN[<</CN(A)/O(B)>><</C(EE)>>]\
        /Issuer[<3001>]/OID[(1.2.3)]/KeyUsage[(X1)]/URL(http://ca.test)/URLType/Browser>>>>";
    let found = open(&form_empty(seeds)).waiting_field("Buyer").unwrap().seed_values.unwrap();
    assert_eq!(found.filter, Some(Seed { value: "Adobe.PPKLite".into(), required: true }));
    assert_eq!(found.sub_filters.unwrap().value, ["ETSI.CAdES.detached", "other"]);
    assert_eq!(found.version, Some(Seed { value: 2, required: true }));
    assert_eq!(found.reasons.unwrap().value[0], "I approve");
    assert_eq!(found.kind, Some(SeedKind::Approval));
    let timestamp = found.timestamp.unwrap();
    assert_eq!((timestamp.url.as_deref(), timestamp.required), (Some("http://tsa.test"), true));
    assert_eq!(found.legal_attestations.unwrap().value, ["none"]);
    assert_eq!(found.add_revocation, Some(Seed { value: true, required: true }));
    assert_eq!(found.digests.unwrap().value, ["SHA256", "SHA512"]);
    assert_eq!(found.lock_document, Some(Seed { value: LockDocument::Lock, required: true }));
    assert_eq!(found.appearance.unwrap().value, "Stamp");
    let certificate = found.certificate.unwrap();
    assert_eq!(certificate.subjects.unwrap().value, [[0x30, 0]]);
    let names = certificate.subject_names.unwrap().value;
    assert_eq!(names.len(), 3);
    assert!(names.contains(&("C".into(), "EE".into())));
    assert_eq!(certificate.issuers, Some(Seed { value: vec![vec![0x30, 1]], required: true }));
    assert_eq!(certificate.policies.unwrap().value, ["1.2.3"]);
    assert_eq!(certificate.key_usages.unwrap().value, ["X1"]);
    assert_eq!(
        (certificate.url.as_deref(), certificate.url_type.as_deref()),
        (Some("http://ca.test"), Some("Browser"))
    );
    // The bit without the entry: no reason may be given.
    let found = open(&form_empty("/SV<</Ff 8>>")).waiting_field("Buyer").unwrap().seed_values.unwrap();
    assert_eq!(found.reasons, Some(Seed { value: vec![], required: true }));
}

fn allkiri() -> AlternateName {
    AlternateName { text: "Allkiri".into(), language: "et".into() }
}

/// A tagged page: the catalog's structure, and what the parent tree is.
fn tagged(kids: &str, parent_tree: &str, more: &[(u32, &str)]) -> Vec<u8> {
    let mut file = Builder::new("1.7").with_page("/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R", "");
    file.object(5, &format!("<</Type/StructTreeRoot{kids}{parent_tree}>>"));
    file.object(6, "<</Type/StructElem/S/Document/P 5 0 R/K 7 0 R>>");
    file.object(7, "<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K 0>>");
    for (number, text) in more {
        file.object(*number, text);
    }
    file.table("").bytes.clone()
}

#[test]
fn the_field_of_a_tagged_document_stands_in_its_structure() {
    let named = SignatureSpec { alternate_name: Some(allkiri()), ..spec() };
    /// The parent tree, its objects, the key that is due, and the way to the leaf that takes it.
    type Tree = (&'static str, &'static [(u32, &'static str)], i64, &'static [&'static str]);
    let trees: [Tree; 4] = [
        ("", &[], 0, &["Nums"]),
        ("/ParentTree<</Nums[0[7 0 R]4[7 0 R]]>>", &[], 5, &["Nums"]),
        ("/ParentTree 8 0 R/ParentTreeNextKey 9", &[(8, "<</Nums[0[7 0 R]]>>")], 9, &["Nums"]),
        (
            "/ParentTree 8 0 R",
            &[
                (8, "<</Kids[9 0 R 10 0 R]>>"),
                (9, "<</Limits[0 0]/Nums[0[7 0 R]]>>"),
                (10, "<</Limits[3 6]/Nums[3[7 0 R]6[7 0 R]]>>"),
            ],
            7,
            &["Kids", "1", "Nums"],
        ),
    ];
    for (tree, more, key, leaf) in trees {
        for kids in ["/K 6 0 R", "/K[6 0 R]", "/K[7 0 R 7 0 R]", ""] {
            let document = signed_with(&tagged(kids, tree, more), &named);
            let field = at(&document, &["AcroForm", "Fields", "0"]).as_dict().unwrap().clone();
            assert_eq!(field.get(b"StructParent").unwrap().as_i64().unwrap(), key, "{tree} {kids}");
            assert_eq!(field.get(b"TU").unwrap().as_str().unwrap(), b"Allkiri");
            let path: Vec<&str> = ["StructTreeRoot", "ParentTree"].iter().chain(leaf).copied().collect();
            let nums = at(&document, &path).as_array().unwrap().clone();
            assert_eq!(nums[nums.len() - 2].as_i64().unwrap(), key);
            let element_id: ObjectId = nums[nums.len() - 1].as_reference().unwrap();
            let element = document.object(element_id).unwrap().as_dict().unwrap().clone();
            assert_eq!(element.get(b"S").unwrap().as_name().unwrap(), b"Form");
            let parent = element.get(b"P").unwrap().as_reference().unwrap();
            let parent = document.object(parent).unwrap().as_dict().unwrap().clone();
            let under = parent.get(b"K").unwrap().as_array().unwrap().clone();
            assert_eq!(under.last().unwrap().as_reference().unwrap(), element_id, "{tree} {kids}");
            assert_eq!(at(&document, &["StructTreeRoot", "ParentTreeNextKey"]).as_i64().unwrap(), key + 1);
            assert_eq!(at(&document, &["Pages", "Kids", "0", "Tabs"]).as_name().unwrap(), b"S");
        }
    }
    let limits = at(
        &signed_with(&tagged("/K 6 0 R", trees[3].0, trees[3].1), &named),
        &["StructTreeRoot", "ParentTree", "Kids", "1", "Limits"],
    );
    assert_eq!(format!("{limits:?}"), "[3 7]");
}

#[test]
fn the_alternate_name_says_its_language_where_the_document_speaks_another_or_none() {
    let named = SignatureSpec { alternate_name: Some(allkiri()), ..spec() };
    for (document, said) in [("", Some("et")), ("/Lang(en-GB)", Some("et")), ("/Lang(ET-ee)", None)] {
        let page = format!("/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R{document}");
        let mut file = Builder::new("1.7").with_page(&page, "");
        file.object(5, "<</Type/StructTreeRoot>>");
        let signed = signed_with(&file.table("").bytes.clone(), &named);
        let element = at(&signed, &["StructTreeRoot", "K", "0"]).as_dict().unwrap().clone();
        let language = element.get(b"Lang").ok().map(|tag| tag.as_str().unwrap().to_vec());
        assert_eq!(language.as_deref(), said.map(str::as_bytes), "{document}");
    }
}

#[test]
fn behind_a_signature_and_in_an_odd_tree_nothing_is_tagged() {
    let first = signed_with(&tagged("/K 6 0 R", "", &[]), &spec());
    let again = signed_with(&common::all(&first), &spec());
    assert!(!at(&again, &["AcroForm", "Fields", "1"]).as_dict().unwrap().has(b"StructParent"));
    for odd in ["/ParentTree<</Kids[8 0 R]>>", "/ParentTree<</Nums[0]>>", "/ParentTree<</Nums[/a 1 0 R]>>"] {
        let more: &[(u32, &str)] = &[(8, "<</Kids[8 0 R]>>")];
        let document = signed_with(&tagged("/K 6 0 R", odd, more), &spec());
        let field = at(&document, &["AcroForm", "Fields", "0"]).as_dict().unwrap().clone();
        assert!(!field.has(b"StructParent"), "{odd}");
    }
}

#[test]
fn a_signature_that_a_later_revision_removed_is_one_that_was_altered() {
    let (signed, ours) = signed(&classic());
    let numbers = open(&signed).signatures().unwrap()[0].field.0;
    for (name, field, form) in [
        ("the form has no fields", None, "/AcroForm<</Fields[]>>"),
        ("there is no form", None, ""),
        (
            "the field has no value",
            Some("<</FT/Sig/T(Signature1)/Rect[0 0 0 0]>>"),
            "/AcroForm<</Fields[FIELD 0 R]>>",
        ),
    ] {
        let mut later = Builder::behind(&signed);
        later.object(
            1,
            &format!("<</Type/Catalog/Pages 2 0 R{}>>", form.replace("FIELD", &numbers.to_string())),
        );
        later.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Resources<<>>/Contents 4 0 R>>");
        if let Some(field) = field {
            later.object(numbers, field);
        }
        let document = open(&later.table("").bytes);
        let found = document.signatures().unwrap();
        assert_eq!(found.len(), 1, "{name}");
        assert_eq!(
            (found[0].field_name.as_str(), found[0].altered_later),
            (ours.field_name.as_str(), true),
            "{name}"
        );
        assert_eq!(found[0].byte_range, Ok(ours.byte_range), "{name}");
        assert!(!found[0].covers_whole_file, "{name}");
    }
}

#[test]
fn an_annotation_that_leads_to_the_signature_of_a_field_is_no_signature_more() {
    for value in ["7 0 R", "8 0 R"] {
        let mut file = Builder::new("1.7").with_page("/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R 6 0 R]");
        file.object(5, "<</FT/Sig/T(one)/V 7 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>");
        file.object(6, &format!("<</FT/Tx/T(two)/V {value}/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>"));
        file.object(7, "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>");
        file.object(8, "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>");
        let names: Vec<_> =
            open(&file.table("").bytes).signatures().unwrap().into_iter().map(|one| one.field_name).collect();
        assert_eq!(names.len(), if value == "7 0 R" { 1 } else { 2 }, "{names:?}");
    }
}
