//! Ways through the newer revision, and the differing objects that they meet.

use std::borrow::Cow;
use std::rc::Rc;

use foldhash::{HashMap, HashSet, HashSetExt};
use lopdf::{Dictionary, Object, ObjectId};

use super::{Modification, ModificationKind, ModificationLevel, Patience};
use crate::{
    error::Error,
    reading::{MAX_HOPS, Reading},
    seen::{Entries, Seen},
};

/// Keys of annotations and fields under which they know each other, and of the form.
const KINSHIP: [&[u8]; 5] = [b"Parent", b"Popup", b"IRT", b"Kids", b"CO"];

/// Keys behind which stands what is drawn. Nothing there is an annotation, a field, a page or the catalog: what calls itself
/// one is drawn all the same.
const DRAWN: [&[u8]; 7] = [b"AP", b"Contents", b"DR", b"Group", b"MK", b"Resources", b"Thumb"];

/// Keys under which a page itself stands, beside the arrays of destinations, trees and lists.
const TO_PAGE: [&[u8]; 5] = [b"P", b"Pg", b"Parent", b"D", b"Dest"];

/// The key under which the catalog stands, in the trailer.
const TO_CATALOG: &[u8] = b"Root";

/// What an object that is compared by rules of its own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The catalog, compared entry by entry.
    Catalog,
    /// A page, as well.
    Page,
    /// A field, a widget or another annotation, which was one before.
    Known,
    /// One that was not.
    Added,
}

/// Where a way began.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub(super) kind: ModificationKind,
    pub(super) name: Option<String>,
    pub(super) page: Option<u32>,
    pub(super) rect: Option<[f32; 4]>,
    pub(super) new_field: bool,
}

impl Origin {
    pub(super) fn change(&self, level: ModificationLevel) -> Modification {
        Modification {
            level,
            kind: self.kind,
            name: self.name.clone(),
            page: self.page,
            rect: self.rect,
            new_field: self.new_field,
        }
    }
}

/// What the entry belongs to with which a way begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// The catalog, a page, or what they consist of.
    Structure,
    /// A field or another annotation that was one before, or the form.
    Known,
    /// One that was not, or an annotation that says something else now: it may lead to others that were not there.
    Added,
}

/// A reference that leads on.
#[derive(Debug, Clone, Copy)]
struct Way {
    to: ObjectId,
    key: Key,
    /// Whether one of [`DRAWN`] was passed.
    drawn: bool,
    place: Place,
}

/// Whether a page or the catalog belongs where a reference stands. Elsewhere its entries mean something else: a dictionary of names,
/// say, in which each key is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    OfPage,
    OfCatalog,
    OfNeither,
    /// As where the reference stands that led to the object, which is one itself.
    Above,
}

impl Place {
    fn under(key: &[u8]) -> Self {
        match key {
            TO_CATALOG => Self::OfCatalog,
            key if TO_PAGE.contains(&key) => Self::OfPage,
            _ => Self::OfNeither,
        }
    }

    /// In a dictionary. Rules for what may change name what they are about, which is the document (table 253).
    fn of(dictionary: &Dictionary, key: &[u8]) -> Self {
        match key {
            b"Data" if dictionary.has(b"TransformMethod") => Self::OfCatalog,
            key => Self::under(key),
        }
    }
}

/// What a reference stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    /// What is there is taken for the annotation or the field that it is.
    Kin,
    /// The same, of one that was there before: where there was none of its kin, none may appear.
    Settled,
    /// Any other.
    Other,
    /// The key that led to the object, which is a reference or an array and has none of its own.
    Above,
}

impl Key {
    /// Under which a way begins.
    fn first(key: &[u8], of: Of) -> Self {
        match (key, of) {
            (_, Of::Structure) => Self::Other,
            (key, Of::Known) if KINSHIP.contains(&key) => Self::Settled,
            (key, Of::Added) if KINSHIP.contains(&key) => Self::Kin,
            _ => Self::Other,
        }
    }

