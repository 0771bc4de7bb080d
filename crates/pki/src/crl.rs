//! Certificate revocation lists, RFC 5280 §5 and §6.3.
//!
//! Full lists by the issuer itself. Delta, indirect and reason-split lists are recognised and refused.

use std::ops::Range;

use const_oid::ObjectIdentifier;
use serde::{Deserialize, Serialize};

use crate::algorithm::SignatureAlgorithm;
use crate::asn1::read::{Reader, Tlv, shortest, unsigned, whole};
use crate::asn1::tag;
use crate::certificate::{Certificate, extension, names_match};
use crate::error::Error;
use crate::oids;
use crate::revocation::{Reason, Status};
use crate::time::Time;

/// Largest list read, in bytes. The largest in Baltic use has about 10 MB and 300 000 entries.
const SIZE: usize = 64 * 1024 * 1024;

const WHAT: &str = "CertificateList";

/// A CertificateList, read but not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crl {
    raw: Vec<u8>,
    tbs: Range<usize>,
    issuer: Range<usize>,
    entries: Range<usize>,
    signature: Range<usize>,
    signature_algorithm: Result<SignatureAlgorithm, Error>,
    this_update: Time,
    next_update: Option<Time>,
    number: Option<Vec<u8>>,
    expired_since: Option<Time>,
    scope: Scope,
    unknown_critical: Vec<ObjectIdentifier>,
}

/// IssuingDistributionPoint, RFC 5280 §5.2.5, and whether the list is a delta.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Scope {
    /// fullName: GeneralNames in DER.
    names: Vec<Vec<u8>>,
    only_users: bool,
    only_authorities: bool,
    refused: Option<&'static str>,
}

/// What a verified list says about one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Good or revoked.
    pub status: Status,
    /// When the list was true.
    pub this_update: Time,
    /// When the next one is due, if stated.
    pub next_update: Option<Time>,
    /// expiredCertsOnCRL: certificates expired since then are still listed (X.509 §9.5.2.8).
    pub expired_since: Option<Time>,
}

impl Crl {
    /// Reads a CertificateList in DER.
    pub fn parse(der: &[u8]) -> Result<Self, Error> {
        if der.len() > SIZE {
            return Err(Error::TooLarge { what: WHAT, limit: SIZE });
        }
        let within = |part: &[u8]| {
            let start = (part.as_ptr() as usize).saturating_sub(der.as_ptr() as usize);
            start..start + part.len()
        };
        let mut outer = whole(der, tag::SEQUENCE, WHAT)?;
        let tbs = outer.expect(tag::SEQUENCE)?;
        let outer_algorithm = outer.expect(tag::SEQUENCE)?;
        let signature = outer.expect(tag::BIT_STRING)?.octets(WHAT)?;
        outer.finish()?;

        let mut fields = tbs.inside("TBSCertList");
        // Version 2 is written as 1; version 1 is left out and has no extensions.
        let is_v2 =
            match fields.optional(tag::INTEGER)?.map(|version| version.number("version")).transpose()? {
                None => false,
                Some(1) => true,
                Some(_) => return Err(Error::malformed("version")),
            };
        let inner_algorithm = fields.expect(tag::SEQUENCE)?;
        let issuer = fields.expect(tag::SEQUENCE)?.raw;
        let this_update = fields.any()?.time("thisUpdate")?;
        let next_update = match fields.peek() {
            Some(tag::UTC_TIME | tag::GENERALIZED_TIME) => Some(fields.any()?.time("nextUpdate")?),
            _ => None,
        };
        let entries = fields.optional(tag::SEQUENCE)?.map_or(&[][..], |list| list.value);
        let extensions = fields.optional(tag::constructed(0))?;
        fields.finish()?;
        let unknown_critical = check_entries(entries, is_v2)?;
        if extensions.is_some() && !is_v2 {
            return Err(Error::malformed("crlExtensions"));
        }

        let signature_algorithm = if outer_algorithm.raw == inner_algorithm.raw {
            SignatureAlgorithm::from_der(outer_algorithm.raw, None)
        } else {
            Err(Error::malformed("signatureAlgorithm"))
        };
        let mut crl = Crl {
            tbs: within(tbs.raw),
            issuer: within(issuer),
            entries: within(entries),
            signature: within(signature),
            signature_algorithm,
            this_update,
            next_update,
            number: None,
            expired_since: None,
            scope: Scope::default(),
            unknown_critical,
            raw: der.to_vec(),
        };
        if let Some(extensions) = extensions {
            crl.extensions(whole(extensions.value, tag::SEQUENCE, "crlExtensions")?)?;
        }
        Ok(crl)
    }

