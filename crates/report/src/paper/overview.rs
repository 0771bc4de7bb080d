//! The first page: what a person asks.

use pdf::Error;
use pdf_writer::types::StructRole;
use validation::report::{Conclusion, Indication, SignatureKind, SignatureReport};

use crate::facts;
use crate::json::Failure;
use crate::paper::set::{BODY, DIGEST, HEADING, Ink, LABEL, STRONG, SUBHEADING, Style, TITLE};
use crate::paper::sheet::{LEFT, MEASURE, Sheet};
use crate::paper::table::{Piece, Table, piece};
use crate::paper::{SIGNATURES, Whole, mark};
use crate::text;
use crate::words::{Value, plain};

/// Side of the mark, and where the words beside it begin.
const MARK: f32 = 40.0;
const BESIDE: f32 = LEFT + MARK + 14.0;

/// Labels and values.
pub(crate) const FACTS: Table<'_> =
    Table { columns: &[0.25, 0.75], head: &[], ruled: false, row_heads: true };

pub(crate) fn write(sheet: &mut Sheet, whole: &Whole<'_>) -> Result<(), Error> {
    let words = whole.words;
    sheet.heading(StructRole::H1, &words.text("paper-title", &[]), TITLE, 100.0)?;
    if whole.report.trust.test {
        test(sheet, &words.text("paper-test", &[]))?;
    }
    verdict(sheet, whole)?;
    for (index, signature) in whole.report.signatures.iter().take(SIGNATURES).enumerate() {
        one(sheet, whole, index + 1, signature)?;
    }
    let more = whole.report.signatures.len().saturating_sub(SIGNATURES);
    if more > 0 {
        let said = words.text("paper-more-signatures", &[("count", Value::from(more))]);
        sheet.space(12.0);
        sheet.paragraph(&said, STRONG, LEFT, MEASURE)?;
    }
    Ok(())
}

/// What the anchors are, in a band that cannot be overlooked.
fn test(sheet: &mut Sheet, said: &str) -> Result<(), Error> {
    let height = 20.0;
    sheet.space(8.0);
    sheet.filled([LEFT, sheet.y() - height, MEASURE, height], Ink::Open);
    sheet.down((height - BODY.leading) / 2.0);
    sheet.paragraph(said, Style { ink: Ink::White, ..STRONG }, LEFT + 10.0, MEASURE - 20.0)?;
    sheet.down((height - BODY.leading) / 2.0);
    Ok(())
}

/// A file that could not be checked: which, what is wrong with it, and by what it would have been judged.
pub(crate) fn undone(sheet: &mut Sheet, whole: &Whole<'_>, failure: &Failure) -> Result<(), Error> {
    let (report, words) = (whole.report, whole.words);
    sheet.heading(StructRole::H1, &words.text("paper-title", &[]), TITLE, 100.0)?;
    if report.trust.test {
        test(sheet, &words.text("paper-test", &[]))?;
    }
    sheet.space(14.0);
    sheet.paragraph(&words.text("paper-undone", &[]), HEADING, LEFT, MEASURE)?;
    sheet.paragraph(whole.name, STRONG, LEFT, MEASURE)?;
    sheet.space(10.0);
    let said = [&failure.message, &failure.cause, &failure.next].map(|text| plain(text));
    let labels = ["signature-reason", "paper-cause", "paper-next-label"].map(|id| words.text(id, &[]));
    let mut rows: Vec<_> = labels.into_iter().zip(said).map(|(label, value)| row(label, value)).collect();
    rows.push(row(words.text("paper-code", &[]), plain(&failure.code)));
    rows.push(row(words.text("paper-checked", &[]), facts::show(&report.validation_time.to_string())));
    rows.push(row(words.text("paper-trust", &[]), plain(&report.trust.name)));
    rows.extend(facts::standing(report, words).into_iter().map(|(label, value)| row(label, value)));
    FACTS.write(sheet, &rows)
}

