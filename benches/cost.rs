//! Signing with a local key (prepare, embed, read back) and checking, as whole processes, beside the limit: copy the file
//! and hash it once with the same library; for checking, hash it once.
//!
//! Needs the command line as it is shipped (the dist profile) (or what `PITSER_CLI` names) and the `openssl` command.

use std::ffi::OsString;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

use pitser_benches::paper;
use pitser_benches::process::{Cost, MEASURE, cost, measure, median};

/// Name, pages, bytes of picture on each, updates, and whether it is only made when asked for.
const PAPERS: [(&str, usize, usize, usize, bool); 6] = [
    ("200 KB", 12, 16_000, 0, false),
    ("5 MB", 12, 420_000, 0, false),
    ("100 MB", 200, 500_000, 0, false),
    ("1 GB", 420, 2_500_000, 0, true),
    ("10 000 pages", 10_000, 0, 0, false),
    ("200 revisions", 12, 16_000, 200, false),
];

fn main() -> Result<()> {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let word = |index: usize| arguments.get(index).and_then(|word| word.to_str());
    match (word(0), &arguments[..]) {
        (Some(MEASURE), [_, program @ ..]) => measure(program),
        _ => {
            let runs = arguments.iter().position(|word| word == "--runs");
            let runs = runs.and_then(|at| word(at + 1)?.parse().ok()).unwrap_or(5);
            compare(arguments.iter().any(|word| word == "--big"), runs)
        }
    }
}

struct Bench {
    folder: PathBuf,
    program: PathBuf,
    runs: usize,
}

fn compare(big: bool, runs: usize) -> Result<()> {
    let target = std::env::current_exe()?.ancestors().nth(2).map(Path::to_owned).unwrap_or_default();
    let program = std::env::var_os("PITSER_CLI").map_or_else(|| target.join("pitser"), PathBuf::from);
    let bench = Bench { folder: target.join("bench"), program, runs };
    std::fs::create_dir_all(&bench.folder)?;
    key(&bench.folder)?;
    println!("{:14} {:>10} {:>10} {:>8} {:>9} {:>9}", "sign", "ours", "limit", "ratio", "ours", "limit");
    let wanted = || PAPERS.iter().filter(|paper| big || !paper.4);
    for (name, pages, picture, updates, _) in wanted() {
        let file = bench.paper(name);
        if !file.exists() {
            paper::write(&file, *pages, *picture)?;
            paper::update(&file, *updates)?;
        }
        bench.row(
            name,
            &bench.sign(&file),
            &bench.limit("sign", &[&file, &bench.folder.join("copy.tmp")]),
        )?;
    }
    println!("{:14}", "verify");
    for (name, ..) in wanted() {
        let file = bench.signed(&bench.paper(name));
        bench.row(name, &bench.verify(&file), &bench.limit("verify", &[&file]))?;
    }
    // What the first signature covers is compared with what came later, as pictures too.
    println!("{:14}", "signed twice");
    for (name, ..) in wanted() {
        let once = bench.signed(&bench.paper(name));
        cost(&bench.sign(&once))?;
        let twice = bench.signed(&once);
        bench.row(name, &bench.verify(&twice), &bench.limit("verify", &[&twice]))?;
    }
    Ok(())
}

impl Bench {
    /// Runs both in turn, so that a machine that slows down slows both.
    fn row(&self, name: &str, ours: &[OsString], limit: &[OsString]) -> Result<()> {
        let (mut our_costs, mut limits) = (Vec::new(), Vec::new());
        for _ in 0..self.runs {
            our_costs.push(cost(ours)?);
            limits.push(cost(limit)?);
        }
        let (Some(ours), Some(limit)) = (median(&our_costs), median(&limits)) else { return Ok(()) };
        let millis = |cost: Cost| cost.processor.as_secs_f64() * 1e3;
        println!(
            "{name:14} {:>7.1} ms {:>7.1} ms {:>8.2} {:>5.1} MiB {:>5.1} MiB",
            millis(ours),
            millis(limit),
            millis(ours) / millis(limit),
            ours.memory as f64 / 1024.0,
            limit.memory as f64 / 1024.0
        );
        Ok(())
    }

    fn paper(&self, name: &str) -> PathBuf {
        self.folder.join(name.replace(' ', "-")).with_extension("pdf")
    }

    fn signed(&self, file: &Path) -> PathBuf {
        file.with_extension("signed.pdf")
    }

    fn sign(&self, file: &Path) -> Vec<OsString> {
        let key = self.folder.join("key.p12");
        let mut words = vec![self.program.clone().into_os_string(), "sign".into(), file.into()];
        words.extend(["--key".into(), key.into(), "--password".into(), "test".into()]);
        words.extend(["--level", "b-b", "--quiet", "--force", "--output"].map(OsString::from));
        words.push(self.signed(file).into());
        words
    }

    fn verify(&self, file: &Path) -> Vec<OsString> {
        let root = self.folder.join("root.pem");
        let mut words = vec![self.program.clone().into_os_string(), "verify".into(), "--offline".into()];
        words.extend(["--trust".into(), root.into(), file.into()]);
        words
    }

    fn limit(&self, word: &str, files: &[&Path]) -> Vec<OsString> {
        let limit = env!("CARGO_BIN_EXE_pitser-limit");
        [limit.into(), word.into()].into_iter().chain(files.iter().map(|file| file.into())).collect()
    }
}

/// A key of RSA-2048 with a certificate of its own, as PKCS#12.
fn key(folder: &Path) -> Result<()> {
    if folder.join("key.p12").exists() {
        return Ok(());
    }
    let openssl = |arguments: &str| {
        let ended = Command::new("openssl").current_dir(folder).args(arguments.split(' ')).output()?;
        if ended.status.success() {
            Ok(())
        } else {
            Err(Error::other(String::from_utf8_lossy(&ended.stderr).into_owned()))
        }
    };
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=Bench -keyout key.pem -out root.pem -addext keyUsage=critical,digitalSignature,nonRepudiation",
    )?;
    openssl("pkcs12 -export -inkey key.pem -in root.pem -passout pass:test -out key.p12")
}
