//! What the new references of a revision lead to: objects that a program meets there, and in some revision before perhaps did not.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Object, ObjectId};

use super::text::{Told, is_plain};
use super::{UNUSUAL, clear, laid_out, mere_content, unclear};
use crate::{
    objection::Objection,
    reading::{Located, Reading},
    xref::Entry,
};

/// Nodes of the page tree above each other.
const MAX_PARENTS: usize = 64;

/// Objects that the new references of a revision lead to: the structure of a large document has as many.
const MAX_LED_TO: usize = 200_000;

/// What the new references of a revision lead to.
pub(super) struct LedTo<'r, 'f> {
    new: &'r Reading<'f>,
    known: BTreeSet<ObjectId>,
    open: Vec<ObjectId>,
    /// Whether the form was looked at.
    with_form: bool,
    /// Streams of objects that were there before, and were looked at.
    unpacked: BTreeSet<u32>,
}

impl<'r, 'f> LedTo<'r, 'f> {
    /// Nothing yet.
    pub(super) const fn nothing(new: &'r Reading<'f>) -> Self {
        Self { new, known: BTreeSet::new(), open: Vec::new(), with_form: false, unpacked: BTreeSet::new() }
    }

    /// What an object leads to that was written, and what of an older one may be seen now; with the text of its value where that
    /// was read.
    pub(super) fn written(
        &mut self,
        old: &Reading<'_>,
        id: ObjectId,
        (object, text): (&Object, Option<&[u8]>),
    ) -> Result<(), Objection> {
        let was = old.located(id)?;
        if let Some(was) = &was {
            self.was_clear(old, id, was)?;
            let read = if text.is_none() { self.new.located(id)? } else { None };
            let text = text.or(read.as_ref().map(|is| &*is.text));
            if text.is_some_and(|is| Told::of(&was.text).may_differ(&Told::of(is))) {
                return Err(unclear(id.0, UNUSUAL));
            }
        }
        self.note(was.as_ref().map(|was| &was.found.parsed.object), object)?;
        let Ok(dictionary) = object.as_dict() else { return Ok(()) };
        // A look that was there may be the one that is shown from now on, and be written with what the form has.
        let is_seen = [&b"AP"[..], b"FT", b"Subtype", b"T"].iter().any(|key| dictionary.has(key));
        if !is_seen {
            return Ok(());
        }
        for key in [&b"AP"[..], b"DR", b"MK"] {
            if let Ok(value) = dictionary.get(key) {
                self.note(None, value)?;
            }
        }
        match self.with_form {
            true => Ok(()),
            false => self.form(),
        }
    }

    /// Refuses what was written so that programs read it differently: it is not the same to all of them that replaces it.
    fn was_clear(&mut self, old: &Reading<'_>, id: ObjectId, was: &Located<'_>) -> Result<(), Objection> {
        match old.entry(id.0)? {
            Entry::InFile { offset, .. } => drop(old.written(id, old.absolute(offset))?),
            Entry::InStream { stream, .. } => {
                if self.unpacked.insert(stream) {
                    let (_, object, _) = old.written_at(laid_out(old, stream)?.0)?;
                    mere_content(old, (stream, 0), &object)?;
                }
                if !is_plain(&was.text) {
                    return Err(unclear(id.0, UNUSUAL));
                }
            }
            Entry::Free => {}
        }
        clear(old, id.0, &was.found.parsed.object)
    }

    /// What the fields of the form share.
    fn form(&mut self) -> Result<(), Objection> {
        self.with_form = true;
        let catalog = self.new.catalog()?;
        let form = self.new.dictionary(&catalog, b"AcroForm")?.unwrap_or_default();
        form.get(b"DR").map_or(Ok(()), |shared| self.note(None, shared))
    }

