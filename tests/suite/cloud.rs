//! Signing with keys that a remote signing service keeps: one document, many under one authorisation, and what the service
//! and the person can do instead.

use emulator::{AnswerFault, CSC_OTP, CSC_PIN, CSC_SECRET, CscFault, CscRefusal, Faults};
use pitser_tests::{Altered, Browsing, Simulated, run};
use remote::Secret;
use serde_json::json;
use workflow::error::Error;
use workflow::event::{Event, KeptFor, Prompt, Stage};
use workflow::host::{Host as _, Request, Response};
use workflow::keychain;
use workflow::order::{Level, Order, Scans, Signed, Signer};
use workflow::profile::{Login, Profile, Signs};
use workflow::together::{Ended, sign_together};
use workflow::verdict::{Conclusion, Indication};

use crate::{contract, order, sign, signed, world};

fn cloud() -> Signer {
    Signer::Cloud { credential: None }
}

fn key(id: &str) -> Signer {
    Signer::Cloud { credential: Some(id.to_owned()) }
}

fn service(profile: &mut Profile) -> &mut workflow::profile::Csc {
    profile.csc.as_mut().expect("a signing service")
}

/// What comes of one signing under these faults; nothing is left behind.
fn outcome(faults: Faults, browsing: Browsing, signer: Signer) -> Error {
    let (mut host, profile) = world(60);
    host.browsing = browsing;
    host.world.set_faults(faults);
    let error = sign(&host, &profile, order(signer, Level::BLt)).expect_err("not signed");
    assert_eq!(host.files().len(), 1, "only the original is there");
    assert_eq!(host.journal_len(), 0);
    error
}

fn by_liis(faults: Faults) -> &'static str {
    outcome(faults, Browsing::Approves("liis"), cloud()).code()
}

/// So many contracts on the disk, and the orders for them.
fn several(host: &Simulated, count: usize, level: Level) -> Vec<Order> {
    let order = |number: usize| {
        let document = format!("/contract-{number}.pdf");
        // Each is another document.
        let text = format!("%{number}\n");
        host.put(document.as_str(), [contract(), text.into_bytes()].concat());
        Order { output: Some(format!("/signed-{number}.pdf").into()), ..Order::new(document, cloud(), level) }
    };
    (0..count).map(order).collect()
}

fn together(host: &Simulated, profile: &Profile, orders: &[Order]) -> Vec<Ended> {
    run(sign_together(host, profile, orders))
}

fn asked(host: &Simulated, method: &str) -> usize {
    let is_meant = |path: &str| path.ends_with(method);
    host.exchanges().iter().filter(|one| is_meant(one.request.uri().path())).count()
}

/// What the service was told last that a person shall allow: all but what is new each time.
fn pushed(host: &Simulated) -> String {
    let exchanges = host.exchanges();
    let meant = |one: &&pitser_tests::Exchange| one.request.uri().path().ends_with("oauth2/pushed_authorize");
    let last = exchanges.iter().rfind(meant).expect("something was pushed");
    let said = form_urlencoded::parse(last.request.body()).into_owned();
    let shown: Vec<_> = said
        .filter(|(name, _)| ["client_id", "scope", "credentialID", "numSignatures"].contains(&name.as_str()))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    shown.join("&")
}

fn holds(host: &Simulated, done: &Signed, level: Level) {
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "{}", done.output.display());
    assert_eq!(done.report.signatures[0].level, Some(level));
    let name = done.output.to_string_lossy().replace("signed", "contract");
    let (before, after) =
        (host.file(&name).expect("the original"), host.file(&done.output).expect("on disk"));
    assert!(after.starts_with(&before) && after.len() > before.len(), "not a byte before is changed");
}

#[test]
fn a_key_at_the_service_signs_and_the_saved_file_is_valid() {
    for signs in [Signs::Hashes, Signs::Documents] {
        for level in [Level::BB, Level::BT, Level::BLt, Level::BLta] {
            let (host, mut profile) = world(61);
            service(&mut profile).signs = signs;
            let done = sign(&host, &profile, order(cloud(), level)).expect("signed");
            assert!(host.file(signed()).expect("on disk").starts_with(&contract()));
            assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "{signs:?} {level:?}");
            assert_eq!(done.report.signatures[0].level, Some(level), "{signs:?}");
            let signer = done.report.signatures[0].signer.as_ref().expect("signer");
            assert_eq!(signer.serial_number.as_deref(), Some("PNOEE-40504040001"));
            assert_eq!((host.journal_len(), host.pages().len()), (0, 2), "let in, and to sign");
            assert_eq!(host.stages_done().last(), Some(&Stage::Saved));
        }
    }
}

