//! Pixels that differ, gathered into rectangles.

use hayro::vello_cpu::Pixmap;

/// Side of a cell, in pixels: a letter of a line of text.
const CELL: usize = 8;

/// Cells between two that still belong together: the space between words, and between lines.
const NEAR: usize = 2;

/// Rectangles of a page; those beyond are joined to one.
const MOST: usize = 20;

/// Left, top, right, bottom, in pixels; the last two exclusive.
pub(crate) type Box = [usize; 4];

/// A side of a rectangle in points, as a number that can be written down: whatever a document claims, no page is larger.
#[expect(clippy::cast_possible_truncation, reason = "page coordinates")]
pub(crate) fn side(points: f64) -> f32 {
    if points.is_nan() { 0.0 } else { points.clamp(-1e9, 1e9) as f32 }
}

/// Marks on a page.
pub(crate) struct Marks {
    width: usize,
    height: usize,
    /// The box of the marks in each cell.
    cells: Vec<Option<Box>>,
}

impl Marks {
    /// None yet, on a page of so many pixels.
    pub(crate) fn new(width: usize, height: usize) -> Self {
        let (width, height) = (width.div_ceil(CELL), height.div_ceil(CELL));
        Self { width, height, cells: vec![None; width * height] }
    }

    /// None yet, on a picture.
    pub(crate) fn of(picture: &Pixmap) -> Self {
        Self::new(usize::from(picture.width()), usize::from(picture.height()))
    }

    /// One more.
    pub(crate) fn add(&mut self, x: usize, y: usize) {
        let cell = &mut self.cells[y / CELL * self.width + x / CELL];
        *cell = Some(joined(*cell, [x, y, x + 1, y + 1]));
    }

    /// What belongs together in one rectangle each, from top to bottom.
    pub(crate) fn rectangles(mut self) -> Vec<Box> {
        let mut found: Vec<Box> = Vec::new();
        for start in 0..self.cells.len() {
            let Some(first) = self.cells[start].take() else { continue };
            found.push(self.together(start, first));
        }
        if found.len() > MOST {
            let rest = found.split_off(MOST - 1);
            found.extend(rest.into_iter().reduce(|one, other| joined(Some(one), other)));
        }
        found
    }

    fn together(&mut self, start: usize, first: Box) -> Box {
        let (mut rectangle, mut waiting) = (first, vec![start]);
        while let Some(at) = waiting.pop() {
            let (x, y) = (at % self.width, at / self.width);
            for row in y.saturating_sub(NEAR)..(y + NEAR + 1).min(self.height) {
                for column in x.saturating_sub(NEAR)..(x + NEAR + 1).min(self.width) {
                    let next = row * self.width + column;
                    if let Some(marks) = self.cells[next].take() {
                        rectangle = joined(Some(rectangle), marks);
                        waiting.push(next);
                    }
                }
            }
        }
        rectangle
    }
}

pub(crate) fn joined(one: Option<Box>, other: Box) -> Box {
    let Some([left, top, right, bottom]) = one else { return other };
    [left.min(other[0]), top.min(other[1]), right.max(other[2]), bottom.max(other[3])]
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn words_of_a_line_are_one_rectangle_and_other_corners_are_others() {
        let mut marks = Marks::new(600, 800);
        for x in [100, 110, 122] {
            marks.add(x, 50);
        }
        marks.add(500, 700);
        assert_eq!(marks.rectangles(), [[100, 50, 123, 51], [500, 700, 501, 701]]);
    }

    #[test]
    fn a_page_of_dots_has_no_more_rectangles_than_can_be_told() {
        let mut marks = Marks::new(1000, 1000);
        for at in 0..20 {
            (0..20).for_each(|x| marks.add(x * 50, at * 50));
        }
        let found = marks.rectangles();
        assert_eq!(found.len(), 20);
        assert_eq!(found.last().map(|last| last[3]), Some(951), "the rest is in the last");
    }
}
