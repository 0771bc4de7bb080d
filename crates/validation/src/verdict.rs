//! What was decided, as the report of each signature: the rows in the order of the standard, and the conclusion.

use ades::{Facts, SignatureFacts};
use pki::{Certificate, Name, Time};

use crate::active;
use crate::archive::Archive;
use crate::assessment::Assessment;
use crate::case::{Builder, used};
use crate::cause::Cause;
use crate::certificate as xcv;
use crate::checks::Checks;
use crate::contents::Contents;
use crate::coverage::coverage;
use crate::cryptographic;
use crate::draft::{Draft, Parts};
use crate::format;
use crate::level;
use crate::policy::{Level as Force, Role};
use crate::report::{Conclusion, Level, Question, SignatureReport, Signer, SubIndication};
use crate::stamped;
use crate::standard::{
    Decision, Finding, Judgement, Object, SignaturePolicy, Stamp, StampJudgement, signs_documents,
};
use crate::timestamp::{self, Judged, Read};
use crate::told;
use crate::validation_data;

const SAV: &str = "EN 319 102-1 §5.2.8";
const XCV: &str = "EN 319 102-1 §5.2.6";
const TST: &str = "EN 319 102-1 §5.4";
const TIME: &str = "EN 319 102-1 §5.5.4";
const CONTEXT: &str = "EN 319 102-1 §5.2.4";
const PROOF: &str = "EN 319 102-1 §5.6.2.3";

/// Tells what was decided.
pub(crate) struct Verdict<'a> {
    assessment: &'a Assessment<'a>,
    builder: &'a Builder<'a, 'a>,
    decision: &'a Decision<'a>,
    archive: &'a Archive<'a>,
    facts: &'a Facts,
    stamps: Vec<StampJudgement>,
    /// What nobody vouches for in the security store, which the signatures share.
    unverified: Option<usize>,
}

#[derive(Default)]
struct Told {
    certificate: Option<Certificate>,
    level: Option<Level>,
    best_signature_time: Option<Time>,
    timestamps: Vec<Judged>,
}

impl<'a> Verdict<'a> {
    pub fn new(
        assessment: &'a Assessment<'a>,
        builder: &'a Builder<'a, 'a>,
        decision: &'a Decision<'a>,
        archive: &'a Archive<'a>,
        facts: &'a Facts,
        contents: &Contents<'_>,
    ) -> Self {
        let stamps = decision.stamps();
        for stamp in &builder.case.stamps {
            xcv::want_statements(decision, builder, &stamp.signing, Role::Timestamp, stamp.time);
        }
        let unverified = validation_data::unverified(assessment, facts, contents);
        Self { assessment, builder, decision, archive, facts, stamps, unverified }
    }

    pub fn of_signature(&self, signature: &SignatureFacts, draft: Draft) -> SignatureReport {
        let Draft { mut checks, parts } = draft;
        self.context(&mut checks, parts.as_ref());
        let told = parts.map(|parts| self.judged(signature, &mut checks, parts)).unwrap_or_default();
        coverage(&mut checks, signature, &self.assessment.policy.changes);
        active::check(&mut checks, self.facts.active.as_ref(), self.assessment.policy.changes.active_content);
        validation_data::check(self.assessment, self.facts, self.unverified, signature, &mut checks);
        checks.not_judged(Question::Qualification, "ETSI TS 119 615 §4");
        SignatureReport {
            kind: signature.kind,
            field: signature.field.clone(),
            signer: told.certificate.as_ref().map(signer),
            conclusion: checks.conclusion(),
            level: told.level,
            best_signature_time: told.best_signature_time,
            claimed_time: signature.claimed_time,
            covers_whole_file: signature.covers_whole_file,
            checks: checks.into_rows(),
            timestamps: told.timestamps.into_iter().map(|judged| judged.report).collect(),
        }
    }

