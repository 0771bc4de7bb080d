//! Cross-reference sections: where each object stands (ISO 32000-1 §7.5.4 and §7.5.8).

use std::{ops::Range, sync::Arc};

use lopdf::Dictionary;

use crate::{error::Error, input::Input, revisions::XrefKind, xref_stream, xref_table};

/// Numbers that are handed out of one section at once.
const MAX_LISTED: usize = 20_000;

/// Where an object stands, as a section tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Deleted, or never there.
    Free,
    /// At an offset, counted from the header.
    InFile { offset: u64, generation: u16 },
    /// In an object stream, at a place among its objects.
    InStream { stream: u32, index: u32 },
}

impl Entry {
    /// The generation of the object; nothing where there is none.
    pub(crate) fn generation(self) -> Option<u16> {
        match self {
            Self::Free => None,
            Self::InFile { generation, .. } => Some(generation),
            Self::InStream { .. } => Some(0),
        }
    }
}

/// One cross-reference section with its trailer.
#[derive(Clone)]
pub(crate) struct Section {
    /// Where it stands, counted from the start of the file.
    pub(crate) offset: u64,
    /// Behind its trailer, or behind its stream's `endstream`.
    pub(crate) end: u64,
    pub(crate) kind: XrefKind,
    pub(crate) trailer: Dictionary,
    /// A key that stands twice in the trailer.
    pub(crate) repeated: Option<Vec<u8>>,
    /// The table or stream, and for a hybrid the stream beside the table, which tells what the table hides (§7.5.8.4).
    parts: Vec<Part>,
}

/// Entries of consecutive object numbers, ordered and without overlap.
#[derive(Clone)]
pub(crate) struct Part {
    subsections: Vec<Subsection>,
    /// The number behind the highest object stream that the entries name.
    behind_streams: u64,
}

#[derive(Clone)]
pub(crate) struct Subsection {
    pub(crate) first: u32,
    pub(crate) count: u32,
    pub(crate) rows: Rows,
}

#[derive(Clone)]
pub(crate) enum Rows {
    /// Lines of 20 bytes in the file, read when asked for.
    Lines { at: u64 },
    /// Lines of another length, already read.
    Read(Vec<Entry>),
    /// Rows of a decoded cross-reference stream, from `start` on.
    Packed { data: Arc<[u8]>, start: usize, widths: [usize; 3] },
}

impl Part {
    /// Refuses two entries for one object: readers differ in which they believe.
    pub(crate) fn new(mut subsections: Vec<Subsection>, offset: u64) -> Result<Self, Error> {
        subsections.retain(|subsection| subsection.count > 0);
        subsections.sort_by_key(|subsection| subsection.first);
        for pair in subsections.windows(2) {
            if let [one, next] = pair
                && one.numbers().end > next.first
            {
                let what = format!("the cross-reference section lists object {} twice", next.first);
                return Err(Error::Damaged { offset, what });
            }
        }
        let behind_streams = subsections.iter().map(Subsection::behind_streams).max().unwrap_or(0);
        Ok(Self { subsections, behind_streams })
    }

    fn entry(&self, input: &Input<'_>, number: u32) -> Result<Option<Entry>, Error> {
        let behind = self.subsections.partition_point(|subsection| subsection.first <= number);
        let Some(subsection) = behind.checked_sub(1).and_then(|index| self.subsections.get(index)) else {
            return Ok(None);
        };
        if !subsection.numbers().contains(&number) {
            return Ok(None);
        }
        let row = number - subsection.first;
        match &subsection.rows {
            Rows::Lines { at } => xref_table::line(input, *at, row).map(Some),
            Rows::Read(entries) => Ok(entries.get(row as usize).copied()),
            Rows::Packed { data, start, widths } => Ok(xref_stream::row(data, *start, *widths, row)),
        }
    }
}

impl Subsection {
    fn behind_streams(&self) -> u64 {
        let Rows::Packed { data, start, widths } = &self.rows else { return 0 };
        let rows = (0..self.count).filter_map(|row| xref_stream::row(data, *start, *widths, row));
        let streams = rows.map(|entry| match entry {
            Entry::InStream { stream, .. } => u64::from(stream) + 1,
            Entry::InFile { .. } | Entry::Free => 0,
        });
        streams.max().unwrap_or(0)
    }

    fn numbers(&self) -> Range<u32> {
        self.first..self.first.saturating_add(self.count)
    }
}

impl Section {
    /// Reads the section at `offset`; `base` is where the header stands.
    pub(crate) fn read(input: &Input<'_>, base: u64, offset: u64) -> Result<Self, Error> {
        let is_table = input.parse(offset, |lexer| {
            lexer.skip_space();
            lexer.starts_with("xref")
        })?;
        if !is_table {
            let stream = xref_stream::read(input, offset)?;
            let kind = XrefKind::Stream;
            return Ok(Self {
                offset,
                end: stream.end,
                kind,
                trailer: stream.dictionary,
                repeated: stream.repeated,
                parts: vec![stream.part],
            });
        }
        let table = xref_table::read(input, offset)?;
        let mut section = Self {
            offset,
            end: table.end,
            kind: XrefKind::Table,
            trailer: table.trailer,
            repeated: table.repeated,
            parts: vec![table.part],
        };
        if let Ok(beside) = section.trailer.get(b"XRefStm") {
            let at = beside
                .as_i64()
                .ok()
                .and_then(|at| u64::try_from(at).ok())
                .and_then(|at| base.checked_add(at));
            let at = at.ok_or_else(|| Error::Damaged { offset, what: "/XRefStm is not an offset".into() })?;
            section.parts.push(xref_stream::read(input, at)?.part);
            section.kind = XrefKind::Hybrid;
        }
        Ok(section)
    }

