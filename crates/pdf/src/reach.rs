//! Whether anything that was signed leads to what was written later for archiving.

use std::{collections::HashSet, ops::Range};

use lopdf::Object;

use crate::{
    document::Document,
    error::Error,
    objection::same,
    reading::Reading,
    revisions::Revision,
    skim::Wanted,
    xref::{Entry, Section},
};

/// Numbers of objects that are looked at. A file with more is compared in another way.
const MAX_OBJECTS: usize = 200_000;

impl Document {
    /// Whether nothing that revision `index` consists of leads to what archival updates ([`crate::Additions::Archival`]) wrote
    /// after it, so that comparing the two object by object can find nothing but what serves archiving. `false` where that
    /// cannot be told without comparing them.
    ///
    /// It is so where they wrote the catalog anew, with the same form and metadata, perhaps the information dictionary, and else
    /// only objects that had not been there; and where no object of the revision, reachable or not, names one of their numbers
    /// or a higher one in any reference, be it under a key that stands there twice.
    ///
    /// # Errors
    /// What reading can say.
    pub fn is_apart_from_archival(&self, index: usize) -> Result<bool, Error> {
        let revisions = self.revisions();
        let (Some(signed), Some(newest)) = (revisions.get(index), revisions.last()) else { return Ok(false) };
        let Some(later) = later(self, signed, newest)? else { return Ok(false) };
        let sections = signed.section..self.file().sections.len();
        let Some(numbers) = listed(self, sections) else { return Ok(false) };
        are_apart(&self.reading().turned_to(signed.section), numbers, &later)
    }
}

/// The numbers of what was written later, but for the catalog's.
struct Later {
    /// The lowest of what had not been there.
    first: u32,
    /// The information dictionary, where it was written anew.
    again: Vec<u32>,
}

/// Nothing where anything else was written than what had not been there, the catalog with the same form and metadata, and the
/// information dictionary.
fn later(document: &Document, signed: &Revision, newest: &Revision) -> Result<Option<Later>, Error> {
    let Some(written) = listed(document, newest.section..signed.section) else { return Ok(None) };
    let (old, new) = (document.reading().turned_to(signed.section), document.reading());
    let root = old.root()?;
    let (before, after) = (old.catalog()?, new.catalog()?);
    let is_kept = |key: &[u8]| match (before.get(key), after.get(key)) {
        (Ok(before), Ok(after)) => same(before, after),
        (Err(_), Err(_)) => true,
        _ => false,
    };
    if new.root()? != root || !is_kept(b"AcroForm") || !is_kept(b"Metadata") {
        return Ok(None);
    }
    let info = old.trailer()?.get(b"Info").and_then(Object::as_reference).ok();
    let (mut first, mut again) = (None, Vec::new());
    for number in written {
        let now = new.entry(number)?;
        match old.entry(number)? {
            // Such as the head of the list of free objects.
            Entry::Free if now == Entry::Free => continue,
            Entry::Free => first = first.or(Some(number)),
            _ if number == root.0 => {}
            _ if info.is_some_and(|info| info.0 == number) => again.push(number),
            _ => return Ok(None),
        }
        if !has_plain_keys(&new, number, now)? {
            return Ok(None);
        }
    }
    Ok(first.map(|first| Later { first, again }))
}

/// Where a key stands twice, readers differ in what it says.
fn has_plain_keys(reading: &Reading<'_>, number: u32, entry: Entry) -> Result<bool, Error> {
    let Entry::InFile { offset, generation } = entry else { return Ok(false) };
    if reading.is_section(offset) {
        return Ok(true);
    }
    let Some(located) = reading.located((number, generation))? else { return Ok(false) };
    let mut seen = HashSet::new();
    Ok(located.found.parsed.entries.iter().all(|entry| seen.insert(&entry.key)))
}

/// The numbers that these sections list, in order; nothing when there are too many.
fn listed(document: &Document, sections: Range<usize>) -> Option<Vec<u32>> {
    let sections = document.file().sections.get(sections)?;
    let numbers = sections.iter().flat_map(Section::all_numbers);
    let mut numbers: Vec<u32> = numbers.take(MAX_OBJECTS + 1).collect();
    if numbers.len() > MAX_OBJECTS {
        return None;
    }
    numbers.sort_unstable();
    numbers.dedup();
    Some(numbers)
}

/// Whether no reference in these objects of a revision leads to what was written later, or could.
fn are_apart(reading: &Reading<'_>, numbers: Vec<u32>, later: &Later) -> Result<bool, Error> {
    for number in numbers {
        let entry = reading.entry(number)?;
        let generation = match entry {
            Entry::Free => continue,
            Entry::InFile { offset, .. } if reading.is_section(offset) => continue,
            Entry::InFile { generation, .. } => generation,
            Entry::InStream { .. } => 0,
        };
        let wanted = Wanted { keys: &[], numbers: &later.again };
        match reading.skim((number, generation), entry, wanted) {
            Ok(Some(skimmed)) if skimmed.highest < later.first && !skimmed.meets => {}
            Err(error @ Error::Read { .. }) => return Err(error),
            _ => return Ok(false),
        }
    }
    Ok(true)
}
