//! Where a seal stands, and whom it names.

use pdf::Place;
use pki::Certificate;
use render::{Budget, Pages, TextRun};
use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::error::Error;

/// Pages that are searched for a free place or a line to sign on, from the last one.
pub(crate) const SEARCHED: usize = 5;

/// Pages that are read for a text: more than any contract has.
const READ: usize = 2_000;

/// From the text a seal stands beside, in points.
const GAP: f32 = 6.0;

/// Where a seal is wished, in points of the page as shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// In a box of a page (from 1).
    Box {
        /// The page.
        page: u32,
        /// The box.
        place: Place,
    },
    /// Beside a text that stands in one line.
    Beside {
        /// The words, case and all; blanks of any number are one.
        text: String,
        /// Which of its places in the document.
        occurrence: Occurrence,
        /// On which side of the text.
        side: Side,
        /// Width and height of the seal.
        size: (f32, f32),
    },
    /// Where nothing is on the page, as far down as possible; the last page first.
    Free {
        /// Width and height of the seal.
        size: (f32, f32),
        /// Only on this page (from 1).
        page: Option<u32>,
    },
}

/// One of the places of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occurrence {
    /// Counted from the front, from 1.
    Nth(u32),
    /// The last one.
    Last,
}

/// A side of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Under it, with the same left edge.
    Below,
    /// On top of it, as one signs on a dotted line: lower and left edges are the text's.
    Over,
    /// To its right.
    #[default]
    Right,
}

impl Document {
    /// The page (from 1) and the box of a wish; nothing when the text or a free place is not found.
    ///
    /// `pages` are those of this document.
    ///
    /// # Errors
    /// [`Error::Pdf`] for a page that is not there; [`Error::Render`].
    pub fn find_place(&self, pages: &Pages, spot: &Spot) -> Result<Option<(u32, Place)>, Error> {
        match spot {
            Spot::Box { page, place } => Ok(Some((*page, *place))),
            Spot::Beside { text, occurrence, side, size } => {
                let Some((page, run)) = find_text(pages, text, *occurrence)? else { return Ok(None) };
                let shown = self.pdf().page_size(page)?;
                // Text is found in units of the page.
                let [x, y, width, height] =
                    [run.x, run.y, run.width, run.height].map(|length| length * shown.unit);
                let (wide, high) = *size;
                let (left, top) = match side {
                    Side::Below => (x, y + height + GAP),
                    Side::Over => (x, y + height - high),
                    Side::Right => (x + width + GAP, y + (height - high) / 2.0),
                };
                let (x, y) = (within(left, wide, shown.width), within(top, high, shown.height));
                Ok(Some((page, Place { x, y, width: wide, height: high })))
            }
            Spot::Free { size, page } => self.free_place(pages, *size, *page),
        }
    }

    pub(crate) fn free_place(
        &self,
        pages: &Pages,
        (width, height): (f32, f32),
        only: Option<u32>,
    ) -> Result<Option<(u32, Place)>, Error> {
        let last = u32::try_from(pages.count()).unwrap_or(u32::MAX);
        let searched: Vec<u32> = match only {
            Some(page) => vec![page],
            None => (1..=last).rev().take(SEARCHED).collect(),
        };
        for page in searched {
            let unit = self.pdf().page_size(page)?.unit;
            let found =
                pages.free_place(page as usize - 1, width / unit, height / unit, Budget::default())?;
            if let Some((x, y)) = found {
                return Ok(Some((page, Place { x: x * unit, y: y * unit, width, height })));
            }
        }
        Ok(None)
    }
}

/// The nearest place at which so much is inside the page.
pub(crate) fn within(at: f32, length: f32, page: f32) -> f32 {
    at.min(page - length).max(0.0)
}

