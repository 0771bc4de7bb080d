//! A report as plain text: one screen, the simple things first.
//!
//! The first line says where trust came from and whether it is a test. Then the document, then each signature: the
//! verdict in words and in the standard's terms, who, when, how far it reaches, and for every obstacle three lines:
//! what, why, what to do now.

use validation::objects::Objects;
use validation::report::{
    Answer, Asked, Check, Conclusion, Indication, Report, Sight, SignatureKind, SignatureReport, Standing,
    TimestampReport, TrustSource,
};

use crate::codes::code;
use crate::facts::{self, Fact};
use crate::sight;
use crate::words::{Value, Words, named, plain};

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

/// Of more signatures than these, each that holds without a warning is told in two lines.
const FEW: usize = 4;

/// From how many bytes on a line is too long to be said twice.
const LONG: usize = 80;

/// The most things that are remembered to have been said: a report on thousands of signatures must not take the square of that.
const REMEMBERED: usize = 50;

/// Writes a report about the document called `name`.
pub fn write(report: &Report, name: &str, extent: Extent, words: &Words) -> String {
    written(report, None, name, extent, words)
}

/// Writes it with all details, and with the digest of everything that the verdict rested on.
pub fn full(report: &Report, objects: &Objects, name: &str, words: &Words) -> String {
    written(report, Some(objects), name, Extent::Details, words)
}

fn written(report: &Report, objects: Option<&Objects>, name: &str, extent: Extent, words: &Words) -> String {
    let (said, told, known) = Default::default();
    let mut text = Text { lines: Vec::new(), words, asked: report.asked, said, told, known };
    text.lines.push(head(&report.standing(), words));
    text.lines.push(line(report, name, words));
    text.lines.extend(facts::state(report, words).iter().map(|line| format!("  {line}")));
    if extent == Extent::Short {
        let label = || words.text("report-earlier", &[]);
        text.facts(facts::earlier(report, words).into_iter().map(|line| (label(), line)).collect());
    }
    let many = extent == Extent::Short && report.signatures.len() > FEW;
    let mut stands_alone = true;
    for (index, signature) in report.signatures.iter().enumerate() {
        let in_a_line = many && holds(signature);
        if stands_alone || !in_a_line {
            text.blank();
        }
        stands_alone = !in_a_line;
        text.signature(index + 1, signature, report.trust.test);
        match extent {
            _ if in_a_line => text.in_a_line(signature),
            Extent::Short => text.brief(index + 1, signature),
            Extent::Details => {
                text.facts(facts::of_signature(signature, words));
                text.obstacles(signature, usize::MAX);
                text.checks(signature);
            }
        }
    }
    match extent {
        Extent::Short if report.missing.is_empty() => {}
        Extent::Short => {
            text.blank();
            let count = ("count", Value::from(report.missing.len()));
            text.lines.push(words.text("report-missing-some", &[count]));
        }
        Extent::Details => {
            text.blank();
            text.facts(facts::missing(report, words));
            text.facts(facts::provenance(report, words));
            text.evidence(objects);
        }
    }
    text.lines.join("\n") + "\n"
}

/// The first line of everything: whose trust it rests on, whether it is a test, and when it was checked, with what and
/// under which policy.
pub fn head(standing: &Standing, words: &Words) -> String {
    let Standing { program, trust, policy, validation_time } = standing;
    let id = if trust.test { "report-trust-test" } else { "report-trust" };
    let hash = facts::short(&policy.hash);
    let figures = [
        ("source", plain(&trust.name).into()),
        ("time", facts::show(&validation_time.to_string()).into()),
        ("program", plain(&format!("{} {}", program.name, program.version)).into()),
        ("policy", plain(&policy.name).into()),
        ("hash", Value::from(hash)),
    ];
    words.text(id, &figures)
}

/// A trust source by its name and its first anchors: others may have the same name.
pub fn trusted(trust: &TrustSource) -> String {
    facts::trusted(trust)
}

