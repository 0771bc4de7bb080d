//! Where the sections say that objects stand, all of it in order: in a file of many revisions each look-up would ask one section
//! after the other, and each time read a line of a table.

use std::{ops::Range, sync::OnceLock};

use crate::{
    input::Input,
    xref::{Entry, Section},
};

/// Entries of all sections together that are put in order, 8 MB of them.
pub(crate) const MAX_ENTRIES: usize = 250_000;

/// How many numbers without an entry there may be for each that has one, for numbers to be looked up by their place.
const MAX_SPARE: usize = 4;

/// The entries of all sections of a file.
pub(crate) struct Listed {
    /// In the order of their numbers, those of newer sections first; nothing where there are too many.
    rows: Option<Vec<Row>>,
    /// For each number up to the highest, and the one after it, how many rows are of lower ones; empty where the numbers lie far
    /// apart. Made when a number is looked up first.
    begins: OnceLock<Vec<u32>>,
}

#[derive(Clone, Copy)]
struct Row {
    number: u32,
    section: u32,
    /// Nothing where the section has to be asked.
    entry: Option<Entry>,
}

impl Row {
    const fn place(&self) -> (u32, u32) {
        (self.number, self.section)
    }
}

/// What is to be asked for a number.
pub(crate) enum Next {
    /// No section: none lists it.
    Nothing,
    /// No section: this is what one says.
    Known(Entry),
    /// This section.
    Section(usize),
}

impl Listed {
    /// Of these sections, newest first.
    pub(crate) fn new(input: &Input<'_>, sections: &[Section]) -> Self {
        let listed: u64 = sections.iter().map(Section::listed).fold(0, u64::saturating_add);
        let Some(count) = usize::try_from(listed).ok().filter(|count| *count <= MAX_ENTRIES) else {
            return Self { rows: None, begins: OnceLock::new() };
        };
        let mut rows = Vec::with_capacity(count);
        for (at, section) in (0..).zip(sections) {
            section.each(input, &mut |number, entry| rows.push(Row { number, section: at, entry }));
        }
        // They are a few runs in order already, which a stable sort looks for.
        rows.sort_by_key(Row::place);
        Self { rows: Some(rows), begins: OnceLock::new() }
    }

    /// How many entries there are, those of all sections together; nothing where they are too many.
    pub(crate) fn len(&self) -> Option<usize> {
        self.rows.as_ref().map(Vec::len)
    }

    /// Each number that is listed in section `from` or an older one, with what the newest of them says, in order: those that
    /// begin in this part of all entries. Nothing where there are too many.
    pub(crate) fn part(
        &self,
        from: usize,
        part: Range<usize>,
    ) -> Option<impl Iterator<Item = (u32, Option<Entry>)>> {
        let rows = self.rows.as_ref()?;
        let before = part.start.checked_sub(1).and_then(|before| rows.get(before));
        let after = part.end.checked_sub(1).and_then(|last| rows.get(last));
        let numbers = (before.map(|row| row.number), after.map(|row| row.number));
        // A number whose entries lie on both sides belongs to the first part.
        let first = rows.partition_point(|row| numbers.0.is_some_and(|before| row.number <= before));
        let end = rows.partition_point(|row| numbers.1.is_some_and(|last| row.number <= last));
        let mut told = None;
        let rows = rows.get(first..end)?.iter().filter(move |row| row.section as usize >= from);
        Some(rows.filter_map(move |row| {
            let is_newest = told != Some(row.number);
            told = Some(row.number);
            is_newest.then_some((row.number, row.entry))
        }))
    }

    /// What each section says of each number that it lists, with the number and the place of the section; nothing where there
    /// are too many, and no entry where the section has to be asked.
    pub(crate) fn all(&self) -> Option<impl Iterator<Item = (u32, usize, Option<Entry>)>> {
        Some(self.rows.as_ref()?.iter().map(|row| (row.number, row.section as usize, row.entry)))
    }

    /// What to ask for a number, from section `from` on.
    pub(crate) fn next(&self, from: usize, number: u32) -> Next {
        let (Some(rows), Ok(from)) = (&self.rows, u32::try_from(from)) else { return Next::Section(from) };
        let begins = self.begins.get_or_init(|| begins(rows));
        let rows = match begins.get(number as usize..).and_then(|begins| begins.first_chunk()) {
            Some(&[begin, end]) => rows.get(begin as usize..end as usize).unwrap_or(rows),
            None => rows,
        };
        let behind = rows.partition_point(|row| row.place() < (number, from));
        match rows.get(behind).filter(|row| row.number == number) {
            None => Next::Nothing,
            Some(Row { entry: Some(entry), .. }) => Next::Known(*entry),
            Some(Row { section, .. }) => Next::Section(*section as usize),
        }
    }
}

/// Where the rows of each number begin.
fn begins(rows: &[Row]) -> Vec<u32> {
    let highest = rows.last().map_or(0, |row| row.number as usize);
    if highest / (MAX_SPARE + 1) > rows.len() {
        return vec![];
    }
    let mut begins = Vec::with_capacity(highest + 2);
    for (at, row) in (0..).zip(rows) {
        begins.resize(begins.len().max(row.number as usize + 1), at);
    }
    begins.push(u32::try_from(rows.len()).unwrap_or(u32::MAX));
    begins
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
                let listed = reading.list();
                let count = listed.len().unwrap();
                let all: Vec<_> = listed.part(newest, 0..count).unwrap().collect();
                assert!(all.windows(2).all(|pair| pair[0].0 < pair[1].0), "each once, in order");
                for (number, entry) in &all {
                    assert_eq!(entry.unwrap(), reading.entry(*number).unwrap(), "{number}");
                }
                for middle in 0..=count {
                    let halves = [0..middle, middle..count];
                    let both = halves.into_iter().flat_map(|half| listed.part(newest, half).unwrap());
                    assert_eq!(both.collect::<Vec<_>>(), all, "{middle}");
                }
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
