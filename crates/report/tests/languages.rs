//! The languages beside each other: whatever English says, the others say too, with the same figures.
#![allow(clippy::unwrap_used)]

#[path = "languages/sentences.rs"]
mod sentences;

use std::collections::{BTreeMap, BTreeSet};

use report::words::{Language, Words};

use crate::sentences::{Sentence, of};

const OTHERS: [Language; 3] = [Language::Estonian, Language::Latvian, Language::Lithuanian];

/// What a language lacks, has too much, or says with other figures: a list for whoever translates.
fn differences(
    language: Language,
    differ: impl Fn(&str, Option<&Sentence>, Option<&Sentence>) -> Option<String>,
) -> Vec<String> {
    let (english, other) = (of(Language::English), of(language));
    let names: BTreeSet<&String> = english.keys().chain(other.keys()).collect();
    let told = names.into_iter().filter_map(|name| differ(name, english.get(name), other.get(name)));
    told.map(|line| format!("{}: {line}", language.tag())).collect()
}

fn none(differences: impl Fn(Language) -> Vec<String>) {
    let found: Vec<String> = OTHERS.into_iter().flat_map(differences).collect();
    assert!(found.is_empty(), "{} to do:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_language_has_every_sentence_and_no_other() {
    none(|language| {
        differences(language, |name, english, other| match (english, other) {
            (Some(english), None) => Some(format!("missing in {}: {name} = {}", english.file, english.text)),
            (None, Some(other)) => Some(format!("too much in {}: {name}", other.file)),
            (Some(english), Some(other)) => {
                (english.file != other.file).then(|| format!("{name} belongs into {}", english.file))
            }
            (None, None) => None,
        })
    });
}

#[test]
fn every_sentence_has_the_figures_of_the_english_one() {
    none(|language| {
        differences(language, |name, english, other| {
            let (english, other) = (english?, other?);
            let differ = english.figures != other.figures;
            differ.then(|| format!("{name}: {:?}, not {:?}", english.figures, other.figures))
        })
    });
}

/// A choice by an amount names every category that whole numbers have in the language (CLDR plural rules); any other
/// choice names nothing that the program never says.
#[test]
fn every_choice_has_the_cases_that_the_language_needs() {
    let categories = |language| match language {
        Language::Latvian => (["zero", "one", "other"].as_slice(), [].as_slice()),
        Language::Lithuanian => (["one", "few", "other"].as_slice(), ["many"].as_slice()),
        _ => (["one", "other"].as_slice(), [].as_slice()),
    };
    none(|language| {
        let (needed, possible) = categories(language);
        differences(language, |name, english, other| {
            let known: BTreeSet<&String> = english?.choices.iter().flatten().collect();
            let wrong = other?.choices.iter().find(|cases| {
                let has = |case: &&str| cases.contains(*case);
                let counts = ["zero", "one", "two", "few", "many"].iter().any(has);
                let exact = cases.iter().all(|case| case == "other" || case.parse::<u32>().is_ok());
                if counts {
                    !needed.iter().all(has)
                        || !cases.iter().all(|case| needed.contains(&&**case) || possible.contains(&&**case))
                } else {
                    !exact && !cases.iter().all(|case| known.contains(case))
                }
            });
            wrong.map(|cases| format!("{name}: {cases:?}"))
        })
    });
}

/// A sentence that nobody translated is caught. Names such as `Mobile-ID` are no words; what is the same by chance stands
/// here.
#[test]
fn nothing_is_left_in_english() {
    const SAME: [&str; 5] =
        ["-product", "result-trust-test", "signing-document", "test-mark", "toolbar-label"];
    let is_word = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 3 && !letters.skip(1).any(char::is_uppercase)
    };
    none(|language| {
        differences(language, |name, english, other| {
            let (english, other) = (english?, other?);
            let worded = english.words.split_whitespace().any(is_word);
            let left = worded && english.words == other.words && !SAME.contains(&name);
            left.then(|| format!("{name} = {}", other.text))
        })
    });
}

