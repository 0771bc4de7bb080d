//! What the program prints and leaves behind, searched for what must not be in it; and the log of what was said, which is
//! there for everybody to read.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use emulator::{AnswerFault, CSC_ORGANISATION, CSC_SECRET, CscFault, Faults, Outage};
use serde_json::Value;
use workflow::profile::{Api, Login};

use crate::bench::{APPROVES, Desk, Ran, program};
use crate::cloud::run_by;

const CARD: [&str; 5] = ["contract.pdf", "--mobile-id", "+37200000766", "--person", "60001019906"];

/// Everything that lies in a folder and is no document, as text.
pub fn left_behind(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(left_behind(&path));
        } else if path.extension().is_none_or(|kind| kind != "pdf" && kind != "toml") {
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            found.push((path.display().to_string(), text));
        }
    }
    found
}

/// No session and no password is anywhere, no whole personal code outside of the journal.
fn nothing_got_out(desk: &Desk, ran: &Ran, markers: &[&str], codes: &[&str]) {
    nothing_in(desk, (&String::from_utf8_lossy(&ran.0.stdout), &ran.talk()), markers, codes);
}

/// The same of what was said on standard output and on standard error.
fn nothing_in(desk: &Desk, (data, talk): (&str, &str), markers: &[&str], codes: &[&str]) {
    let secrets = desk.served.secrets();
    // The link is there to be opened, like the code above it to be scanned, and so is the page: it is for whoever sits here.
    let is_for_the_person =
        |line: &&str| line.starts_with("Device link: ") || line.contains("on this page: ");
    let shown: Vec<&str> = talk.lines().filter(|line| !is_for_the_person(line)).collect();
    let mut places = vec![
        ("standard output".to_owned(), data.to_owned()),
        ("standard error".to_owned(), shown.join("\n")),
    ];
    places.extend(left_behind(&desk.path(".")));
    for (place, text) in &places {
        for secret in secrets.iter().map(String::as_str).chain(markers.iter().copied()) {
            assert!(!text.contains(secret), "{secret} in {place}:\n{text}");
        }
        for code in codes.iter().filter(|_| !place.contains("journal")) {
            assert!(!text.contains(code), "{code} in {place}:\n{text}");
        }
    }
}

/// Ways in which a signing ends.
fn faults() -> [Faults; 6] {
    [
        Faults::default(),
        Faults { answer: AnswerFault::OtherKey, ..Faults::default() },
        Faults { answer: AnswerFault::OtherAccount, ..Faults::default() },
        Faults { next_status: Some(400), ..Faults::default() },
        Faults { api: Outage::Cut, ..Faults::default() },
        Faults { tsa: Outage::Unavailable, tsa_spared: 1, ..Faults::default() },
    ]
}

#[test]
fn no_secret_is_printed_or_left_behind_however_a_signing_ends() {
    let codes = ["40504040001", "60001019906", "40404040009"];
    let ways: [&[&str]; 4] = [
        &["contract.pdf", "--smart-id", APPROVES],
        &["contract.pdf", "--document-number", "PNOEE-40504040001-DEM0-Q"],
        &["contract.pdf", "--qr"],
        &CARD,
    ];
    let desk = Desk::with(Faults::default());
    let mut ends = Vec::new();
    for fault in faults() {
        for way in ways {
            desk.faults(fault.clone());
            let ran =
                desk.run(&[&["sign", "--level", "b-t", "--force", "--output", "out.pdf"], way].concat());
            ends.push(ran.exit());
            nothing_got_out(&desk, &ran, &[], &codes);
        }
    }
    assert!(ends.contains(&0) && ends.contains(&3), "{ends:?}");
    assert!(!desk.served.secrets().is_empty(), "there was something to be found");
}

