//! Writing DER from its parts.

use const_oid::ObjectIdentifier;

use super::tag;

/// One element with these contents.
pub(crate) fn tlv(tag: u8, value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len() + 6);
    out.push(tag);
    match value.len() {
        length @ 0..=0x7f => out.push(length as u8),
        length => {
            let digits = length.to_be_bytes();
            let digits = super::read::unsigned(&digits);
            out.push(0x80 | digits.len() as u8);
            out.extend_from_slice(digits);
        }
    }
    out.extend_from_slice(value);
    out
}

/// One constructed element from its elements in order.
pub(crate) fn of(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    tlv(tag, &parts.concat())
}

/// SEQUENCE of these elements.
pub(crate) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    of(tag::SEQUENCE, parts)
}

/// SET OF, or `[n] IMPLICIT SET OF`, sorted as DER asks (X.690 §11.6). Complete encodings are never prefixes of one
/// another, so comparing bytes is the whole rule.
pub(crate) fn set_of(tag: u8, mut elements: Vec<Vec<u8>>) -> Vec<u8> {
    elements.sort();
    tlv(tag, &elements.concat())
}

pub(crate) fn oid(oid: &ObjectIdentifier) -> Vec<u8> {
    tlv(tag::OID, oid.as_bytes())
}

pub(crate) fn octets(bytes: &[u8]) -> Vec<u8> {
    tlv(tag::OCTET_STRING, bytes)
}

pub(crate) fn null() -> Vec<u8> {
    tlv(tag::NULL, &[])
}

pub(crate) fn boolean(value: bool) -> Vec<u8> {
    tlv(tag::BOOLEAN, &[if value { 0xff } else { 0 }])
}

/// A non-negative INTEGER from big-endian digits, minimal.
pub(crate) fn unsigned(digits: &[u8]) -> Vec<u8> {
    let digits = super::read::unsigned(digits);
    match digits.first() {
        None => tlv(tag::INTEGER, &[0]),
        Some(first) if first & 0x80 != 0 => tlv(tag::INTEGER, &[&[0], digits].concat()),
        Some(_) => tlv(tag::INTEGER, digits),
    }
}

pub(crate) fn number(value: u64) -> Vec<u8> {
    unsigned(&value.to_be_bytes())
}

/// AlgorithmIdentifier without parameters.
pub(crate) fn algorithm(id: &ObjectIdentifier) -> Vec<u8> {
    sequence(&[&oid(id)])
}

/// AlgorithmIdentifier with NULL parameters.
pub(crate) fn algorithm_null(id: &ObjectIdentifier) -> Vec<u8> {
    sequence(&[&oid(id), &null()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_minimal() {
        assert_eq!(tlv(4, &[0; 127]).get(..2), Some(&[4, 127][..]));
        assert_eq!(tlv(4, &[0; 128]).get(..3), Some(&[4, 0x81, 128][..]));
        assert_eq!(tlv(4, &[0; 65536]).get(..5), Some(&[4, 0x83, 1, 0, 0][..]));
    }

    #[test]
    fn numbers_are_positive_and_minimal() {
        assert_eq!(unsigned(&[0, 0, 0x80]), [2, 2, 0, 0x80]);
        assert_eq!(number(0), [2, 1, 0]);
        assert_eq!(number(0x7f), [2, 1, 0x7f]);
    }
}
