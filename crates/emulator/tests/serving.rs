//! The world behind its sockets, seen by curl.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod common;

use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum_server::from_tcp_rustls;
use axum_server::tls_rustls::RustlsConfig;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common::{bytes, followed};
use emulator::{BodyFault, EndResult, Faults, Keys, Options, Outage, Pace, Running, serve};
use rustls::pki_types::PrivatePkcs8KeyDer;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

const WHO: &str = r#""relyingPartyUUID":"00000000-0000-4000-8000-000000000000","relyingPartyName":"DEMO""#;

async fn start(dir: &Path) -> Running {
    let mut options = Options::at_pace(Pace { answer_ms: 300, ..Pace::default() });
    options.keys = Some(Keys::cached().unwrap());
    serve(dir, options).await.unwrap()
}

/// Status and body; status 0 if the connection broke.
async fn curl(arguments: &[&str]) -> (u16, String) {
    let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    let output = tokio::task::spawn_blocking(move || {
        Command::new("curl")
            .args(["-s", "--max-time", "20", "-w", "\n%{http_code} %{exitcode}"])
            .args(arguments)
            .output()
    })
    .await
    .unwrap()
    .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let (body, codes) = said.rsplit_once('\n').unwrap();
    let (status, exit) = codes.split_once(' ').unwrap();
    (if exit == "0" { status.parse().unwrap() } else { 0 }, body.to_owned())
}

