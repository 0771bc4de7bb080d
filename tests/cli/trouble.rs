//! Everything that can be in the way: its own code, cause and next step, exit code 3, no file, nothing lost.

use emulator::{AnswerFault, BodyFault, Faults, Outage};

use crate::bench::{APPROVES, CONTRACT, Desk, Ran};

/// Orders a signature of `contract.pdf` from a person; there is no file afterwards, and the original is what it was.
fn refused(desk: &Desk, person: &str) -> Ran {
    let before = (desk.documents(), desk.read("contract.pdf"));
    let ran = desk.run(&["sign", "contract.pdf", "--smart-id", person]);
    assert_eq!((desk.documents(), desk.read("contract.pdf")), before);
    ran
}

#[test]
fn what_the_phone_answers_is_told_apart() {
    for (person, code) in [
        ("PNOEE-30403039917", "user-refused"),
        ("PNOEE-30403039928", "user-refused"),
        ("PNOEE-30403039972", "wrong-code"),
        ("PNOEE-30403039983", "timed-out"),
    ] {
        refused(&Desk::new(), person).failed_with(code);
    }
}

/// Over real sockets: of a gigabyte, only as much is taken as an answer may be long.
#[test]
fn answers_that_are_spoilt_are_told_apart() {
    for (body, code) in [
        (BodyFault::Broken, "malformed-answer"),
        (BodyFault::Torn, "answer-torn"),
        (BodyFault::WrongTypes, "malformed-answer"),
        (BodyFault::Oversized, "answer-too-large"),
    ] {
        for body_spared in [0, 2] {
            // On each the phone may have been asked already: the next is another world's.
            let desk = Desk::with(Faults { body, body_spared, ..Faults::default() });
            refused(&desk, APPROVES).failed_with(code);
        }
    }
    let desk = Desk::with(Faults { clock_ms: 3_600_000, ..Faults::default() });
    refused(&desk, APPROVES).failed_with("clock-wrong");
}

/// Form, century, date, check digit: told before a single request leaves the computer, with what is wrong.
#[test]
fn a_personal_code_that_can_be_nobodys_is_told_before_anything_is_sent() {
    let desk = Desk::new();
    let sent_nothing = |ran: &Ran, code: &str, wrong: &str| {
        ran.failed_with(code);
        let log = Ran(desk.bare(&["log", "--json"]).output().unwrap());
        assert_eq!(log.data(), "", "{wrong}");
        assert_eq!(desk.documents(), ["contract.pdf"], "{wrong}");
        assert!(!ran.talk().contains(wrong.rsplit('-').next().unwrap()), "{}", ran.talk());
    };
    for (wrong, code) in [
        ("PNOEE-40504040002", "code-checksum"),
        ("PNOEE-4050404000", "code-form"),
        ("PNOEE-40502300003", "code-form"),
        ("PNOLT-40504040002", "code-checksum"),
        ("PNOLT-405040400011", "code-form"),
        ("PNOLV-050405-10008", "code-checksum"),
        ("PNOLV-05040510-009", "code-form"),
        ("PNOLV-320000-1000", "code-form"),
    ] {
        sent_nothing(&desk.run(&["sign", "contract.pdf", "--smart-id", wrong]), code, wrong);
    }
    for (wrong, code) in [("60001019907", "code-checksum"), ("6000101990", "code-form")] {
        let order = ["sign", "contract.pdf", "--mobile-id", "+37200000766", "--person", wrong];
        sent_nothing(&desk.run(&order), code, wrong);
    }
}

#[test]
fn nobody_is_asked_when_the_code_is_mistyped() {
    refused(&Desk::new(), "PNOEE-40504040002").failed_with("code-checksum");
    refused(&Desk::new(), "PNOEE-405").failed_with("code-form");
    refused(&Desk::new(), "40504040001").failed_with("identifier-form");
    let ran = Desk::new().run(&["sign", "contract.pdf", "--document-number", "PNOEE"]);
    ran.failed_with("document-number-form");
}

#[test]
fn an_unknown_person_and_one_with_a_basic_account_get_the_same_words() {
    let unknown = refused(&Desk::new(), "PNOEE-38001085718");
    unknown.failed_with("not-found");
    refused(&Desk::new(), "PNOLT-40504049999").failed_with("not-found");
    assert!(unknown.talk().contains("No Smart-ID account that can sign was found for these details."));
}

#[test]
fn what_is_no_document_is_refused_before_the_phone_rings() {
    let cases: [(&[u8], &str); 4] = [
        (b"Dear Sir or Madam", "not-a-pdf"),
        (b"", "empty-file"),
        (&CONTRACT[..CONTRACT.len() / 2], "truncated"),
        (include_bytes!("../fixtures/encrypted.pdf"), "password-needed"),
    ];
    for (bytes, code) in cases {
        let desk = Desk::new();
        desk.put("contract.pdf", bytes);
        let ran = refused(&desk, APPROVES);
        ran.failed_with(code);
        assert!(!ran.talk().contains("Verification code"), "{}", ran.talk());
    }
    let desk = Desk::new();
    desk.run(&["sign", "absent.pdf", "--smart-id", APPROVES]).failed_with("file-missing");
    desk.run(&["sign", ".", "--smart-id", APPROVES]).failed_with("not-a-file");
}

