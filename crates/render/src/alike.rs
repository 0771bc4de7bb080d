//! Pages that consist of the very same objects in two versions of a document, as the renderer reads them.

use std::collections::{HashMap, HashSet};

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use hayro::hayro_syntax::page::{Page, Rotation};
use hayro::hayro_syntax::xref::XRef;

use crate::rectangles::side;
use crate::survey;

/// Values that are looked at in one document: ten thousand pages have some hundred thousand. What is left when they run out
/// is drawn.
const VALUES: usize = 4_000_000;

/// Values inside each other.
const DEPTH: usize = 64;

/// What leads from a page and from an annotation to other parts of a document; no picture is made of it. Annotations are looked
/// at by themselves.
const OF_A_PAGE: [&[u8]; 8] =
    [b"Annots", b"Parent", b"B", b"Metadata", b"PieceInfo", b"AA", b"Thumb", b"Trans"];
const OF_AN_ANNOTATION: [&[u8]; 12] =
    [b"Parent", b"P", b"Popup", b"IRT", b"Dest", b"A", b"AA", b"V", b"DV", b"Lock", b"SV", b"Kids"];

/// What an annotation leads to and does not say itself.
const ABOVE_AND_BESIDE: [&[u8]; 9] =
    [b"Parent", b"P", b"Popup", b"IRT", b"Dest", b"A", b"AA", b"Kids", b"StructParent"];

const OF_A_PARENT: [&[u8]; 4] = [b"Parent", b"Kids", b"Count", b"Type"];

/// Nodes of the page tree above each other.
const PARENTS: usize = 32;

/// The longest stream, in bytes, that can be a look with nothing in it.
const BLANK: usize = 64;

/// Annotations of a page that are looked at.
const ANNOTATIONS: usize = 5_000;

/// The pages (from 0) that are drawn from the very same objects.
pub(crate) fn pages(before: &Pdf, now: &Pdf) -> HashSet<usize> {
    // The first look can make the reader search for objects that are not where they should be. The second sees what drawing
    // will see.
    look(before, now);
    look(before, now)
}

fn look(before: &Pdf, now: &Pdf) -> HashSet<usize> {
    let mut look = Look::between(before.xref(), now.xref());
    let both = before.pages().iter().zip(now.pages().iter()).enumerate();
    // The states of layers are read wherever something is drawn.
    if !look.layers_are_alike() {
        return HashSet::new();
    }
    both.filter(|(_, (before, now))| look.page_is_alike(before, now)).map(|(index, _)| index).collect()
}

/// The boxes of annotations that are gone, or are not written as they were.
pub(crate) fn former_annotations(before: &Page<'_>, now: &Page<'_>) -> Vec<[f32; 4]> {
    let present: HashSet<Vec<u8>> = annotations(now).iter().map(|one| one.data().to_vec()).collect();
    let former = annotations(before);
    former.iter().filter(|one| !present.contains(one.data())).filter_map(bounds).collect()
}

pub(crate) fn annotations<'a>(page: &Page<'a>) -> Vec<Dict<'a>> {
    let listed = page.raw().get::<Array<'_>>("Annots").unwrap_or_default();
    listed.iter::<Dict<'_>>().take(ANNOTATIONS).collect()
}

/// Left, bottom, right, top.
pub(crate) fn bounds(annotation: &Dict<'_>) -> Option<[f32; 4]> {
    let rect = annotation.get::<hayro::hayro_syntax::object::Rect>("Rect")?;
    Some([rect.x0, rect.y0, rect.x1, rect.y1].map(side))
}

/// Two versions, and the objects that are known to be the same in both, with all that they lead to.
pub(crate) struct Look<'a> {
    before: &'a XRef,
    now: &'a XRef,
    known: HashSet<ObjectIdentifier>,
    /// What pages name as their parents, in both, and whether they inherit the same from there: of ten thousand pages many have one
    /// parent, and to read it is to read the list of them all.
    above: HashMap<(ObjectIdentifier, ObjectIdentifier), bool>,
    left: usize,
}

/// Values that are written alike, and references, of which it is to be seen whether they lead to the same.
#[derive(Default)]
struct Ways<'a> {
    values: Vec<(Object<'a>, usize)>,
    references: Vec<ObjectIdentifier>,
}

