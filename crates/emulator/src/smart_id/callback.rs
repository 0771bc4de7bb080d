//! Where the app sends the person back to after a link from the same device.
//! <https://sk-eid.github.io/smart-id-documentation/rp-api/callback_urls.html>

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::acsp::Nonces;
use super::device_link::LinkType;
use super::session::{EndResult, FlowType, Phase, Session};
use crate::realm::Realm;

/// The address that the app opens when `session` ended; none for a code on another screen, and none while it goes on. After
/// a certificate choice that went well the app waits for the linked signature first, and is not followed so far.
pub fn url(session: &Session, realm: &Realm) -> Option<String> {
    let FlowType::Link(LinkType::App2App | LinkType::Web2App) = session.flow else { return None };
    let Phase::Complete { end, .. } = &session.phase else { return None };
    let went_well = *end == EndResult::Ok;
    if went_well && !session.is_signature() {
        return None;
    }
    let base = session.order.callback.as_deref()?;
    let secret = &session.link.as_ref()?.secret;
    let joined = if base.contains('?') { '&' } else { '?' };
    let mut url =
        format!("{base}{joined}sessionSecretDigest={}", URL_SAFE_NO_PAD.encode(Sha256::digest(secret)));
    if went_well && session.order.purpose.authenticates() {
        url.push_str("&userChallengeVerifier=");
        url.push_str(&Nonces::of(session, realm).verifier);
    }
    Some(url)
}
