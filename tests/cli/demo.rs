//! `demo` and the profile of that name: the program's own world. Its keys are taken from the tests' store, since making
//! them takes long; everything else it makes itself.

use emulator::Keys;

use crate::bench::{APPROVES, Desk, Ran};

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
fn the_phone_page_belongs_to_the_demo() {
    let desk = desk();
    desk.run(&["sign", "contract.pdf", "--qr", "--phone"]).failed_with("phone-demo-only");
}
