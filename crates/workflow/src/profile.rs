//! A profile: which services, which trust, whose texts. The demo is a profile and nothing else.

use std::collections::BTreeMap;

use pki::{Certificate, DigestAlgorithm, PssParameters, SignatureAlgorithm};
use remote::{csc, mobile_id, smart_id};
use serde::{Deserialize, Serialize};

use crate::proxy::Proxy;
use crate::seal_style::SealStyle;
pub use crate::timestamp_service::TimestampService;

/// One environment in which signing and validation happen.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Profile {
    /// A short name, shown and written into reports.
    pub name: String,
    /// Whether this is a test environment: its signatures have no legal effect and are marked everywhere.
    #[serde(default)]
    pub test: bool,
    /// The country proposed for the personal code, ISO 3166-1 alpha-2.
    #[serde(default = "estonia")]
    pub country: String,
    /// The way out of this network.
    #[serde(default, skip_serializing_if = "Proxy::is_system")]
    pub proxy: Proxy,
    /// The Smart-ID service; none where it is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smart_id: Option<SmartId>,
    /// The Mobile-ID service; none where it is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile_id: Option<MobileId>,
    /// The remote signing service; none where it is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub csc: Option<Csc>,
    /// Time-stamp services, tried in order.
    #[serde(default)]
    pub timestamp: Vec<TimestampService>,
    /// What seals look like.
    #[serde(default)]
    pub seal: SealStyle,
    /// What is trusted.
    pub trust: Trust,
    /// Whether its world is this program's own, and gone with it. No file can say so.
    #[serde(skip)]
    pub is_own_world: bool,
}

/// How the Smart-ID service is reached and used.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SmartId {
    /// Address and identity of the relying party.
    pub relying_party: smart_id::RelyingParty,
    /// Accepted keys of the service, `sha256//BASE64` of the SubjectPublicKeyInfo; a set, so that old and new overlap.
    pub pins: Vec<String>,
    /// The only certificates, PEM, that anchor the service's TLS chain; empty: the system's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tls_anchors: String,
    /// Digest of the document and of the signed attributes.
    #[serde(default = "sha512")]
    pub digest: DigestAlgorithm,
    /// Which signature is asked for; none: RSASSA-PSS, and of version 2, which knows no other, the legacy one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<Scheme>,
    /// Which version of the API the service or the gateway before it speaks.
    #[serde(default)]
    pub api: Api,
    /// How people are asked.
    #[serde(default)]
    pub asks: Asks,
}

/// How people are asked by Smart-ID.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asks {
    /// As they like best.
    #[default]
    Either,
    /// By a notification on their phone alone.
    Notification,
    /// By a QR code alone: nobody can be made to answer for something that is on somebody else's screen.
    Qr,
}

/// A version of the RP API.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Api {
    /// Version 2: no QR codes, RSASSA-PKCS1-v1_5.
    V2,
    /// Version 3.
    #[default]
    V3,
}

/// How the Mobile-ID service is reached and used.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MobileId {
    /// Address and identity of the relying party.
    pub relying_party: mobile_id::RelyingParty,
    /// Accepted keys of the service, as those of [`SmartId::pins`].
    pub pins: Vec<String>,
    /// The only certificates, PEM, that anchor the service's TLS chain; empty: the system's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tls_anchors: String,
    /// Digest of the document and of the signed attributes.
    #[serde(default = "sha256")]
    pub digest: DigestAlgorithm,
}

/// How a remote signing service (CSC API v2.0) is reached and used.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Csc {
    /// Address and identity of the client.
    pub client: csc::Client,
    /// Accepted keys of the service, as those of [`SmartId::pins`]; none: whatever the system trusts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<String>,
    /// Accepted keys of where programs are let in, where that is at another origin than the service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub oauth_pins: Vec<String>,
    /// The only certificates, PEM, that anchor the TLS chain of the service, and of where programs are let in; empty: the
    /// system's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tls_anchors: String,
    /// Digest of the document and of the signed attributes.
    #[serde(default = "sha256")]
    pub digest: DigestAlgorithm,
    /// Who is let in.
    #[serde(default)]
    pub login: Login,
    /// Whose keys they are, where the program itself is let in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// `credentialID` of the key, where there are several and nobody says which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
    /// What the service signs.
    #[serde(default)]
    pub signs: Signs,
    /// Whether it may take its time, where it offers that.
    #[serde(default)]
    pub asynchronous: bool,
}

/// Who is let in by a remote signing service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Login {
    /// A person, by way of the browser (authorisation code).
    #[default]
    Browser,
    /// The program itself (client credentials).
    Client,
}

/// What a remote signing service signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signs {
    /// Hashes of signed attributes that are made here (`signHash`).
    #[default]
    Hashes,
    /// Hashes of documents, as whole signatures that it makes itself (`signDoc`).
    Documents,
}

/// The signature scheme asked of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// RSASSA-PSS, recommended.
    RsassaPss,
    /// RSASSA-PKCS1-v1_5, legacy.
    RsassaPkcs1,
}

