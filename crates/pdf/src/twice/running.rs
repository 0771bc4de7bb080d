//! Streams whose data go on behind the end of their own revision: as soon as something stands there, it is theirs.

use memchr::memmem;

use super::{Said, said};
use crate::{
    document::Document,
    error::Error,
    objection::Objection,
    plain::{AGAIN, CHUNK},
    reading::{Behind, Reading},
    skim::{Length, Wanted},
    xref::Entry,
};

/// The oldest section that lists such a stream, if any does.
pub(crate) struct Running {
    section: Option<usize>,
}

impl Running {
    /// Asks all that is listed but by the newest section.
    pub(crate) fn new(document: &Document) -> Result<Self, Error> {
        let (reading, mut oldest) = (document.reading(), None);
        for one in said(&reading, &document.file().sections)? {
            let Entry::InFile { offset, .. } = one.entry else { continue };
            let at = reading.absolute(offset);
            let revision = document.revisions().iter().find(|revision| at < revision.end);
            let limit = revision.map_or(document.len(), |revision| revision.end);
            if limit < document.len() && oldest < Some(one.section) && runs_on(&reading, &one, limit)? {
                oldest = Some(one.section);
            }
        }
        Ok(Self { section: oldest })
    }

    /// What is wrong with all that `section` and those before it list.
    pub(crate) fn since(&self, section: usize) -> Option<Objection> {
        self.section.filter(|oldest| *oldest >= section).map(|_| Objection::Overlap)
    }
}

/// Whether a stream has its end behind `limit`, or none before it.
fn runs_on(reading: &Reading<'_>, one: &Said, limit: u64) -> Result<bool, Error> {
    let Some((length, data)) = stream(reading, one)? else { return Ok(false) };
    if length.is_some_and(|length| data.checked_add(length).is_none_or(|end| end > limit)) {
        return Ok(true);
    }
    // Where the length is untold or wrong, programs look for its end.
    let is_there = length.map(|length| is_end(reading, data.saturating_add(length))).transpose()?;
    Ok(is_there != Some(true) && !ends_before(reading, data, limit)?)
}

/// Where an object ends, by the length that is told of a stream; nothing where that cannot be told.
pub(super) fn end(reading: &Reading<'_>, one: &Said) -> Result<Option<u64>, Error> {
    match skimmed(reading, one)? {
        Some((length, behind)) => match reading.end(length, behind) {
            Err(error) if error.is_damage() => Ok(None),
            end => end,
        },
        None => Ok(None),
    }
}

/// What is told of the length of a stream, and where its data begin; nothing if it is none.
fn stream(reading: &Reading<'_>, one: &Said) -> Result<Option<(Option<u64>, u64)>, Error> {
    let Some((length, Behind::Stream(data))) = skimmed(reading, one)? else { return Ok(None) };
    let length = match length {
        Length::Bytes(length) => Some(length),
        Length::At(id) => match reading.shallow(id) {
            Ok(length) => length.as_i64().ok().and_then(|length| u64::try_from(length).ok()),
            Err(error) if error.is_damage() => None,
            Err(error) => return Err(error),
        },
        Length::Untold | Length::Unclear => None,
    };
    Ok(Some((length, data)))
}

fn skimmed(reading: &Reading<'_>, one: &Said) -> Result<Option<(Length, Behind)>, Error> {
    let id = (one.number, one.entry.generation().unwrap_or(0));
    match reading.skim_on(id, one.entry, Wanted::default()) {
        Ok(found) => Ok(found.map(|(skimmed, behind)| (skimmed.length, behind))),
        Err(error) if error.is_damage() => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_end(reading: &Reading<'_>, at: u64) -> Result<bool, Error> {
    match reading.input().parse(at, |lexer| lexer.skips("endstream")) {
        Err(error) if error.is_damage() => Ok(false),
        is_end => is_end,
    }
}

fn ends_before(reading: &Reading<'_>, data: u64, limit: u64) -> Result<bool, Error> {
    let (word, mut start) = (memmem::Finder::new("endstream"), data);
    while start < limit {
        let length = limit.saturating_sub(start).min(CHUNK);
        reading.input().budget().spend(length)?;
        if word.find(&reading.input().part(start, length)?).is_some() {
            return Ok(true);
        }
        if length < CHUNK {
            break;
        }
        start = start.saturating_add(length - AGAIN);
    }
    Ok(false)
}
