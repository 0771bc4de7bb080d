//! Lines of text and a picture in a box.

use crate::{
    appearance::{Line, Seal, Weight, face},
    error::Error,
};

/// Sizes of text in points: the largest that is set, the smallest that can be read on paper, and the steps between.
pub(crate) const LARGEST: f32 = 10.0;
pub(crate) const SMALLEST: f32 = 5.0;
const STEP: f32 = 0.25;

/// How much larger the name is, and from one base line to the next.
const NAME: f32 = 1.3;
const LEADING: f32 = 1.25;

/// Above the base line in shares of the size, of which a capital letter with a mark takes nearly all.
const ASCENT: f32 = 0.97;

/// From the edge of the box to what is in it, and between picture and text: at most, in points.
const PADDING: f32 = 5.0;

/// The picture takes at most this share of the box beside text.
const PICTURE: f32 = 0.38;

/// A box this many times wider than high has its picture at the side.
const WIDE: f32 = 1.4;

/// The largest side of a page (annex C.2), in points.
const MAX_SIDE: u16 = 14_400;

/// Bytes of text in a seal, and its lines: far more than can be read.
const MAX_TEXT: usize = 4_000;
const MAX_LINES: usize = 100;

/// Where everything stands: points from the lower left corner of the box.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Layout {
    pub(crate) rows: Vec<Row>,
    /// Left, bottom, width and height.
    pub(crate) picture: Option<[f32; 4]>,
}

/// One line as set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) text: String,
    pub(crate) weight: Weight,
    pub(crate) size: f32,
    pub(crate) x: f32,
    /// Of the base line.
    pub(crate) y: f32,
}

/// Sets a seal into a box of `width` and `height` points, as large as it fits.
///
/// # Errors
/// [`Error::SealTooSmall`] with a size that suffices, [`Error::SealCharacter`], [`Error::TooLarge`].
pub(crate) fn layout(seal: &Seal, width: f32, height: f32) -> Result<Layout, Error> {
    let text: usize = seal.lines.iter().map(|line| line.text.len()).sum();
    if text > MAX_TEXT || seal.lines.len() > MAX_LINES {
        return Err(Error::TooLarge { what: "the text of the seal", limit: MAX_TEXT as u64 });
    }
    let lines: Vec<Line> = (seal.lines.iter())
        .map(|line| Line { text: face::set(&line.text), weight: line.weight })
        .filter(|line| !line.text.trim().is_empty())
        .collect();
    let mut size = LARGEST;
    while size >= SMALLEST {
        if let Some(found) = at_size(seal, &lines, width, height, size)? {
            return Ok(found);
        }
        size -= STEP;
    }
    Err(too_small(seal, &lines, width, height)?)
}

/// The size that would suffice: higher first, then also wider.
fn too_small(seal: &Seal, lines: &[Line], width: f32, height: f32) -> Result<Error, Error> {
    let whole = |length: f32| length.ceil().clamp(1.0, f32::from(MAX_SIDE)) as u16;
    let (has_width, has_height) = (whole(width), whole(height));
    let mut needed_width = has_width.max(40);
    loop {
        // Four times as high as wide is no seal any more.
        let highest = needed_width.saturating_mul(4).min(MAX_SIDE);
        for needed_height in has_height.min(highest)..=highest {
            let (width, height) = (f32::from(needed_width), f32::from(needed_height));
            if at_size(seal, lines, width, height, SMALLEST)?.is_some() {
                let figures = [has_width, has_height, needed_width, needed_height].map(u32::from);
                let [width, height, needed_width, needed_height] = figures;
                return Ok(Error::SealTooSmall { width, height, needed_width, needed_height });
            }
        }
        if needed_width == MAX_SIDE {
            return Ok(Error::TooLarge { what: "the text of the seal", limit: MAX_TEXT as u64 });
        }
        needed_width = needed_width.saturating_mul(2).min(MAX_SIDE);
    }
}

