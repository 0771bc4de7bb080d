//! Showing a document: the very bytes that are hashed when it is signed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pdf::{Access, ActiveKind, Password};
use render::{Budget, Pages};
pub use render::{Error as PageError, Picture, Size, Text, TextRun, Warning};

use crate::error::{Error, at};
use crate::fields::{self, Field, Form};
use crate::host::{File, Host};
use crate::pages::unpacks;
use crate::seal::{Place, SealStyle};

/// The largest file that is shown, in bytes: it is held in memory while it is shown. Signing and verifying read
/// larger ones too.
pub const MAXIMUM: u64 = 512 << 20;

/// How many pages are read at once for what they warn of; the others are when they are drawn.
const READ_AT_ONCE: usize = 8;

/// A document that is shown.
#[derive(Clone)]
pub struct Shown {
    path: PathBuf,
    file: Arc<dyn File>,
    password: Option<Password>,
    pages: Pages,
    signatures: usize,
    document: pdf::Document,
    form: Form,
    warnings: BTreeSet<Warning>,
}

/// Opens a document to be read by a person, with the password of an encrypted one.
///
/// # Errors
/// [`Error::File`]; [`Error::Document`] when it is no PDF, damaged, larger than [`MAXIMUM`], or does not open with this
/// password.
pub fn open(host: &impl Host, path: &Path, password: Option<Password>) -> Result<Shown, Error> {
    take(path, host.open(path).map_err(at(path))?, password)
}

fn take(path: &Path, file: Arc<dyn File>, password: Option<Password>) -> Result<Shown, Error> {
    let bytes: Arc<[u8]> = read(&*Arc::clone(&file).source())?.into();
    file.unchanged().map_err(at(path))?;
    let access = Access::reading(password.clone());
    let document = pdf::Document::open_repairing(Arc::new(Arc::clone(&bytes)), &access).map_err(refused)?;
    let signatures = document.signatures().map_err(refused)?.len();
    let form = fields::of(&document)?;
    unpacks(&document).map_err(refused)?;
    // The renderer takes owners' passwords for AES-256 only.
    let for_reading = document.password_for_reading();
    let pages = pages(bytes, for_reading.as_ref()).map_err(not_drawn)?;
    let mut warnings = pages.survey().map_err(not_drawn)?;
    let active = document.active_content().map_err(refused)?;
    warnings.extend(active.kinds().into_iter().map(warning));
    warnings.extend(active.unread.is_some().then_some(Warning::Unread));
    warnings.extend(document.was_repaired().then_some(Warning::Repaired));
    let goes_on = document.has_trailing_content().map_err(refused)?;
    warnings.extend(goes_on.then_some(Warning::TrailingContent));
    for index in 0..pages.count().min(READ_AT_ONCE) {
        warnings.extend(pages.text(index).map_err(not_drawn)?.warnings);
    }
    Ok(Shown { path: path.to_owned(), file, password, pages, signatures, document, form, warnings })
}

/// Of what is active, a person is warned before signing.
const fn warning(kind: ActiveKind) -> Warning {
    match kind {
        ActiveKind::Script => Warning::Script,
        ActiveKind::Multimedia => Warning::Multimedia,
        ActiveKind::Layers => Warning::Layers,
        ActiveKind::External => Warning::External,
        ActiveKind::Xfa => Warning::Xfa,
        ActiveKind::FormRemade => Warning::FormRemade,
        _ => Warning::Action,
    }
}

/// A password that the document does not need is nobody's fault.
pub(crate) fn pages(bytes: Arc<[u8]>, password: Option<&Password>) -> Result<Pages, PageError> {
    let opened = Pages::open(Arc::clone(&bytes));
    match (opened, password) {
        (Err(PageError::Encrypted), Some(password)) => Pages::open_with(bytes, password.reveal()),
        (opened, _) => opened,
    }
}

impl Shown {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it was opened with.
    pub fn password(&self) -> Option<&Password> {
        self.password.as_ref()
    }

    /// Length in bytes.
    pub fn len(&self) -> u64 {
        self.pages.bytes().len() as u64
    }

    /// Whether it has no bytes; never so, as an empty file cannot be opened.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// SHA-256 of the bytes that are shown, lower-case hex.
    pub fn sha256(&self) -> String {
        hex::encode(pki::DigestAlgorithm::Sha256.digest(self.pages.bytes()))
    }

    /// The size of each page in points, cropped and rotated.
    pub fn pages(&self) -> Vec<Size> {
        self.pages.sizes()
    }

    /// How many signatures are in it, sound or not.
    pub fn signatures(&self) -> usize {
        self.signatures
    }

    /// The signature fields that wait, and what earlier signatures permit.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// Where a field that waits is seen: its page from 1, and the box on it. `None` for one that is not seen.
    pub fn place_of(&self, field: &Field) -> Option<(u32, Place)> {
        let (page, rect) = field.page.zip(field.rect)?;
        let place = self.document.place_shown(page, rect).ok()?;
        (place.width > 0.0 && place.height > 0.0).then_some((page, place))
    }

