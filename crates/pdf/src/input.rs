//! Windows over a source, and the budget that bounds the work on a hostile one.

use std::{borrow::Cow, cell::Cell, sync::Arc};

use crate::{
    error::Error,
    lexer::{Fault, Lexer},
    source::Source,
};

/// First window over an object: most dictionaries fit.
const WINDOW: u64 = 1024;

/// Windows up to this length share their memory, one after the other.
const KEPT: usize = 64 << 10;

/// Longest object, without stream data. A signature's `/Contents` or a page tree in one array stays far below.
const MAX_OBJECT: u64 = 32 << 20;

/// Bytes read or decompressed in one operation: a fixed part, which takes under two seconds, and a multiple of the
/// file's length, which lets an operation pass every object of a file a few times.
const WORK: u64 = 192 << 20;
const WORK_PER_BYTE: u64 = 8;

/// Work left in one operation.
pub(crate) struct Budget {
    left: Cell<u64>,
    limit: u64,
}

impl Budget {
    fn new(len: u64) -> Self {
        let limit = len.saturating_mul(WORK_PER_BYTE).saturating_add(WORK);
        Self { left: Cell::new(limit), limit }
    }

    pub(crate) fn left(&self) -> u64 {
        self.left.get()
    }

    pub(crate) fn spend(&self, amount: u64) -> Result<(), Error> {
        let left = self.left.get().checked_sub(amount);
        self.left.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(Error::TooLarge { what: "the work of reading", limit: self.limit })
    }
}

/// A source under a budget.
pub(crate) struct Input<'a> {
    source: &'a dyn Source,
    budget: Budget,
    /// The memory of the window that was looked through last, for the next one.
    window: Cell<Vec<u8>>,
    /// The block of the source that was looked into last, and where it begins: the next object is often there too.
    near: Cell<Option<(u64, Arc<[u8]>)>>,
}

impl<'a> Input<'a> {
    pub(crate) fn new(source: &'a dyn Source) -> Self {
        Self { source, budget: Budget::new(source.len()), window: Cell::default(), near: Cell::default() }
    }

    pub(crate) fn len(&self) -> u64 {
        self.source.len()
    }

    pub(crate) fn budget(&self) -> &Budget {
        &self.budget
    }

    /// `len` bytes from `offset` on. Allocates nothing when they are not all there.
    pub(crate) fn bytes(&self, offset: u64, len: u64) -> Result<Vec<u8>, Error> {
        let fits = offset.checked_add(len).is_some_and(|end| end <= self.len());
        let size = usize::try_from(len).ok().filter(|_| fits);
        let size = size.ok_or_else(|| Error::Read { offset, len, reason: "beyond the end".into() })?;
        let mut bytes = vec![0; size];
        self.source.read_at(offset, &mut bytes)?;
        Ok(bytes)
    }

    /// The same, where they are if they are in memory.
    pub(crate) fn part(&self, offset: u64, len: u64) -> Result<Cow<'a, [u8]>, Error> {
        match usize::try_from(len).ok().and_then(|len| self.source.slice(offset, len)) {
            Some(part) => Ok(Cow::Borrowed(part)),
            None => self.bytes(offset, len).map(Cow::Owned),
        }
    }

    /// The same in the memory of an earlier window.
    fn look(&self, offset: u64, len: u64) -> Result<Vec<u8>, Error> {
        let mut bytes = self.window.take();
        match usize::try_from(len) {
            Ok(size) if size <= KEPT => {
                bytes.resize(size, 0);
                self.source.read_at(offset, &mut bytes)?;
                Ok(bytes)
            }
            _ => self.bytes(offset, len),
        }
    }

    fn block(&self, offset: u64) -> Option<(u64, Arc<[u8]>)> {
        let holds = |(start, block): &(u64, Arc<[u8]>)| {
            offset.checked_sub(*start).is_some_and(|at| at < <[u8]>::len(block) as u64)
        };
        self.near.take().filter(holds).or_else(|| self.source.block(offset))
    }

    /// The bytes from `offset` on that fill an array.
    pub(crate) fn array<const N: usize>(&self, offset: u64) -> Result<[u8; N], Error> {
        if offset.checked_add(N as u64).is_none_or(|end| end > self.len()) {
            return Err(Error::Read { offset, len: N as u64, reason: "beyond the end".into() });
        }
        let mut bytes = [0; N];
        self.source.read_at(offset, &mut bytes)?;
        Ok(bytes)
    }

    /// Reads syntax at `offset`, over windows that grow until it is complete.
    pub(crate) fn parse<T>(
        &self,
        offset: u64,
        read: impl Fn(&mut Lexer<'_>) -> Result<T, Fault>,
    ) -> Result<T, Error> {
        let available = self.len().saturating_sub(offset);
        if available == 0 {
            return Err(Error::Damaged {
                offset,
                what: format!("beyond the end, the file has {} bytes", self.len()),
            });
        }
        let mut window = WINDOW;
        if let Some((start, block)) = self.block(offset) {
            // It holds the offset.
            let bytes = block.get(offset.saturating_sub(start) as usize..).unwrap_or_default();
            let size = bytes.len() as u64;
            let mut lexer = Lexer::new(bytes, size == available);
            let (found, read) = (read(&mut lexer), lexer.at() as u64);
            self.near.set(Some((start, block)));
            match found {
                Err(Fault::EndOfWindow) if size < available => {
                    self.budget.spend(size)?;
                    while window <= size {
                        window *= 8;
                    }
                }
                found => {
                    self.budget.spend(read)?;
                    return found.map_err(|fault| error_at(offset, fault));
                }
            }
        }
        loop {
            let size = window.min(available);
            let slice = usize::try_from(size).ok().and_then(|size| self.source.slice(offset, size));
            let (found, read) = match slice {
                Some(bytes) => {
                    let mut lexer = Lexer::new(bytes, size == available);
                    (read(&mut lexer), lexer.at() as u64)
                }
                None => {
                    let bytes = self.look(offset, size)?;
                    let mut lexer = Lexer::new(&bytes, size == available);
                    let found = (read(&mut lexer), lexer.at() as u64);
                    if bytes.len() <= KEPT {
                        self.window.set(bytes);
                    }
                    found
                }
            };
            match found {
                Err(Fault::EndOfWindow) => self.budget.spend(size)?,
                _ => self.budget.spend(read)?,
            }
            match found {
                Ok(found) => return Ok(found),
                Err(Fault::EndOfWindow) if size < available && window < MAX_OBJECT => window *= 8,
                Err(Fault::EndOfWindow) if size < available => {
                    return Err(Error::TooLarge { what: "the length of an object", limit: MAX_OBJECT });
                }
                Err(fault) => return Err(error_at(offset, fault)),
            }
        }
    }
}

/// A fault as an error of the file, in a window that begins at `offset`.
pub(crate) fn error_at(offset: u64, fault: Fault) -> Error {
    match fault {
        Fault::EndOfWindow => Error::Damaged { offset, what: "the data end too early".into() },
        Fault::Syntax { at, what } => {
            Error::Damaged { offset: offset.saturating_add(at as u64), what: format!("expected {what}") }
        }
        Fault::TooMany { what, limit } => Error::TooLarge { what, limit },
    }
}
