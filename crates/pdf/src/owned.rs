//! Whether every byte of a later revision belongs to what its section lists, and all of it is written as every program reads it.
//!
//! What stands between the objects, or in one that is written badly, is nothing to a program that follows the sections. One that
//! does not get on searches the whole file, and takes it for an object. So nothing else may stand there, and nothing may make a
//! program search: no object that is not where and what it is listed as, and no reference that leads to none.

mod led_to;
mod text;

use std::{collections::BTreeSet, sync::Arc};

use lopdf::{Object, ObjectId};

use crate::{
    chain,
    document::Document,
    lexer::{is_regular, is_space},
    object::{self, Body},
    object_stream::ObjectStream,
    objection::{self, Objection, is_private},
    packed,
    reading::{Located, Reading},
    revisions::{Revision, XrefKind},
    xref::Entry,
    xref_stream::{UNPACKED_BY_SOME, is_packed_usually},
};
use led_to::LedTo;
pub(crate) use led_to::references;
use text::{behind_comments, is_plain};

/// Bytes between two objects. An update is nearly all objects.
const MAX_GAP: u64 = 4096;

/// Bytes of a name (ISO 32000-1, annex C.2).
const MAX_NAME: usize = 127;

/// Bytes of `N G obj`.
const MAX_HEAD: u64 = 64;

/// What was found out about the later revisions of a file.
#[derive(Default)]
pub(crate) struct Owned {
    /// The oldest that was looked at; those after it were as well.
    oldest: Option<usize>,
    /// The newest in which something is wrong, and what.
    found: Option<(usize, Objection)>,
    /// What streams of objects are unpacked by, and stands elsewhere.
    keys: Option<Result<BTreeSet<u32>, Objection>>,
}

impl Owned {
    /// What is wrong in a revision after `index`.
    pub(crate) fn since(&mut self, document: &Document, index: usize) -> Option<Objection> {
        let revisions = document.revisions();
        while self.found.is_none() {
            let next = self.oldest.unwrap_or(revisions.len()).saturating_sub(1);
            let pair = next.checked_sub(1).filter(|before| *before >= index);
            let Some([before, revision]) = pair.and_then(|before| revisions.get(before..=next)) else {
                break;
            };
            let keys = self.keys.get_or_insert_with(|| keys_of_streams(document)).as_ref();
            let looked = keys.map_err(Clone::clone).and_then(|keys| look(document, before, revision, keys));
            self.found = looked.err().map(|why| (next, why));
            self.oldest = Some(next);
        }
        self.found.as_ref().filter(|(at, _)| *at > index).map(|(_, why)| why.clone())
    }
}

/// The numbers of the objects that say how long the streams of objects are, how they are packed and where in them the objects begin:
/// by others in their place, everything in such a stream would be something else.
fn keys_of_streams(document: &Document) -> Result<BTreeSet<u32>, Objection> {
    const KEYS: [&[u8]; 6] = [b"Type", b"Length", b"N", b"First", b"Filter", b"DecodeParms"];
    let (reading, mut streams) = (document.reading(), BTreeSet::new());
    for section in document.file().sections.iter().filter(|section| section.kind != XrefKind::Table) {
        section.each_settled(reading.input(), &mut |_, entry| {
            if let Entry::InStream { stream, .. } = entry {
                streams.insert(stream);
            }
        })?;
    }
    // What is damaged holds nothing.
    let read = |id: ObjectId| match reading.shallow(id) {
        Ok(object) => Ok(object.into_owned()),
        Err(error) if error.is_damage() => Ok(Object::Null),
        Err(error) => Err(error),
    };
    let (mut open, mut found) = (Vec::new(), BTreeSet::new());
    for stream in streams {
        if let Object::Dictionary(dictionary) = read((stream, 0))? {
            let keys = KEYS.into_iter().chain(UNPACKED_BY_SOME);
            open.extend(keys.filter_map(|key| dictionary.get(key).ok()).flat_map(references));
        }
    }
    while let Some(id) = open.pop() {
        if found.insert(id.0) {
            open.extend(references(&read(id)?));
        }
    }
    Ok(found)
}

