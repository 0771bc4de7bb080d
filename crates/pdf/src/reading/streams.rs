//! Streams and their data, and object streams with the objects in them.

use std::{ops::Range, sync::Arc};

use lopdf::{Dictionary, Object, ObjectId};

use super::{Behind, Found, Place, Reading};
use crate::{
    error::Error,
    filter,
    input::error_at,
    lexer::{Fault, Lexer},
    object::Body,
    object_stream::ObjectStream,
    seen::Seen,
    skim::Length,
    xref::Entry,
};

/// Streams whose lengths are told by objects in streams, inside each other.
const MAX_NESTING: u8 = 4;

/// Data of one stream that is loaded into memory.
const MAX_STREAM: u64 = 64 << 20;

impl Reading<'_> {
    /// Stream data in clear.
    pub(super) fn decrypted(
        &self,
        id: ObjectId,
        dictionary: &Dictionary,
        data: Vec<u8>,
    ) -> Result<Vec<u8>, Error> {
        match &self.file.encryption {
            Some(encryption) => {
                self.input.budget().spend(data.len() as u64)?;
                encryption.decrypt_data(id, &self.with_filters(dictionary.clone())?, data)
            }
            None => Ok(data),
        }
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

    /// What is read of an object in an object stream, and that stream.
    pub(super) fn value_in_stream<T>(
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

    pub(super) fn load(&self, range: Range<u64>) -> Result<Vec<u8>, Error> {
        let len = range.end.saturating_sub(range.start);
        if len > MAX_STREAM {
            return Err(Error::TooLarge { what: "the data of a stream", limit: MAX_STREAM });
        }
        self.input.budget().spend(len)?;
        self.input.bytes(range.start, len)
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
}
