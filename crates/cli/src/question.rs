//! What a signing service asks the person, at the terminal.

use std::io::{self, IsTerminal};

use workflow::browser::{Question, Secret};
use workflow::report::words::plain;

/// Asks, without showing what is typed; nobody where there is no terminal. The words are the service's own.
pub fn ask(question: Question) -> Option<Secret> {
    if !io::stdin().is_terminal() {
        return None;
    }
    let said = [question.challenge.unwrap_or_default(), question.description];
    let said: Vec<_> = said.iter().filter(|text| !text.is_empty()).map(|text| plain(text)).collect();
    let lead = if said.is_empty() { String::new() } else { format!("{}\n", said.join("\n")) };
    let typed = rpassword::prompt_password(format!("{lead}{}: ", plain(&question.label))).ok()?;
    (!typed.is_empty()).then(|| Secret::new(typed))
}
