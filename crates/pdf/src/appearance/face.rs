//! The typeface of seals: Inter, which has the letters of all languages with Latin, Cyrillic and Greek script. The files
//! are those of Debian's fonts-inter 4.0~beta7, unchanged.

use std::sync::LazyLock;

use skrifa::{FontRef, GlyphId, MetadataProvider, instance::LocationRef, instance::Size};
use unicode_normalization::UnicodeNormalization;

use crate::{appearance::Weight, error::Error};

/// One face.
pub(crate) struct Face {
    /// The OpenType file.
    pub(crate) data: &'static [u8],
    /// Its PostScript name.
    pub(crate) name: &'static str,
    /// `/StemV` (table 122): it steers substitution, which an embedded font does not need.
    pub(crate) stem: f32,
    pub(crate) font: FontRef<'static>,
}

/// The face for a weight.
pub(crate) fn face(weight: Weight) -> Result<&'static Face, Error> {
    static TEXT: LazyLock<Option<Face>> =
        LazyLock::new(|| Face::read(include_bytes!("../../fonts/Inter-Regular.otf"), "Inter-Regular", 80.0));
    static NAME: LazyLock<Option<Face>> = LazyLock::new(|| {
        Face::read(include_bytes!("../../fonts/Inter-SemiBold.otf"), "Inter-SemiBold", 120.0)
    });
    let face = match weight {
        Weight::Name => &*NAME,
        Weight::Text => &*TEXT,
    };
    face.as_ref().ok_or_else(|| Error::Unsupported { what: "the font of seals".into() })
}

impl Face {
    fn read(data: &'static [u8], name: &'static str, stem: f32) -> Option<Self> {
        let font = FontRef::new(data).ok()?;
        Some(Self { data, name, stem, font })
    }

    /// The glyph of a letter.
    ///
    /// # Errors
    /// [`Error::SealCharacter`]: PDF/A forbids the glyph for what is missing, and a name must not lose a letter.
    pub(crate) fn glyph(&self, letter: char) -> Result<GlyphId, Error> {
        let known = self.font.charmap().map(letter).filter(|glyph| glyph.to_u32() != 0);
        known
            .filter(|_| !is_unseen(letter) && !is_verdict(letter))
            .ok_or(Error::SealCharacter { character: letter })
    }

    /// Thousandths of the size from a glyph to the next.
    pub(crate) fn advance(&self, glyph: GlyphId) -> f32 {
        let metrics = self.font.glyph_metrics(Size::new(1000.0), LocationRef::default());
        metrics.advance_width(glyph).unwrap_or(0.0)
    }

    /// Thousandths of the size that a text is long.
    pub(crate) fn length(&self, text: &str) -> Result<f32, Error> {
        text.chars().try_fold(0.0, |sum, letter| Ok(sum + self.advance(self.glyph(letter)?)))
    }
}

/// A text as it is set: letters composed, every blank a space.
pub(crate) fn set(text: &str) -> String {
    text.nfc().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect()
}

/// Marks that turn, join or hide the letters around them: a seal says what it shows.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Ticks and crosses: a seal is no verdict, and must not look like one.
fn is_verdict(letter: char) -> bool {
    matches!(letter, '☐'..='☒' | '✅' | '✓'..='✘' | '❌' | '❎' | '🗸' | '🗹')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_languages_around_have_all_their_letters() {
        let letters = "ÕÄÖÜŠŽõäöüšž ĀČĒĢĪĶĻŅŠŪŽāčēģīķļņšūž ĄČĘĖĮŠŲŪŽąčęėįšųūž ĄĆĘŁŃÓŚŹŻąćęłńóśźż ÅÄÖØÆåäöøæÐÞðþ \
                       АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя ҐЄІЇЎґєіїў ΑΩαω ß—–„“”«»№·…";
        for weight in [Weight::Name, Weight::Text] {
            for letter in letters.chars() {
                face(weight).unwrap().glyph(letter).unwrap();
            }
        }
    }

    #[test]
    fn a_glyph_speaks_for_one_letter_only() {
        let face = face(Weight::Text).unwrap();
        for (latin, cyrillic) in "ABCEHKMOPTXaceopxyi".chars().zip("АВСЕНКМОРТХасеорхуі".chars())
        {
            assert_ne!(face.glyph(latin).unwrap(), face.glyph(cyrillic).unwrap(), "{latin}");
        }
    }

    #[test]
    fn what_the_font_has_not_and_what_cannot_be_seen_is_named() {
        for letter in ['漢', '\u{202e}', '\u{200d}', '\u{7}', '✓'] {
            match face(Weight::Text).unwrap().glyph(letter) {
                Err(Error::SealCharacter { character }) => assert_eq!(character, letter),
                found => panic!("{letter:?}: {found:?}"),
            }
        }
    }

    #[test]
    fn a_name_that_comes_in_pieces_is_composed() {
        assert_eq!(set("Ma\u{308}nnik\tOU\u{303}"), "Männik OŨ");
    }
}
