use std::ops::Range;

use const_oid::ObjectIdentifier;

use super::scope::Scope;
use super::{Verified, entries};
use crate::algorithm::SignatureAlgorithm;
use crate::asn1::read::{Reader, Signed, place, unsigned, whole};
use crate::asn1::tag;
use crate::certificate::{Certificate, Reasons, extension, names_match};
use crate::error::Error;
use crate::oids;
use crate::revocation::{Reason, Status};
use crate::time::Time;
use crate::verify::Digest;

/// Largest list read, in bytes. The largest in Baltic use has about 10 MB and 300 000 entries.
const SIZE: usize = 64 * 1024 * 1024;

const WHAT: &str = "CertificateList";

/// A CertificateList, read but not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crl {
    raw: Vec<u8>,
    tbs: Range<usize>,
    tbs_digest: Digest,
    issuer: Range<usize>,
    entries: Range<usize>,
    signature: Range<usize>,
    signature_algorithm: Result<SignatureAlgorithm, Error>,
    this_update: Time,
    next_update: Option<Time>,
    number: Option<Vec<u8>>,
    /// BaseCRLNumber of a delta list.
    base_number: Option<Vec<u8>>,
    /// Value of issuingDistributionPoint.
    distribution_point: Option<Range<usize>>,
    authority_key: Option<Range<usize>>,
    expired_since: Option<Time>,
    unknown_critical: Vec<ObjectIdentifier>,
    /// revokedCertificates stands there, and has nothing in it.
    has_empty_list: bool,
}

