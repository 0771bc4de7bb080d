//! A report as PDF, to be read, printed and filed.
//!
//! The first page says what a person asks: is it valid, who signed, when, what changed, what to do now. Then every check
//! as question, answer and clause, in the order of the standard; then how it was checked and what the answers rest on.
//!
//! The file is PDF 1.7, tagged, with all letters embedded: it conforms to PDF/A-2a (ISO 19005-2) and PDF/UA-1
//! (ISO 14289-1). The same report gives the same bytes.

mod checks;
mod file;
mod mark;
mod metadata;
mod overview;
mod set;
mod sheet;
mod table;
mod tree;

use pdf::Error;
use validation::objects::Objects;
use validation::report::{Asked, DocumentSummary, Report, Standing};

use crate::json::Failure;
use crate::paper::sheet::Sheet;
use crate::words::{Words, plain};

/// The most signatures that are put on paper; a file with more says how many are left out.
const SIGNATURES: usize = 100;

/// Writes the report about the document called `file`. Of a path, the last part is shown.
///
/// `objects` are those of the same validation: [`validation::objects::objects`].
///
/// # Errors
/// [`Error::Unsupported`]: the font inside this program cannot be read.
pub fn write(report: &Report, objects: &Objects, file: &str, words: &Words) -> Result<Vec<u8>, Error> {
    let name = plain(file.rsplit(['/', '\\']).next().unwrap_or(file));
    let whole = Whole { report, objects, name: &name, words };
    let mut sheet = Sheet::new()?;
    overview::write(&mut sheet, &whole)?;
    checks::write(&mut sheet, &whole)?;
    checks::provenance(&mut sheet, &whole)?;
    file::assemble(sheet, &whole)
}

/// Writes why there is no report about the file called `file`, with that by which it would have been judged.
///
/// # Errors
/// As [`write()`].
pub fn undone(failure: &Failure, standing: &Standing, file: &str, words: &Words) -> Result<Vec<u8>, Error> {
    let Standing { program, trust, policy, validation_time } = standing.clone();
    let (document, signatures, missing) = (DocumentSummary::default(), Vec::new(), Vec::new());
    let (asked, earlier) = (Asked::Nobody, None);
    let report =
        Report { program, trust, policy, validation_time, document, signatures, asked, missing, earlier };
    let name = plain(file.rsplit(['/', '\\']).next().unwrap_or(file));
    let whole = Whole { report: &report, objects: &Objects::default(), name: &name, words };
    let mut sheet = Sheet::new()?;
    overview::undone(&mut sheet, &whole, failure)?;
    file::assemble(sheet, &whole)
}

/// What the parts of the report are made from.
pub(crate) struct Whole<'a> {
    pub report: &'a Report,
    pub objects: &'a Objects,
    /// Name of the file, in one line.
    pub name: &'a str,
    pub words: &'a Words,
}
