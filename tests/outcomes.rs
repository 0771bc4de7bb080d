//! Every answer by which a service ends a request, through our client code and into the words that people read: the table
//! in `docs/outcomes.md`. `PITSER_WRITE_OUTCOMES=1` writes it anew.
#![allow(clippy::unwrap_used)]

#[path = "outcomes/answers.rs"]
mod answers;
#[path = "outcomes/trust.rs"]
mod trust;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use answers::{Answer, csc, mobile_id, smart_id, smart_id_v2};
use trust::{issuer, list, responder, timestamp};
use workflow::report::words::{Language, Value, Words};

/// All answers of each service, and who speaks to it of [`SPEAKERS`].
static SERVICES: LazyLock<[Service; 8]> = LazyLock::new(|| {
    let of = |name, speaker, answers: fn() -> Vec<Answer>| Service { name, speaker, answers: answers() };
    [
        of("Smart-ID, RP API v3", Some("smart_id"), smart_id),
        of("Smart-ID, RP API v2", Some("smart_id"), smart_id_v2),
        of("Mobile-ID, REST API", Some("mobile_id"), mobile_id),
        of("Signing services, CSC API v2.0", Some("csc"), csc),
        of("Time-stamps, RFC 3161", None, timestamp),
        of("Certificate status, OCSP (RFC 6960)", None, responder),
        of("Revocation lists (RFC 5280)", None, list),
        of("Certificates of issuers (RFC 5280)", None, issuer),
    ]
});

struct Service {
    name: &'static str,
    speaker: Option<&'static str>,
    answers: Vec<Answer>,
}

/// What becomes of an answer.
struct Outcome {
    answer: Answer,
    message: String,
    cause: String,
    next: String,
    /// The button under it, and whether that asks the same again.
    button: String,
    retry: bool,
}

