//! Reports as PDF before other people's readers. They stay in `target/tmp/reports` to be looked at.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use pitser_tests::{Simulated, pdfs, profile_of, run};
use serde_json::Value;
use workflow::report::json::Failure;
use workflow::report::paper;
use workflow::report::words::{Language, Words};
use workflow::verdict::{Missing, Piece};
use workflow::verify::{Examined, Options, examine};

use crate::stage::{results, tool};

/// A report in a file of its own.
fn written(name: &str, examined: &Examined) -> PathBuf {
    let bytes = bytes(name, examined);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reports");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn bytes(name: &str, examined: &Examined) -> Vec<u8> {
    let words = Words::new(Language::English);
    paper::write(&examined.report, &examined.objects(), name, &words).unwrap()
}

/// The text of a PDF in reading order, blanks made one.
fn text(path: &Path) -> Option<String> {
    let output = tool(Command::new("pdftotext").arg(path).arg("-"))?;
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A hostile file of the corpora can hold anything; no report may take long or fail.
#[test]
fn published_files_are_put_on_paper_too() {
    let host = Simulated::new(903);
    let profile = profile_of(&host);
    for (index, path) in ["dss", "pyhanko", "attacks"].into_iter().flat_map(pdfs).enumerate() {
        if index % 5 != 0 {
            continue;
        }
        host.put("/file.pdf", std::fs::read(&path).unwrap());
        let options = Options::offline();
        if let Ok(examined) = run(examine(&host, &profile, Path::new("/file.pdf"), options)) {
            let bytes = bytes("file.pdf", &examined);
            assert!(bytes.len() < 2_000_000, "{}: {}", path.display(), bytes.len());
            pdf::Document::open(Arc::new(bytes)).unwrap();
        }
    }
}

/// The same report, with every name in it as long and as foreign as can be.
fn strange() -> Examined {
    let (_, mut examined) = results().into_iter().find(|(name, _)| *name == "twice.pdf").unwrap();
    let signature = &mut examined.report.signatures[0];
    let signer = signature.signer.as_mut().unwrap();
    signer.name = "Õnne Žydrė-Šķērsiela ЮЛИЯ Ґалаґан\u{202e}漢字".to_owned();
    signer.issuer = "x".repeat(4_000);
    signature.field = "Väga pikk välja nimi ".repeat(40);
    for check in &mut signature.checks {
        check.detail.insert("note", "0123456789abcdef ".repeat(900));
    }
    examined.report.trust.test = false;
    examined
}

#[test]
fn other_readers_find_no_fault_and_read_the_words() {
    for (name, examined) in results() {
        let path = written(name, &examined);
        if let Some(output) = tool(Command::new("qpdf").arg("--check").arg(&path)) {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(output.status.success() && !said.contains("WARNING"), "{name}: {said}");
        }
        let opened = pdf::Document::open(Arc::new(std::fs::read(&path).unwrap())).unwrap();
        assert!(opened.page_size(1).is_ok());
        let Some(text) = text(&path) else { continue };
        let head = text.split("What was checked").next().unwrap();
        for said in [name, "TEST", &examined.report.document.sha256] {
            assert!(head.contains(said), "{name}: {said}: {head}");
        }
        for said in [&examined.report.policy.hash, &examined.report.trust.anchors[0], "Page 1 of"] {
            assert!(text.contains(said), "{name}: {said}: {text}");
        }
        for signature in &examined.report.signatures {
            assert!(signature.checks.iter().all(|check| text.contains(&*check.clause)), "{name}: {text}");
        }
    }
}

#[test]
fn names_of_every_kind_are_set_and_the_pages_break() {
    let path = written("strange.pdf", &strange());
    let Some(text) = text(&path) else { return };
    for said in ["Õnne Žydrė-Šķērsiela ЮЛИЯ Ґалаґан", "<U+6F22><U+5B57>", "Page 2 of", "…"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("TEST:"), "these anchors are no test");
}

/// Why there is no report, on paper.
fn undone() -> PathBuf {
    let failure = Failure {
        code: "not-a-pdf".into(),
        message: "This is not a PDF.".into(),
        cause: "The file does not begin as a PDF does. ".repeat(200),
        next: "Choose another file\u{202e}.".into(),
        values: Default::default(),
    };
    let (_, examined) = results().remove(0);
    let words = Words::new(Language::English);
    let bytes = paper::undone(&failure, &examined.report.standing(), "some/letter.pdf", &words).unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reports");
    std::fs::create_dir_all(&path).unwrap();
    let path = path.join("undone.pdf");
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_file_that_could_not_be_checked_is_put_on_paper_with_what_would_have_judged_it() {
    let (_, examined) = results().remove(0);
    let report = &examined.report;
    let Some(text) = text(&undone()) else { return };
    for said in ["This file could not be checked", "letter.pdf", "This is not a PDF.", "not-a-pdf", "TEST"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let program = format!("{} {}", report.program.name, report.program.version);
    for said in [&report.policy.hash, &report.trust.anchors[0], &report.trust.name, &program] {
        assert!(text.contains(said.as_str()), "{said}: {text}");
    }
}

#[test]
fn a_damaged_file_and_what_is_missing_are_told_on_paper() {
    let (_, mut examined) = results().into_iter().find(|(name, _)| *name == "unsigned.pdf").unwrap();
    examined.report.document.repaired = Some("no startxref".into());
    examined.report.document.unaccounted_bytes = 7;
    examined.report.missing = vec![Missing {
        piece: Piece::Revocation,
        subject: "Somebody".into(),
        certificate: "ab".repeat(32),
        issuers: Vec::new(),
        ocsp: vec!["http://ocsp.example/".into()],
        crls: Vec::new(),
    }];
    let Some(text) = text(&written("damaged.pdf", &examined)) else { return };
    let said =
        ["This file is damaged.", "A signature may have been lost.", "7 bytes stand behind", "no startxref"];
    for said in
        said.into_iter().chain(["whether the certificate of Somebody was revoked", "http://ocsp.example/"])
    {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn the_same_verdict_gives_the_same_bytes() {
    let first: Vec<_> = results().iter().map(|(name, examined)| bytes(name, examined)).collect();
    let second: Vec<_> = results().iter().map(|(name, examined)| bytes(name, examined)).collect();
    assert!(first == second);
}

/// veraPDF, where `scripts/interop-verapdf` has built it.
#[test]
fn the_reports_are_what_they_claim_to_be() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if !root.join("target/interop-verapdf/conformance.jar").exists() {
        println!("skipped: no veraPDF (scripts/interop-verapdf builds it)");
        return;
    }
    let mut files: Vec<PathBuf> =
        results().iter().map(|(name, examined)| written(&format!("vera-{name}"), examined)).collect();
    files.push(written("vera-strange.pdf", &strange()));
    files.push(undone());
    let Some(output) = tool(Command::new(root.join("scripts/interop-verapdf")).arg("auto").args(&files))
    else {
        return;
    };
    let said = String::from_utf8(output.stdout).unwrap();
    let verdicts: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(verdicts.len(), 2 * files.len(), "PDF/A and PDF/UA for each: {said}");
    for verdict in verdicts {
        assert_eq!(verdict["conforms"], true, "{verdict}");
    }
}
