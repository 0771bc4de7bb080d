//! What a row is about, as sentences: the place before it, the name behind it.

use serde::Serialize;
use serde_json::Value as Json;
use validation::report::{Cause, Check, Objection, Place, Sight, Used, What};

use crate::codes::code;
use crate::facts;
use crate::words::{Value, Words, plain};

/// Millimetres of a point.
const MILLIMETRES: f32 = 25.4 / 72.0;

/// Figures of a check that its sights tell better.
const TOLD: [&str; 15] = [
    "active",
    "cause",
    "changes",
    "constraint",
    "contents",
    "covered",
    "differences",
    "explained",
    "fault",
    "faults",
    "fields",
    "not-compared",
    "objection",
    "unread",
    "weak",
];

/// What is to be seen, a line each.
pub(crate) fn lines(check: &Check, words: &Words) -> Vec<String> {
    check.sights.iter().map(|sight| line(sight, words)).collect()
}

/// The figures of a check that stand in no sight of it, a line each.
pub(crate) fn figures(check: &Check, words: &Words) -> Vec<String> {
    let told = |name: &str| !check.sights.is_empty() && TOLD.contains(&name);
    let figures = check.detail.iter().filter(|(name, _)| !told(name));
    let line = |(name, value): (&str, &str)| {
        let id = format!("figure-{name}");
        let label = if words.has(&id) { words.text(&id, &[]) } else { plain(name) };
        words.text("figure", &[("label", label.into()), ("value", valued(name, value, words).into())])
    };
    figures.map(line).collect()
}

/// What an answer rests on, a line each: what it is, and its digest.
pub(crate) fn evidence(check: &Check, digest: impl Fn(&str) -> String, words: &Words) -> Vec<String> {
    let line = |used: &Used| {
        let what = format!("{}, {}", words.text(facts::kind(used.kind), &[]), digest(&used.sha256));
        words.text("figure", &[("label", words.text("evidence-used", &[]).into()), ("value", what.into())])
    };
    check.evidence.iter().map(line).collect()
}

/// The value of a figure: in words where it is one of a few.
fn valued(name: &str, value: &str, words: &Words) -> String {
    let id = format!("value-{name}-{value}");
    if words.has(&id) { words.text(&id, &[]) } else { plain(value) }
}

/// One of them, with its place.
pub(crate) fn line(sight: &Sight, words: &Words) -> String {
    let what = what(sight, words);
    match sight.place.map(|place| self::place(place, words)) {
        Some(place) => words.text("sight", &[("place", place.into()), ("what", what.into())]),
        None => what,
    }
}

/// The same in brief: where it is, and the words that are others than before.
pub(crate) fn seen(sight: &Sight, words: &Words) -> String {
    let Some(place) = sight.place.map(|place| self::place(place, words)) else { return line(sight, words) };
    let text = |value: &str| Value::from(plain(value));
    let what = match &sight.what {
        What::Differs { was: Some(was), is: None } => words.text("seen-words-gone", &[("was", text(was))]),
        What::Differs { was: None, is: Some(is) } => words.text("seen-words-added", &[("is", text(is))]),
        What::Differs { was: Some(was), is: Some(is) } => {
            words.text("seen-words-replaced", &[("was", text(was)), ("is", text(is))])
        }
        _ => return place,
    };
    words.text("sight", &[("place", place.into()), ("what", what.into())])
}

/// Where it is.
pub(crate) fn place(place: Place, words: &Words) -> String {
    let number = |number: u32| Value::from(number as usize);
    if place.first != place.last {
        return words.text("place-pages", &[("first", number(place.first)), ("last", number(place.last))]);
    }
    let page = ("page", number(place.first));
    // A box without an area, such as that of a signature that is not seen, is no place to look at.
    let rect = place.rect.filter(|[left, bottom, right, top]| left != right && bottom != top);
    let Some([left, bottom, right, top]) = rect else { return words.text("place-page", &[page]) };
    let millimetres = |points: f32| Value::from(format!("{:.0}", points * MILLIMETRES));
    let box_of = [
        page,
        ("left", millimetres(left)),
        ("bottom", millimetres(bottom)),
        ("width", millimetres(right - left)),
        ("height", millimetres(top - bottom)),
    ];
    words.text("place-box", &box_of)
}

