//! How sessions begin.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::api::Api;
use super::callback::Return;
use super::device_link::LinkType;
use super::interactions::{Interaction, Screen};
use super::problem::Problem;
use super::request::{Flow, Order, Purpose, Version};
use super::session::{Code, EndResult, FlowType, Link, Phase, Session};
use super::v2;
use crate::random::Random;

impl Api<'_> {
    /// Makes the session that `order` asks for; gives the first answer.
    pub fn open(&mut self, path: &str, order: Order, account: Option<usize>) -> Result<Value, Problem> {
        let interrupted = match (order.purpose, account) {
            (Purpose::Signature(Flow::Linked), Some(account)) => self.follow(&order, account)?,
            (_, Some(account)) if !order.purpose.by_link() => self.state.interrupts(account),
            _ => false,
        };
        let phase = match order.purpose {
            _ if interrupted => Phase::Complete { at: self.now, end: EndResult::ExpectedLinkedSession },
            purpose if purpose.by_link() => Phase::AwaitingLink,
            _ => Phase::Waiting { since: self.now },
        };
        let session = self.session(path, order, account, phase);
        let opening = session.opening.clone();
        self.state.sessions.push(session);
        Ok(opening)
    }

    /// Checks that a linked signature follows a certificate choice on the same phone. Says whether something came
    /// between.
    fn follow(&mut self, order: &Order, account: usize) -> Result<bool, Problem> {
        let refuse = |reason| Err(Problem::invalid_field("/linkedSessionID", reason));
        let id = order.linked_session.as_deref().unwrap_or_default();
        let now = self.now;
        let Some(choice) = self.state.session_mut(id) else { return refuse("no such session") };
        if choice.order.purpose != Purpose::CertificateChoice(Flow::DeviceLink) {
            return refuse("not a device link based certificate choice");
        }
        if !matches!(choice.phase, Phase::Complete { end: EndResult::Ok, .. }) {
            return refuse("that session did not end with OK");
        }
        if choice.account != Some(account) {
            return refuse("that session was with another document");
        }
        if std::mem::replace(&mut choice.linked, true) {
            return refuse("that session was used already");
        }
        if choice.interrupted {
            return Ok(true);
        }
        match self.state.expecting.remove(&account) {
            Some((expected, until)) if expected == id && until > now => Ok(false),
            _ => refuse("the app does not wait any more"),
        }
    }

    fn session(&mut self, path: &str, order: Order, account: Option<usize>, phase: Phase) -> Session {
        self.state.session_count += 1;
        self.state.tally.asked += usize::from(order.signing.is_some());
        let stream = format!("session {}", self.state.session_count);
        let mut random = self.realm.random(&stream);
        let id = uuid(random.bytes());
        let interaction = order.signing.as_ref().and_then(|signing| self.shown(&signing.interactions));
        let choice = order.linked_session.as_deref().and_then(|id| self.state.session(id));
        let follows = choice.and_then(Return::of);
        let mut opening = json!({"sessionID": id});
        let (mut link, mut code, mut flow) = (None, None, FlowType::Notification);
        let computed = |random: &mut Random| {
            order.signing.as_ref().map(|signing| v2::code(&signing.challenge, || random.below(10_000)))
        };
        match order.purpose {
            purpose if purpose.by_link() => {
                let token = alphanumeric(random.bytes::<24>());
                let secret = random.bytes();
                opening["sessionToken"] = json!(token);
                opening["sessionSecret"] = json!(STANDARD.encode(secret));
                opening["deviceLinkBase"] = json!(self.realm.urls.device_link());
                flow = FlowType::Link(LinkType::QR);
                link = Some(Link { token, secret });
            }
            Purpose::Signature(Flow::Notification) if order.version == Version::V2 => {
                code = computed(&mut random)
            }
            Purpose::Authentication(Flow::Notification) => code = computed(&mut random),
            Purpose::Signature(Flow::Notification) => {
                let drawn = draw_code(|| random.below(10_000));
                opening["vc"] = json!({"type": "numeric4", "value": drawn.value});
                code = Some(drawn);
            }
            _ => {}
        }
        Session {
            id,
            stream,
            created: self.now,
            path: path.to_owned(),
            order,
            registration: self.state.registration.clone(),
            opening,
            account,
            flow,
            link,
            browser: None,
            went_back: false,
            follows,
            interaction,
            code,
            code_chosen: false,
            phase,
            forced: self.state.faults.next_end_result.take(),
            interrupted: false,
            linked: false,
        }
    }

    /// The first offered interaction that the app knows.
    fn shown(&self, offered: &[Interaction]) -> Option<Interaction> {
        let known = |screen: Screen| match &self.state.faults.app_interactions {
            None => true,
            Some(names) => names.iter().any(|name| name == screen.name()),
        };
        offered.iter().find(|interaction| known(interaction.screen)).cloned()
    }
}

/// A random UUID, RFC 9562 version 4.
pub fn uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits = hex::encode(bytes);
    [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
}

fn alphanumeric(bytes: [u8; 24]) -> String {
    const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect()
}

/// A code, and three different ones to choose from with the right one somewhere among them.
fn draw_code(mut below_ten_thousand: impl FnMut() -> u64) -> Code {
    let mut drawn: Vec<u64> = Vec::new();
    while drawn.len() < 3 {
        let number = below_ten_thousand();
        if !drawn.contains(&number) {
            drawn.push(number);
        }
    }
    let right = (below_ten_thousand() % 3) as usize;
    let written = |index: usize| format!("{:04}", drawn[index]);
    Code { value: written(right), choices: [written(0), written(1), written(2)] }
}
