//! Which sections list which objects: in a file of many revisions each look-up would ask one section after the other.

use crate::xref::Section;

/// So many sections are asked as quickly one after the other.
const FEW: usize = 3;

/// Numbers of all sections together that are put in order, 2 MB of them.
const MAX_NUMBERS: usize = 250_000;

/// The numbers that the sections of a file list.
pub(crate) struct Listed {
    /// Each number with each section that lists it, in order; nothing where the sections are few or list too many.
    pairs: Option<Vec<(u32, u32)>>,
}

impl Listed {
    /// Of these sections, newest first.
    pub(crate) fn new(sections: &[Section]) -> Self {
        if sections.len() <= FEW {
            return Self { pairs: None };
        }
        let numbers =
            (0..).zip(sections).flat_map(|(at, section)| section.all_numbers().map(move |n| (n, at)));
        let mut pairs: Vec<(u32, u32)> = numbers.take(MAX_NUMBERS + 1).collect();
        if pairs.len() > MAX_NUMBERS {
            return Self { pairs: None };
        }
        pairs.sort_unstable();
        Self { pairs: Some(pairs) }
    }

    /// The first section, from section `from` on, that is to be asked for a number; `None` where none lists it.
    pub(crate) fn next(&self, from: usize, number: u32) -> Option<usize> {
        let Some(pairs) = &self.pairs else { return Some(from) };
        let wanted = (number, u32::try_from(from).ok()?);
        let behind = pairs.partition_point(|pair| *pair < wanted);
        pairs.get(behind).filter(|(listed, _)| *listed == number).map(|(_, at)| *at as usize)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::{fmt::Write as _, sync::Arc};

    use crate::{Document, xref::Entry};

    /// A file of so many revisions, each of which writes object 3 anew; the even ones write one of their own, and one
    /// deletes it again.
    fn file(revisions: usize) -> Document {
        let mut text = String::from("%PDF-1.7\n");
        let mut previous = String::new();
        for revision in 0..revisions {
            let mut lines = String::new();
            let mut object = |number: usize, body: &str| {
                writeln!(lines, "{number} 1\n{:010} 00000 n ", text.len()).unwrap();
                write!(text, "{number} 0 obj\n{body}\nendobj\n").unwrap();
            };
            if revision == 0 {
                object(1, "<</Type/Catalog/Pages 2 0 R>>");
                object(2, "<</Type/Pages/Kids[]/Count 0>>");
            }
            object(3, &revision.to_string());
            if revision % 2 == 0 {
                object(10 + revision, "(own)");
            }
            if revision == 5 {
                lines.push_str("14 1\n0000000000 00001 f \n");
            }
            let at = text.len();
            write!(text, "xref\n{lines}trailer\n<</Size 99/Root 1 0 R{previous}>>\nstartxref\n{at}\n%%EOF\n")
                .unwrap();
            previous = format!("/Prev {at}");
        }
        Document::open(Arc::new(text.into_bytes())).unwrap()
    }

    #[test]
    fn each_revision_sees_what_it_and_those_before_it_wrote() {
        for revisions in [2, 3, 4, 9] {
            let document = file(revisions);
            let sections = &document.file().sections;
            assert_eq!(sections.len(), revisions);
            for newest in 0..revisions {
                let reading = document.reading().turned_to(newest);
                let written = revisions - 1 - newest;
                assert_eq!(reading.object((3, 0)).unwrap().as_i64().unwrap(), written as i64);
                assert_ne!(reading.entry(1).unwrap(), Entry::Free, "of the first");
                assert_eq!(reading.entry(98).unwrap(), Entry::Free, "of none");
                for own in (0..revisions).step_by(2) {
                    let is_there = own <= written && !(own == 4 && written >= 5);
                    let entry = reading.entry(10 + own as u32).unwrap();
                    assert_eq!(entry != Entry::Free, is_there, "{own} in {written} of {revisions}");
                }
            }
        }
    }
}
