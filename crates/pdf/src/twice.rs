//! Whether what was signed holds an object twice: once as its cross-reference sections list it, and once more where they do not.
//!
//! A program that follows the sections never sees the second one. One that searches the file for objects takes whichever it finds
//! last, or of the highest generation, and something small in a later revision is enough to make it search. So where one follows, what
//! was signed has to be the same to both.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    document::Document,
    error::Error,
    heads::{self, Head, Heads},
    object,
    objection::Objection,
    plain::CHUNK,
    reading::{Behind, Reading},
    revisions::Revision,
    skim::Wanted,
    xref::{Entry, Section},
};
use lopdf::{Object, ObjectId};

/// Entries of all sections of a file: some 50 MB of them.
const MAX_ENTRIES: u64 = 2_000_000;

/// Objects that no section lists.
const MAX_UNLISTED: usize = 100_000;

/// Numbers of objects that there are not, looked for at once among the references of others.
const AT_ONCE: usize = 256;

/// What was found in all revisions but the newest.
pub(crate) struct Twice {
    /// Objects where no section lists one, in the order of the file.
    unlisted: Vec<Stands>,
    /// The same in files that are embedded as they are. They count where sections of both kinds follow each other: then a program that
    /// searches may do so for an earlier revision and not for a later one, or the other way round.
    embedded: Vec<Stands>,
    /// Those that stand behind what a newer section lists under their numbers, with that section.
    disordered: Vec<(usize, Stands)>,
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

/// A place that a section lists, or where one stands itself.
#[derive(Clone, Copy)]
struct Listed {
    at: u64,
    /// 0 for a section.
    id: ObjectId,
}

impl Listed {
    const fn is_section(&self) -> bool {
        self.id.0 == 0
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
        let disordered = disordered(&reading, &said)?;
        let beyond = beyond(document, &said);
        let mut unlisted = Unlisted::new(&reading, listed(&reading, sections, &said));
        reading.input().budget().spend(end)?;
        match searched().as_ref().and_then(|heads| heads.before(end)) {
            Some(mut known) => known.try_for_each(|head| unlisted.judge(head))?,
            None => heads::each(reading.input(), end, &mut |head| unlisted.judge(&head))?,
        }
        let Unlisted { found: unlisted, mut embedded, .. } = unlisted;
        if sections.windows(2).all(|pair| matches!(pair, [one, next] if one.kind == next.kind)) {
            embedded.clear();
        }
        Ok(Self { unlisted, embedded, disordered, beyond, found: None, spent: 0 })
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
        let older = self.disordered.iter().filter(|(section, _)| *section >= signed.section);
        let here = self.unlisted.iter().chain(&self.embedded).filter(|one| one.at < signed.end);
        let all: Vec<Stands> = here.copied().chain(older.map(|(_, one)| *one)).collect();
        if all.is_empty() {
            return Ok(None);
        }
        let reading = document.reading().turned_to(signed.section);
        reading.input().budget().spend(self.spent)?;
        let before = reading.input().budget().left();
        let found = first_other(&reading, signed, &all);
        self.spent = self.spent.saturating_add(before.saturating_sub(reading.input().budget().left()));
        let found = found?.map(Objection::from);
        if let Some(why) = &found {
            self.found = Some((index, why.clone()));
        }
        Ok(found)
    }
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
    let mut all = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        section.each_settled(reading.input(), &mut |number, entry| {
            all.push(Said { number, section: at, entry });
        })?;
    }
    all.retain(|one| one.number > 0 && one.entry != Entry::Free);
    all.sort_by_key(|one| (one.number, one.section));
    Ok(all)
}

/// Where objects are listed, and where sections stand, one beside a table as well: in the order of the file.
fn listed(reading: &Reading<'_>, sections: &[Section], said: &[Said]) -> Vec<Listed> {
    let objects = said.iter().filter_map(|one| match one.entry {
        Entry::InFile { offset, generation } => {
            Some(Listed { at: reading.absolute(offset), id: (one.number, generation) })
        }
        Entry::InStream { .. } | Entry::Free => None,
    });
    let beside = |section: &Section| {
        let at = section.trailer.get(b"XRefStm").and_then(Object::as_i64).ok();
        at.and_then(|at| u64::try_from(at).ok()).map(|at| reading.absolute(at))
    };
    let stand = sections.iter().flat_map(|section| [Some(section.offset), beside(section)]).flatten();
    let mut listed: Vec<_> = objects.chain(stand.map(|at| Listed { at, id: (0, 0) })).collect();
    listed.sort_unstable_by_key(|one| one.at);
    listed
}

/// The oldest section that lists an object behind the end of its own revision, and where.
fn beyond(document: &Document, said: &[Said]) -> Option<(usize, u64)> {
    let mut ends = vec![u64::MAX; document.file().sections.len()];
    for revision in document.revisions() {
        if let Some(end) = ends.get_mut(revision.section) {
            *end = revision.end;
        }
    }
    let places = said.iter().filter_map(|one| match one.entry {
        Entry::InFile { offset, .. } => Some((one.section, document.reading().absolute(offset))),
        Entry::InStream { .. } | Entry::Free => None,
    });
    places.filter(|(section, at)| ends.get(*section).is_some_and(|end| at >= end)).max()
}

