//! The annotations of two revisions that are no fields.

use std::borrow::Cow;
use std::rc::Rc;

use foldhash::{HashMap, HashSet};
use lopdf::{Dictionary, Object, ObjectId};

use super::compare::{Comparison, text};
use super::field::level_of_waiting;
use super::inherited::{annotation_flags, is_widget, named};
use super::walk::{Of, Origin};
use super::{ModificationKind, ModificationLevel, states};
use crate::{error::Error, form::Field, objection::same, pages::Page, reading::MAX_HOPS, seen::Entries};

impl Comparison<'_, '_> {
    /// Annotations that are no fields.
    pub(super) fn annotations(&mut self) -> Result<(), Error> {
        let (old, new) = (self.old, self.new);
        let former: HashMap<ObjectId, &Vec<Object>> =
            old.pages.iter().map(|page| page.id).zip(&old.annotations).collect();
        let mut waiting = None;
        for ((page, Page { id, .. }), items) in (1..).zip(&new.pages).zip(&new.annotations) {
            let before = Listed::of(former.get(id).map_or(&[][..], |items| items.as_slice()));
            let now = Listed::of(items);
            self.walker.patience().take(before.direct.len().saturating_mul(now.direct.len()))?;
            for item in items {
                if before.has(item) {
                    states::in_order(self, item, page)?;
                }
                match item.as_reference() {
                    Ok(found) if new.fields.has(found) => {
                        // What was on another page, or on none, was not seen here.
                        if old.fields.has(found) && !before.has(item) {
                            let waiting = waiting.get_or_insert_with(|| old.unseen_waiting());
                            self.placed(item, page, waiting.contains(&found))?;
                        }
                    }
                    Ok(found) => self.annotation(item, found, page, before.has(item))?,
                    Err(_) if before.has(item) => self.direct(item, page)?,
                    Err(_) => {
                        let origin = self.origin(item, ModificationKind::AnnotationAdded, page)?;
                        let dictionary = Entries::of(new.reading.resolve(item)?).unwrap_or_default();
                        let level = self.level_of_flags(&dictionary)?.unwrap_or(level_in(&origin));
                        self.walker.tell(level, &origin);
                        self.direct(item, page)?;
                    }
                }
            }
            for item in before.all.iter().filter(|item| !now.has(item)) {
                let level = self.level_among(item);
                self.walker.tell(level, &on_page(ModificationKind::AnnotationRemoved, page));
            }
            // Which lies above which, of those that stayed.
            let stayed = before.all.iter().filter(|item| now.has(item));
            let stays = now.all.iter().filter(|item| before.has(item));
            if !are_same(stayed.clone(), stays) {
                let level = stayed.map(|item| self.level_among(item)).max();
                let level = level.unwrap_or(ModificationLevel::Annotation);
                self.walker.tell(level, &on_page(ModificationKind::AnnotationChanged, page));
            }
        }
        Ok(())
    }

    /// A field that was there and not on that page. One that waits for a signature and was seen nowhere is as good as a new one:
    /// where it was signed meanwhile, that is told as its value, else that it takes its place.
    fn placed(&mut self, item: &Object, page: u32, unseen: bool) -> Result<(), Error> {
        let new = self.new;
        let is_it = |field: &&Field| field.id.into_iter().chain(field.widget).any(|id| is_to(item, id));
        let widget = Entries::of(new.reading.resolve(item)?).unwrap_or_default();
        if !unseen || !is_widget(&widget) {
            let origin = self.origin(item, ModificationKind::Field, page)?;
            self.walker.tell(ModificationLevel::Other, &origin);
        } else if new.fields.list.iter().find(is_it).is_none_or(|field| field.value.is_none()) {
            let level = level_of_waiting(&new.reading, &widget)?;
            let rect = new.reading.rectangle(&widget)?;
            let name = item.as_reference().ok().map(|id| named(new, id, &widget)).transpose()?.flatten();
            let kind = ModificationKind::SignatureField;
            self.walker.tell(level, &Origin { kind, name, page: Some(page), rect, new_field: true });
        }
        Ok(())
    }

    /// How grave it is that an annotation is not where it was: without its widget a field is not seen any more.
    fn level_among(&self, item: &Object) -> ModificationLevel {
        match item.as_reference() {
            Ok(id) if self.old.fields.has(id) => ModificationLevel::Other,
            _ => ModificationLevel::Annotation,
        }
    }

