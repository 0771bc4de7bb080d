//! What a revision consists of, as it is compared with another.

use std::ops::Deref;
use std::rc::Rc;

use foldhash::{HashMap, HashSet};
use lopdf::{Object, ObjectId};

use super::walk::listed;
use crate::{
    error::Error,
    form::{self, Field, Fields},
    pages::{self, Page},
    reading::Reading,
    seen::Entries,
};

/// One of two revisions.
pub(super) struct Side<'f> {
    pub(super) reading: Reading<'f>,
    pub(super) content: Rc<Content>,
}

/// What a revision consists of.
pub(super) struct Content {
    pub(super) catalog: Entries<'static>,
    pub(super) pages: Vec<Page>,
    /// The annotations of each page.
    pub(super) annotations: Vec<Vec<Object>>,
    pub(super) fields: Fields,
    /// The numbers of the fields and their widgets.
    pub(super) field_numbers: HashSet<u32>,
    /// Signatures that are the value of more than one field: a single one would take the room of many.
    shared: HashSet<ObjectId>,
    /// What reading it was, paid again by whoever takes it from here.
    pub(super) work: u64,
}

impl Deref for Side<'_> {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.content
    }
}

impl<'f> Side<'f> {
    /// Most pages of a revision are the `known` ones of another.
    pub(super) fn read(reading: Reading<'f>, known: &[Page]) -> Result<Self, Error> {
        let before = reading.input().budget().left();
        let catalog = reading.catalog()?;
        let pages = pages::list(&reading, known)?;
        let annotations = pages.iter().map(|page| Ok(reading.array(&page.dictionary, b"Annots")?.to_vec()));
        let annotations = annotations.collect::<Result<_, Error>>()?;
        let fields = form::fields(&reading)?;
        let field_numbers = fields.ids().map(|(number, _)| number).collect();
        let work = before.saturating_sub(reading.input().budget().left());
        let shared = shared_signatures(&fields);
        let content = Content { catalog, pages, annotations, fields, field_numbers, shared, work };
        Ok(Self { reading, content: Rc::new(content) })
    }

    /// Whether each look of a field or another annotation has resources of its own, so that none is drawn with those of the form.
    pub(super) fn has_looks_of_their_own(&self) -> Result<bool, Error> {
        for item in self.items() {
            let Some(annotation) = Entries::of(listed(&self.reading, &item)?) else { continue };
            let looks = self.reading.get(&annotation, b"AP")?;
            match &*looks {
                Object::Null => {}
                Object::Dictionary(looks) => {
                    for (_, look) in looks {
                        if !self.has_resources(look, true)? {
                            return Ok(false);
                        }
                    }
                }
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Whether a look has resources, or each of several, one for each state (table 170).
    fn has_resources(&self, look: &Object, may_be_several: bool) -> Result<bool, Error> {
        let is_stream = look.as_reference().map_or(Ok(false), |id| self.reading.is_stream(id))?;
        let Some(found) = Entries::of(self.reading.resolve(look)?) else { return Ok(false) };
        if let (true, Ok(id)) = (is_stream, look.as_reference()) {
            // What draws nothing needs none.
            return Ok(self.reading.dictionary(&found, b"Resources")?.is_some()
                || self.reading.stream_data(id)?.iter().all(u8::is_ascii_whitespace));
        }
        for (_, state) in &found {
            if !may_be_several || !self.has_resources(state, false)? {
                return Ok(false);
            }
        }
        Ok(may_be_several)
    }

    /// Every annotation as the pages list it, and every field and widget.
    pub(super) fn items(&self) -> impl Iterator<Item = Object> + '_ {
        self.annotations.iter().flatten().cloned().chain(self.fields.ids().map(Object::Reference))
    }

    /// The numbers of all fields, widgets and other annotations.
    pub(super) fn kin(&self) -> impl Iterator<Item = u32> + '_ {
        let annotations = self.annotations.iter().flatten().filter_map(number);
        self.field_numbers.iter().copied().chain(annotations)
    }

    /// Pages, annotations and fields.
    pub(super) fn size(&self) -> usize {
        let annotations: usize = self.annotations.iter().map(Vec::len).sum();
        self.pages.len().saturating_add(annotations).saturating_add(self.field_numbers.len())
    }

    /// The page of each annotation.
    pub(super) fn places(&self) -> HashMap<u32, u32> {
        let listed = (1..).zip(&self.annotations);
        listed
            .flat_map(|(page, items)| items.iter().filter_map(move |item| Some((number(item)?, page))))
            .collect()
    }

    /// Signature fields that wait and are on no page, with the widgets that show them.
    pub(super) fn unseen_waiting(&self) -> HashSet<ObjectId> {
        let waits = |field: &&Field| field.kind == b"Sig" && field.value.is_none();
        let (waiting, others): (Vec<&Field>, Vec<&Field>) = self.fields.list.iter().partition(waits);
        let ids = |field: &Field| [field.id, field.widget].into_iter().flatten();
        let mut unseen: HashSet<ObjectId> = waiting.into_iter().flat_map(ids).collect();
        let seen = self.annotations.iter().flatten().filter_map(|item| item.as_reference().ok());
        for id in others.into_iter().flat_map(ids).chain(seen) {
            unseen.remove(&id);
        }
        unseen
    }

    /// Whether that is the signature of more than one field.
    pub(super) fn is_shared(&self, value: &Object) -> bool {
        value.as_reference().is_ok_and(|id| self.shared.contains(&id))
    }

    /// The object of that number; nothing where none is listed.
    pub(super) fn id(&self, number: u32) -> Result<Option<ObjectId>, Error> {
        Ok(self.reading.entry(number)?.generation().map(|generation| (number, generation)))
    }
}

fn shared_signatures(fields: &Fields) -> HashSet<ObjectId> {
    let mut known = HashSet::default();
    let signatures = fields.list.iter().filter(|field| field.kind == b"Sig");
    let signatures = signatures.filter_map(|field| field.value.as_ref()?.0.as_reference().ok());
    signatures.filter(|id| !known.insert(*id)).collect()
}

fn number(object: &Object) -> Option<u32> {
    object.as_reference().ok().map(|(number, _)| number)
}
