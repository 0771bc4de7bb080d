//! Reports on many files as one table, by RFC 4180: a row for each signature, and one for each file that has none or could
//! not be checked.
//!
//! The columns have the names and the values that they have in [`crate::json`]. The table is UTF-8 and begins with a
//! byte order mark: without it spreadsheets take it for something else and spoil the names. A cell that a spreadsheet would
//! take for a formula has an apostrophe before it.
//!
//! What a row rests on is named by one digest, `evidenceSha256`: SHA-256 over the digests that [`crate::json`] lists under
//! `evidence`, in ascending order, each in hex with a line feed behind it.

use validation::objects::Objects;
use validation::report::{Answer, Question, Report, SignatureKind, SignatureReport, Standing};

use crate::codes::code;
use crate::facts;
use crate::json::{self, Failure};
use crate::words::{Words, plain};

/// What stands over the columns, in their order.
pub const COLUMNS: [&str; 32] = [
    "file",
    "sha256",
    "result",
    "signature",
    "kind",
    "field",
    "indication",
    "subIndication",
    "reason",
    "signer",
    "serialNumber",
    "issuer",
    "qualification",
    "level",
    "bestSignatureTime",
    "claimedTime",
    "revocationSource",
    "changesAfterSigning",
    "protectionEnds",
    "validationTime",
    "trust",
    "policySha256",
    "program",
    "error",
    "policy",
    "asked",
    "damage",
    "unaccountedBytes",
    "missing",
    "evidenceSha256",
    "earlier",
    "pseudonym",
];

/// The beginning of a table: the byte order mark and the names of the columns, with the end of the line.
pub fn head() -> String {
    format!("\u{feff}{}", line(&COLUMNS.map(str::to_owned)))
}

/// The rows about the file called `file`, each with the end of its line.
pub fn rows(report: &Report, objects: &Objects, file: &str, words: &Words) -> String {
    if report.signatures.is_empty() {
        return line(&of_file(report, objects, file));
    }
    let rows = report.signatures.iter().enumerate().map(|(number, signature)| {
        let mut cells = of_file(report, objects, file);
        let ends = objects.protected_until(report, number).map(|time| time.to_string());
        of_signature(&mut cells, number, signature, words);
        set(&mut cells, "protectionEnds", ends.unwrap_or_default());
        line(&cells)
    });
    rows.collect()
}

/// The row about a file that could not be checked, with that by which it would have been judged.
pub fn failure(file: &str, failure: &Failure, standing: &Standing) -> String {
    let mut cells = standing_cells(standing);
    set(&mut cells, "file", file);
    set(&mut cells, "result", "error");
    set(&mut cells, "reason", &failure.message);
    set(&mut cells, "error", &failure.code);
    line(&cells)
}

type Cells = [String; COLUMNS.len()];

fn nothing() -> Cells {
    std::array::from_fn(|_| String::new())
}

fn set(cells: &mut Cells, column: &str, value: impl AsRef<str>) {
    let place = COLUMNS.iter().position(|name| *name == column);
    if let Some(cell) = place.and_then(|place| cells.get_mut(place)) {
        *cell = plain(value.as_ref());
    }
}

fn standing_cells(standing: &Standing) -> Cells {
    let mut cells = nothing();
    let Standing { program, trust, policy, validation_time } = standing;
    set(&mut cells, "validationTime", validation_time.to_string());
    let test = if trust.test { "TEST " } else { "" };
    set(&mut cells, "trust", format!("{test}{}", trust.name));
    set(&mut cells, "policy", &policy.name);
    set(&mut cells, "policySha256", &policy.hash);
    set(&mut cells, "program", format!("{} {}", program.name, program.version));
    cells
}

fn of_file(report: &Report, objects: &Objects, file: &str) -> Cells {
    let mut cells = standing_cells(&report.standing());
    set(&mut cells, "file", file);
    set(&mut cells, "sha256", &report.document.sha256);
    set(&mut cells, "result", json::result(report.overall()));
    set(&mut cells, "asked", code(&report.asked));
    let document = &report.document;
    if document.repaired.is_some() {
        set(&mut cells, "damage", if document.cut_off { "cut-off" } else { "repaired" });
    }
    if let Some(earlier) = &report.earlier {
        let parts =
            [(true, "saved"), (!earlier.same_trust, "trust"), (earlier.same_policy == Some(false), "policy")];
        let other: Vec<&str> = parts.into_iter().filter(|(other, _)| *other).map(|(_, what)| what).collect();
        set(&mut cells, "earlier", other.join(" "));
    }
    if document.unaccounted_bytes > 0 {
        set(&mut cells, "unaccountedBytes", document.unaccounted_bytes.to_string());
    }
    if !report.missing.is_empty() {
        set(&mut cells, "missing", report.missing.len().to_string());
    }
    set(&mut cells, "evidenceSha256", objects.sha256());
    cells
}

