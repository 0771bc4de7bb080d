//! Public keys and the verification of signature values.
//!
//! aws-lc where it has the algorithm, since it is four times faster; RustCrypto for the rest: RSA with SHA-3, truncated hashes,
//! unusual salts, small keys, curve and hash pairs aws-lc does not offer, brainpool, DSA. Whether an algorithm is good enough is not decided here.

mod brainpool;
mod dsa;
mod elliptic;
mod fast;
mod key;
mod known;
mod rsa;

pub use elliptic::Curve;
pub(crate) use key::Digest;
pub use key::PublicKey;
pub(crate) use known::once;
