use std::borrow::Cow;
use std::fmt;

use const_oid::ObjectIdentifier;
use unicode_normalization::UnicodeNormalization as _;

use super::read::Certificate;
use crate::asn1::read::{Reader, Tlv, whole};
use crate::asn1::{tag, write};
use crate::error::Error;

/// A distinguished name, read for people. Comparisons are made over the DER with [`names_match`], not over this.
///
/// Displayed as RFC 4514 does, most specific part first: `CN=…,O=…,C=EE`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Name {
    /// CN; where there are several, all of them, in the order of the encoding, with a slash between.
    pub common_name: Option<String>,
    /// GN, given name.
    pub given_name: Option<String>,
    /// SN, surname.
    pub surname: Option<String>,
    /// serialNumber, for natural persons `PNOEE-…` (EN 319 412-1).
    pub serial_number: Option<String>,
    /// C, two letters.
    pub country: Option<String>,
    /// O.
    pub organization: Option<String>,
    /// OU.
    pub organizational_unit: Option<String>,
    /// organizationIdentifier, `NTREE-10747013`.
    pub organization_identifier: Option<String>,
    /// Pseudonym.
    pub pseudonym: Option<String>,
    /// Every attribute in the order of the encoding: short name or dotted identifier, and value.
    pub attributes: Vec<(String, String)>,
}

/// Attributes read from one name; a real one has fewer than ten.
const COUNT: usize = 100;

/// Short names of RFC 4514 §3 and of openssl for those we show.
const KNOWN: [(ObjectIdentifier, &str); 15] = [
    (ObjectIdentifier::new_unwrap("2.5.4.3"), "CN"),
    (ObjectIdentifier::new_unwrap("2.5.4.4"), "SN"),
    (ObjectIdentifier::new_unwrap("2.5.4.5"), "serialNumber"),
    (ObjectIdentifier::new_unwrap("2.5.4.6"), "C"),
    (ObjectIdentifier::new_unwrap("2.5.4.7"), "L"),
    (ObjectIdentifier::new_unwrap("2.5.4.8"), "ST"),
    (ObjectIdentifier::new_unwrap("2.5.4.9"), "street"),
    (ObjectIdentifier::new_unwrap("2.5.4.10"), "O"),
    (ObjectIdentifier::new_unwrap("2.5.4.11"), "OU"),
    (ObjectIdentifier::new_unwrap("2.5.4.12"), "title"),
    (ObjectIdentifier::new_unwrap("2.5.4.42"), "GN"),
    (ObjectIdentifier::new_unwrap("2.5.4.65"), "pseudonym"),
    (ObjectIdentifier::new_unwrap("2.5.4.97"), "organizationIdentifier"),
    (ObjectIdentifier::new_unwrap("0.9.2342.19200300.100.1.25"), "DC"),
    (ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.1"), "emailAddress"),
];

impl Name {
    /// Reads a Name in DER. What cannot be read is left out.
    pub fn from_der(der: &[u8]) -> Self {
        let mut name = Name::default();
        for (oid, value) in attributes(der).unwrap_or_default().into_iter().flatten() {
            let text = text(&value).into_owned();
            let known = KNOWN.iter().find(|(known, _)| *known == oid).map(|(_, short)| *short);
            let field = match known {
                Some("CN") => Some(&mut name.common_name),
                Some("SN") => Some(&mut name.surname),
                Some("GN") => Some(&mut name.given_name),
                Some("serialNumber") => Some(&mut name.serial_number),
                Some("C") => Some(&mut name.country),
                Some("O") => Some(&mut name.organization),
                Some("OU") => Some(&mut name.organizational_unit),
                Some("organizationIdentifier") => Some(&mut name.organization_identifier),
                Some("pseudonym") => Some(&mut name.pseudonym),
                _ => None,
            };
            if let Some(field) = field {
                let earlier = field.take().filter(|_| known == Some("CN"));
                *field = Some(earlier.map_or_else(|| text.clone(), |earlier| format!("{earlier} / {text}")));
            }
            name.attributes.push((known.map_or_else(|| oid.to_string(), str::to_owned), text));
        }
        name
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (kind, value)) in self.attributes.iter().rev().enumerate() {
            for text in [if place > 0 { "," } else { "" }, kind, "="] {
                f.write_str(text)?;
            }
            if is_plain(value) {
                f.write_str(value)?;
                continue;
            }
            for (at, c) in value.char_indices() {
                let at_edge = at == 0 || at + c.len_utf8() == value.len();
                match c {
                    ',' | '+' | '"' | '\\' | '<' | '>' | ';' => write!(f, "\\{c}")?,
                    ' ' if at_edge => f.write_str("\\ ")?,
                    '#' if at == 0 => f.write_str("\\#")?,
                    // Foreign text must not break out of its line.
                    c if c.is_control() => write!(f, "\\{:02X}", u32::from(c))?,
                    c => write!(f, "{c}")?,
                }
            }
        }
        Ok(())
    }
}