fn what(sight: &Sight, words: &Words) -> String {
    let text = |value: &str| Value::from(plain(value));
    match &sight.what {
        What::Changed | What::Explained => change(sight, words),
        What::Forbidden { why } => {
            words.text(&format!("forbidden-{}", code(why)), &[("what", change(sight, words).into())])
        }
        What::PageCount { before, now } => {
            words.text("sight-page-count", &[("before", Value::from(*before)), ("now", Value::from(*now))])
        }
        What::Differs { was, is } => match (was, is) {
            (None, None) => words.text("sight-differs", &[]),
            (Some(was), None) => words.text("sight-words-gone", &[("was", text(was))]),
            (None, Some(is)) => words.text("sight-words-added", &[("is", text(is))]),
            (Some(was), Some(is)) => {
                words.text("sight-words-replaced", &[("was", text(was)), ("is", text(is))])
            }
        },
        What::Covered { words: Some(covered) } => {
            words.text("sight-covered-words", &[("words", text(covered))])
        }
        What::Covered { words: None } => words.text("sight-covered-picture", &[]),
        What::Astray => words.text("sight-astray", &[]),
        What::MayCover => words.text("sight-may-cover", &[]),
        What::Misleading { value, shown } => {
            let name = sight.name.as_deref().unwrap_or_default();
            let figures = [("name", text(name)), ("value", text(value)), ("shown", text(shown))];
            words.text("sight-misleading", &figures)
        }
        What::NotCompared { why } => words.text(&format!("not-compared-{why}"), &[]),
        What::Active { kind, count } => {
            let what = named(words.text(&format!("active-{}", code(kind)), &[]), sight, words);
            match count {
                0 | 1 => what,
                _ => words.text("sight-times", &[("what", what.into()), ("count", Value::from(*count))]),
            }
        }
        What::Unread => words.text("sight-unread", &[]),
        What::Later { why } => later(why, words),
        What::Cause { why: Cause::Constraint { name } } => {
            let id = format!("constraint-{name}");
            if words.has(&id) { words.text(&id, &[]) } else { plain(name) }
        }
        What::Cause { why } => reason("cause", why, words),
        What::More { count } => words.text("sight-more", &[("count", Value::from(*count))]),
    }
}

/// What came later and cannot be told apart from anything else.
pub(crate) fn later(why: &Objection, words: &Words) -> String {
    reason("later", why, words)
}

/// What has a code and figures, in words.
fn reason(family: &str, why: &impl Serialize, words: &Words) -> String {
    let Ok(Json::Object(parts)) = serde_json::to_value(why) else { return String::new() };
    let code = parts.get("code").and_then(Json::as_str).unwrap_or_default();
    let figure = |value: &Json| match value {
        Json::String(text) => plain(text),
        other => other.to_string(),
    };
    let figures: Vec<_> =
        parts.iter().map(|(name, value)| (name.as_str(), Value::from(figure(value)))).collect();
    words.text(&format!("{family}-{code}"), &figures)
}

fn change(sight: &Sight, words: &Words) -> String {
    let Some(kind) = sight.change else { return words.text("sight-differs", &[]) };
    named(words.text(&format!("change-{}", code(&kind)), &[]), sight, words)
}

fn named(what: String, sight: &Sight, words: &Words) -> String {
    match &sight.name {
        Some(name) => words.text("sight-named", &[("what", what.into()), ("name", plain(name).into())]),
        None => what,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn what_is_not_seen_is_told_with_its_page_alone() {
        let words = Words::new(Language::English);
        let told = |rect| place(Place { first: 3, last: 3, rect }, &words);
        assert_eq!(
            told(Some([72.0, 144.0, 216.0, 180.0])),
            "page 3, 25 mm from the left, 51 mm from the bottom, 51 × 13 mm"
        );
        for rect in
            [None, Some([0.0; 4]), Some([72.0, 144.0, 72.0, 180.0]), Some([72.0, 144.0, 216.0, 144.0])]
        {
            assert_eq!(told(rect), "page 3", "{rect:?}");
        }
    }
}
