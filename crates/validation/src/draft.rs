//! A signature as it is read into the case, before anything is decided about it.

use ades::{Facts, SignatureFacts, SignatureKind};
use pki::cms::SignerInfo;
use pki::{Certificate, Time};

use crate::archive::Archive;
use crate::assessment::Assessment;
use crate::case::Builder;
use crate::cause::Cause;
use crate::checks::Checks;
use crate::contents::Held;
use crate::cryptographic;
use crate::format::{self, Formed};
use crate::standard::{Case, Named, Object, Signature, SignaturePolicy, Signing, StampKind};
use crate::timestamp::{self, Read};

/// Time-stamps over its content that are read of one signature. None or one is usual.
const CONTENT: usize = 8;

/// A signature that was read: the rows so far, and its place in the case.
pub(crate) struct Draft {
    pub checks: Checks,
    pub parts: Option<Parts>,
}

/// What there is of a signature whose structure holds.
pub(crate) struct Parts {
    pub formed: Formed,
    pub certificate: Option<Certificate>,
    /// Its place in the case.
    pub index: usize,
    /// Its own time-stamps.
    pub tokens: Vec<Result<Read, Cause>>,
    /// Time-stamps over what was signed, made before it was.
    pub content: Vec<Result<Read, Cause>>,
}

impl Draft {
    /// Reads format, signing certificate, digest, value and time-stamps.
    pub fn read(
        assessment: &Assessment<'_>,
        builder: &mut Builder<'_, '_>,
        facts: &Facts,
        signature: &SignatureFacts,
        held: &Held,
    ) -> Self {
        let mut checks = Checks::default();
        format::file_structure(&mut checks, &facts.document);
        let formed = format::check(&mut checks, signature, held, &facts.document);
        let parts = formed.map(|formed| Parts::read(assessment, builder, &mut checks, signature, formed));
        Self { checks, parts }
    }
}

impl Parts {
    fn read(
        assessment: &Assessment<'_>,
        builder: &mut Builder<'_, '_>,
        checks: &mut Checks,
        signature: &SignatureFacts,
        formed: Formed,
    ) -> Self {
        let signer = &formed.signer;
        let absent = assessment.policy.signature.signing_certificate;
        let identified = cryptographic::signing_certificate(checks, &formed.cms, signer, absent);
        let (certificate, named) = identified.unzip();
        let found = cryptographic::check(checks, signature, signer, certificate.as_ref());
        let tokens: Vec<_> = signer
            .signature_timestamps
            .iter()
            .map(|token| {
                timestamp::read(assessment, builder, StampKind::Signature, token, |algorithm| {
                    Some(algorithm.digest(&signer.signature))
                })
            })
            .collect();
        let content =
            signer.signed_attributes.iter().flat_map(|attributes| &attributes.content_timestamps).enumerate();
        let content: Vec<_> = content
            .take(CONTENT + 1)
            .map(|(place, token)| match place {
                CONTENT => Err(Cause::TooLarge { part: "content-time-stamp".into() }),
                _ => timestamp::read(assessment, builder, StampKind::Content, token, |algorithm| {
                    signature.digest(algorithm).map(<[u8]>::to_vec)
                }),
            })
            .collect();
        // A path is looked for as of the moment when it was first said to exist; whether that was so is decided later.
        let said = tokens.iter().flatten().map(|read| read.time).min().unwrap_or(assessment.at);
        let said = said.min(assessment.at);
        let pool = assessment.pool(&formed.cms.certificates);
        let signing = match &certificate {
            Some(certificate) => {
                let used = signer.signature_algorithm.as_ref().ok();
                let signing = builder.signing(certificate, &pool, said, used, found.intact);
                let named = named.unwrap_or(Named::Other);
                Signing { unverified: found.unverified, named, ..signing }
            }
            None => Signing {
                algorithm: None,
                intact: false,
                unverified: None,
                chain: Vec::new(),
                chain_fault: None,
                named: Named::Other,
            },
        };
        builder.case.signatures.push(Signature {
            malformed: None,
            claimed_time: signature.claimed_time,
            references: vec![found.reference],
            bound: signer.signed_attributes.as_ref().is_some_and(|one| one.message_digest.is_some()),
            policy: policy(signer),
            signing,
            stamps: tokens.iter().chain(&content).flatten().map(|read| read.stamp).collect(),
            records: Vec::new(),
        });
        let index = builder.case.signatures.len() - 1;
        Self { formed, certificate, index, tokens, content }
    }
}

