use const_oid::ObjectIdentifier;

use crate::asn1::write;
use crate::digest::DigestAlgorithm;

/// TimeStampReq, RFC 3161 §2.4.1, in DER, over a digest made with `digest_algorithm`, asking for the unit's certificate.
///
/// `nonce` is big-endian randomness; it is written as a positive INTEGER, so leading zero bytes vanish.
pub fn request(digest_algorithm: DigestAlgorithm, digest: &[u8], nonce: &[u8]) -> Vec<u8> {
    request_under(None, digest_algorithm, digest, nonce)
}

/// The same for a token under that policy (reqPolicy), if there is one.
pub fn request_under(
    policy: Option<&ObjectIdentifier>,
    digest_algorithm: DigestAlgorithm,
    digest: &[u8],
    nonce: &[u8],
) -> Vec<u8> {
    let imprint = write::sequence(&[&write::algorithm_null(&digest_algorithm.oid()), &write::octets(digest)]);
    let policy = policy.map(write::oid).unwrap_or_default();
    write::sequence(&[&write::number(1), &imprint, &policy, &write::unsigned(nonce), &write::boolean(true)])
}
