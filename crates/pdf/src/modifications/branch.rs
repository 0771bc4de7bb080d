//! New fields that hold nothing but further ones (ISO 32000-2 §12.7.4.1).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::compare::Comparison;
use crate::{error::Error, text, xref::Entry};

/// Fields inside each other.
const MAX_DEPTH: usize = 32;

/// Whether a field that was not there holds fields that were not there either and says nothing besides, so that those alone are
/// what was added. They are judged by themselves.
pub(super) fn is_new(
    comparison: &mut Comparison<'_, '_>,
    id: ObjectId,
    node: &Dictionary,
) -> Result<bool, Error> {
    let (old, new) = (comparison.old, comparison.new);
    let plain = node.iter().all(|(key, value)| match key.as_slice() {
        b"T" => matches!(value, Object::String(..)),
        b"Kids" => matches!(value, Object::Array(_)),
        b"FT" => value.as_name().is_ok_and(|name| name == b"Sig"),
        b"Parent" => value.as_reference().is_ok_and(|above| new.fields.has(above) && !old.fields.has(above)),
        _ => false,
    });
    let Ok(Object::Array(kids)) = node.get(b"Kids") else { return Ok(false) };
    let named = full_name(comparison, node)?.filter(|name| !old.fields.names.contains(name));
    if !plain || named.is_none() || kids.is_empty() || old.reading.entry(id.0)? != Entry::Free {
        return Ok(false);
    }
    comparison.walker.patience().take(kids.len())?;
    let mut known = BTreeSet::new();
    for kid in kids {
        let Ok(kid) = kid.as_reference() else { return Ok(false) };
        let is_added = new.fields.has(kid) && old.reading.entry(kid.0)? == Entry::Free && known.insert(kid);
        let Some(dictionary) = new.reading.dictionary_at(kid)?.filter(|_| is_added) else { return Ok(false) };
        if dictionary.get(b"Parent").and_then(Object::as_reference).ok() != Some(id) || !dictionary.has(b"T")
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The partial names down to that of the field, joined with periods; nothing where one of them has none.
fn full_name(comparison: &Comparison<'_, '_>, node: &Dictionary) -> Result<Option<String>, Error> {
    let own = |node: &Dictionary| {
        let name = node.get(b"T").and_then(Object::as_str).map(text::decode).ok();
        name.filter(|name| !name.is_empty() && !name.contains('.'))
    };
    let Some(mut name) = own(node) else { return Ok(None) };
    let mut above = node.get(b"Parent").and_then(Object::as_reference).ok();
    for _ in 0..MAX_DEPTH {
        let Some(id) = above else { return Ok(Some(name)) };
        let Some(next) = comparison.new.reading.dictionary_at(id)? else { return Ok(None) };
        let Some(before) = own(&next) else { return Ok(None) };
        name = format!("{before}.{name}");
        above = next.get(b"Parent").and_then(Object::as_reference).ok();
    }
    Ok(None)
}
