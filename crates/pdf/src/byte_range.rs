//! `/ByteRange` and the hole in it (ISO 32000-1 §12.8.1, EN 319 142-1 §5.2).

use std::ops::Range;

use lopdf::Object;

use crate::{
    error::{ByteRangeFault, Error},
    input::Input,
    lexer::decode_hex,
};

/// Longest hole that is read: a signature of 16 MiB, in hexadecimal.
const MAX_HOLE: u64 = 32 << 20;

/// `[0 a b c]` with `0 < a ≤ b`, `0 < c` and `b + c` not behind the end of the file.
pub(crate) fn check(value: &Object, len: u64) -> Result<[u64; 4], ByteRangeFault> {
    let items = match value {
        Object::Null => return Err(ByteRangeFault::Missing),
        Object::Array(items) => items,
        _ => return Err(ByteRangeFault::NotAnArray),
    };
    let mut numbers = [0_u64; 4];
    if items.len() != numbers.len() {
        return Err(ByteRangeFault::WrongCount { count: items.len() });
    }
    for (index, (item, number)) in items.iter().zip(&mut numbers).enumerate() {
        let value = item.as_i64().map_err(|_| ByteRangeFault::NotAnInteger { index })?;
        *number = u64::try_from(value).map_err(|_| ByteRangeFault::Negative { index, value })?;
    }
    let [start, first, second, last] = numbers;
    let end = second.checked_add(last).ok_or(ByteRangeFault::Overflow)?;
    match () {
        () if start != 0 => Err(ByteRangeFault::StartNotZero { start }),
        () if first == 0 => Err(ByteRangeFault::EmptyRange { index: 0 }),
        () if last == 0 => Err(ByteRangeFault::EmptyRange { index: 1 }),
        () if second < first => Err(ByteRangeFault::Overlap { first_end: first, second }),
        () if end > len => Err(ByteRangeFault::BeyondFile { end, len }),
        () => Ok(numbers),
    }
}

/// The gap between the two ranges.
pub(crate) fn hole(range: [u64; 4]) -> Range<u64> {
    range[1]..range[2]
}

/// Whether the hole is one hexadecimal string, delimiters included, of the value `contents`.
pub(crate) fn holds(input: &Input<'_>, hole: &Range<u64>, contents: &[u8]) -> Result<bool, Error> {
    let len = hole.end.saturating_sub(hole.start);
    // A string of n bytes takes 2n + 2, and one digit less when the last is 0.
    if len > MAX_HOLE || len.saturating_add(1) < (contents.len() as u64).saturating_mul(2).saturating_add(2) {
        return Ok(false);
    }
    input.budget().spend(len)?;
    let bytes = input.bytes(hole.start, len)?;
    let inner = bytes.strip_prefix(b"<").and_then(|rest| rest.strip_suffix(b">"));
    Ok(inner.and_then(decode_hex).is_some_and(|value| value == contents))
}
