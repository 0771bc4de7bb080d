//! The rows on a time-stamp, EN 319 102-1 §5.4: what it is over, its value, and what stands behind it. What they come to was
//! decided by [`crate::standard`]; here it is told.

use pki::Status;

use crate::case::Builder;
use crate::cause::Cause;
use crate::certificate::{figures, freshness, held};
use crate::checks::{Checks, Detail};
use crate::policy::{Level, Policy, Role};
use crate::report::{Conclusion, Question, SubIndication, Used};
use crate::standard::{Case, Decision, Moments, Object, Stamp, unit_lacks};
use crate::timestamp::Judged;
use crate::told;

const TST: &str = "EN 319 102-1 §5.4";

/// Tells of one time-stamp.
pub(crate) struct Rows<'a, 'b> {
    pub decision: &'a Decision<'a>,
    pub builder: &'a Builder<'a, 'a>,
    pub policy: &'a Policy,
    pub judged: &'b Judged,
    /// What the time-stamp comes to for what it stamps.
    pub conclusion: Conclusion,
}

/// Rows as they are told; the first that can carries the conclusion.
struct Telling<'c, 'b> {
    checks: &'c mut Checks,
    force: Level,
    conclusion: Conclusion,
    cause: Option<&'b Cause>,
    carrier: Option<Question>,
}

impl Telling<'_, '_> {
    /// A row that says whether something holds.
    fn row(&mut self, question: Question, holds: bool, detail: Detail<'_>, evidence: Vec<Used>) {
        match holds {
            true => self.checks.passed(question, TST, detail),
            false if self.carrier == Some(question) => return self.conclude(question, detail, evidence),
            false => self.checks.unmet(question, TST, self.force, detail),
        }
        self.checks.rests_on(evidence);
    }

    fn conclude(&mut self, question: Question, detail: Detail<'_>, evidence: Vec<Used>) {
        let cause = self.cause.map(|cause| ("cause", cause.to_string()));
        let detail: Vec<_> = detail.iter().cloned().chain(cause).collect();
        match self.conclusion.sub_indication {
            Some(why) if self.force != Level::Fail => {
                self.checks.constrained(question, TST, self.force, why, &detail);
            }
            _ => self.checks.concluded(question, TST, self.conclusion, &detail),
        }
        self.checks.rests_on(evidence);
        self.checks.because(self.cause.cloned().as_slice());
        self.carrier = None;
    }
}