#[test]
fn ten_documents_are_signed_under_one_authorisation() {
    for signs in [Signs::Hashes, Signs::Documents] {
        let (host, mut profile) = world(62);
        service(&mut profile).signs = signs;
        let orders = several(&host, 10, Level::BLt);
        let ended = together(&host, &profile, &orders);
        assert_eq!(ended.len(), 10);
        for ended in &ended {
            holds(&host, ended.as_ref().expect("signed"), Level::BLt);
        }
        let method = if signs == Signs::Hashes { "signatures/signHash" } else { "signatures/signDoc" };
        assert_eq!((asked(&host, method), host.pages().len(), host.journal_len()), (1, 2, 0));
        assert!(pushed(&host).ends_with("&numSignatures=10"));
        let about = host.events().into_iter().filter(|event| matches!(event, Event::About(_))).count();
        assert_eq!(about, 20, "each is named when it is opened, and when it is finished");
    }
}

#[test]
fn what_shall_be_allowed_is_told_beforehand_and_the_browser_only_carries_its_name() {
    let (host, profile) = world(79);
    sign(&host, &profile, order(cloud(), Level::BB)).expect("signed");
    assert_eq!(
        pushed(&host),
        "client_id=pitser-demo&scope=credential&credentialID=GX0112348&numSignatures=1"
    );
    for page in host.pages() {
        let (_, query) = page.split_once('?').expect("a query");
        let names: Vec<_> = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name).collect();
        assert_eq!(names, ["client_id", "request_uri"], "{page}");
    }
    // A service that does not have that is told by way of the browser.
    let (mut host, profile) = world(80);
    host.altered = Some(Box::new(|request, mut response| {
        if request.uri().path().ends_with("/info") {
            let body = String::from_utf8_lossy(response.body()).replace("oauth2/pushed_authorize", "info");
            *response.body_mut() = body.into_bytes();
        }
        Ok(response)
    }));
    sign(&host, &profile, order(cloud(), Level::BB)).expect("signed");
    assert_eq!(asked(&host, "oauth2/pushed_authorize"), 0);
    assert!(host.pages()[1].contains("scope=credential") && host.pages()[1].contains("numSignatures=1"));
}

#[test]
fn a_service_that_does_not_take_what_it_is_told_beforehand_says_why() {
    let (mut host, profile) = world(81);
    host.altered = Some(Box::new(|request, response| {
        if !request.uri().path().ends_with("oauth2/pushed_authorize") {
            return Ok(response);
        }
        let told = br#"{"error":"invalid_client","error_description":"Invalid authorization header"}"#;
        Ok(http::Response::builder().status(401).body(told.to_vec()).expect("an answer"))
    }));
    let error = sign(&host, &profile, order(cloud(), Level::BB)).expect_err("refused");
    assert_eq!((error.code(), host.pages().len(), host.files().len()), ("csc-client-refused", 0, 1));
}

#[test]
fn a_document_that_fails_does_not_take_the_others_along() {
    // One signature is wrong.
    for signs in [Signs::Hashes, Signs::Documents] {
        let (host, mut profile) = world(63);
        service(&mut profile).signs = signs;
        host.world.set_faults(Faults { csc: CscFault::OneWrongSignature, ..Faults::default() });
        let orders = several(&host, 10, Level::BB);
        for (number, ended) in together(&host, &profile, &orders).iter().enumerate() {
            match ended {
                Ok(done) => holds(&host, done, Level::BB),
                Err(error) => assert_eq!((number, error.code()), (1, "signature-invalid")),
            }
        }
        assert_eq!((host.file("/signed-1.pdf"), host.journal_len()), (None, 0), "{signs:?}");
        assert!(host.file("/signed-9.pdf").is_some());
    }
    // One is not there, one is no PDF, one is in the way of its own output: none of them is asked for.
    let (host, profile) = world(64);
    let mut orders = several(&host, 10, Level::BB);
    orders[3].document = "/missing.pdf".into();
    host.put("/contract-5.pdf", b"text".to_vec());
    host.put("/signed-7.pdf", b"already".to_vec());
    let codes: Vec<_> = together(&host, &profile, &orders)
        .iter()
        .map(|ended| ended.as_ref().map_or_else(|error| error.code(), |_| "signed"))
        .collect();
    let mut expected = ["signed"; 10];
    (expected[3], expected[5], expected[7]) = ("file-missing", "not-a-pdf", "output-exists");
    assert_eq!(codes, expected);
    assert!(pushed(&host).ends_with("&numSignatures=7"));
}

