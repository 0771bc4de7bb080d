//! Relying Party API v2: what gateways speak that have not been renewed. The same questions and results as those of v3, in
//! other words: by notification alone, RSASSA-PKCS1-v1_5 alone, and a code that both sides compute.

mod status;

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{DigestAlgorithm, SignatureAlgorithm, Time};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;
use crate::polling::{Dialect, HOLD, Next, PATIENCE, Polling};
use crate::secret::Secret;
use crate::session::{OnPhone, OpenSession, Prompt, Response, Session, Step};

use super::certificate::{ChosenCertificate, chosen};
use super::interaction::Wire;
use super::problem::{self, Asked as Question};
use super::relying_party::{ByAgreement, CertificateLevel, Nonce, RelyingParty};
use super::signature::{Asked, SignatureOrder, SignatureResult};
use super::status::{Completed, FlowType, malformed};
use super::verification_code::verification_code;

/// What a person is told to have.
const TIME_TO_ANSWER: Duration = Duration::from_secs(120);
/// Bounds of `timeoutMs`.
const HOLD_MS: std::ops::RangeInclusive<u64> = 1_000..=120_000;

/// The hashes: as `hashType` names them, and in the names of algorithms.
const HASHES: [(DigestAlgorithm, &str, &str); 3] = [
    (DigestAlgorithm::Sha256, "SHA256", "sha256WithRSAEncryption"),
    (DigestAlgorithm::Sha384, "SHA384", "sha384WithRSAEncryption"),
    (DigestAlgorithm::Sha512, "SHA512", "sha512WithRSAEncryption"),
];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asking<'a> {
    #[serde(rename = "relyingPartyUUID")]
    uuid: &'a str,
    relying_party_name: &'a str,
    certificate_level: CertificateLevel,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<&'a str>,
    #[serde(flatten)]
    by_agreement: ByAgreement<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Signing<'a> {
    #[serde(flatten)]
    asking: Asking<'a>,
    hash: String,
    hash_type: &'static str,
    allowed_interactions_order: Vec<Wire<'a>>,
}

fn asking<'a>(party: &'a RelyingParty, level: CertificateLevel, nonce: Option<&'a Nonce>) -> Asking<'a> {
    let nonce = nonce.map(Nonce::as_str);
    let (relying_party_name, by_agreement) = (&party.name, party.by_agreement());
    Asking { uuid: &party.uuid, relying_party_name, certificate_level: level, nonce, by_agreement }
}

fn path(kind: &str, asked: Asked<'_>) -> String {
    match asked {
        Asked::Account(number) => format!("/{kind}/document/{number}"),
        Asked::Person(person) => format!("/{kind}/etsi/{person}"),
    }
}

/// The certificate of a person or an account; the person confirms on the phone which account it shall be.
#[derive(Debug)]
pub struct CertificateChoice {
    polling: Polling<RpApi>,
    level: CertificateLevel,
    prompted: bool,
}

impl CertificateChoice {
    /// Asks a person or an account.
    pub fn new(
        party: &RelyingParty,
        asked: Asked<'_>,
        level: CertificateLevel,
        nonce: Option<&Nonce>,
    ) -> Self {
        let url = party.url_v2(&path("certificatechoice", asked));
        let polling = Polling::opening(RpApi::of(party), url, &asking(party, level, nonce), PATIENCE);
        Self { polling, level, prompted: false }
    }

    /// A choice that was asked for at that time, and is only waited for.
    pub fn resuming(party: &RelyingParty, level: CertificateLevel, open: &OpenSession, at: Time) -> Self {
        Self { polling: Polling::resuming(RpApi::of(party), open, at, PATIENCE), level, prompted: false }
    }
}

impl Session for CertificateChoice {
    type Output = ChosenCertificate;

    fn poll(&mut self, now: Time) -> Result<Step<ChosenCertificate>, Error> {
        if !self.prompted && self.polling.begun().is_some() {
            self.prompted = true;
            return Ok(Step::Show(Prompt::ConfirmOnPhone));
        }
        match self.polling.poll(now, HOLD)? {
            Next::Send(request) => Ok(Step::Send(request)),
            Next::Wait { until } => Ok(Step::Wait { until }),
            Next::Over(completed) => chosen(completed, self.level, None).map(Step::Done),
        }
    }

    fn handle(&mut self, response: Response, now: Time) {
        self.polling.handle(response, now);
    }

    fn recognised_for(&self) -> Option<Duration> {
        self.polling.recognised_for()
    }

    fn on_phone(&self) -> OnPhone {
        self.polling.on_phone()
    }

    fn briefly(&mut self) {
        self.polling.briefly();
    }
}

/// Says, before anybody is asked, whether this version makes signatures with an algorithm.
///
/// # Errors
/// [`Error::Algorithm`].
pub fn can_sign(algorithm: &SignatureAlgorithm) -> Result<(), Error> {
    named(algorithm).map(drop)
}