impl Crl {
    /// Reads a CertificateList in DER.
    ///
    /// One slip of form that authorities make is read, and told by [`Crl::flaw`]; see there why.
    pub fn parse(der: &[u8]) -> Result<Self, Error> {
        if der.len() > SIZE {
            return Err(Error::TooLarge { what: WHAT, limit: SIZE });
        }
        let within = |part: &[u8]| place(der, part);
        let Signed { tbs, algorithm: outer_algorithm, signature } = Signed::read(der, WHAT)?;

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
        let entries = fields.optional(tag::SEQUENCE)?.map(|list| list.value);
        let has_empty_list = entries.is_some_and(<[u8]>::is_empty);
        let entries = entries.unwrap_or(&[]);
        let extensions = fields.optional(tag::constructed(0))?;
        fields.finish()?;
        let checked = entries::check(entries, is_v2)?;
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
            tbs_digest: Digest::default(),
            issuer: within(issuer),
            entries: within(entries),
            signature: within(signature),
            signature_algorithm,
            this_update,
            next_update,
            number: None,
            base_number: None,
            distribution_point: None,
            authority_key: None,
            expired_since: None,
            unknown_critical: checked.unknown_critical.into_iter().collect(),
            has_empty_list,
            raw: der.to_vec(),
        };
        if let Some(extensions) = extensions {
            crl.extensions(whole(extensions.value, tag::SEQUENCE, "crlExtensions")?, within)?;
        }
        if !crl.scope()?.indirect && checked.names_issuers {
            crl.unknown_critical.push(oids::CERTIFICATE_ISSUER);
        }
        Ok(crl)
    }

    fn extensions(
        &mut self,
        mut list: Reader<'_>,
        within: impl Fn(&[u8]) -> Range<usize>,
    ) -> Result<(), Error> {
        let number = |value, what| -> Result<Vec<u8>, Error> {
            let number = Reader::new(value, what).expect(tag::INTEGER)?;
            Ok(unsigned(number.value).to_vec())
        };
        while !list.is_empty() {
            let (oid, critical, value) = extension(&mut list)?;
            match oid {
                oids::CRL_NUMBER => self.number = Some(number(value, "cRLNumber")?),
                oids::DELTA_CRL_INDICATOR => self.base_number = Some(number(value, "BaseCRLNumber")?),
                oids::ISSUING_DISTRIBUTION_POINT => self.distribution_point = Some(within(value)),
                oids::EXPIRED_CERTS_ON_CRL => {
                    self.expired_since =
                        Reader::new(value, "expiredCertsOnCRL").any()?.time("expiredCertsOnCRL").ok();
                }
                oids::AUTHORITY_KEY_IDENTIFIER => self.authority_key = Some(within(value)),
                oids::FRESHEST_CRL => {}
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

    /// What the list does against its own standard though it can be read in one way only: an empty revokedCertificates, which
    /// "MUST be absent" when there is nothing to list (RFC 5280 §5.1.2.6).
    ///
    /// It says what it would say without: nobody is listed, under the same signature. OpenSSL, BouncyCastle (under
    /// EU DSS) and pyHanko believe such lists, BoringSSL does not. So it is read, and whoever asks how strict to be decides:
    /// for signatures that is the policy.
    pub fn flaw(&self) -> Option<&'static str> {
        self.has_empty_list.then_some("empty revokedCertificates")
    }

    /// Whether this list only tells what changed since another (§5.2.4).
    pub fn is_delta(&self) -> bool {
        self.base_number.is_some()
    }

    /// Verifies the list as one of `issuer`, which by itself says all there is to say about `certificate`, and looks the
    /// certificate up. [`super::Lists`] is for lists that complete one another and for those of other signers.
    ///
    /// Checked: issuer's name, its key usage cRLSign, the signature, unknown critical extensions, the scope of the list.
    /// Not checked: the issuer's own path, and whether the list is fresh enough; that depends on the time of interest.
    pub fn verify_for(&self, certificate: &Certificate, issuer: &Certificate) -> Result<Verified, Error> {
        if !names_match(self.issuer_der(), issuer.subject_der())
            || !names_match(certificate.issuer_der(), issuer.subject_der())
        {
            return Err(Error::NameMismatch);
        }
        let reasons = self.reasons_for(certificate)?;
        self.is_signed_by(issuer)?;
        if self.is_delta() {
            return Err(Error::CrlScope { what: "delta CRL" });
        }
        if reasons != Reasons::ALL {
            return Err(Error::CrlScope { what: "onlySomeReasons" });
        }
        let entry = self.entry(certificate)?;
        let status = entry.map_or(Status::Good, |(at, reason)| Status::Revoked { at, reason });
        let Crl { this_update, next_update, expired_since, .. } = *self;
        let conforms = self.flaw().is_none();
        Ok(Verified { status, this_update, next_update, expired_since, conforms })
    }

    /// Whether the list is signed by the owner of `signer`: the name is that of the list's issuer, the key verifies, and may
    /// (cRLSign). Whether that is somebody to be listened to is another matter.
    pub fn is_signed_by(&self, signer: &Certificate) -> Result<(), Error> {
        if !names_match(self.issuer_der(), signer.subject_der()) {
            return Err(Error::NameMismatch);
        }
        if signer.key_usage().is_some_and(|usage| !usage.crl_sign) {
            return Err(Error::SignerUnauthorised { what: "cRLSign" });
        }
        let algorithm = self.signature_algorithm()?;
        let hashed = (self.slice(&self.tbs), &self.tbs_digest);
        signer.verify_hashed(&algorithm, hashed, self.slice(&self.signature))
    }

    /// Whether `certificate` is in the scope of the list, for some reasons at least (RFC 5280 §6.3.3 (b)).
    pub fn covers(&self, certificate: &Certificate) -> Result<(), Error> {
        self.reasons_for(certificate).map(|_| ())
    }

    /// The reasons for which this list speaks about `certificate`; never none.
    pub(super) fn reasons_for(&self, certificate: &Certificate) -> Result<Reasons, Error> {
        if let Some(oid) = self.unknown_critical.first() {
            return Err(Error::UnknownCriticalExtension { oid: *oid });
        }
        self.scope()?.reasons_for(certificate, self.issuer_der())
    }

    /// The entry about `certificate`: since when it is revoked, and why.
    pub(super) fn entry(&self, certificate: &Certificate) -> Result<Option<(Time, Option<Reason>)>, Error> {
        let entries = self.slice(&self.entries);
        entries::find(entries, self.issuer_der(), certificate.issuer_der(), certificate.serial())
    }

    pub(super) fn scope(&self) -> Result<Scope<'_>, Error> {
        match &self.distribution_point {
            Some(value) => Scope::read(self.slice(value)),
            None => Ok(Scope::default()),
        }
    }

    pub(super) fn expired_since(&self) -> Option<Time> {
        self.expired_since
    }

    /// Whether this delta list completes `base`, §5.2.4 and §6.3.3 (c): the same issuer, scope and key, made after it, over
    /// a base that is not newer.
    pub(super) fn completes(&self, base: &Crl) -> bool {
        let part = |crl: &'_ Crl, range: &Option<Range<usize>>| {
            range.as_ref().map(|range| crl.slice(range).to_vec())
        };
        let (Some(base_number), Some(number), Some(theirs)) = (&self.base_number, &self.number, &base.number)
        else {
            return false;
        };
        !base.is_delta()
            && names_match(self.issuer_der(), base.issuer_der())
            && part(self, &self.distribution_point) == part(base, &base.distribution_point)
            && part(self, &self.authority_key) == part(base, &base.authority_key)
            && !is_less(theirs, base_number)
            && is_less(theirs, number)
    }

    /// Whether this list has the higher number.
    pub(super) fn is_newer_than(&self, other: &Crl) -> bool {
        match (&self.number, &other.number) {
            (Some(ours), Some(theirs)) => is_less(theirs, ours),
            _ => self.this_update > other.this_update,
        }
    }
}

/// Whether one number without leading zeros is less than another.
fn is_less(a: &[u8], b: &[u8]) -> bool {
    (a.len(), a) < (b.len(), b)
}
