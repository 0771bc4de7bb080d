//! The keys that the service keeps for people, and their certificates.

use std::sync::OnceLock;

use p256::ecdsa::SigningKey;
use p256::elliptic_curve::Generate as _;
use sha2::{Digest, Sha256};

use crate::keys::Keys;
use crate::pki::authority::{Authority, public_key};
use crate::pki::hierarchy::serial;
use crate::pki::person::{self, CloudCertificate, Person};
use crate::random::Random;
use crate::urls::Urls;

/// How the use of a key is authorised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// On the page of the service (`oauth2code`).
    Page,
    /// A PIN and a one-time password that arrives elsewhere (`explicit`).
    PinAndOtp,
    /// On another device, which takes a while (`explicit`).
    Elsewhere,
}

/// What a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    P256,
    /// The RSA key of that number among those of the accounts.
    Rsa(usize),
}

/// A key of somebody.
#[derive(Clone, Debug)]
pub struct Credential {
    /// `credentialID`.
    pub id: &'static str,
    /// Who logs in for it.
    pub user: &'static str,
    pub person: Person,
    pub kind: KeyKind,
    pub consent: Consent,
    /// `multisign`.
    pub multisign: u64,
    /// Whether the authorisation is bound to the hashes (`SCAL` 2).
    pub bound: bool,
    pub enabled: bool,
}

type Row = (&'static str, &'static str, &'static str, &'static str, KeyKind, Consent, u64, bool, bool);

/// Who may log in; the last one has no key.
pub const USERS: [&str; 4] = ["liis", "janis", "rasa", "nobody"];

#[rustfmt::skip]
const CREDENTIALS: [Row; 6] = [
    ("GX0112348", "liis", "PNOEE-40504040001", "LIIS", KeyKind::P256, Consent::Page, 10, true, true),
    ("HX0224685", "janis", "PNOLV-050405-10009", "JĀNIS", KeyKind::P256, Consent::PinAndOtp, 10, true, true),
    ("HX0224686", "janis", "PNOLV-050405-10009", "JĀNIS", KeyKind::Rsa(2), Consent::Elsewhere, 10, true, true),
    ("HX0224687", "janis", "PNOLV-050405-10009", "JĀNIS", KeyKind::P256, Consent::PinAndOtp, 10, true, false),
    ("RX0336021", "rasa", "PNOLT-40504040001", "RASA", KeyKind::Rsa(1), Consent::Page, 2, true, true),
    ("RX0336022", "rasa", "PNOLT-40504040001", "RASA", KeyKind::P256, Consent::Page, 1, false, true),
];

/// All of them. The keys on P-256 come from the root's, so that an installation has the same ones in every run.
pub struct Vault {
    pub credentials: Vec<Credential>,
    seed: [u8; 32],
    created: i64,
    serials: Vec<[u8; 16]>,
    certificates: Vec<OnceLock<Vec<u8>>>,
}

impl Vault {
    /// Hands out the keys.
    pub fn new(keys: &Keys, urls: &Urls, created: i64) -> Self {
        let seed: [u8; 32] =
            Sha256::new().chain_update("csc").chain_update(keys.root.to_bytes()).finalize().into();
        let credentials: Vec<_> = CREDENTIALS.iter().map(credential).collect();
        let origins = [urls.api.as_bytes(), urls.support.as_bytes()];
        let number =
            |one: &Credential| serial(one.id, &[&seed, origins[0], origins[1], &created.to_be_bytes()]);
        let serials = credentials.iter().map(number).collect();
        let certificates = credentials.iter().map(|_| OnceLock::new()).collect();
        Self { credentials, seed, created, serials, certificates }
    }

    /// The key with that identifier.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.credentials.iter().position(|one| one.id == id)
    }

    /// The serial number of the certificate of the key at `index`.
    pub fn serial(&self, index: usize) -> [u8; 16] {
        self.serials[index]
    }

    /// Whose certificate has this serial number.
    pub fn holder(&self, serial: &[u8]) -> Option<usize> {
        self.serials.iter().position(|known| known == serial)
    }

    /// A key of somebody else, of the same kind.
    pub fn somebody_else(&self, index: usize) -> usize {
        let own = &self.credentials[index];
        let is_meant = |one: &Credential| {
            one.user != own.user && (one.kind == KeyKind::P256) == (own.kind == KeyKind::P256)
        };
        self.credentials.iter().position(is_meant).unwrap_or(index)
    }

    /// The DER certificate of the key at `index`.
    pub fn certificate(&self, index: usize, keys: &Keys, authority: &Authority, urls: &Urls) -> &[u8] {
        self.certificates[index].get_or_init(|| {
            let key = match self.credentials[index].kind {
                KeyKind::P256 => public_key(self.elliptic(index).verifying_key()),
                KeyKind::Rsa(number) => public_key(&keys.accounts[number].to_public_key()),
            };
            person::cloud_certificate(
                authority,
                urls,
                &CloudCertificate {
                    person: &self.credentials[index].person,
                    public_key: &key,
                    serial: self.serials[index],
                    created: self.created,
                },
            )
        })
    }

    /// The private key on P-256 at `index`.
    pub fn elliptic(&self, index: usize) -> SigningKey {
        SigningKey::generate_from_rng(&mut Random::derive(&self.seed, CREDENTIALS[index].0))
    }
}

fn credential(&(id, user, identifier, name, kind, consent, multisign, bound, enabled): &Row) -> Credential {
    Credential {
        id,
        user,
        person: Person::documented(name, identifier),
        kind,
        consent,
        multisign,
        bound,
        enabled,
    }
}
