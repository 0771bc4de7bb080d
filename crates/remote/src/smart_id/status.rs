//! What a session came to: `SessionStatusResponse` of RP API v3. Unknown fields are ignored, as the API demands.

use core::net::IpAddr;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{Certificate, SignatureAlgorithm};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;

use super::identifier::DocumentNumber;
use super::relying_party::CertificateLevel;
use super::scheme;

/// `flowType`: the way the person came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum FlowType {
    /// A link from another app on the same device.
    App2App,
    /// A push notification.
    Notification,
    /// A scanned QR code.
    Qr,
    /// A link from a web page on the same device.
    Web2App,
    /// A way the specification does not know.
    Other(String),
}

impl FlowType {
    /// The name in the protocol.
    pub fn name(&self) -> &str {
        match self {
            Self::App2App => "App2App",
            Self::Notification => "Notification",
            Self::Qr => "QR",
            Self::Web2App => "Web2App",
            Self::Other(name) => name,
        }
    }
}

impl From<String> for FlowType {
    fn from(name: String) -> Self {
        match name.as_str() {
            "App2App" => Self::App2App,
            "Notification" => Self::Notification,
            "QR" => Self::Qr,
            "Web2App" => Self::Web2App,
            _ => Self::Other(name.chars().take(64).collect()),
        }
    }
}

impl From<FlowType> for String {
    fn from(flow: FlowType) -> Self {
        flow.name().to_owned()
    }
}

/// `deviceIpAddress`: from where the phone answered. It is personal: no log and no error prints it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DeviceAddress(IpAddr);

impl DeviceAddress {
    /// The address itself, for whoever agreed with the provider on what it is for.
    pub const fn reveal(self) -> IpAddr {
        self.0
    }

    /// Of an answer. It is there for information, so that one that is none does not make a signature worthless.
    pub(crate) fn read(told: Option<&serde_json::Value>) -> Option<Self> {
        told?.as_str()?.parse().ok().map(Self)
    }
}

impl fmt::Debug for DeviceAddress {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        into.write_str("DeviceAddress(…)")
    }
}

/// The state of a session.
#[derive(Clone, Debug)]
pub(crate) enum Status {
    Running,
    Complete(Box<Completed>),
}

/// A session that ended with `OK`.
#[derive(Clone, Debug)]
pub(crate) struct Completed {
    pub document_number: DocumentNumber,
    pub certificate: Certificate,
    pub level: CertificateLevel,
    pub protocol: Option<String>,
    pub flow: Option<FlowType>,
    pub signature: Option<RawSignature>,
    pub interaction: Option<String>,
    pub device_address: Option<DeviceAddress>,
}

/// A signature value and how it is said to be made.
#[derive(Clone, Debug)]
pub(crate) struct RawSignature {
    pub value: Vec<u8>,
    pub algorithm: SignatureAlgorithm,
}

/// Reads the body of a 200 answer.
pub(crate) fn read(body: &[u8]) -> Result<Status, Error> {
    let wire: Wire = json(body)?;
    match wire.state.as_str() {
        "RUNNING" => Ok(Status::Running),
        "COMPLETE" => complete(wire).map(|completed| Status::Complete(Box::new(completed))),
        _ => Err(malformed("state")),
    }
}

/// Reads a `cert` object.
pub(crate) fn certificate(cert: Option<Cert>) -> Result<(Certificate, CertificateLevel), Error> {
    let cert = cert.ok_or_else(|| malformed("cert is missing"))?;
    let der = STANDARD.decode(&cert.value).map_err(|_| malformed("cert.value"))?;
    let certificate = Certificate::from_der(&der)
        .map_err(|error| Error::CertificateUnreadable { detail: error.to_string() })?;
    Ok((certificate, cert.certificate_level))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    state: String,
    result: Option<Outcome>,
    signature_protocol: Option<String>,
    signature: Option<WireSignature>,
    cert: Option<Cert>,
    interaction_type_used: Option<String>,
    device_ip_address: Option<serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    end_result: Option<String>,
    document_number: Option<String>,
    details: Option<Details>,
}

#[derive(Deserialize)]
pub(crate) struct Details {
    interaction: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireSignature {
    value: Option<String>,
    flow_type: Option<String>,
    signature_algorithm: Option<String>,
    signature_algorithm_parameters: Option<scheme::AnsweredParameters>,
}

/// `cert` of an answer.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Cert {
    value: String,
    certificate_level: CertificateLevel,
}

fn complete(wire: Wire) -> Result<Completed, Error> {
    let outcome = wire.result.ok_or_else(|| malformed("result is missing"))?;
    let end = outcome.end_result.ok_or_else(|| malformed("result.endResult is missing"))?;
    if end != "OK" {
        return Err(refusal(&end, outcome.details));
    }
    let number = outcome.document_number.ok_or_else(|| malformed("result.documentNumber is missing"))?;
    let document_number = DocumentNumber::parse(&number).map_err(|_| malformed("result.documentNumber"))?;
    let (certificate, level) = certificate(wire.cert)?;
    let (flow, signature) = match wire.signature {
        Some(signature) => raw(signature)?,
        None => (None, None),
    };
    let interaction = wire.interaction_type_used;
    let device_address = DeviceAddress::read(wire.device_ip_address.as_ref());
    Ok(Completed {
        document_number,
        certificate,
        level,
        protocol: wire.signature_protocol,
        flow,
        signature,
        interaction,
        device_address,
    })
}