/// Whether nothing in a value needs to be written otherwise than it is.
fn is_plain(value: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'.');
    value.bytes().all(inside) && !value.starts_with(' ') && !value.ends_with(' ')
}

/// Bytes of a Name that is compared with others otherwise than byte for byte. Nobody's has a quarter of that.
const LONGEST: usize = 4096;

/// Whether two Names in DER are the same: byte for byte, or attribute for attribute with case, spaces, compatibility forms
/// and what nobody sees disregarded (RFC 5280 §7.1, RFC 4518); of those longer than 4 KB the former alone.
pub fn names_match(a: &[u8], b: &[u8]) -> bool {
    a == b || a.len().max(b.len()) <= LONGEST && parts_match(a, b).unwrap_or(false)
}

/// A Name in DER as bytes by which to look for others: equal for any two of which [`names_match`] says that they are the same.
pub fn name_key(der: &[u8]) -> Vec<u8> {
    let relatives = if der.len() <= LONGEST { canonical(der).ok() } else { None };
    let set = |one: Vec<u8>| write::tlv(tag::SET, &one);
    let whole = |all: Vec<_>| write::tlv(tag::SEQUENCE, &all.into_iter().flat_map(set).collect::<Vec<u8>>());
    relatives.map_or_else(|| der.to_vec(), whole)
}

/// The same part by part, up to the first that differs. Both have to be well formed so far.
fn parts_match(a: &[u8], b: &[u8]) -> Result<bool, Error> {
    let (mut a, mut b) = (whole(a, tag::SEQUENCE, WHAT)?, whole(b, tag::SEQUENCE, WHAT)?);
    let mut counts = (0, 0);
    while !a.is_empty() && !b.is_empty() {
        let (left, right) = (a.inside(tag::SET, WHAT)?, b.inside(tag::SET, WHAT)?);
        let same = match (alone(left.clone())?, alone(right.clone())?) {
            (Some(left), Some(right)) => {
                counted(&mut counts.0)?;
                counted(&mut counts.1)?;
                singles_match(left, right)?
            }
            _ => relatives_match(&relative(left, &mut counts.0)?, &relative(right, &mut counts.1)?),
        };
        if !same {
            return Ok(false);
        }
    }
    Ok(a.is_empty() && b.is_empty())
}

/// Kind and value of the attribute of a RelativeDistinguishedName that has no other, as nearly all have.
fn alone<'a>(mut set: Reader<'a>) -> Result<Option<(Tlv<'a>, Tlv<'a>)>, Error> {
    let mut pair = set.inside(tag::SEQUENCE, WHAT)?;
    let found = (pair.any()?, pair.any()?);
    Ok(set.is_empty().then_some(found))
}

fn singles_match(
    (kind, left): (Tlv<'_>, Tlv<'_>),
    (other, right): (Tlv<'_>, Tlv<'_>),
) -> Result<bool, Error> {
    if kind.value != other.value {
        return Ok(false);
    }
    // Of the arcs below 2.5.4 those of one byte are well formed.
    let is_common = matches!(kind.value, [0x55, 4, 0..=0x7f]);
    if !is_common || (kind.tag, other.tag) != (tag::OID, tag::OID) {
        kind.oid(WHAT).and(other.oid(WHAT))?;
    }
    if left.raw == right.raw {
        return Ok(true);
    }
    // In letters of which only the case can differ, most of them.
    Ok(match (ascii(&left), ascii(&right)) {
        (Some(left), Some(right)) => words_match(left, right),
        _ => {
            canonical_relative(&[(kind.oid(WHAT)?, left)]) == canonical_relative(&[(other.oid(WHAT)?, right)])
        }
    })
}

