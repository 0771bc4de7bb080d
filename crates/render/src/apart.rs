//! Work on foreign content, kept apart: with room on the stack, and without taking the program down.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use crate::error::Error;

/// Room for the interpreter's recursion, in bytes: 50 nested forms, patterns and glyphs, which is its own limit, need
/// less than a quarter of this.
const STACK: usize = 32 << 20;

/// Runs `work` on a thread of its own. A panic within becomes [`Error::Failed`].
pub(crate) fn apart<T: Send>(work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    thread::scope(|scope| {
        let guarded = || catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Error::Failed));
        let started =
            thread::Builder::new().name("page".to_owned()).stack_size(STACK).spawn_scoped(scope, guarded);
        started.map_err(|_| Error::Failed)?.join().unwrap_or(Err(Error::Failed))
    })
}
