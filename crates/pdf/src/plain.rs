//! Whether all programs read later revisions in one way.
//!
//! A program that does not find its way through a file as the file tells looks for objects in all of it instead, and takes what it
//! finds last. What was signed can be written so that this shows something else, which nobody sees as long as the way is clear. So
//! whatever comes behind has to be clear to the least patient of them.

use std::{
    collections::{BTreeMap, HashSet},
    ops::Range,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use memchr::memmem;

use crate::{
    document::Document,
    error::Error,
    heads::Heads,
    input::Input,
    lexer::{is_space, whole},
    objection::{self, Objection},
    owned::Owned,
    reading::Reading,
    revisions::{Revision, XrefKind},
    skim::Wanted,
    twice::{Running, Twice},
    xref::Section,
    xref_stream,
};

/// Bytes that are looked through at once for objects that nothing lists.
pub(crate) const CHUNK: u64 = 256 << 10;

/// How headers begin to the least strict of programs.
const HEADERS: [&[u8]; 3] = [b"%PDF", b"%FDF", b"%!PS"];

/// So much of what was looked through is looked at again with what follows: a keyword may go over the border, and its numbers.
pub(crate) const AGAIN: u64 = 4096;

/// Bytes of a table that are looked at: of as many entries as can be compared.
const MAX_TABLE: u64 = 8 << 20;

/// Digits of a number in a table.
const MAX_DIGITS: usize = 10;

/// Bytes of a line of a table.
const LINE: usize = 20;

/// Numbers that a trailer may announce beyond those that there are.
const MAX_SPARE: i64 = 1_000;

/// The number behind the highest under which some programs find an object.
const BEHIND_FOUND: i64 = 1 << 22;

/// Entries of later sections that are compared with what stands there.
const MAX_LISTED: u64 = 1_000_000;

/// What was found out about the revisions of a file, once somebody asked.
#[derive(Default)]
pub(crate) struct Unclear {
    /// The newest section that is unclear, with the reason.
    section: OnceLock<Option<(usize, Objection)>>,
    /// The place behind which stray objects were looked for, and where the last one stands.
    stray: Mutex<Option<(u64, Option<u64>)>>,
    /// Which later revisions are their own in every byte.
    owned: Mutex<Owned>,
    /// What stands in the file twice.
    twice: Mutex<Option<Result<Twice, Error>>>,
    /// Objects that go on where they should have ended.
    running: OnceLock<Result<Running, Error>>,
    /// Has looked through the file for objects, perhaps.
    searched: OnceLock<Box<Searched>>,
}

type Searched = dyn Fn() -> Option<Arc<Heads>> + Send + Sync;

impl Document {
    /// What readers may take differently of what came after revision `index`: where the file ends, its cross-reference sections with
    /// their trailers, and what a search for objects would find, in what was signed as well. Nothing where there is no such revision,
    /// or where the file had to be repaired.
    ///
    /// # Errors
    /// What reading can say.
    pub fn unclear_since(&self, index: usize) -> Result<Option<Objection>, Error> {
        if let Some(why) = self.unclear_behind(index)? {
            return Ok(Some(why));
        }
        match self.twice_in(index)? {
            None => self.running_since(index),
            found => Ok(found),
        }
    }

    /// The same but for what was signed itself ([`Document::twice_in`], [`Document::running_since`]).
    pub(crate) fn unclear_behind(&self, index: usize) -> Result<Option<Objection>, Error> {
        let Some(signed) = self.revisions().get(index).filter(|_| !self.was_repaired()) else {
            return Ok(None);
        };
        // A few blanks there say nothing to anybody.
        if self.has_trailing_content()? {
            return Ok(Some(Objection::BehindEnd { length: self.unaccounted() }));
        }
        if !self.end().is_found_by_all(self.len()) {
            return Ok(Some(Objection::OddEnd));
        }
        if signed.section == 0 {
            return Ok(None);
        }
        // Who had to search for what was signed may not have to any more.
        if !signed.ends_plainly {
            return Ok(Some(Objection::OddEnd));
        }
        if self.ends_a_search(signed)? {
            return Ok(Some(Objection::OddTable));
        }
        // Where offsets count from the first byte though the header stands behind it, most programs count otherwise, and find what the
        // signed bytes hold for them, or nothing.
        let counts_oddly = self.reading().absolute(0) != self.leading_bytes() || self.has_other_header()?;
        if counts_oddly || self.opens_oddly(signed)? {
            return Ok(Some(Objection::OddEnd));
        }
        if let Some((_, why)) = self.unclear_section()?.as_ref().filter(|(at, _)| *at < signed.section) {
            return Ok(Some(why.clone()));
        }
        match self.not_owned_since(index) {
            None => Ok(self.stray_since(signed)?.map(|at| Objection::Stray { at })),
            found => Ok(found),
        }
    }

    /// Some search a file for what they miss as long as all its sections are tables. Whether there is a stream behind nothing but tables,
    /// and what was signed misses something.
    fn ends_a_search(&self, signed: &Revision) -> Result<bool, Error> {
        let is_stream = |section: &Section| section.kind == XrefKind::Stream;
        let (later, before) = self.file().sections.split_at_checked(signed.section).unwrap_or_default();
        if before.iter().any(is_stream) || !later.iter().any(is_stream) {
            return Ok(false);
        }
        let reading = self.reading().turned_to(signed.section);
        let mut listed = BTreeMap::new();
        for number in reading.all_numbers()? {
            listed.extend(reading.entry(number)?.generation().map(|generation| (number, generation)));
        }
        let wanted = Wanted { listed: Some(&listed), ..Wanted::default() };
        for (number, generation) in &listed {
            match reading.skim((*number, *generation), reading.entry(*number)?, wanted) {
                Ok(Some(found)) if !found.leads_nowhere => {}
                Err(error) if !error.is_damage() => return Err(error),
                _ => return Ok(true),
            }
        }
        Ok(false)
    }

    /// Whether some count offsets from something else before the header.
    fn has_other_header(&self) -> Result<bool, Error> {
        let before = self.reading().input().bytes(0, self.leading_bytes())?;
        Ok(HEADERS.iter().any(|header| memmem::find(&before, header).is_some()))
    }

    fn unclear_section(&self) -> Result<&Option<(usize, Objection)>, Error> {
        let known = &self.file().unclear.section;
        if let Some(known) = known.get() {
            return Ok(known);
        }
        let (reading, mut found) = (self.reading(), None);
        for (at, pair) in self.file().sections.windows(2).enumerate() {
            if let [later, before] = pair
                && let Some(why) = unclear(&reading, later, before)?
            {
                found = Some((at, why));
                break;
            }
        }
        Ok(known.get_or_init(|| found))
    }

    /// What a search for objects would find in what was signed and the sections do not list. Nothing where nothing came later, nor where
    /// the file had to be repaired.
    pub(crate) fn twice_in(&self, index: usize) -> Result<Option<Objection>, Error> {
        let is_followed = self.revisions().get(index).is_some_and(|signed| signed.section > 0);
        if !is_followed || self.was_repaired() {
            return Ok(None);
        }
        let mut known = self.file().unclear.twice.lock().unwrap_or_else(PoisonError::into_inner);
        let searched = || self.file().unclear.searched.get().and_then(|searched| searched());
        match known.get_or_insert_with(|| Twice::new(self, searched)) {
            Ok(twice) => twice.in_revision(self, index),
            Err(error) => Err(error.clone()),
        }
    }

    /// Whether an object of revision `index`, or one before it, may go on in what came later. Nothing where nothing did.
    pub(crate) fn running_since(&self, index: usize) -> Result<Option<Objection>, Error> {
        let Some(signed) = self.revisions().get(index).filter(|signed| signed.section > 0) else {
            return Ok(None);
        };
        let known = &self.file().unclear.running;
        Ok(known.get_or_init(|| Running::new(self)).as_ref().map_err(Clone::clone)?.since(signed.section))
    }

    /// Who has looked through the bytes of this file, all of them, for where objects begin, or is about to: then that is not done again.
    /// Is asked once, when it is needed.
    pub fn is_searched_by(&self, searched: impl Fn() -> Option<Arc<Heads>> + Send + Sync + 'static) {
        // Whoever came first knows the same.
        let _ = self.file().unclear.searched.set(Box::new(searched));
    }

    fn not_owned_since(&self, index: usize) -> Option<Objection> {
        let owned = &self.file().unclear.owned;
        owned.lock().unwrap_or_else(PoisonError::into_inner).since(self, index)
    }

    /// The last place behind a revision where something stands that looks like an object or a trailer, and is none that a section
    /// knows.
    fn stray_since(&self, signed: &Revision) -> Result<Option<u64>, Error> {
        let mut known = self.file().unclear.stray.lock().unwrap_or_else(PoisonError::into_inner);
        let last = match *known {
            Some((from, last)) if from <= signed.end => last,
            _ => {
                let last = last_stray(self, signed)?;
                *known = Some((signed.end, last));
                last
            }
        };
        Ok(last.filter(|at| *at >= signed.end))
    }
}

/// Where a keyword stands in bytes that are looked through one part after the other.
pub(crate) struct Keywords {
    finder: memmem::Finder<'static>,
    length: usize,
}

impl Keywords {
    pub(crate) fn new(word: &'static str) -> Self {
        Self { finder: memmem::Finder::new(word), length: word.len() }
    }

    /// Where it stands in this part; not in its first `known` bytes, which the part before it had as well: what stands before the word
    /// may be cut off there.
    pub(crate) fn of<'a>(&'a self, bytes: &'a [u8], known: usize) -> impl Iterator<Item = usize> + 'a {
        self.finder.find_iter(bytes).filter(move |at| at + self.length > known)
    }
}

/// What readers may take differently of a section and its trailer.
fn unclear(reading: &Reading<'_>, later: &Section, before: &Section) -> Result<Option<Objection>, Error> {
    let input = reading.input();
    // What a trailer does not announce is nothing to some programs, and what nobody could hold is to others.
    let needed = before.size().max(i64::try_from(later.behind_listed()).ok()).unwrap_or_default();
    let sizes = needed..=needed.saturating_add(MAX_SPARE);
    Ok(match &later.repeated {
        // Beside a stream there should be none, and some programs follow it all the same.
        _ if later.kind == XrefKind::Hybrid || later.trailer.has(b"XRefStm") => Some(Objection::Hybrid),
        _ if !later.is_laid_out() || !is_exact(input, later)? => Some(Objection::OddTable),
        Some(key) => Some(Objection::RepeatedKey { name: objection::key(key) }),
        None if !later.size().is_some_and(|size| sizes.contains(&size)) => Some(Objection::SizeUnfit),
        None if needed > BEHIND_FOUND && before.size() < Some(needed) => Some(Objection::SizeUnfit),
        None => None,
    })
}

/// Whether a section is written as the standard has it, to the blank (§7.5.4, §7.5.8).
fn is_exact(input: &Input<'_>, section: &Section) -> Result<bool, Error> {
    let length = section.end.saturating_sub(section.offset);
    if section.kind == XrefKind::Stream {
        let behind = input.bytes(section.end, input.len().saturating_sub(section.end).min(16))?;
        let word = behind.trim_ascii_start();
        return Ok(word.starts_with(b"endstream")
            && xref_stream::is_usual(&section.trailer)
            && section.has_usual_rows());
    }
    if length > MAX_TABLE {
        return Ok(false);
    }
    let text = input.bytes(section.offset, length)?;
    // Some lead to the end of the line before; every program goes on from there.
    let blanks = text.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    Ok(blanks <= 2 && is_exact_table(text.get(blanks..).unwrap_or_default()))
}

/// `xref`, and for each subsection its head and lines of 20 bytes, up to `trailer`.
fn is_exact_table(text: &[u8]) -> bool {
    let after_line = |text: &'_ [u8]| -> Option<usize> {
        let blanks = text.iter().take_while(|byte| **byte == b' ').count();
        let end = match text.get(blanks..)? {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return None,
        };
        (blanks <= 1).then_some(blanks + end)
    };
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let walk = || -> Option<()> {
        let mut rest = text.strip_prefix(b"xref")?;
        rest = rest.get(after_line(rest)?..)?;
        while !rest.starts_with(b"trailer") {
            let (first, behind) = rest
                .split_at_checked(digits(rest))
                .filter(|(first, _)| (1..=MAX_DIGITS).contains(&first.len()))?;
            let behind = behind.strip_prefix(b" ")?;
            let (count, behind) = behind.split_at_checked(digits(behind))?;
            let behind = behind.get(after_line(behind)?..)?;
            let count = usize::try_from(whole(count)?).ok()?;
            // What an empty part makes of its first number is for each program to say.
            let is_usual = count > 0 || whole(first) == Some(0);
            is_usual.then_some(())?;
            let (lines, behind) = behind.split_at_checked(count.checked_mul(LINE)?)?;
            let lines = lines.as_chunks::<LINE>().0;
            lines.iter().all(is_exact_line).then_some(())?;
            // Some take a part that begins so for one that should begin with 0.
            let is_shifted = whole(first) == Some(1) && lines.first().is_some_and(is_first_line);
            (!is_shifted).then_some(())?;
            // Some leave a line empty before the trailer, and every program goes on behind it.
            rest = behind.trim_ascii_start();
            (behind.len() - rest.len() <= 2).then_some(())?;
        }
        let dictionary = rest.get(7..)?.trim_ascii_start();
        dictionary.starts_with(b"<<").then_some(())
    };
    walk().is_some()
}

