//! Where objects begin to a program that searches a file for them.

use crate::{
    error::Error,
    input::Input,
    lexer::{is_space, whole},
    plain::{AGAIN, Keywords, each_part, head_before, hidden_head_before, is_sign},
};

/// What is kept of one file: some 6 MB.
const MAX_KEPT: usize = 200_000;

const TRAILER: &str = "trailer";

/// What a search stops at.
#[derive(Clone, Copy)]
pub(crate) enum Met {
    /// An object begins.
    Object(Head),
    /// `trailer` ends there.
    Trailer(u64),
}

/// What stands where an object begins: `N G obj`.
#[derive(Clone, Copy)]
pub(crate) struct Head {
    pub(crate) at: u64,
    /// Nothing where it is for each program to say.
    pub(crate) number: Option<u32>,
    /// The highest that any program could read there.
    pub(crate) generation: u32,
    /// As many blanks stand directly before it, of those that are counted.
    pub(crate) blanks: u16,
}

/// What was met by somebody who has the bytes of a file at hand anyway, one part after the other.
pub struct Heads {
    object: Keywords,
    trailer: Keywords,
    /// By the part in which they were met.
    found: Vec<Vec<Head>>,
    trailers: Vec<u64>,
    count: usize,
    /// Bytes that were looked at.
    len: u64,
}

impl Default for Heads {
    fn default() -> Self {
        let (object, trailer) = (Keywords::new("obj"), Keywords::new(TRAILER));
        Self { object, trailer, found: Vec::new(), trailers: Vec::new(), count: 0, len: 0 }
    }
}

impl Heads {
    /// So many bytes of what was looked at before are wanted once more with each part, or all of them where there were fewer.
    pub const AGAIN: usize = AGAIN as usize;

    /// Takes the next bytes of the file, `again` of which the part before them ended with. Bytes that do not follow are of no use, nor is
    /// all that was met then.
    pub fn look(&mut self, bytes: &[u8], again: usize) {
        if self.len < again as u64 || again < Self::AGAIN.min(self.len as usize) {
            self.count = usize::MAX;
            return;
        }
        let start = self.len.saturating_sub(again as u64);
        self.len = start.saturating_add(bytes.len() as u64);
        let room = MAX_KEPT.saturating_add(1).saturating_sub(self.count);
        let found: Vec<_> = heads(&self.object, bytes, start, again).take(room).collect();
        let room = room - found.len();
        let known = self.trailers.len();
        self.trailers.extend(trailers(&self.trailer, bytes, start, again).take(room));
        self.count = self.count.saturating_add(found.len() + self.trailers.len() - known);
        self.found.push(found);
    }

    /// What was met before a place, each kind in the order of the file; nothing if that was not looked at, or if it is too much.
    pub(crate) fn before(&self, end: u64) -> Option<impl Iterator<Item = Met> + '_> {
        let is_whole = self.len >= end && self.count <= MAX_KEPT;
        let heads = self.found.iter().flatten().filter(move |head| head.at < end);
        let trailers = self.trailers.iter().filter(move |trailer| **trailer <= end);
        let all = heads.copied().map(Met::Object).chain(trailers.copied().map(Met::Trailer));
        is_whole.then_some(all)
    }
}

/// Each that begins and has its keyword before `end`, each kind in the order of the file.
pub(crate) fn each(
    input: &Input<'_>,
    end: u64,
    take: &mut dyn FnMut(Met) -> Result<(), Error>,
) -> Result<(), Error> {
    let (object, trailer) = (Keywords::new("obj"), Keywords::new(TRAILER));
    each_part(input, 0..end, |start, bytes, known| {
        heads(&object, bytes, start, known).map(Met::Object).try_for_each(&mut *take)?;
        trailers(&trailer, bytes, start, known).map(Met::Trailer).try_for_each(&mut *take)?;
        Ok(true)
    })
}

/// Those whose keyword stands in these bytes, which begin at `start`, and not in the first `again` of them.
fn heads<'a>(
    keyword: &'a Keywords,
    bytes: &'a [u8],
    start: u64,
    again: usize,
) -> impl Iterator<Item = Head> + 'a {
    keyword.of(bytes, again).filter_map(move |found| {
        let before = bytes.get(..found)?;
        let head = head(before, start > 0)?;
        let (number, generation) = numbers(before.get(head..)?);
        let blanks = before.get(..head)?.iter().rev().take(Heads::AGAIN);
        let blanks = blanks.take_while(|byte| is_space(**byte)).fold(0, |count, _| count + 1);
        Some(Head { at: start.saturating_add(head as u64), number, generation, blanks })
    })
}

/// Where such a keyword ends in these bytes, and not in the first `again` of them.
fn trailers<'a>(
    keyword: &'a Keywords,
    bytes: &'a [u8],
    start: u64,
    again: usize,
) -> impl Iterator<Item = u64> + 'a {
    keyword.of(bytes, again).map(move |found| start.saturating_add((found + TRAILER.len()) as u64))
}

/// Where the numbers begin behind which an object's keyword follows, where these bytes are the file's first, or not.
fn head(before: &[u8], follows: bool) -> Option<usize> {
    if before.ends_with(b"end") {
        return None;
    }
    head_before(before).or_else(|| hidden_head_before(before, follows))
}

/// The number of an object and its generation, from what stands before its keyword, whatever sign it has.
fn numbers(text: &[u8]) -> (Option<u32>, u32) {
    let signs = text.iter().take_while(|byte| is_sign(**byte)).count();
    let text = text.get(signs..).unwrap_or_default();
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, generation) = text.split_at(digits);
    let number = whole(number).and_then(|number| u32::try_from(number).ok());
    // Where something stands between, it is for each program to say.
    let generation = whole(generation.trim_ascii()).and_then(|number| u32::try_from(number).ok());
    (number, generation.unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_do_not_follow_each_other_are_of_no_use() {
        let bytes = b"1 0 obj 2 0 obj trailer".repeat(1_000);
        let after = |again: usize| {
            let mut heads = Heads::default();
            heads.look(&bytes[..10_000], 0);
            heads.look(&bytes[10_000 - again..], again);
            heads.before(bytes.len() as u64).map(Iterator::count)
        };
        assert_eq!(after(Heads::AGAIN), Some(3_000));
        assert_eq!(after(Heads::AGAIN - 1), None);
        assert_eq!(after(0), None);
        let mut heads = Heads::default();
        heads.look(&bytes, 10);
        assert!(heads.before(0).is_none());
    }
}
