//! The catalog, the trailer and the pages of two revisions.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::rc::Rc;

use foldhash::{HashMap, HashSet};
use lopdf::{Dictionary, Object, ObjectId};
use resvg::usvg;

use super::anew::{self, Differing, Shared};
use super::field::is_field_of_its_own;
use super::side::Side;
use super::walk::{Of, Origin, Role, Walker, by_number, listed, used_beyond_looks};
use super::{Modification, ModificationKind, ModificationLevel, Modifications, form, private, structure};
use crate::{
    document::Document,
    error::Error,
    objection::{OF_UPDATES, is_private, same},
    pages::Page,
    seen::{Entries, Seen},
    void,
};

/// What differs between the revisions that end with sections `old` and `new` of the chain, newest first.
pub(super) fn between(
    document: &Document,
    (old, new): (usize, usize),
    shared: &mut Shared,
) -> Result<Modifications, Error> {
    let Differing { changed, again, repeated } = {
        let (before, after) = (document.reading().turned_to(old), document.reading().turned_to(new));
        anew::differing((&before, old), (&after, new), shared)?
    };
    let new = shared.newest(document.reading().turned_to(new));
    let known = new.as_ref().map_or(&[][..], |new| &new.pages);
    let old = Side::read(document.reading().turned_to(old), known)?;
    let new = new?;
    let Shared { map, patience, .. } = shared;
    patience.take(old.size().saturating_add(new.size()).saturating_add(changed.len()))?;
    let walker = Walker::new(&new.reading, &changed, map, patience);
    let mut comparison = Comparison {
        walker,
        old: &old,
        new: &new,
        again: &again,
        redrawn: Vec::new(),
        used: None,
        above: None,
    };
    comparison.assign_roles()?;
    // Where a key stands twice, readers differ in what it says.
    for key in repeated {
        comparison.walker.tell(ModificationLevel::Other, &self::document(ModificationKind::Document, &key));
    }
    comparison.trailers()?;
    comparison.catalogs()?;
    comparison.pages()?;
    comparison.annotations()?;
    form::compare(&mut comparison)?;
    comparison.remainder()?;
    let Comparison { walker, redrawn, .. } = comparison;
    Ok(Modifications::of(walker.changes, redrawn))
}

/// Two revisions that are being compared.
pub(super) struct Comparison<'r, 'f> {
    pub(super) walker: Walker<'r, 'f>,
    pub(super) old: &'r Side<'f>,
    pub(super) new: &'r Side<'f>,
    /// The numbers of objects that were there and are written again, whatever they say.
    pub(super) again: &'r HashSet<u32>,
    /// Fields that programs were told to draw anew.
    pub(super) redrawn: Vec<Modification>,
    /// What the older revision uses otherwise than as the looks of a field, once somebody asked.
    used: Option<HashSet<u32>>,
    /// What fields of the older one take over from though it does not hold them as its widgets, once somebody asked.
    above: Option<HashSet<u32>>,
}

impl Comparison<'_, '_> {
    /// Whether the older revision uses that object otherwise than as the looks of a field.
    pub(super) fn is_used_beyond_looks(&mut self, number: u32) -> Result<bool, Error> {
        if self.used.is_none() {
            let (old, patience) = (self.old, self.walker.patience());
            self.used = Some(used_beyond_looks(&old.reading, &old.field_numbers, patience)?);
        }
        Ok(self.used.as_ref().is_some_and(|used| used.contains(&number)))
    }

    /// Whether a field of the older revision, or a widget that is not among its kids, calls that object its parent: it takes over
    /// what is said there.
    pub(super) fn is_above(&mut self, number: u32) -> Result<bool, Error> {
        if self.above.is_none() {
            self.above = Some(self.above()?);
        }
        Ok(self.above.as_ref().is_some_and(|above| above.contains(&number)))
    }

