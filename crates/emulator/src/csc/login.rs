//! Where browsers and programs are let in, and leave for good: `oauth2/authorize`, `oauth2/pushed_authorize`, the decision,
//! `oauth2/token`, `oauth2/revoke`, §8.4.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::header::{AUTHORIZATION, LOCATION};
use http::{HeaderValue, Method};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::authorization::{self, Fault, Request, Wanted, parameters};
use super::grants::{
    CODE_MS, Code, LEAVE_MS, Leave, PAGE_MS, PUSHED_MS, Pushed, REFRESH_MS, Refresh, Scope, TOKEN_MS, Token,
};
use super::page;
use super::refusal::Refusal;
use super::vault::USERS;
use super::{CLIENT, ORGANISATION, SECRET};
use crate::faults::CscFault;
use crate::realm::Realm;
use crate::reply::{self, Answer};
use crate::state::State;

/// The login at one moment.
pub struct Login<'a> {
    pub realm: &'a Realm,
    pub state: &'a mut State,
    pub now: i64,
}

impl Login<'_> {
    /// Answers a request for `path`, the part after `/csc-login/`.
    pub fn handle(&mut self, path: &str, request: &http::Request<Vec<u8>>) -> Answer {
        let query = request.uri().query().unwrap_or_default();
        match (request.method(), path) {
            (&Method::GET, "oauth2/authorize") => match self.read(query) {
                Ok(read) => page::page(&read, query),
                Err(fault) => self.fault(fault),
            },
            (&Method::POST, "oauth2/decide") => self.decide(request),
            (&Method::POST, "oauth2/token") => self.token(request).unwrap_or_else(|refusal| refusal.answer()),
            (&Method::POST, "oauth2/pushed_authorize") => {
                self.push(request).unwrap_or_else(|refusal| refusal.answer())
            }
            (&Method::POST, "oauth2/revoke") => {
                self.revoke(request).unwrap_or_else(|refusal| refusal.answer())
            }
            (
                _,
                "oauth2/authorize"
                | "oauth2/decide"
                | "oauth2/pushed_authorize"
                | "oauth2/revoke"
                | "oauth2/token",
            ) => reply::empty(405),
            _ => reply::empty(404),
        }
    }

    /// Reads the query of a request, or the one that was pushed and is only named there.
    fn read(&self, query: &str) -> Result<Request, Fault> {
        let given = parameters(query);
        let Some(uri) = given.get("request_uri") else {
            return authorization::read(query, &self.realm.vault);
        };
        let found = self.state.csc.pushed.iter().find(|one| one.uri == *uri);
        let found = found.filter(|one| given.get("client_id") == Some(&one.client));
        let found = found.ok_or(Fault::Stay("Nobody said what is to be allowed, or it was too long ago."))?;
        authorization::read(&found.query, &self.realm.vault)
    }

    /// Takes a request beforehand, §8.4.3, when it is one that may be shown.
    fn push(&mut self, request: &http::Request<Vec<u8>>) -> Result<Answer, Refusal> {
        if !reply::has_type(request, "application/x-www-form-urlencoded") {
            return Err(Refusal::invalid("The Content-Type is not application/x-www-form-urlencoded"));
        }
        let query = String::from_utf8_lossy(request.body()).into_owned();
        let form = parameters(&query);
        let text = |name: &str| form.get(name).map(String::as_str).filter(|text| !text.is_empty());
        let client = known(&text, request)?.to_owned();
        if text("request_uri").is_some() {
            return Err(Refusal::parameter("request_uri"));
        }
        match authorization::read(&query, &self.realm.vault) {
            Ok(_) => {}
            Err(Fault::Stay(words)) => return Err(Refusal::invalid(words)),
            Err(Fault::Back { error, description, .. }) => {
                return Err(Refusal::new(400, error, &description));
            }
        }
        let uri = format!("urn:emulator:{}", self.secret());
        self.state.csc.pushed.push(Pushed { uri: uri.clone(), client, query, until: self.now + PAGE_MS });
        Ok(reply::json(201, &json!({"request_uri": uri, "expires_in": PUSHED_MS / 1000})))
    }

    fn decide(&mut self, request: &http::Request<Vec<u8>>) -> Answer {
        let form = parameters(&String::from_utf8_lossy(request.body()));
        let text = |name: &str| form.get(name).map_or("", String::as_str);
        let read = match self.read(text("request")) {
            Ok(read) => read,
            Err(fault) => return self.fault(fault),
        };
        if let Some(refusal) = self.state.faults.next_csc.take_if(|one| one.status == 302) {
            return self
                .back(&read, &[("error", &refusal.error), ("error_description", &refusal.description)]);
        }
        if text("decision") != "approve" {
            let said = "The user denied the request";
            return self.back(&read, &[("error", "access_denied"), ("error_description", said)]);
        }
        let user = USERS.into_iter().find(|user| *user == text("user")).or(USERS.first().copied());
        let code = self.grant(&read, user);
        match self.state.faults.csc {
            CscFault::NoCode => self.back(&read, &[]),
            CscFault::OtherState => {
                self.back(&Request { state: Some("other".to_owned()), ..read }, &[("code", &code)])
            }
            _ => self.back(&read, &[("code", &code)]),
        }
    }

    fn grant(&mut self, read: &Request, user: Option<&'static str>) -> String {
        let scope = match &read.wanted {
            Wanted::Service => Scope::Service(user),
            Wanted::Credential { index, count, hashes, .. } => {
                self.state.tally.permitted += 1;
                let until = self.now + self.leave_ms();
                Scope::Credential(Leave { credential: *index, left: *count, hashes: hashes.clone(), until })
            }
        };
        let text = self.secret();
        self.state.csc.codes.push(Code {
            text: text.clone(),
            client: read.client.clone(),
            redirect: read.redirect.clone(),
            challenge: read.challenge.clone(),
            hashed: read.hashed,
            scope,
            until: self.now + CODE_MS,
        });
        text
    }

    fn token(&mut self, request: &http::Request<Vec<u8>>) -> Result<Answer, Refusal> {
        if !reply::has_type(request, "application/x-www-form-urlencoded") {
            return Err(Refusal::invalid("The Content-Type is not application/x-www-form-urlencoded"));
        }
        if let Some(refusal) = self.state.faults.next_csc.take_if(|one| one.status != 302) {
            return Err(refusal);
        }
        let form = parameters(&String::from_utf8_lossy(request.body()));
        let text = |name: &str| form.get(name).map(String::as_str).filter(|text| !text.is_empty());
        let client = known(&text, request)?;
        let grant = text("grant_type").ok_or_else(|| Refusal::invalid("Missing parameter grant_type"))?;
        let scope = match grant {
            "client_credentials" if client == ORGANISATION => Scope::Service(None),
            "client_credentials" => {
                return Err(Refusal::new(400, "unauthorized_client", "A public client has no credentials"));
            }
            "authorization_code" => {
                let code = text("code").ok_or_else(|| Refusal::invalid("Missing parameter code"))?;
                self.redeem(code, client, text("redirect_uri"), text("code_verifier"))?
            }
            "refresh_token" => {
                let old = text("refresh_token");
                self.renew(old.ok_or_else(|| Refusal::invalid("Missing parameter refresh_token"))?, client)?
            }
            _ => return Err(Refusal::parameter("grant_type")),
        };
        let until = match &scope {
            Scope::Service(_) => self.now + TOKEN_MS,
            Scope::Credential(leave) => leave.until,
        };
        let access = self.secret();
        let user = match &scope {
            Scope::Service(user) if grant != "client_credentials" => Some(*user),
            _ => None,
        };
        self.state.csc.tokens.push(Token { text: access.clone(), scope, until });
        let expires_in = (until - self.now) / 1000;
        let mut body = json!({"access_token": access, "token_type": "Bearer", "expires_in": expires_in});
        if let Some(user) = user {
            let text = self.secret();
            body["refresh_token"] = json!(text);
            let (client, until) = (client.to_owned(), self.now + REFRESH_MS);
            self.state.csc.refreshes.push(Refresh { text, client, user, access, until });
        }
        Ok(reply::json(200, &body))
    }

    /// A refresh token is good for once, and the token before it for no longer.
    fn renew(&mut self, text: &str, client: &str) -> Result<Scope, Refusal> {
        let found = self.state.csc.refreshes.iter().position(|one| one.text == text && one.client == client);
        let found =
            found.ok_or_else(|| Refusal::new(400, "invalid_grant", "Invalid parameter refresh_token"))?;
        let old = self.state.csc.refreshes.swap_remove(found);
        self.state.csc.tokens.retain(|one| one.text != old.access);
        Ok(Scope::Service(old.user))
    }

    /// Takes back a token, §8.4.5.
    fn revoke(&mut self, request: &http::Request<Vec<u8>>) -> Result<Answer, Refusal> {
        let form = parameters(&String::from_utf8_lossy(request.body()));
        let text = |name: &str| form.get(name).map(String::as_str).filter(|text| !text.is_empty());
        known(&text, request)?;
        let token = text("token").ok_or_else(|| Refusal::invalid("Missing parameter token"))?;
        if !matches!(text("token_type_hint"), None | Some("access_token" | "refresh_token")) {
            return Err(Refusal::parameter("token_type_hint"));
        }
        match self.state.csc.revoke(token) {
            true => Ok(reply::empty(204)),
            false => Err(Refusal::invalid("Invalid string parameter token")),
        }
    }

    /// A code is good for once, whether it is taken rightly or not (RFC 6749 §4.1.2).
    fn redeem(
        &mut self,
        text: &str,
        client: &str,
        redirect: Option<&str>,
        verifier: Option<&str>,
    ) -> Result<Scope, Refusal> {
        let invalid = |description: &str| Refusal::new(400, "invalid_grant", description);
        let found = self.state.csc.codes.iter().position(|code| code.text == text);
        let code = self.state.csc.codes.remove(found.ok_or_else(|| invalid("Invalid parameter code"))?);
        if code.client != client || code.until <= self.now {
            return Err(invalid("Authorization code is invalid or expired"));
        }
        if redirect != Some(code.redirect.as_str()) {
            return Err(invalid(
                "redirect_uri parameter does not match redirect_uri parameter of authorization request",
            ));
        }
        let verifier = verifier.unwrap_or_default();
        let shown = match code.hashed {
            true => URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)),
            false => verifier.to_owned(),
        };
        if shown != code.challenge {
            return Err(invalid("Invalid parameter code_verifier"));
        }
        Ok(code.scope)
    }

    fn fault(&self, fault: Fault) -> Answer {
        match fault {
            Fault::Stay(words) => page::notice(400, words),
            Fault::Back { redirect, state, error, description } => {
                let pairs = [("error", error), ("error_description", description.as_str())];
                away(&redirect, state.as_deref(), &pairs)
            }
        }
    }

    fn back(&self, read: &Request, pairs: &[(&str, &str)]) -> Answer {
        away(&read.redirect, read.state.as_deref(), pairs)
    }

    fn leave_ms(&self) -> i64 {
        self.state.faults.csc.leave_ms().unwrap_or(LEAVE_MS)
    }

    fn secret(&mut self) -> String {
        self.state.csc.count += 1;
        let stream = format!("csc {}", self.state.csc.count);
        URL_SAFE_NO_PAD.encode(self.realm.random(&stream).bytes::<24>())
    }
}

