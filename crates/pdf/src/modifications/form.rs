//! The interactive forms of two revisions.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};
use lopdf::{Dictionary, Object, ObjectId};

use super::annotations::are_same;
use super::bare::{self, bare, waits_for};
use super::compare::{Comparison, alike, document, keys};
use super::field::{added, known, same_field};
use super::inherited::{READ_ONLY, field_flags, inherited, is_empty, is_widget, named};
use super::side::Side;
use super::walk::{Of, Origin, listed};
use super::{MAX_TOLD, ModificationKind, ModificationLevel};
use crate::{error::Error, form::Field, lexer::Lexer, seen::Entries};

/// Compares the forms.
pub(super) fn compare(comparison: &mut Comparison<'_, '_>) -> Result<(), Error> {
    let (old, new) = (comparison.old, comparison.new);
    let old = old.reading.dictionary(&old.catalog, b"AcroForm")?.unwrap_or_default();
    let new = new.reading.dictionary(&new.catalog, b"AcroForm")?.unwrap_or_default();
    comparison.walker.explains_chain(comparison.new.catalog.get(b"AcroForm").ok())?;
    common(comparison, &old, &new)?;
    unnumbered(comparison, &old, &new)?;
    let places = comparison.new.places();
    let before: HashMap<ObjectId, &Field> = terminals(&comparison.old.fields.list);
    let now: HashMap<ObjectId, &Field> = terminals(&comparison.new.fields.list);
    for id in comparison.old.fields.ids() {
        if !comparison.new.fields.has(id) {
            let name = before.get(&id).map(|field| field.name.clone());
            let gone =
                Origin { kind: ModificationKind::Field, name, page: None, rect: None, new_field: false };
            comparison.walker.tell(ModificationLevel::Other, &gone);
        }
    }
    let mut ids: Vec<ObjectId> = comparison.new.fields.ids().collect();
    ids.sort_unstable();
    let (old, new) = (comparison.old, comparison.new);
    for id in ids {
        let Some(node) = new.reading.dictionary_at(id)? else { continue };
        let fields = (before.get(&id).copied(), now.get(&id).copied());
        let origin = || {
            Ok(Origin {
                kind: ModificationKind::FieldValue,
                name: named(new, id, &node)?,
                page: places.get(&id.0).copied(),
                rect: new.reading.rectangle(&node)?,
                new_field: !old.fields.has(id),
            })
        };
        let was = old.reading.dictionary_at(id)?.filter(|_| old.fields.has(id));
        let Some(was) = was else {
            added(comparison, id, &node, fields.1, origin()?)?;
            continue;
        };
        let signature = fields.0.filter(|field| field.kind == b"Sig");
        match signature.map(|field| field.value.is_some()) {
            // What it says is what it said, whatever became of what it reaches.
            None | Some(true) if node.is(&was) => {
                same_field(comparison, id, &node, signature.is_some(), origin)?
            }
            _ => known(comparison, id, (&was, &node), fields, origin()?)?,
        }
    }
    Ok(())
}

/// Fields that stand in the list itself and are no objects of their own (table 224 wants them to be): nobody fills these in.
fn unnumbered(comparison: &mut Comparison<'_, '_>, old: &Dictionary, new: &Dictionary) -> Result<(), Error> {
    let is_field = |item: &&Object| !matches!(item, Object::Reference(_) | Object::Null);
    let (before, now) = (&comparison.old.reading, &comparison.new.reading);
    let (before, now) = (before.array(old, b"Fields")?, now.array(new, b"Fields")?);
    let origin = document(ModificationKind::Form, b"Fields");
    if !are_same(before.iter().filter(is_field), now.iter().filter(is_field)) {
        comparison.walker.tell(ModificationLevel::Other, &origin);
    }
    for (key, value) in now.iter().filter_map(|field| field.as_dict().ok()).flatten() {
        let origin = || Ok(Cow::Borrowed(&*origin));
        comparison.walker.walk_telling((value, key), Of::Known, ModificationLevel::Other, origin)?;
    }
    Ok(())
}

