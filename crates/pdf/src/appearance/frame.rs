//! From a page as shown to its user space, and back upright.

use lopdf::{Dictionary, Object};

use crate::{appearance::Place, error::Error, reading::Reading};

/// Pages inherit from their parents (§7.7.3.4); deeper than any tree of pages.
const MAX_DEPTH: usize = 64;

/// How far a box may stick out of the page, for figures that were rounded: in points.
const SLACK: f32 = 0.01;

/// How a page is shown (§14.11.2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct View {
    /// Left, bottom, right, top of what is shown, in user space.
    area: [f32; 4],
    /// Quarter turns clockwise.
    turns: u8,
    /// Points in a unit of user space.
    unit: f32,
}

/// How the page of that dictionary is shown.
pub(crate) fn view(reading: &Reading<'_>, page: &Dictionary) -> Result<View, Error> {
    let media = rectangle(reading, page, b"MediaBox")?.unwrap_or([0.0, 0.0, 612.0, 792.0]);
    let crop = rectangle(reading, page, b"CropBox")?.unwrap_or(media);
    let both = [crop[0].max(media[0]), crop[1].max(media[1]), crop[2].min(media[2]), crop[3].min(media[3])];
    // Readers show the media box where the crop box leaves nothing of it.
    let area = if both[0] < both[2] && both[1] < both[3] { both } else { media };
    let turns = inherited(reading, page, b"Rotate")?.as_i64().unwrap_or(0);
    // A remainder of 4 quarter turns.
    let turns = (turns / 90).rem_euclid(4) as u8;
    let unit = reading.get(page, b"UserUnit")?;
    let unit = number(&unit).filter(|unit| *unit > 0.0).unwrap_or(1.0);
    Ok(View { area, turns, unit })
}

impl View {
    pub(crate) fn width(&self) -> f32 {
        self.size().0 * self.unit
    }

    pub(crate) fn height(&self) -> f32 {
        self.size().1 * self.unit
    }

    pub(crate) fn unit(&self) -> f32 {
        self.unit
    }

    /// The shorter side, in user units.
    pub(crate) fn shorter(&self) -> f32 {
        let (across, upwards) = self.size();
        across.min(upwards)
    }

    /// As shown, in user units.
    fn size(&self) -> (f32, f32) {
        let [left, bottom, right, top] = self.area;
        if self.turns.is_multiple_of(2) { (right - left, top - bottom) } else { (top - bottom, right - left) }
    }

    /// `/Rect` of a place.
    pub(crate) fn rect(&self, place: Place) -> Result<String, Error> {
        let Place { x, y, width, height } = place;
        let inside = x >= -SLACK
            && y >= -SLACK
            && width > 0.0
            && height > 0.0
            && x + width <= self.width() + SLACK
            && y + height <= self.height() + SLACK;
        if !inside {
            return Err(Error::SealOutside {
                place: [x, y, width, height].map(points),
                page: [self.width(), self.height()].map(points),
            });
        }
        let [x, y, width, height] = [x, y, width, height].map(|length| length / self.unit);
        let (one, other) = (self.point(x, y), self.point(x + width, y + height));
        let corners = [one.0.min(other.0), one.1.min(other.1), one.0.max(other.0), one.1.max(other.1)];
        Ok(format!("[{}]", corners.map(decimal).join(" ")))
    }

    /// Where a point of the page as shown lies in user space.
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        let [left, bottom, right, top] = self.area;
        match self.turns {
            0 => (left + x, top - y),
            1 => (left + y, bottom + x),
            2 => (right - x, bottom + y),
            _ => (right - y, top - x),
        }
    }

    /// The place of a `/Rect`, its corners in order.
    pub(crate) fn shown(&self, [one, low, other, high]: [f32; 4]) -> Place {
        let [left, bottom, right, top] = self.area;
        let (x, y) = match self.turns {
            0 => (one - left, top - high),
            1 => (low - bottom, one - left),
            2 => (right - other, low - bottom),
            _ => (top - high, right - other),
        };
        let (width, height) = self.shown_size([one, low, other, high]);
        Place { x: x * self.unit, y: y * self.unit, width, height }
    }

    /// `/Matrix` that turns a box of that size against the page, back to where it began (§12.5.5, algorithm 8).
    pub(crate) fn upright(&self, (width, height): (f32, f32)) -> [f32; 6] {
        match self.turns {
            0 => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            1 => [0.0, 1.0, -1.0, 0.0, height, 0.0],
            2 => [-1.0, 0.0, 0.0, -1.0, width, height],
            _ => [0.0, -1.0, 1.0, 0.0, 0.0, width],
        }
    }

    /// The size of a `/Rect` of this page as shown, in points.
    pub(crate) fn shown_size(&self, [left, bottom, right, top]: [f32; 4]) -> (f32, f32) {
        let (width, height) = ((right - left) * self.unit, (top - bottom) * self.unit);
        if self.turns.is_multiple_of(2) { (width, height) } else { (height, width) }
    }
}

