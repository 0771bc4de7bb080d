//! The crate from outside, over files made by OpenSSL (`../fixtures/make.sh` makes them again).
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod certificates;
mod cms;
mod crl;
mod forge;
mod hostile;
mod lists;
mod ocsp;
mod path;
mod policies;
mod seeds;
mod signatures;
mod tsp;

use pki::{Certificate, Time};

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn certificate(name: &str) -> Certificate {
    Certificate::from_der(&fixture(&format!("{name}.crt"))).expect(name)
}

fn time(text: &str) -> Time {
    text.parse().expect(text)
}

/// Does it, and in time: without its budgets, what is done here takes hours, and a busy machine takes its time.
#[allow(clippy::disallowed_methods)] // the time that a test takes is no fact of the program
fn in_time<T>(work: impl FnOnce() -> T) -> T {
    let start = std::time::Instant::now();
    let done = work();
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    done
}
