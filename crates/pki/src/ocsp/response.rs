use const_oid::ObjectIdentifier;

use crate::algorithm::{SignatureAlgorithm, digest_algorithm};
use crate::asn1::read::{Reader, Tlv, whole};
use crate::asn1::tag;
use crate::certificate::{Certificate, Hashed, extension, names_match};
use crate::crl::reason_code;
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::oids;
use crate::revocation::Status;
use crate::time::Time;
use crate::verify::Digest;

/// Largest response read, in bytes. A real one with a 4096-bit chain has about 5 KiB.
const SIZE: usize = 1024 * 1024;

/// Most single responses and most certificates read; responders answer what was asked, which is one.
const COUNT: usize = 64;

const WHAT: &str = "OCSPResponse";

/// A successful OCSPResponse with a BasicOCSPResponse, read but not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The whole OCSPResponse as it was given: what a /DSS dictionary stores.
    pub raw: Vec<u8>,
    /// The BasicOCSPResponse in DER: what CAdES revocation-values stores.
    pub basic: Vec<u8>,
    /// When the responder signed this.
    pub produced_at: Time,
    /// Who signed.
    pub responder: ResponderId,
    /// What is said of which certificates.
    pub responses: Vec<Single>,
    /// The nonce of the request, echoed.
    pub nonce: Option<Vec<u8>>,
    /// Certificates sent along; those that cannot be read are left out.
    pub certificates: Vec<Certificate>,
    /// How the response is signed; an error for an algorithm we do not know.
    pub signature_algorithm: Result<SignatureAlgorithm, Error>,
    /// The signature value.
    pub signature: Vec<u8>,
    /// Critical extensions of the response that we do not process.
    pub unknown_critical_extensions: Vec<ObjectIdentifier>,
    pub(super) tbs: Vec<u8>,
    pub(super) tbs_digest: Digest,
}

/// ResponderID, RFC 6960 §4.2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponderId {
    /// By Name in DER.
    ByName(Vec<u8>),
    /// By SHA-1 of the public key.
    ByKey(Vec<u8>),
}

/// SingleResponse, RFC 6960 §4.2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Single {
    /// Which certificate is meant.
    pub cert_id: CertId,
    /// What is said of it.
    pub status: Status,
    /// When this was known to be true.
    pub this_update: Time,
    /// When newer information will be there, if stated.
    pub next_update: Option<Time>,
    /// archiveCutOff: status is kept for certificates that expired since (RFC 6960 §4.4.4).
    pub archive_cutoff: Option<Time>,
    /// CertHash: the hash of the very certificate that is meant, a statement that it was issued (Common PKI 2.0, part 4
    /// §3.1.2). Nothing when its algorithm is unknown.
    pub certificate_hash: Option<(DigestAlgorithm, Vec<u8>)>,
    /// Critical extensions of this answer that we do not process.
    pub unknown_critical_extensions: Vec<ObjectIdentifier>,
}

/// CertID, RFC 6960 §4.1.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertId {
    /// Hash both hashes are made with; an error for one we do not know.
    pub algorithm: Result<DigestAlgorithm, Error>,
    /// Hash of the issuer's Name in DER.
    pub issuer_name_hash: Vec<u8>,
    /// Hash of the issuer's public key, without tag, length and unused bits.
    pub issuer_key_hash: Vec<u8>,
    /// Serial number, contents of the INTEGER.
    pub serial: Vec<u8>,
}

impl CertId {
    /// The identifier of `certificate`, issued by `issuer`, in this hash.
    pub fn of(certificate: &Certificate, issuer: &Certificate, algorithm: DigestAlgorithm) -> Self {
        CertId {
            algorithm: Ok(algorithm),
            issuer_name_hash: certificate.hash_of(Hashed::Issuer, algorithm),
            issuer_key_hash: issuer.hash_of(Hashed::Key, algorithm),
            serial: certificate.serial().to_vec(),
        }
    }

    /// Whether this means a certificate of `issuer`, by the hashes of its name and its key.
    pub fn names(&self, issuer: &Certificate) -> bool {
        self.algorithm.as_ref().is_ok_and(|algorithm| {
            self.issuer_name_hash == issuer.hash_of(Hashed::Subject, *algorithm)
                && self.issuer_key_hash == issuer.hash_of(Hashed::Key, *algorithm)
        })
    }

    /// Whether this means `certificate` issued by `issuer`, computed again in its own hash.
    pub fn matches(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        let Ok(algorithm) = self.algorithm else { return false };
        self.serial == certificate.serial() && *self == CertId::of(certificate, issuer, algorithm)
    }
}

