//! Whose phone: its number, and the personal code of the person it belongs to.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::smart_id::PersonIdentifier;

/// A phone number in international form: `+37200000766`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

/// The countries that have the service, their calling codes, and the lengths of their mobile numbers after it. The
/// numbers of the public demo are longer than real ones.
const COUNTRIES: [(&str, &str, std::ops::RangeInclusive<usize>); 2] =
    [("EE", "+372", 7..=8), ("LT", "+370", 8..=8)];

impl PhoneNumber {
    /// Reads a number with `+` or `00` before its calling code; spaces, hyphens and brackets do not matter.
    ///
    /// # Errors
    /// [`Error::PhoneNumberForm`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let digits = bare(text);
        let digits = match digits.strip_prefix('+') {
            Some(digits) => digits,
            None => digits.strip_prefix("00").ok_or(Error::PhoneNumberForm)?,
        };
        let number = Self(format!("+{digits}"));
        // ITU-T E.164: at most 15 digits; the shortest numbers of the two countries have ten with their calling code.
        let plain = (10..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if plain && number.country().is_some() { Ok(number) } else { Err(Error::PhoneNumberForm) }
    }

    /// Reads a number as people of a country (ISO 3166-1 alpha-2) type it at home, or in international form.
    ///
    /// # Errors
    /// [`Error::PhoneNumberForm`].
    pub fn at_home(country: &str, text: &str) -> Result<Self, Error> {
        let number = bare(text);
        if number.starts_with('+') || number.starts_with("00") {
            return Self::parse(&number);
        }
        let known = COUNTRIES.iter().find(|(code, ..)| code.eq_ignore_ascii_case(country.trim()));
        let (code, calling, lengths) = known.ok_or(Error::PhoneNumberForm)?;
        // Within Lithuania a number is dialled with 8 or 0 before it.
        let trunk = (*code == "LT" && number.len() == lengths.end() + 1)
            .then(|| number.strip_prefix(['8', '0']))
            .flatten();
        let national = trunk.unwrap_or(&number);
        if !lengths.contains(&national.len()) {
            return Err(Error::PhoneNumberForm);
        }
        Self::parse(&format!("{calling}{national}"))
    }

    /// The number, with `+`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whose calling code it has.
    pub fn country(&self) -> Option<&'static str> {
        COUNTRIES.iter().find(|(_, calling, _)| self.0.starts_with(calling)).map(|(country, ..)| *country)
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"-()".contains(*c)).collect()
}

/// Of a number only its last two digits: enough to tell two apart in a log.
impl fmt::Debug for PhoneNumber {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(into, "PhoneNumber(…{})", self.0.get(self.0.len().saturating_sub(2)..).unwrap_or_default())
    }
}

impl FromStr for PhoneNumber {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = Error;
    fn try_from(text: String) -> Result<Self, Error> {
        Self::parse(&text)
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.0
    }
}

/// Somebody with Mobile-ID: the service wants to know both, so that a number typed wrongly rings nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscriber {
    /// The phone.
    pub phone: PhoneNumber,
    /// The person, by a personal code.
    pub person: PersonIdentifier,
}

impl Subscriber {
    /// From what a person types. A bare personal code is one of the country whose number it is; another one's begins with
    /// `PNO` and the country.
    ///
    /// # Errors
    /// [`Error::PhoneNumberForm`], [`Error::IdentifierForm`], [`Error::CountryForm`], [`Error::CodeForm`],
    /// [`Error::CodeChecksum`].
    pub fn parse(phone: &str, code: &str) -> Result<Self, Error> {
        let phone = PhoneNumber::parse(phone)?;
        let code = code.trim();
        let person = if code.starts_with(|first: char| first.is_ascii_digit()) {
            PersonIdentifier::from_country_code(phone.country().unwrap_or_default(), code)?
        } else {
            PersonIdentifier::parse(code)?
        };
        Self::new(phone, person)
    }

    /// From both.
    ///
    /// # Errors
    /// [`Error::IdentifierForm`] when the person is not named by a personal code.
    pub fn new(phone: PhoneNumber, person: PersonIdentifier) -> Result<Self, Error> {
        if person.as_str().starts_with("PNO") {
            Ok(Self { phone, person })
        } else {
            Err(Error::IdentifierForm)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_number_may_be_typed_in_many_ways() {
        for text in ["+37200000766", "0037200000766", " +372 0000 0766", "+372-0000-0766", "(+372) 00000766"]
        {
            assert_eq!(PhoneNumber::parse(text).unwrap().as_str(), "+37200000766", "{text}");
        }
        for (country, text, number) in [
            ("EE", "5123 4567", "+37251234567"),
            ("ee", "512 3456", "+3725123456"),
            ("LT", "612 34567", "+37061234567"),
            ("LT", "8 612 34567", "+37061234567"),
            ("LT", "0 612 34567", "+37061234567"),
            ("LT", "+372 5123 4567", "+37251234567"),
        ] {
            assert_eq!(PhoneNumber::at_home(country, text).unwrap().as_str(), number, "{text}");
        }
        assert_eq!(PhoneNumber::parse("+37060000666").unwrap().country(), Some("LT"));
    }

    #[test]
    fn what_is_no_number_of_the_service_is_refused() {
        for text in
            ["", "+", "37200000766", "+371 2000 0000", "+372", "+3721", "+3725123456789012", "+372٠٠٠٠٠٧٦٦"]
        {
            assert_eq!(PhoneNumber::parse(text), Err(Error::PhoneNumberForm), "{text}");
        }
        for (country, text) in
            [("EE", "512345"), ("EE", "512345678"), ("LV", "20000000"), ("LT", "9 612 34567")]
        {
            assert_eq!(PhoneNumber::at_home(country, text), Err(Error::PhoneNumberForm), "{country} {text}");
        }
    }

    #[test]
    fn a_bare_code_belongs_to_the_country_of_the_number() {
        let estonian = Subscriber::parse("+37200000766", "60001019906").unwrap();
        assert_eq!(estonian.person.as_str(), "PNOEE-60001019906");
        let lithuanian = Subscriber::parse("+37060000666", "50001018865").unwrap();
        assert_eq!(lithuanian.person.as_str(), "PNOLT-50001018865");
        let abroad = Subscriber::parse("+37060000666", "PNOEE-60001019906").unwrap();
        assert_eq!(abroad.person.country(), "EE");
        assert_eq!(Subscriber::parse("+37200000766", "PASEE-K1234567"), Err(Error::IdentifierForm));
        let slip = Subscriber::parse("+37200000766", "60001019907");
        assert_eq!(slip, Err(Error::CodeChecksum { country: "EE".into() }));
    }

    #[test]
    fn no_log_has_the_whole_number() {
        assert_eq!(format!("{:?}", PhoneNumber::parse("+37200000766").unwrap()), "PhoneNumber(…66)");
    }
}
