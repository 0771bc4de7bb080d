//! What the annotations of a document say about its looks.

use std::collections::{BTreeSet, HashMap};

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier};
use hayro::hayro_syntax::page::Page;

use crate::alike::Look;
use crate::picture::Budget;
use crate::unsure::{MAX_FIELDS, Unsure, is_a, is_bare};
use crate::warning::Warning;

/// How many annotations are looked at in a document.
const ANNOTATIONS: usize = 50_000;

/// How many of those that were added or changed on a page have their looks read; of any further one nobody knows how it looks.
const LOOKED_AT: usize = 1_000;

pub(crate) fn survey(pdf: &Pdf) -> BTreeSet<Warning> {
    let mut annotations = pdf.pages().iter().flat_map(annotations).take(ANNOTATIONS);
    // Every program draws the border of a link in the same place.
    let bare = annotations.any(|annotation| is_bare(&annotation) && !is_a(&annotation, b"Link"));
    bare.then_some(Warning::AnnotationWithoutAppearance).into_iter().collect()
}

fn annotations<'a>(page: &Page<'a>) -> Vec<Dict<'a>> {
    let annotations = page.raw().get::<Array<'_>>("Annots").unwrap_or_default();
    annotations.iter::<Dict<'_>>().take(ANNOTATIONS).collect()
}

/// Whether an annotation that does not say how it looks was added, or is gone from the page, says something else, or comes before or
/// after another one that it came after or before: no picture shows it as other programs do.
pub(crate) fn bare_differ<'a>(before: &Page<'a>, now: &Page<'a>) -> bool {
    let (former, present) = (listed(before), listed(now));
    if !former.iter().chain(&present).any(|(_, one)| is_bare(one)) {
        return false;
    }
    let mut look = Look::between(before.xref(), now.xref());
    if is_bare_added(&mut look, &former, &present) {
        return true;
    }
    let places: HashMap<&Which, usize> =
        present.iter().enumerate().map(|(place, (which, _))| (which, place)).collect();
    let mut last = None;
    for (which, one) in &former {
        let place = places.get(which).copied();
        let stays =
            place.and_then(|place| present.get(place)).is_some_and(|(_, now)| are_same(&mut look, one, now));
        // Any that are out of order are so beside a bare one, or it makes no difference to draw the page.
        if (is_bare(one) && !stays) || (place.is_some() && place < last) {
            return true;
        }
        last = place.or(last);
    }
    false
}

/// The annotations that the later page alone has, or has otherwise, and that other programs may show otherwise.
pub(crate) fn unsure_added<'a>(before: &'a Page<'a>, now: &'a Page<'a>, budget: Budget) -> Vec<Unsure> {
    let former: HashMap<Which, Dict<'a>> = listed(before).into_iter().collect();
    let mut look = Look::between(before.xref(), now.xref());
    let mut stays = |which: &Which, one: &Dict<'a>| {
        former.get(which).is_some_and(|was| was.data() == one.data() && look.annotation_is_alike(one))
    };
    let others = listed(now).into_iter().filter(|(which, one)| !stays(which, one)).enumerate();
    let unsure = others.filter_map(|(place, (which, one))| {
        if place >= LOOKED_AT {
            return Unsure::unread(&one, now);
        }
        let found = Unsure::of(&one, now, budget)?;
        // What showed before and shows the same is in the picture.
        let showed = || former.get(&which).and_then(|was| Unsure::of(was, before, budget));
        (found.why.is_some() || showed().is_none()).then_some(found)
    });
    unsure.collect()
}

/// Whether an annotation that does not say how it looks was added, or says something else.
fn is_bare_added<'a>(
    look: &mut Look<'a>,
    former: &[(Which, Dict<'a>)],
    present: &[(Which, Dict<'a>)],
) -> bool {
    let former: HashMap<&Which, &Dict<'a>> = former.iter().map(|(which, one)| (which, one)).collect();
    let mut is_as_it_was =
        |(which, one): &(Which, Dict<'a>)| former.get(which).is_some_and(|was| are_same(look, was, one));
    present.iter().any(|one| is_bare(&one.1) && !is_as_it_was(one))
}

/// Whether an annotation says what it said, and every field above it, of which it takes over what it does not say.
fn are_same<'a>(look: &mut Look<'a>, was: &Dict<'a>, is: &Dict<'a>) -> bool {
    let (mut was, mut is) = (Some(was.clone()), Some(is.clone()));
    for _ in 0..MAX_FIELDS {
        match (&was, &is) {
            (None, None) => return true,
            (Some(one), Some(other)) if one.data() == other.data() && look.says_the_same(one) => {
                (was, is) = (one.get::<Dict<'_>>("Parent"), other.get::<Dict<'_>>("Parent"));
            }
            _ => return false,
        }
    }
    false
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
