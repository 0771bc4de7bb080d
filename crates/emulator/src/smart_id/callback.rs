//! Where the app sends the person back to after a link from the same device.
//! <https://sk-eid.github.io/smart-id-documentation/rp-api/callback_urls.html>

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::acsp::Nonces;
use super::device_link::LinkType;
use super::session::{EndResult, FlowType, Phase, Session};
use crate::realm::Realm;

/// Where a link from the same device leads back to.
#[derive(Clone, Debug)]
pub struct Return {
    /// `initialCallbackUrl`, as sent.
    address: String,
    /// `sessionSecret`, decoded.
    secret: [u8; 32],
    /// The cookie of the browser it came from, where that is known.
    browser: Option<String>,
}

/// A page that the browser of the mock phone opens at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The address, with what the app adds to it.
    pub url: String,
    /// `Cookie`, as the relying party set it.
    pub cookie: String,
}

impl Return {
    /// That of the link which brought `session` to the phone; none for a code on another screen.
    pub fn of(session: &Session) -> Option<Self> {
        let FlowType::Link(LinkType::App2App | LinkType::Web2App) = session.flow else { return None };
        let (address, browser) = (session.order.callback.clone()?, session.browser.clone());
        Some(Self { address, secret: session.link.as_ref()?.secret, browser })
    }
}

/// Where the link that led to `session` leads back to.
fn back(session: &Session) -> Option<Return> {
    session.follows.clone().or_else(|| Return::of(session))
}

/// What the browser of the mock phone opens when `session` ended, if it was the mock phone that followed its link.
pub fn visit(session: &Session, realm: &Realm) -> Option<Visit> {
    Some(Visit { url: url(session, realm)?, cookie: back(session)?.browser? })
}

/// The address that the app opens when `session` ended; none for a code on another screen, and none while it goes on. After
/// a certificate choice that went well the app waits for the linked signature, and goes back after that one.
pub fn url(session: &Session, realm: &Realm) -> Option<String> {
    let Phase::Complete { end, .. } = &session.phase else { return None };
    let went_well = *end == EndResult::Ok;
    if went_well && !session.is_signature() {
        return None;
    }
    let Return { address, secret, .. } = back(session)?;
    let joined = if address.contains('?') { '&' } else { '?' };
    let mut url =
        format!("{address}{joined}sessionSecretDigest={}", URL_SAFE_NO_PAD.encode(Sha256::digest(secret)));
    if went_well && session.order.purpose.authenticates() {
        url.push_str("&userChallengeVerifier=");
        url.push_str(&Nonces::of(session, realm).verifier);
    }
    Some(url)
}
