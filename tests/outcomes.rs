//! Every answer by which a service ends a request, through our client code and into the words that people read: the table
//! in `docs/outcomes.md`. `PITSER_WRITE_OUTCOMES=1` writes it anew.
#![allow(clippy::unwrap_used)]

#[path = "outcomes/answers.rs"]
mod answers;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use answers::{Answer, csc, mobile_id, smart_id};
use workflow::error::Error;
use workflow::report::words::{Language, Value, Words};

/// All answers of each.
const SERVICES: [fn() -> Vec<Answer>; 3] = [smart_id, mobile_id, csc];
const NAMES: [&str; 3] = ["Smart-ID, RP API v3", "Mobile-ID, REST API", "Signing services, CSC API v2.0"];

/// What becomes of an answer.
struct Outcome {
    answer: Answer,
    code: String,
    message: String,
    cause: String,
    next: String,
    /// The button under it, and whether that asks the same again.
    button: String,
    retry: bool,
}

impl Outcome {
    fn of(answer: Answer, words: &Words, buttons: &BTreeMap<&str, &str>) -> Self {
        let error = Error::from(answer.error.clone());
        let (code, hint, values) = (error.code(), error.hint(), error.values());
        let id = format!("error-{code}");
        assert!(words.has(&id), "{code} has no words");
        let figures: Vec<(&str, Value<'_>)> =
            values.iter().map(|(name, value)| (name.as_str(), Value::from(value.as_str()))).collect();
        let attribute = |name| words.attribute(&id, name, &figures).unwrap();
        let action = buttons.get(hint).unwrap_or_else(|| panic!("the window knows no button for {hint}"));
        Self {
            code: code.to_owned(),
            message: words.text(&id, &figures),
            cause: attribute("cause"),
            next: attribute("next"),
            button: words.text(&format!("action-{action}"), &[]),
            retry: ["retry", "send-again", "start-over"].contains(action),
            answer,
        }
    }
}

/// Hints and what the button under a failure does, as the window's own table says.
fn buttons() -> BTreeMap<&'static str, &'static str> {
    let source = include_str!("../ui/src/state/remedies.ts");
    let table = source.split_once("Record<string, Action> = {").unwrap().1.split_once("};").unwrap().0;
    let lines = table.lines().filter_map(|line| line.trim().trim_end_matches(',').split_once(": "));
    lines.map(|(hint, action)| (hint.trim_matches('\''), action.trim_matches('\''))).collect()
}

fn outcomes(answers: Vec<Answer>, language: Language) -> Vec<Outcome> {
    let (words, buttons) = (Words::new(language), buttons());
    answers.into_iter().map(|answer| Outcome::of(answer, &words, &buttons)).collect()
}

#[test]
fn the_table_is_what_the_code_makes() {
    let mut table = String::from(
        "# What a service can answer instead, and what we say\n\n\
         Made by `tests/outcomes.rs` from the code and its words; `PITSER_WRITE_OUTCOMES=1` makes it again. The button is \
         the one in the window.\n",
    );
    for (service, answers) in NAMES.into_iter().zip(SERVICES) {
        let _ = writeln!(
            table,
            "\n## {service}\n\n| answer | code | we say | why | next step | button | retry |"
        );
        let _ = writeln!(table, "|---|---|---|---|---|---|---|");
        for Outcome { answer, code, message, cause, next, button, retry } in
            outcomes(answers(), Language::default())
        {
            let (name, retry) = (answer.name, if retry { "yes" } else { "no" });
            let _ =
                writeln!(table, "| {name} | `{code}` | {message} | {cause} | {next} | {button} | {retry} |");
        }
        for language in Language::ALL.into_iter().filter(|language| *language != Language::default()) {
            let _ = writeln!(table, "\n### {service}: {}\n", language.tag());
            let _ = writeln!(table, "| code | we say | why | next step | button |\n|---|---|---|---|---|");
            let mut told = BTreeSet::new();
            for Outcome { code, message, cause, next, button, .. } in outcomes(answers(), language) {
                if told.insert(code.clone()) {
                    let _ = writeln!(table, "| `{code}` | {message} | {cause} | {next} | {button} |");
                }
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/outcomes.md");
    if std::env::var_os("PITSER_WRITE_OUTCOMES").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let first = committed.lines().zip(table.lines()).find(|(old, new)| old != new);
    assert!(committed == table, "docs/outcomes.md is not what the code makes: {first:?}");
}

#[test]
fn causes_that_a_service_tells_apart_share_no_words() {
    for (answers, language) in
        SERVICES.into_iter().flat_map(|answers| Language::ALL.map(|language| (answers, language)))
    {
        let outcomes = outcomes(answers(), language);
        for (index, one) in outcomes.iter().enumerate() {
            for other in outcomes.iter().take(index) {
                let (first, second) = (&one.answer, &other.answer);
                let shared = (&one.message, &one.cause) == (&other.message, &other.cause);
                assert_eq!(shared, first.cause == second.cause, "{} and {}", first.name, second.name);
                assert_eq!(one.code == other.code, shared, "{} and {}", first.name, second.name);
            }
        }
    }
}

#[test]
fn no_words_name_the_other_service() {
    let foreign =
        [(smart_id(), "Mobile-ID"), (mobile_id(), "Smart-ID"), (csc(), "Smart-ID"), (csc(), "Mobile-ID")];
    for (answers, foreign) in foreign {
        for Outcome { answer, message, cause, next, .. } in outcomes(answers, Language::default()) {
            let said = format!("{message} {cause} {next}");
            assert!(!said.contains(foreign), "{}: {said}", answer.name);
        }
    }
}
