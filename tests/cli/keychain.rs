//! Secrets of a signing service, with a real Secret Service: gnome-keyring on a bus of its own, without a desktop. And
//! where there is none.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use pitser_tests::UNLOCKED;
use workflow::profile::Login;

use crate::bench::{Desk, Group, Ran, program};
use crate::cloud::run_by;

/// Whether there is a Secret Service to be had; the tests say so where there is none.
fn is_there() -> bool {
    let found = ["dbus-run-session", "gnome-keyring-daemon"].iter().all(|tool| {
        Command::new(tool).arg("--version").stdout(Stdio::null()).status().is_ok_and(|ran| ran.success())
    });
    assert!(
        found || std::env::var_os("PITSER_REQUIRE_TOOLS").is_none(),
        "no dbus-run-session or gnome-keyring"
    );
    if !found {
        println!("skipped: no dbus-run-session or gnome-keyring");
    }
    found
}

/// The program within a session of a person who has a keychain.
fn within(desk: &Desk) -> Command {
    let runtime = desk.path("run");
    if !runtime.exists() {
        std::fs::create_dir(&runtime).unwrap();
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(&runtime, private).unwrap();
    }
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "sh", "-c", UNLOCKED]).arg(program());
    command
        .current_dir(desk.path(""))
        .env("HOME", desk.path("home"))
        .env("XDG_DATA_HOME", desk.path("home/.local/share"))
        .env("XDG_RUNTIME_DIR", runtime)
        .env("PITSER_DATA_DIR", desk.path("data"))
        .env("LC_ALL", "C.UTF-8")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env_remove("PITSER_KEYCHAIN")
        .env_remove("PITSER_CSC_SECRET")
        .env_remove("PITSER_LANGUAGE");
    command
}

/// Runs it with something on standard input.
fn told(mut command: Command, arguments: &[&str], input: &str) -> Ran {
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let (mut running, _group) = Group::start(&mut command);
    running.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    Ran(running.wait_with_output().unwrap())
}

/// Where nobody has a keychain.
fn without(desk: &Desk) -> Command {
    let mut command = Command::new(program());
    command.current_dir(desk.path("")).env("PITSER_DATA_DIR", desk.path("data"));
    command.env("PITSER_KEYCHAIN", "none").env("LC_ALL", "C.UTF-8");
    command.env_remove("PITSER_CSC_SECRET").env_remove("PITSER_LANGUAGE");
    command
}

/// An organisation's profile in `office.toml`, imported as `office`.
fn office() -> Desk {
    let desk = Desk::new();
    let mut profile = desk.served.profile();
    profile.name = "office".to_owned();
    let service = profile.csc.as_mut().unwrap();
    service.client.client_id = emulator::CSC_ORGANISATION.to_owned();
    (service.login, service.user) = (Login::Client, Some("liis".to_owned()));
    desk.put("office.toml", profile.to_toml().unwrap().as_bytes());
    assert_eq!(Ran(desk.bare(&["profile", "import", "office.toml"]).output().unwrap()).exit(), 0);
    desk
}

/// Everything that lies in a folder, as text.
fn all_text(folder: &Path) -> String {
    let mut found = String::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found += &all_text(&path);
        } else if path.is_file() {
            found += &String::from_utf8_lossy(&std::fs::read(&path).unwrap());
        }
    }
    found
}

const SIGN: [&str; 6] = ["--profile", "office", "sign", "contract.pdf", "--level", "b-b"];

#[test]
fn a_secret_that_the_keychain_keeps_lets_the_program_in_until_it_is_forgotten() {
    if !is_there() {
        return;
    }
    let desk = office();
    let (exit, _, talk) = run_by(within(&desk), &desk, &SIGN, &[]);
    assert!(
        exit == 3 && talk.contains("[csc-secret-missing]") && talk.contains("profile secret office"),
        "{talk}"
    );
    let kept = told(within(&desk), &["profile", "secret", "office"], "not the secret\n");
    assert_eq!(kept.exit(), 0, "{}", kept.talk());
    let (exit, _, talk) = run_by(within(&desk), &desk, &SIGN, &[]);
    assert!(exit == 3 && talk.contains("[csc-client-refused]"), "{talk}");
    // Replaced, in another session of the same person.
    let kept = told(within(&desk), &["profile", "secret", "office"], &format!("{}\n", emulator::CSC_SECRET));
    assert_eq!((kept.exit(), kept.data().as_str()), (0, ""), "{}", kept.talk());
    let (exit, data, talk) = run_by(within(&desk), &desk, &SIGN, &["approve"]);
    assert_eq!((exit, data.as_str()), (0, "contract-signed.pdf\n"), "{talk}");
    assert!(!all_text(&desk.path("")).contains(emulator::CSC_SECRET), "it lies in no file");
    let exported = told(within(&desk), &["profile", "export", "office"], "");
    assert!(exported.exit() == 0 && !exported.data().contains("secret"), "{}", exported.data());
    assert_eq!(told(within(&desk), &["profile", "forget", "office"], "").exit(), 0);
    let (exit, _, talk) = run_by(within(&desk), &desk, &SIGN, &[]);
    assert!(exit == 3 && talk.contains("[csc-secret-missing]"), "{talk}");
}

