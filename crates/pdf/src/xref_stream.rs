//! The cross-reference stream (ISO 32000-1 §7.5.8).

use std::sync::Arc;

use lopdf::{Dictionary, Object};

use crate::{
    error::Error,
    filter,
    input::Input,
    object::{self, Body},
    objection::is_direct,
    xref::{Entry, Part, Rows, Subsection},
};

/// A stream as read.
pub(crate) struct Stream {
    pub(crate) part: Part,
    pub(crate) dictionary: Dictionary,
    /// A key that stands twice in it.
    pub(crate) repeated: Option<Vec<u8>>,
    /// Behind the stream's data.
    pub(crate) end: u64,
}

pub(crate) fn read(input: &Input<'_>, offset: u64) -> Result<Stream, Error> {
    let damaged = |what: &str| Error::Damaged { offset, what: what.into() };
    // In the middle of a number there begins no object, though one digit less of it may look so.
    let before = offset.checked_sub(1).map(|before| input.bytes(before, 1)).transpose()?;
    if before.is_some_and(|byte| byte.iter().all(u8::is_ascii_digit)) {
        return Err(damaged("expected a cross-reference section"));
    }
    let (_, parsed, body) = input.parse(offset, object::indirect).map_err(|error| match error {
        Error::Damaged { .. } => damaged("expected a cross-reference section"),
        other => other,
    })?;
    let (Object::Dictionary(dictionary), Body::Stream { data }) = (parsed.object, body) else {
        return Err(damaged("expected a cross-reference section"));
    };
    if !dictionary.has_type(b"XRef") {
        return Err(damaged("the stream is not of /Type /XRef"));
    }
    // Who reads it cannot know yet where anything else stands (§7.5.8.2).
    let packed = [&b"Filter"[..], b"DecodeParms"].into_iter().filter_map(|key| dictionary.get(key).ok());
    if !packed.into_iter().all(is_direct) {
        return Err(damaged("how the cross-reference stream is packed stands elsewhere"));
    }
    let at = offset.saturating_add(data as u64);
    let len =
        dictionary.get(b"Length").and_then(|len| len.as_i64()).ok().and_then(|len| u64::try_from(len).ok());
    let len = len.ok_or_else(|| damaged("the cross-reference stream has no /Length of its own"))?;
    let raw = input.bytes(at, len).map_err(|_| damaged("the cross-reference stream goes beyond the end"))?;
    input.budget().spend(len)?;
    let rows = filter::decode(&dictionary, raw, at)?;
    input.budget().spend(rows.len() as u64)?;
    let part = part(&dictionary, rows, offset)?;
    Ok(Stream { part, dictionary, repeated: parsed.repeated, end: at.saturating_add(len) })
}

/// §7.5.8.2: `/W`, `/Index`, `/Size`.
fn part(dictionary: &Dictionary, rows: Vec<u8>, offset: u64) -> Result<Part, Error> {
    let damaged = |what: &str| Error::Damaged { offset, what: what.into() };
    let numbers = |key: &[u8]| -> Option<Vec<u32>> {
        let items = dictionary.get(key).ok()?.as_array().ok()?;
        items.iter().map(|item| item.as_i64().ok().and_then(|v| u32::try_from(v).ok())).collect()
    };
    let widths: Vec<usize> = numbers(b"W").unwrap_or_default().iter().map(|&width| width as usize).collect();
    let widths = <[usize; 3]>::try_from(widths).ok().filter(|widths| widths.iter().all(|&width| width <= 8));
    let widths = widths.ok_or_else(|| damaged("/W is not three widths of up to 8 bytes"))?;
    let row: usize = widths.iter().sum();
    let size =
        || dictionary.get(b"Size").and_then(|size| size.as_i64()).ok().and_then(|v| u32::try_from(v).ok());
    let index = match dictionary.get(b"Index") {
        Ok(_) => numbers(b"Index").ok_or_else(|| damaged("/Index is not an array of numbers"))?,
        Err(_) => vec![0, size().ok_or_else(|| damaged("no /Size"))?],
    };
    if row == 0 || index.len() % 2 != 0 {
        return Err(damaged("/W or /Index"));
    }
    let data: Arc<[u8]> = rows.into();
    let mut subsections = Vec::new();
    let mut start = 0_usize;
    for pair in index.chunks_exact(2) {
        let [first, count] = *pair else { continue };
        let end = (count as usize).checked_mul(row).and_then(|len| start.checked_add(len));
        let end = end.filter(|&end| end <= data.len() && first.checked_add(count).is_some());
        let end = end.ok_or_else(|| damaged("/Index promises more entries than there are"))?;
        subsections.push(Subsection {
            first,
            count,
            rows: Rows::Packed { data: data.clone(), start, widths },
        });
        start = end;
    }
    Part::new(subsections, offset)
}

/// Whether a cross-reference stream is packed and its fields are as wide as every program reads them: one byte for the type, no
/// more than a number needs for the others.
pub(crate) fn is_usual(dictionary: &Dictionary) -> bool {
    let widths = dictionary.get(b"W").and_then(Object::as_array).map(Vec::as_slice);
    let fits = |width: &Object, most: i64| width.as_i64().is_ok_and(|width| (0..=most).contains(&width));
    let is_fit =
        matches!(widths, Ok([kind, second, third]) if fits(kind, 1) && fits(second, 8) && fits(third, 4));
    let row = widths.unwrap_or_default().iter().filter_map(|width| width.as_i64().ok()).sum();
    let index = dictionary.get(b"Index").and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default();
    let pairs = index.as_chunks::<2>().0;
    // What an empty part makes of its first number is for each program to say.
    let none_is_empty = pairs.iter().all(|[_, count]| count.as_i64().is_ok_and(|count| count > 0));
    is_fit && none_is_empty && is_packed_usually(dictionary, Some(row))
}

