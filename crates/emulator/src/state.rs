//! What changes while the world turns: sessions, faults, revocations, what the phone's camera sees.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::csc::grants::Grants;
use crate::faults::{Faults, Pace};
use crate::mobile_id::session::{MobileResult, MobileSession};
use crate::pki::crl::Revocation;
use crate::realm::Realm;
use crate::smart_id::callback::{self, Visit};
use crate::smart_id::registration::Registration;
use crate::smart_id::session::{EndResult, Phase, Session};
use crate::tally::Tally;

/// Everything that changes.
#[derive(Default)]
pub struct State {
    pub sessions: Vec<Session>,
    pub mobile_sessions: Vec<MobileSession>,
    pub csc: Grants,
    pub faults: Faults,
    pub pace: Pace,
    /// Of the relying party of Smart-ID.
    pub registration: Registration,
    /// By index of the holder.
    pub revoked: BTreeMap<usize, Revocation>,
    /// By account index: the phone waits for the linked signature after this session, until then.
    pub expecting: BTreeMap<usize, (String, i64)>,
    /// By account index: wrong PIN2 entries in a row.
    pub wrong_pins: BTreeMap<usize, u8>,
    /// By card index: the same.
    pub wrong_card_pins: BTreeMap<usize, u8>,
    /// The device link in front of the camera, and since when.
    pub camera: Option<(String, i64)>,
    pub session_count: u64,
    pub token_count: u64,
    pub answer_count: u64,
    pub tally: Tally,
}

impl State {
    /// Lets time do its work up to `now`.
    pub fn advance(&mut self, realm: &Realm, now: i64) {
        self.sessions.retain(|session| !session.is_forgotten(now));
        for index in 0..self.sessions.len() {
            if let Some((at, end)) = self.sessions[index].due(&realm.accounts, &self.pace)
                && at <= now
            {
                self.complete(index, at, end);
            }
        }
        self.mobile_sessions.retain(|session| !session.is_forgotten(now));
        for index in 0..self.mobile_sessions.len() {
            if let Some((at, end)) = self.mobile_sessions[index].due(&realm.cards.subscribers, &self.pace)
                && at <= now
            {
                self.complete_mobile(index, at, end);
            }
        }
        self.csc.advance(now);
        self.expecting.retain(|_, (_, until)| *until > now);
    }

    /// The pages to which the mock phone goes back and has not yet.
    pub fn visits(&mut self, realm: &Realm) -> Vec<Visit> {
        let here = self.sessions.iter_mut().filter(|session| !session.went_back);
        let visits = here.filter_map(|session| {
            let visit = callback::visit(session, realm)?;
            session.went_back = true;
            Some(visit)
        });
        visits.collect()
    }

    /// Ends the session at `index`.
    pub fn complete(&mut self, index: usize, at: i64, end: EndResult) {
        let session = &mut self.sessions[index];
        let holds_the_phone = end == EndResult::Ok && session.link.is_some() && !session.is_signature();
        if let (true, Some(account)) = (holds_the_phone, session.account) {
            let until = at + i64::from(self.pace.linked_ms);
            self.expecting.insert(account, (session.id.clone(), until));
        }
        if end == EndResult::Ok && session.is_signature() {
            self.tally.pins += 1;
        }
        session.phase = Phase::Complete { at, end };
    }

    /// Ends the session at `index` of Mobile-ID.
    pub fn complete_mobile(&mut self, index: usize, at: i64, end: MobileResult) {
        self.tally.pins += usize::from(end == MobileResult::Ok);
        self.mobile_sessions[index].end = Some((at, end));
    }

    /// A request reaches the phone of `account`. If the app there waits for a linked signature, neither gets what
    /// it wants: says whether that is so.
    pub fn interrupts(&mut self, account: usize) -> bool {
        let Some((expected, _)) = self.expecting.remove(&account) else { return false };
        if let Some(choice) = self.session_mut(&expected) {
            choice.interrupted = true;
        }
        true
    }

    /// What only the relying party may know.
    pub fn secrets(&self) -> Vec<String> {
        let of_links = self.sessions.iter().filter_map(|session| session.link.as_ref());
        let of_links = of_links.flat_map(|link| [link.token.clone(), STANDARD.encode(link.secret)]);
        let identifiers = self.sessions.iter().map(|session| session.id.clone());
        let cards = self.mobile_sessions.iter().map(|session| session.id.clone());
        let grants = self.csc.secrets().map(str::to_owned);
        of_links.chain(identifiers).chain(cards).chain(grants).collect()
    }

    /// The session with that identifier.
    pub fn session(&self, id: &str) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == id)
    }

    /// The session with that identifier.
    pub fn session_mut(&mut self, id: &str) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.id == id)
    }
}
