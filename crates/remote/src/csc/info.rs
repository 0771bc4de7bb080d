//! What the service is and offers, §11.1.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;

use super::call::Call;
use super::client::{Client, is_home, secure};
use super::problem;

/// What a service says of itself, as far as it matters for signing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// `name`: the service's own, for people.
    pub name: String,
    /// Where one is let in.
    pub oauth: Option<OauthServer>,
    /// `methods` that it has; `info` and those of OAuth may be left out.
    pub methods: Vec<String>,
    /// `asynchronousOperationMode`.
    pub asynchronous: bool,
    /// `signature_formats`: `C`, `X`, `P`, `J`.
    pub formats: Vec<String>,
}

/// How the endpoints of OAuth 2.0 are found, §8.4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OauthServer {
    /// `oauth2`: they stand below this address.
    Base(String),
    /// `oauth2Issuer`: its metadata (RFC 8414) name them.
    Issuer(String),
}

impl OauthServer {
    /// Says whether it is where the service itself is, so that the keys that are pinned for the one are those of the other.
    ///
    /// # Errors
    /// [`Error::CscElsewhere`].
    pub fn is_at(&self, base_url: &str) -> Result<(), Error> {
        let (Self::Base(url) | Self::Issuer(url)) = self;
        at_home(base_url, url)
    }
}

/// [`Error::CscElsewhere`] for an address of another origin.
pub(crate) fn at_home(base_url: &str, url: &str) -> Result<(), Error> {
    if is_home(base_url, url) {
        return Ok(());
    }
    Err(Error::CscElsewhere { url: url.chars().take(200).collect() })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wire {
    name: String,
    oauth2: Option<String>,
    #[serde(rename = "oauth2Issuer")]
    issuer: Option<String>,
    /// Since 2.2, instead of the two above.
    #[serde(rename = "oauth2Servers")]
    servers: Vec<WireServer>,
    methods: Vec<String>,
    #[serde(rename = "asynchronousOperationMode")]
    asynchronous: Option<bool>,
    #[serde(alias = "signatureFormats")]
    signature_formats: WireFormats,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireServer {
    base_uri: Option<String>,
    issuer_identifier: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireFormats {
    formats: Vec<String>,
}

#[derive(Serialize)]
struct Asking<'a> {
    lang: &'a str,
}

/// Asks the service what it is. `language` is a tag of RFC 5646, for the texts.
pub fn info(client: &Client, language: &str) -> Call<Info> {
    let request = client.request("info", None, &Asking { lang: language });
    Call::once(request, |response, _| read(&problem::body(response)?.1))
}

fn read(body: &[u8]) -> Result<Info, Error> {
    let wire: Wire = json(body)?;
    let first = wire.servers.into_iter().next().unwrap_or_default();
    let base = wire.oauth2.or(first.base_uri).map(|url| secure(&url)).transpose()?;
    let issuer = wire.issuer.or(first.issuer_identifier).map(|url| secure(&url)).transpose()?;
    let oauth = base.map(OauthServer::Base).or(issuer.map(OauthServer::Issuer));
    Ok(Info {
        name: wire.name.chars().take(255).collect(),
        oauth,
        methods: wire.methods,
        asynchronous: wire.asynchronous.unwrap_or_default(),
        formats: wire.signature_formats.formats,
    })
}

impl Info {
    /// Whether the service names a method, say `signatures/signDoc`.
    pub fn has(&self, method: &str) -> bool {
        self.methods.iter().any(|one| one == method)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_versions_say_where_one_is_let_in() {
        let base = |text: &str| read(text.as_bytes()).unwrap().oauth;
        let expected = |url: &str| Some(OauthServer::Base(url.to_owned()));
        assert_eq!(base(r#"{"oauth2":"https://www.domain.org/"}"#), expected("https://www.domain.org/"));
        let newer = r#"{"oauth2Servers":[{"label":"a","baseUri":"https://as.domain.org"}]}"#;
        assert_eq!(base(newer), expected("https://as.domain.org"));
        let issuer = r#"{"oauth2Issuer":"https://as.domain.org"}"#;
        assert_eq!(base(issuer), Some(OauthServer::Issuer("https://as.domain.org".to_owned())));
        assert_eq!(base("{}"), None);
        let error = read(br#"{"oauth2":"http://www.domain.org/"}"#).unwrap_err();
        assert_eq!(error.code(), "csc-insecure");
    }

    #[test]
    fn what_is_offered_is_read() {
        let info = read(
            br#"{"specs":"2.0.0.0","name":"ACME","authType":["oauth2code"],"methods":["signatures/signDoc"],
                "asynchronousOperationMode":true,"signature_formats":{"formats":["C","P"],"envelope_properties":[[],[]]}}"#,
        )
        .unwrap();
        assert!(info.asynchronous && info.has("signatures/signDoc") && !info.has("signatures/signHash"));
        assert_eq!((info.name.as_str(), info.formats.len()), ("ACME", 2));
    }
}
