//! Signature algorithms in the words of their standards, for those who look into what went wrong.

use pki::{PssParameters, SignatureAlgorithm};

/// The name of an algorithm, with what it takes to tell it from others.
pub(crate) fn told(algorithm: &SignatureAlgorithm) -> String {
    match algorithm {
        SignatureAlgorithm::RsaPkcs1(hash) => format!("RSASSA-PKCS1-v1_5 with {}", hash.name()),
        SignatureAlgorithm::RsaPss(parameters) => {
            let PssParameters { hash, mgf_hash, salt_length, .. } = parameters;
            format!(
                "RSASSA-PSS with {}, MGF1 with {}, a salt of {salt_length} bytes",
                hash.name(),
                mgf_hash.name()
            )
        }
        SignatureAlgorithm::Ecdsa(hash) => format!("ECDSA with {}", hash.name()),
        SignatureAlgorithm::PlainEcdsa(hash) => format!("plain ECDSA with {}", hash.name()),
        SignatureAlgorithm::Ed25519 => "Ed25519".to_owned(),
        SignatureAlgorithm::Dsa(hash) => format!("DSA with {}", hash.name()),
    }
}
