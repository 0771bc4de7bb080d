//! Is every piece of validation data in the document sound?
//!
//! What stands behind the signed bytes is not covered by the signature. So nothing in it is passed over: a certificate,
//! response or list there that verifies under nobody is a finding, since it may be a trace of tampering.

use std::collections::HashSet;

use ades::{Facts, Later, SignatureFacts};
use pki::{Certificate, Evidence};

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
    known.extend(contents.readable().flat_map(pki::tsp::carried_certificates));
    let mut met = HashSet::new();
    known.retain(|certificate| met.insert(certificate.clone()));
    known
}

/// How many pieces nobody vouches for.
fn loose(assessment: &Assessment<'_>, facts: &Facts, known: &[Certificate]) -> usize {
    let anchors = assessment.trust.anchors();
    let issued = |certificate: &Certificate| {
        anchors.contains(certificate) || known.iter().any(|issuer| certificate.is_issued_by(issuer).is_ok())
    };
    let about = |statement: &dyn Fn(&Certificate, &Certificate) -> bool| {
        known.iter().any(|certificate| {
            known.iter().any(|issuer| {
                certificate.issuer_der() == issuer.subject_der() && statement(certificate, issuer)
            })
        })
    };
    let certificates = facts.embedded.certificates.iter().filter(|certificate| !issued(certificate)).count();
    // The evidence begins with what the document holds.
    let counts = (facts.embedded.ocsp.len(), facts.embedded.crls.len());
    let responses = assessment.responses().iter().filter(|(_, place)| *place < counts.0);
    let ocsp = responses.filter(|(response, _)| {
        // It may be about a certificate of a kind that is not judged here, such as one of attributes.
        about(&|certificate, issuer| response.verify_for(certificate, issuer, None, known).is_ok())
            || known.iter().any(|issuer| response.is_answer_of(issuer, known).is_ok())
    });
    let lists = assessment.lists().iter().enumerate();
    let lists =
        lists.filter(|(index, _)| assessment.list_place(*index).is_some_and(|place| place < counts.1));
    let crls = lists.filter(|(_, crl)| {
        let is_signed = known.iter().any(|signer| crl.is_signed_by(signer).is_ok());
        is_signed && about(&|certificate, _| crl.covers(certificate).is_ok())
    });
    // One that cannot be read is nobody's.
    let (ocsp, crls) = (counts.0.saturating_sub(ocsp.count()), counts.1.saturating_sub(crls.count()));
    certificates + ocsp + crls + facts.unreadable_certificates
}
