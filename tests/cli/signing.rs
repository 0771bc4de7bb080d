//! Signing, by each way to the phone and at each level.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use serde_json::json;

use crate::bench::{APPROVES, CONTRACT, Desk, Ran, program};

#[test]
fn a_person_signs_at_each_level() {
    for level in ["b-b", "b-t", "b-lt"] {
        let desk = Desk::new();
        let ran = desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES, "--level", level]);
        assert_eq!(ran.exit(), 0, "{}", ran.talk());
        assert_eq!(ran.data(), "contract-signed.pdf\n", "the path is the only data");
        assert_eq!(desk.read("contract.pdf"), CONTRACT, "the original is untouched");
        assert!(
            desk.read("contract-signed.pdf").starts_with(CONTRACT),
            "nothing before the signature is changed"
        );
        let verified = desk.run(&["verify", "--json", "contract-signed.pdf"]);
        let report = &verified.objects()[0];
        assert_eq!((verified.exit(), &report["signatures"][0]["level"]), (0, &json!(level)));
    }
}

#[test]
fn a_known_account_signs() {
    let desk = Desk::new();
    let ran = desk.run(&["sign", "contract.pdf", "--document-number", "PNOEE-40504040001-DEM0-Q"]);
    assert_eq!((ran.exit(), ran.data().as_str()), (0, "contract-signed.pdf\n"), "{}", ran.talk());
}

#[test]
fn a_sim_card_signs_by_number_and_personal_code() {
    let desk = Desk::new();
    let sign = |person: &str| {
        desk.run(&["sign", "contract.pdf", "--mobile-id", "+372 0000 0766", "--person", person])
    };
    sign("60001019907").failed_with("code-checksum");
    sign("60001017869").failed_with("mobile-not-found");
    let ran = sign("60001019906");
    assert_eq!((ran.exit(), ran.data().as_str()), (0, "contract-signed.pdf\n"), "{}", ran.talk());
    assert!(ran.talk().contains("Verification code: "), "{}", ran.talk());
    let verified = desk.run(&["verify", "--json", "contract-signed.pdf"]);
    assert_eq!((verified.exit(), &verified.objects()[0]["signatures"][0]["level"]), (0, &json!("b-lt")));
    let number = ["sign", "contract.pdf", "--mobile-id", "0766", "--person", "60001019906"];
    desk.run(&number).failed_with("phone-number-form");
    assert_eq!(desk.run(&["sign", "contract.pdf", "--mobile-id", "+37200000766"]).exit(), 3);
}

#[test]
fn the_code_to_compare_is_shown_large_and_plain_and_the_test_is_marked() {
    let desk = Desk::new();
    let talk = desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES]).talk();
    let line = talk.lines().find(|line| line.starts_with("Verification code: ")).unwrap();
    let digits = line.trim_start_matches("Verification code: ");
    assert!(digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{line}");
    assert!(talk.contains("██████"));
    assert!(talk.contains("Profile bench: TEST."));
    assert!(!talk.contains('\x1b'), "no terminal, no cursor movements");
}

#[test]
fn every_step_is_told_in_its_order() {
    let desk = Desk::new();
    let talk = desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES]).talk();
    let steps = [
        "Document read",
        "Certificate received",
        "Signature prepared",
        "Approved on the phone",
        "Signature received",
        "Checked against the certificate",
        "Put into the document",
        "Time-stamped",
        "Revocation proof added",
        "Finished document validated",
        "Saved, and read back",
    ];
    let places: Vec<usize> =
        steps.iter().map(|step| talk.find(step).unwrap_or_else(|| panic!("{step}:\n{talk}"))).collect();
    assert!(places.is_sorted());
}

