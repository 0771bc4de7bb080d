//! Streams whose data stand in another file (ISO 32000-1 §7.3.8.2), or that stand in for a page of one (§8.10.4).

use std::sync::OnceLock;

use lopdf::ObjectId;

use crate::{
    document::Document,
    error::Error,
    every,
    reading::{Behind, Reading},
    skim::{Skimmed, Wanted},
    xref::Entry,
};

/// Such streams that are told; where there are more, one has to look at what is drawn.
const MAX_TOLD: usize = 10_000;

/// The newest section of a revision that is known to have no such stream.
#[derive(Default)]
pub(crate) struct Without(OnceLock<usize>);

impl Without {
    /// Remembers that the revision was looked through and has none.
    pub(crate) fn put(&self, section: usize) {
        // Whichever revision was looked through first will do.
        let _ = self.0.set(section);
    }
}

/// Whether what was looked through is a stream that could be one.
pub(crate) fn may_be(skimmed: &Skimmed, behind: Behind) -> bool {
    skimmed.names_a_file && matches!(behind, Behind::Stream(_))
}

/// Those of the newest revision that could be such a stream, drawn or not, in order. Nothing where not every object could be
/// looked at.
///
/// # Errors
/// What reading can say.
pub(crate) fn all(document: &Document) -> Result<Option<Vec<ObjectId>>, Error> {
    let look = |reading: &Reading<'_>, number: u32, entry: Entry, found: &mut Vec<ObjectId>| {
        // There is no stream inside another.
        let Entry::InFile { offset, generation } = entry else { return Ok(true) };
        let id = (number, generation);
        if reading.is_section(offset) {
            return Ok(true);
        }
        match reading.skim_on(id, entry, Wanted::default()) {
            Ok(Some((skimmed, behind))) if may_be(&skimmed, behind) => found.push(id),
            Ok(_) => {}
            Err(error @ Error::Read { .. }) => return Err(error),
            Err(_) => return Ok(false),
        }
        Ok(found.len() <= MAX_TOLD)
    };
    let Some(&known) = document.file().without_external.0.get() else {
        let found = every::object(document, 0, &Vec::new(), look)?;
        let mut found = found.map(|found| found.concat());
        found.iter_mut().for_each(|found| found.sort_unstable());
        return Ok(found);
    };
    let reading = document.reading();
    let mut found = Vec::new();
    for number in reading.numbers_in(0..known)? {
        if !look(&reading, number, reading.entry(number)?, &mut found)? {
            return Ok(None);
        }
    }
    Ok(Some(found))
}
