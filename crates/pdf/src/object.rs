//! Objects read from a window of the file (ISO 32000-1 §7.3).

use std::ops::Range;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

use crate::lexer::{Fault, Lexer, Number};

/// Arrays and dictionaries inside each other. Deeper than any producer goes, and far from the end of the stack.
pub(crate) const MAX_DEPTH: u32 = 100;

/// Bytes of memory that an element takes, about.
const ELEMENT: usize = 120;

/// Elements of one object, nested ones included: 24 MB.
pub(crate) const MAX_ELEMENTS: u64 = 200_000;

/// An entry of the outermost dictionary: its key and where both stand, counted from the window's start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) key: Vec<u8>,
    pub(crate) span: Range<usize>,
    pub(crate) value: Range<usize>,
}

/// An object and where it stands in the window.
#[derive(Debug, Clone)]
pub(crate) struct Parsed {
    pub(crate) object: Object,
    /// Where the value stands, without `N G obj`.
    pub(crate) span: Range<usize>,
    /// The entries as written when it is a dictionary, repeated keys too; none where only the object was asked for.
    pub(crate) entries: Vec<Entry>,
    /// Its elements, nested ones included.
    pub(crate) elements: u64,
    /// A key that stands twice in one of its dictionaries, nested ones included: readers differ in what that one says.
    pub(crate) repeated: Option<Vec<u8>>,
}

impl Parsed {
    /// About how many bytes of memory it takes.
    pub(crate) fn weight(&self) -> usize {
        let elements = usize::try_from(self.elements).unwrap_or(usize::MAX).saturating_mul(ELEMENT);
        elements.saturating_add(self.span.len())
    }

    /// The same with spans counted from the value's first byte.
    pub(crate) fn rebased(mut self) -> Self {
        let start = self.span.start;
        let moved = |span: &Range<usize>| span.start.saturating_sub(start)..span.end.saturating_sub(start);
        for entry in &mut self.entries {
            (entry.span, entry.value) = (moved(&entry.span), moved(&entry.value));
        }
        self.span = moved(&self.span);
        self
    }
}

/// Where an indirect object ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// With its value.
    Value,
    /// With stream data that begin here, counted from the window's start.
    Stream { data: usize },
}

/// The object that begins here.
pub(crate) fn value(lexer: &mut Lexer<'_>) -> Result<Parsed, Fault> {
    parsed(lexer, Some(Vec::new()))
}

fn parsed(lexer: &mut Lexer<'_>, entries: Option<Vec<Entry>>) -> Result<Parsed, Fault> {
    lexer.skip_space();
    let start = lexer.at();
    let mut parser = Parser { elements: MAX_ELEMENTS, entries, repeated: None };
    let object = parser.object(lexer, 0)?;
    let elements = MAX_ELEMENTS.saturating_sub(parser.elements);
    let entries = parser.entries.unwrap_or_default();
    Ok(Parsed { object, span: start..lexer.at(), entries, elements, repeated: parser.repeated })
}

/// `N G obj`, the value, and `stream` if that follows (§7.3.10, §7.3.8).
pub(crate) fn indirect(lexer: &mut Lexer<'_>) -> Result<(ObjectId, Parsed, Body), Fault> {
    numbered(lexer, Some(Vec::new()))
}

/// The same without the entries as written.
pub(crate) fn indirect_alone(lexer: &mut Lexer<'_>) -> Result<(ObjectId, Parsed, Body), Fault> {
    numbered(lexer, None)
}

/// `N G obj`.
pub(crate) fn head(lexer: &mut Lexer<'_>) -> Result<ObjectId, Fault> {
    lexer.skip_space();
    let id = lexer.id()?.ok_or_else(|| lexer.syntax("an object number"))?;
    lexer.skip_space();
    // Some write `obj<<` and some `obj12`; the keyword ends after its three letters.
    if !lexer.starts_with("obj")? {
        return Err(lexer.syntax("obj"));
    }
    lexer.advance(3);
    Ok(id)
}

