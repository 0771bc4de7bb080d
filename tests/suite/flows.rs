//! The ways of Smart-ID: who is known and who is not, by a notification and by a code to scan, in both versions.

use std::sync::atomic::{AtomicUsize, Ordering};

use emulator::{AnswerFault, Faults, Registration};
use pitser_tests::{Simulated, run};
use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm};
use remote::smart_id::{
    Asked, CertificateByDocument, CertificateLevel, DeviceLinkSignature, DocumentNumber, FlowType,
    Interactions, PersonIdentifier, RelyingParty, Signature, SignatureOrder, ToCheck, check_signature,
};
use remote::{Error, Session, Step};
use workflow::event::{Event, Prompt, Stage};
use workflow::host::{Host, UnreachableCause};
use workflow::order::{Level, Scans, Signer};
use workflow::profile::{Api, Asks, Profile};
use workflow::verdict::Indication;

use crate::{APPROVES, order, person, sign, world};

const PSS: SignatureAlgorithm = SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha384));

fn lead<S: Session>(host: &Simulated, mut session: S) -> Result<S::Output, Error> {
    loop {
        match session.poll(host.now())? {
            Step::Send(request) => session.handle(run(host.send(request)).expect("an answer"), host.now()),
            Step::Wait { until } => run(host.sleep_until(until)),
            Step::Show(prompt) => host.notify(Event::Prompt(prompt)),
            Step::Done(output) => return Ok(output),
        }
    }
}

#[test]
fn accounts_and_persons_sign_by_a_code_to_scan_or_to_compare() {
    let number = DocumentNumber::parse("PNOEE-40404040009-MOCK-Q").expect("a number");
    let person = PersonIdentifier::parse("PNOEE-40404040009").expect("a person");
    for asked in [Asked::Account(&number), Asked::Person(&person)] {
        for scanned in [true, false] {
            let (mut host, _) = world(60);
            host.scanned_by = Some(number.to_string());
            let party = RelyingParty::demo(&host.world.urls().smart_id());
            let known = CertificateByDocument::new(&party, &number, CertificateLevel::Qualified);
            let certificate = lead(&host, known).expect("a certificate").certificate;
            let interactions = match scanned {
                true => Interactions::for_device_link("Sign", "Sign?"),
                false => Interactions::for_notification("Sign", "Sign?"),
            };
            let order = SignatureOrder {
                digest: PSS.digest().digest(b"to be signed"),
                algorithm: PSS,
                level: CertificateLevel::Qualified,
                interactions: interactions.expect("screens"),
                nonce: None,
            };
            let result = match scanned {
                true => lead(&host, DeviceLinkSignature::new(&party, asked, &order).expect("an order")),
                false => lead(&host, Signature::of(&party, asked, &order).expect("an order")),
            };
            let flow = if scanned { FlowType::Qr } else { FlowType::Notification };
            let expected = ToCheck {
                certificate: &certificate,
                document_number: &number,
                digest: &order.digest,
                algorithm: &PSS,
                level: order.level,
                interactions: &order.interactions,
                flows: &[flow],
            };
            assert_eq!(check_signature(&result.expect("signed"), &expected), Ok(()));
            assert_eq!(host.codes().is_empty(), scanned, "a code is shown where none is scanned");
        }
    }
}

/// The account whose phone scans in these stories, and its person.
const SCANNER: (&str, &str) = ("PNOEE-40404040009-MOCK-Q", "PNOEE-40404040009");

fn account(number: &str) -> Signer {
    Signer::DeviceLink(Scans::Account(number.parse().expect("a number")))
}

fn scans(person: &str) -> Signer {
    Signer::DeviceLink(Scans::Person(person.parse().expect("a person")))
}

fn asked(host: &Simulated, part: &str) -> usize {
    host.exchanges().iter().filter(|one| one.request.uri().path().contains(part)).count()
}

#[test]
fn a_known_account_scans_one_code_and_is_asked_for_nothing_but_the_signature() {
    for level in [Level::BB, Level::BLt] {
        let (mut host, profile) = world(65);
        host.scanned_by = Some(SCANNER.0.to_owned());
        let done = sign(&host, &profile, order(account(SCANNER.0), level)).expect("signed");
        assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
        assert_eq!(done.account.as_ref().map(DocumentNumber::as_str), Some(SCANNER.0));
        assert_eq!((asked(&host, "certificate-choice"), asked(&host, "/notification/")), (0, 0));
        assert_eq!(asked(&host, &format!("/signature/device-link/document/{}", SCANNER.0)), 1);
        assert!(host.codes().is_empty(), "there is nothing to compare");
        let events = host.events();
        let last = events.iter().rfind(|event| matches!(event, Event::Prompt(_))).expect("a prompt");
        assert!(matches!(last, Event::Prompt(Prompt::DeviceLinkWithdrawn)), "{last:?}");
    }
}

