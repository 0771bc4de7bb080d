//! Being let in, §8.4: the authorisation code with PKCE (RFC 7636) by way of the person's browser, client credentials, and
//! refresh tokens; and leaving for good.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use form_urlencoded::Serializer;
use http::header::AUTHORIZATION;
use pki::{DigestAlgorithm, Time};
use serde::Deserialize;

use crate::error::Error;
use crate::exchange::{get, json, post};
use crate::secret::Secret;
use crate::session::{Request, Response};

use super::call::Call;
use super::client::{Client, ToOauthServer, authorization, secure};
use super::info::{Info, OauthServer, at_home};
use super::problem;

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";
/// "If omitted, the default expiration time is 3600 sec.", §8.4.4; and the most that we believe.
const LIFETIME: u64 = 3600;

/// Where the questions of OAuth 2.0 are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoints {
    authorize: String,
    token: String,
    /// None where it does not have it.
    revoke: Option<String>,
    /// None where the metadata do not name it.
    push: Option<String>,
    /// Whether metadata named them.
    named: bool,
}

impl Endpoints {
    /// Says whether all that this program asks there itself is where the service is. The page that the browser shows may be
    /// elsewhere.
    ///
    /// # Errors
    /// [`Error::CscElsewhere`].
    pub fn are_at(&self, base_url: &str) -> Result<(), Error> {
        let asked = [Some(&self.token), self.revoke.as_ref(), self.push.as_ref()];
        asked.into_iter().flatten().try_for_each(|url| at_home(base_url, url))
    }

    /// Whether requests may be pushed: the metadata name where to, or else the service lists it among its methods.
    pub fn pushes(&self, info: &Info) -> bool {
        self.push.is_some() && (self.named || info.lists("oauth2/pushed_authorize"))
    }
}

#[derive(Deserialize)]
struct Metadata {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    revocation_endpoint: Option<String>,
    pushed_authorization_request_endpoint: Option<String>,
}

/// Where they are: below the address that was named, or as the issuer's metadata (RFC 8414 §3) say.
///
/// # Errors
/// Within the conversation: [`Error::Malformed`] when the metadata are somebody else's; [`Error::CscInsecure`] when an address is
/// without TLS, as for [`info`](super::info).
pub fn endpoints(client: &Client, server: &OauthServer) -> Call<Endpoints> {
    match server {
        OauthServer::Base(base) => {
            let base = base.trim_end_matches('/');
            Call::known(Endpoints {
                authorize: format!("{base}/oauth2/authorize"),
                token: format!("{base}/oauth2/token"),
                revoke: Some(format!("{base}/oauth2/revoke")),
                push: Some(format!("{base}/oauth2/pushed_authorize")),
                named: false,
            })
        }
        OauthServer::Issuer(issuer) => metadata(client, issuer),
    }
}

fn metadata(client: &Client, issuer: &str) -> Call<Endpoints> {
    let (base, named) = (client.base_url.clone(), issuer.to_owned());
    // The well-known part stands between host and path, RFC 8414 §3.1.
    let parts = issuer.trim_end_matches('/').split_once("://");
    let url = parts.map_or_else(String::new, |(scheme, rest)| {
        let (host, path) =
            rest.split_once('/').map_or((rest, String::new()), |(host, path)| (host, format!("/{path}")));
        format!("{scheme}://{host}/.well-known/oauth-authorization-server{path}")
    });
    let request = secure(&base, &url).and_then(|url| get(&url, JSON)).map(marked);
    Call::once(request, move |response, _| {
        let found: Metadata = json(&problem::body(response)?.1)?;
        if found.issuer.trim_end_matches('/') != named.trim_end_matches('/') {
            return Err(Error::Malformed { what: "issuer".to_owned() });
        }
        let secure = |url: &str| secure(&base, url);
        Ok(Endpoints {
            authorize: secure(&found.authorization_endpoint)?,
            token: secure(&found.token_endpoint)?,
            revoke: found.revocation_endpoint.as_deref().map(secure).transpose()?,
            push: found.pushed_authorization_request_endpoint.as_deref().map(secure).transpose()?,
            named: true,
        })
    })
}

/// What ties the browser's return to its departure: `state`, and the verifier of PKCE.
#[derive(Clone, Debug)]
pub struct Proof {
    state: Secret,
    verifier: Secret,
}

impl Proof {
    /// From unpredictable bytes.
    pub fn from_random(bytes: &[u8; 48]) -> Self {
        let (state, verifier) = bytes.split_at(16);
        let text = |bytes| Secret::new(URL_SAFE_NO_PAD.encode(bytes));
        Self { state: text(state), verifier: text(verifier) }
    }

    /// `code_challenge` by the method S256, RFC 7636 §4.2.
    fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(DigestAlgorithm::Sha256.digest(self.verifier.reveal().as_bytes()))
    }
}

