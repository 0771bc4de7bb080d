//! What a search meets, beside what the sections list.

use lopdf::{Dictionary, Object, ObjectId};

use super::{Said, Stands};
use crate::{
    error::Error,
    heads::{Head, Met},
    object,
    reading::{Behind, Reading},
    revisions::XrefKind,
    skim::Wanted,
    xref::{Entry, Section},
};

/// Of each kind.
const MAX_UNLISTED: usize = 100_000;

/// A place that a section lists, or where one stands itself.
#[derive(Clone, Copy)]
struct Listed {
    at: u64,
    /// 0 for a section.
    id: ObjectId,
}

impl Listed {
    const fn is_section(&self) -> bool {
        self.id.0 == 0
    }
}

/// A trailer that belongs to no section.
pub(super) struct Trailer {
    pub(super) at: u64,
    /// Nothing where it is for each program to say what it says.
    pub(super) says: Option<Dictionary>,
}

/// Judges what is met.
pub(super) struct Search<'r> {
    reading: &'r Reading<'r>,
    /// In the order of the file.
    listed: Vec<Listed>,
    /// Where tables with their trailers begin and end, in that order.
    tables: Vec<(u64, u64)>,
    /// Objects where no section lists one; not those of a file that is embedded as it is, nor its trailers.
    pub(super) unlisted: Vec<Stands>,
    pub(super) trailers: Vec<Trailer>,
    /// Where the embedded file ends that was met last.
    inside: u64,
    /// Where the last one stood, and how many listed objects begin there or before.
    passed: (u64, usize),
    /// Where the table begins whose trailer was met last: it has one.
    ended: Option<u64>,
}

impl<'r> Search<'r> {
    pub(super) fn new(reading: &'r Reading<'r>, sections: &[Section], said: &[Said]) -> Self {
        let tables = sections.iter().filter(|section| section.kind != XrefKind::Stream);
        let mut tables: Vec<_> = tables.map(|table| (table.offset, table.end)).collect();
        tables.sort_unstable();
        Self {
            reading,
            listed: listed(reading, sections, said),
            tables,
            unlisted: Vec::new(),
            trailers: Vec::new(),
            inside: 0,
            passed: (0, 0),
            ended: None,
        }
    }

    /// Takes what is met, each kind in the order of its keywords, which is nearly that of the file.
    pub(super) fn judge(&mut self, met: &Met) -> Result<(), Error> {
        match met {
            Met::Object(head) => self.object(head)?,
            Met::Trailer(behind) => self.trailer(*behind)?,
        }
        match self.unlisted.len().max(self.trailers.len()) > MAX_UNLISTED {
            true => {
                let limit = MAX_UNLISTED as u64;
                Err(Error::TooLarge { what: "objects that are not listed", limit })
            }
            false => Ok(()),
        }
    }

    fn object(&mut self, head: &Head) -> Result<(), Error> {
        let (at, count) = self.passed;
        let is_passed = |one: &Listed| one.at <= head.at;
        let behind = match self.listed.get(count..).filter(|_| head.at >= at) {
            Some(rest) => count + rest.iter().take_while(|one| is_passed(one)).count(),
            None => self.listed.partition_point(is_passed),
        };
        self.passed = (head.at, behind);
        let before = self.listed.get(..behind).unwrap_or_default();
        let last = before.last();
        // Blanks may stand before an object.
        let near = last.filter(|last| head.at - last.at <= u64::from(head.blanks));
        if let Some(near) = near {
            // What is listed under another number is none that a program comes to.
            let mut there = before.iter().rev().take_while(|one| one.at == near.at);
            if there.any(|one| one.is_section() || Some(one.id.0) == head.number) {
                return Ok(());
            }
        }
        if head.at >= self.inside {
            self.inside = last.map_or(Ok(None), |last| embedded(self.reading, *last))?.unwrap_or(self.inside);
        }
        let Head { number, generation, at, .. } = *head;
        if at >= self.inside {
            self.unlisted.push(Stands { number, generation, at });
        }
        Ok(())
    }

    fn trailer(&mut self, behind: u64) -> Result<(), Error> {
        let before = self.tables.partition_point(|(start, _)| *start < behind);
        let table = before.checked_sub(1).and_then(|last| self.tables.get(last));
        if let Some((start, _)) = table.filter(|(_, end)| behind < *end)
            && self.ended.replace(*start) != Some(*start)
        {
            return Ok(());
        }
        let says = self.reading.input().parse(behind, |lexer| {
            lexer.skip_space();
            match lexer.starts_with("<<")? {
                true => object::value(lexer).map(|parsed| Some(parsed.object)),
                false => Ok(None),
            }
        });
        let says = match says {
            // The word alone.
            Ok(None) => return Ok(()),
            Ok(Some(Object::Dictionary(says))) => Some(says),
            Ok(Some(_)) => None,
            Err(error) if error.is_damage() => None,
            Err(error) => return Err(error),
        };
        let before = self.listed.partition_point(|one| one.at < behind);
        let last = before.checked_sub(1).and_then(|last| self.listed.get(last));
        let end = last.map_or(Ok(None), |last| embedded(self.reading, *last))?;
        if end.is_none_or(|end| behind >= end) {
            self.trailers.push(Trailer { at: behind, says });
        }
        Ok(())
    }
}

/// Where objects are listed, and where sections stand, one beside a table as well: in the order of the file.
fn listed(reading: &Reading<'_>, sections: &[Section], said: &[Said]) -> Vec<Listed> {
    let objects = said.iter().filter_map(|one| match one.entry {
        Entry::InFile { offset, generation } => {
            Some(Listed { at: reading.absolute(offset), id: (one.number, generation) })
        }
        Entry::InStream { .. } | Entry::Free => None,
    });
    let beside = |section: &Section| {
        let at = section.trailer.get(b"XRefStm").and_then(Object::as_i64).ok();
        at.and_then(|at| u64::try_from(at).ok()).map(|at| reading.absolute(at))
    };
    let stand = sections.iter().flat_map(|section| [Some(section.offset), beside(section)]).flatten();
    let mut listed = Vec::with_capacity(said.len());
    listed.extend(objects.chain(stand.map(|at| Listed { at, id: (0, 0) })));
    listed.sort_unstable_by_key(|one| one.at);
    listed
}

/// Where a listed stream ends that is a file by itself.
fn embedded(reading: &Reading<'_>, listed: Listed) -> Result<Option<u64>, Error> {
    let Some(offset) = listed.at.checked_sub(reading.absolute(0)) else { return Ok(None) };
    let entry = Entry::InFile { offset, generation: listed.id.1 };
    let wanted = Wanted { keys: &[b"Type"], ..Wanted::default() };
    let (skimmed, behind) = match reading.skim_on(listed.id, entry, wanted) {
        Ok(Some(found)) => found,
        Ok(None) => return Ok(None),
        Err(error) if error.is_damage() => return Ok(None),
        Err(error) => return Err(error),
    };
    let Behind::Stream(data) = behind else { return Ok(None) };
    let is_file = skimmed.entries.has_type(b"EmbeddedFile")
        || reading.input().bytes(data, 5).is_ok_and(|text| text == b"%PDF-");
    if is_file { reading.end(skimmed.length, behind) } else { Ok(None) }
}
