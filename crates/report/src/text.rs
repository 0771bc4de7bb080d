//! A report as plain text: one screen, the simple things first.
//!
//! The first line says where trust came from and whether it is a test. Then the document, then each signature: the
//! verdict in words and in the standard's terms, who, when, how far it reaches, and for every obstacle three lines:
//! what, why, what to do now.

use std::fmt;

use validation::report::{
    Answer, Check, Conclusion, Indication, Question, Report, SignatureKind, SignatureReport, TimestampReport,
};

use crate::codes::{code, kebab};
use crate::words::{Value, Words, plain};

/// How much is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// One screen: verdicts and obstacles.
    #[default]
    Short,
    /// Every check as question, answer and clause, with its figures.
    Details,
}

/// The most obstacles of one signature that a short text spells out; the rest is counted. One fault in a document
/// makes many checks fail, and the first ones in the standard's order say it best.
const OBSTACLES: usize = 3;

/// Writes a report about the document called `name`.
pub fn write(report: &Report, name: &str, extent: Extent, words: &Words) -> String {
    let mut text = Text { lines: Vec::new(), words };
    text.lines.push(head(&report.trust.name, report.trust.test, &report.validation_time, words));
    text.lines.push(line(report, name, words));
    for (index, signature) in report.signatures.iter().enumerate() {
        text.blank();
        text.signature(index + 1, signature, report.trust.test);
        match extent {
            Extent::Short => text.obstacles(signature, OBSTACLES),
            Extent::Details => {
                text.obstacles(signature, usize::MAX);
                text.checks(signature);
            }
        }
    }
    if extent == Extent::Details {
        text.blank();
        text.provenance(report);
    }
    text.lines.join("\n") + "\n"
}

/// The first line of everything: whose trust it rests on, whether it is a test, and when it was checked.
pub fn head(trust: &str, test: bool, at: &dyn fmt::Display, words: &Words) -> String {
    let id = if test { "report-trust-test" } else { "report-trust" };
    words.text(id, &[("source", plain(trust).into()), ("time", show(&at.to_string()).into())])
}

/// One line about the document called `name`: what all its signatures come to.
pub fn line(report: &Report, name: &str, words: &Words) -> String {
    let id = match report.overall() {
        None => "report-document-unsigned",
        Some(Indication::TotalPassed) => "report-document-passed",
        Some(Indication::Indeterminate) => "report-document-indeterminate",
        Some(Indication::TotalFailed) => "report-document-failed",
    };
    words.text(id, &[("name", plain(name).into()), ("count", Value::from(report.signers()))])
}

struct Text<'a> {
    lines: Vec<String>,
    words: &'a Words,
}

