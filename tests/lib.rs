//! A world in which the whole house runs in a millisecond: the emulated services answer by function call, time jumps
//! ahead instead of passing, and files live in memory.

mod corpus;
mod doorkeeper;
mod session;
mod simulated;

pub use corpus::{aloud, corpus, pdfs, published};
pub use doorkeeper::Doorkeeper;
pub use session::UNLOCKED;
pub use simulated::{Altered, Browsing, Exchange, Simulated, csc_of, polled, present, profile_of, run};
