//! docs/emulator.md beside what the switches take.
#![allow(clippy::unwrap_used)]

use emulator::{Faults, Pace};
use serde_json::{Value, json};

const TEXT: &str = include_str!("../../../docs/emulator.md");

/// The rows of the table of faults: names, values.
fn rows() -> Vec<(Vec<String>, String)> {
    let table = TEXT.split("| fault | values |").nth(1).unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<_> = row.trim_matches('|').splitn(3, '|').collect();
        (quoted(cells[0]), cells[1].to_owned())
    })
    .collect()
}

fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn taken(name: &str, value: &Value) -> Result<Faults, String> {
    serde_json::from_value(json!({name: value})).map_err(|error| error.to_string())
}

#[test]
fn every_switch_is_described_and_takes_what_is_said() {
    let mut described = Vec::new();
    let mut same = String::new();
    for (names, values) in rows() {
        let values = if values.trim() == "the same" { same.clone() } else { values };
        same.clone_from(&values);
        for name in names {
            let words = quoted(&values);
            for word in words.iter().filter(|word| !word.contains('…')) {
                let value = serde_json::from_str(word).unwrap_or_else(|_| json!(word));
                taken(&name, &value).unwrap_or_else(|error| panic!("{name} {word}: {error}"));
            }
            for (kind, value) in [("number", json!(400)), ("list", json!(["displayTextAndPIN"]))] {
                if values.contains(kind) {
                    taken(&name, &value).unwrap_or_else(|error| panic!("{name} {value}: {error}"));
                }
            }
            // Of those that have few values, all are named: the refusal of another one lists them.
            if let Err(error) = taken(&name, &json!("nonsense"))
                && let Some((_, list)) = error.split_once("expected one of ")
                && !values.contains('…')
            {
                for value in quoted(list) {
                    assert!(words.contains(&value), "{name}: {value} is not described");
                }
            }
            described.push(name);
        }
    }
    let Value::Object(faults) = json!(Faults::default()) else { panic!("an object") };
    let mut known: Vec<_> = faults.keys().cloned().collect();
    known.sort();
    described.sort();
    assert_eq!(described, known);
    let Value::Object(pace) = json!(Pace::default()) else { panic!("an object") };
    for name in pace.keys() {
        assert!(TEXT.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn the_example_is_taken() {
    let example = TEXT.lines().find_map(|line| line.trim().strip_prefix("-d '")).unwrap();
    let body = example.split('\'').next().unwrap();
    serde_json::from_str::<Faults>(body).unwrap();
    let refusal = rows().into_iter().find(|(names, _)| names == &["nextCsc"]).unwrap().1;
    let example = quoted(&refusal).remove(0).replace('…', "invalid_request");
    taken("nextCsc", &serde_json::from_str(&example).unwrap()).unwrap();
}