/// What contradicts the order of the sections in the file, with the newer of the two sections.
fn disordered(reading: &Reading<'_>, said: &[Said]) -> Result<Vec<(usize, Stands)>, Error> {
    let place = |one: &Said| match one.entry {
        Entry::InFile { offset, generation } => Ok(Some((reading.absolute(offset), generation))),
        Entry::InStream { stream, .. } => match reading.entry_since(one.section, stream)? {
            Entry::InFile { offset, .. } => Ok(Some((reading.absolute(offset), 0))),
            _ => Ok(None),
        },
        Entry::Free => Ok::<_, Error>(None),
    };
    let mut found = Vec::new();
    for pair in said.windows(2) {
        let [newer, older] = pair else { continue };
        let is_again = newer.number == older.number && newer.section != older.section;
        if is_again
            && newer.entry != older.entry
            && let (Some(new), Some(old)) = (place(newer)?, place(older)?)
            && (old.0 > new.0 || old.1 > new.1)
        {
            let (number, generation) = (Some(older.number), u32::from(old.1));
            found.push((newer.section, Stands { number, generation, at: old.0 }));
        }
    }
    Ok(found)
}

/// The objects that stand where none is listed.
struct Unlisted<'r> {
    reading: &'r Reading<'r>,
    /// In the order of the file.
    listed: Vec<Listed>,
    found: Vec<Stands>,
    /// Those of files that are embedded as they are.
    embedded: Vec<Stands>,
    /// Where the embedded file ends that was met last.
    inside: u64,
    /// Where the last one stood, and how many listed objects begin there or before.
    passed: (u64, usize),
}

impl<'r> Unlisted<'r> {
    const fn new(reading: &'r Reading<'r>, listed: Vec<Listed>) -> Self {
        Self { reading, listed, found: Vec::new(), embedded: Vec::new(), inside: 0, passed: (0, 0) }
    }

    /// Takes what is met, in the order of its keywords, which is nearly that of the file.
    fn judge(&mut self, head: &Head) -> Result<(), Error> {
        let (at, count) = self.passed;
        let is_passed = |one: &Listed| one.at <= head.at;
        let behind = match self.listed.get(count..).filter(|_| head.at >= at) {
            Some(rest) => count + rest.iter().take_while(|one| is_passed(one)).count(),
            None => self.listed.partition_point(is_passed),
        };
        self.passed = (head.at, behind);
        let before = self.listed.get(..behind).unwrap_or_default();
        let last = before.last();
        // Blanks may stand before an object.
        let is_near = last.is_some_and(|last| head.at - last.at <= u64::from(head.blanks));
        // What is listed under another number is none that a program comes to.
        let mut there = before.iter().rev().take_while(|one| last.is_some_and(|last| one.at == last.at));
        let is_listed = is_near && there.any(|one| one.is_section() || Some(one.id.0) == head.number);
        if is_listed {
            return Ok(());
        }
        if head.at >= self.inside {
            self.inside = last.map_or(Ok(None), |last| embedded(self.reading, *last))?.unwrap_or(self.inside);
        }
        let Head { number, generation, at, .. } = *head;
        let found = if at < self.inside { &mut self.embedded } else { &mut self.found };
        found.push(Stands { number, generation, at });
        match found.len() > MAX_UNLISTED {
            true => {
                let limit = MAX_UNLISTED as u64;
                Err(Error::TooLarge { what: "objects that are not listed", limit })
            }
            false => Ok(()),
        }
    }
}

/// Where a listed stream ends that is a file by itself.
fn embedded(reading: &Reading<'_>, listed: Listed) -> Result<Option<u64>, Error> {
    let Some(offset) = listed.at.checked_sub(reading.absolute(0)) else { return Ok(None) };
    let entry = Entry::InFile { offset, generation: listed.id.1 };
    let wanted = Wanted { keys: &[b"Type"], ..Wanted::default() };
    let (skimmed, behind) = match reading.skim_on(listed.id, entry, wanted) {
        Ok(Some(found)) => found,
        Ok(None) => return Ok(None),
        Err(error) if error.is_damage() => return Ok(None),
        Err(error) => return Err(error),
    };
    let Behind::Stream(data) = behind else { return Ok(None) };
    let is_file = skimmed.entries.has_type(b"EmbeddedFile")
        || reading.input().bytes(data, 5).is_ok_and(|text| text == b"%PDF-");
    if is_file { reading.end(skimmed.length, behind) } else { Ok(None) }
}

/// The first of these objects that a search takes for another than the one that is listed.
fn first_other(reading: &Reading<'_>, signed: &Revision, all: &[Stands]) -> Result<Option<Stands>, Error> {
    let mut absent = Vec::new();
    for one in all {
        let Some(number) = one.number else { return Ok(Some(*one)) };
        let is_other = match reading.entry(number)? {
            Entry::InFile { offset, generation } => {
                let is_taken = one.at > reading.absolute(offset) || one.generation > generation.into();
                is_taken && !is_same(reading, (number, generation), offset, *one, signed.end)?
            }
            // Not every program that searches looks into streams.
            Entry::InStream { .. } => true,
            Entry::Free => {
                absent.push(*one);
                holds_objects(reading, *one)?
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

/// Whether it is a stream of objects, which a search unpacks.
fn holds_objects(reading: &Reading<'_>, one: Stands) -> Result<bool, Error> {
    match reading.input().parse(one.at, object::indirect_alone) {
        Ok((_, parsed, _)) => Ok(parsed.object.as_dict().is_ok_and(|entries| entries.has_type(b"ObjStm"))),
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
