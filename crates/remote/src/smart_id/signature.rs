//! The digest goes out, the signature value comes back: `RAW_DIGEST_SIGNATURE`.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{Certificate, SignatureAlgorithm, Time};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::polling::{HOLD, Next, PATIENCE};
use crate::session::{OnPhone, OpenSession, Prompt, Response, Session, Step};

use super::certificate::LinkedSession;
use super::conversation::{Begun, Conversation, Opening};
use super::device_link::SessionType;
use super::identifier::{DocumentNumber, PersonIdentifier};
use super::interaction::Interactions;
use super::link_screen::LinkScreen;
use super::relying_party::{ByAgreement, CertificateLevel, Nonce, RelyingParty};
use super::scheme;
use super::status::{Completed, DeviceAddress, FlowType};

const PROTOCOL: &str = "RAW_DIGEST_SIGNATURE";
/// What a person is told to have; the older API text gives the same two minutes.
const TIME_TO_ANSWER: Duration = Duration::from_secs(120);

/// What shall be signed, and how.
#[derive(Clone, Debug)]
pub struct SignatureOrder {
    /// The digest of the data to be signed.
    pub digest: Vec<u8>,
    /// RSASSA-PSS with standard parameters, or RSASSA-PKCS1-v1_5; its hash made the digest.
    pub algorithm: SignatureAlgorithm,
    /// The least level of the certificate.
    pub level: CertificateLevel,
    /// What the phone shows.
    pub interactions: Interactions,
    /// Tells a deliberate second attempt from a repeated request.
    pub nonce: Option<Nonce>,
}

/// What came back. Nothing of it is verified yet: see [`super::check_signature`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureResult {
    /// The signature value, big-endian, as long as the key.
    #[serde(with = "base64_text")]
    pub value: Vec<u8>,
    /// How it is said to be made.
    pub algorithm: SignatureAlgorithm,
    /// The certificate it is said to belong to.
    pub certificate: Certificate,
    /// The account that signed.
    pub document_number: DocumentNumber,
    /// `interactionTypeUsed`: the screen that was shown.
    pub interaction_type: Option<String>,
    /// The way the person came.
    pub flow_type: FlowType,
    /// Level of the certificate, as the service says.
    pub level: CertificateLevel,
    /// From where the phone answered, where that was asked for, and told. It is not written down with the rest.
    #[serde(skip)]
    pub device_address: Option<DeviceAddress>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    #[serde(rename = "relyingPartyUUID")]
    uuid: &'a str,
    relying_party_name: &'a str,
    certificate_level: CertificateLevel,
    signature_protocol: &'static str,
    signature_protocol_parameters: Parameters,
    #[serde(rename = "linkedSessionID", skip_serializing_if = "Option::is_none")]
    linked_session_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<&'a str>,
    interactions: &'a str,
    #[serde(flatten)]
    by_agreement: ByAgreement<'a>,
}

#[derive(Serialize)]
struct Parameters {
    digest: String,
    #[serde(flatten)]
    algorithm: scheme::Requested,
}

fn body<'a>(
    party: &'a RelyingParty,
    order: &'a SignatureOrder,
    linked: Option<&'a LinkedSession>,
) -> Result<Body<'a>, Error> {
    let algorithm = scheme::request(&order.algorithm)?;
    let expected = order.algorithm.digest().len();
    if order.digest.len() != expected {
        let detail = format!("digest of {} bytes, the algorithm's has {expected}", order.digest.len());
        return Err(Error::Algorithm { detail });
    }
    Ok(Body {
        uuid: &party.uuid,
        relying_party_name: &party.name,
        certificate_level: order.level,
        signature_protocol: PROTOCOL,
        signature_protocol_parameters: Parameters { digest: STANDARD.encode(&order.digest), algorithm },
        linked_session_id: linked.map(LinkedSession::id),
        nonce: order.nonce.as_ref().map(Nonce::as_str),
        interactions: order.interactions.encoded(),
        by_agreement: party.by_agreement(),
    })
}

/// Who is asked for a signature.
///
/// A signature that names its certificate, as AdES signatures do, has to be asked of the account whose certificate it
/// names: a person may have several.
#[derive(Clone, Copy, Debug)]
pub enum Asked<'a> {
    /// An account.
    Account(&'a DocumentNumber),
    /// A person, by whichever account answers.
    Person(&'a PersonIdentifier),
}

impl Asked<'_> {
    fn path(self, way: &str) -> String {
        match self {
            Self::Account(number) => format!("/signature/{way}/document/{number}"),
            Self::Person(person) => format!("/signature/{way}/etsi/{person}"),
        }
    }
}

/// A signature by a known account or person: the phone is notified, and shows a code to compare with the one shown here.
#[derive(Debug)]
pub struct Signature {
    conversation: Conversation,
    prompted: bool,
}

impl Signature {
    /// Asks an account for a signature.
    ///
    /// # Errors
    /// [`Error::Algorithm`].
    pub fn new(
        party: &RelyingParty,
        document_number: &DocumentNumber,
        order: &SignatureOrder,
    ) -> Result<Self, Error> {
        Self::of(party, Asked::Account(document_number), order)
    }

