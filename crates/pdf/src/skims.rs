//! What was found in objects that were looked through, for whoever looks through all of them afterwards: of pages, mostly, and
//! of those there can be many.

use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;
use lopdf::ObjectId;

use crate::{
    reading::Behind,
    skim::{Length, Skimmed},
};

/// Objects that are remembered, some 5 MB.
const MAX_KEPT: usize = 100_000;

/// An object that is no stream, with nothing in it but what is told here. Short, as there are many.
#[derive(Clone, Copy)]
struct Known {
    number: u32,
    highest: u32,
    /// Where its value ends, from where the object begins.
    len: u32,
    generation: u16,
    is_page: bool,
}

/// By the place in the file.
#[derive(Default)]
pub(crate) struct Skims(Mutex<HashMap<u64, Known>>);

impl Skims {
    /// What was found in the object that stands at `offset`, how it goes on, and the work of looking through it once:
    /// paid again by whoever gets it from here.
    pub(crate) fn get(&self, id: ObjectId, offset: u64, window: u64) -> Option<(Skimmed, Behind, u64)> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.get(&offset).filter(|known| (known.number, known.generation) == id)?;
        let skimmed = Skimmed { highest: known.highest, is_page: known.is_page, ..Skimmed::default() };
        let work = u64::from(known.len);
        Some((skimmed, Behind::Value(window.saturating_add(work)), work))
    }

    /// Remembers what was found in an object, if that is little, where no numbers were looked for.
    pub(crate) fn put(&self, id: ObjectId, offset: u64, skimmed: &Skimmed, len: usize) {
        let Ok(len) = u32::try_from(len) else { return };
        if skimmed.length != Length::Untold || skimmed.may_be_filled_in {
            return;
        }
        let (highest, is_page) = (skimmed.highest, skimmed.is_page);
        let known = Known { number: id.0, highest, len, generation: id.1, is_page };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MAX_KEPT {
            kept.insert(offset, known);
        }
    }
}
