//! Cross-reference data rebuilt from the objects that stand in the file, where what is written cannot be followed.
//!
//! Readers differ in how they rebuild. So what comes out can be looked at and judged with that finding, but is never
//! appended to.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    chain::{Chain, End, header},
    error::Error,
    input::Input,
    lexer::{Fault, Lexer},
    numbers::Numbers,
    object::{self, Body},
    pages,
    reading::{File, Reading},
    scanner::{Beginning, Scanner},
    source::Source,
    xref::{Entry, Part, Rows, Section, Subsection},
};

/// Objects of a rebuilt file: 16 MB of entries, and about five times that while they are collected.
const MAX_OBJECTS: usize = 500_000;

/// Bytes read of objects that then cannot be parsed. The longest takes 37 MB, and a file worth repairing has few.
const MAX_WASTED: u64 = 64 << 20;

/// What a broken object counts at least: it is read in a window of that length.
const LEAST_WASTED: u64 = 1 << 10;

/// Catalogs that are tried when no trailer leads to one.
const MAX_CATALOGS: usize = 16;

/// The file as one revision from its first byte to its last, when a catalog with a page was found.
///
/// The last definition of an object in the file counts. Definitions that cannot be parsed do not, and neither does what
/// stands within the data of a stream.
pub(crate) fn rebuild(source: &Arc<dyn Source>, input: &Input<'_>) -> Result<Chain, Error> {
    let (header_at, version) = header(input)?;
    let mut found = Found::default();
    found.scan(input)?;
    let trailers = std::mem::take(&mut found.trailers);
    let mut chain = Chain {
        base: 0,
        header_at,
        version,
        sections: vec![],
        end: End { at: input.len(), is_plain: false, value: 0, marker_end: input.len(), end: input.len() },
    };
    // Object streams are read with the help of the objects outside of them.
    let provisional = file(source, found.section(input, Dictionary::new())?);
    found.unpack(&Reading::new(&provisional))?;
    let mut file = file(source, found.section(input, Dictionary::new())?);
    for trailer in trailers.into_iter().chain(found.own_trailers(&Reading::new(&file))?) {
        if let Some(section) = file.sections.first_mut() {
            section.trailer = trailer;
        }
        if has_page(&Reading::new(&file))? {
            chain.sections = file.sections;
            return Ok(chain);
        }
    }
    Err(Error::Damaged { offset: 0, what: "no catalog that leads to a page".into() })
}

/// Whether catalog and first page can be read.
pub(crate) fn has_page(reading: &Reading<'_>) -> Result<bool, Error> {
    match pages::first(reading) {
        Ok(_) => Ok(true),
        Err(error @ (Error::TooLarge { .. } | Error::Read { .. })) => Err(error),
        Err(_) => Ok(false),
    }
}

fn file(source: &Arc<dyn Source>, section: Section) -> File {
    File {
        source: source.clone(),
        base: 0,
        numbers: Arc::new(Numbers::new(std::slice::from_ref(&section))),
        sections: vec![section],
        object_streams: Default::default(),
        recent: Default::default(),
        listed: Default::default(),
        skims: Default::default(),
        proven: Default::default(),
        without_external: Default::default(),
        first_generation: Default::default(),
        unclear: Default::default(),
        encryption: None,
    }
}

/// What the file holds, by place.
#[derive(Default)]
struct Found {
    /// Where each object was defined last, and how it is found.
    objects: BTreeMap<u32, (u64, Entry)>,
    /// Object streams, by place.
    streams: BTreeMap<u64, ObjectId>,
    /// Trailers and cross-reference streams with a `/Root`: the last two, newest first.
    trailers: Vec<Dictionary>,
    /// The last objects that say they are catalogs.
    catalogs: BTreeSet<ObjectId>,
    /// Bytes read of objects that could not be parsed.
    wasted: u64,
}

impl Found {
    /// One pass over the file.
    fn scan(&mut self, input: &Input<'_>) -> Result<(), Error> {
        let mut scanner = Scanner::new(input);
        let mut at = 0;
        while let Some((offset, behind, beginning)) = scanner.next(at)? {
            let end = match beginning {
                Beginning::Object => self.object(&mut scanner, offset)?,
                Beginning::Trailer => self.trailer(input, behind)?,
            };
            // One that cannot be parsed may have others inside.
            at = end.unwrap_or(behind);
        }
        Ok(())
    }

