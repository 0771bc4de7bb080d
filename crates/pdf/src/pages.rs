//! The page tree (ISO 32000-1 §7.7.3).

use foldhash::{HashMap, HashSet, HashSetExt};
use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    error::Error,
    reading::Reading,
    seen::Entries,
    skim::{Kids, Skimmed, Wanted},
    xref::Entry,
};

/// Nodes of the page tree that are visited. A node takes at least 30 bytes of file.
const MAX_NODES: usize = 500_000;

/// Annotations of all pages that are looked at.
const MAX_ANNOTATIONS: usize = 1_000_000;

/// Those of them that are kept because they have no number.
pub(crate) const MAX_DIRECT: usize = 10_000;

/// A page as it stands in the tree.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) id: ObjectId,
    pub(crate) dictionary: Entries<'static>,
    /// Where it stands in the file and the work of reading it there; nothing for one in a stream.
    stands: Option<(Entry, u64)>,
}

/// The pages of a revision, in order. What stands in the file where one of those `known` does is that page.
pub(crate) fn list(reading: &Reading<'_>, known: &[Page]) -> Result<Vec<Page>, Error> {
    let mut pages = Vec::new();
    walk_knowing(reading, known, &mut |page| {
        pages.push(page);
        true
    })?;
    Ok(pages)
}

/// The first page. Of the nodes above it nothing but their kids is read.
pub(crate) fn first(reading: &Reading<'_>) -> Result<Page, Error> {
    let wanted = Wanted { kids: true, ..Wanted::default() };
    let mut found = None;
    nodes(reading, &mut |id, entry| match reading.skim(id, entry, wanted)? {
        Some(Skimmed { is_page: false, kids: Kids::Here(kids), .. }) => Ok(Step::Into(kids)),
        _ => step(reading, id, entry, &mut |page| {
            found = Some(page);
            false
        }),
    })?;
    found.ok_or(Error::Malformed { id: reading.root()?, what: "the document has no page".into() })
}

/// The page of that number, from 1.
pub(crate) fn nth(reading: &Reading<'_>, number: u32) -> Result<Page, Error> {
    let (mut found, mut count) = (None, 0);
    walk(reading, &mut |page| {
        count += 1;
        found = (count == number).then_some(page);
        found.is_none()
    })?;
    found.ok_or(Error::NoSuchPage { page: number, count })
}

/// How many pages there are.
pub(crate) fn counted(reading: &Reading<'_>) -> Result<u32, Error> {
    let mut count = 0;
    walk(reading, &mut |_| {
        count += 1;
        true
    })?;
    Ok(count)
}

/// What `/Pages` counts, 0 when it does not tell.
pub(crate) fn count(reading: &Reading<'_>) -> Result<u32, Error> {
    let catalog = reading.catalog()?;
    let wanted = Wanted { keys: &[b"Count"], ..Wanted::default() };
    let skimmed = match catalog.get(b"Pages").and_then(Object::as_reference) {
        Ok(id) => reading.skim(id, reading.entry(id.0)?, wanted)?.filter(|skimmed| skimmed.is_dictionary),
        Err(_) => None,
    };
    let root = match skimmed {
        Some(skimmed) => Some(Entries::given(skimmed.entries)),
        None => reading.dictionary(&catalog, b"Pages")?,
    };
    let Some(root) = root else { return Ok(0) };
    let count = reading.get(&root, b"Count")?.as_i64().unwrap_or(0);
    Ok(u32::try_from(count).unwrap_or(0))
}

/// Which page shows what: pages and annotations, numbered from 1.
#[derive(Default)]
pub(crate) struct Places {
    pub(crate) pages: HashMap<ObjectId, u32>,
    pub(crate) annotations: HashMap<ObjectId, u32>,
    /// The annotations in the order of the pages.
    pub(crate) in_order: Vec<ObjectId>,
    /// Annotations that stand in the array of a page itself; not more than [`MAX_DIRECT`].
    pub(crate) direct: Vec<(u32, Object)>,
}

/// Where every annotation stands. Of the pages nothing else is read.
pub(crate) fn places(reading: &Reading<'_>) -> Result<Places, Error> {
    places_telling(reading, &[b"Annots"], &mut |_, _| ())
}

