use crate::asn1::read::{Tlv, whole};
use crate::asn1::tag;
use crate::certificate::{Certificate, DistributionPoint, GeneralName, PointName, Reasons, names_match};
use crate::error::Error;

/// IssuingDistributionPoint, RFC 5280 §5.2.5; without one a list covers all that its issuer issued.
pub(super) struct Scope<'a> {
    name: Option<PointName<'a>>,
    only: Only,
    reasons: Reasons,
    pub indirect: bool,
}

/// Which kind of certificate alone is listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Only {
    Any,
    Users,
    Authorities,
    Attributes,
}

impl Default for Scope<'_> {
    fn default() -> Self {
        Scope { name: None, only: Only::Any, reasons: Reasons::ALL, indirect: false }
    }
}

impl<'a> Scope<'a> {
    pub fn read(value: &'a [u8]) -> Result<Self, Error> {
        const WHAT: &str = "IssuingDistributionPoint";
        let mut fields = whole(value, tag::SEQUENCE, WHAT)?;
        let mut found = Scope::default();
        if fields.is_empty() {
            return Err(fields.error());
        }
        if let Some(point) = fields.optional(tag::constructed(0))? {
            found.name = Some(PointName::read(&point)?);
        }
        for (number, only) in [(1, Only::Users), (2, Only::Authorities)] {
            found.limit(fields.optional(tag::context(number))?, only)?;
        }
        if let Some(flags) = fields.optional(tag::context(3))? {
            found.reasons = Reasons::read(&flags)?;
        }
        if let Some(indirect) = fields.optional(tag::context(4))? {
            found.indirect = indirect.boolean(WHAT)?;
        }
        found.limit(fields.optional(tag::context(5))?, Only::Attributes)?;
        fields.finish()?;
        Ok(found)
    }

    /// At most one of the three may be set.
    fn limit(&mut self, flag: Option<Tlv<'_>>, only: Only) -> Result<(), Error> {
        const WHAT: &str = "onlyContains";
        if flag.map(|flag| flag.boolean(WHAT)).transpose()? == Some(true) {
            if self.only != Only::Any {
                return Err(Error::malformed(WHAT));
            }
            self.only = only;
        }
        Ok(())
    }

    /// RFC 5280 §6.3.3 (b) and (d), for a list of this scope by `list_issuer`.
    pub fn reasons_for(&self, certificate: &Certificate, list_issuer: &[u8]) -> Result<Reasons, Error> {
        let is_authority = certificate.basic_constraints().is_some_and(|constraints| constraints.ca);
        let refused = |what| Err(Error::CrlScope { what });
        match self.only {
            Only::Users if is_authority => return refused("onlyContainsUserCerts"),
            // Versions 1 and 2 do not say which they are.
            Only::Users if certificate.version() < 3 => return refused("onlyContainsUserCerts"),
            Only::Authorities if !is_authority => return refused("onlyContainsCACerts"),
            Only::Attributes => return refused("onlyContainsAttributeCerts"),
            _ => {}
        }
        let points = certificate.distribution_points()?;
        let mut what = "distributionPoint";
        let mut reasons = Reasons::NONE;
        // Without a point, one is taken for granted that has the name of the issuer.
        if points.is_empty() {
            let own = Some(PointName::Full(vec![GeneralName::Directory(certificate.issuer_der())]));
            let granted = DistributionPoint { name: own, reasons: Reasons::ALL, issuer: Vec::new() };
            match self.serves(&granted, certificate, list_issuer) {
                Ok(()) => reasons = self.reasons,
                Err(why) => what = why,
            }
        }
        for point in &points {
            match self.serves(point, certificate, list_issuer) {
                Ok(()) => reasons = reasons.or(point.reasons.and(self.reasons)),
                Err(why) => what = why,
            }
        }
        match reasons == Reasons::NONE {
            true => refused(what),
            false => Ok(reasons),
        }
    }

    /// Whether the list is one that this point of the certificate promises, §6.3.3 (b) (1) and (2) (i).
    fn serves(
        &self,
        point: &DistributionPoint<'_>,
        certificate: &Certificate,
        list_issuer: &[u8],
    ) -> Result<(), &'static str> {
        let appointed = !point.issuer.is_empty();
        let issuer = if appointed { list_issuer } else { certificate.issuer_der() };
        let named = || point.issuer.iter().any(|name| name.is(&GeneralName::Directory(list_issuer)));
        match appointed {
            true if !self.indirect || !named() => return Err("cRLIssuer"),
            false if !names_match(list_issuer, issuer) => return Err("issuer"),
            _ => {}
        }
        let meets = match (&self.name, &point.name) {
            (None, _) => true,
            (Some(ours), Some(theirs)) => ours.meets(list_issuer, theirs, issuer),
            (Some(ours), None) => ours.is_one_of(list_issuer, &point.issuer),
        };
        if meets { Ok(()) } else { Err("distributionPoint") }
    }
}
