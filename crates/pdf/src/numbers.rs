//! Which object numbers are free for new objects: those that no section lists and no reference in the file names.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

use lopdf::{Dictionary, Object};

use crate::{error::Error, xref::Section};

/// The largest object number (annex C.2).
const MAX_NUMBER: u64 = 8_388_607;

/// References to objects that do not exist which are remembered.
const MAX_MENTIONED: usize = 100_000;

/// The numbers behind those that the sections speak of.
///
/// A reference to an object that does not exist is a reference to null (§7.3.10). Given to a new object, its number would
/// make that object a kid, a page or a content of whatever refers to it. So every object that is read is looked at for
/// such references; objects that nobody has read have no part in what is appended, and in a trailer only what one program
/// notes there for itself leads nowhere.
pub(crate) struct Numbers {
    next: u64,
    mentioned: Mutex<BTreeSet<u32>>,
}

impl Numbers {
    pub(crate) fn new(sections: &[Section]) -> Self {
        let next = sections.iter().map(Section::next_number).max().unwrap_or(0).max(1);
        Self { next, mentioned: Mutex::default() }
    }

    /// The number behind the highest that a section speaks of.
    pub(crate) fn next(&self) -> u64 {
        self.next
    }

    /// Remembers the references in an object that lead behind what exists.
    pub(crate) fn note(&self, object: &Object) {
        match object {
            Object::Reference((number, _)) if u64::from(*number) >= self.next => self.insert(*number),
            Object::Array(items) => items.iter().for_each(|item| self.note(item)),
            Object::Dictionary(dictionary) => self.note_all(dictionary),
            _ => {}
        }
    }

    fn note_all(&self, dictionary: &Dictionary) {
        dictionary.iter().for_each(|(_, value)| self.note(value));
    }

    fn insert(&self, number: u32) {
        let mut mentioned = self.mentioned.lock().unwrap_or_else(PoisonError::into_inner);
        if mentioned.len() <= MAX_MENTIONED {
            mentioned.insert(number);
        }
    }

    /// The first free number from `from` on.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where there is none, or where more references lead nowhere than are remembered.
    pub(crate) fn free(&self, from: u64) -> Result<u32, Error> {
        let mentioned = self.mentioned.lock().unwrap_or_else(PoisonError::into_inner);
        if mentioned.len() > MAX_MENTIONED {
            let what = "the number of references to objects that do not exist";
            return Err(Error::TooLarge { what, limit: MAX_MENTIONED as u64 });
        }
        let candidates = from.max(self.next)..=MAX_NUMBER;
        let mut candidates = candidates.filter_map(|number| u32::try_from(number).ok());
        candidates
            .find(|number| !mentioned.contains(number))
            .ok_or(Error::TooLarge { what: "the number of objects", limit: MAX_NUMBER })
    }

    /// The numbers before `end`, behind those that the sections speak of, to which a reference has been met.
    pub(crate) fn mentioned_below(&self, end: u64) -> Vec<u32> {
        let mentioned = self.mentioned.lock().unwrap_or_else(PoisonError::into_inner);
        mentioned.iter().copied().take_while(|number| u64::from(*number) < end).collect()
    }

    /// Whether a reference to that number has been met in the file.
    pub(crate) fn is_mentioned(&self, number: u32) -> bool {
        self.mentioned.lock().unwrap_or_else(PoisonError::into_inner).contains(&number)
    }
}
