//! Signed files changed by someone else, and what is told of them (attack classes of pdf-insecurity.org).
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::Arc;

use common::{Builder, classic, open, signed};
use pdf::{ByteRangeFault, ContentsFault, Document, ObjectId, Signature};

/// Writes `text` over the bytes at the first place of `what`, padded with blanks to the end of `what`'s slot.
fn overwritten(bytes: &[u8], what: &[u8], slot: usize, text: &str) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = bytes.windows(what.len()).position(|window| window == what).unwrap();
    assert!(text.len() <= slot);
    bytes[at..at + slot].copy_from_slice(format!("{text:slot$}").as_bytes());
    bytes
}

fn with_range(range: &str) -> Signature {
    let (bytes, _) = signed(&classic());
    only(&overwritten(&bytes, b"/ByteRange ", 11 + 67, &format!("/ByteRange {range}")))
}

fn with_contents(contents: &str) -> Signature {
    let (bytes, _) = signed(&classic());
    only(&overwritten(&bytes, b"/Contents <", 10 + 130, contents))
}

fn only(bytes: &[u8]) -> Signature {
    let mut signatures = open(bytes).signatures().unwrap();
    assert_eq!(signatures.len(), 1, "never dropped");
    let signature = signatures.remove(0);
    assert_eq!(signature.field_name, "Signature1");
    signature
}

#[test]
fn a_byte_range_that_is_none_is_told_with_its_fault() {
    let (_, placeholder) = signed(&classic());
    let [_, a, b, c] = placeholder.byte_range;
    let len = b + c;
    for (range, fault) in [
        (format!("[1 {a} {b} {c}]"), ByteRangeFault::StartNotZero { start: 1 }),
        (format!("[0 {} {b} {c}]", b + 1), ByteRangeFault::Overlap { first_end: b + 1, second: b }),
        (format!("[0 {a} {b} {}]", c + 1), ByteRangeFault::BeyondFile { end: len + 1, len }),
        (format!("[0 {a} {b} {}]", i64::MAX), ByteRangeFault::BeyondFile { end: b + i64::MAX as u64, len }),
        (format!("[0 {a} -1 {c}]"), ByteRangeFault::Negative { index: 2, value: -1 }),
        (format!("[0 {a} {b}.0 {c}]"), ByteRangeFault::NotAnInteger { index: 2 }),
        (format!("[0 {a} {b} {c} 0]"), ByteRangeFault::WrongCount { count: 5 }),
        (format!("[0 {a} {b}]"), ByteRangeFault::WrongCount { count: 3 }),
        (format!("[0 0 {b} {c}]"), ByteRangeFault::EmptyRange { index: 0 }),
        (format!("[0 {a} {b} 0]"), ByteRangeFault::EmptyRange { index: 1 }),
        ("[]".into(), ByteRangeFault::WrongCount { count: 0 }),
        ("null".into(), ByteRangeFault::Missing),
        ("(0)".into(), ByteRangeFault::NotAnArray),
        (format!("[0 {a} {b} {c}]/ByteRange[0 1 2 3]"), ByteRangeFault::Duplicate),
    ] {
        let signature = with_range(&range);
        assert_eq!(signature.byte_range, Err(fault), "{range}");
        assert!(!signature.covers_whole_file && !signature.hole_matches && !signature.hole_is_own, "{range}");
        assert_eq!((signature.contents_hole, signature.revision), (None, None), "{range}");
    }
}

#[test]
fn a_hole_with_more_than_the_signature_does_not_match() {
    let (_, placeholder) = signed(&classic());
    let [_, a, b, c] = placeholder.byte_range;
    for (first, second) in
        [(a - 1, b), (a, b + 1), (a - 10, b + 1), (a + 1, b), (a, b - 1), (a + 1, b - 1), (a, a)]
    {
        let signature = with_range(&format!("[0 {first} {second} {}]", c + b - second));
        assert!(signature.byte_range.is_ok());
        assert!(!signature.hole_matches, "{first} {second}");
        assert!(!signature.hole_is_own, "{first} {second}");
    }
}

