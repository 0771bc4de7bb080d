//! The processes: EN 319 102-1 §5.3 (basic signatures) and §5.5 (signatures with time and long-term validation data).

use ades::{Facts, Later, SignatureFacts, SignatureKind};
use pki::{Certificate, Evidence, Time};

use crate::archive::Archive;
use crate::assessment::Assessment;
use crate::checks::Checks;
use crate::format::{self, Formed};
use crate::modifications;
use crate::policy::Policy;
use crate::report::{
    Conclusion, DocumentSummary, Level, Program, Question, Report, SignatureReport, Signer, SubIndication,
};
use crate::timestamp::{self, Judged};
use crate::trust::Trust;
use crate::want::Want;
use crate::{certificate as xcv, cryptographic, validation_data};

const XCV: &str = "EN 319 102-1 §5.2.6";
const TST: &str = "EN 319 102-1 §5.4";
const TIME: &str = "EN 319 102-1 §5.5.4";
const COVERAGE: &str = "EN 319 142-1 §5.2";

/// Judges every signature of a document, from facts and evidence alone.
///
/// `evidence` is what was gathered from outside; what the document carries is used as well. The conclusion is about the
/// moment `at`.
pub fn validate(facts: &Facts, evidence: &Evidence, trust: &Trust, policy: &Policy, at: Time) -> Report {
    assess(facts, evidence, trust, policy, at).0
}

/// The evidence that could change an undetermined conclusion of [`validate`].
pub fn wanted(facts: &Facts, evidence: &Evidence, trust: &Trust, policy: &Policy, at: Time) -> Vec<Want> {
    assess(facts, evidence, trust, policy, at).1
}

/// The validation data a document needs so that others, who know the anchors alone, can come to the same conclusion:
/// `evidence` together with the certificates that were relied on.
pub fn material(facts: &Facts, evidence: &Evidence, trust: &Trust, policy: &Policy, at: Time) -> Evidence {
    let mut material = assess(facts, evidence, trust, policy, at).2;
    material.merge(evidence.clone());
    material
}

/// Judges a signing certificate before anything is signed with it: path, validity, purpose and revocation at `at`.
pub fn certificate(
    certificate: &Certificate,
    evidence: &Evidence,
    trust: &Trust,
    policy: &Policy,
    at: Time,
) -> (Conclusion, Vec<Want>) {
    let assessment = Assessment::new(evidence, trust, policy, at);
    let mut checks = Checks::default();
    let pool = assessment.pool(&[]);
    key_usage(&mut checks, certificate);
    xcv::check(&assessment, &mut checks, certificate, &pool, at);
    (checks.conclusion(), assessment.into_parts().0)
}

fn assess(
    facts: &Facts,
    evidence: &Evidence,
    trust: &Trust,
    policy: &Policy,
    at: Time,
) -> (Report, Vec<Want>, Evidence) {
    let mut all = facts.embedded.clone();
    all.merge(evidence.clone());
    let assessment = Assessment::new(&all, trust, policy, at);
    let archive = Archive::read(&assessment, facts);
    let signatures =
        facts.signatures.iter().map(|signature| one(&assessment, facts, &archive, signature)).collect();
    let report = Report {
        program: Program { name: "Pitser".into(), version: env!("CARGO_PKG_VERSION").into() },
        trust: trust.source(),
        policy: policy.identity(),
        validation_time: at,
        document: DocumentSummary {
            sha256: facts.document.sha256.clone(),
            size: facts.document.size,
            revisions: facts.document.revisions,
        },
        signatures,
    };
    let (wants, certificates) = assessment.into_parts();
    (report, wants, Evidence { certificates, ..Evidence::default() })
}

fn one(
    assessment: &Assessment<'_>,
    facts: &Facts,
    archive: &Archive<'_>,
    signature: &SignatureFacts,
) -> SignatureReport {
    match signature.kind {
        SignatureKind::Signature => of_signature(assessment, facts, archive, signature),
        SignatureKind::DocumentTimestamp => of_timestamp(facts, archive, signature),
    }
}

fn of_signature(
    assessment: &Assessment<'_>,
    facts: &Facts,
    archive: &Archive<'_>,
    signature: &SignatureFacts,
) -> SignatureReport {
    let mut checks = Checks::default();
    format::file_structure(&mut checks, &facts.document);
    let formed = format::check(&mut checks, signature);
    let mut parts = Parts::default();
    if let Some(formed) = formed {
        parts = judge(assessment, facts, archive, signature, &mut checks, &formed);
    }
    coverage(&mut checks, signature);
    validation_data::check(assessment, facts, signature, &mut checks);
    checks.not_judged(Question::Qualification, "ETSI TS 119 615 §4");
    SignatureReport {
        kind: signature.kind,
        field: signature.field.clone(),
        signer: parts.certificate.as_ref().map(signer),
        conclusion: checks.conclusion(),
        level: parts.level,
        best_signature_time: parts.best_signature_time,
        claimed_time: signature.claimed_time,
        covers_whole_file: signature.covers_whole_file,
        checks: checks.into_rows(),
        timestamps: parts.timestamps.into_iter().map(|judged| judged.report).collect(),
    }
}

