//! Whether every byte of a later revision belongs to what its section lists, and all of it is written as every program reads it.
//!
//! What stands between the objects, or in one that is written badly, is nothing to a program that follows the sections. One that
//! does not get on searches the whole file, and takes it for an object. So nothing else may stand there, and nothing may make a
//! program search: no object that is not where and what it is listed as, and no reference that leads to none.

use std::collections::BTreeSet;

use lopdf::{Object, ObjectId};

use crate::{
    chain,
    document::Document,
    lexer::{is_regular, is_space},
    object::{self, Body},
    objection::{self, Objection, is_private},
    reading::{Located, Reading},
    revisions::{Revision, XrefKind},
    xref::Entry,
    xref_stream::is_packed_usually,
};

/// Bytes between two objects. An update is nearly all objects.
const MAX_GAP: u64 = 4096;

/// Bytes of a comment that stands there, as some programs write their name.
const MAX_COMMENT: usize = 256;

/// Bytes of a name (ISO 32000-1, annex C.2).
const MAX_NAME: usize = 127;

/// Bytes of `N G obj`.
const MAX_HEAD: u64 = 64;

/// Nodes of the page tree above each other.
const MAX_PARENTS: usize = 64;

/// Objects that the new references of a revision lead to: the structure of a large document has as many.
const MAX_LED_TO: usize = 200_000;

/// What was found out about the later revisions of a file.
#[derive(Default)]
pub(crate) struct Owned {
    /// The oldest that was looked at; those after it were as well.
    oldest: Option<usize>,
    /// The newest in which something is wrong, and what.
    found: Option<(usize, Objection)>,
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
            self.found = look(document, before, revision).err().map(|why| (next, why));
            self.oldest = Some(next);
        }
        self.found.as_ref().filter(|(at, _)| *at > index).map(|(_, why)| why.clone())
    }
}

/// Goes through a revision from its first byte to its last.
fn look(document: &Document, before: &Revision, revision: &Revision) -> Result<(), Objection> {
    if revision.kind == XrefKind::Hybrid || before.section != revision.section.saturating_add(1) {
        return Err(Objection::Hybrid);
    }
    let old = document.reading().turned_to(before.section);
    let new = document.reading().turned_to(revision.section);
    let entries = new.entries_in_section()?;
    let mut led_to = LedTo {
        new: &new,
        known: BTreeSet::new(),
        open: Vec::new(),
        with_form: false,
        unpacked: BTreeSet::new(),
    };
    let section = section_start(&new, revision)?;
    let (mut stand, mut packed): (Vec<(u64, ObjectId)>, _) = (Vec::new(), BTreeSet::new());
    for (number, entry) in &entries {
        match *entry {
            // The section itself, which may list its own place.
            Entry::InFile { offset, .. } if new.absolute(offset) == revision.startxref => {}
            Entry::InFile { offset, generation } => {
                stand.push((new.absolute(offset), (*number, generation)));
            }
            Entry::InStream { stream, .. } => {
                if packed.insert(stream) && is_laid_out(&new, stream)? < revision.start {
                    return Err(packed_unusually(stream));
                }
                let object = new.shallow((*number, 0))?;
                if !new.located((*number, 0))?.is_some_and(|found| is_plain(&found.text)) {
                    return Err(unclear(*number, UNUSUAL));
                }
                is_clear(&new, *number, &object)?;
                led_to.written(&old, (*number, 0), &object)?;
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
        is_content(&new, id, &object)?;
        is_clear(&new, id.0, &object)?;
        led_to.written(&old, id, &object)?;
        at = end;
    }
    if section < at {
        return Err(Objection::Overlap);
    }
    nothing_between(&new, at, section)?;
    let at = section_end(&new, revision, &entries)?;
    ends(&new, revision, at)?;
    is_clear(&new, 0, &Object::Dictionary(new.trailer()?.clone()))?;
    if let (XrefKind::Table, Some((start, end))) = (revision.kind, new.section_span())
        && !is_plain(&new.input().bytes(start, end.saturating_sub(start))?)
    {
        return Err(unclear(0, UNUSUAL));
    }
    // What the standard does not know there, nobody follows.
    let known = |reading: &Reading<'_>| {
        let mut trailer = reading.trailer()?.clone();
        let private: Vec<_> =
            trailer.iter().map(|(key, _)| key.clone()).filter(|key| is_private(key)).collect();
        private.iter().for_each(|key| drop(trailer.remove(key)));
        Ok::<_, Objection>(references(&Object::Dictionary(trailer)))
    };
    led_to.note(&known(&old)?, &known(&new)?)?;
    led_to.follow()
}

/// Where a stream of objects stands, in which they stand one after the other.
fn is_laid_out(reading: &Reading<'_>, stream: u32) -> Result<u64, Objection> {
    match reading.entry(stream)? {
        Entry::InFile { offset, generation }
            if reading.object_stream((stream, generation), offset)?.is_laid_out() =>
        {
            Ok(reading.absolute(offset))
        }
        _ => Err(packed_unusually(stream)),
    }
}

fn packed_unusually(stream: u32) -> Objection {
    unclear(stream, "objects that are packed in an unusual way")
}

/// Refuses what a search would take for a section of its own, and objects that are packed so that programs unpack them differently.
fn is_content(reading: &Reading<'_>, id: ObjectId, object: &Object) -> Result<(), Objection> {
    let Ok(dictionary) = object.as_dict() else { return Ok(()) };
    match dictionary.get(b"Type").and_then(Object::as_name) {
        // Some programs put one beside the table, which says the same.
        Ok(b"XRef") if dictionary.get(b"Root").ok() != reading.trailer()?.get(b"Root").ok() => {
            Err(Objection::SectionReused { object: id.0 })
        }
        Ok(b"ObjStm") if !is_packed_usually(dictionary, None) => Err(packed_unusually(id.0)),
        _ => Ok(()),
    }
}

/// Refuses numbers and names that programs take for different ones: they cut numbers off at 32 bits, or do not, and names at a
/// zero, or at an escape that is none.
fn is_clear(reading: &Reading<'_>, number: u32, object: &Object) -> Result<(), Objection> {
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
        Object::Array(items) => items.iter().try_for_each(|item| is_clear(reading, number, item)),
        Object::Dictionary(dictionary) => dictionary.iter().try_for_each(|(key, value)| match is_name(key) {
            true => is_clear(reading, number, value),
            false => Err(unclear(number, UNUSUAL)),
        }),
        _ => Ok(()),
    }
}