#[test]
fn contents_that_are_none_are_told_with_their_fault() {
    for (contents, fault) in [
        ("/Xontents <00>", ContentsFault::Missing),
        ("/Contents null", ContentsFault::Missing),
        ("/Contents 99 0 R", ContentsFault::Missing),
        ("/Contents <>", ContentsFault::Empty),
        ("/Contents ()", ContentsFault::Empty),
        ("/Contents 12", ContentsFault::NotAString),
        ("/Contents <00>/Contents <01>", ContentsFault::Duplicate),
        ("/Contents <0g>", ContentsFault::Unreadable),
    ] {
        let signature = with_contents(contents);
        assert_eq!(signature.contents, Err(fault), "{contents}");
        assert!(!signature.hole_matches, "{contents}");
    }
    let short = with_contents("/Contents <00>");
    assert_eq!(short.contents, Ok(vec![0]));
    assert!(!short.hole_matches, "blanks behind the string are not part of it");
}

#[test]
fn white_space_in_the_string_is_part_of_it() {
    let (bytes, placeholder) = signed(&classic());
    let [_, a, ..] = placeholder.byte_range;
    let mut bytes = bytes;
    bytes[a as usize + 127..a as usize + 129].copy_from_slice(b" \n");
    let signature = only(&bytes);
    assert!(signature.hole_matches && signature.hole_is_own);
    assert_eq!(signature.contents.unwrap().len(), 63);
}

/// The signed file, and a builder that appends to it.
fn continued() -> (Builder, ObjectId, Signature) {
    let (bytes, _) = signed(&classic());
    let document = open(&bytes);
    let signature = document.signatures().unwrap().remove(0);
    let mut builder = Builder::new("1.4");
    builder.newest = Some(document.revisions()[1].startxref as usize);
    builder.bytes = bytes;
    (builder, signature.object.unwrap(), signature)
}

#[test]
fn objects_appended_after_the_signature_are_not_covered() {
    let (mut file, ..) = continued();
    file.object(4, "<</Length 6>>stream\n1 1 m \nendstream");
    let signature = only(&file.table("").bytes);
    assert!(!signature.covers_whole_file);
    assert!(signature.hole_matches && signature.hole_is_own && !signature.altered_later);
    assert_eq!(signature.revision, Some(1));
    assert_eq!(open(&file.bytes).revisions().len(), 3);
}

#[test]
fn trailing_junk_is_counted() {
    let (mut bytes, placeholder) = signed(&classic());
    bytes.extend_from_slice(b"\n4 0 obj<<>>endobj\n");
    let document = open(&bytes);
    assert_eq!(document.unaccounted(), 19);
    assert!(document.has_trailing_bytes());
    assert!(!only(&bytes).covers_whole_file);
    // A trailer of its own that leads nowhere is damage, not a revision.
    bytes.extend_from_slice(b"startxref\n0\n%%EOF\n");
    assert!(Document::open(Arc::new(bytes)).is_err());
    assert_eq!(placeholder.field_name, "Signature1");
}

#[test]
fn a_signature_dictionary_rewritten_later_is_seen() {
    let (mut file, object, signature) = continued();
    let [_, a, b, c] = signature.byte_range.clone().unwrap();
    let contents = hex::encode(signature.contents.clone().unwrap());
    let body = format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 {a} {b} {c}]/Contents<{contents}>/M(D:20200101000000Z)>>"
    );
    file.object(object.0, &body);
    let found = only(&file.table("").bytes);
    assert_eq!(found.signing_time_raw.as_deref(), Some("D:20200101000000Z"));
    assert!(found.altered_later);
    assert!(found.hole_matches && !found.hole_is_own && !found.covers_whole_file);
}

