//! Glyphs become words and lines.

use hayro::kurbo::{Point, Rect, Vec2};
use serde::{Deserialize, Serialize};

/// A piece of a line of text and its box, in points from the top left corner of the page as shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextRun {
    /// The words, with single spaces where the line has gaps.
    pub text: String,
    /// Left edge.
    pub x: f32,
    /// Upper edge: four fifths of the font size above the base line.
    pub y: f32,
    /// To the right edge.
    pub width: f32,
    /// To the lower edge; the font size where text runs level.
    pub height: f32,
}

impl TextRun {
    pub(crate) fn touches(&self, bounds: Rect) -> bool {
        let (x, y) = (f64::from(self.x), f64::from(self.y));
        bounds.overlaps(Rect::new(x, y, x + f64::from(self.width), y + f64::from(self.height)))
    }
}

/// A glyph on the page.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// What it means; empty when the font does not say.
    pub(crate) text: String,
    /// Where it stands on the base line.
    pub(crate) origin: Point,
    /// Direction of the line, of length 1.
    pub(crate) towards: Vec2,
    /// Its width along the line.
    pub(crate) advance: f64,
    /// From the base line up, as long as the font is large.
    pub(crate) rise: Vec2,
    /// Whether the line runs downwards: such glyphs stand alone.
    pub(crate) vertical: bool,
}

/// Lines in the making.
#[derive(Default)]
pub(crate) struct Lines {
    done: Vec<TextRun>,
    open: Option<Line>,
}

impl Lines {
    /// One more glyph.
    pub(crate) fn add(&mut self, mark: Mark) {
        let continued = self.open.as_mut().is_some_and(|line| line.take(&mark));
        if !continued {
            self.close();
            self.open = Some(Line::new(mark));
        }
    }

    /// All of them.
    pub(crate) fn finish(mut self) -> Vec<TextRun> {
        self.close();
        self.done
    }

    fn close(&mut self) {
        self.done.extend(self.open.take().and_then(Line::into_run));
    }
}

/// Shares of the font size: a gap that is a space, one that parts columns, one that leads back (kerning goes less
/// far), and how far a base line may wander.
const SPACE: f64 = 0.16;
const COLUMN: f64 = 0.8;
const BACK: f64 = 0.4;
const WANDER: f64 = 0.2;

struct Line {
    text: String,
    start: Point,
    /// Where the next glyph is expected.
    end: Point,
    /// Where the last visible glyph ends.
    inked: Point,
    towards: Vec2,
    rise: Vec2,
    vertical: bool,
}

impl Line {
    fn new(mark: Mark) -> Self {
        let end = mark.origin + mark.towards * mark.advance;
        let Mark { text, origin: start, towards, rise, vertical, .. } = mark;
        Self { text, start, end, inked: end, towards, rise, vertical }
    }

    /// Takes the glyph if it stands where the line goes on.
    fn take(&mut self, mark: &Mark) -> bool {
        let size = self.rise.hypot();
        let step = mark.origin - self.end;
        let (gap, aside) = (step.dot(self.towards), step.cross(self.towards).abs());
        let same =
            (mark.towards - self.towards).hypot() < 0.02 && (mark.rise - self.rise).hypot() < size * WANDER;
        if self.vertical
            || mark.vertical
            || !same
            || aside > size * WANDER
            || gap > size * COLUMN
            || gap < -size * BACK
        {
            return false;
        }
        let blank = mark.text.chars().all(char::is_whitespace);
        if gap > size * SPACE && !blank && !self.text.ends_with(char::is_whitespace) && !self.text.is_empty()
        {
            self.text.push(' ');
        }
        self.text.push_str(&mark.text);
        self.end = mark.origin + mark.towards * mark.advance;
        if !blank {
            self.inked = self.end;
        }
        true
    }

    /// The words and their box; `None` for blanks.
    fn into_run(self) -> Option<TextRun> {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return None;
        }
        let (up, down) = (self.rise * 0.8, self.rise * -0.2);
        let corners = [self.start + up, self.start + down, self.inked + up, self.inked + down];
        let frame = corners
            .iter()
            .skip(1)
            .fold(Rect::from_points(corners[0], corners[0]), |frame, corner| frame.union_pt(*corner));
        #[expect(clippy::cast_possible_truncation, reason = "page coordinates")]
        let [x, y, width, height] =
            [frame.x0, frame.y0, frame.width(), frame.height()].map(|value| value as f32);
        Some(TextRun { text, x, y, width, height })
    }
}
