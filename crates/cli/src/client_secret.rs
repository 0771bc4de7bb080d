//! The secret that a signing service gave this program, or its login for a proxy: typed without being shown, or read from
//! standard input. It is never an argument, which whoever lists processes would see.

use std::io::{self, IsTerminal, Read};

use workflow::browser::Secret;
use workflow::report::words::plain;

use crate::console::Console;
use crate::failure::Failure;
use crate::password_file::without_line_end;
use crate::signals;

/// Secrets have some dozens of characters.
const LONGEST: u64 = 16 << 10;

/// Asks for a secret of the profile of that name, in the words of that id.
pub async fn ask(words: &str, profile: &str, console: &Console) -> Result<Secret, Failure> {
    let prompt = console.words.text(words, &[("name", plain(profile).into())]);
    let read = tokio::task::spawn_blocking(move || read(&prompt));
    signals::or_stop(async {
        let read = read.await.unwrap_or_else(|error| Err(io::Error::other(error)));
        let text = read.map_err(|error| Failure::new("no-terminal", &[("detail", &error.to_string())]))?;
        match without_line_end(&text) {
            "" => Err(Failure::new("secret-empty", &[])),
            secret => Ok(Secret::new(secret)),
        }
    })
    .await
}

fn read(prompt: &str) -> io::Result<String> {
    if io::stdin().is_terminal() {
        return rpassword::prompt_password(format!("{prompt} "));
    }
    let mut text = String::new();
    io::stdin().take(LONGEST).read_to_string(&mut text)?;
    Ok(text)
}
