//! The keys that a person has at the service, and what it takes to use them, §11.4 and §11.5.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::Certificate;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;

use super::call::Call;
use super::client::Client;
use super::expression;
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
    pub multisign: usize,
}

/// `auth.mode`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `explicit`: the person tells us something, and we tell it [`authorize`](super::authorize).
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Kind {
    /// Typed here.
    Password,
    /// Given to the service elsewhere.
    #[serde(rename = "PasswordOOB")]
    PasswordElsewhere,
    /// Typed here, after a challenge.
    ChallengeResponse,
    /// Given to the service elsewhere, after a challenge.
    #[serde(rename = "ChallengeResponseOOB")]
    ChallengeElsewhere,
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
    kind: Kind,
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
    let id = id.to_owned();
    Call::once(request, move |response, _| read(&problem::body(response)?.1, &id))
}

fn read(body: &[u8], id: &str) -> Result<Credential, Error> {
    let wire: Wire = json(body)?;
    if wire.key.status != "enabled" {
        return Err(Error::CscDisabled);
    }
    if wire.cert.status.as_deref() == Some("expired") {
        return Err(Error::CscCertificateExpired);
    }
    let mut certificates = chain(&wire.cert.certificates)?.into_iter();
    let certificate = certificates.next().ok_or_else(|| malformed("cert.certificates"))?;
    let mode = match wire.auth.mode.as_str() {
        "oauth2code" => Mode::Browser,
        "explicit" => Mode::Explicit(objects(wire.auth)?),
        _ => return Err(malformed("auth.mode")),
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

/// Those that are needed, in the order of the expression; without one all of them.
fn objects(auth: WireAuth) -> Result<Vec<AuthObject>, Error> {
    let said = |text: Option<String>| text.unwrap_or_default().chars().take(500).collect();
    let all: Vec<AuthObject> = auth
        .objects
        .unwrap_or_default()
        .into_iter()
        .take(MOST)
        .map(|WireObject { kind, id, label, description }| AuthObject {
            id,
            kind,
            label: said(label),
            description: said(description),
        })
        .collect();
    let Some(expression) = auth.expression.filter(|text| !text.trim().is_empty()) else { return Ok(all) };
    let needed = expression::needed(&expression).ok_or_else(|| malformed("auth.expression"))?;
    let named = |id: &String| all.iter().find(|object| object.id == *id).cloned();
    needed.iter().map(|id| named(id).ok_or_else(|| malformed("auth.expression"))).collect()
}

pub(crate) fn malformed(what: &str) -> Error {
    Error::Malformed { what: what.to_owned() }
}
