//! Who: persons (ETSI EN 319 412-1 clause 5.1.3) and their Smart-ID accounts.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::masked::masked;

/// A natural person semantics identifier: `PNOEE-40504040001`.
///
/// Codes of Estonia, Latvia and Lithuania are checked, so that a slip of the finger never rings a stranger's phone.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonIdentifier(String);

impl PersonIdentifier {
    /// Reads `PNO`, `PAS` or `IDC`, a country, `-`, and the identifier itself.
    ///
    /// # Errors
    /// [`Error::IdentifierForm`], [`Error::CountryForm`], [`Error::CodeForm`], [`Error::CodeChecksum`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let (prefix, code) = text.split_once('-').ok_or(Error::IdentifierForm)?;
        let (kind, country) = prefix.split_at_checked(3).ok_or(Error::IdentifierForm)?;
        let country = country_code(country)?;
        match kind.to_ascii_uppercase().as_str() {
            "PNO" => personal_code(&country, code).map(|code| Self(format!("PNO{country}-{code}"))),
            kind @ ("PAS" | "IDC") if plain(code) => Ok(Self(format!("{kind}{country}-{code}"))),
            _ => Err(Error::IdentifierForm),
        }
    }

    /// From a country (ISO 3166-1 alpha-2) and the personal code as a person types it: spaces do not matter, nor the
    /// hyphen of a Latvian code.
    ///
    /// # Errors
    /// [`Error::CountryForm`], [`Error::CodeForm`], [`Error::CodeChecksum`].
    pub fn from_country_code(country: &str, code: &str) -> Result<Self, Error> {
        let country = country_code(country)?;
        let code = personal_code(&country, code)?;
        Ok(Self(format!("PNO{country}-{code}")))
    }

    /// The identifier, as in the `serialNumber` of a certificate's subject.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The country, two capital letters.
    pub fn country(&self) -> &str {
        self.0.get(3..5).unwrap_or_default()
    }

    /// The code without kind and country.
    pub fn code(&self) -> &str {
        self.0.get(6..).unwrap_or_default()
    }
}

/// The number of one Smart-ID account: `PNOEE-40504040001-DEM0-Q`. Only its form is looked at; its parts mean nothing
/// to us.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentNumber(String);

