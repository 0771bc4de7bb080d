//! A document as its pages.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};

use crate::apart::apart;
use crate::error::Error;
use crate::free;
use crate::picture::{self, Budget, Picture};
use crate::survey;
use crate::text::{self, Text};
use crate::warning::Warning;

/// The pages of a document. Cheap to clone; holds the bytes it was opened from and nothing else.
#[derive(Clone)]
pub struct Pages {
    bytes: Arc<[u8]>,
    pdf: Arc<Pdf>,
}

/// Width and height in points (1/72 inch), as shown: cropped and rotated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}

impl Pages {
    /// Reads the page tree of a document that opens without a password.
    ///
    /// # Errors
    /// As [`Pages::open_with`].
    pub fn open(bytes: impl Into<Arc<[u8]>>) -> Result<Self, Error> {
        Self::open_with(bytes, "")
    }

    /// Reads the page tree.
    ///
    /// # Errors
    /// [`Error::Unreadable`], [`Error::Encrypted`], [`Error::Failed`].
    pub fn open_with(bytes: impl Into<Arc<[u8]>>, password: &str) -> Result<Self, Error> {
        let bytes = bytes.into();
        let length = bytes.len();
        Self::open_first(bytes, length, password)
    }

    /// Reads the page tree of the document that the first `length` bytes are.
    ///
    /// # Errors
    /// As [`Pages::open_with`].
    pub fn open_first(bytes: Arc<[u8]>, length: usize, password: &str) -> Result<Self, Error> {
        let length = length.min(bytes.len());
        let data = Arc::new(Shared(Arc::clone(&bytes), length));
        let pdf = apart(|| Pdf::new_with_password(data, password).map_err(refused))?;
        Ok(Self { bytes, pdf: Arc::new(pdf) })
    }

    /// The bytes it was opened from.
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.pdf.pages().len()
    }

    /// The size of each page, in order.
    pub fn sizes(&self) -> Vec<Size> {
        self.pdf.pages().iter().map(size).collect()
    }

    /// Draws a page (from 0) at `scale` pixels per point, on white, with its annotations.
    ///
    /// # Errors
    /// [`Error::NoSuchPage`], [`Error::Scale`], [`Error::TooLarge`], [`Error::ImageTooLarge`], [`Error::Failed`].
    pub fn picture(&self, index: usize, scale: f32, budget: Budget) -> Result<Picture, Error> {
        apart(|| picture::draw(self.page(index)?, scale, budget))
    }

    /// The text of a page (from 0) and where it stands, in the order in which it is drawn.
    ///
    /// # Errors
    /// [`Error::NoSuchPage`], [`Error::TooMuch`], [`Error::Failed`].
    pub fn text(&self, index: usize) -> Result<Text, Error> {
        apart(|| {
            let page = self.page(index)?;
            picture::check_text(page)?;
            Ok(text::collect(page))
        })
    }

    /// The upper left corner, in points of the page as shown, of a box of that size on a page (from 0) where the paper is
    /// white and nothing stands: as far down as possible, then as far left, apart from edges and ink. Nothing when there
    /// is no such place.
    ///
    /// # Errors
    /// As [`Pages::picture`].
    pub fn free_place(
        &self,
        index: usize,
        width: f32,
        height: f32,
        budget: Budget,
    ) -> Result<Option<(f32, f32)>, Error> {
        apart(|| free::find(self.page(index)?, (width, height), budget))
    }

    /// Whether the paper is white and nothing stands in a box of a page (from 0): left, top, width, height in points of the
    /// page as shown. Not where the box is not on the page.
    ///
    /// # Errors
    /// As [`Pages::picture`].
    pub fn is_free(&self, index: usize, place: [f32; 4], budget: Budget) -> Result<bool, Error> {
        apart(|| free::is_free(self.page(index)?, place, budget))
    }

    /// What can make the document look different elsewhere, as far as its annotations tell without drawing. What is active in
    /// it is for others to find.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn survey(&self) -> Result<BTreeSet<Warning>, Error> {
        apart(|| Ok(survey::survey(&self.pdf)))
    }

    pub(crate) fn pdf(&self) -> &Pdf {
        &self.pdf
    }

    pub(crate) fn page(&self, index: usize) -> Result<&Page<'_>, Error> {
        self.pdf.pages().get(index).ok_or_else(|| Error::NoSuchPage { index, count: self.count() })
    }
}

/// Collects what the interpreter warns of.
#[derive(Clone, Default)]
pub(crate) struct Warnings(Arc<Mutex<BTreeSet<Warning>>>);

impl Warnings {
    /// Settings that report here.
    pub(crate) fn settings(&self) -> InterpreterSettings {
        let sink = self.clone();
        InterpreterSettings {
            warning_sink: Arc::new(move |warning| sink.add(warning.into())),
            ..Default::default()
        }
    }

    /// One more.
    pub(crate) fn add(&self, warning: Warning) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(warning);
    }

    /// All of them.
    pub(crate) fn all(&self) -> BTreeSet<Warning> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The size of a page as shown.
pub(crate) fn size(page: &Page<'_>) -> Size {
    let (width, height) = page.render_dimensions();
    Size { width, height }
}

/// Bytes, and how many of them count.
struct Shared(Arc<[u8]>, usize);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        self.0.get(..self.1).unwrap_or(&self.0)
    }
}

fn refused(error: LoadPdfError) -> Error {
    match error {
        LoadPdfError::Decryption(_) => Error::Encrypted,
        LoadPdfError::Invalid => Error::Unreadable,
    }
}
