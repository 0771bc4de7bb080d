//! What a remote signing service gave this program to keep: the client's secret, and the tokens of whoever was let in; and by
//! which login a proxy lets it through. They lie in the system's keychain and nowhere else.
//!
//! An entry is for one profile *and* one service or proxy: its name is made of everything that says who is told what is in it. A
//! profile that only has the name of another one does not get its secrets.

use pki::{DigestAlgorithm, Time};
use remote::Secret;
use remote::csc::{Client, Token};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::host::Host;
use crate::login::Gate;
use crate::profile::{self, Csc, Login, Profile};
use crate::proxy::Proxy;

/// Signs of a profile's name within that of an entry, for whoever looks through the keychain.
const SHOWN: usize = 40;

/// The entries of one service.
pub(crate) struct Place<'a> {
    profile: &'a Profile,
    service: &'a Csc,
    /// What tells it from others.
    digest: String,
}

/// Tokens, as they are kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(skip_serializing_if = "Option::is_none")]
    access: Option<String>,
    expires_at: Time,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh: Option<String>,
}

impl<'a> Place<'a> {
    pub fn of(profile: &'a Profile, service: &'a Csc) -> Self {
        let client = &service.client;
        // The pins are not among them: they only narrow what the anchors allow, and change when a key is renewed.
        let parts = [&profile.name, &client.base_url, &client.client_id, &service.tls_anchors];
        Self { profile, service, digest: digest(&parts.map(String::as_str)) }
    }

    fn secret_name(&self) -> String {
        entry("client-secret", self.profile, &self.digest)
    }

    fn tokens_name(&self) -> String {
        entry("tokens", self.profile, &self.digest)
    }

    /// The client with its secret, where it has one: at hand, else in the keychain.
    ///
    /// # Errors
    /// Where the program itself is let in, and only then: [`Error::Keychain`], [`Error::SecretMissing`].
    pub async fn client(&self, host: &impl Host) -> Result<Client, Error> {
        let client = self.service.client.clone();
        if client.client_secret.is_some() {
            return Ok(client);
        }
        let found = host.recall(&self.secret_name()).await;
        let client_secret = match (self.service.login, found) {
            (_, Ok(Some(secret))) => Some(secret),
            (Login::Client, Ok(None)) => {
                return Err(Error::SecretMissing { profile: self.profile.name.clone() });
            }
            (Login::Client, Err(error)) => return Err(error.into()),
            // Most programs on a person's computer have none.
            (Login::Browser, _) => None,
        };
        Ok(Client { client_secret, ..client })
    }

    /// The tokens from before; none where none are kept, or what is kept is not of ours. That there is no keychain only
    /// means that somebody has to be let in anew.
    pub async fn tokens(&self, host: &impl Host) -> Option<Token> {
        let secret = host.recall(&self.tokens_name()).await.ok().flatten()?;
        let kept: Kept = serde_json::from_str(secret.reveal()).ok()?;
        // Without an access token there is one that has run out.
        let (access, expires_at) = match kept.access {
            Some(access) => (access, kept.expires_at),
            None => (String::new(), Time::from_unix_seconds(0)),
        };
        Some(Token { access: Secret::new(access), expires_at, refresh: kept.refresh.map(Secret::new) })
    }

    /// Keeps tokens for the next time. A keychain that does not take both may take the shorter one.
    pub async fn keep(&self, host: &impl Host, token: &Token) {
        let refresh = token.refresh.as_ref().map(|refresh| refresh.reveal().to_owned());
        let access = Some(token.access.reveal().to_owned());
        let mut kept = Kept { access, expires_at: token.expires_at, refresh };
        if self.put(host, &kept).await.is_err() {
            kept.access = None;
            let kept = match kept.refresh {
                Some(_) => self.put(host, &kept).await,
                None => Err(()),
            };
            // An earlier one would be refused.
            if kept.is_err() {
                self.forget_tokens(host).await;
            }
        }
    }

    async fn put(&self, host: &impl Host, kept: &Kept) -> Result<(), ()> {
        let text = serde_json::to_string(kept).map_err(drop)?;
        host.keep(&self.tokens_name(), &Secret::new(text)).await.map_err(drop)
    }

    /// Forgets the tokens, where there are any.
    pub async fn forget_tokens(&self, host: &impl Host) {
        let _ = host.forget(&self.tokens_name()).await;
    }
}