impl<'a> Rows<'a, '_> {
    fn case(&self) -> &'a Case {
        &self.builder.case
    }

    /// Tells them.
    pub fn tell(&self, checks: &mut Checks) {
        let Some(stamp) = self.case().stamps.get(self.judged.stamp) else { return };
        let passed = self.judged.passed();
        let carrier = if passed { None } else { told::of_timestamp(&self.judged.found) };
        let mut telling = Telling {
            checks,
            force: self.decision.depends_on(self.judged.stamp),
            conclusion: self.conclusion,
            cause: self.judged.cause.as_ref(),
            carrier: carrier.or((!passed).then_some(Question::TimestampToken)),
        };
        self.token(&mut telling, stamp);
        // As of a moment when it was not there yet, nothing is asked of what stands behind it.
        let was_there = carrier != Some(Question::TimeOrder);
        if self.judged.sound && was_there && self.path(&mut telling, stamp) {
            self.unit(&mut telling, stamp);
            self.revocation(&mut telling, stamp);
            self.strength(&mut telling, stamp);
        }
        // What none of them says.
        if let Some(question) = telling.carrier {
            telling.conclude(question, &self.figures(), self.used([]));
        }
        self.past(checks, stamp);
    }

    fn figures(&self) -> [(&'static str, String); 2] {
        let report = &self.judged.report;
        [("time", report.time.to_string()), ("authority", report.authority.clone().unwrap_or_default())]
    }

    /// The token, and what else an answer rests on.
    fn used(&self, others: impl IntoIterator<Item = Object>) -> Vec<Used> {
        self.builder.used(std::iter::once(Object::Stamp(self.judged.stamp)).chain(others))
    }

    /// What it is over, and its value. One that does not hold may be a trace of tampering.
    fn token(&self, telling: &mut Telling<'_, '_>, stamp: &Stamp) {
        let [time, authority] = self.figures();
        let over = stamp.references.iter().all(|one| one.found && one.intact);
        let digest = stamp.references.iter().find_map(|one| one.digest.clone()).unwrap_or_default();
        if !self.judged.sound {
            let question = if over { Question::TimestampToken } else { Question::TimestampImprint };
            telling.carrier = Some(question);
            // By an algorithm that is not known nobody can tell.
            telling.conclusion = Conclusion::indeterminate(match telling.conclusion.sub_indication {
                Some(why @ SubIndication::CryptoConstraintsFailure) => why,
                _ => SubIndication::SigConstraintsFailure,
            });
        }
        let imprint = [time.clone(), ("algorithm", digest)];
        telling.row(Question::TimestampImprint, over, &imprint, self.used([]));
        let verifies = self.judged.sound || !over && stamp.signing.intact;
        let unit = stamp.signing.chain.first().map(|unit| Object::Certificate(*unit));
        telling.row(Question::TimestampToken, verifies, &[time, authority], self.used(unit));
    }

    /// Whether there is a path; without one nothing is asked of it.
    fn path(&self, telling: &mut Telling<'_, '_>, stamp: &Stamp) -> bool {
        let fault = self.decision.path(&stamp.signing, self.decision.now());
        let holds = self.judged.passed() || fault.is_none();
        let chain = stamp.signing.chain.iter();
        let names = chain.clone().filter_map(|index| self.case().certificate(*index));
        let names: Vec<&str> = names.map(|one| one.name.as_str()).collect();
        let detail = [("path", names.join(" ← "))];
        let used = self.used(chain.map(|index| Object::Certificate(*index)));
        telling.row(Question::TimestampPath, holds, &detail, used);
        holds
    }

    /// Whether the unit's certificate was in its term, and is for time-stamps.
    fn unit(&self, telling: &mut Telling<'_, '_>, stamp: &Stamp) {
        let Some(index) = stamp.signing.chain.first() else { return };
        let Some(unit) = self.case().certificate(*index) else { return };
        let passed = self.judged.passed();
        let used = || self.used([Object::Certificate(*index)]);
        let term = unit.not_before..=unit.not_after;
        let detail = [
            ("from", unit.not_before.to_string()),
            ("until", unit.not_after.to_string()),
            ("at", stamp.time.to_string()),
        ];
        let is_decided = passed || term.contains(&self.decision.now());
        self.constrained(
            telling,
            (Question::TimestampValidity, self.policy.timestamp.stated_in_validity),
            (term.contains(&stamp.time), is_decided),
            &detail,
            used(),
        );
        let lacking = unit_lacks(unit);
        let cause = lacking.map(|part| Cause::SignerUnauthorised { part: part.into() });
        let detail: Vec<_> = cause.iter().map(|cause| ("cause", cause.to_string())).collect();
        self.constrained(
            telling,
            (Question::TimestampPurpose, self.policy.timestamp.purpose),
            (lacking.is_none(), true),
            &detail,
            used(),
        );
        telling.checks.because(cause.as_slice());
    }

    /// A row on something that the policy may do without: whether it holds, and if so, whether that decides.
    fn constrained(
        &self,
        telling: &mut Telling<'_, '_>,
        (question, level): (Question, Level),
        (holds, decides): (bool, bool),
        detail: Detail<'_>,
        evidence: Vec<Used>,
    ) {
        match (holds, level) {
            (true, _) => telling.row(question, decides, detail, evidence),
            (false, Level::Fail) => telling.row(question, false, detail, evidence),
            (false, level) => {
                telling.checks.unmet(question, TST, level, detail);
                telling.checks.rests_on(evidence);
            }
        }
    }

    /// Whether the certificates of the path were not revoked, as far as that is known recently enough.
    fn revocation(&self, telling: &mut Telling<'_, '_>, stamp: &Stamp) {
        let now = self.decision.now();
        let moments = Moments { fresh: now.min(stamp.time), ..Moments::at(now) };
        let passed = self.judged.passed();
        for (position, index) in self.decision.below_anchor(&stamp.signing, now).into_iter().enumerate() {
            let Some(certificate) = self.case().certificate(index) else { continue };
            let newest = self.decision.newest(index, now);
            let newest = newest.filter(|said| !matches!(said.status, Status::Unknown));
            let data = newest.map(|said| Object::Revocation(said.revocation));
            let used = self.used([Object::Certificate(index)].into_iter().chain(data));
            if let Some(said) = newest.filter(|_| !certificate.exempt) {
                let detail = held(self.case(), certificate, &said, moments.fresh);
                let stale = self.decision.staleness(&said, Role::Timestamp, moments.fresh);
                freshness(telling.checks, (Question::TimestampFreshness, TST), (stale, passed), &detail);
                telling.checks.rests_on(used.clone());
            }
            let found = self.decision.status((index, position), Role::Timestamp, moments);
            let mut detail = figures(self.case(), certificate, newest.as_ref());
            detail.extend(found.since.filter(|_| !passed).map(|since| ("revoked", since.to_string())));
            let holds = passed || found.is_passed();
            let cause = found.cause.filter(|_| !holds);
            detail.extend(cause.iter().map(|cause| ("cause", cause.to_string())));
            telling.row(Question::TimestampRevocation, holds, &detail, used);
            telling.checks.because(cause.as_slice());
        }
    }

    fn strength(&self, telling: &mut Telling<'_, '_>, stamp: &Stamp) {
        let strength = self.decision.stamp_strength(self.judged.stamp, stamp);
        let used = stamp.signing.algorithm.iter().map(ToString::to_string);
        let mut detail: Vec<_> = used.map(|used| ("algorithm", used)).collect();
        let holds = self.judged.passed() || strength.is_passed();
        if !holds && telling.carrier != Some(Question::TimestampAlgorithms) {
            detail.extend(strength.cause.iter().map(|cause| ("weak", cause.to_string())));
        }
        let weak = strength.weak.iter().map(|(object, _)| *object).filter(|_| !holds);
        telling.row(Question::TimestampAlgorithms, holds, &detail, self.used(weak));
        telling.checks.because(strength.cause.as_slice());
    }

    /// Past certificate validation, where it was asked (§5.6.2.1).
    fn past(&self, checks: &mut Checks, stamp: &Stamp) {
        let Some(slid) = self.judged.slid else { return };
        let proven = self.decision.proof(Object::Stamp(self.judged.stamp));
        told::past(checks, Question::PastTimestamp, slid, proven, self.judged.passed());
        let chain = stamp.signing.chain.iter().map(|index| Object::Certificate(*index));
        checks.rests_on(self.used(chain));
    }
}
