//! Help, completions, mistakes on the command line, Ctrl-C, the window.

use crate::bench::{Desk, Ran};

fn bare(arguments: &[&str]) -> Ran {
    Ran(Desk::new().bare(arguments).output().unwrap())
}

#[test]
fn help_shows_examples_and_exit_codes() {
    let help = bare(&["--help"]);
    assert_eq!(help.exit(), 0);
    for part in [
        "never leaves this computer",
        "Examples:",
        "pitser demo",
        "Exit codes:",
        "130",
        "--profile",
        "--quiet",
    ] {
        assert!(help.data().contains(part), "{part}:\n{}", help.data());
    }
    for command in ["sign", "verify", "demo", "finish", "completions"] {
        let help = bare(&[command, "--help"]);
        assert_eq!(help.exit(), 0);
        assert!(help.data().contains("Example"), "{command}:\n{}", help.data());
        assert!(!help.data().contains("cli-help-"), "{command}:\n{}", help.data());
    }
}

#[test]
fn the_help_of_the_emulator_names_every_path_in_every_language() {
    for language in ["en", "et", "lv", "lt"] {
        let help = bare(&["--language", language, "emulator", "--help"]).data();
        for path in [
            "/smart-id-rp/v3",
            "/smart-id-rp/v2",
            "/mock/device-link",
            "/mid-api",
            "/csc/v2",
            "/phone",
            "/admin/faults",
            "/admin/pace",
            "/admin/revoke",
            "docs/emulator.md",
            "-d @faults.json https://127.0.0.1:8443/admin/faults",
        ] {
            assert!(help.contains(path), "{language}: {path}:\n{help}");
        }
    }
}

#[test]
fn a_mistake_on_the_command_line_is_no_verdict() {
    for arguments in [&["sign"][..], &["sign", "contract.pdf"], &["verify"], &["verify", "--fast", "a.pdf"]] {
        let ran = bare(arguments);
        assert_eq!((ran.exit(), ran.data().as_str()), (3, ""), "{arguments:?}");
        assert!(ran.talk().contains("Usage:"), "{}", ran.talk());
    }
    for both in [["--csc", "--qr"], ["--qr", "--key=a.p12"], ["--smart-id=PNOEE-40504040001", "--csc"]] {
        let ran = bare(&[&["sign", "contract.pdf"], &both[..]].concat());
        assert!(ran.exit() == 3 && ran.talk().contains("Usage:"), "{both:?}: {}", ran.talk());
    }
}

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = bare(&["completions", shell]);
        assert_eq!(ran.exit(), 0);
        assert!(ran.data().contains("pitser") && ran.data().contains("verify"), "{shell}");
    }
}

#[test]
fn a_typing_mistake_in_a_command_is_no_file() {
    bare(&["verfy"]).failed_with("no-such-command");
}

/// The program in another folder. A copy that is being written cannot be started, nor while a process that was started meanwhile
/// holds it open: so it is a link, where one can be made.
fn placed(path: &std::path::Path) {
    let program = crate::bench::program();
    std::fs::hard_link(&program, path).or_else(|_| std::fs::copy(&program, path).map(drop)).unwrap();
}

#[test]
fn without_the_window_a_document_is_not_opened_in_silence() {
    let desk = Desk::new();
    let alone = desk.path("alone");
    std::fs::create_dir(&alone).unwrap();
    let program = alone.join("pitser");
    placed(&program);
    let mut command = assert_cmd::Command::new(&program);
    command.current_dir(desk.path("")).env("PATH", &alone).arg("contract.pdf");
    Ran(command.output().unwrap()).failed_with("desktop-missing");
}

