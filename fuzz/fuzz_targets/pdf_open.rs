//! Any bytes: everything that can be asked of a file ends in an answer or a named error.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use pdf::{Access, Additions, Document, Error, ModificationLevel, Object};

fuzz_target!(|bytes: &[u8]| {
    let strict = Document::open(Arc::new(bytes.to_vec()));
    let Ok(document) = Document::open_repairing(Arc::new(bytes.to_vec()), &Access::default()) else {
        return;
    };
    ask(&document);
    match strict {
        Ok(strict) if document.was_repaired() => ask(&strict),
        Ok(_) => assert_eq!(document.unrepaired(), Ok(())),
        // The strict door was shut, so this one leads nowhere but to looking.
        Err(_) => assert!(document.was_repaired() && document.unrepaired().is_err()),
    }
});

/// What a reader of the signed bytes alone finds, a reader of the whole file finds as well, but for what says what is new.
fn same_objects(before: &Document, now: &Document) {
    assert_eq!(before.page_count(), now.page_count());
    let says_what_is_new: Vec<_> = [b"Root", b"Info"]
        .iter()
        .filter_map(|key| now.trailer().get(*key).and_then(|id| id.as_reference()).ok())
        .collect();
    for id in (0..64).map(|number| (number, 0)).filter(|id| !says_what_is_new.contains(id)) {
        match before.object(id) {
            Ok(Object::Null) => {}
            object => assert_eq!(object, now.object(id)),
        }
    }
}

fn ask(document: &Document) {
    let _ = (document.version(), document.catalog(), document.signing_rules());
    let _ = (document.empty_signature_fields(), document.security_store());
    for number in 0..16 {
        let _ = document.object((number, 0));
    }
    let mut end = 0;
    for (index, revision) in document.revisions().iter().enumerate() {
        assert!(end <= revision.start && revision.start < revision.end && revision.end <= document.len());
        assert!(revision.marker_end <= revision.end);
        end = revision.end;
        if index < 4 {
            let before = document.at_revision(index);
            let (additions, found) = (document.additions_since(index), document.modifications_since(index));
            if let (Ok(Additions::Archival), Ok(Some(apart))) =
                (additions, document.apart_from_archival(index))
            {
                // Where it could be compared at all.
                assert!(
                    found.is_err() || found.is_ok_and(|found| found.level <= ModificationLevel::Archival)
                );
                if apart.same_pages.is_some() {
                    same_objects(&before.expect("a whole file"), document);
                }
            }
        }
    }
    for signature in document.signatures().unwrap_or_default() {
        let Ok(range) = signature.byte_range else {
            assert!(!signature.hole_matches && !signature.hole_is_own && !signature.covers_whole_file);
            continue;
        };
        assert_eq!(signature.covers_whole_file, range[2] + range[3] == document.len());
        let mut covered = 0;
        let read: Result<(), Error> = document.digest_ranges(range, &mut |part| covered += part.len() as u64);
        assert_eq!((read, covered), (Ok(()), range[1] + range[3]));
    }
}
