use dsa::{BoxedUint, Components, Signature, VerifyingKey};
use signature::hazmat::PrehashVerifier as _;

use crate::asn1::read::{Reader, Tlv, unsigned, whole};
use crate::asn1::{tag, write};
use crate::error::Error;

/// Dss-Parms, RFC 3279 §2.3.2: p, q and g, big-endian without leading zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parameters {
    p: Box<[u8]>,
    q: Box<[u8]>,
    g: Box<[u8]>,
}

/// Sizes of p and q, in bits, that FIPS 186 ever had.
const SIZES: [(usize, usize); 4] = [(1024, 160), (2048, 224), (2048, 256), (3072, 256)];

impl Parameters {
    pub fn read(der: &[u8]) -> Result<Self, Error> {
        let mut fields = whole(der, tag::SEQUENCE, WHAT)?;
        let mut number = || natural(&fields.expect(tag::INTEGER)?).map(Box::from);
        let (p, q, g) = (number()?, number()?, number()?);
        fields.finish()?;
        Ok(Parameters { p, q, g })
    }

    /// Bits of p.
    pub fn bits(&self) -> usize {
        bits(&self.p)
    }
}

const WHAT: &str = "Dss-Parms";

/// DSAPublicKey: the contents of its INTEGER without leading zeros.
pub(super) fn public(key: &[u8]) -> Result<&[u8], Error> {
    let mut outer = Reader::new(key, "DSAPublicKey");
    let number = outer.expect(tag::INTEGER)?;
    outer.finish()?;
    natural(&number)
}

/// Verifies a DER SEQUENCE of r and s, FIPS 186-4 §4.7.
pub(super) fn verify(
    parameters: &Parameters,
    public: &[u8],
    digest: &[u8],
    value: &[u8],
) -> Result<(), Error> {
    let Parameters { p, q, g } = parameters;
    let size = SIZES.into_iter().find(|(l, n)| (bits(p), bits(q)) == (*l, *n));
    let (length, order) = size.ok_or(Error::malformed(WHAT))?;
    if bits(g) > length || bits(public) > length {
        return Err(Error::malformed(WHAT));
    }
    let key = key(parameters, public, length, order).ok_or(Error::malformed(WHAT))?;
    let value = signature(value, order).ok_or(Error::SignatureInvalid)?;
    key.verify_prehash(digest, &value).map_err(|_| Error::SignatureInvalid)
}

fn key(
    Parameters { p, q, g }: &Parameters,
    public: &[u8],
    length: usize,
    order: usize,
) -> Option<VerifyingKey> {
    let (p, g) = (number(p, length)?, number(g, length)?);
    let public = number(public, length)?;
    if public >= p {
        return None;
    }
    let components = Components::from_components(p, number(q, order)?, g).ok()?;
    VerifyingKey::from_components(components, public).ok()
}

fn signature(value: &[u8], order: usize) -> Option<Signature> {
    let mut fields = whole(value, tag::SEQUENCE, WHAT).ok()?;
    let (r, s) = (fields.expect(tag::INTEGER).ok()?, fields.expect(tag::INTEGER).ok()?);
    let (r, s) = (natural(&r).ok()?, natural(&s).ok()?);
    // DER is the only encoding; with another the same signature would have two values.
    if write::sequence(&[&write::unsigned(r), &write::unsigned(s)]) != value {
        return None;
    }
    Signature::from_components(number(r, order)?, number(s, order)?)
}

fn natural<'a>(integer: &Tlv<'a>) -> Result<&'a [u8], Error> {
    match integer.value.first() {
        Some(first) if first & 0x80 == 0 => Ok(unsigned(integer.value)),
        _ => Err(Error::malformed(WHAT)),
    }
}

fn bits(digits: &[u8]) -> usize {
    digits.first().map_or(0, |first| digits.len() * 8 - first.leading_zeros() as usize)
}

fn number(digits: &[u8], bits: usize) -> Option<BoxedUint> {
    BoxedUint::from_be_slice(digits, u32::try_from(bits).ok()?).ok()
}
