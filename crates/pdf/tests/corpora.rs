//! Real files of many producers, where the corpora are at hand.
#![allow(clippy::unwrap_used)]

mod common;
#[path = "../../../tests/corpus.rs"]
mod published;

use std::sync::Arc;

use common::{accepted_by_others, all, extended, spec};
use pdf::{Access, Additions, Document, Error, ModificationLevel, Password, SecurityStore};
use published::pdfs as files;

#[test]
fn every_producers_file_opens_and_takes_a_signature() {
    for (index, path) in files("producers").iter().enumerate() {
        let bytes = std::fs::read(path).unwrap();
        let name = path.display();
        let document =
            Document::open(Arc::new(bytes.clone())).unwrap_or_else(|error| panic!("{name}: {error}"));
        let placeholder =
            document.append_signature(&spec()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let signed = extended(&document, placeholder.tail);
        let found = signed.signatures().unwrap();
        let ours = found.iter().find(|signature| signature.field_name == placeholder.field_name).unwrap();
        assert!(ours.hole_matches && ours.hole_is_own && ours.covers_whole_file, "{name}");
        let store = SecurityStore { ocsps: vec![b"answer".to_vec()], ..Default::default() };
        let stored = extended(&signed, signed.append_security_store(&store).unwrap());
        let bytes_after = all(&stored);
        assert!(bytes_after.starts_with(&bytes), "{name}");
        // qpdf takes its time; the sweep example asks it about every file.
        if index % 10 == 0 {
            accepted_by_others(&bytes_after);
        } else {
            lopdf::Document::load_mem(&bytes_after).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}

/// No `startxref` in a sound file any more; what is rebuilt has to be what was written.
#[test]
fn every_producers_file_is_rebuilt_to_what_it_was() {
    for path in files("producers") {
        let name = path.display();
        let mut bytes = std::fs::read(&path).unwrap();
        let sound = Document::open(Arc::new(bytes.clone())).unwrap();
        while let Some(at) = bytes.windows(9).position(|window| window == b"startxref") {
            bytes[at..at + 9].copy_from_slice(b"xfertrats");
        }
        if sound.is_encrypted() {
            continue;
        }
        let rebuilt = Document::open_repairing(Arc::new(bytes), &pdf::Access::default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(rebuilt.was_repaired(), "{name}");
        assert_eq!(
            (rebuilt.page_count(), rebuilt.version()),
            (sound.page_count(), sound.version()),
            "{name}"
        );
        let size = sound.trailer().get(b"Size").and_then(|size| size.as_i64()).unwrap_or(0);
        for number in 1..size.min(5000) as u32 {
            let Ok(was) = sound.object((number, 0)) else { continue };
            if !was.is_null() {
                assert_eq!(rebuilt.object((number, 0)).ok(), Some(was), "{name}: object {number}");
            }
        }
    }
}

/// pyHanko's tests have two passwords for nearly all of their files, and one for the rest.
fn opened(bytes: Vec<u8>) -> Result<Document, Error> {
    let document = Document::open(Arc::new(bytes.clone()));
    if document.as_ref().err() != Some(&Error::PasswordNeeded) {
        return document;
    }
    let with = |password: &str| {
        let access = Access::reading(Some(Password::new(password)));
        Document::open_with(Arc::new(bytes.clone()), &access)
    };
    let as_user = match with("usersecret") {
        Err(Error::WrongPassword) => return with("secret"),
        other => other?,
    };
    assert_eq!(with("ownersecret")?.signatures(), as_user.signatures());
    Ok(as_user)
}

#[test]
fn encrypted_files_of_others_take_another_signature() {
    let mut taken = 0;
    for path in files("pyhanko") {
        let Ok(document) = opened(std::fs::read(&path).unwrap()) else { continue };
        if !document.is_encrypted() {
            continue;
        }
        let name = path.display();
        let before = document.signatures().unwrap();
        let placeholder = match document.append_signature(&spec()) {
            Ok(placeholder) => placeholder,
            Err(error) => {
                println!("{name}: {error}");
                continue;
            }
        };
        let signed = document.extended(placeholder.tail).unwrap();
        let after = signed.signatures().unwrap();
        assert_eq!(after.len(), before.len() + 1, "{name}");
        assert!(before.iter().zip(&after).all(|(before, after)| before.contents == after.contents), "{name}");
        assert!(after.iter().all(|signature| !signature.altered_later && signature.hole_matches), "{name}");
        taken += 1;
    }
    println!("{taken} encrypted files");
}

#[test]
fn signed_files_of_others_open_or_say_why_not() {
    let mut refused = 0;
    for path in ["pyhanko", "dss", "attacks"].into_iter().flat_map(files) {
        let name = path.display();
        let found = opened(std::fs::read(&path).unwrap()).and_then(|document| {
            let signatures = document.signatures()?;
            document.security_store()?;
            Ok((document, signatures))
        });
        let (document, signatures) = match found {
            Ok(found) => found,
            Err(
                Error::Damaged { .. }
                | Error::Unsupported { .. }
                | Error::UnsupportedEncryption { .. }
                | Error::Truncated { .. },
            ) => {
                refused += 1;
                continue;
            }
            Err(error) => panic!("{name}: {error}"),
        };
        for signature in signatures.iter().filter(|signature| signature.hole_is_own) {
            assert!(signature.hole_matches, "{name}: {}", signature.field_name);
            let mut covered = 0;
            let range = *signature.byte_range.as_ref().unwrap();
            document.digest_ranges(range, &mut |chunk| covered += chunk.len() as u64).unwrap();
            assert_eq!(covered, range[1] + range[3], "{name}");
        }
    }
    println!("{refused} refused: damaged, encrypted for a certificate, or cut off");
    assert!(refused <= 40, "{refused}");
}

/// What needs no comparison says the same where it is made.
#[test]
fn what_is_apart_from_archiving_is_archival_to_the_comparison_too() {
    let all = ["attacks", "dss", "pyhanko", "producers"].map(files).concat();
    let mut apart = 0;
    for path in &all {
        let bytes = Arc::new(std::fs::read(path).unwrap());
        let Ok(document) = Document::open_repairing(bytes, &pdf::Access::default()) else { continue };
        for since in 0..document.revisions().len() {
            if document.additions_since(since).is_ok_and(|additions| additions == Additions::Archival)
                && document.apart_from_archival(since).is_ok_and(|apart| apart.is_some())
            {
                let level = document.modifications_since(since).unwrap().level;
                assert!(level <= ModificationLevel::Archival, "{}, {since}: {level:?}", path.display());
                apart += 1;
            }
        }
    }
    println!("{apart} revisions of {} files", all.len());
    assert!(apart > 0 || all.is_empty());
}
