//! The objects that were written anew, and what is found out about the newest revision once for all comparisons with it.

use std::rc::Rc;

use foldhash::{HashMap, HashSet};
use lopdf::Object;

use super::side::{Content, Side};
use super::walk::Map;
use super::{Patience, private};
use crate::{
    error::Error,
    listed::MAX_ENTRIES,
    objection::same,
    reading::Reading,
    seen::{Entries, Seen},
    xref::Entry,
};

/// What comparisons with the newest revision share: what is known of that one, and how much more may be looked at.
#[derive(Default)]
pub(super) struct Shared {
    newest: Option<Rc<Content>>,
    /// Objects of the newest revision, by their numbers.
    objects: HashMap<u32, Rc<Newest>>,
    /// The numbers of what any section lists in an object stream, by that of the stream.
    contained: Option<Contained>,
    pub(super) map: Map,
    pub(super) patience: Patience,
}

/// The numbers of objects by that of the stream they stand in; nothing where those are too many.
type Contained = Option<Rc<HashMap<u32, Vec<u32>>>>;

/// What is asked of an object of the newest revision each time it is listed anew.
struct Newest {
    is_there: bool,
    /// A key that stands in it twice.
    repeated: Option<Vec<u8>>,
    /// What reading it was, paid again by whoever takes it from here.
    work: u64,
}

impl Shared {
    /// Nothing is known yet.
    pub(super) fn with(patience: Patience) -> Self {
        Self { patience, ..Self::default() }
    }

    pub(super) fn newest<'f>(&mut self, reading: Reading<'f>) -> Result<Side<'f>, Error> {
        if let Some(known) = &self.newest {
            reading.input().budget().spend(known.work)?;
            return Ok(Side { reading, content: Rc::clone(known) });
        }
        let side = Side::read(reading, &[])?;
        self.newest = Some(Rc::clone(&side.content));
        Ok(side)
    }

    /// What stands in object streams, all of the file.
    fn contained(&mut self, reading: &Reading<'_>) -> Result<Contained, Error> {
        if let Some(known) = &self.contained {
            return Ok(known.clone());
        }
        let mut contained = HashMap::<u32, Vec<u32>>::default();
        let found = reading.in_streams()?;
        for (number, stream) in found.iter().flatten() {
            contained.entry(*stream).or_default().push(*number);
        }
        let contained = found.map(|_| Rc::new(contained));
        self.contained = Some(contained.clone());
        Ok(contained)
    }

    fn object(&mut self, reading: &Reading<'_>, number: u32) -> Result<Rc<Newest>, Error> {
        let budget = reading.input().budget();
        if let Some(known) = self.objects.get(&number) {
            budget.spend(known.work)?;
            return Ok(Rc::clone(known));
        }
        let before = budget.left();
        let (mut is_there, mut repeated) = (false, None);
        if let Some(generation) = generation(reading, number)? {
            let id = (number, generation);
            repeated = reading.repeated_key(id)?;
            is_there = reading.exists(id)?;
        }
        let known = Rc::new(Newest { is_there, repeated, work: before.saturating_sub(budget.left()) });
        self.objects.insert(number, Rc::clone(&known));
        Ok(known)
    }
}

/// What was written since.
#[derive(Default)]
pub(super) struct Differing {
    /// The numbers of objects that are listed anew and say something else.
    pub(super) changed: HashSet<u32>,
    /// Those of objects that were there and are listed anew elsewhere, whatever they say.
    pub(super) again: HashSet<u32>,
    /// The keys that stand twice in what was written: what seems to say the same may say something else to other readers.
    pub(super) repeated: Vec<Vec<u8>>,
}

/// What was written between two revisions.
pub(super) fn differing(
    (before, old): (&Reading<'_>, usize),
    (after, new): (&Reading<'_>, usize),
    shared: &mut Shared,
) -> Result<Differing, Error> {
    let mut numbers = after.numbers_in(new..old)?;
    // With an object stream goes what stands in it, though nothing of that is listed anew.
    match shared.contained(after)? {
        Some(contained) => {
            let within = numbers.iter().filter_map(|number| contained.get(number)).flatten();
            let within: Vec<u32> = within.copied().collect();
            numbers.extend(within);
            numbers.sort_unstable();
            numbers.dedup();
        }
        None => {
            for number in &numbers {
                if is_object_stream(before, *number)? || is_object_stream(after, *number)? {
                    let what = "the objects of a file whose object streams were written anew";
                    return Err(Error::TooLarge { what, limit: MAX_ENTRIES as u64 });
                }
            }
        }
    }
    let mut found = Differing::default();
    for number in numbers {
        let differs = match generation(before, number)? {
            // What was not there is new, whatever it says.
            None => shared.object(after, number)?.is_there,
            // Listed again where it stands.
            Some(generation) if after.is_as_in(old, (number, generation))? => continue,
            Some(generation) => {
                found.again.insert(number);
                found.repeated.extend(before.repeated_key((number, generation))?);
                differs(before, after, number)?
            }
        };
        found.repeated.extend(shared.object(after, number)?.repeated.clone());
        if differs {
            found.changed.insert(number);
        }
    }
    Ok(found)
}

fn is_object_stream(reading: &Reading<'_>, number: u32) -> Result<bool, Error> {
    let Some(generation) = generation(reading, number)? else { return Ok(false) };
    Ok(Entries::of(reading.shallow((number, generation))?).is_some_and(|found| found.has_type(b"ObjStm")))
}

/// The generation of the object of that number; nothing where there is none.
fn generation(reading: &Reading<'_>, number: u32) -> Result<Option<u16>, Error> {
    Ok(match reading.entry(number)? {
        // It tells of objects and is none that anybody could use.
        Entry::InFile { offset, .. } if reading.is_section(offset) => None,
        entry => entry.generation(),
    })
}

/// Whether an object says something else, whatever the order of keys. A null object is one that is not there (§7.3.10).
fn differs(before: &Reading<'_>, after: &Reading<'_>, number: u32) -> Result<bool, Error> {
    let (old, new) = (generation(before, number)?, generation(after, number)?);
    let of = |reading: &Reading<'_>, generation: Option<u16>| match generation {
        Some(generation) => reading.shallow((number, generation)),
        None => Ok(Seen::Null),
    };
    let (one, other) = (of(before, old)?, of(after, new)?);
    // Where the data of a stream cannot be had, nobody can say.
    for (reading, generation) in [(before, old), (after, new)] {
        generation.map(|generation| reading.exists((number, generation))).transpose()?;
    }
    if one.is_null() && other.is_null() {
        return Ok(false);
    }
    if old != new || !(same(&one, &other) || private::is_marked(&one, &other)) {
        return Ok(true);
    }
    let id = (number, new.unwrap_or_default());
    match (before.is_stream(id)?, after.is_stream(id)?) {
        (false, false) => Ok(false),
        (true, true) => Ok(match (before.object(id)?, after.object(id)?) {
            (Object::Stream(one), Object::Stream(other)) => one.content != other.content,
            _ => true,
        }),
        _ => Ok(true),
    }
}
