//! Whatever the services answer, and whenever something fails: each signing ends in exactly one of signed and checked, a
//! named outcome, or cancelled, within its time. No person has two requests on the phone at once, and what came back with
//! PIN2 is finished without another one.
//!
//! `PITSER_WEATHER_RUNS=N` makes N runs, `PITSER_WEATHER_SEED=N` one of them alone.
#![allow(clippy::unwrap_used)]

#[path = "weather/again.rs"]
mod again;
#[path = "weather/cloud.rs"]
mod cloud;
#[path = "weather/disk.rs"]
mod disk;
#[path = "weather/fault.rs"]
mod fault;
#[path = "weather/host.rs"]
mod host;
#[path = "weather/run.rs"]
mod run;
#[path = "weather/spoiled.rs"]
mod spoiled;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use run::{Ended, Summary};

/// Runs unless told otherwise.
const RUNS: u64 = 2_000;
/// The longest a signing takes in virtual time, in milliseconds: two requests on the phone of some four minutes each with
/// a service that hangs, four visits to time-stamp services, three judgements.
const LONGEST: i64 = 20 * 60_000;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// One run; what is wrong with it in words.
fn examined(seed: u64) -> Result<Summary, String> {
    let ended = catch_unwind(AssertUnwindSafe(|| run::run(seed)));
    let summary = ended.unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        Err(said.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default())
    })?;
    if summary.took > LONGEST {
        return Err(format!("took {} s", summary.took / 1000));
    }
    Ok(summary)
}

#[test]
fn whatever_happens_a_signing_ends_well_by_name_or_cancelled_and_no_pin_is_typed_twice() {
    if let Some(seed) = number("PITSER_WEATHER_SEED") {
        let summary = examined(seed).unwrap_or_else(|fault| panic!("seed {seed}: {fault}"));
        println!("seed {seed}: {summary:?}");
        return;
    }
    let runs = number("PITSER_WEATHER_RUNS").unwrap_or(RUNS);
    let (next, faults, summaries) = (AtomicU64::new(0), Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= runs || faults.lock().unwrap().len() > 4 {
                        return;
                    }
                    match examined(seed) {
                        Ok(summary) => summaries.lock().unwrap().push(summary),
                        Err(fault) => faults.lock().unwrap().push((seed, fault)),
                    }
                }
            });
        }
    });
    let mut faults = faults.into_inner().unwrap();
    faults.sort();
    for (seed, fault) in &faults {
        println!("seed {seed}: {fault}");
        println!("  alone: PITSER_WEATHER_SEED={seed} cargo test --workspace --test weather -- --nocapture");
    }
    assert!(faults.is_empty(), "{faults:#?}");
    enough_happened(&summaries.into_inner().unwrap());
}

/// A property over runs in which nothing happens holds of itself.
fn enough_happened(summaries: &[Summary]) {
    let mut ends = BTreeMap::<&str, usize>::new();
    for summary in summaries {
        *ends
            .entry(match &summary.ended {
                Ended::Signed => "signed and checked",
                Ended::Refused(code) => code,
                Ended::Cancelled => "cancelled",
            })
            .or_default() += 1;
    }
    let longest = summaries.iter().map(|one| one.took).max().unwrap_or_default();
    let later = summaries.iter().filter(|one| one.finished_later).count();
    println!(
        "{} runs, the longest of {} s, {later} finished later: {ends:#?}",
        summaries.len(),
        longest / 1000
    );
    let again =
        |ended: &Ended| summaries.iter().flat_map(|one| &one.again).filter(|one| *one == ended).count();
    let open = again(&Ended::Refused("session-open".to_owned()));
    let (signed, cancelled) = (again(&Ended::Signed), again(&Ended::Cancelled));
    println!("again: {signed} signed, {cancelled} cancelled, {open} times something was open on the phone");
    if summaries.len() >= 2_000 {
        assert!(open >= 50 && signed >= 200 && cancelled >= 50, "{open} {signed} {cancelled}");
        let share = |code| *ends.get(code).unwrap_or(&0) * 100 / summaries.len();
        assert!(share("signed and checked") >= 20 && share("cancelled") >= 3, "{ends:?}");
        assert!(ends.len() >= 30 && later >= 50, "{ends:?}");
    }
}
