//! Files made to hang, to exhaust memory or to crash: a named error or a result, within two seconds.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod common;

use std::{fmt::Write as _, process::Command, time::Instant};

use common::{Builder, ask, classic, compressed, deflate, signed};
use proptest::prelude::*;

/// What came out, as the child writes it: nothing or the error.
type Outcome = Result<(), String>;

/// Asks everything of a file in a process of its own, so that time and memory are its alone.
fn in_time(name: &str, bytes: Vec<u8>) -> Outcome {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "the_child", "--nocapture"]).env("PITSER_HOSTILE", file.path());
    let output = child.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{name}: {said}{}", String::from_utf8_lossy(&output.stderr));
    let figure = |word: &str| said.lines().find_map(|line| line.strip_prefix(word)).unwrap_or_default();
    let (taken, peak): (u64, u64) = (figure("ms ").parse().unwrap(), figure("kB ").parse().unwrap());
    let found = figure("outcome ");
    println!("{name}: {taken} ms, {} MB, {found}", peak >> 10);
    // Two seconds are the promise of a release build on a quiet machine.
    assert!(taken < if cfg!(debug_assertions) { 10_000 } else { 2_000 }, "{name} took {taken} ms");
    assert!(peak < 256 << 10, "{name} took {peak} kB");
    if found == "none" { Ok(()) } else { Err(found.to_owned()) }
}

/// Does its work only in the processes that [`in_time`] starts.
#[test]
fn the_child() {
    let Some(path) = std::env::var_os("PITSER_HOSTILE") else { return };
    let bytes = std::fs::read(path).unwrap();
    let begun = Instant::now();
    let found = ask(bytes);
    println!("\nms {}", begun.elapsed().as_millis());
    println!("kB {}", peak());
    println!("outcome {}", found.map_or_else(|error| format!("{error:?}"), |()| "none".into()));
}

/// The largest resident size of this process so far, in kB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

fn too_large(found: Outcome) -> bool {
    found.is_err_and(|error| error.starts_with("TooLarge"))
}