/// The object that begins here, without its text.
pub(crate) fn alone(lexer: &mut Lexer<'_>) -> Result<Object, Fault> {
    parsed(lexer, None).map(|parsed| parsed.object)
}

fn numbered(lexer: &mut Lexer<'_>, entries: Option<Vec<Entry>>) -> Result<(ObjectId, Parsed, Body), Fault> {
    let id = head(lexer)?;
    let parsed = parsed(lexer, entries)?;
    let is_dictionary = matches!(parsed.object, Object::Dictionary(_));
    let body = if is_dictionary { body(lexer)? } else { Body::Value };
    Ok((id, parsed, body))
}

/// Where the object ends whose dictionary ends here.
pub(crate) fn body(lexer: &mut Lexer<'_>) -> Result<Body, Fault> {
    let end = lexer.at();
    lexer.skip_space();
    if !lexer.starts_with("stream")? {
        lexer.seek(end);
        return Ok(Body::Value);
    }
    lexer.advance(6);
    // Blanks between the keyword and its end-of-line are seen in the field.
    while lexer.peek("stream data")? == b' ' {
        lexer.advance(1);
    }
    match lexer.next("stream data")? {
        b'\n' => {}
        b'\r' if lexer.peek("stream data")? == b'\n' => lexer.advance(1),
        b'\r' => {}
        _ => return Err(lexer.syntax("an end-of-line behind stream")),
    }
    Ok(Body::Stream { data: lexer.at() })
}

pub(crate) const TOO_MANY: Fault =
    Fault::TooMany { what: "the number of elements in an object", limit: MAX_ELEMENTS };
pub(crate) const TOO_DEEP: Fault =
    Fault::TooMany { what: "the nesting of an object", limit: MAX_DEPTH as u64 };

struct Parser {
    elements: u64,
    /// Nothing where nobody asks for them.
    entries: Option<Vec<Entry>>,
    repeated: Option<Vec<u8>>,
}

