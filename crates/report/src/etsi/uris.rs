//! The URIs that the standards give to what a report says: TS 119 102-2 for results and objects, XML Signature and
//! RFC 9231 for algorithms.

use validation::objects::{DigestAlgorithm, ObjectKind, SignatureAlgorithm};
use validation::report::{Answer, Indication, Level, SubIndication};

pub(crate) const REPORT: &str = "http://uri.etsi.org/19102/v1.4.1#";
pub(crate) const XML_SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
pub(crate) const XADES: &str = "http://uri.etsi.org/01903/v1.3.2#";
pub(crate) const TRUSTED_LIST: &str = "http://uri.etsi.org/02231/v2#";
/// Elements of our own, in the places that the schema leaves open.
pub(crate) const OWN: &str = "urn:pitser:report:1";

/// The schema demands one signature, and the standard has no word for none; this is the one that EU DSS made, so that
/// whoever reads its reports understands ours.
pub(crate) const NO_SIGNATURE: &str = "urn:cef:dss:mainindication:noSignatureFound";

pub(crate) const PROVEN_BY_VALIDATION: &str = "urn:etsi:019102:poetype:validation";
pub(crate) const SIGNED_DATA: &str = "urn:etsi:019102:validationObject:signedData";
pub(crate) const OTHER_OBJECT: &str = "urn:etsi:019102:validationObject:other";

/// The result for a signature.
pub(crate) const fn main_indication(indication: Indication) -> &'static str {
    match indication {
        Indication::TotalPassed => "urn:etsi:019102:mainindication:total-passed",
        Indication::Indeterminate => "urn:etsi:019102:mainindication:indeterminate",
        Indication::TotalFailed => "urn:etsi:019102:mainindication:total-failed",
    }
}

/// The result for a part: a time-stamp.
pub(crate) const fn part_indication(indication: Indication) -> &'static str {
    match indication {
        Indication::TotalPassed => "urn:etsi:019102:mainindication:passed",
        Indication::Indeterminate => "urn:etsi:019102:mainindication:indeterminate",
        Indication::TotalFailed => "urn:etsi:019102:mainindication:failed",
    }
}

/// The result of a constraint; none for one that was not applied.
pub(crate) const fn constraint_indication(answer: Answer) -> Option<&'static str> {
    match answer {
        Answer::Passed => Some(part_indication(Indication::TotalPassed)),
        Answer::Failed => Some(part_indication(Indication::TotalFailed)),
        // The standard knows no answer for what is not as it should be and does not matter.
        Answer::Indeterminate | Answer::Warning | Answer::Information => {
            Some(part_indication(Indication::Indeterminate))
        }
        Answer::NotApplicable | Answer::NotJudged => None,
    }
}

pub(crate) const fn constraint_status(answer: Answer) -> &'static str {
    match constraint_indication(answer) {
        Some(_) => "urn:etsi:019102:constraintStatus:applied",
        None => "urn:etsi:019102:constraintStatus:disabled",
    }
}

pub(crate) fn sub_indication(sub_indication: SubIndication) -> String {
    format!("urn:etsi:019102:subindication:{sub_indication}")
}

/// The process of EN 319 102-1 that fits what the signature carries: §5.3, §5.5 or §5.6.
pub(crate) const fn process(level: Option<Level>) -> &'static str {
    match level {
        None | Some(Level::BB) => "urn:etsi:019102:validationprocess:Basic",
        Some(Level::BT | Level::BLt) => "urn:etsi:019102:validationprocess:LTVM",
        Some(Level::BLta) => "urn:etsi:019102:validationprocess:LTA",
    }
}

pub(crate) const fn object_type(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Certificate => "urn:etsi:019102:validationObject:certificate",
        ObjectKind::Crl => "urn:etsi:019102:validationObject:CRL",
        ObjectKind::Ocsp => "urn:etsi:019102:validationObject:OCSPResponse",
        ObjectKind::Timestamp => "urn:etsi:019102:validationObject:timestamp",
    }
}

