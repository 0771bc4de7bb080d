//! Entries of the catalog and of pages that show nothing of the document.

use lopdf::{Dictionary, Object};

use crate::{
    error::Error,
    objection::{is_direct, same_but},
    reading::Reading,
    seen::Entries,
};

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

/// Whether the information dictionary says the same but for when and by which program the file was written last: whoever adds
/// anything notes that.
pub(crate) fn says_the_same(
    (was, old): (&Reading<'_>, &Dictionary),
    (is, new): (&Reading<'_>, &Dictionary),
) -> Result<bool, Error> {
    let of = |reading: &Reading<'_>, trailer: &Dictionary| {
        reading.dictionary(trailer, b"Info").map(|found| found.map(Entries::kept).unwrap_or_default())
    };
    let (before, now) = (of(was, old)?, of(is, new)?);
    let is_note = |key: &[u8]| {
        let is_text = |value: &Object| matches!(value, Object::String(..));
        matches!(key, b"ModDate" | b"Producer")
            && [&before, &now].iter().filter_map(|info| info.get(key).ok()).all(is_text)
    };
    let is_alone = before.iter().chain(&*now).all(|(_, value)| is_direct(value));
    Ok(is_alone && same_but(&before, &now, is_note))
}

/// Whether the catalog tells of a later version of the format than before (table 29).
pub(crate) fn is_raised(old: &Dictionary, new: &Dictionary) -> bool {
    let version = |catalog: &Dictionary| match catalog.get(b"Version") {
        Ok(Object::Name(name)) => Some(name.clone()),
        Ok(_) => None,
        Err(_) => Some(Vec::new()),
    };
    version(old).zip(version(new)).is_some_and(|(was, is)| was <= is)
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
