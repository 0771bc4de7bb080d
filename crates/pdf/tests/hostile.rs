//! Files made to hang, to exhaust memory or to crash: a named error or a result, within two seconds.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod common;

use std::{
    fmt::Write as _,
    sync::Arc,
    time::{Duration, Instant},
};

use common::{Builder, classic, compressed, deflate, signed, spec};
use pdf::{Document, Error, SecurityStore};
use proptest::prelude::*;

/// Everything that can be asked of a file.
fn ask(bytes: Vec<u8>) -> Result<(), Error> {
    let document = Document::open(Arc::new(bytes))?;
    let signatures = document.signatures();
    let store = document.security_store();
    let _ = (document.version(), document.page_count(), document.unaccounted(), document.signing_rules());
    for index in 0..document.revisions().len().min(4) {
        let _ = document.at_revision(index);
    }
    for number in 0..12 {
        let _ = document.object((number, 0));
    }
    if let Ok(placeholder) = document.append_signature(&spec()) {
        let whole = pdf::Extended::new(document.source().clone(), placeholder.tail);
        let whole = Document::open(Arc::new(whole)).expect("what we append reads back");
        if let Ok(before) = &signatures {
            let found = whole.signatures().expect("what we append reads back");
            assert_eq!(found.len(), before.len() + 1);
            let ours = |s: &&pdf::Signature| s.field_name == placeholder.field_name && s.covers_whole_file;
            assert!(found.iter().find(ours).is_some_and(|s| s.hole_matches && s.hole_is_own));
        }
    }
    let evidence = SecurityStore { crls: vec![b"list".to_vec()], ..Default::default() };
    let _ = document.append_security_store(&evidence);
    signatures.and(store).map(drop)
}

fn in_time(name: &str, bytes: Vec<u8>) -> Result<(), Error> {
    let begun = Instant::now();
    let found = ask(bytes);
    let taken = begun.elapsed();
    println!("{name}: {} ms, {found:?}", taken.as_millis());
    // Two seconds are the promise of a release build on a quiet machine.
    assert!(
        taken < Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 }),
        "{name} took {taken:?}"
    );
    found
}

fn too_large(found: Result<(), Error>) -> bool {
    matches!(found, Err(Error::TooLarge { .. }))
}

fn damaged(found: Result<(), Error>) -> bool {
    matches!(found, Err(Error::Damaged { .. }))
}

#[test]
fn a_previous_section_that_leads_in_a_circle() {
    let mut file = Builder::new("1.4").with_page("", "");
    file.table("");
    let first = file.bytes.len();
    file.newest = Some(first);
    assert!(damaged(in_time("circle", file.table("").bytes.clone())));
}

#[test]
fn ten_thousand_revisions() {
    let mut file = Builder::new("1.4").with_page("", "");
    for _ in 0..10_000 {
        file.table("");
    }
    assert!(too_large(in_time("revisions", file.bytes.clone())));
}

#[test]
fn two_hundred_revisions_are_ordinary() {
    let mut bytes = classic();
    for _ in 0..200 {
        bytes = signed(&bytes).0;
    }
    assert_eq!(in_time("signed 200 times", bytes.clone()), Ok(()));
    let signatures = common::open(&bytes).signatures().unwrap();
    assert_eq!(signatures.len(), 200);
    assert!(signatures.iter().enumerate().all(|(index, s)| s.revision == Some(index + 1) && s.hole_is_own));
}

#[test]
fn page_and_field_trees_that_bite_their_tails() {
    let mut file = Builder::new("1.4");
    file.object(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R 6 0 R]>>>>");
    file.object(2, "<</Type/Pages/Kids[2 0 R 3 0 R 3 0 R]>>");
    file.object(3, "<</Type/Pages/Kids[2 0 R 4 0 R]>>");
    file.object(4, "<</Type/Page/Annots[6 0 R 7 0 R]>>");
    file.object(5, "<</T(a)/Kids[6 0 R 5 0 R]/Parent 6 0 R>>");
    file.object(6, "<</T(b)/FT/Sig/V 6 0 R/Kids[5 0 R]/Parent 5 0 R>>");
    file.object(7, "<</Parent 8 0 R/Subtype/Widget>>");
    file.object(8, "<</Parent 7 0 R/V 9 0 R>>");
    file.object(9, "9 0 R");
    assert_eq!(in_time("circles", file.table("").bytes.clone()), Ok(()));
}

#[test]
fn fields_a_thousand_deep() {
    let mut file = Builder::new("1.4").with_page("/AcroForm<</Fields[10 0 R]>>", "");
    for number in 10..1_010 {
        file.object(number, &format!("<</T(a)/Kids[{} 0 R]>>", number + 1));
    }
    file.object(1_010, "<</T(a)/FT/Sig/V(x)>>");
    assert!(too_large(in_time("deep fields", file.table("").bytes.clone())));
}

#[test]
fn an_array_of_ten_million() {
    let mut file = Builder::new("1.4").with_page("/AcroForm<</Fields 5 0 R>>", "");
    file.object(5, &format!("[{}]", "0 ".repeat(10_000_000)));
    assert!(too_large(in_time("long array", file.table("").bytes.clone())));
    let mut file = Builder::new("1.4").with_page("/AcroForm 5 0 R", "");
    file.object(5, &"[".repeat(5_000_000));
    assert!(too_large(in_time("deep array", file.table("").bytes.clone())));
}

