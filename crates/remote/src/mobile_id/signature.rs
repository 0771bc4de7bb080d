//! The digest goes out, the signature value comes back, Mobile-ID API 3.2 and 3.3.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{DigestAlgorithm, Time};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;
use crate::polling::{Dialect, HOLD, Next, PATIENCE, Polling};
use crate::secret::Secret;
use crate::session::{OnPhone, OpenSession, Prompt, Response, Session, Step};

use super::certificate::Asking;
use super::display_text::DisplayText;
use super::phone_number::Subscriber;
use super::problem::{self, Asked};
use super::relying_party::RelyingParty;
use super::status::{self, HASHES, SignatureAnswer, malformed};
use super::verification_code::verification_code;

/// "Around two minutes" a person has.
const TIME_TO_ANSWER: Duration = Duration::from_secs(120);
/// The least and most that the service keeps a question open; beyond it takes its own bounds and says nothing.
const BOUNDS: std::ops::RangeInclusive<u64> = 1_000..=60_000;

/// What shall be signed.
#[derive(Clone, Debug)]
pub struct SignatureOrder {
    /// The digest of the data to be signed.
    pub digest: Vec<u8>,
    /// The hash that made it.
    pub hash: DigestAlgorithm,
    /// What the phone shows beside the relying party's name.
    pub text: DisplayText,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    #[serde(flatten)]
    asking: Asking<'a>,
    hash: String,
    hash_type: &'static str,
    language: &'static str,
    display_text: &'a str,
    display_text_format: &'static str,
}

/// Says, before anybody is asked, whether the service takes a digest of this kind.
///
/// # Errors
/// [`Error::Algorithm`].
pub fn can_sign(hash: DigestAlgorithm) -> Result<(), Error> {
    named(hash).map(drop)
}

fn named(hash: DigestAlgorithm) -> Result<(DigestAlgorithm, &'static str), Error> {
    let found = HASHES.iter().find(|(known, _)| *known == hash);
    found.copied().ok_or_else(|| Error::Algorithm { detail: hash.name().to_owned() })
}

/// A signature by a subscriber: the phone shows a code to compare with the one shown here, and asks for PIN2.
#[derive(Debug)]
pub struct Signature {
    polling: Polling<MidApi>,
    code: String,
    /// When it was asked for, where it is waited for again.
    since: Option<Time>,
    prompted: bool,
}

impl Signature {
    /// Asks a subscriber for a signature.
    ///
    /// # Errors
    /// [`Error::Algorithm`] when the service does not know the hash, or the digest has not its length.
    pub fn new(party: &RelyingParty, subscriber: &Subscriber, order: &SignatureOrder) -> Result<Self, Error> {
        let (hash, hash_type) = named(order.hash)?;
        if order.digest.len() != hash.len() {
            let detail =
                format!("digest of {} bytes, the algorithm's has {}", order.digest.len(), hash.len());
            return Err(Error::Algorithm { detail });
        }
        let body = Body {
            asking: Asking::new(party, subscriber),
            hash: STANDARD.encode(&order.digest),
            hash_type,
            language: party.language.name(),
            display_text: order.text.as_str(),
            display_text_format: order.text.format(),
        };
        let polling =
            Polling::opening(MidApi { party: party.clone() }, party.url("/signature"), &body, PATIENCE);
        Ok(Self { polling, code: verification_code(&order.digest), since: None, prompted: false })
    }

    /// The signature over this digest, which was asked for at that time and is only waited for.
    pub fn resuming(party: &RelyingParty, digest: &[u8], open: &OpenSession, at: Time) -> Self {
        let polling = Polling::resuming(MidApi { party: party.clone() }, open, at, PATIENCE);
        Self { polling, code: verification_code(digest), since: Some(at), prompted: false }
    }
}

impl Session for Signature {
    type Output = SignatureAnswer;

    fn poll(&mut self, now: Time) -> Result<Step<SignatureAnswer>, Error> {
        // Before the request: the code has to be on the screen when the phone rings.
        if !self.prompted {
            self.prompted = true;
            let until = self.since.unwrap_or(now).plus(TIME_TO_ANSWER);
            return Ok(Step::Show(Prompt::VerificationCode { code: self.code.clone(), until }));
        }
        match self.polling.poll(now, HOLD) {
            Ok(Next::Send(request)) => Ok(Step::Send(request)),
            Ok(Next::Wait { until }) => Ok(Step::Wait { until }),
            Ok(Next::Over(answer)) => Ok(Step::Done(answer)),
            Err(Error::TimedOut) => Err(Error::MobileTimedOut),
            Err(error) => Err(error),
        }
    }

    fn handle(&mut self, response: Response, now: Time) {
        self.polling.handle(response, now);
    }

    /// Nothing is said about a repeated opening: it would be a second session.
    fn may_repeat(&self) -> bool {
        self.polling.begun().is_some()
    }

    fn on_phone(&self) -> OnPhone {
        self.polling.on_phone()
    }

    fn briefly(&mut self) {
        self.polling.briefly();
    }
}

/// The REST API as a [`Dialect`].
struct MidApi {
    party: RelyingParty,
}

#[derive(Deserialize)]
struct Opened {
    /// Older services wrote the last letter small.
    #[serde(rename = "sessionID", alias = "sessionId")]
    session_id: String,
}

impl Dialect for MidApi {
    type Begun = Secret;
    type Completed = SignatureAnswer;

    fn opened(&self, response: Response, _at: Time) -> Result<Secret, Error> {
        let opened: Opened = json(&problem::body(response, Asked::Subscriber)?)?;
        let id = opened.session_id;
        let plain = (1..=256).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if plain { Ok(Secret::new(id)) } else { Err(malformed("sessionID")) }
    }

    fn question(&self, id: &Secret, hold: Duration) -> String {
        let hold = u64::try_from(hold.as_millis()).unwrap_or(u64::MAX).clamp(*BOUNDS.start(), *BOUNDS.end());
        self.party.url(&format!("/signature/session/{}?timeoutMs={hold}", id.reveal()))
    }

    fn state(&self, response: Response) -> Result<Option<SignatureAnswer>, Error> {
        status::read(&problem::body(response, Asked::Session)?)
    }

    fn open(&self, id: &Secret) -> OpenSession {
        OpenSession { id: id.clone(), code: None }
    }

    fn begun(&self, open: &OpenSession, _at: Time) -> Secret {
        open.id.clone()
    }
}
