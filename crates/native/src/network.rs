//! Requests out, answers in: bounded in time and size, without redirects, and every failure by its own name.

use std::error::Error as Source;
use std::io;
use std::sync::OnceLock;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, StatusCode, Url};
use rustls::pki_types::ServerName;
use workflow::host::{
    MAXIMUM_ANSWER, Request, Response, ToOauthServer, Unreachable, UnreachableCause, Unvouched,
};
use workflow::profile::{Csc, Profile, TimestampService};

use crate::error::Error;
use crate::here::{Elsewhere, LeadsHere, is_here, is_loopback};
use crate::tls::{self, PinMismatch, Trust};
use crate::way_out::{OtherForm, ProxyLogin, WayOut, doing};

/// A service on the other side of Europe answers a connection in well under a second.
const CONNECT: Duration = Duration::from_secs(10);
/// A revocation list of some megabytes over a slow line.
const ANSWER: Duration = Duration::from_secs(60);
/// A certificate of two kilobytes over any line.
const BRIEF: Duration = Duration::from_secs(15);
/// The longest poll that a service holds, in milliseconds.
const MAX_POLL: u32 = 120_000;
/// What a long poll may take beyond what was asked for.
const LONG_POLL: Duration = Duration::from_secs(15);

/// The ways out of this machine.
pub(crate) struct Network {
    way: WayOut,
    /// The services that sign, each alone: HTTPS, and pinned or anchored as their profile says.
    services: Vec<Service>,
    /// Where a signing service lets programs in, wherever that is; none where its profile demands nothing.
    oauth: Option<Others>,
    /// Made when the first of them is asked: reading the system's authorities costs more than signing with a key.
    others: OnceLock<Result<Others, String>>,
    /// For addresses that nobody vouches for, where no proxy leads to them.
    stray: OnceLock<Result<Client, String>>,
    /// Whether the profile itself names something on this computer, as the demo does: then so may its certificates.
    is_at_home: bool,
}

struct Service {
    client: Client,
    origin: Url,
}

struct Others {
    /// Anywhere else.
    open: Client,
    /// Elsewhere on this very computer, where no proxy leads.
    loopback: Client,
}

impl Network {
    /// The ways out under a profile, with a login for the proxy that it names. With one that has another form nothing is
    /// sent by way of that proxy.
    pub(crate) fn new(
        profile: &Profile,
        login: Option<Result<ProxyLogin, OtherForm>>,
    ) -> Result<Self, Error> {
        let way = WayOut::new(&profile.proxy, login);
        let smart_id = profile.smart_id.as_ref().map(|service| {
            Service::new(&service.relying_party.base_url, &service.pins, &service.tls_anchors, &way)
        });
        let mobile_id = profile.mobile_id.as_ref().map(|service| {
            Service::new(&service.relying_party.base_url, &service.pins, &service.tls_anchors, &way)
        });
        let pinned = smart_id.into_iter().chain(mobile_id).collect::<Result<Vec<_>, _>>()?;
        let csc = profile.csc.as_ref();
        // A signing service may have neither pins nor anchors; it is asked over TLS all the same.
        let trusted = csc.and_then(|service| Some((service, demanded(&service.pins, service)?)));
        let csc_service =
            trusted.map(|(service, trust)| Service::trusted(&service.client.base_url, trust, &way));
        let services = pinned.into_iter().chain(csc_service.transpose()?).collect();
        let oauth = csc.filter(|service| demanded(&service.oauth_pins, service).is_some());
        let oauth = oauth.map(|service| {
            let trust = || demanded(&service.oauth_pins, service).unwrap_or(Trust::System);
            Others::new(&way, trust)
        });
        let (others, stray) = (OnceLock::new(), OnceLock::new());
        let is_at_home =
            addresses(profile).filter_map(|address| Url::parse(address).ok()).any(|url| is_loopback(&url));
        Ok(Self { services, oauth: oauth.transpose()?, way, others, stray, is_at_home })
    }

