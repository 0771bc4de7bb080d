//! Identification of the signing certificate (§5.2.3) and cryptographic verification (§5.2.7) of EN 319 102-1.

use ades::SignatureFacts;
use pki::Certificate;
use pki::cms::{SignedAttributes, SignedData, SignerInfo};

use crate::case::used;
use crate::cause::Cause;
use crate::checks::Checks;
use crate::policy::Level;
use crate::report::{Question, SubIndication};
use crate::standard::{Named, Reference};

const ISC: &str = "EN 319 102-1 §5.2.3";
const ESS: &str = "RFC 5035 §5.4";
const CV: &str = "EN 319 102-1 §5.2.7";

/// The signing certificate: the one in the signature that the signed attributes name. A certificate that merely
/// verifies the value is not enough, another may have been put in its place. Where the attributes name none, as those of
/// signatures that are no `AdES`, it is the one that the signature names by issuer and serial number, and `absent` says what that
/// is worth.
pub(crate) fn signing_certificate(
    checks: &mut Checks,
    cms: &SignedData,
    signer: &SignerInfo,
    absent: Level,
) -> Option<(Certificate, Named)> {
    let attributes = signer.signed_attributes.as_ref()?;
    match named(signer, cms).filter(|certificate| signer.names_exactly(certificate)) {
        Some(certificate) => {
            let detail = [
                ("subject", certificate.subject().to_string()),
                ("sha256", hex::encode(certificate.fingerprint())),
            ];
            if attributes.signing_certificate.is_empty() {
                let (cause, why) = (Cause::NoReference, SubIndication::SigConstraintsFailure);
                let detail = [detail.as_slice(), &[("cause", cause.to_string())]].concat();
                checks.constrained(Question::SigningCertificate, ISC, absent, why, &detail);
                checks.rests_on([used(&certificate)]);
                checks.because(&[cause]);
                return Some((certificate, Named::Absent));
            }
            checks.passed(Question::SigningCertificate, ISC, &detail);
            checks.rests_on([used(&certificate)]);
            if named_otherwise(attributes, &certificate) {
                let (cause, why) = (Cause::OtherIssuerSerial, SubIndication::NoSigningCertificateFound);
                let detail = [("cause", cause.to_string())];
                checks.constrained(Question::SigningCertificate, ESS, Level::Warn, why, &detail);
                checks.rests_on([used(&certificate)]);
                checks.because(&[cause]);
            }
            Some((certificate, Named::Yes))
        }
        None => {
            let why = SubIndication::NoSigningCertificateFound;
            checks.indeterminate(Question::SigningCertificate, ISC, why, &[]);
            None
        }
    }
}

/// Whether an `ESSCertID` of the certificate states the issuer or the serial number of another beside the digest, which is
/// what counts (RFC 5035 §5.4).
fn named_otherwise(attributes: &SignedAttributes, certificate: &Certificate) -> bool {
    let first = [attributes.signing_certificate.first(), attributes.signing_certificate_v1.first()];
    let stated = first.into_iter().flatten().filter_map(|named| named.issuer_serial.as_ref());
    stated.into_iter().any(|stated| !stated.matches(certificate))
}

/// The certificate that the first `ESSCertID` names (RFC 5035 §5.4); where there is none, the one that the signer names.
pub(crate) fn named(signer: &SignerInfo, cms: &SignedData) -> Option<Certificate> {
    let reference = signer.signed_attributes.as_ref()?.signing_certificate.first();
    let is_named = |certificate: &&Certificate| match reference {
        Some(reference) => reference.matches(certificate),
        None => signer.names_exactly(certificate),
    };
    cms.certificates.iter().find(is_named).cloned()
}

/// The rows on digest and value, and what they found as facts.
pub(crate) fn check(
    checks: &mut Checks,
    facts: &SignatureFacts,
    signer: &SignerInfo,
    certificate: Option<&Certificate>,
) -> Verified {
    let reference = message_digest(checks, facts, signer);
    let value = certificate.map(|certificate| value(checks, signer, certificate));
    let intact = matches!(value, Some(Ok(())));
    let unverified = value.and_then(Result::err).filter(pki::Error::is_unsupported);
    Verified { reference, intact, unverified: unverified.as_ref().map(Cause::from) }
}

