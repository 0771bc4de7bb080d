//! The digests of what the signatures of a document cover, each made once and within a budget.

use std::collections::BTreeMap;

use pdf::Signature;
use pki::DigestAlgorithm;
use pki::cms::SignedData;
use pki::tsp::Token;

use crate::document::{Document, is_timestamp};
use crate::error::Error;

/// Different digests that are made: the states of twice as many are kept, so that their beginnings are hashed once.
pub(crate) const MAX_PASSES: usize = 1_000;

/// Bytes hashed behind the holes of all signatures together, a fixed part and a multiple of the document's length. What a
/// signature covers behind its hole is the rest of its own revision, so that those of an honest file come to less than
/// its length for each algorithm.
const BEHIND: u64 = 16 << 20;
const BEHIND_PER_BYTE: u64 = 8;

/// For one signature: a digest for every algorithm it names, or why there is none.
pub(crate) type SignedDigests = Result<Vec<(DigestAlgorithm, Vec<u8>)>, String>;

type Pass = ([u64; 4], DigestAlgorithm);

impl Document {
    /// The digests for all of these. Fields can share a signature and signatures their bytes, so that a short file could
    /// ask for any amount of hashing.
    pub(crate) fn signed_digests(&self, signatures: &[Signature]) -> Result<Vec<SignedDigests>, Error> {
        let asked: Vec<Vec<Pass>> = signatures.iter().map(passes).collect();
        let mut allowed = self.allowed(asked.iter().flatten());
        let on_disk = self.base().len();
        let beginnings = allowed.iter().filter(|(_, made)| made.is_ok());
        let beginnings = beginnings.map(|(&([_, hole, ..], algorithm), _)| (algorithm, hole.min(on_disk)));
        self.prepare_digests(&beginnings.chain([(DigestAlgorithm::Sha256, on_disk)]).collect::<Vec<_>>())?;
        for ((range, algorithm), made) in &mut allowed {
            if let Ok(digest) = made {
                *digest = self.digest(*range, *algorithm)?;
            }
        }
        let made = |pass: &Pass| {
            let digest = allowed.get(pass).cloned().unwrap_or_else(|| Err(String::new()))?;
            Ok((pass.1, digest))
        };
        Ok(asked.iter().map(|passes| passes.iter().map(made).collect()).collect())
    }

    /// The passes, each once, with room for its digest or the reason why it is not made.
    fn allowed<'a>(&self, asked: impl Iterator<Item = &'a Pass>) -> BTreeMap<Pass, Result<Vec<u8>, String>> {
        let limit = self.pdf().len().saturating_mul(BEHIND_PER_BYTE).saturating_add(BEHIND);
        let (mut left, mut count) = (limit, 0);
        let mut allowed = BTreeMap::new();
        for pass in asked {
            let &([.., behind], _) = pass;
            allowed.entry(*pass).or_insert_with(|| {
                if count >= MAX_PASSES {
                    return Err(format!("not hashed: more than {MAX_PASSES} different digests in one file"));
                }
                let rest = left.checked_sub(behind).ok_or_else(|| {
                    format!("not hashed: the signatures cover more than {limit} bytes behind themselves")
                })?;
                (left, count) = (rest, count + 1);
                Ok(Vec::new())
            });
        }
        allowed
    }
}

/// What a signature asks for; nothing where its byte range is none.
fn passes(signature: &Signature) -> Vec<Pass> {
    let Ok(range) = signature.byte_range else { return Vec::new() };
    named(signature).into_iter().map(|algorithm| (range, algorithm)).collect()
}

/// The digest algorithms a signature's CMS names: those of its signers, and of imprints of time-stamps over what is signed.
fn named(signature: &Signature) -> Vec<DigestAlgorithm> {
    let Ok(cms) = &signature.contents else { return Vec::new() };
    let mut named: Vec<DigestAlgorithm> = if is_timestamp(signature) {
        Token::parse(cms).map(|token| token.imprint.algorithm.into_iter().collect()).unwrap_or_default()
    } else {
        let signers = SignedData::parse(cms).map(|cms| cms.signer_infos).unwrap_or_default();
        let content = signers.iter().filter_map(|signer| signer.signed_attributes.as_ref());
        let tokens = content.flat_map(|attributes| &attributes.content_timestamps);
        let imprints = tokens.filter_map(|token| Token::parse(token).ok()?.imprint.algorithm.ok());
        signers.iter().filter_map(|signer| signer.digest_algorithm.clone().ok()).chain(imprints).collect()
    };
    named.sort_unstable();
    named.dedup();
    named
}