#[test]
fn a_folder_that_is_not_there_is_not_taken_for_a_missing_document() {
    let ran =
        Desk::new().run(&["sign", "contract.pdf", "--smart-id", APPROVES, "--output", "absent/signed.pdf"]);
    ran.failed_with("output-folder-missing");
    assert!(!ran.talk().contains("Verification code"), "{}", ran.talk());
}

#[test]
fn a_file_is_never_replaced() {
    let desk = Desk::new();
    desk.put("mine.pdf", b"something dear");
    let ran = desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES, "--output", "mine.pdf"]);
    ran.failed_with("output-exists");
    assert!(ran.talk().contains("mine.pdf") && !ran.talk().contains("Verification code"), "{}", ran.talk());
    assert_eq!(desk.read("mine.pdf"), b"something dear");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_noticed_before_the_phone_rings() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    std::fs::create_dir(desk.path("locked")).unwrap();
    std::fs::set_permissions(desk.path("locked"), PermissionsExt::from_mode(0o555)).unwrap();
    let ran = desk.run_bound_by_rights(&[
        "sign",
        "contract.pdf",
        "--smart-id",
        APPROVES,
        "--output",
        "locked/signed.pdf",
    ]);
    ran.failed_with("read-only-folder");
    assert!(!ran.talk().contains("Verification code"), "{}", ran.talk());
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_said_to_be_so() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    std::fs::set_permissions(desk.path("contract.pdf"), PermissionsExt::from_mode(0o000)).unwrap();
    desk.run_bound_by_rights(&["sign", "contract.pdf", "--smart-id", APPROVES]).failed_with("no-permission");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_after_the_pin_loses_nothing() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("full")).unwrap();
    let order = ["sign", "contract.pdf", "--smart-id", APPROVES, "--output", "full/signed.pdf"];
    let Some(ran) = desk.run_on_small_disk("full", &order) else {
        eprintln!("SKIPPED: no small disk can be mounted here");
        return;
    };
    ran.failed_with("disk-full");
    assert_eq!(std::fs::read_dir(desk.path("full")).unwrap().count(), 0, "no half file");

    // There is room again: the value that came back is finished without the phone.
    let waiting = desk.run(&["finish", "--json"]).objects();
    let finished = desk.run(&["finish", waiting[0]["key"].as_str().unwrap()]);
    assert_eq!(finished.exit(), 0, "{}", finished.talk());
    assert!(!finished.talk().contains("Verification code"), "the phone does not ring again");
    assert_eq!(desk.run(&["verify", "full/signed.pdf"]).exit(), 0);
}

#[test]
fn an_answer_that_does_not_fit_is_thrown_away() {
    for answer in [AnswerFault::CorruptedSignature, AnswerFault::OtherKey] {
        let desk = Desk::with(Faults { answer, ..Faults::default() });
        refused(&desk, APPROVES).failed_with("signature-invalid");
        assert_eq!(desk.run(&["finish", "--json"]).data(), "", "what fits nothing is not kept");
    }
}

#[test]
fn a_signature_that_came_back_is_kept_and_finished_without_the_phone() {
    let desk = Desk::with(Faults { tsa: Outage::Unavailable, tsa_spared: 1, ..Faults::default() });
    let ran = refused(&desk, APPROVES);
    ran.failed_with("timestamp-unavailable");
    assert!(ran.talk().contains("pitser finish "), "{}", ran.talk());
    desk.faults(Faults::default());

    let listed = desk.run(&["finish", "--json"]);
    let waiting = listed.objects();
    assert_eq!(waiting.len(), 1);
    let key = waiting[0]["key"].as_str().unwrap();
    assert!(desk.run(&["finish"]).data().starts_with(key));

    let finished = desk.run(&["finish", key]);
    let saved = format!("{}\n", desk.path("contract-signed.pdf").display());
    assert_eq!((finished.exit(), finished.data()), (0, saved), "{}", finished.talk());
    assert!(!finished.talk().contains("Verification code"), "the phone does not ring again");
    assert_eq!(desk.run(&["verify", "contract-signed.pdf"]).exit(), 0);
    assert_eq!(desk.run(&["finish"]).data(), "");
    desk.run(&["finish", key]).failed_with("no-such-entry");
}

#[test]
fn what_is_kept_is_finished_from_any_folder() {
    let desk = Desk::with(Faults { tsa: Outage::Unavailable, tsa_spared: 1, ..Faults::default() });
    refused(&desk, APPROVES).failed_with("timestamp-unavailable");
    desk.faults(Faults::default());
    std::fs::create_dir(desk.path("data/elsewhere")).unwrap();
    let key = desk.run(&["finish", "--json"]).objects()[0]["key"].as_str().unwrap().to_owned();
    let mut there = desk.bare(&["--profile", "../../bench.toml", "finish", &key]);
    let finished = Ran(there.current_dir(desk.path("data/elsewhere")).output().unwrap());
    assert_eq!(finished.exit(), 0, "{}", finished.talk());
    assert_eq!(desk.documents(), ["contract-signed.pdf", "contract.pdf"]);
}

