//! The two streams: data on standard output, talk on standard error. Neither can make us panic: a reader that has gone
//! away (`pitser verify … | head -1`) is no reason to fail.

use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal, Write};

use workflow::report::words::{Language, Value, Words};

/// Where the program talks, in which words, and how much.
pub struct Console {
    pub words: Words,
    pub quiet: bool,
    /// Whether standard error is a terminal, so that a line can be written over.
    pub terminal: bool,
}

impl Console {
    pub fn new() -> Self {
        let words = Words::new(language(std::env::args_os().skip(1)));
        Self { words, quiet: false, terminal: io::stderr().is_terminal() }
    }

    /// What goes on; left out when quiet.
    pub fn note(&self, id: &str, figures: &[(&str, Value<'_>)]) {
        if !self.quiet {
            self.say(&self.words.text(id, figures));
        }
    }

    /// What has to be said even when quiet.
    pub fn say(&self, text: &str) {
        talk(&format!("{text}\n"));
    }

    /// A result. A reader that has gone away is no error; a full disk is.
    pub fn data(&self, text: &str) -> io::Result<()> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }
}

/// The language to talk in: what the command line says, else what the environment says. The help and complaints about the
/// command line itself are in it too, so that it is looked for before the line is read.
fn language(mut arguments: impl Iterator<Item = OsString>) -> Language {
    let variable = |name: &str| std::env::var(name).ok();
    let ours = || variable("PITSER_LANGUAGE").and_then(|tag| Language::spoken(&tag));
    let given = asked(&mut arguments).or_else(ours);
    given.or_else(|| Language::of_environment(variable)).unwrap_or_default()
}

fn asked(arguments: &mut impl Iterator<Item = OsString>) -> Option<Language> {
    let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
    while let Some(argument) = arguments.next().filter(|argument| argument != "--") {
        match argument.strip_prefix("--language") {
            Some("") => return Language::spoken(&arguments.next()?),
            Some(rest) => return Language::spoken(rest.strip_prefix('=')?),
            None => {}
        }
    }
    None
}

/// Writes to standard error as it stands; when nobody listens there is nobody to tell.
pub fn talk(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_before_the_line_is_read() {
        let said = |line: &str| asked(&mut line.split(' ').map(OsString::from));
        assert_eq!(said("verify --language et a.pdf"), Some(Language::Estonian));
        assert_eq!(said("--language=lv-LV verify a.pdf"), Some(Language::Latvian));
        assert_eq!(said("verify a.pdf --language"), None);
        assert_eq!(said("verify -- --language lt"), None);
    }
}
