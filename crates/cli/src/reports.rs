//! Reports that `pitser verify` saves as files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use native::small_file;
use workflow::error::Error;
use workflow::host::{FileError, Host};
use workflow::order::Existing;
use workflow::report::json;
use workflow::report::paper;
use workflow::report::words::{Words, plain};
use workflow::save::{self, Form};
use workflow::verdict::Standing;
use workflow::verify::Examined;

use crate::arguments;
use crate::failure::Failure;

/// The most letters of a file's name that the name of its report takes over.
const LETTERS: usize = 80;

/// The longest file that is looked at for whether it is a report, in bytes.
const LONGEST: u64 = 64 << 20;

/// What is saved, and where.
pub struct Reports {
    place: Place,
    existing: Existing,
    /// What else this run reads, by the names that were given.
    read: Vec<PathBuf>,
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
    /// `reports-folder`: one name for the reports on several files. `outputs-same`: one name for two outputs.
    pub fn asked(arguments: &arguments::Verify) -> Result<Self, Failure> {
        let existing = if arguments.force { Existing::Replace } else { Existing::Keep };
        let standing = &arguments.standing;
        let mut read = [&arguments.files[..], &arguments.trust].concat();
        read.extend(
            [&arguments.list, &standing.evidence, &arguments.password.document_password_file]
                .into_iter()
                .flatten()
                .cloned(),
        );
        read.push(PathBuf::from(&standing.policy));
        if let Some(folder) = &arguments.reports {
            return Ok(Self { place: Place::Folder(folder.clone()), existing, read });
        }
        let pdf = arguments.report_pdf.iter().map(|path| (Form::Pdf, path.clone()));
        let xml = arguments.report_xml.iter().map(|path| (Form::Xml, path.clone()));
        let files: Vec<_> = pdf.chain(xml).collect();
        // What was saved of one file is one, though no file is named beside it.
        if !files.is_empty() && (arguments.list.is_some() || arguments.files.len() > 1) {
            return Err(Failure::new("reports-folder", &[]));
        }
        let mut outputs = files.iter().map(|(_, path)| path).chain(&standing.save_evidence);
        let mut places = BTreeSet::new();
        if let Some(twice) = outputs.find(|path| !places.insert(place(path))) {
            return Err(at("outputs-same", twice));
        }
        Ok(Self { place: Place::Files(files), existing, read })
    }

    /// Whether the reports on the file that is the `number`th could be written, asked before the work is done.
    ///
    /// # Errors
    /// Those of files. `output-is-input`: it would take the place of something that this run reads. `not-a-report`: under a
    /// name that nobody gave stands something else than a report.
    pub fn check(&self, host: &impl Host, file: &Path, number: usize) -> Result<(), Failure> {
        for (form, path) in self.of(file, number) {
            let fault = |cause| Error::File { path: path.display().to_string(), cause };
            host.check_output(&path, self.existing).map_err(|cause| not_saved(fault(cause)))?;
            if path.exists() {
                self.may_go(host, file, (form, &path))?;
            }
        }
        Ok(())
    }

    /// Whether what stands at the place of a report on `file` may be replaced.
    fn may_go(&self, host: &impl Host, file: &Path, (form, path): (Form, &Path)) -> Result<(), Failure> {
        let is_here = |read: &PathBuf| host.open(read).is_ok_and(|read| read.is_at(path));
        // Of the file itself that is said where its report is saved.
        if self.read.iter().any(|read| read != file && is_here(read)) {
            return Err(at("output-is-input", path));
        }
        let is_named = matches!(self.place, Place::Files(_));
        match is_named || small_file::regular(path, LONGEST).is_ok_and(|file| form.made(&file)) {
            true => Ok(()),
            false => Err(at("not-a-report", path)),
        }
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
            save::save(host, examined, file, (form, &path), self.existing, words).map_err(not_saved)?;
        }
        Ok(())
    }

    /// Saves why there is no report on a file, in the forms that have a place for that. Says whether one was asked for that
    /// has none: XML by ETSI TS 119 102-2 is made of signatures, and of such a file it is not known whether it has any.
    ///
    /// # Errors
    /// Those of files.
    pub fn undone(
        &self,
        host: &impl Host,
        (file, number): (&Path, usize),
        failure: &json::Failure,
        standing: &Standing,
        words: &Words,
    ) -> Result<bool, Failure> {
        let name = file.display().to_string();
        let mut left_out = false;
        for (form, path) in self.of(file, number) {
            let bytes = match form {
                Form::Json => (json::failure(&name, failure, Some(standing)) + "\n").into_bytes(),
                Form::Pdf => paper::undone(failure, standing, &name, words)
                    .map_err(|error| Failure::from(Error::Document(error.into())))?,
                Form::Xml => {
                    left_out = true;
                    continue;
                }
            };
            if host.open(file).is_ok_and(|file| file.is_at(&path)) {
                let path = path.display().to_string();
                return Err(Error::File { path, cause: FileError::Itself }.into());
            }
            save::write(host, bytes, &path, self.existing).map_err(not_saved)?;
        }
        Ok(left_out)
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

/// A case about a path.
fn at(code: &str, path: &Path) -> Failure {
    Failure::new(code, &[("path", &path.display().to_string())])
}

/// A name in its folder, whatever the folder is called.
fn place(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    folder.join(path.file_name().unwrap_or_default())
}

/// The same of something that is no signed document: what keeps it from being saved says nothing about signing.
pub fn not_saved(error: Error) -> Failure {
    let code = match &error {
        Error::File { cause: FileError::FolderMissing, .. } => "folder-missing",
        Error::File { cause: FileError::ReadOnlyFolder, .. } => "folder-closed",
        _ => return error.into(),
    };
    Failure { code: code.to_owned(), ..Failure::from(error) }
}
