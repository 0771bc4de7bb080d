use aws_lc_rs::digest as lc_digest;
use aws_lc_rs::signature::VerificationAlgorithm;

use crate::digest::DigestAlgorithm;
use crate::error::Error;

/// Verifies with aws-lc.
pub(super) fn verify(
    algorithm: &dyn VerificationAlgorithm,
    key: &[u8],
    hash: DigestAlgorithm,
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    let kind = match hash {
        DigestAlgorithm::Sha1 => &lc_digest::SHA1_FOR_LEGACY_USE_ONLY,
        DigestAlgorithm::Sha256 => &lc_digest::SHA256,
        DigestAlgorithm::Sha384 => &lc_digest::SHA384,
        DigestAlgorithm::Sha512 => &lc_digest::SHA512,
        DigestAlgorithm::Sha3_256 => &lc_digest::SHA3_256,
        DigestAlgorithm::Sha3_384 => &lc_digest::SHA3_384,
        DigestAlgorithm::Sha3_512 => &lc_digest::SHA3_512,
    };
    let digest = lc_digest::Digest::import_less_safe(digest, kind)
        .map_err(|_| Error::DigestLength { expected: hash.len(), found: digest.len() })?;
    algorithm.verify_digest_sig(key, &digest, value).map_err(|_| Error::SignatureInvalid)
}
