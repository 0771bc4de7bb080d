use super::name::names_match;
use crate::asn1::read::{Reader, Tlv};
use crate::asn1::tag;
use crate::error::Error;

/// Names read from one list; real ones have a handful.
pub(super) const NAMES: usize = 1024;

/// GeneralName, RFC 5280 §4.2.1.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GeneralName<'a> {
    /// rfc822Name.
    Email(&'a [u8]),
    /// dNSName.
    Dns(&'a [u8]),
    /// directoryName: a Name in DER.
    Directory(&'a [u8]),
    /// uniformResourceIdentifier.
    Uri(&'a [u8]),
    /// iPAddress; in constraints with its mask behind.
    Ip(&'a [u8]),
    /// One of the other forms, by its tag, as it stands.
    Other(u8, &'a [u8]),
}

impl<'a> GeneralName<'a> {
    pub fn read(name: &Tlv<'a>) -> Result<Self, Error> {
        const EMAIL: u8 = tag::context(1);
        const DNS: u8 = tag::context(2);
        const DIRECTORY: u8 = tag::constructed(4);
        const URI: u8 = tag::context(6);
        const IP: u8 = tag::context(7);
        Ok(match name.tag {
            EMAIL => GeneralName::Email(name.value),
            DNS => GeneralName::Dns(name.value),
            DIRECTORY => {
                let mut inner = name.inside("directoryName");
                let found = inner.expect(tag::SEQUENCE)?;
                inner.finish()?;
                GeneralName::Directory(found.raw)
            }
            URI => GeneralName::Uri(name.value),
            IP => GeneralName::Ip(name.value),
            other if other & 0xc0 == 0x80 => GeneralName::Other(other, name.raw),
            _ => return Err(Error::malformed("GeneralName")),
        })
    }

    /// The elements of GeneralNames, given its contents.
    pub fn list(mut names: Reader<'a>) -> Result<Vec<Self>, Error> {
        let mut found = Vec::new();
        while !names.is_empty() {
            if found.len() == NAMES {
                return Err(Error::TooLarge { what: "GeneralNames", limit: NAMES });
            }
            found.push(Self::read(&names.any()?)?);
        }
        match found.is_empty() {
            true => Err(Error::malformed("GeneralNames")),
            false => Ok(found),
        }
    }

    /// Whether two names are the same.
    pub fn is(&self, other: &GeneralName<'_>) -> bool {
        match (self, other) {
            (GeneralName::Directory(a), GeneralName::Directory(b)) => names_match(a, b),
            (a, b) => a == b,
        }
    }
}
