//! Stories across the whole house, in virtual time.

mod again;
mod bad_input;
mod cloud;
mod disk;
mod encrypted;
mod flows;
mod hostile;
mod interruption;
mod keeping;
mod keys;
mod languages;
mod levels;
mod many_signatures;
mod mobile;
mod offers;
mod outcomes;
mod revocation;
mod room;
mod seals;
mod secrets;
mod seeds;
mod signing;
mod stamps;
mod tampering;
mod whole;

use std::path::PathBuf;

use pitser_tests::{Simulated, profile_of, run};
use workflow::error::Error;
use workflow::order::{Level, Order, Signed, Signer};
use workflow::profile::Profile;

/// The account that answers by itself and approves.
const APPROVES: &str = "PNOEE-40504040001";

/// A one-page contract, as a program would write it.
fn contract() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sample/loan-agreement.pdf"))
        .expect("the sample")
}

/// A world with the contract on its disk.
fn world(seed: u64) -> (Simulated, Profile) {
    let host = Simulated::new(seed);
    host.put("/contract.pdf", contract());
    let profile = profile_of(&host);
    (host, profile)
}

fn person(identifier: &str) -> Signer {
    Signer::Person(identifier.parse().expect("a person"))
}

fn order(signer: Signer, level: Level) -> Order {
    Order { output: Some(signed()), ..Order::new("/contract.pdf", signer, level) }
}

fn sign(host: &Simulated, profile: &Profile, order: Order) -> Result<Signed, Error> {
    run(workflow::sign::sign(host, profile, order))
}

fn signed() -> PathBuf {
    PathBuf::from("/signed.pdf")
}
