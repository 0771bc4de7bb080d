//! Answers that are late, torn, too long, of another type, from elsewhere, by somebody else: each refused with its own
//! code, in words of every language, and the document untouched. What is wrong on the wire itself stands in
//! `crates/native/tests/network.rs`.

use emulator::{AnswerFault, BodyFault, Faults};
use pitser_tests::{Altered, Browsing, Simulated};
use workflow::error::Error;
use workflow::host::{Request, Response, Unreachable, UnreachableCause};
use workflow::order::{Level, Signer, Subscriber};
use workflow::profile::{Api, Profile, Signs};
use workflow::report::words::{Language, Value, Words};

use crate::{contract, order, sign, signed, world};

/// What is done to an answer.
type Spoil = fn(Response) -> Result<Response, UnreachableCause>;

fn with_body(mut response: Response, body: &[u8]) -> Result<Response, UnreachableCause> {
    *response.body_mut() = body.to_vec();
    Ok(response)
}

fn late(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::TimedOut)
}

fn cut(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::Broken { detail: "end of file before message length reached".into() })
}

fn torn(response: Response) -> Result<Response, UnreachableCause> {
    let half = response.body()[..response.body().len() / 2].to_vec();
    with_body(response, &half)
}

/// What `native` says of a body of a gigabyte, when it has read as much of it as it reads of any.
fn endless(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::TooLarge)
}

fn long(response: Response) -> Result<Response, UnreachableCause> {
    with_body(response, &vec![b' '; 5 << 20])
}

fn page(mut response: Response) -> Result<Response, UnreachableCause> {
    response.headers_mut().insert("content-type", "text/html; charset=utf-8".parse().expect("a type"));
    with_body(response, b"<!DOCTYPE html><title>Please log in</title>")
}

fn other_type(response: Response) -> Result<Response, UnreachableCause> {
    with_body(response, br#"{"state": 7, "sessionID": [], "result": true}"#)
}

fn redirect(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::Redirect { to: "https://elsewhere.example/".into() })
}

fn aimless(mut response: Response) -> Result<Response, UnreachableCause> {
    *response.status_mut() = http::StatusCode::FOUND;
    Ok(response)
}

fn untrusted(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::NotTrusted { detail: "expired".into() })
}

fn renewed(_: Response) -> Result<Response, UnreachableCause> {
    let (expected, found) = (vec!["sha256//old".into()], "sha256//new".into());
    Err(UnreachableCause::PinMismatch { expected, found, vouched: true })
}

fn intercepted(_: Response) -> Result<Response, UnreachableCause> {
    let (expected, found) = (vec!["sha256//old".into()], "sha256//proxy".into());
    Err(UnreachableCause::PinMismatch { expected, found, vouched: false })
}

fn not_tls(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::Address { url: "http://sid.example/".into() })
}

fn proxy_login(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::ProxyLogin { proxy: "proxy.example:3128".into(), told: false })
}

fn proxy_login_refused(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::ProxyLogin { proxy: "proxy.example:3128".into(), told: true })
}

fn proxy_login_variable(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::ProxyLoginForm { proxy: "proxy.example:3128".into() })
}

fn proxy_untrusted(_: Response) -> Result<Response, UnreachableCause> {
    let (proxy, detail) = ("proxy.example:443".into(), "unknown issuer".into());
    Err(UnreachableCause::ProxyNotTrusted { proxy, detail })
}

fn proxy_refused(_: Response) -> Result<Response, UnreachableCause> {
    Err(UnreachableCause::ProxyRefused { proxy: "proxy.example:3128".into() })
}

fn more_fields(mut response: Response) -> Result<Response, UnreachableCause> {
    if let Ok(serde_json::Value::Object(mut fields)) = serde_json::from_slice(response.body()) {
        fields.insert("futureField".into(), serde_json::json!({"a": [1, null, {"b": "\u{1f512}"}]}));
        *response.body_mut() = serde_json::to_vec(&fields).expect("JSON");
    }
    Ok(response)
}

