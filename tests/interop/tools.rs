//! Tools of other people, each as a question about one signed file.
//!
//! A question is answered with `None` when the tool is not installed; then a line says that it was skipped, unless
//! `PITSER_REQUIRE_TOOLS=1` says that it must be there.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::extract::{Extracted, extract};

/// What a tool concluded, and in which words.
#[derive(Debug)]
pub struct Answer {
    pub tool: &'static str,
    pub accepted: bool,
    pub said: String,
}

impl Answer {
    pub fn new(tool: &'static str, output: &Output, accepted: impl FnOnce(&str) -> bool) -> Self {
        let said =
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        Self { tool, accepted: output.status.success() && accepted(&said), said }
    }
}

/// What is trusted and what is known when a file is judged: certificates as PEM, and the moment, in Unix seconds.
pub struct Circumstances {
    pub root: PathBuf,
    pub others: PathBuf,
    pub at: i64,
    folder: PathBuf,
}

impl Circumstances {
    /// Writes the certificates (DER) into `folder`, for the tools to read.
    pub fn new(folder: &Path, root: &[u8], others: &[&[u8]], at: i64) -> Self {
        let (root_file, others_file) = (folder.join("root.pem"), folder.join("others.pem"));
        std::fs::write(&root_file, pem(root)).unwrap();
        std::fs::write(&others_file, others.iter().map(|der| pem(der)).collect::<String>()).unwrap();
        Self { root: root_file, others: others_file, at, folder: folder.to_path_buf() }
    }

    fn moment(&self) -> String {
        pki::Time::from_unix_seconds(self.at).to_string()
    }
}

/// How far a file goes, as the tools need to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// B-B and B-T: no revocation data in the file.
    NoRevocation,
    /// B-LT: all of it in the file.
    InTheFile,
}