#[derive(Default)]
struct Parts {
    certificate: Option<Certificate>,
    level: Option<Level>,
    best_signature_time: Option<Time>,
    timestamps: Vec<Judged>,
}

fn judge(
    assessment: &Assessment<'_>,
    facts: &Facts,
    archive: &Archive<'_>,
    signature: &SignatureFacts,
    checks: &mut Checks,
    formed: &Formed,
) -> Parts {
    let certificate = cryptographic::signing_certificate(checks, &formed.cms, &formed.signer);
    cryptographic::check(assessment, checks, signature, &formed.signer, certificate.as_ref());
    let timestamps = timestamps(assessment, checks, archive.as_of(signature), formed);
    let proven = timestamp::earliest(&timestamps).into_iter().chain(archive.proven(signature)).min();
    let best = proven.unwrap_or(assessment.at);
    if let Some(certificate) = &certificate {
        let pool = assessment.pool(&formed.cms.certificates);
        xcv::check(assessment, checks, certificate, &pool, best);
        key_usage(checks, certificate);
    }
    time_order(assessment, checks, proven);
    let level = formed.baseline.then(|| {
        let Some((certificate, proven)) = certificate.as_ref().zip(proven) else {
            let stamped = !formed.signer.signature_timestamps.is_empty() || archive.has_any_over(signature);
            return if stamped { Level::BT } else { Level::BB };
        };
        let complete = |evidence: &Evidence| {
            is_complete(assessment, evidence, formed, certificate, (proven, archive.as_of(signature)))
        };
        match complete(&facts.embedded) {
            false => Level::BT,
            true if archive.archived(signature, &facts.embedded).as_ref().is_some_and(complete) => {
                Level::BLta
            }
            true => Level::BLt,
        }
    });
    Parts { certificate, level, best_signature_time: proven, timestamps }
}

/// Every time-stamp that is there has to hold: one that does not may be a trace of tampering.
fn timestamps(assessment: &Assessment<'_>, checks: &mut Checks, when: Time, formed: &Formed) -> Vec<Judged> {
    let tokens = &formed.signer.signature_timestamps;
    if tokens.is_empty() {
        checks.not_applicable(Question::TimestampToken, TST);
        checks.not_applicable(Question::TimestampPath, TST);
    }
    let mut all = Vec::new();
    for token in tokens {
        match timestamp::judge(assessment, token, when, |algorithm| {
            Some(algorithm.digest(&formed.signer.signature))
        }) {
            Ok(judged) => {
                record(checks, TST, &judged);
                all.push(judged);
            }
            Err(cause) => {
                let why = SubIndication::SigConstraintsFailure;
                checks.indeterminate(Question::TimestampToken, TST, why, &[("cause", cause)]);
            }
        }
    }
    all
}

fn record(checks: &mut Checks, clause: &str, judged: &Judged) {
    let time = ("time", judged.report.time.to_string());
    let authority = ("authority", judged.report.authority.clone().unwrap_or_default());
    let cause = ("cause", judged.cause.clone().unwrap_or_default());
    if !judged.sound {
        let why = SubIndication::SigConstraintsFailure;
        checks.indeterminate(Question::TimestampToken, clause, why, &[time, authority, cause]);
        return;
    }
    checks.passed(Question::TimestampToken, clause, &[time.clone(), authority.clone()]);
    if judged.passed() {
        checks.passed(Question::TimestampPath, clause, &[time, authority]);
    } else {
        checks.concluded(
            Question::TimestampPath,
            clause,
            judged.report.conclusion,
            &[time, authority, cause],
        );
    }
}

fn key_usage(checks: &mut Checks, certificate: &Certificate) {
    if certificate.key_usage().is_some_and(|usage| usage.non_repudiation) {
        checks.passed(Question::KeyUsage, XCV, &[]);
    } else {
        checks.indeterminate(Question::KeyUsage, XCV, SubIndication::ChainConstraintsFailure, &[]);
    }
}

