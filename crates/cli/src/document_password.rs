//! The password of an encrypted document: from the command line, the environment, a file, or the person at the terminal.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use native::Machine;
use workflow::password::{self, Password};
use workflow::report::words::plain;

use crate::console::Console;
use crate::failure::Failure;
use crate::password_file;
use crate::signals;

/// How often somebody may mistype it.
const ATTEMPTS: usize = 3;

#[derive(Clone, Debug, Args)]
pub struct DocumentPassword {
    #[arg(long, env = "PITSER_DOCUMENT_PASSWORD", hide_env_values = true, value_name = "PASSWORD")]
    pub document_password: Option<Password>,
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub document_password_file: Option<PathBuf>,
}

impl DocumentPassword {
    /// The password for a document. Somebody at the terminal is asked when the document needs one and none was given.
    pub async fn of(
        &self,
        document: &Path,
        machine: &Machine,
        console: &Console,
    ) -> Result<Option<Password>, Failure> {
        let given = self.given()?;
        if given.is_some() || !io::stdin().is_terminal() {
            return Ok(given);
        }
        let mut typed = None;
        for _ in 0..ATTEMPTS {
            // A file that cannot be opened at all is told when the work begins.
            if !password::is_wanting(machine, document, typed.as_ref()).unwrap_or(false) {
                break;
            }
            let id = if typed.is_none() { "cli-document-password" } else { "cli-document-password-again" };
            let name = plain(&document.display().to_string());
            typed = Some(ask(console.words.text(id, &[("name", name.into())])).await?);
        }
        Ok(typed)
    }

    /// The password that was given, without asking anybody.
    pub fn given(&self) -> Result<Option<Password>, Failure> {
        let Some(path) = &self.document_password_file else { return Ok(self.document_password.clone()) };
        password_file::read(path, "document-password-file").map(Some)
    }
}

/// Asks at the terminal, without showing what is typed.
async fn ask(prompt: String) -> Result<Password, Failure> {
    let typed = tokio::task::spawn_blocking(move || rpassword::prompt_password(format!("{prompt} ")));
    signals::or_stop(async {
        let typed = typed.await.unwrap_or_else(|error| Err(io::Error::other(error)));
        let typed = typed.map_err(|error| Failure::new("no-terminal", &[("detail", &error.to_string())]))?;
        Ok(Password::new(typed))
    })
    .await
}
