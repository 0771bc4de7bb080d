//! Somebody gives up waiting and signs again while the first request is still on their phone.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStderr, Command, Stdio};

use serde_json::{Value, json};

use crate::bench::{Desk, Ran, program};
use crate::secrets::left_behind;

/// Accounts and a card whose phones are driven by hand.
const HAND: [&str; 2] = ["--document-number", "PNOEE-40707079912-HAND-Q"];
const PERSON: [&str; 2] = ["--smart-id", "PNOEE-40707079912"];

/// The program while the phone rings.
struct Waiting {
    child: Child,
    lines: Lines<BufReader<ChildStderr>>,
}

impl Waiting {
    /// Starts to sign, and reads as far as a line that begins so.
    fn until(desk: &Desk, document: &str, who: &[&str], line: &str) -> (Self, String) {
        Self::under(desk, "bench.toml", document, who, line)
    }

    /// The same under another profile.
    fn under(desk: &Desk, profile: &str, document: &str, who: &[&str], line: &str) -> (Self, String) {
        let arguments = [&["--profile", profile, "sign", document][..], who].concat();
        let mut child = Command::new(program())
            .current_dir(desk.path(""))
            .args(arguments)
            .env("PITSER_DATA_DIR", desk.path("data"))
            .env("PITSER_LANGUAGE", "en")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let said = lines.by_ref().map(Result::unwrap).find(|said| said.starts_with(line));
        let said = said.unwrap_or_else(|| panic!("{line:?} was not said"));
        (Self { child, lines }, said)
    }

    /// A polite wish to stop; what is said then.
    fn interrupted(mut self) -> Vec<String> {
        let kill = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
        assert!(kill.success());
        let rest = self.lines.map(Result::unwrap).collect();
        assert_eq!(self.child.wait().unwrap().code(), Some(130));
        rest
    }

