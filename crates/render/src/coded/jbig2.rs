//! JBIG2, ITU-T T.88, as it stands in a PDF (its annex D.3).

mod symbols;

use std::collections::HashMap;

use super::Claim;
use crate::bytes::Bytes;
use crate::error::Error;

/// A height that is told by the stripes alone (§7.4.8.2), and the length of data that end with a mark (§7.2.7).
const UNKNOWN: u32 = u32::MAX;

/// Dictionaries of one image that hand on symbols of others: each holds them again.
const HANDED_ON: usize = 8;

/// Bytes that a symbol or a pattern takes beside its pixels, in every list that it is in.
const ENTRY: u64 = 64;

/// Bytes of memory for a byte of a code table, at most: a line of it has ten bits or so.
const TABLE: u64 = 64;

/// The largest page, and all bitmaps beside it that the segments name, those of the shared data and then its own.
///
/// # Errors
/// [`Error::TooMuch`] where symbols are coded so that nobody can know beforehand how large they are.
pub(super) fn claim(shared: &[u8], own: &[u8]) -> Result<Claim, Error> {
    let mut found = Found::default();
    for data in [shared, own] {
        let mut bytes = Bytes(data);
        while let Some(segment) = segment(&mut bytes) {
            found.add(&segment)?;
            if segment.kind == 51 {
                break;
            }
        }
    }
    let height = if found.open { found.height.max(found.stripes) } else { found.height };
    Ok(Claim { width: found.width, height, inks: 1, per_pixel: 2, beside: found.beside })
}

struct Segment<'a> {
    number: u32,
    kind: u8,
    refers: Vec<u32>,
    data: &'a [u8],
}

/// §7.2.
fn segment<'a>(bytes: &mut Bytes<'a>) -> Option<Segment<'a>> {
    let number = bytes.long()?;
    let flags = bytes.byte()?;
    let first = bytes.byte()?;
    let count = match first >> 5 {
        short @ 0..=4 => usize::from(short),
        7 => {
            let rest = bytes.take(3)?;
            let count =
                rest.iter().fold(usize::from(first & 31), |count, byte| count << 8 | usize::from(*byte));
            bytes.take((count + 1).div_ceil(8))?;
            count
        }
        _ => return None,
    };
    let wide = match number {
        0..=256 => 1,
        257..=65_536 => 2,
        _ => 4,
    };
    let refers = bytes.take(count.checked_mul(wide)?)?;
    let refers = refers.chunks_exact(wide);
    let refers =
        refers.map(|one| one.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))).collect();
    bytes.take(if flags & 0x40 == 0 { 1 } else { 4 })?;
    let length = match bytes.long()? {
        UNKNOWN => unknown_length(bytes.0)?,
        known => known as usize,
    };
    Some(Segment { number, kind: flags & 0x3f, refers, data: bytes.take(length)? })
}

/// Of a generic region whose length was not known when it was begun (§7.2.7).
fn unknown_length(data: &[u8]) -> Option<usize> {
    let flags = data.get(17)?;
    let (mark, head) = match (flags & 1, flags >> 1 & 3, flags & 0x10) {
        (1, ..) => ([0, 0], 18),
        (_, 0, 0) => ([0xff, 0xac], 26),
        (_, 0, _) => ([0xff, 0xac], 42),
        _ => ([0xff, 0xac], 20),
    };
    let found = data.get(head..)?.windows(6).position(|six| six.starts_with(&mark))?;
    Some(head + found + 6)
}

/// What the segments seen so far take.
#[derive(Default)]
struct Found {
    width: u64,
    height: u64,
    /// Whether the height of a page is not known.
    open: bool,
    /// The end of the last stripe.
    stripes: u64,
    beside: u64,
    /// Code tables by their number, and the bytes they take.
    tables: HashMap<u32, u64>,
    handed_on: usize,
}