    /// Of any other dictionary: what a piece of the structure has for its content (§14.7.5.3), and the fields that an action sends or
    /// resets (§12.7.6). Elsewhere the same keys mean other things.
    fn of(dictionary: &Dictionary, key: &[u8]) -> Self {
        let is = |what: &[u8], names: &[&[u8]]| {
            dictionary.get(what).and_then(Object::as_name).is_ok_and(|name| names.contains(&name))
        };
        let is_kin = match key {
            b"Obj" => is(b"Type", &[b"OBJR"]),
            b"Fields" => is(b"S", &[b"ResetForm", b"SubmitForm"]),
            _ => false,
        };
        if is_kin { Self::Kin } else { Self::Other }
    }
}

/// The references in a value, in its order.
#[derive(Debug, Default)]
pub(super) struct Ways {
    found: Vec<Way>,
    /// Values that were looked at for them.
    values: usize,
}

impl Ways {
    fn of(value: &Object, key: Key, drawn: bool, place: Place) -> Self {
        let mut ways = Self::default();
        ways.add(value, key, drawn, place);
        ways
    }

    /// No deeper than an object is read.
    fn add(&mut self, value: &Object, key: Key, drawn: bool, place: Place) {
        self.values = self.values.saturating_add(1);
        match value {
            Object::Reference(to) => self.found.push(Way { to: *to, key, drawn, place }),
            Object::Array(items) => {
                items.iter().for_each(|item| self.add(item, key, drawn, Place::OfPage));
            }
            Object::Dictionary(dictionary) => self.add_entries(dictionary, drawn),
            Object::Stream(stream) => self.add_entries(&stream.dict, drawn),
            _ => {}
        }
    }

    fn add_entries(&mut self, dictionary: &Dictionary, drawn: bool) {
        let entries = dictionary.iter();
        entries.for_each(|(key, value)| {
            self.add(value, Key::of(dictionary, key), drawn || is_drawn(key), Place::of(dictionary, key));
        });
    }
}

fn is_drawn(key: &[u8]) -> bool {
    DRAWN.contains(&key)
}

/// The numbers of what a revision uses otherwise than as the looks of `fields`: what stands under their `/AP` itself is not
/// among them, unless something else leads there too.
pub(super) fn used_beyond_looks(
    reading: &Reading<'_>,
    fields: &HashSet<u32>,
    patience: &mut Patience,
) -> Result<HashSet<u32>, Error> {
    let (mut used, mut visited) = (HashSet::new(), HashSet::new());
    let mut ways = Ways::default();
    ways.add_entries(reading.trailer()?, false);
    let mut stack = Vec::new();
    loop {
        patience.take(ways.values)?;
        used.extend(ways.found.iter().map(|way| way.to.0));
        stack.extend(ways.found.iter().map(|way| way.to));
        ways = Ways::default();
        let Some(id) = stack.pop() else { return Ok(used) };
        if !visited.insert(id.0) {
            continue;
        }
        match &*by_number(reading, id)? {
            Object::Dictionary(field) if fields.contains(&id.0) => {
                for (key, value) in field {
                    match value {
                        Object::Reference(looks) if key == b"AP" => stack.push(*looks),
                        _ => ways.add(value, Key::Other, false, Place::Above),
                    }
                }
            }
            object => ways.add(object, Key::Other, false, Place::Above),
        }
    }
}

/// The object of that number, whatever its generation: some programs do not look at that.
pub(super) fn by_number(reading: &Reading<'_>, id: ObjectId) -> Result<Seen<'static>, Error> {
    let entry = reading.entry(id.0)?;
    reading.shallow_at((id.0, entry.generation().unwrap_or(id.1)), entry)
}

/// What stands in a list, or where it leads: by the number alone where nothing is there by the generation.
pub(super) fn listed<'s>(reading: &'s Reading<'_>, item: &'s Object) -> Result<Seen<'s>, Error> {
    let found = reading.resolve(item)?;
    match item.as_reference() {
        Ok(id) if found.is_null() => by_number(reading, id),
        _ => Ok(found),
    }
}

/// Whether that is a stream of further objects, or of the places of objects: what counts is what stands in it.
fn is_container(reading: &Reading<'_>, number: u32) -> Result<bool, Error> {
    let Some(generation) = reading.entry(number)?.generation() else { return Ok(false) };
    let id = (number, generation);
    let is_so = |found: Entries<'_>| found.has_type(b"ObjStm") || found.has_type(b"XRef");
    Ok(reading.is_stream(id)? && Entries::of(reading.shallow(id)?).is_some_and(is_so))
}