/// Keys by which some programs unpack a stream: the short ones are meant for images in a content stream alone (§8.9.7), the
/// others for what stands in another file (table 5).
pub(crate) const UNPACKED_BY_SOME: [&[u8]; 4] = [b"F", b"DP", b"FFilter", b"FDecodeParms"];

/// Whether a stream of objects or of their places is packed as every program unpacks it: not, or by Flate, rows of so many bytes with a
/// predictor of PNG (§7.4.4.4).
pub(crate) fn is_packed_usually(dictionary: &Dictionary, row: Option<i64>) -> bool {
    let name = |filter: &Object| filter.as_name().is_ok_and(|name| name == b"FlateDecode");
    let is_usual = |parameters: &Object| match (parameters, row) {
        (Object::Null, _) => true,
        (Object::Dictionary(parameters), Some(row)) => {
            let value = |key: &[u8]| parameters.get(key).ok().map(Object::as_i64);
            let is = |key: &[u8], fit: &[i64]| match value(key) {
                None => true,
                Some(value) => value.is_ok_and(|value| fit.contains(&value)),
            };
            match value(b"Predictor") {
                None | Some(Ok(1)) => true,
                Some(Ok(10..=15)) => {
                    value(b"Columns").is_some_and(|columns| columns.is_ok_and(|columns| columns == row))
                        && is(b"Colors", &[1])
                        && is(b"BitsPerComponent", &[8])
                }
                Some(_) => false,
            }
        }
        _ => false,
    };
    if UNPACKED_BY_SOME.iter().any(|key| dictionary.has(key)) {
        return false;
    }
    let parameters = dictionary.get(b"DecodeParms").ok();
    match (dictionary.get(b"Filter").ok(), parameters) {
        (None, None) => true,
        (Some(Object::Array(filters)), None) => filters.len() <= 1 && filters.iter().all(name),
        (Some(Object::Array(filters)), Some(Object::Array(parameters))) => {
            filters.len() == 1
                && parameters.len() == 1
                && filters.iter().all(name)
                && parameters.iter().all(is_usual)
        }
        (Some(filter), None) => name(filter),
        (Some(filter), Some(parameters)) => name(filter) && is_usual(parameters),
        (None, Some(_)) => false,
    }
}

/// Whether a row is of a type that the standard knows, and can be what it says.
pub(crate) fn is_usual_row(data: &[u8], start: usize, widths: [usize; 3], row: u32) -> bool {
    let Some([kind, second, third]) = fields(data, start, widths, row) else { return false };
    match kind {
        0 => true,
        1 => u16::try_from(third).is_ok(),
        2 => u32::try_from(second).is_ok() && u32::try_from(third).is_ok(),
        _ => false,
    }
}

/// Row `row` of the rows that begin at `start`.
pub(crate) fn row(data: &[u8], start: usize, widths: [usize; 3], row: u32) -> Option<Entry> {
    let [kind, second, third] = fields(data, start, widths, row)?;
    // Table 18: any other type is a reference to the null object, and so is one that cannot be.
    Some(match kind {
        1 => u16::try_from(third)
            .map_or(Entry::Free, |generation| Entry::InFile { offset: second, generation }),
        2 => match (u32::try_from(second), u32::try_from(third)) {
            (Ok(stream), Ok(index)) => Entry::InStream { stream, index },
            _ => Entry::Free,
        },
        _ => Entry::Free,
    })
}

/// The three fields of a row.
fn fields(data: &[u8], start: usize, widths: [usize; 3], row: u32) -> Option<[u64; 3]> {
    let len: usize = widths.iter().sum();
    let mut rest = data.get(start.checked_add(len.checked_mul(row as usize)?)?..)?.get(..len)?;
    let mut field = |width: usize, default: u64| {
        let (bytes, tail) = rest.split_at_checked(width)?;
        rest = tail;
        Some(if width == 0 {
            default
        } else {
            bytes.iter().fold(0, |value, &byte| value << 8 | u64::from(byte))
        })
    };
    Some([field(widths[0], 1)?, field(widths[1], 0)?, field(widths[2], 0)?])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{lexer::Lexer, object};

    #[test]
    fn only_what_every_program_unpacks_is_usual() {
        for (entries, row, usual) in [
            ("", 7, true),
            ("/Filter/FlateDecode", 7, true),
            ("/Filter[/FlateDecode]", 7, true),
            ("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>", 7, true),
            (
                "/Filter[/FlateDecode]/DecodeParms[<</Predictor 15/Columns 7/Colors 1/BitsPerComponent 8>>]",
                7,
                true,
            ),
            ("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 6>>", 7, false),
            ("/Filter/FlateDecode/DecodeParms[<</Predictor 12/Columns 7>>]", 7, false),
            ("/Filter[/FlateDecode]/DecodeParms<</Predictor 12/Columns 7>>", 7, false),
            ("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2/BitsPerComponent 28>>", 7, false),
            (
                "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1/Colors 56/BitsPerComponent 1>>",
                7,
                false,
            ),
            ("/Filter/FlateDecode/DecodeParms<</Predictor 12.0/Columns 7>>", 7, false),
            ("/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 7>>", 7, false),
            ("/Filter/LZWDecode", 7, false),
            ("/DecodeParms<</Predictor 12/Columns 7>>", 7, false),
        ] {
            let text = format!("<<{entries}>>");
            let dictionary = object::value(&mut Lexer::new(text.as_bytes(), true)).unwrap().object;
            assert_eq!(is_packed_usually(dictionary.as_dict().unwrap(), Some(row)), usual, "{entries}");
        }
    }
}