/// The client of a request, when it is one that is known here.
fn known<'t>(
    text: &impl Fn(&str) -> Option<&'t str>,
    request: &http::Request<Vec<u8>>,
) -> Result<&'t str, Refusal> {
    let client = text("client_id").ok_or_else(|| Refusal::invalid("Missing parameter client_id"))?;
    authenticate(client, text("client_secret"), request).map(|()| client)
}

/// A public client is let in by its name alone; an organisation shows its secret, in the header or in the form.
fn authenticate(client: &str, secret: Option<&str>, request: &http::Request<Vec<u8>>) -> Result<(), Refusal> {
    let header = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = match header {
        None => secret.map(str::to_owned),
        Some(text) => {
            let invalid = || Refusal::new(401, "invalid_client", "Invalid authorization header");
            let pair = text.strip_prefix("Basic ").and_then(|text| STANDARD.decode(text).ok());
            let pair = pair.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(invalid)?;
            let (name, secret) = pair.split_once(':').ok_or_else(invalid)?;
            // Both are form-encoded first, RFC 6749 §2.3.1.
            let decoded = parameters(&format!("name={name}&secret={secret}"));
            if decoded.get("name").map(String::as_str) != Some(client) {
                return Err(invalid());
            }
            decoded.get("secret").cloned()
        }
    };
    match (client, given.as_deref()) {
        (CLIENT, _) | (ORGANISATION, Some(SECRET)) => Ok(()),
        (ORGANISATION, None) => Err(Refusal::new(401, "invalid_request", "Client authorization required")),
        (ORGANISATION, Some(_)) => Err(Refusal::parameter("client_secret")),
        _ => Err(Refusal::parameter("client_id")),
    }
}

fn away(redirect: &str, state: Option<&str>, pairs: &[(&str, &str)]) -> Answer {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    if let Some(state) = state {
        query.append_pair("state", state);
    }
    let joint = if redirect.contains('?') { '&' } else { '?' };
    let mut answer = reply::empty(302);
    if let Ok(location) = HeaderValue::from_str(&format!("{redirect}{joint}{}", query.finish())) {
        answer.headers_mut().insert(LOCATION, location);
    }
    answer
}
