//! The streams that are drawn, and whether their data stand in another file (ISO 32000-1 §7.3.8.2, §8.10.4).

use foldhash::{HashSet, HashSetExt};
use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    error::Error,
    pages,
    reading::{Behind, Reading},
    seen::Entries,
    skim::Wanted,
};

/// What a reference leads to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Met {
    /// A stream that is drawn, or a list of some.
    Drawn(ObjectId),
    /// Resources, among which some may be drawn.
    Resources(ObjectId),
}

/// What waits to be looked at: each once, with the page that led there first.
pub(super) struct Streams {
    waiting: Vec<(u32, Met)>,
    met: HashSet<Met>,
}

impl Default for Streams {
    fn default() -> Self {
        Self { waiting: vec![], met: HashSet::new() }
    }
}

const WANTED: Wanted<'_> =
    Wanted { keys: &[b"F", b"Ref", b"Resources"], numbers: &[], kids: false, listed: None };

impl Streams {
    /// What all pages are made of.
    pub(super) fn of_pages(reading: &Reading<'_>) -> Result<Self, Error> {
        let mut streams = Self::default();
        pages::places_telling(reading, &[b"Contents", b"Resources"], &mut |page, node| {
            streams.contents(page, node);
            streams.resources(page, node);
        })?;
        Ok(streams)
    }

    fn contents(&mut self, page: u32, node: &Dictionary) {
        node.get(b"Contents").into_iter().for_each(|contents| self.all_in(page, contents));
    }

    /// What is drawn by name (§8.10): forms and images.
    fn resources(&mut self, page: u32, node: &Dictionary) {
        match node.get(b"Resources") {
            Ok(Object::Dictionary(resources)) => self.drawn(page, resources),
            Ok(Object::Reference(id)) => self.add(page, Met::Resources(*id)),
            _ => {}
        }
    }

    /// How an annotation looks, in each of its states (§12.5.5).
    pub(super) fn looks(&mut self, page: u32, looks: &Dictionary) {
        looks.iter().for_each(|(_, look)| self.all_in(page, look));
    }

    fn drawn(&mut self, page: u32, resources: &Dictionary) {
        resources.get(b"XObject").into_iter().for_each(|drawn| self.all_in(page, drawn));
    }

    /// The references of a list, or the one that it is.
    fn all_in(&mut self, page: u32, list: &Object) {
        let mut add = |one: &Object| {
            if let Ok(id) = one.as_reference() {
                self.add(page, Met::Drawn(id));
            }
        };
        match list {
            Object::Array(items) => items.iter().for_each(&mut add),
            Object::Dictionary(items) => items.iter().for_each(|(_, item)| add(item)),
            one => add(one),
        }
    }

    fn add(&mut self, page: u32, met: Met) {
        if self.met.insert(met) {
            self.waiting.push((page, met));
        }
    }

    /// Whether that stream is drawn, as far as was looked.
    pub(super) fn has_met(&self, id: ObjectId) -> bool {
        self.met.contains(&Met::Drawn(id))
    }

    pub(super) fn next(&mut self) -> Option<(u32, Met)> {
        self.waiting.pop()
    }

    /// Whether what is drawn stands elsewhere: the whole stream (`/F`), or the page that it is a stand-in for, with that key
    /// (`/Ref`). Lists and resources that are objects of their own are taken apart.
    pub(super) fn look(
        &mut self,
        reading: &Reading<'_>,
        page: u32,
        met: Met,
    ) -> Result<Option<Option<&'static [u8]>>, Error> {
        let id = match met {
            Met::Drawn(id) => id,
            Met::Resources(id) => {
                let resources = reading.dictionary_at(id)?;
                resources.into_iter().for_each(|resources| self.drawn(page, &resources));
                return Ok(None);
            }
        };
        let Some((skimmed, behind)) = reading.skim_on(id, reading.entry(id.0)?, WANTED)? else {
            return Ok(None);
        };
        if !matches!(behind, Behind::Stream(_)) {
            self.all_in(page, &*reading.shallow(id)?);
            return Ok(None);
        }
        let entries = Entries::given(skimmed.entries);
        self.resources(page, &entries);
        Ok(elsewhere(&entries))
    }
}

/// The same of one stream, which nothing needs to draw.
pub(super) fn stands_elsewhere(
    reading: &Reading<'_>,
    id: ObjectId,
) -> Result<Option<Option<&'static [u8]>>, Error> {
    let skimmed = reading.skim(id, reading.entry(id.0)?, WANTED)?;
    Ok(skimmed.and_then(|skimmed| elsewhere(&skimmed.entries)))
}

fn elsewhere(entries: &Dictionary) -> Option<Option<&'static [u8]>> {
    let is = |key: &[u8]| entries.get(key).is_ok_and(|value| !value.is_null());
    match (is(b"F"), is(b"Ref")) {
        (true, _) => Some(None),
        (false, true) => Some(Some(b"Ref")),
        (false, false) => None,
    }
}
