//! What can change what a document shows, or does something by itself (ISO 32000-1 §12.8.5): it is signed, and yet somebody else
//! may see something else.
//!
//! Looked at is where such things stand: the catalog, the form, the outline, pages and annotations, and streams, whatever they are
//! for. Nothing is run, and nothing is fetched.

mod streams;

use std::collections::BTreeMap;

use foldhash::{HashSet, HashSetExt};
use lopdf::{Dictionary, Object, ObjectId};
use serde::{Deserialize, Serialize};

use crate::{
    document::Document,
    error::Error,
    external,
    pages::{self, MAX_DIRECT, Places},
    reading::Reading,
    seen::Entries,
    skim::Wanted,
};
use streams::Streams;

/// Those of one kind that are told with their place.
const MAX_TOLD: usize = 50;

/// Nodes of the form, the outline and the tree of scripts that are visited.
const MAX_NODES: usize = 200_000;

/// Actions that are looked at, all of a document.
const MAX_ACTIONS: usize = 1_000_000;

/// Actions that follow one another (`/Next`).
const MAX_CHAIN: usize = 256;

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ActiveKind {
    /// JavaScript.
    Script,
    /// An action that leads out of the document, sends or fetches something, or changes what is shown.
    Action,
    /// Sound, film or a model in space, in a page or by an action.
    Multimedia,
    /// Layers that can be switched on and off, or an action that does so.
    Layers,
    /// What is drawn, or the data of another stream such as a font, stands in another file.
    External,
    /// A form in XML (XFA) that some readers show instead of the pages.
    Xfa,
    /// The form asks readers to remake the looks of its fields (`/NeedAppearances`).
    FormRemade,
}

/// Something that is active.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Active {
    /// What it is.
    pub kind: ActiveKind,
    /// The kind of action or annotation, such as `Launch`, where that says more.
    pub name: Option<String>,
    /// The page, from 1; nothing for what belongs to the whole document.
    pub page: Option<u32>,
    /// Left, bottom, right, top on that page, in points.
    pub rect: Option<[f32; 4]>,
    /// How many it stands for.
    pub count: usize,
}

/// All that is active in a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ActiveContent {
    /// By kinds; of each kind the first 50 places, and the rest of it as one without a place.
    pub found: Vec<Active>,
    /// Why not all could be looked at, technically, where that is so.
    pub unread: Option<String>,
}

impl ActiveContent {
    /// Whether there is none, as far as could be looked at.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The kinds that there are, each once.
    pub fn kinds(&self) -> Vec<ActiveKind> {
        let mut kinds: Vec<_> = self.found.iter().map(|one| one.kind).collect();
        kinds.dedup();
        kinds
    }
}

/// What was met on one walk over the pages of a document: where annotations stand, and what acts.
pub struct Pages {
    pub(crate) places: Places,
    acting: Vec<(u32, Object)>,
}

impl Pages {
    /// By one walk over the tree.
    pub(crate) fn read(reading: &Reading<'_>) -> Result<Self, Error> {
        let mut acting = vec![];
        let places = pages::places_telling(reading, &[b"Annots", b"AA"], &mut |page, node| {
            acting.extend(node.get(b"AA").ok().map(|actions| (page, actions.clone())));
        })?;
        Ok(Self { places, acting })
    }
}

/// All that is active.
pub(crate) fn content(document: &Document, pages: &Pages) -> ActiveContent {
    let reading = &document.reading();
    let mut look = Look { reading, found: BTreeMap::new(), unread: None, actions: 0, nodes: 0 };
    let outcome = look.all(document, pages);
    if let Err(error) = look.part(outcome) {
        look.note(&error);
    }
    // They come kind by kind.
    let (mut found, mut of_kind) = (Vec::<Active>::new(), 0);
    for one in look.found.into_values() {
        of_kind = if found.last().is_some_and(|last| last.kind == one.kind) { of_kind + 1 } else { 1 };
        match found.last_mut() {
            Some(rest) if of_kind > MAX_TOLD + 1 => rest.count = rest.count.saturating_add(one.count),
            _ if of_kind > MAX_TOLD => found.push(Active { name: None, page: None, rect: None, ..one }),
            _ => found.push(one),
        }
    }
    ActiveContent { found, unread: look.unread }
}

