//! Reports that `pitser verify` saves as files.

use std::path::{Path, PathBuf};

use workflow::host::Host;
use workflow::order::Existing;
use workflow::report::json;
use workflow::report::words::{Words, plain};
use workflow::save::{self, Form};
use workflow::verify::Examined;

use crate::arguments;
use crate::failure::Failure;

/// The most letters of a file's name that the name of its report takes over.
const LETTERS: usize = 80;

/// What is saved, and where.
pub struct Reports {
    place: Place,
    existing: Existing,
}

enum Place {
    /// One file's, under these names; there may be none.
    Files(Vec<(Form, PathBuf)>),
    /// Every file's, in this folder.
    Folder(PathBuf),
}

impl Reports {
    /// What was asked for.
    ///
    /// # Errors
    /// `reports-folder`: one name for the reports on several files.
    pub fn asked(arguments: &arguments::Verify) -> Result<Self, Failure> {
        let existing = if arguments.force { Existing::Replace } else { Existing::Keep };
        if let Some(folder) = &arguments.reports {
            return Ok(Self { place: Place::Folder(folder.clone()), existing });
        }
        let pdf = arguments.report_pdf.iter().map(|path| (Form::Pdf, path.clone()));
        let xml = arguments.report_xml.iter().map(|path| (Form::Xml, path.clone()));
        let files: Vec<_> = pdf.chain(xml).collect();
        if !files.is_empty() && arguments.files.len() != 1 {
            return Err(Failure::new("reports-folder", &[]));
        }
        Ok(Self { place: Place::Files(files), existing })
    }

    /// Whether the reports on the file that is the `number`th could be written, asked before the work is done.
    ///
    /// # Errors
    /// Those of files.
    pub fn check(&self, host: &impl Host, file: &Path, number: usize) -> Result<(), Failure> {
        for (_, path) in self.of(file, number) {
            let fault = |cause| workflow::error::Error::File { path: path.display().to_string(), cause };
            host.check_output(&path, self.existing).map_err(fault)?;
        }
        Ok(())
    }

    /// Saves the reports on a file, the `number`th of all from 1.
    ///
    /// # Errors
    /// Those of files.
    pub fn save(
        &self,
        host: &impl Host,
        examined: &Examined,
        file: &Path,
        number: usize,
        words: &Words,
    ) -> Result<(), Failure> {
        for (form, path) in self.of(file, number) {
            save::save(host, examined, file, (form, &path), self.existing, words)?;
        }
        Ok(())
    }

    /// In a folder, says also why there is no report.
    ///
    /// # Errors
    /// Those of files.
    pub fn undone(
        &self,
        host: &impl Host,
        file: &Path,
        number: usize,
        failure: &json::Failure,
    ) -> Result<(), Failure> {
        let Place::Folder(_) = self.place else { return Ok(()) };
        let json = self.of(file, number).into_iter().find(|(form, _)| *form == Form::Json);
        let Some((_, path)) = json else { return Ok(()) };
        let text = json::failure(&file.display().to_string(), failure) + "\n";
        Ok(save::write(host, text.into_bytes(), &path, self.existing)?)
    }

    /// The reports on a file. In a folder their names begin with the file's number, so that no two are the same.
    fn of(&self, file: &Path, number: usize) -> Vec<(Form, PathBuf)> {
        match &self.place {
            Place::Files(files) => files.clone(),
            Place::Folder(folder) => {
                let stem = file.file_stem().unwrap_or_default().to_string_lossy();
                let stem: String = plain(&stem).chars().take(LETTERS).collect();
                let name = |form: Form| format!("{number:05}-{stem}.report.{}", form.extension());
                [Form::Pdf, Form::Xml, Form::Json].map(|form| (form, folder.join(name(form)))).to_vec()
            }
        }
    }
}
