//! What the phone shows beside the name of who asks: 100 bytes, in one of two alphabets.

use crate::error::Error;

/// A text in the alphabet that the phone needs for it. The smaller one, of which more goes into a message, is taken when
/// it has all the characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayText {
    text: String,
    format: Format,
}

/// `displayTextFormat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// The GSM 7-bit default alphabet, 3GPP TS 23.038 §6.2.1.
    Gsm7,
    /// Two bytes for every character of the Basic Multilingual Plane.
    Ucs2,
}

/// Bytes of a text, Mobile-ID API 3.2.3.
const MAXIMUM: usize = 100;
/// The most characters of the extension table, which the same clause names…
const EXTENDED: usize = 5;
/// …with these.
const EXTENSION: &str = "€[]^|{}\\";
/// The rest of the alphabet, without control characters and beside letters and digits of ASCII.
const DEFAULT: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";

impl DisplayText {
    /// A text that fits.
    ///
    /// # Errors
    /// [`Error::Interaction`] when it is empty, has characters that no phone shows, or needs more than 100 bytes.
    pub fn new(text: &str) -> Result<Self, Error> {
        let fault = |fault| Err(Error::Interaction { interaction: "displayText", fault });
        if text.trim().is_empty() {
            return fault("empty text");
        }
        if text.chars().any(char::is_control) {
            return fault("control character");
        }
        let (format, bytes) = match gsm7(text) {
            Some(bytes) => (Format::Gsm7, bytes),
            None if text.chars().all(|c| c.len_utf16() == 1) => (Format::Ucs2, 2 * text.chars().count()),
            None => return fault("character outside UCS-2"),
        };
        if bytes > MAXIMUM { fault("text too long") } else { Ok(Self { text: text.to_owned(), format }) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// `displayTextFormat`.
    pub const fn format(&self) -> &'static str {
        match self.format {
            Format::Gsm7 => "GSM-7",
            Format::Ucs2 => "UCS-2",
        }
    }
}

/// The length in the GSM alphabet, if it has all the characters. One of the extension table takes the place of two; a
/// text with more of them than allowed is none.
fn gsm7(text: &str) -> Option<usize> {
    let mut extended = 0;
    for character in text.chars() {
        if EXTENSION.contains(character) {
            extended += 1;
        } else if !character.is_ascii_alphanumeric() && !DEFAULT.contains(character) {
            return None;
        }
    }
    (extended <= EXTENDED).then(|| text.chars().count() + extended)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn format(text: &str) -> &'static str {
        DisplayText::new(text).unwrap().format()
    }

    fn fault(text: &str) -> &'static str {
        match DisplayText::new(text) {
            Err(Error::Interaction { interaction: "displayText", fault }) => fault,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_smaller_alphabet_is_taken_when_it_is_enough() {
        assert_eq!(format("Sign loan_agreement (2).pdf?"), "GSM-7");
        assert_eq!(format("Öö Üü Ää Å: 5 € [x]"), "GSM-7");
        for text in ["Õun.pdf", "šarv.pdf", "ąčęė.pdf", "Договор.pdf", "a~b", "a`b", "a…b"] {
            assert_eq!(format(text), "UCS-2", "{text}");
        }
    }

    #[test]
    fn a_hundred_bytes_are_counted_and_not_characters() {
        assert_eq!(format(&"a".repeat(100)), "GSM-7");
        assert_eq!(fault(&"a".repeat(101)), "text too long");
        assert_eq!(format(&format!("{}{}", "€".repeat(5), "a".repeat(90))), "GSM-7");
        assert_eq!(fault(&format!("{}{}", "€".repeat(5), "a".repeat(91))), "text too long");
        assert_eq!(format(&"õ".repeat(50)), "UCS-2");
        assert_eq!(fault(&"õ".repeat(51)), "text too long");
        // A sixth character of the extension table makes it a text of the other alphabet.
        assert_eq!(format("{a}[b]"), "GSM-7");
        assert_eq!(format("{a}[b]^|"), "UCS-2");
        assert_eq!(fault(&format!("{{a}}[b]^|{}", "c".repeat(43))), "text too long");
    }

    #[test]
    fn what_no_phone_shows_is_refused() {
        assert_eq!(fault(" "), "empty text");
        assert_eq!(fault("a\nb"), "control character");
        assert_eq!(fault("𝕏.pdf"), "character outside UCS-2");
    }
}
