//! What opens pages, started so that it outlives this program and is told none of its secrets: the environment of whoever
//! started us is handed on, and a client secret or a proxy's login may stand in it.

use std::io::{Error, Result};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::{keychain, way_out};

/// Whoever does not fail within a quarter of a second has found something: so often it is looked at.
const LOOKS: u32 = 25;
const LOOK: Duration = Duration::from_millis(10);

/// Starts one after the other until one does not fail.
///
/// # Errors
/// What the first one said that was there and failed; else that none is there.
pub(crate) fn first_of(commands: impl IntoIterator<Item = Command>) -> Result<()> {
    let (mut failed, mut missing) = (None, Error::from(std::io::ErrorKind::NotFound));
    for mut command in commands {
        match start(&mut command).and_then(hand_off) {
            Ok(None) => return Ok(()),
            Ok(Some(error)) => failed = failed.or(Some(error)),
            Err(error) => missing = error,
        }
    }
    Err(failed.unwrap_or(missing))
}

fn start(command: &mut Command) -> Result<Child> {
    for secret in [keychain::CLIENT_SECRET, way_out::LOGIN] {
        command.env_remove(secret);
    }
    // Ctrl-C at our terminal is not meant for it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
}

/// Leaves it to itself; what it failed with, where that is at once.
#[expect(clippy::disallowed_methods, reason = "nobody waits for this but a thread of its own")]
fn hand_off(mut child: Child) -> Result<Option<Error>> {
    for _ in 0..LOOKS {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(None),
            Some(status) => return Ok(Some(Error::other(status.to_string()))),
            None => thread::sleep(LOOK),
        }
    }
    // Somebody has to hear of its end.
    thread::Builder::new().name("opener".to_owned()).spawn(move || child.wait())?;
    Ok(None)
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods)]
    use super::*;

    fn sh(script: &str, output: &std::path::Path) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script, "sh"]).arg(output);
        command
            .env("PITSER_CSC_SECRET", "hush")
            .env("PITSER_PROXY_LOGIN", "name:hush")
            .env("PITSER_OTHER", "x");
        command
    }

    fn said(output: &std::path::Path) -> String {
        for _ in 0..2000 {
            if std::fs::read_to_string(output).is_ok_and(|text| text.ends_with("end\n")) {
                break;
            }
            thread::sleep(LOOK);
        }
        std::fs::read_to_string(output).unwrap()
    }

    #[test]
    fn what_opens_pages_is_told_no_secret() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("environment");
        first_of([sh("env > \"$1\"; echo end >> \"$1\"", &output)]).unwrap();
        let told = said(&output);
        assert!(told.contains("PITSER_OTHER=x") && !told.contains("hush"), "{told}");
    }

    #[test]
    fn whoever_is_not_there_or_fails_is_followed_by_the_next_and_nobody_after_that() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("started");
        let missing = Command::new(folder.path().join("no-such-program"));
        let fails = sh("exit 3", &output);
        let stays = sh("echo end >> \"$1\"; sleep 2", &output);
        let late = sh("echo late >> \"$1\"", &output);
        first_of([missing, fails, stays, late]).unwrap();
        assert_eq!(said(&output), "end\n");
        let missing = || Command::new(folder.path().join("no-such-program"));
        assert_eq!(first_of([missing()]).unwrap_err().kind(), std::io::ErrorKind::NotFound);
        let error = first_of([sh("exit 3", &output), missing()]).unwrap_err();
        assert!(error.to_string().contains('3'), "{error}");
    }
}
