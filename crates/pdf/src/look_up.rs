//! Where objects were found to stand: in a file of many revisions each look-up asks one section after the other.

use std::sync::{Mutex, PoisonError};

use crate::xref::Entry;

/// Look-ups that are remembered, 48 KB of them.
const SLOTS: usize = 1024;

/// What came of looking an object up.
#[derive(Clone, Copy)]
pub(crate) struct LookUp {
    /// The newest section that was asked.
    pub(crate) newest: usize,
    pub(crate) number: u32,
    pub(crate) entry: Entry,
    /// The work that it was, paid again by whoever gets it from here.
    pub(crate) work: u64,
}

/// The latest look-ups of a file: each has one slot, by its number and section.
#[derive(Default)]
pub(crate) struct LookUps(Mutex<Vec<Option<LookUp>>>);

impl LookUps {
    pub(crate) fn get(&self, newest: usize, number: u32) -> Option<LookUp> {
        let slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = slots.get(slot(newest, number)).copied().flatten();
        known.filter(|known| known.newest == newest && known.number == number)
    }

    pub(crate) fn put(&self, known: LookUp) {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.is_empty() {
            slots.resize(SLOTS, None);
        }
        if let Some(slot) = slots.get_mut(slot(known.newest, known.number)) {
            *slot = Some(known);
        }
    }
}

/// Neighbouring numbers of neighbouring revisions are looked up together.
fn slot(newest: usize, number: u32) -> usize {
    (number as usize).wrapping_add(newest.wrapping_mul(389)) % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_one_revision_is_not_told_of_another() {
        let known = LookUps::default();
        let one = |newest, number, offset| LookUp {
            newest,
            number,
            entry: Entry::InFile { offset, generation: 0 },
            work: 8,
        };
        let told = |newest, number| known.get(newest, number).map(|known| known.entry);
        assert_eq!(told(0, 7), None);
        known.put(one(0, 7, 100));
        assert_eq!(told(0, 7), Some(Entry::InFile { offset: 100, generation: 0 }));
        for (newest, number) in [(1, 7), (0, 8), (0, 7 + SLOTS as u32), (SLOTS, 7)] {
            assert_eq!(told(newest, number), None, "{newest} {number}");
        }
        // The same slot.
        known.put(one(0, 7 + SLOTS as u32, 200));
        assert_eq!(told(0, 7), None);
        assert_eq!(told(0, 7 + SLOTS as u32), Some(Entry::InFile { offset: 200, generation: 0 }));
    }
}
