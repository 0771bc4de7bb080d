//! The time-stamping unit, RFC 3161: P-256, one policy, accuracy of a second, its own certificate alone.

use der::asn1::{AnyRef, Int, ObjectIdentifier, OctetString};
use der::{Decode, Sequence};
use p256::ecdsa::SigningKey;
use p256::ecdsa::signature::Signer as _;
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;

use super::hierarchy::{Hierarchy, Issued};
use super::oids::*;
use crate::asn1::{
    context, encoded, generalized_time, integer, octets, oid, sequence, set_of, tagged, time, utf8,
};

#[derive(Sequence)]
struct TimeStampReq<'a> {
    version: u8,
    imprint: MessageImprint,
    policy: Option<ObjectIdentifier>,
    nonce: Option<Int>,
    #[asn1(default = "Default::default")]
    certificate: bool,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    extensions: Option<Vec<AnyRef<'a>>>,
}

#[derive(Sequence)]
struct MessageImprint {
    algorithm: AlgorithmIdentifierOwned,
    hash: OctetString,
}

/// `PKIFailureInfo` bits of RFC 3161 §2.4.2, with what the status string says.
#[derive(Clone, Copy)]
enum Failure {
    BadAlgorithm = 0,
    BadRequest = 2,
    UnacceptedPolicy = 15,
    UnacceptedExtension = 16,
}

/// The time-stamping unit.
pub struct Unit<'a> {
    pub identity: &'a Issued,
    pub hierarchy: &'a Hierarchy,
    pub key: &'a SigningKey,
    /// Bytes of an unsigned attribute that nobody knows.
    pub filling: u32,
}

impl Unit<'_> {
    /// Answers a DER `TimeStampReq` with a DER `TimeStampResp` of the moment `now`; nothing if the request is not
    /// one at all. `serial` is the number of the token.
    pub fn answer(&self, request: &[u8], now: i64, serial: &[u8]) -> Option<Vec<u8>> {
        let request = TimeStampReq::from_der(request).ok()?;
        Some(match acceptable(&request) {
            Err(failure) => rejected(failure),
            Ok(()) => sequence(&[sequence(&[integer(&[0])]), self.token(&request, now, serial)]),
        })
    }

    fn token(&self, request: &TimeStampReq<'_>, now: i64, serial: &[u8]) -> Vec<u8> {
        let content = self.statement(request, now, serial);
        let attributes = self.signed_attributes(&content, now);
        // Signed as SET OF, sent as [0] IMPLICIT, RFC 5652 §5.4
        let signature: p256::ecdsa::DerSignature = self.key.sign(&tagged(0x31, &attributes));
        let sha256 = sequence(&[oid(SHA256)]);
        let mut signer = vec![
            integer(&[1]),
            self.issuer_and_serial(),
            sha256.clone(),
            context(0, &attributes),
            sequence(&[oid(ECDSA_SHA256)]),
            octets(signature.as_bytes()),
        ];
        if self.filling > 0 {
            let value = octets(&vec![0; self.filling as usize]);
            signer.push(context(1, &sequence(&[oid(FILLING), set_of(&[value])])));
        }
        let mut fields =
            vec![integer(&[3]), set_of(&[sha256]), sequence(&[oid(TST_INFO), context(0, &octets(&content))])];
        if request.certificate {
            fields.push(context(0, &self.identity.certificate));
        }
        fields.push(set_of(&[sequence(&signer)]));
        sequence(&[oid(SIGNED_DATA), context(0, &sequence(&fields))])
    }

    /// `TSTInfo`, RFC 3161 §2.4.2.
    fn statement(&self, request: &TimeStampReq<'_>, now: i64, serial: &[u8]) -> Vec<u8> {
        let mut fields = vec![
            integer(&[1]),
            oid(POLICY_TSA),
            encoded(&request.imprint),
            integer(serial),
            generalized_time(now),
            sequence(&[integer(&[1])]),
        ];
        fields.extend(request.nonce.as_ref().map(encoded));
        fields.push(context(0, &context(4, &self.identity.name)));
        sequence(&fields)
    }

    /// The content of the SET OF signed attributes.
    fn signed_attributes(&self, content: &[u8], now: i64) -> Vec<u8> {
        let attribute = |id, value: Vec<u8>| sequence(&[oid(id), set_of(&[value])]);
        let certificate =
            sequence(&[octets(&Sha256::digest(&self.identity.certificate)), self.issuer_serial()]);
        let mut attributes = [
            attribute(CONTENT_TYPE, oid(TST_INFO)),
            attribute(SIGNING_TIME, time(now)),
            attribute(MESSAGE_DIGEST, octets(&Sha256::digest(content))),
            attribute(SIGNING_CERTIFICATE_V2, sequence(&[sequence(&[certificate])])),
        ];
        attributes.sort();
        attributes.concat()
    }

    /// `IssuerAndSerialNumber` of RFC 5652.
    fn issuer_and_serial(&self) -> Vec<u8> {
        sequence(&[self.hierarchy.tsa_authority.name.clone(), integer(&self.identity.serial)])
    }

    /// `IssuerSerial` of RFC 5035: the issuer as GeneralNames.
    fn issuer_serial(&self) -> Vec<u8> {
        let names = sequence(&[context(4, &self.hierarchy.tsa_authority.name)]);
        sequence(&[names, integer(&self.identity.serial)])
    }
}

fn acceptable(request: &TimeStampReq<'_>) -> Result<(), Failure> {
    if request.version != 1 {
        return Err(Failure::BadRequest);
    }
    let length = match request.imprint.algorithm.oid {
        SHA256 => 32,
        SHA384 => 48,
        SHA512 => 64,
        _ => return Err(Failure::BadAlgorithm),
    };
    if request.imprint.hash.as_bytes().len() != length {
        return Err(Failure::BadRequest);
    }
    if request.policy.is_some_and(|policy| policy != POLICY_TSA) {
        return Err(Failure::UnacceptedPolicy);
    }
    match request.extensions {
        Some(_) => Err(Failure::UnacceptedExtension),
        None => Ok(()),
    }
}

/// `TimeStampResp` with the status rejection (2) and no token.
fn rejected(failure: Failure) -> Vec<u8> {
    let text = match failure {
        Failure::BadAlgorithm => "unrecognized or unsupported hash algorithm",
        Failure::BadRequest => "the request is not permitted or supported",
        Failure::UnacceptedPolicy => "the requested policy is not supported",
        Failure::UnacceptedExtension => "the requested extension is not supported",
    };
    sequence(&[sequence(&[integer(&[2]), sequence(&[utf8(text)]), failure_bits(failure as usize)])])
}

/// A named BIT STRING with one bit set and no trailing zeros.
fn failure_bits(bit: usize) -> Vec<u8> {
    let mut content = vec![0; bit / 8 + 2];
    content[0] = 7 - (bit % 8) as u8;
    content[bit / 8 + 1] = 0x80 >> (bit % 8);
    tagged(0x03, &content)
}
