//! Real files of many producers, signed through the whole house and put before other people's tools.
//!
//! Every file is signed at B-B in virtual time, or refused as `corpora/refused.tsv` says, with the reason that makes the
//! refusal right. What comes out is left in `target/corpora`.
#![allow(clippy::unwrap_used)]

#[path = "interop/extract.rs"]
#[allow(dead_code, reason = "shared with the interop tests")]
mod extract;
#[path = "corpora/files.rs"]
mod files;
#[path = "interop/tools.rs"]
#[allow(dead_code, reason = "shared with the interop tests")]
mod tools;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use files::File;
use pitser_tests::{Simulated, present, profile_of, run};
use tools::Circumstances;
use workflow::order::{Level, Order, Signer};
use workflow::profile::Profile;

/// The account that answers by itself and approves.
const APPROVES: &str = "PNOEE-40504040001";

#[test]
fn every_producers_file_is_signed_and_holds_before_everybody_or_is_refused_for_a_reason() {
    let folder = fresh_folder();
    let files = files::all(&folder.join("variants"));
    let around = circumstances(&folder);
    let found = Mutex::new(Found::default());
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..threads {
            scope.spawn(|| {
                let host = Simulated::present(7);
                let profile = profile_of(&host);
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = one(&host, &profile, file, &folder, &around);
                    let mut found = found.lock().unwrap();
                    match outcome {
                        Ok(faults) => {
                            found.signed.insert(file.name.clone());
                            found.faults.extend(faults);
                        }
                        Err(code) => _ = found.refused.insert(file.name.clone(), code),
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.faults.extend(pyhanko(&found.signed, &folder, &around));
    println!("{} files: {} signed, {} refused", files.len(), found.signed.len(), found.refused.len());
    assert!(found.faults.is_empty(), "{}", found.faults.join("\n"));
    assert_eq!(found.refused, expected_refusals(&files), "refused otherwise than corpora/refused.tsv says");
}

#[derive(Default)]
struct Found {
    signed: BTreeSet<String>,
    refused: BTreeMap<String, String>,
    faults: Vec<String>,
}

/// Signs a file and asks whoever is fast; `Err` is the code of the refusal.
fn one(
    host: &Simulated,
    profile: &Profile,
    file: &File,
    folder: &Path,
    around: &Circumstances,
) -> Result<Vec<String>, String> {
    let before = std::fs::read(&file.path).unwrap();
    let input = Path::new("/in").join(&file.name);
    let output = Path::new("/out").join(&file.name);
    host.put(&input, before.clone());
    let order = Order {
        output: Some(output.clone()),
        ..Order::new(&input, Signer::Person(APPROVES.parse().unwrap()), Level::BB)
    };
    // It ends with our own verdict: anything but PASSED is an error.
    run(workflow::sign::sign(host, profile, order)).map_err(|error| error.code().to_owned())?;
    let after = host.file(&output).unwrap();
    let path = saved(folder, &file.name);
    std::fs::write(&path, &after).unwrap();
    let mut faults = vec![];
    let mut fault = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{}: {what}", file.name));
        }
    };
    fault(after.starts_with(&before), "the bytes before were changed");
    fault(seen_by_lopdf(&after), "lopdf does not see the new revision");
    if let (Some(was), Some(is)) = (objections(&file.path), objections(&path)) {
        let new: Vec<_> = is.difference(&was).collect();
        fault(new.is_empty(), &format!("qpdf --check says something new: {new:?}"));
    }
    if let Some(answer) = tools::pdfsig(&path, around) {
        let whole = answer.said.contains("Total document signed");
        fault(answer.accepted && whole, &format!("pdfsig: {}", answer.said));
    }
    Ok(faults)
}

/// Whether lopdf finds a signature dictionary whose byte range ends with the file.
fn seen_by_lopdf(bytes: &[u8]) -> bool {
    let Ok(document) = lopdf::Document::load_mem(bytes) else { return false };
    document.objects.values().filter_map(|object| object.as_dict().ok()).any(|dictionary| {
        let range = dictionary.get(b"ByteRange").and_then(|range| range.as_array());
        let numbers: Vec<i64> =
            range.into_iter().flatten().filter_map(|number| number.as_i64().ok()).collect();
        matches!(numbers[..], [0, _, start, len] if start + len == bytes.len() as i64)
    })
}

/// What `qpdf --check` objects to, without paths and figures.
fn objections(path: &Path) -> Option<BTreeSet<String>> {
    let output = tools::run(Command::new("qpdf").arg("--check").arg(path))?;
    let said = String::from_utf8_lossy(&output.stderr).replace(&*path.to_string_lossy(), "");
    let bare = |line: &str| line.chars().filter(|char| !char.is_ascii_digit()).collect::<String>();
    let mut lines: BTreeSet<String> = said.lines().map(bare).collect();
    if !output.status.success() {
        lines.insert(format!("{}", output.status));
    }
    Some(lines)
}

/// What pyHanko objects to in the signed files.
fn pyhanko(signed: &BTreeSet<String>, folder: &Path, around: &Circumstances) -> Vec<String> {
    let Some(python) = tools::in_venv("python") else { return vec![] };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/pyhanko_all.py");
    let mut command = Command::new(python);
    command.arg(script).arg("--root").arg(&around.root).arg("--other").arg(&around.others);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let paths: Vec<_> = signed.iter().map(|name| saved(folder, name)).collect();
    let writer = std::thread::spawn(move || {
        for path in paths {
            writeln!(input, "{}", path.display()).unwrap();
        }
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let answers: Vec<serde_json::Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), signed.len(), "pyHanko judged every file");
    let lenient = answers.iter().filter(|answer| answer["strict"] == false).count();
    println!("pyHanko: {} files, {lenient} of them only in its lenient reading", answers.len());
    let refused = answers.iter().filter(|answer| answer["holds"] != true);
    refused.map(|answer| format!("pyHanko: {answer}")).collect()
}

/// File and code of every refusal that `corpora/refused.tsv` knows, of those files that are at hand.
fn expected_refusals(files: &[File]) -> BTreeMap<String, String> {
    let table = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/refused.tsv"));
    let rows: Vec<(String, String)> = (table.unwrap().lines().skip(1))
        .map(|line| {
            let [file, code, reason] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert!(!reason.is_empty(), "{file} is refused for a reason");
            (file.to_owned(), code.to_owned())
        })
        .collect();
    rows.into_iter().filter(|(name, _)| files.iter().any(|file| file.name == *name)).collect()
}

fn saved(folder: &Path, name: &str) -> PathBuf {
    folder.join(name.replace('/', "-"))
}

fn fresh_folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/corpora");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(folder.join("variants")).unwrap();
    folder.canonicalize().unwrap()
}

/// What is trusted; the store of the tools is made while nobody else wants it.
fn circumstances(folder: &Path) -> Circumstances {
    let world = Simulated::present(7).world;
    let others = [world.issuing_certificate(), world.tsa_authority_certificate()];
    let around = Circumstances::new(folder, world.root_certificate(), &others, present());
    tools::trust_store(&around);
    around
}
