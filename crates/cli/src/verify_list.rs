//! `pitser verify --list`: many files at once, one line for each in the order of the list.

use std::collections::VecDeque;
use std::sync::Arc;

use native::Machine;
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::task::JoinHandle;
use workflow::host::Host as _;
use workflow::profile::Profile;
use workflow::report::words::{Value, Words, plain};
use workflow::report::{json, text};
use workflow::verify::{self, Options};

use crate::arguments;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::list::{Line, List};
use crate::output;
use crate::world::World;

/// Files that are begun before the ones ahead of them are told, for each that is worked on: one large file does not hold
/// up the small ones behind it, and what waits to be told stays bounded.
const AHEAD: usize = 64;

/// What every file is judged by, and how it is told.
struct Work {
    machine: Arc<Machine>,
    profile: Profile,
    options: Options,
    json: bool,
    words: Words,
    /// How many files are worked on at once.
    seats: Semaphore,
}

/// What is said of one file.
struct Row {
    exit: Exit,
    line: String,
}

/// How many files ended in which way.
#[derive(Default)]
struct Tally {
    exit: Option<Exit>,
    files: usize,
    valid: usize,
    undetermined: usize,
    undone: usize,
    failed: usize,
}

/// Verifies the files of a list, `jobs` of them at once.
pub async fn run(
    list: List,
    jobs: usize,
    arguments: &arguments::Verify,
    world: &World,
    console: &Console,
) -> Result<Exit, Failure> {
    let options = Options { online: !arguments.offline, password: arguments.password.given()? };
    let work = Arc::new(Work {
        machine: Arc::clone(&world.machine),
        profile: world.profile.clone(),
        options,
        json: arguments.json,
        words: Words::new(console.words.language()),
        seats: Semaphore::new(jobs),
    });
    if !work.json {
        let (trust, test) = (&world.profile.trust.name, world.profile.test);
        output::line(console, &text::head(trust, test, &world.machine.now(), &console.words))?;
    }
    let mut tally = Tally::default();
    let mut begun: VecDeque<JoinHandle<Row>> = VecDeque::new();
    let (mut lines, mut more, mut fault) = (lines(list), true, None);
    loop {
        tokio::select! {
            line = lines.recv(), if more && begun.len() < jobs.saturating_mul(AHEAD) => match line {
                Some(Ok(line)) => begun.push_back(tokio::spawn(Arc::clone(&work).row(line))),
                ended => {
                    more = false;
                    fault = ended.and_then(Result::err);
                }
            },
            row = async { begun.front_mut()?.await.ok() }, if !begun.is_empty() => {
                let row = row.ok_or_else(|| Failure::new("internal", &[]))?;
                begun.pop_front();
                output::line(console, &row.line)?;
                tally.count(row.exit);
            }
            else => break,
        }
    }
    if let Some(fault) = fault {
        return Err(unreadable(fault));
    }
    if !work.json {
        output::line(console, &tally.told(&console.words))?;
    }
    Ok(tally.exit.unwrap_or(Exit::Undone))
}

/// The lines of the list as they come: whoever writes it may take his time.
fn lines(list: List) -> Receiver<std::io::Result<Line>> {
    let (sender, lines) = channel(AHEAD);
    tokio::task::spawn_blocking(move || {
        // Nobody listens any more when the work has been given up.
        let _ = list.map(|line| sender.blocking_send(line)).take_while(Result::is_ok).count();
    });
    lines
}

/// The list itself cannot be read.
pub fn unreadable(error: std::io::Error) -> Failure {
    Failure::new("list-file", &[("detail", &error.to_string())])
}

impl Work {
    async fn row(self: Arc<Self>, line: Line) -> Row {
        // Nobody closes it.
        let _seat = self.seats.acquire().await;
        let path = match line {
            Line::Path(path) => path,
            Line::NoPath(shown) => return self.undone(&shown, &Failure::new("list-line", &[])),
        };
        let name = path.display().to_string();
        match verify::verify(&*self.machine, &self.profile, &path, self.options.clone()).await {
            Ok(report) => Row {
                exit: Exit::of(report.overall()),
                line: match self.json {
                    true => json::report(&report, &name),
                    false => text::line(&report, &name, &self.words),
                },
            },
            Err(error) => self.undone(&name, &Failure::from(error)),
        }
    }

    fn undone(&self, name: &str, failure: &Failure) -> Row {
        let worded = failure.worded(&self.words);
        let line = match self.json {
            true => json::failure(name, &worded),
            false => {
                let figures =
                    [("message", worded.message.into()), ("code", Value::from(failure.code.as_str()))];
                format!("{}: {}", plain(name), self.words.text("cli-error-head", &figures))
            }
        };
        Row { exit: Exit::Undone, line }
    }
}

impl Tally {
    fn count(&mut self, exit: Exit) {
        self.files += 1;
        self.exit = Some(self.exit.map_or(exit, |worst| worst.and(exit)));
        match exit {
            Exit::Valid => self.valid += 1,
            Exit::Undetermined => self.undetermined += 1,
            Exit::NotValid => self.failed += 1,
            Exit::Undone | Exit::Cancelled => self.undone += 1,
        }
    }

    fn told(&self, words: &Words) -> String {
        let figures = [
            ("files", self.files),
            ("valid", self.valid),
            ("failed", self.failed),
            ("undetermined", self.undetermined),
            ("undone", self.undone),
        ];
        words.text("cli-list-tally", &figures.map(|(name, count)| (name, Value::from(count))))
    }
}
