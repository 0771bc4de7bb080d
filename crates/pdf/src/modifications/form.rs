//! The interactive forms of two revisions.

use std::{borrow::Cow, rc::Rc};

use foldhash::{HashMap, HashSet};
use lopdf::{Dictionary, Object, ObjectId};

use super::annotations::{are_same, level_behind};
use super::bare::{self, bare, waits_for};
use super::compare::{Comparison, alike, document, in_order, keys};
use super::side::Side;
use super::walk::{Of, Origin};
use super::{MAX_TOLD, ModificationKind, ModificationLevel, branch, states};
use crate::{error::Error, form::Field, lexer::Lexer, reading::Reading, seen::Entries};

/// What filling in a field may change of it and of its widgets (tables 220, 222, 228, 231; §12.7.4.3).
const OF_VALUE: [&[u8]; 11] = [b"V", b"AP", b"AS", b"RV", b"I", b"TI", b"F", b"DA", b"Q", b"DS", b"M"];

/// What a signature field and its widget may say beside what they are (tables 164, 188, 220 and 232). By a mapping name it could take
/// the place of another field.
const OF_SIGNATURE_FIELD: [&[u8]; 24] = [
    b"Rect",
    b"Contents",
    b"NM",
    b"M",
    b"F",
    b"AP",
    b"AS",
    b"Border",
    b"C",
    b"StructParent",
    b"OC",
    b"Lang",
    b"H",
    b"MK",
    b"BS",
    b"Parent",
    b"Kids",
    b"T",
    b"TU",
    b"Ff",
    b"V",
    b"DA",
    b"Lock",
    b"SV",
];

/// The bit of `/Ff` that closes a field (table 221), and the one that makes a button of it that has no value (table 229).
const READ_ONLY: i64 = 1;
const PUSHBUTTON: i64 = 1 << 16;

/// The bits of `/F` that tell whether an annotation is seen and printed (table 167).
const SEEN: i64 = 1 | 1 << 1 | 1 << 2 | 1 << 5;

/// Those that tell where on a page, and how large, it is seen: NoZoom and NoRotate. Nobody fills in a field by them.
const PLACED: i64 = 1 << 3 | 1 << 4;

/// Fields above each other that are looked at.
const MAX_DEPTH: usize = 64;

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

