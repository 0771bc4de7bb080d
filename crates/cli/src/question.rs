//! What a signing service asks the person, and which of their keys they choose, at the terminal.

use std::io::{self, BufRead, BufReader, IsTerminal, Read};

use workflow::browser::{Offer, Question, Secret};
use workflow::report::words::plain;

use crate::console::talk;

/// The longest line that is read as a number.
const LONGEST: u64 = 100;

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

/// Lets the person choose one of several keys by its number in a list; nobody where there is no terminal. What is listed
/// says what it is.
pub fn choose(offers: Vec<Offer>) -> Option<String> {
    if !io::stdin().is_terminal() {
        return None;
    }
    for (number, Offer { id, name, issuer, not_after }) in (1..).zip(&offers) {
        talk(&format!("{number}  {name}, {issuer}, → {not_after}  [{id}]\n"));
    }
    talk(&format!("1–{}: ", offers.len()));
    let mut line = String::new();
    BufReader::new(io::stdin().take(LONGEST)).read_line(&mut line).ok()?;
    let number: usize = line.trim().parse().ok()?;
    offers.into_iter().nth(number.checked_sub(1)?).map(|offer| offer.id)
}
