//! The certificates of people, with the profiles seen on real ones: the signing certificate of a Smart-ID account, and the
//! two on a SIM card.

use const_oid::ObjectIdentifier;

use super::authority::{Authority, Part, Subject, key_identifier, name};
use super::extension::{self, Criticality::Informative, KeyUsage};
use super::hierarchy::{DAY, YEAR};
use super::oids::*;
use crate::urls::Urls;

/// Who an account belongs to.
#[derive(Clone, Debug)]
pub struct Person {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// In capitals, as on the certificate.
    pub surname: String,
    /// In capitals, as on the certificate.
    pub given_name: String,
    /// ETSI EN 319 412-1 semantics identifier, for example `PNOEE-40504040001`.
    pub identifier: String,
    /// YYYYMMDD, where known.
    pub date_of_birth: Option<String>,
}

impl Person {
    /// One of the documented people, who have the surname of tests; their country stands in the identifier.
    pub fn documented(given_name: &str, identifier: &str) -> Self {
        Self {
            country: identifier[3..5].to_owned(),
            surname: "TESTNUMBER".to_owned(),
            given_name: given_name.to_owned(),
            identifier: identifier.to_owned(),
            date_of_birth: None,
        }
    }
}

/// Issues the signing certificate of `document_number`, valid for three years from 30 days before `created`.
pub fn certificate(
    authority: &Authority,
    urls: &Urls,
    person: &Person,
    document_number: &str,
    public_key: &[u8],
    serial: [u8; 16],
    created: i64,
) -> Vec<u8> {
    let account = Account { authority, urls, person, document_number, public_key, serial, created };
    let statements = extension::qualified_statements(&urls.disclosure_statement());
    account.issue(POLICY_QCP_N_QSCD, None, Some(statements), KeyUsage::NonRepudiation)
}

/// Issues the authentication certificate of `document_number`, for the same time.
pub fn authentication_certificate(
    authority: &Authority,
    urls: &Urls,
    person: &Person,
    document_number: &str,
    public_key: &[u8],
    serial: [u8; 16],
    created: i64,
) -> Vec<u8> {
    let account = Account { authority, urls, person, document_number, public_key, serial, created };
    let purpose = extension::extended_key_usage(EKU_SMART_ID, Informative);
    account.issue(POLICY_NCP_PLUS, Some(purpose), None, KeyUsage::DigitalSignature)
}

/// What both certificates of an account have in common.
struct Account<'a> {
    authority: &'a Authority,
    urls: &'a Urls,
    person: &'a Person,
    document_number: &'a str,
    public_key: &'a [u8],
    serial: [u8; 16],
    created: i64,
}

impl Account<'_> {
    fn issue(
        &self,
        quality: ObjectIdentifier,
        purpose: Option<Vec<u8>>,
        statements: Option<Vec<u8>>,
        usage: KeyUsage,
    ) -> Vec<u8> {
        let (authority, urls) = (self.authority, self.urls);
        let not_before = self.created - 30 * DAY;
        let mut extensions = vec![
            extension::end_entity(Informative),
            extension::authority_key(&authority.key_identifier),
            extension::information_access(&urls.issuing_certificate(), Some(&urls.ocsp())),
            extension::directory_name(&name(&[Part::CommonName(self.document_number)])),
            extension::policies(&[
                (POLICY_SMART_ID_QUALIFIED, Some(&urls.practice_statement())),
                (quality, None),
            ]),
        ];
        extensions.extend(purpose);
        extensions.extend(self.person.date_of_birth.as_deref().map(extension::date_of_birth));
        extensions.extend(statements);
        extensions.extend([
            extension::crl_distribution_point(&urls.issuing_crl()),
            extension::subject_key(&key_identifier(self.public_key)),
            extension::key_usage(usage),
        ]);
        authority.issue(&Subject {
            name: subject(self.person),
            public_key: self.public_key.to_vec(),
            serial: self.serial,
            not_before,
            not_after: not_before + 3 * YEAR - 1000,
            extensions,
        })
    }
}

