//! What a new signature field adds to the structure tree of a tagged document (ISO 32000-2 §14.7; ISO 14289-1 §7.18.1 demands
//! it): an element that holds the widget, and its place in the parent tree.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use lopdf::{Dictionary, Object, ObjectId};

use super::ModificationLevel;
use super::compare::{Comparison, alike};
use super::walk::Origin;
use crate::{
    error::Error,
    objection::{same, same_but},
    reading::Reading,
    seen::Entries,
    xref::Entry,
};

/// Nodes of a parent tree inside each other.
const MAX_DEPTH: u32 = 32;

/// Objects of the structure that say nothing new but that there are new signature fields.
#[derive(Default)]
pub(super) struct Grown {
    /// Elements that were there, the root, and the parent tree.
    known: HashSet<u32>,
    /// The elements of the new fields.
    elements: HashSet<u32>,
}

impl Grown {
    /// The numbers of all.
    pub(super) fn numbers(&self) -> HashSet<u32> {
        self.known.union(&self.elements).copied().collect()
    }

    /// Walks on from what was there: all else that differs is told.
    pub(super) fn walk_on(&self, comparison: &mut Comparison<'_, '_>, origin: &Origin) -> Result<(), Error> {
        let mut known: Vec<u32> = self.known.iter().copied().collect();
        known.sort_unstable();
        for number in known {
            let entry = comparison.new.reading.entry(number)?;
            let object = comparison.new.reading.shallow((number, entry.generation().unwrap_or_default()))?;
            comparison.walker.walk(&object, b"StructTreeRoot", ModificationLevel::Other, origin)?;
        }
        Ok(())
    }
}

/// What grew by nothing but the elements of new signature fields. Where anything else is said of the structure, that is nothing.
pub(super) fn grown(comparison: &mut Comparison<'_, '_>) -> Result<Grown, Error> {
    let waiting = widgets(comparison);
    if waiting.is_empty() {
        return Ok(Grown::default());
    }
    Ok(by_fields(comparison, &waiting)?.unwrap_or_default())
}

fn by_fields(
    comparison: &mut Comparison<'_, '_>,
    waiting: &HashMap<i64, ObjectId>,
) -> Result<Option<Grown>, Error> {
    let (old, new) = (comparison.old, comparison.new);
    let root = |catalog: &Dictionary| catalog.get(b"StructTreeRoot").and_then(Object::as_reference).ok();
    let Some(root) = root(&old.catalog).filter(|id| root(&new.catalog) == Some(*id)) else { return Ok(None) };
    let (Some(was), Some(is)) = (old.reading.dictionary_at(root)?, new.reading.dictionary_at(root)?) else {
        return Ok(None);
    };
    let (mut before, mut now) = (Tree::default(), Tree::default());
    before.read(comparison, Which::Old, was.get(b"ParentTree").ok(), 0)?;
    now.read(comparison, Which::New, is.get(b"ParentTree").ok(), 0)?;
    if before.is_odd || now.is_odd || !counts_on(&was, &is, &now) {
        return Ok(None);
    }
    for (key, value) in &before.entries {
        let Some(found) = now.entries.get(key) else { return Ok(None) };
        if same(found, value) {
            continue;
        }
        // Some put the elements of a page into an array that is an object of its own.
        if !is_moved(comparison, value, found)? {
            return Ok(None);
        }
        now.nodes.extend(found.as_reference().ok().map(|id| id.0));
    }
    for node in now.nodes.difference(&before.nodes) {
        if old.reading.entry(*node)? != Entry::Free {
            return Ok(None);
        }
    }
    let mut parents: BTreeMap<ObjectId, BTreeSet<ObjectId>> = BTreeMap::from([(root, BTreeSet::new())]);
    let mut grown = Grown { known: now.nodes, elements: HashSet::new() };
    for (key, value) in now.entries.iter().filter(|(key, _)| !before.entries.contains_key(key)) {
        let (Ok(element), Some(widget)) = (value.as_reference(), waiting.get(key)) else { return Ok(None) };
        let Some(above) = element_of(comparison, element, *widget)? else { return Ok(None) };
        // Each has a widget of its own.
        if old.reading.entry(element.0)? != Entry::Free || !grown.elements.insert(element.0) {
            return Ok(None);
        }
        parents.entry(above).or_default().insert(element);
    }
    for (id, elements) in parents {
        let Some(array) = grows(comparison, id, id == root, &elements)? else { return Ok(None) };
        grown.known.insert(id.0);
        grown.known.extend(array);
    }
    let is_else =
        |number: &u32| comparison.walker.roles.contains_key(number) || grown.elements.contains(number);
    let is_odd = grown.known.iter().any(is_else);
    Ok((!is_odd).then_some(grown))
}

