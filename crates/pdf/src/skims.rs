//! What was found in objects that were looked through, for whoever looks through all of them afterwards: of pages, mostly, and
//! of those there can be many.

use std::sync::{Mutex, PoisonError};

use lopdf::ObjectId;

use crate::{
    reading::Behind,
    skim::{Length, Named, Skimmed, Wanted},
};

/// Numbers below which an object is remembered: some 3 MB of them.
const MAX_NUMBER: usize = 100_000;

/// An object that is no stream, with nothing in it but what is told here. Short, as there are many.
#[derive(Clone, Copy)]
struct Known {
    /// The place in the file.
    offset: u64,
    named: Named,
    highest: u32,
    /// Where its value ends, from where the object begins.
    len: u32,
    generation: u16,
    is_page: bool,
    names_generation: bool,
}

/// By number: what was looked through last under it.
#[derive(Default)]
pub(crate) struct Skims(Mutex<Vec<Option<Known>>>);

impl Skims {
    /// What was found in the object that stands at `offset`, how it goes on, and the work of looking through it once:
    /// paid again by whoever gets it from here. Nothing where something is wanted that is not remembered.
    pub(crate) fn get(
        &self,
        (id, offset): (ObjectId, u64),
        window: u64,
        wanted: Wanted<'_>,
    ) -> Option<(Skimmed, Behind, u64)> {
        if !wanted.is_little() {
            return None;
        }
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = (*kept.get(id.0 as usize)?)?;
        drop(kept);
        let is_asked_for = |number: &u32| known.named.may_have(*number);
        if (known.generation, known.offset) != (id.1, offset) || wanted.numbers.iter().any(is_asked_for) {
            return None;
        }
        let Known { highest, named, is_page, names_generation, .. } = known;
        let skimmed = Skimmed { highest, named, is_page, names_generation, ..Skimmed::default() };
        let work = u64::from(known.len);
        Some((skimmed, Behind::Value(window.saturating_add(work)), work))
    }

    /// Remembers what was found in an object, if that is little, where no numbers were looked for.
    pub(crate) fn put(&self, id: ObjectId, offset: u64, skimmed: &Skimmed, len: usize) {
        let (Ok(len), number) = (u32::try_from(len), id.0 as usize) else { return };
        let is_little = skimmed.length == Length::Untold
            && !skimmed.may_be_filled_in
            && !skimmed.is_section
            && !skimmed.names_a_file;
        if !is_little || number >= MAX_NUMBER {
            return;
        }
        let Skimmed { highest, named, is_page, names_generation, .. } = *skimmed;
        let known = Known { offset, named, highest, len, generation: id.1, is_page, names_generation };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() <= number {
            kept.resize(number + 1, None);
        }
        if let Some(place) = kept.get_mut(number) {
            *place = Some(known);
        }
    }
}
