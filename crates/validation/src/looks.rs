//! Whether the pages still look as they did when they were signed (ISO 32000-2 §12.8.2), and fields as their values say.

use ades::looks::{self, Cause, Covered, NotCompared, PageComparison, PageDifference, WhyNot};
use ades::{Later, SignatureFacts};

use crate::checks::{Checks, Detail};
use crate::policy::{ChangeConstraints, Level};
use crate::report::{Question, SubIndication};
use crate::sight::{Sight, few};
use crate::told::{code, list};

const CLAUSE: &str = "ISO 32000-2 §12.8.2";
const OF_FIELDS: &str = "ISO 32000-2 §12.7.4.3";

/// The rows on what is seen. Where no change of an object says why a page looks different, somebody's hand was in it, however
/// harmless the objects are called.
pub(crate) fn check(checks: &mut Checks, signature: &SignatureFacts, policy: &ChangeConstraints) {
    let found = match (&signature.later, &signature.looks) {
        (Later::Nothing, found) => {
            checks.not_applicable(Question::Pages, CLAUSE);
            match found {
                None => {}
                Some(found) if found.not_compared.is_empty() => fields(checks, found, policy),
                Some(_) => checks.not_judged(Question::FieldLooks, OF_FIELDS),
            }
            return;
        }
        (_, None) => return checks.not_judged(Question::Pages, CLAUSE),
        (_, Some(found)) => found,
    };
    pages(checks, found, policy);
    let unseen = looks::over_the_unseen(&signature.later, found);
    covered(checks, found, &unseen, policy);
    sights(checks, found, &unseen);
    fields(checks, found, policy);
}

/// Whether anything signed lies below what was added. Below what was added to a page that was not compared, anything may: that
/// is told, and what it leads to is for the question of the pages to say.
fn covered(
    checks: &mut Checks,
    found: &PageComparison,
    unseen: &[PageDifference],
    policy: &ChangeConstraints,
) {
    let covered = list(found.differences.iter().filter(|one| one.covered.is_some()).map(named));
    let unseen = list(unseen.iter().map(named));
    match (covered.is_empty(), unseen.is_empty()) {
        (true, true) if !found.not_compared.is_empty() => checks.not_judged(Question::CoveredContent, CLAUSE),
        (true, false) if policy.compared > Level::Ignore => {
            let level = policy.compared.min(Level::Warn);
            row(checks, Question::CoveredContent, CLAUSE, level, ("not-compared", unseen));
        }
        (true, false) => checks.not_judged(Question::CoveredContent, CLAUSE),
        _ => row(checks, Question::CoveredContent, CLAUSE, policy.covered, ("covered", covered)),
    }
}

/// Whether fields show their values.
fn fields(checks: &mut Checks, found: &PageComparison, policy: &ChangeConstraints) {
    let named = found.fields.iter().map(|one| {
        let look = &one.field;
        format!("{} {}: {:?}, {:?}", place(one.page, look.rect), look.name, look.value, look.shown)
    });
    row(checks, Question::FieldLooks, OF_FIELDS, policy.field_looks, ("fields", list(named)));
    let sights = found.fields.iter().map(|one| Sight::misleading(one.page, &one.field));
    checks.shows(Question::FieldLooks, &few(sights));
}

/// The same, to go and look at.
fn sights(checks: &mut Checks, found: &PageComparison, unseen: &[PageDifference]) {
    let number = (found.before != found.now).then(|| Sight::page_count(found.before, found.now));
    let differences = found.differences.iter().map(|one| Sight::difference(one, found));
    let omitted = found.not_compared.iter().map(Sight::not_compared);
    checks.shows(Question::Pages, &few(number.into_iter().chain(differences).chain(omitted)));
    let covered = found.differences.iter().filter_map(Sight::covered);
    checks.shows(Question::CoveredContent, &few(covered.chain(unseen.iter().map(Sight::may_cover))));
}

fn pages(checks: &mut Checks, found: &PageComparison, policy: &ChangeConstraints) {
    let unexplained = || found.differences.iter().filter(|one| one.by.is_none());
    let explained = found.differences.iter().filter(|one| one.by.is_some());
    let mut detail = vec![
        ("pages", found.now.to_string()),
        ("same", found.same.to_string()),
        ("drawn", found.drawn.to_string()),
    ];
    let mut add = |name: &'static str, told: String| {
        if !told.is_empty() {
            detail.push((name, told));
        }
    };
    add("explained", list(explained.map(named)));
    let number = (found.before != found.now).then(|| format!("{} pages, now {}", found.before, found.now));
    add("differences", list(number.into_iter().chain(unexplained().map(named))));
    add("not-compared", list(found.not_compared.iter().map(omitted)));
    let (differs, partly) =
        (unexplained().next().is_some() || found.before != found.now, !found.not_compared.is_empty());
    let why = SubIndication::SigConstraintsFailure;
    match (differs, partly) {
        (true, _) => checks.constrained(Question::Pages, CLAUSE, policy.looks, why, &detail),
        (false, true) if policy.compared > Level::Ignore => {
            checks.constrained(Question::Pages, CLAUSE, policy.compared, why, &detail);
        }
        (false, _) => checks.passed(Question::Pages, CLAUSE, &detail),
    }
}

fn row(
    checks: &mut Checks,
    question: Question,
    clause: &'static str,
    level: Level,
    (name, told): (&'static str, String),
) {
    match told.is_empty() {
        true => checks.passed(question, clause, &[]),
        false => {
            let detail: Detail<'_> = &[(name, told)];
            checks.constrained(question, clause, level, SubIndication::SigConstraintsFailure, detail);
        }
    }
}

/// Such as `page 3 [72 400 272 440]: signature, covered "Pay 10 EUR"`.
fn named(difference: &PageDifference) -> String {
    let by = difference.by.as_ref().map(cause);
    let covered = difference.covered.as_ref().map(|covered| match covered {
        Covered::Text(words) => format!("covered {words:?}"),
        Covered::Picture => "covered picture".to_owned(),
    });
    let words = [("was", &difference.was), ("is", &difference.is)];
    let words = words.into_iter().filter_map(|(when, words)| Some(format!("{when} {:?}", words.as_ref()?)));
    let told: Vec<String> = by.into_iter().chain(covered).chain(words).collect();
    let place = place(difference.page, difference.rect);
    if told.is_empty() { place } else { format!("{place}: {}", told.join(", ")) }
}

fn cause(cause: &Cause) -> String {
    let name = cause.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
    format!("{}{name}", code(&cause.kind))
}

pub(crate) fn place(page: u32, [left, bottom, right, top]: [f32; 4]) -> String {
    format!("page {page} [{left} {bottom} {right} {top}]")
}

/// Such as `pages 3-7: time`.
fn omitted(pages: &NotCompared) -> String {
    let which = match (pages.first, pages.last) {
        (first, last) if first == last => format!("page {first}"),
        (first, last) => format!("pages {first}-{last}"),
    };
    let why = match &pages.why {
        WhyNot::Memory { bytes } => format!("memory, {bytes} bytes"),
        WhyNot::NotDrawn { what } => format!("not drawn, {what}"),
        WhyNot::Partly { what } => {
            let what: Vec<&str> = what.iter().map(|one| one.code()).collect();
            format!("in part, {}", what.join(" "))
        }
        WhyNot::Time => "time".to_owned(),
        WhyNot::Versions => "versions".to_owned(),
        other => format!("{other:?}"),
    };
    format!("{which}: {why}")
}
