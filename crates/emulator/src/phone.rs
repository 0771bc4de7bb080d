//! The phone: what it shows and what can be pressed on it, as JSON and as a page.

mod view;

use http::header::{CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderValue, Method, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::mobile_id::session::MobileResult;
use crate::realm::Realm;
use crate::reply::{self, Answer};
use crate::smart_id::mock;
use crate::smart_id::session::EndResult;
use crate::state::State;

/// PIN2 of everybody here. Shown on the page: this is a demonstration.
pub const PIN: &str = "12345";
/// Wrong entries in a row after which the account is unusable for this request.
const PIN_ATTEMPTS: u8 = 3;
/// A code that left the screen longer ago is not seen any more, in milliseconds.
const CAMERA_MS: i64 = 3_000;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// All phones at one moment.
pub struct Phone<'a> {
    pub realm: &'a Realm,
    pub state: &'a mut State,
    pub now: i64,
}

#[derive(Deserialize)]
struct Approve {
    session: String,
    pin: Option<String>,
    code: Option<String>,
}

#[derive(Deserialize)]
struct Choose {
    session: String,
    code: String,
}

#[derive(Deserialize)]
struct Cancel {
    session: String,
    screen: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Scan {
    document_number: String,
}

#[derive(Deserialize)]
struct Camera {
    link: Option<String>,
}

/// What came of pressing a button.
enum Pressed {
    Done(Value),
    /// It did nothing; the reason as a short code.
    Nothing(Value),
}

impl Phone<'_> {
    /// Answers a request for `rest`, the part after `/phone/`.
    pub fn handle(&mut self, rest: &str, request: &Request<Vec<u8>>) -> Answer {
        match (request.method(), rest) {
            (&Method::GET, "") => page("text/html; charset=utf-8", include_str!("phone/index.html")),
            (&Method::GET, "app.css") => page("text/css; charset=utf-8", include_str!("phone/app.css")),
            (&Method::GET, "app.js") => page("text/javascript; charset=utf-8", include_str!("phone/app.js")),
            (&Method::GET, "state") => reply::json(200, &self.shown()),
            (&Method::POST, "approve") => self.press(request, Self::approve),
            (&Method::POST, "choose") => self.press(request, Self::choose),
            (&Method::POST, "cancel") => self.press(request, Self::cancel),
            (&Method::POST, "scan") => self.press(request, Self::scan),
            (&Method::POST, "camera") => self.press(request, Self::look),
            _ => reply::empty(404),
        }
    }

    fn press<B: DeserializeOwned>(
        &mut self,
        request: &Request<Vec<u8>>,
        button: impl Fn(&mut Self, B) -> Pressed,
    ) -> Answer {
        // A web page elsewhere cannot send JSON here without asking first, and is never told yes
        if !reply::has_type(request, "application/json") {
            return reply::text(415, "application/json, please");
        }
        match serde_json::from_slice(request.body()).map(|body| button(self, body)) {
            Ok(Pressed::Done(told)) => reply::json(200, &told),
            Ok(Pressed::Nothing(told)) => reply::json(409, &told),
            Err(error) => reply::text(400, &error.to_string()),
        }
    }

    fn approve(&mut self, body: Approve) -> Pressed {
        if let Some(index) = self.waiting_card(&body.session) {
            return self.approve_card(index, body.pin.as_deref());
        }
        let Some(index) = self.waiting(&body.session) else { return nothing("no-such-request") };
        let session = &self.state.sessions[index];
        let Some(interaction) = &session.interaction else { return self.finish(index, EndResult::Ok) };
        if interaction.screen.offers_codes() && !session.code_chosen {
            match &body.code {
                None => return nothing("code-missing"),
                Some(code) if session.is_right(code) => {}
                Some(_) => return self.finish(index, EndResult::WrongVc),
            }
        }
        let account = session.account.unwrap_or_default();
        if body.pin.as_deref() != Some(PIN) {
            return self.wrong_pin(index, account);
        }
        self.state.wrong_pins.remove(&account);
        self.finish(index, EndResult::Ok)
    }

