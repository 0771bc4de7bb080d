//! `pitser FILE`: the window, which is a program of its own.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;
use workflow::report::words::plain;

use crate::arguments::Common;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

/// The program's name; the system adds its own ending.
const PROGRAM: &str = "pitser-desktop";

/// How long a window takes at most to find out that it cannot open (no display, a library missing).
const SETTLED: Duration = Duration::from_millis(700);

pub async fn open(file: &Path, common: &Common, console: &Console) -> Result<Exit, Failure> {
    // A name that is neither a command nor a file is most likely a command with a typing mistake.
    let path = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    if !path.exists() {
        return Err(Failure::new("no-such-command", &[("path", &file.display().to_string())]));
    }
    let name = file.display().to_string();
    console.note("cli-opening-desktop", &[("name", plain(&name).into())]);
    let mut command = Command::new(beside_us().unwrap_or_else(|| PathBuf::from(PROGRAM)));
    command
        .arg("--profile")
        .arg(&common.profile)
        .arg(&path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Some(language) = common.language {
        command.env("PITSER_LANGUAGE", language.tag());
    }
    let mut window = command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::new("desktop-missing", &[]),
        _ => failed(&error.to_string()),
    })?;
    match timeout(SETTLED, window.wait()).await {
        Ok(Ok(status)) if !status.success() => return Err(failed(&status.to_string())),
        // It stays open, and lives on without us.
        _ => {}
    }
    Ok(Exit::Valid)
}

fn failed(detail: &str) -> Failure {
    Failure::new("desktop-failed", &[("detail", detail)])
}

/// The window's program in our own folder, where installers put it.
fn beside_us() -> Option<PathBuf> {
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    Some(std::env::current_exe().ok()?.with_file_name(name)).filter(|path| path.is_file())
}