const UNUSUAL: &str = "unusual characters";
const TOO_LARGE: &str = "a number beyond 32 bits";

fn unclear(object: u32, what: &str) -> Objection {
    Objection::Malformed { object, what: what.into() }
}

/// Whether there is nothing but usual characters and blanks in the text of an object, apart from its strings and comments: nothing
/// that some programs take for a blank and others do not.
fn is_plain(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| !is_usual(*byte)) {
        let Some((byte, behind)) = rest.get(at..).and_then(<[u8]>::split_first) else { return true };
        let inside = match (byte, behind.first()) {
            (b'(', _) => literal(behind),
            (b'<', Some(b'<')) => Some(1),
            (b'<', _) => memchr::memchr(b'>', behind).map(|end| end + 1),
            (b'%', _) => comment(behind),
            _ => None,
        };
        let Some(inside) = inside else { return false };
        rest = behind.get(inside..).unwrap_or_default();
    }
    true
}

/// How many bytes a comment takes, from behind the `%`; nothing where it is long, or has in it what some programs take for its end.
fn comment(text: &[u8]) -> Option<usize> {
    let length = text.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
    let comment = text.get(..length)?;
    let is_mark = comment.starts_with(b"%EOF") || comment.starts_with(b"PDF-");
    let is_mark = is_mark || memchr::memmem::find(comment, b"xref").is_some();
    (!is_mark && length <= MAX_COMMENT && !comment.iter().any(u8::is_ascii_control)).then_some(length)
}

const fn is_usual(byte: u8) -> bool {
    !matches!(byte, b'(' | b'<' | b'%' | 0x7f)
        && (byte >= b' ' || matches!(byte, b'\t' | b'\n' | 0x0c | b'\r'))
}

/// What programs may read differently in the text of an object though its values seem to be the same.
#[derive(Default)]
struct Told<'t> {
    /// Strings that go over the end of a line, which is one character by the standard (§7.3.4.2) and two to some; and numbers so small,
    /// or written with so many digits, that one program may hold them for nothing and another for something.
    odd: Vec<&'t [u8]>,
    /// Numbers, which some programs hold to more places than others. The edges of a box need not be written as they were.
    numbers: Vec<f64>,
}

impl<'t> Told<'t> {
    fn of(text: &'t [u8]) -> Self {
        let (mut told, mut rest, mut is_edge) = (Self::default(), text, false);
        while let Some((byte, behind)) = rest.split_first() {
            let word = || behind.iter().take_while(|byte| is_regular(**byte)).count();
            let length = match (byte, behind.first()) {
                (b'(', _) => {
                    let inside = literal(behind).unwrap_or(behind.len());
                    told.odd.extend(behind.get(..inside).filter(|string| string.contains(&b'\r')));
                    inside
                }
                (b'%', _) => behind.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count(),
                (b'<', Some(b'<')) => 1,
                (b'<', _) => memchr::memchr(b'>', behind).unwrap_or(behind.len()),
                (b'/', _) => {
                    is_edge = behind.get(..word()).is_some_and(|name| BOXES.contains(&name));
                    word()
                }
                (b'0'..=b'9' | b'.' | b'+' | b'-', _) => {
                    if let Some(number) = rest.get(..=word()) {
                        told.number(number, is_edge);
                    }
                    word()
                }
                (byte, _) if is_regular(*byte) => word(),
                _ => 0,
            };
            rest = behind.get(length..).unwrap_or_default();
        }
        told.odd.sort_unstable();
        told
    }

