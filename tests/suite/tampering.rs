//! One byte changed anywhere: never valid, unless the byte means nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use ades::Document;
use pki::Evidence;
use validation::policy::Policy;
use validation::report::{Indication, Question, SubIndication};
use validation::trust::Trust;
use workflow::order::Level;
use workflow::profile::Profile;

use crate::{APPROVES, contract, order, person, sign, signed, world};

/// Why a changed byte may leave the verdict as it is.
fn harmless(bytes: &[u8], changed: &[u8], at: usize) -> Option<&'static str> {
    let (was, is) = (bytes[at], changed[at]);
    let blank = |byte: u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12);
    if let Some(hole) = holes(bytes).into_iter().find(|hole| hole.contains(&at)) {
        let padding = bytes[at..hole.end - 1].iter().all(|digit| *digit == b'0');
        return match () {
            () if was.eq_ignore_ascii_case(&is) => Some("letter case of a hexadecimal digit in /Contents"),
            () if padding && blank(is) => Some("a blank for a zero in the padding of /Contents"),
            () => None,
        };
    }
    match () {
        () if was.is_ascii_hexdigit() && was.eq_ignore_ascii_case(&is) && in_hexadecimal(bytes, at) => {
            Some("letter case of a hexadecimal digit in the file identifier")
        }
        () if changing_identifier(bytes).contains(&at) => {
            Some("the half of the file identifier that each update changes")
        }
        () if in_size(bytes, at) && was.is_ascii_digit() && is.is_ascii_digit() && was < is => {
            Some("a /Size that is larger than it need be, and hides nothing")
        }
        () if bytes[..at].ends_with(b"/ExtensionLevel ")
            && was.is_ascii_digit()
            && is.is_ascii_digit()
            && was < is =>
        {
            Some("a higher level of an extension that is announced")
        }
        () if blank(was) && blank(is) => Some("one blank for another behind the signed bytes"),
        () if blank(was) && is == b'0' && leads_a_number(bytes, at) => {
            Some("a leading zero for a blank before a number")
        }
        () => None,
    }
}

/// Whether a digit at `at` would be the first of the number that stands behind it.
fn leads_a_number(bytes: &[u8], at: usize) -> bool {
    let starts = bytes[at - 1].is_ascii_whitespace() || b"[(<>/".contains(&bytes[at - 1]);
    starts && bytes[at + 1].is_ascii_digit()
}

/// Whether a hexadecimal string is open at `at`, after all the digits before it.
fn in_hexadecimal(bytes: &[u8], at: usize) -> bool {
    let digits = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_hexdigit()).count();
    bytes[..at - digits].ends_with(b"<") && !bytes[..at - digits].ends_with(b"<<")
}

/// Whether a digit of the newest trailer's `/Size` stands there.
fn in_size(bytes: &[u8], at: usize) -> bool {
    let digits = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    bytes[..at - digits].ends_with(b"/Size ")
}

/// The second string of the newest trailer's `/ID`: new with each update, and about nothing (ISO 32000-1 §14.4).
fn changing_identifier(bytes: &[u8]) -> std::ops::Range<usize> {
    let Some(id) = bytes.windows(3).rposition(|window| window == b"/ID") else { return 0..0 };
    let end = id + bytes[id..].iter().position(|byte| *byte == b']').expect("the end of the array");
    let second = id + bytes[id..end].iter().rposition(|byte| *byte == b'<').expect("two strings");
    second + 1..end
}

/// The syntax behind the signed bytes: what stands there, without the data of streams, which are evidence.
fn unsigned_syntax(bytes: &[u8]) -> Vec<usize> {
    let document = pdf::Document::open(Arc::new(bytes.to_vec())).expect("opens");
    let range = document.signatures().expect("signatures")[0].byte_range.clone().expect("a range");
    let mut places = Vec::new();
    let mut at = usize::try_from(range[2] + range[3]).expect("fits");
    let find = |from: usize, word: &[u8]| {
        bytes[from..].windows(word.len()).position(|window| window == word).map(|found| from + found)
    };
    while let Some(data) = find(at, b"stream\n") {
        places.extend(at..data + 7);
        at = find(data, b"endstream").expect("a stream ends");
        places.extend(at..at + 9);
        at += 9;
    }
    places.extend(at..bytes.len());
    places
}

/// All eight flips of each byte.
fn every_bit(places: Vec<usize>) -> impl Iterator<Item = (usize, u8)> {
    places.into_iter().flat_map(|place| (0..8).map(move |bit| (place, 1 << bit)))
}

/// Where the values of the signature and of the document time-stamp over it stand.
fn holes(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let document = pdf::Document::open(Arc::new(bytes.to_vec())).expect("opens");
    let signatures = document.signatures().expect("signatures");
    let holes = signatures.iter().map(|one| one.contents_hole.clone().expect("a hole"));
    holes.map(|hole| hole.start as usize..hole.end as usize).collect()
}

fn verdict(trust: &Trust, bytes: &[u8], at: pki::Time) -> Option<Indication> {
    let document = Document::open(Arc::new(bytes.to_vec())).ok()?;
    let facts = document.facts().ok()?;
    validation::validate(&facts, &Evidence::default(), trust, &Policy::everyday(), at).overall()
}

fn trust(profile: &Profile) -> Trust {
    Trust::new("test", true, profile.anchors().expect("anchors"), Vec::new())
}

