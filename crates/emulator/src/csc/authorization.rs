//! What a browser is sent with, §8.4.2.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::vault::{Consent, Vault};
use super::{CLIENT, ORGANISATION};

/// A request that may be shown to a person.
#[derive(Clone, Debug)]
pub struct Request {
    pub client: String,
    pub redirect: String,
    pub state: Option<String>,
    pub challenge: String,
    pub hashed: bool,
    pub wanted: Wanted,
}

/// What the program wants.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// Scope `service`.
    Service,
    /// Scope `credential`.
    Credential {
        /// `credentialID`, which is one of the service's.
        id: String,
        /// Its index.
        index: usize,
        count: u64,
        hashes: Option<Vec<Vec<u8>>>,
        description: String,
    },
}

/// Why there is nothing to show.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Nobody knows where the browser would be sent: said on a page.
    Stay(&'static str),
    /// The browser goes back with this.
    Back { redirect: String, state: Option<String>, error: &'static str, description: String },
}

/// The parameters of a query or form; one that is there twice counts once, as the last.
pub fn parameters(text: &str) -> BTreeMap<String, String> {
    form_urlencoded::parse(text.as_bytes()).into_owned().take(100).collect()
}

/// Reads the query of a request.
pub fn read(query: &str, vault: &Vault) -> Result<Request, Fault> {
    let given = parameters(query);
    let text = |name: &str| given.get(name).cloned().filter(|text| !text.is_empty());
    let client = text("client_id").filter(|id| [CLIENT, ORGANISATION].contains(&id.as_str()));
    let client = client.ok_or(Fault::Stay("This program is not known here."))?;
    let redirect = text("redirect_uri").filter(|uri| is_here(uri));
    let redirect = redirect.ok_or(Fault::Stay("The program does not say where on this computer it is."))?;
    let state = text("state");
    let back = |error, description: &str| Fault::Back {
        redirect: redirect.clone(),
        state: state.clone(),
        error,
        description: description.to_owned(),
    };
    if text("response_type").as_deref() != Some("code") {
        return Err(back("unsupported_response_type", "Only code is supported"));
    }
    let challenge = text("code_challenge").filter(|text| (43..=128).contains(&text.len()));
    let challenge = challenge.ok_or_else(|| back("invalid_request", "Invalid parameter code_challenge"))?;
    let hashed = match text("code_challenge_method").as_deref() {
        Some("S256") => true,
        None | Some("plain") => false,
        Some(_) => return Err(back("invalid_request", "Invalid parameter code_challenge_method")),
    };
    let wanted = match text("scope").as_deref() {
        None | Some("service") => Wanted::Service,
        Some("credential") => {
            credential(&text, vault).map_err(|description| back("invalid_request", description))?
        }
        Some(_) => return Err(back("invalid_scope", "The scope is unknown")),
    };
    Ok(Request { client, redirect, state, challenge, hashed, wanted })
}

fn credential(text: &impl Fn(&str) -> Option<String>, vault: &Vault) -> Result<Wanted, &'static str> {
    let id = text("credentialID").ok_or("Missing parameter credentialID")?;
    let index = vault.find(&id).ok_or("Invalid parameter credentialID")?;
    let own = &vault.credentials[index];
    if own.consent != Consent::Page || !own.enabled {
        return Err("Invalid parameter credentialID");
    }
    let count = text("numSignatures").and_then(|text| text.parse().ok()).filter(|count| *count > 0);
    let count: u64 = count.ok_or("Invalid parameter numSignatures")?;
    if count > own.multisign {
        return Err("Numbers of signatures is too high");
    }
    let hashes = text("hashes").map(|text| {
        text.split(',')
            .map(|hash| URL_SAFE_NO_PAD.decode(hash.trim_end_matches('=')))
            .collect::<Result<Vec<_>, _>>()
    });
    let hashes = hashes.transpose().map_err(|_| "Invalid parameter hashes")?;
    if hashes.is_some() && text("hashAlgorithmOID").is_none() {
        return Err("Missing parameter hashAlgorithmOID");
    }
    if own.bound && hashes.is_none() {
        return Err("Missing parameter hashes");
    }
    let description = text("description").unwrap_or_default().chars().take(500).collect();
    Ok(Wanted::Credential { id, index, count, hashes, description })
}

/// A program on this computer: any port, RFC 8252 §7.3.
fn is_here(uri: &str) -> bool {
    let Ok(uri) = uri.parse::<http::Uri>() else { return false };
    let host = uri.host().and_then(|host| host.parse::<Ipv4Addr>().ok());
    uri.scheme_str() == Some("http") && host == Some(Ipv4Addr::LOCALHOST)
}
