//! What was appended after a revision: nothing, what archiving needs and nothing else, or something else.
//!
//! The bytes behind a signature are covered by nobody. So a revision passes as archival only if every object of it is
//! accounted for: the catalog with a changed `/DSS` and the objects that hang from that `/DSS` alone, a document time-stamp in a
//! new invisible field, the information dictionary and the metadata. That nothing stands between them is asked of every revision
//! ([`Document::unclear_since`]).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    document::Document,
    error::Error,
    objection::{self, OF_UPDATES, Objection, is_direct, is_private, same, same_but},
    packed,
    reach::Apart,
    reading::Reading,
    revisions::{Revision, XrefKind},
    seen::Entries,
    stamp_addition::{Form, Stamp},
    void,
    xref::{Entry, Section},
};

/// Objects of one such revision; a store for a hundred signatures stays below.
const MAX_OBJECTS: usize = 20_000;

/// What came after a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Additions {
    /// No byte.
    Nothing,
    /// Only entries of the document security store and document time-stamps (EN 319 142-1 §5.4.2, §5.4.3).
    Archival,
    /// Something else, or something that cannot be told apart from it.
    Other {
        /// What was met first.
        why: Objection,
    },
}

impl Document {
    /// What came after revision `index`.
    ///
    /// # Errors
    /// [`Error::Unsupported`] when there is no such revision; what reading can say. Where a later
    /// revision cannot be read, that is [`Additions::Other`].
    pub fn additions_since(&self, index: usize) -> Result<Additions, Error> {
        let found = self.additions_behind(index)?;
        self.unless_shifting(index, found, false)
    }

    /// The same, and whether what came serves archiving alone ([`Document::apart_from_archival`]; nothing either where that cannot be
    /// told). What was signed is searched last, which somebody may be doing meanwhile ([`Document::is_searched_by`]).
    ///
    /// # Errors
    /// As [`Document::additions_since`].
    pub fn additions_apart_since(&self, index: usize) -> Result<(Additions, Option<Apart>), Error> {
        let found = self.additions_behind(index)?;
        let apart = match found {
            Additions::Archival => self.apart_from_archival(index).unwrap_or_default(),
            Additions::Nothing | Additions::Other { .. } => None,
        };
        // Then each object is known to end before its revision does.
        let is_whole = apart.is_some_and(|apart| apart.same_pages.is_some());
        Ok((self.unless_shifting(index, found, is_whole)?, apart))
    }

    /// By what stands behind the revision.
    fn additions_behind(&self, index: usize) -> Result<Additions, Error> {
        let revisions = self.revisions();
        let Some((signed, later)) = revisions.get(index..).and_then(<[Revision]>::split_first) else {
            return Err(Error::Unsupported { what: format!("revision {index}") });
        };
        let other = |why| Ok(Additions::Other { why });
        if let Some(why) = self.unclear_behind(index)? {
            return other(why);
        }
        let updates = || [signed].into_iter().chain(later).zip(later);
        // First what tells a further signature, which is what most revisions are that are more than archival.
        let begun = |(before, revision)| Begun::of(self.reading(), before, revision).map(drop);
        let all_begin = if later.len() > 1 { updates().try_for_each(begun) } else { Ok(()) };
        let all = all_begin.and_then(|()| {
            updates().try_for_each(|(before, revision)| archival_only(self.reading(), before, revision))
        });
        match all {
            Err(why) => other(why),
            Ok(()) if later.is_empty() => Ok(Additions::Nothing),
            Ok(()) => Ok(Additions::Archival),
        }
    }

    /// These, if what was signed stays what it was: a search finds no other objects in it than its sections list, and those end where it
    /// does, unless that is known.
    fn unless_shifting(&self, index: usize, found: Additions, is_whole: bool) -> Result<Additions, Error> {
        if matches!(found, Additions::Other { .. }) {
            return Ok(found);
        }
        let why = match self.twice_in(index)? {
            None if !is_whole => self.running_since(index)?,
            why => why,
        };
        Ok(why.map_or(found, |why| Additions::Other { why }))
    }
}

