//! Out of a network that has only one way: a small proxy of our own, which leads every name to this computer.
#![allow(clippy::unwrap_used, missing_docs)]

use std::ffi::OsStr;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::routing::get;
use axum_server::tls_rustls::RustlsConfig;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use native::keychain::{InMemory, Keychain};
use native::{Folders, Machine};
use rcgen::{Certificate, CertificateParams, KeyPair, PublicKeyData};
use rustls::pki_types::CertificateDer;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use workflow::browser::Secret;
use workflow::host::{Host, NoKeychain, Unreachable, UnreachableCause};
use workflow::keychain::{forget_proxy_login, keep_proxy_login};
use workflow::profile::Profile;

/// What the proxy does with whoever asks.
#[derive(Clone, Copy, PartialEq)]
enum Manners {
    Leads,
    WantsLogin,
    Refuses,
    Fails,
    TalksNonsense,
    HangsUp,
}

/// A proxy, and the heads of the requests that it saw.
struct Proxy {
    address: SocketAddr,
    heads: Arc<Mutex<Vec<String>>>,
}

/// `name:pass:word`
const LOGIN: &str = "bmFtZTpwYXNzOndvcmQ=";

impl Proxy {
    async fn start(manners: Manners) -> Self {
        Self::serving(manners, None).await
    }

    /// The same, spoken to over TLS.
    async fn secured(manners: Manners, certificate: &CertificateDer<'static>, key: &[u8]) -> Self {
        let configuration = server(certificate.clone(), key.to_vec());
        Self::serving(manners, Some(TlsAcceptor::from(Arc::new(configuration)))).await
    }

    async fn serving(manners: Manners, acceptor: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&heads);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (seen, acceptor) = (Arc::clone(&seen), acceptor.clone());
                tokio::spawn(async move {
                    match acceptor {
                        Some(acceptor) => serve(acceptor.accept(client).await?, manners, &seen).await,
                        None => serve(client, manners, &seen).await,
                    }
                });
            }
        });
        Self { address, heads }
    }

    fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

fn server(certificate: CertificateDer<'static>, key: Vec<u8>) -> rustls::ServerConfig {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key.try_into().unwrap())
        .unwrap()
}

async fn serve(
    mut client: impl AsyncRead + AsyncWrite + Unpin,
    manners: Manners,
    seen: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(client.read_u8().await?);
    }
    let head = String::from_utf8(head).unwrap();
    seen.lock().unwrap().push(head.clone());
    let known = head.to_lowercase().contains(&format!("proxy-authorization: basic {LOGIN}").to_lowercase());
    match manners {
        Manners::HangsUp => return Ok(()),
        Manners::Refuses => {
            return client.write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n").await;
        }
        Manners::Fails => {
            return client.write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n").await;
        }
        Manners::TalksNonsense => return client.write_all(b"SSH-2.0-nothing of the kind\r\n\r\n").await,
        Manners::WantsLogin if !known => {
            let asks = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
            return client.write_all(asks).await;
        }
        Manners::WantsLogin | Manners::Leads => {}
    }
    let target = head.split(' ').nth(1).unwrap().trim_start_matches("http://").split('/').next().unwrap();
    let port: u16 = target.rsplit(':').next().unwrap().parse().unwrap();
    let mut service = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    if head.starts_with("CONNECT ") {
        client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
    } else {
        service.write_all(head.as_bytes()).await?;
    }
    copy_bidirectional(&mut client, &mut service).await?;
    Ok(())
}

/// A service over HTTPS that calls itself `service.test`, and one over HTTP: two ports, a certificate, a pin.
struct Services {
    tls: u16,
    plain: u16,
    certificate: String,
    pin: String,
}