fn damaged(found: Outcome) -> bool {
    found.is_err_and(|error| error.starts_with("Damaged"))
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
fn fields_that_inherit_what_is_long() {
    let inherited = |entries: &str, kid: &str| {
        let mut file = Builder::new("1.4").with_page("/AcroForm<</Fields[10 0 R]>>", "");
        let kids: String = (11..5_011).map(|number| format!("{number} 0 R ")).collect();
        file.object(10, &format!("<<{entries}/Kids[{kids}]>>"));
        for number in 11..5_011 {
            file.object(number, &format!("<</T(k){kid}>>"));
        }
        file.table("").bytes.clone()
    };
    let long = "A".repeat(200_000);
    assert!(too_large(in_time("long name", inherited(&format!("/T({long})/FT/Tx"), "/FT/Tx"))));
    assert!(too_large(in_time("long value", inherited(&format!("/T(a)/FT/Tx/V({long})"), ""))));
    assert!(too_large(in_time("long kind", inherited(&format!("/T(a)/FT/{long}"), ""))));
    let usual = inherited("/T(topmostSubform[0].Page1[0].Table[0])/FT/Tx/V(none)", "");
    assert!(in_time("usual", usual).is_ok());
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

#[test]
fn pages_that_never_end() {
    let mut file = Builder::new("1.4");
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>");
    for number in 2..15_000 {
        file.object(number, &format!("<</Type/Pages/Kids[{} 0 R 2 0 R]/Parent 2 0 R>>", number + 1));
    }
    assert_eq!(in_time("deep page tree", file.table("").bytes.clone()), Ok(()));
    let mut file = Builder::new("1.4");
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>");
    file.object(2, &format!("<</Type/Pages/Kids 3 0 R/Count {}>>", i64::MAX));
    file.object(3, &format!("[{}]", "2 0 R ".repeat(190_000)));
    assert_eq!(in_time("the same page over and over", file.table("").bytes.clone()), Ok(()));
}

#[test]
fn an_array_of_ten_million_in_a_compressed_object() {
    let mut file = Builder::new("1.5").with_page("/AcroForm 6 0 R", "");
    let long = format!("<</Fields[{}]>>", "0 ".repeat(10_000_000));
    file.object_stream(5, &[(6, &long)]);
    assert!(too_large(in_time("long array, compressed", file.stream(7, "").bytes.clone())));
    let mut file = Builder::new("1.5").with_page("/AcroForm 6 0 R", "");
    file.object_stream(5, &[(6, &"<</A".repeat(5_000_000))]);
    assert!(too_large(in_time("deep dictionary, compressed", file.stream(7, "").bytes.clone())));
}

#[test]
fn ten_million_entries_of_a_cross_reference_section() {
    let lines = "0000000009 00000 n \n".repeat(2_000_000);
    let table = format!("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 2000000\n{lines}");
    let at = table.find("xref").unwrap();
    let end = format!("trailer<</Size 2000000/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n");
    let _ = in_time("long table", (table.clone() + &end).into_bytes());
    let crooked = table.replace(" n \n", " n\n") + &end;
    assert!(in_time("long table of short lines", crooked.into_bytes()).is_err());
    let rows = deflate(&[1, 0, 9].repeat(10_000_000));
    let mut bytes = b"%PDF-1.5\n1 0 obj<</Type/Catalog>>endobj\n".to_vec();
    let at = bytes.len();
    let head = format!(
        "2 0 obj<</Type/XRef/W[1 2 0]/Size 10000000/Root 1 0 R/Filter/FlateDecode/Length {}>>stream\n",
        rows.len()
    );
    let end = format!("\nendstream endobj\nstartxref\n{at}\n%%EOF");
    bytes.extend([head.as_bytes(), &rows, end.as_bytes()].concat());
    let _ = in_time("long cross-reference stream", bytes);
}

/// Nothing leads to what is there, so that it has to be rebuilt.
#[test]
fn repairs_that_would_never_end() {
    let many = |of: &str, count: usize| {
        let objects: String = (1..count).map(|number| of.replace('#', &number.to_string())).collect();
        format!("%PDF-1.4\n{objects}").into_bytes()
    };
    for (name, of, count) in [
        ("a million objects", "# 0 obj 0 ", 1_000_000),
        ("strings that never end", "# 0 obj(", 2_000_000),
        ("arrays that never end", "# 0 obj[", 2_000_000),
        ("streams that never end", "# 0 obj<<>>stream\n", 1_000_000),
        ("streams with a length beyond the end", "# 0 obj<</Length 99999999999>>stream\n", 500_000),
        ("trailers", "trailer<</Root # 0 R>>", 800_000),
        ("trailers that never end", "trailer<</Root # 0 R ", 800_000),
        ("catalogs", "# 0 obj<</Type/Catalog/Pages # 0 R>>", 400_000),
        ("one number", "1 0 obj<</Type/Catalog/Pages # 0 R>>", 400_000),
        ("numbers without objects", "# 0 ", 3_000_000),
    ] {
        assert!(in_time(name, many(of, count)).is_err(), "{name}");
    }
    let bomb = deflate(&vec![b'1'; 31 << 20]);
    let mut file = Builder::new("1.5");
    for number in 1..400 {
        let head = format!("<</Type/ObjStm/N 9/First 99/Filter/FlateDecode/Length {}>>stream\n", bomb.len());
        file.raw_object(number, &[head.as_bytes(), &bomb, b"\nendstream"].concat());
    }
    assert!(in_time("bombs in object streams", file.bytes.clone()).is_err());
    let pairs = deflate("7 0 ".repeat(900_000).as_bytes());
    let mut file = Builder::new("1.5");
    for number in 10..60 {
        let head = format!(
            "<</Type/ObjStm/N 900000/First 3600000/Filter/FlateDecode/Length {}>>stream\n",
            pairs.len()
        );
        file.raw_object(number, &[head.as_bytes(), &pairs, b"\nendstream"].concat());
    }
    assert!(in_time("object streams of a million", file.bytes.clone()).is_err());
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