/// An update whose trailer, catalog and form are those of an archival one; what came with them is still to be looked at.
struct Begun<'f> {
    old_trailer: Dictionary,
    old_root: ObjectId,
    old_catalog: Entries<'static>,
    old_form: Form,
    catalog: Entries<'static>,
    stamp: Stamp,
    /// Turned to the update.
    new: Reading<'f>,
}

impl<'f> Begun<'f> {
    fn of(reading: Reading<'f>, before: &Revision, revision: &Revision) -> Result<Self, Objection> {
        let old = reading.turned_to(before.section);
        let (old_trailer, old_root, old_catalog) = (void::trailer(&old, None)?, old.root()?, old.catalog()?);
        let old_form = Form::read(&old, &old_catalog)?;
        let new = old.turned_to(revision.section);
        same_trailer(&new, before.section, &old_trailer, &void::trailer(&new, Some(revision.end))?)?;
        let catalog = new.catalog()?;
        same_catalog(&old_catalog, &catalog)?;
        let stamp = Stamp::between(&old_form, &Form::read(&new, &catalog)?, &new, revision.end)?;
        Ok(Self { old_trailer, old_root, old_catalog, old_form, catalog, stamp, new })
    }
}

fn archival_only(reading: Reading<'_>, before: &Revision, revision: &Revision) -> Result<(), Objection> {
    let begun = Begun::of(reading, before, revision)?;
    let Begun { old_trailer, old_root, old_catalog, old_form, catalog, mut stamp, new } = begun;
    let (parts, store) = (store_parts(&new, &catalog)?, store_objects(&new, &catalog)?);
    let described = descriptions(new.trailer()?, &catalog);
    let info = |trailer: &Dictionary| trailer.get(b"Info").and_then(Object::as_reference).ok();
    let (old_info, new_info) = (info(&old_trailer), info(new.trailer()?));
    let old = new.turned_to(before.section);
    if let Some(lost) = store_parts(&old, &old_catalog)?.difference(&parts).next() {
        return Err(Objection::StoreLost { name: lost.clone() });
    }
    stamp.on_page(&old, &old_form)?;
    let new = old.turned_to(revision.section);
    let new_numbers = new.numbers_in_section()?;
    if new_numbers.len() > MAX_OBJECTS {
        return Err(Objection::TooMany);
    }
    stamp.in_waiting_field(&new, &old_form, &new_numbers, revision.end)?;
    let used = [&store, &stamp.added, &stamp.changed];
    let is_new = |number: u32| {
        number != old_root.0
            && new_numbers.contains(&number)
            && !used.iter().any(|used| used.contains(&number))
    };
    let fits =
        |id: ObjectId| Ok::<_, Error>(is_new(id.0) && matches!(new.object(id)?, Object::Dictionary(_)));
    // What is left out is told where it said something ([`Document::apart_from_archival`]).
    let is_left_out = !new.trailer()?.has(b"Info");
    if old_info != new_info && !is_left_out && !new_info.map(fits).transpose()?.unwrap_or_default() {
        return Err(Objection::InfoReplaced);
    }
    let packed = packed::streams(&new, &new_numbers)?;
    let is_known = |number: u32| {
        let known = [&store, &stamp.added, &stamp.changed, &described, &packed];
        number == old_root.0 || known.iter().any(|known| known.contains(&number))
    };
    let (mut free, mut again) = (Vec::new(), Vec::new());
    let mut written = BTreeSet::new();
    for number in new_numbers {
        let id = match new.entry(number)? {
            Entry::InFile { offset, .. } if new.absolute(offset) == revision.startxref => continue,
            Entry::InFile { offset, generation } => {
                stands_at(&new, new.absolute(offset))?;
                if packed::may_hold_objects(&new, number)? && !packed.contains(&number) {
                    return Err(Objection::InStream { object: number });
                }
                written.insert(number);
                (number, generation)
            }
            Entry::Free if number == 0 => continue,
            Entry::Free => {
                free.push(number);
                continue;
            }
            Entry::InStream { .. } => (number, 0),
        };
        if !is_known(number) {
            again.push(id);
        }
    }
    let again: Vec<_> = again.into_iter().map(|id| rewritten(&new, id)).collect::<Result<_, _>>()?;
    let idle = |(id, object)| Ok::<_, Objection>((id, is_idle(&new, id, &object)?, object));
    let again: Vec<_> = again.into_iter().map(idle).collect::<Result<_, _>>()?;
    let old = new.turned_to(before.section);
    stamp.has_waited(&old)?;
    for (id, is_idle, object) in again {
        let entry = old.entry(id.0)?;
        if is_idle && entry == Entry::Free {
            continue;
        }
        let is_there = entry.generation() == Some(id.1);
        let before = if is_there { old.object(id)? } else { Object::Null };
        if before.is_null() || !same(&before, &object) {
            return Err(Objection::Needless { object: id.0 });
        }
    }
    for number in free {
        if old.entry(number)? != Entry::Free {
            return Err(Objection::Deleted { object: number });
        }
    }
    // What stands in an object stream would be something else, without being written anew.
    for number in written {
        if packed::may_hold_objects(&old, number)?
            || (packed.contains(&number) && old.entry(number)? != Entry::Free)
        {
            return Err(Objection::Reused { object: number });
        }
    }
    let old_store = store_objects(&old, &old_catalog).unwrap_or_default();
    for number in store.difference(&old_store) {
        if old.entry(*number)? != Entry::Free {
            return Err(Objection::Reused { object: *number });
        }
    }
    match (revision.kind, old.turned_to(revision.section)) {
        (XrefKind::Stream, new) => stands_at(&new, revision.startxref),
        (_, new) if new.input().bytes(revision.startxref, 4)? == b"xref" => Ok(()),
        _ => Err(Objection::NoTable { at: revision.startxref }),
    }
}

