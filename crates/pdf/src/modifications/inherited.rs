//! What a field or a widget says, by itself or by those above it (ISO 32000-2 §12.7.4.1).

use lopdf::{Dictionary, Object, ObjectId};

use super::side::Side;
use crate::{
    error::Error,
    reading::Reading,
    seen::{Entries, Seen},
};

/// The bit of `/Ff` that closes a field (table 221).
pub(super) const READ_ONLY: i64 = 1;

/// Fields above each other that are looked at.
const MAX_DEPTH: usize = 64;

/// An entry of a field or of the nearest one above that has it (§12.7.4.1).
pub(super) fn inherited(reading: &Reading<'_>, node: &Dictionary, key: &[u8]) -> Result<Object, Error> {
    Ok(nearest(reading, node, key, |value| value.into_owned())?.unwrap_or(Object::Null))
}

/// Whether a field has a value, its own or that of the nearest one above that has it.
pub(super) fn has_value(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    Ok(nearest(reading, node, b"V", |value| !value.is_null())?.unwrap_or_default())
}

/// What an entry of a field comes to, or that of the nearest one above that has it.
fn nearest<T>(
    reading: &Reading<'_>,
    node: &Dictionary,
    key: &[u8],
    of: impl Fn(Seen<'_>) -> T,
) -> Result<Option<T>, Error> {
    upwards(reading, node, |node| match node.has(key) {
        true => Ok(Some(of(reading.get(node, key)?))),
        false => Ok(None),
    })
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

/// `/Ff` of a field or of the nearest one above that has it. What is no whole number closes it for some programs.
pub(super) fn field_flags(reading: &Reading<'_>, node: &Dictionary) -> Result<i64, Error> {
    Ok(match inherited(reading, node, b"Ff")? {
        Object::Null => 0,
        Object::Integer(flags) => flags,
        _ => READ_ONLY,
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

pub(super) fn is_empty(value: &Object) -> bool {
    value.is_null() || matches!(value, Object::String(text, _) if text.is_empty())
}

/// Whether a field has a value that nobody fills in: it is closed (table 221), and no script works the value out (table 198).
pub(super) fn is_settled(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    let flags = field_flags(reading, node)?;
    // What a reference does not lead to by its generation, some programs find by its number.
    let has_value = node.get(b"V").is_ok_and(|value| value.as_reference().is_ok())
        || !is_empty(&inherited(reading, node, b"V")?);
    if flags & READ_ONLY == 0 || !has_value {
        return Ok(false);
    }
    let scripts =
        upwards(reading, node, |node| reading.dictionary(node, b"AA").map(|found| found.map(Entries::kept)))?;
    Ok(!scripts.is_some_and(|scripts| scripts.has(b"C")))
}

/// Whether an annotation is the place of a field on a page (table 188).
pub(super) fn is_widget(annotation: &Dictionary) -> bool {
    annotation.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Widget")
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
