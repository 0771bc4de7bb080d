//! What all sessions share: a request opens it, then its state is asked for until it ended.

use std::time::Duration;

use pki::Time;
use serde::Serialize;

use crate::error::Error;
use crate::exchange::{get, post};
use crate::session::{OnPhone, OpenSession, Request, Response};

const JSON: &str = "application/json";
/// Two questions for the state are at least so far apart, however quickly the service answers.
const PAUSE: Duration = Duration::from_secs(1);
/// So often in a row the service may be unavailable while a person types a PIN: what was typed must not be lost.
const TOLERATED: u32 = 3;
/// The longest wait between two questions. One that seems longer was computed by a clock that has been set back since.
const LONGEST_WAIT: Duration = Duration::from_secs(8);
/// How long after its first sending an opening request may be sent again: within 15 seconds of its arrival the services
/// recognise it (RP API "Details"), and the way there takes some of that.
const RECOGNISED: Duration = Duration::from_secs(10);

/// The shortest time that the services keep a question for the state open.
const SHORTEST_HOLD: Duration = Duration::from_secs(1);
/// How long the state of a session is asked for in one request.
pub(crate) const HOLD: Duration = Duration::from_secs(30);
/// We wait longer than the two minutes the services are said to give a person: an answer that comes late is still one.
pub(crate) const PATIENCE: Duration = Duration::from_secs(180);

/// What is said in one service's words.
pub(crate) trait Dialect {
    /// What the opening request was answered with.
    type Begun;
    /// A session that ended well.
    type Completed: Clone;

    /// Reads the answer to the opening request.
    fn opened(&self, response: Response, at: Time) -> Result<Self::Begun, Error>;
    /// Where the state is asked for; the service may keep the question open for `hold`.
    fn question(&self, begun: &Self::Begun, hold: Duration) -> String;
    /// Reads a state; `None` while the session runs.
    fn state(&self, response: Response) -> Result<Option<Self::Completed>, Error>;
    /// What it takes to go on with a session.
    fn open(&self, begun: &Self::Begun) -> OpenSession;
    /// The same read back: a session that was opened at that time.
    fn begun(&self, open: &OpenSession, at: Time) -> Self::Begun;
}

/// What is next.
#[expect(clippy::large_enum_variant, reason = "it lives for one call")]
pub(crate) enum Next<T> {
    Send(Request),
    Wait { until: Time },
    Over(T),
}

pub(crate) struct Polling<D: Dialect> {
    dialect: D,
    url: String,
    body: Vec<u8>,
    /// How long after the opening we give up; the service should have said so before.
    patience: Duration,
    begun: Option<(Time, D::Begun)>,
    asked_at: Option<Time>,
    not_before: Option<Time>,
    unavailable: u32,
    /// The last answer was that there is no such session. One of several machines behind an address may not know of it yet, so
    /// that is believed when it is said twice: a session that is open all the same must not be taken for over.
    lost: bool,
    /// The service is asked for what it knows at once.
    brief: bool,
    /// What the last answer said of the phone; nothing is said before the first.
    told: Told,
    end: Option<Result<D::Completed, Error>>,
}

/// What answers said of the phone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Nothing that one can rely on.
    Nothing,
    /// The opening request was refused.
    Refused,
    /// The session is over.
    Over,
}

/// Neither the body nor the identifier of the session: who has it can ask for the session's outcome.
impl<D: Dialect> std::fmt::Debug for Polling<D> {
    fn fmt(&self, into: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (begun, ended) = (self.begun.is_some(), self.end.is_some());
        into.debug_struct("Polling").field("begun", &begun).field("ended", &ended).finish_non_exhaustive()
    }
}

impl<D: Dialect> Polling<D> {
    pub(crate) fn opening(dialect: D, url: String, body: &impl Serialize, patience: Duration) -> Self {
        // Our own plain types: writing them as JSON cannot fail.
        let body = serde_json::to_vec(body).unwrap_or_default();
        Self {
            dialect,
            url,
            body,
            patience,
            begun: None,
            asked_at: None,
            not_before: None,
            unavailable: 0,
            lost: false,
            brief: false,
            told: Told::Nothing,
            end: None,
        }
    }

    /// A session that was opened at that time, and is only asked about.
    pub(crate) fn resuming(dialect: D, open: &OpenSession, at: Time, patience: Duration) -> Self {
        let begun = dialect.begun(open, at);
        let polling = Self::opening(dialect, String::new(), &(), patience);
        Self { begun: Some((at, begun)), ..polling }
    }