impl<'a> Look<'a> {
    pub(crate) fn between(before: &'a XRef, now: &'a XRef) -> Self {
        Self { before, now, known: HashSet::new(), above: HashMap::new(), left: VALUES }
    }

    /// Whether an annotation that is written as it was is drawn from the same objects.
    pub(crate) fn annotation_is_alike(&mut self, annotation: &Dict<'a>) -> bool {
        self.entries_are_alike(annotation, &OF_AN_ANNOTATION)
    }

    /// Whether an annotation or a field that is written as it was says the same: its value, its letters, where these stand elsewhere.
    pub(crate) fn says_the_same(&mut self, annotation: &Dict<'a>) -> bool {
        self.entries_are_alike(annotation, &ABOVE_AND_BESIDE)
    }

    /// Whether all that it leads to is the same in both, but by these keys.
    fn entries_are_alike(&mut self, annotation: &Dict<'a>, but: &[&[u8]]) -> bool {
        let mut ways = Ways::default();
        ways.entries(annotation, 0, but);
        self.lead_to_the_same(ways)
    }

    fn layers_are_alike(&mut self) -> bool {
        match (layers(self.before), layers(self.now)) {
            (None, None) => true,
            (Some(before), Some(now)) if before == now => {
                let mut ways = Ways::default();
                ways.entries(&before, 0, &[]);
                self.lead_to_the_same(ways)
            }
            _ => false,
        }
    }

    fn page_is_alike(&mut self, before: &Page<'a>, now: &Page<'a>) -> bool {
        // What is inherited does not stand in the page.
        if frame(before) != frame(now) || resources(before) != resources(now) || !same_entries(before, now) {
            return false;
        }
        // Programs make these look their own way.
        if survey::bare_differ(before, now) {
            return false;
        }
        // One that shows nothing, such as the field of a signature that is not seen, may come and go.
        let [former, present] = [before, now].map(|page| annotations(page).into_iter().filter(paints));
        let (former, present): (Vec<_>, Vec<_>) = (former.collect(), present.collect());
        if former != present || former.len() >= ANNOTATIONS {
            return false;
        }
        let mut ways = Ways::default();
        former.iter().for_each(|annotation| ways.entries(annotation, 0, &OF_AN_ANNOTATION));
        ways.entries(before.raw(), 0, &OF_A_PAGE);
        for part in resources(before) {
            ways.entries(part, 0, &[]);
        }
        self.inherits_the_same(before, now) && self.lead_to_the_same(ways)
    }

    /// Whether what a page says that it inherits is the same in both, with all that it leads to.
    fn inherits_the_same(&mut self, before: &Page<'a>, now: &Page<'a>) -> bool {
        let named = |page: &Page<'_>| page.raw().get_ref("Parent").map(ObjectIdentifier::from);
        let named = named(before).zip(named(now));
        if let Some(known) = named.and_then(|named| self.above.get(&named)) {
            return *known;
        }
        let mut ways = Ways::default();
        for above in parents(before) {
            ways.entries(&above, 0, &OF_A_PARENT);
        }
        let alike = parents_are_alike(before, now) && self.lead_to_the_same(ways);
        self.above.extend(named.map(|named| (named, alike)));
        alike
    }

    /// Whether it is the same objects everywhere.
    fn lead_to_the_same(&mut self, mut ways: Ways<'a>) -> bool {
        let mut met = HashSet::new();
        loop {
            let Some(left) = self.left.checked_sub(1) else { return false };
            self.left = left;
            if let Some(id) = ways.references.pop() {
                if self.known.contains(&id) || !met.insert(id) {
                    continue;
                }
                let found = |xref: &'a XRef| xref.get::<Object<'a>>(id);
                match (found(self.before), found(self.now)) {
                    (None, None) => {}
                    (Some(before), Some(now)) if before == now => ways.values.push((before, 0)),
                    _ => return false,
                }
                continue;
            }
            match ways.values.pop() {
                Some((_, DEPTH..)) => return false,
                Some((value, depth)) => ways.inner(&value, depth),
                None => break,
            }
        }
        self.known.extend(met);
        true
    }
}

impl<'a> Ways<'a> {
    fn inner(&mut self, value: &Object<'a>, depth: usize) {
        match value {
            Object::Array(array) => array.raw_iter().for_each(|item| self.add(item, depth)),
            // Whatever else it may be: who reaches it here may draw it.
            Object::Dict(dict) => self.entries(dict, depth, &[]),
            Object::Stream(stream) => self.entries(stream.dict(), depth, &[]),
            _ => {}
        }
    }