/// Whether a value is the same array as before, in an object of its own now.
fn is_moved(comparison: &Comparison<'_, '_>, was: &Object, is: &Object) -> Result<bool, Error> {
    let (old, new) = (&comparison.old.reading, &comparison.new.reading);
    let (before, now) = (old.resolve(was)?, new.resolve(is)?);
    Ok(is.as_reference().is_ok() && matches!(*now, Object::Array(_)) && same(&before, &now))
}

/// New widgets that are, or belong to, new signature fields, by their places in the parent tree.
fn widgets(comparison: &Comparison<'_, '_>) -> HashMap<i64, ObjectId> {
    let (old, new) = (comparison.old, comparison.new);
    let mut found = HashMap::new();
    let added = new.fields.list.iter().filter(|field| field.kind == b"Sig");
    for field in added {
        let Some(id) = field.widget.filter(|id| !old.fields.has(*id)) else { continue };
        if let Ok(Object::Integer(place)) = field.widget_dictionary.get(b"StructParent") {
            found.insert(*place, id);
        }
    }
    found
}

/// `/ParentTreeNextKey` is what new places make it, or was not told (table 354).
fn counts_on(was: &Dictionary, is: &Dictionary, now: &Tree) -> bool {
    let next = |root: &Dictionary| root.get(b"ParentTreeNextKey").and_then(Object::as_i64).ok();
    let behind = now.entries.keys().next_back().map_or(0, |last| last.saturating_add(1));
    match (next(was), next(is)) {
        (None, None) => true,
        (Some(was), Some(is)) if was == is => true,
        (was, Some(is)) => is >= behind && was.is_none_or(|was| is >= was),
        (Some(_), None) => false,
    }
}

/// What the new element of a widget stands in; nothing where it says anything but that it holds the widget.
fn element_of(
    comparison: &Comparison<'_, '_>,
    id: ObjectId,
    widget: ObjectId,
) -> Result<Option<ObjectId>, Error> {
    let reading = &comparison.new.reading;
    let Some(element) = reading.dictionary_at(id)? else { return Ok(None) };
    if reading.is_stream(id)? {
        return Ok(None);
    }
    let page = |value: &Object| comparison.is_page(value);
    let (mut above, mut holds) = (None, false);
    for (key, value) in &element {
        let fits = match key.as_slice() {
            b"Type" => is_name(value, b"StructElem"),
            b"S" => is_name(value, b"Form"),
            b"Pg" => page(value),
            b"P" => {
                above = value.as_reference().ok();
                above.is_some()
            }
            b"K" => {
                let held = match value {
                    Object::Array(kids) if kids.len() == 1 => kids.first(),
                    other => Some(other),
                };
                holds = held.is_some_and(|held| is_widget(held, widget, page));
                holds
            }
            _ => false,
        };
        if !fits {
            return Ok(None);
        }
    }
    Ok(above.filter(|_| holds && element.has(b"S")))
}

/// Whether that is a reference to the widget as an object (table 357).
fn is_widget(held: &Object, widget: ObjectId, page: impl Fn(&Object) -> bool) -> bool {
    let Object::Dictionary(held) = held else { return false };
    let fits = |(key, value): (&Vec<u8>, &Object)| match key.as_slice() {
        b"Type" => is_name(value, b"OBJR"),
        b"Obj" => value.as_reference().ok() == Some(widget),
        b"Pg" => page(value),
        _ => false,
    };
    held.has(b"Type") && held.has(b"Obj") && held.iter().all(fits)
}

