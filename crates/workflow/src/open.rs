//! What may be open on a person's phone, remembered until it is known to be over: nobody is to find two requests there, and
//! not know which one is meant.
//!
//! Before a request for a phone leaves, a note of it is written; what the service answers is written into it. The note goes
//! when the service says how the session ended, or that it refused the request. Whoever gives up waiting, is killed, or gets
//! no answer leaves the note behind, and the next signing for the same person looks after it first: it goes on with what is
//! wanted again, opens something new where nothing is open any more, and ends with [`Error::SessionOpen`] where something
//! is. After the longest time that a service keeps a session open the note means nothing any more.
//!
//! A session that the service does not know (any more), status 404 to the question for its state and to the next one, is
//! over. Where it does not say so to us, 401 and 403, the phone may still show it: a service decides by address and UUID who
//! may ask, before it looks after any session, and whoever may ask again (in another network, say) finds it as it was. So the
//! note stays.
//!
//! Which requests those are, by protocol:
//!
//! - Smart-ID, both versions of the RP API: certificate choice by notification, and every signature, whether the phone is
//!   notified, a code was scanned for it, or it follows a scanned code. A signature by device link is a session of its account
//!   from the beginning, though its phone shows nothing before the scan; since nobody can see from here whether it was
//!   scanned, it counts as the others do. What the code is made of is never written down, so such a session can be asked for
//!   its outcome but not be shown again.
//! - A certificate choice by a device link that anybody may scan is nobody's until somebody has scanned it, and asks for
//!   no PIN2. Whoever opens the scanner for another code has left what the app showed before. It is not noted; the signature
//!   that follows it is.
//! - The certificate by document number, and that of Mobile-ID, disturb nobody.
//! - Mobile-ID: every signature.
//! - CSC: a service asks its own page, or a device of its own choice, and we are told of no session there that we could
//!   look after: a new authorisation replaces an old one that nobody gave.
//!
//! The phone is the person's, whichever service rings it; but test services have phones of their own, so those of each test
//! service are told apart, by where it is: what a profile is called says nothing about a phone.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use pki::Time;
use remote::smart_id::DocumentNumber;
use remote::{OnPhone, OpenSession, Secret};
use serde::{Deserialize, Serialize};

use crate::error::{Error, at};
use crate::event::{Event, LeftOpen};
use crate::host::{Engaged, FileError, Host, Phone};
use crate::journal;
use crate::laid::{Laid, Service, Wanted};
use crate::phone::{self, Came, Glance};
use crate::profile::Profile;

/// The longest time a session is open: two minutes for whoever is notified, and one more for whoever has to scan first.
const LONGEST: Duration = Duration::from_secs(180);
/// The longest time after which a request that was sent can still arrive: for so long its answer is waited for.
const SENDING: Duration = Duration::from_secs(60);
/// How long after it was sent a request can be repeated by another signing: with that one's own repetitions it stays within
/// the 15 seconds in which the service recognises it.
const REPEATABLE: Duration = Duration::from_secs(4);
/// After so long a time nobody asks any more what became of a session.
const FORGOTTEN: Duration = Duration::from_secs(3 * 3600);
/// A session that is open longer than it should be is looked at again after this time.
const AGAIN: Duration = Duration::from_secs(10);

/// What is noted.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Note {
    /// The service that was asked.
    service: Service,
    asks: Asks,
    /// When the request was first sent, by this computer's clock.
    sent: Time,
    /// When nothing can be open any more.
    until: Time,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    session: Option<Session>,
}

/// What was asked of the phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Asks {
    /// Which account.
    Certificate,
    /// A signature.
    Signature {
        /// Where in the journal what it is laid out for is: the certificate is in that, so it is kept where signatures are.
        laid: String,
        /// The nonce of the request.
        nonce: Option<String>,
    },
}

/// A session. Its identifier is no more than the key to what the journal would have, had the answer come: a signature value
/// over one document, which only the relying party is given, for some minutes. Without it, nobody could find out that the
/// session is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Session {
    id: Identifier,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    opened: Time,
}

/// An identifier that `Debug` does not show.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Identifier(String);

impl std::fmt::Debug for Identifier {
    fn fmt(&self, into: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        into.write_str("[secret]")
    }
}

impl Session {
    fn open(&self) -> OpenSession {
        OpenSession { id: Secret::new(self.id.0.as_str()), code: self.code.clone() }
    }

    /// Since when it is open, of one that is found open: what a clock says that was set meanwhile does not end the wait.
    fn since(&self, now: Time) -> Time {
        let at_least_left = AGAIN.as_millis().saturating_add(20_000);
        let longest = i64::try_from(LONGEST.as_millis().saturating_sub(at_least_left)).unwrap_or_default();
        self.opened.min(now).max(Time::from_unix_millis(now.unix_millis().saturating_sub(longest)))
    }
}

