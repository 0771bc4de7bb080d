//! ACSP_V2: what an authentication signs, so that no answer does for another login.
//! <https://sk-eid.github.io/smart-id-documentation/rp-api/signature_protocols.html>

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use super::device_link::LinkType;
use super::session::{FlowType, Session};
use crate::realm::Realm;

/// What service and phone add to an authentication, the same however often it is read.
pub struct Nonces {
    /// base64, 24 characters at least and now and then more: relying parties use it as it is.
    pub server_random: String,
    /// What the phone proves the callback with; its digest is the `userChallenge`.
    pub verifier: String,
}

impl Nonces {
    /// Those of `session`.
    pub fn of(session: &Session, realm: &Realm) -> Self {
        let mut random = realm.random(&format!("{} context", session.stream));
        let longer = random.below(7) as usize;
        let octets: [u8; 24] = random.bytes();
        Self {
            server_random: STANDARD.encode(&octets[..18 + longer]),
            verifier: URL_SAFE_NO_PAD.encode(random.bytes::<32>()),
        }
    }

    /// `signature.userChallenge`.
    pub fn user_challenge(&self) -> String {
        user_challenge(&self.verifier)
    }
}

/// What is signed, field by field. base64 stays as it was written.
pub struct AcspInput<'a> {
    /// `smart-id`, on the demo `smart-id-demo`.
    pub scheme: &'a str,
    /// `serverRandom` of the answer.
    pub server_random: &'a str,
    /// `rpChallenge`, as sent.
    pub challenge: &'a str,
    /// `userChallenge` of the answer.
    pub user_challenge: &'a str,
    /// Byte for byte as in the request that made the session.
    pub relying_party_name: &'a str,
    /// Empty without a broker.
    pub brokered_name: &'a str,
    /// base64, as sent.
    pub interactions: &'a str,
    /// `interactionTypeUsed` of the answer.
    pub shown: &'a str,
    /// Empty for QR and for notifications.
    pub callback: &'a str,
    /// `flowType` of the answer.
    pub flow: &'a str,
}

/// The text whose octets are signed.
pub fn acsp_payload(input: &AcspInput<'_>) -> String {
    let brokered = STANDARD.encode(input.brokered_name);
    [
        input.scheme,
        "ACSP_V2",
        input.server_random,
        input.challenge,
        input.user_challenge,
        &STANDARD.encode(input.relying_party_name),
        &brokered,
        &STANDARD.encode(Sha256::digest(input.interactions)),
        input.shown,
        input.callback,
        input.flow,
    ]
    .join("|")
}

/// The text that the key of `session` signs; none if it is no authentication, or showed nothing.
pub fn payload(session: &Session, nonces: &Nonces) -> Option<String> {
    let order = session.order.signing.as_ref()?;
    let callback = match session.flow {
        FlowType::Link(LinkType::App2App | LinkType::Web2App) => session.order.callback.as_deref(),
        FlowType::Link(LinkType::QR) | FlowType::Notification => None,
    };
    Some(acsp_payload(&AcspInput {
        scheme: &session.registration.scheme_name,
        server_random: &nonces.server_random,
        challenge: &order.challenge_text,
        user_challenge: &nonces.user_challenge(),
        relying_party_name: &session.order.relying_party_name,
        brokered_name: &session.registration.brokered_rp_name,
        interactions: &order.interactions_text,
        shown: session.interaction.as_ref()?.screen.name(),
        callback: callback.unwrap_or_default(),
        flow: session.flow.name(),
    }))
}

/// The digest of the verifier as it is written, not of what it decodes to.
fn user_challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Recorded at the demo of SK: vatsake/smart-id-v3, `CallbackUrlValidatorTest` (MIT).
    #[test]
    fn the_recorded_challenge_comes_out() {
        assert_eq!(
            user_challenge("bnknvqeB2MztUFO1iqtpE1omKGZX8XzeBQ-ZGru-ppg"),
            "dhkvx6qEX93a3Iq8F1SIEK08CWlybXxmWUjl9nBKnvQ"
        );
    }

    /// The same, `SignatureValidatorTest`: over this text the demo's own signature verifies.
    #[test]
    fn the_recorded_payload_comes_out() {
        let challenge =
            "q1miCUX2v3RAQSycBUWdJrRtG6GR1z55c2oIAdjynk3IIquT4CfoSzcdzbLQDL9eTDojGpy+8QKS1jgWzTB58g==";
        let input = AcspInput {
            scheme: "smart-id-demo",
            server_random: "2BRq6GXciED/sysSj7n6rxzA",
            challenge,
            user_challenge: "TTb4rM24GEIvtddfOqA-gOUwdJSXKrj5JeVnRtPv7tI",
            relying_party_name: "DEMO",
            brokered_name: "",
            interactions: &STANDARD.encode(r#"[{"displayText60":"Hello world","type":"displayTextAndPIN"}]"#),
            shown: "displayTextAndPIN",
            callback: "",
            flow: "Notification",
        };
        assert_eq!(
            acsp_payload(&input),
            format!(
                "smart-id-demo|ACSP_V2|2BRq6GXciED/sysSj7n6rxzA|{challenge}|TTb4rM24GEIvtddfOqA-gOUwdJSXKrj5JeVnRtPv7tI\
                 |REVNTw==||miue+Qk6dw2zpM6CL4Uz7XkKqWfTUGA3L/DDUXV96AE=|displayTextAndPIN||Notification"
            )
        );
    }
}
