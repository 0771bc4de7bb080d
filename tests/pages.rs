//! The pages of signed files beside the present ones, as pictures: honest changes are explained, and what the objects do not
//! betray the pictures do.
#![allow(clippy::unwrap_used)]

#[path = "pages/active.rs"]
mod active;
#[path = "attacks/saving.rs"]
#[allow(dead_code, reason = "shared with the attacks")]
mod saving;
#[path = "attacks/shadow.rs"]
#[allow(dead_code, reason = "shared with the attacks")]
mod shadow;
#[path = "attacks/stage.rs"]
#[allow(dead_code, reason = "shared with the attacks")]
mod stage;
#[path = "pages/stories.rs"]
mod stories;
#[path = "pages/untouched.rs"]
mod untouched;
#[path = "attacks/update.rs"]
#[allow(dead_code, reason = "shared with the attacks")]
mod update;
