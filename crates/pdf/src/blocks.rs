//! Blocks of a source that are kept for a while: objects are small, stand close together, and are come back to. A small
//! source is kept whole.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::{
    error::Error,
    source::{Source, part, read_slice},
};

/// Bytes of a block: some ten objects, or eight hundred lines of a cross-reference table.
const BLOCK: u64 = 16 << 10;

/// Blocks kept, 1 MB of them.
const SLOTS: usize = 64;

/// A source of up to this length is read once, all of it: no more than the blocks take.
const WHOLE: u64 = BLOCK * SLOTS as u64;

/// A block with its number.
type Slot = Option<(u64, Arc<[u8]>)>;

/// A source with the blocks that were read last. Reads that are longer than a block go past them.
pub struct Blocks {
    base: Arc<dyn Source>,
    /// Each block has one slot, by its number.
    slots: Mutex<Vec<Slot>>,
    /// All of a small source, once somebody has asked for a part of it.
    whole: OnceLock<Box<[u8]>>,
}

impl Blocks {
    /// Keeps blocks of `base`.
    pub fn new(base: Arc<dyn Source>) -> Self {
        let slots = if base.len() > WHOLE { vec![None; SLOTS] } else { vec![] };
        Self { base, slots: Mutex::new(slots), whole: OnceLock::new() }
    }

    /// All bytes of a small source; nothing of a larger one.
    fn whole(&self) -> Result<Option<&[u8]>, Error> {
        let len = self.base.len();
        if let Some(whole) = self.whole.get() {
            return Ok(Some(whole));
        }
        if len > WHOLE {
            return Ok(None);
        }
        let mut whole = vec![0; len as usize];
        self.base.read_at(0, &mut whole)?;
        Ok(Some(self.whole.get_or_init(|| whole.into())))
    }

    fn numbered(&self, number: u64) -> Result<Arc<[u8]>, Error> {
        // The remainder is a usize.
        let slot = (number % SLOTS as u64) as usize;
        let slots = || self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Some((found, block))) = slots().get(slot)
            && *found == number
        {
            return Ok(Arc::clone(block));
        }
        let start = number.saturating_mul(BLOCK);
        let length = self.base.len().saturating_sub(start).min(BLOCK) as usize;
        // Its memory serves the next one, unless somebody still looks at it.
        let former = slots().get_mut(slot).and_then(Option::take).map(|(_, block)| block);
        let mut block = match former {
            Some(former) if <[u8]>::len(&former) == length && Arc::strong_count(&former) == 1 => former,
            _ => std::iter::repeat_n(0, length).collect(),
        };
        self.base.read_at(start, Arc::get_mut(&mut block).unwrap_or_default())?;
        if let Some(slot) = slots().get_mut(slot) {
            *slot = Some((number, Arc::clone(&block)));
        }
        Ok(block)
    }
}

impl Source for Blocks {
    fn len(&self) -> u64 {
        self.base.len()
    }

    fn slice(&self, offset: u64, len: usize) -> Option<&[u8]> {
        // What cannot be read is told by `read_at`.
        part(self.whole().ok()??, offset, len)
    }

    fn block(&self, offset: u64) -> Option<(u64, Arc<[u8]>)> {
        if offset >= self.len() || self.len() <= WHOLE {
            return None;
        }
        let number = offset / BLOCK;
        // What cannot be read is told by `read_at`.
        Some((number.saturating_mul(BLOCK), self.numbered(number).ok()?))
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), Error> {
        if let Some(whole) = self.whole()? {
            return read_slice(whole, offset, into);
        }
        let end = offset.checked_add(into.len() as u64).filter(|&end| end <= self.len());
        if end.is_none() || into.len() as u64 > BLOCK {
            return self.base.read_at(offset, into);
        }
        let (mut at, mut rest) = (offset, into);
        while !rest.is_empty() {
            let block = self.numbered(at / BLOCK)?;
            let found = block.get((at % BLOCK) as usize..).unwrap_or_default();
            let size = found.len().min(rest.len());
            let (part, behind) = rest.split_at_mut(size);
            match found.get(..size) {
                Some(found) if size > 0 => part.copy_from_slice(found),
                _ => return self.base.read_at(at, behind),
            }
            (at, rest) = (at.saturating_add(size as u64), behind);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Counts how often it is asked.
    struct Counted(Vec<u8>, AtomicUsize);

    impl Source for Counted {
        fn len(&self) -> u64 {
            self.0.len() as u64
        }

        fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), Error> {
            self.1.fetch_add(1, Ordering::Relaxed);
            self.0.read_at(offset, into)
        }
    }

    #[test]
    fn every_place_reads_as_it_is_whatever_was_read_before() {
        let bytes: Vec<u8> = (0..3_000_017_u32).map(|place| (place ^ (place >> 9)) as u8).collect();
        let blocks = Blocks::new(Arc::new(bytes.clone()));
        let mut dice = 7_u64;
        for _ in 0..4_000 {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let len = (dice >> 33) as usize % 40_000;
            let at = (dice >> 17) as usize % (bytes.len() - len + 1);
            let mut read = vec![0; len];
            blocks.read_at(at as u64, &mut read).unwrap();
            assert!(read == bytes[at..at + len], "{len} bytes at {at}");
            let (start, block) = blocks.block(at as u64).unwrap();
            let within = start as usize..start as usize + <[u8]>::len(&block);
            assert!(within.contains(&at) && *block == bytes[within], "around {at}");
        }
        assert!(blocks.read_at(bytes.len() as u64 - 3, &mut [0; 4]).is_err(), "beyond the end");
        assert!(blocks.read_at(u64::MAX, &mut [0; 4]).is_err());
        assert_eq!((blocks.block(bytes.len() as u64), blocks.block(u64::MAX)), (None, None));
    }

    #[test]
    fn what_stands_close_together_is_read_once() {
        let counted = Arc::new(Counted(vec![1; 1_100_000], AtomicUsize::new(0)));
        let blocks = Blocks::new(counted.clone());
        for at in 0..1_000 {
            blocks.read_at(at * 16, &mut [0; 1024]).unwrap();
        }
        assert_eq!(counted.1.load(Ordering::Relaxed), 2);
        blocks.read_at(0, &mut vec![0; 90_000]).unwrap();
        assert_eq!(counted.1.load(Ordering::Relaxed), 3, "one long read is one read");
        assert_eq!(blocks.slice(0, 1), None);
    }

    #[test]
    fn a_small_source_is_read_once_and_for_all() {
        let bytes: Vec<u8> = (0..100_003_u32).map(|place| (place ^ (place >> 9)) as u8).collect();
        let counted = Arc::new(Counted(bytes.clone(), AtomicUsize::new(0)));
        let blocks = Blocks::new(counted.clone());
        assert_eq!(counted.1.load(Ordering::Relaxed), 0, "nobody has asked yet");
        for at in (0..90_000).step_by(977) {
            let mut read = vec![0; 7_000];
            blocks.read_at(at as u64, &mut read).unwrap();
            assert_eq!(read, bytes[at..at + 7_000]);
            assert_eq!(blocks.slice(at as u64, 7_000), Some(&bytes[at..at + 7_000]));
        }
        assert_eq!(counted.1.load(Ordering::Relaxed), 1);
        assert!(blocks.read_at(100_000, &mut [0; 4]).is_err(), "beyond the end");
        assert_eq!((blocks.slice(100_000, 4), blocks.slice(u64::MAX, 4)), (None, None));
        assert_eq!(Blocks::new(Arc::new(Vec::new())).slice(0, 0), Some(&[][..]));
    }
}
