//! A loan agreement to try the program with.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

const AGREEMENT: &[u8] = include_bytes!("../../../tests/fixtures/sample/loan-agreement.pdf");

/// Puts the sample into a folder, and says where. A file that is there already is never replaced: one that was changed
/// stays, and the sample gets the next free name.
///
/// # Errors
/// What the disk said.
pub fn lay_out(folder: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for number in 1..100 {
        let name = if number == 1 {
            "loan-agreement.pdf".to_owned()
        } else {
            format!("loan-agreement-{number}.pdf")
        };
        let path = folder.join(name);
        match File::create_new(&path) {
            Ok(mut file) => return file.write_all(AGREEMENT).map(|()| path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                if fs::read(&path).is_ok_and(|found| found == AGREEMENT) {
                    return Ok(path);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{AGREEMENT, lay_out};

    #[test]
    fn a_changed_sample_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("pitser-sample-{}", std::process::id()));
        let first = lay_out(&folder).expect("a sample");
        assert_eq!(lay_out(&folder).expect("the same"), first);
        fs::write(&first, "mine").expect("written");
        let second = lay_out(&folder).expect("another");
        assert_eq!(fs::read(&first).expect("kept"), b"mine");
        assert_eq!(fs::read(&second).expect("whole"), AGREEMENT);
        fs::remove_dir_all(&folder).expect("gone");
    }
}
