//! Objects that are come back to: one look at a signature reads its dictionary, its field and the catalog many times.

use std::sync::{Arc, Mutex, PoisonError};

use foldhash::HashMap;
use lopdf::ObjectId;

use crate::reading::Found;

/// The largest object that is kept, in bytes of memory.
const MAX_OBJECT: usize = 512 << 10;

/// All that is kept of what was come back to.
const MAX_AGAIN: usize = 16 << 20;

/// All that is kept of what was read once: most objects are.
const MAX_ONCE: usize = 4 << 20;

/// Places on one shelf.
const MAX_PLACES: usize = 32_768;

/// An indirect object as it was read.
#[derive(Clone)]
pub(crate) struct Kept {
    pub(crate) id: ObjectId,
    pub(crate) found: Arc<Found>,
    /// Whether its entries as written are with it.
    pub(crate) with_text: bool,
    /// The work that reading it was. Whoever gets it from here pays the same, so that what an operation may do does not
    /// hang on what was done before it.
    pub(crate) work: u64,
}

/// What was read lately, by the place in the file. What is come back to is kept by itself, so that a pass over many objects
/// does not push it out.
#[derive(Default)]
pub(crate) struct Recent(Mutex<Shelves>);

#[derive(Default)]
struct Shelves {
    once: Shelf,
    again: Shelf,
}

#[derive(Default)]
struct Shelf {
    found: HashMap<u64, Kept>,
    /// Bytes of memory that the objects take.
    weight: usize,
}

impl Shelf {
    fn put(&mut self, offset: u64, kept: Kept, most: usize) {
        let weight = kept.found.parsed.weight();
        if self.found.len() >= MAX_PLACES || self.weight.saturating_add(weight) > most {
            *self = Self::default();
        }
        self.weight = self.weight.saturating_add(weight);
        if let Some(former) = self.found.insert(offset, kept) {
            self.weight = self.weight.saturating_sub(former.found.parsed.weight());
        }
    }
}

impl Recent {
    pub(crate) fn get(&self, offset: u64) -> Option<Kept> {
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Shelves { once, again } = &mut *shelves;
        if let Some(kept) = again.found.get(&offset) {
            return Some(kept.clone());
        }
        let kept = once.found.remove(&offset)?;
        once.weight = once.weight.saturating_sub(kept.found.parsed.weight());
        again.put(offset, kept.clone(), MAX_AGAIN);
        Some(kept)
    }

    /// Remembers what was read at `offset`.
    pub(crate) fn put(&self, offset: u64, kept: Kept) {
        if kept.found.parsed.weight() > MAX_OBJECT {
            return;
        }
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match shelves.again.found.contains_key(&offset) {
            true => shelves.again.put(offset, kept, MAX_AGAIN),
            false => shelves.once.put(offset, kept, MAX_ONCE),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fmt::Write as _;

    use lopdf::Object;

    use super::*;
    use crate::{Document, reading::Reading};

    /// A file whose object 2 is this.
    fn file(object: &str) -> Document {
        let mut text = String::from("%PDF-1.7\n");
        let mut places = Vec::new();
        for object in
            ["<</Type/Catalog/Pages 3 0 R>>", object, "<</Type/Pages/Kids[4 0 R]/Count 1>>", "<</Type/Page>>"]
        {
            places.push(text.len());
            write!(text, "{} 0 obj\n{object}\nendobj\n", places.len()).unwrap();
        }
        let section = text.len();
        text.push_str("xref\n0 5\n0000000000 65535 f \n");
        places.iter().for_each(|place| writeln!(text, "{place:010} 00000 n ").unwrap());
        write!(text, "trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{section}\n%%EOF\n").unwrap();
        Document::open(Arc::new(text.into_bytes())).unwrap()
    }

    /// What is read of object 2, and what that costs.
    fn read(reading: &Reading<'_>) -> (Object, Vec<Vec<u8>>, u64) {
        let before = reading.input().budget().left();
        let object = reading.shallow((2, 0)).unwrap().into_owned();
        let found = reading.located((2, 0)).unwrap().unwrap().found;
        assert_eq!(found.parsed.object, object);
        let keys = found.parsed.entries.iter().map(|entry| entry.key.clone()).collect();
        (object, keys, before - reading.input().budget().left())
    }

    #[test]
    fn an_object_is_the_same_and_costs_the_same_each_time() {
        let long = format!("<</A({})/B 1>>", "long".repeat(MAX_OBJECT / 4));
        for object in ["<</A[1 2 3 0 R]/B(text)/A 2>>", "[(text)]", &long] {
            let document = file(object);
            let reading = document.reading();
            let first = read(&reading);
            (0..4).for_each(|time| assert_eq!(read(&reading), first, "{time}"));
            assert!(reading.shallow((2, 1)).unwrap().is_null(), "another generation");
        }
    }

    #[test]
    fn what_is_kept_has_an_end() {
        let of = |bytes: usize| {
            let document = file(&format!("({})", "t".repeat(bytes)));
            let found = document.reading().find((2, 0), true).unwrap().unwrap();
            Kept { id: (2, 0), found, with_text: true, work: 1 }
        };
        let (small, large, too_large) = (of(1), of(MAX_OBJECT / 2), of(MAX_OBJECT + 1));
        let recent = Recent::default();
        let weights = || {
            let shelves = recent.0.lock().unwrap();
            (shelves.once.weight, shelves.again.weight)
        };
        recent.put(1, too_large);
        assert!(recent.get(1).is_none());
        recent.put(0, small.clone());
        assert!(recent.get(0).is_some(), "come back to");
        for offset in 2..50 {
            recent.put(offset, large.clone());
            assert!(weights().0 <= MAX_ONCE && weights().1 < MAX_OBJECT, "{offset}");
        }
        assert!(recent.get(0).is_some(), "what was read once does not push out what was come back to");
        assert!(recent.get(2).is_none() && recent.get(49).is_some());
        for offset in 2..50 {
            recent.put(offset, large.clone());
            assert!(recent.get(offset).is_some());
            assert!(weights().1 <= MAX_AGAIN, "{offset}");
        }
        let before = weights();
        recent.put(49, large.clone());
        assert_eq!(weights(), before, "what is read again takes the place of what was there");
        for offset in 0..3 * MAX_PLACES as u64 {
            recent.put(offset, small.clone());
            recent.get(offset);
        }
        let shelves = recent.0.lock().unwrap();
        assert!(shelves.once.found.len() <= MAX_PLACES && shelves.again.found.len() <= MAX_PLACES);
    }
}
