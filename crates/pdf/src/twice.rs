//! Whether what was signed holds an object twice: once as its cross-reference sections list it, and once more where they do not.
//!
//! A program that follows the sections never sees the second one. One that searches the file for objects takes whichever it finds
//! last, or of the highest generation, and something small in a later revision is enough to make it search. So where one follows, what
//! was signed has to be the same to both.

use std::{collections::BTreeSet, sync::Arc};

use lopdf::{Dictionary, ObjectId};

use crate::{
    document::Document,
    error::Error,
    heads::{self, Heads},
    object,
    objection::{Objection, same},
    plain::CHUNK,
    reading::Reading,
    revisions::Revision,
    skim::Wanted,
    xref::{Entry, Section},
};
use hidden::hidden;
pub(crate) use running::Running;
use search::{Search, Trailer};

mod hidden;
mod running;
mod search;

/// Entries of all sections of a file: some 50 MB of them.
const MAX_ENTRIES: u64 = 2_000_000;

/// Entries that room is made for before they are read.
const ROOM: u64 = 100_000;

/// Numbers of objects that there are not, looked for at once among the references of others.
const AT_ONCE: usize = 256;

/// What was found in all revisions but the newest.
pub(crate) struct Twice {
    /// Objects where no section lists one, in the order of the file.
    unlisted: Vec<Stands>,
    /// Trailers that belong to no section.
    trailers: Vec<Trailer>,
    /// Objects that a search takes in place of what a newer section lists under their numbers, with that section.
    disordered: Vec<(usize, Stands)>,
    /// Places of listed objects of which there is another, and that not every search meets, in their order.
    hidden: Vec<u64>,
    /// The oldest section that lists an object behind the end of its revision, and where.
    beyond: Option<(usize, u64)>,
    /// The oldest revision in which one of them is another than the one that is listed.
    found: Option<(usize, Objection)>,
    /// Work of asking that so far.
    spent: u64,
}

/// An object where it should not be.
#[derive(Clone, Copy)]
struct Stands {
    /// Nothing where it is for each program to say.
    number: Option<u32>,
    /// The highest that any program could read there.
    generation: u32,
    at: u64,
}

impl From<Stands> for Objection {
    fn from(one: Stands) -> Self {
        match one.number {
            Some(object) => Self::Twice { object, at: one.at },
            None => Self::Stray { at: one.at },
        }
    }
}

impl Twice {
    /// Looks through the file once, unless somebody has `searched`, who is waited for at last.
    pub(crate) fn new(
        document: &Document,
        searched: impl FnOnce() -> Option<Arc<Heads>>,
    ) -> Result<Self, Error> {
        let reading = document.reading();
        let sections = &document.file().sections;
        let end = document.revisions().last().map_or(0, |newest| newest.start);
        let said = said(&reading, sections)?;
        let again = again(&reading, &said)?;
        let beyond = beyond(document, &said);
        let mut search = Search::new(&reading, sections, &said);
        reading.input().budget().spend(end)?;
        match searched().as_ref().and_then(|heads| heads.before(end)) {
            Some(mut known) => known.try_for_each(|met| search.judge(&met))?,
            None => heads::each(reading.input(), end, &mut |met| search.judge(&met))?,
        }
        let Search { unlisted, trailers, .. } = search;
        let hidden = hidden(document, &said, &asked(&reading, &said, &again, &unlisted))?;
        let is_shown = |one: &Again| {
            let is_newest = one.old.at < one.new.at && one.old.generation <= one.new.generation;
            is_newest && hidden.binary_search(&one.new.at).is_err()
        };
        let disordered = again.into_iter().filter(|one| !is_shown(one)).map(|one| (one.section, one.old));
        let disordered = disordered.collect();
        Ok(Self { unlisted, trailers, disordered, hidden, beyond, found: None, spent: 0 })
    }

    /// What a search shows of revision `index`, and its sections do not.
    pub(crate) fn in_revision(
        &mut self,
        document: &Document,
        index: usize,
    ) -> Result<Option<Objection>, Error> {
        let Some(signed) = document.revisions().get(index) else { return Ok(None) };
        if let Some((_, why)) = self.found.as_ref().filter(|(at, _)| *at <= index) {
            return Ok(Some(why.clone()));
        }
        // What nobody finds there may stand there later.
        if let Some((_, at)) = self.beyond.filter(|(section, _)| *section >= signed.section) {
            return Ok(Some(Objection::NoObject { at }));
        }
        if let Some(why) = self.other_trailer(document, signed) {
            self.found = Some((index, why.clone()));
            return Ok(Some(why));
        }
        let older = self.disordered.iter().filter(|(section, _)| *section >= signed.section);
        let here = self.unlisted.iter().filter(|one| one.at < signed.end);
        let all: Vec<Stands> = here.copied().chain(older.map(|(_, one)| *one)).collect();
        if all.is_empty() {
            return Ok(None);
        }
        let reading = document.reading().turned_to(signed.section);
        reading.input().budget().spend(self.spent)?;
        let before = reading.input().budget().left();
        let found = first_other(&reading, signed, &all, &self.hidden);
        self.spent = self.spent.saturating_add(before.saturating_sub(reading.input().budget().left()));
        let found = found?.map(Objection::from);
        if let Some(why) = &found {
            self.found = Some((index, why.clone()));
        }
        Ok(found)
    }