impl Note {
    fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The last moment at which it means something, as far as that can be told now: a clock that was set back since must not
    /// make anybody wait for hours.
    fn until(&self, now: Time) -> Time {
        self.until.min(now.plus(SENDING).plus(LONGEST))
    }

    fn laid(&self) -> Option<&str> {
        match &self.asks {
            Asks::Certificate => None,
            Asks::Signature { laid, .. } => Some(laid),
        }
    }
}

/// What is wanted of a phone.
#[derive(Clone, Copy, Default)]
pub(crate) struct Wants<'a> {
    /// The signature.
    pub signature: Option<&'a Wanted>,
    /// That somebody chooses an account first.
    pub choice: bool,
}

/// What the service was found to have.
pub(crate) enum Found {
    /// Nothing is open.
    Nothing,
    /// The choice of an account that was asked for at that time; it may have been made.
    Choice(OpenSession, Time),
    /// The signature that is wanted.
    Signature(Box<Laid>, Standing),
}

/// How far a signature is that is wanted again.
pub(crate) enum Standing {
    /// The value came meanwhile.
    Came(Came),
    /// It has been on the phone since then.
    Open(OpenSession, Time),
    /// Its request may have been lost, and can be sent again as it was.
    Unanswered(Option<String>),
}

/// The place of a person's phone during one signing.
pub(crate) struct Held<'a, H: Host> {
    host: &'a H,
    owner: String,
    place: Box<dyn Phone>,
    /// The other phones of the person in a test, on which nothing may be open either.
    beside: Vec<Self>,
    note: Option<Note>,
    /// What the next request asks, and of which service.
    asking: Option<(Service, Asks)>,
    over: bool,
    /// Whether the request may have arrived already when another program sent it.
    repeated: bool,
    /// Whether somebody is told when something is left open.
    silent: bool,
}

impl<'a, H: Host> Held<'a, H> {
    /// Takes the place of the phone that a person has at a service, and of the others that they have by this profile.
    ///
    /// # Errors
    /// [`Error::SessionOpen`]: another signing for this person is under way; [`Error::File`].
    pub fn of(host: &'a H, profile: &Profile, service: &Service, person: &str) -> Result<Self, Error> {
        let own = owner(profile, &service.base_url, person);
        // Always in the same order: of two that begin at once, one has all.
        let (mut held, mut beside) = (None, Vec::new());
        for owner in owners(profile, person) {
            let taken = Self::take(host, owner)?;
            if taken.owner == own { held = Some(taken) } else { beside.push(taken) }
        }
        let mut held = held.map_or_else(|| Self::take(host, own), Ok)?;
        held.beside = beside;
        Ok(held)
    }

    fn take(host: &'a H, owner: String) -> Result<Self, Error> {
        let now = host.now();
        let place = host.phone(&owner).map_err(|engaged| match engaged {
            Engaged::Elsewhere { note } => {
                let until = note.and_then(|note| Note::read(&note)).map(|note| note.until(now));
                open_until(until.unwrap_or_else(|| now.plus(LONGEST)), now)
            }
            Engaged::File(cause) => at(Path::new("phones"))(cause),
        })?;
        let note = place.note().and_then(|note| Note::read(&note));
        Ok(Self {
            host,
            owner,
            place,
            beside: Vec::new(),
            note,
            asking: None,
            over: false,
            repeated: false,
            silent: false,
        })
    }

    /// Looks after what was left open here, for whoever wants something of this phone.
    ///
    /// # Errors
    /// [`Error::SessionOpen`]; [`Error::File`], when a value that came cannot be kept.
    pub async fn look(&mut self, profile: &Profile, wants: Wants<'_>) -> Result<Found, Error> {
        for other in &mut self.beside {
            other.look_here(profile, Wants::default()).await?;
        }
        self.look_here(profile, wants).await
    }

