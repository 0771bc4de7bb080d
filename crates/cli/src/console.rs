//! The two streams: data on standard output, talk on standard error. Neither can make us panic: a reader that has gone
//! away (`pitser verify … | head -1`) is no reason to fail.

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
        let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok());
        let language = Language::from_tag(&tag.unwrap_or_default());
        Self { words: Words::new(language), quiet: false, terminal: io::stderr().is_terminal() }
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

/// Writes to standard error as it stands; when nobody listens there is nobody to tell.
pub fn talk(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}
