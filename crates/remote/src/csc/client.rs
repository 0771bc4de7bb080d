//! Whom we ask, and as which client.

use http::HeaderValue;
use http::header::AUTHORIZATION;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::post;
use crate::secret::Secret;
use crate::session::Request;

const JSON: &str = "application/json";

/// Address of a service, and the client that it registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Client {
    /// Where the service is, without a slash at the end; the path ends with `/csc/v2` (§7).
    pub base_url: String,
    /// `client_id` of OAuth 2.0.
    pub client_id: String,
    /// `client_secret`, where the service gave one; a program on a person's computer has none (RFC 8252 §8.4). It never
    /// stands where the rest is written down.
    #[serde(skip)]
    pub client_secret: Option<Secret>,
    /// The methods that the service lists ([`Info::methods`](super::Info::methods)): no other is called. None before it was
    /// asked, or where it lists none at all.
    #[serde(skip)]
    pub methods: Option<Vec<String>>,
}

impl Client {
    /// Says whether the service has a method, as far as it says so; that it has `info` goes without saying (§11.1).
    ///
    /// # Errors
    /// [`Error::CscMethodMissing`].
    pub fn has(&self, method: &str) -> Result<(), Error> {
        let listed = |methods: &Vec<String>| methods.iter().any(|one| one == method);
        if method == "info" || self.methods.as_ref().is_none_or(listed) {
            return Ok(());
        }
        Err(Error::CscMethodMissing { method: method.to_owned() })
    }

    /// The request for a method of the API, §10: POST, JSON, and the token where one is needed.
    ///
    /// # Errors
    /// [`Error::CscMethodMissing`], [`Error::Address`], [`Error::CscInsecure`].
    pub(crate) fn request(
        &self,
        method: &str,
        token: Option<&Secret>,
        body: &impl Serialize,
    ) -> Result<Request, Error> {
        self.has(method)?;
        let url = format!("{}/{method}", self.base_url.trim_end_matches('/'));
        // Our own plain types: writing them as JSON cannot fail.
        let body = serde_json::to_vec(body).unwrap_or_default();
        let mut request = post(&secure(&self.base_url, &url)?, JSON, JSON, body)?;
        if let Some(token) = token {
            let value = authorization(&format!("Bearer {}", token.reveal()), "access_token")?;
            request.headers_mut().insert(AUTHORIZATION, value);
        }
        Ok(request)
    }
}

/// The value of a header that nobody may see.
pub(crate) fn authorization(text: &str, what: &str) -> Result<HeaderValue, Error> {
    let value = HeaderValue::from_str(text);
    let mut value = value.map_err(|_| Error::Malformed { what: what.to_owned() })?;
    value.set_sensitive(true);
    Ok(value)
}

/// An address that may be told secrets: `https`, or `http` on this very computer where the service at `base` is on it as well.
/// Who listens here is nothing that a service elsewhere can know.
pub(crate) fn secure(base: &str, url: &str) -> Result<String, Error> {
    let shown = || url.chars().take(200).collect();
    let uri: http::Uri = url.parse().map_err(|_| Error::Address { url: shown() })?;
    match uri.scheme_str() {
        Some("https") => Ok(url.to_owned()),
        Some("http") if is_here(&uri) && base.parse().is_ok_and(|base| is_here(&base)) => Ok(url.to_owned()),
        Some("http") => Err(Error::CscInsecure { url: shown() }),
        _ => Err(Error::Address { url: shown() }),
    }
}

/// Whether an address is on this very computer.
fn is_here(uri: &http::Uri) -> bool {
    matches!(uri.host(), Some("127.0.0.1" | "[::1]" | "localhost"))
}

/// Marks a request to where programs are let in, which need not be where the service is: by what it is reached is a matter
/// of the service's profile all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToOauthServer;

