//! Text in lines: how it looks, and where it is broken.

use pdf::{Error, Typeface, Weight};

/// Letters of one text that are put on paper; names and figures from documents can be of any length.
const LONGEST: usize = 1_000;

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub weight: Weight,
    /// In points.
    pub size: f32,
    /// From one base line to the next, in points.
    pub leading: f32,
    pub ink: Ink,
}

/// Colours; none of them says anything by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ink {
    Black,
    Gray,
    /// Of lines.
    Light,
    White,
    Good,
    Open,
    Bad,
}

pub(crate) const BODY: Style = Style { weight: Weight::Text, size: 9.5, leading: 13.5, ink: Ink::Black };
/// Digests, which then stand in one line of a table of facts.
pub(crate) const DIGEST: Style = Style { size: 8.5, ..BODY };
pub(crate) const STRONG: Style = Style { weight: Weight::Name, ..BODY };
pub(crate) const LABEL: Style = Style { ink: Ink::Gray, ..BODY };
pub(crate) const SMALL: Style = Style { weight: Weight::Text, size: 8.0, leading: 11.0, ink: Ink::Black };
pub(crate) const SMALL_STRONG: Style = Style { weight: Weight::Name, ..SMALL };
pub(crate) const FINE: Style = Style { weight: Weight::Text, size: 7.0, leading: 9.5, ink: Ink::Gray };
pub(crate) const TITLE: Style = Style { weight: Weight::Name, size: 20.0, leading: 26.0, ink: Ink::Black };
pub(crate) const HEADING: Style = Style { weight: Weight::Name, size: 14.0, leading: 19.0, ink: Ink::Black };
pub(crate) const SUBHEADING: Style =
    Style { weight: Weight::Name, size: 11.0, leading: 15.0, ink: Ink::Black };

/// The two weights of the typeface.
pub(crate) struct Faces {
    pub text: Typeface,
    pub name: Typeface,
}

/// A line as it is set.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub text: String,
    pub style: Style,
}

impl Faces {
    pub fn new() -> Result<Self, Error> {
        Ok(Self { text: Typeface::new(Weight::Text)?, name: Typeface::new(Weight::Name)? })
    }

    pub fn face(&mut self, weight: Weight) -> &mut Typeface {
        match weight {
            Weight::Name => &mut self.name,
            Weight::Text => &mut self.text,
        }
    }

    /// How long a settable text is, in points.
    pub fn width(&mut self, text: &str, style: Style) -> Result<f32, Error> {
        Ok(self.face(style.weight).length(text)? * style.size / 1000.0)
    }

    /// A text in lines of at most `room` points: broken between words, and within a word that is longer. A line that goes
    /// on after a word ends with a space, so that nothing runs together where the text is read out or searched.
    pub fn lines(&mut self, text: &str, style: Style, room: f32) -> Result<Vec<Line>, Error> {
        let short: String = text.chars().take(LONGEST).collect();
        let more = if text.chars().nth(LONGEST).is_some() { " …" } else { "" };
        let text = self.face(style.weight).settable(&format!("{short}{more}"));
        let space = self.width(" ", style)?;
        let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0.0_f32);
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let width = self.width(word, style)?;
            if !line.is_empty() && used + space + width <= room {
                line.push(' ');
                line.push_str(word);
                used += space + width;
                continue;
            }
            if !line.is_empty() {
                line.push(' ');
                lines.push(std::mem::take(&mut line));
            }
            used = 0.0;
            for letter in word.chars() {
                let advance = self.width(letter.encode_utf8(&mut [0; 4]), style)?;
                if used + advance > room && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                line.push(letter);
                used += advance;
            }
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line);
        }
        Ok(lines.into_iter().map(|text| Line { text, style }).collect())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_fit_and_lose_nothing() {
        let mut faces = Faces::new().unwrap();
        let texts =
            ["Mari-Liis Männik signed this here, and it is long enough to be broken", &"ab12".repeat(60)];
        for text in texts {
            let lines = faces.lines(text, BODY, 90.0).unwrap();
            assert!(lines.len() > 2);
            for line in &lines {
                assert!(faces.width(line.text.trim_end(), BODY).unwrap() <= 90.0, "{line:?}");
            }
            assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<String>(), text);
        }
        assert_eq!(faces.lines("", BODY, 90.0).unwrap().len(), 1);
        assert!(faces.lines(&"x ".repeat(100_000), BODY, 90.0).unwrap().len() < 300);
    }
}
