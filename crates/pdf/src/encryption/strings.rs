//! The strings in the text of an object, found without reading the text into another form: what is not a string keeps
//! every digit and blank.

use std::ops::Range;

use lopdf::ObjectId;

use crate::{
    error::Error,
    input::error_at,
    lexer::{Fault, Lexer},
};

/// As deep as objects are read.
const MAX_DEPTH: u32 = 100;

/// The text with every string replaced by what `turn` makes of it, as hexadecimal. `/Contents` of a signature stays.
pub(super) fn replaced(
    text: &[u8],
    id: ObjectId,
    mut turn: impl FnMut(&[u8]) -> Result<Vec<u8>, Error>,
) -> Result<Vec<u8>, Error> {
    let mut finder = Finder { lexer: Lexer::new(text, true), found: vec![] };
    finder.object(0).map_err(|fault| match error_at(0, fault) {
        Error::Damaged { what, .. } => Error::Malformed { id, what },
        other => other,
    })?;
    let mut out = Vec::with_capacity(text.len().saturating_mul(2));
    let mut at = 0;
    for (span, string) in finder.found {
        out.extend_from_slice(text.get(at..span.start).unwrap_or_default());
        out.push(b'<');
        out.extend_from_slice(hex::encode(turn(&string)?).as_bytes());
        out.push(b'>');
        at = span.end;
    }
    out.extend_from_slice(text.get(at..).unwrap_or_default());
    Ok(out)
}

struct Finder<'a> {
    lexer: Lexer<'a>,
    found: Vec<(Range<usize>, Vec<u8>)>,
}

/// What a value was, as far as it matters here.
enum Value {
    Name(Vec<u8>),
    Other,
}

impl Finder<'_> {
    fn object(&mut self, depth: u32) -> Result<Value, Fault> {
        if depth > MAX_DEPTH {
            return Err(Fault::TooMany { what: "the nesting of an object", limit: u64::from(MAX_DEPTH) });
        }
        self.lexer.skip_space();
        let start = self.lexer.at();
        match self.lexer.peek("an object")? {
            b'/' => {
                self.lexer.advance(1);
                return self.lexer.name().map(Value::Name);
            }
            b'[' => {
                self.lexer.advance(1);
                while !self.ends(b']')? {
                    self.object(depth + 1)?;
                }
                self.lexer.advance(1);
            }
            b'<' if self.lexer.starts_with("<<")? => {
                self.lexer.advance(2);
                self.dictionary(depth)?;
            }
            b'(' => {
                self.lexer.advance(1);
                let string = self.lexer.literal_string()?;
                self.found.push((start..self.lexer.at(), string));
            }
            b'<' => {
                self.lexer.advance(1);
                let string = self.lexer.hex_string()?;
                self.found.push((start..self.lexer.at(), string));
            }
            // A number, a word, or a part of a reference.
            _ if self.lexer.regular()?.is_empty() => return Err(self.lexer.syntax("an object")),
            _ => {}
        }
        Ok(Value::Other)
    }

    fn dictionary(&mut self, depth: u32) -> Result<(), Fault> {
        let (mut is_signature, mut contents) = (false, None);
        while !self.ends(b'>')? {
            if self.lexer.next("a key")? != b'/' {
                return Err(self.lexer.syntax("a key"));
            }
            let key = self.lexer.name()?;
            let first = self.found.len();
            self.lexer.skip_space();
            let is_string =
                !self.lexer.starts_with("<<")? && matches!(self.lexer.peek("a value")?, b'(' | b'<');
            let value = self.object(depth + 1)?;
            // The rest of a reference.
            while !matches!(self.ahead()?, b'/' | b'>') {
                self.object(depth + 1)?;
            }
            match (key.as_slice(), value) {
                (b"ByteRange", _) => is_signature = true,
                (b"Type", Value::Name(name)) => is_signature |= name == b"Sig" || name == b"DocTimeStamp",
                (b"Contents", _) if is_string => contents = Some(first),
                _ => {}
            }
        }
        self.lexer.advance(2);
        if let Some(first) = contents.filter(|_| is_signature) {
            self.found.remove(first);
        }
        Ok(())
    }

    fn ahead(&mut self) -> Result<u8, Fault> {
        self.lexer.skip_space();
        self.lexer.peek("the end of an object")
    }

    fn ends(&mut self, with: u8) -> Result<bool, Fault> {
        Ok(self.ahead()? == with)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn marked(text: &str) -> String {
        let turned = replaced(text.as_bytes(), (1, 0), |string| Ok([b"!", string].concat()));
        String::from_utf8(turned.unwrap()).unwrap()
    }

    #[test]
    fn strings_are_found_and_nothing_else_moves() {
        assert_eq!(marked("(a\\)b)"), "<21612962>");
        assert_eq!(
            marked("<< /A 1.50 %(c)\n/B[ 2 0 R(x)<79> ]/C 3 0 R /D/N/E<</F()>> >>"),
            "<< /A 1.50 %(c)\n/B[ 2 0 R<2178><2179> ]/C 3 0 R /D/N/E<</F<21>>> >>"
        );
    }

    #[test]
    fn the_value_of_a_signature_stays_and_that_of_a_note_does_not() {
        assert_eq!(
            marked("<</V<</Contents<00>/M(m)/ByteRange[0 1 2 3]>>>>"),
            "<</V<</Contents<00>/M<216d>/ByteRange[0 1 2 3]>>>>"
        );
        assert_eq!(marked("<</Type/DocTimeStamp/Contents <00>>>"), "<</Type/DocTimeStamp/Contents <00>>>");
        assert_eq!(marked("<</Type/Annot/Contents(a)>>"), "<</Type/Annot/Contents<2161>>>");
    }

    #[test]
    fn text_that_is_no_object_is_refused() {
        for text in ["", "<</A", "<</A 1", "[1 2", "<</A(", "]", "<<(a) 1>>", &"[".repeat(500)] {
            assert!(replaced(text.as_bytes(), (1, 0), |string| Ok(string.to_vec())).is_err(), "{text}");
        }
    }
}