/// Whether an address is at the same origin (RFC 6454 §4) as another, or like it on this very computer and without TLS, where
/// there is no key that could be pinned.
pub(crate) fn is_home(base: &str, url: &str) -> bool {
    let origin = |url: &str| {
        let uri: http::Uri = url.parse().ok()?;
        let scheme = uri.scheme_str()?.to_owned();
        let port = uri.port_u16().unwrap_or(if scheme == "https" { 443 } else { 80 });
        Some((scheme, uri.host()?.to_ascii_lowercase(), port))
    };
    let there = origin(url);
    let beside = matches!(&there, Some((scheme, ..)) if scheme == "http") && secure(base, url).is_ok();
    beside || (there.is_some() && there == origin(base))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const ELSEWHERE: &str = "https://service.example/csc/v2";

    #[test]
    fn secrets_go_over_tls_or_nowhere() {
        let of_here =
            ["https://127.0.0.1:8443/csc/v2", "http://localhost:8080/csc/v2", "https://[::1]/csc/v2"];
        for base in of_here.into_iter().chain([ELSEWHERE]) {
            assert!(secure(base, "https://login.example/").is_ok(), "{base}");
            for url in ["http://service.example/csc/v2", "http://127.0.0.1.example/", "http://10.0.0.1/"] {
                assert_eq!(secure(base, url).unwrap_err().code(), "csc-insecure", "{base} {url}");
            }
            for url in ["ftp://service.example/", "service", ""] {
                assert_eq!(secure(base, url).unwrap_err().code(), "address", "{base} {url}");
            }
        }
    }

    #[test]
    fn nothing_here_is_told_secrets_without_tls_by_a_service_elsewhere() {
        for url in ["http://127.0.0.1:8080/login", "http://localhost/", "http://[::1]:8080/"] {
            for base in
                ["https://127.0.0.1:8443/csc/v2", "http://localhost:8080/csc/v2", "https://[::1]/csc/v2"]
            {
                assert_eq!(secure(base, url).as_deref(), Ok(url), "{base}");
            }
            let others = ["https://127.0.0.1.example/", "https://localhost@service.example/", "nowhere", ""];
            for base in others.into_iter().chain([ELSEWHERE]) {
                let error = secure(base, url).unwrap_err();
                assert_eq!(error, Error::CscInsecure { url: url.to_owned() }, "{base}");
            }
        }
    }

    #[test]
    fn home_is_the_same_scheme_host_and_port() {
        for url in ["https://service.example", "https://SERVICE.example:443/oauth2"] {
            assert!(is_home(ELSEWHERE, url), "{url}");
        }
        for url in [
            "https://as.service.example/",
            "https://service.example:8443/",
            "https://service.example.org/",
            "http://service.example/",
            "https://127.0.0.1/",
            "http://127.0.0.1:8080/",
            "nowhere",
        ] {
            assert!(!is_home(ELSEWHERE, url), "{url}");
        }
        assert!(!is_home("nowhere", "nowhere"));
        // The demo lets in beside itself, where there is no key.
        assert!(is_home("https://127.0.0.1:8443/csc/v2", "http://127.0.0.1:8080/"));
        assert!(!is_home("https://127.0.0.1:8443/csc/v2", "https://127.0.0.1:8444/"));
    }

    #[test]
    fn a_token_that_is_no_header_is_not_sent() {
        let client = Client {
            base_url: "https://localhost/csc/v2/".to_owned(),
            client_id: "pitser".to_owned(),
            client_secret: Some(Secret::new("hush")),
            methods: None,
        };
        let error = client.request("info", Some(&Secret::new("a\r\nb")), &()).unwrap_err();
        assert_eq!(error.code(), "malformed-answer");
        let request = client.request("info", Some(&Secret::new("abc")), &()).unwrap();
        assert_eq!(request.uri(), "https://localhost/csc/v2/info");
        assert!(!format!("{request:?} {client:?}").contains("abc"));
        assert!(!format!("{client:?}").contains("hush"));
    }

    #[test]
    fn a_method_that_is_not_listed_is_not_called() {
        let client = |methods: Option<&[&str]>| Client {
            base_url: "https://localhost/csc/v2".to_owned(),
            client_id: "pitser".to_owned(),
            client_secret: None,
            methods: methods.map(|all| all.iter().map(|one| (*one).to_owned()).collect()),
        };
        let asked = |client: &Client, method: &str| client.request(method, None, &()).map(drop);
        let few = client(Some(&["signatures/signHash"]));
        assert_eq!(asked(&few, "signatures/signHash"), Ok(()));
        assert_eq!(asked(&few, "info"), Ok(()));
        assert_eq!(asked(&few, "signatures/signDoc").unwrap_err().code(), "csc-method-missing");
        assert_eq!(asked(&client(Some(&[])), "credentials/info").unwrap_err().code(), "csc-method-missing");
        assert_eq!(asked(&client(None), "signatures/signDoc"), Ok(()), "nothing is said");
    }
}
