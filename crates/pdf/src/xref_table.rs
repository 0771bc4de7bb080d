//! The classic cross-reference table (ISO 32000-1 §7.5.4).

use std::ops::Range;

use lopdf::{Dictionary, Object};

use crate::{
    error::Error,
    input::Input,
    lexer::{Fault, Lexer, is_space},
    object,
    xref::{Entry, Part, Rows, Subsection},
};

/// An entry as the standard lays it out, both end-of-line characters included.
const LINE: u64 = 20;

/// Lines that are read at once, a block of them.
const MANY: u64 = 800;

/// Subsections of one table: an update of that many scattered objects is larger than any seen.
const MAX_SUBSECTIONS: usize = 100_000;

/// Entries that are not laid out in lines of 20 bytes and so have to be kept: 32 MB.
const MAX_ENTRIES: u64 = 1_000_000;

/// A table as read.
pub(crate) struct Table {
    pub(crate) part: Part,
    pub(crate) trailer: Dictionary,
    /// A key that stands twice in it.
    pub(crate) repeated: Option<Vec<u8>>,
    /// Behind the trailer dictionary.
    pub(crate) end: u64,
}

enum Head {
    Subsection { first: u32, count: u32, rows: u64 },
    Trailer { dictionary: Dictionary, repeated: Option<Vec<u8>>, end: u64 },
}

pub(crate) fn read(input: &Input<'_>, offset: u64) -> Result<Table, Error> {
    let mut at = offset
        .saturating_add(input.parse(offset, |lexer| lexer.keyword("xref").map(|()| lexer.at()))? as u64);
    let mut subsections = Vec::new();
    loop {
        match input.parse(at, |lexer| head(lexer, at))? {
            Head::Trailer { dictionary, repeated, end } => {
                let part = Part::new(subsections, offset)?;
                return Ok(Table { part, trailer: dictionary, repeated, end });
            }
            Head::Subsection { .. } if subsections.len() >= MAX_SUBSECTIONS => {
                return Err(Error::TooLarge {
                    what: "the number of subsections",
                    limit: MAX_SUBSECTIONS as u64,
                });
            }
            Head::Subsection { first, count, rows } => {
                let (read, end) = entries(input, rows, count)?;
                subsections.push(Subsection { first, count, rows: read });
                at = end;
            }
        }
    }
}

fn head(lexer: &mut Lexer<'_>, window: u64) -> Result<Head, Fault> {
    lexer.skip_space();
    if lexer.starts_with("trailer")? {
        lexer.advance(7);
        let parsed = object::value(lexer)?;
        let Object::Dictionary(dictionary) = parsed.object else {
            return Err(lexer.syntax("a trailer dictionary"));
        };
        let end = window.saturating_add(parsed.span.end as u64);
        return Ok(Head::Trailer { dictionary, repeated: parsed.repeated, end });
    }
    let first = lexer.unsigned("a subsection or trailer")?;
    let count = lexer.unsigned("the number of entries")?;
    let numbers = u32::try_from(first).ok().zip(u32::try_from(count).ok());
    let numbers = numbers.filter(|(first, count)| first.checked_add(*count).is_some());
    let (first, count) = numbers.ok_or_else(|| lexer.syntax("object numbers"))?;
    lexer.skip_space();
    Ok(Head::Subsection { first, count, rows: window.saturating_add(lexer.at() as u64) })
}

/// The rows that begin at `at`, and where they end.
fn entries(input: &Input<'_>, at: u64, count: u32) -> Result<(Rows, u64), Error> {
    if let Some(end) = end_of_lines(input, at, count)? {
        return Ok((Rows::Lines { at }, end));
    }
    if u64::from(count) > MAX_ENTRIES {
        return Err(Error::TooLarge {
            what: "the number of entries in a cross-reference table",
            limit: MAX_ENTRIES,
        });
    }
    let mut entries = Vec::new();
    let mut at = at;
    while entries.len() < count as usize {
        let wanted = (count as usize - entries.len()).min(64);
        let (chunk, end) = input.parse(at, |lexer| {
            let chunk: Vec<Entry> = (0..wanted).map(|_| entry(lexer)).collect::<Result<_, _>>()?;
            Ok((chunk, lexer.at()))
        })?;
        entries.extend(chunk);
        at = at.saturating_add(end as u64);
    }
    Ok((Rows::Read(entries), at))
}

