//! Documents that qpdf encrypted, signed inside their encryption with a key file and a seal: with the user's password and
//! with the owner's, each of which opens the result to everybody.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use native::{KeyFile, Scheme};
use pitser_tests::{Simulated, present, run};
use workflow::key::Key;
use workflow::order::{Level, Order, Signer};
use workflow::password::Password;
use workflow::profile::Profile;
use workflow::seal::{SealOrder, SealStyle};

use crate::tools::{self, Answer, Circumstances};
use crate::{fixtures, sample};

const USER: &str = "pärool";
const OWNER: &str = "omanik";

/// The method, and qpdf's words for it.
const METHODS: [(&str, &[&str]); 4] = [
    ("rc4-40", &["40"]),
    ("rc4-128", &["128", "--use-aes=n"]),
    ("aes-128", &["128", "--use-aes=y"]),
    ("aes-256", &["256"]),
];

#[test]
fn a_signature_inside_an_encryption_holds_before_everybody_with_either_password() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/interop/encrypted");
    _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let folder = folder.canonicalize().unwrap();
    let around = circumstances(&folder);
    for (method, words) in METHODS {
        // Only AES-256 has an agreed encoding of what is beyond ASCII.
        let user = if method == "aes-256" { USER } else { "parool" };
        let plain = folder.join(format!("{method}.pdf"));
        let mut command = Command::new("qpdf");
        command.args(["--allow-weak-crypto", "--encrypt", user, OWNER]).args(words).arg("--");
        let Some(made) = tools::run(command.arg(sample()).arg(&plain)) else { return };
        assert!(made.status.success(), "{method}: {}", String::from_utf8_lossy(&made.stderr));
        for (opened_by, password) in [("user", user), ("owner", OWNER)] {
            let file = folder.join(format!("{method}-by-{opened_by}.pdf"));
            sign(&plain, &file, password);
            for (flag, password) in [("-upw", user), ("-opw", OWNER)] {
                for answer in everybody(&file, &around, flag, password) {
                    let (tool, said) = (answer.tool, &answer.said);
                    assert!(answer.accepted, "{tool} refuses {} with {flag}:\n{said}", file.display());
                }
            }
            for answer in everybody(&file, &around, "-upw", "guessed") {
                assert!(!answer.accepted, "{} opens {} with any password", answer.tool, file.display());
            }
        }
    }
}

fn sign(plain: &Path, file: &Path, password: &str) {
    let host = Simulated::present(7);
    host.put("/contract.pdf", std::fs::read(plain).unwrap());
    let root = std::fs::read_to_string(fixtures().join("keys/root.pem")).unwrap();
    let profile = Profile::of_trust("root", root, Vec::new()).unwrap();
    let order = Order {
        output: Some("/signed.pdf".into()),
        password: Some(Password::new(password)),
        seal: Some(SealOrder::of(&SealStyle::default())),
        ..Order::new("/contract.pdf", Signer::Key(Arc::new(key())), Level::BB)
    };
    let signed = run(workflow::sign::sign(&host, &profile, order));
    signed.unwrap_or_else(|error| panic!("{}: {error:?}", plain.display()));
    std::fs::write(file, host.file("/signed.pdf").unwrap()).unwrap();
}

fn everybody(file: &Path, around: &Circumstances, flag: &str, password: &str) -> Vec<Answer> {
    let qpdf = || {
        let mut command = Command::new("qpdf");
        let output = tools::run(command.arg("--check").arg(format!("--password={password}")).arg(file))?;
        // Weak encryption is no fault of the signature.
        let weak = |line: &&str| line.contains("WARNING") && !line.contains("weak");
        Some(Answer::new("qpdf --check", &output, |said| said.lines().filter(weak).count() == 0))
    };
    let pdfsig = || {
        let store = format!("sql:{}", tools::trust_store(around)?.display());
        let mut command = Command::new("pdfsig");
        command.args(["-nssdir", &store, "-no-ocsp", flag, password]);
        let output = tools::run(command.arg(file))?;
        Some(tools::judged_by_pdfsig(&output))
    };
    let pyhanko = || {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/pyhanko_all.py");
        let mut command = Command::new(tools::in_venv("python")?);
        command.arg(script).arg("--root").arg(&around.root).arg("--other").arg(&around.others);
        let output = tools::run(command.args(["--password", password]).arg(file))?;
        Some(Answer::new("pyHanko", &output, |said| said.contains("\"holds\": true, \"strict\": true")))
    };
    [qpdf(), pdfsig(), pyhanko()].into_iter().flatten().collect()
}

fn key() -> KeyFile {
    KeyFile::open(&fixtures().join("keys/p256.p12"), "test", Scheme::Pkcs1).unwrap()
}

fn circumstances(folder: &Path) -> Circumstances {
    let root = std::fs::read_to_string(fixtures().join("keys/root.pem")).unwrap();
    let root = pki::Certificate::from_pem(&root).unwrap().remove(0);
    let key = key();
    let others: Vec<_> = key.others().iter().filter(|one| **one != root).map(pki::Certificate::der).collect();
    Circumstances::new(folder, root.der(), &others, present())
}