    /// The references of an object as it was, and as it is. One that was there already made a program search then, if it does; one
    /// that leads nowhere made it do so where it stood, and not where it stands now.
    pub(super) fn note(&mut self, was: Option<&Object>, is: &Object) -> Result<(), Objection> {
        let before = was.map(references).unwrap_or_default();
        for id in references(is) {
            if !before.contains(&id) {
                self.leads(id)?;
            } else if let Err(nowhere) = self.exists(id) {
                let before = was.map(|was| places(was, id)).unwrap_or_default();
                if places(is, id)
                    .iter()
                    .any(|(place, times)| before.get(place).is_none_or(|then| times > then))
                {
                    return Err(nowhere);
                }
            }
        }
        Ok(())
    }

    fn exists(&self, id: ObjectId) -> Result<(), Objection> {
        match self.new.listed(id.0)? {
            Some(entry) if entry.generation() == Some(id.1) => Ok(()),
            _ => Err(Objection::LeadsNowhere { object: id.0 }),
        }
    }

    fn leads(&mut self, id: ObjectId) -> Result<(), Objection> {
        if !self.known.insert(id) {
            return Ok(());
        }
        if self.known.len() > MAX_LED_TO {
            return Err(Objection::TooMany);
        }
        self.exists(id)?;
        self.open.push(id);
        Ok(())
    }

    /// Follows them, as a program does that draws what is new. Pages and what is above them it has read.
    pub(super) fn follow(&mut self) -> Result<(), Objection> {
        while let Some(id) = self.open.pop() {
            let object = match self.new.entry(id.0)? {
                Entry::InFile { offset, .. } => self.new.written(id, self.new.absolute(offset))?.0,
                Entry::InStream { .. } | Entry::Free => self.new.shallow(id)?.into_owned(),
            };
            if !self.is_in_page_tree(id)? {
                references(&object).into_iter().try_for_each(|id| self.leads(id))?;
            }
        }
        Ok(())
    }

    /// Whether an object is the catalog, a page or above one, whatever it calls itself.
    fn is_in_page_tree(&self, id: ObjectId) -> Result<bool, Objection> {
        let root = self.new.root()?;
        let top = self.new.catalog()?.get(b"Pages").and_then(Object::as_reference).ok();
        let mut id = id;
        for _ in 0..MAX_PARENTS {
            if id == root || Some(id) == top {
                return Ok(true);
            }
            let Some(node) = self.new.dictionary_at(id)? else { return Ok(false) };
            let Ok(above) = node.get(b"Parent").and_then(Object::as_reference) else { return Ok(false) };
            let Some(parent) = self.new.dictionary_at(above)? else { return Ok(false) };
            if !self.new.array(&parent, b"Kids")?.iter().any(|kid| *kid == Object::Reference(id)) {
                return Ok(false);
            }
            id = above;
        }
        Ok(false)
    }
}

/// All references in an object.
pub(crate) fn references(object: &Object) -> BTreeSet<ObjectId> {
    fn collect(object: &Object, found: &mut BTreeSet<ObjectId>) {
        match object {
            Object::Reference(id) => drop(found.insert(*id)),
            Object::Array(items) => items.iter().for_each(|item| collect(item, found)),
            Object::Dictionary(dictionary) => {
                dictionary.iter().for_each(|(_, value)| collect(value, found));
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    collect(object, &mut found);
    found
}

/// Under which keys, one inside the other, an object refers to `id`, and how often.
fn places(object: &Object, id: ObjectId) -> BTreeMap<Vec<&[u8]>, usize> {
    fn collect<'o>(
        object: &'o Object,
        id: ObjectId,
        above: &mut Vec<&'o [u8]>,
        found: &mut BTreeMap<Vec<&'o [u8]>, usize>,
    ) {
        match object {
            Object::Reference(to) if *to == id => *found.entry(above.clone()).or_default() += 1,
            Object::Array(items) => items.iter().for_each(|item| collect(item, id, above, found)),
            Object::Dictionary(dictionary) => {
                for (key, value) in dictionary {
                    above.push(key);
                    collect(value, id, above, found);
                    above.pop();
                }
            }
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    collect(object, id, &mut Vec::new(), &mut found);
    found
}
