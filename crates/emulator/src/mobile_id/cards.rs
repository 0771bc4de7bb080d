//! The SIM cards: their keys, their certificates, and what they sign.

use std::sync::OnceLock;

use p256::ecdsa::SigningKey;
use p256::ecdsa::signature::hazmat::PrehashSigner as _;
use p256::elliptic_curve::Generate as _;
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::request::HashType;
use super::subscribers::{self, CardKey, Subscriber};
use crate::accounts::Account;
use crate::keys::Keys;
use crate::pki::authority::{Authority, public_key};
use crate::pki::hierarchy::serial;
use crate::pki::person::{self, CardCertificate};
use crate::random::Random;
use crate::urls::Urls;

/// What a card signs with one of its two keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// PIN1.
    Authentication,
    /// PIN2.
    Signature,
}

/// All cards of a world. Their keys come from the root's, so that an installation has the same ones in every run.
pub struct Cards {
    pub subscribers: Vec<Subscriber>,
    seed: [u8; 32],
    created: i64,
    serials: Vec<[u8; 16]>,
    rsa: OnceLock<RsaPrivateKey>,
    certificates: Vec<[OnceLock<Vec<u8>>; 2]>,
}

impl Cards {
    /// Hands out the cards.
    pub fn new(keys: &Keys, accounts: &[Account], urls: &Urls, created: i64) -> Self {
        let subscribers = subscribers::everybody(accounts);
        let seed: [u8; 32] =
            Sha256::new().chain_update("mobile-id").chain_update(keys.root.to_bytes()).finalize().into();
        let origins = [urls.api.as_bytes(), urls.support.as_bytes()];
        let number =
            |card: &Subscriber| serial(&card.phone, &[&seed, origins[0], origins[1], &created.to_be_bytes()]);
        let serials = subscribers.iter().map(number).collect();
        let certificates = subscribers.iter().map(|_| Default::default()).collect();
        Self { subscribers, seed, created, serials, rsa: OnceLock::new(), certificates }
    }

    /// The card in the phone of that number, if it is that person's.
    pub fn find(&self, phone: &str, code: &str) -> Option<usize> {
        let is_meant = |card: &Subscriber| {
            card.phone == phone && card.person.identifier.split_once('-').is_some_and(|(_, own)| own == code)
        };
        self.subscribers.iter().position(is_meant)
    }

    /// The card in the phone of that number.
    pub fn by_phone(&self, phone: &str) -> Option<usize> {
        self.subscribers.iter().position(|card| card.phone == phone)
    }

    /// The serial number of the signing certificate of the card at `index`.
    pub fn serial(&self, index: usize) -> [u8; 16] {
        self.serials[index]
    }

    /// Whose signing certificate has this serial number.
    pub fn holder(&self, serial: &[u8]) -> Option<usize> {
        self.serials.iter().position(|known| known == serial)
    }

    /// Another card with another key than the one at `index`.
    pub fn somebody_else(&self, index: usize) -> usize {
        let key = self.subscribers[index].key;
        self.subscribers.iter().position(|card| card.key != key).unwrap_or(index)
    }

    /// The DER certificate of the card at `index`.
    pub fn certificate(&self, index: usize, purpose: Purpose, authority: &Authority, urls: &Urls) -> &[u8] {
        self.certificates[index][usize::from(purpose == Purpose::Signature)].get_or_init(|| {
            let card = &self.subscribers[index];
            let mut number = self.serials[index];
            let key = match (card.key, purpose) {
                (CardKey::Rsa, _) => public_key(&self.rsa().to_public_key()),
                (CardKey::Elliptic(pool), _) => public_key(self.elliptic(pool, purpose).verifying_key()),
            };
            if purpose == Purpose::Authentication {
                // Serial numbers of one issuer differ
                number = serial("authentication", &[&number]);
            }
            person::card_certificate(
                authority,
                urls,
                &CardCertificate {
                    person: &card.person,
                    bare_code: card.bare_code,
                    signs: purpose == Purpose::Signature,
                    public_key: &key,
                    serial: number,
                    created: self.created,
                },
            )
        })
    }

    /// What the card at `index` makes of a hash: r and s one after the other, or an RSA value; and the algorithm's name.
    pub fn sign(&self, index: usize, purpose: Purpose, hash: &[u8], kind: HashType) -> (Vec<u8>, String) {
        match self.subscribers[index].key {
            CardKey::Elliptic(pool) => {
                let signature: Result<p256::ecdsa::Signature, _> =
                    self.elliptic(pool, purpose).sign_prehash(hash);
                let value = signature.map(|signature| signature.to_bytes().to_vec()).unwrap_or_default();
                (value, format!("{}WithECEncryption", kind.name()))
            }
            CardKey::Rsa => {
                let key = self.rsa();
                let value = match kind {
                    HashType::Sha256 => key.sign(Pkcs1v15Sign::new::<Sha256>(), hash),
                    HashType::Sha384 => key.sign(Pkcs1v15Sign::new::<Sha384>(), hash),
                    HashType::Sha512 => key.sign(Pkcs1v15Sign::new::<Sha512>(), hash),
                };
                (value.unwrap_or_default(), format!("{}WithRSAEncryption", kind.name()))
            }
        }
    }

    fn elliptic(&self, pool: usize, purpose: Purpose) -> SigningKey {
        SigningKey::generate_from_rng(&mut Random::derive(&self.seed, &format!("{pool} {purpose:?}")))
    }

    /// One key for both purposes: it takes a while to make.
    fn rsa(&self) -> &RsaPrivateKey {
        self.rsa.get_or_init(|| {
            let mut random = Random::derive(&self.seed, "rsa");
            // A search for primes that fails goes on where it ended; it never failed yet
            loop {
                if let Ok(key) = RsaPrivateKey::new(&mut random, 2048) {
                    return key;
                }
            }
        })
    }
}
