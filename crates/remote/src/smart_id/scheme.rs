//! Signature algorithms as the service names them, RP API v3 "Signature protocols".

use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm};
use serde::{Deserialize, Serialize};

use crate::error::Error;

const HASHES: [(DigestAlgorithm, &str); 6] = [
    (DigestAlgorithm::Sha256, "SHA-256"),
    (DigestAlgorithm::Sha384, "SHA-384"),
    (DigestAlgorithm::Sha512, "SHA-512"),
    (DigestAlgorithm::Sha3_256, "SHA3-256"),
    (DigestAlgorithm::Sha3_384, "SHA3-384"),
    (DigestAlgorithm::Sha3_512, "SHA3-512"),
];

const PKCS1: [(DigestAlgorithm, &str); 3] = [
    (DigestAlgorithm::Sha256, "sha256WithRSAEncryption"),
    (DigestAlgorithm::Sha384, "sha384WithRSAEncryption"),
    (DigestAlgorithm::Sha512, "sha512WithRSAEncryption"),
];

const PSS: &str = "rsassa-pss";

/// `signatureAlgorithm` and `signatureAlgorithmParameters` of a request.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Requested {
    signature_algorithm: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    signature_algorithm_parameters: Option<RequestedParameters>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestedParameters {
    hash_algorithm: &'static str,
}

/// Says, before anybody is asked, whether the service makes signatures with an algorithm.
///
/// # Errors
/// [`Error::Algorithm`].
pub fn can_sign(algorithm: &SignatureAlgorithm) -> Result<(), Error> {
    request(algorithm).map(drop)
}

/// How an algorithm is asked for. The service fixes everything about PSS but the hash: other parameters cannot be had.
pub(crate) fn request(algorithm: &SignatureAlgorithm) -> Result<Requested, Error> {
    let unknown = || Error::Algorithm { detail: algorithm.to_string() };
    match algorithm {
        SignatureAlgorithm::RsaPss(parameters) if *parameters == PssParameters::standard(parameters.hash) => {
            let hash_algorithm = name(&HASHES, parameters.hash).ok_or_else(unknown)?;
            let parameters = RequestedParameters { hash_algorithm };
            Ok(Requested { signature_algorithm: PSS, signature_algorithm_parameters: Some(parameters) })
        }
        SignatureAlgorithm::RsaPkcs1(hash) => {
            let signature_algorithm = name(&PKCS1, *hash).ok_or_else(unknown)?;
            Ok(Requested { signature_algorithm, signature_algorithm_parameters: None })
        }
        _ => Err(unknown()),
    }
}

/// `signatureAlgorithmParameters` of an answer.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AnsweredParameters {
    hash_algorithm: String,
    mask_gen_algorithm: MaskGeneration,
    salt_length: u32,
    trailer_field: String,
}

#[derive(Debug, Deserialize)]
struct MaskGeneration {
    algorithm: String,
    parameters: MaskParameters,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct MaskParameters {
    hash_algorithm: String,
}

/// The algorithm of an answer, as it says; whether it is the one asked for is judged elsewhere.
pub(crate) fn answer(
    name: &str,
    parameters: Option<AnsweredParameters>,
) -> Result<SignatureAlgorithm, Error> {
    if name == PSS {
        let parameters = parameters.ok_or_else(|| malformed("signatureAlgorithmParameters is missing"))?;
        return pss(parameters).map(SignatureAlgorithm::RsaPss);
    }
    let hash = hash(&PKCS1, name).ok_or_else(|| malformed("signatureAlgorithm"))?;
    Ok(SignatureAlgorithm::RsaPkcs1(hash))
}

fn pss(found: AnsweredParameters) -> Result<PssParameters, Error> {
    let mask = found.mask_gen_algorithm;
    if mask.algorithm != "id-mgf1" {
        return Err(weak("maskGenAlgorithm", "id-mgf1", &mask.algorithm));
    }
    if !found.trailer_field.eq_ignore_ascii_case("0xbc") {
        return Err(weak("trailerField", "0xbc", &found.trailer_field));
    }
    Ok(PssParameters {
        hash: hash(&HASHES, &found.hash_algorithm).ok_or_else(|| malformed("hashAlgorithm"))?,
        mgf_hash: hash(&HASHES, &mask.parameters.hash_algorithm)
            .ok_or_else(|| malformed("maskGenAlgorithm"))?,
        salt_length: found.salt_length,
        trailer_field: 1, // 0xbc, RFC 8017 §A.2.3
    })
}

/// Whether the answered algorithm is the requested one, parameter by parameter.
pub(crate) fn same(requested: &SignatureAlgorithm, found: &SignatureAlgorithm) -> Result<(), Error> {
    use SignatureAlgorithm::RsaPss;
    match (requested, found) {
        (RsaPss(requested), RsaPss(found)) => {
            equal("hashAlgorithm", requested.hash.name(), found.hash.name())?;
            equal("maskGenAlgorithm", requested.mgf_hash.name(), found.mgf_hash.name())?;
            equal("saltLength", requested.salt_length, found.salt_length)?;
            equal("trailerField", requested.trailer_field, found.trailer_field)
        }
        _ if requested == found => Ok(()),
        _ => Err(weak("signatureAlgorithm", &requested.to_string(), &found.to_string())),
    }
}

fn equal<T: PartialEq + std::fmt::Display>(
    parameter: &'static str,
    expected: T,
    found: T,
) -> Result<(), Error> {
    let same = expected == found;
    if same { Ok(()) } else { Err(weak(parameter, &expected.to_string(), &found.to_string())) }
}

fn weak(parameter: &'static str, expected: &str, found: &str) -> Error {
    Error::WeakParameters {
        parameter,
        expected: expected.to_owned(),
        found: found.chars().take(96).collect(),
    }
}

fn malformed(what: &str) -> Error {
    Error::Malformed { what: what.to_owned() }
}

fn name(table: &[(DigestAlgorithm, &'static str)], hash: DigestAlgorithm) -> Option<&'static str> {
    table.iter().find(|(one, _)| *one == hash).map(|(_, name)| *name)
}

fn hash(table: &[(DigestAlgorithm, &str)], name: &str) -> Option<DigestAlgorithm> {
    table.iter().find(|(_, one)| *one == name).map(|(hash, _)| *hash)
}