#[test]
fn a_copied_signature_in_a_new_field_does_not_own_the_hole() {
    let (mut file, _, signature) = continued();
    let [_, a, b, c] = signature.byte_range.clone().unwrap();
    let contents = hex::encode(signature.contents.clone().unwrap());
    file.object(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[20 0 R]>>>>");
    file.object(20, "<</FT/Sig/T(Copy)/V 21 0 R>>");
    file.object(21, &format!("<</Type/Sig/ByteRange[0 {a} {b} {c}]/Contents<{contents}>>>"));
    let document = open(&file.table("").bytes);
    let signatures = document.signatures().unwrap();
    let copy = signatures.iter().find(|s| s.field_name == "Copy").unwrap();
    assert!(copy.hole_matches && !copy.hole_is_own && copy.altered_later && !copy.covers_whole_file);
    // The widget on the page still shows the first one.
    assert!(signatures.iter().any(|s| s.field_name == "Signature1" && s.hole_is_own));
}

#[test]
fn fields_are_found_wherever_they_hang() {
    let value = "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>/Cert(x)>>";
    let mut file = Builder::new("1.7").with_page(
        "/AcroForm<</Fields[10 0 R 20 0 R<</FT/Sig/T(direct)/V 30 0 R>>40 0 R 50 0 R]>>",
        "/Annots[12 0 R 60 0 R 72 0 R]",
    );
    // Inherited kind and value, two levels down.
    file.object(10, "<</T(outer)/FT/Sig/V 30 0 R/Kids[11 0 R]>>");
    file.object(11, "<</T(inner)/Parent 10 0 R/Kids[12 0 R]>>");
    file.object(12, "<</Parent 11 0 R/Subtype/Widget/Rect[1 2 3 4.5]/P 3 0 R>>");
    // The value inside the field.
    file.object(20, &format!("<</FT/Sig/T(within)/V{value}>>"));
    file.object(30, value);
    // Another kind of field with a signature for a value, and one that waits.
    file.object(40, "<</FT/Tx/T(disguised)/V 30 0 R>>");
    file.object(50, "<</FT/Sig/T(empty)>>");
    // Only a page's annotations lead here.
    file.object(60, "<</FT/Sig/T(stray)/V 30 0 R/Subtype/Widget>>");
    file.object(71, "<</FT/Sig/T(above)/V 99 0 R/Kids[72 0 R]>>");
    file.object(72, "<</Parent 71 0 R/Subtype/Widget>>");
    let document = open(&file.table("").bytes);
    let signatures = document.signatures().unwrap();
    let mut names: Vec<_> = signatures.iter().map(|s| s.field_name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["above", "direct", "disguised", "outer.inner", "stray", "within"]);
    let of = |name: &str| signatures.iter().find(|s| s.field_name == name).unwrap();
    assert_eq!((of("outer.inner").page, of("outer.inner").rect), (Some(1), Some([1.0, 2.0, 3.0, 4.5])));
    assert_eq!(of("stray").page, Some(1));
    assert_eq!(of("above").byte_range, Err(ByteRangeFault::Unreadable));
    assert_eq!(of("within").object, None);
    assert!(of("within").has_cert_entry);
    let empty = document.empty_signature_fields().unwrap();
    assert_eq!(empty.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["empty"]);
}

#[test]
fn evidence_dropped_later_is_still_found() {
    let mut file = Builder::new("1.7").with_page("/DSS<</Certs[5 0 R]>>", "");
    file.object(5, "<</Length 3>>stream\none\nendstream");
    file.table("");
    file.object(1, "<</Type/Catalog/Pages 2 0 R/DSS<</Certs[5 0 R 6 0 R]/VRI<</AA<</OCSP[7 0 R]>>>>>>>>");
    file.object(5, "<</Length 3>>stream\ntwo\nendstream");
    file.object(6, "<</Length 3>>stream\none\nendstream");
    file.object(7, "<</Length 99>>stream\nlength is wrong\nendstream");
    file.table("");
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>");
    let store = open(&file.table("").bytes).security_store().unwrap();
    assert_eq!(store.certificates, [b"one", b"two"]);
    assert!(store.ocsps.is_empty() && store.crls.is_empty());
}

#[test]
fn a_hybrid_tells_what_its_table_hides() {
    let mut file = Builder::new("1.5").with_page("", "");
    file.object_stream(6, &[(7, "(hidden)"), (8, "8")]);
    file.hybrid(9);
    let document = open(&file.bytes);
    assert_eq!(document.object((7, 0)).unwrap().as_str().unwrap(), b"hidden");
    file.free(7);
    let document = open(&file.table("").bytes);
    assert!(document.object((7, 0)).unwrap().is_null());
    assert_eq!(document.object((8, 0)).unwrap().as_i64().unwrap(), 8);
}

#[test]
fn an_object_listed_twice_is_damage() {
    let text = String::from_utf8_lossy(&classic()).replace("1 4\n", "0 4\n");
    let found = Document::open(Arc::new(text.into_bytes())).unwrap_err();
    assert!(found.to_string().contains("lists object 0 twice"), "{found}");
}
