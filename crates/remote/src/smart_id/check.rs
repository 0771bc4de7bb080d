//! What the relying party must verify, RP API v3 "Response verification", but for certificate path and revocation.

use pki::{Certificate, ObjectIdentifier, SignatureAlgorithm};

use crate::error::Error;
use crate::masked::masked;

use super::identifier::{DocumentNumber, PersonIdentifier};
use super::interaction::Interactions;
use super::relying_party::CertificateLevel;
use super::scheme;
use super::signature::SignatureResult;
use super::status::FlowType;

/// What a signature was asked for.
#[derive(Clone, Copy, Debug)]
pub struct ToCheck<'a> {
    /// The certificate that the signed attributes refer to.
    pub certificate: &'a Certificate,
    /// The account that was asked.
    pub document_number: &'a DocumentNumber,
    /// The digest that was sent.
    pub digest: &'a [u8],
    /// The algorithm that was asked for.
    pub algorithm: &'a SignatureAlgorithm,
    /// The level that was asked for.
    pub level: CertificateLevel,
    /// The screens that were offered.
    pub interactions: &'a Interactions,
    /// The ways that were offered to the person: [`FlowType::Notification`], and after a scanned code also
    /// [`FlowType::Qr`] (the documentation does not say which of the two a linked session reports).
    pub flows: &'a [FlowType],
}

/// Whether a signature is the one that was asked for: same certificate, account, level, algorithm with all its
/// parameters, way, screen; and the value verifies.
///
/// # Errors
/// [`Error::CertificateMismatch`], [`Error::WrongDocument`], [`Error::LevelTooLow`], [`Error::WeakParameters`],
/// [`Error::UnexpectedFlow`], [`Error::UnexpectedInteraction`], [`Error::SignatureInvalid`].
pub fn check_signature(result: &SignatureResult, expected: &ToCheck<'_>) -> Result<(), Error> {
    // The signed attributes name this certificate by hash: a signature by another key of the same person is worthless.
    if result.certificate.der() != expected.certificate.der() {
        return Err(Error::CertificateMismatch);
    }
    same_account(&result.document_number, expected.document_number)?;
    if !result.level.is_enough_for(expected.level) {
        return Err(Error::LevelTooLow {
            requested: expected.level.name(),
            found: result.level.name().to_owned(),
        });
    }
    scheme::same(expected.algorithm, &result.algorithm)?;
    if !expected.flows.contains(&result.flow_type) {
        return Err(Error::UnexpectedFlow { found: result.flow_type.name().to_owned() });
    }
    match result.interaction_type.as_deref() {
        Some(screen) if expected.interactions.offers(screen) => {}
        screen => {
            let found = screen.unwrap_or_default().chars().take(64).collect();
            return Err(Error::UnexpectedInteraction { found });
        }
    }
    let verified = result.certificate.verify_digest(&result.algorithm, expected.digest, &result.value);
    verified.map_err(|_| Error::SignatureInvalid)
}

/// Smart-ID qualified, and qualified certificate in a qualified device (QCP-n-qscd, ETSI EN 319 411-2 §5.3).
const QUALIFIED: [(&str, &str); 2] =
    [("1.3.6.1.4.1.10015.17.2", SMART_ID_Q), ("0.4.0.194112.1.2", QCP_N_QSCD)];
/// Smart-ID not qualified, and normalised certificate policy (NCP, ETSI EN 319 411-1 §5.3).
const ADVANCED: [(&str, &str); 2] = [("1.3.6.1.4.1.10015.17.1", SMART_ID_NQ), ("0.4.0.2042.1.1", NCP)];
const SMART_ID_Q: &str = "policy 1.3.6.1.4.1.10015.17.2";
const QCP_N_QSCD: &str = "policy 0.4.0.194112.1.2";
const SMART_ID_NQ: &str = "policy 1.3.6.1.4.1.10015.17.1";
const NCP: &str = "policy 0.4.0.2042.1.1";
/// id-etsi-qct-esign, ETSI EN 319 412-5 §4.2.3.
const ESIGN: &str = "0.4.0.1862.1.6.1";

