//! Asking the profile's time-stamp services, in their order.

use std::sync::{Arc, Mutex, PoisonError};

use ades::Document;
use pki::tsp::{self, Token as Stamp};
use pki::{Certificate, DigestAlgorithm, Time};
use remote::csc::{self, Token};
use report::words::Language;

use crate::drive::drive;
use crate::error::{Error, same_time};
use crate::failures::{Asked, Cause, Failures, Step};
use crate::host::Host;
use crate::login::{Gate, Origin, is_over};
use crate::order::Level;
use crate::phone::date;
use crate::profile::Profile;
use crate::timestamp_service::{Source, TimestampService};
use crate::why;

/// By how much the tokens of one service may differ, in bytes beside a quarter: serial numbers, fractions of seconds,
/// the certificate of the next unit.
const MARGIN: usize = 512;

/// The services of one profile, as one signing asks them: a signing service lets somebody in once for all its time-stamps.
pub(crate) struct Stamper<'a, H> {
    pub host: &'a H,
    pub profile: &'a Profile,
    language: Language,
    clock: Clock,
    door: Mutex<Door<'a, H>>,
}

/// What is known of this computer's clock.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clock {
    /// A signing service states the same time: who differs is wrong.
    Confirmed,
    /// Nobody was asked.
    Unknown,
}

/// Whether the signing service has let somebody in.
enum Door<'a, H> {
    Unopened,
    Open(Inside<'a, H>),
    /// The person did not come in, and is not led there a second time.
    Shut(Cause),
}

/// Somebody who was let in.
pub(crate) struct Inside<'a, H> {
    pub gate: Arc<Gate<'a, H>>,
    pub token: Token,
    pub origin: Origin,
}

impl<H> Clone for Inside<'_, H> {
    fn clone(&self) -> Self {
        Self { gate: Arc::clone(&self.gate), token: self.token.clone(), origin: self.origin }
    }
}

impl<'a, H: Host> Stamper<'a, H> {
    pub const fn new(host: &'a H, profile: &'a Profile, language: Language, clock: Clock) -> Self {
        Self { host, profile, language, clock, door: Mutex::new(Door::Unopened) }
    }

    /// The same for whoever was let in to sign.
    pub fn enter(&self, inside: Inside<'a, H>) {
        *self.door.lock().unwrap_or_else(PoisonError::into_inner) = Door::Open(inside);
    }

    /// A token over `digest` from the first service that gives a good one, of our time.
    pub async fn stamp(&self, algorithm: DigestAlgorithm, digest: &[u8]) -> Result<Stamp, Error> {
        let (mut failures, known) = (Failures::default(), self.profile.issuers()?);
        let mut ours = None;
        for service in &self.profile.timestamp {
            let cause = match self.ask(service, &known, algorithm, digest).await {
                Ok((token, date)) => match same_time(self.host.now(), token.gen_time) {
                    Ok(()) => return Ok(token),
                    Err(seconds) => {
                        let whose = self.whose(date);
                        ours = ours.or((whose == Whose::Ours).then_some(seconds));
                        whose.cause(seconds)
                    }
                },
                Err(cause) => cause,
            };
            failures.add(Asked::Timestamp, service.name(), cause);
        }
        if let Some(seconds) = ours {
            return Err(Error::ClockWrong { seconds });
        }
        if failures.is_empty() {
            let none = Cause::new("none-named", Step::Name, "no time-stamp service is named");
            failures.add(Asked::Timestamp, "", none);
        }
        Err(Error::NoTimestamp { failures })
    }

    /// The document with a document time-stamp over all of it. A token that is larger than its room tells how much room the
    /// next one needs.
    pub async fn over_document(&self, document: &Document) -> Result<Document, Error> {
        let mut room = ades::TOKEN_ROOM;
        loop {
            let slot = document.with_document_timestamp(DigestAlgorithm::Sha256, room)?;
            let token = self.stamp(slot.algorithm(), slot.imprint()).await?;
            match slot.embed(&token) {
                Err(ades::Error::Pdf(pdf::Error::ContentsTooSmall { needed, .. }))
                    if room == ades::TOKEN_ROOM =>
                {
                    room = needed.saturating_add(MARGIN);
                }
                done => return Ok(done?),
            }
        }
    }

    /// The room to keep for a token at that level, after a sample: one over nothing. It also shows, before anybody types
    /// PIN2, that a service answers and its clock agrees with ours.
    ///
    /// Where there are several services, another one may answer next time: then it is never less than for one that was not
    /// tried.
    pub async fn room(&self, level: Level) -> Result<Option<usize>, Error> {
        if level < Level::BT {
            return Ok(None);
        }
        let algorithm = DigestAlgorithm::Sha256;
        let sample = self.stamp(algorithm, &algorithm.digest(&[])).await?;
        let size = sample.raw.len();
        let room = size.saturating_add(size / 4).saturating_add(MARGIN);
        Ok(Some(if self.profile.timestamp.len() > 1 { room.max(ades::TOKEN_ROOM) } else { room }))
    }

