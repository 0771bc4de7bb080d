//! What is said of a signature in every form: label and value, in the same words on the screen and on paper.

use validation::objects::{Object, ObjectKind, Origin};
use validation::report::{
    Answer, Asked, Check, Conclusion, Missing, Piece, PolicyIdentity, Question, Reason, Report, Sight,
    SignatureKind, SignatureReport, TrustSource, What,
};

use crate::codes::{code, kebab};
use crate::sight;
use crate::words::{Value, Words, plain, set_apart};

/// The most letters of a digest where it only tells one thing from another.
const SHORT: usize = 12;

/// The most places of a page that one line names; all that are known stand with the check.
const PLACES: usize = 3;

/// What begins another fact where several stand in a line.
const BEHIND_A_FACT: [&str; 2] = ["; ", ": "];

/// What begins the number behind a name, or another fact.
const BEHIND_A_NAME: [&str; 4] = ["(", ")", "; ", ": "];

/// A label and its value.
pub(crate) type Fact = (String, String);

/// Who, how far, when; what is covered; and how many checks came out how.
pub(crate) fn of_signature(signature: &SignatureReport, words: &Words) -> Vec<Fact> {
    [who(signature, words), since(signature, words), vec![checked(signature, words)]].concat()
}

/// Who, when, and what is covered.
pub(crate) fn who(signature: &SignatureReport, words: &Words) -> Vec<Fact> {
    let mut facts = Facts { facts: Vec::new(), words };
    match signature.kind {
        SignatureKind::Signature => facts.signer(signature),
        SignatureKind::DocumentTimestamp => facts.stamp(signature),
    }
    facts.add("signature-coverage", words.text(coverage(signature), &[]));
    facts.facts
}

/// What became of the document since, and what in it can change.
pub(crate) fn since(signature: &SignatureReport, words: &Words) -> Vec<Fact> {
    let mut facts = Facts { facts: Vec::new(), words };
    facts.changes(signature);
    facts.looks(signature);
    facts.active(signature);
    facts.facts
}

/// How many checks came out how.
pub(crate) fn checked(signature: &SignatureReport, words: &Words) -> Fact {
    (words.text("report-checks", &[]), tally(signature, words))
}

/// What it was that was checked, by whom, under which policy and trust.
pub(crate) fn provenance(report: &Report, words: &Words) -> Vec<Fact> {
    let mut facts = Facts { facts: Vec::new(), words };
    let document = &report.document;
    facts.add("report-sha256", plain(&document.sha256));
    facts.add("report-size", document.size.to_string());
    facts.add("report-revisions", document.revisions.to_string());
    if let Some(fault) = &document.repaired {
        let told = document.damage.as_ref().map(|why| sight::later(why, words));
        facts.add("report-rebuilt", told.unwrap_or_else(|| plain(fault)));
    }
    for line in earlier(report, words) {
        facts.add("report-earlier", line);
    }
    [facts.facts, standing(report, words)].concat()
}

/// By what it was checked: policy, anchors, program.
pub(crate) fn standing(report: &Report, words: &Words) -> Vec<Fact> {
    let mut facts = Facts { facts: Vec::new(), words };
    facts.add("report-policy", format!("{} {}", plain(&report.policy.name), report.policy.hash));
    for anchor in &report.trust.anchors {
        facts.add("report-anchor", plain(anchor));
    }
    let program = format!("{} {}", plain(&report.program.name), plain(&report.program.version));
    facts.add("report-program", program);
    facts.facts
}

/// In what state the file is, where it is not as it should be.
pub(crate) fn state(report: &Report, words: &Words) -> Vec<String> {
    let document = &report.document;
    let damage = match &document.repaired {
        None => None,
        Some(_) if document.cut_off => Some("verdict-cut-off"),
        Some(_) => Some("verdict-repaired"),
    };
    let mut said: Vec<String> = damage.iter().map(|id| words.text(id, &[])).collect();
    if document.unaccounted_bytes > 0 {
        let count = ("count", Value::from(document.unaccounted_bytes));
        said.push(words.text("report-unaccounted", &[count]));
    }
    if report.signers() == 0 && (damage.is_some() || document.unaccounted_content) {
        said.push(words.text("verdict-signature-lost", &[]));
    }
    said
}

