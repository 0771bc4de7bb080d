//! `signAlgo`, and whether what came back is what was asked for.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{Certificate, DigestAlgorithm, PssParameters, SignatureAlgorithm};
use serde::Serialize;

use crate::error::Error;

use super::credential::Credential;
use super::info::Info;

const RSA_ENCRYPTION: &str = "1.2.840.113549.1.1.1";
const RSASSA_PSS: &str = "1.2.840.113549.1.1.10";
const EC_PUBLIC_KEY: &str = "1.2.840.10045.2.1";
/// RSA PKCS#1 and ECDSA with the hashes that may be used (RFC 8017 §A.2.4, RFC 5758 §3.2).
const COMBINED: [(DigestAlgorithm, &str, &str); 3] = [
    (DigestAlgorithm::Sha256, "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"),
    (DigestAlgorithm::Sha384, "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"),
    (DigestAlgorithm::Sha512, "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4"),
];

/// How an algorithm is named in a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Named {
    sign_algo: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign_algo_params: Option<String>,
    #[serde(rename = "hashAlgorithmOID")]
    hash: String,
}

/// Says, before anybody is let in, whether there is a `signAlgo` for a digest of this kind.
///
/// # Errors
/// [`Error::Algorithm`].
pub fn can_sign(digest: DigestAlgorithm) -> Result<(), Error> {
    let known = COMBINED.iter().any(|(hash, ..)| *hash == digest);
    if known { Ok(()) } else { Err(Error::Algorithm { detail: digest.name().to_owned() }) }
}

/// All names under which an algorithm may be listed: its own, and that of its kind with any digest.
pub(crate) fn names(algorithm: &SignatureAlgorithm) -> Vec<&'static str> {
    let combined = COMBINED.iter().find(|(hash, ..)| *hash == algorithm.digest());
    match (algorithm, combined) {
        (SignatureAlgorithm::Ecdsa(_), Some((_, _, ecdsa))) => vec![*ecdsa, EC_PUBLIC_KEY],
        (SignatureAlgorithm::RsaPkcs1(_), Some((_, rsa, _))) => vec![*rsa, RSA_ENCRYPTION],
        (SignatureAlgorithm::RsaPss(_), Some(_)) => vec![RSASSA_PSS],
        _ => Vec::new(),
    }
}

impl Credential {
    /// How the credential signs a digest of this kind, at a service that says this of itself: RSASSA-PSS before
    /// RSASSA-PKCS1-v1_5 where it has both.
    ///
    /// # Errors
    /// [`Error::Algorithm`] when its key signs otherwise only.
    pub fn algorithm(&self, digest: DigestAlgorithm, info: &Info) -> Result<SignatureAlgorithm, Error> {
        let key = self.certificate.public_key();
        let kinds = match (key.curve(), key.is_rsa()) {
            (Some(_), _) => vec![SignatureAlgorithm::Ecdsa(digest)],
            (None, true) => vec![
                SignatureAlgorithm::RsaPss(PssParameters::standard(digest)),
                SignatureAlgorithm::RsaPkcs1(digest),
            ],
            (None, false) => Vec::new(),
        };
        let has = |oid: &str| self.algorithms.iter().any(|one| one == oid);
        let is_able = |kind: &SignatureAlgorithm| names(kind).into_iter().any(has) && info.signs_with(kind);
        kinds.into_iter().find(is_able).ok_or_else(|| Error::Algorithm {
            detail: format!("{} with {}", self.algorithms.join(", "), digest.name()),
        })
    }

    /// The names of an algorithm in a request: those that the credential has.
    pub(crate) fn named(&self, algorithm: &SignatureAlgorithm) -> Result<Named, Error> {
        let digest = algorithm.digest();
        let unable = || Error::Algorithm { detail: algorithm.to_string() };
        let (_, rsa, ecdsa) = *COMBINED.iter().find(|(hash, ..)| *hash == digest).ok_or_else(unable)?;
        let has = |oid: &str| self.algorithms.iter().any(|one| one == oid);
        let (oid, parameters) = match algorithm {
            SignatureAlgorithm::Ecdsa(_) => (if has(ecdsa) { ecdsa } else { EC_PUBLIC_KEY }, None),
            SignatureAlgorithm::RsaPkcs1(_) => (if has(rsa) { rsa } else { RSA_ENCRYPTION }, None),
            SignatureAlgorithm::RsaPss(_) => (RSASSA_PSS, Some(parameters(algorithm).ok_or_else(unable)?)),
            _ => return Err(unable()),
        };
        let sign_algo_params = parameters.map(|der| STANDARD.encode(der));
        Ok(Named { sign_algo: oid.to_owned(), sign_algo_params, hash: digest.oid().to_string() })
    }
}

/// RSASSA-PSS-params: what stands behind the identifier in an AlgorithmIdentifier, whose length takes one byte here.
fn parameters(algorithm: &SignatureAlgorithm) -> Option<Vec<u8>> {
    let der = algorithm.to_der();
    let behind = 2 + usize::from(*der.get(3)?) + 2;
    der.get(behind..).map(<[u8]>::to_vec)
}

/// A value in the form that signatures carry, when it verifies over the digest with the key of the certificate. The
/// specification does not say in which of its two forms an ECDSA value comes.
///
/// # Errors
/// [`Error::SignatureInvalid`].
pub fn checked(
    value: &[u8],
    certificate: &Certificate,
    algorithm: &SignatureAlgorithm,
    digest: &[u8],
) -> Result<Vec<u8>, Error> {
    let holds = |value: &[u8]| certificate.verify_digest(algorithm, digest, value).is_ok();
    if holds(value) {
        return Ok(value.to_vec());
    }
    let curve = certificate.public_key().curve();
    let plain = curve.and_then(|curve| curve.der_of_plain(value).ok());
    plain.filter(|der| holds(der)).ok_or(Error::SignatureInvalid)
}