    /// Takes the object at `offset` and gives its end; nothing when it cannot be parsed.
    fn object(&mut self, scanner: &mut Scanner<'_>, offset: u64) -> Result<Option<u64>, Error> {
        let input = scanner.input();
        let Some((id, parsed, body)) = self.parsed(input, offset, object::indirect)? else { return Ok(None) };
        let end = offset.saturating_add(parsed.span.end as u64);
        self.put(id.0, offset, Entry::InFile { offset, generation: id.1 })?;
        self.catalogs.remove(&id);
        self.streams.retain(|_, stream| stream.0 != id.0);
        let Object::Dictionary(dictionary) = parsed.object else { return Ok(Some(end)) };
        let Body::Stream { data } = body else {
            if dictionary.has_type(b"Catalog") {
                self.catalogs.insert(id);
            }
            return Ok(Some(end));
        };
        if dictionary.has_type(b"ObjStm") {
            self.streams.insert(offset, id);
        } else if dictionary.has_type(b"XRef") {
            self.push_trailer(dictionary.clone());
        }
        let data = offset.saturating_add(data as u64);
        let told = dictionary.get(b"Length").and_then(|len| len.as_i64()).ok();
        let told = told.and_then(|len| data.checked_add(u64::try_from(len).ok()?));
        match told.filter(|&end| ends_stream(input, end)) {
            Some(end) => Ok(Some(end)),
            None => Ok(Some(scanner.end_of_stream(data)?.unwrap_or(input.len()))),
        }
    }

    /// Takes the trailer whose dictionary follows at `at`, and gives its end.
    fn trailer(&mut self, input: &Input<'_>, at: u64) -> Result<Option<u64>, Error> {
        let Some(parsed) = self.parsed(input, at, object::value)? else { return Ok(None) };
        if let Object::Dictionary(dictionary) = parsed.object {
            self.push_trailer(dictionary);
        }
        Ok(Some(at.saturating_add(parsed.span.end as u64)))
    }

    /// What stands at `at`, if that can be parsed.
    fn parsed<T>(
        &mut self,
        input: &Input<'_>,
        at: u64,
        read: impl Fn(&mut Lexer<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Error> {
        let before = input.budget().left();
        let parsed = input.parse(at, read).ok();
        if parsed.is_none() {
            let spent = before.saturating_sub(input.budget().left()).max(LEAST_WASTED);
            self.wasted = self.wasted.saturating_add(spent);
            if self.wasted > MAX_WASTED {
                return Err(Error::TooLarge { what: "the broken objects", limit: MAX_WASTED });
            }
        }
        Ok(parsed)
    }

    fn push_trailer(&mut self, mut trailer: Dictionary) {
        if trailer.get(b"Root").is_ok_and(|root| root.as_reference().is_ok()) {
            trailer.remove(b"Prev");
            self.trailers.insert(0, trailer);
            self.trailers.truncate(2);
        }
    }

    fn put(&mut self, number: u32, place: u64, entry: Entry) -> Result<(), Error> {
        self.objects.insert(number, (place, entry));
        if self.objects.len() > MAX_OBJECTS {
            return Err(Error::TooLarge { what: "the number of objects", limit: MAX_OBJECTS as u64 });
        }
        Ok(())
    }

    /// Takes what the object streams hold, where no later object replaces it. Streams that cannot be read hold nothing.
    fn unpack(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        for (offset, id) in std::mem::take(&mut self.streams) {
            let stream = match reading.object_stream(id, offset) {
                Ok(stream) => stream,
                Err(error @ Error::TooLarge { .. }) => return Err(error),
                Err(_) => continue,
            };
            for (index, number) in stream.numbers().enumerate() {
                if self.objects.get(&number).is_none_or(|(place, _)| *place <= offset) {
                    let index = u32::try_from(index).unwrap_or(u32::MAX);
                    self.put(number, offset, Entry::InStream { stream: id.0, index })?;
                }
            }
        }
        Ok(())
    }

    /// Trailers made for the catalogs, where the file has none that leads to one.
    fn own_trailers(&self, reading: &Reading<'_>) -> Result<Vec<Dictionary>, Error> {
        let mut catalogs: Vec<ObjectId> = self.catalogs.iter().rev().take(MAX_CATALOGS).copied().collect();
        for (&number, (_, entry)) in &self.objects {
            if catalogs.len() >= MAX_CATALOGS {
                break;
            }
            if !matches!(entry, Entry::InStream { .. }) {
                continue;
            }
            match reading.dictionary_at((number, 0)) {
                Ok(Some(found)) if found.has_type(b"Catalog") => catalogs.push((number, 0)),
                Err(error @ Error::TooLarge { .. }) => return Err(error),
                _ => {}
            }
        }
        Ok(catalogs.into_iter().map(|id| Dictionary::from_iter([("Root", Object::Reference(id))])).collect())
    }

    /// The one section that tells of all objects.
    fn section(&self, input: &Input<'_>, trailer: Dictionary) -> Result<Section, Error> {
        let mut subsections: Vec<Subsection> = Vec::new();
        for (&number, &(_, entry)) in &self.objects {
            match subsections.last_mut() {
                Some(Subsection { first, count, rows: Rows::Read(rows) })
                    if first.checked_add(*count) == Some(number) =>
                {
                    *count += 1;
                    rows.push(entry);
                }
                _ => subsections.push(Subsection { first: number, count: 1, rows: Rows::Read(vec![entry]) }),
            }
        }
        Ok(Section::rebuilt(Part::new(subsections, 0)?, trailer, input.len()))
    }
}

/// Whether `endstream` stands here, after blanks.
fn ends_stream(input: &Input<'_>, at: u64) -> bool {
    let end = input.parse(at, |lexer| {
        lexer.skip_space();
        lexer.starts_with("endstream")
    });
    end.unwrap_or(false)
}
