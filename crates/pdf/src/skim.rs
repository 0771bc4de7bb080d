//! Objects looked through for what they refer to, and for a few entries: nothing else of them is kept.

use std::collections::BTreeMap;

use lopdf::{Dictionary, ObjectId};

use crate::{
    lexer::{Fault, Lexer, whole},
    object::{self, Body, MAX_DEPTH, MAX_ELEMENTS, TOO_DEEP, TOO_MANY},
};

/// What an object is looked through for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Wanted<'w> {
    /// Keys of the outermost dictionary.
    pub(crate) keys: &'w [&'w [u8]],
    /// Numbers of a few objects that it may refer to.
    pub(crate) numbers: &'w [u32],
    /// Whether `/Kids` is asked for: there can be ten thousand, and nothing but references.
    pub(crate) kids: bool,
    /// All objects that there are, if it is asked whether a reference leads to another one.
    pub(crate) listed: Option<&'w BTreeMap<u32, u16>>,
}

impl Wanted<'_> {
    /// Whether nothing is asked for but what is always told, and `numbers`.
    pub(crate) const fn is_little(&self) -> bool {
        self.keys.is_empty() && !self.kids && self.listed.is_none()
    }

    /// Whether somebody may come back who asks for nothing: it is looked through as a node of the page tree now.
    pub(crate) const fn is_for_now(&self) -> bool {
        self.kids && self.numbers.is_empty() && self.listed.is_none()
    }
}

/// What was found in an object.
#[derive(Debug, Default)]
pub(crate) struct Skimmed {
    /// Whether the object is a dictionary or a stream.
    pub(crate) is_dictionary: bool,
    /// Those of its entries that were asked for.
    pub(crate) entries: Dictionary,
    /// `/Kids`, if it was asked for.
    pub(crate) kids: Kids,
    /// The highest number that a reference in it names, whatever the key says and however often the key stands there.
    pub(crate) highest: u32,
    /// Whether any reference names an object of another generation than 0.
    pub(crate) names_generation: bool,
    /// What its references name, as far as that can be told shortly.
    pub(crate) named: Named,
    /// Whether any reference names one of the numbers that were asked for.
    pub(crate) meets: bool,
    /// Whether any reference leads to an object that there is not, if that was asked.
    pub(crate) leads_nowhere: bool,
    /// `/Length` of the outermost dictionary.
    pub(crate) length: Length,
    /// Whether that dictionary says that it is a page.
    pub(crate) is_page: bool,
    /// Whether that dictionary says that it is a cross-reference stream.
    pub(crate) is_section: bool,
    /// Whether that dictionary has a key that, of a stream, says that what it shows stands in another file.
    pub(crate) names_a_file: bool,
    /// Whether any dictionary in it says, or could say, that it is a field for something else than a signature.
    pub(crate) may_be_filled_in: bool,
}

/// Numbers, each as one of 64 bits: which are not among them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named(u64);

impl Named {
    const fn bit(number: u32) -> u64 {
        1 << (number % u64::BITS)
    }

    const fn add(&mut self, number: u32) {
        self.0 |= Self::bit(number);
    }

    /// Whether the number could be among them.
    pub(crate) const fn may_have(self, number: u32) -> bool {
        self.0 & Self::bit(number) != 0
    }
}

/// The kids of a node of the page tree.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum Kids {
    /// It has none.
    #[default]
    Nothing,
    /// What the array refers to.
    Here(Vec<ObjectId>),
    /// They are not in an array that stands there.
    Elsewhere,
}

/// What a dictionary says of the length of a stream's data.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// Nothing.
    #[default]
    Untold,
    /// So many bytes.
    Bytes(u64),
    /// It stands in this object.
    At(ObjectId),
    /// More than one thing, or what is no length.
    Unclear,
}