/// Where something stands: the page, and the annotation whose box it has.
#[derive(Clone, Copy, Default)]
struct Place<'p> {
    page: Option<u32>,
    annotation: Option<&'p Dictionary>,
}

/// Whether something happens of itself, or when somebody wants it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Starts {
    ByItself,
    WhenAsked,
}

/// Found things by kind, page (those of no page last), box and name, so that the order is the same each time.
type Key = (ActiveKind, u32, Option<[u32; 4]>, Option<String>);

struct Look<'r, 'a> {
    reading: &'r Reading<'a>,
    found: BTreeMap<Key, Active>,
    unread: Option<String>,
    actions: usize,
    nodes: usize,
}

/// What annotations, fields and items of the outline are looked through for.
const OF_ANNOTATION: &[&[u8]] = &[b"A", b"AA", b"AP", b"Rect", b"Subtype"];
const OF_FIELD: &[&[u8]] = &[b"A", b"AA", b"Kids", b"Rect", b"Subtype"];
const OF_ITEM: &[&[u8]] = &[b"A", b"First", b"Next"];

impl Look<'_, '_> {
    fn all(&mut self, document: &Document, pages: &Pages) -> Result<(), Error> {
        let Pages { places, acting } = pages;
        // Where no stream has its data elsewhere, none that is drawn has. Where that cannot be told, it is not what is wrong.
        let external = external::all(document).unwrap_or_default();
        let mut streams = match external.as_deref() {
            Some([]) => None,
            _ => Some(Streams::of_pages(&document.reading())?),
        };
        let catalog = self.reading.catalog()?;
        let of_catalog = self.catalog(&catalog);
        self.part(of_catalog)?;
        let outline = self.outline(&catalog);
        self.part(outline)?;
        for (page, actions) in acting {
            let place = Place { page: Some(*page), annotation: None };
            let done = self.additional(actions, place);
            self.part(done)?;
        }
        if places.direct.len() >= MAX_DIRECT {
            self.note(&too_many("annotations without a number", MAX_DIRECT));
        }
        for (page, annotation) in &places.direct {
            let Object::Dictionary(annotation) = annotation else { continue };
            let done = self.annotation(*page, annotation, streams.as_mut());
            self.part(done)?;
        }
        for id in &places.in_order {
            let Some(page) = places.annotations.get(id) else { continue };
            let read = self.entries(*id, OF_ANNOTATION);
            let Some(annotation) = self.part(read)?.flatten() else { continue };
            let done = self.annotation(*page, &annotation, streams.as_mut());
            self.part(done)?;
        }
        let fields = self.fields(&catalog, places);
        self.part(fields)?;
        match streams {
            Some(streams) => self.external(streams, &external.unwrap_or_default()),
            None => Ok(()),
        }
    }

    /// Streams from elsewhere: those that are drawn, and others whose data stand in another file, such as those of a font.
    fn external(&mut self, mut streams: Streams, all: &[ObjectId]) -> Result<(), Error> {
        while let Some((page, met)) = streams.next() {
            let read = streams.look(self.reading, page, met);
            if let Some(Some(name)) = self.part(read)? {
                self.tell(ActiveKind::External, name, Place { page: Some(page), annotation: None }, 1)?;
            }
        }
        for id in all.iter().filter(|id| !streams.has_met(**id)) {
            let read = streams::stands_elsewhere(self.reading, *id);
            if let Some(Some(None)) = self.part(read)? {
                self.tell(ActiveKind::External, None, Place::default(), 1)?;
            }
        }
        Ok(())
    }