/// The entry of object 0.
fn is_first_line(line: &[u8; LINE]) -> bool {
    line.get(11..18) == Some(b"65535 f")
}

/// An entry of a table, and nothing but it.
fn is_exact_line(line: &[u8; LINE]) -> bool {
    let [place @ .., b' ', g1, g2, g3, g4, g5, b' ', b'n' | b'f', one, two] = line else { return false };
    place.iter().chain([g1, g2, g3, g4, g5]).all(u8::is_ascii_digit)
        && matches!((one, two), (b' ', b'\r' | b'\n') | (b'\r', b'\n'))
}

fn last_stray(document: &Document, signed: &Revision) -> Result<Option<u64>, Error> {
    let sections = document.file().sections.get(..signed.section).unwrap_or_default();
    let reading = document.reading();
    let listed = places(&reading, sections)?;
    let tables = sections.iter().filter(|section| section.kind == XrefKind::Table);
    let mut tables: Vec<_> = tables.map(|table| (table.offset, table.end)).collect();
    tables.sort_unstable();
    let is_trailer = |at: u64| {
        let behind = tables.partition_point(|(start, _)| *start <= at);
        behind.checked_sub(1).and_then(|last| tables.get(last)).is_some_and(|(_, end)| at < *end)
    };
    let (keywords, trailer) = (Keywords::new("obj"), Keywords::new("trailer"));
    let mut last = None;
    each_part(reading.input(), signed.end..document.len(), |start, bytes, known| {
        let at = |place: usize| start.saturating_add(place as u64);
        let is_listed = |head: usize| {
            let behind = listed.partition_point(|place| *place <= at(head));
            let place = behind.checked_sub(1).and_then(|last| listed.get(last));
            // Blanks may stand before an object.
            let gap = place.and_then(|place| usize::try_from(at(head) - place).ok());
            let gap = gap.and_then(|gap| bytes.get(head.checked_sub(gap)?..head));
            gap.is_some_and(|gap| gap.iter().all(|&byte| is_space(byte)))
        };
        let strays = keywords.of(bytes, known).filter_map(|found| {
            let before = bytes.get(..found).filter(|before| !before.ends_with(b"end"))?;
            match head_before(before) {
                Some(head) => (!is_listed(head)).then_some(head),
                None => hidden_head_before(before, false),
            }
        });
        let trailers = trailer.of(bytes, known).filter(|found| !is_trailer(at(*found)));
        last = last.max(strays.chain(trailers).max().map(at));
        Ok(true)
    })?;
    Ok(last)
}

