//! A file searched for where objects begin, in windows from its front to its back.

use crate::{
    error::Error,
    input::Input,
    lexer::{is_regular, is_space},
};

/// Bytes searched at once.
const WINDOW: u64 = 256 << 10;

/// Kept before and behind what is searched, so that no word and no `N G obj` is cut in two.
const MARGIN: u64 = 64;

/// What begins at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// `N G obj`.
    Object,
    /// `trailer`.
    Trailer,
}

/// A window that moves over the file.
pub(crate) struct Scanner<'a> {
    input: &'a Input<'a>,
    bytes: Vec<u8>,
    /// Where the window stands.
    start: u64,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(input: &'a Input<'a>) -> Self {
        Self { input, bytes: vec![], start: 0 }
    }

    pub(crate) fn input(&self) -> &'a Input<'a> {
        self.input
    }

    /// The first place from `at` on where an object or a trailer seems to begin, and the place behind its keyword.
    pub(crate) fn next(&mut self, at: u64) -> Result<Option<(u64, u64, Beginning)>, Error> {
        let found = self.search(at, |before, rest| match rest {
            [b'o', b'b', b'j', ..] => head(before).map(|len| (len, 3, Beginning::Object)),
            [b't', b'r', b'a', b'i', b'l', b'e', b'r', ..] => Some((0, 7, Beginning::Trailer)),
            _ => None,
        })?;
        Ok(found.map(|(place, (len, word, beginning))| {
            (place.saturating_sub(len as u64), place.saturating_add(word), beginning)
        }))
    }

    /// The first place from `at` on where `endstream` stands.
    pub(crate) fn end_of_stream(&mut self, at: u64) -> Result<Option<u64>, Error> {
        let found = self.search(at, |_, rest| rest.starts_with(b"endstream").then_some(()))?;
        Ok(found.map(|(place, ())| place))
    }

    /// The first place from `from` on at which `test` finds something. It is given the bytes between, as far as they are
    /// in the window, and those that follow.
    fn search<T>(
        &mut self,
        from: u64,
        test: impl Fn(&[u8], &[u8]) -> Option<T>,
    ) -> Result<Option<(u64, T)>, Error> {
        let mut at = from;
        while at < self.input.len() {
            self.show(at)?;
            let end = self.start.saturating_add(self.bytes.len() as u64);
            let behind = if end == self.input.len() { end } else { end.saturating_sub(MARGIN) };
            // Places in the window, which is in memory.
            let place = |at: u64| at.saturating_sub(self.start) as usize;
            let floor = place(from);
            for here in place(at)..place(behind) {
                let (before, rest) = (self.bytes.get(floor..here), self.bytes.get(here..));
                let Some(found) = before.zip(rest).and_then(|(before, rest)| test(before, rest)) else {
                    continue;
                };
                return Ok(Some((self.start.saturating_add(here as u64), found)));
            }
            at = behind;
        }
        Ok(None)
    }

    /// Moves the window so that it shows more than the margin from `at` on, or all there is.
    fn show(&mut self, at: u64) -> Result<(), Error> {
        let end = self.start.saturating_add(self.bytes.len() as u64);
        if self.start <= at && (at.saturating_add(MARGIN) < end || end == self.input.len()) {
            return Ok(());
        }
        self.start = at.saturating_sub(MARGIN);
        let size = WINDOW.min(self.input.len().saturating_sub(self.start));
        self.input.budget().spend(size)?;
        self.bytes = self.input.bytes(self.start, size)?;
        Ok(())
    }
}

/// The length of `N G ` at the end of `before`, where no number or word runs into it.
fn head(before: &[u8]) -> Option<usize> {
    let mut rest = before;
    for _ in 0..2 {
        let bare = trimmed(rest, is_space);
        let number = trimmed(bare, |byte| byte.is_ascii_digit());
        if bare.len() == rest.len() || number.len() == bare.len() {
            return None;
        }
        rest = number;
    }
    let apart = rest.last().is_none_or(|&byte| !is_regular(byte)) || rest.ends_with(b"endobj");
    apart.then_some(before.len().saturating_sub(rest.len()))
}

/// The bytes without those at the end that are so.
fn trimmed(bytes: &[u8], so: impl Fn(u8) -> bool) -> &[u8] {
    let kept = bytes.iter().rposition(|&byte| !so(byte)).map_or(0, |last| last + 1);
    bytes.get(..kept).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn heads_are_told_from_what_looks_like_them() {
        for (before, len) in [
            (&b"7 0 "[..], Some(4)),
            (b"endobj7 0 ", Some(4)),
            (b">>\r7  0\n", Some(5)),
            (b"x7 0 ", None),
            (b"7 0", None),
            (b" 0 ", None),
            (b"", None),
        ] {
            assert_eq!(head(before), len, "{}", String::from_utf8_lossy(before));
        }
    }

    #[test]
    fn nothing_is_lost_between_windows() {
        for shift in 0..80 {
            let mut bytes = vec![b' '; WINDOW as usize - 40 + shift];
            bytes.extend_from_slice(b"12 0 obj null endobj trailer stream endstream");
            let input = Input::new(&bytes);
            let mut scanner = Scanner::new(&input);
            let at = WINDOW - 40 + shift as u64;
            assert_eq!(scanner.next(0).unwrap(), Some((at, at + 8, Beginning::Object)), "{shift}");
            assert_eq!(
                scanner.next(at + 8).unwrap(),
                Some((at + 21, at + 28, Beginning::Trailer)),
                "{shift}"
            );
            assert_eq!(scanner.end_of_stream(at).unwrap(), Some(at + 36), "{shift}");
            assert_eq!(scanner.next(at + 22).unwrap(), None);
        }
    }
}