/// Objects of the newest revision whose ways are remembered, and ways: some 50 MB.
const KNOWN: usize = 1_000_000;

/// The ways from objects of the newest revision, once they were gone.
#[derive(Default)]
pub(super) struct Map {
    known: HashMap<ObjectId, Rc<(Ways, u64)>>,
    size: usize,
}

impl Map {
    /// The ways from an object. What reading it was is paid each time.
    fn beyond(&mut self, reading: &Reading<'_>, id: ObjectId) -> Result<Rc<(Ways, u64)>, Error> {
        let budget = reading.input().budget();
        if let Some(known) = self.known.get(&id) {
            budget.spend(known.1)?;
            return Ok(Rc::clone(known));
        }
        let before = budget.left();
        let object = by_number(reading, id)?;
        let ways = Ways::of(&object, Key::Above, false, Place::Above);
        let found = Rc::new((ways, before.saturating_sub(budget.left())));
        let size = found.0.found.len().saturating_add(1);
        if self.size.saturating_add(size) <= KNOWN {
            self.size = self.size.saturating_add(size);
            self.known.insert(id, Rc::clone(&found));
        }
        Ok(found)
    }
}

/// How a way leads to an object, as far as that decides what the object is taken for there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    /// As what it is, from where that belongs.
    Kin(Key),
    /// As something that is drawn.
    Drawn,
    /// As anything else. Where it is a list or a reference, what is behind stands where it does.
    Other(Key, Place),
}

/// Walks the newer revision.
pub(super) struct Walker<'r, 'f> {
    pub(super) new: &'r Reading<'f>,
    /// The numbers of objects that differ.
    pub(super) changed: &'r HashSet<u32>,
    pub(super) roles: HashMap<u32, Role>,
    pub(super) changes: Vec<Modification>,
    /// The numbers of objects that ways end at for now: what differs there is judged elsewhere.
    pub(super) passed: HashSet<u32>,
    /// The numbers of objects that are compared by rules of their own, and of what these go through themselves.
    explained: HashSet<u32>,
    /// By the level, and whether the ways began at something added.
    visited: HashMap<(ModificationLevel, bool), HashSet<(u32, Sort)>>,
    told: HashSet<(ModificationLevel, u32)>,
    map: &'r mut Map,
    patience: &'r mut Patience,
}

impl<'r, 'f> Walker<'r, 'f> {
    pub(super) fn new(
        new: &'r Reading<'f>,
        changed: &'r HashSet<u32>,
        map: &'r mut Map,
        patience: &'r mut Patience,
    ) -> Self {
        let (roles, changes, passed, explained, visited, told) = Default::default();
        Self { new, changed, roles, changes, passed, explained, visited, told, map, patience }
    }

    pub(super) fn patience(&mut self) -> &mut Patience {
        self.patience
    }

    pub(super) fn tell(&mut self, level: ModificationLevel, origin: &Origin) {
        self.changes.push(origin.change(level));
    }

    /// Notes that a rule of its own judges what differs in the object of that number.
    pub(super) fn explains(&mut self, number: u32) {
        self.explained.insert(number);
    }

    /// The same of what a value leads to, as long as that is one reference after the other.
    pub(super) fn explains_chain(&mut self, value: Option<&Object>) -> Result<(), Error> {
        let mut next = value.and_then(|value| value.as_reference().ok());
        for _ in 0..MAX_HOPS {
            let Some(id) = next else { break };
            let object = self.new.shallow(id)?;
            if object.is_null() {
                break;
            }
            self.explained.insert(id.0);
            next = object.as_reference().ok();
        }
        Ok(())
    }

    /// Whether something differs that no rule has judged.
    pub(super) fn leaves_open(&self) -> Result<bool, Error> {
        Ok(!self.open()?.is_empty())
    }

    /// Whether something of that can be reached: then nobody knows what it is.
    pub(super) fn leads_to_open(&mut self) -> Result<bool, Error> {
        let open = self.open()?;
        if open.is_empty() {
            return Ok(false);
        }
        let reached = used_beyond_looks(self.new, &HashSet::new(), self.patience)?;
        Ok(open.iter().any(|number| reached.contains(number)))
    }

