//! What the beginning of a file says of all of it (annex F): programs that believe it take the first page and the number of pages
//! from there, and look for where objects stand there, and not at its end.

use lopdf::Object;
use memchr::memmem;

use crate::{
    document::Document,
    error::Error,
    lexer::{Lexer, is_space, unescaped, whole},
    object, pages,
    revisions::Revision,
};

/// Bytes in which nearly every first object ends, in which one does that is long, and one that lists a million pages.
const BEGINNINGS: [u64; 3] = [2048, 64 << 10, 16 << 20];

const NAME: &[u8] = b"Linearized";

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
    /// Where its object ends.
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
        let (mut beginning, mut found) = (Vec::new(), Beginning::Plain);
        for length in BEGINNINGS {
            beginning = self.reading().input().bytes(0, self.len().min(length))?;
            found = read(&beginning, self.len() <= length);
            if !matches!(found, Beginning::Further) {
                break;
            }
        }
        let said = match found {
            Beginning::Plain => return Ok(false),
            Beginning::Odd | Beginning::Further => return Ok(true),
            Beginning::Linearized(said) => said,
        };
        if said.length > signed.end {
            return Ok(true);
        }
        if said.length < signed.marker_end {
            return Ok(false);
        }
        let blanks = beginning.iter().skip(said.end).take_while(|byte| is_space(**byte)).count();
        let section = self.file().sections.get(signed.section).map(|section| section.offset);
        if section != u64::try_from(said.end + blanks).ok() {
            return Ok(true);
        }
        let reading = self.reading().turned_to(signed.section);
        if Some(u64::from(pages::counted(&reading)?)) != said.pages {
            return Ok(true);
        }
        let (object, before) = said.opened;
        let Ok(number) = u32::try_from(before.saturating_add(1)) else { return Ok(true) };
        match pages::nth(&reading, number) {
            Ok(page) => Ok(Some(u64::from(page.id.0)) != object || page.id.1 != 0),
            Err(Error::NoSuchPage { .. }) => Ok(true),
            Err(error) => Err(error),
        }
    }
}

/// What the first object of a file says, whatever comments stand before it. Of one that is no dictionary, it is nothing.
fn read(beginning: &[u8], is_all: bool) -> Beginning {
    let mut lexer = Lexer::new(beginning, true);
    lexer.skip_space();
    let is_object = matches!(lexer.id(), Ok(Some(_))) && lexer.keyword("obj").is_ok();
    lexer.skip_space();
    let is_dictionary = is_object && lexer.starts_with("<<").is_ok_and(|begins| begins);
    let parsed = if is_dictionary { object::value(&mut lexer).ok() } else { None };
    let is_read = is_object && (!is_dictionary || parsed.is_some());
    // What was cut off is not known yet, where it began or not.
    if !is_all && (lexer.at() + MARGIN > beginning.len() || (is_object && !is_read)) {
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
    let mut found = Linearization { length: 0, pages: None, opened: (None, 0), end };
    for entry in &parsed.entries {
        let text = beginning.get(entry.value.clone())?;
        match known.get(&entry.key).ok()? {
            Object::Array(items) if items.iter().all(|item| matches!(item, Object::Integer(0..))) => {}
            Object::Integer(_) | Object::Real(_) if entry.key == NAME => {}
            _ => {
                let number = whole(text)?;
                match entry.key.as_slice() {
                    b"L" => found.length = number,
                    b"N" => found.pages = Some(number),
                    b"O" => found.opened.0 = Some(number),
                    b"P" => found.opened.1 = number,
                    _ => {}
                }
            }
        }
    }
    known.has(b"L").then_some(found)
}
