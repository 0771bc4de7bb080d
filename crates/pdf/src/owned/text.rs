//! The text of objects as it is written: what programs read differently though its values seem to be the same.

use crate::lexer::{Lexer, is_regular, is_space};

/// Bytes of a comment that stands there, as some programs write their name.
const MAX_COMMENT: usize = 256;

/// Whether there is nothing but usual characters and blanks in the text of an object, apart from its strings and comments: nothing
/// that some programs take for a blank and others do not.
pub(super) fn is_plain(text: &[u8]) -> bool {
    Pieces(text).all(|Piece { kind, text }| match kind {
        Kind::Comment => is_plain_comment(text),
        Kind::Literal | Kind::Hexadecimal => true,
        Kind::Name | Kind::Number | Kind::Word | Kind::Other => text.iter().all(|byte| is_usual(*byte)),
        Kind::Unclosed => false,
    })
}

/// What programs may read differently in the text of an object though its values seem to be the same.
#[derive(Default)]
pub(super) struct Told<'t> {
    /// Strings that go over the end of a line, which is one character by the standard (§7.3.4.2) and two to some, or hold the octal code
    /// of more than a byte, which some cut off; and numbers so small, or written with so many digits, that one program may hold them for
    /// nothing and another for something.
    odd: Vec<&'t [u8]>,
    /// Numbers, which some programs hold to more places than others.
    numbers: Vec<Number>,
}

#[derive(Clone, Copy)]
struct Number {
    value: f64,
    /// How much more or less of it is as good as nothing.
    unseen: f64,
}

impl<'t> Told<'t> {
    pub(super) fn of(text: &'t [u8]) -> Self {
        let (mut told, mut edges, mut is_edge) = (Self::default(), Vec::new(), false);
        for Piece { kind, text } in Pieces(text) {
            match kind {
                Kind::Literal | Kind::Unclosed => {
                    told.odd.extend((text.contains(&b'\r') || has_large_escape(text)).then_some(text));
                }
                Kind::Name => {
                    told.numbers.append(&mut edges);
                    is_edge = text.strip_prefix(b"/").is_some_and(|name| BOXES.contains(&name));
                }
                Kind::Number => match Number::read(text) {
                    Some(number) if is_edge => edges.push(number),
                    Some(number) => told.numbers.push(number),
                    None => told.odd.push(text),
                },
                // An edge that stands elsewhere, to which this refers.
                Kind::Word => told.numbers.append(&mut edges),
                Kind::Other if text == b"]" => {
                    if let [left, bottom, right, top] = &mut *edges {
                        Number::bound([left, right], [bottom, top]);
                    }
                    told.numbers.append(&mut edges);
                }
                Kind::Comment | Kind::Hexadecimal | Kind::Other => {}
            }
        }
        told.numbers.append(&mut edges);
        told.odd.sort_unstable();
        told
    }

    /// Whether what replaces it cannot be told from it by some programs, and is something else to others.
    pub(super) fn may_differ(&self, other: &Self) -> bool {
        let mut numbers = [&self.numbers[..], &other.numbers].concat();
        numbers.sort_unstable_by(|one, other| one.value.total_cmp(&other.value));
        self.odd != other.odd
            || numbers.windows(2).any(|pair| matches!(pair, [one, other] if one.may_differ(*other)))
    }
}

impl Number {
    /// Nothing of one that programs may hold for nothing.
    fn read(text: &[u8]) -> Option<Self> {
        const USUAL: usize = 20;
        const SMALL: f64 = 1e-6;
        /// Beyond it, those who hold integers apart from other numbers hold them to more places.
        const WHOLE: f64 = 16_777_216.0;
        let value = std::str::from_utf8(text).ok().and_then(|text| text.parse::<f64>().ok())?;
        let is_whole = value.abs() >= WHOLE && !text.contains(&b'.');
        let unseen = if is_whole { f64::INFINITY } else { 0.0 };
        (text.len() <= USUAL && (value == 0.0 || value.abs() >= SMALL)).then_some(Self { value, unseen })
    }