impl Services {
    fn start() -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate =
            CertificateParams::new(vec!["service.test".to_owned()]).unwrap().self_signed(&key).unwrap();
        let bound = || {
            let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
            listener.set_nonblocking(true).unwrap();
            let port = listener.local_addr().unwrap().port();
            (listener, port)
        };
        let ((tls_listener, tls), (plain_listener, plain)) = (bound(), bound());
        let configuration = server(certificate.der().clone(), key.serialize_der());
        let routes = Router::new().route("/hello", get(|| async { "hello" }));
        let secure = RustlsConfig::from_config(Arc::new(configuration));
        let server = axum_server::from_tcp_rustls(tls_listener, secure).unwrap();
        tokio::spawn(server.serve(routes.clone().into_make_service()));
        let server = axum_server::from_tcp(plain_listener).unwrap();
        tokio::spawn(server.serve(routes.into_make_service()));
        let pin = format!("sha256//{}", STANDARD.encode(Sha256::digest(key.subject_public_key_info())));
        Self { tls, plain, certificate: certificate.pem(), pin }
    }

    fn secure(&self) -> String {
        format!("https://service.test:{}/hello", self.tls)
    }

    fn plain(&self) -> String {
        format!("http://ocsp.test:{}/hello", self.plain)
    }

    fn machine(&self, proxy: &str) -> Machine {
        let place = tempfile::tempdir().unwrap();
        let folders = Folders::at(place.path()).unwrap();
        // Nothing of a test is looked for in the keychain of whoever runs it.
        Machine::new(&self.profile(proxy), &folders, |_| ()).unwrap().keeping(Arc::new(InMemory::default()))
    }

    fn profile(&self, proxy: &str) -> Profile {
        let anchor = rcgen::generate_simple_self_signed(vec!["anchor".to_owned()]).unwrap().cert.pem();
        let text = format!(
            "name = \"test\"\nproxy = \"{proxy}\"\n[smart-id]\npins = [\"{}\"]\ntls-anchors = \"\"\"\n{}\"\"\"\n\
             [smart-id.relying-party]\nbase-url = \"https://service.test:{}\"\nuuid = \"00000000-0000-4000-8000-000000000000\"\nname = \"n\"\n\
             scheme-name = \"s\"\n[trust]\nname = \"test\"\nanchors = \"\"\"\n{anchor}\"\"\"\n",
            self.pin, self.certificate, self.tls
        );
        Profile::from_toml(&text).unwrap()
    }
}

async fn ask(machine: &Machine, url: &str) -> Result<Vec<u8>, Unreachable> {
    let answer = machine.send(http::Request::get(url).body(Vec::new()).unwrap()).await?;
    Ok(answer.into_body())
}

async fn cause(machine: &Machine, url: &str) -> UnreachableCause {
    ask(machine, url).await.unwrap_err().cause
}

#[tokio::test]
async fn the_proxy_of_the_profile_leads_to_pinned_and_other_services() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::Leads).await);
    let machine = services.machine(&format!("http://{}", proxy.address));
    assert_eq!(ask(&machine, &services.secure()).await.unwrap(), b"hello");
    assert_eq!(ask(&machine, &services.plain()).await.unwrap(), b"hello");
    let heads = proxy.heads();
    assert!(heads[0].starts_with(&format!("CONNECT service.test:{} HTTP/1.1", services.tls)), "{heads:?}");
    assert!(heads[1].starts_with(&format!("GET {} HTTP/1.1", services.plain())), "{heads:?}");
    assert!(heads.iter().all(|head| !head.to_lowercase().contains("proxy-authorization")));
}

#[tokio::test]
async fn this_computer_is_asked_without_the_proxy() {
    let services = Services::start();
    let machine = services.machine("http://127.0.0.1:1");
    for host in ["127.0.0.1", "localhost"] {
        let url = format!("http://{host}:{}/hello", services.plain);
        assert_eq!(ask(&machine, &url).await.unwrap(), b"hello");
    }
}

#[tokio::test]
async fn without_a_proxy_the_name_is_looked_up_here() {
    let services = Services::start();
    assert_eq!(cause(&services.machine("none"), &services.secure()).await, UnreachableCause::Name);
}

