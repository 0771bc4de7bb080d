//! What the annotations of a document say about its looks.

use std::collections::{BTreeSet, HashMap};

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Rect};
use hayro::hayro_syntax::page::Page;

use crate::alike;
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

/// Whether an annotation that does not say how it looks was added, or is gone from the page, says something else, or comes before or
/// after another one that it came after or before: no picture shows it as other programs do.
pub(crate) fn bare_differ(before: &Page<'_>, now: &Page<'_>) -> bool {
    let (former, present) = (listed(before), listed(now));
    if !former.iter().chain(&present).any(|(_, one)| is_bare(one)) {
        return false;
    }
    if !bare_added(before, now).is_empty() {
        return true;
    }
    let places: HashMap<&Which, usize> =
        present.iter().enumerate().map(|(place, (which, _))| (which, place)).collect();
    let mut last = None;
    for (which, one) in &former {
        let place = places.get(which).copied();
        let stays =
            place.and_then(|place| present.get(place)).is_some_and(|(_, now)| one.data() == now.data());
        // Any that are out of order are so beside a bare one, or it makes no difference to draw the page.
        if (is_bare(one) && !stays) || (place.is_some() && place < last) {
            return true;
        }
        last = place.or(last);
    }
    false
}

/// The boxes of annotations that do not say how they look and that the later page alone has, or has otherwise: left, bottom, right,
/// top in the page's user space.
pub(crate) fn bare_added(before: &Page<'_>, now: &Page<'_>) -> Vec<[f32; 4]> {
    let (former, present) = (listed(before), listed(now));
    let former: HashMap<&Which, &[u8]> = former.iter().map(|(which, one)| (which, one.data())).collect();
    let added = present
        .iter()
        .filter(|(which, one)| is_bare(one) && former.get(which).is_none_or(|data| *data != one.data()));
    added.filter_map(|(_, one)| alike::bounds(one)).collect()
}

/// An object, or what stands in the list itself.
#[derive(PartialEq, Eq, Hash)]
enum Which {
    Object(ObjectIdentifier),
    Direct(Vec<u8>),
}

fn listed<'a>(page: &Page<'a>) -> Vec<(Which, Dict<'a>)> {
    let list = page.raw().get::<Array<'_>>("Annots").unwrap_or_default();
    let known = list.raw_iter().filter_map(|item| match item {
        MaybeRef::Ref(reference) => {
            let id = ObjectIdentifier::from(reference);
            Some((Which::Object(id), page.xref().get::<Dict<'a>>(id)?))
        }
        MaybeRef::NotRef(Object::Dict(dict)) => Some((Which::Direct(dict.data().to_vec()), dict)),
        MaybeRef::NotRef(_) => None,
    });
    known.take(ANNOTATIONS).collect()
}

/// Whether it is seen and does not say how it looks.
fn is_bare(annotation: &Dict<'_>) -> bool {
    let unseen = annotation.get::<u32>("F").unwrap_or(0) & UNSEEN != 0;
    let kind = annotation.get::<Name<'_>>("Subtype");
    let bare = !matches!(kind.as_deref(), Some(b"Link" | b"Popup")) && !annotation.contains_key("AP");
    let area = annotation.get::<Rect>("Rect").is_some_and(|rect| rect.width() > 0.0 && rect.height() > 0.0);
    bare && area && !unseen
}
