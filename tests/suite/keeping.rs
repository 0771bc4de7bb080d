//! What is kept of a signing service between two signings: the secret of the client, the login of a person. It lies in the
//! keychain, is used as long as the service takes it, and is forgotten when somebody says so.

use emulator::{CSC_ORGANISATION, CSC_OTP, CSC_PIN, CSC_SECRET};
use pitser_tests::{Browsing, Simulated, run};
use remote::Secret;
use workflow::host::UnreachableCause;
use workflow::keychain::{
    self, Forgotten, What, Whereabouts, forget, forget_proxy_login, keep_proxy_login, keep_secret,
    proxy_login_of, proxy_login_whereabouts, whereabouts,
};
use workflow::order::{Level, Order, Signer};
use workflow::profile::{Login, Profile};
use workflow::together::sign_together;
use workflow::verdict::Indication;

use crate::{contract, order, sign, world};

const HOUR: i64 = 3_600_000;
const MINUTE: i64 = 60_000;

/// Signs once more, and says how many pages the browser was led to for it.
fn pages_for(host: &Simulated, profile: &Profile, key: Option<&str>) -> usize {
    let before = host.pages().len();
    let signer = Signer::Cloud { credential: key.map(str::to_owned) };
    let output = format!("/signed-{before}.pdf").into();
    sign(host, profile, Order { output: Some(output), ..order(signer, Level::BB) }).expect("signed");
    host.pages().len() - before
}

fn asked(host: &Simulated, part: &str, word: &str) -> usize {
    let says = |body: &[u8]| String::from_utf8_lossy(body).contains(word);
    let is_meant = |path: &str, body: &[u8]| path.ends_with(part) && says(body);
    host.exchanges().iter().filter(|one| is_meant(one.request.uri().path(), one.request.body())).count()
}

/// What the keychain has becomes something that the service never gave.
fn falsify(host: &Simulated) {
    let expires_at = host.world_time() + HOUR;
    let strange = serde_json::json!({"access": "strange", "expires_at": expires_at, "refresh": "strange"});
    for kept in host.keychain().values_mut() {
        let mut fields: serde_json::Value = serde_json::from_str(kept.reveal()).expect("tokens");
        fields["access"] = strange["access"].clone();
        fields["refresh"] = strange["refresh"].clone();
        *kept = Secret::new(fields.to_string());
    }
}

/// An organisation is let in by the secret that the service gave it.
pub fn organisation(profile: &mut Profile) {
    let service = profile.csc.as_mut().expect("a signing service");
    service.client.client_id = CSC_ORGANISATION.to_owned();
    (service.login, service.user) = (Login::Client, Some("liis".to_owned()));
}

#[test]
fn whoever_was_let_in_is_so_the_next_time_and_allows_only_the_signature() {
    let (host, profile) = world(110);
    let (first, second) = (pages_for(&host, &profile, None), pages_for(&host, &profile, None));
    assert_eq!((first, second, host.keychain().len()), (2, 1, 1));
    assert_eq!(asked(&host, "oauth2/token", "refresh_token"), 0, "the token still lived");
    host.pass(2 * HOUR);
    assert_eq!(pages_for(&host, &profile, None), 1);
    assert_eq!(asked(&host, "oauth2/token", "grant_type=refresh_token"), 1);
    // The service takes each refresh token once, and the new one was kept.
    host.pass(2 * HOUR);
    assert_eq!(pages_for(&host, &profile, None), 1);
    host.pass(40 * 24 * HOUR);
    assert_eq!(pages_for(&host, &profile, None), 2, "in the end somebody has to log in again");
}

#[test]
fn a_token_that_is_refused_leads_to_one_new_login_and_not_to_an_error() {
    let (host, profile) = world(111);
    pages_for(&host, &profile, None);
    falsify(&host);
    assert_eq!(pages_for(&host, &profile, None), 2);
    assert_eq!(asked(&host, "oauth2/token", "refresh_token=strange"), 1);
    assert_eq!(pages_for(&host, &profile, None), 1, "the new one is kept");
    for kept in host.keychain().values_mut() {
        *kept = Secret::new("no tokens at all");
    }
    assert_eq!(pages_for(&host, &profile, None), 2);
}

