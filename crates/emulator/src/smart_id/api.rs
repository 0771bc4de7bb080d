//! The endpoints.

use http::{Method, Request};
use serde_json::{Value, json};

use super::problem::Problem;
use super::request::{self, Flow, Order, Purpose, Version};
use super::session::{EndResult, Phase, Session};
use super::{RELYING_PARTY_NAME, RELYING_PARTY_UUID, status};
use crate::faults::UnknownRelyingParty;
use crate::realm::Realm;
use crate::reply::{self, Answer, Reply};
use crate::state::State;

/// A repetition within this time may get the same session.
const IDEMPOTENT_MS: i64 = 15_000;
/// Sessions kept at once; a client that makes more is out of control.
pub const MAX_SESSIONS: usize = 1_000;
/// `timeoutMs`: least, most, default.
const POLL_MS: (i64, i64, i64) = (1_000, 120_000, 60_500);

/// Whom a request is about.
#[derive(Clone, Copy)]
pub enum Target<'a> {
    Anybody,
    Document(&'a str),
    Person(&'a str),
}

/// The API at one moment.
pub struct Api<'a> {
    pub realm: &'a Realm,
    pub state: &'a mut State,
    pub now: i64,
}

impl Api<'_> {
    /// Answers a request for `path`, the part after `/smart-id-rp/`.
    pub fn handle(&mut self, path: &str, request: &Request<Vec<u8>>, arrived: i64) -> Reply {
        if let Some(status) = self.state.faults.next_status.take() {
            return Reply::Ready(self.imposed(status, path));
        }
        let segments: Vec<&str> = path.split('/').collect();
        let outcome = match (request.method(), segments.as_slice()) {
            (&Method::GET, ["v3", "session", id]) => self.poll(id, request.uri().query(), arrived),
            (&Method::POST, ["v3", kind @ ("signature" | "authentication"), rest @ ..]) => {
                match endpoint(kind, rest) {
                    Some((purpose, target)) => self.post(path, purpose, target, request).map(Outcome::Body),
                    None => Err(Problem::bare(404)),
                }
            }
            (&Method::GET, ["v2", "session", id]) => self.poll_v2(id, request.uri().query(), arrived),
            (&Method::POST, ["v2", kind, by, whom]) => {
                self.post_v2(path, kind, by, whom, request).map(Outcome::Body)
            }
            (_, ["v3", "session", _] | ["v3", "signature" | "authentication", ..]) => Err(Problem::bare(405)),
            _ => Err(Problem::bare(404)),
        };
        match outcome {
            Ok(Outcome::Body(body)) => Reply::Ready(reply::json(200, &self.spiced(body))),
            Ok(Outcome::Wait(until_ms)) => Reply::Pending { until_ms },
            Err(problem) => Reply::Ready(problem.answer(&self.task())),
        }
    }

    fn post(
        &mut self,
        path: &str,
        purpose: Purpose,
        target: Target<'_>,
        request: &Request<Vec<u8>>,
    ) -> Result<Value, Problem> {
        let media_type =
            request.headers().get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !media_type.is_some_and(|name| name.starts_with("application/json")) {
            return Err(Problem::unreadable("The Content-Type is not application/json"));
        }
        let order = request::parse(request.body(), purpose)?;
        self.authorise(&order)?;
        let account = self.find(target)?;
        if let (Purpose::Certificate, Some(account)) = (purpose, account) {
            return Ok(self.certificate(account));
        }
        if let Some(earlier) = self.repetition(path, &order) {
            return Ok(earlier);
        }
        if self.state.sessions.len() >= MAX_SESSIONS {
            return Err(Problem::bare(503));
        }
        self.open(path, order, account)
    }

    /// What the relying party of the demo may not do.
    pub fn authorise(&self, order: &Order) -> Result<(), Problem> {
        if !order.relying_party_uuid.eq_ignore_ascii_case(RELYING_PARTY_UUID) {
            return Err(match self.state.faults.unknown_relying_party {
                UnknownRelyingParty::Forbidden => {
                    Problem::forbidden("/relyingPartyUUID", "Relying Party with given UUID does not exist")
                }
                UnknownRelyingParty::Unauthorized => Problem::bare(401),
            });
        }
        if !order.relying_party_name.eq_ignore_ascii_case(RELYING_PARTY_NAME) {
            return Err(Problem::forbidden("/relyingPartyName", "Relying Party may not use this name"));
        }
        if order.level == "ADVANCED" {
            return Err(Problem::forbidden(
                "/certificateLevel",
                "Relying Party may not use ADVANCED accounts",
            ));
        }
        if order.capabilities > 0 && !self.state.faults.capabilities_allowed {
            return Err(Problem::forbidden("/capabilities", "Relying Party may not use these capabilities"));
        }
        if order.shares_ip_address && !self.state.faults.ip_sharing_allowed {
            return Err(Problem::forbidden(
                "/requestProperties/shareMdClientIpAddress",
                "Relying Party does not have permissions to request the MD client IP address sharing",
            ));
        }
        Ok(())
    }

    pub fn find(&self, target: Target<'_>) -> Result<Option<usize>, Problem> {
        let accounts = &self.realm.accounts;
        match target {
            Target::Anybody => Ok(None),
            Target::Document(number) => {
                let found = self.realm.by_document(number).filter(|index| accounts[*index].qualified);
                found.map(Some).ok_or_else(|| Problem::bare(404))
            }
            Target::Person(identifier) => {
                if !is_semantics_identifier(identifier) {
                    return Err(Problem::invalid_field(
                        "/id-etsi-qcs-SemanticsId-Natural",
                        "not an identifier",
                    ));
                }
                let mut theirs = self.realm.by_person(identifier).peekable();
                if theirs.peek().is_none() {
                    return Err(Problem::person_not_found());
                }
                let found = theirs.find(|index| accounts[*index].qualified);
                found.map(Some).ok_or_else(Problem::no_suitable_account)
            }
        }
    }

    fn certificate(&mut self, account: usize) -> Value {
        if self.state.faults.next_end_result == Some(EndResult::DocumentUnusable) {
            self.state.faults.next_end_result = None;
            return json!({"state": "DOCUMENT_UNUSABLE"});
        }
        json!({"state": "OK", "cert": status::certificate(self.realm, account, Purpose::Certificate)})
    }

    /// The first answer to the same request within 15 seconds. In v3 no two authentications are the same.
    pub fn repetition(&self, path: &str, order: &Order) -> Option<Value> {
        if order.version == Version::V3 && order.purpose.authenticates() {
            return None;
        }
        let same = |session: &&Session| {
            session.path == path
                && session.order.body == order.body
                && self.now - session.created < IDEMPOTENT_MS
        };
        self.state.sessions.iter().find(same).map(|session| session.opening.clone())
    }

    fn poll(&mut self, id: &str, query: Option<&str>, arrived: i64) -> Result<Outcome, Problem> {
        let timeout = poll_timeout(query)?;
        let of_v3 = |session: &&Session| session.order.version == Version::V3;
        let session = self.state.session(id).filter(of_v3).ok_or_else(|| Problem::bare(404))?;
        let deadline = arrived + timeout;
        if !matches!(session.phase, Phase::Complete { .. }) && self.now < deadline {
            let due = session.due(&self.realm.accounts, &self.state.pace);
            return Ok(Outcome::Wait(due.map_or(deadline, |(at, _)| at.min(deadline))));
        }
        Ok(Outcome::Body(status::status(session, self.realm, self.state.faults.answer)))
    }

    fn imposed(&mut self, status: u16, path: &str) -> Answer {
        match status {
            400 => Problem::unreadable("This answer was ordered").answer(&self.task()),
            403 => Problem::forbidden("/relyingPartyUUID", "This answer was ordered").answer(&self.task()),
            // Only who asks for a person is told more than the status.
            404 if path.contains("/etsi/") || path.ends_with("/anonymous") => {
                Problem::person_not_found().answer(&self.task())
            }
            other => reply::empty(other),
        }
    }

    /// "Clients must ignore unknown names in JSON response objects": every third answer has one.
    fn spiced(&mut self, mut body: Value) -> Value {
        self.state.answer_count += 1;
        if self.state.answer_count.is_multiple_of(3) {
            body["x-emulator"] = json!({"answer": self.state.answer_count});
        }
        body
    }

    fn task(&mut self) -> String {
        self.state.answer_count += 1;
        hex::encode(self.realm.random(&format!("task {}", self.state.answer_count)).bytes::<7>())
    }
}

