//! The catalog, the trailer and the pages of two revisions.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::rc::Rc;

use foldhash::{HashMap, HashSet, HashSetExt};
use lopdf::{Dictionary, Object, ObjectId};
use resvg::usvg;

use super::walk::{Map, Origin, Role, Walker, used_beyond_looks};
use super::{Modification, ModificationKind, ModificationLevel, Patience, form, private, structure};
use crate::{
    document::Document,
    error::Error,
    form::{Field, Fields},
    listed::MAX_ENTRIES,
    objection::{OF_UPDATES, is_private, same},
    pages::{self, Page},
    reading::{MAX_HOPS, Reading},
    seen::{Entries, Seen},
    void,
    xref::Entry,
};

/// One of two revisions.
pub(super) struct Side<'f> {
    pub(super) reading: Reading<'f>,
    content: Rc<Content>,
}

/// What a revision consists of.
pub(super) struct Content {
    pub(super) catalog: Entries<'static>,
    pages: Vec<Page>,
    /// The annotations of each page.
    annotations: Vec<Vec<Object>>,
    pub(super) fields: Fields,
    /// The numbers of the fields and their widgets.
    field_numbers: HashSet<u32>,
    /// What reading it was, paid again by whoever takes it from here.
    work: u64,
}

impl Deref for Side<'_> {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.content
    }
}

/// What comparisons with the newest revision share: what is known of that one, and how much more may be looked at.
#[derive(Default)]
pub(super) struct Shared {
    newest: Option<Rc<Content>>,
    /// Objects of the newest revision, by their numbers.
    objects: HashMap<u32, Rc<Newest>>,
    /// The numbers of what any section lists in an object stream, by that of the stream.
    contained: Option<Contained>,
    map: Map,
    patience: Patience,
}

/// The numbers of objects by that of the stream they stand in; nothing where those are too many.
type Contained = Option<Rc<HashMap<u32, Vec<u32>>>>;

/// What is asked of an object of the newest revision each time it is listed anew.
struct Newest {
    is_there: bool,
    /// A key that stands in it twice.
    repeated: Option<Vec<u8>>,
    /// What reading it was, paid again by whoever takes it from here.
    work: u64,
}

impl Shared {
    /// Nothing is known yet.
    pub(super) fn with(patience: Patience) -> Self {
        Self { patience, ..Self::default() }
    }

    fn newest<'f>(&mut self, reading: Reading<'f>) -> Result<Side<'f>, Error> {
        if let Some(known) = &self.newest {
            reading.input().budget().spend(known.work)?;
            return Ok(Side { reading, content: Rc::clone(known) });
        }
        let side = Side::read(reading, &[])?;
        self.newest = Some(Rc::clone(&side.content));
        Ok(side)
    }

    /// What stands in object streams, all of the file.
    fn contained(&mut self, reading: &Reading<'_>) -> Result<Contained, Error> {
        if let Some(known) = &self.contained {
            return Ok(known.clone());
        }
        let mut contained = HashMap::<u32, Vec<u32>>::default();
        let found = reading.in_streams()?;
        for (number, stream) in found.iter().flatten() {
            contained.entry(*stream).or_default().push(*number);
        }
        let contained = found.map(|_| Rc::new(contained));
        self.contained = Some(contained.clone());
        Ok(contained)
    }

    fn object(&mut self, reading: &Reading<'_>, number: u32) -> Result<Rc<Newest>, Error> {
        let budget = reading.input().budget();
        if let Some(known) = self.objects.get(&number) {
            budget.spend(known.work)?;
            return Ok(Rc::clone(known));
        }
        let before = budget.left();
        let (mut is_there, mut repeated) = (false, None);
        if let Some(generation) = generation(reading, number)? {
            let id = (number, generation);
            repeated = reading.repeated_key(id)?;
            is_there = reading.exists(id)?;
        }
        let known = Rc::new(Newest { is_there, repeated, work: before.saturating_sub(budget.left()) });
        self.objects.insert(number, Rc::clone(&known));
        Ok(known)
    }
}