/// Shows the bytes of that range, part after part: where each begins, and how many of its bytes the part before it ended with. `look`
/// says whether to go on.
pub(crate) fn each_part(
    input: &Input<'_>,
    range: Range<u64>,
    mut look: impl FnMut(u64, &[u8], usize) -> Result<bool, Error>,
) -> Result<(), Error> {
    let (mut start, mut known) = (range.start, 0);
    while start < range.end {
        let length = range.end.saturating_sub(start).min(CHUNK);
        if !look(start, &input.part(start, length)?, known)? || length < CHUNK {
            break;
        }
        (start, known) = (start.saturating_add(length - AGAIN), AGAIN as usize);
    }
    Ok(())
}

/// Whether something that looks like an object of that number stands anywhere before `end`, listed or not.
pub(crate) fn stands_before(reading: &Reading<'_>, number: u32, end: u64) -> Result<bool, Error> {
    let (keywords, mut stands) = (Keywords::new("obj"), false);
    each_part(reading.input(), 0..end, |_, bytes, known| {
        reading.input().budget().spend(bytes.len() as u64)?;
        let is_it = |at: usize| {
            let head = head_before(bytes.get(..at)?)?;
            let digits = bytes.get(head..at)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
            whole(bytes.get(head..head.checked_add(digits)?)?)
        };
        stands = keywords.of(bytes, known).filter_map(is_it).any(|found| u64::from(number) == found);
        Ok(!stands)
    })?;
    Ok(stands)
}