/// Everybody's answer about a file.
pub fn everybody(file: &Path, around: &Circumstances, level: &str, proof: Proof) -> Vec<Answer> {
    [
        qpdf_check(file),
        pdfsig(file, around),
        openssl_cms(file, around),
        pyhanko_validate(file, around, proof),
        pyhanko_ades(file, around, level),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `qpdf --check`: the structure holds, without a warning.
pub fn qpdf_check(file: &Path) -> Option<Answer> {
    let output = run(Command::new("qpdf").arg("--check").arg(file))?;
    Some(Answer::new("qpdf --check", &output, |said| !said.contains("WARNING")))
}

/// What poppler says of a certificate that NSS found good. Up to 22.12 it looks at the last error of the thread and not
/// at the answer, and a certificate without an extension that NSS looked for (extended key usage) leaves one behind.
const TRUSTED: [&str; 2] = [
    "Certificate Validation: Certificate is Trusted.",
    "Certificate Validation: Unknown issue with Certificate or corrupted data.",
];

/// poppler's `pdfsig` over NSS: the signature is valid and, with the root imported, no fault found in the certificate.
pub fn pdfsig(file: &Path, around: &Circumstances) -> Option<Answer> {
    let store = format!("sql:{}", trust_store(around)?.display());
    let output = run(Command::new("pdfsig").args(["-nssdir", &store, "-no-ocsp"]).arg(file))?;
    Some(judged_by_pdfsig(&output))
}

/// What pdfsig's words come to.
pub fn judged_by_pdfsig(output: &Output) -> Answer {
    Answer::new("pdfsig", output, |said| {
        said.contains("Signature Validation: Signature is Valid.")
            && TRUSTED.iter().any(|words| said.contains(words))
            && said.contains("Signature Type: ETSI.CAdES.detached")
    })
}

/// An NSS database with the root as a trusted authority and the others as known.
pub fn trust_store(around: &Circumstances) -> Option<PathBuf> {
    let store = around.folder.join("nss");
    if store.join("cert9.db").exists() {
        return Some(store);
    }
    std::fs::create_dir_all(&store).unwrap();
    let database = format!("sql:{}", store.display());
    run(Command::new("certutil").args(["-N", "-d", &database, "--empty-password"]))?;
    for (trust, path) in [("CT,C,C", &around.root), (",,", &around.others)] {
        for (index, certificate) in blocks(path).iter().enumerate() {
            let single = around.folder.join("single.pem");
            std::fs::write(&single, certificate).unwrap();
            let name = format!("{}-{index}", path.file_stem().unwrap().to_string_lossy());
            let arguments = ["-A", "-d", &database, "-n", &name, "-t", trust, "-a", "-i"];
            let output = run(Command::new("certutil").args(arguments).arg(&single))?;
            assert!(output.status.success(), "certutil: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
    Some(store)
}

/// `openssl cms -verify -cades` on the signature taken out of the file, over the bytes it covers.
pub fn openssl_cms(file: &Path, around: &Circumstances) -> Option<Answer> {
    let Extracted { cms, signed } = extract(&std::fs::read(file).unwrap())?;
    let (cms_file, signed_file) = (around.folder.join("signature.cms"), around.folder.join("signed.bin"));
    std::fs::write(&cms_file, cms).unwrap();
    std::fs::write(&signed_file, signed).unwrap();
    let output = run(Command::new("openssl")
        .args([
            "cms",
            "-verify",
            "-cades",
            "-binary",
            "-inform",
            "DER",
            "-purpose",
            "any",
            "-out",
            "/dev/null",
        ])
        .args(["-attime", &around.at.to_string()])
        .arg("-in")
        .arg(&cms_file)
        .arg("-content")
        .arg(&signed_file)
        .arg("-CAfile")
        .arg(&around.root)
        .arg("-certfile")
        .arg(&around.others))?;
    Some(Answer::new("openssl cms -verify -cades", &output, |said| {
        said.contains("CAdES Verification successful")
    }))
}

/// `pyhanko sign validate` with the root as the only trust.
pub fn pyhanko_validate(file: &Path, around: &Circumstances, proof: Proof) -> Option<Answer> {
    let mut command = Command::new(in_venv("pyhanko")?);
    // No configuration but ours, and no folder of anybody's.
    command.current_dir(&around.folder).args([
        "sign",
        "validate",
        "--pretty-print",
        "--trust-replace",
        "--trust",
    ]);
    command.arg(&around.root).arg("--other-certs").arg(&around.others);
    command.args(["--validation-time", &around.moment()]);
    if proof == Proof::NoRevocation {
        command.arg("--no-revocation-check");
    }
    let output = run(command.arg(file))?;
    Some(Answer::new("pyhanko sign validate", &output, |said| said.contains("judged VALID")))
}

/// pyHanko's validation after EN 319 102-1, offline: PASSED.
pub fn pyhanko_ades(file: &Path, around: &Circumstances, level: &str) -> Option<Answer> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("interop/pyhanko_ades.py");
    let output = run(Command::new(in_venv("python")?)
        .arg(script)
        .arg("--root")
        .arg(&around.root)
        .arg("--other")
        .arg(&around.others)
        .args(["--at", &around.moment(), "--level", level])
        .arg(file))?;
    let told: Option<Value> = serde_json::from_slice(&output.stdout).ok();
    Some(Answer::new("pyHanko, EN 319 102-1", &output, |_| told.is_some_and(|told| told["passed"] == true)))
}

/// A program of the virtual environment that `scripts/setup --tests` makes.
pub fn in_venv(program: &str) -> Option<PathBuf> {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/interop-venv");
    let venv = std::env::var_os("PITSER_INTEROP_VENV").map_or(default, PathBuf::from);
    let path = venv.join("bin").join(program);
    if path.exists() { Some(path) } else { missing(&path.display().to_string()) }
}

pub fn run(command: &mut Command) -> Option<Output> {
    match command.env("LC_ALL", "C.UTF-8").output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            missing(&command.get_program().to_string_lossy())
        }
        Err(error) => panic!("{}: {error}", command.get_program().display()),
    }
}

pub fn missing<T>(tool: &str) -> Option<T> {
    let required = std::env::var_os("PITSER_REQUIRE_TOOLS").is_some_and(|value| value == "1");
    assert!(!required, "{tool} is not installed: scripts/setup --tests");
    eprintln!("skipped: {tool} is not installed");
    None
}

fn pem(der: &[u8]) -> String {
    use base64::Engine as _;
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    let lines: Vec<_> = text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}

/// The certificates of a PEM file, each by itself.
fn blocks(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    let end = "-----END CERTIFICATE-----\n";
    text.split_inclusive(end).filter(|block| block.ends_with(end)).map(str::to_owned).collect()
}
