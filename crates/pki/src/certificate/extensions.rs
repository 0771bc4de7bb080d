use std::ops::Range;

use const_oid::ObjectIdentifier;

use super::distribution_point::{DistributionPoint, PointName};
use super::general_name::GeneralName;
use super::name::Name;
use super::read::Certificate;
use crate::asn1::read::{Reader, Tlv, whole};
use crate::asn1::tag;
use crate::error::Error;
use crate::oids;

/// Key usage, RFC 5280 §4.2.1.3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct KeyUsage {
    pub digital_signature: bool,
    /// Also called contentCommitment.
    pub non_repudiation: bool,
    pub key_encipherment: bool,
    pub data_encipherment: bool,
    pub key_agreement: bool,
    pub key_cert_sign: bool,
    pub crl_sign: bool,
    pub encipher_only: bool,
    pub decipher_only: bool,
}

/// Basic constraints, RFC 5280 §4.2.1.9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    /// Whether the subject is a certification authority.
    pub ca: bool,
    /// How many intermediate certificates, not self-issued, may follow; `None` is without limit.
    pub path_length: Option<u64>,
}

/// Qualified certificate statements, EN 319 412-5.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QcStatements {
    /// QcCompliance: claimed to be an EU qualified certificate.
    pub compliance: bool,
    /// QcSSCD: the private key is in a qualified signature creation device.
    pub sscd: bool,
    /// QcType: 0.4.0.1862.1.6.1 for signatures, .2 for seals, .3 for web sites.
    pub types: Vec<ObjectIdentifier>,
    /// QcCClegislation: countries under whose law the certificate is qualified; when present it is not an EU one.
    pub legislations: Vec<String>,
    /// Identifiers of all statements, in order.
    pub all: Vec<ObjectIdentifier>,
}

impl QcStatements {
    /// Whether they claim a qualified certificate for signatures or seals under the law of the Union: QcCompliance, no other
    /// legislation (§4.2.4), and a type that is not only for web sites; one without a type is for signatures (§4.2.3). Who may
    /// say so is not asked.
    pub fn claim_qualified(&self) -> bool {
        let signs = [oids::QC_TYPE_ESIGN, oids::QC_TYPE_ESEAL];
        let is_fit = self.types.is_empty() || self.types.iter().any(|kind| signs.contains(kind));
        self.compliance && self.legislations.is_empty() && is_fit
    }
}

/// Extensions one certificate may carry; the most seen in trusted lists is 13.
const COUNT: usize = 64;

/// Entries read from one list inside an extension (policies, usages, statements, URLs).
const ENTRIES: usize = 256;

#[derive(Clone, Default)]
pub(super) struct Extensions {
    all: Vec<Extension>,
    key_usage: Option<KeyUsage>,
    extended_key_usages: Vec<ObjectIdentifier>,
    basic_constraints: Option<BasicConstraints>,
}

#[derive(Clone)]
pub(super) struct Extension {
    oid: ObjectIdentifier,
    critical: bool,
    pub value: Range<usize>,
}

impl Extensions {
    pub fn read(list: &[u8], within: impl Fn(&[u8]) -> Range<usize>) -> Result<Self, Error> {
        const WHAT: &str = "Extensions";
        let mut list = whole(list, tag::SEQUENCE, WHAT)?;
        let mut found = Extensions::default();
        while !list.is_empty() {
            if found.all.len() == COUNT {
                return Err(Error::TooLarge { what: WHAT, limit: COUNT });
            }
            let (oid, critical, value) = extension(&mut list)?;
            if found.find(&oid).is_some() {
                return Err(Error::Duplicate { what: "extension" });
            }
            match oid {
                oids::KEY_USAGE => found.key_usage = Some(key_usage(value)?),
                oids::EXTENDED_KEY_USAGE => found.extended_key_usages = extended_key_usages(value)?,
                oids::BASIC_CONSTRAINTS => found.basic_constraints = Some(basic_constraints(value)?),
                _ => {}
            }
            found.all.push(Extension { oid, critical, value: within(value) });
        }
        Ok(found)
    }

