//! What signing and checking cost. The figures are of whole processes, start-up included, and stand beside the limit:
//! the least that any program must do to the same file.
//!
//! ```text
//! cargo build --profile dist --bin pitser
//! cargo bench --profile dist -p pitser-benches                       # up to 100 MB
//! cargo bench --profile dist -p pitser-benches -- --big --runs 7     # also 1 GB
//! ```

pub mod paper;
pub mod process;