/// Whether two RelativeDistinguishedNames are the same.
fn relatives_match(a: &[Attribute<'_>], b: &[Attribute<'_>]) -> bool {
    let as_encoded =
        |((a, left), (b, right)): (&Attribute<'_>, &Attribute<'_>)| a == b && left.raw == right.raw;
    a.len() == b.len() && (a.iter().zip(b).all(as_encoded) || canonical_relative(a) == canonical_relative(b))
}

/// The letters of a string, where they are ASCII that is seen or white space, and each takes one byte.
fn ascii<'a>(value: &Tlv<'a>) -> Option<&'a [u8]> {
    let single = matches!(
        value.tag,
        tag::UTF8_STRING
            | tag::NUMERIC_STRING
            | tag::PRINTABLE_STRING
            | tag::TELETEX_STRING
            | tag::IA5_STRING
            | tag::VISIBLE_STRING
    );
    let is_plain = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' '..=b'~');
    (single && value.value.iter().all(is_plain)).then_some(value.value)
}

fn words_match(left: &[u8], right: &[u8]) -> bool {
    // The white space of `char::is_whitespace` that is ASCII.
    let is_space = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let is_word = |word: &&[u8]| !word.is_empty();
    let (mut left, mut right) = (left.split(is_space).filter(is_word), right.split(is_space).filter(is_word));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) if left.eq_ignore_ascii_case(right) => {}
            _ => return false,
        }
    }
}

/// A Name for comparison: each relative distinguished name as bytes that are equal when RFC 5280 §7.1 says so. A name is
/// within a subtree (§4.2.1.10) when it starts with that.
pub(crate) fn canonical(der: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
    Ok(attributes(der)?.into_iter().map(|relative| canonical_relative(&relative)).collect())
}

/// The same for one RelativeDistinguishedName, given as the contents of its SET.
pub(crate) fn canonical_set(contents: &[u8]) -> Result<Vec<u8>, Error> {
    let mut count = 0;
    relative(Reader::new(contents, WHAT), &mut count).map(|found| canonical_relative(&found))
}

fn canonical_relative(relative: &[Attribute<'_>]) -> Vec<u8> {
    let mut all: Vec<Vec<u8>> = relative
        .iter()
        .map(|(oid, value)| {
            let value = match value.tag {
                tag::UTF8_STRING
                | tag::NUMERIC_STRING
                | tag::PRINTABLE_STRING
                | tag::TELETEX_STRING
                | tag::IA5_STRING
                | tag::VISIBLE_STRING
                | tag::UNIVERSAL_STRING
                | tag::BMP_STRING => write::tlv(tag::UTF8_STRING, folded(&text(value)).as_bytes()),
                _ => value.raw.to_vec(),
            };
            write::sequence(&[&write::oid(oid), &value])
        })
        .collect();
    all.sort();
    all.concat()
}

type Attribute<'a> = (ObjectIdentifier, Tlv<'a>);

/// A value as RFC 4518 §2 prepares it for comparison: without what is not seen, in one case, in compatibility forms, and with
/// one space between words. Letters of one case are told from those of the other by both mappings, which come closest to its
/// table (`ß` is `ss`).
fn folded(text: &str) -> String {
    let is_seen = |c: &char| !is_mapped_to_nothing(*c);
    let cased =
        |text: String| text.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
    let seen: String = text.chars().filter(is_seen).collect();
    let text = if seen.is_ascii() { seen.to_ascii_lowercase() } else { cased(seen.nfkc().collect()) };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// RFC 4518 §2.2: soft hyphens, joiners, selectors of variants, marks of direction, and control characters but white space.
fn is_mapped_to_nothing(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{34f}'
        | '\u{6dd}' | '\u{70f}' | '\u{1806}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2063}' | '\u{206a}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0001}' | '\u{e0020}'..='\u{e007f}')
}

impl Certificate {
    /// The values of this attribute of the subject, as they are encoded.
    pub(crate) fn subject_values(&self, kind: &ObjectIdentifier) -> Result<Vec<&[u8]>, Error> {
        let all = attributes(self.subject_der())?.into_iter().flatten();
        Ok(all.filter(|(oid, _)| oid == kind).map(|(_, value)| value.value).collect())
    }
}