#[test]
fn whoever_scans_the_code_signs() {
    for level in ["b-b", "b-t", "b-lt"] {
        let desk = Desk::new();
        let ran = scanned(&desk, &["sign", "contract.pdf", "--qr", "--level", level], SCANS);
        assert_eq!((ran.exit(), ran.data().as_str()), (0, "contract-signed.pdf\n"), "{}", ran.talk());
        let report = &desk.run(&["verify", "--json", "contract-signed.pdf"]).objects()[0];
        assert_eq!(report["signatures"][0]["signer"]["serialNumber"], "PNOEE-40404040009");
    }
}

#[test]
fn a_known_account_scans_the_code_and_nobody_else_does_it_for_a_person() {
    let desk = Desk::new();
    let account = ["sign", "contract.pdf", "--qr", "--document-number", SCANS];
    let ran = scanned(&desk, &account, SCANS);
    assert_eq!((ran.exit(), ran.data().as_str()), (0, "contract-signed.pdf\n"), "{}", ran.talk());
    assert!(!ran.talk().contains("Verification code: "), "{}", ran.talk());
    let ran = scanned(&desk, &["sign", "contract.pdf", "--qr", "--smart-id", "PNOEE-40404040009"], SCANS);
    assert_eq!((ran.exit(), ran.data().as_str()), (0, "contract-signed-2.pdf\n"), "{}", ran.talk());
    // Whose phone still waits for the second half then: another account than that of the other stories.
    let somebody = "PNOLT-61101019999-MOCK-Q";
    let ran = scanned(&desk, &["sign", "contract.pdf", "--qr", "--smart-id", APPROVES], somebody);
    assert!(ran.exit() == 3 && ran.talk().contains("[wrong-person]"), "{}", ran.talk());
}

#[test]
fn whoever_is_remembered_need_not_be_named() {
    let desk = Desk::new();
    let nobody = desk.run(&["sign", "contract.pdf"]);
    assert!(nobody.talk().contains("Usage:"), "{}", nobody.talk());
    nobody.failed_with("signer-missing");
    let first = desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES, "--remember"]);
    assert_eq!(first.exit(), 0, "{}", first.talk());
    assert!(first.talk().contains("Look at the phone") && first.talk().contains("is remembered"));
    let again = desk.run(&["sign", "contract.pdf"]);
    assert_eq!((again.exit(), again.data().as_str()), (0, "contract-signed-2.pdf\n"), "{}", again.talk());
    assert!(!again.talk().contains("Look at the phone"), "the account is known: {}", again.talk());
    let talk = format!("{}{}", first.talk(), again.talk());
    assert!(!talk.contains("40504040001"), "no personal code: {talk}");
    assert_eq!(desk.run(&["profile", "forget", "bench.toml"]).exit(), 0);
    desk.run(&["sign", "contract.pdf"]).failed_with("signer-missing");
    let card = ["sign", "contract.pdf", "--mobile-id", "+37200000766", "--person", "60001019906"];
    assert_eq!(desk.run(&[&card[..], &["--remember"]].concat()).exit(), 0);
    let again = desk.run(&["sign", "contract.pdf"]);
    assert_eq!((again.exit(), again.data().as_str()), (0, "contract-signed-4.pdf\n"), "{}", again.talk());
}

/// A documented account for device links.
const SCANS: &str = "PNOEE-40404040009-MOCK-Q";