    fn judged(&self, signature: &SignatureFacts, checks: &mut Checks, parts: Parts) -> Told {
        let judgement = self.decision.signature(parts.index);
        let notes = self.decision.take_notes();
        let found = &judgement.archival;
        self.algorithms(checks, &parts, found);
        let timestamps = self.timestamps(checks, &parts);
        let own = timestamp::earliest(&timestamps);
        let proven = own.into_iter().chain(self.archive.proven(signature, &self.stamps)).min();
        let best = proven.unwrap_or(self.decision.now());
        if let (Some(certificate), Some(signature)) =
            (&parts.certificate, self.builder.case.signatures.get(parts.index))
        {
            let tell = || xcv::check(self.decision, self.builder, checks, &signature.signing, best, found);
            self.decision.quietly(tell);
            self.fitness(checks, certificate);
        }
        self.time_order(checks, proven, (parts.index, found));
        self.past(checks, proven, (parts.index, &judgement));
        told::notes(checks, &notes);
        told::settled(checks, found);
        let (assessment, archive) = (self.assessment, self.archive);
        let level = level::of(assessment, archive, self.facts, signature, &parts, &self.stamps);
        Told { certificate: parts.certificate, level, best_signature_time: proven, timestamps }
    }

    fn timestamps(&self, checks: &mut Checks, parts: &Parts) -> Vec<Judged> {
        if parts.tokens.is_empty() && parts.content.is_empty() {
            checks.not_applicable(Question::TimestampToken, TST);
            checks.not_applicable(Question::TimestampPath, TST);
        }
        // Those over the content prove when the signature was not made yet.
        self.each(checks, &parts.content);
        self.each(checks, &parts.tokens)
    }

    fn each(&self, checks: &mut Checks, tokens: &[Result<Read, Cause>]) -> Vec<Judged> {
        let mut all = Vec::new();
        for read in tokens {
            let judged = read.as_ref().map_err(Cause::clone);
            match judged.and_then(|read| read.judged(&self.stamps).ok_or_else(|| Cause::technical(""))) {
                Ok(judged) => {
                    self.record(checks, &judged, judged.beside_a_signature());
                    all.push(judged);
                }
                Err(cause) => {
                    let why = SubIndication::SigConstraintsFailure;
                    checks.indeterminate(Question::TimestampToken, TST, why, &[("cause", cause.to_string())]);
                    checks.because(&[cause]);
                }
            }
        }
        all
    }

    /// The rows on one time-stamp, and what they come to.
    fn record(&self, checks: &mut Checks, judged: &Judged, conclusion: Conclusion) {
        let (decision, builder, policy) = (self.decision, self.builder, self.assessment.policy);
        let rows = stamped::Rows { decision, builder, policy, judged, conclusion };
        checks.next_stamp(|checks| decision.quietly(|| rows.tell(checks)));
    }

    fn algorithms(&self, checks: &mut Checks, parts: &Parts, found: &Finding) {
        let Some(certificate) = &parts.certificate else { return };
        let algorithm = ("algorithm", cryptographic::algorithm_name(&parts.formed.signer));
        match &found.conclusion.sub_indication {
            Some(SubIndication::CryptoConstraintsFailure | SubIndication::CryptoConstraintsFailureNoPoe) => {
                let weak = ("weak", found.cause.as_ref().map(ToString::to_string).unwrap_or_default());
                checks.told(Question::Algorithms, SAV, found.conclusion.indication, &[algorithm, weak]);
                let weak = found.weak.iter().map(|(object, _)| *object);
                checks.rests_on(std::iter::once(used(certificate)).chain(self.builder.used(weak)));
                checks.because(found.cause.as_slice());
            }
            _ => {
                checks.passed(Question::Algorithms, SAV, &[algorithm]);
                checks.rests_on([used(certificate)]);
            }
        }
    }

    /// By which policy, and as of when (§5.2.4).
    fn context(&self, checks: &mut Checks, parts: Option<&Parts>) {
        let policy = self.assessment.policy.identity();
        let mut detail = vec![
            ("policy", format!("{} {}", policy.name, policy.hash)),
            ("time", self.decision.now().to_string()),
        ];
        let signed = parts.and_then(|parts| self.builder.case.signatures.get(parts.index));
        let why = match signed.map(|one| one.policy).unwrap_or_default() {
            SignaturePolicy::None | SignaturePolicy::Available => {
                return checks.passed(Question::Context, CONTEXT, &detail);
            }
            SignaturePolicy::Missing => SubIndication::SignaturePolicyNotAvailable,
            SignaturePolicy::Different => SubIndication::PolicyProcessingError,
        };
        let cause = Cause::constraint("signature-policy");
        detail.push(("cause", cause.to_string()));
        let force = self.assessment.policy.signature.signature_policy;
        match force {
            Force::Ignore => checks.passed(Question::Context, CONTEXT, &detail[..2]),
            force => checks.constrained(Question::Context, CONTEXT, force, why, &detail),
        }
        checks.because(&[cause]);
    }