#[test]
fn what_came_is_used_for_a_copy_and_said_to_wait_where_something_else_is_wanted() {
    let desk = Desk::with(Faults { tsa: Outage::Unavailable, tsa_spared: 1, ..Faults::default() });
    refused(&desk, APPROVES).failed_with("timestamp-unavailable");
    let key = desk.run(&["finish", "--json"]).objects()[0]["key"].as_str().unwrap().to_owned();
    desk.put("copy.pdf", &desk.read("contract.pdf"));
    let again = |more: &[&str]| desk.run(&[&["sign", "copy.pdf", "--smart-id", APPROVES][..], more].concat());
    // Another person who comes no further is not told to finish it.
    let other = desk.run(&["sign", "contract.pdf", "--smart-id", "PNOEE-30403039917"]);
    assert!(!other.talk().contains("pitser finish"), "{}", other.talk());
    let still = again(&[]);
    still.failed_with("timestamp-unavailable");
    assert!(still.talk().contains("contract.pdf") && still.talk().contains(&format!("pitser finish {key}")));
    desk.faults(Faults::default());
    let else_ = again(&["--reason", "Agreed", "-o", "agreed.pdf"]);
    assert_eq!(else_.exit(), 0, "{}", else_.talk());
    let told = else_.talk().find(&format!("pitser finish {key}"));
    assert!(told.is_some() && told < else_.talk().find("Verification code"), "{}", else_.talk());
    let done = again(&[]);
    assert_eq!(done.exit(), 0, "{}", done.talk());
    assert!(!done.talk().contains("Verification code"), "the phone does not ring again: {}", done.talk());
}

#[test]
fn what_was_kept_can_be_forgotten() {
    let desk = Desk::with(Faults { tsa: Outage::Cut, tsa_spared: 1, ..Faults::default() });
    refused(&desk, APPROVES).failed_with("timestamp-unavailable");
    desk.faults(Faults::default());
    let key = desk.run(&["finish", "--json"]).objects()[0]["key"].as_str().unwrap().to_owned();
    assert_eq!(desk.run(&["finish", &key, "--discard"]).exit(), 0);
    assert_eq!(desk.run(&["finish", "--json"]).data(), "");
}

#[test]
fn a_service_with_another_key_is_not_spoken_to() {
    let desk = Desk::new();
    let profile = String::from_utf8(desk.read("bench.toml")).unwrap();
    let start = profile.find("sha256//").unwrap() + "sha256//".len();
    let other = format!("{}{}{}", &profile[..start], "A".repeat(43), &profile[start + 43..]);
    desk.put("bench.toml", other.as_bytes());
    refused(&desk, APPROVES).failed_with("tls-pin-outdated");
}

#[test]
fn a_profile_that_is_missing_or_wrong_is_said_to_be_so() {
    let desk = Desk::new();
    let failed =
        |profile: &str| Ran(desk.bare(&["--profile", profile, "verify", "contract.pdf"]).output().unwrap());
    failed("absent.toml").failed_with("profile-missing");
    desk.put("wrong.toml", b"name = ");
    failed("wrong.toml").failed_with("profile-syntax");
}

/// A pipe may never be written to, and a device has no end: where a whole file is meant, neither is waited for.
#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_refused_by_that_name() {
    let desk = Desk::signed("b-lt");
    let pipe = desk.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let pipe = pipe.to_str().unwrap();
    for file in [pipe, "/dev/zero"] {
        for arguments in [
            ["verify", "--offline", "--profile", file, "signed.pdf"].as_slice(),
            &["verify", "--offline", "--trust", file, "signed.pdf"],
            &["verify", "--offline", "--policy", file, "signed.pdf"],
            &["sign", "--key", file, "--level", "b-b", "contract.pdf"],
            &["profile", "import", file],
        ] {
            let ran = desk.run(arguments);
            assert!(
                ran.exit() == 3 && ran.talk().contains("[file-not-regular]"),
                "{arguments:?}: {}",
                ran.talk()
            );
        }
    }
    // A list may come as it is made, and a password from a program that knows it.
    let ran = desk.run(&["verify", "--offline", "--list", "/dev/zero"]);
    assert!(ran.exit() == 3 && ran.talk().contains("[file-not-regular]"), "{}", ran.talk());
    let ran = desk.run(&["verify", "--offline", "--document-password-file", "/dev/zero", "signed.pdf"]);
    assert!(ran.exit() == 3 && ran.talk().contains("[file-too-large]"), "{}", ran.talk());
    let writer = pipe.to_owned();
    let writing = std::thread::spawn(move || std::fs::write(writer, "signed.pdf\n"));
    let ran = desk.run(&["verify", "--offline", "--list", pipe]);
    writing.join().unwrap().unwrap();
    assert_eq!(ran.exit(), 0, "{}", ran.talk());
}
