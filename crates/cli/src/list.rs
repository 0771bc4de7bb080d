//! A list of files: one path on a line, read as far as it is needed.

use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use native::small_file;

/// The longest path, in bytes; Linux takes 4096 and Windows 32 767 units.
const LONGEST: u64 = 128 << 10;

/// What stands on a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// The path of a file.
    Path(PathBuf),
    /// Something that is no path: not UTF-8, or too long. With what can be shown of it.
    NoPath(String),
}

/// The lines of a list, the blank ones left out.
pub struct List {
    lines: Box<dyn BufRead + Send>,
    first: bool,
}

impl List {
    /// The list in a file, or on standard input where `path` is `-`.
    pub fn open(path: &Path) -> io::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::of(BufReader::new(io::stdin())));
        }
        Ok(Self::of(BufReader::new(small_file::stream(path)?)))
    }

    fn of(lines: impl BufRead + Send + 'static) -> Self {
        Self { lines: Box::new(lines), first: true }
    }

    /// One line without its end; the rest of one that is too long is passed over.
    fn line(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        self.lines.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        if !bytes.ends_with(b"\n") && bytes.len() as u64 == LONGEST {
            self.lines.skip_until(b'\n')?;
            let shown = String::from_utf8_lossy(bytes.get(..64).unwrap_or_default());
            return Ok(Some(Line::NoPath(format!("{shown}…"))));
        }
        let end = bytes
            .strip_suffix(b"\n")
            .map_or(bytes.as_slice(), |line| line.strip_suffix(b"\r").unwrap_or(line));
        // Some editors put a byte order mark before the first line.
        let line = if self.first { end.strip_prefix(b"\xef\xbb\xbf").unwrap_or(end) } else { end };
        self.first = false;
        Ok(Some(match std::str::from_utf8(line) {
            Ok(path) => Line::Path(path.into()),
            Err(_) => Line::NoPath(String::from_utf8_lossy(line).into_owned()),
        }))
    }
}

impl Iterator for List {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.line().transpose()? {
                Ok(Line::Path(path)) if path.to_str().is_some_and(|path| path.trim().is_empty()) => {}
                other => return Some(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn lines(list: &[u8]) -> Vec<Line> {
        List::of(io::Cursor::new(list.to_vec())).map(|line| line.unwrap()).collect()
    }

    fn path(path: &str) -> Line {
        Line::Path(path.into())
    }

    #[test]
    fn each_line_is_a_path_and_blank_ones_are_none() {
        assert_eq!(lines(b"a.pdf\n\n  \nb c.pdf"), [path("a.pdf"), path("b c.pdf")]);
        assert_eq!(lines(b"\xef\xbb\xbfa.pdf\r\n\r\n b.pdf \r\n"), [path("a.pdf"), path(" b.pdf ")]);
        assert_eq!(lines("õ.pdf\n".as_bytes()), [path("õ.pdf")]);
        assert!(lines(b"").is_empty() && lines(b"\n\n").is_empty());
    }

    #[test]
    fn what_is_no_path_is_told_and_the_next_one_is_read() {
        assert_eq!(lines(b"\xff.pdf\nb.pdf\n"), [Line::NoPath("\u{fffd}.pdf".into()), path("b.pdf")]);
        let long = [vec![b'x'; LONGEST as usize * 2], b"\nb.pdf\n".to_vec()].concat();
        let [Line::NoPath(shown), second] = &lines(&long)[..] else { panic!("two lines") };
        assert!(shown.len() < 80 && *second == path("b.pdf"));
    }
}