    fn catalog(&mut self, catalog: &Dictionary) -> Result<(), Error> {
        let reading = self.reading;
        let whole = Place::default();
        if let Ok(action) = catalog.get(b"OpenAction") {
            self.action(action, Starts::ByItself, whole)?;
        }
        if let Ok(actions) = catalog.get(b"AA") {
            self.additional(actions, whole)?;
        }
        if let Some(layers) = reading.dictionary(catalog, b"OCProperties")? {
            let groups = reading.array(&layers, b"OCGs")?.len();
            self.tell(ActiveKind::Layers, None, whole, groups)?;
        }
        if let Some(form) = reading.dictionary(catalog, b"AcroForm")? {
            let is_remade = matches!(*reading.get(&form, b"NeedAppearances")?, Object::Boolean(true));
            self.tell(ActiveKind::FormRemade, None, whole, is_remade.into())?;
            let has_xfa = !reading.get(&form, b"XFA")?.is_null();
            self.tell(ActiveKind::Xfa, None, whole, has_xfa.into())?;
        }
        match reading.dictionary(catalog, b"Names")? {
            Some(names) => self.scripts(&names),
            None => Ok(()),
        }
    }

    /// The scripts that a reader runs when it opens the document (§12.6.4.16), in a tree of names (§7.9.6).
    fn scripts(&mut self, names: &Dictionary) -> Result<(), Error> {
        let mut stack: Vec<Object> = names.get(b"JavaScript").ok().cloned().into_iter().collect();
        let mut visited = HashSet::new();
        let mut count = 0;
        while let Some(node) = stack.pop() {
            if node.as_reference().is_ok_and(|id| !visited.insert(id)) {
                continue;
            }
            self.node(&stack)?;
            let Some(node) = Entries::of(self.reading.resolve(&node)?) else { continue };
            count += self.reading.array(&node, b"Names")?.len().div_ceil(2);
            stack.extend(self.reading.array(&node, b"Kids")?.iter().cloned());
        }
        self.tell(ActiveKind::Script, None, Place::default(), count)
    }

    /// The items of the outline do something when they are asked to.
    fn outline(&mut self, catalog: &Dictionary) -> Result<(), Error> {
        let next = |item: &Dictionary| {
            let of = |key: &[u8]| item.get(key).and_then(|next| next.as_reference()).ok();
            [of(b"First"), of(b"Next")].into_iter().flatten()
        };
        let Some(outline) = self.reading.dictionary(catalog, b"Outlines")? else { return Ok(()) };
        let mut stack: Vec<ObjectId> = next(&outline).collect();
        let mut visited = HashSet::new();
        while let Some(id) = stack.pop() {
            if !visited.insert(id) {
                continue;
            }
            self.node(&stack)?;
            let read = self.entries(id, OF_ITEM);
            let Some(item) = self.part(read)?.flatten() else { continue };
            stack.extend(next(&item));
            if let Ok(action) = item.get(b"A") {
                let done = self.action(action, Starts::WhenAsked, Place::default());
                self.part(done)?;
            }
        }
        Ok(())
    }

    fn annotation(
        &mut self,
        page: u32,
        annotation: &Dictionary,
        streams: Option<&mut Streams>,
    ) -> Result<(), Error> {
        let place = Place { page: Some(page), annotation: Some(annotation) };
        let subtype = self.reading.get(annotation, b"Subtype")?;
        if let Object::Name(name) = &*subtype
            && matches!(&**name, b"3D" | b"Movie" | b"RichMedia" | b"Screen" | b"Sound")
        {
            self.tell(ActiveKind::Multimedia, Some(name), place, 1)?;
        }
        if let Ok(action) = annotation.get(b"A") {
            self.action(action, Starts::WhenAsked, place)?;
        }
        if let Ok(actions) = annotation.get(b"AA") {
            self.additional(actions, place)?;
        }
        if let Some(streams) = streams
            && let Some(looks) = self.reading.dictionary(annotation, b"AP")?
        {
            streams.looks(page, &looks);
        }
        Ok(())
    }

