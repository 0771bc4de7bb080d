//! A place on a page where nothing is.

use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;

use crate::error::Error;
use crate::pages::size;
use crate::picture::{self, Budget};

/// From the edges of the page: half an inch, or a twentieth of a small page. In points.
const MARGIN: f32 = 36.0;
const SMALL: f32 = 0.05;

/// From the nearest ink, in points.
const CLEAR: usize = 6;

/// How far apart places are tried, in points.
const STEP: usize = 2;

/// A channel below this is ink; paper is white.
const PAPER: u8 = 250;

/// The upper left corner of a box of that size without ink, as far down as possible and then as far left.
pub(crate) fn find<'a>(
    page: &'a Page<'a>,
    (width, height): (f32, f32),
    budget: Budget,
) -> Result<Option<(f32, f32)>, Error> {
    let shown = size(page);
    let (pixmap, _) = picture::pixels(page, 1.0, budget)?;
    let margin = MARGIN.min(shown.width.min(shown.height) * SMALL);
    // A pixel is a point. Negative and endless sizes become 0 and the largest.
    let whole = |length: f32| length.ceil() as usize;
    let (wide, high, margin) = (whole(width), whole(height), whole(margin));
    if wide == 0 || high == 0 {
        return Ok(None);
    }
    let ink = Ink::of(&pixmap);
    let last = |page: usize, length: usize| page.checked_sub(margin.checked_add(length)?);
    let (Some(right), Some(bottom)) = (last(ink.width, wide), last(ink.height, high)) else {
        return Ok(None);
    };
    let mut y = bottom;
    while y >= margin {
        for x in (margin..=right).step_by(STEP) {
            if ink.is_free(
                x.saturating_sub(CLEAR),
                y.saturating_sub(CLEAR),
                x + wide + CLEAR,
                y + high + CLEAR,
            ) {
                #[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
                return Ok(Some((x as f32, y as f32)));
            }
        }
        let Some(above) = y.checked_sub(STEP) else { break };
        y = above;
    }
    Ok(None)
}

/// Whether a box has no ink: left, top, width and height.
pub(crate) fn is_free<'a>(page: &'a Page<'a>, place: [f32; 4], budget: Budget) -> Result<bool, Error> {
    let (pixmap, _) = picture::pixels(page, 1.0, budget)?;
    let [left, top, width, height] = place;
    let ink = Ink::of(&pixmap);
    let (right, bottom) = (left + width, top + height);
    // A point of rounding at each edge.
    let inside =
        left >= 0.0 && top >= 0.0 && right <= ink.width as f32 + 1.0 && bottom <= ink.height as f32 + 1.0;
    // Positive and no larger than the page.
    Ok(inside && ink.is_free(left.ceil() as usize, top.ceil() as usize, right as usize, bottom as usize))
}

/// How many inked pixels there are above and to the left of each.
struct Ink {
    width: usize,
    height: usize,
    sums: Vec<u32>,
}

impl Ink {
    fn of(pixmap: &Pixmap) -> Self {
        let (width, height) = (usize::from(pixmap.width()), usize::from(pixmap.height()));
        let line = width + 1;
        let mut sums = vec![0; line * (height + 1)];
        for (y, row) in pixmap.data().chunks_exact(width.max(1)).enumerate() {
            let mut in_row = 0_u32;
            for (x, pixel) in row.iter().enumerate() {
                in_row += u32::from(pixel.r < PAPER || pixel.g < PAPER || pixel.b < PAPER);
                let above: u32 = sums[y * line + x + 1];
                sums[(y + 1) * line + x + 1] = above + in_row;
            }
        }
        Self { width, height, sums }
    }

    /// Whether there is no ink in that box, what lies beyond the page aside.
    fn is_free(&self, left: usize, top: usize, right: usize, bottom: usize) -> bool {
        let (right, bottom) = (right.min(self.width), bottom.min(self.height));
        let sum = |x: usize, y: usize| u64::from(self.sums[y * (self.width + 1) + x]);
        sum(right, bottom) + sum(left, top) == sum(left, bottom) + sum(right, top)
    }
}