#[test]
fn more_than_a_key_signs_at_once_takes_several_authorisations() {
    let (mut host, profile) = world(65);
    host.browsing = Browsing::Approves("rasa");
    let mut orders = several(&host, 5, Level::BT);
    for order in &mut orders {
        order.signer = key("RX0336021");
    }
    for ended in together(&host, &profile, &orders) {
        holds(&host, &ended.expect("signed"), Level::BT);
    }
    assert_eq!((host.pages().len(), asked(&host, "signatures/signHash")), (4, 3));
}

#[test]
fn what_keeps_all_of_them_is_the_same_for_each_and_leaves_nothing() {
    let (mut host, profile) = world(66);
    host.browsing = Browsing::RefusesToSign("liis");
    let orders = several(&host, 3, Level::BLt);
    let ended = together(&host, &profile, &orders);
    let codes: Vec<_> = ended.iter().map(|ended| ended.as_ref().expect_err("refused").code()).collect();
    assert_eq!(codes, ["csc-denied"; 3]);
    assert_eq!((host.files().len(), host.journal_len()), (4, 0));
    // Whoever refuses the second time keeps what was signed the first time.
    let mixed =
        [orders[0].clone(), Order { signer: Signer::DeviceLink(Scans::Anybody), ..orders[1].clone() }];
    host.browsing = Browsing::Approves("liis");
    let ended = together(&host, &profile, &mixed);
    assert!(ended[0].is_ok());
    assert_eq!(ended[1].as_ref().expect_err("another signer").code(), "not-together");
}

#[test]
fn the_same_command_again_uses_what_is_kept_and_asks_nobody() {
    for named in [cloud(), key("GX0112348")] {
        let (host, profile) = world(83);
        host.disconnect_after(Stage::Received, vec!["/tsa"]);
        let error = sign(&host, &profile, order(named.clone(), Level::BT)).expect_err("no time-stamp");
        assert_eq!((error.code(), host.journal_len()), ("timestamp-unavailable", 1));
        host.reconnect();
        sign(&host, &profile, order(key("another"), Level::BT)).expect_err("there is no such key");
        assert_eq!(host.journal_len(), 1, "the value of one key is not that of another");
        let asked_before = (asked(&host, "signatures/signHash"), host.pages().len());
        sign(&host, &profile, order(cloud(), Level::BT)).expect("signed");
        assert_eq!((asked(&host, "signatures/signHash"), host.pages().len()), asked_before, "{named:?}");
        assert_eq!(host.journal_len(), 0);
    }
    // Of several, those that came back are finished, and the others asked for.
    let (host, profile) = world(84);
    let orders = several(&host, 3, Level::BT);
    host.disconnect_after(Stage::Received, vec!["/tsa"]);
    for ended in together(&host, &profile, &orders[..2]) {
        ended.expect_err("no time-stamp");
    }
    host.reconnect();
    let permitted = host.world.tally().permitted;
    for ended in together(&host, &profile, &orders) {
        ended.expect("signed");
    }
    assert_eq!((host.world.tally().permitted - permitted, host.journal_len()), (1, 0), "one was left");
}

/// Of one client and user several keys may sign: who names none has one found, or chooses it.
#[test]
fn a_value_of_another_key_is_not_used_for_whoever_names_none() {
    let (mut host, profile) = world(83);
    host.browsing = Browsing::Approves("rasa");
    host.chooses = Some("RX0336022");
    host.disconnect_after(Stage::Received, vec!["/tsa"]);
    sign(&host, &profile, order(cloud(), Level::BT)).expect_err("no time-stamp");
    host.reconnect();
    let signed_by = |host: &Simulated| asked(host, "signatures/signHash");
    let told = |host: &Simulated| {
        let events = host.events();
        let told = events.iter().filter_map(|event| match event {
            Event::Kept(value) => Some(value.standing.clone()),
            _ => None,
        });
        told.filter(|standing| *standing != KeptFor::This).collect::<Vec<_>>()
    };
    host.chooses = Some("RX0336021");
    sign(&host, &profile, order(cloud(), Level::BT)).expect("signed by the other");
    assert_eq!((signed_by(&host), host.journal_len()), (2, 1), "that of the first still waits");
    assert!(matches!(told(&host)[..], [KeptFor::Another { .. }]), "{:?}", told(&host));
    host.chooses = Some("RX0336022");
    let output = Some("/first.pdf".into());
    sign(&host, &profile, Order { output, ..order(cloud(), Level::BT) }).expect("signed by the first");
    assert_eq!((signed_by(&host), host.journal_len()), (2, 0));
    assert!(
        matches!(told(&host)[..], [_, KeptFor::Another { .. }, KeptFor::Before { .. }]),
        "{:?}",
        told(&host)
    );
}

