//! Whom this machine talks to, and whom it does not: against servers on this computer.
#![allow(clippy::unwrap_used, missing_docs)]

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum_server::tls_rustls::RustlsConfig;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use native::{Folders, Machine};
use rcgen::{CertificateParams, KeyPair, PublicKeyData};
use sha2::{Digest, Sha256};
use workflow::host::{Host, Response, Unreachable, UnreachableCause};
use workflow::profile::Profile;

/// A server with a certificate of its own.
struct Server {
    port: u16,
    certificate: String,
    pin: String,
}

impl Server {
    fn start(name: &str) -> Self {
        Self::with(CertificateParams::new(vec![name.to_owned()]).unwrap())
    }

    fn with(parameters: CertificateParams) -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.self_signed(&key).unwrap();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let configuration = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key.serialize_der().try_into().unwrap())
            .unwrap();
        let configuration = RustlsConfig::from_config(Arc::new(configuration));
        let server = axum_server::from_tcp_rustls(listener, configuration).unwrap();
        tokio::spawn(server.serve(routes().into_make_service()));
        let pin = format!("sha256//{}", STANDARD.encode(Sha256::digest(key.subject_public_key_info())));
        Self { port, certificate: certificate.pem(), pin }
    }

    fn url(&self, path: &str) -> String {
        format!("https://127.0.0.1:{}{path}", self.port)
    }
}

fn routes() -> Router {
    let endless = || async {
        let piece = axum::body::Bytes::from(vec![b'x'; 1 << 20]);
        Body::new(Endless(piece))
    };
    Router::new()
        .route("/hello", post(|body: String| async move { format!("hello {body}") }))
        .route(
            "/agent",
            get(|headers: axum::http::HeaderMap| async move {
                headers.get("user-agent").unwrap().to_str().unwrap().to_owned()
            }),
        )
        .route("/away", get(|| async { (StatusCode::FOUND, [("location", "https://elsewhere.example/")]) }))
        .route(
            "/moved/{status}",
            get(|axum::extract::Path(status): axum::extract::Path<u16>| async move {
                (StatusCode::from_u16(status).unwrap(), [("location", "http://127.0.0.1/")])
            }),
        )
        .route(
            "/late",
            get(|| async {
                tokio::time::sleep(std::time::Duration::from_secs(120)).await;
                "too late"
            }),
        )
        .route("/sick", get(|| async { StatusCode::SERVICE_UNAVAILABLE }))
        .route("/endless", get(endless))
}

/// A body that never ends.
struct Endless(axum::body::Bytes);

impl axum::body::HttpBody for Endless {
    type Data = axum::body::Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Self::Data>, Self::Error>>> {
        std::task::Poll::Ready(Some(Ok(http_body::Frame::data(self.0.clone()))))
    }
}

fn profile(base: &str, pins: &[&str], anchors: &str) -> Profile {
    // A profile needs a trust anchor; these tests do not.
    let anchor = rcgen::generate_simple_self_signed(vec!["anchor".to_owned()]).unwrap().cert.pem();
    let text = format!(
        "name = \"test\"\n[smart-id]\npins = [\"sha256//{}=\"]\ntls-anchors = \"\"\"\n{anchors}\"\"\"\n\
         [smart-id.relying-party]\nbase-url = \"{base}\"\nuuid = \"00000000-0000-4000-8000-000000000000\"\nname = \"n\"\nscheme-name = \"s\"\n\
         [trust]\nname = \"test\"\nanchors = \"\"\"\n{anchor}\"\"\"\n",
        "A".repeat(43)
    );
    // One without pins could not be read.
    let mut profile = Profile::from_toml(&text).unwrap();
    profile.smart_id.as_mut().unwrap().pins = pins.iter().map(|pin| (*pin).to_owned()).collect();
    profile
}

fn machine(profile: &Profile) -> Machine {
    let place = tempfile::tempdir().unwrap();
    Machine::new(profile, &Folders::at(place.path()).unwrap(), |_| ()).unwrap()
}

async fn ask(machine: &Machine, url: &str) -> Result<Response, Unreachable> {
    machine.send(http::Request::get(url).body(Vec::new()).unwrap()).await
}

async fn cause(machine: &Machine, url: &str) -> UnreachableCause {
    ask(machine, url).await.unwrap_err().cause
}

