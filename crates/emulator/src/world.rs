//! The whole world behind one function of a request and the time.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use http::header::DATE;
use http::{Method, Request};

use crate::admin;
use crate::csc::api::CscApi;
use crate::csc::login::Login;
use crate::faults::{Faults, Outage, Pace};
use crate::keys::Keys;
use crate::mobile_id::api::MobileApi;
use crate::mobile_id::cards::Purpose;
use crate::phone::Phone;
use crate::pki::crl::Revocation;
use crate::realm::Realm;
use crate::reply::{self, Answer, Reply};
use crate::smart_id::api::Api;
use crate::smart_id::callback::Visit;
use crate::smart_id::mock;
use crate::smart_id::registration::Registration;
use crate::spoil::spoilt;
use crate::state::State;
use crate::support;
use crate::tally::Tally;
use crate::urls::Urls;

/// A world of Smart-ID, Mobile-ID and a remote signing service: their APIs, people with phones, CA, OCSP, CRL and TSA.
///
/// It has no clock and no network. [`World::handle`] gets both as arguments, so a test lets a minute pass by adding
/// a minute; the same seed and the same calls give the same answers. Shared between threads by reference.
pub struct World {
    realm: Realm,
    state: Mutex<State>,
}

impl World {
    /// A world of `keys`, made at `now_ms` (milliseconds since the Unix epoch), whose certificates and answers point
    /// to `urls`. Everything random in it comes from `seed`; certificates do not depend on it.
    pub fn create(keys: Keys, seed: u64, urls: Urls, now_ms: i64) -> Self {
        Self { realm: Realm::new(keys, seed, urls, now_ms), state: Mutex::default() }
    }

    /// Answers `request`, which came at `arrived_ms`, as of `now_ms` (both milliseconds since the Unix epoch). Only
    /// the path tells which service is meant; the host is not looked at.
    pub fn handle(&self, request: Request<Vec<u8>>, arrived_ms: i64, now_ms: i64) -> Reply {
        let mut state = self.state();
        state.advance(&self.realm, now_ms);
        let ready_ms = arrived_ms + i64::from(state.faults.slow_ms);
        if now_ms < ready_ms && !request.uri().path().starts_with("/admin") {
            return Reply::Pending { until_ms: ready_ms };
        }
        let reply = self.route(&request, &mut state, arrived_ms, now_ms);
        state.count_open(&self.realm);
        match reply {
            Reply::Ready(answer) => Reply::Ready(finished(answer, &request, &mut state, now_ms)),
            pending @ Reply::Pending { .. } => pending,
        }
    }

    fn route(&self, request: &Request<Vec<u8>>, state: &mut State, arrived: i64, now: i64) -> Reply {
        let (service, rest) = split(request.uri().path());
        let outage = match service {
            "smart-id-rp" | "mid-api" | "csc" | "csc-login" => state.faults.api,
            "ocsp" => state.faults.ocsp,
            "crl" | "ca" => state.faults.crl,
            "tsa" if state.faults.tsa_spared == 0 => state.faults.tsa,
            _ => Outage::None,
        };
        match outage {
            Outage::Cut => return Reply::Ready(reply::cut()),
            Outage::Unavailable => return Reply::Ready(reply::empty(503)),
            Outage::None => {}
        }
        let realm = &self.realm;
        Reply::Ready(match (request.method(), service) {
            (_, "smart-id-rp") => return Api { realm, state, now }.handle(rest, request, arrived),
            (_, "mid-api") => return MobileApi { realm, state, now }.handle(rest, request, arrived),
            (_, "csc") => CscApi { realm, state, now }.handle(rest, request),
            (_, "csc-login") => Login { realm, state, now }.handle(rest, request),
            (&Method::POST, "mock") if rest == "device-link" => mock::handle(request, realm, state, now),
            (_, "ocsp") => support::ocsp(request, rest, realm, state, now),
            (&Method::POST, "tsa") => support::tsa(request, realm, state, now),
            (&Method::GET, "crl") => support::crl(rest, realm, state, now),
            (&Method::GET, "ca") => support::certificate(rest, realm),
            (&Method::GET, "device-link") => reply::text(200, "Open this link in the Smart-ID app."),
            (_, "phone") => Phone { realm, state, now }.handle(rest, request),
            (_, "admin") => admin::handle(rest, request, realm, state, now),
            _ => reply::empty(404),
        })
    }

