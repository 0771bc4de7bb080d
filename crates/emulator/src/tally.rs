//! What people's phones go through, counted where it happens and not where it is asked for.

use std::collections::BTreeMap;

use crate::realm::Realm;
use crate::smart_id::session::Phase;
use crate::state::State;

/// What reached the phones so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Signatures that were asked for: sessions, of Smart-ID and Mobile-ID.
    pub asked: usize,
    /// PIN2s that were entered.
    pub pins: usize,
    /// The most sessions that were open for one person at the same time.
    pub at_once: usize,
    /// Permissions to sign that people gave at the remote signing service, each for as many signatures as it says.
    pub permitted: usize,
}

impl State {
    /// Looks at how many sessions are open for each person.
    pub fn count_open(&mut self, realm: &Realm) {
        let accounts = self.sessions.iter().filter(|one| !matches!(one.phase, Phase::Complete { .. }));
        let accounts = accounts.filter_map(|one| Some(&realm.accounts.get(one.account?)?.person));
        let cards = self.mobile_sessions.iter().filter(|one| one.end.is_none());
        let cards = cards.filter_map(|one| Some(&realm.cards.subscribers.get(one.card?)?.person));
        let mut open = BTreeMap::<&str, usize>::new();
        for person in accounts.chain(cards) {
            *open.entry(&person.identifier).or_default() += 1;
        }
        self.tally.at_once = open.into_values().chain([self.tally.at_once]).max().unwrap_or_default();
    }
}
