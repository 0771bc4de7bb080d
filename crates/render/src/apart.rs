//! Work on foreign content, kept apart: with room on the stack, and without taking the program down.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{io, thread};

use crate::error::Error;

/// Room for the interpreter's recursion, in bytes: 50 nested forms, patterns and glyphs, which is its own limit, need
/// less than a quarter of this.
const STACK: usize = 32 << 20;

thread_local! {
    /// Whether this thread has that room.
    static APART: Cell<bool> = const { Cell::new(false) };
}

/// Starts a thread for much work on pages: what is asked of them there is done there. Anywhere else each question takes a
/// thread of its own.
///
/// # Errors
/// Where the system gives no thread.
pub fn on_a_thread(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let work = || {
        APART.set(true);
        work();
    };
    thread::Builder::new().name("pages".to_owned()).stack_size(STACK).spawn(work).map(drop)
}

/// Runs `work` on a thread that has the room. A panic within becomes [`Error::Failed`].
pub(crate) fn apart<T: Send>(work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    let guarded = || catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Error::Failed));
    if APART.get() {
        return guarded();
    }
    thread::scope(|scope| {
        let started =
            thread::Builder::new().name("page".to_owned()).stack_size(STACK).spawn_scoped(scope, guarded);
        started.map_err(|_| Error::Failed)?.join().unwrap_or(Err(Error::Failed))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_panic_is_an_error_wherever_it_comes() {
        let broken = || apart::<()>(|| panic!("a page")).unwrap_err();
        assert!(matches!(broken(), Error::Failed));
        let (told, heard) = channel();
        on_a_thread(move || {
            let here = thread::current().id();
            let place = apart(|| Ok(thread::current().id()));
            told.send((matches!(broken(), Error::Failed), place.unwrap() == here)).unwrap();
        })
        .unwrap();
        assert_eq!(heard.recv(), Ok((true, true)), "an error, and no further thread");
    }
}