#[test]
fn no_secret_of_version_two_is_printed_or_left_behind_however_a_signing_ends() {
    let desk = Desk::with(Faults::default());
    let mut profile = desk.served.profile();
    profile.smart_id.as_mut().unwrap().api = Api::V2;
    desk.put("bench.toml", profile.to_toml().unwrap().as_bytes());
    let mut ends = Vec::new();
    for fault in faults() {
        desk.faults(fault);
        let order = ["contract.pdf", "--smart-id", APPROVES, "--force", "--output", "out.pdf"];
        let ran = desk.run(&[&["sign", "--level", "b-t"][..], &order].concat());
        ends.push(ran.exit());
        nothing_got_out(&desk, &ran, &[], &["40504040001"]);
    }
    assert!(ends.contains(&0) && ends.contains(&3), "{ends:?}");
    assert!(!desk.served.secrets().is_empty(), "there was something to be found");
}

/// It is asked for only where the profile says so, which is said; and what the service says is nowhere.
#[test]
fn from_where_the_phone_answers_is_asked_aloud_and_written_down_nowhere() {
    let desk = Desk::with(Faults { ip_sharing_allowed: true, ..Faults::default() });
    let order =
        ["sign", "contract.pdf", "--smart-id", APPROVES, "--level", "b-b", "--force", "--output", "out.pdf"];
    let asked = "from which internet address your phone answers";
    let plain = desk.run(&order);
    assert!(plain.exit() == 0 && !plain.talk().contains(asked), "{}", plain.talk());
    for api in [Api::V3, Api::V2] {
        let mut profile = desk.served.profile();
        let service = profile.smart_id.as_mut().unwrap();
        service.api = api;
        service.relying_party.share_md_client_ip_address = true;
        desk.put("bench.toml", profile.to_toml().unwrap().as_bytes());
        let ran = desk.run(&order);
        assert!(ran.exit() == 0 && ran.talk().contains(asked), "{}", ran.talk());
        nothing_got_out(&desk, &ran, &["203.0.113.34"], &["40504040001"]);
    }
}

/// Of a person who is let in by the browser, and of an organisation that has a secret.
#[test]
fn no_secret_of_a_signing_service_is_printed_or_left_behind_however_a_signing_ends() {
    let told = STANDARD.encode(format!("{CSC_ORGANISATION}:{CSC_SECRET}"));
    let markers = [CSC_SECRET, &told];
    let desk = Desk::with(Faults::default());
    let mut organisation = desk.served.profile();
    let service = organisation.csc.as_mut().unwrap();
    service.client.client_id = CSC_ORGANISATION.to_owned();
    (service.login, service.user) = (Login::Client, Some("liis".to_owned()));
    desk.put("organisation.toml", organisation.to_toml().unwrap().as_bytes());
    let mut ends = Vec::new();
    for (fault, pages) in [
        (Faults::default(), 2),
        (Faults { answer: AnswerFault::OtherKey, ..Faults::default() }, 2),
        (Faults { csc: CscFault::NoCode, ..Faults::default() }, 1),
        (Faults { csc: CscFault::OtherState, ..Faults::default() }, 1),
        (Faults { api: Outage::Cut, ..Faults::default() }, 0),
        (Faults { tsa: Outage::Unavailable, tsa_spared: 1, ..Faults::default() }, 2),
    ] {
        let order = ["sign", "contract.pdf", "--level", "b-t", "--force", "--output", "out.pdf"];
        for profile in ["bench.toml", "organisation.toml"] {
            desk.faults(fault.clone());
            let by_person = profile == "bench.toml";
            // Whoever is let in without a browser meets the first page when it is about the signature.
            let pages = if by_person { pages } else { pages.min(1) };
            let mut command = std::process::Command::new(program());
            command.env("PITSER_KEYCHAIN", "none").args(["--profile", profile]);
            command.env_remove("PITSER_CSC_SECRET");
            if !by_person {
                command.env("PITSER_CSC_SECRET", CSC_SECRET);
            }
            let (exit, data, talk) = run_by(command, &desk, &order, &["approve"; 2][..pages]);
            ends.push(exit);
            nothing_in(&desk, (&data, &talk), &markers, &["40504040001"]);
        }
    }
    assert!(ends.contains(&0) && ends.contains(&3), "{ends:?}");
    assert!(!desk.served.secrets().is_empty(), "there was something to be found");
}

