//! What is said of pages without a look at them, beside what the renderer sees: another reader of the same files.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pdf::{Additions, Document, SecurityStore, SignatureKind, SignatureSpec};
use pitser_tests::corpus;
use render::{Pages, Versions};
use workflow::order::Level;

use crate::stage::{SCENE, form};

/// How many pages of a file are the same since that revision without being looked at; it is asserted that the renderer sees
/// no difference.
fn same_pages(bytes: &Arc<[u8]>, revision: usize, name: &str) -> Option<NonZeroU32> {
    let document = Document::open(Arc::new(bytes.to_vec())).ok()?;
    let is_archival = document.additions_since(revision).is_ok_and(|found| found == Additions::Archival);
    let same = document.apart_from_archival(revision).ok().flatten().filter(|_| is_archival)?.same_pages?;
    let end = usize::try_from(document.revisions()[revision].end).unwrap();
    let open = |length| Pages::open_first(Arc::clone(bytes), length, "").unwrap_or_else(|_| panic!("{name}"));
    let (before, now) = (open(end), open(bytes.len()));
    let versions = Versions::new(before, now.clone());
    assert_eq!(versions.counts(), (same as usize, same as usize), "{name}");
    assert_eq!(versions.unlike(false).unwrap(), [0_usize; 0], "{name}");
    for page in 0..now.count() {
        assert!(now.misleading_fields(page).unwrap().is_empty(), "{name}, page {page}");
    }
    NonZeroU32::new(same)
}

fn pdfs(name: &str) -> Vec<PathBuf> {
    let Some(folder) = corpus(name) else { return vec![] };
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "pdf")).collect()
}

fn read(path: &Path) -> Arc<[u8]> {
    std::fs::read(path).unwrap().into()
}

#[test]
fn what_serves_archiving_alone_leaves_pages_that_need_no_look() {
    let stage = &SCENE.stage;
    let plain = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/producers/latex.pdf"));
    for level in [Level::BLt, Level::BLta] {
        let signed = stage.signed(&plain, level, None);
        let facts = ades::Document::open(Arc::new(signed.clone())).unwrap().facts().unwrap();
        let looks = facts.signatures[0].looks.as_ref();
        assert_eq!(looks.map(|looks| (looks.now, looks.drawn)), (level == Level::BLt).then_some((2, 0)));
        // A time-stamp stands on a page, which is to be looked at.
        assert_eq!(same_pages(&signed.into(), 1, "ours").is_some(), level == Level::BLt);
    }
    let filled_in = stage.signed(&form(), Level::BLt, None);
    assert_eq!(
        same_pages(&filled_in.into(), 1, "a form"),
        None,
        "its fields are compared with what they show"
    );
}

#[test]
fn the_renderer_sees_no_difference_where_none_can_be() {
    let (mut revisions, mut found) = (0, 0);
    let signed = ["attacks", "dss", "pyhanko"].iter().flat_map(|name| pdfs(name));
    for path in signed {
        let bytes = read(&path);
        let Ok(document) = Document::open(Arc::new(bytes.to_vec())) else { continue };
        for revision in 0..document.revisions().len() {
            revisions += 1;
            found += usize::from(same_pages(&bytes, revision, &path.display().to_string()).is_some());
        }
    }
    println!("{found} of {revisions} revisions need no look");
    assert!(found > 0 || revisions == 0);
}

/// Files of many producers, archived by us.
#[test]
fn the_renderer_sees_no_difference_in_archived_files_of_many_producers() {
    let (mut files, mut found) = (0, 0);
    for path in pdfs("producers") {
        let name = path.display().to_string();
        let Ok(document) = Document::open(Arc::new(read(&path).to_vec())) else { continue };
        let Ok(mut placeholder) =
            document.append_signature(&SignatureSpec::new(SignatureKind::Signature, 64))
        else {
            continue;
        };
        placeholder.fill(b"0\x05CMS..").unwrap();
        let signed = document.extended(placeholder.tail).unwrap();
        let last = signed.revisions().len() - 1;
        let store = SecurityStore { ocsps: vec![b"answer".to_vec()], ..Default::default() };
        let archived = signed.extended(signed.append_security_store(&store).unwrap()).unwrap();
        let mut bytes = vec![0; usize::try_from(archived.len()).unwrap()];
        archived.source().read_at(0, &mut bytes).unwrap();
        files += 1;
        found += usize::from(same_pages(&bytes.into(), last, &name).is_some());
    }
    println!("{found} of {files} files need no look");
    assert!(2 * found > files || files == 0);
}
