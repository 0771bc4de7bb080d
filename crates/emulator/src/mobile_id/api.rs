//! The endpoints.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{Method, Request};
use serde_json::{Map, Value, json};

use super::cards::Purpose;
use super::request::{self, Asking};
use super::session::{MobileResult, MobileSession};
use super::{RELYING_PARTY_NAME, RELYING_PARTY_UUID};
use crate::asn1::iso8601;
use crate::faults::AnswerFault;
use crate::realm::Realm;
use crate::reply::{self, Answer, Reply};
use crate::smart_id::opening::uuid;
use crate::state::State;

/// `timeoutMs`: least, most, default. Beyond the bounds the service takes them and says nothing.
const POLL_MS: (i64, i64, i64) = (1_000, 60_000, 10_000);
/// Sessions kept at once; a client that makes more is out of control.
const MAX_SESSIONS: usize = 1_000;

/// The API at one moment.
pub struct MobileApi<'a> {
    pub realm: &'a Realm,
    pub state: &'a mut State,
    pub now: i64,
}

/// An answer that is no success: status, and what is wrong.
type Refusal = (u16, String);

enum Outcome {
    Body(Value),
    Wait(i64),
}

impl MobileApi<'_> {
    /// Answers a request for `path`, the part after `/mid-api/`.
    pub fn handle(&mut self, path: &str, request: &Request<Vec<u8>>, arrived: i64) -> Reply {
        if let Some(status) = self.state.faults.next_status.take() {
            return Reply::Ready(self.error((status, "This answer was ordered".to_owned())));
        }
        let segments: Vec<&str> = path.split('/').collect();
        let outcome = match (request.method(), segments.as_slice()) {
            (&Method::GET, ["version"]) => {
                return Reply::Ready(reply::text(200, "Version: 5.2.1. Built: 01.11.2026 12:00"));
            }
            (&Method::OPTIONS, _) => return Reply::Ready(reply::empty(200)),
            (&Method::POST, ["certificate"]) => self.certificate(request).map(Outcome::Body),
            (&Method::POST, ["signature"]) => self.open(request, Purpose::Signature).map(Outcome::Body),
            (&Method::POST, ["authentication"]) => {
                self.open(request, Purpose::Authentication).map(Outcome::Body)
            }
            (&Method::GET, ["signature", "session", id]) => {
                self.poll(id, Purpose::Signature, request.uri().query(), arrived)
            }
            (&Method::GET, ["authentication", "session", id]) => {
                self.poll(id, Purpose::Authentication, request.uri().query(), arrived)
            }
            (_, ["certificate" | "signature" | "authentication", ..]) => {
                Err((405, "Method Not Allowed".to_owned()))
            }
            _ => Err((404, "Not Found".to_owned())),
        };
        match outcome {
            Ok(Outcome::Wait(until_ms)) => Reply::Pending { until_ms },
            Ok(Outcome::Body(body)) => {
                let body = self.traced(body);
                Reply::Ready(reply::json(200, &body))
            }
            Err(refusal) => Reply::Ready(self.error(refusal)),
        }
    }

    fn certificate(&mut self, request: &Request<Vec<u8>>) -> Result<Value, Refusal> {
        let asking = request::asking(&fields(request)?).map_err(bad)?;
        authorise(&asking)?;
        let imposed = self.state.faults.next_mobile_result.take_if(|result| {
            matches!(result, MobileResult::NotFound | MobileResult::NotActive | MobileResult::InternalError)
        });
        let cards = &self.realm.cards;
        match (imposed, cards.find(&asking.phone, &asking.code)) {
            (Some(result), _) => Ok(json!({"result": result.name(), "cert": ""})),
            (None, None) => Ok(json!({"result": "NOT_FOUND", "cert": ""})),
            (None, Some(card)) => {
                let shown = match self.state.faults.answer {
                    AnswerFault::OtherAccount | AnswerFault::OtherCertificate => cards.somebody_else(card),
                    _ => card,
                };
                let certificate = self.realm.card_certificate(shown, Purpose::Signature);
                Ok(json!({"result": "OK", "cert": STANDARD.encode(certificate)}))
            }
        }
    }

    fn open(&mut self, request: &Request<Vec<u8>>, purpose: Purpose) -> Result<Value, Refusal> {
        let order = request::order(&fields(request)?, purpose).map_err(bad)?;
        authorise(&order.asking)?;
        if self.state.mobile_sessions.len() >= MAX_SESSIONS {
            return Err((503, "Too many sessions".to_owned()));
        }
        self.state.session_count += 1;
        self.state.tally.asked += usize::from(purpose == Purpose::Signature);
        let stream = format!("mobile session {}", self.state.session_count);
        let id = uuid(self.realm.random(&stream).bytes());
        let card = self.realm.cards.find(&order.asking.phone, &order.asking.code);
        let forced = self.state.faults.next_mobile_result.take();
        self.state.mobile_sessions.push(MobileSession {
            id: id.clone(),
            created: self.now,
            order,
            card,
            end: None,
            forced,
            asked: self.now,
        });
        Ok(json!({"sessionID": id}))
    }

    fn poll(
        &mut self,
        id: &str,
        purpose: Purpose,
        query: Option<&str>,
        arrived: i64,
    ) -> Result<Outcome, Refusal> {
        let is_meant = |session: &MobileSession| session.id == id && session.order.purpose == purpose;
        let found = self.state.mobile_sessions.iter().position(is_meant);
        let index = found.ok_or_else(|| (404, "SessionID not found".to_owned()))?;
        let newest = &mut self.state.mobile_sessions[index].asked;
        *newest = arrived.max(*newest);
        let session = &self.state.mobile_sessions[index];
        let discarded = session.asked > arrived;
        let deadline = arrived + timeout(query);
        match session.end {
            Some((_, end)) => Ok(Outcome::Body(self.ended(session, end))),
            None if discarded || self.now >= deadline => Ok(Outcome::Body(json!({"state": "RUNNING"}))),
            None => {
                let due = session.due(&self.realm.cards.subscribers, &self.state.pace);
                Ok(Outcome::Wait(due.map_or(deadline, |(at, _)| at.min(deadline))))
            }
        }
    }

    fn ended(&self, session: &MobileSession, end: MobileResult) -> Value {
        let mut body = json!({"state": "COMPLETE", "result": end.name()});
        let (MobileResult::Ok, Some(card)) = (end, session.card) else { return body };
        let cards = &self.realm.cards;
        let order = &session.order;
        let fault = self.state.faults.answer;
        let signer = match fault {
            AnswerFault::OtherKey | AnswerFault::OtherAccount => cards.somebody_else(card),
            _ => card,
        };
        let (mut value, algorithm) = cards.sign(signer, order.purpose, &order.hash, order.hash_type);
        if fault == AnswerFault::CorruptedSignature
            && let Some(last) = value.last_mut()
        {
            *last ^= 1;
        }
        body["signature"] = json!({"value": STANDARD.encode(value), "algorithm": algorithm});
        if order.purpose == Purpose::Authentication {
            let certificate = self.realm.card_certificate(card, Purpose::Authentication);
            body["cert"] = json!(STANDARD.encode(certificate));
        }
        body
    }

    fn error(&mut self, (status, error): Refusal) -> Answer {
        let body = self.traced(json!({"error": error}));
        reply::json(status, &body)
    }

    /// What every answer has since 5.2.1, and now and then a field that nobody knows.
    fn traced(&mut self, mut body: Value) -> Value {
        self.state.answer_count += 1;
        let count = self.state.answer_count;
        body["time"] = json!(iso8601(self.now.saturating_add(self.state.faults.clock_ms)));
        body["traceId"] = json!(hex::encode(self.realm.random(&format!("trace {count}")).bytes::<8>()));
        if count.is_multiple_of(3) {
            body["xEmulator"] = json!({"answer": count});
        }
        body
    }
}

fn fields(request: &Request<Vec<u8>>) -> Result<Map<String, Value>, Refusal> {
    if !reply::has_type(request, "application/json") {
        return Err(bad("The Content-Type is not application/json".to_owned()));
    }
    serde_json::from_slice(request.body()).map_err(|_| bad("The body is not a JSON object".to_owned()))
}

fn bad(reason: String) -> Refusal {
    (400, reason)
}

fn authorise(asking: &Asking) -> Result<(), Refusal> {
    let known = asking.relying_party_uuid == RELYING_PARTY_UUID
        && asking.relying_party_name.eq_ignore_ascii_case(RELYING_PARTY_NAME);
    if known { Ok(()) } else { Err((401, "Failed to authorize user".to_owned())) }
}

fn timeout(query: Option<&str>) -> i64 {
    let (least, most, default) = POLL_MS;
    let given =
        query.into_iter().flat_map(|query| query.split('&')).find_map(|pair| pair.strip_prefix("timeoutMs="));
    given.and_then(|text| text.parse::<i64>().ok()).unwrap_or(default).clamp(least, most)
}
