//! A password as bytes.

use super::modern::MAX_PASSWORD;
use crate::text;

/// ISO 32000-2 §7.6.4.3.2: SASLprep (RFC 4013), UTF-8. What was typed follows, since some producers prepare nothing.
pub(super) fn prepared(password: &str) -> Vec<Vec<u8>> {
    let prepared = stringprep::saslprep(password).ok();
    distinct(prepared.iter().map(|text| text.as_bytes()).chain([password.as_bytes()]), MAX_PASSWORD)
}

/// ISO 32000-1 §7.6.3.3: PDFDocEncoding. UTF-8 follows, which some producers take.
pub(super) fn document_encoded(password: &str) -> Vec<Vec<u8>> {
    let encoded: Option<Vec<u8>> = password.chars().map(text::document_byte).collect();
    distinct(encoded.iter().map(Vec::as_slice).chain([password.as_bytes()]), 32)
}

fn distinct<'a>(candidates: impl Iterator<Item = &'a [u8]>, longest: usize) -> Vec<Vec<u8>> {
    let mut found: Vec<Vec<u8>> = Vec::new();
    for candidate in candidates {
        let candidate: Vec<u8> = candidate.iter().copied().take(longest).collect();
        if !found.contains(&candidate) {
            found.push(candidate);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_tried_as_the_standard_and_as_producers_write_it() {
        assert_eq!(document_encoded("p\u{e4}ike"), [b"p\xe4ike".to_vec(), "p\u{e4}ike".into()]);
        assert_eq!(document_encoded("plain"), [b"plain".to_vec()]);
        assert_eq!(document_encoded("\u{444}"), ["\u{444}".as_bytes().to_vec()]);
        // A soft hyphen is nothing to SASLprep, a Roman nine is two letters (RFC 4013 §3).
        assert_eq!(prepared("I\u{ad}X"), [b"IX".to_vec(), "I\u{ad}X".into()]);
        assert_eq!(prepared("\u{2168}"), [b"IX".to_vec(), "\u{2168}".into()]);
    }
}