/// That it rests on what was saved, and not on a document; and by what it was judged then, where that was something else.
pub(crate) fn earlier(report: &Report, words: &Words) -> Vec<String> {
    let Some(earlier) = &report.earlier else { return Vec::new() };
    let said = |id, then: String, now: String| {
        words.text(id, &[("then", plain(&then).into()), ("now", plain(&now).into())])
    };
    let saved = earlier.validation_time.to_string();
    let mut lines = vec![words.text("report-earlier-saved", &[("then", saved.into())])];
    if !earlier.same_trust {
        lines.push(said("report-earlier-trust", trusted(&earlier.trust), trusted(&report.trust)));
    }
    if let (Some(false), Some(then)) = (earlier.same_policy, &earlier.policy) {
        let named = |policy: &PolicyIdentity| format!("{} ({})", policy.name, short(&policy.hash));
        lines.push(said("report-earlier-policy", named(then), named(&report.policy)));
    }
    lines
}

/// The most anchors that are named in a line.
const ANCHORS: usize = 3;

/// A trust source by its name and its first anchors: others may have the same name.
pub(crate) fn trusted(trust: &TrustSource) -> String {
    let anchors: Vec<String> = trust.anchors.iter().take(ANCHORS).map(|hash| short(hash)).collect();
    let more = if trust.anchors.len() > ANCHORS { ", …" } else { "" };
    format!("{} ({}{more})", trust.name, anchors.join(", "))
}

/// As many letters of a digest as tell one thing from another.
pub(crate) fn short(hash: &str) -> String {
    hash.chars().take(SHORT).collect()
}

/// What could change what is undetermined, and where it may be had.
pub(crate) fn missing(report: &Report, words: &Words) -> Vec<Fact> {
    let label = words.text("report-missing", &[]);
    report.missing.iter().map(|one| (label.clone(), of_missing(one, words))).collect()
}

fn of_missing(missing: &Missing, words: &Words) -> String {
    let Missing { piece, subject, issuers, ocsp, crls, .. } = missing;
    let id = match piece {
        Piece::Issuer => "missing-issuer",
        Piece::Revocation => "missing-revocation",
    };
    let ways = [("", issuers), ("OCSP ", ocsp), ("CRL ", crls)];
    let places =
        ways.iter().flat_map(|(way, urls)| urls.iter().map(move |url| format!("{way}{}", plain(url))));
    let places = places.collect::<Vec<_>>().join(", ");
    let places = if places.is_empty() { words.text("missing-nowhere", &[]) } else { places };
    words.text(id, &[("subject", plain(subject).into()), ("where", places.into())])
}

/// The word for what an object is.
pub(crate) const fn kind(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Certificate => "object-certificate",
        ObjectKind::Crl => "object-crl",
        ObjectKind::Ocsp => "object-ocsp",
        ObjectKind::Timestamp => "object-timestamp",
    }
}

/// The sentences that say what an object is and where it came from.
pub(crate) const fn kind_and_origin(object: &Object) -> [&'static str; 2] {
    let origin = match object.origin {
        Origin::Document => "origin-document",
        Origin::Gathered => "origin-gathered",
        Origin::Trust => "origin-trust",
    };
    [kind(object.kind), origin]
}

struct Facts<'a> {
    facts: Vec<Fact>,
    words: &'a Words,
}

