//! Verifying: exit codes, what is printed, what programs get.

use std::io::Read;
use std::process::{Command, Stdio};

use pitser_tests::{Doorkeeper, corpus};
use serde_json::Value;

use crate::bench::{APPROVES, CONTRACT, Desk, Ran, program};

#[test]
fn a_good_signature_is_reported_on_one_screen_with_the_test_marking_first() {
    let desk = Desk::signed("b-lt");
    let ran = desk.run(&["verify", "signed.pdf"]);
    let text = ran.data();
    assert_eq!(ran.exit(), 0, "{text}");
    assert!(text.starts_with("TEST. Trust: Bench"), "{text}");
    let head = text.lines().next().unwrap_or_default();
    assert!(head.contains(", Pitser 0.") && head.contains("policy everyday ("), "{head}");
    assert!(text.contains("Valid (TOTAL-PASSED)") && text.contains("PAdES-BASELINE-LT"), "{text}");
    assert!(text.lines().count() < 24, "{text}");
}

#[test]
fn a_file_of_trust_that_is_none_is_named_and_no_profile_is_blamed() {
    let desk = Desk::signed("b-lt");
    for (name, bytes) in [
        ("words.pem", b"no certificate".as_slice()),
        ("empty.pem", b"\n"),
        ("cut.pem", b"-----BEGIN CERTIFICATE-----\nAA"),
    ] {
        desk.put(name, bytes);
        let ran = desk.run(&["verify", "--offline", "--trust", name, "signed.pdf"]);
        let said = ran.talk();
        assert!(ran.exit() == 3 && said.contains("[trust-file]") && said.contains(name), "{said}");
        assert!(!said.contains("profile") && !said.contains("line 0"), "{said}");
    }
}

/// To save it anew, as is said of what cannot be signed, would be the end of its signatures.
#[test]
fn of_a_file_that_is_encrypted_for_certificates_is_not_said_to_save_it_anew() {
    let Some(folder) = corpus("pyhanko") else { return };
    let found = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let path = found.into_iter().find(|path| path.to_string_lossy().contains("/60392793")).expect("the file");
    let ran = Desk::new().run(&["verify", "--offline", path.to_str().unwrap()]);
    let said = ran.talk();
    assert!(ran.exit() == 3 && said.contains("[encryption-unsupported]"), "{said}");
    assert!(said.contains("certain certificates") && !said.contains("cannot sign"), "{said}");
}

#[test]
fn details_name_question_answer_and_clause() {
    let text = Desk::signed("b-lt").run(&["verify", "--details", "signed.pdf"]).data();
    assert!(text.contains("Are the signed bytes what was signed? Yes"), "{text}");
    assert!(text.contains("EN 319 102-1 §5.2"), "{text}");
    assert!(text.contains("Is it a qualified electronic signature? Not judged"), "{text}");
    assert!(text.contains("What the answers rest on"), "{text}");
    assert!(text.lines().any(|line| line.len() > 64 && line.ends_with("  OCSP answer (The file)")), "{text}");
}

#[test]
fn a_long_term_signature_needs_no_service() {
    let ran = Desk::signed("b-lt").run(&["verify", "--offline", "signed.pdf"]);
    assert_eq!(ran.exit(), 0, "{}", ran.data());
}

#[test]
fn a_basic_signature_without_services_cannot_be_determined() {
    let ran = Desk::signed("b-b").run(&["verify", "--offline", "signed.pdf"]);
    assert_eq!(ran.exit(), 2, "{}", ran.data());
    assert!(ran.data().contains("INDETERMINATE") && ran.data().contains("What to do: "), "{}", ran.data());
}

#[test]
fn what_is_missing_is_told_offline_and_nobody_is_said_to_have_been_asked() {
    let desk = Desk::signed("b-b");
    let short = desk.run(&["verify", "--offline", "signed.pdf"]).data();
    assert!(short.contains("pieces of proof are missing that could change the result"), "{short}");
    assert!(short.contains("nobody was asked for it") && !short.contains("could be had"), "{short}");
    let details = desk.run(&["verify", "--offline", "--details", "signed.pdf"]).data();
    assert!(details.contains("whether the certificate of ") && details.contains("OCSP http"), "{details}");
    let json = desk.run(&["verify", "--offline", "--json", "signed.pdf"]).objects().remove(0);
    assert_eq!(json["asked"], "nobody");
    let missing = json["missing"].as_array().unwrap();
    let signer = &json["signatures"][0]["signer"]["certificate"];
    assert!(
        missing.iter().any(|one| one["piece"] == "revocation" && one["certificate"] == *signer),
        "{json}"
    );
    let address = |one: &Value| ["ocsp", "crls"].iter().any(|way| one[way][0].is_string());
    assert!(missing.iter().all(address), "{json}");

    let online = desk.run(&["verify", "--json", "signed.pdf"]).objects().remove(0);
    assert_eq!((&online["asked"], online.get("missing")), (&"authorities".into(), None), "{online}");
}

