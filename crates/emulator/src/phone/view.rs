//! What the phone shows, as JSON.

use serde_json::{Value, json};

use super::{PIN, PIN_ATTEMPTS, Phone};
use crate::accounts::Behaviour;
use crate::mobile_id::cards::Purpose;
use crate::mobile_id::session::MobileSession;
use crate::mobile_id::subscribers::{Conduct, Subscriber};
use crate::pki::person::Person;
use crate::smart_id::callback;
use crate::smart_id::interactions::Screen;
use crate::smart_id::request::Purpose as Asked;
use crate::smart_id::session::{Phase, Session};

/// How long an end is shown, in milliseconds.
const SHOWN_MS: i64 = 10_000;

impl Phone<'_> {
    /// What the page draws.
    pub(super) fn shown(&self) -> Value {
        let people: Vec<_> = self
            .realm
            .accounts
            .iter()
            .enumerate()
            .filter(|(_, account)| account.behaviour == Behaviour::ByHand)
            .map(|(index, account)| {
                let card = self.realm.cards.subscribers.iter().find(|card| card.account == Some(index));
                json!({
                    "documentNumber": account.document_number,
                    "name": name(&account.person),
                    "country": account.person.country,
                    "code": account.person.identifier.split_once('-').map_or("", |(_, code)| code),
                    "phone": card.map(|card| card.phone.as_str()),
                })
            })
            .collect();
        let sessions = &self.state.sessions;
        let cards = &self.state.mobile_sessions;
        let requests = sessions.iter().filter_map(|session| self.request(session));
        let ended = sessions.iter().filter_map(|session| self.ended(session));
        json!({
            "pin": PIN,
            "people": people,
            "requests": requests.chain(cards.iter().filter_map(|session| self.card_request(session))).collect::<Vec<_>>(),
            "ended": ended.chain(cards.iter().filter_map(|session| self.card_ended(session))).collect::<Vec<_>>(),
            "camera": {"seesCode": self.seen().is_some()},
        })
    }

    fn request(&self, session: &Session) -> Option<Value> {
        let Phase::Waiting { since } = session.phase else { return None };
        let index = session.account?;
        let account = &self.realm.accounts[index];
        let screen = session.interaction.as_ref().map(|interaction| interaction.screen);
        let chooses = screen.is_some_and(Screen::offers_codes);
        let code = session.code.as_ref();
        let until = since + i64::from(self.state.pace.patience_ms);
        let wrong = self.state.wrong_pins.get(&index).copied().unwrap_or_default();
        Some(json!({
            "session": session.id,
            "documentNumber": account.document_number,
            "name": name(&account.person),
            "relyingParty": session.order.relying_party_name,
            "kind": kind(session),
            "screen": screen.map(Screen::name),
            "text": session.interaction.as_ref().map(|interaction| interaction.text.as_str()),
            "code": code.filter(|_| !chooses).map(|code| code.value.as_str()),
            "codeChosen": session.code_chosen,
            "choices": code.filter(|_| chooses).map(|code| &code.choices),
            "byItself": account.behaviour != Behaviour::ByHand,
            "secondsLeft": (until - self.now).max(0) / 1000,
            "attemptsLeft": PIN_ATTEMPTS.saturating_sub(wrong),
        }))
    }

    /// A request to a SIM card. The page draws it as one with a message and a code.
    fn card_request(&self, session: &MobileSession) -> Option<Value> {
        let index = session.card.filter(|_| session.is_waiting())?;
        let card = &self.realm.cards.subscribers[index];
        let until = session.created + i64::from(self.state.pace.patience_ms);
        let wrong = self.state.wrong_card_pins.get(&index).copied().unwrap_or_default();
        let asking = &session.order.asking;
        Some(json!({
            "session": session.id,
            "documentNumber": self.document_number(card),
            "name": name(&card.person),
            "relyingParty": asking.relying_party_name,
            "kind": card_kind(session),
            "screen": "mobile-id",
            "text": session.order.text,
            "code": session.code(),
            "codeChosen": false,
            "choices": null,
            "byItself": card.conduct != Conduct::ByHand,
            "secondsLeft": (until - self.now).max(0) / 1000,
            "attemptsLeft": PIN_ATTEMPTS.saturating_sub(wrong),
        }))
    }

    fn card_ended(&self, session: &MobileSession) -> Option<Value> {
        let (at, end) = session.end?;
        let card = &self.realm.cards.subscribers[session.card?];
        (self.now - at < SHOWN_MS).then(|| {
            json!({
                "session": session.id,
                "documentNumber": self.document_number(card),
                "kind": card_kind(session),
                "endResult": end.name(),
            })
        })
    }

    /// By which the page tells phones apart; of a card that answers by itself the number.
    fn document_number<'a>(&'a self, card: &'a Subscriber) -> &'a str {
        card.account.map_or(&card.phone, |account| &self.realm.accounts[account].document_number)
    }

    fn ended(&self, session: &Session) -> Option<Value> {
        let Phase::Complete { at, end } = &session.phase else { return None };
        let account = &self.realm.accounts[session.account?];
        (self.now - at < SHOWN_MS).then(|| {
            json!({
                "session": session.id,
                "documentNumber": account.document_number,
                "kind": kind(session),
                "endResult": end.name(),
                "callback": callback::url(session, self.realm),
            })
        })
    }
}

/// "KADRI ÕUNAPUU" as people write it.
fn name(person: &Person) -> String {
    let mut written = String::new();
    let mut inside = false;
    for letter in format!("{} {}", person.given_name, person.surname).chars() {
        if inside {
            written.extend(letter.to_lowercase());
        } else {
            written.push(letter);
        }
        inside = letter.is_alphanumeric();
    }
    written
}

fn kind(session: &Session) -> &'static str {
    match session.order.purpose {
        Asked::Authentication(_) => "authentication",
        Asked::Signature(_) => "signature",
        Asked::Certificate | Asked::CertificateChoice(_) => "certificate-choice",
    }
}

fn card_kind(session: &MobileSession) -> &'static str {
    match session.order.purpose {
        Purpose::Signature => "signature",
        Purpose::Authentication => "authentication",
    }
}
