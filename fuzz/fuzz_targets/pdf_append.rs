//! What we append to any file parses, does what it should, and leaves what was there as it was.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use pdf::{Document, Extended, SecurityStore, Signature, SignatureKind, SignatureSpec};

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::open(Arc::new(bytes.to_vec())) else { return };
    let Ok(before) = document.signatures() else { return };
    let kind = match bytes.len() % 2 {
        0 => SignatureKind::Signature,
        _ => SignatureKind::DocumentTimestamp,
    };
    if let Some(signed) = with_signature(&document, kind, &before) {
        if let Some(stored) = with_store(&signed) {
            let earlier = signed.signatures().expect("what we append parses");
            with_signature(&stored, SignatureKind::DocumentTimestamp, &earlier);
        }
    }
    with_store(&document);
});

fn with_signature(document: &Document, kind: SignatureKind, before: &[Signature]) -> Option<Document> {
    let spec = SignatureSpec {
        signing_time: Some("D:20261122140000Z".into()),
        reason: Some("(\\) nõus".into()),
        signer_name: Some("Mari-Liis Männik".into()),
        ..SignatureSpec::new(kind, 16)
    };
    let mut placeholder = document.append_signature(&spec).ok()?;
    placeholder.fill(b"0\x03CMS").expect("there is room");
    let signed = extended(document, placeholder.tail);
    let found = signed.signatures().expect("what we append parses");
    assert_eq!(found.len(), before.len() + 1);
    let ours = found.iter().find(|signature| signature.covers_whole_file && signature.hole_is_own);
    let ours = ours.expect("ours is there");
    assert_eq!(ours.field_name, placeholder.field_name);
    assert_eq!(ours.byte_range, Ok(placeholder.byte_range));
    assert!(ours.hole_matches && ours.reason == spec.reason && ours.name == spec.signer_name);
    // A range that ended beyond the file may end within it now.
    for old in before.iter().filter(|old| old.byte_range.is_ok()) {
        let kept = found.iter().any(|new| {
            (&new.field_name, &new.byte_range, &new.contents, new.hole_is_own)
                == (&old.field_name, &old.byte_range, &old.contents, old.hole_is_own)
        });
        assert!(kept, "the signature of {} is as it was", old.field_name);
    }
    Some(signed)
}

fn with_store(document: &Document) -> Option<Document> {
    let store = SecurityStore {
        certificates: vec![b"one".to_vec()],
        crls: vec![b"list".to_vec()],
        ..Default::default()
    };
    let tail = document.append_security_store(&store).ok()?;
    // What cannot be read of the store that was there cannot be read afterwards.
    document.security_store().ok()?;
    let stored = extended(document, tail);
    let found = stored.security_store().expect("what we append parses");
    assert!(store.certificates.iter().all(|der| found.certificates.contains(der)));
    assert!(store.crls.iter().all(|der| found.crls.contains(der)));
    let again = stored.append_security_store(&store).expect("what we append parses");
    assert!(again.is_empty(), "what is there is not appended again");
    Some(stored)
}

fn extended(document: &Document, tail: Vec<u8>) -> Document {
    let source = Extended::new(document.source().clone(), tail);
    let extended = Document::open(Arc::new(source)).expect("what we append parses");
    assert_eq!(
        extended.unaccounted(),
        if extended.len() > document.len() { 0 } else { document.unaccounted() }
    );
    extended
}
