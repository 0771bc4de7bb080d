//! Secrets stay where they belong: every way to sign, ended in every way, and everything that could be printed, written
//! down or sent to the window searched for what must not be in it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use emulator::{AnswerFault, CSC_ORGANISATION, CSC_SECRET, Faults};
use pitser_tests::{Simulated, run};
use remote::Secret;
use workflow::error::Error;
use workflow::event::Stage;
use workflow::host::{Host, UnreachableCause};
use workflow::keychain::keep_secret;
use workflow::order::{Level, Order, Scans, Signed, Signer, Subscriber};
use workflow::password::Password;
use workflow::profile::{Api, Profile};
use workflow::traffic::Exchange;

use crate::keeping::organisation;
use crate::{order, sign, world};

const ORGANISATION: &str = "a signing service that lets an organisation in";
const OWN_PASSWORD: &str = "correct horse battery staple";

/// Who signs, in which version, and the personal code that is nobody's business.
fn everybody() -> Vec<(&'static str, Api, Signer, &'static str)> {
    let account = || Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
    let person = || Signer::Person("PNOEE-40504040001".parse().expect("a person"));
    let scanned =
        || Signer::DeviceLink(Scans::Account("PNOEE-40404040009-MOCK-Q".parse().expect("a number")));
    let card = Signer::MobileId(Subscriber::parse("+37200000766", "60001019906").expect("a subscriber"));
    vec![
        ("v3 by document", Api::V3, account(), "40504040001"),
        ("v3 by person", Api::V3, person(), "40504040001"),
        ("v3 by code", Api::V3, Signer::DeviceLink(Scans::Anybody), "40404040009"),
        ("v3 by code, known", Api::V3, scanned(), "40404040009"),
        ("v2 by person", Api::V2, person(), "40504040001"),
        ("Mobile-ID", Api::V3, card, "60001019906"),
        ("a signing service", Api::V3, Signer::Cloud { credential: None }, "40504040001"),
        (ORGANISATION, Api::V3, Signer::Cloud { credential: None }, "40504040001"),
    ]
}

/// What is done to a signing.
type Trouble = (&'static str, fn(&mut Simulated));

fn with(host: &mut Simulated, answer: AnswerFault) {
    host.world.set_faults(Faults { answer, ..Faults::default() });
}

/// The service repeats in its complaint what it was told.
fn echoes(host: &mut Simulated, part: &'static str) {
    host.altered = Some(Box::new(move |request, response| {
        if !request.uri().path().contains(part) {
            return Ok(response);
        }
        let headers: Vec<_> =
            request.headers().values().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
        let body = String::from_utf8_lossy(request.body());
        let told = format!("{} {headers:?} {body}", request.uri());
        let problem = serde_json::json!({"detail": told, "error": told, "errors": [{"detail": told}]});
        Ok(http::Response::builder().status(400).body(problem.to_string().into_bytes()).expect("an answer"))
    }));
}

/// A secret stands where something else is due.
fn misplaces(host: &mut Simulated) {
    host.altered = Some(Box::new(|_, mut response| {
        if let Ok(fields) = serde_json::from_slice::<serde_json::Value>(response.body())
            && let Some(id) = fields.get("sessionID").or_else(|| fields.get("sessionSecret"))
        {
            *response.body_mut() = id.to_string().into_bytes();
        }
        Ok(response)
    }));
}

const TROUBLES: [Trouble; 11] = [
    ("none", |_| ()),
    ("a signature by another key", |host| with(host, AnswerFault::OtherKey)),
    ("somebody else", |host| with(host, AnswerFault::OtherAccount)),
    ("another certificate", |host| with(host, AnswerFault::OtherCertificate)),
    ("an echo of the opening", |host| echoes(host, "/signature")),
    ("an echo of the question", |host| echoes(host, "/session/")),
    ("an echo of the login", |host| echoes(host, "oauth2")),
    ("an echo of the certificate", |host| echoes(host, "certificate")),
    ("a misplaced secret", misplaces),
    ("a redirect with everything in it", |host| {
        host.altered = Some(Box::new(|request, _| {
            Err(UnreachableCause::Redirect {
                to: format!("https://elsewhere.example/?back={}", request.uri()),
            })
        }));
    }),
    ("no time-stamp", |host| host.disconnect_after(Stage::Approval, vec!["/tsa"])),
];

/// Everything that somebody else could come to see of it.
fn seen(
    host: &Simulated,
    profile: &Profile,
    order: &Order,
    result: &Result<Signed, Error>,
) -> Vec<(&'static str, String)> {
    let mut seen = vec![
        ("order", format!("{order:?}")),
        ("profile", format!("{profile:?}")),
        ("events", format!("{:?}", host.events())),
    ];
    let said = host.exchanges().into_iter().map(|one| Exchange::begun(&one.request, host.now()));
    seen.push(("network log", serde_json::to_string(&said.collect::<Vec<_>>()).expect("JSON")));
    match result {
        Ok(signed) => seen.push(("result", format!("{:?}", signed.output))),
        Err(error) => {
            seen.push(("error", format!("{error}\n{error:?}")));
            seen.push(("figures", format!("{:?}", error.values())));
        }
    }
    seen
}

/// The journal has to name the account that is asked again about, and the certificate: but nothing that opens a session.
fn kept(host: &Simulated) -> String {
    let entries = host.journal_all().expect("a journal");
    entries.iter().map(|(key, entry)| format!("{key} {}", String::from_utf8_lossy(entry))).collect()
}

#[test]
fn no_secret_and_no_whole_personal_code_gets_out_however_a_signing_ends() {
    let mut ends = std::collections::BTreeSet::new();
    for (way, api, signer, code) in everybody() {
        for (trouble, spoil) in TROUBLES {
            let (mut host, mut profile) = world(95);
            profile.smart_id.as_mut().expect("phones").api = api;
            host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".to_owned());
            if way == ORGANISATION {
                organisation(&mut profile);
                run(keep_secret(&host, &profile, &Secret::new(CSC_SECRET))).expect("kept");
            }
            spoil(&mut host);
            let order =
                Order { password: Some(Password::new(OWN_PASSWORD)), ..order(signer.clone(), Level::BT) };
            let result = sign(&host, &profile, order.clone());
            ends.insert(result.as_ref().map_or_else(Error::code, |_| "signed"));
            let secrets = host.world.secrets();
            assert!(trouble != "none" || !secrets.is_empty(), "{way}: there is something to be found");
            let shown = STANDARD.encode(format!("{CSC_ORGANISATION}:{CSC_SECRET}"));
            for (place, text) in seen(&host, &profile, &order, &result) {
                let ours = [OWN_PASSWORD, CSC_SECRET, &shown, code];
                for secret in secrets.iter().map(String::as_str).chain(ours) {
                    assert!(!text.contains(secret), "{way}, {trouble}: {secret} in the {place}: {text}");
                }
            }
            let kept = kept(&host);
            assert!(!kept.contains(OWN_PASSWORD) && !kept.contains(CSC_SECRET), "{way}: {kept}");
            assert!(!secrets.iter().any(|secret| kept.contains(secret)), "{way}, {trouble}: {kept}");
            if let Some(pending) = workflow::sign::pending(&host).expect("a journal").first() {
                host.reconnect();
                run(workflow::sign::finish(&host, &profile, &pending.key, None)).expect("finished");
            }
        }
    }
    for end in [
        "signed",
        "bad-request",
        "malformed-answer",
        "redirected",
        "signature-invalid",
        "timestamp-unavailable",
        "wrong-person",
    ] {
        assert!(ends.contains(end), "{end} is not among {ends:?}");
    }
}