/// Whether the fields that were there and still are come first, in the order in which they came, no item of the list that led to
/// none has become one, and none leads to none that did not: some programs show no page of such a form.
fn keep_their_order(
    comparison: &Comparison<'_, '_>,
    old: &Dictionary,
    new: &Dictionary,
) -> Result<bool, Error> {
    let (was, is) = (comparison.old, comparison.new);
    let (before, now) = (was.reading.array(old, b"Fields")?, is.reading.array(new, b"Fields")?);
    let stays = |item: &&Object| item.as_reference().is_ok_and(|id| was.fields.has(id) && is.fields.has(id));
    let appears =
        |item: &Object| item.as_reference().is_ok_and(|id| !was.fields.has(id) && is.fields.has(id));
    fn leads_nowhere(side: &Side<'_>) -> impl Fn(&&Object) -> bool {
        |item| item.as_reference().map_or(item.is_null(), |id| !side.fields.has(id))
    }
    let fields = || now.iter().filter(|item| !leads_nowhere(is)(item));
    Ok(are_same(before.iter().filter(stays), fields().take_while(stays))
        && !fields().skip_while(stays).any(|one| stays(&one))
        && !before.iter().any(appears)
        && are_same(before.iter().filter(leads_nowhere(was)), now.iter().filter(leads_nowhere(is))))
}

/// What all fields share.
fn common(comparison: &mut Comparison<'_, '_>, old: &Dictionary, new: &Dictionary) -> Result<(), Error> {
    let mut without_look = None;
    for key in keys(old, new) {
        let origin = document(ModificationKind::Form, key);
        if matches!(key, b"Fields" | b"NeedAppearances" | b"DR" | b"DA" | b"Q" | b"SigFlags") {
            comparison.walker.explains_chain(new.get(key).ok())?;
        }
        match key {
            _ if comparison.leads_nowhere((old, new), key)? => {
                comparison.walker.tell(ModificationLevel::Other, &origin);
            }
            b"SigFlags" if new.get(key).is_ok_and(|flags| flags.as_reference().is_ok()) => {
                comparison.entry((old, new), Of::Known, key, ModificationLevel::Other, &origin)?;
            }
            // The flags that were there, and more (table 225); others are no flags to some programs.
            b"SigFlags" => {
                let flags = |form: &Dictionary| form.get(key).map_or(Some(0), |flags| flags.as_i64().ok());
                let is_more = flags(old).zip(flags(new)).is_some_and(|(before, now)| before & !now == 0);
                if old.get(key).ok() != new.get(key).ok() && !is_more {
                    comparison.walker.tell(ModificationLevel::Other, &origin);
                }
            }
            // Of several fields of one name the first or the last counts.
            b"Fields" if !keep_their_order(comparison, old, new)? => {
                comparison.walker.tell(ModificationLevel::Other, &origin);
            }
            b"Fields" => {}
            b"NeedAppearances" => {
                let (was, is) = (&comparison.old.reading, &comparison.new.reading);
                let (was, is) = (was.get(old, key)?, is.get(new, key)?);
                if !alike(key, Some(&*was), Some(&*is)) {
                    // A closed field shows what it was given, and not what programs make of its value.
                    let level = match has_settled_looks(comparison.old)? {
                        true => ModificationLevel::Other,
                        false => ModificationLevel::FormFilling,
                    };
                    comparison.walker.tell(level, &origin);
                    let is_on = |value: &Object| !matches!(value, Object::Null | Object::Boolean(false));
                    if is_on(&was) || is_on(&is) {
                        redrawn(comparison)?;
                    }
                }
            }
            b"DR" => resources(comparison, old, new, &origin)?,
            // How fields without a look of their own are written: where nothing waits for that, it is nobody's, and some
            // programs add it with whatever they add.
            b"DA" | b"Q" if !old.has(key) => {
                if without_look.is_none() {
                    without_look = Some(bare(comparison.old, looks_are_made_anew(comparison.new)?)?);
                }
                let waiting = without_look.as_deref().unwrap_or_default();
                if waits_for(&comparison.old.reading, waiting, key)?
                    || writes_over_looks(comparison, new, key)?
                {
                    comparison.walker.tell(ModificationLevel::Other, &origin);
                }
            }
            _ => comparison.entry((old, new), Of::Known, key, ModificationLevel::Other, &origin)?,
        }
    }
    Ok(())
}

