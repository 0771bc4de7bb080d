//! Shared pieces of the suite.
