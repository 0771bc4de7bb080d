//! Certificate revocation lists, RFC 5280 §5 and §6.3: full, delta and indirect ones, and those of some reasons only.

mod entries;
mod lists;
mod read;
mod scope;

use serde::{Deserialize, Serialize};

use crate::revocation::Status;
use crate::time::Time;
pub(crate) use entries::reason_code;
pub use lists::{Listed, Lists, Source};
pub use read::Crl;

/// What a list, or several that complete one another, says about one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Good or revoked.
    pub status: Status,
    /// When this was true.
    pub this_update: Time,
    /// When newer information will be there, if stated.
    pub next_update: Option<Time>,
    /// expiredCertsOnCRL: certificates expired since then are still listed (X.509 §9.5.2.8).
    pub expired_since: Option<Time>,
    /// Every list that this rests on is as RFC 5280 has it ([`Crl::flaw`]).
    pub conforms: bool,
}
