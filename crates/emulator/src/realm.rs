//! What does not change while the world turns: keys, certificates, people.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::accounts::{self, Account};
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
        let origins = [urls.api.as_bytes(), urls.support.as_bytes()];
        let number = |account: &Account| {
            let key = &public_keys[account.key];
            serial(&account.document_number, &[key, origins[0], origins[1], &created.to_be_bytes()])
        };
        let serials = accounts.iter().map(number).collect();
        let unissued = || accounts.iter().map(|_| OnceLock::new()).collect();
        let (certificates, authentication) = (unissued(), unissued());
        let cards = Cards::new(&keys, &accounts, &urls, created);
        let seed = Sha256::digest(seed.to_be_bytes()).into();
        Self {
            keys,
            urls,
            hierarchy,
            accounts,
            cards,
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

    /// The serial number of the signing certificate of a holder: of the account at `index`, and behind the accounts of the
    /// cards in their order.
    pub fn serial(&self, index: usize) -> [u8; 16] {
        match index.checked_sub(self.accounts.len()) {
            None => self.serials[index],
            Some(card) => self.cards.serial(card),
        }
    }

    /// Who holds the certificate with this serial number (content octets of the INTEGER).
    pub fn holder(&self, serial: &[u8]) -> Option<usize> {
        let account = self.serials.iter().position(|known| known == serial);
        account.or_else(|| self.cards.holder(serial).map(|card| self.accounts.len() + card))
    }

    /// The holder by a document number, or by a phone number of Mobile-ID.
    pub fn holder_named(&self, name: &str) -> Option<usize> {
        self.by_document(name).or_else(|| self.cards.by_phone(name).map(|card| self.accounts.len() + card))
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
