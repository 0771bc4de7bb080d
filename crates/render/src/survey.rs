//! What the annotations of a document say about its looks.

use std::collections::BTreeSet;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Rect};
use hayro::hayro_syntax::page::Page;

use crate::warning::Warning;

/// How many annotations are looked at in a document.
const ANNOTATIONS: usize = 50_000;

/// Annotation flags Hidden and NoView, ISO 32000-2 table 167.
const UNSEEN: u32 = 1 << 1 | 1 << 5;

pub(crate) fn survey(pdf: &Pdf) -> BTreeSet<Warning> {
    let mut annotations = pdf.pages().iter().flat_map(annotations).take(ANNOTATIONS);
    let bare = annotations.any(|annotation| is_bare(&annotation));
    bare.then_some(Warning::AnnotationWithoutAppearance).into_iter().collect()
}

fn annotations<'a>(page: &Page<'a>) -> Vec<Dict<'a>> {
    let annotations = page.raw().get::<Array<'_>>("Annots").unwrap_or_default();
    annotations.iter::<Dict<'_>>().take(ANNOTATIONS).collect()
}

/// Whether it is seen and does not say how it looks.
fn is_bare(annotation: &Dict<'_>) -> bool {
    let unseen = annotation.get::<u32>("F").unwrap_or(0) & UNSEEN != 0;
    let kind = annotation.get::<Name<'_>>("Subtype");
    let bare = !matches!(kind.as_deref(), Some(b"Link" | b"Popup")) && !annotation.contains_key("AP");
    let area = annotation.get::<Rect>("Rect").is_some_and(|rect| rect.width() > 0.0 && rect.height() > 0.0);
    bare && area && !unseen
}
