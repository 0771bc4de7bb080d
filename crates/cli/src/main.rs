//! Pitser on the command line.
fn main() {}