    fn annotation(&mut self, item: &Object, id: ObjectId, page: u32, known: bool) -> Result<(), Error> {
        let found = id.0;
        let dictionary = Entries::of(self.new.reading.resolve(item)?).unwrap_or_default();
        if known {
            let origin = self.origin(item, ModificationKind::AnnotationChanged, page)?;
            let differs = self.leads_to_change(id)?;
            if differs {
                // Neither a widget without a field, or what becomes one, nor what fields take over from is a note.
                let was = Entries::of(self.old.reading.resolve(item)?).unwrap_or_default();
                let level = match is_widget(&was) || is_widget(&dictionary) || self.is_above(found)? {
                    true => ModificationLevel::Other,
                    false => level_in(&origin),
                };
                self.walker.tell(self.level_of_flags(&dictionary)?.unwrap_or(level), &origin);
            }
            return self.reached(&dictionary, if differs { Of::Added } else { Of::Known }, &origin);
        }
        let origin = self.origin(item, ModificationKind::AnnotationAdded, page)?;
        // A widget without a field, or what was something else before, is no annotation that somebody added.
        let stray = is_widget(&dictionary);
        let was = self.old.id(found)?.is_some();
        let level = if stray || was { ModificationLevel::Other } else { level_in(&origin) };
        self.walker.tell(self.level_of_flags(&dictionary)?.unwrap_or(level), &origin);
        self.reached(&dictionary, Of::Added, &origin)
    }

    /// Of one that was added or changed, whose flags are no whole number (table 166): some programs show it, others do not.
    fn level_of_flags(&self, dictionary: &Dictionary) -> Result<Option<ModificationLevel>, Error> {
        let flags = annotation_flags(&self.new.reading, dictionary)?;
        Ok(flags.is_none().then_some(ModificationLevel::Other))
    }

    /// Whether an object differs, or one that it is nothing but a reference to.
    fn leads_to_change(&self, id: ObjectId) -> Result<bool, Error> {
        let mut next = Some(id);
        let mut left = MAX_HOPS;
        while let Some(id) = next.take_if(|_| left > 0) {
            if self.walker.changed.contains(&id.0) {
                return Ok(true);
            }
            left -= 1;
            next = self.new.reading.shallow(id)?.as_reference().ok();
        }
        Ok(false)
    }

    fn direct(&mut self, item: &Object, page: u32) -> Result<(), Error> {
        let origin = self.origin(item, ModificationKind::AnnotationChanged, page)?;
        match item {
            Object::Dictionary(dictionary) => self.reached(dictionary, Of::Known, &origin),
            _ => Ok(()),
        }
    }

    /// What an annotation reaches.
    fn reached(&mut self, dictionary: &Dictionary, of: Of, origin: &Origin) -> Result<(), Error> {
        for (key, value) in dictionary {
            let level = level_behind(key, level_in(origin));
            self.walker.walk_telling((value, key), of, level, || Ok(Cow::Borrowed(origin)))?;
        }
        Ok(())
    }

    fn origin(&self, item: &Object, kind: ModificationKind, page: u32) -> Result<Rc<Origin>, Error> {
        let (mut rect, mut name) = (None, None);
        if let Some(dictionary) = Entries::of(self.new.reading.resolve(item)?) {
            rect = self.new.reading.rectangle(&dictionary)?;
            name = dictionary.get(b"Subtype").and_then(Object::as_name).ok().map(text);
        }
        Ok(Rc::new(Origin { kind, name, page: Some(page), rect, new_field: false }))
    }
}

/// The level of a change of an annotation. One whose box is no box lies for each program where that program likes.
fn level_in(origin: &Origin) -> ModificationLevel {
    if origin.rect.is_some() { ModificationLevel::Annotation } else { ModificationLevel::Other }
}

/// The level of what an annotation or a field reaches by that key, the rest of which is of `level`. Its page and what it belongs
/// to are compared themselves: whatever else stands there is nothing that one may fill in, though readers inherit from it.
pub(super) fn level_behind(key: &[u8], level: ModificationLevel) -> ModificationLevel {
    if matches!(key, b"P" | b"Parent") { ModificationLevel::Other } else { level }
}

fn is_to(item: &Object, id: ObjectId) -> bool {
    item.as_reference().is_ok_and(|to| to == id)
}

/// The annotations of a page.
struct Listed<'i> {
    all: &'i [Object],
    ids: HashSet<ObjectId>,
    /// Those that stand in the list itself.
    direct: Vec<&'i Object>,
}

impl<'i> Listed<'i> {
    fn of(all: &'i [Object]) -> Self {
        let ids = all.iter().filter_map(|item| item.as_reference().ok()).collect();
        let direct = all.iter().filter(|item| item.as_reference().is_err()).collect();
        Self { all, ids, direct }
    }

    fn has(&self, item: &Object) -> bool {
        match item.as_reference() {
            Ok(id) => self.ids.contains(&id),
            Err(_) => self.direct.iter().any(|one| same(one, item)),
        }
    }
}

/// Whether both are the same, one by one.
pub(super) fn are_same<'o>(
    mut one: impl Iterator<Item = &'o Object>,
    mut other: impl Iterator<Item = &'o Object>,
) -> bool {
    loop {
        match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if same(one, other) => {}
            _ => return false,
        }
    }
}

fn on_page(kind: ModificationKind, page: u32) -> Rc<Origin> {
    Rc::new(Origin { kind, name: None, page: Some(page), rect: None, new_field: false })
}
