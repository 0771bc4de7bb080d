//! Whether anything that was signed leads to what was written later for archiving.

use lopdf::{Object, ObjectId};

use crate::{
    document::Document,
    error::Error,
    every, external,
    modifications::private,
    objection::same,
    pages,
    reading::{Behind, Reading},
    revisions::{self, Revision, XrefKind},
    skim::{Skimmed, Wanted},
    xref::{Entry, Section},
};

/// Sections that every program follows: some stop at 256.
const MAX_SECTIONS: usize = 200;

/// A revision to which nothing leads that was written after it for archiving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Apart {
    /// How many pages it has, where each of them is drawn from the very same bytes as it is now, whichever program draws it;
    /// nothing where that has to be looked at.
    pub same_pages: Option<u32>,
}

impl Document {
    /// Whether nothing that revision `index` consists of leads to what archival updates ([`crate::Additions::Archival`]) wrote
    /// after it, so that comparing the two object by object can find nothing but what serves archiving. Nothing where that
    /// cannot be told without comparing them.
    ///
    /// It is so where they wrote the catalog anew, with the same form and metadata, perhaps the information dictionary (with
    /// another date and another program in it), and else
    /// only objects that had not been there; and where no object of the revision, reachable or not, names one of their numbers
    /// or a higher one in any reference, be it under a key that stands there twice.
    ///
    /// Then the pages look the same ([`Apart::same_pages`]) if a program that reads the revision alone finds the same bytes for
    /// each object as one that reads the whole file, and neither has a reason to mend anything: each object stands complete where
    /// the cross-reference data say, stream data and all, before the revision ends.
    ///
    /// # Errors
    /// What reading can say.
    pub fn apart_from_archival(&self, index: usize) -> Result<Option<Apart>, Error> {
        let revisions = self.revisions();
        let (Some(signed), Some(newest)) = (revisions.get(index), revisions.last()) else { return Ok(None) };
        let Some(later) = later(self, signed, newest)? else { return Ok(None) };
        let Some(found) = through_all(self, signed, &later)? else { return Ok(None) };
        let same_pages = match is_plain(self, signed) {
            true => same_pages(&self.reading().turned_to(signed.section), found)?,
            false => None,
        };
        Ok(Some(Apart { same_pages }))
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
/// information dictionary, which says the same but for when and by which program the file was written.
fn later(document: &Document, signed: &Revision, newest: &Revision) -> Result<Option<Later>, Error> {
    let (old, new) = (document.reading().turned_to(signed.section), document.reading());
    let written = match new.numbers_in(newest.section..signed.section) {
        Err(Error::TooLarge { .. }) => return Ok(None),
        written => written?,
    };
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
    // What else is said of the document is told.
    if !private::says_the_same((&old, old.trailer()?), (&new, new.trailer()?))?
        || !private::is_raised(&before, &after)
    {
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
            _ if number == root.0 && is_nothing_else(&old, &new, root)? => {}
            _ if let Some(info) = info.filter(|info| info.0 == number)
                && is_nothing_else(&old, &new, info)? =>
            {
                again.push(number);
            }
            _ => return Ok(None),
        }
        if !has_plain_keys(&new, number, now)? {
            return Ok(None);
        }
    }
    let Some(first) = first else { return Ok(None) };
    // What says the same here may say something else to others.
    let is_clear = old.repeated_key(root)?.is_none() && new.repeated_key(root)?.is_none();
    Ok(is_clear.then_some(Later { first, again }))
}

/// Whether every program reads the cross-reference data of the revision in one way, and is shown the same bytes.
fn is_plain(document: &Document, signed: &Revision) -> bool {
    let file = document.file();
    let is_laid_out = |section: &Section| section.is_laid_out() && section.kind != XrefKind::Hybrid;
    !document.is_encrypted()
        && !document.was_repaired()
        && document.leading_bytes() == 0
        && file.sections.len() <= MAX_SECTIONS
        && file.sections.get(signed.section..).is_some_and(|sections| sections.iter().all(is_laid_out))
}

/// Whether an object that was written anew is a dictionary and nothing more, as it was: objects can stand in a stream that nothing
/// refers to.
fn is_nothing_else(old: &Reading<'_>, new: &Reading<'_>, id: ObjectId) -> Result<bool, Error> {
    Ok(old.is_dictionary(id)? && new.is_dictionary(id)?)
}

fn has_plain_keys(reading: &Reading<'_>, number: u32, entry: Entry) -> Result<bool, Error> {
    let Entry::InFile { offset, generation } = entry else { return Ok(false) };
    if reading.is_section(offset) {
        return Ok(true);
    }
    let id = (number, generation);
    Ok(reading.exists(id)? && reading.repeated_key(id)?.is_none())
}

/// What the objects of a revision are looked through for.
struct Look<'l> {
    later: &'l Later,
    /// Where the revision ends.
    end: u64,
    /// The revisions up to that.
    revisions: &'l [Revision],
    /// Where its objects stand, in order.
    places: Vec<u64>,
}