/// `N G obj`, the value, and `stream` if that follows. Accepts and refuses what [`object::indirect`] does.
pub(crate) fn indirect(
    lexer: &mut Lexer<'_>,
    wanted: Wanted<'_>,
) -> Result<(ObjectId, Skimmed, Body), Fault> {
    let id = object::head(lexer)?;
    lexer.skip_space();
    let is_dictionary = lexer.starts_with("<<")?;
    let skimmed = value(lexer, wanted)?;
    let body = if is_dictionary { object::body(lexer)? } else { Body::Value };
    Ok((id, skimmed, body))
}

/// The value that begins here.
pub(crate) fn value(lexer: &mut Lexer<'_>, wanted: Wanted<'_>) -> Result<Skimmed, Fault> {
    let mut skimmer = Skimmer { wanted, elements: MAX_ELEMENTS, found: Skimmed::default() };
    skimmer.object(lexer, 0)?;
    Ok(skimmer.found)
}

struct Skimmer<'w> {
    wanted: Wanted<'w>,
    elements: u64,
    found: Skimmed,
}

impl Skimmer<'_> {
    fn object(&mut self, lexer: &mut Lexer<'_>, depth: u32) -> Result<(), Fault> {
        self.elements = self.elements.checked_sub(1).ok_or(TOO_MANY)?;
        if depth > MAX_DEPTH {
            return Err(TOO_DEEP);
        }
        lexer.skip_space();
        match lexer.peek("an object")? {
            b'/' => {
                lexer.advance(1);
                lexer.regular().map(drop)
            }
            b'(' => {
                lexer.advance(1);
                lexer.skip_literal()
            }
            b'[' => {
                lexer.advance(1);
                self.array(lexer, depth)
            }
            b'<' if lexer.starts_with("<<")? => {
                lexer.advance(2);
                self.dictionary(lexer, depth)
            }
            b'<' => {
                lexer.advance(1);
                lexer.hex_string().map(drop)
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => {
                if lexer.skips_lone_number() {
                    return Ok(());
                }
                match object::reference(lexer)? {
                    Some((number, generation)) => {
                        self.found.highest = self.found.highest.max(number);
                        self.found.names_generation |= generation != 0;
                        self.found.named.add(number);
                        self.found.meets |= self.wanted.numbers.contains(&number);
                        let leads = |listed: &BTreeMap<u32, u16>| listed.get(&number) == Some(&generation);
                        self.found.leads_nowhere |= self.wanted.listed.is_some_and(|listed| !leads(listed));
                        Ok(())
                    }
                    None => lexer.skip_number(),
                }
            }
            _ => object::word(lexer).map(drop),
        }
    }

    fn array(&mut self, lexer: &mut Lexer<'_>, depth: u32) -> Result<(), Fault> {
        loop {
            lexer.skip_space();
            if lexer.peek("the end of an array")? == b']' {
                lexer.advance(1);
                return Ok(());
            }
            self.object(lexer, depth + 1)?;
        }
    }

    fn dictionary(&mut self, lexer: &mut Lexer<'_>, depth: u32) -> Result<(), Fault> {
        self.found.is_dictionary |= depth == 0;
        loop {
            lexer.skip_space();
            if lexer.starts_with(">>")? {
                lexer.advance(2);
                return Ok(());
            }
            let start = lexer.at();
            if lexer.next("the end of a dictionary")? != b'/' {
                lexer.seek(start);
                return Err(lexer.syntax("a key or the end of a dictionary"));
            }
            let key = lexer.name_text()?;
            lexer.skip_space();
            let value = lexer.at();
            self.object(lexer, depth + 1)?;
            match &*key {
                b"FT" => self.found.may_be_filled_in |= !is_name(lexer.since(value), b"Sig"),
                b"F" | b"Ref" if depth == 0 => self.found.names_a_file = true,
                b"Type" if depth == 0 => {
                    self.found.is_page = is_name(lexer.since(value), b"Page");
                    self.found.is_section |= is_name(lexer.since(value), b"XRef");
                }
                b"Kids" if depth == 0 && self.wanted.kids => {
                    lexer.seek(value);
                    self.found.kids = self.kids(lexer)?;
                }
                b"Length" if depth == 0 => {
                    let told = length(lexer, value)?;
                    let is_first = self.found.length == Length::Untold;
                    self.found.length = if is_first { told } else { Length::Unclear };
                }
                _ => {}
            }
            if depth == 0 && self.wanted.keys.contains(&&*key) {
                lexer.seek(value);
                self.found.entries.set(key.into_owned(), object::alone(lexer)?);
            }
        }
    }
}