impl Facts<'_> {
    fn add(&mut self, label: &str, value: String) {
        self.facts.push((self.words.text(label, &[]), value));
    }

    /// What was changed since, by name.
    fn changes(&mut self, signature: &SignatureReport) {
        for question in [Question::ChangesAfterSigning, Question::Coverage] {
            let lines = asked(signature, question).map(|check| sight::lines(check, self.words));
            for line in lines.unwrap_or_default() {
                self.add("signature-changes", line);
            }
        }
    }

    /// What is seen of the pages beside what was signed; nothing where nothing came later.
    fn looks(&mut self, signature: &SignatureReport) {
        let Some(pages) = asked(signature, Question::Pages) else { return };
        let places = |id: &str, wanted: fn(&What) -> bool| {
            let found: Vec<&Sight> = pages.sights.iter().filter(|sight| wanted(&sight.what)).collect();
            let untold = pages.sights.iter().find_map(|sight| match sight.what {
                What::More { count } if !found.is_empty() => Some(count),
                _ => None,
            });
            let mut places: Vec<String> =
                found.iter().take(PLACES).map(|sight| sight::seen(sight, self.words)).collect();
            let more = found.len().saturating_sub(PLACES).saturating_add(untold.unwrap_or(0));
            if more > 0 {
                places.push(self.words.text("sight-more", &[("count", Value::from(more))]));
            }
            (!places.is_empty()).then(|| self.words.text(id, &[("places", places.join("; ").into())]))
        };
        let value = match pages.answer {
            Answer::NotApplicable => return,
            Answer::NotJudged => self.words.text("signature-pages-open", &[]),
            _ => {
                let differ = |what: &What| {
                    matches!(what, What::Differs { .. } | What::Astray | What::PageCount { .. })
                };
                let omitted = |what: &What| matches!(what, What::NotCompared { .. });
                let known = places("signature-pages-differ", differ)
                    .or_else(|| places("signature-pages-partly", omitted));
                let alike = match pages.sights.is_empty() {
                    true => "signature-pages-alike",
                    false => "signature-pages-permitted",
                };
                known.unwrap_or_else(|| self.words.text(alike, &[]))
            }
        };
        self.add("signature-pages", value);
        for (question, label) in
            [(Question::CoveredContent, "signature-covered"), (Question::FieldLooks, "signature-fields")]
        {
            let lines = asked(signature, question).map(|check| sight::lines(check, self.words));
            for line in lines.unwrap_or_default() {
                self.add(label, line);
            }
        }
    }

    /// What can change what is shown.
    fn active(&mut self, signature: &SignatureReport) {
        let Some(check) = asked(signature, Question::ActiveContent) else { return };
        for line in sight::lines(check, self.words) {
            self.add("signature-active", line);
        }
    }

    fn signer(&mut self, signature: &SignatureReport) {
        match &signature.signer {
            Some(signer) => {
                let name = set_apart(signer.name.trim(), &BEHIND_A_NAME);
                let name = match (name.is_empty(), signer.pseudonym) {
                    (true, _) => self.words.text("signature-unknown-signer", &[]),
                    (false, true) => self.words.text("signature-pseudonym", &[("name", name.into())]),
                    (false, false) => name,
                };
                let number = signer.serial_number.as_deref().map(|n| set_apart(n, &BEHIND_A_NAME));
                let number = number.map(|number| format!(" ({number})")).unwrap_or_default();
                self.add("signature-signer", format!("{name}{number}"));
                self.add("signature-issuer", set_apart(&signer.issuer, &BEHIND_A_FACT));
            }
            None => self.add("signature-signer", self.words.text("signature-unknown-signer", &[])),
        }
        let level =
            signature.level.map_or_else(|| self.words.text("level-none", &[]), |level| level.to_string());
        self.add("signature-level", level);
        let proven = signature.best_signature_time.map(|time| show(&time.to_string()));
        self.add(
            "signature-best-time",
            proven.unwrap_or_else(|| self.words.text("signature-best-time-none", &[])),
        );
        if let (None, Some(claimed)) = (signature.best_signature_time, signature.claimed_time) {
            self.add("signature-claimed-time", show(&claimed.to_string()));
        }
    }

    fn stamp(&mut self, signature: &SignatureReport) {
        // What nobody trusts states a time and proves none.
        let proves = signature.best_signature_time.is_some();
        let label = if proves { "signature-best-time" } else { "report-stated-time" };
        for stamp in &signature.timestamps {
            let unknown = || self.words.text("signature-unknown-authority", &[]);
            let authority = stamp.authority.as_deref().map(|name| set_apart(name, &BEHIND_A_FACT));
            self.add("signature-authority", authority.unwrap_or_else(unknown));
            self.add(label, show(&stamp.time.to_string()));
        }
    }
}

