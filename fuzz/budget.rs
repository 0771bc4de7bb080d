//! How long a target may take over one input: whoever reads what others wrote returns, and soon.

use rustix::time::{ClockId, clock_gettime};

/// Seconds of this thread's own processor time, which goes on no faster where others work too. Under the sanitizer and with
/// its checks everything takes some ten times as long as in the program.
const SECONDS: f64 = 5.0;

/// Does the work, and fails where it took too long.
pub fn within<T>(work: impl FnOnce() -> T) -> T {
    let begun = spent();
    let done = work();
    let took = spent() - begun;
    assert!(took <= SECONDS, "{took:.1} s of processor time");
    done
}

fn spent() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}