    /// A place for a seal of that style, where one may be added: the only signature line, else a free place. `None` where
    /// none may or there is no room.
    ///
    /// # Errors
    /// [`Error::Document`] for a page that cannot be drawn.
    pub fn free_place(&self, style: &SealStyle) -> Result<Option<(u32, Place)>, Error> {
        if self.form.rules.permission.is_some() {
            return Ok(None);
        }
        let access = Access::reading(self.password.clone());
        let document = ades::Document::open_with(Arc::clone(self.document.source()), &access)?;
        Ok(document.proposed_place(&self.pages, (style.width, style.height))?)
    }

    /// What can make it look different elsewhere.
    pub fn warnings(&self) -> &BTreeSet<Warning> {
        &self.warnings
    }

    /// `Err` when the file on disk is no longer the one that is shown.
    ///
    /// # Errors
    /// [`Error::File`].
    pub fn unchanged(&self) -> Result<(), Error> {
        self.file.unchanged().map_err(at(&self.path))
    }

    /// Draws a page (from 0) at `scale` pixels per point.
    ///
    /// # Errors
    /// [`PageError`]: no such page, or too large.
    pub fn picture(&self, index: usize, scale: f32) -> Result<Picture, PageError> {
        self.pages.picture(index, scale, Budget::default())
    }

    /// The text of a page (from 0) and where it stands.
    ///
    /// # Errors
    /// [`Error::Document`]: no such page.
    pub fn text(&self, index: usize) -> Result<Text, Error> {
        self.pages.text(index).map_err(not_drawn)
    }
}

pub(crate) fn read(source: &dyn pdf::Source) -> Result<Vec<u8>, Error> {
    let length = source.len();
    let fits = usize::try_from(length).ok().filter(|_| length <= MAXIMUM);
    let fits = fits.ok_or_else(|| refused(pdf::Error::TooLarge { what: "file", limit: MAXIMUM }))?;
    let mut bytes = vec![0; fits];
    source.read_at(0, &mut bytes).map_err(refused)?;
    Ok(bytes)
}

fn refused(error: pdf::Error) -> Error {
    Error::Document(error.into())
}

/// What the renderer says of a document, in the words of the document's own errors.
pub(crate) fn not_drawn(error: render::Error) -> Error {
    refused(match error {
        // Our own reader has opened it by then.
        render::Error::Encrypted => {
            pdf::Error::Unsupported { what: "showing pages encrypted in this way".into() }
        }
        render::Error::TooLarge { allowed, .. } => pdf::Error::TooLarge { what: "page", limit: allowed },
        render::Error::ImageTooLarge { allowed, .. } => {
            pdf::Error::TooLarge { what: "image", limit: allowed }
        }
        other => pdf::Error::Unsupported { what: other.to_string() },
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::host::FileError;

    const PAGE: &str = "%PDF-1.7
1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj
2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj
3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << >> >>\nendobj
";

    /// A file in memory, as long as `claimed` if given, and the same as before or not.
    struct Paper {
        bytes: Vec<u8>,
        claimed: Option<u64>,
        same: bool,
    }

    impl pdf::Source for Paper {
        fn len(&self) -> u64 {
            self.claimed.unwrap_or(self.bytes.len() as u64)
        }
        fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), pdf::Error> {
            self.bytes.read_at(offset, into)
        }
    }

    impl File for Paper {
        fn unchanged(&self) -> Result<(), FileError> {
            if self.same { Ok(()) } else { Err(FileError::Changed) }
        }
        fn is_at(&self, _: &Path) -> bool {
            false
        }

        fn source(self: Arc<Self>) -> Arc<dyn pdf::Source> {
            self
        }
    }

    fn document() -> Vec<u8> {
        let mut file = PAGE.to_owned();
        let start = file.len();
        file.push_str("xref\n0 4\n0000000000 65535 f \n");
        for object in ["1 0 obj", "2 0 obj", "3 0 obj"] {
            file.push_str(&format!("{:010} 00000 n \n", PAGE.find(object).unwrap()));
        }
        file.push_str(&format!("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        file.into_bytes()
    }

    fn shown(bytes: Vec<u8>, claimed: Option<u64>, same: bool) -> Result<Shown, Error> {
        take(Path::new("paper.pdf"), Arc::new(Paper { bytes, claimed, same }), None)
    }

    #[test]
    fn the_bytes_on_the_screen_are_the_bytes_of_the_file() {
        let shown = shown(document(), None, true).unwrap();
        assert_eq!(shown.len(), document().len() as u64);
        assert_eq!((shown.pages()[0].width, shown.pages()[0].height, shown.signatures()), (200.0, 100.0, 0));
        assert_eq!(shown.picture(0, 2.0).unwrap().width, 400);
        assert!(shown.picture(1, 2.0).is_err() && shown.text(1).is_err());
    }

    #[test]
    fn what_cannot_be_shown_says_why() {
        let code = |shown: Result<Shown, Error>| shown.err().unwrap().code();
        assert_eq!(code(shown(document(), None, false)), "file-changed");
        assert_eq!(code(shown(Vec::new(), None, true)), "empty-file");
        assert_eq!(code(shown(b"hello".to_vec(), None, true)), "not-a-pdf");
        assert_eq!(code(shown(document(), Some(MAXIMUM + 1), true)), "too-large");
        assert_eq!(code(shown(document()[..30].to_vec(), None, true)), "truncated");
    }
}
