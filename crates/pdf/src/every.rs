//! All objects of a revision looked through, on two processors where they are many.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use crate::{document::Document, error::Error, reading::Reading, xref::Entry};

/// Entries of a revision that are worth a second processor: to look through them takes some milliseconds.
const MANY: usize = 4_000;

/// Entries that are looked through by one of them at once.
const PIECE: usize = 1_000;

/// Tells `look` of every object of the revision whose newest section is `section`, with what was found so far, `nothing` at
/// first; it says whether to go on. Gives what was found by each processor: each takes the next piece when it is done with
/// one, as the other may have something else to do. Nothing where `look` stopped, or where they are too many.
///
/// # Errors
/// What reading the entries, or `look`, can say.
pub(crate) fn object<T: Clone + Send + Sync>(
    document: &Document,
    section: usize,
    nothing: &T,
    look: impl Fn(&Reading<'_>, u32, Entry, &mut T) -> Result<bool, Error> + Sync,
) -> Result<Option<Vec<T>>, Error> {
    let reading = || document.reading().turned_to(section);
    let listed = reading().list();
    let Some(count) = listed.len() else { return Ok(None) };
    let next = AtomicUsize::new(0);
    let through = || {
        let reading = reading();
        let mut found = nothing.clone();
        loop {
            let start = next.fetch_add(PIECE, Ordering::Relaxed);
            if start >= count {
                return Ok(Some(found));
            }
            let part = start..start.saturating_add(PIECE).min(count);
            let Some(entries) = listed.part(section, part) else { return Ok(None) };
            for (number, entry) in entries {
                let entry = entry.map_or_else(|| reading.entry(number), Ok)?;
                if !look(&reading, number, entry, &mut found)? {
                    return Ok(None);
                }
            }
        }
    };
    if count < MANY {
        return Ok(through()?.map(|found| vec![found]));
    }
    let (one, other) = thread::scope(|scope| {
        let other = scope.spawn(through);
        (through(), other.join())
    });
    // One that came to no end found nothing out.
    let other = other.unwrap_or(Ok(None))?;
    Ok(one?.zip(other).map(|(one, other)| vec![one, other]))
}