    /// The numbers of all such objects, of those above them, and of the references that lead there.
    fn above(&mut self) -> Result<HashSet<u32>, Error> {
        let (old, mut ways) = (self.old, Vec::new());
        let mut kids: HashMap<u32, HashSet<u32>> = HashMap::default();
        for item in old.items() {
            let Some(node) = Entries::of(listed(&old.reading, &item)?) else { continue };
            let Ok(written) = node.get(b"Parent") else { continue };
            // What a note is in opens above it (table 186), and takes over nothing.
            let is_field = item.as_reference().is_ok_and(|id| old.fields.has(id));
            if !is_field && node.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Popup")
            {
                continue;
            }
            let Ok(parent) = written.as_reference() else {
                ways.push(written.clone());
                continue;
            };
            let held = match kids.entry(parent.0) {
                Occupied(known) => known.into_mut(),
                Vacant(place) => {
                    let holder = old.reading.dictionary_at(parent)?.unwrap_or_default();
                    let kids = old.reading.array(&holder, b"Kids")?;
                    self.walker.patience().take(kids.len())?;
                    let ids = kids.iter().filter_map(|kid| kid.as_reference().ok());
                    place.insert(ids.map(|(number, _)| number).collect())
                }
            };
            let is_kid = item.as_reference().is_ok_and(|(number, _)| held.contains(&number));
            if !is_kid || is_field_of_its_own(&old.reading, &node)? {
                ways.push(written.clone());
            }
        }
        let mut above = HashSet::default();
        while let Some(way) = ways.pop() {
            self.walker.patience().take(1)?;
            let next = match way {
                Object::Reference(id) if above.insert(id.0) => by_number(&old.reading, id)?.into_owned(),
                other => other,
            };
            match next {
                Object::Reference(id) if !above.contains(&id.0) => ways.push(next),
                Object::Dictionary(node) => ways.extend(node.get(b"Parent").ok().cloned()),
                _ => {}
            }
        }
        Ok(above)
    }

    /// Whether an entry is a reference now that leads nowhere, and was not: to the standard it is not there (§7.3.10), while some
    /// programs find something by its number, and others stop.
    pub(super) fn leads_nowhere(
        &self,
        (old, new): (&Dictionary, &Dictionary),
        key: &[u8],
    ) -> Result<bool, Error> {
        let Ok(value) = new.get(key) else { return Ok(false) };
        Ok(value.as_reference().is_ok()
            && old.get(key).ok() != Some(value)
            && self.new.reading.resolve(value)?.is_null())
    }

    /// Whether that is a reference to a page of the newer revision.
    pub(super) fn is_page(&self, value: &Object) -> bool {
        let role = value.as_reference().ok().and_then(|(number, _)| self.walker.roles.get(&number));
        role == Some(&Role::Page)
    }

    /// Who is compared by rules of its own. What is a stream never is, whatever else it claims to be.
    fn assign_roles(&mut self) -> Result<(), Error> {
        let known: HashSet<u32> = self.old.kin().collect();
        for number in self.new.kin().chain(known.iter().copied()) {
            let is_dictionary = match self.new.id(number)? {
                Some(id) => self.new.reading.is_dictionary(id)?,
                None => true,
            };
            if is_dictionary {
                let was = known.contains(&number) && self.was_dictionary(number)?;
                self.walker.roles.insert(number, if was { Role::Known } else { Role::Added });
            }
        }
        for page in &self.new.pages {
            self.walker.roles.insert(page.id.0, Role::Page);
        }
        self.walker.roles.insert(self.new.reading.root()?.0, Role::Catalog);
        Ok(())
    }

    /// Whether what is a dictionary now, or nothing, was one: a number that led nowhere is no annotation and no field.
    fn was_dictionary(&self, number: u32) -> Result<bool, Error> {
        if !self.walker.changed.contains(&number) {
            return Ok(true);
        }
        self.old.id(number)?.map_or(Ok(false), |id| self.old.reading.is_dictionary(id))
    }

