//! `pitser verify --list`: many files at once, one line for each in the order of the list.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use native::Machine;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::sync::{Mutex, oneshot};
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

/// Files that are worked on at once at most, whatever was asked for.
const MOST: usize = 1_024;

/// How long rows are gathered before they are told: whoever tells them is woken for many small files at once.
const BREATH: Duration = Duration::from_millis(5);

/// What every file is judged by, and how it is told.
struct Hall {
    machine: Arc<Machine>,
    options: Options,
    work: Work,
}

/// A line of the list, and where what comes of it is told.
struct Order {
    line: Line,
    number: usize,
    done: oneshot::Sender<Result<Done, Failure>>,
}

/// What was told of all files so far.
#[derive(Default)]
struct Told {
    tally: Tally,
    turned_away: Option<Failure>,
    without_xml: Option<String>,
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
    let hall = Arc::new(Hall { machine: Arc::clone(&world.machine), options, work });
    if is_text {
        let standing = hall.work.judge.standing(world.machine.now());
        output::line(console, &text::head(&standing, &console.words))?;
    }
    let jobs = jobs.min(MOST);
    let room = jobs.saturating_mul(AHEAD);
    let (orders, taken) = channel(room);
    let taken = Arc::new(Mutex::new(taken));
    for _ in 0..jobs {
        tokio::spawn(Arc::clone(&hall).work(Arc::clone(&taken)));
    }
    let (mut told, mut number) = (Told::default(), 0_usize);
    let mut begun: VecDeque<oneshot::Receiver<Result<Done, Failure>>> = VecDeque::new();
    let (mut lines, mut read, mut more, mut fault) = (lines(list), Vec::new(), true, None);
    loop {
        tokio::select! {
            count = lines.recv_many(&mut read, room.saturating_sub(begun.len())), if more && begun.len() < room => {
                more = count > 0;
                for line in read.drain(..) {
                    match line {
                        Ok(line) => {
                            number += 1;
                            let (done, row) = oneshot::channel();
                            begun.push_back(row);
                            // Who works is gone where a row is that never comes.
                            let _ = orders.send(Order { line, number, done }).await;
                        }
                        Err(error) => (more, fault) = (false, Some(error)),
                    }
                }
            }
            row = async { begun.front_mut()?.await.ok() }, if !begun.is_empty() => {
                told.row(row.ok_or_else(lost)??, console)?;
                begun.pop_front();
                while let Some(row) = begun.front_mut() {
                    match row.try_recv() {
                        Ok(row) => told.row(row?, console)?,
                        Err(oneshot::error::TryRecvError::Closed) => return Err(lost()),
                        Err(oneshot::error::TryRecvError::Empty) => {
                            tokio::time::sleep(BREATH).await;
                            break;
                        }
                    }
                    begun.pop_front();
                }
            }
            else => break,
        }
    }
    if let Some(fault) = fault {
        return Err(unreadable(fault));
    }
    if is_text {
        output::line(console, &told.tally.told(&console.words))?;
    }
    verify::tell(told.turned_away.as_ref(), console);
    verify::tell_without_xml(told.without_xml.as_deref(), console);
    Ok(told.tally.exit.unwrap_or(Exit::Undone))
}

/// A row that will never come.
fn lost() -> Failure {
    Failure::new("internal", &[])
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
    /// Works on what is ordered, one file after the other.
    async fn work(self: Arc<Self>, orders: Arc<Mutex<Receiver<Order>>>) {
        loop {
            let next = orders.lock().await.recv().await;
            let Some(Order { line, number, done }) = next else { return };
            // Nobody listens any more when the work has been given up.
            let _ = done.send(self.row(line, number).await);
        }
    }

    async fn row(&self, line: Line, number: usize) -> Result<Done, Failure> {
        match line {
            Line::Path(path) => self.work.one(&self.machine, &path, number, self.options.clone()).await,
            Line::NoPath(shown) => {
                Ok(self.work.undone(&self.machine, &shown, Failure::new("list-line", &[])))
            }
        }
    }
}

impl Told {
    fn row(&mut self, row: Done, console: &Console) -> Result<(), Failure> {
        output::data(console, &row.said)?;
        self.tally.count(row.exit);
        self.turned_away = self.turned_away.take().or(row.turned_away);
        self.without_xml = self.without_xml.take().or(row.without_xml);
        Ok(())
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
