//! Two versions of a document, and what is seen to differ between them.

use crate::alike;
use crate::apart::apart;
use crate::difference::{self, Explained, Seen};
use crate::error::Error;
use crate::field_look::{self, FieldLook};
use crate::pages::Pages;
use crate::picture::Budget;

/// A version and a later one.
#[derive(Clone)]
pub struct Versions {
    before: Pages,
    now: Pages,
}

impl Versions {
    /// Of the same document.
    pub const fn new(before: Pages, now: Pages) -> Self {
        Self { before, now }
    }

    /// The later one.
    pub const fn present(&self) -> &Pages {
        &self.now
    }

    /// How many pages the two have.
    pub fn counts(&self) -> (usize, usize) {
        (self.before.count(), self.now.count())
    }

    /// The pages (from 0), of those that both have, that do not consist of the very same objects: every other page is drawn
    /// from the same bytes, and looks the same. Of encrypted documents all, as equal bytes need not mean the same there.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn unlike(&self, is_encrypted: bool) -> Result<Vec<usize>, Error> {
        let (before, now) = self.counts();
        let both = 0..before.min(now);
        if is_encrypted {
            return Ok(both.collect());
        }
        apart(|| {
            let same = alike::pages(self.before.pdf(), self.now.pdf());
            Ok(both.filter(|index| !same.contains(index)).collect())
        })
    }

    /// Draws a page (from 0) of both versions, and says where they differ: outside the boxes that explain a difference, and
    /// in each of those.
    ///
    /// # Errors
    /// As [`Pages::picture`].
    pub fn seen(&self, index: usize, explained: &[Explained], budget: Budget) -> Result<Seen, Error> {
        apart(|| difference::seen((self.before.page(index)?, self.now.page(index)?), explained, budget))
    }

    /// The boxes of the annotations of a page (from 0) of the older version which the later one does not have as they were:
    /// left, bottom, right, top in the page's user space.
    ///
    /// # Errors
    /// [`Error::Failed`], [`Error::NoSuchPage`].
    pub fn former_annotations(&self, index: usize) -> Result<Vec<[f32; 4]>, Error> {
        apart(|| Ok(alike::former_annotations(self.before.page(index)?, self.now.page(index)?)))
    }
}

impl Pages {
    /// The fields of a page (from 0) whose look shows something other than their value.
    ///
    /// # Errors
    /// [`Error::Failed`], [`Error::NoSuchPage`].
    pub fn misleading_fields(&self, index: usize) -> Result<Vec<FieldLook>, Error> {
        apart(|| Ok(field_look::misleading(self.page(index)?)))
    }
}
