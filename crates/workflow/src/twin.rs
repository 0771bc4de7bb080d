//! A copy that is compared with its original wherever it is read.

use std::sync::{Arc, Mutex, PoisonError};

use crate::host::{Source, SourceError};

/// Bytes compared at once.
const PIECE: usize = 256 << 10;

/// A copy, and what it is a copy of. Reads the copy; where the two differ, that is an error.
pub(crate) struct Twin {
    copy: Arc<dyn Source>,
    original: Arc<dyn Source>,
    /// Kept, since making it costs as much as filling it.
    piece: Mutex<Vec<u8>>,
}

impl Twin {
    pub(crate) fn new(copy: Arc<dyn Source>, original: Arc<dyn Source>) -> Self {
        Self { copy, original, piece: Mutex::default() }
    }
}

impl Source for Twin {
    fn len(&self) -> u64 {
        self.copy.len()
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), SourceError> {
        self.copy.read_at(offset, into)?;
        let mut piece = self.piece.lock().unwrap_or_else(PoisonError::into_inner);
        let longest = into.len().min(PIECE).max(piece.len());
        piece.resize(longest, 0);
        let mut at = offset;
        for copied in into.chunks(PIECE) {
            let original = piece.get_mut(..copied.len()).unwrap_or_default();
            self.original.read_at(at, original)?;
            if original != copied {
                let reason = "the copy differs from the document".into();
                return Err(SourceError::Read { offset: at, len: copied.len() as u64, reason });
            }
            at = at.saturating_add(copied.len() as u64);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_byte_that_was_copied_wrongly_is_noticed_where_it_is_read() {
        let original = vec![7; 600_000];
        let mut copy = original.clone();
        copy[599_999] = 8;
        let twin = Twin::new(Arc::new(copy), Arc::new(original));
        let mut read = vec![0; 599_999];
        twin.read_at(0, &mut read).unwrap();
        assert!(read.iter().all(|&byte| byte == 7));
        assert!(twin.read_at(599_990, &mut [0; 10]).is_err());
        assert!(twin.read_at(0, &mut vec![0; 600_000]).is_err());
    }
}