#[tokio::test]
async fn a_proxy_that_is_not_there_is_told_from_a_service_that_is_not() {
    let services = Services::start();
    let nobody = {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.local_addr().unwrap().to_string()
    };
    let machine = services.machine(&format!("http://{nobody}"));
    for url in [services.secure(), services.plain()] {
        assert_eq!(cause(&machine, &url).await, UnreachableCause::NoProxy { proxy: nobody.clone() }, "{url}");
    }
    let named = services.machine("http://proxy.invalid:3128");
    let proxy = "proxy.invalid:3128".to_owned();
    assert_eq!(cause(&named, &services.secure()).await, UnreachableCause::NoProxy { proxy });
}

#[tokio::test]
async fn a_proxy_that_wants_a_login_says_so() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::WantsLogin).await);
    let machine = services.machine(&format!("http://{}", proxy.address));
    for url in [services.secure(), services.plain()] {
        let proxy = proxy.address.to_string();
        assert_eq!(cause(&machine, &url).await, UnreachableCause::ProxyLogin { proxy, told: false }, "{url}");
    }
}

/// Counts how often it is asked, and may not open.
#[derive(Default)]
struct Counting {
    inside: InMemory,
    closed: AtomicBool,
    asked: AtomicUsize,
}

impl Keychain for Counting {
    fn recall(&self, name: &str) -> Result<Option<Secret>, NoKeychain> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        match self.closed.load(Ordering::Relaxed) {
            true => Err(NoKeychain { detail: "locked".to_owned() }),
            false => self.inside.recall(name),
        }
    }

    fn keep(&self, name: &str, secret: &Secret) -> Result<(), NoKeychain> {
        self.inside.keep(name, secret)
    }

    fn forget(&self, name: &str) -> Result<(), NoKeychain> {
        self.inside.forget(name)
    }
}

#[tokio::test]
async fn a_login_that_the_keychain_keeps_is_told_to_the_proxy_that_asks_and_to_no_other() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::WantsLogin).await);
    let keychain = Arc::new(Counting::default());
    let at = format!("http://{}", proxy.address);
    let machine = services.machine(&at).keeping(Arc::clone(&keychain) as Arc<dyn Keychain>);
    let refused = UnreachableCause::ProxyLogin { proxy: proxy.address.to_string(), told: false };
    assert_eq!(cause(&machine, &services.secure()).await, refused);
    // The one of another proxy is not the one of this.
    let profile = services.profile("http://127.0.0.1:1");
    keep_proxy_login(&machine, &profile, &Secret::new("name:pass:word")).await.unwrap();
    assert_eq!(cause(&machine, &services.secure()).await, refused);
    let profile = services.profile(&at);
    keep_proxy_login(&machine, &profile, &Secret::new("name:wrong")).await.unwrap();
    let unknown = UnreachableCause::ProxyLogin { proxy: proxy.address.to_string(), told: true };
    for url in [services.secure(), services.plain()] {
        assert_eq!(cause(&machine, &url).await, unknown, "{url}");
    }
    keep_proxy_login(&machine, &profile, &Secret::new("name:pass:word")).await.unwrap();
    assert_eq!(ask(&machine, &services.secure()).await.unwrap(), b"hello");
    let asked = keychain.asked.load(Ordering::Relaxed);
    assert_eq!(ask(&machine, &services.plain()).await.unwrap(), b"hello");
    assert_eq!(keychain.asked.load(Ordering::Relaxed), asked, "it is known by now");
    // A proxy that does not ask is told nothing, and no keychain opened for it.
    let open = Proxy::start(Manners::Leads).await;
    let at = format!("http://{}", open.address);
    let machine = services.machine(&at).keeping(Arc::clone(&keychain) as Arc<dyn Keychain>);
    let profile = services.profile(&at);
    keep_proxy_login(&machine, &profile, &Secret::new("name:pass:word")).await.unwrap();
    assert_eq!(ask(&machine, &services.secure()).await.unwrap(), b"hello");
    assert_eq!(keychain.asked.load(Ordering::Relaxed), asked);
    let heads = open.heads();
    assert!(heads.iter().all(|head| !head.to_lowercase().contains("proxy-authorization")), "{heads:?}");
}

