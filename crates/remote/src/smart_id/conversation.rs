//! How a session of the RP API is opened, and how it is asked about.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::Time;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;
use crate::polling::{Dialect, Polling};
use crate::secret::Secret;
use crate::session::{OpenSession, Response};

use super::problem::{self, Asked};
use super::relying_party::RelyingParty;
use super::status::{self, Completed, Status};

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

/// The RP API as a [`Dialect`].
#[derive(Clone, Debug)]
pub(crate) struct RpApi {
    party: RelyingParty,
    opening: Opening,
}

pub(crate) type Conversation = Polling<RpApi>;

impl Polling<RpApi> {
    pub(crate) fn new(
        party: &RelyingParty,
        path: &str,
        body: &impl Serialize,
        opening: Opening,
        patience: Duration,
    ) -> Self {
        let dialect = RpApi { party: party.clone(), opening };
        Self::opening(dialect, party.url(path), body, patience)
    }

    /// A session that was opened at that time.
    pub(crate) fn resumed(party: &RelyingParty, open: &OpenSession, at: Time, patience: Duration) -> Self {
        Self::resuming(RpApi { party: party.clone(), opening: Opening::Plain }, open, at, patience)
    }

    pub(crate) fn party(&self) -> &RelyingParty {
        &self.dialect().party
    }
}

impl Dialect for RpApi {
    type Begun = Begun;
    type Completed = Completed;

    fn opened(&self, response: Response, at: Time) -> Result<Begun, Error> {
        open(&problem::body(response, Asked::Account)?, self.opening, at)
    }

    fn question(&self, begun: &Begun, hold: Duration) -> String {
        let hold = u64::try_from(hold.as_millis()).unwrap_or(u64::MAX).clamp(*HOLD.start(), *HOLD.end());
        self.party.url(&format!("/session/{}?timeoutMs={hold}", begun.id.reveal()))
    }

    fn state(&self, response: Response) -> Result<Option<Completed>, Error> {
        match status::read(&problem::body(response, Asked::Session)?)? {
            Status::Running => Ok(None),
            Status::Complete(completed) => Ok(Some(*completed)),
        }
    }

    fn open(&self, begun: &Begun) -> OpenSession {
        OpenSession { id: begun.id.clone(), code: begun.code.clone() }
    }

    /// Without what a device link is made of: that is never kept.
    fn begun(&self, open: &OpenSession, at: Time) -> Begun {
        Begun { at, id: open.id.clone(), code: open.code.clone(), link: None }
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
    let opened: Opened = json(body)?;
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