/// Whole points, for errors.
fn points(length: f32) -> i64 {
    // A float beyond the range becomes its end.
    length.round() as i64
}

/// A number as PDF writes it, to a thousandth.
fn decimal(number: f32) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A rectangle with its corners in order.
pub(crate) fn rectangle(
    reading: &Reading<'_>,
    dictionary: &Dictionary,
    key: &[u8],
) -> Result<Option<[f32; 4]>, Error> {
    let Object::Array(found) = inherited(reading, dictionary, key)? else { return Ok(None) };
    let mut sides = [0.0; 4];
    if found.len() != 4 {
        return Ok(None);
    }
    for (side, object) in sides.iter_mut().zip(&found) {
        let object = reading.resolve(object)?;
        match number(&object) {
            Some(value) => *side = value,
            None => return Ok(None),
        }
    }
    let [a, b, c, d] = sides;
    Ok(Some([a.min(c), b.min(d), a.max(c), b.max(d)]))
}

fn number(object: &Object) -> Option<f32> {
    let value = match object {
        Object::Integer(value) => *value as f32,
        Object::Real(value) => *value,
        _ => return None,
    };
    // Beyond this no reader goes (annex C.2), and sums stay finite.
    (value.abs() <= 1e7).then_some(value)
}

/// An entry of the page or of those above it.
fn inherited(reading: &Reading<'_>, page: &Dictionary, key: &[u8]) -> Result<Object, Error> {
    let mut node = page.clone();
    for _ in 0..MAX_DEPTH {
        let found = reading.get(&node, key)?;
        if !found.is_null() {
            return Ok(found.into_owned());
        }
        match reading.dictionary(&node, b"Parent")? {
            Some(parent) => node = parent.into_owned(),
            None => break,
        }
    }
    Ok(Object::Null)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_upper_left_corner_is_found_however_the_page_is_turned() {
        let place = Place { x: 0.0, y: 0.0, width: 30.0, height: 20.0 };
        let rect = |turns| View { area: [10.0, 100.0, 210.0, 400.0], turns, unit: 1.0 }.rect(place).unwrap();
        assert_eq!(rect(0), "[10 380 40 400]");
        assert_eq!(rect(1), "[10 100 30 130]");
        assert_eq!(rect(2), "[180 100 210 120]");
        assert_eq!(rect(3), "[190 370 210 400]");
    }

    #[test]
    fn a_rectangle_is_seen_where_its_place_was() {
        let place = Place { x: 12.0, y: 7.0, width: 30.0, height: 20.0 };
        for turns in 0..4 {
            let view = View { area: [10.0, 100.0, 210.0, 400.0], turns, unit: 2.0 };
            let rect: Vec<f32> = view.rect(place).unwrap()[1..]
                .trim_end_matches(']')
                .split(' ')
                .map(|number| number.parse().unwrap())
                .collect();
            assert_eq!(view.shown(rect.try_into().unwrap()), place, "{turns}");
        }
    }

    #[test]
    fn a_large_user_unit_makes_the_box_small() {
        let view = View { area: [0.0, 0.0, 100.0, 100.0], turns: 0, unit: 2.0 };
        let place = Place { x: 20.0, y: 20.0, width: 100.0, height: 50.0 };
        assert_eq!(view.rect(place).unwrap(), "[10 65 60 90]");
        assert_eq!(view.shown_size([10.0, 65.0, 60.0, 90.0]), (100.0, 50.0));
    }

    #[test]
    fn a_box_that_sticks_out_is_refused_with_the_size_of_the_page() {
        let view = View { area: [0.0, 0.0, 100.0, 50.0], turns: 1, unit: 1.0 };
        for (x, y, width, height) in [
            (-1.0, 0.0, 5.0, 5.0),
            (0.0, 0.0, 51.0, 5.0),
            (0.0, 99.0, 5.0, 5.0),
            (0.0, 0.0, 0.0, 5.0),
            (0.0, 0.0, f32::NAN, 5.0),
        ] {
            let refused = view.rect(Place { x, y, width, height });
            assert!(matches!(refused, Err(Error::SealOutside { page: [50, 100], .. })), "{refused:?}");
        }
    }
}
