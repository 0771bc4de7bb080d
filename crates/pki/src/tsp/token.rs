use std::time::Duration;

use const_oid::ObjectIdentifier;

use crate::algorithm::digest_algorithm;
use crate::asn1::read::{Reader, unsigned, whole};
use crate::asn1::tag;
use crate::certificate::{Certificate, extension};
use crate::cms::{SignedData, SignerInfo};
use crate::digest::DigestAlgorithm;
use crate::error::Error;
use crate::oids;
use crate::time::Time;

const WHAT: &str = "TSTInfo";

/// What was time-stamped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// Hash function; an error for one we do not know.
    pub algorithm: Result<DigestAlgorithm, Error>,
    /// The hash.
    pub hash: Vec<u8>,
}

/// A TimeStampToken with its TSTInfo, RFC 3161 §2.4.2, read but not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The ContentInfo as it was given, without padding behind.
    pub raw: Vec<u8>,
    /// When the imprint existed, by the unit's clock.
    pub gen_time: Time,
    /// The unit's policy.
    pub policy: ObjectIdentifier,
    /// What was time-stamped.
    pub imprint: Imprint,
    /// The token's serial number, big-endian digits without leading zeros.
    pub serial: Vec<u8>,
    /// How far gen_time may be off, if stated.
    pub accuracy: Option<Duration>,
    /// Whether tokens of the unit can be ordered by gen_time alone.
    pub ordering: bool,
    /// The request's nonce, big-endian digits without leading zeros.
    pub nonce: Option<Vec<u8>>,
    /// The unit's name, a GeneralName in DER, if stated.
    pub tsa: Option<Vec<u8>>,
    /// Certificates sent along.
    pub certificates: Vec<Certificate>,
    /// Revocation lists sent along, CertificateList structures in DER.
    pub crls: Vec<Vec<u8>>,
    /// OCSP responses sent along, OCSPResponse structures in DER (RFC 5940).
    pub ocsp: Vec<Vec<u8>>,
    /// The unit's signature.
    pub signer_info: SignerInfo,
    /// The encapsulated TSTInfo: what the message digest is over.
    pub tst_info: Vec<u8>,
    /// Critical extensions of TSTInfo; we process none.
    pub unknown_critical_extensions: Vec<ObjectIdentifier>,
}

/// Every certificate that a signature carries: its own, and those in its signature-time-stamps. A token that cannot be
/// read carries none.
pub fn carried_certificates(signature: &SignedData) -> Vec<Certificate> {
    let tokens = signature.signer_infos.iter().flat_map(|signer| &signer.signature_timestamps);
    let stamped = tokens.filter_map(|token| Token::parse(token).ok()).flat_map(|token| token.certificates);
    signature.certificates.iter().cloned().chain(stamped).collect()
}