/// Trust anchors, and certificates that complete paths to them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Trust {
    /// The name of the source, as reports show it.
    pub name: String,
    /// Trusted certificates, PEM.
    pub anchors: String,
    /// Intermediate certificates, PEM: known, not trusted by themselves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuers: String,
}

impl SmartId {
    /// The signature algorithm that is asked of the service.
    pub fn algorithm(&self) -> SignatureAlgorithm {
        match self.scheme {
            None if self.api == Api::V2 => SignatureAlgorithm::RsaPkcs1(self.digest),
            None | Some(Scheme::RsassaPss) => {
                SignatureAlgorithm::RsaPss(PssParameters::standard(self.digest))
            }
            Some(Scheme::RsassaPkcs1) => SignatureAlgorithm::RsaPkcs1(self.digest),
        }
    }

    /// Whether a phone may be notified.
    pub fn notifies(&self) -> bool {
        self.asks != Asks::Qr
    }

    /// Whether the service is asked from which address the phone answers, which people are told.
    pub const fn asks_address(&self) -> bool {
        self.relying_party.share_md_client_ip_address
    }

    /// Whether a QR code may be shown: version 2 has none.
    pub fn shows_codes(&self) -> bool {
        self.api == Api::V3 && self.asks != Asks::Notification
    }
}

impl Profile {
    /// The text of [`Profile::sk_demo`].
    pub const SK_DEMO: &str = include_str!("../profiles/sk-demo.toml");

    /// How a profile is written, as JSON Schema (2020-12).
    pub const SCHEMA: &str = include_str!("../profiles/profile.schema.json");

    /// The public demo service of SK ID Solutions.
    ///
    /// # Errors
    /// None in fact: it is part of the program, and read in a test.
    pub fn sk_demo() -> Result<Self, Error> {
        Self::from_toml(Self::SK_DEMO)
    }

    /// No phone and no profile: trust that was named for the occasion (PEM; none means that no path can be judged), and
    /// the addresses of time-stamp services.
    ///
    /// # Errors
    /// [`Error::Certificate`] when an anchor cannot be read.
    pub fn of_trust(name: &str, anchors: String, timestamp: Vec<String>) -> Result<Self, Error> {
        let profile = Self {
            name: name.to_owned(),
            test: false,
            country: estonia(),
            proxy: Proxy::System,
            smart_id: None,
            mobile_id: None,
            csc: None,
            timestamp: timestamp.into_iter().map(TimestampService::at).collect(),
            seal: SealStyle::default(),
            trust: Trust { name: name.to_owned(), anchors, issuers: String::new() },
            is_own_world: false,
        };
        profile.anchors().map(|_| profile)
    }

    /// The profile as TOML.
    ///
    /// # Errors
    /// [`Error::Syntax`] when a text in it cannot be written.
    pub fn to_toml(&self) -> Result<String, Error> {
        toml::to_string(self).map_err(|error| {
            let cause = error.to_string();
            Error::Syntax { line: 0, fault: "value", name: String::new(), cause }
        })
    }

    /// The trust anchors; a profile that was read has at least one.
    ///
    /// # Errors
    /// [`Error::Certificate`].
    pub fn anchors(&self) -> Result<Vec<Certificate>, Error> {
        certificates(&self.trust.anchors, "trust.anchors")
    }

    /// The Smart-ID service, where a phone is to be asked.
    ///
    /// # Errors
    /// [`Error::NoSmartId`].
    pub fn phones(&self) -> Result<&SmartId, Error> {
        self.smart_id.as_ref().ok_or(Error::NoSmartId)
    }

    /// The Mobile-ID service, where a SIM card is to be asked.
    ///
    /// # Errors
    /// [`Error::NoMobileId`].
    pub fn mobiles(&self) -> Result<&MobileId, Error> {
        self.mobile_id.as_ref().ok_or(Error::NoMobileId)
    }

    /// The remote signing service, where one is to be asked.
    ///
    /// # Errors
    /// [`Error::NoCsc`].
    pub fn clouds(&self) -> Result<&Csc, Error> {
        self.csc.as_ref().ok_or(Error::NoCsc)
    }

    /// The known intermediate certificates.
    ///
    /// # Errors
    /// [`Error::Certificate`].
    pub fn issuers(&self) -> Result<Vec<Certificate>, Error> {
        certificates(&self.trust.issuers, "trust.issuers")
    }
}