/// A broker's customer and the environment are in no request, only in what the link proves.
#[test]
fn a_broker_signs_by_codes_in_the_name_and_environment_that_it_is_registered_with_and_no_other() {
    let party = |scheme: &str, brokered: &str| Registration {
        scheme_name: scheme.to_owned(),
        brokered_rp_name: brokered.to_owned(),
    };
    let own = party("smart-id", "Näide OÜ");
    for (registered, holds) in [
        (own.clone(), true),
        (party("smart-id", "Somebody else"), false),
        (party("smart-id", ""), false),
        (party(emulator::SCHEME, "Näide OÜ"), false),
    ] {
        for signer in [Signer::DeviceLink(Scans::Anybody), account(SCANNER.0), scans(SCANNER.1)] {
            let case = format!("{registered:?}, {signer:?}");
            let (mut host, mut profile) = world(69);
            host.scanned_by = Some(SCANNER.0.to_owned());
            host.world.register(registered.clone());
            let service = profile.smart_id.as_mut().expect("phones");
            service.relying_party.scheme_name = own.scheme_name.clone();
            service.relying_party.brokered_name = Some(own.brokered_rp_name.clone());
            let done = sign(&host, &profile, order(signer, Level::BLt));
            assert_eq!(host.world.tally().pins, usize::from(holds), "{case}");
            match (done, holds) {
                (Ok(done), true) => assert_eq!(done.report.overall(), Some(Indication::TotalPassed)),
                (Err(error), false) => assert_eq!(error.code(), "timed-out", "{case}"),
                (done, _) => panic!("{case}: {:?}", done.map(|done| done.output)),
            }
        }
    }
}

/// The answer names the account of somebody else beside the right certificate: that phone must not ring.
#[test]
fn an_account_of_somebody_else_beside_the_right_certificate_is_not_asked() {
    const OTHER: &str = "PNOEE-50001029996-DEMO-Q";
    let anybody = || Signer::DeviceLink(Scans::Anybody);
    for (api, signer, own) in [
        (Api::V3, person(APPROVES), "PNOEE-40504040001-DEM0-Q"),
        (Api::V2, person(APPROVES), "PNOEE-40504040001-DEM0-Q"),
        (Api::V3, scans(SCANNER.1), SCANNER.0),
        (Api::V3, anybody(), SCANNER.0),
    ] {
        let case = format!("{api:?}, {signer:?}");
        let (mut host, mut profile) = world(69);
        profile.smart_id.as_mut().expect("phones").api = api;
        host.scanned_by = Some(SCANNER.0.to_owned());
        host.altered = Some(Box::new(move |request, mut response| {
            if request.uri().path().contains("/session/") {
                let body = String::from_utf8_lossy(response.body()).replace(own, OTHER);
                *response.body_mut() = body.into_bytes();
            }
            Ok(response)
        }));
        let error = sign(&host, &profile, order(signer, Level::BB)).expect_err(&case);
        assert_eq!((error.code(), error.hint()), ("account-mismatch", "retry"), "{case}");
        assert_eq!(
            (host.signature_sessions(), asked(&host, OTHER), host.world.tally().pins),
            (0, 0, 0),
            "{case}"
        );
        let detail = &error.values()["detail"];
        assert!(!detail.contains("50001029996") && detail.contains("9996-DEMO-Q"), "masked: {detail}");
    }
}

/// "Do not show QR code that is older than 3sec": it is a new one each second while an answer is awaited, and while a
/// question that did not arrive waits for its repetition.
#[test]
fn a_code_stays_fresh_however_slow_the_service_is_and_goes_when_its_minute_is_over() {
    for (slow_ms, scanned, fails) in
        [(0, true, 0), (6_000, true, 0), (6_000, false, 0), (20_000, true, 2), (90_000, false, 0)]
    {
        let case = format!("{slow_ms} ms, scanned: {scanned}, {fails} failures");
        let (mut host, profile) = world(68);
        host.scanned_by = scanned.then(|| SCANNER.0.to_owned());
        let failed = AtomicUsize::new(0);
        host.altered = Some(Box::new(move |request, response| {
            let fails_now =
                request.uri().path().contains("/session/") && failed.fetch_add(1, Ordering::Relaxed) < fails;
            if fails_now { Err(UnreachableCause::Connect) } else { Ok(response) }
        }));
        host.world.set_faults(Faults { slow_ms, ..Faults::default() });
        let ended = sign(&host, &profile, order(account(SCANNER.0), Level::BB));
        match ended {
            Ok(_) => assert!(scanned, "{case}"),
            Err(error) => assert_eq!((error.code(), scanned), ("timed-out", false), "{case}"),
        }
        let seen = host.on_screen();
        let ages: Vec<_> = seen.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        assert!(ages.len() > 2 && ages.iter().all(|&age| age <= 1_100), "{case}: {ages:?}");
        assert_eq!(seen.iter().filter(|(_, code)| code.is_none()).count(), 1, "{case}");
        let (first, (last, code)) = (seen[0].0, seen[seen.len() - 1]);
        assert!(code.is_none() && last - first <= 61_100, "{case}: {seen:?}");
    }
}