#[rustfmt::skip]
const CASES: [(&str, Spoil, &str); 19] = [
    ("late", late, "service-timed-out"),
    ("cut off on the wire", cut, "connection-broken"),
    ("torn", torn, "answer-torn"),
    ("without end", endless, "answer-too-large"),
    ("too long", long, "answer-too-large"),
    ("a page of the network", page, "content-type"),
    ("of another type", other_type, "malformed-answer"),
    ("a redirect to elsewhere", redirect, "redirected"),
    ("a redirect to nowhere", aimless, "unexpected-status"),
    ("a certificate that does not hold", untrusted, "tls-untrusted"),
    ("a renewed key", renewed, "tls-pin-outdated"),
    ("a proxy in between", intercepted, "tls-intercepted"),
    ("http where https is due", not_tls, "address-refused"),
    ("a proxy that wants a login", proxy_login, "proxy-login"),
    ("a proxy that does not know the login", proxy_login_refused, "proxy-login-refused"),
    ("a login for the proxy that is none", proxy_login_variable, "proxy-login-variable"),
    ("a proxy that nobody vouches for", proxy_untrusted, "proxy-untrusted"),
    ("a proxy that does not lead there", proxy_refused, "proxy-refused"),
    ("more fields", more_fields, ""),
];

fn altered(part: &'static str, spoil: Spoil) -> Option<Altered> {
    Some(Box::new(
        move |request: &Request, response| {
            if request.uri().path().contains(part) { spoil(response) } else { Ok(response) }
        },
    ))
}

