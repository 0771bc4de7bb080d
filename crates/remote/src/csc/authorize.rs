//! Leave to sign, told by us, and made longer, §11.6 to §11.9.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{DigestAlgorithm, Time};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;
use crate::secret::Secret;

use super::call::{Call, Reached};
use super::client::Client;
use super::credential::{AuthObject, Credential, malformed};
use super::oauth::{Token, expiry};
use super::problem;

/// Leave to sign with a credential: the Signature Activation Data (SAD), or a token of scope `credential`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    pub(crate) bearer: Secret,
    pub(crate) sad: Option<Secret>,
    pub(crate) expires_at: Time,
}

impl Activation {
    /// A token that the person's browser brought for the credential; it stands for the SAD (§8.4).
    pub fn by_token(token: Token) -> Self {
        Self { bearer: token.access, sad: None, expires_at: token.expires_at }
    }

    /// When it dies.
    pub const fn expires_at(&self) -> Time {
        self.expires_at
    }

    /// Whether it is one that [`extend`] makes longer: a token is not.
    pub const fn is_extended(&self) -> bool {
        self.sad.is_some()
    }
}

/// What the person answered to one of the questions of the credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `id` of the question.
    pub id: String,
    /// What was typed; none where it is given elsewhere.
    pub value: Option<Secret>,
}

/// What shall be authorised.
#[derive(Clone, Copy, Debug)]
pub struct Authorizing<'a> {
    /// The hashes that will be signed.
    pub hashes: &'a [Vec<u8>],
    /// How they were made.
    pub algorithm: DigestAlgorithm,
    /// What the person answered.
    pub answers: &'a [Answer],
    /// What it is about, for the person; at most 500 characters.
    pub description: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asking<'a> {
    #[serde(rename = "credentialID")]
    id: &'a str,
    num_signatures: usize,
    hashes: Vec<String>,
    #[serde(rename = "hashAlgorithmOID")]
    algorithm: String,
    auth_data: Vec<AuthData<'a>>,
    description: String,
}

#[derive(Serialize)]
struct AuthData<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

#[derive(Serialize)]
struct ByHandle<'a> {
    handle: &'a str,
}

#[derive(Deserialize)]
struct Given {
    #[serde(rename = "SAD")]
    sad: String,
    #[serde(rename = "expiresIn")]
    expires_in: Option<u64>,
}

#[derive(Deserialize)]
struct Underway {
    handle: String,
}

/// Asks for leave to sign. Where the person has to act elsewhere, the service is asked again until they did.
pub fn authorize(
    client: &Client,
    token: &Token,
    credential: &Credential,
    order: &Authorizing<'_>,
) -> Call<Activation> {
    let data = order
        .answers
        .iter()
        .map(|answer| AuthData { id: &answer.id, value: answer.value.as_ref().map(Secret::reveal) });
    let asking = Asking {
        id: &credential.id,
        num_signatures: order.hashes.len(),
        hashes: order.hashes.iter().map(|hash| STANDARD.encode(hash)).collect(),
        algorithm: order.algorithm.oid().to_string(),
        auth_data: data.collect(),
        description: order.description.chars().take(500).collect(),
    };
    let first = client.request("credentials/authorize", Some(&token.access), &asking);
    let (asked, bearer) = (client.clone(), token.access.clone());
    let again = {
        let bearer = bearer.clone();
        move |handle: &Secret| {
            let asking = ByHandle { handle: handle.reveal() };
            asked.request("credentials/authorizeCheck", Some(&bearer), &asking)
        }
    };
    Call::lasting(first, again, move |response, now| {
        let (status, body) = problem::body(response)?;
        if status == 202 {
            let underway: Underway = json(&body)?;
            return Ok(Reached::Later(Some(Secret::new(underway.handle))));
        }
        given(&body, &bearer, now).map(Reached::Over)
    })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Extending<'a> {
    #[serde(rename = "credentialID")]
    id: &'a str,
    hashes: Vec<String>,
    #[serde(rename = "hashAlgorithmOID")]
    algorithm: String,
    #[serde(rename = "SAD")]
    sad: &'a str,
}

/// Other leave instead of some that runs out before everything is signed, §11.9: for these hashes, which are still to be
/// signed. What was extended is not good any more, and what has run out cannot be extended.
///
/// # Errors
/// Within the conversation: [`Error::CscSadExpired`] without asking when it is dead by `now`.
pub fn extend(
    client: &Client,
    activation: &Activation,
    credential: &Credential,
    hashes: &[Vec<u8>],
    algorithm: DigestAlgorithm,
    now: Time,
) -> Call<Activation> {
    let Some(sad) = &activation.sad else { return Call::known(activation.clone()) };
    let asking = Extending {
        id: &credential.id,
        hashes: hashes.iter().map(|hash| STANDARD.encode(hash)).collect(),
        algorithm: algorithm.oid().to_string(),
        sad: sad.reveal(),
    };
    let bearer = activation.bearer.clone();
    let request = alive(activation, now)
        .and_then(|()| client.request("credentials/extendTransaction", Some(&activation.bearer), &asking));
    let read = move |response, now| given(&problem::body(response)?.1, &bearer, now);
    Call::once(request, read).unrepeatable()
}

/// What is given: the SAD, used with the token by which it was asked for.
fn given(body: &[u8], bearer: &Secret, now: Time) -> Result<Activation, Error> {
    let given: Given = json(body)?;
    if given.sad.is_empty() {
        return Err(malformed("SAD"));
    }
    let expires_at = expiry(now, given.expires_in);
    Ok(Activation { bearer: bearer.clone(), sad: Some(Secret::new(given.sad)), expires_at })
}

/// What comes before a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Challenge {
    /// To be shown to the person.
    Here(String),
    /// Sent to the person by another way.
    Elsewhere,
}

#[derive(Serialize)]
struct Challenging<'a> {
    #[serde(rename = "credentialID")]
    id: &'a str,
    #[serde(rename = "authObjectID")]
    object: &'a str,
}

#[derive(Deserialize)]
struct Challenged {
    challenge: String,
}

/// Asks for the challenge of a question, §11.8. Without one it was sent elsewhere: by status 204, or 201 in §8.3.1.5.
pub fn challenge(
    client: &Client,
    token: &Token,
    credential: &Credential,
    object: &AuthObject,
) -> Call<Challenge> {
    let asking = Challenging { id: &credential.id, object: &object.id };
    let request = client.request("credentials/getChallenge", Some(&token.access), &asking);
    let read = |response, _| match problem::body(response)? {
        (201 | 204, _) => Ok(Challenge::Elsewhere),
        (_, body) => {
            let challenged: Challenged = json(&body)?;
            Ok(Challenge::Here(challenged.challenge.chars().take(500).collect()))
        }
    };
    // Each request may send a message.
    Call::once(request, read).unrepeatable()
}

/// Whether an activation is still good, as far as we know.
pub(crate) fn alive(activation: &Activation, now: Time) -> Result<(), Error> {
    if now >= activation.expires_at { Err(Error::CscSadExpired) } else { Ok(()) }
}