/// Whether a certificate is a Smart-ID signing certificate of a level, of the expected person.
///
/// Signing: key usage non-repudiation. Qualified: both policies of the Smart-ID profile, QcCompliance, QcSSCD, QcType
/// esign. Not qualified: both policies of that profile, or those of the qualified one.
///
/// # Errors
/// [`Error::NotForSigning`], [`Error::ProfileMismatch`], [`Error::WrongPerson`].
pub fn check_certificate_profile(
    certificate: &Certificate,
    level: CertificateLevel,
    person: Option<&PersonIdentifier>,
) -> Result<(), Error> {
    if !certificate.key_usage().is_some_and(|usage| usage.non_repudiation) {
        return Err(Error::NotForSigning);
    }
    match (level, qualified(certificate)) {
        (_, Ok(())) => {}
        (CertificateLevel::Advanced, Err(_)) => has_policies(certificate, ADVANCED)?,
        (CertificateLevel::Qualified | CertificateLevel::Qscd, Err(error)) => return Err(error),
    }
    // The code is taken from serialNumber; what stands in the common name is for people.
    let found = certificate.subject().serial_number.unwrap_or_default();
    match person {
        Some(person) if person.as_str() != found => {
            let found: String = found.chars().take(64).collect();
            Err(Error::WrongPerson { expected: masked(person.as_str()), found: masked(&found) })
        }
        _ => Ok(()),
    }
}

/// Whether an account is the one that was asked, if one was, and of the person in the certificate: a document number begins with
/// that person's identifier. Asking another account would ring somebody else's phone.
///
/// # Errors
/// [`Error::WrongDocument`], [`Error::AccountMismatch`].
pub fn check_account(
    certificate: &Certificate,
    account: &DocumentNumber,
    asked: Option<&DocumentNumber>,
) -> Result<(), Error> {
    asked.map_or(Ok(()), |asked| same_account(account, asked))?;
    let person = certificate.subject().serial_number.unwrap_or_default();
    let of_person = account.as_str().strip_prefix(person.as_str()).is_some_and(|rest| rest.starts_with('-'));
    if of_person && !person.is_empty() {
        return Ok(());
    }
    let person: String = person.chars().take(64).collect();
    Err(Error::AccountMismatch { certificate: masked(&person), account: masked(account.as_str()) })
}

fn same_account(found: &DocumentNumber, expected: &DocumentNumber) -> Result<(), Error> {
    if found == expected {
        return Ok(());
    }
    let [expected, found] = [expected, found].map(|number| masked(number.as_str()));
    Err(Error::WrongDocument { expected, found })
}

fn qualified(certificate: &Certificate) -> Result<(), Error> {
    has_policies(certificate, QUALIFIED)?;
    let statements = certificate.qc_statements();
    let esign = statements.types.iter().any(|kind| is(kind, ESIGN));
    let wanted =
        [(statements.compliance, "QcCompliance"), (statements.sscd, "QcSSCD"), (esign, "QcType esign")];
    match wanted.into_iter().find(|(there, _)| !there) {
        Some((_, missing)) => Err(Error::ProfileMismatch { missing }),
        None => Ok(()),
    }
}

fn has_policies(certificate: &Certificate, wanted: [(&'static str, &'static str); 2]) -> Result<(), Error> {
    let found = certificate.policies();
    match wanted.into_iter().find(|(oid, _)| !found.iter().any(|one| is(one, oid))) {
        Some((_, missing)) => Err(Error::ProfileMismatch { missing }),
        None => Ok(()),
    }
}

fn is(oid: &ObjectIdentifier, text: &str) -> bool {
    ObjectIdentifier::new(text).is_ok_and(|wanted| wanted == *oid)
}