impl<'f> Side<'f> {
    /// Most pages of a revision are the `known` ones of another.
    fn read(reading: Reading<'f>, known: &[Page]) -> Result<Self, Error> {
        let before = reading.input().budget().left();
        let catalog = reading.catalog()?;
        let pages = pages::list(&reading, known)?;
        let annotations = pages.iter().map(|page| Ok(reading.array(&page.dictionary, b"Annots")?.to_vec()));
        let annotations = annotations.collect::<Result<_, Error>>()?;
        let fields = crate::form::fields(&reading)?;
        let field_numbers = fields.ids().map(|(number, _)| number).collect();
        let work = before.saturating_sub(reading.input().budget().left());
        let content = Content { catalog, pages, annotations, fields, field_numbers, work };
        Ok(Self { reading, content: Rc::new(content) })
    }

    /// Whether each look of a field or another annotation has resources of its own, so that none is drawn with those of the form.
    pub(super) fn has_looks_of_their_own(&self) -> Result<bool, Error> {
        let listed = self.annotations.iter().flatten().cloned();
        for item in listed.chain(self.fields.ids().map(Object::Reference)) {
            let Some(annotation) = Entries::of(self.reading.resolve(&item)?) else { continue };
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

    /// Pages, annotations and fields.
    fn size(&self) -> usize {
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
    fn unseen_waiting(&self) -> HashSet<ObjectId> {
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

    /// The object of that number; nothing where none is listed.
    fn id(&self, number: u32) -> Result<Option<ObjectId>, Error> {
        Ok(self.reading.entry(number)?.generation().map(|generation| (number, generation)))
    }
}

/// What differs between the revisions that end with sections `old` and `new` of the chain, newest first.
pub(super) fn between(
    document: &Document,
    (old, new): (usize, usize),
    shared: &mut Shared,
) -> Result<Vec<Modification>, Error> {
    let (changed, repeated) = {
        let (before, after) = (document.reading().turned_to(old), document.reading().turned_to(new));
        differing((&before, old), (&after, new), shared)?
    };
    let new = shared.newest(document.reading().turned_to(new));
    let known = new.as_ref().map_or(&[][..], |new| &new.pages);
    let old = Side::read(document.reading().turned_to(old), known)?;
    let new = new?;
    let Shared { map, patience, .. } = shared;
    patience.take(old.size().saturating_add(new.size()).saturating_add(changed.len()))?;
    let walker = Walker::new(&new.reading, &changed, map, patience);
    let mut comparison = Comparison { walker, old: &old, new: &new, used: None };
    comparison.assign_roles()?;
    // Where a key stands twice, readers differ in what it says.
    for key in repeated {
        comparison.walker.tell(ModificationLevel::Other, &self::document(ModificationKind::Document, &key));
    }
    comparison.trailers()?;
    comparison.catalogs()?;
    comparison.pages()?;
    comparison.annotations()?;
    form::compare(&mut comparison)?;
    Ok(comparison.walker.changes)
}

/// The numbers of objects that are listed anew and say something else, and the keys that stand twice in what was written: what
/// seems to say the same may say something else to other readers.
fn differing(
    (before, old): (&Reading<'_>, usize),
    (after, new): (&Reading<'_>, usize),
    shared: &mut Shared,
) -> Result<(HashSet<u32>, Vec<Vec<u8>>), Error> {
    let mut numbers = after.numbers_in(new..old)?;
    // With an object stream goes what stands in it, though nothing of that is listed anew.
    match shared.contained(after)? {
        Some(contained) => {
            let within = numbers.iter().filter_map(|number| contained.get(number)).flatten();
            let within: Vec<u32> = within.copied().collect();
            numbers.extend(within);
            numbers.sort_unstable();
            numbers.dedup();
        }
        None => {
            for number in &numbers {
                if is_object_stream(before, *number)? || is_object_stream(after, *number)? {
                    let what = "the objects of a file whose object streams were written anew";
                    return Err(Error::TooLarge { what, limit: MAX_ENTRIES as u64 });
                }
            }
        }
    }
    let (mut changed, mut repeated) = (HashSet::new(), Vec::new());
    for number in numbers {
        let differs = match generation(before, number)? {
            // What was not there is new, whatever it says.
            None => shared.object(after, number)?.is_there,
            // Listed again where it stands.
            Some(generation) if after.is_as_in(old, (number, generation))? => continue,
            Some(generation) => {
                repeated.extend(before.repeated_key((number, generation))?);
                differs(before, after, number)?
            }
        };
        repeated.extend(shared.object(after, number)?.repeated.clone());
        if differs {
            changed.insert(number);
        }
    }
    Ok((changed, repeated))
}

fn is_object_stream(reading: &Reading<'_>, number: u32) -> Result<bool, Error> {
    let Some(generation) = generation(reading, number)? else { return Ok(false) };
    Ok(Entries::of(reading.shallow((number, generation))?).is_some_and(|found| found.has_type(b"ObjStm")))
}

/// The generation of the object of that number; nothing where there is none.
fn generation(reading: &Reading<'_>, number: u32) -> Result<Option<u16>, Error> {
    Ok(match reading.entry(number)? {
        // It tells of objects and is none that anybody could use.
        Entry::InFile { offset, .. } if reading.is_section(offset) => None,
        entry => entry.generation(),
    })
}

/// Whether an object says something else, whatever the order of keys. A null object is one that is not there (§7.3.10).
fn differs(before: &Reading<'_>, after: &Reading<'_>, number: u32) -> Result<bool, Error> {
    let (old, new) = (generation(before, number)?, generation(after, number)?);
    let of = |reading: &Reading<'_>, generation: Option<u16>| match generation {
        Some(generation) => reading.shallow((number, generation)),
        None => Ok(Seen::Null),
    };
    let (one, other) = (of(before, old)?, of(after, new)?);
    // Where the data of a stream cannot be had, nobody can say.
    for (reading, generation) in [(before, old), (after, new)] {
        generation.map(|generation| reading.exists((number, generation))).transpose()?;
    }
    if one.is_null() && other.is_null() {
        return Ok(false);
    }
    if old != new || !(same(&one, &other) || private::is_marked(&one, &other)) {
        return Ok(true);
    }
    let id = (number, new.unwrap_or_default());
    match (before.is_stream(id)?, after.is_stream(id)?) {
        (false, false) => Ok(false),
        (true, true) => Ok(match (before.object(id)?, after.object(id)?) {
            (Object::Stream(one), Object::Stream(other)) => one.content != other.content,
            _ => true,
        }),
        _ => Ok(true),
    }
}

/// Two revisions that are being compared.
pub(super) struct Comparison<'r, 'f> {
    pub(super) walker: Walker<'r, 'f>,
    pub(super) old: &'r Side<'f>,
    pub(super) new: &'r Side<'f>,
    /// What the older revision uses otherwise than as the looks of a field, once somebody asked.
    used: Option<HashSet<u32>>,
}

impl Comparison<'_, '_> {
    /// Whether the older revision uses that object otherwise than as the looks of a field.
    pub(super) fn is_used_beyond_looks(&mut self, number: u32) -> Result<bool, Error> {
        if self.used.is_none() {
            let (old, patience) = (self.old, self.walker.patience());
            self.used = Some(used_beyond_looks(&old.reading, &old.field_numbers, patience)?);
        }
        Ok(self.used.as_ref().is_some_and(|used| used.contains(&number)))
    }

    /// Who is compared by rules of its own. What is a stream never is, whatever else it claims to be.
    fn assign_roles(&mut self) -> Result<(), Error> {
        let known: HashSet<u32> = kin(self.old).collect();
        for number in kin(self.new).chain(known.iter().copied()) {
            let is_dictionary = match self.new.id(number)? {
                Some(id) => self.new.reading.is_dictionary(id)?,
                None => true,
            };
            if is_dictionary {
                let role = if known.contains(&number) { Role::Known } else { Role::Added };
                self.walker.roles.insert(number, role);
            }
        }
        for id in self.new.pages.iter().map(|page| page.id).chain([self.new.reading.root()?]) {
            self.walker.roles.insert(id.0, Role::Structure);
        }
        Ok(())
    }

    fn trailers(&mut self) -> Result<(), Error> {
        let end = self.new.reading.input().len();
        let (old, new) =
            (void::trailer(&self.old.reading, None)?, void::trailer(&self.new.reading, Some(end))?);
        for key in keys(&old, &new) {
            let level = match key {
                b"Info" => ModificationLevel::Archival,
                key if OF_UPDATES.contains(&key) => continue,
                // What one program notes there for itself, another leaves out.
                key if is_private(key) && !new.has(key) => continue,
                _ => ModificationLevel::Other,
            };
            let kind = if key == b"Info" { ModificationKind::Metadata } else { ModificationKind::Document };
            self.entry(&old, &new, key, level, &document(kind, key))?;
        }
        Ok(())
    }

    fn catalogs(&mut self) -> Result<(), Error> {
        let (old, new) = (&self.old.catalog, &self.new.catalog);
        let grown = structure::grown(self)?;
        for key in keys(old, new) {
            let (level, kind) = match key {
                b"AcroForm" => continue,
                b"Metadata" if !self.is_xmp()? => (ModificationLevel::Other, ModificationKind::Metadata),
                b"DSS" | b"Extensions" => (ModificationLevel::Archival, ModificationKind::ValidationData),
                b"Metadata" | b"Version" => (ModificationLevel::Archival, ModificationKind::Metadata),
                _ if private::shows_nothing(old, new, key) => {
                    (ModificationLevel::Archival, ModificationKind::Metadata)
                }
                _ => (ModificationLevel::Other, ModificationKind::Document),
            };
            let origin = document(kind, key);
            if matches!(key, b"Outlines" | b"StructTreeRoot") {
                self.walker.passed = grown.numbers();
            }
            self.entry(old, new, key, level, &origin)?;
            if key == b"StructTreeRoot" {
                grown.walk_on(self, &origin)?;
            }
            self.walker.passed.clear();
        }
        Ok(())
    }

    /// Whether the metadata are what they are called: XML without entities, in a stream of that type (§14.3.2).
    fn is_xmp(&self) -> Result<bool, Error> {
        let Some(id) = self.new.catalog.get(b"Metadata").and_then(|one| one.as_reference()).ok() else {
            return Ok(!self.new.catalog.has(b"Metadata"));
        };
        let Some(dictionary) = self.new.reading.dictionary_at(id)? else { return Ok(false) };
        let subtype = dictionary.get(b"Subtype").and_then(Object::as_name);
        if !dictionary.has_type(b"Metadata") || subtype.is_ok_and(|name| name != b"XML") {
            return Ok(false);
        }
        let text = self.new.reading.stream_data(id)?;
        let is_parsed = |text: &str| is_small(text) && usvg::roxmltree::Document::parse(text).is_ok();
        Ok(std::str::from_utf8(&text).is_ok_and(is_parsed))
    }

    /// One entry of two dictionaries: what it says, and what it reaches.
    pub(super) fn entry(
        &mut self,
        old: &Dictionary,
        new: &Dictionary,
        key: &[u8],
        level: ModificationLevel,
        origin: &Origin,
    ) -> Result<(), Error> {
        let (before, after) = (old.get(key).ok(), new.get(key).ok());
        if !alike(key, before, after) {
            self.walker.tell(level, origin);
        }
        match after {
            Some(value) => self.walker.walk(value, key, level, origin),
            None => Ok(()),
        }
    }

    fn pages(&mut self) -> Result<(), Error> {
        let ids = |side: &Side<'_>| side.pages.iter().map(|page| page.id).collect::<Vec<_>>();
        if ids(self.old) != ids(self.new) {
            self.walker.tell(ModificationLevel::Other, &document(ModificationKind::Pages, b"Pages"));
        }
        let before: HashMap<ObjectId, &Page> = self.old.pages.iter().map(|page| (page.id, page)).collect();
        for (number, page) in (1..).zip(&self.new.pages) {
            let Some(old) = before.get(&page.id) else { continue };
            if page.dictionary.is(&old.dictionary) {
                self.page(&page.dictionary, number)?;
                continue;
            }
            for key in keys(&old.dictionary, &page.dictionary) {
                if !self.is_list(key, &page.dictionary)? {
                    let (level, origin) = told_of_page(&old.dictionary, &page.dictionary, key, number);
                    match self.moved(&old.dictionary, &page.dictionary, key)? {
                        Some(resources) => self.walker.walk(&resources, key, level, &origin)?,
                        None => self.entry(&old.dictionary, &page.dictionary, key, level, &origin)?,
                    }
                }
            }
        }
        Ok(())
    }

    /// The resources of a page that are another object than before and say the same: who writes a page anew may write these
    /// anew beside them.
    fn moved(&self, old: &Dictionary, new: &Dictionary, key: &[u8]) -> Result<Option<Seen<'static>>, Error> {
        let id = |page: &Dictionary| page.get(key).and_then(Object::as_reference).ok();
        let (Some(was), Some(is)) = (id(old), id(new)) else { return Ok(None) };
        if key != b"Resources" || was == is {
            return Ok(None);
        }
        for (reading, id) in [(&self.old.reading, was), (&self.new.reading, is)] {
            if !reading.is_dictionary(id)? || reading.repeated_key(id)?.is_some() {
                return Ok(None);
            }
        }
        let (before, after) = (self.old.reading.shallow(was)?, self.new.reading.shallow(is)?);
        Ok(same(&before, &after).then_some(after))
    }

    /// Whether that key leads to the annotations of a page, which are compared by rules of their own.
    fn is_list(&self, key: &[u8], page: &Dictionary) -> Result<bool, Error> {
        Ok(key == b"Annots" && matches!(*self.new.reading.get(page, key)?, Object::Array(_) | Object::Null))
    }

    /// What a page reaches that is the very same object in both revisions.
    fn page(&mut self, page: &Dictionary, number: u32) -> Result<(), Error> {
        for (key, value) in in_order(page) {
            if !self.is_list(key, page)? {
                let (level, origin) = told_of_page(page, page, key, number);
                self.walker.walk_telling(value, key, level, || Ok(Cow::Owned(origin)))?;
            }
        }
        Ok(())
    }

    /// Annotations that are no fields.
    fn annotations(&mut self) -> Result<(), Error> {
        let (old, new) = (self.old, self.new);
        let former: HashMap<ObjectId, &Vec<Object>> =
            old.pages.iter().map(|page| page.id).zip(&old.annotations).collect();
        let mut waiting = None;
        for ((page, Page { id, .. }), items) in (1..).zip(&new.pages).zip(&new.annotations) {
            let before = Listed::of(former.get(id).map_or(&[][..], |items| items.as_slice()));
            let now = Listed::of(items);
            self.walker.patience().take(before.direct.len().saturating_mul(now.direct.len()))?;
            for item in items {
                match item.as_reference() {
                    Ok(found) if new.fields.has(found) => {
                        // What was on another page, or on none, was not seen here.
                        if old.fields.has(found)
                            && !before.has(item)
                            && !waiting.get_or_insert_with(|| old.unseen_waiting()).contains(&found)
                        {
                            let origin = self.origin(item, ModificationKind::Field, page)?;
                            self.walker.tell(ModificationLevel::Other, &origin);
                        }
                    }
                    Ok(found) => self.annotation(item, found, page, before.has(item))?,
                    Err(_) if before.has(item) => self.direct(item, page)?,
                    Err(_) => {
                        let origin = self.origin(item, ModificationKind::AnnotationAdded, page)?;
                        self.walker.tell(level_in(&origin), &origin);
                        self.direct(item, page)?;
                    }
                }
            }
            for item in before.all.iter().filter(|item| !now.has(item)) {
                let level = self.level_among(item);
                self.walker.tell(level, &document_page(ModificationKind::AnnotationRemoved, page));
            }
            // Which lies above which, of those that stayed.
            let stayed = before.all.iter().filter(|item| now.has(item));
            let stays = now.all.iter().filter(|item| before.has(item));
            if !are_same(stayed.clone(), stays) {
                let level = stayed.map(|item| self.level_among(item)).max();
                let level = level.unwrap_or(ModificationLevel::Annotation);
                self.walker.tell(level, &document_page(ModificationKind::AnnotationChanged, page));
            }
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
            if self.leads_to_change(id)? {
                self.walker.tell(level_in(&origin), &origin);
            }
            return self.reached(&dictionary, &origin);
        }
        let origin = self.origin(item, ModificationKind::AnnotationAdded, page)?;
        // A widget without a field, or what was something else before, is no annotation that somebody added.
        let stray = dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Widget");
        let was = self.old.id(found)?.is_some();
        let level = if stray || was { ModificationLevel::Other } else { level_in(&origin) };
        self.walker.tell(level, &origin);
        self.reached(&dictionary, &origin)
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
            Object::Dictionary(dictionary) => self.reached(dictionary, &origin),
            _ => Ok(()),
        }
    }

    /// What an annotation reaches.
    fn reached(&mut self, dictionary: &Dictionary, origin: &Origin) -> Result<(), Error> {
        for (key, value) in dictionary {
            let level = level_behind(key, level_in(origin));
            self.walker.walk(value, key, level, origin)?;
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
fn are_same<'o>(
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

/// The numbers of all fields, widgets and other annotations.
fn kin<'a>(side: &'a Side<'_>) -> impl Iterator<Item = u32> + 'a {
    let annotations = side.annotations.iter().flatten().filter_map(number);
    side.field_numbers.iter().copied().chain(annotations)
}

/// The entries in the order of their keys.
pub(super) fn in_order(dictionary: &Dictionary) -> Vec<(&[u8], &Object)> {
    let mut entries: Vec<_> = dictionary.iter().map(|(key, value)| (key.as_slice(), value)).collect();
    entries.sort_unstable_by_key(|(key, _)| *key);
    entries
}

/// Whether metadata are no more than anybody needs: what is nested, named and declared in them takes time with each other.
fn is_small(text: &str) -> bool {
    const BYTES: usize = 1 << 20;
    const ELEMENTS: usize = 20_000;
    const ATTRIBUTES: usize = 5_000;
    const DECLARATIONS: usize = 500;
    let count = |what: &str| memchr::memmem::find_iter(text.as_bytes(), what).count();
    text.len() <= BYTES
        && count("<") <= ELEMENTS
        && count("=") <= ATTRIBUTES
        && count("xmlns") <= DECLARATIONS
}

/// The keys of both, each once.
pub(super) fn keys<'a>(old: &'a Dictionary, new: &'a Dictionary) -> BTreeSet<&'a [u8]> {
    old.iter().chain(new).map(|(key, _)| key.as_slice()).collect()
}

/// Under a key. A null value is one that is not there (§7.3.7), but to programs that then look no further for what is inherited.
pub(super) fn alike(key: &[u8], old: Option<&Object>, new: Option<&Object>) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => same_under(key, old, new),
        _ => false,
    }
}

/// The same value of a key. An integer may stand for the real number that it is where lengths and colours are meant (§7.3.3); elsewhere
/// some programs see none in what has a point.
fn same_under(key: &[u8], one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::Dictionary(one), Object::Dictionary(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, value)| other.get(key).is_ok_and(|found| same_under(key, value, found)))
        }
        (Object::Array(one), Object::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_under(key, one, other))
        }
        (Object::Integer(whole), Object::Real(real)) | (Object::Real(real), Object::Integer(whole)) => {
            const EXACT: i64 = 1 << f32::MANTISSA_DIGITS;
            is_measured(key) && (-EXACT..=EXACT).contains(whole) && *whole as f32 == *real
        }
        _ => same(one, other),
    }
}

