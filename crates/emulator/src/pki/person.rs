//! The signing certificate of a Smart-ID account, with the profile seen on real ones.

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
    let not_before = created - 30 * DAY;
    let mut extensions = vec![
        extension::end_entity(Informative),
        extension::authority_key(&authority.key_identifier),
        extension::information_access(&urls.issuing_certificate(), Some(&urls.ocsp())),
        extension::directory_name(&name(&[Part::CommonName(document_number)])),
        extension::policies(&[
            (POLICY_SMART_ID_QUALIFIED, Some(&urls.practice_statement())),
            (POLICY_QCP_N_QSCD, None),
        ]),
    ];
    extensions.extend(person.date_of_birth.as_deref().map(extension::date_of_birth));
    extensions.extend([
        extension::qualified_statements(&urls.disclosure_statement()),
        extension::crl_distribution_point(&urls.issuing_crl()),
        extension::subject_key(&key_identifier(public_key)),
        extension::key_usage(KeyUsage::NonRepudiation),
    ]);
    authority.issue(&Subject {
        name: subject(person),
        public_key: public_key.to_vec(),
        serial,
        not_before,
        not_after: not_before + 3 * YEAR - 1000,
        extensions,
    })
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