/// Goes through a revision from its first byte to its last; `keys` are not written anew.
fn look(
    document: &Document,
    before: &Revision,
    revision: &Revision,
    keys: &BTreeSet<u32>,
) -> Result<(), Objection> {
    if revision.kind == XrefKind::Hybrid || before.section != revision.section.saturating_add(1) {
        return Err(Objection::Hybrid);
    }
    let old = document.reading().turned_to(before.section);
    let new = document.reading().turned_to(revision.section);
    let entries = new.entries_in_section()?;
    let mut led_to = LedTo::nothing(&new);
    let section = section_start(&new, revision)?;
    let (mut stand, mut packed): (Vec<(u64, ObjectId)>, _) = (Vec::new(), BTreeSet::new());
    for (number, entry) in &entries {
        if keys.contains(number) {
            return Err(unclear(*number, ODDLY_PACKED));
        }
        match *entry {
            // The section itself, which may list its own place.
            Entry::InFile { offset, .. } if new.absolute(offset) == revision.startxref => {}
            Entry::InFile { offset, generation } => {
                stand.push((new.absolute(offset), (*number, generation)));
            }
            Entry::InStream { stream, .. } => {
                if packed.insert(stream) {
                    let (at, objects) = laid_out(&new, stream)?;
                    if at < revision.start || packed::unlisted(&new, stream, &objects)?.is_some() {
                        return Err(unclear(stream, ODDLY_PACKED));
                    }
                }
                let located = new.located((*number, 0))?.filter(|located| is_plain(&located.text));
                let Some(Located { found, text, .. }) = located else {
                    return Err(unclear(*number, UNUSUAL));
                };
                clear(&new, *number, &found.parsed.object)?;
                led_to.written(&old, (*number, 0), (&found.parsed.object, Some(&text)))?;
            }
            Entry::Free => {}
        }
    }
    stand.sort_unstable();
    let mut at = revision.start;
    for (start, id) in stand {
        if start < at {
            return Err(Objection::Overlap);
        }
        nothing_between(&new, at, start)?;
        if start > section {
            return Err(Objection::BeforeEnd);
        }
        let (object, end) = new.written(id, start)?;
        mere_content(&new, id, &object)?;
        clear(&new, id.0, &object)?;
        led_to.written(&old, id, (&object, None))?;
        at = end;
    }
    if section < at {
        return Err(Objection::Overlap);
    }
    nothing_between(&new, at, section)?;
    let at = section_end(&new, revision, &entries)?;
    ends(&new, revision, at)?;
    clear(&new, 0, &Object::Dictionary(new.trailer()?.clone()))?;
    if let (XrefKind::Table, Some((start, end))) = (revision.kind, new.section_span())
        && !is_plain(&new.input().bytes(start, end.saturating_sub(start))?)
    {
        return Err(unclear(0, UNUSUAL));
    }
    led_to.note(Some(&of_trailer(&old)?), &of_trailer(&new)?)?;
    led_to.follow()
}

/// A trailer without what the standard does not know there, which nobody follows.
fn of_trailer(reading: &Reading<'_>) -> Result<Object, Objection> {
    let known = reading.trailer()?.iter().filter(|(key, _)| !is_private(key));
    Ok(Object::Dictionary(known.map(|(key, value)| (key.clone(), value.clone())).collect()))
}

/// A stream of objects, in which they stand one after the other, and where it stands.
fn laid_out(reading: &Reading<'_>, stream: u32) -> Result<(u64, Arc<ObjectStream>), Objection> {
    let odd = || unclear(stream, ODDLY_PACKED);
    // Some programs look for it by no other generation.
    let Entry::InFile { offset, generation: 0 } = reading.entry(stream)? else { return Err(odd()) };
    let id = (stream, 0);
    let packed = reading.object_stream(id, offset)?;
    let is_clear = reading.dictionary_at(id)?.is_some_and(|found| packed::is_clear(&found));
    match is_clear && packed.is_laid_out() {
        true => Ok((reading.absolute(offset), packed)),
        false => Err(odd()),
    }
}

/// Refuses what a search would take for a section of its own, and data and objects that are packed so that programs unpack them
/// differently.
fn mere_content(reading: &Reading<'_>, id: ObjectId, object: &Object) -> Result<(), Objection> {
    let Ok(dictionary) = object.as_dict() else { return Ok(()) };
    match dictionary.get(b"Type").and_then(Object::as_name) {
        // Some programs put one beside the table, which says the same.
        Ok(b"XRef") if dictionary.get(b"Root").ok() != reading.trailer()?.get(b"Root").ok() => {
            Err(Objection::SectionReused { object: id.0 })
        }
        Ok(b"ObjStm") if !is_packed_usually(dictionary, None) => Err(unclear(id.0, ODDLY_PACKED)),
        _ if packed::is_unpacked_by_some(reading, dictionary)? && reading.is_stream(id)? => {
            Err(unclear(id.0, DATA_UNCLEAR))
        }
        _ => Ok(()),
    }
}