    /// The edges of a box, which need not be written as they were: nobody sees a ten-thousandth of its size, if that is less than half
    /// a hundredth of a unit.
    fn bound(across: [&mut Self; 2], upwards: [&mut Self; 2]) {
        const UNSEEN: f64 = 1e-4;
        const MOST: f64 = 0.005;
        let size = |[one, other]: &[&mut Self; 2]| (one.value - other.value).abs();
        let unseen = (size(&across).min(size(&upwards)) * UNSEEN).min(MOST);
        for edge in across.into_iter().chain(upwards) {
            edge.unseen = edge.unseen.max(unseen);
        }
    }

    fn may_differ(self, other: Self) -> bool {
        #[expect(clippy::cast_possible_truncation, reason = "as some programs hold it")]
        let is_alike = (self.value as f32).to_bits() == (other.value as f32).to_bits();
        let between = (self.value - other.value).abs();
        is_alike && between > 0.0 && between > self.unseen.min(other.unseen)
    }
}

/// Entries that are boxes of a page or a note.
const BOXES: [&[u8]; 6] = [b"MediaBox", b"CropBox", b"BleedBox", b"TrimBox", b"ArtBox", b"Rect"];

/// Whether there is something like `\400` in a string.
fn has_large_escape(text: &[u8]) -> bool {
    text.windows(4).any(|found| matches!(found, [b'\\', b'4'..=b'7', b'0'..=b'7', b'0'..=b'7']))
}

/// What follows on blanks and comments; nothing where one is no plain comment.
pub(super) fn behind_comments(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes;
    loop {
        let blanks = rest.iter().take_while(|&&byte| is_space(byte)).count();
        rest = rest.get(blanks..)?;
        if !rest.starts_with(b"%") {
            return Some(rest);
        }
        let (comment, behind) = rest.split_at_checked(line(rest))?;
        rest = is_plain_comment(comment).then_some(behind)?;
    }
}

/// Whether a comment, with its `%`, is short, and has nothing in it that some programs take for its end.
fn is_plain_comment(comment: &[u8]) -> bool {
    let is_mark = comment.starts_with(b"%%EOF") || comment.starts_with(b"%PDF-");
    let is_mark = is_mark || memchr::memmem::find(comment, b"xref").is_some();
    !is_mark && comment.len() <= 1 + MAX_COMMENT && !comment.iter().any(u8::is_ascii_control)
}

const fn is_usual(byte: u8) -> bool {
    byte != 0x7f && (byte >= b' ' || matches!(byte, b'\t' | b'\n' | 0x0c | b'\r'))
}

/// What stands together in the text of an object.
struct Piece<'t> {
    kind: Kind,
    text: &'t [u8],
}

enum Kind {
    /// With its `%`.
    Comment,
    Hexadecimal,
    Literal,
    Name,
    Number,
    /// A keyword.
    Word,
    /// A delimiter or a blank.
    Other,
    /// A string that does not end.
    Unclosed,
}

/// A text from its first byte to its last.
struct Pieces<'t>(&'t [u8]);

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let (first, behind) = self.0.split_first()?;
        let regular = || behind.iter().take_while(|byte| is_regular(**byte)).count();
        let string = |kind, length: Option<usize>| match length {
            Some(length) => (kind, length),
            None => (Kind::Unclosed, behind.len()),
        };
        let (kind, length) = match (first, behind.first()) {
            (b'(', _) => string(Kind::Literal, literal(behind)),
            (b'<', Some(b'<')) => (Kind::Other, 1),
            (b'<', _) => string(Kind::Hexadecimal, memchr::memchr(b'>', behind).map(|end| end + 1)),
            (b'%', _) => (Kind::Comment, line(behind)),
            (b'/', _) => (Kind::Name, regular()),
            (b'0'..=b'9' | b'.' | b'+' | b'-', _) => (Kind::Number, regular()),
            (byte, _) if is_regular(*byte) => (Kind::Word, regular()),
            _ => (Kind::Other, 0),
        };
        let (text, rest) = self.0.split_at_checked(1 + length)?;
        self.0 = rest;
        Some(Piece { kind, text })
    }
}

/// How many bytes a string takes, from behind the `(`.
fn literal(text: &[u8]) -> Option<usize> {
    let mut lexer = Lexer::new(text, true);
    lexer.skip_literal().ok().map(|()| lexer.at())
}

