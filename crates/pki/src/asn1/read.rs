//! Reading definite-length TLVs as slices of the input: nothing is copied, nothing is written anew.

use std::ops::Range;

use const_oid::ObjectIdentifier;

use super::tag;
use crate::error::Error;
use crate::time::{Calendar, Time};

/// One element: identifier, contents, and both together as they stand in the input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tlv<'a> {
    pub tag: u8,
    pub raw: &'a [u8],
    pub value: &'a [u8],
}

/// A cursor over the elements of one constructed value. `what` names it in errors.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    what: &'static str,
}

/// Identifier octet and the lengths of header and contents; `None` for high tag numbers, indefinite or overlong lengths.
fn header(bytes: &[u8]) -> Option<(u8, usize, usize)> {
    let (&identifier, &first) = (bytes.first()?, bytes.get(1)?);
    if identifier & 0x1f == 0x1f {
        return None;
    }
    match first {
        0..=0x7f => Some((identifier, 2, usize::from(first))),
        0x81..=0x84 => {
            let count = usize::from(first & 0x7f);
            let digits = bytes.get(2..2 + count)?;
            let length = digits.iter().fold(0usize, |n, d| n << 8 | usize::from(*d));
            Some((identifier, 2 + count, length))
        }
        _ => None,
    }
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8], what: &'static str) -> Self {
        Reader { rest: bytes, what }
    }

    pub fn error(&self) -> Error {
        Error::malformed(self.what)
    }

    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Identifier octet of the next element.
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next element, whatever it is.
    pub fn any(&mut self) -> Result<Tlv<'a>, Error> {
        let error = || Error::malformed(self.what);
        let (tag, start, length) = header(self.rest).ok_or_else(error)?;
        let end = start.checked_add(length).ok_or_else(error)?;
        let (raw, rest) = self.rest.split_at_checked(end).ok_or_else(error)?;
        let value = raw.get(start..).ok_or_else(error)?;
        self.rest = rest;
        Ok(Tlv { tag, raw, value })
    }

    /// The next element, which must have this tag.
    pub fn expect(&mut self, tag: u8) -> Result<Tlv<'a>, Error> {
        if self.peek() == Some(tag) { self.any() } else { Err(self.error()) }
    }

    /// The next element if it has this tag.
    pub fn optional(&mut self, tag: u8) -> Result<Option<Tlv<'a>>, Error> {
        if self.peek() == Some(tag) { self.any().map(Some) } else { Ok(None) }
    }

    /// The contents of the next element, which must have this tag, to be read in turn.
    pub fn inside(&mut self, tag: u8, what: &'static str) -> Result<Reader<'a>, Error> {
        Ok(Reader::new(self.expect(tag)?.value, what))
    }

    /// Nothing may follow.
    pub fn finish(&self) -> Result<(), Error> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.error()) }
    }
}

/// What certificates and lists have in common: something that is signed, how, and the signature (RFC 5280 §4.1.1, §5.1.1).
pub(crate) struct Signed<'a> {
    pub tbs: Tlv<'a>,
    pub algorithm: Tlv<'a>,
    pub signature: &'a [u8],
}

impl<'a> Signed<'a> {
    pub fn read(der: &'a [u8], what: &'static str) -> Result<Self, Error> {
        let mut outer = whole(der, tag::SEQUENCE, what)?;
        let tbs = outer.expect(tag::SEQUENCE)?;
        let algorithm = outer.expect(tag::SEQUENCE)?;
        let signature = outer.expect(tag::BIT_STRING)?.octets(what)?;
        outer.finish()?;
        Ok(Self { tbs, algorithm, signature })
    }
}

/// Where a part of `whole` stands in it.
pub(crate) fn place(whole: &[u8], part: &[u8]) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize);
    start..start + part.len()
}

/// `bytes` as exactly one element of this tag; a reader over its contents.
pub(crate) fn whole<'a>(bytes: &'a [u8], tag: u8, what: &'static str) -> Result<Reader<'a>, Error> {
    let mut outer = Reader::new(bytes, what);
    let inner = outer.inside(tag, what)?;
    outer.finish()?;
    Ok(inner)
}

