//! Row by row, and every difference with its reason: `differences.tsv`.

use std::collections::BTreeMap;
use std::fs;

use validation::report::{Conclusion, Indication};
use validation::standard::{Decision, Finding, Named, Signing};

use crate::asked::{About, Asked, amended, asked, facts_of, moment};
use crate::published::{aloud, corpus};
use crate::reader::{self, Facts};

/// A row of the table.
struct Row {
    file: String,
    policy: String,
    moment: String,
    verdict: String,
    why: String,
    basic: String,
    stamps: String,
    long_term: String,
    archival: String,
    method: String,
}

#[test]
fn the_same_facts_lead_to_the_same_verdicts() {
    let Some(folder) = corpus("dss-diagnostic-data") else { return };
    let named: BTreeMap<(String, String), String> = include_str!("differences.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>())
        .map(|cells| ((cells[0].clone(), cells[1].clone()), cells[2].clone()))
        .collect();
    let (mut compared, mut silent, mut faults, mut met) = (0, 0, Vec::new(), Vec::new());
    let mut whole = 0;
    for row in rows(&folder) {
        let file = folder.join(facts_of(&row.file, &row.method));
        whole += usize::from(says_why(&row));
        let facts = amended(reader::read(&file), &row.method);
        let differences = differences(&row, &facts);
        match differences {
            None => silent += 1,
            Some(differences) if differences.is_empty() => compared += 1,
            Some(differences) => {
                let key = (row.file.clone(), row.method.clone());
                let ours = differences.join("; ");
                match named.get(&key) {
                    Some(known) if *known == ours => met.push(key),
                    _ => faults.push(format!("{}\t{}\t{ours}", row.file, row.method)),
                }
                compared += 1;
            }
        }
    }
    let unmet: Vec<_> = named.keys().filter(|key| !met.contains(key)).collect();
    aloud(&format!(
        "diagnostic data: {compared} rows compared, {whole} of them with every reason, {} differ by name; {silent} say nothing \
         of indications",
        met.len()
    ));
    assert!(faults.is_empty(), "differences without a name:\n{}", faults.join("\n"));
    assert!(unmet.is_empty(), "names without a difference: {unmet:?}");
    // A row that was read as one that says nothing would be compared with nothing.
    assert_eq!((compared, silent, whole), (92, 19, 85));
}

/// Whether a row tells of each of its indications that did not pass why.
fn says_why(row: &Row) -> bool {
    let cells = [pairs(&row.verdict, &row.why), split(&row.stamps)].concat();
    let of_processes = [&row.basic, &row.long_term, &row.archival];
    let mut cells = cells.iter().chain(of_processes).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| cell.contains("PASSED") || cell.contains('/'))
}

/// What differs; `None` for a row that says nothing of indications.
fn differences(row: &Row, facts: &Facts) -> Option<Vec<String>> {
    let wanted = row.verdict.split('|').filter(|cell| !cell.is_empty()).count();
    let (verdicts, stamps) = asked(&row.file, &row.policy, &row.method, wanted);
    let mut found = Vec::new();
    let mut said = false;
    let cells = pairs(&row.verdict, &row.why);
    said |= !cells.is_empty();
    found.extend(compare("verdict", row, facts, &verdicts, &cells));
    let cells = split(&row.stamps);
    said |= !cells.is_empty();
    found.extend(compare("time-stamp", row, facts, &stamps, &cells));
    if let Some(first) = verdicts.first() {
        let decision = Decision::new(&facts.case, &first.policy, moment(&row.moment, facts));
        let judged = decision.signature(0);
        let columns = [
            ("basic", &row.basic, &judged.basic),
            ("long-term", &row.long_term, &judged.long_term),
            ("archival", &row.archival, &judged.archival),
        ];
        for (name, cell, judged) in columns.into_iter().filter(|(_, cell, _)| !cell.is_empty()) {
            said = true;
            let ours = shown(judged.conclusion);
            if !same(cell, &ours) {
                found.push(format!("{name} {ours}"));
            }
        }
    }
    said.then_some(found)
}

