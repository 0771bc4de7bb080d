//! What the service is and offers, §11.1.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;

use super::call::Call;
use super::client::{Client, is_home, secure};
use super::problem;

/// What a service says of itself, as far as it matters for signing.
///
/// All of it but a name shall be said; of what is not, nothing is held against the service. Of `logo`, `region`,
/// `description` and `lang` nothing depends, nor of `validationInfo`, which is not asked for: proof of non-revocation is
/// gathered, and judged, here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Info {
    /// `specs`: the version of the specification, `Major.Minor.x.y`.
    pub version: Option<String>,
    /// `name`: the service's own, for people.
    pub name: String,
    /// `authType`: who is let in, and how.
    pub lets_in: Option<Vec<String>>,
    /// Where one is let in.
    pub oauth: Option<OauthServer>,
    /// `methods` that it has; `info` and those of OAuth may be left out.
    pub methods: Option<Vec<String>>,
    /// `asynchronousOperationMode`.
    pub asynchronous: bool,
    /// `signAlgorithms`: object identifiers of what its keys sign with.
    pub algorithms: Option<Vec<String>>,
    /// `signature_formats`: `C`, `X`, `P`, `J`.
    pub formats: Option<Vec<String>>,
    /// `envelope_properties` of each format; none of one that has its default alone.
    pub properties: Option<Vec<Vec<String>>>,
    /// `conformance_levels`.
    pub levels: Option<Vec<String>>,
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
    specs: Option<String>,
    name: String,
    #[serde(rename = "authType")]
    auth_type: Option<Vec<String>>,
    oauth2: Option<String>,
    #[serde(rename = "oauth2Issuer")]
    issuer: Option<String>,
    /// Since 2.2, instead of the two above.
    #[serde(rename = "oauth2Servers")]
    servers: Vec<WireServer>,
    methods: Option<Vec<String>>,
    #[serde(rename = "asynchronousOperationMode")]
    asynchronous: Option<bool>,
    #[serde(rename = "signAlgorithms")]
    algorithms: Option<WireAlgorithms>,
    #[serde(alias = "signatureFormats")]
    signature_formats: Option<WireFormats>,
    #[serde(alias = "conformanceLevels")]
    conformance_levels: Option<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct WireServer {
    base_uri: Option<String>,
    issuer_identifier: Option<String>,
    auth_type: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireAlgorithms {
    algos: Option<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireFormats {
    formats: Option<Vec<String>>,
    #[serde(alias = "envelopeProperties")]
    envelope_properties: Option<Vec<Vec<String>>>,
}

#[derive(Serialize)]
struct Asking<'a> {
    lang: &'a str,
}

/// Asks the service what it is. `language` is a tag of RFC 5646, for the texts.
///
/// # Errors
/// Within the conversation: [`Error::CscInsecure`] when it lets in at an address without TLS, but for one on this computer where
/// the service itself is on it.
pub fn info(client: &Client, language: &str) -> Call<Info> {
    let request = client.request("info", None, &Asking { lang: language });
    let base_url = client.base_url.clone();
    Call::once(request, move |response, _| read(&base_url, &problem::body(response)?.1))
}

fn read(base_url: &str, body: &[u8]) -> Result<Info, Error> {
    let wire: Wire = json(body)?;
    let mut lets_in = wire.auth_type;
    for server in &wire.servers {
        lets_in.get_or_insert_default().extend(server.auth_type.iter().cloned());
    }
    let first = wire.servers.into_iter().next().unwrap_or_default();
    let base = wire.oauth2.or(first.base_uri).map(|url| secure(base_url, &url)).transpose()?;
    let issuer = wire.issuer.or(first.issuer_identifier).map(|url| secure(base_url, &url)).transpose()?;
    let formats = wire.signature_formats.unwrap_or_default();
    Ok(Info {
        version: wire.specs,
        name: wire.name.chars().take(255).collect(),
        lets_in: said(lets_in),
        oauth: base.map(OauthServer::Base).or(issuer.map(OauthServer::Issuer)),
        methods: wire.methods,
        asynchronous: wire.asynchronous.unwrap_or_default(),
        algorithms: said(wire.algorithms.and_then(|listed| listed.algos)),
        formats: said(formats.formats),
        properties: formats.envelope_properties,
        levels: said(wire.conformance_levels),
    })
}

/// A list that shall have something in it says nothing without.
fn said(list: Option<Vec<String>>) -> Option<Vec<String>> {
    list.filter(|list| !list.is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const SERVICE: &str = "https://service.domain.org/csc/v2";

    #[test]
    fn both_versions_say_where_one_is_let_in() {
        let base = |text: &str| read(SERVICE, text.as_bytes()).unwrap().oauth;
        let expected = |url: &str| Some(OauthServer::Base(url.to_owned()));
        assert_eq!(base(r#"{"oauth2":"https://www.domain.org/"}"#), expected("https://www.domain.org/"));
        let newer = r#"{"oauth2Servers":[{"label":"a","baseUri":"https://as.domain.org"}]}"#;
        assert_eq!(base(newer), expected("https://as.domain.org"));
        let issuer = r#"{"oauth2Issuer":"https://as.domain.org"}"#;
        assert_eq!(base(issuer), Some(OauthServer::Issuer("https://as.domain.org".to_owned())));
        assert_eq!(base("{}"), None);
        for url in ["http://www.domain.org/", "http://127.0.0.1:8080/"] {
            for text in [
                format!(r#"{{"oauth2":"{url}"}}"#),
                format!(r#"{{"oauth2Issuer":"{url}"}}"#),
                format!(r#"{{"oauth2Servers":[{{"baseUri":"{url}"}}]}}"#),
                format!(r#"{{"oauth2Servers":[{{"issuerIdentifier":"{url}"}}]}}"#),
            ] {
                assert_eq!(read(SERVICE, text.as_bytes()).unwrap_err().code(), "csc-insecure", "{text}");
            }
        }
        let beside = read("https://127.0.0.1:8443/csc/v2", br#"{"oauth2":"http://127.0.0.1:8080/"}"#);
        assert_eq!(beside.unwrap().oauth, expected("http://127.0.0.1:8080/"));
    }

    #[test]
    fn what_is_offered_is_read() {
        let info = read(
            SERVICE,
            br#"{"specs":"2.0.0.0","name":"ACME","authType":["oauth2code"],"methods":["signatures/signDoc"],
                "asynchronousOperationMode":true,"signature_formats":{"formats":["C","P"],"envelope_properties":[[],[]]}}"#,
        )
        .unwrap();
        assert!(info.asynchronous && info.lists("signatures/signDoc") && !info.lists("signatures/signHash"));
        assert_eq!((info.name.as_str(), info.version.as_deref()), ("ACME", Some("2.0.0.0")));
        assert_eq!(info.formats.as_deref(), Some(&["C".to_owned(), "P".to_owned()][..]));
        assert_eq!(info.lets_in.as_deref(), Some(&["oauth2code".to_owned()][..]));
        assert_eq!((info.levels, info.algorithms), (None, None), "of these nothing is said");
    }
}
