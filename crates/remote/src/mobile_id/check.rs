//! Whether what came back is what was asked for. Certificate path and revocation are judged elsewhere: the service does
//! not ask about revocation for anybody (API 5.1).

use pki::{Certificate, DigestAlgorithm, SignatureAlgorithm};

use crate::error::Error;
use crate::masked::masked;

use super::phone_number::Subscriber;
use super::status::{KeyKind, SignatureAnswer};

/// The algorithm in which the key of a certificate signs a digest on a SIM card: ECDSA, or RSASSA-PKCS1-v1_5.
///
/// # Errors
/// [`Error::Algorithm`] for keys of another kind.
pub fn algorithm_for(
    certificate: &Certificate,
    digest: DigestAlgorithm,
) -> Result<SignatureAlgorithm, Error> {
    let key = certificate.public_key();
    match key.curve() {
        Some(_) => Ok(SignatureAlgorithm::Ecdsa(digest)),
        None if key.is_rsa() => Ok(SignatureAlgorithm::RsaPkcs1(digest)),
        None => Err(Error::Algorithm { detail: "neither an elliptic curve nor RSA".to_owned() }),
    }
}

/// Whether a certificate is a qualified signing certificate of a subscriber: key usage non-repudiation, QcCompliance, and
/// the personal code as `serialNumber`, which older certificates have bare and newer ones in the form of ETSI
/// EN 319 412-1.
///
/// # Errors
/// [`Error::NotForSigning`], [`Error::ProfileMismatch`], [`Error::WrongPerson`].
pub fn check_certificate_profile(certificate: &Certificate, subscriber: &Subscriber) -> Result<(), Error> {
    if !certificate.key_usage().is_some_and(|usage| usage.non_repudiation) {
        return Err(Error::NotForSigning);
    }
    if !certificate.qc_statements().compliance {
        return Err(Error::ProfileMismatch { missing: "QcCompliance" });
    }
    let found = certificate.subject().serial_number.unwrap_or_default();
    let person = &subscriber.person;
    if found == person.as_str() || found == person.code() {
        return Ok(());
    }
    let found: String = found.chars().take(64).collect();
    Err(Error::WrongPerson { expected: masked(person.as_str()), found: masked(&found) })
}

impl SignatureAnswer {
    /// The value in the form that signatures carry (by an elliptic curve a DER SEQUENCE of r and s), when it was made as
    /// ordered and verifies over the digest with the key of the certificate.
    ///
    /// # Errors
    /// [`Error::WeakParameters`] for another algorithm, [`Error::SignatureInvalid`].
    pub fn checked(
        &self,
        certificate: &Certificate,
        algorithm: &SignatureAlgorithm,
        digest: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let stated = match self.kind {
            KeyKind::Elliptic => SignatureAlgorithm::Ecdsa(self.digest),
            KeyKind::Rsa => SignatureAlgorithm::RsaPkcs1(self.digest),
        };
        if stated != *algorithm {
            let (expected, found) = (algorithm.to_string(), stated.to_string());
            return Err(Error::WeakParameters { parameter: "signature.algorithm", expected, found });
        }
        let value = match certificate.public_key().curve() {
            Some(curve) => curve.der_of_plain(&self.value).map_err(|_| Error::SignatureInvalid)?,
            None => self.value.clone(),
        };
        match certificate.verify_digest(algorithm, digest, &value) {
            Ok(()) => Ok(value),
            Err(_) => Err(Error::SignatureInvalid),
        }
    }
}