/// The row that answers a question.
fn asked(signature: &SignatureReport, question: Question) -> Option<&Check> {
    signature.checks.iter().find(|check| check.question == question)
}

/// The conclusion in words.
pub(crate) fn verdict(conclusion: Conclusion, words: &Words) -> String {
    words.text(&format!("indication-{}", code(&conclusion.indication)), &[])
}

/// The conclusion in the standard's own terms.
pub(crate) fn standard(conclusion: Conclusion) -> String {
    match conclusion.sub_indication {
        Some(sub_indication) => format!("{} / {sub_indication}", conclusion.indication),
        None => conclusion.indication.to_string(),
    }
}

/// Why a signature did not pass, in words.
pub(crate) fn reason(signature: &SignatureReport, words: &Words) -> Option<String> {
    Some(match signature.reason()? {
        Reason::Document(check) => obstacle(check, words),
        Reason::JudgedBefore => words.text("reason-judged-before", &[]),
        Reason::Timestamps(why) => words.text("reason-timestamp", &[("code", kebab(&why).into())]),
        Reason::Standard(why) => words.text(&format!("sub-indication-{}", kebab(&why)), &[]),
        Reason::Algorithm(fault) => words.text("reason-algorithm", &[("fault", self::code(&fault).into())]),
    })
}

/// What did not pass of the document, in a sentence. Nobody has to be asked about that.
fn obstacle(check: &Check, words: &Words) -> String {
    let [what, _, _] = crate::text::obstacle(check, Asked::Nobody, words);
    what
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

/// "17 passed, 1 not judged"; kinds that do not occur are left out, so that what was not judged stands out.
fn tally(signature: &SignatureReport, words: &Words) -> String {
    let kinds = [
        (Answer::Passed, "signature-tally-passed"),
        (Answer::Failed, "signature-tally-failed"),
        (Answer::Indeterminate, "signature-tally-indeterminate"),
        (Answer::Warning, "signature-tally-warning"),
        (Answer::Information, "signature-tally-information"),
        (Answer::NotJudged, "signature-tally-not-judged"),
    ];
    let count = |kind| signature.checks.iter().filter(|check| check.answer == kind).count();
    let said = kinds.into_iter().map(|(kind, id)| (count(kind), id)).filter(|(count, _)| *count > 0);
    let said = said.map(|(count, id)| words.text(id, &[("count", Value::from(count))]));
    said.collect::<Vec<_>>().join(", ")
}

/// Whether the signature covers everything, everything but proof about signatures or what is said of the document, or less.
fn coverage(signature: &SignatureReport) -> &'static str {
    let passed = |check: &&Check| check.question == Question::Coverage && check.answer == Answer::Passed;
    let later = signature.checks.iter().find(passed).map(|check| check.detail.get("later"));
    match later {
        _ if signature.covers_whole_file => "signature-coverage-whole",
        Some(Some(later)) if later == "archival" => "signature-coverage-proof",
        Some(Some(later)) if later == "metadata" => "signature-coverage-metadata",
        Some(_) => "signature-coverage-permitted",
        None => "signature-coverage-part",
    }
}

/// `2026-11-22T14:03:00.123Z` as `2026-11-22 14:03:00 UTC`: the whole seconds are what people compare.
pub(crate) fn show(rfc3339: &str) -> String {
    let seconds = rfc3339.get(..19).unwrap_or(rfc3339);
    format!("{} UTC", seconds.replace('T', " "))
}