#[tokio::test]
async fn several_requests_at_once_ask_the_keychain_once() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::WantsLogin).await);
    let keychain = Arc::new(Counting::default());
    let at = format!("http://{}", proxy.address);
    let machine = services.machine(&at).keeping(Arc::clone(&keychain) as Arc<dyn Keychain>);
    let login = Secret::new("name:pass:word");
    keep_proxy_login(&machine, &services.profile(&at), &login).await.unwrap();
    let (secure, plain) = (services.secure(), services.plain());
    let (one, two, three) =
        tokio::join!(ask(&machine, &secure), ask(&machine, &plain), ask(&machine, &secure));
    assert!([one, two, three].into_iter().all(|answer| answer.unwrap() == b"hello"));
    assert_eq!(keychain.asked.load(Ordering::Relaxed), 1);
    forget_proxy_login(&machine, &services.profile(&at)).await.unwrap();
    let fresh = services.machine(&at).keeping(keychain);
    assert!(matches!(cause(&fresh, &secure).await, UnreachableCause::ProxyLogin { .. }));
}

#[tokio::test]
async fn a_login_that_is_forgotten_is_told_no_more_and_the_next_one_is_looked_for() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::WantsLogin).await);
    let keychain = Arc::new(Counting { closed: true.into(), ..Counting::default() });
    let at = format!("http://{}", proxy.address);
    let (machine, profile) = (services.machine(&at), services.profile(&at));
    let machine = machine.keeping(Arc::clone(&keychain) as Arc<dyn Keychain>);
    let refused = UnreachableCause::ProxyLogin { proxy: proxy.address.to_string(), told: false };
    assert_eq!(cause(&machine, &services.secure()).await, refused);
    // Whoever keeps a login has unlocked it.
    keychain.closed.store(false, Ordering::Relaxed);
    let login = Secret::new("name:pass:word");
    keep_proxy_login(&machine, &profile, &login).await.unwrap();
    assert_eq!(ask(&machine, &services.secure()).await.unwrap(), b"hello");
    forget_proxy_login(&machine, &profile).await.unwrap();
    let told = proxy.heads().len();
    assert_eq!(cause(&machine, &services.secure()).await, refused);
    let heads = proxy.heads();
    assert!(heads.len() > told, "it was asked");
    let heads = heads.iter().skip(told);
    assert!(heads.clone().all(|head| !head.to_lowercase().contains("proxy-authorization")), "{heads:?}");
    keep_proxy_login(&machine, &profile, &login).await.unwrap();
    assert_eq!(ask(&machine, &services.secure()).await.unwrap(), b"hello");
}