fn of_signature(cells: &mut Cells, number: usize, signature: &SignatureReport, words: &Words) {
    set(cells, "signature", (number + 1).to_string());
    set(cells, "kind", code(&signature.kind));
    set(cells, "field", &signature.field);
    set(cells, "indication", code(&signature.conclusion.indication));
    if let Some(why) = signature.conclusion.sub_indication {
        set(cells, "subIndication", why.to_string());
    }
    if let Some(reason) = facts::reason(signature, words) {
        set(cells, "reason", reason);
    }
    match &signature.signer {
        Some(signer) => {
            set(cells, "signer", &signer.name);
            set(cells, "serialNumber", signer.serial_number.as_deref().unwrap_or_default());
            set(cells, "issuer", &signer.issuer);
            set(cells, "pseudonym", signer.pseudonym.to_string());
        }
        // Nobody signs a document time-stamp; who made it is what one looks for here.
        None if signature.kind == SignatureKind::DocumentTimestamp => {
            let authority = signature.timestamps.first().and_then(|stamp| stamp.authority.as_deref());
            set(cells, "signer", authority.unwrap_or_default());
        }
        None => {}
    }
    if signature.kind == SignatureKind::Signature {
        set(cells, "qualification", json::QUALIFICATION);
    }
    set(cells, "level", signature.level.map(|level| code(&level)).unwrap_or_default());
    let shown =
        |time: Option<validation::objects::Time>| time.map(|time| time.to_string()).unwrap_or_default();
    set(cells, "bestSignatureTime", shown(signature.best_signature_time));
    set(cells, "claimedTime", shown(signature.claimed_time));
    let detail = |question, name: &str| {
        let check = signature.checks.iter().find(|check| check.question == question)?;
        check.detail.get(name).cloned()
    };
    set(cells, "revocationSource", detail(Question::SignerRevocation, "source").unwrap_or_default());
    set(cells, "changesAfterSigning", changes(signature));
}

/// What was changed, by name where names are known.
fn changes(signature: &SignatureReport) -> String {
    let check = signature.checks.iter().find(|check| check.question == Question::ChangesAfterSigning);
    let Some(check) = check else { return String::new() };
    let named = ["changes", "later"].into_iter().find_map(|name| check.detail.get(name).cloned());
    match (named, check.answer) {
        (Some(named), _) => named,
        (None, Answer::NotApplicable) => "none".to_owned(),
        (None, answer) => code(&answer),
    }
}

/// A record with its end (RFC 4180 §2).
fn line(cells: &Cells) -> String {
    cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n"
}

fn quoted(cell: &str) -> String {
    // The first letters that make spreadsheets compute. Where numbers have a comma, columns end with a semicolon, whatever is
    // quoted: what follows one begins a cell there.
    let mut guarded = String::with_capacity(cell.len());
    let mut begins = true;
    for (at, letter) in cell.char_indices() {
        let rest = cell.get(at..).unwrap_or_default();
        let shown = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '"');
        if begins && shown.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
            guarded.push('\'');
        }
        guarded.push(letter);
        begins = matches!(letter, ';' | '\t');
    }
    match guarded.contains([',', ';', '\t', '"', '\r', '\n']) || guarded != guarded.trim() {
        true => format!("\"{}\"", guarded.replace('"', "\"\"")),
        false => guarded,
    }
}

#[cfg(test)]
mod tests {
    use validation::report::{PolicyIdentity, TrustSource};

    use super::*;

    #[test]
    fn cells_are_quoted_and_never_computed() {
        assert_eq!(quoted("plain õ"), "plain õ");
        assert_eq!(quoted("a,b"), "\"a,b\"");
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1"] {
            let cell = quoted(&plain(formula));
            let cell = cell.trim_matches('"');
            assert!(cell.starts_with('\'') || cell.starts_with('\u{fffd}'), "{cell}");
        }
        assert_eq!(quoted("a;=1+1; -2;b"), "\"a;'=1+1;' -2;b\"");
        assert_eq!(quoted("a;b"), "\"a;b\"");
        assert_eq!(quoted("x;\"=1+1;y"), "\"x;'\"\"=1+1;y\"");
        assert_eq!(quoted("＝1"), "'＝1");
        assert_eq!(quoted("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
    }

    #[test]
    fn a_file_that_could_not_be_checked_has_a_row() {
        let failure = Failure {
            code: "not-a-pdf".into(),
            message: "No PDF,\nat all".into(),
            cause: String::new(),
            next: String::new(),
            values: Default::default(),
        };
        let standing = Standing {
            program: validation::report::program(),
            trust: TrustSource { name: "Own".into(), test: true, anchors: Vec::new() },
            policy: PolicyIdentity { name: "everyday".into(), hash: "ab".repeat(32) },
            validation_time: "2026-11-22T14:05:00Z".parse().expect("a time"),
        };
        let row = super::failure("=a.pdf", &failure, &standing);
        assert!(
            row.starts_with("'=a.pdf,,error,") && row.ends_with(",not-a-pdf,everyday,,,,,,,\r\n"),
            "{row}"
        );
        for named in ["TEST Own", &standing.policy.hash, "Pitser ", "2026-11-22T14:05:00Z"] {
            assert!(row.contains(named), "{named}: {row}");
        }
        assert_eq!(row.matches('\n').count(), 1, "{row}");
        assert_eq!(head().trim_start_matches('\u{feff}').trim_end().split(',').count(), COLUMNS.len());
    }
}