/// Where objects stand that sections list, and the sections that are objects, in order.
fn places(reading: &Reading<'_>, sections: &[Section]) -> Result<Vec<u64>, Error> {
    let listed: u64 = sections.iter().map(Section::listed).fold(0, u64::saturating_add);
    if listed > MAX_LISTED {
        return Err(Error::TooLarge { what: "the objects of later revisions", limit: MAX_LISTED });
    }
    let mut places: Vec<u64> = sections.iter().map(|section| section.offset).collect();
    for section in sections {
        section.each(reading.input(), &mut |_, entry| {
            places.extend(entry.and_then(|entry| reading.place(entry)));
        });
    }
    places.sort_unstable();
    Ok(places)
}

/// Where the two numbers begin behind which an object's keyword follows; where they begin before these bytes, at their start.
pub(crate) fn head_before(bytes: &[u8]) -> Option<usize> {
    let first = number_before(bytes, blanks_before(bytes))?;
    let blanks = blanks_before(bytes.get(..first)?);
    match first {
        0 => Some(0),
        // `16+0` are two for some.
        _ if bytes.get(first).is_some_and(|byte| is_sign(*byte)) && blanks == first => {
            number_before(bytes, first)
        }
        _ if blanks == first => None,
        _ => number_before(bytes, blanks),
    }
}