/// How many bytes there are before the end of a line.
fn line(text: &[u8]) -> usize {
    text.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_short_and_of_letters() {
        for (text, left) in [
            ("", Some("")),
            (" \r\n", Some("")),
            ("%written by somebody\n", Some("")),
            ("\n%a\r\n%b\nstartxref", Some("startxref")),
            ("%a\0b\n", None),
            ("%%EOF\n", None),
            ("%PDF-1.4\n", None),
            ("x", Some("x")),
        ] {
            assert_eq!(behind_comments(text.as_bytes()), left.map(str::as_bytes), "{text:?}");
        }
        assert_eq!(behind_comments("%".repeat(300).as_bytes()), None);
    }

    #[test]
    fn what_programs_take_for_blanks_is_usual() {
        for (text, is) in [
            ("<</A 1/B[(a%\0\u{b}\\)(b))<0 1\r>/\u{e9}]>>\n\t\u{c}", true),
            ("<</A(%)>>", true),
            ("<</A%b\n1>>", true),
            ("<</A%\0\n1>>", false),
            ("<</A\0 1>>", false),
            ("<</A\u{b}1>>", false),
            ("<</A 1\u{7f}>>", false),
            ("<</A(1>>", false),
            ("<</A<1>>", true),
        ] {
            assert_eq!(is_plain(text.as_bytes()), is, "{text:?}");
        }
    }

    #[test]
    fn lines_in_strings_and_numbers_at_the_border_are_read_differently() {
        for (text, told) in [
            ("<</A 1.50/B(a\nb)/C<0\r>>>", vec![]),
            ("[(a\r\nb)(\\)\r)]", vec!["(\\)\r)", "(a\r\nb)"]),
            ("[0.0000001 -.0000001 0.000001 0.0]", vec!["-.0000001", "0.0000001"]),
            ("[1.00000000000000000000(1.00000000000000000000)]", vec!["1.00000000000000000000"]),
            ("<</0.0000001%0.0000001\n/A(%)0.0000001>>", vec!["0.0000001"]),
            ("[R0.0000001 -1000000000000000000000000]", vec!["-1000000000000000000000000"]),
        ] {
            let told: Vec<&[u8]> = told.into_iter().map(str::as_bytes).collect();
            assert_eq!(Told::of(text.as_bytes()).odd, told, "{text:?}");
        }
    }

    #[test]
    fn numbers_that_some_hold_for_one_are_two_to_others() {
        for (was, is, differ) in [
            ("[1.5 2]", "[1.50 2]", false),
            ("[0.1]", "[0.100000001]", true),
            ("[16777216.0]", "[16777217.0]", true),
            ("[16777216]", "[16777217]", false),
            // Of the edges of a box, what is seen of its size.
            ("<</Rect[0 0 595.27559 842]>>", "<</Rect[0 0 595.27558 842]>>", false),
            ("<</Rect[0 0 595.27559 842]/X .1>>", "<</Rect[0 0 595.27559 842]/X .100000001>>", true),
            ("<</Rect[1000.00001 0 1000.01 842]>>", "<</Rect[1000.00002 0 1000.01 842]>>", true),
            (
                "<</MediaBox[1073741894.0 0 1073742154.0 300]>>",
                "<</MediaBox[1073742009.0 0 1073742269.0 300]>>",
                true,
            ),
            ("<</Rect[-6e8 0 6 9]>>", "<</Rect[-6e8 0 6 9]>>", false),
            ("<</Rect[-600000000.0 -9 600000000.0 9]>>", "<</Rect[-600000010.0 -9 600000010.0 9]>>", true),
            ("[(\\401)]", "[(\\001)]", true),
            ("[(\\377)]", "[(\u{ff})]", false),
            ("<</Rect[0 0 595.27559 7 0 R]>>", "<</Rect[0 0 595.27558 7 0 R]>>", true),
            ("<</Rect[0 0 .1]/X .1>>", "<</Rect[0 0 .1]/X .100000001>>", true),
        ] {
            let (one, other) = (Told::of(was.as_bytes()), Told::of(is.as_bytes()));
            assert_eq!((one.may_differ(&other), other.may_differ(&one)), (differ, differ), "{was} {is}");
            assert!(!one.may_differ(&Told::of(was.as_bytes())), "{was}");
        }
    }
}
