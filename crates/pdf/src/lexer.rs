//! The characters of PDF syntax (ISO 32000-1 §7.2 and §7.3.2 to §7.3.5), over a window of the file.

use std::borrow::Cow;

/// Why a window could not be read as syntax.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The window ends in the middle: a longer one may help.
    EndOfWindow,
    /// What stands at `at`, counted from the window's start, is not what the format has there.
    Syntax { at: usize, what: &'static str },
    /// A budget is spent.
    TooMany { what: &'static str, limit: u64 },
}

/// A place in a window of bytes.
pub(crate) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Nothing follows the window, so a token may end with it.
    last: bool,
}

pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

pub(crate) fn is_regular(byte: u8) -> bool {
    REGULAR.get(usize::from(byte)).copied().unwrap_or_default()
}

/// Of each byte, whether it is part of words, numbers and names.
const REGULAR: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = !is_space(byte as u8) && !is_delimiter(byte as u8);
        byte += 1;
    }
    table
};

/// Characters of a number. Some programs cut longer tokens in two.
const MAX_NUMBER: usize = 1_000;

/// A number written with nothing but digits; nothing for one beyond 64 bits.
pub(crate) fn whole(token: &[u8]) -> Option<u64> {
    let digit = |value: u64, byte: &u8| {
        let digit = byte.checked_sub(b'0').filter(|&digit| digit <= 9)?;
        value.checked_mul(10)?.checked_add(u64::from(digit))
    };
    if token.is_empty() { None } else { token.iter().try_fold(0, digit) }
}

/// The value of a hexadecimal digit.
pub(crate) fn hex_digit(byte: u8) -> Option<u8> {
    Some(nibble(byte)).filter(|&digit| digit <= 0xf)
}

/// The value of a hexadecimal digit, 255 for what is none. Without a branch or a table, so that many are done at once.
fn nibble(byte: u8) -> u8 {
    let digit = byte.wrapping_sub(b'0');
    let letter = (byte | 0x20).wrapping_sub(b'a');
    let known = if digit < 10 { digit } else { letter.wrapping_add(10) };
    if (digit < 10) | (letter < 6) { known } else { u8::MAX }
}