fn compare(name: &str, row: &Row, facts: &Facts, asked: &[Asked], cells: &[String]) -> Vec<String> {
    if cells.is_empty() {
        return Vec::new();
    }
    if asked.len() != cells.len() {
        return vec![format!("{name}: {} asked, {} said", asked.len(), cells.len())];
    }
    let each = asked.iter().zip(cells).enumerate().filter_map(|(index, (asked, cell))| {
        let ours = shown(judge(asked, row, facts).conclusion);
        (!same(cell, &ours)).then(|| format!("{name} {} {ours}", index + 1))
    });
    each.collect()
}

fn judge(asked: &Asked, row: &Row, facts: &Facts) -> Finding {
    let decision = Decision::new(&facts.case, &asked.policy, moment(&row.moment, facts));
    match asked.about {
        About::Signature(index) => decision.signature(index).archival,
        About::LongTerm(index) => decision.signature(index).long_term,
        About::Record(index) => decision.record(index),
        About::Stamp(index) => decision.stamps().swap_remove(index).past,
        About::StampNow(index) => decision.stamps().swap_remove(index).basic,
        About::Revocation => decision.revocation(0),
        About::Certificate => {
            let chain = &facts.case.certificates;
            let leaf = chain.iter().position(|one| !one.authority).unwrap_or(0);
            decision.certificate(&Signing {
                algorithm: None,
                intact: true,
                unverified: None,
                chain: facts.chains[leaf].clone(),
                chain_fault: None,
                named: Named::Absent,
            })
        }
    }
}

/// `TOTAL_PASSED`, or `INDETERMINATE/TRY_LATER`.
fn shown(conclusion: Conclusion) -> String {
    let indication = match conclusion.indication {
        Indication::TotalPassed => "PASSED",
        Indication::Indeterminate => "INDETERMINATE",
        Indication::TotalFailed => "FAILED",
    };
    match conclusion.sub_indication {
        Some(why) => format!("{indication}/{why}"),
        None => indication.to_owned(),
    }
}

/// Whether what is said, with or without its reason, is what we say.
fn same(said: &str, ours: &str) -> bool {
    let said = said.replace("TOTAL_", "");
    match said.contains('/') {
        true => said == ours,
        false => Some(said.as_str()) == ours.split('/').next(),
    }
}

/// `A|B` and `X|Y` as `A/X`, `B/Y`; reasons are given from the front, and not for what passed.
fn pairs(verdicts: &str, reasons: &str) -> Vec<String> {
    let mut reasons = reasons.split('|').filter(|reason| !reason.is_empty());
    let verdicts = verdicts.split('|').filter(|verdict| !verdict.is_empty());
    verdicts
        .map(|verdict| match verdict.contains("PASSED") {
            true => verdict.to_owned(),
            false => match reasons.next() {
                Some(reason) => format!("{verdict}/{reason}"),
                None => verdict.to_owned(),
            },
        })
        .collect()
}

/// `A|B/X|Y` the same way.
fn split(cell: &str) -> Vec<String> {
    let (verdicts, reasons) = cell.split_once('/').unwrap_or((cell, ""));
    pairs(verdicts, reasons)
}

fn rows(folder: &std::path::Path) -> Vec<Row> {
    let table = fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let rows = table.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    rows.filter(|cells| cells[12] == "no")
        .map(|mut cells| {
            let mut cell = |index: usize| std::mem::take(&mut cells[index]);
            Row {
                file: cell(0),
                policy: cell(1),
                moment: cell(2),
                verdict: cell(3),
                why: cell(4),
                basic: cell(5),
                stamps: cell(6),
                long_term: cell(7),
                archival: cell(8),
                method: cell(11),
            }
        })
        .collect()
}