    /// Asks an account or a person for a signature.
    ///
    /// # Errors
    /// [`Error::Algorithm`].
    pub fn of(party: &RelyingParty, asked: Asked<'_>, order: &SignatureOrder) -> Result<Self, Error> {
        let body = body(party, order, None)?;
        let path = asked.path("notification");
        let conversation = Conversation::new(party, &path, &body, Opening::WithCode, PATIENCE);
        Ok(Self { conversation, prompted: false })
    }

    /// A signature that was asked for at that time, in whichever way, and is only waited for.
    pub fn resuming(party: &RelyingParty, open: &OpenSession, at: Time) -> Self {
        Self { conversation: Conversation::resumed(party, open, at, PATIENCE), prompted: false }
    }
}

/// A signature by a known account or person who scans a code on the screen, which is new each second; then PIN2 is typed,
/// and there is no code to compare.
#[derive(Debug)]
pub struct DeviceLinkSignature {
    conversation: Conversation,
    digest: String,
    interactions: String,
    screen: LinkScreen,
}

impl DeviceLinkSignature {
    /// Asks an account or a person for a signature.
    ///
    /// # Errors
    /// [`Error::Algorithm`]; [`Error::Interaction`] when choosing a code is among the screens.
    pub fn new(party: &RelyingParty, asked: Asked<'_>, order: &SignatureOrder) -> Result<Self, Error> {
        order.interactions.without_code_choice()?;
        let body = body(party, order, None)?;
        let (digest, path) = (body.signature_protocol_parameters.digest.clone(), asked.path("device-link"));
        let conversation = Conversation::new(party, &path, &body, Opening::WithLink, PATIENCE);
        let interactions = order.interactions.encoded().to_owned();
        Ok(Self { conversation, digest, interactions, screen: LinkScreen::default() })
    }
}

impl Session for DeviceLinkSignature {
    type Output = SignatureResult;

    fn poll(&mut self, now: Time) -> Result<Step<SignatureResult>, Error> {
        let session = SessionType::Signature { digest: &self.digest, interactions: &self.interactions };
        if let Some(prompt) = self.screen.prompt(&self.conversation, session, now)? {
            return Ok(Step::Show(prompt));
        }
        match self.conversation.poll(now, self.screen.hold())? {
            Next::Wait { until } => Ok(Step::Wait { until: until.min(self.shows_next().unwrap_or(until)) }),
            next => step(next),
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

    fn on_phone(&self) -> OnPhone {
        self.conversation.on_phone()
    }

    fn briefly(&mut self) {
        self.conversation.briefly();
    }
}

impl Session for Signature {
    type Output = SignatureResult;

    fn poll(&mut self, now: Time) -> Result<Step<SignatureResult>, Error> {
        if let (false, Some(Begun { at, code, .. })) = (self.prompted, self.conversation.begun()) {
            self.prompted = true;
            let until = at.plus(TIME_TO_ANSWER);
            return Ok(Step::Show(match code {
                Some(code) => Prompt::VerificationCode { code: code.clone(), until },
                // One that followed a scanned code, and is waited for again.
                None => Prompt::ApproveOnPhone,
            }));
        }
        step(self.conversation.poll(now, HOLD)?)
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

/// The signature that follows a scanned code: the app is open, no code is shown, PIN2 is typed.
#[derive(Debug)]
pub struct LinkedSignature {
    conversation: Conversation,
    prompted: bool,
}

impl LinkedSignature {
    /// Asks the account that was just chosen for a signature.
    ///
    /// # Errors
    /// [`Error::Algorithm`]; [`Error::Interaction`] when choosing a code is among the screens.
    pub fn new(
        party: &RelyingParty,
        document_number: &DocumentNumber,
        session: &LinkedSession,
        order: &SignatureOrder,
    ) -> Result<Self, Error> {
        order.interactions.without_code_choice()?;
        let path = format!("/signature/notification/linked/{document_number}");
        let body = body(party, order, Some(session))?;
        let conversation = Conversation::new(party, &path, &body, Opening::Plain, PATIENCE);
        Ok(Self { conversation, prompted: false })
    }
}

impl Session for LinkedSignature {
    type Output = SignatureResult;

    fn poll(&mut self, now: Time) -> Result<Step<SignatureResult>, Error> {
        if !self.prompted && self.conversation.begun().is_some() {
            self.prompted = true;
            return Ok(Step::Show(Prompt::ApproveOnPhone));
        }
        step(self.conversation.poll(now, HOLD)?)
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

fn step(next: Next<Completed>) -> Result<Step<SignatureResult>, Error> {
    match next {
        Next::Send(request) => Ok(Step::Send(request)),
        Next::Wait { until } => Ok(Step::Wait { until }),
        Next::Over(completed) => result(completed).map(Step::Done),
    }
}

fn result(completed: Completed) -> Result<SignatureResult, Error> {
    let malformed = |what: &str| Error::Malformed { what: what.to_owned() };
    if completed.protocol.as_deref() != Some(PROTOCOL) {
        return Err(malformed("signatureProtocol"));
    }
    let signature = completed.signature.ok_or_else(|| malformed("signature.value is missing"))?;
    Ok(SignatureResult {
        value: signature.value,
        algorithm: signature.algorithm,
        certificate: completed.certificate,
        document_number: completed.document_number,
        interaction_type: completed.interaction,
        flow_type: completed.flow.ok_or_else(|| malformed("signature.flowType is missing"))?,
        level: completed.level,
        device_address: completed.device_address,
    })
}

/// Bytes as base64 text.
mod base64_text {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map_err(serde::de::Error::custom)
    }
}