    pub fn find(&self, oid: &ObjectIdentifier) -> Option<&Extension> {
        self.all.iter().find(|e| e.oid == *oid)
    }
}

/// One Extension: identifier, criticality, the contents of extnValue.
pub(crate) fn extension<'a>(list: &mut Reader<'a>) -> Result<(ObjectIdentifier, bool, &'a [u8]), Error> {
    const WHAT: &str = "Extension";
    let mut fields = list.inside(tag::SEQUENCE, WHAT)?;
    let oid = fields.any()?.oid(WHAT)?;
    let critical = fields.optional(tag::BOOLEAN)?.map(|b| b.boolean(WHAT)).transpose()?.unwrap_or(false);
    let value = fields.expect(tag::OCTET_STRING)?.value;
    fields.finish()?;
    Ok((oid, critical, value))
}

fn key_usage(value: &[u8]) -> Result<KeyUsage, Error> {
    const WHAT: &str = "KeyUsage";
    let mut outer = Reader::new(value, WHAT);
    let (bytes, _) = outer.expect(tag::BIT_STRING)?.bits(WHAT)?;
    outer.finish()?;
    let bit = |n: usize| bytes.get(n / 8).is_some_and(|byte| byte & (0x80 >> (n % 8)) != 0);
    Ok(KeyUsage {
        digital_signature: bit(0),
        non_repudiation: bit(1),
        key_encipherment: bit(2),
        data_encipherment: bit(3),
        key_agreement: bit(4),
        key_cert_sign: bit(5),
        crl_sign: bit(6),
        encipher_only: bit(7),
        decipher_only: bit(8),
    })
}

fn extended_key_usages(value: &[u8]) -> Result<Vec<ObjectIdentifier>, Error> {
    const WHAT: &str = "ExtKeyUsageSyntax";
    let usages = entries(value, WHAT)?.iter().map(|usage| usage.oid(WHAT)).collect::<Result<Vec<_>, _>>()?;
    if usages.is_empty() { Err(Error::malformed(WHAT)) } else { Ok(usages) }
}

fn basic_constraints(value: &[u8]) -> Result<BasicConstraints, Error> {
    const WHAT: &str = "BasicConstraints";
    let mut fields = whole(value, tag::SEQUENCE, WHAT)?;
    let ca = fields.optional(tag::BOOLEAN)?.map(|b| b.boolean(WHAT)).transpose()?.unwrap_or(false);
    let path_length = fields.optional(tag::INTEGER)?.map(|n| n.number(WHAT)).transpose()?;
    fields.finish()?;
    Ok(BasicConstraints { ca, path_length })
}

/// The elements of a SEQUENCE OF.
pub(crate) fn entries<'a>(value: &'a [u8], what: &'static str) -> Result<Vec<Tlv<'a>>, Error> {
    let mut list = whole(value, tag::SEQUENCE, what)?;
    let mut found = Vec::new();
    while !list.is_empty() {
        if found.len() == ENTRIES {
            return Err(Error::TooLarge { what, limit: ENTRIES });
        }
        found.push(list.any()?);
    }
    Ok(found)
}

/// Critical extensions we act upon, or that ask nothing of us.
const PROCESSED: [ObjectIdentifier; 17] = [
    oids::SUBJECT_KEY_IDENTIFIER,
    oids::AUTHORITY_KEY_IDENTIFIER,
    oids::KEY_USAGE,
    oids::EXTENDED_KEY_USAGE,
    oids::BASIC_CONSTRAINTS,
    oids::SUBJECT_ALT_NAME,
    oids::ISSUER_ALT_NAME,
    oids::NAME_CONSTRAINTS,
    oids::CERTIFICATE_POLICIES,
    oids::POLICY_MAPPINGS,
    oids::POLICY_CONSTRAINTS,
    oids::INHIBIT_ANY_POLICY,
    oids::CRL_DISTRIBUTION_POINTS,
    oids::FRESHEST_CRL,
    oids::AUTHORITY_INFO_ACCESS,
    oids::QC_STATEMENTS,
    oids::OCSP_NOCHECK,
];