#[test]
fn a_proxy_that_wants_a_login_is_told_of_beside_the_verdict_and_once_for_all_files() {
    let (desk, proxy) = Desk::behind_a_proxy();
    let login = format!("{}:{}", Doorkeeper::NAME, Doorkeeper::PASSWORD);
    let known = |arguments: &[&str]| {
        let mut command = desk.bare(&["--profile", "bench.toml"]);
        Ran(command.args(arguments).env("PITSER_PROXY_LOGIN", &login).output().unwrap())
    };
    let sign = ["sign", "contract.pdf", "--smart-id", APPROVES, "--level", "b-b", "--output", "signed.pdf"];
    let signed = known(&sign);
    assert_eq!(signed.exit(), 0, "{}", signed.talk());

    let ran = desk.run(&["--quiet", "verify", "signed.pdf"]);
    let talk = ran.talk();
    assert_eq!(ran.exit(), 2, "{}", ran.data());
    assert!(ran.data().contains("INDETERMINATE") && !ran.data().contains("proxy"), "{}", ran.data());
    let lines: Vec<&str> = talk.lines().collect();
    assert_eq!(lines[0], "The proxy of this network wants a name and a password. [proxy-login]");
    assert!(lines[1].starts_with(&format!("Why: {} lets nobody through", proxy.address)), "{talk}");
    assert!(lines[2].contains("pitser profile proxy-login NAME") && lines.len() == 3, "{talk}");

    desk.put("list.txt", b"signed.pdf\nsigned.pdf\n");
    for arguments in [&["--json", "signed.pdf", "signed.pdf"][..], &["--json", "--list", "list.txt"]] {
        let ran = desk.run(&[&["--quiet", "verify"], arguments].concat());
        assert_eq!((ran.exit(), ran.objects().len()), (2, 2));
        assert_eq!(ran.talk(), talk);
        let first = ran.objects().remove(0);
        assert_eq!((&first["asked"], first["missing"].is_array()), (&"authorities".into(), true), "{first}");
    }
    assert_eq!(desk.run(&["--quiet", "verify", "--offline", "signed.pdf"]).talk(), "");
    let ran = known(&["--quiet", "verify", "signed.pdf"]);
    assert_eq!((ran.exit(), ran.talk()), (0, String::new()), "{}", ran.data());
}

#[test]
fn a_changed_document_is_not_valid() {
    let desk = Desk::signed("b-lt");
    let mut bytes = desk.read("signed.pdf");
    let place = CONTRACT.windows(6).position(|window| window == b"endobj").unwrap() - 3;
    bytes[place] ^= 1;
    desk.put("signed.pdf", &bytes);
    let ran = desk.run(&["verify", "signed.pdf"]);
    assert_eq!(ran.exit(), 1, "{}", ran.data());
    assert!(ran.data().contains("TOTAL-FAILED / HASH_FAILURE"), "{}", ran.data());
    assert!(ran.data().contains("The document was changed after it was signed."), "{}", ran.data());
}

#[test]
fn a_document_without_signature_is_neither_valid_nor_invalid() {
    let desk = Desk::new();
    let ran = desk.run(&["verify", "contract.pdf"]);
    assert_eq!(ran.exit(), 3);
    assert!(ran.data().contains("contract.pdf: not signed"), "{}", ran.data());
}

#[test]
fn trust_of_another_kind_does_not_help() {
    let desk = Desk::signed("b-lt");
    let mut command = desk.bare(&["--profile", "sk-demo", "verify", "--offline", "--json", "signed.pdf"]);
    let output = command.output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(2), "{report}");
    assert_eq!(report["signatures"][0]["subIndication"], "NO_CERTIFICATE_CHAIN_FOUND");
}

