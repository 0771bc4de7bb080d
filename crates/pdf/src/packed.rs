//! The object streams that an update brings along (ISO 32000-2 §7.5.7), and what could pass for one.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use crate::{
    error::Error,
    object_stream::ObjectStream,
    objection::{self, Objection},
    reading::Reading,
    seen::Seen,
    xref::Entry,
    xref_stream::{UNPACKED_BY_SOME, is_packed_usually},
};

/// The numbers of the object streams that a section's own objects stand in. Each is written by the same update, holds what the
/// section lists in it, in that order and nothing else, and says no more of itself than how it is to be read.
pub(crate) fn streams(reading: &Reading<'_>, numbers: &[u32]) -> Result<BTreeSet<u32>, Objection> {
    let numbers: BTreeSet<u32> = numbers.iter().copied().collect();
    let mut found = BTreeSet::new();
    for number in &numbers {
        if let Entry::InStream { stream, .. } = reading.entry(*number)? {
            found.insert(stream);
        }
    }
    for stream in &found {
        let in_stream = |object: u32| Objection::InStream { object };
        let Entry::InFile { offset, generation: 0 } = reading.entry(*stream)? else {
            return Err(in_stream(*stream));
        };
        let Some(located) = reading.located((*stream, 0))?.filter(|_| numbers.contains(stream)) else {
            return Err(in_stream(*stream));
        };
        let parsed = &located.found.parsed;
        if parsed.repeated.is_some() {
            return Err(in_stream(*stream));
        }
        let dictionary = parsed.object.as_dict().map_err(|_| in_stream(*stream))?;
        if !is_clear(dictionary) {
            return Err(in_stream(*stream));
        }
        for (key, value) in dictionary {
            let fits = match key.as_slice() {
                b"Type" | b"N" | b"First" => true,
                b"Length" => matches!(value, Object::Integer(_)),
                b"Filter" | b"DecodeParms" => objection::is_direct(value),
                _ => false,
            };
            if !fits {
                return Err(Objection::StreamMore { object: *stream });
            }
        }
        let packed = reading.object_stream((*stream, 0), offset)?;
        reading.input().budget().spend(packed.len() as u64)?;
        if !packed.is_laid_out() {
            return Err(in_stream(*stream));
        }
        let elsewhere = packed.numbers().find(|number| !numbers.contains(number));
        if let Some(number) = elsewhere.or(unlisted(reading, *stream, &packed)?) {
            return Err(in_stream(number));
        }
    }
    Ok(found)
}

/// Whether a stream says that objects stand in it, and how many, and every program unpacks it in the same way.
pub(crate) fn is_clear(dictionary: &Dictionary) -> bool {
    let is_told = |key| matches!(dictionary.get(key), Ok(Object::Integer(_)));
    dictionary.has_type(b"ObjStm")
        && is_told(b"N")
        && is_told(b"First")
        && is_packed_usually(dictionary, None)
}

/// An object that the stream holds and the section does not list in that place, if there is one: some programs look for an object by
/// its number, others by its place.
pub(crate) fn unlisted(
    reading: &Reading<'_>,
    stream: u32,
    packed: &ObjectStream,
) -> Result<Option<u32>, Error> {
    for (index, number) in (0..).zip(packed.numbers()) {
        if reading.entry(number)? != (Entry::InStream { stream, index }) {
            return Ok(Some(number));
        }
    }
    Ok(None)
}

/// Whether it is for each program to say how a stream is unpacked: by a key that some know, by parameters that are not of the form
/// of the filters (§7.3.8.2) or no whole numbers where those have to stand (table 8), or by a filter of the encryption, which some
/// do not know. Metadata have that in files that encrypt all but them (§14.3.2).
pub(crate) fn is_unpacked_by_some(reading: &Reading<'_>, dictionary: &Dictionary) -> Result<bool, Error> {
    if dictionary.iter().any(|(key, _)| UNPACKED_BY_SOME.contains(&key.as_slice())) {
        return Ok(true);
    }
    // Most are no streams.
    if !dictionary.iter().any(|(key, _)| matches!(key.as_slice(), b"Filter" | b"DecodeParms")) {
        return Ok(false);
    }
    let (filter, filters) = each(reading, dictionary, b"Filter")?;
    let (parameters, all) = each(reading, dictionary, b"DecodeParms")?;
    let decrypts = filters.iter().any(|filter| filter.as_name().is_ok_and(|name| name == b"Crypt"));
    let is_xml = dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"XML");
    if decrypts && !(is_xml && dictionary.has_type(b"Metadata")) {
        return Ok(true);
    }
    let mut says_something = false;
    for one in &all {
        let Object::Dictionary(one) = one else {
            says_something |= !one.is_null();
            continue;
        };
        says_something |= !one.is_empty();
        for key in [b"Predictor".as_slice(), b"Colors", b"BitsPerComponent", b"Columns"] {
            if one.has(key) && reading.get(one, key)?.as_i64().is_err() {
                return Ok(true);
            }
        }
    }
    let is_list = |value: &Object| matches!(value, Object::Array(_));
    Ok(says_something && is_list(&filter) != is_list(&parameters))
}

/// The value of a key, and each of its items where it is a list.
fn each(reading: &Reading<'_>, dictionary: &Dictionary, key: &[u8]) -> Result<(Object, Vec<Object>), Error> {
    let value = reading.get(dictionary, key)?.into_owned();
    let items = match &value {
        Object::Array(items) => {
            items.iter().map(|item| reading.resolve(item).map(Seen::into_owned)).collect::<Result<_, _>>()?
        }
        value => vec![value.clone()],
    };
    Ok((value, items))
}

/// Whether objects may stand in that one: it is a stream that tells where the first begins (table 16), whatever else it may say
/// that it is.
pub(crate) fn may_hold_objects(reading: &Reading<'_>, number: u32) -> Result<bool, Objection> {
    let Entry::InFile { generation, .. } = reading.entry(number)? else { return Ok(false) };
    let id = (number, generation);
    Ok(reading.is_stream(id)? && reading.dictionary_at(id)?.is_some_and(|entries| entries.has(b"First")))
}