/// What is kept may be of a key that no PIN2 belongs to: what is said of it fits every service.
#[test]
fn no_words_about_what_is_kept_name_a_pin_that_a_service_does_not_have() {
    use workflow::report::words::{Language, Value, Words};
    for language in Language::ALL {
        let words = Words::new(language);
        let figures =
            [("key", Value::from("value-1")), ("minutes", Value::from(3_u64)), ("detail", "x".into())];
        for id in
            ["cli-kept", "cli-pending-how", "cli-help-finish-discard", "pending-lead", "pending-discard-sure"]
        {
            assert!(words.has(id), "{id}");
            assert!(!words.text(id, &figures).contains("PIN2"), "{language:?} {id}");
        }
        for step in ["again", "connection", "name", "settings", "update", "later"] {
            for id in ["error-timestamp-unavailable", "error-revocation-unavailable", "error-value-lost"] {
                let next = words.attribute(id, "next", &[("step", step.into())]).expect("a next step");
                assert!(!next.contains("PIN2"), "{language:?} {id} {step}: {next}");
            }
        }
    }
}

#[test]
fn a_value_of_a_service_that_does_not_fit_keeps_nobody_from_signing() {
    let (host, profile) = world(85);
    let again = || sign(&host, &profile, order(cloud(), Level::BT));
    host.world.set_faults(Faults { tsa_longer: 5_000, tsa_spared: 1, ..Faults::default() });
    assert_eq!(again().expect_err("too large").code(), "contents-too-small");
    assert_eq!(host.journal_len(), 1);
    host.world.set_faults(Faults { tsa_longer: 5_000, ..Faults::default() });
    again().expect("another value, with more room");
    assert_eq!(host.journal_len(), 0);
}

#[test]
fn what_was_signed_is_finished_later_without_asking_anybody() {
    for signs in [Signs::Hashes, Signs::Documents] {
        let (host, mut profile) = world(67);
        service(&mut profile).signs = signs;
        let lost = if signs == Signs::Hashes { "/tsa" } else { "/ocsp" };
        host.disconnect_after(Stage::Received, vec![lost, "/crl"]);
        let orders = several(&host, 10, Level::BLt);
        for ended in together(&host, &profile, &orders) {
            let code = ended.expect_err("not finished").code();
            assert!(["timestamp-unavailable", "revocation-unavailable"].contains(&code), "{code}");
        }
        assert_eq!(host.journal_len(), 10, "none is lost");
        host.reconnect();
        for pending in workflow::sign::pending(&host).expect("pending") {
            let done = run(workflow::sign::finish(&host, &profile, &pending.key, None)).expect("finished");
            holds(&host, &done, Level::BLt);
        }
        assert_eq!((host.journal_len(), host.pages().len()), (0, 2), "nobody was asked again");
    }
}

#[test]
fn a_pin_and_a_one_time_password_are_asked_for_where_the_key_wants_them() {
    let by_janis = |answers: &[(&'static str, &'static str)], id: &str| {
        let (mut host, profile) = world(68);
        host.browsing = Browsing::Approves("janis");
        host.answers = answers.to_vec();
        let ended = sign(&host, &profile, order(key(id), Level::BT));
        (ended.map(|done| done.report.signatures[0].conclusion), host)
    };
    let right = [("PIN", CSC_PIN), ("SMS code", CSC_OTP)];
    let (done, host) = by_janis(&right, "HX0224685");
    assert_eq!(done.expect("signed"), Conclusion::PASSED);
    assert_eq!((host.pages().len(), asked(&host, "credentials/getChallenge")), (1, 1));
    for (answers, code) in [
        (vec![("PIN", "1"), ("SMS code", CSC_OTP)], "csc-wrong-data"),
        (vec![("PIN", CSC_PIN), ("SMS code", "1")], "csc-wrong-otp"),
        (vec![("PIN", CSC_PIN)], "csc-not-answered"),
        (Vec::new(), "csc-not-answered"),
    ] {
        let (done, host) = by_janis(&answers, "HX0224685");
        assert_eq!((done.expect_err("refused").code(), host.files().len()), (code, 1));
    }
    let (done, host) = by_janis(&[], "HX0224686");
    assert_eq!(done.expect("allowed on another device"), Conclusion::PASSED);
    let elsewhere = |event: &Event| matches!(event, Event::Prompt(Prompt::ConfirmElsewhere { .. }));
    assert!(host.events().iter().any(elsewhere));
    assert!(asked(&host, "credentials/authorizeCheck") > 0);
}