impl Outcome {
    fn of(answer: Answer, words: &Words, buttons: &BTreeMap<&str, &str>) -> Self {
        let (code, hint) = (answer.code, answer.hint);
        let id = format!("error-{code}");
        assert!(words.has(&id), "{code} has no words");
        let figures: Vec<(&str, Value<'_>)> =
            answer.values.iter().map(|(name, value)| (name.as_str(), Value::from(value.as_str()))).collect();
        let attribute = |name| words.attribute(&id, name, &figures).unwrap();
        let action = buttons.get(hint).unwrap_or_else(|| panic!("the window knows no button for {hint}"));
        Self {
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

fn outcomes(answers: &[Answer], language: Language) -> Vec<Outcome> {
    let (words, buttons) = (Words::new(language), buttons());
    answers.iter().map(|answer| Outcome::of(answer.clone(), &words, &buttons)).collect()
}

#[test]
fn the_table_is_what_the_code_makes() {
    let mut table = String::from(
        "# What a service can answer instead, and what we say\n\n\
         Made by `tests/outcomes.rs` from the code and its words; `PITSER_WRITE_OUTCOMES=1` makes it again. The button is \
         the one in the window.\n",
    );
    for Service { name: service, answers, .. } in SERVICES.iter() {
        let _ = writeln!(
            table,
            "\n## {service}\n\n| answer | code | we say | why | next step | button | retry |"
        );
        let _ = writeln!(table, "|---|---|---|---|---|---|---|");
        for Outcome { answer, message, cause, next, button, retry } in outcomes(answers, Language::default())
        {
            let (case, name, retry) = (answer.case(), answer.name, if retry { "yes" } else { "no" });
            let _ =
                writeln!(table, "| {name} | `{case}` | {message} | {cause} | {next} | {button} | {retry} |");
        }
        for language in Language::ALL.into_iter().filter(|language| *language != Language::default()) {
            let _ = writeln!(table, "\n### {service}: {}\n", language.tag());
            let _ = writeln!(table, "| code | we say | why | next step | button |\n|---|---|---|---|---|");
            let mut told = BTreeSet::new();
            for Outcome { answer, message, cause, next, button, .. } in outcomes(answers, language) {
                let case = answer.case();
                if told.insert(case.clone()) {
                    let _ = writeln!(table, "| `{case}` | {message} | {cause} | {next} | {button} |");
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
    for (service, language) in
        SERVICES.iter().flat_map(|service| Language::ALL.map(|language| (service, language)))
    {
        let outcomes = outcomes(&service.answers, language);
        for Outcome { answer, cause, .. } in
            outcomes.iter().filter(|one| one.answer.values.contains_key("why"))
        {
            let asked = Value::from(answer.values["asked"].as_str());
            let any = Words::new(language).text("service-why", &[("why", "".into()), ("asked", asked)]);
            assert!(*cause != any, "{} has words of its own: {cause}", answer.name);
        }
        for (index, one) in outcomes.iter().enumerate() {
            for other in outcomes.iter().take(index) {
                let (first, second) = (&one.answer, &other.answer);
                let shared = (&one.message, &one.cause) == (&other.message, &other.cause);
                assert_eq!(shared, first.cause == second.cause, "{} and {}", first.name, second.name);
                assert_eq!(first.case() == second.case(), shared, "{} and {}", first.name, second.name);
            }
        }
    }
}

/// Who speaks to each service: its sources in `remote` and in `workflow`, and its name.
const SPEAKERS: [(&str, &[&str], Option<&str>); 3] = [
    ("smart_id", &["phone.rs"], Some("Smart-ID")),
    ("mobile_id", &["mobile.rs"], Some("Mobile-ID")),
    ("csc", &["choice.rs", "cloud.rs", "login.rs", "together.rs"], None),
];

/// Every code that can come of a service: of the errors that its sources and those that all share name, and of all that
/// `workflow` adds to them.
fn reachable(service: &str, led_by: &[&str]) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let code_of = |source: &str| -> Vec<(String, String)> {
        let body = source.split_once("fn code(&self) -> &'static str {").unwrap().1;
        let body = body.split_once("\n    }\n").unwrap().0;
        let quoted = |line: &str| Some(line.split('"').nth(1)?.to_owned());
        let mut variants = Vec::new();
        let mut codes = Vec::new();
        for line in body.lines() {
            variants.extend(names(line, "Self::"));
            if let Some(code) = quoted(line) {
                codes.extend(variants.drain(..).map(|variant| (variant, code.clone())));
                codes.push((String::new(), code));
            }
        }
        codes
    };
    let mut said = names(&read(&root.join("remote/src/polling.rs")), "Error::");
    said.extend(names(&read(&root.join("remote/src/exchange.rs")), "Error::"));
    let mut folders = vec![root.join("remote/src").join(service)];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => said.extend(names(&read(&path), "Error::")),
            }
        }
    }
    for file in led_by {
        said.extend(names(&read(&root.join("workflow/src").join(file)), "remote::Error::"));
    }
    // Of what all share: the first is theirs who time-stamp and revoke, the second Mobile-ID says in its own words.
    let shared = ["NotFound", "TimedOut"].map(str::to_owned);
    if service != "smart_id" {
        said.retain(|name| !shared.contains(name));
    }
    let remote = code_of(&read(&root.join("remote/src/error.rs")));
    let remote = remote.into_iter().filter(|(variant, _)| said.contains(variant)).map(|(_, code)| code);
    let added = code_of(&read(&root.join("workflow/src/error.rs"))).into_iter().map(|(_, code)| code);
    remote.chain(added).collect()
}

/// What stands behind each of these in a text.
fn names(text: &str, before: &str) -> BTreeSet<String> {
    let ends = |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let named = text.split(before).skip(1).map(|rest| rest[..ends(rest)].to_owned());
    named.filter(|name| !name.is_empty()).collect()
}

#[test]
fn no_words_name_the_other_service() {
    for (service, led_by, own) in SPEAKERS {
        let codes = reachable(service, led_by);
        let answers = SERVICES.iter().flat_map(|service| &service.answers);
        let table: BTreeSet<_> = answers.map(|answer| answer.code.to_owned()).collect();
        assert!(codes.intersection(&table).count() > 15, "{service}: {codes:?}");
        for code in ["certificate-revoked", "certificate-not-for-signing", "tls-untrusted", "algorithm"] {
            assert!(codes.contains(code), "{service} can come to {code}");
        }
        for (language, code) in
            Language::ALL.into_iter().flat_map(|tag| codes.iter().map(move |code| (tag, code)))
        {
            let (words, id) = (Words::new(language), format!("error-{code}"));
            assert!(words.has(&id), "{code} has no words");
            let lines = ["cause", "next"].map(|name| words.attribute(&id, name, &[]).unwrap_or_default());
            let said = format!("{} {}", words.text(&id, &[]), lines.join(" "));
            for foreign in ["Smart-ID", "Mobile-ID"].into_iter().filter(|name| Some(*name) != own) {
                assert!(!said.contains(foreign), "{service}, {code}, {}: {said}", language.tag());
            }
        }
    }
    // What the table has is among what can come.
    for (service, led_by, _) in SPEAKERS {
        let codes = reachable(service, led_by);
        let theirs = SERVICES.iter().filter(|one| one.speaker == Some(service));
        for answer in theirs.flat_map(|one| &one.answers) {
            assert!(codes.contains(answer.code), "{}: {}", answer.name, answer.code);
        }
    }
    // Services of time-stamps and status are asked whoever signs.
    for service in SERVICES.iter().filter(|service| service.speaker.is_none()) {
        for language in Language::ALL {
            for Outcome { answer, message, cause, next, .. } in outcomes(&service.answers, language) {
                let said = format!("{message} {cause} {next}");
                assert!(!said.contains("Smart-ID") && !said.contains("Mobile-ID"), "{}: {said}", answer.name);
            }
        }
    }
}