/// Whether an entry that the form did not have says how fields are written that have looks: some programs write what is typed or chosen
/// by it all the same, and else in black and in a size that fits.
fn writes_over_looks(comparison: &Comparison<'_, '_>, new: &Dictionary, key: &[u8]) -> Result<bool, Error> {
    if key != b"DA" || bare::says_nothing_new(&*comparison.new.reading.get(new, key)?) {
        return Ok(false);
    }
    let reading = &comparison.old.reading;
    let mut written = Vec::new();
    for node in bare(comparison.old, true)? {
        if inherited(reading, &node, b"FT")?.as_name().is_ok_and(|kind| matches!(kind, b"Tx" | b"Ch")) {
            written.push(node);
        }
    }
    waits_for(reading, &written, key)
}

/// Notes the fields with a value and a look that programs were told to draw anew, or no longer to.
fn redrawn(comparison: &mut Comparison<'_, '_>) -> Result<(), Error> {
    let (old, new) = (comparison.old, comparison.new);
    let places = new.places();
    let mut ids: Vec<ObjectId> = new.fields.ids().filter(|id| old.fields.has(*id)).collect();
    ids.sort_unstable();
    for id in ids {
        let Some(node) = new.reading.dictionary_at(id)? else { continue };
        let kind = match inherited(&new.reading, &node, b"FT")? {
            Object::Name(kind) => kind,
            _ => new.fields.kind(id).to_vec(),
        };
        if kind == b"Sig" || !node.has(b"AP") || is_empty(&inherited(&new.reading, &node, b"V")?) {
            continue;
        }
        let origin = |name, page, rect| {
            let kind = ModificationKind::Field;
            Origin { kind, name, page, rect, new_field: false }.change(ModificationLevel::FormFilling)
        };
        if comparison.redrawn.len() >= MAX_TOLD {
            comparison.redrawn.push(origin(None, None, None));
            break;
        }
        let name = named(new, id, &node)?;
        let (page, rect) = (places.get(&id.0).copied(), new.reading.rectangle(&node)?);
        comparison.redrawn.push(origin(name, page, rect));
    }
    Ok(())
}

/// The resources of the form may grow by what new appearances need, and by nothing that those which were there wait for.
fn resources(
    comparison: &mut Comparison<'_, '_>,
    old: &Dictionary,
    new: &Dictionary,
    origin: &Origin,
) -> Result<(), Error> {
    let before = comparison.old.reading.dictionary(old, b"DR")?.unwrap_or_default();
    let now = comparison.new.reading.dictionary(new, b"DR")?.unwrap_or_default();
    let mut awaited = None;
    for key in keys(&before, &now) {
        comparison.walker.explains_chain(now.get(key).ok())?;
        let (was, is) = (
            comparison.old.reading.dictionary(&before, key)?.unwrap_or_default(),
            comparison.new.reading.dictionary(&now, key)?.unwrap_or_default(),
        );
        for name in keys(&was, &is) {
            if awaited.is_none() {
                awaited = Some(awaited_names(comparison.old, looks_are_made_anew(comparison.new)?)?);
            }
            let is_awaited = awaited.as_ref().is_some_and(|awaited| awaited.contains(name));
            let (before, after) = (was.get(name).ok(), is.get(name).ok());
            let is_free = !is_awaited
                && (!was.has(name) || (key == b"XObject" && is_drawn_anew(comparison, before, after)?));
            let level = if is_free { ModificationLevel::FormFilling } else { ModificationLevel::Other };
            comparison.entry((&was, &is), Of::Structure, name, level, origin)?;
        }
    }
    Ok(())
}

