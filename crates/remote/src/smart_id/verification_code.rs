//! The verification code that the relying party computes: API v2 signing, and v3 notification authentication.

use sha2::{Digest, Sha256};

/// The last two bytes of the SHA-256 of `bytes`, big-endian, modulo 10 000, as four digits.
///
/// In v2 `bytes` is the hash that is signed, in v3 authentication the raw `rpChallenge`. In v3 *signing* nothing is
/// computed: the service sends the code.
pub fn verification_code(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let last = hash.iter().rev().take(2).rev().fold(0_u32, |number, &byte| number << 8 | u32::from(byte));
    format!("{:04}", last % 10_000)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    #[test]
    fn published_codes() {
        // smart-id-java-client, VerificationCodeCalculatorTest (MIT): the input is the SHA-256 of the text.
        for (text, code) in [
            ("Hello World!", "7712"),
            ("Hedgehogs – why can't they just share the hedge?", "4612"),
            ("Go ahead, make my day.", "7782"),
            ("You're gonna need a bigger boat.", "1464"),
            ("Say 'hello' to my little friend!", "4240"),
        ] {
            assert_eq!(verification_code(&Sha256::digest(text.as_bytes())), code);
        }
        assert_eq!(verification_code(&[0x1b, 0xbb]), "4555");
        // Smart-ID documentation, "Notification-based flows".
        let challenge =
            "GYS+yoah6emAcVDNIajwSs6UB/M95XrDxMzXBUkwQJ9YFDipXXzGpPc7raWcuc2+TEoRc7WvIZ/7dU/iRXenYg==";
        assert_eq!(verification_code(&STANDARD.decode(challenge).unwrap()), "7180");
    }
}
