//! Why an addition is more than what archiving a signature needs, and when two objects say the same.

use lopdf::{Dictionary, Object};

use crate::error::Error;

/// Why a revision is more than archival.
pub(crate) struct Objection(pub(crate) String);

impl From<Error> for Objection {
    fn from(error: Error) -> Self {
        Self(error.to_string())
    }
}

pub(crate) fn object_to<T>(what: impl Into<String>) -> Result<T, Objection> {
    Err(Objection(what.into()))
}

/// Equal, whatever the order of keys.
pub(crate) fn same(one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::Dictionary(one), Object::Dictionary(other)) => same_but(one, other, |_| false),
        (Object::Array(one), Object::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        // How a string was written does not matter.
        (Object::String(one, _), Object::String(other, _)) => one == other,
        _ => one == other,
    }
}

/// The same for two dictionaries, whose entries under the keys that are `left_out` do not matter.
pub(crate) fn same_but(one: &Dictionary, other: &Dictionary, left_out: impl Fn(&[u8]) -> bool) -> bool {
    let kept = |dictionary: &Dictionary| dictionary.iter().filter(|(key, _)| !left_out(key)).count();
    kept(one) == kept(other)
        && one
            .iter()
            .all(|(key, value)| left_out(key) || other.get(key).is_ok_and(|found| same(value, found)))
}

/// Entries of a trailer that each update writes anew (tables 15 and 17; the integrity code of the encryption, ISO/TS 32004
/// §5, goes with the bytes).
pub(crate) const OF_UPDATES: [&[u8]; 12] = [
    b"Prev",
    b"Size",
    b"ID",
    b"W",
    b"Index",
    b"Length",
    b"Filter",
    b"DecodeParms",
    b"Type",
    b"XRefStm",
    b"DL",
    b"AuthCode",
];

/// Whether the standard knows no entry of that name in a trailer (table 15).
pub(crate) fn is_private(key: &[u8]) -> bool {
    !matches!(key, b"Root" | b"Encrypt" | b"Info" | b"ID" | b"Size" | b"Prev" | b"XRefStm" | b"AuthCode")
}