    fn number(&mut self, number: &'t [u8], is_edge: bool) {
        const USUAL: usize = 20;
        const SMALL: f64 = 1e-6;
        /// Beyond it, integers are not held apart.
        const WHOLE: f64 = 16_777_216.0;
        let value = std::str::from_utf8(number).ok().and_then(|text| text.parse::<f64>().ok());
        match value {
            Some(value) if number.len() <= USUAL && (value == 0.0 || value.abs() >= SMALL) => {
                if !is_edge && (value.fract() != 0.0 || value.abs() < WHOLE) {
                    self.numbers.push(value);
                }
            }
            _ => self.odd.push(number),
        }
    }

    /// Whether what replaces it cannot be told from it by some programs, and is something else to others.
    fn may_differ(&self, other: &Self) -> bool {
        let mut numbers = [&self.numbers[..], &other.numbers].concat();
        numbers.sort_unstable_by(f64::total_cmp);
        #[expect(clippy::cast_possible_truncation, reason = "as such programs hold it")]
        let alike = |one: f64, other: f64| one != other && (one as f32).to_bits() == (other as f32).to_bits();
        self.odd != other.odd
            || numbers.windows(2).any(|pair| matches!(pair, [one, other] if alike(*one, *other)))
    }
}

/// Entries that are boxes of a page or a note.
const BOXES: [&[u8]; 6] = [b"MediaBox", b"CropBox", b"BleedBox", b"TrimBox", b"ArtBox", b"Rect"];

/// How many bytes a string takes, from behind the `(`.
fn literal(text: &[u8]) -> Option<usize> {
    let (mut open, mut escaped) = (1_u32, false);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => open = open.saturating_add(1),
            b')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(at + 1);
        }
    }
    None
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

/// What follows on blanks and comments; nothing where one is no plain comment.
fn behind_comments(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes;
    loop {
        let blanks = rest.iter().take_while(|&&byte| is_space(byte)).count();
        rest = rest.get(blanks..)?;
        let Some(comment) = rest.strip_prefix(b"%") else { return Some(rest) };
        rest = comment.get(self::comment(comment)?..)?;
    }
}

/// What the new references of a revision lead to.
struct LedTo<'r, 'f> {
    new: &'r Reading<'f>,
    known: BTreeSet<ObjectId>,
    open: Vec<ObjectId>,
    /// Whether the form was looked at.
    with_form: bool,
    /// Streams of objects that were there before, and were looked at.
    unpacked: BTreeSet<u32>,
}

impl LedTo<'_, '_> {
    /// What an object leads to that was written, and what of an older one may be seen now.
    fn written(&mut self, old: &Reading<'_>, id: ObjectId, object: &Object) -> Result<(), Objection> {
        let was = old.located(id)?;
        if let Some(was) = &was {
            self.was_clear(old, id, was)?;
            let is = self.new.located(id)?;
            if is.is_some_and(|is| Told::of(&was.text).may_differ(&Told::of(&is.text))) {
                return Err(unclear(id.0, UNUSUAL));
            }
        }
        let before = was.map(|was| references(&was.found.parsed.object)).unwrap_or_default();
        self.note(&before, &references(object))?;
        let Ok(dictionary) = object.as_dict() else { return Ok(()) };
        // A look that was there may be the one that is shown from now on, and be written with what the form has.
        let is_seen = [&b"AP"[..], b"FT", b"Subtype", b"T"].iter().any(|key| dictionary.has(key));
        if !is_seen {
            return Ok(());
        }
        for key in [&b"AP"[..], b"DR", b"MK"] {
            if let Ok(value) = dictionary.get(key) {
                self.note(&BTreeSet::new(), &references(value))?;
            }
        }
        match self.with_form {
            true => Ok(()),
            false => self.form(),
        }
    }

    /// Refuses what was written so that programs read it differently: it is not the same to all of them that replaces it.
    fn was_clear(&mut self, old: &Reading<'_>, id: ObjectId, was: &Located<'_>) -> Result<(), Objection> {
        match old.entry(id.0)? {
            Entry::InFile { offset, .. } => drop(old.written(id, old.absolute(offset))?),
            Entry::InStream { stream, .. } => {
                if self.unpacked.insert(stream) {
                    let (_, object, _) = old.written_at(is_laid_out(old, stream)?)?;
                    is_content(old, (stream, 0), &object)?;
                }
                if !is_plain(&was.text) {
                    return Err(unclear(id.0, UNUSUAL));
                }
            }
            Entry::Free => {}
        }
        is_clear(old, id.0, &was.found.parsed.object)
    }