    /// The fields of the form that are no annotation of a page: they act for their widgets (§12.7.5.3, table 220).
    fn fields(&mut self, catalog: &Dictionary, places: &Places) -> Result<(), Error> {
        let Some(form) = self.reading.dictionary(catalog, b"AcroForm")? else { return Ok(()) };
        let mut stack = self.reading.array(&form, b"Fields")?.to_vec();
        let mut visited = HashSet::new();
        while let Some(field) = stack.pop() {
            self.node(&stack)?;
            let (field, is_known) = match field {
                Object::Reference(id) if !visited.insert(id) => continue,
                Object::Reference(id) => {
                    let read = self.entries(id, OF_FIELD);
                    let Some(field) = self.part(read)?.flatten() else { continue };
                    (field, places.annotations.contains_key(&id))
                }
                Object::Dictionary(field) => (Entries::given(field), false),
                _ => continue,
            };
            let read = self.reading.array(&field, b"Kids").map(|kids| kids.to_vec());
            let kids = self.part(read)?.unwrap_or_default();
            if !is_known && (field.has(b"A") || field.has(b"AA")) {
                let done = self.field(&field, &kids, places);
                self.part(done)?;
            }
            stack.extend(kids);
        }
        Ok(())
    }

    /// What a field does, in the place of its first widget.
    fn field(&mut self, field: &Dictionary, kids: &[Object], places: &Places) -> Result<(), Error> {
        let numbers = kids.iter().filter_map(|kid| kid.as_reference().ok());
        let widget = numbers.filter_map(|id| Some((id, *places.annotations.get(&id)?))).next();
        let dictionary = match widget {
            Some((id, _)) => self.entries(id, OF_ANNOTATION)?,
            None => None,
        };
        let place = Place { page: widget.map(|(_, page)| page), annotation: dictionary.as_deref() };
        if let Ok(action) = field.get(b"A") {
            self.action(action, Starts::WhenAsked, place)?;
        }
        match field.get(b"AA") {
            Ok(actions) => self.additional(actions, place),
            Err(_) => Ok(()),
        }
    }

    /// Actions for events (§12.6.3).
    fn additional(&mut self, actions: &Object, place: Place<'_>) -> Result<(), Error> {
        let reading = self.reading;
        let Some(actions) = Entries::of(reading.resolve(actions)?) else { return Ok(()) };
        for (_, action) in &actions {
            self.action(action, Starts::ByItself, place)?;
        }
        Ok(())
    }

    /// An action and those that follow it (§12.6.2).
    fn action(&mut self, first: &Object, starts: Starts, place: Place<'_>) -> Result<(), Error> {
        let mut following = self.one_action(first, starts, place)?;
        let mut visited: Vec<ObjectId> = first.as_reference().into_iter().collect();
        let mut left = MAX_CHAIN;
        while let Some(action) = following.pop() {
            if let Ok(id) = action.as_reference() {
                if visited.contains(&id) {
                    continue;
                }
                visited.push(id);
            }
            left = left.checked_sub(1).ok_or_else(|| too_many("actions in a row", MAX_CHAIN))?;
            let more = self.one_action(&action, starts, place)?;
            following.extend(more.into_iter().take(MAX_CHAIN));
        }
        Ok(())
    }

