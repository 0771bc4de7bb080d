//! CMS signatures by themselves: facts about one, as of a document that consists of it, and what it says of its own.

use std::collections::BTreeSet;
use std::path::Path;

use ades::{DocumentFacts, EvidenceCount, Facts, Later, SignatureFacts, SignatureKind};
use pki::cms::{SignedData, SignerInfo};
use pki::tsp::Token;
use pki::{Certificate, DigestAlgorithm, Evidence};

/// What is signed, as far as it is known.
#[derive(Clone)]
pub enum Content {
    Bytes(Vec<u8>),
    Digests(Vec<(DigestAlgorithm, Vec<u8>)>),
    Unknown,
}

impl Content {
    pub fn digest(&self, algorithm: DigestAlgorithm) -> Option<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Some(algorithm.digest(bytes)),
            Self::Digests(all) => {
                all.iter().find(|(one, _)| *one == algorithm).map(|(_, digest)| digest.clone())
            }
            Self::Unknown => None,
        }
    }
}

/// A file with CMS. Some of pyHanko's hold the content of a ContentInfo alone, under its own tag.
pub fn read(path: &Path) -> Vec<u8> {
    const SIGNED_DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
    let bytes = std::fs::read(path).unwrap();
    if bytes.first() != Some(&0xa0) {
        return bytes;
    }
    let length = u32::try_from(SIGNED_DATA.len() + bytes.len()).unwrap().to_be_bytes();
    [&[0x30, 0x84], length.as_slice(), SIGNED_DATA, &bytes].concat()
}

/// A document that consists of this signature: nothing stands beside it and nothing came later.
pub fn facts(cms: &[u8], data: &SignedData, content: &Content) -> Facts {
    let signers = data.signer_infos.iter();
    let attributes = signers.clone().filter_map(|signer| signer.signed_attributes.as_ref());
    let tokens = attributes.flat_map(|attributes| &attributes.content_timestamps);
    let imprints = tokens.filter_map(|token| Token::parse(token).ok()?.imprint.algorithm.ok());
    let algorithms: BTreeSet<DigestAlgorithm> =
        signers.filter_map(|signer| signer.digest_algorithm.clone().ok()).chain(imprints).collect();
    let digests = algorithms.into_iter().map(|algorithm| Some((algorithm, content.digest(algorithm)?)));
    let signature = SignatureFacts {
        field: String::new(),
        kind: SignatureKind::Signature,
        filter: Some("Adobe.PPKLite".into()),
        sub_filter: Some("ETSI.CAdES.detached".into()),
        type_name: None,
        byte_range: Ok([0, 1, 1, 1]),
        hole_matches: true,
        hole_is_own: true,
        altered_later: false,
        contents: Ok(cms.to_vec()),
        claimed_time_raw: None,
        claimed_time: None,
        reason: None,
        location: None,
        name: None,
        has_cert_entry: false,
        digests: digests.collect::<Option<Vec<_>>>().ok_or_else(|| "what is signed is not at hand".into()),
        archived: EvidenceCount::default(),
        covers_whole_file: true,
        restrictions: pdf::Restrictions::default(),
        later: Later::Nothing,
        looks: None,
    };
    Facts {
        document: DocumentFacts {
            sha256: String::new(),
            size: 2,
            revisions: 1,
            unaccounted_bytes: 0,
            unaccounted_content: false,
            encrypted: false,
            repaired: None,
            damage: None,
            cut_off: false,
        },
        signatures: vec![signature],
        embedded: Evidence::default(),
        unreadable_certificates: 0,
        active: None,
    }
}

/// The certificate that the signer identifier names.
pub fn signer<'a>(data: &'a SignedData, info: &SignerInfo) -> Option<&'a Certificate> {
    data.certificates.iter().find(|one| info.matches(one))
}

/// Whether the value is over the attributes, or, where there are none, over the content.
pub fn is_value_right(info: &SignerInfo, certificate: &Certificate, content: &Content) -> bool {
    let Ok(algorithm) = &info.signature_algorithm else { return false };
    match &info.signed_attributes {
        Some(attributes) => certificate.verify_message(algorithm, &attributes.der, &info.signature).is_ok(),
        None => {
            let digest = info.digest_algorithm.clone().ok().and_then(|one| content.digest(one));
            digest
                .is_some_and(|digest| certificate.verify_digest(algorithm, &digest, &info.signature).is_ok())
        }
    }
}

/// Whether the content has the digest that was signed; `None` where it is not known.
pub fn is_content_right(info: &SignerInfo, content: &Content) -> Option<bool> {
    let digest = content.digest(info.digest_algorithm.clone().ok()?)?;
    match &info.signed_attributes {
        Some(attributes) => Some(attributes.message_digest.as_ref() == Some(&digest)),
        None => Some(true),
    }
}