    fn approve_card(&mut self, index: usize, pin: Option<&str>) -> Pressed {
        let card = self.state.mobile_sessions[index].card.unwrap_or_default();
        if pin == Some(PIN) {
            self.state.wrong_card_pins.remove(&card);
            return self.finish_card(index, MobileResult::Ok);
        }
        let wrong = self.state.wrong_card_pins.entry(card).or_default();
        *wrong += 1;
        let left = PIN_ATTEMPTS.saturating_sub(*wrong);
        if left == 0 {
            self.state.wrong_card_pins.remove(&card);
            return self.finish_card(index, MobileResult::SimError);
        }
        wrong_pin(left)
    }

    fn choose(&mut self, body: Choose) -> Pressed {
        let Some(index) = self.waiting(&body.session) else { return nothing("no-such-request") };
        let session = &mut self.state.sessions[index];
        if !session.is_right(&body.code) {
            return self.finish(index, EndResult::WrongVc);
        }
        session.code_chosen = true;
        Pressed::Done(json!({"ok": true}))
    }

    fn wrong_pin(&mut self, index: usize, account: usize) -> Pressed {
        let wrong = self.state.wrong_pins.entry(account).or_default();
        *wrong += 1;
        let left = PIN_ATTEMPTS.saturating_sub(*wrong);
        if left == 0 {
            self.state.wrong_pins.remove(&account);
            return self.finish(index, EndResult::DocumentUnusable);
        }
        wrong_pin(left)
    }

    fn cancel(&mut self, body: Cancel) -> Pressed {
        if let Some(index) = self.waiting_card(&body.session) {
            return self.finish_card(index, MobileResult::UserCancelled);
        }
        let Some(index) = self.waiting(&body.session) else { return nothing("no-such-request") };
        let used =
            self.state.sessions[index].interaction.as_ref().map(|interaction| interaction.screen.name());
        let end = match (body.screen.as_deref(), used) {
            (Some("certificate-choice"), None) => EndResult::UserRefusedCertChoice,
            (_, None) | (Some("pin"), _) => EndResult::UserRefused,
            (None | Some("interaction"), Some(used)) => EndResult::UserRefusedInteraction(used.to_owned()),
            (Some(screen), Some(_)) => EndResult::UserRefusedInteraction(screen.to_owned()),
        };
        self.finish(index, end)
    }

    fn scan(&mut self, body: Scan) -> Pressed {
        let Some(link) = self.seen().map(str::to_owned) else { return nothing("nothing-in-sight") };
        match mock::scan(&body.document_number, &link, None, self.realm, self.state, self.now) {
            Ok(session) => Pressed::Done(json!({"ok": true, "session": session})),
            Err(reason) => nothing(reason),
        }
    }

    fn look(&mut self, body: Camera) -> Pressed {
        self.state.camera = body.link.filter(|link| !link.is_empty()).map(|link| (link, self.now));
        Pressed::Done(json!({"ok": true}))
    }

    fn finish(&mut self, index: usize, end: EndResult) -> Pressed {
        let told = json!({"ok": true, "endResult": end.name()});
        self.state.complete(index, self.now, end);
        Pressed::Done(told)
    }

    fn finish_card(&mut self, index: usize, end: MobileResult) -> Pressed {
        self.state.complete_mobile(index, self.now, end);
        Pressed::Done(json!({"ok": true, "endResult": end.name()}))
    }

    fn waiting_card(&self, session: &str) -> Option<usize> {
        self.state.mobile_sessions.iter().position(|known| known.id == session && known.is_waiting())
    }

    fn waiting(&self, session: &str) -> Option<usize> {
        self.state.sessions.iter().position(|known| known.id == session && known.is_waiting())
    }

    /// The device link in front of the camera.
    fn seen(&self) -> Option<&str> {
        let (link, since) = self.state.camera.as_ref()?;
        (self.now - since <= CAMERA_MS).then_some(link)
    }
}

fn nothing(reason: &str) -> Pressed {
    Pressed::Nothing(json!({"ok": false, "reason": reason}))
}

fn wrong_pin(left: u8) -> Pressed {
    Pressed::Nothing(json!({"ok": false, "reason": "wrong-pin", "attemptsLeft": left}))
}

fn page(media_type: &'static str, content: &str) -> Answer {
    let mut answer = reply::answer(200, media_type, content.as_bytes().to_vec());
    let headers: [(HeaderName, &'static str); 3] = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
    ];
    for (name, value) in headers {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}
