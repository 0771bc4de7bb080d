//! Objects kept inside a stream (ISO 32000-1 §7.5.7).

use std::{
    collections::BTreeSet,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use foldhash::{HashMap, HashSet};
use lopdf::Dictionary;

use crate::{
    document::Document,
    error::Error,
    input::error_at,
    lexer::{Lexer, is_regular, is_space},
    skim::{self, Wanted},
    xref::Entry,
};

/// Decoded bytes kept of all object streams together.
const MAX_KEPT: usize = 32 << 20;

/// Objects in one stream: more than a stream of the largest decoded length usefully holds.
const MAX_OBJECTS: u64 = 1_000_000;

/// A decoded object stream.
pub(crate) struct ObjectStream {
    data: Vec<u8>,
    /// Where the first object may begin.
    first: usize,
    /// Number and place of each object, in the stream's order.
    index: Vec<(u32, usize)>,
}

impl ObjectStream {
    /// `offset` is where the stream stands, for errors.
    pub(crate) fn new(dictionary: &Dictionary, data: Vec<u8>, offset: u64) -> Result<Self, Error> {
        let damaged = |what: &str| Error::Damaged { offset, what: what.into() };
        let number = |key: &[u8]| {
            dictionary.get(key).and_then(|v| v.as_i64()).ok().and_then(|v| u64::try_from(v).ok())
        };
        let (Some(count), Some(first)) =
            (number(b"N"), number(b"First").and_then(|v| usize::try_from(v).ok()))
        else {
            return Err(damaged("the object stream has no /N or no /First"));
        };
        if count > MAX_OBJECTS {
            return Err(Error::TooLarge { what: "the number of objects in a stream", limit: MAX_OBJECTS });
        }
        let head = data.get(..first).ok_or_else(|| damaged("/First goes beyond the object stream"))?;
        let mut lexer = Lexer::new(head, true);
        let mut index = Vec::new();
        for _ in 0..count {
            let number = lexer.unsigned("an object number").map_err(|fault| error_at(offset, fault))?;
            let place = lexer.unsigned("an object's place").map_err(|fault| error_at(offset, fault))?;
            let place = usize::try_from(place).ok().and_then(|place| first.checked_add(place));
            let pair = u32::try_from(number).ok().zip(place.filter(|&place| place < data.len()));
            index.push(pair.ok_or_else(|| damaged("an object's place goes beyond the object stream"))?);
        }
        Ok(Self { data, first, index })
    }

    /// The bytes from an object on, when it stands at `place` in the stream's order.
    pub(crate) fn object(&self, number: u32, place: u32) -> Option<&[u8]> {
        let (_, start) = self.index.get(place as usize).filter(|(found, _)| *found == number)?;
        self.data.get(*start..)
    }

    /// The numbers of its objects, in the stream's order.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.index.iter().map(|(number, _)| *number)
    }

    /// Whether all of its text is a number and a place for each object and then the objects, in that order and with nothing but
    /// blanks between them, so that every program finds the same objects: each number stands there once, and the last word of the
    /// head ends with it.
    pub(crate) fn is_laid_out(&self) -> bool {
        const LONGEST: usize = 10;
        let (head, body) = self.data.split_at_checked(self.first).unwrap_or_default();
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        let plain = head.iter().all(|byte| byte.is_ascii_digit() || is_blank(byte));
        let mut words = head.split(is_blank).filter(|word| !word.is_empty());
        let ends = head.last().is_none_or(is_blank) || body.first().is_none_or(|byte| !is_regular(*byte));
        let mut met = HashSet::default();
        let is_once = self.index.iter().all(|(number, _)| *number > 0 && met.insert(*number));
        if !plain
            || !ends
            || !is_once
            || !words.by_ref().take(self.index.len().saturating_mul(2)).all(|word| word.len() <= LONGEST)
            || words.next().is_some()
        {
            return false;
        }
        let blank = |from: usize, to: usize| {
            self.data.get(from..to).is_some_and(|gap| gap.iter().all(|&byte| is_space(byte)))
        };
        let mut at = self.first;
        for (_, place) in &self.index {
            let Some(text) = self.data.get(*place..).filter(|_| blank(at, *place)) else { return false };
            let mut lexer = Lexer::new(text, true);
            if text.first().is_none_or(|&byte| is_space(byte))
                || skim::value(&mut lexer, Wanted::default()).is_err()
            {
                return false;
            }
            at = place.saturating_add(lexer.at());
        }
        blank(at, self.data.len())
    }

    /// Bytes of memory that it takes.
    pub(crate) fn len(&self) -> usize {
        self.data.len().saturating_add(self.index.len().saturating_mul(16))
    }
}

impl Document {
    /// Unpacks every stream of objects that the file lists, within the bounds that hold here: whoever hands the file to a program that
    /// knows none asks this before.
    ///
    /// # Errors
    /// What reading can say: of the first that exceeds a bound, else of one that is damaged.
    pub fn unpack_all(&self) -> Result<(), Error> {
        let reading = self.reading();
        let mut streams = BTreeSet::new();
        for (at, section) in self.file().sections.iter().enumerate() {
            section.each_settled(reading.input(), &mut |_, entry| {
                if let Entry::InStream { stream, .. } = entry {
                    streams.insert((at, stream));
                }
            })?;
        }
        let mut damage = None;
        for (section, stream) in streams {
            if let Entry::InFile { offset, generation } = reading.entry_since(section, stream)? {
                match reading.object_stream((stream, generation), offset) {
                    Err(error) if error.is_damage() => damage = Some(error),
                    unpacked => drop(unpacked?),
                }
            }
        }
        damage.map_or(Ok(()), Err)
    }
}

/// A span of an object's text, kept with its stream.
pub(crate) fn text(stream: &[u8], span: &Range<usize>) -> Vec<u8> {
    stream.get(span.clone()).unwrap_or_default().to_vec()
}

/// Object streams lately used, by where they stand in the file.
#[derive(Default)]
pub(crate) struct Cache(Mutex<HashMap<u64, Arc<ObjectStream>>>);

impl Cache {
    pub(crate) fn get(&self, offset: u64) -> Option<Arc<ObjectStream>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&offset).cloned()
    }

    pub(crate) fn put(&self, offset: u64, stream: &Arc<ObjectStream>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let held: usize = kept.values().map(|stream| stream.len()).sum();
        if held.saturating_add(stream.len()) > MAX_KEPT {
            kept.clear();
        }
        kept.insert(offset, stream.clone());
    }
}