/// What is known of the policy that a signature names: never more than its name.
fn policy(signer: &SignerInfo) -> SignaturePolicy {
    use pki::cms::SignaturePolicy as Named;
    let attributes = signer.signed_attributes.as_ref();
    match attributes.and_then(|attributes| attributes.signature_policy.as_ref()) {
        None | Some(Named::Implied) => SignaturePolicy::None,
        Some(Named::Named(_)) => SignaturePolicy::Missing,
        Some(Named::Unreadable) => SignaturePolicy::Different,
    }
}

/// Proofs of existence by document time-stamps that are kept for one document. A document of five hundred signatures that was
/// renewed each year for thirty years needs fifty thousand.
const COVERED: usize = 1 << 20;

/// What each time-stamp proves to have existed: its signature, and a document time-stamp everything before its end.
pub(crate) fn cover(
    builder: &mut Builder<'_, '_>,
    facts: &Facts,
    archive: &Archive<'_>,
    drafts: &[Option<Draft>],
) {
    let parts = || drafts.iter().map(|draft| draft.as_ref()?.parts.as_ref());
    let whole = |builder: &Builder<'_, '_>, parts: &Parts| {
        let signer = builder.case.signatures.get(parts.index).and_then(|one| one.signing.chain.first());
        let signer = signer.map(|index| Object::Certificate(*index));
        let content = parts.content.iter().flatten().map(|read| Object::Stamp(read.stamp));
        std::iter::once(Object::Signature(parts.index)).chain(signer).chain(content).collect::<Vec<_>>()
    };
    for parts in parts().flatten() {
        let covers = whole(builder, parts);
        for read in parts.tokens.iter().flatten() {
            if let Some(stamp) = builder.case.stamps.get_mut(read.stamp) {
                stamp.covers.clone_from(&covers);
            }
        }
    }
    let placed: Vec<(&SignatureFacts, usize)> = archive.placed().collect();
    let mut left = COVERED;
    for (stamp, place) in placed.iter().rev() {
        let before = |other: &SignatureFacts| other.end().is_some() && other.end() < stamp.end();
        let mut covers = builder.archived(stamp.archived);
        for (signature, parts) in facts.signatures.iter().zip(parts()) {
            if let Some(parts) = parts.filter(|_| before(signature)) {
                covers.extend(whole(builder, parts));
                covers.extend(parts.tokens.iter().flatten().map(|read| Object::Stamp(read.stamp)));
            }
        }
        let earlier = placed
            .iter()
            .filter(|(other, _)| before(other) && other.kind == SignatureKind::DocumentTimestamp);
        covers.extend(earlier.map(|(_, place)| Object::Stamp(*place)));
        // What a token carries is covered with it.
        let carried: Vec<Object> = covers
            .iter()
            .filter_map(|object| match object {
                Object::Stamp(index) => builder.case.stamps.get(*index),
                _ => None,
            })
            .filter_map(|stamp| stamp.signing.chain.first().map(|index| Object::Certificate(*index)))
            .collect();
        covers.extend(carried);
        // The newest cover the most, and come first.
        left = left.saturating_sub(covers.len());
        if left == 0 {
            return;
        }
        let newest = newest(&builder.case, &covers);
        if let Some(stamp) = builder.case.stamps.get_mut(*place) {
            (stamp.covers, stamp.newest) = (covers, newest);
        }
    }
}

/// When the newest of these that are revocation data was signed.
fn newest(case: &Case, covers: &[Object]) -> Option<Time> {
    let data = covers.iter().filter_map(|object| match object {
        Object::Revocation(index) => case.revocations.get(*index),
        _ => None,
    });
    data.filter(|one| one.signing.intact).map(|one| one.produced_at).max()
}
