//! The processes: what is read of a document becomes a case, which [`crate::standard`] decides; what it decided becomes a
//! report.

use std::collections::VecDeque;

use ades::{Facts, SignatureKind};
use pki::{Certificate, Evidence, Time};

use crate::archive::Archive;
use crate::assessment::Assessment;
use crate::carried;
use crate::case::Builder;
use crate::certificate as xcv;
use crate::contents::Contents;
use crate::draft::{Draft, cover};
use crate::policy::{Policy, Role};
use crate::report::{
    Asked, Conclusion, DocumentSummary, Indication, Report, SignatureReport, SubIndication, program,
};
use crate::standard::{Case, Decision, Finding, Judgement, Stamp};
use crate::trust::Trust;
use crate::verdict::Verdict;
use crate::want::{Want, missing};

/// Certificates that paths are led around, each by itself at first, where a chain comes to nothing. Twice as often chains are built
/// anew in all.
const MAX_TWINS: usize = 4;

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

/// The evidence that could outlive the time-stamps of a document, for whoever is about to stamp it anew: what is said of their
/// units now. Once a unit's certificate has run out, its time-stamp is proven by the new one as far as what was said of the unit
/// reaches to it (§5.6.2.2), and what was said years ago does not.
pub fn wanted_to_renew(
    facts: &Facts,
    evidence: &Evidence,
    trust: &Trust,
    policy: &Policy,
    at: Time,
) -> Vec<Want> {
    let told = |decided: &Decided<'_>, _| {
        let case = &decided.builder.case;
        let unit = |stamp: &Stamp| stamp.signing.chain.first().and_then(|first| case.certificate(*first));
        let in_term = |stamp: &&Stamp| unit(stamp).is_some_and(|unit| at <= unit.not_after);
        for stamp in case.stamps.iter().filter(in_term) {
            xcv::want_statements(decided.decision, decided.builder, &stamp.signing, Role::Timestamp, at);
        }
    };
    decide(facts, (evidence, trust), policy, at, &[], told).wants
}

/// The validation data a document needs so that others, who know the anchors alone, can come to the same conclusion:
/// `evidence` together with the certificates that were relied on.
pub fn material(facts: &Facts, evidence: &Evidence, trust: &Trust, policy: &Policy, at: Time) -> Evidence {
    let mut material = assess(facts, evidence, trust, policy, at).2;
    material.merge(evidence.clone());
    material.merge(carried::revocation(&Contents::read(facts)));
    material
}

/// Judges a signing certificate before anything is signed with it: path, validity, purpose and revocation at `at`.
pub fn certificate(
    certificate: &Certificate,
    evidence: &Evidence,
    trust: &Trust,
    policy: &Policy,
    at: Time,
) -> (Finding, Vec<Want>) {
    let assessment = Assessment::new(evidence, trust, policy, at);
    let mut builder = Builder::new(&assessment);
    let pool = assessment.pool(&[]);
    let signing = builder.signing(certificate, &pool, at, None, true);
    let decision = Decision::new(&builder.case, policy, at);
    xcv::want_statements(&decision, &builder, &signing, Role::Signature, at);
    let found = decision.certificate(&signing);
    drop(decision);
    let conclusion = match found.conclusion.sub_indication {
        // Before it is used, one whose time is to come is not merely out of its time.
        Some(SubIndication::OutOfBoundsNoPoe | SubIndication::OutOfBoundsNotRevoked)
            if at < certificate.not_before() =>
        {
            Conclusion::failed(SubIndication::NotYetValid)
        }
        _ => found.conclusion,
    };
    (Finding { conclusion, ..found }, assessment.into_parts().0)
}

/// What each process concluded about each signature whose structure can be read, without what is asked of the document around
/// it: its form, how far the signature reaches, and what was changed.
pub fn judgements(
    facts: &Facts,
    evidence: &Evidence,
    trust: &Trust,
    policy: &Policy,
    at: Time,
) -> Vec<Option<Judgement>> {
    let told = |decided: &Decided<'_>, drafts: Vec<Option<Draft>>| {
        let read = drafts.into_iter().map(|draft| draft?.parts);
        read.map(|parts| parts.map(|parts| decided.decision.signature(parts.index))).collect()
    };
    decide(facts, (evidence, trust), policy, at, &[], told).told
}

/// What is decided over, for whoever knows more than the documents and the evidence at hand say: the signatures whose structure
/// can be read are in the order of [`judgements`].
pub fn case(facts: &Facts, evidence: &Evidence, trust: &Trust, policy: &Policy, at: Time) -> Case {
    decide(facts, (evidence, trust), policy, at, &[], |decided, _| decided.builder.case.clone()).told
}

/// What was decided about a document, and what it was decided over.
struct Decided<'a> {
    assessment: &'a Assessment<'a>,
    builder: &'a Builder<'a, 'a>,
    archive: &'a Archive<'a>,
    decision: &'a Decision<'a>,
    contents: &'a Contents<'a>,
}