/// Refuses an object before which blanks stand: every program goes on from there, and yet no other place of it is its own.
fn stands_at(reading: &Reading<'_>, start: u64) -> Result<(), Objection> {
    match reading.input().bytes(start, 1)?.first().is_some_and(u8::is_ascii_digit) {
        true => Ok(()),
        false => Err(Objection::NoObject { at: start }),
    }
}

/// An object that archiving does not need, as an update has it. It may say again what it said, which some programs write; where
/// a key stands in it twice, readers differ in what that is.
fn rewritten(new: &Reading<'_>, id: ObjectId) -> Result<(ObjectId, Object), Objection> {
    match new.exists(id)? && new.repeated_key(id)?.is_none() {
        true => Ok((id, new.object(id)?)),
        false => Err(Objection::Needless { object: id.0 }),
    }
}

/// Whether an object that nothing needs says nothing to a reader that searches either: a record of the security store that was
/// written and then left out of the list of them, or the section once more.
fn is_idle(new: &Reading<'_>, id: ObjectId, object: &Object) -> Result<bool, Error> {
    match object {
        Object::Dictionary(record) if record.has_type(b"VRI") => {
            Ok(Walk { reading: new, reached: BTreeSet::new() }.record(object).is_ok())
        }
        Object::Stream(stream) if stream.dict.has_type(b"XRef") => repeats_section(new, id),
        _ => Ok(false),
    }
}

/// Whether a cross-reference stream that nothing leads to tells the same as the table that lists it: some programs write both,
/// and leave `/XRefStm` away.
fn repeats_section(new: &Reading<'_>, id: ObjectId) -> Result<bool, Error> {
    let Entry::InFile { offset, .. } = new.entry(id.0)? else { return Ok(false) };
    let Ok(beside) = Section::read(new.input(), 0, new.absolute(offset)) else { return Ok(false) };
    let trailer = new.trailer()?;
    let counts = |key: &[u8]| !OF_UPDATES.contains(&key) || matches!(key, b"Prev" | b"ID");
    let size = trailer.get(b"Size").and_then(Object::as_i64).unwrap_or(0);
    let mut repeats = beside.kind == XrefKind::Stream
        && beside.repeated.is_none()
        && beside.listed() <= MAX_OBJECTS as u64
        && beside.size().is_some_and(|beside| beside <= size)
        && same_but(&beside.trailer, trailer, |key| !counts(key));
    if repeats {
        beside.each(new.input(), &mut |number, entry| {
            repeats &= entry.is_some() && entry == new.entry(number).ok()
        });
    }
    Ok(repeats)
}

