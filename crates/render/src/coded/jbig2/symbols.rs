//! How large the symbols of a dictionary are that is coded by Huffman's method, T.88 §6.5.

use super::bitmap;

/// Which of the standard tables are used (§7.4.2.1.1).
#[derive(Clone, Copy)]
pub(super) struct Tables {
    /// B.5 for the heights, else B.4.
    pub(super) wide_heights: bool,
    /// B.3 for the widths, else B.2.
    pub(super) wide_widths: bool,
}

/// A line of a table: prefix, its length, length of what follows, the first value; the last two lines of some go down, or end a row.
type Line = (u32, u32, u32, i64);

/// Behind the first value, no value: out of band, or a range that goes down.
const ROW_ENDS: u32 = 99;
const DOWN: u32 = 98;

/// Annex B.5.
const B1: &[Line] = &[(0, 1, 4, 0), (0b10, 2, 8, 16), (0b110, 3, 16, 272), (0b111, 3, 32, 65_808)];
const B2: &[Line] = &[
    (0, 1, 0, 0),
    (0b10, 2, 0, 1),
    (0b110, 3, 0, 2),
    (0b1110, 4, 3, 3),
    (0b1_1110, 5, 6, 11),
    (0b11_1110, 6, 32, 75),
    (0b11_1111, 6, ROW_ENDS, 0),
];
const B3: &[Line] = &[
    (0b1111_1110, 8, 8, -256),
    (0, 1, 0, 0),
    (0b10, 2, 0, 1),
    (0b110, 3, 0, 2),
    (0b1110, 4, 3, 3),
    (0b1_1110, 5, 6, 11),
    (0b1111_1111, 8, DOWN, -257),
    (0b111_1110, 7, 32, 75),
    (0b11_1110, 6, ROW_ENDS, 0),
];
const B4: &[Line] = &[
    (0, 1, 0, 1),
    (0b10, 2, 0, 2),
    (0b110, 3, 0, 3),
    (0b1110, 4, 3, 4),
    (0b1_1110, 5, 6, 12),
    (0b1_1111, 5, 32, 76),
];
const B5: &[Line] = &[
    (0b111_1110, 7, 8, -255),
    (0, 1, 0, 1),
    (0b10, 2, 0, 2),
    (0b110, 3, 0, 3),
    (0b1110, 4, 3, 4),
    (0b1_1110, 5, 6, 12),
    (0b111_1111, 7, DOWN, -256),
    (0b11_1110, 6, 32, 76),
];

/// Bytes of all bitmaps of a dictionary of so many symbols: each row of them, of one height, is one bitmap first.
pub(super) fn bytes(data: &[u8], count: u32, tables: Tables) -> u64 {
    let mut total = 0_u64;
    let _ = rows(&mut Bits { data, place: 0 }, count, tables, &mut total);
    total
}

fn rows(bits: &mut Bits<'_>, count: u32, tables: Tables, total: &mut u64) -> Option<()> {
    let heights = if tables.wide_heights { B5 } else { B4 };
    let widths = if tables.wide_widths { B3 } else { B2 };
    let (mut height, mut known) = (0_i64, 0);
    while known < count {
        height = height.checked_add(bits.value(heights)??)?;
        let rows = u64::try_from(height).ok()?;
        let (mut width, mut all) = (0_i64, 0_u64);
        while let Some(more) = bits.value(widths)? {
            if known >= count {
                return None;
            }
            known += 1;
            width = width.checked_add(more)?;
            let wide = u64::try_from(width).ok()?;
            all = all.checked_add(wide)?;
            *total = total.saturating_add(bitmap(wide, rows).saturating_mul(2));
        }
        *total = total.saturating_add(bitmap(all, rows));
        // Where it is not packed, its length is that of its lines (§6.5.9).
        let length = match bits.value(B1)?? {
            0 => all.div_ceil(8).saturating_mul(rows),
            length => length.try_into().ok()?,
        };
        bits.skip(length)?;
    }
    Some(())
}

/// Bits from the most significant one on, by their place.
struct Bits<'a> {
    data: &'a [u8],
    place: usize,
}

impl Bits<'_> {
    fn bit(&mut self) -> Option<u32> {
        let byte = self.data.get(self.place / 8)?;
        let bit = byte >> (7 - self.place % 8) & 1;
        self.place += 1;
        Some(bit.into())
    }

    fn number(&mut self, length: u32) -> Option<i64> {
        (0..length).try_fold(0, |number, _| Some(number << 1 | i64::from(self.bit()?)))
    }

    /// A value, or the end of a row.
    fn value(&mut self, table: &[Line]) -> Option<Option<i64>> {
        let (mut code, mut read) = (0, 0);
        loop {
            code = code << 1 | self.bit()?;
            read += 1;
            let line = table.iter().find(|(prefix, length, ..)| (*prefix, *length) == (code, read));
            match line {
                Some((.., ROW_ENDS, _)) => return Some(None),
                Some((.., DOWN, first)) => return Some(Some(first - self.number(32)?)),
                Some((.., length, first)) => return Some(Some(first + self.number(*length)?)),
                None if read > 8 => return None,
                None => {}
            }
        }
    }

    /// From the next whole byte on.
    fn skip(&mut self, bytes: u64) -> Option<()> {
        let start = self.place.div_ceil(8).checked_add(usize::try_from(bytes).ok()?)?;
        self.place = start.checked_mul(8)?;
        Some(())
    }
}
