//! Where objects stand, as one revision sees it: by the sections of its cross-reference data.

use std::ops::Range;

use lopdf::ObjectId;

use super::Reading;
use crate::{
    error::Error,
    listed::{Listed, Next},
    xref::{Entry, Section},
};

/// Work of asking one section for an object.
const LOOK_UP: u64 = 4;

/// So many sections are asked one after the other, unless many objects are looked up.
const FEW: usize = 3;

impl<'a> Reading<'a> {
    /// The numbers that the section of this revision lists.
    pub(crate) fn numbers_in_section(&self) -> Result<Vec<u32>, Error> {
        let section = self.file.sections.get(self.newest);
        section.map(Section::numbers).ok_or(Error::Damaged { offset: 0, what: "no section".into() })
    }

    /// The numbers that the section of this revision lists, and what it says of each.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when there are more than can be looked at one by one.
    pub(crate) fn entries_in_section(&self) -> Result<Vec<(u32, Entry)>, Error> {
        const MAX_LISTED: u64 = 1_000_000;
        let section = self.file.sections.get(self.newest);
        let section = section.ok_or(Error::Damaged { offset: 0, what: "no section".into() })?;
        if section.listed() > MAX_LISTED {
            return Err(Error::TooLarge { what: "the objects of later revisions", limit: MAX_LISTED });
        }
        let (mut all, mut unclear) = (Vec::new(), None);
        section.each(&self.input, &mut |number, entry| match entry {
            Some(entry) => all.push((number, entry)),
            None => unclear = Some(number),
        });
        match unclear {
            Some(number) => {
                Err(Error::Malformed { id: (number, 0), what: "listed in an unclear way".into() })
            }
            None => Ok(all),
        }
    }

    /// The numbers that these sections list, in order, each once. A truncated list would hide what stands behind its end.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when there are more than can be looked at one by one.
    pub(crate) fn numbers_in(&self, sections: Range<usize>) -> Result<Vec<u32>, Error> {
        const MAX_NUMBERS: usize = 200_000;
        let sections = self.file.sections.get(sections).unwrap_or_default();
        let numbers = sections.iter().flat_map(Section::all_numbers);
        let mut numbers: Vec<u32> = numbers.take(MAX_NUMBERS + 1).collect();
        if numbers.len() > MAX_NUMBERS {
            return Err(Error::TooLarge {
                what: "the objects of later revisions",
                limit: MAX_NUMBERS as u64,
            });
        }
        numbers.sort_unstable();
        numbers.dedup();
        Ok(numbers)
    }

    /// The same for all sections of this revision.
    ///
    /// # Errors
    /// As [`Reading::numbers_in`].
    pub(crate) fn all_numbers(&self) -> Result<Vec<u32>, Error> {
        self.numbers_in(self.newest..self.file.sections.len())
    }

    /// Where the section of this revision stands, with its trailer.
    pub(crate) fn section_span(&self) -> Option<(u64, u64)> {
        self.file.sections.get(self.newest).map(|section| (section.offset, section.end))
    }

    /// Whether a cross-reference section stands at that offset of the file's own counting.
    pub(crate) fn is_section(&self, offset: u64) -> bool {
        let at = self.absolute(offset);
        self.file.sections.iter().any(|section| section.offset == at)
    }

    /// `/Size` of the section of this revision.
    pub(crate) fn section_size(&self) -> Option<i64> {
        self.file.sections.get(self.newest)?.size()
    }

    /// Each number that any section lists in an object stream, with that of the stream; nothing where more are listed than can
    /// be put in order.
    pub(crate) fn in_streams(&self) -> Result<Option<Vec<(u32, u32)>>, Error> {
        let Some(all) = self.list().all() else { return Ok(None) };
        let mut found = Vec::new();
        for (number, at, entry) in all {
            self.input.budget().spend(1)?;
            let entry = match (entry, self.file.sections.get(at)) {
                (None, Some(section)) => section.entry(&self.input, number)?,
                (entry, _) => entry,
            };
            if let Some(Entry::InStream { stream, .. }) = entry {
                found.push((number, stream));
            }
        }
        Ok(Some(found))
    }

    /// All entries in order, to look many objects up.
    pub(crate) fn list(&self) -> &'a Listed {
        self.file.listed.get_or_init(|| Listed::new(&self.input, &self.file.sections))
    }

    /// Where an object stands.
    pub(crate) fn entry(&self, number: u32) -> Result<Entry, Error> {
        self.entry_since(self.newest, number)
    }

    /// The same; nothing where no section speaks of it.
    pub(crate) fn listed(&self, number: u32) -> Result<Option<Entry>, Error> {
        self.listed_since(self.newest, number)
    }

    /// Where an object stands for the revision whose newest section is `newest`.
    pub(crate) fn entry_since(&self, newest: usize, number: u32) -> Result<Entry, Error> {
        Ok(self.listed_since(newest, number)?.unwrap_or(Entry::Free))
    }

    fn listed_since(&self, newest: usize, number: u32) -> Result<Option<Entry>, Error> {
        let sections = &self.file.sections;
        if sections.len() > FEW {
            self.list();
        }
        let listed = self.file.listed.get();
        let mut at = newest;
        loop {
            self.input.budget().spend(LOOK_UP)?;
            match listed.map_or(Next::Section(at), |listed| listed.next(at, number)) {
                Next::Nothing => return Ok(None),
                Next::Known(entry) => return Ok(Some(entry)),
                Next::Section(next) => {
                    let Some(section) = sections.get(next) else { return Ok(None) };
                    if let Some(found) = section.entry(&self.input, number)? {
                        return Ok(Some(found));
                    }
                    at = next.saturating_add(1);
                }
            }
        }
    }

    /// The newest section of the revision that is looked at, by its place in the chain.
    pub(crate) fn section(&self) -> usize {
        self.newest
    }

    /// Whether the object stands in the file by itself, and in the same place for this revision as for the one whose newest
    /// section is `other`.
    pub(crate) fn is_as_in(&self, other: usize, id: ObjectId) -> Result<bool, Error> {
        let here = self.entry(id.0)?;
        let is_own = matches!(here, Entry::InFile { generation, .. } if generation == id.1);
        Ok(is_own && here == self.entry_since(other, id.0)?)
    }

    /// Whether the object stands where a stream of plain data was found and read ([`Reading::prove`]). The work is paid
    /// again.
    pub(crate) fn is_proven(&self, id: ObjectId) -> Result<bool, Error> {
        let Entry::InFile { offset, generation } = self.entry(id.0)? else { return Ok(false) };
        match self.file.proven.work(id, offset).filter(|_| generation == id.1) {
            Some(work) => self.input.budget().spend(work).map(|()| true),
            None => Ok(false),
        }
    }

    /// Remembers that the object was found to be a stream of plain data, with nothing in it that another revision could say
    /// otherwise.
    pub(crate) fn prove(&self, id: ObjectId, work: u64) -> Result<(), Error> {
        if let Entry::InFile { offset, .. } = self.entry(id.0)? {
            self.file.proven.put(id, offset, work);
        }
        Ok(())
    }
}
