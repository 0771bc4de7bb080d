//! How the drawing of a content stream is written (ISO 32000-2 §7.8.2): whether all programs read it to its end, and what it does.
//!
//! The renderer stops without a word at the first thing that it cannot read, where others go on; and of operands that are too
//! many it takes the first, others the last.

use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;

use crate::course::{Course, Numbers};

/// Arrays and dictionaries inside each other: the renderer reads fewer than a hundred.
const DEPTH: usize = 32;

/// Property lists that are remembered by name; content with more is looked at no further.
const NAMES: usize = 1_000;

/// What is known of the drawing in a content stream.
#[derive(Default)]
pub(crate) struct Content {
    /// Whether programs read it differently.
    pub(crate) is_odd: bool,
    /// Whether it puts anything on the page, what it draws by name aside.
    pub(crate) paints: bool,
    /// Whether some of it belongs to a layer (§8.11.3.2).
    pub(crate) is_optional: bool,
    /// The property lists that parts of it belong to, each of which may be a layer.
    pub(crate) properties: Vec<Vec<u8>>,
    /// What it does with the state of the drawing.
    pub(crate) course: Course,
}

impl Content {
    /// Reads it.
    pub(crate) fn of(data: &[u8]) -> Self {
        let mut scan = Scan { data, at: 0, content: Self::default(), operators: 0, images: Vec::new() };
        let is_read = scan.all().is_some();
        let Scan { mut content, operators, images, .. } = scan;
        content.course.end();
        content.is_odd = !is_read || !is_read_by_renderer(data, operators, &images);
        // Who knows what another program finds in it.
        content.paints |= content.is_odd;
        content
    }
}

/// Whether the renderer finds as many operators, and images of the same lengths.
fn is_read_by_renderer(data: &[u8], operators: usize, images: &[usize]) -> bool {
    let (mut found, mut lengths) = (0, Vec::new());
    let mut instructions = TypedIter::new(data);
    while let Some(instruction) = instructions.next() {
        found += 1;
        if let TypedInstruction::InlineImage(image) = instruction {
            lengths.push(image.0.raw_data().len());
        }
    }
    found == operators && lengths == images
}

/// An operand, as far as it matters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operand {
    Array,
    Dictionary,
    Name,
    Number,
    Other,
    Text,
}

/// The operands of an operator (annex A): `n` for a number, `s` for a string, `/` for a name, `[` for an array, `p` for a
/// property list, by name or in place, and `*` for colours, with or without the name of a pattern. Nothing of one that there is not.
fn operands(operator: &[u8]) -> Option<&'static [u8]> {
    Some(match operator {
        b"b" | b"B" | b"b*" | b"B*" | b"BT" | b"BX" | b"EMC" | b"ET" | b"EX" | b"f" | b"F" | b"f*" | b"h"
        | b"n" | b"q" | b"Q" | b"s" | b"S" | b"T*" | b"W" | b"W*" => b"",
        b"BMC" | b"cs" | b"CS" | b"Do" | b"gs" | b"MP" | b"ri" | b"sh" => b"/",
        b"BDC" | b"DP" => b"/p",
        b"g" | b"G" | b"i" | b"j" | b"J" | b"M" | b"Tc" | b"TL" | b"Tr" | b"Ts" | b"Tw" | b"Tz" | b"w" => {
            b"n"
        }
        b"l" | b"m" | b"Td" | b"TD" | b"d0" => b"nn",
        b"rg" | b"RG" => b"nnn",
        b"k" | b"K" | b"re" | b"v" | b"y" => b"nnnn",
        b"c" | b"cm" | b"d1" | b"Tm" => b"nnnnnn",
        b"d" => b"[n",
        b"Tf" => b"/n",
        b"Tj" | b"'" => b"s",
        b"\"" => b"nns",
        b"TJ" => b"[",
        b"sc" | b"SC" | b"scn" | b"SCN" => b"*",
        _ => return None,
    })
}

fn fit(found: &[Operand], wanted: &[u8]) -> bool {
    let fits = |found: &Operand, wanted: u8| match wanted {
        b'n' => *found == Operand::Number,
        b's' => *found == Operand::Text,
        b'/' => *found == Operand::Name,
        b'[' => *found == Operand::Array,
        _ => matches!(found, Operand::Name | Operand::Dictionary),
    };
    if wanted == b"*" {
        let numbers = found.iter().take_while(|one| **one == Operand::Number).count();
        return !found.is_empty() && matches!(found[numbers..], [] | [Operand::Name]);
    }
    found.len() == wanted.len() && found.iter().zip(wanted).all(|(found, wanted)| fits(found, *wanted))
}