pub(crate) const fn digest(algorithm: DigestAlgorithm) -> &'static str {
    match algorithm {
        DigestAlgorithm::Sha1 => "http://www.w3.org/2000/09/xmldsig#sha1",
        DigestAlgorithm::Sha224 => "http://www.w3.org/2001/04/xmldsig-more#sha224",
        DigestAlgorithm::Sha256 => "http://www.w3.org/2001/04/xmlenc#sha256",
        DigestAlgorithm::Sha384 => "http://www.w3.org/2001/04/xmldsig-more#sha384",
        DigestAlgorithm::Sha512 => "http://www.w3.org/2001/04/xmlenc#sha512",
        // RFC 9231 has none for these two: the object identifier, as a URN (RFC 3061).
        DigestAlgorithm::Sha512_224 => "urn:oid:2.16.840.1.101.3.4.2.5",
        DigestAlgorithm::Sha512_256 => "urn:oid:2.16.840.1.101.3.4.2.6",
        DigestAlgorithm::Sha3_224 => "http://www.w3.org/2007/05/xmldsig-more#sha3-224",
        DigestAlgorithm::Sha3_256 => "http://www.w3.org/2007/05/xmldsig-more#sha3-256",
        DigestAlgorithm::Sha3_384 => "http://www.w3.org/2007/05/xmldsig-more#sha3-384",
        DigestAlgorithm::Sha3_512 => "http://www.w3.org/2007/05/xmldsig-more#sha3-512",
    }
}

/// The identifier of a signature algorithm; none where XML Signature has none for it.
pub(crate) fn signature_algorithm(algorithm: SignatureAlgorithm) -> Option<String> {
    use DigestAlgorithm::{
        Sha1, Sha3_224, Sha3_256, Sha3_384, Sha3_512, Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256,
    };
    let digest = match algorithm.digest() {
        Sha1 => "sha1",
        Sha224 => "sha224",
        Sha256 => "sha256",
        Sha384 => "sha384",
        Sha512 => "sha512",
        Sha512_224 | Sha512_256 => return None,
        Sha3_224 => "sha3-224",
        Sha3_256 => "sha3-256",
        Sha3_384 => "sha3-384",
        Sha3_512 => "sha3-512",
    };
    let keccak = digest.starts_with("sha3-");
    match algorithm {
        SignatureAlgorithm::RsaPkcs1(Sha1) => Some("http://www.w3.org/2000/09/xmldsig#rsa-sha1".into()),
        SignatureAlgorithm::RsaPkcs1(_) if keccak => None,
        SignatureAlgorithm::RsaPkcs1(_) => {
            Some(format!("http://www.w3.org/2001/04/xmldsig-more#rsa-{digest}"))
        }
        // The others state the parameters that everybody means (RFC 9231 §2.3.9 and §2.3.10).
        SignatureAlgorithm::RsaPss(one)
            if one.mgf_hash != one.hash || one.salt_length as usize != one.hash.len() =>
        {
            Some("http://www.w3.org/2007/05/xmldsig-more#rsa-pss".into())
        }
        SignatureAlgorithm::RsaPss(_) => {
            Some(format!("http://www.w3.org/2007/05/xmldsig-more#{digest}-rsa-MGF1"))
        }
        SignatureAlgorithm::Ecdsa(_) | SignatureAlgorithm::PlainEcdsa(_) => {
            let year = if keccak { "2021" } else { "2001" };
            Some(format!("http://www.w3.org/{year}/04/xmldsig-more#ecdsa-{digest}"))
        }
        SignatureAlgorithm::Ed25519 => Some("http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519".into()),
        SignatureAlgorithm::Dsa(Sha1) => Some("http://www.w3.org/2000/09/xmldsig#dsa-sha1".into()),
        SignatureAlgorithm::Dsa(Sha256) => Some("http://www.w3.org/2009/xmldsig11#dsa-sha256".into()),
        SignatureAlgorithm::Dsa(_) => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_digest_has_an_identifier_of_its_own() {
        let all: std::collections::BTreeSet<_> = DigestAlgorithm::ALL.map(digest).into_iter().collect();
        assert_eq!(all.len(), DigestAlgorithm::ALL.len());
        for algorithm in DigestAlgorithm::ALL {
            let uri = digest(algorithm);
            let oid = uri.strip_prefix("urn:oid:");
            assert!(oid.is_none_or(|oid| oid == algorithm.oid().to_string()), "{uri}");
        }
    }

    #[test]
    fn what_xml_signature_has_no_identifier_for_gets_none() {
        use DigestAlgorithm::{Sha3_224, Sha224, Sha512_256};
        let of = |algorithm| signature_algorithm(algorithm);
        assert_eq!(
            of(SignatureAlgorithm::Ecdsa(Sha224)).unwrap(),
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha224"
        );
        assert_eq!(
            of(SignatureAlgorithm::Ecdsa(Sha3_224)).unwrap(),
            "http://www.w3.org/2021/04/xmldsig-more#ecdsa-sha3-224"
        );
        assert_eq!(of(SignatureAlgorithm::RsaPkcs1(Sha512_256)), None);
        assert_eq!(of(SignatureAlgorithm::Dsa(Sha224)), None);
    }
}