    /// The pages that the browser of the mock phone opens as of `now_ms`, each once: whoever followed a link on the same device
    /// is led back when the session has ended.
    pub fn visits(&self, now_ms: i64) -> Vec<Visit> {
        let mut state = self.state();
        state.advance(&self.realm, now_ms);
        state.visits(&self.realm)
    }

    /// DER certificate of the root; the one trust anchor.
    pub fn root_certificate(&self) -> &[u8] {
        &self.realm.hierarchy.root.certificate
    }

    /// DER certificate of the CA that issues to people.
    pub fn issuing_certificate(&self) -> &[u8] {
        &self.realm.hierarchy.issuing.certificate
    }

    /// DER certificate of the CA that issues to the time-stamping unit.
    pub fn tsa_authority_certificate(&self) -> &[u8] {
        &self.realm.hierarchy.tsa_authority.certificate
    }

    /// What a relying party must know beforehand, since answers carry no chains: DER certificates of root, issuing
    /// CA and TSA CA.
    pub fn anchors(&self) -> [&[u8]; 3] {
        [self.root_certificate(), self.issuing_certificate(), self.tsa_authority_certificate()]
    }

    /// DER signing certificate of a document, if there is such an account.
    pub fn signing_certificate(&self, document_number: &str) -> Option<&[u8]> {
        self.realm.by_document(document_number).map(|index| self.realm.certificate(index))
    }

    /// DER signing certificate on the SIM card of a phone number, if there is such a card.
    pub fn card_certificate(&self, phone: &str) -> Option<&[u8]> {
        let card = self.realm.cards.by_phone(phone)?;
        Some(self.realm.card_certificate(card, Purpose::Signature))
    }

    /// DER certificate of a key at the remote signing service, if there is such a `credentialID`.
    pub fn cloud_certificate(&self, id: &str) -> Option<&[u8]> {
        Some(self.realm.cloud_certificate(self.realm.vault.find(id)?))
    }

    /// Where everything is.
    pub fn urls(&self) -> &Urls {
        &self.realm.urls
    }

    /// What reached the phones so far.
    pub fn tally(&self) -> Tally {
        self.state().tally
    }

    /// What nobody but the relying party may know of the sessions of these last minutes: identifiers, and of device links
    /// secrets, tokens and codes. For tests that look whether it got out.
    pub fn secrets(&self) -> Vec<String> {
        self.state().secrets()
    }

    /// The faults in force.
    pub fn faults(&self) -> Faults {
        self.state().faults.clone()
    }

    /// Replaces the faults in force.
    pub fn set_faults(&self, faults: Faults) {
        self.state().faults = faults;
    }

    /// Changes how fast people are.
    pub fn set_pace(&self, pace: Pace) {
        self.state().pace = pace;
    }

    /// Registers the relying party of Smart-ID otherwise, for the sessions that it makes from now on.
    pub fn register(&self, registration: Registration) {
        self.state().registration = registration;
    }

    /// Revokes the certificate of a document, of a phone number of Mobile-ID, or of a `credentialID`, as of `at_ms`, with a `CRLReason` of RFC 5280 §5.3.1. Says whether
    /// there is such an account.
    pub fn revoke(&self, name: &str, at_ms: i64, reason: u8) -> bool {
        let Some(index) = self.realm.holder_named(name) else { return false };
        self.state().revoked.insert(index, Revocation { at: at_ms, reason });
        true
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an answer has in common with those of all services, and what is made to go wrong with it.
fn finished(answer: Answer, request: &Request<Vec<u8>>, state: &mut State, now: i64) -> Answer {
    let (mut answer, clock_ms) = match split(request.uri().path()).0 {
        "smart-id-rp" | "mid-api" | "csc" | "csc-login" => {
            (spoilt(answer, &mut state.faults), state.faults.clock_ms)
        }
        "phone" | "admin" => (answer, 0),
        _ => (answer, state.faults.clock_ms),
    };
    let since = Duration::from_millis(now.saturating_add(clock_ms).max(0).unsigned_abs());
    let date = httpdate::fmt_http_date(UNIX_EPOCH + since);
    if let Ok(date) = date.parse() {
        answer.headers_mut().insert(DATE, date);
    }
    answer
}

/// The first segment of a path, and the rest.
fn split(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split_once('/').unwrap_or((path, ""))
}