/// The place of a text: its page from 1, and the part of the line.
fn find_text(pages: &Pages, text: &str, occurrence: Occurrence) -> Result<Option<(u32, TextRun)>, Error> {
    let wanted = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if wanted.is_empty() {
        return Ok(None);
    }
    let on_page = |index: usize| {
        let page = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let runs = pages.text(index)?.runs.into_iter();
        let parts = runs.flat_map(|run| {
            let places: Vec<_> =
                run.text.match_indices(&wanted).map(|(at, found)| (at, found.len())).collect();
            places.into_iter().map(move |(at, length)| (page, part(&run, at, length)))
        });
        Ok::<_, Error>(parts.collect::<Vec<_>>())
    };
    match occurrence {
        Occurrence::Nth(number) => {
            let mut left = number.saturating_sub(1) as usize;
            for index in 0..pages.count().min(READ) {
                let mut found = on_page(index)?;
                if left < found.len() {
                    return Ok(Some(found.swap_remove(left)));
                }
                left -= found.len();
            }
        }
        Occurrence::Last => {
            for index in (0..pages.count()).rev().take(READ) {
                if let Some(found) = on_page(index)?.pop() {
                    return Ok(Some(found));
                }
            }
        }
    }
    Ok(None)
}

/// The part of a line from a byte on. A line knows only its ends: letters count as equally wide.
pub(crate) fn part(run: &TextRun, at: usize, length: usize) -> TextRun {
    let count = |text: Option<&str>| text.map_or(0, |text| text.chars().count()) as f32;
    let whole = count(Some(&run.text)).max(1.0);
    let (start, long) = (count(run.text.get(..at)) / whole, count(run.text.get(at..at + length)) / whole);
    if run.height > run.width {
        // Upright or one letter.
        return run.clone();
    }
    TextRun { text: run.text.clone(), x: run.x + run.width * start, width: run.width * long, ..*run }
}

/// How much of the personal code a seal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonalCode {
    /// All of it: the document is passed on with it.
    Full,
    /// The last four signs: the date of birth stays hidden.
    #[default]
    Masked,
    /// Nothing.
    None,
}

/// What a seal may say of a signer, as the certificate has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedName {
    /// Given name and surname, else the common name, the organisation or a pseudonym.
    pub name: String,
    /// The personal code or the number of the organisation as it is to be shown.
    pub code: Option<String>,
}

/// Reads a certificate's subject for a seal.
pub fn sealed_name(certificate: &Certificate, show: PersonalCode) -> SealedName {
    let subject = certificate.subject();
    let person = match (&subject.given_name, &subject.surname) {
        (Some(given), Some(surname)) => Some(format!("{given} {surname}")),
        _ => None,
    };
    let name = person.or(subject.common_name).or(subject.organization).or(subject.pseudonym);
    let code = subject.serial_number.or(subject.organization_identifier);
    let code = match show {
        PersonalCode::Full => code,
        PersonalCode::Masked => code.map(|code| masked(&code)),
        PersonalCode::None => None,
    };
    SealedName { name: name.unwrap_or_default(), code }
}

/// Whose a certificate is, for a message: others may read it too.
pub(crate) fn told(certificate: &Certificate) -> String {
    let SealedName { name, code } = sealed_name(certificate, PersonalCode::Masked);
    [Some(name), code].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// All but the kind, the country and the last four signs hidden: `PNOEE-•••••••0001`.
fn masked(code: &str) -> String {
    let (kind, number) = code.split_once('-').map_or(("", code), |(kind, number)| (kind, number));
    let hidden = number.chars().count().saturating_sub(4);
    let number: String =
        number.chars().enumerate().map(|(index, sign)| if index < hidden { '•' } else { sign }).collect();
    if kind.is_empty() { number } else { format!("{kind}-{number}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_code_shows_no_date_of_birth() {
        assert_eq!(masked("PNOEE-40504040001"), "PNOEE-•••••••0001");
        assert_eq!(masked("PNOLV-040400-12345"), "PNOLV-••••••••2345");
        assert_eq!(masked("123"), "123");
    }

    #[test]
    fn a_part_of_a_line_is_found_by_its_share() {
        let line = TextRun { text: "Signed: ________".into(), x: 100.0, y: 10.0, width: 160.0, height: 10.0 };
        let found = part(&line, 8, 8);
        assert_eq!((found.x, found.width), (180.0, 80.0));
    }
}
