//! Objects that go on behind the end of their own revision, or inside which others stand: who looks for their end finds it elsewhere as
//! soon as something came later.

use super::{Said, differs, said};
use crate::{
    document::Document,
    error::Error,
    objection::Objection,
    reading::{Behind, Reading},
    skim::{Length, Wanted},
    xref::{Entry, Section},
};

/// The oldest section that lists such an object, if any does, and what is wrong with it.
pub(crate) struct Running {
    found: Option<(usize, Objection)>,
}

impl Running {
    /// Asks all that is listed but by the newest section.
    pub(crate) fn new(document: &Document) -> Result<Self, Error> {
        let reading = document.reading();
        let sections = &document.file().sections;
        let mut running = Self { found: None };
        let mut places = Vec::new();
        for one in said(&reading, sections)? {
            let Entry::InFile { offset, .. } = one.entry else { continue };
            let at = reading.absolute(offset);
            let revision = document.revisions().iter().find(|revision| at < revision.end);
            let limit = revision.map_or(document.len(), |revision| revision.end);
            if limit == document.len() {
                continue;
            }
            match end(&reading, &one)? {
                Some(end) if end <= limit => places.push((at, end, one.section)),
                _ => running.find(one.section, Objection::Overlap),
            }
            if !reading.is_section(offset) && leads_elsewhere(&reading, &one, sections)? {
                running.find(one.section, Objection::SectionReused { object: one.number });
            }
        }
        places.sort_unstable();
        for pair in places.windows(2) {
            if let [(at, end, one), (next, _, other)] = pair
                && at < next
                && next < end
            {
                running.find(*one.min(other), Objection::Overlap);
            }
        }
        Ok(running)
    }

    fn find(&mut self, section: usize, why: Objection) {
        if self.found.as_ref().is_none_or(|(oldest, _)| *oldest < section) {
            self.found = Some((section, why));
        }
    }

    /// What is wrong with anything that `section` and those before it list.
    pub(crate) fn since(&self, section: usize) -> Option<Objection> {
        self.found.as_ref().filter(|(oldest, _)| *oldest >= section).map(|(_, why)| why.clone())
    }
}

/// Whether an object is a cross-reference stream to those who search, with another trailer than the section that lists it.
fn leads_elsewhere(reading: &Reading<'_>, one: &Said, sections: &[Section]) -> Result<bool, Error> {
    let id = (one.number, one.entry.generation().unwrap_or(0));
    let wanted = Wanted { keys: &[b"Root", b"Encrypt"], ..Wanted::default() };
    let skimmed = match reading.skim_on(id, one.entry, wanted) {
        Ok(Some((skimmed, Behind::Stream(_)))) if skimmed.is_section => skimmed,
        Err(error) if !error.is_damage() => return Err(error),
        _ => return Ok(false),
    };
    let trailer = sections.get(one.section).map(|section| &section.trailer);
    Ok(trailer.is_none_or(|trailer| differs(&skimmed.entries, trailer)))
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

fn skimmed(reading: &Reading<'_>, one: &Said) -> Result<Option<(Length, Behind)>, Error> {
    let id = (one.number, one.entry.generation().unwrap_or(0));
    match reading.skim_on(id, one.entry, Wanted::default()) {
        Ok(found) => Ok(found.map(|(skimmed, behind)| (skimmed.length, behind))),
        Err(error) if error.is_damage() => Ok(None),
        Err(error) => Err(error),
    }
}
