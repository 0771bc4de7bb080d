//! What content does with the state of the drawing (ISO 32000-2 §8.4): whether it gives back what it took, by which names it draws,
//! and how flat it makes its letters. Of a look that does otherwise than looks do, some programs paint more than its box.

use std::collections::HashMap;

use crate::content::Operand;

/// States that are kept inside each other; looks keep a few.
const DEPTH: usize = 1_000;

/// Names that are remembered.
const NAMES: usize = 1_000;

/// Numbers before one operator that matter: those of a matrix.
const NUMBERS: usize = 6;

/// The numbers before an operator.
#[derive(Default)]
pub(crate) struct Numbers {
    found: Vec<f32>,
}

impl Numbers {
    pub(crate) fn push(&mut self, text: &[u8]) {
        if self.found.len() < NUMBERS {
            self.found
                .push(std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(f32::NAN));
        }
    }

    pub(crate) fn clear(&mut self) {
        self.found.clear();
    }

    fn matrix(&self) -> Linear {
        match self.found[..] {
            [a, b, c, d, _, _] => Linear([a, b, c, d]),
            _ => Linear([f32::NAN; 4]),
        }
    }

    fn one(&self) -> f32 {
        self.found.first().copied().unwrap_or(f32::NAN)
    }
}

/// A matrix without what it moves by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Linear(pub(crate) [f32; 4]);

impl Linear {
    const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0]);

    /// This one, and then the other.
    fn then(self, Self([e, f, g, h]): Self) -> Self {
        let Self([a, b, c, d]) = self;
        Self([a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h])
    }

    /// What becomes of a square of one by one.
    pub(crate) fn squeeze(self) -> Squeeze {
        let [a, b, c, d] = self.0.map(f64::from);
        let (sum, area) = (a * a + b * b + c * c + d * d, (a * d - b * c).abs());
        let longer = sum + (sum * sum - 4.0 * area * area).max(0.0).sqrt();
        let (flatness, least) = (longer / (2.0 * area), area / (longer / 2.0).sqrt());
        if !flatness.is_finite() || !least.is_finite() {
            return Squeeze::NOTHING;
        }
        #[expect(clippy::cast_possible_truncation, reason = "what is too large becomes endless")]
        let (flatness, least) = (flatness as f32, least as f32);
        Squeeze { flatness, least }
    }
}

/// How much is left of something that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Squeeze {
    /// How many times longer one side of a square becomes than the other, at most.
    pub(crate) flatness: f32,
    /// How long the shorter side of a square of one by one becomes, at least.
    pub(crate) least: f32,
}

impl Squeeze {
    /// As it is.
    pub(crate) const NONE: Self = Self { flatness: 1.0, least: 1.0 };

    const NOTHING: Self = Self { flatness: f32::INFINITY, least: 0.0 };

    /// The worse of both in each way.
    pub(crate) fn or(self, other: Self) -> Self {
        Self { flatness: self.flatness.max(other.flatness), least: self.least.min(other.least) }
    }

    /// One after the other, at worst.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { flatness: self.flatness * other.flatness, least: self.least * other.least }
    }
}

/// What is found by its name among the resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Named {
    ColorSpace,
    ExtGState,
    Font,
    Pattern,
    Properties,
    Shading,
    XObject,
}

impl Named {
    /// The key of the resources in which it stands (§7.8.3).
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::ColorSpace => "ColorSpace",
            Self::ExtGState => "ExtGState",
            Self::Font => "Font",
            Self::Pattern => "Pattern",
            Self::Properties => "Properties",
            Self::Shading => "Shading",
            Self::XObject => "XObject",
        }
    }
}

/// How the drawing goes.
pub(crate) struct Course {
    /// Whether it gives back states, texts or parts that it did not begin, or keeps them.
    pub(crate) is_loose: bool,
    /// The names that it uses, each with what becomes of what is drawn there.
    pub(crate) names: HashMap<(Named, Vec<u8>), Squeeze>,
    /// What becomes of its letters, in points; nothing where it has none.
    pub(crate) letters: Option<Squeeze>,
    states: Vec<State>,
    now: State,
    /// The matrix of the text, inside one.
    text: Option<Linear>,
    parts: usize,
}

#[derive(Clone, Copy)]
struct State {
    matrix: Linear,
    /// `Tz` in hundredths.
    scaling: f32,
    size: f32,
}

impl Default for Course {
    fn default() -> Self {
        Self {
            is_loose: false,
            names: HashMap::new(),
            letters: None,
            states: Vec::new(),
            now: State { matrix: Linear::IDENTITY, scaling: 100.0, size: 1.0 },
            text: None,
            parts: 0,
        }
    }
}

