//! What is asked for, and what comes out.

use native::known::Known;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workflow::error::Error;
use workflow::order;
use workflow::profile::Profile;
use workflow::report::words::Language;
use workflow::seal::{SealOrder, Spot};
use workflow::show::Shown;

use super::failure::Failure;
use super::place::Place;
use super::verdict::Verdict;

/// How a document is to be signed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Order {
    signer: Signer,
    /// Whether who signs is remembered on this computer.
    remember: bool,
    #[ts(inline)]
    level: Level,
    output: Option<String>,
    /// The field that waits and is to be signed.
    field: Option<String>,
    /// The seal; none for an invisible signature.
    seal: Option<Seal>,
    reason: Option<String>,
    location: Option<String>,
    /// Certifies the document and permits this afterwards.
    #[ts(inline)]
    certify: Option<Permission>,
}

/// Where the seal of a signature is.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Seal {
    /// In the box of the field that is signed.
    Field,
    /// In a box of its own.
    Page {
        /// The page, from 1.
        page: u32,
        /// The box on it.
        place: Place,
    },
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum Permission {
    NoChanges,
    FormFilling,
    Annotations,
}

impl Order {
    /// Whether who signs is to be remembered on this computer.
    pub const fn remembers(&self) -> bool {
        self.remember
    }

    /// The same for the workflow. `known` is who is remembered for the profile.
    ///
    /// # Errors
    /// The person or the document number is not one; nobody is remembered.
    pub fn of(
        self,
        shown: &Shown,
        profile: &Profile,
        known: Option<&Known>,
        language: Language,
    ) -> Result<order::Order, Failure> {
        let (level, style) = (self.level.into(), &profile.seal);
        let seal = self.seal.map(|seal| SealOrder {
            spot: match seal {
                Seal::Field => None,
                Seal::Page { page, place } => Some(Spot::Box { page, place: place.into() }),
            },
            ..SealOrder::of(style)
        });
        Ok(order::Order {
            password: shown.password().cloned(),
            shown: Some(shown.sha256()),
            output: self.output.map(Into::into),
            field: self.field,
            seal,
            reason: said(self.reason),
            location: said(self.location),
            certify: self.certify.map(|permission| match permission {
                Permission::NoChanges => order::Permission::NoChanges,
                Permission::FormFilling => order::Permission::FormFilling,
                Permission::Annotations => order::Permission::Annotations,
            }),
            language,
            ..order::Order::new(shown.path(), self.signer.read(profile, known)?, level)
        })
    }
}

/// Words that were typed; none where there are only blanks.
fn said(words: Option<String>) -> Option<String> {
    words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty())
}

/// Who signs, and how the phone is found.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Signer {
    /// A person.
    Person {
        /// ISO 3166-1 alpha-2.
        country: String,
        /// The personal code.
        code: String,
    },
    /// A known account.
    Document {
        /// Its document number.
        number: String,
    },
    /// Whoever scans the code on the screen.
    Qr,
    /// Who is remembered on this computer.
    Known {
        /// Whether they scan a code on the screen; else their phone rings.
        scans: bool,
    },
    /// Whoever is let in by the signing service of the profile, in the browser.
    Cloud,
    /// A person with Mobile-ID.
    MobileId {
        /// Whose personal code it is, and whose a number without a country code: ISO 3166-1 alpha-2.
        country: String,
        /// The phone number.
        phone: String,
        /// The personal code.
        code: String,
    },
}

impl Signer {
    fn read(self, profile: &Profile, known: Option<&Known>) -> Result<order::Signer, Failure> {
        Ok(match self {
            Self::Person { country, code } => person(&country, &code)?,
            Self::Document { number } => order::Signer::Document(number.parse().map_err(Error::from)?),
            Self::Qr => order::Signer::DeviceLink(order::Scans::Anybody),
            Self::Known { scans } => known.ok_or_else(Failure::nobody_known)?.signer(profile, scans)?,
            Self::Cloud => order::Signer::Cloud { credential: None },
            Self::MobileId { country, phone, code } => mobile(&country, &phone, &code)?,
        })
    }
}

/// A person by country and personal code.
///
/// # Errors
/// The country or the code has not its form, or the check digit does not fit.
pub fn person(country: &str, code: &str) -> Result<order::Signer, Error> {
    Ok(order::Signer::Person(identifier(country, code).parse()?))
}

fn mobile(country: &str, phone: &str, code: &str) -> Result<order::Signer, Error> {
    let person = identifier(country, code).parse()?;
    let phone = order::PhoneNumber::at_home(country, phone)?;
    Ok(order::Signer::MobileId(order::Subscriber::new(phone, person)?))
}

fn identifier(country: &str, code: &str) -> String {
    format!("PNO{}-{}", country.trim(), code.trim())
}

/// Whether a phone number can have Mobile-ID.
pub fn phone(country: &str, number: &str) -> PersonCheck {
    let fault = order::PhoneNumber::at_home(country, number).is_err().then(|| "phone".to_owned());
    PersonCheck { ok: fault.is_none(), fault }
}

#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
enum Level {
    #[serde(rename = "b-b")]
    BB,
    #[serde(rename = "b-t")]
    BT,
    BLt,
    BLta,
}

impl From<Level> for order::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::BB => Self::BB,
            Level::BT => Self::BT,
            Level::BLt => Self::BLt,
            Level::BLta => Self::BLta,
        }
    }
}

/// Whether a personal code, or a phone number, can be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PersonCheck {
    /// It can.
    pub ok: bool,
    /// What is wrong with it: `country`, `form` or `checksum`; `phone`.
    pub fault: Option<String>,
}

impl From<Result<order::Signer, Error>> for PersonCheck {
    fn from(read: Result<order::Signer, Error>) -> Self {
        let fault = read.err().map(|error| match error.code() {
            "country-form" => "country",
            "code-checksum" => "checksum",
            _ => "form",
        });
        Self { ok: fault.is_none(), fault: fault.map(str::to_owned) }
    }
}

/// A document that was signed, saved, read back and validated.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Signed {
    /// Where it lies.
    pub output: String,
    /// What our own eyes say of it.
    pub verdict: Verdict,
}

impl From<order::Signed> for Signed {
    fn from(order::Signed { output, report, .. }: order::Signed) -> Self {
        Self { verdict: Verdict::new(&output, report), output: output.display().to_string() }
    }
}

/// How one of several documents ended: it is signed, or there is a reason why not.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Ended {
    /// The document.
    pub document: String,
    /// The signed one.
    pub signed: Option<Signed>,
    /// Why there is none.
    pub failure: Option<Failure>,
}

#[cfg(test)]
mod tests {
    use super::{PersonCheck, person, phone};

    #[test]
    fn a_slip_of_the_finger_is_found_before_any_phone_rings() {
        let check = |country, code| PersonCheck::from(person(country, code)).fault;
        assert_eq!(check("EE", "40504040001"), None);
        assert_eq!(check("ee", " 40504040001 "), None);
        assert_eq!(check("EE", "40504040002").as_deref(), Some("checksum"));
        assert_eq!(check("EE", "4050404").as_deref(), Some("form"));
        assert_eq!(check("EE", "").as_deref(), Some("form"));
        assert_eq!(check("E", "40504040001").as_deref(), Some("country"));
        assert_eq!(phone("EE", "5123 4567").fault, None);
        assert_eq!(phone("LT", "+372 5123 4567").fault, None);
        assert_eq!(phone("EE", "5123").fault.as_deref(), Some("phone"));
    }
}