/// Runs the program, and lets an account scan the device link that it writes.
fn scanned(desk: &Desk, arguments: &[&str], account: &str) -> Ran {
    // There is one such phone, with one camera.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut child = Command::new(program())
        .current_dir(desk.path(""))
        .args(["--profile", "bench.toml"])
        .args(arguments)
        .env("PITSER_DATA_DIR", desk.path("data"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut talk = String::new();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    for line in lines.by_ref() {
        let line = line.unwrap();
        talk.push_str(&line);
        talk.push('\n');
        if let Some(link) = line.strip_prefix("Device link: ") {
            desk.served.press("camera", &json!({ "link": link }));
            desk.served.press("scan", &json!({ "documentNumber": account }));
            break;
        }
    }
    lines.for_each(|line| talk.extend([line.unwrap().as_str(), "\n"]));
    let mut output = child.wait_with_output().unwrap();
    output.stderr = talk.into_bytes();
    Ran(output)
}

#[test]
fn the_output_is_where_it_was_ordered_and_reason_and_place_are_in_it() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("signed")).unwrap();
    let arguments =
        ["--output", "signed/agreement.pdf", "--reason", "Loan agreement", "--location", "Tallinn"];
    let ran = desk.run(&[&["sign", "contract.pdf", "--smart-id", APPROVES], arguments.as_slice()].concat());
    assert_eq!((ran.exit(), ran.data().as_str()), (0, "signed/agreement.pdf\n"), "{}", ran.talk());
    let document = lopdf::Document::load_mem(&desk.read("signed/agreement.pdf")).unwrap();
    let says = |key: &[u8], text: &str| {
        let holds = |object: &lopdf::Object| {
            let value = object.as_dict().and_then(|dictionary| dictionary.get(key));
            value.is_ok_and(|value| lopdf::decode_text_string(value).is_ok_and(|found| found == text))
        };
        document.objects.values().any(holds)
    };
    assert!(says(b"Reason", "Loan agreement") && says(b"Location", "Tallinn"));
}

#[test]
fn a_second_signature_takes_a_second_name_or_its_place_behind_the_first() {
    let desk = Desk::new();
    desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES]);
    let again = desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES]);
    assert_eq!(again.data(), "contract-signed-2.pdf\n");
    let both = desk.run(&["sign", "contract-signed.pdf", "--smart-id", "PNOLT-40504040001", "--json"]);
    assert_eq!(both.exit(), 0, "{}", both.talk());
    let report = &both.objects()[0];
    assert_eq!(report["file"], "contract-signed-signed.pdf");
    assert_eq!(report["signatures"].as_array().unwrap().len(), 2);
    assert_eq!(report["signatures"][1]["indication"], "total-passed", "the newest is the one just made");
}

#[test]
fn quiet_leaves_the_code_and_the_path() {
    let desk = Desk::new();
    let ran = desk.run(&["--quiet", "sign", "contract.pdf", "--smart-id", APPROVES]);
    let talk = ran.talk();
    assert_eq!(ran.data(), "contract-signed.pdf\n");
    assert!(
        talk.lines().all(|line| line.starts_with("Verification code: ") || line.starts_with("Look at")),
        "{talk}"
    );
}

