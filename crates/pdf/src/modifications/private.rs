//! Entries of the catalog and of pages that show nothing of the document.

use lopdf::{Dictionary, Object};

use crate::objection::same_but;

/// Whether an entry shows nothing in either of two dictionaries: what a program keeps there for itself (ISO 32000-2 §14.5), when
/// it did so, and in which order a keyboard leads through annotations (table 31). What `/PieceInfo` leads to shows nothing by
/// that way alone.
pub(super) fn shows_nothing(old: &Dictionary, new: &Dictionary, key: &[u8]) -> bool {
    let fits = |value: &Object| match key {
        b"PieceInfo" => matches!(value, Object::Dictionary(_) | Object::Reference(_)),
        b"LastModified" => matches!(value, Object::String(..)),
        b"Tabs" => matches!(value.as_name(), Ok(b"R" | b"C" | b"S" | b"A" | b"W")),
        _ => false,
    };
    matches!(key, b"PieceInfo" | b"LastModified" | b"Tabs")
        && [old, new].iter().filter_map(|one| one.get(key).ok()).all(|value| value.is_null() || fits(value))
}

/// Whether both are nodes of a page tree that differ in nothing but the version that a library notes there of itself.
pub(super) fn is_marked(old: &Object, new: &Object) -> bool {
    const MARK: &[u8] = b"ITXT";
    let (Object::Dictionary(old), Object::Dictionary(new)) = (old, new) else { return false };
    let is_plain = |node: &Dictionary| {
        node.has_type(b"Pages") && node.get(MARK).map_or(true, |mark| matches!(mark, Object::String(..)))
    };
    is_plain(old) && is_plain(new) && same_but(old, new, |key| key == MARK)
}
