//! Pitser on the command line. Data goes to standard output, talk to standard error, the outcome into the exit code.

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Duration;

use clap::{CommandFactory, FromArgMatches};
use workflow::report::words::Words;

use crate::arguments::{Arguments, Command};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

mod arguments;
mod client_secret;
mod console;
mod demo;
mod desktop;
mod digits;
mod document_password;
mod emulator;
mod exit;
mod extend;
mod extract;
mod failure;
mod fields;
mod finish;
mod help;
mod key;
mod lean;
mod list;
mod log;
mod output;
mod password_file;
mod profile;
mod qr;
mod question;
mod reports;
mod screen;
mod seal;
mod sign;
mod signals;
mod signing;
mod standing;
mod verify;
mod verify_list;
mod world;

/// Verifying many files is a fifth allocating, with the allocator of the C library.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut console = Console::new();
    // Words for help and for what is wrong with a command are looked up when one of the two is to be said.
    let given: Vec<OsString> = std::env::args_os().collect();
    let parser = lean::parser(&given).unwrap_or_else(Arguments::command);
    let parsed = parser.try_get_matches_from(&given);
    let matches = parsed.or_else(|_| worded(&console).try_get_matches_from(&given));
    let arguments = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match arguments {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nobody to tell if it cannot be printed.
            let _ = error.print();
            // Asked-for help is a result. clap's own code for a mistake means something else here.
            return if error.use_stderr() { Exit::Undone } else { Exit::Valid }.into();
        }
    };
    console.quiet = arguments.common.quiet;
    if let Some(language) = arguments.common.language {
        console.words = Words::new(language);
    }
    let cancelled = match arguments.command {
        Some(Command::Verify(_)) => "cli-cancelled-unverified",
        _ => "cli-cancelled",
    };
    let exit = match run(arguments, &console) {
        Ok(exit) => exit,
        Err(failure) if failure.code == signals::CANCELLED => {
            console.say(&console.words.text(cancelled, &[]));
            Exit::Cancelled
        }
        Err(failure) => {
            console.say(&failure.lines(None, &console.words));
            Exit::Undone
        }
    };
    exit.into()
}

/// The command line with its words.
fn worded(console: &Console) -> clap::Command {
    help::worded(Arguments::command(), &console.words)
}

fn run(arguments: Arguments, console: &Console) -> Result<Exit, Failure> {
    let common = arguments.common;
    match (arguments.command, arguments.file) {
        (Some(_), Some(file)) => {
            Err(Failure::new("file-before-command", &[("path", &file.display().to_string())]))
        }
        (None, Some(file)) => waiting(|| desktop::open(&file, &common, console)),
        (None, None) => {
            let _ = worded(console).print_help();
            Ok(Exit::Valid)
        }
        (Some(Command::Completions(arguments)), None) => completions(&arguments, console),
        (Some(Command::Demo(arguments)), None) => waiting(|| demo::run(arguments, console)),
        (Some(Command::Emulator(arguments)), None) => waiting(|| emulator::run(&arguments, console)),
        (Some(Command::Extend(arguments)), None) => waiting(|| extend::run(arguments, &common, console)),
        (Some(Command::Extract(arguments)), None) => waiting(|| extract::run(arguments, console)),
        (Some(Command::Fields(arguments)), None) => waiting(|| fields::run(arguments, &common, console)),
        (Some(Command::Finish(arguments)), None) => waiting(|| finish::run(arguments, &common, console)),
        (Some(Command::Profile(command)), None) => with(Crew::Alone, || profile::run(command, console)),
        (Some(Command::Log(arguments)), None) => log::run(&arguments, console),
        (Some(Command::Sign(arguments)), None) => {
            let crew = if arguments.signer.key.is_some() { Crew::Alone } else { Crew::Several };
            with(crew, || sign::run(*arguments, &common, console))
        }
        (Some(Command::Verify(arguments)), None) => {
            let crew = match (&arguments.list, arguments.trust.as_slice()) {
                (Some(_), _) => Crew::Of(verify::jobs(&arguments)),
                (None, []) => Crew::Several,
                (None, _) => Crew::Alone,
            };
            with(crew, || signals::or_stop(verify::run(arguments, &common, console)))
        }
    }
}

/// Who does the work.
enum Crew {
    /// This thread: where no world is started beside it, more of them only cost.
    Alone,
    /// One thread for each core.
    Several,
    /// So many threads that work, and one that waits: for the clock and for signals, while the others are busy.
    Of(usize),
}

/// Work that waits for others.
fn waiting<F: Future<Output = Result<Exit, Failure>>>(work: impl FnOnce() -> F) -> Result<Exit, Failure> {
    with(Crew::Several, work)
}

/// Some work takes a hundred kilobytes of the stack, and each page of it costs when it is first touched: every command has a
/// frame of its own.
#[inline(never)]
fn with<F>(crew: Crew, work: impl FnOnce() -> F) -> Result<Exit, Failure>
where
    F: Future<Output = Result<Exit, Failure>>,
{
    use tokio::runtime::Builder;
    let mut builder = match crew {
        Crew::Alone => Builder::new_current_thread(),
        Crew::Several => Builder::new_multi_thread(),
        Crew::Of(threads) => {
            let mut builder = Builder::new_multi_thread();
            builder.worker_threads(threads.saturating_add(1));
            builder
        }
    };
    let runtime = builder
        .enable_all()
        .build()
        .map_err(|error| Failure::new("internal", &[("detail", &error.to_string())]))?;
    let exit = runtime.block_on(Box::pin(work()));
    // The demo world may still be answering somebody; nobody waits for that.
    runtime.shutdown_timeout(Duration::from_millis(200));
    exit
}

fn completions(arguments: &arguments::Completions, console: &Console) -> Result<Exit, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut worded(console), "pitser", &mut text);
    output::data(console, &String::from_utf8_lossy(&text))?;
    Ok(Exit::Valid)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    /// Signals come the same way as the time: who works on a large file has to leave somebody to hear them.
    #[test]
    fn the_clock_is_heard_while_all_others_work() {
        for threads in 1..4 {
            let heard = with(Crew::Of(threads), || async move {
                let (begun, mut begins) = tokio::sync::mpsc::channel(threads);
                let work = |_| {
                    let ((release, released), begun) = (mpsc::channel::<()>(), begun.clone());
                    let worker = tokio::spawn(async move {
                        begun.send(()).await.expect("somebody waits");
                        released.recv_timeout(Duration::from_secs(20)).is_ok()
                    });
                    (release, worker)
                };
                let workers: Vec<_> = (0..threads).map(work).collect();
                for _ in 0..threads {
                    begins.recv().await;
                }
                tokio::time::sleep(Duration::from_millis(1)).await;
                let mut exit = Exit::Valid;
                for (release, worker) in workers {
                    let _ = release.send(());
                    if !worker.await.expect("no panic") {
                        exit = Exit::NotValid;
                    }
                }
                Ok(exit)
            });
            assert!(matches!(heard, Ok(Exit::Valid)), "{threads}");
        }
    }
}
