//! The signatures of a file, as its bytes tell them (ISO 32000-1 §12.8, EN 319 142-1 §5.2).

use std::{borrow::Cow, ops::Range, sync::Arc};

use foldhash::HashSet;
use lopdf::{Object, ObjectId, StringFormat};
use serde::{Deserialize, Serialize};

use crate::{
    byte_range,
    error::{ByteRangeFault, ContentsFault, Error},
    form::{self, Field},
    lexer::Lexer,
    lock::FieldLock,
    object,
    pages::Places,
    permissions::{Restrictions, SigningRules},
    reading::{self, Located, Reading},
    revisions::Revision,
    seed_values::SeedValues,
    seen::{Entries, Seen},
    text,
};

/// Bytes of all `/Contents` of a file together.
const MAX_CONTENTS: usize = 48 << 20;

/// The bit of `/Ff` that makes a field a must (table 221).
const REQUIRED: i64 = 1 << 1;

/// How far signature fields are looked for.
#[derive(Clone, Copy)]
pub(crate) enum Reach<'p> {
    /// In the interactive form. What that costs does not grow with the pages; on which page a field is, is not told.
    Form,
    /// There and among these annotations, of every page, where fields may be that the form has lost.
    Pages(&'p Places),
}

/// A signature field with a value, well formed or not. Facts only: nothing here was verified.
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    /// The fully qualified name: the partial names `/T` joined with periods.
    pub field_name: String,
    /// The field; (0, 0) when it is a direct object.
    pub field: ObjectId,
    /// The signature dictionary; nothing when it is a direct object of the field.
    pub object: Option<ObjectId>,
    /// `/Filter`.
    pub filter: Option<String>,
    /// `/SubFilter`, such as `ETSI.CAdES.detached` or `ETSI.RFC3161`.
    pub sub_filter: Option<String>,
    /// `/Type`, such as `Sig` or `DocTimeStamp`; often missing.
    pub type_name: Option<String>,
    /// `[0 a b c]`: the signed bytes are `[0, a)` and `[b, b + c)`.
    pub byte_range: Result<[u64; 4], ByteRangeFault>,
    /// `/Contents`, decoded, with its padding.
    pub contents: Result<Vec<u8>, ContentsFault>,
    /// The gap `[a, b)` between the two signed ranges.
    pub contents_hole: Option<Range<u64>>,
    /// The gap is exactly one hexadecimal string, delimiters included, and decodes to `contents`.
    pub hole_matches: bool,
    /// The gap is where `/Contents` of this very dictionary stands. False for a copy of a signature made elsewhere.
    pub hole_is_own: bool,
    /// The dictionary differs from the one its own revision holds, or no field holds it any more: rewritten or removed after
    /// signing.
    pub altered_later: bool,
    /// `/M` as written, a PDF date: the claimed signing time.
    pub signing_time_raw: Option<String>,
    /// `/Reason`.
    pub reason: Option<String>,
    /// `/Location`.
    pub location: Option<String>,
    /// `/Name`.
    pub name: Option<String>,
    /// The page of the widget, from 1; nothing where no page was looked at.
    pub page: Option<u32>,
    /// `/Rect` of the widget: left, bottom, right, top in points.
    pub rect: Option<[f32; 4]>,
    /// Index into [`crate::Document::revisions`] of the revision the byte range ends with.
    pub revision: Option<usize>,
    /// The byte range ends with the file.
    pub covers_whole_file: bool,
    /// `/Cert` is there, which PAdES baseline forbids.
    pub has_cert_entry: bool,
    /// What it restricts from its revision on.
    pub restrictions: Restrictions,
}