impl DocumentNumber {
    /// Reads a document number.
    ///
    /// # Errors
    /// [`Error::DocumentNumberForm`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let mut parts = text.splitn(3, '-');
        let prefix = parts.next().unwrap_or_default();
        let rest = parts.next().zip(parts.next());
        let named = prefix.len() == 5 && prefix.bytes().all(|byte| byte.is_ascii_uppercase());
        match rest {
            Some((code, account)) if named && plain(code) && plain(account) => Ok(Self(text.to_owned())),
            _ => Err(Error::DocumentNumberForm),
        }
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! text_form {
    ($name:ident) => {
        /// Without the whole personal code: what is printed for a mistake is seen by others.
        impl fmt::Debug for $name {
            fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(into, "{}({})", stringify!($name), masked(&self.0))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
                into.write_str(&self.0)
            }
        }
        impl FromStr for $name {
            type Err = Error;
            fn from_str(text: &str) -> Result<Self, Error> {
                Self::parse(text)
            }
        }
        impl TryFrom<String> for $name {
            type Error = Error;
            fn try_from(text: String) -> Result<Self, Error> {
                Self::parse(&text)
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}
text_form!(PersonIdentifier);
text_form!(DocumentNumber);

fn country_code(text: &str) -> Result<String, Error> {
    let country = text.trim().to_ascii_uppercase();
    if country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(country)
    } else {
        Err(Error::CountryForm { found: text.chars().take(16).collect() })
    }
}

/// At most 64 characters that need no encoding in a URL path; the longest known code has 12.
fn plain(code: &str) -> bool {
    !code.is_empty()
        && code.len() <= 64
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn personal_code(country: &str, typed: &str) -> Result<String, Error> {
    let code: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let form = || Error::CodeForm { country: country.to_owned() };
    let checksum = || Error::CodeChecksum { country: country.to_owned() };
    match country {
        "EE" | "LT" => {
            let digits = digits(&code).ok_or_else(form)?;
            if two_pass(&digits) != digits[10] {
                return Err(checksum());
            }
            if has_birthday(country, &digits) { Ok(code) } else { Err(form()) }
        }
        "LV" => {
            let bare = match code.split_once('-') {
                Some((date, rest)) if date.len() == 6 => format!("{date}{rest}"),
                Some(_) => return Err(form()),
                None => code,
            };
            let digits = digits(&bare).ok_or_else(form)?;
            if !is_new_latvian(&digits) && latvian(&digits) != Some(digits[10]) {
                return Err(checksum());
            }
            if !is_new_latvian(&digits) && !has_latvian_birthday(&digits) {
                return Err(form());
            }
            let (date, rest) = bare.split_at(6);
            Ok(format!("{date}-{rest}"))
        }
        _ if plain(&code) => Ok(code),
        _ => Err(form()),
    }
}

fn digits(code: &str) -> Option<[u8; 11]> {
    let bytes: [u8; 11] = code.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_digit).then(|| bytes.map(|byte| byte - b'0'))
}

/// Estonian and Lithuanian codes begin with century and sex, then year, month and day of birth. A Lithuanian one that begins
/// with 9 says nothing.
fn has_birthday(country: &str, digits: &[u8; 11]) -> bool {
    match digits[0] {
        9 => country == "LT",
        century @ 1..=8 => {
            let year = 1800 + 100 * u16::from((century - 1) / 2) + two(digits, 1);
            is_day(year, two(digits, 3), two(digits, 5))
        }
        _ => false,
    }
}

/// Older Latvian codes begin with day, month and year of birth; then comes the century.
fn has_latvian_birthday(digits: &[u8; 11]) -> bool {
    let year = 1800 + 100 * u16::from(digits[6]) + two(digits, 4);
    digits[6] <= 2 && is_day(year, two(digits, 2), two(digits, 0))
}

fn two(digits: &[u8; 11], at: usize) -> u16 {
    let digit = |place: usize| digits.get(place).copied().map_or(0, u16::from);
    digit(at) * 10 + digit(at + 1)
}

/// Whether there is such a day in the Gregorian calendar.
fn is_day(year: u16, month: u16, day: u16) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// The check digit of Estonian and Lithuanian codes (EVS 585; the Lithuanian one is the same): modulo 11, and once more
/// with the weights moved by two when the remainder is 10.
fn two_pass(digits: &[u8; 11]) -> u8 {
    const FIRST: [u8; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
    const SECOND: [u8; 10] = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];
    [FIRST, SECOND]
        .into_iter()
        .map(|weights| remainder(digits, weights, 0))
        .find(|&rest| rest < 10)
        .unwrap_or(0)
}

/// Codes given out since July 2017 begin with 32 to 39, say nothing about their owner, and have no check digit.
fn is_new_latvian(digits: &[u8; 11]) -> bool {
    digits[0] == 3 && digits[1] >= 2
}

/// The check digit of older Latvian codes: `1101 - Σ weight·digit`, modulo 11; no code has the remainder 10.
fn latvian(digits: &[u8; 11]) -> Option<u8> {
    // The negatives, modulo 11, of the published weights 1 6 3 7 9 10 5 8 4 2; 1101 leaves 1.
    const WEIGHTS: [u8; 10] = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];
    Some(remainder(digits, WEIGHTS, 1)).filter(|&rest| rest < 10)
}

fn remainder(digits: &[u8; 11], weights: [u8; 10], start: u16) -> u8 {
    let sum = digits
        .iter()
        .zip(weights)
        .fold(start, |sum, (&digit, weight)| sum + u16::from(digit) * u16::from(weight));
    u8::try_from(sum % 11).unwrap_or(10)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn documented_test_persons_are_persons() {
        for code in ["40504040001", "30403039983", "61101019999", "50001029996", "39901012239"] {
            assert_eq!(
                PersonIdentifier::from_country_code("ee", code).unwrap().as_str(),
                format!("PNOEE-{code}")
            );
            assert_eq!(PersonIdentifier::from_country_code("LT", code).unwrap().code(), code);
        }
        for code in
            ["050405-10009", "030403-10059", "020100-29990", "010111-23474", "320000-10003", "329999-99901"]
        {
            assert_eq!(
                PersonIdentifier::from_country_code("LV", code).unwrap().as_str(),
                format!("PNOLV-{code}")
            );
        }
        assert_eq!(PersonIdentifier::parse("PNOBE-05040400032").unwrap().country(), "BE");
    }

    #[test]
    fn one_wrong_digit_is_caught() {
        let right = "40504040001";
        for place in 0..right.len() {
            for digit in '0'..='9' {
                let mut wrong: Vec<char> = right.chars().collect();
                if wrong[place] == digit {
                    continue;
                }
                wrong[place] = digit;
                let wrong: String = wrong.into_iter().collect();
                let found = PersonIdentifier::from_country_code("EE", &wrong);
                assert_eq!(found, Err(Error::CodeChecksum { country: "EE".into() }), "{wrong}");
            }
        }
        assert_eq!(
            PersonIdentifier::from_country_code("LV", "050405-10008"),
            Err(Error::CodeChecksum { country: "LV".into() })
        );
    }

    /// With a check digit that fits: what it is the digit of has to be a birthday all the same.
    #[test]
    fn a_code_begins_with_a_day_that_there_is() {
        let fitted = |country: &str, ten: &str| {
            let codes = ('0'..='9').map(|digit| format!("{ten}{digit}"));
            let found = codes.map(|code| PersonIdentifier::from_country_code(country, &code));
            let mut others = found.filter(|one| !matches!(one, Err(Error::CodeChecksum { .. })));
            others.next().map(|one| one.map_err(|error| error.code()).map(|_| ()))
        };
        for ten in ["3040229000", "8991231000", "1000228000", "6000229000"] {
            assert_eq!(fitted("EE", ten), Some(Ok(())), "{ten}");
            assert_eq!(fitted("LT", ten), Some(Ok(())), "{ten}");
        }
        for ten in
            ["3041301000", "3040230000", "3030229000", "3040431000", "3040100000", "0040101000", "1000229000"]
        {
            assert_eq!(fitted("EE", ten), Some(Err("code-form")), "{ten}");
            assert_eq!(fitted("LT", ten), Some(Err("code-form")), "{ten}");
        }
        assert_eq!(
            (fitted("EE", "9990000000"), fitted("LT", "9990000000")),
            (Some(Err("code-form")), Some(Ok(())))
        );
        // Day, month, year, century.
        for (ten, expected) in [
            ("2902002000", Ok(())),
            ("3112991000", Ok(())),
            ("2902001000", Err("code-form")),
            ("3104052000", Err("code-form")),
            ("0113052000", Err("code-form")),
            ("0001052000", Err("code-form")),
            ("0101053000", Err("code-form")),
        ] {
            // One in eleven has no check digit at all.
            let found = (0..3).find_map(|serial| fitted("LV", &format!("{}{serial}", &ten[..9])));
            assert_eq!(found, Some(expected), "{ten}");
        }
    }

    #[test]
    fn the_second_pass_is_taken_when_the_first_leaves_ten() {
        // 3010105…: found by counting up until the first pass leaves 10.
        let mut taken = 0;
        for serial in 0..1000 {
            let code = format!("3010101{serial:03}");
            let digits: Vec<u8> = code.bytes().map(|byte| byte - b'0').collect();
            let first: u32 =
                digits.iter().zip([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]).map(|(&d, w)| u32::from(d) * w).sum();
            if first % 11 == 10 {
                let second: u32 =
                    digits.iter().zip([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]).map(|(&d, w)| u32::from(d) * w).sum();
                let check = second % 11 % 10;
                assert!(PersonIdentifier::from_country_code("EE", &format!("{code}{check}")).is_ok());
                taken += 1;
            }
        }
        assert!(taken > 50);
    }

    #[test]
    fn a_latvian_code_may_be_typed_without_its_hyphen() {
        assert_eq!(
            PersonIdentifier::from_country_code("LV", " 05040510009 ").unwrap().code(),
            "050405-10009"
        );
        assert_eq!(PersonIdentifier::parse("PNOLV-050405-10009").unwrap().code(), "050405-10009");
    }

    #[test]
    fn what_is_no_identifier_is_refused() {
        assert_eq!(
            PersonIdentifier::from_country_code("EST", "1"),
            Err(Error::CountryForm { found: "EST".into() })
        );
        for code in ["", "4050404000", "405040400011", "4050404000x", "٤٠٥٠٤٠٤٠٠٠١"] {
            assert_eq!(
                PersonIdentifier::from_country_code("EE", code),
                Err(Error::CodeForm { country: "EE".into() })
            );
        }
        for text in ["", "PNO", "PNOEE", "XXXEE-1", "PASEE-", "PASEE-a/b", "ÕÕÕ-1"] {
            assert!(PersonIdentifier::parse(text).is_err(), "{text}");
        }
        assert!(PersonIdentifier::parse("PASKZ-987654321012").is_ok());
    }

    #[test]
    fn document_numbers_have_a_form() {
        for text in ["PNOEE-40504040001-DEM0-Q", "PNOLV-050405-10009-DEM0-Q", "PNOEE-30001010004-K2GN-NQ"] {
            assert_eq!(DocumentNumber::parse(text).unwrap().as_str(), text);
        }
        for text in ["", "PNOEE-40504040001", "pnoee-1-X-Q", "PNOEE-1-X/../Q", "PNOEE-1-X Q", "PNOEE--X-Q"] {
            assert_eq!(DocumentNumber::parse(text), Err(Error::DocumentNumberForm), "{text}");
        }
    }
}
