//! Documents that are encrypted with a password: signed inside their encryption, and the password stays with the person.

use emulator::Urls;
use pitser_tests::{Simulated, profile_of, run};
use workflow::error::Error;
use workflow::event::Stage;
use workflow::extend::{Extension, extend};
use workflow::host::{Existing, Host};
use workflow::order::{Level, Order};
use workflow::password::Password;
use workflow::profile::Profile;
use workflow::seal::SealOrder;
use workflow::verdict::{Indication, Report};
use workflow::verify::{Options, verify};

use crate::{APPROVES, order, person, sign, signed};

/// Fixture, user's and owner's password.
const FILES: [(&str, &str, &str); 4] = [
    ("rc4-40", "user", "owner"),
    ("aes-128-clear-metadata", "user", "owner"),
    ("aes-256-object-streams", "p\u{e4}rool", "\u{43e}\u{43c}\u{435}\u{433}\u{430}"),
    ("no-password", "", "owner"),
];

fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/encrypted");
    std::fs::read(format!("{folder}/{name}.pdf")).expect("the fixture")
}

fn world(seed: u64, name: &str) -> (Simulated, Profile) {
    let host = Simulated::at(Urls::loopback(1, 2), seed);
    host.put("/contract.pdf", fixture(name));
    let profile = profile_of(&host);
    (host, profile)
}

fn given(password: &str) -> Option<Password> {
    (!password.is_empty()).then(|| Password::new(password))
}

fn order_with(password: &str) -> Order {
    Order { password: given(password), ..order(person(APPROVES), Level::BLt) }
}

fn judged(host: &Simulated, profile: &Profile, password: &str) -> Result<Report, Error> {
    let options = Options { password: given(password), ..Options::offline() };
    run(verify(host, profile, &signed(), options))
}

#[test]
fn a_document_is_signed_inside_its_encryption() {
    for (name, user, owner) in FILES {
        for password in [user, owner] {
            let (host, profile) = world(90, name);
            let done = sign(&host, &profile, order_with(password)).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "{name}");
            assert_eq!(done.report.signatures[0].level, Some(Level::BLt), "{name}");
            assert!(host.file(signed()).expect("saved").starts_with(&fixture(name)), "{name}");
            for password in [user, owner] {
                let report = judged(&host, &profile, password).expect("judged");
                assert_eq!(report.overall(), Some(Indication::TotalPassed), "{name}");
            }
            if !user.is_empty() {
                assert_eq!(judged(&host, &profile, "").expect_err("closed").code(), "password-needed");
                assert_eq!(judged(&host, &profile, "guessed").expect_err("closed").code(), "wrong-password");
            }
        }
    }
}

#[test]
fn a_place_for_a_seal_is_looked_for_with_either_password() {
    for (name, user, owner) in FILES {
        for password in [user, owner] {
            let (host, profile) = world(94, name);
            let seal = Some(SealOrder::of(&profile.seal));
            let sealed = sign(&host, &profile, Order { seal, ..order_with(password) });
            // The pages of the fixtures have no room; what counts is that they can be looked at.
            assert_eq!(sealed.expect_err("no room").code(), "seal-no-place", "{name}");
        }
    }
}

#[test]
fn its_signature_is_extended_inside_its_encryption() {
    for (name, user, _) in FILES {
        let (host, profile) = world(96, name);
        sign(&host, &profile, order_with(user)).expect("signed");
        let extension = |password| Extension {
            document: signed(),
            password,
            output: Some("/archived.pdf".into()),
            existing: Existing::Keep,
            level: Level::BLta,
        };
        if !user.is_empty() {
            let error = run(extend(&host, &profile, extension(None))).expect_err("closed");
            assert_eq!(error.code(), "password-needed", "{name}");
        }
        let done = run(extend(&host, &profile, extension(given(user)))).expect("extended");
        assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "{name}");
        assert_eq!(done.report.signatures[0].level, Some(Level::BLta), "{name}");
    }
}

#[test]
fn without_its_password_nobody_is_asked_anything() {
    for (password, code) in [("", "password-needed"), ("guessed", "wrong-password")] {
        let (host, profile) = world(91, "aes-256");
        let error = sign(&host, &profile, order_with(password)).expect_err("refused");
        assert_eq!((error.code(), host.exchanges().len()), (code, 0));
    }
}

#[test]
fn what_its_protection_forbids_is_refused_before_anybody_is_asked_and_the_owner_may() {
    for name in ["no-changes", "forms-only", "no-notes-40"] {
        let (host, profile) = world(92, name);
        let error = sign(&host, &profile, order_with("")).expect_err("refused");
        assert_eq!((error.code(), host.exchanges().len()), ("not-permitted", 0), "{name}");
        assert!(error.values()["detail"].contains("(bit "), "{:?}", error.values());
        sign(&host, &profile, order_with("owner")).expect("the owner may");
    }
}

#[test]
fn finishing_asks_for_the_password_again_since_it_is_written_down_nowhere() {
    const PASSWORD: &str = "p\u{e4}rool";
    let (host, profile) = world(93, "aes-256-object-streams");
    host.disconnect_after(Stage::Approval, vec!["/tsa"]);
    let order = order_with(PASSWORD);
    assert!(!format!("{order:?}").contains(PASSWORD));
    let error = sign(&host, &profile, order).expect_err("not finished");
    assert_eq!(error.code(), "timestamp-unavailable");
    host.reconnect();

    let journal = host.journal_all().expect("journal");
    let kept = String::from_utf8_lossy(&journal[0].1).into_owned();
    let forms = [PASSWORD.to_owned(), hex::encode(PASSWORD), format!("{:?}", PASSWORD.as_bytes())];
    assert!(forms.iter().all(|form| !kept.contains(form)));
    assert!(!format!("{:?}", host.events()).contains(PASSWORD));

    let key = journal[0].0.clone();
    let finish = |password: Option<&Password>| run(workflow::sign::finish(&host, &profile, &key, password));
    assert_eq!(finish(None).expect_err("closed").code(), "password-needed");
    assert_eq!(finish(Some(&Password::new("guessed"))).expect_err("closed").code(), "wrong-password");
    assert_eq!(host.journal_len(), 1, "the value waits");
    let done = finish(Some(&Password::new(PASSWORD))).expect("finished");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert_eq!((host.signature_sessions(), host.journal_len()), (1, 0), "one PIN2");
}

#[test]
fn an_encrypted_page_is_shown_as_it_is() {
    let mut pictures = Vec::new();
    for (name, user, owner) in FILES {
        let (host, _) = world(94, name);
        let show = |password| workflow::show::open(&host, std::path::Path::new("/contract.pdf"), password);
        for password in [user, owner] {
            let shown = show(given(password)).unwrap_or_else(|error| panic!("{name}: {error}"));
            pictures.push(shown.picture(0, 1.0).expect("drawn").png);
        }
        if !user.is_empty() {
            assert_eq!(show(None).err().expect("closed").code(), "password-needed");
        }
    }
    assert!(pictures.windows(2).all(|pair| pair[0] == pair[1]));
}