struct Scan<'d> {
    data: &'d [u8],
    at: usize,
    content: Content,
    operators: usize,
    /// The lengths of the images in it.
    images: Vec<usize>,
}

/// Each part gives nothing where it is not written as it should be.
impl<'d> Scan<'d> {
    fn all(&mut self) -> Option<()> {
        let (mut found, mut last_name): (Vec<Operand>, &[u8]) = (Vec::new(), &[]);
        let mut numbers = Numbers::default();
        let mut tag: &[u8] = &[];
        // Between BX and EX stands what only some know.
        let mut lenient = 0_usize;
        loop {
            self.space();
            let Some(first) = self.peek() else { return found.is_empty().then_some(()) };
            if !is_regular(first) || matches!(first, b'+' | b'-' | b'.' | b'0'..=b'9') {
                let start = self.at;
                let operand = self.operand(0)?;
                if operand == Operand::Name {
                    (tag, last_name) = (last_name, self.data.get(start + 1..self.at)?);
                }
                if operand == Operand::Number {
                    numbers.push(self.data.get(start..self.at)?);
                }
                if operand == Operand::Dictionary {
                    tag = last_name;
                    self.content.is_optional |= names_a_layer(self.data.get(start..self.at)?);
                }
                found.push(operand);
                continue;
            }
            let word = self.word();
            if matches!(word, b"true" | b"false" | b"null") {
                found.push(Operand::Other);
                continue;
            }
            self.operators += 1;
            match word {
                b"BI" if found.is_empty() => self.image()?,
                b"BX" => lenient += 1,
                b"EX" => lenient = lenient.checked_sub(1)?,
                b"b" | b"B" | b"b*" | b"B*" | b"f" | b"F" | b"f*" | b"s" | b"S" | b"sh" | b"Tj" | b"TJ"
                | b"'" | b"\"" => self.content.paints = true,
                b"BDC" => self.marked(&found, tag, last_name)?,
                _ => {}
            }
            let fits = word == b"BI" || operands(word).is_some_and(|wanted| fit(&found, wanted));
            // A name that nobody knows is passed over with what stands before it.
            if !fits && (operands(word).is_some() || lenient == 0) {
                return None;
            }
            self.content.course.goes_on(word, &numbers, last_name, &found);
            found.clear();
            numbers.clear();
        }
    }

    /// A part that belongs to something, perhaps a layer.
    fn marked(&mut self, found: &[Operand], tag: &[u8], last_name: &[u8]) -> Option<()> {
        let is_named = found.last() == Some(&Operand::Name);
        self.content.is_optional |= tag == b"OC" || tag.contains(&b'#');
        if is_named {
            if self.content.properties.len() >= NAMES {
                return None;
            }
            self.content.properties.push(last_name.to_vec());
        }
        Some(())
    }

    /// An image in place (§8.9.7): it ends at the first `EI` that stands by itself, where no other program can find another end.
    fn image(&mut self) -> Option<()> {
        let mut entries: Vec<(&[u8], &[u8])> = Vec::new();
        loop {
            self.space();
            if self.peek()? != b'/' {
                break;
            }
            let start = self.at + 1;
            self.operand(0)?;
            let key = self.data.get(start..self.at)?;
            self.space();
            let start = self.at;
            self.value(0)?;
            entries.push((key, self.data.get(start..self.at)?));
        }
        if self.word() != b"ID" || !self.peek().is_some_and(is_space) {
            return None;
        }
        self.at += 1;
        let rest = self.data.get(self.at..)?;
        let length = ends(rest).next()?;
        // The renderer looks whether what follows looks like content, and others count samples: let there be one end.
        let further = ends(rest).nth(1).is_some_and(|next| {
            let between = rest.get(length + 2..next).unwrap_or_default();
            !between.windows(2).any(|pair| pair == b"BI")
        });
        if further || !has_samples(&entries, &rest[..length]) {
            return None;
        }
        self.images.push(length);
        self.content.paints = true;
        self.at += length + 2;
        Some(())
    }