/// What was found in them.
#[derive(Clone, Copy)]
struct Found {
    /// Whether every program that reads the revision alone finds the same in them as one that reads the whole file.
    is_plain: bool,
    /// Whether each stream has its data with it.
    is_alone: bool,
    pages: u32,
    /// The highest of their numbers.
    last: u32,
}

impl Found {
    const NOTHING: Self = Self { is_plain: true, is_alone: true, pages: 0, last: 0 };

    fn and(self, other: Self) -> Self {
        Self {
            is_plain: self.is_plain && other.is_plain,
            is_alone: self.is_alone && other.is_alone,
            pages: self.pages.saturating_add(other.pages),
            last: self.last.max(other.last),
        }
    }
}

impl Look<'_> {
    /// Whether no reference in the object leads to what was written later, or could.
    fn at(&self, reading: &Reading<'_>, number: u32, entry: Entry, all: &mut Found) -> Result<bool, Error> {
        let Some(generation) = entry.generation() else { return Ok(true) };
        all.last = all.last.max(number);
        if let Entry::InFile { offset, .. } = entry
            && reading.is_section(offset)
        {
            all.is_plain &= reading.absolute(offset) < self.end;
            return Ok(true);
        }
        let wanted = Wanted { numbers: &self.later.again, ..Wanted::default() };
        match reading.skim_on((number, generation), entry, wanted) {
            Ok(Some((skimmed, behind))) if skimmed.highest < self.later.first && !skimmed.meets => {
                all.is_plain &= !skimmed.is_section;
                all.is_plain = all.is_plain && self.is_whole(reading, entry, &skimmed, behind)?;
                all.is_alone &= !external::may_be(&skimmed, behind);
                all.pages = all.pages.saturating_add(u32::from(skimmed.is_page));
                Ok(true)
            }
            Err(error @ Error::Read { .. }) => Err(error),
            _ => Ok(false),
        }
    }

    /// Whether an object stands there complete before the next one, and before the revision ends that it was written in; and nothing
    /// in it can be shown otherwise than it is written, as the text of a field can.
    fn is_whole(
        &self,
        reading: &Reading<'_>,
        entry: Entry,
        skimmed: &Skimmed,
        behind: Behind,
    ) -> Result<bool, Error> {
        if skimmed.may_be_filled_in {
            return Ok(false);
        }
        let limit = reading.place(entry).map_or(self.end, |at| {
            let own = revisions::at(self.revisions, at);
            let next = self.places.get(self.places.partition_point(|place| *place <= at));
            own.map_or(self.end, |own| own.end).min(next.copied().unwrap_or(u64::MAX))
        });
        match reading.end(skimmed.length, behind) {
            Ok(end) => Ok(end.is_some_and(|end| end <= limit.min(self.end))),
            Err(error @ Error::Read { .. }) => Err(error),
            Err(_) => Ok(false),
        }
    }
}

/// Looks through all objects of a revision. What is met on the way is remembered of it: whether a stream has its data in
/// another file.
fn through_all(document: &Document, signed: &Revision, later: &Later) -> Result<Option<Found>, Error> {
    let end = document.revisions().partition_point(|revision| revision.end <= signed.end);
    let revisions = document.revisions().get(..end).unwrap_or_default();
    let Some(places) = places(document, signed.section)? else { return Ok(None) };
    let look = Look { later, end: signed.end, revisions, places };
    let found = every::object(document, signed.section, &Found::NOTHING, |reading, number, entry, found| {
        look.at(reading, number, entry, found)
    })?;
    let found = found.map(|found| found.into_iter().fold(Found::NOTHING, Found::and));
    if found.is_some_and(|found| found.is_alone) {
        document.file().without_external.put(signed.section);
    }
    Ok(found)
}

/// Where the objects of the revision stand whose newest section that is, in order. Nothing where they are too many.
fn places(document: &Document, section: usize) -> Result<Option<Vec<u64>>, Error> {
    let reading = document.reading().turned_to(section);
    let listed = reading.list();
    let Some(entries) = listed.len().and_then(|count| listed.part(section, 0..count)) else {
        return Ok(None);
    };
    let mut places = Vec::new();
    for (number, entry) in entries {
        places.extend(reading.place(entry.map_or_else(|| reading.entry(number), Ok)?));
    }
    places.sort_unstable();
    Ok(Some(places))
}

fn same_pages(reading: &Reading<'_>, found: Found) -> Result<Option<u32>, Error> {
    let size = reading.trailer()?.get(b"Size").and_then(Object::as_i64).unwrap_or(0);
    // What a trailer does not announce is nothing to some programs.
    if !found.is_plain || i64::from(found.last) >= size {
        return Ok(None);
    }
    match pages::count(reading)? {
        count if count == found.pages => Ok(Some(count)),
        // There are pages beside the tree, or some that do not say that they are.
        _ => pages::counted(reading).map(Some),
    }
}
