//! What goes on while a document is signed, on standard error.
//!
//! On a terminal the last block is alive: the QR code is drawn over itself each second, and so is the line with the
//! seconds left. Elsewhere every line stands, and what changes each second is written now and then.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use workflow::event::{Event, KeptFor, KeptValue, LeftOpen, Prompt, Stage};
use workflow::host::Time;
use workflow::report::words::{Value, plain};

use crate::console::{Console, talk};
use crate::{digits, qr};

/// How often a device link is written where it cannot be drawn over itself, in milliseconds.
const LINK_PAUSE: i64 = 10_000;

/// The signing as the person sees it.
pub struct Screen<'a> {
    console: &'a Console,
    write: fn(&str),
    /// Columns and rows of the terminal, as far as they are known.
    size: fn() -> Option<(usize, usize)>,
    /// Lines at the bottom that are written over next time.
    alive: usize,
    /// When the code shown stops being valid, Unix milliseconds.
    until: Option<i64>,
    /// When a device link was last written, Unix milliseconds.
    linked: Option<i64>,
    /// Whether somebody approves elsewhere than on the phone.
    elsewhere: bool,
    /// Stages that are done.
    pub done: Vec<Stage>,
    /// What may be open on the phone though nobody waits for it any more.
    pub left_open: Option<LeftOpen>,
    /// What stands in the journal for each document that is signed: its key there.
    pub kept: BTreeMap<PathBuf, String>,
}

impl<'a> Screen<'a> {
    pub const fn new(console: &'a Console) -> Self {
        Self {
            console,
            write: talk,
            size: terminal_size,
            alive: 0,
            until: None,
            linked: None,
            elsewhere: false,
            done: Vec::new(),
            left_open: None,
            kept: BTreeMap::new(),
        }
    }

    /// Shows what happened.
    pub fn event(&mut self, event: Event, now: i64) {
        match event {
            Event::Begun(_) => {}
            Event::About(document) => {
                self.settle();
                let name = plain(&document.display().to_string());
                self.note("cli-about", &[("name", name.into())]);
            }
            Event::Done(Stage::Approval) if self.elsewhere => {
                self.done.push(Stage::Approval);
                self.settle();
                self.note("cli-approved", &[]);
            }
            Event::Done(stage) => {
                self.done.push(stage);
                self.settle();
                self.note(&format!("step-{}", stage.code()), &[]);
            }
            Event::Prompt(prompt) => self.prompt(prompt, now),
            // It is said with how the signing ended.
            Event::LeftOpen(left) => self.left_open = Some(left),
            Event::Kept(value) => self.kept(value),
        }
    }

    /// A second has passed.
    pub fn tick(&mut self, now: i64) {
        let Some(until) = self.until.filter(|_| self.console.terminal && !self.console.quiet) else { return };
        // Rounded up: "1 second left" while there is any.
        let seconds = until.saturating_sub(now).max(0).saturating_add(999) / 1000;
        let line = self.console.words.text("cli-seconds-left", &[("seconds", Value::from(seconds))]);
        self.draw(&[line]);
    }

    /// Nothing is drawn over any more. The line with the seconds left goes; it said what is no longer so.
    pub fn settle(&mut self) {
        self.until = None;
        self.erase();
    }

    fn kept(&mut self, KeptValue { key, document, standing }: KeptValue) {
        let time = |at: Time| Value::from(at.to_string());
        let name = |path: &Path| Value::from(plain(&path.display().to_string()));
        match standing {
            KeptFor::This => {}
            KeptFor::Before { asked_for, received_at } => {
                self.settle();
                self.note("cli-kept-used", &[("name", name(&asked_for)), ("time", time(received_at))]);
            }
            KeptFor::Another { received_at, signer, .. } => {
                self.settle();
                let signer = Value::from(plain(&signer));
                let figures = [("signer", signer), ("time", time(received_at)), ("key", key.into())];
                // Whoever wants no more than results is about to be asked for something that may be there already.
                return self.say("cli-kept-waits", &figures);
            }
        }
        self.kept.insert(document, key);
    }

    fn prompt(&mut self, prompt: Prompt, now: i64) {
        match prompt {
            Prompt::ConfirmOnPhone => self.say("cli-confirm", &[]),
            Prompt::ApproveOnPhone => self.say("cli-approve", &[]),
            Prompt::Browser { url } => {
                self.elsewhere = true;
                self.say("cli-browser", &[("url", plain(&url).into())]);
            }
            Prompt::ConfirmElsewhere { challenge } => {
                self.elsewhere = true;
                if let Some(challenge) = challenge {
                    self.say("cli-challenge", &[("challenge", plain(&challenge).into())]);
                }
                self.say("cli-elsewhere", &[]);
            }
            Prompt::VerificationCode { code, until } => self.code(&code, until.unix_millis(), now),
            Prompt::DeviceLink { link, .. } => self.link(&link, now),
            Prompt::DeviceLinkWithdrawn => {
                self.settle();
                self.linked = None;
                self.note("cli-qr-gone", &[]);
            }
            _ => {}
        }
    }

    /// Large for the eye, and as a plain line for the ear.
    fn code(&mut self, code: &str, until: i64, now: i64) {
        self.settle();
        if !self.console.quiet {
            (self.write)(&format!("\n{}\n", digits::large(code)));
        }
        self.say("cli-code-plain", &[("code", code.into())]);
        self.note("cli-code-lead", &[]);
        self.until = Some(until);
        self.tick(now);
    }

