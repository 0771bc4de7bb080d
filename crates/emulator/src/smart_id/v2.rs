//! RP API v2: other paths and field names, RSASSA-PKCS1-v1_5 alone, and a code that both sides compute.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Request;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::api::{Api, MAX_SESSIONS, Outcome, Target, poll_timeout};
use super::interactions;
use super::problem::Problem;
use super::request::{Flow, Order, Purpose, SigningOrder, Version};
use super::session::{Code, EndResult, Phase, Session};
use super::signing::{Algorithm, Hash};
use super::status::{self, Shown};
use crate::faults::AnswerFault;
use crate::realm::Realm;
use crate::reply::has_type;

impl Api<'_> {
    /// Answers `POST /v2/KIND/BY/WHOM`.
    pub fn post_v2(
        &mut self,
        path: &str,
        kind: &str,
        by: &str,
        whom: &str,
        request: &Request<Vec<u8>>,
    ) -> Result<Value, Problem> {
        let purpose = match kind {
            "certificatechoice" => Purpose::CertificateChoice(Flow::Notification),
            "authentication" => Purpose::Authentication(Flow::Notification),
            "signature" => Purpose::Signature(Flow::Notification),
            _ => return Err(Problem::bare(404)),
        };
        let target = match by {
            "document" => Target::Document(whom),
            "etsi" => Target::Person(whom),
            _ => return Err(Problem::bare(404)),
        };
        if !has_type(request, "application/json") {
            return Err(Problem::unreadable("The Content-Type is not application/json"));
        }
        let order = order(request.body(), purpose)?;
        self.authorise(&order)?;
        // "No suitable account of requested type found, but user has some other accounts"
        let found = self.find(target).map_err(|problem| match problem.names_other_accounts() {
            true => Problem::bare(471),
            false => problem,
        });
        let account = found?;
        if let Some(earlier) = self.repetition(path, &order) {
            return Ok(earlier);
        }
        if self.state.sessions.len() >= MAX_SESSIONS {
            return Err(Problem::bare(503));
        }
        self.open(path, order, account)
    }

    /// Answers `GET /v2/session/ID`.
    pub fn poll_v2(&mut self, id: &str, query: Option<&str>, arrived: i64) -> Result<Outcome, Problem> {
        let timeout = poll_timeout(query)?;
        let of_v2 = |session: &&Session| session.order.version == Version::V2;
        let session = self.state.session(id).filter(of_v2).ok_or_else(|| Problem::bare(404))?;
        let deadline = arrived + timeout;
        if !matches!(session.phase, Phase::Complete { .. }) && self.now < deadline {
            let due = session.due(&self.realm.accounts, &self.state.pace);
            return Ok(Outcome::Wait(due.map_or(deadline, |(at, _)| at.min(deadline))));
        }
        Ok(Outcome::Body(told(session, self.realm, self.state.faults.answer)))
    }
}

/// The code that the relying party computes too, and two wrong ones beside it.
pub fn code(hash: &[u8], mut below_ten_thousand: impl FnMut() -> u64) -> Code {
    let twice = Sha256::digest(hash);
    let written = |number: u64| format!("{number:04}");
    let value = written(u64::from(u16::from_be_bytes([twice[30], twice[31]])) % 10_000);
    let mut choices = vec![value.clone()];
    while choices.len() < 3 {
        let other = written(below_ten_thousand());
        if !choices.contains(&other) {
            choices.push(other);
        }
    }
    choices.rotate_right((below_ten_thousand() % 3) as usize);
    let mut choices = choices.into_iter();
    let mut next = || choices.next().unwrap_or_default();
    Code { value, choices: [next(), next(), next()] }
}

/// The state of a session in the words of v2.
fn told(session: &Session, realm: &Realm, fault: AnswerFault) -> Value {
    let Phase::Complete { end, .. } = &session.phase else { return json!({"state": "RUNNING"}) };
    let (EndResult::Ok, Some(account)) = (end, session.account) else {
        return json!({"state": "COMPLETE", "result": {"endResult": named(end)}});
    };
    let shown = Shown::of(account, realm, fault);
    let number = &realm.accounts[shown.holder].document_number;
    let mut body = json!({
        "state": "COMPLETE",
        "result": {"endResult": "OK", "documentNumber": number},
        "cert": status::certificate(realm, shown.certificate, session.order.purpose),
    });
    if let (Some(order), Some(value)) =
        (&session.order.signing, status::value(session, realm, shown.signer, fault))
    {
        body["signature"] = json!({"value": STANDARD.encode(value), "algorithm": order.algorithm.name()});
        body["interactionFlowUsed"] =
            session.interaction.as_ref().map_or(Value::Null, |used| json!(used.screen.name()));
    }
    if session.order.shares_ip_address {
        body["deviceIpAddress"] = json!(status::PHONE_ADDRESS);
    }
    body
}

