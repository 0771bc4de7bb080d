//! Reports that the person saves.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use workflow::verify::Examined;

/// How many verdicts are kept with what they rested on: those of the documents that are held, and a few more.
const KEPT: usize = 6;

/// The verdicts that the window has shown, so that what is saved is what was seen.
#[derive(Default)]
pub struct Reports(Mutex<Vec<(PathBuf, Examined)>>);

impl Reports {
    /// Keeps the newest verdict on a file.
    pub fn keep(&self, path: &Path, examined: Examined) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(other, _)| other != path);
        kept.push((path.to_owned(), examined));
        let more = kept.len().saturating_sub(KEPT);
        kept.drain(..more);
    }

    /// The newest verdict on a file, if it was kept.
    pub fn of(&self, path: &Path) -> Option<Examined> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(other, _)| other == path).map(|(_, examined)| examined.clone())
    }
}

/// The name that is proposed for what is saved of a document: the document's, and a word for what it is.
pub fn suggested(document: &Path, word: &str, extension: &str) -> String {
    let stem = document.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}.{word}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_not_called_like_its_document() {
        assert_eq!(suggested(Path::new("/home/mari/loan.pdf"), "report", "pdf"), "loan.report.pdf");
        assert_eq!(suggested(Path::new("loan"), "evidence", "json"), "loan.evidence.json");
    }
}