/// Flips bytes at the given places and returns those that went unnoticed, by reason.
fn unnoticed(
    trust: &Trust,
    bytes: &[u8],
    at: pki::Time,
    places: impl Iterator<Item = (usize, u8)>,
) -> BTreeMap<&'static str, Vec<(usize, u8)>> {
    let places: Vec<_> = places.collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let found = Mutex::new(BTreeMap::<_, Vec<_>>::new());
    std::thread::scope(|scope| {
        for share in places.chunks(places.len().div_ceil(threads)) {
            let found = &found;
            scope.spawn(move || {
                let mut changed = bytes.to_vec();
                for &(place, flip) in share {
                    changed[place] ^= flip;
                    if verdict(trust, &changed, at) == Some(Indication::TotalPassed) {
                        let reason = harmless(bytes, &changed, place).unwrap_or("noticed by nobody");
                        found.lock().expect("no panic").entry(reason).or_default().push((place, flip));
                    }
                    changed[place] ^= flip;
                }
            });
        }
    });
    found.into_inner().expect("no panic")
}

/// Signs a document and flips bytes of the result, one at a time.
fn nothing_goes_unnoticed(
    (seed, level): (u64, Level),
    document: &[u8],
    places: impl FnOnce(&[u8]) -> Vec<(usize, u8)>,
) {
    let (host, profile) = world(seed);
    host.put("/contract.pdf", document);
    sign(&host, &profile, order(person(APPROVES), level)).expect("signed");
    let bytes = host.file(signed()).expect("saved").to_vec();
    let at = workflow::host::Host::now(&host);
    assert_eq!(verdict(&trust(&profile), &bytes, at), Some(Indication::TotalPassed));
    let found = unnoticed(&trust(&profile), &bytes, at, places(&bytes).into_iter());
    for (reason, places) in &found {
        eprintln!("{reason}: {} bytes", places.len());
    }
    let nobody = found.get("noticed by nobody").cloned().unwrap_or_default();
    let shown: Vec<_> = nobody
        .iter()
        .take(40)
        .map(|(place, flip)| {
            let around = &bytes[place.saturating_sub(24)..(place + 24).min(bytes.len())];
            format!("{place} ^{flip:#04x}: {}", String::from_utf8_lossy(around).escape_debug())
        })
        .collect();
    assert!(nobody.is_empty(), "{} changes unnoticed, such as\n{}", nobody.len(), shown.join("\n"));
}

#[test]
fn no_single_byte_of_a_small_file_can_be_changed() {
    // Every byte once, with a flip that wanders through all bits; behind the signed bytes every bit of the syntax.
    let every = |bytes: &[u8]| {
        let signed = (0..bytes.len()).map(|place| (place, 1 << (place % 8)));
        signed.chain(every_bit(unsigned_syntax(bytes))).collect()
    };
    nothing_goes_unnoticed((40, Level::BLt), include_bytes!("../fixtures/producers/mupdf.pdf"), every);
}

#[test]
fn none_of_two_thousand_bytes_of_larger_files_can_be_changed() {
    // One with a classic table, one with cross-reference streams.
    let latex = include_bytes!("../fixtures/producers/latex.pdf").to_vec();
    for (seed, document) in [(41, contract()), (42, latex)] {
        let mut dice: u64 = seed;
        let mut throw = || {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) as usize
        };
        let some = |bytes: &[u8]| {
            let thrown = (0..1_000).map(|_| (throw() % bytes.len(), 1 << (throw() % 8)));
            thrown.chain(every_bit(unsigned_syntax(bytes))).collect()
        };
        nothing_goes_unnoticed((seed, Level::BLt), &document, some);
    }
}

#[test]
fn nothing_behind_an_archived_signature_can_be_changed() {
    // The document time-stamp covers what stands behind the signature, but for its own value.
    let behind = |bytes: &[u8]| {
        let stamp = holes(bytes).pop().expect("a document time-stamp");
        let mut syntax = unsigned_syntax(bytes);
        syntax.retain(|place| !stamp.contains(place));
        let value = stamp.step_by(11);
        syntax.into_iter().chain(value).map(|place| (place, 1 << (place % 8))).collect()
    };
    let producers = [
        include_bytes!("../fixtures/producers/mupdf.pdf").as_slice(),
        include_bytes!("../fixtures/producers/qpdf-object-streams.pdf"),
    ];
    for (seed, document) in (43..).zip(producers) {
        nothing_goes_unnoticed((seed, Level::BLta), document, behind);
    }
}

#[test]
fn a_value_by_an_algorithm_that_nobody_knows_is_neither_valid_nor_called_wrong() {
    let (host, profile) = world(45);
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let mut bytes = host.file(signed()).expect("saved").to_vec();
    let at = workflow::host::Host::now(&host);
    // RSASSA-PSS, where the signer's information names it last; nothing signs it.
    let hole = holes(&bytes).remove(0);
    let digits = bytes[hole.clone()].to_ascii_lowercase();
    let name = b"06092a864886f70d01010a";
    let found = digits.windows(name.len()).rposition(|window| window == name).expect("the algorithm");
    let end = hole.start + found + name.len();
    bytes[end - 2..end].copy_from_slice(b"7f");
    let document = Document::open(Arc::new(bytes)).expect("opens");
    let facts = document.facts().expect("facts");
    let report =
        validation::validate(&facts, &Evidence::default(), &trust(&profile), &Policy::everyday(), at);
    let conclusion = report.signatures[0].conclusion;
    assert_eq!(conclusion.indication, Indication::Indeterminate);
    assert_eq!(conclusion.sub_indication, Some(SubIndication::CryptoConstraintsFailure));
    let algorithms = report.signatures[0].checks.iter().find(|row| row.question == Question::Algorithms);
    let cause = format!("{:?}", algorithms.expect("a row").detail);
    assert!(cause.contains("unknown algorithm 1.2.840.113549.1.1.127"), "{cause}");
}