    async fn look_here(&mut self, profile: &Profile, wants: Wants<'_>) -> Result<Found, Error> {
        let Wants { signature: wanted, choice } = wants;
        let Some(mut note) = self.note.clone() else { return Ok(Found::Nothing) };
        let now = self.host.now();
        if now < note.sent {
            // The clock was set back since: from now on it goes by what it says now.
            (note.sent, note.until) = (now, note.until(now));
            self.write(note.clone()).map_err(at(Path::new("phones")))?;
        }
        let laid = note.laid().and_then(|key| Laid::find(self.host, key));
        let until = note.until(now);
        let open = open_until(until, now);
        let is_here = Service::of(profile, note.service.kind).is_some_and(|own| own == note.service);
        let (Some(session), true) = (&note.session, is_here) else {
            if until <= now {
                self.forget();
                return Ok(Found::Nothing);
            }
            let lost = laid.filter(|laid| is_here && laid.is_shown_as(wanted) && laid.can_be_asked_again());
            let repeatable =
                note.service.recognises() && now >= note.sent && now.since(note.sent) <= REPEATABLE;
            return match (lost, note.asks) {
                (Some(laid), Asks::Signature { nonce, .. }) if repeatable => {
                    self.repeated = true;
                    Ok(Found::Signature(Box::new(laid), Standing::Unanswered(nonce)))
                }
                _ => Err(open),
            };
        };
        match phone::glance(self.host, profile, &note.asks, &session.open(), laid.as_ref()).await {
            Glance::Choice if choice => Ok(Found::Choice(session.open(), now)),
            Glance::Came(came) => match laid {
                Some(laid) if laid.is(wanted) => {
                    self.over = true;
                    Ok(Found::Signature(Box::new(laid), Standing::Came(came)))
                }
                Some(laid) => {
                    journal::put(self.host, &laid.entry(came, self.host.now()))?;
                    self.forget();
                    Ok(Found::Nothing)
                }
                None => {
                    self.forget();
                    Ok(Found::Nothing)
                }
            },
            Glance::Over | Glance::Choice => {
                self.forget();
                Ok(Found::Nothing)
            }
            Glance::Running => match laid {
                Some(laid) if laid.is_shown_as(wanted) && laid.can_be_shown_again() => {
                    let standing = Standing::Open(session.open(), session.since(now));
                    Ok(Found::Signature(Box::new(laid), standing))
                }
                None if choice && note.asks == Asks::Certificate => {
                    Ok(Found::Choice(session.open(), session.since(now)))
                }
                _ => Err(open_until(until.max(now.plus(AGAIN)), now)),
            },
            Glance::Unknown(_) if now < until => Err(open),
            Glance::Unknown(_) if until.plus(FORGOTTEN) <= now => {
                self.forget();
                Ok(Found::Nothing)
            }
            // The clock alone is not believed while the service could say it.
            Glance::Unknown(error) => Err(error),
        }
    }

    /// What the conversation that follows asks, and of which service. What a signature is laid out for is written down before.
    pub fn asks(&mut self, service: Service, asks: Asks) {
        self.asking = Some((service, asks));
    }

    /// A request of that conversation is about to leave.
    pub fn before(&mut self, state: &OnPhone) -> Result<(), Error> {
        let (OnPhone::Asking, Some((service, asks))) = (state, &self.asking) else { return Ok(()) };
        let now = self.host.now();
        let same = self.note.as_ref().filter(|note| note.asks == *asks && note.session.is_none());
        let note = Note {
            service: service.clone(),
            asks: asks.clone(),
            sent: same.map_or(now, |note| note.sent),
            until: now.plus(SENDING).plus(LONGEST),
            session: None,
        };
        self.over = false;
        self.write(note).map_err(at(Path::new("phones")))
    }

    /// It was answered.
    pub fn after(&mut self, state: OnPhone) {
        let now = self.host.now();
        let Some(mut note) = self.note.clone() else { return };
        match state {
            OnPhone::Nothing => self.forget(),
            // There is an answer, so it is not on its way any more.
            OnPhone::Asking => {
                note.until = now.plus(LONGEST);
                let _ = self.write(note);
            }
            OnPhone::Open(open) if note.session.is_none() => {
                let id = Identifier(open.id.reveal().to_owned());
                note.session = Some(Session { id, code: open.code, opened: now });
                note.until = now.plus(LONGEST);
                let _ = self.write(note);
            }
            OnPhone::Open(_) => {}
            OnPhone::Over => self.over = true,
        }
    }

    /// It never left this computer.
    pub fn never_sent(&mut self) {
        if !self.repeated && self.note.as_ref().is_some_and(|note| note.session.is_none()) {
            self.forget();
        }
    }

    /// The session is over, and what came of it is kept elsewhere.
    pub fn forget(&mut self) {
        if let Some(note) = self.note.take() {
            // What cannot be taken away means nothing when its time is over.
            let _ = self.place.clear();
            if let Some(key) = note.laid() {
                let _ = self.host.journal_remove(key);
            }
        }
    }

    /// What was in the journal before is of no use when another note takes its place.
    fn write(&mut self, note: Note) -> Result<(), FileError> {
        let bytes =
            serde_json::to_vec(&note).map_err(|error| FileError::Other { detail: error.to_string() })?;
        let before = self.note.replace(note);
        let stale = before
            .as_ref()
            .and_then(Note::laid)
            .filter(|old| self.note.as_ref().and_then(Note::laid) != Some(old));
        if let Some(stale) = stale {
            let _ = self.host.journal_remove(stale);
        }
        self.place.write(&bytes)
    }
}