/// What was told of a decision; with it come the evidence that is wanted, the certificates that were relied on, and those of them
/// for whose name and key there are others.
struct Outcome<T> {
    told: T,
    wants: Vec<Want>,
    certificates: Vec<Certificate>,
    twins: Vec<Certificate>,
}

/// Decides, by paths that lead around these certificates, and lets it be told.
fn decide<T>(
    facts: &Facts,
    (evidence, trust): (&Evidence, &Trust),
    policy: &Policy,
    at: Time,
    avoided: &[Certificate],
    tell: impl FnOnce(&Decided<'_>, Vec<Option<Draft>>) -> T,
) -> Outcome<T> {
    let contents = Contents::read(facts);
    let all = everything(facts, &contents, evidence);
    let assessment =
        Assessment::new(&all, trust, policy, at).avoiding(avoided).carrying(contents.certificates());
    let mut builder = Builder::new(&assessment);
    let archive = Archive::read(&assessment, &mut builder, &contents);
    let drafts = drafts(&assessment, &mut builder, facts, &contents);
    builder.share_losses(assessment.speakers());
    cover(&mut builder, facts, &archive, &drafts);
    let decision = Decision::new(&builder.case, policy, at);
    let decided = Decided {
        assessment: &assessment,
        builder: &builder,
        archive: &archive,
        decision: &decision,
        contents: &contents,
    };
    let told = tell(&decided, drafts);
    let mut twins = assessment.twins();
    twins.retain(|twin| !builder.is_key_lost(twin));
    let (wants, certificates) = assessment.into_parts();
    Outcome { told, wants, certificates, twins }
}

/// What the document carries comes first, and in it what its security store holds: document time-stamps count on that.
fn everything(facts: &Facts, contents: &Contents<'_>, evidence: &Evidence) -> Evidence {
    let mut all = facts.embedded.clone();
    all.merge(carried::revocation(contents));
    all.merge(evidence.clone());
    all
}

fn drafts(
    assessment: &Assessment<'_>,
    builder: &mut Builder<'_, '_>,
    facts: &Facts,
    contents: &Contents<'_>,
) -> Vec<Option<Draft>> {
    let read = contents.each().map(|(signature, held)| match signature.kind {
        SignatureKind::Signature => Some(Draft::read(assessment, builder, facts, signature, held)),
        SignatureKind::DocumentTimestamp => None,
    });
    read.collect()
}

fn assess(
    facts: &Facts,
    evidence: &Evidence,
    trust: &Trust,
    policy: &Policy,
    at: Time,
) -> (Report, Vec<Want>, Evidence) {
    let told = |decided: &Decided<'_>, drafts: Vec<Option<Draft>>| {
        let Decided { assessment, builder, archive, decision, contents } = *decided;
        let verdict = Verdict::new(assessment, builder, decision, archive, facts, contents);
        let signatures = facts.signatures.iter().zip(drafts).map(|(signature, draft)| match draft {
            Some(draft) => verdict.of_signature(signature, draft),
            None => verdict.of_timestamp(signature),
        });
        signatures.collect()
    };
    let decided = |avoided: &[Certificate]| decide(facts, (evidence, trust), policy, at, avoided, told);
    let Outcome { told: mut signatures, wants, mut certificates, twins }: Outcome<Vec<SignatureReport>> =
        decided(&[]);
    // EN 319 102-1 §5.2.6.4: where a chain comes to nothing, another one is built. Around each by itself first, then around all
    // that were met so far: behind one there may be the next.
    let is_passed = |one: &SignatureReport| one.conclusion.indication == Indication::TotalPassed;
    let mut around: VecDeque<Vec<Certificate>> =
        twins.into_iter().take(MAX_TWINS).map(|twin| vec![twin]).collect();
    let mut left = 2 * MAX_TWINS;
    while let Some(avoided) = around.pop_front() {
        if left == 0 || signatures.iter().all(is_passed) {
            break;
        }
        left -= 1;
        let other = decided(&avoided);
        for (one, other) in signatures.iter_mut().zip(other.told) {
            if !is_passed(one) && is_passed(&other) {
                *one = other;
            }
        }
        for certificate in other.certificates {
            if !certificates.contains(&certificate) {
                certificates.push(certificate);
            }
        }
        let next = other.twins.into_iter().filter(|twin| !avoided.contains(twin));
        around.extend(next.map(|twin| [avoided.as_slice(), &[twin]].concat()));
    }
    let report = Report {
        program: program(),
        trust: trust.source(),
        policy: policy.identity(),
        validation_time: at,
        document: DocumentSummary {
            sha256: facts.document.sha256.clone(),
            size: facts.document.size,
            revisions: facts.document.revisions,
            unaccounted_bytes: facts.document.unaccounted_bytes,
            unaccounted_content: facts.document.unaccounted_content,
            repaired: facts.document.repaired.clone(),
            damage: facts.document.damage.clone(),
            cut_off: facts.document.cut_off,
        },
        asked: Asked::Nobody,
        missing: missing(&signatures, &wants),
        earlier: None,
        signatures,
    };
    (report, wants, Evidence { certificates, ..Evidence::default() })
}
