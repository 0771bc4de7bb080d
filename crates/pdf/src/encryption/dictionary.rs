//! The encryption dictionary (ISO 32000-2 §7.6.2, tables 20, 21, 25 and 27).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use super::{
    access::Password,
    cipher::Method,
    legacy::Legacy,
    modern::{self, Modern},
    password,
};
use crate::{error::Error, reading::Reading};

/// What the standard security handler has to know.
pub(super) struct Handler {
    version: i64,
    revision: i64,
    owner: Vec<u8>,
    owner_key: Vec<u8>,
    user: Vec<u8>,
    user_key: Vec<u8>,
    perms: Vec<u8>,
    permissions: u32,
    identifier: Vec<u8>,
    /// Lengths that the key may have, in bytes, the likeliest first.
    lengths: Vec<usize>,
    pub(super) encrypt_metadata: bool,
    /// A code over the whole file guards it (ISO/TS 32004).
    pub(super) has_code: bool,
    pub(super) filters: Filters,
}

/// Which crypt filter encrypts what.
#[derive(Clone)]
pub(super) struct Filters {
    pub(super) named: BTreeMap<Vec<u8>, Method>,
    pub(super) strings: Method,
    pub(super) streams: Method,
    pub(super) embedded: Method,
}

/// A key, and what comes with the password that opened it.
pub(super) struct Opened {
    pub(super) key: Vec<u8>,
    pub(super) is_owner: bool,
    /// The user's password, where the owner's leads to it.
    pub(super) user_password: Option<Vec<u8>>,
    pub(super) permissions: u32,
}

impl Handler {
    /// Reads the dictionary, strings as they stand; `id` is where it stands, for errors.
    pub(super) fn read(reading: &Reading<'_>, dictionary: &Dictionary, id: ObjectId) -> Result<Self, Error> {
        let malformed = |key: &str| Error::Malformed { id, what: format!("/{key} of the encryption") };
        let name = match reading.get(dictionary, b"Filter")?.into_owned() {
            Object::Name(name) => name,
            _ => return Err(malformed("Filter")),
        };
        if name != b"Standard" {
            return unsupported(format!("the security handler {}", String::from_utf8_lossy(&name)));
        }
        let integer = |key: &str| Ok::<_, Error>(reading.get(dictionary, key.as_bytes())?.as_i64().ok());
        let string = |key: &str, least: usize| match reading.get(dictionary, key.as_bytes())?.into_owned() {
            Object::String(bytes, _) if bytes.len() >= least => Ok(bytes),
            _ => Err(malformed(key)),
        };
        let version = integer("V")?.unwrap_or(0);
        let revision = integer("R")?.ok_or_else(|| malformed("R"))?;
        let is_modern = match (version, revision) {
            (1 | 2 | 4, 2..=4) => false,
            (5, 5 | 6) => true,
            _ => return unsupported(format!("encryption of version {version}, revision {revision}")),
        };
        let verifier = if is_modern { 48 } else { 32 };
        let own = |key: &str| if is_modern { string(key, 32) } else { Ok(vec![]) };
        let metadata = reading.get(dictionary, b"EncryptMetadata")?;
        Ok(Self {
            version,
            revision,
            owner: string("O", verifier)?,
            owner_key: own("OE")?,
            // Half of it is checked from revision 3 on, and some write no more.
            user: string("U", if is_modern { verifier } else { 16 })?,
            user_key: own("UE")?,
            perms: reading.get(dictionary, b"Perms")?.as_str().map(<[u8]>::to_vec).unwrap_or_default(),
            // A number of 32 bits, with its sign or without.
            permissions: integer("P")?.ok_or_else(|| malformed("P"))? as u32,
            identifier: identifier(reading)?,
            lengths: lengths(version, integer("Length")?).ok_or_else(|| malformed("Length"))?,
            encrypt_metadata: version < 4 || metadata.as_bool().unwrap_or(true),
            has_code: dictionary.has(b"KDFSalt") || reading.trailer()?.has(b"AuthCode"),
            filters: Filters::read(reading, dictionary, version)?,
        })
    }

    /// `/R`.
    pub(super) fn revision(&self) -> i64 {
        self.revision
    }

    /// Opens with what the person gave, and with no password at all, which is tried by itself.
    pub(super) fn open(&self, given: Option<&Password>) -> Result<Opened, Error> {
        let empty = Password::new("");
        let opened = given.into_iter().chain([&empty]).find_map(|password| self.try_password(password));
        opened.ok_or(if given.is_some() { Error::WrongPassword } else { Error::PasswordNeeded })
    }

