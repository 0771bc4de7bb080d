//! The files that are signed: those of the corpora, those of this machine's documentation, our fixtures, and what other
//! people's tools make of the fixtures.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::missing;

/// A document, under a name that stays the same on every machine.
pub struct File {
    pub name: String,
    pub path: PathBuf,
}

/// All that are at hand, variants made in `folder`.
pub fn all(folder: &Path) -> Vec<File> {
    let fixtures = pdfs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/producers"));
    let mut files = named("producers", pitser_tests::pdfs("producers"));
    files.extend(named("documentation", documentation(Path::new("/usr/share/doc"), 3)));
    files.extend(variants(&fixtures, folder));
    files.extend(named("fixtures", fixtures));
    files
}

/// One in so many of the corpus, evenly, and our fixtures.
#[allow(dead_code, reason = "for those who draw")]
pub fn sample(one_in: usize) -> Vec<File> {
    let fixtures = pdfs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/producers"));
    let mut files = named("producers", pitser_tests::pdfs("producers").into_iter().step_by(one_in).collect());
    files.extend(named("fixtures", fixtures));
    files
}

fn named(kind: &str, paths: Vec<PathBuf>) -> Vec<File> {
    let name = |path: &Path| format!("{kind}/{}", path.file_name().unwrap_or_default().to_string_lossy());
    paths.into_iter().map(|path| File { name: name(&path), path }).collect()
}

fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file() && path.extension().is_some_and(|extension| extension == "pdf"));
    files.sort();
    files
}

/// What the packages of this machine brought along.
fn documentation(folder: &Path, depth: u32) -> Vec<PathBuf> {
    let mut found = pdfs(folder);
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    for entry in entries.filter(|entry| depth > 0 && entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        found.extend(documentation(&entry.path(), depth - 1));
    }
    found
}

/// What a tool makes of a file: the name of the variant, the program, its arguments around `IN` and `OUT`.
const VARIANTS: [(&str, &str, &[&str]); 8] = [
    ("object-streams", "qpdf", &["--object-streams=generate", "IN", "OUT"]),
    ("linearised", "qpdf", &["--linearize", "IN", "OUT"]),
    ("linearised-object-streams", "qpdf", &["--linearize", "--object-streams=generate", "IN", "OUT"]),
    ("qdf", "qpdf", &["--qdf", "IN", "OUT"]),
    ("1.4", "qpdf", &["--object-streams=disable", "--force-version=1.4", "IN", "OUT"]),
    ("2.0", "qpdf", &["--object-streams=preserve", "--force-version=2.0", "IN", "OUT"]),
    ("mutool-clean", "mutool", &["clean", "-gggg", "-z", "IN", "OUT"]),
    ("ghostscript", "gs", &["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile=OUT", "IN"]),
];

fn variants(files: &[PathBuf], folder: &Path) -> Vec<File> {
    let mut made = vec![];
    for (variant, program, arguments) in VARIANTS {
        for file in files {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            let out = folder.join(format!("{stem}.{variant}.pdf"));
            let place = |text: &&str| {
                text.replace("IN", &file.to_string_lossy()).replace("OUT", &out.to_string_lossy())
            };
            let Ok(output) = Command::new(program).args(arguments.iter().map(place)).output() else {
                // Nothing else of the suite needs Ghostscript.
                match program {
                    "gs" => eprintln!("skipped: gs is not installed"),
                    other => _ = missing::<()>(other),
                }
                break;
            };
            assert!(out.is_file(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
            made.push(File { name: format!("variants/{stem}.{variant}.pdf"), path: out });
        }
    }
    made
}