/// The trailer says the same, but for what an update has to change.
fn same_trailer(
    reading: &Reading<'_>,
    before: usize,
    old: &Dictionary,
    new: &Dictionary,
) -> Result<(), Objection> {
    let is_known = |key: &[u8]| match (old.has(key), new.get(key)) {
        (true, is) => is.is_err(),
        (false, is) => is.is_ok_and(|is| reading.said_in(before, key, is)),
    };
    let left_out =
        |key: &[u8]| OF_UPDATES.contains(&key) || key == b"Info" || (is_private(key) && is_known(key));
    let first_id = |dictionary: &Dictionary| match dictionary.get(b"ID") {
        Ok(Object::Array(id)) => id.first().cloned().unwrap_or(Object::Null),
        _ => Object::Null,
    };
    if !same_but(old, new, left_out) || !same(&first_id(old), &first_id(new)) {
        return Err(Objection::TrailerChanged);
    }
    Ok(())
}

/// The objects that describe the document and show nothing of it: its information dictionary and its metadata.
fn descriptions(trailer: &Dictionary, catalog: &Dictionary) -> BTreeSet<u32> {
    let both = [trailer.get(b"Info"), catalog.get(b"Metadata")];
    both.into_iter().flatten().filter_map(|one| one.as_reference().ok()).map(|(number, _)| number).collect()
}

/// The catalog says the same, but for `/DSS`, for version and extensions that announce it, for metadata, and for the form, which
/// is compared by itself.
fn same_catalog(old: &Dictionary, new: &Dictionary) -> Result<(), Objection> {
    let is_version = new.get(b"Version").is_ok_and(is_known_version);
    let told = |key: &[u8]| match key {
        b"DSS" | b"Extensions" | b"AcroForm" | b"Metadata" => true,
        b"Version" => is_version,
        _ => false,
    };
    if !same_but(old, new, told) {
        return Err(Objection::CatalogChanged);
    }
    let extensions = |dictionary: &Dictionary| dictionary.get(b"Extensions").ok().cloned();
    match (extensions(old), extensions(new)) {
        (old, new) if old == new => Ok(()),
        (None, Some(Object::Dictionary(new))) if new.iter().all(|(name, _)| known_extension(name)) => Ok(()),
        (Some(Object::Dictionary(old)), Some(Object::Dictionary(new))) => {
            let is_kept = |(name, value): (&Vec<u8>, &Object)| {
                let found = new.get(name).ok();
                found == Some(value)
                    || (known_extension(name) && found.is_some_and(|found| is_higher(value, found)))
            };
            let kept = old.iter().all(is_kept);
            let grown = new.iter().all(|(name, _)| old.has(name) || known_extension(name));
            if kept && grown { Ok(()) } else { Err(Objection::ExtensionsChanged) }
        }
        _ => Err(Objection::ExtensionsChanged),
    }
}

/// Whether an extension says the same of itself (ISO 32000-2 table 49), but for a higher level or a later version that it is for.
fn is_higher(was: &Object, is: &Object) -> bool {
    let (Ok(was), Ok(is)) = (was.as_dict(), is.as_dict()) else { return false };
    let level = |one: &Dictionary| one.get(b"ExtensionLevel").and_then(Object::as_i64).ok();
    let grows = level(was).zip(level(is)).is_some_and(|(was, is)| (was..=MAX_LEVEL).contains(&is));
    let version = |one: &'_ Dictionary| {
        one.get(b"BaseVersion").ok().filter(|version| is_known_version(version)).cloned()
    };
    let names = version(was).zip(version(is));
    let is_later = names.is_some_and(|(was, is)| was.as_name().ok() <= is.as_name().ok());
    grows && is_later && same_but(was, is, |key| matches!(key, b"ExtensionLevel" | b"BaseVersion"))
}

/// Levels of an extension: the highest there are have one digit or two.
const MAX_LEVEL: i64 = 99;

fn is_known_version(version: &Object) -> bool {
    let known = [&b"1.3"[..], b"1.4", b"1.5", b"1.6", b"1.7", b"2.0"];
    version.as_name().is_ok_and(|version| known.contains(&version))
}

