//! The typeface of seals, for documents that are made from nothing: reports.

use pdf_writer::{Chunk, Ref};

use crate::{
    appearance::{
        Weight,
        embed::{Embedding, Numbers},
        face::{self, Face},
    },
    error::Error,
};

/// A face of Inter with the letters that a document uses. Written, it is an embedded subset with the meaning of its codes
/// (ISO 32000-1 §9.7 and §9.10.3), as every part of PDF/A wants it.
pub struct Typeface {
    face: &'static Face,
    embedding: Embedding,
}

impl Typeface {
    /// How many objects a face is.
    pub const OBJECTS: usize = 5;

    /// A face with no letters yet.
    ///
    /// # Errors
    /// [`Error::Unsupported`]: the font inside this program cannot be read.
    pub fn new(weight: Weight) -> Result<Self, Error> {
        Ok(Self { face: face::face(weight)?, embedding: Embedding::new(weight)? })
    }

    /// A text as it can be set: letters composed, every blank a space, and what the face lacks or nobody would see as its
    /// number, such as `<U+6F22>`: nothing is lost and nothing is hidden.
    pub fn settable(&self, text: &str) -> String {
        let mut settable = String::with_capacity(text.len());
        for letter in face::set(text).chars() {
            // A private letter says something else in every font.
            let is_private = matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
            match self.face.glyph(letter) {
                Ok(_) if !is_private => settable.push(letter),
                _ => settable.push_str(&format!("<U+{:04X}>", u32::from(letter))),
            }
        }
        settable
    }

    /// Thousandths of the size that a text is long.
    ///
    /// # Errors
    /// [`Error::SealCharacter`]: a letter that is not [`settable`](Self::settable).
    pub fn length(&self, text: &str) -> Result<f32, Error> {
        self.face.length(text)
    }

    /// A text as the font's codes, two bytes for a letter.
    ///
    /// # Errors
    /// As [`Typeface::length`].
    pub fn encoded(&mut self, text: &str) -> Result<Vec<u8>, Error> {
        self.embedding.encoded(text)
    }

    /// Writes the objects of the font, with those letters that were encoded; the first number is that of the font.
    ///
    /// # Errors
    /// As [`Typeface::new`].
    pub fn write(&self, chunk: &mut Chunk, numbers: [Ref; Self::OBJECTS]) -> Result<(), Error> {
        let [font, cid_font, descriptor, file, meanings] = numbers;
        let numbers = Numbers { font, cid_font, descriptor, file, meanings, set: None };
        self.embedding.objects(&numbers, &mut |id, write| write(chunk, id))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_the_face_lacks_is_named_and_the_rest_is_set() {
        let face = Typeface::new(Weight::Text).unwrap();
        assert_eq!(face.settable("Ma\u{308}nnik\t漢\u{202e}✓"), "Männik <U+6F22><U+202E><U+2713>");
        assert_eq!(face.settable("a\u{e000}b"), "a<U+E000>b");
        assert!(face.length(&face.settable("Žydrė ← Юлия 漢")).unwrap() > 0.0);
    }
}
