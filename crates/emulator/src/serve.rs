//! A world behind loopback sockets: HTTPS for the API, HTTP for OCSP, CRL, TSA and the phone page.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use rand::Rng;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::sync::watch;
use tokio::task::{AbortHandle, spawn_blocking};

use crate::browser;
use crate::error::Error;
use crate::faults::Pace;
use crate::installation::{Installation, Tls};
use crate::keys::Keys;
use crate::listener::{API, EVERYTHING, SUPPORT, Side};
use crate::machine::{now_ms, randomness};
use crate::smart_id::{RELYING_PARTY_NAME, RELYING_PARTY_UUID, SCHEME};
use crate::urls::Urls;
use crate::world::World;

/// How long connections may finish after the end.
const GRACE: Duration = Duration::from_millis(300);

/// What to serve.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// How fast people are.
    pub pace: Pace,
    /// Keys to use instead of those of the installation; tests share some.
    pub keys: Option<Keys>,
    /// Serves everything over HTTPS at this one address of this computer; none: at two ports, of which one is HTTP.
    pub listen: Option<SocketAddr>,
    /// Host names under which it is reached besides, for clients that have the address of a service built in and are led
    /// here by a proxy or by the name resolution of their machine. Each stands in the TLS certificate.
    pub names: Vec<String>,
    /// Which of them certificates give for where issuers and statuses are to be had; none: an address of this computer.
    pub statuses: Option<String>,
}

impl Options {
    /// The defaults with another pace.
    pub fn at_pace(pace: Pace) -> Self {
        Self { pace, ..Self::default() }
    }

    /// The defaults at one address.
    pub fn at(address: SocketAddr) -> Self {
        Self { listen: Some(address), ..Self::default() }
    }
}

/// A world that is being served. Dropping it ends that.
pub struct Running {
    /// Base of the RP API, `https://127.0.0.1:PORT/smart-id-rp`.
    pub api_url: String,
    /// Base of the Mobile-ID API, `https://127.0.0.1:PORT/mid-api`.
    pub mobile_id_url: String,
    /// Base of the remote signing service, `https://127.0.0.1:PORT/csc/v2`.
    pub csc_url: String,
    /// `client_id` that it lets in.
    pub csc_client: &'static str,
    /// Origin of the HTTP side, `http://127.0.0.1:PORT`.
    pub support_url: String,
    /// The phone page.
    pub phone_url: String,
    /// The time-stamping authority.
    pub tsa_url: String,
    /// `sha256//` and base64 of SHA-256 over the SubjectPublicKeyInfo of the TLS certificate.
    pub tls_spki_pin: String,
    /// The self-signed TLS certificate of the API, DER.
    pub tls_certificate_der: Vec<u8>,
    /// Root of everything that people sign with, DER.
    pub root_der: Vec<u8>,
    /// The CA that issues to people, DER.
    pub issuing_der: Vec<u8>,
    /// The CA that issues to the time-stamping unit, DER.
    pub tsa_authority_der: Vec<u8>,
    /// `schemeName` of the authCode.
    pub scheme: &'static str,
    /// `relyingPartyUUID` that is let in.
    pub relying_party_uuid: &'static str,
    /// `relyingPartyName` that is let in.
    pub relying_party_name: &'static str,
    /// `relyingPartyUUID` that Mobile-ID lets in.
    pub mobile_id_uuid: &'static str,
    world: Arc<World>,
    handle: Handle<SocketAddr>,
    browser: AbortHandle,
}

impl Running {
    /// The world itself, for faults and revocations.
    pub fn world(&self) -> &World {
        &self.world
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.browser.abort();
        self.handle.graceful_shutdown(Some(GRACE));
    }
}