/// The same where comments stand between. Some programs take a line as ended by a zero, too. Of a line that is longer than what is seen
/// of it, one does not know.
pub(crate) fn hidden_head_before(bytes: &[u8], is_cut: bool) -> Option<usize> {
    /// Comments that are looked behind. Where there are more, one does not know.
    const MAX_STEPS: usize = 100;
    let from = bytes.len().saturating_sub(AGAIN as usize);
    let (bytes, is_cut) = (bytes.get(from..)?, is_cut || from > 0);
    // A comment ends with its line.
    let blanks = blanks_before(bytes);
    if !bytes.get(blanks..)?.iter().any(|byte| matches!(byte, b'\r' | b'\n')) {
        return None;
    }
    // Places up to which nothing but blanks and comments follow, and how many numbers.
    let (mut open, mut met) = (vec![(blanks, 0)], HashSet::new());
    while let Some((at, numbers)) = open.pop() {
        if !met.insert((at, numbers)) {
            continue;
        }
        if met.len() > MAX_STEPS || open.len() > MAX_STEPS {
            return Some(from + at);
        }
        let text = bytes.get(..at)?;
        if let Some(start) = number_before(text, at) {
            if numbers == 1 || start == 0 {
                return Some(from + start);
            }
            open.push((blanks_before(text.get(..start)?), 1));
        }
        let line = text.iter().rposition(|byte| matches!(byte, b'\r' | b'\n')).map(|end| end + 1);
        if line.is_none() && is_cut {
            return Some(from + at);
        }
        open.extend(before_marks(text, line.unwrap_or(0)).map(|before| (before, numbers)));
    }
    None
}