#[test]
fn a_code_for_one_person_is_for_nobody_else() {
    let (mut host, profile) = world(66);
    host.scanned_by = Some(SCANNER.0.to_owned());
    sign(&host, &profile, order(scans(SCANNER.1), Level::BB)).expect("signed");
    assert_eq!(asked(&host, "/notification/etsi/"), 0, "no phone rings");
    let (mut host, profile) = world(67);
    host.scanned_by = Some(SCANNER.0.to_owned());
    let error = sign(&host, &profile, order(scans(APPROVES), Level::BB)).expect_err("somebody else scans");
    assert_eq!((error.code(), host.signature_sessions()), ("wrong-person", 0), "before PIN2");
    // The service itself lets no other account scan what is for a known one.
    let (mut host, profile) = world(68);
    host.scanned_by = Some(SCANNER.0.to_owned());
    let other = sign(&host, &profile, order(account("PNOEE-40504040001-DEM0-Q"), Level::BB));
    assert_eq!(other.expect_err("somebody else scans").code(), "timed-out");
    assert_eq!((host.files().len(), host.journal_len()), (1, 0));
}

#[test]
fn nobody_who_is_known_scans_in_time() {
    let (host, profile) = world(69);
    let error = sign(&host, &profile, order(account(SCANNER.0), Level::BB)).expect_err("nobody scans");
    assert_eq!((error.code(), host.files().len(), host.journal_len()), ("timed-out", 1, 0));
}

#[test]
fn what_came_back_by_a_code_is_checked_again_when_it_is_finished() {
    let (mut host, profile) = world(70);
    host.scanned_by = Some(SCANNER.0.to_owned());
    host.disconnect_after(Stage::Received, vec!["/tsa"]);
    let error = sign(&host, &profile, order(account(SCANNER.0), Level::BT)).expect_err("no time-stamp");
    assert_eq!((error.code(), host.journal_len()), ("timestamp-unavailable", 1));
    host.reconnect();
    let pending = workflow::sign::pending(&host).expect("pending").remove(0);
    let done = run(workflow::sign::finish(&host, &profile, &pending.key, None)).expect("finished");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert_eq!(host.signature_sessions(), 1);
}