/// The screen stands in the name of the end.
fn named(end: &EndResult) -> &'static str {
    match end {
        EndResult::UserRefusedInteraction(screen) => match screen.as_str() {
            "displayTextAndPIN" => "USER_REFUSED_DISPLAYTEXTANDPIN",
            "verificationCodeChoice" => "USER_REFUSED_VC_CHOICE",
            "confirmationMessage" => "USER_REFUSED_CONFIRMATIONMESSAGE",
            _ => "USER_REFUSED_CONFIRMATIONMESSAGE_WITH_VC_CHOICE",
        },
        end => end.name(),
    }
}

fn order(body: &[u8], purpose: Purpose) -> Result<Order, Problem> {
    let body: Value =
        serde_json::from_slice(body).map_err(|_| Problem::unreadable("The body is not JSON"))?;
    let fields = body.as_object().ok_or_else(|| Problem::unreadable("The body is not a JSON object"))?;
    let relying_party_name = text(fields, "relyingPartyName")?;
    if relying_party_name.len() > 32 {
        return Err(Problem::invalid_field("/relyingPartyName", "more than 32 octets"));
    }
    let level = match fields.get("certificateLevel") {
        None | Some(Value::Null) => "QUALIFIED".to_owned(),
        Some(_) => text(fields, "certificateLevel")?,
    };
    if !["ADVANCED", "QUALIFIED", "QSCD"].contains(&level.as_str()) {
        return Err(Problem::invalid_field("/certificateLevel", "not a certificate level"));
    }
    if let Some(nonce) = fields.get("nonce").filter(|nonce| !nonce.is_null()) {
        let length = nonce.as_str().map_or(0, |nonce| nonce.chars().count());
        if !(1..=30).contains(&length) {
            return Err(Problem::invalid_field("/nonce", "not 1 to 30 characters"));
        }
    }
    let signing = match purpose {
        Purpose::Signature(_) | Purpose::Authentication(_) => Some(signing(fields)?),
        _ => None,
    };
    let shares = &fields.get("requestProperties").and_then(|all| all.get("shareMdClientIpAddress"));
    Ok(Order {
        version: Version::V2,
        purpose,
        relying_party_uuid: text(fields, "relyingPartyUUID")?,
        relying_party_name,
        level,
        callback: None,
        signing,
        linked_session: None,
        shares_ip_address: shares.and_then(Value::as_bool).unwrap_or(false),
        capabilities: fields.get("capabilities").and_then(Value::as_array).map_or(0, Vec::len),
        ignored_properties: Vec::new(),
        body: body.clone(),
    })
}

fn signing(fields: &Map<String, Value>) -> Result<SigningOrder, Problem> {
    let hash = match text(fields, "hashType")?.as_str() {
        "SHA256" => Hash::Sha256,
        "SHA384" => Hash::Sha384,
        "SHA512" => Hash::Sha512,
        _ => return Err(Problem::invalid_field("/hashType", "unknown hash type")),
    };
    let challenge_text = text(fields, "hash")?;
    let challenge = STANDARD.decode(&challenge_text).unwrap_or_default();
    if challenge.len() != hash.length() {
        return Err(Problem::invalid_field("/hash", "does not fit the hash type"));
    }
    let offered = fields.get("allowedInteractionsOrder").unwrap_or(&Value::Null);
    let interactions = interactions::parse_v2(offered)
        .map_err(|reason| Problem::invalid_field("/allowedInteractionsOrder", &reason))?;
    let algorithm = Algorithm::Pkcs1(hash);
    Ok(SigningOrder { challenge, challenge_text, algorithm, interactions, interactions_text: String::new() })
}

fn text(fields: &Map<String, Value>, name: &str) -> Result<String, Problem> {
    let found = fields.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    found.map(str::to_owned).ok_or_else(|| Problem::invalid_field(&format!("/{name}"), "missing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes() {
        // smart-id-java-client, VerificationCodeCalculatorTest (MIT)
        for (hash, expected) in
            [(Sha256::digest(b"Hello World!").to_vec(), "7712"), (vec![0x1b, 0xbb], "4555")]
        {
            let mut drawn = 0;
            let code = code(&hash, || {
                drawn += 1;
                drawn
            });
            assert_eq!(code.value, expected);
            assert!(code.choices.contains(&code.value));
        }
    }
}