    /// Tells of an action, and gives those that follow.
    fn one_action(
        &mut self,
        action: &Object,
        starts: Starts,
        place: Place<'_>,
    ) -> Result<Vec<Object>, Error> {
        self.actions += 1;
        if self.actions > MAX_ACTIONS {
            return Err(too_many("actions", MAX_ACTIONS));
        }
        let reading = self.reading;
        let Some(action) = Entries::of(reading.resolve(action)?) else { return Ok(vec![]) };
        if let Object::Name(name) = &*reading.get(&action, b"S")? {
            if let Some(kind) = kind_of(name, starts) {
                let told = (kind != ActiveKind::Script).then_some(&**name);
                self.tell(kind, told, place, 1)?;
            }
            // One that plays something can bring a script along (§12.6.4.13).
            if name == b"Rendition" && action.has(b"JS") {
                self.tell(ActiveKind::Script, None, place, 1)?;
            }
        }
        Ok(match action.get(b"Next") {
            Err(_) => vec![],
            Ok(next) => match &*reading.resolve(next)? {
                Object::Array(all) => all.iter().take(MAX_CHAIN).cloned().collect(),
                Object::Dictionary(_) => vec![next.clone()],
                _ => vec![],
            },
        })
    }

    /// One more of a kind, or so many.
    fn tell(
        &mut self,
        kind: ActiveKind,
        name: Option<&[u8]>,
        place: Place<'_>,
        count: usize,
    ) -> Result<(), Error> {
        if count == 0 {
            return Ok(());
        }
        let rect = match place.annotation {
            Some(annotation) => self.reading.rectangle(annotation)?,
            None => None,
        };
        let name = name.map(|name| String::from_utf8_lossy(name).into_owned());
        let key = (kind, place.page.unwrap_or(u32::MAX), rect.map(|rect| rect.map(f32::to_bits)), name);
        let told = self.found.entry(key);
        let told = told.or_insert_with_key(|(_, _, _, name)| Active {
            kind,
            name: name.clone(),
            page: place.page,
            rect,
            count: 0,
        });
        told.count = told.count.saturating_add(count);
        Ok(())
    }

    /// One more node, with so many waiting.
    fn node(&mut self, waiting: &[impl Sized]) -> Result<(), Error> {
        self.nodes += 1;
        match self.nodes.saturating_add(waiting.len()) > MAX_NODES {
            true => Err(too_many("nodes of the form, the outline and the scripts", MAX_NODES)),
            false => Ok(()),
        }
    }

    /// Those entries of a dictionary; of what a reference leads to on a detour, all.
    fn entries(&self, id: ObjectId, keys: &[&[u8]]) -> Result<Option<Entries<'static>>, Error> {
        let wanted = Wanted { keys, ..Wanted::default() };
        match self.reading.skim(id, self.reading.entry(id.0)?, wanted)? {
            Some(skimmed) if skimmed.is_dictionary => Ok(Some(Entries::given(skimmed.entries))),
            Some(_) => self.reading.dictionary_at(id),
            None => Ok(None),
        }
    }

    /// What cannot be read is no reason not to look at the rest, but is told; where the work is used up, there is no rest.
    fn part<T>(&mut self, outcome: Result<T, Error>) -> Result<Option<T>, Error> {
        match outcome {
            Ok(found) => Ok(Some(found)),
            Err(error @ (Error::Damaged { .. } | Error::Malformed { .. })) => {
                self.note(&error);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn note(&mut self, error: &Error) {
        self.unread.get_or_insert_with(|| error.to_string());
    }
}

/// What an action of that type is, where it is anything (§12.6.4).
fn kind_of(name: &[u8], starts: Starts) -> Option<ActiveKind> {
    match name {
        b"JavaScript" => Some(ActiveKind::Script),
        b"GoToE" | b"GoToR" | b"Hide" | b"ImportData" | b"Launch" | b"ResetForm" | b"SubmitForm" => {
            Some(ActiveKind::Action)
        }
        // A link that somebody follows is none.
        b"URI" if starts == Starts::ByItself => Some(ActiveKind::Action),
        b"GoTo3DView" | b"Movie" | b"Rendition" | b"RichMediaExecute" | b"Sound" => {
            Some(ActiveKind::Multimedia)
        }
        b"SetOCGState" => Some(ActiveKind::Layers),
        _ => None,
    }
}

const fn too_many(what: &'static str, limit: usize) -> Error {
    Error::TooLarge { what, limit: limit as u64 }
}