#[tokio::test]
async fn the_pinned_service_is_talked_to() {
    let server = Server::start("127.0.0.1");
    let machine = machine(&profile(&server.url("/rp"), &["sha256//old", &server.pin], &server.certificate));
    let request = http::Request::post(server.url("/hello")).body(b"world".to_vec()).unwrap();
    let answer = machine.send(request).await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.body().as_slice()), (200, &b"hello world"[..]));
    assert!(answer.headers().contains_key("date"));
    assert!(ask(&machine, &server.url("/agent")).await.unwrap().body().starts_with(b"Pitser/"));
    assert_eq!(ask(&machine, &server.url("/sick")).await.unwrap().status().as_u16(), 503);
}

#[tokio::test]
async fn another_key_is_not_talked_to_and_both_are_named() {
    let server = Server::start("127.0.0.1");
    let other = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let machine = machine(&profile(&server.url("/rp"), &[other], &server.certificate));
    let unreachable = ask(&machine, &server.url("/hello")).await.unwrap_err();
    assert_eq!(unreachable.host, format!("127.0.0.1:{}", server.port));
    let expected = vec![other.to_owned()];
    let found = server.pin.clone();
    assert_eq!(unreachable.cause, UnreachableCause::PinMismatch { expected, found, vouched: true });
}

/// A new key of the service has the old authority behind it. A proxy that reads along has its own.
#[tokio::test]
async fn a_renewed_key_and_a_proxy_in_between_are_told_apart() {
    let vouched = |cause| match cause {
        UnreachableCause::PinMismatch { vouched, .. } => vouched,
        other => panic!("{other:?}"),
    };
    let (service, proxy) = (Server::start("127.0.0.1"), Server::start("127.0.0.1"));
    let old = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let renewed = machine(&profile(&service.url("/rp"), &[old], &service.certificate));
    assert!(vouched(cause(&renewed, &service.url("/hello")).await));
    let behind = machine(&profile(&proxy.url("/rp"), &[&service.pin], &service.certificate));
    assert!(!vouched(cause(&behind, &proxy.url("/hello")).await));
    // Where the profile names no authorities, the public ones count, and nothing that was added to this system.
    let public = machine(&profile(&proxy.url("/rp"), &[&service.pin], ""));
    assert!(!vouched(cause(&public, &proxy.url("/hello")).await));
}

#[tokio::test]
async fn a_profile_without_pins_talks_to_nobody() {
    let server = Server::start("127.0.0.1");
    let machine = machine(&profile(&server.url("/rp"), &[], &server.certificate));
    assert!(matches!(cause(&machine, &server.url("/hello")).await, UnreachableCause::PinMismatch { .. }));
}

#[tokio::test]
async fn the_right_key_does_not_replace_ordinary_verification() {
    let untrusted = |cause| matches!(cause, UnreachableCause::NotTrusted { .. });
    let server = Server::start("127.0.0.1");
    let other = Server::start("127.0.0.1");
    let stranger = machine(&profile(&server.url("/rp"), &[&server.pin], &other.certificate));
    assert!(untrusted(cause(&stranger, &server.url("/hello")).await));
    let system = machine(&profile(&server.url("/rp"), &[&server.pin], ""));
    assert!(untrusted(cause(&system, &server.url("/hello")).await));

    let elsewhere = Server::start("elsewhere.example");
    let named = machine(&profile(&elsewhere.url("/rp"), &[&elsewhere.pin], &elsewhere.certificate));
    assert!(untrusted(cause(&named, &elsewhere.url("/hello")).await));

    let mut expired = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    expired.not_before = rcgen::date_time_ymd(2020, 1, 1);
    expired.not_after = rcgen::date_time_ymd(2021, 1, 1);
    let expired = Server::with(expired);
    let late = machine(&profile(&expired.url("/rp"), &[&expired.pin], &expired.certificate));
    assert!(untrusted(cause(&late, &expired.url("/hello")).await));
}

#[tokio::test]
async fn other_hosts_are_verified_by_the_system_whatever_the_profile_trusts() {
    let service = Server::start("127.0.0.1");
    let other = Server::start("127.0.0.1");
    let machine = machine(&profile(&service.url("/rp"), &[&service.pin], &service.certificate));
    assert!(matches!(cause(&machine, &other.url("/hello")).await, UnreachableCause::NotTrusted { .. }));
}

#[tokio::test]
async fn nobody_is_followed_elsewhere() {
    let server = Server::start("127.0.0.1");
    let machine = machine(&profile(&server.url("/rp"), &[&server.pin], &server.certificate));
    let to = "https://elsewhere.example/".to_owned();
    assert_eq!(cause(&machine, &server.url("/away")).await, UnreachableCause::Redirect { to });
}