    fn trailers(&mut self) -> Result<(), Error> {
        let end = self.new.reading.input().len();
        let (old, new) =
            (void::trailer(&self.old.reading, None)?, void::trailer(&self.new.reading, Some(end))?);
        for key in keys(&old, &new) {
            let level = match key {
                b"Info" => {
                    let (was, is) = ((&self.old.reading, &old), (&self.new.reading, &new));
                    if private::says_the_same(was, is)? {
                        self.walker.explains_chain(new.get(key).ok())?;
                        continue;
                    }
                    ModificationLevel::Archival
                }
                key if OF_UPDATES.contains(&key) => continue,
                // What one program notes there for itself, another leaves out, and a third takes over from before.
                key if is_private(key)
                    && new.get(key).map_or(true, |value| {
                        self.old.reading.said_in(self.old.reading.section(), key, value)
                    }) =>
                {
                    continue;
                }
                _ => ModificationLevel::Other,
            };
            let kind = if key == b"Info" { ModificationKind::Metadata } else { ModificationKind::Document };
            self.entry((&old, &new), Of::Structure, key, level, &document(kind, key))?;
        }
        Ok(())
    }

    fn catalogs(&mut self) -> Result<(), Error> {
        let (old, new) = (&self.old.catalog, &self.new.catalog);
        let grown = structure::grown(self)?;
        for key in keys(old, new) {
            let (level, kind) = match key {
                b"AcroForm" => continue,
                b"Metadata" if !self.is_xmp()? => (ModificationLevel::Other, ModificationKind::Metadata),
                // Proof may need a later version than the document has.
                b"Version" if private::is_raised(old, new) => {
                    (ModificationLevel::Archival, ModificationKind::ValidationData)
                }
                b"DSS" if self.is_store_lost()? => (ModificationLevel::Other, ModificationKind::Document),
                b"DSS" | b"Extensions" => (ModificationLevel::Archival, ModificationKind::ValidationData),
                b"Metadata" | b"Version" => (ModificationLevel::Archival, ModificationKind::Metadata),
                _ if private::shows_nothing(old, new, key) => {
                    (ModificationLevel::Archival, ModificationKind::Metadata)
                }
                _ => (ModificationLevel::Other, ModificationKind::Document),
            };
            let origin = document(kind, key);
            if matches!(key, b"Outlines" | b"StructTreeRoot") {
                self.walker.passed = grown.numbers();
                grown.numbers().into_iter().for_each(|number| self.walker.explains(number));
            }
            self.entry((old, new), Of::Structure, key, level, &origin)?;
            if key == b"StructTreeRoot" {
                grown.walk_on(self, &origin)?;
            }
            self.walker.passed.clear();
        }
        Ok(())
    }

    /// Whether there was proof about signatures in store, and there is no store any more.
    fn is_store_lost(&self) -> Result<bool, Error> {
        let (old, new) = (self.old, self.new);
        Ok(old.reading.dictionary(&old.catalog, b"DSS")?.is_some()
            && new.reading.dictionary(&new.catalog, b"DSS")?.is_none())
    }

    /// Whether the metadata are what they are called: XML without entities, in a stream of that type (§14.3.2).
    fn is_xmp(&self) -> Result<bool, Error> {
        let Some(id) = self.new.catalog.get(b"Metadata").and_then(|one| one.as_reference()).ok() else {
            return Ok(!self.new.catalog.has(b"Metadata"));
        };
        let Some(dictionary) = self.new.reading.dictionary_at(id)? else { return Ok(false) };
        let subtype = dictionary.get(b"Subtype").and_then(Object::as_name);
        if !dictionary.has_type(b"Metadata") || subtype.is_ok_and(|name| name != b"XML") {
            return Ok(false);
        }
        let text = self.new.reading.stream_data(id)?;
        let is_parsed = |text: &str| is_small(text) && usvg::roxmltree::Document::parse(text).is_ok();
        Ok(std::str::from_utf8(&text).is_ok_and(is_parsed))
    }