    /// Whether the certificate is of the kind that the policy wants.
    fn fitness(&self, checks: &mut Checks, certificate: &Certificate) {
        let policy = &self.assessment.policy.signature;
        let commits = certificate.key_usage().is_none_or(|usage| usage.non_repudiation);
        let claims = certificate.qc_statements().claim_qualified();
        let why = SubIndication::ChainConstraintsFailure;
        for (question, clause, force, holds) in [
            (Question::KeyUsage, XCV, policy.key_usage, commits),
            (Question::QualifiedCertificate, "EN 319 412-5 §4.2", policy.qualified_certificate, claims),
        ] {
            match force {
                _ if holds => checks.passed(question, clause, &[]),
                Force::Ignore => checks.not_applicable(question, clause),
                force => checks.constrained(question, clause, force, why, &[]),
            }
            checks.rests_on([used(certificate)]);
        }
        let critical = certificate.extended_key_usage_is_critical();
        let purposes: Vec<String> =
            certificate.extended_key_usages().iter().map(ToString::to_string).collect();
        let other = !signs_documents(purposes.iter().map(String::as_str));
        let authority = certificate.basic_constraints().is_some_and(|constraints| constraints.ca);
        for (clause, force, unmet, cause) in [
            (
                "RFC 5280 §4.2.1.12",
                if critical { policy.purpose } else { policy.advised_purpose },
                other,
                Cause::OtherPurposes { purposes: told::list(purposes.iter().map(|one| purpose(one))) },
            ),
            (
                "RFC 5280 §4.2.1.9",
                policy.end_entity,
                authority,
                Cause::Authority { certificate: certificate.subject().to_string() },
            ),
        ] {
            if unmet && force != Force::Ignore {
                checks.constrained(Question::KeyUsage, clause, force, why, &[("cause", cause.to_string())]);
                checks.rests_on([used(certificate)]);
                checks.because(&[cause]);
            }
        }
    }

    /// The time-stamp that proves a signature to have existed by then.
    fn proof(&self, index: usize, proven: Time) -> impl Iterator<Item = Object> {
        let case = &self.builder.case;
        let over = |stamp: &Stamp| stamp.covers.contains(&Object::Signature(index));
        let proves = |place: &usize| {
            let judged = self.stamps.get(*place);
            judged.is_some_and(|judged| judged.past.is_passed() && judged.since == proven)
                && case.stamps.get(*place).is_some_and(over)
        };
        (0..case.stamps.len()).find(proves).map(Object::Stamp).into_iter()
    }

    /// Proof of existence and past certificate validation, where they were asked (§5.6.2).
    fn past(&self, checks: &mut Checks, proven: Option<Time>, (index, judged): (usize, &Judgement)) {
        if let Some(time) = proven {
            checks.passed(Question::ProofOfExistence, PROOF, &[("proven", time.to_string())]);
            checks.rests_on(self.builder.used(self.proof(index, time)));
        }
        let Some(slid) = judged.slid else { return };
        let (proven, passed) = (judged.best_signature_time, judged.archival.is_passed());
        told::past(checks, Question::PastCertificate, slid, proven, passed);
        let chain = self.builder.case.signatures.get(index).map(|one| one.signing.chain.as_slice());
        let chain = chain.unwrap_or_default().iter().map(|index| Object::Certificate(*index));
        checks.rests_on(self.builder.used(chain));
    }

    fn time_order(&self, checks: &mut Checks, proven: Option<Time>, (index, found): (usize, &Finding)) {
        if checks.is_obstructed(&[Question::TimeOrder]) {
            return;
        }
        let now = self.decision.now();
        let order = found.open() == Some(SubIndication::TimestampOrderFailure);
        match proven {
            None => checks.not_applicable(Question::TimeOrder, TIME),
            Some(time) if !order && time <= now.plus(self.assessment.policy.tolerance()) => {
                checks.passed(Question::TimeOrder, TIME, &[("proven", time.to_string())]);
                checks.rests_on(self.builder.used(self.proof(index, time)));
            }
            Some(time) => {
                let detail = [("proven", time.to_string()), ("now", now.to_string())];
                let why = SubIndication::TimestampOrderFailure;
                checks.indeterminate(Question::TimeOrder, TIME, why, &detail);
                let case = self.builder.case.signatures.get(index);
                let stamps = case.iter().flat_map(|one| &one.stamps).map(|place| Object::Stamp(*place));
                checks.rests_on(self.builder.used(stamps));
            }
        }
    }