#[tokio::test]
async fn an_answer_without_end_is_cut_off() {
    let server = Server::start("127.0.0.1");
    let machine = machine(&profile(&server.url("/rp"), &[&server.pin], &server.certificate));
    let announced = b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n";
    assert_eq!(said(announced).await, UnreachableCause::TooLarge);
    assert_eq!(cause(&machine, &server.url("/endless")).await, UnreachableCause::TooLarge);
    // What was read is at most what may be read, and what a growing buffer keeps of it.
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
        assert!(kilobytes < 250 << 10, "{kilobytes} kB");
    }
}

/// Every address to which a service may want to send us, and every way to say so.
#[tokio::test]
async fn no_redirect_is_followed_whatever_its_status() {
    let server = Server::start("127.0.0.1");
    let machine = machine(&profile(&server.url("/rp"), &[&server.pin], &server.certificate));
    for status in [301, 302, 303, 307, 308] {
        let found = cause(&machine, &server.url(&format!("/moved/{status}"))).await;
        assert_eq!(found, UnreachableCause::Redirect { to: "http://127.0.0.1/".to_owned() }, "{status}");
    }
}

/// The service's port, spoken to by sockets of our own: what no server library would send.
async fn said(answer: &'static [u8]) -> UnreachableCause {
    use std::io::{Read, Write};
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        let mut asked = [0; 1024];
        let _ = connection.read(&mut asked);
        let _ = connection.write_all(answer);
    });
    let anywhere = machine(&profile("https://127.0.0.1:1/rp", &["sha256//x"], ""));
    cause(&anywhere, &format!("http://127.0.0.1:{port}/tsa")).await
}

#[tokio::test]
async fn half_an_answer_is_a_broken_connection() {
    for answer in [
        &b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"[..],
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhalf",
        b"HTTP/1.1 200 OK\r\nContent-",
        b"220 mail.example ESMTP\r\n",
        b"",
    ] {
        let found = said(answer).await;
        assert!(matches!(found, UnreachableCause::Broken { .. }), "{}: {found:?}", answer.escape_ascii());
    }
}

#[tokio::test]
async fn who_is_late_is_not_waited_for() {
    let server = Server::start("127.0.0.1");
    let machine = machine(&profile(&server.url("/rp"), &[&server.pin], &server.certificate));
    // A long poll says how long it takes; a quarter of a minute is allowed beyond that.
    assert_eq!(cause(&machine, &server.url("/late?timeoutMs=0")).await, UnreachableCause::TimedOut);
}

#[tokio::test]
async fn what_may_not_be_asked_is_not_asked() {
    let server = Server::start("127.0.0.1");
    let machine = machine(&profile(&server.url("/rp"), &[&server.pin], &server.certificate));
    let plain = format!("http://127.0.0.1:{}/hello", server.port);
    for url in [plain.as_str(), "ftp://127.0.0.1/x", "/hello"] {
        assert!(matches!(cause(&machine, url).await, UnreachableCause::Address { .. }), "{url}");
    }
}

/// What came of asking a host for the certificate of an issuer, as some document names it.
async fn from_document(machine: &Machine, host: &str, port: u16) -> UnreachableCause {
    let mut request = http::Request::get(format!("http://{host}:{port}/ca.crt")).body(Vec::new()).unwrap();
    request.extensions_mut().insert(workflow::host::Unvouched);
    machine.send(request).await.unwrap_err().cause
}

/// In a document anybody may have written the address of something on the computer of whoever opens it.
#[tokio::test]
async fn this_computer_is_not_asked_for_what_a_document_names() {
    let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let port = server.local_addr().unwrap().port();
    let elsewhere = machine(&profile("https://rp.example/rp", &["sha256//x"], ""));
    for host in ["127.0.0.1", "localhost", "127.1", "[::ffff:127.0.0.1]", "ca.localhost"] {
        let cause = from_document(&elsewhere, host, port).await;
        assert!(matches!(cause, UnreachableCause::Address { .. }), "{host}: {cause:?}");
    }
    assert!(server.accept().is_err(), "nobody came");
    assert_eq!(from_document(&elsewhere, "nobody.invalid", port).await, UnreachableCause::Name);
    // Where the services themselves are on this computer, their certificates may lead here.
    let at_home = machine(&profile("https://127.0.0.1:1/rp", &["sha256//x"], ""));
    let asked = tokio::spawn(async move { from_document(&at_home, "127.0.0.1", port).await });
    let came = tokio::time::timeout(std::time::Duration::from_secs(10), async {
        while server.accept().is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    });
    came.await.expect("somebody came");
    asked.abort();
}

