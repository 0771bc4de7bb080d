//! The keys that a person has at the service, and what it takes to use them, §11.4 and §11.5.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::Certificate;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::{json, one_line};

use super::call::Call;
use super::client::Client;
use super::expression::Expression;
use super::oauth::Token;
use super::problem;

/// More credentials, certificates or questions than this no person has.
const MOST: usize = 100;

/// A key kept by the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// `credentialID`.
    pub id: String,
    /// Its certificate; nothing about it is verified yet.
    pub certificate: Certificate,
    /// The certificates above it, as far as the service gives them.
    pub issuers: Vec<Certificate>,
    /// `key.algo`: object identifiers of what it signs with.
    pub algorithms: Vec<String>,
    /// How its use is authorised.
    pub mode: Mode,
    /// `multisign`: the most signatures under one authorisation.
    ///
    /// Of `SCAL` nothing depends: every authorisation is asked for with the hashes that it is for.
    pub multisign: usize,
}

/// `auth.mode`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `explicit`: the person tells us these, and we tell them [`authorize`](super::authorize). They satisfy `auth.expression`.
    Explicit(Vec<AuthObject>),
    /// `oauth2code`: the person allows it on a page of the service.
    Browser,
}

/// Something that only the person knows or has, §8.3.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthObject {
    /// `id`.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// `label`, for people; empty where there is none.
    pub label: String,
    /// `description`, for people; empty where there is none.
    pub description: String,
}

/// `type` of an authentication object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `Password`: typed here.
    Password,
    /// `PasswordOOB`: given to the service elsewhere.
    PasswordElsewhere,
    /// `ChallengeResponse`: typed here, after a challenge.
    ChallengeResponse,
    /// `ChallengeResponseOOB`: given to the service elsewhere, after a challenge.
    ChallengeElsewhere,
}

impl Kind {
    fn named(name: &str) -> Option<Self> {
        match name {
            "Password" => Some(Self::Password),
            "PasswordOOB" => Some(Self::PasswordElsewhere),
            "ChallengeResponse" => Some(Self::ChallengeResponse),
            "ChallengeResponseOOB" => Some(Self::ChallengeElsewhere),
            _ => None,
        }
    }