/// Whether numbers under a key are lengths or colours.
fn is_measured(key: &[u8]) -> bool {
    matches!(
        key,
        b"Rect"
            | b"MediaBox"
            | b"CropBox"
            | b"BleedBox"
            | b"TrimBox"
            | b"ArtBox"
            | b"BBox"
            | b"QuadPoints"
            | b"C"
            | b"BC"
            | b"BG"
    )
}

pub(super) fn number(object: &Object) -> Option<u32> {
    object.as_reference().ok().map(|(number, _)| number)
}

pub(super) fn text(key: &[u8]) -> String {
    String::from_utf8_lossy(key).into_owned()
}

pub(super) fn document(kind: ModificationKind, key: &[u8]) -> Rc<Origin> {
    Rc::new(Origin { kind, name: Some(text(key)), page: None, rect: None, new_field: false })
}

/// What an entry of a page is told as, and how grave a change of it is.
fn told_of_page(old: &Dictionary, new: &Dictionary, key: &[u8], page: u32) -> (ModificationLevel, Origin) {
    let (level, kind) = match private::shows_nothing(old, new, key) {
        true => (ModificationLevel::Archival, ModificationKind::Metadata),
        false => (ModificationLevel::Other, ModificationKind::Page),
    };
    (level, Origin { kind, name: Some(text(key)), page: Some(page), rect: None, new_field: false })
}

fn document_page(kind: ModificationKind, page: u32) -> Rc<Origin> {
    Rc::new(Origin { kind, name: None, page: Some(page), rect: None, new_field: false })
}