    /// One entry of two dictionaries: what it says, and what it reaches.
    pub(super) fn entry(
        &mut self,
        (old, new): (&Dictionary, &Dictionary),
        of: Of,
        key: &[u8],
        level: ModificationLevel,
        origin: &Origin,
    ) -> Result<(), Error> {
        let (before, after) = (old.get(key).ok(), new.get(key).ok());
        if !alike(key, before, after) {
            self.walker.tell(level, origin);
        }
        match after {
            Some(value) => self.walker.walk_telling((value, key), of, level, || Ok(Cow::Borrowed(origin))),
            None => Ok(()),
        }
    }

    fn pages(&mut self) -> Result<(), Error> {
        let ids = |side: &Side<'_>| side.pages.iter().map(|page| page.id).collect::<Vec<_>>();
        if ids(self.old) != ids(self.new) {
            self.walker.tell(ModificationLevel::Other, &document(ModificationKind::Pages, b"Pages"));
        }
        let before: HashMap<ObjectId, &Page> = self.old.pages.iter().map(|page| (page.id, page)).collect();
        for (number, page) in (1..).zip(&self.new.pages) {
            let Some(old) = before.get(&page.id) else { continue };
            if page.dictionary.is(&old.dictionary) {
                self.page(&page.dictionary, number)?;
                continue;
            }
            for key in keys(&old.dictionary, &page.dictionary) {
                if !self.is_list(key, &page.dictionary)? {
                    let (level, origin) = told_of_page(&old.dictionary, &page.dictionary, key, number);
                    match self.moved(&old.dictionary, &page.dictionary, key)? {
                        Some(resources) => {
                            self.walker.explains_chain(page.dictionary.get(key).ok())?;
                            self.walker.walk(&resources, key, level, &origin)?;
                        }
                        None => self.entry(
                            (&old.dictionary, &page.dictionary),
                            Of::Structure,
                            key,
                            level,
                            &origin,
                        )?,
                    }
                }
            }
        }
        Ok(())
    }

    /// What differs, is reached and was judged by no rule.
    fn remainder(&mut self) -> Result<(), Error> {
        let is_told = |change: &Modification| change.level == ModificationLevel::Other;
        if self.walker.changes.iter().any(is_told) || !self.walker.leaves_open()? {
            return Ok(());
        }
        // Lists of annotations, and what is nothing but a reference to one.
        for (page, items) in self.new.pages.iter().zip(&self.new.annotations) {
            for value in page.dictionary.get(b"Annots").into_iter().chain(items) {
                self.walker.explains_chain(Some(value))?;
            }
        }
        if self.walker.leads_to_open()? {
            self.walker.tell(ModificationLevel::Other, &document(ModificationKind::Document, b"Root"));
        }
        Ok(())
    }

    /// The resources of a page that are another object than before and say the same: who writes a page anew may write these
    /// anew beside them.
    fn moved(&self, old: &Dictionary, new: &Dictionary, key: &[u8]) -> Result<Option<Seen<'static>>, Error> {
        let id = |page: &Dictionary| page.get(key).and_then(Object::as_reference).ok();
        let (Some(was), Some(is)) = (id(old), id(new)) else { return Ok(None) };
        if key != b"Resources" || was == is {
            return Ok(None);
        }
        for (reading, id) in [(&self.old.reading, was), (&self.new.reading, is)] {
            if !reading.is_dictionary(id)? || reading.repeated_key(id)?.is_some() {
                return Ok(None);
            }
        }
        let (before, after) = (self.old.reading.shallow(was)?, self.new.reading.shallow(is)?);
        Ok(same(&before, &after).then_some(after))
    }

    /// Whether that key leads to the annotations of a page, which are compared by rules of their own.
    fn is_list(&self, key: &[u8], page: &Dictionary) -> Result<bool, Error> {
        let is_direct = page.get(key).map_or(true, |value| value.as_reference().is_err());
        Ok(key == b"Annots"
            && match *self.new.reading.get(page, key)? {
                Object::Array(_) => true,
                // What a reference does not lead to by its generation, some programs find by its number.
                Object::Null => is_direct,
                _ => false,
            })
    }

    /// What a page reaches that is the very same object in both revisions.
    fn page(&mut self, page: &Dictionary, number: u32) -> Result<(), Error> {
        for (key, value) in in_order(page) {
            if !self.is_list(key, page)? {
                let (level, origin) = told_of_page(page, page, key, number);
                self.walker.walk_telling((value, key), Of::Structure, level, || Ok(Cow::Owned(origin)))?;
            }
        }
        Ok(())
    }
}