    pub(crate) async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        let (parts, body) = request.into_parts();
        let address = parts.uri.to_string();
        let url = Url::parse(&address).ok().filter(Url::has_host);
        let Some(url) = url else { return Err(refused(String::new(), &address)) };
        let host = authority(&url);
        let broken =
            |detail: String| Unreachable { host: host.clone(), cause: UnreachableCause::Broken { detail } };
        let client = self.client(&url, &parts.extensions).map_err(broken)?;
        let client = client.ok_or_else(|| refused(host.clone(), &address))?;
        let unreachable = |cause| Unreachable { host: host.clone(), cause };
        if self.way.lacks_form()
            && let Some(proxy) = self.proxy(&url)
        {
            return Err(unreachable(UnreachableCause::ProxyLoginForm { proxy }));
        }
        let timeout = match parts.extensions.get::<Unvouched>() {
            Some(Unvouched) => BRIEF,
            None => patience(&url, self.services.iter().any(|service| service.is_at(&url))),
        };
        let sending =
            client.request(parts.method, url.clone()).headers(parts.headers).body(body).timeout(timeout);
        let answer = sending.send().await.map_err(|error| match leads_here(&error) {
            true => refused(host.clone(), &address),
            false => unreachable(self.cause(&url, &error)),
        })?;
        // Nobody but a proxy asks for that.
        if answer.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED
            && let Some(proxy) = self.proxy(&url)
        {
            let told = self.way.tells_login(&url);
            return Err(unreachable(UnreachableCause::ProxyLogin { proxy, told }));
        }
        whole(answer).await.map_err(unreachable)
    }

    fn cause(&self, url: &Url, error: &reqwest::Error) -> UnreachableCause {
        let by_proxy = self.proxy(url).and_then(|proxy| {
            let told = self.way.tells_login(url);
            doing((proxy, told), url, error, chain(error))
        });
        by_proxy.or_else(|| chain(error).find_map(tls_cause)).unwrap_or_else(|| cause(error))
    }

    /// The proxy that leads to an address.
    fn proxy(&self, url: &Url) -> Option<String> {
        if is_loopback(url) { None } else { self.way.to(url) }
    }

    /// The client for an address; none when it may not be asked.
    fn client(&self, url: &Url, said: &http::Extensions) -> Result<Option<&Client>, String> {
        let of_service = self.services.iter().find(|service| service.is_at(url));
        let is_oauth = said.get::<ToOauthServer>().is_some();
        let is_stray = said.get::<Unvouched>().is_some() && !self.is_at_home;
        Ok(match (url.scheme(), of_service) {
            ("https", Some(service)) => Some(&service.client),
            // The service is never asked without TLS, whatever port its profile names.
            ("http", Some(_)) => None,
            ("https", None) if is_oauth && let Some(oauth) = &self.oauth => Some(oauth.to(url)),
            ("http" | "https", None) if is_stray && is_here(url) => None,
            ("http" | "https", None) if is_stray && self.proxy(url).is_none() => Some(self.stray()?),
            ("http" | "https", None) => Some(self.others()?.to(url)),
            _ => None,
        })
    }

    fn others(&self) -> Result<&Others, String> {
        made(&self.others, || Others::new(&self.way, || Trust::System))
    }

    fn stray(&self) -> Result<&Client, String> {
        made(&self.stray, || {
            builder(Trust::System, None)?.no_proxy().dns_resolver(Elsewhere).build().map_err(failed)
        })
    }
}

/// What is made when it is first wanted, or why it could not be.
fn made<T>(
    once: &OnceLock<Result<T, String>>,
    make: impl FnOnce() -> Result<T, Error>,
) -> Result<&T, String> {
    let made = once.get_or_init(|| make().map_err(|error| error.to_string()));
    made.as_ref().map_err(Clone::clone)
}

/// Where a profile's services are.
fn addresses(profile: &Profile) -> impl Iterator<Item = &str> {
    let smart_id = profile.smart_id.as_ref().map(|service| &service.relying_party.base_url);
    let mobile_id = profile.mobile_id.as_ref().map(|service| &service.relying_party.base_url);
    let csc = profile.csc.as_ref().map(|service| &service.client.base_url);
    let signing = smart_id.into_iter().chain(mobile_id).chain(csc).map(String::as_str);
    signing.chain(profile.timestamp.iter().map(TimestampService::name))
}

