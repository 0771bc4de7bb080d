use super::token::Token;
use crate::asn1::read::{Reader, Tlv, unsigned, whole};
use crate::asn1::{ber, tag};
use crate::digest::DigestAlgorithm;
use crate::error::Error;

const WHAT: &str = "TimeStampResp";

/// Bytes of a refusal's explanation that are kept.
const TEXT: usize = 1000;

/// Reads TimeStampResp, RFC 3161 §2.4.2, behind which nothing may follow, and checks that it answers our request: PKIStatus
/// granted or grantedWithMods, the imprint ours, the nonce echoed. The token's signature is left to [`Token::verify`].
pub fn parse_response(
    bytes: &[u8],
    digest_algorithm: DigestAlgorithm,
    digest: &[u8],
    nonce: &[u8],
) -> Result<Token, Error> {
    let (definite, length) = ber::definite(bytes, WHAT)?;
    if length != bytes.len() {
        return Err(Error::malformed(WHAT));
    }
    let mut fields = whole(&definite, tag::SEQUENCE, WHAT)?;
    granted(fields.inside(tag::SEQUENCE, "PKIStatusInfo")?)?;
    let content_info = fields.optional(tag::SEQUENCE)?.ok_or(Error::Missing { what: "timeStampToken" })?;
    fields.finish()?;
    let token = Token::parse(content_info.raw)?;
    if token.imprint.algorithm != Ok(digest_algorithm) || token.imprint.hash != digest {
        return Err(Error::ImprintMismatch);
    }
    if token.nonce.as_deref() != Some(unsigned(nonce)) {
        return Err(Error::NonceMismatch);
    }
    Ok(token)
}

fn granted(mut fields: Reader<'_>) -> Result<(), Error> {
    let status = fields.expect(tag::INTEGER)?.number("PKIStatus")?;
    if status <= 1 {
        return Ok(());
    }
    let mut texts = Vec::new();
    if let Some(free_text) = fields.optional(tag::SEQUENCE)? {
        let mut lines = free_text.inside("PKIFreeText");
        let mut room = TEXT;
        while let (Ok(line), true) = (lines.any(), room > 0) {
            let shown = line.value.get(..room.min(line.value.len())).unwrap_or(&[]);
            room -= shown.len();
            texts.push(String::from_utf8_lossy(shown).into_owned());
        }
    }
    let failure = fields.optional(tag::BIT_STRING)?.and_then(|bits| failure_bits(&bits));
    let status = u8::try_from(status).unwrap_or(u8::MAX);
    Err(Error::TimestampRefused { status, text: texts.join(" "), failure })
}

/// PKIFailureInfo: bit n of the BIT STRING as bit n of a number.
fn failure_bits(bits: &Tlv<'_>) -> Option<u32> {
    let (bytes, _) = bits.bits("PKIFailureInfo").ok()?;
    let reversed = bytes.iter().take(4).enumerate();
    Some(reversed.fold(0, |all, (place, byte)| all | u32::from(byte.reverse_bits()) << (8 * place)))
}
