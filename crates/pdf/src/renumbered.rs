//! Whether what was signed refers to a number under which something of another generation stands now.

use foldhash::HashMap;

use crate::{
    document::Document, error::Error, every, objection::Objection, owned::references, reading::Reading,
    skim::Wanted, xref::Entry,
};

impl Document {
    /// What is wrong with the numbers that were taken since revision `index`: one that something signed refers to, by another
    /// generation than the one that took it. To the standard that leads nowhere still (ISO 32000-2 §7.3.10); some programs follow
    /// the number, and others stop there and show nothing.
    ///
    /// # Errors
    /// What reading can say.
    pub fn renumbered_since(&self, index: usize) -> Result<Option<Objection>, Error> {
        let revisions = self.revisions();
        let (Some(signed), Some(newest)) = (revisions.get(index), revisions.last()) else { return Ok(None) };
        let (old, new) = (self.reading().turned_to(signed.section), self.reading());
        let written = match new.numbers_in(newest.section..signed.section) {
            Err(Error::TooLarge { .. }) => return Ok(Some(Objection::TooMany)),
            written => written?,
        };
        let mut taken = HashMap::default();
        for number in written {
            let (before, now) = (old.entry(number)?.generation(), new.entry(number)?.generation());
            taken.extend(now.filter(|_| before != now).map(|generation| (number, generation)));
        }
        let Some(first) = taken.keys().min().copied() else { return Ok(None) };
        let look = |reading: &Reading<'_>, number, entry: Entry, found: &mut Option<u32>| {
            let Some(generation) = entry.generation() else { return Ok(true) };
            let id = (number, generation);
            match reading.skim_on(id, entry, Wanted::default()) {
                Ok(Some((skimmed, _))) if skimmed.highest < first => return Ok(true),
                Err(error @ Error::Read { .. }) => return Err(error),
                _ => {}
            }
            // What cannot be read refers to nothing.
            let Ok(object) = reading.shallow(id) else { return Ok(true) };
            let is_other = |(number, generation): &(u32, u16)| {
                taken.get(number).is_some_and(|taken| taken != generation)
            };
            *found =
                found.or_else(|| references(&object).into_iter().find(is_other).map(|(number, _)| number));
            Ok(true)
        };
        let found = every::object(self, signed.section, &None, look)?;
        let Some(found) = found else { return Ok(Some(Objection::TooMany)) };
        Ok(found.into_iter().flatten().next().map(|object| Objection::Reused { object }))
    }
}