fn known_extension(name: &[u8]) -> bool {
    matches!(name, b"ESIC" | b"ADBE" | b"ISO_" | b"Type")
}

/// What `/DSS` consists of: its entries, and the signatures that `/VRI` speaks of. Nothing of that goes away.
fn store_parts(reading: &Reading<'_>, catalog: &Dictionary) -> Result<BTreeSet<String>, Objection> {
    let Some(store) = reading.dictionary(catalog, b"DSS")? else { return Ok(BTreeSet::new()) };
    let records = reading.dictionary(&store, b"VRI")?.unwrap_or_default();
    let parts = store.iter().chain(&*records).filter(|(key, _)| key.as_slice() != b"Type");
    let named = parts.map(|(key, _)| String::from_utf8_lossy(key).into_owned());
    Ok(named.chain(["DSS".to_owned()]).collect())
}

/// The numbers of all objects that hang from `/DSS`, which has to be built exactly as the standard says.
fn store_objects(reading: &Reading<'_>, catalog: &Dictionary) -> Result<BTreeSet<u32>, Objection> {
    let mut walk = Walk { reading, reached: BTreeSet::new() };
    let Ok(store) = catalog.get(b"DSS") else { return Ok(walk.reached) };
    for (key, value) in &walk.dictionary(store)? {
        match key.as_slice() {
            b"Type" if value.as_name().is_ok_and(|name| name == b"DSS") => {}
            b"Certs" | b"OCSPs" | b"CRLs" => walk.streams(value)?,
            b"VRI" => {
                for (_, record) in &walk.dictionary(value)? {
                    walk.record(record)?;
                }
            }
            _ => return Err(Objection::StoreEntry { name: objection::key(key) }),
        }
    }
    Ok(walk.reached)
}

struct Walk<'a, 'b> {
    reading: &'a Reading<'b>,
    reached: BTreeSet<u32>,
}

impl Walk<'_, '_> {
    fn record(&mut self, record: &Object) -> Result<(), Objection> {
        for (key, value) in &self.dictionary(record)? {
            match key.as_slice() {
                b"Type" if value.as_name().is_ok() => {}
                b"TU" if value.as_str().is_ok() => {}
                b"Cert" | b"OCSP" | b"CRL" => self.streams(value)?,
                // Some write the token itself, which nothing shows either.
                b"TS" if matches!(value, Object::String(..)) => {}
                b"TS" => self.stream(value)?,
                _ => return Err(Objection::StoreEntry { name: objection::key(key) }),
            }
        }
        Ok(())
    }

    fn note(&mut self, object: &Object) {
        if let Object::Reference((number, _)) = object {
            self.reached.insert(*number);
        }
    }

    fn dictionary<'o>(&mut self, object: &'o Object) -> Result<Entries<'o>, Objection> {
        self.note(object);
        match Entries::of(self.reading.resolve(object)?) {
            Some(dictionary) => Ok(dictionary),
            None => Err(Objection::StoreMalformed),
        }
    }

    fn streams(&mut self, object: &Object) -> Result<(), Objection> {
        self.note(object);
        match &*self.reading.resolve(object)? {
            Object::Array(items) => items.iter().try_for_each(|item| self.stream(item)),
            _ => Err(Objection::StoreMalformed),
        }
    }

    fn stream(&mut self, object: &Object) -> Result<(), Objection> {
        self.note(object);
        let Object::Reference(id) = object else { return Err(Objection::StoreMalformed) };
        if self.reading.is_proven(*id)? {
            return Ok(());
        }
        let before = self.reading.input().budget().left();
        let dictionary = self.dictionary(object)?;
        let plain = |key: &[u8]| matches!(key, b"Length" | b"Filter" | b"DecodeParms" | b"Type");
        if !dictionary.iter().all(|(key, _)| plain(key)) {
            return Err(Objection::StreamMore { object: id.0 });
        }
        // Reading it proves that it is a stream whose data can be had.
        self.reading.stream_data(*id)?;
        // Then it says the same wherever else it is met in that place.
        if dictionary.iter().all(|(_, value)| is_direct(value)) {
            let work = before.saturating_sub(self.reading.input().budget().left());
            self.reading.prove(*id, work)?;
        }
        Ok(())
    }
}