    fn link(&mut self, link: &str, now: i64) {
        if self.linked.is_none() {
            self.say("cli-qr-lead", &[]);
        }
        if self.console.terminal
            && let Some(lines) = qr::lines(link, true).filter(|lines| self.has_room(lines.len()))
        {
            self.linked = Some(now);
            return self.draw(&lines);
        }
        if self.linked.is_some_and(|before| now.saturating_sub(before) < LINK_PAUSE) {
            return;
        }
        self.linked = Some(now);
        match qr::lines(link, false) {
            Some(lines) if self.console.terminal => self.no_room(lines.len()),
            Some(lines) => (self.write)(&format!("{}\n", lines.join("\n"))),
            None => {}
        }
        self.say("cli-qr-plain", &[("link", link.into())]);
    }

    /// Whether a code of that many lines fits above the cursor, so that it can be drawn over itself. It is as wide as it
    /// is high, and a line has two rows of it.
    fn has_room(&self, lines: usize) -> bool {
        (self.size)().is_none_or(|(columns, rows)| columns >= 2 * lines && rows > lines)
    }

    fn no_room(&mut self, lines: usize) {
        let figures = [("columns", Value::from(2 * lines)), ("rows", Value::from(lines + 1))];
        self.say("cli-qr-no-room", &figures);
    }

    /// Writes lines over those that were drawn last.
    fn draw(&mut self, lines: &[String]) {
        let back = back(self.alive);
        self.alive = lines.len();
        (self.write)(&format!("{back}{}\n", lines.join("\n")));
    }

    fn erase(&mut self) {
        if self.alive > 0 {
            (self.write)(&back(self.alive));
            self.alive = 0;
        }
    }

    fn note(&mut self, id: &str, figures: &[(&str, Value<'_>)]) {
        if !self.console.quiet {
            self.say(id, figures);
        }
    }

    fn say(&mut self, id: &str, figures: &[(&str, Value<'_>)]) {
        self.erase();
        (self.write)(&format!("{}\n", self.console.words.text(id, figures)));
    }
}

fn terminal_size() -> Option<(usize, usize)> {
    let (columns, rows) = terminal_size::terminal_size_of(std::io::stderr())?;
    Some((columns.0.into(), rows.0.into()))
}

/// Up over that many lines, and clear from there.
fn back(lines: usize) -> String {
    if lines == 0 { String::new() } else { format!("\x1b[{lines}A\r\x1b[J") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::cell::RefCell;

    use workflow::report::words::{Language, Words};

    use super::*;

    thread_local!(static WRITTEN: RefCell<String> = const { RefCell::new(String::new()) });

    fn keep(text: &str) {
        WRITTEN.with_borrow_mut(|written| written.push_str(text));
    }

    fn written() -> String {
        WRITTEN.take()
    }

    fn console(terminal: bool, quiet: bool) -> Console {
        Console { words: Words::new(Language::English), quiet, terminal }
    }

    fn screen(console: &Console) -> Screen<'_> {
        Screen { write: keep, size: || Some((80, 24)), ..Screen::new(console) }
    }

    fn link(second: u64) -> Event {
        let link = format!("https://example.test/?elapsedSeconds={second}");
        Event::Prompt(Prompt::DeviceLink { link, svg: String::new(), elapsed: second })
    }

    #[test]
    fn where_nothing_can_be_overwritten_a_link_is_written_every_ten_seconds() {
        let console = console(false, false);
        let mut screen = screen(&console);
        for second in 0..25 {
            screen.event(link(second), i64::try_from(second).unwrap() * 1000);
        }
        let text = written();
        assert_eq!(text.matches("Device link:").count(), 3);
        assert!(!text.contains('\x1b'));
    }

    #[test]
    fn on_a_terminal_the_code_is_drawn_over_itself() {
        let console = console(true, false);
        let mut screen = screen(&console);
        screen.event(link(0), 0);
        let first = written();
        let height = first.matches('█').count().min(1) * (first.lines().count() - 1);
        screen.event(link(1), 1000);
        assert!(written().starts_with(&format!("\x1b[{height}A\r\x1b[J")));
        screen.event(Event::Prompt(Prompt::DeviceLinkWithdrawn), 2000);
        assert!(written().starts_with(&format!("\x1b[{height}A\r\x1b[J")));
    }

    #[test]
    fn a_terminal_without_room_is_told_what_it_lacks() {
        let console = console(true, false);
        let mut screen = Screen { size: || Some((80, 10)), ..screen(&console) };
        for second in 0..5 {
            screen.event(link(second), i64::try_from(second).unwrap() * 1000);
        }
        let text = written();
        assert!(text.contains("at least 34 columns wide and 18 lines high"), "{text}");
        assert_eq!(text.matches("Device link:").count(), 1);
        assert!(!text.contains('█'));
    }

    #[test]
    fn a_device_link_is_drawn_even_when_quiet_because_nobody_can_sign_without_it() {
        let console = console(false, true);
        let mut screen = screen(&console);
        screen.event(link(0), 0);
        screen.event(Event::Done(Stage::Opening), 0);
        let text = written();
        assert!(text.contains("Device link:") && !text.contains("Document read"));
    }
}
