//! Objects fetched by number, as one revision of the file sees them.

mod entries;
mod streams;

use std::{
    borrow::Cow,
    cell::Cell,
    sync::{Arc, OnceLock},
};

use lopdf::{Dictionary, Object, ObjectId, Stream};

use crate::{
    encryption::Encryption,
    error::Error,
    external::Without,
    input::Input,
    kept::{Kept, Recent},
    lexer::Lexer,
    listed::Listed,
    numbers::Numbers,
    object::{self, Body, Parsed},
    object_stream::{self, Cache},
    objection::{is_direct, same},
    plain::Unclear,
    proven::Proven,
    renumbered::FirstGeneration,
    seen::{Entries, Items, Seen},
    skim::{self, Skimmed, Wanted},
    skims::Skims,
    source::Source,
    xref::{Entry, Section},
};

/// References that lead to references: the format has none, some files have one.
pub(crate) const MAX_HOPS: usize = 8;

/// Points from the origin to where something is seen: a page has 14 400 (annex C.2).
const FARTHEST: f32 = 1_000_000.0;

/// What is known of a file after opening it.
pub(crate) struct File {
    pub(crate) source: Arc<dyn Source>,
    /// Where offset 0 of the file's own counting stands.
    pub(crate) base: u64,
    /// Newest first.
    pub(crate) sections: Vec<Section>,
    pub(crate) object_streams: Cache,
    pub(crate) recent: Recent,
    pub(crate) listed: OnceLock<Listed>,
    pub(crate) skims: Skims,
    pub(crate) proven: Proven,
    pub(crate) without_external: Without,
    pub(crate) first_generation: FirstGeneration,
    pub(crate) unclear: Unclear,
    pub(crate) numbers: Arc<Numbers>,
    /// Nothing for a file in clear.
    pub(crate) encryption: Option<Encryption>,
}

/// One operation on a file, as the revision that ends with section `newest` sees it.
pub(crate) struct Reading<'a> {
    file: &'a File,
    input: Input<'a>,
    newest: usize,
    nesting: Cell<u8>,
}

/// An object with its text.
#[derive(Clone)]
pub(crate) struct Located<'a> {
    pub(crate) found: Arc<Found>,
    /// The text of the value as the file has it.
    pub(crate) text: Cow<'a, [u8]>,
    /// Where the text stands in the file; nothing for an object in an object stream.
    pub(crate) at: Option<u64>,
}

/// An object that was found.
pub(crate) struct Found {
    /// Strings in clear; a stream shows as its dictionary. Spans count from the value's first byte.
    pub(crate) parsed: Parsed,
    place: Place,
}

/// Where an object was found.
enum Place {
    /// The value stands at `offset`, in a window that begins at `window`.
    InFile {
        offset: u64,
        window: u64,
        body: Body,
    },
    InStream {
        text: Vec<u8>,
    },
}

/// How an object goes on behind what was looked through, counted from the start of the file.
#[derive(Clone, Copy)]
pub(crate) enum Behind {
    /// The value ends there.
    Value(u64),
    /// The data of a stream begin there.
    Stream(u64),
    /// It stands in an object stream.
    InStream,
}

impl Found {
    /// What stands inside another object.
    pub(crate) fn inside(parsed: Parsed) -> Self {
        Self { parsed: parsed.rebased(), place: Place::InStream { text: vec![] } }
    }

    /// An object at hand, of which nobody asks where it stands.
    pub(crate) fn given(object: Object) -> Self {
        Self::inside(Parsed { object, span: 0..0, entries: vec![], elements: 0, repeated: None })
    }

    /// The object alone, copied only if somebody else has it as well.
    pub(crate) fn into_object(found: Arc<Self>) -> Object {
        match Arc::try_unwrap(found) {
            Ok(found) => found.parsed.object,
            Err(shared) => shared.parsed.object.clone(),
        }
    }
}

impl<'a> Reading<'a> {
    /// The newest revision.
    pub(crate) fn new(file: &'a File) -> Self {
        Self::since(file, 0)
    }

    /// The revision whose newest section is `newest` in the chain.
    pub(crate) fn since(file: &'a File, newest: usize) -> Self {
        Self { file, input: Input::new(&*file.source), newest, nesting: Cell::new(0) }
    }

    /// The same operation continued on another revision: the budget is passed on.
    pub(crate) fn turned_to(self, newest: usize) -> Self {
        Self { newest, ..self }
    }

