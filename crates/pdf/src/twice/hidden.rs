//! Listed objects that not every search meets.

use super::{Said, running};
use crate::{document::Document, error::Error, reading::Reading};

/// Bytes on each side of a place that are looked at.
const AROUND: u64 = 64;

/// Those of the places `asked` for, all in order, where the object does not begin a line, or lies inside another one of its revision.
pub(super) fn hidden(document: &Document, said: &[Said], asked: &[u64]) -> Result<Vec<u64>, Error> {
    let reading = document.reading();
    let mut hidden = Vec::new();
    for at in asked {
        // Honest programs append to a last line that nobody ended, and a comment swallows what they begin with.
        let is_first = document.revisions().binary_search_by_key(at, |revision| revision.start).is_ok();
        if !is_first && !begins_line(&reading, *at)? {
            hidden.push(*at);
        }
    }
    for revision in document.revisions() {
        let first = asked.partition_point(|at| *at < revision.start);
        let behind = asked.partition_point(|at| *at < revision.end);
        let Some(last) = asked.get(first..behind).and_then(<[u64]>::last) else { continue };
        reading.input().budget().spend(said.len() as u64)?;
        let here = said.iter().filter_map(|one| Some((reading.place(one.entry)?, one)));
        let mut here: Vec<_> = here.filter(|(at, _)| (revision.start..=*last).contains(at)).collect();
        here.sort_by_key(|(at, _)| *at);
        let mut furthest = 0;
        for (at, one) in here {
            if at < furthest && asked.binary_search(&at).is_ok() {
                hidden.push(at);
            }
            if at < *last {
                furthest = furthest.max(running::end(&reading, one)?.unwrap_or(u64::MAX));
            }
        }
    }
    hidden.sort_unstable();
    Ok(hidden)
}

/// Whether nothing but the two numbers and the keyword of an object begin a line there.
fn begins_line(reading: &Reading<'_>, at: u64) -> Result<bool, Error> {
    let start = at.saturating_sub(AROUND);
    let end = at.saturating_add(AROUND).min(reading.input().len());
    if at >= end {
        return Ok(false);
    }
    reading.input().budget().spend(AROUND)?;
    let bytes = reading.input().bytes(start, end.saturating_sub(start))?;
    // No more than `AROUND`. Blanks may stand before an object.
    let asked = (at - start) as usize;
    let text = bytes.get(asked..).unwrap_or_default();
    let blanks = text.iter().take_while(|byte| is_blank(**byte) || is_end(**byte)).count();
    let (before, text) = bytes.split_at_checked(asked + blanks).unwrap_or_default();
    let line = before.iter().rev().find(|byte| !is_blank(**byte));
    let begins = line.map_or(start == 0, |byte| is_end(*byte));
    let number = |text: &[u8]| -> Option<usize> {
        let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let blanks = text.iter().skip(digits).take_while(|byte| is_blank(**byte)).count();
        (digits > 0 && blanks > 0).then_some(digits + blanks)
    };
    let behind = number(text).and_then(|first| text.get(first..));
    let keyword = behind.and_then(|text| text.get(number(text)?..));
    Ok(begins && keyword.is_some_and(|rest| rest.starts_with(b"obj")))
}

/// A blank that ends no line.
const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

const fn is_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}