/// A signature field that waits for its signature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EmptyField {
    /// The fully qualified name.
    pub name: String,
    /// The field; (0, 0) when it is a direct object.
    pub field: ObjectId,
    /// The page of the widget, from 1.
    pub page: Option<u32>,
    /// `/Rect` of the widget: left, bottom, right, top in points.
    pub rect: Option<[f32; 4]>,
    /// `/TU`: what the field is called where people read it.
    pub alternate_name: Option<String>,
    /// The form may not be handed in without it (`/Ff`, table 221).
    pub required: bool,
    /// `/Lock`: what is locked once it is signed.
    pub lock: Option<FieldLock>,
    /// `/SV`: what it demands of its signature.
    pub seed_values: Option<SeedValues>,
    /// The field whose signature locked this one: it cannot be signed any more.
    pub locked_by: Option<String>,
}

impl EmptyField {
    /// A field without a value. Its page is known to those who looked for it.
    pub(crate) fn read(
        reading: &Reading<'_>,
        field: &Field,
        rules: &SigningRules,
        page: Option<u32>,
    ) -> Result<Self, Error> {
        let lock = reading.dictionary(&field.dictionary, b"Lock")?;
        let seeds = reading.dictionary(&field.dictionary, b"SV")?;
        let alternate = reading.get(&field.dictionary, b"TU")?;
        Ok(Self {
            name: field.name.clone(),
            field: field.id.unwrap_or_default(),
            page,
            rect: rect(reading, field)?,
            alternate_name: alternate.as_str().ok().map(text::decode),
            required: field.flags & REQUIRED != 0,
            lock: lock.map(|lock| FieldLock::read(reading, &lock)).transpose()?,
            seed_values: seeds.map(|seeds| SeedValues::read(reading, &seeds)).transpose()?,
            locked_by: rules.locked_by(&field.name).map(str::to_owned),
        })
    }
}

/// All signature fields: those with a value and those without. Where the pages are looked at, so is every revision: a
/// signature that a later one removed is still a signature of the file.
pub(crate) fn read(
    reading: Reading<'_>,
    revisions: &[Revision],
    reach: Reach<'_>,
) -> Result<(Vec<Signature>, Vec<EmptyField>), Error> {
    let mut fields = form::fields(&reading)?;
    let nowhere = Places::default();
    let (places, everywhere) = match reach {
        Reach::Form => (&nowhere, false),
        Reach::Pages(places) => (places, true),
    };
    let waits = fields.list.iter().any(|field| field.kind == b"Sig" && field.value.is_none());
    let rules = if waits { SigningRules::read(&reading, &fields)? } else { SigningRules::default() };
    let stray = form::stray_fields(&reading, &fields, places)?;
    // One signature, to which something that is no signature field leads as well.
    let held: HashSet<ObjectId> = fields.list.iter().filter_map(value_number).collect();
    let again = |one: &Field| one.kind != b"Sig" && value_number(one).is_some_and(|id| held.contains(&id));
    fields.list.extend(stray.into_iter().filter(|one| !again(one)));
    let (mut signatures, mut empty) = (Found::default(), vec![]);
    let mut reading = reading;
    for field in &fields.list {
        let place = Place::of(&reading, field, places)?;
        match &field.value {
            Some(value) if is_signature(&reading, field, &value.0)? => {
                let (signature, back) = signature(reading, field, value, place, revisions)?;
                reading = back;
                signatures.push(signature)?;
            }
            None if field.kind == b"Sig" => {
                empty.push(EmptyField::read(&reading, field, &rules, place.page)?)
            }
            _ => {}
        }
    }
    if everywhere {
        removed(reading, places, revisions, &mut signatures)?;
    }
    let mut signatures = signatures.list;
    signatures.sort_by_key(|s: &Signature| s.byte_range.as_ref().map_or(0, |r| r[2].saturating_add(r[3])));
    Ok((signatures, empty))
}

/// The object that is a field's value.
fn value_number(field: &Field) -> Option<ObjectId> {
    field.value.as_ref().and_then(|(value, _)| value.as_reference().ok())
}

/// Signatures, and how much their values take together.
#[derive(Default)]
struct Found {
    list: Vec<Signature>,
    held: usize,
}

