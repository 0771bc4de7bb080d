//! Time-stamps by a signing service, and under a policy.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use emulator::{CscRefusal, Faults};
use pitser_tests::{Browsing, Simulated, run};
use pki::ObjectIdentifier;
use serde_json::{Value, json};
use workflow::error::Error;
use workflow::event::Stage;
use workflow::host::{Request, Response};
use workflow::order::{Level, Order, Signer};
use workflow::profile::{Login, Profile, TimestampService};
use workflow::timestamp_service::Source;
use workflow::verdict::Indication;

use crate::{APPROVES, order, person, sign, signed, world};

/// What the time-stamping unit of the world stamps under.
const POLICY: &str = "0.4.0.2023.1.1";

fn by_csc() -> TimestampService {
    TimestampService { source: Source::Csc, policy: None }
}

fn under(policy: &str, service: TimestampService) -> TimestampService {
    TimestampService { policy: Some(ObjectIdentifier::new(policy).expect("an identifier")), ..service }
}

fn cloud() -> Signer {
    Signer::Cloud { credential: None }
}

/// A world in which the signing service stamps.
fn stamped_there(seed: u64) -> (Simulated, Profile) {
    let (host, mut profile) = world(seed);
    profile.timestamp = vec![by_csc()];
    (host, profile)
}

fn asked(host: &Simulated, part: &str) -> usize {
    host.exchanges().iter().filter(|one| one.request.uri().path().ends_with(part)).count()
}

/// Why there was none: the first cause, and what helps.
fn why(error: &Error) -> (String, &'static str) {
    (error.values()["why"].clone(), error.hint())
}

#[test]
fn a_signing_service_stamps_what_it_signs_and_lets_in_once_for_both() {
    for level in [Level::BT, Level::BLt, Level::BLta] {
        for has_keychain in [true, false] {
            let (mut host, profile) = stamped_there(401);
            host.has_keychain = has_keychain;
            let done = sign(&host, &profile, order(cloud(), level)).expect("signed");
            assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "{level:?}");
            assert_eq!(done.report.signatures[0].level, Some(level));
            assert_eq!((host.pages().len(), asked(&host, "/tsa")), (2, 0), "let in, and to sign");
            // A sample, that of the signature, and that of the document.
            let expected = if level == Level::BLta { 3 } else { 2 };
            assert_eq!(asked(&host, "signatures/timestamp"), expected, "{level:?}");
            assert_eq!(asked(&host, "/csc/v2/info"), 1);
        }
    }
}

#[test]
fn what_a_phone_signs_is_stamped_there_too() {
    let (host, profile) = stamped_there(402);
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert_eq!((host.pages().len(), asked(&host, "/tsa")), (1, 0), "let in once");
    // The program itself is let in without a page.
    let (host, mut profile) = stamped_there(403);
    let service = profile.csc.as_mut().expect("a signing service");
    service.client.client_id = emulator::CSC_ORGANISATION.to_owned();
    service.client.client_secret = Some(remote::Secret::new(emulator::CSC_SECRET));
    service.login = Login::Client;
    sign(&host, &profile, order(person(APPROVES), Level::BT)).expect("signed");
    assert_eq!((host.pages().len(), asked(&host, "signatures/timestamp")), (0, 2));
}

#[test]
fn a_login_that_the_service_does_not_take_any_more_is_renewed_for_the_time_stamp() {
    let (host, profile) = stamped_there(415);
    sign(&host, &profile, order(person(APPROVES), Level::BT)).expect("signed");
    let over = CscRefusal { status: 401, error: "expired_token".into(), description: String::new() };
    host.world.set_faults(Faults { next_csc: Some(over), ..Faults::default() });
    let again = Order { output: Some("/again.pdf".into()), ..order(person(APPROVES), Level::BT) };
    let done = sign(&host, &profile, again).expect("signed again");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert_eq!((asked(&host, "signatures/timestamp"), asked(&host, "oauth2/token")), (5, 2));
    assert_eq!(host.pages().len(), 1, "nobody is led to a page for it");
}