#[test]
fn no_password_is_printed_or_left_behind() {
    let desk = Desk::new();
    let marker = "markedSecretOfMine";
    let key = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/keys/p256.p12");
    let ran = desk.run(&["sign", "contract.pdf", "--key", key, "--password", marker, "--level", "b-b"]);
    ran.failed_with("key-password");
    nothing_got_out(&desk, &ran, &[marker], &[]);
    desk.put("locked.pdf", include_bytes!("../fixtures/encrypted/aes-256.pdf"));
    let ran = desk.run(&["sign", "locked.pdf", "--smart-id", APPROVES, "--document-password", marker]);
    ran.failed_with("wrong-password");
    nothing_got_out(&desk, &ran, &[marker], &[]);
}

#[test]
fn what_was_said_can_be_read_by_everybody() {
    let desk = Desk::new();
    let none = Ran(desk.bare(&["log"]).output().unwrap());
    assert_eq!((none.exit(), none.data().as_str()), (0, ""));
    assert!(none.talk().contains("Nothing was said"), "{}", none.talk());

    desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES, "--level", "b-lt", "--output", "s.pdf"]);
    let log = Ran(desk.bare(&["log", "--json"]).output().unwrap());
    let exchanges = log.objects();
    let said = |part: &str| exchanges.iter().find(|one| one["address"].as_str().unwrap().contains(part));
    for part in ["/certificate-choice/notification/etsi/PNOEE-•••••••0001", "/v3/session/…", "/tsa", "/ocsp"]
    {
        let one = said(part).unwrap_or_else(|| panic!("{part} is not in {}", log.data()));
        assert_eq!(one["status"], 200);
        assert!(
            one["received"].as_u64() > Some(20) && one["took"].is_u64() && one["at"].is_string(),
            "{one}"
        );
        assert_eq!(one.get("failure"), None::<&Value>);
    }
    let lines = Ran(desk.bare(&["log"]).output().unwrap());
    assert_eq!(lines.data().lines().count(), exchanges.len());
    assert!(lines.data().lines().all(|line| line.contains(" bytes out, ") && line.contains("127.0.0.1")));
    nothing_got_out(&desk, &lines, &[], &["40504040001"]);
    let told = Ran(desk.bare(&["log", "--fields"]).output().unwrap());
    for field in [
        "    relyingPartyName: DEMO",
        "    certificateLevel: QUALIFIED",
        "    interactions.displayText200: Sign the document contract.pdf",
        "    relyingPartyUUID: …",
        "    nonce: …",
    ] {
        assert!(told.data().lines().any(|line| line.starts_with(field)), "{field} is not in {}", told.data());
    }
    let digest = "    signatureProtocolParameters.digest: ";
    let digest = told.data().lines().find_map(|line| line.strip_prefix(digest).map(str::to_owned)).unwrap();
    assert!(digest.chars().count() == 9 && digest.ends_with('…'), "{digest}");
    nothing_got_out(&desk, &told, &[], &["40504040001"]);

    let before = exchanges.len();
    let profile = String::from_utf8(desk.read("bench.toml")).unwrap();
    let pin = profile.find("sha256//").unwrap() + "sha256//".len();
    desk.put(
        "bench.toml",
        format!("{}{}{}", &profile[..pin], "A".repeat(43), &profile[pin + 43..]).as_bytes(),
    );
    desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES]).failed_with("tls-pin-outdated");
    let log = Ran(desk.bare(&["log", "--json"]).output().unwrap()).objects();
    assert_eq!(log.len(), before + 1);
    assert_eq!(log[before]["failure"], "tls-pin-outdated");
    assert_eq!(log[before].get("status"), None);
}
