//! Signing at a signing service, with somebody at the browser.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::bench::{CONTRACT, Desk, Group, program};

/// One answer over plain HTTP: all of it.
fn answer(request: &str, host: &str, more: &str, body: &str) -> String {
    let mut connection = TcpStream::connect(host).unwrap();
    let head = format!("{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n");
    connection.write_all((head + body).as_bytes()).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    answer
}

/// The person at the browser: opens the page, presses the button, and is led back.
fn press(page: &str, decision: &str) {
    let (address, query) = page.split_once('?').unwrap();
    let (host, path) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let shown = answer(&format!("GET /{path}?{query}"), host, "", "");
    assert!(shown.starts_with("HTTP/1.1 200") && shown.contains("value=approve"), "{shown}");
    let pairs = [("request", query), ("decision", decision), ("user", "liis")];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let more =
        format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", body.len());
    let decided = answer(&format!("POST /{}", path.replace("authorize", "decide")), host, &more, &body);
    let back = decided.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().trim();
    let (host, path) = back.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let thanked = answer(&format!("GET /{path}"), host, "", "");
    assert!(thanked.starts_with("HTTP/1.1 200") && thanked.contains("close this page"), "{thanked}");
    assert!(!thanked.contains('{'), "{thanked}");
}

/// Runs the program, with somebody who decides so on one page after the other: exit, data, talk.
fn run(desk: &Desk, arguments: &[&str], decisions: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(program());
    command.env("PITSER_KEYCHAIN", "none").args(["--profile", "bench.toml"]);
    run_by(command, desk, arguments, decisions)
}

/// The same by a command that starts the program.
pub fn run_by(
    mut command: Command,
    desk: &Desk,
    arguments: &[&str],
    decisions: &[&str],
) -> (i32, String, String) {
    command
        .args(arguments)
        .args(["--csc", "--no-browser"])
        .current_dir(desk.path(""))
        .env("PITSER_DATA_DIR", desk.path("data"))
        .env_remove("PITSER_LANGUAGE")
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let (mut running, _group) = Group::start(&mut command);
    let (mut talk, mut pages) = (String::new(), decisions.iter());
    for line in BufReader::new(running.stderr.take().unwrap()).lines() {
        let line = line.unwrap();
        if let Some(page) = line.split_once("on this page: ").map(|(_, page)| page) {
            press(page, pages.next().expect("another page"));
        }
        talk += &format!("{line}\n");
    }
    let mut data = String::new();
    running.stdout.take().unwrap().read_to_string(&mut data).unwrap();
    assert!(pages.next().is_none(), "{talk}");
    (running.wait().unwrap().code().unwrap(), data, talk)
}

#[test]
fn a_document_is_signed_with_a_key_that_is_used_in_the_browser() {
    let desk = Desk::new();
    let (exit, data, talk) = run(&desk, &["sign", "contract.pdf"], &["approve", "approve"]);
    assert_eq!((exit, data.as_str()), (0, "contract-signed.pdf\n"), "{talk}");
    assert!(talk.contains("Allowed at the signing service") && !talk.contains("on the phone"), "{talk}");
    assert!(desk.read("contract-signed.pdf").starts_with(CONTRACT));
    let verified = desk.run(&["verify", "--json", "contract-signed.pdf"]);
    assert_eq!(
        (verified.exit(), verified.objects()[0]["signatures"][0]["level"].as_str()),
        (0, Some("b-lt"))
    );
}

#[test]
fn ten_documents_are_signed_under_one_permission_and_each_is_valid() {
    let desk = Desk::new();
    let names: Vec<_> = (0..10).map(|number| format!("annex-{number}.pdf")).collect();
    for name in &names {
        desk.put(name, CONTRACT);
    }
    let arguments: Vec<_> = ["sign"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let (exit, data, talk) = run(&desk, &arguments, &["approve", "approve"]);
    assert_eq!(exit, 0, "{talk}");
    let outputs: Vec<_> = (0..10).map(|number| format!("annex-{number}-signed.pdf")).collect();
    assert_eq!(data.lines().collect::<Vec<_>>(), outputs);
    let arguments: Vec<_> =
        ["verify", "--json"].into_iter().chain(outputs.iter().map(String::as_str)).collect();
    let verified = desk.run(&arguments);
    assert_eq!((verified.exit(), verified.objects().len()), (0, 10));
}

#[test]
fn a_document_that_cannot_be_signed_is_named_and_the_others_are_signed() {
    let desk = Desk::new();
    desk.put("text.pdf", b"no PDF");
    let arguments = ["sign", "contract.pdf", "text.pdf", "missing.pdf", "--json"];
    let (exit, data, talk) = run(&desk, &arguments, &["approve", "approve"]);
    assert_eq!(exit, 3, "{talk}");
    let objects: Vec<Value> = data.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), 3, "{data}");
    assert!(talk.contains("text.pdf: ") && talk.contains("missing.pdf: "), "{talk}");
    assert!(desk.documents().contains(&"contract-signed.pdf".to_owned()));
}

#[test]
fn whoever_refuses_signs_nothing_and_is_told_once_why() {
    let desk = Desk::new();
    desk.put("annex.pdf", CONTRACT);
    let (exit, data, talk) = run(&desk, &["sign", "contract.pdf", "annex.pdf"], &["approve", "refuse"]);
    assert_eq!((exit, data.as_str()), (3, ""), "{talk}");
    assert_eq!(talk.matches("[csc-denied]").count(), 1, "{talk}");
    assert!(talk.contains("annex.pdf: not signed, for the same reason"), "{talk}");
    assert_eq!(desk.documents(), ["annex.pdf", "contract.pdf"]);
}

#[test]
fn only_a_signing_service_signs_several_documents_together() {
    let desk = Desk::new();
    desk.put("annex.pdf", CONTRACT);
    desk.run(&["sign", "contract.pdf", "annex.pdf", "--qr"]).failed_with("not-together");
    desk.run(&["sign", "contract.pdf", "annex.pdf", "--csc", "--output", "x.pdf"])
        .failed_with("not-together");
    assert_eq!(desk.run(&["sign", "contract.pdf", "--qr", "--credential", "x"]).exit(), 3);
}
