//! Objects decrypted as they are read, and encrypted as they are written (ISO 32000-2 §7.6.2).

use hmac::{Hmac, KeyInit, Mac};
use lopdf::{Dictionary, Object, ObjectId};
use sha2::Sha256;

use super::{Encryption, cipher::Method, strings};
use crate::{dictionary_text::DictionaryText, error::Error, input::Budget, lexer::Lexer, object};

/// Work of making ready for one string, in bytes read: RC4 mixes 256 bytes before the first.
const STRING: u64 = 256;

impl Encryption {
    /// The strings of an object in clear.
    pub(crate) fn decrypt(&self, id: ObjectId, object: &mut Object, budget: &Budget) -> Result<(), Error> {
        let method = self.filters.strings;
        if self.own == Some(id) || method == Method::Identity {
            return Ok(());
        }
        self.decrypt_strings(id, &method.key(&self.key, id), object, budget)
    }

    fn decrypt_strings(
        &self,
        id: ObjectId,
        key: &[u8],
        object: &mut Object,
        budget: &Budget,
    ) -> Result<(), Error> {
        match object {
            Object::String(text, _) => {
                budget.spend(STRING.saturating_add(text.len() as u64))?;
                let clear = self.filters.strings.decrypt(key, text);
                *text = clear.ok_or_else(|| not_decrypted(id, "a string"))?;
            }
            Object::Array(items) => {
                for item in items {
                    self.decrypt_strings(id, key, item, budget)?;
                }
            }
            Object::Dictionary(dictionary) => {
                let is_signature = is_signature(dictionary);
                for (name, value) in dictionary.iter_mut() {
                    let spared =
                        is_signature && name.as_slice() == b"Contents" && matches!(value, Object::String(..));
                    if !spared {
                        self.decrypt_strings(id, key, value, budget)?;
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The data of a stream, not yet decoded. The filters in `dictionary` are resolved.
    pub(crate) fn decrypt_data(
        &self,
        id: ObjectId,
        dictionary: &Dictionary,
        data: Vec<u8>,
    ) -> Result<Vec<u8>, Error> {
        let method = self.method_of(dictionary)?;
        if method == Method::Identity {
            return Ok(data);
        }
        method.decrypt(&method.key(&self.key, id), &data).ok_or_else(|| not_decrypted(id, "the data"))
    }

    /// §7.6.6: a filter of its own, else that for its kind.
    fn method_of(&self, dictionary: &Dictionary) -> Result<Method, Error> {
        if dictionary.has_type(b"XRef") {
            return Ok(Method::Identity);
        }
        if let Some(own) = own_filter(dictionary) {
            let known = self.filters.named.get(&own).copied();
            return known.ok_or_else(|| Error::UnsupportedEncryption {
                what: format!("the crypt filter {}", String::from_utf8_lossy(&own)),
            });
        }
        Ok(match dictionary.get_type() {
            Ok(b"Metadata") if !self.encrypt_metadata => Method::Identity,
            Ok(b"EmbeddedFile") => self.filters.embedded,
            _ => self.filters.streams,
        })
    }

    /// The text of an object with its strings in clear. They come out as hexadecimal.
    pub(crate) fn clear_text(&self, id: ObjectId, text: &[u8], budget: &Budget) -> Result<Vec<u8>, Error> {
        let method = self.filters.strings;
        if self.own == Some(id) || method == Method::Identity {
            return Ok(text.to_vec());
        }
        let key = method.key(&self.key, id);
        strings::replaced(text, id, |string| {
            budget.spend(STRING.saturating_add(string.len() as u64))?;
            method.decrypt(&key, string).ok_or_else(|| not_decrypted(id, "a string"))
        })
    }

    /// The text of an object in clear, as it is written: strings, and data behind `stream`, encrypted. `at` is where the
    /// update begins.
    pub(crate) fn sealed(&self, id: ObjectId, text: &[u8], at: u64) -> Result<Vec<u8>, Error> {
        if self.own == Some(id) {
            return Ok(text.to_vec());
        }
        let mut vectors = Vectors { encryption: self, id, at, count: 0 };
        let mut lexer = Lexer::new(text, true);
        let parsed = object::value(&mut lexer).map_err(|_| not_encrypted(id))?;
        let (head, rest) = text.split_at_checked(parsed.span.end).ok_or_else(|| not_encrypted(id))?;
        let method = self.filters.strings;
        let key = method.key(&self.key, id);
        let head = match method {
            Method::Identity => head.to_vec(),
            _ => strings::replaced(head, id, |string| {
                method.encrypt(&key, vectors.next(string), string).ok_or_else(|| not_encrypted(id))
            })?,
        };
        match (&parsed.object, rest.trim_ascii_start().strip_prefix(b"stream")) {
            (Object::Dictionary(dictionary), Some(body)) => {
                let method = self.method_of(dictionary)?;
                let data = data(dictionary, body).ok_or_else(|| not_encrypted(id))?;
                let sealed = method.encrypt(&method.key(&self.key, id), vectors.next(data), data);
                let sealed = sealed.ok_or_else(|| not_encrypted(id))?;
                let head = DictionaryText::parse(&head)
                    .and_then(|head| head.set("Length", sealed.len().to_string().as_bytes()));
                let head = head.ok_or_else(|| not_encrypted(id))?.into_text();
                Ok([head.as_slice(), b"stream\n", &sealed, b"\nendstream"].concat())
            }
            _ => Ok([head.as_slice(), rest].concat()),
        }
    }
}

/// The data between `stream` and `endstream`, by the length that the dictionary itself tells.
fn data<'a>(dictionary: &Dictionary, body: &'a [u8]) -> Option<&'a [u8]> {
    let len = usize::try_from(dictionary.get(b"Length").ok()?.as_i64().ok()?).ok()?;
    let body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n"))?;
    let (data, rest) = body.split_at_checked(len)?;
    (rest.trim_ascii() == b"endstream").then_some(data)
}

/// The name of the crypt filter in `/Filter`, Identity where it names none (table 14).
fn own_filter(dictionary: &Dictionary) -> Option<Vec<u8>> {
    let first = |key: &[u8]| match dictionary.get(key).ok()? {
        Object::Array(items) => items.first(),
        one => Some(one),
    };
    // It stands first, since it was applied last.
    if first(b"Filter")?.as_name().ok()? != b"Crypt" {
        return None;
    }
    let parameters = first(b"DecodeParms").and_then(|parameters| parameters.as_dict().ok());
    let name = parameters.and_then(|parameters| parameters.get(b"Name").ok()?.as_name().ok());
    Some(name.unwrap_or(b"Identity").to_vec())
}

/// Whose `/Contents` stands in the file as it is, so that it can be filled in after everything else was hashed.
fn is_signature(dictionary: &Dictionary) -> bool {
    dictionary.has(b"ByteRange") || dictionary.has_type(b"Sig") || dictionary.has_type(b"DocTimeStamp")
}

/// Initialisation vectors for the strings and the data of one object. Keyed by the file's key they cannot be foreseen by
/// anybody without it; the seed, which comes from the host, makes them differ from one signing to the next; the text keeps
/// two different ones from sharing a vector even where no seed was given.
struct Vectors<'a> {
    encryption: &'a Encryption,
    id: ObjectId,
    at: u64,
    count: u64,
}

impl Vectors<'_> {
    fn next(&mut self, text: &[u8]) -> [u8; 16] {
        self.count = self.count.saturating_add(1);
        let mut vector = [0; 16];
        // HMAC takes a key of any length.
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.encryption.key) {
            mac.update(&self.encryption.seed);
            mac.update(&self.at.to_be_bytes());
            mac.update(&self.id.0.to_be_bytes());
            mac.update(&self.id.1.to_be_bytes());
            mac.update(&self.count.to_be_bytes());
            mac.update(text);
            let code = mac.finalize().into_bytes();
            vector.iter_mut().zip(code).for_each(|(into, byte)| *into = byte);
        }
        vector
    }
}

fn not_decrypted(id: ObjectId, what: &str) -> Error {
    Error::Malformed { id, what: format!("{what} cannot be decrypted") }
}

fn not_encrypted(id: ObjectId) -> Error {
    Error::Malformed { id, what: "its text cannot be encrypted".into() }
}
