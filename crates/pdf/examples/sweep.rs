//! Opens each PDF named, appends a signature field, a security store and a document time-stamp, and reads the result
//! with this crate, with lopdf and with `qpdf --check` where that is installed.
//!
//! `cargo run -p pitser-pdf --example sweep -- FILE…` prints one line per file and a count per outcome. Encrypted files
//! are opened with the password in `PITSER_DOCUMENT_PASSWORD`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::{collections::BTreeMap, process::Command, sync::Arc, time::Instant};

use pdf::{Access, Document, Error, Password, SecurityStore, SignatureKind, SignatureSpec};

fn main() {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let begun = Instant::now();
        let (outcome, detail) = match sweep(bytes) {
            Ok(detail) => ("ok".to_owned(), detail),
            Err((stage, detail)) => (stage.to_owned(), detail),
        };
        let name = path.rsplit('/').next().unwrap_or(&path);
        println!("{outcome:16} {:6} ms  {name}: {detail}", begun.elapsed().as_millis());
        *counts.entry(outcome).or_default() += 1;
    }
    println!("{counts:?}");
}

type Failure = (&'static str, String);

fn sweep(bytes: Vec<u8>) -> Result<String, Failure> {
    let before = check_with_qpdf(&bytes);
    let access = Access::reading(password().map(Password::new));
    let document = Document::open_with(Arc::new(bytes.clone()), &access)
        .map_err(|error| (stage(&error), error.to_string()))?;
    let signatures = document.signatures().map_err(|error| (stage(&error), error.to_string()))?;
    document.security_store().map_err(|error| ("store", error.to_string()))?;
    let spec = SignatureSpec::new(SignatureKind::Signature, 8192);
    let mut placeholder = document.append_signature(&spec).map_err(|error| ("append", error.to_string()))?;
    placeholder.fill(b"0123").map_err(|error| ("fill", error.to_string()))?;
    let document = document.extended(placeholder.tail).map_err(|error| ("reopen", error.to_string()))?;
    let found = document.signatures().map_err(|error| ("reread", error.to_string()))?;
    let ours = found.iter().find(|signature| signature.field_name == placeholder.field_name);
    if !ours.is_some_and(|s| s.hole_matches && s.hole_is_own && s.covers_whole_file && s.revision.is_some()) {
        return Err(("not-found", format!("{ours:?}")));
    }
    if found.len() != signatures.len() + 1 {
        return Err(("lost", format!("{} signatures, {} before", found.len(), signatures.len())));
    }
    let store = SecurityStore { certificates: vec![b"certificate".to_vec()], ..Default::default() };
    let tail = document.append_security_store(&store).map_err(|error| ("append-store", error.to_string()))?;
    let document = document.extended(tail).map_err(|error| ("reopen", error.to_string()))?;
    let stamp = SignatureSpec { kind: SignatureKind::DocumentTimestamp, ..spec };
    let stamp = document.append_signature(&stamp).map_err(|error| ("append-stamp", error.to_string()))?;
    let document = document.extended(stamp.tail).map_err(|error| ("reopen", error.to_string()))?;
    if document.security_store().ok().is_none_or(|found| !found.certificates.contains(&store.certificates[0]))
    {
        return Err(("store-lost", String::new()));
    }
    let mut whole = vec![0; document.len() as usize];
    document.source().read_at(0, &mut whole).map_err(|error| ("read", error.to_string()))?;
    if !whole.starts_with(&bytes) {
        return Err(("changed", String::new()));
    }
    let options = lopdf::LoadOptions { password: password(), ..Default::default() };
    if let Err(error) = lopdf::Document::load_mem_with_options(&whole, options) {
        return Err(("lopdf", error.to_string()));
    }
    match (before, check_with_qpdf(&whole)) {
        (Some(before), Some(after)) if !after.iter().all(|line| before.contains(line)) => {
            Err(("qpdf", format!("{after:?}, before {before:?}")))
        }
        (_, Some(after)) if !after.is_empty() => Ok(format!("qpdf says as before {after:?}")),
        _ => Ok(format!("{} revisions, {} signatures", document.revisions().len(), found.len())),
    }
}

fn stage(error: &Error) -> &'static str {
    match error {
        Error::Damaged { .. } => "damaged",
        Error::Malformed { .. } => "malformed",
        Error::NotPdf { .. } => "not-pdf",
        Error::PasswordNeeded | Error::WrongPassword => "password",
        Error::TooLarge { .. } => "too-large",
        Error::Truncated { .. } => "truncated",
        _ => "open",
    }
}

fn password() -> Option<String> {
    std::env::var("PITSER_DOCUMENT_PASSWORD").ok()
}

/// qpdf's complaints; nothing when it is not installed.
fn check_with_qpdf(bytes: &[u8]) -> Option<Vec<String>> {
    let file = tempfile::NamedTempFile::new().ok()?;
    std::fs::write(file.path(), bytes).ok()?;
    let mut command = Command::new("qpdf");
    command.args(password().map(|password| format!("--password={password}")));
    let output = command.arg("--check").arg(file.path()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stderr).replace(&file.path().display().to_string(), "");
    Some(text.lines().filter(|line| !line.contains("operation succeeded")).map(str::to_owned).collect())
}