/// The sample of §10.1 instead of what table 3 names; by the status of table 2 and by that of the sample.
#[test]
fn a_token_that_is_refused_by_a_description_alone_is_replaced_too() {
    for status in [400, 401] {
        let (mut host, profile) = world(128);
        pages_for(&host, &profile, None);
        falsify(&host);
        host.altered = Some(Box::new(move |request, mut response| {
            let strange =
                request.headers().get("authorization").is_some_and(|value| value == "Bearer strange");
            if strange {
                *response.status_mut() = http::StatusCode::from_u16(status).expect("a status");
                let said =
                    r#"{"error": "invalid_request", "error_description": "The access token is not valid"}"#;
                *response.body_mut() = said.into();
            }
            Ok(response)
        }));
        assert_eq!(pages_for(&host, &profile, None), 2, "{status}");
        assert_eq!(pages_for(&host, &profile, None), 1, "{status}: the new one is kept");
    }
}

#[test]
fn a_key_whose_token_dies_while_it_signs_is_logged_in_for_anew_the_next_time() {
    let (mut host, profile) = world(129);
    host.browsing = Browsing::Approves("janis");
    host.answers = vec![("PIN", CSC_PIN), ("SMS code", CSC_OTP)];
    pages_for(&host, &profile, Some("HX0224685"));
    host.altered = Some(Box::new(|request, mut response| {
        if request.uri().path().ends_with("signatures/signHash") {
            *response.status_mut() = http::StatusCode::UNAUTHORIZED;
            *response.body_mut() = br#"{"error": "expired_token"}"#.to_vec();
        }
        Ok(response)
    }));
    let signer = Signer::Cloud { credential: Some("HX0224685".to_owned()) };
    let error = sign(&host, &profile, order(signer, Level::BB)).expect_err("not signed");
    assert_eq!((error.code(), host.keychain().len()), ("csc-session-over", 0));
    host.altered = None;
    assert_eq!(pages_for(&host, &profile, Some("HX0224685")), 1, "one login; leave is given by PIN");
}

#[test]
fn an_organisation_asks_for_a_token_once_and_for_one_more_when_it_is_refused() {
    let (host, mut profile) = world(118);
    organisation(&mut profile);
    let service = profile.csc.as_mut().expect("a signing service");
    service.client.client_secret = Some(Secret::new(CSC_SECRET));
    let fetched = || asked(&host, "oauth2/token", "grant_type=client_credentials");
    let mut tokens = Vec::new();
    for _ in 0..2 {
        pages_for(&host, &profile, None);
        tokens.push(fetched());
    }
    assert_eq!((tokens.as_slice(), host.keychain().len()), ([1, 1].as_slice(), 1));
    host.pass(2 * HOUR);
    pages_for(&host, &profile, None);
    assert_eq!(fetched(), 2, "the first one has run out");
    for kept in host.keychain().values_mut() {
        let mut fields: serde_json::Value = serde_json::from_str(kept.reveal()).expect("tokens");
        fields["access"] = "strange".into();
        *kept = Secret::new(fields.to_string());
    }
    pages_for(&host, &profile, None);
    assert_eq!(fetched(), 3, "one new one");
    pages_for(&host, &profile, None);
    assert_eq!(fetched(), 3, "which is kept");
}

#[test]
fn an_organisation_is_let_in_anew_while_somebody_answers_for_many_documents() {
    let (mut host, mut profile) = world(119);
    organisation(&mut profile);
    let service = profile.csc.as_mut().expect("a signing service");
    service.client.client_secret = Some(Secret::new(CSC_SECRET));
    service.user = Some("janis".to_owned());
    host.answers = vec![("PIN", CSC_PIN), ("SMS code", CSC_OTP)];
    pages_for(&host, &profile, Some("HX0224685"));
    // It has more than five minutes yet, and so is taken.
    host.pass(HOUR - 6 * MINUTE);
    host.thinks_for = 2 * MINUTE;
    let orders: Vec<_> = (0..25).map(|number| by_pin(&host, number)).collect();
    for (number, ended) in run(sign_together(&host, &profile, &orders)).into_iter().enumerate() {
        let signed = ended.unwrap_or_else(|error| panic!("{number}: {error}"));
        assert_eq!(signed.report.overall(), Some(Indication::TotalPassed), "{number}");
    }
    assert_eq!(asked(&host, "credentials/authorize", "HX0224685"), 4, "one, and three for 25");
    let fetched = asked(&host, "oauth2/token", "grant_type=client_credentials");
    assert_eq!(fetched, 2, "at first, and before the second permission");
}