    fn try_password(&self, given: &Password) -> Option<Opened> {
        let opened = |key: Vec<u8>, is_owner| {
            // Whoever raises /P alone gains nothing.
            let guarded = if self.version == 5 { modern::permissions(&key, &self.perms) } else { None };
            let permissions = self.permissions & guarded.unwrap_or(u32::MAX);
            Opened { key, is_owner, user_password: None, permissions }
        };
        if self.version == 5 {
            let modern = Modern {
                revision: self.revision,
                owner: &self.owner,
                owner_key: &self.owner_key,
                user: &self.user,
                user_key: &self.user_key,
            };
            return password::prepared(given.reveal()).iter().find_map(|password| {
                let owner = modern.as_owner(password).map(|key| opened(key, true));
                owner.or_else(|| modern.as_user(password).map(|key| opened(key, false)))
            });
        }
        let legacy = Legacy {
            revision: self.revision,
            owner: &self.owner,
            user: &self.user,
            permissions: self.permissions,
            identifier: &self.identifier,
            encrypt_metadata: self.encrypt_metadata,
        };
        password::document_encoded(given.reveal()).iter().find_map(|password| {
            self.lengths.iter().find_map(|&length| {
                let owner = legacy.as_owner(password, length);
                let owner =
                    owner.map(|(key, user)| Opened { user_password: Some(user), ..opened(key, true) });
                owner.or_else(|| legacy.as_user(password, length).map(|key| opened(key, false)))
            })
        })
    }
}

/// The first element of `/ID`; nothing where a file has none.
fn identifier(reading: &Reading<'_>) -> Result<Vec<u8>, Error> {
    let identifiers = reading.array(reading.trailer()?, b"ID")?;
    Ok(match identifiers.first() {
        Some(Object::String(first, _)) => first.clone(),
        _ => vec![],
    })
}

/// Table 20: `/Length` in bits counts from version 2 on. With version 4 the filters' keys have 128 bits, whatever it says,
/// and it says 40 by default; a few producers meant it.
fn lengths(version: i64, told: Option<i64>) -> Option<Vec<usize>> {
    let told = |default: i64| {
        let bits = told.unwrap_or(default);
        usize::try_from(bits / 8).ok().filter(|bytes| bits % 8 == 0 && (5..=16).contains(bytes))
    };
    Some(match version {
        1 => vec![5],
        2 => vec![told(40)?],
        4 => [16].into_iter().chain(told(128).filter(|&length| length != 16)).collect(),
        _ => vec![32],
    })
}

impl Filters {
    fn read(reading: &Reading<'_>, dictionary: &Dictionary, version: i64) -> Result<Self, Error> {
        let mut named = BTreeMap::from([(b"Identity".to_vec(), Method::Identity)]);
        if version < 4 {
            let all = Method::V2;
            return Ok(Self { named, strings: all, streams: all, embedded: all });
        }
        for (name, filter) in &reading.dictionary(dictionary, b"CF")?.unwrap_or_default() {
            let Object::Dictionary(filter) = reading.resolve(filter)?.into_owned() else { continue };
            // Identity cannot be defined anew (table 26).
            if name.as_slice() != b"Identity"
                && let Some(method) = method(reading, &filter, version)?
            {
                named.insert(name.clone(), method);
            }
        }
        let chosen = |key: &str, default: &[u8]| {
            let name = match reading.get(dictionary, key.as_bytes())?.into_owned() {
                Object::Name(name) => name,
                _ => default.to_vec(),
            };
            match named.get(&name) {
                Some(&method) => Ok((name, method)),
                None => unsupported(format!("the crypt filter {}", String::from_utf8_lossy(&name))),
            }
        };
        let (_, strings) = chosen("StrF", b"Identity")?;
        let (default, streams) = chosen("StmF", b"Identity")?;
        let (_, embedded) = chosen("EFF", &default)?;
        Ok(Self { strings, streams, embedded, named })
    }
}

/// Table 25; nothing for one that is not known here, which matters where it is used.
fn method(reading: &Reading<'_>, filter: &Dictionary, version: i64) -> Result<Option<Method>, Error> {
    Ok(match (&*reading.get(filter, b"CFM")?, version) {
        (Object::Name(name), 4) if name == b"V2" => Some(Method::V2),
        (Object::Name(name), 4) if name == b"AESV2" => Some(Method::AesV2),
        (Object::Name(name), 5) if name == b"AESV3" => Some(Method::AesV3),
        _ => None,
    })
}

fn unsupported<T>(what: String) -> Result<T, Error> {
    Err(Error::UnsupportedEncryption { what })
}
