//! What a session came to, Mobile-ID API 3.3.5. Unknown fields are ignored, as the API demands.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::DigestAlgorithm;
use serde::Deserialize;

use crate::error::Error;
use crate::exchange::json;

/// A signature value as it came, and how it is said to be made. Nothing of it is verified yet:
/// [`SignatureAnswer::checked`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureAnswer {
    /// r and s one after the other (BSI TR-03111 §5.2.1), or an RSA signature value.
    pub(crate) value: Vec<u8>,
    pub(crate) digest: DigestAlgorithm,
    pub(crate) kind: KeyKind,
}

/// The kind of key in the name of an algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyKind {
    Elliptic,
    Rsa,
}

/// The hashes, as `hashType` names them and as algorithms begin.
pub(crate) const HASHES: [(DigestAlgorithm, &str); 3] = [
    (DigestAlgorithm::Sha256, "SHA256"),
    (DigestAlgorithm::Sha384, "SHA384"),
    (DigestAlgorithm::Sha512, "SHA512"),
];

#[derive(Deserialize)]
struct Wire {
    state: String,
    result: Option<String>,
    signature: Option<WireSignature>,
}

#[derive(Deserialize)]
struct WireSignature {
    value: String,
    algorithm: String,
}

/// Reads the body of a 200 answer; `None` while the session runs.
pub(crate) fn read(body: &[u8]) -> Result<Option<SignatureAnswer>, Error> {
    let wire: Wire = json(body)?;
    match wire.state.as_str() {
        "RUNNING" => return Ok(None),
        "COMPLETE" => {}
        _ => return Err(malformed("state")),
    }
    let result = wire.result.ok_or_else(|| malformed("result is missing"))?;
    if result != "OK" {
        return Err(refusal(&result));
    }
    let signature = wire.signature.ok_or_else(|| malformed("signature is missing"))?;
    let value = STANDARD.decode(signature.value).map_err(|_| malformed("signature.value"))?;
    let (digest, kind) = algorithm(&signature.algorithm).ok_or_else(|| malformed("signature.algorithm"))?;
    Ok(Some(SignatureAnswer { value, digest, kind }))
}

/// Documentation and service differ in the case of the letters: `sha256WithRSAEncryption`, `SHA256WithECEncryption`.
fn algorithm(name: &str) -> Option<(DigestAlgorithm, KeyKind)> {
    let name = name.to_ascii_uppercase();
    let (hash, kind) = name.split_once("WITH")?;
    let digest = HASHES.iter().find(|(_, one)| *one == hash).map(|(digest, _)| *digest)?;
    match kind {
        "ECENCRYPTION" => Some((digest, KeyKind::Elliptic)),
        "RSAENCRYPTION" => Some((digest, KeyKind::Rsa)),
        _ => None,
    }
}

/// `result` other than `OK`.
pub(crate) fn refusal(result: &str) -> Error {
    match result {
        "USER_CANCELLED" => Error::MobileCancelled,
        "TIMEOUT" | "EXPIRED_TRANSACTION" => Error::MobileTimedOut,
        "NOT_MID_CLIENT" => Error::NotMobileClient,
        "NOT_FOUND" => Error::MobileNotFound,
        "SIGNATURE_HASH_MISMATCH" => Error::HashMismatch,
        "PHONE_ABSENT" => Error::PhoneAbsent,
        "DELIVERY_ERROR" => Error::DeliveryFailed,
        "SIM_ERROR" => Error::SimFault,
        "NOT_ACTIVE" => Error::MobileNotActive,
        "MID_NOT_READY" => Error::MobileNotReady,
        "ERROR" | "INTERNAL_ERROR" => Error::MobileFault,
        _ => Error::UnknownEndResult { value: result.chars().take(64).collect() },
    }
}

pub(crate) fn malformed(what: &str) -> Error {
    Error::Malformed { what: what.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_documented_end_is_its_own_case() {
        let ended = |result: &str| {
            let body =
                serde_json::json!({"state": "COMPLETE", "result": result, "time": "2019-07-23T10:52:20"});
            read(body.to_string().as_bytes()).unwrap_err().code()
        };
        let codes = [
            "TIMEOUT",
            "NOT_MID_CLIENT",
            "USER_CANCELLED",
            "SIGNATURE_HASH_MISMATCH",
            "PHONE_ABSENT",
            "DELIVERY_ERROR",
            "SIM_ERROR",
            "NOT_FOUND",
            "NOT_ACTIVE",
            "MID_NOT_READY",
            "ERROR",
            "SOMETHING_NEW",
        ]
        .map(ended);
        let mut different = codes.to_vec();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), codes.len(), "{codes:?}");
        assert_eq!(ended("EXPIRED_TRANSACTION"), ended("TIMEOUT"));
    }

    #[test]
    fn half_an_answer_is_none() {
        for body in ["", "{", r#"{"state":"COMPL"#] {
            assert_eq!(read(body.as_bytes()).unwrap_err().code(), "answer-torn", "{body}");
        }
        for body in [
            "{}",
            r#"{"state":"DONE"}"#,
            r#"{"state":"COMPLETE"}"#,
            r#"{"state":"COMPLETE","result":{"endResult":"USER_REFUSED"}}"#,
            r#"{"state":"COMPLETE","result":"OK"}"#,
            r#"{"state":"COMPLETE","result":"OK","signature":{"value":"!","algorithm":"SHA256WithECEncryption"}}"#,
            r#"{"state":"COMPLETE","result":"OK","signature":{"value":"AA==","algorithm":"SHA1WithECEncryption"}}"#,
            r#"{"state":"COMPLETE","result":"OK","signature":{"value":"AA==","algorithm":"ed25519"}}"#,
        ] {
            assert_eq!(read(body.as_bytes()).unwrap_err().code(), "malformed-answer", "{body}");
        }
        assert_eq!(read(br#"{"state":"RUNNING","result":""}"#), Ok(None));
    }
}