/// A document of its own, signed with the key that wants a PIN and a code.
fn by_pin(host: &Simulated, number: usize) -> Order {
    let document = format!("/contract-{number}.pdf");
    host.put(document.as_str(), [contract(), format!("%{number}\n").into_bytes()].concat());
    let key = Signer::Cloud { credential: Some("HX0224685".to_owned()) };
    Order { output: Some(format!("/of-many-{number}.pdf").into()), ..Order::new(document, key, Level::BB) }
}

#[test]
fn a_lost_refresh_is_no_dead_end() {
    let (host, profile) = world(112);
    pages_for(&host, &profile, None);
    host.pass(2 * HOUR);
    host.lose_answer("/oauth2/token");
    let cloud = Signer::Cloud { credential: None };
    let error = sign(&host, &profile, order(cloud, Level::BB)).expect_err("the answer is lost");
    assert_eq!(error.code(), "connection-broken");
    // The token was used up: somebody logs in again.
    assert_eq!(pages_for(&host, &profile, None), 2);
}

#[test]
fn somebody_else_logs_in_for_their_own_key() {
    let (mut host, profile) = world(113);
    pages_for(&host, &profile, None);
    host.browsing = Browsing::Approves("rasa");
    assert_eq!(pages_for(&host, &profile, Some("RX0336022")), 2);
    assert_eq!(pages_for(&host, &profile, Some("RX0336022")), 1);
}

#[test]
fn without_a_keychain_people_log_in_every_time_and_an_organisation_is_told() {
    let (mut host, mut profile) = world(114);
    host.has_keychain = false;
    assert_eq!((pages_for(&host, &profile, None), pages_for(&host, &profile, None)), (2, 2));
    organisation(&mut profile);
    let cloud = || Signer::Cloud { credential: None };
    let error = sign(&host, &profile, order(cloud(), Level::BB)).expect_err("no keychain");
    assert_eq!(error.code(), "keychain-unavailable");
    let error = run(keep_secret(&host, &profile, &Secret::new(CSC_SECRET))).expect_err("no keychain");
    assert_eq!((error.code(), error.values()["detail"].as_str()), ("keychain-unavailable", "there is none"));
    let error = run(whereabouts(&host, &profile)).expect_err("no keychain");
    assert_eq!((error.code(), error.hint()), ("keychain-unavailable", "settings"));
    // What the environment gave needs none.
    let service = profile.csc.as_mut().expect("a signing service");
    service.client.client_secret = Some(Secret::new(CSC_SECRET));
    assert_eq!(run(whereabouts(&host, &profile)).expect("at hand"), Whereabouts::Given);
    sign(&host, &profile, order(cloud(), Level::BB)).expect("signed");
}

#[test]
fn a_login_that_is_forgotten_is_taken_back_at_the_service() {
    let (host, profile) = world(115);
    pages_for(&host, &profile, None);
    let copy = host.keychain().clone();
    let forgotten = run(forget(&host, &profile, What::Login)).expect("forgotten");
    assert!(matches!(forgotten, Forgotten::Revoked), "{forgotten:?}");
    assert_eq!((host.keychain().len(), asked(&host, "oauth2/revoke", "refresh_token")), (0, 1));
    let forgotten = run(forget(&host, &profile, What::Login)).expect("nothing is there");
    assert!(matches!(forgotten, Forgotten::Nothing), "{forgotten:?}");
    // Whoever kept a copy has nothing of it.
    *host.keychain() = copy;
    assert_eq!(pages_for(&host, &profile, None), 2);
    host.disconnect(vec!["/csc"]);
    let forgotten = run(forget(&host, &profile, What::Login)).expect("forgotten here");
    assert!(matches!(&forgotten, Forgotten::NotRevoked(error) if error.code() == "unreachable"));
    assert!(host.keychain().is_empty());
}