impl Found {
    fn push(&mut self, signature: Signature) -> Result<(), Error> {
        self.held = self.held.saturating_add(signature.contents.as_ref().map_or(0, Vec::len));
        if self.held > MAX_CONTENTS {
            return Err(Error::TooLarge { what: "the signatures' contents", limit: MAX_CONTENTS as u64 });
        }
        self.list.push(signature);
        Ok(())
    }

    /// Whether what that field of an earlier revision holds is among them, since it still stands there.
    fn has(&self, reading: &Reading<'_>, field: &Field, value: &Object) -> Result<bool, Error> {
        let object = value.as_reference().ok();
        let is_known = |one: &Signature| match object {
            Some(_) => one.object == object,
            None => one.object.is_none() && field.id == Some(one.field),
        };
        match object.or(field.id) {
            Some(id) if self.list.iter().any(is_known) => reading.is_as_in(0, id),
            _ => Ok(false),
        }
    }

    /// Whether this very signature is among them, whatever else was written of it later.
    fn has_value(&self, signature: &Signature) -> bool {
        let is_same =
            |one: &Signature| one.byte_range == signature.byte_range && one.contents == signature.contents;
        self.list.iter().any(is_same)
    }
}

/// The signatures that earlier revisions have in their forms and this one has no more.
fn removed(
    reading: Reading<'_>,
    places: &Places,
    revisions: &[Revision],
    signatures: &mut Found,
) -> Result<(), Error> {
    let mut reading = reading;
    for revision in revisions.iter().rev().filter(|revision| revision.section != 0) {
        reading = reading.turned_to(revision.section);
        let fields = match form::fields(&reading) {
            Ok(fields) => fields,
            Err(error @ (Error::TooLarge { .. } | Error::Read { .. })) => return Err(error),
            // What cannot be read of an earlier revision has lost nothing that could be named.
            Err(_) => continue,
        };
        for field in &fields.list {
            let Some(value) = &field.value else { continue };
            if signatures.has(&reading, field, &value.0)? || !is_signature(&reading, field, &value.0)? {
                continue;
            }
            let place = Place::of(&reading, field, places)?;
            let (signature, back) = signature(reading, field, value, place, revisions)?;
            reading = back.turned_to(revision.section);
            if !signatures.has_value(&signature) {
                signatures.push(Signature { altered_later: true, ..signature })?;
            }
        }
    }
    Ok(())
}

/// A value of a signature field, and a value that looks like a signature in any other.
fn is_signature(reading: &Reading<'_>, field: &Field, value: &Object) -> Result<bool, Error> {
    if field.kind == b"Sig" {
        return Ok(true);
    }
    Ok(match reading.resolve(value) {
        Ok(value) => value.as_dict().is_ok_and(|value| {
            value.has(b"ByteRange") || value.has_type(b"Sig") || value.has_type(b"DocTimeStamp")
        }),
        Err(error @ Error::TooLarge { .. }) => return Err(error),
        _ => false,
    })
}

/// Where the widget is.
struct Place {
    page: Option<u32>,
    rect: Option<[f32; 4]>,
}

impl Place {
    fn of(reading: &Reading<'_>, field: &Field, places: &Places) -> Result<Self, Error> {
        let told = field.widget_dictionary.get(b"P").and_then(|page| page.as_reference()).ok();
        let shown = field.widget.and_then(|widget| places.annotations.get(&widget));
        let page = shown.or_else(|| told.and_then(|page| places.pages.get(&page))).copied();
        Ok(Self { page, rect: rect(reading, field)? })
    }
}

/// `/Rect` of the widget.
pub(crate) fn rect(reading: &Reading<'_>, field: &Field) -> Result<Option<[f32; 4]>, Error> {
    reading.rectangle(&field.widget_dictionary)
}

