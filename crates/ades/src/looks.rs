//! How the pages of a signed version look beside the present ones: what was seen to differ, what explains it, and what was not
//! compared. Whoever can draw fills it in, unless nothing came later that a page could be drawn from; nothing here draws.

use pdf::{Modification, ModificationKind, ModificationLevel};
use render::Explained;
pub use render::{Covered, FieldLook, Warning};
use serde::{Deserialize, Serialize};

use crate::facts::Later;

/// Two versions of the pages, compared as pictures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PageComparison {
    /// Pages of the signed version.
    pub before: usize,
    /// Pages now.
    pub now: usize,
    /// Pages that consist of the very same objects, so that they are the same picture.
    pub same: usize,
    /// Pages that were drawn in both versions.
    pub drawn: usize,
    /// Where they differ, those that nothing explains first.
    pub differences: Vec<PageDifference>,
    /// How many more there are.
    pub untold: usize,
    /// What was not compared.
    pub not_compared: Vec<NotCompared>,
    /// Fields, as they are now, that show something other than their value.
    pub fields: Vec<FieldDifference>,
}

impl PageComparison {
    /// So many pages, each of which is drawn from what it was drawn from before.
    pub(crate) fn same(pages: u32) -> Self {
        let pages = pages as usize;
        Self { before: pages, now: pages, same: pages, ..Self::default() }
    }
}

/// A place where a page looks different.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageDifference {
    /// The page, from 1.
    pub page: u32,
    /// Left, bottom, right, top in the page's user space, in points.
    pub rect: [f32; 4],
    /// The change of an annotation or a field in whose box it lies; nothing for a difference that no change explains.
    pub by: Option<Cause>,
    /// What was there before and is not to be seen any more.
    pub covered: Option<Covered>,
    /// The words that stood there, where no change explains the difference and others stand there now, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// The words that stand there now, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
}

/// A change that explains a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// What was changed.
    pub kind: ModificationKind,
    /// The fully qualified name of a field, or the kind of annotation.
    pub name: Option<String>,
}

impl Cause {
    fn of(change: &Modification) -> Self {
        Self { kind: change.kind, name: change.name.clone() }
    }
}

/// Pages that were not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotCompared {
    /// The first of them, from 1.
    pub first: u32,
    /// The last of them.
    pub last: u32,
    /// Why not.
    pub why: WhyNot,
}

/// Why pages were not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum WhyNot {
    /// It would have taken too much memory: the file has so many bytes.
    Memory {
        /// Its length.
        bytes: u64,
    },
    /// It would have taken too long.
    Time,
    /// The document has more signed versions than are compared.
    Versions,
    /// The version cannot be opened by the renderer, or the page not be drawn.
    NotDrawn {
        /// What the renderer said, technically.
        what: String,
    },
    /// Something on the page was not drawn, or not as it should be; everything else was compared.
    Partly {
        /// What it was.
        what: Vec<Warning>,
    },
}

/// A field that shows something other than its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldDifference {
    /// The page, from 1.
    pub page: u32,
    /// The field.
    pub field: FieldLook,
}

/// Boxes of a page, each with the change by which a difference in it is explained.
pub fn explanations(later: &Later, page: u32) -> Vec<(Explained, Cause)> {
    let Later::Modified(found) = later else { return Vec::new() };
    let told = found.told.iter().filter(|change| change.page == Some(page) && has_a_look(change));
    told.filter_map(|change| {
        let is_new = change.new_field || change.kind == ModificationKind::AnnotationAdded;
        Some((Explained { rect: change.rect?, is_new }, Cause::of(change)))
    })
    .collect()
}

/// Boxes of pages that were not compared, or not in full, each with the change that lies in it: what is below is not known.
pub fn over_the_unseen(later: &Later, found: &PageComparison) -> Vec<PageDifference> {
    let Later::Modified(changes) = later else { return Vec::new() };
    let is_unseen = |page: u32| found.not_compared.iter().any(|one| (one.first..=one.last).contains(&page));
    let told = changes.told.iter().filter(|change| has_a_look(change));
    told.filter_map(|change| {
        let page = change.page.filter(|page| is_unseen(*page))?;
        let rect = change.rect.filter(|[x0, y0, x1, y1]| x0 != x1 && y0 != y1)?;
        Some(PageDifference { page, rect, by: Some(Cause::of(change)), covered: None, was: None, is: None })
    })
    .collect()
}

/// Changes of what lies on a page and not of the page itself.
fn has_a_look(change: &Modification) -> bool {
    use ModificationKind as K;
    let on_page = matches!(
        change.kind,
        K::Timestamp
            | K::Signature
            | K::SignatureField
            | K::FieldValue
            | K::AnnotationAdded
            | K::AnnotationChanged
    );
    on_page && change.level < ModificationLevel::Other
}

/// Whether annotations of a page were changed or taken away by permitted means, so that their former places explain something.
pub fn has_former_annotations(later: &Later, page: u32) -> bool {
    use ModificationKind as K;
    let Later::Modified(found) = later else { return false };
    found.told.iter().any(|change| {
        let former = matches!(change.kind, K::AnnotationChanged | K::AnnotationRemoved);
        change.page == Some(page) && former && change.level == ModificationLevel::Annotation
    })
}
