//! Where the bytes of a file come from: positional reads.

use std::sync::Arc;

use crate::error::Error;

/// Bytes that can be read at any place, such as a file or memory.
pub trait Source: Send + Sync {
    /// Length in bytes. Does not change while the source lives.
    fn len(&self) -> u64;

    /// Fills `into` with the bytes from `offset` on: all of it, or [`Error::Read`].
    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), Error>;

    /// The `len` bytes from `offset` on, where the source holds them in memory: what [`Source::read_at`] would copy.
    fn slice(&self, _offset: u64, _len: usize) -> Option<&[u8]> {
        None
    }

    /// The bytes around `offset` that the source keeps together for a while, and where they begin.
    fn block(&self, _offset: u64) -> Option<(u64, Arc<[u8]>)> {
        None
    }

    /// Whether there is no byte at all.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Source for Vec<u8> {
    fn len(&self) -> u64 {
        <[u8]>::len(self) as u64
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), Error> {
        read_slice(self, offset, into)
    }

    fn slice(&self, offset: u64, len: usize) -> Option<&[u8]> {
        part(self, offset, len)
    }
}

impl Source for Arc<[u8]> {
    fn len(&self) -> u64 {
        <[u8]>::len(self) as u64
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), Error> {
        read_slice(self, offset, into)
    }

    fn slice(&self, offset: u64, len: usize) -> Option<&[u8]> {
        part(self, offset, len)
    }
}

pub(crate) fn read_slice(bytes: &[u8], offset: u64, into: &mut [u8]) -> Result<(), Error> {
    let found = part(bytes, offset, into.len()).ok_or_else(|| beyond_end(offset, into.len() as u64))?;
    into.copy_from_slice(found);
    Ok(())
}

pub(crate) fn part(bytes: &[u8], offset: u64, len: usize) -> Option<&[u8]> {
    let start = usize::try_from(offset).ok()?;
    bytes.get(start..start.checked_add(len)?)
}

fn beyond_end(offset: u64, len: u64) -> Error {
    Error::Read { offset, len, reason: "beyond the end".into() }
}

/// A source with bytes appended to it; nothing is copied.
#[derive(Clone)]
pub struct Extended {
    base: Arc<dyn Source>,
    tail: Arc<[u8]>,
}

impl Extended {
    /// `base` followed by `tail`.
    pub fn new(base: Arc<dyn Source>, tail: Vec<u8>) -> Self {
        Self { base, tail: tail.into() }
    }
}

impl Source for Extended {
    fn len(&self) -> u64 {
        self.base.len().saturating_add(self.tail.len())
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), Error> {
        let from_base = self.base.len().saturating_sub(offset).min(into.len() as u64);
        // No larger than `into.len()`, which is a usize.
        let (head, rest) = into.split_at_mut(from_base as usize);
        if !head.is_empty() {
            self.base.read_at(offset, head)?;
        }
        if rest.is_empty() {
            Ok(())
        } else {
            read_slice(&self.tail, offset.max(self.base.len()) - self.base.len(), rest)
        }
    }

    fn slice(&self, offset: u64, len: usize) -> Option<&[u8]> {
        match offset.checked_sub(self.base.len()) {
            Some(behind) => part(&self.tail, behind, len),
            None => self.base.slice(offset, len),
        }
    }
}

/// The first bytes of a source: the file as it was when an earlier revision was its last.
#[derive(Clone)]
pub struct Prefix {
    base: Arc<dyn Source>,
    len: u64,
}

impl Prefix {
    /// The first `len` bytes of `base`, or all of it when it is shorter.
    pub fn new(base: Arc<dyn Source>, len: u64) -> Self {
        let len = len.min(base.len());
        Self { base, len }
    }
}

impl Source for Prefix {
    fn len(&self) -> u64 {
        self.len
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), Error> {
        match offset.checked_add(into.len() as u64) {
            Some(end) if end <= self.len => self.base.read_at(offset, into),
            _ => Err(beyond_end(offset, into.len() as u64)),
        }
    }

    fn slice(&self, offset: u64, len: usize) -> Option<&[u8]> {
        let end = offset.checked_add(len as u64)?;
        if end <= self.len { self.base.slice(offset, len) } else { None }
    }
}