/// The dictionary of a signature, with its place in the file.
struct Value<'a, 'v> {
    dictionary: Entries<'v>,
    located: Option<Located<'a>>,
    readable: bool,
    /// The newest section of the revision that has it.
    section: usize,
}

impl<'a, 'v> Value<'a, 'v> {
    fn read(reading: &Reading<'a>, value: &'v (Object, Option<ObjectId>)) -> Result<Self, Error> {
        let located = match value {
            (Object::Reference(id), _) => reading.located(*id),
            (Object::Dictionary(_), Some(owner)) => {
                reading.located(*owner).map(|owner| owner.and_then(|owner| owner.inside(b"V")))
            }
            _ => Ok(None),
        };
        let located = match located {
            Ok(located) => located,
            Err(Error::Damaged { .. } | Error::Malformed { .. }) => None,
            Err(error) => return Err(error),
        };
        let object = located.as_ref().map(|located| Seen::Read(Arc::clone(&located.found)));
        let dictionary = Entries::of(object.unwrap_or(Seen::Here(&value.0)));
        let (readable, dictionary) = (dictionary.is_some(), dictionary.unwrap_or_default());
        Ok(Self { readable, dictionary, located, section: reading.section() })
    }

    fn is_repeated(&self, key: &[u8]) -> bool {
        self.located
            .as_ref()
            .is_some_and(|l| l.found.parsed.entries.iter().filter(|entry| entry.key == key).count() > 1)
    }

    /// Whether the value of a key is written as a hexadecimal string (§7.3.4.3).
    fn is_hexadecimal(&self, key: &[u8]) -> bool {
        matches!(self.dictionary.get(key), Ok(Object::String(_, StringFormat::Hexadecimal)))
    }

    /// Where the value of a key stands in the file.
    fn place(&self, key: &[u8]) -> Option<Range<u64>> {
        let located = self.located.as_ref()?;
        let entry = located.found.parsed.entries.iter().find(|entry| entry.key == key)?;
        let at = located.at?;
        Some(at.checked_add(entry.value.start as u64)?..at.checked_add(entry.value.end as u64)?)
    }
}

impl<'a> Located<'a> {
    /// The dictionary under a key of this one.
    fn inside(&self, key: &[u8]) -> Option<Located<'a>> {
        let entry = self.found.parsed.entries.iter().rfind(|entry| entry.key == key)?;
        let text = self.text.get(entry.value.clone())?;
        let parsed = object::value(&mut Lexer::new(text, true)).ok()?;
        let at = self.at.and_then(|at| at.checked_add(entry.value.start as u64));
        Some(Located { found: Arc::new(reading::Found::inside(parsed)), text: Cow::Owned(text.to_vec()), at })
    }
}

