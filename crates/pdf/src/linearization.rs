//! What the beginning of a file says of all of it (annex F): programs that believe it take the first page and the number of pages
//! from there, and look for where objects stand there, and not at its end.

use lopdf::{Object, ObjectId};
use memchr::memmem;

use crate::{
    document::Document,
    error::Error,
    lexer::{Lexer, is_space, unescaped, whole},
    object, pages,
    reading::Reading,
    revisions::{Revision, XrefKind},
    xref::Section,
};

/// Bytes in which nearly every first object ends, in which one does that is long, and one that lists a million pages.
const BEGINNINGS: [u64; 3] = [2048, 64 << 10, 16 << 20];

const NAME: &[u8] = b"Linearized";

/// What ends its object, and the bytes in which programs look for the first of these: the section stands behind it.
const END: &[u8] = b"endobj";
const WITHIN: usize = 1024;

/// Where a header's version ends, as in `%PDF-1.7`.
const VERSION_END: usize = 8;

/// Bytes in which what ends a dictionary, and where the section begins, can be seen.
const MARGIN: usize = 64;

/// A linearization parameter dictionary (annex F.3.3), as every program reads it.
struct Linearization {
    /// `/L`: how long the file is for whom it holds.
    length: u64,
    /// `/N`: how many pages there are.
    pages: Option<u64>,
    /// `/O` and `/P`: the object of the page that is opened first, and how many stand before it.
    opened: (Option<u64>, u64),
    /// `/H`: where the hint tables stand, and how long they are; and what more is said there.
    hints: Vec<u64>,
    /// `/T`: where the first entry of the section stands that the first one leads to.
    entries: Option<u64>,
    /// Where its object ends, counted from the header.
    end: usize,
}

enum Beginning {
    Plain,
    Linearized(Linearization),
    /// It may be one to some.
    Odd,
    /// There may be more to it.
    Further,
}

impl Document {
    /// Whether some programs may believe a beginning that does not hold: what was appended to is not linearised any more. What was
    /// signed may be, if there stands what its end leads to as well, and the pages are those that its tree has.
    pub(crate) fn opens_oddly(&self, signed: &Revision) -> Result<bool, Error> {
        let (header, mut beginning, mut found) = (self.leading_bytes(), Vec::new(), Beginning::Plain);
        let behind = self.len().saturating_sub(header);
        for length in BEGINNINGS {
            beginning = self.reading().input().bytes(header, behind.min(length))?;
            found = read(&beginning, behind <= length);
            if !matches!(found, Beginning::Further) {
                break;
            }
        }
        let said = match found {
            Beginning::Plain => return Ok(false),
            Beginning::Odd | Beginning::Further => return Ok(true),
            Beginning::Linearized(said) => said,
        };
        // Some count from the first byte, and some from the header.
        if said.length.saturating_add(header) < signed.marker_end {
            return Ok(false);
        }
        let ends_first = memmem::find(&beginning, END).map(|at| at + END.len()) == Some(said.end);
        if header > 0 || said.length > signed.end || !ends_first || said.end > WITHIN {
            return Ok(true);
        }
        let blanks = beginning.iter().skip(said.end).take_while(|byte| is_space(**byte)).count();
        let sections = self.file().sections.get(signed.section..).unwrap_or_default();
        let section = sections.first().map(|section| section.offset);
        if section != u64::try_from(said.end + blanks).ok() || leads_elsewhere(sections, &said) {
            return Ok(true);
        }
        let (reading, mut pages) = (self.reading().turned_to(signed.section), Vec::new());
        pages::walk(&reading, &mut |page| {
            pages.push(page.id);
            true
        })?;
        let (object, before) = said.opened;
        let opened = usize::try_from(before).ok().and_then(|before| pages.get(before));
        let is_opened = |id: &ObjectId| Some(u64::from(id.0)) == object && id.1 == 0;
        if Some(pages.len() as u64) != said.pages || !opened.is_some_and(is_opened) {
            return Ok(true);
        }
        match *said.hints {
            [] => Ok(false),
            [place, _] => hinted_elsewhere(&reading, place, &pages, before),
            // Some put further parts behind the first, and read both as one.
            _ => Ok(true),
        }
    }
}

/// Whether a program that looks for the entry of an object in the first section, or else where `/T` says, finds another one than who
/// follows `/Prev`, or one where there is none (annex F.3.3). Nobody does so where the sections are streams.
fn leads_elsewhere(sections: &[Section], said: &Linearization) -> bool {
    let [first, rest @ ..] = sections else { return true };
    if first.kind == XrefKind::Stream {
        return false;
    }
    let rows = rest.first().and_then(Section::rows_from_zero).filter(|_| first.kind == XrefKind::Table);
    let Some((at, count)) = rows else { return true };
    // The blank before the first entry, which has two characters for some.
    let is_there = said.entries.is_some_and(|said| (said..=said.saturating_add(2)).contains(&at));
    let size = first.size().and_then(|size| u32::try_from(size).ok()).unwrap_or(u32::MAX);
    let behind = first.all_numbers().filter(|number| (count..size).contains(number)).count();
    !is_there || behind as u64 != u64::from(size.saturating_sub(count))
}