/// What the person shall allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// To see the credentials.
    Service,
    /// To sign these hashes with a credential.
    Credential {
        /// `credentialID`.
        id: &'a str,
        /// What will be signed.
        hashes: &'a [Vec<u8>],
        /// How they were made.
        algorithm: DigestAlgorithm,
        /// What it is about, for the person; at most 500 characters.
        description: &'a str,
    },
}

/// Where the browser is led and comes back to.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Where the service lets people in.
    pub endpoints: &'a Endpoints,
    /// `redirect_uri`: an address of this computer (RFC 8252 §7.3).
    pub redirect: &'a str,
    /// The person's language, RFC 5646.
    pub language: &'a str,
}

/// The address of the page on which the person allows it, §8.4.2.
pub fn authorization_page(client: &Client, page: &Page<'_>, scope: &Scope<'_>, proof: &Proof) -> String {
    let asked = parameters(page, scope, proof);
    let pairs = asked.iter().map(|(name, value)| (*name, value.as_str()));
    // In the order in which the specification has them.
    let (first, rest) =
        ([("response_type", "code"), ("client_id", client.client_id.as_str())], pairs.skip(1));
    address(page.endpoints, first.into_iter().chain(rest))
}

/// Tells the service beforehand what the person shall allow, §8.4.3, and gives the address of the page for it. Nobody on
/// the way of the browser sees it then, and it may be as long as it needs to be.
///
/// # Errors
/// Within the conversation: [`Error::CscNotOffered`] where the service does not have this.
pub fn pushed_page(client: &Client, page: &Page<'_>, scope: &Scope<'_>, proof: &Proof) -> Call<String> {
    let asked = parameters(page, scope, proof);
    let pairs: Vec<_> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let url = page.endpoints.push.as_deref().ok_or(Error::CscNotOffered);
    let request = url.and_then(|url| form(client, url, &pairs));
    let (client_id, endpoints) = (client.client_id.clone(), page.endpoints.clone());
    Call::once(request, move |response, _| {
        let pushed: Pushed = json(&problem::body(response)?.1)?;
        if !(1..=1_000).contains(&pushed.request_uri.len()) {
            return Err(Error::Malformed { what: "request_uri".to_owned() });
        }
        let named = [("client_id", client_id.as_str()), ("request_uri", pushed.request_uri.as_str())];
        Ok(address(&endpoints, named))
    })
}

#[derive(Deserialize)]
struct Pushed {
    request_uri: String,
}

fn address<'p>(endpoints: &Endpoints, pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> String {
    let mut query = Serializer::new(String::new());
    query.extend_pairs(pairs);
    let joint = if endpoints.authorize.contains('?') { '&' } else { '?' };
    format!("{}{joint}{}", endpoints.authorize, query.finish())
}

/// What is asked for, but for which client.
fn parameters(page: &Page<'_>, scope: &Scope<'_>, proof: &Proof) -> Vec<(&'static str, String)> {
    let mut asked = vec![
        ("response_type", "code".to_owned()),
        ("redirect_uri", page.redirect.to_owned()),
        ("code_challenge", proof.challenge()),
        ("code_challenge_method", "S256".to_owned()),
        ("state", proof.state.reveal().to_owned()),
        ("lang", page.language.to_owned()),
    ];
    match scope {
        Scope::Service => asked.push(("scope", "service".to_owned())),
        Scope::Credential { id, hashes, algorithm, description } => {
            let encoded: Vec<_> = hashes.iter().map(|hash| URL_SAFE_NO_PAD.encode(hash)).collect();
            asked.extend([
                ("scope", "credential".to_owned()),
                ("credentialID", (*id).to_owned()),
                ("numSignatures", hashes.len().to_string()),
                ("hashes", encoded.join(",")),
                ("hashAlgorithmOID", algorithm.oid().to_string()),
                ("description", description.chars().take(500).collect()),
            ]);
        }
    }
    asked
}

/// Reads the query with which the browser came back: the authorisation code.
///
/// # Errors
/// [`Error::CscState`] when it does not belong to our question; what the service says instead; [`Error::Malformed`].
pub fn returned(query: &str, proof: &Proof) -> Result<Secret, Error> {
    let (mut code, mut error, mut description, mut states) = (None, None, String::new(), Vec::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "code" => code = Some(value.into_owned()),
            "error" => error = Some(value.into_owned()),
            "error_description" => description = value.into_owned(),
            "state" => states.push(value.into_owned()),
            _ => {}
        }
    }
    // Whoever cannot say it was not sent by us, whatever else is said.
    if !matches!(states.as_slice(), [state] if state == proof.state.reveal()) {
        return Err(Error::CscState);
    }
    match (code, error) {
        (_, Some(error)) => Err(problem::refusal(None, &error, &description)),
        (Some(code), None) if !code.is_empty() => Ok(Secret::new(code)),
        _ => Err(Error::Malformed { what: "code is missing".to_owned() }),
    }
}