#[test]
fn a_secret_is_for_one_service_and_not_for_one_that_has_its_name() {
    let (host, mut profile) = world(116);
    organisation(&mut profile);
    run(keep_secret(&host, &profile, &Secret::new("wrong"))).expect("kept");
    let signing = |profile: &Profile| {
        let signer = Signer::Cloud { credential: None };
        sign(&host, profile, order(signer, Level::BB)).map_or_else(|error| error.code(), |_| "signed")
    };
    assert_eq!(run(whereabouts(&host, &profile)).expect("a keychain"), Whereabouts::Kept);
    assert_eq!(signing(&profile), "csc-client-refused");
    run(keep_secret(&host, &profile, &Secret::new(CSC_SECRET))).expect("replaced");
    let before = host.exchanges().len();
    type Change = fn(&mut workflow::profile::Csc);
    let changes: [Change; 3] = [
        |service| service.client.base_url = "https://elsewhere.example/csc/v2".to_owned(),
        |service| service.client.client_id = "somebody".to_owned(),
        |service| service.tls_anchors = "another authority".to_owned(),
    ];
    for change in changes {
        let mut other = profile.clone();
        change(other.csc.as_mut().expect("a signing service"));
        assert!(!keychain::is_shared(&profile, &other));
        assert_eq!(signing(&other), "csc-secret-missing");
        assert_eq!(run(whereabouts(&host, &other)).expect("a keychain"), Whereabouts::Missing);
    }
    assert_eq!(host.exchanges().len(), before, "nobody was told anything");
    assert_eq!(signing(&profile), "signed");
    run(forget(&host, &profile, What::Everything)).expect("forgotten");
    assert!(host.keychain().is_empty());
}

#[test]
fn nothing_of_what_is_kept_is_told() {
    let (host, mut profile) = world(117);
    pages_for(&host, &profile, None);
    host.pass(2 * HOUR);
    pages_for(&host, &profile, None);
    organisation(&mut profile);
    run(keep_secret(&host, &profile, &Secret::new(CSC_SECRET))).expect("kept");
    let loaded = host.keychain().values().map(|kept| kept.reveal().to_owned()).collect::<Vec<_>>().join(" ");
    let secrets: Vec<_> = host.world.secrets().into_iter().chain([CSC_SECRET.to_owned()]).collect();
    assert!(secrets.iter().any(|secret| loaded.contains(secret)), "there is something to be found");
    let names: Vec<_> = host.keychain().keys().cloned().collect();
    let told = format!("{:?} {:?} {names:?} {profile:?}", host.events(), host.keychain());
    for secret in secrets {
        assert!(!told.contains(&secret), "{secret}");
    }
    assert!(!profile.to_toml().expect("a profile").contains("secret"));
}

#[test]
fn a_login_for_a_proxy_is_kept_for_that_proxy_and_told_in_no_event() {
    let (mut host, mut profile) = world(118);
    let password = Secret::new("hush-hush");
    assert_eq!(proxy_login_of("BANK:mari", &password), None, "a colon ends a name");
    let login = proxy_login_of("BANK\\mari", &Secret::new("hush:hush")).expect("a login");
    assert_eq!(login.reveal(), "BANK\\mari:hush:hush");
    let error = run(proxy_login_whereabouts(&host, &profile)).expect_err("no proxy is named");
    assert_eq!(error.code(), "profile");
    profile.proxy = "http://proxy.bank.example:3128".parse().expect("a proxy");
    let at = |host: &Simulated, profile: &Profile| {
        run(proxy_login_whereabouts(host, profile)).expect("a keychain")
    };
    assert_eq!(at(&host, &profile), Whereabouts::Missing);
    run(keep_proxy_login(&host, &profile, &login)).expect("kept");
    assert_eq!(at(&host, &profile), Whereabouts::Kept);
    let mut other = profile.clone();
    other.proxy = "http://proxy.bank.example:3129".parse().expect("a proxy");
    assert_eq!(at(&host, &other), Whereabouts::Missing, "another proxy is told nothing");
    host.altered = Some(Box::new(|_, _| {
        Err(UnreachableCause::ProxyLogin { proxy: "proxy.bank.example:3128".into(), told: false })
    }));
    let signer = Signer::Cloud { credential: None };
    let error = sign(&host, &profile, order(signer, Level::BB)).expect_err("not let through");
    assert_eq!(error.code(), "proxy-login");
    assert!(!host.events().is_empty(), "there is something to be searched");
    let told =
        format!("{:?} {:?} {error:?} {:?} {profile:?}", host.events(), host.keychain(), error.values());
    assert!(told.contains("proxy.bank.example:3128") && !told.contains("hush"), "{told}");
    run(forget_proxy_login(&host, &profile)).expect("forgotten");
    assert_eq!(at(&host, &profile), Whereabouts::Missing);
}