#[test]
fn twenty_thousand_fields_of_one_long_string() {
    // Every field's object begins in the middle of the same unended string.
    let mut file = Builder::new("1.4");
    let mut fields = String::new();
    for number in 10..20_000 {
        write!(fields, "{number} 0 R ").unwrap();
    }
    file = file.with_page(&format!("/AcroForm<</Fields[{fields}]>>"), "");
    for number in 10..20_000 {
        let body = format!("({}", "x".repeat(20));
        file.object(number, &body);
    }
    let found = in_time("overlapping objects", file.table("").bytes.clone());
    assert!(found.is_err());
}

#[test]
fn bombs_in_streams() {
    let bomb = deflate(&vec![b' '; 200 << 20]);
    let mut file = Builder::new("1.5").with_page("/DSS<</Certs[5 0 R 6 0 R 7 0 R 8 0 R 9 0 R]>>", "");
    let head = format!("<</Filter/FlateDecode/Length {}>>stream\n", bomb.len());
    for number in 5..10 {
        file.raw_object(number, &[head.as_bytes(), &bomb, b"\nendstream"].concat());
    }
    assert!(too_large(in_time("store", file.table("").bytes.clone())));
    let twice = deflate(&bomb);
    let head = format!("<</Filter[/FlateDecode/FlateDecode]/Length {}>>stream\n", twice.len());
    let mut file = Builder::new("1.5").with_page("/DSS<</Certs[5 0 R]>>", "");
    file.raw_object(5, &[head.as_bytes(), &twice, b"\nendstream"].concat());
    assert!(too_large(in_time("bomb in a bomb", file.table("").bytes.clone())));

    let mut bytes = b"%PDF-1.5\n".to_vec();
    let at = bytes.len();
    let head = format!(
        "1 0 obj\n<</Type/XRef/W[0 0 1]/Size 4294967295/Root 1 0 R/Filter/FlateDecode/Length {}>>stream\n",
        bomb.len()
    );
    bytes.extend(
        [head.as_bytes(), &bomb, format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF").as_bytes()].concat(),
    );
    assert!(too_large(in_time("cross-reference bomb", bytes)));
}

#[test]
fn lengths_that_lie() {
    for length in ["-1", "99999999", "9223372036854775807", "9 0 R", "5 0 R", "(x)", "1.5", "null"] {
        let mut file = Builder::new("1.5").with_page("/DSS<</Certs[5 0 R]>>", "");
        file.object(5, &format!("<</Length {length}>>stream\nabc\nendstream"));
        let bytes = file.table("").bytes.clone();
        assert_eq!(in_time(length, bytes.clone()), Ok(()), "evidence that cannot be read is left out");
        assert!(common::open(&bytes).object((5, 0)).is_err(), "{length}");
    }
}

#[test]
fn numbers_at_the_edge() {
    for trailer in
        ["/Size -5", "/Size 4294967295", "/Size 9223372036854775807", "/Prev -1", "/Prev 1e9", "/XRefStm 7"]
    {
        let text = String::from_utf8_lossy(&classic()).replace("/Size 5", trailer);
        let _ = in_time(trailer, text.into_bytes());
    }
    for (from, to) in [
        ("0 1\n0", "0 4294967295\n0"),
        ("0 1\n0", "4294967295 1\n0"),
        ("0 1\n0", "1 4294967295\n0"),
        ("startxref\n", "startxref\n18446744073709551615"),
        ("0000000", "9999999"),
        ("00000 n", "99999 n"),
    ] {
        let text = String::from_utf8_lossy(&classic()).replace(from, to);
        assert!(in_time(to, text.into_bytes()).is_err(), "{to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn garbage_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..3000)) {
        let _ = ask(bytes);
    }

    #[test]
    fn garbage_with_a_header_and_an_end_never_panics(middle in "[\\x00-\\x7f]{0,600}", at in 0_u32..700) {
        let _ = ask(format!("%PDF-1.7\n{middle}\nstartxref\n{at}\n%%EOF").into_bytes());
    }

    #[test]
    fn a_valid_file_with_some_bytes_changed_never_panics(
        which in 0_usize..3,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = mutable(which);
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = ask(bytes);
    }

    #[test]
    fn a_valid_file_cut_and_pasted_never_panics(
        which in 0_usize..3,
        from in any::<prop::sample::Index>(),
        len in 0_usize..200,
        to in any::<prop::sample::Index>(),
    ) {
        let bytes = mutable(which);
        let from = from.index(bytes.len());
        let piece = bytes[from..(from + len).min(bytes.len())].to_vec();
        let mut bytes = bytes;
        let to = to.index(bytes.len());
        bytes.splice(to..to, piece);
        let _ = ask(bytes);
    }

    #[test]
    fn digits_changed_in_a_valid_file_never_panic(
        which in 0_usize..3,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), b'0'..=b'9'), 1..6),
    ) {
        let mut bytes = mutable(which);
        let digits: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()).collect();
        for (place, digit) in changes {
            bytes[digits[place.index(digits.len())]] = digit;
        }
        let _ = ask(bytes);
    }
}

fn mutable(which: usize) -> Vec<u8> {
    match which {
        0 => signed(&classic()).0,
        1 => signed(&compressed()).0,
        _ => {
            let mut file = Builder::new("1.5").with_page("/AcroForm 7 0 R/DSS<</Certs[5 0 R]>>", "");
            file.object(5, "<</Length 3>>stream\none\nendstream");
            file.object_stream(6, &[(7, "<</Fields[8 0 R]>>"), (8, "<</FT/Sig/T(a)>>")]);
            signed(&file.hybrid(9).bytes).0
        }
    }
}