    /// A section over the whole file, of `len` bytes, that stands nowhere in it.
    pub(crate) fn rebuilt(part: Part, trailer: Dictionary, len: u64) -> Self {
        Self { offset: 0, end: len, kind: XrefKind::Table, trailer, repeated: None, parts: vec![part] }
    }

    /// What this section says of an object; nothing when it does not speak of it.
    pub(crate) fn entry(&self, input: &Input<'_>, number: u32) -> Result<Option<Entry>, Error> {
        let mut hidden = None;
        for part in &self.parts {
            match part.entry(input, number)? {
                Some(Entry::Free) => hidden = Some(Entry::Free),
                Some(entry) => return Ok(Some(entry)),
                None => {}
            }
        }
        Ok(hidden)
    }

    /// How many entries it has, those for one number in both parts of a hybrid counted twice.
    pub(crate) fn listed(&self) -> u64 {
        let subsections = self.parts.iter().flat_map(|part| &part.subsections);
        subsections.fold(0, |sum, subsection| sum.saturating_add(u64::from(subsection.count)))
    }

    /// Visits its entries: each number, and what is said of it, if that is said once and can be read.
    pub(crate) fn each(&self, input: &Input<'_>, visit: &mut dyn FnMut(u32, Option<Entry>)) {
        let is_clear = self.parts.len() == 1;
        for subsection in self.parts.iter().flat_map(|part| &part.subsections) {
            match &subsection.rows {
                Rows::Lines { at } if is_clear => xref_table::lines(input, *at, subsection.numbers(), visit),
                Rows::Read(entries) if is_clear => {
                    subsection.numbers().zip(entries).for_each(|(number, entry)| visit(number, Some(*entry)));
                }
                Rows::Packed { data, start, widths } if is_clear => {
                    for (row, number) in (0..).zip(subsection.numbers()) {
                        visit(number, xref_stream::row(data, *start, *widths, row));
                    }
                }
                _ => subsection.numbers().for_each(|number| visit(number, None)),
            }
        }
    }

    /// The same, with what is said twice, or cannot be read in passing, as [`Section::entry`] has it.
    pub(crate) fn each_settled(
        &self,
        input: &Input<'_>,
        visit: &mut dyn FnMut(u32, Entry),
    ) -> Result<(), Error> {
        let mut unclear = Vec::new();
        self.each(input, &mut |number, entry| match entry {
            Some(entry) => visit(number, entry),
            None => unclear.push(number),
        });
        for number in unclear {
            if let Some(entry) = self.entry(input, number)? {
                visit(number, entry);
            }
        }
        Ok(())
    }

    /// The numbers it lists; at most one more than [`MAX_LISTED`] of them.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        self.all_numbers().take(MAX_LISTED + 1).collect()
    }

    /// All numbers it lists, which can be millions, some of them twice.
    pub(crate) fn all_numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.parts.iter().flat_map(|part| &part.subsections).flat_map(Subsection::numbers)
    }

    /// Where the rows of a table stand, lines of 20 bytes that are one subsection from object 0 on, and how many there are.
    pub(crate) fn rows_from_zero(&self) -> Option<(u64, u32)> {
        let [part] = &*self.parts else { return None };
        match &*part.subsections {
            [Subsection { first: 0, count, rows: Rows::Lines { at } }] => Some((*at, *count)),
            _ => None,
        }
    }

    /// The number behind the highest that is listed, named as an object stream or announced by `/Size`.
    pub(crate) fn next_number(&self) -> u64 {
        let size = self.size().unwrap_or(0);
        let streams = self.parts.iter().map(|part| part.behind_streams).max();
        u64::try_from(size).unwrap_or(0).max(self.behind_listed()).max(streams.unwrap_or(0))
    }

    /// The number behind the highest that is listed.
    pub(crate) fn behind_listed(&self) -> u64 {
        let last = self.parts.iter().filter_map(|part| part.subsections.last());
        last.map(|last| u64::from(last.first).saturating_add(u64::from(last.count))).max().unwrap_or(0)
    }

    /// `/Size`, as the trailer tells it.
    pub(crate) fn size(&self) -> Option<i64> {
        self.trailer.get(b"Size").and_then(|size| size.as_i64()).ok()
    }

    /// Whether every row of a table is a line of 20 bytes, as §7.5.4 lays it out. True of a stream.
    pub(crate) fn is_laid_out(&self) -> bool {
        let mut subsections = self.parts.iter().flat_map(|part| &part.subsections);
        subsections.all(|subsection| !matches!(subsection.rows, Rows::Read(_)))
    }

    /// Whether every row of a cross-reference stream is of a type that the standard knows.
    pub(crate) fn has_usual_rows(&self) -> bool {
        let mut subsections = self.parts.iter().flat_map(|part| &part.subsections);
        subsections.all(|subsection| match &subsection.rows {
            Rows::Packed { data, start, widths } => {
                (0..subsection.count).all(|row| xref_stream::is_usual_row(data, *start, *widths, row))
            }
            Rows::Lines { .. } | Rows::Read(_) => true,
        })
    }

    /// Bytes held in memory for this section's rows.
    pub(crate) fn held(&self) -> u64 {
        let rows =
            self.parts.iter().flat_map(|part| &part.subsections).map(|subsection| match &subsection.rows {
                Rows::Lines { .. } => size_of::<Subsection>(),
                Rows::Read(entries) => entries.len().saturating_mul(size_of::<Entry>()),
                Rows::Packed { widths, .. } => {
                    (subsection.count as usize).saturating_mul(widths.iter().sum())
                }
            });
        rows.fold(0_u64, |sum, rows| sum.saturating_add(rows as u64))
    }
}