/// With the characters of names that are escaped (§7.3.5).
pub(crate) fn unescaped(text: &[u8]) -> Vec<u8> {
    let mut clear = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((byte, behind)) = rest.split_first() {
        let escaped = match (byte, behind) {
            (b'#', [high, low, ..]) => hex_digit(*high).zip(hex_digit(*low)),
            _ => None,
        };
        clear.push(escaped.map_or(*byte, |(high, low)| high << 4 | low));
        rest = behind.get(if escaped.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    clear
}

/// What the first bytes tell of a pair of numbers.
#[derive(Debug, PartialEq)]
enum AtOnce {
    /// This one stands there, in so many bytes.
    Id { id: (u32, u16), len: usize },
    /// None does.
    Nothing,
    /// One has to look closer: at comments, at long numbers, or behind the window.
    Unclear,
}

/// Nearly every pair of numbers is two short ones with blanks between them, and nearly every number that is none of a pair
/// shows it by the next character.
fn at_once(bytes: &[u8]) -> AtOnce {
    /// The value of up to so many digits, and how many there are.
    fn digits(bytes: &[u8], most: usize) -> (u32, usize) {
        let digit = |byte: &&u8| byte.is_ascii_digit();
        let digits = bytes.iter().take(most).take_while(digit);
        digits.fold((0, 0), |(value, len), byte| (value * 10 + u32::from(byte - b'0'), len + 1))
    }
    let behind = |at: usize| bytes.get(at).copied();
    let (number, len) = digits(bytes, 9);
    match behind(len) {
        Some(byte) if len > 0 && is_space(byte) => {}
        Some(b'%' | b'0'..=b'9') | None => return AtOnce::Unclear,
        Some(byte) if len == 0 && is_space(byte) => return AtOnce::Unclear,
        Some(_) => return AtOnce::Nothing,
    }
    let blanks = bytes.iter().skip(len).take_while(|byte| is_space(**byte)).count();
    let second = len + blanks;
    let (generation, more) = digits(bytes.get(second..).unwrap_or_default(), 4);
    match (behind(second + more), u16::try_from(generation)) {
        (Some(b'%' | b'0'..=b'9') | None, _) => AtOnce::Unclear,
        (Some(byte), Ok(generation)) if more > 0 && !is_regular(byte) => {
            AtOnce::Id { id: (number, generation), len: second + more }
        }
        _ => AtOnce::Nothing,
    }
}

/// A number as the format writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Number {
    Integer(i64),
    Real(f32),
}

impl<'a> Lexer<'a> {
    /// `last` tells that the file ends with the window.
    pub(crate) fn new(bytes: &'a [u8], last: bool) -> Self {
        Self { bytes, at: 0, last }
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn seek(&mut self, at: usize) {
        self.at = at.min(self.bytes.len());
    }

    /// What stands from `start` up to here.
    pub(crate) fn since(&self, start: usize) -> &'a [u8] {
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(crate) fn syntax(&self, what: &'static str) -> Fault {
        Fault::Syntax { at: self.at, what }
    }

    /// The fault of a window that ends here while `what` was expected.
    fn ended(&self, what: &'static str) -> Fault {
        if self.last { self.syntax(what) } else { Fault::EndOfWindow }
    }

    pub(crate) fn peek(&self, what: &'static str) -> Result<u8, Fault> {
        self.bytes.get(self.at).copied().ok_or_else(|| self.ended(what))
    }

    pub(crate) fn advance(&mut self, count: usize) {
        self.seek(self.at.saturating_add(count));
    }

    pub(crate) fn next(&mut self, what: &'static str) -> Result<u8, Fault> {
        let byte = self.peek(what)?;
        self.advance(1);
        Ok(byte)
    }

    /// White space and comments.
    pub(crate) fn skip_space(&mut self) {
        loop {
            let blanks = self.rest().iter().take_while(|byte| is_space(**byte)).count();
            self.at += blanks;
            if self.bytes.get(self.at) != Some(&b'%') {
                return;
            }
            let line = self.rest().iter().position(|&b| matches!(b, b'\r' | b'\n'));
            self.advance(line.unwrap_or(usize::MAX));
        }
    }

    /// The run of regular characters here, which may be empty.
    pub(crate) fn regular(&mut self) -> Result<&'a [u8], Fault> {
        let rest = self.rest();
        let len = match rest.iter().position(|&b| !is_regular(b)) {
            Some(len) => len,
            None if self.last => rest.len(),
            None => return Err(Fault::EndOfWindow),
        };
        self.advance(len);
        Ok(rest.get(..len).unwrap_or_default())
    }

    /// The keyword, after white space.
    pub(crate) fn keyword(&mut self, word: &'static str) -> Result<(), Fault> {
        self.skip_space();
        let start = self.at;
        if self.regular()? == word.as_bytes() {
            return Ok(());
        }
        self.at = start;
        Err(self.syntax(word))
    }

    /// Whether `word` follows, after white space; then it is passed.
    pub(crate) fn skips(&mut self, word: &'static str) -> Result<bool, Fault> {
        self.skip_space();
        let follows = self.starts_with(word)?;
        self.advance(if follows { word.len() } else { 0 });
        Ok(follows)
    }

    /// Whether the bytes here begin with `word`.
    pub(crate) fn starts_with(&self, word: &'static str) -> Result<bool, Fault> {
        let rest = self.rest();
        if rest.len() < word.len() && !self.last && word.as_bytes().starts_with(rest) {
            return Err(Fault::EndOfWindow);
        }
        Ok(rest.starts_with(word.as_bytes()))
    }

    /// An integer without sign, after white space.
    pub(crate) fn unsigned(&mut self, what: &'static str) -> Result<u64, Fault> {
        self.skip_space();
        let start = self.at;
        if let Some(value) = Some(self.regular()?).filter(|token| token.len() <= MAX_NUMBER).and_then(whole) {
            return Ok(value);
        }
        self.at = start;
        Err(self.syntax(what))
    }

    /// `obj`'s and `R`'s pair of numbers, if two unsigned integers stand here; the place is kept otherwise.
    pub(crate) fn id(&mut self) -> Result<Option<(u32, u16)>, Fault> {
        match at_once(self.rest()) {
            AtOnce::Id { id, len } => {
                self.advance(len);
                Ok(Some(id))
            }
            AtOnce::Nothing => Ok(None),
            AtOnce::Unclear => self.id_closely(),
        }
    }

    fn id_closely(&mut self) -> Result<Option<(u32, u16)>, Fault> {
        let start = self.at;
        let pair = match self.unsigned("object number") {
            Ok(number) => match self.unsigned("generation") {
                Ok(generation) => u32::try_from(number).ok().zip(u16::try_from(generation).ok()),
                Err(Fault::EndOfWindow) => return Err(Fault::EndOfWindow),
                Err(_) => None,
            },
            Err(Fault::EndOfWindow) => return Err(Fault::EndOfWindow),
            Err(_) => None,
        };
        if pair.is_none() {
            self.at = start;
        }
        Ok(pair)
    }

    /// Past a number, if it can be seen at once that it is one and not the first of a pair.
    pub(crate) fn skips_lone_number(&mut self) -> bool {
        let rest = self.rest();
        let (mut len, mut points) = (0, 0);
        for byte in rest {
            match byte {
                b'0'..=b'9' => {}
                b'.' => points += 1,
                _ => break,
            }
            len += 1;
        }
        let Some(behind) = rest.get(len..) else { return false };
        let blanks = behind.iter().take_while(|byte| is_space(**byte)).count();
        let next = behind.get(blanks);
        let is_alone = match (points, next) {
            (0, Some(next)) => blanks == 0 || !matches!(next, b'0'..=b'9' | b'%'),
            (1, Some(_)) => len > 1,
            _ => false,
        };
        let ends = len > 0 && behind.first().is_some_and(|byte| !is_regular(*byte));
        if !is_alone || !ends || behind.first() == Some(&b'%') {
            return false;
        }
        self.advance(len);
        true
    }

    /// The text of a number, and whether there is a point in it.
    fn number_text(&mut self) -> Result<(&'a [u8], bool), Fault> {
        let start = self.at;
        let token = self.regular()?;
        let unsigned = token.strip_prefix(b"+").or_else(|| token.strip_prefix(b"-")).unwrap_or(token);
        let (mut digits, mut points) = (0_usize, 0_usize);
        for byte in unsigned {
            digits += usize::from(byte.is_ascii_digit());
            points += usize::from(*byte == b'.');
        }
        if digits == 0
            || points > 1
            || token.len() > MAX_NUMBER
            || digits.saturating_add(points) != unsigned.len()
        {
            self.at = start;
            return Err(self.syntax("a number"));
        }
        Ok((token, points > 0))
    }

    /// Past a number.
    pub(crate) fn skip_number(&mut self) -> Result<(), Fault> {
        self.number_text().map(drop)
    }

    /// §7.3.3. An integer too large for 64 bits reads as a real.
    pub(crate) fn number(&mut self) -> Result<Number, Fault> {
        let start = self.at;
        let (token, has_point) = self.number_text()?;
        if let Some(value) = whole(token).and_then(|value| i64::try_from(value).ok()) {
            return Ok(Number::Integer(value));
        }
        let text = std::str::from_utf8(token).unwrap_or("");
        if !has_point && let Ok(value) = text.parse() {
            return Ok(Number::Integer(value));
        }
        let value: f32 = text.parse().map_err(|_| Fault::Syntax { at: start, what: "a number" })?;
        // Beyond what a number can be (annex C.2), the largest: an infinite one could not be written again.
        Ok(Number::Real(value.clamp(f32::MIN, f32::MAX)))
    }

    /// §7.3.5, from behind the `/`.
    pub(crate) fn name(&mut self) -> Result<Vec<u8>, Fault> {
        self.name_text().map(Cow::into_owned)
    }

    /// The same, where it stands unless something in it is escaped.
    pub(crate) fn name_text(&mut self) -> Result<Cow<'a, [u8]>, Fault> {
        let raw = self.regular()?;
        Ok(if raw.contains(&b'#') { Cow::Owned(unescaped(raw)) } else { Cow::Borrowed(raw) })
    }

    /// Past a literal string, from behind the `(`.
    pub(crate) fn skip_literal(&mut self) -> Result<(), Fault> {
        const WHAT: &str = "the end of a string";
        let mut open = 0_u32;
        loop {
            match self.next(WHAT)? {
                b'(' => open = open.saturating_add(1),
                b')' if open == 0 => return Ok(()),
                b')' => open -= 1,
                // Whatever is escaped, it is not the end; more than one byte of it is not looked at twice.
                b'\\' => drop(self.next(WHAT)?),
                _ => {}
            }
        }
    }

    /// §7.3.4.2, from behind the `(`.
    pub(crate) fn literal_string(&mut self) -> Result<Vec<u8>, Fault> {
        const WHAT: &str = "the end of a string";
        let mut text = Vec::new();
        let mut open = 0_u32;
        loop {
            match self.next(WHAT)? {
                b'(' => {
                    open = open.saturating_add(1);
                    text.push(b'(');
                }
                b')' if open == 0 => return Ok(text),
                b')' => {
                    open -= 1;
                    text.push(b')');
                }
                b'\r' => {
                    if self.peek(WHAT)? == b'\n' {
                        self.advance(1);
                    }
                    text.push(b'\n');
                }
                b'\\' => text.extend(self.escape(WHAT)?),
                byte => text.push(byte),
            }
        }
    }

    fn escape(&mut self, what: &'static str) -> Result<Option<u8>, Fault> {
        Ok(match self.next(what)? {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\n' => None,
            b'\r' => {
                if self.peek(what)? == b'\n' {
                    self.advance(1);
                }
                None
            }
            first @ b'0'..=b'7' => {
                let mut value = u32::from(first - b'0');
                for _ in 0..2 {
                    let digit = self.peek(what)?;
                    if !(b'0'..=b'7').contains(&digit) {
                        break;
                    }
                    value = value * 8 + u32::from(digit - b'0');
                    self.advance(1);
                }
                // High-order overflow is ignored, table 3.
                Some((value & 0xff) as u8)
            }
            other => Some(other),
        })
    }

    /// §7.3.4.3, from behind the `<`.
    pub(crate) fn hex_string(&mut self) -> Result<Vec<u8>, Fault> {
        let Some(len) = memchr::memchr(b'>', self.rest()) else {
            return Err(self.ended("the end of a hexadecimal string"));
        };
        let inner = self.rest().get(..len).unwrap_or_default();
        let text = decode_hex(inner).ok_or_else(|| self.syntax("a hexadecimal string"))?;
        self.advance(len.saturating_add(1));
        Ok(text)
    }
}