    /// The power goes off.
    fn killed(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    fn signed(mut self) -> Vec<String> {
        let rest: Vec<String> = self.lines.map(Result::unwrap).collect();
        assert_eq!(self.child.wait().unwrap().code(), Some(0), "{rest:?}");
        rest
    }
}

fn run(desk: &Desk, document: &str, who: &[&str]) -> Ran {
    desk.run(&[&["sign", document][..], who].concat())
}

/// Presses a button on the phone for the only request that it shows.
fn press(desk: &Desk, button: &str, more: &Value) {
    let shown = desk.served.phone();
    let requests = shown["requests"].as_array().unwrap();
    assert_eq!(requests.len(), 1, "{shown}");
    let mut body = json!({ "session": requests[0]["session"] });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.served.press(button, &body);
}

/// Compares the code, which is at the end of what was said, and types PIN2.
fn approve(desk: &Desk, said: &str) {
    let code = said.rsplit(' ').next().unwrap();
    press(desk, "approve", &json!({ "pin": desk.served.phone()["pin"], "code": code }));
}

#[test]
fn whoever_gives_up_and_signs_the_same_again_is_asked_once() {
    for stop in [Waiting::interrupted, |waiting: Waiting| {
        waiting.killed();
        Vec::new()
    }] {
        let desk = Desk::patient();
        let (first, code) = Waiting::until(&desk, "contract.pdf", &HAND, "Verification code: ");
        let said = stop(first);
        assert!(said.is_empty() || said.iter().any(|line| line.contains("refuse it there")), "{said:?}");
        assert_eq!(desk.left_open().len(), 1);
        for (place, text) in left_behind(&desk.path("data")) {
            let told = desk.served.secrets().into_iter().find(|secret| text.contains(secret));
            assert_eq!(told, None, "in {place}");
            assert!(place.contains("journal") || !text.contains("40707079912"), "a whole code in {place}");
        }
        let (second, shown_again) = Waiting::until(&desk, "contract.pdf", &HAND, "Verification code: ");
        assert_eq!(code, shown_again, "the same request");
        approve(&desk, &code);
        second.signed();
        assert_eq!(desk.documents(), ["contract-signed.pdf", "contract.pdf"]);
        let tally = desk.served.tally();
        assert_eq!((tally.asked, tally.pins, tally.at_once), (1, 1, 1));
    }
}

#[test]
fn what_was_approved_while_nobody_waited_is_used_and_asked_for_by_nobody() {
    let desk = Desk::patient();
    let (first, code) = Waiting::until(&desk, "contract.pdf", &HAND, "Verification code: ");
    first.killed();
    approve(&desk, &code);
    let again = run(&desk, "contract.pdf", &HAND);
    assert_eq!((again.exit(), again.data().as_str()), (0, "contract-signed.pdf\n"), "{}", again.talk());
    assert_eq!((desk.served.tally().asked, desk.served.tally().pins), (1, 1));
}

#[test]
fn something_else_is_asked_for_only_when_the_first_is_over() {
    let desk = Desk::patient();
    desk.put("other.pdf", &desk.read("contract.pdf"));
    Waiting::until(&desk, "contract.pdf", &HAND, "Verification code: ").0.interrupted();
    let early = run(&desk, "other.pdf", &HAND);
    early.failed_with("session-open");
    assert!(early.talk().contains("Refuse the earlier request on the phone"), "{}", early.talk());
    // A person has one phone, however it is called.
    run(&desk, "other.pdf", &PERSON).failed_with("session-open");
    press(&desk, "cancel", &json!({}));
    let (second, code) = Waiting::until(&desk, "other.pdf", &HAND, "Verification code: ");
    approve(&desk, &code);
    second.signed();
    assert_eq!(desk.documents(), ["contract.pdf", "other-signed.pdf", "other.pdf"]);
    let tally = desk.served.tally();
    assert_eq!((tally.asked, tally.pins, tally.at_once), (2, 1, 1));
    assert!(desk.left_open().is_empty(), "nothing is remembered of what is over");
}

#[test]
fn a_second_program_does_not_ask_beside_the_first() {
    let desk = Desk::patient();
    desk.put("other.pdf", &desk.read("contract.pdf"));
    let (first, code) = Waiting::until(&desk, "contract.pdf", &HAND, "Verification code: ");
    run(&desk, "other.pdf", &HAND).failed_with("session-open");
    run(&desk, "contract.pdf", &HAND).failed_with("session-open");
    approve(&desk, &code);
    first.signed();
    assert_eq!(desk.served.tally().at_once, 1);
}

#[test]
fn the_choice_of_an_account_is_waited_for_again_too() {
    let desk = Desk::patient();
    desk.put("other.pdf", &desk.read("contract.pdf"));
    Waiting::until(&desk, "contract.pdf", &PERSON, "Look at the phone").0.interrupted();
    // It is the same question, whatever is signed after it.
    let (mut second, _) = Waiting::until(&desk, "other.pdf", &PERSON, "Look at the phone");
    press(&desk, "approve", &json!({}));
    let mut said = second.lines.by_ref().map(Result::unwrap);
    let code = said.find(|line| line.starts_with("Verification code: ")).unwrap();
    approve(&desk, &code);
    second.signed();
    assert_eq!((desk.served.tally().asked, desk.served.tally().at_once), (1, 1));
}

#[test]
fn a_profile_in_a_file_has_no_phones_of_its_own_whatever_it_is_called() {
    let desk = Desk::patient();
    let bench = String::from_utf8(desk.read("bench.toml")).unwrap();
    let mut waiting = None;
    for name in ["demo", "bank"] {
        let file = format!("data/{name}.toml");
        std::fs::create_dir_all(desk.path("data")).unwrap();
        desk.put(&file, bench.replacen("name = \"bench\"", &format!("name = \"{name}\""), 1).as_bytes());
        if name == "demo" {
            let (first, code) = Waiting::under(&desk, &file, "contract.pdf", &HAND, "Verification code: ");
            first.killed();
            let (second, again) = Waiting::under(&desk, &file, "contract.pdf", &HAND, "Verification code: ");
            assert_eq!(code, again, "the same request");
            waiting = Some((second, code));
        } else {
            let ran = desk.bare(&["--profile", &file, "sign", "contract.pdf"]).args(HAND).output().unwrap();
            Ran(ran).failed_with("session-open");
        }
    }
    let (second, code) = waiting.unwrap();
    approve(&desk, &code);
    second.signed();
    let tally = desk.served.tally();
    assert_eq!((tally.asked, tally.pins, tally.at_once), (1, 1, 1));
}