/// Everything at one size of text; nothing when it does not fit.
fn at_size(seal: &Seal, lines: &[Line], width: f32, height: f32, size: f32) -> Result<Option<Layout>, Error> {
    let padding = PADDING.min(width * 0.08).min(height * 0.08);
    let (inner_width, inner_height) = (width - 2.0 * padding, height - 2.0 * padding);
    let mut area = [padding, padding, inner_width, inner_height];
    let mut found = Layout::default();
    if let Some(picture) = &seal.picture {
        let at_side = width >= height * WIDE;
        let room = match (lines.is_empty(), at_side) {
            (true, _) => (inner_width, inner_height),
            (_, true) => (inner_width * PICTURE, inner_height),
            (_, false) => (inner_width, inner_height * PICTURE),
        };
        let (pixels_x, pixels_y) = picture.size();
        let scale = (room.0 / pixels_x as f32).min(room.1 / pixels_y as f32);
        let (wide, high) = (pixels_x as f32 * scale, pixels_y as f32 * scale);
        let (x, y) = match (lines.is_empty(), at_side) {
            (true, _) => (padding + (inner_width - wide) / 2.0, padding + (inner_height - high) / 2.0),
            (_, true) => (padding, padding + (inner_height - high) / 2.0),
            (_, false) => (padding, height - padding - high),
        };
        found.picture = Some([x, y, wide, high]);
        if at_side {
            area = [padding + wide + padding, padding, inner_width - wide - padding, inner_height];
        } else {
            area[3] = inner_height - high - padding;
        }
    }
    let [x, bottom, room_x, room_y] = area;
    let mut rows = Vec::new();
    let mut used = 0.0;
    for line in lines {
        let size = if line.weight == Weight::Name { size * NAME } else { size };
        let Some(pieces) = broken(line, room_x, size)? else { return Ok(None) };
        for text in pieces {
            used += size * LEADING;
            if used > room_y {
                return Ok(None);
            }
            rows.push(Row { text, weight: line.weight, size, x, y: 0.0 });
        }
    }
    let mut top = bottom + room_y - (room_y - used) / 2.0;
    for row in &mut rows {
        row.y = top - row.size * ASCENT - row.size * (LEADING - ASCENT - 0.25) / 2.0;
        top -= row.size * LEADING;
    }
    found.rows = rows;
    Ok(Some(found))
}

/// A line in pieces that fit, broken between words, and within a word that is longer than the room. Nothing when not
/// even a letter fits.
fn broken(line: &Line, room: f32, size: f32) -> Result<Option<Vec<String>>, Error> {
    let face = face::face(line.weight)?;
    // A hair, so that a text as long as the room is not broken by rounding.
    let room = room * 1000.0 / size + 0.1;
    let space = face.advance(face.glyph(' ')?);
    let mut pieces = Vec::new();
    let (mut piece, mut used) = (String::new(), 0.0);
    for word in line.text.split(' ').filter(|word| !word.is_empty()) {
        let length = face.length(word)?;
        if !piece.is_empty() && used + space + length <= room {
            piece.push(' ');
            piece.push_str(word);
            used += space + length;
            continue;
        }
        if !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
        }
        used = 0.0;
        for letter in word.chars() {
            let advance = face.advance(face.glyph(letter)?);
            if advance > room {
                return Ok(None);
            }
            if used + advance > room {
                pieces.push(std::mem::take(&mut piece));
                used = 0.0;
            }
            piece.push(letter);
            used += advance;
        }
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    Ok(Some(pieces))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::appearance::Border;

    fn seal(lines: &[&str]) -> Seal {
        let line = |(index, text): (usize, &&str)| Line {
            text: (*text).into(),
            weight: if index == 0 { Weight::Name } else { Weight::Text },
        };
        Seal { lines: lines.iter().enumerate().map(line).collect(), picture: None, border: Border::None }
    }

    #[test]
    fn text_shrinks_to_its_box_and_stays_inside() {
        let seal =
            seal(&["Mari-Liis Männik", "2026-11-26 16:20:00 UTC", "Agreed to all of its seventeen clauses"]);
        let mut last = 0.0;
        for (width, height) in [(90.0, 40.0), (120.0, 50.0), (200.0, 80.0), (400.0, 200.0)] {
            let found = layout(&seal, width, height).unwrap();
            let size = found.rows.last().unwrap().size;
            assert!(size >= last && (SMALLEST..=LARGEST).contains(&size), "{size}");
            last = size;
            for row in &found.rows {
                let length = face::face(row.weight).unwrap().length(&row.text).unwrap() * row.size / 1000.0;
                assert!(row.x >= 0.0 && row.x + length <= width, "{row:?} in {width}");
                assert!(
                    row.y - row.size * 0.25 >= 0.0 && row.y + row.size * 0.97 <= height,
                    "{row:?} in {height}"
                );
            }
        }
        assert_eq!(last, LARGEST);
    }

    #[test]
    fn a_box_that_is_too_small_says_what_would_do_and_that_does() {
        let seal = seal(&["Mari-Liis Männik", "PNOEE-40504040001", "2026-11-26 16:20:00 UTC"]);
        for (width, height) in [(20.0, 10.0), (100.0, 12.0), (3.0, 3.0), (60.0, 20.0)] {
            let Err(Error::SealTooSmall { needed_width, needed_height, .. }) = layout(&seal, width, height)
            else {
                panic!("{width} x {height} fits")
            };
            layout(&seal, needed_width as f32, needed_height as f32).unwrap();
        }
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_and_loses_nothing() {
        let found = layout(&seal(&["Kõrvemaalapsepõlvekodukirjanik"]), 60.0, 60.0).unwrap();
        assert!(found.rows.len() > 1);
        assert_eq!(
            found.rows.iter().map(|row| row.text.as_str()).collect::<String>(),
            "Kõrvemaalapsepõlvekodukirjanik"
        );
    }

    #[test]
    fn a_book_is_no_seal() {
        let long = "word ".repeat(2_000);
        assert!(matches!(layout(&seal(&[&long]), 200.0, 80.0), Err(Error::TooLarge { .. })));
    }
}