    fn entries(&mut self, dict: &Dict<'a>, depth: usize, but: &[&[u8]]) {
        for (key, value) in dict.entries() {
            if !but.contains(&&*key) {
                self.add(value, depth);
            }
        }
    }

    fn add(&mut self, value: MaybeRef<Object<'a>>, depth: usize) {
        match value {
            MaybeRef::Ref(reference) => self.references.push(reference.into()),
            MaybeRef::NotRef(value @ (Object::Array(_) | Object::Dict(_) | Object::Stream(_))) => {
                self.values.push((value, depth + 1));
            }
            MaybeRef::NotRef(_) => {}
        }
    }
}

/// Whether all else stands in both pages as it does in the other.
fn same_entries(before: &Page<'_>, now: &Page<'_>) -> bool {
    let counts = |(key, _): &(Name<'_>, MaybeRef<Object<'_>>)| !OF_A_PAGE.contains(&&**key);
    before.raw().entries().filter(counts).eq(now.raw().entries().filter(counts))
}

/// What a page inherits by its own account, of its `/Parent` and those above: some programs take it from there, others from
/// where they found the page.
fn parents<'a>(page: &Page<'a>) -> Vec<Dict<'a>> {
    let mut line: Vec<Dict<'a>> = Vec::new();
    while line.len() < PARENTS {
        let below = line.last().unwrap_or_else(|| page.raw());
        let Some(above) = below.get::<Dict<'a>>("Parent") else { break };
        line.push(above);
    }
    line
}

/// Whether a page says that it inherits other resources than those above it in the page tree have.
pub(crate) fn inherits_otherwise(page: &Page<'_>) -> bool {
    if page.raw().contains_key("Resources") {
        return false;
    }
    let own = parents(page).iter().find_map(|above| above.get::<Dict<'_>>("Resources")).unwrap_or_default();
    let keys = ["ExtGState", "Font", "Properties", "ColorSpace", "XObject", "Pattern", "Shading"];
    let found = resources(page).into_iter();
    found.zip(keys).any(|(found, key)| own.get::<Dict<'_>>(key).unwrap_or_default() != *found)
}

/// Whether two pages say that they inherit the same.
pub(crate) fn parents_are_alike(before: &Page<'_>, now: &Page<'_>) -> bool {
    let counts = |(key, _): &(Name<'_>, MaybeRef<Object<'_>>)| !OF_A_PARENT.contains(&&**key);
    let (before, now) = (parents(before), parents(now));
    before.len() == now.len()
        && before
            .iter()
            .zip(&now)
            .all(|(before, now)| before.entries().filter(counts).eq(now.entries().filter(counts)))
}

/// Whether an annotation has a look with anything in it.
fn paints(annotation: &Dict<'_>) -> bool {
    let Some(looks) = annotation.get::<Dict<'_>>("AP") else { return false };
    match looks.get::<Object<'_>>("N") {
        Some(Object::Stream(look)) => {
            let blank = |data: &[u8]| data.iter().all(u8::is_ascii_whitespace);
            look.raw_data().len() > BLANK || !look.decoded_data().is_ok_and(|data| blank(&data))
        }
        _ => true,
    }
}

fn layers(xref: &XRef) -> Option<Dict<'_>> {
    xref.get::<Dict<'_>>(xref.root_id())?.get::<Dict<'_>>("OCProperties")
}

/// What is shown of the page, to the last bit, and how it is turned.
fn frame(page: &Page<'_>) -> ([u64; 8], u8) {
    let (media, crop) = (page.media_box(), page.crop_box());
    let sides = [media.x0, media.y0, media.x1, media.y1, crop.x0, crop.y0, crop.x1, crop.y1];
    let turn = match page.rotation() {
        Rotation::None => 0,
        Rotation::Horizontal => 1,
        Rotation::Flipped => 2,
        Rotation::FlippedHorizontal => 3,
    };
    (sides.map(f64::to_bits), turn)
}

fn resources<'p, 'a>(page: &'p Page<'a>) -> [&'p Dict<'a>; 7] {
    let all = page.resources();
    [
        &all.ext_g_states,
        &all.fonts,
        &all.properties,
        &all.color_spaces,
        &all.x_objects,
        &all.patterns,
        &all.shadings,
    ]
}