/// What it says in every language: three lines, none of them empty.
fn worded(error: &Error) {
    let id = format!("error-{}", error.code());
    let values = error.values();
    let figures: Vec<(&str, Value<'_>)> =
        values.iter().map(|(name, value)| (name.as_str(), Value::from(value.as_str()))).collect();
    for words in Language::ALL.map(Words::new) {
        assert!(words.has(&id), "{id}");
        for line in ["cause", "next"] {
            assert!(words.attribute(&id, line, &figures).is_some_and(|said| said.len() > 10), "{id} {line}");
        }
    }
}

/// Signs while answers are altered; nothing of the document or beside it changes, and nothing is kept.
fn refused(host: &Simulated, profile: &Profile, signer: Signer, level: Level, case: &str) -> Error {
    let error = sign(host, profile, order(signer, level)).expect_err(case);
    assert_eq!(host.file("/contract.pdf").as_deref(), Some(contract().as_slice()), "{case}");
    assert_eq!((host.files().len(), host.journal_len()), (1, 0), "{case}");
    worded(&error);
    error
}

/// The services that sign: who signs there, and which of their answers count.
fn services() -> [(&'static str, Api, Signer, &'static [&'static str]); 4] {
    let account = || Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
    let card = Signer::MobileId(Subscriber::parse("+37200000766", "60001019906").expect("a subscriber"));
    [
        (
            "Smart-ID v3",
            Api::V3,
            account(),
            &["/v3/signature/certificate/", "/v3/signature/notification/", "/v3/session/"],
        ),
        ("Smart-ID v2", Api::V2, account(), &["/v2/certificatechoice/", "/v2/signature/", "/v2/session/"]),
        ("Mobile-ID", Api::V3, card, &["/mid-api/certificate", "/mid-api/signature", "/signature/session/"]),
        (
            "CSC",
            Api::V3,
            Signer::Cloud { credential: None },
            &[
                "/csc/v2/info",
                "/oauth2/pushed_authorize",
                "/oauth2/token",
                "/credentials/list",
                "/credentials/info",
                "/signatures/signHash",
            ],
        ),
    ]
}

#[test]
fn every_hostile_answer_of_a_service_has_its_own_code() {
    for (service, api, signer, parts) in services() {
        for (part, (case, spoil, code)) in parts.iter().flat_map(|part| CASES.map(|case| (part, case))) {
            let (mut host, mut profile) = world(90);
            profile.smart_id.as_mut().expect("phones").api = api;
            host.altered = altered(part, spoil);
            let case = format!("{service}, {part}: {case}");
            if code.is_empty() {
                sign(&host, &profile, order(signer.clone(), Level::BB)).expect(&case);
                continue;
            }
            let error = refused(&host, &profile, signer.clone(), Level::BB, &case);
            assert_eq!(error.code(), code, "{case}");
            assert!(host.world.tally().asked <= 1, "{case}");
        }
    }
}

/// What the emulator does to its own answers, one after the other, as others would meet it: each has its own code, and leaves
/// the document as it was.
#[test]
fn every_body_that_the_emulator_spoils_has_its_own_code() {
    for (service, api, signer, _) in services() {
        for (body, code) in [
            (BodyFault::Broken, "malformed-answer"),
            (BodyFault::Torn, "answer-torn"),
            (BodyFault::WrongTypes, "malformed-answer"),
            (BodyFault::Oversized, "answer-too-large"),
        ] {
            let mut met = 0;
            for body_spared in 0.. {
                let (host, mut profile) = world(96);
                profile.smart_id.as_mut().expect("phones").api = api;
                host.world.set_faults(Faults { body, body_spared, ..Faults::default() });
                let case = format!("{service}: {body:?}, after {body_spared} answers");
                // Those that are spared may be all that there are.
                let ended = sign(&host, &profile, order(signer.clone(), Level::BB));
                if ended.is_ok() {
                    break;
                }
                let error = ended.expect_err(&case);
                assert_eq!(error.code(), code, "{case}");
                assert_eq!(host.file("/contract.pdf").as_deref(), Some(contract().as_slice()), "{case}");
                assert_eq!((host.files().len(), host.journal_len()), (1, 0), "{case}");
                worded(&error);
                assert!(host.world.tally().asked <= 1, "{case}");
                met += 1;
            }
            assert!(met >= 3, "{service}: {body:?} met {met} answers");
        }
    }
}

/// Of every service: the clocks are compared when its first answer is there, before anybody is asked for anything that counts.
#[test]
fn a_service_whose_clock_is_wrong_is_told_before_anybody_signs() {
    for (service, api, signer, _) in services() {
        for (clock_ms, code) in
            [(3_600_000, "clock-wrong"), (-3_600_000, "clock-wrong"), (60_000, ""), (-60_000, "")]
        {
            let (host, mut profile) = world(97);
            profile.smart_id.as_mut().expect("phones").api = api;
            host.world.set_faults(Faults { clock_ms, ..Faults::default() });
            let case = format!("{service}: {clock_ms} ms");
            if code.is_empty() {
                sign(&host, &profile, order(signer.clone(), Level::BB)).expect(&case);
                continue;
            }
            let error = refused(&host, &profile, signer.clone(), Level::BB, &case);
            assert_eq!(error.code(), code, "{case}");
            assert!(
                ["59", "60"].contains(&error.values()["minutes"].as_str()),
                "{case}: {:?}",
                error.values()
            );
            assert_eq!(host.world.tally().pins, 0, "{case}");
        }
    }
}

/// It takes no request anywhere, so that there is no answer that it could be altered to.
#[test]
fn a_proxy_that_is_not_there_has_its_words() {
    let cause = UnreachableCause::NoProxy { proxy: "proxy.example:3128".into() };
    let error = Error::from(Unreachable { host: "sid.example".into(), cause });
    assert_eq!(error.code(), "proxy-unreachable");
    worded(&error);
}

#[test]
fn values_and_certificates_of_others_are_refused_by_every_service() {
    for (service, api, signer, _) in services() {
        for (answer, codes) in [
            (AnswerFault::CorruptedSignature, ["signature-invalid"; 4]),
            (AnswerFault::OtherKey, ["signature-invalid"; 4]),
            (
                AnswerFault::OtherCertificate,
                ["certificate-mismatch", "certificate-mismatch", "wrong-person", "signature-invalid"],
            ),
            (AnswerFault::WeakPss, ["weak-parameters", "", "", ""]),
        ] {
            let names = ["Smart-ID v3", "Smart-ID v2", "Mobile-ID", "CSC"];
            let place = names.iter().position(|one| *one == service);
            // Only RSASSA-PSS has parameters that could be weaker, and this key of the fourth is on a curve; and version 2
            // hands out the wrong certificate both times.
            let code = codes[place.expect("a service")];
            if code.is_empty() || (api == Api::V2 && answer == AnswerFault::OtherCertificate) {
                continue;
            }
            let (host, mut profile) = world(91);
            profile.smart_id.as_mut().expect("phones").api = api;
            host.world.set_faults(Faults { answer, ..Faults::default() });
            let case = format!("{service}: {answer:?}");
            assert_eq!(refused(&host, &profile, signer.clone(), Level::BB, &case).code(), code, "{case}");
        }
    }
}

/// Whole signatures name their parameters; of a value alone nobody says how it was made.
#[test]
fn weaker_parameters_of_a_signing_service_are_refused_in_either_form() {
    for (signs, code) in [(Signs::Documents, "weak-parameters"), (Signs::Hashes, "signature-invalid")] {
        let (mut host, mut profile) = world(94);
        host.browsing = Browsing::Approves("janis");
        profile.csc.as_mut().expect("a signing service").signs = signs;
        let signer = || Signer::Cloud { credential: Some("HX0224686".to_owned()) };
        host.world.set_faults(Faults { answer: AnswerFault::WeakPss, ..Faults::default() });
        let case = format!("{signs:?}");
        assert_eq!(refused(&host, &profile, signer(), Level::BB, &case).code(), code, "{case}");
        host.world.set_faults(Faults::default());
        sign(&host, &profile, order(signer(), Level::BB)).expect(&case);
    }
}

/// Of services that are asked beside the phone's: what is wrong stands as a code behind the address.
#[test]
fn every_hostile_answer_about_time_and_revocation_is_told_apart() {
    fn flipped(mut response: Response) -> Result<Response, UnreachableCause> {
        if let Some(last) = response.body_mut().last_mut() {
            *last ^= 1;
        }
        Ok(response)
    }
    let der: [(&str, Spoil, &str); 8] = [
        ("late", late, "service-timed-out"),
        ("cut off on the wire", cut, "connection-broken"),
        ("torn", torn, "not-accepted"),
        ("without end", endless, "answer-too-large"),
        ("too long", long, "answer-too-large"),
        ("a page of the network", page, "content-type"),
        ("a redirect to elsewhere", redirect, "redirected"),
        ("changed on the way", flipped, "not-accepted"),
    ];
    let account = || Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
    for (service, part, code) in [
        ("TSA", "/tsa", "no-timestamp"),
        ("OCSP", "/ocsp", "certificate-status-unknown"),
        ("CRL", "/crl/", "certificate-status-unknown"),
        ("AIA", "/ca/", "certificate-status-unknown"),
    ] {
        // A list of revocations may be that long, and whether an issuer holds is a matter of the path.
        let left_out =
            |service, case| [("CRL", "too long"), ("AIA", "changed on the way")].contains(&(service, case));
        for (case, spoil, inner) in der.into_iter().filter(|one| !left_out(service, one.0)) {
            let (mut host, mut profile) = world(92);
            host.altered = altered(part, spoil);
            match service {
                "OCSP" => host.disconnect(vec!["/crl/"]),
                "CRL" => host.disconnect(vec!["/ocsp"]),
                "AIA" => profile.trust.issuers = String::new(),
                _ => {}
            }
            let case = format!("{service}: {case}");
            let error = refused(&host, &profile, account(), Level::BT, &case);
            assert_eq!(error.code(), code, "{case}");
            let detail = &error.values()["detail"];
            // What is asked for as a certificate and is none says so.
            let inner = match (service, case.ends_with("torn")) {
                ("AIA", true) => "certificate-unreadable",
                _ => inner,
            };
            assert!(detail.contains(inner), "{case}: {detail}");
            assert_eq!(host.signature_sessions(), 0, "{case}: no phone rings for PIN2");
        }
    }
}

#[test]
fn an_answer_to_an_earlier_question_is_none() {
    for part in ["/tsa", "/ocsp"] {
        let (mut host, profile) = world(93);
        let first = std::sync::Mutex::new(None);
        host.disconnect(vec!["/crl/eid-q.crl"]);
        host.altered = Some(Box::new(move |request, response| {
            if !request.uri().path().contains(part) {
                return Ok(response);
            }
            let mut first = first.lock().expect("no panic");
            Ok(first.get_or_insert(response).clone())
        }));
        let signer = Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
        let error = sign(&host, &profile, order(signer, Level::BLt)).expect_err("an old answer");
        let code = if part == "/tsa" { "timestamp-unavailable" } else { "revocation-unavailable" };
        assert_eq!(error.code(), code);
        assert!(error.values()["detail"].contains("not-accepted"), "{:?}", error.values());
        assert_eq!((host.file(signed()), host.journal_len()), (None, 1), "the value is kept");
    }
}