/// The mark and the sentence, then which file, when, and on whose word.
fn verdict(sheet: &mut Sheet, whole: &Whole<'_>) -> Result<(), Error> {
    let (report, words) = (whole.report, whole.words);
    let overall = report.overall();
    let (id, meaning) = match overall {
        None => ("verdict-unsigned", words.text("verdict-unsigned", &[])),
        Some(indication) => {
            let id = match indication {
                Indication::TotalPassed => "verdict-overall-passed",
                Indication::Indeterminate => "verdict-overall-indeterminate",
                Indication::TotalFailed => "verdict-overall-failed",
            };
            (id, facts::verdict(Conclusion { indication, sub_indication: None }, words))
        }
    };
    let said = words.text(id, &[("count", Value::from(report.signers()))]);
    let meaning = words.text("paper-mark", &[("verdict", meaning.into())]);
    sheet.space(14.0);
    let top = sheet.y();
    mark::draw(sheet, overall, [LEFT, top - MARK, MARK], meaning)?;
    sheet.down(3.0);
    let room = LEFT + MEASURE - BESIDE;
    sheet.paragraph(&said, HEADING, BESIDE, room)?;
    sheet.paragraph(whole.name, STRONG, BESIDE, room)?;
    if top - sheet.y() < MARK {
        sheet.down(MARK - (top - sheet.y()));
    }
    sheet.space(10.0);
    let mut rows = vec![
        row(words.text("paper-checked", &[]), facts::show(&report.validation_time.to_string())),
        row(words.text("paper-trust", &[]), report.trust.name.clone()),
        row(words.text("report-sha256", &[]), report.document.sha256.clone()),
    ];
    let earlier = facts::earlier(report, words);
    rows.extend(earlier.into_iter().map(|line| row(words.text("report-earlier", &[]), line)));
    let state = facts::state(report, words);
    if !state.is_empty() {
        rows.push(row(words.text("paper-state", &[]), state.join(" ")));
    }
    if overall.is_none() {
        rows.push(row(words.text("paper-next-label", &[]), words.text("paper-next-unsigned", &[])));
    }
    FACTS.write(sheet, &rows)
}

/// A signature or document time-stamp.
fn one(
    sheet: &mut Sheet,
    whole: &Whole<'_>,
    number: usize,
    signature: &SignatureReport,
) -> Result<(), Error> {
    let words = whole.words;
    let id = match signature.kind {
        SignatureKind::Signature => "paper-signature",
        SignatureKind::DocumentTimestamp => "paper-stamp",
    };
    let verdict = facts::verdict(signature.conclusion, words);
    let head = words.text(id, &[("number", Value::from(number)), ("verdict", verdict.into())]);
    sheet.space(14.0);
    sheet.need(80.0);
    if !sheet.is_fresh() {
        sheet.rule(LEFT, MEASURE, sheet.y());
        sheet.down(8.0);
    }
    sheet.heading(StructRole::H2, &head, SUBHEADING, 0.0)?;
    sheet.down(2.0);
    let mut rows = Vec::new();
    let reason = facts::reason(signature, words);
    rows.extend(reason.map(|reason| row(words.text("signature-reason", &[]), reason)));
    rows.extend(facts::of_signature(signature, words).into_iter().map(|(label, value)| row(label, value)));
    rows.push(row(words.text("paper-standard", &[]), facts::standard(signature.conclusion)));
    if signature.conclusion == Conclusion::PASSED && signature.kind == SignatureKind::Signature {
        rows.push(row(words.text("paper-next-label", &[]), words.text("paper-next-passed", &[])));
    }
    FACTS.write(sheet, &rows)?;
    obstacles(sheet, whole, signature)
}

/// For each obstacle: what, why, what to do now.
fn obstacles(sheet: &mut Sheet, whole: &Whole<'_>, signature: &SignatureReport) -> Result<(), Error> {
    let obstacles = signature.gravest_obstacles();
    if obstacles.is_empty() {
        return Ok(());
    }
    sheet.space(6.0);
    let head = whole.words.text("paper-in-the-way", &[]);
    sheet.heading(StructRole::H3, &head, STRONG, 60.0)?;
    for check in obstacles {
        let [what, why, next] = text::obstacle(check, whole.report.asked, whole.words);
        sheet.space(4.0);
        sheet.need(3.0 * BODY.leading);
        sheet.paragraph(&what, BODY, LEFT, MEASURE)?;
        sheet.paragraph(&why, LABEL, LEFT + 12.0, MEASURE - 12.0)?;
        sheet.paragraph(&next, BODY, LEFT + 12.0, MEASURE - 12.0)?;
    }
    Ok(())
}

pub(crate) fn row(label: String, value: String) -> Vec<Vec<Piece>> {
    let digest = value.split(' ').any(|word| word.len() >= 64 && word.bytes().all(|b| b.is_ascii_hexdigit()));
    vec![vec![piece(label, LABEL)], vec![piece(value, if digest { DIGEST } else { BODY })]]
}
