//! The OCSP responder, RFC 6960, answering as the recorded AIA responder of SK does.
//!
//! Responder by name, the CertID of the request echoed (SHA-1 or another hash), nonce echoed, no nextUpdate,
//! thisUpdate equal to producedAt, Archive Cutoff at the beginning of the CA, sha256WithRSAEncryption, the
//! responder's certificate alone.

use der::asn1::{AnyRef, Int, ObjectIdentifier, OctetString};
use der::{Decode, Sequence};
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use spki::AlgorithmIdentifierOwned;

use super::authority::Authority;
use super::crl::Revocation;
use super::extension::{self, Criticality::Informative};
use super::hierarchy::Issued;
use super::oids::*;
use crate::asn1::{
    bits, context, context_primitive, encoded, generalized_time, null, octets, oid, sequence, tagged,
};
use crate::faults::NonceManners;
use crate::random::Random;

/// What the responder knows about a serial number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Good,
    Revoked(Revocation),
    Unknown,
}

/// RFC 6960 §4.2.1 `OCSPResponseStatus`, the unhappy ones.
#[derive(Clone, Copy)]
enum Refusal {
    MalformedRequest = 1,
    Unauthorized = 6,
}

/// Questions in one request beyond this are refused; nobody asks more than a chain has certificates.
const MAX_QUESTIONS: usize = 16;

#[derive(Sequence)]
struct OcspRequest<'a> {
    to_be_signed: TbsRequest<'a>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    signature: Option<AnyRef<'a>>,
}

#[derive(Sequence)]
struct TbsRequest<'a> {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", default = "Default::default")]
    version: u8,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT", optional = "true")]
    requestor: Option<AnyRef<'a>>,
    questions: Vec<Question<'a>>,
    #[asn1(context_specific = "2", tag_mode = "EXPLICIT", optional = "true")]
    extensions: Option<Vec<Extension>>,
}

#[derive(Sequence)]
struct Question<'a> {
    certificate: CertId,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    extensions: Option<AnyRef<'a>>,
}

#[derive(Sequence)]
struct CertId {
    hash_algorithm: AlgorithmIdentifierOwned,
    issuer_name_hash: OctetString,
    issuer_key_hash: OctetString,
    serial: Int,
}

#[derive(Sequence)]
struct Extension {
    id: ObjectIdentifier,
    #[asn1(default = "Default::default")]
    critical: bool,
    value: OctetString,
}

/// The responder of one authority.
pub struct Responder<'a> {
    pub authority: &'a Authority,
    pub identity: &'a Issued,
    pub key: &'a RsaPrivateKey,
    pub nonces: NonceManners,
    /// When a newer answer is due after one, in milliseconds.
    pub next: Option<u32>,
}

impl Responder<'_> {
    /// Whether a request has a nonce.
    pub fn has_nonce(request: &[u8]) -> bool {
        let extensions =
            OcspRequest::from_der(request).ok().and_then(|request| request.to_be_signed.extensions);
        extensions.into_iter().flatten().any(|extension| extension.id == OCSP_NONCE)
    }

    /// Answers a DER `OCSPRequest` with a DER `OCSPResponse`, as of `now`.
    pub fn answer(
        &self,
        request: &[u8],
        now: i64,
        status: impl Fn(&[u8]) -> Status,
        random: &mut Random,
    ) -> Vec<u8> {
        let Ok(request) = OcspRequest::from_der(request) else { return refused(Refusal::MalformedRequest) };
        let request = request.to_be_signed;
        if request.questions.is_empty() || request.questions.len() > MAX_QUESTIONS {
            return refused(Refusal::MalformedRequest);
        }
        if !request.questions.iter().all(|question| self.is_responsible(&question.certificate)) {
            return refused(Refusal::Unauthorized);
        }
        let nonce = request.extensions.into_iter().flatten().find(|extension| extension.id == OCSP_NONCE);
        let nonce = nonce.map(|extension| encoded(&extension));
        let nonce = match (nonce, self.nonces) {
            (None, _) | (Some(_), NonceManners::Ignore | NonceManners::BadRequest) => None,
            (Some(nonce), NonceManners::Echo) => Some(nonce),
            (Some(_), NonceManners::Replace) => {
                let other = octets(&random.bytes::<32>());
                Some(extension::extension(OCSP_NONCE, Informative, &other))
            }
            (Some(_), NonceManners::Malformed) => return refused(Refusal::MalformedRequest),
            (Some(_), NonceManners::Unauthorized) => return refused(Refusal::Unauthorized),
        };
        let answer = |question: &Question<'_>| {
            self.single(&question.certificate, status(question.certificate.serial.as_bytes()), now)
        };
        let answers: Vec<_> = request.questions.iter().map(answer).collect();
        self.signed(&answers, nonce, now, random)
    }

    fn is_responsible(&self, id: &CertId) -> bool {
        let hash: fn(&[u8]) -> Vec<u8> = match id.hash_algorithm.oid {
            SHA1 => |data| Sha1::digest(data).to_vec(),
            SHA256 => |data| Sha256::digest(data).to_vec(),
            SHA384 => |data| Sha384::digest(data).to_vec(),
            SHA512 => |data| Sha512::digest(data).to_vec(),
            _ => return false,
        };
        id.issuer_name_hash.as_bytes() == hash(&self.authority.name)
            && id.issuer_key_hash.as_bytes() == hash(&self.authority.key_bits)
    }

    fn single(&self, id: &CertId, status: Status, now: i64) -> Vec<u8> {
        let status = match status {
            Status::Good => context_primitive(0, &[]),
            Status::Revoked(Revocation { at, reason }) => {
                let reason = context(0, &tagged(0x0a, &[reason]));
                context(1, &[generalized_time(at), reason].concat())
            }
            Status::Unknown => context_primitive(2, &[]),
        };
        let cutoff = sequence(&[extension::archive_cutoff(self.authority.not_before)]);
        let mut fields = vec![encoded(id), status, generalized_time(now)];
        fields.extend(self.next.map(|next| context(0, &generalized_time(now.saturating_add(next.into())))));
        fields.push(context(1, &cutoff));
        sequence(&fields)
    }

    fn signed(&self, answers: &[Vec<u8>], nonce: Option<Vec<u8>>, now: i64, random: &mut Random) -> Vec<u8> {
        let mut fields = vec![context(1, &self.identity.name), generalized_time(now), sequence(answers)];
        fields.extend(nonce.map(|nonce| context(1, &sequence(&[nonce]))));
        let data = sequence(&fields);
        let padding = Pkcs1v15Sign::new::<Sha256>();
        let signature = self.key.sign_with_rng(random, padding, &Sha256::digest(&data)).unwrap_or_default();
        let basic = sequence(&[
            data,
            sequence(&[oid(SHA256_WITH_RSA), null()]),
            bits(&signature),
            context(0, &sequence(std::slice::from_ref(&self.identity.certificate))),
        ]);
        let response = sequence(&[oid(OCSP_BASIC), octets(&basic)]);
        sequence(&[tagged(0x0a, &[0]), context(0, &response)])
    }
}

fn refused(refusal: Refusal) -> Vec<u8> {
    sequence(&[tagged(0x0a, &[refusal as u8])])
}