/// What is to be seen and where, a line each.
pub fn sights(sights: &[Sight], words: &Words) -> Vec<String> {
    sights.iter().map(|sight| sight::line(sight, words)).collect()
}

/// One line about the document called `name`: what all its signatures come to.
pub fn line(report: &Report, name: &str, words: &Words) -> String {
    let id = match report.overall() {
        // What is not there may have been lost.
        None if report.document.cut_off => "report-document-unsigned-cut-off",
        None if report.document.repaired.is_some() => "report-document-unsigned-damaged",
        None if report.document.unaccounted_content => "report-document-unsigned-behind",
        None => "report-document-unsigned",
        Some(Indication::TotalPassed) => "report-document-passed",
        Some(Indication::Indeterminate) => "report-document-indeterminate",
        Some(Indication::TotalFailed) => "report-document-failed",
    };
    words.text(id, &[("name", named(name).into()), ("count", Value::from(report.signers()))])
}

struct Text<'a> {
    lines: Vec<String>,
    words: &'a Words,
    asked: Asked,
    /// What became of the document since each signature, by the number of the first of which it was said.
    said: Vec<(usize, Vec<Fact>)>,
    /// What stands in the way, as it was told.
    told: Vec<[String; 3]>,
    /// What was told of one of many signatures that hold.
    known: Vec<Fact>,
}

/// Whether there is nothing about it that somebody has to be told.
fn holds(signature: &SignatureReport) -> bool {
    let warns = signature.checks.iter().any(|check| check.answer == Answer::Warning);
    signature.conclusion == Conclusion::PASSED && !warns
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
                ("verdict", facts::verdict(signature.conclusion, self.words).into()),
                ("standard", facts::standard(signature.conclusion).into()),
            ],
        );
        self.lines.push(head);
        self.lines.extend(facts::reason(signature, self.words).map(|reason| format!("  {reason}")));
    }

    /// One screen: what was said of an earlier signature in the same words is not said again.
    fn brief(&mut self, number: usize, signature: &SignatureReport) {
        let since = facts::since(signature, self.words);
        self.facts(facts::who(signature, self.words));
        match self.said.iter().find(|said| said.1 == since).map(|said| said.0) {
            Some(earlier) if since.len() > 1 || since.iter().any(|(_, value)| value.len() > LONG) => {
                let same = self.words.text("report-same", &[("number", Value::from(earlier))]);
                self.facts(vec![(self.words.text("signature-changes", &[]), same)]);
            }
            _ => {
                self.facts(since.clone());
                if self.said.len() < REMEMBERED {
                    self.said.push((number, since));
                }
            }
        }
        self.facts(vec![facts::checked(signature, self.words)]);
        self.obstacles(signature, OBSTACLES);
    }

    /// One of many: who and when, and what was not said of one before.
    fn in_a_line(&mut self, signature: &SignatureReport) {
        let mut who = facts::who(signature, self.words);
        let coverage = who.pop();
        let who: Vec<String> = who.into_iter().map(|(label, value)| format!("{label}: {value}")).collect();
        self.lines.push(format!("  {}", who.join("; ")));
        let since = coverage.into_iter().chain(facts::since(signature, self.words));
        let new: Vec<Fact> = since.filter(|fact| !self.known.contains(fact)).collect();
        let room = REMEMBERED.saturating_sub(self.known.len());
        self.known.extend(new.iter().take(room).cloned());
        self.facts(new);
    }

    fn facts(&mut self, facts: Vec<Fact>) {
        let lines = facts.into_iter().map(|(label, value)| format!("  {label:<23} {value}"));
        self.lines.extend(lines);
    }

    fn obstacles(&mut self, signature: &SignatureReport, most: usize) {
        let obstacles = signature.gravest_obstacles();
        let said = obstacles.iter().take(most).map(|check| obstacle(check, self.asked, self.words));
        // Of several signatures with the same in the way, the first is told why, and what to do.
        let is_told = |said: &[String; 3]| most == OBSTACLES && self.told.contains(said);
        let (again, new): (Vec<_>, Vec<_>) = said.partition(is_told);
        if !again.is_empty() {
            let what: Vec<String> = again.into_iter().map(|[what, ..]| what).collect();
            self.blank();
            self.lines.push(format!("  {}", what.join(" ")));
        }
        for said in new {
            let [what, why, next] = &said;
            self.blank();
            self.lines.push(format!("  {what}"));
            self.lines.push(format!("    {why}"));
            self.lines.push(format!("    {next}"));
            if self.told.len() < REMEMBERED {
                self.told.push(said);
            }
        }
        let more = obstacles.len().saturating_sub(most);
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
            let (question, answer) = (facts::question(check, self.words), facts::answer(check, self.words));
            self.lines.push(format!("  {question} {answer}"));
            self.lines.push(format!("      {}", plain(&check.clause)));
            let evidence = sight::evidence(check, str::to_owned, self.words);
            let lines =
                [sight::lines(check, self.words), sight::figures(check, self.words), evidence].concat();
            self.lines.extend(lines.iter().map(|line| format!("      {line}")));
        }
        for timestamp in &signature.timestamps {
            let line = self.timestamp(timestamp);
            self.lines.push(line);
        }
    }

    fn timestamp(&self, timestamp: &TimestampReport) -> String {
        let authority = timestamp.authority.as_deref().map_or_else(|| "?".to_owned(), plain);
        let figures = [
            ("time", facts::show(&timestamp.time.to_string()).into()),
            ("authority", authority.into()),
            ("verdict", facts::verdict(timestamp.conclusion, self.words).into()),
            ("standard", Value::from(facts::standard(timestamp.conclusion))),
        ];
        format!("  {}", self.words.text("report-timestamp", &figures))
    }

    /// Everything that the verdict rested on, by its digest.
    fn evidence(&mut self, objects: Option<&Objects>) {
        let Some(objects) = objects.filter(|objects| !objects.all.is_empty()) else { return };
        self.blank();
        self.lines.push(format!("  {}", self.words.text("paper-evidence", &[])));
        for object in &objects.all {
            let [kind, origin] = facts::kind_and_origin(object).map(|id| self.words.text(id, &[]));
            self.lines.push(format!("    {}  {kind} ({origin})", object.sha256));
        }
    }

    fn blank(&mut self) {
        self.lines.push(String::new());
    }
}