/// Whether an element, or the root, is what it was but for these new kids among its kids; and the array of those, where it is an
/// object of its own.
fn grows(
    comparison: &Comparison<'_, '_>,
    id: ObjectId,
    is_root: bool,
    added: &BTreeSet<ObjectId>,
) -> Result<Option<Option<u32>>, Error> {
    let (old, new) = (&comparison.old.reading, &comparison.new.reading);
    if old.is_stream(id)? || new.is_stream(id)? {
        return Ok(None);
    }
    let (Some(was), Some(is)) = (old.dictionary_at(id)?, new.dictionary_at(id)?) else { return Ok(None) };
    // Some write that no name stands for another, where that was so.
    let has_none = is.get(b"RoleMap").and_then(Object::as_dict).is_ok_and(Dictionary::is_empty);
    let names_nothing = has_none && !was.has(b"RoleMap");
    let told = |key: &[u8]| {
        key == b"K"
            || (is_root && matches!(key, b"ParentTree" | b"ParentTreeNextKey"))
            || (is_root && key == b"RoleMap" && names_nothing)
    };
    let reference = |root: &Entries<'_>| root.get(b"ParentTree").and_then(Object::as_reference).ok();
    // A new tree is an object of its own.
    let lost_tree = reference(&was) != reference(&is) && reference(&is).is_none();
    let is_element = is_root || (was.has(b"S") && was.has(b"P"));
    if !is_element || !same_but(&was, &is, told) || (is_root && lost_tree) {
        return Ok(None);
    }
    if added.is_empty() {
        return Ok(alike(b"K", was.get(b"K").ok(), is.get(b"K").ok()).then_some(None));
    }
    let array = |reading: &Reading<'_>, element: &Entries<'_>| {
        let id = element.get(b"K").and_then(Object::as_reference).ok();
        let kids = reading.get(element, b"K")?;
        Ok::<_, Error>(match (&*kids, id) {
            (Object::Array(kids), id) => (kids.clone(), id),
            (Object::Null, _) => (Vec::new(), None),
            (_, Some(id)) => (vec![Object::Reference(id)], None),
            (other, None) => (vec![other.clone()], None),
        })
    };
    let ((before, was_in), (after, is_in)) = (array(old, &was)?, array(new, &is)?);
    let is_new = |kid: &&Object| kid.as_reference().is_ok_and(|id| added.contains(&id));
    let (fresh, known): (Vec<_>, Vec<_>) = after.iter().partition(is_new);
    let all_known = known.len() == before.len() && known.iter().zip(&before).all(|(a, b)| same(a, b));
    let fits = all_known && fresh.len() == added.len() && (was_in == is_in || is_in.is_none());
    Ok(fits.then(|| is_in.map(|(number, _)| number)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Old,
    New,
}

/// A number tree (§7.9.7).
#[derive(Default)]
struct Tree {
    entries: BTreeMap<i64, Object>,
    /// The key that was read last.
    last: Option<i64>,
    nodes: HashSet<u32>,
    /// It is no tree, or readers may find different things in it.
    is_odd: bool,
}

impl Tree {
    fn read(
        &mut self,
        comparison: &mut Comparison<'_, '_>,
        which: Which,
        node: Option<&Object>,
        depth: u32,
    ) -> Result<(), Error> {
        let side = if which == Which::Old { comparison.old } else { comparison.new };
        let id = node.and_then(|node| node.as_reference().ok());
        let again = id.is_some_and(|id| !self.nodes.insert(id.0));
        let resolved = node.map(|node| side.reading.resolve(node)).transpose()?;
        let Some(entries) = resolved.and_then(Entries::of).filter(|_| !again && depth < MAX_DEPTH) else {
            self.is_odd = true;
            return Ok(());
        };
        let is_stream = id.map(|id| side.reading.is_stream(id)).transpose()?.unwrap_or_default();
        self.is_odd |= is_stream
            || !entries.iter().all(|(key, value)| match key.as_slice() {
                b"Nums" | b"Kids" | b"Limits" => true,
                // Chromium says what it is.
                b"Type" => is_name(value, b"ParentTree"),
                _ => false,
            });
        let (pairs, kids, before) = (entries.get(b"Nums"), entries.get(b"Kids"), self.last);
        let direct = |list: Result<&Object, _>| list.map_or(true, |list| matches!(list, Object::Array(_)));
        self.is_odd |= pairs.is_ok() == kids.is_ok() || !direct(pairs) || !direct(kids);
        if let Ok(Object::Array(pairs)) = entries.get(b"Nums") {
            comparison.walker.patience().take(pairs.len())?;
            self.is_odd |= pairs.len() % 2 != 0;
            for pair in pairs.chunks_exact(2) {
                match pair {
                    [Object::Integer(key), value] => {
                        self.is_odd |= self.last.is_some_and(|last| last >= *key);
                        self.last = Some(*key);
                        self.entries.insert(*key, value.clone());
                    }
                    _ => self.is_odd = true,
                }
            }
        }
        if let Ok(Object::Array(kids)) = entries.get(b"Kids") {
            comparison.walker.patience().take(kids.len())?;
            for kid in kids {
                self.read(comparison, which, Some(kid), depth + 1)?;
            }
        }
        self.is_odd |= depth > 0 && !self.is_within(entries.get(b"Limits").ok(), before);
        Ok(())
    }

    /// Whether these are the lowest and the highest key of those read since `before`: programs look for a key by them.
    fn is_within(&self, limits: Option<&Object>, before: Option<i64>) -> bool {
        let since = before.map_or(Bound::Unbounded, Bound::Excluded);
        let mut since = self.entries.range((since, Bound::Unbounded)).map(|(key, _)| key);
        let (Some(Object::Array(limits)), Some(lowest)) = (limits, since.next()) else { return false };
        match limits.as_slice() {
            [Object::Integer(low), Object::Integer(high)] => low == lowest && Some(*high) == self.last,
            _ => false,
        }
    }
}

fn is_name(object: &Object, name: &[u8]) -> bool {
    object.as_name().is_ok_and(|found| found == name)
}
