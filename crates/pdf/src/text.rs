//! Text strings (ISO 32000-1 §7.9.2.2).

use lopdf::{Object, StringFormat};

/// PDFDocEncoding where it differs from Latin-1 (annex D.2): from 0x18 and from 0x80 on.
const FROM_18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
const FROM_80: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ',
    'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];

/// Begins and ends what tells the language of a text, and is no part of it (ISO 32000-2 §7.9.2.2).
const ESCAPE: char = '\u{1b}';

/// The text of a text string: UTF-16 or UTF-8 behind its mark, else PDFDocEncoding.
pub(crate) fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => without_languages(&utf16(rest, u16::from_be_bytes)),
        // Not allowed, and written all the same.
        [0xff, 0xfe, rest @ ..] => without_languages(&utf16(rest, u16::from_le_bytes)),
        [0xef, 0xbb, 0xbf, rest @ ..] => without_languages(&String::from_utf8_lossy(rest)),
        _ => bytes.iter().map(|&byte| document_character(byte)).collect(),
    }
}

fn without_languages(text: &str) -> String {
    text.split(ESCAPE).step_by(2).collect()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn document_character(byte: u8) -> char {
    let special = match byte {
        0x18..=0x1f => FROM_18.get(usize::from(byte - 0x18)),
        0x80..=0xa0 => FROM_80.get(usize::from(byte - 0x80)),
        _ => None,
    };
    special.copied().unwrap_or(char::from(byte))
}

/// The byte that PDFDocEncoding has for a character.
pub(crate) fn document_byte(character: char) -> Option<u8> {
    (0..=u8::MAX)
        .find(|&byte| document_character(byte) == character && character != char::REPLACEMENT_CHARACTER)
}

/// A text string: as it is when it is printable ASCII, else UTF-16 behind its mark.
pub(crate) fn encode(text: &str) -> Object {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Object::String(text.into(), StringFormat::Literal);
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xfe, 0xff].into_iter().chain(units).collect(), StringFormat::Hexadecimal)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_of_the_baltics_come_back_as_they_went() {
        for name in ["Mari-Liis Männik", "Ģirts Ķēniņš", "Žydrūnė", "Юрий", "plain (text)", "𝄞"]
        {
            assert_eq!(decode(encode(name).as_str().unwrap()), name);
        }
    }

    #[test]
    fn the_language_of_a_text_is_no_part_of_it() {
        let escaped = |text: &str| {
            let units = text.encode_utf16().flat_map(u16::to_be_bytes);
            decode(&[0xfe, 0xff].into_iter().chain(units).collect::<Vec<u8>>())
        };
        assert_eq!(escaped("\u{1b}en\u{1b}Am\u{1b}etEE\u{1b}ount"), "Amount");
        assert_eq!(escaped("Amount\u{1b}en"), "Amount");
        assert_eq!(decode(b"\xef\xbb\xbf\x1ben\x1bAmount"), "Amount");
    }

    #[test]
    fn the_old_encoding_reads_by_its_table() {
        assert_eq!(decode(b"\x80\x84\xa0\xe4\x18"), "•—€ä˘");
    }
}