#[tokio::test]
async fn a_keychain_that_stays_closed_is_not_asked_again_and_again() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::WantsLogin).await);
    let keychain = Arc::new(Counting { closed: true.into(), ..Counting::default() });
    let at = format!("http://{}", proxy.address);
    let machine = services.machine(&at).keeping(Arc::clone(&keychain) as Arc<dyn Keychain>);
    for _ in 0..3 {
        assert!(matches!(cause(&machine, &services.plain()).await, UnreachableCause::ProxyLogin { .. }));
    }
    assert_eq!(keychain.asked.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_proxy_that_does_not_lead_there_is_told_apart() {
    // What it answers is told by nobody: its words have to hold for all of these.
    for manners in [Manners::Refuses, Manners::Fails, Manners::TalksNonsense] {
        let (services, proxy) = (Services::start(), Proxy::start(manners).await);
        let machine = services.machine(&format!("http://{}", proxy.address));
        let refused = UnreachableCause::ProxyRefused { proxy: proxy.address.to_string() };
        assert_eq!(cause(&machine, &services.secure()).await, refused);
    }
    let (services, proxy) = (Services::start(), Proxy::start(Manners::HangsUp).await);
    let machine = services.machine(&format!("http://{}", proxy.address));
    let cause = cause(&machine, &services.secure()).await;
    assert!(!matches!(cause, UnreachableCause::NoProxy { .. }), "it is there: {cause:?}");
}

/// A key and a certificate for this computer.
fn identity() -> (Certificate, KeyPair) {
    let key = KeyPair::generate().unwrap();
    let parameters = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    (parameters.self_signed(&key).unwrap(), key)
}

#[tokio::test]
async fn a_proxy_that_nobody_vouches_for_is_told_nothing() {
    let (certificate, key) = identity();
    let proxy = Proxy::secured(Manners::WantsLogin, certificate.der(), &key.serialize_der()).await;
    let services = Services::start();
    let at = format!("https://{}", proxy.address);
    let machine = services.machine(&at);
    keep_proxy_login(&machine, &services.profile(&at), &Secret::new("name:pass:word")).await.unwrap();
    for url in [services.secure(), services.plain()] {
        let UnreachableCause::ProxyNotTrusted { proxy: named, detail } = cause(&machine, &url).await else {
            panic!("{url}");
        };
        assert_eq!(named, proxy.address.to_string());
        assert!(detail.contains("certificate"), "{detail}");
    }
    assert_eq!(proxy.heads(), Vec::<String>::new());
    // One that is spoken to without TLS is no such proxy.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let plain = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            client.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        }
    });
    let machine = services.machine(&format!("https://{plain}"));
    let nobody = UnreachableCause::NoProxy { proxy: plain };
    for url in [services.secure(), services.plain()] {
        assert_eq!(cause(&machine, &url).await, nobody, "{url}");
    }
}

/// The system's authorities belong to a whole process too, and are a file on Linux alone.
#[cfg(target_os = "linux")]
#[test]
fn a_proxy_that_the_system_vouches_for_is_spoken_to_over_tls() {
    let place = tempfile::tempdir().unwrap();
    let (certificate, key) = identity();
    let files = [place.path().join("proxy.pem"), place.path().join("proxy.key")];
    std::fs::write(&files[0], certificate.pem()).unwrap();
    std::fs::write(&files[1], key.serialize_der()).unwrap();
    let told = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_proxy_over_tls_leads", "--ignored", "--nocapture"])
        .env("PITSER_PROXY_LOGIN", "name:pass:word")
        .env("SSL_CERT_FILE", &files[0])
        .env("PITSER_TEST_PROXY_KEY", &files[1])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&told.stdout);
    assert!(told.status.success() && said.contains("1 passed"), "{said}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
#[ignore = "told by a_proxy_that_the_system_vouches_for_is_spoken_to_over_tls"]
async fn a_proxy_over_tls_leads() {
    use rustls::pki_types::pem::PemObject;

    let file = |name| std::fs::read(std::env::var_os(name).unwrap()).unwrap();
    let certificate = CertificateDer::from_pem_slice(&file("SSL_CERT_FILE")).unwrap();
    let key = file("PITSER_TEST_PROXY_KEY");
    let proxy = Proxy::secured(Manners::WantsLogin, &certificate, &key).await;
    let mut services = Services::start();
    let at = format!("https://{}", proxy.address);
    let machine = services.machine(&at);
    assert_eq!(ask(&machine, &services.secure()).await.unwrap(), b"hello");
    assert_eq!(ask(&machine, &services.plain()).await.unwrap(), b"hello");
    let heads = proxy.heads();
    assert!(heads[0].starts_with(&format!("CONNECT service.test:{} HTTP/1.1", services.tls)), "{heads:?}");
    assert!(heads[1].starts_with(&format!("GET {} HTTP/1.1", services.plain())), "{heads:?}");
    // What the system vouches for is the proxy, and no service behind it.
    services.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".to_owned();
    let cause = cause(&services.machine(&at), &services.secure()).await;
    assert!(matches!(cause, UnreachableCause::PinMismatch { .. }), "{cause:?}");
}

#[tokio::test]
async fn a_pin_that_does_not_match_is_noticed_behind_a_proxy_too() {
    let (mut services, proxy) = (Services::start(), Proxy::start(Manners::Leads).await);
    services.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".to_owned();
    let machine = services.machine(&format!("http://{}", proxy.address));
    let cause = cause(&machine, &services.secure()).await;
    assert!(matches!(cause, UnreachableCause::PinMismatch { .. }), "{cause:?}");
}

/// The environment belongs to a whole process, so another one is told the login, and in it the next test.
#[test]
fn the_login_comes_from_the_environment() {
    let told = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_proxy_that_was_told_the_login_leads", "--ignored", "--nocapture"])
        .env("PITSER_PROXY_LOGIN", "name:pass:word")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&told.stdout);
    assert!(told.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test]
#[ignore = "told by the_login_comes_from_the_environment"]
async fn a_proxy_that_was_told_the_login_leads() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::WantsLogin).await);
    let at = format!("http://{}", proxy.address);
    let machine = services.machine(&at);
    // What the environment says comes first.
    keep_proxy_login(&machine, &services.profile(&at), &Secret::new("name:wrong")).await.unwrap();
    assert_eq!(ask(&machine, &services.secure()).await.unwrap(), b"hello");
    assert_eq!(ask(&machine, &services.plain()).await.unwrap(), b"hello");
    // Nobody else is told.
    let system = services.machine("system");
    assert_eq!(cause(&system, &services.secure()).await, UnreachableCause::Name);
}