/// A field or a widget that is the very same object in both revisions, with a value where it is for a signature.
fn same_field(
    comparison: &mut Comparison<'_, '_>,
    id: ObjectId,
    node: &Dictionary,
    signed: bool,
    origin: impl Fn() -> Result<Origin, Error>,
) -> Result<(), Error> {
    let anew = looks_are_made_anew(comparison.old)?;
    let fixed = Fixed::of(comparison, id, (node, node), signed)?;
    let keeps_looks = !signed && !anew && !fixed.may_be_filled_in;
    if !keeps_looks && !signed && !anew && is_button(comparison, id, node)? {
        let altered = Origin { kind: ModificationKind::Field, ..origin()? };
        states::keep_looks(comparison, (node, node), &altered)?;
    }
    let holds_value = !is_something_else(node) && !holds_fields(&comparison.new.reading, node)?;
    let odd = has_odd_box(&comparison.new.reading, node)?;
    for (key, value) in in_order(node) {
        let (level, kind) = match key {
            b"AP" if odd || keeps_looks => (ModificationLevel::Other, ModificationKind::Field),
            // What they say may be another thing now.
            key if fixed.has(key) || key == b"F" => (ModificationLevel::Other, ModificationKind::Field),
            key if !signed && holds_value && OF_VALUE.contains(&key) => {
                (ModificationLevel::FormFilling, ModificationKind::FieldValue)
            }
            _ => (ModificationLevel::Other, ModificationKind::Field),
        };
        let origin = || Ok(Cow::Owned(Origin { kind, ..origin()? }));
        comparison.walker.walk_telling((value, key), Of::Known, level, origin)?;
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

/// Whether the fields that were there and still are come first, in the order in which they came, and no item of the list that led
/// to none has become one.
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
    let known = now.iter().take_while(stays);
    Ok(are_same(before.iter().filter(stays), known)
        && !now.iter().skip_while(stays).any(|one| stays(&one))
        && !before.iter().any(appears))
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
            b"SigFlags" => {}
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
    let mut written = bare(comparison.old, true)?;
    let mut is_written = Vec::with_capacity(written.len());
    for node in &written {
        let kind = inherited(reading, node, b"FT")?;
        is_written.push(kind.as_name().is_ok_and(|kind| matches!(kind, b"Tx" | b"Ch")));
    }
    let mut is_written = is_written.into_iter();
    written.retain(|_| is_written.next().unwrap_or_default());
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
            if key == b"XObject" && !is_awaited && is_drawn_anew(comparison, before, after)? {
                comparison.entry((&was, &is), Of::Structure, name, ModificationLevel::FormFilling, origin)?;
                continue;
            }
            if was.has(name) {
                comparison.entry((&was, &is), Of::Structure, name, ModificationLevel::Other, origin)?;
                continue;
            }
            let level = if is_awaited { ModificationLevel::Other } else { ModificationLevel::FormFilling };
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

/// A field or a widget that was there.
fn known(
    comparison: &mut Comparison<'_, '_>,
    id: ObjectId,
    (old, node): (&Dictionary, &Dictionary),
    (before, field): (Option<&Field>, Option<&Field>),
    mut origin: Origin,
) -> Result<(), Error> {
    let signature = before.is_some_and(|field| field.kind == b"Sig");
    let closed = signature && before.is_some_and(|field| field.value.is_some());
    let mut recycled = false;
    let value = field.and_then(|field| field.value.as_ref()).filter(|_| signature && !closed);
    if let Some((value, _)) = value {
        origin.kind = kind_of(&comparison.new.reading, value)?;
        recycled = was_there(comparison, value)?;
    }
    let altered = Rc::new(Origin {
        kind: ModificationKind::Field,
        name: origin.name.clone(),
        page: origin.page,
        rect: origin.rect,
        new_field: false,
    });
    let filled = Rc::new(origin);
    let level = level_of(filled.kind, filled.rect);
    if recycled {
        comparison.walker.tell(ModificationLevel::Other, &altered);
    }
    let odd = has_odd_box(&comparison.old.reading, old)?
        || has_odd_box(&comparison.new.reading, node)?
        || is_something_else(node)
        || holds_fields(&comparison.new.reading, node)?;
    let fixed = Fixed::of(comparison, id, (old, node), signature)?;
    let anew = looks_are_made_anew(comparison.old)?;
    let keeps_looks = !fixed.may_be_filled_in && !anew;
    let has_states = fixed.may_be_filled_in && !anew && is_button(comparison, id, old)?;
    for key in keys(old, node) {
        match key {
            b"P" | b"Parent" | b"Kids" => {
                comparison.entry((old, node), Of::Known, key, ModificationLevel::Other, &altered)?;
            }
            _ if odd => comparison.entry((old, node), Of::Known, key, ModificationLevel::Other, &altered)?,
            b"Ff" if !closed && closes(comparison, old, node)? => {
                comparison.entry((old, node), Of::Known, key, ModificationLevel::FormFilling, &filled)?;
            }
            b"Type" if !old.has(b"Type") && is_annotation(node) => {}
            _ if says_the_usual(key, old, node) => {}
            b"AP" if keeps_looks && (old.has(b"AP") || paints(&comparison.new.reading, node)?) => {
                comparison.entry((old, node), Of::Known, key, ModificationLevel::Other, &altered)?;
            }
            key if fixed.has(key) => {
                comparison.entry((old, node), Of::Known, key, ModificationLevel::Other, &altered)?;
            }
            b"F" if is_elsewhere(comparison, old, node, fixed.may_be_filled_in)? => {
                comparison.walker.tell(ModificationLevel::Other, &altered);
            }
            b"AP" if confuses(comparison, old, node)? => {
                comparison.walker.tell(ModificationLevel::Other, &altered);
            }
            key if OF_VALUE.contains(&key) && !closed => {
                if key == b"AP" && has_states {
                    states::keep_looks(comparison, (old, node), &altered)?;
                }
                comparison.entry((old, node), Of::Known, key, level, &filled)?;
            }
            _ => comparison.entry((old, node), Of::Known, key, ModificationLevel::Other, &altered)?,
        }
    }
    Ok(())
}

/// What of a field may change at all.
struct Fixed {
    may_be_filled_in: bool,
    /// Nothing is written by what says how its value is.
    is_signature: bool,
    /// Its value is one that nobody fills in.
    is_settled: bool,
}

impl Fixed {
    fn of(
        comparison: &Comparison<'_, '_>,
        id: ObjectId,
        (old, new): (&Dictionary, &Dictionary),
        is_signature: bool,
    ) -> Result<Self, Error> {
        Ok(Self {
            may_be_filled_in: may_be_filled_in(comparison, id, (old, new))?,
            is_signature,
            is_settled: is_settled(&comparison.old.reading, old)?,
        })
    }

    /// Whether an entry has to stay what it is.
    const fn has(&self, key: &[u8]) -> bool {
        match key {
            b"AS" | b"DA" | b"Q" | b"DS" | b"RV" => self.is_signature || !self.may_be_filled_in,
            b"V" | b"I" | b"TI" => self.is_settled,
            _ => false,
        }
    }
}

/// Whether somebody may have filled the field in, so that its looks follow: it has another value, or none that it would show.
fn may_be_filled_in(
    comparison: &Comparison<'_, '_>,
    id: ObjectId,
    (old, new): (&Dictionary, &Dictionary),
) -> Result<bool, Error> {
    let (was, is) = (&comparison.old.reading, &comparison.new.reading);
    let (before, now) = (inherited(was, old, b"V")?, inherited(is, new, b"V")?);
    let flags = field_flags(was, old)?;
    let is_other = !alike(b"V", Some(&before), Some(&now));
    let kind = kind_in(comparison, id, old)?;
    Ok(match kind.as_slice() {
        b"Tx" | b"Ch" => is_other || (is_empty(&before) && flags & READ_ONLY == 0),
        b"Btn" => is_other && flags & PUSHBUTTON == 0,
        b"Sig" => before.is_null() && !now.is_null(),
        // Of no kind, or of one that there is not.
        _ => false,
    })
}

/// What kind of field a field or a widget was.
fn kind_in(comparison: &Comparison<'_, '_>, id: ObjectId, old: &Dictionary) -> Result<Vec<u8>, Error> {
    Ok(match inherited(&comparison.old.reading, old, b"FT")? {
        Object::Null => comparison.old.fields.kind(id).to_vec(),
        Object::Name(kind) => kind,
        _ => Vec::new(),
    })
}

/// Whether it was a box that is ticked, or one of several.
fn is_button(comparison: &Comparison<'_, '_>, id: ObjectId, old: &Dictionary) -> Result<bool, Error> {
    Ok(kind_in(comparison, id, old)? == b"Btn")
}

fn is_empty(value: &Object) -> bool {
    value.is_null() || matches!(value, Object::String(text, _) if text.is_empty())
}

/// Whether readers were told to make the looks of all fields anew: then they may have.
fn looks_are_made_anew(side: &Side<'_>) -> Result<bool, Error> {
    let reading = &side.reading;
    let form = reading.dictionary(&side.catalog, b"AcroForm")?.unwrap_or_default();
    Ok(matches!(*reading.get(&form, b"NeedAppearances")?, Object::Boolean(true)))
}

/// Whether a field has a value that nobody fills in: it is closed (table 221), and no script works the value out (table 198).
fn is_settled(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    let flags = field_flags(reading, node)?;
    if flags & READ_ONLY == 0 || is_empty(&inherited(reading, node, b"V")?) {
        return Ok(false);
    }
    let scripts =
        upwards(reading, node, |node| reading.dictionary(node, b"AA").map(|found| found.map(Entries::kept)))?;
    Ok(!scripts.is_some_and(|scripts| scripts.has(b"C")))
}

/// Whether such a field has a look.
fn has_settled_looks(side: &Side<'_>) -> Result<bool, Error> {
    for id in side.fields.ids() {
        if let Some(node) = side.reading.dictionary_at(id)?
            && node.has(b"AP")
            && is_settled(&side.reading, &node)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `/Ff` of a field or of the nearest one above that has it. What is no whole number closes it for some programs.
fn field_flags(reading: &Reading<'_>, node: &Dictionary) -> Result<i64, Error> {
    Ok(match inherited(reading, node, b"Ff")? {
        Object::Null => 0,
        Object::Integer(flags) => flags,
        _ => READ_ONLY,
    })
}

/// Whether a widget has other flags by which it is seen elsewhere on the page, or such as programs read differently; or by which it is
/// seen or not, where nobody filled it in.
fn is_elsewhere(
    comparison: &Comparison<'_, '_>,
    old: &Dictionary,
    new: &Dictionary,
    may_be_filled_in: bool,
) -> Result<bool, Error> {
    let before = annotation_flags(&comparison.old.reading, old)?;
    let now = annotation_flags(&comparison.new.reading, new)?;
    let told = if may_be_filled_in { PLACED } else { PLACED | SEEN };
    Ok(match (before, now) {
        (_, None) => !alike(b"F", old.get(b"F").ok(), new.get(b"F").ok()),
        (before, Some(now)) => before.unwrap_or(0) & told != now & told,
    })
}

/// `/F` of an annotation (table 166); nothing where it is no whole number, of which some programs make one and others none.
pub(super) fn annotation_flags(reading: &Reading<'_>, node: &Dictionary) -> Result<Option<i64>, Error> {
    Ok(match *reading.get(node, b"F")? {
        Object::Null => Some(0),
        Object::Integer(flags) => Some(flags).filter(|flags| u32::try_from(*flags).is_ok()),
        _ => None,
    })
}

/// Whether nobody can say what a field was given to show: looks that are no dictionary (ISO 32000-2 table 166), as what became of
/// a look that was there in between is written by some; or others than those which it shared with what is no field, so that what
/// was signed shows the ones here and the others there.
fn confuses(comparison: &mut Comparison<'_, '_>, old: &Dictionary, new: &Dictionary) -> Result<bool, Error> {
    let (was, is) = (old.get(b"AP").ok(), new.get(b"AP").ok());
    if is.is_none() || was == is {
        return Ok(false);
    }
    if comparison.new.reading.dictionary(new, b"AP")?.is_none() {
        return Ok(true);
    }
    let shared = was.and_then(|was| was.as_reference().ok());
    shared.map_or(Ok(false), |(number, _)| comparison.is_used_beyond_looks(number))
}

/// An entry of a field or of the nearest one above that has it (§12.7.4.1).
pub(super) fn inherited(reading: &Reading<'_>, node: &Dictionary, key: &[u8]) -> Result<Object, Error> {
    let found = upwards(reading, node, |node| match node.has(key) {
        true => Ok(Some(reading.get(node, key)?.into_owned())),
        false => Ok(None),
    })?;
    Ok(found.unwrap_or(Object::Null))
}

/// What is found in a field, or in the nearest one above in which something is.
fn upwards<T>(
    reading: &Reading<'_>,
    node: &Dictionary,
    mut find: impl FnMut(&Dictionary) -> Result<Option<T>, Error>,
) -> Result<Option<T>, Error> {
    let mut above: Option<Entries<'static>> = None;
    for _ in 0..MAX_DEPTH {
        let node = above.as_deref().unwrap_or(node);
        if let Some(found) = find(node)? {
            return Ok(Some(found));
        }
        match reading.dictionary(node, b"Parent")? {
            Some(next) => above = Some(next.kept()),
            None => break,
        }
    }
    Ok(None)
}

/// A field or a widget that was not there: only signatures and what waits for them may be added.
fn added(
    comparison: &mut Comparison<'_, '_>,
    id: ObjectId,
    node: &Dictionary,
    field: Option<&Field>,
    mut origin: Origin,
) -> Result<(), Error> {
    let value = field.and_then(|field| field.value.as_ref());
    let was = was_there(comparison, &Object::Reference(id))?
        || value.is_some_and(|(value, _)| value.as_reference().is_err())
        || value.map(|(value, _)| was_there(comparison, value)).transpose()?.unwrap_or_default();
    let signature = field.filter(|field| field.kind == b"Sig");
    let taken = field.is_some_and(|field| comparison.old.fields.names.contains(&field.name));
    let odd = has_odd_box(&comparison.new.reading, node)?
        || annotation_flags(&comparison.new.reading, node)?.is_none()
        || !node.iter().all(|(key, value)| fits_signature_field(comparison, key, value));
    if field.is_none() && branch::is_new(comparison, id, node)? {
        return Ok(());
    }
    let (Some(field), false) = (signature, was || taken || odd) else {
        origin.kind = ModificationKind::Field;
        comparison.walker.tell(ModificationLevel::Other, &origin);
        return Ok(());
    };
    origin.kind = match &field.value {
        Some((value, _)) => kind_of(&comparison.new.reading, value)?,
        None => ModificationKind::SignatureField,
    };
    let level = match field.value {
        None => level_of_waiting(&comparison.new.reading, node)?,
        Some(_) if speaks(node) => ModificationLevel::FormFilling,
        Some(_) => level_of(origin.kind, origin.rect),
    };
    comparison.walker.tell(level, &origin);
    let origin = Rc::new(origin);
    for (key, value) in node {
        let origin = || Ok(Cow::Borrowed(&*origin));
        comparison.walker.walk_telling((value, key), Of::Added, level_behind(key, level), origin)?;
    }
    Ok(())
}

/// Whether a signature field and its widget may have that entry. What is another annotation as well shows more than its looks: a
/// note has an icon, whatever its box.
fn fits_signature_field(comparison: &Comparison<'_, '_>, key: &[u8], value: &Object) -> bool {
    let is = |name: &[u8]| value.as_name().is_ok_and(|found| found == name);
    match key {
        b"Type" => is(b"Annot"),
        b"Subtype" => is(b"Widget"),
        b"FT" => is(b"Sig"),
        b"P" => comparison.is_page(value),
        // Some signers write resources into it, and none into those.
        b"DR" => value.as_dict().is_ok_and(Dictionary::is_empty),
        key => OF_SIGNATURE_FIELD.contains(&key),
    }
}

/// Whether an annotation is the place of a field on a page (table 188).
pub(super) fn is_widget(annotation: &Dictionary) -> bool {
    annotation.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Widget")
}

/// Whether a field is an annotation that is not its place: a note, say.
fn is_something_else(node: &Dictionary) -> bool {
    node.has(b"Subtype") && !is_widget(node)
}

/// Whether a field holds others, which take over what it says: nobody fills it in itself.
fn holds_fields(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    for kid in &reading.array(node, b"Kids")? {
        if Entries::of(reading.resolve(kid)?).is_some_and(|kid| kid.has(b"T")) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a field says more than its name to those who have the document read to them, where it has a place in that.
fn speaks(node: &Dictionary) -> bool {
    let text = |key: &[u8]| node.get(key).and_then(Object::as_str).ok();
    let says_more = |key: &[u8]| node.has(key) && text(key) != text(b"T");
    node.has(b"StructParent") && (says_more(b"TU") || says_more(b"Contents"))
}

/// What waits for a signature has nothing to show yet; what does is a note that calls itself a field.
pub(super) fn level_of_waiting(
    reading: &Reading<'_>,
    widget: &Dictionary,
) -> Result<ModificationLevel, Error> {
    Ok(match paints(reading, widget)? {
        true => ModificationLevel::Annotation,
        false => ModificationLevel::FormFilling,
    })
}

/// Whether a widget has a look with anything in it.
fn paints(reading: &Reading<'_>, widget: &Dictionary) -> Result<bool, Error> {
    let Some(looks) = reading.dictionary(widget, b"AP")? else { return Ok(false) };
    for (_, look) in &looks {
        let empty = match bare::stream(reading, look)? {
            Some(id) => match reading.stream_data(id) {
                Ok(data) => data.iter().all(u8::is_ascii_whitespace),
                Err(error @ (Error::TooLarge { .. } | Error::Read { .. })) => return Err(error),
                Err(_) => false,
            },
            None => reading.resolve(look)?.is_null(),
        };
        if !empty {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a widget has a box that is none, so that some programs see it nowhere and others where they think best.
fn has_odd_box(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    Ok((node.has(b"Rect") || node.has(b"AP")) && reading.rectangle(node)?.is_none())
}

/// Whether a reference led somewhere before: what is new has to be so.
fn was_there(comparison: &Comparison<'_, '_>, object: &Object) -> Result<bool, Error> {
    let is_reference = object.as_reference().is_ok();
    Ok(is_reference && !comparison.old.reading.resolve(object)?.is_null())
}

/// Whether an entry that was not there says what holds without it, as some write it with whatever they fill in: no flags, of a
/// field that takes over none, and a plain border of one point, of a widget that has no other (tables 166, 168 and 226).
fn says_the_usual(key: &[u8], old: &Dictionary, new: &Dictionary) -> bool {
    let usual = |border: &Dictionary| {
        border.iter().all(|(key, value)| match key.as_slice() {
            b"Type" => value.as_name().is_ok_and(|name| name == b"Border"),
            b"S" => value.as_name().is_ok_and(|name| name == b"S"),
            b"W" => value.as_float().is_ok_and(|width| width == 1.0),
            _ => false,
        })
    };
    !old.has(key)
        && match (key, new.get(key)) {
            (b"Ff", Ok(Object::Integer(0))) => !old.has(b"Parent") && !new.has(b"Parent"),
            (b"BS", Ok(Object::Dictionary(border))) => {
                !old.has(b"Border") && !new.has(b"Border") && usual(border)
            }
            _ => false,
        }
}

fn is_annotation(node: &Dictionary) -> bool {
    node.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Annot")
}

/// A document time-stamp that is not seen is archival (ISO 32000-2 §12.8.5); everything else fills in the form.
fn level_of(kind: ModificationKind, rect: Option<[f32; 4]>) -> ModificationLevel {
    let seen = rect.is_some_and(|[left, bottom, right, top]| right > left && top > bottom);
    if kind == ModificationKind::Timestamp && !seen {
        ModificationLevel::Archival
    } else {
        ModificationLevel::FormFilling
    }
}

fn kind_of(reading: &Reading<'_>, value: &Object) -> Result<ModificationKind, Error> {
    let Some(value) = Entries::of(reading.resolve(value)?) else { return Ok(ModificationKind::Signature) };
    let names =
        |key: &[u8], name: &[u8]| value.get(key).and_then(Object::as_name).is_ok_and(|found| found == name);
    let stamp =
        names(b"SubFilter", b"ETSI.RFC3161") && (names(b"Type", b"DocTimeStamp") || !value.has(b"Type"));
    Ok(if stamp { ModificationKind::Timestamp } else { ModificationKind::Signature })
}

/// `/Ff` says the same, but that the field is closed now.
fn closes(comparison: &Comparison<'_, '_>, old: &Dictionary, new: &Dictionary) -> Result<bool, Error> {
    let before = field_flags(&comparison.old.reading, old)?;
    let now = field_flags(&comparison.new.reading, new)?;
    Ok(before != now && before | READ_ONLY == now)
}

/// The terminal fields, by their own numbers and by those of their first widgets.
fn terminals(list: &[Field]) -> HashMap<ObjectId, &Field> {
    let both = |field: &Field| [field.id, field.widget];
    list.iter().flat_map(|field| both(field).into_iter().flatten().map(move |id| (id, field))).collect()
}

/// The name of a field, or of the one that a widget belongs to: down from the form, and up to it. Nothing where those differ, as
/// readers go one way or the other.
pub(super) fn named(new: &Side<'_>, id: ObjectId, node: &Dictionary) -> Result<Option<String>, Error> {
    let (down, up) = (new.fields.name(id), qualified(&new.reading, node)?);
    Ok(match (down, up) {
        (Some(down), Some(up)) => (down == up).then_some(up),
        (down, up) => up.or_else(|| down.map(str::to_owned)),
    })
}

/// The fully qualified name of a field that holds others (§12.7.4.2).
fn qualified(reading: &Reading<'_>, node: &Dictionary) -> Result<Option<String>, Error> {
    let mut names = Vec::new();
    upwards(reading, node, |node| {
        names.extend(reading.get(node, b"T")?.as_str().ok().map(crate::text::decode));
        Ok(None::<()>)
    })?;
    names.reverse();
    Ok((!names.is_empty()).then(|| names.join(".")))
}
