//! The documents that are open, under names nobody can guess.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use workflow::show::Shown;

use crate::wire::{DocumentInfo, Failure};

/// How many are held: the one on the screen, the one it was made from, and one before them. The oldest is closed when
/// another is opened.
const HELD: usize = 3;

/// The documents that are open.
#[derive(Default)]
pub struct Documents(Mutex<VecDeque<(String, Arc<Shown>)>>);

impl Documents {
    /// Puts a document on the desk, under a name made of random bytes.
    pub fn put(&self, shown: Shown, random: [u8; 16]) -> DocumentInfo {
        let id = format!("{:032x}", u128::from_be_bytes(random));
        let info = DocumentInfo::new(&id, &shown);
        let mut held = self.held();
        held.push_back((id, Arc::new(shown)));
        while held.len() > HELD {
            held.pop_front();
        }
        info
    }

    /// A document by its name.
    ///
    /// # Errors
    /// It is not open.
    pub fn get(&self, id: &str) -> Result<Arc<Shown>, Failure> {
        let held = self.held();
        held.iter()
            .find(|(name, _)| name == id)
            .map(|(_, shown)| Arc::clone(shown))
            .ok_or_else(Failure::not_open)
    }

    /// Whether the file is open.
    pub fn is_open(&self, path: &Path) -> bool {
        self.held().iter().any(|(_, shown)| shown.path() == path)
    }

    fn held(&self) -> MutexGuard<'_, VecDeque<(String, Arc<Shown>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
