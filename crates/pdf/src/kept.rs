//! Objects that are come back to: one look at a signature reads its dictionary, its field and the catalog many times.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use lopdf::ObjectId;

use crate::reading::Found;

/// The largest object that is kept, in bytes of memory.
const MAX_OBJECT: usize = 512 << 10;

/// All that is kept of a file.
const MAX_KEPT: usize = 4 << 20;

/// Places that are remembered.
const MAX_PLACES: usize = 4096;

/// An indirect object as it was read.
pub(crate) struct Kept {
    pub(crate) id: ObjectId,
    pub(crate) found: Found,
    /// Whether its entries as written are with it.
    pub(crate) with_text: bool,
    /// The work that reading it was. Whoever gets it from here pays the same, so that what an operation may do does not
    /// hang on what was done before it.
    pub(crate) work: u64,
}

/// What was read lately, by the place in the file. An object is kept when it is read for the second time: most are read
/// once.
#[derive(Default)]
pub(crate) struct Recent(Mutex<Places>);

#[derive(Default)]
struct Places {
    found: HashMap<u64, Option<Arc<Kept>>>,
    /// Bytes of memory that the objects take.
    weight: usize,
}

impl Recent {
    pub(crate) fn get(&self, offset: u64) -> Option<Arc<Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).found.get(&offset)?.clone()
    }

    /// Remembers that an object of that weight was read at `offset`; the second time, the object.
    pub(crate) fn put(&self, offset: u64, weight: usize, object: impl FnOnce() -> Kept) {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let again = places.found.contains_key(&offset);
        if again && weight > MAX_OBJECT {
            return;
        }
        let weight = if again { weight } else { 0 };
        if places.found.len() >= MAX_PLACES || places.weight.saturating_add(weight) > MAX_KEPT {
            *places = Places::default();
        }
        places.found.insert(offset, again.then(|| Arc::new(object())));
        places.weight = places.weight.saturating_add(weight);
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
        let object = reading.shallow((2, 0)).unwrap();
        let located = reading.located((2, 0)).unwrap().unwrap();
        assert_eq!(located.parsed.object, object);
        let keys = located.parsed.entries.into_iter().map(|entry| entry.key).collect();
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
        let found = || {
            let document = file("(text)");
            let found = document.reading().find((2, 0), true).unwrap().unwrap();
            Kept { id: (2, 0), found, with_text: true, work: 1 }
        };
        let recent = Recent::default();
        let kept = |offset| recent.get(offset).is_some();
        recent.put(0, MAX_OBJECT, found);
        assert!(!kept(0), "read once");
        recent.put(0, MAX_OBJECT, found);
        assert!(kept(0));
        for _ in 0..2 {
            recent.put(1, MAX_OBJECT + 1, found);
        }
        assert!(kept(0) && !kept(1), "too large");
        let weight = || recent.0.lock().unwrap().weight;
        for offset in 2..50 {
            recent.put(offset, MAX_OBJECT, found);
            recent.put(offset, MAX_OBJECT, found);
            assert!(weight() <= MAX_KEPT, "{offset}");
        }
        for offset in 0..3 * MAX_PLACES as u64 {
            recent.put(offset, 0, found);
        }
        assert!(recent.0.lock().unwrap().found.len() <= MAX_PLACES);
    }
}