    /// A document time-stamp (`/ETSI.RFC3161`): its token, over the signed bytes of its own revision.
    pub fn of_timestamp(&self, signature: &SignatureFacts) -> SignatureReport {
        let mut checks = Checks::default();
        format::file_structure(&mut checks, &self.facts.document);
        format::byte_range(&mut checks, signature);
        self.context(&mut checks, None);
        if signature.altered_later {
            checks.failed(Question::SignatureDictionary, TST, SubIndication::FormatFailure, &[]);
        }
        let judged = self.archive.judged(signature, &self.stamps);
        match &judged {
            Ok(judged) => self.record(&mut checks, judged, judged.report.conclusion),
            Err(cause) => {
                let detail = [("cause", cause.to_string())];
                if matches!(cause, Cause::UnknownAlgorithm { .. }) {
                    let why = SubIndication::CryptoConstraintsFailure;
                    checks.indeterminate(Question::TimestampToken, TST, why, &detail);
                } else if signature.digests.is_err() {
                    let why = SubIndication::SignedDataNotFound;
                    checks.indeterminate(Question::TimestampToken, TST, why, &detail);
                } else {
                    checks.failed(Question::TimestampToken, TST, SubIndication::FormatFailure, &detail);
                }
                checks.because(std::slice::from_ref(cause));
            }
        }
        coverage(&mut checks, signature, &self.assessment.policy.changes);
        let judged = judged.ok();
        let passed = judged.as_ref().filter(|judged| judged.passed());
        SignatureReport {
            kind: signature.kind,
            field: signature.field.clone(),
            signer: None,
            conclusion: checks.conclusion(),
            level: None,
            best_signature_time: passed.map(|judged| judged.report.time),
            claimed_time: signature.claimed_time,
            covers_whole_file: signature.covers_whole_file,
            checks: checks.into_rows(),
            timestamps: judged.into_iter().map(|judged| judged.report).collect(),
        }
    }
}

/// A purpose of an extended key usage by its name in RFC 5280 §4.2.1.12, where it has one there.
fn purpose(oid: &str) -> String {
    let name = match oid {
        "1.3.6.1.5.5.7.3.1" => "serverAuth",
        "1.3.6.1.5.5.7.3.3" => "codeSigning",
        "1.3.6.1.5.5.7.3.8" => "timeStamping",
        "1.3.6.1.5.5.7.3.9" => "OCSPSigning",
        other => other,
    };
    name.to_owned()
}

fn signer(certificate: &Certificate) -> Signer {
    let (subject, issuer) = (certificate.subject(), certificate.issuer());
    Signer {
        name: called(&subject),
        pseudonym: subject.pseudonym.is_some(),
        serial_number: subject.serial_number.clone(),
        country: subject.country.clone(),
        issuer: issuer.common_name.clone().unwrap_or_else(|| issuer.to_string()),
        certificate: hex::encode(certificate.fingerprint()),
    }
}

/// By what people know the subject of a certificate; all of its name where nothing in it is such.
fn called(subject: &Name) -> String {
    let said = |part: &Option<String>| part.clone().filter(|part| !part.trim().is_empty());
    let full = said(&subject.given_name).zip(said(&subject.surname));
    let full = full.map(|(given, surname)| format!("{given} {surname}"));
    let known = full.or_else(|| said(&subject.common_name)).or_else(|| said(&subject.pseudonym));
    known.unwrap_or_else(|| subject.to_string())
}

#[cfg(test)]
mod tests {
    use pki::Name;

    use super::called;

    #[test]
    fn a_name_that_is_blank_is_none() {
        let some = |text: &str| Some(text.to_owned());
        let name = |given: Option<&str>, surname: Option<&str>, common: Option<&str>| Name {
            given_name: given.and_then(some),
            surname: surname.and_then(some),
            common_name: common.and_then(some),
            pseudonym: some("Kalev"),
            attributes: vec![("C".to_owned(), "EE".to_owned())],
            ..Name::default()
        };
        assert_eq!(called(&name(Some("Mari"), Some("Maasikas"), Some("M"))), "Mari Maasikas");
        assert_eq!(called(&name(Some(" "), Some("Maasikas"), Some("M"))), "M");
        assert_eq!(called(&name(Some(""), Some(""), Some("M"))), "M");
        assert_eq!(called(&name(None, None, Some(" "))), "Kalev");
        assert_eq!(called(&Name { pseudonym: None, ..name(None, None, None) }), "C=EE");
    }
}