/// Refuses numbers and names that programs take for different ones: they cut numbers off at 32 bits, or do not, and names at a
/// zero, or at an escape that is none.
fn clear(reading: &Reading<'_>, number: u32, object: &Object) -> Result<(), Objection> {
    let is_name = |name: &[u8]| {
        name.len() <= MAX_NAME && !name.iter().any(|byte| byte.is_ascii_control() || *byte == b'#')
    };
    match object {
        // Larger only where it can be a place in the file.
        Object::Integer(value)
            if i32::try_from(*value).is_err()
                && !u64::try_from(*value).is_ok_and(|value| value <= reading.input().len()) =>
        {
            Err(unclear(number, TOO_LARGE))
        }
        Object::Real(value) if value.abs() >= 2_147_483_648.0 => Err(unclear(number, TOO_LARGE)),
        Object::Name(name) if !is_name(name) => Err(unclear(number, UNUSUAL)),
        Object::Array(items) => items.iter().try_for_each(|item| clear(reading, number, item)),
        Object::Dictionary(dictionary) => dictionary.iter().try_for_each(|(key, value)| match is_name(key) {
            true => clear(reading, number, value),
            false => Err(unclear(number, UNUSUAL)),
        }),
        _ => Ok(()),
    }
}

const DATA_UNCLEAR: &str = "data that programs unpack in several ways";
const ODDLY_PACKED: &str = "objects that are packed in an unusual way";
const UNUSUAL: &str = "unusual characters";
const TOO_LARGE: &str = "a number beyond 32 bits";

fn unclear(object: u32, what: &str) -> Objection {
    Objection::Malformed { object, what: what.into() }
}

/// Where the section begins: a table, or a stream as the object that it is.
fn section_start(reading: &Reading<'_>, revision: &Revision) -> Result<u64, Objection> {
    match (revision.kind, reading.section_span()) {
        (XrefKind::Stream, _) => Ok(revision.startxref),
        (_, Some((start, _))) => {
            // Some lead to the end of the line before.
            let length = reading.input().len().saturating_sub(start).min(6);
            let bytes = reading.input().bytes(start, length)?;
            let word = bytes.trim_ascii_start();
            match word.starts_with(b"xref") {
                true => Ok(start.saturating_add((bytes.len() - word.len()) as u64)),
                false => Err(Objection::NoTable { at: start }),
            }
        }
        (_, None) => Err(Objection::NoSection),
    }
}

/// And where it ends, a table with its trailer. A stream has a number of its own, which the section lists for its place and for
/// no other; some producers leave it out of the list.
fn section_end(
    reading: &Reading<'_>,
    revision: &Revision,
    entries: &[(u32, Entry)],
) -> Result<u64, Objection> {
    if revision.kind != XrefKind::Stream {
        return reading.section_span().map(|(_, end)| end).ok_or(Objection::NoSection);
    }
    let (own, _, end) = reading.written_at(revision.startxref)?;
    let mut listed = false;
    for (number, entry) in entries {
        if let Entry::InFile { offset, generation } = *entry {
            let here = reading.absolute(offset) == revision.startxref;
            if here != ((*number, generation) == own) {
                return Err(Objection::Misplaced { found: own.0, object: *number });
            }
            listed |= here;
        }
    }
    let announced = reading.section_size().is_some_and(|size| i64::from(own.0) < size);
    if listed || (own.1 == 0 && announced && reading.entry(own.0)? == Entry::Free) {
        return Ok(end);
    }
    Err(Objection::SectionReused { object: own.0 })
}

/// The revision ends behind `at` with its `startxref`, and with nothing more.
fn ends(reading: &Reading<'_>, revision: &Revision, at: u64) -> Result<(), Objection> {
    let length = revision.end.saturating_sub(at).min(MAX_GAP);
    let tail = reading.input().bytes(at, length)?;
    let word = behind_comments(&tail).ok_or(Objection::BeforeEnd)?;
    let end = chain::end_at(word, at.saturating_add((tail.len() - word.len()) as u64));
    match end {
        Some(end) if reading.absolute(end.value) == revision.startxref => {
            // Objects behind a complete update, and the same section announced once more, would be its own otherwise.
            nothing_between(reading, end.end, revision.end)
        }
        _ => Err(Objection::BeforeEnd),
    }
}

