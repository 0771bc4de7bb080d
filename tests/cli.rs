//! The command line as people and scripts meet it: the built program, a folder, and services that answer over real
//! sockets.
//!
//! The program is `$PITSER_CLI`, else the one of this source tree, built first. It talks to a world that this test serves
//! and that acts without pauses, by way of a profile in a file; only the stories about `demo` start the program's own.
#![allow(clippy::unwrap_used)]

#[path = "cli/again.rs"]
mod again;
#[path = "cli/bench.rs"]
mod bench;
#[path = "cli/cloud.rs"]
mod cloud;
#[path = "cli/demo.rs"]
mod demo;
#[path = "cli/fields.rs"]
mod fields;
#[cfg(target_os = "linux")]
#[path = "cli/keychain.rs"]
mod keychain;
#[path = "cli/listing.rs"]
mod listing;
#[path = "cli/manners.rs"]
mod manners;
#[path = "cli/open.rs"]
mod open;
#[path = "cli/profiles.rs"]
mod profiles;
#[path = "cli/reports.rs"]
mod reports;
#[path = "cli/secrets.rs"]
mod secrets;
#[path = "cli/signing.rs"]
mod signing;
#[path = "cli/trouble.rs"]
mod trouble;
#[path = "cli/verifying.rs"]
mod verifying;
