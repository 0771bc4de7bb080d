//! Signing, §11.10 to §11.12: hashes in, signature values or whole signatures out.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{SignatureAlgorithm, Time};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;
use crate::secret::Secret;
use crate::session::Request;

use super::algorithm::Named;
use super::authorize::{Activation, alive};
use super::call::{Call, Reached};
use super::client::Client;
use super::credential::{Credential, malformed};
use super::problem;

/// What shall be signed, all under one authorisation.
#[derive(Clone, Copy, Debug)]
pub struct Digests<'a> {
    /// The hashes.
    pub hashes: &'a [Vec<u8>],
    /// How they are signed, and were made.
    pub algorithm: SignatureAlgorithm,
    /// Whether the service may take its time (`operationMode` A).
    pub asynchronous: bool,
}

/// `signature_format`, `signed_envelope_property` and `conformance_level` of whole signatures: such as the service makes
/// ([`Info::form`](super::Info::form)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    pub(crate) format: &'static str,
    pub(crate) property: Option<&'static str>,
    pub(crate) conformance: Conformance,
}

/// `conformance_level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformance {
    /// `Ades-B-B`.
    B,
    /// `Ades-B-T`: with a time-stamp.
    T,
}

impl Conformance {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::B => "Ades-B-B",
            Self::T => "Ades-B-T",
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Hashes<'a> {
    #[serde(rename = "credentialID")]
    id: &'a str,
    #[serde(rename = "SAD", skip_serializing_if = "Option::is_none")]
    sad: Option<&'a str>,
    hashes: Vec<String>,
    #[serde(flatten)]
    named: Named,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation_mode: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Documents<'a> {
    #[serde(rename = "credentialID")]
    id: &'a str,
    #[serde(rename = "SAD", skip_serializing_if = "Option::is_none")]
    sad: Option<&'a str>,
    document_digests: [DocumentDigests; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    operation_mode: Option<&'static str>,
}

#[derive(Serialize)]
struct DocumentDigests {
    hashes: Vec<String>,
    #[serde(flatten)]
    named: Named,
    signature_format: &'static str,
    conformance_level: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_envelope_property: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Polling<'a> {
    #[serde(rename = "requestID")]
    id: &'a str,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    signatures: Option<Vec<String>>,
    #[serde(rename = "SignatureObject")]
    objects: Option<Vec<String>>,
    #[serde(rename = "responseID")]
    response: Option<String>,
}

/// Signature values over the hashes, in their order; nothing about them is verified yet: [`checked`](super::checked).
///
/// # Errors
/// Within the conversation: [`Error::CscSadExpired`] without asking when the activation is dead by `now`.
pub fn sign_hashes(
    client: &Client,
    activation: &Activation,
    credential: &Credential,
    order: &Digests<'_>,
    now: Time,
) -> Call<Vec<Vec<u8>>> {
    let request =
        alive(activation, now).and_then(|()| credential.named(&order.algorithm)).and_then(|named| {
            let body = Hashes {
                id: &credential.id,
                sad: activation.sad.as_ref().map(Secret::reveal),
                hashes: texts(order.hashes),
                named,
                operation_mode: order.asynchronous.then_some("A"),
            };
            client.request("signatures/signHash", Some(&activation.bearer), &body)
        });
    ask(client, activation, request, order.hashes.len(), |answer| answer.signatures)
}

/// Whole signatures (DER or BER CMS) over documents with these hashes, in their order; nothing about them is verified yet.
///
/// # Errors
/// As [`sign_hashes`].
pub fn sign_documents(
    client: &Client,
    activation: &Activation,
    credential: &Credential,
    order: &Digests<'_>,
    form: Form,
    now: Time,
) -> Call<Vec<Vec<u8>>> {
    let request =
        alive(activation, now).and_then(|()| credential.named(&order.algorithm)).and_then(|named| {
            let hashes = texts(order.hashes);
            let digests = DocumentDigests {
                hashes,
                named,
                signature_format: form.format,
                conformance_level: form.conformance.name(),
                signed_envelope_property: form.property,
            };
            let body = Documents {
                id: &credential.id,
                sad: activation.sad.as_ref().map(Secret::reveal),
                document_digests: [digests],
                operation_mode: order.asynchronous.then_some("A"),
            };
            client.request("signatures/signDoc", Some(&activation.bearer), &body)
        });
    ask(client, activation, request, order.hashes.len(), |answer| answer.objects)
}

fn texts(hashes: &[Vec<u8>]) -> Vec<String> {
    hashes.iter().map(|hash| STANDARD.encode(hash)).collect()
}

/// The answer comes at once, or is asked for by `signPolling` (§11.12).
fn ask(
    client: &Client,
    activation: &Activation,
    request: Result<Request, Error>,
    expected: usize,
    wanted: fn(Answer) -> Option<Vec<String>>,
) -> Call<Vec<Vec<u8>>> {
    let (asked, bearer) = (client.clone(), activation.bearer.clone());
    let again = move |id: &Secret| {
        asked.request("signatures/signPolling", Some(&bearer), &Polling { id: id.reveal() })
    };
    Call::lasting(request, again, move |response, _| {
        let (status, body) = problem::body(response)?;
        if status == 202 && body.is_empty() {
            return Ok(Reached::Later(None));
        }
        let mut answer: Answer = json(&body)?;
        if let Some(id) = answer.response.take().filter(|id| !id.is_empty() && id.len() <= 1_000) {
            return Ok(Reached::Later(Some(Secret::new(id))));
        }
        if status == 202 {
            return Ok(Reached::Later(None));
        }
        let texts = wanted(answer).ok_or_else(|| malformed("signatures are missing"))?;
        if texts.len() != expected {
            return Err(malformed("another number of signatures"));
        }
        let values = texts.iter().map(|text| STANDARD.decode(text).map_err(|_| malformed("signature")));
        values.collect::<Result<_, _>>().map(Reached::Over)
    })
}