    /// The first trailer that a search may take for the one in force, and that leads elsewhere: one that belongs to no section, or to an
    /// older section that stands behind the newest.
    fn other_trailer(&self, document: &Document, signed: &Revision) -> Option<Objection> {
        let sections = document.file().sections.get(signed.section..)?;
        let (newest, older) = sections.split_first()?;
        let leads_elsewhere = |trailer: &Dictionary| differs(trailer, &newest.trailer);
        let mut behind = older.iter().filter(|section| section.offset > newest.offset);
        if behind.any(|section| leads_elsewhere(&section.trailer)) {
            return Some(Objection::TrailerChanged);
        }
        let mut stray = self.trailers.iter().filter(|trailer| trailer.at < signed.end);
        let stray = stray.find(|trailer| trailer.says.as_ref().is_none_or(leads_elsewhere))?;
        Some(Objection::Stray { at: stray.at })
    }
}

/// Whether a trailer leads elsewhere than another one.
fn differs(one: &Dictionary, other: &Dictionary) -> bool {
    [&b"Root"[..], b"Encrypt"].iter().any(|key| match (one.get(key), other.get(key)) {
        (Ok(one), Ok(other)) => !same(one, other),
        (Ok(_), Err(_)) => true,
        (Err(_), _) => false,
    })
}

/// What a section says of an object that is there.
#[derive(Clone, Copy)]
struct Said {
    number: u32,
    /// Newest first.
    section: usize,
    entry: Entry,
}

/// All that the sections say, in the order of the numbers, newer sections first.
fn said(reading: &Reading<'_>, sections: &[Section]) -> Result<Vec<Said>, Error> {
    let count = sections.iter().map(Section::listed).fold(0, u64::saturating_add);
    if count > MAX_ENTRIES {
        return Err(Error::TooLarge { what: "the objects of all revisions", limit: MAX_ENTRIES });
    }
    reading.input().budget().spend(count)?;
    // Making room bit by bit costs more than reading them, and some files promise more than they keep.
    let mut all = Vec::with_capacity(count.min(ROOM) as usize);
    for (at, section) in sections.iter().enumerate() {
        section.each_settled(reading.input(), &mut |number, entry| {
            all.push(Said { number, section: at, entry });
        })?;
    }
    all.retain(|one| one.number > 0 && one.entry != Entry::Free);
    all.sort_by_key(|one| (one.number, one.section));
    Ok(all)
}

/// The oldest section that lists an object behind the end of its own revision, and where.
fn beyond(document: &Document, said: &[Said]) -> Option<(usize, u64)> {
    let mut ends = vec![u64::MAX; document.file().sections.len()];
    // A section that ends no revision by itself belongs to the next.
    let mut revisions = document.revisions().iter().rev().peekable();
    let mut own = u64::MAX;
    for (section, end) in ends.iter_mut().enumerate() {
        while let Some(revision) = revisions.next_if(|revision| revision.section <= section) {
            own = revision.end;
        }
        *end = own;
    }
    let reading = document.reading();
    let places = said.iter().filter_map(|one| Some((one.section, reading.place(one.entry)?)));
    places.filter(|(section, at)| ends.get(*section).is_some_and(|end| at >= end)).max()
}

/// An object that is listed again elsewhere.
struct Again {
    /// The newer of the two sections.
    section: usize,
    new: Stands,
    old: Stands,
}

/// Those that are, by each section and the one before it; not by the newest, which is what may have changed.
fn again(reading: &Reading<'_>, said: &[Said]) -> Result<Vec<Again>, Error> {
    let place = |one: &Said| {
        let (offset, generation) = match one.entry {
            Entry::InFile { offset, generation } => (offset, generation),
            Entry::InStream { stream, .. } => match reading.entry_since(one.section, stream)? {
                Entry::InFile { offset, .. } => (offset, 0),
                _ => return Ok(None),
            },
            Entry::Free => return Ok(None),
        };
        let (number, generation) = (Some(one.number), generation.into());
        Ok::<_, Error>(Some(Stands { number, generation, at: reading.absolute(offset) }))
    };
    let mut found = Vec::new();
    for pair in said.windows(2) {
        if let [newer, older] = pair
            && newer.number == older.number
            && newer.section != older.section
            && newer.section > 0
            && newer.entry != older.entry
            && let (Some(new), Some(old)) = (place(newer)?, place(older)?)
        {
            found.push(Again { section: newer.section, new, old });
        }
    }
    Ok(found)
}

