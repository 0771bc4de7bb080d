//! Every check as question and answer, and what the answers rest on.

use pdf::Error;
use pdf_writer::types::StructRole;
use validation::objects::Object;
use validation::report::{Answer, Check, SignatureKind};

use crate::facts;
use crate::paper::overview::{FACTS, row};
use crate::paper::set::{FINE, HEADING, Line, SMALL, SMALL_STRONG, STRONG, SUBHEADING, Style};
use crate::paper::sheet::{LEFT, MEASURE, Sheet};
use crate::paper::table::{Piece, Table, piece};
use crate::paper::{SIGNATURES, Whole};
use crate::sight;
use crate::words::{Value, Words, plain};

/// The most certificates and the like that are listed on paper.
const OBJECTS: usize = 400;

/// The most letters of a field's name in a heading.
const NAME: usize = 120;

/// The questions of each signature, in the order of the standard.
pub(crate) fn write(sheet: &mut Sheet, whole: &Whole<'_>) -> Result<(), Error> {
    if whole.report.signatures.is_empty() {
        return Ok(());
    }
    let words = whole.words;
    sheet.turn();
    sheet.heading(StructRole::H2, &words.text("paper-checks", &[]), HEADING, 100.0)?;
    for (index, signature) in whole.report.signatures.iter().take(SIGNATURES).enumerate() {
        let id = match signature.kind {
            SignatureKind::Signature => "paper-checks-of",
            SignatureKind::DocumentTimestamp => "paper-checks-of-stamp",
        };
        let field: String = plain(&signature.field).chars().take(NAME).collect();
        let head = words.text(id, &[("number", Value::from(index + 1)), ("field", field.into())]);
        sheet.space(10.0);
        sheet.heading(StructRole::H3, &head, SUBHEADING, 80.0)?;
        sheet.space(2.0);
        let rows: Vec<_> = signature.checks.iter().map(|check| of_check(check, words)).collect();
        let head = heads(words, ["paper-question", "paper-answer", "paper-clause"]);
        let columns = &[0.58, 0.17, 0.25];
        Table { columns, head: &head, ruled: true, row_heads: false }.write(sheet, &rows)?;
    }
    Ok(())
}

fn of_check(check: &Check, words: &Words) -> Vec<Vec<Piece>> {
    let mut asked = vec![piece(facts::question(check, words), SMALL)];
    let lines = sight::lines(check, words).into_iter().chain(sight::figures(check, words));
    // The list of evidence has them whole.
    let lines = lines.chain(sight::evidence(check, facts::short, words));
    asked.extend(lines.map(|line| piece(line, FINE)));
    // What did not pass stands out by its weight; what it is stands in words.
    let style = if check.answer == Answer::Passed { SMALL } else { SMALL_STRONG };
    let answer = vec![piece(facts::answer(check, words), style)];
    vec![asked, answer, vec![piece(plain(&check.clause), FINE)]]
}

/// Program, policy, trust, time and file; then every certificate, answer and list by its digest.
pub(crate) fn provenance(sheet: &mut Sheet, whole: &Whole<'_>) -> Result<(), Error> {
    let (report, words) = (whole.report, whole.words);
    sheet.space(22.0);
    sheet.heading(StructRole::H2, &words.text("paper-provenance", &[]), HEADING, 120.0)?;
    sheet.space(2.0);
    let mut rows = vec![
        row(words.text("paper-file", &[]), whole.name.to_owned()),
        row(words.text("paper-checked", &[]), facts::show(&report.validation_time.to_string())),
        row(words.text("paper-trust", &[]), plain(&report.trust.name)),
    ];
    rows.extend(
        facts::missing(report, words).into_iter().take(OBJECTS).map(|(label, value)| row(label, value)),
    );
    rows.extend(facts::provenance(report, words).into_iter().map(|(label, value)| row(label, value)));
    FACTS.write(sheet, &rows)?;
    if whole.objects.all.is_empty() {
        return Ok(());
    }
    sheet.space(16.0);
    sheet.heading(StructRole::H3, &words.text("paper-evidence", &[]), SUBHEADING, 60.0)?;
    sheet.space(2.0);
    let rows: Vec<_> = whole.objects.all.iter().take(OBJECTS).map(|one| of_object(one, words)).collect();
    let head = heads(words, ["paper-evidence-kind", "paper-evidence-origin", "paper-evidence-digest"]);
    let columns = &[0.22, 0.14, 0.64];
    Table { columns, head: &head, ruled: false, row_heads: false }.write(sheet, &rows)?;
    let more = whole.objects.all.len().saturating_sub(OBJECTS);
    if more > 0 {
        let said = words.text("paper-more-objects", &[("count", Value::from(more))]);
        sheet.paragraph(&said, STRONG, LEFT, MEASURE)?;
    }
    Ok(())
}

fn of_object(object: &Object, words: &Words) -> Vec<Vec<Piece>> {
    let [kind, origin] = facts::kind_and_origin(object);
    let cell = |text, style: Style| vec![piece(text, style)];
    vec![
        cell(words.text(kind, &[]), SMALL),
        cell(words.text(origin, &[]), SMALL),
        cell(object.sha256.clone(), FINE),
    ]
}

fn heads(words: &Words, ids: [&str; 3]) -> [Line; 3] {
    ids.map(|id| Line { text: words.text(id, &[]), style: SMALL_STRONG })
}
