//! Whether what was signed refers to a number under which something of another generation stands now.

use std::{
    ops::Range,
    sync::{Mutex, PoisonError},
};

use foldhash::HashMap;

use crate::{
    document::Document, error::Error, every, object, objection::Objection, owned::references,
    reading::Reading, revisions::XrefKind, skim::Wanted, xref::Entry,
};

/// The newest section of the newest revision in which no reference is known to name another generation than the first.
#[derive(Default)]
pub(crate) struct FirstGeneration(Mutex<Option<usize>>);

impl FirstGeneration {
    fn get(&self) -> Option<usize> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, section: usize) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *known = Some(known.map_or(section, |known| known.min(section)));
    }
}

impl Document {
    /// What is wrong with the numbers that were taken since revision `index`: one that something signed refers to, by another
    /// generation than the one that took it. To the standard that leads nowhere still (ISO 32000-2 §7.3.10); some programs follow
    /// the number, and others stop there and show nothing.
    ///
    /// # Errors
    /// What reading can say.
    pub fn renumbered_since(&self, index: usize) -> Result<Option<Objection>, Error> {
        let revisions = self.revisions();
        let (Some(signed), Some(newest)) = (revisions.get(index), revisions.last()) else { return Ok(None) };
        let (old, new) = (self.reading().turned_to(signed.section), self.reading());
        let written = match new.numbers_in(newest.section..signed.section) {
            Err(Error::TooLarge { .. }) => return Ok(Some(Objection::TooMany)),
            written => written?,
        };
        // A section that does not list itself is an object to some, and none of any generation that could be referred to.
        let unlisted = unlisted(self, newest.section..signed.section)?;
        let mut taken: HashMap<u32, u16> = unlisted.into_iter().map(|number| (number, u16::MAX)).collect();
        for number in written {
            let (before, now) = (old.entry(number)?.generation(), new.entry(number)?.generation());
            taken.extend(now.filter(|_| before != now).map(|generation| (number, generation)));
        }
        let Some(first) = taken.keys().min().copied() else { return Ok(None) };
        if taken.values().all(|generation| *generation == 0) && names_the_first(self, signed.section)? {
            return Ok(None);
        }
        let look = |reading: &Reading<'_>, number, entry: Entry, found: &mut Option<u32>| {
            let Some(generation) = entry.generation() else { return Ok(true) };
            let id = (number, generation);
            match reading.skim_on(id, entry, Wanted::default()) {
                Ok(Some((skimmed, _))) if skimmed.highest < first => return Ok(true),
                Err(error @ Error::Read { .. }) => return Err(error),
                _ => {}
            }
            // What cannot be read refers to nothing.
            let Ok(object) = reading.shallow(id) else { return Ok(true) };
            let is_other = |(number, generation): &(u32, u16)| {
                taken.get(number).is_some_and(|taken| taken != generation)
            };
            *found =
                found.or_else(|| references(&object).into_iter().find(is_other).map(|(number, _)| number));
            Ok(true)
        };
        let found = every::object(self, signed.section, &None, look)?;
        let Some(found) = found else { return Ok(Some(Objection::TooMany)) };
        Ok(found.into_iter().flatten().next().map(|object| Objection::Reused { object }))
    }
}

/// The numbers of those of these sections that are streams and do not list themselves.
fn unlisted(document: &Document, sections: Range<usize>) -> Result<Vec<u32>, Error> {
    let reading = document.reading();
    let mut found = Vec::new();
    for section in document.file().sections.get(sections).unwrap_or_default() {
        if section.kind == XrefKind::Stream {
            let (id, ..) = reading.input().parse(section.offset, object::indirect)?;
            found.extend(section.entry(reading.input(), id.0)?.is_none().then_some(id.0));
        }
    }
    Ok(found)
}

/// Whether each reference in the revision whose newest section is `section` names an object of generation 0, be there one or not.
/// Of what an older revision consists of that is asked once.
fn names_the_first(document: &Document, section: usize) -> Result<bool, Error> {
    let look = |reading: &Reading<'_>, number: u32, entry: Entry| {
        let Some(generation) = entry.generation() else { return Ok(true) };
        match reading.skim_on((number, generation), entry, Wanted::default()) {
            Ok(found) => Ok(found.is_none_or(|(skimmed, _)| !skimmed.names_generation)),
            Err(error @ Error::Read { .. }) => Err(error),
            Err(_) => Ok(false),
        }
    };
    let memory = &document.file().first_generation;
    let reading = document.reading().turned_to(section);
    let known = memory.get().filter(|known| section <= *known);
    let is_so = match known.map(|known| reading.numbers_in(section..known)) {
        Some(Ok(written)) => {
            let mut written = written.into_iter();
            written.try_fold(true, |is_so, number| {
                Ok(is_so && look(&reading, number, reading.entry(number)?)?)
            })?
        }
        _ => {
            every::object(document, section, &(), |reading, number, entry, ()| look(reading, number, entry))?
                .is_some()
        }
    };
    if is_so {
        memory.put(section);
    }
    Ok(is_so)
}