impl Single {
    /// Whether this is about `certificate`, issued by `issuer`: by its identifier, and by its hash when that is stated.
    pub fn is_about(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        let same = |(algorithm, hash): &(DigestAlgorithm, Vec<u8>)| {
            certificate.hash_of(Hashed::Whole, *algorithm) == *hash
        };
        self.cert_id.matches(certificate, issuer) && self.certificate_hash.as_ref().is_none_or(same)
    }
}

impl ResponderId {
    /// Whether this means the owner of `certificate`.
    pub fn matches(&self, certificate: &Certificate) -> bool {
        match self {
            ResponderId::ByName(name) => names_match(name, certificate.subject_der()),
            ResponderId::ByKey(hash) => *hash == certificate.hash_of(Hashed::Key, DigestAlgorithm::Sha1),
        }
    }
}

impl Response {
    /// Reads an OCSPResponse in DER. A response that is not successful is [`Error::OcspStatus`].
    pub fn parse(der: &[u8]) -> Result<Self, Error> {
        if der.len() > SIZE {
            return Err(Error::TooLarge { what: WHAT, limit: SIZE });
        }
        let mut outer = whole(der, tag::SEQUENCE, WHAT)?;
        let status = outer.expect(tag::ENUMERATED)?.number(WHAT)?;
        if status != 0 {
            return Err(Error::OcspStatus { status: u8::try_from(status).unwrap_or(u8::MAX) });
        }
        let bytes = outer.expect(tag::constructed(0))?;
        outer.finish()?;
        let mut bytes = whole(bytes.value, tag::SEQUENCE, "ResponseBytes")?;
        let kind = bytes.any()?.oid("responseType")?;
        if kind != oids::OCSP_BASIC {
            return Err(Error::ContentType { found: kind });
        }
        let basic = bytes.expect(tag::OCTET_STRING)?.value;
        bytes.finish()?;
        Self::basic(der, basic)
    }

    fn basic(raw: &[u8], basic: &[u8]) -> Result<Self, Error> {
        const WHAT: &str = "BasicOCSPResponse";
        let mut outer = whole(basic, tag::SEQUENCE, WHAT)?;
        let tbs = outer.expect(tag::SEQUENCE)?;
        let signature_algorithm = SignatureAlgorithm::from_der(outer.expect(tag::SEQUENCE)?.raw, None);
        let signature = outer.expect(tag::BIT_STRING)?.octets(WHAT)?.to_vec();
        let mut certificates = Vec::new();
        if let Some(list) = outer.optional(tag::constructed(0))? {
            let list = listed(whole(list.value, tag::SEQUENCE, WHAT)?)?;
            certificates = list.iter().filter_map(|one| Certificate::from_der(one.raw).ok()).collect();
        }
        outer.finish()?;

        let mut fields = tbs.inside("ResponseData");
        fields.optional(tag::constructed(0))?;
        let responder = responder_id(&fields.any()?)?;
        let produced_at = fields.expect(tag::GENERALIZED_TIME)?.time("producedAt")?;
        let responses = listed(fields.inside(tag::SEQUENCE, "responses")?)?;
        let responses = responses.iter().map(single).collect::<Result<_, _>>()?;
        let (mut nonce, mut unknown) = (None, Vec::new());
        if let Some(list) = fields.optional(tag::constructed(1))? {
            let mut list = whole(list.value, tag::SEQUENCE, "responseExtensions")?;
            while !list.is_empty() {
                match extension(&mut list)? {
                    // RFC 8954 wraps the nonce in another OCTET STRING; old responders did not.
                    (oids::OCSP_NONCE, _, value) => {
                        let inner = whole_octets(value).unwrap_or(value);
                        nonce = Some(inner.to_vec());
                    }
                    (oid, true, _) => unknown.push(oid),
                    _ => {}
                }
            }
        }
        fields.finish()?;
        Ok(Response {
            raw: raw.to_vec(),
            basic: basic.to_vec(),
            produced_at,
            responder,
            responses,
            nonce,
            certificates,
            signature_algorithm,
            signature,
            unknown_critical_extensions: unknown,
            tbs: tbs.raw.to_vec(),
            tbs_digest: Digest::default(),
        })
    }
}

fn whole_octets(value: &[u8]) -> Option<&[u8]> {
    let mut reader = Reader::new(value, "nonce");
    let inner = reader.expect(tag::OCTET_STRING).ok()?;
    reader.is_empty().then_some(inner.value)
}

