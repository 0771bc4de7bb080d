use std::collections::HashSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::Digest as _;

use crate::certificate::Certificate;

/// What a verdict is computed from beside the document: certificates, OCSP answers, CRLs. Nothing in it is trusted by being here.
///
/// Serialised with every item as base64 of its DER, so that a verdict can be computed again years later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Certificates, of signers, authorities, responders and time-stamp units alike.
    pub certificates: Vec<Certificate>,
    /// Whole OCSPResponse structures in DER (not BasicOCSPResponse).
    #[serde(with = "base64_list")]
    pub ocsp: Vec<Vec<u8>>,
    /// CertificateList structures in DER.
    #[serde(with = "base64_list")]
    pub crls: Vec<Vec<u8>>,
}

impl Evidence {
    /// Evidence from its parts; what occurs twice is kept once, first occurrences in order.
    pub fn from_parts(certificates: Vec<Certificate>, ocsp: Vec<Vec<u8>>, crls: Vec<Vec<u8>>) -> Self {
        let mut evidence = Evidence::default();
        evidence.merge(Evidence { certificates, ocsp, crls });
        evidence
    }

    /// Adds what is not yet here.
    pub fn merge(&mut self, other: Evidence) {
        add(&mut self.certificates, other.certificates, |certificate| certificate.fingerprint());
        add(&mut self.ocsp, other.ocsp, |der| sha2::Sha256::digest(der).into());
        add(&mut self.crls, other.crls, |der| sha2::Sha256::digest(der).into());
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty() && self.ocsp.is_empty() && self.crls.is_empty()
    }
}

fn add<T>(here: &mut Vec<T>, more: Vec<T>, key: impl Fn(&T) -> [u8; 32]) {
    if more.is_empty() {
        return;
    }
    let mut seen: HashSet<[u8; 32]> = here.iter().map(&key).collect();
    here.extend(more.into_iter().filter(|item| seen.insert(key(item))));
}

mod base64_list {
    use super::*;

    pub fn serialize<S: Serializer>(list: &[Vec<u8>], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(list.iter().map(|item| STANDARD.encode(item)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<u8>>, D::Error> {
        let texts = Vec::<String>::deserialize(deserializer)?;
        texts.iter().map(|text| STANDARD.decode(text).map_err(serde::de::Error::custom)).collect()
    }
}