/// Letters of the three languages, and the quotation marks that each uses.
#[test]
fn every_language_is_written_with_its_own_letters() {
    let letters = |language| match language {
        Language::Estonian => ("äõöüšžÄÕÖÜŠŽ", "„”"),
        Language::Latvian => ("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "“”"),
        Language::Lithuanian => ("ąčęėįšųūžĄČĘĖĮŠŲŪŽ", "„“"),
        _ => ("", "“”"),
    };
    none(|language| {
        let (letters, quotes) = letters(language);
        let signs = "–…→×§";
        differences(language, |name, _, other| {
            let foreign = |c: &char| {
                !c.is_ascii() && !letters.contains(*c) && !quotes.contains(*c) && !signs.contains(*c)
            };
            let found: String = other?.text.chars().filter(foreign).collect();
            (!found.is_empty()).then(|| format!("{name}: {found}"))
        })
    });
}

/// The terms that the product fixed for the number to compare, and for the verdicts.
#[test]
fn the_terms_are_those_of_the_word_list() {
    let table: BTreeMap<&str, [&str; 4]> = BTreeMap::from([
        ("signing-code-label", ["Verification code", "Kontrollkood", "Drošības kods", "Kontrolinis kodas"]),
        ("sign-button", ["Sign", "Allkirjasta", "Parakstīt", "Pasirašyti"]),
        ("sign-personal-code", ["Personal code", "Isikukood", "Personas kods", "Asmens kodas"]),
        ("signature-signer", ["Signer", "Allkirjastaja", "Parakstītājs", "Pasirašantysis"]),
        ("signature-archival", ["time-stamp", "ajatempel", "laika zīmogs", "laiko žyma"]),
        ("sub-indication-revoked", ["revoked", "tühistatud", "atsaukts", "atšauktas"]),
        (
            "obstacle-qualification",
            [
                "qualified electronic signature",
                "kvalifitseeritud e-allkiri",
                "kvalificēts elektroniskais paraksts",
                "kvalifikuotas elektroninis parašas",
            ],
        ),
    ]);
    for (id, terms) in table {
        for (language, term) in Language::ALL.into_iter().zip(terms) {
            let said = Words::new(language).text(id, &[]);
            assert!(said.contains(term), "{language:?} {id}: {said}");
        }
    }
}

/// Never one text for two causes that can be told apart.
#[test]
fn no_two_errors_say_the_same() {
    for language in Language::ALL {
        let mut said = BTreeMap::new();
        let sentences = of(language);
        for (name, sentence) in &sentences {
            if !name.starts_with("error-") || name.contains('.') {
                continue;
            }
            let part = |part: &str| sentences.get(&format!("{name}.{part}")).map(|part| part.text.clone());
            let lines = (sentence.text.clone(), part("cause"), part("next"));
            assert!(lines.1.is_some() && lines.2.is_some(), "{language:?} {name} has no three parts");
            let before = said.insert(lines, name.clone());
            assert_eq!(before, None, "{language:?}: {name} says the same");
        }
    }
}

/// Names of facts in a report of plain text stand in a column of 24 characters.
#[test]
fn names_of_facts_leave_room_before_their_value() {
    for language in Language::ALL {
        let words = Words::new(language);
        for id in [
            "signature-coverage",
            "report-checks",
            "signature-authority",
            "signature-best-time",
            "signature-signer",
            "signature-issuer",
            "signature-level",
            "signature-claimed-time",
            "report-sha256",
            "report-size",
            "report-revisions",
            "report-policy",
            "report-anchor",
            "report-program",
        ] {
            let label = words.text(id, &[]);
            assert!(label.chars().count() <= 22, "{language:?} {id}: {label}");
        }
    }
}

#[test]
fn amounts_are_counted_as_the_language_counts() {
    let said =
        |language, count: usize| Words::new(language).text("summary-pages", &[("count", count.into())]);
    for (language, counted) in [
        (Language::Estonian, [(0, "0 lehekülge"), (1, "1 lehekülg"), (21, "21 lehekülge")]),
        (Language::Latvian, [(0, "0 lappušu"), (1, "1 lappuse"), (21, "21 lappuse")]),
        (Language::Latvian, [(2, "2 lappuses"), (11, "11 lappušu"), (20, "20 lappušu")]),
        (Language::Lithuanian, [(1, "1 puslapis"), (2, "2 puslapiai"), (10, "10 puslapių")]),
        (Language::Lithuanian, [(11, "11 puslapių"), (21, "21 puslapis"), (22, "22 puslapiai")]),
    ] {
        for (count, text) in counted {
            assert_eq!(said(language, count), text);
        }
    }
    // CLDR 48, cardinal rules for whole numbers.
    for count in 0..1200 {
        let (last, teen) = (count % 10, (11..=19).contains(&(count % 100)));
        let latvian = match (last, teen) {
            (0, _) | (_, true) => "lappušu",
            (1, _) => "lappuse",
            _ => "lappuses",
        };
        let lithuanian = match (last, teen) {
            (0, _) | (_, true) => "puslapių",
            (1, _) => "puslapis",
            _ => "puslapiai",
        };
        assert_eq!(said(Language::Latvian, count), format!("{count} {latvian}"));
        assert_eq!(said(Language::Lithuanian, count), format!("{count} {lithuanian}"));
    }
}