/// On which side of what it had to be a moment lies: `before`, or anything else.
fn when(check: &Check) -> &'static str {
    // Times in one form, RFC 3339 in UTC, have the order of their letters.
    let too_early = match (check.detail.get("at"), check.detail.get("from")) {
        (Some(at), Some(from)) => at < from,
        _ => check.is_in_future(),
    };
    if too_early { "before" } else { "other" }
}

/// What is known of a certificate of which it is open whether it was revoked: `revoked`, `incomplete`, `stale`, or nothing.
fn known(check: &Check) -> &'static str {
    match (check.detail.get("revoked"), check.detail.get("issued")) {
        (Some(_), _) => "revoked",
        (None, _) if check.is_incomplete() => "incomplete",
        (None, Some(_)) => "stale",
        (None, None) => "nothing",
    }
}

/// What, why, what to do now, about a check that did not pass where `asked` was asked for what was lacking.
pub fn obstacle(check: &Check, asked: Asked, words: &Words) -> [String; 3] {
    let id = format!("obstacle-{}", code(&check.question));
    let id = if words.has(&id) { id.as_str() } else { "obstacle-unknown" };
    let figures = [
        ("answer", Value::from(code(&check.answer))),
        ("question", code(&check.question).into()),
        ("asked", code(&asked).into()),
        ("fault", check.algorithm_fault().map(|fault| code(&fault)).unwrap_or_default().into()),
        ("when", when(check).into()),
        ("known", known(check).into()),
    ];
    let attribute = |name| words.attribute(id, name, &figures).unwrap_or_default();
    [
        words.text(id, &figures),
        words.text("report-why", &[("why", attribute("cause").into())]),
        words.text("report-next", &[("next", attribute("next").into())]),
    ]
}
