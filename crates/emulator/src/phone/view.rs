//! What the phone shows, as JSON.

use serde_json::{Value, json};

use super::{PIN, PIN_ATTEMPTS, Phone};
use crate::accounts::{Account, Behaviour};
use crate::smart_id::interactions::Screen;
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
            .filter(|account| account.behaviour == Behaviour::ByHand)
            .map(|account| {
                json!({
                    "documentNumber": account.document_number,
                    "name": name(account),
                    "country": account.person.country,
                    "code": account.person.identifier.split_once('-').map_or("", |(_, code)| code),
                })
            })
            .collect();
        let sessions = &self.state.sessions;
        json!({
            "pin": PIN,
            "people": people,
            "requests": sessions.iter().filter_map(|session| self.request(session)).collect::<Vec<_>>(),
            "ended": sessions.iter().filter_map(|session| self.ended(session)).collect::<Vec<_>>(),
            "camera": {"seesCode": self.seen().is_some()},
        })
    }

    fn request(&self, session: &Session) -> Option<Value> {
        let Phase::Waiting { since } = session.phase else { return None };
        let index = session.account?;
        let account = &self.realm.accounts[index];
        let screen = session.interaction.as_ref().map(|interaction| interaction.screen);
        let chooses = screen == Some(Screen::ConfirmationMessageAndVerificationCodeChoice);
        let code = session.code.as_ref();
        let until = since + i64::from(self.state.pace.patience_ms);
        let wrong = self.state.wrong_pins.get(&index).copied().unwrap_or_default();
        Some(json!({
            "session": session.id,
            "documentNumber": account.document_number,
            "name": name(account),
            "relyingParty": session.order.relying_party_name,
            "kind": if session.is_signature() { "signature" } else { "certificate-choice" },
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

    fn ended(&self, session: &Session) -> Option<Value> {
        let Phase::Complete { at, end } = &session.phase else { return None };
        let account = &self.realm.accounts[session.account?];
        (self.now - at < SHOWN_MS).then(|| {
            json!({
                "session": session.id,
                "documentNumber": account.document_number,
                "kind": if session.is_signature() { "signature" } else { "certificate-choice" },
                "endResult": end.name(),
            })
        })
    }
}

/// "KADRI ÕUNAPUU" as people write it.
fn name(account: &Account) -> String {
    let person = &account.person;
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
