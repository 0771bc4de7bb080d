//! What a session came to, API v2.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::SignatureAlgorithm;
use serde::Deserialize;

use crate::error::Error;
use crate::exchange::json;
use crate::smart_id::identifier::DocumentNumber;
use crate::smart_id::status::{
    Cert, Completed, DeviceAddress, RawSignature, certificate, malformed, refusal as by_name,
};

use super::HASHES;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct State {
    state: String,
    result: Option<Outcome>,
    signature: Option<Value>,
    cert: Option<Cert>,
    interaction_flow_used: Option<String>,
    device_ip_address: Option<serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    end_result: Option<String>,
    document_number: Option<String>,
}

#[derive(Deserialize)]
struct Value {
    value: String,
    algorithm: String,
}

/// Reads the body of a 200 answer; `None` while the session runs.
pub(super) fn read(body: &[u8]) -> Result<Option<Completed>, Error> {
    let state: State = json(body)?;
    match state.state.as_str() {
        "RUNNING" => return Ok(None),
        "COMPLETE" => {}
        _ => return Err(malformed("state")),
    }
    let outcome = state.result.ok_or_else(|| malformed("result is missing"))?;
    let end = outcome.end_result.ok_or_else(|| malformed("result.endResult is missing"))?;
    if end != "OK" {
        return Err(refusal(&end));
    }
    let number = outcome.document_number.ok_or_else(|| malformed("result.documentNumber is missing"))?;
    let document_number = DocumentNumber::parse(&number).map_err(|_| malformed("result.documentNumber"))?;
    let (certificate, level) = certificate(state.cert)?;
    Ok(Some(Completed {
        document_number,
        certificate,
        level,
        protocol: None,
        flow: None,
        signature: state.signature.map(raw).transpose()?,
        interaction: state.interaction_flow_used,
        device_address: DeviceAddress::read(state.device_ip_address.as_ref()),
    }))
}

fn raw(signature: Value) -> Result<RawSignature, Error> {
    let value = STANDARD.decode(signature.value).map_err(|_| malformed("signature.value"))?;
    let known = HASHES.into_iter().find(|(_, _, name)| *name == signature.algorithm);
    let (hash, ..) = known.ok_or_else(|| malformed("signature.algorithm"))?;
    Ok(RawSignature { value, algorithm: SignatureAlgorithm::RsaPkcs1(hash) })
}

/// Here the screen stands in the name of the end; the rest are words of v3 too.
fn refusal(end: &str) -> Error {
    let screen = match end {
        "USER_REFUSED_DISPLAYTEXTANDPIN" => "displayTextAndPIN",
        "USER_REFUSED_VC_CHOICE" | "USER_REFUSED_INTERACTION_VC_CHOICE" => "verificationCodeChoice",
        "USER_REFUSED_CONFIRMATIONMESSAGE" => "confirmationMessage",
        "USER_REFUSED_CONFIRMATIONMESSAGE_WITH_VC_CHOICE" => "confirmationMessageAndVerificationCodeChoice",
        _ => return by_name(end, None),
    };
    Error::UserRefusedInteraction { screen: screen.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_documented_end_is_read() {
        for (end, code) in [
            ("USER_REFUSED", "user-refused"),
            ("TIMEOUT", "timed-out"),
            ("DOCUMENT_UNUSABLE", "document-unusable"),
            ("WRONG_VC", "wrong-code"),
            ("REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP", "app-too-old"),
            ("USER_REFUSED_CERT_CHOICE", "user-refused-choice"),
            ("USER_REFUSED_DISPLAYTEXTANDPIN", "user-refused"),
            ("USER_REFUSED_VC_CHOICE", "user-refused"),
            ("USER_REFUSED_CONFIRMATIONMESSAGE", "user-refused"),
            ("USER_REFUSED_CONFIRMATIONMESSAGE_WITH_VC_CHOICE", "user-refused"),
            ("SOMETHING_NEW", "unknown-end-result"),
        ] {
            let body = format!(r#"{{"state":"COMPLETE","result":{{"endResult":"{end}"}}}}"#);
            assert_eq!(read(body.as_bytes()).unwrap_err().code(), code, "{end}");
        }
        assert!(read(br#"{"state":"RUNNING"}"#).unwrap().is_none());
        for body in ["{}", r#"{"state":"COMPLETE"}"#, r#"{"state":"COMPLETE","result":{"endResult":"OK"}}"#] {
            assert_eq!(read(body.as_bytes()).unwrap_err().code(), "malformed-answer");
        }
    }
}
