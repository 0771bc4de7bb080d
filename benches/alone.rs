//! What the cryptography of a signed file takes by itself: its signatures, each with the bytes that it signs, and the hash of
//! the file. Reading, judging and everything else that a verdict needs is left out.

use std::io::{Error, Result};
use std::path::Path;
use std::time::Instant;

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use pki::cms::{SignedData, SignerInfo};
use pki::tsp::Token;
use pki::{Certificate, DigestAlgorithm};

/// How often everything is done.
const ROUNDS: u32 = 5;

/// A file, and what was signed in it.
struct File {
    bytes: Vec<u8>,
    values: Vec<Value>,
}

/// An RSA key, what it signed, and the signature.
struct Value {
    key: Vec<u8>,
    message: Vec<u8>,
    value: Vec<u8>,
}

/// Checks them once, with one time-stamp for each signature; RSA, PKCS#1 with SHA-256.
///
/// # Errors
/// When the file is another, or a signature does not verify.
pub fn once(file: &Path) -> Result<()> {
    let file = File::read(file)?;
    std::hint::black_box(DigestAlgorithm::Sha256.digest(&file.bytes));
    file.values.iter().try_for_each(Value::verify)
}

/// Tells how long it takes for each file of a list, likewise.
///
/// # Errors
/// When a file is another, or a signature does not verify.
#[expect(clippy::disallowed_methods, reason = "a stopwatch")]
pub fn tell(list: &Path) -> Result<()> {
    let list = std::fs::read_to_string(list)?;
    let files = list.lines().map(|path| File::read(Path::new(path))).collect::<Result<Vec<_>>>()?;
    let count = u32::try_from(files.len()).map_err(Error::other)?.max(1).saturating_mul(ROUNDS);
    let began = Instant::now();
    for file in (0..ROUNDS).flat_map(|_| &files) {
        std::hint::black_box(DigestAlgorithm::Sha256.digest(&file.bytes));
    }
    let hashed = began.elapsed() / count;
    let began = Instant::now();
    (0..ROUNDS).flat_map(|_| &files).flat_map(|file| &file.values).try_for_each(Value::verify)?;
    println!("each file: {hashed:?} for its hash, {:?} for its signatures", began.elapsed() / count);
    Ok(())
}

impl File {
    fn read(path: &Path) -> Result<Self> {
        let (bytes, path) = (std::fs::read(path)?, path.display());
        let fault = || Error::other(format!("{path}: not signatures with a time-stamp each"));
        let text = String::from_utf8_lossy(&bytes);
        let mut values = Vec::new();
        for contents in text.split("/Contents <").skip(1) {
            let (contents, _) = contents.split_once('>').ok_or_else(fault)?;
            let contents = hex::decode(contents).map_err(Error::other)?;
            let cms = SignedData::parse(&contents).map_err(Error::other)?;
            let signer = cms.signer_infos.first().ok_or_else(fault)?;
            let token = Token::parse(signer.signature_timestamps.first().ok_or_else(fault)?);
            let token = token.map_err(Error::other)?;
            values.push(Value::of(signer, &cms.certificates).ok_or_else(fault)?);
            values.push(Value::of(&token.signer_info, &token.certificates).ok_or_else(fault)?);
        }
        if values.is_empty() {
            return Err(fault());
        }
        Ok(Self { bytes, values })
    }
}

impl Value {
    fn of(signer: &SignerInfo, certificates: &[Certificate]) -> Option<Self> {
        Some(Self {
            key: certificates.iter().find(|one| signer.matches(one))?.key_octets().to_vec(),
            message: signer.signed_attributes.as_ref()?.der.clone(),
            value: signer.signature.clone(),
        })
    }

    fn verify(&self) -> Result<()> {
        let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &self.key);
        key.verify(&self.message, &self.value).map_err(|_| Error::other("a signature does not verify"))
    }
}
