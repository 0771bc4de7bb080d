use super::general_name::GeneralName;
use super::name::{canonical, canonical_set};
use crate::asn1::read::{Reader, Tlv};
use crate::asn1::tag;
use crate::error::Error;

/// DistributionPoint, RFC 5280 §4.2.1.13.
pub(crate) struct DistributionPoint<'a> {
    pub name: Option<PointName<'a>>,
    /// Reasons for which this point speaks; all of them when absent.
    pub reasons: Reasons,
    /// cRLIssuer: who issues the list when it is not the certificate's issuer.
    pub issuer: Vec<GeneralName<'a>>,
}

/// DistributionPointName.
pub(crate) enum PointName<'a> {
    /// fullName.
    Full(Vec<GeneralName<'a>>),
    /// nameRelativeToCRLIssuer: contents of the RelativeDistinguishedName.
    Relative(&'a [u8]),
}

/// ReasonFlags as a set: bit n of the BIT STRING is bit n of the number. Bit 0 is unused in the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reasons(u16);

impl Reasons {
    /// keyCompromise to aACompromise.
    pub const ALL: Reasons = Reasons(0b1_1111_1110);
    pub const NONE: Reasons = Reasons(0);

    /// Contents of a BIT STRING with ReasonFlags.
    pub fn read(flags: &Tlv<'_>) -> Result<Self, Error> {
        let (bytes, _) = flags.bits("ReasonFlags")?;
        let bit = |n: usize| bytes.get(n / 8).is_some_and(|byte| byte & (0x80 >> (n % 8)) != 0);
        Ok(Reasons((1..9).filter(|n| bit(*n)).fold(0, |all, n| all | 1 << n)))
    }

    pub fn and(self, other: Reasons) -> Reasons {
        Reasons(self.0 & other.0)
    }

    pub fn or(self, other: Reasons) -> Reasons {
        Reasons(self.0 | other.0)
    }
}

impl<'a> DistributionPoint<'a> {
    pub fn read(point: &Tlv<'a>) -> Result<Self, Error> {
        const WHAT: &str = "DistributionPoint";
        let mut fields = point.inside(WHAT);
        let name = fields.optional(tag::constructed(0))?;
        let name = name.map(|name| PointName::read(&name)).transpose()?;
        let reasons = fields.optional(tag::context(1))?;
        let reasons = reasons.map_or(Ok(Reasons::ALL), |flags| Reasons::read(&flags))?;
        let issuer = fields.optional(tag::constructed(2))?;
        let issuer = issuer.map_or(Ok(Vec::new()), |names| GeneralName::list(names.inside("cRLIssuer")))?;
        fields.finish()?;
        Ok(DistributionPoint { name, reasons, issuer })
    }
}

impl<'a> PointName<'a> {
    /// Reads the contents of `distributionPoint [0]`.
    pub fn read(explicit: &Tlv<'a>) -> Result<Self, Error> {
        const WHAT: &str = "DistributionPointName";
        const FULL: u8 = tag::constructed(0);
        const RELATIVE: u8 = tag::constructed(1);
        let mut inner: Reader<'a> = explicit.inside(WHAT);
        let choice = inner.any()?;
        inner.finish()?;
        match choice.tag {
            FULL => GeneralName::list(choice.inside("fullName")).map(PointName::Full),
            RELATIVE => canonical_set(choice.value).map(|_| PointName::Relative(choice.value)),
            _ => Err(Error::malformed(WHAT)),
        }
    }

    /// Whether one of our names, under our list issuer, is one of theirs, under theirs (RFC 5280 §6.3.3 (b)(2)(i)).
    pub fn meets(&self, ours: &[u8], other: &PointName<'_>, theirs: &[u8]) -> bool {
        match (self, other) {
            (PointName::Full(a), PointName::Full(b)) => a.iter().any(|a| b.iter().any(|b| a.is(b))),
            (PointName::Relative(a), PointName::Relative(b)) => match (whole(ours, a), whole(theirs, b)) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
            (PointName::Full(full), PointName::Relative(set)) => is_among(full, whole(theirs, set)),
            (PointName::Relative(set), PointName::Full(full)) => is_among(full, whole(ours, set)),
        }
    }

    /// Whether one of our names, under our list issuer, is one of these.
    pub fn is_one_of(&self, ours: &[u8], names: &[GeneralName<'_>]) -> bool {
        match self {
            PointName::Full(full) => full.iter().any(|a| names.iter().any(|b| a.is(b))),
            PointName::Relative(set) => is_among(names, whole(ours, set)),
        }
    }
}

/// The issuer's name with one part more.
fn whole(issuer: &[u8], set: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut name = canonical(issuer).ok()?;
    name.push(canonical_set(set).ok()?);
    Some(name)
}

fn is_among(names: &[GeneralName<'_>], wanted: Option<Vec<Vec<u8>>>) -> bool {
    wanted.is_some_and(|wanted| {
        names.iter().any(|name| match name {
            GeneralName::Directory(der) => canonical(der).is_ok_and(|name| name == wanted),
            _ => false,
        })
    })
}