    /// Whose clock is wrong, of a service whose token is of another time than ours; `date` is what its server says.
    fn whose(&self, date: Option<Time>) -> Whose {
        match date.map(|date| same_time(self.host.now(), date).is_ok()) {
            Some(true) => Whose::Theirs,
            _ if self.clock == Clock::Confirmed => Whose::Theirs,
            Some(false) => Whose::Ours,
            None => Whose::Unknown,
        }
    }

    /// What a service gives, and the time that its server states beside it.
    async fn ask(
        &self,
        service: &TimestampService,
        known: &[Certificate],
        algorithm: DigestAlgorithm,
        digest: &[u8],
    ) -> Result<(Stamp, Option<Time>), Cause> {
        let mut nonce = [0; 20];
        self.host.random(&mut nonce);
        // A positive number of full length, whatever the dice say.
        nonce[0] = nonce[0] & 0x7f | 0x40;
        let (token, date) = match &service.source {
            Source::Http(url) => {
                let query = tsp::request_under(service.policy.as_ref(), algorithm, digest, &nonce);
                let answer = self.host.send(remote::tsa::request(url, query)?).await?;
                let date = date(&answer);
                let der = remote::tsa::read(answer)?;
                let token = tsp::parse_response(&der, algorithm, digest, &nonce);
                (token.map_err(|error| why::timestamp(&error))?, date)
            }
            Source::Csc => (self.of_the_signing_service(algorithm, digest, &nonce).await?, None),
        };
        // RFC 3161 §2.4.2: the policy is that of the request, if there is one in it.
        if service.policy.is_some_and(|policy| policy != token.policy) {
            let found = format!("policy {}", token.policy);
            return Err(Cause::not_accepted("policy-mismatch", found).with(Step::Settings));
        }
        // Whether the unit is trusted is judged later. What does not even verify is the next service's turn.
        token.verify(known).map_err(|error| why::timestamp(&error))?;
        Ok((token, date))
    }

    async fn of_the_signing_service(
        &self,
        algorithm: DigestAlgorithm,
        digest: &[u8],
        nonce: &[u8],
    ) -> Result<Stamp, Cause> {
        let Inside { gate, mut token, mut origin } = self.inside().await?;
        loop {
            let call = csc::timestamp(&gate.client, &token, digest, algorithm, nonce);
            match drive(self.host, call, |_| Ok(())).await {
                Err(error) if origin != Origin::New && is_over(&error) => {
                    (token, origin) = gate.another(token, origin).await?;
                    self.enter(Inside { gate: Arc::clone(&gate), token: token.clone(), origin });
                }
                done => return Ok(done?),
            }
        }
    }

    /// Whoever is let in by the signing service: from before, or now. A token that has run out meanwhile is changed for
    /// another.
    async fn inside(&self) -> Result<Inside<'a, H>, Cause> {
        let before = match &*self.door.lock().unwrap_or_else(PoisonError::into_inner) {
            Door::Shut(cause) => return Err(cause.clone()),
            Door::Open(inside) => Some(inside.clone()),
            Door::Unopened => None,
        };
        match self.let_in(before).await {
            Ok(inside) => {
                self.enter(inside.clone());
                Ok(inside)
            }
            Err(error) => {
                let stayed_away = matches!(
                    error,
                    Error::Remote(remote::Error::CscDenied | remote::Error::CscTimedOut)
                        | Error::NoReturn { .. }
                );
                let cause = Cause::from(error);
                if stayed_away {
                    *self.door.lock().unwrap_or_else(PoisonError::into_inner) = Door::Shut(cause.clone());
                }
                Err(cause)
            }
        }
    }

    async fn let_in(&self, before: Option<Inside<'a, H>>) -> Result<Inside<'a, H>, Error> {
        match before {
            Some(inside) if inside.token.expires_at > self.host.now() => Ok(inside),
            Some(Inside { gate, token, .. }) => {
                let (token, origin) = gate.another(token, Origin::Kept).await?;
                Ok(Inside { gate, token, origin })
            }
            None => {
                let gate = Gate::of(self.host, self.profile, self.language).await?;
                gate.client.has("signatures/timestamp")?;
                let (token, origin) = gate.token().await?;
                Ok(Inside { gate: Arc::new(gate), token, origin })
            }
        }
    }
}

/// Whose clock is wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// This computer's, as far as anybody can tell: the service's server agrees with its time-stamps.
    Ours,
    /// The time-stamp service's.
    Theirs,
    /// One of both.
    Unknown,
}

impl Whose {
    fn cause(self, seconds: i64) -> Cause {
        let (why, step) = match self {
            Self::Theirs => ("tsa-clock-wrong", Step::Again),
            Self::Ours | Self::Unknown => ("clocks-differ", Step::Clock),
        };
        let minutes = (seconds.unsigned_abs() / 60).to_string();
        let cause = Cause::not_accepted(why, format!("{seconds} s"));
        Cause { figures: [("minutes".to_owned(), minutes)].into(), ..cause }.with(step)
    }
}