fn named(algorithm: &SignatureAlgorithm) -> Result<(DigestAlgorithm, &'static str), Error> {
    let unknown = || Error::Algorithm { detail: algorithm.to_string() };
    let SignatureAlgorithm::RsaPkcs1(hash) = algorithm else { return Err(unknown()) };
    let (_, hash_type, _) = HASHES.into_iter().find(|(known, ..)| known == hash).ok_or_else(unknown)?;
    Ok((*hash, hash_type))
}

/// A signature by a known account: the phone is notified, and shows the code that is shown here.
#[derive(Debug)]
pub struct Signature {
    polling: Polling<RpApi>,
    code: String,
    /// When it was asked for, where it is waited for again.
    since: Option<Time>,
    prompted: bool,
}

impl Signature {
    /// Asks an account or a person for a signature.
    ///
    /// # Errors
    /// [`Error::Algorithm`] for anything but RSASSA-PKCS1-v1_5 over a digest of SHA-2 that has its length.
    pub fn new(party: &RelyingParty, asked: Asked<'_>, order: &SignatureOrder) -> Result<Self, Error> {
        let (hash, hash_type) = named(&order.algorithm)?;
        if order.digest.len() != hash.len() {
            let detail =
                format!("digest of {} bytes, the algorithm's has {}", order.digest.len(), hash.len());
            return Err(Error::Algorithm { detail });
        }
        let body = Signing {
            asking: asking(party, order.level, order.nonce.as_ref()),
            hash: STANDARD.encode(&order.digest),
            hash_type,
            allowed_interactions_order: order.interactions.plain(),
        };
        let url = party.url_v2(&path("signature", asked));
        let polling = Polling::opening(RpApi::of(party), url, &body, PATIENCE);
        Ok(Self { polling, code: verification_code(&order.digest), since: None, prompted: false })
    }

    /// The signature over this digest, which was asked for at that time and is only waited for.
    pub fn resuming(party: &RelyingParty, digest: &[u8], open: &OpenSession, at: Time) -> Self {
        let polling = Polling::resuming(RpApi::of(party), open, at, PATIENCE);
        Self { polling, code: verification_code(digest), since: Some(at), prompted: false }
    }
}

impl Session for Signature {
    type Output = SignatureResult;

    fn poll(&mut self, now: Time) -> Result<Step<SignatureResult>, Error> {
        // Before the request: the code has to be on the screen when the phone rings.
        if !self.prompted {
            self.prompted = true;
            let until = self.since.unwrap_or(now).plus(TIME_TO_ANSWER);
            return Ok(Step::Show(Prompt::VerificationCode { code: self.code.clone(), until }));
        }
        match self.polling.poll(now, HOLD)? {
            Next::Send(request) => Ok(Step::Send(request)),
            Next::Wait { until } => Ok(Step::Wait { until }),
            Next::Over(completed) => result(completed).map(Step::Done),
        }
    }

    fn handle(&mut self, response: Response, now: Time) {
        self.polling.handle(response, now);
    }

    fn recognised_for(&self) -> Option<Duration> {
        self.polling.recognised_for()
    }

    fn on_phone(&self) -> OnPhone {
        self.polling.on_phone()
    }

    fn briefly(&mut self) {
        self.polling.briefly();
    }
}

fn result(completed: Completed) -> Result<SignatureResult, Error> {
    let signature = completed.signature.ok_or_else(|| malformed("signature is missing"))?;
    Ok(SignatureResult {
        value: signature.value,
        algorithm: signature.algorithm,
        certificate: completed.certificate,
        document_number: completed.document_number,
        interaction_type: completed.interaction,
        flow_type: FlowType::Notification,
        level: completed.level,
        device_address: completed.device_address,
    })
}

/// API v2 as a [`Dialect`].
struct RpApi {
    party: RelyingParty,
}

impl RpApi {
    fn of(party: &RelyingParty) -> Self {
        Self { party: party.clone() }
    }
}

#[derive(Deserialize)]
struct Opened {
    #[serde(rename = "sessionID")]
    session_id: String,
}

impl Dialect for RpApi {
    type Begun = Secret;
    type Completed = Completed;

    fn opened(&self, response: Response, _at: Time) -> Result<Secret, Error> {
        let opened: Opened = json(&problem::body(response, Question::Account)?)?;
        let id = opened.session_id;
        let plain = (1..=256).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if plain { Ok(Secret::new(id)) } else { Err(malformed("sessionID")) }
    }

    fn question(&self, id: &Secret, hold: Duration) -> String {
        let hold =
            u64::try_from(hold.as_millis()).unwrap_or(u64::MAX).clamp(*HOLD_MS.start(), *HOLD_MS.end());
        self.party.url_v2(&format!("/session/{}?timeoutMs={hold}", id.reveal()))
    }

    fn state(&self, response: Response) -> Result<Option<Completed>, Error> {
        status::read(&problem::body(response, Question::Session)?)
    }

    fn open(&self, id: &Secret) -> OpenSession {
        OpenSession { id: id.clone(), code: None }
    }

    fn begun(&self, open: &OpenSession, _at: Time) -> Secret {
        open.id.clone()
    }
}