#[test]
fn a_profile_says_in_which_way_people_are_asked_and_in_which_never() {
    for (asks, signer, code) in [
        (Asks::Qr, person(APPROVES), "profile"),
        (Asks::Qr, Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number")), "profile"),
        (Asks::Qr, account(SCANNER.0), "signed"),
        (Asks::Notification, Signer::DeviceLink(Scans::Anybody), "profile"),
        (Asks::Notification, account(SCANNER.0), "profile"),
        (Asks::Notification, person(APPROVES), "signed"),
    ] {
        let (mut host, mut profile) = world(71);
        host.scanned_by = Some(SCANNER.0.to_owned());
        profile.smart_id.as_mut().expect("phones").asks = asks;
        let profile = Profile::from_toml(&profile.to_toml().expect("a profile")).expect("the same");
        let ended = sign(&host, &profile, order(signer, Level::BB));
        assert_eq!(ended.map_or_else(|error| error.code(), |_| "signed"), code, "{asks:?}");
        assert_eq!(asked(&host, "/smart-id-rp/") > 0, code == "signed", "{asks:?}");
    }
}

/// Capabilities, and from which address the phone answers: never asked for by itself.
#[test]
fn what_takes_an_agreement_is_asked_for_where_the_profile_says_so() {
    for (api, agreed, allowed, end) in [
        (Api::V3, false, false, "signed"),
        (Api::V3, true, true, "signed"),
        (Api::V3, true, false, "service-forbids"),
        (Api::V2, false, false, "signed"),
        (Api::V2, true, true, "signed"),
        (Api::V2, true, false, "service-forbids"),
    ] {
        let (host, mut profile) = world(72);
        let service = profile.smart_id.as_mut().expect("phones");
        service.api = api;
        if agreed {
            service.relying_party.capabilities = vec!["QUALIFIED".to_owned()];
            service.relying_party.share_md_client_ip_address = true;
        }
        host.world.set_faults(Faults {
            ip_sharing_allowed: allowed,
            capabilities_allowed: allowed,
            ..Faults::default()
        });
        let ended = sign(&host, &profile, order(person(APPROVES), Level::BB));
        let case = format!("{api:?}, agreed: {agreed}, allowed: {allowed}");
        assert_eq!(ended.map_or_else(|error| error.code(), |_| "signed"), end, "{case}");
        let exchanges = host.exchanges();
        let opened: Vec<serde_json::Value> = exchanges
            .iter()
            .filter(|one| one.request.uri().path().contains("/smart-id-rp/"))
            .filter_map(|one| serde_json::from_slice(one.request.body()).ok())
            .collect();
        assert!(!opened.is_empty(), "{case}");
        for body in opened {
            let asked = |name| body.get(name).cloned();
            let address = serde_json::json!({"shareMdClientIpAddress": true});
            assert_eq!(asked("requestProperties"), agreed.then_some(address), "{case}");
            assert_eq!(asked("capabilities"), agreed.then(|| serde_json::json!(["QUALIFIED"])), "{case}");
        }
        let told =
            exchanges.iter().any(|one| one.response.body().windows(12).any(|part| part == b"203.0.113.34"));
        assert_eq!(told, agreed && allowed, "{case}");
        assert_eq!((host.files().len(), host.journal_len()), (1 + usize::from(end == "signed"), 0), "{case}");
    }
}

#[test]
fn a_gateway_that_speaks_version_two_is_enough() {
    let (host, mut profile) = world(61);
    profile.smart_id.as_mut().expect("phones").api = Api::V2;
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    let exchanges = host.exchanges();
    let to_service = |path: &str| path.contains("/smart-id-rp/");
    let paths: Vec<&str> =
        exchanges.iter().map(|one| one.request.uri().path()).filter(|path| to_service(path)).collect();
    assert!(paths.iter().all(|path| path.starts_with("/smart-id-rp/v2/")), "{paths:?}");
    let opened =
        exchanges.iter().find(|one| one.request.uri().path().contains("/v2/signature/")).expect("opened");
    let body: serde_json::Value = serde_json::from_slice(opened.request.body()).expect("JSON");
    assert_eq!(body["hashType"], "SHA512");
    assert_eq!(body["allowedInteractionsOrder"][0]["type"], "confirmationMessageAndVerificationCodeChoice");
    assert_eq!(host.codes().len(), 1);

    for (identifier, code) in [
        ("PNOEE-30403039917", "user-refused"),
        ("PNOEE-30403039928", "user-refused"),
        ("PNOEE-30403039972", "wrong-code"),
        ("PNOEE-30403039983", "timed-out"),
        ("PNOLT-40504049999", "not-found"),
        ("PNOEE-38001085718", "not-found"),
    ] {
        let (host, mut profile) = world(62);
        profile.smart_id.as_mut().expect("phones").api = Api::V2;
        let error = sign(&host, &profile, order(person(identifier), Level::BB)).expect_err("not signed");
        assert_eq!(error.code(), code, "{identifier}");
        assert_eq!((host.files().len(), host.journal_len()), (1, 0));
    }
    for (answer, code) in [
        (AnswerFault::CorruptedSignature, "signature-invalid"),
        (AnswerFault::OtherKey, "signature-invalid"),
        (AnswerFault::OtherAccount, "wrong-person"),
    ] {
        let (host, mut profile) = world(63);
        profile.smart_id.as_mut().expect("phones").api = Api::V2;
        host.world.set_faults(Faults { answer, ..Faults::default() });
        let error = sign(&host, &profile, order(person(APPROVES), Level::BB)).expect_err("not signed");
        assert_eq!(error.code(), code, "{answer:?}");
    }
    // Whoever is asked by the number of an account is not another person, however well the answer fits together.
    let (host, mut profile) = world(63);
    profile.smart_id.as_mut().expect("phones").api = Api::V2;
    host.world.set_faults(Faults { answer: AnswerFault::OtherAccount, ..Faults::default() });
    let account = Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
    let error = sign(&host, &profile, order(account, Level::BB)).expect_err("not signed");
    assert_eq!(
        (error.code(), host.codes().len()),
        ("wrong-document", 0),
        "before any phone is asked to sign"
    );
    let (host, _) = world(64);
    let error = sign(&host, &profile, order(Signer::DeviceLink(Scans::Anybody), Level::BB))
        .expect_err("no codes to scan");
    assert_eq!(error.code(), "profile");
}
