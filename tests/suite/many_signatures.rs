//! Files that ask for more hashing than they are long: fields that share a signature, signatures that share their bytes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ades::{Document, Facts};
use native::{KeyFile, Scheme};
use pdf::Source;
use pki::DigestAlgorithm;
use pki::cms::{Builder, signed_attributes};
use validation::policy::Policy;
use validation::report::{Answer, Indication, Question};
use validation::trust::Trust;
use workflow::key::Key;

/// A file whose filling, behind all signatures, tells how often it is read.
struct Counted {
    bytes: Vec<u8>,
    filling: std::ops::Range<u64>,
    read: AtomicU64,
}

impl Source for Counted {
    fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), pdf::Error> {
        let end = offset + into.len() as u64;
        let inside = end.min(self.filling.end).saturating_sub(offset.max(self.filling.start));
        self.read.fetch_add(inside, Ordering::Relaxed);
        self.bytes.read_at(offset, into)
    }
}

/// A signature as any program could put into a file, by a key of anybody's.
fn cms() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/keys/p256.p12");
    let key = KeyFile::open(path.as_ref(), "test", Scheme::Pkcs1).expect("a key");
    let digest = DigestAlgorithm::Sha256;
    let builder = Builder {
        digest,
        algorithm: key.algorithm(),
        signed_attributes: signed_attributes(&[0; 32], key.certificate(), digest),
        certificate: key.certificate().clone(),
        other_certificates: Vec::new(),
        signature: vec![0; 70],
        timestamps: Vec::new(),
    };
    hex::encode(builder.to_der())
}

/// A form of so many fields; `value` is the `/V` of each. Object 5 is a signature, the filling the last object.
fn file(fields: u32, filling: usize, value: impl Fn(u32) -> String) -> Counted {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    let mut object = |text: &str| {
        offsets.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{text}\nendobj\n", offsets.len()).into_bytes());
        bytes.len()
    };
    let kids: Vec<String> = (6..6 + fields).map(|number| format!("{number} 0 R")).collect();
    object("<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>");
    object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>");
    object(&format!("<</Fields[{}]>>", kids.join(" ")));
    object(&signature("[0 100 200 @@@@@@@]", &cms()));
    for number in 0..fields {
        object(&format!("<</FT/Sig/T(F{number})/V {}>>", value(number)));
    }
    let end = object(&format!("<</Length {filling}>>stream\n{}\nendstream", " ".repeat(filling)));
    let filling = (end - filling - 20) as u64..(end - 20) as u64;
    let (count, start) = (offsets.len() + 1, bytes.len());
    let rows: String = offsets.iter().map(|offset| format!("{offset:010} 00000 n \n")).collect();
    bytes.extend(format!("xref\n0 {count}\n0000000000 65535 f \n{rows}").into_bytes());
    bytes.extend(format!("trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    let rest = format!("{:<7}", bytes.len() - 200);
    let text = String::from_utf8(bytes).expect("ASCII").replace("@@@@@@@", &rest);
    Counted { bytes: text.into_bytes(), filling, read: AtomicU64::new(0) }
}

fn signature(byte_range: &str, cms: &str) -> String {
    format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange{byte_range}/Contents<{cms}>>>"
    )
}

/// The fact sheet, and how often the filling was read for it.
fn facts(file: Counted) -> (Facts, f64) {
    let file = Arc::new(file);
    let document = Document::open(Arc::clone(&file) as Arc<dyn Source>).expect("opens");
    file.read.store(0, Ordering::Relaxed);
    let facts = document.facts().expect("read");
    let times = file.read.load(Ordering::Relaxed) as f64 / (file.filling.end - file.filling.start) as f64;
    (facts, times)
}

#[test]
fn twenty_thousand_fields_of_one_signature_hash_it_once() {
    let (facts, times) = facts(file(20_000, 1 << 20, |_| "5 0 R".into()));
    assert_eq!(facts.signatures.len(), 20_000);
    assert!(times < 2.5, "once for the signatures and once for the file: {times}");
    let first = facts.signatures[0].digests.clone().expect("a digest");
    assert!(facts.signatures.iter().all(|one| one.digests.as_ref() == Ok(&first)));
    assert_eq!(first[0].0, DigestAlgorithm::Sha256);
}

#[test]
fn what_is_over_the_budget_is_a_finding_of_that_signature_and_never_valid() {
    let cms = cms();
    let filled = 1 << 20;
    let (facts, times) = facts(file(200, filled, |n| {
        signature(&format!("[0 100 200 {filled}]"), &cms)
            .replace(&format!(" {filled}]"), &format!(" {}]", filled - n as usize))
    }));
    let (made, refused): (Vec<_>, Vec<_>) = facts.signatures.iter().partition(|one| one.digests.is_ok());
    assert_eq!(made.len() + refused.len(), 200);
    assert!(made.len() > 16 && refused.len() > 100, "{} were hashed", made.len());
    assert!(times < made.len() as f64 + 2.0, "{times}");
    assert!(refused.iter().all(|one| one.digests.as_ref().is_err_and(|why| why.contains("not hashed"))));

    let trust = Trust::new("none", true, Vec::new(), Vec::new());
    let at = "2026-11-23T12:00:00Z".parse().expect("a time");
    let report = validation::validate(&facts, &Default::default(), &trust, &Policy::everyday(), at);
    for (facts, row) in facts.signatures.iter().zip(&report.signatures) {
        assert_ne!(row.conclusion.indication, Indication::TotalPassed);
        let digest =
            row.checks.iter().find(|check| check.question == Question::MessageDigest).expect("asked");
        let named = digest.detail.iter().any(|(name, why)| name == "cause" && why.contains("not hashed"));
        assert_eq!(named, facts.digests.is_err(), "{digest:?}");
        assert_eq!(digest.answer == Answer::Indeterminate, facts.digests.is_err(), "{digest:?}");
    }
}

#[test]
fn there_is_an_end_to_the_number_of_digests() {
    let cms = cms();
    let (facts, _) = facts(file(1_100, 2_000, |n| signature(&format!("[0 100 200 {}]", n + 1), &cms)));
    let made = facts.signatures.iter().filter(|one| one.digests.is_ok()).count();
    assert_eq!((facts.signatures.len(), made), (1_100, 1_000));
    let why = facts.signatures.iter().find_map(|one| one.digests.as_ref().err()).expect("a reason");
    assert!(why.contains("1000 different digests"), "{why}");
}
