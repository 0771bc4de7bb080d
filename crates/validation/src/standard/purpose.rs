//! What a certificate is meant for, by its extended key usage.

use super::facts::Certificate;

/// `id-kp-timeStamping`.
const TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";

/// The arc of the purposes that are registered for the Internet (RFC 5280 §4.2.1.12), and those of them that signing a document
/// can fall under: `clientAuth`, which certificates of persons have beside it, `emailProtection`, and `documentSigning`
/// (RFC 9336).
const REGISTERED: &str = "1.3.6.1.5.5.7.3.";
const OF_PERSONS: [&str; 3] = ["2", "4", "36"];

/// Whether signing a document can fall under one of these purposes, or there are none. Those that are nobody's but their
/// inventor's, such as of a maker of programs that sign, can mean it.
pub(crate) fn signs_documents<'a>(mut purposes: impl Iterator<Item = &'a str>) -> bool {
    let for_documents = |purpose: &str| {
        purpose.strip_prefix(REGISTERED).is_none_or(|registered| OF_PERSONS.contains(&registered))
    };
    match purposes.next() {
        None => true,
        Some(first) => for_documents(first) || purposes.any(for_documents),
    }
}

/// What the certificate of a time-stamping unit lacks (RFC 3161 §2.3).
pub(crate) fn unit_lacks(certificate: &Certificate) -> Option<&'static str> {
    match certificate.purposes.as_slice() {
        [alone] if alone == TIME_STAMPING => {}
        _ => return Some("id-kp-timeStamping alone"),
    }
    match (certificate.purposes_critical, certificate.signs) {
        (true, true) => None,
        (false, _) => Some("extKeyUsage critical"),
        (true, false) => Some("digitalSignature or nonRepudiation"),
    }
}