impl Text<'_> {
    fn signature(&mut self, number: usize, signature: &SignatureReport, test: bool) {
        let head = self.words.text(
            match (signature.kind, test) {
                (SignatureKind::DocumentTimestamp, false) => "report-stamp",
                (SignatureKind::DocumentTimestamp, true) => "report-stamp-test",
                (SignatureKind::Signature, false) => "report-signature",
                (SignatureKind::Signature, true) => "report-signature-test",
            },
            &[
                ("number", Value::from(number)),
                ("verdict", self.verdict(signature.conclusion).into()),
                ("standard", standard(signature.conclusion).into()),
            ],
        );
        self.lines.push(head);
        if let Some(sub_indication) = signature.conclusion.sub_indication {
            self.lines.push(format!("  {}", self.words.text(&reason_id(&sub_indication), &[])));
        }
        self.facts(signature);
    }

    fn facts(&mut self, signature: &SignatureReport) {
        match signature.kind {
            SignatureKind::Signature => self.signer_facts(signature),
            SignatureKind::DocumentTimestamp => self.stamp_facts(signature),
        }
        self.fact("signature-coverage", self.words.text(coverage(signature), &[]));
        self.fact("report-checks", self.tally(signature));
    }

    fn stamp_facts(&mut self, signature: &SignatureReport) {
        for stamp in &signature.timestamps {
            let unknown = || self.words.text("signature-unknown-authority", &[]);
            self.fact("signature-authority", stamp.authority.as_deref().map_or_else(unknown, plain));
            self.fact("signature-best-time", show(&stamp.time.to_string()));
        }
    }

    fn signer_facts(&mut self, signature: &SignatureReport) {
        match &signature.signer {
            Some(signer) => {
                let number =
                    signer.serial_number.as_deref().map(|n| format!(" ({})", plain(n))).unwrap_or_default();
                self.fact("signature-signer", format!("{}{number}", plain(&signer.name)));
                self.fact("signature-issuer", plain(&signer.issuer));
            }
            None => self.fact("signature-signer", self.words.text("signature-unknown-signer", &[])),
        }
        let level =
            signature.level.map_or_else(|| self.words.text("level-none", &[]), |level| level.to_string());
        self.fact("signature-level", level);
        let proven = signature.best_signature_time.map(|time| show(&time.to_string()));
        self.fact(
            "signature-best-time",
            proven.unwrap_or_else(|| self.words.text("signature-best-time-none", &[])),
        );
        if let (None, Some(claimed)) = (signature.best_signature_time, signature.claimed_time) {
            self.fact("signature-claimed-time", show(&claimed.to_string()));
        }
    }

    fn fact(&mut self, label: &str, value: String) {
        let label = self.words.text(label, &[]);
        self.lines.push(format!("  {label:<24}{value}"));
    }

    /// "17 passed, 1 not judged"; kinds that do not occur are left out, so that what was not judged stands out.
    fn tally(&self, signature: &SignatureReport) -> String {
        let kinds = [
            (Answer::Passed, "signature-tally-passed"),
            (Answer::Failed, "signature-tally-failed"),
            (Answer::Indeterminate, "signature-tally-indeterminate"),
            (Answer::NotJudged, "signature-tally-not-judged"),
        ];
        let count = |kind| signature.checks.iter().filter(|check| check.answer == kind).count();
        let said = kinds.into_iter().map(|(kind, id)| (count(kind), id)).filter(|(count, _)| *count > 0);
        let said = said.map(|(count, id)| self.words.text(id, &[("count", Value::from(count))]));
        said.collect::<Vec<_>>().join(", ")
    }

    fn obstacles(&mut self, signature: &SignatureReport, most: usize) {
        // What is wrong says more than what is not known because of it.
        let (failed, unknown): (Vec<_>, Vec<_>) =
            signature.obstacles().partition(|check| check.answer == Answer::Failed);
        for check in failed.into_iter().chain(unknown).take(most) {
            let [what, why, next] = obstacle(check, self.words);
            self.blank();
            self.lines.push(format!("  {what}"));
            self.lines.push(format!("    {why}"));
            self.lines.push(format!("    {next}"));
        }
        let more = signature.obstacles().count().saturating_sub(most);
        if more > 0 {
            self.lines.push(format!(
                "  {}",
                self.words.text("report-more-obstacles", &[("count", Value::from(more))])
            ));
        }
    }

    fn checks(&mut self, signature: &SignatureReport) {
        self.blank();
        for check in &signature.checks {
            let (question, answer) = (question(check, self.words), answer(check, self.words));
            self.lines.push(format!("  {question} {answer}"));
            self.lines.push(format!("      {}", plain(&check.clause)));
            for (name, value) in &check.detail {
                self.lines.push(format!("      {}: {}", plain(name), plain(value)));
            }
        }
        for timestamp in &signature.timestamps {
            let line = self.timestamp(timestamp);
            self.lines.push(line);
        }
    }

    fn timestamp(&self, timestamp: &TimestampReport) -> String {
        let authority = timestamp.authority.as_deref().map_or_else(|| "?".to_owned(), plain);
        let figures = [
            ("time", show(&timestamp.time.to_string()).into()),
            ("authority", authority.into()),
            ("verdict", self.verdict(timestamp.conclusion).into()),
            ("standard", Value::from(standard(timestamp.conclusion))),
        ];
        format!("  {}", self.words.text("report-timestamp", &figures))
    }

    fn provenance(&mut self, report: &Report) {
        let document = &report.document;
        self.fact("report-sha256", document.sha256.clone());
        self.fact("report-size", document.size.to_string());
        self.fact("report-revisions", document.revisions.to_string());
        self.fact("report-policy", format!("{} {}", plain(&report.policy.name), report.policy.hash));
        for anchor in &report.trust.anchors {
            self.fact("report-anchor", anchor.clone());
        }
        self.fact(
            "report-program",
            format!("{} {}", plain(&report.program.name), plain(&report.program.version)),
        );
    }

    fn verdict(&self, conclusion: Conclusion) -> String {
        self.words.text(&format!("indication-{}", code(&conclusion.indication)), &[])
    }

    fn blank(&mut self) {
        self.lines.push(String::new());
    }
}

/// What a check asks.
pub(crate) fn question(check: &Check, words: &Words) -> String {
    let name = code(&check.question);
    let id = format!("question-{name}");
    if words.has(&id) {
        words.text(&id, &[])
    } else {
        words.text("question-unknown", &[("code", name.into())])
    }
}

/// What a check answers.
pub(crate) fn answer(check: &Check, words: &Words) -> String {
    words.text(&format!("answer-{}", code(&check.answer)), &[])
}

/// What, why, what to do now, about a check that did not pass.
pub fn obstacle(check: &Check, words: &Words) -> [String; 3] {
    let id = format!("obstacle-{}", code(&check.question));
    let id = if words.has(&id) { id.as_str() } else { "obstacle-unknown" };
    let figures = [("answer", Value::from(code(&check.answer))), ("question", code(&check.question).into())];
    let attribute = |name| words.attribute(id, name, &figures).unwrap_or_default();
    [
        words.text(id, &figures),
        words.text("report-why", &[("why", attribute("cause").into())]),
        words.text("report-next", &[("next", attribute("next").into())]),
    ]
}

/// Whether the signature covers everything, everything but proof about signatures, or less.
fn coverage(signature: &SignatureReport) -> &'static str {
    let passed = |check: &&Check| check.question == Question::Coverage && check.answer == Answer::Passed;
    let later = signature.checks.iter().find(passed).map(|check| check.detail.get("later"));
    match later {
        _ if signature.covers_whole_file => "signature-coverage-whole",
        Some(Some(later)) if later == "archival" => "signature-coverage-proof",
        Some(_) => "signature-coverage-permitted",
        None => "signature-coverage-part",
    }
}

/// The conclusion in the standard's own terms.
fn standard(conclusion: Conclusion) -> String {
    match conclusion.sub_indication {
        Some(sub_indication) => format!("{} / {sub_indication}", conclusion.indication),
        None => conclusion.indication.to_string(),
    }
}

fn reason_id(sub_indication: &validation::report::SubIndication) -> String {
    format!("sub-indication-{}", kebab(sub_indication))
}

/// `2026-11-22T14:03:00.123Z` as `2026-11-22 14:03:00 UTC`: the whole seconds are what people compare.
fn show(rfc3339: &str) -> String {
    let seconds = rfc3339.get(..19).unwrap_or(rfc3339);
    format!("{} UTC", seconds.replace('T', " "))
}