#[test]
fn a_login_that_the_keychain_keeps_is_used_until_it_is_forgotten() {
    if !is_there() {
        return;
    }
    let desk = Desk::new();
    let sign = |decisions: &[&str]| {
        let arguments = ["--profile", "bench.toml", "sign", "contract.pdf", "--level", "b-b", "--force"];
        let (exit, _, talk) = run_by(within(&desk), &desk, &arguments, decisions);
        assert_eq!(exit, 0, "{talk}");
    };
    sign(&["approve", "approve"]);
    sign(&["approve"]);
    let secrets = desk.served.secrets();
    let left = all_text(&desk.path(""));
    assert!(
        !secrets.is_empty() && !secrets.iter().any(|secret| left.contains(secret)),
        "no token lies in a file"
    );
    let forgotten = told(within(&desk), &["profile", "forget", "bench.toml", "--login"], "");
    assert!(forgotten.exit() == 0 && forgotten.talk().contains("takes it no longer"), "{}", forgotten.talk());
    sign(&["approve", "approve"]);
}

#[test]
fn a_login_for_a_proxy_is_kept_under_its_profile_and_forgotten_with_it() {
    if !is_there() {
        return;
    }
    let desk = office();
    let keep = |input: &str| told(within(&desk), &["profile", "proxy-login", "office"], input);
    keep("name:hush-hush\n").failed_with("proxy-not-named");
    let text = String::from_utf8(desk.read("office.toml")).unwrap();
    let text = text.replace("proxy = \"none\"", "proxy = \"http://127.0.0.1:1\"");
    assert!(text.contains("127.0.0.1:1\""), "{text}");
    desk.put("office.toml", text.as_bytes());
    assert_eq!(told(within(&desk), &["profile", "import", "office.toml", "--force"], "").exit(), 0);
    keep("name\n").failed_with("proxy-login-form");
    let kept = keep("name:hush-hush\n");
    assert!(kept.exit() == 0 && kept.talk().contains("is in the keychain"), "{}", kept.talk());
    assert!(!kept.talk().contains("hush") && !all_text(&desk.path("")).contains("hush-hush"));
    let forgotten = told(within(&desk), &["profile", "forget", "office"], "");
    let talk = forgotten.talk();
    assert!(forgotten.exit() == 0 && talk.contains("login for the proxy of office is not in"), "{talk}");
    told(without(&desk), &["profile", "proxy-login", "office"], "name:hush")
        .failed_with("keychain-unavailable");
}

#[test]
fn where_there_is_no_keychain_it_is_said_and_the_environment_gives_the_secret() {
    let desk = office();
    told(without(&desk), &["profile", "secret", "office"], "hush").failed_with("keychain-unavailable");
    told(without(&desk), &["profile", "secret", "office"], "\n").failed_with("secret-empty");
    let (exit, _, talk) = run_by(without(&desk), &desk, &SIGN, &[]);
    assert!(
        exit == 3 && talk.contains("[keychain-unavailable]") && talk.contains("PITSER_CSC_SECRET"),
        "{talk}"
    );
    let mut command = without(&desk);
    command.env("PITSER_CSC_SECRET", emulator::CSC_SECRET);
    let (exit, data, talk) = run_by(command, &desk, &SIGN, &["approve"]);
    assert_eq!((exit, data.as_str()), (0, "contract-signed.pdf\n"), "{talk}");
    assert!(!talk.contains(emulator::CSC_SECRET), "{talk}");
    // A bus that is not there is no keychain either.
    let mut command = without(&desk);
    command.env_remove("PITSER_KEYCHAIN").env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    told(command, &["profile", "secret", "office"], "hush").failed_with("keychain-unavailable");
}

#[test]
fn a_profile_with_a_secret_in_it_is_refused_wherever_it_stands() {
    let desk = office();
    let text = String::from_utf8(desk.read("office.toml")).unwrap();
    for name in ["client-secret", "client_secret", "clientSecret"] {
        let own = text.replace("[csc.client]\n", &format!("[csc.client]\n{name} = \"hush-hush\"\n"));
        assert_ne!(own, text);
        desk.put("secret.toml", own.as_bytes());
        for arguments in [["profile", "check", "secret.toml"], ["profile", "import", "secret.toml"]] {
            let ran = Ran(desk.bare(&arguments).output().unwrap());
            ran.failed_with("profile-secret");
            assert!(!ran.talk().contains("hush-hush") && ran.talk().contains("line "), "{}", ran.talk());
        }
        Ran(desk.bare(&["--profile", "secret.toml", "sign", "contract.pdf", "--csc"]).output().unwrap())
            .failed_with("profile-secret");
        // One that was imported before this was so.
        std::fs::write(desk.path("data/profiles/office.toml"), &own).unwrap();
        Ran(desk.bare(&["profile", "export", "office"]).output().unwrap()).failed_with("profile-secret");
    }
}
