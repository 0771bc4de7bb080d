//! Requests out, answers in: bounded in time and size, without redirects, and every failure by its own name.

use std::error::Error as Source;
use std::io;
use std::net::IpAddr;
use std::sync::OnceLock;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, StatusCode, Url};
use rustls::pki_types::ServerName;
use workflow::host::{MAXIMUM_ANSWER, Request, Response, Unreachable, UnreachableCause};
use workflow::profile::Profile;

use crate::error::Error;
use crate::tls::{self, PinMismatch, Trust};
use crate::way_out::{ProxyLogin, WayOut, doing};

/// A service on the other side of Europe answers a connection in well under a second.
const CONNECT: Duration = Duration::from_secs(10);
/// A revocation list of some megabytes over a slow line.
const ANSWER: Duration = Duration::from_secs(60);
/// What a long poll may take beyond what was asked for.
const LONG_POLL: Duration = Duration::from_secs(15);

/// The ways out of this machine.
pub(crate) struct Network {
    way: WayOut,
    /// The services that ask phones, each alone: HTTPS, pinned.
    services: Vec<Service>,
    /// Made when the first of them is asked: reading the system's authorities costs more than signing with a key.
    others: OnceLock<Result<Others, String>>,
}

struct Service {
    client: Client,
    origin: Url,
}

struct Others {
    /// Everybody else.
    open: Client,
    /// Everybody else on this very computer, where no proxy leads.
    loopback: Client,
}

impl Network {
    /// The ways out under a profile, with a login for the proxy that it names.
    pub(crate) fn new(profile: &Profile, login: Option<ProxyLogin>) -> Result<Self, Error> {
        let way = WayOut::new(&profile.proxy, login);
        let smart_id = profile.smart_id.as_ref().map(|service| {
            Service::new(&service.relying_party.base_url, &service.pins, &service.tls_anchors, &way)
        });
        let mobile_id = profile.mobile_id.as_ref().map(|service| {
            Service::new(&service.relying_party.base_url, &service.pins, &service.tls_anchors, &way)
        });
        // A signing service has no pins where the profile names none; it is asked over TLS all the same.
        let csc =
            profile.csc.as_ref().filter(|service| !service.pins.is_empty()).map(|service| {
                Service::new(&service.client.base_url, &service.pins, &service.tls_anchors, &way)
            });
        let services = smart_id.into_iter().chain(mobile_id).chain(csc).collect::<Result<_, _>>()?;
        Ok(Self { way, services, others: OnceLock::new() })
    }

    pub(crate) async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        let (parts, body) = request.into_parts();
        let address = parts.uri.to_string();
        let url = Url::parse(&address).ok().filter(Url::has_host);
        let Some(url) = url else { return Err(refused(String::new(), &address)) };
        let host = authority(&url);
        let broken =
            |detail: String| Unreachable { host: host.clone(), cause: UnreachableCause::Broken { detail } };
        let client = self.client(&url).map_err(broken)?.ok_or_else(|| refused(host.clone(), &address))?;
        let timeout = patience(&url);
        let sending =
            client.request(parts.method, url.clone()).headers(parts.headers).body(body).timeout(timeout);
        let unreachable = |cause| Unreachable { host: host.clone(), cause };
        let answer = sending.send().await.map_err(|error| unreachable(self.cause(&url, &error)))?;
        // Nobody but a proxy asks for that.
        if answer.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED
            && let Some(proxy) = self.proxy(&url)
        {
            return Err(unreachable(UnreachableCause::ProxyLogin { proxy }));
        }
        whole(answer).await.map_err(unreachable)
    }

    fn cause(&self, url: &Url, error: &reqwest::Error) -> UnreachableCause {
        let by_proxy = self.proxy(url).and_then(|proxy| doing(proxy, url, error, chain(error)));
        by_proxy.or_else(|| chain(error).find_map(tls_cause)).unwrap_or_else(|| cause(error))
    }

    /// The proxy that leads to an address.
    fn proxy(&self, url: &Url) -> Option<String> {
        if is_loopback(url) { None } else { self.way.to(url) }
    }

    /// The client for an address; none when it may not be asked.
    fn client(&self, url: &Url) -> Result<Option<&Client>, String> {
        let of_service = self.services.iter().find(|service| service.is_at(url));
        Ok(match (url.scheme(), of_service) {
            ("https", Some(service)) => Some(&service.client),
            // The service is never asked without TLS, whatever port its profile names.
            ("http", Some(_)) => None,
            ("http" | "https", None) if is_loopback(url) => Some(&self.others()?.loopback),
            ("http" | "https", None) => Some(&self.others()?.open),
            _ => None,
        })
    }

    fn others(&self) -> Result<&Others, String> {
        let made = self.others.get_or_init(|| {
            let made = |way: &WayOut| {
                client(Trust::System, way, way.secured_name()).map_err(|error| error.to_string())
            };
            Ok(Others { open: made(&self.way)?, loopback: made(&WayOut::direct())? })
        });
        made.as_ref().map_err(Clone::clone)
    }
}

impl Service {
    fn new(base: &str, pins: &[String], anchors: &str, way: &WayOut) -> Result<Self, Error> {
        let origin =
            Url::parse(base).map_err(|error| Error::Network { detail: format!("{base}: {error}") })?;
        let trust = Trust::Pinned { pins: pins.to_vec(), anchors: anchors.to_owned() };
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

/// `proxy` is the name of one on the way that is spoken to over TLS itself.
fn client(trust: Trust, way: &WayOut, proxy: Option<ServerName<'static>>) -> Result<Client, Error> {
    let failed = |error: reqwest::Error| Error::Network { detail: said(&error) };
    let builder = Client::builder()
        .tls_backend_preconfigured(tls::configuration(trust, proxy)?)
        .redirect(Policy::none())
        .connect_timeout(CONNECT)
        .user_agent(concat!("Pitser/", env!("CARGO_PKG_VERSION")));
    way.taken(builder).and_then(ClientBuilder::build).map_err(failed)
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn refused(host: String, address: &str) -> Unreachable {
    Unreachable { host, cause: UnreachableCause::Address { url: address.chars().take(200).collect() } }
}

/// A long poll says itself how long it takes.
fn patience(url: &Url) -> Duration {
    let asked =
        url.query_pairs().find(|(name, _)| name == "timeoutMs").and_then(|(_, value)| value.parse().ok());
    asked.map_or(ANSWER, |millis: u32| Duration::from_millis(millis.into()) + LONG_POLL)
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
        _ => Some(UnreachableCause::Broken { detail: tls.to_string() }),
    }
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
    words.last().cloned().unwrap_or_else(|| "no answer".to_owned())
}
