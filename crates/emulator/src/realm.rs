//! What does not change while the world turns: keys, certificates, people.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::accounts::{self, Account};
use crate::csc::vault::Vault;
use crate::keys::Keys;
use crate::mobile_id::cards::{Cards, Purpose};
use crate::pki::authority::public_key;
use crate::pki::hierarchy::{Hierarchy, serial};
use crate::pki::person;
use crate::random::Random;
use crate::urls::Urls;

/// Keys, certificates and people of one world.
pub struct Realm {
    pub keys: Keys,
    pub urls: Urls,
    pub hierarchy: Hierarchy,
    pub accounts: Vec<Account>,
    pub cards: Cards,
    pub vault: Vault,
    created: i64,
    seed: [u8; 32],
    public_keys: [Vec<u8>; 3],
    serials: Vec<[u8; 16]>,
    certificates: Vec<OnceLock<Vec<u8>>>,
    authentication: Vec<OnceLock<Vec<u8>>>,
}

impl Realm {
    /// Issues what everybody needs; people's certificates wait until somebody asks for them.
    pub fn new(keys: Keys, seed: u64, urls: Urls, created: i64) -> Self {
        let hierarchy = Hierarchy::issue(&keys, &urls, created);
        let accounts = accounts::everybody();
        let public_keys = keys.accounts.each_ref().map(|key| public_key(&key.to_public_key()));
        let origins = [urls.api.as_bytes(), urls.statuses.as_bytes()];
        let number = |account: &Account| {
            let key = &public_keys[account.key];
            serial(&account.document_number, &[key, origins[0], origins[1], &created.to_be_bytes()])
        };
        let serials = accounts.iter().map(number).collect();
        let unissued = || accounts.iter().map(|_| OnceLock::new()).collect();
        let (certificates, authentication) = (unissued(), unissued());
        let cards = Cards::new(&keys, &accounts, &urls, created);
        let vault = Vault::new(&keys, &urls, created);
        let seed = Sha256::digest(seed.to_be_bytes()).into();
        Self {
            keys,
            urls,
            hierarchy,
            accounts,
            cards,
            vault,
            created,
            seed,
            public_keys,
            serials,
            certificates,
            authentication,
        }
    }

    /// A stream of randomness for one purpose.
    pub fn random(&self, purpose: &str) -> Random {
        Random::derive(&self.seed, purpose)
    }

    /// The DER signing certificate of the account at `index`.
    pub fn certificate(&self, index: usize) -> &[u8] {
        self.certificates[index].get_or_init(|| {
            let account = &self.accounts[index];
            person::certificate(
                &self.hierarchy.issuing,
                &self.urls,
                &account.person,
                &account.document_number,
                &self.public_keys[account.key],
                self.serials[index],
                self.created,
            )
        })
    }

    /// The DER authentication certificate of the account at `index`.
    pub fn authentication_certificate(&self, index: usize) -> &[u8] {
        self.authentication[index].get_or_init(|| {
            let account = &self.accounts[index];
            person::authentication_certificate(
                &self.hierarchy.issuing,
                &self.urls,
                &account.person,
                &account.document_number,
                &self.public_keys[self.key(index, true)],
                serial("authentication", &[&self.serials[index]]),
                self.created,
            )
        })
    }

    /// Which key of the pool the account at `index` signs with. For authentication it is another one: a certificate must
    /// not do for the other purpose.
    pub fn key(&self, index: usize, authenticates: bool) -> usize {
        (self.accounts[index].key + usize::from(authenticates)) % self.public_keys.len()
    }

    /// A DER certificate of the card at `index`.
    pub fn card_certificate(&self, index: usize, purpose: Purpose) -> &[u8] {
        self.cards.certificate(index, purpose, &self.hierarchy.issuing, &self.urls)
    }

    /// The DER certificate of the key at `index` of the remote signing service.
    pub fn cloud_certificate(&self, index: usize) -> &[u8] {
        self.vault.certificate(index, &self.keys, &self.hierarchy.issuing, &self.urls)
    }

    /// The serial number of the signing certificate of a holder: of the account at `index`, behind the accounts of the
    /// cards in their order, and behind those of the keys of the remote signing service.
    pub fn serial(&self, index: usize) -> [u8; 16] {
        match (index.checked_sub(self.accounts.len()), index.checked_sub(self.behind_cards())) {
            (_, Some(cloud)) => self.vault.serial(cloud),
            (Some(card), None) => self.cards.serial(card),
            (None, None) => self.serials[index],
        }
    }

    fn behind_cards(&self) -> usize {
        self.accounts.len() + self.cards.subscribers.len()
    }

    /// Who holds the certificate with this serial number (content octets of the INTEGER).
    pub fn holder(&self, serial: &[u8]) -> Option<usize> {
        let account = self.serials.iter().position(|known| known == serial);
        let card = || self.cards.holder(serial).map(|card| self.accounts.len() + card);
        let cloud = || self.vault.holder(serial).map(|cloud| self.behind_cards() + cloud);
        account.or_else(card).or_else(cloud)
    }

    /// The holder by a document number, by a phone number of Mobile-ID, or by a `credentialID`.
    pub fn holder_named(&self, name: &str) -> Option<usize> {
        let card = || self.cards.by_phone(name).map(|card| self.accounts.len() + card);
        let cloud = || self.vault.find(name).map(|cloud| self.behind_cards() + cloud);
        self.by_document(name).or_else(card).or_else(cloud)
    }

    /// The account of that document number.
    pub fn by_document(&self, number: &str) -> Option<usize> {
        self.accounts.iter().position(|account| account.document_number == number)
    }

    /// The accounts of a person, in the order of the list.
    pub fn by_person<'a>(&'a self, identifier: &'a str) -> impl Iterator<Item = usize> + 'a {
        let is_theirs = move |(_, account): &(usize, &Account)| account.person.identifier == identifier;
        self.accounts.iter().enumerate().filter(is_theirs).map(|(index, _)| index)
    }

    /// Somebody with another key than the account at `index`.
    pub fn somebody_else(&self, index: usize) -> usize {
        let key = self.accounts[index].key;
        self.accounts.iter().position(|account| account.qualified && account.key != key).unwrap_or(index)
    }
}