/// What stands in a certificate on a SIM card.
pub struct CardCertificate<'a> {
    pub person: &'a Person,
    /// The personal code alone as `serialNumber`.
    pub bare_code: bool,
    /// For signing, else for authentication.
    pub signs: bool,
    /// DER `SubjectPublicKeyInfo`.
    pub public_key: &'a [u8],
    pub serial: [u8; 16],
    pub created: i64,
}

/// Issues a certificate on a SIM card, valid for five years from 30 days before the beginning.
pub fn card_certificate(authority: &Authority, urls: &Urls, card: &CardCertificate<'_>) -> Vec<u8> {
    let not_before = card.created - 30 * DAY;
    let statement = urls.practice_statement();
    let disclosure = urls.disclosure_statement();
    let quality = if card.signs { POLICY_QCP_N_QSCD } else { POLICY_NCP_PLUS };
    let usage = if card.signs { KeyUsage::NonRepudiation } else { KeyUsage::DigitalSignatureAndKeyAgreement };
    let extensions = vec![
        extension::end_entity(Informative),
        extension::authority_key(&authority.key_identifier),
        extension::information_access(&urls.issuing_certificate(), Some(&urls.ocsp())),
        extension::policies(&[(POLICY_MOBILE_ID, Some(&statement)), (quality, None)]),
        match card.signs {
            true => extension::qualified_statements(&disclosure),
            false => extension::disclosure_statement(&disclosure),
        },
        extension::crl_distribution_point(&urls.issuing_crl()),
        extension::subject_key(&key_identifier(card.public_key)),
        extension::key_usage(usage),
    ];
    authority.issue(&Subject {
        name: card_holder(card),
        public_key: card.public_key.to_vec(),
        serial: card.serial,
        not_before,
        not_after: not_before + 5 * YEAR - 1000,
        extensions,
    })
}

/// What stands in a certificate of a key that a remote signing service keeps.
pub struct CloudCertificate<'a> {
    pub person: &'a Person,
    /// DER `SubjectPublicKeyInfo`.
    pub public_key: &'a [u8],
    pub serial: [u8; 16],
    pub created: i64,
}

/// Issues such a certificate, valid for two years from 30 days before the beginning.
pub fn cloud_certificate(authority: &Authority, urls: &Urls, cloud: &CloudCertificate<'_>) -> Vec<u8> {
    let not_before = cloud.created - 30 * DAY;
    authority.issue(&Subject {
        name: subject(cloud.person),
        public_key: cloud.public_key.to_vec(),
        serial: cloud.serial,
        not_before,
        not_after: not_before + 2 * YEAR - 1000,
        extensions: vec![
            extension::end_entity(Informative),
            extension::authority_key(&authority.key_identifier),
            extension::information_access(&urls.issuing_certificate(), Some(&urls.ocsp())),
            extension::policies(&[(POLICY_QCP_N_QSCD, Some(&urls.practice_statement()))]),
            extension::qualified_statements(&urls.disclosure_statement()),
            extension::crl_distribution_point(&urls.issuing_crl()),
            extension::subject_key(&key_identifier(cloud.public_key)),
            extension::key_usage(KeyUsage::NonRepudiation),
        ],
    })
}

fn card_holder(card: &CardCertificate<'_>) -> Vec<u8> {
    let Person { country, surname, given_name, identifier, .. } = card.person;
    let code = identifier.split_once('-').map_or(identifier.as_str(), |(_, code)| code);
    let number = if card.bare_code { code } else { identifier.as_str() };
    name(&[
        Part::Country(country),
        Part::Organization("ESTEID (MOBIIL-ID)"),
        Part::OrganizationalUnit(if card.signs { "digital signature" } else { "authentication" }),
        Part::CommonName(&format!("{surname},{given_name},{number}")),
        Part::Surname(surname),
        Part::GivenName(given_name),
        Part::SerialNumber(number),
    ])
}

/// `C, CN="SURNAME,GIVEN", SN, GN, serialNumber`; the comma stands inside one value.
fn subject(person: &Person) -> Vec<u8> {
    name(&[
        Part::Country(&person.country),
        Part::CommonName(&format!("{},{}", person.surname, person.given_name)),
        Part::Surname(&person.surname),
        Part::GivenName(&person.given_name),
        Part::SerialNumber(&person.identifier),
    ])
}