/// The entries in the order of their keys.
pub(super) fn in_order(dictionary: &Dictionary) -> Vec<(&[u8], &Object)> {
    let mut entries: Vec<_> = dictionary.iter().map(|(key, value)| (key.as_slice(), value)).collect();
    entries.sort_unstable_by_key(|(key, _)| *key);
    entries
}

/// Whether metadata are no more than anybody needs: what is nested, named and declared in them takes time with each other.
fn is_small(text: &str) -> bool {
    const BYTES: usize = 1 << 20;
    const ELEMENTS: usize = 20_000;
    const ATTRIBUTES: usize = 5_000;
    const DECLARATIONS: usize = 500;
    let count = |what: &str| memchr::memmem::find_iter(text.as_bytes(), what).count();
    text.len() <= BYTES
        && count("<") <= ELEMENTS
        && count("=") <= ATTRIBUTES
        && count("xmlns") <= DECLARATIONS
}

/// The keys of both, each once.
pub(super) fn keys<'a>(old: &'a Dictionary, new: &'a Dictionary) -> BTreeSet<&'a [u8]> {
    old.iter().chain(new).map(|(key, _)| key.as_slice()).collect()
}

/// Under a key. A null value is one that is not there (§7.3.7), but to programs that then look no further for what is inherited.
pub(super) fn alike(key: &[u8], old: Option<&Object>, new: Option<&Object>) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => same_under(key, old, new),
        _ => false,
    }
}

/// The same value of a key. An integer may stand for the real number that it is where lengths and colours are meant (§7.3.3); elsewhere
/// some programs see none in what has a point.
fn same_under(key: &[u8], one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::Dictionary(one), Object::Dictionary(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, value)| other.get(key).is_ok_and(|found| same_under(key, value, found)))
        }
        (Object::Array(one), Object::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_under(key, one, other))
        }
        (Object::Integer(whole), Object::Real(real)) | (Object::Real(real), Object::Integer(whole)) => {
            const EXACT: i64 = 1 << f32::MANTISSA_DIGITS;
            is_measured(key) && (-EXACT..=EXACT).contains(whole) && *whole as f32 == *real
        }
        _ => same(one, other),
    }
}

/// Whether numbers under a key are lengths or colours.
fn is_measured(key: &[u8]) -> bool {
    matches!(
        key,
        b"Rect"
            | b"MediaBox"
            | b"CropBox"
            | b"BleedBox"
            | b"TrimBox"
            | b"ArtBox"
            | b"BBox"
            | b"QuadPoints"
            | b"C"
            | b"BC"
            | b"BG"
    )
}

pub(super) fn text(key: &[u8]) -> String {
    String::from_utf8_lossy(key).into_owned()
}

pub(super) fn document(kind: ModificationKind, key: &[u8]) -> Rc<Origin> {
    Rc::new(Origin { kind, name: Some(text(key)), page: None, rect: None, new_field: false })
}

/// What an entry of a page is told as, and how grave a change of it is.
fn told_of_page(old: &Dictionary, new: &Dictionary, key: &[u8], page: u32) -> (ModificationLevel, Origin) {
    let (level, kind) = match private::shows_nothing(old, new, key) {
        true => (ModificationLevel::Archival, ModificationKind::Metadata),
        false => (ModificationLevel::Other, ModificationKind::Page),
    };
    (level, Origin { kind, name: Some(text(key)), page: Some(page), rect: None, new_field: false })
}
