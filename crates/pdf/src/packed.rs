//! The object streams that an update brings along (ISO 32000-2 §7.5.7), and what could pass for one.

use std::collections::BTreeSet;

use lopdf::Object;

use crate::{
    objection::{self, Objection},
    reading::Reading,
    xref::Entry,
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
        for (key, value) in parsed.object.as_dict().map_err(|_| in_stream(*stream))? {
            let fits = match key.as_slice() {
                b"Type" => value.as_name().is_ok_and(|name| name == b"ObjStm"),
                b"N" | b"First" | b"Length" => matches!(value, Object::Integer(_)),
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
        for (index, number) in (0..).zip(packed.numbers()) {
            let listed = Entry::InStream { stream: *stream, index };
            if !numbers.contains(&number) || reading.entry(number)? != listed {
                return Err(in_stream(number));
            }
        }
    }
    Ok(found)
}

/// Whether objects may stand in that one: it is a stream that tells where the first begins (table 16), whatever else it may say
/// that it is.
pub(crate) fn may_hold_objects(reading: &Reading<'_>, number: u32) -> Result<bool, Objection> {
    let Entry::InFile { generation, .. } = reading.entry(number)? else { return Ok(false) };
    let id = (number, generation);
    Ok(reading.is_stream(id)? && reading.dictionary_at(id)?.is_some_and(|entries| entries.has(b"First")))
}