/// The token that the service gave is the one in the file, and openssl takes it for the hash that was sent.
#[test]
fn openssl_takes_the_time_stamp_of_a_signing_service() {
    let (host, profile) = stamped_there(404);
    sign(&host, &profile, order(cloud(), Level::BT)).expect("signed");
    let exchanges = host.exchanges();
    let last = exchanges.iter().rfind(|one| one.request.uri().path().ends_with("timestamp")).expect("asked");
    let body = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).expect("JSON");
    let (sent, came) = (body(last.request.body()), body(last.response.body()));
    let decoded = |value: &Value| STANDARD.decode(value.as_str().expect("a text")).expect("base64");
    let (digest, token) = (decoded(&sent["hash"]), decoded(&came["timestamp"]));
    let file = host.file(signed()).expect("saved");
    let within = hex::encode(&token);
    let shown = String::from_utf8_lossy(&file).to_ascii_lowercase();
    assert!(shown.contains(&within), "the token is in the signature");

    if std::process::Command::new("openssl").arg("version").output().is_err() {
        assert!(std::env::var_os("PITSER_REQUIRE_TOOLS").is_none(), "openssl is missing");
        return eprintln!("skipped: openssl is missing");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).expect("written");
        path
    };
    let anchors = (profile.trust.anchors.clone(), profile.trust.issuers.clone());
    let (token, anchor) = (at("token.der", &token), at("anchor.pem", anchors.0.as_bytes()));
    let issuers = at("issuers.pem", anchors.1.as_bytes());
    let moment = (host.world_time() / 1000).to_string();
    let verified = |digest: &str| {
        let out = std::process::Command::new("openssl")
            .args(["ts", "-verify", "-token_in", "-attime", &moment, "-digest", digest, "-in"])
            .arg(&token)
            .arg("-CAfile")
            .arg(&anchor)
            .arg("-untrusted")
            .arg(&issuers)
            .output()
            .expect("openssl");
        let said = [out.stdout, out.stderr].concat();
        (out.status.success(), String::from_utf8_lossy(&said).into_owned())
    };
    let (holds, said) = verified(&hex::encode(&digest));
    assert!(holds && said.contains("Verification: OK"), "{said}");
    assert!(!verified(&hex::encode(vec![0; digest.len()])).0, "over nothing else");
}

#[test]
fn the_next_service_stamps_where_the_signing_service_does_not() {
    let without = json!({"methods": ["credentials/list", "credentials/info", "signatures/signHash"]});
    for info in [without, json!({"authType": ["TLS"]})] {
        let (host, mut profile) = world(405);
        let http = profile.timestamp[0].clone();
        profile.timestamp = vec![by_csc(), http];
        host.world.set_faults(Faults { csc_info: info, ..Faults::default() });
        sign(&host, &profile, order(person(APPROVES), Level::BT)).expect("signed");
        assert_eq!((asked(&host, "signatures/timestamp"), host.pages().len()), (0, 0));
        assert_eq!(asked(&host, "/tsa"), 2);
    }
    // Nor is a person who did not come in led there a second time.
    let (mut host, mut profile) = world(406);
    host.browsing = Browsing::Refuses;
    let http = profile.timestamp[0].clone();
    profile.timestamp = vec![by_csc(), http];
    sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    assert_eq!((host.pages().len(), asked(&host, "/tsa")), (1, 3));
    // And the other way round.
    let (host, mut profile) = world(407);
    host.disconnect(vec![":2/tsa"]);
    let http = profile.timestamp[0].clone();
    profile.timestamp = vec![http, by_csc()];
    sign(&host, &profile, order(cloud(), Level::BT)).expect("signed");
    assert_eq!(asked(&host, "signatures/timestamp"), 2);
}

#[test]
fn where_nobody_stamps_the_first_cause_is_told_before_anybody_signs() {
    for (info, cause, hint) in [
        (json!({"methods": ["credentials/list"]}), "csc-method-missing", "settings"),
        (json!({"authType": ["TLS"]}), "csc-entrance", "settings"),
        (json!({"specs": "1.0.4.0"}), "csc-version", "settings"),
    ] {
        let (host, profile) = stamped_there(408);
        host.world.set_faults(Faults { csc_info: info, ..Faults::default() });
        let error = sign(&host, &profile, order(person(APPROVES), Level::BT)).expect_err("no time-stamp");
        assert_eq!((error.code(), why(&error)), ("no-timestamp", (cause.to_owned(), hint)));
        assert_eq!((host.signature_sessions(), host.pages().len()), (0, 0));
        assert!(error.values()["detail"].starts_with("csc: csc-"), "{:?}", error.values());
    }
}

/// What becomes of answers of the signing service about time-stamps.
fn spoiled(spoil: impl Fn(&mut Value) + Send + Sync + 'static) -> Error {
    let (mut host, profile) = stamped_there(409);
    host.altered = Some(Box::new(move |request: &Request, mut response: Response| {
        if request.uri().path().ends_with("signatures/timestamp") {
            let mut body = serde_json::from_slice(response.body()).expect("JSON");
            spoil(&mut body);
            *response.body_mut() = body.to_string().into_bytes();
        }
        Ok(response)
    }));
    let error = sign(&host, &profile, order(cloud(), Level::BT)).expect_err("no time-stamp");
    assert_eq!(
        (host.file(signed()), host.journal_len()),
        (None, usize::from(error.code() != "no-timestamp"))
    );
    error
}