/// The same, for which `keys` are read, `/Annots` among them. What they say is told of each node of the tree, with its number
/// if it is a page, else with that of the page that comes next.
pub(crate) fn places_telling(
    reading: &Reading<'_>,
    keys: &[&[u8]],
    tell: &mut dyn FnMut(u32, &Dictionary),
) -> Result<Places, Error> {
    let wanted = Wanted { keys, kids: true, ..Wanted::default() };
    let mut places = Places::default();
    let mut number = 0;
    reading.list();
    nodes(reading, &mut |id, entry| {
        let skimmed = match reading.skim(id, entry, wanted)? {
            Some(Skimmed { is_page: false, kids: Kids::Here(kids), entries, .. }) => {
                tell(number + 1, &entries);
                places.pages.reserve(kids.len());
                return Ok(Step::Into(kids));
            }
            Some(Skimmed { is_page: false, kids: Kids::Elsewhere, .. }) => None,
            skimmed => skimmed.filter(|skimmed| skimmed.is_dictionary),
        };
        let node = match skimmed {
            Some(skimmed) => Entries::given(skimmed.entries),
            // A reference to a node may be one.
            None => match reading.dictionary_at(id)? {
                Some(node) if has_kids(&node) => {
                    tell(number + 1, &node);
                    return Ok(Step::Into(kids(reading, &node)?));
                }
                Some(node) => node,
                None => return Ok(Step::On),
            },
        };
        number += 1;
        tell(number, &node);
        places.pages.entry(id).or_insert(number);
        for item in &reading.array(&node, b"Annots")? {
            let Ok(id) = item.as_reference() else {
                if places.direct.len() < MAX_DIRECT {
                    places.direct.push((number, item.clone()));
                }
                continue;
            };
            if places.in_order.len() >= MAX_ANNOTATIONS {
                return Err(Error::TooLarge {
                    what: "the number of annotations",
                    limit: MAX_ANNOTATIONS as u64,
                });
            }
            if places.annotations.insert(id, number).is_none() {
                places.in_order.push(id);
            }
        }
        Ok(Step::On)
    })?;
    Ok(places)
}

/// Visits the pages in order until `visit` says no. A node that comes twice is visited once.
pub(crate) fn walk(reading: &Reading<'_>, visit: &mut dyn FnMut(Page) -> bool) -> Result<(), Error> {
    walk_knowing(reading, &[], visit)
}

fn walk_knowing(
    reading: &Reading<'_>,
    known: &[Page],
    visit: &mut dyn FnMut(Page) -> bool,
) -> Result<(), Error> {
    let mut known = Known { pages: known, next: 0 };
    nodes(reading, &mut |id, entry| match known.page(reading, id, entry)? {
        Some(page) => Ok(Step::after(visit(page))),
        None => step(reading, id, entry, visit),
    })
}

/// Reads a node and visits it, if it is a page.
fn step(
    reading: &Reading<'_>,
    id: ObjectId,
    entry: Entry,
    visit: &mut dyn FnMut(Page) -> bool,
) -> Result<Step, Error> {
    let before = reading.input().budget().left();
    let seen = reading.shallow_at(id, entry)?;
    let (node, stands) = match *seen {
        Object::Reference(_) => (reading.dictionary_at(id)?, None),
        _ => {
            let work = before.saturating_sub(reading.input().budget().left());
            (Entries::of(seen), matches!(entry, Entry::InFile { .. }).then_some((entry, work)))
        }
    };
    Ok(match node {
        None => Step::On,
        Some(node) if has_kids(&node) => Step::Into(kids(reading, &node)?),
        Some(dictionary) => Step::after(visit(Page { id, dictionary, stands })),
    })
}

/// Where to go from a node of the tree.
enum Step {
    On,
    Into(Vec<ObjectId>),
    Stop,
}

impl Step {
    /// From a page whose visitor wants more, or not.
    const fn after(more: bool) -> Self {
        if more { Self::On } else { Self::Stop }
    }
}

/// Visits the nodes of the tree in order, each once.
fn nodes(
    reading: &Reading<'_>,
    visit: &mut dyn FnMut(ObjectId, Entry) -> Result<Step, Error>,
) -> Result<(), Error> {
    let catalog = reading.catalog()?;
    let mut stack: Vec<ObjectId> =
        catalog.get(b"Pages").and_then(|root| root.as_reference()).into_iter().collect();
    let mut visited: HashSet<ObjectId> = HashSet::new();
    while let Some(id) = stack.pop() {
        if !visited.insert(id) {
            continue;
        }
        if visited.len() > MAX_NODES {
            return Err(too_many());
        }
        match visit(id, reading.entry(id.0)?)? {
            Step::On => {}
            Step::Into(kids) if stack.len().saturating_add(kids.len()) > MAX_NODES => return Err(too_many()),
            Step::Into(kids) => stack.extend(kids.into_iter().rev()),
            Step::Stop => break,
        }
    }
    Ok(())
}

const fn too_many() -> Error {
    Error::TooLarge { what: "the number of pages", limit: MAX_NODES as u64 }
}

fn has_kids(node: &Dictionary) -> bool {
    node.has(b"Kids") && !node.has_type(b"Page")
}

fn kids(reading: &Reading<'_>, node: &Dictionary) -> Result<Vec<ObjectId>, Error> {
    let kids = reading.array(node, b"Kids")?;
    if kids.len() > MAX_NODES {
        return Err(too_many());
    }
    Ok(kids.iter().filter_map(|kid| kid.as_reference().ok()).collect())
}

/// Pages of another revision, which has most of them in the same order.
struct Known<'p> {
    pages: &'p [Page],
    next: usize,
}

impl Known<'_> {
    /// The page that object is, where it stands in the same place.
    fn page(&mut self, reading: &Reading<'_>, id: ObjectId, entry: Entry) -> Result<Option<Page>, Error> {
        let Some(page) = self.pages.get(self.next).filter(|page| page.id == id) else { return Ok(None) };
        self.next += 1;
        match page.stands {
            Some((place, work)) if place == entry => {
                reading.input().budget().spend(work)?;
                Ok(Some(page.clone()))
            }
            _ => Ok(None),
        }
    }
}