#[test]
fn of_several_files_the_worst_decides_and_each_has_its_line() {
    let desk = Desk::signed("b-lt");
    desk.put("letter.pdf", b"Dear Sir or Madam");
    let ran = desk.run(&["verify", "--json", "signed.pdf", "letter.pdf", "missing.pdf", "contract.pdf"]);
    let results: Vec<(String, String)> = ran
        .objects()
        .iter()
        .map(|object| {
            (object["file"].as_str().unwrap().to_owned(), object["result"].as_str().unwrap().to_owned())
        })
        .collect();
    let expected = [
        ("signed.pdf", "valid"),
        ("letter.pdf", "error"),
        ("missing.pdf", "error"),
        ("contract.pdf", "unsigned"),
    ];
    assert_eq!(results, expected.map(|(file, result)| (file.to_owned(), result.to_owned())));
    assert_eq!(ran.objects()[1]["error"]["code"], "not-a-pdf");
    assert_eq!(ran.objects()[2]["error"]["code"], "file-missing");
    assert_eq!(ran.exit(), 3);
}

/// The names and kinds of everything in a report; the values are the signature's own.
#[test]
fn the_form_for_programs_does_not_change() {
    let ran = Desk::signed("b-lt").run(&["verify", "--json", "signed.pdf"]);
    assert!(ran.data().starts_with(r#"{"schema":"pitser-report/1","#));
    let mut shape = Vec::new();
    names("", &ran.objects()[0], &mut shape);
    shape.sort();
    shape.dedup();
    assert_eq!(shape.join("\n"), include_str!("report-shape.txt").trim_end());
}

/// `signatures[].signer.name: string`. Details are free; they are left out.
fn names(path: &str, value: &Value, into: &mut Vec<String>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    into.push(format!("{path}: {kind}"));
    match value {
        Value::Array(items) => items.iter().for_each(|item| names(&format!("{path}[]"), item, into)),
        Value::Object(members) if !path.ends_with(".detail") => {
            members.iter().for_each(|(name, member)| names(&format!("{path}.{name}"), member, into));
        }
        _ => {}
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_reason_to_panic() {
    let desk = Desk::signed("b-lt");
    let mut child = Command::new(program())
        .current_dir(desk.path(""))
        .args(["--profile", "bench.toml", "verify", "--details", "signed.pdf", "signed.pdf"])
        .env("PITSER_DATA_DIR", desk.path("data"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut talk = String::new();
    child.stderr.take().unwrap().read_to_string(&mut talk).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{talk}");
    assert!(!talk.contains("panicked"), "{talk}");
}

#[test]
fn the_version_that_somebody_signed_comes_out_byte_for_byte() {
    let desk = Desk::new();
    let second = "PNOEE-50001029996";
    let one =
        desk.run(&["sign", "contract.pdf", "--smart-id", APPROVES, "--level", "b-b", "--output", "one.pdf"]);
    assert_eq!(one.exit(), 0, "{}", one.talk());
    let two = desk.run(&["sign", "one.pdf", "--smart-id", second, "--level", "b-t", "--output", "two.pdf"]);
    assert_eq!(two.exit(), 0, "{}", two.talk());
    let both = desk.run(&["verify", "two.pdf"]);
    assert!(both.exit() == 0 && both.data().contains("all 2 signatures are valid"), "{}", both.data());
    assert!(both.data().contains("what was added since is permitted"), "{}", both.data());

    let oldest = desk.run(&["extract", "two.pdf"]);
    assert_eq!((oldest.exit(), oldest.data().as_str()), (0, "two-as-signed.pdf\n"), "{}", oldest.talk());
    assert!(desk.read("two-as-signed.pdf") == desk.read("one.pdf"));
    let newest = desk.run(&["extract", "two.pdf", "--field", "Signature2", "--output", "again.pdf"]);
    assert_eq!(newest.exit(), 0, "{}", newest.talk());
    assert!(desk.read("again.pdf") == desk.read("two.pdf"));

    desk.run(&["extract", "two.pdf", "--field", "Nobody"]).failed_with("no-signature");
    desk.run(&["extract", "contract.pdf"]).failed_with("no-signature");
    desk.run(&["extract", "two.pdf", "--output", "one.pdf"]).failed_with("output-exists");
    desk.run(&["extract", "two.pdf", "--output", "two.pdf", "--force"]).failed_with("output-is-document");
}