/// The names of resources by which the fields of a revision are written (`/DA`) and whatever else on its pages has no look of its
/// own, and those in looks that have no resources of their own: some programs look in the form for them.
fn awaited_names(side: &Side<'_>, anew: bool) -> Result<HashSet<Vec<u8>>, Error> {
    let mut names = HashSet::default();
    let reading = &side.reading;
    for node in bare(side, anew)? {
        if let Object::String(text, _) = inherited(reading, &node, b"DA")? {
            names.extend(named_in(&text));
        }
        // What ticks a box is drawn with that by some, whatever the box says.
        if bare::is_button(reading, &node)? {
            names.insert(b"ZaDb".to_vec());
        }
    }
    let form = reading.dictionary(&side.catalog, b"AcroForm")?.map(Entries::kept).unwrap_or_default();
    let mut nodes = vec![form];
    for id in side.fields.ids() {
        nodes.extend(reading.dictionary_at(id)?);
    }
    for node in &nodes {
        if let Object::String(text, _) = &*reading.get(node, b"DA")? {
            names.extend(named_in(text));
        }
    }
    for item in side.annotations.iter().flatten() {
        nodes.extend(Entries::of(reading.resolve(item)?).map(Entries::kept));
    }
    for node in &nodes {
        let looks = reading.dictionary(node, b"AP").ok().flatten().unwrap_or_default();
        let mut open: Vec<Object> = looks.iter().map(|(_, look)| look.clone()).collect();
        // A look for each state of it.
        let states = open.clone();
        for look in &states {
            if let Some(states) = reading.resolve(look).ok().and_then(Entries::of) {
                open.extend(states.iter().map(|(_, look)| look.clone()));
            }
        }
        for id in open.iter().filter_map(|look| look.as_reference().ok()) {
            let own = reading.dictionary_at(id).ok().flatten().unwrap_or_default();
            if own.has(b"Resources") {
                continue;
            }
            let content = reading.stream_data(id).unwrap_or_default();
            names.extend(named_in(&content));
        }
    }
    Ok(names)
}

/// The names in a content stream, those in its texts as well.
fn named_in(content: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    let starts = memchr::memchr_iter(b'/', content);
    starts.filter_map(|at| Lexer::new(content.get(at + 1..)?, true).name().ok())
}

/// Whether a drawing in the resources of the form made room for one that was not there, and no look is drawn with it: some write
/// the seal of the newest signature there under one name.
fn is_drawn_anew(
    comparison: &Comparison<'_, '_>,
    was: Option<&Object>,
    is: Option<&Object>,
) -> Result<bool, Error> {
    let (Some(Object::Reference(was)), Some(Object::Reference(is))) = (was, is) else { return Ok(false) };
    let is_new = was != is && comparison.old.reading.entry(is.0)?.generation().is_none();
    Ok(is_new && comparison.new.has_looks_of_their_own()?)
}

/// Whether readers were told to make the looks of all fields anew: then they may have.
pub(super) fn looks_are_made_anew(side: &Side<'_>) -> Result<bool, Error> {
    let reading = &side.reading;
    let form = reading.dictionary(&side.catalog, b"AcroForm")?.unwrap_or_default();
    Ok(matches!(*reading.get(&form, b"NeedAppearances")?, Object::Boolean(true)))
}

/// Whether anything has a look that nobody fills in: a closed field, with a value or as a label, or a widget of no field.
fn has_settled_looks(side: &Side<'_>) -> Result<bool, Error> {
    for item in side.items() {
        let Some(node) = Entries::of(listed(&side.reading, &item)?).filter(|node| node.has(b"AP")) else {
            continue;
        };
        let is_settled = match item.as_reference().is_ok_and(|id| side.fields.has(id)) {
            true => field_flags(&side.reading, &node)? & READ_ONLY != 0,
            false => is_widget(&node),
        };
        if is_settled {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The terminal fields, by their own numbers and by those of their first widgets.
fn terminals(list: &[Field]) -> HashMap<ObjectId, &Field> {
    let both = |field: &Field| [field.id, field.widget];
    list.iter().flat_map(|field| both(field).into_iter().flatten().map(move |id| (id, field))).collect()
}