    fn operand(&mut self, depth: usize) -> Option<Operand> {
        if depth > DEPTH {
            return None;
        }
        Some(match (self.peek()?, self.data.get(self.at + 1)) {
            (b'<', Some(b'<')) => {
                self.at += 2;
                loop {
                    self.space();
                    if self.data.get(self.at..)?.starts_with(b">>") {
                        self.at += 2;
                        break Operand::Dictionary;
                    }
                    if self.peek()? != b'/' {
                        return None;
                    }
                    self.operand(depth + 1)?;
                    self.space();
                    self.value(depth)?;
                }
            }
            (b'<', _) => {
                let rest = self.data.get(self.at + 1..)?;
                let length = rest.iter().position(|byte| !byte.is_ascii_hexdigit() && !is_space(*byte))?;
                self.at += length + 2;
                (rest[length] == b'>').then_some(Operand::Text)?
            }
            (b'[', _) => {
                self.at += 1;
                loop {
                    self.space();
                    if self.peek()? == b']' {
                        self.at += 1;
                        break Operand::Array;
                    }
                    self.value(depth)?;
                }
            }
            (b'(', _) => self.text()?,
            (b'/', _) => {
                self.at += 1;
                let name = self.word();
                is_name(name).then_some(Operand::Name)?
            }
            (b'+' | b'-' | b'.' | b'0'..=b'9', _) => is_number(self.word()).then_some(Operand::Number)?,
            _ => return None,
        })
    }

    /// What stands in an array or a dictionary.
    fn value(&mut self, depth: usize) -> Option<()> {
        match self.peek()? {
            b't' | b'f' | b'n' => matches!(self.word(), b"true" | b"false" | b"null").then_some(()),
            _ => self.operand(depth + 1).map(drop),
        }
    }

    fn text(&mut self) -> Option<Operand> {
        let mut open = 0_usize;
        loop {
            match self.peek()? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(Operand::Text);
            }
        }
    }

    /// What stands there without a break; may be nothing.
    fn word(&mut self) -> &'d [u8] {
        let rest = self.data.get(self.at..).unwrap_or_default();
        let word = &rest[..rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len())];
        self.at += word.len();
        word
    }

    fn space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    let rest = &self.data[self.at..];
                    self.at +=
                        rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
                }
                byte if is_space(byte) => self.at += 1,
                _ => break,
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }
}

/// Where `EI` stands by itself.
fn ends(data: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let pairs = data.windows(2).enumerate().filter(|(_, pair)| pair == b"EI");
    pairs.map(|(at, _)| at).filter(|at| {
        let is_apart = |byte: Option<&u8>| byte.is_none_or(|byte| is_space(*byte));
        is_apart(at.checked_sub(1).and_then(|before| data.get(before))) && is_apart(data.get(at + 2))
    })
}

/// Whether an image without filters is as long as its samples are, one line end aside; one with filters says itself where it ends.
fn has_samples(entries: &[(&[u8], &[u8])], data: &[u8]) -> bool {
    let entry = |short: &[u8], long: &[u8]| {
        entries.iter().find(|(key, _)| *key == short || *key == long).map(|(_, value)| *value)
    };
    let filter = entry(b"F", b"Filter");
    if filter.is_some_and(|filter| filter.contains(&b'/')) {
        return true;
    }
    let number = |value: Option<&[u8]>| std::str::from_utf8(value?).ok()?.trim().parse::<usize>().ok();
    let (width, height) = (number(entry(b"W", b"Width")), number(entry(b"H", b"Height")));
    let (Some(width), Some(height)) = (width, height) else { return false };
    let is_mask = entry(b"IM", b"ImageMask").is_some_and(|value| value.starts_with(b"true"));
    let bits = if is_mask { Some(1) } else { number(entry(b"BPC", b"BitsPerComponent")) };
    let inks: &[usize] = match entry(b"CS", b"ColorSpace") {
        _ if is_mask => &[1],
        Some(b"/G" | b"/DeviceGray") => &[1],
        Some(b"/RGB" | b"/DeviceRGB") => &[3],
        Some(b"/CMYK" | b"/DeviceCMYK") => &[4],
        Some(space) if space.starts_with(b"[") => &[1],
        // One of the page's.
        _ => &[1, 3, 4],
    };
    let Some(bits) = bits else { return false };
    let lengths = inks
        .iter()
        .map(|inks| width.saturating_mul(bits).saturating_mul(*inks).div_ceil(8).saturating_mul(height));
    let ends = |rest: &[u8]| rest.len() <= 2 && rest.iter().all(|byte| is_space(*byte));
    lengths.into_iter().any(|length| data.get(length..).is_some_and(ends))
}