/// Serves the installation in `dir`, made there if there is none: keys, root and CAs stay the same from one run to
/// the next, and the ports too if they are free. The first run makes the keys, which takes from seconds to a minute.
///
/// # Errors
/// What making or reading the installation gives, and [`Error::Listen`].
pub async fn serve(dir: &Path, options: Options) -> Result<Running, Error> {
    let dir = dir.to_owned();
    let prepared = spawn_blocking(move || prepare(&dir, options)).await;
    let (world, installation, tls) = prepared.map_err(|error| Error::Listen(io::Error::other(error)))??;
    let world = Arc::new(world);
    let handle = Handle::new();
    let (changed, _) = watch::channel(());
    let side = |services, port| Side {
        world: world.clone(),
        changed: changed.clone(),
        services,
        port,
        names: tls.names.clone(),
    };
    let services = if installation.support.is_some() { API } else { EVERYTHING };
    listen_tls(installation.api, &tls, side(services, installation.state.api_port), &handle)?;
    if let Some(support) = installation.support {
        let server = axum_server::from_tcp(support).map_err(Error::Listen)?.handle(handle.clone());
        let side = side(SUPPORT, installation.state.support_port);
        tokio::spawn(server.serve(side.router().into_make_service()));
    }
    let browser = browser::open(Arc::clone(&world))?;
    Ok(running(world, tls, handle, browser))
}

fn prepare(dir: &Path, options: Options) -> Result<(World, Installation, Tls), Error> {
    std::fs::create_dir_all(dir).map_err(Error::file(dir))?;
    let keys = match options.keys {
        Some(keys) => keys,
        None => Keys::load_or_generate(&dir.join("keys"))?,
    };
    let installation = match options.listen {
        Some(address) => Installation::open_at(dir, address, now_ms())?,
        None => Installation::open(dir, now_ms())?,
    };
    let state = installation.state;
    let mut urls = match installation.support {
        Some(_) => Urls::loopback(state.api_port, state.support_port),
        None => Urls::one_port(state.api_port),
    };
    if let Some(name) = options.statuses {
        urls.statuses = urls.statuses.replace("127.0.0.1", &name);
    }
    // Session secrets of this run are nobody's business
    let world = World::create(keys, randomness().random(), urls, state.created);
    world.set_pace(options.pace);
    for (name, certificate) in ["root", "eid-q", "tsa-ca"].iter().zip(world.anchors()) {
        let path: PathBuf = dir.join(format!("{name}.der.crt"));
        std::fs::write(&path, certificate).map_err(Error::file(&path))?;
    }
    Ok((world, installation, Tls::load_or_generate(dir, options.names)?))
}

fn listen_tls(
    listener: TcpListener,
    tls: &Tls,
    side: Side,
    handle: &Handle<SocketAddr>,
) -> Result<(), Error> {
    let failed = |error: rustls::Error| Error::Tls(error.to_string());
    let certificate = CertificateDer::from(tls.certificate.clone());
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(tls.key.clone()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .map_err(failed)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let config = RustlsConfig::from_config(Arc::new(config));
    let server =
        axum_server::from_tcp_rustls(listener, config).map_err(Error::Listen)?.handle(handle.clone());
    tokio::spawn(server.serve(side.router().into_make_service()));
    Ok(())
}

fn running(world: Arc<World>, tls: Tls, handle: Handle<SocketAddr>, browser: AbortHandle) -> Running {
    let urls = world.urls().clone();
    Running {
        api_url: urls.smart_id(),
        mobile_id_url: urls.mobile_id(),
        csc_url: urls.csc(),
        csc_client: crate::csc::CLIENT,
        phone_url: urls.phone(),
        tsa_url: urls.tsa(),
        support_url: urls.support,
        tls_spki_pin: tls.pin,
        tls_certificate_der: tls.certificate,
        root_der: world.root_certificate().to_vec(),
        issuing_der: world.issuing_certificate().to_vec(),
        tsa_authority_der: world.tsa_authority_certificate().to_vec(),
        scheme: SCHEME,
        relying_party_uuid: RELYING_PARTY_UUID,
        relying_party_name: RELYING_PARTY_NAME,
        mobile_id_uuid: crate::mobile_id::RELYING_PARTY_UUID,
        world,
        handle,
        browser,
    }
}