/// What is wrong in the environment is told before anything goes out, and without what stands there.
#[test]
fn a_login_in_the_environment_that_is_none_is_told() {
    let told = |login: &OsStr| {
        let told = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "a_proxy_is_told_nothing_by_a_login_of_another_form",
                "--ignored",
                "--nocapture",
            ])
            .env("PITSER_PROXY_LOGIN", login)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&told.stdout).into_owned();
        assert!(told.status.success() && said.contains("1 passed"), "{said}");
    };
    told(OsStr::new("hush"));
    #[cfg(unix)]
    told(std::os::unix::ffi::OsStrExt::from_bytes(b"name:hush\xff"));
}

#[tokio::test]
#[ignore = "told by a_login_in_the_environment_that_is_none_is_told"]
async fn a_proxy_is_told_nothing_by_a_login_of_another_form() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::WantsLogin).await);
    let at = format!("http://{}", proxy.address);
    let machine = services.machine(&at);
    // It comes first all the same: what the keychain has is not told instead of it.
    keep_proxy_login(&machine, &services.profile(&at), &Secret::new("name:pass:word")).await.unwrap();
    let misgiven = UnreachableCause::ProxyLoginForm { proxy: proxy.address.to_string() };
    assert!(!format!("{misgiven:?}").contains("hush"));
    for url in [services.secure(), services.plain()] {
        assert_eq!(cause(&machine, &url).await, misgiven, "{url}");
    }
    assert_eq!(proxy.heads(), Vec::<String>::new());
    // Where no proxy of the profile is on the way, it is nobody's business.
    let here = format!("http://127.0.0.1:{}/hello", services.plain);
    assert_eq!(ask(&machine, &here).await.unwrap(), b"hello");
    assert_eq!(cause(&services.machine("none"), &services.secure()).await, UnreachableCause::Name);
}

/// As a server's settings may have it: there is the variable, and nothing in it.
#[test]
fn an_empty_login_in_the_environment_is_none() {
    let told = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_proxy_that_is_told_nothing_wants_a_login", "--ignored", "--nocapture"])
        .env("PITSER_PROXY_LOGIN", "")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&told.stdout);
    assert!(told.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test]
#[ignore = "told by an_empty_login_in_the_environment_is_none"]
async fn a_proxy_that_is_told_nothing_wants_a_login() {
    let (services, proxy) = (Services::start(), Proxy::start(Manners::WantsLogin).await);
    let machine = services.machine(&format!("http://{}", proxy.address));
    let wants = UnreachableCause::ProxyLogin { proxy: proxy.address.to_string(), told: false };
    assert_eq!(cause(&machine, &services.secure()).await, wants);
}