    /// What the fields of the form share.
    fn form(&mut self) -> Result<(), Objection> {
        self.with_form = true;
        let catalog = self.new.catalog()?;
        let form = self.new.dictionary(&catalog, b"AcroForm")?.unwrap_or_default();
        let shared = form.get(b"DR").map(references).unwrap_or_default();
        self.note(&BTreeSet::new(), &shared)
    }

    /// References of an object as it was, and as it is. One that was there already made a program search then, if it does.
    fn note(&mut self, was: &BTreeSet<ObjectId>, is: &BTreeSet<ObjectId>) -> Result<(), Objection> {
        is.difference(was).try_for_each(|id| self.leads(*id))
    }

    fn leads(&mut self, id: ObjectId) -> Result<(), Objection> {
        if !self.known.insert(id) {
            return Ok(());
        }
        if self.known.len() > MAX_LED_TO {
            return Err(Objection::TooMany);
        }
        match self.new.listed(id.0)? {
            Some(entry) if entry.generation() == Some(id.1) => {}
            _ => return Err(Objection::LeadsNowhere { object: id.0 }),
        }
        self.open.push(id);
        Ok(())
    }

    /// Follows them, as a program does that draws what is new. Pages and what is above them it has read.
    fn follow(&mut self) -> Result<(), Objection> {
        while let Some(id) = self.open.pop() {
            let object = match self.new.entry(id.0)? {
                Entry::InFile { offset, .. } => self.new.written(id, self.new.absolute(offset))?.0,
                Entry::InStream { .. } | Entry::Free => self.new.shallow(id)?.into_owned(),
            };
            if !self.is_in_page_tree(id)? {
                references(&object).into_iter().try_for_each(|id| self.leads(id))?;
            }
        }
        Ok(())
    }

    /// Whether an object is the catalog, a page or above one, whatever it calls itself.
    fn is_in_page_tree(&self, id: ObjectId) -> Result<bool, Objection> {
        let root = self.new.root()?;
        let top = self.new.catalog()?.get(b"Pages").and_then(Object::as_reference).ok();
        let mut id = id;
        for _ in 0..MAX_PARENTS {
            if id == root || Some(id) == top {
                return Ok(true);
            }
            let Some(node) = self.new.dictionary_at(id)? else { return Ok(false) };
            let Ok(above) = node.get(b"Parent").and_then(Object::as_reference) else { return Ok(false) };
            let Some(parent) = self.new.dictionary_at(above)? else { return Ok(false) };
            if !self.new.array(&parent, b"Kids")?.iter().any(|kid| *kid == Object::Reference(id)) {
                return Ok(false);
            }
            id = above;
        }
        Ok(false)
    }
}

/// All references in an object.
fn references(object: &Object) -> BTreeSet<ObjectId> {
    fn collect(object: &Object, found: &mut BTreeSet<ObjectId>) {
        match object {
            Object::Reference(id) => drop(found.insert(*id)),
            Object::Array(items) => items.iter().for_each(|item| collect(item, found)),
            Object::Dictionary(dictionary) => {
                dictionary.iter().for_each(|(_, value)| collect(value, found));
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    collect(object, &mut found);
    found
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
                return Err(Objection::Malformed {
                    object: found.0,
                    what: "a stream without a dictionary".into(),
                });
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

    #[test]
    fn a_comment_is_short_and_of_letters() {
        for (text, left) in [
            ("", Some("")),
            (" \r\n", Some("")),
            ("%written by somebody\n", Some("")),
            ("\n%a\r\n%b\nstartxref", Some("startxref")),
            ("%a\0b\n", None),
            ("%%EOF\n", None),
            ("%PDF-1.4\n", None),
            ("x", Some("x")),
        ] {
            assert_eq!(behind_comments(text.as_bytes()), left.map(str::as_bytes), "{text:?}");
        }
        assert_eq!(behind_comments("%".repeat(300).as_bytes()), None);
    }

    #[test]
    fn what_programs_take_for_blanks_is_usual() {
        for (text, is) in [
            ("<</A 1/B[(a%\0\u{b}\\)(b))<0 1\r>/\u{e9}]>>\n\t\u{c}", true),
            ("<</A(%)>>", true),
            ("<</A%b\n1>>", true),
            ("<</A%\0\n1>>", false),
            ("<</A\0 1>>", false),
            ("<</A\u{b}1>>", false),
            ("<</A 1\u{7f}>>", false),
            ("<</A(1>>", false),
            ("<</A<1>>", true),
        ] {
            assert_eq!(is_plain(text.as_bytes()), is, "{text:?}");
        }
    }
}