/// Where the rows end if they are lines of 20 bytes: the first and the last look so, and the table goes on behind them.
fn end_of_lines(input: &Input<'_>, at: u64, count: u32) -> Result<Option<u64>, Error> {
    let Some(last) = count.checked_sub(1) else { return Ok(Some(at)) };
    let Some(end) = u64::from(count).checked_mul(LINE).and_then(|len| at.checked_add(len)) else {
        return Ok(None);
    };
    if end >= input.len() || line(input, at, 0).is_err() || line(input, at, last).is_err() {
        return Ok(None);
    }
    let goes_on = input.parse(end, |lexer| {
        lexer.skip_space();
        Ok(matches!(lexer.peek("trailer")?, b't' | b'0'..=b'9'))
    });
    Ok(matches!(goes_on, Ok(true)).then_some(end))
}

/// Row `row` of the lines that begin at `at`.
pub(crate) fn line(input: &Input<'_>, at: u64, row: u32) -> Result<Entry, Error> {
    let place = u64::from(row).checked_mul(LINE).and_then(|skip| at.checked_add(skip));
    let place = place.ok_or_else(|| Error::Damaged {
        offset: at,
        what: "a cross-reference table beyond the end".into(),
    })?;
    entry_of_line(&input.array(place)?).ok_or_else(|| Error::Damaged {
        offset: place,
        what: "expected a cross-reference entry of 20 bytes".into(),
    })
}

/// Visits the lines of these numbers, the first of which stands at `at`; nothing is said of one that cannot be read.
pub(crate) fn lines(
    input: &Input<'_>,
    at: u64,
    numbers: Range<u32>,
    visit: &mut dyn FnMut(u32, Option<Entry>),
) {
    let (mut numbers, mut at) = (numbers, at);
    while !numbers.is_empty() {
        let length = u64::from(numbers.end - numbers.start).min(MANY) * LINE;
        let text = input.part(at, length).unwrap_or_default();
        let (lines, _) = text.as_chunks();
        let mut lines = lines.iter();
        for number in numbers.by_ref().take(MANY as usize) {
            visit(number, lines.next().and_then(entry_of_line));
        }
        at = at.saturating_add(length);
    }
}

fn entry_of_line(line: &[u8; LINE as usize]) -> Option<Entry> {
    let [offset @ .., a, g1, g2, g3, g4, g5, b, kind, c, d] = line;
    let number = |digits: &[u8]| {
        let all = digits.iter().all(u8::is_ascii_digit);
        all.then(|| digits.iter().fold(0, |value: u64, byte| value * 10 + u64::from(byte - b'0')))
    };
    let (offset, generation) = (number(offset)?, number(&[*g1, *g2, *g3, *g4, *g5])?);
    let blanks = [a, b, c, d].into_iter().all(|&byte| is_space(byte));
    match kind {
        b'f' if blanks => Some(Entry::Free),
        b'n' if blanks => Some(Entry::InFile { offset, generation: u16::try_from(generation).ok()? }),
        _ => None,
    }
}

fn entry(lexer: &mut Lexer<'_>) -> Result<Entry, Fault> {
    let offset = lexer.unsigned("the offset of an entry")?;
    let generation = lexer.unsigned("the generation of an entry")?;
    lexer.skip_space();
    match lexer.regular()? {
        b"f" => Ok(Entry::Free),
        b"n" => match u16::try_from(generation) {
            Ok(generation) => Ok(Entry::InFile { offset, generation }),
            Err(_) => Err(lexer.syntax("a generation up to 65535")),
        },
        _ => Err(lexer.syntax("n or f")),
    }
}