/// What stands between `<` and `>`: digits and white space; a missing last digit is 0.
pub(crate) fn decode_hex(inner: &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::with_capacity(inner.len().div_ceil(2));
    // As far as nothing stands between the digits, which for a signature's value is to the end.
    for digits in inner.as_chunks::<32>().0 {
        let values = digits.map(nibble);
        if values.iter().fold(0, |all, value| all | value) > 0xf {
            break;
        }
        let mut bytes = [0; 16];
        for (byte, &[high, low]) in bytes.iter_mut().zip(values.as_chunks::<2>().0) {
            *byte = high << 4 | low;
        }
        text.extend_from_slice(&bytes);
    }
    let rest = inner.get(text.len().saturating_mul(2)..).unwrap_or_default();
    let mut high = None;
    for &byte in rest.iter().filter(|&&b| !is_space(b)) {
        let digit = hex_digit(byte)?;
        match high.take() {
            Some(high) => text.push(high << 4 | digit),
            None => high = Some(digit),
        }
    }
    text.extend(high.map(|high| high << 4));
    Some(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_is_seen_at_once_is_what_a_closer_look_sees() {
        const LETTERS: &[u8] = b"01 9\n.R/%-";
        let (mut clear, mut pairs) = (0, 0);
        for number in 0..LETTERS.len().pow(6) {
            let text: Vec<u8> =
                (0..6).map(|place| LETTERS[number / LETTERS.len().pow(place) % LETTERS.len()]).collect();
            let mut lexer = Lexer::new(&text, true);
            let (closely, at) = (lexer.id_closely().unwrap(), lexer.at());
            match at_once(&text) {
                AtOnce::Id { id, len } => {
                    pairs += 1;
                    assert_eq!((Some(id), len), (closely, at), "{:?}", String::from_utf8_lossy(&text));
                }
                AtOnce::Nothing => assert_eq!(closely, None, "{:?}", String::from_utf8_lossy(&text)),
                AtOnce::Unclear => continue,
            }
            clear += 1;
        }
        for number in 0..LETTERS.len().pow(5) {
            let text: Vec<u8> =
                (0..5).map(|place| LETTERS[number / LETTERS.len().pow(place) % LETTERS.len()]).collect();
            let mut lexer = Lexer::new(&text, true);
            if lexer.skips_lone_number() {
                let mut other = Lexer::new(&text, true);
                assert_eq!(other.id_closely().unwrap().filter(|_| other.keyword("R").is_ok()), None);
                other.seek(0);
                other.skip_number().unwrap();
                assert_eq!(lexer.at(), other.at(), "{:?}", String::from_utf8_lossy(&text));
            } else {
                assert_eq!(lexer.at(), 0);
            }
        }
        assert!(clear > 500_000 && pairs > 10_000, "{clear} {pairs}");
        for text in ["4294967295 65535 R", "4294967296 0 R", "1 65536 R", "0000000012 00000 n"] {
            let mut lexer = Lexer::new(text.as_bytes(), true);
            assert_eq!(at_once(text.as_bytes()), AtOnce::Unclear, "{text}");
            assert_eq!(lexer.id().unwrap().is_some(), !text.contains('6') || text.contains("35"), "{text}");
        }
    }

    #[test]
    fn blanks_may_stand_anywhere_between_the_digits() {
        let zeros = "0".repeat(99);
        let late = format!("{zeros}4 8\n6");
        let behind = [vec![0; 49], b"\x04\x86".to_vec()].concat();
        let cases: [(&str, &[u8]); 9] = [
            ("", b""),
            ("48656C6c6f", b"Hello"),
            ("48656C6c6", b"Hell`"),
            ("4865 6C6c6f", b"Hello"),
            ("4 8\n65\t6C6\0c6f ", b"Hello"),
            (" 7", b"p"),
            ("0000000000", &[0; 5]),
            (&zeros, &[0; 50]),
            (&late, &behind),
        ];
        for (digits, value) in cases {
            assert_eq!(decode_hex(digits.as_bytes()).as_deref(), Some(value), "{digits:?}");
        }
        for digits in [&format!("{zeros}x{zeros}"), "4865x", "48g5", "4\u{e9}", "48-6", "/8"] {
            assert_eq!(decode_hex(digits.as_bytes()), None, "{digits:?}");
        }
        for byte in 0..=u8::MAX {
            let digit = char::from(byte).to_digit(16).map(|digit| digit as u8);
            assert_eq!(hex_digit(byte), digit, "{byte}");
        }
    }
}
