//! The way out of a network that lets nobody out directly.

use serde::{Deserialize, Serialize};

/// Through which proxy services are asked. This computer itself is always asked directly.
///
/// As text: `system`, `none`, or the address of an HTTP proxy: `http://HOST:PORT`, or `https://HOST:PORT` where it is spoken to
/// over TLS itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Proxy {
    /// Whatever this system says, in its settings or in `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
    #[default]
    System,
    /// None, whatever this system says.
    None,
    /// This one.
    At(Address),
}

/// Where a proxy is, and how it is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    authority: http::uri::Authority,
    secured: bool,
}

impl Address {
    /// Host and port, without a scheme.
    pub fn authority(&self) -> &str {
        self.authority.as_str()
    }

    /// The same with the scheme.
    pub fn url(&self) -> String {
        format!("{}://{}", if self.secured { "https" } else { "http" }, self.authority)
    }

    /// The name or address that its certificate has to be for; none where it is spoken to without TLS.
    pub fn secured_host(&self) -> Option<&str> {
        let host = self.authority.host();
        self.secured.then(|| host.trim_start_matches('[').trim_end_matches(']'))
    }
}

/// Why a text names no proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Neither `system` nor `none` nor an address.
    #[error("proxy: neither system nor none nor http://HOST:PORT nor https://HOST:PORT")]
    Address,
    /// Neither HTTP nor HTTPS.
    #[error("proxy: another scheme than http and https")]
    Scheme,
    /// A name or password in it. Files are no place for one.
    #[error("proxy: a login does not belong into a profile")]
    Login,
}

impl Proxy {
    /// Whether it is the system's.
    pub fn is_system(&self) -> bool {
        *self == Self::System
    }
}

impl TryFrom<String> for Proxy {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl std::str::FromStr for Proxy {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "system" => return Ok(Self::System),
            "none" => return Ok(Self::None),
            _ => {}
        }
        let (scheme, rest) = text.split_once("://").ok_or(Error::Address)?;
        let secured = scheme.eq_ignore_ascii_case("https");
        if !secured && !scheme.eq_ignore_ascii_case("http") {
            return Err(Error::Scheme);
        }
        if rest.contains('@') {
            return Err(Error::Login);
        }
        let authority: http::uri::Authority =
            rest.strip_suffix('/').unwrap_or(rest).parse().map_err(|_| Error::Address)?;
        if authority.host().is_empty() || authority.port_u16().is_none() {
            return Err(Error::Address);
        }
        Ok(Self::At(Address { authority, secured }))
    }
}

impl From<Proxy> for String {
    fn from(proxy: Proxy) -> Self {
        match proxy {
            Proxy::System => "system".to_owned(),
            Proxy::None => "none".to_owned(),
            Proxy::At(address) => address.url(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_is_written_as_it_was_read() {
        for text in [
            "system",
            "none",
            "http://proxy.bank.example:3128",
            "http://[2001:db8::1]:8080",
            "https://proxy.bank.example:443",
        ] {
            assert_eq!(text.parse::<Proxy>().map(String::from).as_deref(), Ok(text));
        }
        let at = "HTTP://proxy:80/".parse::<Proxy>().map(String::from);
        assert_eq!(at.as_deref(), Ok("http://proxy:80"));
    }

    #[test]
    fn the_certificate_of_a_proxy_is_for_its_host() {
        let host = |text: &str| match text.parse() {
            Ok(Proxy::At(address)) => address.secured_host().map(str::to_owned),
            other => panic!("{other:?}"),
        };
        assert_eq!(host("http://proxy:3128"), None);
        assert_eq!(host("HTTPS://proxy:3128").as_deref(), Some("proxy"));
        assert_eq!(host("https://[2001:db8::1]:443").as_deref(), Some("2001:db8::1"));
    }

    #[test]
    fn what_names_no_proxy_is_told_apart() {
        for (text, error) in [
            ("", Error::Address),
            ("proxy:3128", Error::Address),
            ("http://proxy", Error::Address),
            ("http://:3128", Error::Address),
            ("http://proxy:3128/path", Error::Address),
            ("http://proxy:99999", Error::Address),
            ("https://proxy", Error::Address),
            ("ftp://proxy:21", Error::Scheme),
            ("socks5://proxy:1080", Error::Scheme),
            ("http://name:secret@proxy:3128", Error::Login),
        ] {
            assert_eq!(text.parse::<Proxy>(), Err(error), "{text}");
        }
    }
}