/// What comes of a request.
pub enum Outcome {
    Body(Value),
    Wait(i64),
}

fn endpoint<'a>(kind: &str, segments: &[&'a str]) -> Option<(Purpose, Target<'a>)> {
    match kind {
        "authentication" => authentication(segments),
        _ => signature(segments),
    }
}

fn authentication<'a>(segments: &[&'a str]) -> Option<(Purpose, Target<'a>)> {
    let (flow, target) = match segments {
        ["device-link", "anonymous"] => (Flow::DeviceLink, Target::Anybody),
        ["device-link", "document", number] => (Flow::DeviceLink, Target::Document(number)),
        ["device-link", "etsi", person] => (Flow::DeviceLink, Target::Person(person)),
        ["notification", "document", number] => (Flow::Notification, Target::Document(number)),
        ["notification", "etsi", person] => (Flow::Notification, Target::Person(person)),
        _ => return None,
    };
    Some((Purpose::Authentication(flow), target))
}

fn signature<'a>(segments: &[&'a str]) -> Option<(Purpose, Target<'a>)> {
    Some(match segments {
        ["certificate", number] => (Purpose::Certificate, Target::Document(number)),
        ["certificate-choice", "device-link", "anonymous"] => {
            (Purpose::CertificateChoice(Flow::DeviceLink), Target::Anybody)
        }
        ["certificate-choice", "notification", "etsi", person] => {
            (Purpose::CertificateChoice(Flow::Notification), Target::Person(person))
        }
        ["device-link", "document", number] => {
            (Purpose::Signature(Flow::DeviceLink), Target::Document(number))
        }
        ["device-link", "etsi", person] => (Purpose::Signature(Flow::DeviceLink), Target::Person(person)),
        ["notification", "document", number] => {
            (Purpose::Signature(Flow::Notification), Target::Document(number))
        }
        ["notification", "etsi", person] => (Purpose::Signature(Flow::Notification), Target::Person(person)),
        ["notification", "linked", number] => (Purpose::Signature(Flow::Linked), Target::Document(number)),
        _ => return None,
    })
}

pub fn poll_timeout(query: Option<&str>) -> Result<i64, Problem> {
    let (least, most, default) = POLL_MS;
    let given =
        query.into_iter().flat_map(|query| query.split('&')).find_map(|pair| pair.strip_prefix("timeoutMs="));
    match given.map(str::parse) {
        None => Ok(default),
        Some(Ok(timeout)) if (least..=most).contains(&timeout) => Ok(timeout),
        Some(_) => Err(Problem::invalid_field("/timeoutMs", "not between 1000 and 120000")),
    }
}

/// ETSI EN 319 412-1 natural person semantics identifier.
fn is_semantics_identifier(text: &str) -> bool {
    let Some((prefix, identifier)) = text.split_once('-') else { return false };
    let kind = ["PAS", "IDC", "PNO"].iter().find_map(|kind| prefix.strip_prefix(kind));
    kind.is_some_and(|country| country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()))
        && !identifier.is_empty()
}
