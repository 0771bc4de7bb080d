//! Objects that go on behind the end of their own revision, or inside which others stand: who looks for their end finds it elsewhere as
//! soon as something came later.

use super::{Said, differs, said};
use crate::{
    document::Document,
    error::Error,
    objection::Objection,
    reading::{Behind, Reading},
    revisions,
    skim::{Skimmed, Wanted},
    xref::Entry,
};

/// What leads on from a cross-reference stream.
const OF_TRAILER: Wanted<'_> =
    Wanted { keys: &[b"Root", b"Encrypt"], numbers: &[], kids: false, listed: None };

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
            let (Some(at), Entry::InFile { offset, .. }) = (reading.place(one.entry), one.entry) else {
                continue;
            };
            let limit = revisions::at(document.revisions(), at).map_or(document.len(), |own| own.end);
            if limit == document.len() {
                continue;
            }
            let found = skimmed(&reading, &one, OF_TRAILER)?;
            match found.as_ref().map_or(Ok(None), |found| ended(&reading, found))? {
                Some(end) if end <= limit => places.push((at, end, one.section)),
                _ => running.find(one.section, Objection::Overlap),
            }
            let trailer = sections.get(one.section).map(|section| &section.trailer);
            let leads_elsewhere = |found: &(Skimmed, Behind)| {
                let is_section = found.0.is_section && matches!(found.1, Behind::Stream(_));
                is_section && trailer.is_none_or(|trailer| differs(&found.0.entries, trailer))
            };
            // One that those who search take for a section.
            if !reading.is_section(offset) && found.as_ref().is_some_and(leads_elsewhere) {
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

/// Where an object ends, by the length that is told of a stream; nothing where that cannot be told.
pub(super) fn end(reading: &Reading<'_>, one: &Said) -> Result<Option<u64>, Error> {
    skimmed(reading, one, Wanted::default())?.map_or(Ok(None), |found| ended(reading, &found))
}

fn ended(reading: &Reading<'_>, (skimmed, behind): &(Skimmed, Behind)) -> Result<Option<u64>, Error> {
    match reading.end(skimmed.length, *behind) {
        Err(error) if error.is_damage() => Ok(None),
        end => end,
    }
}

fn skimmed(
    reading: &Reading<'_>,
    one: &Said,
    wanted: Wanted<'_>,
) -> Result<Option<(Skimmed, Behind)>, Error> {
    let id = (one.number, one.entry.generation().unwrap_or(0));
    match reading.skim_on(id, one.entry, wanted) {
        Err(error) if error.is_damage() => Ok(None),
        found => found,
    }
}
