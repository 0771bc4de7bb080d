//! The fields of two forms, and their widgets.

use std::{borrow::Cow, rc::Rc};

use lopdf::{Dictionary, Object, ObjectId};

use super::annotations::level_behind;
use super::bare;
use super::compare::{Comparison, alike, in_order, keys};
use super::form::looks_are_made_anew;
use super::inherited::{
    READ_ONLY, annotation_flags, field_flags, has_value, inherited, is_empty, is_settled, is_widget,
};
use super::walk::{Of, Origin, listed};
use super::{ModificationKind, ModificationLevel, branch, states};
use crate::{
    appearance::view,
    error::Error,
    form::Field,
    objection::{same, same_but},
    reading::Reading,
    seen::Entries,
};

/// What filling in a field may change of it and of its widgets (tables 220, 222, 228, 231; §12.7.4.3).
const OF_VALUE: [&[u8]; 11] = [b"V", b"AP", b"AS", b"RV", b"I", b"TI", b"F", b"DA", b"Q", b"DS", b"M"];

/// What a signature field and its widget may say beside what they are (tables 164, 188, 220 and 232). By a mapping name it could take
/// the place of another field.
const OF_SIGNATURE_FIELD: [&[u8]; 23] = [
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
    b"TU",
    b"Ff",
    b"V",
    b"DA",
    b"Lock",
    b"SV",
];

/// The bit of `/Ff` that makes a button of a field that has no value (table 229).
const PUSHBUTTON: i64 = 1 << 16;

/// The bits of `/F` that tell whether an annotation is seen and printed (table 167).
const SEEN: i64 = 1 | 1 << 1 | 1 << 2 | 1 << 5;

/// Those that tell where on a page, and how large, it is seen: NoZoom and NoRotate. Nobody fills in a field by them.
const PLACED: i64 = 1 << 3 | 1 << 4;