#[test]
fn leave_that_runs_out_meanwhile_is_made_longer_and_asked_for_once() {
    // Five take thirty seconds, and leave for all of them lasts fifty.
    let by_janis = |extended: bool| {
        let (mut host, mut profile) = world(77);
        host.browsing = Browsing::Approves("janis");
        host.answers = vec![("PIN", CSC_PIN), ("SMS code", CSC_OTP)];
        host.world.set_pace(emulator::Pace { answer_ms: 30_000, ..emulator::Pace::default() });
        host.world.set_faults(Faults { csc: CscFault::BriefLeave, ..Faults::default() });
        service(&mut profile).asynchronous = true;
        if !extended {
            host.altered = Some(Box::new(|request, mut response| {
                if request.uri().path().ends_with("credentials/extendTransaction") {
                    *response.status_mut() = http::StatusCode::NOT_IMPLEMENTED;
                }
                Ok(response)
            }));
        }
        let mut orders = several(&host, 10, Level::BB);
        for order in &mut orders {
            order.signer = key("HX0224685");
        }
        let ended = together(&host, &profile, &orders);
        assert_eq!(host.world.tally().permitted, 1);
        (host, ended)
    };
    let (host, ended) = by_janis(true);
    for ended in &ended {
        holds(&host, ended.as_ref().expect("signed"), Level::BB);
    }
    assert_eq!((asked(&host, "signatures/signHash"), asked(&host, "credentials/authorize")), (2, 1));
    assert_eq!(asked(&host, "credentials/extendTransaction"), 1);
    // What came before it could not be made longer is finished; the rest is told why it is not.
    let (host, ended) = by_janis(false);
    for (number, ended) in ended.iter().enumerate() {
        match ended {
            Ok(done) => holds(&host, done, Level::BB),
            Err(error) => assert!(number >= 5 && error.code() == "csc-not-offered", "{number}: {error:?}"),
        }
    }
    assert!(ended[4].is_ok() && ended[5].is_err() && host.journal_len() == 0);
}

#[test]
fn what_came_before_the_service_fell_silent_is_finished() {
    let (mut host, profile) = world(78);
    host.browsing = Browsing::Approves("janis");
    host.answers = vec![("PIN", CSC_PIN), ("SMS code", CSC_OTP)];
    let calls = std::sync::atomic::AtomicUsize::new(0);
    host.altered = Some(Box::new(move |request, response| {
        let signs = request.uri().path().ends_with("signatures/signHash");
        match signs && calls.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 1 {
            true => Err(workflow::host::UnreachableCause::Broken { detail: "cut".into() }),
            false => Ok(response),
        }
    }));
    let mut orders = several(&host, 10, Level::BB);
    for order in &mut orders {
        order.signer = key("HX0224685");
    }
    let ended = together(&host, &profile, &orders);
    for (number, ended) in ended.iter().enumerate() {
        match ended {
            Ok(done) => holds(&host, done, Level::BB),
            Err(error) => assert!(number >= 5 && error.code() == "connection-broken", "{number}: {error:?}"),
        }
    }
    assert_eq!(ended.iter().filter(|ended| ended.is_ok()).count(), 5);
    assert_eq!((host.journal_len(), host.world.tally().permitted), (0, 1));
}

#[test]
fn which_key_is_said_where_there_are_several() {
    let none = Faults::default;
    let janis = Browsing::Approves("janis");
    let error = outcome(none(), janis, cloud());
    assert_eq!(error.code(), "csc-several-credentials");
    assert_eq!(error.values()["ids"], "HX0224685, HX0224686", "the third is switched off");
    assert_eq!(outcome(none(), janis, key("HX0224687")).code(), "csc-disabled");
    assert_eq!(outcome(none(), janis, key("GX0112348")).code(), "csc-credential-unknown");
    assert_eq!(outcome(none(), Browsing::Approves("nobody"), cloud()).code(), "csc-no-credential");
    let (mut host, mut profile) = world(69);
    host.browsing = Browsing::Approves("rasa");
    service(&mut profile).credential = Some("RX0336022".to_owned());
    sign(&host, &profile, order(cloud(), Level::BB)).expect("the profile says which");
}

