//! The way out of this network: the system's proxy, one that the profile names, or none. And where a request fails, whether
//! it was the proxy's doing.

use std::env::VarError;
use std::error::Error as Source;
use std::sync::OnceLock;

use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use reqwest::{ClientBuilder, Url};
use rustls::pki_types::ServerName;
use workflow::host::UnreachableCause;
use workflow::proxy::Proxy;

use crate::tls;

/// With NAME:PASSWORD in it, that is told to the proxy that the profile names, whatever the keychain has.
pub(crate) const LOGIN: &str = "PITSER_PROXY_LOGIN";

/// How requests to other computers leave this one.
pub(crate) struct WayOut {
    proxy: Proxy,
    login: Option<Result<ProxyLogin, OtherForm>>,
    /// What the system says; read when a request failed.
    system: OnceLock<Matcher>,
}

/// What the environment gives is no `NAME:PASSWORD`. It says nothing of what was given.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OtherForm;

/// Name and password for a proxy. They have no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct ProxyLogin {
    name: String,
    password: String,
}

impl ProxyLogin {
    /// The one that the environment gives; an empty one is none.
    pub(crate) fn given() -> Option<Result<Self, OtherForm>> {
        match std::env::var(LOGIN) {
            Ok(text) if text.is_empty() => None,
            Ok(text) => Some(Self::read(&text).ok_or(OtherForm)),
            Err(VarError::NotPresent) => None,
            Err(VarError::NotUnicode(_)) => Some(Err(OtherForm)),
        }
    }

    /// Reads `NAME:PASSWORD`; a password may have colons.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (name, password) = text.split_once(':')?;
        Some(Self { name: name.to_owned(), password: password.to_owned() })
    }
}

impl WayOut {
    pub(crate) fn new(proxy: &Proxy, login: Option<Result<ProxyLogin, OtherForm>>) -> Self {
        Self { proxy: proxy.clone(), login, system: OnceLock::new() }
    }

    /// Past every proxy.
    pub(crate) fn direct() -> Self {
        Self::new(&Proxy::None, None)
    }

    /// A client that goes this way. The login is told to no proxy but the one that the profile names.
    pub(crate) fn taken(&self, builder: ClientBuilder) -> Result<ClientBuilder, reqwest::Error> {
        let address = match &self.proxy {
            Proxy::System => return Ok(builder),
            Proxy::None => return Ok(builder.no_proxy()),
            Proxy::At(address) => address.url(),
        };
        let proxy = reqwest::Proxy::all(address)?;
        let proxy = match &self.login {
            Some(Ok(login)) => proxy.basic_auth(&login.name, &login.password),
            Some(Err(OtherForm)) | None => proxy,
        };
        Ok(builder.proxy(proxy))
    }

    /// The name of the proxy that the profile names, where it is spoken to over TLS.
    pub(crate) fn secured_name(&self) -> Option<ServerName<'static>> {
        match &self.proxy {
            Proxy::At(address) => address.secured_host().and_then(tls::name),
            Proxy::System | Proxy::None => None,
        }
    }

    /// Whether the proxy that leads to another computer's address is told a name and a password.
    pub(crate) fn tells_login(&self, url: &Url) -> bool {
        match &self.proxy {
            Proxy::None => false,
            Proxy::At(_) => matches!(self.login, Some(Ok(_))),
            Proxy::System => self.systems(url).is_some_and(|found| found.basic_auth().is_some()),
        }
    }

    /// Whether the proxy that the profile names was to be told something that is no login.
    pub(crate) fn lacks_form(&self) -> bool {
        matches!((&self.proxy, &self.login), (Proxy::At(_), Some(Err(OtherForm))))
    }

    /// The proxy that the system names for an address.
    fn systems(&self, url: &Url) -> Option<Intercept> {
        let target = url.as_str().parse().ok()?;
        self.system.get_or_init(Matcher::from_system).intercept(&target)
    }

    /// Host and port of the proxy that leads to another computer's address.
    pub(crate) fn to(&self, url: &Url) -> Option<String> {
        match &self.proxy {
            Proxy::None => None,
            Proxy::At(address) => Some(address.authority().to_owned()),
            Proxy::System => {
                let found = self.systems(url)?;
                let host = found.uri().host()?;
                Some(found.uri().port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
            }
        }
    }
}

/// What a proxy did that a request to `url` through it failed; none if it was not its doing. `told` is whether it was told a
/// login.
pub(crate) fn doing<'a>(
    (proxy, told): (String, bool),
    url: &Url,
    error: &reqwest::Error,
    chain: impl Iterator<Item = &'a (dyn Source + 'static)>,
) -> Option<UnreachableCause> {
    if !error.is_connect() {
        return None;
    }
    let (mut said, mut untrusted) = (Vec::new(), None);
    for cause in chain {
        // hyper-util has no type for what a proxy answers.
        said.push(cause.to_string());
        untrusted = untrusted.or_else(|| tls::proxy_not_trusted(cause));
    }
    if let Some(detail) = untrusted {
        return Some(UnreachableCause::ProxyNotTrusted { proxy, detail });
    }
    let says = |words: &str| said.iter().any(|one| one.contains(words));
    if says("proxy authorization required") {
        return Some(UnreachableCause::ProxyLogin { proxy, told });
    }
    if says("tunnel error: unsuccessful") {
        return Some(UnreachableCause::ProxyRefused { proxy });
    }
    // Without TLS there is no tunnel: what cannot be connected to is the proxy.
    let reached = url.scheme() == "https" && !says("failed to create underlying connection");
    (!reached).then_some(UnreachableCause::NoProxy { proxy })
}
