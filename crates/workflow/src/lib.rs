//! Everything that waits: signing, finishing what was interrupted, verifying, showing.
//!
//! [`sign`](sign::sign) and [`verify`](verify::verify) are the two doors. The world (network, clock, disk, random
//! bytes) comes in through one window, [`Host`](host::Host), so that the same functions serve the desktop window, the
//! command line, and a test in virtual time.

pub mod active;
pub mod browser;
pub mod error;
pub mod event;
pub mod evidence;
pub mod extend;
pub mod extract;
pub mod failures;
pub mod fields;
pub mod host;
pub mod key;
pub mod keychain;
pub mod order;
pub mod pages;
pub mod password;
pub mod profile;
pub mod proxy;
pub mod save;
pub mod seal;
pub mod show;
pub mod sign;
pub mod timestamp_service;
pub mod together;
pub mod traffic;
pub mod verify;

mod choice;
mod cloud;
mod complete;
mod drawing;
mod drive;
mod gather;
mod journal;
mod login;
mod mobile;
mod output;
mod phone;
mod revocation;
mod seal_style;
mod soundness;
mod timestamp;
mod twin;
mod why;
mod workers;

pub use report;
pub use validation::policy;
pub use validation::report as verdict;
