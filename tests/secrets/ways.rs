//! Every way to sign, and what can be done to a signing.

use emulator::{AnswerFault, CSC_ORGANISATION, CSC_OTP, CSC_PIN, CSC_SECRET, Faults};
use pitser_tests::{Browsing, Simulated, run};
use remote::Secret;
use workflow::event::Stage;
use workflow::host::UnreachableCause;
use workflow::keychain::keep_secret;
use workflow::order::{Scans, Signer, Subscriber};
use workflow::profile::{Api, Login, Profile};

/// A way to sign, and the personal code that is nobody's business.
pub struct Way {
    /// What it is called in a failure.
    pub name: &'static str,
    /// Who signs.
    pub signer: Signer,
    /// Their personal code.
    pub code: &'static str,
    /// Readies the world and the profile for it.
    pub ready: fn(&mut Simulated, &mut Profile),
}

/// A key at the signing service, for whoever holds it.
fn key(id: Option<&str>) -> Signer {
    Signer::Cloud { credential: id.map(str::to_owned) }
}

fn version_two(_: &mut Simulated, profile: &mut Profile) {
    profile.smart_id.as_mut().expect("phones").api = Api::V2;
}

/// The provider agreed that phones tell their address.
fn sharing(host: &mut Simulated, profile: &mut Profile) {
    profile.smart_id.as_mut().expect("phones").relying_party.share_md_client_ip_address = true;
    host.world.set_faults(Faults { ip_sharing_allowed: true, ..Faults::default() });
}

fn organisation(host: &mut Simulated, profile: &mut Profile) {
    let service = profile.csc.as_mut().expect("a signing service");
    service.client.client_id = CSC_ORGANISATION.to_owned();
    (service.login, service.user) = (Login::Client, Some("liis".to_owned()));
    run(keep_secret(host, profile, &Secret::new(CSC_SECRET))).expect("kept");
}

/// A key that asks for a PIN and for what came by another way.
fn typing(host: &mut Simulated, profile: &mut Profile) {
    host.browsing = Browsing::Approves("janis");
    host.answers = vec![("PIN", CSC_PIN), ("SMS code", CSC_OTP)];
    profile.csc.as_mut().expect("a signing service").asynchronous = true;
}

/// All of them.
pub fn all() -> Vec<Way> {
    let account = || Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
    let person = || Signer::Person("PNOEE-40504040001".parse().expect("a person"));
    let scanned =
        || Signer::DeviceLink(Scans::Account("PNOEE-40404040009-MOCK-Q".parse().expect("a number")));
    let card = Signer::MobileId(Subscriber::parse("+37200000766", "60001019906").expect("a subscriber"));
    let plain: fn(&mut Simulated, &mut Profile) = |_, _| ();
    let way = |name, signer, code, ready| Way { name, signer, code, ready };
    vec![
        way("v3 by document", account(), "40504040001", plain),
        way("v3 by person", person(), "40504040001", plain),
        way("v3 with the phone's address", person(), "40504040001", sharing),
        way("v3 by code", Signer::DeviceLink(Scans::Anybody), "40404040009", plain),
        way("v3 by code, known", scanned(), "40404040009", plain),
        way("v2 by person", person(), "40504040001", version_two),
        way("Mobile-ID", card, "60001019906", plain),
        way("a signing service", key(None), "40504040001", plain),
        way("a signing service with a PIN", key(Some("HX0224685")), "050405-10009", typing),
        way("a signing service and another device", key(Some("HX0224686")), "050405-10009", typing),
        way("a signing service that lets an organisation in", key(None), "40504040001", organisation),
    ]
}

/// What is done to a signing.
pub type Trouble = (&'static str, fn(&mut Simulated));

fn with(host: &mut Simulated, answer: AnswerFault) {
    host.world.set_faults(Faults { answer, ..host.world.faults() });
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

pub const TROUBLES: [Trouble; 11] = [
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