    pub(crate) fn input(&self) -> &Input<'a> {
        &self.input
    }

    pub(crate) fn trailer(&self) -> Result<&'a Dictionary, Error> {
        let section = self.file.sections.get(self.newest);
        section.map(|section| &section.trailer).ok_or(Error::Damaged { offset: 0, what: "no trailer".into() })
    }

    /// Whether the trailer of the revision with that newest section, or of one before it, says that directly.
    pub(crate) fn said_in(&self, newest: usize, key: &[u8], value: &Object) -> bool {
        let sections = self.file.sections.get(newest..).unwrap_or_default();
        let says = |section: &Section| section.trailer.get(key).is_ok_and(|said| same(said, value));
        is_direct(value) && sections.iter().any(says)
    }

    /// An offset of the file's own counting, counted from its first byte.
    pub(crate) fn absolute(&self, offset: u64) -> u64 {
        self.file.base.saturating_add(offset)
    }

    /// Where an object stands, counted from the file's first byte; nothing for one in an object stream or none.
    pub(crate) fn place(&self, entry: Entry) -> Option<u64> {
        match entry {
            Entry::InFile { offset, .. } => Some(self.absolute(offset)),
            Entry::InStream { .. } | Entry::Free => None,
        }
    }

    /// Whether the file is encrypted.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.file.encryption.is_some()
    }

    /// The object with stream data as stored but decrypted, null when there is none.
    pub(crate) fn object(&self, id: ObjectId) -> Result<Object, Error> {
        let Some(found) = self.find(id, false)? else { return Ok(Object::Null) };
        let Place::InFile { window, body: Body::Stream { data }, .. } = found.place else {
            return Ok(Found::into_object(found));
        };
        let Object::Dictionary(dictionary) = Found::into_object(found) else { return Ok(Object::Null) };
        let range = self.data_range(&dictionary, window.saturating_add(data as u64))?;
        let content = self.decrypted(id, &dictionary, self.load(range)?)?;
        Ok(Object::Stream(Stream {
            dict: dictionary,
            content,
            allows_compression: false,
            start_position: None,
        }))
    }

    /// Whether there is an object, and not null. The data of a stream have to be where its `/Length` tells.
    pub(crate) fn exists(&self, id: ObjectId) -> Result<bool, Error> {
        let Some(found) = self.find(id, false)? else { return Ok(false) };
        if let Place::InFile { window, body: Body::Stream { data }, .. } = found.place
            && let Object::Dictionary(dictionary) = &found.parsed.object
        {
            self.data_range(dictionary, window.saturating_add(data as u64))?;
        }
        Ok(!found.parsed.object.is_null())
    }

    /// Whether the object is a dictionary and nothing more.
    pub(crate) fn is_dictionary(&self, id: ObjectId) -> Result<bool, Error> {
        let found = self.find(id, false)?;
        let is_alone =
            |found: &Found| !matches!(found.place, Place::InFile { body: Body::Stream { .. }, .. });
        Ok(found.is_some_and(|found| is_alone(&found) && found.parsed.object.as_dict().is_ok()))
    }

    /// Whether the object is a stream.
    pub(crate) fn is_stream(&self, id: ObjectId) -> Result<bool, Error> {
        let found = self.find(id, false)?;
        let place = found.as_deref().map(|found| &found.place);
        Ok(matches!(place, Some(Place::InFile { body: Body::Stream { .. }, .. })))
    }

    /// The text of an object with its strings in clear, nothing when there is none.
    pub(crate) fn text(&self, id: ObjectId) -> Result<Option<Vec<u8>>, Error> {
        let Some(located) = self.located(id)? else { return Ok(None) };
        Ok(Some(match (&self.file.encryption, located.at) {
            // Strings in an object stream are encrypted with the stream and not again.
            (Some(encryption), Some(_)) => encryption.clear_text(id, &located.text, self.input.budget())?,
            _ => located.text.into_owned(),
        }))
    }

    /// The object as the file has it and parsed in clear, nothing when there is none.
    pub(crate) fn located(&self, id: ObjectId) -> Result<Option<Located<'a>>, Error> {
        let Some(found) = self.find(id, true)? else { return Ok(None) };
        let (text, at) = match &found.place {
            Place::InFile { offset, .. } => {
                (self.input.part(*offset, found.parsed.span.len() as u64)?, Some(*offset))
            }
            Place::InStream { text } => (Cow::Owned(text.clone()), None),
        };
        Ok(Some(Located { found, text, at }))
    }

    /// A key that stands twice in a dictionary of that object, nested ones included: readers differ in what it says.
    pub(crate) fn repeated_key(&self, id: ObjectId) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.find(id, false)?.and_then(|found| found.parsed.repeated.clone()))
    }

    /// What a reference leads to, or the object itself. Streams show as their dictionaries.
    pub(crate) fn resolve<'o>(&self, object: &'o Object) -> Result<Seen<'o>, Error> {
        let mut seen = Seen::Here(object);
        for _ in 0..MAX_HOPS {
            let Object::Reference(id) = *seen else { return Ok(seen) };
            seen = self.shallow(id)?;
        }
        let id = seen.as_reference().unwrap_or_default();
        Err(Error::Malformed { id, what: "references that lead to references".into() })
    }

    /// The object itself, be it a reference; null when there is none. A stream shows as its dictionary.
    pub(crate) fn shallow(&self, id: ObjectId) -> Result<Seen<'static>, Error> {
        self.shallow_at(id, self.entry(id.0)?)
    }

    /// The same, of which it is known where it stands.
    pub(crate) fn shallow_at(&self, id: ObjectId, entry: Entry) -> Result<Seen<'static>, Error> {
        Ok(self.find_at(id, entry, false)?.map_or(Seen::Null, Seen::Read))
    }

    /// What an object refers to, and what is wanted of it; nothing when there is none. Where it refers to what does not
    /// exist, that is noted as of any object that is read.
    pub(crate) fn skim(
        &self,
        id: ObjectId,
        entry: Entry,
        wanted: Wanted<'_>,
    ) -> Result<Option<Skimmed>, Error> {
        Ok(self.skim_on(id, entry, wanted)?.map(|(skimmed, _)| skimmed))
    }

    /// The same, and how the object goes on.
    pub(crate) fn skim_on(
        &self,
        id: ObjectId,
        entry: Entry,
        wanted: Wanted<'_>,
    ) -> Result<Option<(Skimmed, Behind)>, Error> {
        let (skimmed, behind) = match entry {
            Entry::Free => return Ok(None),
            Entry::InFile { generation, .. } if generation != id.1 => return Ok(None),
            Entry::InFile { offset, .. } => {
                let window = self.absolute(offset);
                if let Some((skimmed, behind, work)) = self.file.skims.get((id, offset), window, wanted) {
                    self.input.budget().spend(work)?;
                    return Ok(Some((skimmed, behind)));
                }
                let behind = |at: usize| window.saturating_add(at as u64);
                let ((found, skimmed, body), end) =
                    self.input.parse(window, |lexer| Ok((skim::indirect(lexer, wanted)?, lexer.at())))?;
                same_number(id, found, window)?;
                match body {
                    Body::Stream { data } => (skimmed, Behind::Stream(behind(data))),
                    Body::Value => {
                        if wanted.is_for_now() {
                            self.file.skims.put(id, offset, &skimmed, end);
                        }
                        (skimmed, Behind::Value(behind(end)))
                    }
                }
            }
            Entry::InStream { .. } if id.1 != 0 => return Ok(None),
            Entry::InStream { stream, index } => {
                let read = |lexer: &mut Lexer<'_>| skim::value(lexer, wanted);
                (self.value_in_stream(id, stream, index, read)?.1, Behind::InStream)
            }
        };
        if u64::from(skimmed.highest) >= self.file.numbers.next() {
            self.find_at(id, entry, false)?;
        }
        Ok(Some((skimmed, behind)))
    }

    /// The value of a key, resolved; null when there is none.
    pub(crate) fn get<'o>(&self, dictionary: &'o Dictionary, key: &[u8]) -> Result<Seen<'o>, Error> {
        dictionary.get(key).map_or(Ok(Seen::Null), |value| self.resolve(value))
    }

    /// The value of a key when it is a dictionary.
    pub(crate) fn dictionary<'o>(
        &self,
        dictionary: &'o Dictionary,
        key: &[u8],
    ) -> Result<Option<Entries<'o>>, Error> {
        Ok(Entries::of(self.get(dictionary, key)?))
    }

    /// The value of a key when it is an array, else an empty one.
    pub(crate) fn array<'o>(&self, dictionary: &'o Dictionary, key: &[u8]) -> Result<Items<'o>, Error> {
        self.get(dictionary, key).map(Items)
    }

    /// `/Rect` of an annotation: left, bottom, right, top. Nothing where it is none, or so far out that programs differ in where.
    pub(crate) fn rectangle(&self, dictionary: &Dictionary) -> Result<Option<[f32; 4]>, Error> {
        let mut sides = Vec::new();
        for side in self.array(dictionary, b"Rect")?.iter().take(5) {
            sides.extend(self.resolve(side)?.as_float().ok());
        }
        let sides = <[f32; 4]>::try_from(sides).ok();
        let sides = sides.filter(|sides| sides.iter().all(|side| side.abs() <= FARTHEST));
        Ok(sides.map(|[a, b, c, d]| [a.min(c), b.min(d), a.max(c), b.max(d)]))
    }

    /// The catalog's number.
    pub(crate) fn root(&self) -> Result<ObjectId, Error> {
        let root = self.trailer()?.get(b"Root").and_then(|root| root.as_reference());
        root.map_err(|_| Error::Damaged { offset: 0, what: "the trailer has no /Root".into() })
    }

    pub(crate) fn catalog(&self) -> Result<Entries<'static>, Error> {
        let id = self.root()?;
        self.dictionary_at(id)?.ok_or(Error::Malformed { id, what: "expected the catalog".into() })
    }

    /// The dictionary that a reference leads to; nothing when it leads to something else.
    pub(crate) fn dictionary_at(&self, id: ObjectId) -> Result<Option<Entries<'static>>, Error> {
        let mut seen = self.shallow(id)?;
        for _ in 1..MAX_HOPS {
            let Object::Reference(id) = *seen else { return Ok(Entries::of(seen)) };
            seen = self.shallow(id)?;
        }
        match *seen {
            Object::Reference(id) => {
                Err(Error::Malformed { id, what: "references that lead to references".into() })
            }
            _ => Ok(Entries::of(seen)),
        }
    }

    pub(crate) fn find(&self, id: ObjectId, with_text: bool) -> Result<Option<Arc<Found>>, Error> {
        self.find_at(id, self.entry(id.0)?, with_text)
    }

    fn find_at(&self, id: ObjectId, entry: Entry, with_text: bool) -> Result<Option<Arc<Found>>, Error> {
        match entry {
            Entry::Free => Ok(None),
            Entry::InFile { generation, .. } if generation != id.1 => Ok(None),
            Entry::InFile { offset, .. } => self.in_clear(id, offset, with_text).map(Some),
            Entry::InStream { .. } if id.1 != 0 => Ok(None),
            Entry::InStream { stream, index } => {
                let found = self.in_stream(id, stream, index, with_text)?;
                self.file.numbers.note(&found.parsed.object);
                Ok(Some(Arc::new(found)))
            }
        }
    }

    /// The object that stands at `offset` of the file's own counting, with its strings in clear.
    fn in_clear(&self, id: ObjectId, offset: u64, with_text: bool) -> Result<Arc<Found>, Error> {
        let budget = self.input.budget();
        if let Some(kept) = self.file.recent.get(offset)
            && kept.id == id
            && (kept.with_text || !with_text)
        {
            budget.spend(kept.work)?;
            return Ok(kept.found);
        }
        let before = budget.left();
        let mut found = self.in_file(id, offset, with_text)?;
        if let Some(encryption) = &self.file.encryption {
            encryption.decrypt(id, &mut found.parsed.object, budget)?;
        }
        self.file.numbers.note(&found.parsed.object);
        let work = before.saturating_sub(budget.left());
        let found = Arc::new(found);
        self.file.recent.put(offset, Kept { id, found: Arc::clone(&found), with_text, work });
        Ok(found)
    }

    fn in_file(&self, id: ObjectId, offset: u64, with_text: bool) -> Result<Found, Error> {
        let window = self.file.base.saturating_add(offset);
        let (found, parsed, body) = match with_text {
            true => self.input.parse(window, object::indirect)?,
            false => self.input.parse(window, object::indirect_alone)?,
        };
        same_number(id, found, window)?;
        let offset = window.saturating_add(parsed.span.start as u64);
        Ok(Found { parsed: parsed.rebased(), place: Place::InFile { offset, window, body } })
    }

    fn in_stream(&self, id: ObjectId, stream: u32, index: u32, with_text: bool) -> Result<Found, Error> {
        let (stream, parsed) = self.value_in_stream(id, stream, index, object::value)?;
        let bytes = stream.object(id.0, index).unwrap_or_default();
        let text = if with_text { object_stream::text(bytes, &parsed.span) } else { vec![] };
        Ok(Found { parsed: parsed.rebased(), place: Place::InStream { text } })
    }
}

/// Refuses another object than the one that should stand there.
fn same_number(id: ObjectId, found: ObjectId, offset: u64) -> Result<(), Error> {
    if found == id {
        return Ok(());
    }
    let what = format!("expected object {} {}, found {} {}", id.0, id.1, found.0, found.1);
    Err(Error::Damaged { offset, what })
}