fn raw(wire: WireSignature) -> Result<(Option<FlowType>, Option<RawSignature>), Error> {
    let flow = wire.flow_type.map(FlowType::from);
    let Some(value) = wire.value else { return Ok((flow, None)) };
    let value = STANDARD.decode(value).map_err(|_| malformed("signature.value"))?;
    let name =
        wire.signature_algorithm.ok_or_else(|| malformed("signature.signatureAlgorithm is missing"))?;
    let algorithm = scheme::answer(&name, wire.signature_algorithm_parameters)?;
    Ok((flow, Some(RawSignature { value, algorithm })))
}

/// `endResult` other than `OK`; `ACCOUNT_UNUSABLE` is in the API's description, though not in its enumeration.
pub(crate) fn refusal(end: &str, details: Option<Details>) -> Error {
    match end {
        "USER_REFUSED" => Error::UserRefused,
        "TIMEOUT" => Error::TimedOut,
        "DOCUMENT_UNUSABLE" => Error::DocumentUnusable,
        "WRONG_VC" => Error::WrongCode,
        "REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP" => Error::AppTooOld,
        "USER_REFUSED_CERT_CHOICE" => Error::UserRefusedCertificateChoice,
        "USER_REFUSED_INTERACTION" => {
            let screen = details.and_then(|details| details.interaction).unwrap_or_default();
            Error::UserRefusedInteraction { screen: screen.chars().take(64).collect() }
        }
        "PROTOCOL_FAILURE" => Error::ProtocolFailure,
        "EXPECTED_LINKED_SESSION" => Error::Interrupted,
        "SERVER_ERROR" => Error::ServerFault,
        "ACCOUNT_UNUSABLE" => Error::AccountUnusable,
        _ => Error::UnknownEndResult { value: end.chars().take(64).collect() },
    }
}

pub(crate) fn malformed(what: &str) -> Error {
    Error::Malformed { what: what.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn ended(end: &str) -> Error {
        let body = format!(r#"{{"state":"COMPLETE","result":{{"endResult":"{end}","x":1}},"unknown":[]}}"#);
        read(body.as_bytes()).unwrap_err()
    }

    #[test]
    fn every_end_result_is_its_own_case() {
        for (end, code) in [
            ("USER_REFUSED", "user-refused"),
            ("TIMEOUT", "timed-out"),
            ("DOCUMENT_UNUSABLE", "document-unusable"),
            ("WRONG_VC", "wrong-code"),
            ("REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP", "app-too-old"),
            ("USER_REFUSED_CERT_CHOICE", "user-refused-choice"),
            ("USER_REFUSED_INTERACTION", "user-refused"),
            ("PROTOCOL_FAILURE", "protocol-failure"),
            ("EXPECTED_LINKED_SESSION", "interrupted"),
            ("SERVER_ERROR", "server-fault"),
            ("ACCOUNT_UNUSABLE", "account-unusable"),
            ("SOMETHING_NEW", "unknown-end-result"),
        ] {
            assert_eq!(ended(end).code(), code);
        }
    }

    #[test]
    fn the_refused_screen_is_named() {
        let body = br#"{"state":"COMPLETE","result":{"endResult":"USER_REFUSED_INTERACTION",
            "details":{"interaction":"confirmationMessage"}}}"#;
        assert_eq!(
            read(body).unwrap_err(),
            Error::UserRefusedInteraction { screen: "confirmationMessage".into() }
        );
    }

    #[test]
    fn a_running_session_may_say_little() {
        for body in [r#"{"state":"RUNNING"}"#, r#"{"state":"RUNNING","result":{},"ignoredProperties":["a"]}"#]
        {
            assert!(matches!(read(body.as_bytes()), Ok(Status::Running)));
        }
    }

    #[test]
    fn half_an_answer_is_none() {
        for body in ["", "{", r#"{"state":"COMPL"#] {
            assert_eq!(read(body.as_bytes()).unwrap_err().code(), "answer-torn", "{body}");
        }
        for body in [
            "[]",
            "{}",
            r#"{"state":"DONE"}"#,
            r#"{"state":"COMPLETE"}"#,
            r#"{"state":"COMPLETE","result":{}}"#,
            r#"{"state":"COMPLETE","result":{"endResult":"OK"}}"#,
            r#"{"state":"COMPLETE","result":{"endResult":"OK","documentNumber":"../.."}}"#,
            r#"{"state":"COMPLETE","result":{"endResult":"OK","documentNumber":"PNOEE-1-X-Q"}}"#,
            r#"{"state":"COMPLETE","result":{"endResult":"OK","documentNumber":"PNOEE-1-X-Q"},
                "cert":{"value":"!","certificateLevel":"QUALIFIED"}}"#,
        ] {
            assert_eq!(read(body.as_bytes()).unwrap_err().code(), "malformed-answer", "{body}");
        }
        let body = br#"{"state":"COMPLETE","result":{"endResult":"OK","documentNumber":"PNOEE-1-X-Q"},
            "cert":{"value":"AAAA","certificateLevel":"QUALIFIED"}}"#;
        assert_eq!(read(body).unwrap_err().code(), "certificate-unreadable");
    }
}
