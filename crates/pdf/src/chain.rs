//! From the end of the file along `/Prev` to its first section (ISO 32000-1 §7.5.5).

use std::collections::HashSet;

use lopdf::Object;

use crate::{error::Error, input::Input, lexer::is_space, xref::Section};

/// Sections of one file. Two hundred are common after years of signing.
const MAX_SECTIONS: usize = 2048;

/// Bytes kept for all cross-reference sections together.
const MAX_HELD: u64 = 64 << 20;

/// How far into the file a header may stand (Adobe's implementation note 13 to PDF 1.7).
const HEADER_WINDOW: u64 = 1024;

/// How far before the end `startxref` is looked for.
const END_WINDOW: u64 = 4096;

/// Blanks before and behind the number of an end that is written plainly, and digits of that number.
const MAX_GAP: usize = 4;
const MAX_DIGITS: usize = 12;

/// Before the end of a file, where some programs look for `startxref` and others for `%%EOF`.
const READERS_LOOK: u64 = 1024;

/// `startxref`, its number and `%%EOF`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct End {
    /// Where the keyword stands.
    pub(crate) at: u64,
    /// Whether all is written as every program reads it (§7.5.5): each on a line of its own, and nothing else.
    pub(crate) is_plain: bool,
    /// The number, an offset counted from the header.
    pub(crate) value: u64,
    /// Just behind `%%EOF`.
    pub(crate) marker_end: u64,
    /// Behind one end-of-line marker, if one follows.
    pub(crate) end: u64,
}

/// Sections, newest first.
pub(crate) struct Chain {
    pub(crate) base: u64,
    pub(crate) header_at: u64,
    pub(crate) version: (u8, u8),
    pub(crate) sections: Vec<Section>,
    pub(crate) end: End,
}

pub(crate) fn read(input: &Input<'_>) -> Result<Chain, Error> {
    let (header_at, version) = header(input)?;
    let end = last_end(input)?;
    // Offsets count from the header (qpdf, Acrobat), except where a producer counted from the file's first byte.
    let newest = |base: u64| {
        let offset = base.saturating_add(end.value);
        Section::read(input, base, offset).map(|section| (base, section))
    };
    let (base, section) = match newest(header_at) {
        Err(_) if header_at > 0 && newest(0).is_ok() => newest(0)?,
        first => first?,
    };
    let sections = follow(input, base, section)?;
    Ok(Chain { base, header_at, version, sections, end })
}

fn follow(input: &Input<'_>, base: u64, newest: Section) -> Result<Vec<Section>, Error> {
    let mut visited = HashSet::from([newest.offset]);
    let mut held = newest.held();
    let mut sections = vec![newest];
    while let Some(section) = sections.last()
        && let Ok(previous) = section.trailer.get(b"Prev")
    {
        // The header stands at 0, so some write that for none.
        if matches!(previous, Object::Null | Object::Integer(0)) {
            break;
        }
        let damaged = |what: &str| Error::Damaged { offset: section.offset, what: what.into() };
        let offset =
            previous.as_i64().ok().and_then(|at| u64::try_from(at).ok()).and_then(|at| base.checked_add(at));
        let offset = offset.ok_or_else(|| damaged("/Prev is not an offset"))?;
        if !visited.insert(offset) {
            return Err(damaged("/Prev leads in a circle"));
        }
        if sections.len() >= MAX_SECTIONS {
            return Err(Error::TooLarge { what: "the number of revisions", limit: MAX_SECTIONS as u64 });
        }
        let section = Section::read(input, base, offset)?;
        held = held.saturating_add(section.held());
        if held > MAX_HELD {
            return Err(Error::TooLarge { what: "the cross-reference sections", limit: MAX_HELD });
        }
        sections.push(section);
    }
    Ok(sections)
}

/// §7.5.2: where the header stands, and its version.
pub(crate) fn header(input: &Input<'_>) -> Result<(u64, (u8, u8)), Error> {
    let searched = input.len().min(HEADER_WINDOW);
    let bytes = input.bytes(0, searched)?;
    let at = bytes.windows(5).position(|window| window == b"%PDF-").ok_or(Error::NotPdf { searched })?;
    let version = match bytes.get(at.saturating_add(5)..) {
        Some([major @ b'0'..=b'9', b'.', minor @ b'0'..=b'9', ..]) => (major - b'0', minor - b'0'),
        _ => return Err(Error::NotPdf { searched }),
    };
    Ok((at as u64, version))
}

/// §7.5.5: the last `startxref` of the file.
fn last_end(input: &Input<'_>) -> Result<End, Error> {
    let cut = Error::Truncated { len: input.len() };
    let start = input.len().saturating_sub(END_WINDOW);
    let bytes = input.bytes(start, input.len() - start)?;
    let at = bytes.windows(9).rposition(|window| window == b"startxref").ok_or(cut.clone())?;
    end_at(bytes.get(at..).unwrap_or_default(), start.saturating_add(at as u64)).ok_or(cut)
}

impl End {
    /// Whether every program finds this end in a file of `len` bytes and reads it in one way. One that does not looks for
    /// objects in the whole file instead, and may find others.
    pub(crate) fn is_found_by_all(&self, len: u64) -> bool {
        self.is_plain && len.saturating_sub(self.at) <= READERS_LOOK
    }
}

/// Reads `startxref`, number and `%%EOF` from bytes that begin with the keyword and stand at `offset`.
pub(crate) fn end_at(bytes: &[u8], offset: u64) -> Option<End> {
    let blank = |at: usize| bytes.get(at..).map(|b| at + b.iter().take_while(|&&b| is_space(b)).count());
    let ends_line = |from: usize, to: usize| {
        bytes.get(from..to).is_some_and(|gap| {
            gap.len() <= MAX_GAP
                && gap.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
                && gap.iter().any(|byte| matches!(byte, b'\r' | b'\n'))
        })
    };
    let digits_at = blank(bytes.starts_with(b"startxref").then_some(9)?)?;
    let digits = bytes.get(digits_at..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    let value = std::str::from_utf8(bytes.get(digits_at..digits_at + digits)?).ok()?.parse().ok()?;
    let marker = blank(digits_at + digits)?;
    let is_plain = ends_line(9, digits_at) && digits <= MAX_DIGITS && ends_line(digits_at + digits, marker);
    let behind = marker.checked_add(5)?;
    if bytes.get(marker..behind)? != b"%%EOF" {
        return None;
    }
    let eol = match bytes.get(behind..)? {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    let marker_end = offset.checked_add(behind as u64)?;
    Some(End { at: offset, is_plain, value, marker_end, end: marker_end.checked_add(eol)? })
}