#[test]
fn a_time_stamp_that_is_none_is_refused_by_its_own_cause() {
    let causes = |error: &Error| (error.code(), why(error).0);
    let cut = spoiled(|body| body["timestamp"] = "AAAA".into());
    assert_eq!(causes(&cut), ("no-timestamp", "malformed-answer".to_owned()));
    let forged = spoiled(|body| {
        let mut token = STANDARD.decode(body["timestamp"].as_str().expect("a text")).expect("base64");
        *token.last_mut().expect("bytes") ^= 1;
        body["timestamp"] = STANDARD.encode(token).into();
    });
    assert_eq!(causes(&forged), ("no-timestamp", "answer-invalid".to_owned()));
    // The first one is good, and comes again in place of the second, which is over something else.
    let first = std::sync::Mutex::new(None);
    let again = spoiled(move |body| {
        let mut first = first.lock().expect("no panic");
        *body = first.get_or_insert_with(|| body.clone()).clone();
    });
    assert_eq!(causes(&again), ("timestamp-unavailable", "imprint-mismatch".to_owned()));
}

#[test]
fn what_was_signed_is_stamped_later_by_the_signing_service() {
    let (host, profile) = stamped_there(410);
    host.disconnect_after(Stage::Received, vec!["signatures/timestamp"]);
    let error = sign(&host, &profile, order(cloud(), Level::BT)).expect_err("no time-stamp");
    assert_eq!((error.code(), error.hint()), ("timestamp-unavailable", "finish-later"));
    assert_eq!(error.values()["why"], "unreachable");
    host.reconnect();
    let pending = workflow::sign::pending(&host).expect("pending");
    let done = run(workflow::sign::finish(&host, &profile, &pending[0].key, None)).expect("finished");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert_eq!(host.pages().len(), 2, "the login is kept");
}

#[test]
fn a_service_stamps_under_the_policy_that_was_asked_for() {
    let (host, mut profile) = world(411);
    profile.timestamp = vec![under(POLICY, profile.timestamp[0].clone())];
    sign(&host, &profile, order(person(APPROVES), Level::BLta)).expect("signed");
    // 0.4.0.2023.1.1 in DER.
    let oid = [0x06, 0x06, 0x04, 0x00, 0x8f, 0x67, 0x01, 0x01];
    let exchanges = host.exchanges();
    let queries: Vec<_> = exchanges.iter().filter(|one| one.request.uri().path().ends_with("/tsa")).collect();
    assert_eq!(queries.len(), 3);
    assert!(queries.iter().all(|one| one.request.body().windows(oid.len()).any(|part| part == oid)));
    let (host, mut profile) = stamped_there(412);
    profile.timestamp = vec![under(POLICY, by_csc())];
    sign(&host, &profile, order(cloud(), Level::BT)).expect("signed");
}

#[test]
fn another_policy_is_told_by_name_before_anybody_signs() {
    let refused = |services: fn(TimestampService) -> Vec<TimestampService>, spoil: bool| {
        let (mut host, mut profile) = world(413);
        profile.timestamp = services(profile.timestamp[0].clone());
        if spoil {
            // A service that does not look at what was asked for: the same answer, made for a question without a policy.
            let other = Simulated::new(413);
            host.altered = Some(Box::new(move |request: &Request, response: Response| {
                if !request.uri().path().ends_with("/tsa") {
                    return Ok(response);
                }
                Ok(run(workflow::host::Host::send(&other, without_policy(request))).expect("an answer"))
            }));
        }
        let error = sign(&host, &profile, order(person(APPROVES), Level::BT)).expect_err("another policy");
        assert_eq!((error.code(), host.signature_sessions()), ("no-timestamp", 0));
        let (why, hint) = why(&error);
        assert_eq!(hint, "settings");
        why
    };
    assert_eq!(refused(|http| vec![under("1.2.3.4.5.6", http)], false), "tsp-unaccepted-policy");
    assert_eq!(refused(|http| vec![under("1.2.3.4.5.6", http)], true), "policy-mismatch");
    assert_eq!(refused(|_| vec![under("1.2.3.4.5.6", by_csc())], false), "policy-mismatch");
    // The next one may have it.
    let (host, mut profile) = world(414);
    let http = profile.timestamp[0].clone();
    profile.timestamp = vec![under("1.2.3.4.5.6", http.clone()), http];
    sign(&host, &profile, order(person(APPROVES), Level::BT)).expect("signed");
}

/// The same question without 1.2.3.4.5.6 in it.
fn without_policy(request: &Request) -> Request {
    let oid = [0x06, 0x05, 0x2a, 0x03, 0x04, 0x05, 0x06];
    let mut request = request.clone();
    let query = request.body_mut();
    let at = query.windows(oid.len()).position(|part| part == oid).expect("a policy");
    query.drain(at..at + oid.len());
    // The length of the whole, which takes one byte.
    query[1] -= u8::try_from(oid.len()).expect("short");
    request
}