/// What was found out about a signature value and what it signs.
pub(crate) struct Verified {
    pub reference: Reference,
    pub intact: bool,
    /// Why nothing was found out about the value, where its algorithm or key is one that we do not verify with.
    pub unverified: Option<Cause>,
}

fn message_digest(checks: &mut Checks, facts: &SignatureFacts, signer: &SignerInfo) -> Reference {
    let signed =
        signer.signed_attributes.as_ref().and_then(|attributes| attributes.message_digest.as_deref());
    let computed = signer.digest_algorithm.as_ref().ok().and_then(|algorithm| facts.digest(*algorithm));
    let unverified = signer.digest_algorithm.as_ref().err().filter(|error| error.is_unsupported());
    match (signed, computed) {
        (Some(signed), Some(computed)) if signed == computed => {
            let detail = [("digest", hex::encode(computed))];
            checks.passed(Question::MessageDigest, CV, &detail);
        }
        (signed, Some(computed)) => {
            let detail = [
                ("signed", signed.map(hex::encode).unwrap_or_else(|| "none".into())),
                ("computed", hex::encode(computed)),
            ];
            checks.failed(Question::MessageDigest, CV, SubIndication::HashFailure, &detail);
        }
        // The row on algorithms tells which.
        (_, None) if unverified.is_some() => checks.not_judged(Question::MessageDigest, CV),
        (_, None) => {
            let cause = facts.digests.as_ref().err().map(|cause| ("cause", cause.clone()));
            let why = SubIndication::SignedDataNotFound;
            checks.indeterminate(Question::MessageDigest, CV, why, cause.as_slice());
        }
    }
    let digest = match &signer.digest_algorithm {
        Ok(algorithm) => Some(algorithm.name()),
        Err(pki::Error::UnknownAlgorithm { oid }) => pki::unsupported_name(oid),
        Err(_) => None,
    };
    Reference {
        digest: digest.map(str::to_owned),
        found: computed.is_some() || unverified.is_some() && facts.digests.is_ok(),
        intact: signed.is_some() && signed == computed,
        spare: false,
        unverified: unverified.map(Cause::from),
    }
}

fn value(checks: &mut Checks, signer: &SignerInfo, certificate: &Certificate) -> Result<(), pki::Error> {
    let verified = verified(signer, certificate);
    match &verified {
        Ok(()) => checks.passed(Question::SignatureValue, CV, &[("algorithm", algorithm_name(signer))]),
        // The row on algorithms tells which.
        Err(error) if error.is_unsupported() => checks.not_judged(Question::SignatureValue, CV),
        Err(error) => {
            let detail = [("algorithm", algorithm_name(signer)), ("cause", error.to_string())];
            checks.failed(Question::SignatureValue, CV, SubIndication::SigCryptoFailure, &detail);
            checks.because(&[Cause::from(error)]);
        }
    }
    checks.rests_on([used(certificate)]);
    verified
}

/// The value over the signed attributes, whose digest algorithm has to be the one the signer announced, and whose algorithms
/// those that they protect (RFC 6211 §3).
fn verified(signer: &SignerInfo, certificate: &Certificate) -> Result<(), pki::Error> {
    let (algorithm, digest) = (signer.signature_algorithm.clone()?, signer.digest_algorithm.clone()?);
    let attributes =
        signer.signed_attributes.as_ref().ok_or(pki::Error::Missing { what: "signed attributes" })?;
    if algorithm.digest() != digest {
        return Err(pki::Error::DigestAlgorithmMismatch);
    }
    signer.protected()?;
    certificate.verify_message(&algorithm, &attributes.der, &signer.signature)
}

/// A signature algorithm, for people.
pub(crate) fn algorithm_name(signer: &SignerInfo) -> String {
    match &signer.signature_algorithm {
        Ok(algorithm) => algorithm.to_string(),
        Err(pki::Error::UnknownAlgorithm { oid }) => pki::unsupported_called(oid),
        Err(error) => error.to_string(),
    }
}