    fn extensions(&mut self, mut list: Reader<'_>) -> Result<(), Error> {
        while !list.is_empty() {
            let (oid, critical, value) = extension(&mut list)?;
            match oid {
                oids::CRL_NUMBER => {
                    let number = Reader::new(value, "cRLNumber").expect(tag::INTEGER)?;
                    self.number = Some(unsigned(number.value).to_vec());
                }
                oids::ISSUING_DISTRIBUTION_POINT => self.scope.read(value)?,
                oids::DELTA_CRL_INDICATOR => self.scope.refused = Some("delta CRL"),
                oids::EXPIRED_CERTS_ON_CRL => {
                    self.expired_since =
                        Reader::new(value, "expiredCertsOnCRL").any()?.time("expiredCertsOnCRL").ok();
                }
                oids::AUTHORITY_KEY_IDENTIFIER => {}
                oid if critical => self.unknown_critical.push(oid),
                _ => {}
            }
        }
        Ok(())
    }

    fn slice(&self, range: &Range<usize>) -> &[u8] {
        self.raw.get(range.clone()).unwrap_or(&[])
    }

    /// The whole list as it was given.
    pub fn der(&self) -> &[u8] {
        &self.raw
    }

    /// Issuer Name in DER.
    pub fn issuer_der(&self) -> &[u8] {
        self.slice(&self.issuer)
    }

    /// When the list was true.
    pub fn this_update(&self) -> Time {
        self.this_update
    }

    /// When the next one is due, if stated.
    pub fn next_update(&self) -> Option<Time> {
        self.next_update
    }

    /// cRLNumber, big-endian digits without leading zeros.
    pub fn number(&self) -> Option<&[u8]> {
        self.number.as_deref()
    }

    /// How the list is signed; an error when the algorithm is unknown or stated in two ways.
    pub fn signature_algorithm(&self) -> Result<SignatureAlgorithm, Error> {
        self.signature_algorithm.clone()
    }

    /// Verifies the list as one of `issuer` that covers `certificate`, and looks the certificate up.
    ///
    /// Checked: issuer's name, its key usage cRLSign, the signature, unknown critical extensions, the scope of the list.
    /// Not checked: the issuer's own path, and whether the list is fresh enough; that depends on the time of interest.
    pub fn verify_for(&self, certificate: &Certificate, issuer: &Certificate) -> Result<Verified, Error> {
        if !names_match(self.issuer_der(), issuer.subject_der())
            || !names_match(certificate.issuer_der(), issuer.subject_der())
        {
            return Err(Error::NameMismatch);
        }
        if issuer.key_usage().is_some_and(|usage| !usage.crl_sign) {
            return Err(Error::SignerUnauthorised { what: "cRLSign" });
        }
        if let Some(oid) = self.unknown_critical.first() {
            return Err(Error::UnknownCriticalExtension { oid: *oid });
        }
        self.scope.covers(certificate)?;
        let algorithm = self.signature_algorithm()?;
        issuer.verify_message(&algorithm, self.slice(&self.tbs), self.slice(&self.signature))?;
        let status = self.find(certificate.serial())?;
        let Crl { this_update, next_update, expired_since, .. } = *self;
        Ok(Verified { status, this_update, next_update, expired_since })
    }

    /// One pass over the entries; the list is bounded by its size.
    fn find(&self, serial: &[u8]) -> Result<Status, Error> {
        let mut entries = Reader::new(self.slice(&self.entries), ENTRY);
        while !entries.is_empty() {
            let mut entry = entries.inside(tag::SEQUENCE, ENTRY)?;
            if shortest(entry.expect(tag::INTEGER)?.value) == shortest(serial) {
                let revocation = revocation(entry)?;
                return Ok(Status::Revoked { at: revocation.at, reason: revocation.reason });
            }
        }
        Ok(Status::Good)
    }
}

