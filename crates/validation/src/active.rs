//! Is nothing in the document that can change what it shows? (ISO 32000-1 §12.8.5)
//!
//! It was signed as it is, and no signature is broken by it. But what it shows elsewhere, or at another time, need not be what
//! the signer saw.

use std::collections::BTreeMap;

use ades::{Active, ActiveContent};

use crate::checks::Checks;
use crate::looks::place;
use crate::policy::{Level, Policy};
use crate::report::{Answer, Check, Question, Report, SubIndication};
use crate::sight::{NAMED, Sight, few};
use crate::told::{code, list};

const CLAUSE: &str = "ISO 32000-1 §12.8.5";

/// The row on active content.
pub(crate) fn check(checks: &mut Checks, content: Option<&ActiveContent>, level: Level) {
    let Some(content) = content else { return checks.not_judged(Question::ActiveContent, CLAUSE) };
    if content.found.is_empty() && content.unread.is_none() {
        return checks.passed(Question::ActiveContent, CLAUSE, &[]);
    }
    let mut detail = Vec::new();
    if !content.found.is_empty() {
        detail.push(("active", list(in_turn(content).into_iter().map(named))));
    }
    detail.extend(content.unread.clone().map(|why| ("unread", why)));
    checks.constrained(Question::ActiveContent, CLAUSE, level, SubIndication::SigConstraintsFailure, &detail);
    checks.shows(Question::ActiveContent, &sights(content));
}

/// Answers it in a report that was made before anybody looked. Under `policy`, no verdict may hang on it: it stays what it was.
pub fn answer(report: &mut Report, content: &ActiveContent, policy: &Policy) {
    let mut checks = Checks::default();
    check(&mut checks, Some(content), policy.changes.active_content);
    let Some(row) = checks.into_rows().pop() else { return };
    let open = |row: &&mut Check| row.question == Question::ActiveContent && row.answer == Answer::NotJudged;
    for asked in report.signatures.iter_mut().flat_map(|one| &mut one.checks).filter(open) {
        *asked = row.clone();
    }
}

/// What there is, to go and look at, as the row tells it.
pub fn sights(content: &ActiveContent) -> Vec<Sight> {
    let mut sights = few(in_turn(content).into_iter().map(Sight::active));
    sights.extend(content.unread.is_some().then(Sight::unread));
    sights
}

/// The first of each kind, then the second of each, where there are more than are named: none is pushed out by another.
fn in_turn(content: &ActiveContent) -> Vec<&Active> {
    let mut seen = BTreeMap::new();
    let turns = content.found.iter().map(|one| {
        let turn: &mut usize = seen.entry(one.kind).or_default();
        *turn += 1;
        (*turn, one)
    });
    let mut turns: Vec<_> = turns.collect();
    if turns.len() > NAMED {
        turns.sort_by_key(|(turn, _)| *turn);
    }
    turns.into_iter().map(|(_, one)| one).collect()
}

/// Such as `page 3 [72 400 272 440]: action Launch, 2 times`.
fn named(one: &Active) -> String {
    let where_it_is = match (one.page, one.rect) {
        (Some(page), Some(rect)) => format!("{}: ", place(page, rect)),
        (Some(page), None) => format!("page {page}: "),
        (None, _) => String::new(),
    };
    let name = one.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
    let times = if one.count > 1 { format!(", {} times", one.count) } else { String::new() };
    format!("{where_it_is}{}{name}{times}", code(&one.kind))
}
