//! What the structure of a document says about its looks.

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
    let mut found = BTreeSet::new();
    if let Some(catalog) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) {
        found.extend(catalog_warnings(&catalog));
    }
    let annotations = pdf.pages().iter().flat_map(annotations);
    found.extend(annotations.take(ANNOTATIONS).flat_map(|annotation| annotation_warnings(&annotation)));
    found
}

fn catalog_warnings(catalog: &Dict<'_>) -> impl Iterator<Item = Warning> + use<> {
    let form = catalog.get::<Dict<'_>>("AcroForm").unwrap_or_default();
    let scripts = catalog.get::<Dict<'_>>("Names").is_some_and(|names| names.contains_key("JavaScript"));
    let starts = catalog.get::<Dict<'_>>("OpenAction").is_some_and(|action| is_active(&action));
    let layers = catalog.get::<Dict<'_>>("OCProperties");
    let layers = layers
        .and_then(|layers| layers.get::<Array<'_>>("OCGs"))
        .is_some_and(|groups| groups.raw_iter().next().is_some());
    [
        (scripts || starts || catalog.contains_key("AA"), Warning::Script),
        (form.get::<bool>("NeedAppearances") == Some(true), Warning::FormRemade),
        (layers, Warning::Layers),
        (form.contains_key("XFA"), Warning::Xfa),
    ]
    .into_iter()
    .filter_map(|(is, warning)| is.then_some(warning))
}

fn annotations<'a>(page: &Page<'a>) -> Vec<Dict<'a>> {
    let annotations = page.raw().get::<Array<'_>>("Annots").unwrap_or_default();
    annotations.iter::<Dict<'_>>().take(ANNOTATIONS).collect()
}

fn annotation_warnings(annotation: &Dict<'_>) -> impl Iterator<Item = Warning> + use<> {
    let unseen = annotation.get::<u32>("F").unwrap_or(0) & UNSEEN != 0;
    let kind = annotation.get::<Name<'_>>("Subtype");
    let bare = !matches!(kind.as_deref(), Some(b"Link" | b"Popup")) && !annotation.contains_key("AP");
    let area = annotation.get::<Rect>("Rect").is_some_and(|rect| rect.width() > 0.0 && rect.height() > 0.0);
    let active = annotation.get::<Dict<'_>>("A").is_some_and(|action| is_active(&action))
        || annotation.contains_key("AA");
    [(active, Warning::Script), (bare && area && !unseen, Warning::AnnotationWithoutAppearance)]
        .into_iter()
        .filter_map(|(is, warning)| is.then_some(warning))
}

fn is_active(action: &Dict<'_>) -> bool {
    matches!(
        action.get::<Name<'_>>("S").as_deref(),
        Some(b"JavaScript" | b"Launch" | b"ImportData" | b"Rendition")
    )
}