/// What tells an entry from others: everything that says who is told what is in it.
fn digest(parts: &[&str]) -> String {
    let mut all = Vec::new();
    for part in parts {
        all.extend_from_slice(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        all.extend_from_slice(part.as_bytes());
    }
    let digest = DigestAlgorithm::Sha256.digest(&all);
    hex::encode(digest.get(..12).unwrap_or_default())
}

/// The name of an entry.
fn entry(kind: &str, profile: &Profile, digest: &str) -> String {
    let plain = |sign: &char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.');
    let shown: String = profile.name.chars().filter(plain).take(SHOWN).collect();
    format!("{kind}/{shown}/{digest}")
}

/// The name of the entry with the login, `NAME:PASSWORD`, for the proxy that a profile names; none where it names none.
pub fn proxy_login(profile: &Profile) -> Option<String> {
    let Proxy::At(address) = &profile.proxy else { return None };
    Some(entry("proxy-login", profile, &digest(&[&profile.name, &address.url()])))
}

/// A login as it is kept, `NAME:PASSWORD`; none for a name with a colon in it, which would end there (RFC 7617 §2).
pub fn proxy_login_of(name: &str, password: &Secret) -> Option<Secret> {
    (!name.contains(':')).then(|| Secret::new(format!("{name}:{}", password.reveal())))
}

/// Where the login for the proxy that a profile names is: in the keychain, or nowhere. It may take as long as a person needs
/// to unlock the keychain.
///
/// # Errors
/// [`Error::Keychain`]; [`Error::Profile`] where the profile names no proxy.
pub async fn proxy_login_whereabouts(host: &impl Host, profile: &Profile) -> Result<Whereabouts, Error> {
    let name = proxy_login(profile).ok_or(profile::Error::NoProxy)?;
    Ok(Whereabouts::of(host.recall(&name).await?.as_ref()))
}

/// Keeps the login for the proxy that a profile names, instead of an earlier one.
///
/// # Errors
/// [`Error::Keychain`]; [`Error::Profile`] where the profile names no proxy.
pub async fn keep_proxy_login(host: &impl Host, profile: &Profile, login: &Secret) -> Result<(), Error> {
    let name = proxy_login(profile).ok_or(profile::Error::NoProxy)?;
    Ok(host.keep(&name, login).await?)
}

/// Forgets the login for the proxy that a profile names, where there is one.
///
/// # Errors
/// [`Error::Keychain`].
pub async fn forget_proxy_login(host: &impl Host, profile: &Profile) -> Result<(), Error> {
    match proxy_login(profile) {
        Some(name) => Ok(host.forget(&name).await?),
        None => Ok(()),
    }
}

/// Keeps the secret by which the remote signing service of a profile knows this program, instead of an earlier one.
///
/// # Errors
/// [`Error::Keychain`]; [`Error::Profile`] where the profile has no such service.
pub async fn keep_secret(host: &impl Host, profile: &Profile, secret: &Secret) -> Result<(), Error> {
    let place = Place::of(profile, profile.clouds()?);
    Ok(host.keep(&place.secret_name(), secret).await?)
}

/// Where a secret is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// Nowhere.
    Missing,
    /// In the keychain.
    Kept,
    /// At hand, whatever the keychain has.
    Given,
}

impl Whereabouts {
    /// Of what the keychain answered.
    fn of(recalled: Option<&Secret>) -> Self {
        if recalled.is_some() { Self::Kept } else { Self::Missing }
    }
}

/// Where the secret for the remote signing service of a profile is. It may take as long as a person needs to unlock the
/// keychain.
///
/// # Errors
/// [`Error::Keychain`]; [`Error::Profile`] where the profile has no such service.
pub async fn whereabouts(host: &impl Host, profile: &Profile) -> Result<Whereabouts, Error> {
    let place = Place::of(profile, profile.clouds()?);
    if place.service.client.client_secret.is_some() {
        return Ok(Whereabouts::Given);
    }
    Ok(Whereabouts::of(host.recall(&place.secret_name()).await?.as_ref()))
}

/// Whether what is kept for one profile is what is kept for the other.
pub fn is_shared(one: &Profile, other: &Profile) -> bool {
    let digest = |profile: &Profile| profile.csc.as_ref().map(|service| Place::of(profile, service).digest);
    digest(one) == digest(other)
}

/// What is to be forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The tokens of whoever was let in.
    Login,
    /// These, and the secret of the client.
    Everything,
}

/// What became of tokens that were forgotten.
#[derive(Debug)]
pub enum Forgotten {
    /// There were none.
    Nothing,
    /// The service was told, and takes them no longer.
    Revoked,
    /// They are forgotten here; the service could not be told.
    NotRevoked(Error),
}

/// Forgets what is kept of the remote signing service of a profile, and tells the service that the tokens are not to be
/// taken any more.
///
/// # Errors
/// [`Error::Keychain`]; [`Error::Profile`] where the profile has no such service.
pub async fn forget(host: &impl Host, profile: &Profile, what: What) -> Result<Forgotten, Error> {
    let place = Place::of(profile, profile.clouds()?);
    let tokens = place.tokens(host).await;
    // The service is told as the client that got them, so its secret goes last.
    host.forget(&place.tokens_name()).await?;
    let forgotten = match tokens {
        None => Forgotten::Nothing,
        Some(tokens) => match revoke(host, profile, &tokens).await {
            Ok(()) => Forgotten::Revoked,
            Err(error) => Forgotten::NotRevoked(error),
        },
    };
    if what == What::Everything {
        host.forget(&place.secret_name()).await?;
    }
    Ok(forgotten)
}

async fn revoke(host: &impl Host, profile: &Profile, tokens: &Token) -> Result<(), Error> {
    let gate = Gate::of(host, profile, report::words::Language::English).await?;
    gate.revoke(tokens).await
}