impl Found {
    fn add(&mut self, segment: &Segment<'_>) -> Result<(), Error> {
        for number in &segment.refers {
            self.beside = self.beside.saturating_add(self.tables.get(number).copied().unwrap_or(0));
        }
        let mut data = Bytes(segment.data);
        let bytes = match segment.kind {
            0 => self.symbols(data, segment)?,
            4 | 6 | 7 | 36 | 38..=40 | 42 | 43 => region(&mut data),
            16 => patterns(&mut data),
            20 | 22 | 23 => halftone(&mut data),
            48 => {
                self.page(&mut data);
                None
            }
            50 => {
                self.stripes = self.stripes.max(data.long().map_or(0, |end| u64::from(end) + 1));
                None
            }
            53 => {
                let bytes = (segment.data.len() as u64).saturating_mul(TABLE);
                self.tables.insert(segment.number, bytes);
                Some(bytes)
            }
            _ => None,
        };
        self.beside = self.beside.saturating_add(bytes.unwrap_or(0));
        Ok(())
    }

    /// §7.4.8.
    fn page(&mut self, data: &mut Bytes<'_>) {
        let (Some(width), Some(height)) = (data.long(), data.long()) else { return };
        self.width = self.width.max(width.into());
        match height {
            UNKNOWN => self.open = true,
            known => self.height = self.height.max(known.into()),
        }
    }

    /// §7.4.2.
    fn symbols(&mut self, mut data: Bytes<'_>, segment: &Segment<'_>) -> Result<Option<u64>, Error> {
        let unbounded = || Err(Error::TooMuch { what: "symbols of an image" });
        let Some(flags) = data.short() else { return Ok(None) };
        let is_huffman = flags & 1 != 0;
        // Symbols made of others: a few bits say how large one is, and nothing more need be said of it.
        if flags & 2 != 0 {
            return unbounded();
        }
        let pixels = match (is_huffman, flags >> 10 & 3) {
            (true, _) => 0,
            (false, 0) => 8,
            (false, _) => 2,
        };
        let counts = data.take(pixels).and_then(|_| Some((data.long()?, data.long()?)));
        let Some((exported, new)) = counts else { return Ok(None) };
        if exported > new && !segment.refers.is_empty() {
            self.handed_on += 1;
            if self.handed_on > HANDED_ON {
                return unbounded();
            }
        }
        let listed = (u64::from(exported) + u64::from(new)).saturating_mul(ENTRY);
        if !is_huffman {
            // Each pixel of these is decoded by itself, so that they grow no faster than time goes by.
            return Ok(Some(listed));
        }
        // Code tables of its own, or such as do not exist.
        if flags & 0b100_1000 != 0 || flags & 0b10_0000 != 0 {
            return unbounded();
        }
        let tables = symbols::Tables { wide_heights: flags & 4 != 0, wide_widths: flags & 16 != 0 };
        Ok(Some(listed.saturating_add(symbols::bytes(data.0, new, tables))))
    }
}

/// Bytes of a bitmap, whose lines are whole words.
fn bitmap(width: u64, height: u64) -> u64 {
    width.div_ceil(32).saturating_mul(4).saturating_mul(height)
}

/// §7.4.1: a byte for each pixel as of a page, though it is a bit, because each takes time as well.
fn region(data: &mut Bytes<'_>) -> Option<u64> {
    let (width, height) = (data.long()?, data.long()?);
    data.take(9)?;
    Some(bitmap(width.into(), height.into()).saturating_mul(8))
}

/// §7.4.4: all of them side by side, each by itself, and small ones once for each place in a word.
fn patterns(data: &mut Bytes<'_>) -> Option<u64> {
    data.byte()?;
    let (width, height) = (u64::from(data.byte()?), u64::from(data.byte()?));
    let count = u64::from(data.long()?) + 1;
    let shifted = if width <= 32 && height <= 32 { 32 * 8 * height } else { 0 };
    let each = count.saturating_mul(ENTRY + bitmap(width, height) + shifted);
    Some(each.saturating_add(bitmap(count.saturating_mul(width), height)))
}

/// §7.4.5: the region, and the grid with a number for each pattern, two planes of bits and a mask.
fn halftone(data: &mut Bytes<'_>) -> Option<u64> {
    let own = region(data)?;
    data.byte()?;
    let (width, height) = (u64::from(data.long()?), u64::from(data.long()?));
    let numbers = width.saturating_mul(height).saturating_mul(4);
    Some(own.saturating_add(numbers).saturating_add(bitmap(width, height).saturating_mul(3)))
}
