//! Files that are read whole: only as much of them as can be meant.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// The most that certificates, a policy or a password can have, in bytes: a list of anchors of all Europe has three million.
const MAXIMUM: u64 = 16 << 20;

/// The text of a file. A pipe or a device has no length and may have no end, or no beginning: what cannot wait for somebody asks
/// for a regular file.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] for something else than a file, [`ErrorKind::FileTooLarge`], and what reading says.
pub fn text(path: &Path) -> io::Result<String> {
    let bytes = regular(path, MAXIMUM)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(ErrorKind::InvalidData, error.utf8_error()))
}

/// The same of a file or a pipe: a password may come from a program that knows it.
///
/// # Errors
/// [`ErrorKind::FileTooLarge`], and what reading says.
pub fn given(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(MAXIMUM + 1).read_to_string(&mut text)?;
    fits(text.len() as u64, MAXIMUM).map(|()| text)
}

/// The bytes of a file of at most that many.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] for something else than a file, [`ErrorKind::FileTooLarge`], and what reading says.
pub fn regular(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    // To open a pipe may take forever, so it is not opened.
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file"));
    }
    fits(about.len(), most)?;
    let mut bytes = Vec::new();
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    fits(bytes.len() as u64, most).map(|()| bytes)
}

/// A file or a pipe that is read as it comes: whoever writes it may take the time. A device has no end.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] for something else than a file or a pipe, and what opening says.
pub fn stream(path: &Path) -> io::Result<File> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    match about.is_file() || is_pipe(&about) {
        true => File::open(path),
        false => Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file")),
    }
}

#[cfg(unix)]
fn is_pipe(about: &std::fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&about.file_type())
}

#[cfg(not(unix))]
const fn is_pipe(_about: &std::fs::Metadata) -> bool {
    false
}

/// The stable name of why something was not read, where that is for what it is and not for what stands in it.
pub fn code(error: &io::Error) -> Option<&'static str> {
    match error.kind() {
        ErrorKind::FileTooLarge => Some("file-too-large"),
        ErrorKind::InvalidInput => Some("file-not-regular"),
        _ => None,
    }
}

fn fits(length: u64, most: u64) -> io::Result<()> {
    if length <= most {
        return Ok(());
    }
    Err(io::Error::new(ErrorKind::FileTooLarge, format!("more than {most} bytes")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn no_more_is_read_than_can_be_meant() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        std::fs::write(&file, "four").unwrap();
        assert_eq!((text(&file).unwrap(), given(&file).unwrap()), ("four".into(), "four".into()));
        assert_eq!(regular(&file, 4).unwrap(), b"four");
        assert_eq!(regular(&file, 3).unwrap_err().kind(), ErrorKind::FileTooLarge);
        assert_eq!(text(folder.path()).unwrap_err().kind(), ErrorKind::IsADirectory);
        std::fs::write(&file, [0xff]).unwrap();
        assert_eq!(text(&file).unwrap_err().kind(), ErrorKind::InvalidData);
        assert_eq!(text(&folder.path().join("b")).unwrap_err().kind(), ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn what_has_no_end_is_not_read_to_it() {
        let endless = Path::new("/dev/zero");
        assert_eq!(text(endless).unwrap_err().kind(), ErrorKind::InvalidInput);
        assert_eq!(given(endless).unwrap_err().kind(), ErrorKind::FileTooLarge);
        assert_eq!(code(&stream(endless).unwrap_err()), Some("file-not-regular"));
    }
}