/// Why a profile cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Not TOML, or not a profile.
    #[error("{}{cause}", in_line(*line))]
    Syntax {
        /// Line in the file, from 1; 0 when it is in none.
        line: usize,
        /// What kind of mistake: a stable name.
        fault: &'static str,
        /// The key that it is about; empty where it is about none.
        name: String,
        /// What the reader said, in English.
        cause: String,
    },
    /// A value in it cannot be meant.
    #[error("{}{place}: {cause}", in_line(*line))]
    Value {
        /// Line in the file, from 1; 0 when unknown.
        line: usize,
        /// The key in the profile.
        place: String,
        /// Why it cannot: a stable name.
        cause: &'static str,
    },
    /// A certificate in it cannot be read.
    #[error("{}{place}: {cause}", in_line(*line))]
    Certificate {
        /// Line in the file, from 1; 0 when unknown.
        line: usize,
        /// The key in the profile.
        place: &'static str,
        /// What the reader said.
        cause: String,
    },
    /// A secret stands in it, which belongs into the keychain.
    #[error("{}client-secret", in_line(*line))]
    Secret {
        /// Line in the file, from 1; 0 when unknown.
        line: usize,
    },
    /// It names no trust anchor.
    #[error("{}trust.anchors is empty", in_line(*line))]
    NoAnchor {
        /// Line in the file, from 1; 0 when unknown.
        line: usize,
    },
    /// It names no Smart-ID service.
    #[error("smart-id is missing")]
    NoSmartId,
    /// It names no Mobile-ID service.
    #[error("mobile-id is missing")]
    NoMobileId,
    /// It names no remote signing service.
    #[error("csc is missing")]
    NoCsc,
    /// It names no proxy: there is none, or it is the system's.
    #[error("proxy is missing")]
    NoProxy,
    /// Its Smart-ID service shows no QR codes: it speaks a version of the API that has none, or is not to.
    #[error("no QR codes: smart-id.api is v2, or smart-id.asks is notification")]
    NoDeviceLink,
    /// Its Smart-ID service notifies no phones.
    #[error("no notifications: smart-id.asks is qr")]
    NoNotification,
}

impl Error {
    /// A stable name of the case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Secret { .. } => "profile-secret",
            Self::Syntax { .. } => "profile-syntax",
            Self::Value { .. } | Self::Certificate { .. } | Self::NoAnchor { .. } => "profile-value",
            _ => "profile",
        }
    }

    /// The figures of the case, by name.
    pub fn values(&self) -> BTreeMap<String, String> {
        // What has no line is told without: `where` says which it is.
        let at = |line: usize, fault: &str| {
            let known = if line == 0 { "none" } else { "line" };
            vec![("where", known.to_owned()), ("line", line.to_string()), ("fault", fault.to_owned())]
        };
        let and = |mut said: Vec<_>, more: [(&'static str, &str); 2]| {
            said.extend(more.map(|(name, value)| (name, value.to_owned())));
            said
        };
        let said = match self {
            Self::Syntax { line, fault, name, cause } => {
                and(at(*line, fault), [("name", name), ("detail", cause)])
            }
            Self::Value { line, place, cause } => and(at(*line, cause), [("place", place), ("detail", "")]),
            Self::Certificate { line, place, cause } => {
                and(at(*line, "certificate"), [("place", place), ("detail", cause)])
            }
            Self::NoAnchor { line } => {
                and(at(*line, "no-anchor"), [("place", "trust.anchors"), ("detail", "")])
            }
            other => vec![("detail", other.to_string())],
        };
        said.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// What stands before what is said of a line, where it is one.
fn in_line(line: usize) -> String {
    if line == 0 { String::new() } else { format!("line {line}: ") }
}

/// Whether a text that may be a profile has no secret in it, in whatever way its name is written and wherever it stands:
/// a profile is passed on, printed and kept in a file.
///
/// # Errors
/// [`Error::Secret`].
pub fn no_secret(text: &str) -> Result<(), Error> {
    fn holds(value: &toml::Value) -> bool {
        match value {
            toml::Value::Table(table) => table.iter().any(|(name, value)| is_secret(name) || holds(value)),
            toml::Value::Array(values) => values.iter().any(holds),
            _ => false,
        }
    }
    // What is no TOML is told by whoever reads it.
    let Ok(table) = text.parse::<toml::Table>() else { return Ok(()) };
    if !holds(&toml::Value::Table(table)) {
        return Ok(());
    }
    let lines = text.lines().position(|line| !line.trim_start().starts_with('#') && is_secret(line));
    Err(Error::Secret { line: lines.map_or(0, |before| before + 1) })
}

fn is_secret(name: &str) -> bool {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    plain.to_ascii_lowercase().contains("clientsecret")
}

fn certificates(pem: &str, place: &'static str) -> Result<Vec<Certificate>, Error> {
    if pem.trim().is_empty() {
        return Ok(Vec::new());
    }
    let unreadable = |cause| Error::Certificate { line: 0, place, cause };
    let found = Certificate::from_pem(pem).map_err(|error| unreadable(error.to_string()))?;
    if found.is_empty() { Err(unreadable("no certificate in PEM".to_owned())) } else { Ok(found) }
}

fn estonia() -> String {
    "EE".to_owned()
}

// A digest longer than the curve of a SIM card's key is cut off there.
const fn sha256() -> DigestAlgorithm {
    DigestAlgorithm::Sha256
}

const fn sha512() -> DigestAlgorithm {
    DigestAlgorithm::Sha512
}