impl Skimmer<'_> {
    /// The kids that begin here, which were looked through before.
    fn kids(&mut self, lexer: &mut Lexer<'_>) -> Result<Kids, Fault> {
        if lexer.peek("kids")? != b'[' {
            self.object(lexer, 1)?;
            return Ok(Kids::Elsewhere);
        }
        lexer.advance(1);
        let mut kids = Vec::new();
        loop {
            lexer.skip_space();
            if lexer.peek("the end of an array")? == b']' {
                lexer.advance(1);
                return Ok(Kids::Here(kids));
            }
            match object::reference(lexer)? {
                Some(id) => kids.push(id),
                None => self.object(lexer, 2)?,
            }
        }
    }
}

/// Whether that text is this name.
fn is_name(text: &[u8], name: &[u8]) -> bool {
    let Some((b'/', written)) = text.split_first() else { return false };
    written == name || Lexer::new(written, true).name_text().is_ok_and(|found| *found == *name)
}

/// The length that stands at `start`, up to where the lexer is.
fn length(lexer: &mut Lexer<'_>, start: usize) -> Result<Length, Fault> {
    let text = lexer.since(start);
    if let Some(bytes) = whole(text) {
        return Ok(Length::Bytes(bytes));
    }
    if !text.first().is_some_and(u8::is_ascii_digit) {
        return Ok(Length::Unclear);
    }
    lexer.seek(start);
    match object::reference(lexer)? {
        Some(id) => Ok(Length::At(id)),
        None => lexer.skip_number().map(|()| Length::Unclear),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use lopdf::Object;

    use super::*;

    const WANTED: Wanted<'_> =
        Wanted { keys: &[b"Parent", b"Count"], numbers: &[5, 6], kids: true, listed: None };

    fn skim(text: &[u8], last: bool) -> Result<Skimmed, Fault> {
        value(&mut Lexer::new(text, last), WANTED)
    }

    #[test]
    fn every_reference_counts_wherever_it_stands() {
        for (text, highest) in [
            (&b"<</A 3 0 R/A 9 0 R/A 4 0 R>>"[..], 9),
            (b"[1 2 3 0 R 17 0 5 0 R]", 5),
            (b"<</A[<</B 8 %9 0 R\n 0\tR>>]/C(7 0 R)/D<</E 20 1 R>>>>", 20),
            (b"12 0 R", 12),
            (b"(\\) 5 0 R (\\\\) 6 0 R)", 0),
            (b"[1 0 R 99 0 98 0 /R]", 1),
        ] {
            assert_eq!(skim(text, true).unwrap().highest, highest, "{}", String::from_utf8_lossy(text));
        }
        assert!(skim(b"<</A 9 0 R/A[<</B 6 0 R>>]/A 4 0 R>>", true).unwrap().meets);
        assert!(!skim(b"<</A 9 0 R/B 5/C(6 0 R)>>", true).unwrap().meets);
    }

    #[test]
    fn the_entries_asked_for_are_those_of_the_outermost_dictionary() {
        let text = b"<</Count 1/X<</Parent[1 0 R]/Kids[7 0 R]>>/Parent[2 0 R]/Kids[3 0 R]/Parent 4/Count 2>>";
        let found = skim(text, true).unwrap();
        assert_eq!(format!("{:?}", Object::Dictionary(found.entries)), "<</Count 2/Parent 4>>");
        assert!(found.is_dictionary);
        assert_eq!(found.kids, Kids::Here(vec![(3, 0)]));
        for (text, kids) in [
            (&b"<</Type/Page>>"[..], Kids::Nothing),
            (b"<</Kids 5 0 R>>", Kids::Elsewhere),
            (b"<</Kids[1 0 R]/#4bids null>>", Kids::Elsewhere),
            (b"<</Kids[]>>", Kids::Here(vec![])),
            (
                b"<</Kids[1 0 R%]\n(2 0 R)[3 0 R]null 4 5 0 R 6 0R]/X[9 0 R]>>",
                Kids::Here(vec![(1, 0), (5, 0)]),
            ),
        ] {
            match skim(text, true) {
                Ok(found) => assert_eq!(found.kids, kids, "{}", String::from_utf8_lossy(text)),
                Err(_) => assert!(text.ends_with(b"6 0R]/X[9 0 R]>>")),
            }
        }
        for text in [&b"[<</Count 1/Kids[1 0 R]>>]"[..], b"7 0 R"] {
            let found = skim(text, true).unwrap();
            assert!(!found.is_dictionary && found.entries.is_empty() && found.kids == Kids::Nothing);
        }
    }

    #[test]
    fn what_a_dictionary_says_of_itself_is_told() {
        for (text, is_page, may_be_filled_in, length) in [
            (&b"<</Type/Page/Length 6>>"[..], true, false, Length::Bytes(6)),
            (b"<</#54ype/P#61ge/Length 1 0 R>>", true, false, Length::At((1, 0))),
            (b"<</Type/Page/Type/Pages>>", false, false, Length::Untold),
            (b"<</Type/Pages/Type/Page>>", true, false, Length::Untold),
            (b"<</Kid<</Type/Page/Length 6>>>>", false, false, Length::Untold),
            (b"<</FT/Sig/Length 6/L#65ngth 6>>", false, false, Length::Unclear),
            (b"<</FT /S#69g/Length -6>>", false, false, Length::Unclear),
            (b"[<</FT/Tx>>]", false, true, Length::Untold),
            (b"<</A<</F#54 1 0 R>>/Length 6 /Type(/Page)>>", false, true, Length::Bytes(6)),
            (b"<</FT/Sig/FT/Tx/FT/Sig/Length 6 7>>", false, true, Length::Unclear),
        ] {
            let Ok(found) = skim(text, true) else {
                assert_eq!(length, Length::Unclear);
                continue;
            };
            let told = (found.is_page, found.may_be_filled_in, found.length);
            assert_eq!(told, (is_page, may_be_filled_in, length), "{}", String::from_utf8_lossy(text));
        }
    }

    /// The same texts are objects to both, and they end in the same place; so it is with each of their beginnings.
    #[test]
    fn what_is_no_object_to_one_is_none_to_the_other() {
        let texts: [&[u8]; 8] = [
            b"<</A 1/B -.5/C(a\\(\\051\\\n\\7)/D<48 6>/E[true null 12 0 R 12 0]/#46 4.%x\n>> ",
            b"<</Type/Page/Kids[1 0 R (a(b)c) <</D[/E<0>]>>]/R 1 0 R/S +17/T 4.5.6>>",
            b"[1 0 R 1 0 1 R 99999999999 0 R 1 99999 R]",
            b"<</A>>",
            b"<</A(\\",
            b"<4 8x>",
            b"[/A/B#4/C##20 true false nul null]",
            b"<</Annots[1 0 R 2 0 R]/MediaBox[0 0 595.27 841.89]/Rotate 90>>x",
        ];
        for text in texts {
            for end in 0..=text.len() {
                for last in [true, false] {
                    let part = &text[..end];
                    let (mut one, mut other) = (Lexer::new(part, last), Lexer::new(part, last));
                    let (skimmed, parsed) = (value(&mut one, WANTED), object::value(&mut other));
                    assert_eq!(skimmed.is_ok(), parsed.is_ok(), "{:?} {last}", String::from_utf8_lossy(part));
                    match (skimmed, parsed) {
                        (Err(one), Err(other)) => assert_eq!(one, other),
                        _ => assert_eq!(one.at(), other.at()),
                    }
                }
            }
        }
        assert!(matches!(skim(&b"[".repeat(500), true), Err(Fault::TooMany { .. })));
        let many = [b"[".to_vec(), b"0 ".repeat(300_000)].concat();
        assert!(matches!(skim(&many, true), Err(Fault::TooMany { .. })));
    }
}
