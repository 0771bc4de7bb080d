//! Work that nobody can stop from outside, such as drawing a stranger's page: done on threads, and given up where it comes to
//! no end.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::host::Time;

/// Threads of this process that were given up and still run: beyond so many no more is begun until some have ended. A thread
/// cannot be ended from outside; what it holds is let go when it ends by itself, or with the process.
const GIVEN_UP: usize = 4;

static STRAY: AtomicUsize = AtomicUsize::new(0);

/// Threads that wait for the next document: of many small ones, starting threads would cost as much as the pages.
const WAITING: usize = 8;

/// Where to reach them.
static IDLE: Mutex<Vec<Sender<Shift>>> = Mutex::new(Vec::new());

/// What a thread does before it is free again.
type Shift = Box<dyn FnOnce() + Send>;

/// How long is waited.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    /// For one piece of work.
    pub one: Duration,
    /// For all of it.
    pub all: Duration,
}

/// Does each job on one of so many threads. What is not done in time is nothing, and so is what panics.
pub(crate) fn each<J, T>(
    jobs: Vec<J>,
    threads: NonZeroUsize,
    patience: Patience,
    now: &dyn Fn() -> Time,
    work: impl Fn(&J) -> T + Send + Sync + 'static,
) -> Vec<Option<T>>
where
    J: Send + Sync + 'static,
    T: Send + 'static,
{
    let results = jobs.iter().map(|_| None).collect();
    let state = State { next: 0, shift: 0, running: BTreeSet::new(), results };
    let bench = Arc::new(Bench { jobs, work, state: Mutex::new(state), changed: Condvar::new() });
    bench.supervise(threads, patience, now);
    let mut state = bench.lock();
    state.shift = state.shift.wrapping_add(1);
    std::mem::take(&mut state.results)
}

/// Gives the work to a thread that waits, else to a new one. Whether there is one.
fn begin(work: Shift) -> bool {
    let waiting = || IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(thread) = waiting().pop() else { return started(work) };
    // One that waits has its end open.
    thread.send(work).is_ok()
}

/// Starts a thread, which waits for more when this is done.
fn started(work: Shift) -> bool {
    let (sender, more) = channel();
    let thread = move || {
        let mut next = Ok(work);
        while let Ok(work) = next {
            work();
            let mut waiting = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            if waiting.len() >= WAITING {
                return;
            }
            waiting.push(sender.clone());
            drop(waiting);
            next = more.recv();
        }
    };
    render::on_a_thread(thread).is_ok()
}

struct Bench<J, T, W> {
    jobs: Vec<J>,
    work: W,
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    /// The first job that nobody has taken.
    next: usize,
    /// Whoever belongs to an earlier shift has been given up.
    shift: u32,
    /// What this shift works on.
    running: BTreeSet<usize>,
    results: Vec<Option<T>>,
}

impl<J, T, W> Bench<J, T, W>
where
    J: Send + Sync + 'static,
    T: Send + 'static,
    W: Fn(&J) -> T + Send + Sync + 'static,
{
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until all is done, or given up.
    fn supervise(self: &Arc<Self>, threads: NonZeroUsize, patience: Patience, now: &dyn Fn() -> Time) {
        let begun = now();
        self.call_in(threads, 0);
        let mut state = self.lock();
        while state.next < self.jobs.len() || !state.running.is_empty() {
            let waited = self.changed.wait_timeout(state, patience.one);
            let (next, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
            state = next;
            let late = now().since(begun) > patience.all;
            if !timeout.timed_out() && !late {
                continue;
            }
            // Nobody has finished anything for so long: all of this shift are stuck.
            let stray = state.running.len();
            let strays = STRAY.fetch_add(stray, Ordering::Relaxed).saturating_add(stray);
            state.running.clear();
            state.shift = state.shift.wrapping_add(1);
            if late || strays >= GIVEN_UP {
                state.next = self.jobs.len();
                return;
            }
            let shift = state.shift;
            drop(state);
            self.call_in(threads, shift);
            state = self.lock();
        }
    }

    fn call_in(self: &Arc<Self>, threads: NonZeroUsize, shift: u32) {
        let wanted = threads.get().min(self.jobs.len());
        if STRAY.load(Ordering::Relaxed) >= GIVEN_UP {
            self.lock().next = self.jobs.len();
            return;
        }
        let started = (0..wanted).filter(|_| {
            let bench = Arc::clone(self);
            begin(Box::new(move || bench.work(shift)))
        });
        if started.count() == 0 {
            self.lock().next = self.jobs.len();
        }
    }

    /// One thread of a shift.
    fn work(&self, shift: u32) {
        loop {
            let mut state = self.lock();
            let index = state.next;
            let Some(job) = self.jobs.get(index).filter(|_| state.shift == shift) else { return };
            state.next += 1;
            state.running.insert(index);
            drop(state);
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (self.work)(job)));
            let mut state = self.lock();
            if state.shift != shift {
                STRAY.fetch_sub(1, Ordering::Relaxed);
                return;
            }
            state.running.remove(&index);
            if let Some(place) = state.results.get_mut(index) {
                *place = done.ok();
            }
            drop(state);
            self.changed.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::mpsc::channel;

    use super::*;

    const PATIENCE: Patience = Patience { one: Duration::from_millis(300), all: Duration::from_secs(60) };

    fn moment() -> Time {
        "2026-11-27T00:00:00Z".parse().unwrap()
    }

    #[test]
    fn every_job_is_done_once_and_stands_in_its_place() {
        let threads = NonZeroUsize::new(3).unwrap();
        let done = each((0..100).collect(), threads, PATIENCE, &moment, |number: &usize| number * 2);
        assert_eq!(done, (0..100).map(|number| Some(number * 2)).collect::<Vec<_>>());
    }

    #[test]
    fn one_that_never_ends_and_one_that_panics_hold_up_nobody_else() {
        let (hold, held) = channel::<()>();
        let held = Mutex::new(held);
        let work = move |number: &usize| match number {
            1 => {
                let _ = held.lock().unwrap().recv();
                0
            }
            2 => panic!("a page"),
            number => *number,
        };
        let done = each((0..6).collect(), NonZeroUsize::MIN, PATIENCE, &moment, work);
        assert_eq!(done, [Some(0), None, None, Some(3), Some(4), Some(5)]);
        drop(hold);
    }

    #[test]
    fn when_the_time_for_all_is_over_the_rest_is_not_begun() {
        let (hold, held) = channel::<()>();
        let held = Mutex::new(held);
        // All but the first come to no end before it is over.
        let work = move |number: &usize| {
            if *number > 0 {
                let _ = held.lock().unwrap().recv();
            }
            *number
        };
        let clock = AtomicUsize::new(0);
        let now = || match clock.fetch_add(1, Ordering::Relaxed) {
            0 => moment(),
            _ => moment().plus(Duration::from_secs(61)),
        };
        let done = each((0..50).collect(), NonZeroUsize::MIN, PATIENCE, &now, work);
        assert_eq!(done[0], Some(0));
        assert!(done[1..].iter().all(Option::is_none), "{done:?}");
        drop(hold);
    }
}
