//! What a signature field demands of the signature that fills it (`/SV`, ISO 32000-2 tables 234 to 236).

use lopdf::{Dictionary, Object};
use serde::{Deserialize, Serialize};

use crate::{
    error::Error,
    lock::Permission,
    reading::Reading,
    seen::{Entries, Seen},
    text,
};

/// Elements of one list that are read.
const MAX_ITEMS: usize = 1_000;

/// Bytes of the certificates of one list.
const MAX_DER: usize = 4 << 20;

/// Work of keeping an element, however short: many fields may share one list.
const ITEM: u64 = 256;

/// A wish of the form's author, or a demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seed<T> {
    /// What is wished for.
    pub value: T,
    /// The bit of `/Ff` is set: a signature without it may not be made.
    pub required: bool,
}

/// Seed values (table 234). Certificates are DER. Facts only: nothing here was judged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeedValues {
    /// `/Filter`: the signature handler.
    pub filter: Option<Seed<String>>,
    /// `/SubFilter`: encodings, the dearest first.
    pub sub_filters: Option<Seed<Vec<String>>>,
    /// `/V`: 1, 2, 3 for what one has to understand: PDF 1.5, 1.7, 2.0.
    pub version: Option<Seed<i64>>,
    /// `/Reasons`. None at all, or a single period, means that no reason may be given.
    pub reasons: Option<Seed<Vec<String>>>,
    /// `/MDP`: the kind of signature. This one has no bit and always holds.
    pub kind: Option<SeedKind>,
    /// `/TimeStamp`.
    pub timestamp: Option<SeedTimestamp>,
    /// `/LegalAttestation`: sentences of which a certification signature has to state one.
    pub legal_attestations: Option<Seed<Vec<String>>>,
    /// `/AddRevInfo`: revocation data inside the signature value.
    pub add_revocation: Option<Seed<bool>>,
    /// `/DigestMethod`, as written, such as `SHA256`.
    pub digests: Option<Seed<Vec<String>>>,
    /// `/LockDocument`.
    pub lock_document: Option<Seed<LockDocument>>,
    /// `/AppearanceFilter`: the name of a look that some program keeps.
    pub appearance: Option<Seed<String>>,
    /// `/Cert`.
    pub certificate: Option<SeedCertificate>,
}

/// The kind of signature a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeedKind {
    /// `/P 0`: not a certification.
    Approval,
    /// `/P 1` to 3: a certification that permits this.
    Certification(Permission),
}

/// What a field wishes for in a time-stamp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeedTimestamp {
    /// The service; a proposal, since whom to trust is not for the form's author to say.
    pub url: Option<String>,
    /// A signature without time-stamp may not be made.
    pub required: bool,
}

/// Whether the document is to be locked by the signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LockDocument {
    /// `/true`.
    Lock,
    /// `/false`.
    Leave,
    /// `/auto`: as the signer likes.
    Auto,
}

/// What the signer's certificate has to be (table 235).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeedCertificate {
    /// `/Subject`: one of these certificates.
    pub subjects: Option<Seed<Vec<Vec<u8>>>>,
    /// `/SubjectDN`: all of these attributes, by short name (`CN`) or object identifier.
    pub subject_names: Option<Seed<Vec<(String, String)>>>,
    /// `/Issuer`: issued by one of these, directly or not.
    pub issuers: Option<Seed<Vec<Vec<u8>>>>,
    /// `/OID`: one of these certificate policies, dotted.
    pub policies: Option<Seed<Vec<String>>>,
    /// `/KeyUsage`: one of these patterns of `0`, `1` and `X`, digitalSignature first.
    pub key_usages: Option<Seed<Vec<String>>>,
    /// `/URL`: where a fitting certificate can be had.
    pub url: Option<String>,
    /// `/URLType`, such as `Browser`.
    pub url_type: Option<String>,
    /// `/SignaturePolicyOID` of ISO 32000-2: the signature policy to follow. It has no bit and always holds.
    pub signature_policy: Option<String>,
}