/// Whether the hint tables lead to other pages than the tree has, of which `before` stand before the one that is opened first
/// (annex F.4.1): some programs follow them as long as each page that they lead to is one.
fn hinted_elsewhere(
    reading: &Reading<'_>,
    place: u64,
    pages: &[ObjectId],
    before: u64,
) -> Result<bool, Error> {
    let text =
        reading.input().bytes(place, reading.input().len().saturating_sub(place).min(MARGIN as u64))?;
    let Ok(id) = object::head(&mut Lexer::new(&text, true)) else { return Ok(true) };
    if reading.place(reading.entry(id.0)?) != Some(place) {
        return Ok(true);
    }
    let tables = match reading.stream_data(id) {
        Ok(tables) => tables,
        Err(error) if error.is_damage() => return Ok(true),
        Err(error) => return Err(error),
    };
    let Some(objects) = objects_of_pages(&tables, pages.len()) else { return Ok(true) };
    // The first entry is about the page that is opened first; the numbers of the others follow one another from 1 on.
    let (mut next, mut differs) = (1_u64, false);
    let others = pages.iter().enumerate().filter(|(at, _)| *at as u64 != before).map(|(_, id)| id);
    for (id, objects) in others.zip(objects.iter().skip(1)) {
        if next != u64::from(id.0) {
            // Some count in 32 bits.
            let Ok(number) = u32::try_from(next) else { return Ok(true) };
            let generation = reading.entry(number)?.generation().unwrap_or(0);
            let found = reading.dictionary_at((number, generation))?;
            let kind = found.as_ref().and_then(|found| found.get(b"Type").and_then(Object::as_name).ok());
            // Then they are believed nowhere.
            if kind != Some(b"Page") {
                return Ok(false);
            }
            differs = true;
        }
        next = next.saturating_add(*objects);
    }
    Ok(differs)
}

/// How many objects each page has by the page offset hint table (tables F.3 and F.4). Nothing where it is too short.
fn objects_of_pages(table: &[u8], pages: usize) -> Option<Vec<u64>> {
    /// Bytes of its header.
    const HEADER: usize = 36;
    let (header, items) = table.split_at_checked(HEADER)?;
    // The least of all pages, and behind the place of the first one the bits of what each has more.
    let least = u64::from(u32::from_be_bytes(*header.first_chunk()?));
    let width = usize::from(u16::from_be_bytes(*header.get(8..)?.first_chunk()?));
    if width > 32 {
        return None;
    }
    let bit = |at: usize| items.get(at / 8).map(|byte| u64::from(byte >> (7 - at % 8) & 1));
    let item = |page: usize| {
        let from = page.checked_mul(width)?;
        (from..from.checked_add(width)?).try_fold(0, |value, at| Some(value << 1 | bit(at)?))
    };
    (0..pages).map(|page| Some(least.saturating_add(item(page)?))).collect()
}

/// What the first object behind the header says, whatever comments stand before it. Of one that is no dictionary, it is nothing.
fn read(beginning: &[u8], is_all: bool) -> Beginning {
    let mut lexer = Lexer::new(beginning, true);
    lexer.skip_space();
    // Some begin to read behind the version, on the same line.
    let line = beginning.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n'));
    let begins_below = !line.skip(VERSION_END).any(u8::is_ascii_digit);
    let is_object = begins_below && matches!(lexer.id(), Ok(Some(_))) && lexer.keyword("obj").is_ok();
    lexer.skip_space();
    let is_dictionary = is_object && lexer.starts_with("<<").is_ok_and(|begins| begins);
    let parsed = if is_dictionary { object::value(&mut lexer).ok() } else { None };
    let is_read = is_object && (!is_dictionary || parsed.is_some());
    // What was cut off is not known yet, where it began or not.
    if !is_all && (lexer.at() + MARGIN > beginning.len() || !is_read) {
        return Beginning::Further;
    }
    let until = if is_read { lexer.at() } else { beginning.len() };
    let text = unescaped(beginning.get(..until).unwrap_or_default());
    let mut named = memmem::find_iter(&text, NAME);
    match (named.next(), named.next(), parsed) {
        (None, ..) => Beginning::Plain,
        (Some(_), None, Some(parsed)) if parsed.repeated.is_none() && lexer.keyword("endobj").is_ok() => {
            dictionary(&parsed, beginning, lexer.at()).map_or(Beginning::Odd, Beginning::Linearized)
        }
        _ => Beginning::Odd,
    }
}

/// Programs read numbers that are written in any other way each in their own.
fn dictionary(parsed: &object::Parsed, beginning: &[u8], end: usize) -> Option<Linearization> {
    let known = parsed.object.as_dict().ok().filter(|entries| entries.has(NAME))?;
    let mut found =
        Linearization { length: 0, pages: None, opened: (None, 0), hints: Vec::new(), entries: None, end };
    for entry in &parsed.entries {
        let text = beginning.get(entry.value.clone())?;
        match known.get(&entry.key).ok()? {
            Object::Array(items) if items.iter().all(|item| matches!(item, Object::Integer(0..))) => {
                if entry.key == b"H" {
                    let numbers = items.iter().filter_map(|item| u64::try_from(item.as_i64().ok()?).ok());
                    found.hints = numbers.collect();
                }
            }
            Object::Integer(_) | Object::Real(_) if entry.key == NAME => {}
            _ => {
                let number = whole(text)?;
                match entry.key.as_slice() {
                    b"L" => found.length = number,
                    b"N" => found.pages = Some(number),
                    b"O" => found.opened.0 = Some(number),
                    b"P" => found.opened.1 = number,
                    b"T" => found.entries = Some(number),
                    _ => {}
                }
            }
        }
    }
    known.has(b"L").then_some(found)
}