#[tokio::test]
async fn who_is_not_there_is_told_apart() {
    let server = Server::start("127.0.0.1");
    let machine = machine(&profile(&server.url("/rp"), &[&server.pin], &server.certificate));
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    let nobody = format!("http://127.0.0.1:{free}/ocsp");
    assert_eq!(cause(&machine, &nobody).await, UnreachableCause::Connect);
    assert_eq!(cause(&machine, "http://nobody.invalid/ocsp").await, UnreachableCause::Name);
    let not_tls = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = not_tls.local_addr().unwrap().port();
    std::thread::spawn(move || {
        use std::io::Write;
        while let Ok((mut connection, _)) = not_tls.accept() {
            let _ = connection.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        }
    });
    let found = cause(&machine, &format!("https://127.0.0.1:{port}/")).await;
    assert!(matches!(found, UnreachableCause::Broken { .. }), "{found:?}");
}

/// A profile of a signing service whose base address is `base`.
fn signing(base: &str, keys: &str, anchors: &str) -> Profile {
    let anchor = rcgen::generate_simple_self_signed(vec!["anchor".to_owned()]).unwrap().cert.pem();
    let text = format!(
        "name = \"test\"\n[csc]\n{keys}\ntls-anchors = \"\"\"\n{anchors}\"\"\"\n\
         [csc.client]\nbase-url = \"{base}\"\nclient-id = \"c\"\n\
         [trust]\nname = \"test\"\nanchors = \"\"\"\n{anchor}\"\"\"\n"
    );
    Profile::from_toml(&text).unwrap()
}

/// A request that carries the secret of the program, or a code, or a token.
async fn let_in(machine: &Machine, url: &str) -> Result<Response, UnreachableCause> {
    let mut request = http::Request::post(url).body(b"secret".to_vec()).unwrap();
    request.extensions_mut().insert(workflow::host::ToOauthServer);
    machine.send(request).await.map_err(|unreachable| unreachable.cause)
}

/// As the service itself: anchors count with and without pins, and the right key does not replace them.
#[tokio::test]
async fn the_anchors_of_a_signing_service_count_without_pins() {
    let untrusted = |cause| matches!(cause, UnreachableCause::NotTrusted { .. });
    let (server, other) = (Server::start("127.0.0.1"), Server::start("127.0.0.1"));
    let request = |url: String| http::Request::post(url).body(b"world".to_vec()).unwrap();
    let anchored = machine(&signing(&server.url("/csc/v2"), "", &server.certificate));
    assert_eq!(anchored.send(request(server.url("/hello"))).await.unwrap().body(), b"hello world");
    let elsewhere = machine(&signing(&server.url("/csc/v2"), "", &other.certificate));
    assert!(untrusted(cause(&elsewhere, &server.url("/hello")).await));
    let neither = machine(&signing(&server.url("/csc/v2"), "", ""));
    assert!(untrusted(cause(&neither, &server.url("/hello")).await), "the system does not know it");
    let pins = format!("pins = [\"{}\"]", other.pin);
    let pinned = machine(&signing(&server.url("/csc/v2"), &pins, &server.certificate));
    assert!(matches!(cause(&pinned, &server.url("/hello")).await, UnreachableCause::PinMismatch { .. }));
}

/// Where programs are let in is another origin; what the profile demands goes along, and nowhere else.
#[tokio::test]
async fn where_programs_are_let_in_is_reached_by_the_profile_and_not_by_the_system() {
    let (service, login) = (Server::start("127.0.0.1"), Server::start("127.0.0.1"));
    let both = format!("{}{}", service.certificate, login.certificate);
    let base = service.url("/csc/v2");
    let token = login.url("/hello");
    let anchored = machine(&signing(&base, "", &both));
    assert!(let_in(&anchored, &token).await.is_ok());
    assert!(let_in(&anchored, &service.url("/hello")).await.is_ok(), "or where the service is");
    let unknown = machine(&signing(&base, "", &service.certificate));
    let found = let_in(&unknown, &token).await.unwrap_err();
    assert!(matches!(found, UnreachableCause::NotTrusted { .. }), "{found:?}");
    for (pin, fits) in [(&login.pin, true), (&service.pin, false)] {
        let keys = format!("pins = [\"{}\"]\noauth-pins = [\"{pin}\"]", service.pin);
        let found = let_in(&machine(&signing(&base, &keys, &both)), &token).await;
        let refused = matches!(found, Err(UnreachableCause::PinMismatch { vouched: true, .. }));
        assert_eq!((found.is_ok(), refused), (fits, !fits), "{found:?}");
    }
    // Anybody else there is nobody that the profile speaks of.
    let found = cause(&anchored, &token).await;
    assert!(matches!(found, UnreachableCause::NotTrusted { .. }), "{found:?}");
}
