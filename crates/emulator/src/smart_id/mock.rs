//! A phone that reads a device link: `POST /mock/device-link`, and the phone page's camera.

use http::Request;
use serde::Deserialize;

use super::device_link::{self, AuthCodeInput, DeviceLink, LinkType};
use super::request::Purpose;
use super::session::{EndResult, FlowType, Phase, Session};
use crate::realm::Realm;
use crate::reply::{self, Answer};
use crate::state::State;

/// A code older than this is refused, in milliseconds: three seconds that a code may be shown, and the way from the
/// screen through the phone to the service.
const STALE_MS: i64 = 5_000;

/// `DeviceLinkRequestBody` of the published mock service.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    document_number: String,
    device_link: String,
    flow_type: LinkType,
    browser_cookie: Option<String>,
    initial_callback_url: Option<String>,
}

/// Answers `POST /mock/device-link`: 200, or 400 with the reason in plain words.
pub fn handle(request: &Request<Vec<u8>>, realm: &Realm, state: &mut State, now: i64) -> Answer {
    let Ok(body) = serde_json::from_slice::<Body>(request.body()) else {
        return refused("the body is not as it should be");
    };
    let same_device = body.flow_type != LinkType::QR;
    if same_device && (body.browser_cookie.is_none() || body.initial_callback_url.is_none()) {
        return refused("browserCookie and initialCallbackUrl are missing");
    }
    match scan(&body.document_number, &body.device_link, Some(body.flow_type), realm, state, now) {
        Ok(id) => {
            if let Some(session) = state.session_mut(&id) {
                session.browser = body.browser_cookie.filter(|_| same_device);
            }
            reply::empty(200)
        }
        Err(reason) => refused(reason),
    }
}

/// The phone of `document_number` reads `link`: the session goes on there. Gives the session's identifier.
pub fn scan(
    document_number: &str,
    link: &str,
    expected: Option<LinkType>,
    realm: &Realm,
    state: &mut State,
    now: i64,
) -> Result<String, &'static str> {
    let account = realm.by_document(document_number).ok_or("no such account")?;
    let link =
        device_link::parse(link, &realm.urls.device_link()).ok_or("not a device link of this service")?;
    if expected.is_some_and(|expected| expected != link.link_type) {
        return Err("the link is of another type");
    }
    let is_meant = |session: &Session| session.link.as_ref().is_some_and(|known| known.token == link.token);
    let index = state.sessions.iter().position(is_meant).ok_or("no such session")?;
    check(&state.sessions[index], &link, account, now)?;
    let interrupts = state.interrupts(account);
    let session = &mut state.sessions[index];
    session.account = Some(account);
    session.flow = FlowType::Link(link.link_type);
    session.phase = Phase::Waiting { since: now };
    let id = session.id.clone();
    if interrupts {
        state.complete(index, now, EndResult::ExpectedLinkedSession);
    }
    Ok(id)
}

/// Integrity, validity and freshness of the link.
fn check(session: &Session, link: &DeviceLink<'_>, account: usize, now: i64) -> Result<(), &'static str> {
    if session.phase != Phase::AwaitingLink {
        return Err("the link was used already");
    }
    if session.account.is_some_and(|known| known != account) {
        return Err("the session is for another document");
    }
    if link.session_type != kind(session).0 {
        return Err("the link is for another kind of session");
    }
    if expected_code(session, link).is_none_or(|code| code != link.auth_code) {
        return Err("the authCode is wrong");
    }
    let age = link.elapsed.map(|elapsed| {
        let drawn = i64::try_from(elapsed).unwrap_or(i64::MAX).saturating_mul(1000);
        (now - session.created).saturating_sub(drawn)
    });
    match age {
        Some(age) if age >= STALE_MS + 1000 => Err("the code is too old"),
        Some(age) if age < -1000 => Err("the code is from the future"),
        _ => Ok(()),
    }
}

/// `sessionType` of the links of a session, and its `signatureProtocol`.
fn kind(session: &Session) -> (&'static str, &'static str) {
    match session.order.purpose {
        Purpose::Authentication(_) => ("auth", "ACSP_V2"),
        Purpose::Signature(_) => ("sign", "RAW_DIGEST_SIGNATURE"),
        Purpose::Certificate | Purpose::CertificateChoice(_) => ("cert", ""),
    }
}

fn expected_code(session: &Session, link: &DeviceLink<'_>) -> Option<String> {
    let secret = &session.link.as_ref()?.secret;
    let signing = session.order.signing.as_ref();
    let callback = match link.link_type {
        LinkType::QR => "",
        LinkType::App2App | LinkType::Web2App => session.order.callback.as_deref()?,
    };
    let input = AuthCodeInput {
        scheme: &session.registration.scheme_name,
        protocol: kind(session).1,
        challenge: signing.map_or("", |order| &order.challenge_text),
        relying_party_name: &session.order.relying_party_name,
        brokered_name: &session.registration.brokered_rp_name,
        interactions: signing.map_or("", |order| &order.interactions_text),
        callback,
    };
    Some(device_link::auth_code(secret, &input, link.unprotected))
}

fn refused(reason: &'static str) -> Answer {
    reply::text(400, reason)
}
