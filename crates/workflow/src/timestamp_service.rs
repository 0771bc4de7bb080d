//! Where time-stamps come from, as a profile says it.

use pki::ObjectIdentifier;
use serde::{Deserialize, Serialize};

/// A time-stamp service. In a profile it has either `url` or `from`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct TimestampService {
    /// How it is asked.
    pub source: Source,
    /// The policy under which its tokens have to be (RFC 3161 §2.4.1, `reqPolicy`); none: whichever it likes.
    pub policy: Option<ObjectIdentifier>,
}

/// How a time-stamp service is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `url`: by RFC 3161 over HTTP, at this address.
    Http(String),
    /// `from = "csc"`: by the remote signing service of the same profile, which lets people or programs in for it
    /// (`signatures/timestamp`, CSC API v2.0 §11.13).
    Csc,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Written {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<From>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "dotted")]
    policy: Option<ObjectIdentifier>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum From {
    Csc,
}

impl TimestampService {
    /// One at an address, whatever its policy.
    pub fn at(url: impl Into<String>) -> Self {
        Self { source: Source::Http(url.into()), policy: None }
    }

    /// What it is called where it is spoken of: its address, or `csc`.
    pub fn name(&self) -> &str {
        match &self.source {
            Source::Http(url) => url,
            Source::Csc => "csc",
        }
    }
}

impl TryFrom<Written> for TimestampService {
    type Error = &'static str;

    fn try_from(Written { url, from, policy }: Written) -> Result<Self, Self::Error> {
        match (url, from) {
            (Some(url), None) => Ok(Self { source: Source::Http(url), policy }),
            (None, Some(From::Csc)) => Ok(Self { source: Source::Csc, policy }),
            _ => Err("a time-stamp service has either url or from"),
        }
    }
}

impl std::convert::From<TimestampService> for Written {
    fn from(TimestampService { source, policy }: TimestampService) -> Self {
        match source {
            Source::Http(url) => Self { url: Some(url), from: None, policy },
            Source::Csc => Self { url: None, from: Some(From::Csc), policy },
        }
    }
}

/// An object identifier as numbers with points between them.
mod dotted {
    use pki::ObjectIdentifier;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(oid: &Option<ObjectIdentifier>, into: S) -> Result<S::Ok, S::Error> {
        match oid {
            Some(oid) => into.collect_str(oid),
            None => into.serialize_none(),
        }
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<ObjectIdentifier>, D::Error> {
        let text = String::deserialize(from)?;
        let read = ObjectIdentifier::new(&text);
        read.map(Some).map_err(|_| D::Error::custom("not an object identifier, such as 0.4.0.2023.1.1"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::profile::{Error, Profile};

    /// What stands before time-stamp services in a profile, and after them.
    fn around() -> (&'static str, &'static str) {
        let (before, rest) = Profile::SK_DEMO.split_once("[[timestamp]]").unwrap();
        let after = rest.find("[trust]").unwrap();
        (before, &rest[after..])
    }

    fn with(services: &str) -> Result<Profile, Error> {
        let (before, after) = around();
        Profile::from_toml(&format!("{before}{services}{after}"))
    }

    #[test]
    fn services_are_written_and_read_again() {
        let text = "[[timestamp]]\nfrom = \"csc\"\npolicy = \"0.4.0.2023.1.1\"\n[[timestamp]]\nurl = \"http://a.example\"\n";
        let csc = "[csc]\n[csc.client]\nbase-url = \"https://a.example/csc/v2\"\nclient-id = \"c\"\n";
        let profile = with(&format!("{text}{csc}")).unwrap();
        let policy = Some(ObjectIdentifier::new_unwrap("0.4.0.2023.1.1"));
        let expected =
            [TimestampService { source: Source::Csc, policy }, TimestampService::at("http://a.example")];
        assert_eq!(profile.timestamp, expected);
        let again = Profile::from_toml(&profile.to_toml().unwrap()).unwrap();
        assert_eq!(again.timestamp, expected);
    }

    #[test]
    fn what_is_no_service_is_named_with_its_line() {
        let first = around().0.lines().count();
        for (text, line) in [
            ("[[timestamp]]\nurl = \"http://a.example\"\nfrom = \"csc\"\n", 1),
            ("[[timestamp]]\npolicy = \"1.2.3\"\n", 1),
            ("[[timestamp]]\nfrom = \"elsewhere\"\n", 2),
            ("[[timestamp]]\nurl = \"http://a.example\"\npolicy = \"best\"\n", 3),
            ("[[timestamp]]\nurl = \"http://a.example\"\nPolicy = \"1.2.3\"\n", 3),
        ] {
            let Err(Error::Syntax { line: found, cause, .. }) = with(text) else { panic!("{text}") };
            assert_eq!(found, first + line, "{text}: {cause}");
        }
    }
}