#[cfg(unix)]
#[test]
fn a_document_is_given_to_the_window_beside_us() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let beside = desk.path("beside");
    std::fs::create_dir(&beside).unwrap();
    placed(&beside.join("pitser"));
    let window = beside.join("pitser-desktop");
    std::fs::write(&window, "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$(dirname \"$0\")/asked\"\n").unwrap();
    std::fs::set_permissions(&window, PermissionsExt::from_mode(0o755)).unwrap();
    let mut command = assert_cmd::Command::new(beside.join("pitser"));
    command.current_dir(desk.path("")).env_remove("PITSER_PROFILE").arg("contract.pdf");
    let ran = Ran(command.output().unwrap());
    assert_eq!(ran.exit(), 0, "{}", ran.talk());
    let asked = std::fs::read_to_string(beside.join("asked")).unwrap();
    let document = std::fs::canonicalize(desk.path("contract.pdf")).unwrap();
    let last = asked.lines().last().unwrap();
    assert_eq!(std::fs::canonicalize(last).unwrap(), document);
    assert!(asked.starts_with("--profile\ndemo\n"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_while_the_phone_rings_leaves_nothing_and_says_so() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    let desk = Desk::new();
    let mut child = Command::new(crate::bench::program())
        .current_dir(desk.path(""))
        // An account whose phone is driven by hand, and nobody drives it.
        .args([
            "--profile",
            "bench.toml",
            "sign",
            "contract.pdf",
            "--document-number",
            "PNOEE-40707079912-HAND-Q",
        ])
        .env("PITSER_DATA_DIR", desk.path("data"))
        .env("PITSER_LANGUAGE", "en")
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.starts_with("Verification code: ")));
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    let rest: Vec<String> = lines.collect();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(rest.iter().any(|line| line == "Cancelled. Nothing was signed."), "{rest:?}");
    assert_eq!(desk.documents(), ["contract.pdf"]);
}

/// A code without words would leave a person with a name out of the program's inside.
#[test]
fn every_error_has_its_words() {
    use workflow::report::words::{Language, Words};
    let words = Words::new(Language::English);
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let mut missing = Vec::new();
    for name in ["remote", "ades", "native", "workflow"] {
        let source = std::fs::read_to_string(root.join(name).join("src/error.rs")).unwrap();
        let body = source.split("fn code(&self)").nth(1).unwrap().split("\n    }\n").next().unwrap();
        let codes = body.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next());
        let codes = codes.chain(
            body.split("=> {\n").skip(1).filter_map(|rest| rest.trim().strip_prefix('"')?.split('"').next()),
        );
        for id in codes.map(|code| format!("error-{code}")) {
            let whole = words.has(&id)
                && ["cause", "next"].iter().all(|part| words.attribute(&id, part, &[]).is_some());
            if !whole {
                missing.push(id);
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_program_speaks_the_language_that_it_is_told_or_finds() {
    let desk = Desk::new();
    let said = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = desk.bare(arguments);
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANGUAGE").env("LANG", "C.UTF-8");
        Ran(command.envs(variables.iter().copied()).output().unwrap()).talk()
    };
    let (estonian, latvian) = ("Sellise nimega käsku ega faili ei ole.", "Nav ne komandas, ne datnes");
    let lithuanian = "Nėra nei komandos, nei failo tokiu pavadinimu.";
    assert!(said(&["verfy"], &[]).contains("There is neither a command"));
    assert!(said(&["verfy"], &[("LANG", "et_EE.UTF-8")]).contains(estonian));
    assert!(said(&["verfy"], &[("LC_ALL", "lv_LV"), ("LANG", "et_EE")]).contains(latvian));
    assert!(said(&["verfy"], &[("LANG", "en_US.UTF-8"), ("LANGUAGE", "lt:en")]).contains(lithuanian));
    assert!(said(&["verfy"], &[("LANG", "lv_LV"), ("PITSER_LANGUAGE", "et")]).contains(estonian));
    assert!(said(&["--language", "lt", "verfy"], &[("PITSER_LANGUAGE", "et")]).contains(lithuanian));
    let help = Ran(desk.bare(&["sign", "--help", "--language=lv"]).output().unwrap());
    assert_eq!(help.exit(), 0);
    assert!(help.data().contains("Parakstāmais dokuments; tas netiek mainīts"), "{}", help.data());
    let wrong = Ran(desk.bare(&["--language", "klingon", "verify", "a.pdf"]).output().unwrap());
    assert_eq!(wrong.exit(), 3);
    assert!(wrong.talk().contains("en, et, lv, lt"), "{}", wrong.talk());
}