/// A file of `fixtures/keys`.
fn seal(name: &str) -> String {
    format!("{}/fixtures/keys/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_key_file_signs_and_its_root_is_enough_to_check() {
    let desk = Desk::new();
    let (key, root) = (seal("p256.p12"), seal("root.pem"));
    let sign = |more: &[&str]| {
        desk.run_as_it_comes(&[&["sign", "contract.pdf", "--key", &key, "--out", "a.pdf"], more].concat())
    };
    let ran = sign(&["--password", "test", "--trust", &root]);
    assert_eq!((ran.exit(), ran.data().as_str()), (0, "a.pdf\n"), "{}", ran.talk());
    assert!(ran.talk().contains("Signed and sound: a.pdf"), "{}", ran.talk());
    assert!(desk.read("a.pdf").starts_with(CONTRACT));
    let verified = desk.run(&["verify", "--json", "--offline", "--trust", &root, "a.pdf"]);
    let report = &verified.objects()[0];
    assert_eq!(report["signatures"][0]["level"], json!("b-b"));
    assert_eq!(report["signatures"][0]["subIndication"], json!("TRY_LATER"), "nobody was asked: {report}");

    assert_eq!(sign(&["--password", "test"]).exit(), 3, "there is a file already");
    let plain = sign(&["--password", "test", "--force"]);
    assert_eq!(plain.exit(), 0, "{}", plain.talk());
    assert!(plain.talk().contains("nobody was named to trust"), "{}", plain.talk());
}

#[test]
fn a_wrong_password_is_named_and_not_repeated() {
    let desk = Desk::new();
    let ran = desk.run(&["sign", "contract.pdf", "--key", &seal("rsa.p12"), "--password", "hunter2"]);
    assert_eq!(ran.exit(), 3);
    assert!(ran.talk().contains("[key-password]") && !ran.talk().contains("hunter2"), "{}", ran.talk());
    std::fs::write(desk.path("word"), "test\n").unwrap();
    let key = seal("rsa.p12");
    let words = ["sign", "contract.pdf", "--key", &key, "--password-file", "word", "--pss"];
    let ran = desk.run_as_it_comes(&words);
    assert_eq!(ran.exit(), 0, "{}", ran.talk());
}

#[test]
fn what_can_change_what_is_shown_is_told_before_the_phone_rings() {
    let mut document = lopdf::Document::load_mem(CONTRACT).unwrap();
    let page = document.get_pages()[&1];
    let annotations = ["JavaScript", "Launch", "Launch"].map(link);
    document.get_dictionary_mut(page).unwrap().set("Annots", annotations.to_vec());
    let mut active = Vec::new();
    document.save_to(&mut active).unwrap();
    let desk = Desk::new();
    let sign = ["sign", "contract.pdf", "--smart-id", APPROVES, "--output", "signed.pdf", "--force"];
    let holds = "contract.pdf holds what can change what it shows";
    let ordinary = desk.run(&sign);
    assert!(ordinary.exit() == 0 && !ordinary.talk().contains(holds), "{}", ordinary.talk());
    desk.put("contract.pdf", &active);
    let ran = desk.run(&sign);
    assert_eq!((ran.exit(), ran.data().as_str()), (0, "signed.pdf\n"), "{}", ran.talk());
    let talk = ran.talk();
    let told = talk.find(holds).unwrap_or_else(|| panic!("{talk}"));
    assert!(told < talk.find("██").expect("the code"), "{talk}");
    let place = "page 1, 25 mm from the left, 141 mm from the bottom, 71 × 14 mm";
    let lines = [format!("  {place}: JavaScript\n"), format!("  {place}: an action (Launch), 2 times\n")];
    assert!(lines.iter().all(|line| talk.contains(line)), "{talk}");
    let verified = desk.run(&["verify", "signed.pdf"]);
    assert!(verified.data().contains(&format!("{place}: JavaScript")), "{}", verified.data());

    // Where nothing comes of it, it was told all the same, unless somebody wants to hear of results alone.
    let sign = ["sign", "contract.pdf", "--smart-id", APPROVES, "--output", "signed.pdf"];
    for (language, holds, action) in [
        ("et", "Failis contract.pdf on midagi, mis võib nähtavat muuta", "toiming (Launch), 2 korda"),
        ("lv", "Datnē contract.pdf ir kaut kas, kas var mainīt redzamo", "darbība (Launch) (2 ×)"),
        (
            "lt",
            "Faile contract.pdf yra kai kas, kas gali pakeisti tai, kas matoma",
            "veiksmas (Launch) (2 ×)",
        ),
    ] {
        let ran = desk.run(&[sign.as_slice(), &["--language", language]].concat());
        let talk = ran.talk();
        assert!(ran.exit() == 3 && talk.contains(holds) && talk.contains(action), "{talk}");
        let quiet = desk.run(&[sign.as_slice(), &["--language", language, "--quiet"]].concat());
        assert!(quiet.exit() == 3 && !quiet.talk().contains(holds), "{}", quiet.talk());
    }
}

/// A link with that action.
fn link(action: &str) -> lopdf::Object {
    let action = lopdf::Dictionary::from_iter([("S", lopdf::Object::Name(action.into()))]);
    let rect = [72, 400, 272, 440].map(lopdf::Object::Integer).to_vec();
    lopdf::Object::Dictionary(lopdf::Dictionary::from_iter([
        ("Subtype", lopdf::Object::Name(b"Link".to_vec())),
        ("Rect", lopdf::Object::Array(rect)),
        ("A", lopdf::Object::Dictionary(action)),
    ]))
}
