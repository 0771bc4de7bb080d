//! What was changed since a revision, object by object.
//!
//! Two revisions are compared along their graphs: the catalog, the pages, the annotations and the fields of the form each by
//! their own rules, and everything else strictly. An object that differs takes the gravest level of all ways that lead to it, so
//! that nothing passes as the value of a field that is also the content of a page, and nothing appears where a reference led
//! nowhere before.

mod anew;
mod annotations;
mod bare;
mod branch;
mod compare;
mod field;
mod form;
mod inherited;
pub(crate) mod private;
mod side;
mod states;
mod structure;
mod walk;

use serde::{Deserialize, Serialize};

use crate::{document::Document, error::Error};
use anew::Shared;

/// Modifications that are told one by one; the others are counted. Who filled in a form of many fields is told of all of them.
const MAX_TOLD: usize = 5_000;

/// How grave a change is; what is permitted after signing is told by these levels (ISO 32000-2 §12.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModificationLevel {
    /// Nothing that anybody could reach differs.
    None,
    /// Validation data, document time-stamps, metadata: always permitted.
    Archival,
    /// Fields filled in or signed, and new signature fields.
    FormFilling,
    /// Annotations added, changed or removed.
    Annotation,
    /// Anything else: it may change what is shown.
    Other,
}

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModificationKind {
    /// The document security store, or an extension that announces it.
    ValidationData,
    /// XMP metadata, the information dictionary, the version.
    Metadata,
    /// A document time-stamp.
    Timestamp,
    /// A signature.
    Signature,
    /// A signature field that waits.
    SignatureField,
    /// The value of a field.
    FieldValue,
    /// A field, beyond its value.
    Field,
    /// What all fields of the form share.
    Form,
    /// An annotation that was not there.
    AnnotationAdded,
    /// An annotation that was there.
    AnnotationChanged,
    /// An annotation that is gone.
    AnnotationRemoved,
    /// What a page consists of.
    Page,
    /// The order or the number of pages.
    Pages,
    /// The catalog or the trailer.
    Document,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Modification {
    /// How grave it is.
    pub level: ModificationLevel,
    /// What was changed.
    pub kind: ModificationKind,
    /// The fully qualified name of a field, or the key of the entry.
    pub name: Option<String>,
    /// The page, from 1.
    pub page: Option<u32>,
    /// Left, bottom, right, top on that page, in points.
    pub rect: Option<[f32; 4]>,
    /// The field was not there before.
    pub new_field: bool,
}

impl Modification {
    /// Whether it takes room on a page.
    pub fn is_seen(&self) -> bool {
        self.rect.is_some_and(|[left, bottom, right, top]| right > left && top > bottom)
    }
}

/// All changes since a revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Modifications {
    /// The gravest of them.
    pub level: ModificationLevel,
    /// The gravest first, and of those as grave what takes room on a page; at most 5 000.
    pub told: Vec<Modification>,
    /// How many more there are.
    pub untold: usize,
    /// Fields with a value and a look that programs were told since to draw anew (`/NeedAppearances`): what they show then is not
    /// what they showed. At most 5 000, and one without a name for all the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redrawn: Vec<Modification>,
}

impl Modifications {
    fn of(mut all: Vec<Modification>, redrawn: Vec<Modification>) -> Self {
        all.sort_by(|one, other| {
            let is_placed = |change: &Modification| change.page.is_some() && change.is_seen();
            let key = |change: &Modification| {
                let placed = is_placed(change);
                (change.level, placed, placed && change.new_field, change.kind)
            };
            key(other).cmp(&key(one)).then(one.page.cmp(&other.page)).then(one.name.cmp(&other.name))
        });
        all.dedup();
        let level = all.first().map_or(ModificationLevel::None, |change| change.level);
        let untold = all.len().saturating_sub(MAX_TOLD);
        all.truncate(MAX_TOLD);
        Self { level, told: all, untold, redrawn }
    }
}

/// How much more may be looked at: pages, fields, annotations and the values in all objects. A comparison of a document of
/// ten thousand pages takes some hundred thousand.
#[derive(Debug)]
pub struct Patience {
    given: usize,
    left: usize,
}

impl Default for Patience {
    /// Some seconds' worth.
    fn default() -> Self {
        Self::new(6_000_000)
    }
}

impl Patience {
    /// For so many of them.
    pub const fn new(given: usize) -> Self {
        Self { given, left: given }
    }

    fn take(&mut self, count: usize) -> Result<(), Error> {
        let limit = self.given as u64;
        let left = self.left.checked_sub(count);
        self.left = left.ok_or(Error::TooLarge { what: "the comparison of revisions", limit })?;
        Ok(())
    }
}

impl Document {
    /// What differs between revision `since` and the newest one.
    ///
    /// # Errors
    /// [`Error::Unsupported`] when there is no such revision; what reading can say.
    pub fn modifications_since(&self, since: usize) -> Result<Modifications, Error> {
        self.history(Patience::default()).modifications_since(since)
    }

    /// For several questions about what came after what, with patience that they share.
    pub fn history(&self, patience: Patience) -> History<'_> {
        History { document: self, shared: Shared::with(patience) }
    }
}

/// A document whose earlier revisions are compared with its newest one: what is known of that one is found out once.
pub struct History<'d> {
    document: &'d Document,
    shared: Shared,
}

impl<'d> History<'d> {
    /// The document.
    pub const fn document(&self) -> &'d Document {
        self.document
    }

    /// As [`Document::modifications_since`].
    ///
    /// # Errors
    /// As [`Document::modifications_since`]; [`Error::TooLarge`] when patience comes to its end.
    pub fn modifications_since(&mut self, since: usize) -> Result<Modifications, Error> {
        let revisions = self.document.revisions();
        let (Some(signed), Some(newest)) = (revisions.get(since), revisions.last()) else {
            return Err(Error::Unsupported { what: format!("revision {since}") });
        };
        let sections = (signed.section, newest.section);
        compare::between(self.document, sections, &mut self.shared)
    }
}
