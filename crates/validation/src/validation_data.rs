//! Is every piece of validation data in the document sound?
//!
//! What stands behind the signed bytes is not covered by the signature. So nothing in it is passed over: a certificate,
//! response or list there that verifies under nobody is a finding, since it may be a trace of tampering.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::{HashMap, HashSet};

use ades::{Facts, Later, SignatureFacts};
use pki::ocsp::Single;
use pki::{Certificate, Evidence, name_key, names_match};

use crate::assessment::Assessment;
use crate::checks::Checks;
use crate::contents::Contents;
use crate::report::{Question, SubIndication};

const DSS: &str = "EN 319 142-1 §5.4.2";

/// How many pieces in the document's security store nobody vouches for; nothing where there is no store.
pub(crate) fn unverified(
    assessment: &Assessment<'_>,
    facts: &Facts,
    contents: &Contents<'_>,
) -> Option<usize> {
    let there = facts.embedded != Evidence::default() || facts.unreadable_certificates > 0;
    there.then(|| loose(assessment, facts, &known(assessment, contents)))
}

/// The row on the document's security store.
pub(crate) fn check(
    assessment: &Assessment<'_>,
    facts: &Facts,
    unverified: Option<usize>,
    signature: &SignatureFacts,
    checks: &mut Checks,
) {
    let Some(loose) = unverified else {
        checks.not_applicable(Question::ValidationData, DSS);
        return;
    };
    let detail = [
        ("certificates", facts.embedded.certificates.len().to_string()),
        ("ocsp", facts.embedded.ocsp.len().to_string()),
        ("crls", facts.embedded.crls.len().to_string()),
        ("unverified", loose.to_string()),
    ];
    // Data inside the signed bytes cannot have been tampered with; some of it may belong to an earlier signature.
    if loose == 0 || signature.later == Later::Nothing {
        checks.passed(Question::ValidationData, DSS, &detail);
    } else {
        let (why, level) =
            (SubIndication::SigConstraintsFailure, assessment.policy.changes.loose_validation_data);
        checks.constrained(Question::ValidationData, DSS, level, why, &detail);
    }
}

/// Every certificate that may have signed something in the store.
fn known(assessment: &Assessment<'_>, contents: &Contents<'_>) -> Vec<Certificate> {
    let mut known = assessment.pool(assessment.trust.anchors());
    known.extend(contents.certificates().iter().cloned());
    let mut met = HashSet::new();
    known.retain(|certificate| met.insert(certificate.clone()));
    known
}

/// How much may be asked about the store: which certificates could have to do with what, and what that is worth. A store for a
/// hundred signatures takes some ten thousand of the one and some hundred of the other.
struct Patience {
    looks: Cell<u32>,
    signatures: Cell<u32>,
}

impl Patience {
    fn new() -> Self {
        Self { looks: Cell::new(300_000), signatures: Cell::new(1_500) }
    }

    /// Takes one, if there is one left.
    fn take(from: &Cell<u32>) -> bool {
        let left = from.get().checked_sub(1);
        from.set(left.unwrap_or_default());
        left.is_some()
    }

    /// Whether one certificate names the other as its issuer.
    fn names(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        self.looks() && names_match(certificate.issuer_der(), issuer.subject_der())
    }

    /// Whether another two may be held beside each other.
    fn looks(&self) -> bool {
        Self::take(&self.looks)
    }

    /// Whether a signature may be looked at.
    fn verifies(&self) -> bool {
        Self::take(&self.signatures)
    }
}

/// How many pieces nobody vouches for. What there was no patience for, nobody does.
fn loose(assessment: &Assessment<'_>, facts: &Facts, known: &[Certificate]) -> usize {
    let patience = Patience::new();
    let anchors = assessment.trust.anchors();
    let issued = |certificate: &Certificate| {
        let is_issuer = |issuer: &Certificate| {
            patience.names(certificate, issuer)
                && patience.verifies()
                && certificate.is_issued_by(issuer).is_ok()
        };
        anchors.contains(certificate) || known.iter().any(is_issuer)
    };
    let certificates = facts.embedded.certificates.iter().filter(|certificate| !issued(certificate)).count();
    // Whom each answer and list could be about, with its issuer: by names as they are written, which is how nearly all go together,
    // and else by what is the same name.
    let as_written = with_issuers(known, Cow::Borrowed);
    let by_meaning = OnceCell::new();
    let about = |statement: &dyn Fn(&Certificate, &Certificate) -> bool| {
        let any_of = |all: &WithIssuers<'_>| {
            all.iter().any(|(certificate, issuers)| {
                issuers.iter().any(|issuer| patience.looks() && statement(certificate, issuer))
            })
        };
        let by_meaning = || by_meaning.get_or_init(|| with_issuers(known, |name| Cow::Owned(name_key(name))));
        any_of(&as_written) || any_of(by_meaning())
    };
    // The evidence begins with what the document holds.
    let counts = (facts.embedded.ocsp.len(), facts.embedded.crls.len());
    let responses = assessment.responses().iter().filter(|(_, place)| *place < counts.0);
    let ocsp = responses.filter(|(response, _)| {
        let is_about = |certificate: &Certificate, issuer: &Certificate| {
            let is_meant = |single: &Single| patience.looks() && single.cert_id.matches(certificate, issuer);
            response.responses.iter().any(is_meant)
                && patience.verifies()
                && response.verify_for(certificate, issuer, None, known).is_ok()
        };
        // It may be about a certificate of a kind that is not judged here, such as one of attributes.
        let is_answer = |issuer: &Certificate| {
            let is_meant = |single: &Single| patience.looks() && single.cert_id.names(issuer);
            response.responses.iter().any(is_meant)
                && patience.verifies()
                && response.is_answer_of(issuer, known).is_ok()
        };
        about(&is_about) || known.iter().any(is_answer)
    });
    let lists = assessment.lists().iter().enumerate();
    let lists =
        lists.filter(|(index, _)| assessment.list_place(*index).is_some_and(|place| place < counts.1));
    let crls = lists.filter(|(_, crl)| {
        let is_signer = |signer: &Certificate| {
            patience.looks()
                && names_match(crl.issuer_der(), signer.subject_der())
                && patience.verifies()
                && crl.is_signed_by(signer).is_ok()
        };
        known.iter().any(is_signer) && about(&|certificate, _| crl.covers(certificate).is_ok())
    });
    // One that cannot be read is nobody's.
    let (ocsp, crls) = (counts.0.saturating_sub(ocsp.count()), counts.1.saturating_sub(crls.count()));
    certificates + ocsp + crls + facts.unreadable_certificates
}

/// Certificates with those whose names their issuers have.
type WithIssuers<'c> = Vec<(&'c Certificate, Vec<&'c Certificate>)>;

/// Each with those whose subject its issuer is, in that form.
fn with_issuers<'c>(known: &'c [Certificate], form: impl Fn(&'c [u8]) -> Cow<'c, [u8]>) -> WithIssuers<'c> {
    let mut by_name: HashMap<Cow<'_, [u8]>, Vec<&Certificate>> = HashMap::new();
    for issuer in known {
        by_name.entry(form(issuer.subject_der())).or_default().push(issuer);
    }
    let issuers = |one: &'c Certificate| by_name.get(&form(one.issuer_der())).cloned();
    known.iter().filter_map(|one| Some((one, issuers(one)?))).collect()
}
