//! Which certificate will sign: by document number, by person, or by whoever scans the code.

use std::time::Duration;

use pki::{Certificate, Time};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::{json, post};
use crate::polling::{HOLD, Next, PATIENCE};
use crate::secret::Secret;
use crate::session::{OnPhone, OpenSession, Prompt, Response, Session, Step};

use super::conversation::{Conversation, Opening};
use super::device_link::SessionType;
use super::identifier::{DocumentNumber, PersonIdentifier};
use super::link_screen::LinkScreen;
use super::problem::{self, Asked};
use super::relying_party::{ByAgreement, CertificateLevel, Nonce, RelyingParty};
use super::status::{self, Completed, DeviceAddress, FlowType};

/// Who scans a code in the last second of the minute that it is shown has another one to confirm.
const LINK_PATIENCE: Duration = Duration::from_secs(120);

/// The certificate that will sign. Nothing is verified yet but its level.
#[derive(Clone, Debug)]
pub struct ChosenCertificate {
    /// The certificate.
    pub certificate: Certificate,
    /// Its level, as the service says.
    pub level: CertificateLevel,
    /// The account it belongs to.
    pub document_number: DocumentNumber,
    /// Present after a device link: the signature has to follow at once, in the app that is open.
    pub session: Option<LinkedSession>,
    /// From where the phone answered, where that was asked for, and told.
    pub device_address: Option<DeviceAddress>,
}

/// A certificate choice that a signature can follow in the same opened app.
#[derive(Clone, Debug)]
pub struct LinkedSession(Secret);

impl LinkedSession {
    pub(crate) fn id(&self) -> &str {
        self.0.reveal()
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    #[serde(rename = "relyingPartyUUID")]
    uuid: &'a str,
    relying_party_name: &'a str,
    certificate_level: CertificateLevel,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<&'a str>,
    #[serde(flatten)]
    by_agreement: Option<ByAgreement<'a>>,
}

fn body<'a>(party: &'a RelyingParty, level: CertificateLevel, nonce: Option<&'a Nonce>) -> Body<'a> {
    let by_agreement = Some(party.by_agreement());
    Body { nonce: nonce.map(Nonce::as_str), by_agreement, ..plain_body(party, level) }
}

/// Of a request that opens no session, which knows nothing of nonces and agreements.
fn plain_body(party: &RelyingParty, level: CertificateLevel) -> Body<'_> {
    let relying_party_name = &party.name;
    Body { uuid: &party.uuid, relying_party_name, certificate_level: level, nonce: None, by_agreement: None }
}

fn enough(found: CertificateLevel, requested: CertificateLevel) -> Result<(), Error> {
    if found.is_enough_for(requested) {
        return Ok(());
    }
    Err(Error::LevelTooLow { requested: requested.name(), found: found.name().to_owned() })
}

fn came_by(completed: &Completed, expected: &FlowType) -> Result<(), Error> {
    // Recorded answers of certificate choices carry `signature.flowType`; some published ones do not.
    match &completed.flow {
        Some(flow) if flow != expected => Err(Error::UnexpectedFlow { found: flow.name().to_owned() }),
        _ => Ok(()),
    }
}

/// The certificate of a known account: one request, nobody is disturbed.
#[derive(Debug)]
pub struct CertificateByDocument {
    url: String,
    body: Vec<u8>,
    level: CertificateLevel,
    document_number: DocumentNumber,
    answer: Option<Result<ChosenCertificate, Error>>,
}

impl CertificateByDocument {
    /// Asks for the certificate of an account.
    pub fn new(party: &RelyingParty, document_number: &DocumentNumber, level: CertificateLevel) -> Self {
        Self {
            url: party.url(&format!("/signature/certificate/{document_number}")),
            // Our own plain types: writing them as JSON cannot fail.
            body: serde_json::to_vec(&plain_body(party, level)).unwrap_or_default(),
            level,
            document_number: document_number.clone(),
            answer: None,
        }
    }

    fn read(&self, body: &[u8]) -> Result<ChosenCertificate, Error> {
        let answer: ByDocument = json(body)?;
        match answer.state.as_str() {
            "OK" => {}
            "DOCUMENT_UNUSABLE" => return Err(Error::DocumentUnusable),
            other => return Err(Error::UnknownEndResult { value: other.chars().take(64).collect() }),
        }
        let (certificate, level) = status::certificate(answer.cert)?;
        enough(level, self.level)?;
        Ok(ChosenCertificate {
            certificate,
            level,
            document_number: self.document_number.clone(),
            session: None,
            device_address: None,
        })
    }
}

#[derive(Deserialize)]
struct ByDocument {
    state: String,
    cert: Option<status::Cert>,
}

impl Session for CertificateByDocument {
    type Output = ChosenCertificate;