impl Certificate {
    /// Key usage, if the extension is there.
    pub fn key_usage(&self) -> Option<KeyUsage> {
        self.extensions().key_usage
    }

    /// Whether its key usage lets it sign what is neither a certificate nor a list (RFC 5280 §4.2.1.3).
    pub fn signs_data(&self) -> bool {
        self.key_usage().is_none_or(|usage| usage.digital_signature || usage.non_repudiation)
    }

    /// Extended key usages in order; empty when the extension is absent.
    pub fn extended_key_usages(&self) -> &[ObjectIdentifier] {
        &self.extensions().extended_key_usages
    }

    /// Whether the extended key usage extension is there and critical, as it must be for time-stamp units (RFC 3161 §2.3).
    pub fn extended_key_usage_is_critical(&self) -> bool {
        self.extensions().find(&oids::EXTENDED_KEY_USAGE).is_some_and(|e| e.critical)
    }

    /// Basic constraints, if the extension is there.
    pub fn basic_constraints(&self) -> Option<BasicConstraints> {
        self.extensions().basic_constraints
    }

    /// Critical extensions this crate does not process. A path with such a certificate is refused (RFC 5280 §6.1.4 (o)).
    pub fn unknown_critical_extensions(&self) -> Vec<ObjectIdentifier> {
        let unknown = self.extensions().all.iter().filter(|e| e.critical && !PROCESSED.contains(&e.oid));
        unknown.map(|e| e.oid).collect()
    }

    /// Certificate policies, identifiers only; empty when absent or unreadable.
    pub fn policies(&self) -> Vec<ObjectIdentifier> {
        const WHAT: &str = "certificatePolicies";
        let first = |policy: &Tlv<'_>| policy.inside(WHAT).any().and_then(|id| id.oid(WHAT)).ok();
        self.listed(&oids::CERTIFICATE_POLICIES).iter().filter_map(first).collect()
    }

    /// Qualified certificate statements; empty when absent or unreadable.
    pub fn qc_statements(&self) -> QcStatements {
        let mut found = QcStatements::default();
        for statement in self.listed(&oids::QC_STATEMENTS) {
            let mut fields = statement.inside("QCStatement");
            let Ok(id) = fields.any().and_then(|id| id.oid("QCStatement")) else { continue };
            found.all.push(id);
            let info = fields.any().ok().map(|info| entries(info.raw, "QCStatement").unwrap_or_default());
            let info = info.unwrap_or_default();
            match id {
                oids::QC_COMPLIANCE => found.compliance = true,
                oids::QC_SSCD => found.sscd = true,
                oids::QC_TYPE => found.types.extend(info.iter().filter_map(|t| t.oid("QcType").ok())),
                oids::QC_LEGISLATION => {
                    found
                        .legislations
                        .extend(info.iter().map(|c| String::from_utf8_lossy(c.value).into_owned()));
                }
                _ => {}
            }
        }
        found
    }

    /// OCSP responders from the authority information access, as written.
    pub fn ocsp_urls(&self) -> Vec<String> {
        self.access_urls(&oids::AD_OCSP)
    }

    /// Where the issuer's certificate is to be had, from the authority information access.
    pub fn ca_issuer_urls(&self) -> Vec<String> {
        self.access_urls(&oids::AD_CA_ISSUERS)
    }

    /// CRL distribution points that are URLs.
    pub fn crl_urls(&self) -> Vec<String> {
        let points = self.distribution_points().unwrap_or_default();
        let full = points.into_iter().filter_map(|point| match point.name {
            Some(PointName::Full(names)) => Some(names),
            _ => None,
        });
        full.flatten().filter_map(|name| url(&name)).collect()
    }

