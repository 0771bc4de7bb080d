//! Root (P-521) → EID-Q (P-384) → people and OCSP responder; root → TSA CA (P-384) → time-stamping unit (P-256).

use sha2::{Digest, Sha256};

use super::authority::{Authority, AuthorityKey, Part, Subject, key_identifier, name, public_key};
use super::extension::{self, Criticality::Critical, Criticality::Informative, KeyUsage};
use super::oids::*;
use crate::keys::Keys;
use crate::urls::Urls;

/// One day, in milliseconds.
pub const DAY: i64 = 86_400_000;
/// 365 days, in milliseconds.
pub const YEAR: i64 = 365 * DAY;

/// Every certificate that is not a person's.
pub struct Hierarchy {
    pub root: Authority,
    pub issuing: Authority,
    pub tsa_authority: Authority,
    /// The OCSP responder: DER name and certificate.
    pub ocsp: Issued,
    /// The time-stamping unit: DER name and certificate.
    pub tsa_unit: Issued,
}

/// The public half of somebody who signs answers.
pub struct Issued {
    /// DER `Name`.
    pub name: Vec<u8>,
    /// DER certificate.
    pub certificate: Vec<u8>,
    pub serial: [u8; 16],
}

impl Hierarchy {
    /// Issues everything for an installation made at `created` (milliseconds since the Unix epoch). The same keys,
    /// addresses and moment give the same certificates.
    pub fn issue(keys: &Keys, urls: &Urls, created: i64) -> Self {
        let root = root(AuthorityKey::P521(keys.root.clone()), created);
        let issuing = issuing(&root, AuthorityKey::P384(keys.issuing.clone()), urls, created);
        let tsa_authority =
            tsa_authority(&root, AuthorityKey::P384(keys.tsa_authority.clone()), urls, created);
        let ocsp = ocsp(&issuing, &public_key(&keys.ocsp.to_public_key()), urls, created);
        let tsa_unit = tsa_unit(&tsa_authority, &public_key(keys.tsa_unit.verifying_key()), urls, created);
        Self { root, issuing, tsa_authority, ocsp, tsa_unit }
    }
}

fn root(key: AuthorityKey, created: i64) -> Authority {
    let public_key = key.public_key();
    let identifier = key_identifier(&public_key);
    // Two installations never share the name of their root, whatever trust store both may land in
    let common_name = format!("TEST of PITSER EMULATOR ROOT {}", hex::encode_upper(&identifier[..4]));
    let subject = Subject {
        name: authority_name(&common_name),
        serial: serial("root", &[&public_key]),
        not_before: created - 2 * YEAR,
        not_after: created + 18 * YEAR,
        extensions: vec![
            extension::certificate_authority(None),
            extension::key_usage(KeyUsage::CertificatesAndCrls),
            extension::subject_key(&identifier),
            extension::authority_key(&identifier),
        ],
        public_key,
    };
    Authority::self_signed(key, subject)
}

fn issuing(root: &Authority, key: AuthorityKey, urls: &Urls, created: i64) -> Authority {
    intermediate(root, key, "TEST of PITSER EMULATOR EID-Q", urls, created)
}

fn tsa_authority(root: &Authority, key: AuthorityKey, urls: &Urls, created: i64) -> Authority {
    intermediate(root, key, "TEST of PITSER EMULATOR TSA CA", urls, created)
}

fn intermediate(
    root: &Authority,
    key: AuthorityKey,
    common_name: &str,
    urls: &Urls,
    created: i64,
) -> Authority {
    let public_key = key.public_key();
    let subject = Subject {
        name: authority_name(common_name),
        serial: serial(common_name, &[&public_key, urls.support.as_bytes()]),
        not_before: created - YEAR,
        not_after: created + 14 * YEAR,
        extensions: vec![
            extension::certificate_authority(Some(0)),
            extension::authority_key(&root.key_identifier),
            extension::information_access(&urls.root_certificate(), None),
            extension::policies(&[(ANY_POLICY, None)]),
            extension::crl_distribution_point(&urls.root_crl()),
            extension::subject_key(&key_identifier(&public_key)),
            extension::key_usage(KeyUsage::CertificatesAndCrls),
        ],
        public_key,
    };
    root.subordinate(key, subject)
}

fn ocsp(issuing: &Authority, public_key: &[u8], urls: &Urls, created: i64) -> Issued {
    let common_name = "TEST of PITSER EMULATOR EID-Q OCSP RESPONDER";
    let extensions = vec![
        extension::end_entity(Critical),
        extension::authority_key(&issuing.key_identifier),
        extension::information_access(&urls.issuing_certificate(), None),
        extension::ocsp_nocheck(),
        extension::extended_key_usage(EKU_OCSP_SIGNING, Informative),
        extension::subject_key(&key_identifier(public_key)),
        extension::key_usage(KeyUsage::DigitalSignature),
    ];
    issued(issuing, common_name, public_key, urls, created, extensions)
}

fn tsa_unit(authority: &Authority, public_key: &[u8], urls: &Urls, created: i64) -> Issued {
    let common_name = "TEST of PITSER EMULATOR TIMESTAMPING UNIT";
    let extensions = vec![
        extension::end_entity(Critical),
        extension::authority_key(&authority.key_identifier),
        extension::information_access(&urls.tsa_authority_certificate(), None),
        extension::policies(&[(POLICY_TSA, None)]),
        extension::crl_distribution_point(&urls.tsa_authority_crl()),
        extension::subject_key(&key_identifier(public_key)),
        extension::key_usage(KeyUsage::DigitalSignature),
        extension::extended_key_usage(EKU_TIME_STAMPING, Critical),
    ];
    issued(authority, common_name, public_key, urls, created, extensions)
}

fn issued(
    authority: &Authority,
    common_name: &str,
    public_key: &[u8],
    urls: &Urls,
    created: i64,
    extensions: Vec<Vec<u8>>,
) -> Issued {
    let name = authority_name(common_name);
    let serial = serial(common_name, &[public_key, urls.support.as_bytes()]);
    let certificate = authority.issue(&Subject {
        name: name.clone(),
        public_key: public_key.to_vec(),
        serial,
        not_before: created - 60 * DAY,
        not_after: created + 5 * YEAR,
        extensions,
    });
    Issued { name, certificate, serial }
}

fn authority_name(common_name: &str) -> Vec<u8> {
    name(&[
        Part::CommonName(common_name),
        Part::OrganizationIdentifier("NTREE-00000000"),
        Part::Organization("PITSER EMULATOR"),
        Part::Country("EE"),
    ])
}

/// A positive serial number of 16 octets that depends on all that the certificate depends on.
pub fn serial(purpose: &str, depends_on: &[&[u8]]) -> [u8; 16] {
    let mut hash = Sha256::new().chain_update(purpose);
    for part in depends_on {
        hash.update([0]);
        hash.update(part);
    }
    let mut serial = [0; 16];
    serial.copy_from_slice(&hash.finalize()[..16]);
    serial[0] = serial[0] & 0x7f | 0x40;
    serial
}