fn signature<'a>(
    reading: Reading<'a>,
    field: &Field,
    value: &(Object, Option<ObjectId>),
    place: Place,
    revisions: &[Revision],
) -> Result<(Signature, Reading<'a>), Error> {
    let read = Value::read(&reading, value)?;
    let dictionary = &read.dictionary;
    let byte_range = range(&reading, &read)?;
    let contents = contents(&reading, &read)?;
    let hole = byte_range.as_ref().ok().map(|range| byte_range::hole(*range));
    let hole_is_own = hole.is_some() && hole == read.place(b"Contents");
    let hole_matches = match (&hole, &contents) {
        // What was read from the hole needs no second reading; a string in clear need not be what stands there.
        (Some(_), Ok(_)) if hole_is_own && read.is_hexadecimal(b"Contents") && !reading.is_encrypted() => {
            true
        }
        (Some(hole), Ok(contents)) => byte_range::holds(reading.input(), hole, contents)?,
        _ => false,
    };
    let end = byte_range.as_ref().ok().map(|range| range[2].saturating_add(range[3]));
    let revision = end.and_then(|end| revisions.iter().position(|revision| revision.ends_at(end)));
    let name = |key: &[u8]| {
        let found = reading.get(dictionary, key)?;
        Ok::<_, Error>(found.as_name().ok().map(|name| String::from_utf8_lossy(name).into_owned()))
    };
    let string = |key: &[u8]| Ok::<_, Error>(reading.get(dictionary, key)?.as_str().ok().map(text::decode));
    let mut found = Signature {
        field_name: field.name.clone(),
        field: field.id.unwrap_or_default(),
        object: value.0.as_reference().ok(),
        filter: name(b"Filter")?,
        sub_filter: name(b"SubFilter")?,
        type_name: name(b"Type")?,
        hole_is_own,
        byte_range,
        contents,
        contents_hole: hole,
        hole_matches,
        altered_later: false,
        signing_time_raw: string(b"M")?,
        reason: string(b"Reason")?,
        location: string(b"Location")?,
        name: string(b"Name")?,
        page: place.page,
        rect: place.rect,
        revision,
        covers_whole_file: end == Some(reading.input().len()),
        has_cert_entry: dictionary.has(b"Cert"),
        restrictions: Restrictions::default(),
    };
    let section = revision.and_then(|index| revisions.get(index)).map(|revision| revision.section);
    let mut reading = reading;
    // What a signature forbids is what it forbade when it was made.
    let then = section.filter(|&section| section != 0);
    if let Some(section) = then {
        reading = reading.turned_to(section);
        found.altered_later = differs(&reading, value, &read)?;
    }
    let own = field.id.filter(|_| then.is_some()).map(|id| reading.dictionary_at(id)).transpose()?.flatten();
    found.restrictions = Restrictions::read(&reading, own.as_ref().unwrap_or(&field.dictionary), dictionary)?;
    Ok((found, reading.turned_to(0)))
}

/// Whether the earlier revision `then` has another dictionary in the place of the value.
fn differs(then: &Reading<'_>, value: &(Object, Option<ObjectId>), now: &Value) -> Result<bool, Error> {
    if let (Object::Reference(id), true) = (&value.0, now.readable)
        && then.is_as_in(now.section, *id)?
    {
        return Ok(false);
    }
    let is_other = |before: &Object| before.as_dict().map_or(true, |before| *before != *now.dictionary);
    let before = match value {
        (Object::Reference(_), _) | (_, None) => then.resolve(&value.0).map(|before| is_other(&before)),
        (_, Some(owner)) => then.dictionary_at(*owner).and_then(|owner| {
            owner.map_or(Ok(true), |owner| then.get(&owner, b"V").map(|before| is_other(&before)))
        }),
    };
    match before {
        Err(error @ (Error::TooLarge { .. } | Error::Read { .. })) => Err(error),
        before => Ok(before.unwrap_or(true)),
    }
}

fn range(reading: &Reading<'_>, value: &Value<'_, '_>) -> Result<Result<[u64; 4], ByteRangeFault>, Error> {
    if !value.readable {
        return Ok(Err(ByteRangeFault::Unreadable));
    }
    if value.is_repeated(b"ByteRange") {
        return Ok(Err(ByteRangeFault::Duplicate));
    }
    let range = reading.get(&value.dictionary, b"ByteRange")?;
    Ok(byte_range::check(&range, reading.input().len()))
}

fn contents(reading: &Reading<'_>, value: &Value<'_, '_>) -> Result<Result<Vec<u8>, ContentsFault>, Error> {
    if !value.readable {
        return Ok(Err(ContentsFault::Unreadable));
    }
    if value.is_repeated(b"Contents") {
        return Ok(Err(ContentsFault::Duplicate));
    }
    Ok(match &*reading.get(&value.dictionary, b"Contents")? {
        Object::Null => Err(ContentsFault::Missing),
        Object::String(text, _) if text.is_empty() => Err(ContentsFault::Empty),
        Object::String(text, _) => Ok(text.clone()),
        _ => Err(ContentsFault::NotAString),
    })
}