fn read(body: &str) -> Value {
    serde_json::from_str(body).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relying_party_that_pins_the_key_gets_a_signature() {
    let dir = tempfile::tempdir().unwrap();
    let running = start(dir.path()).await;
    let api = &running.api_url;
    let certificate = pem(dir.path(), &std::fs::read(dir.path().join("tls.der.crt")).unwrap());
    let trust = ["--cacert", &certificate, "--pinnedpubkey", &running.tls_spki_pin];
    let body = format!(
        "{{{WHO},\"signatureProtocol\":\"RAW_DIGEST_SIGNATURE\",\"signatureProtocolParameters\":{{\"digest\":\
         \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"signatureAlgorithm\":\"sha256WithRSAEncryption\"}},\
         \"interactions\":\"W3sidHlwZSI6ImRpc3BsYXlUZXh0QW5kUElOIiwiZGlzcGxheVRleHQ2MCI6IlNpZ24/In1d\"}}"
    );
    let url = format!("{api}/v3/signature/notification/document/PNOEE-40504040001-DEM0-Q");
    let post = ["-H", "content-type: application/json", "-d", &body, &url];
    let (status, answer) = curl(&[&trust[..], &post].concat()).await;
    assert_eq!(status, 200, "{answer}");
    let session = read(&answer)["sessionID"].as_str().unwrap().to_owned();
    let begun = Instant::now();
    for version in ["--http1.1", "--http2"] {
        let poll = format!("{api}/v3/session/{session}?timeoutMs=10000");
        let (status, answer) = curl(&[&trust[..], &[version, &poll]].concat()).await;
        assert_eq!((status, read(&answer)["state"].as_str()), (200, Some("COMPLETE")));
    }
    assert!(begun.elapsed() < Duration::from_secs(5), "a long poll ends when there is an answer");
    let stranger =
        ["--cacert", &certificate, "--pinnedpubkey", "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="];
    assert_eq!(curl(&[&stranger[..], &[url.as_str()]].concat()).await.0, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_phone_wakes_a_long_poll() {
    let dir = tempfile::tempdir().unwrap();
    let running = start(dir.path()).await;
    let json_type = ["-k", "-H", "content-type: application/json", "-d"];
    let url =
        format!("{}/v3/signature/certificate-choice/notification/etsi/PNOEE-40707079912", running.api_url);
    let body = format!("{{{WHO}}}");
    let (_, answer) = curl(&[&json_type[..], &[&body, &url]].concat()).await;
    let session = read(&answer)["sessionID"].as_str().unwrap().to_owned();
    let poll = format!("{}/v3/session/{session}?timeoutMs=15000", running.api_url);
    let waiting = tokio::spawn(async move { curl(&["-k", &poll]).await });
    tokio::time::sleep(Duration::from_millis(300)).await;
    let (_, state) = curl(&[&format!("{}/state", running.phone_url)]).await;
    assert_eq!(read(&state)["requests"][0]["session"], json!(session));
    let begun = Instant::now();
    let approve = format!("{}/approve", running.phone_url);
    let pressed = json!({"session": session}).to_string();
    assert_eq!(curl(&[&json_type[..], &[&pressed, &approve]].concat()).await.0, 200);
    let (_, answer) = waiting.await.unwrap();
    assert_eq!(read(&answer)["result"]["endResult"], "OK");
    assert!(begun.elapsed() < Duration::from_secs(3));
}

/// A relying party's page, under a certificate of its own: its address, and what it is asked for, with which cookies.
fn page() -> (String, UnboundedReceiver<(String, String)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivatePkcs8KeyDer::from(own.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.unwrap().with_no_client_auth();
    let config = config.with_single_cert(vec![own.cert.der().clone()], key.into()).unwrap();
    let (told, asked) = unbounded_channel();
    let answer = axum::Router::new().fallback(async move |request: axum::extract::Request| {
        let cookie = request.headers()[http::header::COOKIE].to_str().unwrap().to_owned();
        told.send((request.uri().to_string(), cookie)).unwrap();
    });
    let server = from_tcp_rustls(listener, RustlsConfig::from_config(Arc::new(config))).unwrap();
    tokio::spawn(server.serve(answer.into_make_service()));
    (address, asked)
}

/// A link on the same device leads back, whoever drives the mock phone.
#[tokio::test(flavor = "multi_thread")]
async fn the_mock_phone_opens_the_page_that_it_is_led_back_to() {
    let dir = tempfile::tempdir().unwrap();
    let running = start(dir.path()).await;
    let (address, mut asked) = page();
    let back = format!("{address}/back?value=RrKjjT4aggzu27YBddX1bQ");
    running.world().set_faults(Faults { next_end_result: Some(EndResult::UserRefused), ..Faults::default() });
    let json_type = ["-k", "-H", "content-type: application/json", "-d"];
    let body = format!("{{{WHO},\"initialCallbackUrl\":\"{back}\"}}");
    let url = format!("{}/v3/signature/certificate-choice/device-link/anonymous", running.api_url);
    let (status, opened) = curl(&[&json_type[..], &[&body, &url]].concat()).await;
    assert_eq!(status, 200, "{opened}");
    let opened = read(&opened);
    let scanned = followed(&opened, "Web2App", "PNOEE-40404040009-MOCK-Q", &back);
    let mock = format!("{}/mock/device-link", running.api_url.trim_end_matches("/smart-id-rp"));
    let (status, answer) = curl(&[&json_type[..], &[&scanned.to_string(), &mock]].concat()).await;
    assert_eq!(status, 200, "{answer}");
    let came = tokio::time::timeout(Duration::from_secs(10), asked.recv()).await.unwrap().unwrap();
    let digest = URL_SAFE_NO_PAD.encode(Sha256::digest(bytes(&opened["sessionSecret"])));
    let path = back.trim_start_matches(&address);
    assert_eq!(came, (format!("{path}&sessionSecretDigest={digest}"), "a=b".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_ports_and_certificates_outlive_the_run() {
    let dir = tempfile::tempdir().unwrap();
    let first = start(dir.path()).await;
    let (root, issuing, pin, api) = (
        first.root_der.clone(),
        first.issuing_der.clone(),
        first.tls_spki_pin.clone(),
        first.api_url.clone(),
    );
    let beside = start(dir.path()).await;
    assert_ne!(beside.api_url, api, "a taken port is not fought over");
    assert_eq!(beside.root_der, root);
    assert_ne!(beside.issuing_der, issuing, "its certificates point to where it is");
    drop((first, beside));
    tokio::time::sleep(Duration::from_millis(600)).await;
    let second = start(dir.path()).await;
    assert_eq!((&second.root_der, &second.issuing_der, &second.tls_spki_pin), (&root, &issuing, &pin));
    assert_eq!(second.api_url, api);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_else_gets_in() {
    let dir = tempfile::tempdir().unwrap();
    let running = start(dir.path()).await;
    let state = format!("{}/state", running.phone_url);
    assert_eq!(curl(&[&state]).await.0, 200);
    assert_eq!(curl(&["-H", "Host: evil.example", &state]).await.0, 404);
    let approve = format!("{}/approve", running.phone_url);
    assert_eq!(curl(&["-H", "content-type: text/plain", "-d", "{}", &approve]).await.0, 415);
    let api_on_http = format!("{}/smart-id-rp/v3/session/x", running.support_url);
    assert_eq!(curl(&[&api_on_http]).await.0, 404);
    let large = "a".repeat(100_000);
    let tsa = ["-H", "content-type: application/timestamp-query", "-d", &large, &running.tsa_url];
    assert_eq!(curl(&tsa).await.0, 413);
    running.world().set_faults(Faults { tsa: Outage::Cut, ..Faults::default() });
    let tsa = ["-H", "content-type: application/timestamp-query", "-d", "x", &running.tsa_url];
    assert_eq!(curl(&tsa).await.0, 0, "the connection breaks");
    let (status, page) = curl(&["-i", &running.phone_url]).await;
    assert_eq!(status, 200);
    assert!(page.to_lowercase().contains("content-security-policy: default-src 'none'"), "{page}");
}

/// The most memory that this process had at once, in bytes.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_gigabyte_is_sent_and_never_held() {
    let dir = tempfile::tempdir().unwrap();
    let running = start(dir.path()).await;
    running.world().set_faults(Faults { body: BodyFault::Oversized, ..Faults::default() });
    let url = format!("{}/v3/signature/certificate/PNOEE-40504040001-DEM0-Q", running.api_url);
    let body = format!("{{{WHO}}}");
    let post = ["-k", "-H", "content-type: application/json", "-d", &body, &url];
    let before = peak_memory();
    let (status, said) = curl(
        &[
            &post[..],
            &["-o", "/dev/null", "--max-time", "120", "-w", "%{size_download}\n%{http_code} %{exitcode}"],
        ]
        .concat(),
    )
    .await;
    assert_eq!(status, 200, "{said}");
    assert!(said.trim().parse::<u64>().unwrap() > 1 << 30, "{said}");
    let grown = peak_memory() - before;
    // Other stories run meanwhile.
    assert!(grown < 256 << 20, "{grown} bytes more");
    // Whoever hangs up is let go.
    let (status, _) = curl(&[&post[..], &["--max-time", "1"]].concat()).await;
    assert_eq!(status, 0);
    running.world().set_faults(Faults::default());
    assert_eq!(curl(&post).await.0, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn switches_are_set_over_http_and_clocks_are_wrong_as_they_say() {
    let dir = tempfile::tempdir().unwrap();
    let running = start(dir.path()).await;
    let admin = format!("{}/admin/faults", running.support_url);
    let json_type = ["-H", "content-type: application/json", "-d"];
    let set = async |faults: Value| curl(&[&json_type[..], &[&faults.to_string(), &admin]].concat()).await;
    assert_eq!(set(json!({"nonsense": 1})).await.0, 400);
    let (status, answer) = set(json!({"clockMs": 86_400_000, "body": "wrong-types"})).await;
    assert_eq!((status, &read(&answer)["clockMs"]), (200, &json!(86_400_000)));
    assert_eq!(read(&curl(&[&admin]).await.1), read(&answer));
    let dates = async |url: &str| {
        let (_, headers) = curl(&["-k", "-s", "-D", "-", "-o", "/dev/null", url]).await;
        let dates: Vec<_> = headers
            .lines()
            .filter_map(|line| line.to_lowercase().strip_prefix("date: ").map(str::to_owned))
            .collect();
        assert_eq!(dates.len(), 1, "{headers}");
        dates.into_iter().next().unwrap()
    };
    let api = format!("{}/v3/session/none?timeoutMs=1000", running.api_url);
    let (here, there) = (dates(&admin).await, dates(&api).await);
    assert_ne!(here[..16], there[..16], "a day ahead");
    set(json!({})).await;
    assert_eq!(dates(&api).await[..16], dates(&admin).await[..16]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_with_a_built_in_address_is_led_here() {
    let dir = tempfile::tempdir().unwrap();
    let mut options = Options::at("127.0.0.1:0".parse().unwrap());
    options.keys = Some(Keys::cached().unwrap());
    options.names = vec!["sid.example".to_owned()];
    let running = serve(dir.path(), options).await.unwrap();
    let certificate = pem(dir.path(), &running.tls_certificate_der);
    let address = running.api_url.trim_start_matches("https://").split('/').next().unwrap();
    let lead = |name: &str| format!("{name}:443:{address}");
    let poll = |host: &str| format!("https://{host}/smart-id-rp/v3/session/none?timeoutMs=1");
    let ask = async |name: &str| {
        let trust = ["--cacert", &certificate, "--connect-to", &lead(name), &poll(name)];
        curl(&trust).await.0
    };
    assert_eq!(ask("sid.example").await, 400, "the time-out is too short, so somebody read it");
    assert_eq!(ask("other.example").await, 0, "no certificate for that");
    let here = ["--cacert", &certificate, &poll(address)];
    assert_eq!(curl(&here).await.0, 400, "the address of this computer is one all the same");
    let elsewhere = [&here[..], &["-H", "host: other.example"]].concat();
    assert_eq!(curl(&elsewhere).await.0, 404);
}

/// Whoever finds the signing service by a name of its own lets people in under that name too.
#[tokio::test(flavor = "multi_thread")]
async fn people_are_let_in_where_the_signing_service_is_asked() {
    for is_one_port in [true, false] {
        let dir = tempfile::tempdir().unwrap();
        let mut options = Options::default();
        options.keys = Some(Keys::cached().unwrap());
        options.listen = is_one_port.then(|| "127.0.0.1:0".parse().unwrap());
        options.names = vec!["csc.example".to_owned()];
        let running = serve(dir.path(), options).await.unwrap();
        let certificate = pem(dir.path(), &running.tls_certificate_der);
        let address = running.csc_url.trim_start_matches("https://").split('/').next().unwrap();
        let port = address.split_once(':').unwrap().1;
        let ask = async |host: &str, more: &[&str]| {
            let lead = format!("csc.example::{address}");
            let url = more.last().unwrap().replace("HOST", host);
            let (more, trust) = (&more[..more.len() - 1], ["--cacert", &certificate, "--connect-to", &lead]);
            curl(&[&trust, more, &[url.as_str()]].concat()).await
        };
        let login = async |host: &str, version: &str| {
            let post =
                [version, "-H", "content-type: application/json", "-d", "{}", "https://HOST/csc/v2/info"];
            let (status, info) = ask(host, &post).await;
            assert_eq!(status, 200, "{host}: {info}");
            read(&info)["oauth2"].as_str().unwrap().to_owned()
        };
        for version in ["--http1.1", "--http2"] {
            let beside = format!("{}/csc-login", running.support_url);
            for host in [address, &format!("localhost:{port}")] {
                assert_eq!(
                    login(host, version).await,
                    beside,
                    "{version}: browsers need no certificate for it"
                );
            }
            for host in ["csc.example", &format!("csc.example:{port}")] {
                let named = login(host, version).await;
                assert_eq!(named, format!("https://{host}/csc-login"), "{version}");
                let (status, page) = ask(host, &[version, &format!("{named}/oauth2/authorize")]).await;
                assert!(status == 400 && page.contains("<title>Signing service"), "{status} {page}");
            }
        }
    }
}

/// A file with a certificate, in `dir`.
fn pem(dir: &Path, certificate: &[u8]) -> String {
    let (der, pem) = (dir.join("named.der"), dir.join("named.pem"));
    std::fs::write(&der, certificate).unwrap();
    let mut convert = Command::new("openssl");
    convert.args(["x509", "-inform", "DER", "-in"]).arg(der).arg("-out").arg(&pem);
    assert!(convert.status().unwrap().success());
    pem.to_str().unwrap().to_owned()
}