impl Course {
    /// An operator with what stands before it.
    pub(crate) fn goes_on(&mut self, word: &[u8], numbers: &Numbers, name: &[u8], operands: &[Operand]) {
        match word {
            b"q" if self.states.len() < DEPTH => self.states.push(self.now),
            b"q" => self.is_loose = true,
            b"Q" => match self.states.pop() {
                Some(state) => self.now = state,
                None => self.is_loose = true,
            },
            b"BMC" | b"BDC" => self.parts = self.parts.saturating_add(1),
            b"EMC" => match self.parts.checked_sub(1) {
                Some(left) => self.parts = left,
                None => self.is_loose = true,
            },
            b"BT" => self.is_loose |= self.text.replace(Linear::IDENTITY).is_some(),
            b"ET" => self.is_loose |= self.text.take().is_none(),
            b"cm" => self.now.matrix = numbers.matrix().then(self.now.matrix),
            b"Tm" => self.text = self.text.map(|_| numbers.matrix()),
            b"Tz" => self.now.scaling = numbers.one(),
            b"Tf" => self.now.size = numbers.one(),
            b"Tj" | b"TJ" | b"'" | b"\"" => self.letters(),
            _ => {}
        }
        let named = match word {
            b"cs" | b"CS" if !is_known_colour(name) => Named::ColorSpace,
            b"gs" => Named::ExtGState,
            b"Tf" => Named::Font,
            b"scn" | b"SCN" if operands.last() == Some(&Operand::Name) => Named::Pattern,
            b"BDC" | b"DP" if operands.last() == Some(&Operand::Name) => Named::Properties,
            b"sh" => Named::Shading,
            b"Do" => Named::XObject,
            _ => return,
        };
        let squeeze = self.now.matrix.squeeze();
        if self.names.len() >= NAMES {
            self.is_loose = true;
            return;
        }
        let known = self.names.entry((named, name.to_vec())).or_insert(squeeze);
        *known = known.or(squeeze);
    }

    fn letters(&mut self) {
        let Some(text) = self.text else { return self.is_loose = true };
        let State { matrix, scaling, size } = self.now;
        let own = Linear([scaling / 100.0 * size, 0.0, 0.0, size]);
        let squeeze = own.then(text).then(matrix).squeeze();
        self.letters = Some(self.letters.map_or(squeeze, |letters| letters.or(squeeze)));
    }

    /// Nothing follows.
    pub(crate) fn end(&mut self) {
        self.is_loose |= !self.states.is_empty() || self.text.is_some() || self.parts > 0;
        self.states = Vec::new();
    }
}

/// One of no resource (§8.6.3).
fn is_known_colour(name: &[u8]) -> bool {
    matches!(name, b"DeviceGray" | b"DeviceRGB" | b"DeviceCMYK" | b"Pattern")
}

#[cfg(test)]
mod tests {
    use super::{Linear, Named, Squeeze};
    use crate::content::Content;

    #[test]
    fn what_is_taken_is_given_back() {
        for whole in ["q 1 0 0 1 0 0 cm Q", "/Tx BMC q BT /F 9 Tf (a) Tj ET Q EMC", "BT ET BT ET"] {
            assert!(!Content::of(whole.as_bytes()).course.is_loose, "{whole}");
        }
        for loose in ["Q", "q", "q Q Q q", "BT", "ET", "BT BT ET", "(a) Tj", "/OC /L BDC", "EMC /A BMC"] {
            assert!(Content::of(loose.as_bytes()).course.is_loose, "{loose}");
        }
    }

    #[test]
    fn letters_are_as_flat_as_all_that_makes_them() {
        let letters = |content: &str| Content::of(content.as_bytes()).course.letters;
        assert_eq!(letters("0 0 9 9 re f"), None);
        for (content, flatness, least) in [
            ("BT /F 9 Tf (a) Tj ET", 1.0, 9.0),
            ("0 2 -2 0 5 5 cm BT /F 9 Tf (a) Tj ET", 1.0, 18.0),
            ("BT /F 8 Tf 50 Tz (a) Tj 100 Tz (b) Tj ET", 2.0, 4.0),
            ("q 1 0 0 4 0 0 cm BT /F 8 Tf 2 0 0 1 0 0 Tm (a) Tj ET Q", 2.0, 16.0),
            ("q 1 0 0 4 0 0 cm Q BT /F 9 Tf (a) Tj ET", 1.0, 9.0),
            ("BT /F 9 Tf 1 0 0 0 0 0 Tm (a) Tj ET", f32::INFINITY, 0.0),
            ("BT /F 0 Tf (a) Tj ET", f32::INFINITY, 0.0),
        ] {
            assert_eq!(letters(content), Some(Squeeze { flatness, least }), "{content}");
        }
        assert!(Linear([1.0, 1.0, 1.0, 1.001]).squeeze().flatness > 1_000.0);
    }

    #[test]
    fn each_name_is_known_with_its_kind() {
        let course =
            Content::of(b"/A gs /DeviceRGB cs /B cs q 3 0 0 1 0 0 cm /C Do Q /C Do /D sh /P scn").course;
        let mut names: Vec<_> = course.names.into_iter().collect();
        names.sort_by(|one, other| one.0.1.cmp(&other.0.1));
        let expected = [
            (Named::ExtGState, "A", 1.0),
            (Named::ColorSpace, "B", 1.0),
            (Named::XObject, "C", 3.0),
            (Named::Shading, "D", 1.0),
            (Named::Pattern, "P", 1.0),
        ];
        let of = |flatness| Squeeze { flatness, least: 1.0 };
        assert_eq!(names, expected.map(|(kind, name, flat)| ((kind, name.as_bytes().to_vec()), of(flat))));
    }
}
