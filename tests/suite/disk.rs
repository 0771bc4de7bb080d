//! What is on the disk in the end is what was meant, and reading it costs what is looked at.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use native::{KeyFile, Scheme};
use pitser_tests::{Simulated, profile_of, run};
use workflow::order::{Level, Order, Signer};
use workflow::profile::Profile;

use crate::{contract, signed};

fn key() -> Signer {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/keys/p256.p12");
    Signer::Key(Arc::new(KeyFile::open(&path, "test", Scheme::Pkcs1).expect("a key")))
}

fn order(signer: Signer) -> Order {
    Order { output: Some(signed()), ..Order::new("/contract.pdf", signer, Level::BB) }
}

/// Signs on a disk that keeps one byte wrongly; gives the length of the signed file, or what went wrong.
fn on_a_flawed_disk(flawed_at: usize, signer: Signer) -> Result<usize, String> {
    let mut host = Simulated::new(5);
    host.flawed_at = Some(flawed_at);
    host.put("/contract.pdf", contract());
    let profile = match signer {
        Signer::Key(_) => Profile::of_trust("–", String::new(), Vec::new()).expect("a profile"),
        _ => profile_of(&host),
    };
    let done = run(workflow::sign::sign(&host, &profile, order(signer)));
    let file = host.file(signed()).map(|file| file.len());
    assert_eq!(file.is_some(), done.is_ok(), "a file is there when all is well, and only then");
    file.ok_or_else(|| done.err().map(|error| error.code().to_owned()).unwrap_or_default())
}

#[test]
fn a_byte_that_the_disk_keeps_wrongly_is_noticed_before_a_file_has_the_name() {
    let phone = || Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
    for (way, signer) in [("key", &key as &dyn Fn() -> Signer), ("phone", &phone)] {
        let length = on_a_flawed_disk(usize::MAX, signer()).expect("a sound disk");
        let document = contract().len();
        // The header, the middle and the end of the document; then places across all that is put behind it, in the room
        // for the signature and its padding too; and the last byte.
        let behind = (document..length).step_by((length - document) / 20);
        for flaw in [0, 9, document / 2, document - 1].into_iter().chain(behind).chain([length - 1]) {
            let told = on_a_flawed_disk(flaw, signer());
            assert!(told.is_err(), "by {way}, byte {flaw} of {length}");
        }
    }
}

/// A document of so many pages, fifty below a node.
fn pages(count: usize) -> Vec<u8> {
    let nodes = count.div_ceil(50);
    let page = |index: usize| 3 + nodes + index;
    let list = |numbers: &mut dyn Iterator<Item = usize>| {
        numbers.map(|number| format!("{number} 0 R")).collect::<Vec<_>>().join(" ")
    };
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {count}/Kids[{}]>>", list(&mut (3..3 + nodes))),
    ];
    for node in 0..nodes {
        let below = node * 50..count.min((node + 1) * 50);
        let (length, kids) = (below.len(), list(&mut below.map(page)));
        objects.push(format!("<</Type/Pages/Parent 2 0 R/Count {length}/Kids[{kids}]>>"));
    }
    for index in 0..count {
        objects.push(format!(
            "<</Type/Page/Parent {} 0 R/MediaBox[0 0 595 842]/Resources<<>>/Note({})>>",
            3 + index / 50,
            "x".repeat(500)
        ));
    }
    let mut file = "%PDF-1.7\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (size, startxref) = (objects.len() + 1, file.len());
    file.push_str(&format!("{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{startxref}\n%%EOF\n"));
    file.into_bytes()
}

/// How often the disk is asked for a place, the passes over whole files left out.
fn places_looked_at(document: Vec<u8>) -> usize {
    let host = Simulated::new(5);
    host.put("/contract.pdf", document);
    let profile = Profile::of_trust("–", String::new(), Vec::new()).expect("a profile");
    run(workflow::sign::sign(&host, &profile, order(key()))).expect("signed");
    host.short_reads.load(Ordering::Relaxed)
}

#[test]
fn signing_looks_at_as_many_places_of_ten_thousand_pages_as_of_fifty() {
    let (few, many) = (places_looked_at(pages(50)), places_looked_at(pages(10_000)));
    // What is close together in a short file is one place.
    assert!(many <= few + 12, "{few} places of 50 pages, {many} of 10 000");
}
