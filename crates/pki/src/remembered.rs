//! A bounded memory of what was seen lately.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::hash::{BuildHasher, Hash, RandomState};

/// Remembers at least the last `kept` values that were met, and twice as many at most.
pub(crate) struct Remembered<T, S = RandomState> {
    newer: HashSet<T, S>,
    older: HashSet<T, S>,
    kept: usize,
}

impl<T: Clone + Eq + Hash, S: BuildHasher + Default> Remembered<T, S> {
    pub(crate) fn new(kept: usize) -> Self {
        Self { newer: HashSet::default(), older: HashSet::default(), kept }
    }

    /// What is remembered and equal to `one`.
    pub(crate) fn get<Q>(&mut self, one: &Q) -> Option<T>
    where
        T: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        if let Some(found) = self.newer.get(one) {
            return Some(found.clone());
        }
        let found = self.older.get(one).cloned();
        if let Some(found) = &found {
            self.insert(found.clone());
        }
        found
    }

    /// When as many are new as are kept, the older ones are forgotten.
    pub(crate) fn insert(&mut self, one: T) {
        if self.newer.len() >= self.kept {
            self.older = std::mem::take(&mut self.newer);
        }
        self.newer.insert(one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_are_forgotten() {
        const KEPT: usize = 100;
        let mut remembered: Remembered<usize> = Remembered::new(KEPT);
        for number in 0..3 * KEPT {
            remembered.insert(number);
            // Looked at again and again, so kept.
            assert!(number < 7 || remembered.get(&7) == Some(7));
        }
        assert!(remembered.newer.len() + remembered.older.len() <= 2 * KEPT);
        assert_eq!(remembered.get(&(3 * KEPT - 1)), Some(3 * KEPT - 1));
        assert_eq!(remembered.get(&0), None);
    }
}
