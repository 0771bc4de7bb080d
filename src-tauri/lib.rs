//! The desktop window: manners around the workflows.
//!
//! [`run`] opens the window. The page in it asks through [`commands`], hears [`wire::Progress`] events, and loads
//! pictures of pages from the `pitser` scheme ([`pictures`]); all that crosses is in [`wire`]. What happens is decided
//! in `workflow`, and reaches the world through `native`.

pub mod arguments;
mod asking;
pub mod commands;
pub mod desk;
pub mod documents;
pub mod language;
pub mod phone;
pub mod pictures;
pub mod reports;
pub mod running;
pub mod window;
pub mod wire;
pub mod world;

pub use window::run;