impl<H: Host> Drop for Held<'_, H> {
    fn drop(&mut self) {
        if self.over {
            self.forget();
        }
        if let Some(note) = self.note.as_ref().filter(|_| !self.silent) {
            let until = note.until(self.host.now());
            let laid = note.laid().and_then(|key| Laid::find(self.host, key));
            let can_be_awaited = note.session.is_some()
                && (note.asks == Asks::Certificate || laid.is_some_and(|laid| laid.can_be_shown_again()));
            let owner = Secret::new(self.owner.as_str());
            self.host.notify(Event::LeftOpen(LeftOpen { owner, until, can_be_awaited }));
        }
    }
}

/// Looks after what was left open until it is over, and says whether a value came of it, which is in the journal then: it can
/// be finished or given up. Ends too when another signing takes over.
///
/// # Errors
/// [`Error::File`], when a value that came cannot be kept.
pub async fn look_after(host: &impl Host, profile: &Profile, left: &LeftOpen) -> Result<bool, Error> {
    let before = journal::all(host)?.len();
    loop {
        let mut held = match Held::take(host, left.owner.reveal().to_owned()) {
            Ok(held) => held,
            Err(Error::SessionOpen { .. }) => return Ok(false),
            Err(error) => return Err(error),
        };
        held.silent = true;
        match held.look(profile, Wants::default()).await {
            Ok(_) => {}
            Err(Error::SessionOpen { .. }) => {
                drop(held);
                host.sleep_until(host.now().plus(AGAIN)).await;
                continue;
            }
            Err(error) => return Err(error),
        }
        return Ok(journal::all(host)?.len() > before);
    }
}

fn open_until(until: Time, now: Time) -> Error {
    Error::SessionOpen { until, minutes: until.since(now).as_secs().div_ceil(60).max(1) }
}

/// Whose phone it is that a service rings: the person's, and in a test that of the person in the world of the service.
fn owner(profile: &Profile, base_url: &str, person: &str) -> String {
    if profile.test { format!("{} {person}", origin(base_url)) } else { person.to_owned() }
}

/// All of them, by the services of a profile.
fn owners(profile: &Profile, person: &str) -> BTreeSet<String> {
    let apps = profile.smart_id.as_ref().map(|service| service.relying_party.base_url.as_str());
    let cards = profile.mobile_id.as_ref().map(|service| service.relying_party.base_url.as_str());
    [apps, cards].into_iter().flatten().map(|url| owner(profile, url, person)).collect()
}

/// Where the services of a profile are that ring phones, and in which world; the same for profiles that ring the same.
pub fn whereabouts(profile: &Profile) -> String {
    if profile.is_own_world {
        return String::new();
    }
    let apps = profile.smart_id.as_ref().map(|service| origin(&service.relying_party.base_url));
    let cards = profile.mobile_id.as_ref().map(|service| origin(&service.relying_party.base_url));
    format!("{} {}", apps.unwrap_or_default(), cards.unwrap_or_default())
}

/// Where a service is: all versions of its API there ring the same phones. In its normal form (RFC 3986 §6.2.3): the host
/// in small letters and without a dot at its end, the port left out where the scheme has it anyway.
pub(crate) fn origin(base_url: &str) -> String {
    let Ok(url) = base_url.parse::<http::Uri>() else { return base_url.to_owned() };
    let Some(host) = url.host() else { return base_url.to_owned() };
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let usual = if url.scheme() == Some(&http::uri::Scheme::HTTP) { 80 } else { 443 };
    match url.port_u16() {
        Some(port) if port != usual => format!("{host}:{port}"),
        _ => host,
    }
}

/// The person of an account, which stands in its number before its own two parts.
pub(crate) fn person_of(number: &DocumentNumber) -> &str {
    number.as_str().rsplitn(3, '-').nth(2).filter(|person| person.contains('-')).unwrap_or(number.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_is_one_however_its_address_is_written() {
        for one in [
            "https://sid.test",
            "https://sid.test/",
            "https://SID.test:443/smart-id-rp",
            "https://sid.test.:443/v2",
        ] {
            assert_eq!(origin(one), "sid.test", "{one}");
        }
        for (other, found) in [
            ("https://sid.test:8443/smart-id-rp", "sid.test:8443"),
            ("http://sid.test:80/x", "sid.test"),
            ("http://sid.test:443/x", "sid.test:443"),
            ("https://[::1]:443/", "[::1]"),
            ("https://[::1]:8443/", "[::1]:8443"),
            ("no address", "no address"),
        ] {
            assert_eq!(origin(other), found, "{other}");
        }
    }
}
