//! What is seen of a signature: nothing of an invisible one, and of a seal nothing outside its box, on every page, drawn by
//! poppler and by our own renderer. Over a sample of the corpus of producers, our fixtures, and pages turned and cropped.
#![allow(clippy::unwrap_used)]

#[path = "pixels/drawn.rs"]
mod drawn;
#[path = "interop/extract.rs"]
#[allow(dead_code, reason = "shared with the interop tests")]
mod extract;
#[path = "corpora/files.rs"]
#[allow(dead_code, reason = "shared with the corpora tests")]
mod files;
#[path = "interop/tools.rs"]
#[allow(dead_code, reason = "shared with the interop tests")]
mod tools;
#[path = "pixels/turned.rs"]
mod turned;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use drawn::drawn;
use native::{KeyFile, Scheme};
use pitser_tests::{Simulated, run};
use workflow::order::{Level, Order, Signer};
use workflow::profile::Profile;
use workflow::seal::{Place, SealOrder, SealStyle, Spot};

/// Of the corpus one file in so many is drawn: with two processors it takes a minute.
const SAMPLE: usize = 3;

/// The smallest page, in points, that a seal is put on.
const SMALLEST: (f32, f32) = (150.0, 60.0);

#[test]
fn nothing_is_seen_of_an_invisible_signature_and_of_a_seal_nothing_outside_its_box() {
    let documents = documents();
    let (next, faults) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let (pages, seals) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let folder = tempfile::tempdir().unwrap();
                while let Some((name, bytes)) = documents.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = one(bytes, folder.path(), &pages, &seals);
                    faults.lock().unwrap().extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    println!("{} files, {pages:?} pages drawn, {seals:?} seals", documents.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(seals.into_inner() > documents.len() / 2, "most pages have room for a seal");
}

/// Names and bytes of what is signed.
fn documents() -> Vec<(String, Vec<u8>)> {
    let at_hand = files::sample(SAMPLE);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/producers");
    let turned = ["cairo", "latex", "chromium"].into_iter().flat_map(|name| {
        let bytes = std::fs::read(fixtures.join(name).with_extension("pdf")).unwrap();
        turned::WAYS.map(|way| (format!("{name} {way:?}"), turned::turned(&bytes, way)))
    });
    let whole = at_hand.into_iter().map(|file| (file.name, std::fs::read(file.path).unwrap()));
    whole.chain(turned).collect()
}

/// What is seen that should not be.
fn one(bytes: &[u8], folder: &Path, pages: &AtomicUsize, seals: &AtomicUsize) -> Vec<String> {
    let Some(before) = drawn(bytes, folder) else { return vec!["not drawn".into()] };
    pages.fetch_add(before.pages(), Ordering::Relaxed);
    let mut faults = match drawn(&signed(bytes, None), folder) {
        Some(after) => before.changes(&after, None),
        None => vec!["signed, it is not drawn".into()],
    };
    // On the last page that is drawn: in the middle, as large as there is room.
    let page = before.pages_of_each();
    let document = pdf::Document::open(Arc::new(bytes.to_vec())).unwrap();
    let shown = document.page_size(page).unwrap();
    if shown.width < SMALLEST.0 || shown.height < SMALLEST.1 {
        return faults;
    }
    let (width, height) = (shown.width.min(200.0) * 0.9, shown.height.min(72.0) * 0.9);
    let (x, y) = ((shown.width - width) / 2.0, (shown.height - height) / 2.0);
    let place = Place { x, y, width, height };
    let inside = [x / shown.unit, y / shown.unit, width / shown.unit, height / shown.unit];
    match drawn(&signed(bytes, Some((page, place))), folder) {
        Some(after) => {
            let mut found = before.changes(&after, Some((page, inside)));
            // poppler makes the looks of such a form anew, and that of a signature is nothing.
            let made_anew = document.signing_rules().unwrap().need_appearances;
            found.retain(|fault| !(made_anew && fault == "poppler: 0 pixels of a seal"));
            faults.extend(found);
        }
        None => faults.push("sealed, it is not drawn".into()),
    }
    seals.fetch_add(1, Ordering::Relaxed);
    faults
}

/// The document signed with a key file at B-B, with a seal in that box of that page or invisibly.
fn signed(bytes: &[u8], seal: Option<(u32, Place)>) -> Vec<u8> {
    let host = Simulated::new(7);
    host.put("/in.pdf", bytes.to_vec());
    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/keys/p256.p12");
    let key = KeyFile::open(&key, "test", Scheme::Pkcs1).unwrap();
    let profile = Profile::of_trust("none", String::new(), Vec::new()).unwrap();
    let seal = seal.map(|(page, place)| SealOrder {
        spot: Some(Spot::Box { page, place }),
        ..SealOrder::of(&SealStyle::default())
    });
    let order = Order {
        output: Some("/out.pdf".into()),
        seal,
        ..Order::new("/in.pdf", Signer::Key(Arc::new(key)), Level::BB)
    };
    run(workflow::sign::sign(&host, &profile, order)).unwrap();
    host.file("/out.pdf").unwrap().to_vec()
}
