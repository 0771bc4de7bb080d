//! Files whose cross-reference data cannot be followed: refused by the strict door, read by the other, never added to.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::Arc;

use common::{Builder, classic, compressed, open, signed, spec};
use pdf::{Document, Error, Object, SecurityStore};

fn repaired(bytes: &[u8]) -> Document {
    let document = Document::open_repairing(Arc::new(bytes.to_vec()), &pdf::Access::default()).unwrap();
    assert!(document.was_repaired());
    document
}

fn is_refused(document: &Document) -> Result<(), Error> {
    let store = SecurityStore { crls: vec![b"list".to_vec()], ..Default::default() };
    let refused = document.append_signature(&spec()).map(drop);
    assert_eq!(document.append_security_store(&store).map(drop), refused);
    assert_eq!(document.unrepaired(), refused);
    refused
}

/// The last `startxref` leads to the file's first byte.
fn astray(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = bytes.windows(9).rposition(|window| window == b"startxref").unwrap();
    bytes[at + 10..].iter_mut().take_while(|byte| byte.is_ascii_digit()).for_each(|digit| *digit = b'0');
    bytes
}

#[test]
fn a_start_that_leads_nowhere_is_repaired_and_not_signed() {
    for bytes in [astray(&classic()), astray(&compressed()), astray(&signed(&classic()).0)] {
        assert!(matches!(Document::open(Arc::new(bytes.clone())), Err(Error::Damaged { .. })), "strict");
        let document = repaired(&bytes);
        assert_eq!(document.page_count(), 1);
        assert_eq!((document.revisions().len(), document.unaccounted()), (1, 0));
        assert!(
            matches!(is_refused(&document), Err(Error::NeedsRepair { reason }) if reason.contains("damaged at byte 0"))
        );
        assert!(document.at_revision(0).unwrap().was_repaired());
    }
}

#[test]
fn a_sound_file_is_not_repaired() {
    for bytes in [classic(), compressed(), signed(&compressed()).0] {
        let document = Document::open_repairing(Arc::new(bytes), &pdf::Access::default()).unwrap();
        assert!(!document.was_repaired() && document.repair().is_none());
        assert_eq!(is_refused(&document), Ok(()));
    }
}

#[test]
fn a_file_that_lost_its_end_is_read_and_called_cut_off() {
    for bytes in [classic(), compressed()] {
        let at = bytes.windows(9).rposition(|window| window == b"startxref").unwrap();
        let document = repaired(&bytes[..at]);
        assert_eq!(document.page_count(), 1);
        assert_eq!(is_refused(&document), Err(Error::Truncated { len: at as u64 }));
    }
}

#[test]
fn entries_that_lead_to_other_objects_are_repaired_where_nothing_can_be_shown_without() {
    let text =
        String::from_utf8_lossy(&classic()).replace("\n1 4\n", "\n2 4\n").replace("/Size 5", "/Size 6");
    let bytes = text.into_bytes();
    assert!(open(&bytes).catalog().is_err());
    let document = repaired(&bytes);
    assert_eq!(document.page_count(), 1);
    assert!(document.catalog().unwrap().has_type(b"Catalog"));
    assert!(matches!(is_refused(&document), Err(Error::NeedsRepair { .. })));
}

#[test]
fn the_last_definition_counts_and_none_that_is_broken_or_within_a_stream() {
    let mut file = Builder::new("1.5").with_page("", "");
    let inside = "5 0 obj(in a stream)endobj\ntrailer<</Root 4 0 R>>";
    file.object(6, &format!("<</Length {}>>stream\n{inside}\nendstream", inside.len()));
    file.object(5, "(first)");
    file.object_stream(7, &[(5, "(second)"), (8, "(kept)")]);
    file.object(9, "(before)");
    file.object_stream(10, &[(11, "9 0 R"), (9, "(behind)")]);
    file.object(5, "(third)");
    file.object(6, &format!("<</Length 12345>>stream\n{inside}\nendstream"));
    file.object(8, "<</Broken");
    let document = repaired(&file.bytes);
    let text =
        |number| document.object((number, 0)).unwrap().as_str().map(<[u8]>::to_vec).unwrap_or_default();
    assert_eq!([text(5), text(8), text(9)], [&b"third"[..], b"kept", b"behind"]);
    assert_eq!(document.object((11, 0)).unwrap(), Object::Reference((9, 0)));
    assert!(document.object((12, 0)).unwrap().is_null());
    assert!(document.catalog().unwrap().has_type(b"Catalog"), "the trailer in the stream does not count");
}

#[test]
fn a_catalog_is_found_without_any_trailer() {
    let outside = Builder::new("1.4").with_page("", "").bytes;
    let mut inside = Builder::new("1.5");
    let pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    inside.object_stream(4, &[(2, pages), (1, "<</Type/Catalog/Pages 2 0 R>>"), (3, "<</Type/Page>>")]);
    for bytes in [outside, inside.bytes] {
        let document = repaired(&bytes);
        assert_eq!((document.page_count(), document.catalog().is_ok()), (1, true));
    }
    // A later trailer that leads to no page counts less than an earlier one that does.
    let bytes = [astray(&classic()), b"trailer<</Root 4 0 R>>".to_vec()].concat();
    assert_eq!(repaired(&bytes).page_count(), 1);
}

#[test]
fn what_has_no_page_anywhere_keeps_its_first_fault() {
    let found = |bytes: &[u8]| {
        Document::open_repairing(Arc::new(bytes.to_vec()), &pdf::Access::default()).unwrap_err()
    };
    assert!(matches!(found(b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj"), Error::Truncated { .. }));
    assert!(matches!(found(b"%PDF-1.7\nstartxref\n5\n%%EOF"), Error::Damaged { .. }));
    assert_eq!(found(b"1 0 obj<<>>endobj"), Error::NotPdf { searched: 17 });
}

#[test]
fn a_signature_in_a_damaged_file_is_found_with_its_own_bytes() {
    let (bytes, placeholder) = signed(&classic());
    let document = repaired(&astray(&bytes));
    let signature = document.signatures().unwrap().remove(0);
    assert_eq!(signature.field_name, placeholder.field_name);
    assert!(signature.hole_matches && signature.hole_is_own && signature.covers_whole_file);
    let behind =
        [bytes.as_slice(), b"4 0 obj<</Length 2>>stream\nxx\nendstream endobj startxref 0 %%EOF"].concat();
    let signature = repaired(&behind).signatures().unwrap().remove(0);
    assert!(!signature.covers_whole_file && signature.revision.is_none());
}