/// Whether a property list in place says of what layer it is.
fn names_a_layer(list: &[u8]) -> bool {
    list.windows(3).any(|part| part == b"/OC" || part.contains(&b'#'))
}

/// `#` begins two digits (§7.3.5).
fn is_name(name: &[u8]) -> bool {
    let mut parts = name.split(|byte| *byte == b'#').skip(1);
    parts.all(|part| part.len() >= 2 && part[..2].iter().all(u8::is_ascii_hexdigit))
}

/// A sign, and digits with at most one point among them (§7.3.3).
fn is_number(word: &[u8]) -> bool {
    let digits = word.strip_prefix(b"-").or_else(|| word.strip_prefix(b"+")).unwrap_or(word);
    let points = digits.iter().filter(|byte| **byte == b'.').count();
    digits.len() > points && points < 2 && digits.iter().all(|byte| *byte == b'.' || byte.is_ascii_digit())
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

const fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::Content;

    #[test]
    fn what_the_renderer_or_others_stop_at_is_odd() {
        let odd = [
            ">> 0 g",
            "] 0 g",
            "} 0 g",
            "{ 0 g",
            ") 0 g",
            "> 0 g",
            "<zz> pop",
            "<0g> Tj",
            "(abc",
            "[1 2",
            "<</A 1",
            "--5 w",
            "1e5 w",
            "0x1 w",
            "- w",
            "1.2.3 w",
            "/A#g gs",
            "0 gQ",
            "Qq",
            "9 0 0 300 40 re",
            "0 300 40 re",
            "(a) w",
            "0 g 5",
            "foo",
            "EX",
            "BI /W 1 /H 1 /BPC 8 /CS /G ID a EI 0 g EI 1 g",
            "BI /W 400 /H 1 /BPC 8 /CS /G ID a EI 0 g",
            "BI /W 1 /H 1 ID",
            "[f] TJ",
            "f f\u{e4}",
        ];
        for content in odd {
            assert!(Content::of(content.as_bytes()).is_odd, "{content}");
        }
    }

    #[test]
    fn what_is_written_well_is_not_odd() {
        let fine = [
            "",
            " % a note\n",
            "q 1 0 0 -1 0 200.5 cm -.5 +.5 m 5. 0 l S Q",
            "BT/F1 12 Tf(a\\)\\(b(c))Tj<0 A>Tj ET",
            "/Tx BMC q BT[(a)-12.5<41>]TJ ET Q EMC",
            "/Span<</ActualText(x)/A[1 true null]>>BDC EMC",
            "BX 1 foo EX",
            "0 0 0 1 k/P1 scn 1 2 3/P2 SCN .5 sc[]0 d[3 2]0 d",
            "/A#20b gs/ cs",
            "0 0 m\u{0}1 1 l S",
            "BI /W 2 /H 1 /BPC 8 /CS /RGB ID abcdef EI Q",
            "q BI/W 8/H 2/IM true/D[1 0]ID ab\nEI\nBI/W 1/H 1/BPC 8/CS/G ID a EI Q",
            "BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 41> EI",
        ];
        for content in fine {
            assert!(!Content::of(content.as_bytes()).is_odd, "{content}");
        }
    }

    #[test]
    fn what_it_does_is_known() {
        let of = |content: &str| Content::of(content.as_bytes());
        for blank in ["", "q Q", "% DSBlank\n", "/Tx BMC EMC", "0 0 9 9 re W n", "/FRM Do"] {
            assert!(!of(blank).paints, "{blank}");
        }
        for paints in ["0 0 9 9 re f", "(a) Tj", "BI /W 1 /H 1 /BPC 8 /CS /G ID a EI", "/S sh"] {
            assert!(of(paints).paints, "{paints}");
        }
        for optional in ["/OC/P BDC EMC", "/#4fC/P BDC EMC", "/Span<</OC 5>>BDC EMC"] {
            assert!(of(optional).is_optional, "{optional}");
        }
        let plain = of("/Span<</MCID 0>>BDC EMC/Span/MC0 BDC EMC");
        assert!(!plain.is_optional && plain.properties == [b"MC0".to_vec()]);
    }
}
