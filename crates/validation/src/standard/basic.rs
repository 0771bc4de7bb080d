//! The building blocks of a signature, EN 319 102-1 §5.2, and the process for basic signatures, §5.3.

use pki::Time;

use super::decision::Decision;
use super::facts::{Algorithm, Named, Object, Reference, Signature, SignaturePolicy, Signing, StampKind};
use super::finding::Finding;
use crate::cause::Cause;
use crate::policy::{Level, Role};
use crate::report::{Conclusion, SubIndication};

impl Decision<'_> {
    /// The process for basic signatures as of `at`.
    pub(super) fn basic(&self, index: usize, at: Time) -> Finding {
        let Some(signature) = self.case.signatures.get(index) else {
            return Finding::failed(SubIndication::FormatFailure);
        };
        let blocks = [
            self.format(signature),
            self.identification(signature),
            self.context(signature),
            self.cryptographic(&signature.references, &signature.signing),
        ];
        if let Some(fault) = blocks.into_iter().find(|found| !found.is_passed()) {
            return fault;
        }
        let chain = self.x509(&signature.signing, Role::Signature, at);
        if !chain.is_passed() {
            return self.after_content(signature, chain);
        }
        let acceptance = self.acceptance_of(signature);
        if !acceptance.is_passed() {
            return acceptance;
        }
        let object = Object::Signature(index);
        let strength = self.reliable(object, Role::Signature, &signature.signing, &signature.references, at);
        match strength.is_passed() {
            true => strength,
            false => self.after_content(signature, strength),
        }
    }

    /// Format checking (§5.2.2).
    fn format(&self, signature: &Signature) -> Finding {
        match &signature.malformed {
            None => Finding::passed(),
            Some(fault) => Finding::failed(SubIndication::FormatFailure).because(fault.clone()),
        }
    }

    /// Identification of the signing certificate (§5.2.3).
    fn identification(&self, signature: &Signature) -> Finding {
        let named = signature.signing.named != Named::Other;
        match signature.signing.chain.is_empty() || !named {
            true => Finding::indeterminate(SubIndication::NoSigningCertificateFound),
            false => Finding::passed(),
        }
    }

    /// Validation context initialisation (§5.2.4).
    fn context(&self, signature: &Signature) -> Finding {
        let (fault, why) = match signature.policy {
            SignaturePolicy::None | SignaturePolicy::Available => return Finding::passed(),
            SignaturePolicy::Missing => ("not-at-hand", SubIndication::SignaturePolicyNotAvailable),
            SignaturePolicy::Different => ("not-signed-one", SubIndication::PolicyProcessingError),
        };
        match self.fails("signature-policy", self.policy.signature.signature_policy, fault) {
            true => Finding::indeterminate(why),
            false => Finding::passed(),
        }
    }

    /// Cryptographic verification (§5.2.7). A value or a digest that we cannot verify is not one that is wrong: its algorithm is
    /// none that we could rely on (§5.2.8), at whatever time.
    pub(super) fn cryptographic(&self, references: &[Reference], signing: &Signing) -> Finding {
        let found = self.referenced(references);
        match &signing.unverified {
            _ if !found.is_passed() || signing.intact => found,
            Some(why) => Finding::indeterminate(SubIndication::CryptoConstraintsFailure).because(why.clone()),
            None => Finding::failed(SubIndication::SigCryptoFailure),
        }
    }

    /// The part of it that is about what was signed, and not about the value.
    pub(super) fn referenced(&self, references: &[Reference]) -> Finding {
        let mut references = references.iter().filter(|reference| !reference.spare || reference.found);
        if references.clone().any(|reference| !reference.found) {
            return Finding::indeterminate(SubIndication::SignedDataNotFound);
        }
        if references.clone().any(|reference| !reference.intact && reference.unverified.is_none()) {
            return Finding::failed(SubIndication::HashFailure);
        }
        match references.find_map(|reference| reference.unverified.as_ref().zip(Some(reference))) {
            Some((why, reference)) => Finding::indeterminate(SubIndication::CryptoConstraintsFailure)
                .because(self.ended(reference).unwrap_or_else(|| why.clone())),
            None => Finding::passed(),
        }
    }

    /// That the policy knows when the digest algorithm of a reference had its day, where it has had it.
    fn ended(&self, reference: &Reference) -> Option<Cause> {
        let used = Algorithm { digest: Some(reference.digest.clone()?), ..Algorithm::bare() };
        let algorithms = &self.policy.algorithms;
        let ended = algorithms.names(Role::Signature, &used)
            && algorithms.level(Role::Signature, &used, self.now) == Some(Level::Fail);
        ended.then(|| Cause::Weak { algorithms: used.to_string() })
    }

    /// Signature acceptance validation (§5.2.8), but for the algorithms.
    pub(super) fn acceptance_of(&self, signature: &Signature) -> Finding {
        let constraints = &self.policy.signature;
        let asked = [
            (
                "signing-certificate",
                constraints.signing_certificate,
                signature.signing.named != Named::Absent,
            ),
            ("bound-content", constraints.bound_content, signature.bound),
            ("claimed-time", constraints.claimed_time, signature.claimed_time.is_some()),
        ];
        for (constraint, level, holds) in asked {
            if !holds && self.fails(constraint, level, "") {
                return Finding::indeterminate(SubIndication::SigConstraintsFailure)
                    .because(Cause::constraint(constraint));
            }
        }
        Finding::passed()
    }

    /// What cannot be decided for want of proof is decided where a time-stamp over the content shows that the signature was
    /// made after the event (§5.3.4, steps 4 and 5).
    fn after_content(&self, signature: &Signature, open: Finding) -> Finding {
        let content = signature.stamps.iter().filter(|index| {
            self.case.stamps.get(**index).is_some_and(|stamp| stamp.kind == StampKind::Content)
        });
        let passed = content.filter(|index| self.stamp(**index, self.now).is_passed());
        let Some(made_after) =
            passed.filter_map(|index| self.case.stamps.get(*index)).map(|one| one.time).max()
        else {
            return open;
        };
        let certificate = open.certificate.and_then(|index| self.case.certificate(index));
        let own = signature.signing.chain.first() == open.certificate.as_ref();
        match open.open() {
            Some(SubIndication::RevokedNoPoe) if open.since.is_some_and(|since| since <= made_after) => {
                Finding::failed(SubIndication::Revoked)
            }
            Some(SubIndication::OutOfBoundsNoPoe | SubIndication::OutOfBoundsNotRevoked)
                if own && certificate.is_some_and(|certificate| made_after > certificate.not_after) =>
            {
                Finding::failed(SubIndication::Expired)
            }
            Some(SubIndication::CryptoConstraintsFailureNoPoe) if self.is_weak_since(&open, made_after) => {
                let why = SubIndication::CryptoConstraintsFailure;
                Finding { conclusion: Conclusion::indeterminate(why), ..open }
            }
            _ => open,
        }
    }

    /// Whether an algorithm of the signature itself was unreliable by then already.
    fn is_weak_since(&self, found: &Finding, then: Time) -> bool {
        found.weak.iter().any(|(object, weakness)| {
            let level = self.policy.algorithms.level(Role::Signature, &weakness.algorithm, then);
            matches!(object, Object::Signature(_)) && level == Some(Level::Fail)
        })
    }
}
