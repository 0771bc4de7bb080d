//! What all sessions share: a request opens it, then its state is asked for until it ended.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::Time;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::{get, post};
use crate::secret::Secret;
use crate::session::{Request, Response};

use super::problem::{self, Asked};
use super::relying_party::RelyingParty;
use super::status::{self, Completed, Status};

const JSON: &str = "application/json";
/// Two questions for the state are at least so far apart, however quickly the service answers.
const PAUSE: Duration = Duration::from_secs(1);
/// So often in a row the service may be unavailable while a person types a PIN: what was typed must not be lost.
const TOLERATED: u32 = 3;
/// Bounds of `timeoutMs`.
const HOLD: std::ops::RangeInclusive<u64> = 1_000..=120_000;

/// What the answer to the opening request holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// `sessionID` alone.
    Plain,
    /// And the code to show.
    WithCode,
    /// And what a device link is made of.
    WithLink,
}

/// What is next.
pub(crate) enum Next {
    Send(Request),
    Wait { until: Time },
    Over(Completed),
}

/// What the opening request was answered with.
#[derive(Clone, Debug)]
pub(crate) struct Begun {
    pub at: Time,
    pub id: Secret,
    pub code: Option<String>,
    pub link: Option<LinkParts>,
}

/// `DeviceLinkResponse` without the session's identifier.
#[derive(Clone, Debug)]
pub(crate) struct LinkParts {
    pub base: String,
    pub token: Secret,
    /// Base64, known to decode.
    pub secret: Secret,
}

pub(crate) struct Conversation {
    party: RelyingParty,
    url: String,
    body: Vec<u8>,
    opening: Opening,
    /// How long after the opening we give up; the service should have said `TIMEOUT` before.
    patience: Duration,
    begun: Option<Begun>,
    asked_at: Option<Time>,
    not_before: Option<Time>,
    unavailable: u32,
    end: Option<Result<Box<Completed>, Error>>,
}

/// Neither the bodies nor the identifier of the session: who has it can ask for the session's outcome.
impl std::fmt::Debug for Conversation {
    fn fmt(&self, into: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (begun, ended) = (self.begun.is_some(), self.end.is_some());
        let mut shown = into.debug_struct("Conversation");
        shown
            .field("opening", &self.opening)
            .field("begun", &begun)
            .field("ended", &ended)
            .finish_non_exhaustive()
    }
}

impl Conversation {
    pub(crate) fn new(
        party: &RelyingParty,
        path: &str,
        body: &impl Serialize,
        opening: Opening,
        patience: Duration,
    ) -> Self {
        // Our own plain types: writing them as JSON cannot fail.
        let body = serde_json::to_vec(body).unwrap_or_default();
        Self {
            party: party.clone(),
            url: party.url(path),
            body,
            opening,
            patience,
            begun: None,
            asked_at: None,
            not_before: None,
            unavailable: 0,
            end: None,
        }
    }

    pub(crate) fn party(&self) -> &RelyingParty {
        &self.party
    }

    /// Set once the session exists.
    pub(crate) fn begun(&self) -> Option<&Begun> {
        self.begun.as_ref()
    }

    /// Whether nothing more will be sent.
    pub(crate) fn is_over(&self) -> bool {
        self.end.is_some()
    }

    /// `hold` is how long the service may keep a question for the state open.
    pub(crate) fn poll(&mut self, now: Time, hold: Duration) -> Result<Next, Error> {
        if let Some(end) = &self.end {
            return end.clone().map(|completed| Next::Over(*completed));
        }
        let Some(begun) = &self.begun else {
            return post(&self.url, JSON, JSON, self.body.clone()).map(Next::Send);
        };
        let left = begun.at.plus(self.patience).since(now);
        if left.is_zero() {
            self.end = Some(Err(Error::TimedOut));
            return Err(Error::TimedOut);
        }
        if let Some(until) = self.not_before.filter(|&until| now < until) {
            return Ok(Next::Wait { until });
        }
        let hold =
            u64::try_from(hold.min(left).as_millis()).unwrap_or(u64::MAX).clamp(*HOLD.start(), *HOLD.end());
        let url = self.party.url(&format!("/session/{}?timeoutMs={hold}", begun.id.reveal()));
        self.asked_at = Some(now);
        get(&url, JSON).map(Next::Send)
    }

    pub(crate) fn handle(&mut self, response: Response, now: Time) {
        if self.end.is_some() {
            return;
        }
        if self.begun.is_none() {
            match problem::body(response, Asked::Account).and_then(|body| open(&body, self.opening, now)) {
                Ok(begun) => self.begun = Some(begun),
                Err(error) => self.end = Some(Err(error)),
            }
            return;
        }
        match problem::body(response, Asked::Session).and_then(|body| status::read(&body)) {
            Ok(Status::Running) => {
                self.unavailable = 0;
                self.not_before = self.asked_at.map(|at| at.plus(PAUSE));
            }
            Ok(Status::Complete(completed)) => self.end = Some(Ok(completed)),
            Err(Error::Unavailable { .. }) if self.unavailable < TOLERATED => {
                self.not_before = Some(now.plus(PAUSE * 2_u32.pow(self.unavailable)));
                self.unavailable += 1;
            }
            Err(error) => self.end = Some(Err(error)),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Opened {
    #[serde(rename = "sessionID")]
    session_id: String,
    session_token: Option<String>,
    session_secret: Option<String>,
    device_link_base: Option<String>,
    vc: Option<Code>,
}

#[derive(Deserialize)]
struct Code {
    r#type: String,
    value: String,
}

fn open(body: &[u8], opening: Opening, at: Time) -> Result<Begun, Error> {
    let opened: Opened = problem::json(body)?;
    if !plain(&opened.session_id) {
        return Err(malformed("sessionID"));
    }
    let code = match (opening, opened.vc) {
        (Opening::WithCode, Some(code)) => Some(four_digits(code)?),
        (Opening::WithCode, None) => return Err(malformed("vc is missing")),
        _ => None,
    };
    let link = match opening {
        Opening::WithLink => {
            Some(link(opened.session_token, opened.session_secret, opened.device_link_base)?)
        }
        _ => None,
    };
    Ok(Begun { at, id: Secret::new(opened.session_id), code, link })
}

fn four_digits(code: Code) -> Result<String, Error> {
    let digits = code.value.len() == 4 && code.value.bytes().all(|byte| byte.is_ascii_digit());
    if code.r#type == "numeric4" && digits { Ok(code.value) } else { Err(malformed("vc")) }
}

fn link(token: Option<String>, secret: Option<String>, base: Option<String>) -> Result<LinkParts, Error> {
    let token = token.filter(|token| plain(token)).ok_or_else(|| malformed("sessionToken"))?;
    let secret = secret.filter(|secret| STANDARD.decode(secret).is_ok_and(|key| !key.is_empty()));
    let secret = secret.ok_or_else(|| malformed("sessionSecret"))?;
    // It becomes part of a picture that a phone opens: an https address without query, fragment or separator.
    let clean = |base: &String| {
        base.starts_with("https://")
            && base.len() <= 500
            && base.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#|\"<>".contains(&byte))
    };
    let base = base.filter(clean).ok_or_else(|| malformed("deviceLinkBase"))?;
    Ok(LinkParts { base, token: Secret::new(token), secret: Secret::new(secret) })
}

/// What may stand in a path or a link as it is.
fn plain(text: &str) -> bool {
    (1..=256).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

fn malformed(what: &str) -> Error {
    Error::Malformed { what: what.to_owned() }
}
