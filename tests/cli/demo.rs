//! `demo` and the profile of that name: the program's own world. Its keys are taken from the tests' store, since making
//! them takes long; everything else it makes itself.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use emulator::Keys;

use crate::bench::{APPROVES, CONTRACT, Desk, Ran, program};

fn desk() -> Desk {
    let desk = Desk::new();
    Keys::cached().unwrap().save(&desk.path("data").join("demo/keys")).unwrap();
    desk
}

fn run(desk: &Desk, arguments: &[&str]) -> Ran {
    Ran(desk.bare(arguments).output().unwrap())
}

#[test]
fn the_whole_job_on_the_sample() {
    let desk = desk();
    let ran = run(&desk, &["demo"]);
    assert_eq!(ran.exit(), 0, "{}", ran.talk());
    let data = ran.data();
    let path = data.lines().next().unwrap();
    assert!(path.ends_with("loan-agreement-signed.pdf"), "{data}");
    assert!(std::path::Path::new(path).is_file());
    assert!(data.contains("TEST.") && data.contains("Valid (TOTAL-PASSED)"), "{data}");
}

#[test]
fn the_whole_job_on_a_file_with_the_qr_code() {
    let desk = desk();
    let ran = run(&desk, &["demo", "contract.pdf", "--qr", "--output", "done.pdf"]);
    assert_eq!(ran.exit(), 0, "{}", ran.talk());
    assert_eq!(desk.documents(), ["contract.pdf", "done.pdf"]);
}

#[test]
fn what_was_signed_in_one_run_is_verified_in_the_next() {
    let desk = desk();
    let signed = run(&desk, &["sign", "contract.pdf", "--smart-id", APPROVES, "--level", "b-t"]);
    assert_eq!((signed.exit(), signed.data().as_str()), (0, "contract-signed.pdf\n"), "{}", signed.talk());
    let verified = run(&desk, &["verify", "contract-signed.pdf"]);
    assert_eq!(verified.exit(), 0, "{}", verified.data());
    assert!(verified.talk().contains("TEST"), "{}", verified.talk());
}

#[test]
fn the_demos_person_allows_at_the_signing_service_what_was_asked() {
    let desk = desk();
    desk.put("annex.pdf", CONTRACT);
    let signed = run(&desk, &["sign", "contract.pdf", "annex.pdf", "--csc"]);
    let both = "contract-signed.pdf\nannex-signed.pdf\n";
    assert_eq!((signed.exit(), signed.data().as_str()), (0, both), "{}", signed.talk());
    assert!(signed.talk().contains("Allow it in your browser"), "{}", signed.talk());
}

#[test]
fn the_phone_page_belongs_to_the_demo() {
    let desk = desk();
    desk.run(&["sign", "contract.pdf", "--qr", "--phone"]).failed_with("phone-demo-only");
}

#[test]
fn the_emulator_serves_everything_at_one_port_and_its_profile_signs() {
    let desk = Desk::new();
    Keys::cached().unwrap().save(&desk.path("data").join("emulator/keys")).unwrap();
    let running = Command::new(program())
        .args(["emulator", "--listen", "127.0.0.1:0"])
        .env("PITSER_DATA_DIR", desk.path("data"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut running = running.unwrap();
    let mut facts = std::collections::BTreeMap::new();
    for line in BufReader::new(running.stdout.take().unwrap()).lines().take(11) {
        let line = line.unwrap();
        let (name, value) = line.split_once(' ').unwrap();
        facts.insert(name.to_owned(), value.to_owned());
    }
    let ran = [vec!["--smart-id", APPROVES], vec!["--mobile-id", "+37200000766", "--person", "60001019906"]]
        .map(|signer| {
            let arguments = ["--profile", &facts["profile"], "sign", "contract.pdf", "--force"];
            run(&desk, &[&arguments[..], &signer].concat())
        });
    let other = run(&desk, &["emulator", "--listen", "192.0.2.1:8443"]);
    running.kill().unwrap();
    running.wait().unwrap();
    for ran in ran {
        assert_eq!(ran.exit(), 0, "{}", ran.talk());
    }
    assert!(
        facts["smart-id"].starts_with("https://127.0.0.1:") && facts["smart-id"].ends_with("/smart-id-rp")
    );
    assert!(facts["signing-service"].ends_with("/csc/v2"));
    assert_eq!(other.exit(), 3, "only this computer is served");
}