const WHAT: &str = "Name";

/// The attributes of each relative distinguished name.
fn attributes(der: &[u8]) -> Result<Vec<Vec<Attribute<'_>>>, Error> {
    let mut names = whole(der, tag::SEQUENCE, WHAT)?;
    let (mut found, mut count) = (Vec::new(), 0);
    while !names.is_empty() {
        found.push(relative(names.inside(tag::SET, WHAT)?, &mut count)?);
    }
    Ok(found)
}

fn relative<'a>(mut set: Reader<'a>, count: &mut usize) -> Result<Vec<Attribute<'a>>, Error> {
    let mut found = Vec::new();
    while !set.is_empty() {
        counted(count)?;
        let mut pair = set.inside(tag::SEQUENCE, WHAT)?;
        found.push((pair.any()?.oid(WHAT)?, pair.any()?));
    }
    match found.is_empty() {
        true => Err(Error::malformed(WHAT)),
        false => Ok(found),
    }
}

fn counted(count: &mut usize) -> Result<(), Error> {
    *count += 1;
    if *count > COUNT { Err(Error::TooLarge { what: WHAT, limit: COUNT }) } else { Ok(()) }
}

fn text<'a>(value: &Tlv<'a>) -> Cow<'a, str> {
    let wide = |size: usize| {
        let units =
            value.value.chunks(size).map(|unit| unit.iter().fold(0u32, |n, b| n << 8 | u32::from(*b)));
        units.map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match value.tag {
        tag::BMP_STRING => wide(2),
        tag::UNIVERSAL_STRING => wide(4),
        // T.61 in name, Latin-1 in practice.
        tag::TELETEX_STRING => value.value.iter().map(|byte| char::from(*byte)).collect(),
        _ => String::from_utf8_lossy(value.value),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const COMMON_NAME: [u8; 5] = [tag::OID, 3, 0x55, 4, 3];
    const COUNTRY: [u8; 5] = [tag::OID, 3, 0x55, 4, 6];

    fn name(sets: &[&[(&[u8], u8, &str)]]) -> Vec<u8> {
        let set = |set: &&[(&[u8], u8, &str)]| {
            let pairs = set
                .iter()
                .map(|(kind, tag, text)| write::sequence(&[kind, &write::tlv(*tag, text.as_bytes())]));
            write::tlv(tag::SET, &pairs.collect::<Vec<_>>().concat())
        };
        write::tlv(tag::SEQUENCE, &sets.iter().map(set).collect::<Vec<_>>().concat())
    }

    /// Names like one another in every way that matters and in some that do not.
    fn alike() -> Vec<Vec<u8>> {
        let texts = ["Acme CA", "ACME  ca", " acme\tCA ", "Acme C", "AcmeCA", "Äcme CA", "äcme CA", ""];
        let kinds: [&[u8]; 5] = [
            &COMMON_NAME,
            &COUNTRY,
            &[tag::OID, 0x81, 3, 0x55, 4, 3],
            &[tag::OID, 2, 0x55, 0x84],
            &[4, 3, 0x55, 4, 3],
        ];
        let mut names = vec![name(&[]), name(&[&[]]), Vec::new()];
        for text in texts {
            for kind in kinds {
                for tag in [tag::UTF8_STRING, tag::PRINTABLE_STRING, tag::TELETEX_STRING, tag::OCTET_STRING] {
                    let (one, country) = ((kind, tag, text), (&COUNTRY[..], tag::PRINTABLE_STRING, "EE"));
                    names.push(name(&[&[one]]));
                    names.push(name(&[&[country], &[one]]));
                    names.push(name(&[&[country, one]]));
                    names.push(name(&[&[one, country]]));
                }
            }
        }
        names
    }

    /// RFC 5280 §7.1 to the letter.
    fn match_in_canonical_form(a: &[u8], b: &[u8]) -> bool {
        a == b || canonical(a).is_ok_and(|a| canonical(b).is_ok_and(|b| a == b))
    }

    #[test]
    fn names_match_where_their_canonical_forms_do() {
        let names = alike();
        let mut matching = 0;
        for a in &names {
            for b in &names {
                let expected = match_in_canonical_form(a, b);
                assert_eq!(names_match(a, b), expected, "{a:02x?} {b:02x?}");
                assert_eq!(name_key(a) == name_key(b), expected, "{a:02x?} {b:02x?}");
                matching += usize::from(expected && a != b);
            }
        }
        assert!(matching > 1_000, "{matching}");
    }

    #[test]
    fn names_with_any_byte_changed_match_where_their_canonical_forms_do() {
        let pair: [(&[u8], u8, &str); 2] =
            [(&COUNTRY, tag::PRINTABLE_STRING, "EE"), (&COMMON_NAME, tag::UTF8_STRING, "Acme  Ca")];
        for original in [name(&[&pair[..1], &pair[1..]]), name(&[&pair])] {
            for at in 0..original.len() {
                for byte in 0..=u8::MAX {
                    let mut changed = original.clone();
                    changed[at] = byte;
                    for (a, b) in [(&original, &changed), (&changed, &original)] {
                        let expected = match_in_canonical_form(a, b);
                        assert_eq!(names_match(a, b), expected, "byte {at} is {byte:02x}");
                        assert!(!expected || name_key(a) == name_key(b), "byte {at} is {byte:02x}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_nobody_sees_makes_no_other_name() {
        let one = |text: &str| name(&[&[(&COMMON_NAME, tag::UTF8_STRING, text)]]);
        for like in
            ["Ac\u{200b}me", "A\u{ad}cme", "ACME\u{feff}", "\u{202e}acme", "Ac\u{1}me", "Ａcme", " acme\t"]
        {
            assert!(names_match(&one("Acme"), &one(like)), "{like:?}");
            assert_eq!(canonical(&one("Acme")).ok(), canonical(&one(like)).ok(), "{like:?}");
        }
        for (left, right) in [("Straße", "STRASSE"), ("Ķēniņš", "ĶĒNIŅŠ"), ("ΣΑΣ", "σας")] {
            assert!(names_match(&one(left), &one(right)), "{left}");
        }
        for (left, right) in [("Acme", "Ac me"), ("Acme", "Akme"), ("Õun", "Oun")] {
            assert!(!names_match(&one(left), &one(right)), "{left} {right}");
        }
    }

    #[test]
    fn long_names_match_byte_for_byte() {
        let one = |text: &str| name(&[&[(&COMMON_NAME, tag::UTF8_STRING, text)]]);
        let (short, long) = ("a".repeat(3_900), "a".repeat(4_100));
        assert!(names_match(&one(&short), &one(&short.to_uppercase())));
        assert!(names_match(&one(&long), &one(&long)));
        assert!(!names_match(&one(&long), &one(&long.to_uppercase())));
        assert_eq!(name_key(&one(&long)), one(&long));
    }

    #[test]
    fn each_common_name_is_shown() {
        let parts = ["Mallory", "President"].map(|text| [(&COMMON_NAME[..], tag::UTF8_STRING, text)]);
        let shown = Name::from_der(&name(&[&parts[0], &parts[1]]));
        assert_eq!(shown.common_name.as_deref(), Some("Mallory / President"));
    }

    #[test]
    fn a_name_of_too_many_parts_matches_itself_alone() {
        let part: [(&[u8], u8, &str); 1] = [(&COMMON_NAME, tag::UTF8_STRING, "a")];
        let other: [(&[u8], u8, &str); 1] = [(&COMMON_NAME, tag::UTF8_STRING, "A")];
        for (count, expected) in [(COUNT, true), (COUNT + 1, false)] {
            let (a, b) = (name(&vec![&part[..]; count]), name(&vec![&other[..]; count]));
            assert!(names_match(&a, &a));
            assert_eq!(names_match(&a, &b), expected, "{count}");
        }
    }

    #[test]
    fn what_would_be_misread_in_a_name_is_written_otherwise() {
        let shown =
            |text: &str| Name::from_der(&name(&[&[(&COMMON_NAME, tag::UTF8_STRING, text)]])).to_string();
        let cases = [
            ("Acme CA-2 v1.0", "CN=Acme CA-2 v1.0"),
            (" a b ", "CN=\\ a b\\ "),
            ("#1", "CN=\\#1"),
            ("a,b+c", "CN=a\\,b\\+c"),
            ("a\nb\u{85}", "CN=a\\0Ab\\85"),
            ("Äö 1", "CN=Äö 1"),
            ("", "CN="),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected);
        }
    }
}