    fn poll(&mut self, _now: Time) -> Result<Step<ChosenCertificate>, Error> {
        match &self.answer {
            Some(answer) => answer.clone().map(Step::Done),
            None => {
                post(&self.url, "application/json", "application/json", self.body.clone()).map(Step::Send)
            }
        }
    }

    fn handle(&mut self, response: Response, _now: Time) {
        if self.answer.is_none() {
            let answer = problem::body(response, Asked::Account).and_then(|body| self.read(&body));
            self.answer = Some(answer);
        }
    }
}

/// The certificate of a person, who confirms on the phone which account it shall be.
#[derive(Debug)]
pub struct CertificateChoice {
    conversation: Conversation,
    level: CertificateLevel,
    prompted: bool,
}

impl CertificateChoice {
    /// Asks a person.
    pub fn new(
        party: &RelyingParty,
        person: &PersonIdentifier,
        level: CertificateLevel,
        nonce: Option<&Nonce>,
    ) -> Self {
        let path = format!("/signature/certificate-choice/notification/etsi/{person}");
        let body = body(party, level, nonce);
        Self {
            conversation: Conversation::new(party, &path, &body, Opening::Plain, PATIENCE),
            level,
            prompted: false,
        }
    }

    /// A choice that was asked for at that time, and is only waited for.
    pub fn resuming(party: &RelyingParty, level: CertificateLevel, open: &OpenSession, at: Time) -> Self {
        Self { conversation: Conversation::resumed(party, open, at, PATIENCE), level, prompted: false }
    }
}

impl Session for CertificateChoice {
    type Output = ChosenCertificate;

    fn poll(&mut self, now: Time) -> Result<Step<ChosenCertificate>, Error> {
        if !self.prompted && self.conversation.begun().is_some() {
            self.prompted = true;
            return Ok(Step::Show(Prompt::ConfirmOnPhone));
        }
        match self.conversation.poll(now, HOLD)? {
            Next::Send(request) => Ok(Step::Send(request)),
            Next::Wait { until } => Ok(Step::Wait { until }),
            Next::Over(completed) => {
                came_by(&completed, &FlowType::Notification)?;
                chosen(completed, self.level, None).map(Step::Done)
            }
        }
    }

    fn handle(&mut self, response: Response, now: Time) {
        self.conversation.handle(response, now);
    }

    fn recognised_for(&self) -> Option<Duration> {
        self.conversation.recognised_for()
    }

    fn on_phone(&self) -> OnPhone {
        self.conversation.on_phone()
    }

    fn briefly(&mut self) {
        self.conversation.briefly();
    }
}

/// The certificate of whoever scans the code, which is new each second; [`super::LinkedSignature`] follows in the same
/// opened app.
#[derive(Debug)]
pub struct AnonymousCertificateChoice {
    conversation: Conversation,
    level: CertificateLevel,
    screen: LinkScreen,
}

impl AnonymousCertificateChoice {
    /// Asks whoever will scan the code.
    pub fn new(party: &RelyingParty, level: CertificateLevel, nonce: Option<&Nonce>) -> Self {
        let path = "/signature/certificate-choice/device-link/anonymous";
        let body = body(party, level, nonce);
        let conversation = Conversation::new(party, path, &body, Opening::WithLink, LINK_PATIENCE);
        Self { conversation, level, screen: LinkScreen::default() }
    }
}

impl Session for AnonymousCertificateChoice {
    type Output = ChosenCertificate;

    fn poll(&mut self, now: Time) -> Result<Step<ChosenCertificate>, Error> {
        if let Some(prompt) = self.screen.prompt(&self.conversation, SessionType::CertificateChoice, now)? {
            return Ok(Step::Show(prompt));
        }
        match self.conversation.poll(now, self.screen.hold())? {
            Next::Send(request) => Ok(Step::Send(request)),
            Next::Wait { until } => Ok(Step::Wait { until: until.min(self.shows_next().unwrap_or(until)) }),
            Next::Over(completed) => {
                came_by(&completed, &FlowType::Qr)?;
                let session = self.conversation.begun().map(|begun| LinkedSession(begun.id.clone()));
                chosen(completed, self.level, session).map(Step::Done)
            }
        }
    }

    fn handle(&mut self, response: Response, now: Time) {
        self.conversation.handle(response, now);
    }

    fn shows_next(&self) -> Option<Time> {
        self.screen.next_link(&self.conversation)
    }

    fn recognised_for(&self) -> Option<Duration> {
        self.conversation.recognised_for()
    }
}

pub(crate) fn chosen(
    completed: Completed,
    requested: CertificateLevel,
    session: Option<LinkedSession>,
) -> Result<ChosenCertificate, Error> {
    let Completed { document_number, certificate, level, device_address, .. } = completed;
    enough(level, requested)?;
    Ok(ChosenCertificate { certificate, level, document_number, session, device_address })
}
