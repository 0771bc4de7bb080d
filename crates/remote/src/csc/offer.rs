//! What a service says that it offers (§11.1), held against what it shall be asked for, before anybody is asked.

use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm};

use crate::error::Error;
use crate::exchange::one_line;

use super::algorithm::names;
use super::info::Info;
use super::sign::{Conformance, Form};

/// The version of the API that is spoken here, the number before the first point of `specs`.
const MAJOR: &str = "2";

/// `authType`, as far as there is one for us: how one is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// `oauth2code`: a person, by way of the browser.
    Person,
    /// `oauth2client`: the program itself.
    Program,
}

impl Info {
    /// Whether the service names a method, say `signatures/signDoc`.
    pub fn lists(&self, method: &str) -> bool {
        self.methods.iter().flatten().any(|one| one == method)
    }

    /// Says whether the service speaks this version of the API.
    ///
    /// # Errors
    /// [`Error::CscVersion`].
    pub fn speaks(&self) -> Result<(), Error> {
        match &self.version {
            Some(version) if version.split('.').next() != Some(MAJOR) => {
                Err(Error::CscVersion { found: version.chars().take(20).collect() })
            }
            _ => Ok(()),
        }
    }

    /// Says whether one is let in this way. Services write it in capitals or not.
    ///
    /// # Errors
    /// [`Error::CscEntrance`].
    pub fn lets_in(&self, entrance: Entrance) -> Result<(), Error> {
        let wanted = match entrance {
            Entrance::Person => "oauth2code",
            Entrance::Program => "oauth2client",
        };
        match &self.lets_in {
            Some(ways) if !ways.iter().any(|way| way.eq_ignore_ascii_case(wanted)) => {
                Err(Error::CscEntrance { wanted, offered: shown(ways) })
            }
            _ => Ok(()),
        }
    }

    /// Whether its keys sign with an algorithm.
    pub fn signs_with(&self, algorithm: &SignatureAlgorithm) -> bool {
        let listed =
            |list: &Vec<String>| names(algorithm).iter().any(|name| list.iter().any(|one| one == name));
        self.algorithms.as_ref().is_none_or(listed)
    }

    /// Says whether there is an algorithm for a digest of this kind, whatever a key may be.
    ///
    /// # Errors
    /// [`Error::Algorithm`].
    pub fn signs(&self, digest: DigestAlgorithm) -> Result<(), Error> {
        let all = [
            SignatureAlgorithm::Ecdsa(digest),
            SignatureAlgorithm::RsaPss(PssParameters::standard(digest)),
            SignatureAlgorithm::RsaPkcs1(digest),
        ];
        if all.iter().any(|algorithm| self.signs_with(algorithm)) {
            return Ok(());
        }
        let listed = self.algorithms.as_deref().unwrap_or_default();
        Err(Error::Algorithm { detail: format!("{} with {}", shown(listed), digest.name()) })
    }

    /// How a whole signature for a PDF is asked for: one of its own format where the service makes it, since CAdES has the
    /// time among its attributes, which a PDF may not.
    ///
    /// # Errors
    /// [`Error::CscFormat`], [`Error::CscLevel`].
    pub fn form(&self, conformance: Conformance) -> Result<Form, Error> {
        let level = conformance.name();
        if let Some(levels) = &self.levels {
            // The specification itself writes it in two ways.
            if !levels.iter().any(|one| one.eq_ignore_ascii_case(level)) {
                return Err(Error::CscLevel { wanted: level, offered: shown(levels) });
            }
        }
        // Whether it certifies the document stands in the document, which the service does not see: where it has the default
        // alone, that is left out.
        let found = match (self.envelope("P", "Revision"), self.envelope("C", "Detached")) {
            (Some(Envelope::Default), _) => Some(("P", None)),
            (Some(Envelope::Listed), _) => Some(("P", Some("Revision"))),
            (None, Some(_)) => Some(("C", Some("Detached"))),
            (None, None) => None,
        };
        let (format, property) = found.ok_or_else(|| Error::CscFormat {
            offered: shown(self.formats.as_deref().unwrap_or_default()),
        })?;
        Ok(Form { format, property, conformance })
    }