impl Token {
    /// Reads a TimeStampToken in DER or BER from the front of `bytes`; zero padding may follow, as in a PDF's /Contents.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut signed_data = SignedData::parse(bytes)?;
        if signed_data.econtent_type != oids::TST_INFO {
            return Err(Error::ContentType { found: signed_data.econtent_type });
        }
        // RFC 5652 §5.1: an encapsulated type other than id-data makes it version 3, and what else is inside may ask for more.
        // Units write 3 beside attribute certificates too, as RFC 3161 §2.4.2 has it.
        let is_due = signed_data.version == 3 || signed_data.version == signed_data.due_version();
        if !is_due || !signed_data.econtent_is_octets {
            return Err(Error::malformed(WHAT));
        }
        let announced = std::mem::take(&mut signed_data.digest_algorithms);
        let tst_info = signed_data.econtent.take().ok_or(Error::Missing { what: "eContent" })?;
        let (signer_info, more) = (signed_data.signer_infos.pop(), signed_data.signer_infos.pop());
        if more.is_some() {
            return Err(Error::Duplicate { what: "SignerInfo" });
        }
        let signer_info = signer_info.ok_or(Error::Missing { what: "SignerInfo" })?;
        if announced.iter().any(|algorithm| *algorithm != signer_info.digest_algorithm) {
            return Err(Error::DigestAlgorithmMismatch);
        }
        let mut fields = whole(&tst_info, tag::SEQUENCE, WHAT)?;
        if fields.expect(tag::INTEGER)?.number("version")? != 1 {
            return Err(fields.error());
        }
        let policy = fields.any()?.oid("policy")?;
        let mut imprint = fields.inside(tag::SEQUENCE, "messageImprint")?;
        let algorithm = digest_algorithm(imprint.expect(tag::SEQUENCE)?.raw);
        let imprint = Imprint { algorithm, hash: imprint.expect(tag::OCTET_STRING)?.value.to_vec() };
        let serial = unsigned(fields.expect(tag::INTEGER)?.value).to_vec();
        let gen_time = fields.expect(tag::GENERALIZED_TIME)?.time("genTime")?;
        let accuracy = fields.optional(tag::SEQUENCE)?.map(|a| accuracy(a.inside("Accuracy"))).transpose()?;
        let ordering = fields.optional(tag::BOOLEAN)?.map(|b| b.boolean(WHAT)).transpose()?.unwrap_or(false);
        let nonce = fields.optional(tag::INTEGER)?.map(|nonce| unsigned(nonce.value).to_vec());
        let tsa = fields.optional(tag::constructed(0))?.map(|name| name.value.to_vec());
        let extensions = fields.optional(tag::constructed(1))?;
        fields.finish()?;
        Ok(Token {
            raw: bytes.get(..signed_data.encoded_len).unwrap_or(bytes).to_vec(),
            gen_time,
            policy,
            imprint,
            serial,
            accuracy,
            ordering,
            nonce,
            tsa,
            certificates: signed_data.certificates,
            crls: signed_data.crls,
            ocsp: signed_data.ocsp,
            signer_info,
            unknown_critical_extensions: extensions
                .map_or(Ok(Vec::new()), |list| critical(list.inside(WHAT)))?,
            tst_info,
        })
    }

    /// Verifies the token by itself and returns the certificate of the unit that made it, looked for in the token and in
    /// `candidates`.
    ///
    /// Checked: content-type id-ct-TSTInfo, message-digest, the signing-certificate attribute (RFC 5816) with issuer and
    /// serial number where it states them, the algorithms that CMSAlgorithmProtection states (RFC 6211), the signature,
    /// extended key usage timeStamping, critical and alone, validity of the certificate at gen_time, unknown critical
    /// extensions. Not checked: the unit's path, and what the imprint is of.
    pub fn verify(&self, candidates: &[Certificate]) -> Result<Certificate, Error> {
        if let Some(oid) = self.unknown_critical_extensions.first() {
            return Err(Error::UnknownCriticalExtension { oid: *oid });
        }
        let attributes =
            self.signer_info.signed_attributes.as_ref().ok_or(Error::Missing { what: "signedAttrs" })?;
        match attributes.content_type {
            Some(oids::TST_INFO) => {}
            Some(found) => return Err(Error::ContentType { found }),
            None => return Err(Error::Missing { what: "content-type" }),
        }
        let essential = [
            oids::CONTENT_TYPE,
            oids::MESSAGE_DIGEST,
            oids::SIGNING_CERTIFICATE,
            oids::SIGNING_CERTIFICATE_V2,
            oids::CMS_ALGORITHM_PROTECTION,
        ];
        if attributes.duplicates.iter().any(|oid| essential.contains(oid)) {
            return Err(Error::Duplicate { what: "signed attribute" });
        }
        let named =
            attributes.signing_certificate.first().ok_or(Error::Missing { what: "signing-certificate" })?;
        let mut present =
            self.certificates.iter().chain(candidates).filter(|c| self.signer_info.matches(c)).peekable();
        present.peek().ok_or(Error::SignerUnknown)?;
        let unit = present.find(|c| named.matches(c)).ok_or(Error::SigningCertificateMismatch)?;
        if attributes.signing_certificate_v1.first().is_some_and(|named| !named.matches(unit)) {
            return Err(Error::SigningCertificateMismatch);
        }
        let all = attributes
            .signing_certificate
            .first()
            .into_iter()
            .chain(attributes.signing_certificate_v1.first());
        if all.filter_map(|named| named.issuer_serial.as_ref()).any(|stated| !stated.matches(unit)) {
            return Err(Error::SigningCertificateMismatch);
        }
        check_unit(unit, self.gen_time)?;
        let digest = self.signer_info.digest_algorithm.clone()?.digest(&self.tst_info);
        self.signer_info.verify(unit, &digest)?;
        Ok(unit.clone())
    }
}

/// RFC 3161 §2.3.
fn check_unit(unit: &Certificate, at: Time) -> Result<(), Error> {
    if unit.extended_key_usages() != [oids::KP_TIME_STAMPING] {
        return Err(Error::SignerUnauthorised { what: "id-kp-timeStamping alone" });
    }
    if !unit.extended_key_usage_is_critical() {
        return Err(Error::SignerUnauthorised { what: "extKeyUsage critical" });
    }
    if !unit.signs_data() {
        return Err(Error::SignerUnauthorised { what: "digitalSignature or nonRepudiation" });
    }
    if !unit.is_valid_at(at) {
        return Err(Error::OutsideValidity {
            at,
            not_before: unit.not_before(),
            not_after: unit.not_after(),
        });
    }
    Ok(())
}

fn accuracy(mut fields: Reader<'_>) -> Result<Duration, Error> {
    let seconds = fields.optional(tag::INTEGER)?.map(|n| n.number(WHAT)).transpose()?.unwrap_or(0);
    let thousandths = |field: Option<crate::asn1::read::Tlv<'_>>| -> Result<u64, Error> {
        let number = field.map(|n| n.number(WHAT)).transpose()?.unwrap_or(0);
        if number > 999 { Err(Error::malformed("Accuracy")) } else { Ok(number) }
    };
    let millis = thousandths(fields.optional(tag::context(0))?)?;
    let micros = thousandths(fields.optional(tag::context(1))?)?;
    fields.finish()?;
    Ok(Duration::from_secs(seconds).saturating_add(Duration::from_micros(millis * 1000 + micros)))
}

fn critical(mut list: Reader<'_>) -> Result<Vec<ObjectIdentifier>, Error> {
    let mut found = Vec::new();
    while !list.is_empty() {
        if let (oid, true, _) = extension(&mut list)? {
            found.push(oid);
        }
    }
    Ok(found)
}