/// Bits of `/Ff` in table 234, from 1.
mod bit {
    pub const FILTER: u8 = 1;
    pub const SUB_FILTER: u8 = 2;
    pub const VERSION: u8 = 3;
    pub const REASONS: u8 = 4;
    pub const LEGAL_ATTESTATION: u8 = 5;
    pub const ADD_REVOCATION: u8 = 6;
    pub const DIGEST: u8 = 7;
    pub const LOCK_DOCUMENT: u8 = 8;
    pub const APPEARANCE: u8 = 9;
    // Table 235.
    pub const SUBJECT: u8 = 1;
    pub const ISSUER: u8 = 2;
    pub const POLICY: u8 = 3;
    pub const SUBJECT_NAME: u8 = 4;
    pub const KEY_USAGE: u8 = 6;
}

impl SeedValues {
    pub(crate) fn read(reading: &Reading<'_>, dictionary: &Dictionary) -> Result<Self, Error> {
        let of = Seeds::of(reading, dictionary)?;
        let mut reasons = of.seed(bit::REASONS, of.texts(b"Reasons")?);
        if reasons.is_none() && of.requires(bit::REASONS) {
            // Required and not there: there is none to choose from.
            reasons = Some(Seed { value: vec![], required: true });
        }
        let kind = match of.dictionary(b"MDP")? {
            Some(mdp) => match reading.get(&mdp, b"P")?.as_i64() {
                Ok(0) => Some(SeedKind::Approval),
                Ok(number) => Permission::from_number(number).map(SeedKind::Certification),
                Err(_) => None,
            },
            None => None,
        };
        let timestamp = match of.dictionary(b"TimeStamp")? {
            Some(timestamp) => {
                let of = Seeds::of(reading, &timestamp)?;
                Some(SeedTimestamp { url: of.text(b"URL")?, required: of.requires(1) })
            }
            None => None,
        };
        let lock_document = of.text(b"LockDocument")?.and_then(|name| match name.as_str() {
            "true" => Some(LockDocument::Lock),
            "false" => Some(LockDocument::Leave),
            "auto" => Some(LockDocument::Auto),
            _ => None,
        });
        let certificate = match of.dictionary(b"Cert")? {
            Some(certificate) => Some(SeedCertificate::read(reading, &certificate)?),
            None => None,
        };
        Ok(Self {
            filter: of.seed(bit::FILTER, of.text(b"Filter")?),
            sub_filters: of.seed(bit::SUB_FILTER, of.texts(b"SubFilter")?),
            version: of.seed(bit::VERSION, of.number(b"V")?),
            reasons,
            kind,
            timestamp,
            legal_attestations: of.seed(bit::LEGAL_ATTESTATION, of.texts(b"LegalAttestation")?),
            add_revocation: of.seed(bit::ADD_REVOCATION, of.flag(b"AddRevInfo")?),
            digests: of.seed(bit::DIGEST, of.texts(b"DigestMethod")?),
            lock_document: of.seed(bit::LOCK_DOCUMENT, lock_document),
            appearance: of.seed(bit::APPEARANCE, of.text(b"AppearanceFilter")?),
            certificate,
        })
    }
}

impl SeedCertificate {
    fn read(reading: &Reading<'_>, dictionary: &Dictionary) -> Result<Self, Error> {
        let of = Seeds::of(reading, dictionary)?;
        Ok(Self {
            subjects: of.seed(bit::SUBJECT, of.ders(b"Subject")?),
            subject_names: of.seed(bit::SUBJECT_NAME, of.attributes(b"SubjectDN")?),
            issuers: of.seed(bit::ISSUER, of.ders(b"Issuer")?),
            policies: of.seed(bit::POLICY, of.texts(b"OID")?),
            key_usages: of.seed(bit::KEY_USAGE, of.texts(b"KeyUsage")?),
            url: of.text(b"URL")?,
            url_type: of.text(b"URLType")?,
            signature_policy: of.text(b"SignaturePolicyOID")?,
        })
    }
}

/// A dictionary with `/Ff` that says which of its entries are demands.
struct Seeds<'a, 'b> {
    reading: &'a Reading<'b>,
    dictionary: &'a Dictionary,
    flags: i64,
}