impl Service {
    fn new(base: &str, pins: &[String], anchors: &str, way: &WayOut) -> Result<Self, Error> {
        let trust = Trust::Pinned { pins: pins.to_vec(), anchors: anchors.to_owned() };
        Self::trusted(base, trust, way)
    }

    fn trusted(base: &str, trust: Trust, way: &WayOut) -> Result<Self, Error> {
        let origin =
            Url::parse(base).map_err(|error| Error::Network { detail: format!("{base}: {error}") })?;
        let direct = WayOut::direct();
        let way = if is_loopback(&origin) { &direct } else { way };
        // A service that is the proxy as well has to show a pinned key as both.
        let proxy =
            way.secured_name().filter(|proxy| origin.host_str().and_then(tls::name).as_ref() != Some(proxy));
        Ok(Self { client: client(trust, way, proxy)?, origin })
    }

    fn is_at(&self, url: &Url) -> bool {
        url.host() == self.origin.host() && url.port_or_known_default() == self.origin.port_or_known_default()
    }
}

impl Others {
    fn new(way: &WayOut, trust: impl Fn() -> Trust) -> Result<Self, Error> {
        let made = |way: &WayOut| client(trust(), way, way.secured_name());
        Ok(Self { open: made(way)?, loopback: made(&WayOut::direct())? })
    }

    fn to(&self, url: &Url) -> &Client {
        if is_loopback(url) { &self.loopback } else { &self.open }
    }
}

/// What the profile of a signing service demands besides ordinary verification by the system.
fn demanded(pins: &[String], service: &Csc) -> Option<Trust> {
    let anchors = service.tls_anchors.clone();
    match (pins.is_empty(), anchors.trim().is_empty()) {
        (true, true) => None,
        (true, false) => Some(Trust::Anchored { anchors }),
        (false, _) => Some(Trust::Pinned { pins: pins.to_vec(), anchors }),
    }
}

/// `proxy` is the name of one on the way that is spoken to over TLS itself.
fn client(trust: Trust, way: &WayOut, proxy: Option<ServerName<'static>>) -> Result<Client, Error> {
    way.taken(builder(trust, proxy)?).and_then(ClientBuilder::build).map_err(failed)
}

/// What all have in common.
fn builder(trust: Trust, proxy: Option<ServerName<'static>>) -> Result<ClientBuilder, Error> {
    Ok(Client::builder()
        .tls_backend_preconfigured(tls::configuration(trust, proxy)?)
        .redirect(Policy::none())
        .connect_timeout(CONNECT)
        .user_agent(concat!("Pitser/", env!("CARGO_PKG_VERSION"))))
}

fn failed(error: reqwest::Error) -> Error {
    Error::Network { detail: said(&error) }
}

fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn refused(host: String, address: &str) -> Unreachable {
    Unreachable { host, cause: UnreachableCause::Address { url: address.chars().take(200).collect() } }
}

/// A long poll of a service says itself how long it takes; in an address from a document anything may stand.
fn patience(url: &Url, of_service: bool) -> Duration {
    let asked =
        url.query_pairs().find(|(name, _)| name == "timeoutMs").and_then(|(_, value)| value.parse().ok());
    asked
        .filter(|_| of_service)
        .map_or(ANSWER, |millis: u32| Duration::from_millis(millis.min(MAX_POLL).into()) + LONG_POLL)
}