/// Nothing but blanks and short comments.
fn nothing_between(reading: &Reading<'_>, from: u64, to: u64) -> Result<(), Objection> {
    let length = to.saturating_sub(from);
    if length <= MAX_GAP
        && behind_comments(&reading.input().bytes(from, length)?).is_some_and(<[u8]>::is_empty)
    {
        return Ok(());
    }
    Err(Objection::Unowned { length, at: from })
}

impl Reading<'_> {
    /// The object that has to stand at `start`, counted from the first byte of the file, and where its `endobj` ends. A stream
    /// shows as its dictionary.
    fn written(&self, id: ObjectId, start: u64) -> Result<(Object, u64), Objection> {
        let (found, object, end) = self.written_at(start)?;
        if found == id {
            Ok((object, end))
        } else {
            Err(Objection::Misplaced { found: found.0, object: id.0 })
        }
    }

    /// The object that stands there, likewise.
    fn written_at(&self, start: u64) -> Result<(ObjectId, Object, u64), Objection> {
        let length = self.input().len().saturating_sub(start).min(MAX_HEAD);
        let bytes = self.input().bytes(start, length)?;
        // Some lead to the end of the line before, and every program goes on from there.
        let blanks = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        if blanks > 2 || !bytes.get(blanks..).is_some_and(is_head) {
            return Err(Objection::NoObject { at: start });
        }
        let (found, parsed, body) = self.input().parse(start, object::indirect_alone)?;
        if !is_plain(&self.input().bytes(start, parsed.span.end as u64)?) {
            return Err(unclear(found.0, UNUSUAL));
        }
        let behind = match (body, &parsed.object) {
            (Body::Value, _) => start.saturating_add(parsed.span.end as u64),
            (Body::Stream { data }, Object::Dictionary(dictionary)) => {
                let range = self.data_range(dictionary, start.saturating_add(data as u64))?;
                self.keyword(range.end, b"endstream")?
            }
            (Body::Stream { .. }, _) => {
                return Err(unclear(found.0, "a stream without a dictionary"));
            }
        };
        Ok((found, parsed.object, self.keyword(behind, b"endobj")?))
    }

    /// Behind a keyword that follows after blanks, and is one.
    fn keyword(&self, at: u64, keyword: &[u8]) -> Result<u64, Objection> {
        let window = self.input().len().saturating_sub(at).min(64);
        let bytes = self.input().bytes(at, window)?;
        let blanks = bytes.iter().take_while(|&&byte| is_space(byte)).count();
        let rest = bytes.get(blanks..).and_then(|rest| rest.strip_prefix(keyword));
        match rest.is_some_and(|rest| !rest.first().is_some_and(|byte| is_regular(*byte))) {
            true => Ok(at.saturating_add((blanks + keyword.len()) as u64)),
            false => Err(Objection::Unfinished { word: objection::key(keyword), at }),
        }
    }
}

/// Whether these bytes begin with `N G obj`, and nothing else in it.
fn is_head(bytes: &[u8]) -> bool {
    let behind = |bytes: &'_ [u8], is: fn(&u8) -> bool| {
        let run = bytes.iter().take_while(|byte| is(byte)).count();
        (run > 0).then_some(run)
    };
    let is_blank: fn(&u8) -> bool = |byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    let mut rest = bytes;
    for (is, most) in
        [(u8::is_ascii_digit as fn(&u8) -> bool, 10), (is_blank, 4), (u8::is_ascii_digit, 5), (is_blank, 4)]
    {
        let Some(run) = behind(rest, is).filter(|run| *run <= most) else { return false };
        rest = rest.get(run..).unwrap_or_default();
    }
    rest.strip_prefix(b"obj").is_some_and(|rest| rest.first().is_some_and(|byte| !is_regular(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_begins_with_two_numbers_and_a_word() {
        for (text, is) in [
            ("4 0 obj\n", true),
            ("4  0\r\nobj<<", true),
            ("4 0 obj(", true),
            ("4 0 obj12", false),
            ("4 +0 obj ", false),
            ("4%x\n0 obj ", false),
            ("4 0\0obj ", false),
            ("4 0obj ", false),
            (" 4 0 obj ", false),
            ("4 0 obj", false),
        ] {
            assert_eq!(is_head(text.as_bytes()), is, "{text:?}");
        }
    }
}