    /// The numbers of what differs and was neither told nor judged otherwise.
    fn open(&self) -> Result<Vec<u32>, Error> {
        let told: HashSet<u32> = self.told.iter().map(|(_, number)| *number).collect();
        let is_judged = |number: &u32| {
            told.contains(number) || self.explained.contains(number) || self.roles.contains_key(number)
        };
        let mut open = Vec::new();
        for number in self.changed.iter().filter(|number| !is_judged(number)) {
            if !is_container(self.new, *number)? {
                open.push(*number);
            }
        }
        Ok(open)
    }

    /// Everything that `value`, which stands under `key` of the structure, reaches: what differs there is of this level.
    pub(super) fn walk(
        &mut self,
        value: &Object,
        key: &[u8],
        level: ModificationLevel,
        origin: &Origin,
    ) -> Result<(), Error> {
        self.walk_telling((value, key), Of::Structure, level, || Ok(Cow::Borrowed(origin)))
    }

    /// The same of an entry of something else. It may take some work to say where the way begins.
    pub(super) fn walk_telling<'o>(
        &mut self,
        (value, key): (&Object, &[u8]),
        of: Of,
        level: ModificationLevel,
        origin: impl FnOnce() -> Result<Cow<'o, Origin>, Error>,
    ) -> Result<(), Error> {
        let first = Ways::of(value, Key::first(key, of), is_drawn(key), Place::under(key));
        self.patience.take(first.values)?;
        if first.found.is_empty() {
            return Ok(());
        }
        let origin = origin()?;
        let mut stack = first.found;
        while let Some(Way { to, key, drawn, place }) = stack.pop() {
            if !drawn && self.passed.contains(&to.0) {
                continue;
            }
            let belongs = |role: &Role| match role {
                Role::Catalog => place == Place::OfCatalog,
                Role::Page => place == Place::OfPage,
                Role::Known | Role::Added => true,
            };
            let role = self.roles.get(&to.0).copied().filter(|role| !drawn && belongs(role));
            let sort = match (drawn, role, key) {
                (true, ..) => Sort::Drawn,
                (false, Some(Role::Catalog | Role::Page), _) | (false, Some(_), Key::Kin | Key::Settled) => {
                    Sort::Kin(key)
                }
                _ => Sort::Other(key, place),
            };
            let visited = self.visited.entry((level, of == Of::Added)).or_default();
            // On the way as something that is drawn nothing is left out.
            if visited.contains(&(to.0, Sort::Drawn)) || !visited.insert((to.0, sort)) {
                continue;
            }
            if self.meets(to.0, (role, key), of, level, &origin) {
                let beyond = self.map.beyond(self.new, to)?;
                self.patience.take(beyond.0.values)?;
                let inherits = |way: &Way| Way {
                    key: if way.key == Key::Above { key } else { way.key },
                    place: if way.place == Place::Above { place } else { way.place },
                    drawn: drawn || way.drawn,
                    ..*way
                };
                stack.extend(beyond.0.found.iter().map(inherits));
            }
        }
        Ok(())
    }

    /// Notes an object that differs, of the role that it has where the way leads there; whether the way leads on through it.
    fn meets(
        &mut self,
        number: u32,
        (role, key): (Option<Role>, Key),
        of: Of,
        mut level: ModificationLevel,
        origin: &Origin,
    ) -> bool {
        let differs = self.changed.contains(&number);
        match role {
            Some(Role::Catalog | Role::Page) => return false,
            // Where it was signed that nothing is, nothing may appear, whatever is said of that where it is compared.
            Some(Role::Added) if of != Of::Added => level = ModificationLevel::Other,
            // It is told where it is compared, unless it is taken for something else here.
            Some(_) if key == Key::Kin => return false,
            Some(Role::Known) if key == Key::Settled => return false,
            Some(Role::Added) if level < ModificationLevel::Other => return false,
            _ => {}
        }
        if differs && self.told.insert((level, number)) {
            self.changes.push(origin.change(level));
        }
        // What is the same may lead on by what it is taken for here.
        role.is_none() || !differs
    }
}
