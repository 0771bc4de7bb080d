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
}

impl Return {
    /// That of the link which brought `session` to the phone; none for a code on another screen.
    pub fn of(session: &Session) -> Option<Self> {
        let FlowType::Link(LinkType::App2App | LinkType::Web2App) = session.flow else { return None };
        Some(Self { address: session.order.callback.clone()?, secret: session.link.as_ref()?.secret })
    }
}

/// The address that the app opens when `session` ended; none for a code on another screen, and none while it goes on. After
/// a certificate choice that went well the app waits for the linked signature, and goes back after that one.
pub fn url(session: &Session, realm: &Realm) -> Option<String> {
    let Phase::Complete { end, .. } = &session.phase else { return None };
    let went_well = *end == EndResult::Ok;
    if went_well && !session.is_signature() {
        return None;
    }
    let Return { address, secret } = session.follows.clone().or_else(|| Return::of(session))?;
    let joined = if address.contains('?') { '&' } else { '?' };
    let mut url =
        format!("{address}{joined}sessionSecretDigest={}", URL_SAFE_NO_PAD.encode(Sha256::digest(secret)));
    if went_well && session.order.purpose.authenticates() {
        url.push_str("&userChallengeVerifier=");
        url.push_str(&Nonces::of(session, realm).verifier);
    }
    Some(url)
}
