//! What lay on a page and is not to be seen any more.

use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::peniko::color::PremulRgba8;
use serde::{Deserialize, Serialize};

use crate::lines::TextRun;
use crate::rectangles::Box;
use crate::text::Text;

/// By how much what is drawn differs from its ground, and what is hidden from what it was: of 255, in lightness.
const CONTRAST: i32 = 48;

/// Of the ink of words one part in so many is hidden where they are covered, and of a picture.
const OF_TEXT: usize = 4;
const OF_PICTURE: usize = 8;

/// Pixels that have to be hidden: of words, and of a picture. A stamp may touch a line.
const PIXELS_OF_TEXT: usize = 6;
const PIXELS_OF_PICTURE: usize = 200;

/// The longest text that is told, in characters.
const LONGEST: usize = 120;

/// What is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Covered {
    /// These words, cut off where they are many.
    Text(String),
    /// Something drawn.
    Picture,
}

/// How many more pixels are looked at on a page.
pub(crate) struct Patience(usize);

impl Default for Patience {
    /// Those of some hundred boxes as large as a page.
    fn default() -> Self {
        Self(400_000_000)
    }
}

/// What of the lower picture is not to be seen any more in an area of the upper one, both of the same size.
pub(crate) fn find(
    (under, now): (&Pixmap, &Pixmap),
    area: Box,
    (words, scale): (&Text, f32),
    patience: &mut Patience,
) -> Option<Covered> {
    let mut hidden = String::new();
    for run in words.runs.iter().filter(|run| run.text.chars().any(char::is_alphanumeric)) {
        let (ink, lost) = Ink::of(under, now, part(run, area, scale), patience)?.counts();
        if lost >= PIXELS_OF_TEXT && lost * OF_TEXT >= ink {
            let space = if hidden.is_empty() { "" } else { " " };
            hidden = format!("{hidden}{space}{}", run.text);
        }
        if hidden.chars().count() > LONGEST {
            let cut: String = hidden.chars().take(LONGEST).collect();
            return Some(Covered::Text(cut + "…"));
        }
    }
    if !hidden.is_empty() {
        return Some(Covered::Text(hidden));
    }
    let (ink, lost) = Ink::of(under, now, area, patience)?.counts();
    (lost >= PIXELS_OF_PICTURE && lost * OF_PICTURE >= ink).then_some(Covered::Picture)
}

/// What lies in an area of a picture under something of which it is not known how it looks: all of it counts as hidden.
pub(crate) fn under(
    picture: &Pixmap,
    area: Box,
    (words_of, scale): (&Text, f32),
    patience: &mut Patience,
) -> Option<Covered> {
    if let Some(hidden) = words(words_of, area, scale) {
        return Some(Covered::Text(hidden));
    }
    let ink = Ink::of(picture, picture, area, patience)?;
    (ink.drawn >= PIXELS_OF_PICTURE).then_some(Covered::Picture)
}

/// The words in an area, cut off where they are many; nothing where there are none.
pub(crate) fn words(text: &Text, area: Box, scale: f32) -> Option<String> {
    let mut found = String::new();
    for run in text.runs.iter().filter(|run| run.text.chars().any(char::is_alphanumeric)) {
        let part = part(run, area, scale);
        if part[0] < part[2] && part[1] < part[3] {
            let space = if found.is_empty() { "" } else { " " };
            found = format!("{found}{space}{}", run.text);
        }
        if found.chars().count() > LONGEST {
            let cut: String = found.chars().take(LONGEST).collect();
            return Some(cut + "…");
        }
    }
    Some(found).filter(|found| !found.is_empty())
}

/// The part of an area in which a piece of a line stands.
fn part(run: &TextRun, area: Box, scale: f32) -> Box {
    let sides = [run.x, run.y, run.x + run.width, run.y + run.height].map(|side| side * scale);
    // Negative and endless ones become 0 and the largest.
    let [left, top, right, bottom] = sides.map(|side| side.ceil() as usize);
    [left.max(area[0]), top.max(area[1]), right.min(area[2]), bottom.min(area[3])]
}

/// What is drawn in a part of a picture, and what of it is lost in another.
struct Ink {
    drawn: usize,
    lost: usize,
}

impl Ink {
    /// Nothing when patience comes to its end.
    fn of(under: &Pixmap, now: &Pixmap, part: Box, patience: &mut Patience) -> Option<Self> {
        let width = usize::from(under.width());
        let [left, top, right, bottom] = part;
        let (right, bottom) = (right.min(width), bottom.min(usize::from(under.height())));
        let mut found = Self { drawn: 0, lost: 0 };
        if left >= right || top >= bottom {
            return Some(found);
        }
        patience.0 = patience.0.checked_sub((right - left) * (bottom - top))?;
        let rows = |of: &'_ Pixmap, y: usize| {
            y * usize::from(of.width()) + left..y * usize::from(of.width()) + right
        };
        // The ground is the lightness that most of it has.
        let mut shares = [0_usize; 16];
        for y in top..bottom {
            under.data()[rows(under, y)].iter().for_each(|pixel| shares[lightness(pixel) as usize / 16] += 1);
        }
        let most = (0..16).max_by_key(|share| shares[*share]).unwrap_or_default();
        let ground = i32::try_from(most * 16 + 8).unwrap_or_default();
        for y in top..bottom {
            let both = under.data()[rows(under, y)].iter().zip(&now.data()[rows(now, y)]);
            // The ground beside it, as it was and as it is: ink on ground of its own colour is not to be seen either.
            let mut beside = (ground, ground);
            for (was, is) in both.map(|(was, is)| (lightness(was), lightness(is))) {
                if (was - ground).abs() <= CONTRAST {
                    beside = (was, is);
                    continue;
                }
                let drowned = (beside.0 - beside.1).abs() > CONTRAST && (is - beside.1).abs() <= CONTRAST;
                found.drawn += 1;
                found.lost += usize::from((was - is).abs() > CONTRAST || drowned);
            }
        }
        Some(found)
    }

    const fn counts(&self) -> (usize, usize) {
        (self.drawn, self.lost)
    }
}

/// From 0 to 255 (ITU-R BT.601).
fn lightness(pixel: &PremulRgba8) -> i32 {
    (i32::from(pixel.r) * 299 + i32::from(pixel.g) * 587 + i32::from(pixel.b) * 114) / 1000
}