fn time_order(assessment: &Assessment<'_>, checks: &mut Checks, proven: Option<Time>) {
    match proven {
        None => checks.not_applicable(Question::TimeOrder, TIME),
        Some(time) if time <= assessment.at.plus(assessment.policy.tolerance()) => {
            checks.passed(Question::TimeOrder, TIME, &[("proven", time.to_string())]);
        }
        Some(time) => {
            let detail = [("proven", time.to_string()), ("now", assessment.at.to_string())];
            checks.indeterminate(Question::TimeOrder, TIME, SubIndication::TimestampOrderFailure, &detail);
        }
    }
}

fn coverage(checks: &mut Checks, signature: &SignatureFacts) {
    match &signature.later {
        Later::Nothing => {
            checks.passed(Question::Coverage, COVERAGE, &[]);
            checks.not_applicable(Question::ChangesAfterSigning, COVERAGE);
        }
        Later::Archival => {
            checks.passed(Question::Coverage, COVERAGE, &[("later", "archival".into())]);
            checks.passed(Question::ChangesAfterSigning, COVERAGE, &[("later", "archival".into())]);
        }
        Later::Modified(found) => modifications::check(checks, signature, found),
        Later::Other { what } => {
            // What was changed cannot be told; that the signed bytes are not all there is, can.
            let detail = [("later", what.clone())];
            let why = SubIndication::SigConstraintsFailure;
            checks.indeterminate(Question::Coverage, COVERAGE, why, &detail);
            checks.not_judged(Question::ChangesAfterSigning, COVERAGE);
        }
    }
}

/// Whether this evidence, and what the signature carries, is all that others need who know the anchors alone (EN 319 142-1
/// §6: LT when it is in the document, LTA when a document time-stamp covers it there).
fn is_complete(
    assessment: &Assessment<'_>,
    evidence: &Evidence,
    formed: &Formed,
    certificate: &Certificate,
    (proven, when): (Time, Time),
) -> bool {
    let bare = assessment.trust.bare();
    let inside = Assessment::new(evidence, &bare, assessment.policy, assessment.at);
    let pool = inside.pool(&formed.cms.certificates);
    let first = formed.signer.signature_timestamps.first();
    xcv::path(&inside, certificate, &pool, proven)
        .is_ok_and(|path| xcv::path_fate(&inside, &path, &pool, proven).is_ok())
        && first.is_none_or(|token| timestamp::carried(&inside, token, when, &formed.signer.signature))
}

/// A document time-stamp (`/ETSI.RFC3161`): its token, over the signed bytes of its own revision.
fn of_timestamp(facts: &Facts, archive: &Archive<'_>, signature: &SignatureFacts) -> SignatureReport {
    let mut checks = Checks::default();
    format::file_structure(&mut checks, &facts.document);
    format::byte_range(&mut checks, signature);
    if signature.altered_later {
        checks.failed(Question::SignatureDictionary, TST, SubIndication::FormatFailure, &[]);
    }
    let judged = archive.judged(signature).and_then(|judged| judged.as_ref().ok());
    match archive.judged(signature) {
        Some(Ok(judged)) => record(&mut checks, TST, judged),
        faulty => {
            let cause = faulty.and_then(|judged| judged.as_ref().err()).cloned().unwrap_or_default();
            let detail = [("cause", cause)];
            if signature.digests.is_err() {
                let why = SubIndication::SignedDataNotFound;
                checks.indeterminate(Question::TimestampToken, TST, why, &detail);
            } else {
                checks.failed(Question::TimestampToken, TST, SubIndication::FormatFailure, &detail);
            }
        }
    }
    coverage(&mut checks, signature);
    SignatureReport {
        kind: signature.kind,
        field: signature.field.clone(),
        signer: None,
        conclusion: checks.conclusion(),
        level: None,
        best_signature_time: judged.filter(|judged| judged.passed()).map(|judged| judged.report.time),
        claimed_time: signature.claimed_time,
        covers_whole_file: signature.covers_whole_file,
        checks: checks.into_rows(),
        timestamps: judged.into_iter().map(|judged| judged.report.clone()).collect(),
    }
}

fn signer(certificate: &Certificate) -> Signer {
    let subject = certificate.subject();
    let full = match (&subject.given_name, &subject.surname) {
        (Some(given), Some(surname)) => Some(format!("{given} {surname}")),
        _ => subject.common_name.clone(),
    };
    let issuer = certificate.issuer();
    Signer {
        name: full.unwrap_or_else(|| subject.to_string()),
        serial_number: subject.serial_number.clone(),
        country: subject.country.clone(),
        issuer: issuer.common_name.clone().unwrap_or_else(|| issuer.to_string()),
        certificate: hex::encode(certificate.fingerprint()),
    }
}
