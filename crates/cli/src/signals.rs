//! When somebody wants us to stop: Ctrl-C, or the system's polite request.

use crate::failure::Failure;

/// The code of a [`Failure`] that is no failure: somebody wanted us to stop.
pub const CANCELLED: &str = "cancelled";

/// Does the work, or stops.
///
/// # Errors
/// Those of the work, and [`CANCELLED`].
pub async fn or_stop<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::select! {
        biased;
        result = work => result,
        () = stop() => Err(Failure::new(CANCELLED, &[])),
    }
}

/// Ends when the first such wish arrives; never when the system lets us hear none.
#[cfg(unix)]
pub async fn stop() {
    use tokio::signal::unix::{SignalKind, signal};

    let (Ok(mut interrupt), Ok(mut terminate)) =
        (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}

/// Ends when the first such wish arrives; never when the system lets us hear none.
#[cfg(not(unix))]
pub async fn stop() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