impl Parser {
    fn object(&mut self, lexer: &mut Lexer<'_>, depth: u32) -> Result<Object, Fault> {
        self.elements = self.elements.checked_sub(1).ok_or(TOO_MANY)?;
        if depth > MAX_DEPTH {
            return Err(TOO_DEEP);
        }
        lexer.skip_space();
        match lexer.peek("an object")? {
            b'/' => {
                lexer.advance(1);
                Ok(Object::Name(lexer.name()?))
            }
            b'(' => {
                lexer.advance(1);
                Ok(Object::String(lexer.literal_string()?, StringFormat::Literal))
            }
            b'[' => {
                lexer.advance(1);
                self.array(lexer, depth)
            }
            b'<' if lexer.starts_with("<<")? => {
                lexer.advance(2);
                self.dictionary(lexer, depth)
            }
            b'<' => {
                lexer.advance(1);
                Ok(Object::String(lexer.hex_string()?, StringFormat::Hexadecimal))
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => number_or_reference(lexer),
            _ => word(lexer),
        }
    }

    fn array(&mut self, lexer: &mut Lexer<'_>, depth: u32) -> Result<Object, Fault> {
        let mut items = Vec::new();
        loop {
            lexer.skip_space();
            if lexer.peek("the end of an array")? == b']' {
                lexer.advance(1);
                return Ok(Object::Array(items));
            }
            items.push(self.object(lexer, depth + 1)?);
        }
    }

    fn dictionary(&mut self, lexer: &mut Lexer<'_>, depth: u32) -> Result<Object, Fault> {
        let mut dictionary = Dictionary::new();
        loop {
            lexer.skip_space();
            if lexer.starts_with(">>")? {
                lexer.advance(2);
                return Ok(Object::Dictionary(dictionary));
            }
            let start = lexer.at();
            if lexer.next("the end of a dictionary")? != b'/' {
                lexer.seek(start);
                return Err(lexer.syntax("a key or the end of a dictionary"));
            }
            let key = lexer.name()?;
            lexer.skip_space();
            let value_start = lexer.at();
            let value = self.object(lexer, depth + 1)?;
            if depth == 0
                && let Some(entries) = &mut self.entries
            {
                let end = lexer.at();
                entries.push(Entry { key: key.clone(), span: start..end, value: value_start..end });
            }
            if self.repeated.is_none() && dictionary.has(&key) {
                self.repeated = Some(key.clone());
            }
            dictionary.set(key, value);
        }
    }
}

/// `N G R`, if that stands here; the place is kept otherwise.
pub(crate) fn reference(lexer: &mut Lexer<'_>) -> Result<Option<ObjectId>, Fault> {
    let start = lexer.at();
    if let Some(id) = lexer.id()? {
        lexer.skip_space();
        if lexer.regular()? == b"R" {
            return Ok(Some(id));
        }
    }
    lexer.seek(start);
    Ok(None)
}

fn number_or_reference(lexer: &mut Lexer<'_>) -> Result<Object, Fault> {
    if let Some(id) = reference(lexer)? {
        return Ok(Object::Reference(id));
    }
    Ok(match lexer.number()? {
        Number::Integer(value) => Object::Integer(value),
        Number::Real(value) => Object::Real(value),
    })
}

pub(crate) fn word(lexer: &mut Lexer<'_>) -> Result<Object, Fault> {
    let start = lexer.at();
    match lexer.regular()? {
        b"true" => Ok(Object::Boolean(true)),
        b"false" => Ok(Object::Boolean(false)),
        b"null" => Ok(Object::Null),
        _ => {
            lexer.seek(start);
            Err(lexer.syntax("an object"))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &[u8]) -> Result<Object, Fault> {
        value(&mut Lexer::new(text, true)).map(|parsed| parsed.object)
    }

    #[test]
    fn every_kind_of_object_reads_as_the_standard_writes_it() {
        let found =
            read(b"<</A 1/B -.5/C(a\\(\\051\\\n\\7)/D<48 6>/E[true null 12 0 R 12 0]/#46 4.%x\n>>").unwrap();
        assert_eq!(
            format!("{found:?}"),
            "<</A 1/B -0.5/C (a()\u{7})/D <4860>/E [true Null 12 0 R 12 0]/F 4>>"
        );
    }

    #[test]
    fn a_token_at_the_end_of_the_window_asks_for_more() {
        for text in [&b"12"[..], b"12 0", b"12 0 ", b"/Na", b"(ab", b"<ab", b"[1 2", b"<</A", b"<", b"tru"] {
            let found = value(&mut Lexer::new(text, false)).map(|parsed| parsed.object);
            assert_eq!(found.unwrap_err(), Fault::EndOfWindow, "{}", String::from_utf8_lossy(text));
        }
    }

    #[test]
    fn too_deep_and_too_many_are_named() {
        assert!(matches!(read(&b"[".repeat(500)), Err(Fault::TooMany { .. })));
        assert!(matches!(read(&[b"[".to_vec(), b"0 ".repeat(300_000)].concat()), Err(Fault::TooMany { .. })));
    }

    #[test]
    fn a_repeated_key_is_seen() {
        let parsed = value(&mut Lexer::new(b" <</A 1/B 2/A 3>>", true)).unwrap();
        assert_eq!(parsed.entries.iter().filter(|e| e.key == b"A").count(), 2);
        for (text, repeated) in [
            (" <</A 1/B 2/A 3>>", Some("A")),
            ("<</A 1/#41 2>>", Some("A")),
            ("<</A 1/B[0<</A 2/C<</D 1/E 2/D 3>>>>]>>", Some("D")),
            ("[<</A 1>><</A 2>>]", None),
            ("<</A<</A<</A 1>>>>/B(/A/A)>>", None),
        ] {
            let parsed = value(&mut Lexer::new(text.as_bytes(), true)).unwrap();
            assert_eq!(parsed.repeated.as_deref(), repeated.map(str::as_bytes), "{text}");
        }
        assert_eq!(parsed.entries[1].value, 10..11);
    }
}