/// An access token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token itself.
    pub access: Secret,
    /// When it dies.
    pub expires_at: Time,
    /// What gives another one; scope `service` only.
    pub refresh: Option<Secret>,
}

#[derive(Deserialize)]
struct Wire {
    access_token: String,
    token_type: Option<String>,
    expires_in: Option<u64>,
    refresh_token: Option<String>,
}

/// The token for an authorisation code, §8.4.4.
pub fn token(client: &Client, page: &Page<'_>, code: &Secret, proof: &Proof) -> Call<Token> {
    let pairs = [
        ("grant_type", "authorization_code"),
        ("code", code.reveal()),
        ("redirect_uri", page.redirect),
        ("code_verifier", proof.verifier.reveal()),
    ];
    ask(client, page.endpoints, &pairs).unrepeatable()
}

/// The token for the client itself, without a person, §8.4.4; `service` scope only.
pub fn client_token(client: &Client, endpoints: &Endpoints) -> Call<Token> {
    ask(client, endpoints, &[("grant_type", "client_credentials"), ("scope", "service")])
}

/// The token that a refresh token gives, §8.4.4. Where the service gives no other refresh token with it, the one that was
/// told stays good (RFC 6749 §6); a service may take each only once.
pub fn refreshed_token(client: &Client, endpoints: &Endpoints, refresh: &Secret) -> Call<Token> {
    let pairs = [("grant_type", "refresh_token"), ("refresh_token", refresh.reveal())];
    let old = refresh.clone();
    let request = form(client, &endpoints.token, &pairs);
    let read = move |response, now| {
        let token = read_token(response, now)?;
        Ok(Token { refresh: token.refresh.or_else(|| Some(old.clone())), ..token })
    };
    Call::once(request, read).unrepeatable()
}

/// Tells the service that a token is not to be taken any more, §8.4.5; `kind` is `access_token` or `refresh_token`. One that
/// it does not know, or not any more, is none.
///
/// # Errors
/// Within the conversation: [`Error::CscNotOffered`] where the service does not have this.
pub fn revoke(client: &Client, endpoints: &Endpoints, token: &Secret, kind: &str) -> Call<()> {
    let pairs = [("token", token.reveal()), ("token_type_hint", kind)];
    let url = endpoints.revoke.as_deref().ok_or(Error::CscNotOffered);
    let request = url.and_then(|url| form(client, url, &pairs));
    Call::once(request, |response, _| match problem::body(response) {
        Ok(_) => Ok(()),
        Err(Error::UnexpectedStatus { status: 404 | 405 }) => Err(Error::CscNotOffered),
        Err(Error::BadRequest { detail }) if detail.ends_with("parameter token") => Ok(()),
        Err(error) => Err(error),
    })
}

fn ask(client: &Client, endpoints: &Endpoints, pairs: &[(&str, &str)]) -> Call<Token> {
    let request = form(client, &endpoints.token, pairs);
    Call::once(request, read_token)
}

fn read_token(response: Response, now: Time) -> Result<Token, Error> {
    let wire: Wire = json(&problem::body(response)?.1)?;
    let malformed = |what: &str| Error::Malformed { what: what.to_owned() };
    if wire.token_type.is_some_and(|kind| !kind.eq_ignore_ascii_case("Bearer")) {
        return Err(malformed("token_type"));
    }
    if wire.access_token.is_empty() {
        return Err(malformed("access_token"));
    }
    let refresh = wire.refresh_token.filter(|text| !text.is_empty()).map(Secret::new);
    let expires_at = expiry(now, wire.expires_in);
    Ok(Token { access: Secret::new(wire.access_token), expires_at, refresh })
}

/// When something dies that lives so many seconds from now.
pub(crate) fn expiry(now: Time, seconds: Option<u64>) -> Time {
    now.plus(Duration::from_secs(seconds.unwrap_or(LIFETIME).min(LIFETIME * 24)))
}

fn marked(mut request: Request) -> Request {
    request.extensions_mut().insert(ToOauthServer);
    request
}