/// Where objects are listed of which there is another, in the order of the file.
fn asked(reading: &Reading<'_>, said: &[Said], again: &[Again], unlisted: &[Stands]) -> Vec<u64> {
    let mut asked: Vec<u64> = again.iter().map(|one| one.new.at).collect();
    let numbers: BTreeSet<u32> = unlisted.iter().filter_map(|one| one.number).collect();
    for number in numbers {
        let first = said.partition_point(|said| said.number < number);
        let listed = said.get(first..).unwrap_or_default().iter();
        let listed = listed.take_while(|said| said.number == number);
        asked.extend(listed.filter_map(|said| reading.place(said.entry)));
    }
    asked.sort_unstable();
    asked.dedup();
    asked
}

/// The first of these objects that a search takes for another than the one that is listed.
fn first_other(
    reading: &Reading<'_>,
    signed: &Revision,
    all: &[Stands],
    hidden: &[u64],
) -> Result<Option<Stands>, Error> {
    let mut absent = Vec::new();
    for one in all {
        let Some(number) = one.number else { return Ok(Some(*one)) };
        let is_other = match reading.entry(number)? {
            Entry::InFile { offset, generation } => {
                let listed = reading.absolute(offset);
                let is_behind = one.at > listed || one.generation > generation.into();
                let is_taken = is_behind || hidden.binary_search(&listed).is_ok();
                is_taken && !is_same(reading, (number, generation), offset, *one, signed.end)?
            }
            // Not every program that searches looks into streams.
            Entry::InStream { .. } => true,
            Entry::Free => {
                absent.push(*one);
                leads_on(reading, *one)?
            }
        };
        if is_other {
            return Ok(Some(*one));
        }
    }
    led_to(reading, &absent)
}

/// Whether the object stands there byte for byte as where it is listed.
fn is_same(reading: &Reading<'_>, id: ObjectId, offset: u64, one: Stands, end: u64) -> Result<bool, Error> {
    let input = reading.input();
    let entry = Entry::InFile { offset, generation: id.1 };
    let behind = match reading.skim_on(id, entry, Wanted::default()) {
        Ok(Some((skimmed, behind))) => reading.end(skimmed.length, behind),
        Ok(None) => return Ok(false),
        Err(error) => Err(error),
    };
    let behind = match behind {
        Ok(Some(behind)) => behind,
        Ok(None) => return Ok(false),
        Err(error) if error.is_damage() => return Ok(false),
        Err(error) => return Err(error),
    };
    let start = reading.absolute(offset);
    let blanks = input.parse(start, |lexer| {
        lexer.skip_space();
        Ok(lexer.at() as u64)
    })?;
    let (start, length) = (start.saturating_add(blanks), behind.saturating_sub(start));
    let length = length.saturating_sub(blanks);
    if one.at.saturating_add(length) > end {
        return Ok(false);
    }
    let mut done = 0;
    while done < length {
        let next = length.saturating_sub(done).min(CHUNK);
        input.budget().spend(next)?;
        if input.part(start.saturating_add(done), next)? != input.part(one.at.saturating_add(done), next)? {
            return Ok(false);
        }
        done = done.saturating_add(next);
    }
    Ok(true)
}

/// Whether it is a stream of objects, which a search unpacks, or a cross-reference stream, of which it takes the trailer.
fn leads_on(reading: &Reading<'_>, one: Stands) -> Result<bool, Error> {
    match reading.input().parse(one.at, object::indirect_alone) {
        Ok((_, parsed, _)) => Ok(parsed
            .object
            .as_dict()
            .is_ok_and(|entries| entries.has_type(b"ObjStm") || entries.has_type(b"XRef"))),
        Err(error) if error.is_damage() => Ok(false),
        Err(error) => Err(error),
    }
}

/// The first of these objects, of which none is listed, that something in the revision refers to.
fn led_to(reading: &Reading<'_>, absent: &[Stands]) -> Result<Option<Stands>, Error> {
    let numbers: BTreeSet<u32> = absent.iter().filter_map(|one| one.number).collect();
    let numbers: Vec<u32> = numbers.into_iter().collect();
    if numbers.is_empty() {
        return Ok(None);
    }
    let listed = reading.all_numbers()?;
    for numbers in numbers.chunks(AT_ONCE) {
        for number in &listed {
            let meets = |numbers: &[u32]| {
                let entry = reading.entry(*number)?;
                let id = (*number, entry.generation().unwrap_or(0));
                match reading.skim(id, entry, Wanted { numbers, ..Wanted::default() }) {
                    Ok(found) => Ok(found.is_some_and(|found| found.meets)),
                    Err(error) if error.is_damage() => Ok(false),
                    Err(error) => Err(error),
                }
            };
            if !meets(numbers)? {
                continue;
            }
            for one in absent {
                if meets(one.number.as_slice())? {
                    return Ok(Some(*one));
                }
            }
        }
    }
    Ok(None)
}