#[test]
fn a_person_chooses_one_of_several_keys_among_those_that_can_sign() {
    let (mut host, profile) = world(76);
    host.browsing = Browsing::Approves("rasa");
    host.chooses = Some("RX0336022");
    let done = sign(&host, &profile, order(cloud(), Level::BB)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    let offered = host.offered();
    assert_eq!(offered.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["RX0336021", "RX0336022"]);
    assert!(offered.iter().all(|one| one.name.contains("RASA") && !one.issuer.is_empty()), "{offered:?}");
    assert!(offered.iter().all(|one| one.not_after > host.now()), "{offered:?}");
    assert!(pushed(&host).contains("&credentialID=RX0336022&"), "leave is asked for this one");
    // Whoever chooses none, or one that was not offered, signs nothing.
    for chosen in [None, Some("HX0224687"), Some("GX0112348")] {
        let (mut host, profile) = world(77);
        host.browsing = Browsing::Approves("janis");
        host.chooses = chosen;
        let error = sign(&host, &profile, order(cloud(), Level::BB)).expect_err("none chosen");
        assert_eq!((error.code(), host.pages().len()), ("csc-several-credentials", 1), "{chosen:?}");
    }
    // Nobody is asked where there is one.
    let (host, profile) = world(78);
    sign(&host, &profile, order(cloud(), Level::BB)).expect("signed");
    assert!(host.offered().is_empty());
}

#[test]
fn an_organisation_is_let_in_without_a_browser_and_slow_signatures_are_awaited() {
    let (host, mut profile) = world(70);
    let service = service(&mut profile);
    service.client.client_id = emulator::CSC_ORGANISATION.to_owned();
    (service.login, service.user) = (Login::Client, Some("liis".to_owned()));
    service.asynchronous = true;
    let written = profile.to_toml().expect("a profile");
    let profile = Profile::from_toml(&written).expect("the same profile");
    let error = sign(&host, &profile, order(cloud(), Level::BT)).expect_err("nobody knows its secret");
    assert_eq!((error.code(), host.exchanges().len()), ("csc-secret-missing", 0));
    let secret = remote::Secret::new(emulator::CSC_SECRET);
    run(keychain::keep_secret(&host, &profile, &secret)).expect("kept");
    sign(&host, &profile, order(cloud(), Level::BT)).expect("signed");
    assert_eq!(host.pages().len(), 1, "only the signature is allowed in the browser");
    assert!(asked(&host, "signatures/signPolling") > 0);
}

#[test]
fn every_refusal_has_its_name_and_leaves_the_document_alone() {
    let refused = |status: u16, error: &str, description: &str| {
        let refusal = CscRefusal { status, error: error.into(), description: description.into() };
        by_liis(Faults { next_csc: Some(refusal), ..Faults::default() })
    };
    for (status, error, description, code) in [
        (302, "access_denied", "", "csc-denied"),
        (302, "invalid_scope", "", "csc-scope"),
        (302, "server_error", "", "csc-fault"),
        (400, "invalid_grant", "Authorization code is invalid or expired", "csc-grant"),
        (401, "invalid_client", "", "csc-client-refused"),
        (401, "expired_token", "", "csc-session-over"),
        (400, "unauthorized_client", "", "csc-client-not-allowed"),
        (400, "invalid_request", "Credential locked", "csc-locked"),
        (400, "invalid_request", "Numbers of signatures is too high", "csc-too-many"),
        (400, "something_new", "", "csc-unknown-error"),
        (503, "temporarily_unavailable", "", "unavailable"),
        (501, "", "", "csc-not-offered"),
    ] {
        assert_eq!(refused(status, error, description), code, "{status} {error} {description}");
    }
    let fault = |csc| by_liis(Faults { csc, ..Faults::default() });
    assert_eq!(fault(CscFault::OtherState), "csc-state");
    assert_eq!(fault(CscFault::NoCode), "malformed-answer");
    assert_eq!(fault(CscFault::FewerSignatures), "malformed-answer");
    assert_eq!(fault(CscFault::ShortLeave), "csc-sad-expired");
    assert_eq!(outcome(Faults::default(), Browsing::Refuses, cloud()).code(), "csc-denied");
    assert_eq!(outcome(Faults::default(), Browsing::StaysAway, cloud()).code(), "csc-timed-out");
    for answer in [AnswerFault::CorruptedSignature, AnswerFault::OtherKey, AnswerFault::OtherCertificate] {
        assert_eq!(by_liis(Faults { answer, ..Faults::default() }), "signature-invalid", "{answer:?}");
    }
}

#[test]
fn values_come_in_either_form_and_are_not_exchanged_for_each_other() {
    let (host, profile) = world(71);
    host.world.set_faults(Faults { csc: CscFault::PlainSignatures, ..Faults::default() });
    sign(&host, &profile, order(cloud(), Level::BT)).expect("r and s one after the other");
    let (host, profile) = world(72);
    host.world.set_faults(Faults { csc: CscFault::SwappedSignatures, ..Faults::default() });
    for ended in together(&host, &profile, &several(&host, 2, Level::BB)) {
        assert_eq!(ended.expect_err("of the other document").code(), "signature-invalid");
    }
    assert_eq!(host.files().len(), 3);
}

/// A service that lets in at `url`, named in this field of what it says of itself; if that is an issuer, by these metadata.
fn lets_in(field: &'static str, url: &'static str, metadata: serde_json::Value) -> Altered {
    Box::new(move |request: &Request, mut response: Response| {
        let path = request.uri().path();
        if path.ends_with("/info") && !path.contains("credentials") {
            let mut info: serde_json::Value = serde_json::from_slice(response.body()).expect("JSON");
            info.as_object_mut().expect("an object").remove("oauth2");
            info[field] = url.into();
            *response.body_mut() = info.to_string().into_bytes();
        } else if path.starts_with("/.well-known/") {
            response = http::Response::new(metadata.to_string().into_bytes());
        }
        Ok(response)
    })
}

/// A service that sends programs elsewhere: what is pinned for it says nothing of there, so no secret goes, nor a question.
#[test]
fn a_pinned_service_that_lets_in_elsewhere_is_told_nothing_unless_keys_are_pinned_there_too() {
    let metadata = json!({"issuer": "https://127.0.0.1:1", "authorization_endpoint": "https://127.0.0.1:1/a",
        "token_endpoint": "https://elsewhere.example/token"});
    let away = |host: &Simulated| {
        let is_away = |uri: &http::Uri| uri.host() != Some("127.0.0.1");
        host.exchanges().iter().filter(|one| is_away(one.request.uri())).count()
    };
    for (field, url) in [
        ("oauth2", "https://elsewhere.example/login"),
        ("oauth2Issuer", "https://elsewhere.example"),
        ("oauth2Issuer", "https://127.0.0.1:1"),
    ] {
        let (mut host, mut profile) = world(79);
        host.altered = Some(lets_in(field, url, metadata.clone()));
        host.browsing = Browsing::StaysAway;
        service(&mut profile).pins = vec!["sha256//service".to_owned()];
        let error = sign(&host, &profile, order(cloud(), Level::BB)).expect_err("elsewhere");
        assert_eq!((error.code(), error.hint()), ("csc-elsewhere", "settings"), "{url}");
        assert!(error.values()["detail"].contains("https://elsewhere.example"), "{:?}", error.values());
        assert_eq!((away(&host), host.pages().len()), (0, 0), "{url}");
        service(&mut profile).oauth_pins = vec!["sha256//elsewhere".to_owned()];
        let error = sign(&host, &profile, order(cloud(), Level::BB)).expect_err("nobody is there");
        assert_ne!(error.code(), "csc-elsewhere", "{url}: its keys are pinned");
    }
    // Where the service itself is, and beside it on this computer without TLS, are no elsewhere.
    let (host, mut profile) = world(79);
    service(&mut profile).pins = vec!["sha256//service".to_owned()];
    sign(&host, &profile, order(cloud(), Level::BB)).expect("signed");
    assert!(host.pages()[0].starts_with("http://127.0.0.1:2/csc-login/"), "{:?}", host.pages());
}

/// Who listens at a port of this computer is nothing that a service elsewhere can know.
#[test]
fn a_service_elsewhere_that_lets_in_on_this_computer_without_tls_is_refused_and_nothing_is_sent_there() {
    const SERVICE: &str = "https://service.example";
    let metadata = |endpoint: &str| {
        let mut metadata = json!({"issuer": SERVICE, "authorization_endpoint": "https://service.example/a",
            "token_endpoint": "https://service.example/t"});
        metadata[endpoint] = "http://127.0.0.1:2/csc-login".into();
        metadata
    };
    let pins = |name: &str| vec![format!("sha256//{name}")];
    let mut ways = vec![
        ("oauth2", "http://127.0.0.1:2/csc-login", json!({})),
        ("oauth2", "http://localhost:2/csc-login", json!({})),
        ("oauth2", "http://[::1]:2/csc-login", json!({})),
        ("oauth2Issuer", "http://127.0.0.1:2", json!({})),
    ];
    for endpoint in [
        "authorization_endpoint",
        "token_endpoint",
        "revocation_endpoint",
        "pushed_authorization_request_endpoint",
    ] {
        ways.push(("oauth2Issuer", SERVICE, metadata(endpoint)));
    }
    for (field, url, metadata) in ways {
        for (own, oauth) in [(vec![], vec![]), (pins("service"), vec![]), (pins("service"), pins("login"))] {
            for login in [Login::Browser, Login::Client] {
                let (mut host, mut profile) = world(82);
                host.altered = Some(lets_in(field, url, metadata.clone()));
                let service = service(&mut profile);
                service.client.base_url = format!("{SERVICE}/csc/v2");
                (service.pins, service.oauth_pins, service.login) = (own.clone(), oauth.clone(), login);
                run(keychain::keep_secret(&host, &profile, &Secret::new(CSC_SECRET))).expect("kept");
                let error = sign(&host, &profile, order(cloud(), Level::BLt)).expect_err("insecure");
                assert_eq!((error.code(), error.hint()), ("csc-insecure", "settings"), "{url} {metadata}");
                let asked = host.exchanges();
                let is_there =
                    |one: &pitser_tests::Exchange| one.request.uri().host() == Some("service.example");
                assert!(!asked.is_empty() && asked.iter().all(is_there), "{url} {metadata}: {asked:?}");
                assert_eq!((host.pages().len(), host.files().len()), (0, 1), "{url} {metadata}");
            }
        }
    }
    // It lets in where it is.
    let (host, mut profile) = world(82);
    service(&mut profile).client.base_url = format!("{SERVICE}/csc/v2");
    sign(&host, &profile, order(cloud(), Level::BB)).expect("signed");
    assert!(host.pages()[0].starts_with("https://service.example/csc-login/"), "{:?}", host.pages());
}

#[test]
fn a_revoked_key_is_found_out_before_anybody_allows_anything() {
    let (host, profile) = world(73);
    host.world.revoke("GX0112348", host.world_time() - 1000, 1);
    let error = sign(&host, &profile, order(cloud(), Level::BLt)).expect_err("revoked");
    assert_eq!((error.code(), host.pages().len()), ("certificate-revoked", 1));
}

#[test]
fn a_lost_answer_is_asked_for_again_unless_something_was_used_up() {
    for (lost, expected) in [
        ("/csc/v2/info", "signed"),
        ("/oauth2/token", "connection-broken"),
        ("credentials/list", "signed"),
        ("credentials/info", "signed"),
        ("signatures/signHash", "connection-broken"),
    ] {
        let (host, profile) = world(74);
        host.lose_answer(lost);
        let ended = sign(&host, &profile, order(cloud(), Level::BB));
        let code = ended.map_or_else(|error| error.code(), |_| "signed");
        assert_eq!(
            (code, asked(&host, lost)),
            (expected, if expected == "signed" { 2 } else { 1 }),
            "{lost}"
        );
        assert_eq!(host.file(signed()).is_some(), expected == "signed");
        assert!(asked(&host, "signatures/signHash") <= 1, "nothing is signed twice");
    }
}

#[test]
fn secrets_are_told_to_nobody() {
    let (mut host, profile) = world(75);
    host.browsing = Browsing::Approves("janis");
    host.answers = vec![("PIN", CSC_PIN), ("SMS code", CSC_OTP)];
    host.disconnect_after(Stage::Received, vec!["/tsa"]);
    let error = sign(&host, &profile, order(key("HX0224685"), Level::BT)).expect_err("no time-stamp");
    let mut secrets = vec![CSC_PIN.to_owned(), CSC_OTP.to_owned()];
    for one in host.exchanges() {
        let answer: serde_json::Value = serde_json::from_slice(one.response.body()).unwrap_or_default();
        secrets.extend(
            ["access_token", "SAD"].iter().filter_map(|name| answer[name].as_str()).map(str::to_owned),
        );
    }
    assert_eq!(secrets.len(), 4, "a token and leave to sign");
    let journal = host.journal_all().expect("a journal");
    let journal: Vec<_> = journal.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    let told = format!("{:?} {error:?} {error} {:?} {journal:?}", host.events(), error.values());
    for secret in secrets {
        assert!(!told.contains(&secret), "{secret}");
    }
}

#[test]
fn a_profile_without_the_service_says_so() {
    let (host, mut profile) = world(76);
    profile.csc = None;
    let error = sign(&host, &profile, order(cloud(), Level::BB)).expect_err("no service");
    assert_eq!(error.code(), "profile");
    assert!(host.exchanges().is_empty() && host.pages().is_empty());
}
