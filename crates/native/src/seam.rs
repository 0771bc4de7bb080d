//! The two names from below that the seam of `workflow` is made of.

pub(crate) use pdf::{Error as SourceError, Source};
pub(crate) use pki::Time;