fn listed<'a>(mut list: Reader<'a>) -> Result<Vec<Tlv<'a>>, Error> {
    let mut found = Vec::new();
    while !list.is_empty() {
        if found.len() == COUNT {
            return Err(Error::TooLarge { what: "list in OCSPResponse", limit: COUNT });
        }
        found.push(list.any()?);
    }
    Ok(found)
}

fn responder_id(id: &Tlv<'_>) -> Result<ResponderId, Error> {
    let mut inner = id.inside("ResponderID");
    let found = match id.tag & 0x1f {
        1 if id.tag == tag::constructed(1) => ResponderId::ByName(inner.expect(tag::SEQUENCE)?.raw.to_vec()),
        2 if id.tag == tag::constructed(2) => {
            ResponderId::ByKey(inner.expect(tag::OCTET_STRING)?.value.to_vec())
        }
        _ => return Err(inner.error()),
    };
    inner.finish()?;
    Ok(found)
}

fn single(element: &Tlv<'_>) -> Result<Single, Error> {
    const WHAT: &str = "SingleResponse";
    if element.tag != tag::SEQUENCE {
        return Err(Error::malformed(WHAT));
    }
    let mut fields = element.inside(WHAT);
    let cert_id = cert_id(fields.inside(tag::SEQUENCE, "CertID")?)?;
    let status = status(&fields.any()?)?;
    let this_update = fields.expect(tag::GENERALIZED_TIME)?.time("thisUpdate")?;
    let next_update = fields.optional(tag::constructed(0))?;
    let next_update =
        next_update.map(|next| next.inside("nextUpdate").any()?.time("nextUpdate")).transpose()?;
    let mut found = Single {
        cert_id,
        status,
        this_update,
        next_update,
        archive_cutoff: None,
        certificate_hash: None,
        unknown_critical_extensions: Vec::new(),
    };
    if let Some(list) = fields.optional(tag::constructed(1))? {
        let mut list = whole(list.value, tag::SEQUENCE, "singleExtensions")?;
        while !list.is_empty() {
            match extension(&mut list)? {
                (oids::ARCHIVE_CUTOFF, _, value) => {
                    found.archive_cutoff = Reader::new(value, WHAT).any()?.time("archiveCutOff").ok();
                }
                (oids::CERT_HASH, _, value) => found.certificate_hash = certificate_hash(value)?,
                // Certificate transparency asks nothing of us, even where it is marked critical.
                (oids::SCT_LIST, _, _) => {}
                (oid, true, _) => found.unknown_critical_extensions.push(oid),
                _ => {}
            }
        }
    }
    fields.finish()?;
    Ok(found)
}

fn certificate_hash(value: &[u8]) -> Result<Option<(DigestAlgorithm, Vec<u8>)>, Error> {
    let mut fields = whole(value, tag::SEQUENCE, "CertHash")?;
    let algorithm = digest_algorithm(fields.expect(tag::SEQUENCE)?.raw);
    let hash = fields.expect(tag::OCTET_STRING)?.value.to_vec();
    fields.finish()?;
    Ok(algorithm.ok().map(|algorithm| (algorithm, hash)))
}

fn cert_id(mut fields: Reader<'_>) -> Result<CertId, Error> {
    let algorithm = digest_algorithm(fields.expect(tag::SEQUENCE)?.raw);
    let issuer_name_hash = fields.expect(tag::OCTET_STRING)?.value.to_vec();
    let issuer_key_hash = fields.expect(tag::OCTET_STRING)?.value.to_vec();
    let serial = fields.expect(tag::INTEGER)?.value.to_vec();
    fields.finish()?;
    Ok(CertId { algorithm, issuer_name_hash, issuer_key_hash, serial })
}

fn status(choice: &Tlv<'_>) -> Result<Status, Error> {
    const WHAT: &str = "CertStatus";
    match choice.tag {
        t if t == tag::context(0) => Ok(Status::Good),
        t if t == tag::constructed(1) => {
            let mut fields = choice.inside(WHAT);
            let at = fields.expect(tag::GENERALIZED_TIME)?.time("revocationTime")?;
            let reason =
                fields.optional(tag::constructed(0))?.map(|reason| reason_code(reason.value)).transpose()?;
            fields.finish()?;
            Ok(Status::Revoked { at, reason })
        }
        t if t == tag::context(2) => Ok(Status::Unknown),
        _ => Err(Error::malformed(WHAT)),
    }
}
