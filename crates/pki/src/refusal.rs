//! Why no time-stamp was given, in the words of the server or else of RFC 3161 §2.4.2.

/// PKIStatus.
const STATUS: [(u8, &str); 4] =
    [(2, "rejection"), (3, "waiting"), (4, "revocationWarning"), (5, "revocationNotification")];

/// PKIFailureInfo, by the number of the bit.
const FAILURES: [(u32, &str); 8] = [
    (0, "badAlg"),
    (2, "badRequest"),
    (5, "badDataFormat"),
    (14, "timeNotAvailable"),
    (15, "unacceptedPolicy"),
    (16, "unacceptedExtension"),
    (17, "addInfoNotAvailable"),
    (25, "systemFailure"),
];

/// What follows the number of a status: a colon and words, or nothing where nobody has any. `text` is what the server says,
/// bit 0 of `failure` is the lowest.
pub(crate) fn behind_status(status: u8, text: &str, failure: Option<u32>) -> String {
    if !text.trim().is_empty() {
        return format!(": {text}");
    }
    let known = STATUS.iter().filter(|(number, _)| *number == status).map(|(_, name)| *name);
    let set = FAILURES.iter().filter(|(bit, _)| failure.unwrap_or(0) & (1 << bit) != 0);
    let names: Vec<&str> = known.chain(set.map(|(_, name)| *name)).collect();
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}
