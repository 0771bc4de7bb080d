use std::borrow::Cow;
use std::fmt;

use const_oid::ObjectIdentifier;

use crate::asn1::read::{Reader, Tlv, whole};
use crate::asn1::tag;
use crate::error::Error;

/// A distinguished name, read for people. Comparisons are made over the DER with [`names_match`], not over this.
///
/// Displayed as RFC 4514 does, most specific part first: `CN=…,O=…,C=EE`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Name {
    /// CN, the last one when there are several.
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
                *field = Some(text.clone());
            }
            name.attributes.push((known.map_or_else(|| oid.to_string(), str::to_owned), text));
        }
        name
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (kind, value)) in self.attributes.iter().rev().enumerate() {
            let comma = if place > 0 { "," } else { "" };
            write!(f, "{comma}{kind}=")?;
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

/// Whether two Names in DER are the same: byte for byte, or attribute for attribute with case and spaces disregarded
/// (RFC 5280 §7.1; of RFC 4518 only case folding and space handling, which is what CAs were seen to differ in).
pub fn names_match(a: &[u8], b: &[u8]) -> bool {
    if a == b {
        return true;
    }
    match (attributes(a), attributes(b)) {
        (Ok(a), Ok(b)) => {
            a.len() == b.len()
                && a.iter().zip(&b).all(|(a, b)| a.len() == b.len() && a.iter().all(|x| is_in(x, b)))
        }
        _ => false,
    }
}

type Attribute<'a> = (ObjectIdentifier, Tlv<'a>);

fn is_in((oid, value): &Attribute<'_>, set: &[Attribute<'_>]) -> bool {
    set.iter().any(|(other, theirs)| oid == other && same(value, theirs))
}

fn same(a: &Tlv<'_>, b: &Tlv<'_>) -> bool {
    a.raw == b.raw || folded(&text(a)) == folded(&text(b))
}

fn folded(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The attributes of each relative distinguished name.
fn attributes(der: &[u8]) -> Result<Vec<Vec<Attribute<'_>>>, Error> {
    const WHAT: &str = "Name";
    let mut names = whole(der, tag::SEQUENCE, WHAT)?;
    let (mut found, mut count) = (Vec::new(), 0);
    while !names.is_empty() {
        let mut set: Reader<'_> = names.inside(tag::SET, WHAT)?;
        let mut relative = Vec::new();
        while !set.is_empty() {
            count += 1;
            if count > COUNT {
                return Err(Error::TooLarge { what: WHAT, limit: COUNT });
            }
            let mut pair = set.inside(tag::SEQUENCE, WHAT)?;
            relative.push((pair.any()?.oid(WHAT)?, pair.any()?));
        }
        found.push(relative);
    }
    Ok(found)
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
