use const_oid::ObjectIdentifier;

use crate::asn1::read::{Reader, shortest, whole};
use crate::asn1::tag;
use crate::certificate::{GeneralName, extension, names_match};
use crate::error::Error;
use crate::oids;
use crate::revocation::Reason;
use crate::time::Time;

/// RFC 5280 §5.3: an entry with a critical extension we do not know makes the whole list unusable.
pub(super) fn check(entries: &[u8], is_v2: bool) -> Result<Checked, Error> {
    let mut checked = Checked { unknown_critical: None, names_issuers: false };
    let mut entries = Reader::new(entries, ENTRY);
    while !entries.is_empty() {
        let mut entry = entries.inside(tag::SEQUENCE, ENTRY)?;
        entry.expect(tag::INTEGER)?;
        let revocation = revocation(entry)?;
        if revocation.has_extensions && !is_v2 {
            return Err(Error::malformed("crlEntryExtensions"));
        }
        checked.unknown_critical = checked.unknown_critical.or(revocation.unknown_critical);
        checked.names_issuers |= revocation.issuer.is_some();
    }
    Ok(checked)
}

/// What was met among the entries of a list.
pub(super) struct Checked {
    pub unknown_critical: Option<ObjectIdentifier>,
    /// Whether an entry is about a certificate of another issuer, as in an indirect list.
    pub names_issuers: bool,
}

/// What is said of the certificate with this issuer and serial number; of several entries the worst of all. One pass, nothing
/// kept: the list is bounded by its size. Entries are about certificates of `list_issuer` until one names another issuer (§5.3.3).
pub(super) fn find(
    entries: &[u8],
    list_issuer: &[u8],
    issuer: &[u8],
    serial: &[u8],
) -> Result<Option<(Time, Option<Reason>)>, Error> {
    let ours = |named: Option<&[u8]>| -> Result<bool, Error> {
        match named {
            None => Ok(names_match(list_issuer, issuer)),
            Some(value) => {
                let names = GeneralName::list(whole(value, tag::SEQUENCE, "certificateIssuer")?)?;
                Ok(names.iter().any(|name| name.is(&GeneralName::Directory(issuer))))
            }
        }
    };
    let serial = shortest(serial);
    let (mut named, mut worst) = (None, None);
    let mut entries = Reader::new(entries, ENTRY);
    while !entries.is_empty() {
        let mut entry = entries.inside(tag::SEQUENCE, ENTRY)?;
        let found = shortest(entry.expect(tag::INTEGER)?.value);
        let revocation = revocation(entry)?;
        named = revocation.issuer.or(named);
        if found == serial && ours(named)? {
            let entry = (revocation.at, revocation.reason);
            worst = Some(worst.map_or(entry, |other| worse(other, entry)));
        }
    }
    Ok(worst)
}

/// Two entries about one certificate as one: revoked since the first moment that they say, for the gravest reason. Who is taken
/// off the list by one and put on it by the other is on it.
fn worse(one: (Time, Option<Reason>), other: (Time, Option<Reason>)) -> (Time, Option<Reason>) {
    let grave = |reason: Option<Reason>| match reason {
        Some(Reason::RemoveFromCrl) => 0,
        Some(Reason::CertificateHold) => 1,
        reason if Reason::is_orderly(reason) => 2,
        Some(Reason::KeyCompromise | Reason::CaCompromise) => 4,
        _ => 3,
    };
    let (less, more) = if grave(one.1) > grave(other.1) { (other, one) } else { (one, other) };
    match less.1 {
        Some(Reason::RemoveFromCrl) => more,
        _ => (less.0.min(more.0), more.1),
    }
}

const ENTRY: &str = "revokedCertificates";

struct Revocation<'a> {
    at: Time,
    reason: Option<Reason>,
    has_extensions: bool,
    unknown_critical: Option<ObjectIdentifier>,
    /// Value of certificateIssuer.
    issuer: Option<&'a [u8]>,
}

/// What follows the serial number in an entry.
fn revocation<'a>(mut entry: Reader<'a>) -> Result<Revocation<'a>, Error> {
    let at = entry.any()?.time("revocationDate")?;
    let mut found =
        Revocation { at, reason: None, has_extensions: false, unknown_critical: None, issuer: None };
    if let Some(list) = entry.optional(tag::SEQUENCE)? {
        found.has_extensions = true;
        let mut list = list.inside("crlEntryExtensions");
        while !list.is_empty() {
            let (oid, critical, value) = extension(&mut list)?;
            match oid {
                oids::CRL_REASON => found.reason = Some(reason_code(value)?),
                oids::INVALIDITY_DATE => {}
                oids::CERTIFICATE_ISSUER => found.issuer = Some(value),
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
