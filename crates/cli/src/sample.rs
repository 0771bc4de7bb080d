//! A loan agreement to try the program with.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

const AGREEMENT: &[u8] = include_bytes!("../../../tests/fixtures/sample/loan-agreement.pdf");

/// Puts the sample into a folder and says where. What is there already is never replaced.
///
/// # Errors
/// `sample-failed` when the folder cannot be written.
pub fn lay_out(folder: &Path) -> Result<PathBuf, Failure> {
    let path = folder.join("loan-agreement.pdf");
    fs::create_dir_all(folder).and_then(|()| write_new(&path)).map_err(|error| {
        Failure::new(
            "sample-failed",
            &[("path", &path.display().to_string()), ("detail", &error.to_string())],
        )
    })?;
    Ok(path)
}

fn write_new(path: &Path) -> io::Result<()> {
    match File::create_new(path) {
        Ok(mut file) => file.write_all(AGREEMENT),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}
