//! Certificate and CRL extensions, RFC 5280 §4.2.

use const_oid::ObjectIdentifier;

use super::oids::*;
use crate::asn1::{context, context_primitive, generalized_time, ia5, integer, null, octets, oid, printable};
use crate::asn1::{sequence, set_of, tagged, truth};

/// Whether a reader that does not know an extension must refuse the certificate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Criticality {
    Critical,
    Informative,
}
use Criticality::{Critical, Informative};

/// `Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue }`
pub fn extension(id: ObjectIdentifier, criticality: Criticality, value: &[u8]) -> Vec<u8> {
    match criticality {
        Critical => sequence(&[oid(id), truth(), octets(value)]),
        Informative => sequence(&[oid(id), octets(value)]),
    }
}

pub fn certificate_authority(path_length: Option<u8>) -> Vec<u8> {
    let mut fields = vec![truth()];
    fields.extend(path_length.map(|length| integer(&[length])));
    extension(BASIC_CONSTRAINTS, Critical, &sequence(&fields))
}

pub fn end_entity(criticality: Criticality) -> Vec<u8> {
    extension(BASIC_CONSTRAINTS, criticality, &sequence(&[]))
}

pub fn subject_key(identifier: &[u8; 20]) -> Vec<u8> {
    extension(SUBJECT_KEY_IDENTIFIER, Informative, &octets(identifier))
}

pub fn authority_key(identifier: &[u8; 20]) -> Vec<u8> {
    extension(AUTHORITY_KEY_IDENTIFIER, Informative, &sequence(&[context_primitive(0, identifier)]))
}

/// Named bits of `KeyUsage`, as the content of their BIT STRING.
pub enum KeyUsage {
    DigitalSignature,
    DigitalSignatureAndKeyAgreement,
    NonRepudiation,
    CertificatesAndCrls,
}

pub fn key_usage(usage: KeyUsage) -> Vec<u8> {
    let content = match usage {
        KeyUsage::DigitalSignature => [7, 0x80],
        KeyUsage::DigitalSignatureAndKeyAgreement => [3, 0x88],
        KeyUsage::NonRepudiation => [6, 0x40],
        KeyUsage::CertificatesAndCrls => [1, 0x06],
    };
    extension(KEY_USAGE, Critical, &tagged(0x03, &content))
}

pub fn extended_key_usage(purpose: ObjectIdentifier, criticality: Criticality) -> Vec<u8> {
    extension(EXTENDED_KEY_USAGE, criticality, &sequence(&[oid(purpose)]))
}

pub fn information_access(issuer_url: &str, ocsp_url: Option<&str>) -> Vec<u8> {
    let describe = |method, url: &str| sequence(&[oid(method), uri(url)]);
    let mut descriptions = vec![describe(AD_CA_ISSUERS, issuer_url)];
    descriptions.extend(ocsp_url.map(|url| describe(AD_OCSP, url)));
    extension(AUTHORITY_INFORMATION_ACCESS, Informative, &sequence(&descriptions))
}

pub fn crl_distribution_point(url: &str) -> Vec<u8> {
    let full_name = context(0, &uri(url));
    let point = sequence(&[context(0, &full_name)]);
    extension(CRL_DISTRIBUTION_POINTS, Informative, &sequence(&[point]))
}

pub fn ocsp_nocheck() -> Vec<u8> {
    extension(OCSP_NOCHECK, Informative, &null())
}

/// Policies, each with the address of its practice statement if it has one.
pub fn policies(policies: &[(ObjectIdentifier, Option<&str>)]) -> Vec<u8> {
    let information = |(policy, statement): &(ObjectIdentifier, Option<&str>)| {
        let mut fields = vec![oid(*policy)];
        fields.extend(statement.map(|url| sequence(&[sequence(&[oid(QUALIFIER_CPS), ia5(url)])])));
        sequence(&fields)
    };
    let all: Vec<_> = policies.iter().map(information).collect();
    extension(CERTIFICATE_POLICIES, Informative, &sequence(&all))
}

/// The subject's other name as a directory name; Smart-ID puts the document number there.
pub fn directory_name(name: &[u8]) -> Vec<u8> {
    extension(SUBJECT_ALT_NAME, Informative, &sequence(&[context(4, name)]))
}

/// `digits`: the day of birth as YYYYMMDD; noon is written, as on real certificates.
pub fn date_of_birth(digits: &str) -> Vec<u8> {
    let value = tagged(0x18, format!("{digits}120000Z").as_bytes());
    let attribute = sequence(&[oid(DATE_OF_BIRTH), set_of(&[value])]);
    extension(SUBJECT_DIRECTORY_ATTRIBUTES, Informative, &sequence(&[attribute]))
}

/// The one statement of an authentication certificate: where the conditions are.
pub fn disclosure_statement(url: &str) -> Vec<u8> {
    let disclosure = sequence(&[sequence(&[ia5(url), printable("en")])]);
    extension(QC_STATEMENTS, Informative, &sequence(&[sequence(&[oid(QC_PDS), disclosure])]))
}

/// The statements of a qualified signing certificate, ETSI EN 319 412-5.
pub fn qualified_statements(disclosure_url: &str) -> Vec<u8> {
    let disclosure = sequence(&[sequence(&[ia5(disclosure_url), printable("en")])]);
    let statements = sequence(&[
        sequence(&[oid(QC_SYNTAX_V2), sequence(&[oid(SEMANTICS_NATURAL)])]),
        sequence(&[oid(QC_COMPLIANCE)]),
        sequence(&[oid(QC_SSCD)]),
        sequence(&[oid(QC_TYPE), sequence(&[oid(QC_TYPE_ESIGN)])]),
        sequence(&[oid(QC_PDS), disclosure]),
    ]);
    extension(QC_STATEMENTS, Informative, &statements)
}

pub fn crl_number(number: u64) -> Vec<u8> {
    extension(CRL_NUMBER, Informative, &integer(&number.to_be_bytes()))
}

pub fn archive_cutoff(millis: i64) -> Vec<u8> {
    extension(OCSP_ARCHIVE_CUTOFF, Informative, &generalized_time(millis))
}

fn uri(url: &str) -> Vec<u8> {
    context_primitive(6, url.as_bytes())
}
