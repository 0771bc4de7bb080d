//! The line on which a paper would be signed.

use pdf::Place;
use render::{Budget, Pages, TextRun};

use crate::document::Document;
use crate::error::Error;
use crate::seal::{SEARCHED, within};

/// What stands before such a line, in the languages of our documents; as a word of its own, in any case.
const WORDS: [&str; 5] = ["allkiri", "paraksts", "parašas", "signature", "подпись"];

/// The signs that such a line is made of, and how many it takes: fewer are an omission.
const SIGNS: [char; 3] = ['_', '.', '…'];
const LEAST: usize = 8;

/// Between the words and the line, in points.
const APART: f32 = 40.0;

/// From the upper edge of a run to where dots and dashes begin, as a share of its height: the base line is at four fifths.
const ABOVE: f32 = 0.6;

impl Document {
    /// Where a seal of that size stands best, if nobody says: on the one signature line of the last pages, if the paper
    /// above it is free, else in a free place. Nothing when there is none.
    ///
    /// Where several lines wait for signatures, whose is whose is not ours to guess.
    ///
    /// # Errors
    /// [`Error::Pdf`], [`Error::Render`].
    pub fn proposed_place(&self, pages: &Pages, size: (f32, f32)) -> Result<Option<(u32, Place)>, Error> {
        match self.place_on_line(pages, size)? {
            Some(found) => Ok(Some(found)),
            None => self.free_place(pages, size, None),
        }
    }

    fn place_on_line(&self, pages: &Pages, size: (f32, f32)) -> Result<Option<(u32, Place)>, Error> {
        let mut found = Vec::new();
        for index in (0..pages.count()).rev().take(SEARCHED) {
            found.extend(lines(&pages.text(index)?.runs).into_iter().map(|line| (index, line)));
        }
        let [(index, line)] = found.as_slice() else { return Ok(None) };
        let page = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let shown = self.pdf().page_size(page)?;
        let (width, height) = (size.0 / shown.unit, size.1 / shown.unit);
        let bottom = line.y + line.height * ABOVE;
        let (left, top) = (
            within(line.x, width, shown.width / shown.unit),
            within(bottom - height, height, shown.height / shown.unit),
        );
        if top + height > bottom || !pages.is_free(*index, [left, top, width, height], Budget::default())? {
            return Ok(None);
        }
        let (x, y) = (left * shown.unit, top * shown.unit);
        Ok(Some((page, Place { x, y, width: size.0, height: size.1 })))
    }
}

/// The lines to sign on among these runs.
fn lines(runs: &[TextRun]) -> Vec<TextRun> {
    let found = runs.iter().filter_map(|run| {
        let (words, line) = divided(run)?;
        let before = || runs.iter().filter(|other| stands_before(other, run));
        let named = is_named(words) || (words.trim().is_empty() && before().any(|run| is_named(&run.text)));
        // A number behind it: the entry of a table of contents.
        let is_number = |text: &str| text.trim().chars().all(|sign| sign.is_ascii_digit());
        let leads_to = runs.iter().any(|other| is_number(&other.text) && stands_before(run, other));
        (named && !leads_to).then_some(line)
    });
    found.collect()
}

/// The words at the beginning of a run and the line that it ends with.
fn divided(run: &TextRun) -> Option<(&str, TextRun)> {
    let text = run.text.trim_end();
    let words = text.trim_end_matches(|sign: char| SIGNS.contains(&sign) || sign == ' ');
    let line = text.get(words.len()..)?.trim_start();
    let long = line.chars().filter(|sign| SIGNS.contains(sign)).count();
    (long >= LEAST).then(|| (words, crate::seal::part(run, text.len() - line.len(), line.len())))
}

/// Whether one run stands right before another, on the same line.
fn stands_before(one: &TextRun, other: &TextRun) -> bool {
    let gap = other.x - (one.x + one.width);
    let level = ((one.y + one.height) - (other.y + other.height)).abs() < one.height.min(other.height) / 2.0;
    level && (-one.height / 2.0..APART).contains(&gap)
}

fn is_named(text: &str) -> bool {
    text.split(|sign: char| !sign.is_alphabetic()).any(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, x: f32, y: f32) -> TextRun {
        TextRun { text: text.into(), x, y, width: text.chars().count() as f32 * 6.0, height: 12.0 }
    }

    fn found(runs: &[TextRun]) -> Vec<f32> {
        lines(runs).into_iter().map(|line| line.x).collect()
    }

    #[test]
    fn a_word_for_a_signature_and_a_line_behind_it_are_a_place_to_sign() {
        for text in [
            "Allkiri: ________________",
            "Signature of the borrower ............",
            "PARAKSTS ……………………",
            "Parašas: _ _ _ _ _ _ _ _",
            "Подпись __________",
        ] {
            assert_eq!(found(&[run(text, 50.0, 700.0)]).len(), 1, "{text}");
        }
        let apart = [run("Allkiri", 50.0, 700.0), run("__________", 100.0, 701.0)];
        assert_eq!(found(&apart), [100.0], "in two pieces");
    }

    #[test]
    fn other_lines_are_none() {
        for text in [
            "Date: ________________",
            "Signature: ___",
            "The signature is valid...",
            "Signatures ............",
            "Signature page ............ 12",
            "________________",
        ] {
            assert!(found(&[run(text, 50.0, 700.0)]).is_empty(), "{text}");
        }
        let contents = [run("Signature ..............", 50.0, 100.0), run("12", 190.0, 100.0)];
        assert!(found(&contents).is_empty(), "a table of contents");
        let dated = [run("Allkiri ________", 50.0, 100.0), run("Kuupäev ________", 160.0, 100.0)];
        assert_eq!(found(&dated).len(), 1, "a date beside it");
        let elsewhere = [run("Allkiri", 50.0, 700.0), run("__________", 100.0, 720.0)];
        assert!(found(&elsewhere).is_empty(), "on another line");
    }
}