impl<'a, 'b> Seeds<'a, 'b> {
    fn of(reading: &'a Reading<'b>, dictionary: &'a Dictionary) -> Result<Self, Error> {
        let flags = reading.get(dictionary, b"Ff")?.as_i64().unwrap_or(0);
        Ok(Self { reading, dictionary, flags })
    }

    fn requires(&self, bit: u8) -> bool {
        self.flags & (1 << (bit - 1)) != 0
    }

    fn seed<T>(&self, bit: u8, value: Option<T>) -> Option<Seed<T>> {
        value.map(|value| Seed { value, required: self.requires(bit) })
    }

    fn get(&self, key: &[u8]) -> Result<Object, Error> {
        Ok(self.reading.get(self.dictionary, key)?.into_owned())
    }

    fn dictionary(&self, key: &[u8]) -> Result<Option<Dictionary>, Error> {
        Ok(self.reading.dictionary(self.dictionary, key)?.map(Entries::into_owned))
    }

    /// A name or a string.
    fn text(&self, key: &[u8]) -> Result<Option<String>, Error> {
        Ok(words(&self.get(key)?))
    }

    fn number(&self, key: &[u8]) -> Result<Option<i64>, Error> {
        Ok(match self.get(key)? {
            Object::Integer(number) => Some(number),
            // Written as a real by the standard, and understood is what has at least that number.
            Object::Real(number) => Some(number.ceil() as i64),
            _ => None,
        })
    }

    fn flag(&self, key: &[u8]) -> Result<Option<bool>, Error> {
        Ok(self.get(key)?.as_bool().ok())
    }

    /// Names or strings; a single one stands for a list of one.
    fn texts(&self, key: &[u8]) -> Result<Option<Vec<String>>, Error> {
        Ok(self.items(key)?.map(|items| items.iter().filter_map(words).collect()))
    }

    fn ders(&self, key: &[u8]) -> Result<Option<Vec<Vec<u8>>>, Error> {
        let Some(items) = self.items(key)? else { return Ok(None) };
        let ders: Vec<_> =
            items.into_iter().filter_map(|item| item.as_str().ok().map(<[u8]>::to_vec)).collect();
        let size = ders.iter().map(Vec::len).sum::<usize>();
        if size > MAX_DER {
            return Err(Error::TooLarge { what: "the certificates of a field", limit: MAX_DER as u64 });
        }
        self.reading.input().budget().spend(size as u64)?;
        Ok(Some(ders))
    }

    fn attributes(&self, key: &[u8]) -> Result<Option<Vec<(String, String)>>, Error> {
        let Some(items) = self.items(key)? else { return Ok(None) };
        let mut found = Vec::new();
        for item in &items {
            let Object::Dictionary(attributes) = item else { continue };
            for (name, _) in attributes.iter().take(MAX_ITEMS) {
                self.reading.input().budget().spend(ITEM)?;
                let value = self.reading.get(attributes, name)?;
                found.push((String::from_utf8_lossy(name).into_owned(), words(&value).unwrap_or_default()));
            }
        }
        Ok(Some(found))
    }

    fn items(&self, key: &[u8]) -> Result<Option<Vec<Object>>, Error> {
        match self.get(key)? {
            Object::Null => Ok(None),
            Object::Array(items) if items.len() > MAX_ITEMS => {
                Err(Error::TooLarge { what: "a list of seed values", limit: MAX_ITEMS as u64 })
            }
            Object::Array(items) => {
                self.reading.input().budget().spend(ITEM * items.len() as u64)?;
                let items = items.iter().map(|item| self.reading.resolve(item).map(Seen::into_owned));
                items.collect::<Result<_, _>>().map(Some)
            }
            item => Ok(Some(vec![item])),
        }
    }
}

fn words(object: &Object) -> Option<String> {
    match object {
        Object::Name(name) => Some(String::from_utf8_lossy(name).into_owned()),
        Object::String(bytes, _) => Some(text::decode(bytes)),
        _ => None,
    }
}
