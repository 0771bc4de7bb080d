//! What an ended or running session looks like to the relying party.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::acsp::{self, Nonces};
use super::request::{Purpose, SigningOrder, Version};
use super::session::{EndResult, Phase, Session};
use super::signing::{self, Algorithm, WEAK_SALT};
use crate::faults::AnswerFault;
use crate::realm::Realm;

/// From where phones answer: a documentation address, RFC 5737.
pub const PHONE_ADDRESS: &str = "203.0.113.34";

/// `SessionStatusResponse`.
pub fn status(session: &Session, realm: &Realm, fault: AnswerFault) -> Value {
    let mut body = match &session.phase {
        Phase::Complete { end: EndResult::Ok, .. } => success(session, realm, fault),
        Phase::Complete { end, .. } => {
            let mut result = json!({"endResult": end.name()});
            if let EndResult::UserRefusedInteraction(screen) = end {
                result["details"] = json!({"interaction": screen});
            }
            json!({"state": "COMPLETE", "result": result})
        }
        _ => json!({"state": "RUNNING"}),
    };
    if !session.order.ignored_properties.is_empty() {
        body["ignoredProperties"] = json!(session.order.ignored_properties);
    }
    if session.order.shares_ip_address && matches!(session.phase, Phase::Complete { .. }) {
        body["deviceIpAddress"] = json!(PHONE_ADDRESS);
    }
    body
}

/// `cert` of a session or of a certificate answer.
pub fn certificate(realm: &Realm, account: usize, purpose: Purpose) -> Value {
    let level = if realm.accounts[account].qualified { "QUALIFIED" } else { "ADVANCED" };
    let certificate = match purpose {
        Purpose::Authentication(_) => realm.authentication_certificate(account),
        _ => realm.certificate(account),
    };
    json!({"value": STANDARD.encode(certificate), "certificateLevel": level})
}

fn salt(order: &SigningOrder, fault: AnswerFault) -> usize {
    match fault {
        AnswerFault::WeakPss => WEAK_SALT,
        _ => order.algorithm.hash().length(),
    }
}

/// The value itself.
pub fn value(session: &Session, realm: &Realm, signer: usize, fault: AnswerFault) -> Option<Vec<u8>> {
    let order = session.order.signing.as_ref()?;
    let key = &realm.keys.accounts[realm.key(signer, session.order.purpose.authenticates())];
    let mut random = realm.random(&format!("{} signature", session.stream));
    let digest = match (session.order.version, session.order.purpose) {
        (Version::V3, Purpose::Authentication(_)) => {
            let payload = acsp::payload(session, &Nonces::of(session, realm))?;
            order.algorithm.hash().digest(payload.as_bytes())
        }
        _ => order.challenge.clone(),
    };
    let mut value = signing::sign(key, order.algorithm, &digest, salt(order, fault), &mut random);
    if fault == AnswerFault::CorruptedSignature
        && let Some(byte) = value.last_mut()
    {
        *byte ^= 1;
    }
    Some(value)
}

/// Whose number, certificate and signature an answer has.
pub struct Shown {
    pub holder: usize,
    pub certificate: usize,
    pub signer: usize,
}

impl Shown {
    /// Those of the account, but for what is wrong.
    pub fn of(account: usize, realm: &Realm, fault: AnswerFault) -> Self {
        let other = realm.somebody_else(account);
        let pick = |wrong: bool| if wrong { other } else { account };
        Self {
            holder: pick(fault == AnswerFault::OtherAccount),
            certificate: pick(matches!(fault, AnswerFault::OtherAccount | AnswerFault::OtherCertificate)),
            signer: pick(matches!(fault, AnswerFault::OtherAccount | AnswerFault::OtherKey)),
        }
    }
}

fn success(session: &Session, realm: &Realm, fault: AnswerFault) -> Value {
    // A session only ends well on somebody's phone
    let Some(account) = session.account else { return json!({"state": "RUNNING"}) };
    let Shown { holder, certificate: shown, signer } = Shown::of(account, realm, fault);
    let mut body = json!({
        "state": "COMPLETE",
        "result": {"endResult": "OK", "documentNumber": realm.accounts[holder].document_number},
        "cert": certificate(realm, shown, session.order.purpose),
    });
    // As recorded, a certificate choice has neither signatureProtocol nor interactionTypeUsed
    match signature(session, realm, signer, fault) {
        None => body["signature"] = json!({"flowType": session.flow.name()}),
        Some(signature) => {
            let authenticates = session.order.purpose.authenticates();
            body["signatureProtocol"] = json!(if authenticates { "ACSP_V2" } else { "RAW_DIGEST_SIGNATURE" });
            body["signature"] = signature;
            body["interactionTypeUsed"] =
                session.interaction.as_ref().map_or(Value::Null, |used| json!(used.screen.name()));
        }
    }
    body
}

/// `RawDigestSignature` or `AcspV2Signature`. Drawn from the session's own stream, so that every reading gives the same octets.
fn signature(session: &Session, realm: &Realm, signer: usize, fault: AnswerFault) -> Option<Value> {
    let order = session.order.signing.as_ref()?;
    let salt = salt(order, fault);
    let value = value(session, realm, signer, fault)?;
    let mut signature = json!({
        "value": STANDARD.encode(value),
        "signatureAlgorithm": order.algorithm.name(),
        "flowType": session.flow.name(),
    });
    if let (Algorithm::Pss(_), Some(parameters)) = (order.algorithm, order.algorithm.parameters(salt)) {
        signature["signatureAlgorithmParameters"] = parameters;
    }
    if session.order.purpose.authenticates() {
        let nonces = Nonces::of(session, realm);
        signature["userChallenge"] = json!(nonces.user_challenge());
        signature["serverRandom"] = json!(nonces.server_random);
    }
    Some(signature)
}