    /// Says whether the service has the methods by which such an object is given: a challenge is asked for, and what is
    /// given elsewhere is asked after (§8.3.1.1).
    fn is_taken(self, client: &Client) -> Result<(), Error> {
        if matches!(self, Self::ChallengeResponse | Self::ChallengeElsewhere) {
            client.has("credentials/getChallenge")?;
        }
        if matches!(self, Self::PasswordElsewhere | Self::ChallengeElsewhere) {
            client.has("credentials/authorizeCheck")?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Listing<'a> {
    #[serde(rename = "userID", skip_serializing_if = "Option::is_none")]
    user: Option<&'a str>,
    only_valid: bool,
}

#[derive(Deserialize)]
struct Listed {
    #[serde(rename = "credentialIDs")]
    ids: Vec<String>,
}

/// The identifiers of the person's credentials. `user` names the person where the token is the client's own.
pub fn credentials(client: &Client, token: &Token, user: Option<&str>) -> Call<Vec<String>> {
    let request =
        client.request("credentials/list", Some(&token.access), &Listing { user, only_valid: true });
    Call::once(request, |response, _| {
        let listed: Listed = json(&problem::body(response)?.1)?;
        let plain = |id: &String| (1..=500).contains(&id.len()) && !id.chars().any(char::is_control);
        if listed.ids.len() > MOST || !listed.ids.iter().all(plain) {
            return Err(malformed("credentialIDs"));
        }
        if listed.ids.is_empty() { Err(Error::CscNoCredential) } else { Ok(listed.ids) }
    })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asking<'a> {
    #[serde(rename = "credentialID")]
    id: &'a str,
    certificates: &'static str,
    auth_info: bool,
    lang: &'a str,
}

#[derive(Deserialize)]
struct Wire {
    key: WireKey,
    cert: WireCertificate,
    auth: WireAuth,
    multisign: u64,
}

#[derive(Deserialize)]
struct WireKey {
    status: String,
    algo: Vec<String>,
}

#[derive(Deserialize)]
struct WireCertificate {
    #[serde(default)]
    status: Option<String>,
    certificates: Vec<String>,
}

#[derive(Deserialize)]
struct WireAuth {
    mode: String,
    #[serde(default)]
    expression: Option<String>,
    #[serde(default)]
    objects: Option<Vec<WireObject>>,
}

#[derive(Deserialize)]
struct WireObject {
    #[serde(rename = "type")]
    kind: String,
    id: String,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    description: Option<String>,
}

/// What the service says of a credential.
pub fn credential(client: &Client, token: &Token, id: &str, language: &str) -> Call<Credential> {
    let asking = Asking { id, certificates: "chain", auth_info: true, lang: language };
    let request = client.request("credentials/info", Some(&token.access), &asking);
    let (id, client) = (id.to_owned(), client.clone());
    Call::once(request, move |response, _| read(&problem::body(response)?.1, &id, &client))
}

fn read(body: &[u8], id: &str, client: &Client) -> Result<Credential, Error> {
    let wire: Wire = json(body)?;
    if wire.key.status != "enabled" {
        return Err(Error::CscDisabled);
    }
    match wire.cert.status.as_deref() {
        Some("expired") => return Err(Error::CscCertificateExpired),
        Some("revoked") => return Err(Error::CscCertificateRevoked),
        Some("suspended") => return Err(Error::CscCertificateSuspended),
        // Whatever else it says is looked at here anyhow.
        _ => {}
    }
    let mut certificates = chain(&wire.cert.certificates)?.into_iter();
    let certificate = certificates.next().ok_or_else(|| malformed("cert.certificates"))?;
    let mode = match wire.auth.mode.as_str() {
        "oauth2code" => Mode::Browser,
        "explicit" => Mode::Explicit(objects(wire.auth, client)?),
        other => return Err(Error::CscMode { found: other.chars().take(64).collect() }),
    };
    let multisign = usize::try_from(wire.multisign).unwrap_or(usize::MAX);
    if multisign == 0 {
        return Err(malformed("multisign"));
    }
    let issuers = certificates.filter(|one| !one.is_self_signed()).collect();
    Ok(Credential { id: id.to_owned(), certificate, issuers, algorithms: wire.key.algo, mode, multisign })
}

fn chain(texts: &[String]) -> Result<Vec<Certificate>, Error> {
    if texts.len() > MOST {
        return Err(malformed("cert.certificates"));
    }
    let read = |text: &String| {
        let der = STANDARD.decode(text).map_err(|_| malformed("cert.certificates"))?;
        Certificate::from_der(&der)
            .map_err(|error| Error::CertificateUnreadable { detail: error.to_string() })
    };
    texts.iter().map(read).collect()
}

/// Those that satisfy the expression; without one all of them. Where there are several ways, the first in which this program
/// and the service can do everything.
fn objects(auth: WireAuth, client: &Client) -> Result<Vec<AuthObject>, Error> {
    client.has("credentials/authorize")?;
    let (mut known, mut kinds) = (Vec::new(), Vec::new());
    let said = |text: Option<String>| text.unwrap_or_default().chars().take(500).collect();
    for WireObject { kind, id, label, description } in auth.objects.unwrap_or_default().into_iter().take(MOST)
    {
        if let Some(kind) = Kind::named(&kind) {
            let (label, description) = (said(label), said(description));
            known.push(AuthObject { id: id.clone(), kind, label, description });
        }
        kinds.push((id, kind));
    }
    let expression = match auth.expression.filter(|text| !text.trim().is_empty()) {
        Some(text) => Some(Expression::read(&text).ok_or_else(|| malformed("auth.expression"))?),
        None => Expression::all(kinds.iter().map(|(id, _)| id.clone())),
    };
    let Some(expression) = expression else { return Ok(Vec::new()) };
    let find = |id: &str| known.iter().find(|object| object.id == id);
    let is_usable = |id: &str| find(id).is_some_and(|object| object.kind.is_taken(client).is_ok());
    match expression.way(&is_usable) {
        Some(ids) => Ok(ids.iter().filter_map(|id| find(id)).cloned().collect()),
        None => Err(unable(&expression, &kinds, client)),
    }
}

/// Why there is no way: a method that the service does not list, or else kinds of proof that nobody can give here.
fn unable(expression: &Expression, kinds: &[(String, String)], client: &Client) -> Error {
    let mut foreign = Vec::new();
    let mut missing = None;
    for id in expression.ids() {
        let kind = kinds.iter().find(|(one, _)| one == id).map(|(_, kind)| kind.as_str());
        match kind.map(|name| (name, Kind::named(name))) {
            Some((_, Some(kind))) => missing = missing.or(kind.is_taken(client).err()),
            Some((name, None)) => foreign.push(format!("{id} ({name})")),
            // It is named, and nowhere described.
            None => foreign.push(id.to_owned()),
        }
    }
    match missing {
        Some(missing) if foreign.is_empty() => missing,
        _ => Error::CscFactors { unknown: one_line(foreign) },
    }
}

pub(crate) fn malformed(what: &str) -> Error {
    Error::Malformed { what: what.to_owned() }
}