impl<'a> Tlv<'a> {
    pub fn inside(&self, what: &'static str) -> Reader<'a> {
        Reader::new(self.value, what)
    }

    pub fn oid(&self, what: &'static str) -> Result<ObjectIdentifier, Error> {
        if self.tag != tag::OID {
            return Err(Error::malformed(what));
        }
        ObjectIdentifier::from_bytes(self.value).map_err(|_| Error::malformed(what))
    }

    /// An unsigned number that fits.
    pub fn number(&self, what: &'static str) -> Result<u64, Error> {
        let digits = unsigned(self.value);
        if self.value.first().is_none_or(|first| first & 0x80 != 0) || digits.len() > 8 {
            return Err(Error::malformed(what));
        }
        Ok(digits.iter().fold(0, |n, d| n << 8 | u64::from(*d)))
    }

    pub fn boolean(&self, what: &'static str) -> Result<bool, Error> {
        match self.value {
            [value] => Ok(*value != 0),
            _ => Err(Error::malformed(what)),
        }
    }

    /// The bytes of a BIT STRING and how many bits of the last one are unused.
    pub fn bits(&self, what: &'static str) -> Result<(&'a [u8], u8), Error> {
        match self.value.split_first() {
            Some((unused @ 0..8, bytes)) if *unused == 0 || !bytes.is_empty() => Ok((bytes, *unused)),
            _ => Err(Error::malformed(what)),
        }
    }

    /// A BIT STRING that is a whole number of bytes.
    pub fn octets(&self, what: &'static str) -> Result<&'a [u8], Error> {
        match self.bits(what)? {
            (bytes, 0) => Ok(bytes),
            _ => Err(Error::malformed(what)),
        }
    }

    /// UTCTime or GeneralizedTime, in `Z`. Two-digit years are read by RFC 5280 §4.1.2.5.1: 50 and later are 19xx.
    pub fn time(&self, what: &'static str) -> Result<Time, Error> {
        let calendar = match self.tag {
            tag::UTC_TIME => utc_time(self.value),
            tag::GENERALIZED_TIME => generalized_time(self.value),
            _ => None,
        };
        calendar.and_then(Time::from_calendar).ok_or(Error::malformed(what))
    }
}

/// The digits of a non-negative INTEGER without leading zeros.
pub(crate) fn unsigned(integer: &[u8]) -> &[u8] {
    let zeros = integer.iter().take_while(|byte| **byte == 0).count();
    integer.get(zeros..).unwrap_or(&[])
}

/// The shortest contents of the same INTEGER, so that serial numbers written carelessly compare equal.
pub(crate) fn shortest(mut integer: &[u8]) -> &[u8] {
    while let [0, 0..=0x7f, ..] | [0xff, 0x80..=0xff, ..] = integer {
        integer = integer.get(1..).unwrap_or(&[]);
    }
    integer
}

fn utc_time(text: &[u8]) -> Option<Calendar> {
    let year = two(text, 0)?;
    let century = if year >= 50 { 1900 } else { 2000 };
    // Seconds may be left out in BER; old signing-time attributes do so.
    match text.len() {
        13 => fields(text.get(2..)?, century + i64::from(year), true),
        11 => fields(text.get(2..)?, century + i64::from(year), false),
        _ => None,
    }
}

fn generalized_time(text: &[u8]) -> Option<Calendar> {
    let year = i64::from(two(text, 0)?) * 100 + i64::from(two(text, 2)?);
    fields(text.get(4..)?, year, true)
}

/// `MMDDhhmm[ss[.fff]]Z`
fn fields(text: &[u8], year: i64, seconds: bool) -> Option<Calendar> {
    let end = if seconds { 10 } else { 8 };
    let millisecond = match text.get(end..)? {
        b"Z" => 0,
        [b'.' | b',', decimals @ .., b'Z']
            if !decimals.is_empty() && decimals.iter().all(u8::is_ascii_digit) =>
        {
            let place = |at: usize| decimals.get(at).map_or(0, |d| u16::from(d - b'0'));
            place(0) * 100 + place(1) * 10 + place(2)
        }
        _ => return None,
    };
    Some(Calendar {
        year,
        month: two(text, 0)?,
        day: two(text, 2)?,
        hour: two(text, 4)?,
        minute: two(text, 6)?,
        second: if seconds { two(text, 8)? } else { 0 },
        millisecond,
    })
}

fn two(text: &[u8], at: usize) -> Option<u8> {
    match text.get(at..at + 2)? {
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some((a - b'0') * 10 + (b - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_that_lie_are_refused() {
        for bytes in [
            &[0x30u8, 5, 1][..],
            &[0x30, 0x80, 0, 0],
            &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
            &[0x1f, 1, 0],
            &[0x30],
            &[],
        ] {
            assert!(Reader::new(bytes, "x").any().is_err(), "{bytes:02x?}");
        }
    }

    #[test]
    fn times_of_both_kinds() {
        let time = |tag, value| Tlv { tag, raw: &[], value }.time("t").map(|t| t.to_string());
        assert_eq!(time(tag::UTC_TIME, b"260324093224Z").as_deref(), Ok("2026-03-24T09:32:24Z"));
        assert_eq!(time(tag::UTC_TIME, b"500101000000Z").as_deref(), Ok("1950-01-01T00:00:00Z"));
        assert_eq!(
            time(tag::GENERALIZED_TIME, b"20260324093224.12Z").as_deref(),
            Ok("2026-03-24T09:32:24.120Z")
        );
        for bad in [&b"20260324093224"[..], b"20261324093224Z", b"20260324093224.Z", b"", b"2026"] {
            assert!(time(tag::GENERALIZED_TIME, bad).is_err());
        }
    }
}