    /// Whether a format comes with such an envelope, as far as it is said.
    fn envelope(&self, format: &str, property: &str) -> Option<Envelope> {
        let Some(formats) = &self.formats else { return Some(Envelope::Listed) };
        let at = formats.iter().position(|one| one == format)?;
        match self.properties.as_ref().and_then(|all| all.get(at)) {
            None => Some(Envelope::Listed),
            Some(listed) if listed.is_empty() => Some(Envelope::Default),
            Some(listed) => listed.iter().any(|one| one == property).then_some(Envelope::Listed),
        }
    }
}

/// How an envelope property is offered.
enum Envelope {
    /// By name, or nothing is said of it.
    Listed,
    /// The format has its default alone: an empty list.
    Default,
}

/// What a service lists, for an error: foreign text.
fn shown(list: &[String]) -> String {
    one_line(list.iter().take(40).map(|one| one.chars().take(40).collect()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn list(texts: &[&str]) -> Option<Vec<String>> {
        Some(texts.iter().map(|text| (*text).to_owned()).collect())
    }

    #[test]
    fn a_service_of_which_nothing_is_said_is_asked() {
        let info = Info::default();
        assert_eq!(info.speaks(), Ok(()));
        assert_eq!(info.lets_in(Entrance::Person), Ok(()));
        assert_eq!(info.signs(DigestAlgorithm::Sha512), Ok(()));
        let form = info.form(Conformance::T).unwrap();
        assert_eq!((form.format, form.property), ("P", Some("Revision")));
    }

    #[test]
    fn the_version_is_the_first_number() {
        let speaks = |text: &str| Info { version: Some(text.to_owned()), ..Info::default() }.speaks();
        assert!(speaks("2.0.0.0").is_ok() && speaks("2.2.0.0").is_ok());
        for text in ["1.0.4.0", "3.0.0.0", "20.0", "", "two"] {
            assert_eq!(speaks(text).unwrap_err().code(), "csc-version", "{text}");
        }
    }

    #[test]
    fn people_and_programs_are_let_in_by_different_doors() {
        let info = Info { lets_in: list(&["TLS", "OAuth2Code"]), ..Info::default() };
        assert_eq!(info.lets_in(Entrance::Person), Ok(()));
        let error = info.lets_in(Entrance::Program).unwrap_err();
        assert_eq!((error.code(), error.to_string().contains("TLS; OAuth2Code")), ("csc-entrance", true));
    }

    #[test]
    fn a_general_name_stands_for_every_digest() {
        let signs =
            |names: &[&str], digest| Info { algorithms: list(names), ..Info::default() }.signs(digest);
        assert_eq!(signs(&["1.2.840.113549.1.1.1"], DigestAlgorithm::Sha512), Ok(()));
        assert_eq!(signs(&["1.2.840.113549.1.1.10"], DigestAlgorithm::Sha256), Ok(()));
        assert_eq!(signs(&["1.2.840.10045.4.3.2"], DigestAlgorithm::Sha256), Ok(()));
        let error =
            signs(&["1.2.840.10045.4.3.2", "1.2.840.113549.1.1.11"], DigestAlgorithm::Sha512).unwrap_err();
        assert_eq!(error.code(), "algorithm");
    }

    #[test]
    fn the_form_is_one_that_the_service_makes() {
        let info = |formats: &[&str], properties: &[&[&str]], levels: &[&str]| Info {
            formats: list(formats),
            properties: Some(properties.iter().map(|one| list(one).unwrap()).collect()),
            levels: list(levels),
            ..Info::default()
        };
        let form = |formats: &[&str], properties: &[&[&str]]| {
            let form = info(formats, properties, &["AdES-B-B"]).form(Conformance::B);
            form.map(|form| (form.format, form.property))
        };
        assert_eq!(form(&["C", "P"], &[&["Detached"], &["Revision"]]), Ok(("P", Some("Revision"))));
        assert_eq!(form(&["C", "P"], &[]), Ok(("P", Some("Revision"))));
        assert_eq!(form(&["P", "C"], &[&[], &[]]), Ok(("P", None)));
        assert_eq!(form(&["P", "C"], &[&["Certification"], &[]]), Ok(("C", Some("Detached"))));
        for (formats, properties) in
            [(&["X", "J"][..], &[][..]), (&["P"], &[&["Certification"][..]]), (&["C"], &[&["Attached"][..]])]
        {
            assert_eq!(form(formats, properties).unwrap_err().code(), "csc-format", "{formats:?}");
        }
        let error = info(&["P"], &[], &["Ades-B-B", "Ades-T"]).form(Conformance::T).unwrap_err();
        assert_eq!(error.code(), "csc-level");
    }
}
