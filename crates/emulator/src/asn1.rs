//! DER, written by hand: the emulator signs what no library would let it sign.

use const_oid::ObjectIdentifier;
use der::{DateTime, Encode};

/// SEQUENCE of already encoded elements.
pub fn sequence(elements: &[Vec<u8>]) -> Vec<u8> {
    tagged(0x30, &elements.concat())
}

/// SET OF already encoded elements, sorted as DER demands (X.690 §11.6).
pub fn set_of(elements: &[Vec<u8>]) -> Vec<u8> {
    let mut sorted = elements.to_vec();
    sorted.sort();
    tagged(0x31, &sorted.concat())
}

/// Any tag over `content`.
pub fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match content.len() {
        short @ 0..=0x7f => out.push(short as u8),
        long => {
            let bytes = long.to_be_bytes();
            let significant = &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..];
            out.push(0x80 | significant.len() as u8);
            out.extend_from_slice(significant);
        }
    }
    out.extend_from_slice(content);
    out
}

/// `[number]` around encoded elements: EXPLICIT, or IMPLICIT over a constructed type.
pub fn context(number: u8, content: &[u8]) -> Vec<u8> {
    tagged(0xa0 | number, content)
}

/// `[number] IMPLICIT` over a primitive type.
pub fn context_primitive(number: u8, content: &[u8]) -> Vec<u8> {
    tagged(0x80 | number, content)
}

/// OBJECT IDENTIFIER.
pub fn oid(value: ObjectIdentifier) -> Vec<u8> {
    tagged(0x06, value.as_bytes())
}

/// INTEGER from unsigned big-endian bytes.
pub fn integer(unsigned: &[u8]) -> Vec<u8> {
    let significant = &unsigned[unsigned.iter().take_while(|byte| **byte == 0).count()..];
    match significant.first() {
        None => tagged(0x02, &[0]),
        Some(first) if *first >= 0x80 => tagged(0x02, &[&[0], significant].concat()),
        Some(_) => tagged(0x02, significant),
    }
}

/// BOOLEAN TRUE.
pub fn truth() -> Vec<u8> {
    tagged(0x01, &[0xff])
}

/// NULL.
pub fn null() -> Vec<u8> {
    tagged(0x05, &[])
}

/// OCTET STRING.
pub fn octets(content: &[u8]) -> Vec<u8> {
    tagged(0x04, content)
}

/// BIT STRING of whole octets.
pub fn bits(content: &[u8]) -> Vec<u8> {
    tagged(0x03, &[&[0], content].concat())
}

/// UTF8String.
pub fn utf8(text: &str) -> Vec<u8> {
    tagged(0x0c, text.as_bytes())
}

/// PrintableString; the caller knows that the text is printable.
pub fn printable(text: &str) -> Vec<u8> {
    tagged(0x13, text.as_bytes())
}

/// IA5String; the caller knows that the text is ASCII.
pub fn ia5(text: &str) -> Vec<u8> {
    tagged(0x16, text.as_bytes())
}

/// `Time` of RFC 5280 §4.1.2.5: UTCTime through 2049, then GeneralizedTime.
pub fn time(millis: i64) -> Vec<u8> {
    match calendar(millis) {
        date if date.year() < 2050 => tagged(0x17, &digits(date)[2..]),
        date => tagged(0x18, &digits(date)),
    }
}

/// GeneralizedTime in whole seconds.
pub fn generalized_time(millis: i64) -> Vec<u8> {
    tagged(0x18, &digits(calendar(millis)))
}

/// A date and a time as ISO 8601 writes them, without a zone.
pub fn iso8601(millis: i64) -> String {
    let date = calendar(millis);
    let (year, month, day) = (date.year(), date.month(), date.day());
    let (hour, minute, second) = (date.hour(), date.minutes(), date.seconds());
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

fn digits(date: DateTime) -> Vec<u8> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let (hour, minute, second) = (date.hour(), date.minutes(), date.seconds());
    format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z").into_bytes()
}

/// The calendar date of a moment; moments before 1970 count as 1970.
fn calendar(millis: i64) -> DateTime {
    let since = std::time::Duration::from_secs(u64::try_from(millis.div_euclid(1000)).unwrap_or(0));
    DateTime::from_unix_duration(since).unwrap_or(DateTime::INFINITY)
}

/// Encodes a value of the `der` crate; such values are small and cannot fail to encode.
pub fn encoded(value: &impl Encode) -> Vec<u8> {
    value.to_der().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_signs_are_minimal() {
        assert_eq!(tagged(0x04, &[7; 0x80])[..3], [0x04, 0x81, 0x80]);
        assert_eq!(tagged(0x04, &[7; 0x1234])[..4], [0x04, 0x82, 0x12, 0x34]);
        assert_eq!(integer(&[0, 0, 0x80]), [0x02, 0x02, 0x00, 0x80]);
        assert_eq!(integer(&[]), [0x02, 0x01, 0x00]);
    }

    #[test]
    fn dates_change_their_form_in_2050() {
        assert_eq!(time(0), b"\x17\x0d700101000000Z");
        assert_eq!(time(2_524_608_000_000), b"\x18\x0f20500101000000Z");
    }
}