    pub(crate) fn distribution_points(&self) -> Result<Vec<DistributionPoint<'_>>, Error> {
        let Some(value) = self.extension(&oids::CRL_DISTRIBUTION_POINTS) else { return Ok(Vec::new()) };
        entries(value, "CRLDistributionPoints")?.iter().map(DistributionPoint::read).collect()
    }

    /// Subject alternative names.
    pub(crate) fn alternative_names(&self) -> Result<Vec<GeneralName<'_>>, Error> {
        const WHAT: &str = "SubjectAltName";
        match self.extension(&oids::SUBJECT_ALT_NAME) {
            Some(value) => GeneralName::list(whole(value, tag::SEQUENCE, WHAT)?),
            None => Ok(Vec::new()),
        }
    }

    /// Whether the certificate of an OCSP responder is exempt from revocation checking (RFC 6960 §4.2.2.2.1).
    pub fn ocsp_nocheck(&self) -> bool {
        self.extension(&oids::OCSP_NOCHECK).is_some()
    }

    /// Whether nobody will say that it was revoked, since it lives too briefly: `noRevAvail` (RFC 9608), or short-term with assured
    /// validity (EN 319 412-1 §5.2.2). Never of an authority, whose certificate must not say so (RFC 9608 §2).
    pub fn is_short_term(&self) -> bool {
        let is_authority = self.basic_constraints().is_some_and(|constraints| constraints.ca);
        let says = |oid| self.extension(oid).is_some();
        !is_authority && [oids::NO_REV_AVAIL, oids::ASSURED_SHORT_TERM].iter().any(says)
    }

    /// Smart-ID document number, `PNOEE-40504040001-MOCK-Q`: the common name of the directoryName in the subject
    /// alternative name.
    pub fn document_number(&self) -> Option<String> {
        let names = self.listed(&oids::SUBJECT_ALT_NAME);
        let directory = names.iter().find(|name| name.tag == tag::constructed(4))?;
        Name::from_der(directory.value).common_name
    }

    /// Subject key identifier.
    pub fn subject_key_identifier(&self) -> Option<&[u8]> {
        let value = self.extension(&oids::SUBJECT_KEY_IDENTIFIER)?;
        Reader::new(value, "SubjectKeyIdentifier").expect(tag::OCTET_STRING).ok().map(|id| id.value)
    }

    /// Key identifier of the issuer, from the authority key identifier.
    pub fn authority_key_identifier(&self) -> Option<&[u8]> {
        let value = self.extension(&oids::AUTHORITY_KEY_IDENTIFIER)?;
        let mut fields = whole(value, tag::SEQUENCE, "AuthorityKeyIdentifier").ok()?;
        fields.optional(tag::context(0)).ok()?.map(|id| id.value)
    }

    fn listed(&self, oid: &ObjectIdentifier) -> Vec<Tlv<'_>> {
        self.extension(oid).and_then(|value| entries(value, "extension").ok()).unwrap_or_default()
    }

    fn access_urls(&self, method: &ObjectIdentifier) -> Vec<String> {
        let location = |access: &Tlv<'_>| {
            let mut fields = access.inside("AccessDescription");
            let found = fields.any().ok()?.oid("accessMethod").ok()?;
            url(&GeneralName::read(&fields.any().ok()?).ok()?).filter(|_| found == *method)
        };
        self.listed(&oids::AUTHORITY_INFO_ACCESS).iter().filter_map(location).collect()
    }
}

/// The text of a GeneralName that is a uniformResourceIdentifier.
fn url(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::Uri(text) => Some(String::from_utf8_lossy(text).into_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qualified_certificate_is_claimed_for_signatures_and_seals_of_the_union_only() {
        let web = ObjectIdentifier::new_unwrap("0.4.0.1862.1.6.3");
        let said = |compliance, types: &[ObjectIdentifier], countries: &[&str]| {
            let legislations = countries.iter().map(|country| (*country).to_owned()).collect();
            let statements =
                QcStatements { compliance, types: types.to_vec(), legislations, ..QcStatements::default() };
            statements.claim_qualified()
        };
        assert!(said(true, &[], &[]) && said(true, &[oids::QC_TYPE_ESIGN], &[]));
        assert!(said(true, &[web, oids::QC_TYPE_ESEAL], &[]));
        assert!(!said(false, &[oids::QC_TYPE_ESIGN], &[]) && !said(false, &[], &[]));
        assert!(!said(true, &[web], &[]) && !said(true, &[oids::QC_TYPE_ESIGN], &["CH"]));
    }
}
