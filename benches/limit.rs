//! The limit: the least that any program must do to the same file. Speaks as the tools beside it are made to speak:
//! `sign IN OUT` copies the file and hashes it once, `verify FILE` hashes it once, `verify-batch LIST` each of a list.
//! `signature FILE` hashes it and checks its signatures; `signatures LIST` tells how long that takes for each of a list.

mod alone;

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader, Error, Read, Result};
use std::path::Path;

use pki::DigestAlgorithm;

fn main() -> Result<()> {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let word = arguments.first().and_then(|word| word.to_str());
    match (word, &arguments[..]) {
        (Some("sign"), [_, from, to, ..]) => {
            std::io::copy(&mut File::open(from)?, &mut File::create(to)?)?;
            hash(Path::new(from))
        }
        (Some("verify"), [_, file]) => hash(Path::new(file)),
        (Some("verify-batch"), [_, list]) => {
            BufReader::new(File::open(list)?).lines().try_for_each(|file| hash(Path::new(&file?)))
        }
        (Some("signature"), [_, file]) => alone::once(Path::new(file)),
        (Some("signatures"), [_, list]) => alone::tell(Path::new(list)),
        (Some("version"), _) => {
            println!("copy and SHA-256");
            Ok(())
        }
        _ => Err(Error::other(
            "sign IN OUT, verify FILE, verify-batch LIST, signature FILE, signatures LIST or version",
        )),
    }
}

/// Hashes a file once, in pieces.
fn hash(path: &Path) -> Result<()> {
    let (mut file, mut hasher) = (File::open(path)?, DigestAlgorithm::Sha256.hasher());
    let mut piece = vec![0; 256 << 10];
    loop {
        match file.read(&mut piece)? {
            0 => break,
            read => hasher.update(&piece[..read]),
        }
    }
    println!("{:02x?}", hasher.finish());
    Ok(())
}
