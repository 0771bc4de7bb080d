//! A dictionary edited as text, so that what is not touched keeps every digit, escape and blank. A value read and
//! written again would lose decimals of its numbers, and a comparison with a signed revision would show a change.

use lopdf::{Object, ObjectId};

use crate::{
    lexer::Lexer,
    object::{self, Entry, Parsed},
};

/// The text of a dictionary, and where its entries stand in it.
#[derive(Debug, Clone)]
pub(crate) struct DictionaryText {
    text: Vec<u8>,
    entries: Vec<Entry>,
}

impl DictionaryText {
    /// Nothing when the text is of another object.
    pub(crate) fn parse(text: &[u8]) -> Option<Self> {
        let parsed = object::value(&mut Lexer::new(text, true)).ok()?;
        let text = text.get(parsed.span.clone())?.to_vec();
        Self::new(text, parsed.rebased())
    }

    fn new(text: Vec<u8>, parsed: Parsed) -> Option<Self> {
        matches!(parsed.object, Object::Dictionary(_)).then_some(Self { text, entries: parsed.entries })
    }

    pub(crate) fn into_text(self) -> Vec<u8> {
        self.text
    }

    pub(crate) fn has(&self, key: &[u8]) -> bool {
        self.value(key).is_some()
    }

    /// The text of a value; null is none. Of a repeated key the last counts, as for the reader.
    pub(crate) fn value(&self, key: &[u8]) -> Option<&[u8]> {
        let entry = self.entries.iter().rfind(|entry| entry.key == key)?;
        self.text.get(entry.value.clone()).filter(|text| *text != b"null")
    }

    /// The value as a reference.
    pub(crate) fn reference(&self, key: &[u8]) -> Option<ObjectId> {
        let parsed = object::value(&mut Lexer::new(self.value(key)?, true)).ok()?;
        parsed.object.as_reference().ok()
    }

    /// The value as an integer.
    pub(crate) fn integer(&self, key: &[u8]) -> Option<i64> {
        let parsed = object::value(&mut Lexer::new(self.value(key)?, true)).ok()?;
        parsed.object.as_i64().ok()
    }

    /// Puts `value` in the place of the key's value, or a new entry at the end. `key` has only regular characters.
    #[must_use]
    pub(crate) fn set(self, key: &str, value: &[u8]) -> Option<Self> {
        let mut text = self.text.clone();
        let mut places = self.entries.iter().filter(|entry| entry.key == key.as_bytes());
        let first = places.next();
        // From the end, so that the places before stay right.
        for repeated in places.collect::<Vec<_>>().into_iter().rev() {
            text.drain(repeated.span.clone());
        }
        match first {
            Some(entry) => {
                let spaced = [b" ", value].concat();
                text.splice(entry.value.clone(), spaced);
            }
            None => {
                let end = text.len().checked_sub(2)?;
                let entry = [b"/", key.as_bytes(), b" ", value].concat();
                text.splice(end..end, entry);
            }
        }
        Self::parse(&text)
    }
}

/// The text of an array with one more element.
pub(crate) fn pushed(array: &[u8], element: &str) -> Option<Vec<u8>> {
    let inner = array.strip_suffix(b"]")?;
    Some([inner, b" ", element.as_bytes(), b"]"].concat())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn set(text: &str, key: &str, value: &str) -> String {
        let edited = DictionaryText::parse(text.as_bytes()).unwrap().set(key, value.as_bytes()).unwrap();
        String::from_utf8(edited.into_text()).unwrap()
    }

    #[test]
    fn what_is_not_touched_keeps_its_spelling() {
        let text = "<< /MediaBox [0 0 595.2755900 841.89] % a4\n /A#6ex(\\050)/Annots[1 0 R]/B 1>>";
        assert_eq!(set(text, "Annots", "9 0 R"), text.replace("/Annots[1 0 R]", "/Annots 9 0 R"));
        assert_eq!(set(text, "New", "[1]"), text.replace("/B 1>>", "/B 1/New [1]>>"));
    }

    #[test]
    fn a_repeated_key_is_written_once() {
        assert_eq!(set("<</A 1/B 2/A 3>>", "A", "4"), "<</A  4/B 2>>");
    }

    #[test]
    fn an_array_grows_at_its_end() {
        assert_eq!(pushed(b"[1 0 R %x\n]", "2 0 R").unwrap(), b"[1 0 R %x\n 2 0 R]");
    }
}