/// The whole answer, read piece by piece so that an endless one is noticed.
async fn whole(mut answer: reqwest::Response) -> Result<Response, UnreachableCause> {
    if let Some(to) =
        answer.headers().get(http::header::LOCATION).filter(|_| answer.status().is_redirection())
    {
        let to = String::from_utf8_lossy(to.as_bytes()).chars().take(200).collect();
        return Err(UnreachableCause::Redirect { to });
    }
    let maximum = MAXIMUM_ANSWER as u64;
    if answer.content_length().is_some_and(|length| length > maximum) {
        return Err(UnreachableCause::TooLarge);
    }
    let mut response = http::Response::new(());
    *response.status_mut() = answer.status();
    *response.headers_mut() = answer.headers().clone();
    let mut body = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|error| torn(&error))? {
        if body.len() + piece.len() > MAXIMUM_ANSWER {
            return Err(UnreachableCause::TooLarge);
        }
        body.extend_from_slice(&piece);
    }
    Ok(response.map(|()| body))
}

/// Whether a name that may not lead here did.
fn leads_here(error: &reqwest::Error) -> bool {
    chain(error).any(|one| one.is::<LeadsHere>())
}

/// Why an answer that had begun did not come to its end.
fn torn(error: &reqwest::Error) -> UnreachableCause {
    chain(error).find_map(tls_cause).unwrap_or_else(|| cause(error))
}

fn cause(error: &reqwest::Error) -> UnreachableCause {
    if error.is_timeout() {
        return UnreachableCause::TimedOut;
    }
    if error.is_connect() {
        // hyper-util has no type for it.
        let name = chain(error).any(|one| one.to_string().contains("dns error"));
        return if name { UnreachableCause::Name } else { UnreachableCause::Connect };
    }
    UnreachableCause::Broken { detail: said(error) }
}

fn tls_cause(error: &(dyn Source + 'static)) -> Option<UnreachableCause> {
    let tls = error.downcast_ref::<rustls::Error>()?;
    match tls {
        rustls::Error::InvalidCertificate(rustls::CertificateError::Other(other)) => {
            let mismatch = other.0.downcast_ref::<PinMismatch>().cloned();
            Some(mismatch.map_or_else(
                || UnreachableCause::NotTrusted { detail: tls.to_string() },
                |PinMismatch { expected, found, vouched }| UnreachableCause::PinMismatch {
                    expected,
                    found,
                    vouched,
                },
            ))
        }
        rustls::Error::InvalidCertificate(_) | rustls::Error::General(_) => {
            Some(UnreachableCause::NotTrusted { detail: tls.to_string() })
        }
        _ => Some(UnreachableCause::Broken { detail: without_address(&tls.to_string()) }),
    }
}

/// What a library says, without where in its manual that is explained to programmers.
fn without_address(said: &str) -> String {
    let words: Vec<_> = said.split_whitespace().filter(|word| !word.contains("://")).collect();
    words.join(" ").trim_end_matches([':', ',', ' ']).to_owned()
}

/// The causes of an error, the nearest first.
fn chain(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Source + 'static)> {
    // No chain is this long; a circular one would be.
    std::iter::successors(error.source(), |&error| below(error)).take(16)
}

/// An `io::Error` hides the error it carries from `source`.
fn below<'a>(error: &'a (dyn Source + 'static)) -> Option<&'a (dyn Source + 'static)> {
    match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(carried) => Some(carried),
        None => error.source(),
    }
}

fn said(error: &reqwest::Error) -> String {
    let words: Vec<String> = chain(error).map(ToString::to_string).collect();
    // Its own words have the address in them, which names sessions and persons.
    words.last().map_or_else(|| "no answer".to_owned(), |word| without_address(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_but_a_service_says_how_long_it_takes() {
        let patience = |query: &str, of_service| {
            patience(&Url::parse(&format!("http://host.example/{query}")).unwrap(), of_service).as_secs()
        };
        assert_eq!(patience("", true), 60);
        assert_eq!(patience("?timeoutMs=30000", true), 45);
        assert_eq!(patience("?timeoutMs=4294967295", true), 135);
        assert_eq!(patience("?timeoutMs=4294967295", false), 60);
    }

    #[test]
    fn no_detail_leads_to_the_manual_of_a_library() {
        let said =
            "peer closed connection without sending TLS close_notify: https://docs.rs/rustls/manual#eof";
        assert_eq!(without_address(said), "peer closed connection without sending TLS close_notify");
        assert_eq!(without_address("connection reset by peer"), "connection reset by peer");
    }
}
