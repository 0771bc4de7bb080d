//! What a whole process costs: its processor time and its peak memory.

use std::ffi::OsString;
use std::io::{Error, Result};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The word that makes a bench measure one program and tell.
pub const MEASURE: &str = "--measure";

/// What a process has cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// User and system time together.
    pub processor: Duration,
    /// The most memory that it held, in KiB.
    pub memory: u64,
}

/// Runs a program and says what it cost.
///
/// # Errors
/// When it does not start or does not end well.
pub fn cost(program: &[OsString]) -> Result<Cost> {
    // The kernel tells of all children together; so each is measured by a process that has no other.
    let told = Command::new(std::env::current_exe()?).arg(MEASURE).args(program).output()?;
    let text = String::from_utf8_lossy(&told.stdout);
    let mut numbers = text.split_whitespace().filter_map(|number| number.parse::<u64>().ok());
    match (told.status.success(), numbers.next(), numbers.next()) {
        (true, Some(micros), Some(memory)) => Ok(Cost { processor: Duration::from_micros(micros), memory }),
        _ => Err(Error::other(format!("{program:?}: {}", String::from_utf8_lossy(&told.stderr)))),
    }
}

/// The measuring process: runs the program, waits, and writes microseconds and KiB.
///
/// # Errors
/// As [`cost`].
#[cfg(unix)]
pub fn measure(program: &[OsString]) -> Result<()> {
    use nix::sys::resource::{UsageWho, getrusage};
    let [name, arguments @ ..] = program else { return Err(Error::other("nothing to measure")) };
    let ended = Command::new(name).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    if !ended.success() {
        return Err(Error::other(format!("{}: {ended}", name.display())));
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = |time: nix::sys::time::TimeVal| time.tv_sec() * 1_000_000 + time.tv_usec();
    println!("{} {}", micros(usage.user_time()) + micros(usage.system_time()), usage.max_rss());
    Ok(())
}

/// There is no such measure here.
///
/// # Errors
/// Always.
#[cfg(not(unix))]
pub fn measure(_: &[OsString]) -> Result<()> {
    Err(Error::other("measured on Unix only"))
}

/// The middle one of several measurements, in both respects.
pub fn median(costs: &[Cost]) -> Option<Cost> {
    let middle = |mut values: Vec<u64>| {
        values.sort_unstable();
        values.get(values.len() / 2).copied()
    };
    let micros = costs.iter().map(|cost| u64::try_from(cost.processor.as_micros()).unwrap_or(u64::MAX));
    Some(Cost {
        processor: Duration::from_micros(middle(micros.collect())?),
        memory: middle(costs.iter().map(|cost| cost.memory).collect())?,
    })
}
