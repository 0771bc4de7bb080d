//! Which certificate will sign: one request, nobody is disturbed.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{Certificate, Time};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::{json, post};
use crate::session::{Response, Session, Step};

use super::phone_number::Subscriber;
use super::problem::{self, Asked};
use super::relying_party::RelyingParty;
use super::status::{malformed, refusal};

const JSON: &str = "application/json";

/// What every request begins with.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Asking<'a> {
    relying_party_name: &'a str,
    #[serde(rename = "relyingPartyUUID")]
    relying_party_uuid: &'a str,
    phone_number: &'a str,
    national_identity_number: &'a str,
}

impl<'a> Asking<'a> {
    pub(crate) fn new(party: &'a RelyingParty, subscriber: &'a Subscriber) -> Self {
        Self {
            relying_party_name: &party.name,
            relying_party_uuid: &party.uuid,
            phone_number: subscriber.phone.as_str(),
            national_identity_number: subscriber.person.code(),
        }
    }
}

/// The signing certificate of a subscriber (API 3.1). Nothing about it is verified yet.
pub struct CertificateRequest {
    url: String,
    body: Vec<u8>,
    answer: Option<Result<Certificate, Error>>,
}

/// Not the body: it names a person and a number.
impl std::fmt::Debug for CertificateRequest {
    fn fmt(&self, into: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let answered = self.answer.is_some();
        into.debug_struct("CertificateRequest").field("answered", &answered).finish_non_exhaustive()
    }
}

impl CertificateRequest {
    /// Asks for the certificate of a subscriber.
    pub fn new(party: &RelyingParty, subscriber: &Subscriber) -> Self {
        Self {
            url: party.url("/certificate"),
            // Our own plain types: writing them as JSON cannot fail.
            body: serde_json::to_vec(&Asking::new(party, subscriber)).unwrap_or_default(),
            answer: None,
        }
    }
}

#[derive(Deserialize)]
struct Answer {
    result: String,
    cert: Option<String>,
}

fn read(body: &[u8]) -> Result<Certificate, Error> {
    let answer: Answer = json(body)?;
    if answer.result != "OK" {
        return Err(refusal(&answer.result));
    }
    let text = answer.cert.filter(|text| !text.is_empty()).ok_or_else(|| malformed("cert is missing"))?;
    let der = STANDARD.decode(text).map_err(|_| malformed("cert"))?;
    Certificate::from_der(&der).map_err(|error| Error::CertificateUnreadable { detail: error.to_string() })
}

impl Session for CertificateRequest {
    type Output = Certificate;

    fn poll(&mut self, _now: Time) -> Result<Step<Certificate>, Error> {
        match &self.answer {
            Some(answer) => answer.clone().map(Step::Done),
            None => post(&self.url, JSON, JSON, self.body.clone()).map(Step::Send),
        }
    }

    fn handle(&mut self, response: Response, _now: Time) {
        if self.answer.is_none() {
            self.answer = Some(problem::body(response, Asked::Subscriber).and_then(|body| read(&body)));
        }
    }
}