    /// See [`crate::Session::briefly`].
    pub(crate) fn briefly(&mut self) {
        self.brief = true;
    }

    /// See [`crate::Session::on_phone`].
    pub(crate) fn on_phone(&self) -> OnPhone {
        match (&self.begun, self.told) {
            (_, Told::Refused) => OnPhone::Nothing,
            (_, Told::Over) => OnPhone::Over,
            (None, Told::Nothing) => OnPhone::Asking,
            (Some((_, begun)), Told::Nothing) => OnPhone::Open(self.dialect.open(begun)),
        }
    }

    pub(crate) fn dialect(&self) -> &D {
        &self.dialect
    }

    /// Set once the session exists.
    pub(crate) fn begun(&self) -> Option<&D::Begun> {
        self.begun.as_ref().map(|(_, begun)| begun)
    }

    /// Of a service that recognises a repeated opening: for so long. Questions for the state harm nobody.
    pub(crate) fn recognised_for(&self) -> Option<Duration> {
        self.begun.is_none().then_some(RECOGNISED)
    }

    /// Whether nothing more will be sent.
    pub(crate) fn is_over(&self) -> bool {
        self.end.is_some()
    }

    /// `hold` is how long the service may keep a question for the state open.
    pub(crate) fn poll(&mut self, now: Time, hold: Duration) -> Result<Next<D::Completed>, Error> {
        if let Some(end) = &self.end {
            return end.clone().map(Next::Over);
        }
        let Some((at, begun)) = &mut self.begun else {
            return post(&self.url, JSON, JSON, self.body.clone()).map(Next::Send);
        };
        // A clock that was set back must not make us wait for what ended long ago.
        *at = now.min(*at);
        let left = at.plus(self.patience).since(now);
        if left.is_zero() {
            self.end = Some(Err(Error::TimedOut));
            return Err(Error::TimedOut);
        }
        let waits = |until: &Time| now < *until && until.since(now) <= LONGEST_WAIT;
        if let Some(until) = self.not_before.filter(waits) {
            return Ok(Next::Wait { until });
        }
        let hold = if self.brief { SHORTEST_HOLD } else { hold };
        let question = self.dialect.question(begun, hold.min(left));
        // Given again while the answer is awaited, it is no other question.
        self.asked_at.get_or_insert(now);
        get(&question, JSON).map(Next::Send)
    }

    pub(crate) fn handle(&mut self, response: Response, now: Time) {
        if self.end.is_some() {
            return;
        }
        if self.begun.is_none() {
            let refused = is_refusal(response.status().as_u16());
            match self.dialect.opened(response, now) {
                Ok(begun) => self.begun = Some((now, begun)),
                Err(error) => {
                    self.told = if refused { Told::Refused } else { Told::Nothing };
                    self.end = Some(Err(error));
                }
            }
            return;
        }
        let asked_at = self.asked_at.take();
        let is_over = is_complete(&response);
        match self.dialect.state(response) {
            Ok(None) => {
                (self.unavailable, self.lost) = (0, false);
                self.not_before = asked_at.map(|at| at.plus(PAUSE));
            }
            Ok(Some(completed)) => {
                self.told = Told::Over;
                self.end = Some(Ok(completed));
            }
            Err(Error::Unavailable { .. } | Error::TooManyRequests) if self.unavailable < TOLERATED => {
                self.not_before = Some(now.plus(PAUSE * 2_u32.pow(self.unavailable)));
                self.unavailable += 1;
            }
            Err(Error::SessionLost) if !self.lost => {
                self.lost = true;
                self.not_before = Some(now.plus(PAUSE));
            }
            Err(error) => {
                if is_over || error.is_end() {
                    self.told = Told::Over;
                }
                self.end = Some(Err(error));
            }
        }
    }
}

/// Whether the service says that the session is over, whatever else it says that cannot be used.
fn is_complete(response: &Response) -> bool {
    #[derive(serde::Deserialize)]
    struct Said {
        state: String,
    }
    response.status() == 200
        && serde_json::from_slice::<Said>(response.body()).is_ok_and(|said| said.state == "COMPLETE")
}

/// Whether an opening request that is answered so was not carried out: the services name these statuses as theirs, and 503
/// is what stands before a service that does not serve. Of any other fault nobody knows what came before it.
fn is_refusal(status: u16) -> bool {
    matches!(status, 400..=499 | 503 | 580)
}