/// Before each mark of a comment from `line` on, and the blanks that it follows.
fn before_marks(text: &[u8], line: usize) -> impl Iterator<Item = usize> + '_ {
    let mut before = blanks_before(text.get(..line).unwrap_or_default());
    text.iter().enumerate().skip(line).filter_map(move |(at, &byte)| {
        let is_mark = matches!(byte, b'%' | 0);
        let found = is_mark.then_some(before);
        if !is_blank(byte) {
            before = at + 1;
        }
        found
    })
}

/// Before the blanks at the end of these bytes: whatever some program takes for one.
fn blanks_before(bytes: &[u8]) -> usize {
    bytes.len() - bytes.iter().rev().take_while(|byte| is_blank(**byte)).count()
}

const fn is_blank(byte: u8) -> bool {
    byte <= b' '
}

/// Where the number begins that ends at `end`, with its sign.
fn number_before(bytes: &[u8], end: usize) -> Option<usize> {
    let text = bytes.get(..end)?;
    let digits = text.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let start = end.checked_sub(digits).filter(|_| digits > 0 || end == 0)?;
    let signs = text.get(..start)?.iter().rev().take_while(|byte| is_sign(**byte)).count();
    Some(start - signs)
}

pub(crate) const fn is_sign(byte: u8) -> bool {
    matches!(byte, b'+' | b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_seems_to_be_shifted_is_not_exact() {
        for (part, is) in [
            ("0 1\n0000000000 65535 f \n", true),
            ("1 1\n0000000000 00001 f \n", true),
            ("2 1\n0000000000 65535 f \n", true),
            ("1 1\n0000000000 65535 f \n", false),
            ("0 1\n0000000000 65535 f \n1 2\n0000000000 65535 f \n0000000009 00000 n \n", false),
        ] {
            assert_eq!(is_exact_table(format!("xref\n{part}trailer\n<<>>").as_bytes()), is, "{part:?}");
        }
    }

    #[test]
    fn an_object_is_met_by_its_numbers() {
        for (text, head) in [
            ("4 0 ", Some(0)),
            (" 4 0", Some(1)),
            ("x12\n\n0\0", Some(1)),
            ("end", None),
            ("0 ", Some(0)),
            ("/F 0 ", None),
            ("4x0 ", None),
            ("", Some(0)),
            ("x 4 +0 ", Some(2)),
            ("x 4+0 ", Some(2)),
            ("x\u{b}4\u{b}0\u{b}", Some(2)),
            ("x 40", None),
        ] {
            assert_eq!(head_before(text.as_bytes()), head, "{text:?}");
        }
    }

    #[test]
    fn an_object_is_met_behind_comments() {
        for (text, head) in [
            ("x 4 0%y\n", Some(2)),
            ("x 4 0\0%y\n", Some(2)),
            ("x 4 0\0y\n", Some(2)),
            ("x 4%y\r%z\n0%\n\n", Some(2)),
            ("(50%) 4 0%y\n", Some(6)),
            // Nobody reads this one so; it is told rather than not.
            ("x 4 %y 0\n", Some(2)),
            ("x 4 y\n", None),
            ("4 0\0?", None),
            ("an ", None),
        ] {
            assert_eq!(hidden_head_before(text.as_bytes(), false), head, "{text:?}");
        }
    }
}
