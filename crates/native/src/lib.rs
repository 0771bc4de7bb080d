//! This machine as a host: HTTPS with pins, clock, disk, and the demo world.
//!
//! [`Machine`] answers what the workflows ask of the world; [`Folders`] says where this program keeps its own things;
//! [`language`] what a person chose for the window, [`known`] who signs here; [`profiles`] which services there are;
//! [`network_log()`] what was said to them; [`keychain`] where secrets are. [`small_file`] reads whole what is small, and nothing
//! that has no end. [`demo`] starts an emulated world and gives the profile that goes with it, [`sample`] a document to try it on.

pub mod demo;
pub mod keychain;
pub mod known;
pub mod language;
pub mod profiles;
pub mod sample;
pub mod small_file;

mod browser;
mod error;
mod file;
mod folders;
mod here;
mod journal;
mod key_file;
mod leftovers;
mod line;
mod lists;
mod machine;
mod network;
mod network_log;
mod opener;
mod output;
mod phones;
mod tls;
mod way_out;

pub use browser::open_page;
pub use error::Error;
pub use folders::Folders;
pub use key_file::{KeyFile, Scheme};
pub use machine::Machine;
pub use network_log::network_log;