/// RFC 5280 §5.3: an entry with a critical extension we do not know makes the whole list unusable.
fn check_entries(entries: &[u8], is_v2: bool) -> Result<Vec<ObjectIdentifier>, Error> {
    let mut unknown = Vec::new();
    let mut entries = Reader::new(entries, ENTRY);
    while !entries.is_empty() {
        let mut entry = entries.inside(tag::SEQUENCE, ENTRY)?;
        entry.expect(tag::INTEGER)?;
        let revocation = revocation(entry)?;
        if revocation.has_extensions && !is_v2 {
            return Err(Error::malformed("crlEntryExtensions"));
        }
        if unknown.is_empty() {
            unknown.extend(revocation.unknown_critical);
        }
    }
    Ok(unknown)
}

const ENTRY: &str = "revokedCertificates";

struct Revocation {
    at: Time,
    reason: Option<Reason>,
    has_extensions: bool,
    unknown_critical: Option<ObjectIdentifier>,
}

/// What follows the serial number in an entry.
fn revocation(mut entry: Reader<'_>) -> Result<Revocation, Error> {
    let at = entry.any()?.time("revocationDate")?;
    let mut found = Revocation { at, reason: None, has_extensions: false, unknown_critical: None };
    if let Some(list) = entry.optional(tag::SEQUENCE)? {
        found.has_extensions = true;
        let mut list = list.inside("crlEntryExtensions");
        while !list.is_empty() {
            let (oid, critical, value) = extension(&mut list)?;
            match oid {
                oids::CRL_REASON => found.reason = Some(reason_code(value)?),
                oids::INVALIDITY_DATE => {}
                oid if critical => found.unknown_critical = Some(oid),
                _ => {}
            }
        }
    }
    entry.finish()?;
    Ok(found)
}

/// CRLReason in an extension value.
pub(crate) fn reason_code(value: &[u8]) -> Result<Reason, Error> {
    let number = Reader::new(value, "CRLReason").expect(tag::ENUMERATED)?.number("CRLReason")?;
    u8::try_from(number).map(Reason::from_number).map_err(|_| Error::malformed("CRLReason"))
}

impl Scope {
    fn read(&mut self, value: &[u8]) -> Result<(), Error> {
        const WHAT: &str = "IssuingDistributionPoint";
        let mut fields = whole(value, tag::SEQUENCE, WHAT)?;
        if let Some(point) = fields.optional(tag::constructed(0))? {
            let mut point = point.inside(WHAT);
            match point.optional(tag::constructed(0))? {
                Some(names) => self.full_name(names.inside(WHAT))?,
                None => {
                    point.any()?;
                    self.refused = Some("nameRelativeToCRLIssuer");
                }
            }
            point.finish()?;
        }
        while !fields.is_empty() {
            let field: Tlv<'_> = fields.any()?;
            let set = field.tag == tag::context(3) || field.boolean(WHAT)?;
            match field.tag & 0x1f {
                1 => self.only_users = set,
                2 => self.only_authorities = set,
                3 => self.refused = Some("onlySomeReasons"),
                4 if set => self.refused = Some("indirectCRL"),
                5 if set => self.refused = Some("onlyContainsAttributeCerts"),
                4 | 5 => {}
                _ => return Err(Error::malformed(WHAT)),
            }
        }
        Ok(())
    }

    fn full_name(&mut self, mut names: Reader<'_>) -> Result<(), Error> {
        while !names.is_empty() {
            self.names.push(names.any()?.raw.to_vec());
        }
        match self.names.is_empty() {
            true => Err(names.error()),
            false => Ok(()),
        }
    }

    /// RFC 5280 §6.3.3 (b).
    fn covers(&self, certificate: &Certificate) -> Result<(), Error> {
        let is_authority = certificate.basic_constraints().is_some_and(|constraints| constraints.ca);
        let points = certificate.distribution_points();
        let is_ours = |name: &&[u8]| self.names.iter().any(|ours| ours == name);
        let what = match self {
            Scope { refused: Some(what), .. } => what,
            Scope { only_users: true, .. } if is_authority => "onlyContainsUserCerts",
            Scope { only_authorities: true, .. } if !is_authority => "onlyContainsCACerts",
            // Every point is served by somebody else: an indirect CRL.
            _ if !points.is_empty() && points.iter().all(|point| point.has_issuer) => "cRLIssuer",
            Scope { names, .. } if names.is_empty() => return Ok(()),
            _ if points.iter().any(|point| point.names.iter().any(is_ours)) => return Ok(()),
            _ => "distributionPoint",
        };
        Err(Error::CrlScope { what })
    }
}