/// A field or a widget that is the very same object in both revisions, with a value where it is for a signature.
pub(super) fn same_field(
    comparison: &mut Comparison<'_, '_>,
    id: ObjectId,
    node: &Dictionary,
    signed: bool,
    origin: impl Fn() -> Result<Origin, Error>,
) -> Result<(), Error> {
    let fixed = Fixed::of(comparison, id, (node, node), signed)?;
    let keeps_looks = !signed && !fixed.may_be_filled_in && !is_drawn_anew(comparison, id, node)?;
    if !keeps_looks && !signed && is_button(comparison, id, node)? {
        let altered = Origin { kind: ModificationKind::Field, ..origin()? };
        states::keep_looks(comparison, (node, node), &altered)?;
    }
    let leads_on = [b"V".as_slice(), b"DA", b"Q", b"DS", b"RV"]
        .iter()
        .any(|key| node.get(key).is_ok_and(|value| value.as_reference().is_ok()));
    let holds_value = match is_something_else(node) || holds_fields(&comparison.new.reading, node)? {
        true => false,
        false => !leads_on || !comparison.is_above(id.0)?,
    };
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

/// A field or a widget that was there.
pub(super) fn known(
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
        recycled = is_taken(comparison, value)?;
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
        || holds_fields(&comparison.old.reading, old)?
        || holds_fields(&comparison.new.reading, node)?
        || comparison.is_above(id.0)?;
    let fixed = Fixed::of(comparison, id, (old, node), signature)?;
    let keeps_looks = !fixed.may_be_filled_in && !is_drawn_anew(comparison, id, old)?;
    let has_states = fixed.may_be_filled_in && is_button(comparison, id, old)?;
    for key in keys(old, node) {
        match key {
            b"P" | b"Parent" | b"Kids" => {
                comparison.entry((old, node), Of::Known, key, ModificationLevel::Other, &altered)?;
            }
            _ if comparison.leads_nowhere((old, node), key)? => {
                comparison.walker.tell(ModificationLevel::Other, &altered);
            }
            _ if odd => comparison.entry((old, node), Of::Known, key, ModificationLevel::Other, &altered)?,
            b"Ff" if !closed && closes(comparison, old, node)? => {
                comparison.entry((old, node), Of::Known, key, ModificationLevel::FormFilling, &filled)?;
            }
            b"Type" if !old.has(b"Type") && is_annotation(node) => {}
            _ if says_the_usual(key, old, node) => {}
            _ if fixed.may_be_filled_in && is_rounded(key, old, node) && !is_small(comparison, &filled)? => {}
            b"Rect" if value.is_some() && is_nothing(node) && !paints(&comparison.old.reading, old)? => {
                comparison.entry((old, node), Of::Known, key, level, &filled)?;
            }
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

/// A field or a widget that was not there: only signatures and what waits for them may be added.
pub(super) fn added(
    comparison: &mut Comparison<'_, '_>,
    id: ObjectId,
    node: &Dictionary,
    field: Option<&Field>,
    mut origin: Origin,
) -> Result<(), Error> {
    let value = field.and_then(|field| field.value.as_ref());
    let was = was_there(comparison, &Object::Reference(id))?
        || value.is_some_and(|(value, _)| value.as_reference().is_err())
        || value.map(|(value, _)| is_taken(comparison, value)).transpose()?.unwrap_or_default();
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
        let is_settled = is_settled(&comparison.old.reading, old)?;
        let may_be_filled_in = !is_settled && may_be_filled_in(comparison, id, (old, new))?;
        Ok(Self { may_be_filled_in, is_signature, is_settled })
    }

    /// Whether an entry has to stay what it is.
    const fn has(&self, key: &[u8]) -> bool {
        match key {
            b"AS" | b"DA" | b"Q" | b"DS" | b"RV" => self.is_signature || !self.may_be_filled_in,
            b"V" | b"I" | b"TI" | b"M" | b"F" => self.is_settled,
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
    let kind = kind_in(comparison, id, old)?;
    // A signature is long, and nothing but whether it is there is asked.
    if kind == b"Sig" {
        return Ok(!has_value(was, old)? && has_value(is, new)?);
    }
    let (before, now) = (inherited(was, old, b"V")?, inherited(is, new, b"V")?);
    let flags = field_flags(was, old)?;
    let is_other = !alike(b"V", Some(&before), Some(&now)) && !is_signature_value(&now);
    Ok(match kind.as_slice() {
        b"Tx" | b"Ch" => is_other || (is_empty(&before) && flags & READ_ONLY == 0),
        b"Btn" => is_other && flags & PUSHBUTTON == 0,
        // Of no kind, or of one that there is not.
        _ => false,
    })
}

/// Whether that is a dictionary, which no text and no button has for a value: a stream is one with a length.
fn is_signature_value(value: &Object) -> bool {
    matches!(value, Object::Dictionary(found) if !found.has(b"Length"))
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

/// Whether a signature field and its widget may have that entry. What is another annotation as well shows more than its looks: a
/// note has an icon, whatever its box.
fn fits_signature_field(comparison: &Comparison<'_, '_>, key: &[u8], value: &Object) -> bool {
    let is = |name: &[u8]| value.as_name().is_ok_and(|found| found == name);
    match key {
        // A value that is none stops some programs from showing the page.
        _ if value.is_null() => false,
        b"T" => matches!(value, Object::String(..)),
        b"Type" => is(b"Annot"),
        b"Subtype" => is(b"Widget"),
        b"FT" => is(b"Sig"),
        b"P" => comparison.is_page(value),
        // Some signers write resources into it, as its look has them.
        b"DR" => value.as_dict().is_ok_and(|resources| {
            resources.iter().all(|(_, kind)| {
                kind.as_dict().is_ok_and(|kind| kind.iter().all(|(_, one)| one.as_reference().is_ok()))
            })
        }),
        key => OF_SIGNATURE_FIELD.contains(&key),
    }
}

/// Whether a field is an annotation that is not its place: a note, say.
fn is_something_else(node: &Dictionary) -> bool {
    node.has(b"Subtype") && !is_widget(node)
}

/// Whether a kid of a field is one itself and no mere widget: it has a name, or a value, kind or flags other than the field's. Some
/// programs write the value of a button into each of its kids.
pub(super) fn is_field_of_its_own(reading: &Reading<'_>, kid: &Dictionary) -> Result<bool, Error> {
    if kid.has(b"T") {
        return Ok(true);
    }
    if ![b"V".as_slice(), b"FT", b"Ff"].iter().any(|key| kid.has(key)) {
        return Ok(false);
    }
    let above = reading.dictionary(kid, b"Parent")?.unwrap_or_default();
    let kind = inherited(reading, kid, b"FT")?;
    let is_button = kind.as_name().is_ok_and(|kind| kind == b"Btn");
    Ok(kid.has(b"V") && !is_button
        || kind != inherited(reading, &above, b"FT")?
        || field_flags(reading, kid)? != field_flags(reading, &above)?)
}

/// Whether a field holds others, which take over what it says: nobody fills it in itself.
fn holds_fields(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    for kid in &reading.array(node, b"Kids")? {
        if let Some(kid) = Entries::of(listed(reading, kid)?)
            && is_field_of_its_own(reading, &kid)?
        {
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

/// Whether a signature is no new one of a field: it was there, or is that of another field as well.
fn is_taken(comparison: &Comparison<'_, '_>, signature: &Object) -> Result<bool, Error> {
    Ok(was_there(comparison, signature)? || comparison.new.is_shared(signature))
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

/// Whether an entry says the same but for more than two decimals, or for what holds without it: a browser writes a field that somebody
/// filled in so.
fn is_rounded(key: &[u8], old: &Dictionary, new: &Dictionary) -> bool {
    /// Half of the last decimal, and what a number loses when it is read.
    const NEAR: f32 = 0.005_1;
    let is_near = |was: &Object, is: &Object| match (was, is) {
        (Object::Array(was), Object::Array(is)) if was.len() == is.len() => {
            was.iter().zip(is).all(|(was, is)| {
                was.as_float().and_then(|was| Ok((was - is.as_float()?).abs() <= NEAR)).unwrap_or_default()
            })
        }
        _ => false,
    };
    let both_near = |old: &Dictionary, new: &Dictionary, key: &[u8]| match (old.get(key), new.get(key)) {
        (Ok(was), Ok(is)) => is_near(was, is),
        (was, is) => was.is_err() && is.is_err(),
    };
    match key {
        b"Rect" => both_near(old, new, key),
        b"MK" => {
            let none = Dictionary::new();
            let Ok(was) = old.get(key).and_then(Object::as_dict) else { return false };
            let Ok(is) = new.get(key).map_or(Ok(&none), Object::as_dict) else { return false };
            let turn = |one: &Dictionary| one.get(b"R").cloned().unwrap_or(Object::Integer(0));
            let told = |key: &[u8]| matches!(key, b"R" | b"BC" | b"BG");
            same_but(was, is, told)
                && same(&turn(was), &turn(is))
                && both_near(was, is, b"BC")
                && both_near(was, is, b"BG")
        }
        _ => false,
    }
}

/// Whether a field, or the page that it is on, is so small that half a hundredth of a unit is seen.
fn is_small(comparison: &Comparison<'_, '_>, field: &Origin) -> Result<bool, Error> {
    const FIELD: f32 = 1.0;
    const PAGE: f32 = 72.0;
    let new = comparison.new;
    let at = field.page.and_then(|page| usize::try_from(page).ok()?.checked_sub(1));
    let (Some([left, bottom, right, top]), Some(page)) = (field.rect, at.and_then(|at| new.pages.get(at)))
    else {
        return Ok(true);
    };
    let page = view(&new.reading, &page.dictionary)?.shorter();
    Ok((right - left).min(top - bottom) < FIELD || page < PAGE)
}

/// Whether programs were told to draw a field anew, and do so: of a button, of what is closed, and of what is no field they show the
/// look that there is.
fn is_drawn_anew(comparison: &Comparison<'_, '_>, id: ObjectId, old: &Dictionary) -> Result<bool, Error> {
    Ok(looks_are_made_anew(comparison.old)?
        && matches!(kind_in(comparison, id, old)?.as_slice(), b"Tx" | b"Ch")
        && field_flags(&comparison.old.reading, old)? & READ_ONLY == 0)
}

/// Whether a widget takes no room, as that of a signature which is not to be seen.
fn is_nothing(node: &Dictionary) -> bool {
    let is_zero = |side: &Object| side.as_float().is_ok_and(|side| side == 0.0);
    matches!(node.get(b"Rect"), Ok(Object::Array(sides)) if sides.len() == 4 && sides.iter().all(is_zero))
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
