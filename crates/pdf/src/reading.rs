//! Objects fetched by number, as one revision of the file sees them.

use std::{
    borrow::Cow,
    cell::Cell,
    ops::Range,
    sync::{Arc, OnceLock},
};

use lopdf::{Dictionary, Object, ObjectId, Stream};

use crate::{
    encryption::Encryption,
    error::Error,
    external::Without,
    filter,
    input::{Input, error_at},
    kept::{Kept, Recent},
    lexer::{Fault, Lexer},
    listed::{Listed, Next},
    numbers::Numbers,
    object::{self, Body, Parsed},
    object_stream::{self, Cache, ObjectStream},
    proven::Proven,
    seen::{Entries, Items, Seen},
    skim::{self, Length, Skimmed, Wanted},
    skims::Skims,
    source::Source,
    xref::{Entry, Section},
};

/// References that lead to references: the format has none, some files have one.
const MAX_HOPS: usize = 8;

/// Streams whose lengths are told by objects in streams, inside each other.
const MAX_NESTING: u8 = 4;

/// Work of asking one section for an object.
const LOOK_UP: u64 = 4;

/// So many sections are asked one after the other, unless many objects are looked up.
const FEW: usize = 3;

/// Data of one stream that is loaded into memory.
const MAX_STREAM: u64 = 64 << 20;

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
        Self::inside(Parsed { object, span: 0..0, entries: vec![], elements: 0 })
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

    /// An offset of the file's own counting, counted from its first byte.
    pub(crate) fn absolute(&self, offset: u64) -> u64 {
        self.file.base.saturating_add(offset)
    }

    /// The numbers that the section of this revision lists.
    pub(crate) fn numbers_in_section(&self) -> Result<Vec<u32>, Error> {
        let section = self.file.sections.get(self.newest);
        section.map(Section::numbers).ok_or(Error::Damaged { offset: 0, what: "no section".into() })
    }

    /// The numbers that these sections list, in order, each once. A truncated list would hide what stands behind its end.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when there are more than can be looked at one by one.
    pub(crate) fn numbers_in(&self, sections: Range<usize>) -> Result<Vec<u32>, Error> {
        const MAX_NUMBERS: usize = 200_000;
        let sections = self.file.sections.get(sections).unwrap_or_default();
        let numbers = sections.iter().flat_map(Section::all_numbers);
        let mut numbers: Vec<u32> = numbers.take(MAX_NUMBERS + 1).collect();
        if numbers.len() > MAX_NUMBERS {
            return Err(Error::TooLarge {
                what: "the objects of later revisions",
                limit: MAX_NUMBERS as u64,
            });
        }
        numbers.sort_unstable();
        numbers.dedup();
        Ok(numbers)
    }

    /// Where the section of this revision stands, with its trailer.
    pub(crate) fn section_span(&self) -> Option<(u64, u64)> {
        self.file.sections.get(self.newest).map(|section| (section.offset, section.end))
    }

    /// Whether a cross-reference section stands at that offset of the file's own counting.
    pub(crate) fn is_section(&self, offset: u64) -> bool {
        let at = self.absolute(offset);
        self.file.sections.iter().any(|section| section.offset == at)
    }

    /// Whether the section of this revision is laid out as the standard has it, to the blank.
    pub(crate) fn section_is_laid_out(&self) -> bool {
        self.file.sections.get(self.newest).is_some_and(Section::is_laid_out)
    }

    /// Whether the object stands where a stream of plain data was found and read ([`Reading::prove`]). The work is paid
    /// again.
    pub(crate) fn is_proven(&self, id: ObjectId) -> Result<bool, Error> {
        let Entry::InFile { offset, generation } = self.entry(id.0)? else { return Ok(false) };
        match self.file.proven.work(id, offset).filter(|_| generation == id.1) {
            Some(work) => self.input.budget().spend(work).map(|()| true),
            None => Ok(false),
        }
    }

    /// Remembers that the object was found to be a stream of plain data, with nothing in it that another revision could say
    /// otherwise.
    pub(crate) fn prove(&self, id: ObjectId, work: u64) -> Result<(), Error> {
        if let Entry::InFile { offset, .. } = self.entry(id.0)? {
            self.file.proven.put(id, offset, work);
        }
        Ok(())
    }

    /// All entries in order, to look many objects up.
    pub(crate) fn list(&self) -> &'a Listed {
        self.file.listed.get_or_init(|| Listed::new(&self.input, &self.file.sections))
    }

    /// Where an object stands.
    pub(crate) fn entry(&self, number: u32) -> Result<Entry, Error> {
        self.entry_since(self.newest, number)
    }

    /// The same for the revision whose newest section is `newest`.
    fn entry_since(&self, newest: usize, number: u32) -> Result<Entry, Error> {
        let sections = &self.file.sections;
        if sections.len() > FEW {
            self.list();
        }
        let listed = self.file.listed.get();
        let mut at = newest;
        loop {
            self.input.budget().spend(LOOK_UP)?;
            match listed.map_or(Next::Section(at), |listed| listed.next(at, number)) {
                Next::Nothing => return Ok(Entry::Free),
                Next::Known(entry) => return Ok(entry),
                Next::Section(next) => {
                    let Some(section) = sections.get(next) else { return Ok(Entry::Free) };
                    if let Some(found) = section.entry(&self.input, number)? {
                        return Ok(found);
                    }
                    at = next.saturating_add(1);
                }
            }
        }
    }

    /// The newest section of the revision that is looked at, by its place in the chain.
    pub(crate) fn section(&self) -> usize {
        self.newest
    }

    /// Whether the object stands in the file by itself, and in the same place for this revision as for the one whose newest
    /// section is `other`.
    pub(crate) fn is_as_in(&self, other: usize, id: ObjectId) -> Result<bool, Error> {
        let here = self.entry(id.0)?;
        let is_own = matches!(here, Entry::InFile { generation, .. } if generation == id.1);
        Ok(is_own && here == self.entry_since(other, id.0)?)
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

    /// Stream data in clear.
    fn decrypted(&self, id: ObjectId, dictionary: &Dictionary, data: Vec<u8>) -> Result<Vec<u8>, Error> {
        match &self.file.encryption {
            Some(encryption) => {
                self.input.budget().spend(data.len() as u64)?;
                encryption.decrypt_data(id, &self.with_filters(dictionary.clone())?, data)
            }
            None => Ok(data),
        }
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

    /// The decoded data of a stream.
    pub(crate) fn stream_data(&self, id: ObjectId) -> Result<Vec<u8>, Error> {
        let Object::Stream(stream) = self.object(id)? else {
            return Err(Error::Malformed { id, what: "expected a stream".into() });
        };
        let dictionary = self.with_filters(stream.dict)?;
        let data = filter::decode(&dictionary, stream.content, 0)?;
        self.input.budget().spend(data.len() as u64)?;
        Ok(data)
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
                if wanted.is_nothing()
                    && let Some((skimmed, behind, work)) = self.file.skims.get(id, offset, window)
                {
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

    /// Where an object ends that was looked through, its `endobj` included: nothing where none stands there, or where the length
    /// of its stream data is not clear. One in an object stream ends with that stream.
    pub(crate) fn end(&self, length: Length, behind: Behind) -> Result<Option<u64>, Error> {
        let (at, is_stream) = match behind {
            Behind::InStream => return Ok(Some(0)),
            Behind::Value(end) => (end, false),
            Behind::Stream(data) => {
                let length = match length {
                    Length::Bytes(length) => Some(length),
                    Length::At(id) => self.shallow(id)?.as_i64().ok().and_then(|len| u64::try_from(len).ok()),
                    Length::Untold | Length::Unclear => None,
                };
                match length.and_then(|length| data.checked_add(length)) {
                    Some(end) if end < self.input.len() => (end, true),
                    _ => return Ok(None),
                }
            }
        };
        self.input.parse(at, |lexer| {
            let stream = !is_stream || lexer.skips("endstream")?;
            Ok((stream && lexer.skips("endobj")?).then(|| at.saturating_add(lexer.at() as u64)))
        })
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

    /// `/Rect` of an annotation: left, bottom, right, top.
    pub(crate) fn rectangle(&self, dictionary: &Dictionary) -> Result<Option<[f32; 4]>, Error> {
        let mut sides = Vec::new();
        for side in self.array(dictionary, b"Rect")?.iter().take(5) {
            sides.extend(self.resolve(side)?.as_float().ok());
        }
        let sides = <[f32; 4]>::try_from(sides).ok();
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

    /// What is read of an object in an object stream, and that stream.
    fn value_in_stream<T>(
        &self,
        id: ObjectId,
        stream: u32,
        index: u32,
        read: impl FnOnce(&mut Lexer<'_>) -> Result<T, Fault>,
    ) -> Result<(Arc<ObjectStream>, T), Error> {
        let malformed = |what: &str| Error::Malformed { id, what: what.into() };
        let Entry::InFile { offset, generation } = self.entry(stream)? else {
            return Err(malformed("its object stream is not in the file"));
        };
        let stream = self.object_stream((stream, generation), offset)?;
        let bytes = stream
            .object(id.0, index)
            .ok_or_else(|| malformed("not where the cross-reference stream says"))?;
        let mut lexer = Lexer::new(bytes, true);
        let found = read(&mut lexer).map_err(|fault| match error_at(0, fault) {
            Error::Damaged { what, .. } => malformed(&what),
            other => other,
        });
        self.input.budget().spend(lexer.at() as u64)?;
        let found = found?;
        Ok((stream, found))
    }

    /// The object stream that stands at `offset` of the file's own counting.
    pub(crate) fn object_stream(&self, id: ObjectId, offset: u64) -> Result<Arc<ObjectStream>, Error> {
        match self.file.object_streams.get(offset) {
            Some(kept) => Ok(kept),
            None => self.load_object_stream(id, offset),
        }
    }

    fn load_object_stream(&self, id: ObjectId, offset: u64) -> Result<Arc<ObjectStream>, Error> {
        let nesting = self.nesting.get();
        if nesting >= MAX_NESTING {
            return Err(Error::TooLarge {
                what: "the nesting of object streams",
                limit: u64::from(MAX_NESTING),
            });
        }
        self.nesting.set(nesting + 1);
        let stream = self.stream_data_and_dictionary(id, offset);
        self.nesting.set(nesting);
        let stream = Arc::new(stream?);
        self.file.object_streams.put(offset, &stream);
        Ok(stream)
    }

    fn stream_data_and_dictionary(&self, id: ObjectId, offset: u64) -> Result<ObjectStream, Error> {
        let Found { parsed, place: Place::InFile { window, body: Body::Stream { data }, .. } } =
            self.in_file(id, offset, false)?
        else {
            return Err(Error::Malformed { id, what: "expected an object stream".into() });
        };
        let Object::Dictionary(dictionary) = parsed.object else {
            return Err(Error::Malformed { id, what: "expected an object stream".into() });
        };
        let dictionary = self.with_filters(dictionary)?;
        let raw = self.load(self.data_range(&dictionary, window.saturating_add(data as u64))?)?;
        let raw = self.decrypted(id, &dictionary, raw)?;
        let data = filter::decode(&dictionary, raw, window)?;
        self.input.budget().spend(data.len() as u64)?;
        ObjectStream::new(&dictionary, data, window)
    }

    /// `/Filter` and its parameters may be references.
    fn with_filters(&self, mut dictionary: Dictionary) -> Result<Dictionary, Error> {
        for key in [&b"Filter"[..], b"DecodeParms", b"N", b"First"] {
            let value = self.get(&dictionary, key)?;
            if value.is_null() {
                dictionary.remove(key);
                continue;
            }
            let value = match &*value {
                Object::Array(items) => {
                    let items = items.iter().map(|item| self.resolve(item).map(Seen::into_owned));
                    Object::Array(items.collect::<Result<_, _>>()?)
                }
                _ => value.into_owned(),
            };
            dictionary.set(key, value);
        }
        Ok(dictionary)
    }

    /// §7.3.8.2: where the data of a stream stand. `/Length` must lead to `endstream`.
    pub(crate) fn data_range(&self, dictionary: &Dictionary, data: u64) -> Result<Range<u64>, Error> {
        let damaged = |what: String| Error::Damaged { offset: data, what };
        let nesting = self.nesting.get();
        if nesting >= MAX_NESTING {
            return Err(Error::TooLarge {
                what: "the nesting of stream lengths",
                limit: u64::from(MAX_NESTING),
            });
        }
        self.nesting.set(nesting + 1);
        let len = self.get(dictionary, b"Length");
        self.nesting.set(nesting);
        let len = len?.as_i64().ok().and_then(|len| u64::try_from(len).ok());
        let len = len.ok_or_else(|| damaged("the stream has no /Length".into()))?;
        let end = data.checked_add(len).filter(|&end| end < self.input.len());
        let end = end.ok_or_else(|| damaged(format!("the stream's /Length {len} goes beyond the end")))?;
        self.input.parse(end, |lexer| {
            lexer.skip_space();
            if lexer.starts_with("endstream")? { Ok(()) } else { Err(lexer.syntax("endstream")) }
        })?;
        Ok(data..end)
    }

    fn load(&self, range: Range<u64>) -> Result<Vec<u8>, Error> {
        let len = range.end.saturating_sub(range.start);
        if len > MAX_STREAM {
            return Err(Error::TooLarge { what: "the data of a stream", limit: MAX_STREAM });
        }
        self.input.budget().spend(len)?;
        self.input.bytes(range.start, len)
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
