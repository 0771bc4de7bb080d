//! The code that both sides compute, Mobile-ID API 2.4.

/// Six bits from the beginning of the digest and seven from its end, as four digits: 0000 to 8191. An empty digest gives
/// 0000.
///
/// It depends on thirteen bits only: it tells one request from another, and proves nothing.
pub fn verification_code(digest: &[u8]) -> String {
    let first = digest.first().copied().unwrap_or_default();
    let last = digest.last().copied().unwrap_or_default();
    format!("{:04}", u32::from(first >> 2) << 7 | u32::from(last & 0x7f))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use sha2::{Digest, Sha256, Sha384, Sha512};

    #[test]
    fn published_codes() {
        // Mobile-ID documentation 2.4.1; mid-rest-java-client, VerificationCodeCalculatorTest (MIT).
        let documented = hex::decode("2f665f6a6999e0ef0752e00ec9f453adf59d8cb6").unwrap();
        assert_eq!(verification_code(&documented), "1462");
        assert_eq!(verification_code(&Sha256::digest(b"HACKERMAN_SHA256")), "6008");
        assert_eq!(verification_code(&Sha384::digest(b"HACKERMAN_SHA384")), "7230");
        assert_eq!(verification_code(&Sha512::digest(b"HACKERMAN_SHA512")), "3843");
    }

    #[test]
    fn all_thirteen_bits_are_used_and_no_other() {
        assert_eq!(verification_code(&[0xff, 0, 0xff]), "8191");
        assert_eq!(verification_code(&[0x03, 0xff, 0x80]), "0000");
        assert_eq!(verification_code(&[0x04, 0x01]), "0129");
        assert_eq!(verification_code(&[]), "0000");
    }
}
