//! One request and its answer; where the service works on, its state is asked for until there is one.

use std::time::Duration;

use pki::Time;

use crate::error::Error;
use crate::secret::Secret;
use crate::session::{Request, Response, Session, Step};

/// Between two questions for the state of what the service works on.
const PAUSE: Duration = Duration::from_secs(2);
/// How long what the service works on is asked for: somebody may have to find a phone first.
const PATIENCE: Duration = Duration::from_secs(300);
/// So often in a row the service may be unavailable meanwhile.
const TOLERATED: u32 = 3;

/// What an answer comes to.
pub(crate) enum Reached<T> {
    Over(T),
    /// Not yet; asked for by this handle, or by the one from before.
    Later(Option<Secret>),
}

type Read<T> = Box<dyn Fn(Response, Time) -> Result<Reached<T>, Error> + Send + Sync>;
type Again = Box<dyn Fn(&Secret) -> Result<Request, Error> + Send + Sync>;

/// A conversation that asks one thing.
pub struct Call<T> {
    first: Result<Request, Error>,
    again: Option<Again>,
    read: Read<T>,
    /// Whether the service does not mind the same request twice.
    repeats: bool,
    begun: Option<Time>,
    handle: Option<Secret>,
    not_before: Option<Time>,
    unavailable: u32,
    end: Option<Result<T, Error>>,
}

/// Nothing of what is said: tokens, names and hashes.
impl<T> std::fmt::Debug for Call<T> {
    fn fmt(&self, into: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        into.debug_struct("Call").field("ended", &self.end.is_some()).finish_non_exhaustive()
    }
}

impl<T> Call<T> {
    /// What is answered at once, and may be asked twice.
    pub(crate) fn once(
        first: Result<Request, Error>,
        read: impl Fn(Response, Time) -> Result<T, Error> + Send + Sync + 'static,
    ) -> Self {
        Self::new(first, None, Box::new(move |response, now| read(response, now).map(Reached::Over)))
    }

    /// What is known without asking.
    pub(crate) fn known(output: T) -> Self {
        let read = |_, _| Err(Error::Malformed { what: "nobody was asked".to_owned() });
        let first = Err(Error::Malformed { what: "nobody is asked".to_owned() });
        Self { end: Some(Ok(output)), ..Self::once(first, read) }
    }

    /// What may take its time.
    pub(crate) fn lasting(
        first: Result<Request, Error>,
        again: impl Fn(&Secret) -> Result<Request, Error> + Send + Sync + 'static,
        read: impl Fn(Response, Time) -> Result<Reached<T>, Error> + Send + Sync + 'static,
    ) -> Self {
        Self::new(first, Some(Box::new(again)), Box::new(read)).unrepeatable()
    }

    /// What the service takes once: a code, a one-time password, an authorisation that is used up.
    pub(crate) fn unrepeatable(mut self) -> Self {
        self.repeats = false;
        self
    }

    fn new(first: Result<Request, Error>, again: Option<Again>, read: Read<T>) -> Self {
        let (begun, handle, not_before, end) = (None, None, None, None);
        Self { first, again, read, repeats: true, begun, handle, not_before, unavailable: 0, end }
    }
}

impl<T: Clone> Session for Call<T> {
    type Output = T;

    fn poll(&mut self, now: Time) -> Result<Step<T>, Error> {
        if let Some(end) = &self.end {
            return end.clone().map(Step::Done);
        }
        let (Some(handle), Some(again)) = (&self.handle, &self.again) else {
            return self.first.clone().map(Step::Send);
        };
        let begun = *self.begun.get_or_insert(now);
        if begun.plus(PATIENCE).since(now).is_zero() {
            self.end = Some(Err(Error::CscTimedOut));
            return Err(Error::CscTimedOut);
        }
        match self.not_before.filter(|&until| now < until) {
            Some(until) => Ok(Step::Wait { until }),
            None => again(handle).map(Step::Send),
        }
    }

    fn handle(&mut self, response: Response, now: Time) {
        if self.end.is_some() {
            return;
        }
        match (self.read)(response, now) {
            Ok(Reached::Over(output)) => self.end = Some(Ok(output)),
            Ok(Reached::Later(handle)) => {
                self.handle = handle.or(self.handle.take());
                // Without a handle there is nothing to ask by.
                if self.handle.is_none() || self.again.is_none() {
                    self.end = Some(Err(Error::Malformed { what: "nothing to ask by".to_owned() }));
                }
                self.begun.get_or_insert(now);
                self.unavailable = 0;
                self.not_before = Some(now.plus(PAUSE));
            }
            Err(Error::Unavailable { .. } | Error::TooManyRequests)
                if self.handle.is_some() && self.unavailable < TOLERATED =>
            {
                self.unavailable += 1;
                self.not_before = Some(now.plus(PAUSE * 2_u32.pow(self.unavailable)));
            }
            Err(error) => self.end = Some(Err(error)),
        }
    }

    fn may_repeat(&self) -> bool {
        self.repeats || self.handle.is_some()
    }
}
