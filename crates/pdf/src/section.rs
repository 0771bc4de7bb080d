//! Cross-reference sections written (ISO 32000-1 §7.5.4 and §7.5.8).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    error::Error,
    update::{integer, serialized},
};

/// Where an object stands, counted from the file's own beginning; nothing for a number that is free.
pub(crate) type Offsets = BTreeMap<ObjectId, Option<u64>>;

/// Runs of consecutive object numbers.
fn runs(offsets: &Offsets) -> Vec<Vec<(ObjectId, Option<u64>)>> {
    let mut runs: Vec<Vec<(ObjectId, Option<u64>)>> = Vec::new();
    for (&id, &offset) in offsets {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|(last, _)| last.0.checked_add(1) == Some(id.0)) => {
                run.push((id, offset));
            }
            _ => runs.push(vec![(id, offset)]),
        }
    }
    runs
}

fn first_of(run: &[(ObjectId, Option<u64>)]) -> u32 {
    run.first().map_or(0, |(id, _)| id.0)
}

/// §7.5.4.
pub(crate) fn table(tail: &mut Vec<u8>, offsets: &Offsets, trailer: Dictionary) -> Result<(), Error> {
    /// Ten digits.
    const MAX_OFFSET: u64 = 9_999_999_999;
    tail.extend_from_slice(b"xref\n");
    for run in runs(offsets) {
        tail.extend(format!("{} {}\n", first_of(&run), run.len()).into_bytes());
        for (id, offset) in run {
            if offset.is_some_and(|offset| offset > MAX_OFFSET) {
                return Err(Error::TooLarge {
                    what: "an offset in a cross-reference table",
                    limit: MAX_OFFSET,
                });
            }
            // A free one is linked to none, and never used again.
            let entry = match offset {
                Some(offset) => format!("{offset:010} {:05} n \n", id.1),
                None => "0000000000 65535 f \n".to_owned(),
            };
            tail.extend(entry.into_bytes());
        }
    }
    tail.extend_from_slice(b"trailer\n");
    tail.extend(serialized(&Object::Dictionary(trailer)));
    tail.push(b'\n');
    Ok(())
}

/// §7.5.8: one byte of type, eight of offset, two of generation.
pub(crate) fn stream(
    tail: &mut Vec<u8>,
    own: ObjectId,
    offsets: &Offsets,
    mut trailer: Dictionary,
) -> Result<(), Error> {
    let mut rows = Vec::new();
    let mut index: Vec<Object> = Vec::new();
    for run in runs(offsets) {
        index.extend([i64::from(first_of(&run)).into(), integer(run.len() as u64)]);
        for (id, offset) in run {
            rows.push(u8::from(offset.is_some()));
            rows.extend(offset.unwrap_or(0).to_be_bytes());
            rows.extend(offset.map_or(u16::MAX, |_| id.1).to_be_bytes());
        }
    }
    trailer.set("Type", "XRef");
    trailer.set("W", vec![Object::from(1), Object::from(8), Object::from(2)]);
    trailer.set("Index", index);
    trailer.set("Length", integer(rows.len() as u64));
    let text = serialized(&Object::Dictionary(trailer));
    tail.extend(format!("{} {} obj\n", own.0, own.1).into_bytes());
    tail.extend(text);
    tail.extend_from_slice(b"stream\n");
    tail.extend(rows);
    tail.extend_from_slice(b"\nendstream\nendobj\n");
    Ok(())
}
