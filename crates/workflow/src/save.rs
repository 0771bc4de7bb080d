//! A report as a file: whole or not at all.

use std::path::Path;

use report::words::Words;
use report::{etsi, json, paper};

use crate::error::{Error, at};
use crate::host::{Existing, FileError, Host};
use crate::verify::Examined;

/// The root of an XML report ends within so many bytes.
const HEAD: usize = 1 << 10;

/// What kind of file a report becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// To be read, printed and filed: PDF/A.
    Pdf,
    /// For archives and other validators: ETSI TS 119 102-2.
    Xml,
    /// For programs.
    Json,
}

impl Form {
    /// What the names of such files end with, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xml => "xml",
            Self::Json => "json",
        }
    }

    /// Whether this is a report that Pitser made in this form and nobody added anything to: one that was signed is a
    /// document of its own.
    pub fn made(self, file: &[u8]) -> bool {
        let times = |what: &[u8]| file.windows(what.len()).filter(|window| *window == what).count();
        let head = file.get(..HEAD.min(file.len())).unwrap_or_default();
        let heads = |what: &[u8]| head.windows(what.len()).any(|window| window == what);
        match self {
            Self::Pdf => {
                file.starts_with(b"%PDF-") && times(b"/Producer(Pitser ") == 1 && times(b"startxref") == 1
            }
            Self::Xml => {
                file.starts_with(b"<?xml ") && heads(b"<ValidationReport ") && heads(b"\"urn:pitser:report:")
            }
            Self::Json => file.starts_with(b"{\"schema\":\"pitser-report/"),
        }
    }

    /// The report on `document` in this form.
    ///
    /// # Errors
    /// [`Error::Document`] where a PDF cannot be made.
    pub fn write(self, examined: &Examined, document: &Path, words: &Words) -> Result<Vec<u8>, Error> {
        let (report, objects) = (&examined.report, examined.objects());
        let name = document.display().to_string();
        Ok(match self {
            Self::Pdf => {
                paper::write(report, &objects, &name, words).map_err(|error| Error::Document(error.into()))?
            }
            Self::Xml => etsi::write(report, &objects, &name, words),
            Self::Json => (json::full(report, &objects, &name) + "\n").into_bytes(),
        })
    }
}

/// Saves the report on `document`. Never over the document itself.
///
/// # Errors
/// [`Error::File`], and as [`Form::write`].
pub fn save(
    host: &impl Host,
    examined: &Examined,
    document: &Path,
    (form, output): (Form, &Path),
    existing: Existing,
    words: &Words,
) -> Result<(), Error> {
    not_over(host, document, output)?;
    write(host, form.write(examined, document, words)?, output, existing)
}

/// Saves what the verdict on `document` was computed from. Never over the document itself.
///
/// # Errors
/// [`Error::File`].
pub fn evidence(
    host: &impl Host,
    examined: &Examined,
    document: &Path,
    output: &Path,
    existing: Existing,
) -> Result<(), Error> {
    not_over(host, document, output)?;
    write(host, examined.record().to_json(), output, existing)
}

/// One that has gone since cannot be replaced.
fn not_over(host: &impl Host, document: &Path, output: &Path) -> Result<(), Error> {
    match host.open(document).is_ok_and(|file| file.is_at(output)) {
        true => Err(at(output)(FileError::Itself)),
        false => Ok(()),
    }
}

/// Writes a file of a report.
///
/// # Errors
/// [`Error::File`].
pub fn write(host: &impl Host, bytes: Vec<u8>, output: &Path, existing: Existing) -> Result<(), Error> {
    let mut unnamed = host.begin(output, existing).map_err(at(output))?;
    unnamed.append(&bytes).map_err(at(output))?;
    unnamed.name().map_err(at(output))
}