fn form(client: &Client, url: &str, pairs: &[(&str, &str)]) -> Result<Request, Error> {
    let mut body = Serializer::new(String::new());
    body.append_pair("client_id", &client.client_id).extend_pairs(pairs);
    let mut request = post(&secure(&client.base_url, url)?, FORM, JSON, body.finish().into_bytes())?;
    if let Some(secret) = &client.client_secret {
        // Both are encoded as form fields first, RFC 6749 §2.3.1.
        let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = format!("{}:{}", encoded(&client.client_id), encoded(secret.reveal()));
        let value = authorization(&format!("Basic {}", STANDARD.encode(pair)), "client_secret")?;
        request.headers_mut().insert(AUTHORIZATION, value);
    }
    Ok(marked(request))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::session::{Session, Step};

    /// RFC 7636 Appendix B.
    #[test]
    fn the_challenge_is_the_published_one() {
        let verifier = Secret::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        let proof = Proof { state: Secret::new("x"), verifier };
        assert_eq!(proof.challenge(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn only_the_browser_that_we_sent_comes_back() {
        let proof = Proof::from_random(&[7; 48]);
        let state = proof.state.reveal();
        let read = |query: String| returned(&query, &proof);
        assert_eq!(read(format!("code=a%2Fb&state={state}")), Ok(Secret::new("a/b")));
        let code = |query: String| read(query).unwrap_err().code();
        assert_eq!(code("code=a&state=other".to_owned()), "csc-state");
        assert_eq!(code("code=a".to_owned()), "csc-state");
        assert_eq!(code("error=access_denied".to_owned()), "csc-state");
        assert_eq!(code(format!("code=a&state={state}&state={state}")), "csc-state");
        assert_eq!(code(format!("error=access_denied&state={state}")), "csc-denied");
        assert_eq!(code(format!("error=&state={state}")), "malformed-answer");
        assert_eq!(code(format!("state={state}")), "malformed-answer");
        assert_eq!(code(format!("code=&state={state}")), "malformed-answer");
        assert!(!format!("{proof:?}").contains(state));
    }

    /// No server sent one: a browser came back.
    #[test]
    fn what_comes_by_the_browser_names_no_status() {
        let proof = Proof::from_random(&[7; 48]);
        let said = |name: &str| {
            let query = format!("error={name}&error_description=x&state={}", proof.state.reveal());
            returned(&query, &proof).unwrap_err().to_string()
        };
        assert_eq!(said("temporarily_unavailable"), "service unavailable");
        for name in ["", "access_denied", "invalid_request", "server_error", "something_new"] {
            assert!(!said(name).contains("HTTP") && !said(name).contains("302"), "{name}: {}", said(name));
        }
    }

    #[test]
    fn an_issuer_is_asked_for_its_metadata_and_believed_for_itself_alone() {
        let issuer = "https://as.domain.org/tenant";
        let metadata = |named: &str| {
            serde_json::json!({"issuer": named, "authorization_endpoint": "https://as.domain.org/a",
                "token_endpoint": "https://as.domain.org/t"})
        };
        assert_eq!(named_by(issuer, &metadata(issuer)), Ok(()));
        let error = named_by(issuer, &metadata("https://as.domain.org/other")).unwrap_err();
        assert_eq!(error.code(), "malformed-answer");
    }

    #[test]
    fn metadata_of_a_service_elsewhere_name_no_address_without_tls() {
        let issuer = "https://as.domain.org/tenant";
        for endpoint in [
            "authorization_endpoint",
            "token_endpoint",
            "revocation_endpoint",
            "pushed_authorization_request_endpoint",
        ] {
            for url in ["http://as.domain.org/x", "http://127.0.0.1:8080/x"] {
                let mut metadata = serde_json::json!({"issuer": issuer,
                    "authorization_endpoint": "https://as.domain.org/a", "token_endpoint": "https://as.domain.org/t"});
                metadata[endpoint] = url.into();
                let error = named_by(issuer, &metadata).unwrap_err();
                assert_eq!(error, Error::CscInsecure { url: url.to_owned() }, "{endpoint}");
            }
        }
        let mut call = endpoints(&client(), &OauthServer::Issuer("http://127.0.0.1:8080".to_owned()));
        let error = call.poll(Time::from_unix_seconds(1_795_000_000)).map(drop).unwrap_err();
        assert_eq!(error.code(), "csc-insecure", "it is not even asked");
    }

    fn client() -> Client {
        Client {
            base_url: "https://service.domain.org/csc/v2".to_owned(),
            client_id: "pitser".to_owned(),
            client_secret: None,
            methods: None,
        }
    }

    /// What comes of an issuer's metadata.
    fn named_by(issuer: &str, metadata: &serde_json::Value) -> Result<(), Error> {
        let now = Time::from_unix_seconds(1_795_000_000);
        let mut call = endpoints(&client(), &OauthServer::Issuer(issuer.to_owned()));
        let Step::Send(request) = call.poll(now)? else { panic!("nothing to send") };
        assert_eq!(request.uri(), "https://as.domain.org/.well-known/oauth-authorization-server/tenant");
        call.handle(http::Response::new(metadata.to_string().into_bytes()), now);
        call.poll(now).map(|step| assert!(matches!(step, Step::Done(_)), "it is not over"))
    }
}
