//! `pitser verify --list`: many files at once, one line for each in the order of the list.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::Arc;

use native::Machine;
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::task::JoinHandle;
use workflow::host::Host as _;
use workflow::report::words::{Value, Words};
use workflow::report::{csv, text};
use workflow::verify::{Options, PageCheck};

use crate::arguments;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::list::{Line, List};
use crate::output;
use crate::verify::{self, Done, Form, Work};
use crate::world::World;

/// Files that are begun before the ones ahead of them are told, for each that is worked on: one large file does not hold
/// up the small ones behind it, and what waits to be told stays bounded.
const AHEAD: usize = 64;

/// What every file is judged by, and how it is told.
struct Hall {
    machine: Arc<Machine>,
    options: Options,
    work: Work,
    /// How many files are worked on at once.
    seats: Semaphore,
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
    work: Work,
    world: &World,
    console: &Console,
) -> Result<Exit, Failure> {
    let options = Options {
        online: !arguments.offline,
        password: arguments.password.given()?,
        // The processors are busy with other files.
        pages: verify::pages(arguments, PageCheck::Threads(NonZeroUsize::MIN)),
    };
    let is_text = work.form == Form::Line;
    if work.form == Form::Csv {
        output::data(console, &csv::head())?;
    }
    let hall =
        Arc::new(Hall { machine: Arc::clone(&world.machine), options, work, seats: Semaphore::new(jobs) });
    if is_text {
        let standing = hall.work.judge.standing(world.machine.now());
        output::line(console, &text::head(&standing, &console.words))?;
    }
    let (mut tally, mut turned_away, mut without_xml) = (Tally::default(), None, None);
    let mut begun: VecDeque<JoinHandle<Result<Done, Failure>>> = VecDeque::new();
    let (mut lines, mut more, mut fault, mut number) = (lines(list), true, None, 0_usize);
    loop {
        tokio::select! {
            line = lines.recv(), if more && begun.len() < jobs.saturating_mul(AHEAD) => match line {
                Some(Ok(line)) => {
                    number += 1;
                    begun.push_back(tokio::spawn(Arc::clone(&hall).row(line, number)));
                }
                ended => {
                    more = false;
                    fault = ended.and_then(Result::err);
                }
            },
            row = async { begun.front_mut()?.await.ok() }, if !begun.is_empty() => {
                let row = row.ok_or_else(|| Failure::new("internal", &[]))??;
                begun.pop_front();
                output::data(console, &row.said)?;
                tally.count(row.exit);
                turned_away = turned_away.or(row.turned_away);
                without_xml = without_xml.or(row.without_xml);
            }
            else => break,
        }
    }
    if let Some(fault) = fault {
        return Err(unreadable(fault));
    }
    if is_text {
        output::line(console, &tally.told(&console.words))?;
    }
    verify::tell(turned_away.as_ref(), console);
    verify::tell_without_xml(without_xml.as_deref(), console);
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

impl Hall {
    async fn row(self: Arc<Self>, line: Line, number: usize) -> Result<Done, Failure> {
        // Nobody closes it.
        let _seat = self.seats.acquire().await;
        match line {
            Line::Path(path) => self.work.one(&self.machine, &path, number, self.options.clone()).await,
            Line::NoPath(shown) => {
                Ok(self.work.undone(&self.machine, &shown, Failure::new("list-line", &[])))
            }
        }
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
